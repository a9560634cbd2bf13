//! Values whose text is no number with a name.

use super::*;

fn number(v: Value) -> u64 {
    v.as_u64().unwrap_or(0)
}

/// A number of halves.
fn halves(o: &mut Out<'_>, v: i64) {
    if v < 0 {
        o.c(b'-');
    }
    o.u(v.unsigned_abs() / 2).s(if v % 2 == 0 { ".0" } else { ".5" });
}

/// A byte that has a sign.
fn signed(v: Value) -> i64 {
    match v {
        Value::I(v) => v,
        _ => i64::from(number(v) as u8 as i8),
    }
}

/// Power that was received: halves of a decibel from -110 on.
pub fn rcpi(v: Value, o: &mut Out<'_>) {
    let v = number(v);
    o.u(v);
    match v {
        0 => _ = o.s(" (P < -109.5 dBm)"),
        1..=219 => {
            o.s(" (P = ");
            halves(o, v as i64 - 220);
            o.s(" dBm)");
        }
        220 => _ = o.s(" (P > -0.5 dBm)"),
        255 => _ = o.s(" (Measurement not available)"),
        _ => _ = o.s(" (Reserved)"),
    }
}

/// The same in a report.
pub fn measure_rep_rcpi(v: Value, o: &mut Out<'_>) {
    rcpi(v, o);
}

/// Signal to noise: halves of a decibel from -10 on.
pub fn rsni(v: Value, o: &mut Out<'_>) {
    let v = number(v);
    if v == 255 {
        o.u(v).s(" (Measurement not available)");
        return;
    }
    halves(o, v as i64 - 20);
    o.s(" dB");
}

/// The same in a report.
pub fn measure_rep_rsni(v: Value, o: &mut Out<'_>) {
    rsni(v, o);
}

fn seconds(micros: u64, o: &mut Out<'_>) {
    o.u(micros / 1_000_000).c(b'.').u0(micros % 1_000_000, 6).s(" [Seconds]");
}

/// Units of 1024 microseconds.
pub fn mesh_mesh_awake_window(v: Value, o: &mut Out<'_>) {
    seconds(number(v) * 1024, o);
}

/// How often a beacon is sent.
pub fn bcntime_info_nstabi(v: Value, o: &mut Out<'_>) {
    mgt::beacon_interval(v, o);
}

/// Microseconds.
pub fn relay_trans_param_link_change_interval(v: Value, o: &mut Out<'_>) {
    seconds(number(v), o);
}

/// Halves of a decibel from -128 on.
pub fn s1g_open_loop_link_margin_index(v: Value, o: &mut Out<'_>) {
    halves(o, number(v) as i64 - 256);
    o.s(" dB");
}

/// Units of 40 microseconds.
pub fn s1g_el_operation_max_awake_duration(v: Value, o: &mut Out<'_>) {
    o.u(number(v) * 40).s(" uS");
}

/// Units of 40 microseconds.
pub fn s1g_el_operation_recovery_time_duration(v: Value, o: &mut Out<'_>) {
    o.u(number(v) * 40).s(" uS");
}

/// A power of two.
pub fn ext_tag_he_mac_cap_max_frag_msdus(v: Value, o: &mut Out<'_>) {
    match number(v) {
        7 => _ = o.s("No restriction"),
        n => _ = o.u(1u64 << (n & 7)),
    }
}

/// A channel that is measured; 0 and 255 stand for several.
fn channel(v: Value, o: &mut Out<'_>) {
    let v = number(v);
    o.u(v).s(match v {
        0 => " (iterative measurements on all supported channels in the specified Operating Class)",
        255 => " (iterative measurements on all supported channels listed in the AP Channel Report)",
        _ => " (iterative measurements on that Channel Number)",
    });
}

/// A channel.
pub fn nreport_channumber(v: Value, o: &mut Out<'_>) {
    channel(v, o);
}

/// A channel.
pub fn measure_req_channelnumber(v: Value, o: &mut Out<'_>) {
    channel(v, o);
}

/// A channel.
pub fn measure_rep_channelnumber(v: Value, o: &mut Out<'_>) {
    channel(v, o);
}

/// One more.
pub fn dmg_capa_num_rx(v: Value, o: &mut Out<'_>) {
    o.u(number(v) + 1);
}

/// One more.
pub fn dmg_capa_num_sectors(v: Value, o: &mut Out<'_>) {
    o.u(number(v) + 1);
}

/// One more, twice.
pub fn dmg_capa_rxss_len(v: Value, o: &mut Out<'_>) {
    o.u((number(v) + 1) * 2);
}

/// Units of 1024 microseconds.
pub fn fixed_ftm_param_partial_tsf_timer(v: Value, o: &mut Out<'_>) {
    let v = number(v);
    o.u(v * 1024).s(" µs (").u(v).s(")");
}

/// Decibels from -3 on.
pub fn s1g_sector_id_index_snr(v: Value, o: &mut Out<'_>) {
    o.i(number(v) as i64 - 3).s("dB");
}

/// Density of power.
pub fn rnr_tbt_info_psd_subfield(v: Value, o: &mut Out<'_>) {
    halves(o, signed(v));
    o.s(" dBm/MHz");
}

fn power(v: Value, o: &mut Out<'_>) {
    halves(o, signed(v));
    o.s(" dBm");
}

/// Power.
pub fn vht_tpe_pwr_constr_20(v: Value, o: &mut Out<'_>) {
    power(v, o);
}

/// Power.
pub fn vht_tpe_pwr_constr_40(v: Value, o: &mut Out<'_>) {
    power(v, o);
}

/// Power.
pub fn vht_tpe_pwr_constr_80(v: Value, o: &mut Out<'_>) {
    power(v, o);
}

/// Power.
pub fn vht_tpe_pwr_constr_160(v: Value, o: &mut Out<'_>) {
    power(v, o);
}

/// Microseconds.
pub fn dmg_bss_param_change_tbtt_offset(v: Value, o: &mut Out<'_>) {
    seconds(number(v), o);
}
