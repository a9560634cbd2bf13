//! IP packets without a link header.

use requin_wire::{Cursor, Cx, Sink, Step, proto};

proto! {
    RAW "raw" "Raw packet data" "Raw" Link
    on [Link 12, Link 14, Link 101]
    fields {}
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.protocol("N/A");
    cx.info(|o| _ = o.s("Raw packet data"));
    cx.proto_len(0);
    let next = match c.peek_u8(0)? {
        0xff if c.peek_u8(1)? == 0x03 => super::ppp::ID,
        first => match first >> 4 {
            4 => crate::network::ipv4::ID,
            6 => crate::network::ipv6::ID,
            _ => crate::meta::data::ID,
        },
    };
    cx.call(next, c)
}
