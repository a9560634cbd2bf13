//! Frame Relay: the address of ITU-T Q.922, then Cisco's encapsulation (an ethertype) or that of RFC 2427.

use requin_wire::{Cursor, Cx, Names, Sink, Step, Table, Value, names, proto};

proto! {
    FR "fr" "Frame Relay" "FR" Link
    on [Link 107]
    fields {
        FIRST_ADDR_OCTET "fr.first_addr_octet" "First address octet": U8 Hex;
        UPPER_DLCI "fr.upper_dlci" "Upper DLCI": U8 Hex & 0xfc;
        CR "fr.cr" "CR": Bool(8) & 0x2 = Names::Bools("Command", "Response");
        EA "fr.ea" "EA": Bool(8) & 0x1 = Names::Bools("Last Octet", "More Follows");
        SECOND_ADDR_OCTET "fr.second_addr_octet" "Second address octet": U8 Hex;
        SECOND_DLCI "fr.second_dlci" "Second DLCI": U8 Hex & 0xf0;
        FECN "fr.fecn" "FECN": Bool(8) & 0x8;
        BECN "fr.becn" "BECN": Bool(8) & 0x4;
        DE "fr.de" "DE": Bool(8) & 0x2;
        THIRD_ADDR_OCTET "fr.third_addr_octet" "Third address octet": U8 Hex;
        THIRD_DLCI "fr.third_dlci" "Third DLCI": U8 Hex & 0xfe;
        LOWER_DLCI "fr.lower_dlci" "Lower DLCI": U8 Hex & 0xfc;
        DLCORE_CONTROL "fr.dlcore_control" "DL-CORE Control": U8 Hex & 0xfc;
        DC "fr.dc" "DC": Bool(16) & 0x2 = Names::Bools("DLCI Address", "Control");
        DLCI "fr.dlci" "DLCI": U32 Dec;
        CHDLCTYPE "fr.chdlctype" "Type": U16 Hex = super::chdlc::PROTOCOLS;
        CONTROL "fr.control" "Control Field": U8 Hex;
        CONTROL_P "fr.control.p" "Poll": Bool(8) & 0x10 = crate::common::SET;
        CONTROL_U_MODIFIER_CMD "fr.control.u_modifier_cmd" "Command": U8 Hex & 0xec;
        CONTROL_FTYPE "fr.control.ftype" "Frame type": U8 Hex & 0x3 = FRAME_TYPES;
        NLPID "fr.nlpid" "NLPID": U8 Hex = NLPIDS;
        SNAP_OUI "fr.snap.oui" "Organization Code": U24 Oui;
        SNAPTYPE "fr.snaptype" "Type": U16 Hex = super::ethertype::NAMES;
    }
    experts {
        BOGUS_ADDRESS "fr.bogus_address" Warn Protocol "Bogus address";
    }
}

names! {
    FRAME_TYPES { 0 => "Information frame", 1 => "Supervisory frame", 3 => "Unnumbered frame" }
    NLPIDS {
        0 => "NULL",
        1 => "T.70",
        3 => "X.633",
        8 => "Q.933",
        9 => "LMI",
        12 => "Q.2119",
        128 => "SNAP",
        129 => "CLNP",
        130 => "ESIS",
        131 => "ISIS",
        133 => "IDRP",
        138 => "ESIS (X.25)",
        140 => "ISO 10030",
        141 => "ISO 11577",
        142 => "IPv6",
        176 => "Data compression protocol",
        204 => "IP",
        207 => "PPP",
    }
}

/// Unnumbered information: what RFC 2427 puts before the protocol's number.
const UI: u8 = 0x03;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("FR");
    cx.info_clear();
    let dlci = address(cx, &mut c)?;
    cx.info(|o| _ = o.s("DLCI ").u(dlci));
    cx.addresses_text(|o| _ = o.s("DLCI ").u(dlci), |_| ());
    if c.peek_u8(0)? != UI {
        let kind = cx.u16(CHDLCTYPE, &mut c)?;
        cx.proto_len(all.left() - c.left());
        if cx.dispatch(Table::Ether, u32::from(kind), c)? {
            return Ok(());
        }
        return cx.call(crate::meta::data::ID, c);
    }
    cx.flags(CONTROL, &mut c, 1, &[CONTROL_U_MODIFIER_CMD, CONTROL_FTYPE])?;
    // A zero here fills the header up to an even length.
    if c.peek_u8(0)? == 0 {
        c.skip(1)?;
    }
    let nlpid = cx.u8(NLPID, &mut c)?;
    cx.proto_len(all.left() - c.left());
    match nlpid {
        0xcc => cx.call(crate::network::ipv4::ID, c),
        0x8e => cx.call(crate::network::ipv6::ID, c),
        0xcf => cx.call(super::ppp::ID, c),
        0x80 => {
            let oui = cx.u24(SNAP_OUI, &mut c)?;
            let kind = cx.u16(SNAPTYPE, &mut c)?;
            cx.proto_len(all.left() - c.left());
            match (oui, kind) {
                (0, _) if cx.dispatch(Table::Ether, u32::from(kind), c)? => Ok(()),
                // Bridged Ethernet, without its check sequence (RFC 2427 section 4.2).
                (0x0080c2, 7) => cx.call(super::ethernet::ID, c),
                _ => cx.call(crate::meta::data::ID, c),
            }
        }
        _ => cx.call(crate::meta::data::ID, c),
    }
}

/// The address of two to four octets; answers its circuit's number.
fn address<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<u32, requin_wire::Stop> {
    let from = *c;
    let first = c.peek_u8(0)?;
    let (_, item) = cx.flags(FIRST_ADDR_OCTET, c, 1, &[UPPER_DLCI, CR, EA])?;
    let mut dlci = u32::from(first >> 2);
    if first & 1 != 0 {
        cx.expert(BOGUS_ADDRESS, item, from.span(1));
        return Ok(dlci);
    }
    let second = c.peek_u8(0)?;
    let (_, item) = cx.flags(SECOND_ADDR_OCTET, c, 1, &[SECOND_DLCI, FECN, BECN, DE, EA])?;
    cx.append(item, |o| {
        for (bit, name) in [(8, ", FECN"), (4, ", BECN"), (2, ", DE")] {
            if second & bit != 0 {
                o.s(name);
            }
        }
    });
    dlci = dlci << 4 | u32::from(second >> 4);
    let mut more = second & 1 == 0;
    if more && c.peek_u8(0)? & 1 == 0 {
        let third = c.peek_u8(0)?;
        cx.flags(THIRD_ADDR_OCTET, c, 1, &[THIRD_DLCI, EA])?;
        dlci = dlci << 7 | u32::from(third >> 1);
        more = true;
    }
    if more {
        let last = c.peek_u8(0)?;
        let line = cx.line(c.span(1), |o| _ = o.s("Final address octet: ").hex(last, 2));
        cx.under(line, |cx| -> Step {
            let core = last & 2 != 0;
            cx.peek(if core { DLCORE_CONTROL } else { LOWER_DLCI }, c, 1)?;
            cx.peek(DC, c, 1)?;
            cx.peek(EA, c, 1)?;
            Ok(())
        })?;
        if last & 2 == 0 {
            dlci = dlci << 6 | u32::from(last >> 2);
        }
        c.skip(1)?;
    }
    cx.add(DLCI, c.span_since(&from), Value::U(u64::from(dlci)));
    Ok(dlci)
}
