//! Attributes of objects: CIP volume 1, chapter 5.

use super::*;
use requin_wire::{Field, Stop};

const IDENTITY: u32 = 1;
/// Those of the identity object that Get Attributes All gives.
const IDENTITY_ALL: u32 = 7;
const STATUS_BITS: &[Field] =
    &[ID_OWNED, ID_CONF, ID_EXT, ID_MINOR_FAULT1, ID_MINOR_FAULT2, ID_MAJOR_FAULT1, ID_MAJOR_FAULT2, ID_EXT2];

/// What an attribute holds.
enum Kind {
    Number(Field, usize),
    Revision,
    Status,
    /// Behind a byte with its length.
    ShortString(Field),
}

fn find(class: Option<u32>, instance: Option<u32>, attribute: u32) -> Option<(&'static str, Kind)> {
    // Instance 0 is the class itself.
    if instance.is_none_or(|i| i == 0) {
        return None;
    }
    Some(match (class?, attribute) {
        (IDENTITY, 1) => ("Vendor ID", Kind::Number(ID_VENDOR_ID, 2)),
        (IDENTITY, 2) => ("Device Type", Kind::Number(ID_DEVICE_TYPE, 2)),
        (IDENTITY, 3) => ("Product Code", Kind::Number(ID_PRODUCT_CODE, 2)),
        (IDENTITY, 4) => ("Revision", Kind::Revision),
        (IDENTITY, 5) => ("Status", Kind::Status),
        (IDENTITY, 6) => ("Serial Number", Kind::Number(ID_SERIAL_NUMBER, 4)),
        (IDENTITY, 7) => ("Product Name", Kind::ShortString(ID_PRODUCT_NAME)),
        (IDENTITY, 8) => ("State", Kind::Number(ID_STATE, 1)),
        (IDENTITY, 9) => ("Configuration Consistency Value", Kind::Number(ID_CONFIG_VALUE, 2)),
        (IDENTITY, 10) => ("Heartbeat Interval", Kind::Number(ID_HEARTBEAT, 1)),
        (CONNECTION_MANAGER, 1) => ("Open Requests", Kind::Number(CM_OPEN_REQUESTS, 2)),
        (CONNECTION_MANAGER, 2) => ("Open Format Rejects", Kind::Number(CM_OPEN_FORMAT_REJECTS, 2)),
        (CONNECTION_MANAGER, 3) => ("Open Resource Rejects", Kind::Number(CM_OPEN_RESOURCE_REJECTS, 2)),
        (CONNECTION_MANAGER, 4) => ("Open Other Rejects", Kind::Number(CM_OTHER_OPEN_REJECTS, 2)),
        (CONNECTION_MANAGER, 5) => ("Close Requests", Kind::Number(CM_CLOSE_REQUESTS, 2)),
        (CONNECTION_MANAGER, 6) => ("Close Format Requests", Kind::Number(CM_CLOSE_FORMAT_REQUESTS, 2)),
        (CONNECTION_MANAGER, 7) => ("Close Other Requests", Kind::Number(CM_CLOSE_OTHER_REQUESTS, 2)),
        (CONNECTION_MANAGER, 8) => ("Connection Timeouts", Kind::Number(CM_CONN_TIMOUTS, 2)),
        _ => return None,
    })
}

/// The name of an attribute.
pub(super) fn name(class: Option<u32>, instance: Option<u32>, attribute: u32) -> Option<&'static str> {
    find(class, instance, attribute).map(|a| a.0)
}

/// The attributes that Get Attributes All gives of a class, from the first to this one; 0 when that is not known.
pub(super) fn in_all(path: Path<'_>) -> u32 {
    match (path.class(), path.instance()) {
        (Some(IDENTITY), Some(1..)) => IDENTITY_ALL,
        _ => 0,
    }
}

/// Shows the value of an attribute; `false` when what it holds is not known.
pub(super) fn show<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    path: Path<'_>,
    attribute: u32,
) -> Result<bool, Stop> {
    let Some((_, kind)) = find(path.class(), path.instance(), attribute) else { return Ok(false) };
    match kind {
        Kind::Number(field, n) => _ = cx.uint_le(field, c, n)?,
        Kind::Revision => {
            cx.u8(ID_MAJOR_REV, c)?;
            cx.u8(ID_MINOR_REV, c)?;
        }
        Kind::Status => _ = cx.flags_le(ID_STATUS, c, 2, STATUS_BITS)?,
        Kind::ShortString(field) => {
            let n = usize::from(c.peek_u8(0)?);
            c.skip(1)?;
            cx.bytes(field, c, n)?;
        }
    }
    Ok(true)
}
