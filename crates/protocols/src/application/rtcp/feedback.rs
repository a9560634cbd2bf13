//! Feedback: RFC 4585, RFC 5104, receiver-estimated bit rates and transport-wide congestion control
//! (draft-alvestrand-rmcat-remb-03, draft-holmer-rmcat-transport-wide-cc-extensions-01).

use super::*;

names! {
    pub(super) TRANSPORT {
        1 => "Generic negative acknowledgement (NACK)",
        3 => "Temporary Maximum Media Stream Bit Rate Request (TMMBR)",
        4 => "Temporary Maximum Media Stream Bit Rate Notification (TMMBN)",
        15 => "Transport-wide Congestion Control (Transport-cc)", 31 => "Reserved for future extensions",
    }
    pub(super) PAYLOAD {
        1 => "Picture Loss Indication", 2 => "Slice Loss Indication",
        3 => "Reference Picture Selection Indication", 4 => "Full Intra Request (FIR) Command",
        5 => "Temporal-Spatial Trade-off Request (TSTR)",
        6 => "Temporal-Spatial Trade-off Notification (TSTN)", 7 => "Video Back Channel Message (VBCM)",
        15 => "Application Layer Feedback", 31 => "Reserved for future extensions",
    }
    /// Short names of payload-specific messages.
    SHORT {
        1 => "PLI", 2 => "SLI", 3 => "RPSI", 4 => "FIR", 5 => "TSTR", 6 => "TSTN", 7 => "VBCM", 15 => "ALFB",
    }
}

const NACK: u8 = 1;
const BIT_RATE_REQUEST: u8 = 3;
const BIT_RATE_NOTIFICATION: u8 = 4;
const CONGESTION: u8 = 15;
const SLICE_LOSS: u8 = 2;
const INTRA: u8 = 4;
const APPLICATION_LAYER: u8 = 15;
/// Deltas that one message may tell of.
const MOST: usize = 1 << 16;

fn ends<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, blank: bool) -> Step {
    cx.u32(SENDERSSRC, c)?;
    let item = cx.field(MEDIASSRC, c, 4)?;
    if blank {
        cx.append(item, |o| _ = o.s(" "));
    }
    Ok(())
}

fn rest<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = c.left();
    if n > 0 {
        cx.bytes(FCI, c, n)?;
    }
    Ok(())
}

/// Feedback on packets.
pub(super) fn transport<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: u8) -> Step {
    ends(cx, c, false)?;
    match kind {
        NACK => {
            while c.left() >= 4 {
                lost(cx, c)?;
            }
        }
        BIT_RATE_REQUEST | BIT_RATE_NOTIFICATION => {
            let mut n = 0u32;
            while c.left() >= 8 {
                n += 1;
                bit_rate(cx, c, kind, n)?;
            }
        }
        CONGESTION => congestion(cx, c)?,
        _ => (),
    }
    rest(cx, c)
}

fn lost<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let first = cx.u16(RTPFB_NACK_PID, c)?;
    let bits = c.peek_u16(0)?;
    let span = c.span(2);
    let others =
        move || (0..16u16).filter(move |i| bits >> i & 1 != 0).map(move |i| first.wrapping_add(i + 1));
    let item = cx.field(RTPFB_NACK_BLP, c, 2)?;
    cx.append(item, |o| {
        if bits == 0 {
            o.s(" (No additional frames lost)");
            return;
        }
        o.s(" (Frames");
        for seq in others() {
            o.s(" ").u(seq);
        }
        o.s(" lost)");
    });
    cx.under(item, |cx| {
        for seq in others() {
            let item = cx.add(RTPFB_NACK_PID, span, Value::U(u64::from(seq)));
            cx.label(item, |o| _ = o.s("Frame ").u(seq).s(" also lost"));
        }
    });
    cx.proto_append(|o| _ = o.s(": NACK: ").u(bits.count_ones() + 1).s(" frames lost"));
    Ok(())
}

fn bit_rate<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: u8, n: u32) -> Step {
    let name = if kind == BIT_RATE_REQUEST { "TMMBR" } else { "TMMBN" };
    let item = cx.line(c.span(8), |o| _ = o.s(name).s(" ").u(n));
    cx.under(item, |cx| -> Step {
        cx.u32(TMMBR_SSRC, c)?;
        let word = c.peek_u32(0)?;
        let (exponent, mantissa) = (word >> 26, word >> 9 & 0x1_ffff);
        cx.peek(TMMBR_EXP, c, 1)?;
        cx.peek(TMMBR_MANTISSA, c, 3)?;
        let span = c.span(3);
        let item = cx.add(TMMBR_BITRATE, span, Value::Str(Span { len: 0, ..span }));
        cx.label(item, |o| {
            o.s("Maximum total media bit rate: ").u(mantissa).s("*2^").u(exponent);
        });
        cx.proto_append(|o| _ = o.s(": TMMBR: ").u(mantissa).s("*2^").u(exponent));
        c.skip(2)?;
        cx.field(TMMBR_OVERHEAD, c, 2).map(|_| ())
    })
}

/// What became of a packet.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Status {
    Lost,
    Small,
    Large,
    Reserved,
}

impl Status {
    fn of(bits: u16) -> Status {
        match bits & 3 {
            0 => Status::Lost,
            1 => Status::Small,
            2 => Status::Large,
            _ => Status::Reserved,
        }
    }
}

/// When packets of all streams of a transport came.
fn congestion<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let item = cx.line(c.span(c.left()), |o| _ = o.s("Transport-cc"));
    cx.under(item, |cx| -> Step {
        let base = cx.u16(TCC_BASESEQ, c)?;
        let count = usize::from(cx.u16(TCC_STATUSCOUNT, c)?);
        cx.field(TCC_REFTIME, c, 3)?;
        cx.u8(TCC_PKTCOUNT, c)?;
        let mut came: Vec<(u16, Status)> = Vec::new();
        let item = cx.line(c.span(c.left()), |o| _ = o.s("Packet Chunks"));
        cx.under(item, |cx| -> Step {
            let mut told = 0;
            // Every chunk tells of one packet at least, or is the last.
            while told < count && c.left() >= 2 {
                let n = chunk(cx, c, base.wrapping_add(told as u16), count - told, &mut came)?;
                if n == 0 {
                    break;
                }
                told += n;
            }
            Ok(())
        })?;
        cx.end_at(item, c);
        let item = cx.line(c.span(c.left()), |o| _ = o.s("Recv Delta"));
        cx.under(item, |cx| deltas(cx, c, &came))
    })
}

/// What one chunk tells, of at most `left` packets; of how many it does.
fn chunk<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    first: u16,
    left: usize,
    came: &mut Vec<(u16, Status)>,
) -> Result<usize, requin_wire::Stop> {
    let word = c.peek_u16(0)?;
    let item = cx.field(TCC_PKTCHUNK, c, 2)?;
    if word & 0x8000 == 0 {
        let (status, run) = (Status::of(word >> 13), usize::from(word & 0x1fff));
        cx.append(item, |o| {
            o.s(" [Run Length Chunk] ").s(match status {
                Status::Lost => "Not received",
                Status::Small => "Small Delta",
                Status::Large => "Large or Negative Delta",
                Status::Reserved => "Reserved",
            });
            o.s(". Length : ").u(run as u64);
        });
        let run = run.min(left);
        if status != Status::Lost {
            came.extend((0..run.min(MOST)).map(|i| (first.wrapping_add(i as u16), status)));
        }
        return Ok(run);
    }
    let (width, symbols) = if word & 0x4000 == 0 { (1u16, 14u16) } else { (2, 7) };
    let status = |i: u16| {
        let bits = word >> (width * (symbols - 1 - i));
        Status::of(if width == 1 { bits & 1 } else { bits })
    };
    cx.append(item, |o| {
        o.s(if width == 1 { " [1 bit Status Vector Chunk]: |" } else { " [2 bits Status Vector Chunk]: |" });
        for i in 0..symbols {
            o.s(" ").s(match (width, status(i)) {
                _ if usize::from(i) >= left => "_",
                (1, Status::Lost) => "N",
                (1, _) => "R",
                (_, Status::Lost) => "NR",
                (_, Status::Small) => "SD",
                (_, Status::Large) => "LD",
                (_, Status::Reserved) => "RSV",
            });
            o.s(" |");
        }
    });
    let told = usize::from(symbols).min(left);
    for i in 0..told as u16 {
        if status(i) != Status::Lost {
            came.push((first.wrapping_add(i), status(i)));
        }
    }
    Ok(told)
}

fn deltas<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, came: &[(u16, Status)]) -> Step {
    for (seq, status) in came {
        let (quarters, name, n) = match status {
            Status::Small => (i64::from(c.peek_u8(0)?), "Small", 1),
            Status::Large => {
                let delta = i64::from(c.peek_u16(0)? as i16);
                (delta, if delta < 0 { "Negative" } else { "Large" }, 2)
            }
            // Such a packet came, and nothing says when.
            _ => continue,
        };
        let item = cx.field(TCC_RECV_DELTA, c, n)?;
        cx.label(item, |o| {
            o.s("Recv Delta: ").hex(quarters as u64 & if n == 1 { 0xff } else { 0xffff }, 2 * n);
            o.s(" ").s(name).s(" Delta: [seq: ").u(*seq).s("] ");
            let micros = quarters.unsigned_abs() * 250;
            o.s(if quarters < 0 { "-" } else { "" }).u(micros / 1000).s(".").u0(micros % 1000, 3).s("000 ms");
        });
    }
    let n = c.left();
    if n > 0 {
        let value = requin_wire::be(c.peek_bytes(0, n.min(8))?);
        cx.add(TCC_RECV_DELTA_PADDING, c.span(n), Value::U(value & 0xffff));
        c.skip(n)?;
    }
    Ok(())
}

/// Feedback on what the payloads hold.
pub(super) fn payload<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: u8) -> Step {
    cx.info_add(|o| _ = o.s(SHORT.or(u64::from(kind), "Unknown")).s("  "));
    ends(cx, c, true)?;
    let mut n = 0u32;
    match kind {
        SLICE_LOSS => {
            while c.left() >= 4 {
                n += 1;
                let item = cx.line(c.span(4), |o| _ = o.s("SLI ").u(n));
                cx.under(item, |cx| -> Step {
                    cx.peek(SLI_FIRST, c, 4)?;
                    cx.peek(SLI_NUMBER, c, 4)?;
                    cx.field(SLI_PICTURE_ID, c, 4).map(|_| ())
                })?;
            }
        }
        INTRA => {
            while c.left() >= 8 {
                n += 1;
                let item = cx.line(c.span(8), |o| _ = o.s("FIR ").u(n));
                cx.under(item, |cx| -> Step {
                    cx.u32(FIR_SSRC, c)?;
                    cx.u8(FIR_CSN, c)?;
                    cx.u24(FIR_RESERVED, c).map(|_| ())
                })?;
            }
        }
        APPLICATION_LAYER if c.rest().starts_with(b"REMB") => estimate(cx, c)?,
        APPLICATION_LAYER if !c.is_empty() => return application_layer(cx, c),
        _ => (),
    }
    rest(cx, c)
}

/// Feedback of Microsoft's applications, MS-RTP section 2.2.12.
fn application_layer<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    const VIDEO_SOURCE_REQUEST: u16 = 1;
    let kind = c.peek_u16(0)?;
    let item = cx.field(MS_AFB_TYPE, c, 2)?;
    if kind != VIDEO_SOURCE_REQUEST {
        cx.expert(MS_AFB_UNKNOWN, item, c.span(0));
        cx.u16(MS_AFB_LENGTH, c)?;
        return Ok(());
    }
    cx.u16(MS_AFB_LENGTH, c)?;
    cx.info_add(|o| _ = o.s("( MS-VSR )"));
    let item = cx.line(c.span(c.left()), |o| _ = o.s("MS Video Source Request"));
    cx.under(item, |cx| -> Step {
        let item = cx.field(MS_MSI, c, 4)?;
        cx.append(item, |o| _ = o.s(" "));
        cx.u16(MS_VSR_REQUEST_ID, c)?;
        c.skip(2)?;
        cx.u8(MS_VSR_VERSION, c)?;
        cx.u8(MS_VSR_KEY_FRAME_REQUEST, c)?;
        cx.u8(MS_VSR_NUM_ENTRIES, c)?;
        cx.u8(MS_VSR_ENTRY_LENGTH, c)?;
        Ok(())
    })
}

fn estimate<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let item = cx.line(c.span(c.left()), |o| _ = o.s("REMB 0"));
    cx.under(item, |cx| -> Step {
        cx.bytes(REMB_IDENTIFIER, c, 4)?;
        let count = cx.u8(REMB_NUMBER_SSRCS, c)?;
        let word = c.peek_uint(0, 3)?;
        let (exponent, mantissa) = (word >> 18, word & 0x3_ffff);
        cx.peek(REMB_BR_EXP, c, 1)?;
        let span = c.span(3);
        let item = cx.add(REMB_BR_MANTISSA, span, Value::U(mantissa));
        cx.label(item, |o| {
            o.s(".... .... .... ..");
            for bit in (0..18).rev() {
                if bit % 4 == 3 {
                    o.s(" ");
                }
                o.c(b'0' + (mantissa >> bit & 1) as u8);
            }
            o.s(" = Br Mantissa: ").u(mantissa);
        });
        // 18 bits and an exponent of up to 63: more than 64 bits can hold is no rate.
        let rate = u128::from(mantissa) << exponent;
        let rate = u64::try_from(rate).unwrap_or(u64::MAX);
        let item = cx.add(REMB_BITRATE, span, Value::Str(Span { len: 0, ..span }));
        cx.label(item, |o| _ = o.s("Maximum bit rate: ").u(rate));
        cx.proto_append(|o| _ = o.s(": REMB: max bitrate=").u(rate));
        c.skip(3)?;
        for _ in 0..count {
            cx.u32(REMB_SSRC, c)?;
        }
        Ok(())
    })
}
