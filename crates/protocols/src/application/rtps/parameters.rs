//! Lists of parameters: qualities of service, and what participants say of themselves.

use super::*;

/// What the quality of service says of an object's end, looked up ahead of its place in the tree.
pub(super) fn status(c: &Cursor<'_>, order: Order) -> u8 {
    const BEFORE: usize = 16;
    let mut c = *c;
    if c.skip(BEFORE).is_err() {
        return 0;
    }
    while let (Ok(id), Ok(n)) = (order.number(&c, 0, 2), order.number(&c, 2, 2)) {
        if id == STATUS_INFO {
            return c.peek_u8(7).unwrap_or(0) & 3;
        }
        if id == SENTINEL || c.skip(4 + n as usize).is_err() {
            break;
        }
    }
    0
}

const SENTINEL: u64 = 1;
const STATUS_INFO: u64 = 0x71;

/// A list of parameters, up to the one that ends it.
pub(super) fn parameters<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, order: Order) -> Step {
    while !c.is_empty() {
        let (id, n) = (order.number(c, 0, 2)?, order.number(c, 2, 2)? as usize);
        let name = PARAM_ID_NAMES.or(id, "Unknown");
        let last = id == SENTINEL;
        let item = cx.line(c.span(if last { 4 } else { 4 + n }), |o| _ = o.s(name));
        let mut body = cx.under(item, |cx| -> Result<Cursor<'_>, Stop> {
            order.field(cx, PARAM_ID, c, 2)?;
            if last {
                c.skip(2)?;
                return Ok(c.within(0));
            }
            order.field(cx, PARAM_LENGTH, c, 2)?;
            c.take_all(n)
        })?;
        if last {
            return Ok(());
        }
        cx.under(item, |cx| parameter(cx, &mut body, id, order, item))?;
    }
    Ok(())
}

const ENDPOINTS: [Field; 25] = [
    FLAG_PARTICIPANT_SECURE_READER,
    FLAG_PARTICIPANT_SECURE_WRITER,
    FLAG_SECURE_PARTICIPANT_VOLATILE_MESSAGE_READER,
    FLAG_SECURE_PARTICIPANT_VOLATILE_MESSAGE_WRITER,
    FLAG_PARTICIPANT_STATELESS_MESSAGE_READER,
    FLAG_PARTICIPANT_STATELESS_MESSAGE_WRITER,
    FLAG_SECURE_PARTICIPANT_MESSAGE_READER,
    FLAG_SECURE_PARTICIPANT_MESSAGE_WRITER,
    FLAG_SECURE_SUBSCRIPTION_READER,
    FLAG_SECURE_SUBSCRIPTION_WRITER,
    FLAG_SECURE_PUBLICATION_READER,
    FLAG_SECURE_PUBLICATION_WRITER,
    RESERVED_SET,
    FLAG_PARTICIPANT_MESSAGE_DATAREADER,
    FLAG_PARTICIPANT_MESSAGE_DATAWRITER,
    FLAG_PARTICIPANT_STATE_DETECTOR,
    FLAG_PARTICIPANT_STATE_ANNOUNCER,
    FLAG_PARTICIPANT_PROXY_DETECTOR,
    FLAG_PARTICIPANT_PROXY_ANNOUNCER,
    FLAG_SUBSCRIPTION_DETECTOR,
    FLAG_SUBSCRIPTION_ANNOUNCER,
    FLAG_PUBLICATION_DETECTOR,
    FLAG_PUBLICATION_ANNOUNCER,
    FLAG_PARTICIPANT_DETECTOR,
    FLAG_PARTICIPANT_ANNOUNCER,
];

fn parameter<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, id: u64, order: Order, item: Item) -> Step {
    let n = c.left();
    match id {
        0x02 => duration(cx, c, order),
        // The number of a domain, of the standard and of a maker.
        0x0f | 0x800f => {
            cx.peek(PARAMETER_DATA, c, n)?;
            order.field(cx, DOMAIN_ID, c, 4).map(|_| ())
        }
        0x15 => version(cx, c),
        0x16 => cx.field(VENDORID, c, 2).map(|_| ()),
        0x0b | 0x0c | 0x2f..=0x33 | 0x48 => locator(cx, c, order, item),
        0x44 => order.field(cx, PARTICIPANT_BUILTIN_ENDPOINTS, c, 4).map(|_| ()),
        0x50 => participant(cx, c),
        0x58 => {
            let flags = order.number(c, 0, 4)?;
            let item = cx.add(PARAM_BUILTIN_ENDPOINT_SET, c.span(4), Value::U(flags));
            cx.under(item, |cx| -> Step {
                for field in ENDPOINTS {
                    if order.little {
                        cx.peek_le(field, c, 0, 4)?
                    } else {
                        cx.peek(field, c, 4)?
                    };
                }
                Ok(())
            })
        }
        0x59 => properties(cx, c, order, item),
        0x62 => {
            let n = order.number(c, 0, 4)? as usize;
            c.skip(4)?;
            cx.field(PARAM_ENTITYNAME, c, n).map(|_| ())
        }
        0x70 => cx.bytes(GUID, c, 16).map(|_| ()),
        STATUS_INFO => {
            let item = cx.peek(PARAM_STATUS_INFO, c, 4)?;
            let mut last = *c;
            last.skip(3)?;
            cx.under(item, |cx| -> Step {
                for field in [
                    RESERVED80,
                    RESERVED40,
                    RESERVED20,
                    RESERVED10,
                    RESERVED08,
                    RESERVED04,
                    FLAG_UNREGISTERED,
                    FLAG_UNDISPOSED,
                ] {
                    cx.peek(field, &last, 1)?;
                }
                Ok(())
            })
        }
        0x8000 => {
            cx.peek(PARAMETER_DATA, c, n)?;
            let [a, b, d, e] = *c.peek_array::<4>()?;
            let item = cx.line(c.span(4), |o| {
                o.s("Product version: ").u(a).s(".").u(b).s(".").u(d).s(".").u(e);
            });
            cx.under(item, |cx| {
                crate::common::run(
                    cx,
                    c,
                    &[
                        (PARAM_PRODUCT_VERSION_MAJOR, 1),
                        (PARAM_PRODUCT_VERSION_MINOR, 1),
                        (PARAM_PRODUCT_VERSION_RELEASE, 1),
                        (PARAM_PRODUCT_VERSION_REVISION, 1),
                    ],
                )
            })
        }
        0x8010 => transports(cx, c, order),
        _ if n > 0 => cx.bytes(PARAMETER_DATA, c, n).map(|_| ()),
        _ => Ok(()),
    }
}

fn duration<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, order: Order) -> Step {
    let (seconds, fraction) = (order.number(c, 0, 4)?, order.number(c, 4, 4)?);
    let item = cx.line(c.span(8), |o| {
        o.s("lease_duration: ").u(seconds).s(".").u0((fraction * 1_000_000) >> 32, 6);
        o.s(" sec (").u(seconds).s("s + ").hex(fraction, 8).s(")");
    });
    cx.under(item, |cx| -> Step {
        order.field(cx, PARAM_NTPTIME_SEC, c, 4)?;
        order.field(cx, PARAM_NTPTIME_FRACTION, c, 4).map(|_| ())
    })
}

const UDP_V4: u64 = 1;

fn locator<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, order: Order, upper: Item) -> Step {
    let (kind, port) = (order.number(c, 0, 4)?, order.number(c, 4, 4)?);
    let address = c.peek_u32(20)?;
    cx.append(upper, |o| {
        o.s(" (").s(LOCATOR_KIND_NAMES.or(kind, "Unknown"));
        if kind == UDP_V4 {
            o.s(", ").ipv4(address).s(":").u(port);
        }
        o.s(")");
    });
    let item = cx.line(c.span(24), |o| _ = o.s("locator"));
    cx.under(item, |cx| -> Step {
        order.field(cx, LOCATOR_KIND, c, 4)?;
        order.field(cx, LOCATOR_PORT, c, 4)?;
        if kind != UDP_V4 {
            return Ok(());
        }
        c.skip(12)?;
        cx.field(LOCATOR_IPV4, c, 4).map(|_| ())
    })
}

fn participant<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let words = [c.peek_u32(0)?, c.peek_u32(4)?, c.peek_u32(8)?, c.peek_u32(12)?];
    let item = cx.peek(PARAM_PARTICIPANT_GUID, c, 16)?;
    cx.label(item, |o| {
        o.s("Participant GUID:");
        words.iter().for_each(|w| _ = o.s(" ").x(*w, 8));
    });
    cx.under(item, |cx| -> Step {
        crate::common::run(
            cx,
            c,
            &[(PARAM_GUID_HOSTID, 4), (PARAM_GUID_APPID, 4), (PARAM_GUID_INSTANCEID, 4)],
        )?;
        entity(cx, c, [PARAM_GUID_ENTITYID, PARAM_GUID_ENTITYKEY, PARAM_GUID_ENTITYKIND])
    })
}

/// A text with its length before it, filled up to four bytes.
fn text<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field, order: Order) -> Result<Item, Stop> {
    let n = order.number(c, 0, 4)? as usize;
    c.skip(4)?;
    let bytes = c.peek_bytes(0, n)?;
    let len = bytes.iter().position(|b| *b == 0).unwrap_or(n);
    let item = cx.peek(field, c, len)?;
    c.skip(n)?;
    c.skip((n.wrapping_neg() % 4).min(c.left()))?;
    Ok(item)
}

fn properties<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, order: Order, upper: Item) -> Step {
    let n = order.number(c, 0, 4)?;
    cx.append(upper, |o| _ = o.s(" (").u(n).s(" properties)"));
    let item = cx.line(c.span(c.left()), |o| _ = o.s("Property List"));
    c.skip(4)?;
    cx.under(item, |cx| -> Step {
        for _ in 0..n {
            let item = text(cx, c, PROPERTY_NAME, order)?;
            cx.under(item, |cx| text(cx, c, PROPERTY_VALUE, order))?;
        }
        Ok(())
    })
}

fn transports<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, order: Order) -> Step {
    let n = c.left();
    cx.peek(PARAMETER_DATA, c, n)?;
    let count = order.number(c, 0, 4)?;
    c.skip(4)?;
    for i in 0..count {
        let class = order.number(c, 0, 4)?;
        let name = match class {
            1 => "UDPv4",
            2 => "UDPv6",
            16_777_216 => "SHMEM",
            _ => "unknown",
        };
        let item = cx.line(c.span(8), |o| _ = o.s("transportInfo ").u(i + 1).s(": ").s(name));
        cx.under(item, |cx| -> Step {
            order.field(cx, TRANSPORTINFO_CLASSID, c, 4)?;
            order.field(cx, TRANSPORTINFO_MESSAGESIZEMAX, c, 4).map(|_| ())
        })?;
    }
    Ok(())
}
