//! SMB 1, [MS-CIFS] and [MS-SMB]: the header of every message, and the commands that say most.

pub mod smb2;
pub(crate) mod status;

use super::gss as security;
use requin_wire::{Cursor, Cx, Field, Names, Ports, Sink, Span, Step, Stop, Value, names, proto};

proto! {
    SMB "smb" "SMB (Server Message Block Protocol)" "SMB" App
    on []
    looks_like [Netbios accepts]
    fields {
        CMD "smb.cmd" "SMB Command": U8 Hex = CMD_NAMES;
        WCT "smb.wct" "Word Count (WCT)": U8 Dec;
        BCC "smb.bcc" "Byte Count (BCC)": U16 Dec;
        NT_STATUS "smb.nt_status" "NT Status": U32 Hex = status::NT_STATUS;
        ERROR_CLASS "smb.error_class" "Error Class": U8 Hex = ERROR_CLASS_NAMES;
        ERROR_CODE "smb.error_code" "Error Code": U16 Hex;
        RESERVED "smb.reserved" "Reserved": Bytes;
        SIGNATURE "smb.signature" "Signature": Bytes;
        PID "smb.pid" "Process ID": U16 Dec;
        PID_HIGH "smb.pid.high" "Process ID High": U16 Dec;
        TID "smb.tid" "Tree ID": U16 Dec;
        UID "smb.uid" "User ID": U16 Dec;
        MID "smb.mid" "Multiplex ID": U16 Dec;
        FLAGS "smb.flags" "Flags": U8 Hex;
        FLAGS_LOCK "smb.flags.lock" "Lock and Read": Bool(8) & 0x1 = Names::Bools("Lock&Read, Write&Unlock are supported", "Lock&Read, Write&Unlock are not supported");
        FLAGS_RECEIVE_BUFFER "smb.flags.receive_buffer" "Receive Buffer Posted": Bool(8) & 0x2 = Names::Bools("Receive buffer has been posted", "Receive buffer has not been posted");
        FLAGS_CASELESS "smb.flags.caseless" "Case Sensitivity": Bool(8) & 0x8 = Names::Bools("Path names are caseless", "Path names are case sensitive");
        FLAGS_CANON "smb.flags.canon" "Canonicalized Pathnames": Bool(8) & 0x10 = Names::Bools("Pathnames are canonicalized", "Pathnames are not canonicalized");
        FLAGS_OPLOCK "smb.flags.oplock" "Oplocks": Bool(8) & 0x20 = Names::Bools("OpLock requested/granted", "OpLock not requested/granted");
        FLAGS_NOTIFY "smb.flags.notify" "Notify": Bool(8) & 0x40 = Names::Bools("Notify client on all modifications", "Notify client only on open");
        FLAGS_RESPONSE "smb.flags.response" "Request/Response": Bool(8) & 0x80 = Names::Bools("Message is a response to the client/redirector", "Message is a request to the server");
        FLAGS2 "smb.flags2" "Flags2": U16 Hex;
        FLAGS2_LONG_NAMES_ALLOWED "smb.flags2.long_names_allowed" "Long Names Allowed": Bool(16) & 0x1 = Names::Bools("Long file names are allowed in the response", "Long file names are not allowed in the response");
        FLAGS2_EA "smb.flags2.ea" "Extended Attributes": Bool(16) & 0x2 = Names::Bools("Extended attributes are supported", "Extended attributes are not supported");
        FLAGS2_SEC_SIG "smb.flags2.sec_sig" "Security Signatures": Bool(16) & 0x4 = Names::Bools("Security signatures are supported", "Security signatures are not supported");
        FLAGS2_COMPRESSED "smb.flags2.compressed" "Compressed": Bool(16) & 0x8 = Names::Bools("Compression is requested", "Compression is not requested");
        FLAGS2_SEC_SIG_REQUIRED "smb.flags2.sec_sig_required" "Security Signatures Required": Bool(16) & 0x10 = Names::Bools("Security signatures are required", "Security signatures are not required");
        FLAGS2_LONG_NAMES_USED "smb.flags2.long_names_used" "Long Names Used": Bool(16) & 0x40 = Names::Bools("Path names in request are long file names", "Path names in request are not long file names");
        FLAGS2_REPARSE_PATH "smb.flags2.reparse_path" "Reparse Path": Bool(16) & 0x400 = Names::Bools("The request uses a @GMT reparse path", "The request does not use a @GMT reparse path");
        FLAGS2_ESN "smb.flags2.esn" "Extended Security Negotiation": Bool(16) & 0x800 = Names::Bools("Extended security negotiation is supported", "Extended security negotiation is not supported");
        FLAGS2_DFS "smb.flags2.dfs" "Dfs": Bool(16) & 0x1000 = Names::Bools("Resolve pathnames with Dfs", "Don't resolve pathnames with Dfs");
        FLAGS2_ROE "smb.flags2.roe" "Execute-only Reads": Bool(16) & 0x2000 = Names::Bools("Permit reads if execute-only", "Don't permit reads if execute-only");
        FLAGS2_NT_ERROR "smb.flags2.nt_error" "Error Code Type": Bool(16) & 0x4000 = Names::Bools("Error codes are NT error codes", "Error codes are DOS error codes");
        FLAGS2_STRING "smb.flags2.string" "Unicode Strings": Bool(16) & 0x8000 = Names::Bools("Strings are Unicode", "Strings are ASCII");
        BUFFER_FORMAT "smb.buffer_format" "Buffer Format": U8 Dec = BUFFER_FORMAT_NAMES;
        DIALECT "smb.dialect" "Dialect": Str;
        DIALECT_NAME "smb.dialect.name" "Name": Str;
        DIALECT_INDEX "smb.dialect.index" "Selected Index": U16 Dec;
        PRIMARY_DOMAIN "smb.primary_domain" "Primary Domain": Str;
        SECURITY_BLOB_LEN "smb.security_blob_len" "Security Blob Length": U16 Dec;
        SECURITY_BLOB "smb.security_blob" "Security Blob": Bytes;
        PATH "smb.path" "Path": Str;
        SERVICE "smb.service" "Service": Str;
        FILE "smb.file" "File Name": Str;
        FID "smb.fid" "FID": U16 Hex;
        ANDXOFFSET "smb.andxoffset" "AndXOffset": U16 Dec;
        ACCOUNT "smb.account" "Account": Str;
        NATIVE_OS "smb.native_os" "Native OS": Str;
        NATIVE_LANMAN "smb.native_lanman" "Native LAN Manager": Str;
        SERVER_COMPONENT "smb.server_component" "Server Component": U32 Hex;
    }
}

names! {
    CMD_NAMES {
        0 => "Create Directory",
        1 => "Delete Directory",
        2 => "Open",
        3 => "Create",
        4 => "Close",
        5 => "Flush",
        6 => "Delete",
        7 => "Rename",
        8 => "Query Information",
        9 => "Set Information",
        10 => "Read",
        11 => "Write",
        12 => "Lock Byte Range",
        13 => "Unlock Byte Range",
        14 => "Create Temp",
        15 => "Create New",
        16 => "Check Directory",
        17 => "Process Exit",
        18 => "Seek",
        19 => "Lock And Read",
        20 => "Write And Unlock",
        21 => "unknown-0x15",
        22 => "unknown-0x16",
        23 => "unknown-0x17",
        24 => "unknown-0x18",
        25 => "unknown-0x19",
        26 => "Read Raw",
        27 => "Read MPX",
        28 => "Read MPX Secondary",
        29 => "Write Raw",
        30 => "Write MPX",
        31 => "Write MPX Secondary",
        32 => "Write Complete",
        33 => "Query Server (reserved)",
        34 => "Set Information2",
        35 => "Query Information2",
        36 => "Locking AndX",
        37 => "Trans",
        38 => "Trans Secondary",
        39 => "IOCTL",
        40 => "IOCTL Secondary",
        41 => "Copy",
        42 => "Move",
        43 => "Echo",
        44 => "Write And Close",
        45 => "Open AndX",
        46 => "Read AndX",
        47 => "Write AndX",
        48 => "New File Size (reserved)",
        49 => "Close And Tree Disconnect",
        50 => "Trans2",
        51 => "Trans2 Secondary",
        52 => "Find Close2",
        53 => "Find Notify Close",
        112 => "Tree Connect",
        113 => "Tree Disconnect",
        114 => "Negotiate Protocol",
        115 => "Session Setup AndX",
        116 => "Logoff AndX",
        117 => "Tree Connect AndX",
        128 => "Query Information Disk",
        129 => "Search",
        130 => "Find",
        131 => "Find Unique",
        132 => "Find Close",
        160 => "NT Trans",
        161 => "NT Trans Secondary",
        162 => "NT Create AndX",
        163 => "unknown-0xA3",
        164 => "NT Cancel",
        165 => "NT Rename",
        192 => "Open Print File",
        193 => "Write Print File",
        194 => "Close Print File",
        195 => "Get Print Queue",
        208 => "Send Single Block Message",
        209 => "Send Broadcast Message",
        210 => "Forward User Name",
        211 => "Cancel Forward",
        212 => "Get Machine Name",
        213 => "Send Start of Multi-block Message",
        214 => "Send End of Multi-block Message",
        215 => "Send Text of Multi-block Message",
        216 => "SMBreadbulk",
        217 => "SMBwritebulk",
        218 => "SMBwritebulkdata",
        254 => "SMBinvalid",
    }
    ERROR_CLASS_NAMES {
        0 => "Success",
        1 => "DOS Error",
        2 => "Server Error",
        3 => "Hardware Error",
        4 => "Command Error - Not an SMB format command",
    }
    BUFFER_FORMAT_NAMES {
        1 => "Data Block",
        2 => "Dialect",
        3 => "Pathname",
        4 => "ASCII",
        5 => "Variable Block",
    }
}

const MAGIC: &[u8] = b"\xffSMB";
const HEADER: usize = 32;
/// In the second word of flags: texts are Unicode, errors those of NT.
const UNICODE: u16 = 0x8000;
const NT_ERRORS: u16 = 0x4000;
const EXTENDED_SECURITY: u16 = 0x0800;

const NEGOTIATE: u8 = 0x72;
const SESSION_SETUP: u8 = 0x73;
const TREE_CONNECT: u8 = 0x75;
const NT_CREATE: u8 = 0xa2;

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    c.rest().starts_with(MAGIC) && c.left() >= HEADER
}

/// Text of 16-bit characters, little-endian, up to a zero.
#[must_use]
pub fn text16(bytes: &[u8]) -> String {
    let units = bytes.chunks_exact(2).map(|b| u16::from_le_bytes([b[0], b[1]])).take_while(|u| *u != 0);
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// What the parts of a message need of its header.
struct Message {
    base: usize,
    response: bool,
    unicode: bool,
    extended: bool,
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("SMB");
    cx.info_clear();
    let me = cx.proto_item();
    cx.label(me, |o| _ = o.s("SMB (Server Message Block Protocol)"));
    let all = c;
    let h = c.peek_array::<HEADER>()?;
    let (command, flags) = (h[4], h[9]);
    let flags2 = u16::from_le_bytes([h[10], h[11]]);
    let code = u32::from_le_bytes([h[5], h[6], h[7], h[8]]);
    let m = Message {
        base: all.pos(),
        response: flags & 0x80 != 0,
        unicode: flags2 & UNICODE != 0,
        extended: flags2 & EXTENDED_SECURITY != 0,
    };
    let name = CMD_NAMES.or(u64::from(command), "Unknown");
    cx.info(|o| _ = o.s(name).s(if m.response { " Response" } else { " Request" }));
    let line = cx.line(c.span(HEADER), |o| _ = o.s("SMB Header"));
    cx.under(line, |cx| header(cx, &mut c, flags2))?;
    let line = cx.line(c.span(usize::MAX), |o| {
        o.s(name).s(if m.response { " Response (" } else { " Request (" }).hex(command, 2).s(")");
    });
    cx.under(line, |cx| body(cx, c, &m, command))?;
    if m.response && code != 0 && flags2 & NT_ERRORS != 0 {
        cx.info_add(|o| _ = o.s(", Error: ").s(status::NT_STATUS.or(u64::from(code), "Unknown")));
    }
    Ok(())
}

/// The header: [MS-CIFS] section 2.2.3.1.
fn header<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, flags2: u16) -> Step {
    let it = cx.peek(SERVER_COMPONENT, c, 4)?;
    cx.label(it, |o| _ = o.s("Server Component: SMB"));
    c.skip(4)?;
    cx.u8(CMD, c)?;
    if flags2 & NT_ERRORS != 0 {
        cx.u32_le(NT_STATUS, c)?;
    } else {
        cx.u8(ERROR_CLASS, c)?;
        cx.bytes(RESERVED, c, 1)?;
        cx.u16_le(ERROR_CODE, c)?;
    }
    let bits = [
        FLAGS_RESPONSE,
        FLAGS_NOTIFY,
        FLAGS_OPLOCK,
        FLAGS_CANON,
        FLAGS_CASELESS,
        FLAGS_RECEIVE_BUFFER,
        FLAGS_LOCK,
    ];
    cx.flags(FLAGS, c, 1, &bits)?;
    let bits = [
        FLAGS2_STRING,
        FLAGS2_NT_ERROR,
        FLAGS2_ROE,
        FLAGS2_DFS,
        FLAGS2_ESN,
        FLAGS2_REPARSE_PATH,
        FLAGS2_LONG_NAMES_USED,
        FLAGS2_SEC_SIG_REQUIRED,
        FLAGS2_COMPRESSED,
        FLAGS2_SEC_SIG,
        FLAGS2_EA,
        FLAGS2_LONG_NAMES_ALLOWED,
    ];
    cx.flags_le(FLAGS2, c, 2, &bits)?;
    cx.u16_le(PID_HIGH, c)?;
    cx.bytes(SIGNATURE, c, 8)?;
    cx.bytes(RESERVED, c, 2)?;
    for field in [TID, PID, UID, MID] {
        cx.u16_le(field, c)?;
    }
    Ok(())
}

/// Words and bytes of a command.
fn body<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message, command: u8) -> Step {
    let count = cx.u8(WCT, &mut c)?;
    let mut words = c.take_all(usize::from(count) * 2)?;
    let len = cx.u16_le(BCC, &mut c)?;
    let bytes = c.take(usize::from(len));
    match (command, m.response) {
        (NEGOTIATE, false) => dialects(cx, bytes),
        (NEGOTIATE, true) => {
            if count >= 1 {
                cx.u16_le(DIALECT_INDEX, &mut words)?;
            }
            // Behind a GUID, when extended security was agreed on.
            if count == 17 && m.extended && bytes.left() > 16 {
                let mut blob = bytes;
                blob.skip(16)?;
                return secure(cx, blob);
            }
            Ok(())
        }
        (SESSION_SETUP, _) => session_setup(cx, words, bytes, m, count),
        (TREE_CONNECT, false) => {
            andx(cx, &mut words)?;
            words.skip(2)?;
            let password = usize::from(u16::from_le_bytes(*words.array::<2>()?));
            let mut b = bytes;
            b.skip(password)?;
            let path = string(cx, &mut b, m, PATH)?;
            cx.info_add(|o| _ = o.s(", Path: ").text(path.as_bytes()));
            let n = b.rest().iter().position(|b| *b == 0).map_or(b.left(), |n| n + 1);
            cx.bytes(SERVICE, &mut b, n).map(|_| ())
        }
        (NT_CREATE, false) => {
            andx(cx, &mut words)?;
            let mut b = bytes;
            let path = string(cx, &mut b, m, FILE)?;
            cx.info_add(|o| _ = o.s(", Path: ").text(path.as_bytes()));
            Ok(())
        }
        (NT_CREATE, true) if count > 3 => {
            andx(cx, &mut words)?;
            words.skip(1)?;
            let fid = cx.u16_le(FID, &mut words)?;
            cx.info_add(|o| _ = o.s(", FID: ").hex(fid, 4));
            Ok(())
        }
        _ => Ok(()),
    }
}

/// The command that is chained behind this one.
fn andx<S: Sink>(cx: &mut Cx<'_, S>, words: &mut Cursor<'_>) -> Step {
    words.skip(2)?;
    cx.u16_le(ANDXOFFSET, words).map(|_| ())
}

fn dialects<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    while c.left() >= 2 {
        let n = c.rest().iter().position(|b| *b == 0).ok_or(Stop::Short)?;
        let item = cx.add(
            DIALECT,
            c.span(n + 1),
            Value::Str(Span { start: c.pos() as u32 + 1, ..c.span(n.saturating_sub(1)) }),
        );
        cx.under(item, |cx| -> Step {
            cx.u8(BUFFER_FORMAT, &mut c)?;
            cx.strz(DIALECT_NAME, &mut c)?;
            Ok(())
        })?;
    }
    Ok(())
}

/// A text in the message's characters, which are aligned from its beginning.
fn string<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    m: &Message,
    field: Field,
) -> Result<String, Stop> {
    if !m.unicode {
        let n = c.rest().iter().position(|b| *b == 0).unwrap_or(c.captured());
        let span = c.span(n);
        let text = String::from_utf8_lossy(c.bytes(n)?).into_owned();
        c.advance(1);
        cx.add_bytes(field, span, text.as_bytes());
        return Ok(text);
    }
    if (c.pos() - m.base) % 2 == 1 {
        c.skip(1)?;
    }
    let units = c.rest().chunks_exact(2).position(|u| u == [0, 0]).unwrap_or(c.captured() / 2);
    let span = c.span(2 * units);
    let text = text16(c.bytes(2 * units)?);
    c.advance(2);
    cx.add_bytes(field, span, text.as_bytes());
    Ok(text)
}

fn secure<S: Sink>(cx: &mut Cx<'_, S>, blob: Cursor<'_>) -> Step {
    let span = blob.span(usize::MAX);
    let item = cx.add(SECURITY_BLOB, span, Value::Bytes(span));
    cx.under(item, |cx| security::blob(cx, blob))
}

fn session_setup<S: Sink>(
    cx: &mut Cx<'_, S>,
    mut words: Cursor<'_>,
    mut bytes: Cursor<'_>,
    m: &Message,
    count: u8,
) -> Step {
    if count < 3 {
        return Ok(());
    }
    andx(cx, &mut words)?;
    match (count, m.response) {
        (4, true) | (12, false) => {
            words.skip(if m.response { 2 } else { 10 })?;
            let len = cx.u16_le(SECURITY_BLOB_LEN, &mut words)?;
            let blob = bytes.take_all(usize::from(len))?;
            if len > 0 {
                secure(cx, blob)?;
            }
        }
        (13, false) => {
            words.skip(10)?;
            let ansi = usize::from(u16::from_le_bytes(*words.array::<2>()?));
            let unicode = usize::from(u16::from_le_bytes(*words.array::<2>()?));
            bytes.skip(ansi + unicode)?;
            let account = string(cx, &mut bytes, m, ACCOUNT)?;
            let domain = string(cx, &mut bytes, m, PRIMARY_DOMAIN)?;
            cx.info_add(|o| {
                o.s(", User: ");
                if account.is_empty() && domain.is_empty() {
                    o.s("anonymous");
                } else {
                    o.text(domain.as_bytes()).c(b'\\').text(account.as_bytes());
                }
            });
        }
        _ => {}
    }
    for field in [NATIVE_OS, NATIVE_LANMAN] {
        if !bytes.is_empty() {
            string(cx, &mut bytes, m, field)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_end_at_zero() {
        assert_eq!(text16(b"I\0P\0C\0$\0\0\0x\0"), "IPC$");
        assert_eq!(text16(&[0x3d, 0xd8]), "\u{fffd}");
    }
}
