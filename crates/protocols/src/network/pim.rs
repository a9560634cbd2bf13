//! Protocol Independent Multicast version 2, RFC 7761: hellos, registers, joins and prunes.

use super::address_family;
use super::checksum;
use requin_wire::{AddrKind, Cursor, Cx, Field, Item, Names, Out, Sink, Step, Stop, Value, names, proto};

proto! {
    PIM "pim" "Protocol Independent Multicast" "PIM" Network
    on [IpProto 103]
    fields {
        VERSION "pim.version" "Version": U8 Dec & 0xf0;
        TYPE "pim.type" "Type": U8 Dec & 0xf = TYPE_NAMES;
        DF_ELECT_SUBTYPE "pim.df_elect.subtype" "DF Subtype": U8 Dec & 0xf0 = DF_ELECT_SUBTYPE_NAMES;
        DF_ELECT_RSVD "pim.df_elect.rsvd" "DF reserved": U8 Dec & 0xf;
        IGMP_TYPE "pim.igmp_type" "Type": Str;
        CODE "pim.code" "Code": U8 Dec = CODE_NAMES;
        CKSUM "pim.cksum" "Checksum": U16 Hex;
        CKSUM_STATUS "pim.cksum.status" "Checksum Status": U8 None = crate::transport::CHECKSUM_STATES;
        RES_BYTES "pim.res_bytes" "Reserved byte(s)": Bytes;
        OPTION "pim.option" "PIM Options": None;
        OPTIONTYPE "pim.optiontype" "Type": U16 Dec;
        OPTIONLENGTH "pim.optionlength" "Length": U16 Dec;
        OPTIONVALUE "pim.optionvalue" "Unknown": Bytes;
        REGISTER_FLAG "pim.register_flag" "Flags": U32 Hex;
        REGISTER_FLAG_BORDER "pim.register_flag.border" "Border": Bool(32) & 0x80000000 = crate::common::YES;
        REGISTER_FLAG_NULL_REGISTER "pim.register_flag.null_register" "Null-Register": Bool(32) & 0x40000000 = crate::common::YES;
        HOLDTIME "pim.holdtime" "Holdtime": U16 Dec = Names::Special(HOLDTIMES);
        NUMGROUPS "pim.numgroups" "Num Groups": U16 Dec;
        NUMJOINS "pim.numjoins" "Num Joins": U16 Dec;
        NUMPRUNES "pim.numprunes" "Num Prunes": U16 Dec;
        T "pim.t" "T": Bool(8) & 0x80;
        PROPAGATION_DELAY "pim.propagation_delay" "Propagation Delay": U16 Dec & 0x7fff;
        OVERRIDE_INTERVAL "pim.override_interval" "Override Interval": U16 Dec;
        DR_PRIORITY "pim.dr_priority" "DR Priority": U32 Dec;
        GENERATION_ID "pim.generation_id" "Generation ID": U32 Dec;
        STATE_REFRESH_VERSION "pim.state_refresh_version" "Version": U8 Dec;
        STATE_REFRESH_INTERVAL "pim.state_refresh_interval" "Interval": U8 Dec;
        STATE_REFRESH_RESERVED "pim.state_refresh_reserved" "Reserved": U16 Dec;
        RPT "pim.rpt" "RP Tree": Bool(8) & 0x80;
        METRIC_PREF "pim.metric_pref" "Metric Preference": U32 Dec & 0x7fffffff;
        METRIC "pim.metric" "Metric": U32 Dec;
        IP_VERSION "pim.ip_version" "IP Version": U8 Dec & 0xf0 = IP_VERSION_NAMES;
        DUMMY_HEADER "pim.dummy_header" "Dummy Header": None;
        SOURCE "pim.source" "Source": Ipv4;
        SOURCE_IP6 "pim.source_ip6" "Source": Ipv6;
        GROUP "pim.group" "Group": Ipv4;
        GROUP_MASK "pim.group_mask" "Mask": Ipv4;
        GROUP_IP6 "pim.group_ip6" "Group": Ipv6;
        UPSTREAM_NEIGHBOR "pim.upstream_neighbor" "Upstream-neighbor": Ipv4;
        UPSTREAM_NEIGHBOR_IP6 "pim.upstream_neighbor_ip6" "Upstream-neighbor": Ipv6;
        JOIN_IP "pim.join_ip" "IP address": Ipv4;
        JOIN_IP6 "pim.join_ip6" "IP address": Ipv6;
        PRUNE_IP "pim.prune_ip" "IP address": Ipv4;
        PRUNE_IP6 "pim.prune_ip6" "IP address": Ipv6;
        ADDRESS_LIST "pim.address_list" "Address": Ipv4;
        ADDRESS_LIST_IP6 "pim.address_list_ip6" "Address": Ipv6;
        BSR "pim.bsr" "BSR": Ipv4;
        BSR_IP6 "pim.bsr_ip6" "BSR": Ipv6;
        RP "pim.rp" "RP": Ipv4;
        RP_IP6 "pim.rp_ip6" "RP": Ipv6;
        GROUP_ADDRESS "pim.group_address" "Group Address": Ipv4;
        FRAGMENT_TAG "pim.fragment_tag" "Fragment tag": U16 Hex;
        HASH_MASK_LEN "pim.hash_mask_len" "Hash mask len": U8 Dec;
        BSR_PRIORITY "pim.bsr_priority" "BSR priority": U8 Dec;
        RP_COUNT "pim.rp_count" "RP count": U8 Dec;
        FRP_COUNT "pim.frp_count" "FRP count": U8 Dec;
        PRIORITY "pim.priority" "Priority": U8 Dec;
        PREFIX_COUNT "pim.prefix_count" "Prefix-count": U8 Dec;
        MASK_LEN "pim.mask_len" "Masklen": U8 Dec;
        ADDR_ADDRESS_FAMILY "pim.addr_address_family" "Address Family": U8 Dec = address_family::NAMES;
        ADDR_ENCODING_TYPE "pim.addr_encoding_type" "Encoding Type": U8 Dec = ADDR_ENCODING_TYPE_NAMES;
        UNICAST "pim.unicast" "Unicast": Ipv4;
        UNICAST_IPV6 "pim.unicast_ipv6" "Unicast": Ipv6;
        GROUP_SET "pim.group_set" "Group": Str;
        GROUP_ADDR_FLAGS "pim.group_addr.flags" "Flags": U8 Hex;
        GROUP_ADDR_FLAGS_B "pim.group_addr.flags.b" "Bidirectional PIM": Bool(8) & 0x80 = crate::common::SET;
        GROUP_ADDR_FLAGS_RESERVED "pim.group_addr.flags.reserved" "Reserved": U8 Hex & 0x7e;
        GROUP_ADDR_FLAGS_Z "pim.group_addr.flags.z" "Admin Scope Zone": Bool(8) & 0x1 = crate::common::SET;
        SOURCE_ADDR_FLAGS "pim.source_addr.flags" "Flags": U8 Hex;
        SOURCE_ADDR_FLAGS_RESERVED "pim.source_addr.flags.reserved" "Reserved": U8 Hex & 0xf8;
        SOURCE_ADDR_FLAGS_S "pim.source_addr.flags.s" "Sparse": Bool(8) & 0x4 = crate::common::SET;
        SOURCE_ADDR_FLAGS_W "pim.source_addr.flags.w" "WildCard": Bool(8) & 0x2 = crate::common::SET;
        SOURCE_ADDR_FLAGS_R "pim.source_addr.flags.r" "Rendezvous Point Tree": Bool(8) & 0x1 = crate::common::SET;
    }
    experts {
        BAD_CHECKSUM "pim.bad_checksum" Error Checksum "Bad checksum";
    }
}

/// Times that are none.
const HOLDTIMES: &[(u64, &str)] = &[(0, "goodbye"), (65535, "Infinity")];

names! { TYPE_NAMES {
    0 => "Hello",
    1 => "Register",
    2 => "Register-stop",
    3 => "Join/Prune",
    4 => "Bootstrap",
    5 => "Assert",
    6 => "Graft",
    7 => "Graft-Ack",
    8 => "Candidate-RP-Advertisement",
    9 => "State-Refresh",
    10 => "DF election",
    11 => "ECMP redirect",
    12 => "PFM source discovery",
}
DF_ELECT_SUBTYPE_NAMES {
    1 => "offer",
    2 => "DF Winner",
    3 => "DF Backoff",
    4 => "DF Pass",
}
CODE_NAMES {
    0 => "Query",
    1 => "Register",
    2 => "Register-stop",
    3 => "Join/Prune",
    4 => "RP-Reachable",
    5 => "Assert",
    6 => "Graft",
    7 => "Graft-Ack",
    8 => "Mode",
}
IP_VERSION_NAMES {
    0 => "Dummy Header",
    4 => "IPv4",
    6 => "IPv6",
}
ADDR_ENCODING_TYPE_NAMES {
    0 => "Native",
    1 => "Native with Join Attribute",
} }

const HELLO: u8 = 0;
const REGISTER: u8 = 1;
const JOIN_PRUNE: u8 = 3;
const ASSERT: u8 = 5;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("PIM");
    cx.info_clear();
    let first = c.peek_u8(0)?;
    let (version, kind) = (first >> 4, first & 15);
    cx.protocol_with(|o| _ = o.s("PIMv").u(version));
    cx.info(|o| _ = o.s(TYPE_NAMES.or(u64::from(kind), "Unknown")));
    cx.peek(VERSION, &c, 1)?;
    cx.field(TYPE, &mut c, 1)?;
    cx.field(RES_BYTES, &mut c, 1)?;
    // A register's checksum may leave out the packet that it carries.
    let reach = if kind == REGISTER { 8 } else { all.left() };
    let whole = all.captured() >= reach && S::FIELDS && !cx.fragmented;
    let six = cx.out.columns.src.kind == AddrKind::Ipv6;
    let start = if six { checksum::pseudo(cx, 103, reach) } else { 0 };
    let bytes = all.rest().get(..reach).unwrap_or_default();
    let mut sum = whole.then(|| checksum::add(start, bytes));
    if kind == REGISTER && sum.is_some_and(|s| s != 0xffff) && !all.is_cut() {
        let start = if six { checksum::pseudo(cx, 103, all.left()) } else { 0 };
        sum = Some(checksum::add(start, all.rest())).filter(|s| *s == 0xffff).or(sum);
    }
    checksum::show(cx, [CKSUM, CKSUM_STATUS, BAD_CHECKSUM], &c, sum);
    c.skip(2)?;
    if version != 2 {
        return Ok(());
    }
    let top = cx.add(OPTION, c.span(c.left()), Value::None);
    cx.under(top, |cx| match kind {
        HELLO => hello(cx, top, &mut c),
        REGISTER => register(cx, &mut c),
        JOIN_PRUNE | 6 | 7 => joins(cx, &mut c),
        ASSERT => {
            group(cx, &mut c, None)?;
            unicast(cx, &mut c, SOURCE, SOURCE_IP6, "Source")?;
            cx.peek(RPT, &c, 1)?;
            cx.field(METRIC_PREF, &mut c, 4)?;
            cx.field(METRIC, &mut c, 4)?;
            Ok(())
        }
        _ => Ok(()),
    })
}

fn hello<S: Sink>(cx: &mut Cx<'_, S>, top: Item, c: &mut Cursor<'_>) -> Step {
    let mut count = 0u32;
    while !c.is_empty() {
        let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
        let mut o = c.take(4 + len);
        let name = match kind {
            1 => "Hold Time",
            2 => "LAN Prune Delay",
            19 => "DR Priority",
            20 => "Generation ID",
            21 => "State-Refresh",
            22 => "Bidir Capable",
            24 | 65001 => "Address list",
            _ => "Unknown",
        };
        let line = cx.line(o.span(4 + len), |t| _ = t.s("Option ").u(kind).s(": ").s(name));
        count += 1;
        cx.under(line, |cx| -> Step {
            cx.field(OPTIONTYPE, &mut o, 2)?;
            cx.field(OPTIONLENGTH, &mut o, 2)?;
            if o.left() < len {
                return Err(Stop::Short);
            }
            match kind {
                1 => {
                    let v = cx.u16(HOLDTIME, &mut o)?;
                    cx.append(line, |t| _ = t.s(": ").u(v));
                }
                2 => {
                    cx.peek(T, &o, 1)?;
                    cx.field(PROPAGATION_DELAY, &mut o, 2)?;
                    cx.field(OVERRIDE_INTERVAL, &mut o, 2)?;
                }
                19 => {
                    let v = cx.u32(DR_PRIORITY, &mut o)?;
                    cx.append(line, |t| _ = t.s(": ").u(v));
                }
                20 => {
                    let v = cx.u32(GENERATION_ID, &mut o)?;
                    cx.append(line, |t| _ = t.s(": ").u(v));
                }
                21 => {
                    let (a, b) = (o.peek_u8(0)?, o.peek_u8(1)?);
                    cx.append(line, |t| _ = t.s(": Version = ").u(a).s(", Interval = ").u(b).s("s"));
                    cx.field(STATE_REFRESH_VERSION, &mut o, 1)?;
                    cx.field(STATE_REFRESH_INTERVAL, &mut o, 1)?;
                    cx.field(STATE_REFRESH_RESERVED, &mut o, 2)?;
                }
                24 | 65001 => {
                    while !o.is_empty() {
                        unicast(cx, &mut o, ADDRESS_LIST, ADDRESS_LIST_IP6, "Address")?;
                    }
                }
                _ => {
                    cx.append(line, |t| _ = t.s(": ").u(kind));
                    if len > 0 {
                        cx.field(OPTIONVALUE, &mut o, len)?;
                    }
                }
            }
            Ok(())
        })?;
    }
    cx.append(top, |o| _ = o.s(": ").u(count));
    Ok(())
}

fn register<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let flags = c.peek_u32(0)?;
    cx.flags(REGISTER_FLAG, c, 4, &[REGISTER_FLAG_BORDER, REGISTER_FLAG_NULL_REGISTER])?;
    if c.is_empty() {
        return Ok(());
    }
    let version = c.peek_u8(0)? >> 4;
    if flags & 0x4000_0000 != 0 {
        cx.peek(IP_VERSION, c, 1)?;
    }
    let body = *c;
    match version {
        0 | 4 | 6 if flags & 0x4000_0000 != 0 => {
            cx.add(DUMMY_HEADER, body.span(body.left()), Value::None);
            Ok(())
        }
        4 => cx.call(super::ipv4::ID, body),
        6 => cx.call(super::ipv6::ID, body),
        _ => Ok(()),
    }
}

/// An encoded unicast address.
fn unicast<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, v4: Field, v6: Field, name: &str) -> Step {
    let (family, n) = size(c)?;
    let bytes = c.peek_bytes(2, n)?;
    let span = c.span(2 + n);
    let item = add(cx, if family == 2 { v6 } else { v4 }, span, c, 2, n)?;
    cx.label(item, |o| {
        o.s(name).s(": ");
        address(o, bytes);
    });
    cx.under(item, |cx| -> Step {
        cx.field(ADDR_ADDRESS_FAMILY, c, 1)?;
        cx.field(ADDR_ENCODING_TYPE, c, 1)?;
        cx.field(if family == 2 { UNICAST_IPV6 } else { UNICAST }, c, n)?;
        Ok(())
    })
}

/// Adds an address whose node covers more than itself.
fn add<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    span: requin_wire::Span,
    c: &Cursor<'_>,
    at: usize,
    n: usize,
) -> Result<Item, Stop> {
    let item = cx.peek_at(field, c, at, n)?;
    cx.set_len(item, span.len as usize);
    Ok(item)
}

fn size(c: &Cursor<'_>) -> Result<(u8, usize), Stop> {
    match c.peek_u8(0)? {
        1 => Ok((1, 4)),
        2 => Ok((2, 16)),
        _ => Err(Stop::Malformed),
    }
}

fn address(o: &mut Out<'_>, bytes: &[u8]) {
    if bytes.len() == 16 {
        o.ipv6(bytes);
    } else {
        o.ipv4(requin_wire::be(bytes) as u32);
    }
}

/// An encoded group; `number` is its place in a list.
fn group<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, number: Option<u32>) -> Step {
    let (family, n) = size(c)?;
    let bytes = c.peek_bytes(4, n)?;
    let mask = c.peek_u8(3)?;
    let text = |o: &mut Out<'_>| {
        address(o, bytes);
        o.c(b'/').u(mask);
    };
    let item = match number {
        Some(i) => {
            let item = cx.add_str(GROUP_SET, c.span(4 + n), |_| ());
            cx.label(item, |o| {
                o.s("Group ").u(i).s(": ");
                text(o);
            });
            item
        }
        None => cx.line(c.span(4 + n), |o| {
            o.s("Group: ");
            text(o);
        }),
    };
    cx.under(item, |cx| -> Step {
        cx.field(ADDR_ADDRESS_FAMILY, c, 1)?;
        cx.field(ADDR_ENCODING_TYPE, c, 1)?;
        let bits = [GROUP_ADDR_FLAGS_B, GROUP_ADDR_FLAGS_RESERVED, GROUP_ADDR_FLAGS_Z];
        cx.flags(GROUP_ADDR_FLAGS, c, 1, &bits)?;
        cx.field(MASK_LEN, c, 1)?;
        cx.field(if family == 2 { GROUP_IP6 } else { GROUP }, c, n)?;
        Ok(())
    })
}

/// An encoded source that is joined or pruned.
fn source<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, fields: [Field; 2]) -> Step {
    let (family, n) = size(c)?;
    let bytes = c.peek_bytes(4, n)?;
    let (flags, mask) = (c.peek_u8(2)?, c.peek_u8(3)?);
    let span = c.span(4 + n);
    let item = add(cx, fields[usize::from(family == 2)], span, c, 4, n)?;
    cx.label(item, |o| {
        o.s("IP address: ");
        address(o, bytes);
        o.c(b'/').u(mask);
        if flags & 7 != 0 {
            o.s(" (");
            for (bit, letter) in [(4, b'S'), (2, b'W'), (1, b'R')] {
                if flags & bit != 0 {
                    o.c(letter);
                }
            }
            o.s(")");
        }
    });
    cx.under(item, |cx| -> Step {
        cx.field(ADDR_ADDRESS_FAMILY, c, 1)?;
        cx.field(ADDR_ENCODING_TYPE, c, 1)?;
        let bits =
            [SOURCE_ADDR_FLAGS_RESERVED, SOURCE_ADDR_FLAGS_S, SOURCE_ADDR_FLAGS_W, SOURCE_ADDR_FLAGS_R];
        let (v, it) = cx.flags(SOURCE_ADDR_FLAGS, c, 1, &bits)?;
        crate::common::say_bits(cx, it, v, bits.get(1..).unwrap_or_default());
        cx.field(MASK_LEN, c, 1)?;
        cx.field(if family == 2 { SOURCE_IP6 } else { SOURCE }, c, n)?;
        Ok(())
    })
}

fn joins<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    unicast(cx, c, UPSTREAM_NEIGHBOR, UPSTREAM_NEIGHBOR_IP6, "Upstream-neighbor")?;
    cx.field(RES_BYTES, c, 1)?;
    let groups = c.peek_u8(0)?;
    cx.field(NUMGROUPS, c, 1)?;
    cx.field(HOLDTIME, c, 2)?;
    for i in 0..groups {
        let from = *c;
        let line = cx.line(from.span(0), |o| _ = o.s("Group ").u(i));
        cx.under(line, |cx| -> Step {
            group(cx, c, Some(u32::from(i)))?;
            let (joined, pruned) = (c.peek_u16(0)?, c.peek_u16(2)?);
            let mut at = *c;
            let item = cx.field(NUMJOINS, &mut at, 2)?;
            let mut list = at;
            list.skip(2)?;
            cx.under(item, |cx| -> Step {
                for _ in 0..joined {
                    source(cx, &mut list, [JOIN_IP, JOIN_IP6])?;
                }
                Ok(())
            })?;
            let item = cx.field(NUMPRUNES, &mut at, 2)?;
            cx.under(item, |cx| -> Step {
                for _ in 0..pruned {
                    source(cx, &mut list, [PRUNE_IP, PRUNE_IP6])?;
                }
                Ok(())
            })?;
            *c = list;
            Ok(())
        })?;
        cx.end_at(line, c);
    }
    Ok(())
}
