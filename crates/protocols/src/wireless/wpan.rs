//! IEEE 802.15.4, low-rate wireless personal area networks.

use crate::common::{say_bits, say_bits_behind};
use crate::link::oui::eui64;
use requin_wire::{Cursor, Cx, Field, Names, Out, Sink, Step, Stop, Value, names, proto};

proto! {
    WPAN "wpan" "IEEE 802.15.4 Low-Rate Wireless PAN" "IEEE 802.15.4" Link
    on [Link 195, Link 230]
    fields {
        FRAME_LENGTH "wpan.frame_length" "Frame Length": U8 Dec;
        FCF "wpan.fcf" "Frame Control Field": U16 Hex;
        FRAME_TYPE "wpan.frame_type" "Frame Type": U16 Hex & 0x0007 = FRAME_TYPES;
        SECURITY "wpan.security" "Security Enabled": Bool(16) & 0x0008;
        PENDING "wpan.pending" "Frame Pending": Bool(16) & 0x0010;
        ACK_REQUEST "wpan.ack_request" "Acknowledge Request": Bool(16) & 0x0020;
        PAN_ID_COMPRESSION "wpan.pan_id_compression" "PAN ID Compression": Bool(16) & 0x0040;
        FCF_RESERVED "wpan.fcf.reserved" "Reserved": Bool(16) & 0x0080;
        SEQNO_SUPPRESSION "wpan.seqno_suppression" "Sequence Number Suppression": Bool(16) & 0x0100;
        IE_PRESENT "wpan.ie_present" "Information Elements Present": Bool(16) & 0x0200;
        DST_ADDR_MODE "wpan.dst_addr_mode" "Destination Addressing Mode": U16 Hex & 0x0c00 = MODES;
        VERSION "wpan.version" "Frame Version": U16 Dec & 0x3000 = VERSIONS;
        SRC_ADDR_MODE "wpan.src_addr_mode" "Source Addressing Mode": U16 Hex & 0xc000 = MODES;
        SEQ_NO "wpan.seq_no" "Sequence Number": U8 Dec;
        DST_PAN "wpan.dst_pan" "Destination PAN": U16 Hex;
        DST16 "wpan.dst16" "Destination": U16 Hex;
        DST64 "wpan.dst64" "Destination": Eui64;
        SRC_PAN "wpan.src_pan" "Source PAN": U16 Hex;
        SRC16 "wpan.src16" "Source": U16 Hex;
        SRC64 "wpan.src64" "Extended Source": Eui64;
        ADDR16 "wpan.addr16" "Address": U16 Hex;
        ADDR64 "wpan.addr64" "Extended Address": Eui64;
        FCS "wpan.fcs" "FCS": U16 Hex;
        FCS_OK "wpan.fcs_ok" "FCS Valid": Bool;
        BEACON_ORDER "wpan.beacon_order" "Beacon Interval": U16 Dec & 0x000f;
        SUPERFRAME_ORDER "wpan.superframe_order" "Superframe Interval": U16 Dec & 0x00f0;
        CAP "wpan.cap" "Final CAP Slot": U16 Dec & 0x0f00;
        BATTERY_EXT "wpan.battery_ext" "Battery Extension": Bool(16) & 0x1000;
        BCN_COORD "wpan.bcn_coord" "PAN Coordinator": Bool(16) & 0x4000;
        ASSOC_PERMIT "wpan.assoc_permit" "Association Permit": Bool(16) & 0x8000;
        GTS_COUNT "wpan.gts.count" "GTS Descriptor Count": U8 Dec;
        GTS_PERMIT "wpan.gts.permit" "GTS Permit": Bool;
        GTS_DIRECTION "wpan.gts.direction" "Direction": Bool = Names::Bools("Receive Only", "Transmit Only");
        GTS_ADDRESS "wpan.gts.address" "Address": U16 Hex;
        PENDING16 "wpan.pending16" "Address": U16 Hex;
        PENDING64 "wpan.pending64" "Address": Eui64;
        HEADER_IE "wpan.header_ie" "Header IEs": None;
        HEADER_IE_TLV "wpan.header_ie_tlv" "IE Header": U16 Hex;
        HEADER_IE_TYPE "wpan.header_ie.type" "Type": U16 Dec & 0x8000 = ELEMENT_TYPES;
        HEADER_IE_ID "wpan.header_ie.id" "Id": U16 Hex & 0x7f80 = HEADER_ELEMENTS;
        HEADER_IE_LENGTH "wpan.header_ie.length" "Length": U16 Dec & 0x007f;
        HEADER_IE_HT1 "wpan.header_ie.ht1" "Header Termination 1 IE (Payload IEs follow)": None;
        HEADER_IE_HT2 "wpan.header_ie.ht2" "Header Termination 2 IE (Payload follows)": None;
        HEADER_IE_UNKNOWN "wpan.header_ie.unknown" "Unknown Header IE": None;
        CMD "wpan.cmd" "Command Identifier": U8 Hex = COMMANDS;
        CINFO_ALT_COORD "wpan.cinfo.alt_coord" "Alternate PAN Coordinator": Bool(8) & 0x01;
        CINFO_DEVICE_TYPE "wpan.cinfo.device_type" "Device Type": Bool(8) & 0x02 = Names::Bools("FFD", "RFD");
        CINFO_POWER_SRC "wpan.cinfo.power_src" "Power Source": Bool(8) & 0x04 = Names::Bools("AC/Mains Power", "Battery");
        CINFO_IDLE_RX "wpan.cinfo.idle_rx" "Receive On When Idle": Bool(8) & 0x08;
        CINFO_SEC_CAPABLE "wpan.cinfo.sec_capable" "Security Capability": Bool(8) & 0x40;
        CINFO_ALLOC_ADDR "wpan.cinfo.alloc_addr" "Allocate Address": Bool(8) & 0x80;
        ASOC_ADDR "wpan.asoc.addr" "Short Address": U16 Hex;
        ASSOC_STATUS "wpan.assoc.status" "Association Status": U8 Hex = ASSOCIATION;
    }
    experts {
        FCS_BAD "wpan.fcs.bad" Warn Checksum "Bad FCS";
        DST_INVALID "wpan.dst_invalid" Error Malformed "Invalid Destination Address Mode";
        SRC_INVALID "wpan.src_invalid" Error Malformed "Invalid Source Address Mode";
        FRAME_VERSION_UNKNOWN "wpan.frame_version_unknown" Error Malformed "Frame Version Unknown Cannot Dissect";
    }
}

names! {
    FRAME_TYPES {
        0 => "Beacon",
        1 => "Data",
        2 => "Ack",
        3 => "Command",
        4 => "Reserved",
        5 => "Multipurpose",
        6 => "Fragment or Frak",
        7 => "Extended",
    }
    ELEMENT_TYPES { 0 => "Header", 1 => "Payload" }
    HEADER_ELEMENTS {
        0x00 => "Vendor Specific IE", 0x1a => "CSL IE", 0x1b => "RIT IE", 0x1c => "DSME PAN descriptor IE",
        0x1d => "Rendezvous Time IE", 0x1e => "Time Correction IE", 0x21 => "Extended DSME PAN descriptor IE",
        0x22 => "Fragment Sequence Context Description (FSCD) IE", 0x23 => "Simplified Superframe Specification IE",
        0x24 => "Simplified GTS Specification IE", 0x25 => "LECIM Capabilities IE", 0x26 => "TRLE Descriptor",
        0x27 => "RCC Capabilities IE", 0x28 => "RCCN Descriptor IE", 0x29 => "Global Time IE", 0x2a => "Wi-SUN IE",
        0x2b => "DA IE", 0x7e => "Header Termination 1 IE", 0x7f => "Header Termination 2 IE",
    }
    MODES { 0 => "None", 1 => "Reserved", 2 => "Short/16-bit", 3 => "Long/64-bit" }
    VERSIONS {
        0 => "IEEE Std 802.15.4-2003",
        1 => "IEEE Std 802.15.4-2006",
        2 => "IEEE Std 802.15.4-2015",
        3 => "Reserved",
    }
    COMMANDS {
        1 => "Association Request",
        2 => "Association Response",
        3 => "Disassociation Notification",
        4 => "Data Request",
        5 => "PAN ID Conflict",
        6 => "Orphan Notification",
        7 => "Beacon Request",
        8 => "Coordinator Realignment",
        9 => "GTS Request",
    }
    ASSOCIATION { 0 => "Association Successful", 1 => "PAN Full", 2 => "Association Denied" }
}

const CONTROL: [Field; 11] = [
    FRAME_TYPE,
    SECURITY,
    PENDING,
    ACK_REQUEST,
    PAN_ID_COMPRESSION,
    FCF_RESERVED,
    SEQNO_SUPPRESSION,
    IE_PRESENT,
    DST_ADDR_MODE,
    VERSION,
    SRC_ADDR_MODE,
];

/// The check sequence: CRC-16 of the ITU, low bit first.
fn check(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |mut crc, byte| {
        crc ^= u16::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 != 0 { crc >> 1 ^ 0x8408 } else { crc >> 1 };
        }
        crc
    })
}

/// An address as the columns and the tree have it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Address {
    /// None.
    #[default]
    None,
    /// Two bytes.
    Short(u16),
    /// Eight bytes, the first that is written first.
    Long([u8; 8]),
}

impl Address {
    /// Writes it.
    pub fn write(&self, o: &mut Out<'_>) {
        match self {
            Address::None => {}
            Address::Short(0xffff) => _ = o.s("Broadcast"),
            Address::Short(a) => _ = o.hex(*a, 4),
            Address::Long(a) => _ = o.hex_bytes(a, b':'),
        }
    }

    /// Writes it as lines of trees have it: with the maker's name when names are resolved.
    fn write_named(&self, o: &mut Out<'_>, resolve: bool) {
        match self {
            Address::Long(a) => eui64(o, a, resolve),
            _ => self.write(o),
        }
    }
}

/// Adds an extended address, whose bytes come last first.
pub(super) fn extended<S: Sink>(
    cx: &mut Cx<'_, S>,
    fields: [Field; 2],
    c: &mut Cursor<'_>,
) -> Result<[u8; 8], Stop> {
    let mut a = *c.peek_array::<8>()?;
    a.reverse();
    cx.add_bytes(fields[0], c.span(8), &a);
    let item = cx.add_bytes(fields[1], c.span(8), &a);
    cx.hide(item);
    c.skip(8)?;
    Ok(a)
}

fn address<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    mode: u16,
    short: Field,
    long: Field,
) -> Result<Address, Stop> {
    match mode {
        2 => {
            let a = u16::from_le_bytes(*c.peek_array::<2>()?);
            cx.peek_le(short, c, 0, 2)?;
            let item = cx.peek_le(ADDR16, c, 0, 2)?;
            cx.hide(item);
            c.skip(2)?;
            Ok(Address::Short(a))
        }
        3 => Ok(Address::Long(extended(cx, [long, ADDR64], c)?)),
        _ => Ok(Address::None),
    }
}

/// Which of the two identifiers of networks, the receiver's and the sender's, are there.
fn networks(fcf: u16) -> (bool, bool) {
    let (version, dst_mode, src_mode) = (fcf >> 12 & 3, fcf >> 10 & 3, fcf >> 14);
    let compressed = fcf & 0x40 != 0;
    if version < 2 {
        (dst_mode != 0, src_mode != 0 && !(compressed && dst_mode != 0))
    } else {
        match (dst_mode, src_mode) {
            (0, 0) => (compressed, false),
            (_, 0) => (!compressed, false),
            (0, _) => (false, !compressed),
            (3, 3) => (!compressed, false),
            _ => (true, !compressed),
        }
    }
}

/// The sender and the receiver of a frame, for what is carried and leaves them out.
pub(super) fn ends(frame: &[u8]) -> Result<[Address; 2], Stop> {
    let mut c = Cursor::new(frame, frame.len(), requin_wire::FRAME);
    let fcf = u16::from_le_bytes(*c.array::<2>()?);
    let (dst_pan, src_pan) = networks(fcf);
    c.skip(usize::from(fcf >> 12 & 3 < 2 || fcf & 0x100 == 0))?;
    let one = |c: &mut Cursor<'_>, mode: u16| -> Result<Address, Stop> {
        Ok(match mode {
            2 => Address::Short(u16::from_le_bytes(*c.array::<2>()?)),
            3 => {
                let mut a = *c.array::<8>()?;
                a.reverse();
                Address::Long(a)
            }
            _ => Address::None,
        })
    };
    c.skip(if dst_pan { 2 } else { 0 })?;
    let dst = one(&mut c, fcf >> 10 & 3)?;
    c.skip(if src_pan { 2 } else { 0 })?;
    Ok([one(&mut c, fcf >> 14)?, dst])
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("IEEE 802.15.4");
    cx.info_clear();
    let all = c;
    let has_fcs = cx.meta.link == 195;
    let length = all.left().saturating_sub(if has_fcs { 2 } else { 0 });
    cx.hidden(FRAME_LENGTH, c.span(0), Value::U(length as u64));
    let fcf = u16::from_le_bytes(*c.peek_array::<2>()?);
    let (kind, version) = (fcf & 7, fcf >> 12 & 3);
    let (dst_mode, src_mode) = (fcf >> 10 & 3, fcf >> 14);
    let (item, root) = (cx.peek_le(FCF, &c, 0, 2)?, cx.proto_item());
    cx.under(item, |cx| -> Step {
        for field in CONTROL {
            cx.peek_le(field, &c, 0, 2)?;
        }
        Ok(())
    })?;
    say_bits(cx, item, fcf.into(), &CONTROL);
    c.skip(2)?;
    let name = match (kind, version) {
        (0, 2) => "Enhanced Beacon",
        _ => FRAME_TYPES.or(u64::from(kind), "Unknown"),
    };
    cx.info(|o| _ = o.s(name));
    cx.label(root, |o| _ = o.s("IEEE 802.15.4 ").s(name));
    if version == 3 {
        cx.expert(FRAME_VERSION_UNKNOWN, item, all.span(0));
        return Ok(());
    }
    if dst_mode == 1 {
        cx.expert(DST_INVALID, item, all.span(0));
        return Ok(());
    }
    if src_mode == 1 {
        cx.expert(SRC_INVALID, item, all.span(0));
        return Ok(());
    }
    if version < 2 || fcf & 0x100 == 0 {
        let number = cx.u8(SEQ_NO, &mut c)?;
        if kind == 2 {
            cx.append(root, |o| _ = o.s(", Sequence Number: ").u(number));
        }
    }
    let (dst_pan, src_pan) = networks(fcf);
    let mut pan = 0;
    if dst_pan {
        pan = u16::from_le_bytes(*c.peek_array::<2>()?);
        cx.field_le(DST_PAN, &mut c, 2)?;
    }
    let dst = address(cx, &mut c, dst_mode, DST16, DST64)?;
    if src_pan {
        cx.field_le(SRC_PAN, &mut c, 2)?;
    }
    let src = address(cx, &mut c, src_mode, SRC16, SRC64)?;
    cx.addresses_text(|o| src.write(o), |o| dst.write(o));
    let who = |o: &mut Out<'_>| {
        if dst != Address::None {
            o.s(", Dst: ");
            dst.write(o);
        }
        if src != Address::None {
            o.s(", Src: ");
            src.write(o);
        }
    };
    let resolve = cx.registry.prefs.resolve_mac;
    for (before, address) in [(", Dst: ", dst), (", Src: ", src)] {
        if address != Address::None {
            cx.append(root, |o| address.write_named(o.s(before), resolve));
        }
    }
    if kind != 3 {
        cx.info_add(who);
    }
    let mut body = c;
    let mut good = true;
    if has_fcs && c.left() >= 2 {
        body = c.within(c.left() - 2);
    }
    if fcf & 0x208 == 0x200 {
        elements(cx, &mut body)?;
    }
    // Secured or with elements, the payload is not read further.
    let plain = fcf & 0x208 == 0;
    if plain && kind == 0 {
        beacon(cx, &mut body)?;
    } else if plain && kind == 3 {
        command(cx, &mut body, pan)?;
    }
    if has_fcs {
        let mut end = all;
        end.advance(all.left().saturating_sub(2));
        if end.captured() >= 2 {
            let data = all.rest().get(..all.left() - 2).unwrap_or_default();
            let right = check(data);
            let found = u16::from_le_bytes(*end.peek_array::<2>()?);
            good = right == found;
            let item = cx.peek_le(FCS, &end, 0, 2)?;
            if !good {
                cx.append(item, |o| _ = o.s(" (Incorrect, expected FCS=").hex(right, 4).s(")"));
                cx.expert(FCS_BAD, item, end.span(0));
                cx.info_add(|o| _ = o.s(", Bad FCS"));
            } else {
                cx.append(item, |o| _ = o.s(" (Correct)"));
            }
            cx.hidden(FCS_OK, end.span(2), Value::U(u64::from(good)));
        } else {
            // Nobody can tell: it passes.
            cx.hidden(FCS_OK, c.span(0), Value::U(1));
        }
    } else {
        cx.hidden(FCS_OK, c.span(0), Value::U(1));
    }
    if body.is_empty() {
        return Ok(());
    }
    if plain && good && kind == 0 && body.peek_u8(0) == Ok(0) {
        return cx.call(super::zigbee::beacon::ID, body);
    }
    if plain && good && kind == 1 && cx.offer(super::zigbee::ID, body)? {
        return Ok(());
    }
    if plain && good && kind == 1 && super::sixlowpan::accepts(&body) {
        return cx.call(super::sixlowpan::ID, body);
    }
    cx.call(crate::meta::data::ID, body)
}

/// Elements of the header, up to the one that ends them.
fn elements<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let top = cx.add(HEADER_IE, c.span(usize::MAX), Value::None);
    cx.under(top, |cx| {
        // An element has two bytes at least: every turn moves on.
        while c.left() >= 2 {
            let head = u16::from_le_bytes(*c.peek_array::<2>()?);
            let (id, len) = (head >> 7 & 0xff, usize::from(head & 0x7f));
            let field = match id {
                0x7e => HEADER_IE_HT1,
                0x7f => HEADER_IE_HT2,
                _ => HEADER_IE_UNKNOWN,
            };
            let item = cx.add(field, c.span(2 + len), Value::None);
            let name = cx.registry.field(field).label;
            cx.append(top, |o| _ = o.s(", ").s(name));
            cx.under(item, |cx| -> Step {
                let bits = [HEADER_IE_TYPE, HEADER_IE_ID, HEADER_IE_LENGTH];
                let (raw, item) = cx.flags_le(HEADER_IE_TLV, c, 2, &bits)?;
                say_bits(cx, item, raw, &bits);
                cx.append(item, |o| _ = o.s(", Length: ").u(len as u64));
                Ok(())
            })?;
            if len > c.left() {
                return Err(Stop::Contained);
            }
            c.skip(len)?;
            if matches!(id, 0x7e | 0x7f) {
                break;
            }
        }
        Ok(())
    })
}

/// A beacon: times, reserved slots, who has data waiting.
fn beacon<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    const BITS: [Field; 6] = [BEACON_ORDER, SUPERFRAME_ORDER, CAP, BATTERY_EXT, BCN_COORD, ASSOC_PERMIT];
    let item = cx.line(c.span(2), |o| _ = o.s("Superframe Specification: "));
    cx.under(item, |cx| -> Step {
        for field in BITS {
            cx.peek_le(field, c, 0, 2)?;
        }
        Ok(())
    })?;
    say_bits_behind(cx, item, "", requin_wire::le(c.peek_bytes(0, 2)?), &BITS);
    c.skip(2)?;
    let gts = c.peek_u8(0)?;
    let item = cx.line(c.span(1), |o| _ = o.s("GTS"));
    cx.under(item, |cx| -> Step {
        let span = c.span(1);
        cx.add(GTS_COUNT, span, Value::U(u64::from(gts & 7)));
        cx.add(GTS_PERMIT, span, Value::U(u64::from(gts >> 7)));
        c.skip(1)?;
        if gts & 7 > 0 {
            let directions = c.peek_u8(0)?;
            c.skip(1)?;
            for i in 0..gts & 7 {
                cx.peek_le(GTS_ADDRESS, c, 0, 2)?;
                cx.add(GTS_DIRECTION, c.span(2), Value::U(u64::from(directions >> i & 1)));
                c.skip(3)?;
            }
        }
        Ok(())
    })?;
    let pending = c.peek_u8(0)?;
    let (short, long) = (pending & 7, pending >> 4 & 7);
    let item = cx.line(c.span(1), |o| {
        o.s("Pending Addresses: ").u(short).s(" Short and ").u(long).s(" Long");
    });
    c.skip(1)?;
    cx.under(item, |cx| -> Step {
        for _ in 0..short {
            cx.field_le(PENDING16, c, 2)?;
        }
        for _ in 0..long {
            let mut a = *c.peek_array::<8>()?;
            a.reverse();
            cx.add_bytes(PENDING64, c.span(8), &a);
            c.skip(8)?;
        }
        Ok(())
    })
}

/// A command.
fn command<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, pan: u16) -> Step {
    let command = c.peek_u8(0)?;
    cx.info(|o| _ = o.s(COMMANDS.or(u64::from(command), "Unknown Command")));
    cx.field(CMD, c, 1)?;
    match command {
        1 => {
            let full = c.peek_u8(0)? & 2 != 0;
            cx.info_add(|o| _ = o.s(if full { ", FFD" } else { ", RFD" }));
            let line = cx.line(c.span(1), |o| _ = o.s("Association Request"));
            cx.under(line, |cx| -> Step {
                for field in [
                    CINFO_ALT_COORD,
                    CINFO_DEVICE_TYPE,
                    CINFO_POWER_SRC,
                    CINFO_IDLE_RX,
                    CINFO_SEC_CAPABLE,
                    CINFO_ALLOC_ADDR,
                ] {
                    cx.peek(field, c, 1)?;
                }
                c.skip(1)
            })
        }
        2 => {
            let [a, b, status] = *c.peek_array::<3>()?;
            cx.info_add(|o| {
                if status == 0 {
                    o.s(", PAN: ").hex(pan, 4).s(" Addr: ").hex(u16::from_le_bytes([a, b]), 4);
                } else {
                    o.s(", Unsuccessful");
                }
            });
            let line = cx.line(c.span(3), |o| _ = o.s("Association Response"));
            cx.under(line, |cx| -> Step {
                cx.field_le(ASOC_ADDR, c, 2)?;
                let item = cx.field(ASSOC_STATUS, c, 1)?;
                cx.label(item, |o| {
                    o.s("Association Status: ").hex(status, 2);
                    o.s(" (").s(ASSOCIATION.or(status.into(), "Reserved")).c(b')');
                });
                Ok(())
            })
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_check_sequence_is_that_of_the_standard() {
        // IEEE 802.15.4-2006, 7.2.1.9: an acknowledgement.
        assert_eq!(super::check(&[0x02, 0x00, 0x6a]), 0x79e4);
    }
}
