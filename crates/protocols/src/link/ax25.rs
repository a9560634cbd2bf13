//! AX.25, the link protocol of amateur radio, version 2.0.

use crate::common::{SET, run};
use requin_wire::{Cursor, Cx, Field, Out, Sink, Step, Stop, names, proto};

proto! {
    AX25 "ax25" "Amateur Radio AX.25" "AX.25" Link
    on [Link 3, IpProto 93]
    fields {
        DST "ax25.dst" "Destination": Ax25;
        SRC "ax25.src" "Source": Ax25;
        VIA1 "ax25.via1" "Via 1": Ax25;
        VIA2 "ax25.via2" "Via 2": Ax25;
        VIA3 "ax25.via3" "Via 3": Ax25;
        VIA4 "ax25.via4" "Via 4": Ax25;
        VIA5 "ax25.via5" "Via 5": Ax25;
        VIA6 "ax25.via6" "Via 6": Ax25;
        VIA7 "ax25.via7" "Via 7": Ax25;
        VIA8 "ax25.via8" "Via 8": Ax25;
        CTL "ax25.ctl" "Control": U8 Hex;
        CTL_N_R "ax25.ctl.n_r" "n(r)": U8 Dec & 0xe0;
        CTL_N_S "ax25.ctl.n_s" "n(s)": U8 Dec & 0xe;
        CTL_P "ax25.ctl.p" "Poll": Bool(8) & 0x10 = SET;
        CTL_F "ax25.ctl.f" "Final": Bool(8) & 0x10 = SET;
        CTL_FTYPE_S "ax25.ctl.ftype_s" "Frame type": U8 Hex & 0xc = super::llc::CONTROL_S_FTYPE_NAMES;
        CTL_FTYPE_I "ax25.ctl.ftype_i" "Frame type": U8 Hex & 0x1 = super::llc::CONTROL_FTYPE_NAMES;
        CTL_FTYPE_SU "ax25.ctl.ftype_su" "Frame type": U8 Hex & 0x3 = super::llc::CONTROL_FTYPE_NAMES;
        CTL_U_CMD "ax25.ctl.u_cmd" "Frame type": U8 Hex & 0xec = super::llc::CONTROL_U_MODIFIER_CMD_NAMES;
        CTL_U_RESP "ax25.ctl.u_resp" "Frame type": U8 Hex & 0xec = super::llc::CONTROL_U_MODIFIER_RESP_NAMES;
        PID "ax25.pid" "Protocol ID": U8 Hex = PID_NAMES;
    }
}

names! {
    PID_NAMES {
        1 => "Rose",
        6 => "RFC1144 (compressed)",
        7 => "RFC1144 (uncompressed)",
        8 => "Segment",
        195 => "Texnet",
        196 => "Link Quality protocol",
        202 => "AppleTalk",
        203 => "AppleTalk ARP",
        204 => "IP",
        205 => "ARP",
        206 => "FlexNet",
        207 => "NetRom",
        240 => "No L3",
        255 => "L3 esc",
    }
}

const REPEATERS: [Field; 8] = [VIA1, VIA2, VIA3, VIA4, VIA5, VIA6, VIA7, VIA8];

/// A call sign of six characters, each moved up by a bit, and the number of the station.
pub fn station(o: &mut Out<'_>, address: &[u8]) {
    for b in address.iter().take(6).map(|b| b >> 1).filter(|b| *b != b' ') {
        o.c(if b.is_ascii_graphic() { b } else { b'.' });
    }
    let number = address.get(6).map_or(0, |b| b >> 1 & 15);
    if number != 0 {
        o.s("-").u(number);
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("AX.25");
    cx.info_clear();
    let all = c;
    let h = *c.peek_array::<14>()?;
    let (dst, src) = h.split_at(7);
    cx.addresses_text(|o| station(o, src), |o| station(o, dst));
    let version = match (h[6] >> 7, h[13] >> 7) {
        (1, 0) | (0, 1) => "V2.0+",
        _ => "V?.?",
    };
    cx.proto_append(|o| {
        o.s(", Src: ");
        station(o, src);
        o.s(", Dst: ");
        station(o, dst);
        o.s(", Ver: ").s(version);
    });
    run(cx, &mut c, &[(DST, 7), (SRC, 7)])?;
    // The lowest bit marks the last address.
    let mut last = h[13] & 1 != 0;
    for via in REPEATERS {
        if last {
            break;
        }
        last = c.peek_u8(6)? & 1 != 0;
        cx.field(via, &mut c, 7)?;
    }
    let response = h[6] & 0x80 == 0 && h[13] & 0x80 != 0;
    let control = control(cx, &mut c, response)?;
    cx.proto_len(all.left() - c.left());
    // Numbered and unnumbered information has a payload.
    if control & 1 != 0 && control & 0xef != 3 {
        return Ok(());
    }
    let pid = c.peek_u8(0)?;
    cx.info_add(|o| {
        o.s(", ").s(PID_NAMES.or(u64::from(pid), "Unknown")).s(" (").hex(pid, 2).s(")");
    });
    cx.field(PID, &mut c, 1)?;
    cx.proto_len(all.left() - c.left());
    match pid {
        0xcc => cx.call(crate::network::ipv4::ID, c),
        0xcd => cx.call(super::arp::ID, c),
        0xf0 => cx.call(no_layer_3::ID, c),
        _ => cx.call(crate::meta::data::ID, c),
    }
}

/// The control field, with what it says in the Info column and in its own line.
fn control<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, response: bool) -> Result<u8, Stop> {
    let v = c.peek_u8(0)?;
    let supervisory = v & 3 == 1;
    let poll = v & 0x10 != 0;
    let last = response && v & 1 != 0;
    let mark = match (poll, last) {
        (false, _) => "",
        (true, true) => " F",
        (true, false) => " P",
    };
    let text = move |o: &mut Out<'_>| {
        if v & 1 == 0 {
            o.s("I").s(mark).s(", N(R)=").u(v >> 5).s(", N(S)=").u(v >> 1 & 7);
        } else if supervisory {
            let name = super::llc::CONTROL_S_SHORT.or(u64::from(v >> 2 & 3), "Unknown");
            o.s("S").s(mark).s(", func=").s(name).s(", N(R)=").u(v >> 5);
        } else {
            let names = if response { super::llc::CONTROL_U_SHORT_RESP } else { super::llc::CONTROL_U_SHORT };
            o.s("U").s(mark).s(", func=").s(names.or(u64::from(v & 0xec), "Unknown"));
        }
    };
    cx.info(text);
    let item = cx.peek(CTL, c, 1)?;
    cx.label(item, |o| {
        o.s("Control field: ");
        text(o);
        o.s(" (").hex_upper(v, 2).s(")");
    });
    let flag = poll.then_some(if last { CTL_F } else { CTL_P });
    let rows = if v & 1 == 0 {
        [Some(CTL_N_R), Some(CTL_N_S), flag, Some(CTL_FTYPE_I)]
    } else if supervisory {
        [Some(CTL_N_R), flag, Some(CTL_FTYPE_S), Some(CTL_FTYPE_SU)]
    } else {
        [flag, Some(if response { CTL_U_RESP } else { CTL_U_CMD }), Some(CTL_FTYPE_SU), None]
    };
    cx.under(item, |cx| -> Step {
        for field in rows.into_iter().flatten() {
            cx.peek(field, c, 1)?;
        }
        Ok(())
    })?;
    c.skip(1)?;
    Ok(v)
}

/// Text that stations send each other, with no protocol above.
pub mod no_layer_3 {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        AX25_NOL3 "ax25_nol3" "AX.25 no Layer 3" "AX.25-NoL3" App
        on []
        fields {}
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        cx.protocol("AX.25-NoL3");
        cx.info(|o| _ = o.s("Text"));
        let top = cx.proto_item();
        cx.label(top, |o| _ = o.s("AX.25 No Layer 3 - (Text)"));
        cx.call_nested(crate::meta::data::ID, c)
    }
}
