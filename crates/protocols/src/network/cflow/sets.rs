//! The sets of version 9 and of IPFIX: templates, templates of options, and records.

use super::template::{self, ENTERPRISE, Kind};
use super::*;
use requin_wire::Item;

/// Elements that a template may have before it is given up.
const MOST: u16 = 1024;

/// All sets of a datagram; `exported` is when it was sent, in seconds.
pub(super) fn all<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, version: u16, exported: u32) -> Step {
    let mut n = 0u64;
    while c.left() >= 4 {
        let len = usize::from(c.peek_u16(2)?);
        if len < 4 {
            return Err(Stop::Malformed);
        }
        n += 1;
        let set = c.take_all(len)?;
        one(cx, set, version, exported, n)?;
    }
    Ok(())
}

fn one<S: Sink>(cx: &mut Cx<'_, S>, mut set: Cursor<'_>, version: u16, exported: u32, n: u64) -> Step {
    let (id, whole) = (set.peek_u16(0)?, set.span(set.left()));
    let mut inside = set;
    inside.skip(4)?;
    let kind = Kind::of(id, version);
    let known = cx.recalled(template::note(id)).filter(|_| kind == Kind::Data);
    let item = cx.line(whole, |o| {
        _ = o.s(if version == IPFIX { "Set " } else { "FlowSet " }).u(n).s(" [id=").u(u64::from(id)).s("]")
    });
    cx.append(item, |o| match (kind, known) {
        (Kind::Templates, _) => _ = o.s(" (Data Template):"),
        (Kind::Options, _) => _ = o.s(" (Options Template):"),
        (Kind::Data, Some(known)) => {
            _ = o.s(" (").u(u64::from(template::count(&known.bytes, inside))).s(" flows)")
        }
        (Kind::Data, None) => {}
    });
    cx.info_add(|o| match kind {
        Kind::Templates => _ = o.s(" [Data-Template:"),
        Kind::Options => _ = o.s(" [Options-Template:"),
        Kind::Data => _ = o.s(" [Data:").u(u64::from(id)),
    });
    cx.under(item, |cx| -> Step {
        cx.u16(FLOWSET_ID, &mut set)?;
        cx.u16(FLOWSET_LENGTH, &mut set)?;
        let mut separator = "";
        while kind != Kind::Data && set.left() >= 4 && set.peek_u16(0)? >= 256 {
            let id = set.peek_u16(0)?;
            cx.info_add(|o| _ = o.s(separator).u(u64::from(id)));
            cx.append(item, |o| _ = o.s(if separator.is_empty() { " " } else { separator }).u(u64::from(id)));
            separator = ",";
            match kind {
                Kind::Options => options(cx, &mut set, version)?,
                _ => template(cx, &mut set, version)?,
            }
        }
        match known {
            Some(known) => {
                cx.generated(TEMPLATE_FRAME, set.span(0), Value::U(known.frame));
                record::all(cx, &mut set, &known.bytes, exported)?;
            }
            None if kind == Kind::Data => {
                let n = set.left();
                let text = move |o: &mut requin_wire::Out<'_>| {
                    _ = o.s("Data (").u(n as u64).s(" bytes), no template found")
                };
                let item = cx.line(set.span(n), text);
                cx.expert_with(NO_TEMPLATE_FOUND, item, set.span(n), text);
                return Ok(());
            }
            None => {}
        }
        let n = set.left();
        if n > 0 {
            cx.bytes(PADDING, &mut set, n)?;
        }
        Ok(())
    })?;
    cx.info_add(|o| _ = o.s("]"));
    Ok(())
}

fn template<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, version: u16) -> Step {
    let (id, count) = (c.peek_u16(0)?, c.peek_u16(2)?);
    let item = cx.line(c.span(4), |o| {
        o.s("Template (Id = ").u(u64::from(id)).s(", Count = ").u(u64::from(count)).s(")");
    });
    cx.under(item, |cx| -> Step {
        cx.u16(TEMPLATE_ID, c)?;
        cx.u16(TEMPLATE_FIELD_COUNT, c)?;
        elements(cx, c, version, count, None)
    })
}

/// A template of options: first what they are about, then what is said of it. Version 9 counts bytes, IPFIX elements.
fn options<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, version: u16) -> Step {
    let (id, first, second) = (c.peek_u16(0)?, c.peek_u16(2)?, c.peek_u16(4)?);
    let (scopes, count) = match version {
        V9 => (first / 4, second / 4),
        _ => (second, first.saturating_sub(second)),
    };
    let item = cx.line(c.span(6), |o| {
        o.s("Options Template (Id = ").u(u64::from(id)).s(") (Scope Count = ").u(u64::from(scopes));
        o.s("; Data Count = ").u(u64::from(count)).s(")");
    });
    cx.under(item, |cx| -> Step {
        cx.u16(TEMPLATE_ID, c)?;
        let [a, b] = match version {
            V9 => [OPTION_SCOPE_LENGTH, OPTION_LENGTH],
            _ => [TEMPLATE_IPFIX_TOTAL_FIELD_COUNT, TEMPLATE_IPFIX_SCOPE_FIELD_COUNT],
        };
        cx.u16(a, c)?;
        cx.u16(b, c)?;
        elements(cx, c, version, scopes, Some(()))?;
        elements(cx, c, version, count, None)
    })
}

fn elements<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    version: u16,
    count: u16,
    scope: Option<()>,
) -> Step {
    for i in 1..=count.min(MOST) {
        let raw = c.peek_u16(0)?;
        let enterprise = match version == IPFIX && raw & ENTERPRISE != 0 {
            true => Some(c.peek_u32(4)?),
            false => None,
        };
        let id = u64::from(if version == IPFIX { raw & !ENTERPRISE } else { raw });
        let own_scope = scope.is_some() && version == V9;
        let item = cx.line(c.span(if enterprise.is_some() { 8 } else { 4 }), |o| {
            o.s("Field (").u(u64::from(i)).s("/").u(u64::from(count)).s(")");
            o.s(if scope.is_some() { " [Scope]: " } else { ": " });
            match enterprise {
                _ if own_scope => _ = o.s(names::SCOPE_FIELD_TYPE.or(id, "Unknown")),
                None => _ = o.s(names::ELEMENTS.or(id, "Unknown")),
                Some(record::REVERSE) => _ = o.s(names::ELEMENTS.or(id, "Unknown")).s(" [Reverse]"),
                Some(pen) => {
                    o.s(if id < 100 { " " } else { "" }).s(if id < 10 { " " } else { "" }).u(id);
                    o.s(" [pen: ").s(ENTERPRISES.or(pen.into(), "(Unknown)")).s("]");
                }
            }
        });
        cx.under(item, |cx| element(cx, c, version, enterprise, own_scope))?;
    }
    Ok(())
}

fn element<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    version: u16,
    enterprise: Option<u32>,
    scope: bool,
) -> Step {
    let item: Item = match (version, enterprise) {
        (V9, _) if scope => cx.peek(SCOPE_FIELD_TYPE, c, 2)?,
        (V9, _) => cx.peek(TEMPLATE_FIELD_TYPE, c, 2)?,
        (_, pen) => {
            cx.peek(TEMPLATE_IPFIX_PEN_PROVIDED, c, 2)?;
            match pen {
                None | Some(record::REVERSE) => cx.peek(TEMPLATE_IPFIX_FIELD_TYPE, c, 2)?,
                Some(_) => cx.peek(TEMPLATE_IPFIX_FIELD_TYPE_ENTERPRISE, c, 2)?,
            }
        }
    };
    match enterprise {
        Some(record::REVERSE) => cx.append(item, |o| _ = o.s(" [Reverse]")),
        Some(pen) => {
            cx.append(item, |o| _ = o.s(" [pen: ").s(ENTERPRISES.or(pen.into(), "(Unknown)")).s("]"))
        }
        None => {}
    }
    c.skip(2)?;
    let len = cx.peek(TEMPLATE_FIELD_LENGTH, c, 2)?;
    if c.peek_u16(0)? == u16::MAX {
        cx.append(len, |o| _ = o.s(" [i.e.: \"Variable Length\"]"));
    }
    c.skip(2)?;
    if enterprise.is_some() {
        cx.u32(TEMPLATE_IPFIX_FIELD_PEN, c)?;
    }
    Ok(())
}
