//! Dynamic Host Configuration Protocol, RFC 2131, and BOOTP, RFC 951.

mod fields;
mod options;
mod special;

use fields::*;
pub use fields::{COUNT, DEF, ID};
use requin_wire::{Cursor, Cx, Item, Out, Sink, Span, Step, Stop, Value};

/// Bytes before the options.
const FIXED: usize = 236;
const SERVER_NAME: (usize, usize) = (44, 64);
const FILE_NAME: (usize, usize) = (108, 128);
/// What options begin with, RFC 1497.
const COOKIE: [u8; 4] = [99, 130, 83, 99];

/// What a first look at the options found.
#[derive(Clone, Copy, Debug, Default)]
struct Found {
    /// DHCP message type.
    message: Option<u8>,
    /// Which name fields hold options: bit 0 the boot file's, bit 1 the server's.
    overload: u8,
    /// Whether a vendor class begins with `PXEClient`, or is Aruba's.
    vendor: Vendor,
}

/// Whose vendor options these are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Vendor {
    #[default]
    Unknown,
    Pxe,
    Aruba,
}

fn look(options: &Cursor<'_>) -> Result<Found, Stop> {
    let mut found = Found::default();
    let mut rest = options.rest();
    let cut = options.is_cut();
    while let [code, after @ ..] = rest {
        rest = match (code, after) {
            (0, _) => after,
            (255, _) => return Ok(found),
            (_, []) => break,
            (_, [len, after @ ..]) if cut && after.len() < usize::from(*len) => break,
            (code, [len, after @ ..]) => {
                let data = after.get(..usize::from(*len)).unwrap_or(after);
                match (code, data) {
                    (52, [v, ..]) => found.overload = *v & 3,
                    (53, [v, ..]) => found.message = found.message.or(Some(*v)),
                    (60, v) if v.starts_with(b"PXEClient") => found.vendor = Vendor::Pxe,
                    (60, v) if v == b"ArubaAP" => found.vendor = Vendor::Aruba,
                    _ => (),
                }
                after.get(usize::from(*len)..).unwrap_or_default()
            }
        };
    }
    if cut { Err(Stop::Cut) } else { Ok(found) }
}

/// A hardware address, with colons.
fn hardware(o: &mut Out<'_>, bytes: &[u8]) {
    o.hex_bytes(bytes, b':');
}

const BOOT_REQUEST: u8 = 1;

/// Bytes of a message of BOOTP (RFC 951), with its 64 bytes for vendors.
const BOOTP_LEN: usize = 300;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c;
    cx.protocol("BOOTP");
    cx.info_clear();
    let (op, hw_type, hw_len) = (c.peek_u8(0)?, c.peek_u8(1)?, usize::from(c.peek_u8(2)?));
    let hw = all.peek_bytes(28, hw_len.min(16));
    let hw = if op == BOOT_REQUEST { cx.first(hw)? } else { &[] };
    cx.info(|o| match op {
        BOOT_REQUEST => {
            o.s("Boot Request from ");
            hardware(o, hw);
            o.s(" (");
            hardware(o, hw);
            o.s(")");
        }
        2 => _ = o.s("Boot Reply"),
        op => _ = o.s("Unknown BOOTP message type (").u(op).s(")"),
    });
    let magic = all.peek_bytes(FIXED, 4).is_ok_and(|b| b == COOKIE);
    let mut found = Found::default();
    // Options are looked at first: when the capture cut them, or was cut before them in a message longer than
    // BOOTP's, tshark shows nothing at all.
    if all.left() > BOOTP_LEN {
        all.peek_bytes(FIXED, 4)?;
    }
    if magic {
        let mut options = all;
        options.advance(FIXED + 4);
        found = look(&options)?;
    }
    if let Some(message) = found.message {
        let name = OPTION_DHCP_NAMES.or(u64::from(message), "Unknown");
        let id = all.peek_u32(4)?;
        cx.protocol("DHCP");
        cx.info(|o| {
            o.s("DHCP ").s(name);
            for _ in name.len()..8 {
                o.s(" ");
            }
            o.s(" - Transaction ID ").hex(id, 1);
        });
        cx.proto_append(|o| _ = o.s(" (").s(name).s(")"));
    }
    cx.u8(TYPE, &mut c)?;
    cx.u8(HW_TYPE, &mut c)?;
    cx.u8(HW_LEN, &mut c)?;
    cx.u8(HOPS, &mut c)?;
    cx.u32(ID_FIELD, &mut c)?;
    let secs = c.peek_u16(0)?;
    // Some clients write the seconds little-endian: nobody waits for hours.
    let swapped = secs > 0x100 && secs & 0xff == 0 && secs.swap_bytes() <= 0xff;
    if swapped {
        let item = cx.add(SECS, c.span(2), Value::U(u64::from(secs.swap_bytes())));
        cx.expert(SECS_LE, item, c.span(2));
        c.skip(2)?;
    } else {
        cx.u16(SECS, &mut c)?;
    }
    let (flags, item) = cx.flags(FLAGS, &mut c, 2, &[FLAGS_BC, FLAGS_RESERVED])?;
    cx.append(item, |o| {
        _ = o.s(if flags & 0x8000 != 0 { ", Broadcast flag (Broadcast)" } else { " (Unicast)" })
    });
    for field in [IP_CLIENT, IP_YOUR, IP_SERVER, IP_RELAY] {
        cx.field(field, &mut c, 4)?;
    }
    let n = hw_len.min(16);
    if n > 0 {
        if n == 6 && matches!(hw_type, 1 | 6) {
            cx.peek(HW_MAC_ADDR, &c, 6)?;
        } else {
            cx.peek(HW_ADDR, &c, n)?;
        }
    } else {
        let item = cx.line(c.span(0), |o| _ = o.s("Client address not given"));
        _ = item;
    }
    c.skip(n)?;
    if n < 16 {
        cx.bytes(HW_ADDR_PADDING, &mut c, 16 - n)?;
    }
    name_field(
        cx,
        &mut c,
        SERVER_NAME.1,
        found.overload & 2 != 0,
        SERVER,
        SERVER_NAME_OVERLOADED_BY_DHCP,
        "Server host name",
    )?;
    name_field(
        cx,
        &mut c,
        FILE_NAME.1,
        found.overload & 1 != 0,
        FILE,
        BOOT_FILENAME_OVERLOADED_BY_DHCP,
        "Boot file name",
    )?;
    if found.message.is_none() {
        let item = cx.add(BOOTP, c.span(0), Value::U(1));
        cx.hide(item);
        cx.set_generated(item);
    }
    c.peek_bytes(0, 4)?;
    if !magic {
        cx.bytes(VENDOR_SPECIFIC_OPTIONS, &mut c, 64)?;
        return Ok(());
    }
    let item = cx.field(COOKIE_FIELD, &mut c, 4)?;
    cx.label(item, |o| _ = o.s("Magic cookie: DHCP"));
    options::options(cx, &all, c, found, true)
}

/// The server's or the file's name, which may hold options instead.
fn name_field<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    n: usize,
    overloaded: bool,
    field: requin_wire::Field,
    note: requin_wire::Field,
    what: &str,
) -> Step {
    let span = c.span(n);
    if overloaded {
        let item = cx.line(span, |o| {
            o.s(if n == 64 { "Server name" } else { "Boot file name" }).s(" option overloaded by DHCP");
        });
        cx.expert(note, item, span);
        return c.skip(n);
    }
    if c.peek_u8(0)? == 0 {
        c.peek_bytes(0, n)?;
        let item = cx.add(field, span, Value::Str(Span { len: 0, ..span }));
        cx.label(item, |o| _ = o.s(what).s(" not given"));
        return c.skip(n);
    }
    let bytes = c.bytes(n)?;
    let len = bytes.iter().position(|b| *b == 0).unwrap_or(n);
    let item = cx.add(field, span, Value::Str(Span { len: len as u32, ..span }));
    crate::application::text::stray(cx, item, span, bytes);
    Ok(())
}

/// An expert item under the current option, with its message.
fn complain<S: Sink>(
    cx: &mut Cx<'_, S>,
    item: Item,
    c: &Cursor<'_>,
    message: impl FnOnce(&mut Out<'_>),
) -> Result<(), Stop> {
    cx.expert_with(BAD_LENGTH, item, c.span(0), message);
    Ok(())
}
