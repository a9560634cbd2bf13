//! Memcache: the binary protocol, and commands and responses of the one of text.

use crate::application::text;
use requin_wire::{Cursor, Cx, Field, Item, Out, Pdu, Sink, Step, Stop, Value, be, names, proto};

proto! {
    MEMCACHE "memcache" "Memcache Protocol" "MEMCACHE" App
    on [Tcp 11211, Udp 11211]
    frames [frames]
    fields {
        MAGIC "memcache.magic" "Magic": U8 Dec = MAGIC_NAMES;
        OPCODE "memcache.opcode" "Opcode": U8 Dec = OPCODE_NAMES;
        EXTRAS_LENGTH "memcache.extras.length" "Extras length": U8 Dec;
        KEY_LENGTH "memcache.key.length" "Key Length": U16 Dec;
        VALUE_LENGTH "memcache.value.length" "Value length": U32 Dec;
        DATA_TYPE "memcache.data_type" "Data type": U8 Dec = DATA_TYPE_NAMES;
        RESERVED "memcache.reserved" "Reserved": U16 Dec;
        STATUS "memcache.status" "Status": U16 Dec = STATUS_NAMES;
        TOTAL_BODY_LENGTH "memcache.total_body_length" "Total body length": U32 Dec;
        OPAQUE "memcache.opaque" "Opaque": U32 Dec;
        CAS "memcache.cas" "CAS": U64 Dec;
        EXTRAS "memcache.extras" "Extras": None;
        EXTRAS_FLAGS "memcache.extras.flags" "Flags": U32 Hex;
        EXTRAS_EXPIRATION "memcache.extras.expiration" "Expiration": U32 Dec;
        EXTRAS_DELTA "memcache.extras.delta" "Amount to add": U64 Dec;
        EXTRAS_INITIAL "memcache.extras.initial" "Initial value": U64 Dec;
        EXTRAS_UNKNOWN "memcache.extras.unknown" "Unknown": Bytes;
        KEY "memcache.key" "Key": Str;
        VALUE "memcache.value" "Value": Str;
        EXTRAS_RESPONSE "memcache.extras.response" "Response": U64 Dec;
        COMMAND "memcache.command" "Command": Str;
        SUBCOMMAND "memcache.subcommand" "Sub command": Str;
        FLAGS "memcache.flags" "Flags": U16 Dec;
        EXPIRATION "memcache.expiration" "Expiration": U32 Dec;
        NOREPLY "memcache.noreply" "Noreply": Str;
        RESPONSE "memcache.response" "Response": Str;
        VERSION "memcache.version" "Version": Str;
        NAME "memcache.name" "Stat name": Str;
        NAME_VALUE "memcache.name_value" "Stat value": Str;
    }
    experts {
        STATUS_RESPONSE "memcache.status.response" Note Response "Error response";
        OPCODE_UNKNOWN "memcache.opcode.unknown" Warn Undecoded "Unknown opcode";
    }
}

names! {
    MAGIC_NAMES {
        128 => "Request", 129 => "Response",
    }
    OPCODE_NAMES {
        0 => "Get", 1 => "Set", 2 => "Add", 3 => "Replace", 4 => "Delete", 5 => "Increment", 6 => "Decrement",
        7 => "Quit", 8 => "Flush", 9 => "Get Quietly", 10 => "No-op", 11 => "Version", 12 => "Get Key",
        13 => "Get Key Quietly", 14 => "Append", 15 => "Prepend", 16 => "Statistics", 17 => "Set Quietly",
        18 => "Add Quietly", 19 => "Replace Quietly", 20 => "Delete Quietly", 21 => "Increment Quietly",
        22 => "Decrement Quietly", 23 => "Quit Quietly", 24 => "Flush Quietly", 25 => "Append Quietly",
        26 => "Prepend Quietly",
    }
    DATA_TYPE_NAMES {
        0 => "Raw bytes",
    }
    STATUS_NAMES {
        0 => "No error", 1 => "Key not found", 2 => "Key exists", 3 => "Value too big", 4 => "Invalid arguments",
        5 => "Item not stored", 129 => "Unknown command", 130 => "Out of memory",
    }
}

const HEAD: usize = 24;
const REQUEST: u8 = 0x80;
const ANSWER: u8 = 0x81;
const PORT: u16 = 11211;
/// Lines of text are not longer than this.
const MAX_LINE: usize = 4096;

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [REQUEST | ANSWER, ..] => match bytes.get(8..12) {
            Some(len) if bytes.len() >= HEAD => Pdu::Len(HEAD + be(len) as usize),
            _ => Pdu::More(HEAD),
        },
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.protocol("MEMCACHE");
    match c.peek_u8(0)? {
        magic @ (REQUEST | ANSWER) => binary(cx, c, magic),
        _ => lines(cx, c),
    }
}

fn binary<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, magic: u8) -> Step {
    let asks = magic == REQUEST;
    let opcode = c.peek_u8(1)?;
    let (key, extras, body) = (c.peek_u16(2)?, c.peek_u8(4)?, c.peek_u32(8)?);
    let status = c.peek_u16(6)?;
    let name = OPCODE_NAMES.find(opcode.into());
    let named = |o: &mut Out<'_>| {
        match name {
            Some(name) => o.s(name),
            None => o.s("Unknown opcode (").u(opcode).s(")"),
        };
        o.s(if asks { " Request" } else { " Response" });
    };
    cx.proto_append(|o| named(o.s(", ")));
    let error = STATUS_NAMES.or(status.into(), "Unknown status");
    cx.info(|o| {
        named(o);
        if !asks && status != 0 {
            o.s(" (").s(error).s(")");
        }
    });
    let value = i64::from(body) - i64::from(key) - i64::from(extras);
    cx.u8(MAGIC, &mut c)?;
    let item = cx.field(OPCODE, &mut c, 1)?;
    if name.is_none() {
        cx.expert_with(OPCODE_UNKNOWN, item, c.span(0), |o| _ = o.s("Unknown opcode: ").u(opcode));
    }
    cx.u16(KEY_LENGTH, &mut c)?;
    cx.u8(EXTRAS_LENGTH, &mut c)?;
    cx.u8(DATA_TYPE, &mut c)?;
    if asks {
        cx.u16(RESERVED, &mut c)?;
    } else {
        let item = cx.field(STATUS, &mut c, 2)?;
        if status != 0 {
            cx.expert_with(STATUS_RESPONSE, item, c.span(0), |o| {
                o.s(name.unwrap_or("Unknown opcode")).s(": ").s(error);
            });
        }
    }
    cx.generated(VALUE_LENGTH, c.span(0), Value::U(u64::try_from(value).unwrap_or(0)));
    cx.u32(TOTAL_BODY_LENGTH, &mut c)?;
    cx.u32(OPAQUE, &mut c)?;
    cx.u64(CAS, &mut c)?;
    if extras > 0 {
        let mut part = c.take_all(extras.into())?;
        let item = cx.add(EXTRAS, part.span(extras.into()), Value::None);
        cx.under(item, |cx| self::extras(cx, &mut part, opcode, asks))?;
    }
    if key > 0 {
        cx.field(KEY, &mut c, key.into())?;
    }
    if value <= 0 {
        return Ok(());
    }
    if !asks && status == 0 && value == 8 && matches!(opcode, 5 | 6) {
        return cx.u64(EXTRAS_RESPONSE, &mut c).map(|_| ());
    }
    cx.field(VALUE, &mut c, value as usize).map(|_| ())
}

fn extras<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, opcode: u8, asks: bool) -> Step {
    let fields: &[(Field, usize)] = match (opcode, asks) {
        // Get and its kin answer with flags.
        (0 | 9 | 0x0c | 0x0d, false) => &[(EXTRAS_FLAGS, 4)],
        // Set, add, replace, and the quiet ones.
        (1..=3 | 0x11..=0x13, true) => &[(EXTRAS_FLAGS, 4), (EXTRAS_EXPIRATION, 4)],
        (5 | 6 | 0x15 | 0x16, true) => &[(EXTRAS_DELTA, 8), (EXTRAS_INITIAL, 8), (EXTRAS_EXPIRATION, 4)],
        (8 | 0x18, true) => &[(EXTRAS_EXPIRATION, 4)],
        _ => &[],
    };
    crate::common::run(cx, c, fields)?;
    let n = c.left();
    if n > 0 {
        cx.bytes(EXTRAS_UNKNOWN, c, n)?;
    }
    Ok(())
}

/// Words of commands.
const COMMANDS: [&[u8]; 16] = [
    b"get",
    b"gets",
    b"set",
    b"add",
    b"replace",
    b"append",
    b"prepend",
    b"cas",
    b"incr",
    b"decr",
    b"delete",
    b"stats",
    b"flush_all",
    b"version",
    b"verbosity",
    b"quit",
];
/// Words of answers that stand for themselves.
const ANSWERS: [&[u8]; 5] = [b"STORED", b"NOT_STORED", b"EXISTS", b"NOT_FOUND", b"DELETED"];

fn lines<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let asks = cx.ports.dst == PORT;
    let rest = c.rest();
    let rest = rest.get(..MAX_LINE).unwrap_or(rest);
    let (line, next) = text::line(rest, 0).unwrap_or((rest, rest.len()));
    let first = line.split(|b| *b == b' ').next().unwrap_or_default();
    let known = if asks {
        COMMANDS.contains(&first)
    } else {
        ANSWERS.contains(&first) || matches!(first, b"VALUE" | b"STAT" | b"END" | b"VERSION" | b"OK")
    };
    if !known {
        cx.info(|o| _ = o.s("MEMCACHE Continuation"));
        return Ok(());
    }
    cx.info(|o| _ = o.text(line).s(" "));
    let words = Words { line, c };
    if asks {
        request(cx, &words, first)?;
    } else {
        answer(cx, &words, first)?;
    }
    c.advance(next);
    data(cx, c, &words, first)
}

/// The words of a line, and where it is.
struct Words<'b> {
    line: &'b [u8],
    c: Cursor<'b>,
}

impl<'b> Words<'b> {
    /// All words, and their places.
    fn all(&self) -> impl Iterator<Item = (&'b [u8], requin_wire::Span)> {
        let mut at = self.c.pos();
        self.line.split(|b| *b == b' ').map(move |word| {
            let span = requin_wire::Span::new(self.c.source(), at, word.len());
            at += word.len() + 1;
            (word, span)
        })
    }

    /// A word by its number, and its place.
    fn get(&self, nth: usize) -> Option<(&'b [u8], requin_wire::Span)> {
        self.all().nth(nth).filter(|w| !w.0.is_empty())
    }

    fn text<S: Sink>(&self, cx: &mut Cx<'_, S>, field: Field, nth: usize) -> Item {
        match self.get(nth) {
            Some((word, span)) => cx.add_bytes(field, span, word),
            None => Item::NONE,
        }
    }

    fn number<S: Sink>(&self, cx: &mut Cx<'_, S>, field: Field, nth: usize) {
        if let Some((word, span)) = self.get(nth)
            && let Some(n) = text::number(word)
        {
            cx.add(field, span, Value::U(n));
        }
    }
}

fn request<S: Sink>(cx: &mut Cx<'_, S>, words: &Words<'_>, command: &[u8]) -> Result<(), Stop> {
    words.text(cx, COMMAND, 0);
    match command {
        b"get" | b"gets" => {
            for (key, span) in words.all().skip(1).filter(|w| !w.0.is_empty()) {
                cx.add_bytes(KEY, span, key);
            }
        }
        b"set" | b"add" | b"replace" | b"append" | b"prepend" | b"cas" => {
            words.text(cx, KEY, 1);
            words.number(cx, FLAGS, 2);
            words.number(cx, EXPIRATION, 3);
            words.number(cx, VALUE_LENGTH, 4);
            let mut next = 5;
            if command == b"cas" {
                words.number(cx, CAS, 5);
                next = 6;
            }
            words.text(cx, NOREPLY, next);
        }
        b"incr" | b"decr" => {
            words.text(cx, KEY, 1);
            words.text(cx, VALUE, 2);
            words.text(cx, NOREPLY, 3);
        }
        b"delete" => {
            words.text(cx, KEY, 1);
            words.number(cx, EXPIRATION, 2);
        }
        b"stats" => _ = words.text(cx, SUBCOMMAND, 1),
        _ => (),
    }
    Ok(())
}

fn answer<S: Sink>(cx: &mut Cx<'_, S>, words: &Words<'_>, first: &[u8]) -> Result<(), Stop> {
    match first {
        b"VALUE" => {
            words.text(cx, KEY, 1);
            words.number(cx, FLAGS, 2);
            words.number(cx, VALUE_LENGTH, 3);
            words.number(cx, CAS, 4);
        }
        b"STAT" => {
            words.text(cx, COMMAND, 0);
            words.text(cx, NAME, 1);
            words.text(cx, NAME_VALUE, 2);
        }
        b"VERSION" => _ = words.text(cx, VERSION, 1),
        _ => _ = words.text(cx, RESPONSE, 0),
    }
    Ok(())
}

/// What is stored, behind a command or an answer that says how long it is; more lines of statistics.
fn data<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, words: &Words<'_>, first: &[u8]) -> Step {
    let nth = match first {
        b"VALUE" => 3,
        b"set" | b"add" | b"replace" | b"append" | b"prepend" | b"cas" => 4,
        b"STAT" => {
            while let Some((line, next)) = text::line(c.rest(), 0)
                && line.starts_with(b"STAT ")
            {
                let words = Words { line, c };
                answer(cx, &words, b"STAT")?;
                c.advance(next);
            }
            return Ok(());
        }
        _ => return Ok(()),
    };
    let len =
        words.get(nth).and_then(|w| text::number(w.0)).and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
    if len > 0 && !c.is_empty() {
        let n = len.min(c.left());
        cx.field(VALUE, &mut c, n)?;
    }
    Ok(())
}
