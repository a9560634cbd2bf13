//! What holds for any text: it is compiled or refused, and what is compiled runs.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod common;
use common::list;

use proptest::prelude::*;
use requin_filter::Filter;

/// Pieces that filters are made of, so that many random ones mean something.
fn piece() -> impl Strategy<Value = String> {
    let fixed = prop::sample::select(vec![
        "t",
        "t.u8",
        "t.u16",
        "t.port",
        "t.i8",
        "t.i32",
        "t.f",
        "t.flag",
        "t.abs",
        "t.rel",
        "t.str",
        "t.bytes",
        "t.ip",
        "t.ip6",
        "t.eth",
        "t.guid",
        "t.oid",
        "t.none",
        "t.absent",
        "==",
        "!=",
        "===",
        "!==",
        "~=",
        ">",
        ">=",
        "<",
        "<=",
        "contains",
        "matches",
        "~",
        "in",
        "not",
        "!",
        "and",
        "or",
        "xor",
        "&&",
        "||",
        "^^",
        "any",
        "all",
        "&",
        "+",
        "-",
        "*",
        "/",
        "%",
        "(",
        ")",
        "{",
        "}",
        ",",
        "..",
        "#1",
        "#[1-2]",
        "@",
        "[0:2]",
        "[-1]",
        "[1-2,3]",
        "[:4]",
        "[2:]",
        "len(",
        "count(",
        "max(",
        "min(",
        "abs(",
        "lower(",
        "upper(",
        "string(",
        "80",
        "0",
        "-1",
        "0x10",
        "1.5",
        "10.0.0.0/8",
        "10.1.2.3",
        "fe80::/10",
        "::1",
        "00:11:22:33:44:55",
        "00:11",
        "\"a\"",
        "\"GET\"",
        "r\"\\d\"",
        "'a'",
        "True",
        "two",
        "2020-01-01",
        "2020-01-01T00:00:00Z",
        "_ws.col.info",
        "\"",
        "'",
        "[",
        "]",
        ".",
        ":",
        "é",
    ]);
    prop_oneof![20 => fixed.prop_map(String::from), 1 => "\\PC{0,6}"]
}

/// Filters that are valid by construction.
fn valid() -> impl Strategy<Value = String> {
    let relation = prop::sample::select(vec!["==", "!=", "===", "!==", "<", "<=", ">", ">="]);
    let pair = prop::sample::select(vec![
        ("t.u8", "64"),
        ("t.port", "80"),
        ("t.port", "t.u8"),
        ("t.u16", "two"),
        ("t.i8", "-6"),
        ("t.f", "1.5"),
        ("t.ip", "10.0.0.0/8"),
        ("t.ip6", "fe80::/10"),
        ("t.eth", "01:50:56:00:00:01"),
        ("t.str", "\"second\""),
        ("t.bytes", "00:11"),
        ("t.bytes[0:2]", "00:11"),
        ("t.rel", "-0.25"),
        ("t.abs", "2020-01-01"),
        ("t.u8 + 1", "65"),
        ("t.u32 - t.port", "920"),
        ("len(t.str)", "6"),
        ("max(t.port)", "5000"),
        ("count(t)", "2"),
        ("t.absent", "1"),
        ("t.u8#2", "65"),
        ("@t.u8", "01:47"),
        ("t", "t"),
        ("abs(t.rel)", "0.25"),
        ("t.u32 & 8", "8"),
        ("t.ip & 255.0.0.0", "10.0.0.0"),
        ("string(t.u32)", "\"1000\""),
    ]);
    let quantifier = prop::sample::select(vec!["", "any ", "all "]);
    let leaf = prop_oneof![
        (quantifier, pair, relation).prop_map(|(q, (a, b), r)| format!("{q}{a} {r} {b}")),
        prop::sample::select(vec![
            "t",
            "t.none",
            "t.absent",
            "t.u8 & 1",
            "t.bytes[7]",
            "t.port in {1..80, 5000}",
            "t.str ~ \"w\"",
            "t contains ff"
        ])
        .prop_map(String::from),
    ];
    leaf.prop_recursive(5, 40, 4, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}) and ({b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}) or ({b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}) xor ({b})")),
            inner.prop_map(|a| format!("not ({a})")),
        ]
    })
}

fn compiled_or_refused(text: &str) {
    let registry = common::registry();
    match Filter::compile(&registry, text) {
        Ok(filter) => {
            // Over wanted fields and over the tree alike.
            common::takes(&registry, &filter);
            assert!(!filter.explain(&registry).is_empty());
        }
        Err(e) => {
            assert!(text.get(e.span.clone()).is_some(), "{text:?}: {e:?}");
            assert!(e.caret(text).contains("^"));
        }
    }
    assert!(requin_filter::complete(&registry, text, text.len() / 2, 10).0.len() <= 10);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text(text in "\\PC{0,60}") {
        compiled_or_refused(&text);
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        compiled_or_refused(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_pieces(pieces in prop::collection::vec(piece(), 0..12), spaced in any::<bool>()) {
        compiled_or_refused(&pieces.join(if spaced { " " } else { "" }));
    }

    #[test]
    fn logic_holds(a in valid(), b in valid()) {
        let registry = common::registry();
        let run = |text: String| {
            let filter = Filter::compile(&registry, &text).unwrap_or_else(|e| panic!("{text}: {e}"));
            common::takes(&registry, &filter)
        };
        let (x, y) = (run(a.clone()), run(b.clone()));
        prop_assert_eq!(run(format!("({a}) and ({b})")), x && y);
        prop_assert_eq!(run(format!("({a}) or ({b})")), x || y);
        prop_assert_eq!(run(format!("({a}) xor ({b})")), x ^ y);
        prop_assert_eq!(run(format!("not ({a})")), !x);
    }
}
