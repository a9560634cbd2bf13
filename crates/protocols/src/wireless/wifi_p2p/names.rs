//! Names of values of the fields.

use requin_wire::names;

names! {
    pub TYPE {
        0 => "Status",
        1 => "Minor Reason Code",
        2 => "P2P Capability",
        3 => "P2P Device ID",
        4 => "Group Owner Intent",
        5 => "Configuration Timeout",
        6 => "Listen Channel",
        7 => "P2P Group BSSID",
        8 => "Extended Listen Timing",
        9 => "Intended P2P Interface Address",
        10 => "P2P Manageability",
        11 => "Channel List",
        12 => "Notice of Absence",
        13 => "P2P Device Info",
        14 => "P2P Group Info",
        15 => "P2P Group ID",
        16 => "P2P Interface",
        17 => "Operating Channel",
        18 => "Invitation Flags",
        19 => "Out-of-Band Group Owner Negotiation Channel",
        20 => "Unused",
        21 => "Service Hash",
        22 => "Session Information Data Info",
        23 => "Connection Capability Info",
        24 => "Advertisement ID Info",
        25 => "Advertised Service Info",
        26 => "Session ID Info",
        27 => "Feature Capability",
        28 => "Persistent Group Info",
        221 => "Vendor specific attribute",
    }
    pub STATUS {
        0 => "Success",
        1 => "Fail; information is currently unavailable",
        2 => "Fail; incompatible parameters",
        3 => "Fail; limit reached",
        4 => "Fail; invalid parameters",
        5 => "Fail; unable to accommodate request",
        6 => "Fail; previous protocol error, or disruptive behavior",
        7 => "Fail; no common channels",
        8 => "Fail; unknown P2P Group",
        9 => "Fail; both P2P Devices indicated an Intent of 15 in Group Owner Negotiation",
        10 => "Fail; incompatible provisioning method",
        11 => "Fail; rejected by user",
        12 => "Success; Accepted by user",
    }
    pub PUBLIC_ACTION {
        0 => "GO Negotiation Request",
        1 => "GO Negotiation Response",
        2 => "GO Negotiation Confirmation",
        3 => "P2P Invitation Request",
        4 => "P2P Invitation Response",
        5 => "Device Discoverability Request",
        6 => "Device Discoverability Response",
        7 => "Provision Discovery Request",
        8 => "Provision Discovery Response",
    }
    pub ACTION {
        0 => "Notice of Absence",
        1 => "P2P Presence Request",
        2 => "P2P Presence Response",
        3 => "GO Discoverability Request",
    }
}
