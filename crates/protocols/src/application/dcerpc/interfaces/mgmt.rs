//! What every server tells of itself (C706, appendix Q).

use super::declines as dissect;
use requin_wire::{names, proto};

proto! {
    MGMT "mgmt" "DCE/RPC Remote Management" "MGMT" App
    on []
    fields {
        OPNUM "mgmt.opnum" "Operation": U16 Dec = OPERATIONS;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "rpc__mgmt_inq_if_ids",
        1 => "rpc__mgmt_inq_stats",
        2 => "rpc__mgmt_is_server_listening",
        3 => "rpc__mgmt_stop_server_listening",
        4 => "rpc__mgmt_inq_princ_name",
    }
}
