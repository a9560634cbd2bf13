//! Objects of RSVP: of the protocol itself (RFC 2205, RFC 2210), of tunnels (RFC 3209), of refreshes (RFC 2961), and of
//! generalized MPLS (RFC 3473).

use super::rsvp::*;
use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Item, Out, Sink, Step, Value};

const SENDER_CLASS: u8 = 11;
const FILTER_CLASS: u8 = 10;

/// Class of an object, its field, and the field of its type.
const CLASSES: [(u8, Field, Field); 26] = [
    (1, SESSION, CTYPE_SESSION),
    (3, HOP, CTYPE_HOP),
    (5, TIME, CTYPE_TIME_VALUES),
    (6, ERROR, CTYPE_ERROR),
    (7, SCOPE, CTYPE_SCOPE),
    (8, STYLE, CTYPE_STYLE),
    (9, FLOWSPEC, CTYPE_FLOWSPEC),
    (10, FILTER, CTYPE_TEMPLATE),
    (11, SENDER, CTYPE_TEMPLATE),
    (12, TSPEC, CTYPE_TSPEC),
    (13, ADSPEC, CTYPE_ADSPEC),
    (15, CONFIRM, CTYPE_CONFIRM),
    (16, LABEL, CTYPE_LABEL),
    (19, LABEL_REQUEST, CTYPE_LABEL_REQUEST),
    (20, EXPLICIT_ROUTE, CTYPE_EXPLICIT_ROUTE),
    (21, RECORD_ROUTE, CTYPE_RECORD_ROUTE),
    (22, HELLO_OBJ, CTYPE_HELLO),
    (23, MSGID, CTYPE_MESSAGE_ID),
    (24, MSGID_ACK, CTYPE_MESSAGE_ID_ACK),
    (25, MSGID_LIST, CTYPE_MESSAGE_ID_LIST),
    (35, UPSTREAM_LABEL, CTYPE_LABEL),
    (131, RESTART, CTYPE_RESTART_CAP),
    (196, ADMIN_STATUS, CTYPE_ADMIN_STATUS),
    (205, OBJ_UNKNOWN, CTYPE_FAST_REROUTE),
    (207, SESSION_ATTRIBUTE, CTYPE_ATTRIBUTE),
    (229, GENERALIZED_UNI, CTYPE_GENERALIZED_UNI),
];

/// The session of a message and its sender, as cursors behind the heads of their objects.
#[derive(Default)]
pub(super) struct About<'a> {
    session: Option<(u8, Cursor<'a>)>,
    sender: Option<(u8, u8, Cursor<'a>)>,
}

impl<'a> About<'a> {
    /// Finds them in a message.
    pub(super) fn of(mut c: Cursor<'a>) -> About<'a> {
        let mut about = About::default();
        c.advance(8);
        while let (Ok(len), Ok(class), Ok(ctype)) = (c.peek_u16(0), c.peek_u8(2), c.peek_u8(3)) {
            if len < 4 {
                break;
            }
            let mut object = c.take(usize::from(len));
            object.advance(4);
            match class {
                1 => about.session = Some((ctype, object)),
                FILTER_CLASS | SENDER_CLASS => about.sender = Some((class, ctype, object)),
                _ => {}
            }
        }
        about
    }

    /// What the columns say of them.
    pub(super) fn text(&self, o: &mut Out<'_>) {
        if let Some((ctype, c)) = &self.session {
            session_text(o, *ctype, c);
        }
        if let Some((class, ctype, c)) = &self.sender {
            sender_text(o, *class, *ctype, c);
        }
    }
}

fn session_text(o: &mut Out<'_>, ctype: u8, c: &Cursor<'_>) {
    let number = |at: usize, n: usize| c.peek_uint(at, n).unwrap_or(0);
    match ctype {
        1 => {
            o.s("SESSION: IPv4, Destination ").ipv4(number(0, 4) as u32);
            o.s(", Protocol ").u(number(4, 1)).s(", Port ").u(number(6, 2)).s(". ");
        }
        7 => {
            o.s("SESSION: IPv4-LSP, Destination ").ipv4(number(0, 4) as u32);
            o.s(", Short Call ID ").u(number(4, 2)).s(", Tunnel ID ").u(number(6, 2));
            o.s(", Ext ID ").x(number(8, 4), 0).s(". ");
        }
        _ => _ = o.s("SESSION: Type ").u(ctype).s(". "),
    }
}

fn sender_text(o: &mut Out<'_>, class: u8, ctype: u8, c: &Cursor<'_>) {
    let number = |at: usize, n: usize| c.peek_uint(at, n).unwrap_or(0);
    o.s(if class == SENDER_CLASS { "SENDER TEMPLATE: " } else { "FILTERSPEC: " });
    match ctype {
        1 => {
            o.s("IPv4, Sender ").ipv4(number(0, 4) as u32).s(", Port ").u(number(6, 2)).s(". ");
        }
        7 => {
            o.s("IPv4-LSP, Tunnel Source: ").ipv4(number(0, 4) as u32);
            o.s(", Short Call ID: ").u(number(4, 2)).s(", LSP ID: ").u(number(6, 2)).s(". ");
        }
        _ => _ = o.s("Type ").u(ctype).s(". "),
    }
}

/// One object with its head.
pub(super) fn object<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let (class, ctype) = (c.peek_u8(2)?, c.peek_u8(3)?);
    let known = CLASSES.iter().find(|k| k.0 == class);
    let (field, kind) = known.map_or((OBJ_UNKNOWN, CTYPE_UNKNOWN), |k| (k.1, k.2));
    let item = cx.add(field, c.span(c.left()), Value::None);
    if field == OBJ_UNKNOWN {
        let name = OBJECT_NAMES.or(u64::from(class), "Unknown object");
        cx.label(item, |o| _ = o.s(name.strip_suffix(" object").unwrap_or(name)));
    }
    cx.under(item, |cx| -> Step {
        run(cx, &mut c, &[(LENGTH, 2), (OBJECT, 1)])?;
        if class != 24 {
            cx.hidden(CTYPE, c.span(1), Value::U(u64::from(ctype)));
        }
        cx.add(kind, c.span(1), Value::U(u64::from(ctype)));
        c.skip(1)?;
        value(cx, item, class, ctype, &mut c)
    })
}

/// What stands in an object behind its head.
fn value<S: Sink>(cx: &mut Cx<'_, S>, item: Item, class: u8, ctype: u8, c: &mut Cursor<'_>) -> Step {
    match (class, ctype) {
        (205, 0 | 2..=6 | 8..) => {
            let n = c.left();
            cx.bytes(FAST_REROUTE_DATA, c, n).map(|_| ())
        }
        (1, _) => {
            let at = *c;
            cx.label(item, |o| session_text(o, ctype, &at));
            session(cx, ctype, c)
        }
        (3, 1) => {
            let hop = c.peek_u32(0)?;
            cx.label(item, |o| _ = o.s("HOP: IPv4, ").ipv4(hop));
            run(cx, c, &[(HOP_NEIGHBOR_ADDRESS_IPV4, 4), (HOP_LOGICAL_INTERFACE, 4)])
        }
        (3, 2) => run(cx, c, &[(NEIGHBOR_ADDRESS_IPV6, 16), (HOP_LOGICAL_INTERFACE, 4)]),
        (5, 1) => {
            let n = c.peek_u32(0)?;
            cx.label(item, |o| _ = o.s("TIME VALUES: ").u(n).s(" ms"));
            let item = cx.field(REFRESH_INTERVAL, c, 4)?;
            cx.append(item, |o| _ = o.s(" ms (").u(n / 1000).s(" seconds)"));
            Ok(())
        }
        (6, 1) => {
            cx.field(ERROR_ERROR_NODE_IPV4, c, 4)?;
            let bits = [ERROR_FLAGS_PATH_STATE_REMOVED, ERROR_FLAGS_NOT_GUILTY, ERROR_FLAGS_IN_PLACE];
            cx.flags(ERROR_FLAGS, c, 1, &bits)?;
            run(cx, c, &[(ERROR_ERROR_CODE, 1), (ERROR_VALUE, 2)])
        }
        (7, 1) => {
            while !c.is_empty() {
                cx.field(SCOPE_IPV4_ADDRESS, c, 4)?;
            }
            Ok(())
        }
        (8, 1) => run(cx, c, &[(STYLE_FLAGS, 1), (STYLE_STYLE, 3)]),
        (9, 2) | (12, 2) => traffic(cx, class == 12, c),
        (10 | 11, _) => {
            let at = *c;
            cx.label(item, |o| sender_text(o, class, ctype, &at));
            sender(cx, class, ctype, c)
        }
        (13, _) => adspec(cx, c),
        (15, 1) => run(cx, c, &[(CONFIRM_RECEIVER_ADDRESS_IPV4, 4)]),
        (16 | 35, 1) => run(cx, c, &[(LABEL_LABEL, 4)]),
        (16 | 35, 2) => {
            while !c.is_empty() {
                cx.field(LABEL_GENERALIZED_LABEL, c, 4)?;
            }
            Ok(())
        }
        (19, 1) => {
            c.skip(2)?;
            run(cx, c, &[(LABEL_REQUEST_L3PID, 2)])
        }
        (19, 4) => {
            let fields = [
                (LABEL_REQUEST_LSP_ENCODING_TYPE, 1),
                (LABEL_REQUEST_SWITCHING_TYPE, 1),
                (LABEL_REQUEST_G_PID, 2),
            ];
            run(cx, c, &fields)
        }
        (20, 1) => route(cx, c, true),
        (21, 1) => route(cx, c, false),
        (22, 1 | 2) => run(cx, c, &[(HELLO_SOURCE_INSTANCE, 4), (HELLO_DESTINATION_INSTANCE, 4)]),
        (23, 1) => run(cx, c, &[(MESSAGE_ID_FLAGS, 1), (MESSAGE_ID_EPOCH, 3), (MESSAGE_ID_MESSAGE_ID, 4)]),
        (24, 1 | 2) => {
            let fields =
                [(MESSAGE_ID_ACK_FLAGS, 1), (MESSAGE_ID_ACK_EPOCH, 3), (MESSAGE_ID_ACK_MESSAGE_ID, 4)];
            run(cx, c, &fields)
        }
        (25, 1) => {
            run(cx, c, &[(MESSAGE_ID_LIST_FLAGS, 1), (MESSAGE_ID_LIST_EPOCH, 3)])?;
            while !c.is_empty() {
                cx.field(MESSAGE_ID_LIST_MESSAGE_ID, c, 4)?;
            }
            Ok(())
        }
        (131, 1) => run(cx, c, &[(RESTART_CAP_RESTART_TIME, 4), (RESTART_CAP_RECOVERY_TIME, 4)]),
        (196, 1) => {
            let bits = [
                ADMIN_STATUS_REFLECT,
                ADMIN_STATUS_HANDOVER,
                ADMIN_STATUS_LOCKOUT,
                ADMIN_STATUS_INHIBIT,
                ADMIN_STATUS_CALLMGMT,
                ADMIN_STATUS_TESTING,
                ADMIN_STATUS_DOWN,
                ADMIN_STATUS_DELETE,
            ];
            cx.flags(ADMIN_STATUS_BITS, c, 4, &bits).map(|_| ())
        }
        (207, 1 | 7) => attributes(cx, ctype, c),
        _ => {
            let n = c.left();
            if n > 0 {
                cx.field(UNKNOWN_DATA, c, n)?;
            }
            Ok(())
        }
    }
}

fn session<S: Sink>(cx: &mut Cx<'_, S>, ctype: u8, c: &mut Cursor<'_>) -> Step {
    match ctype {
        1 => run(cx, c, &[(SESSION_IP, 4), (SESSION_PROTO, 1), (SESSION_FLAGS, 1), (SESSION_PORT, 2)]),
        2 => run(
            cx,
            c,
            &[
                (SESSION_DESTINATION_ADDRESS, 16),
                (SESSION_PROTOCOL, 1),
                (SESSION_FLAGS, 1),
                (SESSION_DESTINATION_PORT, 2),
            ],
        ),
        7 => {
            run(cx, c, &[(SESSION_IP, 4), (SESSION_SHORT_CALL_ID, 2), (SESSION_TUNNEL_ID, 2)])?;
            let id = c.peek_u32(0)?;
            cx.hidden(SESSION_EXT_TUNNEL_ID, c.span(4), Value::U(u64::from(id)));
            let item = cx.field(EXTENDED_TUNNEL_ID, c, 4)?;
            cx.append(item, |o| _ = o.s(" (").ipv4(id).s(")"));
            Ok(())
        }
        _ => Ok(()),
    }
}

fn sender<S: Sink>(cx: &mut Cx<'_, S>, class: u8, ctype: u8, c: &mut Cursor<'_>) -> Step {
    match ctype {
        1 => {
            cx.field(SENDER_IP, c, 4)?;
            c.skip(2)?;
            run(cx, c, &[(SENDER_PORT, 2)])
        }
        2 => {
            cx.field(TEMPLATE_FILTER_SOURCE_ADDRESS_IPV6, c, 16)?;
            c.skip(2)?;
            run(cx, c, &[(TEMPLATE_FILTER_SOURCE_PORT, 2)])
        }
        7 => {
            cx.field(SENDER_IP, c, 4)?;
            if class == SENDER_CLASS {
                cx.field(SENDER_SHORT_CALL_ID, c, 2)?;
            } else {
                c.skip(2)?;
            }
            run(cx, c, &[(SENDER_LSP_ID, 2)])
        }
        _ => Ok(()),
    }
}

/// What traffic there will be, or is asked for (RFC 2210 section 3).
fn traffic<S: Sink>(cx: &mut Cx<'_, S>, sent: bool, c: &mut Cursor<'_>) -> Step {
    let fields = if sent {
        [
            TSPEC_MESSAGE_FORMAT_VERSION,
            TSPEC_SERVICE_HEADER,
            TSPEC_TOKEN_BUCKET_RATE,
            TSPEC_TOKEN_BUCKET_SIZE,
            TSPEC_PEAK_DATA_RATE,
        ]
    } else {
        [
            FLOWSPEC_MESSAGE_FORMAT_VERSION,
            FLOWSPEC_SERVICE_HEADER,
            FLOWSPEC_TOKEN_BUCKET_RATE,
            FLOWSPEC_TOKEN_BUCKET_SIZE,
            FLOWSPEC_PEAK_DATA_RATE,
        ]
    };
    let [version, service, rate, size, peak] = fields;
    cx.field(version, c, 1)?;
    c.skip(1)?;
    run(cx, c, &[(DATA_LENGTH, 2), (service, 1)])?;
    c.skip(1)?;
    cx.field(DATA_LENGTH, c, 2)?;
    while !c.is_empty() {
        let kind = c.peek_u8(0)?;
        let len = 4 + 4 * usize::from(c.peek_u16(2)?);
        let mut p = c.take_all(len)?;
        let item = cx.field(PARAMETER, &mut p, 1)?;
        cx.under(item, |cx| -> Step {
            run(cx, &mut p, &[(PARAMETER_FLAGS, 1), (PARAMETER_LENGTH, 2)])?;
            match kind {
                127 => run(
                    cx,
                    &mut p,
                    &[(rate, 4), (size, 4), (peak, 4), (MINIMUM_POLICED_UNIT, 4), (MAXIMUM_PACKET_SIZE, 4)],
                ),
                130 => run(cx, &mut p, &[(FLOWSPEC_RATE, 4), (FLOWSPEC_SLACK_TERM, 4)]),
                _ => Ok(()),
            }
        })?;
    }
    Ok(())
}

/// What the way offers (RFC 2210 section 3.3).
fn adspec<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.field(ADSPEC_MESSAGE_FORMAT_VERSION, c, 1)?;
    c.skip(1)?;
    cx.field(DATA_LENGTH, c, 2)?;
    while !c.is_empty() {
        let service = c.peek_u8(0)?;
        let len = 4 + 4 * usize::from(c.peek_u16(2)?);
        let mut s = c.take_all(len)?;
        let name = SERVICE_HEADERS.or(u64::from(service), "Unknown");
        let item = cx.line(s.span(len), |o| _ = o.s(name));
        cx.under(item, |cx| -> Step {
            run(cx, &mut s, &[(ADSPEC_SERVICE_HEADER, 1)])?;
            run(cx, &mut s, &[(ADSPEC_BREAK_BIT, 1), (DATA_LENGTH, 2)])?;
            while !s.is_empty() {
                let kind = s.peek_u8(0)?;
                let len = 4 * usize::from(s.peek_u16(2)?);
                let item = cx.field(ADSPEC_TYPE, &mut s, 1)?;
                s.skip(1)?;
                let mut v = s.take_all(2 + len)?;
                cx.under(item, |cx| -> Step {
                    cx.field(ADSPEC_LEN, &mut v, 2)?;
                    let name = ADSPEC_TYPE_NAMES.or(u64::from(kind), "Unknown");
                    if v.left() < 4 {
                        return Ok(());
                    }
                    let raw = v.peek_u32(0)?;
                    if kind == 6 {
                        let item = cx.field(ADSPEC_FLOAT, &mut v, 4)?;
                        let rate = f32::from_bits(raw) as u64;
                        cx.label(item, |o| _ = o.s(name).s(": ").u(rate));
                    } else {
                        let item = cx.field(ADSPEC_UINT, &mut v, 4)?;
                        cx.label(item, |o| _ = o.s(name).s(": ").u(raw));
                    }
                    Ok(())
                })?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// How urgent a tunnel is, and its name (RFC 3209 section 4.7).
fn attributes<S: Sink>(cx: &mut Cx<'_, S>, ctype: u8, c: &mut Cursor<'_>) -> Step {
    if ctype == 1 {
        let fields = [
            (SESSION_ATTRIBUTE_EXCLUDE_ANY, 4),
            (SESSION_ATTRIBUTE_INCLUDE_ANY, 4),
            (SESSION_ATTRIBUTE_INCLUDE_ALL, 4),
        ];
        run(cx, c, &fields)?;
    }
    run(cx, c, &[(SESSION_ATTRIBUTE_SETUP_PRIORITY, 1), (SESSION_ATTRIBUTE_HOLD_PRIORITY, 1)])?;
    let bits = [SA_FLAGS_LOCAL, SA_FLAGS_LABEL, SA_FLAGS_SE_STYLE, SA_FLAGS_BANDWIDTH, SA_FLAGS_NODE];
    cx.flags(SESSION_ATTRIBUTE_FLAGS, c, 1, &bits)?;
    let n = usize::from(cx.u8(SESSION_ATTRIBUTE_NAME_LENGTH, c)?);
    cx.field(SESSION_ATTRIBUTE_NAME, c, n).map(|_| ())
}

/// A route that is asked for (`explicit`), or was taken: one hop behind the other.
fn route<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, explicit: bool) -> Step {
    while !c.is_empty() {
        let head = c.peek_array::<2>()?;
        let (first, len) = (head[0], usize::from(head[1]));
        let kind = if explicit { first & 0x7f } else { first };
        // What it says is read even where its length is wrong.
        let mut h = *c;
        let line = cx.line(h.span(len), |o| {
            _ = o.s(match kind {
                1 => "IPv4 Subobject",
                2 => "IPv6 Subobject",
                3 => "Label Subobject",
                4 => "Unnumbered Interface-ID",
                32 => "Autonomous System",
                _ => "Unknown subobject",
            });
        });
        cx.under(line, |cx| -> Step {
            if explicit && kind != 32 {
                cx.peek(LOOSE_HOP, &h, 1)?;
            }
            if kind == 2 {
                cx.peek(XRO_SOBJ_LBIT, &h, 1)?;
            }
            cx.add(SUBOBJECT_TYPE, h.span(1), Value::U(u64::from(kind)));
            h.skip(1)?;
            cx.field(ERO_RRO_SUBOBJECTS_LENGTH, &mut h, 1)?;
            hop(cx, kind, explicit, &mut h)?;
            if len == 0 {
                let line = cx.line(c.span(1), |o| _ = o.s("Invalid length: 0"));
                cx.expert_with(INVALID_LENGTH, line, c.span(0), |o| _ = o.s("Invalid length: 0"));
            }
            Ok(())
        })?;
        if len == 0 {
            break;
        }
        c.skip(len)?;
    }
    Ok(())
}

/// A label's type and the label.
fn label<S: Sink>(cx: &mut Cx<'_, S>, h: &mut Cursor<'_>) -> Step {
    let ctype = h.peek_u8(0)?;
    cx.add(CTYPE, h.span(1), Value::U(u64::from(ctype)));
    h.skip(1)?;
    cx.field(ERO_RRO_SUBOBJECTS_LABEL, h, 4).map(|_| ())
}

fn hop<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, explicit: bool, h: &mut Cursor<'_>) -> Step {
    match kind {
        1 | 2 => {
            let (field, n) =
                if kind == 1 { (ERO_RRO_SUBOBJECTS_IPV4_HOP, 4) } else { (ERO_RRO_SUBOBJECTS_IPV6_HOP, 16) };
            run(cx, h, &[(field, n), (ERO_RRO_SUBOBJECTS_PREFIX_LENGTH, 1)])?;
            if !explicit {
                let bits = [
                    RRO_FLAGS_LOCAL_AVAIL,
                    RRO_FLAGS_LOCAL_IN_USE,
                    RRO_FLAGS_BANDWIDTH,
                    RRO_FLAGS_NODE,
                    RRO_FLAGS_NODE_ADDRESS,
                ];
                cx.flags(ERO_RRO_SUBOBJECTS_FLAGS, h, 1, &bits)?;
            }
            Ok(())
        }
        3 if !explicit => {
            cx.flags(ERO_RRO_SUBOBJECTS_FLAGS, h, 1, &[RRO_FLAGS_GLOBAL_LABEL])?;
            label(cx, h)
        }
        3 => {
            h.skip(1)?;
            label(cx, h)
        }
        4 => {
            h.skip(2)?;
            run(cx, h, &[(ERO_RRO_SUBOBJECTS_ROUTER_ID, 4), (ERO_RRO_SUBOBJECTS_INTERFACE_ID, 4)])
        }
        32 => run(cx, h, &[(ERO_RRO_SUBOBJECTS_AUTONOMOUS_SYSTEM, 2)]),
        _ => Ok(()),
    }
}
