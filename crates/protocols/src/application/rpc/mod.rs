//! ONC Remote Procedure Call, RFC 5531: calls and replies, and the programs that are called.

mod auth;
pub mod mount;
mod names;
pub mod nfs;
pub mod nfsacl;
pub mod nlm;
mod pairs;
pub mod portmap;
mod xdr;
pub mod ypserv;

use names::*;
use pairs::{Called, remember};
use requin_wire::{
    Cursor, Cx, Names, Out, Pdu, Ports, ProtoId, Sink, Step, Stop, TransportKind, Value, proto,
};
use std::borrow::Cow;

proto! {
    RPC "rpc" "Remote Procedure Call" "RPC" App
    on [Udp 111, Tcp 111, Udp 2049, Tcp 2049]
    looks_like [Udp accepts, Tcp accepts_record => [0x80..=0xff]]
    frames [frames]
    remember [remember] among [is_call_of]
    fields {
        REQFRAME "rpc.reqframe" "Request Frame": Framenum;
        REPFRAME "rpc.repframe" "Reply Frame": Framenum;
        LASTFRAG "rpc.lastfrag" "Last Fragment": Bool(32) & 0x80000000 = Names::Bools("Yes", "No");
        FRAGLEN "rpc.fraglen" "Fragment Length": U32 Dec & 0x7fffffff;
        XID "rpc.xid" "XID": U32 HexDec;
        MSGTYP "rpc.msgtyp" "Message Type": U32 Dec = MSGTYP_NAMES;
        REPLYSTAT "rpc.replystat" "Reply State": U32 Dec = REPLYSTAT_NAMES;
        STATE_ACCEPT "rpc.state_accept" "Accept State": U32 Dec = STATE_ACCEPT_NAMES;
        STATE_REJECT "rpc.state_reject" "Reject State": U32 Dec = STATE_REJECT_NAMES;
        STATE_AUTH "rpc.state_auth" "Auth State": U32 Dec = STATE_AUTH_NAMES;
        VERSION "rpc.version" "RPC Version": U32 Dec;
        VERSION_MIN "rpc.version.min" "RPC Version (Minimum)": U32 Dec;
        VERSION_MAX "rpc.version.max" "RPC Version (Maximum)": U32 Dec;
        PROGRAM "rpc.program" "Program": U32 Dec = PROGRAM_NAMES;
        PROGRAMVERSION "rpc.programversion" "Program Version": U32 Dec;
        PROGRAMVERSION_MIN "rpc.programversion.min" "Program Version (Minimum)": U32 Dec;
        PROGRAMVERSION_MAX "rpc.programversion.max" "Program Version (Maximum)": U32 Dec;
        PROCEDURE "rpc.procedure" "Procedure": U32 Dec;
        AUTH_FLAVOR "rpc.auth.flavor" "Flavor": U32 Dec = AUTH_FLAVOR_NAMES;
        AUTH_LENGTH "rpc.auth.length" "Length": U32 Dec;
        AUTH_STAMP "rpc.auth.stamp" "Stamp": U32 Hex;
        AUTH_LK_OWNER "rpc.auth.lk_owner" "Lock Owner": Bytes;
        AUTH_PID "rpc.auth.pid" "PID": U32 Dec;
        AUTH_UID "rpc.auth.uid" "UID": U32 Dec;
        AUTH_GID "rpc.auth.gid" "GID": U32 Dec;
        AUTH_FLAGS "rpc.auth.flags" "FLAGS": U32 Hex;
        AUTH_CTIME "rpc.auth.ctime" "CTIME": AbsTime;
        AUTHGSS_VERSION "rpc.authgss.version" "GSS Version": U32 Dec;
        AUTHGSS_PROCEDURE "rpc.authgss.procedure" "GSS Procedure": U32 Dec = AUTHGSS_PROCEDURE_NAMES;
        AUTHGSS_SEQNUM "rpc.authgss.seqnum" "GSS Sequence Number": U32 Dec;
        AUTHGSS_SERVICE "rpc.authgss.service" "GSS Service": U32 Dec = AUTHGSS_SERVICE_NAMES;
        AUTHGSS_CONTEXT "rpc.authgss.context" "GSS Context": Bytes;
        AUTHGSS_CONTEXT_CREATED_FRAME "rpc.authgss.context.created_frame" "Created in frame": Framenum;
        AUTHGSS_CONTEXT_DESTROYED_FRAME "rpc.authgss.context.destroyed_frame" "Destroyed in frame": Framenum;
        AUTHGSS_CONTEXT_LENGTH "rpc.authgss.context.length" "GSS Context Length": U32 Dec;
        AUTHGSS_MAJOR "rpc.authgss.major" "GSS Major Status": U32 Dec;
        AUTHGSS_MINOR "rpc.authgss.minor" "GSS Minor Status": U32 Dec;
        AUTHGSS_WINDOW "rpc.authgss.window" "GSS Sequence Window": U32 Dec;
        AUTHGSS_TOKEN_LENGTH "rpc.authgss.token_length" "GSS Token Length": U32 Dec;
        AUTHGSS_DATA_LENGTH "rpc.authgss.data.length" "Length": U32 Dec;
        AUTHGSS_DATA "rpc.authgss.data" "GSS Data": Bytes;
        AUTHGSS_CHECKSUM "rpc.authgss.checksum" "GSS Checksum": Bytes;
        AUTHGSS_TOKEN "rpc.authgss.token" "GSS Token": Bytes;
        AUTHGSSAPI_VERSION "rpc.authgssapi.version" "AUTH_GSSAPI Version": U32 Dec;
        AUTHGSSAPI_MESSAGE "rpc.authgssapi.message" "AUTH_GSSAPI Message": Bool = Names::Bools("Yes", "No");
        AUTHGSSAPI_MSGVERSION "rpc.authgssapi.msgversion" "Msg Version": U32 Dec;
        AUTHGSSAPI_HANDLE "rpc.authgssapi.handle" "Client Handle": Bytes;
        AUTHGSSAPI_ISN "rpc.authgssapi.isn" "Signed ISN": Bytes;
        AUTHDES_NAMEKIND "rpc.authdes.namekind" "Namekind": U32 Dec = AUTHDES_NAMEKIND_NAMES;
        AUTHDES_NETNAME "rpc.authdes.netname" "Netname": Str;
        AUTHDES_CONVKEY "rpc.authdes.convkey" "Conversation Key (encrypted)": U64 Hex;
        AUTHDES_WINDOW "rpc.authdes.window" "Window (encrypted)": U32 Hex;
        AUTHDES_NICKNAME "rpc.authdes.nickname" "Nickname": U32 Hex;
        AUTHDES_TIMESTAMP "rpc.authdes.timestamp" "Timestamp (encrypted)": U64 Hex;
        AUTHDES_WINDOWVERF "rpc.authdes.windowverf" "Window verifier (encrypted)": U32 Hex;
        AUTHDES_TIMEVERF "rpc.authdes.timeverf" "Timestamp verifier (encrypted)": U64 Hex;
        AUTH_MACHINENAME "rpc.auth.machinename" "Machine Name": Str;
        CALL_DUP "rpc.call.dup" "Duplicate to the call in": Framenum;
        REPLY_DUP "rpc.reply.dup" "Duplicate to the reply in": Framenum;
        VALUE_FOLLOWS "rpc.value_follows" "Value Follows": Bool = Names::Bools("Yes", "No");
        ARRAY_LEN "rpc.array.len" "num": U32 Dec;
        OPAQUE_LENGTH "rpc.opaque_length" "length": U32 Dec;
        FILL_BYTES "rpc.fill_bytes" "fill bytes": Bytes;
        OPAQUE_DATA "rpc.opaque_data" "opaque data": Bytes;
        ARGUMENT_LENGTH "rpc.argument_length" "Argument length": U32 Dec;
        CONTINUATION_DATA "rpc.continuation_data" "Continuation data": Bytes;
        FRAGMENT_DATA "rpc.fragment_data" "Fragment Data": Bytes;
        TIME "rpc.time" "Time from request": RelTime;
        FRAGMENT_OVERLAP "rpc.fragment.overlap" "Fragment overlap": Bool;
        FRAGMENT_OVERLAP_CONFLICT "rpc.fragment.overlap.conflict" "Conflicting data in fragment overlap": Bool;
        FRAGMENT_MULTIPLETAILS "rpc.fragment.multipletails" "Multiple tail fragments found": Bool;
        FRAGMENT_TOOLONGFRAGMENT "rpc.fragment.toolongfragment" "Fragment too long": Bool;
        FRAGMENT_ERROR "rpc.fragment.error" "Defragmentation error": Framenum;
        FRAGMENT_COUNT "rpc.fragment.count" "Fragment count": U32 Dec;
        FRAGMENT "rpc.fragment" "RPC Fragment": Framenum;
        FRAGMENTS "rpc.fragments" "RPC Fragments": None;
        REASSEMBLED_LENGTH "rpc.reassembled.length" "Reassembled RPC length": U32 Dec;
    }
    experts {
        CANNOT_DISSECT "rpc.cannot_dissect" Warn Undecoded "Cannot dissect";
    }
}

/// The last number of the range from which programs get theirs.
const LAST: u32 = 0x1fff_ffff;
const PORTMAP: u32 = 100_000;
/// Records that are longer are none.
const MAX_RECORD: usize = 16 << 20;

/// A call of version 2, of a program from the range of those that are given out.
/// Whether the protocol is this one, or a program of which calls are shown.
fn is_call_of(p: &requin_wire::Proto) -> bool {
    [ID, portmap::ID, nfs::ID, mount::ID, nlm::ID, nfsacl::ID, ypserv::ID].contains(&p.id)
}

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
        && word(b, 12).is_some_and(|p| (PORTMAP..=LAST).contains(&p) || p >> 28 == 4)
        && word(b, 16).is_some_and(|v| v <= 10)
        && word(b, 20).is_some_and(|p| p <= 200)
}

/// A record is all its fragments, the last of which is marked (RFC 5531 section 11).
fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    let mut at = 0usize;
    loop {
        let Some(n) = word(bytes, at) else { return Pdu::More(at + 4) };
        let len = (n & 0x7fff_ffff) as usize;
        if at == 0 && len < 8 || at.saturating_add(len) > MAX_RECORD {
            return Pdu::AsItComes;
        }
        at += 4 + len;
        if n & 0x8000_0000 != 0 {
            return Pdu::Len(at);
        }
    }
}

/// The message of a record, without what stands before its fragments.
fn record(pdu: &[u8]) -> Cow<'_, [u8]> {
    let first = word(pdu, 0).unwrap_or_default();
    if first & 0x8000_0000 != 0 {
        return Cow::Borrowed(pdu.get(4..).unwrap_or_default());
    }
    let mut joined = Vec::new();
    let mut rest = pdu;
    while let Some((head, more)) = rest.split_first_chunk::<4>() {
        let len = (u32::from_be_bytes(*head) & 0x7fff_ffff) as usize;
        let (part, next) = more.split_at(len.min(more.len()));
        joined.extend_from_slice(part);
        rest = next;
    }
    Cow::Owned(joined)
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let stream = cx.out.transports.last().is_some_and(|t| t.kind == TransportKind::Tcp);
    let at = if stream { 4 } else { 0 };
    let kind = c.peek_u32(at + 4).map_err(|_| Stop::NotMine)?;
    let fragmented = stream && c.peek_u8(0)? & 0x80 == 0;
    if kind > 1 && !fragmented || kind == 0 && !fragmented && !is_call(c.rest().get(at..).unwrap_or_default())
    {
        return Err(Stop::NotMine);
    }
    if cx.above_is_enough() {
        return Ok(());
    }
    cx.protocol("RPC");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    if !stream {
        return message(cx, c);
    }
    let place = cx.place();
    let len = match frames(c.rest(), true, &[0; 2]) {
        Pdu::Len(n) => n,
        _ => c.left(),
    };
    let mut one = c.take(len);
    let bytes = one.rest();
    let header = cx.line(one.span(4), |o| {
        let n = word(bytes, 0).unwrap_or_default();
        let last = if fragmented { "Fragment" } else { "Last fragment" };
        o.s("Fragment header: ").s(last).s(", ").u(n & 0x7fff_ffff).s(" bytes");
    });
    cx.under(header, |cx| -> Step {
        cx.peek(LASTFRAG, &one, 4)?;
        cx.field(FRAGLEN, &mut one, 4).map(|_| ())
    })?;
    let step = if fragmented {
        let joined = record(bytes).into_owned();
        cx.with_source("Reassembled RPC", joined, |cx, c| message(cx, c)).unwrap_or(Ok(()))
    } else {
        message(cx, one)
    };
    if c.is_empty() {
        return step;
    }
    // What a message lacks is no reason to leave the next one out.
    if !matches!(step, Ok(()) | Err(Stop::NotMine)) {
        return step;
    }
    cx.return_to(place);
    cx.info_add(|o| _ = o.s("  ; "));
    cx.info_fence();
    cx.next_pdu(ID, c)
}

/// What a procedure is called.
fn procedure(o: &mut Out<'_>, called: Called) {
    let names = program(called.program).map_or(Names::None, |p| (p.procedures)(called.version));
    match names.find(u64::from(called.procedure)) {
        Some(name) => o.s(name),
        None => o.s("proc-").u(called.procedure),
    };
}

/// One call or reply.
fn message<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let start = c.span(0);
    let kind = c.peek_u32(4)?;
    let xid = c.peek_u32(0)?;
    cx.proto_append(|o| {
        o.s(if kind == 0 { ", Type:Call XID:" } else { ", Type:Reply XID:" }).hex(xid, 8);
    });
    cx.u32(XID, &mut c)?;
    cx.u32(MSGTYP, &mut c)?;
    if kind == 0 { call(cx, c) } else { reply(cx, xid, start, c) }
}

fn call<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.u32(VERSION, &mut c)?;
    let mut called = Called {
        program: cx.u32(PROGRAM, &mut c)?,
        version: cx.u32(PROGRAMVERSION, &mut c)?,
        ..Called::default()
    };
    called.procedure = c.peek_u32(0)?;
    let item = cx.field(PROCEDURE, &mut c, 4)?;
    cx.label(item, |o| {
        o.s("Procedure: ");
        procedure(o, called);
        o.s(" (").u(called.procedure).c(b')');
    });
    cx.info_add(|o| {
        o.c(b'V').u(called.version).c(b' ');
        if nfs::is_compound(called) {
            o.s("Call");
        } else {
            procedure(o, called);
            o.s(" Call");
        }
    });
    name_program(cx, called);
    // Nothing is shown of credentials that were cut.
    if c.cuts(8 + (c.peek_u32(4)? as usize).next_multiple_of(4)) {
        return Err(Stop::Cut);
    }
    let said = auth::credentials(cx, &mut c)?;
    auth::verifier(cx, &mut c)?;
    if said.flavor == auth::GSS && said.gss_procedure != 0 {
        return auth::token_line(cx, &mut c);
    }
    called.service = said.service;
    body(cx, 0, called, c)
}

fn reply<S: Sink>(cx: &mut Cx<'_, S>, xid: u32, start: requin_wire::Span, mut c: Cursor<'_>) -> Step {
    let known = pairs::called(cx, xid);
    if let Some((_, called)) = known {
        for (field, n) in
            [(PROGRAM, called.program), (PROGRAMVERSION, called.version), (PROCEDURE, called.procedure)]
        {
            let item = cx.generated(field, start, Value::U(u64::from(n)));
            if field == PROCEDURE {
                cx.label(item, |o| {
                    o.s("Procedure: ");
                    procedure(o, called);
                    o.s(" (").u(called.procedure).c(b')');
                });
            }
        }
    }
    cx.info_add(|o| match known {
        Some((frame, called)) => {
            o.c(b'V').u(called.version).c(b' ');
            if !nfs::is_compound(called) {
                procedure(o, called);
                o.c(b' ');
            }
            o.s("Reply (Call In ").u(frame).c(b')');
        }
        None => _ = o.s("Reply"),
    });
    let status = cx.u32(REPLYSTAT, &mut c)?;
    pairs::show(cx, xid, start, &c)?;
    if status != 0 {
        return denied(cx, c);
    }
    auth::verifier(cx, &mut c)?;
    let accepted = cx.u32(STATE_ACCEPT, &mut c)?;
    if accepted == 2 {
        cx.u32(PROGRAMVERSION_MIN, &mut c)?;
        cx.u32(PROGRAMVERSION_MAX, &mut c)?;
    }
    match known {
        Some((_, called)) if accepted == 0 => body(cx, 1, called, c),
        _ => Ok(()),
    }
}

fn denied<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if cx.u32(STATE_REJECT, &mut c)? == 0 {
        cx.u32(VERSION_MIN, &mut c)?;
        cx.u32(VERSION_MAX, &mut c)?;
    } else {
        cx.u32(STATE_AUTH, &mut c)?;
    }
    Ok(())
}

/// A program that is read.
struct Program {
    id: ProtoId,
    procedures: fn(u32) -> Names,
}

fn program(number: u32) -> Option<Program> {
    Some(match number {
        PORTMAP => Program { id: portmap::ID, procedures: portmap::procedures },
        100_003 => Program { id: nfs::ID, procedures: nfs::procedures },
        100_004 => Program { id: ypserv::ID, procedures: ypserv::procedures },
        100_005 => Program { id: mount::ID, procedures: mount::procedures },
        100_021 => Program { id: nlm::ID, procedures: nlm::procedures },
        100_227 => Program { id: nfsacl::ID, procedures: nfsacl::procedures },
        _ => return None,
    })
}

/// Says in the column which program it is of.
fn name_program<S: Sink>(cx: &mut Cx<'_, S>, called: Called) {
    let registry = cx.registry;
    if let Some(proto) = program(called.program).and_then(|p| registry.proto(p.id)) {
        cx.protocol(proto.short);
    }
}

/// Hands arguments or results on to their program.
fn body<S: Sink>(cx: &mut Cx<'_, S>, kind: u32, called: Called, mut c: Cursor<'_>) -> Step {
    let inner = match called.service {
        pairs::CUT => {
            let said = "Unknown authentication flavor - cannot dissect";
            name_program(cx, called);
            let item = cx.line(c.span(0), |o| _ = o.s(said));
            cx.expert_with(CANNOT_DISSECT, item, c.span(0), |o| _ = o.s(said));
            return Ok(());
        }
        2 => auth::integrity(cx, &mut c)?,
        3 => return auth::privacy(cx, &mut c),
        _ => c,
    };
    let Some(program) = program(called.program) else { return Ok(()) };
    if inner.captured() == 0 && !inner.is_empty() {
        // The program is asked about no byte.
        name_program(cx, called);
        return Ok(());
    }
    cx.handed = [kind, called.version, called.procedure, called.rights];
    cx.call(program.id, inner)
}

/// What a program was asked: whether this is the reply, the version, the procedure.
#[derive(Clone, Copy)]
struct Asked {
    reply: bool,
    version: u32,
    procedure: u32,
    /// Access rights that were asked for, in their reply; 0 when that is not known.
    rights: u32,
}

impl Asked {
    fn of<S: Sink>(cx: &Cx<'_, S>) -> Asked {
        let [kind, version, procedure, rights] = cx.handed;
        Asked { reply: kind == 1, version, procedure, rights }
    }

    /// Shows version and procedure, as programs do first.
    fn show<S: Sink>(self, cx: &mut Cx<'_, S>, field: requin_wire::Field, c: &Cursor<'_>) {
        let here = requin_wire::Span { start: c.span(0).start, len: 0, source: c.source() };
        cx.generated(PROGRAMVERSION, here, Value::U(u64::from(self.version)));
        cx.generated(field, here, Value::U(u64::from(self.procedure)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_known() {
        let mut call = [0u8; 40];
        call[11] = 2;
        call[12..16].copy_from_slice(&100_003u32.to_be_bytes());
        call[19] = 3;
        assert!(is_call(&call));
        call[11] = 3;
        assert!(!is_call(&call));
    }

    #[test]
    fn fragments_make_a_record() {
        let pdu = [&[0, 0, 0, 8][..], b"12345678", &[0x80, 0, 0, 2], b"90", b"next"].concat();
        assert!(matches!(frames(&pdu, true, &[0; 2]), Pdu::Len(18)));
        assert_eq!(&*record(&pdu[..18]), b"1234567890");
        assert!(matches!(frames(&pdu[..13], true, &[0; 2]), Pdu::More(16)));
    }
}
