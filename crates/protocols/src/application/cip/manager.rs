//! The connection manager: opening and closing connections, and requests it passes on. CIP volume 1, section 3-5.

use super::names::*;
use super::*;
use requin_wire::{Field, Stop};

proto! {
    CIPCM "cipcm" "CIP Connection Manager" "CIPCM" App
    on []
    fields {
    }
}

const FORWARD_CLOSE: u8 = 0x4e;
const FORWARD_OPEN: u8 = 0x54;
const LARGE_FORWARD_OPEN: u8 = 0x5b;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let back = (cx.handed[3] >> 20 & 0x3ff) as usize;
    let asked = Asked::handed(cx);
    cx.handed = [0; 4];
    match asked.and_then(|a| Some((a, a.request()?))) {
        Some((asked, r)) if back > 0 => answer(cx, c, back, asked, r),
        _ => ask(cx, c),
    }
}

/// Where a message begins whose service lies before the path, or the status: bytes that were read before.
fn at<'b>(c: &Cursor<'b>, pos: usize) -> Cursor<'b> {
    let mut from = Cursor::new(c.whole(), c.pos() + c.left(), c.source());
    from.advance(pos);
    from
}

fn head<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, service: u8) -> Step {
    let name = CM_SC_NAMES.or(u64::from(service & 0x7f), "Unknown Service");
    let kind = if service & RESPONSE != 0 { " (Response)" } else { " (Request)" };
    let line = cx.line(c.span(1), |o| _ = o.s("Service: ").s(name).s(kind));
    cx.under(line, |cx| -> Step {
        cx.peek(RR, c, 1)?;
        cx.peek(CM_SC, c, 1)?;
        Ok(())
    })
}

/// Replaces what the Info column says, in the manager's words.
fn info<S: Sink>(cx: &mut Cx<'_, S>, status: Option<u8>, service: u8, path: &[u8], named: bool) {
    cx.protocol("CIP CM");
    cx.info(|o| {
        if let Some(status) = status {
            status_name(o, status);
            o.s(": ");
        }
        o.s(if named { "Connection Manager - " } else { "" });
        o.s(CM_SC_NAMES.or(u64::from(service & 0x7f), "Unknown Service"));
        if matches!(service & 0x7f, FORWARD_OPEN | LARGE_FORWARD_OPEN | FORWARD_CLOSE)
            && let Some(class) = Path(path).class()
        {
            o.s(" (");
            path::class_name(o, class);
            o.c(b')');
        }
    });
}

fn ask<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    // The request's path, as long as it said, lies between.
    let Some(start) = request_start(&c) else { return Ok(()) };
    let first = at(&c, start);
    let service = first.peek_u8(0)?;
    head(cx, &first, service)?;
    let line = cx.line(c.span(usize::MAX), |o| _ = o.s("Command Specific Data"));
    let top = cx.wants_columns();
    match service {
        FORWARD_OPEN | LARGE_FORWARD_OPEN | FORWARD_CLOSE => {
            info(cx, None, service, connection_path(service, c.rest()).unwrap_or_default(), true);
        }
        _ if top => info(cx, None, service, &[], true),
        _ => {}
    }
    cx.under(line, |cx| -> Step {
        let c = &mut c;
        match service {
            FORWARD_OPEN | LARGE_FORWARD_OPEN => open(cx, c, service == LARGE_FORWARD_OPEN),
            FORWARD_CLOSE => {
                time_out(cx, c)?;
                connection(cx, c)?;
                let n = usize::from(cx.u8(CM_CONNPATH_SIZE, c)?);
                cx.u8(RESERVED, c)?;
                path_here(cx, c, "Connection Path", 2 * n)
            }
            UNCONNECTED_SEND => send(cx, c),
            _ if c.is_empty() => Ok(()),
            _ => cx.bytes(DATA, c, c.left()).map(|_| ()),
        }
    })
}

/// Where the request begins whose data these are: its path tells by its length.
fn request_start(c: &Cursor<'_>) -> Option<usize> {
    // The class and the instance of the manager take two words, or three or four in longer forms.
    let whole = c.whole();
    (2..=8).step_by(2).find_map(|n| {
        let start = c.pos().checked_sub(n + 2)?;
        let b = whole.get(start..c.pos())?;
        (usize::from(*b.get(1)?) * 2 == n && Path(b.get(2..)?).class() == Some(CONNECTION_MANAGER))
            .then_some(start)
    })
}

/// The path in a request to open or close a connection.
fn connection_path(service: u8, data: &[u8]) -> Option<&[u8]> {
    let (at, pad) = match service {
        FORWARD_OPEN => (35, 0),
        LARGE_FORWARD_OPEN => (39, 0),
        _ => (10, 1),
    };
    let n = 2 * usize::from(*data.get(at)?);
    data.get(at + 1 + pad..)?.get(..n)
}

fn time_out<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let start = *c;
    cx.peek(CM_PRIORITY, c, 1)?;
    let tick = cx.u8(CM_TICK_TIME, c)? & 15;
    let ticks = cx.u8(CM_TIMEOUT_TICK, c)?;
    cx.add(CM_TIMEOUT, start.span(2), Value::U(u64::from(ticks) << tick));
    Ok(())
}

/// What tells a connection from all others.
fn connection<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u16_le(CM_CONN_SERIAL_NUM, c)?;
    cx.u16_le(CM_VENDOR, c)?;
    cx.u32_le(CM_ORIG_SERIAL_NUM, c)?;
    Ok(())
}

fn ids<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let start = *c;
    let ids = [cx.u32_le(CM_OT_CONNID, c)?, cx.u32_le(CM_TO_CONNID, c)?];
    for id in ids {
        cx.hidden(CONNID, start.span(8), Value::U(u64::from(id)));
    }
    Ok(())
}

fn path_here<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, name: &str, n: usize) -> Step {
    let path = c.peek_bytes(0, n)?;
    Path(path).show(cx, name, Some(c));
    c.advance(n);
    Ok(())
}

fn parameters<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    large: bool,
    fields: [Field; 2],
) -> Result<(), Stop> {
    let short = [CM_FWO_OWNER, CM_FWO_TYPE, CM_FWO_PRIO, CM_FWO_F_V, CM_FWO_CONSIZE];
    let long = [CM_FWO_OWNER32, CM_FWO_TYPE32, CM_FWO_PRIO32, CM_FWO_F_V32, CM_FWO_CONSIZE32];
    if large {
        cx.flags_le(fields[0], c, 4, &long)?
    } else {
        cx.flags_le(fields[1], c, 2, &short)?
    };
    Ok(())
}

fn open<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, large: bool) -> Step {
    time_out(cx, c)?;
    ids(cx, c)?;
    connection(cx, c)?;
    cx.u8(CM_TIMEOUT_MULTIPLIER, c)?;
    cx.uint_le(RESERVED24, c, 3)?;
    cx.u32_le(CM_OTRPI, c)?;
    parameters(cx, c, large, [CM_OT_NET_PARAMS, CM_OT_NET_PARAMS16])?;
    cx.u32_le(CM_TORPI, c)?;
    parameters(cx, c, large, [CM_TO_NET_PARAMS, CM_TO_NET_PARAMS16])?;
    let (kind, item) =
        cx.flags(CM_TRANSPORT_TYPE_TRIGGER, c, 1, &[CM_FWO_DIR, CM_FWO_TRIGGER, CM_FWO_TRANSPORT])?;
    cx.append(item, |o| {
        o.s(", Direction: ").s(CM_FWO_DIR_NAMES.or(kind >> 7 & 1, ""));
        o.s(", Trigger: ").s(CM_FWO_TRIGGER_NAMES.or(kind >> 4 & 7, "Reserved"));
        o.s(", Class: ").s(CM_FWO_TRANSPORT_NAMES.or(kind & 15, "Reserved"));
    });
    let n = usize::from(cx.u8(CM_CONNPATH_SIZE, c)?);
    path_here(cx, c, "Connection Path", 2 * n)
}

fn send<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    time_out(cx, c)?;
    let n = usize::from(cx.u16_le(CM_MSG_REQ_SIZE, c)?);
    let message = c.take(n);
    let line = cx.line(message.span(n), |o| _ = o.s("CIP Embedded Message Request"));
    cx.under(line, |cx| inner(cx, message, None, Within::UnconnectedSend))?;
    if n % 2 == 1 {
        cx.u8(PAD, c)?;
    }
    let n = usize::from(cx.u8(CM_ROUTE_PATH_SIZE, c)?);
    cx.u8(RESERVED, c)?;
    path_here(cx, c, "Route Path", 2 * n)
}

/// The route in the request to pass something on.
fn route<'p>(r: &Request<'p>) -> Option<&'p [u8]> {
    let len = r.carried()?.len();
    let rest = r.data.get(4 + len + len % 2..)?;
    rest.get(2..)?.get(..2 * usize::from(*rest.first()?))
}

fn answer<S: Sink>(
    cx: &mut Cx<'_, S>,
    mut c: Cursor<'_>,
    back: usize,
    asked: Asked<'_>,
    r: Request<'_>,
) -> Step {
    let Some(status_at) = c.pos().checked_sub(back).filter(|p| *p >= 2) else { return Ok(()) };
    let (first, mut s) = (at(&c, status_at - 2), at(&c, status_at));
    let (service, status) = (first.peek_u8(0)?, s.peek_u8(0)?);
    if let Some(inner) = passed(Some(asked), service) {
        return passed_on(cx, c, service, status, asked, r, inner);
    }
    let connected = connection_path(r.service, r.data).unwrap_or_default();
    info(cx, Some(status), service, connected, r.service != UNCONNECTED_SEND);
    head(cx, &first, service)?;
    if status != 0 {
        let line = cx.line(s.span(back), |o| {
            o.s("Status: ");
            status_name(o, status);
            if let [_, words, a, b, ..] = s.rest()
                && *words > 0
            {
                let extended = u64::from(u16::from_le_bytes([*a, *b]));
                o.s(", Extended: ").s(CM_EXT_STATUS_NAMES.or(extended, "Reserved"));
            }
        });
        cx.under(line, |cx| -> Step {
            cx.u8(CM_GENSTAT, &mut s)?;
            let n = cx.u8(CM_ADDSTAT_SIZE, &mut s)?;
            for i in 0..n {
                cx.u16_le(if i == 0 { CM_EXT_STATUS } else { CM_ADDSTAT }, &mut s)?;
            }
            Ok(())
        })?;
    }
    if c.is_empty() {
        return Ok(());
    }
    let line = cx.line(c.span(usize::MAX), |o| _ = o.s("Command Specific Data"));
    cx.under(line, |cx| -> Step {
        let c = &mut c;
        match (r.service, status) {
            (FORWARD_OPEN | LARGE_FORWARD_OPEN, 0) => {
                ids(cx, c)?;
                connection(cx, c)?;
                cx.u32_le(CM_OTAPI, c)?;
                cx.u32_le(CM_TOAPI, c)?;
                reply(cx, c)?;
                let line = cx.line(c.span(0), |o| _ = o.s("Connection Information"));
                cx.under(line, |cx| way(cx, connected));
                Ok(())
            }
            (FORWARD_OPEN | LARGE_FORWARD_OPEN | FORWARD_CLOSE, 1..) => {
                connection(cx, c)?;
                cx.u8(CM_REMAIN_PATH_SIZE, c)?;
                cx.u8(RESERVED, c)?;
                way(cx, connected);
                Ok(())
            }
            (FORWARD_CLOSE, 0) => {
                connection(cx, c)?;
                reply(cx, c)?;
                let line = cx.line(c.span(0), |o| _ = o.s("Connection Information"));
                cx.under(line, |cx| way(cx, connected));
                Ok(())
            }
            (UNCONNECTED_SEND, _) => cx.u8(CM_REMAIN_PATH_SIZE, c).map(|_| ()),
            _ => cx.bytes(DATA, c, c.left()).map(|_| ()),
        }
    })
}

/// What the application says to a connection being opened or closed.
fn reply<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = usize::from(cx.u8(CM_APP_REPLY_SIZE, c)?);
    cx.u8(RESERVED, c)?;
    if n > 0 {
        cx.bytes(CM_APP_REPLY_DATA, c, 2 * n)?;
    }
    Ok(())
}

/// The connection's path, as the request had it.
fn way<S: Sink>(cx: &mut Cx<'_, S>, path: &[u8]) {
    cx.generated(CM_CONNPATH_SIZE, Span::default(), Value::U(path.len() as u64 / 2));
    Path(path).show(cx, "Route/Connection Path", None);
}

/// The answer to what was passed on.
fn passed_on<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: Cursor<'_>,
    service: u8,
    status: u8,
    asked: Asked<'_>,
    r: Request<'_>,
    inner: Request<'_>,
) -> Step {
    let item = cx.generated(CM_SC, Span::default(), Value::U(u64::from(r.service)));
    cx.label(item, |o| {
        o.s("Service: ").s(CM_SC_NAMES.or(u64::from(r.service), "Unknown Service")).s(" (Response)");
    });
    cx.generated(REQUEST_PATH_SIZE, Span::default(), Value::U(inner.path.len() as u64 / 2));
    Path(inner.path).show(cx, "Request Path", None);
    let route = route(&r).unwrap_or_default();
    cx.generated(CM_ROUTE_PATH_SIZE, Span::default(), Value::U(route.len() as u64 / 2));
    Path(route).show(cx, "Route/Connection Path", None);
    let code = service & 0x7f;
    if code > COMMON_SERVICES {
        return cx.call_nested(generic::ID, c);
    }
    let carried = r.carried().map(|part| asked.part(part));
    services::show(cx, c, Request { service: code, ..inner }, Some(status), carried)
}
