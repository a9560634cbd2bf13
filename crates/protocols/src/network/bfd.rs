//! Bidirectional Forwarding Detection, RFC 5880: control messages.

use requin_wire::{Cursor, Cx, Field, Names, Out, Sink, Step, Value, names, proto};

proto! {
    BFD "bfd" "Bidirectional Forwarding Detection Control Message" "BFD Control" App
    on [Udp 3784, Udp 4784, Udp 7784]
    fields {
        VERSION "bfd.version" "Protocol Version": U8 Dec & 0xe0;
        DIAG "bfd.diag" "Diagnostic Code": U8 Hex & 0x1f = DIAG_NAMES;
        STA "bfd.sta" "Session State": U8 Hex & 0xc0 = STA_NAMES;
        FLAGS "bfd.flags" "Message Flags": U8 Hex;
        OLD_FLAGS_H "bfd.flags.h" "I hear you": Bool(8) & 0x80 = crate::common::SET;
        OLD_FLAGS_D "bfd.flags.d" "Demand": Bool(8) & 0x40 = crate::common::SET;
        OLD_FLAGS_P "bfd.flags.p" "Poll": Bool(8) & 0x20 = crate::common::SET;
        OLD_FLAGS_F "bfd.flags.f" "Final": Bool(8) & 0x10 = crate::common::SET;
        FLAGS_P "bfd.flags.p" "Poll": Bool(6) & 0x20 = crate::common::SET;
        FLAGS_F "bfd.flags.f" "Final": Bool(6) & 0x10 = crate::common::SET;
        FLAGS_D "bfd.flags.d" "Demand": Bool(6) & 0x2 = crate::common::SET;
        FLAGS_C "bfd.flags.c" "Control Plane Independent": Bool(6) & 0x8 = crate::common::SET;
        FLAGS_A "bfd.flags.a" "Authentication Present": Bool(6) & 0x4 = crate::common::SET;
        FLAGS_M "bfd.flags.m" "Multipoint": Bool(6) & 0x1 = crate::common::SET;
        DETECT_TIME_MULTIPLIER "bfd.detect_time_multiplier" "Detect Time Multiplier": U8 Dec;
        MESSAGE_LENGTH "bfd.message_length" "Message Length": U8 Dec = BYTES;
        MY_DISCRIMINATOR "bfd.my_discriminator" "My Discriminator": U32 Hex;
        YOUR_DISCRIMINATOR "bfd.your_discriminator" "Your Discriminator": U32 Hex;
        DESIRED_MIN_TX_INTERVAL "bfd.desired_min_tx_interval" "Desired Min TX Interval": U32 Dec = MICROS;
        REQUIRED_MIN_RX_INTERVAL "bfd.required_min_rx_interval" "Required Min RX Interval": U32 Dec = MICROS;
        REQUIRED_MIN_ECHO_INTERVAL "bfd.required_min_echo_interval" "Required Min Echo Interval": U32 Dec = MICROS;
        CHECKSUM "bfd.checksum" "Checksum": Bytes;
        AUTH_TYPE "bfd.auth.type" "Authentication Type": U8 Dec = AUTH_TYPE_NAMES;
        AUTH_LEN "bfd.auth.len" "Authentication Length": U8 Dec = BYTES;
        AUTH_KEY "bfd.auth.key" "Authentication Key ID": U8 Dec;
        AUTH_PASSWORD "bfd.auth.password" "Password": Str;
        AUTH_SEQ_NUM "bfd.auth.seq_num" "Sequence Number": U32 Hex;
    }
}

names! {
    DIAG_NAMES {
        0 => "No Diagnostic",
        1 => "Control Detection Time Expired",
        2 => "Echo Function Failed",
        3 => "Neighbor Signaled Session Down",
        4 => "Forwarding Plane Reset",
        5 => "Path Down",
        6 => "Concatenated Path Down",
        7 => "Administratively Down",
        8 => "Reverse Concatenated Path Down",
        9 => "Mis-Connectivity Defect",
    }
    STA_NAMES {
        0 => "AdminDown",
        1 => "Down",
        2 => "Init",
        3 => "Up",
    }
    AUTH_TYPE_NAMES {
        1 => "Simple Password",
        2 => "Keyed MD5",
        3 => "Meticulous Keyed MD5",
        4 => "Keyed SHA1",
        5 => "Meticulous Keyed SHA1",
    }
}

const BYTES: Names = Names::Unit(" bytes", " bytes");
const MICROS: Names = Names::Custom(interval);

/// An interval in milliseconds, and in microseconds.
fn interval(v: Value, o: &mut Out<'_>) {
    let micros = v.as_u64().unwrap_or(0);
    o.right(i64::try_from(micros / 1000).unwrap_or(0), 4).s(" ms (").u(micros).s(" us)");
}

/// Flags of version 1 in their order; of version 0 (draft-katz-ward-bfd-01), which has no state beside them.
const FLAGS_NOW: [Field; 6] = [FLAGS_P, FLAGS_F, FLAGS_C, FLAGS_A, FLAGS_D, FLAGS_M];
const FLAGS_THEN: [Field; 4] = [OLD_FLAGS_H, OLD_FLAGS_D, OLD_FLAGS_P, OLD_FLAGS_F];

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("BFD Control");
    cx.info_clear();
    let me = cx.proto_item();
    cx.label(me, |o| _ = o.s("BFD Control message"));
    let h = *c.peek_array::<4>()?;
    let (diag, state, flags) = (u64::from(h[0] & 0x1f), u64::from(h[1] >> 6), h[1] & 0x3f);
    let len = usize::from(h[3]);
    cx.info(|o| {
        o.s("Diag: ").s(DIAG_NAMES.or(diag, "Unknown")).s(", State: ").s(STA_NAMES.or(state, "Unknown"));
        o.s(", Flags: ").hex(flags, 2);
    });
    cx.proto_len(len);
    cx.peek(VERSION, &c, 1)?;
    cx.field(DIAG, &mut c, 1)?;
    let version = h[0] >> 5;
    if version > 0 {
        cx.peek(STA, &c, 1)?;
    }
    let bits: &[Field] = if version == 0 { &FLAGS_THEN } else { &FLAGS_NOW };
    let registry = cx.registry;
    let item = cx.peek(FLAGS, &c, 1)?;
    cx.label(item, |o| {
        o.s("Message Flags: ").hex(h[1], 2);
        for def in bits.iter().map(|f| registry.field(*f)) {
            if u64::from(h[1]) & def.mask != 0 {
                o.s(", ").s(def.label).s(": Set");
            }
        }
    });
    cx.under(item, |cx| -> Step {
        for field in bits {
            cx.peek(*field, &c, 1)?;
        }
        Ok(())
    })?;
    c.skip(1)?;
    let transmit = c.peek_u32(10).unwrap_or(0);
    let item = cx.field(DETECT_TIME_MULTIPLIER, &mut c, 1)?;
    cx.append(item, |o| {
        _ = o.s(" (= ").u(u64::from(h[2]) * u64::from(transmit / 1000)).s(" ms Detection time)");
    });
    cx.u8(MESSAGE_LENGTH, &mut c)?;
    for field in [
        MY_DISCRIMINATOR,
        YOUR_DISCRIMINATOR,
        DESIRED_MIN_TX_INTERVAL,
        REQUIRED_MIN_RX_INTERVAL,
        REQUIRED_MIN_ECHO_INTERVAL,
    ] {
        cx.u32(field, &mut c)?;
    }
    if flags & 4 != 0 {
        return authentication(cx, c);
    }
    Ok(())
}

/// The authentication section, section 4.2 to 4.4.
fn authentication<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let (kind, len) = (c.peek_u8(0)?, usize::from(c.peek_u8(1)?));
    let item = cx.line(c.span(len), |o| {
        o.s("Authentication: ").s(AUTH_TYPE_NAMES.or(u64::from(kind), "Unknown"));
    });
    cx.under(item, |cx| {
        cx.u8(AUTH_TYPE, &mut c)?;
        cx.u8(AUTH_LEN, &mut c)?;
        cx.u8(AUTH_KEY, &mut c)?;
        match kind {
            1 => _ = cx.bytes(AUTH_PASSWORD, &mut c, len.saturating_sub(3))?,
            2..=5 => {
                c.skip(1)?;
                cx.u32(AUTH_SEQ_NUM, &mut c)?;
                cx.bytes(CHECKSUM, &mut c, len.saturating_sub(8))?;
            }
            _ => {}
        }
        Ok(())
    })
}
