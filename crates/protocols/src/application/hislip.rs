//! High-Speed LAN Instrument Protocol (IVI-6.1): messages of the synchronous and the asynchronous channel.

use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Key, Names, Out, Past, Pdu, Sink, Step, Stop, Value, names, proto};

proto! {
    HISLIP "hislip" "High-Speed LAN Instrument Protocol" "HiSLIP" App
    on [Tcp 4880]
    frames sized [frames]
    remember [remember] for columns [RESPONSE, SYN, ASYN]
    fields {
        ASYN "hislip.asyn" "Asynchronous Channel": None;
        CONTROLCODE "hislip.controlcode" "Control Code": U8 Dec;
        CONTROLCODE_ASYNCLOCKCODE "hislip.controlcode.asynclockcode" "Control Code": U8 Hex = CONTROLCODE_ASYNCLOCKCODE_NAMES;
        CONTROLCODE_ASYNCLOCKINFORESPONSE "hislip.controlcode.asynclockinforesponse" "Control Code": U8 Hex = CONTROLCODE_ASYNCLOCKINFORESPONSE_NAMES;
        CONTROLCODE_ASYNCLOCKRESPONSE "hislip.controlcode.asynclockresponse" "Control Code": U8 Hex = CONTROLCODE_ASYNCLOCKRESPONSE_NAMES;
        CONTROLCODE_OVERLAP "hislip.controlcode.overlap" "Control Code": U8 Hex = CONTROLCODE_OVERLAP_NAMES;
        CONTROLCODE_RMT "hislip.controlcode.rmt" "Control Code": U8 Hex = CONTROLCODE_RMT_NAMES;
        CONTROLCODE_STB "hislip.controlcode.stb" "STB": U8 Hex;
        DATA "hislip.data" "Data": Str;
        MAXMSGSIZE "hislip.maxmsgsize" "Max Message Size": U64 Dec;
        MESSAGETYPE "hislip.messagetype" "Message Type": U8 Hex = MESSAGETYPE_NAMES;
        MSGPARA "hislip.msgpara" "Message Parameter": None;
        MSGPARA_CLIENTPROTO "hislip.msgpara.clientproto" "Client version": U16 Hex;
        MSGPARA_CLIENTS "hislip.msgpara.clients" "HiSLIP clients holding locks": U32 Dec;
        MSGPARA_MESSAGEID "hislip.msgpara.messageid" "MessageID": U32 Hex;
        MSGPARA_SERVPROTO "hislip.msgpara.servproto" "Server version": U16 Hex;
        MSGPARA_SESSIONID "hislip.msgpara.sessionid" "SessionID": U16 Hex;
        MSGPARA_TIMEOUT "hislip.msgpara.timeout" "Timeout[ms]": U32 Dec;
        MSGPARA_VENDORID "hislip.msgpara.vendorID" "VendorID": U16 Hex = MSGPARA_VENDORID_NAMES;
        PAYLOADLENGTH "hislip.payloadlength" "Payload Length": U64 Dec;
        PROLOGUE "hislip.prologue" "Prologue": Str;
        RESPONSE "hislip.response" "Request": Framenum;
        SYN "hislip.syn" "Synchronous Channel": None;
    }
}

names! {
    CONTROLCODE_ASYNCLOCKCODE_NAMES {
        0 => "Release", 1 => "Request",
    }
    CONTROLCODE_ASYNCLOCKINFORESPONSE_NAMES {
        0 => "No exclusive lock granted", 1 => "Exclusive lock granted",
    }
    CONTROLCODE_ASYNCLOCKRESPONSE_NAMES {
        0 => "Failure", 1 => "Success exclusive", 2 => "Success shared", 3 => "Error",
    }
    CONTROLCODE_OVERLAP_NAMES {
        0 => "Prefer Synchronized", 1 => "Prefer Overlap",
    }
    CONTROLCODE_RMT_NAMES {
        0 => "RMT was not delivered", 1 => "RMT was delivered",
    }
    MSGPARA_VENDORID_NAMES {
        0x4143 => "Applicos BV", 0x4144 => "Ando Electric Company Limited",
        0x4146 => "Aeroflex Laboratories", 0x4147 => "Agilent Technologies", 0x4149 => "AIM GmbH",
        0x414d => "AMP Incorporated", 0x414e => "Analogic, Corp.", 0x414f => "AOIP Instrumentation",
        0x4150 => "Audio Precision, Inc", 0x4151 => "Acqiris", 0x4153 => "ASCOR Incorporated",
        0x4154 => "Thurlby Thandar Instruments Limited", 0x4155 => "Anritsu Company",
        0x4156 => "Advantest Corporation", 0x4241 => "BAE Systems", 0x4242 => "B&B Technologies",
        0x424b => "Bruel & Kjaer", 0x4255 => "Bustec Production Ltd.", 0x4341 => "CAL-AV Labs, Inc.",
        0x4343 => "Compressor Controls Corporation", 0x4348 => "C&H Technologies, Inc.",
        0x4349 => "Cambridge Instruments", 0x4359 => "CYTEC Corporation",
        0x4450 => "Directed Perceptions Inc.", 0x4453 => "DSP Technology Inc.", 0x4456 => "IBEKO POWER AB",
        0x464c => "Fluke Company Inc.", 0x464f => "fos4X GmbH", 0x4749 => "EIP Microwave, Inc.",
        0x474b => "gnubi communications, Inc.", 0x4750 => "Hewlett-Packard Company", 0x4752 => "GenRad",
        0x4754 => "Giga-tronics, Inc.", 0x4848 => "Hoecherl & Hackl GmbH",
        0x4943 => "Integrated Control Systems", 0x4945 => "Instrumentation Engineering, Inc.",
        0x4946 => "IFR", 0x4953 => "Intepro Systems", 0x4b45 => "Keithley Instruments",
        0x4b49 => "Kikusui Inc.", 0x4b50 => "Kepco, Inc.", 0x4b53 => "KineticSystems, Corp.",
        0x4b54 => "Keysight Technologies (Reserved)", 0x4c43 => "LeCroy", 0x4c50 => "LitePoint Corporation",
        0x4d41 => "North Atlantic Instruments", 0x4d48 => "NH Research", 0x4d49 => "Marconi Instruments",
        0x4d50 => "MAC Panel Company", 0x4d53 => "Microscan", 0x4d54 => "ManTech Test Systems",
        0x4d57 => "Pacific MindWorks, Inc.", 0x4e44 => "Newland Design + Associate, Inc.",
        0x4e49 => "National Instruments Corp.", 0x4e54 => "NEUTRIK AG", 0x5043 => "Picotest",
        0x5045 => "PesMatrix Inc.", 0x5049 => "Pickering Interfaces", 0x504d => "Phase Metrics",
        0x5054 => "Power-Tek Inc.", 0x5241 => "Radisys Corp.", 0x5246 => "ThinkRF Corporation",
        0x5249 => "Racal Instruments, Inc.", 0x5253 => "Rohde & Schwarz GmbH", 0x5343 => "Scicom",
        0x5349 => "SignalCraft Technologies Inc.", 0x534c => "Schlumberger Technologies",
        0x5352 => "Scientific Research Corporation", 0x5353 => "Spectrum Signal Processing, Inc.",
        0x5354 => "Sony/Tekronix Corporation", 0x5441 => "Talon Instruments", 0x5445 => "Teradyne",
        0x544b => "Tektronix, Inc.", 0x544d => "Transmagnetics, Inc.",
        0x5453 => "Test & Measurement Systems Inc.", 0x5454 => "TTI Testron, Inc.",
        0x554e => "Holding 'Informtest'", 0x5553 => "Universal Switching Corporation",
        0x5641 => "VXIbus Associates, Inc.", 0x5645 => "Vencon Technologies Inc.",
        0x5650 => "Virginia Panel, Corp.", 0x5654 => "VXI Technology, Inc.",
        0x5747 => "Wandel & Goltermann", 0x5754 => "Wavetek Corp.", 0x575a => "Welzek",
        0x594b => "Yokogawa Electric Corporation", 0x5a54 => "ZTEC",
    }
}
const MESSAGETYPE_NAMES: Names = Names::Ranges(&[
    (0, 0, "Initialize"),
    (1, 1, "InitializeResponse"),
    (2, 2, "FatalError"),
    (3, 3, "Error"),
    (4, 4, "AsyncLock"),
    (5, 5, "AsyncLockResponse"),
    (6, 6, "Data"),
    (7, 7, "DataEnd"),
    (8, 8, "DeviceClearComplete"),
    (9, 9, "DeviceClearAcknowledge"),
    (10, 10, "AsyncRemoteLocalControl"),
    (11, 11, "AsyncRemoteLocalResponse"),
    (12, 12, "Trigger"),
    (13, 13, "Interrupted"),
    (14, 14, "AsyncInterrupted"),
    (15, 15, "AsyncMaximumMessageSize"),
    (16, 16, "AsyncMaximumMessageSizeResponse"),
    (17, 17, "AsyncInitialize"),
    (18, 18, "AsyncInitializeResponse"),
    (19, 19, "AsyncDeviceClear"),
    (20, 20, "AsyncServiceRequest"),
    (21, 21, "AsyncStatusQuery"),
    (22, 22, "AsyncStatusResponse"),
    (23, 23, "AsyncDeviceClearAcknowledge"),
    (24, 24, "AsyncLockInfo"),
    (25, 25, "AsyncLockInfoResponse"),
    (26, 127, "reserved for future use"),
    (128, 255, "VendorSpecific"),
]);

const HEAD: usize = 16;
const MAGIC: &[u8] = b"HS";
const LONGEST: u64 = 1 << 20;

const INITIALIZE: u8 = 0;
const INITIALIZE_RESPONSE: u8 = 1;
const FATAL_ERROR: u8 = 2;
const ERROR: u8 = 3;
const LOCK: u8 = 4;
const LOCK_RESPONSE: u8 = 5;
const DATA_MESSAGE: u8 = 6;
const DATA_END: u8 = 7;
const TRIGGER: u8 = 12;
const MAX_SIZE: u8 = 15;
const MAX_SIZE_RESPONSE: u8 = 16;
const ASYNC_INITIALIZE: u8 = 17;
const ASYNC_INITIALIZE_RESPONSE: u8 = 18;
const STATUS_QUERY: u8 = 21;
const STATUS_RESPONSE: u8 = 22;
const LOCK_INFO_RESPONSE: u8 = 25;

/// The last request of each kind, and what tells what channel this is.
const CHANNEL: u64 = 1 << 32;

/// Which message a response answers.
fn answers(kind: u8) -> Option<u8> {
    Some(match kind {
        INITIALIZE_RESPONSE => INITIALIZE,
        LOCK_RESPONSE => LOCK,
        11 => 10,
        MAX_SIZE_RESPONSE => MAX_SIZE,
        ASYNC_INITIALIZE_RESPONSE => ASYNC_INITIALIZE,
        23 => 19,
        STATUS_RESPONSE => STATUS_QUERY,
        LOCK_INFO_RESPONSE => 24,
        _ => return None,
    })
}

fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let Some(h) = pdu.first_chunk::<HEAD>().filter(|h| h.starts_with(MAGIC)) else { return };
    let kind = h[2];
    match answers(kind) {
        Some(of) => {
            if let Some(request) = past.get(&Key::here(u64::from(of))) {
                past.note(u64::from(kind), &request);
            }
        }
        None => past.set(&Key::here(u64::from(kind)), &[h[3]]),
    }
    if matches!(kind, INITIALIZE | ASYNC_INITIALIZE) {
        past.set(&Key::here(CHANNEL), &[kind]);
    }
    // Errors and what clears a device are spoken of on both.
    if let Some(channel) = past.get(&Key::here(CHANNEL)) {
        past.note(CHANNEL, &channel);
    }
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes.first_chunk::<HEAD>() {
        Some(h) if h.starts_with(MAGIC) => Pdu::Len(HEAD + requin_wire::be(&h[8..]).min(LONGEST) as usize),
        None => Pdu::More(HEAD),
        _ => Pdu::AsItComes,
    }
}

/// Whether this is of the asynchronous channel, by the message where nothing else tells.
fn is_async(kind: u8) -> bool {
    matches!(kind, 4 | 5 | 10 | 11 | 14..=25)
}

/// Text up to the end, line ends written as `\n` and `\r`.
fn quote(o: &mut Out<'_>, bytes: &[u8]) {
    o.text(bytes);
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = *c.peek_array::<HEAD>()?;
    if !h.starts_with(MAGIC) {
        return Err(Stop::NotMine);
    }
    cx.protocol("HiSLIP");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let (kind, code) = (h[2], h[3]);
    let len = requin_wire::be(&h[8..]).min(LONGEST) as usize;
    let mut one = c.take(HEAD + len);
    cx.proto_len(one.left());
    let name = MESSAGETYPE_NAMES.or(u64::from(kind), "Unknown");
    let channel = cx.recalled(CHANNEL).and_then(|r| r.bytes.first().copied());
    let asynchronous = channel.map_or(is_async(kind), |of| of == ASYNC_INITIALIZE);
    cx.info_sep(", ", |o| _ = o.s(name));
    cx.proto_append(|o| _ = o.s(if asynchronous { " (Asynchron), " } else { " (Synchron), " }).s(name));
    let start = one.span(0);
    cx.generated(if asynchronous { ASYN } else { SYN }, start, Value::None);
    let request = cx.recalled(u64::from(kind)).filter(|_| answers(kind).is_some());
    if let Some(request) = request {
        cx.generated(RESPONSE, start, Value::U(request.frame));
    }
    run(cx, &mut one, &[(PROLOGUE, 2), (MESSAGETYPE, 1)])?;
    let released = request.is_some_and(|r| r.bytes.first() == Some(&0));
    control(cx, &mut one, kind, code, released)?;
    let span = one.span(4);
    let item = cx.add(MSGPARA, span, Value::None);
    cx.under(item, |cx| parameter(cx, one.take(4), kind, code))?;
    cx.u64(PAYLOADLENGTH, &mut one)?;
    let n = one.left();
    if n == 0 {
    } else if matches!(kind, MAX_SIZE | MAX_SIZE_RESPONSE) && n >= 8 {
        let size = one.peek_uint(0, 8)?;
        let item = cx.field(MAXMSGSIZE, &mut one, 8)?;
        let hundredths = |o: &mut Out<'_>| {
            let n = (size as f64 / 1_048_576.0 * 100.0).round() as u64;
            o.u(n / 100).c(b'.').u0(n % 100, 2).s(" Mbytes");
        };
        cx.append(item, |o| {
            o.s(" bytes (");
            hundredths(o);
            o.s(")");
        });
        cx.info_add(|o| {
            o.s(" Max Message Size: ");
            hundredths(o);
        });
    } else {
        let text = one.peek_bytes(0, n)?;
        if kind != LOCK {
            cx.info_add(|o| {
                o.s(" ");
                quote(o, text);
            });
        }
        cx.field(DATA, &mut one, n)?;
    }
    if c.left() >= HEAD { cx.next_pdu(ID, c) } else { Ok(()) }
}

/// The control code, which means something else in each message.
fn control<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: u8, code: u8, released: bool) -> Step {
    let field: Field = match kind {
        INITIALIZE_RESPONSE | 8 | 9 => CONTROLCODE_OVERLAP,
        LOCK => CONTROLCODE_ASYNCLOCKCODE,
        LOCK_RESPONSE => CONTROLCODE_ASYNCLOCKRESPONSE,
        DATA_MESSAGE | DATA_END | TRIGGER | STATUS_QUERY => CONTROLCODE_RMT,
        STATUS_RESPONSE => CONTROLCODE_STB,
        LOCK_INFO_RESPONSE => CONTROLCODE_ASYNCLOCKINFORESPONSE,
        _ => CONTROLCODE,
    };
    let length = c.peek_uint(5, 8).unwrap_or_default();
    let item = cx.field(field, c, 1)?;
    let code64 = u64::from(code);
    match kind {
        INITIALIZE_RESPONSE => {
            let name = CONTROLCODE_OVERLAP_NAMES.or(code64, "Unknown");
            cx.info_add(|o| _ = o.s(" [").s(name).s("]"));
            cx.proto_append(|o| _ = o.s(", ").s(name));
        }
        LOCK => {
            let name = CONTROLCODE_ASYNCLOCKCODE_NAMES.or(code64, "Unknown");
            let how = if length > 0 { "Shared" } else { "Exclusive" };
            if code == 1 {
                cx.info_add(|o| _ = o.s(" [").s(name).s(" ").s(how).s("]"));
                cx.proto_append(|o| _ = o.s(", ").s(name).s(" (").s(how).s(")"));
                cx.append(item, |o| _ = o.s("[").s(how).s("]"));
            } else {
                cx.info_add(|o| _ = o.s(" [").s(name).s("]"));
                cx.proto_append(|o| _ = o.s(", ").s(name));
            }
        }
        LOCK_RESPONSE => {
            let mut name = CONTROLCODE_ASYNCLOCKRESPONSE_NAMES.or(code64, "Unknown");
            if code == 1 && !released {
                // Which lock was released is only said to who released one.
                name = "Success";
                cx.label(item, |o| _ = o.s("Control Code: Success (0x01)"));
            }
            cx.info_add(|o| _ = o.s(" [").s(name).s("]"));
            cx.proto_append(|o| _ = o.s(", ").s(name));
        }
        STATUS_RESPONSE => {
            cx.info_add(|o| _ = o.s(" STB (0x").x(code, 1).s(")"));
            cx.proto_append(|o| _ = o.s(", STB (0x").x(code, 1).s(")"));
        }
        LOCK_INFO_RESPONSE => {
            let name = CONTROLCODE_ASYNCLOCKINFORESPONSE_NAMES.or(code64, "Unknown");
            cx.info_add(|o| _ = o.s(" [").s(name).s("]"));
            cx.proto_append(|o| _ = o.s(", ").s(name));
        }
        _ => {}
    }
    Ok(())
}

/// The message parameter: four bytes.
fn parameter<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, kind: u8, code: u8) -> Step {
    match kind {
        INITIALIZE => run(cx, &mut c, &[(MSGPARA_CLIENTPROTO, 2), (MSGPARA_VENDORID, 2)]),
        INITIALIZE_RESPONSE => run(cx, &mut c, &[(MSGPARA_SERVPROTO, 2), (MSGPARA_SESSIONID, 2)]),
        // The identifier is in the lower half.
        ASYNC_INITIALIZE => cx.peek_at(MSGPARA_SESSIONID, &c, 2, 2).map(|_| ()),
        ASYNC_INITIALIZE_RESPONSE => cx.peek_at(MSGPARA_VENDORID, &c, 2, 2).map(|_| ()),
        LOCK if code == 1 => run(cx, &mut c, &[(MSGPARA_TIMEOUT, 4)]),
        LOCK_INFO_RESPONSE => run(cx, &mut c, &[(MSGPARA_CLIENTS, 4)]),
        LOCK | DATA_MESSAGE | DATA_END | TRIGGER | 13 | 14 | STATUS_QUERY | 10 => {
            let id = cx.u32(MSGPARA_MESSAGEID, &mut c)?;
            if matches!(kind, DATA_MESSAGE | DATA_END | TRIGGER | 13 | 14) {
                cx.proto_append(|o| _ = o.s(", MessageId: ").hex(id, 2));
            }
            Ok(())
        }
        FATAL_ERROR | ERROR => Ok(()),
        _ => Ok(()),
    }
}
