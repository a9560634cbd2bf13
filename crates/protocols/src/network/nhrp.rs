//! Next Hop Resolution Protocol, RFC 2332.

use super::{address_family, checksum};
use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Sink, Step, Value, names, proto};

proto! {
    NHRP "nhrp" "NBMA Next Hop Resolution Protocol" "NHRP" Network
    on [IpProto 54, Gre 0x2001]
    fields {
        HDR_AFN "nhrp.hdr.afn" "Address Family Number": U16 Hex = address_family::NAMES;
        HDR_PRO_TYPE "nhrp.hdr.pro.type" "Protocol Type (short form)": U16 HexDec;
        HDR_PRO_SNAP_OUI "nhrp.hdr.pro.snap.oui" "Protocol Type (long form) - OUI": U24 Oui;
        HDR_PRO_SNAP_PID "nhrp.hdr.pro.snap.pid" "Protocol Type (long form) - PID": U16 Hex;
        HDR_HOPCNT "nhrp.hdr.hopcnt" "Hop Count": U8 Dec;
        HDR_PKTSZ "nhrp.hdr.pktsz" "Packet Length": U16 Dec;
        HDR_CHKSUM "nhrp.hdr.chksum" "NHRP Packet Checksum": U16 Hex;
        HDR_CHKSUM_STATUS "nhrp.hdr.chksum.status" "NHRP Packet Checksum Status": U8 = crate::transport::CHECKSUM_STATES;
        HDR_EXTOFF "nhrp.hdr.extoff" "Extension Offset": U16 Dec;
        HDR_VERSION "nhrp.hdr.version" "Version": U8 Dec;
        HDR_OP_TYPE "nhrp.hdr.op.type" "NHRP Packet Type": U8 Dec = HDR_OP_TYPE_NAMES;
        HDR_SHTL "nhrp.hdr.shtl" "Source Address Type/Len": U8 Dec;
        HDR_SHTL_TYPE "nhrp.hdr.shtl.type" "Type": U8 Dec & 0x40 = HDR_SHTL_TYPE_NAMES;
        HDR_SHTL_LEN "nhrp.hdr.shtl.len" "Length": U8 Dec & 0x3f;
        HDR_SSTL "nhrp.hdr.sstl" "Source SubAddress Type/Len": U8 Dec;
        HDR_SSTL_TYPE "nhrp.hdr.sstl.type" "Type": U8 Dec & 0x40 = HDR_SHTL_TYPE_NAMES;
        HDR_SSTL_LEN "nhrp.hdr.sstl.len" "Length": U8 Dec & 0x3f;
        SRC_PROT_LEN "nhrp.src.prot.len" "Source Protocol Len": U16 Dec;
        DST_PROT_LEN "nhrp.dst.prot.len" "Destination Protocol Len": U16 Dec;
        FLAGS "nhrp.flags" "Flags": U16 Hex;
        FLAG_Q "nhrp.flag.q" "Is Router": Bool(16) & 0x8000;
        FLAG_N "nhrp.flag.n" "Expected Purge Reply": Bool(16) & 0x8000;
        FLAG_A "nhrp.flag.a" "Authoritative": Bool(16) & 0x4000;
        FLAG_D "nhrp.flag.d" "Stable Association": Bool(16) & 0x2000;
        FLAG_U "nhrp.flag.u" "Uniqueness Bit": Bool(16) & 0x1000;
        FLAG_S "nhrp.flag.s" "Stable Binding": Bool(16) & 0x800;
        FLAG_NAT "nhrp.flag.nat" "Cisco NAT Supported": Bool(16) & 0x2;
        REQID "nhrp.reqid" "Request ID": U32 HexDec;
        SRC_NBMA_ADDR "nhrp.src.nbma.addr" "Source NBMA Address": Ipv4;
        SRC_NBMA_SADDR "nhrp.src.nbma.saddr" "Source NBMA Sub Address": Bytes;
        SRC_PROT_ADDR "nhrp.src.prot.addr" "Source Protocol Address": Ipv4;
        DST_PROT_ADDR "nhrp.dst.prot.addr" "Destination Protocol Address": Ipv4;
        CODE "nhrp.code" "Code": U8 Dec = CODE_NAMES;
        PREFIX "nhrp.prefix" "Prefix Length": U8 Dec;
        UNUSED "nhrp.unused" "Unused": U16 Dec;
        MTU "nhrp.mtu" "Max Transmission Unit": U16 Dec;
        HTIME "nhrp.htime" "Holding Time (s)": U16 Dec;
        CLI_ADDR_TL "nhrp.cli.addr_tl" "Client Address Type/Len": U8 Dec;
        CLI_ADDR_TL_TYPE "nhrp.cli.addr_tl.type" "Type": U8 Dec & 0x40 = HDR_SHTL_TYPE_NAMES;
        CLI_ADDR_TL_LEN "nhrp.cli.addr_tl.len" "Length": U8 Dec & 0x3f;
        CLI_SADDR_TL "nhrp.cli.saddr_tl" "Client Sub Address Type/Len": U8 Dec;
        CLI_SADDR_TL_TYPE "nhrp.cli.saddr_tl.type" "Type": U8 Dec & 0x40 = HDR_SHTL_TYPE_NAMES;
        CLI_SADDR_TL_LEN "nhrp.cli.saddr_tl.len" "Length": U8 Dec & 0x3f;
        PROT_LEN "nhrp.prot.len" "Client Protocol Length": U8 Dec;
        PREF "nhrp.pref" "CIE Preference Value": U8 Dec;
        CLIENT_NBMA_ADDR "nhrp.client.nbma.addr" "Client NBMA Address": Ipv4;
        CLIENT_NBMA_SADDR "nhrp.client.nbma.saddr" "Client NBMA Sub Address": Bytes;
        CLIENT_PROT_ADDR "nhrp.client.prot.addr" "Client Protocol Address": Ipv4;
        EXT_C "nhrp.ext.c" "Compulsory Flag": Bool(16) & 0x8000;
        EXT_TYPE "nhrp.ext.type" "Extension Type": U16 Hex & 0x3fff;
        EXT_LEN "nhrp.ext.len" "Extension length": U16 Dec;
        ERR_CODE "nhrp.err.code" "Error Code": U16 Dec = ERR_CODE_NAMES;
        ERR_OFFSET "nhrp.err.offset" "Error Offset": U16 Dec;
        AUTH_EXT_RESERVED "nhrp.auth_ext.reserved" "Reserved": U16 Dec;
        AUTH_EXT_SPI "nhrp.auth_ext.spi" "SPI": U16 Dec;
        AUTH_EXT_SRC_ADDR "nhrp.auth_ext.src_addr" "Source Address": Ipv4;
        VENDOR_EXT_ID "nhrp.vendor_ext.id" "Vendor ID": U24 Dec;
        UNKNOWN_EXT_VALUE "nhrp.unknown_ext.value" "Extension Value": Bytes;
        PROTOCOL_TYPE "nhrp.protocol_type" "Protocol Type (long form)": Bytes;
        CLIENT_NBMA_ADDR_BYTES "nhrp.client.nbma.addr_bytes" "Client NBMA Address": Bytes;
        CLIENT_PROT_ADDR_BYTES "nhrp.client.prot.addr_bytes" "Client Protocol Address": Bytes;
        SRC_NBMA_ADDR_BYTES "nhrp.src.nbma.addr_bytes" "Source NBMA Address": Bytes;
        SRC_PROT_ADDR_BYTES "nhrp.src.prot.addr_bytes" "Source Protocol Address": Bytes;
        DST_PROT_ADDR_BYETS "nhrp.dst.prot.addr_byets" "Destination Protocol Address": Bytes;
        AUTH_EXT_SRC_ADDR_BYTES "nhrp.auth_ext.src_addr_bytes" "Source Address": Bytes;
        AUTH_EXT_DATA "nhrp.auth_ext.data" "Data": Bytes;
        VENDOR_EXT_DATA "nhrp.vendor_ext.data" "Data": Bytes;
    }
    experts {
        HDR_EXTOFF_INVALID "nhrp.hdr.extoff.invalid" Error Malformed "Extension offset is less than the fixed header length or larger than the packet size";
        HDR_BAD_CHECKSUM "nhrp.hdr.bad_checksum" Error Checksum "Bad checksum";
        EXT_NOT_ALLOWED "nhrp.ext.not_allowed" Error Malformed "Extensions not allowed per RFC2332 section 5.2.7";
        EXT_EXTRA "nhrp.ext.extra" Warn Malformed "Superfluous data follows End Extension";
    }
}

names! {
    HDR_OP_TYPE_NAMES {
        1 => "NHRP Resolution Request",
        2 => "NHRP Resolution Reply",
        3 => "NHRP Registration Request",
        4 => "NHRP Registration Reply",
        5 => "NHRP Purge Request",
        6 => "NHRP Purge Reply",
        7 => "NHRP Error Indication",
        8 => "NHRP Traffic Indication",
    }
    HDR_SHTL_TYPE_NAMES {
        0 => "NSAP format",
        1 => "Native E.164 format",
    }
    CODE_NAMES {
        0 => "Success",
        4 => "Administratively Prohibited",
        5 => "Insufficient Resources",
        12 => "No Interworking Layer Address to NBMA Address Binding Exists",
        13 => "Binding Exists But Is Not Unique",
        14 => "Unique Internetworking Layer Address Already Registered",
    }
    ERR_CODE_NAMES {
        1 => "Unrecognized Extension",
        3 => "NHRP Loop Detected",
        6 => "Protocol Address Unreachable",
        7 => "Protocol Error",
        8 => "NHRP SDU Size Exceeded",
        9 => "Invalid Extension",
        10 => "Invalid NHRP Resolution Reply Received",
        11 => "Authentication Failure",
        15 => "Hop Count Exceeded",
        16 => "VPN Mismatch",
        17 => "VPN Unsupported",
    }
}

const HEAD: usize = 20;

const RESOLUTION_REQUEST: u8 = 1;
const RESOLUTION_REPLY: u8 = 2;
const REGISTRATION_REQUEST: u8 = 3;
const REGISTRATION_REPLY: u8 = 4;
const PURGE_REQUEST: u8 = 5;
const PURGE_REPLY: u8 = 6;
const ERROR: u8 = 7;
const TRAFFIC: u8 = 8;

/// What the fixed part tells about those behind it.
struct Head {
    family: u16,
    kind: u8,
    address: usize,
    subaddress: usize,
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    let h = *c.peek_array::<HEAD>()?;
    cx.protocol("NHRP");
    let kind = h[17];
    let name = HDR_OP_TYPE_NAMES.or(kind.into(), "Unknown");
    cx.info(|o| _ = o.s(name));
    let item = cx.proto_item();
    cx.label(item, |o| _ = o.s("Next Hop Resolution Protocol (").s(name).s(")"));
    let size = u16::from_be_bytes([h[10], h[11]]);
    let extensions = u16::from_be_bytes([h[14], h[15]]);
    let head = Head {
        family: u16::from_be_bytes([h[0], h[1]]),
        kind,
        address: usize::from(h[18] & 0x3f),
        subaddress: usize::from(h[19] & 0x3f),
    };
    let line = cx.line(c.span(HEAD), |o| _ = o.s("NHRP Fixed Header"));
    cx.under(line, |cx| fixed(cx, &mut c, &h, all))?;
    let whole = usize::from(size).max(HEAD) - HEAD;
    let mut c = c.within(whole);
    // Without extensions the mandatory part goes to the end.
    let mandatory = match usize::from(extensions) {
        0 => c.left(),
        n if n < HEAD || n > usize::from(size) => return Ok(()),
        n => n - HEAD,
    };
    let mut part = c.take(mandatory);
    let line = cx.line(part.span(mandatory), |o| _ = o.s("NHRP Mandatory Part"));
    cx.under(line, |cx| mandatory_part(cx, &head, &mut part))?;
    if matches!(kind, ERROR | TRAFFIC) {
        let n = part.left();
        let line = cx.line(part.span(n), |o| _ = o.s("Packet Causing Indication"));
        // What can't be read of a part of a packet is no fault of this one.
        if n > 0 && kind == TRAFFIC {
            _ = cx.under(line, |cx| cx.quoted(|cx| cx.call_nested(super::ipv4::ID, part)));
        }
    }
    if extensions == 0 {
        return Ok(());
    }
    if kind == ERROR {
        cx.expert(EXT_NOT_ALLOWED, cx.proto_item(), c.span(0));
        return Ok(());
    }
    extensions_part(cx, &head, &mut c)
}

fn fixed<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, h: &[u8; HEAD], all: Cursor<'_>) -> Step {
    cx.u16(HDR_AFN, c)?;
    let short = u16::from_be_bytes([h[2], h[3]]);
    let item = cx.field(HDR_PRO_TYPE, c, 2)?;
    cx.label(item, |o| {
        let name = if short <= 0xff {
            super::isis::NLPID_NAMES.or(short.into(), "Unknown NLPID")
        } else {
            crate::link::ethertype::NAMES.or(short.into(), "Unknown Ethertype")
        };
        o.s("Protocol Type (short form): ").s(name).s(" (").hex(short, 4).s(")");
    });
    if short == 0x80 {
        let line = cx.line(c.span(5), |o| _ = o.s("Protocol Type (long form)"));
        cx.under(line, |cx| run(cx, c, &[(HDR_PRO_SNAP_OUI, 3), (HDR_PRO_SNAP_PID, 2)]))?;
    } else {
        cx.field(PROTOCOL_TYPE, c, 5)?;
    }
    run(cx, c, &[(HDR_HOPCNT, 1), (HDR_PKTSZ, 2)])?;
    let size = usize::from(u16::from_be_bytes([h[10], h[11]]));
    let sum = all.peek_bytes(0, size).ok().map(|b| checksum::add(0, b));
    checksum::show(cx, [HDR_CHKSUM, HDR_CHKSUM_STATUS, HDR_BAD_CHECKSUM], c, sum);
    c.skip(2)?;
    let offset = usize::from(u16::from_be_bytes([h[14], h[15]]));
    let item = cx.field(HDR_EXTOFF, c, 2)?;
    if offset != 0 && (offset < HEAD || offset > size) {
        cx.expert(HDR_EXTOFF_INVALID, item, c.span(0));
    }
    let version = h[16];
    let item = cx.field(HDR_VERSION, c, 1)?;
    cx.append(item, |o| {
        o.s(if version == 1 { " (NHRP - rfc2332)" } else { " (Unknown)" });
    });
    cx.u8(HDR_OP_TYPE, c)?;
    type_and_len(cx, c, [HDR_SHTL, HDR_SHTL_TYPE, HDR_SHTL_LEN])?;
    type_and_len(cx, c, [HDR_SSTL, HDR_SSTL_TYPE, HDR_SSTL_LEN])
}

/// Kind and length of an address in one byte.
fn type_and_len<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, rows: [Field; 3]) -> Step {
    let b = c.peek_u8(0)?;
    let (_, item) = cx.flags(rows[0], c, 1, &rows[1..])?;
    let label = cx.registry.field(rows[0]).label;
    cx.label(item, |o| {
        o.s(label).s(": ").s(HDR_SHTL_TYPE_NAMES.or(u64::from(b >> 6 & 1), "")).s("/").u(b & 0x3f);
    });
    Ok(())
}

/// An address of IPv4, or bytes.
fn address<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, n: usize, four: Field, bytes: Field) -> Step {
    match n {
        0 => Ok(()),
        4 => cx.field(four, c, 4).map(|_| ()),
        _ => cx.field(bytes, c, n).map(|_| ()),
    }
}

/// A flag: field, bit, and how it is named where it is set.
type Flag = (Field, u64, &'static str);
const FLAG_OF_NAT: Flag = (FLAG_NAT, 0x0002, "Cisco NAT Supported");
const UNIQUE: Flag = (FLAG_U, 0x1000, "Uniqueness Bit");

fn mandatory_part<S: Sink>(cx: &mut Cx<'_, S>, head: &Head, c: &mut Cursor<'_>) -> Step {
    let (from, to) = (usize::from(c.peek_u8(0)?), usize::from(c.peek_u8(1)?));
    cx.field(SRC_PROT_LEN, c, 1)?;
    cx.field(DST_PROT_LEN, c, 1)?;
    let bits: &[Flag] = match head.kind {
        RESOLUTION_REQUEST | RESOLUTION_REPLY => &[
            (FLAG_Q, 0x8000, "Is Router"),
            (FLAG_A, 0x4000, "Authoritative"),
            (FLAG_D, 0x2000, "Stable Association"),
            UNIQUE,
            (FLAG_S, 0x0800, "Stable Binding"),
            FLAG_OF_NAT,
        ],
        REGISTRATION_REQUEST | REGISTRATION_REPLY => &[(FLAG_U, 0x8000, "Uniqueness Bit"), FLAG_OF_NAT],
        PURGE_REQUEST | PURGE_REPLY => &[(FLAG_N, 0x8000, "Expected Purge Reply"), FLAG_OF_NAT],
        _ => &[],
    };
    match head.kind {
        ERROR => {
            c.skip(2)?;
            let code = c.peek_u16(0)?;
            run(cx, c, &[(ERR_CODE, 2), (ERR_OFFSET, 2)])?;
            cx.info_add(|o| _ = o.s(", ").s(ERR_CODE_NAMES.or(code.into(), "Unknown")));
        }
        TRAFFIC => {
            let code = c.peek_u16(4)?;
            cx.info_add(|o| _ = o.s(", Code=").u(code));
            c.skip(6)?;
        }
        _ => {
            let raw = u64::from(c.peek_u16(0)?);
            let item = cx.peek(FLAGS, c, 2)?;
            let span = c.span(2);
            cx.append(item, |o| {
                for (_, _, name) in bits.iter().filter(|b| raw & b.1 != 0) {
                    o.s(", ").s(name);
                }
            });
            cx.under(item, |cx| {
                for (field, bit, name) in bits {
                    let item = cx.add(*field, span, Value::U(u64::from(raw & bit != 0)));
                    // This bit lies elsewhere in registrations.
                    if *field == FLAG_U && *bit == 0x8000 {
                        cx.label(item, |o| {
                            o.s(if raw & bit != 0 { "1" } else { "0" }).s("... .... .... .... = ").s(name);
                            o.s(if raw & bit != 0 { ": True" } else { ": False" });
                        });
                    }
                }
            });
            c.skip(2)?;
            let id = cx.u32(REQID, c)?;
            cx.info_add(|o| _ = o.s(", ID=").u(id));
        }
    }
    address(cx, c, head.address, SRC_NBMA_ADDR, SRC_NBMA_ADDR_BYTES)?;
    if head.subaddress > 0 {
        cx.field(SRC_NBMA_SADDR, c, head.subaddress)?;
    }
    address(cx, c, from, SRC_PROT_ADDR, SRC_PROT_ADDR_BYTES)?;
    address(cx, c, to, DST_PROT_ADDR, DST_PROT_ADDR_BYETS)?;
    if head.kind == ERROR || head.kind == TRAFFIC {
        return Ok(());
    }
    clients(cx, head, c, true)
}

/// Client information entries, to the end.
fn clients<S: Sink>(cx: &mut Cx<'_, S>, head: &Head, c: &mut Cursor<'_>, told: bool) -> Step {
    while c.left() >= 12 {
        let h = *c.peek_array::<12>()?;
        let (code, net, sub, protocol) =
            (h[0], usize::from(h[8] & 0x3f), usize::from(h[9] & 0x3f), usize::from(h[10]));
        if told && matches!(head.kind, RESOLUTION_REPLY | REGISTRATION_REPLY | PURGE_REPLY) {
            cx.info_add(|o| _ = o.s(", Code=").s(CODE_NAMES.or(code.into(), "Unknown")));
        }
        let len = 12 + net + sub + protocol;
        let line = cx.line(c.span(len), |o| _ = o.s("Client Information Entry"));
        let mut one = c.take(len);
        cx.under(line, |cx| -> Step {
            run(cx, &mut one, &[(CODE, 1), (PREFIX, 1), (UNUSED, 2), (MTU, 2), (HTIME, 2)])?;
            type_and_len(cx, &mut one, [CLI_ADDR_TL, CLI_ADDR_TL_TYPE, CLI_ADDR_TL_LEN])?;
            type_and_len(cx, &mut one, [CLI_SADDR_TL, CLI_SADDR_TL_TYPE, CLI_SADDR_TL_LEN])?;
            run(cx, &mut one, &[(PROT_LEN, 1), (PREF, 1)])?;
            address(cx, &mut one, net, CLIENT_NBMA_ADDR, CLIENT_NBMA_ADDR_BYTES)?;
            if sub > 0 {
                cx.field(CLIENT_NBMA_SADDR, &mut one, sub)?;
            }
            address(cx, &mut one, protocol, CLIENT_PROT_ADDR, CLIENT_PROT_ADDR_BYTES)
        })?;
    }
    Ok(())
}

names! {
    EXTENSION_NAMES {
        0 => "End of Extension",
        3 => "Responder Address Extension",
        4 => "Forward Transit NHS Record Extension",
        5 => "Reverse Transit NHS Record Extension",
        7 => "NHRP Authentication Extension",
        8 => "NHRP Vendor Private Extension",
        9 => "Cisco NAT Address Extension",
    }
}

fn extensions_part<S: Sink>(cx: &mut Cx<'_, S>, head: &Head, c: &mut Cursor<'_>) -> Step {
    while !c.is_empty() {
        let (kind, len) = (c.peek_u16(0)? & 0x3fff, usize::from(c.peek_u16(2)?));
        let name = match kind {
            6 if head.kind == RESOLUTION_REPLY => "NHRP Route Record Extension",
            _ => EXTENSION_NAMES.or(kind.into(), "Unknown Extension"),
        };
        let line = cx.line(c.span(4 + len), |o| _ = o.s(name));
        let mut one = c.take(4 + len);
        cx.under(line, |cx| -> Step {
            cx.peek(EXT_C, &one, 2)?;
            run(cx, &mut one, &[(EXT_TYPE, 2), (EXT_LEN, 2)])?;
            match kind {
                _ if len == 0 => Ok(()),
                3..=5 | 9 => clients(cx, head, &mut one, false),
                7 => authentication(cx, head, &mut one),
                8 => {
                    let (vendor, data) = (one.peek_uint(0, 3)?, one.peek_bytes(3, len.saturating_sub(3))?);
                    let line = cx.line(one.span(len), |o| {
                        let [.., a, b, c] = vendor.to_be_bytes();
                        let name = crate::link::oui::maker(&[a, b, c]).map_or("Unknown", |m| m.long);
                        o.s("Extension Data: Vendor ID=").s(name).s(", Data=").hex_bytes(data, 0);
                    });
                    cx.under(line, |cx| -> Step {
                        cx.u24(VENDOR_EXT_ID, &mut one)?;
                        let n = one.left();
                        cx.field(VENDOR_EXT_DATA, &mut one, n).map(|_| ())
                    })
                }
                _ => cx.field(UNKNOWN_EXT_VALUE, &mut one, len).map(|_| ()),
            }
        })?;
        if kind == 0 {
            if !c.is_empty() {
                cx.expert(EXT_EXTRA, cx.proto_item(), c.span(0));
            }
            break;
        }
    }
    Ok(())
}

fn authentication<S: Sink>(cx: &mut Cx<'_, S>, head: &Head, c: &mut Cursor<'_>) -> Step {
    let n = c.left();
    let size = if head.family == 1 { 4 } else { head.address };
    let spi = c.peek_u16(2)?;
    let data = c.peek_bytes(4 + size, n.saturating_sub(4 + size))?;
    let line = cx.line(c.span(n), |o| {
        o.s("Extension Data: SPI=").u(spi).s(": Data=").hex_bytes(data, 0);
    });
    cx.under(line, |cx| -> Step {
        run(cx, c, &[(AUTH_EXT_RESERVED, 2), (AUTH_EXT_SPI, 2)])?;
        address(cx, c, size, AUTH_EXT_SRC_ADDR, AUTH_EXT_SRC_ADDR_BYTES)?;
        let n = c.left();
        cx.field(AUTH_EXT_DATA, c, n).map(|_| ())
    })
}
