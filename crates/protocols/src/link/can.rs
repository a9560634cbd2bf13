//! Controller Area Network as Linux hands it out (SocketCAN): classic frames, FD frames, errors.

use requin_wire::{Cursor, Cx, Field, Out, Sink, Step, Value, names, proto};

proto! {
    CAN "can" "Controller Area Network" "CAN" Link
    on [Link 227, Sll 0x000c]
    fields {
        IDENTIFIER "can.id" "ID": U32 DecHex & 0x1fff_ffff;
        IDENTIFIER_STANDARD "can.id" "ID": U32 DecHex & 0x7ff;
        FLAGS_XTD "can.flags.xtd" "Extended Flag": Bool(32) & 0x8000_0000;
        FLAGS_RTR "can.flags.rtr" "Remote Transmission Request Flag": Bool(32) & 0x4000_0000;
        FLAGS_ERR "can.flags.err" "Error Message Flag": Bool(32) & 0x2000_0000;
        ERR_TX_TIMEOUT "can.err.tx_timeout" "Transmit timeout": Bool(32) & 0x0000_0001;
        ERR_LOSTARB "can.err.lostarb" "Lost arbitration": Bool(32) & 0x0000_0002;
        ERR_CTRL "can.err.ctrl" "Controller problems": Bool(32) & 0x0000_0004;
        ERR_PROT "can.err.prot" "Protocol violation": Bool(32) & 0x0000_0008;
        ERR_TRX "can.err.trx" "Transceiver status": Bool(32) & 0x0000_0010;
        ERR_ACK "can.err.ack" "No acknowledgement": Bool(32) & 0x0000_0020;
        ERR_BUSOFF "can.err.busoff" "Bus off": Bool(32) & 0x0000_0040;
        ERR_BUSERROR "can.err.buserror" "Bus error": Bool(32) & 0x0000_0080;
        ERR_RESTARTED "can.err.restarted" "Controller restarted": Bool(32) & 0x0000_0100;
        ERR_RESERVED "can.err.reserved" "Reserved": U32 Hex & 0x1fff_fe00;
        LEN "can.len" "Frame-Length": U8 Dec;
        FD_BRS "canfd.flags.brs" "Bit Rate Setting": Bool(8) & 0x01;
        FD_ESI "canfd.flags.esi" "Error State Indicator": Bool(8) & 0x02;
        RESERVED "can.reserved" "Reserved": Bytes;
        PADDING "can.padding" "Padding": Bytes;
        ERR_LOSTARB_BITNUM "can.err.lostarb.bitnum" "Lost arbitration in bit number": U8 Dec;
        ERR_CTRL_RX_OVERFLOW "can.err.ctrl.rx_overflow" "RX buffer overflow": Bool(8) & 0x01;
        ERR_CTRL_TX_OVERFLOW "can.err.ctrl.tx_overflow" "TX buffer overflow": Bool(8) & 0x02;
        ERR_CTRL_RX_WARNING "can.err.ctrl.rx_warning" "Reached warning level for RX errors": Bool(8) & 0x04;
        ERR_CTRL_TX_WARNING "can.err.ctrl.tx_warning" "Reached warning level for TX errors": Bool(8) & 0x08;
        ERR_CTRL_RX_PASSIVE "can.err.ctrl.rx_passive" "Reached error passive status RX": Bool(8) & 0x10;
        ERR_CTRL_TX_PASSIVE "can.err.ctrl.tx_passive" "Reached error passive status TX": Bool(8) & 0x20;
        ERR_CTRL_ACTIVE "can.err.ctrl.active" "Recovered to error active state": Bool(8) & 0x40;
        ERR_PROT_TYPE_BIT "can.err.prot.type.bit" "Single bit error": Bool(8) & 0x01;
        ERR_PROT_TYPE_FORM "can.err.prot.type.form" "Frame format error": Bool(8) & 0x02;
        ERR_PROT_TYPE_STUFF "can.err.prot.type.stuff" "Bit stuffing error": Bool(8) & 0x04;
        ERR_PROT_TYPE_BIT0 "can.err.prot.type.bit0" "Unable to send dominant bit": Bool(8) & 0x08;
        ERR_PROT_TYPE_BIT1 "can.err.prot.type.bit1" "Unable to send recessive bit": Bool(8) & 0x10;
        ERR_PROT_TYPE_OVERLOAD "can.err.prot.type.overload" "Bus overload": Bool(8) & 0x20;
        ERR_PROT_TYPE_ACTIVE "can.err.prot.type.active" "Active error announcement": Bool(8) & 0x40;
        ERR_PROT_TYPE_TX "can.err.prot.type.tx" "Error occurred on transmission": Bool(8) & 0x80;
        ERR_PROT_LOCATION "can.err.prot.location" "Protocol error location": U8 Dec = LOCATIONS;
        ERR_TRX_CANH "can.err.trx.canh" "Transceiver CANH status": U8 Dec & 0x0f = WIRES;
        ERR_TRX_CANL "can.err.trx.canl" "Transceiver CANL status": U8 Dec & 0xf0 = WIRES;
        ERR_CTRL_SPECIFIC "can.err.ctrl_specific" "Controller specific data": Bytes;
    }
    experts {
        ERR_DLC_MISMATCH "can.err.dlc_mismatch" Error Malformed "ERROR: DLC mismatch";
    }
}

names! {
    LOCATIONS {
        0 => "unspecified",
        2 => "ID bits 28 - 21 (SFF: 10 - 3)",
        3 => "start of frame",
        4 => "substitute RTR (SFF: RTR)",
        5 => "identifier extension",
        6 => "ID bits 20 - 18 (SFF: 2 - 0)",
        7 => "ID bits 17-13",
        8 => "CRC sequence",
        9 => "reserved bit 0",
        10 => "data section",
        11 => "data length code",
        12 => "RTR",
        13 => "reserved bit 1",
        14 => "ID bits 4-0",
        15 => "ID bits 12-5",
        18 => "intermission",
        24 => "CRC delimiter",
        25 => "ACK slot",
        26 => "end of frame",
        27 => "ACK delimiter",
    }
    WIRES {
        0 => "unspecified",
        4 => "no wire",
        5 => "short to BAT",
        6 => "short to VCC",
        7 => "short to GND",
        8 => "short to CANH",
    }
}

/// FD frames, which have a name of their own.
pub mod fd {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        CANFD "canfd" "Controller Area Network FD" "CANFD" Link
        on [Sll 0x000d]
        fields {}
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::show(cx, c, true)
    }
}

const EXTENDED: u32 = 0x8000_0000;
const REMOTE: u32 = 0x4000_0000;
const ERROR: u32 = 0x2000_0000;
/// In the flags of a frame: it is an FD frame.
const FD_FRAME: u8 = 0x04;

/// Kinds of errors, from bit 0.
const ERRORS: [Field; 10] = [
    ERR_TX_TIMEOUT,
    ERR_LOSTARB,
    ERR_CTRL,
    ERR_PROT,
    ERR_TRX,
    ERR_ACK,
    ERR_BUSOFF,
    ERR_BUSERROR,
    ERR_RESTARTED,
    ERR_RESERVED,
];

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let flags = c.peek_u8(5)?;
    if cx.meta.link == 227 && flags & FD_FRAME != 0 && c.peek_u32(0)? & ERROR == 0 {
        return cx.call(fd::ID, c);
    }
    show(cx, c, false)
}

/// Shows a frame of either kind.
fn show<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, fd: bool) -> Step {
    cx.protocol(if fd { "CANFD" } else { "CAN" });
    cx.info_clear();
    let h = c.peek_array::<8>()?;
    let id = u32::from_be_bytes([h[0], h[1], h[2], h[3]]);
    let len = h[4];
    let error = id & ERROR != 0 && !fd;
    let item = cx.proto_item();
    let number = if id & EXTENDED != 0 { id & 0x1fff_ffff } else { id & 0x7ff };
    let write = |o: &mut Out<'_>| {
        o.s(if id & EXTENDED != 0 { "Ext. ID: " } else { "ID: " });
        o.u(number).s(" (").hex(number, 1).s("), Length: ").u(len);
    };
    cx.append(item, |o| {
        o.s(", ");
        write(o);
    });
    if error {
        let registry = cx.registry;
        cx.info(|o| {
            o.s("ERR: ");
            let mut first = true;
            for field in ERRORS {
                let def = registry.field(field);
                if u64::from(id) & def.mask != 0 {
                    o.s(if first { "" } else { ", " }).s(def.label);
                    first = false;
                }
            }
        });
        cx.peek(FLAGS_ERR, &c, 4)?;
        for field in ERRORS {
            cx.peek(field, &c, 4)?;
        }
    } else {
        cx.info(|o| {
            write(o);
            if id & REMOTE != 0 && !fd {
                o.s("(Remote Transmission Request)");
            }
        });
        cx.peek(if id & EXTENDED != 0 { IDENTIFIER } else { IDENTIFIER_STANDARD }, &c, 4)?;
        cx.peek(FLAGS_XTD, &c, 4)?;
        if !fd {
            cx.peek(FLAGS_RTR, &c, 4)?;
            cx.peek(FLAGS_ERR, &c, 4)?;
        }
    }
    c.skip(4)?;
    cx.field(LEN, &mut c, 1)?;
    if fd {
        cx.peek(FD_BRS, &c, 1)?;
        cx.field(FD_ESI, &mut c, 1)?;
        cx.field(RESERVED, &mut c, 2)?;
    } else {
        cx.field(RESERVED, &mut c, 3)?;
    }
    if error {
        return errors(cx, c, id, len);
    }
    let body = c.take(usize::from(len));
    let padding = c.left();
    if padding > 0 {
        cx.field(PADDING, &mut c, padding)?;
    }
    match body.left() {
        0 => Ok(()),
        // Network management has the lowest number, unless it was given another.
        _ if number == 0 && id & REMOTE == 0 && !fd => cx.call(super::autosar_nm::ID, body),
        _ => cx.call(crate::meta::data::ID, body),
    }
}

/// What the eight bytes of an error say.
fn errors<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, id: u32, len: u8) -> Step {
    let step = error_fields(cx, c, id, len);
    if len != 8 {
        // It concerns the frame as a whole, and stands beside it.
        cx.at_top(|cx| {
            let item = cx.line(c.span(0), |o| _ = o.s("ERROR: DLC mismatch"));
            cx.under(item, |cx| cx.expert_here(ERR_DLC_MISMATCH, c.span(0), |_| ()));
        });
    }
    step
}

fn error_fields<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, id: u32, len: u8) -> Step {
    let at = |n: usize| {
        let mut at = c;
        at.advance(n);
        at
    };
    let rows: [(u32, usize, &[Field]); 5] = [
        (0x02, 0, &[ERR_LOSTARB_BITNUM]),
        (
            0x04,
            1,
            &[
                ERR_CTRL_RX_OVERFLOW,
                ERR_CTRL_TX_OVERFLOW,
                ERR_CTRL_RX_WARNING,
                ERR_CTRL_TX_WARNING,
                ERR_CTRL_RX_PASSIVE,
                ERR_CTRL_TX_PASSIVE,
                ERR_CTRL_ACTIVE,
            ],
        ),
        (
            0x08,
            2,
            &[
                ERR_PROT_TYPE_BIT,
                ERR_PROT_TYPE_FORM,
                ERR_PROT_TYPE_STUFF,
                ERR_PROT_TYPE_BIT0,
                ERR_PROT_TYPE_BIT1,
                ERR_PROT_TYPE_OVERLOAD,
                ERR_PROT_TYPE_ACTIVE,
                ERR_PROT_TYPE_TX,
            ],
        ),
        (0x08, 3, &[ERR_PROT_LOCATION]),
        (0x10, 4, &[ERR_TRX_CANH, ERR_TRX_CANL]),
    ];
    for (bit, offset, fields) in rows {
        if id & bit != 0 {
            for field in fields {
                cx.peek_at(*field, &c, offset, 1)?;
            }
        }
    }
    let specific = at(5);
    specific.peek_bytes(0, 3)?;
    let span = specific.span(3);
    let item = cx.add(ERR_CTRL_SPECIFIC, span, Value::Bytes(span));
    let bytes = specific.rest().get(..3).unwrap_or_default();
    cx.label(item, |o| _ = o.s("Controller specific data: ").hex_bytes(bytes, b' '));
    // What is longer than the length says is filling, these bytes included.
    c.advance(usize::from(len));
    let padding = c.left();
    if padding > 0 {
        cx.field(PADDING, &mut c, padding)?;
    }
    Ok(())
}
