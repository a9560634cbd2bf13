//! User Datagram Protocol, RFC 768, and its lightweight sibling, RFC 3828.

use super::later;
use crate::Usual;
use crate::bare::Above;
use requin_wire::{
    AddrKind, Cursor, Cx, Dissection, Out, Sink, Span, Step, Stop, Table, Transport, TransportFacts,
    TransportKind, Value, block, proto,
};

proto! {
    UDP "udp" "User Datagram Protocol" "UDP" Transport
    on [IpProto 17]
    fields {
        SRCPORT "udp.srcport" "Source Port": U16 PtUdp;
        DSTPORT "udp.dstport" "Destination Port": U16 PtUdp;
        PORT "udp.port" "Source or Destination Port": U16 PtUdp;
        STREAM "udp.stream" "Stream index": U32 Dec;
        LENGTH "udp.length" "Length": U16 Dec;
        CHECKSUM "udp.checksum" "Checksum": U16 Hex;
        CHECKSUM_CALCULATED "udp.checksum_calculated" "Calculated Checksum": U16 Hex;
        CHECKSUM_STATUS "udp.checksum.status" "Checksum Status": U8 None = super::CHECKSUM_STATES;
        PDU_SIZE "udp.pdu.size" "PDU Size": U32 Dec;
        TIME_RELATIVE "udp.time_relative" "Time since first frame": RelTime;
        TIME_DELTA "udp.time_delta" "Time since previous frame": RelTime;
        PAYLOAD "udp.payload" "Payload": Bytes;
    }
    experts {
        POSSIBLE_TRACEROUTE "udp.possible_traceroute" Chat Sequence "Possible traceroute";
        BAD_LENGTH "udp.length.bad" Error Malformed "Bad length value";
        ZERO_CHECKSUM "udp.checksum.zero" Error Checksum "Illegal checksum value (0)";
        BAD_CHECKSUM "udp.checksum.bad" Error Checksum "Bad checksum";
        BAD_ZERO_LENGTH "udp.length.bad_zero" Warn Protocol "Length is zero but payload < 65536";
    }
}

/// Fields that are read from the datagram alone, whatever came before it.
pub const PURE: &[requin_wire::Field] = &[
    PROTO,
    SRCPORT,
    DSTPORT,
    PORT,
    LENGTH,
    CHECKSUM,
    CHECKSUM_STATUS,
    PAYLOAD,
    POSSIBLE_TRACEROUTE,
    BAD_LENGTH,
    ZERO_CHECKSUM,
    BAD_ZERO_LENGTH,
];

block! {
    /// The ports.
    PORTS[4]: SRCPORT @0, DSTPORT @2, ~PORT @0, ~PORT @2
}

/// First and last port that traceroute sends to by default, three attempts a hop.
pub(crate) const TRACEROUTE: std::ops::RangeInclusive<u16> = 33435..=33464;

/// What the two protocols do not share: what the third word of the header means.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Udp,
    Lite,
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    header(cx, c, Kind::Udp)
}

fn header<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, kind: Kind) -> Step {
    let all = c;
    let h = *cx.first(c.peek_array::<4>())?;
    cx.protocol(if kind == Kind::Udp { "UDP" } else { "UDP-Lite" });
    cx.info_clear();
    cx.proto_len(8);
    let at = |offset: usize, len: usize| Span::new(all.source(), all.pos() + offset, len);
    let (src, dst) = (u16::from_be_bytes([h[0], h[1]]), u16::from_be_bytes([h[2], h[3]]));
    ports(cx, &mut c, src, dst)?;
    cx.proto_append(|o| _ = o.s(", Src Port: ").u(src).s(", Dst Port: ").u(dst));
    let plain = kind == Kind::Udp && cx.out.columns.info.text.is_empty() && carries(cx, &all);
    let later = if plain { later::put_off(cx) } else { None };
    if later.is_none() {
        cx.info(|o| _ = o.u(src).s(" → ").u(dst));
    }
    let word = usize::from(c.peek_u16(0)?);
    let room = all.left();
    // Fragments and quotations are shorter than they say.
    let partial = cx.is_quoted() || cx.fragmented;
    let v6 = cx.out.columns.src.kind == AddrKind::Ipv6;
    let length = match kind {
        Kind::Udp => match length(cx, &all, word, room, partial, v6) {
            Some(length) => length,
            None => return Ok(()),
        },
        Kind::Lite => coverage(cx, &all, word, room),
    };
    c.skip(2)?;
    if later.is_none() {
        cx.info_add(|o| _ = o.s(" Len=").u(length.saturating_sub(8) as u64));
    }
    if kind == Kind::Udp && word == 0 {
        cx.info_add(|o| _ = o.s(" [Jumbogram]"));
    }
    // What a quotation does not hold any more ends it.
    let checksum = c.peek_u16(0)?;
    c.skip(2)?;
    let body = c.within(length.saturating_sub(8));
    let facts = cx.transport(Transport {
        kind: TransportKind::Udp,
        quoted: false,
        src: cx.out.columns.src,
        dst: cx.out.columns.dst,
        src_port: src,
        dst_port: dst,
        header: all.span(8),
        payload: body.span(usize::MAX),
        payload_len: body.left() as u32,
    });
    let zero = match (checksum, kind) {
        (0, Kind::Udp) if v6 => Some(false),
        (0, Kind::Lite) => Some(false),
        // An IPv4 sender may leave the checksum out.
        (0, Kind::Udp) => Some(true),
        _ => None,
    };
    if zero == Some(false) {
        cx.info_add(|o| _ = o.s(" [ILLEGAL CHECKSUM (0)]"));
    }
    if S::FIELDS {
        let sum = cx.add(CHECKSUM, at(6, 2), Value::U(checksum.into()));
        match zero {
            None => {
                cx.append(sum, |o| _ = o.s(" [unverified]"));
                cx.generated(CHECKSUM_STATUS, at(6, 0), Value::U(2));
            }
            Some(fine) => {
                cx.append(sum, |o| {
                    _ = o.s(if fine { " [zero-value ignored]" } else { " [zero-value illegal]" });
                });
                if !fine {
                    cx.expert(ZERO_CHECKSUM, sum, at(6, 2));
                }
                cx.under(sum, |cx| {
                    cx.generated(CHECKSUM_STATUS, at(6, 0), Value::U(if fine { 3 } else { 4 }))
                });
            }
        }
    }
    if let Some(facts) = facts {
        cx.generated(STREAM, body.span(0), Value::U(facts.stream.into()));
        times(cx, facts, &body, at(0, 0));
    }
    let step = above(cx, facts, body);
    if let Some(later) = later {
        later::settle(cx, later, |o| info(o, src, dst, word as u32));
    }
    step
}

/// Leaves in `out` what the Info column says of a usual datagram of which no protocol above has anything to say. `false`,
/// and nothing changed: it has to be dissected.
pub(crate) fn bare<'c>(
    above: &Above<'_>,
    known: Option<&TransportFacts>,
    usual: &Usual,
    bytes: &[u8],
    payload: impl FnOnce() -> Cursor<'c>,
    out: &mut Dissection,
) -> bool {
    let t = &usual.transport;
    let app = known.and_then(|f| f.app);
    let Some(h) = t.header.of(bytes).first_chunk::<8>().filter(|_| app.is_none()) else { return false };
    let length = u32::from(u16::from_be_bytes([h[4], h[5]]));
    let sound = (9..=usual.end.saturating_sub(usual.at)).contains(&length)
        && t.payload.len > 0
        && (h[6..] != [0, 0] || !usual.v6);
    if !sound || !above.is_nobody(Table::Udp, app, &payload()) {
        return false;
    }
    out.clear();
    info(&mut Out::new(&mut out.columns.info.text), t.src_port, t.dst_port, length);
    true
}

fn info(o: &mut Out<'_>, src: u16, dst: u16, length: u32) {
    o.short::<64>(|t| _ = t.u(src).s(b" \xe2\x86\x92 ").u(dst).s(b" Len=").u(length.saturating_sub(8)));
}

/// Whether a datagram is sound and carries something.
fn carries<S: Sink>(cx: &Cx<'_, S>, all: &Cursor<'_>) -> bool {
    let Ok([_, _, _, _, high, low, sum @ ..]) = all.peek_array::<8>() else { return false };
    let length = usize::from(u16::from_be_bytes([*high, *low]));
    (9..=all.left()).contains(&length) && (*sum != [0, 0] || cx.out.columns.src.kind != AddrKind::Ipv6)
}

fn ports<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, src: u16, dst: u16) -> Result<(), Stop> {
    let from = c.pos();
    let span = |at: usize| Span::new(c.source(), from + at, 2);
    if TRACEROUTE.contains(&src) || TRACEROUTE.contains(&dst) {
        for (field, port, span) in [(SRCPORT, src, span(0)), (DSTPORT, dst, span(2))] {
            let item = cx.add(field, span, Value::U(port.into()));
            cx.hidden(PORT, span, Value::U(port.into()));
            if TRACEROUTE.contains(&port) {
                let n = port - TRACEROUTE.start();
                cx.expert_with(POSSIBLE_TRACEROUTE, item, span, |o| {
                    o.s("Possible traceroute: hop #").u(n / 3 + 1).s(", attempt #").u(n % 3 + 1);
                });
            }
        }
        return c.skip(4);
    }
    cx.block(&PORTS, c).map(|_| ())
}

/// The length of header and payload together; `None` when there is no going on.
fn length<S: Sink>(
    cx: &mut Cx<'_, S>,
    all: &Cursor<'_>,
    word: usize,
    room: usize,
    partial: bool,
    v6: bool,
) -> Option<usize> {
    let span = Span::new(all.source(), all.pos() + 4, 2);
    let item = cx.add(LENGTH, span, Value::U(word as u64));
    // A length of zero is a jumbogram (RFC 2675).
    if word == 0 && v6 {
        if room < 65536 {
            cx.expert(BAD_ZERO_LENGTH, item, span);
        }
        return Some(room);
    }
    if word < 8 {
        cx.append(item, |o| _ = o.s(" (bogus, must be >= 8)"));
        cx.expert_with(BAD_LENGTH, item, span, |o| _ = o.s("Bad length value ").u(word as u64).s(" < 8"));
        cx.info_add(|o| _ = o.s(" [BAD UDP LENGTH ").u(word as u64).s(" < 8]"));
        return None;
    }
    if word > room && !partial {
        cx.append(item, |o| _ = o.s(" (bogus, payload length ").u(room as u64).s(")"));
        cx.expert_with(BAD_LENGTH, item, span, |o| {
            o.s("Bad length value ").u(word as u64).s(" > IP payload length");
        });
        cx.info_add(|o| _ = o.s(" [BAD UDP LENGTH ").u(word as u64).s(" > IP PAYLOAD LENGTH]"));
    }
    Some(word)
}

/// The checksum coverage of UDP-Lite, whose datagrams are as long as what carries them.
fn coverage<S: Sink>(cx: &mut Cx<'_, S>, all: &Cursor<'_>, word: usize, room: usize) -> usize {
    let span = Span::new(all.source(), all.pos() + 4, 2);
    let item = cx.add(lite::CHECKSUM_COVERAGE, span, Value::U(word as u64));
    if word != 0 && (word < 8 || word > room) {
        let range = |o: &mut Out<'_>| {
            o.u(word as u64).s(" < 8 or > ").u(room as u64);
        };
        cx.append(item, |o| _ = o.s(" (bogus, must be >= 8 and <= ").u(room as u64).s(")"));
        cx.expert_with(lite::BAD_COVERAGE, item, span, |o| range(o.s("Bad checksum coverage length value ")));
        cx.info_add(|o| {
            range(o.s(" [BAD LIGHTWEIGHT UDP CHECKSUM COVERAGE LENGTH "));
            o.s("]");
        });
    }
    cx.generated(LENGTH, span, Value::U(room as u64));
    room
}

fn times<S: Sink>(cx: &mut Cx<'_, S>, facts: &TransportFacts, body: &Cursor<'_>, here: Span) {
    // Only datagrams that carry something count.
    if body.is_empty() || cx.is_quoted() || !cx.wants_any(TIME_RELATIVE, TIME_DELTA) {
        return;
    }
    let item = cx.line(here, |o| _ = o.s("Timestamps"));
    cx.set_generated(item);
    let now = cx.meta.time;
    cx.under(item, |cx| {
        cx.generated(TIME_RELATIVE, here, now.since(facts.first).into());
        cx.generated(TIME_DELTA, here, now.since(facts.previous).into());
    });
}

fn above<S: Sink>(cx: &mut Cx<'_, S>, facts: Option<&TransportFacts>, body: Cursor<'_>) -> Step {
    let n = body.captured();
    if n > 0 {
        let payload = cx.add(PAYLOAD, body.span(n), Value::Bytes(body.span(n)));
        cx.label(payload, |o| {
            o.s("UDP payload (").u(n as u64).s(if n == 1 { " byte)" } else { " bytes)" });
        });
    }
    if body.is_empty() {
        return Ok(());
    }
    if n == 0 {
        return Err(Stop::Cut);
    }
    // What datagrams carry stands at the root, also when an error message quotes them.
    cx.at_root(|cx| {
        if cx.by_port(Table::Udp, facts.and_then(|f| f.app), body)? {
            return Ok(());
        }
        cx.call(crate::meta::data::ID, body)
    })
}

/// UDP-Lite, RFC 3828.
pub mod lite {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        UDPLITE "udplite" "Lightweight User Datagram Protocol" "UDP-Lite" Transport
        on [IpProto 136]
        fields {
            CHECKSUM_COVERAGE "udp.checksum_coverage" "Checksum coverage": U16 Dec;
        }
        experts {
            BAD_COVERAGE "udplite.checksum_coverage.bad" Error Malformed "Bad checksum coverage length value";
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::header(cx, c, super::Kind::Lite)
    }
}
