//! Real-Time Messaging Protocol of Adobe: greetings, control messages and commands.

pub mod amf;

use crate::common::one_by_one;
use requin_wire::{Cursor, Cx, Field, Key, Past, Pdu, Sink, Step, Stop, Value, names, proto};

proto! {
    RTMPT "rtmpt" "Real Time Messaging Protocol" "RTMP" App
    on [Tcp 1935]
    frames [frames]
    remember [remember]
    fields {
        HANDSHAKE_C0 "rtmpt.handshake.c0" "Protocol version": Bytes;
        HANDSHAKE_S0 "rtmpt.handshake.s0" "Protocol version": Bytes;
        HANDSHAKE_C1 "rtmpt.handshake.c1" "Handshake data": Bytes;
        HANDSHAKE_S1 "rtmpt.handshake.s1" "Handshake data": Bytes;
        HANDSHAKE_C2 "rtmpt.handshake.c2" "Handshake data": Bytes;
        HANDSHAKE_S2 "rtmpt.handshake.s2" "Handshake data": Bytes;
        HEADER_FORMAT "rtmpt.header.format" "Format": U8 Dec & 0xc0;
        HEADER_CSID "rtmpt.header.csid" "Chunk Stream ID": U8 Dec & 0x3f;
        HEADER_TIMESTAMP "rtmpt.header.timestamp" "Timestamp": U24 Dec;
        HEADER_TIMESTAMPDELTA "rtmpt.header.timestampdelta" "Timestamp delta": U24 Dec;
        HEADER_BODYSIZE "rtmpt.header.bodysize" "Body size": U24 Dec;
        HEADER_TYPEID "rtmpt.header.typeid" "Type ID": U8 Hex = HEADER_TYPEID_NAMES;
        HEADER_STREAMID "rtmpt.header.streamid" "Stream ID": U32 Dec;
        SCM_CHUNKSIZE "rtmpt.scm.chunksize" "Chunk size": U32 Dec;
        SCM_SEQ "rtmpt.scm.seq" "Sequence number": U32 Dec;
        SCM_WAS "rtmpt.scm.was" "Window acknowledgement size": U32 Dec;
        SCM_LIMITTYPE "rtmpt.scm.limittype" "Limit type": U8 Dec = SCM_LIMITTYPE_NAMES;
        UCM_EVENTTYPE "rtmpt.ucm.eventtype" "Event type": U16 Dec = UCM_EVENTTYPE_NAMES;
        FUNCTION_RESPONSE "rtmpt.function.response" "Call for this response in frame": Framenum;
    }
}

names! {
    HEADER_TYPEID_NAMES {
        1 => "Set Chunk Size",
        2 => "Abort Message",
        3 => "Acknowledgement",
        4 => "User Control Message",
        5 => "Window Acknowledgement Size",
        6 => "Set Peer Bandwidth",
        8 => "Audio Data",
        9 => "Video Data",
        15 => "AMF3 Data",
        16 => "AMF3 Shared Object",
        17 => "AMF3 Command",
        18 => "AMF0 Data",
        19 => "AMF0 Shared Object",
        20 => "AMF0 Command",
        22 => "Aggregate",
    }
    SCM_LIMITTYPE_NAMES {
        0 => "Hard",
        1 => "Soft",
        2 => "Dynamic",
    }
    UCM_EVENTTYPE_NAMES {
        0 => "Stream Begin",
        1 => "Stream EOF",
        2 => "Stream Dry",
        3 => "Set Buffer Length",
        4 => "Stream Is Recorded",
        6 => "Ping Request",
        7 => "Ping Response",
    }
}

const PORT_VERSION: u8 = 3;
/// A random block of the greeting.
const BLOCK: usize = 1536;
/// How long chunks are until somebody says otherwise.
const CHUNK: u32 = 128;

const SET_CHUNK_SIZE: u8 = 1;
const ACKNOWLEDGEMENT: u8 = 3;
const USER_CONTROL: u8 = 4;
const WINDOW: u8 = 5;
const BANDWIDTH: u8 = 6;
const COMMAND: u8 = 20;

/// What is known of a connection: whose greetings came, and how long each side's chunks are.
#[derive(Clone, Copy)]
struct State {
    greeted: [bool; 2],
    answered: bool,
    chunk: [u32; 2],
}

impl From<[u64; 2]> for State {
    fn from([a, b]: [u64; 2]) -> State {
        let size = |n: u32| if n == 0 { CHUNK } else { n };
        State {
            greeted: [a & 1 != 0, a & 2 != 0],
            answered: a & 4 != 0,
            chunk: [size((b >> 32) as u32), size(b as u32)],
        }
    }
}

impl From<State> for [u64; 2] {
    fn from(s: State) -> [u64; 2] {
        let bits = u64::from(s.greeted[0]) | u64::from(s.greeted[1]) << 1 | u64::from(s.answered) << 2;
        [bits, u64::from(s.chunk[0]) << 32 | u64::from(s.chunk[1])]
    }
}

/// A chunk's head: its length, and what it says of the message.
struct Head {
    len: usize,
    format: u8,
    body: usize,
    kind: u8,
}

/// The head of a message's first chunk; others than whole ones and those that only change the time need what came before.
fn head(b: &[u8]) -> Result<Option<Head>, usize> {
    let first = *b.first().ok_or(1usize)?;
    let basic = match first & 0x3f {
        0 => 2,
        1 => 3,
        _ => 1,
    };
    let format = first >> 6;
    let rest = match format {
        0 => 11,
        1 => 7,
        _ => return Ok(None),
    };
    let h = b.get(basic..basic + rest).ok_or(basic + rest)?;
    let number =
        |at: usize| h.get(at..at + 3).map_or(0, |n| n.iter().fold(0, |v, b| v << 8 | usize::from(*b)));
    let extended = if number(0) == 0xff_ffff { 4 } else { 0 };
    let kind = h.get(6).copied().unwrap_or_default();
    Ok(Some(Head { len: basic + rest + extended, format, body: number(3), kind }))
}

/// How far a message reaches, with the heads of its further chunks.
fn reach(h: &Head, chunk: u32) -> usize {
    h.len + h.body + h.body.saturating_sub(1) / chunk.max(1) as usize
}

fn frames(bytes: &[u8], forward: bool, words: &[u64; 2]) -> Pdu {
    let state = State::from(*words);
    let side = usize::from(!forward);
    if !state.greeted[side] {
        let n = 1 + if forward { BLOCK } else { 2 * BLOCK };
        return if bytes.first() == Some(&PORT_VERSION) { Pdu::Len(n) } else { Pdu::AsItComes };
    }
    if forward && !state.answered {
        return Pdu::Len(BLOCK);
    }
    match head(bytes) {
        Ok(Some(h)) => Pdu::Len(reach(&h, state.chunk[side])),
        Ok(None) => Pdu::AsItComes,
        Err(n) => Pdu::More(n),
    }
}

fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let mut state = State::from(past.state);
    let side = usize::from(!past.now.forward);
    if !state.greeted[side] {
        state.greeted[side] = true;
    } else if side == 0 && !state.answered {
        state.answered = true;
    } else if let Ok(Some(h)) = head(pdu) {
        let body = pdu.get(h.len..).unwrap_or_default();
        match (h.kind, body.first_chunk::<4>()) {
            (SET_CHUNK_SIZE, Some(n)) => state.chunk[side] = (u32::from_be_bytes(*n) & 0x7fff_ffff).max(1),
            (COMMAND, _) => call(past, body),
            _ => {}
        }
    }
    past.state = state.into();
}

/// Calls and their answers have the same number.
fn call(past: &mut Past<'_>, body: &[u8]) {
    let Some((name, number)) = amf::call(body) else { return };
    let key = Key::here(number.to_bits());
    if matches!(name, b"_result" | b"_error") {
        if let Some(call) = past.get(&key) {
            past.note(number.to_bits(), &call);
        }
    } else if number != 0.0 {
        past.set(&key, &[]);
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let forward = cx.conversation().is_none_or(|f| f.forward);
    let mut state = State::from(cx.state());
    // Behind a greeting there are messages, in what one segment ends.
    if cx.nth() > 1 {
        let side = usize::from(!forward);
        (state.greeted[side], state.answered) = (true, true);
    }
    let len = frames(c.rest(), forward, &state.into());
    one_by_one(cx, c, ID, len, |cx, c| part(cx, c, state, forward))
}

fn part<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, state: State, forward: bool) -> Step {
    cx.proto_len(c.left());
    let n = c.left();
    let greeting = matches!(c.rest().first(), Some(&PORT_VERSION)) && !state.greeted[usize::from(!forward)];
    let parts: Option<(&str, &[(Field, usize)])> = match n {
        _ if greeting && n == 1 + BLOCK => {
            Some(("Handshake C0+C1", &[(HANDSHAKE_C0, 1), (HANDSHAKE_C1, BLOCK)]))
        }
        _ if greeting && n == 1 + 2 * BLOCK => {
            Some(("Handshake S0+S1+S2", &[(HANDSHAKE_S0, 1), (HANDSHAKE_S1, BLOCK), (HANDSHAKE_S2, BLOCK)]))
        }
        BLOCK if forward && !state.answered => Some(("Handshake C2", &[(HANDSHAKE_C2, BLOCK)])),
        _ => None,
    };
    if let Some((name, fields)) = parts {
        begin(cx, |o| _ = o.s(name), |o| _ = o.s(name));
        let item = cx.line(c.span(n), |o| _ = o.s(name));
        return cx.under(item, |cx| crate::common::run(cx, &mut c, fields));
    }
    // Without its beginning, nobody knows where in a stream a message starts.
    if !state.greeted[usize::from(!forward)] {
        return Err(Stop::NotMine);
    }
    let Ok(Some(h)) = head(c.rest()) else { return Err(Stop::NotMine) };
    let chunk = state.chunk[usize::from(!forward)] as usize;
    if h.body <= chunk {
        return message(cx, c, &h, None);
    }
    // The heads of further chunks are taken out.
    let body = c.rest().get(h.len..).unwrap_or_default();
    let whole: Vec<u8> = body
        .chunks(chunk + 1)
        .flat_map(|part| part.get(..part.len().min(chunk)).unwrap_or_default())
        .copied()
        .collect();
    cx.with_source("Unchunked RTMP", whole, |cx, body| message(cx, c, &h, Some(body))).unwrap_or(Ok(()))
}

/// Starts a message in the columns and the tree.
fn begin<S: Sink>(
    cx: &mut Cx<'_, S>,
    info: impl Fn(&mut requin_wire::Out<'_>),
    name: impl Fn(&mut requin_wire::Out<'_>),
) {
    cx.protocol("RTMP");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    cx.info_sep("|", |o| info(o));
    cx.info_fence();
    let root = cx.proto_item();
    cx.append(root, |o| {
        o.s(" (");
        name(o);
        o.s(")");
    });
}

fn message<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, h: &Head, other: Option<Cursor<'_>>) -> Step {
    let mut body = match other {
        Some(body) => body,
        None => {
            let mut body = c;
            body.skip(h.len)?;
            body
        }
    };
    let kind = HEADER_TYPEID_NAMES.or(u64::from(h.kind), "Unknown");
    let describe = |o: &mut requin_wire::Out<'_>| describe(o, h.kind, &body);
    begin(
        cx,
        |o| {
            if h.kind != COMMAND && !(h.kind == USER_CONTROL && known(&body)) {
                o.s(kind).s(" ");
            }
            describe(o);
        },
        |o| {
            o.s(kind).s(" ");
            describe(o);
        },
    );
    if h.kind == COMMAND
        && let Some((b"_result" | b"_error", number)) = amf::call(body.rest())
        && let Some(call) = cx.recalled(number.to_bits())
    {
        cx.add(FUNCTION_RESPONSE, c.span(0), Value::U(call.frame));
    }
    let item = cx.line(c.span(h.len), |o| _ = o.s("RTMP Header"));
    cx.under(item, |cx| -> Step {
        cx.peek(HEADER_FORMAT, &c, 1)?;
        cx.peek(HEADER_CSID, &c, 1)?;
        c.skip(match c.peek_u8(0)? & 0x3f {
            0 => 2,
            1 => 3,
            _ => 1,
        })?;
        let time = if h.format == 0 { HEADER_TIMESTAMP } else { HEADER_TIMESTAMPDELTA };
        crate::common::run(cx, &mut c, &[(time, 3), (HEADER_BODYSIZE, 3), (HEADER_TYPEID, 1)])?;
        if h.format == 0 {
            cx.field_le(HEADER_STREAMID, &mut c, 4)?;
        }
        Ok(())
    })?;
    if body.is_empty() {
        return Ok(());
    }
    let item = cx.line(body.span(body.left()), |o| _ = o.s("RTMP Body"));
    cx.under(item, |cx| match h.kind {
        SET_CHUNK_SIZE => cx.u32(SCM_CHUNKSIZE, &mut body).map(|_| ()),
        ACKNOWLEDGEMENT => cx.u32(SCM_SEQ, &mut body).map(|_| ()),
        USER_CONTROL => cx.u16(UCM_EVENTTYPE, &mut body).map(|_| ()),
        WINDOW => cx.u32(SCM_WAS, &mut body).map(|_| ()),
        BANDWIDTH => crate::common::run(cx, &mut body, &[(SCM_WAS, 4), (SCM_LIMITTYPE, 1)]),
        COMMAND => amf::values(cx, &mut body),
        _ => Ok(()),
    })
}

/// Whether a control message's event has a name.
fn known(body: &Cursor<'_>) -> bool {
    body.peek_u16(0).is_ok_and(|event| UCM_EVENTTYPE_NAMES.find(u64::from(event)).is_some())
}

fn describe(o: &mut requin_wire::Out<'_>, kind: u8, body: &Cursor<'_>) {
    let long = |at| body.peek_u32(at).unwrap_or_default();
    match kind {
        SET_CHUNK_SIZE | ACKNOWLEDGEMENT | WINDOW => _ = o.u(long(0)),
        BANDWIDTH => {
            let limit = u64::from(body.peek_u8(4).unwrap_or_default());
            o.u(long(0)).s(",").s(SCM_LIMITTYPE_NAMES.or(limit, "Unknown"));
        }
        USER_CONTROL => {
            let event = body.peek_u16(0).unwrap_or_default();
            match UCM_EVENTTYPE_NAMES.find(u64::from(event)) {
                Some(name) if event == 3 => _ = o.s(name).s(" ").u(long(2)).s(",").u(long(6)).s("ms"),
                Some(name) => _ = o.s(name).s(" ").u(long(2)),
                None => _ = o.hex(event, 1),
            }
        }
        COMMAND => {
            let Some((name, _)) = amf::call(body.rest()) else { return };
            o.text(name).s("(");
            if let Some(about) = amf::about(body.rest()) {
                o.s("'").text(about).s("'");
            }
            o.s(")");
        }
        _ => {}
    }
}
