//! Boardwalk: frames of Fibre Channel in Ethernet, as switches of Cisco mirror them.

use crate::meta;
use requin_wire::{Cursor, Cx, Field, Names, Sink, Step, names, proto};

proto! {
    BRDWLK "brdwlk" "Boardwalk" "Boardwalk" Link
    on [Ether 0x88ae, Ether 0xabcd]
    fields {
        SOF "brdwlk.sof" "SOF": U8 Hex & 0xf0 = SOF_NAMES;
        EOF "brdwlk.eof" "EOF": U8 Hex & 0xf = EOF_NAMES;
        ERROR "brdwlk.error" "Error": U8 Hex;
        PKTCNT "brdwlk.pktcnt" "Packet Count": U16 Dec;
        DROP "brdwlk.drop" "Packet Dropped": Bool;
        VSAN "brdwlk.vsan" "VSAN": U16 Dec & 0xfff;
        PLEN "brdwlk.plen" "Original Packet Length": U32 Dec;
        ERROR_PLP "brdwlk.error.plp" "Packet Length Present": Bool(8) & 0x1 = Names::Bools("Packet Length is PRESENT", "Packet length is NOT present");
        ERROR_EF "brdwlk.error.ef" "Empty Frame": Bool(8) & 0x2 = Names::Bools("This is an Empty Frame", "Frame is NOT empty");
        ERROR_ND "brdwlk.error.nd" "No Data": Bool(8) & 0x4 = Names::Bools("This Frame has NO Data", "This frame carries data");
        ERROR_TR "brdwlk.error.tr" "Truncated": Bool(8) & 0x8 = Names::Bools("This frame is TRUNCATED", "This frame is NOT truncated");
        ERROR_CRC "brdwlk.error.crc" "CRC": Bool(8) & 0x10 = Names::Bools("This Frame has a BAD FC CRC", "This frame has a valid crc");
        ERROR_FF "brdwlk.error.ff" "Fifo Full": Bool(8) & 0x20 = Names::Bools("Fifo is Full", "Fifo is NOT full");
        ERROR_JUMBO "brdwlk.error.jumbo" "Jumbo FC Frame": Bool(8) & 0x40 = Names::Bools("This is a JUMBO FC Frame", "This is a NORMAL FC Frame");
        ERROR_CTRL "brdwlk.error.ctrl" "Ctrl Char Inside Frame": Bool(8) & 0x80 = Names::Bools("Ctrl Characters inside the frame", "No ctrl chars inside the frame");
    }
}

names! {
    SOF_NAMES {
        2 => "SOFi1", 3 => "SOFn1", 4 => "SOFi2", 5 => "SOFn2", 6 => "SOFi3", 7 => "SOFn3", 8 => "SOFf",
    }
    EOF_NAMES { 1 => "EOFt", 2 => "EOFdt", 3 => "EOFn", 4 => "EOFa" }
}

const BITS: [Field; 8] =
    [ERROR_PLP, ERROR_EF, ERROR_ND, ERROR_TR, ERROR_CRC, ERROR_FF, ERROR_JUMBO, ERROR_CTRL];

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("Boardwalk");
    cx.info_clear();
    cx.proto_len(4);
    cx.peek(SOF, &c, 1)?;
    cx.u16(VSAN, &mut c)?;
    // The frame is between the start and what is told of its end, in the last bytes.
    let mut frame = c.take(c.left().saturating_sub(4));
    cx.u16(PKTCNT, &mut c)?;
    cx.flags(ERROR, &mut c, 1, &BITS)?;
    cx.u8(EOF, &mut c)?;
    if frame.is_empty() { Ok(()) } else { cx.call(meta::data::ID, frame.take(frame.left())) }
}
