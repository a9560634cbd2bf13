//! The sets of version 9 and of IPFIX: templates, templates of options, and records.

use super::template::{self, Element, Kind};
use super::*;

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
        _ = o.s(if version == IPFIX { "Set " } else { "FlowSet " }).u(n).s(" [id=").u(id).s("]")
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
        Kind::Data => _ = o.s(" [Data:").u(id),
    });
    cx.under(item, |cx| -> Step {
        cx.u16(FLOWSET_ID, &mut set)?;
        cx.u16(FLOWSET_LENGTH, &mut set)?;
        let mut separator = "";
        while kind != Kind::Data && set.left() >= 4 && set.peek_u16(0)? >= 256 {
            let id = set.peek_u16(0)?;
            cx.info_add(|o| _ = o.s(separator).u(id));
            cx.append(item, |o| _ = o.s(if separator.is_empty() { " " } else { separator }).u(id));
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
                let text =
                    move |o: &mut Out<'_>| _ = o.s("Data (").u(n as u64).s(" bytes), no template found");
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
        o.s("Template (Id = ").u(id).s(", Count = ").u(count).s(")");
    });
    cx.under(item, |cx| -> Step {
        cx.u16(TEMPLATE_ID, c)?;
        cx.u16(TEMPLATE_FIELD_COUNT, c)?;
        elements(cx, c, version, count, false)
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
        o.s("Options Template (Id = ").u(id).s(") (Scope Count = ").u(scopes);
        o.s("; Data Count = ").u(count).s(")");
    });
    cx.under(item, |cx| -> Step {
        cx.u16(TEMPLATE_ID, c)?;
        let [a, b] = match version {
            V9 => [OPTION_SCOPE_LENGTH, OPTION_LENGTH],
            _ => [TEMPLATE_IPFIX_TOTAL_FIELD_COUNT, TEMPLATE_IPFIX_SCOPE_FIELD_COUNT],
        };
        cx.u16(a, c)?;
        cx.u16(b, c)?;
        elements(cx, c, version, scopes, true)?;
        elements(cx, c, version, count, false)
    })
}

fn elements<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, version: u16, count: u16, scope: bool) -> Step {
    for i in 1..=count {
        let mut behind = *c;
        let element = Element { scope: scope && version == V9, ..Element::read(&mut behind, version)? };
        let item = cx.line(c.span(behind.pos() - c.pos()), |o| {
            o.s("Field (").u(i).s("/").u(count).s(if scope { ") [Scope]: " } else { "): " });
            match element.enterprise {
                None | Some(record::REVERSE) => o.s(element.name()),
                Some(_) => o.right(element.id, 3),
            };
            whose(o, &element);
        });
        cx.under(item, |cx| self::element(cx, c, version, &element))?;
    }
    Ok(())
}

/// Behind the name of an element: who gave it its number, unless IANA did.
fn whose(o: &mut Out<'_>, element: &Element) {
    match element.enterprise {
        Some(record::REVERSE) => _ = o.s(" [Reverse]"),
        Some(pen) => _ = o.s(" [pen: ").s(ENTERPRISES.or(pen.into(), "(Unknown)")).s("]"),
        None => {}
    }
}

fn element<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, version: u16, element: &Element) -> Step {
    if version == IPFIX {
        cx.peek(TEMPLATE_IPFIX_PEN_PROVIDED, c, 2)?;
    }
    let kind = match (version, element.enterprise) {
        (V9, _) if element.scope => SCOPE_FIELD_TYPE,
        (V9, _) => TEMPLATE_FIELD_TYPE,
        (_, None | Some(record::REVERSE)) => TEMPLATE_IPFIX_FIELD_TYPE,
        (_, Some(_)) => TEMPLATE_IPFIX_FIELD_TYPE_ENTERPRISE,
    };
    let item = cx.field(kind, c, 2)?;
    cx.append(item, |o| whose(o, element));
    let len = cx.field(TEMPLATE_FIELD_LENGTH, c, 2)?;
    if element.len == template::VARIABLE {
        cx.append(len, |o| _ = o.s(" [i.e.: \"Variable Length\"]"));
    }
    if element.enterprise.is_some() {
        cx.u32(TEMPLATE_IPFIX_FIELD_PEN, c)?;
    }
    Ok(())
}
