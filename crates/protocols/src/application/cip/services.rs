//! Services that all classes have in common: CIP volume 1, appendix A.

use super::*;

/// Shows what a service carries. `status` is that of a response, `asked` the request that it answers.
pub(super) fn show<S: Sink>(
    cx: &mut Cx<'_, S>,
    mut c: Cursor<'_>,
    r: Request<'_>,
    status: Option<u8>,
    asked: Option<Asked<'_>>,
) -> Step {
    let response = status.is_some();
    let line = cx.line(c.span(usize::MAX), |o| {
        service_name(o, r.service);
        o.s(if response { " (Response)" } else { " (Request)" });
    });
    cx.under(line, |cx| -> Step {
        let c = &mut c;
        if !c.is_empty() {
            let path = Path(r.path);
            match (r.service, response) {
                (0x01, true) => all(cx, c, path)?,
                (0x03, _) => {
                    list(cx, c, path, GETLIST_ATTR_COUNT, response.then_some(GETLIST_ATTR_STATUS), response)?
                }
                (0x04, _) => {
                    list(cx, c, path, SETLIST_ATTR_COUNT, response.then_some(SETLIST_ATTR_STATUS), !response)?
                }
                (0x05, false) => _ = cx.u8(RESET_TYPE, c)?,
                (0x08, true) => _ = cx.u16_le(CREATE_INSTANCE, c)?,
                (MULTIPLE_SERVICES, _) => return many(cx, c, status, asked),
                (0x0e, true) | (0x10, false) => {
                    if let Some(attribute) = path.attribute() {
                        attributes::show(cx, c, path, attribute)?;
                    }
                }
                (0x11, false) => _ = cx.u8(FIND_NEXT_OBJECT_MAX_INSTANCE, c)?,
                (0x11, true) => {
                    let n = cx.u8(FIND_NEXT_OBJECT_NUM_INSTANCES, c)?;
                    for _ in 0..n {
                        cx.peek_le(FIND_NEXT_OBJECT_INSTANCE, c, 0, 1)?;
                        c.skip(2)?;
                    }
                }
                _ => {}
            }
        }
        if !c.is_empty() {
            cx.bytes(DATA, c, c.left())?;
        }
        Ok(())
    })
}

fn titled<S: Sink>(cx: &mut Cx<'_, S>, item: requin_wire::Item, path: Path<'_>, attribute: u32) {
    if let Some(name) = attributes::name(path.class(), path.instance(), attribute) {
        cx.append(item, |o| _ = o.s(" (").s(name).c(b')'));
    }
}

/// All attributes, one after the other.
fn all<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, path: Path<'_>) -> Step {
    for attribute in 1..=attributes::in_all(path) {
        if c.is_empty() {
            break;
        }
        let item = cx.add(ATTRIBUTE, c.span(0), Value::U(u64::from(attribute)));
        titled(cx, item, path, attribute);
        cx.under(item, |cx| attributes::show(cx, c, path, attribute))?;
    }
    Ok(())
}

/// Attributes that are listed, with a status or a value where there are any.
fn list<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    path: Path<'_>,
    count: requin_wire::Field,
    status: Option<requin_wire::Field>,
    values: bool,
) -> Step {
    let n = cx.u16_le(count, c)?;
    let line = cx.line(c.span(usize::MAX), |o| _ = o.s("Attribute List"));
    cx.under(line, |cx| -> Step {
        for _ in 0..n {
            let attribute = u32::from(u16::from_le_bytes(*c.peek_array::<2>()?));
            let item = cx.peek_le(ATTRIBUTE16, c, 0, 2)?;
            titled(cx, item, path, attribute);
            c.skip(2)?;
            let known = cx.under(item, |cx| -> Result<bool, requin_wire::Stop> {
                let mut fine = true;
                if let Some(status) = status {
                    fine = c.peek_u8(0)? == 0;
                    cx.peek(status, c, 1)?;
                    c.skip(2)?;
                }
                if values && fine { attributes::show(cx, c, path, attribute) } else { Ok(true) }
            })?;
            // Where the value of one ends that is not known, nobody can tell.
            if !known {
                break;
            }
        }
        Ok(())
    })
}

/// A Multiple Service Packet.
fn many<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    status: Option<u8>,
    asked: Option<Asked<'_>>,
) -> Step {
    let whole = *c;
    let n = usize::from(cx.u16_le(MSP_NUM_SERVICES, c)?);
    let offsets = *c;
    let line = cx.line(c.span(2 * n), |o| _ = o.s("Offset List"));
    cx.under(line, |cx| -> Step {
        for _ in 0..n {
            cx.u16_le(MSP_OFFSET, c)?;
        }
        Ok(())
    })?;
    let request = asked.and_then(|a| a.request());
    let mut list = offsets;
    // Messages lie one behind the other: none is shown twice, so that a packet can't be made to take long.
    let mut done = 0;
    for i in 0..n {
        let place = list;
        let from = usize::from(u16::from_le_bytes(*list.array::<2>()?));
        let to =
            if i + 1 < n { usize::from(u16::from_le_bytes(*list.peek_array::<2>()?)) } else { whole.left() };
        if from < done {
            return Err(requin_wire::Stop::Malformed);
        }
        done = from.max(to);
        let mut one = whole;
        one.advance(from);
        let one = one.take(to.saturating_sub(from));
        let asked = asked.zip(request.and_then(|r| r.nth(i))).map(|(a, part)| a.part(part));
        let line = cx.line(one.span(usize::MAX), |o| {
            o.s("Service Packet #").u(i as u64 + 1).s(": ");
            title(o, one.rest(), status.is_some(), asked);
        });
        cx.info_add(|o| _ = o.s(if i == 0 { ": " } else { ", " }));
        cx.under(line, |cx| -> Step {
            cx.peek_le(MSP_OFFSET, &place, 0, 2)?;
            inner(cx, one, asked, Within::ManyServices)
        })?;
        c.advance(whole.left());
    }
    Ok(())
}

/// What one of several services is called.
fn title(o: &mut Out<'_>, message: &[u8], response: bool, asked: Option<Asked<'_>>) {
    let Some(&service) = message.first() else { return };
    if response {
        status_name(o, message.get(2).copied().unwrap_or_default());
        said(o.s(": "), asked.and_then(|a| a.request()).map(|r| r.path), service);
    } else {
        said(o, Request::of(message).map(|r| r.path), service);
    }
}
