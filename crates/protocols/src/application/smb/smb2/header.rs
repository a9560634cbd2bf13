//! The headers: of plain, encrypted and compressed messages, and what stands in place of a response that failed.

use super::*;
use crate::application::smb::common::flags;
use requin_wire::{Item, Span};

/// Names of a message: its command, and who sends it.
pub(super) fn title(m: &Message<'_>) -> (&'static str, &'static str) {
    let kind = if m.response { " Response" } else { " Request" };
    if m.command != command::BREAK {
        return (names::CMD_NAMES.or(u64::from(m.command), "Unknown"), kind);
    }
    let size = m.all.peek_bytes(HEADER, 2).map_or(0, requin_wire::le);
    let name = match size {
        24 => "Oplock Break",
        36 | 44 => "Lease Break",
        _ => "Break",
    };
    // Nobody asked for a notification, so it has no number.
    let id = m.all.peek_bytes(24, 8).map_or(0, requin_wire::le);
    match (m.response, id) {
        (true, u64::MAX) => (name, " Notification"),
        (true, _) => (name, " Response"),
        (false, _) => (name, " Acknowledgment"),
    }
}

/// The header: section 2.2.1.
pub(super) fn header<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, m: &Message<'_>, bits: u32) -> Step {
    cx.u32(PROTOCOL_ID, c)?;
    cx.u16_le(HEADER_LEN, c)?;
    cx.u16_le(CREDIT_CHARGE, c)?;
    if m.response {
        cx.u32_le(NT_STATUS, c)?;
    } else {
        cx.u16_le(CHANNEL_SEQUENCE, c)?;
        cx.bytes(RESERVED, c, 2)?;
    }
    cx.u16_le(CMD, c)?;
    cx.u16_le(if m.response { CREDITS_GRANTED } else { CREDITS_REQUESTED }, c)?;
    let of = [
        FLAGS_RESPONSE,
        FLAGS_ASYNC,
        FLAGS_CHAINED,
        FLAGS_SIGNATURE,
        FLAGS_PRIORITY_MASK,
        FLAGS_DFS,
        FLAGS_REPLAY,
    ];
    flags(cx, FLAGS, c, 4, &of)?;
    cx.u32_le(CHAIN_OFFSET, c)?;
    cx.u64_le(MSG_ID, c)?;
    if bits & ASYNC != 0 {
        cx.u64_le(AID, c)?;
    } else {
        cx.u32_le(PID, c)?;
        let span = c.span(4);
        let item = cx.field_le(TID, c, 4)?;
        tree(cx, item, span, m);
    }
    let span = c.span(8);
    let item = cx.field_le(SESID, c, 8)?;
    session(cx, item, span, &m.known);
    cx.bytes(SIGNATURE, c, 16)?;
    if let Some(asked) = m.known.request {
        cx.generated(RESPONSE_TO, m.all.span(0), Value::U(asked.frame));
        cx.generated(TIME, m.all.span(0), cx.meta.time.since(asked.time).into());
    }
    Ok(())
}

/// The share that a tree is, under its number.
fn tree<S: Sink>(cx: &mut Cx<'_, S>, item: Item, span: Span, m: &Message<'_>) {
    let Some(tree) = m.known.tree else { return };
    let (kind, name) = tree.bytes.split_first().map_or((0, &[][..]), |(k, n)| (*k, n));
    cx.append(item, |o| _ = o.s("  ").text(name));
    cx.under(item, |cx| {
        let it = cx.add_bytes(TREE, span, name);
        cx.set_generated(it);
        cx.generated(SHARE_TYPE, span, Value::U(kind.into()));
        cx.generated(TCON_FRAME, span, Value::U(tree.frame));
    });
}

/// Who authenticated, under the number of the session.
fn session<S: Sink>(cx: &mut Cx<'_, S>, item: Item, span: Span, known: &Known<'_>) {
    let Some(session) = known.session else { return };
    let mut names = session.bytes.split(|b| *b == 0);
    let names = [names.next(), names.next(), names.next()];
    if let [Some(account), Some(domain), Some(host)] = names {
        cx.append(item, |o| {
            o.s(" Acct:").text(account).s(" Domain:").text(domain).s(" Host:").text(host);
        });
    }
    cx.under(item, |cx| {
        if let [Some(account), Some(domain), Some(host)] = names {
            for (field, name) in [(ACCT, account), (DOMAIN, domain), (HOST, host)] {
                let it = cx.add_bytes(field, span, name);
                cx.set_generated(it);
            }
        }
        cx.generated(AUTH_FRAME, span, Value::U(session.frame));
    });
}

/// An encrypted message: section 2.2.41.
pub(super) fn transform<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.info_sep(";", |o| _ = o.s("Encrypted SMB3"));
    let line = cx.line(c.span(52), |o| _ = o.s("SMB2 Transform Header"));
    let size = cx.under(line, |cx| -> Result<u32, requin_wire::Stop> {
        let c = &mut c;
        cx.u32(PROTOCOL_ID, c)?;
        cx.bytes(HEADER_TRANSFORM_SIGNATURE, c, 16)?;
        cx.bytes(HEADER_TRANSFORM_NONCE, c, 16)?;
        let size = cx.u32_le(HEADER_TRANSFORM_MSG_SIZE, c)?;
        cx.bytes(HEADER_TRANSFORM_RESERVED, c, 2)?;
        flags(cx, HEADER_TRANSFORM_FLAGS, c, 2, &[HEADER_TRANSFORM_FLAGS_ENCRYPTED])?;
        let span = c.span(8);
        let id = requin_wire::le(c.peek_bytes(0, 8)?);
        let item = cx.field_le(SESID, c, 8)?;
        session(cx, item, span, &Known::of_encrypted(cx, id));
        Ok(size)
    })?;
    let line = cx.line(c.span(usize::MAX), |o| _ = o.s("Encrypted SMB3 data"));
    cx.under(line, |cx| {
        let n = c.left().min(size as usize);
        cx.bytes(HEADER_TRANSFORM_ENC_DATA, &mut c, n).map(|_| ())
    })
}

/// A compressed message: section 2.2.42.
pub(super) fn compressed<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.info_sep(";", |o| _ = o.s("Compressed SMB3"));
    let line = cx.line(c.span(16), |o| _ = o.s("SMB2 Compression Transform Header"));
    cx.under(line, |cx| -> Step {
        let c = &mut c;
        cx.u32(PROTOCOL_ID, c)?;
        cx.u32_le(HEADER_COMP_TRANSFORM_ORIGINAL_SIZE, c)?;
        cx.u16_le(HEADER_COMP_TRANSFORM_COMP_ALG, c)?;
        let chained = cx.u16_le(HEADER_COMP_TRANSFORM_FLAGS, c)? & 1 != 0;
        let last = if chained { HEADER_COMP_TRANSFORM_LENGTH } else { HEADER_COMP_TRANSFORM_OFFSET };
        cx.u32_le(last, c).map(|_| ())
    })?;
    let line = cx.line(c.span(usize::MAX), |o| _ = o.s("Compressed SMB3 data"));
    cx.under(line, |cx| {
        let n = c.left();
        cx.bytes(HEADER_COMP_TRANSFORM_DATA, &mut c, n).map(|_| ())
    })
}

/// Whether a response tells of an error instead of what was asked for (section 3.3.4.4 lists the exceptions).
pub(super) fn failed(m: &Message<'_>) -> bool {
    let tells = matches!(
        (m.command, m.status),
        (_, 0)
            | (command::SESSION_SETUP, past::status::MORE_PROCESSING)
            | (command::READ | command::IOCTL | command::GET_INFO, past::status::BUFFER_OVERFLOW)
            | (command::NOTIFY, past::status::NOTIFY_ENUM_DIR)
    );
    !tells
}

/// What stands in place of a response that failed: section 2.2.2.
pub(super) fn error<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.u8(ERROR_CONTEXT_COUNT, &mut c)?;
    cx.u8(ERROR_RESERVED, &mut c)?;
    let count = cx.u32_le(ERROR_BYTE_COUNT, &mut c)? as usize;
    // One byte stands there also when there is nothing to say, but not between messages of a chain.
    let n = if count == 0 { c.left().min(1) } else { count };
    cx.bytes(ERROR_DATA, &mut c, n).map(|_| ())
}

/// The hash over what was said before authentication.
pub(super) fn preauth<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, m: &Message<'_>) {
    if let Some(hash) = m.known.preauth {
        let it = cx.add_bytes(PREAUTH_HASH, c.span(0), &hash.bytes);
        cx.set_generated(it);
    }
}
