//! Domain Name System, RFC 1035 and its many successors; also as multicast DNS (RFC 6762) and LLMNR (RFC 4795).

mod dnssec;
mod edns;
pub(crate) mod fields;
mod name;
mod pairs;
mod rdata;
mod record;
mod svcb;

use crate::application::text;
use fields::*;
pub use fields::{COUNT, DEF, ID};
pub use name::Name;
use requin_wire::{Cursor, Cx, Pdu, Ports, Sink, Step, Stop, TransportKind, Value};

/// Whose rules a message follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flavour {
    /// To and from name servers.
    Dns,
    /// To all neighbours.
    Mdns,
    /// Windows' way to all neighbours.
    Llmnr,
}

/// A message while it is read.
#[derive(Clone, Copy)]
struct Message {
    flavour: Flavour,
    /// Offset of its first byte in the source: what compressed names count from.
    base: usize,
    /// Offset behind the data of the record that is read. What a record must hold is read even when its length
    /// says that there is less.
    end: usize,
}

impl Message {
    /// Whether the record's data goes on, or was passed over: only at its very end nothing is left.
    fn goes_on(self, c: &Cursor<'_>) -> bool {
        c.pos() != self.end
    }

    /// How much is left of the record's data; past its end by one byte, all of the message.
    fn left(self, c: &Cursor<'_>) -> Result<usize, Stop> {
        match self.end.checked_sub(c.pos()) {
            Some(n) => Ok(n),
            None if self.end + 1 == c.pos() => Ok(c.left()),
            None => Err(Stop::Malformed),
        }
    }

    /// Adds what is left of the record's data as one field.
    fn rest<S: Sink>(self, cx: &mut Cx<'_, S>, field: requin_wire::Field, c: &mut Cursor<'_>) -> Step {
        let n = self.left(c)?;
        cx.bytes(field, c, n).map(|_| ())
    }
}

const HEADER: usize = 12;
/// Operation code of a dynamic update, RFC 2136.
const UPDATE: u16 = 5;
/// Operation code of stateful operations, RFC 8490.
const STATEFUL: u16 = 6;

/// Over TCP, each message has its length before it.
fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes.first_chunk::<2>() {
        None => Pdu::More(2),
        Some(len) => match usize::from(u16::from_be_bytes(*len)) {
            n if n < HEADER => Pdu::AsItComes,
            n => Pdu::Len(n + 2),
        },
    }
}

/// Over UDP, on whatever port: a standard query of one question, or its response, with no more records than
/// any sane one has.
fn looks_like(c: &Cursor<'_>, _: Ports) -> bool {
    let Ok(h) = c.peek_array::<HEADER>() else { return false };
    let count = |i: usize| u16::from_be_bytes([h[i], h[i + 1]]);
    let (flags, questions, answers, authorities, more) = (count(2), count(4), count(6), count(8), count(10));
    if flags & 0x7800 != 0 || authorities > 10 || more > 10 || c.left() == HEADER {
        return false;
    }
    if flags & 0x8000 == 0 {
        return questions == 1 && answers == 0 && authorities == 0;
    }
    questions <= 1 && answers <= 100
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    // As the body of HTTP (RFC 8484), a message has no length before it.
    let body = cx.with_media(|_, kind, _| kind == b"application/dns-message");
    let stream = cx.out.transports.last().is_some_and(|t| t.kind == TransportKind::Tcp);
    if !stream || body {
        return message(cx, c, Flavour::Dns, None);
    }
    // Each message has its length before it.
    let mut first = true;
    while !c.is_empty() {
        let begin = c;
        let len = usize::from(c.peek_u16(0).map_err(|stop| if first { Stop::NotMine } else { stop })?);
        if len < HEADER {
            return if first { Err(Stop::NotMine) } else { Err(Stop::Malformed) };
        }
        // When the capture cut the segment, nothing is waited for.
        if len + 2 > c.left() && !c.is_cut() {
            // The rest comes in a later segment.
            return if first { Err(Stop::NotMine) } else { Ok(()) };
        }
        if !first {
            return cx.call(ID, begin);
        }
        first = false;
        c.advance(2);
        let body = c.take(len);
        cx.proto_len(len + 2);
        message(cx, body, Flavour::Dns, Some(begin))?;
    }
    Ok(())
}

/// Dissects one message; `prefix` stands at the length before it, when it came over a stream.
///
/// # Errors
/// When the message ends before it should.
pub fn message<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: Cursor<'_>,
    flavour: Flavour,
    prefix: Option<Cursor<'_>>,
) -> Step {
    let m = Message { flavour, base: c.pos(), end: c.pos() };
    cx.protocol(match flavour {
        Flavour::Dns => "DNS",
        Flavour::Mdns => "MDNS",
        Flavour::Llmnr => "LLMNR",
    });
    if prefix.is_none() || !cx.out.layers.iter().any(|l| l.proto == ID && l.nth > 1) {
        cx.info_clear();
    }
    let h = c.peek_array::<4>()?;
    let (id, flags) = (u16::from_be_bytes([h[0], h[1]]), u16::from_be_bytes([h[2], h[3]]));
    let response = flags & 0x8000 != 0;
    let opcode = flags >> 11 & 15;
    cx.proto_append(|o| _ = o.s(if response { " (response)" } else { " (query)" }));
    let operation = FLAGS_OPCODE_NAMES.find(u64::from(opcode));
    cx.info_sep(" , ", |o| {
        match operation {
            Some(name) => o.s(name),
            None => o.s("Unknown operation (").u(opcode).s(")"),
        };
        o.s(if response { " response " } else { " " }).hex(id, 4);
        if response && flags & 15 != 0 {
            o.s(" ");
            match FLAGS_RCODE_NAMES.find(u64::from(flags & 15)) {
                Some(name) => o.s(name),
                None => o.s("Unknown error (").u(flags & 15).s(")"),
            };
        }
    });
    if let Some(p) = prefix {
        cx.peek(LENGTH, &p, 2)?;
    }
    let whole = c;
    let mut c = c;
    let item = cx.field(ID_FIELD, &mut c, 2)?;
    let pair = pairs::Pair::of(cx, id, response, &whole);
    header_flags(cx, &mut c, flavour, flags)?;
    // With records it is read like any other (RFC 8490 section 5.4 wants none).
    if opcode == STATEFUL && c.peek_bytes(0, 8)?.iter().all(|b| *b == 0) {
        let body = c.take(8);
        for field in [COUNT_QUERIES, COUNT_ANSWERS, COUNT_AUTH_RR, COUNT_ADD_RR] {
            let mut b = body;
            _ = cx.field(field, &mut b, 2);
        }
        return edns::stateful(cx, c);
    }
    let update = opcode == UPDATE;
    let names = if update {
        [COUNT_ZONES, COUNT_PREREQUISITES, COUNT_UPDATES, COUNT_ADD_RR]
    } else {
        [COUNT_QUERIES, COUNT_ANSWERS, COUNT_AUTH_RR, COUNT_ADD_RR]
    };
    let mut counts = [0u16; 4];
    for (count, field) in counts.iter_mut().zip(names) {
        *count = cx.u16(field, &mut c)?;
    }
    let titles = if update {
        ["Zone", "Prerequisites", "Updates", "Additional records"]
    } else {
        ["Queries", "Answers", "Authoritative nameservers", "Additional records"]
    };
    for (i, (count, title)) in counts.into_iter().zip(titles).enumerate() {
        if count == 0 {
            continue;
        }
        let start = c;
        let section = cx.line(c.span(0), |o| _ = o.s(title));
        let step = cx.under(section, |cx| {
            for _ in 0..count {
                if i == 0 {
                    record::question(cx, m, &mut c)?;
                } else {
                    record::record(cx, m, &mut c)?;
                }
            }
            Ok(())
        });
        let len = c.pos() - start.pos();
        cx.set_len(section, len);
        step?;
    }
    if prefix.is_none() && !c.is_empty() && c.captured() > 0 {
        let n = c.captured();
        let span = c.span(n);
        let top = cx.line(span, |o| _ = o.s("Extraneous data"));
        cx.add(EXTRANEOUS_DATA, span, Value::Bytes(span));
        let item = cx.generated(EXTRANEOUS_LENGTH, span, Value::I(n as i64));
        _ = item;
        cx.expert(EXTRANEOUS, top, span);
    }
    pair.warn(cx, item, c.span(0));
    pair.show(cx, c.span(0));
    Ok(())
}

/// The flags, of which queries and the flavours have different ones.
fn header_flags<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, flavour: Flavour, flags: u16) -> Step {
    let response = flags & 0x8000 != 0;
    let at = *c;
    let (_, item) = cx.flags(FLAGS, c, 2, &[FLAGS_RESPONSE, FLAGS_OPCODE])?;
    cx.append(item, |o| {
        o.s(" ").s(FLAGS_OPCODE_NAMES.or(u64::from(flags >> 11 & 15), "Unknown operation"));
        if response {
            o.s(" response, ").s(FLAGS_RCODE_NAMES.or(u64::from(flags & 15), "Unknown error"));
        }
    });
    cx.under(item, |cx| -> Step {
        let bit = |cx: &mut Cx<'_, S>, field| cx.peek(field, &at, 2).map(|_| ());
        if flavour == Flavour::Llmnr {
            bit(cx, FLAGS_CONFLICT)?;
        } else if response {
            bit(cx, FLAGS_AUTHORITATIVE)?;
        }
        bit(cx, FLAGS_TRUNCATED)?;
        if flavour == Flavour::Llmnr {
            bit(cx, FLAGS_TENTATIVE)?;
        } else {
            bit(cx, FLAGS_RECDESIRED)?;
            if response {
                bit(cx, FLAGS_RECAVAIL)?;
            }
            bit(cx, FLAGS_Z)?;
            if response {
                bit(cx, FLAGS_AUTHENTICATED)?;
            } else if flags & 0x20 != 0 {
                let it = cx.peek(FLAGS_AUTHENTICATED, &at, 2)?;
                cx.label(it, |o| _ = o.s(".... .... ..1. .... = AD bit: Set"));
            }
            bit(cx, FLAGS_CHECKDISABLE)?;
        }
        if response {
            bit(cx, FLAGS_RCODE)?;
        }
        Ok(())
    })
}

/// A number of seconds, in words behind the value.
fn seconds<S: Sink>(cx: &mut Cx<'_, S>, field: requin_wire::Field, c: &mut Cursor<'_>) -> Result<u32, Stop> {
    let raw = c.peek_u32(0)?;
    let item = cx.field(field, c, 4)?;
    cx.append(item, |o| {
        o.s(" (");
        text::seconds(o, raw);
        o.s(")");
    });
    Ok(raw)
}

/// Multicast DNS, RFC 6762.
pub mod mdns {
    use super::fields::*;
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        MDNS "mdns" "Multicast Domain Name System" "mDNS" App
        on [Udp 5353]
        remember [super::pairs::remember] for [RESPONSE_TO, RETRANSMISSION, RETRANSMIT_REQUEST_IN, RETRANSMIT_RESPONSE_IN, TIME, UNSOLICITED, RETRANSMIT_REQUEST, RETRANSMIT_RESPONSE]
        fields {}
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::message(cx, c, super::Flavour::Mdns, None)
    }
}

/// Link-local multicast name resolution, RFC 4795.
pub mod llmnr {
    use super::fields::*;
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        LLMNR "llmnr" "Link-local Multicast Name Resolution" "LLMNR" App
        on [Udp 5355]
        remember [super::pairs::remember] for [RESPONSE_TO, RETRANSMISSION, RETRANSMIT_REQUEST_IN, RETRANSMIT_RESPONSE_IN, TIME, UNSOLICITED, RETRANSMIT_REQUEST, RETRANSMIT_RESPONSE]
        fields {}
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::message(cx, c, super::Flavour::Llmnr, None)
    }
}
