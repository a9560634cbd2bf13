//! Any bytes wherever a protocol is found: by link type, ethertype, protocol number, port, and as the protocol of a
//! conversation. No panic, and the three sinks meet the same layers.

#[path = "support/agreement.rs"]
mod agreement;
#[path = "support/shown.rs"]
mod shown;

use agreement::{Numbers, Sinks};
use requin_protocols::registry;
use requin_wire::{Facts, On, Proto, Table, TransportFacts};
use shown::{ipv4, meta, tcp, udp};

/// How often each place is tried.
const TIMES: usize = 24;

/// Bytes of a kind that is drawn, too.
fn bytes(numbers: &mut Numbers) -> Vec<u8> {
    let len = numbers.below(160);
    let kind = numbers.below(6);
    let one = numbers.below(256) as u8;
    let mut bytes: Vec<u8> = (0..len)
        .map(|_| match kind {
            0 => numbers.below(256) as u8,
            1 => one,
            2 => numbers.below(4) as u8,
            3 => [0, 0, 0, 1, 0xff, 0x80, 0x20, one][numbers.below(8)],
            4 => b"GET a=1:2;\r\n <x>\",0"[numbers.below(19)],
            _ => 0,
        })
        .collect();
    // Heads that differ from what follows lead further.
    let head = numbers.below(12);
    bytes.iter_mut().take(head).for_each(|b| *b = numbers.below(256) as u8);
    bytes
}

/// A frame with the bytes where the table's key leads to, and its link type.
fn frame(table: Table, key: u32, bytes: &[u8]) -> Option<(u16, Vec<u8>)> {
    let short = u16::try_from(key).ok();
    let behind = |head: &[u8]| [head, bytes].concat();
    Some(match table {
        Table::Link => (short?, bytes.to_vec()),
        Table::Ether => (1, [&[2; 12], &short?.to_be_bytes()[..], bytes].concat()),
        Table::IpProto => (1, ipv4(key as u8, bytes)),
        Table::Udp => (1, udp(short?, bytes)),
        Table::Tcp => (1, tcp(short?, bytes)),
        Table::Ppp => (9, behind(&short?.to_be_bytes())),
        Table::Llc => {
            let len = (bytes.len() as u16 + 3).to_be_bytes();
            (1, [&[2; 12], &len[..], &[key as u8, key as u8, 3], bytes].concat())
        }
        Table::Snap => {
            let len = (bytes.len() as u16 + 8).to_be_bytes();
            let [org @ .., high, low] = key.to_be_bytes();
            (1, [&[2; 12], &len[..], &[0xaa, 0xaa, 3, 0], &org, &[high, low], bytes].concat())
        }
        Table::SctpPort | Table::SctpPpid => {
            let (port, ppid) = if table == Table::SctpPort { (short?, 0) } else { (9, key) };
            let len = (16 + bytes.len() as u16).to_be_bytes();
            let ports = [port.to_be_bytes(), port.to_be_bytes()].concat();
            let chunk = [&[0, 3][..], &len, &[0, 0, 0, 1, 0, 0, 0, 0], &ppid.to_be_bytes(), bytes].concat();
            (1, ipv4(132, &[&ports[..], &[0; 8], &chunk].concat()))
        }
        _ => return None,
    })
}

/// Where protocols are found.
fn places(protos: &[&'static Proto]) -> Vec<(Table, u32)> {
    let on = protos.iter().flat_map(|p| p.on);
    let mut places: Vec<_> = on
        .filter_map(|on| match on {
            On::At(table, key) => Some((*table, *key)),
            On::Range(table, from, _) => Some((*table, *from)),
            _ => None,
        })
        .collect();
    places.dedup();
    places
}

#[test]
fn the_three_sinks_meet_the_same_layers_of_anything() {
    let registry = registry();
    let mut sinks = Sinks::new(&registry);
    let mut numbers = Numbers::new();
    let mut differ = Vec::new();
    let mut tried = 0;
    for (table, key) in places(registry.protos()) {
        for _ in 0..TIMES {
            let Some((link, frame)) = frame(table, key, &bytes(&mut numbers)) else { break };
            tried += 1;
            let differs = sinks.differ(&meta(link, &frame, frame.len()), &Facts::default(), &frame);
            differ.extend(differs.map(|how| format!("{table:?} {key}: {how}")));
        }
    }
    assert!(tried > 10_000, "only {tried}");
    assert!(differ.is_empty(), "{} of {tried} differ:\n{}", differ.len(), differ.join("\n"));
}

#[test]
fn the_three_sinks_meet_the_same_layers_of_any_conversation() {
    let registry = registry();
    let mut sinks = Sinks::new(&registry);
    let mut numbers = Numbers::new();
    let mut differ = Vec::new();
    for proto in registry.protos() {
        for turn in 0..TIMES {
            let bytes = bytes(&mut numbers);
            let frame = if turn % 2 == 0 { tcp(9, &bytes) } else { udp(9, &bytes) };
            let transport = TransportFacts { app: Some(proto.id), ..TransportFacts::default() };
            let facts = Facts { transports: &[transport], ..Facts::default() };
            let differs = sinks.differ(&meta(1, &frame, frame.len()), &facts, &frame);
            differ.extend(differs.map(|how| format!("{}: {how}", proto.abbr)));
        }
    }
    assert!(differ.is_empty(), "{} differ:\n{}", differ.len(), differ.join("\n"));
}
