//! Remote Framebuffer, RFC 6143: the versions at the beginning, and messages of the client.

use requin_wire::{Cursor, Cx, Ports, ProtoId, Sink, Step, proto};

proto! {
    VNC "vnc" "Virtual Network Computing" "VNC" App
    on [Tcp 5500, Tcp 5501, Tcp 5900, Tcp 5901]
    looks_like [Tcp accepts => [b'R'..=b'R']]
    track [remember]
    fields {
        SERVER_PROTO_VER "vnc.server_proto_ver" "Server protocol version": Str;
        CLIENT_PROTO_VER "vnc.client_proto_ver" "Client protocol version": Str;
    }
}

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    is_version(c.rest())
}

fn is_version(b: &[u8]) -> bool {
    matches!(b, [b'R', b'F', b'B', b' ', b'0', b'0', b'3', b'.', _, _, _, b'\n'])
}

/// How many payloads came in all: the first two are the versions.
fn remember(state: &mut [u64; 2], _: bool, _: &[u8]) -> Option<ProtoId> {
    state[0] = state[0].saturating_add(1);
    None
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("VNC");
    cx.info_clear();
    let server = cx.conversation().is_some_and(|f| !f.forward);
    if is_version(c.rest()) {
        let n = c.rest().get(4..11).unwrap_or_default();
        cx.info(|o| {
            o.s(if server { "Server" } else { "Client" }).s(" protocol version: ").text(n);
        });
        c.skip(4)?;
        cx.bytes(if server { SERVER_PROTO_VER } else { CLIENT_PROTO_VER }, &mut c, 7)?;
    }
    Ok(())
}
