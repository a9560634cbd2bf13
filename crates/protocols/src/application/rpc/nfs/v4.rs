//! Version 4, RFC 7530 and RFC 8881.

use super::*;

pub(super) fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Asked, _: &mut Cursor<'_>) -> Step {
    Ok(())
}
