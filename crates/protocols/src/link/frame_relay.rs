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
        CONTROL_N_R "fr.control.n_r" "N(R)": U16 Dec & 0xfe00;
        CONTROL_N_S "fr.control.n_s" "N(S)": U16 Dec & 0x00fe;
        CONTROL_P "fr.control.p" "Poll": Bool(8) & 0x10 = crate::common::SET;
        CONTROL_F "fr.control.f" "Final": Bool(8) & 0x10 = crate::common::SET;
        CONTROL_P_EXT "fr.control.p" "Poll": Bool(16) & 0x0100 = crate::common::SET;
        CONTROL_F_EXT "fr.control.f" "Final": Bool(16) & 0x0100 = crate::common::SET;
        CONTROL_S_FTYPE "fr.control.s_ftype" "Supervisory frame type": U16 Hex & 0x000c = super::llc::CONTROL_S_FTYPE_NAMES;
        CONTROL_U_MODIFIER_CMD "fr.control.u_modifier_cmd" "Command": U8 Hex & 0xec = super::llc::CONTROL_U_MODIFIER_CMD_NAMES;
        CONTROL_U_MODIFIER_RESP "fr.control.u_modifier_resp" "Response": U8 Hex & 0xec = super::llc::CONTROL_U_MODIFIER_RESP_NAMES;
        CONTROL_FTYPE "fr.control.ftype" "Frame type": U16 Hex & 0x0001 = super::llc::CONTROL_FTYPE_NAMES;
        CONTROL_FTYPE_S "fr.control.ftype" "Frame type": U16 Hex & 0x0003 = super::llc::CONTROL_FTYPE_NAMES;
        CONTROL_FTYPE_U "fr.control.ftype" "Frame type": U8 Hex & 0x03 = super::llc::CONTROL_FTYPE_NAMES;
        NLPID "fr.nlpid" "NLPID": U8 Hex = NLPIDS;
        SNAP_OUI "fr.snap.oui" "Organization Code": U24 Oui;
        SNAPTYPE "fr.snaptype" "Type": U16 Hex = super::ethertype::NAMES;
    }
    experts {
        BOGUS_ADDRESS "fr.bogus_address" Warn Protocol "Bogus address";
        LAPF "fr.frame_relay.lapf" Warn Undecoded "Frame relay lapf not yet implemented";
    }
}

names! {
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

const CONTROL_ROWS: super::llc::ControlRows = super::llc::ControlRows {
    whole: CONTROL,
    n_r: CONTROL_N_R,
    n_s: CONTROL_N_S,
    p: [CONTROL_P, CONTROL_P_EXT],
    f: [CONTROL_F, CONTROL_F_EXT],
    s_ftype: CONTROL_S_FTYPE,
    u: [CONTROL_U_MODIFIER_CMD, CONTROL_U_MODIFIER_RESP],
    ftype: [CONTROL_FTYPE, CONTROL_FTYPE_S, CONTROL_FTYPE_U],
};

/// Unnumbered information: what RFC 2427 puts before the protocol's number.
const UI: u8 = 0x03;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("FR");
    cx.info_clear();
    let dlci = address(cx, &mut c)?;
    cx.info(|o| _ = o.s("DLCI ").u(dlci));
    cx.addresses_text(|o| _ = o.s("DLCI ").u(dlci), |_| ());
    let first = c.peek_u8(0)?;
    if first != UI && dlci != 0 {
        // Cisco's encapsulation: the type of what follows, or bridged Ethernet as it is.
        let kind = c.peek_u16(0)?;
        let mut inner = c;
        inner.skip(2)?;
        if cx.registry.find(Table::Ether, u32::from(kind)).is_some() {
            cx.u16(CHDLCTYPE, &mut c)?;
            cx.proto_len(all.left() - c.left());
            if cx.dispatch(Table::Ether, u32::from(kind), inner)? {
                return Ok(());
            }
            return cx.call(crate::meta::data::ID, inner);
        }
        if first == 0 && c.left() >= 14 {
            cx.proto_len(all.left() - c.left());
            return cx.call(super::ethernet::ID, c);
        }
        if first & 3 == 3 || first == 0 {
            cx.proto_len(all.left() - c.left());
            return cx.call(crate::meta::data::ID, c);
        }
    }
    cx.info_add(|o| _ = o.s(", "));
    super::llc::control(cx, &mut c, false, &CONTROL_ROWS)?;
    cx.proto_len(all.left() - c.left());
    if dlci == 0 {
        let line = cx.line(c.span(0), |o| _ = o.s("Frame relay lapf not yet implemented"));
        cx.expert(LAPF, line, c.span(0));
        return cx.call(crate::meta::data::ID, c);
    }
    if first != UI {
        // Information frames carry what has an identifier of its own.
        return match c.peek_u8(0)? {
            0x81..=0x83 if cx.dispatch(Table::Llc, 0xfe, c)? => Ok(()),
            0x08 => cx.call(super::q933::ID, c),
            _ => cx.call(crate::meta::data::ID, c),
        };
    }
    // A zero here fills the header up to an even length.
    if c.peek_u8(0)? == 0 {
        c.skip(1)?;
    }
    let nlpid = cx.u8(NLPID, &mut c)?;
    cx.proto_len(all.left() - c.left());
    match nlpid {
        0x81..=0x83 => {
            // What it is called by begins its own header.
            let mut from = all;
            from.skip(all.left() - c.left() - 1)?;
            if cx.dispatch(Table::Llc, 0xfe, from)? { Ok(()) } else { cx.call(crate::meta::data::ID, c) }
        }
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
        for (bit, name) in [(8, ", FECN"), (4, ", BECN"), (2, ", DE"), (1, ", EA")] {
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
        while c.peek_u8(0)? & 1 == 0 {
            let line = cx.line(c.span(1), |o| _ = o.s("Bogus extra address octet"));
            cx.expert_with(BOGUS_ADDRESS, line, c.span(1), |o| _ = o.s("Bogus extra address octet"));
            c.skip(1)?;
        }
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
