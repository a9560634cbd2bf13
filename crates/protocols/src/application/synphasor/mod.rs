//! Synchrophasors, IEEE C37.118.2: frames of measuring units and concentrators.
//!
//! What a data frame holds is said in a configuration frame sent before, which is remembered.

mod config;
mod data;
mod names;

use names::*;
use requin_wire::{Cursor, Cx, Field, Key, Names, Past, Pdu, Sink, Step, Stop, Value, proto};

proto! {
    SYNPHASOR "synphasor" "IEEE C37.118 Synchrophasor Protocol" "SYNCHROPHASOR" App
    on [Udp 4713, Tcp 4712]
    frames sized [frames]
    remember [remember]
    fields {
        SYNC "synphasor.sync" "Synchronization word": U16 Hex;
        FRTYPE "synphasor.frtype" "Frame Type": U16 Hex & 0x70 = FRTYPE_NAMES;
        VERSION "synphasor.version" "Version": U16 Dec & 0xf = VERSION_NAMES;
        FRSIZE "synphasor.frsize" "Framesize": U16 Dec = Names::Unit(" byte", " bytes");
        STATION_NAME_LEN "synphasor.station_name_len" "Station name length": U8 Dec = Names::Unit(" byte", " bytes");
        STATION_NAME "synphasor.station_name" "Station name": Str;
        IDCODE_STREAM_SOURCE "synphasor.idcode_stream_source" "PMU/DC ID number (Stream source ID)": U16 Dec;
        IDCODE_DATA_SOURCE "synphasor.idcode_data_source" "PMU/DC ID number (Data source ID)": U16 Dec;
        GPMUID "synphasor.gpmuid" "Global PMU ID (raw hex bytes)": Bytes;
        SOC "synphasor.soc" "SOC time stamp": AbsTime Utc;
        TIMEQAL_LSDIR "synphasor.timeqal.lsdir" "Leap second direction": Bool(8) & 0x40 = Names::Bools("Add", "Delete");
        TIMEQAL_LSOCC "synphasor.timeqal.lsocc" "Leap second occurred": Bool(8) & 0x20;
        TIMEQAL_LSPEND "synphasor.timeqal.lspend" "Leap second pending": Bool(8) & 0x10;
        TIMEQAL_TIMEQUALINDIC "synphasor.timeqal.timequalindic" "Message Time Quality indicator code": U8 Hex & 0xf = TIMEQAL_TIMEQUALINDIC_NAMES;
        FRACSEC_RAW "synphasor.fracsec_raw" "Fraction of second (raw)": U24 Dec;
        FRACSEC_MS "synphasor.fracsec_ms" "Fraction of second": F32;
        CONF_CONTINDX "synphasor.conf.contindx" "Continuation index": U16 Dec;
        CONF_TIMEBASE "synphasor.conf.timebase" "Resolution of fractional second time stamp": U24 Dec;
        CONF_NUMPMU "synphasor.conf.numpmu" "Number of PMU blocks included in the frame": U16 Dec;
        CONF_DFREQ_FORMAT "synphasor.conf.dfreq_format" "FREQ/DFREQ format": Bool(16) & 0x8 = Names::Bools("32-bit IEEE floating point", "16-bit integer");
        CONF_ANALOG_FORMAT "synphasor.conf.analog_format" "Analog values format": Bool(16) & 0x4 = Names::Bools("32-bit IEEE floating point", "16-bit integer");
        CONF_PHASOR_FORMAT "synphasor.conf.phasor_format" "Phasor format": Bool(16) & 0x2 = Names::Bools("32-bit IEEE floating point", "16-bit integer");
        CONF_PHASOR_NOTATION "synphasor.conf.phasor_notation" "Phasor notation": Bool(16) & 0x1 = Names::Bools("polar", "rectangular");
        CONF_CHNAM_LEN "synphasor.conf.chnam_len" "Channel name length": U8 Dec = Names::Unit(" byte", " bytes");
        CONF_CHNAM "synphasor.conf.chnam" "Channel name": Str;
        CONF_PHASOR_MOD_TYPE_NOT_DEF "synphasor.conf.phasor_mod.type_not_def" "Modification": Bool(16) & 0x8000 = Names::Bools("Modification applied, type not here defined", "None");
        CONF_PHASOR_MOD_PSEUDO_PHASOR "synphasor.conf.phasor_mod.pseudo_phasor" "Modification": Bool(16) & 0x400 = Names::Bools("Pseudo-phasor value (combined from other phasors)", "None");
        CONF_PHASOR_MOD_PHASE_ROTATION "synphasor.conf.phasor_mod.phase_rotation" "Modification": Bool(16) & 0x200 = Names::Bools("Phasor phase adjusted for rotation", "None");
        CONF_PHASOR_MOD_PHASE_CALIBRATION "synphasor.conf.phasor_mod.phase_calibration" "Modification": Bool(16) & 0x100 = Names::Bools("Phasor phase adjusted for calibration", "None");
        CONF_PHASOR_MOD_MAG_CALIBRATION "synphasor.conf.phasor_mod.mag_calibration" "Modification": Bool(16) & 0x80 = Names::Bools("Phasor magnitude adjusted for calibration", "None");
        CONF_PHASOR_MOD_FILTERED "synphasor.conf.phasor_mod.filtered" "Modification": Bool(16) & 0x40 = Names::Bools("Filtered without changing sampling", "None");
        CONF_PHASOR_MOD_DOWNSAMPLED "synphasor.conf.phasor_mod.downsampled" "Modification": Bool(16) & 0x20 = Names::Bools("Down sampled with non-FIR filter", "None");
        CONF_PHASOR_MOD_DOWNSAMPLED_FIR "synphasor.conf.phasor_mod.downsampled_fir" "Modification": Bool(16) & 0x10 = Names::Bools("Down sampled with FIR filter", "None");
        CONF_PHASOR_MOD_DOWNSAMPLED_RESELECT "synphasor.conf.phasor_mod.downsampled_reselect" "Modification": Bool(16) & 0x8 = Names::Bools("Down sampled by reselection", "None");
        CONF_PHASOR_MOD_UPSAMPLED_EXTRAPOLATION "synphasor.conf.phasor_mod.upsampled_extrapolation" "Modification": Bool(16) & 0x4 = Names::Bools("Up sampled with extrapolation", "None");
        CONF_PHASOR_MOD_UPSAMPLED_INTERPOLATION "synphasor.conf.phasor_mod.upsampled_interpolation" "Modification": Bool(16) & 0x2 = Names::Bools("Up sampled with interpolation", "None");
        CONF_PHASOR_TYPE "synphasor.conf.phasor_type" "Phasor Type": Bool(8) & 0x8 = Names::Bools("Current", "Voltage");
        CONF_PHASOR_COMPONENT "synphasor.conf.phasor_component" "Phasor Type": U8 Hex & 0x7 = CONF_PHASOR_COMPONENT_NAMES;
        CONF_PHASOR_USER_FLAGS "synphasor.conf.phasor_user_flags" "Binary format": Bool(8) & 0xff = Names::Bools("Flags set", "No flags set");
        CONF_PHASOR_SCALE_FACTOR "synphasor.conf.phasor_scale_factor" "Phasor scale factor": F32;
        CONF_PHASOR_ANGLE_OFFSET "synphasor.conf.phasor_angle_offset" "Phasor angle offset": F32;
        CONF_ANALOG_SCALE_FACTOR "synphasor.conf.analog_scale_factor" "Analog scale factor": F32;
        CONF_ANALOG_OFFSET "synphasor.conf.analog_offset" "Analog offset": F32;
        CONF_PMU_LATITUDE "synphasor.conf.pmu_latitude" "PMU Latitude": F32;
        CONF_PMU_LONGITUDE "synphasor.conf.pmu_longitude" "PMU Longitude": F32;
        CONF_PMU_ELEVATION "synphasor.conf.pmu_elevation" "PMU Elevation": F32;
        CONF_SVC_CLASS "synphasor.conf.svc_class" "Service class": Str;
        CONF_WINDOW "synphasor.conf.window" "PM window length": U32 Dec = Names::Unit(" microsecond", " microseconds");
        CONF_GRP_DLY "synphasor.conf.grp_dly" "PM group delay": U32 Dec = Names::Unit(" microsecond", " microseconds");
        CONF_FNOM "synphasor.conf.fnom" "Nominal line frequency": Bool(16) & 0x1 = Names::Bools("50Hz", "60Hz");
        CONF_CFGCNT "synphasor.conf.cfgcnt" "Configuration change count": U16 Dec;
        DATA_CONF_FRAME "synphasor.data.conf_frame" "Dissected using configuration from frame": Framenum;
        DATA_STATUS "synphasor.data.status" "Data error": U16 Hex & 0xc000 = DATA_STATUS_NAMES;
        DATA_SYNC "synphasor.data.sync" "Time synchronized": Bool(16) & 0x2000 = Names::Bools("Synchronization lost", "Clock is synchronized");
        DATA_SORTING "synphasor.data.sorting" "Data sorting": Bool(16) & 0x1000 = Names::Bools("By arrival", "By timestamp");
        DATA_TRIGGER "synphasor.data.trigger" "Trigger detected": Bool(16) & 0x800 = Names::Bools("Trigger detected", "No trigger");
        DATA_CFGCHANGE "synphasor.data.CFGchange" "Configuration changed": Bool(16) & 0x400 = Names::Bools("Within 1 minute", "No");
        DATA_DATA_MODIFIED "synphasor.data.data_modified" "Data modified indicator": Bool(16) & 0x200 = Names::Bools("Data modified by a post-processing device", "Data not modified");
        DATA_PMU_TQ "synphasor.data.pmu_tq" "PMU Time Quality": U16 Hex & 0x1c0 = DATA_PMU_TQ_NAMES;
        DATA_T_UNLOCK "synphasor.data.t_unlock" "Unlocked time": U16 Hex & 0x30 = DATA_T_UNLOCK_NAMES;
        DATA_TRIGGER_REASON "synphasor.data.trigger_reason" "Trigger reason": U16 Hex & 0xf = DATA_TRIGGER_REASON_NAMES;
        COMMAND "synphasor.command" "Command": U16 Hex & 0xffff = COMMAND_NAMES;
        DATA "synphasor.data" "Data": Bytes;
        CHECKSUM "synphasor.checksum" "Checksum": U16 Hex;
        CHECKSUM_STATUS "synphasor.checksum.status" "Checksum Status": U8 = crate::transport::CHECKSUM_STATES;
        NUM_PHASORS "synphasor.num_phasors" "Number of phasors": U16 Dec;
        NUM_ANALOG_VALUES "synphasor.num_analog_values" "Number of analog values": U16 Dec;
        NUM_DIGITAL_STATUS_WORDS "synphasor.num_digital_status_words" "Number of digital status words": U16 Dec;
        RATE_OF_TRANSMISSION "synphasor.rate_of_transmission" "Rate of transmission": I16 Dec;
        PHASOR "synphasor.phasor" "Phasor": Str;
        ACTUAL_FREQUENCY_VALUE "synphasor.actual_frequency_value" "Actual frequency value": F32;
        RATE_CHANGE_FREQUENCY "synphasor.rate_change_frequency" "Rate of change of frequency": F32;
        FREQUENCY_DEVIATION_FROM_NOMINAL "synphasor.frequency_deviation_from_nominal" "Frequency deviation from nominal": I16 Dec;
        ANALOG_VALUE "synphasor.analog_value" "Analog value": Str;
        DIGITAL_STATUS_WORD "synphasor.digital_status_word" "Digital status word": U16 Hex;
        CONVERSION_FACTOR "synphasor.conversion_factor" "conversion factor": U32 Hex;
        FACTOR_FOR_ANALOG_VALUE "synphasor.factor_for_analog_value" "Factor for analog value": U32 Dec & 0xff;
        CHANNEL_NAME "synphasor.channel_name" "Channel name": Str;
        EXTENDED_FRAME_DATA "synphasor.extended_frame_data" "Extended frame data": Bytes;
        DATA_UNKNOWN "synphasor.data.unknown" "Unknown data": Bytes;
        STATUS_WORD_MASK_NORMAL_STATE "synphasor.status_word_mask.normal_state" "Normal state": U16 Hex & 0xffff;
        STATUS_WORD_MASK_VALID_BITS "synphasor.status_word_mask.valid_bits" "Valid bits": U16 Hex & 0xffff;
    }
    experts {
        BAD_CHECKSUM "synphasor.bad_checksum" Error Checksum "Bad checksum";
        DATA_ERROR "synphasor.data_error" Note Response "Data Error flag set";
        NOT_SYNC "synphasor.pmu_not_sync" Note Response "PMU not sync flag set";
    }
}

const HEADER: usize = 14;
const CHECKSUM_LEN: usize = 2;
const DATA_FRAME: u8 = 0;
const HEADER_FRAME: u8 = 1;
const CONFIGURATION_1: u8 = 2;
const CONFIGURATION_2: u8 = 3;
const COMMAND_FRAME: u8 = 4;
const CONFIGURATION_3: u8 = 5;
const QUALITY: &[Field] = &[TIMEQAL_LSDIR, TIMEQAL_LSOCC, TIMEQAL_LSPEND, TIMEQAL_TIMEQUALINDIC];

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [0xaa, _, a, b, ..] => Pdu::Len(usize::from(u16::from_be_bytes([*a, *b])).max(4)),
        [] | [0xaa] | [0xaa, ..] => Pdu::More(4),
        _ => Pdu::AsItComes,
    }
}

/// CRC-CCITT, as annex B has it.
fn crc(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0xffff, |crc, b| {
        (0..8).fold(crc ^ u16::from(*b) << 8, |c, _| c << 1 ^ if c & 0x8000 != 0 { 0x1021 } else { 0 })
    })
}

/// The configuration of a stream counts for the data frames behind it.
fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let &[0xaa, kind, a, b, c, d, ..] = pdu else { return };
    let Some(frame) = pdu.get(..usize::from(u16::from_be_bytes([a, b]))) else { return };
    let stream = u64::from(u16::from_be_bytes([c, d]));
    if kind >> 4 & 7 == CONFIGURATION_2
        && let Some((body, sum)) = frame.split_last_chunk::<CHECKSUM_LEN>()
        && crc(body) == u16::from_be_bytes(*sum)
        && let Some(body) = body.get(HEADER..)
    {
        past.set(&Key::here(stream), body);
    } else if let Some(known) = past.get(&Key::here(stream)) {
        past.note(stream, &known);
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if c.peek_u8(0)? != 0xaa {
        return Err(Stop::NotMine);
    }
    cx.protocol("SYNCHROPHASOR");
    cx.info_clear();
    let kind = c.peek_u8(1)? >> 4 & 7;
    let name = FRTYPE_NAMES.or(u64::from(kind), "Unknown");
    cx.info(|o| _ = o.s(name));
    if kind == COMMAND_FRAME
        && let Ok(command) = c.peek_u16(HEADER)
    {
        cx.info_add(|o| _ = o.s(", ").s(COMMAND_NAMES.or(u64::from(command), "Unknown")));
    }
    let size = usize::from(c.peek_u16(2)?);
    let whole = c.within(size);
    let sum = whole.peek_bytes(0, size).ok().and_then(|b| b.split_last_chunk::<CHECKSUM_LEN>());
    let good = sum.map(|(body, sum)| crc(body) == u16::from_be_bytes(*sum));
    cx.proto_append(|o| {
        o.s(", ").s(name).s(if good == Some(true) { " [correct]" } else { "" });
    });
    let item = cx.peek(SYNC, &c, 2)?;
    cx.under(item, |cx| -> Step {
        cx.peek(FRTYPE, &c, 2)?;
        cx.peek(VERSION, &c, 2)?;
        Ok(())
    })?;
    c.skip(2)?;
    cx.u16(FRSIZE, &mut c)?;
    let stream = cx.u16(IDCODE_STREAM_SOURCE, &mut c)?;
    let seconds = c.peek_u32(0)?;
    cx.add(SOC, c.span(4), Value::Time(i64::from(seconds), 0));
    c.skip(4)?;
    let line = cx.line(c.span(1), |o| _ = o.s("Time quality flags"));
    cx.under(line, |cx| QUALITY.iter().try_for_each(|f| cx.peek(*f, &c, 1).map(|_| ())))?;
    c.skip(1)?;
    let fraction = cx.u24(FRACSEC_RAW, &mut c)?;
    let known = cx.recalled(u64::from(stream));
    let mut body = whole;
    body.advance(HEADER);
    let mut body = body.take(size.saturating_sub(HEADER + CHECKSUM_LEN));
    let base = match kind {
        CONFIGURATION_1 | CONFIGURATION_2 => time_base(body.rest()),
        CONFIGURATION_3 => time_base(body.rest().get(2..).unwrap_or_default()),
        _ => known.and_then(|k| time_base(&k.bytes)),
    };
    if let Some(base) = base {
        let ms = 1000.0 * f64::from(fraction) / f64::from(base);
        cx.add(FRACSEC_MS, whole.span(0), Value::F(f64::from(ms as f32)));
    }
    let b = &mut body;
    if good == Some(false) {
        let item = cx.field(DATA, b, b.left())?;
        cx.append(item, |o| _ = o.s(", not dissected because of wrong checksum"));
    } else {
        match kind {
            DATA_FRAME => data::show(cx, b, known)?,
            HEADER_FRAME => {
                let item = cx.field(DATA, b, b.left())?;
                cx.append(item, |o| _ = o.s("Header Frame"));
            }
            CONFIGURATION_1 | CONFIGURATION_2 | CONFIGURATION_3 => {
                config::show(cx, b, kind == CONFIGURATION_3)?
            }
            COMMAND_FRAME => command(cx, b)?,
            _ => {}
        }
    }
    checksum(cx, whole, size, good)
}

/// Parts of a second that are counted in it, of a configuration.
fn time_base(body: &[u8]) -> Option<u32> {
    match body {
        [_, a, b, c, ..] => Some(u32::from_be_bytes([0, *a, *b, *c])).filter(|n| *n > 0),
        _ => None,
    }
}

fn command<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let item = cx.peek(DATA, c, c.left())?;
    cx.label(item, |o| _ = o.s("Command data"));
    cx.under(item, |cx| -> Step {
        cx.u16(COMMAND, c)?;
        if !c.is_empty() {
            cx.bytes(EXTENDED_FRAME_DATA, c, c.left())?;
        }
        Ok(())
    })
}

fn checksum<S: Sink>(cx: &mut Cx<'_, S>, mut whole: Cursor<'_>, size: usize, good: Option<bool>) -> Step {
    let body = whole.rest().get(..size.saturating_sub(CHECKSUM_LEN)).unwrap_or_default();
    whole.advance(size.saturating_sub(CHECKSUM_LEN));
    let item = cx.peek(CHECKSUM, &whole, 2)?;
    let span = whole.span(2);
    match good {
        Some(true) => cx.append(item, |o| _ = o.s(" [correct]")),
        _ => {
            cx.append(item, |o| _ = o.s(" incorrect, should be ").hex(crc(body), 4));
            cx.expert_with(BAD_CHECKSUM, item, span, |o| {
                o.s("Bad checksum [should be ").hex(crc(body), 4).c(b']');
            });
        }
    }
    cx.generated(CHECKSUM_STATUS, span, Value::U(u64::from(good == Some(true))));
    Ok(())
}
