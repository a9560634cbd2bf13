//! Layer 2 Tunneling Protocol version 2, RFC 2661: control messages with their values, and PPP in data.

use crate::application::enterprises;
use requin_wire::{Cursor, Cx, Names, Sink, Step, Stop, names, proto};

proto! {
    L2TP "l2tp" "Layer 2 Tunneling Protocol" "L2TP" Carrier
    on [Udp 1701]
    fields {
        FLAGS "l2tp.flags" "Flags": U16 Hex;
        TYPE "l2tp.type" "Type": U16 Dec & 0x8000 = TYPE_NAMES;
        LENGTH_BIT "l2tp.length_bit" "Length Bit": Bool(16) & 0x4000 = Names::Bools("Length field is present", "Length field is not present");
        SEQ_BIT "l2tp.seq_bit" "Sequence Bit": Bool(16) & 0x800 = Names::Bools("Ns and Nr fields are present", "Ns and Nr fields are not present");
        OFFSET_BIT "l2tp.offset_bit" "Offset bit": Bool(16) & 0x200 = Names::Bools("Offset Size field is present", "Offset size field is not present");
        PRIORITY "l2tp.priority" "Priority": Bool(16) & 0x100 = Names::Bools("This data message has priority", "No priority");
        VERSION "l2tp.version" "Version": U16 Dec & 0xf;
        LENGTH "l2tp.length" "Length": U16 Dec;
        TUNNEL "l2tp.tunnel" "Tunnel ID": U16 Dec;
        SESSION "l2tp.session" "Session ID": U16 Dec;
        NS "l2tp.Ns" "Ns": U16 Dec;
        NR "l2tp.Nr" "Nr": U16 Dec;
        OFFSET "l2tp.offset" "Offset": U16 Dec;
        AVP_MANDATORY "l2tp.avp.mandatory" "Mandatory": Bool(16) & 0x8000;
        AVP_HIDDEN "l2tp.avp.hidden" "Hidden": Bool(16) & 0x4000;
        AVP_LENGTH "l2tp.avp.length" "Length": U16 Dec & 0x3ff;
        AVP_VENDOR_ID "l2tp.avp.vendor_id" "Vendor ID": U16 Dec;
        AVP_TYPE "l2tp.avp.type" "AVP Type": U16 Dec = AVP_TYPE_NAMES;
    }
    experts {
        VENDOR_SPECIFIC_DATA "l2tp.vendor_specific_avp_data" Warn Undecoded "Vendor-Specific AVP data";
    }
}

names! {
    TYPE_NAMES {
        0 => "Data Message",
        1 => "Control Message",
    }
    AVP_TYPE_NAMES {
        0 => "Control Message",
        1 => "Result-Error Code",
        2 => "Protocol Version",
        3 => "Framing Capabilities",
        4 => "Bearer Capabilities",
        5 => "Tie Breaker",
        6 => "Firmware Revision",
        7 => "Host Name",
        8 => "Vendor Name",
        9 => "Assigned Tunnel ID",
        10 => "Receive Window Size",
        11 => "Challenge",
        12 => "Cause Code",
        13 => "Challenge Response",
        14 => "Assigned Session",
        15 => "Call Serial Number",
        16 => "Minimum BPS",
        17 => "Maximum BPS",
        18 => "Bearer Type",
        19 => "Framing Type",
        20 => "Reserved",
        21 => "Called Number",
        22 => "Calling Number",
        23 => "Sub-Address",
        24 => "Connect Speed",
        25 => "Physical Channel",
        26 => "Initial Received LCP CONFREQ",
        27 => "Last Sent LCP CONFREQ",
        28 => "Last Received LCP CONFREQ",
        29 => "Proxy Authen Type",
        30 => "Proxy Authen Name",
        31 => "Proxy Authen Challenge",
        32 => "Proxy Authen ID",
        33 => "Proxy Authen Response",
        34 => "Call status AVPs",
        35 => "ACCM",
        36 => "Random Vector",
        37 => "Private group ID",
        38 => "RxConnect Speed",
        39 => "Sequencing Required",
        46 => "PPP Disconnect Cause Code",
        58 => "Extended Vendor ID",
        59 => "Message Digest",
        60 => "Router ID",
        61 => "Assigned Control Connection ID",
        62 => "Pseudowire Capability List",
        63 => "Local Session ID",
        64 => "Remote Session ID",
        65 => "Assigned Cookie",
        66 => "Remote End ID",
        68 => "Pseudowire Type",
        69 => "Layer2 Specific Sublayer",
        70 => "Data Sequencing",
        71 => "Circuit Status",
        72 => "Preferred Language",
        73 => "Control Message Authentication Nonce",
        74 => "Tx Connect Speed Version 3",
        75 => "Rx Connect Speed Version 3",
        76 => "Failover Capability",
        77 => "Tunnel Recovery",
        78 => "Suggested Control Sequence",
        79 => "Failover Session State",
        80 => "Multicast Capability",
        81 => "New Outgoing Sessions",
        82 => "New Outgoing Sessions Acknowledgement",
        83 => "Withdraw Outgoing Sessions",
        84 => "Multicast Packets Priority",
        85 => "Frame-Relay Header Length",
        86 => "ATM Maximum Concatenated Cells",
        87 => "OAM Emulation Required",
        88 => "ATM Alarm Status",
        89 => "Attachment Group Identifier",
        90 => "Local End Identifier",
        91 => "Interface Maximum Transmission Unit",
        92 => "FCS Retention",
        93 => "Tunnel Switching Aggregator ID",
        94 => "Maximum Receive Unit (MRU)",
        95 => "Maximum Reassembled Receive Unit (MRRU)",
        96 => "VCCV Capability",
        97 => "Connect Speed Update",
        98 => "Connect Speed Update Enable",
        99 => "TDM Pseudowire",
        100 => "RTP AVP",
        101 => "PW Switching Point",
    }
}

const CONTROL: u16 = 0x8000;
const WITH_LENGTH: u16 = 0x4000;
const SEQUENCE: u16 = 0x0800;
const WITH_OFFSET: u16 = 0x0200;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let bits = c.peek_u16(0)?;
    if bits & 15 != 2 {
        return Err(Stop::NotMine);
    }
    cx.protocol("L2TP");
    let control = bits & CONTROL != 0;
    let all = c;
    let (raw, item) =
        cx.flags(FLAGS, &mut c, 2, &[TYPE, LENGTH_BIT, SEQ_BIT, OFFSET_BIT, PRIORITY, VERSION])?;
    crate::common::say_bits(cx, item, raw, &[TYPE, LENGTH_BIT, SEQ_BIT, OFFSET_BIT, PRIORITY]);
    if bits & WITH_LENGTH != 0 {
        cx.u16(LENGTH, &mut c)?;
    }
    let (tunnel, session) = (cx.u16(TUNNEL, &mut c)?, cx.u16(SESSION, &mut c)?);
    cx.info(|o| {
        o.s(if control { "Control Message" } else { "Data Message   " });
        o.s(" (tunnel id=").u(tunnel).s(", session id=").u(session).s(")");
    });
    if bits & SEQUENCE != 0 {
        cx.u16(NS, &mut c)?;
        cx.u16(NR, &mut c)?;
    }
    if bits & WITH_OFFSET != 0 {
        let n = cx.u16(OFFSET, &mut c)?;
        c.skip(usize::from(n))?;
    }
    if !control {
        cx.proto_len(all.left() - c.left());
        return cx.call(crate::link::ppp::ID, c);
    }
    while c.left() >= 6 {
        let len = usize::from(c.peek_u16(0)? & 0x3ff);
        if len < 6 {
            return Err(Stop::Malformed);
        }
        let mut avp = c.take(len);
        let (vendor, kind) = (avp.peek_u16(2)?, avp.peek_u16(4)?);
        let line = cx.line(avp.span(len), |o| match AVP_TYPE_NAMES.find(kind.into()) {
            _ if vendor != 0 => {
                enterprises::write(o.s("Vendor "), vendor.into());
                o.s(" AVP Type ").u(kind);
            }
            Some(name) => _ = o.s(name).s(" AVP"),
            None => _ = o.s("Unknown (").u(kind).s(") AVP"),
        });
        cx.under(line, |cx| -> Step {
            cx.peek(AVP_MANDATORY, &avp, 2)?;
            cx.peek(AVP_HIDDEN, &avp, 2)?;
            cx.field(AVP_LENGTH, &mut avp, 2)?;
            let item = cx.field(AVP_VENDOR_ID, &mut avp, 2)?;
            cx.label(item, |o| enterprises::write(o.s("Vendor ID: "), vendor.into()));
            cx.u16(AVP_TYPE, &mut avp)?;
            if vendor != 0 || AVP_TYPE_NAMES.find(kind.into()).is_none() {
                let rest = avp.span(avp.left());
                let line = cx.line(rest, |o| _ = o.s("Vendor-Specific AVP data"));
                cx.expert(VENDOR_SPECIFIC_DATA, line, rest);
            }
            Ok(())
        })?;
    }
    Ok(())
}
