//! References to objects, the second interface of [MS-DCOM]: with one operation more.

use super::declines as dissect;
pub use super::remunk::{OPERATIONS, OPNUM};
use requin_wire::proto;

proto! {
    REMUNK2 "remunk2" "IRemUnknown2" "IRemUnknown2" App
    on []
    fields {}
}
