//! How wrong filters are refused: what the error says, and what it underlines.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use requin_filter::Filter;

/// The message and the underlined expression.
fn refusal(text: &str) -> String {
    match Filter::compile(&requin_protocols::registry(), text) {
        Ok(_) => format!("{text}: accepted"),
        Err(e) => format!("{e}\n{}", e.caret(text)),
    }
}

#[test]
fn snapshots() {
    for expected in [
        r#"
"tcp.prot" is not a valid protocol or protocol field. Did you mean tcp.port?
    tcp.prot == 80
    ^~~~~~~~"#,
        r#"
"abc" is not a valid number.
    tcp.port == abc
                ^~~"#,
        r#"
"300.1.1.1" is not a valid hostname or IPv4 address.
    ip.addr == 300.1.1.1
               ^~~~~~~~~"#,
        r#"
Unexpected end of filter expression.
    tcp.port ==
               ^"#,
        r#"
")" was unexpected in this context.
    tcp)
       ^"#,
        r#"
The final quote was missing from a quoted string.
    ip.src == "x
              ^"#,
        r#"
"20" was unexpected in this context.
    frame.len > 10 20
                   ^~"#,
        r#"
"80" was unexpected in this context.
    tcp.port in 80
                ^~"#,
        r#"
"443" was unexpected in this context. The values of a set are separated by commas.
    tcp.port in {80 443}
                    ^~~"#,
        r#"
Netmask bits in a CIDR IPv4 address should be <= 32, not 33
    ip.addr == 10.0.0.0/33
               ^~~~~~~~~~~"#,
        r#"
"00:11" contains too few bytes to be a valid Ethernet address.
    eth.addr == 00:11
                ^~~~~"#,
        r#"
You cannot test whether a function is present.
    len(tcp.port)
    ^~~"#,
        r#"
Function 'unknown' does not exist. There are abs, count, len, lower, max, min, string, upper.
    unknown(tcp.port) == 1
    ^~~~~~~"#,
        r#"
"and" was unexpected in this context.
    and tcp
    ^~~"#,
        r#"
"65536" too big for this field, maximum 65535.
    tcp.port == 65536
                ^~~~~"#,
        r#"
ip.src and eth.src are not of compatible types.
    ip.src == eth.src
              ^~~~~~~"#,
        r#"
"tcp.port" is a Unsigned integer (2 bytes) and cannot be sliced into a sequence of bytes.
    tcp.port[0] == 0
    ^~~~~~~~"#,
        r#"
"yes" cannot be found among the possible values for tcp.flags.syn. Did you mean "Set" or "Not set"?
    tcp.flags.syn == yes
                     ^~~"#,
        r#"
tcp.port (type=Unsigned integer (2 bytes)) cannot participate in contains comparison.
    tcp.port contains "80"
    ^~~~~~~~"#,
        r#"
Regex compilation error: unclosed group.
    frame matches "("
                  ^~~"#,
        r#"
Left side of "==" expression must be a field or function, not 80.
    80 == tcp.port
    ^~"#,
        r#"
\. is not a valid character escape sequence
    frame.protocols ~ "é\."
                        ^~"#,
    ] {
        let expected = expected.trim_start_matches('\n');
        let text = expected.lines().nth(1).unwrap_or_default().trim_start();
        assert_eq!(refusal(text), expected, "{text}");
    }
}

#[test]
fn refused() {
    let registry = requin_protocols::registry();
    for text in [
        "(tcp",
        "tcp udp",
        "tcp.port == 80 and",
        "tcp.port in {}",
        "foo",
        "tcp.port ==",
        "1 == 1",
        "\"a\" == \"a\"",
        "80",
        "tcp.port = 80",
        "tcp.port => 80",
        "tcp.port <> 80",
        "tcp AND ip",
        "TCP",
        "tcp.port == \"80\"",
        "tcp.port == 08",
        "tcp.port == 99999999999999999999",
        "ip.ttl == 64.0",
        "tcp.port == -\"a\"",
        "len() == 1",
        "len(5) == 1",
        "len(tcp.port, ip.src) == 1",
        "upper(tcp.port) == \"A\"",
        "abs(ip.src) == 1",
        "max(tcp.port, ip.src) == 1",
        "max(tcp.port, frame.len) == 1",
        "count(\"a\") == 1",
        "string(frame.time) == \"a\"",
        "string(80) == \"a\"",
        "ip.src + 1 == 1",
        "tcp.flags.syn & 1",
        "tcp.flags.syn == true",
        "frame.time > 0",
        "frame.time_delta > 1s",
        "frame.time > \"1999-13-01\"",
        "frame.time + 1 > \"2020-01-01\"",
        "frame.time_delta * 2 > 1",
        "ip.src matches \"a\"",
        "ip.src contains 0a",
        "tcp.port matches \"8\"",
        "frame.protocols matches tcp",
        "eth.src[2-1] == 00",
        "eth.src[0:0] == 00",
        "eth.src[] == 00",
        "eth.src[0;3] == 00",
        "eth.src contains \"a\"",
        "eth.addr == \"00:11:22:33:44:55\"",
        "eth.dst & 01",
        "ip.addr == 10/8",
        "ip.addr == localhost",
        "ip.addr == \"1.2.3.4\"",
        "ip.addr == 1.2.3.4/255.0.0.0",
        "any tcp",
        "all (tcp)",
        "all tcp.port & 2",
        "tcp.port == any 80",
        "tcp.port in {1..}",
        "tcp.port in {80-90}",
        "tcp.port in {1+5}",
        "tcp.port in (80)",
        "frame.len == (1)",
        "(frame.len) > 1",
        "ip.src#a",
        "ip.src# 1",
        "ip.src[0]#1 == 0a",
        "ip.ttl == ''",
        "ip.ttl == 'ab'",
        "ip.ttl == 'a",
        "frame contains \"\\q\"",
        "frame contains GET",
        "frame[0:2] == 0x0800",
        "tcp contains ip.src",
        "eth.dst == ip",
        "_ws.malformed.expert == 1",
        "frame.len > 60-1",
        "-1 == tcp.port",
        "1 + udp.length == 9",
        "@",
        "@tcp.nothing",
        "_ws.col.nothing == \"a\"",
        "@_ws.col.info == \"a\"",
        "tcp.port == 80;",
        "tcp.port ==== 80",
        "é",
        "tcp.port == é",
        "[",
        "tcp[",
        "!",
        "not",
        "()",
        "{}",
        "#",
        ".",
        "..",
        "tcp.",
        "in",
        "in {1}",
        "tcp.port in",
        "tcp.port not 5",
        "any",
        "== 5",
        "frame matches \"a{99999}\"",
        "frame matches \"(a{999}){999}\"",
    ] {
        match Filter::compile(&registry, text) {
            Ok(_) => panic!("{text} was accepted"),
            Err(e) => {
                assert!(
                    !e.message.is_empty() && e.span.start <= e.span.end && e.span.end <= text.len(),
                    "{text}: {e:?}"
                );
                assert!(
                    text.is_char_boundary(e.span.start) && text.is_char_boundary(e.span.end),
                    "{text}: {e:?}"
                );
            }
        }
    }
}

#[test]
fn names_that_were_meant() {
    let registry = requin_protocols::registry();
    for (text, meant) in [
        ("tcp.prot == 80", "tcp.port"),
        ("ip.scr == 1.2.3.4", "ip.src"),
        ("tpc", "tcp"),
        ("frame.numer == 1", "frame.number"),
        ("TCP.PORT == 80", "tcp.port"),
        ("eth.ds == 00:00:00:00:00:00", "eth.dst"),
    ] {
        let e = Filter::compile(&registry, text).expect_err("is misspelt");
        assert_eq!(e.candidates.first().map(String::as_str), Some(meant), "{text}: {e}");
    }
    let e = Filter::compile(&registry, "xyzzy.qux == 1").expect_err("is nothing");
    assert!(e.candidates.is_empty(), "{e}");
}

#[test]
fn completion() {
    let registry = requin_protocols::registry();
    let of = |text: &str| requin_filter::complete(&registry, text, text.len(), 50);
    let (names, start) = of("ip.src == 1.2.3.4 and tcp.po");
    assert!(start == 22 && names.contains(&"tcp.port".to_string()), "{names:?}");
    assert!(names.iter().all(|n| n.starts_with("tcp.po")));
    assert!(of("cont").0.contains(&"contains ".to_string()));
    assert!(of("_ws.col.in").0.contains(&"_ws.col.info".to_string()));
    assert!(of("frame contains \"tcp").0.is_empty());
    assert_eq!(requin_filter::complete(&registry, "é", 1, 5).1, 0);
    assert!(of("").0.len() == 50);
}
