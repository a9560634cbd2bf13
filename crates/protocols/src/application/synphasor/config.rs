//! Configuration frames: which units send, and what their data frames hold. Clauses 6.4 and annex E.

use super::*;
use requin_wire::Out;

/// Length of a name where it is not said.
const NAME: usize = 16;
const MODIFICATIONS: &[Field] = &[
    CONF_PHASOR_MOD_TYPE_NOT_DEF,
    CONF_PHASOR_MOD_PSEUDO_PHASOR,
    CONF_PHASOR_MOD_PHASE_ROTATION,
    CONF_PHASOR_MOD_PHASE_CALIBRATION,
    CONF_PHASOR_MOD_MAG_CALIBRATION,
    CONF_PHASOR_MOD_FILTERED,
    CONF_PHASOR_MOD_DOWNSAMPLED,
    CONF_PHASOR_MOD_DOWNSAMPLED_FIR,
    CONF_PHASOR_MOD_DOWNSAMPLED_RESELECT,
    CONF_PHASOR_MOD_UPSAMPLED_EXTRAPOLATION,
    CONF_PHASOR_MOD_UPSAMPLED_INTERPOLATION,
];
const FORMATS: &[Field] = &[CONF_DFREQ_FORMAT, CONF_ANALOG_FORMAT, CONF_PHASOR_FORMAT, CONF_PHASOR_NOTATION];

/// A measuring unit, as a configuration describes it (of the second kind).
pub(super) struct Unit<'p> {
    pub name: &'p [u8],
    format: u16,
    names: &'p [u8],
    factors: &'p [u8],
    pub phasors: usize,
    pub analogs: usize,
    pub digitals: usize,
    /// In hertz.
    pub nominal: f32,
}

impl<'p> Unit<'p> {
    fn of(c: &mut Cursor<'p>) -> Result<Unit<'p>, Stop> {
        let name = c.bytes(NAME)?;
        c.skip(2)?;
        let mut number = || c.array::<2>().map(|b| u16::from_be_bytes(*b));
        let format = number()?;
        let (phasors, analogs, digitals) =
            (usize::from(number()?), usize::from(number()?), usize::from(number()?));
        let names = c.bytes(NAME * (phasors + analogs + 16 * digitals))?;
        let factors = c.bytes(4 * (phasors + analogs + digitals))?;
        let nominal = if u16::from_be_bytes(*c.array::<2>()?) & 1 != 0 { 50.0 } else { 60.0 };
        c.skip(2)?;
        Ok(Unit { name, format, names, factors, phasors, analogs, digitals, nominal })
    }

    pub fn polar(&self) -> bool {
        self.format & 1 != 0
    }

    pub fn float_phasors(&self) -> bool {
        self.format & 2 != 0
    }

    pub fn float_analogs(&self) -> bool {
        self.format & 4 != 0
    }

    pub fn float_frequency(&self) -> bool {
        self.format & 8 != 0
    }

    /// The name of a channel: phasors, then analog values.
    pub fn channel(&self, n: usize) -> &'p [u8] {
        self.names.get(NAME * n..NAME * (n + 1)).unwrap_or_default()
    }

    /// The conversion factor of a channel.
    pub fn factor(&self, n: usize) -> u32 {
        self.factors.get(4 * n..).and_then(|b| b.first_chunk::<4>()).map_or(0, |b| u32::from_be_bytes(*b))
    }
}

/// The units of a configuration. Each takes bytes away, so there is an end.
pub(super) fn units(body: &[u8]) -> impl Iterator<Item = Unit<'_>> {
    let count = body.get(4..6).map_or(0, |b| u16::from_be_bytes([b[0], b[1]]));
    let mut c = Cursor::new(body, body.len(), 0);
    c.advance(6);
    (0..count).map_while(move |_| Unit::of(&mut c).ok())
}

/// What is shown of the channels' numbers.
struct Channels {
    phasors: u16,
    analogs: u16,
    digitals: u16,
}

pub(super) fn show<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, third: bool) -> Step {
    let count = c.peek_u16(if third { 6 } else { 4 })?;
    let item = cx.peek(DATA, c, c.left())?;
    cx.label(item, |o| _ = o.s("Configuration data, ").u(count).s(" PMU(s) included"));
    cx.under(item, |cx| -> Step {
        if third {
            cx.u16(CONF_CONTINDX, c)?;
        }
        c.skip(1)?;
        cx.u24(CONF_TIMEBASE, c)?;
        cx.u16(CONF_NUMPMU, c)?;
        for i in 1..=count {
            let name = match c.rest() {
                [n, rest @ ..] if third => rest.get(..usize::from(*n)).unwrap_or_default(),
                b => b.get(..NAME).unwrap_or_default(),
            };
            let start = *c;
            let line = cx.line(c.span(0), |o| _ = o.s("Station #").u(i).s(": \"").text(name).c(b'"'));
            cx.under(line, |cx| if third { unit_3(cx, c) } else { unit(cx, c) })?;
            cx.set_len(line, c.pos() - start.pos());
        }
        let rate = c.peek_u16(0)? as i16;
        let item = cx.field(RATE_OF_TRANSMISSION, c, 2)?;
        cx.label(item, |o| {
            o.s("Rate of transmission: ");
            if rate > 0 {
                o.i(rate).s(" frame(s) per second");
            } else {
                o.s("1 frame per ").i(-i32::from(rate)).s(" second(s)");
            }
        });
        Ok(())
    })
}

fn channels<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<Channels, Stop> {
    let line = cx.line(c.span(2), |o| _ = o.s("Data format in data frame"));
    cx.under(line, |cx| FORMATS.iter().try_for_each(|f| cx.peek(*f, c, 2).map(|_| ())))?;
    c.skip(2)?;
    Ok(Channels {
        phasors: cx.u16(NUM_PHASORS, c)?,
        analogs: cx.u16(NUM_ANALOG_VALUES, c)?,
        digitals: cx.u16(NUM_DIGITAL_STATUS_WORDS, c)?,
    })
}

/// A heading and what is under it, unless there is nothing.
fn group<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    name: &str,
    n: usize,
    mut one: impl FnMut(&mut Cx<'_, S>, &mut Cursor<'_>, usize) -> Step,
) -> Step {
    if n == 0 {
        return Ok(());
    }
    let start = *c;
    let line = cx.line(c.span(0), |o| _ = o.s(name).s(" (").u(n as u64).c(b')'));
    cx.under(line, |cx| (1..=n).try_for_each(|i| one(cx, c, i)))?;
    cx.set_len(line, c.pos() - start.pos());
    Ok(())
}

fn unit<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    c.skip(NAME)?;
    cx.u16(IDCODE_DATA_SOURCE, c)?;
    let n = channels(cx, c)?;
    let names = [
        ("Phasor names", "Phasor name #", usize::from(n.phasors)),
        ("Analog values", "Analog value #", usize::from(n.analogs)),
        ("Digital status labels", "Digital status label #", 16 * usize::from(n.digitals)),
    ];
    for (heading, what, n) in names {
        group(cx, c, heading, n, |cx, c, i| {
            let name = c.peek_bytes(0, NAME)?;
            let item = cx.field(CHANNEL_NAME, c, NAME)?;
            cx.label(item, |o| _ = o.s(what).u(i as u64).s(": \"").text(name).c(b'"'));
            Ok(())
        })?;
    }
    group(cx, c, "Phasor conversion factors", n.phasors.into(), |cx, c, i| {
        let factor = c.peek_u32(0)?;
        let item = cx.field(CONVERSION_FACTOR, c, 4)?;
        cx.label(item, |o| {
            o.c(b'#').u(i as u64).s(" factor: ").u(factor & 0xff_ffff).s(" * 10^-5, unit: ");
            o.s(if factor >> 24 == 0 { "Volt" } else { "Ampere" });
        });
        Ok(())
    })?;
    group(cx, c, "Analog values conversion factors", n.analogs.into(), |cx, c, i| {
        let factor = c.peek_u32(0)?;
        let item = cx.field(FACTOR_FOR_ANALOG_VALUE, c, 4)?;
        cx.label(item, |o| {
            o.s("Factor for analog value #").u(i as u64).s(": ");
            o.s(match factor >> 24 {
                0 => "single point-on-wave",
                1 => "rms of analog input",
                2 => "peak of input",
                3..=64 => "reserved for future use",
                _ => "user defined",
            });
            // A signed number of 24 bits.
            o.s(", value: ").i(((factor << 8) as i32) >> 8);
        });
        Ok(())
    })?;
    masks(cx, c, n.digitals)?;
    cx.peek(CONF_FNOM, c, 2)?;
    c.skip(2)?;
    cx.u16(CONF_CFGCNT, c).map(|_| ())
}

fn masks<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, n: u16) -> Step {
    group(cx, c, "Masks for digital status words", n.into(), |cx, c, i| {
        let line = cx.line(c.span(4), |o| _ = o.s("Mask for status word #").u(i as u64).s(": "));
        cx.under(line, |cx| -> Step {
            cx.u16(STATUS_WORD_MASK_NORMAL_STATE, c)?;
            cx.u16(STATUS_WORD_MASK_VALID_BITS, c)?;
            Ok(())
        })
    })
}

/// A name behind its length.
fn name_3<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, fields: [Field; 2]) -> Step {
    let n = usize::from(cx.u8(fields[0], c)?);
    cx.bytes(fields[1], c, n)?;
    Ok(())
}

/// A unit in a configuration frame of the third kind.
fn unit_3<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    name_3(cx, c, [STATION_NAME_LEN, STATION_NAME])?;
    cx.u16(IDCODE_DATA_SOURCE, c)?;
    cx.bytes(GPMUID, c, 16)?;
    let n = channels(cx, c)?;
    let names = [
        ("Phasor names", "Phasor name #", usize::from(n.phasors)),
        ("Analog values", "Analog value #", usize::from(n.analogs)),
        ("Digital labels", "Digital label #", 16 * usize::from(n.digitals)),
    ];
    for (heading, what, n) in names {
        group(cx, c, heading, n, |cx, c, i| {
            let name = c.rest().split_first().and_then(|(n, rest)| rest.get(..usize::from(*n)));
            let said =
                |o: &mut Out<'_>| _ = o.s(what).u(i as u64).s(": \"").text(name.unwrap_or_default()).c(b'"');
            let line = cx.line(c.span(1 + name.map_or(0, <[u8]>::len)), said);
            cx.under(line, |cx| name_3(cx, c, [CONF_CHNAM_LEN, CONF_CHNAM]))
        })?;
    }
    group(cx, c, "Phasor scaling and data flags", n.phasors.into(), phasor_3)?;
    group(cx, c, "Analog scaling", n.analogs.into(), |cx, c, i| {
        let line = cx.line(c.span(8), |o| _ = o.s("Analog #").u(i as u64));
        cx.under(line, |cx| -> Step {
            cx.field(CONF_ANALOG_SCALE_FACTOR, c, 4)?;
            cx.field(CONF_ANALOG_OFFSET, c, 4)?;
            Ok(())
        })
    })?;
    masks(cx, c, n.digitals)?;
    let line = cx.line(c.span(12), |o| _ = o.s("World Geodetic System 84 data"));
    cx.under(line, |cx| -> Step {
        for (field, name) in [
            (CONF_PMU_LATITUDE, "PMU Latitude: "),
            (CONF_PMU_LONGITUDE, "PMU Longitude: "),
            (CONF_PMU_ELEVATION, "PMU Elevation: "),
        ] {
            let value = f32::from_bits(c.peek_u32(0)?);
            let item = cx.field(field, c, 4)?;
            if value.is_infinite() {
                cx.label(item, |o| _ = o.s(name).s("Unspecified Location"));
            }
        }
        Ok(())
    })?;
    let class = c.peek_u8(0)?;
    let text = match class {
        b'M' => "Measurement",
        b'P' => "Protection",
        _ => "Unknown",
    };
    cx.add_str(CONF_SVC_CLASS, c.span(1), |o| _ = o.s(text));
    c.skip(1)?;
    cx.u32(CONF_WINDOW, c)?;
    cx.u32(CONF_GRP_DLY, c)?;
    cx.peek(CONF_FNOM, c, 2)?;
    c.skip(2)?;
    cx.u16(CONF_CFGCNT, c).map(|_| ())
}

fn phasor_3<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, i: usize) -> Step {
    let line = cx.line(c.span(12), |o| _ = o.s("Phasor #").u(i as u64));
    cx.under(line, |cx| -> Step {
        let [a, b, kind, user] = *c.peek_array::<4>()?;
        let line = cx.line(c.span(4), |o| {
            o.s("Phasor Data flags: ").s(if kind & 8 != 0 { "Current" } else { "Voltage" }).s(", ");
            o.s(CONF_PHASOR_COMPONENT_NAMES.or(u64::from(kind & 7), ""));
        });
        cx.under(line, |cx| -> Step {
            let line = cx.line(c.span(2), |o| {
                o.s("Modification Flags: ").hex(u16::from_be_bytes([a, b]), 4);
            });
            cx.under(line, |cx| MODIFICATIONS.iter().try_for_each(|f| cx.peek(*f, c, 2).map(|_| ())))?;
            c.skip(2)?;
            cx.peek(CONF_PHASOR_TYPE, c, 1)?;
            cx.peek(CONF_PHASOR_COMPONENT, c, 1)?;
            c.skip(1)?;
            let line = cx.line(c.span(1), |o| _ = o.s("User designated flags: ").hex(user, 2));
            cx.under(line, |cx| cx.field(CONF_PHASOR_USER_FLAGS, c, 1).map(|_| ()))
        })?;
        cx.field(CONF_PHASOR_SCALE_FACTOR, c, 4)?;
        cx.field(CONF_PHASOR_ANGLE_OFFSET, c, 4)?;
        Ok(())
    })
}
