//! Extended reports: RFC 3611, and synchronization between destinations (RFC 7272).

use super::*;
use requin_wire::{Field, Item, Stop, block};

names! {
    pub(super) PLC { 0 => "Unspecified", 1 => "Disabled", 2 => "Enhanced", 3 => "Standard" }
    pub(super) JBA { 0 => "Unknown", 1 => "Reserved", 2 => "Non-Adaptive", 3 => "Adaptive" }
    pub(super) TTL { 0 => "No TTL Values", 1 => "IPv4", 2 => "IPv6", 3 => "Undefined" }
    pub(super) SPST {
        0 => "Reserved", 1 => "SC", 2 => "MSAS", 3 => "SC' INPUT", 4 => "SC' OUTPUT", 5 => "Reserved",
        6 => "Reserved", 7 => "Reserved", 8 => "Reserved", 9 => "Reserved", 10 => "Reserved", 11 => "Reserved",
        12 => "Reserved", 13 => "Reserved", 14 => "Reserved", 15 => "Reserved",
    }
}

const LOSS: u8 = 1;
const DUPLICATES: u8 = 2;
const RECEIPT_TIMES: u8 = 3;
const REFERENCE_TIME: u8 = 4;
const DELAY: u8 = 5;
const STATISTICS: u8 = 6;
const VOIP: u8 = 7;
const REPAIRED_LOSS: u8 = 10;
const SYNCHRONIZATION: u8 = 12;

block! { RANGE[8]: SSRC_IDENTIFIER @0, XR_BEGINSEQ @4, XR_ENDSEQ @6 }
block! { STATS[28]: XR_LOST @0, XR_DUPS @4, XR_MINJITTER @8, XR_MAXJITTER @12, XR_MEANJITTER @16, XR_DEVJITTER @20, XR_MINTTL @24,
XR_MAXTTL @25, XR_MEANTTL @26, XR_DEVTTL @27 }
block! { BURSTS[10]: XR_BURSTDENSITY @0, XR_GAPDENSITY @1, XR_BURSTDURATION @2, XR_GAPDURATION @4, XR_RTDELAY @6, XR_ESDELAY @8 }
block! { BUFFER[8]: XR_PLC @0, XR_JBA @0, XR_JBRATE @0, XR_JBNOMINAL @2, XR_JBMAX @4, XR_JBABSMAX @6 }
/// What stands for a value that is not known.
const UNAVAILABLE: u8 = 127;

pub(super) fn reports<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u32(SENDERSSRC, c)?;
    let mut n = 0u32;
    while c.left() >= 4 {
        n += 1;
        let kind = c.peek_u8(0)?;
        let len = 4 * usize::from(c.peek_u16(2)?);
        let item = cx.line(c.span(4 + len), |o| _ = o.s("Block ").u(n));
        let whole = c.take(4 + len);
        cx.under(item, |cx| one(cx, whole, kind, len))?;
    }
    Ok(())
}

fn one<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, kind: u8, len: usize) -> Step {
    cx.u8(XR_BT, &mut c)?;
    let special = c.peek_u8(0)?;
    match kind {
        LOSS | DUPLICATES | RECEIPT_TIMES | REPAIRED_LOSS => _ = cx.peek(XR_TF, &c, 1)?,
        STATISTICS => {
            for field in [XR_LRFLAG, XR_DUPFLAG, XR_JITTERFLAG, XR_TTL] {
                cx.peek(field, &c, 1)?;
            }
        }
        _ => _ = cx.peek(XR_BS, &c, 1)?,
    }
    c.skip(1)?;
    let item = cx.field(XR_BL, &mut c, 2)?;
    cx.append(item, |o| _ = o.s(" (").u(len as u64).s(" bytes)"));
    let item = cx.line(c.span(len), |o| _ = o.s("Contents"));
    cx.under(item, |cx| match kind {
        LOSS | DUPLICATES | REPAIRED_LOSS => chunks(cx, &mut c),
        RECEIPT_TIMES => receipts(cx, &mut c, special & 0xf),
        REFERENCE_TIME => time(cx, XR_TIMESTAMP, &mut c),
        DELAY => delays(cx, &mut c),
        STATISTICS => {
            cx.block(&RANGE, &mut c)?;
            cx.block(&STATS, &mut c).map(|_| ())
        }
        VOIP => voip(cx, &mut c),
        SYNCHRONIZATION => synchronization(cx, &mut c, special >> 4),
        _ => Ok(()),
    })
}

fn time<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    cx.add(field, c.span(8), ntp::value(c.peek_u32(0)?, c.peek_u32(4)?));
    c.skip(8)
}

/// Which packets were lost or came twice: runs of the same, or bits.
fn chunks<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.block(&RANGE, c)?;
    let item = cx.line(c.span(c.left()), |o| _ = o.s("Report Chunks"));
    cx.under(item, |cx| -> Step {
        let mut n = 0u32;
        while c.left() >= 2 {
            n += 1;
            let chunk = c.peek_u16(0)?;
            let span = c.span(2);
            if chunk == 0 {
                let item = cx.add(XR_NULL_TERMINATOR, span, Value::None);
                cx.label(item, |o| _ = o.s("Chunk: ").u(n).s(" -- Null Terminator "));
            } else if chunk & 0x8000 == 0 {
                let run = chunk & 0x3fff;
                let item = cx.add(XR_CHUNK_LENGTH, span, Value::U(u64::from(run)));
                cx.label(item, |o| {
                    o.s("Chunk: ").u(n).s(" -- Length Run ").s(if chunk & 0x4000 != 0 { "1s" } else { "0s" });
                    o.s(", length: ").u(run);
                });
            } else {
                let bits = chunk & 0x7fff;
                let item = cx.add(XR_BIT_VECTOR, span, Value::U(u64::from(bits)));
                cx.label(item, |o| _ = o.s("Chunk: ").u(n).s(" -- Bit Vector ").hex(bits, 1));
            }
            c.skip(2)?;
        }
        Ok(())
    })
}

/// When packets came, or every so manieth of them.
fn receipts<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, thinning: u8) -> Step {
    let range = *cx.block(&RANGE, c)?;
    let step = 1u16.checked_shl(u32::from(thinning)).unwrap_or(0);
    let mut seq = u16::from_be_bytes([range[4], range[5]]);
    if step > 0 {
        seq = seq.next_multiple_of_wrapping(step);
    }
    while c.left() >= 4 {
        let at = c.peek_u32(0)?;
        let item = cx.field(XR_RECEIPT_TIME_SEQ, c, 4)?;
        cx.label(item, |o| _ = o.s("Seq: ").u(seq).s(", Receipt Time: ").u(at));
        seq = seq.wrapping_add(step);
    }
    Ok(())
}

/// Rounding of sequence numbers, which begin anew behind 65535.
trait Rounding {
    fn next_multiple_of_wrapping(self, step: Self) -> Self;
}

impl Rounding for u16 {
    fn next_multiple_of_wrapping(self, step: u16) -> u16 {
        match self % step {
            0 => self,
            over => self.wrapping_add(step - over),
        }
    }
}

fn delays<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let mut n = 0u32;
    while c.left() >= 12 {
        n += 1;
        let item = cx.line(c.span(12), |o| _ = o.s("Source ").u(n));
        cx.under(item, |cx| -> Step {
            cx.u32(SSRC_IDENTIFIER, c)?;
            cx.u32(XR_LRR, c)?;
            cx.u32(XR_DLRR, c).map(|_| ())
        })?;
    }
    Ok(())
}

fn voip<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u32(SSRC_IDENTIFIER, c)?;
    for (field, name) in [(SSRC_FRACTION, "Fraction lost: "), (SSRC_DISCARDED, "Fraction discarded: ")] {
        let n = c.peek_u8(0)?;
        let item = cx.field(field, c, 1)?;
        cx.label(item, |o| _ = o.s(name).u(n).s(" / 256"));
    }
    cx.block(&BURSTS, c)?;
    known(cx, XR_SIGNALLEVEL, "Signal Level", c)?;
    known(cx, XR_NOISELEVEL, "Noise Level", c)?;
    known(cx, XR_RERL, "Residual Echo Return Loss", c)?;
    cx.u8(XR_GMIN, c)?;
    known(cx, XR_RFACTOR, "R Factor", c)?;
    known(cx, XR_EXTRFACTOR, "External R Factor", c)?;
    for (field, name) in [(XR_MOSLQ, "MOS - Listening Quality"), (XR_MOSCQ, "MOS - Conversational Quality")] {
        let n = c.peek_u8(0)?;
        let item = cx.add(field, c.span(1), Value::F(f64::from(n) / 10.0));
        cx.label(item, |o| {
            o.s(name).s(": ");
            if n == UNAVAILABLE {
                o.s("Unavailable")
            } else {
                o.u(n / 10).s(".").u(n % 10)
            };
        });
        c.skip(1)?;
    }
    cx.block(&BUFFER, c).map(|_| ())
}

/// A byte that may say that its value is not known.
fn known<S: Sink>(cx: &mut Cx<'_, S>, field: Field, name: &str, c: &mut Cursor<'_>) -> Result<Item, Stop> {
    let n = c.peek_u8(0)?;
    let item = cx.field(field, c, 1)?;
    if n == UNAVAILABLE {
        cx.label(item, |o| _ = o.s(name).s(": Unavailable"));
    }
    Ok(item)
}

fn synchronization<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, sender: u8) -> Step {
    cx.add(XR_IDMS_SPST, c.span(0), Value::U(u64::from(sender)));
    cx.u8(XR_IDMS_PT, c)?;
    c.skip(3)?;
    cx.u32(XR_IDMS_MSCI, c)?;
    cx.u32(XR_IDMS_SOURCE_SSRC, c)?;
    let received = c.peek_u32(0)?;
    time(cx, XR_IDMS_NTP_RCV_TS, c)?;
    cx.u32(XR_IDMS_RTP_TS, c)?;
    // The middle 32 bits of a time, which is near that of the reception.
    let short = c.peek_u32(0)?;
    let item =
        cx.add(XR_IDMS_NTP_PRES_TS, c.span(4), ntp::value(received & 0xffff_0000 | short >> 16, short << 16));
    cx.label(item, |o| {
        let (secs, millis) = (short >> 16, (u64::from(short & 0xffff) * 1000) >> 16);
        o.s("NTP Timestamp of presentation: ").u(secs / 3600).s(":").u0(secs / 60 % 60, 2).s(":");
        o.u0(secs % 60, 2).s(":").u0(millis, 3).s(" [h:m:s:ms]");
    });
    c.skip(4)
}
