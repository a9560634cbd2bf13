//! Telnet, RFC 854, with options of RFC 855, 1073, 1091, 1096, 1372 and 2941.

use memchr::memchr_iter;
use requin_wire::{Cursor, Cx, Item, Names, Sink, Span, Step, Stop, Value, names, proto};

proto! {
    TELNET "telnet" "Telnet" "TELNET" App
    on [Tcp 23]
    fields {
        CMD "telnet.cmd" "Command": U8 Dec = CMD_NAMES;
        SUBCMD "telnet.subcmd" "Subcommand": U8 Dec;
        AUTH_CMD "telnet.auth.cmd" "Auth Cmd": U8 Dec = AUTH_CMD_NAMES;
        AUTH_TYPE "telnet.auth.type" "Auth Type": U8 Dec = AUTH_TYPE_NAMES;
        AUTH_MOD_CRED_FWD "telnet.auth.mod.cred_fwd" "Cred Fwd": Bool(8) & 0x8 = Names::Bools("Client WILL forward auth creds", "Client will NOT forward auth creds");
        AUTH_MOD_WHO "telnet.auth.mod.who" "Who": Bool(8) & 0x1 = Names::Bools("Mask server to client", "Mask client to server");
        AUTH_MOD_HOW "telnet.auth.mod.how" "How": Bool(8) & 0x2 = Names::Bools("MUTUAL authentication", "One Way authentication");
        AUTH_MOD_ENC "telnet.auth.mod.enc" "Encrypt": U8 Dec & 0x14 = AUTH_MOD_ENC_NAMES;
        AUTH_KRB5_CMD "telnet.auth.krb5.cmd" "Command": U8 Dec = AUTH_KRB5_CMD_NAMES;
        STRING_SUBOPT_VALUE "telnet.string_subopt.value" "Value": Str;
        NAWS_SUBOPT_WIDTH "telnet.naws_subopt.width" "Width": U16 Dec;
        NAWS_SUBOPT_HEIGHT "telnet.naws_subopt.height" "Height": U16 Dec;
        RFC_SUBOPT_CMD "telnet.rfc_subopt.cmd" "Command": U8 Dec = RFC_SUBOPT_CMD_NAMES;
        DATA "telnet.data" "Data": Str;
        OPTION_DATA "telnet.option_data" "Option data": Bytes;
        SUBCOMMAND_DATA "telnet.subcommand_data" "Subcommand data": Bytes;
    }
    experts {
        INVALID_SUBCOMMAND "telnet.invalid_subcommand" Warn Protocol "Invalid subcommand";
        SUBOPTION_LENGTH_INVALID "telnet.suboption_length.invalid" Warn Protocol "Invalid suboption length";
    }
}

names! {
    CMD_NAMES {
        236 => "End of File", 237 => "Suspend Current Process", 238 => "Abort Process",
        239 => "End of Record", 240 => "Suboption End", 241 => "No Operation", 242 => "Data Mark",
        243 => "Break", 244 => "Interrupt Process", 245 => "Abort Output", 246 => "Are You There?",
        247 => "Escape Character", 248 => "Erase Line", 249 => "Go Ahead", 250 => "Suboption",
        251 => "Will", 252 => "Won't", 253 => "Do", 254 => "Don't",
    }
    AUTH_CMD_NAMES {
        0 => "IS", 1 => "SEND", 2 => "REPLY", 3 => "NAME",
    }
    AUTH_TYPE_NAMES {
        0 => "NULL", 1 => "Kerberos v4", 2 => "Kerberos v5", 3 => "SPX", 4 => "MINK", 5 => "SRP",
        6 => "RSA", 7 => "SSL", 10 => "LOKI", 11 => "SSA", 12 => "KEA_SJ", 13 => "KEA_SJ_INTEG",
        14 => "DSS", 15 => "NTLM",
    }
    AUTH_MOD_ENC_NAMES {
        0 => "Off", 1 => "Telnet Options", 2 => "After Exchange", 4 => "Reserved",
    }
    AUTH_KRB5_CMD_NAMES {
        0 => "Auth", 1 => "Reject", 2 => "Accept", 3 => "Response", 4 => "Forward", 5 => "Forward Accept",
        6 => "Forward Reject",
    }
    RFC_SUBOPT_CMD_NAMES {
        0 => "OFF", 1 => "ON", 2 => "RESTART-ANY", 3 => "RESTART-XON",
    }
}

names! {
    OPTIONS {
        0 => "Binary Transmission",
        1 => "Echo",
        2 => "Reconnection",
        3 => "Suppress Go Ahead",
        4 => "Approx Message Size Negotiation",
        5 => "Status",
        6 => "Timing Mark",
        7 => "Remote Controlled Trans and Echo",
        8 => "Output Line Width",
        9 => "Output Page Size",
        10 => "Output Carriage-Return Disposition",
        11 => "Output Horizontal Tab Stops",
        12 => "Output Horizontal Tab Disposition",
        13 => "Output Formfeed Disposition",
        14 => "Output Vertical Tabstops",
        15 => "Output Vertical Tab Disposition",
        16 => "Output Linefeed Disposition",
        17 => "Extended ASCII",
        18 => "Logout",
        19 => "Byte Macro",
        20 => "Data Entry Terminal",
        21 => "SUPDUP",
        22 => "SUPDUP Output",
        23 => "Send Location",
        24 => "Terminal Type",
        25 => "End of Record",
        26 => "TACACS User Identification",
        27 => "Output Marking",
        28 => "Terminal Location Number",
        29 => "Telnet 3270 Regime",
        30 => "X.3 PAD",
        31 => "Negotiate About Window Size",
        32 => "Terminal Speed",
        33 => "Remote Flow Control",
        34 => "Linemode",
        35 => "X Display Location",
        36 => "Environment Option",
        37 => "Authentication Option",
        38 => "Encryption Option",
        39 => "New Environment Option",
        40 => "TN3270E",
        41 => "XAUTH",
        42 => "CHARSET",
        43 => "Remote Serial Port",
        44 => "COM Port Control",
        45 => "Suppress Local Echo",
        46 => "Start TLS",
        47 => "KERMIT",
        48 => "SEND-URL",
        49 => "FORWARD_X",
    }
}

const IAC: u8 = 0xff;
const SUBOPTION: u8 = 250;
const WILL: u8 = 251;
const DONT: u8 = 254;
const UNKNOWN: &str = "<unknown option>";

const TERMINAL_TYPE: u8 = 24;
const WINDOW_SIZE: u8 = 31;
const FLOW_CONTROL: u8 = 33;
const X_DISPLAY: u8 = 35;
const AUTHENTICATION: u8 = 37;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("TELNET");
    cx.info(|o| _ = o.s("Telnet Data ..."));
    while c.captured() > 0 {
        // Two in a row stand for a byte of data.
        let rest = c.rest();
        let mut skip = 0;
        let command = loop {
            match memchr::memchr(IAC, rest.get(skip..).unwrap_or_default()) {
                None => break None,
                Some(n) if c.peek_u8(skip + n + 1)? == IAC => skip += n + 2,
                Some(n) => break Some(skip + n),
            }
        };
        data(cx, &mut c, command.unwrap_or(rest.len()))?;
        if command.is_some() {
            self::command(cx, &mut c)?;
        }
    }
    Ok(())
}

/// Text, line by line.
///
/// # Errors
/// When the capture ends before the line does.
fn data<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, len: usize) -> Step {
    let mut left = len;
    while left > 0 {
        let rest = c.rest().get(..left).unwrap_or_default();
        // Lines end with LF, or with CR NUL.
        let end = |b: u8| {
            memchr_iter(b, rest)
                .find(|i| b == b'\n' || i.checked_sub(1).and_then(|i| rest.get(i)) == Some(&b'\r'))
        };
        let n = match (end(b'\n'), end(0)) {
            (Some(a), Some(b)) => a.min(b) + 1,
            (None, None) if c.is_cut() && left == c.captured() => return Err(Stop::Cut),
            (a, b) => a.or(b).map_or(left, |i| i + 1),
        };
        let span = c.span(n);
        cx.add(DATA, span, Value::Str(span));
        c.advance(n);
        left -= n;
    }
    Ok(())
}

fn command<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let begin = *c;
    let code = c.peek_u8(1)?;
    let name = CMD_NAMES.or(u64::from(code), UNKNOWN);
    if !(SUBOPTION..=DONT).contains(&code) {
        let item = cx.line(c.span(2), |o| _ = o.s(name));
        c.skip(1)?;
        return cx.under(item, |cx| cx.u8(CMD, c).map(|_| ()));
    }
    let item = cx.line(c.span(2), |o| _ = o.s("Command header"));
    c.skip(1)?;
    cx.under(item, |cx| cx.u8(CMD, c))?;
    let option = c.peek_u8(0)?;
    let option_name = OPTIONS.or(u64::from(option), UNKNOWN);
    cx.label(item, |o| _ = o.s(name).s(" ").s(option_name));
    let sub = cx.under(item, |cx| cx.peek(SUBCMD, c, 1))?;
    cx.label(sub, |o| _ = o.s("Subcommand: ").s(option_name));
    c.skip(1)?;
    if (WILL..=DONT).contains(&code) {
        cx.set_len(item, 3);
        return Ok(());
    }
    // Up to the end of the suboption, or of the segment.
    let rest = c.rest();
    let mut len = 0;
    while let Some(n) = memchr::memchr(IAC, rest.get(len..).unwrap_or_default()) {
        if rest.get(len + n + 1) == Some(&IAC) {
            len += n + 2;
        } else {
            len += n;
            break;
        }
    }
    if rest.get(len) != Some(&IAC) {
        len = c.left();
    }
    let span = c.span(len);
    let mut body = c.take(len);
    cx.set_len(item, begin.span_since(c).len as usize);
    if len == 0 {
        return Ok(());
    }
    cx.under(sub, |cx| suboption(cx, &mut body, option, option_name, sub, span))
}

fn suboption<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    option: u8,
    name: &'static str,
    item: Item,
    all: Span,
) -> Step {
    match option {
        TERMINAL_TYPE | X_DISPLAY => {
            let kind = c.peek_u8(0)?;
            let span = c.span(1);
            c.skip(1)?;
            let rest = c.span(c.left());
            match kind {
                0 | 1 => {
                    let sub = cx.add(SUBCMD, span, Value::U(u64::from(kind)));
                    let text = if kind == 0 { "Here's my " } else { "Send your " };
                    cx.label(sub, |o| _ = o.s(text).s(name));
                    if kind == 0 && rest.len > 0 {
                        cx.add(STRING_SUBOPT_VALUE, rest, Value::Str(rest));
                    }
                }
                _ => {
                    cx.expert_with(INVALID_SUBCOMMAND, item, span, |o| {
                        o.s("Invalid ").s(name).s(" subcommand ").u(kind);
                    });
                    if rest.len > 0 {
                        cx.add(SUBCOMMAND_DATA, rest, Value::Bytes(rest));
                    }
                }
            }
            Ok(())
        }
        WINDOW_SIZE => {
            // Doubled bytes stand for one.
            let mut plain = Vec::with_capacity(4);
            let mut bytes = c.rest().iter();
            while let Some(b) = bytes.next() {
                plain.push(*b);
                if *b == IAC {
                    bytes.next();
                }
            }
            if let [a, b, d, e] = plain[..] {
                let half = all.len as usize / 2;
                let parts = [(NAWS_SUBOPT_WIDTH, [a, b], c.take(half)), (NAWS_SUBOPT_HEIGHT, [d, e], *c)];
                for (field, value, at) in parts {
                    cx.add(field, at.span(at.left()), Value::U(u64::from(u16::from_be_bytes(value))));
                }
            } else {
                cx.expert_with(SUBOPTION_LENGTH_INVALID, item, all, |o| {
                    o.s("Suboption parameter length is ").u(plain.len() as u64).s(", should be 4");
                });
            }
            Ok(())
        }
        FLOW_CONTROL => cx.u8(RFC_SUBOPT_CMD, c).map(|_| ()),
        AUTHENTICATION => authentication(cx, c),
        _ => {
            c.peek_bytes(0, c.left())?;
            cx.add(OPTION_DATA, all, Value::Bytes(all));
            Ok(())
        }
    }
}

/// RFC 2941.
fn authentication<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    const SEND: u8 = 1;
    const NAME: u8 = 3;
    const KERBEROS: u8 = 2;
    let command = cx.u8(AUTH_CMD, c)?;
    if command == NAME {
        return Ok(());
    }
    while c.left() > 0 {
        let kind = cx.u8(AUTH_TYPE, c)?;
        for field in [AUTH_MOD_ENC, AUTH_MOD_CRED_FWD, AUTH_MOD_HOW, AUTH_MOD_WHO] {
            cx.peek(field, c, 1)?;
        }
        c.skip(1)?;
        if command != SEND {
            if kind == KERBEROS && c.left() > 0 {
                cx.u8(AUTH_KRB5_CMD, c)?;
            }
            break;
        }
    }
    Ok(())
}
