//! SRTCP (RFC 3711 section 3.4): packets that are encrypted but for the first eight bytes.

use super::{SRTCP_AUTH_TAG, SRTCP_E, SRTCP_INDEX, SRTCP_MKI};
use crate::application::rtp::setup::Srtp;
use requin_wire::{Cursor, Cx, Sink, Step, proto};

proto! {
    SRTCP "srtcp" "Secure Real-time Transport Control Protocol" "SRTCP" App
    on []
    fields {}
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    super::packet(cx, c)
}

/// What follows the last packet: whether they are encrypted, the index, the key's number, the tag.
pub(super) fn tail<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, srtp: Option<Srtp>) -> Step {
    let Some(srtp) = srtp else { return Ok(()) };
    cx.peek(SRTCP_E, &c, 4)?;
    cx.u32(SRTCP_INDEX, &mut c)?;
    for (field, len) in [(SRTCP_MKI, srtp.mki), (SRTCP_AUTH_TAG, srtp.tags[1])] {
        if len > 0 {
            cx.bytes(field, &mut c, usize::from(len))?;
        }
    }
    Ok(())
}
