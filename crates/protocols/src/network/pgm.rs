//! Pragmatic General Multicast, RFC 3208.

use super::{address_family, checksum};
use crate::common::{YES, run};
use requin_wire::{Cursor, Cx, Field, Names, Sink, Step, Stop, Value, names, proto};

proto! {
    PGM "pgm" "Pragmatic General Multicast" "PGM" App
    on [IpProto 113]
    fields {
        HDR_SPORT "pgm.hdr.sport" "Source Port": U16 Dec;
        HDR_DPORT "pgm.hdr.dport" "Destination Port": U16 Dec;
        PORT "pgm.port" "Port": U16 Dec;
        HDR_TYPE "pgm.hdr.type" "Type": U8 Hex = HDR_TYPE_NAMES;
        HDR_OPTS "pgm.hdr.opts" "Options": U8 Hex;
        HDR_OPTS_OPT "pgm.hdr.opts.opt" "Options": Bool(8) & 0x1 = Names::Bools("Present", "Not Present");
        HDR_OPTS_NETSIG "pgm.hdr.opts.netsig" "Network Significant Options": Bool(8) & 0x2 = Names::Bools("Present", "Not Present");
        HDR_OPTS_VARLEN "pgm.hdr.opts.varlen" "Variable length Parity Packet Option": Bool(8) & 0x40 = Names::Bools("Present", "Not Present");
        HDR_OPTS_PARITY "pgm.hdr.opts.parity" "Parity": Bool(8) & 0x80 = Names::Bools("Present", "Not Present");
        HDR_CKSUM "pgm.hdr.cksum" "Checksum": U16 Hex;
        HDR_CKSUM_STATUS "pgm.hdr.cksum.status" "Checksum Status": U8 = crate::transport::CHECKSUM_STATES;
        HDR_GSI "pgm.hdr.gsi" "Global Source Identifier": Bytes;
        HDR_TSDULEN "pgm.hdr.tsdulen" "Transport Service Data Unit Length": U16 Dec;
        SPM_SQN "pgm.spm.sqn" "Sequence number": U32 Hex;
        SPM_TRAIL "pgm.spm.trail" "Trailing Edge Sequence Number": U32 Hex;
        SPM_LEAD "pgm.spm.lead" "Leading Edge Sequence Number": U32 Hex;
        SPM_PATHAFI "pgm.spm.pathafi" "Path NLA AFI": U16 Dec = address_family::NAMES;
        SPM_RES "pgm.spm.res" "Reserved": U16 Hex;
        SPM_PATH_IPV4 "pgm.spm.path.ipv4" "Path NLA": Ipv4;
        SPM_PATH_IPV6 "pgm.spm.path.ipv6" "Path NLA": Ipv6;
        NAK_SQN "pgm.nak.sqn" "Requested Sequence Number": U32 Hex;
        NAK_SRCAFI "pgm.nak.srcafi" "Source NLA AFI": U16 Dec = address_family::NAMES;
        NAK_SRCRES "pgm.nak.srcres" "Reserved": U16 Hex;
        NAK_SRC_IPV4 "pgm.nak.src.ipv4" "Source NLA": Ipv4;
        NAK_SRC_IPV6 "pgm.nak.src.ipv6" "Source NLA": Ipv6;
        NAK_GRPAFI "pgm.nak.grpafi" "Multicast Group AFI": U16 Dec = address_family::NAMES;
        NAK_GRPRES "pgm.nak.grpres" "Reserved": U16 Hex;
        NAK_GRP_IPV4 "pgm.nak.grp.ipv4" "Multicast Group NLA": Ipv4;
        NAK_GRP_IPV6 "pgm.nak.grp.ipv6" "Multicast Group NLA": Ipv6;
        POLL_SQN "pgm.poll.sqn" "Sequence Number": U32 Hex;
        POLL_ROUND "pgm.poll.round" "Round": U16 Dec;
        POLL_SUBTYPE "pgm.poll.subtype" "Subtype": U16 Hex = POLL_SUBTYPE_NAMES;
        POLL_PATHAFI "pgm.poll.pathafi" "Path NLA AFI": U16 Dec = address_family::NAMES;
        POLL_RES "pgm.poll.res" "Reserved": U16 Hex;
        POLL_PATH_IPV4 "pgm.poll.path.ipv4" "Path NLA": Ipv4;
        POLL_PATH_IPV6 "pgm.poll.path.ipv6" "Path NLA": Ipv6;
        POLL_BACKOFF_IVL "pgm.poll.backoff_ivl" "Back-off Interval": U32 Dec;
        POLL_RAND_STR "pgm.poll.rand_str" "Random String": U32 Hex;
        POLL_MATCHING_BMASK "pgm.poll.matching_bmask" "Matching Bitmask": U32 Hex;
        POLR_SQN "pgm.polr.sqn" "Sequence Number": U32 Hex;
        POLR_ROUND "pgm.polr.round" "Round": U16 Dec;
        POLR_RES "pgm.polr.res" "Reserved": U16 Hex;
        ACK_MAXSQN "pgm.ack.maxsqn" "Maximum Received Sequence Number": U32 Hex;
        ACK_BITMAP "pgm.ack.bitmap" "Packet Bitmap": U32 Hex;
        OPTS_TYPE "pgm.opts.type" "Type": U8 Hex = OPTS_TYPE_NAMES;
        OPTS_LEN "pgm.opts.len" "Length": U8 Dec;
        OPTS_TLEN "pgm.opts.tlen" "Total Length": U16 Dec;
        GENOPTS_END "pgm.genopts.end" "Option end": Bool(8) & 0x80 = YES;
        GENOPTS_TYPE "pgm.genopts.type" "Type": U8 Hex & 0x7f = OPTS_TYPE_NAMES;
        GENOPTS_LEN "pgm.genopts.len" "Length": U8 Dec;
        GENOPTS_OPX "pgm.genopts.opx" "Option Extensibility Bits": U8 Hex = GENOPTS_OPX_NAMES;
        OPTS_PARITY_PRM_OP "pgm.opts.parity_prm.op" "Parity Parameters": U8 Hex;
        OPTS_PARITY_PRM_PRM_GRP "pgm.opts.parity_prm.prm_grp" "Transmission Group Size": U32 Hex;
        OPTS_JOIN_RES "pgm.opts.join.res" "Reserved": U8 Hex;
        OPTS_JOIN_MIN_JOIN "pgm.opts.join.min_join" "Minimum Sequence Number": U32 Hex;
        OPTS_NAK_OP "pgm.opts.nak.op" "Reserved": U8 Hex;
        OPTS_NAK_LIST "pgm.opts.nak.list" "List": Bytes;
        OPTS_CCDATA_RES "pgm.opts.ccdata.res" "Reserved": U8 Dec;
        OPTS_CCDATA_TSTAMP "pgm.opts.ccdata.tstamp" "Time Stamp": U16 Hex;
        OPTS_CCDATA_AFI "pgm.opts.ccdata.afi" "Acker AFI": U16 Dec = address_family::NAMES;
        OPTS_CCDATA_RES2 "pgm.opts.ccdata.res2" "Reserved": U16 Dec;
        OPTS_CCDATA_ACKER_IPV4 "pgm.opts.ccdata.acker.ipv4" "Acker": Ipv4;
        OPTS_CCDATA_ACKER_IPV6 "pgm.opts.ccdata.acker.ipv6" "Acker": Ipv6;
        OPTS_CCDATA_LOSSRATE "pgm.opts.ccdata.lossrate" "Loss Rate": U16 Hex;
        OPTS_NAK_BO_IVL_RES "pgm.opts.nak_bo_ivl.res" "Reserved": U8 Hex;
        OPTS_NAK_BO_IVL_BO_IVL "pgm.opts.nak_bo_ivl.bo_ivl" "Back-off Interval": U32 Dec;
        OPTS_NAK_BO_IVL_BO_IVL_SQN "pgm.opts.nak_bo_ivl.bo_ivl_sqn" "Back-off Interval Sequence Number": U32 Hex;
        OPTS_NAK_BO_RNG_RES "pgm.opts.nak_bo_rng.res" "Reserved": U8 Hex;
        OPTS_NAK_BO_RNG_MIN_BO_IVL "pgm.opts.nak_bo_rng.min_bo_ivl" "Min Back-off Interval": U32 Dec;
        OPTS_NAK_BO_RNG_MAX_BO_IVL "pgm.opts.nak_bo_rng.max_bo_ivl" "Max Back-off Interval": U32 Dec;
        OPTS_REDIRECT_RES "pgm.opts.redirect.res" "Reserved": U8 Dec;
        OPTS_REDIRECT_AFI "pgm.opts.redirect.afi" "DLR AFI": U16 Dec = address_family::NAMES;
        OPTS_REDIRECT_RES2 "pgm.opts.redirect.res2" "Reserved": U16 Hex;
        OPTS_REDIRECT_DLR_IPV4 "pgm.opts.redirect.dlr.ipv4" "DLR": Ipv4;
        OPTS_REDIRECT_DLR_IPV6 "pgm.opts.redirect.dlr.ipv6" "DLR": Ipv6;
        OPTS_FRAGMENT_RES "pgm.opts.fragment.res" "Reserved": U8 Hex;
        OPTS_FRAGMENT_FIRST_SQN "pgm.opts.fragment.first_sqn" "First Sequence Number": U32 Hex;
        OPTS_FRAGMENT_FRAGMENT_OFFSET "pgm.opts.fragment.fragment_offset" "Fragment Offset": U32 Dec;
        OPTS_FRAGMENT_TOTAL_LENGTH "pgm.opts.fragment.total_length" "Total Length": U32 Dec;
    }
    experts {
        OPTS_TYPE_INVALID "pgm.opts.type.invalid" Warn Protocol "Invalid option";
        GENOPTS_LEN_INVALID "pgm.genopts.len.invalid" Error Malformed "Option length invalid";
        ADDRESS_FORMAT_INVALID "pgm.address_format_invalid" Warn Protocol "Can't handle this address format";
        BAD_CHECKSUM "pgm.bad_checksum" Error Checksum "Bad checksum";
    }
}

names! {
    HDR_TYPE_NAMES {
        0 => "SPM",
        1 => "POLL",
        2 => "POLR",
        4 => "ODATA",
        5 => "RDATA",
        8 => "NAK",
        9 => "NNAK",
        10 => "NCF",
        13 => "ACK",
    }
    POLL_SUBTYPE_NAMES {
        0 => "General",
        1 => "DLR",
    }
    OPTS_TYPE_NAMES {
        0 => "Length",
        1 => "Fragment",
        2 => "NakList",
        3 => "Join",
        4 => "NakBackOffIvl",
        5 => "NakBackOffRng",
        7 => "ReDirect",
        8 => "ParityPrm",
        9 => "ParityGrp",
        10 => "CurrTgsiz",
        13 => "Syn",
        14 => "Fin",
        15 => "Rst",
        18 => "CcData",
        19 => "CcFeedBack",
        128 => "End",
    }
    GENOPTS_OPX_NAMES {
        0 => "Ignore",
        1 => "Inval",
        16 => "DisCard",
    }
}

const SPM: u8 = 0;
const POLL: u8 = 1;
const POLR: u8 = 2;
const ODATA: u8 = 4;
const RDATA: u8 = 5;
const NAK: u8 = 8;
const NNAK: u8 = 9;
const NCF: u8 = 10;
const ACK: u8 = 13;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("PGM");
    cx.info_clear();
    let h = *c.peek_array::<16>()?;
    let kind = h[4];
    let name = HDR_TYPE_NAMES.or(u64::from(kind), "Unknown");
    let gsi = h.get(8..14).unwrap_or_default();
    // What every kind has next is its sequence number.
    let number = c.peek_u32(16).unwrap_or(0);
    cx.info(|o| {
        o.s(name);
        for _ in name.len()..5 {
            o.s(" ");
        }
        o.s(" sqn 0x").x(number, 1).s(" gsi ").hex_bytes(gsi, 0);
    });
    cx.proto_append(|o| {
        o.s(": Type ").s(name).s(" Src Port ").u(u16::from_be_bytes([h[0], h[1]]));
        o.s(", Dst Port ").u(u16::from_be_bytes([h[2], h[3]])).s(", GSI ").hex_bytes(gsi, 0);
    });
    for (at, field) in [(0, HDR_SPORT), (2, HDR_DPORT)] {
        cx.peek_at(field, &c, at, 2)?;
        let port = u64::from(c.peek_u16(at)?);
        cx.hidden(PORT, c.span(2), Value::U(port));
    }
    c.skip(4)?;
    cx.u8(HDR_TYPE, &mut c)?;
    let options = h[5];
    let bits = [HDR_OPTS_OPT, HDR_OPTS_NETSIG, HDR_OPTS_VARLEN, HDR_OPTS_PARITY];
    let (_, item) = cx.flags(HDR_OPTS, &mut c, 1, &bits)?;
    cx.label(item, |o| {
        o.s("Options: ");
        let named = [(0x01, "Present"), (0x02, "NetSig"), (0x40, "VarLen"), (0x80, "Parity")];
        for (i, (_, name)) in named.iter().filter(|n| options & n.0 != 0).enumerate() {
            o.s(if i > 0 { "," } else { "" }).s(name);
        }
        o.s(" (0x").x(options, 1).s(")");
    });
    sums(cx, &mut c, &all)?;
    run(cx, &mut c, &[(HDR_GSI, 6), (HDR_TSDULEN, 2)])?;
    let size = u16::from_be_bytes([h[14], h[15]]);
    if matches!(kind, ODATA | RDATA) {
        cx.info_add(|o| _ = o.s(" tsdulen ").u(size));
    }
    if !matches!(kind, SPM | POLL | POLR | ODATA | RDATA | NAK | NNAK | NCF | ACK) {
        return Ok(());
    }
    let from = c;
    let line = cx.line(c.span(0), |o| _ = o.s(name).s(" Packet"));
    cx.under(line, |cx| body(cx, kind, &mut c))?;
    cx.set_len(line, from.left() - c.left());
    if options & 1 != 0 {
        self::options(cx, &mut c)?;
    }
    cx.proto_len(all.left() - c.left());
    if matches!(kind, ODATA | RDATA) && !c.is_empty() {
        return cx.call(crate::meta::data::ID, c);
    }
    Ok(())
}

fn sums<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, all: &Cursor<'_>) -> Step {
    if c.peek_u16(0)? == 0 {
        let item = cx.field(HDR_CKSUM, c, 2)?;
        cx.label(item, |o| _ = o.s("Checksum: [missing]"));
        cx.set_generated(item);
        cx.generated(HDR_CKSUM_STATUS, c.span(0), Value::U(3));
        return Ok(());
    }
    let sum = (!all.is_cut()).then(|| checksum::add(0, all.rest()));
    checksum::show(cx, [HDR_CKSUM, HDR_CKSUM_STATUS, BAD_CHECKSUM], c, sum);
    c.skip(2)
}

/// An address: its family, two bytes that are reserved, and the field for its kind.
fn address<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, rows: [Field; 4]) -> Result<bool, Stop> {
    let family = c.peek_u16(0)?;
    let item = cx.field(rows[0], c, 2)?;
    cx.u16(rows[1], c)?;
    match family {
        1 => _ = cx.field(rows[2], c, 4)?,
        2 => _ = cx.field(rows[3], c, 16)?,
        _ => {
            cx.expert(ADDRESS_FORMAT_INVALID, item, c.span(0));
            return Ok(false);
        }
    }
    Ok(true)
}

const PATH: [Field; 4] = [SPM_PATHAFI, SPM_RES, SPM_PATH_IPV4, SPM_PATH_IPV6];
const POLLED: [Field; 4] = [POLL_PATHAFI, POLL_RES, POLL_PATH_IPV4, POLL_PATH_IPV6];
const SOURCE: [Field; 4] = [NAK_SRCAFI, NAK_SRCRES, NAK_SRC_IPV4, NAK_SRC_IPV6];
const GROUP: [Field; 4] = [NAK_GRPAFI, NAK_GRPRES, NAK_GRP_IPV4, NAK_GRP_IPV6];

fn body<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, c: &mut Cursor<'_>) -> Step {
    match kind {
        SPM => {
            run(cx, c, &[(SPM_SQN, 4), (SPM_TRAIL, 4), (SPM_LEAD, 4)])?;
            address(cx, c, PATH).map(|_| ())
        }
        POLL => {
            let subtype = c.peek_u16(6)?;
            cx.info_add(|o| _ = o.s(" subtype ").s(POLL_SUBTYPE_NAMES.or(subtype.into(), "Unknown")));
            run(cx, c, &[(POLL_SQN, 4), (POLL_ROUND, 2), (POLL_SUBTYPE, 2)])?;
            if address(cx, c, POLLED)? {
                run(cx, c, &[(POLL_BACKOFF_IVL, 4), (POLL_RAND_STR, 4), (POLL_MATCHING_BMASK, 4)])?;
            }
            Ok(())
        }
        POLR => run(cx, c, &[(POLR_SQN, 4), (POLR_ROUND, 2), (POLR_RES, 2)]),
        ODATA | RDATA => run(cx, c, &[(SPM_SQN, 4), (SPM_TRAIL, 4)]),
        NAK | NNAK | NCF => {
            cx.u32(NAK_SQN, c)?;
            if address(cx, c, SOURCE)? {
                address(cx, c, GROUP)?;
            }
            Ok(())
        }
        _ => run(cx, c, &[(ACK_MAXSQN, 4), (ACK_BITMAP, 4)]),
    }
}

/// The extensions: how long they are together, then each.
fn options<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let total = usize::from(c.peek_u16(2)?);
    let line = cx.line(c.span(total), |o| _ = o.s("PGM Options (Total Length ").u(total as u64).s(")"));
    let kind = c.peek_u8(0)?;
    let mut part = c.take(total.max(4));
    cx.under(line, |cx| -> Step {
        let item = cx.field(OPTS_TYPE, &mut part, 1)?;
        run(cx, &mut part, &[(OPTS_LEN, 1), (OPTS_TLEN, 2)])?;
        if kind != 0 {
            cx.expert_with(OPTS_TYPE_INVALID, item, part.span(0), |o| {
                o.s("PGM Options - initial option is ").s(OPTS_TYPE_NAMES.or(kind.into(), "Unknown"));
                o.s(", should be Length");
            });
            return Ok(());
        }
        while part.left() >= 4 {
            let [first, len] = *part.peek_array::<2>()?;
            let (kind, len) = (first & 0x7f, usize::from(len));
            let line = cx.line(part.span(len.max(1)), |o| {
                o.s("Option: ").s(OPTS_TYPE_NAMES.or(kind.into(), "Unknown")).s(", Length: ").u(len as u64);
            });
            if len < 4 {
                cx.expert(GENOPTS_LEN_INVALID, line, part.span(0));
                return Ok(());
            }
            let mut one = part.take(len);
            cx.under(line, |cx| -> Step {
                cx.peek(GENOPTS_TYPE, &one, 1)?;
                cx.field(GENOPTS_END, &mut one, 1)?;
                cx.u8(GENOPTS_LEN, &mut one)?;
                cx.u8(GENOPTS_OPX, &mut one)?;
                option(cx, kind, &mut one)
            })?;
            if first & 0x80 != 0 {
                break;
            }
        }
        Ok(())
    })
}

fn option<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, c: &mut Cursor<'_>) -> Step {
    match kind {
        1 => run(
            cx,
            c,
            &[
                (OPTS_FRAGMENT_RES, 1),
                (OPTS_FRAGMENT_FIRST_SQN, 4),
                (OPTS_FRAGMENT_FRAGMENT_OFFSET, 4),
                (OPTS_FRAGMENT_TOTAL_LENGTH, 4),
            ],
        ),
        2 => {
            cx.u8(OPTS_NAK_OP, c)?;
            let n = c.left();
            cx.field(OPTS_NAK_LIST, c, n).map(|_| ())
        }
        3 => run(cx, c, &[(OPTS_JOIN_RES, 1), (OPTS_JOIN_MIN_JOIN, 4)]),
        4 => run(
            cx,
            c,
            &[(OPTS_NAK_BO_IVL_RES, 1), (OPTS_NAK_BO_IVL_BO_IVL, 4), (OPTS_NAK_BO_IVL_BO_IVL_SQN, 4)],
        ),
        5 => run(
            cx,
            c,
            &[(OPTS_NAK_BO_RNG_RES, 1), (OPTS_NAK_BO_RNG_MIN_BO_IVL, 4), (OPTS_NAK_BO_RNG_MAX_BO_IVL, 4)],
        ),
        7 => {
            cx.u8(OPTS_REDIRECT_RES, c)?;
            let rows =
                [OPTS_REDIRECT_AFI, OPTS_REDIRECT_RES2, OPTS_REDIRECT_DLR_IPV4, OPTS_REDIRECT_DLR_IPV6];
            address(cx, c, rows).map(|_| ())
        }
        8 => run(cx, c, &[(OPTS_PARITY_PRM_OP, 1), (OPTS_PARITY_PRM_PRM_GRP, 4)]),
        18 | 19 => {
            run(cx, c, &[(OPTS_CCDATA_RES, 1), (OPTS_CCDATA_TSTAMP, 4)])?;
            // Feedback has the rate of loss where data have nothing.
            let second = if kind == 18 { OPTS_CCDATA_RES2 } else { OPTS_CCDATA_LOSSRATE };
            let rows = [OPTS_CCDATA_AFI, second, OPTS_CCDATA_ACKER_IPV4, OPTS_CCDATA_ACKER_IPV6];
            address(cx, c, rows).map(|_| ())
        }
        _ => Ok(()),
    }
}
