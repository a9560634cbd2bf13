//! Options that servers tell each other, RFC 8156: nearly all are one number.

use super::*;

/// What an option is: how many bytes it has, and the rows of them.
type Shape = (usize, &'static [(Field, usize)]);

fn shape(code: u16) -> Option<Shape> {
    Some(match code {
        114 => (1, &[(FAILOVER_BINDING_STATUS, 1)]),
        120 => (4, &[(FAILOVER_EXPIRATION_TIME, 4)]),
        121 => (4, &[(FAILOVER_MAX_UNACKED_BNDUPD, 4)]),
        122 => (4, &[(FAILOVER_MCLT, 4)]),
        123 => (4, &[(FAILOVER_PARTNER_LIFETIME, 4)]),
        124 => (4, &[(FAILOVER_PARTNER_LIFETIME_SENT, 4)]),
        125 => (4, &[(FAILOVER_PARTNER_DOWN_TIME, 4)]),
        126 => (4, &[(FAILOVER_PARTNER_RAW_CLT_TIME, 4)]),
        127 => (4, &[(FAILOVER_PROTOCOL_MAJOR_VERSION, 2), (FAILOVER_PROTOCOL_MINOR_VERSION, 2)]),
        128 => (4, &[(FAILOVER_KEEPALIVE_TIME, 4)]),
        132 => (1, &[(FAILOVER_SERVER_STATE, 1)]),
        133 => (4, &[(FAILOVER_START_TIME_OF_STATE, 4)]),
        134 => (4, &[(FAILOVER_STATE_EXPIRATION_TIME, 4)]),
        _ => return None,
    })
}

/// The flags of an option: how many bytes they are, and their bits.
fn flags(code: u16) -> Option<(Field, usize, &'static [Field])> {
    Some(match code {
        115 => (FAILOVER_CONNECT_FLAGS, 2, &[FAILOVER_CONNECT_FLAGS_RESERVED, FAILOVER_CONNECT_FLAGS_F]),
        119 => (
            FAILOVER_DNS_FLAGS,
            2,
            &[
                FAILOVER_DNS_FLAGS_RESERVED,
                FAILOVER_DNS_FLAGS_U,
                FAILOVER_DNS_FLAGS_S,
                FAILOVER_DNS_FLAGS_R,
                FAILOVER_DNS_FLAGS_F,
            ],
        ),
        131 => (
            FAILOVER_SERVER_FLAGS,
            1,
            &[
                FAILOVER_SERVER_FLAGS_RESERVED,
                FAILOVER_SERVER_FLAGS_A,
                FAILOVER_SERVER_FLAGS_S,
                FAILOVER_SERVER_FLAGS_C,
            ],
        ),
        _ => return None,
    })
}

/// Shows the option; whether it is one of these.
pub(super) fn option<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>, code: u16) -> Result<bool, Stop> {
    const MALFORMED: &str = "Failover: malformed option";
    let len = d.left();
    if let Some((size, rows)) = shape(code) {
        if len != size {
            return malformed(cx, d, MALFORMED).map(|()| true);
        }
        for (field, n) in rows {
            cx.field(*field, d, *n)?;
        }
    } else if let Some((field, size, bits)) = flags(code) {
        if len != size {
            return malformed(cx, d, MALFORMED).map(|()| true);
        }
        named_flags(cx, d, field, size, bits)?;
    } else {
        match code {
            129 if len < 4 => malformed(cx, d, MALFORMED)?,
            129 => {
                cx.field(FAILOVER_RECONFIGURE_TIME, d, 4)?;
                cx.bytes(FAILOVER_RECONFIGURE_KEY, d, len - 4)?;
            }
            130 => _ = cx.bytes(FAILOVER_RELATIONSHIP_NAME, d, len)?,
            117 | 118 => {
                let field = if code == 117 { FAILOVER_DNS_HOSTNAME } else { FAILOVER_DNS_ZONENAME };
                let start = *d;
                let name = Name::read(d, start.pos())?;
                cx.add_str(field, start.span(len), |o| name.write(o));
            }
            _ => return Ok(false),
        }
    }
    Ok(true)
}

/// Flags whose line has the names of those that are set.
pub(super) fn named_flags<S: Sink>(
    cx: &mut Cx<'_, S>,
    d: &mut Cursor<'_>,
    field: Field,
    size: usize,
    bits: &[Field],
) -> Step {
    let (raw, item) = cx.flags(field, d, size, bits)?;
    for bit in bits {
        let def = cx.registry.field(*bit);
        let (set, label) = (raw & def.mask != 0, def.label);
        if set {
            cx.append(item, |o| _ = o.s(", ").s(label));
        }
    }
    Ok(())
}
