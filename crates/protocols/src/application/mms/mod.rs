//! Manufacturing Message Specification, ISO 9506-2.

mod fields;
mod types;

use super::asn1::{self, Reader};
use super::ber::Element;
use fields::*;
pub use fields::{COUNT, DEF, ID, PROTO};
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Time};

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("MMS");
    cx.info_clear();
    let mut told = Told::default();
    let ended = asn1::read(cx, &types::PDU, &mut c, &mut told);
    cx.info(|o| {
        if let Some(id) = told.invoke {
            o.u0(id, 2).s(" ");
        }
        o.s(told.name);
        _ = o.s(&told.more);
    });
    ended
}

/// What the Info column says.
#[derive(Default)]
struct Told {
    invoke: Option<u64>,
    name: &'static str,
    more: String,
}

/// Names of PDUs, by their fields.
const PDUS: [Field; 10] = [
    CONFIRMED_REQUEST_PDU_ELEMENT,
    CONFIRMED_RESPONSE_PDU_ELEMENT,
    CONFIRMED_ERROR_PDU_ELEMENT,
    UNCONFIRMED_PDU_ELEMENT,
    REJECT_PDU_ELEMENT,
    INITIATE_REQUEST_PDU_ELEMENT,
    INITIATE_RESPONSE_PDU_ELEMENT,
    INITIATE_ERROR_PDU_ELEMENT,
    CONCLUDE_REQUEST_PDU_ELEMENT,
    CONCLUDE_RESPONSE_PDU_ELEMENT,
];

/// Seconds from 1970 to 1984, where the days of MMS begin.
const EPOCH: i64 = 441_763_200;

impl Reader for Told {
    fn other<S: Sink>(&mut self, cx: &mut Cx<'_, S>, which: u8, field: Field, e: &Element<'_>) -> Step {
        let b = e.body.rest();
        let time = match (which, b) {
            (types::UTC, [a, b, c, d, e, f, g, _]) => {
                let fraction = u64::from(u32::from_be_bytes([0, *e, *f, *g]));
                let nanos = (fraction * 1_000_000_000 >> 24) as u32;
                Some(Time::new(i64::from(u32::from_be_bytes([*a, *b, *c, *d])), nanos))
            }
            (types::TIME_OF_DAY, [a, b, c, d, days @ ..]) => {
                let ms = u32::from_be_bytes([*a, *b, *c, *d]);
                let days = days.first_chunk::<2>().map_or(0, |d| i64::from(u16::from_be_bytes(*d)));
                let at = EPOCH + days * 86_400 + i64::from(ms / 1000);
                Some(Time::new(at, ms % 1000 * 1_000_000))
            }
            _ => None,
        };
        if let Some(time) = time {
            cx.add_str(field, e.content(), |o| crate::application::text::absolute(o, time, true));
        }
        Ok(())
    }

    fn told<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>, _: Item) {
        if !cx.wants_columns() {
            return;
        }
        if PDUS.contains(&field) {
            self.name = cx.registry.field(field).label;
        }
        let text = || String::from_utf8_lossy(e.body.rest()).into_owned();
        match field {
            INVOKE_ID => self.invoke = Some(e.uint()),
            DOMAIN_ID => self.more = format!(" {}", text()),
            ITEM_ID => self.more = format!("{} {}", self.more, text()),
            FLOATING_POINT => {
                if let [8, value @ ..] = e.body.rest()
                    && let Some(bits) = value.first_chunk::<4>()
                {
                    self.more = format!(" {:.6}", f32::from_bits(u32::from_be_bytes(*bits)));
                }
            }
            _ => {}
        }
    }
}
