//! Virtual Router Redundancy Protocol: version 2 (RFC 3768) and 3 (RFC 5798).

use super::checksum;
use requin_wire::{AddrKind, Cursor, Cx, Sink, Step, names, proto};

proto! {
    VRRP "vrrp" "Virtual Router Redundancy Protocol" "VRRP" Network
    on [IpProto 112]
    fields {
        TYPEVER "vrrp.typever" "VRRP message version and type": U8 Dec;
        VERSION "vrrp.version" "VRRP protocol version": U8 Dec & 0xf0;
        TYPE "vrrp.type" "VRRP packet type": U8 Dec & 0xf = TYPE_NAMES;
        VIRT_RTR_ID "vrrp.virt_rtr_id" "Virtual Rtr ID": U8 Dec;
        PRIO "vrrp.prio" "Priority": U8 Dec;
        ADDR_COUNT "vrrp.addr_count" "Addr Count": U8 Dec;
        CHECKSUM "vrrp.checksum" "Checksum": U16 Hex;
        CHECKSUM_STATUS "vrrp.checksum.status" "Checksum Status": U8 None = crate::transport::CHECKSUM_STATES;
        AUTH_TYPE "vrrp.auth_type" "Auth Type": U8 Dec = AUTH_TYPE_NAMES;
        ADVER_INT "vrrp.adver_int" "Adver Int": U8 Dec;
        RESERVED_MBZ "vrrp.reserved_mbz" "Reserved": U8 Dec & 0xf0;
        SHORT_ADVER_INT "vrrp.short_adver_int" "Adver Int": U16 Dec & 0xfff;
        IP_ADDR "vrrp.ip_addr" "IP Address": Ipv4;
        IPV6_ADDR "vrrp.ipv6_addr" "IPv6 Address": Ipv6;
        AUTH_STRING "vrrp.auth_string" "Authentication String": Str;
    }
    experts {
        CHECKSUM_BAD_EXPERT "vrrp.checksum_bad.expert" Warn Checksum "Bad checksum";
    }
}

names! { TYPE_NAMES {
    1 => "Advertisement",
}
AUTH_TYPE_NAMES {
    0 => "No Authentication",
    1 => "Simple Text Authentication [RFC 2338] / Reserved [RFC 3768]",
    2 => "IP Authentication Header [RFC 2338] / Reserved [RFC 3768]",
    254 => "Cisco VRRP MD5 authentication",
} }

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("VRRP");
    cx.info_clear();
    let first = c.peek_u8(0)?;
    let (version, kind) = (first >> 4, first & 15);
    let name = TYPE_NAMES.or(u64::from(kind), "Unknown");
    // There is only one type; others are read as if they were it.
    cx.info(|o| _ = o.s("Announcement (v").u(version).s(")"));
    let item = cx.peek(TYPEVER, &c, 1)?;
    cx.label(item, |o| {
        o.s("Version ").u(version).s(", Packet type ").u(kind).s(" (").s(name).s(")");
    });
    cx.under(item, |cx| -> Step {
        cx.peek(VERSION, &c, 1)?;
        cx.peek(TYPE, &c, 1)?;
        Ok(())
    })?;
    c.skip(1)?;
    cx.field(VIRT_RTR_ID, &mut c, 1)?;
    let priority = c.peek_u8(0)?;
    let item = cx.field(PRIO, &mut c, 1)?;
    cx.append(item, |o| match priority {
        0 => _ = o.s(" (Current Master has stopped participating in VRRP)"),
        100 => _ = o.s(" (Default priority for a backup VRRP router)"),
        255 => _ = o.s(" (This VRRP router owns the virtual router's IP address(es))"),
        _ => _ = o.s(" (Non-default backup priority)"),
    });
    let count = cx.u8(ADDR_COUNT, &mut c)?;
    let six = cx.out.columns.src.kind == AddrKind::Ipv6;
    let mut auth = 0;
    if version == 3 {
        cx.peek(RESERVED_MBZ, &c, 1)?;
        cx.field(SHORT_ADVER_INT, &mut c, 2)?;
    } else {
        auth = cx.u8(AUTH_TYPE, &mut c)?;
        cx.field(ADVER_INT, &mut c, 1)?;
    }
    let whole = !all.is_cut() && S::FIELDS && !cx.fragmented;
    let start = if version == 3 { checksum::pseudo(cx, 112, all.left()) } else { 0 };
    let sum = whole.then(|| checksum::add(start, all.rest()));
    checksum::show(cx, [CHECKSUM, CHECKSUM_STATUS, CHECKSUM_BAD_EXPERT], &c, sum);
    c.skip(2)?;
    for _ in 0..count {
        if six {
            cx.field(IPV6_ADDR, &mut c, 16)?;
        } else {
            cx.field(IP_ADDR, &mut c, 4)?;
        }
    }
    if auth == 1 {
        cx.field(AUTH_STRING, &mut c, 8)?;
    }
    Ok(())
}
