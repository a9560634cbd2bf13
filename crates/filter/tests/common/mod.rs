//! A protocol with a field of each type, and a frame of two layers of it with known values.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used)]

use requin_filter::Filter;
use requin_wire::{
    Cursor, Cx, Dissection, FRAME, Facts, Meta, Names, Pick, Proto, Registry, SCRATCH, Sink, Span, Step,
    Time, Tree, Value, View, Want, names, proto,
};

proto! {
    T "t" "Test" "Test" Network
    on []
    fields {
        U8 "t.u8" "Byte": U8 Dec;
        U16 "t.u16" "Short": U16 Dec = NUMBERS;
        U24 "t.u24" "Three": U24 Dec;
        U32 "t.u32" "Long": U32 Dec;
        U64 "t.u64" "Longer": U64 Dec;
        PORT "t.port" "Port": U16 Dec;
        I8 "t.i8" "Signed": I8 Dec;
        I32 "t.i32" "Signed": I32 Dec;
        I64 "t.i64" "Signed": I64 Dec;
        FLAG "t.flag" "Flag": Bool = Names::Bools("Set", "Not set");
        PLAIN_FLAG "t.plain_flag" "Flag without names": Bool;
        CHAR "t.char" "Character": Char None;
        F "t.f" "Fraction": F64;
        ABS "t.abs" "When": AbsTime Utc;
        REL "t.rel" "How long": RelTime;
        STR "t.str" "Text": Str;
        STR2 "t.str2" "Text": Str;
        BYTES "t.bytes" "Bytes": Bytes;
        SHORT "t.short" "Few bytes": Bytes;
        IP "t.ip" "Address": Ipv4;
        IP6 "t.ip6" "Address": Ipv6;
        ETH "t.eth" "Address": Ether;
        GUID "t.guid" "Identifier": Guid;
        OID "t.oid" "Identifier": Oid;
        NONE "t.none" "Mark": None;
        ABSENT "t.absent" "Number that is not there": U16 Dec;
        NOTEXT "t.notext" "Text that is not there": Str;
        DOUBLE "t.double" "Declared twice": U16 Dec;
        DOUBLE_TOO "t.double" "Declared twice": U32 Dec;
        HYPHEN "t.Status-Code" "Name with a hyphen": U16 Dec;
    }
}

names! {
    NUMBERS { 1 => "one", 2 => "Two", 3 => "Twenty and three" }
}

/// Numbers of the protocols here.
pub mod list {
    /// Names of the protocols.
    #[allow(clippy::upper_case_acronyms)]
    pub enum Id {
        /// The only one.
        T,
    }

    /// Number of the first field.
    pub const fn base(_: usize) -> u16 {
        1
    }
}

/// The frame: both layers begin with their number.
pub const BYTES_OF_FRAME: &[u8] = b"\x01GET /index.html HTTP/1.1\r\n\x02Post\x00\xff";

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let at = Span::new(FRAME, c.pos(), 4);
    let nth = u64::from(c.rest().first().copied().unwrap_or_default());
    let made = |cx: &mut Cx<'_, S>, bytes: &[u8]| {
        let start = cx.out.scratch.len();
        cx.out.scratch.extend_from_slice(bytes);
        Span::new(SCRATCH, start, bytes.len())
    };
    // Sixteen bytes of the protocol's own, all the rest it was given.
    cx.proto_len(16);
    cx.add(U8, at, Value::U(63 + nth));
    cx.add(PORT, at, Value::U(if nth == 1 { 80 } else { 5000 }));
    cx.hidden(PORT, at, Value::U(443));
    if nth > 1 {
        let text = made(cx, b"second");
        cx.add(STR, at, Value::Str(text));
        return Ok(());
    }
    cx.add(U16, at, Value::U(2));
    cx.add(U24, at, Value::U(0x010203));
    cx.add(U32, at, Value::U(1000));
    cx.add(U64, at, Value::U(1 << 40));
    cx.add(I8, at, Value::I(-6));
    cx.add(I32, at, Value::I(-1000));
    cx.add(I64, at, Value::I(i64::MIN));
    cx.add(FLAG, at, Value::U(1));
    cx.add(PLAIN_FLAG, at, Value::U(1));
    cx.add(CHAR, at, Value::U(u64::from(b'G')));
    cx.add(F, at, Value::F(1.5));
    // 2020-01-02 03:04:05.5 UTC
    cx.add(ABS, at, Time::new(1_577_934_245, 500_000_000).into());
    cx.add(REL, at, Time::new(-1, 750_000_000).into());
    let text = made(cx, b"Hello, World");
    cx.add(STR, at, Value::Str(text));
    let text = made(cx, b"hello, world");
    cx.add(STR2, at, Value::Str(text));
    let bytes = made(cx, b"\x00\x11\x22\x33GET\xff");
    cx.add(BYTES, at, Value::Bytes(bytes));
    let bytes = made(cx, b"\x99");
    cx.add(SHORT, at, Value::Bytes(bytes));
    cx.add(IP, at, Value::U(0x0a01_0203));
    let bytes = made(cx, &[0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    cx.add(IP6, at, Value::Bytes(bytes));
    let bytes = made(cx, &[0x01, 0x50, 0x56, 0, 0, 1]);
    cx.add(ETH, at, Value::Bytes(bytes));
    let bytes = made(
        cx,
        &[0x12, 0x34, 0x56, 0x78, 0x12, 0x34, 0x12, 0x34, 0x12, 0x34, 0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc],
    );
    cx.add(GUID, at, Value::Bytes(bytes));
    let bytes = made(cx, &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d]);
    cx.add(OID, at, Value::Bytes(bytes));
    cx.add(NONE, at, Value::None);
    cx.add(DOUBLE_TOO, at, Value::U(70));
    cx.add(HYPHEN, at, Value::U(200));
    Ok(())
}

/// The registry of the one protocol.
pub fn registry() -> Registry {
    static ALL: &[&Proto] = &[&DEF];
    Registry::new(ALL)
}

fn layers<S: Sink>(registry: &Registry, want: &Want, out: &mut Dissection) {
    let meta = Meta::default();
    let facts = Facts::default();
    out.clear();
    let mut cx = Cx::<S>::new(&meta, &facts, registry, want, out);
    let mut c = Cursor::new(BYTES_OF_FRAME, BYTES_OF_FRAME.len(), FRAME);
    let first = cx.call(ID, c);
    assert!(first.is_ok());
    c.skip(27).expect("the frame is longer");
    assert!(cx.call(ID, c).is_ok());
    cx.info(|o| _ = o.s("GET /index.html"));
    cx.protocol("Test");
}

/// Whether a filter takes the frame; it is asked over wanted fields and over the tree, which must agree.
pub fn takes(registry: &Registry, filter: &Filter) -> bool {
    let mut want = Want::nothing();
    filter.wanted().for_each(|f| want.add(f));
    want.columns = filter.needs_columns();
    let mut out = Dissection::default();
    let meta = Meta { number: 7, original: 100, ..Meta::default() };
    layers::<Pick>(registry, &want, &mut out);
    let pick = filter.matches(&View { meta: &meta, bytes: BYTES_OF_FRAME, dissection: &out, registry });
    layers::<Tree>(registry, &Want::everything(), &mut out);
    let tree = filter.matches(&View { meta: &meta, bytes: BYTES_OF_FRAME, dissection: &out, registry });
    assert_eq!(pick, tree, "{}", filter.text());
    pick
}
