//! PPP over Ethernet, RFC 2516: discovery and sessions.

use requin_wire::{Cursor, Cx, Item, Sink, Step, Value, names, proto};

/// The header, which both share. The fields belong to neither.
mod header {
    use requin_wire::{Cursor, Cx, Sink, Step, Stop, proto};

    proto! {
        PPPOE "pppoe" "PPP over Ethernet" "PPPoE" Link
        on []
        fields {
            VERSION "pppoe.version" "Version": U8 Dec & 0xf0;
            TYPE "pppoe.type" "Type": U8 Dec & 0x0f;
            CODE "pppoe.code" "Code": U8 Hex = super::CODES;
            SESSION_ID "pppoe.session_id" "Session ID": U16 Hex;
            PAYLOAD_LENGTH "pppoe.payload_length" "Payload Length": U16 Dec;
        }
        experts {
            LENGTH_BAD "pppoe.payload_length.bad" Warn Protocol "Possible bad payload length";
        }
    }

    fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
        Err(Stop::NotMine)
    }
}
pub use header::{COUNT, DEF, ID};

names! {
    CODES {
        0x00 => "Session Data", 0x07 => "Active Discovery Offer (PADO)",
        0x09 => "Active Discovery Initiation (PADI)", 0x0a => "Active Discovery Session-Grant (PADG)",
        0x0b => "Active Discovery Session-Credit Response (PADC)", 0x0c => "Active Discovery Quality (PADQ)",
        0x19 => "Active Discovery Request (PADR)", 0x65 => "Active Discovery Session-confirmation (PADS)",
        0xa7 => "Active Discovery Terminate (PADT)", 0xd3 => "Active Discovery Message (PADM)",
        0xd4 => "Active Discovery Network (PADN)",
    }
}

/// Reads the header; gives the code and the payload.
fn head<'c, S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'c>) -> Result<(u8, Cursor<'c>), requin_wire::Stop> {
    let all = *c;
    cx.peek(header::VERSION, c, 1)?;
    cx.field(header::TYPE, c, 1)?;
    let code = c.peek_u8(0)?;
    cx.info(|o| _ = o.s(CODES.or(u64::from(code), "Unknown")));
    cx.field(header::CODE, c, 1)?;
    cx.field(header::SESSION_ID, c, 2)?;
    let len = usize::from(c.peek_u16(0)?);
    let item = cx.field(header::PAYLOAD_LENGTH, c, 2)?;
    if len > c.left() {
        let found = c.left();
        cx.expert_with(header::LENGTH_BAD, item, all.span(0), |o| {
            o.s("Possible bad payload length ").u(len as u64).s(" != ").u(found as u64);
        });
    }
    Ok((code, c.within(len)))
}

/// Sessions.
pub mod session {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        PPPOES "pppoes" "PPP-over-Ethernet Session" "PPPoES" Link
        on [Ether 0x8864, Link 51]
        fields {}
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("PPPoES");
        cx.info_clear();
        cx.proto_len(6);
        let (_, body) = super::head(cx, &mut c)?;
        cx.call(super::super::ppp::ID, body)
    }
}

/// Discovery, RFC 2516 section 5, with the tags of RFC 5578 for links to radios and those that the Broadband Forum's TR-101
/// makes access nodes add.
pub mod discovery {
    use super::*;
    use requin_wire::{Field, Names};

    proto! {
        PPPOED "pppoed" "PPP-over-Ethernet Discovery" "PPPoED" Link
        on [Ether 0x8863]
        fields {
            TAGS "pppoed.tags" "PPPoE Tags": None;
            TAG "pppoed.tag" "Tag": U16 Hex = TAG_NAMES;
            TAG_LENGTH "pppoed.tag_length" "Tag Length": U16 Dec;
            TAG_LENGTH_8 "pppoed.tag_length_8" "Tag Length": U8 Dec;
            TAG_UNKNOWN_DATA "pppoed.tag.unknown_data" "Unknown Data": Bytes;
            SERVICE_NAME "pppoed.tags.service_name" "Service-Name": Str;
            AC_NAME "pppoed.tags.ac_name" "AC-Name": Str;
            HOST_UNIQ "pppoed.tags.host_uniq" "Host-Uniq": Bytes;
            AC_COOKIE "pppoed.tags.ac_cookie" "AC-Cookie": Bytes;
            VENDOR_ID "pppoed.tags.vendor_id" "Vendor id": U32 Dec;
            VENDOR_UNSPECIFIED "pppoed.tags.vendor_unspecified" "Vendor unspecified": Bytes;
            VENDORSPECIFIC_TAGS "pppoed.tags.vendorspecific.tags" "Vendor Specific PPPoE Tags": None;
            VENDORSPECIFIC_TAG "pppoed.tags.vendorspecific.tag" "Tag": U8 Hex = VENDORSPECIFIC_TAG_NAMES;
            CIRCUIT_ID "pppoed.tags.circuit_id" "Circuit ID": Str;
            REMOTE_ID "pppoed.tags.remote_id" "Remote ID": Str;
            ACT_DATA_RATE_UP "pppoed.tags.act_data_rate_up" "Actual Data Rate Upstream": U32 Dec;
            ACT_DATA_RATE_DOWN "pppoed.tags.act_data_rate_down" "Actual Data Rate Downstream": U32 Dec;
            MIN_DATA_RATE_UP "pppoed.tags.min_data_rate_up" "Minimum Data Rate Upstream": U32 Dec;
            MIN_DATA_RATE_DOWN "pppoed.tags.min_data_rate_down" "Minimum Data Rate Downstream": U32 Dec;
            ATTAINABLE_DATA_RATE_UP "pppoed.tags.attainable_data_rate_up" "Attainable DataRate Upstream": U32 Dec;
            ATTAINABLE_DATA_RATE_DOWN "pppoed.tags.attainable_data_rate_down" "Attainable DataRate Downstream": U32 Dec;
            MAX_DATA_RATE_UP "pppoed.tags.max_data_rate_up" "Maximum Data Rate Upstream": U32 Dec;
            MAX_DATA_RATE_DOWN "pppoed.tags.max_data_rate_down" "Maximum Data Rate Downstream": U32 Dec;
            MIN_DATA_RATE_UP_LP "pppoed.tags.min_data_rate_up_lp" "Min DataRate Upstream in low power state": U32 Dec;
            MIN_DATA_RATE_DOWN_LP "pppoed.tags.min_data_rate_down_lp" "Minimum Data Rate Downstream in low power state": U32 Dec;
            MAX_INT_DELAY_UP "pppoed.tags.max_int_delay_up" "Max Interleaving Delay Upstream": U32 Dec;
            ACT_INT_DELAY_UP "pppoed.tags.act_int_delay_up" "Actual Interleaving Delay Upstream": U32 Dec;
            MAX_INT_DELAY_DOWN "pppoed.tags.max_int_delay_down" "Maximum Interleaving Delay Downstream": U32 Dec;
            ACT_INT_DELAY_DOWN "pppoed.tags.act_int_delay_down" "Actual Interleaving Delay Downstream": U32 Dec;
            ACCESS_LOOP_ENCAP "pppoed.tags.access_loop_encap" "Access-Loop-Encapsulation": None;
            ACCESS_LOOP_ENCAP_DATA_LINK "pppoed.tags.access_loop_encap.data_link" "Data link": U8 Hex = DATA_LINK_NAMES;
            ACCESS_LOOP_ENCAP_ENCAP_1 "pppoed.tags.access_loop_encap.encap_1" "Encaps 1": U8 Hex = ENCAP_1_NAMES;
            ACCESS_LOOP_ENCAP_ENCAP_2 "pppoed.tags.access_loop_encap.encap_2" "Encaps 2": U8 Hex = ENCAP_2_NAMES;
            CREDITS "pppoed.tags.credits" "Credits": Bytes;
            CREDITS_FCN "pppoed.tags.credits.fcn" "FCN": U16 Dec;
            CREDITS_BCN "pppoed.tags.credits.bcn" "BCN": U16 Dec;
            METRICS "pppoed.tags.metrics" "Metrics": Bytes;
            METRICS_R "pppoed.tags.metrics.r" "Receive Only": Bool(16) & 0x1 = Names::Bools("True", "False");
            METRICS_MDR_UNITS "pppoed.tags.metrics.mdr_units" "MDR Units": U16 Hex & 0x18 = RATE_UNITS;
            METRICS_CDR_UNITS "pppoed.tags.metrics.cdr_units" "CDR Units": U16 Hex & 0x6 = RATE_UNITS;
            METRICS_RLQ "pppoed.tags.metrics.rlq" "Relative Link Quality": U8 Dec;
            METRICS_RESOURCE "pppoed.tags.metrics.resource" "Resource": U8 Dec;
            METRICS_LATENCY "pppoed.tags.metrics.latency" "Latency": U16 Dec;
            METRICS_CURR_DRATE "pppoed.tags.metrics.curr_drate" "Curr. datarate": U16 Dec;
            METRICS_MAX_DRATE "pppoed.tags.metrics.max_drate" "Max. datarate": U16 Dec;
            SEQ_NUM "pppoed.tags.seq_num" "Sequence Number": U16 Hex;
            CREDIT_SCALE "pppoed.tags.credit_scale" "Credit Scale Factor": U16 Dec;
            RELAY_SESSION_ID "pppoed.tags.relay_session_id" "Relay-Session-Id": Bytes;
            HURL "pppoed.tags.hurl" "HURL": Bytes;
            MOTM "pppoed.tags.motm" "MOTM": Bytes;
            MAX_PAYLOAD "pppoed.tags.max_payload" "PPP-Max-Payload": Bytes;
            IP_ROUTE_ADD "pppoed.tags.ip_route_add" "IP Route Add": Bytes;
            SERVICE_NAME_ERROR "pppoed.tags.service_name_error" "Service-Name-Error": Str;
            AC_SYSTEM_ERROR "pppoed.tags.ac_system_error" "AC-System-Error": Str;
            GENERIC_ERROR "pppoed.tags.generic_error" "Generic-Error": Str;
        }
        experts {
            TAG_LENGTH_INVALID "pppoed.tag_length.invalid" Warn Malformed "Wrong length";
        }
    }

    names! {
        TAG_NAMES {
            0 => "End-Of-List", 0x101 => "Service-Name", 0x102 => "AC-Name", 0x103 => "Host-Uniq", 0x104 => "AC-Cookie",
            0x105 => "Vendor-Specific", 0x106 => "Credits", 0x107 => "Metrics", 0x108 => "Sequence Number",
            0x109 => "Credit Scale Factor", 0x110 => "Relay-Session-Id", 0x111 => "HURL", 0x112 => "MOTM",
            0x120 => "PPP-Max-Payload", 0x121 => "IP Route Add", 0x201 => "Service-Name-Error",
            0x202 => "AC-System-Error", 0x203 => "Generic-Error",
        }
        VENDORSPECIFIC_TAG_NAMES {
            1 => "Circuit-ID", 2 => "Remote-ID", 0x81 => "Actual-Data-Rate-Up", 0x82 => "Actual-Data-Rate-Down",
            0x83 => "Min-Data-Rate-Up", 0x84 => "Min-Data-Rate-Down", 0x85 => "Attainable-Data-Rate-Up",
            0x86 => "Attainable-Data-Rate-Down", 0x87 => "Max-Data-Rate-Up", 0x88 => "Max-Data-Rate-Down",
            0x89 => "Min-Data-Rate-Up-Low-Power", 0x8a => "Min-Data-Rate-Down-Low-Power",
            0x8b => "Max-Interleaving-Delay-Up", 0x8c => "Actual-Interleaving-Delay-Up",
            0x8d => "Max-Interleaving-Delay-Down", 0x8e => "Actual-Interleaving-Delay-Down",
            0x90 => "Access-Loop-Encapsulation",
        }
        DATA_LINK_NAMES { 0 => "ATM AAL5", 1 => "Ethernet" }
        ENCAP_1_NAMES { 0 => "NA", 1 => "Untagged Ethernet", 2 => "Single-tagged Ethernet", 3 => "Double-tagged Ethernet" }
        ENCAP_2_NAMES {
            0 => "NA", 1 => "PPPoA LLC", 2 => "PPPoA Null", 3 => "IPoA LLC", 4 => "IPoA Null",
            5 => "Ethernet over AAL5 LLC w FCS", 6 => "Ethernet over AAL5 LLC w/o FCS",
            7 => "Ethernet over AAL5 Null w FCS", 8 => "Ethernet over AAL5 Null w/o FCS",
        }
        RATE_UNITS {
            0 => "kilobits per second", 1 => "megabits per second", 2 => "gigabits per second", 3 => "terabits per second",
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        let start = c.pos();
        cx.protocol("PPPoED");
        cx.info_clear();
        let (_, mut body) = super::head(cx, &mut c)?;
        let end = body.pos() + body.left();
        cx.proto_len(end - start);
        if body.is_empty() {
            return Ok(());
        }
        let top: Item = cx.add(TAGS, body.span(body.left()), Value::None);
        cx.under(top, |cx| -> Step {
            while body.left() >= 4 {
                let head = body.peek_array::<4>()?;
                let (kind, len) =
                    (u16::from_be_bytes([head[0], head[1]]), u16::from_be_bytes([head[2], head[3]]));
                if kind == 0 {
                    break;
                }
                if len == 0 {
                    body.skip(4)?;
                    continue;
                }
                let all = body;
                body.skip(4)?;
                body.peek_bytes(0, usize::from(len))?;
                let mut value = body.take(usize::from(len));
                tag(cx, kind, all, &mut value)?;
            }
            Ok(())
        })
    }

    /// A tag that is not empty: `all` begins with its head.
    fn tag<S: Sink>(cx: &mut Cx<'_, S>, kind: u16, all: Cursor<'_>, v: &mut Cursor<'_>) -> Step {
        let n = v.left();
        let field = match kind {
            0x101 => SERVICE_NAME,
            0x102 => {
                let name = v.peek_bytes(0, n)?;
                cx.info_add(|o| _ = o.s(" AC-Name='").text(name).s("'"));
                AC_NAME
            }
            0x103 => HOST_UNIQ,
            0x104 => AC_COOKIE,
            0x105 => return vendor(cx, v),
            0x106 if n == 4 => {
                cx.field(CREDITS_FCN, v, 2)?;
                cx.field(CREDITS_BCN, v, 2)?;
                return Ok(());
            }
            0x106 => CREDITS,
            0x107 if n == 10 => return metrics(cx, v),
            0x107 => METRICS,
            0x108 | 0x109 => {
                let (name, field) = if kind == 0x108 {
                    ("Sequence Number", SEQ_NUM)
                } else {
                    ("Credit Scale Factor", CREDIT_SCALE)
                };
                if n == 2 {
                    cx.field(field, v, 2)?;
                } else {
                    let text = |o: &mut requin_wire::Out<'_>| {
                        _ = o.s(name).s(" tag: Wrong length: ").u(n as u64).s(" (expected 2)");
                    };
                    let line = cx.line(all.span(4 + n), text);
                    cx.expert_with(TAG_LENGTH_INVALID, line, all.span(4 + n), text);
                }
                return Ok(());
            }
            0x110 => RELAY_SESSION_ID,
            0x111 => HURL,
            0x112 => MOTM,
            0x120 => MAX_PAYLOAD,
            0x121 => IP_ROUTE_ADD,
            0x201 => SERVICE_NAME_ERROR,
            0x202 => AC_SYSTEM_ERROR,
            0x203 => GENERIC_ERROR,
            _ => {
                cx.peek_at(TAG, &all, 0, 2)?;
                cx.peek_at(TAG_LENGTH, &all, 2, 2)?;
                TAG_UNKNOWN_DATA
            }
        };
        cx.field(field, v, n)?;
        Ok(())
    }

    /// How good a radio's link is, RFC 5578 section 6.
    fn metrics<S: Sink>(cx: &mut Cx<'_, S>, v: &mut Cursor<'_>) -> Step {
        let flags = v.peek_u16(0)?;
        for field in [METRICS_MDR_UNITS, METRICS_CDR_UNITS, METRICS_R] {
            cx.peek(field, v, 2)?;
        }
        v.skip(2)?;
        cx.field(METRICS_RLQ, v, 1)?;
        cx.field(METRICS_RESOURCE, v, 1)?;
        cx.field(METRICS_LATENCY, v, 2)?;
        for (field, units) in [(METRICS_CURR_DRATE, flags >> 1), (METRICS_MAX_DRATE, flags >> 3)] {
            let item = cx.field(field, v, 2)?;
            cx.append(item, |o| _ = o.s([" kbps", " mbps", " gbps", " tbps"][usize::from(units & 3)]));
        }
        Ok(())
    }

    /// The Broadband Forum's enterprise number.
    const BROADBAND_FORUM: u32 = 3561;

    const RATES: [Field; 14] = [
        ACT_DATA_RATE_UP,
        ACT_DATA_RATE_DOWN,
        MIN_DATA_RATE_UP,
        MIN_DATA_RATE_DOWN,
        ATTAINABLE_DATA_RATE_UP,
        ATTAINABLE_DATA_RATE_DOWN,
        MAX_DATA_RATE_UP,
        MAX_DATA_RATE_DOWN,
        MIN_DATA_RATE_UP_LP,
        MIN_DATA_RATE_DOWN_LP,
        MAX_INT_DELAY_UP,
        ACT_INT_DELAY_UP,
        MAX_INT_DELAY_DOWN,
        ACT_INT_DELAY_DOWN,
    ];

    fn vendor<S: Sink>(cx: &mut Cx<'_, S>, v: &mut Cursor<'_>) -> Step {
        let vendor = v.peek_u32(0)?;
        cx.field(VENDOR_ID, v, 4)?;
        let n = v.left();
        if n == 0 {
            return Ok(());
        }
        if vendor != BROADBAND_FORUM {
            cx.field(VENDOR_UNSPECIFIED, v, n)?;
            return Ok(());
        }
        let top = cx.add(VENDORSPECIFIC_TAGS, v.span(n), Value::None);
        cx.under(top, |cx| -> Step {
            while v.left() >= 2 {
                let (kind, len) = (v.peek_u8(0)?, usize::from(v.peek_u8(1)?));
                let all = *v;
                v.skip(2)?;
                v.peek_bytes(0, len)?;
                let mut value = v.take(len);
                access_line(cx, top, kind, all, &mut value)?;
            }
            Ok(())
        })
    }

    /// What an access node says of the line a subscriber is on, TR-101 section 3.9.4.
    fn access_line<S: Sink>(
        cx: &mut Cx<'_, S>,
        top: Item,
        kind: u8,
        all: Cursor<'_>,
        v: &mut Cursor<'_>,
    ) -> Step {
        let n = v.left();
        let wrong = |cx: &mut Cx<'_, S>, wanted: usize| {
            let name = VENDORSPECIFIC_TAG_NAMES.or(u64::from(kind), "Unknown");
            cx.expert_with(TAG_LENGTH_INVALID, top, all.span(2 + n), |o| {
                o.s(name).s(": Wrong length: ").u(n as u64).s(" (expected == ").u(wanted as u64).c(b')');
            });
        };
        match (kind, RATES.get(usize::from(kind.wrapping_sub(0x81)))) {
            (1 | 2, _) => _ = cx.field(if kind == 1 { CIRCUIT_ID } else { REMOTE_ID }, v, n)?,
            (_, Some(field)) if n == 4 => _ = cx.field(*field, v, 4)?,
            (_, Some(_)) => wrong(cx, 4),
            (0x90, _) if n == 3 => {
                let item = cx.add(ACCESS_LOOP_ENCAP, v.span(3), Value::None);
                cx.under(item, |cx| -> Step {
                    for field in
                        [ACCESS_LOOP_ENCAP_DATA_LINK, ACCESS_LOOP_ENCAP_ENCAP_1, ACCESS_LOOP_ENCAP_ENCAP_2]
                    {
                        cx.field(field, v, 1)?;
                    }
                    Ok(())
                })?;
            }
            (0x90, _) => wrong(cx, 3),
            _ => {
                cx.peek_at(VENDORSPECIFIC_TAG, &all, 0, 1)?;
                cx.peek_at(TAG_LENGTH_8, &all, 1, 1)?;
                if n > 0 {
                    cx.field(TAG_UNKNOWN_DATA, v, n)?;
                }
            }
        }
        Ok(())
    }
}
