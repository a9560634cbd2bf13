//! Negotiation, sessions and connected trees, [MS-CIFS] sections 2.2.4.52, 2.2.4.53 and 2.2.4.55.

use super::common::{access_mask, file_time, flags};
use super::levels::dos_time;
use super::*;

pub(super) fn dialects<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>) -> Step {
    let mut c = p.bytes(cx)?;
    let line = cx.line(c.span(usize::MAX), |o| _ = o.s("Requested Dialects"));
    cx.under(line, |cx| {
        while c.left() >= 2 {
            let n = c.rest().iter().position(|b| *b == 0).ok_or(Stop::Short)?;
            let name = Span { start: c.pos() as u32 + 1, ..c.span(n.saturating_sub(1)) };
            let item = cx.add(DIALECT, c.span(n + 1), Value::Str(name));
            cx.under(item, |cx| -> Step {
                cx.u8(BUFFER_FORMAT, &mut c)?;
                ascii(cx, &mut c, DIALECT_NAME).map(|_| ())
            })?;
        }
        Ok(())
    })
}

/// A response to a negotiation: of the core protocol, of LAN Manager, of NT.
pub(super) fn negotiated<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>) -> Step {
    let w = &mut p.words;
    if p.count >= 1 {
        let index = requin_wire::le(w.peek_bytes(0, 2)?);
        let name = m.asked().and_then(|a| a.text().split(|b| *b == b'\n').nth(index as usize));
        let it = cx.field_le(DIALECT_INDEX, w, 2)?;
        let count = p.count;
        cx.label(it, |o| {
            o.s("Selected Index: ").u(index);
            match (count, name) {
                (13, _) => o.s(", Greater than CORE PROTOCOL and up to LANMAN2.1"),
                (17, Some(name)) => o.s(": ").text(name),
                _ => o,
            };
        });
    }
    match p.count {
        13 => lan_manager(cx, p, m),
        17 => nt(cx, p, m),
        _ => p.bytes(cx).map(|_| ()),
    }
}

fn lan_manager<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>) -> Step {
    let w = &mut p.words;
    flags(cx, SM, w, 2, &[SM_MODE, SM_PASSWORD])?;
    cx.uint_le(MAX_BUFSIZE, w, 2)?;
    cx.u16_le(MAX_MPX_COUNT, w)?;
    cx.u16_le(MAX_VCS, w)?;
    flags(cx, RM, w, 2, &[RM_READ, RM_WRITE])?;
    cx.u32_le(SESSION_KEY, w)?;
    dos_time(cx, SERVER_DATE_TIME, SERVER_DATE_TIME_SMB_DATE, SERVER_DATE_TIME_SMB_TIME, w)?;
    timezone(cx, w)?;
    let len = cx.u16_le(CHALLENGE_LENGTH, w)?;
    cx.bytes(RESERVED, w, 2)?;
    let mut b = p.bytes(cx)?;
    if len > 0 {
        cx.bytes(CHALLENGE, &mut b, len.into())?;
    }
    if !b.is_empty() {
        string(cx, &mut b, m, PRIMARY_DOMAIN)?;
    }
    Ok(())
}

fn timezone<S: Sink>(cx: &mut Cx<'_, S>, w: &mut Cursor<'_>) -> Step {
    let minutes = requin_wire::le(w.peek_bytes(0, 2)?) as u16 as i16;
    let it = cx.field_le(SERVER_TIMEZONE, w, 2)?;
    cx.label(it, |o| _ = o.s("Server Time Zone: ").i(minutes).s(" min from UTC"));
    Ok(())
}

fn nt<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>) -> Step {
    let w = &mut p.words;
    flags(cx, SM, w, 1, &[SM_MODE, SM_PASSWORD, SM_SIGNATURES, SM_SIG_REQUIRED])?;
    cx.u16_le(MAX_MPX_COUNT, w)?;
    cx.u16_le(MAX_VCS, w)?;
    cx.u32_le(MAX_BUFSIZE, w)?;
    cx.u32_le(MAX_RAW, w)?;
    cx.u32_le(SESSION_KEY, w)?;
    let can = capabilities(cx, w)?;
    let extended = can & 0x8000_0000 != 0;
    file_time(cx, SYSTEM_TIME, w)?;
    timezone(cx, w)?;
    let len = usize::from(w.peek_u8(0)?);
    cx.uint_le(CHALLENGE_LENGTH, w, 1)?;
    let mut b = p.bytes(cx)?;
    if extended && m.extended {
        cx.field(SERVER_GUID, &mut b, 16)?;
        return secure(cx, b);
    }
    if len > 0 {
        cx.bytes(CHALLENGE, &mut b, len)?;
    }
    for field in [PRIMARY_DOMAIN, SERVER] {
        // Whatever the header says, and without any alignment.
        let unicode = can & 4 != 0;
        if b.is_empty() {
            break;
        }
        if unicode {
            let units = b.rest().chunks_exact(2).position(|u| u == [0, 0]);
            let n = units.map_or(b.left() / 2 * 2, |n| 2 * n + 2);
            common::utf16(cx, field, &mut b, n)?;
            if units.is_none() {
                break;
            }
        } else {
            ascii(cx, &mut b, field)?;
        }
    }
    Ok(())
}

fn capabilities<S: Sink>(cx: &mut Cx<'_, S>, w: &mut Cursor<'_>) -> Result<u64, Stop> {
    let bits = [
        SERVER_CAP_RAW_MODE,
        SERVER_CAP_MPX_MODE,
        SERVER_CAP_UNICODE,
        SERVER_CAP_LARGE_FILES,
        SERVER_CAP_NT_SMBS,
        SERVER_CAP_RPC_REMOTE_APIS,
        SERVER_CAP_NT_STATUS,
        SERVER_CAP_LEVEL_2_OPLOCKS,
        SERVER_CAP_LOCK_AND_READ,
        SERVER_CAP_NT_FIND,
        SERVER_CAP_DFS,
        SERVER_CAP_INFOLEVEL_PASSTHRU,
        SERVER_CAP_LARGE_READX,
        SERVER_CAP_LARGE_WRITEX,
        SERVER_CAP_LWIO,
        SERVER_CAP_UNIX,
        SERVER_CAP_COMPRESSED_DATA,
        SERVER_CAP_DYNAMIC_REAUTH,
        SERVER_CAP_EXTENDED_SECURITY,
    ];
    flags(cx, SERVER_CAP, w, 4, &bits)
}

fn secure<S: Sink>(cx: &mut Cx<'_, S>, blob: Cursor<'_>) -> Step {
    let span = blob.span(usize::MAX);
    let item = cx.add(SECURITY_BLOB, span, Value::Bytes(span));
    cx.under(item, |cx| gss::blob(cx, blob))
}

fn systems<S: Sink>(cx: &mut Cx<'_, S>, b: &mut Cursor<'_>, m: &Message<'_>, fields: &[Field]) -> Step {
    for field in fields {
        if !b.is_empty() {
            string(cx, b, m, *field)?;
        }
    }
    Ok(())
}

pub(super) fn setup<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>) -> Step {
    let w = &mut p.words;
    if !matches!(p.count, 10 | 12 | 13) {
        return p.bytes(cx).map(|_| ());
    }
    cx.u16_le(MAX_BUF, w)?;
    cx.u16_le(MAX_MPX_COUNT, w)?;
    cx.u16_le(VC, w)?;
    cx.u32_le(SESSION_KEY, w)?;
    match p.count {
        10 => {
            let len = cx.u16_le(PWLEN, w)?;
            cx.bytes(RESERVED, w, 4)?;
            let mut b = p.bytes(cx)?;
            if len > 0 {
                cx.bytes(PASSWORD, &mut b, len.into())?;
            }
            account(cx, &mut b, m)?;
            systems(cx, &mut b, m, &[NATIVE_OS, NATIVE_LANMAN])
        }
        12 => {
            let len = cx.u16_le(SECURITY_BLOB_LEN, w)?;
            cx.bytes(RESERVED, w, 4)?;
            capabilities(cx, w)?;
            let mut b = p.bytes(cx)?;
            let blob = b.take_all(len.into())?;
            secure(cx, blob)?;
            systems(cx, &mut b, m, &[NATIVE_OS, NATIVE_LANMAN])
        }
        _ => {
            let ansi = cx.u16_le(ANSI_PWLEN, w)?;
            let unicode = cx.u16_le(UNICODE_PWLEN, w)?;
            cx.bytes(RESERVED, w, 4)?;
            capabilities(cx, w)?;
            let mut b = p.bytes(cx)?;
            for (field, len) in [(ANSI_PASSWORD, ansi), (UNICODE_PASSWORD, unicode)] {
                if len > 0 {
                    cx.bytes(field, &mut b, len.into())?;
                }
            }
            account(cx, &mut b, m)?;
            systems(cx, &mut b, m, &[NATIVE_OS, NATIVE_LANMAN])
        }
    }
}

/// Who authenticates.
fn account<S: Sink>(cx: &mut Cx<'_, S>, b: &mut Cursor<'_>, m: &Message<'_>) -> Step {
    let account = string(cx, b, m, ACCOUNT)?;
    let domain = if b.is_empty() { String::new() } else { string(cx, b, m, PRIMARY_DOMAIN)? };
    cx.info_add(|o| {
        o.s(", User: ");
        if account.is_empty() && domain.is_empty() {
            o.s("anonymous");
        } else {
            o.text(domain.as_bytes()).c(b'\\').text(account.as_bytes());
        }
    });
    Ok(())
}

pub(super) fn set_up<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>) -> Step {
    let w = &mut p.words;
    if !matches!(p.count, 3 | 4) {
        return p.bytes(cx).map(|_| ());
    }
    flags(cx, SETUP_ACTION, w, 2, &[SETUP_ACTION_GUEST])?;
    let len = if p.count == 4 { cx.u16_le(SECURITY_BLOB_LEN, w)? } else { 0 };
    let mut b = p.bytes(cx)?;
    if p.count == 4 {
        let blob = b.take_all(len.into())?;
        secure(cx, blob)?;
        return systems(cx, &mut b, m, &[NATIVE_OS, NATIVE_LANMAN]);
    }
    systems(cx, &mut b, m, &[NATIVE_OS, NATIVE_LANMAN, PRIMARY_DOMAIN])
}

pub(super) fn connect<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>) -> Step {
    let w = &mut p.words;
    if p.count < 4 {
        return p.bytes(cx).map(|_| ());
    }
    let bits = [CONNECT_FLAGS_DTID, CONNECT_FLAGS_EXTENDEDSIG, CONNECT_FLAGS_EXTENDEDRESP];
    flags(cx, CONNECT_FLAGS, w, 2, &bits)?;
    let len = cx.u16_le(PWLEN, w)?;
    let mut b = p.bytes(cx)?;
    if len > 0 {
        cx.bytes(PASSWORD, &mut b, len.into())?;
    }
    let path = string(cx, &mut b, m, PATH)?;
    cx.info_add(|o| _ = o.s(", Path: ").text(path.as_bytes()));
    ascii(cx, &mut b, SERVICE).map(|_| ())
}

pub(super) fn connected<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>) -> Step {
    let w = &mut p.words;
    if p.count >= 3 {
        let bits = [
            CONNECT_SUPPORT_SEARCH,
            CONNECT_SUPPORT_DFS,
            CONNECT_SUPPORT_CSCMASK,
            CONNECT_SUPPORT_UNIQFILENAME,
            CONNECT_SUPPORT_EXTENDEDSIG,
        ];
        flags(cx, CONNECT_SUPPORT, w, 2, &bits)?;
    }
    if p.count >= 7 {
        for title in ["Maximal Share Access Rights", "Guest Maximal Share Access Rights"] {
            let line = cx.line(w.span(4), |o| _ = o.s(title));
            cx.under(line, |cx| access_mask(cx, w))?;
        }
    }
    let mut b = p.bytes(cx)?;
    if b.is_empty() {
        return Ok(());
    }
    ascii(cx, &mut b, SERVICE)?;
    systems(cx, &mut b, m, &[NATIVE_FS])
}
