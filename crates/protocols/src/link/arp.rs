//! Address Resolution Protocol, RFC 826, with its reverse and inverse forms.

use super::oui;
use requin_wire::{Cursor, Cx, Key, Out, Past, Sink, Span, Step, Stop, Value, be, names, proto};

proto! {
    ARP "arp" "Address Resolution Protocol" "ARP/RARP" Link
    on [Ether 0x0806, Ether 0x8035]
    remember [remember] for columns [DUPLICATE_ADDRESS_DETECTED, DUPLICATE_ADDRESS_FRAME, SECONDS_SINCE_DUPLICATE_ADDRESS_FRAME]
    fields {
        HW_TYPE "arp.hw.type" "Hardware type": U16 Dec = HW_TYPE_NAMES;
        PROTO_TYPE "arp.proto.type" "Protocol type": U16 Hex = super::ethertype::NAMES;
        HW_SIZE "arp.hw.size" "Hardware size": U8 Dec;
        PROTO_SIZE "arp.proto.size" "Protocol size": U8 Dec;
        OPCODE "arp.opcode" "Opcode": U16 Dec = OPCODE_NAMES;
        ISGRATUITOUS "arp.isgratuitous" "Is gratuitous": Bool = crate::common::TRUE;
        ISPROBE "arp.isprobe" "Is probe": Bool = crate::common::TRUE;
        ISANNOUNCEMENT "arp.isannouncement" "Is announcement": Bool = crate::common::TRUE;
        SRC_HW "arp.src.hw" "Sender hardware address": Bytes;
        SRC_HW_MAC "arp.src.hw_mac" "Sender MAC address": Ether;
        SRC_PROTO "arp.src.proto" "Sender protocol address": Bytes;
        SRC_PROTO_IPV4 "arp.src.proto_ipv4" "Sender IP address": Ipv4;
        DST_HW "arp.dst.hw" "Target hardware address": Bytes;
        DST_HW_MAC "arp.dst.hw_mac" "Target MAC address": Ether;
        DST_PROTO "arp.dst.proto" "Target protocol address": Bytes;
        DST_PROTO_IPV4 "arp.dst.proto_ipv4" "Target IP address": Ipv4;
        DUPLICATE_ADDRESS_FRAME "arp.duplicate-address-frame" "Frame showing earlier use of IP address": Framenum;
        SECONDS_SINCE_DUPLICATE_ADDRESS_FRAME "arp.seconds-since-duplicate-address-frame" "Seconds since earlier frame seen": U32 Dec;
    }
    experts {
        DUPLICATE_ADDRESS_DETECTED "arp.duplicate-address-detected" Warn Sequence "Duplicate IP address configured";
    }
}

names! { pub(crate) HW_TYPE_NAMES {
    0 => "NET/ROM pseudo",
    1 => "Ethernet",
    2 => "Experimental Ethernet",
    3 => "AX.25",
    4 => "ProNET",
    5 => "Chaos",
    6 => "IEEE 802",
    7 => "ARCNET",
    8 => "Hyperchannel",
    9 => "Lanstar",
    10 => "Autonet Short Address",
    11 => "Localtalk",
    12 => "LocalNet",
    13 => "Ultra link",
    14 => "SMDS",
    15 => "Frame Relay DLCI",
    16 => "ATM",
    17 => "HDLC",
    18 => "Fibre Channel",
    19 => "ATM (RFC 2225)",
    20 => "Serial Line",
    21 => "ATM",
    22 => "MIL-STD-188-220",
    23 => "Metricom STRIP",
    24 => "IEEE 1394.1995",
    25 => "MAPOS",
    26 => "Twinaxial",
    27 => "EUI-64",
    28 => "HIPARP",
    29 => "IP and ARP over ISO 7816-3",
    30 => "ARPSec",
    31 => "IPsec tunnel",
    32 => "InfiniBand",
    33 => "TIA-102 Project 25 CAI",
    34 => "Wiegand Interface",
    35 => "Pure IP",
    36 => "Experimental 1",
    37 => "HFI",
    256 => "Experimental 2",
    257 => "AEthernet",
    260 => "Notional KISS type",
    264 => "ADAPT",
    270 => "ROSE",
    271 => "CCITT X.25",
    272 => "Boards with X.25 in firmware",
    280 => "Controller Area Network",
    512 => "PPP",
    513 => "Cisco HDLC",
    516 => "LAPB",
    517 => "Digital's DDCMP protocol",
    518 => "Raw HDLC",
    519 => "Raw IP",
    768 => "IPIP tunnel",
    769 => "IP6IP6 tunnel",
    770 => "Frame Relay Access Device",
    771 => "SKIP vif",
    772 => "Loopback",
    774 => "Fiber Distributed Data Interface",
    775 => "AP1000 BIF",
    776 => "sit0 device - IPv6-in-IPv4",
    777 => "IP over DDP tunneller",
    778 => "GRE over IP",
    779 => "PIMSM register interface",
    780 => "High Performance Parallel Interface",
    781 => "Nexus 64Mbps Ash",
    782 => "Acorn Econet",
    783 => "Linux-IrDA",
    784 => "Point to point fibrechannel",
    785 => "Fibrechannel arbitrated loop",
    786 => "Fibrechannel public loop",
    787 => "Fibrechannel fabric",
    800 => "Magic type ident for TR",
    801 => "IEEE 802.11",
    802 => "IEEE 802.11 + Prism2 header",
    803 => "IEEE 802.11 + radiotap header",
    804 => "IEEE 802.15.4",
    805 => "IEEE 802.15.4 network monitor",
    820 => "PhoNet media type",
    821 => "PhoNet pipe header",
    822 => "CAIF media type",
    823 => "GRE over IPv6",
    824 => "Netlink",
    825 => "IPv6 over LoWPAN",
    826 => "Vsock monitor header",
    65534 => "zero header length",
    65535 => "Void type, nothing is known",
}
OPCODE_NAMES {
    0 => "reserved",
    1 => "request",
    2 => "reply",
    3 => "reverse request",
    4 => "reverse reply",
    5 => "drarp request",
    6 => "drarp reply",
    7 => "drarp error",
    8 => "inverse request",
    9 => "inverse reply",
    10 => "arp nak",
    11 => "mars request",
    12 => "mars multi",
    13 => "mars mserv",
    14 => "mars join",
    15 => "mars leave",
    16 => "mars nak",
    17 => "mars unserv",
    18 => "mars sjoin",
    19 => "mars sleave",
    20 => "mars grouplist request",
    21 => "mars grouplist reply",
    22 => "mars redirect map",
    23 => "mapos unarp",
    24 => "experimental 1",
    25 => "experimental 2",
    65535 => "reserved",
} }

/// The hardware type of amateur radio.
const AX25: u16 = 3;

/// Bytes of a packet whose addresses are so long.
fn length(hw_len: u8, proto_len: u8) -> usize {
    8 + 2 * usize::from(hw_len) + 2 * usize::from(proto_len)
}

const REQUEST: u16 = 1;
const REPLY: u16 = 2;

/// An address of either kind as the Info column shows it.
fn hardware(o: &mut Out<'_>, bytes: &[u8], ether: bool, resolve: bool) {
    match bytes.first_chunk::<6>() {
        Some(a) if ether => oui::address(o, a, resolve),
        _ => _ = o.hex_bytes(bytes, 0),
    }
}

fn protocol(o: &mut Out<'_>, bytes: &[u8], ipv4: bool) {
    if ipv4 {
        o.ipv4(be(bytes) as u32);
    } else {
        o.hex_bytes(bytes, 0);
    }
}

/// The addresses that a packet tells of: those of its sender, and in a reply those of its target.
fn told(packet: &[u8]) -> Option<[(&[u8; 4], &[u8; 6]); 2]> {
    let (head, rest) = packet.split_first_chunk::<8>()?;
    let [0, 1 | 6, 8, 0, 6, 4, 0, op] = head else { return None };
    matches!(u16::from(*op), REQUEST | REPLY).then_some(())?;
    let (sender_hw, rest) = rest.split_first_chunk::<6>()?;
    let (sender, rest) = rest.split_first_chunk::<4>()?;
    let (target_hw, rest) = rest.split_first_chunk::<6>()?;
    let target = if u16::from(*op) == REPLY { rest.first_chunk::<4>()? } else { &[0; 4] };
    Some([(sender, sender_hw), (target, target_hw)])
}

/// Whether an address and a hardware address are one station's.
fn is_station(ip: &[u8; 4], hardware: &[u8; 6]) -> bool {
    *ip != [0; 4] && *hardware != [0; 6] && hardware[0] & 1 == 0
}

/// Remembers who has which address, and notes when another one has it as well.
fn remember(past: &mut Past<'_>, packet: &[u8]) {
    let Some(pairs) = told(packet) else { return };
    for (i, (ip, hardware)) in (0..).zip(pairs) {
        if !is_station(ip, hardware) {
            continue;
        }
        let key = Key::anywhere(0).and(ip);
        match past.get(&key).filter(|first| *first.bytes != *hardware) {
            Some(first) => past.note(i, &first),
            // The newest frame of the first to have it.
            None => past.set(&key, hardware),
        }
    }
}

/// Shows that an address is two stations'.
fn duplicates<S: Sink>(cx: &mut Cx<'_, S>, here: Span, pairs: [(&[u8], &[u8]); 2]) {
    if !S::FIELDS {
        return;
    }
    for (i, (ip, mine)) in (0..).zip(pairs) {
        let Some(first) = cx.recalled(i) else { continue };
        cx.info_add(|o| {
            o.s(" (duplicate use of ");
            protocol(o, ip, true);
            o.s(" detected!)");
        });
        let here = Span { len: 0, ..here };
        cx.at_top(|cx| {
            let item = cx.line(here, |o| {
                o.s("Duplicate IP address detected for ");
                protocol(o, ip, true);
                o.s(" (");
                hardware(o, mine, true, false);
                o.s(") - also in use by ");
                hardware(o, &first.bytes, true, false);
                o.s(" (frame ").u(first.frame).s(")");
            });
            cx.set_generated(item);
            cx.under(item, |cx| {
                let frame = cx.generated(DUPLICATE_ADDRESS_FRAME, here, Value::U(first.frame));
                cx.under(frame, |cx| {
                    cx.expert_here(DUPLICATE_ADDRESS_DETECTED, here, |o| {
                        o.s("Duplicate IP address configured (");
                        protocol(o, ip, true);
                        o.s(")");
                    });
                });
                let secs = u64::try_from(cx.meta.time.secs.saturating_sub(first.time.secs)).unwrap_or(0);
                cx.generated(SECONDS_SINCE_DUPLICATE_ADDRESS_FRAME, here, Value::U(secs));
            });
        });
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.aside(&all);
    cx.protocol("ARP");
    cx.info_clear();
    if cx.first(c.peek_u16(0))? == AX25 {
        // Amateur radio has a table of its own, and a layer: nothing is shown of it before it is read.
        cx.layer_only(ID, &all);
        let head = cx.first(c.peek_array::<6>())?;
        cx.first(c.peek_bytes(0, length(head[4], head[5])))?;
    }
    let head = c.peek_array::<8>();
    for (field, len) in [(HW_TYPE, 2), (PROTO_TYPE, 2), (HW_SIZE, 1), (PROTO_SIZE, 1), (OPCODE, 2)] {
        cx.field(field, &mut c, len)?;
    }
    let h = head?;
    let (hw_type, proto_type) = (u16::from_be_bytes([h[0], h[1]]), u16::from_be_bytes([h[2], h[3]]));
    let (hw_len, proto_len) = (usize::from(h[4]), usize::from(h[5]));
    let opcode = u16::from_be_bytes([h[6], h[7]]);
    let total = length(h[4], h[5]);
    if total > all.left() {
        return Err(Stop::Short);
    }
    cx.ends_at(all.pos() + total);
    cx.proto_len(total);
    let ether = matches!(hw_type, 1 | 6) && hw_len == 6;
    let ipv4 = proto_type == 0x0800 && proto_len == 4;
    let sender_hw = c.peek_bytes(0, hw_len)?;
    let sender = c.peek_bytes(hw_len, proto_len)?;
    let target_hw = c.peek_bytes(hw_len + proto_len, hw_len)?;
    let target = c.peek_bytes(2 * hw_len + proto_len, proto_len)?;
    let same = matches!(opcode, REQUEST | REPLY) && sender == target && proto_len > 0;
    let probe = opcode == REQUEST && ipv4 && sender == [0; 4] && !same;
    let announcement = same && opcode == REQUEST && target_hw.iter().all(|b| *b == 0);
    let resolve = cx.registry.prefs.resolve_mac;
    cx.proto_append(|o| match opcode {
        _ if announcement => _ = o.s(" (ARP Announcement)"),
        _ if probe => _ = o.s(" (ARP Probe)"),
        _ => match OPCODE_NAMES.find(u64::from(opcode)) {
            Some(name) => _ = o.s(" (").s(name).s(if same { "/gratuitous ARP)" } else { ")" }),
            None => _ = o.s(" (opcode ").hex(opcode, 4).s(")"),
        },
    });
    if matches!(opcode, 3 | 4) {
        cx.protocol("RARP");
    } else if matches!(opcode, 5..=7) {
        cx.protocol("DRARP");
    } else if matches!(opcode, 8 | 9) {
        cx.protocol("Inverse ARP");
    }
    cx.info(|o| {
        match opcode {
            REQUEST if probe => {
                o.s("Who has ");
                protocol(o, target, ipv4);
                o.s("? (ARP Probe)");
            }
            REQUEST if announcement => {
                o.s("ARP Announcement for ");
                protocol(o, target, ipv4);
            }
            REQUEST | REPLY if same => {
                o.s("Gratuitous ARP for ");
                protocol(o, target, ipv4);
                o.s(if opcode == REQUEST { " (Request)" } else { " (Reply)" });
            }
            REQUEST => {
                o.s("Who has ");
                protocol(o, target, ipv4);
                o.s("? Tell ");
                protocol(o, sender, ipv4);
            }
            REPLY => {
                protocol(o, sender, ipv4);
                o.s(" is at ");
                hardware(o, sender_hw, ether, resolve);
            }
            3 | 8 => {
                o.s("Who is ");
                hardware(o, target_hw, ether, resolve);
                o.s("? Tell ");
                hardware(o, sender_hw, ether, resolve);
            }
            4 => {
                hardware(o, target_hw, ether, resolve);
                o.s(" is at ");
                protocol(o, target, ipv4);
            }
            9 => {
                hardware(o, sender_hw, ether, resolve);
                o.s(" is at ");
                protocol(o, sender, ipv4);
            }
            _ => _ = o.s("Unknown ARP opcode ").hex(opcode, 4),
        };
    });
    let here = all.span(0);
    if same {
        cx.generated(ISGRATUITOUS, here, Value::U(1));
    }
    if probe {
        cx.generated(ISPROBE, here, Value::U(1));
    }
    if announcement {
        cx.generated(ISANNOUNCEMENT, here, Value::U(1));
    }
    let rows = [
        (if ether { SRC_HW_MAC } else { SRC_HW }, hw_len),
        (if ipv4 { SRC_PROTO_IPV4 } else { SRC_PROTO }, proto_len),
        (if ether { DST_HW_MAC } else { DST_HW }, hw_len),
        (if ipv4 { DST_PROTO_IPV4 } else { DST_PROTO }, proto_len),
    ];
    for (field, len) in rows {
        if len > 0 {
            cx.field(field, &mut c, len)?;
        }
    }
    if ether && ipv4 {
        duplicates(cx, here, [(sender, sender_hw), (target, target_hw)]);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_by_senders_and_by_replies() {
        let mut packet = vec![0, 1, 8, 0, 6, 4, 0, 1];
        packet.extend_from_slice(&[2, 0, 0, 0, 0, 1, 10, 0, 0, 1, 2, 0, 0, 0, 0, 2, 10, 0, 0, 2]);
        assert_eq!(
            told(&packet),
            Some([(&[10, 0, 0, 1], &[2, 0, 0, 0, 0, 1]), (&[0; 4], &[2, 0, 0, 0, 0, 2])])
        );
        packet[7] = 2;
        assert_eq!(told(&packet).map(|t| t[1].0), Some(&[10, 0, 0, 2]));
        packet[7] = 9;
        assert_eq!(told(&packet), None);
        for n in 0..packet.len() {
            assert_eq!(told(&packet[..n]), None);
        }
    }
}
