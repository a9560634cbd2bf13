//! What operations are called with, and what they give back, of those interfaces that are read.

use super::interfaces::{Call, epm};
use super::*;
use requin_wire::ProtoId;

/// The arguments of a call of an interface.
pub(super) fn of<S: Sink>(cx: &mut Cx<'_, S>, interface: ProtoId, call: &Call, c: Cursor<'_>) -> Step {
    match interface {
        epm::ID => epm::arguments(cx, call, c),
        _ => Ok(()),
    }
}
