//! Jobs at set times, [MS-TSCH].

use super::declines as dissect;
use crate::application::dcerpc::ndr::Arg::{self, *};
use crate::application::smb::status::NT_STATUS;
use requin_wire::{Field, Names, names, proto};

proto! {
    ATSVC "atsvc" "Microsoft AT-Scheduler Service" "ATSVC" App
    on []
    fields {
        OPNUM "atsvc.opnum" "Operation": U16 Dec = OPERATIONS;
        DAYS_OF_MONTH_FIRST "atsvc.atsvc_DaysOfMonth.First" "First": Bool(32) & 0x1 = Names::Bools("First is SET", "First is NOT SET");
        DAYS_OF_MONTH_SECOND "atsvc.atsvc_DaysOfMonth.Second" "Second": Bool(32) & 0x2 = Names::Bools("Second is SET", "Second is NOT SET");
        DAYS_OF_MONTH_THIRD "atsvc.atsvc_DaysOfMonth.Third" "Third": Bool(32) & 0x4 = Names::Bools("Third is SET", "Third is NOT SET");
        DAYS_OF_MONTH_FOURTH "atsvc.atsvc_DaysOfMonth.Fourth" "Fourth": Bool(32) & 0x8 = Names::Bools("Fourth is SET", "Fourth is NOT SET");
        DAYS_OF_MONTH_FIFTH "atsvc.atsvc_DaysOfMonth.Fifth" "Fifth": Bool(32) & 0x10 = Names::Bools("Fifth is SET", "Fifth is NOT SET");
        DAYS_OF_MONTH_SIXTH "atsvc.atsvc_DaysOfMonth.Sixth" "Sixth": Bool(32) & 0x20 = Names::Bools("Sixth is SET", "Sixth is NOT SET");
        DAYS_OF_MONTH_SEVENTH "atsvc.atsvc_DaysOfMonth.Seventh" "Seventh": Bool(32) & 0x40 = Names::Bools("Seventh is SET", "Seventh is NOT SET");
        DAYS_OF_MONTH_EIGHT "atsvc.atsvc_DaysOfMonth.Eight" "Eight": Bool(32) & 0x80 = Names::Bools("Eight is SET", "Eight is NOT SET");
        DAYS_OF_MONTH_NINTH "atsvc.atsvc_DaysOfMonth.Ninth" "Ninth": Bool(32) & 0x100 = Names::Bools("Ninth is SET", "Ninth is NOT SET");
        DAYS_OF_MONTH_TENTH "atsvc.atsvc_DaysOfMonth.Tenth" "Tenth": Bool(32) & 0x200 = Names::Bools("Tenth is SET", "Tenth is NOT SET");
        DAYS_OF_MONTH_ELEVENTH "atsvc.atsvc_DaysOfMonth.Eleventh" "Eleventh": Bool(32) & 0x400 = Names::Bools("Eleventh is SET", "Eleventh is NOT SET");
        DAYS_OF_MONTH_TWELFTH "atsvc.atsvc_DaysOfMonth.Twelfth" "Twelfth": Bool(32) & 0x800 = Names::Bools("Twelfth is SET", "Twelfth is NOT SET");
        DAYS_OF_MONTH_THITTEENTH "atsvc.atsvc_DaysOfMonth.Thitteenth" "Thitteenth": Bool(32) & 0x1000 = Names::Bools("Thitteenth is SET", "Thitteenth is NOT SET");
        DAYS_OF_MONTH_FOURTEENTH "atsvc.atsvc_DaysOfMonth.Fourteenth" "Fourteenth": Bool(32) & 0x2000 = Names::Bools("Fourteenth is SET", "Fourteenth is NOT SET");
        DAYS_OF_MONTH_FIFTEENTH "atsvc.atsvc_DaysOfMonth.Fifteenth" "Fifteenth": Bool(32) & 0x4000 = Names::Bools("Fifteenth is SET", "Fifteenth is NOT SET");
        DAYS_OF_MONTH_SIXTEENTH "atsvc.atsvc_DaysOfMonth.Sixteenth" "Sixteenth": Bool(32) & 0x8000 = Names::Bools("Sixteenth is SET", "Sixteenth is NOT SET");
        DAYS_OF_MONTH_SEVENTEENTH "atsvc.atsvc_DaysOfMonth.Seventeenth" "Seventeenth": Bool(32) & 0x10000 = Names::Bools("Seventeenth is SET", "Seventeenth is NOT SET");
        DAYS_OF_MONTH_EIGHTEENTH "atsvc.atsvc_DaysOfMonth.Eighteenth" "Eighteenth": Bool(32) & 0x20000 = Names::Bools("Eighteenth is SET", "Eighteenth is NOT SET");
        DAYS_OF_MONTH_NINTEENTH "atsvc.atsvc_DaysOfMonth.Ninteenth" "Ninteenth": Bool(32) & 0x40000 = Names::Bools("Ninteenth is SET", "Ninteenth is NOT SET");
        DAYS_OF_MONTH_TWENTYTH "atsvc.atsvc_DaysOfMonth.Twentyth" "Twentyth": Bool(32) & 0x80000 = Names::Bools("Twentyth is SET", "Twentyth is NOT SET");
        DAYS_OF_MONTH_TWENTYFIRST "atsvc.atsvc_DaysOfMonth.Twentyfirst" "Twentyfirst": Bool(32) & 0x100000 = Names::Bools("Twentyfirst is SET", "Twentyfirst is NOT SET");
        DAYS_OF_MONTH_TWENTYSECOND "atsvc.atsvc_DaysOfMonth.Twentysecond" "Twentysecond": Bool(32) & 0x200000 = Names::Bools("Twentysecond is SET", "Twentysecond is NOT SET");
        DAYS_OF_MONTH_TWENTYTHIRD "atsvc.atsvc_DaysOfMonth.Twentythird" "Twentythird": Bool(32) & 0x400000 = Names::Bools("Twentythird is SET", "Twentythird is NOT SET");
        DAYS_OF_MONTH_TWENTYFOURTH "atsvc.atsvc_DaysOfMonth.Twentyfourth" "Twentyfourth": Bool(32) & 0x800000 = Names::Bools("Twentyfourth is SET", "Twentyfourth is NOT SET");
        DAYS_OF_MONTH_TWENTYFIFTH "atsvc.atsvc_DaysOfMonth.Twentyfifth" "Twentyfifth": Bool(32) & 0x1000000 = Names::Bools("Twentyfifth is SET", "Twentyfifth is NOT SET");
        DAYS_OF_MONTH_TWENTYSIXTH "atsvc.atsvc_DaysOfMonth.Twentysixth" "Twentysixth": Bool(32) & 0x2000000 = Names::Bools("Twentysixth is SET", "Twentysixth is NOT SET");
        DAYS_OF_MONTH_TWENTYSEVENTH "atsvc.atsvc_DaysOfMonth.Twentyseventh" "Twentyseventh": Bool(32) & 0x4000000 = Names::Bools("Twentyseventh is SET", "Twentyseventh is NOT SET");
        DAYS_OF_MONTH_TWENTYEIGHTH "atsvc.atsvc_DaysOfMonth.Twentyeighth" "Twentyeighth": Bool(32) & 0x8000000 = Names::Bools("Twentyeighth is SET", "Twentyeighth is NOT SET");
        DAYS_OF_MONTH_TWENTYNINTH "atsvc.atsvc_DaysOfMonth.Twentyninth" "Twentyninth": Bool(32) & 0x10000000 = Names::Bools("Twentyninth is SET", "Twentyninth is NOT SET");
        DAYS_OF_MONTH_THIRTIETH "atsvc.atsvc_DaysOfMonth.Thirtieth" "Thirtieth": Bool(32) & 0x20000000 = Names::Bools("Thirtieth is SET", "Thirtieth is NOT SET");
        DAYS_OF_MONTH_THIRTYFIRST "atsvc.atsvc_DaysOfMonth.Thirtyfirst" "Thirtyfirst": Bool(32) & 0x40000000 = Names::Bools("Thirtyfirst is SET", "Thirtyfirst is NOT SET");
        DAYS_OF_WEEK_DAYSOFWEEK_MONDAY "atsvc.atsvc_DaysOfWeek.DAYSOFWEEK_MONDAY" "DAYSOFWEEK MONDAY": Bool(8) & 0x1 = Names::Bools("DAYSOFWEEK_MONDAY is SET", "DAYSOFWEEK_MONDAY is NOT SET");
        DAYS_OF_WEEK_DAYSOFWEEK_TUESDAY "atsvc.atsvc_DaysOfWeek.DAYSOFWEEK_TUESDAY" "DAYSOFWEEK TUESDAY": Bool(8) & 0x2 = Names::Bools("DAYSOFWEEK_TUESDAY is SET", "DAYSOFWEEK_TUESDAY is NOT SET");
        DAYS_OF_WEEK_DAYSOFWEEK_WEDNESDAY "atsvc.atsvc_DaysOfWeek.DAYSOFWEEK_WEDNESDAY" "DAYSOFWEEK WEDNESDAY": Bool(8) & 0x4 = Names::Bools("DAYSOFWEEK_WEDNESDAY is SET", "DAYSOFWEEK_WEDNESDAY is NOT SET");
        DAYS_OF_WEEK_DAYSOFWEEK_THURSDAY "atsvc.atsvc_DaysOfWeek.DAYSOFWEEK_THURSDAY" "DAYSOFWEEK THURSDAY": Bool(8) & 0x8 = Names::Bools("DAYSOFWEEK_THURSDAY is SET", "DAYSOFWEEK_THURSDAY is NOT SET");
        DAYS_OF_WEEK_DAYSOFWEEK_FRIDAY "atsvc.atsvc_DaysOfWeek.DAYSOFWEEK_FRIDAY" "DAYSOFWEEK FRIDAY": Bool(8) & 0x10 = Names::Bools("DAYSOFWEEK_FRIDAY is SET", "DAYSOFWEEK_FRIDAY is NOT SET");
        DAYS_OF_WEEK_DAYSOFWEEK_SATURDAY "atsvc.atsvc_DaysOfWeek.DAYSOFWEEK_SATURDAY" "DAYSOFWEEK SATURDAY": Bool(8) & 0x20 = Names::Bools("DAYSOFWEEK_SATURDAY is SET", "DAYSOFWEEK_SATURDAY is NOT SET");
        DAYS_OF_WEEK_DAYSOFWEEK_SUNDAY "atsvc.atsvc_DaysOfWeek.DAYSOFWEEK_SUNDAY" "DAYSOFWEEK SUNDAY": Bool(8) & 0x40 = Names::Bools("DAYSOFWEEK_SUNDAY is SET", "DAYSOFWEEK_SUNDAY is NOT SET");
        FLAGS_JOB_RUN_PERIODICALLY "atsvc.atsvc_Flags.JOB_RUN_PERIODICALLY" "JOB RUN PERIODICALLY": Bool(8) & 0x1 = Names::Bools("JOB_RUN_PERIODICALLY is SET", "JOB_RUN_PERIODICALLY is NOT SET");
        FLAGS_JOB_EXEC_ERROR "atsvc.atsvc_Flags.JOB_EXEC_ERROR" "JOB EXEC ERROR": Bool(8) & 0x2 = Names::Bools("JOB_EXEC_ERROR is SET", "JOB_EXEC_ERROR is NOT SET");
        FLAGS_JOB_RUNS_TODAY "atsvc.atsvc_Flags.JOB_RUNS_TODAY" "JOB RUNS TODAY": Bool(8) & 0x4 = Names::Bools("JOB_RUNS_TODAY is SET", "JOB_RUNS_TODAY is NOT SET");
        FLAGS_JOB_ADD_CURRENT_DATE "atsvc.atsvc_Flags.JOB_ADD_CURRENT_DATE" "JOB ADD CURRENT DATE": Bool(8) & 0x8 = Names::Bools("JOB_ADD_CURRENT_DATE is SET", "JOB_ADD_CURRENT_DATE is NOT SET");
        FLAGS_JOB_NONINTERACTIVE "atsvc.atsvc_Flags.JOB_NONINTERACTIVE" "JOB NONINTERACTIVE": Bool(8) & 0x10 = Names::Bools("JOB_NONINTERACTIVE is SET", "JOB_NONINTERACTIVE is NOT SET");
        JOB_INFO_JOB_TIME "atsvc.atsvc_JobInfo.job_time" "Job Time": U32 Dec;
        JOB_INFO_DAYS_OF_MONTH "atsvc.atsvc_JobInfo.days_of_month" "Days Of Month": U32 Hex;
        JOB_INFO_DAYS_OF_WEEK "atsvc.atsvc_JobInfo.days_of_week" "Days Of Week": U8 Hex;
        JOB_INFO_FLAGS "atsvc.atsvc_JobInfo.flags" "Flags": U8 Hex;
        JOB_INFO_COMMAND "atsvc.atsvc_JobInfo.command" "Command": Str;
        JOB_ID "atsvc.job_id" "Job Id": U32 Dec;
        JOB_ENUM_INFO_JOB_TIME "atsvc.atsvc_JobEnumInfo.job_time" "Job Time": U32 Dec;
        JOB_ENUM_INFO_DAYS_OF_MONTH "atsvc.atsvc_JobEnumInfo.days_of_month" "Days Of Month": U32 Hex;
        JOB_ENUM_INFO_DAYS_OF_WEEK "atsvc.atsvc_JobEnumInfo.days_of_week" "Days Of Week": U8 Hex;
        JOB_ENUM_INFO_FLAGS "atsvc.atsvc_JobEnumInfo.flags" "Flags": U8 Hex;
        JOB_ENUM_INFO_COMMAND "atsvc.atsvc_JobEnumInfo.command" "Command": Str;
        ENUM_CTR_ENTRIES_READ "atsvc.atsvc_enum_ctr.entries_read" "Entries Read": U32 Dec;
        ENUM_CTR_FIRST_ENTRY "atsvc.atsvc_enum_ctr.first_entry" "First Entry": None;
        SERVER "atsvc.server" "Server": Str;
        JOB_INFO "atcvs.job_info" "JobInfo": None;
        STATUS "atsvc.status" "NT Error": U32 Hex = NT_STATUS;
        JOB_DEL_MIN_JOB_ID "atsvc.atsvc_JobDel.min_job_id" "Min Job Id": U32 Dec;
        JOB_DEL_MAX_JOB_ID "atsvc.atsvc_JobDel.max_job_id" "Max Job Id": U32 Dec;
        JOB_ENUM_CTR "atsvc.atsvc_JobEnum.ctr" "Ctr": None;
        JOB_ENUM_PREFERRED_MAX_LEN "atsvc.atsvc_JobEnum.preferred_max_len" "Preferred Max Len": U32 Dec;
        JOB_ENUM_RESUME_HANDLE "atsvc.atsvc_JobEnum.resume_handle" "Resume Handle": U32 Dec;
        JOB_ENUM_TOTAL_ENTRIES "atsvc.atsvc_JobEnum.total_entries" "Total Entries": U32 Dec;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "JobAdd",
        1 => "JobDel",
        2 => "JobEnum",
        3 => "JobGetInfo",
    }
}

/// On which days of a month ([MS-TSCH] 2.3.4).
const DAYS_OF_MONTH: &[Field] = &[
    DAYS_OF_MONTH_FIRST,
    DAYS_OF_MONTH_SECOND,
    DAYS_OF_MONTH_THIRD,
    DAYS_OF_MONTH_FOURTH,
    DAYS_OF_MONTH_FIFTH,
    DAYS_OF_MONTH_SIXTH,
    DAYS_OF_MONTH_SEVENTH,
    DAYS_OF_MONTH_EIGHT,
    DAYS_OF_MONTH_NINTH,
    DAYS_OF_MONTH_TENTH,
    DAYS_OF_MONTH_ELEVENTH,
    DAYS_OF_MONTH_TWELFTH,
    DAYS_OF_MONTH_THITTEENTH,
    DAYS_OF_MONTH_FOURTEENTH,
    DAYS_OF_MONTH_FIFTEENTH,
    DAYS_OF_MONTH_SIXTEENTH,
    DAYS_OF_MONTH_SEVENTEENTH,
    DAYS_OF_MONTH_EIGHTEENTH,
    DAYS_OF_MONTH_NINTEENTH,
    DAYS_OF_MONTH_TWENTYTH,
    DAYS_OF_MONTH_TWENTYFIRST,
    DAYS_OF_MONTH_TWENTYSECOND,
    DAYS_OF_MONTH_TWENTYTHIRD,
    DAYS_OF_MONTH_TWENTYFOURTH,
    DAYS_OF_MONTH_TWENTYFIFTH,
    DAYS_OF_MONTH_TWENTYSIXTH,
    DAYS_OF_MONTH_TWENTYSEVENTH,
    DAYS_OF_MONTH_TWENTYEIGHTH,
    DAYS_OF_MONTH_TWENTYNINTH,
    DAYS_OF_MONTH_THIRTIETH,
    DAYS_OF_MONTH_THIRTYFIRST,
];
/// On which days of a week.
const DAYS_OF_WEEK: &[Field] = &[
    DAYS_OF_WEEK_DAYSOFWEEK_MONDAY,
    DAYS_OF_WEEK_DAYSOFWEEK_TUESDAY,
    DAYS_OF_WEEK_DAYSOFWEEK_WEDNESDAY,
    DAYS_OF_WEEK_DAYSOFWEEK_THURSDAY,
    DAYS_OF_WEEK_DAYSOFWEEK_FRIDAY,
    DAYS_OF_WEEK_DAYSOFWEEK_SATURDAY,
    DAYS_OF_WEEK_DAYSOFWEEK_SUNDAY,
];
/// How it runs.
const FLAGS: &[Field] = &[
    FLAGS_JOB_RUN_PERIODICALLY,
    FLAGS_JOB_EXEC_ERROR,
    FLAGS_JOB_RUNS_TODAY,
    FLAGS_JOB_ADD_CURRENT_DATE,
    FLAGS_JOB_NONINTERACTIVE,
];

/// A job (2.3.4), and one that is listed (2.3.6).
const JOB: &[Arg] = &[
    U32(JOB_INFO_JOB_TIME),
    Flags(JOB_INFO_DAYS_OF_MONTH, DAYS_OF_MONTH),
    Bits(JOB_INFO_DAYS_OF_WEEK, 1, DAYS_OF_WEEK),
    Bits(JOB_INFO_FLAGS, 1, FLAGS),
    Unique(&[Text(JOB_INFO_COMMAND)]),
];
const LISTED: &[Arg] = &[
    U32(JOB_ID),
    U32(JOB_ENUM_INFO_JOB_TIME),
    Flags(JOB_ENUM_INFO_DAYS_OF_MONTH, DAYS_OF_MONTH),
    Bits(JOB_ENUM_INFO_DAYS_OF_WEEK, 1, DAYS_OF_WEEK),
    Bits(JOB_ENUM_INFO_FLAGS, 1, FLAGS),
    Unique(&[Text(JOB_ENUM_INFO_COMMAND)]),
];

/// Jobs (2.3.5).
const LIST: &[Arg] = &[U32(ENUM_CTR_ENTRIES_READ), Unique(&[Array(ENUM_CTR_FIRST_ENTRY, LISTED)])];

/// Where the jobs are.
const AT: Arg = Ptr("Pointer to Servername (uint16)", &[Text(SERVER)]);

/// The arguments of a call.
pub(in crate::application::dcerpc) const fn arguments(
    operation: u16,
    response: bool,
) -> Option<&'static [Arg]> {
    Some(match (operation, response) {
        (0, false) => &[AT, Ref("Pointer to Job Info (atsvc_JobInfo)", &[Struct(JOB_INFO, JOB)])],
        (0, true) => &[U32(JOB_ID), Status(STATUS)],
        (1, false) => &[AT, U32(JOB_DEL_MIN_JOB_ID), U32(JOB_DEL_MAX_JOB_ID)],
        (1, true) => &[Status(STATUS)],
        (2, false) => &[
            AT,
            Struct(JOB_ENUM_CTR, LIST),
            U32(JOB_ENUM_PREFERRED_MAX_LEN),
            Unique(&[U32(JOB_ENUM_RESUME_HANDLE)]),
        ],
        (2, true) => &[
            Struct(JOB_ENUM_CTR, LIST),
            U32(JOB_ENUM_TOTAL_ENTRIES),
            Unique(&[U32(JOB_ENUM_RESUME_HANDLE)]),
            Status(STATUS),
        ],
        (3, false) => &[AT, U32(JOB_ID)],
        (3, true) => &[
            Ref(
                "Pointer to Job Info (atsvc_JobInfo)",
                &[Ptr("Pointer to Job Info (atsvc_JobInfo)", &[Struct(JOB_INFO, JOB)])],
            ),
            Status(STATUS),
        ],
        _ => return None,
    })
}
