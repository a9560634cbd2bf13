//! BitTorrent's distributed hash table (BEP 5): bencoded requests, responses and errors.

use requin_wire::{Cursor, Cx, Ports, Sink, Span, Step, Stop, Value, proto};

proto! {
    BT_DHT "bt-dht" "BitTorrent DHT Protocol" "BT-DHT" App
    on []
    looks_like [Udp accepts => [0x64..=0x64]]
    fields {
        BENCODED_STRING "bt-dht.bencoded.string" "String": Str;
        BENCODED_LIST "bt-dht.bencoded.list" "List": None;
        BENCODED_INT "bt-dht.bencoded.int" "Int": Str;
        BENCODED_DICT "bt-dht.bencoded.dict" "Dictionary": None;
        BENCODED_DICT_ENTRY "bt-dht.bencoded.dict_entry" "Dictionary Entry": None;
        BENCODED_LIST_TERMINATOR "bt-dht.bencoded.list.terminator" "Terminator": Str;
        ERROR "bt-dht.error" "Error": None;
        PEER "bt-dht.peer" "Peer": None;
        PEERS "bt-dht.peers" "Peers": None;
        NODE "bt-dht.node" "Node": None;
        NODES "bt-dht.nodes" "Nodes": None;
        ID_FIELD "bt-dht.id" "ID": Bytes;
        IP "bt-dht.ip" "IP": Ipv4;
        IP6 "bt-dht.ip6" "IP": Ipv6;
        PORT "bt-dht.port" "Port": U16 Dec;
        TRUNCATED_DATA "bt-dht.truncated_data" "Truncated data": Bytes;
        INVALID_STRING "bt-dht.invalid_string" "String must contain an integer": None;
        INVALID_LENGTH "bt-dht.invalid_length" "Invalid length": None;
    }
}

/// How deep lists and dictionaries may stand in each other.
const DEPTH: u8 = 16;

/// A dictionary whose first key is of a request, a response, an error, or the address that some put before these.
fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    [b"d1:ad", b"d1:rd", b"d1:el", b"d2:ip"].iter().any(|p| c.rest().starts_with(*p))
}

/// The names of a message's own keys.
fn key_name(key: &[u8]) -> Option<&'static str> {
    Some(match key {
        b"a" => "Request arguments",
        b"e" => "Error",
        b"q" => "Request type",
        b"r" => "Response values",
        b"t" => "Transaction ID",
        b"v" => "Version",
        b"y" => "Message type",
        _ => return None,
    })
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if !accepts(&c, Ports::default()) {
        return Err(Stop::NotMine);
    }
    cx.protocol("BT-DHT");
    cx.info(|o| _ = o.s("BitTorrent DHT Protocol"));
    c.skip(1)?;
    entries(cx, &mut c, DEPTH)
}

/// What stands in a dictionary, up to its end.
fn entries<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, depth: u8) -> Step {
    while c.peek_u8(0)? != b'e' {
        entry(cx, c, depth)?;
    }
    cx.bytes(BENCODED_LIST_TERMINATOR, c, 1).map(|_| ())
}

/// The digits before a colon or an end, which are skipped with it.
fn number<'b>(c: &mut Cursor<'b>, end: u8) -> Result<(Span, &'b [u8]), Stop> {
    let mut n = 0;
    while c.peek_u8(n)? != end {
        if n > 20 || !matches!(c.peek_u8(n)?, b'0'..=b'9' | b'-') {
            return Err(Stop::Malformed);
        }
        n += 1;
    }
    let span = c.span(n);
    let digits = c.bytes(n)?;
    c.skip(1)?;
    Ok((span, digits))
}

/// How long the string is that stands next.
fn length(c: &mut Cursor<'_>) -> Result<usize, Stop> {
    let (_, digits) = number(c, b':')?;
    std::str::from_utf8(digits).ok().and_then(|d| d.parse().ok()).ok_or(Stop::Malformed)
}

fn entry<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, depth: u8) -> Step {
    let depth = depth.checked_sub(1).ok_or(Stop::TooDeep)?;
    let begin = *c;
    let item = cx.add(BENCODED_DICT_ENTRY, c.span(0), Value::None);
    let step = cx.under(item, |cx| {
        let n = length(c)?;
        let key = c.peek_bytes(0, n)?;
        let it = cx.add_bytes(BENCODED_STRING, c.span(n), key);
        cx.label(it, |o| _ = o.s("Key: ").text(key));
        c.skip(n)?;
        cx.label(item, |o| {
            match key_name(key) {
                Some(name) => o.s(name),
                None => o.text(key),
            };
            o.s(": ");
        });
        let kind = c.peek_u8(0)?;
        match (kind, key) {
            (b'd', _) => {
                cx.append(item, |o| _ = o.s("Dictionary..."));
                let it = cx.add(BENCODED_DICT, c.span(0), Value::None);
                cx.label(it, |o| _ = o.s("Value: Dictionary..."));
                c.skip(1)?;
                cx.under(it, |cx| entries(cx, c, depth))?;
                cx.end_at(it, c);
            }
            (b'l', b"values") => {
                let n = peers(cx, c)?;
                cx.append(item, |o| _ = o.u(n).s(" peers"));
            }
            (b'l', b"e") => error(cx, c, item)?,
            (b'l', _) => {
                cx.append(item, |o| _ = o.s("List..."));
                list(cx, c, depth)?;
            }
            (b'i', _) => {
                let text = integer(cx, c, "Value: ")?;
                cx.append(item, |o| _ = o.text(text));
            }
            (_, b"nodes") => {
                let n = nodes(cx, c)?;
                cx.append(item, |o| _ = o.u(n));
            }
            (_, b"q" | b"y") => {
                let text = string(cx, c, "Value: ")?;
                cx.append(item, |o| {
                    match (key, text) {
                        (b"y", b"q") => o.s("Request"),
                        (b"y", b"r") => o.s("Response"),
                        (b"y", b"e") => o.s("Error"),
                        _ => o.text(text),
                    };
                });
            }
            (_, b"ip") => {
                let n = length(c)?;
                let mut one = c.take_all(n)?;
                peer(cx, &mut one, None)?;
            }
            _ => {
                let n = length(c)?;
                let bytes = c.peek_bytes(0, n)?;
                let it = cx.add_str(BENCODED_STRING, c.span(n), |o| _ = o.hex_bytes(bytes, 0));
                cx.label(it, |o| _ = o.s("Value: ").hex_bytes(bytes, 0));
                cx.append(item, |o| _ = o.hex_bytes(bytes, 0));
                c.skip(n)?;
            }
        }
        Ok(())
    });
    cx.end_at(item, c);
    if step.is_err() && c.pos() == begin.pos() {
        cx.hide(item);
    }
    step
}

fn string<'b, S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'b>, before: &str) -> Result<&'b [u8], Stop> {
    let n = length(c)?;
    let span = c.span(n);
    let text = c.bytes(n)?;
    let it = cx.add_bytes(BENCODED_STRING, span, text);
    cx.label(it, |o| _ = o.s(before).text(text));
    Ok(text)
}

fn integer<'b, S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'b>, before: &str) -> Result<&'b [u8], Stop> {
    c.skip(1)?;
    let (span, digits) = number(c, b'e')?;
    let it = cx.add_bytes(BENCODED_INT, span, digits);
    cx.label(it, |o| _ = o.s(before).text(digits));
    Ok(digits)
}

fn list<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, depth: u8) -> Step {
    let depth = depth.checked_sub(1).ok_or(Stop::TooDeep)?;
    let item = cx.add(BENCODED_LIST, c.span(0), Value::None);
    c.skip(1)?;
    cx.under(item, |cx| -> Step {
        loop {
            match c.peek_u8(0)? {
                b'e' => return cx.bytes(BENCODED_LIST_TERMINATOR, c, 1).map(|_| ()),
                b'l' => list(cx, c, depth)?,
                b'd' => {
                    let it = cx.add(BENCODED_DICT, c.span(0), Value::None);
                    c.skip(1)?;
                    cx.under(it, |cx| entries(cx, c, depth))?;
                    cx.end_at(it, c);
                }
                b'i' => _ = integer(cx, c, "Value: ")?,
                _ => _ = string(cx, c, "Value: ")?,
            }
        }
    })?;
    cx.end_at(item, c);
    Ok(())
}

/// A number and what it means.
fn error<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, entry: requin_wire::Item) -> Step {
    let item = cx.add(ERROR, c.span(0), Value::None);
    c.skip(1)?;
    cx.under(item, |cx| {
        let id = if c.peek_u8(0)? == b'i' { integer(cx, c, "Error ID: ")? } else { b"" };
        let text = string(cx, c, "Error Message: ")?;
        for it in [entry, item] {
            let before = if it == item { "Value: " } else { "Error: " };
            cx.label(it, |o| _ = o.s(before).s("error ").text(id).s(", ").text(text));
        }
        cx.info_add(|o| _ = o.s("error_no=").text(id).s(" error_msg=").text(text).s(" "));
        cx.bytes(BENCODED_LIST_TERMINATOR, c, 1).map(|_| ())
    })
}

/// Peers, each a string of an address and a port.
fn peers<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<u64, Stop> {
    let item = cx.add(PEERS, c.span(0), Value::None);
    c.skip(1)?;
    let mut count = 0u64;
    cx.under(item, |cx| -> Step {
        while c.peek_u8(0)? != b'e' {
            let n = length(c)?;
            count += 1;
            let mut one = c.take_all(n)?;
            peer(cx, &mut one, Some(count))?;
        }
        cx.bytes(BENCODED_LIST_TERMINATOR, c, 1).map(|_| ())
    })?;
    cx.label(item, |o| _ = o.s("Value: ").u(count).s(" peers"));
    cx.info_add(|o| _ = o.s(" reply=").u(count).s(" peers"));
    Ok(count)
}

/// An address and a port; with a number, they have a line of their own.
fn peer<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, number: Option<u64>) -> Step {
    let v4 = match c.left() {
        6 => true,
        18 => false,
        n => return cx.bytes(TRUNCATED_DATA, c, n).map(|_| ()),
    };
    let (ip, width) = if v4 { (IP, 4) } else { (IP6, 16) };
    let all = c.peek_bytes(0, width + 2)?;
    let both = |cx: &mut Cx<'_, S>, c: &mut Cursor<'_>| -> Step {
        cx.field(ip, c, width)?;
        cx.u16(PORT, c).map(|_| ())
    };
    let Some(number) = number else { return both(cx, c) };
    let item = cx.add(PEER, c.span(width + 2), Value::None);
    cx.label(item, |o| {
        o.s("Peer ").u(number).s(" (IP/Port: ");
        address(o, all);
        o.s(")");
    });
    cx.under(item, |cx| both(cx, c))
}

fn address(o: &mut requin_wire::Out<'_>, bytes: &[u8]) {
    let (ip, port) = bytes.split_at(bytes.len().saturating_sub(2));
    if ip.len() == 4 {
        o.ipv4(requin_wire::be(ip) as u32)
    } else {
        o.ipv6(ip)
    };
    o.s(":").u(requin_wire::be(port));
}

/// An identifier of 20 bytes, an address and a port.
const NODE_LEN: usize = 26;

/// Nodes, one behind the other in a string.
fn nodes<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<u64, Stop> {
    let n = length(c)?;
    let mut all = c.take_all(n)?;
    let count = (n / NODE_LEN) as u64;
    let item = cx.add(NODES, all.span(n), Value::None);
    cx.label(item, |o| _ = o.s("Value: ").u(count).s(" nodes"));
    cx.info_add(|o| _ = o.s(" reply=").u(count).s(" nodes"));
    cx.under(item, |cx| -> Step {
        let mut number = 0u64;
        while all.left() >= NODE_LEN {
            number += 1;
            let bytes = all.peek_bytes(0, NODE_LEN)?;
            let it = cx.add(NODE, all.span(NODE_LEN), Value::None);
            cx.label(it, |o| {
                let (id, at) = bytes.split_at(20);
                o.s("Node ").u(number).s(" (id: ").hex_bytes(id, 0).s(", IP/Port: ");
                address(o, at);
                o.s(")");
            });
            cx.under(it, |cx| -> Step {
                cx.bytes(ID_FIELD, &mut all, 20)?;
                cx.field(IP, &mut all, 4)?;
                cx.u16(PORT, &mut all).map(|_| ())
            })?;
        }
        Ok(())
    })?;
    let left = all.left();
    if left > 0 {
        cx.bytes(TRUNCATED_DATA, &mut all, left)?;
    }
    Ok(count)
}
