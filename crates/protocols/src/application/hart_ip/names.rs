//! Names of messages.

use requin_wire::names;

names! {
    pub(super) MESSAGE_TYPE_NAMES {
        0 => "Request",
        1 => "Response",
        2 => "Publish",
        3 => "Error",
        15 => "Error",
    }
    pub(super) MESSAGE_ID_NAMES {
        0 => "Session Initiate",
        1 => "Session Close",
        2 => "Keep Alive",
        3 => "Pass Through",
    }
    pub(super) SESSION_INIT_MASTER_TYPE_NAMES {
        0 => "Secondary Host",
        1 => "Primary Host",
    }
    pub(super) ERROR_ERROR_CODE_NAMES {
        0 => "Session closed",
        1 => "Primary session unavailable",
        2 => "Service unavailable",
    }
}
