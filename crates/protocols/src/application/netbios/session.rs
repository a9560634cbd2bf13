//! NetBIOS Session Service, RFC 1002 section 4.3; on port 445 only its message lengths.

use super::NetbiosName;
use crate::application::{dcerpc, gss, kerberos, ntlmssp, smb};
use requin_wire::{Cursor, Cx, Names, Past, Pdu, Sink, Step, Stop, Table, Value, names, proto};

proto! {
    NBSS "nbss" "NetBIOS Session Service" "NBSS" App
    on [Tcp 139, Tcp 445]
    frames [frames]
    remember [remember] among [is_carried]
    fields {
        TYPE "nbss.type" "Message Type": U8 Hex = TYPE_NAMES;
        FLAGS "nbss.flags" "Flags": U8 Hex;
        FLAGS_E "nbss.flags.e" "Extend": Bool(8) & 0x1 = Names::Bools("Add 65536 to length", "Add 0 to length");
        LENGTH "nbss.length" "Length": U24 Dec;
        ERROR_CODE "nbss.error_code" "Error code": U8 Hex = ERROR_CODE_NAMES;
        RETARGET_IP_ADDRESS "nbss.retarget_ip_address" "Retarget IP address": Ipv4;
        RETARGET_PORT "nbss.retarget_port" "Retarget port": U16 Dec;
        CONTINUATION_DATA "nbss.continuation_data" "Continuation data": Bytes;
        CALLED_NAME "nbss.called_name" "Called name": Str;
        CALLING_NAME "nbss.calling_name" "Calling name": Str;
    }
}

/// Whether what a protocol shows may depend on earlier messages.
pub(crate) fn is_carried(p: &requin_wire::Proto) -> bool {
    let ids = [ID, smb::ID, smb::smb2::ID, smb::pipe::ID, smb::mailslot::ID, smb::browser::ID];
    let tokens = [ntlmssp::ID, gss::ID, gss::spnego::ID, kerberos::ID];
    ids.contains(&p.id) || tokens.contains(&p.id) || dcerpc::is_call(p)
}

names! {
    TYPE_NAMES {
        0 => "Session message", 129 => "Session request", 130 => "Positive session response",
        131 => "Negative session response", 132 => "Retarget session response",
        133 => "Session keep-alive",
    }
    ERROR_CODE_NAMES {
        128 => "Not listening on called name", 129 => "Not listening for calling name",
        130 => "Called name not present", 131 => "Called name present, but insufficient resources",
        143 => "Unspecified error",
    }
}

const MESSAGE: u8 = 0;
/// Port without NetBIOS: messages may be longer there.
const DIRECT: u16 = 445;

/// A message reaches as far as its header says; on port 445 that may be more than NetBIOS allows.
fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [MESSAGE, 0, a, b, rest @ ..] if rest.is_empty() || is_smb(rest) => {
            Pdu::Len(4 + usize::from(u16::from_be_bytes([*a, *b])))
        }
        [MESSAGE, high, a, b, rest @ ..] if is_smb(rest) => {
            Pdu::Len(4 + (usize::from(*high) << 16 | usize::from(u16::from_be_bytes([*a, *b]))))
        }
        _ => Pdu::AsItComes,
    }
}

/// Writes what is known of a message whose rest comes in later segments.
pub fn preview<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>) {
    let kind = c.peek_u8(0).unwrap_or_default();
    cx.info(|o| _ = o.s(TYPE_NAMES.or(u64::from(kind), "")));
}

/// Messages of SMB leave much for later ones.
fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    if let [MESSAGE, _, _, _, body @ ..] = pdu {
        match body {
            [0xff, b'S', b'M', b'B', ..] => past.inner(smb::ID, body, body.len()),
            [0xfc..=0xfe, b'S', b'M', b'B', ..] => past.inner(smb::smb2::ID, body, body.len()),
            _ => {}
        }
    }
}

/// Whether the bytes begin as any version of SMB does.
fn is_smb(bytes: &[u8]) -> bool {
    matches!(bytes, [0xfc..=0xff, b'S', b'M', b'B', ..])
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let mut c = c;
    let first = cx.nth() == 1;
    let direct = cx.ports.src == DIRECT || cx.ports.dst == DIRECT;
    let head = c.peek_array::<4>().map_err(|_| Stop::NotMine)?;
    let kind = head[0];
    let known = TYPE_NAMES.find(u64::from(kind)).is_some();
    // What is no message here is the middle of one.
    if !known || !direct && head[1] & 0xfe != 0 {
        return if first && c.is_cut() { continuation(cx, &c) } else { Err(Stop::NotMine) };
    }
    let high = if direct { head[1] } else { head[1] & 1 };
    let len = usize::from(high) << 16 | usize::from(head[2]) << 8 | usize::from(head[3]);
    if len + 4 > c.left() {
        // The rest comes in later segments.
        return Err(Stop::NotMine);
    }
    if first {
        cx.protocol("NBSS");
        cx.info_clear();
    }
    if kind == MESSAGE && cx.above_is_enough() {
        // What it carries has no head that anybody wants.
        return Ok(());
    }
    cx.proto_len(4);
    cx.u8(TYPE, &mut c)?;
    if kind == MESSAGE {
        cx.uint(LENGTH, &mut c, 3)?;
    } else {
        cx.flags(FLAGS, &mut c, 1, &[FLAGS_E])?;
        cx.add(LENGTH, c.span(2), Value::U(len as u64));
        c.skip(2)?;
    }
    let mut body = c.take(len);
    match kind {
        MESSAGE => {
            if len > 0 && !cx.guess(Table::Netbios, body)? {
                cx.info(|o| _ = o.s("NBSS ").s(TYPE_NAMES.or(0, "")));
                cx.call(crate::meta::data::ID, body)?;
                cx.info_fence();
            }
        }
        0x81 => {
            cx.proto_len(4 + len);
            let base = body.pos();
            let called = name(cx, &mut body, base, CALLED_NAME)?;
            let calling = name(cx, &mut body, base, CALLING_NAME)?;
            cx.info_sep("; ", |o| {
                o.s("Session request, to ");
                called.write(o);
                o.s(" from ");
                calling.write(o);
            });
        }
        0x83 => {
            let code = cx.u8(ERROR_CODE, &mut body)?;
            cx.info_sep("; ", |o| {
                o.s("Negative session response, ").s(ERROR_CODE_NAMES.or(u64::from(code), "Unknown"));
            });
        }
        0x84 => {
            cx.field(RETARGET_IP_ADDRESS, &mut body, 4)?;
            cx.u16(RETARGET_PORT, &mut body)?;
            cx.info_sep("; ", |o| _ = o.s("Retarget session response"));
        }
        kind => cx.info_sep("; ", |o| _ = o.s(TYPE_NAMES.or(u64::from(kind), ""))),
    }
    // Of several messages of SMB the last is told.
    if kind != MESSAGE {
        cx.info_fence();
    }
    if c.is_empty() {
        return Ok(());
    }
    cx.next_layer(ID, c)
}

/// The middle of a message of which nothing is put together, since the capture cuts.
fn continuation<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>) -> Step {
    cx.protocol("NBSS");
    cx.info(|o| _ = o.s("NBSS Continuation Message"));
    let n = c.captured();
    cx.add(CONTINUATION_DATA, c.span(n), Value::Bytes(c.span(n)));
    Ok(())
}

fn name<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    base: usize,
    field: requin_wire::Field,
) -> Result<NetbiosName, Stop> {
    let start = *c;
    let name = NetbiosName::read(c, base)?;
    let item = cx.add_str(field, c.span_since(&start), |o| name.write(o));
    cx.append(item, |o| name.write_service(o));
    Ok(name)
}
