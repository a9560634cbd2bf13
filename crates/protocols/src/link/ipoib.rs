//! IP over InfiniBand, RFC 4391, with what captures have before it: where it goes, or its global route.

use requin_wire::{Cursor, Cx, Sink, Step, Value, proto};

proto! {
    IPOIB "ipoib" "IP over Infiniband" "IPoIB" Link
    on [Link 242]
    fields {
        DADDR "ipoib.daddr" "Destination address": None;
        DADDR_QPN "ipoib.daddr.qpn" "Destination QPN": U24 Hex;
        DGID "ipoib.dgid" "Destination GID": Ipv6;
        GRH "ipoib.grh" "Global Route Header": None;
        GRH_IPVER "ipoib.grh.ipver" "IP Version": U8 Dec & 0xf0;
        GRH_TCLASS "ipoib.grh.tclass" "Traffic Class": U16 Dec & 0xff0;
        GRH_FLOWLABEL "ipoib.grh.flowlabel" "Flow Label": U32 Dec & 0xfffff;
        GRH_SQPN "ipoib.grh.sqpn" "Source QPN": U24 Hex;
        GRH_SGID "ipoib.grh.sgid" "Source GID": Ipv6;
        TYPE "ipoib.type" "Type": U16 Hex = super::ethertype::NAMES;
        RESERVED "ipoib.reserved" "Reserved": U16 Hex;
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("IPoIB");
    cx.info(|o| _ = o.s("IP over Infiniband"));
    let all = c;
    // A route begins with the version of IPv6.
    if c.peek_u8(0)? >> 4 == 6 {
        let item = cx.add(GRH, c.span(40), Value::None);
        cx.under(item, |cx| route(cx, c))?;
        c.skip(40)?;
    } else {
        c.skip(20)?;
        let item = cx.add(DADDR, c.span(20), Value::None);
        cx.under(item, |cx| -> Step {
            cx.peek_at(DADDR_QPN, &c, 1, 3)?;
            cx.peek_at(DGID, &c, 4, 16)?;
            Ok(())
        })?;
        c.skip(20)?;
    }
    let ethertype = cx.u16(TYPE, &mut c)?;
    cx.field(RESERVED, &mut c, 2)?;
    cx.proto_len(all.left() - c.left());
    super::ethertype::bare(cx, ethertype, c)
}

fn route<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.peek(GRH_IPVER, &c, 1)?;
    cx.peek(GRH_TCLASS, &c, 2)?;
    cx.peek(GRH_FLOWLABEL, &c, 4)?;
    // The header ends where the payload's own address begins: only the sender is in it.
    cx.peek_at(GRH_SQPN, &c, 5, 3)?;
    cx.peek_at(GRH_SGID, &c, 8, 16)?;
    Ok(())
}
