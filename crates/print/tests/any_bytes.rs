//! Whatever bytes a frame has, every output stays what it is: UTF-8 without control characters, and JSON
//! where it is JSON.

use requin_engine::Printer;
use requin_print::{
    Ek, Fields, FieldsStyle, HexOptions, Json, JsonParts, Ndjson, Options, Pdml, Psml, Text, TextParts,
};
use requin_protocols::dissect_frame;
use requin_wire::{Dissection, Facts, Meta, Pick, Registry, Tree, View};
use std::collections::HashSet;

/// Numbers that look like chance and are the same every time (an xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n.max(1) as u64) as usize
    }
}

/// Ethernet, IPv4 or IPv6, UDP or TCP, and a payload to these ports.
fn frame(version: u8, protocol: u8, port: u16, payload: &[u8]) -> Vec<u8> {
    let mut transport = [port.to_be_bytes(), port.to_be_bytes()].concat();
    if protocol == 17 {
        transport.extend((payload.len() as u16 + 8).to_be_bytes());
        transport.extend([0, 0]);
    } else {
        transport.extend([0, 0, 0, 1, 0, 0, 0, 2, 0x50, 0x18, 1, 0, 0, 0, 0, 0]);
    }
    transport.extend(payload);
    let mut f = vec![0x02, 0, 0, 0, 0, 1, 0x02, 0, 0, 0, 0, 2];
    let len = transport.len() as u16;
    if version == 4 {
        f.extend([0x08, 0, 0x45, 0]);
        f.extend((len + 20).to_be_bytes());
        f.extend([0, 1, 0, 0, 64, protocol, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2]);
    } else {
        f.extend([0x86, 0xdd, 0x60, 0, 0, 0]);
        f.extend(len.to_be_bytes());
        f.extend([protocol, 64]);
        f.extend([0xfe; 32]);
    }
    f.extend(transport);
    f
}

fn seeds() -> Vec<Vec<u8>> {
    let http = b"GET /\x1b[31m HTTP/1.1\r\nHost: a\"b\\c\xff\x00\r\nX-\xc2\x9b: \xe2\x80\xae<&'>\r\n\r\n";
    let dns = b"\x12\x34\x81\x80\0\x01\0\x01\0\0\0\0\x03a\x1b\"\x02<&\0\0\x01\0\x01\xc0\x0c\0\x10\0\x01\0\0\0\x05\0\x04\x03\n\r\x9b";
    let mut all = Vec::new();
    for version in [4, 6] {
        all.push(frame(version, 6, 80, http));
        all.push(frame(version, 17, 53, dns));
        all.push(frame(version, 17, 514, b"<34>Oct 11 22:14:15 m s: \x1b]0;x\x07\n\xc2\x85"));
        all.push(frame(version, 6, 25, b"220 \x1b[2J\x00\x08\r\n"));
        all.push(frame(version, 17, 40_000, &[0x1b; 700]));
    }
    all
}

fn printers(registry: &Registry) -> Vec<(&'static str, Box<dyn Printer>)> {
    let o = Options::default;
    let every = registry.fields().iter().map(|f| f.abbr.to_string()).filter(|n| !n.is_empty());
    let mut names: Vec<String> = every.collect::<HashSet<_>>().into_iter().collect();
    names.sort();
    // Some of them all over the list: each is looked for in every frame.
    let mut names: Vec<String> = names.into_iter().step_by(23).collect();
    names.push("_ws.col.Info".into());
    let hex = Some(HexOptions::default());
    let json = |parts: JsonParts| Box::new(Json::with(o(), parts));
    vec![
        (
            "text",
            Box::new(Text::with(o(), TextParts { summary: true, tree: true, hex, ..TextParts::default() })),
        ),
        ("psml", Box::new(Psml::new(o()))),
        ("pdml", Box::new(Pdml::new(o()))),
        ("fields", Box::new(Fields::new(o(), FieldsStyle::default(), names.clone(), Vec::new()))),
        ("json", json(JsonParts::default())),
        ("json", json(JsonParts { raw: true, unique_keys: true, ..JsonParts::default() })),
        ("json", json(JsonParts { raw_only: true, ..JsonParts::default() })),
        ("json", json(JsonParts { fields: names.clone(), ..JsonParts::default() })),
        ("lines", Box::new(Ek::with(o(), JsonParts { raw: true, ..JsonParts::default() }))),
        ("unique", Box::new(Ndjson::new(o(), Vec::new()))),
        ("unique", Box::new(Ndjson::new(o(), names))),
    ]
}

/// What must hold for what a printer wrote of one frame.
fn check(form: &str, text: &[u8], bytes: &[u8]) {
    let text = std::str::from_utf8(text);
    assert!(text.is_ok(), "{form} is no UTF-8: {text:?} of {bytes:x?}");
    let text = text.unwrap_or_default();
    // Attributes of XML keep tabs and ends of lines; lists of fields are separated by tabs.
    let tab = matches!(form, "pdml" | "fields");
    let bad = text.chars().find(|c| c.is_control() && *c != '\n' && !(tab && *c == '\t'));
    assert!(bad.is_none(), "{form}: {bad:?} of {bytes:x?} in {text}");
    match form {
        "fields" => assert_eq!(text.matches('\n').count(), 1, "{bytes:x?}"),
        "pdml" => {
            let count = |s: &str| text.matches(s).count();
            let (open, empty) = (count("<proto ") + count("<field "), count("\"/>\n"));
            assert_eq!(open - empty, count("</proto>") + count("</field>"), "{text}");
        }
        "json" => {
            let value: Result<serde_json::Value, _> = serde_json::from_str(text.trim());
            assert!(value.is_ok(), "{:?}: {text}", value.err());
        }
        "lines" | "unique" => {
            for line in text.lines() {
                let value: Result<serde_json::Value, _> = serde_json::from_str(line);
                assert!(value.is_ok(), "{:?}: {line}", value.err());
                if form == "unique" {
                    let keys = value.ok().and_then(|v| v.as_object().map(serde_json::Map::len));
                    // Keys stand behind a brace or a comma; texts hold no quote that is not escaped.
                    let mut written = 0;
                    let mut depth = 0;
                    let mut quoted = false;
                    let mut last = ' ';
                    for c in line.chars() {
                        match c {
                            '"' if last != '\\' => quoted = !quoted,
                            '[' if !quoted => depth += 1,
                            ']' if !quoted => depth -= 1,
                            ':' if !quoted && depth == 0 => written += 1,
                            _ => {}
                        }
                        last = if c == '\\' && last == '\\' { ' ' } else { c };
                    }
                    assert_eq!(keys, Some(written), "{line}");
                }
            }
        }
        _ => {}
    }
}

#[test]
fn every_output_of_any_bytes() {
    let registry = requin_protocols::registry();
    let printers = printers(&registry);
    let seeds = seeds();
    let mut chance = Chance(0x2545_f491_4f6c_dd1d);
    let mut dissection = Dissection::default();
    let mut out = Vec::new();
    for round in 0..150 {
        let mut bytes = seeds[round % seeds.len()].clone();
        if round >= seeds.len() {
            for _ in 0..chance.below(6) {
                let at = chance.below(bytes.len());
                bytes[at] = chance.below(256) as u8;
            }
            bytes.truncate(14 + chance.below(bytes.len() * 2));
        }
        let meta = Meta {
            number: 1,
            has_time: true,
            captured: bytes.len() as u32,
            original: bytes.len() as u32,
            link: 1,
            ..Meta::default()
        };
        for (form, printer) in &printers {
            let needs = printer.needs(&registry);
            let facts = Facts::default();
            if needs.tree {
                dissect_frame::<Tree>(&registry, &needs.want, &meta, &facts, &bytes, &mut dissection);
            } else {
                dissect_frame::<Pick>(&registry, &needs.want, &meta, &facts, &bytes, &mut dissection);
            }
            out.clear();
            if *form == "json" {
                printer.header(&mut out);
            }
            let view = View { meta: &meta, bytes: &bytes, dissection: &dissection, registry: &registry };
            printer.frame(&view, &mut out);
            if *form == "json" {
                printer.footer(&mut out);
            }
            check(form, &out, &bytes);
        }
    }
}
