//! Data frames: phasors, frequencies, analog and digital values of each unit. Clause 6.3.

use super::config::{Unit, units};
use super::*;
use requin_wire::Remembered;

const FLAGS: &[Field] = &[
    DATA_SORTING,
    DATA_TRIGGER,
    DATA_CFGCHANGE,
    DATA_DATA_MODIFIED,
    DATA_PMU_TQ,
    DATA_T_UNLOCK,
    DATA_TRIGGER_REASON,
];
/// Angles are in ten thousandths of a radian where they are whole numbers.
const RADIANS: f64 = 1e-4;
/// Conversion factors are in hundred thousandths.
const FACTOR: f64 = 1e-5;

pub(super) fn show<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, known: Option<&Remembered>) -> Step {
    let item = cx.peek(DATA, c, c.left())?;
    cx.label(item, |o| {
        o.s("Measurement data").s(if known.is_none() { ", no configuration frame found" } else { "" });
    });
    let Some(known) = known else { return Ok(()) };
    cx.under(item, |cx| -> Step {
        cx.generated(DATA_CONF_FRAME, c.span(0), Value::U(known.frame));
        for unit in units(&known.bytes) {
            let line = cx.line(c.span(0), |o| _ = o.s("Station: \"").text(unit.name).c(b'"'));
            let start = c.pos();
            cx.under(line, |cx| station(cx, c, &unit))?;
            cx.set_len(line, c.pos() - start);
        }
        Ok(())
    })
}

fn station<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, unit: &Unit<'_>) -> Step {
    let status = c.peek_u16(0)?;
    let line = cx.line(c.span(2), |o| _ = o.s("Flags"));
    cx.under(line, |cx| -> Step {
        let item = cx.peek(DATA_STATUS, c, 2)?;
        if status >> 14 != 0 {
            cx.expert(DATA_ERROR, item, c.span(2));
        }
        let item = cx.peek(DATA_SYNC, c, 2)?;
        if status & 0x2000 != 0 {
            cx.expert(NOT_SYNC, item, c.span(2));
        }
        FLAGS.iter().try_for_each(|f| cx.peek(*f, c, 2).map(|_| ()))
    })?;
    c.skip(2)?;
    if unit.phasors > 0 {
        let line = cx.line(c.span(unit.phasors * if unit.float_phasors() { 8 } else { 4 }), |o| {
            o.s("Phasors (").u(unit.phasors as u64).s("), notation: ");
            o.s(if unit.polar() { "polar" } else { "rectangular" }).s(", format: ");
            o.s(if unit.float_phasors() { "floating point" } else { "integer" });
        });
        cx.under(line, |cx| (0..unit.phasors).try_for_each(|i| phasor(cx, c, unit, i)))?;
    }
    frequency(cx, c, unit)?;
    if unit.analogs > 0 {
        let line = cx.line(c.span(unit.analogs * if unit.float_analogs() { 4 } else { 2 }), |o| {
            o.s("Analog values (").u(unit.analogs as u64).c(b')');
        });
        cx.under(line, |cx| (0..unit.analogs).try_for_each(|i| analog(cx, c, unit, i)))?;
    }
    if unit.digitals > 0 {
        let line = cx.line(c.span(2 * unit.digitals), |o| {
            o.s("Digital status words (").u(unit.digitals as u64).c(b')');
        });
        cx.under(line, |cx| {
            (1..=unit.digitals).try_for_each(|i| -> Step {
                let word = c.peek_u16(0)?;
                let item = cx.field(DIGITAL_STATUS_WORD, c, 2)?;
                cx.label(item, |o| _ = o.s("Digital status word #").u(i as u64).s(": ").hex(word, 4));
                Ok(())
            })
        })?;
    }
    Ok(())
}

fn phasor<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, unit: &Unit<'_>, i: usize) -> Step {
    let n = if unit.float_phasors() { 8 } else { 4 };
    let bytes = c.peek_bytes(0, n)?;
    let name = unit.channel(i);
    let span = c.span(n);
    c.skip(n)?;
    if !cx.wants(PHASOR) {
        return Ok(());
    }
    let factor = unit.factor(i);
    let raw = match *bytes {
        [a, b, c, d] => [i16::from_be_bytes([a, b]), i16::from_be_bytes([c, d])],
        _ => [0; 2],
    };
    let (size, angle) = match *bytes {
        [a, b, c, d, e, f, g, h] => {
            let part = |b: [u8; 4]| f64::from(f32::from_be_bytes(b));
            let (x, y) = (part([a, b, c, d]), part([e, f, g, h]));
            if unit.polar() { (x, y) } else { (x.hypot(y), y.atan2(x)) }
        }
        _ => {
            let scale = f64::from(factor & 0xff_ffff) * FACTOR;
            let [x, y] = raw;
            if unit.polar() {
                (f64::from(x as u16) * scale, f64::from(y) * RADIANS)
            } else {
                let (x, y) = (f64::from(x), f64::from(y));
                (x.hypot(y) * scale, y.atan2(x))
            }
        }
    };
    let item = cx.add_str(PHASOR, span, |o| _ = o.bytes(name));
    let letter = if factor >> 24 == 0 { 'V' } else { 'A' };
    cx.label(item, |o| {
        let (re, im) = (size * angle.cos(), size * angle.sin());
        let degrees = angle.to_degrees();
        o.s("Phasor #").u(i as u64 + 1).s(": \"").text(name).s("\", ");
        o.s(&format!("{size:10.3}{letter} ∠{degrees:7.3}° alt {re:7.3}+j{im:7.3}{letter}"));
        if !unit.float_phasors() {
            o.s(&format!("; unscaled: {:5}, {:5}", raw[0], raw[1]));
        }
    });
    Ok(())
}

fn frequency<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, unit: &Unit<'_>) -> Step {
    if unit.float_frequency() {
        cx.field(ACTUAL_FREQUENCY_VALUE, c, 4)?;
        cx.field(RATE_CHANGE_FREQUENCY, c, 4)?;
        return Ok(());
    }
    let deviation = c.peek_u16(0)? as i16;
    let item = cx.field(FREQUENCY_DEVIATION_FROM_NOMINAL, c, 2)?;
    cx.label(item, |o| {
        let actual = unit.nominal + f32::from(deviation) / 1000.0;
        o.s("Frequency deviation from nominal: ").i(deviation);
        o.s(&format!("mHz (actual frequency: {actual:.3}Hz)"));
    });
    let rate = f32::from(c.peek_u16(0)? as i16) / 100.0;
    let item = cx.add(RATE_CHANGE_FREQUENCY, c.span(2), Value::F(f64::from(rate)));
    cx.label(item, |o| _ = o.s(&format!("Rate of change of frequency: {rate:.3}Hz/s")));
    c.skip(2)
}

fn analog<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, unit: &Unit<'_>, i: usize) -> Step {
    let n = if unit.float_analogs() { 4 } else { 2 };
    let bytes = c.peek_bytes(0, n)?;
    let name = unit.channel(unit.phasors + i);
    let item = cx.add_str(ANALOG_VALUE, c.span(n), |o| _ = o.bytes(name));
    cx.label(item, |o| {
        o.s("Analog value #").u(i as u64 + 1).s(": \"").text(name).s("\", ");
        match *bytes {
            [a, b, c, d] => o.s(&format!("{:.3}", f32::from_be_bytes([a, b, c, d]))),
            [a, b] => {
                o.i(i16::from_be_bytes([a, b])).s(" (conversion factor: ");
                o.hex(unit.factor(unit.phasors + i), 4).c(b')')
            }
            _ => o,
        };
    });
    c.skip(n)
}
