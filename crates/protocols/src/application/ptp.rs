//! Precision Time Protocol, IEEE 1588-2008 and later: the common header.

use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    PTP "ptp" "Precision Time Protocol (IEEE1588)" "PTP" App
    on [Udp 319, Udp 320, Ether 0x88f7]
    fields {
        V2_MAJORSDOID "ptp.v2.majorsdoid" "majorSdoId": U8 Hex & 0xf0 = V2_MAJORSDOID_NAMES;
        V2_MESSAGETYPE "ptp.v2.messagetype" "messageType": U8 Hex & 0xf = V2_MESSAGETYPE_NAMES;
        V2_MINORVERSIONPTP "ptp.v2.minorversionptp" "minorVersionPTP": U8 Dec & 0xf0;
        V2_VERSIONPTP "ptp.v2.versionptp" "versionPTP": U8 Dec & 0xf;
        V2_MESSAGELENGTH "ptp.v2.messagelength" "messageLength": U16 Dec;
        V2_DOMAINNUMBER "ptp.v2.domainnumber" "domainNumber": U8 Dec;
        V2_FLAGS "ptp.v2.flags" "flags": U16 Hex;
        V2_CLOCKIDENTITY "ptp.v2.clockidentity" "ClockIdentity": U64 Hex;
        V2_SOURCEPORTID "ptp.v2.sourceportid" "SourcePortID": U16 Dec;
        V2_SEQUENCEID "ptp.v2.sequenceid" "sequenceId": U16 Dec;
    }
}

names! {
    V2_MAJORSDOID_NAMES {
        1 => "gPTP Domain",
        2 => "CMLDS",
    }
    V2_MESSAGETYPE_NAMES {
        0 => "Sync Message",
        1 => "Delay_Req Message",
        2 => "Peer_Delay_Req Message",
        3 => "Peer_Delay_Resp Message",
        8 => "Follow_Up Message",
        9 => "Delay_Resp Message",
        10 => "Peer_Delay_Resp_Follow_Up Message",
        11 => "Announce Message",
        12 => "Signalling Message",
        13 => "Management Message",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let version = c.peek_u8(1)? & 15;
    cx.protocol(if version == 1 { "PTPv1" } else { "PTPv2" });
    cx.info_clear();
    if version != 2 {
        return Ok(());
    }
    let kind = u64::from(c.peek_u8(0)? & 15);
    cx.info(|o| _ = o.s(V2_MESSAGETYPE_NAMES.or(kind, "Unknown PTP Message")));
    cx.peek(V2_MAJORSDOID, &c, 1)?;
    cx.field(V2_MESSAGETYPE, &mut c, 1)?;
    cx.peek(V2_MINORVERSIONPTP, &c, 1)?;
    cx.field(V2_VERSIONPTP, &mut c, 1)?;
    cx.u16(V2_MESSAGELENGTH, &mut c)?;
    cx.u8(V2_DOMAINNUMBER, &mut c)?;
    c.skip(1)?;
    cx.u16(V2_FLAGS, &mut c)?;
    c.skip(8 + 4)?;
    cx.field(V2_CLOCKIDENTITY, &mut c, 8)?;
    cx.u16(V2_SOURCEPORTID, &mut c)?;
    cx.u16(V2_SEQUENCEID, &mut c).map(|_| ())
}
