//! Names of frame types, qualities and reasons.

use requin_wire::{Names, names};

names! {
    pub(super) FRTYPE_NAMES {
        0 => "Data Frame",
        1 => "Header Frame",
        2 => "Configuration Frame 1",
        3 => "Configuration Frame 2",
        4 => "Command Frame",
        5 => "Configuration Frame 3",
    }
    pub(super) VERSION_NAMES {
        1 => "Defined in IEEE Std C37.118-2005",
        2 => "Added in IEEE Std C37.118.2-2011",
    }
    pub(super) TIMEQAL_TIMEQUALINDIC_NAMES {
        0 => "Normal operation, clock locked",
        1 => "Clock unlocked, time within 10^-9 s",
        2 => "Clock unlocked, time within 10^-8 s",
        3 => "Clock unlocked, time within 10^-7 s",
        4 => "Clock unlocked, time within 10^-6 s",
        5 => "Clock unlocked, time within 10^-5 s",
        6 => "Clock unlocked, time within 10^-4 s",
        7 => "Clock unlocked, time within 10^-3 s",
        8 => "Clock unlocked, time within 10^-2 s",
        9 => "Clock unlocked, time within 10^-1 s",
        10 => "Clock unlocked, time within 1 s",
        11 => "Clock unlocked, time within 10 s",
        15 => "Clock failure, time not reliable",
    }
    pub(super) CONF_PHASOR_COMPONENT_NAMES {
        0 => "Zero sequence",
        1 => "Positive sequence",
        2 => "Negative sequence",
        3 => "Reserved",
        4 => "Phase A",
        5 => "Phase B",
        6 => "Phase C",
        7 => "Reserved",
    }
    pub(super) DATA_STATUS_NAMES {
        0 => "Good measurement data, no errors",
        1 => "PMU error, no information about data",
        2 => "PMU in test mode or absent data tags have been inserted (do not use values)",
        3 => "PMU error (do not use values)",
    }
    pub(super) DATA_PMU_TQ_NAMES {
        0 => "Not used (indicates code from previous version of profile)",
        1 => "Estimated maximum time error < 100 ns",
        2 => "Estimated maximum time error < 1 µs",
        3 => "Estimated maximum time error < 10 µs",
        4 => "Estimated maximum time error < 100 µs",
        5 => "Estimated maximum time error < 1 ms",
        6 => "Estimated maximum time error < 10 ms",
        7 => "Estimated maximum time error > 10 ms or time error unknown",
    }
    pub(super) DATA_T_UNLOCK_NAMES {
        0 => "Locked or unlocked less than 10 s",
        1 => "Unlocked for 10-100 s",
        2 => "Unlocked for 100-1000 s",
        3 => "Unlocked for over 1000 s",
    }
    pub(super) DATA_TRIGGER_REASON_NAMES {
        0 => "Manual",
        1 => "Magnitude low",
        2 => "Magnitude high",
        3 => "Phase-angel diff",
        4 => "Frequency high or low",
        5 => "df/dt high",
        6 => "Reserved",
        7 => "Digital",
        8 => "User defined",
        9 => "User defined",
        10 => "User defined",
        11 => "User defined",
        12 => "User defined",
        13 => "User defined",
        14 => "User defined",
        15 => "User defined",
    }
}
pub(super) const COMMAND_NAMES: Names = Names::Ranges(&[
    (0, 0, "reserved codes"),
    (1, 1, "data transmission off"),
    (2, 2, "data transmission on"),
    (3, 3, "send HDR frame"),
    (4, 4, "send CFG-1 frame"),
    (5, 5, "send CFG-2 frame"),
    (6, 6, "send CFG-3 frame"),
    (7, 7, "reserved codes"),
    (8, 8, "extended frame"),
    (9, 255, "reserved codes"),
    (256, 4095, "user designation"),
    (4096, 65535, "reserved codes"),
]);
