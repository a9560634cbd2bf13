//! Internet Control Message Protocol, RFC 792, with router discovery (RFC 1256), Mobile IP (RFC 5944) and
//! multi-part extensions (RFC 4884).

use super::address_family;
use super::{checksum, echo};
use requin_wire::{Cursor, Cx, Names, Out, Past, Sink, Span, Step, Stop, Value, names, proto};

proto! {
    ICMP "icmp" "Internet Control Message Protocol" "ICMP" Network
    on [IpProto 1]
    remember [remember] for columns [RESP_TO, RESPTIME]
    fields {
        TYPE "icmp.type" "Type": U8 Dec;
        CODE "icmp.code" "Code": U8 Dec;
        CHECKSUM "icmp.checksum" "Checksum": U16 Hex;
        CHECKSUM_STATUS "icmp.checksum.status" "Checksum Status": U8 None = crate::transport::CHECKSUM_STATES;
        UNUSED "icmp.unused" "Unused": Bytes;
        RESERVED "icmp.reserved" "Reserved": Bytes;
        IDENT "icmp.ident" "Identifier (BE)": U16 DecHex;
        IDENT_LE "icmp.ident_le" "Identifier (LE)": U16 DecHex;
        SEQ "icmp.seq" "Sequence Number (BE)": U16 DecHex;
        SEQ_LE "icmp.seq_le" "Sequence Number (LE)": U16 DecHex;
        MTU "icmp.mtu" "MTU of next hop": U16 Dec;
        NUM_ADDRS "icmp.num_addrs" "Number of addresses": U8 Dec;
        ADDR_ENTRY_SIZE "icmp.addr_entry_size" "Address entry size": U8 Dec;
        LIFETIME "icmp.lifetime" "Lifetime": U16 Dec;
        ROUTER_ADDRESS "icmp.router_address" "Router address": Ipv4;
        PREF_LEVEL "icmp.pref_level" "Preference level": I32 Dec;
        ORIGINATE_TIMESTAMP "icmp.originate_timestamp" "Originate Timestamp": U32 Dec;
        RECEIVE_TIMESTAMP "icmp.receive_timestamp" "Receive Timestamp": U32 Dec;
        TRANSMIT_TIMESTAMP "icmp.transmit_timestamp" "Transmit Timestamp": U32 Dec;
        ADDRESS_MASK "icmp.address_mask" "Address Mask": Ipv4;
        REDIR_GW "icmp.redir_gw" "Gateway Address": Ipv4;
        MIP_TYPE "icmp.mip.type" "Extension Type": U8 Dec = MIP_TYPE_NAMES;
        MIP_LENGTH "icmp.mip.length" "Length": U8 Dec;
        MIP_PREFIXLENGTH "icmp.mip.prefixlength" "Prefix Length": U8 Dec;
        MIP_SEQ "icmp.mip.seq" "Sequence Number": U16 Dec;
        MIP_LIFE "icmp.mip.life" "Registration Lifetime": U16 Dec;
        MIP_FLAGS "icmp.mip.flags" "Flags": U16 Hex;
        MIP_R "icmp.mip.r" "Registration Required": Bool(16) & 0x8000;
        MIP_B "icmp.mip.b" "Busy": Bool(16) & 0x4000;
        MIP_H "icmp.mip.h" "Home Agent": Bool(16) & 0x2000;
        MIP_F "icmp.mip.f" "Foreign Agent": Bool(16) & 0x1000;
        MIP_M "icmp.mip.m" "Minimal Encapsulation": Bool(16) & 0x800;
        MIP_G "icmp.mip.g" "GRE": Bool(16) & 0x400;
        MIP_V "icmp.mip.v" "VJ Comp": Bool(16) & 0x200;
        MIP_RT "icmp.mip.rt" "Reverse tunneling": Bool(16) & 0x100;
        MIP_U "icmp.mip.u" "UDP tunneling": Bool(16) & 0x80;
        MIP_X "icmp.mip.x" "Revocation support": Bool(16) & 0x40;
        MIP_RESERVED "icmp.mip.reserved" "Reserved": U16 Hex & 0x3f;
        MIP_COA "icmp.mip.coa" "Care-Of-Address": Ipv4;
        MIP_CHALLENGE "icmp.mip.challenge" "Challenge": Bytes;
        EXT "icmp.ext" "ICMP Extensions": None;
        EXT_VERSION "icmp.ext.version" "Version": U8 Dec;
        EXT_RES "icmp.ext.res" "Reserved": U16 Hex & 0xfff;
        EXT_CHECKSUM "icmp.ext.checksum" "Checksum": U16 Hex;
        EXT_CHECKSUM_STATUS "icmp.ext.checksum.status" "Checksum Status": U8 None = crate::transport::CHECKSUM_STATES;
        EXT_LENGTH "icmp.ext.length" "Length": U16 Dec;
        EXT_CLASS "icmp.ext.class" "Class": U8 Dec = EXT_CLASS_NAMES;
        EXT_CTYPE "icmp.ext.ctype" "C-Type": U8 Dec;
        EXT_DATA "icmp.ext.data" "Data": Bytes;
        MPLS_LABEL "icmp.mpls.label" "Label": U24 Dec & 0xfffff0;
        MPLS_EXP "icmp.mpls.exp" "Experimental": U24 Dec & 0xe;
        MPLS_S "icmp.mpls.s" "Stack bit": Bool(24) & 0x1 = crate::common::SET;
        MPLS_TTL "icmp.mpls.ttl" "Time to live": U8 Dec;
        RESP_TO "icmp.resp_to" "Request frame": Framenum;
        RESPTIME "icmp.resptime" "Response time": F64;
        DATA_TIME "icmp.data_time" "Timestamp from icmp data": AbsTime;
        DATA_TIME_RELATIVE "icmp.data_time_relative" "Timestamp from icmp data (relative)": RelTime;
        LENGTH "icmp.length" "Length": U8 Dec;
        POINTER "icmp.pointer" "Pointer": U32 Dec;
        LENGTH_ORIGINAL_DATAGRAM "icmp.length.original_datagram" "Length of original datagram": U8 Dec;
        INT_INFO_ROLE "icmp.int_info.role" "Interface Role": U8 Dec & 0xc0 = INT_INFO_ROLE_NAMES;
        INT_INFO_RESERVED "icmp.int_info.reserved" "Reserved": U8 Dec & 0x30;
        INT_INFO_IFINDEX "icmp.int_info.ifindex" "ifIndex": Bool(8) & 0x8;
        INT_INFO_IPADDR "icmp.int_info.ipaddr" "IP Address": Bool(8) & 0x4 = Names::Bools("Present", "Not Present");
        INT_INFO_NAME_PRESENT "icmp.int_info.name_present" "Interface Name": Bool(8) & 0x2 = Names::Bools("Present", "Not Present");
        INT_INFO_MTU_PRESENT "icmp.int_info.mtu_present" "MTU": Bool(8) & 0x1 = Names::Bools("Present", "Not Present");
        INT_INFO_INDEX "icmp.int_info.index" "Interface Index": U32 Dec;
        INT_INFO_AFI "icmp.int_info.afi" "Address Family Identifier": U16 Dec;
        INT_INFO_IPV4 "icmp.int_info.ipv4" "Source": Ipv4;
        INT_INFO_NAME_LENGTH "icmp.int_info.name_length" "Name Length": U8 Dec;
        INT_INFO_NAME "icmp.int_info.name" "Name": Str;
        EXT_ECHO_SEQ "icmp.ext.echo.seq" "Sequence Number": U8 DecHex;
        EXT_ECHO_REQ_RES "icmp.ext.echo.req.res" "Reserved": U8 Hex & 0xfe;
        EXT_ECHO_REQ_LOCAL "icmp.ext.echo.req.local" "Local bit": Bool(8) & 0x1 = crate::common::SET;
        EXT_ECHO_RSP_STATE "icmp.ext.echo.rsp.state" "State": U8 Dec & 0xe0 = EXT_ECHO_RSP_STATE_NAMES;
        EXT_ECHO_RSP_RES "icmp.ext.echo.rsp.res" "Reserved": U8 Hex & 0x18;
        EXT_ECHO_RSP_ACTIVE "icmp.ext.echo.rsp.active" "Active bit": Bool(8) & 0x4 = crate::common::SET;
        EXT_ECHO_RSP_IPV4 "icmp.ext.echo.rsp.ipv4" "IPv4 bit": Bool(8) & 0x2 = crate::common::SET;
        EXT_ECHO_RSP_IPV6 "icmp.ext.echo.rsp.ipv6" "IPv6 bit": Bool(8) & 0x1 = crate::common::SET;
        INT_IDENT_NAME "icmp.int_ident.name" "Name": Str;
        INT_IDENT_INDEX "icmp.int_ident.index" "Interface Index": U32 Dec;
        INT_IDENT_AFI "icmp.int_ident.afi" "Address Family Identifier": U16 Dec = address_family::NAMES;
        INT_IDENT_ADDR_LENGTH "icmp.int_ident.addr_length" "Address Length": U8 Dec;
        INT_IDENT_RESERVED "icmp.int_ident.reserved" "Reserved": Bytes;
        INT_IDENT_IPV4 "icmp.int_ident.ipv4" "Address": Ipv4;
    }
    experts {
        CHECKSUM_BAD "icmp.checksum_bad" Warn Checksum "Bad checksum";
        EXT_CHECKSUM_BAD "icmp.ext.checksum_bad" Warn Checksum "Bad checksum";
    }
}

names! { MIP_TYPE_NAMES {
    0 => "One byte padding extension",
    16 => "Mobility Agent Advertisement Extension",
    19 => "Prefix Lengths Extension",
    24 => "Challenge Extension",
}
EXT_CLASS_NAMES {
    1 => "MPLS Label Stack Class",
    2 => "Interface Information Object",
    3 => "Interface Identification Object",
}
INT_INFO_ROLE_NAMES {
    0 => "IP interface upon which datagram arrived",
    1 => "sub-IP component of an IP interface upon which datagram arrived",
    2 => "IP interface through which datagram would be forwarded",
    3 => "IP next-hop to which datagram would be forwarded",
}
    pub(crate) EXT_ECHO_RSP_STATE_NAMES {
    0 => "Reserved",
    1 => "Incomplete",
    2 => "Reachable",
    3 => "Stale",
    4 => "Delay",
    5 => "Probe",
    6 => "Failed",
} }

names! {
    TYPES {
        0 => "Echo (ping) reply", 1 => "Reserved", 2 => "Reserved", 3 => "Destination unreachable",
        4 => "Source quench (flow control)", 5 => "Redirect", 6 => "Alternate host address",
        8 => "Echo (ping) request", 9 => "Router advertisement", 10 => "Router solicitation",
        11 => "Time-to-live exceeded", 12 => "Parameter problem", 13 => "Timestamp request",
        14 => "Timestamp reply", 15 => "Information request", 16 => "Information reply",
        17 => "Address mask request", 18 => "Address mask reply", 19 => "Reserved (for security)",
        30 => "Traceroute", 31 => "Datagram Conversion Error", 32 => "Mobile Host Redirect",
        33 => "IPv6 Where-Are-You", 34 => "IPv6 I-Am-Here", 35 => "Mobile Registration Request",
        36 => "Mobile Registration Reply", 37 => "Domain Name Request", 38 => "Domain Name Reply", 39 => "SKIP",
        40 => "Photuris", 41 => "Experimental mobility protocols", 42 => "Extended Echo request",
        43 => "Extended Echo reply",
    }
    UNREACHABLE {
        0 => "Network unreachable", 1 => "Host unreachable", 2 => "Protocol unreachable", 3 => "Port unreachable",
        4 => "Fragmentation needed", 5 => "Source route failed", 6 => "Destination network unknown",
        7 => "Destination host unknown", 8 => "Source host isolated", 9 => "Network administratively prohibited",
        10 => "Host administratively prohibited", 11 => "Network unreachable for TOS",
        12 => "Host unreachable for TOS", 13 => "Communication administratively filtered",
        14 => "Host precedence violation", 15 => "Precedence cutoff in effect",
    }
    REDIRECTS {
        0 => "Redirect for network", 1 => "Redirect for host", 2 => "Redirect for TOS and network",
        3 => "Redirect for TOS and host",
    }
    ROUTERS { 0 => "Normal router advertisement", 16 => "Does not route common traffic" }
    EXCEEDED { 0 => "Time to live exceeded in transit", 1 => "Fragment reassembly time exceeded" }
    PROBLEMS { 0 => "Pointer indicates the error", 1 => "Required option is missing", 2 => "Bad length" }
    PHOTURIS {
        0 => "Bad SPI", 1 => "Authentication failed", 2 => "Decompression failed", 3 => "Decryption failed",
        4 => "Need authentication", 5 => "Need authorization",
    }
    EXT_REQUEST { 0 => "No error" }
    EXT_REPLY {
        0 => "No error", 1 => "Malformed query", 2 => "No such interface", 3 => "No such table entry",
        4 => "Multiple interfaces satisfy query",
    }
}

fn codes(kind: u8) -> Option<Names> {
    Some(match kind {
        3 => UNREACHABLE,
        5 => REDIRECTS,
        9 => ROUTERS,
        11 => EXCEEDED,
        12 => PROBLEMS,
        40 => PHOTURIS,
        42 => EXT_REQUEST,
        43 => EXT_REPLY,
        _ => return None,
    })
}

fn code_text(o: &mut Out<'_>, names: Names, code: u8) {
    match names.find(u64::from(code)) {
        Some(name) => _ = o.s(name),
        None => _ = o.s("Unknown code: ").u(code),
    }
}

const ECHO: echo::Types = echo::Types { request: 8, reply: 0 };

fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    echo::remember(past, pdu, &ECHO);
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("ICMP");
    cx.info_clear();
    // Without the bytes that every message has behind its checksum, there is nothing to show.
    if c.left() < 6 {
        cx.drop_node();
        return Err(Stop::Malformed);
    }
    let h = cx.first(c.peek_array::<6>())?;
    let (kind, code) = (h[0], h[1]);
    if kind == ECHO.request || kind == ECHO.reply {
        cx.aside(&c);
    }
    let mobile = kind == 9 && is_mobile(code);
    let name = if mobile { "Mobile IP Advertisement" } else { TYPES.or(u64::from(kind), "Unknown") };
    let names = codes(kind);
    cx.info(|o| {
        let start = o.len();
        match TYPES.find(u64::from(kind)) {
            Some(_) => o.s(name),
            None => o.s("Unknown ICMP (obsolete or malformed?)"),
        };
        while o.len() < start + 20 {
            o.c(b' ');
        }
        if let Some(names) = names {
            o.s(" (");
            code_text(o, names, code);
            o.s(")");
        }
    });
    let item = cx.peek(TYPE, &c, 1)?;
    cx.append(item, |o| match TYPES.find(u64::from(kind)) {
        Some(_) => _ = o.s(" (").s(name).s(")"),
        None => _ = o.s(" (Unknown ICMP (obsolete or malformed?))"),
    });
    let item = cx.peek_at(CODE, &c, 1, 1)?;
    if let Some(names) = names {
        cx.append(item, |o| {
            o.s(" (");
            code_text(o, names, code);
            o.s(")");
        });
    }
    let mut at_sum = c;
    at_sum.advance(2);
    let rows = [CHECKSUM, CHECKSUM_STATUS, CHECKSUM_BAD];
    if cx.is_quoted() {
        let item = checksum::show(cx, rows, &at_sum, None);
        cx.append(item, |o| _ = o.s(" [in ICMP error packet]"));
    } else {
        let whole = !all.is_cut() && !cx.fragmented;
        let item = checksum::show(cx, rows, &at_sum, whole.then(|| checksum::add(0, all.rest())));
        if !whole {
            cx.append(item, |o| _ = o.s(" [fragmented datagram]"));
        }
    }
    let mut c = c;
    c.skip(4)?;
    body(cx, kind, code, c)
}

/// What is behind the checksum.
fn body<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, code: u8, mut c: Cursor<'_>) -> Step {
    match kind {
        0 | 8 => {
            let (id, seq) = (c.peek_u16(0)?, c.peek_u16(2)?);
            identify(cx, &mut c)?;
            if kind == ECHO.reply {
                echo::show(cx, [RESP_TO, RESPTIME], c.span(0), id, seq);
            }
            data(cx, c)
        }
        13 | 14 => {
            identify(cx, &mut c)?;
            for field in [ORIGINATE_TIMESTAMP, RECEIVE_TIMESTAMP, TRANSMIT_TIMESTAMP] {
                let ms = c.peek_u32(0)?;
                let item = cx.field(field, &mut c, 4)?;
                cx.append(item, |o| {
                    o.s(" (");
                    duration(o, ms / 1000, ms % 1000);
                    o.s(" after midnight UTC)");
                });
            }
            Ok(())
        }
        15 | 16 => identify(cx, &mut c),
        17 | 18 => {
            identify(cx, &mut c)?;
            cx.field(ADDRESS_MASK, &mut c, 4)?;
            Ok(())
        }
        42 | 43 => extended_echo(cx, kind, c),
        3 | 11 | 12 => error(cx, kind, code, c),
        4 => {
            c.skip(4)?;
            quoted(cx, c)
        }
        5 => {
            cx.field(REDIR_GW, &mut c, 4)?;
            // What RFC 792 says is quoted is all that is read of it.
            let header = usize::from(c.peek_u8(0)? & 15) * 4;
            quoted(cx, c.within(header + 8))
        }
        9 => routers(cx, code, c),
        _ => Ok(()),
    }
}

/// Identifier and sequence number, in both byte orders.
fn identify<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (id, seq) = (c.peek_u16(0)?, c.peek_u16(2)?);
    cx.peek(IDENT, c, 2)?;
    cx.peek_le(IDENT_LE, c, 0, 2)?;
    cx.peek_at(SEQ, c, 2, 2)?;
    cx.peek_le(SEQ_LE, c, 2, 2)?;
    let ttl = cx.hop_limit;
    cx.info_add(|o| {
        o.s(" id=").hex(id, 4).s(", seq=").u(seq).c(b'/').u(seq.swap_bytes());
        if let Some(ttl) = ttl {
            o.s(", ttl=").u(ttl);
        }
    });
    c.skip(4)
}

/// Seconds that a time stamp in a ping may be away from the frame's time: clocks differ, and many are set to local time.
const NEAR: i64 = 24 * 3600;

/// What a ping carries: many senders put the time first.
fn data<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if c.is_empty() {
        return Ok(());
    }
    if S::FIELDS && c.captured() >= 8 {
        let now = cx.meta.time;
        let near = |secs: i64, nanos: u64| (secs - now.secs).abs() < NEAR && nanos < 1_000_000_000;
        let word = |n: usize, at: usize, little: bool| {
            c.peek_bytes(at, n)
                .map_or(u64::MAX, |b| if little { requin_wire::le(b) } else { requin_wire::be(b) })
        };
        let guesses = [(8, true), (4, false), (4, true), (8, false)];
        let found = guesses.into_iter().find_map(|(n, little)| {
            let (secs, micros) = (word(n, 0, little), word(n, n, little));
            let secs = i64::try_from(secs).ok().filter(|s| *s < 1 << 40)?;
            (micros < 1_000_000 && near(secs, micros * 1000))
                .then(|| (n * 2, requin_wire::Time::new(secs, micros as u32 * 1000)))
        });
        if let Some((n, time)) = found {
            let span = c.span(n);
            cx.add(DATA_TIME, span, time.into());
            cx.generated(DATA_TIME_RELATIVE, span, now.since(time).into());
            c.skip(n)?;
        }
    }
    if c.is_empty() {
        return Ok(());
    }
    cx.call_nested(crate::meta::data::ID, c)
}

/// The datagram that an error is about.
pub(super) fn quoted<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    if c.is_empty() {
        return Ok(());
    }
    cx.quoted(|cx| cx.call_nested(super::ipv4::ID, c))
}

/// Errors that may say how long the quoted datagram is, so that extensions can follow it.
fn error<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, code: u8, mut c: Cursor<'_>) -> Step {
    let words = usize::from(c.peek_u8(1)?);
    let mtu = kind == 3 && code == 4;
    if kind == 12 {
        cx.peek(POINTER, &c, 1)?;
    }
    if words > 0 {
        if kind == 12 {
            c.skip(1)?;
        } else {
            cx.field(UNUSED, &mut c, 1)?;
        }
        cx.field(LENGTH, &mut c, 1)?;
        cx.generated(LENGTH_ORIGINAL_DATAGRAM, c.span(0), Value::U(words as u64 * 4));
        cx.field(if mtu { MTU } else { UNUSED }, &mut c, 2)?;
    } else if mtu {
        cx.field(UNUSED, &mut c, 2)?;
        cx.field(MTU, &mut c, 2)?;
    } else if kind == 12 {
        c.skip(1)?;
        cx.field(UNUSED, &mut c, 3)?;
    } else {
        cx.field(UNUSED, &mut c, 4)?;
    }
    let said = words * 4;
    let body = if words > 0 { c.within(said) } else { c };
    quoted(cx, body)?;
    if words == 0 || said > c.left() {
        return Ok(());
    }
    c.advance(said);
    if c.is_empty() {
        return Ok(());
    }
    extensions(cx, c)
}

/// Multi-part extensions.
fn extensions<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if !S::FIELDS {
        return Ok(());
    }
    let all = c;
    let top = cx.add(EXT, c.span(c.left()), Value::None);
    cx.label(top, |o| _ = o.s("ICMP Multi-Part Extensions"));
    cx.under(top, |cx| -> Step {
        let version = c.peek_u8(0)? >> 4;
        cx.add(EXT_VERSION, c.span(1), Value::U(u64::from(version)));
        cx.peek(EXT_RES, &c, 2)?;
        c.skip(2)?;
        // The sum is over all of them, and stands before them: nothing is shown of those that were cut.
        if all.is_cut() {
            return Err(Stop::Cut);
        }
        let sum = checksum::add(0, all.rest());
        checksum::show(cx, [EXT_CHECKSUM, EXT_CHECKSUM_STATUS, EXT_CHECKSUM_BAD], &c, Some(sum));
        c.skip(2)?;
        while c.left() >= 4 {
            object(cx, &mut c)?;
        }
        Ok(())
    })
}

/// One object of an extension.
fn object<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let h = c.peek_array::<4>()?;
    let (len, class, ctype) = (usize::from(u16::from_be_bytes([h[0], h[1]])), h[2], h[3]);
    let short = len > c.left();
    let used = len.clamp(4, c.left().max(4));
    let line = cx.line(c.span(used), |o| {
        match (class, EXT_CLASS_NAMES.find(u64::from(class))) {
            (1, _) => o.s("MPLS Stack Entry"),
            (_, Some(name)) => o.s(name),
            (_, None) => o.s("Unknown object (").u(class).c(b'/').u(ctype).s(")"),
        };
        if short {
            o.s(" (truncated)");
        }
    });
    let mut o = c.take(used);
    cx.under(line, |cx| -> Step {
        cx.field(EXT_LENGTH, &mut o, 2)?;
        cx.field(EXT_CLASS, &mut o, 1)?;
        let type_item = cx.field(EXT_CTYPE, &mut o, 1)?;
        match class {
            1 => {
                while o.left() >= 4 {
                    for field in [MPLS_LABEL, MPLS_EXP, MPLS_S] {
                        cx.peek(field, &o, 3)?;
                    }
                    o.skip(3)?;
                    cx.field(MPLS_TTL, &mut o, 1)?;
                }
            }
            2 => interface(cx, type_item, ctype, &mut o)?,
            _ => {
                let n = o.captured().min(o.left());
                if n > 0 {
                    cx.field(EXT_DATA, &mut o, n)?;
                }
            }
        }
        Ok(())
    })
}

/// What an interface information object says, RFC 5837.
fn interface<S: Sink>(
    cx: &mut Cx<'_, S>,
    type_item: requin_wire::Item,
    ctype: u8,
    c: &mut Cursor<'_>,
) -> Step {
    cx.append(type_item, |o| {
        o.s(", Interface Role: ").s(INT_INFO_ROLE_NAMES.or(u64::from(ctype >> 6), "Unknown"));
        for (bit, name) in [(8, "ifIndex"), (4, "IP Address"), (2, "Interface Name"), (1, "MTU")] {
            if ctype & bit != 0 {
                o.s(", ").s(name);
            }
        }
    });
    let span = Span { start: (c.pos() - 1) as u32, len: 1, source: c.source() };
    cx.under(type_item, |cx| {
        for field in [
            INT_INFO_ROLE,
            INT_INFO_RESERVED,
            INT_INFO_IFINDEX,
            INT_INFO_IPADDR,
            INT_INFO_NAME_PRESENT,
            INT_INFO_MTU_PRESENT,
        ] {
            let mask = cx.registry.field(field).mask;
            cx.add(field, span, Value::U(requin_wire::masked(u64::from(ctype), mask)));
        }
    });
    if ctype & 8 != 0 && c.left() >= 4 {
        cx.field(INT_INFO_INDEX, c, 4)?;
    }
    if ctype & 4 != 0 && c.left() >= 8 {
        let family = c.peek_u16(0)?;
        cx.field(INT_INFO_AFI, c, 2)?;
        c.skip(2)?;
        if family == 1 {
            cx.field(INT_INFO_IPV4, c, 4)?;
        } else {
            c.advance(16);
        }
    }
    if ctype & 2 != 0 && !c.is_empty() {
        let n = usize::from(c.peek_u8(0)?);
        let line = cx.line(c.span(n), |o| _ = o.s("Interface Name"));
        cx.under(line, |cx| -> Step {
            cx.field(INT_INFO_NAME_LENGTH, c, 1)?;
            let n = n.saturating_sub(1).min(c.left());
            cx.field(INT_INFO_NAME, c, n)?;
            Ok(())
        })?;
    }
    Ok(())
}

/// RFC 8335.
fn extended_echo<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, mut c: Cursor<'_>) -> Step {
    cx.peek(IDENT, &c, 2)?;
    cx.peek_le(IDENT_LE, &c, 0, 2)?;
    c.skip(2)?;
    cx.field(EXT_ECHO_SEQ, &mut c, 1)?;
    if kind == 42 {
        cx.peek(EXT_ECHO_REQ_RES, &c, 1)?;
        cx.field(EXT_ECHO_REQ_LOCAL, &mut c, 1)?;
        if !c.is_empty() {
            extensions(cx, c)?;
        }
        return Ok(());
    }
    for field in
        [EXT_ECHO_RSP_STATE, EXT_ECHO_RSP_RES, EXT_ECHO_RSP_ACTIVE, EXT_ECHO_RSP_IPV4, EXT_ECHO_RSP_IPV6]
    {
        cx.peek(field, &c, 1)?;
    }
    c.skip(1)?;
    data(cx, c)
}

/// Whether a router advertisement with this code is one of Mobile IP, RFC 5944 section 2.1.
fn is_mobile(code: u8) -> bool {
    code == 0 || code == 16
}

/// A router advertisement, and the extensions of Mobile IP.
fn routers<S: Sink>(cx: &mut Cx<'_, S>, code: u8, mut c: Cursor<'_>) -> Step {
    let (count, words) = (c.peek_u8(0)?, usize::from(c.peek_u8(1)?));
    cx.field(NUM_ADDRS, &mut c, 1)?;
    cx.field(ADDR_ENTRY_SIZE, &mut c, 1)?;
    let secs = c.peek_u16(0)?;
    let item = cx.field(LIFETIME, &mut c, 2)?;
    cx.append(item, |o| {
        o.s(" (");
        duration(o, u32::from(secs), 0);
        o.s(")");
    });
    for _ in 0..count {
        if words != 2 {
            break;
        }
        cx.field(ROUTER_ADDRESS, &mut c, 4)?;
        cx.field(PREF_LEVEL, &mut c, 4)?;
    }
    if !is_mobile(code) {
        return if c.is_empty() { Ok(()) } else { cx.call_nested(crate::meta::data::ID, c) };
    }
    while !c.is_empty() {
        let kind = c.peek_u8(0)?;
        let len = if kind == 0 { 1 } else { 2 + usize::from(c.peek_u8(1)?) };
        let line =
            cx.line(c.span(len), |o| _ = o.s("Ext: ").s(MIP_TYPE_NAMES.or(u64::from(kind), "Unknown")));
        let mut e = c.take(len);
        cx.under(line, |cx| -> Step {
            cx.field(MIP_TYPE, &mut e, 1)?;
            if kind == 0 {
                return Ok(());
            }
            cx.field(MIP_LENGTH, &mut e, 1)?;
            match kind {
                16 => agent(cx, &mut e)?,
                19 => {
                    while !e.is_empty() {
                        cx.field(MIP_PREFIXLENGTH, &mut e, 1)?;
                    }
                }
                24 => {
                    let n = e.left();
                    cx.field(MIP_CHALLENGE, &mut e, n)?;
                }
                _ => {}
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// The mobility agent advertisement.
fn agent<S: Sink>(cx: &mut Cx<'_, S>, e: &mut Cursor<'_>) -> Step {
    cx.field(MIP_SEQ, e, 2)?;
    cx.field(MIP_LIFE, e, 2)?;
    let bits = [MIP_R, MIP_B, MIP_H, MIP_F, MIP_M, MIP_G, MIP_V, MIP_RT, MIP_U, MIP_X, MIP_RESERVED];
    let (v, item) = cx.flags(MIP_FLAGS, e, 2, &bits)?;
    let registry = cx.registry;
    cx.append(item, |o| {
        for field in bits.iter().take(10) {
            let def = registry.field(*field);
            if v & def.mask != 0 {
                o.s(", ").s(def.label);
            }
        }
    });
    while e.left() >= 4 {
        cx.field(MIP_COA, e, 4)?;
    }
    Ok(())
}

/// `4 hours, 28 minutes, 51.171 seconds`
fn duration(o: &mut Out<'_>, secs: u32, millis: u32) {
    if secs == 0 && millis == 0 {
        o.s("0 seconds");
        return;
    }
    let mut first = true;
    for (n, name) in [(secs / 86_400, " day"), (secs / 3600 % 24, " hour"), (secs / 60 % 60, " minute")] {
        if n > 0 {
            o.s(if first { "" } else { ", " }).u(n).s(name).s(if n == 1 { "" } else { "s" });
            first = false;
        }
    }
    let rest = secs % 60;
    if rest > 0 || millis > 0 {
        o.s(if first { "" } else { ", " }).u(rest);
        if millis > 0 {
            o.c(b'.').u0(millis, 3);
        }
        o.s(if rest == 1 && millis == 0 { " second" } else { " seconds" });
    }
}
