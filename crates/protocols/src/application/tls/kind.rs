//! Which protocol's fields the shared messages are shown with.

use super::{LAST, SHARED, SHARED_EXPERTS};
use crate::application::dtls;
use requin_wire::{Cx, Field, Sink};

/// Who carries the handshake messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// TLS over a stream.
    Tls,
    /// DTLS over datagrams.
    Dtls,
    /// QUIC: fields of TLS, and no record layer.
    Quic,
}

impl Kind {
    /// The field that shows what `field` of TLS shows.
    #[inline(always)]
    #[must_use]
    pub const fn f(self, field: Field) -> Field {
        match self {
            Kind::Dtls if field.0 >= SHARED_EXPERTS.0 => {
                Field(dtls::SHARED_EXPERTS.0.wrapping_add(field.0 - SHARED_EXPERTS.0))
            }
            Kind::Dtls => Field(dtls::SHARED.0.wrapping_add(field.0.wrapping_sub(SHARED.0.0))),
            Kind::Tls | Kind::Quic => field,
        }
    }

    /// Whether the insides of messages are wanted. For columns they are: what is malformed shows there.
    pub fn inside<S: Sink>(self, cx: &Cx<'_, S>) -> bool {
        if !S::FIELDS {
            return false;
        }
        let own = match self {
            Kind::Dtls => cx.wants_any(dtls::SHARED, dtls::LAST),
            Kind::Tls | Kind::Quic => cx.wants_any(SHARED.0, LAST),
        };
        own || cx.wants_columns()
            || cx.wants(crate::meta::frame::PROTOCOLS)
            || crate::application::x509::wanted(cx)
            || cx.registry.expert_fields().is_some_and(|[a, _, _, d]| cx.wants_any(a, d))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tables of TLS and DTLS begin with the same fields in the same order.
    #[test]
    fn shared_fields_have_the_same_names() {
        let tail = |f: Field, r: &requin_wire::Registry| -> (&'static str, String) {
            let d = r.field(f);
            // The length of what was put together is named after what was put together.
            (d.abbr.split_once('.').unwrap().1, d.label.replace(" DTLS ", " PDU "))
        };
        let r = crate::registry();
        for n in SHARED.0.0..=SHARED.1.0 {
            assert_eq!(tail(Field(n), &r), tail(Kind::Dtls.f(Field(n)), &r));
        }
        for n in SHARED_EXPERTS.0..SHARED_EXPERTS.0 + 8 {
            assert_eq!(tail(Field(n), &r), tail(Kind::Dtls.f(Field(n)), &r));
        }
    }
}
