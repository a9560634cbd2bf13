//! Linux' virtual sockets between machines and their host, as vsockmon captures them (linux/vsockmon.h).

use crate::common::run;
use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    VSOCK "vsock" "vSocket" "vSocket" Link
    on [Link 271]
    fields {
        SRC_CID "vsock.src_cid" "Source cid": U64 Dec;
        DST_CID "vsock.dst_cid" "Destination cid": U64 Dec;
        SRC_PORT "vsock.src_port" "Source port": U32 Dec;
        DST_PORT "vsock.dst_port" "Destination port": U32 Dec;
        OP "vsock.op" "Operation": U16 Dec = OP_NAMES;
        TRANS "vsock.trans" "Transport": U16 Dec = TRANS_NAMES;
        TRANS_LEN "vsock.trans_len" "Transport length": U16 Dec;
        RESERVED "vsock.reserved" "Reserved": Bytes;
        PAYLOAD "vsock.payload" "Payload": Bytes;
        VIRTIO_SRC_CID "vsock.virtio.src_cid" "Source cid": U64 Dec;
        VIRTIO_DST_CID "vsock.virtio.dst_cid" "Destination cid": U64 Dec;
        VIRTIO_SRC_PROT "vsock.virtio.src_prot" "Source port": U32 Dec;
        VIRTIO_DST_PROT "vsock.virtio.dst_prot" "Destination port": U32 Dec;
        VIRTIO_LEN "vsock.virtio.len" "Length": U32 Dec;
        VIRTIO_TYPE "vsock.virtio.type" "Type": U16 Dec = VIRTIO_TYPE_NAMES;
        VIRTIO_OP "vsock.virtio.op" "Operation": U16 Dec = VIRTIO_OP_NAMES;
        VIRTIO_FLAGS "vsock.virtio.flags" "Flags": U32 Hex;
        VIRTIO_BUF_ALLOC "vsock.virtio.buf_alloc" "Buf alloc": U32 Dec;
        VIRTIO_FWD_CNT "vsock.virtio.fwd_cnt" "Fwd cnt": U32 Dec;
    }
}

names! {
    OP_NAMES {
        0 => "Unknown", 1 => "Connect", 2 => "Disconnect", 3 => "Control", 4 => "Payload",
    }
    TRANS_NAMES {
        0 => "Unknown", 1 => "No info", 2 => "Virtio",
    }
    VIRTIO_TYPE_NAMES {
        1 => "Stream",
    }
    VIRTIO_OP_NAMES {
        0 => "Invalid", 1 => "Request", 2 => "Response", 3 => "Rst", 4 => "Shutdown", 5 => "RW", 6 => "Credit update",
        7 => "Credit response",
    }
}

const VIRTIO: u16 = 2;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("vSocket");
    cx.info_clear();
    let number = |at: usize| Ok(requin_wire::le(c.peek_bytes(at, 2)?) as u16);
    let (op, transport, len) = (number(24)?, number(26)?, number(28)?);
    let name = |names: requin_wire::Names, v: u64| names.or(v, "Unknown");
    let (op_name, transport_name) = (name(OP_NAMES, op.into()), name(TRANS_NAMES, transport.into()));
    cx.proto_append(|o| _ = o.s(", Op: ").s(op_name).s(", Transport: ").s(transport_name));
    cx.info(|o| _ = o.s("[").s(op_name).s("]"));
    let cid = |at: usize| c.peek_bytes(at, 8).map(requin_wire::le);
    let (from, to) = (cid(0)?, cid(8)?);
    cx.addresses_text(|o| address(o, from), |o| address(o, to));
    for (field, n) in
        [(SRC_CID, 8), (DST_CID, 8), (SRC_PORT, 4), (DST_PORT, 4), (OP, 2), (TRANS, 2), (TRANS_LEN, 2)]
    {
        cx.uint_le(field, &mut c, n)?;
    }
    run(cx, &mut c, &[(RESERVED, 2)])?;
    let mut head = c.take(usize::from(len));
    if transport == VIRTIO {
        let line = cx.line(head.span(head.left()), |o| _ = o.s("Virtio transport header"));
        cx.under(line, |cx| virtio(cx, &mut head))?;
    }
    if !c.is_empty() {
        let n = c.left();
        let item = cx.field(PAYLOAD, &mut c, n)?;
        cx.label(item, |o| _ = o.s("Payload (").u(n as u64).s("B)"));
    }
    Ok(())
}

/// A context identifier as an address; two of them have names.
fn address(o: &mut requin_wire::Out<'_>, cid: u64) {
    match cid {
        0 => o.s("hypervisor"),
        2 => o.s("host"),
        n => o.u(n),
    };
}

fn virtio<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    for (field, n) in [
        (VIRTIO_SRC_CID, 8),
        (VIRTIO_DST_CID, 8),
        (VIRTIO_SRC_PROT, 4),
        (VIRTIO_DST_PROT, 4),
        (VIRTIO_LEN, 4),
    ] {
        cx.uint_le(field, c, n)?;
    }
    let kind = cx.u16_le(VIRTIO_TYPE, c)?;
    let op = cx.u16_le(VIRTIO_OP, c)?;
    cx.u32_le(VIRTIO_FLAGS, c)?;
    let room = cx.u32_le(VIRTIO_BUF_ALLOC, c)?;
    let read = cx.u32_le(VIRTIO_FWD_CNT, c)?;
    cx.info_add(|o| {
        o.s(" Virtio: ").s(VIRTIO_TYPE_NAMES.or(kind.into(), "Unknown"));
        o.s(", Op: ").s(VIRTIO_OP_NAMES.or(op.into(), "Unknown"));
        o.s(", Buf alloc: ").u(room).s(", Fwd cnt: ").u(read);
    });
    Ok(())
}
