//! The Fiber Distributed Data Interface (ISO 9314-2): the MAC header of LLC frames.

use requin_wire::{AddrKind, Cursor, Cx, Sink, Step, names, proto};

proto! {
    FDDI "fddi" "Fiber Distributed Data Interface" "FDDI" Link
    on [Link 10]
    fields {
        FC "fddi.fc" "Frame Control": U8 Hex;
        FC_CLF "fddi.fc.clf" "Class/Length/Format": U8 Hex & 0xf0 = FORMATS;
        FC_PRIO "fddi.fc.prio" "Priority": U8 Dec & 0x7;
        DST "fddi.dst" "Destination": Ether;
        SRC "fddi.src" "Source": Ether;
        ADDR "fddi.addr" "Source or Destination Address": Ether;
    }
}

names! {
    FORMATS {
        0 => "Void",
        4 => "SMT",
        5 => "Async LLC",
        6 => "Implementor Async",
        8 => "Nonrestricted Token",
        12 => "MAC",
        13 => "Sync LLC",
        14 => "Implementor Sync",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("FDDI");
    cx.info_clear();
    cx.proto_len(13);
    let h = c.peek_array::<13>()?;
    let (format, priority) = (h[0] >> 4, h[0] & 7);
    let name = FORMATS.or(u64::from(format), "Unknown");
    let text = |o: &mut requin_wire::Out<'_>| {
        o.s(name).s(" frame");
        if format == 5 {
            o.s(", priority ").u(priority);
        }
    };
    cx.info(text);
    cx.proto_append(|o| {
        o.s(", ");
        text(o);
    });
    let (_, item) = cx.flags(FC, &mut c, 1, if format == 5 { &[FC_CLF, FC_PRIO] } else { &[FC_CLF] })?;
    cx.append(item, |o| {
        o.s(" (");
        text(o);
        o.s(")");
    });
    // Captures hold the addresses as they go over the fibre: every byte with its bits turned round.
    let mut turned = [0; 12];
    for (to, from) in turned.iter_mut().zip(h.iter().skip(1)) {
        *to = from.reverse_bits();
    }
    let (dst, src) = turned.split_at(6);
    cx.addresses(AddrKind::Ether, src, dst);
    for (field, address) in [(DST, dst), (SRC, src)] {
        cx.add_bytes(field, c.span(6), address);
        for hidden in [ADDR, field, ADDR] {
            let it = cx.add_bytes(hidden, c.span(6), address);
            cx.hide(it);
        }
        c.skip(6)?;
    }
    if matches!(format, 5 | 13) {
        return cx.call(super::llc::ID, c);
    }
    cx.call(crate::meta::data::ID, c)
}
