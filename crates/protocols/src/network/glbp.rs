//! Cisco's Gateway Load Balancing Protocol: routers that share one address, and forwarders with addresses of their own.
//! It was never published; what is not known has no name.

use crate::common::run;
use requin_wire::{Cursor, Cx, Sink, Step, Stop, Value, names, proto};

proto! {
    GLBP "glbp" "Gateway Load Balancing Protocol" "GLBP" App
    on [Udp 3222]
    fields {
        VERSION "glbp.version" "Version?": U8 Dec;
        UNKNOWN1 "glbp.unknown1" "Unknown1": U8 Dec;
        GROUP "glbp.group" "Group": U16 Dec;
        UNKNOWN2 "glbp.unknown2" "Unknown2": Bytes;
        OWNERID "glbp.ownerid" "Owner ID": Ether;
        TLV "glbp.tlv" "TLV": Protocol;
        TYPE "glbp.type" "Type": U8 Dec = TYPES;
        LENGTH "glbp.length" "Length": U8 Dec;
        HELLO_UNKNOWN10 "glbp.hello.unknown10" "Unknown1-0": Bytes;
        HELLO_VGSTATE "glbp.hello.vgstate" "VG state?": U8 Dec = STATES;
        HELLO_UNKNOWN11 "glbp.hello.unknown11" "Unknown1-1": Bytes;
        HELLO_PRIORITY "glbp.hello.priority" "Priority": U8 Dec;
        HELLO_UNKNOWN12 "glbp.hello.unknown12" "Unknown1-2": Bytes;
        HELLO_HELLOINT "glbp.hello.helloint" "Helloint": U32 Dec;
        HELLO_HOLDINT "glbp.hello.holdint" "Holdint": U32 Dec;
        HELLO_REDIRECT "glbp.hello.redirect" "Redirect": U16 Dec;
        HELLO_TIMEOUT "glbp.hello.timeout" "Timeout": U16 Dec;
        HELLO_UNKNOWN13 "glbp.hello.unknown13" "Unknown1-3": Bytes;
        HELLO_ADDRTYPE "glbp.hello.addrtype" "Address type": U8 Dec = ADDRESS_TYPES;
        HELLO_ADDRLEN "glbp.hello.addrlen" "Address length": U8 Dec;
        HELLO_VIRTUALIPV4 "glbp.hello.virtualipv4" "Virtual IPv4": Ipv4;
        HELLO_VIRTUALIPV6 "glbp.hello.virtualipv6" "Virtual IPv6": Ipv6;
        HELLO_VIRTUALUNK "glbp.hello.virtualunk" "Virtual Unknown": Bytes;
        REQRESP_FORWARDER "glbp.reqresp.forwarder" "Forwarder?": U8 Dec;
        REQRESP_VFSTATE "glbp.reqresp.vfstate" "VF state?": U8 Dec = STATES;
        REQRESP_UNKNOWN21 "glbp.reqresp.unknown21" "Unknown2-1": Bytes;
        REQRESP_PRIORITY "glbp.reqresp.priority" "Priority": U8 Dec;
        REQRESP_WEIGHT "glbp.reqresp.weight" "Weight": U8 Dec;
        REQRESP_UNKNOWN22 "glbp.reqresp.unknown22" "Unknown2-2": Bytes;
        REQRESP_VIRTUALMAC "glbp.reqresp.virtualmac" "Virtualmac": Ether;
        AUTH_TYPE "glbp.auth.authtype" "Authtype": U8 Dec = AUTH_TYPES;
        AUTH_LENGTH "glbp.auth.authlength" "Authlength": U8 Dec;
        AUTH_PLAINPASS "glbp.auth.plainpass" "Plain pass": Str;
        AUTH_MD5HASH "glbp.auth.md5hash" "MD5-string hash": Bytes;
        AUTH_MD5CHAININDEX "glbp.auth.md5chainindex" "MD5-chain index": U32 Dec;
        AUTH_MD5CHAINHASH "glbp.auth.md5chainhash" "MD5-chain hash": Bytes;
        AUTH_UNKNOWN "glbp.auth.authunknown" "Unknown auth value": Bytes;
        UNKNOWN_DATA "glbp.unknown.data" "Unknown TLV data": Bytes;
    }
}

names! {
    TYPES { 1 => "Hello", 2 => "Request/Response?", 3 => "Auth" }
    STATES {
        4 => "Listen",
        8 => "Speak",
        16 => "Standby",
        32 => "Active",
    }
    ADDRESS_TYPES { 1 => "IPv4", 2 => "IPv6" }
    AUTH_TYPES { 0 => "None", 1 => "Plain text", 2 => "MD5 string", 3 => "MD5 chain" }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("GLBP");
    cx.info_clear();
    let group = c.peek_u16(2)?;
    cx.info(|o| _ = o.s("G: ").u(group));
    run(cx, &mut c, &[(VERSION, 1), (UNKNOWN1, 1), (GROUP, 2), (UNKNOWN2, 2), (OWNERID, 6)])?;
    while !c.is_empty() {
        let (kind, len) = (c.peek_u8(0)?, c.peek_u8(1)?);
        if len < 2 {
            break;
        }
        let name = TYPES.find(u64::from(kind));
        let item = cx.add(TLV, c.span(usize::from(len)), Value::None);
        let what = |o: &mut requin_wire::Out<'_>| match name {
            Some(name) => _ = o.s(name),
            None => _ = o.u(kind),
        };
        cx.label(item, |o| {
            o.s("TLV l=").u(len).s(", t=");
            what(o);
        });
        cx.info_add(|o| {
            o.s(", ");
            what(o);
        });
        let mut t = c.take(usize::from(len));
        cx.under(item, |cx| -> Step {
            cx.field(TYPE, &mut t, 1)?;
            cx.field(LENGTH, &mut t, 1)?;
            if t.left() < usize::from(len) - 2 {
                return Err(Stop::Short);
            }
            one(cx, kind, &mut t)
        })?;
    }
    Ok(())
}

/// One TLV behind its type and length.
fn one<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, t: &mut Cursor<'_>) -> Step {
    match kind {
        1 => hello(cx, t)?,
        2 => {
            let fields = [
                (REQRESP_FORWARDER, 1),
                (REQRESP_VFSTATE, 1),
                (REQRESP_UNKNOWN21, 1),
                (REQRESP_PRIORITY, 1),
                (REQRESP_WEIGHT, 1),
                (REQRESP_UNKNOWN22, 7),
                (REQRESP_VIRTUALMAC, 6),
            ];
            run(cx, t, &fields)?;
        }
        3 => auth(cx, t)?,
        _ => {}
    }
    let n = t.left();
    if n > 0 {
        cx.field(UNKNOWN_DATA, t, n)?;
    }
    Ok(())
}

/// What a gateway says of its group.
fn hello<S: Sink>(cx: &mut Cx<'_, S>, t: &mut Cursor<'_>) -> Step {
    let fields = [
        (HELLO_UNKNOWN10, 1),
        (HELLO_VGSTATE, 1),
        (HELLO_UNKNOWN11, 1),
        (HELLO_PRIORITY, 1),
        (HELLO_UNKNOWN12, 2),
        (HELLO_HELLOINT, 4),
        (HELLO_HOLDINT, 4),
        (HELLO_REDIRECT, 2),
        (HELLO_TIMEOUT, 2),
        (HELLO_UNKNOWN13, 2),
    ];
    run(cx, t, &fields)?;
    let kind = cx.u8(HELLO_ADDRTYPE, t)?;
    let n = usize::from(cx.u8(HELLO_ADDRLEN, t)?);
    match (kind, n) {
        (1, 4) => {
            cx.info_add(|o| _ = o.s(", IPv4"));
            cx.field(HELLO_VIRTUALIPV4, t, 4)?;
        }
        (2, 16) => {
            cx.info_add(|o| _ = o.s(", IPv6"));
            cx.field(HELLO_VIRTUALIPV6, t, 16)?;
        }
        (1 | 2, _) => _ = cx.field(HELLO_VIRTUALUNK, t, n)?,
        _ => {
            cx.info_add(|o| _ = o.s(", ").u(kind));
            cx.field(HELLO_VIRTUALUNK, t, n)?;
        }
    }
    Ok(())
}

/// What proves the sender.
fn auth<S: Sink>(cx: &mut Cx<'_, S>, t: &mut Cursor<'_>) -> Step {
    let kind = cx.u8(AUTH_TYPE, t)?;
    let n = usize::from(cx.u8(AUTH_LENGTH, t)?);
    match kind {
        1 => _ = cx.field(AUTH_PLAINPASS, t, n)?,
        2 => _ = cx.field(AUTH_MD5HASH, t, n)?,
        3 if n >= 4 => run(cx, t, &[(AUTH_MD5CHAININDEX, 4), (AUTH_MD5CHAINHASH, n - 4)])?,
        _ => _ = cx.field(AUTH_UNKNOWN, t, n)?,
    }
    Ok(())
}
