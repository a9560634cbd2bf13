//! BACnet's application layer, ASHRAE 135 clause 20: which service is asked for or answered.

use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    BACAPP "bacapp" "Building Automation and Control Network APDU" "BACapp" App
    on []
    fields {
        TYPE "bacapp.type" "APDU Type": U8 Dec & 0xf0 = TYPE_NAMES;
        INVOKE_ID "bacapp.invoke_id" "Invoke ID": U8 Dec;
        CONFIRMED_SERVICE "bacapp.confirmed_service" "Service Choice": U8 Dec = CONFIRMED_SERVICE_NAMES;
        UNCONFIRMED_SERVICE "bacapp.unconfirmed_service" "Unconfirmed Service Choice": U8 Dec = UNCONFIRMED_SERVICE_NAMES;
    }
}

names! {
    TYPE_NAMES {
        0 => "Confirmed-REQ",
        1 => "Unconfirmed-REQ",
        2 => "Simple-ACK",
        3 => "Complex-ACK",
        4 => "Segment-ACK",
        5 => "Error",
        6 => "Reject",
        7 => "Abort",
    }
    CONFIRMED_SERVICE_NAMES {
        0 => "acknowledgeAlarm",
        1 => "confirmedCOVNotification",
        2 => "confirmedEventNotification",
        3 => "getAlarmSummary",
        4 => "getEnrollmentSummary",
        5 => "subscribeCOV",
        6 => "atomicReadFile",
        7 => "atomicWriteFile",
        8 => "addListElement",
        9 => "removeListElement",
        10 => "createObject",
        11 => "deleteObject",
        12 => "readProperty",
        13 => "readPropertyConditional",
        14 => "readPropertyMultiple",
        15 => "writeProperty",
        16 => "writePropertyMultiple",
        17 => "deviceCommunicationControl",
        18 => "confirmedPrivateTransfer",
        19 => "confirmedTextMessage",
        20 => "reinitializeDevice",
        21 => "vtOpen",
        22 => "vtClose",
        23 => "vtData",
        24 => "authenticate",
        25 => "requestKey",
        26 => "readRange",
        27 => "lifeSafetyOperation",
        28 => "subscribeCOVProperty",
        29 => "getEventInformation",
        30 => "subscribeCovPropertyMultiple",
        31 => "confirmedCovNotificationMultiple",
        32 => "confirmedAuditNotification",
        33 => "auditLogQuery",
    }
    UNCONFIRMED_SERVICE_NAMES {
        0 => "i-Am",
        1 => "i-Have",
        2 => "unconfirmedCOVNotification",
        3 => "unconfirmedEventNotification",
        4 => "unconfirmedPrivateTransfer",
        5 => "unconfirmedTextMessage",
        6 => "timeSynchronization",
        7 => "who-Has",
        8 => "who-Is",
        9 => "utcTimeSynchronization",
        10 => "writeGroup",
        11 => "unconfirmedCovNotificationMultiple",
        12 => "unconfirmedAuditNotification",
        13 => "who-am-I",
        14 => "you-are",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("BACnet-APDU");
    cx.info_clear();
    let kind = c.peek_u8(0)? >> 4;
    let segmented = c.peek_u8(0)? & 8 != 0;
    cx.info(|o| _ = o.s(TYPE_NAMES.or(u64::from(kind), "Unknown")));
    cx.field(TYPE, &mut c, 1)?;
    match kind {
        0 => {
            c.skip(1)?;
            cx.u8(INVOKE_ID, &mut c)?;
            if segmented {
                c.skip(2)?;
            }
            service(cx, &mut c)
        }
        1 => {
            let s = cx.u8(UNCONFIRMED_SERVICE, &mut c)?;
            cx.info_add(|o| {
                o.c(b' ').s(UNCONFIRMED_SERVICE_NAMES.or(u64::from(s), "Unknown Service"));
            });
            Ok(())
        }
        2 | 5 => {
            cx.u8(INVOKE_ID, &mut c)?;
            service(cx, &mut c)
        }
        3 => {
            cx.u8(INVOKE_ID, &mut c)?;
            if segmented {
                c.skip(2)?;
            }
            service(cx, &mut c)
        }
        _ => cx.u8(INVOKE_ID, &mut c).map(|_| ()),
    }
}

fn service<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let s = cx.u8(CONFIRMED_SERVICE, c)?;
    cx.info_add(|o| _ = o.c(b' ').s(CONFIRMED_SERVICE_NAMES.or(u64::from(s), "Unknown Service")));
    Ok(())
}
