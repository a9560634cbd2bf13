//! TiVoConnect Automatic Machine Discovery Protocol: lines of names and values.

use crate::application::text;
use requin_wire::{Cursor, Cx, Pdu, Sink, Step, Stop, proto};

proto! {
    TIVOCONNECT "tivoconnect" "TiVoConnect Discovery Protocol" "TiVoConnect" App
    on [Udp 2190, Tcp 2190]
    frames [as_it_comes]
    fields {
        FLAVOR "tivoconnect.flavor" "Flavor": StrZ;
        METHOD "tivoconnect.method" "Method": StrZ;
        PLATFORM "tivoconnect.platform" "Platform": StrZ;
        MACHINE "tivoconnect.machine" "Machine": StrZ;
        IDENTITY "tivoconnect.identity" "Identity": StrZ;
        SERVICES "tivoconnect.services" "Services": StrZ;
        VERSION "tivoconnect.version" "Version": StrZ;
    }
}

const BEGINS: &[u8] = b"tivoconnect";

fn as_it_comes(_: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    Pdu::AsItComes
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if !c.rest().get(..BEGINS.len()).is_some_and(|b| b.eq_ignore_ascii_case(BEGINS)) {
        return Err(Stop::NotMine);
    }
    cx.protocol("TiVoConnect");
    // Beacons are datagrams; over connections these are told once more.
    let beacon = cx.out.layers.iter().any(|l| l.proto == crate::transport::udp::ID);
    cx.info(|o| _ = o.s(if beacon { "Discovery Beacon" } else { "Discovery Connection" }));
    let (mut machine, mut identity): (&[u8], &[u8]) = (b"", b"");
    while c.captured() > 0 {
        let rest = c.rest();
        let len = text::position(rest, b'\n').unwrap_or(rest.len());
        let line = rest.get(..len).unwrap_or_default();
        let at = text::position(line, b'=').unwrap_or(len);
        let (name, value) = line.split_at_checked(at).unwrap_or((line, b""));
        let value = value.get(1..).unwrap_or_default();
        let field = match name.to_ascii_lowercase().as_slice() {
            b"tivoconnect" => Some(FLAVOR),
            b"method" => Some(METHOD),
            b"platform" => Some(PLATFORM),
            b"machine" => Some(MACHINE),
            b"identity" => Some(IDENTITY),
            b"services" => Some(SERVICES),
            b"swversion" => Some(VERSION),
            _ => None,
        };
        match field {
            Some(MACHINE) => machine = value,
            Some(IDENTITY) => identity = value,
            _ => (),
        }
        if let Some(field) = field {
            let mut place = c;
            place.advance(at + 1);
            cx.add_bytes(field, place.span(value.len()), value);
        }
        c.advance(len + 1);
    }
    let who = |o: &mut requin_wire::Out<'_>| {
        o.text(machine).s(" (").text(identity).s(")");
    };
    cx.info_add(|o| who(o.s(" ")));
    cx.proto_append(|o| who(o.s(", ")));
    Ok(())
}
