//! Transport parameters of QUIC (RFC 9000, 18), which travel in a TLS extension.

use super::session::Session;
use super::*;
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Stop, Value};

/// Reads a variable-length integer (RFC 9000, 16) and how many bytes it takes.
///
/// # Errors
/// When the packet ends inside it.
pub(crate) fn varint(c: &Cursor<'_>) -> Result<(u64, usize), Stop> {
    let first = c.peek_u8(0)?;
    let n = 1usize << (first >> 6);
    let raw = c.peek_uint(0, n)?;
    Ok((raw & (u64::MAX >> (66 - 8 * n as u32)), n))
}

/// Adds a variable-length integer as a field, and passes over it.
///
/// # Errors
/// When the packet ends inside it.
pub(crate) fn varint_field<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    c: &mut Cursor<'_>,
) -> Result<(u64, Item), Stop> {
    let (v, n) = varint(c)?;
    let item = cx.add(field, c.span(n), Value::U(v));
    c.advance(n);
    Ok((v, item))
}

fn name_of(kind: u64) -> Option<&'static str> {
    Some(match kind {
        0x00 => "original_destination_connection_id",
        0x01 => "max_idle_timeout",
        0x02 => "stateless_reset_token",
        0x03 => "max_udp_payload_size",
        0x04 => "initial_max_data",
        0x05 => "initial_max_stream_data_bidi_local",
        0x06 => "initial_max_stream_data_bidi_remote",
        0x07 => "initial_max_stream_data_uni",
        0x08 => "initial_max_streams_bidi",
        0x09 => "initial_max_streams_uni",
        0x0a => "ack_delay_exponent",
        0x0b => "max_ack_delay",
        0x0c => "disable_active_migration",
        0x0d => "preferred_address",
        0x0e => "active_connection_id_limit",
        0x0f => "initial_source_connection_id",
        0x10 => "retry_source_connection_id",
        0x11 => "version_information",
        0x20 => "max_datagram_frame_size",
        0x1000 => "cibir_encoding",
        0x1057 => "loss_bits",
        0x2ab2 => "grease_quic_bit",
        0x3127 => "google_initial_rtt",
        0x3128 => "google_connection_options",
        0x3129 => "google_user_agent",
        0x312a => "google_support_handshake_done",
        0x312b => "google_key_update_not_yet_supported",
        0x4751 => "google_quic_params",
        0x4752 => "google_quic_version",
        0x7157 => "enable_time_stamp",
        0x7158 => "enable_time_stamp_v2",
        0xde1a => "min_ack_delay",
        0xff00 => "facebook_partial_reliability",
        k if k % 31 == 27 => "GREASE",
        _ => return None,
    })
}

/// How long a parameter's type and length are: fixed before draft 27.
fn header(c: &Cursor<'_>, old: bool) -> Result<(u64, usize, u64, usize), Stop> {
    if old {
        return Ok((c.peek_uint(0, 2)?, 2, c.peek_uint(2, 2)?, 2));
    }
    let (kind, n) = varint(c)?;
    let mut rest = *c;
    rest.skip(n)?;
    let (len, m) = varint(&rest)?;
    Ok((kind, n, len, m))
}

/// The parameters.
///
/// # Errors
/// When the packet ends inside them.
pub(super) fn dissect<S: Sink>(
    cx: &mut Cx<'_, S>,
    k: Kind,
    _: &mut Session,
    _: u8,
    kind: u16,
    c: &mut Cursor<'_>,
) -> Step {
    let old = kind == 65445 && c.left() >= 6 && c.peek_uint(0, 2)? as usize == c.left() - 2;
    if old {
        cx.field(k.f(QUIC_LEN), c, 2)?;
    }
    vector::each(c, |c| {
        let (kind, n, len, m) = header(c, old)?;
        let len = usize::try_from(len).unwrap_or(usize::MAX);
        let mut whole = c.take(n.saturating_add(m).saturating_add(len));
        let item = cx.line(whole.span(whole.left()), |o| {
            o.s("Parameter: ");
            match name_of(kind) {
                Some(name) => o.s(name),
                None => o.s("Unknown 0x").x(kind, 4),
            };
            o.s(" (len=").u(len as u64).s(")");
        });
        cx.under(item, |cx| {
            let kind_item = cx.add(k.f(QUIC_PARAMETER_TYPE), whole.span(n), Value::U(kind));
            cx.label(kind_item, |o| {
                o.s("Type: ").s(name_of(kind).unwrap_or("Unknown")).s(" (0x").x(kind, 2).s(")");
            });
            whole.skip(n)?;
            let field = if old { QUIC_PARAMETER_LENGT_OLD } else { QUIC_PARAMETER_LENGTH };
            cx.add(k.f(field), whole.span(m), Value::U(len as u64));
            whole.skip(m)?;
            let room = whole.left();
            cx.add(k.f(QUIC_PARAMETER_VALUE), whole.span(room), Value::Bytes(whole.span(room)));
            value(cx, k, kind, item, &mut whole)
        })
    })
}

fn number<S: Sink>(
    cx: &mut Cx<'_, S>,
    field: Field,
    line: Item,
    unit: Option<&str>,
    c: &mut Cursor<'_>,
) -> Step {
    let (v, _) = varint_field(cx, field, c)?;
    if let Some(unit) = unit {
        cx.append(line, |o| _ = o.s(" ").u(v).s(unit));
    }
    Ok(())
}

fn value<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, kind: u64, line: Item, c: &mut Cursor<'_>) -> Step {
    let all = c.left();
    let bytes = |cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>| -> Step {
        if all == 0 {
            cx.add(k.f(field), c.span(0), Value::Bytes(c.span(0)));
            return Ok(());
        }
        cx.field(k.f(field), c, all).map(|_| ())
    };
    let (field, unit) = match kind {
        0x00 => return bytes(cx, QUIC_PARAMETER_ORIGINAL_DESTINATION_CONNECTION_ID, c),
        0x01 => (QUIC_PARAMETER_MAX_IDLE_TIMEOUT, Some(" ms")),
        0x02 => return bytes(cx, QUIC_PARAMETER_STATELESS_RESET_TOKEN, c),
        0x03 => (QUIC_PARAMETER_MAX_UDP_PAYLOAD_SIZE, Some("")),
        0x04 => (QUIC_PARAMETER_INITIAL_MAX_DATA, Some("")),
        0x05 => (QUIC_PARAMETER_INITIAL_MAX_STREAM_DATA_BIDI_LOCAL, Some("")),
        0x06 => (QUIC_PARAMETER_INITIAL_MAX_STREAM_DATA_BIDI_REMOTE, Some("")),
        0x07 => (QUIC_PARAMETER_INITIAL_MAX_STREAM_DATA_UNI, Some("")),
        0x08 => (QUIC_PARAMETER_INITIAL_MAX_STREAMS_BIDI, Some("")),
        0x09 => (QUIC_PARAMETER_INITIAL_MAX_STREAMS_UNI, Some("")),
        0x0a => (QUIC_PARAMETER_ACK_DELAY_EXPONENT, None),
        0x0b => (QUIC_PARAMETER_MAX_ACK_DELAY, Some("")),
        0x0d => return preferred_address(cx, k, c),
        0x0e => (QUIC_PARAMETER_ACTIVE_CONNECTION_ID_LIMIT, Some("")),
        0x0f => return bytes(cx, QUIC_PARAMETER_INITIAL_SOURCE_CONNECTION_ID, c),
        0x10 => return bytes(cx, QUIC_PARAMETER_RETRY_SOURCE_CONNECTION_ID, c),
        0x11 => {
            version(cx, k.f(QUIC_PARAMETER_VI_CHOSEN_VERSION), c)?;
            while c.left() >= 4 {
                version(cx, k.f(QUIC_PARAMETER_VI_OTHER_VERSION), c)?;
            }
            return Ok(());
        }
        0x20 => (QUIC_PARAMETER_MAX_DATAGRAM_FRAME_SIZE, Some("")),
        0x1000 => {
            varint_field(cx, k.f(QUIC_PARAMETER_CIBIR_ENCODING_LENGTH), c)?;
            (QUIC_PARAMETER_CIBIR_ENCODING_OFFSET, None)
        }
        0x1057 => (QUIC_PARAMETER_LOSS_BITS, Some("")),
        0x3127 => (QUIC_PARAMETER_GOOGLE_INITIAL_RTT, Some(" us")),
        0x3128 => return bytes(cx, QUIC_PARAMETER_GOOGLE_CONNECTION_OPTIONS, c),
        0x3129 => return bytes(cx, QUIC_PARAMETER_GOOGLE_USER_AGENT, c),
        0x312a => {
            cx.add(k.f(QUIC_PARAMETER_GOOGLE_SUPPORT_HANDSHAKE_DONE), c.span(all), Value::None);
            return Ok(());
        }
        0x312b => {
            cx.add(k.f(QUIC_PARAMETER_GOOGLE_KEY_UPDATE_NOT_YET_SUPPORTED), c.span(all), Value::None);
            return Ok(());
        }
        0x4751 => {
            cx.peek(k.f(QUIC_PARAMETER_GOOGLE_QUIC_PARAMS), c, all)?;
            if all >= 4 {
                cx.field(k.f(QUIC_PARAMETER_GOOGLE_QUIC_PARAMS_UNKNOWN_FIELD), c, 4)?;
            }
            return Ok(());
        }
        0x4752 => {
            version(cx, k.f(QUIC_PARAMETER_GOOGLE_QUIC_VERSION), c)?;
            if all >= 5 {
                let n = cx.uint(k.f(QUIC_PARAMETER_GOOGLE_SUPPORTED_VERSIONS_LENGTH), c, 1)? as usize;
                let mut list = c.take(n);
                while list.left() >= 4 {
                    version(cx, k.f(QUIC_PARAMETER_GOOGLE_SUPPORTED_VERSION), &mut list)?;
                }
            }
            return Ok(());
        }
        0x7158 => (QUIC_PARAMETER_ENABLE_TIME_STAMP_V2, None),
        0xde1a => (QUIC_PARAMETER_MIN_ACK_DELAY, Some("")),
        0xff00 => (QUIC_PARAMETER_FACEBOOK_PARTIAL_RELIABILITY, None),
        _ => return Ok(()),
    };
    number(cx, k.f(field), line, unit, c)
}

/// A version of QUIC; those that only keep the field in use are marked (RFC 9000, 15).
///
/// # Errors
/// When the packet ends inside it.
pub(crate) fn version<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Result<u32, Stop> {
    let v = c.peek_u32(0)?;
    let item = cx.field(field, c, 4)?;
    if v & 0x0f0f_0f0f == 0x0a0a_0a0a {
        cx.append(item, |o| _ = o.s(" (GREASE)"));
    }
    Ok(v)
}

fn preferred_address<S: Sink>(cx: &mut Cx<'_, S>, k: Kind, c: &mut Cursor<'_>) -> Step {
    cx.field(k.f(QUIC_PARAMETER_PREFERRED_ADDRESS_IPV4ADDRESS), c, 4)?;
    cx.field(k.f(QUIC_PARAMETER_PREFERRED_ADDRESS_IPV4PORT), c, 2)?;
    cx.field(k.f(QUIC_PARAMETER_PREFERRED_ADDRESS_IPV6ADDRESS), c, 16)?;
    cx.field(k.f(QUIC_PARAMETER_PREFERRED_ADDRESS_IPV6PORT), c, 2)?;
    let n = cx.uint(k.f(QUIC_PARAMETER_PREFERRED_ADDRESS_CONNECTIONID_LENGTH), c, 1)? as usize;
    if n > 0 {
        cx.field(k.f(QUIC_PARAMETER_PREFERRED_ADDRESS_CONNECTIONID), c, n)?;
    }
    cx.field(k.f(QUIC_PARAMETER_PREFERRED_ADDRESS_STATELESSRESETTOKEN), c, 16).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Examples of RFC 9000, A.1.
    #[test]
    fn variable_length_integers() {
        for (bytes, want) in [
            (&[0xc2, 0x19, 0x7c, 0x5e, 0xff, 0x14, 0xe8, 0x8c][..], 151_288_809_941_952_652),
            (&[0x9d, 0x7f, 0x3e, 0x7d], 494_878_333),
            (&[0x7b, 0xbd], 15_293),
            (&[0x25], 37),
            (&[0x40, 0x25], 37),
        ] {
            assert_eq!(varint(&Cursor::new(bytes, bytes.len(), 0)), Ok((want, bytes.len())));
        }
        assert_eq!(varint(&Cursor::new(&[0x9d, 0x7f], 2, 0)).err(), Some(Stop::Short));
    }
}
