//! Parameter sets of H.264 (ITU-T H.264, 7.3.2.1 and 7.3.2.2): how a video is coded, as session descriptions tell
//! (RFC 6184 section 8.1).

use requin_wire::{Cursor, Cx, Field, Sink, Span, Step, Stop, Value, names, proto};

proto! {
    H264 "h264" "H.264" "H264" App
    on []
    fields {
        PROFILE "h264.profile" "Profile": Bytes;
        PROFILE_IDC "h264.profile_idc" "Profile_idc": U8 Dec & 0xff = PROFILES;
        RBSP_STOP_BIT "h264.rbsp_stop_bit" "rbsp_stop_bit": U8 Dec;
        RBSP_TRAILING_BITS "h264.rbsp_trailing_bits" "rbsp_trailing_bits": U8 Dec;
        CONSTRAINT_SET0 "h264.constraint_set0_flag" "Constraint_set0_flag": U8 Dec & 0x80;
        CONSTRAINT_SET1 "h264.constraint_set1_flag" "Constraint_set1_flag": U8 Dec & 0x40;
        CONSTRAINT_SET2 "h264.constraint_set2_flag" "Constraint_set2_flag": U8 Dec & 0x20;
        CONSTRAINT_SET3 "h264.constraint_set3_flag" "Constraint_set3_flag": U8 Dec & 0x10;
        CONSTRAINT_SET4 "h264.constraint_set4_flag" "Constraint_set4_flag": U8 Dec & 0x08;
        CONSTRAINT_SET5 "h264.constraint_set5_flag" "Constraint_set5_flag": U8 Dec & 0x04;
        RESERVED_ZERO "h264.reserved_zero_2bits" "Reserved_zero_2bits": U8 Dec & 0x03;
        LEVEL "h264.level_id" "Level_id": U8 Dec & 0xff;
        NAL_UNIT "h264.nal_unit" "NAL unit": Bytes;
        FORBIDDEN_ZERO "h264.forbidden_zero_bit" "Forbidden_zero_bit": U8 Dec & 0x80;
        NAL_REF_IDC "h264.nal_ref_idc" "Nal_ref_idc": U8 Dec & 0x60;
        NAL_UNIT_TYPE "h264.nal_unit_type" "Nal_unit_type": U8 Dec & 0x1f = NAL_TYPES;
        SPS_ID "h264.seq_parameter_set_id" "seq_parameter_set_id": U32 Dec;
        CHROMA_FORMAT "h264.chroma_format_id" "chroma_format_id": U32 Dec;
        COLOUR_TRANSFORM "h264.residual_colour_transform_flag" "residual_colour_transform_flag": U8 Dec;
        DEPTH_LUMA "h264.bit_depth_luma_minus8" "bit_depth_luma_minus8": U32 Dec;
        DEPTH_CHROMA "h264.bit_depth_chroma_minus8" "bit_depth_chroma_minus8": U32 Dec;
        BYPASS "h264.qpprime_y_zero_transform_bypass_flag" "qpprime_y_zero_transform_bypass_flag": U32 Dec;
        SCALING_MATRIX "h264.seq_scaling_matrix_present_flag" "seq_scaling_matrix_present_flag": U32 Dec;
        SCALING_LIST "h264.seq_scaling_list_present_flag" "seq_scaling_list_present_flag": U8 Dec;
        DELTA_SCALE "h264.delta_scale" "delta_scale": I32 Dec;
        LOG2_MAX_FRAME_NUM "h264.log2_max_frame_num_minus4" "log2_max_frame_num_minus4": U32 Dec;
        POC_TYPE "h264.pic_order_cnt_type" "pic_order_cnt_type": U32 Dec;
        LOG2_MAX_POC_LSB "h264.log2_max_pic_order_cnt_lsb_minus4" "log2_max_pic_order_cnt_lsb_minus4": U32 Dec;
        DELTA_POC_ZERO "h264.delta_pic_order_always_zero_flag" "delta_pic_order_always_zero_flag": U8 Dec;
        OFFSET_NON_REF "h264.offset_for_non_ref_pic" "offset_for_non_ref_pic": I32 Dec;
        OFFSET_FIELD "h264.offset_for_top_to_bottom_field" "offset_for_top_to_bottom_field": I32 Dec;
        REF_CYCLE "h264.num_ref_frames_in_pic_order_cnt_cycle" "num_ref_frames_in_pic_order_cnt_cycle": U32 Dec;
        OFFSET_REF "h264.offset_for_ref_frame" "offset_for_ref_frame": I32 Dec;
        REF_FRAMES "h264.num_ref_frames" "num_ref_frames": U32 Dec;
        GAPS "h264.gaps_in_frame_num_value_allowed_flag" "gaps_in_frame_num_value_allowed_flag": U8 Dec;
        WIDTH "h264.pic_width_in_mbs_minus1" "pic_width_in_mbs_minus1": U32 Dec;
        HEIGHT "h264.pic_height_in_map_units_minus1" "pic_height_in_map_units_minus1": U32 Dec;
        FRAME_MBS_ONLY "h264.frame_mbs_only_flag" "frame_mbs_only_flag": U8 Dec;
        MB_ADAPTIVE "h264.mb_adaptive_frame_field_flag" "mb_adaptive_frame_field_flag": U8 Dec;
        DIRECT_8X8 "h264.direct_8x8_inference_flag" "direct_8x8_inference_flag": U8 Dec;
        CROPPING "h264.frame_cropping_flag" "frame_cropping_flag": U8 Dec;
        CROP_LEFT "h264.frame_crop_left_offset" "frame_crop_left_offset": U32 Dec;
        CROP_RIGHT "h264.frame_crop_right_offset" "frame_crop_right_offset": U32 Dec;
        CROP_TOP "h264.frame_crop_top_offset" "frame_crop_top_offset": U32 Dec;
        CROP_BOTTOM "h264.frame_crop_bottom_offset" "frame_crop_bottom_offset": U32 Dec;
        VUI "h264.vui_parameters_present_flag" "vui_parameters_present_flag": U8 Dec;
        PPS_ID "h264.pic_parameter_set_id" "pic_parameter_set_id": U32 Dec;
        ENTROPY "h264.entropy_coding_mode_flag" "entropy_coding_mode_flag": U8 Dec;
        POC_PRESENT "h264.pic_order_present_flag" "pic_order_present_flag": U8 Dec;
        SLICE_GROUPS "h264.num_slice_groups_minus1" "num_slice_groups_minus1": U32 Dec;
        MAP_TYPE "h264.slice_group_map_type" "slice_group_map_type": U32 Dec = MAP_TYPES;
        REF_L0 "h264.num_ref_idx_l0_active_minus1" "num_ref_idx_l0_active_minus1": U32 Dec;
        REF_L1 "h264.num_ref_idx_l1_active_minus1" "num_ref_idx_l1_active_minus1": U32 Dec;
        WEIGHTED "h264.weighted_pred_flag" "weighted_pred_flag": U8 Dec;
        BIPRED "h264.weighted_bipred_idc" "weighted_bipred_idc": U8 Dec;
        INIT_QP "h264.pic_init_qp_minus26" "pic_init_qp_minus26": I32 Dec;
        INIT_QS "h264.pic_init_qs_minus26" "pic_init_qs_minus26": I32 Dec;
        CHROMA_QP "h264.chroma_qp_index_offset" "chroma_qp_index_offset": I32 Dec;
        DEBLOCKING "h264.deblocking_filter_control_present_flag" "deblocking_filter_control_present_flag": U8 Dec;
        INTRA_PRED "h264.constrained_intra_pred_flag" "constrained_intra_pred_flag": U8 Dec;
        REDUNDANT "h264.redundant_pic_cnt_present_flag" "redundant_pic_cnt_present_flag": U8 Dec;
        TRANSFORM_8X8 "h264.transform_8x8_mode_flag" "transform_8x8_mode_flag": U8 Dec;
        PIC_SCALING "h264.pic_scaling_matrix_present_flag" "pic_scaling_matrix_present_flag": U8 Dec;
        CHROMA_QP_2 "h264.second_chroma_qp_index_offset" "second_chroma_qp_index_offset": I32 Dec;
        ASPECT "h264.aspect_ratio_info_present_flag" "aspect_ratio_info_present_flag": U8 Dec;
        ASPECT_IDC "h264.aspect_ratio_idc" "aspect_ratio_idc": U8 Dec;
        SAR_WIDTH "h264.sar_width" "sar_width": U16 Dec;
        SAR_HEIGHT "h264.sar_height" "sar_height": U16 Dec;
        OVERSCAN "h264.overscan_info_present_flag" "overscan_info_present_flag": U8 Dec;
        OVERSCAN_OK "h264.overscan_appropriate_flag" "overscan_appropriate_flag": U8 Dec;
        SIGNAL "h264.video_signal_type_present_flag" "video_signal_type_present_flag": U8 Dec;
        VIDEO_FORMAT "h264.video_format" "video_format": U8 Dec = VIDEO_FORMATS;
        FULL_RANGE "h264.video_full_range_flag" "video_full_range_flag": U8 Dec;
        COLOUR "h264.colour_description_present_flag" "colour_description_present_flag": U8 Dec;
        PRIMARIES "h264.colour_primaries" "colour_primaries": U8 Dec;
        TRANSFER "h264.transfer_characteristics" "transfer_characteristics": U8 Dec;
        MATRIX "h264.matrix_coefficients" "matrix_coefficients": U8 Dec;
        CHROMA_LOC "h264.chroma_loc_info_present_flag" "chroma_loc_info_present_flag": U8 Dec;
        CHROMA_TOP "h264.chroma_sample_loc_type_top_field" "chroma_sample_loc_type_top_field": U32 Dec;
        CHROMA_BOTTOM "h264.chroma_sample_loc_type_bottom_field" "chroma_sample_loc_type_bottom_field": U32 Dec;
        TIMING "h264.timing_info_present_flag" "timing_info_present_flag": U8 Dec;
        UNITS_IN_TICK "h264.num_units_in_tick" "num_units_in_tick": U32 Dec;
        TIME_SCALE "h264.time_scale" "time_scale": U32 Dec;
        FIXED_RATE "h264.fixed_frame_rate_flag" "fixed_frame_rate_flag": U8 Dec;
        NAL_HRD "h264.nal_hrd_parameters_present_flag" "nal_hrd_parameters_present_flag": U8 Dec;
        VCL_HRD "h264.vcl_hrd_parameters_present_flag" "vcl_hrd_parameters_present_flag": U8 Dec;
        LOW_DELAY "h264.low_delay_hrd_flag" "low_delay_hrd_flag": U8 Dec;
        PIC_STRUCT "h264.pic_struct_present_flag" "pic_struct_present_flag": U8 Dec;
        RESTRICTION "h264.bitstream_restriction_flag" "bitstream_restriction_flag": U8 Dec;
        MV_OVER "h264.motion_vectors_over_pic_boundaries_flag" "motion_vectors_over_pic_boundaries_flag": U32 Dec;
        MAX_BYTES "h264.max_bytes_per_pic_denom" "max_bytes_per_pic_denom": U32 Dec;
        MAX_BITS "h264.max_bits_per_mb_denom" "max_bits_per_mb_denom": U32 Dec;
        MV_HORIZONTAL "h264.max_mv_length_horizontal" "max_mv_length_horizontal": U32 Dec;
        MV_VERTICAL "h264.log2_max_mv_length_vertical" "log2_max_mv_length_vertical": U32 Dec;
        REORDER "h264.num_reorder_frames" "num_reorder_frames": U32 Dec;
        BUFFERING "h264.max_dec_frame_buffering" "max_dec_frame_buffering": U32 Dec;
        CPB_COUNT "h264.cpb_cnt_minus1" "cpb_cnt_minus1": U32 Dec;
        RATE_SCALE "h264.bit_rate_scale" "bit_rate_scale": U8 Dec;
        SIZE_SCALE "h264.cpb_size_scale" "cpb_size_scale": U8 Dec;
        RATE_VALUE "h264.bit_rate_value_minus1" "bit_rate_value_minus1": U32 Dec;
        SIZE_VALUE "h264.cpb_size_value_minus1" "cpb_size_value_minus1": U32 Dec;
        CBR "h264.cbr_flag" "cbr_flag": U8 Dec;
        INITIAL_DELAY "h264.initial_cpb_removal_delay_length_minus1" "initial_cpb_removal_delay_length_minus1": U8 Dec;
        REMOVAL_DELAY "h264.cpb_removal_delay_length_minus1" "cpb_removal_delay_length_minus1": U8 Dec;
        OUTPUT_DELAY "h264.dpb_output_delay_length_minus11" "dpb_output_delay_length_minus11": U8 Dec;
        TIME_OFFSET "h264.time_offset_length" "time_offset_length": U8 Dec;
    }
}

names! {
    PROFILES {
        66 => "Baseline profile", 77 => "Main profile", 83 => "Scalable Baseline", 86 => "Scalable High",
        88 => "Extended profile", 100 => "High profile", 110 => "High 10 profile", 118 => "Multi-view High",
        122 => "High 4:2:2 profile", 128 => "Stereo High", 144 => "High 4:4:4 profile",
    }
    NAL_TYPES {
        0 => "Unspecified", 1 => "Coded slice of a non-IDR picture", 2 => "Coded slice data partition A",
        3 => "Coded slice data partition B", 4 => "Coded slice data partition C",
        5 => "Coded slice of an IDR picture", 6 => "Supplemental enhancement information (SEI)",
        7 => "Sequence parameter set", 8 => "Picture parameter set", 9 => "Access unit delimiter",
        10 => "End of sequence", 11 => "End of stream", 12 => "Filler data",
        13 => "Sequence parameter set extension", 14 => "Prefix", 15 => "Subset sequence parameter set",
        16 => "Reserved", 17 => "Reserved", 18 => "Reserved",
        19 => "Coded slice of an auxiliary coded picture without partitioning", 20 => "Coded slice extension",
        21 => "Coded slice extension for depth view components", 22 => "Reserved", 23 => "Reserved",
        24 => "Unspecified", 25 => "Unspecified", 26 => "Unspecified", 27 => "Unspecified", 28 => "FU-A",
        29 => "Unspecified", 30 => "Unspecified", 31 => "Unspecified",
    }
    MAP_TYPES {
        0 => "Interleaved slice groups", 1 => "Dispersed slice group mapping",
        2 => "One or more foreground slice groups and a leftover slice group", 3 => "Changing slice groups",
        4 => "Changing slice groups", 5 => "Changing slice groups",
        6 => "Explicit assignment of a slice group to each slice group map unit",
    }
    VIDEO_FORMATS {
        0 => "Component", 1 => "PAL", 2 => "NTSC", 3 => "SECAM", 4 => "MAC", 5 => "Unspecified video format",
        6 => "Reserved", 7 => "Reserved",
    }
    // Level, and the highest bit rate at it for the baseline, main and extended profiles (table A-1).
    LEVELS {
        9 => "Level 1b 128 kb/s", 10 => "Level 1 64 kb/s", 11 => "Level 1.1 192 kb/s", 12 => "Level 1.2 384 kb/s",
        13 => "Level 1.3 768 kb/s", 20 => "Level 2 2 Mb/s", 21 => "Level 2.1 4 Mb/s", 22 => "Level 2.2 4 Mb/s",
        30 => "Level 3 10 Mb/s", 31 => "Level 3.1 14 Mb/s", 32 => "Level 3.2 20 Mb/s", 40 => "Level 4 20 Mb/s",
        41 => "Level 4.1 50 Mb/s", 42 => "Level 4.2 50 Mb/s", 50 => "Level 5 135 Mb/s", 51 => "Level 5.1 240 Mb/s",
        52 => "Level 5.2 240 Mb/s",
    }
}

/// What no protocol is handed to by itself: session descriptions carry it.
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

/// Whether anything of this is wanted.
pub(crate) fn is_wanted<S: Sink>(cx: &Cx<'_, S>) -> bool {
    cx.wants_any(PROFILE, TIME_OFFSET)
}

/// Profile, constraints and level of a `profile-level-id`, whose bytes these are; `span` is where they are written.
pub(crate) fn profile<S: Sink>(cx: &mut Cx<'_, S>, span: Span, bytes: Vec<u8>) {
    let item = cx.add_bytes(PROFILE, span, &bytes);
    cx.under(item, |cx| _ = cx.with_source("h264 prof", bytes, |cx, mut c| profile_and_level(cx, &mut c)));
}

fn profile_and_level<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u8(PROFILE_IDC, c)?;
    for field in [
        CONSTRAINT_SET0,
        CONSTRAINT_SET1,
        CONSTRAINT_SET2,
        CONSTRAINT_SET3,
        CONSTRAINT_SET4,
        CONSTRAINT_SET5,
        RESERVED_ZERO,
    ] {
        cx.peek(field, c, 1)?;
    }
    // With this constraint, below the high profiles, level 1.1 is 1b.
    let &[constraints, level] = c.peek_array::<2>()?;
    c.skip(1)?;
    let item = cx.field(LEVEL, c, 1)?;
    let level = if level == 11 && constraints & 0x10 != 0 { 9 } else { level };
    if let Some(name) = LEVELS.find(u64::from(level)) {
        cx.append(item, |o| _ = o.s(" [").s(name).s("]"));
    }
    Ok(())
}

/// A NAL unit, whose bytes these are; `span` is where they are written.
pub(crate) fn nal_unit<S: Sink>(cx: &mut Cx<'_, S>, span: Span, bytes: Vec<u8>) {
    let item = cx.add_bytes(NAL_UNIT, span, &bytes);
    // What keeps start codes from arising is no part of what is coded (7.4.1).
    let raw = unescaped(&bytes);
    cx.under(item, |cx| {
        // A unit that ends early has no more to tell.
        _ = cx.with_source("h264 nal unit", raw, |cx, c| unit(cx, c));
    });
}

/// The bytes without each 3 behind two zeros.
fn unescaped(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut zeros = 0;
    for b in bytes {
        if zeros >= 2 && *b == 3 {
            zeros = 0;
            continue;
        }
        zeros = if *b == 0 { zeros + 1 } else { 0 };
        out.push(*b);
    }
    out
}

fn unit<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)? & 0x1f;
    cx.peek(FORBIDDEN_ZERO, &c, 1)?;
    cx.peek(NAL_REF_IDC, &c, 1)?;
    cx.u8(NAL_UNIT_TYPE, &mut c)?;
    match kind {
        7 => {
            let profile = c.peek_u8(0)?;
            profile_and_level(cx, &mut c)?;
            let mut bits = Bits { c, at: 0 };
            sequence(cx, &mut bits, profile)?;
            bits.trailing(cx)
        }
        8 => {
            let mut bits = Bits { c, at: 0 };
            if picture(cx, &mut bits)? { bits.trailing(cx) } else { Ok(()) }
        }
        _ => Ok(()),
    }
}

/// Reads bit by bit.
struct Bits<'c> {
    c: Cursor<'c>,
    /// Bits that were read.
    at: usize,
}

impl Bits<'_> {
    /// Up to 64 bits behind so many.
    fn peek(&self, skip: usize, n: usize) -> Result<u64, Stop> {
        let mut v = 0;
        for at in (self.at + skip..).take(n) {
            v = v << 1 | u64::from(self.c.peek_u8(at / 8)? >> (7 - at % 8) & 1);
        }
        Ok(v)
    }

    /// Adds what `n` bits say, and passes over them.
    fn add<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field, n: usize, value: Value) -> Step {
        let (first, end) = (self.at / 8, (self.at + n).div_ceil(8));
        let span = Span::new(self.c.source(), self.c.pos() + first, end - first);
        let item = cx.add(field, span, value);
        let (from, to) = (self.at, self.at + n);
        let def = cx.registry.field(field);
        cx.label(item, |o| {
            for at in 8 * first..8 * end {
                if at > 8 * first && at % 4 == 0 {
                    o.s(if at % 8 == 0 { "  " } else { " " });
                }
                match self.c.peek_u8(at / 8) {
                    Ok(byte) if (from..to).contains(&at) => o.c(b'0' + (byte >> (7 - at % 8) & 1)),
                    _ => o.c(b'.'),
                };
            }
            o.s(" = ").s(def.label).s(": ");
            match value {
                Value::I(n) => _ = o.i(n),
                Value::U(n) => match def.names.find(n) {
                    Some(name) => _ = o.s(name).s(" (").u(n).s(")"),
                    None => _ = o.u(n),
                },
                _ => (),
            }
        });
        self.at += n;
        Ok(())
    }

    /// A number of `n` bits: u(n).
    fn u<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field, n: usize) -> Result<u64, Stop> {
        let v = self.peek(0, n)?;
        self.add(cx, field, n, Value::U(v))?;
        Ok(v)
    }

    fn flag<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field) -> Result<bool, Stop> {
        Ok(self.u(cx, field, 1)? != 0)
    }

    /// An Exp-Golomb code (9.1): how many bits it has, and its number, which has 32 bits at most.
    fn golomb(&self) -> Result<(usize, u64), Stop> {
        let mut zeros = 0;
        while self.peek(zeros, 1)? == 0 {
            zeros += 1;
            if zeros > 31 {
                return Err(Stop::Malformed);
            }
        }
        Ok((2 * zeros + 1, self.peek(zeros, zeros + 1)? - 1))
    }

    /// ue(v).
    fn ue<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field) -> Result<u64, Stop> {
        let (n, v) = self.golomb()?;
        self.add(cx, field, n, Value::U(v))?;
        Ok(v)
    }

    /// se(v): 1, -1, 2, -2 and so on.
    fn se<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field) -> Result<i64, Stop> {
        let (n, v) = self.golomb()?;
        let half = v.div_ceil(2) as i64;
        let v = if v % 2 == 1 { half } else { -half };
        self.add(cx, field, n, Value::I(v))?;
        Ok(v)
    }

    /// Whether more is coded than the bit that ends it all and zeros.
    fn has_more(&self) -> bool {
        let bytes = self.c.rest();
        let Some(last) = bytes.iter().rposition(|b| *b != 0) else { return false };
        let bits = bytes.get(last).map_or(0, |b| b.trailing_zeros() as usize);
        8 * last + 7 - bits > self.at
    }

    /// The bit that ends it all, and what fills up the byte.
    fn trailing<S: Sink>(&mut self, cx: &mut Cx<'_, S>) -> Step {
        self.u(cx, RBSP_STOP_BIT, 1)?;
        let n = self.at.next_multiple_of(8) - self.at;
        if n > 0 {
            self.u(cx, RBSP_TRAILING_BITS, n)?;
        }
        Ok(())
    }
}

/// Whether a profile has the chroma format and more of the sort (7.3.2.1.1).
fn is_high(profile: u8) -> bool {
    matches!(profile, 44 | 83 | 86 | 100 | 110 | 118 | 122 | 128 | 134 | 135 | 138 | 139 | 144 | 244)
}

/// Lists of a scaling matrix.
fn scaling<S: Sink>(cx: &mut Cx<'_, S>, b: &mut Bits<'_>, lists: usize) -> Step {
    for list in 0..lists {
        if !b.flag(cx, SCALING_LIST)? {
            continue;
        }
        let (mut last, mut next) = (8, 8);
        for _ in 0..if list < 6 { 16 } else { 64 } {
            if next != 0 {
                next = (last + b.se(cx, DELTA_SCALE)?).rem_euclid(256);
            }
            last = if next == 0 { last } else { next };
        }
    }
    Ok(())
}

/// A sequence parameter set, behind its level.
fn sequence<S: Sink>(cx: &mut Cx<'_, S>, b: &mut Bits<'_>, profile: u8) -> Step {
    b.ue(cx, SPS_ID)?;
    if is_high(profile) {
        let chroma = b.ue(cx, CHROMA_FORMAT)?;
        if chroma == 3 {
            b.u(cx, COLOUR_TRANSFORM, 1)?;
        }
        b.ue(cx, DEPTH_LUMA)?;
        b.ue(cx, DEPTH_CHROMA)?;
        b.u(cx, BYPASS, 1)?;
        if b.flag(cx, SCALING_MATRIX)? {
            scaling(cx, b, if chroma == 3 { 12 } else { 8 })?;
        }
    }
    b.ue(cx, LOG2_MAX_FRAME_NUM)?;
    match b.ue(cx, POC_TYPE)? {
        0 => _ = b.ue(cx, LOG2_MAX_POC_LSB)?,
        1 => {
            b.u(cx, DELTA_POC_ZERO, 1)?;
            b.se(cx, OFFSET_NON_REF)?;
            b.se(cx, OFFSET_FIELD)?;
            // Each takes at least a bit: they end with the bytes.
            for _ in 0..b.ue(cx, REF_CYCLE)? {
                b.se(cx, OFFSET_REF)?;
            }
        }
        _ => (),
    }
    b.ue(cx, REF_FRAMES)?;
    b.u(cx, GAPS, 1)?;
    b.ue(cx, WIDTH)?;
    b.ue(cx, HEIGHT)?;
    if !b.flag(cx, FRAME_MBS_ONLY)? {
        b.u(cx, MB_ADAPTIVE, 1)?;
    }
    b.u(cx, DIRECT_8X8, 1)?;
    if b.flag(cx, CROPPING)? {
        for field in [CROP_LEFT, CROP_RIGHT, CROP_TOP, CROP_BOTTOM] {
            b.ue(cx, field)?;
        }
    }
    if b.flag(cx, VUI)? { usability(cx, b) } else { Ok(()) }
}

/// How the video is to be shown (E.1.1).
fn usability<S: Sink>(cx: &mut Cx<'_, S>, b: &mut Bits<'_>) -> Step {
    // The ratio is told by itself.
    const EXTENDED: u64 = 255;
    if b.flag(cx, ASPECT)? && b.u(cx, ASPECT_IDC, 8)? == EXTENDED {
        b.u(cx, SAR_WIDTH, 16)?;
        b.u(cx, SAR_HEIGHT, 16)?;
    }
    if b.flag(cx, OVERSCAN)? {
        b.u(cx, OVERSCAN_OK, 1)?;
    }
    if b.flag(cx, SIGNAL)? {
        b.u(cx, VIDEO_FORMAT, 3)?;
        b.u(cx, FULL_RANGE, 1)?;
        if b.flag(cx, COLOUR)? {
            for field in [PRIMARIES, TRANSFER, MATRIX] {
                b.u(cx, field, 8)?;
            }
        }
    }
    if b.flag(cx, CHROMA_LOC)? {
        b.ue(cx, CHROMA_TOP)?;
        b.ue(cx, CHROMA_BOTTOM)?;
    }
    if b.flag(cx, TIMING)? {
        b.u(cx, UNITS_IN_TICK, 32)?;
        b.u(cx, TIME_SCALE, 32)?;
        b.u(cx, FIXED_RATE, 1)?;
    }
    let nal = b.flag(cx, NAL_HRD)?;
    if nal {
        reference_decoder(cx, b)?;
    }
    let vcl = b.flag(cx, VCL_HRD)?;
    if vcl {
        reference_decoder(cx, b)?;
    }
    if nal || vcl {
        b.u(cx, LOW_DELAY, 1)?;
    }
    b.u(cx, PIC_STRUCT, 1)?;
    if b.flag(cx, RESTRICTION)? {
        b.u(cx, MV_OVER, 1)?;
        for field in [MAX_BYTES, MAX_BITS, MV_HORIZONTAL, MV_VERTICAL, REORDER, BUFFERING] {
            b.ue(cx, field)?;
        }
    }
    Ok(())
}

/// What the hypothetical reference decoder buffers (E.1.2).
fn reference_decoder<S: Sink>(cx: &mut Cx<'_, S>, b: &mut Bits<'_>) -> Step {
    let count = b.ue(cx, CPB_COUNT)?;
    b.u(cx, RATE_SCALE, 4)?;
    b.u(cx, SIZE_SCALE, 4)?;
    // Each takes at least three bits: they end with the bytes.
    for _ in 0..=count {
        b.ue(cx, RATE_VALUE)?;
        b.ue(cx, SIZE_VALUE)?;
        b.u(cx, CBR, 1)?;
    }
    for field in [INITIAL_DELAY, REMOVAL_DELAY, OUTPUT_DELAY, TIME_OFFSET] {
        b.u(cx, field, 5)?;
    }
    Ok(())
}

/// A picture parameter set; whether all of it was read.
fn picture<S: Sink>(cx: &mut Cx<'_, S>, b: &mut Bits<'_>) -> Result<bool, Stop> {
    b.ue(cx, PPS_ID)?;
    b.ue(cx, SPS_ID)?;
    b.u(cx, ENTROPY, 1)?;
    b.u(cx, POC_PRESENT, 1)?;
    if b.ue(cx, SLICE_GROUPS)? > 0 {
        // Maps of slice groups are not read, nor what stands behind them.
        b.ue(cx, MAP_TYPE)?;
        return Ok(false);
    }
    b.ue(cx, REF_L0)?;
    b.ue(cx, REF_L1)?;
    b.u(cx, WEIGHTED, 1)?;
    b.u(cx, BIPRED, 2)?;
    b.se(cx, INIT_QP)?;
    b.se(cx, INIT_QS)?;
    b.se(cx, CHROMA_QP)?;
    b.u(cx, DEBLOCKING, 1)?;
    b.u(cx, INTRA_PRED, 1)?;
    b.u(cx, REDUNDANT, 1)?;
    if b.has_more() {
        let large = b.flag(cx, TRANSFORM_8X8)?;
        if b.flag(cx, PIC_SCALING)? {
            // Those of larger blocks there are where such blocks are, two unless chroma is not subsampled.
            scaling(cx, b, if large { 8 } else { 6 })?;
        }
        b.se(cx, CHROMA_QP_2)?;
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_bit_by_bit() {
        // 1, 010, 011, 00100, 1: numbers 0, 1, 2, 3, then the bit that ends it all.
        let bytes = [0b1010_0110, 0b0100_1000];
        let mut b = Bits { c: Cursor::new(&bytes, 2, 0), at: 0 };
        for (n, v) in [(1, 0), (3, 1), (3, 2), (5, 3)] {
            assert!(b.has_more());
            assert_eq!(b.golomb(), Ok((n, v)));
            b.at += n;
        }
        assert!(!b.has_more());
        assert_eq!(Bits { c: Cursor::new(&[0; 8], 8, 0), at: 0 }.golomb(), Err(Stop::Malformed));
        let longest = [0, 0, 0, 1, 0xff, 0xff, 0xff, 0xfe];
        assert_eq!(Bits { c: Cursor::new(&longest, 8, 0), at: 0 }.golomb(), Ok((63, 0xffff_fffe)));
    }

    #[test]
    fn what_keeps_start_codes_away_is_left_out() {
        assert_eq!(unescaped(&[1, 0, 0, 3, 1, 0, 0, 0, 3, 3]), [1, 0, 0, 1, 0, 0, 0, 3]);
    }
}
