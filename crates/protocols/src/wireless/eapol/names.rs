//! Names of values of the fields.

use requin_wire::names;

names! {
    pub VERSION {
        1 => "802.1X-2001",
        2 => "802.1X-2004",
        3 => "802.1X-2010",
    }
    pub TYPE {
        0 => "EAP Packet",
        1 => "Start",
        2 => "Logoff",
        3 => "Key",
        4 => "Encapsulated ASF Alert",
        5 => "MKA",
        6 => "Announcement (Generic)",
        7 => "Announcement (Specific)",
        8 => "Announcement Request",
    }
    pub KEYDES_TYPE {
        1 => "RC4 Descriptor",
        2 => "EAPOL RSN Key",
        254 => "EAPOL WPA Key",
    }
}
