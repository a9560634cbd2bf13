//! Mojito: LimeWire's distributed hash table, a Kademlia in messages of Gnutella.

use crate::common::run;
use requin_wire::{Cursor, Cx, Field, Ports, Sink, Step, Stop, Value, names, proto};

proto! {
    MOJITO "mojito" "Mojito DHT" "Mojito" App
    on []
    looks_like [Udp accepts]
    fields {
        DHTVALUECOUNT "mojito.dhtvaluecount" "DHTValue Count": U8 Dec;
        MESSAGEID "mojito.messageid" "Message ID": Bytes;
        REQUESTLOAD "mojito.requestload" "Request Load": U32 Dec;
        FDHTMESSAGE "mojito.fdhtmessage" "FDHTMessage": U8 Hex;
        MAJORVERSION "mojito.majorversion" "Major Version": U8 Dec;
        MINORVERSION "mojito.minorversion" "Minor Version": U8 Dec;
        PAYLOADLENGTH "mojito.payloadlength" "Payload Length": U32 Dec;
        OPCODE "mojito.opcode" "OPCode": U8 Dec = OPCODE_NAMES;
        VENDOR "mojito.vendor" "Vendor": Str;
        KUID "mojito.kuid" "Kademlia Unique ID (KUID)": Bytes;
        SOCKETADDRESSVERSION "mojito.socketaddressversion" "IP Version": U8 Dec;
        SOCKETADDRESSIPV4 "mojito.socketaddressipv4" "IP Address": Ipv4;
        SOCKETADDRESSIPV6 "mojito.socketaddressipv6" "IP Address": Ipv6;
        SOCKETADDRESSPORT "mojito.socketaddressport" "IP Port": U16 Dec;
        INSTANCEID "mojito.instanceid" "Instance ID": U8 Dec;
        FLAGS "mojito.flags" "Flags": U8 Hex;
        SHUTDOWNFLAG "mojito.shutdownflag" "SHUTDOWN": Bool(8) & 0x2;
        FIREWALLEDFLAG "mojito.firewalledflag" "Firewalled": Bool(8) & 0x1;
        EXTLENGTH "mojito.extlength" "Extended Length": U16 Dec;
        KUIDCOUNT "mojito.kuidcount" "Secondary KUID Count": U8 Dec;
        DHTVALUETYPE "mojito.dhtvaluetype" "DHT Value Type": Str;
        BIGINTEGERLEN "mojito.bigintegerlen" "Big Integer Length": U8 Dec;
        BIGINTEGERHEXVAL "mojito.bigintegerhexval" "Big Integer HEX Value": Bytes;
        SECTOKENLEN "mojito.sectokenlen" "Security Token Length": U8 Dec;
        SECTOKEN "mojito.sectoken" "Security Token": Bytes;
        CONTACTCOUNT "mojito.contactcount" "Contact Count": U8 Dec;
        CONTACTVENDOR "mojito.contactvendor" "Vendor": Str;
        CONTACTVERSION "mojito.contactversion" "Contact Version": U16 Dec;
        CONTACTKUID "mojito.contactkuid" "KUID of the Contact": Bytes;
        DHTVALUEVALUETYPE "mojito.dhtvaluevaluetype" "DHTValue ValueType": Str;
        DHTVALUEVERSION "mojito.dhtvalueversion" "DHTValue Version": U16 Dec;
        DHTVALUELENGTH "mojito.dhtvaluelength" "DHTValue Length": U16 Dec;
        DHTVALUEHEXVALUE "mojito.dhtvaluehexvalue" "DHTValue": Str;
        BIGINTEGERVAL "mojito.bigintegerval" "Big Integer DEC Value": U8 Dec;
        STATUSCODECOUNT "mojito.statuscodecount" "Status Code Count": U8 Dec;
        STATUSCODECODE "mojito.statuscodecode" "StatusCode": U16 Dec = STATUSCODECODE_NAMES;
        STATUSCODEKUID "mojito.statuscodekuid" "Primary KUID of the Status Code": Bytes;
        STATUSCODESECONDARYKUID "mojito.statuscodesecondarykuid" "Secondary KUID of the Status Code": Bytes;
        OPCODE_DATA "mojito.opcode.data" "Data": Bytes;
    }
    experts {
        SOCKETADDRESS_UNKNOWN "mojito.socketaddress.unknown" Error Protocol "Unsupported Socket Address Type";
        BIGINT_UNSUPPORTED "mojito.bigint.unsupported" Error Protocol "Unsupported BigInt length";
    }
}

names! {
    OPCODE_NAMES {
        1 => "PING REQUEST", 2 => "PING RESPONSE", 3 => "STORE REQUEST", 4 => "STORE RESPONSE",
        5 => "FIND NODE REQUEST", 6 => "FIND NODE RESPONSE", 7 => "FIND VALUE REQUEST", 8 => "FIND VALUE RESPONSE",
        9 => "STATS REQUEST (DEPRECATED)", 10 => "STATS RESPONSE (DEPRECATED)",
    }
    STATUSCODECODE_NAMES { 1 => "OK", 2 => "Error" }
}

/// Message, kind, version, length.
const HEAD: usize = 23;
/// The same and all that stands before what depends on the kind, for an address of IPv4.
const SHORTEST: usize = 61;
const KIND: u8 = 0x44;

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    c.left() >= SHORTEST
        && c.peek_u8(16).is_ok_and(|b| b == KIND)
        && c.peek_bytes(19, 4).is_ok_and(|b| requin_wire::le(b) as usize + HEAD == c.left())
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if !accepts(&c, cx.ports) {
        return Err(Stop::NotMine);
    }
    cx.protocol("Mojito");
    let opcode = c.peek_u8(HEAD)?;
    let name = OPCODE_NAMES.or(u64::from(opcode), "Unknown");
    cx.info(|o| _ = o.s(name));
    let line = cx.line(c.span(SHORTEST), |o| _ = o.s("Gnutella Header"));
    cx.under(line, |cx| header(cx, &mut c))?;
    let line = cx.line(c.span(c.left()), |o| _ = o.s("Opcode specific data (").s(name).s(")"));
    cx.under(line, |cx| -> Step {
        body(cx, opcode, &mut c)?;
        let n = c.left();
        if n > 0 { cx.bytes(OPCODE_DATA, &mut c, n).map(|_| ()) } else { Ok(()) }
    })
}

fn header<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.bytes(MESSAGEID, c, 16)?;
    cx.u8(FDHTMESSAGE, c)?;
    version(cx, "Version", c)?;
    cx.u32_le(PAYLOADLENGTH, c)?;
    cx.u8(OPCODE, c)?;
    let line = cx.line(c.span(33), |o| _ = o.s("Originating Contact"));
    cx.under(line, |cx| -> Step {
        cx.bytes(VENDOR, c, 4)?;
        version(cx, "Contact Version", c)?;
        cx.bytes(KUID, c, 20)?;
        socket(cx, "Socket Address", c)
    })?;
    cx.u8(INSTANCEID, c)?;
    cx.flags(FLAGS, c, 1, &[SHUTDOWNFLAG, FIREWALLEDFLAG])?;
    cx.u16(EXTLENGTH, c).map(|_| ())
}

fn version<S: Sink>(cx: &mut Cx<'_, S>, name: &'static str, c: &mut Cursor<'_>) -> Step {
    let line = cx.line(c.span(2), |o| _ = o.s(name));
    cx.under(line, |cx| run(cx, c, &[(MAJORVERSION, 1), (MINORVERSION, 1)]))
}

/// A version as one number, and its parts under it.
fn numbered<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    let item = cx.peek(field, c, 2)?;
    cx.under(item, |cx| run(cx, c, &[(MAJORVERSION, 1), (MINORVERSION, 1)]))
}

fn socket<S: Sink>(cx: &mut Cx<'_, S>, name: &'static str, c: &mut Cursor<'_>) -> Step {
    let kind = c.peek_u8(0)?;
    let line = cx.line(c.span(usize::from(kind) + 3), |o| _ = o.s(name));
    cx.under(line, |cx| {
        cx.u8(SOCKETADDRESSVERSION, c)?;
        match kind {
            4 => cx.field(SOCKETADDRESSIPV4, c, 4)?,
            16 => cx.field(SOCKETADDRESSIPV6, c, 16)?,
            _ => {
                cx.expert(SOCKETADDRESS_UNKNOWN, line, c.span(0));
                return Err(Stop::Malformed);
            }
        };
        cx.u16(SOCKETADDRESSPORT, c).map(|_| ())
    })
}

fn body<S: Sink>(cx: &mut Cx<'_, S>, opcode: u8, c: &mut Cursor<'_>) -> Step {
    match opcode {
        2 => {
            socket(cx, "Requester's External Socket Address", c)?;
            size(cx, c)
        }
        3 => {
            token(cx, c)?;
            values(cx, c)
        }
        4 => statuses(cx, c),
        5 => target(cx, c),
        6 => {
            token(cx, c)?;
            for i in 0..cx.u8(CONTACTCOUNT, c)? {
                let line = cx.line(c.span(33), |o| _ = o.s("Contact #").u(i + 1));
                cx.under(line, |cx| contact(cx, c))?;
            }
            Ok(())
        }
        7 => {
            target(cx, c)?;
            others(cx, c)?;
            cx.bytes(DHTVALUETYPE, c, 4).map(|_| ())
        }
        8 => {
            cx.u32(REQUESTLOAD, c)?;
            values(cx, c)?;
            others(cx, c)
        }
        _ => Ok(()),
    }
}

/// How many are thought to take part.
fn size<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = usize::from(c.peek_u8(0)?);
    let line = cx.line(c.span(1 + n), |o| _ = o.s("Estimated DHT size"));
    cx.under(line, |cx| {
        cx.u8(BIGINTEGERLEN, c)?;
        if n > 4 {
            cx.expert(BIGINT_UNSUPPORTED, line, c.span(0));
            return c.skip(n);
        }
        cx.add(BIGINTEGERVAL, c.span(n), Value::U(c.peek_uint(0, n)?));
        cx.bytes(BIGINTEGERHEXVAL, c, n).map(|_| ())
    })
}

fn token<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = cx.u8(SECTOKENLEN, c)?;
    cx.bytes(SECTOKEN, c, usize::from(n)).map(|_| ())
}

fn target<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let id = c.peek_bytes(0, 20)?;
    let item = cx.field(KUID, c, 20)?;
    cx.label(item, |o| _ = o.s("Target Kademlia Unique ID (KUID): ").hex_bytes(id, 0));
    Ok(())
}

/// Further keys.
fn others<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = c.peek_u8(0)?;
    let line = cx.line(c.span(1 + 20 * usize::from(n)), |o| _ = o.s("Secondary KUID's"));
    cx.under(line, |cx| {
        for _ in 0..cx.u8(KUIDCOUNT, c)? {
            cx.bytes(KUID, c, 20)?;
        }
        Ok(())
    })
}

fn contact<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.bytes(CONTACTVENDOR, c, 4)?;
    numbered(cx, CONTACTVERSION, c)?;
    cx.bytes(CONTACTKUID, c, 20)?;
    socket(cx, "Socket Address", c)
}

fn values<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    for i in 0..cx.u8(DHTVALUECOUNT, c)? {
        let start = *c;
        let line = cx.line(c.span(0), |o| _ = o.s("DHTValue #").u(i + 1));
        cx.under(line, |cx| {
            let one = cx.line(c.span(33), |o| _ = o.s("Contact"));
            cx.under(one, |cx| contact(cx, c))?;
            cx.bytes(KUID, c, 20)?;
            cx.bytes(DHTVALUEVALUETYPE, c, 4)?;
            numbered(cx, DHTVALUEVERSION, c)?;
            let n = cx.u16(DHTVALUELENGTH, c)?;
            cx.bytes(DHTVALUEHEXVALUE, c, usize::from(n)).map(|_| ())
        })?;
        cx.set_len(line, c.pos().saturating_sub(start.pos()));
    }
    Ok(())
}

fn statuses<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    for i in 0..cx.u8(STATUSCODECOUNT, c)? {
        let line = cx.line(c.span(0), |o| _ = o.s("Status Code ").u(i + 1));
        cx.under(line, |cx| {
            run(cx, c, &[(STATUSCODEKUID, 20), (STATUSCODESECONDARYKUID, 20), (STATUSCODECODE, 2)])
        })?;
    }
    Ok(())
}
