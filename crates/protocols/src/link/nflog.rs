//! Packets that Linux' netfilter logged, with what it said of them: a header, and attributes in the byte order of the
//! machine that captured (<https://www.tcpdump.org/linktypes/LINKTYPE_NFLOG.html>).

use crate::network::{ipv4, ipv6};
use requin_wire::{Cursor, Cx, Field, Sink, Step, Value, names, proto};

proto! {
    NFLOG "nflog" "Linux Netfilter NFLOG" "NFLOG" Link
    on [Link 239]
    fields {
        FAMILY "nflog.family" "Family": U8 Dec = FAMILIES;
        VERSION "nflog.version" "Version": U8 Dec;
        RES_ID "nflog.res_id" "Resource id": U16 Dec;
        TLV "nflog.tlv" "TLV": Bytes;
        TLV_LENGTH "nflog.tlv_length" "Length": U16 Dec;
        TLV_TYPE "nflog.tlv_type" "Type": U16 Dec & 0x7fff = TYPES;
        PROTOCOL "nflog.protocol" "HW protocol": U16 Hex = super::ethertype::NAMES;
        HOOK "nflog.hook" "Netfilter hook": U8 Dec = HOOKS;
        IFINDEX_INDEV "nflog.ifindex_indev" "IFINDEX_INDEV": U32 Dec;
        IFINDEX_OUTDEV "nflog.ifindex_outdev" "IFINDEX_OUTDEV": U32 Dec;
        IFINDEX_PHYSINDEV "nflog.ifindex_physindev" "IFINDEX_PHYSINDEV": U32 Dec;
        IFINDEX_PHYSOUTDEV "nflog.ifindex_physoutdev" "IFINDEX_PHYSOUTDEV": U32 Dec;
        PREFIX "nflog.prefix" "Prefix": StrZ;
        UID "nflog.uid" "UID": I32 Dec;
        GID "nflog.gid" "GID": I32 Dec;
        TIMESTAMP "nflog.timestamp" "Timestamp": AbsTime;
        TLV_VALUE "nflog.tlv_value" "Value": Bytes;
    }
}

names! {
    FAMILIES {
        0 => "Unspecified", 1 => "IPv4/IPv6", 2 => "IPv4", 3 => "ARP", 5 => "Netdev", 7 => "Bridge", 10 => "IPv6",
        12 => "DECNET",
    }
    TYPES {
        0 => "NFULA_UNSPEC", 1 => "NFULA_PACKET_HDR", 2 => "NFULA_MARK", 3 => "NFULA_TIMESTAMP",
        4 => "NFULA_IFINDEX_INDEV", 5 => "NFULA_IFINDEX_OUTDEV", 6 => "NFULA_IFINDEX_PHYSINDEV",
        7 => "NFULA_IFINDEX_PHYSOUTDEV", 8 => "NFULA_HWADDR", 9 => "NFULA_PAYLOAD", 10 => "NFULA_PREFIX", 11 => "NFULA_UID",
        12 => "NFULA_SEQ", 13 => "NFULA_SEQ_GLOBAL", 14 => "NFULA_GID", 15 => "NFULA_HWTYPE", 16 => "NFULA_HWHEADER",
        17 => "NFULA_HWLEN",
    }
    HOOKS {
        0 => "Pre-routing", 1 => "Local in", 2 => "Forward", 3 => "Local out", 4 => "Post-routing", 5 => "Number of hooks",
    }
}

const IPV4: u8 = 2;
const IPV6: u8 = 10;
const PAYLOAD: u16 = 9;
/// The length and type that an attribute begins with, its length counting them too.
const HEAD: usize = 4;

/// Whether the attributes make sense with lengths whose low byte stands first.
fn is_little(mut rest: &[u8]) -> bool {
    while let Some(n) = rest.first_chunk::<2>() {
        let n = usize::from(u16::from_le_bytes(*n));
        if n < HEAD || n > rest.len() {
            return false;
        }
        rest = rest.get(n.next_multiple_of(4)..).unwrap_or_default();
    }
    true
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("NFLOG");
    cx.info_clear();
    let family = cx.u8(FAMILY, &mut c)?;
    cx.u8(VERSION, &mut c)?;
    cx.u16(RES_ID, &mut c)?;
    let little = is_little(c.rest());
    let number = |b: [u8; 2]| if little { u16::from_le_bytes(b) } else { u16::from_be_bytes(b) };
    let mut payload = None;
    while c.left() >= HEAD {
        let [a, b, k, l] = *c.peek_array::<HEAD>()?;
        let (len, kind) = (usize::from(number([a, b])), number([k, l]) & 0x7fff);
        if len < HEAD {
            break;
        }
        let item = cx.field(TLV, &mut c.clone(), len)?;
        let mut tlv = c.take_all(len)?;
        cx.label(item, |o| {
            o.s("TLV Type: ")
                .s(TYPES.or(u64::from(kind), "Unknown"))
                .s(" (")
                .u(kind)
                .s("), Length: ")
                .u(len as u64);
        });
        cx.under(item, |cx| -> Step {
            cx.add(TLV_LENGTH, tlv.span(2), Value::U(len as u64));
            tlv.skip(2)?;
            cx.add(TLV_TYPE, tlv.span(2), Value::U(u64::from(kind)));
            tlv.skip(2)?;
            if kind == PAYLOAD { Ok(()) } else { attribute(cx, kind, tlv) }
        })?;
        if kind == PAYLOAD {
            payload = Some(tlv);
        }
        c.advance(len.next_multiple_of(4) - len);
    }
    match (payload, family) {
        (Some(p), IPV4) => cx.call(ipv4::ID, p),
        (Some(p), IPV6) => cx.call(ipv6::ID, p),
        (Some(p), _) => cx.call(crate::meta::data::ID, p),
        (None, _) => Ok(()),
    }
}

/// What an attribute says, in the order of the network.
fn attribute<S: Sink>(cx: &mut Cx<'_, S>, kind: u16, mut c: Cursor<'_>) -> Step {
    let n = c.left();
    let word: Option<Field> = match kind {
        4 => Some(IFINDEX_INDEV),
        5 => Some(IFINDEX_OUTDEV),
        6 => Some(IFINDEX_PHYSINDEV),
        7 => Some(IFINDEX_PHYSOUTDEV),
        11 => Some(UID),
        14 => Some(GID),
        _ => None,
    };
    match (kind, word) {
        (1, _) if n >= 3 => {
            cx.field(PROTOCOL, &mut c, 2)?;
            cx.field(HOOK, &mut c, 1)?;
        }
        (3, _) if n >= 16 => {
            let word = |b: [u8; 16], at: usize| {
                b.get(at..).and_then(|b| b.first_chunk()).map(|b| u64::from_be_bytes(*b))
            };
            let all = *c.peek_array::<16>()?;
            let (secs, micros) = (word(all, 0).unwrap_or(0), word(all, 8).unwrap_or(0));
            let nanos = u32::try_from(micros).unwrap_or(0).saturating_mul(1000);
            cx.add(TIMESTAMP, c.span(16), Value::Time(secs as i64, nanos));
        }
        (10, _) => _ = cx.strz(PREFIX, &mut c)?,
        (_, Some(field)) if n >= 4 => _ = cx.field(field, &mut c, 4)?,
        _ if n > 0 => _ = cx.field(TLV_VALUE, &mut c, n)?,
        _ => {}
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_bytes_is_found() {
        assert!(is_little(&[5, 0, 10, 0, 0, 0, 0, 0, 6, 0, 9, 0, 1, 2]));
        assert!(!is_little(&[0, 5, 0, 10, 0, 0, 0, 0, 0, 6, 0, 9, 1, 2]));
        assert!(!is_little(&[3, 0, 1, 0]));
    }
}
