//! Following conversations, as a user meets it.

#![allow(clippy::expect_used, clippy::panic)] // a test may give up

mod support;
use std::process::Command;
use support::{all, capture, captures, expect, requin, run, stdout};

/// A few conversations in every form, kept as they are printed.
#[test]
fn followed_streams_are_printed_as_before() {
    for (name, tap) in [
        ("redis", "tcp,ascii,0"),
        ("redis", "tcp,hex,0"),
        ("redis", "tcp,raw,0"),
        ("redis", "tcp,yaml,0"),
        ("redis", "tcp,utf-8,0"),
        ("http", "tcp,ascii,1"),
        ("dns", "udp,hex,0"),
        ("ftp", "tcp,ascii,0"),
        ("http", "http,ascii,0"),
        ("http", "http,yaml,4"),
        ("http", "http,hex,2"),
    ] {
        let text = stdout(&["-r", &capture(&format!("{name}.pcap")), "-q", "-z", &format!("follow,{tap}")]);
        expect(&captures().join(format!("golden/follow/{name}.{}.txt", tap.replace(',', "."))), &text);
    }
}

/// Byte for byte what tshark prints, where it is installed. SNMP's answers are conversations of their own there, so is
/// each way of a stream that SDP or RTSP announced, and what goes through tunnels has the addresses of what is inside.
#[test]
fn followed_streams_are_those_of_tshark() {
    if Command::new("tshark").arg("--version").output().is_err() {
        eprintln!("tshark is not there: nothing to compare with");
        return;
    }
    let mut compared = 0;
    for path in all() {
        let file = path.display().to_string();
        if ["snmp", "tunnels", "rtp.", "rtcp.", "rtsp."].iter().any(|name| file.contains(name)) {
            continue;
        }
        let mut args = vec!["-r", &file, "-q"];
        let forms = ["ascii", "hex", "raw", "yaml"];
        let taps: Vec<String> = (0..8)
            .flat_map(|i| ["tcp", "udp", "http"].map(|p| format!("follow,{p},{},{}", forms[i % 4], i / 2)))
            .collect();
        taps.iter().for_each(|t| args.extend(["-z", t.as_str()]));
        let theirs = Command::new("tshark").args(&args).output().expect("tshark runs").stdout;
        let ours = run(&args).stdout;
        let (ours, theirs) = (String::from_utf8_lossy(&ours), String::from_utf8_lossy(&theirs));
        let differs = ours.lines().zip(theirs.lines()).find(|(a, b)| a != b);
        assert!(ours == theirs, "{file}: ours and theirs: {differs:?}");
        compared += ours.len();
    }
    assert!(compared > 100_000, "only {compared} bytes");
}

#[test]
fn following_takes_numbers_ends_and_filters() {
    let http = capture("http.pcap");
    let text = stdout(&["follow", "tcp", "1", "-r", &http]);
    assert_eq!(text, stdout(&["-r", &http, "-q", "-z", "follow,tcp,ascii,1"]));
    let node = |n: &str| {
        let at = text.find(n).expect("a node");
        text[at + n.len()..].lines().next().expect("a line").to_owned()
    };
    let ends = format!("{},{}", node("Node 0: "), node("Node 1: "));
    let by_ends = stdout(&["follow", "tcp", &ends, "-r", &http]);
    let body = |t: &str| t.split("Node 1").nth(1).expect("a body").to_owned();
    assert_eq!(body(&text), body(&by_ends));
    // A filter chooses whole conversations, one after the other.
    let by_filter = stdout(&["follow", "tcp", "-r", &http, "-Y", "tcp.stream in {1, 3} && http.request"]);
    assert_eq!(by_filter, text + &stdout(&["follow", "tcp", "3", "-r", &http]));
    let part = stdout(&["follow", "tcp", "1", "-r", &http, "--range", "2", "-m", "raw"]);
    assert_eq!(part.lines().filter(|l| l.starts_with('\t')).count(), 1);
}

#[test]
fn following_is_the_same_on_any_number_of_threads_and_coloured_when_wished() {
    let http = capture("http.pcap");
    let with =
        |threads: &str| stdout(&["follow", "tcp", "0", "-r", &http, "--threads", threads, "-m", "hex"]);
    assert_eq!(with("1"), with("2"));
    let coloured = stdout(&["follow", "tcp", "0", "-r", &http, "--color"]);
    assert!(coloured.contains("\x1b[31m") && coloured.contains("\x1b[34m"));
    assert!(!with("1").contains('\x1b'));
}

#[test]
fn wrong_wishes_are_refused() {
    let http = capture("http.pcap");
    for (args, says) in [
        (&["follow", "tcp", "-r", &http][..], "which conversation"),
        (&["follow", "tcp", "x", "-r", &http], "neither a stream index"),
        (&["-r", &http, "-q", "-z", "follow,tcp,bold,0"], "no form"),
        (&["-r", &http, "-q", "-z", "nonsense"], "follow"),
    ] {
        let o = requin(args).output().expect("requin runs");
        let text = String::from_utf8_lossy(&o.stderr).into_owned();
        assert!(!o.status.success() && text.contains(says), "{args:?}: {text}");
    }
}

/// The list of conversations of some captures, kept as it is printed.
#[test]
fn conversations_are_listed_as_before() {
    for name in ["http", "resets", "tls", "quic", "dns", "ftp", "tunnels", "memcached"] {
        let file = capture(&format!("{name}.pcap"));
        let golden = captures().join("golden/streams");
        expect(&golden.join(format!("{name}.txt")), &stdout(&["streams", "-r", &file]));
        expect(&golden.join(format!("{name}.json")), &stdout(&["streams", "-r", &file, "--json"]));
    }
}

#[test]
fn the_list_answers_the_questions_of_beginners() {
    let list = |args: &[&str]| {
        let mut all = vec!["streams", "-r"];
        all.extend_from_slice(args);
        stdout(&all)
    };
    let http = capture("http.pcap");
    let json: serde_json::Value = serde_json::from_str(&list(&[&http, "--json"])).expect("JSON");
    let tshark = ["-T", "fields", "-e", "tcp.seq_raw", "-Y", "tcp.flags.syn == 1 && tcp.stream == 3"];
    let mut args = vec!["-n", "-r", &http];
    args.extend_from_slice(&tshark);
    let initial: Vec<u64> = stdout(&args).lines().map(|l| l.parse().expect("a number")).collect();
    let third = &json[3];
    assert_eq!(
        (third["isn_of_client"].as_u64(), third["isn_of_server"].as_u64()),
        (Some(initial[0]), Some(initial[1]))
    );
    assert_eq!(third["flags_of_client"], "SAPF");
    // Packets and bytes add up to what the filter finds.
    let lengths = stdout(&["-n", "-r", &http, "-T", "fields", "-e", "frame.len", "-Y", "tcp.stream == 3"]);
    let sum: u64 = lengths.lines().map(|l| l.parse::<u64>().expect("a length")).sum();
    let bytes = |k: &str| third[k].as_u64().expect("a number");
    assert_eq!(bytes("bytes_to_server") + bytes("bytes_to_client"), sum);
    assert_eq!(bytes("packets_to_server") + bytes("packets_to_client"), lengths.lines().count() as u64);
    // Who refused, and a filter.
    assert!(
        list(&[&capture("resets.pcap"), "-Y", "tcp.flags.reset == 1 || tcp.flags.syn == 1"])
            .contains("refused")
    );
    let only = list(&[&http, "-Y", "tcp.port == 8080"]);
    assert_eq!(only.lines().count(), 2, "{only}");
    // Sorted, and as comma-separated values.
    let sorted = list(&[&http, "--sort", "bytes", "--csv"]);
    assert!(sorted.lines().nth(1).is_some_and(|l| l.starts_with("tcp,0,")), "{sorted}");
    let reversed = list(&[&http, "--sort", "start", "--reverse", "--csv"]);
    assert!(reversed.lines().last().is_some_and(|l| l.starts_with("tcp,0,")), "{reversed}");
    for path in all() {
        let file = path.display().to_string();
        assert_eq!(list(&[&file, "--threads", "1"]), list(&[&file, "--threads", "2"]), "{file}");
    }
}

/// Who ended a conversation, and how.
#[test]
fn endings_are_told() {
    let endings = |name: &str| {
        let json = stdout(&["streams", "-r", &capture(name), "--json"]);
        let list: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let text = |v: &serde_json::Value| v.as_str().unwrap_or_default().to_owned();
        list.as_array().expect("a list").iter().map(|c| text(&c["end"])).collect::<Vec<_>>()
    };
    assert_eq!(endings("resets.pcap"), ["refused", "FIN by client", "refused"]);
    assert!(endings("http.pcap").iter().all(|e| e == "FIN by client"), "{:?}", endings("http.pcap"));
    assert!(endings("ntp.pcap").iter().all(String::is_empty));
    // What a filter leaves of a conversation is all that is known of it.
    let part = stdout(&["streams", "-r", &capture("resets.pcap"), "-Y", "tcp.flags == 0x002"]);
    assert_eq!(part.matches("no answer").count(), 3, "{part}");
    let sorted = stdout(&["streams", "-r", &capture("resets.pcap"), "--sort", "end", "--reverse", "--csv"]);
    let ends: Vec<&str> = sorted.lines().skip(1).filter_map(|l| l.rsplit(',').next()).collect();
    assert_eq!(ends, ["refused", "refused", "FIN by client"]);
}

/// The tables of conversations, byte for byte those of tshark where it is installed.
#[test]
fn tables_of_conversations_are_those_of_tshark() {
    let http = capture("http.pcap");
    let ours = stdout(&["-n", "-r", &http, "-q", "-z", "conv,tcp", "-z", "conv,ip", "-z", "conv,eth"]);
    expect(&captures().join("golden/streams/http.conv.txt"), &ours);
    for name in ["http", "tls", "ftp", "resets", "redis", "smtp", "arp_icmp", "memcached"] {
        let file = capture(&format!("{name}.pcap"));
        let args =
            ["-n", "-r", &file, "-q", "-z", "conv,tcp", "-z", "conv,udp", "-z", "conv,ip", "-z", "conv,eth"];
        let Ok(theirs) = Command::new("tshark").args(args).output() else { return };
        let theirs = String::from_utf8_lossy(&theirs.stdout).into_owned();
        let ours = stdout(&args);
        let differs = ours.lines().zip(theirs.lines()).find(|(a, b)| a != b);
        assert!(ours == theirs, "{file}: ours and theirs: {differs:?}");
    }
}

/// A filter for whole conversations spares the program the others: what it prints is the same as when a
/// filter takes the same frames but makes the program look at all of them.
#[test]
fn conversations_that_are_left_out_change_nothing_of_those_displayed() {
    let mut compared = 0;
    for path in all() {
        let file = path.display().to_string();
        let ports = stdout(&["-r", &file, "-T", "fields", "-e", "tcp.port", "-e", "udp.port"]);
        let mut ports: Vec<(&str, &str)> = ports
            .lines()
            .filter_map(|l| l.split_once('\t'))
            .flat_map(|(tcp, udp)| [("tcp", tcp), ("udp", udp)])
            .flat_map(|(kind, ports)| ports.split(',').map(move |p| (kind, p)))
            .filter(|(_, p)| !p.is_empty())
            .collect();
        ports.sort_unstable();
        ports.dedup();
        for (kind, port) in ports.iter().take(12) {
            let filter = format!("{kind}.port == {port}");
            let quick = stdout(&["-r", &file, "-Y", &filter]);
            assert_eq!(
                quick,
                stdout(&["-r", &file, "-Y", &format!("{filter} and frame.number > 0")]),
                "{file} {filter}"
            );
            compared += quick.lines().count();
        }
    }
    assert!(compared > 500, "only {compared} lines");
}

/// A capture of these Ethernet frames.
fn frames(name: &str, all: &[Vec<u8>]) -> String {
    let mut out = Vec::new();
    for n in [0xa1b2_c3d4u32, 0x0004_0002, 0, 0, 262_144, 1] {
        out.extend(n.to_le_bytes());
    }
    for (n, frame) in all.iter().enumerate() {
        for n in [1, n as u32, frame.len() as u32, frame.len() as u32] {
            out.extend(n.to_le_bytes());
        }
        out.extend(frame);
    }
    let path = format!("{}/in.pcap", support::tempdir(name));
    std::fs::write(&path, out).expect("written");
    path
}

/// An IPv4 packet behind these bytes.
fn ipv4(before: &[u8], proto: u8, payload: &[u8]) -> Vec<u8> {
    let mut p = [&[2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2], before, &[8, 0, 0x45, 0]].concat();
    p.extend((20 + payload.len() as u16).to_be_bytes());
    p.extend([0, 1, 0, 0, 64, proto, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2]);
    p.extend(payload);
    p
}

#[test]
fn a_bridge_port_tag_is_looked_behind() {
    let tag = [0x89, 0x3f, 0x50, 0x01, 0x10, 0xd8, 0x02, 0x03];
    let udp = [0x30, 0x39, 0xd4, 0x31, 0, 10, 0, 0, b'h', b'i'];
    let file = frames("etag", &[ipv4(&tag, 17, &udp)]);
    let text = stdout(&["follow", "udp", "0", "-r", &file, "-m", "raw"]);
    assert!(text.contains("Node 0: 10.0.0.1:12345\nNode 1: 10.0.0.2:54321\n6869\n"), "{text}");
    let tree = stdout(&["-n", "-r", &file, "-V"]);
    for line in [
        "802.1BR E-Tag, TCI: 0x500110d80203 Ingress_E-CID: 8193 E-CID: 12504\n",
        "    010. .... .... .... = E-PCP: Spare (2)\n",
        "    ...1 .... .... .... = E-DEI: 1\n",
        "    .... 0000 0000 0001 = Ingress_E-CID_base: 0x001\n",
        "    ..01 .... .... .... = GRP: Point-to-multipoint (1)\n",
        "    .... 0000 1101 1000 = E-CID_base: 0x0d8\n",
        "    Ingress_E-CID_ext: 0x02\n    E-CID_ext: 0x03\n    Type: IPv4 (0x0800)\n",
    ] {
        assert!(tree.contains(line), "{line}: {tree}");
    }
    if let Ok(o) = Command::new("tshark").args(["-n", "-r", &file, "-V", "-O", "etag"]).output() {
        assert_eq!(String::from_utf8_lossy(&o.stdout), stdout(&["-n", "-r", &file, "-V", "-O", "etag"]));
    }
}

/// A TCP header that claims to be shorter than its fixed part has no payload: nobody knows where it would begin.
#[test]
fn a_header_too_short_carries_nothing() {
    let segment = |offset: u8, seq: u8| {
        let mut t =
            vec![0x30, 0x39, 0xd4, 0x31, 0, 0, 0, seq, 0, 0, 0, 0, offset << 4, 0x18, 0, 9, 0, 0, 0, 0];
        t.extend(b"hi");
        ipv4(&[], 6, &t)
    };
    let file = frames("short-header", &[segment(5, 1), segment(2, 3), segment(5, 3)]);
    let text = stdout(&["follow", "tcp", "0", "-r", &file, "-m", "raw"]);
    assert!(text.contains(":54321\n6869\n6869\n="), "{text}");
    let file = frames("short-header-only", &[segment(2, 1)]);
    let text = stdout(&["follow", "tcp", "0", "-r", &file, "-m", "raw"]);
    assert!(text.contains("Node 0: :0\nNode 1: :0\n="), "{text}");
}

/// What netfilter logged, in both orders of bytes.
#[test]
fn packets_that_netfilter_logged_are_looked_into() {
    let udp = [0x30, 0x39, 0xd4, 0x31, 0, 10, 0, 0, b'h', b'i'];
    for little in [true, false] {
        let mut p = vec![2, 0, 0, 42];
        let time = [[0, 0, 0, 0, 0x65, 0x53, 0xf1, 0], [0, 0, 0, 0, 0, 0, 0, 7]].concat();
        let packet = ipv4(&[], 17, &udp);
        let all: [(u16, &[u8]); 8] = [
            (1, &[8, 0, 3, 0]),
            (10, b"drop: \0"),
            (5, &[0, 0, 0, 2]),
            (11, &[0, 0, 3, 0xe8]),
            (14, &[0, 0, 0, 0]),
            (3, &time),
            (2, &[1, 2, 3, 4]),
            (9, packet.get(14..).unwrap_or_default()),
        ];
        for (kind, value) in all {
            let order = |n: u16| if little { n.to_le_bytes() } else { n.to_be_bytes() };
            p.extend(order(4 + value.len() as u16));
            p.extend(order(kind));
            p.extend(value);
            p.resize(p.len().next_multiple_of(4), 0);
        }
        let file = frames("nflog", &[p]);
        let mut bytes = std::fs::read(&file).expect("there");
        bytes[20] = 239;
        std::fs::write(&file, bytes).expect("written");
        let text = stdout(&["follow", "udp", "0", "-r", &file, "-m", "raw"]);
        assert!(text.contains("Node 0: 10.0.0.1:12345\nNode 1: 10.0.0.2:54321\n6869\n"), "{text}");
        let args = ["-n", "-r", &file, "-V", "-O", "nflog"];
        let tree = stdout(&args);
        for line in
            ["    Prefix: drop: \n", "UID: 1000\n", "Netfilter hook: Local out (3)\n", "IFINDEX_OUTDEV: 2\n"]
        {
            assert!(tree.contains(line.trim_start()), "{line}: {tree}");
        }
        if let (true, Ok(o)) = (little, Command::new("tshark").args(args).output()) {
            assert_eq!(String::from_utf8_lossy(&o.stdout), tree);
        }
    }
}

/// A segment between the ports 40000 and `port`: from the client or not, sequence number, payload.
fn segment(port: u16, client: bool, seq: u32, payload: &[u8]) -> Vec<u8> {
    let mut ends = [(40_000u16, [10, 0, 0, 1]), (port, [10, 0, 0, 2])];
    if !client {
        ends.reverse();
    }
    let mut t: Vec<u8> = ends.iter().flat_map(|(port, _)| port.to_be_bytes()).collect();
    t.extend(seq.to_be_bytes());
    t.extend([0, 0, 0, 1, 0x50, 0x18, 0xff, 0xff, 0, 0, 0, 0]);
    t.extend(payload);
    let mut p = ipv4(&[], 6, &t);
    p[26..30].copy_from_slice(&ends[0].1);
    p[30..34].copy_from_slice(&ends[1].1);
    p
}

/// What a conversation with port 80 or 8080 says, and which of its bytes nobody captured.
fn talk(name: &str, port: u16, said: &[(bool, &[u8], bool)]) -> String {
    let mut seq = [1u32; 2];
    let mut all = Vec::new();
    for (client, payload, lost) in said {
        let seq = &mut seq[usize::from(*client)];
        if !lost {
            all.push(segment(port, *client, *seq, payload));
        }
        *seq += payload.len() as u32;
    }
    frames(name, &all)
}

/// As tshark does it, where that is installed.
fn as_tshark(file: &str, args: &[&str]) {
    if let Ok(o) = Command::new("tshark").args(["-n", "-r", file]).args(args).output() {
        assert_eq!(String::from_utf8_lossy(&o.stdout), stdout(&[&["-n", "-r", file], args].concat()));
    }
}

const GET: &[u8] = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n";

/// A segment that was lost costs the message it belongs to, and no other: the next one is found where that one ends.
#[test]
fn what_follows_a_message_with_a_gap_is_found() {
    let second = b"HTTP/1.1 404 No\r\nContent-Length: 2\r\n\r\nhi";
    let behind = [&[0x81; 48][..], second].concat();
    let said: [(bool, &[u8], bool); 6] = [
        (true, GET, false),
        (false, b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nab", false),
        (false, &[0x80; 50], true),
        (false, behind.get(..20).unwrap_or_default(), false),
        (false, behind.get(20..).unwrap_or_default(), false),
        (true, GET, false),
    ];
    let file = talk("behind-a-gap", 80, &said);
    let fields = ["-T", "fields", "-e", "frame.number", "-e", "http.response.code", "-e", "tcp.segment_data"];
    let text = stdout(&[&["-r", &file], &fields[..]].concat());
    let lost = "81".repeat(20);
    assert!(text.contains(&format!("\n3\t\t{lost}\n4\t404\t{}\n", "81".repeat(28))), "{text}");
    as_tshark(&file, &fields);
    as_tshark(&file, &["-q", "-z", "follow,http,raw,0"]);
    as_tshark(&file, &["-T", "fields", "-e", "_ws.col.Protocol", "-e", "_ws.col.Info"]);
}

/// Text whose head is missing is taken line by line, but never takes the next message with it.
#[test]
fn text_behind_a_gap_is_put_together_until_its_line_ends() {
    let chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n100\r\nab";
    let said: [(bool, &[u8], bool); 7] = [
        (true, GET, false),
        (false, chunked, false),
        (false, b"lost", true),
        (false, b"some text, ", false),
        (false, b"the rest\n", false),
        (false, b"more, ", false),
        (false, b"and more\nof it", false),
    ];
    let file = talk("text-behind-a-gap", 80, &said);
    let text = stdout(&["follow", "http", "0", "-r", &file, "-m", "ascii"]);
    assert!(text.contains("\n\t20\nsome text, the rest\n\n\t0\n\n\t20\nmore, and more\nof it\n"), "{text}");
    as_tshark(&file, &["-q", "-z", "follow,http,ascii,0"]);
    // tshark takes the request for a part of the text.
    let said: [(bool, &[u8], bool); 4] =
        [(true, GET, false), (true, b"lost", true), (true, b"{\"a\": 1}", false), (true, GET, false)];
    let file = talk("request-behind-text", 80, &said);
    let text = stdout(&["-r", &file, "-T", "fields", "-e", "http.request.method"]);
    assert_eq!(text, "GET\n\nGET\n");
}

/// The rest of a head is told from that of a body.
#[test]
fn the_rest_of_a_head_is_shown_as_such() {
    let said: [(bool, &[u8], bool); 2] =
        [(false, b"A: b\r\nC: d\r\n\r\na body\n", false), (false, b"x: y\n", false)];
    let file = talk("rest-of-a-head", 80, &said);
    let text = stdout(&["follow", "http", "0", "-r", &file, "-m", "ascii"]);
    assert!(text.contains("\n14\nA: b\r\nC: d\r\n\r\n\n7\na body\n\n5\nx: y\n"), "{text}");
    as_tshark(&file, &["-q", "-z", "follow,http,ascii,0"]);
}

/// Of what goes through a tunnel, messages of HTTP are followed, and nothing else.
#[test]
fn a_tunnel_has_the_messages_that_are_in_it() {
    let opened: &[u8] = b"HTTP/1.1 200 OK\r\n\r\n";
    let mail = |to: &[u8]| [b"CONNECT a:", to, b" HTTP/1.1\r\n\r\n"].concat();
    let (to_mail, to_web) = (mail(b"25"), mail(b"80"));
    let said: [(bool, &[u8], bool); 4] = [
        (true, &to_mail, false),
        (false, opened, false),
        (false, b"220 mail.example ESMTP\r\n", false),
        (true, b"EHLO x\r\n", false),
    ];
    let file = talk("tunnel-of-mail", 8080, &said);
    let text = stdout(&["follow", "http", "0", "-r", &file, "-m", "ascii"]);
    assert!(text.contains("CONNECT a:25") && !text.contains("ESMTP") && !text.contains("EHLO"), "{text}");
    as_tshark(&file, &["-q", "-z", "follow,http,ascii,0"]);
    let answer: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
    let said: [(bool, &[u8], bool); 4] =
        [(true, &to_web, false), (false, opened, false), (true, GET, false), (false, answer, false)];
    let file = talk("tunnel-of-http", 8080, &said);
    let text = stdout(&["follow", "http", "0", "-r", &file, "-m", "ascii"]);
    assert!(text.contains("\n27\nGET / HTTP/1.1\r\n") && text.contains("\n\t2\nhi\n"), "{text}");
    assert_eq!(text.matches("GET /").count(), 1, "{text}");
}

/// A server's part of a conversation alone: what it announces behind a line is waited for.
#[test]
fn a_server_alone_is_known_as_one() {
    let said: &[(bool, &[u8], bool)] = &[
        (false, b"* 1 FETCH (BODY[HEADER] {12}\r\n", false),
        (false, b"Subject: a\r\n)\r\nA1 OK FETCH\r\n", false),
    ];
    let file = talk("imap-server", 143, said);
    as_tshark(&file, &["-T", "fields", "-e", "imap.line", "-e", "tcp.segments"]);
    let fields = stdout(&["-r", &file, "-T", "fields", "-e", "tcp.segment.count"]);
    assert_eq!(fields, "\n2\n");
}

/// Bytes that no protocol claims stand in the tree, but not twice, and not when others are asked for.
#[test]
fn what_nobody_claims_is_dumped() {
    let file = frames("unclaimed", &[ipv4(&[], 17, &[0x30, 0x39, 0xd4, 0x31, 0, 10, 0, 0, b'h', b'i'])]);
    let dump =
        "\nData (2 bytes)\n\n0000  68 69                                             hi\n    Data: 6869\n";
    assert!(stdout(&["-r", &file, "-V"]).contains(dump));
    assert!(stdout(&["-r", &file, "-O", "data"]).contains(dump));
    assert!(stdout(&["-r", &file, "-V", "-x"]).contains("\nData (2 bytes)\n    Data: 6869\n"));
    for args in [&["-V"][..], &["-O", "data"], &["-O", "udp"], &["-V", "-x"]] {
        as_tshark(&file, args);
    }
}
