//! collectd's binary network protocol: parts of a type, a length and a value.

use super::text::absolute;
use requin_wire::{Cursor, Cx, Field, Item, Sink, Span, Step, Stop, Time, Value, names, proto};

proto! {
    COLLECTD "collectd" "collectd network data" "collectd" App
    on [Udp 25826]
    fields {
        TYPE "collectd.type" "Type": U16 Hex = TYPE_NAMES;
        LEN "collectd.len" "Length": U16 Dec;
        DATA "collectd.data" "Payload": Bytes;
        DATA_HOST "collectd.data.host" "Host name": Str;
        DATA_INTERVAL "collectd.data.interval" "Interval": RelTime;
        DATA_TIME "collectd.data.time" "Timestamp": AbsTime;
        DATA_PLUGIN "collectd.data.plugin" "Plugin": Str;
        DATA_PLUGIN_INST "collectd.data.plugin.inst" "Plugin instance": Str;
        DATA_TYPE "collectd.data.type" "Type": Str;
        DATA_TYPE_INST "collectd.data.type.inst" "Type instance": Str;
        DATA_VALCNT "collectd.data.valcnt" "Value count": U16 Dec;
        VAL_TYPE "collectd.val.type" "Value type": U8 Hex = VAL_TYPE_NAMES;
        VAL_COUNTER "collectd.val.counter" "Counter value": U64 Dec;
        VAL_GAUGE "collectd.val.gauge" "Gauge value": F64;
        VAL_DERIVE "collectd.val.derive" "Derive value": I64 Dec;
        VAL_ABSOLUTE "collectd.val.absolute" "Absolute value": U64 Dec;
        VAL_UNKNOWN "collectd.val.unknown" "Value of unknown type": U64 Hex;
        DATA_SEVERITY "collectd.data.severity" "Severity": U64 Hex = SEVERITIES;
        DATA_MESSAGE "collectd.data.message" "Message": Str;
        DATA_SIGHASH "collectd.data.sighash" "Signature": Bytes;
        DATA_INITVEC "collectd.data.initvec" "Init vector": Bytes;
        DATA_USERNAME_LENGTH "collectd.data.username_length" "Username length": U16 Dec;
        DATA_USERNAME "collectd.data.username" "Username": Str;
        DATA_ENCRYPTED "collectd.data.encrypted" "Encrypted data": Bytes;
    }
    experts {
        INVALID_LENGTH "collectd.invalid_length" Error Malformed "Invalid length";
        GARBAGE "collectd.garbage" Error Malformed "Garbage at end of packet";
        DATA_VALCNT_MISMATCH "collectd.data.valcnt.mismatch" Warn Malformed "Number of values and length of part do not match. Assuming length is correct.";
        TYPE_UNKNOWN "collectd.type.unknown" Note Undecoded "Unknown part type";
    }
}

names! {
    TYPE_NAMES {
        0 => "HOST", 1 => "TIME", 2 => "PLUGIN", 3 => "PLUGIN_INSTANCE", 4 => "TYPE", 5 => "TYPE_INSTANCE", 6 => "VALUES", 7 => "INTERVAL", 8 => "TIME_HR", 9 => "INTERVAL_HR", 256 => "MESSAGE", 257 => "SEVERITY", 512 => "SIGNATURE", 528 => "ENCRYPTED_DATA",
    }
    SEVERITIES { 1 => "FAILURE", 2 => "WARNING", 4 => "OKAY" }
    VAL_TYPE_NAMES {
        0 => "COUNTER", 1 => "GAUGE", 2 => "DERIVE", 3 => "ABSOLUTE",
    }
}

/// A type and a length.
const HEADER: usize = 4;
/// A value's type, and its eight bytes.
const VALUE_LEN: usize = 9;

#[derive(Default)]
struct Seen {
    values: usize,
    plugins: u32,
    messages: u32,
    unknown: u32,
    errors: u32,
    host: bool,
    /// What the next values belong to, in the order of [`METRIC`].
    metric: [Option<(Span, Value)>; METRIC.len()],
}

/// What values are of: each was said last before them.
const METRIC: [Field; 7] =
    [DATA_HOST, DATA_PLUGIN, DATA_PLUGIN_INST, DATA_TYPE, DATA_TYPE_INST, DATA_TIME, DATA_INTERVAL];

impl Seen {
    fn note(&mut self, field: Field, span: Span, value: Value) {
        let place = METRIC.iter().position(|f| *f == field);
        if let Some(slot) = place.and_then(|at| self.metric.get_mut(at)) {
            *slot = Some((span, value));
        }
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("collectd");
    cx.info_clear();
    let mut seen = Seen::default();
    let step = parts(cx, &mut c, &mut seen);
    if !seen.host {
        cx.info(|o| _ = o.s("Host=(null)"));
    }
    let plural = |n: u32| if n == 1 { "" } else { "s" };
    cx.info_add(|o| {
        o.s(if seen.values < 10 { ",  " } else { ", " });
        o.u(seen.values as u64).s(if seen.values == 1 { " value" } else { " values" });
        o.s(" for ").u(seen.plugins).s(" plugin").s(plural(seen.plugins));
        o.s(", ").u(seen.messages).s(" message").s(plural(seen.messages));
        if seen.unknown > 0 {
            o.s(", ").u(seen.unknown).s(" unknown");
        }
        if seen.errors > 0 {
            o.s(", ").u(seen.errors).s(" error").s(plural(seen.errors));
        }
    });
    step
}

fn parts<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, seen: &mut Seen) -> Step {
    while !c.is_empty() {
        if c.left() < HEADER {
            let left = c.left();
            let line =
                cx.line(c.span(left), |o| _ = o.s("Garbage at end of packet: Length = ").u(left as u64));
            cx.expert(GARBAGE, line, c.span(left));
            seen.errors += 1;
            return Ok(());
        }
        let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
        let bad = len < HEADER || len > c.left();
        let line = cx.line(c.span(if bad { c.left() } else { len }), |o| {
            o.s("collectd ").s(TYPE_NAMES.or(u64::from(kind), "UNKNOWN")).s(" segment");
        });
        if bad {
            seen.errors += 1;
            return cx.under(line, |cx| {
                cx.u16(TYPE, c)?;
                let left = c.left();
                let item = cx.peek(LEN, c, 2)?;
                cx.expert_with(INVALID_LENGTH, item, c.span(2), |o| {
                    o.s("Bad part length: ");
                    if len < HEADER {
                        o.s("is ").u(len as u64).s(", expected at least 4");
                    } else {
                        o.s("Should be ").u(len as u64).s(", remaining packet size is ").u(left as u64 + 2);
                    }
                });
                Ok(())
            });
        }
        let mut part = c.take_all(len)?;
        cx.under(line, |cx| -> Step {
            let item = cx.peek(TYPE, &part, 2)?;
            part.skip(2)?;
            cx.u16(LEN, &mut part)?;
            one(cx, kind, &mut part, line, item, seen)
        })?;
    }
    Ok(())
}

fn one<S: Sink>(
    cx: &mut Cx<'_, S>,
    kind: u16,
    c: &mut Cursor<'_>,
    line: Item,
    kind_item: Item,
    seen: &mut Seen,
) -> Step {
    match kind {
        0 => {
            let host = string(cx, DATA_HOST, c, line, seen)?;
            if !seen.host {
                cx.info(|o| _ = o.s("Host=").text(host));
            }
            seen.host = true;
        }
        1 | 8 => time(cx, DATA_TIME, c, kind == 8, line, seen)?,
        2 => {
            seen.plugins += 1;
            string(cx, DATA_PLUGIN, c, line, seen)?;
        }
        3 => _ = string(cx, DATA_PLUGIN_INST, c, line, seen)?,
        4 => _ = string(cx, DATA_TYPE, c, line, seen)?,
        5 => _ = string(cx, DATA_TYPE_INST, c, line, seen)?,
        6 => values(cx, c, line, seen)?,
        7 | 9 => time(cx, DATA_INTERVAL, c, kind == 9, line, seen)?,
        0x100 => {
            seen.messages += 1;
            string(cx, DATA_MESSAGE, c, line, seen)?;
        }
        0x101 => {
            let severity = cx.u64(DATA_SEVERITY, c)?;
            cx.append(line, |o| {
                o.s(": ").s(SEVERITIES.or(severity, "UNKNOWN")).s(" (").u(severity).s(")");
            });
        }
        0x200 => {
            cx.append(line, |o| _ = o.s(": HMAC-SHA-256"));
            cx.bytes(DATA_SIGHASH, c, 32)?;
            let n = c.left();
            cx.bytes(DATA_USERNAME, c, n)?;
        }
        0x210 => encrypted(cx, c, line, seen)?,
        _ => {
            seen.unknown += 1;
            let len = c.left() + HEADER;
            cx.append(line, |o| _ = o.s(": ").u(len as u64).s(" bytes"));
            cx.expert_with(TYPE_UNKNOWN, kind_item, c.span(0), |o| {
                o.s("Unknown part type ").hex(kind, 0).s(". Cannot decode data.");
            });
            let n = c.left();
            cx.bytes(DATA, c, n)?;
        }
    }
    Ok(())
}

/// Text that ends with a zero.
fn string<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    c: &mut Cursor<'b>,
    line: Item,
    seen: &mut Seen,
) -> Result<&'b [u8], Stop> {
    let n = c.left();
    let span = c.span(n);
    let bytes = cx.bytes(field, c, n)?;
    let text = bytes.split(|b| *b == 0).next().unwrap_or_default();
    seen.note(field, span, Value::Str(Span { len: text.len() as u32, ..span }));
    cx.append(line, |o| _ = o.s(": \"").text(text).s("\""));
    Ok(text)
}

/// Seconds, or parts of a second of which there are 2^30.
fn time<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    c: &mut Cursor<'_>,
    fine: bool,
    line: Item,
    seen: &mut Seen,
) -> Step {
    let n = requin_wire::be(c.peek_bytes(0, 8)?);
    let (secs, nanos) = if fine { (n >> 30, ((n & 0x3fff_ffff) * 1_000_000_000) >> 30) } else { (n, 0) };
    let time = Time::new(i64::try_from(secs).unwrap_or(i64::MAX), u32::try_from(nanos).unwrap_or(0));
    cx.add(field, c.span(8), Value::from(time));
    seen.note(field, c.span(8), Value::from(time));
    cx.append(line, |o| {
        o.s(": ");
        if field == DATA_TIME {
            return absolute(o, time, true);
        }
        o.i(time.secs);
        if time.nanos > 0 {
            o.s(".").u0(time.nanos, 9);
        }
        o.s(" seconds");
    });
    c.skip(8)
}

/// How many values there are, the type of each, and all values.
fn values<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, line: Item, seen: &mut Seen) -> Step {
    let said = usize::from(c.peek_u16(0)?);
    let item = cx.peek(DATA_VALCNT, c, 2)?;
    c.skip(2)?;
    let count = c.left() / VALUE_LEN;
    if said != count || !c.left().is_multiple_of(VALUE_LEN) {
        cx.expert(DATA_VALCNT_MISMATCH, item, c.span(0));
    }
    seen.values += count;
    let s = if count == 1 { "" } else { "s" };
    cx.append(line, |o| _ = o.s(": ").u(count as u64).s(" value").s(s));
    let mut types = c.take_all(count)?;
    let all = cx.line(c.span(8 * count), |o| _ = o.u(count as u64).s(" value").s(s));
    cx.under(all, |cx| -> Step {
        for _ in 0..count {
            let kind = types.peek_u8(0)?;
            let raw = c.peek_bytes(0, 8)?;
            let line = cx.line(c.span(8), |o| {
                let number = requin_wire::be(raw);
                match kind {
                    0 => o.s("Counter: ").u(number),
                    // The one that is little-endian.
                    1 => o.s("Gauge: ").general(f64::from_bits(requin_wire::le(raw)), 6),
                    2 => o.s("Derive: ").i(number as i64),
                    3 => o.s("Absolute: ").u(number),
                    _ => o.s("Unknown: ").hex(number, 1),
                };
            });
            cx.under(line, |cx| -> Step {
                cx.u8(VAL_TYPE, &mut types)?;
                match kind {
                    0 => _ = cx.u64(VAL_COUNTER, c)?,
                    1 => {
                        let bits = requin_wire::le(c.peek_bytes(0, 8)?);
                        cx.add(VAL_GAUGE, c.span(8), Value::F(f64::from_bits(bits)));
                        c.skip(8)?;
                    }
                    2 => _ = cx.field(VAL_DERIVE, c, 8)?,
                    3 => _ = cx.u64(VAL_ABSOLUTE, c)?,
                    _ => _ = cx.u64(VAL_UNKNOWN, c)?,
                }
                Ok(())
            })?;
        }
        Ok(())
    })?;
    let line = cx.line(c.span(0), |o| _ = o.s("Assembled metric"));
    cx.set_generated(line);
    cx.under(line, |cx| {
        for (field, noted) in METRIC.into_iter().zip(seen.metric) {
            if let Some((span, value)) = noted {
                cx.add(field, span, value);
            }
        }
    });
    Ok(())
}

fn encrypted<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, line: Item, seen: &mut Seen) -> Step {
    let len = usize::from(c.peek_u16(0)?);
    let item = cx.peek(DATA_USERNAME_LENGTH, c, 2)?;
    c.skip(2)?;
    // The initialization vector, and the hash that comes first in what is encrypted.
    if len + 16 + 20 > c.left() {
        seen.unknown += 1;
        cx.append(line, |o| _ = o.s(": <BAD>"));
        cx.expert_with(INVALID_LENGTH, item, c.span(0), |o| {
            o.s("Invalid username length field for an encryption part.");
        });
        return Ok(());
    }
    seen.unknown += 1;
    cx.append(line, |o| _ = o.s(": AES-256"));
    cx.bytes(DATA_USERNAME, c, len)?;
    cx.bytes(DATA_INITVEC, c, 16)?;
    let n = c.left();
    cx.bytes(DATA_ENCRYPTED, c, n).map(|_| ())
}
