//! A small protocol with a field of many a kind, to see how each output writes it.

use requin_engine::Printer;
use requin_wire::{
    Base, Cursor, Cx, Dissection, Entry, FRAME, Facts, Field, FieldDef, FieldType, Group, Meta, Names, Pick,
    Proto, ProtoId, Registry, Severity, Sink, Stage, Step, Time, Tree, Value, View,
};

const fn field(abbr: &'static str, label: &'static str, kind: FieldType, base: Base) -> FieldDef {
    FieldDef { abbr, label, kind, base, mask: 0, bits: 0, names: Names::None, expert: None }
}

const KINDS: Names = Names::Table(&[(1, "It's <one>"), (2, "Two")]);

static EXPERT: Proto = Proto {
    id: ProtoId(0),
    base: 1,
    abbr: "_ws.expert",
    name: "Expert Info",
    short: "Expert",
    stage: Stage::App,
    on: &[],
    fields: &[
        field("_ws.expert", "Expert Info", FieldType::Protocol, Base::None),
        field("_ws.expert.message", "Message", FieldType::Str, Base::None),
        field("_ws.expert.severity", "Severity level", FieldType::U32, Base::None),
        field("_ws.expert.group", "Group", FieldType::U32, Base::None),
    ],
    entry: Entry::new(toy, toy, toy),
    track: None,
    frames: None,
    sized: false,
    previewed: false,
    remember: None,
    remember_for: requin_wire::For::All,
    beyond: false,
};

static FRAME_PROTO: Proto = Proto {
    id: ProtoId(1),
    base: 5,
    abbr: "frame",
    name: "Frame",
    short: "Frame",
    stage: Stage::Link,
    on: &[],
    fields: &[
        field("frame", "Frame", FieldType::Protocol, Base::None),
        field("frame.number", "Frame Number", FieldType::U32, Base::Dec),
        field("frame.time", "Arrival Time", FieldType::AbsTime, Base::Local),
    ],
    entry: Entry::new(frame, frame, frame),
    track: None,
    frames: None,
    sized: false,
    previewed: false,
    remember: None,
    remember_for: requin_wire::For::All,
    beyond: false,
};

static TOY: Proto = Proto {
    id: ProtoId(2),
    base: 8,
    abbr: "toy",
    name: "Toy Protocol",
    short: "TOY",
    stage: Stage::App,
    on: &[],
    fields: &[
        field("toy", "Toy Protocol", FieldType::Protocol, Base::None),
        FieldDef { names: KINDS, ..field("toy.kind", "Kind", FieldType::U8, Base::Dec) },
        field("toy.flags", "Flags", FieldType::U8, Base::Hex),
        FieldDef {
            mask: 0x40,
            bits: 8,
            names: Names::Bools("Set", "Not set"),
            ..field("toy.flags.big", "Big", FieldType::Bool, Base::None)
        },
        FieldDef { mask: 0x0c, ..field("toy.flags.size", "Size", FieldType::U8, Base::HexDec) },
        field("toy.text", "Text", FieldType::Str, Base::None),
        field("toy.bytes", "Bytes", FieldType::Bytes, Base::None),
        field("toy.time", "Took", FieldType::RelTime, Base::None),
        field("toy.mark", "Mark", FieldType::None, Base::None),
        FieldDef {
            expert: Some((Severity::Note, Group::Protocol)),
            ..field("toy.odd", "Odd", FieldType::Expert, Base::None)
        },
        field("toy.any", "Any", FieldType::U8, Base::Dec),
    ],
    entry: Entry::new(toy, toy, toy),
    track: None,
    frames: None,
    sized: false,
    previewed: false,
    remember: None,
    remember_for: requin_wire::For::All,
    beyond: false,
};

static ALL: &[&Proto] = &[&EXPERT, &FRAME_PROTO, &TOY];

const fn toy_field(i: u16) -> Field {
    Field(8 + i)
}

fn frame<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let (me, number) = (cx.proto_item(), cx.meta.number);
    cx.label(me, |o| _ = o.s("Frame ").u(number).s(": of the toy"));
    cx.add(Field(6), c.span(0), Value::U(7));
    let time = cx.meta.time;
    cx.add(Field(7), c.span(0), time.into());
    c.skip(2)?;
    cx.call(ProtoId(2), c)
}

/// kind, flags, length of the text, text, the rest as bytes.
fn toy<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("TOY");
    let whole = c.span(usize::MAX);
    let kind = cx.u8(toy_field(1), &mut c)?;
    cx.proto_append(|o| _ = o.s(", Kind: ").u(kind));
    cx.info(|o| _ = o.s("Toy ").u(kind).s(" → \x1b<done>"));
    cx.hidden(toy_field(10), c.span(1), Value::U(kind.into()));
    let (_, item) = cx.flags(toy_field(2), &mut c, 1, &[toy_field(3), toy_field(4)])?;
    cx.expert(toy_field(9), item, c.span(0));
    let n = usize::from(c.peek_bytes(0, 1)?[0]);
    c.skip(1)?;
    let line = cx.line(c.span(n), |o| _ = o.s("Words: \"").u(n as u64).s("\""));
    cx.under(line, |cx| cx.bytes(toy_field(5), &mut c, n).map(|_| ()))?;
    let rest = c.captured();
    cx.hidden(toy_field(10), c.span(1), Value::U(0));
    cx.bytes(toy_field(6), &mut c, rest)?;
    cx.generated(toy_field(7), whole, Time::new(-1, 999_000_000).into());
    let mark = cx.generated(toy_field(8), c.span(0), Value::None);
    cx.under(mark, |cx| cx.add(toy_field(10), c.span(0), Value::U(9)));
    Ok(())
}

/// The frame of the tests.
pub const PACKET: &[u8] = b"\xaa\xbb\x01\x48\x09a\tb\x1b\"\xc3\xa4'\\\x00\xff\x10";

/// The registry of the toy.
pub fn registry() -> Registry {
    Registry::new(ALL)
}

/// Everything a printer writes of one frame.
pub fn print(printer: &dyn Printer) -> String {
    let mut out = Vec::new();
    printer.header(&mut out);
    print_frame(printer, &mut out);
    printer.footer(&mut out);
    String::from_utf8_lossy(&out).into_owned()
}

/// What a printer writes of the frame itself.
pub fn print_frame(printer: &dyn Printer, out: &mut Vec<u8>) {
    let registry = registry();
    let meta = Meta {
        number: 7,
        time: Time::new(1_270_661_369, 782_934_000),
        has_time: true,
        captured: PACKET.len() as u32,
        original: 60,
        first: Time::new(1_270_661_300, 0),
        previous: Time::new(1_270_661_369, 0),
        previous_displayed: Time::new(1_270_661_369, 500_000_000),
        ..Meta::default()
    };
    let needs = printer.needs(&registry);
    let facts = Facts::default();
    let mut dissection = Dissection::default();
    let c = Cursor::new(PACKET, 60, FRAME);
    let step = if needs.tree {
        let mut cx = Cx::<Tree>::new(&meta, &facts, &registry, &needs.want, &mut dissection);
        let step = cx.call(ProtoId(1), c);
        cx.settle();
        step
    } else {
        let mut cx = Cx::<Pick>::new(&meta, &facts, &registry, &needs.want, &mut dissection);
        cx.call(ProtoId(1), c)
    };
    assert!(step.is_ok(), "{step:?}");
    printer.frame(&View { meta: &meta, bytes: PACKET, dissection: &dissection, registry: &registry }, out);
}
