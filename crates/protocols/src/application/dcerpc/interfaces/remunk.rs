//! References to objects, [MS-DCOM].

use super::{Call, declines as dissect};
use crate::application::dcerpc::ndr::Ndr;
use crate::application::dcerpc::{dcom, stub, write_uuid};
use requin_wire::{Cursor, Cx, Sink, Step, Value, names, proto};

proto! {
    REMUNK "remunk" "IRemUnknown" "IRemUnknown" App
    on []
    fields {
        OPNUM "remunk.opnum" "Operation": U16 Dec = OPERATIONS;
        REFS "remunk.refs" "Refs": U32 Dec;
        IIDS "remunk.iids" "IIDs": U16 Dec;
        QIRESULT "remunk.qiresult" "QIResult": None;
        PUBLIC_REFS "remunk.public_refs" "PublicRefs": U32 Dec;
        REMINTERFACEREF "remunk.reminterfaceref" "RemInterfaceRef": None;
        INT_REFS "remunk.int_refs" "InterfaceRefs": U32 Dec;
        PRIVATE_REFS "remunk.private_refs" "PrivateRefs": U32 Dec;
    }
}

names! {
    /// What may be called.
    pub OPERATIONS {
        0 => "QueryInterface",
        1 => "AddRef",
        2 => "Release",
        3 => "RemQueryInterface",
        4 => "RemAddRef",
        5 => "RemRelease",
        6 => "RemQueryInterface2",
    }
}

/// Interfaces that one message names: no packet holds more.
const MOST: u64 = 4096;

/// What a call carries; those that tshark doesn't read are given as they are.
pub(in crate::application::dcerpc) fn arguments<S: Sink>(
    cx: &mut Cx<'_, S>,
    call: &Call<'_>,
    c: Cursor<'_>,
) -> Step {
    let n = &mut Ndr::new(c, call);
    match (call.operation, call.response) {
        (3, false) => query(n, cx)?,
        (3, true) => found(n, cx)?,
        (5, false) => release(n, cx)?,
        (5, true) => {
            dcom::that(n, cx)?;
            dcom::result(n, cx)?;
        }
        _ => return stub::unread(cx, &mut n.c),
    }
    n.end(cx);
    Ok(())
}

/// Which interfaces of an object are asked for (3.1.1.5.6.1.1).
fn query<S: Sink>(n: &mut Ndr<'_>, cx: &mut Cx<'_, S>) -> Step {
    dcom::this(n, cx)?;
    dcom::guid(n, cx, dcom::IPID)?;
    n.number(cx, REFS, 4)?;
    n.number(cx, IIDS, 2)?;
    for nth in 1..=n.word()?.min(MOST) {
        dcom::interface(n, cx, nth)?;
    }
    Ok(())
}

/// Which of them there are.
fn found<S: Sink>(n: &mut Ndr<'_>, cx: &mut Cx<'_, S>) -> Step {
    dcom::that(n, cx)?;
    if n.word()? != 0 {
        for nth in 1..=n.word()?.min(MOST) {
            n.align(8)?;
            let start = n.c;
            let item = cx.add(QIRESULT, start.span(0), Value::None);
            cx.under(item, |cx| -> Step {
                let name = dcom::result_name(dcom::hresult(n, cx)?);
                cx.label(item, |o| _ = o.s("QIResult[").u(nth).s("]: ").s(name));
                cx.info_add(|o| _ = o.s(" ").s(name).s("[").u(nth).s("]"));
                dcom::standard(n, cx)
            })?;
            cx.set_len(item, n.c.pos() - start.pos());
        }
    }
    dcom::result(n, cx)
}

/// References that are given back (3.1.1.5.6.1.3).
fn release<S: Sink>(n: &mut Ndr<'_>, cx: &mut Cx<'_, S>) -> Step {
    dcom::this(n, cx)?;
    n.number(cx, INT_REFS, 2)?;
    let count = n.word()?;
    cx.info_add(|o| _ = o.s(" Cnt=").u(count).s(" Refs="));
    for nth in 1..=count.min(MOST) {
        n.align(4)?;
        let start = n.c;
        let item = cx.add(REMINTERFACEREF, start.span(0), Value::None);
        cx.under(item, |cx| -> Step {
            let ipid = dcom::guid(n, cx, dcom::IPID)?;
            let public = n.number(cx, PUBLIC_REFS, 4)?;
            let private = n.number(cx, PRIVATE_REFS, 4)?;
            cx.info_add(|o| _ = o.s(if nth > 1 { "," } else { "" }).u(public).s("-").u(private));
            cx.label(item, |o| {
                write_uuid(o.s("RemInterfaceRef[").u(nth).s("]: IPID="), &ipid);
                o.s(", PublicRefs=").u(public).s(", PrivateRefs=").u(private);
            });
            Ok(())
        })?;
        cx.set_len(item, n.c.pos() - start.pos());
    }
    Ok(())
}
