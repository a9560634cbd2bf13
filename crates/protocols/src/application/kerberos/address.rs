//! Addresses (RFC 4120, 7.5.3).

use super::*;
use crate::application::netbios::SERVICES;
use crate::application::x509::der;
use crate::application::x509::{integer, span};
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Value, be};

const IPV4: i64 = 2;
const NETBIOS: i64 = 20;
const IPV6: i64 = 24;

/// A HostAddress at the cursor; its text stands behind the labels of `above`, too.
pub(super) fn one<S: Sink>(cx: &mut Cx<'_, S>, field: Field, above: &[Item], c: &mut Cursor<'_>) -> Step {
    let e = der::expect(c, der::SEQUENCE)?;
    // Of a list the whole of it is told, of a member its content.
    let all = if field == HOST_ADDRESS_ELEMENT { e.whole } else { e.body };
    let mut b = e.body;
    let item = cx.add(field, span(&all), Value::None);
    cx.under(item, |cx| {
        let mut kind = der::expect(&mut b, 0xa0)?.body;
        let kind = der::expect(&mut kind, der::INTEGER)?;
        integer(cx, ADDR_TYPE, &kind);
        if b.is_empty() {
            return Ok(());
        }
        let mut at = der::expect(&mut b, 0xa1)?.body;
        let at = der::expect(&mut at, der::OCTET_STRING)?.body;
        let mut text = Vec::new();
        let o = &mut requin_wire::Out::new(&mut text);
        match (kind.int().unwrap_or(0), at.rest()) {
            (IPV4, a) if a.len() == 4 => {
                cx.peek(ADDR_IP, &at, 4)?;
                o.ipv4(be(a) as u32);
            }
            (IPV6, a) if a.len() == 16 => {
                cx.peek(ADDR_IPV6, &at, 16)?;
                o.ipv6(a);
            }
            (NETBIOS, [name @ .., suffix]) => {
                let used = name.iter().rposition(|b| *b != b' ').map_or(0, |i| i + 1);
                let name = name.get(..used).unwrap_or(name);
                o.text(name).s("<").x(u64::from(*suffix), 2).s(">");
                let item = cx.add_bytes(ADDR_NB, span(&at), name);
                cx.label(item, |o| {
                    o.s("NetBIOS Name: ").text(name).s("<").x(u64::from(*suffix), 2).s("> (");
                    o.s(SERVICES.or(u64::from(*suffix), "Unknown")).s(")");
                });
            }
            _ => {
                let item = cx.line(span(&at), |o| {
                    _ = o.s("KRB Address: I don't know how to parse this type of address yet");
                });
                cx.expert(ADDRESS_UNKNOWN, item, span(&at));
                return Ok(());
            }
        }
        for above in above.iter().chain([&item]) {
            cx.append(*above, |o| _ = o.s(" ").bytes(&text));
        }
        Ok(())
    })
}
