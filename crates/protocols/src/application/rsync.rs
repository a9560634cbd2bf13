//! The protocol of rsync's daemons, as far as a conversation says what its payloads are: greetings, the message of the
//! day, what was asked for, and lists of modules (rsync's csprotocol.txt).

use crate::application::text::stray;
use requin_wire::{Cursor, Cx, Field, Past, Sink, Step, Stop, Value, proto};

proto! {
    RSYNC "rsync" "RSYNC File Synchroniser" "RSYNC" App
    on [Tcp 873]
    remember [remember]
    fields {
        HDR_MAGIC "rsync.hdr_magic" "Magic Header": Str;
        HDR_VERSION "rsync.hdr_version" "Header Version": Str;
        QUERY "rsync.query" "Client Query String": Str;
        MOTD "rsync.motd" "Server MOTD String": Str;
        MODULE_LIST "rsync.module_list" "Server Module List": Str;
        RESPONSE "rsync.response" "RSYNCD Response String": Str;
        COMMAND "rsync.command" "Client Command String": Str;
        DATA "rsync.data" "rsync data": Bytes;
    }
}

/// The port of daemons.
const PORT: u16 = 873;
/// Bytes of the magic that greetings begin with.
const MAGIC: usize = 8;
/// Ends a list of modules.
const EXIT: &[u8] = b"@RSYNCD: EXIT\n";

/// How far the client is: the first word of the conversation's state.
mod client {
    /// It greets next.
    pub const GREETING: u64 = 0;
    /// It says next what it wants.
    pub const QUERY: u64 = 1;
    /// It has said so.
    pub const COMMAND: u64 = 2;
}

/// How far the server is: the second word.
mod server {
    /// It greets next.
    pub const GREETING: u64 = 0;
    /// It has greeted, and was not asked for anything.
    pub const MOTD: u64 = 1;
    /// It was asked for its modules.
    pub const LIST: u64 = 2;
    /// It was asked for a module.
    pub const DATA: u64 = 3;
}

fn remember(past: &mut Past<'_>, bytes: &[u8]) {
    let [asks, answers] = &mut past.state;
    let greets = bytes.len() > MAGIC;
    if past.now.ports.dst == PORT {
        match *asks {
            client::GREETING if greets => *asks = client::QUERY,
            client::QUERY => {
                *asks = client::COMMAND;
                *answers = if bytes == b"\n" { server::LIST } else { server::DATA };
            }
            _ => (),
        }
        return;
    }
    match *answers {
        server::GREETING if greets => *answers = server::MOTD,
        server::LIST if bytes.ends_with(EXIT) => *answers = server::DATA,
        _ => (),
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    if c.is_empty() {
        return Err(Stop::NotMine);
    }
    cx.protocol("RSYNC");
    cx.info_clear();
    let [asks, answers] = cx.state();
    if cx.ports.dst == PORT {
        return match asks {
            client::GREETING => greeting(cx, c, "Client"),
            client::QUERY => all(cx, c, QUERY, "Client Query"),
            _ => all(cx, c, COMMAND, "Client Command"),
        };
    }
    match answers {
        server::GREETING => greeting(cx, c, "Server"),
        server::MOTD => all(cx, c, MOTD, "Server MOTD"),
        server::LIST if c.rest().ends_with(EXIT) => all(cx, c, MODULE_LIST, "Final module list"),
        server::LIST => all(cx, c, MODULE_LIST, "Module list"),
        _ => {
            cx.info(|o| _ = o.s("Data"));
            let span = c.span(c.left());
            cx.add(DATA, span, Value::Bytes(span));
            Ok(())
        }
    }
}

/// The magic, and behind a space the version with what else the side can do.
fn greeting<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, whose: &str) -> Step {
    cx.bytes(HDR_MAGIC, &mut c, MAGIC)?;
    c.skip(1)?;
    let version = c.rest();
    text(cx, c, HDR_VERSION);
    let line = version.split(|b| *b == b'\n').next().unwrap_or_default();
    cx.info(|o| _ = o.s(whose).s(" Initialisation (Version ").text(line).c(b')'));
    Ok(())
}

/// A payload that is one text.
fn all<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, field: Field, info: &str) -> Step {
    cx.info(|o| _ = o.s(info));
    text(cx, c, field);
    Ok(())
}

fn text<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, field: Field) {
    let span = c.span(c.left());
    let item = cx.add(field, span, Value::Str(span));
    stray(cx, item, span, c.rest());
}
