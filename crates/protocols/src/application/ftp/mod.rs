//! File Transfer Protocol, RFC 959, with RFC 2428.

mod session;

use crate::application::text;
use requin_wire::{AddrKind, Cursor, Cx, Item, Sink, Span, Step, Value, names, proto};

proto! {
    FTP "ftp" "File Transfer Protocol (FTP)" "FTP" App
    on [Tcp 21]
    remember beyond [session::remember]
    fields {
        CURRENT_WORKING_DIRECTORY "ftp.current-working-directory" "Current working directory": Str;
        RESPONSE "ftp.response" "Response": Bool;
        REQUEST "ftp.request" "Request": Bool;
        REQUEST_COMMAND "ftp.request.command" "Request command": Str;
        REQUEST_ARG "ftp.request.arg" "Request arg": Str;
        RESPONSE_CODE "ftp.response.code" "Response code": U32 Dec = RESPONSE_CODE_NAMES;
        RESPONSE_ARG "ftp.response.arg" "Response arg": Str;
        PASSIVE_IP "ftp.passive.ip" "Passive IP address": Ipv4;
        PASSIVE_PORT "ftp.passive.port" "Passive port": U16 Dec;
        PASSIVE_NAT "ftp.passive.nat" "Passive IP NAT": Bool;
        ACTIVE_CIP "ftp.active.cip" "Active IP address": Ipv4;
        ACTIVE_PORT "ftp.active.port" "Active port": U16 Dec;
        ACTIVE_NAT "ftp.active.nat" "Active IP NAT": Bool;
        EPRT_AF "ftp.eprt.af" "Extended active address family": U8 Dec = EPRT_AF_NAMES;
        EPRT_IP "ftp.eprt.ip" "Extended active IP address": Ipv4;
        EPRT_IPV6 "ftp.eprt.ipv6" "Extended active IPv6 address": Ipv6;
        EPRT_PORT "ftp.eprt.port" "Extended active port": U16 Dec;
        EPSV_IP "ftp.epsv.ip" "Extended passive IPv4 address": Ipv4;
        EPSV_IPV6 "ftp.epsv.ipv6" "Extended passive IPv6 address": Ipv6;
        EPSV_PORT "ftp.epsv.port" "Extended passive port": U16 Dec;
        SETUP_FRAME "ftp.setup-frame" "Setup frame": Framenum;
        COMMAND_FRAME "ftp.command-frame" "Command frame": Framenum;
        COMMAND "ftp.command" "Command": Str;
        RESPONSE_CODE_INVALID "ftp.response.code.invalid" "Invalid response code": None;
    }
    experts {
        EPRT_ARGS_INVALID "ftp.eprt.args_invalid" Warn Malformed "EPRT arguments must have the form: |<family>|<addr>|<port>|";
        EPSV_ARGS_INVALID "ftp.epsv.args_invalid" Warn Malformed "EPSV arguments must have the form (|||<port>|)";
        RESPONSE_PWD_INVALID "ftp.response.pwd.invalid" Warn Malformed "Invalid PWD response";
    }
}

names! {
    RESPONSE_CODE_NAMES {
        110 => "Restart marker reply", 120 => "Service ready in nnn minutes",
        125 => "Data connection already open; transfer starting",
        150 => "File status okay; about to open data connection", 200 => "Command okay",
        202 => "Command not implemented, superfluous at this site",
        211 => "System status, or system help reply", 212 => "Directory status", 213 => "File status",
        214 => "Help message", 215 => "NAME system type", 220 => "Service ready for new user",
        221 => "Service closing control connection",
        225 => "Data connection open; no transfer in progress", 226 => "Closing data connection",
        227 => "Entering Passive Mode", 229 => "Entering Extended Passive Mode",
        230 => "User logged in, proceed", 232 => "User logged in, authorized by security data exchange",
        234 => "Security data exchange complete", 235 => "Security data exchange completed successfully",
        250 => "Requested file action okay, completed", 257 => "PATHNAME created",
        331 => "User name okay, need password", 332 => "Need account for login",
        334 => "Requested security mechanism is ok",
        335 => "Security data is acceptable, more is required",
        336 => "Username okay, need password. Challenge is ...",
        350 => "Requested file action pending further information",
        421 => "Service not available, closing control connection", 425 => "Can't open data connection",
        426 => "Connection closed; transfer aborted",
        431 => "Need some unavailable resource to process security",
        450 => "Requested file action not taken",
        451 => "Requested action aborted: local error in processing",
        452 => "Requested action not taken. Insufficient storage space in system",
        500 => "Syntax error, command unrecognized", 501 => "Syntax error in parameters or arguments",
        502 => "Command not implemented", 503 => "Bad sequence of commands",
        504 => "Command not implemented for that parameter", 522 => "Network protocol not supported",
        530 => "Not logged in", 532 => "Need account for storing files",
        533 => "Command protection level denied for policy reasons",
        534 => "Request denied for policy reasons", 535 => "Failed security check (hash, sequence, etc)",
        536 => "Requested PROT level not supported by mechanism",
        537 => "Command protection level not supported by security mechanism",
        550 => "Requested action not taken: File unavailable",
        551 => "Requested action aborted: page type unknown",
        552 => "Requested file action aborted: Exceeded storage allocation",
        553 => "Requested action not taken: File name not allowed", 631 => "Integrity protected reply",
        632 => "Confidentiality and integrity protected reply", 633 => "Confidentiality protected reply",
    }
    EPRT_AF_NAMES {
        1 => "IPv4", 2 => "IPv6",
    }
}

/// Port that servers take commands on.
const PORT: u16 = 21;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let request = cx.ports.dst == PORT;
    cx.protocol("FTP");
    let rest = c.rest();
    let (first, next) = text::line(rest, 0).unwrap_or((rest, rest.len()));
    cx.info(|o| _ = o.s(if request { "Request: " } else { "Response: " }).text(first));
    for (field, is) in [(REQUEST, request), (RESPONSE, !request)] {
        let item = cx.add(field, c.span(0), Value::U(u64::from(is)));
        cx.hide(item);
        cx.set_generated(item);
    }
    let all = rest.get(..next).unwrap_or_default();
    let item = cx.line(c.span(next), |o| _ = o.text(all));
    cx.under(item, |cx| if request { command(cx, &c, first) } else { response(cx, &c, first) });
    c.advance(next);
    // What follows is shown, and nothing more.
    while c.captured() > 0 {
        let rest = c.rest();
        let next = text::line(rest, 0).map_or(rest.len(), |l| l.1);
        let all = rest.get(..next).unwrap_or_default();
        cx.line(c.span(next), |o| _ = o.text(all));
        c.advance(next);
    }
    if let Some(directory) = cx.recalled(session::NOTE_DIRECTORY) {
        let here = c.span(0);
        cx.at_top(|cx| {
            let item = cx.add_str(CURRENT_WORKING_DIRECTORY, here, |o| _ = o.bytes(&directory.bytes));
            cx.set_generated(item);
        });
    }
    Ok(())
}

fn at(c: &Cursor<'_>, from: usize, len: usize) -> Span {
    Span::new(c.source(), c.pos() + from, len)
}

fn command<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, line: &[u8]) {
    let end = line.iter().position(|b| *b == b' ').unwrap_or(line.len());
    let word = line.get(..end).unwrap_or_default();
    if end > 0 {
        cx.add(REQUEST_COMMAND, at(c, 0, end), Value::Str(at(c, 0, end)));
    }
    let skip = line.get(end..).unwrap_or_default().iter().take_while(|b| **b == b' ').count();
    let from = end + skip;
    let arg = line.get(from..).unwrap_or_default();
    let span = at(c, from, arg.len());
    if !arg.is_empty() {
        cx.add(REQUEST_ARG, span, Value::Str(span));
    }
    if word.eq_ignore_ascii_case(b"PORT") {
        if let Some((address, port)) = passive_of(arg) {
            cx.add(ACTIVE_CIP, span, Value::U(u64::from(address)));
            cx.add(ACTIVE_PORT, span, Value::U(u64::from(port)));
            nat(cx, ACTIVE_NAT, span, address);
        }
    } else if word.eq_ignore_ascii_case(b"EPRT") {
        extended_port(cx, arg, span);
    }
}

fn response<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, line: &[u8]) {
    let code = line.get(..3).and_then(text::number);
    let mut from = 0;
    if let Some(code) = code {
        cx.add(RESPONSE_CODE, at(c, 0, 3), Value::U(code));
        from = 4.min(line.len());
    }
    let arg = line.get(from..).unwrap_or_default();
    let span = at(c, from, arg.len());
    if !arg.is_empty() {
        let item = cx.add(RESPONSE_ARG, span, Value::Str(span));
        text::stray(cx, item, span, arg);
    }
    if code == Some(227) {
        if let Some((address, port)) = passive_text(arg).and_then(passive_of) {
            cx.add(PASSIVE_IP, span, Value::U(u64::from(address)));
            cx.add(PASSIVE_PORT, span, Value::U(u64::from(port)));
            nat(cx, PASSIVE_NAT, span, address);
        }
    } else if code == Some(229) {
        extended_passive(cx, arg, span);
    }
}

/// Says so when an address in the text is not the sender's.
fn nat<S: Sink>(cx: &mut Cx<'_, S>, field: requin_wire::Field, span: Span, address: u32) {
    let src = cx.out.columns.src;
    if src.kind == AddrKind::Ipv4 && src.bytes.get(..4) != Some(&address.to_be_bytes()[..]) {
        cx.add(field, span, Value::U(1));
    }
}

/// Where the address stands in a response to PASV.
fn passive_text(arg: &[u8]) -> Option<&[u8]> {
    match arg.iter().position(|b| *b == b'(') {
        Some(open) => arg.get(open + 1..),
        None => arg.get(arg.iter().position(u8::is_ascii_digit)?..),
    }
}

/// `h1,h2,h3,h4,p1,p2`
fn passive_of(text: &[u8]) -> Option<(u32, u16)> {
    let mut bytes = [0u8; 6];
    let mut parts = text.split(|b| *b == b',');
    for byte in &mut bytes {
        let part = parts.next()?;
        let digits = part.iter().take_while(|b| b.is_ascii_digit()).count();
        *byte = u8::try_from(text::number(part.get(..digits)?)?).ok()?;
    }
    let [a, b, c, d, high, low] = bytes;
    Some((u32::from_be_bytes([a, b, c, d]), u16::from_be_bytes([high, low])))
}

/// `|family|address|port|`, whatever stands for the bar.
fn extended_port_of(arg: &[u8]) -> Option<(u64, std::net::IpAddr, u64)> {
    let bar = *arg.first()?;
    let mut parts = arg.get(1..)?.split(|b| *b == bar);
    let family = text::number(parts.next()?)?;
    let address = std::str::from_utf8(parts.next()?).ok()?.parse().ok()?;
    Some((family, address, text::number(parts.next()?)?))
}

fn extended_port<S: Sink>(cx: &mut Cx<'_, S>, arg: &[u8], span: Span) {
    let Some((family, address, port)) = extended_port_of(arg) else {
        cx.expert(EPRT_ARGS_INVALID, Item::NONE, span);
        return;
    };
    cx.add(EPRT_AF, span, Value::U(family));
    match address {
        std::net::IpAddr::V4(a) => _ = cx.add(EPRT_IP, span, Value::U(u64::from(u32::from(a)))),
        std::net::IpAddr::V6(a) => _ = cx.add_bytes(EPRT_IPV6, span, &a.octets()),
    }
    cx.add(EPRT_PORT, span, Value::U(port));
}

/// The port in `Entering Extended Passive Mode (|||port|)`.
fn extended_passive_port(arg: &[u8]) -> Option<u64> {
    let open = arg.iter().position(|b| *b == b'(')?;
    let bar = *arg.get(open + 1)?;
    let mut parts = arg.get(open + 2..)?.split(|b| *b == bar);
    text::number(parts.nth(2)?)
}

/// A response to EPSV: the address is the server's.
fn extended_passive<S: Sink>(cx: &mut Cx<'_, S>, arg: &[u8], span: Span) {
    let Some(port) = extended_passive_port(arg) else {
        cx.expert(EPSV_ARGS_INVALID, Item::NONE, span);
        return;
    };
    let src = cx.out.columns.src;
    match src.kind {
        AddrKind::Ipv4 => {
            let [a, b, c, d, ..] = src.bytes;
            cx.generated(EPSV_IP, span, Value::U(u64::from(u32::from_be_bytes([a, b, c, d]))));
        }
        AddrKind::Ipv6 => {
            let item = cx.add_bytes(EPSV_IPV6, span, &src.bytes);
            cx.set_generated(item);
        }
        _ => (),
    }
    cx.add(EPSV_PORT, span, Value::U(port));
}

/// The data connections: those that were announced, or where the server's port tells of them.
pub mod data {
    use super::session::Channel;
    use crate::application::media::text_lines;
    use requin_wire::{Cursor, Cx, Sink, Step, Value, proto};

    proto! {
        FTP_DATA "ftp-data" "FTP Data" "FTP-DATA" App
        on [Tcp 20]
        fields {
            SETUP_FRAME "ftp-data.setup-frame" "Setup frame": Framenum;
            SETUP_METHOD "ftp-data.setup-method" "Setup method": Str;
            COMMAND "ftp-data.command" "Command": Str;
            COMMAND_FRAME "ftp-data.command-frame" "Command frame": Framenum;
            CURRENT_WORKING_DIRECTORY "ftp-data.current-working-directory" "Current working directory": Str;
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        let n = c.left() as u64;
        cx.protocol("FTP-DATA");
        cx.info(|o| _ = o.s("FTP Data: ").u(n).s(" bytes"));
        cx.proto_append(|o| _ = o.s(" (").u(n).s(" bytes data)"));
        if let Some(channel) = cx.announced().and_then(|a| Channel::read(&a.bytes)) {
            let here = c.span(0);
            let (command_frame, command) = &channel.command;
            cx.info_add(|o| _ = o.s(" (").s(&channel.method).s(")"));
            if *command_frame != 0 {
                cx.info_add(|o| _ = o.s(" (").text(command).s(")"));
            }
            cx.at_top(|cx| {
                cx.generated(SETUP_FRAME, here, Value::U(channel.setup));
                let item = cx.add_str(SETUP_METHOD, here, |o| _ = o.s(&channel.method));
                cx.set_generated(item);
                if *command_frame != 0 {
                    let item = cx.add_str(COMMAND, here, |o| _ = o.bytes(command));
                    cx.set_generated(item);
                    cx.add(COMMAND_FRAME, here, Value::U(*command_frame));
                    let item =
                        cx.add_str(CURRENT_WORKING_DIRECTORY, here, |o| _ = o.bytes(&channel.directory));
                    cx.set_generated(item);
                }
            });
        }
        let text = |b: &u8| b.is_ascii_graphic() || b.is_ascii_whitespace();
        if !c.is_empty() && c.rest().iter().all(text) {
            cx.set_media(b"");
            return cx.call(text_lines::ID, c);
        }
        Ok(())
    }
}
