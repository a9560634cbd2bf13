//! Transactions, [MS-CIFS] sections 2.2.4.33 to 2.2.4.36, 2.2.4.46, 2.2.4.47 and 2.2.4.62: commands inside a command.

use super::common::{completion_filter, flags};
use super::levels::search_attributes;
use super::open::read_fid;
use super::*;
use super::{mailslot, pipe};
use crate::application::dcerpc;

/// Commands inside TRANS2.
const FIND_FIRST: u16 = 1;
const FIND_NEXT: u16 = 2;
const QUERY_FS: u16 = 3;
const QUERY_PATH: u16 = 5;
const SET_PATH: u16 = 6;
const QUERY_FILE: u16 = 7;
const SET_FILE: u16 = 8;
const GET_REFERRALS: u16 = 16;
/// Functions of NT_TRANS.
const NT_NOTIFY: u16 = 4;
/// A pipe's setup: what to do, and the file.
const PIPE_SETUP: u8 = 2;

/// Milliseconds that a server may take.
pub(super) fn timeout<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = requin_wire::le(c.peek_bytes(0, 4)?) as u32;
    let it = cx.field_le(TIMEOUT, c, 4)?;
    cx.label(it, |o| {
        o.s("Timeout: ");
        match n {
            0 => o.s("Return immediately (0)"),
            0xffff_ffff => o.s("Wait indefinitely (-1)"),
            n => crate::application::text::millis(o, n),
        };
    });
    Ok(())
}

/// Where parameters and data lie.
struct Layout {
    parameters: (usize, usize),
    data: (usize, usize),
    setup: u8,
}

fn title(command: u8, sub: Option<u16>) -> &'static str {
    match (command, sub) {
        (command::TRANS2, Some(n)) => names::TRANS2_CMD_NAMES.or(n.into(), "Unknown"),
        (command::NT_TRANS, Some(n)) => names::NT_FUNCTION_NAMES.or(n.into(), "Unknown"),
        _ => "",
    }
}

fn level_field(sub: u16) -> Option<Field> {
    Some(match sub {
        FIND_FIRST | FIND_NEXT => FF2_LOI,
        QUERY_FS => QFSI_LOI,
        QUERY_PATH | QUERY_FILE => QPI_LOI,
        SET_PATH | SET_FILE => SPI_LOI,
        _ => return None,
    })
}

/// What the request said of which the response says nothing.
pub(super) fn recalled<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, asked: past::Asked<'_>) {
    let Some(sub) = asked.sub() else { return };
    let (command, span) = (asked.command(), c.span(0));
    match command {
        command::TRANS2 => {
            cx.add(TRANS2_CMD, span, Value::U(sub.into()));
            if let (Some(field), Some(level)) = (level_field(sub), asked.level())
                && !matches!(sub, SET_PATH | SET_FILE)
            {
                cx.generated(field, span, Value::U(level.into()));
            }
            let named = match sub {
                FIND_FIRST => Some(SEARCH_PATTERN),
                QUERY_PATH | SET_PATH => Some(FILE),
                _ => None,
            };
            if let Some(field) = named {
                let it = cx.add_bytes(field, span, asked.text());
                cx.set_generated(it);
            }
        }
        command::NT_TRANS => _ = cx.add(NT_FUNCTION, span, Value::U(sub.into())),
        _ => return,
    }
    cx.info_add(|o| _ = o.s(", ").s(title(command, Some(sub))));
}

pub(super) fn request<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>, command: u8) -> Step {
    let w = &mut p.words;
    let nt = command == command::NT_TRANS;
    if p.count < if nt { 19 } else { 14 } {
        return p.bytes(cx).map(|_| ());
    }
    let wide = if nt { 4 } else { 2 };
    if nt {
        cx.u8(MSC, w)?;
        cx.bytes(RESERVED, w, 2)?;
    }
    for field in [TPC, TDC, MPC, MDC] {
        cx.uint_le(field, w, wide)?;
    }
    if !nt {
        cx.u8(MSC, w)?;
        cx.bytes(RESERVED, w, 1)?;
        flags(cx, TRANSACTION_FLAGS, w, 2, &[TRANSACTION_FLAGS_OWT, TRANSACTION_FLAGS_DTID])?;
        timeout(cx, w)?;
        cx.bytes(RESERVED, w, 2)?;
    }
    let n = [PC, PO, DC, DATA_OFFSET].map(|field| cx.uint_le(field, w, wide));
    let [pc, po, dc, at] = n;
    let setup = cx.u8(SC, w)?;
    let layout =
        Layout { parameters: (po? as usize, pc? as usize), data: (at? as usize, dc? as usize), setup };
    if !nt {
        cx.bytes(RESERVED, w, 1)?;
    }
    let sub = match command {
        command::TRANS2 if setup > 0 => Some(cx.u16_le(TRANS2_CMD, w)?),
        command::NT_TRANS => Some(cx.u16_le(NT_FUNCTION, w)?),
        _ => None,
    };
    if let Some(sub) = sub {
        cx.info_add(|o| _ = o.s(", ").s(title(command, Some(sub))));
        if nt && sub == NT_NOTIFY && setup == 4 {
            let line = cx.line(w.span(8), |o| _ = o.s("NT NOTIFY Setup"));
            cx.under(line, |cx| -> Step {
                completion_filter(cx, w)?;
                read_fid(cx, w, m)?;
                cx.u8(NT_NOTIFY_WATCH_TREE, w)?;
                cx.bytes(RESERVED, w, 1).map(|_| ())
            })?;
        }
    }
    // The setup is there even where the number of words leaves it out.
    let missing = (2 * usize::from(setup)).saturating_sub(w.left());
    let mut words = if missing > 0 && command == command::TRANS { p.after } else { *w };
    if missing > 0 && command == command::TRANS {
        p.after.skip(missing)?;
    }
    let bcc = p.after;
    cx.u16_le(BCC, &mut p.after)?;
    let mut b = p.after;
    let mut pipe = None;
    if command == command::TRANS {
        let name_at = b;
        let name = string(cx, &mut b, m, TRANS_NAME)?;
        pipe = (setup == PIPE_SETUP && name.starts_with("\\PIPE\\")).then_some(Pipe::Asks(words));
        if name.starts_with("\\MAILSLOT\\") {
            let (at, len) = layout.data;
            let data = if len > 0 { Some(m.at(at, len)?) } else { None };
            return mailslot::message(cx, words, bcc, (&name, name_at), data);
        }
        for nth in 0..if pipe.is_some() { 0 } else { setup } {
            let it = cx.peek_le(TRANS_DATA_SETUP_WORD, &words, 0, 2)?;
            let word = requin_wire::le(words.bytes(2)?);
            cx.label(it, |o| _ = o.s("Setup Word ").u(nth).s(": ").hex(word, 4));
        }
    }
    parts(cx, b, m, command, sub, None, &layout, pipe)
}

pub(super) fn response<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Parts<'_>, m: &Message<'_>, command: u8) -> Step {
    let w = &mut p.words;
    let nt = command == command::NT_TRANS;
    if p.count < if nt { 18 } else { 10 } {
        return p.bytes(cx).map(|_| ());
    }
    let wide = if nt { 4 } else { 2 };
    if nt {
        cx.bytes(RESERVED, w, 3)?;
    }
    cx.uint_le(TPC, w, wide)?;
    cx.uint_le(TDC, w, wide)?;
    if !nt {
        cx.bytes(RESERVED, w, 2)?;
    }
    let [pc, po, pd, dc, at, dd] =
        [PC, PO, PD, DC, DATA_OFFSET, DATA_DISP].map(|field| cx.uint_le(field, w, wide));
    let setup = cx.u8(SC, w)?;
    let layout =
        Layout { parameters: (po? as usize, pc? as usize), data: (at? as usize, dc? as usize), setup };
    if !nt {
        cx.bytes(RESERVED, w, 1)?;
    }
    cx.u16_le(BCC, &mut p.after)?;
    // What continues an earlier message is a part of something.
    if pd? != 0 || dd? != 0 {
        return Ok(());
    }
    let asked = m.asked().filter(|a| a.command() == command);
    let pipe = asked
        .filter(|a| command == command::TRANS && a.file().is_some())
        .and_then(|a| a.sub())
        .map(Pipe::Answers);
    parts(cx, p.after, m, command, asked.and_then(|a| a.sub()), asked.and_then(|a| a.level()), &layout, pipe)
}

/// What is done with a named pipe.
#[derive(Clone, Copy)]
enum Pipe<'a> {
    /// A request with these words of setup.
    Asks(Cursor<'a>),
    /// A response of this function.
    Answers(u16),
}

/// Parameters and data, with what pads them.
#[allow(clippy::too_many_arguments)] // they all come from the one message
fn parts<S: Sink>(
    cx: &mut Cx<'_, S>,
    mut b: Cursor<'_>,
    m: &Message<'_>,
    command: u8,
    sub: Option<u16>,
    mut level: Option<u16>,
    layout: &Layout,
    pipe: Option<Pipe<'_>>,
) -> Step {
    let name = title(command, sub);
    let (at, len) = layout.parameters;
    if at > 0 {
        pad(cx, &mut b, m, at)?;
    }
    if len > 0 {
        let mut c = m.at(at, len)?;
        b.advance(len);
        if command == command::TRANS && pipe.is_none() {
            unknown(cx, &mut c, TRANS_DATA_PARAMETERS)?;
        } else if command != command::TRANS {
            let line = cx.line(c.span(usize::MAX), |o| _ = o.s(name).s(" Parameters"));
            cx.under(line, |cx| -> Step {
                if command == command::TRANS2 {
                    level = parameters(cx, &mut c, m, sub.unwrap_or(u16::MAX), level)?;
                }
                Ok(())
            })?;
        }
    }
    let (at, len) = layout.data;
    pad(cx, &mut b, m, at)?;
    match pipe {
        Some(Pipe::Asks(setup)) => pipe::request(cx, setup, m)?,
        Some(Pipe::Answers(function)) => pipe::response(cx, b, m, function),
        None => {}
    }
    if len == 0 {
        return Ok(());
    }
    let mut c = m.at(at, len)?;
    if pipe.is_some() || layout.setup == 0 && dcerpc::connected(&c, cx.ports) {
        return if dcerpc::connected(&c, cx.ports) { cx.call(dcerpc::ID, c) } else { Ok(()) };
    }
    if command == command::TRANS {
        return unknown(cx, &mut c, TRANS_DATA);
    }
    let line = cx.line(c.span(usize::MAX), |o| _ = o.s(name).s(" Data"));
    cx.under(line, |cx| match (command, sub, level) {
        (command::TRANS2, Some(FIND_FIRST | FIND_NEXT), Some(level)) if m.response => {
            levels::entries(cx, c, level)
        }
        (command::TRANS2, Some(QUERY_FS), Some(level)) if m.response => levels::volume_info(cx, c, level),
        (command::TRANS2, Some(QUERY_PATH | QUERY_FILE), Some(level)) if m.response => {
            levels::file(cx, &mut c, level)
        }
        (command::TRANS2, Some(SET_PATH | SET_FILE), Some(level)) if !m.response => {
            levels::file(cx, &mut c, level)
        }
        (command::TRANS2, Some(GET_REFERRALS), _) if m.response => dfs::response(cx, &mut c),
        (command::NT_TRANS, ..) if m.response => Ok(()),
        _ => unknown(cx, &mut c, UNKNOWN_DATA),
    })
}

/// Bytes up to an offset of the message.
fn pad<S: Sink>(cx: &mut Cx<'_, S>, b: &mut Cursor<'_>, m: &Message<'_>, at: usize) -> Step {
    let here = b.pos() - m.all.pos();
    match at.checked_sub(here) {
        Some(n) if n > 0 && n <= b.left() => cx.bytes(PADDING, b, n).map(|_| ()),
        _ => Ok(()),
    }
}

/// The parameters of TRANS2; gives the level that the data are of.
fn parameters<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    m: &Message<'_>,
    sub: u16,
    asked: Option<u16>,
) -> Result<Option<u16>, Stop> {
    if m.response {
        match sub {
            FIND_FIRST | FIND_NEXT => {
                if let Some(level) = asked {
                    cx.generated(FF2_LOI, c.span(0), Value::U(level.into()));
                }
                if sub == FIND_FIRST {
                    cx.u16_le(SEARCH_ID, c)?;
                }
                cx.u16_le(SEARCH_COUNT, c)?;
                cx.u16_le(END_OF_SEARCH, c)?;
                cx.uint_le(EA_ERROR_OFFSET, c, 2)?;
                cx.u16_le(LAST_NAME_OFFSET, c)?;
            }
            QUERY_PATH | QUERY_FILE | SET_PATH | SET_FILE if c.left() >= 2 => {
                cx.uint_le(EA_ERROR_OFFSET, c, 2)?;
            }
            _ => {}
        }
        return Ok(asked);
    }
    let mut level = None;
    let told = |cx: &mut Cx<'_, S>, names: Names, level: u16| {
        cx.info_add(|o| _ = o.s(", ").s(names.or(level.into(), "Unknown")));
    };
    match sub {
        FIND_FIRST => {
            search_attributes(cx, c)?;
            cx.u16_le(SEARCH_COUNT, c)?;
            find_flags(cx, c)?;
            level = Some(cx.u16_le(FF2_LOI, c)?);
            cx.u32_le(STORAGE_TYPE, c)?;
            let pattern = string(cx, c, m, SEARCH_PATTERN)?;
            cx.info_add(|o| _ = o.s(", Pattern: ").text(pattern.as_bytes()));
        }
        FIND_NEXT => {
            cx.u16_le(SEARCH_ID, c)?;
            cx.u16_le(SEARCH_COUNT, c)?;
            level = Some(cx.u16_le(FF2_LOI, c)?);
            cx.u32_le(RESUME, c)?;
            find_flags(cx, c)?;
            let name = string(cx, c, m, FILE)?;
            cx.info_add(|o| _ = o.s(", Continue: ").text(name.as_bytes()));
        }
        QUERY_FS => {
            let n = cx.u16_le(QFSI_LOI, c)?;
            told(cx, names::QFSI_LOI_NAMES, n);
            level = Some(n);
        }
        QUERY_PATH | SET_PATH => {
            let (field, names) = if sub == QUERY_PATH {
                (QPI_LOI, names::QPI_LOI_NAMES)
            } else {
                (SPI_LOI, names::SPI_LOI_NAMES)
            };
            let n = cx.u16_le(field, c)?;
            told(cx, names, n);
            level = Some(n);
            cx.bytes(RESERVED, c, 4)?;
            let path = string(cx, c, m, FILE)?;
            cx.info_add(|o| _ = o.s(", Path: ").text(path.as_bytes()));
        }
        QUERY_FILE => {
            read_fid(cx, c, m)?;
            let n = cx.u16_le(QPI_LOI, c)?;
            told(cx, names::QPI_LOI_NAMES, n);
            level = Some(n);
        }
        SET_FILE => {
            read_fid(cx, c, m)?;
            level = Some(cx.u16_le(SPI_LOI, c)?);
            cx.bytes(RESERVED, c, 2)?;
        }
        GET_REFERRALS => dfs::request(cx, c)?,
        _ => {}
    }
    Ok(level)
}

fn find_flags<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let bits = [
        FIND_FIRST2_FLAGS_BACKUP,
        FIND_FIRST2_FLAGS_CONTINUE,
        FIND_FIRST2_FLAGS_RESUME,
        FIND_FIRST2_FLAGS_EOS,
        FIND_FIRST2_FLAGS_CLOSE,
    ];
    flags(cx, FIND_FIRST2_FLAGS, c, 2, &bits).map(|_| ())
}

/// What continues a request.
pub(super) fn secondary<S: Sink>(
    cx: &mut Cx<'_, S>,
    p: &mut Parts<'_>,
    m: &Message<'_>,
    command: u8,
) -> Step {
    let w = &mut p.words;
    let nt = command == command::NT_TRANS_SECONDARY;
    if p.count < if nt { 18 } else { 8 } {
        return p.bytes(cx).map(|_| ());
    }
    let wide = if nt { 4 } else { 2 };
    if nt {
        cx.bytes(RESERVED, w, 3)?;
        cx.info_add(|o| _ = o.s(" (secondary request)"));
    }
    for field in [TPC, TDC, PC, PO, PD, DC, DATA_OFFSET, DATA_DISP] {
        cx.uint_le(field, w, wide)?;
    }
    if command == command::TRANS2_SECONDARY && p.count >= 9 {
        read_fid(cx, w, m)?;
    }
    p.bytes(cx).map(|_| ())
}
