//! Bitcoin's peer-to-peer protocol, as its developers' reference describes it.

use crate::common::SET;
use requin_wire::{Cursor, Cx, Field, Pdu, Ports, Sink, Step, Stop, Time, Value, le, names, proto};

proto! {
    BITCOIN "bitcoin" "Bitcoin protocol" "Bitcoin" App
    on []
    looks_like [Tcp accepts => [0x0b..=0x0b, 0xf9..=0xfa]]
    frames sized [frames]
    fields {
        MAGIC "bitcoin.magic" "Packet magic": U32 Hex;
        COMMAND "bitcoin.command" "Command name": Str;
        LENGTH "bitcoin.length" "Payload Length": U32 Dec;
        CHECKSUM "bitcoin.checksum" "Payload checksum": U32 Hex;
        VERSION "bitcoin.version" "Version message": None;
        VERSION_VERSION "bitcoin.version.version" "Protocol version": U32 Dec;
        VERSION_SERVICES "bitcoin.version.services" "Node services": U64 Hex;
        VERSION_TIMESTAMP "bitcoin.version.timestamp" "Node timestamp": AbsTime Local;
        VERSION_ADDR_ME "bitcoin.version.addr_me" "Address of emmitting node": None;
        VERSION_ADDR_YOU "bitcoin.version.addr_you" "Address as receiving node": None;
        VERSION_NONCE "bitcoin.version.nonce" "Random nonce": U64 Hex;
        VERSION_USER_AGENT "bitcoin.version.user_agent" "User agent": None;
        VERSION_START_HEIGHT "bitcoin.version.start_height" "Block start height": U32 Dec;
        VERSION_RELAY "bitcoin.version.relay" "Relay flag": U8 Dec;
        ADDR_COUNT "bitcoin.addr.count" "Count": U8 Dec;
        ADDR_COUNT64 "bitcoin.addr.count64" "Count": U64 Dec;
        ADDR "bitcoin.addr" "Address message": None;
        ADDR_ADDRESS "bitcoin.addr.address" "Address": Bytes;
        ADDR_TIMESTAMP "bitcoin.addr.timestamp" "Address timestamp": AbsTime Local;
        INV_COUNT "bitcoin.inv.count" "Count": U8 Dec;
        INV_COUNT64 "bitcoin.inv.count64" "Count": U64 Dec;
        INV "bitcoin.inv" "Inventory message": None;
        INV_TYPE "bitcoin.inv.type" "Type": U32 Dec = INV_TYPE_NAMES;
        INV_HASH "bitcoin.inv.hash" "Data hash": Bytes;
        GETDATA "bitcoin.getdata" "Getdata message": None;
        GETDATA_COUNT "bitcoin.getdata.count" "Count": U8 Dec;
        GETDATA_COUNT64 "bitcoin.getdata.count64" "Count": U64 Dec;
        GETDATA_TYPE "bitcoin.getdata.type" "Type": U32 Dec = INV_TYPE_NAMES;
        GETDATA_HASH "bitcoin.getdata.hash" "Data hash": Bytes;
        NOTFOUND_COUNT "bitcoin.notfound.count" "Count": U8 Dec;
        NOTFOUND_COUNT64 "bitcoin.notfound.count64" "Count": U64 Dec;
        NOTFOUND "bitcoin.notfound" "Getdata message": None;
        NOTFOUND_TYPE "bitcoin.notfound.type" "Type": U32 Dec = INV_TYPE_NAMES;
        NOTFOUND_HASH "bitcoin.notfound.hash" "Data hash": Bytes;
        GETBLOCKS_COUNT "bitcoin.getblocks.count" "Count": U8 Dec;
        GETBLOCKS_COUNT64 "bitcoin.getblocks.count64" "Count": U64 Dec;
        GETBLOCKS "bitcoin.getblocks" "Getdata message": None;
        GETBLOCKS_HASH_START "bitcoin.getblocks.hash_start" "Starting hash": Bytes;
        GETBLOCKS_HASH_STOP "bitcoin.getblocks.hash_stop" "Stopping hash": Bytes;
        GETHEADERS_COUNT "bitcoin.getheaders.count" "Count": U8 Dec;
        GETHEADERS_COUNT64 "bitcoin.getheaders.count64" "Count": U64 Dec;
        HEADERS_VERSION "bitcoin.headers.version" "Protocol version": U32 Dec;
        GETHEADERS "bitcoin.getheaders" "Getheaders message": None;
        GETHEADERS_HASH_START "bitcoin.getheaders.hash_start" "Starting hash": Bytes;
        GETHEADERS_HASH_STOP "bitcoin.getheaders.hash_stop" "Stopping hash": Bytes;
        TX_INPUT_COUNT "bitcoin.tx.input_count" "Input Count": U8 Dec;
        TX_INPUT_COUNT64 "bitcoin.tx.input_count64" "Input Count": U64 Dec;
        TX "bitcoin.tx" "Tx message": None;
        TX_VERSION "bitcoin.tx.version" "Transaction version": U32 Dec;
        TX_IN_SCRIPT_LENGTH "bitcoin.tx.in.script_length" "Script Length": U8 Dec;
        TX_IN_SCRIPT_LENGTH64 "bitcoin.tx.in.script_length64" "Script Length": U64 Dec;
        TX_IN "bitcoin.tx.in" "Transaction input": None;
        TX_IN_PREV_OUTPUT "bitcoin.tx.in.prev_output" "Previous output": None;
        TX_IN_PREV_OUTPUT_HASH "bitcoin.tx.in.prev_output.hash" "Hash": Bytes;
        TX_IN_PREV_OUTPUT_INDEX "bitcoin.tx.in.prev_output.index" "Index": U32 Dec;
        TX_IN_SIG_SCRIPT "bitcoin.tx.in.sig_script" "Signature script": Bytes;
        TX_IN_SEQ "bitcoin.tx.in.seq" "Sequence": U32 Dec;
        TX_OUTPUT_COUNT "bitcoin.tx.output_count" "Output Count": U8 Dec;
        TX_OUTPUT_COUNT64 "bitcoin.tx.output_count64" "Output Count": U64 Dec;
        TX_OUT "bitcoin.tx.out" "Transaction output": None;
        TX_OUT_VALUE "bitcoin.tx.out.value" "Value": U64 Dec;
        TX_OUT_SCRIPT_LENGTH "bitcoin.tx.out.script_length" "Script Length": U8 Dec;
        TX_OUT_SCRIPT_LENGTH64 "bitcoin.tx.out.script_length64" "Script Length": U64 Dec;
        TX_OUT_SCRIPT "bitcoin.tx.out.script" "Script": Bytes;
        TX_LOCK_TIME "bitcoin.tx.lock_time" "Block lock time or block ID": U32 Dec;
        BLOCK_NUM_TRANSACTIONS "bitcoin.block.num_transactions" "Number of transactions": U8 Dec;
        BLOCK_NUM_TRANSACTIONS64 "bitcoin.block.num_transactions64" "Number of transactions": U64 Dec;
        BLOCK "bitcoin.block" "Block message": None;
        BLOCK_VERSION "bitcoin.block.version" "Block version": U32 Dec;
        BLOCK_PREV_BLOCK "bitcoin.block.prev_block" "Previous block": Bytes;
        BLOCK_MERKLE_ROOT "bitcoin.block.merkle_root" "Merkle root": Bytes;
        BLOCK_TIMESTAMP "bitcoin.block.timestamp" "Block timestamp": AbsTime Local;
        BLOCK_BITS "bitcoin.block.bits" "Bits": U32 Hex;
        BLOCK_NONCE "bitcoin.block.nonce" "Nonce": U32 Hex;
        HEADERS "bitcoin.headers" "Headers message": None;
        HEADERS_PREV_BLOCK "bitcoin.headers.prev_block" "Previous block": Bytes;
        HEADERS_MERKLE_ROOT "bitcoin.headers.merkle_root" "Merkle root": Bytes;
        HEADERS_TIMESTAMP "bitcoin.headers.timestamp" "Block timestamp": AbsTime Local;
        HEADERS_BITS "bitcoin.headers.bits" "Bits": U32 Hex;
        HEADERS_NONCE "bitcoin.headers.nonce" "Nonce": U32 Hex;
        HEADERS_COUNT "bitcoin.headers.count" "Count": U8 Dec;
        HEADERS_COUNT64 "bitcoin.headers.count64" "Count": U64 Dec;
        PING "bitcoin.ping" "Ping message": None;
        PING_NONCE "bitcoin.ping.nonce" "Random nonce": U64 Hex;
        PONG "bitcoin.pong" "Pong message": None;
        PONG_NONCE "bitcoin.pong.nonce" "Random nonce": U64 Hex;
        REJECT "bitcoin.reject" "Reject message": None;
        REJECT_MESSAGE "bitcoin.reject.message" "Message rejected": None;
        REJECT_REASON "bitcoin.reject.reason" "Reason": None;
        REJECT_CCODE "bitcoin.reject.ccode" "CCode": U8 Hex = REJECT_CCODE_NAMES;
        REJECT_DATA "bitcoin.reject.data" "Data": Bytes;
        FILTERLOAD "bitcoin.filterload" "Filterload message": None;
        FILTERLOAD_FILTER "bitcoin.filterload.filter" "Filter": None;
        FILTERLOAD_NHASHFUNC "bitcoin.filterload.nhashfunc" "nHashFunc": U32 Dec;
        FILTERLOAD_NTWEAK "bitcoin.filterload.ntweak" "nTweak": U32 Hex;
        FILTERLOAD_NFLAGS "bitcoin.filterload.nflags" "nFlags": U8 Hex = FILTERLOAD_NFLAGS_NAMES;
        FILTERADD "bitcoin.filteradd" "Filteradd message": None;
        FILTERADD_DATA "bitcoin.filteradd.data" "Data": None;
        MERKLEBLOCK "bitcoin.merkleblock" "Merkleblock message": None;
        MERKLEBLOCK_NUM_TRANSACTIONS "bitcoin.merkleblock.num_transactions" "Number of transactions": U32 Dec;
        MERKLEBLOCK_VERSION "bitcoin.merkleblock.version" "Block version": U32 Dec;
        MERKLEBLOCK_PREV_BLOCK "bitcoin.merkleblock.prev_block" "Previous block": Bytes;
        MERKLEBLOCK_MERKLE_ROOT "bitcoin.merkleblock.merkle_root" "Merkle root": Bytes;
        MERKLEBLOCK_TIMESTAMP "bitcoin.merkleblock.timestamp" "Block timestamp": AbsTime Local;
        MERKLEBLOCK_BITS "bitcoin.merkleblock.bits" "Bits": U32 Hex;
        MERKLEBLOCK_NONCE "bitcoin.merkleblock.nonce" "Nonce": U32 Hex;
        MERKLEBLOCK_HASHES_COUNT "bitcoin.merkleblock.hashes.count" "Count": U8 Dec;
        MERKLEBLOCK_HASHES_COUNT64 "bitcoin.merkleblock.hashes.count64" "Count": U64 Dec;
        MERKLEBLOCK_HASHES_HASH "bitcoin.merkleblock.hashes.hash" "Hash": Bytes;
        MERKLEBLOCK_FLAGS_COUNT "bitcoin.merkleblock.flags.count" "Size": U8 Dec;
        MERKLEBLOCK_FLAGS_COUNT64 "bitcoin.merkleblock.flags.count64" "Size": U64 Dec;
        MERKLEBLOCK_FLAGS_DATA "bitcoin.merkleblock.flags.data" "Data": Bytes;
        SERVICES_NETWORK "bitcoin.services.network" "Network node": Bool(32) & 0x1 = SET;
        ADDRESS_SERVICES "bitcoin.address.services" "Node services": U64 Hex;
        ADDRESS_ADDRESS "bitcoin.address.address" "Node address": Ipv6;
        ADDRESS_PORT "bitcoin.address.port" "Node port": U16 Dec;
        STRING_VALUE "bitcoin.string.value" "String value": Str;
        STRING_COUNT "bitcoin.string.count" "Count": U8 Dec;
        STRING_COUNT64 "bitcoin.string.count64" "Count": U64 Dec;
        DATA_VALUE "bitcoin.data.value" "Data": Bytes;
        DATA_COUNT "bitcoin.data.count" "Count": U8 Dec;
        DATA_COUNT64 "bitcoin.data.count64" "Count": U64 Dec;
    }
    experts {
        COMMAND_UNKNOWN "bitcoin.command.unknown" Warn Protocol "Unknown command";
    }
}

names! {
    INV_TYPE_NAMES {
        0 => "ERROR", 1 => "MSG_TX", 2 => "MSG_BLOCK",
    }
    REJECT_CCODE_NAMES {
        1 => "REJECT_MALFORMED", 16 => "REJECT_INVALID", 17 => "REJECT_OBSOLETE", 18 => "REJECT_DUPLICATE",
        64 => "REJECT_NONSTANDARD", 65 => "REJECT_DUST", 66 => "REJECT_INSUFFICIENTFEE", 67 => "REJECT_CHECKPOINT",
    }
    FILTERLOAD_NFLAGS_NAMES {
        0 => "BLOOM_UPDATE_NONE", 1 => "BLOOM_UPDATE_ALL", 2 => "BLOOM_UPDATE_P2PUBKEY_ONLY",
    }
}

/// Magic, command, length and checksum.
const HEAD: usize = 24;
/// Of the main network, and of those for tests.
const MAGICS: [[u8; 4]; 4] =
    [[0xf9, 0xbe, 0xb4, 0xd9], [0xfa, 0xbf, 0xb5, 0xda], [0x0b, 0x11, 0x09, 0x07], [0xf9, 0xbe, 0xb4, 0xfe]];
/// The version from which on a flag for relaying stands last.
const RELAY_VERSION: u32 = 70002;
/// Commands that have nothing to show, though they may have bytes.
const BARE: [&[u8]; 6] = [b"verack", b"getaddr", b"mempool", b"filterclear", b"alert", b"checkorder"];

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    c.left() >= HEAD && c.rest().first_chunk::<4>().is_some_and(|m| MAGICS.contains(m))
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match (bytes.first_chunk::<4>(), bytes.get(16..20)) {
        (Some(magic), Some(len)) if MAGICS.contains(magic) => Pdu::Len((HEAD as u64 + le(len)) as usize),
        (Some(magic), None) if MAGICS.contains(magic) => Pdu::More(HEAD),
        (None, _) => Pdu::More(HEAD),
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if !c.rest().first_chunk::<4>().is_some_and(|m| MAGICS.contains(m)) {
        return Err(Stop::NotMine);
    }
    cx.protocol("Bitcoin");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    cx.u32(MAGIC, &mut c)?;
    let padded = c.peek_bytes(0, 12)?;
    let command = padded.split(|b| *b == 0).next().unwrap_or_default();
    cx.add_bytes(COMMAND, c.span(12), command);
    c.skip(12)?;
    let known = BARE.contains(&command) || MESSAGES.iter().any(|m| m.0 == command);
    cx.info_sep(", ", |o| _ = if known { o.text(command) } else { o.s("[unknown command]") });
    cx.u32_le(LENGTH, &mut c)?;
    cx.u32(CHECKSUM, &mut c)?;
    let Some((_, field)) = MESSAGES.iter().find(|m| m.0 == command) else {
        if !known {
            cx.expert(COMMAND_UNKNOWN, cx.proto_item(), c.span(0));
        }
        return Ok(());
    };
    let item = cx.add(*field, c.span(c.left()), Value::None);
    cx.under(item, |cx| message(cx, &mut c, *field))
}

const MESSAGES: [(&[u8], Field); 16] = [
    (b"version", VERSION),
    (b"addr", ADDR),
    (b"inv", INV),
    (b"getdata", GETDATA),
    (b"notfound", NOTFOUND),
    (b"getblocks", GETBLOCKS),
    (b"getheaders", GETHEADERS),
    (b"tx", TX),
    (b"block", BLOCK),
    (b"headers", HEADERS),
    (b"ping", PING),
    (b"pong", PONG),
    (b"reject", REJECT),
    (b"filterload", FILTERLOAD),
    (b"filteradd", FILTERADD),
    (b"merkleblock", MERKLEBLOCK),
];

fn message<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: Field) -> Step {
    match kind {
        VERSION => version(cx, c),
        ADDR => {
            for _ in 0..count(cx, c, ADDR_COUNT, ADDR_COUNT64)? {
                let span = c.span(30);
                let item = cx.add(ADDR_ADDRESS, span, Value::Bytes(span));
                cx.under(item, |cx| -> Step {
                    let place = *c;
                    c.skip(4)?;
                    address(cx, c)?;
                    let secs = le(place.peek_bytes(0, 4)?);
                    cx.add(ADDR_TIMESTAMP, place.span(4), Value::Time(secs as i64, 0));
                    Ok(())
                })?;
            }
            Ok(())
        }
        INV => inventory(cx, c, (INV_COUNT, INV_COUNT64), INV_TYPE, INV_HASH),
        GETDATA => inventory(cx, c, (GETDATA_COUNT, GETDATA_COUNT64), GETDATA_TYPE, GETDATA_HASH),
        NOTFOUND => inventory(cx, c, (NOTFOUND_COUNT, NOTFOUND_COUNT64), NOTFOUND_TYPE, NOTFOUND_HASH),
        GETBLOCKS => {
            let head = [VERSION_VERSION, GETBLOCKS_COUNT, GETBLOCKS_COUNT64];
            locator(cx, c, head, GETBLOCKS_HASH_START, GETBLOCKS_HASH_STOP)
        }
        GETHEADERS => {
            let head = [BLOCK_VERSION, GETHEADERS_COUNT, GETHEADERS_COUNT64];
            locator(cx, c, head, GETHEADERS_HASH_START, GETHEADERS_HASH_STOP)
        }
        TX => transaction(cx, c),
        BLOCK => {
            let fields = [
                BLOCK_VERSION,
                BLOCK_PREV_BLOCK,
                BLOCK_MERKLE_ROOT,
                BLOCK_TIMESTAMP,
                BLOCK_BITS,
                BLOCK_NONCE,
            ];
            header(cx, c, fields)?;
            for nth in 1..=count(cx, c, BLOCK_NUM_TRANSACTIONS, BLOCK_NUM_TRANSACTIONS64)? {
                let item = cx.add(TX, c.span(c.left()), Value::None);
                cx.append(item, |o| {
                    _ = o
                        .s(" [ ")
                        .s(if nth < 10 {
                            "   "
                        } else if nth < 100 {
                            "  "
                        } else {
                            " "
                        })
                        .u(nth)
                        .s(" ]")
                });
                let begin = *c;
                cx.under(item, |cx| transaction(cx, c))?;
                cx.set_len(item, c.pos() - begin.pos());
            }
            Ok(())
        }
        HEADERS => {
            for _ in 0..count(cx, c, HEADERS_COUNT, HEADERS_COUNT64)? {
                let line = cx.line(c.span(81), |o| _ = o.s("Header"));
                cx.under(line, |cx| -> Step {
                    let fields = [
                        HEADERS_VERSION,
                        HEADERS_PREV_BLOCK,
                        HEADERS_MERKLE_ROOT,
                        HEADERS_TIMESTAMP,
                        HEADERS_BITS,
                        HEADERS_NONCE,
                    ];
                    header(cx, c, fields)?;
                    count(cx, c, HEADERS_COUNT, HEADERS_COUNT64).map(|_| ())
                })?;
            }
            Ok(())
        }
        PING => cx.u64_le(PING_NONCE, c).map(|_| ()),
        PONG => cx.u64_le(PONG_NONCE, c).map(|_| ()),
        REJECT => {
            string(cx, c, REJECT_MESSAGE, STRING_VALUE, (STRING_COUNT, STRING_COUNT64))?;
            cx.u8(REJECT_CCODE, c)?;
            string(cx, c, REJECT_REASON, STRING_VALUE, (STRING_COUNT, STRING_COUNT64))?;
            let n = c.left();
            if n > 0 {
                cx.bytes(REJECT_DATA, c, n)?;
            }
            Ok(())
        }
        FILTERLOAD => {
            string(cx, c, FILTERLOAD_FILTER, DATA_VALUE, (DATA_COUNT, DATA_COUNT64))?;
            cx.u32_le(FILTERLOAD_NHASHFUNC, c)?;
            cx.u32_le(FILTERLOAD_NTWEAK, c)?;
            cx.u8(FILTERLOAD_NFLAGS, c).map(|_| ())
        }
        FILTERADD => string(cx, c, FILTERADD_DATA, DATA_VALUE, (DATA_COUNT, DATA_COUNT64)),
        _ => merkle(cx, c),
    }
}

/// A number of one, three, five or nine bytes.
fn varint(c: &Cursor<'_>) -> Result<(u64, usize), Stop> {
    Ok(match c.peek_u8(0)? {
        0xfd => (le(c.peek_bytes(1, 2)?), 3),
        0xfe => (le(c.peek_bytes(1, 4)?), 5),
        0xff => (le(c.peek_bytes(1, 8)?), 9),
        n => (n.into(), 1),
    })
}

/// A number that has one field when it is a byte, and another when it is longer. Records that it counts are read one by one, so
/// that the bytes end before a count that is too great does.
fn count<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, short: Field, long: Field) -> Result<u64, Stop> {
    let (n, len) = varint(c)?;
    if len == 1 {
        cx.add(short, c.span(1), Value::U(n));
    } else {
        let mut place = *c;
        place.skip(1)?;
        cx.add(long, place.span(len - 1), Value::U(n));
    }
    c.skip(len)?;
    Ok(n)
}

fn version<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let number = cx.u32_le(VERSION_VERSION, c)?;
    services(cx, c, VERSION_SERVICES)?;
    let secs = le(c.peek_bytes(0, 8)?);
    cx.add(VERSION_TIMESTAMP, c.span(8), Time::new(secs as i64, 0).into());
    c.skip(8)?;
    for field in [VERSION_ADDR_YOU, VERSION_ADDR_ME] {
        let item = cx.add(field, c.span(26), Value::None);
        cx.under(item, |cx| address(cx, c))?;
    }
    cx.u64_le(VERSION_NONCE, c)?;
    string(cx, c, VERSION_USER_AGENT, STRING_VALUE, (STRING_COUNT, STRING_COUNT64))?;
    cx.u32_le(VERSION_START_HEIGHT, c)?;
    if number >= RELAY_VERSION {
        cx.u8(VERSION_RELAY, c)?;
    }
    Ok(())
}

fn services<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    let item = cx.peek_le(field, c, 0, 8)?;
    cx.under(item, |cx| cx.peek_le(SERVICES_NETWORK, c, 0, 4))?;
    c.skip(8)
}

fn address<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    services(cx, c, ADDRESS_SERVICES)?;
    cx.field(ADDRESS_ADDRESS, c, 16)?;
    cx.u16(ADDRESS_PORT, c).map(|_| ())
}

/// A text, or bytes, behind their number.
fn string<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    whole: Field,
    value: Field,
    counts: (Field, Field),
) -> Step {
    let (n, len) = varint(c)?;
    let n = usize::try_from(n).unwrap_or(usize::MAX);
    let item = cx.add(whole, c.span(len.saturating_add(n)), Value::None);
    cx.under(item, |cx| -> Step {
        count(cx, c, counts.0, counts.1)?;
        cx.field(value, c, n).map(|_| ())
    })
}

fn inventory<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    counts: (Field, Field),
    kind: Field,
    hash: Field,
) -> Step {
    for _ in 0..count(cx, c, counts.0, counts.1)? {
        let line = cx.line(c.span(36), |o| _ = o.s("Inventory vector"));
        cx.under(line, |cx| -> Step {
            cx.u32_le(kind, c)?;
            cx.bytes(hash, c, 32).map(|_| ())
        })?;
    }
    Ok(())
}

fn locator<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    head: [Field; 3],
    start: Field,
    stop: Field,
) -> Step {
    let [version, short, long] = head;
    cx.u32_le(version, c)?;
    for _ in 0..count(cx, c, short, long)? {
        cx.bytes(start, c, 32)?;
    }
    cx.bytes(stop, c, 32).map(|_| ())
}

fn header<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, fields: [Field; 6]) -> Step {
    let [version, previous, root, time, bits, nonce] = fields;
    cx.u32_le(version, c)?;
    cx.bytes(previous, c, 32)?;
    cx.bytes(root, c, 32)?;
    cx.field_le(time, c, 4)?;
    cx.u32_le(bits, c)?;
    cx.u32_le(nonce, c).map(|_| ())
}

fn transaction<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u32_le(TX_VERSION, c)?;
    for _ in 0..count(cx, c, TX_INPUT_COUNT, TX_INPUT_COUNT64)? {
        let begin = *c;
        let item = cx.add(TX_IN, c.span(c.left()), Value::None);
        cx.under(item, |cx| -> Step {
            let from = cx.add(TX_IN_PREV_OUTPUT, c.span(36), Value::None);
            cx.under(from, |cx| -> Step {
                cx.bytes(TX_IN_PREV_OUTPUT_HASH, c, 32)?;
                cx.u32_le(TX_IN_PREV_OUTPUT_INDEX, c).map(|_| ())
            })?;
            script(cx, c, (TX_IN_SCRIPT_LENGTH, TX_IN_SCRIPT_LENGTH64), TX_IN_SIG_SCRIPT)?;
            cx.u32_le(TX_IN_SEQ, c).map(|_| ())
        })?;
        cx.set_len(item, c.pos() - begin.pos());
    }
    for _ in 0..count(cx, c, TX_OUTPUT_COUNT, TX_OUTPUT_COUNT64)? {
        let begin = *c;
        let item = cx.add(TX_OUT, c.span(c.left()), Value::None);
        cx.under(item, |cx| -> Step {
            cx.u64_le(TX_OUT_VALUE, c)?;
            script(cx, c, (TX_OUT_SCRIPT_LENGTH, TX_OUT_SCRIPT_LENGTH64), TX_OUT_SCRIPT)
        })?;
        cx.set_len(item, c.pos() - begin.pos());
    }
    cx.u32_le(TX_LOCK_TIME, c).map(|_| ())
}

fn script<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, counts: (Field, Field), field: Field) -> Step {
    let n = count(cx, c, counts.0, counts.1)?;
    cx.bytes(field, c, usize::try_from(n).unwrap_or(usize::MAX)).map(|_| ())
}

fn merkle<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let fields = [
        MERKLEBLOCK_VERSION,
        MERKLEBLOCK_PREV_BLOCK,
        MERKLEBLOCK_MERKLE_ROOT,
        MERKLEBLOCK_TIMESTAMP,
        MERKLEBLOCK_BITS,
        MERKLEBLOCK_NONCE,
    ];
    header(cx, c, fields)?;
    cx.u32_le(MERKLEBLOCK_NUM_TRANSACTIONS, c)?;
    let line = cx.line(c.span(1), |o| _ = o.s("Hashes"));
    cx.under(line, |cx| -> Step {
        for _ in 0..count(cx, c, MERKLEBLOCK_HASHES_COUNT, MERKLEBLOCK_HASHES_COUNT64)? {
            cx.bytes(MERKLEBLOCK_HASHES_HASH, c, 32)?;
        }
        Ok(())
    })?;
    let line = cx.line(c.span(1), |o| _ = o.s("Flags"));
    cx.under(line, |cx| {
        script(cx, c, (MERKLEBLOCK_FLAGS_COUNT, MERKLEBLOCK_FLAGS_COUNT64), MERKLEBLOCK_FLAGS_DATA)
    })
}
