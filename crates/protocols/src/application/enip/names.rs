//! Names of commands, statuses and items.

use requin_wire::names;

names! {
    pub(super) COMMAND_NAMES {
        0 => "NOP",
        4 => "List Services",
        99 => "List Identity",
        100 => "List Interfaces",
        101 => "Register Session",
        102 => "Unregister Session",
        111 => "Send RR Data",
        112 => "Send Unit Data",
        200 => "StartDTLS",
    }
    pub(super) STATUS_NAMES {
        0 => "Success",
        1 => "Invalid Command",
        2 => "No Memory Resources",
        3 => "Incorrect Data",
        100 => "Invalid Session Handle",
        101 => "Invalid Length",
        105 => "Unsupported Protocol Revision",
        106 => "Encapsulated CIP service not allowed on this port",
    }
    pub(super) SRRD_IFACE_NAMES {
        0 => "CIP",
    }
    pub(super) CPF_TYPEID_NAMES {
        0 => "Null Address Item",
        12 => "CIP Identity",
        134 => "CIP Security Information",
        135 => "EtherNet/IP Capability",
        136 => "EtherNet/IP Usage",
        161 => "Connected Address Item",
        177 => "Connected Data Item",
        178 => "Unconnected Data Item",
        256 => "List Services Response",
        32768 => "Socket Address Info O->T",
        32769 => "Socket Address Info T->O",
        32770 => "Sequenced Address Item",
        32771 => "Unconnected Message over UDP",
    }
}
