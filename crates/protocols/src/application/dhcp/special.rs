//! Options that have a structure of their own.

use super::fields::*;
use super::{FILE_NAME, Found, SERVER_NAME, Vendor, complain, hardware, options};
use crate::application::dns::Name;
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Value};

/// Dissects the data of such an option.
pub(super) fn option<S: Sink>(
    cx: &mut Cx<'_, S>,
    all: &Cursor<'_>,
    item: Item,
    d: &mut Cursor<'_>,
    code: u8,
    len: usize,
    found: Found,
) -> Step {
    match code {
        43 => vendor(cx, item, d, len, found.vendor)?,
        52 => {
            let raw = cx.u8(OPTION_OPTION_OVERLOAD, d)?;
            for (bit, (at, n), title) in [
                (2, SERVER_NAME, "Server host name option overload"),
                (1, FILE_NAME, "Boot file name option overload"),
            ] {
                if raw & bit == 0 || raw > 3 {
                    continue;
                }
                let mut held = *all;
                held.advance(at);
                let held = held.within(n);
                let title = cx.line(held.span(n), |o| _ = o.s(title));
                cx.under(title, |cx| options::options(cx, all, held, Found { overload: 0, ..found }, false))?;
            }
        }
        53 => {
            let kind = d.peek_u8(0)?;
            cx.u8(OPTION_DHCP, d)?;
            cx.append(item, |o| _ = o.s(" (").s(OPTION_DHCP_NAMES.or(u64::from(kind), "Unknown")).s(")"));
        }
        61 | 97 => client_identifier(cx, d, code, len)?,
        77 => user_class(cx, item, d, len)?,
        78 => {
            cx.u8(OPTION_SLP_DIRECTORY_AGENT_VALUE, d)?;
            while d.left() >= 4 {
                cx.field(OPTION_SLP_DIRECTORY_AGENT_SLPDA_ADDRESS, d, 4)?;
            }
            if !d.is_empty() {
                complain(cx, item, d, |o| _ = o.s("Option length isn't a multiple of 4"))?;
            }
        }
        79 => {
            cx.u8(OPTION_SLP_SERVICE_SCOPE_VALUE, d)?;
            let n = d.left();
            cx.bytes(OPTION_SLP_SERVICE_SCOPE_STRING, d, n)?;
        }
        81 => {
            if len < 3 {
                return complain(cx, item, d, |o| _ = o.s("length isn't >= 3"));
            }
            let (flags, it) = cx.flags(FQDN_FLAGS, d, 1, &[FQDN_MBZ, FQDN_N, FQDN_E, FQDN_O, FQDN_S])?;
            cx.append(it, |o| {
                for (bit, name) in
                    [(8, ", Server DDNS"), (4, ", Encoding"), (2, ", Server overrides"), (1, ", Server")]
                {
                    if flags & bit != 0 {
                        o.s(name);
                    }
                }
            });
            cx.u8(FQDN_RCODE1, d)?;
            cx.u8(FQDN_RCODE2, d)?;
            if len > 3 {
                if flags & 4 != 0 {
                    domain(cx, FQDN_NAME, d)?;
                } else {
                    cx.bytes(FQDN_NAME, d, len - 3)?;
                }
            }
        }
        82 => relay_agent(cx, d)?,
        90 => authentication(cx, item, d, len)?,
        94 if len == 3 => {
            d.skip(1)?;
            cx.u8(CLIENT_NETWORK_ID_MAJOR, d)?;
            cx.u8(CLIENT_NETWORK_ID_MINOR, d)?;
        }
        94 => {
            d.skip(1)?;
            if !d.is_empty() {
                cx.u8(CLIENT_NETWORK_ID_MAJOR, d)?;
            }
        }
        119 => {
            let base = d.pos();
            while !d.is_empty() {
                let start = *d;
                let name = Name::read(d, base)?;
                cx.add_str(OPTION_DHCP_DNS_DOMAIN_SEARCH_LIST_FQDN, d.span_since(&start), |o| name.write(o));
            }
        }
        120 => sip_servers(cx, item, d, len)?,
        121 | 249 => classless_routes(cx, item, d, len)?,
        123 => {
            cx.u8(OPTION_CL_DSS_ID_OPTION, d)?;
            let n = usize::from(cx.u8(OPTION_CL_DSS_ID_LEN, d)?);
            cx.bytes(OPTION_CL_DSS_ID, d, n)?;
        }
        124 => {
            if len < 5 {
                return complain(cx, item, d, |o| _ = o.s("length < 5"));
            }
            cx.field(OPTION_VI_CLASS_ENTERPRISE, d, 4)?;
            let n = usize::from(cx.u8(OPTION_VI_CLASS_LENGTH, d)?);
            cx.bytes(OPTION_VI_CLASS_DATA, d, n)?;
        }
        125 => vendor_information(cx, item, d, len)?,
        151 => {
            cx.u8(OPTION_BULK_LEASE_STATUS_CODE, d)?;
            if !d.is_empty() {
                let n = d.left();
                cx.bytes(OPTION_BULK_LEASE_STATUS_CODE_MESSAGE, d, n)?;
            }
        }
        159 => {
            if len != 4 {
                return complain(cx, item, d, |o| _ = o.s("length must be 4"));
            }
            cx.u8(OPTION_PORTPARAMS_OFFSET, d)?;
            cx.u8(OPTION_PORTPARAMS_PSID_LENGTH, d)?;
            cx.bytes(OPTION_PORTPARAMS_PSID, d, 2)?;
        }
        _ => (),
    }
    Ok(())
}

fn domain<S: Sink>(cx: &mut Cx<'_, S>, field: Field, d: &mut Cursor<'_>) -> Step {
    let start = *d;
    let name = Name::read(d, d.pos())?;
    cx.add_str(field, d.span_since(&start), |o| name.write(o));
    Ok(())
}

fn vendor<S: Sink>(cx: &mut Cx<'_, S>, item: Item, d: &mut Cursor<'_>, len: usize, vendor: Vendor) -> Step {
    match vendor {
        Vendor::Aruba => {
            cx.append(item, |o| _ = o.s(" (Aruba AP)"));
            cx.bytes(OPTION_VENDOR_ARUBAAP_CONTROLLERIP, d, len)?;
        }
        Vendor::Pxe => {
            cx.append(item, |o| _ = o.s(" (PXEClient)"));
            while !d.is_empty() {
                let code = d.peek_u8(0)?;
                if code == 255 {
                    cx.u8(OPTION_VENDOR_PXECLIENT_END, d)?;
                    break;
                }
                let it = cx.peek(OPTION_VENDOR_PXECLIENT_SUBOPTION, d, 1)?;
                d.skip(1)?;
                if code == 0 {
                    continue;
                }
                cx.under(it, |cx| -> Step {
                    let n = usize::from(cx.u8(OPTION_SUBOPTION_LENGTH, d)?);
                    let value = cx.peek(OPTION_VENDOR_VALUE, d, n)?;
                    cx.hide(value);
                    let mut v = d.take(n);
                    if code == 1 && n == 4 {
                        cx.field(OPTION_VENDOR_PXECLIENT_MTFTP_IP, &mut v, 4)?;
                    }
                    Ok(())
                })?;
            }
        }
        Vendor::Unknown => _ = cx.bytes(OPTION_VENDOR_VALUE, d, len)?,
    }
    Ok(())
}

fn client_identifier<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>, code: u8, len: usize) -> Step {
    let kind = if len > 0 { d.peek_u8(0)? } else { return Ok(()) };
    if len == 7 && code == 61 && (1..48).contains(&kind) {
        cx.u8(HW_TYPE, d)?;
        cx.field(if matches!(kind, 1 | 6) { HW_MAC_ADDR } else { HW_ADDR }, d, 6)?;
    } else if len == 17 && kind == 0 {
        d.skip(1)?;
        cx.field_le(CLIENT_ID_UUID, d, 16)?;
    } else if kind == 255 && len > 4 && code == 61 {
        d.skip(1)?;
        let iaid = d.peek_bytes(0, 4)?;
        cx.add_str(CLIENT_ID_IAID, d.span(4), |o| _ = o.hex_bytes(iaid, 0));
        d.skip(4)?;
        let duid = cx.u16(CLIENT_ID_DUID_TYPE, d)?;
        match duid {
            1 | 3 => {
                cx.field(
                    if duid == 1 { CLIENT_ID_DUID_LLT_HW_TYPE } else { CLIENT_ID_DUID_LL_HW_TYPE },
                    d,
                    2,
                )?;
                if duid == 1 {
                    cx.u32(CLIENT_ID_TIME, d)?;
                }
                if !d.is_empty() {
                    let n = d.left();
                    let span = d.span(n);
                    let address = d.bytes(n)?;
                    cx.add_str(CLIENT_ID_LINK_LAYER_ADDRESS, span, |o| hardware(o, address));
                }
            }
            2 => {
                cx.field(CLIENT_ID_ENTERPRISE_NUM, d, 4)?;
                let n = d.left();
                cx.bytes(CLIENT_ID, d, n)?;
            }
            _ => (),
        }
    } else if kind == 0 && len > 1 {
        cx.u8(CLIENT_ID_TYPE, d)?;
        let n = d.left();
        cx.bytes(CLIENT_ID_UNDEF, d, n)?;
    }
    Ok(())
}

fn user_class<S: Sink>(cx: &mut Cx<'_, S>, item: Item, d: &mut Cursor<'_>, len: usize) -> Step {
    if len < 2 {
        return complain(cx, item, d, |o| _ = o.s("length isn't >= 2"));
    }
    if usize::from(d.peek_u8(0)?) >= len {
        // Many clients leave the length out.
        let it = cx.peek(OPTION_USER_CLASS_TEXT, d, len)?;
        cx.expert(OPTION_NONSTD_DATA, it, d.span(0));
        return Ok(());
    }
    let mut i = 0u64;
    while !d.is_empty() {
        let n = usize::from(d.peek_u8(0)?);
        let it = cx.add(OPTION_USER_CLASS, d.span(n + 1), Value::U(i));
        cx.label(it, |o| _ = o.s("Instance of User Class: [").u(i).s("]"));
        cx.under(it, |cx| -> Step {
            cx.u8(OPTION_USER_CLASS_LENGTH, d)?;
            if n > 0 {
                cx.bytes(OPTION_USER_CLASS_DATA, d, n.min(d.left()))?;
            }
            Ok(())
        })?;
        if n == 0 {
            return complain(cx, it, d, |o| {
                _ = o.s("UC_Len_").u(i).s(" isn't >= 1 (UC_Len_").u(i).s(" = 0)")
            });
        }
        i += 1;
    }
    Ok(())
}

/// Which field a suboption of the relay agent's is, and how many bytes it takes (0: all).
fn relay_field(code: u8) -> Option<(Field, usize)> {
    Some(match code {
        1 => (OPTION_AGENT_INFORMATION_OPTION_AGENT_CIRCUIT_ID, 0),
        2 => (OPTION_AGENT_INFORMATION_OPTION_AGENT_REMOTE_ID, 0),
        4 => (OPTION_AGENT_INFORMATION_OPTION_DOCSIS_DEVICE_CLASS, 4),
        5 => (OPTION_AGENT_INFORMATION_OPTION_LINK_SELECTION, 4),
        6 => (OPTION_AGENT_INFORMATION_OPTION_SUBSCRIBER_ID, 0),
        7 => (OPTION_AGENT_INFORMATION_OPTION_RADIUS_ATTRIBUTES, 0),
        11 => (OPTION_AGENT_INFORMATION_OPTION_SERVER_ID_OVERRIDE, 4),
        12 => (OPTION_AGENT_INFORMATION_OPTION_RELAY_AGENT_ID, 0),
        13 => (OPTION_AGENT_INFORMATION_OPTION_ANI_ATT, 0),
        15 => (OPTION_AGENT_INFORMATION_OPTION_ANI_AP_NAME, 0),
        18 => (OPTION_AGENT_INFORMATION_OPTION_ANI_OPERATOR_REALM, 0),
        151 => (OPTION_AGENT_INFORMATION_OPTION_VRF_NAME, 0),
        152 => (OPTION_AGENT_INFORMATION_OPTION_SERVER_ID_OVERRIDE_CISCO, 4),
        _ => return None,
    })
}

/// RFC 3046.
fn relay_agent<S: Sink>(cx: &mut Cx<'_, S>, d: &mut Cursor<'_>) -> Step {
    while !d.is_empty() {
        let code = d.peek_u8(0)?;
        if d.left() < 2 {
            cx.expert_here(MISSING_SUBOPT_LENGTH, d.span(1), |o| {
                o.s("Suboption ").u(code).s(": no room left in option for suboption length");
            });
            return Ok(());
        }
        let n = usize::from(d.peek_u8(1)?);
        let it = cx.peek(OPTION_AGENT_INFORMATION_OPTION_SUBOPTION, d, 1)?;
        cx.set_len(it, n + 2);
        let address = match relay_field(code) {
            Some((_, 4)) if code != 4 && n == 4 => d.peek_u32(2).ok(),
            _ => None,
        };
        cx.label(it, |o| {
            let name = OPTION_AGENT_INFORMATION_OPTION_SUBOPTION_NAMES.or(u64::from(code), "Unknown");
            o.s("Option 82 Suboption: (").u(code).s(") ").s(name);
            if let Some(a) = address {
                o.s(" (").ipv4(a).s(")");
            }
        });
        d.skip(1)?;
        let done = cx.under(it, |cx| -> Result<bool, requin_wire::Stop> {
            cx.u8(OPTION_SUBOPTION_LENGTH, d)?;
            if n > d.left() {
                cx.expert_here(MISSING_SUBOPT_VALUE, d.span(0), |o| {
                    o.s("Suboption ").u(code).s(": no room left in option for suboption value");
                });
                return Ok(true);
            }
            let value = cx.peek(OPTION_AGENT_INFORMATION_OPTION_VALUE, d, n)?;
            if code != 0 {
                cx.hide(value);
            }
            let mut v = d.take(n);
            if let Some((field, width)) = relay_field(code) {
                if width == 0 || width == n {
                    cx.field(field, &mut v, n)?;
                }
            } else if code == 9 {
                while v.left() >= 5 {
                    let enterprise = cx.field(OPTION_AGENT_INFORMATION_OPTION_VI_ENTERPRISE, &mut v, 4)?;
                    let n = usize::from(v.peek_u8(0)?);
                    cx.under(enterprise, |cx| cx.u8(OPTION_AGENT_INFORMATION_OPTION_VI_DATA_LENGTH, &mut v))?;
                    let n = n.min(v.left());
                    cx.bytes(OPTION_AGENT_INFORMATION_OPTION_VALUE, &mut v, n)?;
                }
            } else if code != 0 {
                cx.expert_here(SUBOPT_UNKNOWN_TYPE, v.span(0), |o| {
                    o.s("ERROR, please report: Unknown subopt type handler ").u(code);
                });
            }
            Ok(false)
        })?;
        if done {
            return Ok(());
        }
    }
    Ok(())
}

/// RFC 3118.
fn authentication<S: Sink>(cx: &mut Cx<'_, S>, item: Item, d: &mut Cursor<'_>, len: usize) -> Step {
    if len < 11 {
        return complain(cx, item, d, |o| _ = o.s("length isn't >= 11"));
    }
    let protocol = cx.u8(OPTION_DHCP_AUTHENTICATION_PROTOCOL, d)?;
    let delayed = protocol == 1;
    let algorithm =
        if delayed { OPTION_DHCP_AUTHENTICATION_ALG_DELAY } else { OPTION_DHCP_AUTHENTICATION_ALGORITHM };
    let algorithm = cx.u8(algorithm, d)?;
    cx.u8(OPTION_DHCP_AUTHENTICATION_RDM, d)?;
    cx.u64(OPTION_DHCP_AUTHENTICATION_RDM_REPLAY_DETECTION, d)?;
    if delayed {
        // A client that has no key yet sends neither.
        if len >= 31 && algorithm == 1 {
            cx.u32(OPTION_DHCP_AUTHENTICATION_SECRET_ID, d)?;
            cx.bytes(OPTION_DHCP_AUTHENTICATION_HMAC_MD5_HASH, d, 16)?;
        }
    } else if !d.is_empty() {
        let n = d.left();
        cx.bytes(OPTION_DHCP_AUTHENTICATION_INFORMATION, d, n)?;
    }
    Ok(())
}

/// RFC 3361.
fn sip_servers<S: Sink>(cx: &mut Cx<'_, S>, item: Item, d: &mut Cursor<'_>, len: usize) -> Step {
    match cx.u8(OPTION_SIP_SERVER_ENCODING, d)? {
        0 => {
            let base = d.pos();
            while !d.is_empty() {
                let start = *d;
                let name = Name::read(d, base)?;
                cx.add_str(OPTION_SIP_SERVER_NAME, d.span_since(&start), |o| name.write(o));
            }
        }
        1 => {
            if len < 5 {
                return complain(cx, item, d, |o| _ = o.s("length isn't >= 5 (len = ").u(len as u64).s(")"));
            }
            while d.left() >= 4 {
                cx.field(OPTION_SIP_SERVER_ADDRESS, d, 4)?;
            }
        }
        encoding => cx.expert_here(OPTION_SIP_SERVER_ADDRESS_ENCODING, d.span(0), |o| {
            o.s("RFC 3361 defines only 0 and 1 for Encoding byte (Encoding = ").u(encoding).s(").");
        }),
    }
    Ok(())
}

/// RFC 3442.
fn classless_routes<S: Sink>(cx: &mut Cx<'_, S>, item: Item, d: &mut Cursor<'_>, len: usize) -> Step {
    if len < 5 {
        return complain(cx, item, d, |o| _ = o.s("length isn't >= 5"));
    }
    while !d.is_empty() {
        let width = d.peek_u8(0)?;
        if width > 32 {
            cx.expert_here(OPTION_CLASSLESS_STATIC_ROUTE_2, d.span(1), |o| {
                o.s("Mask width (").u(width).s(") > 32");
            });
            return Ok(());
        }
        let n = usize::from(width).div_ceil(8);
        let span = d.span(5 + n);
        let bytes = d.bytes(5 + n)?;
        let it = cx.add(OPTION_CLASSLESS_STATIC_ROUTE, span, Value::Bytes(span));
        let byte = |i: usize| bytes.get(i).copied().unwrap_or(0);
        cx.label(it, |o| {
            o.s(" ");
            if width == 0 {
                o.s("default");
            } else {
                for i in 0..4 {
                    o.s(if i > 0 { "." } else { "" }).u(if i < n { byte(i + 1) } else { 0 });
                }
                o.s("/").u(width);
            }
            o.s("-").ipv4(u32::from_be_bytes([byte(n + 1), byte(n + 2), byte(n + 3), byte(n + 4)]));
        });
    }
    Ok(())
}

/// RFC 3925.
fn vendor_information<S: Sink>(cx: &mut Cx<'_, S>, item: Item, d: &mut Cursor<'_>, len: usize) -> Step {
    /// The Broadband Forum's enterprise number.
    const BROADBAND_FORUM: u32 = 3561;
    if len < 5 {
        return complain(cx, item, d, |o| _ = o.s("length < 5"));
    }
    while d.left() >= 5 {
        let enterprise = d.peek_u32(0)?;
        let it = cx.field(OPTION_VI_ENTERPRISE, d, 4)?;
        cx.under(it, |cx| -> Step {
            let n = usize::from(cx.u8(OPTION_VI_LENGTH, d)?);
            let mut data = d.take(n);
            while data.left() >= 2 {
                let (code, n) = (data.peek_u8(0)?, usize::from(data.peek_u8(1)?));
                let broadband = enterprise == BROADBAND_FORUM;
                let field = if broadband { OPTION_VI_TR111_SUBOPTION } else { VENDOR_SUBOPTION };
                let sub = cx.peek(field, &data, 1)?;
                cx.label(sub, |o| {
                    o.s("Option 125 Suboption: ");
                    if broadband {
                        o.s("(")
                            .u(code)
                            .s(") ")
                            .s(OPTION_VI_TR111_SUBOPTION_NAMES.or(u64::from(code), "Unknown"));
                    } else {
                        o.u(code);
                    }
                });
                data.skip(1)?;
                let room = cx.under(sub, |cx| -> Result<bool, requin_wire::Stop> {
                    cx.u8(OPTION_SUBOPTION_LENGTH, &mut data)?;
                    if n > data.left() {
                        cx.expert_here(MISSING_SUBOPT_VALUE, data.span(0), |o| {
                            o.s("Suboption ").u(code).s(": no room left in option for suboption value");
                        });
                        return Ok(false);
                    }
                    let field = match code {
                        _ if !broadband => VENDOR_DATA,
                        1 => OPTION_VI_TR111_DEVICE_MANUFACTURER_OUI,
                        2 => OPTION_VI_TR111_DEVICE_SERIAL_NUMBER,
                        3 => OPTION_VI_TR111_DEVICE_PRODUCT_CLASS,
                        4 => OPTION_VI_TR111_GATEWAY_MANUFACTURER_OUI,
                        5 => OPTION_VI_TR111_GATEWAY_SERIAL_NUMBER,
                        6 => OPTION_VI_TR111_GATEWAY_PRODUCT_CLASS,
                        _ => VENDOR_DATA,
                    };
                    cx.peek(field, &data, n)?;
                    Ok(true)
                })?;
                if !room {
                    return Ok(());
                }
                if broadband {
                    let value = cx.peek(OPTION_VI_VALUE, &data, n)?;
                    cx.hide(value);
                }
                data.advance(n);
            }
            Ok(())
        })?;
    }
    Ok(())
}
