//! Yahoo Messenger's protocol: a header, and pairs of key and value in text.

use requin_wire::{Cursor, Cx, Pdu, Sink, Step, Stop, Value, names, proto};

proto! {
    YMSG "ymsg" "Yahoo YMSG Messenger Protocol" "YMSG" App
    on [Tcp 5050]
    frames sized [frames]
    fields {
        VERSION "ymsg.version" "Version": U16 Dec;
        VENDOR "ymsg.vendor" "Vendor ID": U16 Dec;
        LEN "ymsg.len" "Packet Length": U16 Dec;
        SERVICE "ymsg.service" "Service": U16 Dec = SERVICE_NAMES;
        STATUS "ymsg.status" "Status": U32 Dec = STATUS_NAMES;
        SESSION_ID "ymsg.session_id" "Session ID": U32 Hex;
        CONTENT "ymsg.content" "Content": Bytes;
        CONTENT_LINE "ymsg.content-line" "Content-line": Str;
        CONTENT_LINE_KEY "ymsg.content-line.key" "Key": Str;
        CONTENT_LINE_VALUE "ymsg.content-line.value" "Value": Str;
    }
}

names! {
    SERVICE_NAMES {
        1 => "Pager Logon", 2 => "Pager Logoff", 3 => "Is Away", 4 => "Is Back", 5 => "Idle", 6 => "Message",
        7 => "Activate Identity", 8 => "Deactivate Identity", 9 => "Mail Status", 10 => "User Status",
        11 => "New Mail", 12 => "Chat Invitation", 13 => "Calendar Reminder", 14 => "New Personals Mail",
        15 => "New Friend", 16 => "Add Identity", 17 => "Add Ignore", 18 => "Ping", 19 => "Got Group Rename",
        20 => "System Message", 21 => "Skinname", 22 => "Passthrough 2", 24 => "Conference Invitation",
        25 => "Conference Logon", 26 => "Conference Decline", 27 => "Conference Logoff",
        28 => "Conference Additional Invitation", 29 => "Conference Message", 30 => "Chat Logon", 31 => "Chat Logoff",
        32 => "Chat Message", 40 => "Game Logon", 41 => "Game Logoff", 42 => "Game Message", 70 => "File Transfer",
        74 => "Voice Chat", 75 => "Notify", 76 => "Verify", 77 => "P2P File Transfer", 79 => "Peer To Peer",
        80 => "WebCam", 84 => "Authentication Response", 85 => "List", 87 => "Authentication",
        109 => "Authorize Buddy", 131 => "Add Buddy", 132 => "Remove Buddy", 133 => "Ignore Contact",
        134 => "Reject Contact", 137 => "Group Rename", 138 => "Keep Alive", 150 => "Chat Online", 151 => "Chat Goto",
        152 => "Chat Join", 153 => "Chat Leave", 155 => "Chat Exit", 157 => "Chat Invite", 160 => "Chat Logout",
        161 => "Chat Ping", 168 => "Comment", 183 => "Game Invite", 185 => "Stealth Permanent",
        186 => "Stealth Session", 188 => "Avatar", 189 => "Picture Checksum", 190 => "Picture",
        193 => "Picture Update", 194 => "Picture Upload", 196 => "Yahoo Address Book Update",
        197 => "Y6 Visibility Toggle", 198 => "Y6 Status Update", 199 => "Picture Sharing Status",
        200 => "Verify ID Exists", 208 => "Audible", 211 => "Y7 Contact Details", 212 => "Y7 Chat Session",
        214 => "Y7 Buddy Authorization", 220 => "Y7 File Transfer", 221 => "Y7 File Transfer Information",
        222 => "Y7 File Transfer Accept", 231 => "Y7 Change Group", 240 => "Status V15", 241 => "List V15",
        550 => "WebLogin", 746 => "SMS Message",
    }
    STATUS_NAMES {
        0 => "Default", 1 => "Server Ack", 2 => "Playing Game", 4 => "Away", 5 => "More Packets??", 22 => "Notify",
        1515563605 => "Web Login", 1515563606 => "Offline", 4294967295 => "Disconnected",
    }
}

const MAGIC: &[u8] = b"YMSG";
const HEAD: usize = 20;
/// What stands between texts.
const BETWEEN: &[u8] = &[0xc0, 0x80];

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes.get(..10) {
        None if MAGIC.starts_with(bytes.get(..4).unwrap_or(bytes)) => Pdu::More(HEAD),
        Some(head) if head.starts_with(MAGIC) => {
            Pdu::Len(HEAD + requin_wire::be(head.get(8..).unwrap_or_default()) as usize)
        }
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if !c.rest().starts_with(MAGIC) {
        return Err(Stop::NotMine);
    }
    cx.protocol("YMSG");
    cx.info_clear();
    let (service, status) = (c.peek_u16(10)?, c.peek_u32(12)?);
    let name = SERVICE_NAMES.or(service.into(), "Unknown Service");
    cx.proto_append(|o| _ = o.s(" (").s(name).s(")"));
    cx.info(|o| {
        o.s(name).s(" (status=").s(STATUS_NAMES.or(status.into(), "Unknown Status")).s(")   ");
    });
    c.skip(MAGIC.len())?;
    cx.u16(VERSION, &mut c)?;
    cx.u16(VENDOR, &mut c)?;
    let len = usize::from(cx.u16(LEN, &mut c)?);
    cx.u16(SERVICE, &mut c)?;
    cx.u32(STATUS, &mut c)?;
    cx.u32(SESSION_ID, &mut c)?;
    if len == 0 {
        return Ok(());
    }
    let item = cx.field(CONTENT, &mut c.clone(), len)?;
    let mut c = c.take(len);
    cx.under(item, |cx| {
        while c.captured() > 0 {
            let rest = c.rest();
            let Some(key) = memchr::memmem::find(rest, BETWEEN) else { return };
            let from = key + BETWEEN.len();
            let after = rest.get(from..).unwrap_or_default();
            let value = memchr::memmem::find(after, BETWEEN).unwrap_or(after.len());
            let whole = (from + value + BETWEEN.len()).min(rest.len());
            let part = |at: usize, n: usize| rest.get(at..at + n).unwrap_or_default();
            let line = cx.add_str(CONTENT_LINE, c.span(whole), |o| {
                o.bytes(part(0, key)).s(":").bytes(part(from, value));
            });
            cx.label(line, |o| _ = o.text(part(0, key)).s(":").text(part(from, value)));
            cx.under(line, |cx| {
                cx.add(CONTENT_LINE_KEY, c.span(key), Value::Str(c.span(key)));
                let mut at = c;
                at.advance(from);
                cx.add(CONTENT_LINE_VALUE, at.span(value), Value::Str(at.span(value)));
            });
            c.advance(whole);
        }
    });
    Ok(())
}
