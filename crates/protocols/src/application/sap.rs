//! Session Announcement Protocol, RFC 2974.

use crate::application::sdp;
use crate::common::SET;
use requin_wire::{Cursor, Cx, Names, Sink, Step, Value, names, proto};

proto! {
    SAP "sap" "Session Announcement Protocol" "SAP" App
    on [Udp 9875]
    fields {
        FLAGS "sap.flags" "Flags": U8 Hex;
        FLAGS_V "sap.flags.v" "Version Number": U8 Dec & 0xe0 = VERSIONS;
        FLAGS_A "sap.flags.a" "Address Type": Bool(8) & 0x10 = Names::Bools("IPv6", "IPv4");
        FLAGS_R "sap.flags.r" "Reserved": Bool(8) & 0x8 = SET;
        FLAGS_T "sap.flags.t" "Message Type": Bool(8) & 0x4 = Names::Bools("Deletion", "Announcement");
        FLAGS_E "sap.flags.e" "Encryption Bit": Bool(8) & 0x2 = Names::Bools("Payload encrypted", "Payload not encrypted");
        FLAGS_C "sap.flags.c" "Compression Bit": Bool(8) & 0x1 = Names::Bools("Payload compressed", "Payload not compressed");
        AUTH_LEN "sap.auth.len" "Authentication Length": U8 Dec;
        MESSAGE_IDENTIFIER_HASH "sap.message_identifier_hash" "Message Identifier Hash": U16 Hex;
        ORIGINATING_SOURCE "sap.originating_source" "Originating Source": Ipv4;
        ORIGINATING_SOURCE_IPV6 "sap.originating_source.ipv6" "Originating Source": Ipv6;
        AUTH "sap.auth" "Authentication data": None;
        AUTH_FLAGS "sap.auth.flags" "Authentication data flags": U8 Hex;
        AUTH_FLAGS_V "sap.auth.flags.v" "Version Number": U8 Dec & 0xe0 = VERSIONS;
        AUTH_FLAGS_P "sap.auth.flags.p" "Padding Bit": Bool(8) & 0x10 = Names::Bools("Authentication subheader padded to 32 bits", "No padding required");
        AUTH_FLAGS_T "sap.auth.flags.t" "Authentication Type": U8 Dec & 0xf = AUTHENTICATION;
        AUTH_SUBHEADER "sap.auth.subheader" "Authentication subheader": Bytes;
        PAYLOAD_TYPE "sap.payload_type" "Payload type": Str;
        ENCRYPTED "sap.encrypted" "The rest of the packet is encrypted": None;
        COMPRESSED "sap.compressed" "The rest of the packet is compressed": None;
        COMPRESSED_AND_ENCRYPTED "sap.compressed_and_encrypted" "The rest of the packet is compressed and encrypted": None;
    }
}

names! {
    VERSIONS { 0 => "SAPv0", 1 => "SAPv1 or later" }
    AUTHENTICATION { 0 => "PGP", 1 => "CMS" }
}

const FLAG_ADDRESS: u8 = 0x10;
const FLAG_DELETION: u8 = 0x04;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("SAP");
    cx.info_clear();
    let flags = c.peek_u8(0)?;
    let deletion = flags & FLAG_DELETION != 0;
    cx.info(|o| {
        o.s(if deletion { "Deletion" } else { "Announcement" }).s(" (v").u(flags >> 5).s(")");
    });
    cx.flags(FLAGS, &mut c, 1, &[FLAGS_V, FLAGS_A, FLAGS_R, FLAGS_T, FLAGS_E, FLAGS_C])?;
    let auth = 4 * usize::from(cx.u8(AUTH_LEN, &mut c)?);
    cx.u16(MESSAGE_IDENTIFIER_HASH, &mut c)?;
    if flags & FLAG_ADDRESS != 0 {
        cx.field(ORIGINATING_SOURCE_IPV6, &mut c, 16)?;
    } else {
        cx.field(ORIGINATING_SOURCE, &mut c, 4)?;
    }
    if auth > 0 {
        let mut a = c.take_all(auth)?;
        let item = cx.add(AUTH, a.span(auth), Value::None);
        cx.under(item, |cx| -> Step {
            cx.flags(AUTH_FLAGS, &mut a, 1, &[AUTH_FLAGS_V, AUTH_FLAGS_P, AUTH_FLAGS_T])?;
            let n = a.left();
            cx.bytes(AUTH_SUBHEADER, &mut a, n).map(|_| ())
        })?;
    }
    let n = c.left();
    let sealed = match flags & 3 {
        1 => Some(COMPRESSED),
        2 => Some(ENCRYPTED),
        3 => Some(COMPRESSED_AND_ENCRYPTED),
        _ => None,
    };
    if let Some(field) = sealed {
        cx.add(field, c.span(n), Value::None);
        return c.skip(n);
    }
    // Without a type it is a description of a session.
    if c.rest().starts_with(b"v=0") {
        return cx.call(sdp::ID, c);
    }
    let Some(end) = memchr::memchr(0, c.rest()) else { return Ok(()) };
    let kind = c.peek_bytes(0, end)?.to_vec();
    let at = c.span(end);
    cx.add(PAYLOAD_TYPE, at, Value::Str(at));
    c.skip(end + 1)?;
    if kind.is_empty() || kind.eq_ignore_ascii_case(b"application/sdp") {
        return cx.call(sdp::ID, c);
    }
    cx.set_media(&kind);
    match cx.media_protocol() {
        Some(id) => cx.call(id, c),
        None => cx.call(crate::meta::data::ID, c),
    }
}
