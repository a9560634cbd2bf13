//! The beginning of a connection: the server's greeting, the login, other methods of authentication.

use super::state::caps;
use super::*;

pub(super) const CAPABILITIES: &[Field] = &[
    CAPS_LP, CAPS_FR, CAPS_LF, CAPS_CD, CAPS_NS, CAPS_CP, CAPS_OB, CAPS_LI, CAPS_IS, CAPS_CU, CAPS_IA,
    CAPS_SL, CAPS_II, CAPS_TA, CAPS_RS, CAPS_SC,
];
const EXTENDED: &[Field] = &[
    CAPS_MS,
    CAPS_MR,
    CAPS_PM,
    CAPS_PA,
    CAPS_CA,
    CAPS_PL,
    CAPS_EP,
    CAPS_SESSION_TRACK,
    CAPS_DEPRECATE_EOF,
    CAPS_OPTIONAL_METADATA,
    CAPS_COMPRESS_ZSD,
    CAPS_QUERY_ATTRS,
    CAPS_MF_AUTH,
    CAPS_CAP_EXT,
    CAPS_UNUSED,
];
const MARIADB: &[Field] =
    &[MARIADB_CAPS_PR, MARIADB_CAPS_CM, MARIADB_CAPS_BO, MARIADB_CAPS_EM, MARIADB_CAPS_ME];

/// The greeting of protocol 10 (and 9, which ends early).
pub(super) fn greeting<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let protocol = c.peek_u8(0)?;
    let item = cx.add(SERVER_GREETING, c.span(usize::MAX), Value::None);
    cx.under(item, |cx| {
        cx.u8(PROTOCOL, c)?;
        let version = cx.strz(VERSION, c)?;
        // MariaDB puts another version before its own, for who takes it for a server that replicates.
        let known = version.strip_prefix(b"5.5.5-").unwrap_or(version);
        cx.info_add(|o| _ = o.s(" proto=").u(protocol).s(" version=").text(known).c(b' '));
        cx.u32_le(THREAD_ID, c)?;
        cx.strz(SALT, c)?;
        if c.is_empty() {
            return Ok(());
        }
        let low = cx.flags_le(CAPS_SERVER, c, 2, CAPABILITIES)?.0;
        if c.is_empty() {
            return Ok(());
        }
        let mariadb = low & 1 == 0;
        cx.u8(if mariadb { MARIADB_SERVER_LANGUAGE } else { SERVER_LANGUAGE }, c)?;
        super::response::status(cx, c)?;
        let high = cx.flags_le(EXTCAPS_SERVER, c, 2, EXTENDED)?.0;
        cx.u8(AUTH_PLUGIN_LENGTH, c)?;
        if mariadb {
            cx.bytes(UNUSED, c, 6)?;
            cx.flags_le(MARIADB_EXTCAPS_SERVER, c, 4, MARIADB)?;
        } else {
            cx.bytes(UNUSED, c, 10)?;
        }
        if !c.is_empty() {
            cx.strz(SALT2, c)?;
        }
        if u64::from(caps::PLUGIN_AUTH >> 16) & high != 0 && !c.is_empty() {
            to_nul(cx, AUTH_PLUGIN, c)?;
        }
        Ok(())
    })
}

/// A text up to its NUL, or to the end of the packet.
pub(super) fn to_nul<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    c: &mut Cursor<'b>,
) -> Result<&'b [u8], Stop> {
    let n = c.rest().iter().position(|b| *b == 0);
    let text = cx.bytes(field, c, n.map_or(c.left(), |n| n + 1))?;
    Ok(text.get(..n.unwrap_or(text.len())).unwrap_or(text))
}

/// The client's capabilities and who logs in.
pub(super) fn login<S: Sink>(cx: &mut Cx<'_, S>, talk: &Talk, c: &mut Cursor<'_>) -> Step {
    let item = cx.add(LOGIN_REQUEST, c.span(usize::MAX), Value::None);
    cx.under(item, |cx| {
        let low = cx.flags_le(CAPS_CLIENT, c, 2, CAPABILITIES)?.0 as u32;
        if low & caps::PROTOCOL_41 == 0 {
            cx.uint_le(MAX_PACKET, c, 3)?;
            let user = to_nul(cx, USER, c)?;
            cx.info_add(|o| _ = o.s("user=").text(user).c(b' '));
            return if c.is_empty() { Ok(()) } else { to_nul(cx, PASSWD, c).map(|_| ()) };
        }
        let high = cx.flags_le(EXTCAPS_CLIENT, c, 2, EXTENDED)?.0 as u32;
        let caps = low | high << 16;
        cx.u32_le(MAX_PACKET, c)?;
        let mariadb = talk.state.mariadb && low & 1 == 0;
        cx.u8(if talk.state.mariadb { MARIADB_CHARSET } else { CHARSET }, c)?;
        if mariadb {
            cx.bytes(UNUSED, c, 19)?;
            cx.flags_le(MARIADB_EXTCAPS_CLIENT, c, 4, MARIADB)?;
        } else {
            cx.bytes(UNUSED, c, 23)?;
        }
        if c.is_empty() {
            // The rest comes inside TLS.
            return Ok(());
        }
        let user = to_nul(cx, USER, c)?;
        cx.info_add(|o| _ = o.s("user=").text(user).c(b' '));
        password(cx, caps, c)?;
        if caps & caps::WITH_DB != 0 && !c.is_empty() {
            let schema = to_nul(cx, SCHEMA, c)?;
            cx.info_add(|o| _ = o.s("db=").text(schema).c(b' '));
        }
        plugin(cx, caps, c)
    })
}

/// What proves who the user is.
fn password<S: Sink>(cx: &mut Cx<'_, S>, caps: u32, c: &mut Cursor<'_>) -> Step {
    if c.is_empty() {
        return Ok(());
    }
    let n = if caps & caps::SECURE != 0 {
        let n = usize::from(c.peek_u8(0)?);
        c.skip(1)?;
        n
    } else {
        c.rest().iter().position(|b| *b == 0).map_or(c.left(), |n| n + 1)
    };
    if n > 0 {
        cx.bytes(PASSWD, c, n)?;
    }
    Ok(())
}

/// The method of authentication, and attributes of the connection.
fn plugin<S: Sink>(cx: &mut Cx<'_, S>, caps: u32, c: &mut Cursor<'_>) -> Step {
    if caps & caps::PLUGIN_AUTH != 0 && !c.is_empty() {
        to_nul(cx, CLIENT_AUTH_PLUGIN, c)?;
    }
    if caps & caps::ATTRIBUTES != 0 && !c.is_empty() {
        attributes(cx, c)?;
    }
    if caps & caps::ZSTD != 0 && !c.is_empty() {
        cx.u8(COMPRESSION_ZSTD_LEVEL, c)?;
    }
    Ok(())
}

fn attributes<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (n, span) = lenenc(cx, c)?;
    let n = within(c, n.unwrap_or(0));
    let item = cx.add(CONNATTRS, Span { len: n as u32, ..span }, Value::None);
    let mut all = c.take(n);
    cx.under(item, |cx| -> Step {
        cx.add(CONNATTRS_LENGTH, span, Value::U(n as u64));
        while !all.is_empty() {
            let start = all;
            let item = cx.add(CONNATTRS_ATTR, all.span(0), Value::None);
            cx.under(item, |cx| -> Step {
                let n = lenenc_field(cx, CONNATTRS_NAME_LENGTH, &mut all)?;
                let n = within(&all, n);
                let name = cx.bytes(CONNATTRS_NAME, &mut all, n)?;
                let n = lenenc_field(cx, CONNATTRS_VALUE_LENGTH, &mut all)?;
                let n = within(&all, n);
                let value = cx.bytes(CONNATTRS_VALUE, &mut all, n)?;
                cx.label(item, |o| _ = o.s("Connection Attribute - ").text(name).s(": ").text(value));
                Ok(())
            })?;
            cx.set_len(item, all.pos() - start.pos());
        }
        Ok(())
    })
}

/// Another user logs in on the same connection.
pub(super) fn change_user<S: Sink>(cx: &mut Cx<'_, S>, caps: u32, c: &mut Cursor<'_>) -> Step {
    to_nul(cx, USER, c)?;
    password(cx, caps, c)?;
    if c.is_empty() {
        return Ok(());
    }
    to_nul(cx, SCHEMA, c)?;
    if c.is_empty() {
        return Ok(());
    }
    cx.u8(CHARSET, c)?;
    c.skip(c.left().min(1))?;
    plugin(cx, caps, c)
}

/// The server wants another method of authentication, or says more of this one.
pub(super) fn switch<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    if c.peek_u8(0)? != 0xfe {
        cx.u8(AUTH_SWITCH_REQUEST_STATUS, c)?;
        return data(cx, AUTH_SWITCH_REQUEST_DATA, c);
    }
    super::response::code(cx, c)?;
    if c.is_empty() {
        // A method that is older than its name.
        return Ok(());
    }
    to_nul(cx, AUTH_SWITCH_REQUEST_NAME, c)?;
    data(cx, AUTH_SWITCH_REQUEST_DATA, c)
}

/// Bytes to the end of the packet.
pub(super) fn data<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    let n = c.left();
    cx.bytes(field, c, n).map(|_| ())
}
