//! D-Bus messages (D-Bus specification, "Message Protocol").

use requin_wire::{Cursor, Cx, Field, Item, Names, Sink, Step, Stop, Value, names, proto};

proto! {
    DBUS "dbus" "D-Bus" "D-Bus" App
    on [Link 231]
    fields {
        ENDIANNESS "dbus.endianness" "Endianness": U8 = ENDIANNESS_NAMES;
        MESSAGE_TYPE "dbus.message_type" "Message Type": U8 = MESSAGE_TYPE_NAMES;
        FLAGS "dbus.flags" "Message Flags": U8 Hex;
        FLAGS_NO_REPLY_EXPECTED "dbus.flags.no_reply_expected" "No Reply Expected": Bool(8) & 0x1 = Names::Bools("Not expected", "Expected");
        FLAGS_NO_AUTO_START "dbus.flags.no_auto_start" "No Auto Start": Bool(8) & 0x2 = Names::Bools("Don't start", "Start");
        FLAGS_ALLOW_INTERACTIVE_AUTHORIZATION "dbus.flags.allow_interactive_authorization" "Allow Interactive Authorization": Bool(8) & 0x4 = Names::Bools("Allow", "Don't allow");
        VERSION "dbus.version" "Protocol Version": U8 Dec;
        BODY_LENGTH "dbus.body_length" "Message Body Length": U32 Dec;
        SERIAL "dbus.serial" "Message Serial": U32 Dec;
        FIELD_CODE "dbus.field_code" "Field Code": U8 Dec = FIELD_CODE_NAMES;
        PADDING "dbus.padding" "Padding": Bytes;
        PATH "dbus.path" "Path": UintStr;
        INTERFACE "dbus.interface" "Interface": UintStr;
        MEMBER "dbus.member" "Member": UintStr;
        ERROR_NAME "dbus.error_name" "Error name": UintStr;
        REPLY_SERIAL "dbus.reply_serial" "Reply serial": U32 Dec;
        DESTINATION "dbus.destination" "Destination": UintStr;
        SENDER "dbus.sender" "Sender": UintStr;
        SIGNATURE "dbus.signature" "Signature": UintStr;
        UNIX_FDS "dbus.unix_fds" "Unix FDs": U32 Dec;
        BODY "dbus.body" "Body": Bytes;
        TYPE_BYTE "dbus.type.byte" "Byte": U8 DecHex;
        TYPE_BOOLEAN "dbus.type.boolean" "Boolean": Bool;
        TYPE_INT16 "dbus.type.int16" "Int16": I16 Dec;
        TYPE_UINT16 "dbus.type.uint16" "Uint16": U16 DecHex;
        TYPE_INT32 "dbus.type.int32" "Int32": I32 Dec;
        TYPE_UINT32 "dbus.type.uint32" "Uint32": U32 DecHex;
        TYPE_INT64 "dbus.type.int64" "Int64": I64 Dec;
        TYPE_UINT64 "dbus.type.uint64" "Uint64": U64 DecHex;
        TYPE_DOUBLE "dbus.type.double" "Double": F64;
        TYPE_STRING "dbus.type.string" "String": UintStr;
        TYPE_OBJECT_PATH "dbus.type.object_path" "Object Path": UintStr;
        TYPE_SIGNATURE "dbus.type.signature" "Signature": UintStr;
        TYPE_ARRAY "dbus.type.array" "Array": Bytes;
        TYPE_ARRAY_LENGTH "dbus.type.array.length" "Array Length": U32 Dec;
        TYPE_STRUCT "dbus.type.struct" "Struct": Bytes;
        TYPE_VARIANT "dbus.type.variant" "Variant": Bytes;
        TYPE_VARIANT_SIGNATURE "dbus.type.variant.signature" "Variant Signature": UintStr;
        TYPE_DICT_ENTRY "dbus.type.dict_entry" "Dict Entry": Bytes;
        TYPE_DICT_ENTRY_KEY "dbus.type.dict_entry.key" "Key": Bytes;
        TYPE_UNIX_FD "dbus.type.unix_fd" "Unix FD": U32 Dec;
    }
    experts {
        ENDIANNESS_INVALID "dbus.endianness.invalid" Error Protocol "Invalid endianness flag";
        OUT_OF_BOUNDS "dbus.type.array.content_out_of_bounds" Error Protocol "Array content is out of bounds";
        NESTED_TOO_DEEPLY "dbus.nested_too_deeply" Error Protocol "Containers nested too deeply";
    }
}

names! {
    ENDIANNESS_NAMES { 66 => "big-endian", 108 => "little-endian" }
    MESSAGE_TYPE_NAMES {
        0 => "Invalid", 1 => "Method call", 2 => "Method reply", 3 => "Error reply", 4 => "Signal emission",
    }
    FIELD_CODE_NAMES {
        0 => "Invalid", 1 => "Path", 2 => "Interface", 3 => "Member", 4 => "Error name", 5 => "Reply serial",
        6 => "Destination", 7 => "Sender", 8 => "Signature", 9 => "Unix FDs",
    }
}

const LITTLE: u8 = b'l';
const BIG: u8 = b'B';
const DEEPEST: u8 = 32;

/// What holds for a whole message: where it began, which alignment counts from, and the order of its bytes.
#[derive(Clone, Copy)]
struct Message {
    start: usize,
    little: bool,
}

impl Message {
    fn align<S: Sink>(self, cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, to: usize) -> Step {
        let n = (c.pos() - self.start).wrapping_neg() & (to - 1);
        if n > 0 {
            let span = c.span(n);
            c.skip(n)?;
            cx.hidden(PADDING, span, Value::Bytes(span));
        }
        Ok(())
    }

    fn number(self, c: &Cursor<'_>) -> Result<u32, Stop> {
        let n = c.peek_u32(0)?;
        Ok(if self.little { n.swap_bytes() } else { n })
    }

    /// A number of so many bytes, which is aligned to them.
    fn fixed<S: Sink>(self, cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>, n: usize) -> Step {
        self.align(cx, c, n)?;
        if self.little { cx.field_le(field, c, n) } else { cx.field(field, c, n) }.map(|_| ())
    }

    /// A text, with a length of four bytes before it and a zero behind.
    fn text<'b, S: Sink>(
        self,
        cx: &mut Cx<'_, S>,
        field: Field,
        c: &mut Cursor<'b>,
    ) -> Result<&'b [u8], Stop> {
        self.align(cx, c, 4)?;
        let n = self.number(c)? as usize;
        let value = c.peek_bytes(4, n)?;
        cx.add_bytes(field, c.span(n.saturating_add(5)), value);
        c.skip(n.saturating_add(5))?;
        Ok(value)
    }
}

/// A signature: its length of one byte before it, a zero behind.
fn signature<'b, S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'b>) -> Result<&'b [u8], Stop> {
    let n = usize::from(c.peek_u8(0)?);
    let value = c.peek_bytes(1, n)?;
    cx.add_bytes(field, c.span(n + 2), value);
    c.skip(n + 2)?;
    Ok(value)
}

/// The first type of a signature that is complete, and the rest.
fn complete(types: &[u8]) -> Option<(&[u8], &[u8])> {
    let arrays = types.iter().take_while(|t| **t == b'a').count();
    let mut open = 0usize;
    for (i, t) in types.iter().enumerate().skip(arrays) {
        match t {
            b'(' | b'{' => open += 1,
            b')' | b'}' => open = open.checked_sub(1)?,
            _ => {}
        }
        if open == 0 {
            return types.split_at_checked(i + 1);
        }
    }
    None
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("D-Bus");
    cx.info(|o| _ = o.s("D-Bus"));
    let first = c.peek_u8(0)?;
    let item = cx.peek(ENDIANNESS, &c, 1)?;
    if !matches!(first, LITTLE | BIG) {
        cx.expert(ENDIANNESS_INVALID, item, c.span(0));
        return Ok(());
    }
    let m = Message { start: c.pos(), little: first == LITTLE };
    c.skip(1)?;
    let kind = cx.u8(MESSAGE_TYPE, &mut c)?;
    let name = MESSAGE_TYPE_NAMES.or(u64::from(kind), "Unknown");
    cx.info(|o| _ = o.s(name));
    cx.flags(
        FLAGS,
        &mut c,
        1,
        &[FLAGS_NO_REPLY_EXPECTED, FLAGS_NO_AUTO_START, FLAGS_ALLOW_INTERACTIVE_AUTHORIZATION],
    )?;
    cx.u8(VERSION, &mut c)?;
    m.fixed(cx, BODY_LENGTH, &mut c, 4)?;
    m.fixed(cx, SERIAL, &mut c, 4)?;
    let told = header(cx, m, &mut c)?;
    match kind {
        1 | 4 => cx.info(|o| {
            o.s(if kind == 4 { "* " } else { "" }).text(told.member).s("() @ ").text(told.path);
        }),
        2 => cx.info(|o| _ = o.s("-> '").text(told.signature).s("'")),
        3 => cx.info(|o| _ = o.s("-> ").text(told.error)),
        _ => {}
    }
    m.align(cx, &mut c, 8)?;
    if c.is_empty() || told.signature.is_empty() {
        return Ok(());
    }
    let item = cx.peek(BODY, &c, c.left())?;
    cx.label(item, |o| _ = o.s("Body"));
    cx.under(item, |cx| values(cx, m, told.signature, &mut c, 0))
}

/// What the header's fields tell of a message.
#[derive(Default)]
struct Told<'b> {
    path: &'b [u8],
    member: &'b [u8],
    error: &'b [u8],
    signature: &'b [u8],
}

fn header<'b, S: Sink>(cx: &mut Cx<'_, S>, m: Message, c: &mut Cursor<'b>) -> Result<Told<'b>, Stop> {
    let n = m.number(c)? as usize;
    let whole = c.span(n.saturating_add(4));
    let item = cx.add(TYPE_ARRAY, whole, Value::Bytes(whole));
    cx.label(item, |o| _ = o.s("Header Field Array"));
    let mut told = Told::default();
    cx.under(item, |cx| -> Step {
        m.fixed(cx, TYPE_ARRAY_LENGTH, c, 4)?;
        let mut fields = c.take_all(n)?;
        while !fields.is_empty() {
            m.align(cx, &mut fields, 8)?;
            if fields.is_empty() {
                break;
            }
            entry(cx, m, &mut fields, &mut told)?;
        }
        Ok(())
    })?;
    Ok(told)
}

/// One field of the header: its code, and a variant.
fn entry<'b, S: Sink>(cx: &mut Cx<'_, S>, m: Message, c: &mut Cursor<'b>, told: &mut Told<'b>) -> Step {
    let start = *c;
    let code = c.peek_u8(0)?;
    let item = cx.add(TYPE_DICT_ENTRY, c.span(0), Value::Bytes(c.span(0)));
    cx.under(item, |cx| -> Step {
        cx.u8(FIELD_CODE, c)?;
        let from = *c;
        let variant = cx.add(TYPE_VARIANT, c.span(0), Value::Bytes(c.span(0)));
        cx.under(variant, |cx| -> Step {
            let types = signature(cx, TYPE_VARIANT_SIGNATURE, c)?;
            let text = match (code, types) {
                (1, b"o") => PATH,
                (2, b"s") => INTERFACE,
                (3, b"s") => MEMBER,
                (4, b"s") => ERROR_NAME,
                (6, b"s") => DESTINATION,
                (7, b"s") => SENDER,
                (5, b"u") => return m.fixed(cx, REPLY_SERIAL, c, 4),
                (9, b"u") => return m.fixed(cx, UNIX_FDS, c, 4),
                (8, b"g") => {
                    told.signature = signature(cx, SIGNATURE, c)?;
                    return Ok(());
                }
                _ => return values(cx, m, types, c, 0),
            };
            let value = m.text(cx, text, c)?;
            match code {
                1 => told.path = value,
                3 => told.member = value,
                4 => told.error = value,
                _ => {}
            }
            Ok(())
        })?;
        close(cx, variant, &from, c);
        Ok(())
    })?;
    cx.append(item, |o| _ = o.s(", ").u(code).s(", ").s(FIELD_CODE_NAMES.or(u64::from(code), "Unknown")));
    close(cx, item, &start, c);
    Ok(())
}

/// An item whose bytes end here.
fn close<S: Sink>(cx: &mut Cx<'_, S>, item: Item, start: &Cursor<'_>, c: &Cursor<'_>) {
    let span = c.span_since(start);
    cx.set_value(item, Value::Bytes(span));
    cx.set_len(item, c.pos().saturating_sub(start.pos()));
}

/// Values of these types, one behind the other.
fn values<S: Sink>(cx: &mut Cx<'_, S>, m: Message, mut types: &[u8], c: &mut Cursor<'_>, depth: u8) -> Step {
    while let Some((one, rest)) = complete(types) {
        value(cx, m, one, c, depth)?;
        types = rest;
    }
    Ok(())
}

fn value<S: Sink>(cx: &mut Cx<'_, S>, m: Message, one: &[u8], c: &mut Cursor<'_>, depth: u8) -> Step {
    if depth > DEEPEST {
        cx.expert(NESTED_TOO_DEEPLY, cx.proto_item(), c.span(0));
        return Err(Stop::TooDeep);
    }
    let inner = one.get(1..one.len().saturating_sub(1)).unwrap_or_default();
    match one.first() {
        Some(b'y') => m.fixed(cx, TYPE_BYTE, c, 1),
        Some(b'n') => m.fixed(cx, TYPE_INT16, c, 2),
        Some(b'q') => m.fixed(cx, TYPE_UINT16, c, 2),
        Some(b'i') => m.fixed(cx, TYPE_INT32, c, 4),
        Some(b'u') => m.fixed(cx, TYPE_UINT32, c, 4),
        Some(b'x') => m.fixed(cx, TYPE_INT64, c, 8),
        Some(b't') => m.fixed(cx, TYPE_UINT64, c, 8),
        Some(b'd') => m.fixed(cx, TYPE_DOUBLE, c, 8),
        Some(b'h') => m.fixed(cx, TYPE_UNIX_FD, c, 4),
        Some(b'b') => {
            m.align(cx, c, 4)?;
            let n = m.number(c)?;
            cx.add(TYPE_BOOLEAN, c.span(4), Value::U(u64::from(n != 0)));
            c.skip(4)
        }
        Some(b's') => m.text(cx, TYPE_STRING, c).map(|_| ()),
        Some(b'o') => m.text(cx, TYPE_OBJECT_PATH, c).map(|_| ()),
        Some(b'g') => signature(cx, TYPE_SIGNATURE, c).map(|_| ()),
        Some(b'a') => array(cx, m, one.get(1..).unwrap_or_default(), c, depth + 1),
        Some(b'v') => under(cx, TYPE_VARIANT, c, |cx, c| {
            let types = signature(cx, TYPE_VARIANT_SIGNATURE, c)?;
            values(cx, m, types, c, depth + 1)
        }),
        Some(b'(') => {
            m.align(cx, c, 8)?;
            under(cx, TYPE_STRUCT, c, |cx, c| values(cx, m, inner, c, depth + 1))
        }
        Some(b'{') => {
            m.align(cx, c, 8)?;
            under(cx, TYPE_DICT_ENTRY, c, |cx, c| values(cx, m, inner, c, depth + 1))
        }
        _ => Err(Stop::Malformed),
    }
}

fn under<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    c: &mut Cursor<'b>,
    f: impl FnOnce(&mut Cx<'_, S>, &mut Cursor<'b>) -> Step,
) -> Step {
    let start = *c;
    let item = cx.add(field, c.span(0), Value::Bytes(c.span(0)));
    cx.under(item, |cx| f(cx, c))?;
    close(cx, item, &start, c);
    Ok(())
}

/// How far the first element of an array is from its length.
const fn alignment(kind: u8) -> usize {
    match kind {
        b'x' | b't' | b'd' | b'(' | b'{' => 8,
        _ => 1,
    }
}

fn array<S: Sink>(cx: &mut Cx<'_, S>, m: Message, element: &[u8], c: &mut Cursor<'_>, depth: u8) -> Step {
    m.align(cx, c, 4)?;
    let n = m.number(c)? as usize;
    let start = *c;
    let item = cx.add(TYPE_ARRAY, c.span(0), Value::Bytes(c.span(0)));
    let first = element.first().copied().unwrap_or_default();
    cx.under(item, |cx| {
        m.fixed(cx, TYPE_ARRAY_LENGTH, c, 4)?;
        m.align(cx, c, alignment(first))?;
        let end = c.pos().saturating_add(n);
        // Each element takes at least a byte away, or it would be none.
        while c.pos() < end {
            let before = c.pos();
            value(cx, m, element, c, depth)?;
            if c.pos() == before {
                return Err(Stop::Malformed);
            }
        }
        if c.pos() > end {
            cx.expert(OUT_OF_BOUNDS, item, c.span(0));
            return Err(Stop::Malformed);
        }
        Ok(())
    })?;
    if first == b'{' {
        cx.append(item, |o| _ = o.s(" (Dict)"));
    }
    close(cx, item, &start, c);
    Ok(())
}
