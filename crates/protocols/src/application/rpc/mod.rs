//! ONC Remote Procedure Call, RFC 5531: calls and replies, and the programs that are called.

mod programs;

pub use programs::{mount, nfs, portmap};
use requin_wire::{Cursor, Cx, Names, Pdu, Ports, ProtoId, Sink, Step, Stop, names, proto};

proto! {
    RPC "rpc" "Remote Procedure Call" "RPC" App
    on [Udp 111, Tcp 111, Udp 2049, Tcp 2049]
    looks_like [Udp accepts, Tcp accepts_record => [0x80..=0xff]]
    track [remember]
    frames [frames]
    fields {
        LASTFRAG "rpc.lastfrag" "Last Fragment": Bool(32) & 0x80000000 = Names::Bools("Yes", "No");
        FRAGLEN "rpc.fraglen" "Fragment Length": U32 Dec & 0x7fffffff;
        XID "rpc.xid" "XID": U32 HexDec;
        MSGTYP "rpc.msgtyp" "Message Type": U32 Dec = MSGTYP_NAMES;
        REPLYSTAT "rpc.replystat" "Reply State": U32 Dec = REPLYSTAT_NAMES;
        STATE_ACCEPT "rpc.state_accept" "Accept State": U32 Dec = STATE_ACCEPT_NAMES;
        VERSION "rpc.version" "RPC Version": U32 Dec;
        PROGRAM "rpc.program" "Program": U32 Dec;
        PROGRAMVERSION "rpc.programversion" "Program Version": U32 Dec;
        PROCEDURE "rpc.procedure" "Procedure": U32 Dec;
        AUTH_FLAVOR "rpc.auth.flavor" "Flavor": U32 Dec = AUTH_FLAVOR_NAMES;
        AUTH_LENGTH "rpc.auth.length" "Length": U32 Dec;
    }
}

names! {
    MSGTYP_NAMES {
        0 => "Call",
        1 => "Reply",
    }
    REPLYSTAT_NAMES {
        0 => "accepted",
        1 => "denied",
    }
    STATE_ACCEPT_NAMES {
        0 => "RPC executed successfully",
        1 => "remote hasn't exported program",
        2 => "remote can't support version #",
        3 => "program can't support procedure",
        4 => "procedure can't decode params",
        5 => "system errors like memory allocation failure",
    }
    AUTH_FLAVOR_NAMES {
        0 => "AUTH_NULL",
        1 => "AUTH_UNIX",
        2 => "AUTH_SHORT",
        3 => "AUTH_DES",
        5 => "AUTH_RSA/Gluster",
        6 => "RPCSEC_GSS",
        300001 => "AUTH_GSSAPI",
        390003 => "RPCSEC_GSS_KRB5",
        390004 => "RPCSEC_GSS_KRB5I",
        390005 => "RPCSEC_GSS_KRB5P",
        390006 => "RPCSEC_GSS_LIPKEY",
        390007 => "RPCSEC_GSS_LIPKEY_I",
        390008 => "RPCSEC_GSS_LIPKEY_P",
        390009 => "RPCSEC_GSS_SPKM3",
        390010 => "RPCSEC_GSS_SPKM3I",
        390011 => "RPCSEC_GSS_SPKM3P",
        390039 => "AUTH_GLUSTERFS",
    }
}

/// Programs that are known by their number (RFC 5531 section 8.3 gives them out).
const PORTMAP: u32 = 100_000;
const NFS: u32 = 100_003;
const MOUNT: u32 = 100_005;
/// The last number that the standard's own range has.
const LAST: u32 = 0x1fff_ffff;

/// A call of version 2, of a program from the range of those that are given out.
fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    is_call(c.rest())
}

/// The same behind the length that stands before each fragment of a stream.
fn accepts_record(c: &Cursor<'_>, _: Ports) -> bool {
    match c.rest() {
        [head, _, _, _, rest @ ..] => head & 0x80 != 0 && is_call(rest),
        _ => false,
    }
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk::<4>()?))
}

fn is_call(b: &[u8]) -> bool {
    word(b, 4) == Some(0)
        && word(b, 8) == Some(2)
        && word(b, 12).is_some_and(|p| (PORTMAP..=LAST).contains(&p))
        && word(b, 16).is_some_and(|v| v <= 10)
        && word(b, 20).is_some_and(|p| p <= 100)
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match word(bytes, 0) {
        None => Pdu::More(4),
        Some(n) => match n & 0x7fff_ffff {
            n @ 8..=0xff_ffff => Pdu::Len(4 + n as usize),
            _ => Pdu::AsItComes,
        },
    }
}

/// The program and version of the last call.
fn remember(state: &mut [u64; 2], _: bool, payload: &[u8]) -> Option<ProtoId> {
    for at in [0, 4] {
        if let Some(b) = payload.get(at..).filter(|b| is_call(b)) {
            let (program, version) = (word(b, 12).unwrap_or_default(), word(b, 16).unwrap_or_default());
            state[0] = u64::from(program) << 32 | u64::from(version);
        }
    }
    None
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let stream = cx.out.transports.last().is_some_and(|t| t.kind == requin_wire::TransportKind::Tcp);
    let at = if stream { 4 } else { 0 };
    let kind = c.peek_u32(at + 4).map_err(|_| Stop::NotMine)?;
    if kind > 1 || kind == 0 && !is_call(c.rest().get(at..).unwrap_or_default()) {
        return Err(Stop::NotMine);
    }
    cx.protocol("RPC");
    cx.info_clear();
    let mut one = c;
    if stream {
        let len = (c.peek_u32(0)? & 0x7fff_ffff) as usize;
        one = c.take(4 + len);
        cx.peek(LASTFRAG, &one, 4)?;
        cx.field(FRAGLEN, &mut one, 4)?;
    }
    let xid = one.peek_u32(0)?;
    cx.proto_append(|o| {
        o.s(if kind == 0 { ", Type:Call XID:" } else { ", Type:Reply XID:" }).hex(xid, 8);
    });
    cx.u32(XID, &mut one)?;
    cx.u32(MSGTYP, &mut one)?;
    let program = if kind == 0 {
        cx.u32(VERSION, &mut one)?;
        let program = cx.u32(PROGRAM, &mut one)?;
        let version = cx.u32(PROGRAMVERSION, &mut one)?;
        let procedure = cx.u32(PROCEDURE, &mut one)?;
        cx.info(|o| _ = o.s("V").u(version).s(" proc-").u(procedure).s(" Call"));
        let line = cx.line(one.span(0), |o| _ = o.s("Credentials"));
        cx.under(line, |cx| authentication(cx, &mut one))?;
        let line = cx.line(one.span(0), |o| _ = o.s("Verifier"));
        cx.under(line, |cx| authentication(cx, &mut one))?;
        program
    } else {
        let status = cx.u32(REPLYSTAT, &mut one)?;
        let state = cx.state()[0];
        cx.info(|o| _ = o.s("V").u(state & 0xffff_ffff).s(" Reply"));
        if status == 0 {
            let line = cx.line(one.span(0), |o| _ = o.s("Verifier"));
            cx.under(line, |cx| authentication(cx, &mut one))?;
            cx.u32(STATE_ACCEPT, &mut one)?;
        }
        (state >> 32) as u32
    };
    let next = match program {
        PORTMAP => Some(portmap::ID),
        NFS => Some(nfs::ID),
        MOUNT => Some(mount::ID),
        _ => None,
    };
    // A procedure that takes or gives nothing has nothing to show.
    if let Some(id) = next.filter(|_| !one.is_empty()) {
        cx.call(id, one)?;
    }
    if c.is_empty() || !stream { Ok(()) } else { cx.next_pdu(ID, c) }
}

/// Flavour, length and body of credentials or of a verifier.
fn authentication<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u32(AUTH_FLAVOR, c)?;
    let n = cx.u32(AUTH_LENGTH, c)? as usize;
    c.skip(n.next_multiple_of(4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_known() {
        let mut call = [0u8; 40];
        call[11] = 2;
        call[12..16].copy_from_slice(&NFS.to_be_bytes());
        call[19] = 3;
        assert!(is_call(&call));
        let mut state = [0; 2];
        remember(&mut state, true, &call);
        assert_eq!(state[0], u64::from(NFS) << 32 | 3);
        call[11] = 3;
        assert!(!is_call(&call));
    }
}
