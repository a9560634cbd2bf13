//! Manufacturing Message Specification, ISO 9506-2.

mod fields;
mod types;

use super::asn1::{self, Reader};
use super::ber::Element;
use fields::*;
pub use fields::{COUNT, DEF, ID, PROTO};
use requin_wire::{Cursor, Cx, Field, Item, Out, Sink, Step, Time};

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
            cx.add_str(field, e.content(), |o| date_and_time(o, time));
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

/// A point in time as text: `Jul  4, 2020 04:05:20.000000000 UTC`.
fn date_and_time(o: &mut Out<'_>, time: Time) {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (day, second) = (time.secs.div_euclid(86_400), time.secs.rem_euclid(86_400) as u64);
    // Years begin in March here, so that the leap day comes last.
    let z = day + 719_468;
    let (era, of_era) = (z.div_euclid(146_097), z.rem_euclid(146_097));
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let date = of_year - (153 * month + 2) / 5 + 1;
    let name = MONTHS.get(((month + 2) % 12) as usize).copied().unwrap_or("");
    o.s(name).s(if date < 10 { "  " } else { " " }).i(date).s(", ");
    o.i(year + era * 400 + i64::from(month >= 10)).s(" ").u0(second / 3600, 2).s(":");
    o.u0(second / 60 % 60, 2).s(":").u0(second % 60, 2).s(".").u0(time.nanos, 9).s(" UTC");
}
