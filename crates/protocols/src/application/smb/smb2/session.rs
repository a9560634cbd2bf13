//! Sessions and the trees that are connected in them: sections 2.2.5 to 2.2.12.

use super::negotiate::{capabilities, security_mode};
use super::parts::Place;
use super::*;
use crate::application::smb::{common, gss};

/// The bytes of an authentication.
pub(super) fn blob<S: Sink>(cx: &mut Cx<'_, S>, place: Place, m: &Message<'_>) -> Step {
    place.part(cx, &m.all, SECURITY_BLOB, |cx, c| gss::blob(cx, c))
}

pub(super) fn setup<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    let c = &mut c;
    common::flags(cx, SES_REQ_FLAGS, c, 1, &[SES_REQ_FLAGS_SESSION_BINDING])?;
    security_mode(cx, c)?;
    capabilities(cx, c)?;
    cx.u32_le(CHANNEL, c)?;
    // The identifier of the session before stands behind the place of the blob.
    let place = Place::read(c, (2, 2))?;
    cx.u64_le(PREVIOUS_SESID, c)?;
    blob(cx, place, m)
}

pub(super) fn set_up<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    let c = &mut c;
    common::flags(cx, SESSION_FLAGS, c, 2, &[SES_FLAGS_GUEST, SES_FLAGS_NULL, SES_FLAGS_ENCRYPT])?;
    blob(cx, Place::read(c, (2, 2))?, m)
}

pub(super) fn connect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    let bits = [TC_CLUSTER_RECONNECT, TC_REDIRECT_TO_OWNER, TC_EXTENSION_PRESENT, TC_RESERVED];
    common::flags(cx, TC_FLAGS, &mut c, 2, &bits)?;
    let name = Place::read(&mut c, (2, 2))?.text(cx, &m.all, TREE)?;
    cx.info_add(|o| _ = o.s(" Tree: ").text(name.as_bytes()));
    Ok(())
}

pub(super) fn connected<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let c = &mut c;
    cx.u8(SHARE_TYPE, c)?;
    cx.bytes(RESERVED, c, 1)?;
    let raw = requin_wire::le(c.peek_bytes(0, 4)?);
    let bits = [
        SHARE_FLAGS_DFS,
        SHARE_FLAGS_DFS_ROOT,
        SHARE_FLAGS_RESTRICT_EXCLUSIVE_OPENS,
        SHARE_FLAGS_FORCE_SHARED_DELETE,
        SHARE_FLAGS_ALLOW_NAMESPACE_CACHING,
        SHARE_FLAGS_ACCESS_BASED_DIR_ENUM,
        SHARE_FLAGS_FORCE_LEVELII_OPLOCK,
        SHARE_FLAGS_ENABLE_HASH_V1,
        SHARE_FLAGS_ENABLE_HASH_V2,
        SHARE_FLAGS_ENCRYPT_DATA,
        SHARE_FLAGS_IDENTITY_REMOTING,
        SHARE_FLAGS_COMPRESS_DATA,
    ];
    let span = c.span(4);
    let (_, item) = common::flags_item(cx, SHARE_FLAGS, c, 4, &bits)?;
    cx.under(item, |cx| {
        let caching = raw & 0x30;
        let item = cx.add(SHARE_CACHING, span, Value::U(caching));
        cx.label(item, |o| {
            o.s("Caching policy: ").s(names::SHARE_CACHING_NAMES.or(caching, "Unknown")).s(" (");
            o.x(caching, 8).s(")");
        });
    });
    let bits = [
        SHARE_CAPS_DFS,
        SHARE_CAPS_CONTINUOUS_AVAILABILITY,
        SHARE_CAPS_SCALEOUT,
        SHARE_CAPS_CLUSTER,
        SHARE_CAPS_ASSYMETRIC,
        SHARE_CAPS_REDIRECT_TO_OWNER,
    ];
    common::flags(cx, SHARE_CAPS, c, 4, &bits)?;
    common::access_mask(cx, c)
}
