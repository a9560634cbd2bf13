//! Control codes of devices and file systems, sections 2.2.31 and 2.2.32, with what goes with them.

use super::info::object_id;
use super::negotiate::{capabilities, security_mode};
use super::parts::{Place, handle, nothing};
use super::transfer::data;
use super::*;
use crate::application::dcerpc;
use crate::application::smb::{common, dfs};
use requin_wire::{Field, Stop};

const GET_REFERRALS: u32 = 0x0006_0194;
const CREATE_OR_GET_OBJECT_ID: u32 = 0x0009_00c0;
const PIPE_WAIT: u32 = 0x0011_0018;
const PIPE_TRANSCEIVE: u32 = 0x0011_c017;
const RESUME_KEY: u32 = 0x0014_0078;
const COPYCHUNK: u32 = 0x0014_40f2;
const COPYCHUNK_WRITE: u32 = 0x0014_80f2;
const INTERFACES: u32 = 0x0014_01fc;
const VALIDATE: u32 = 0x0014_0204;

/// The code, which says what the device is, what rights are needed, and how bytes are handed over.
fn function<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<u32, Stop> {
    let bits = [IOCTL_FUNCTION_DEVICE, IOCTL_FUNCTION_ACCESS, IOCTL_FUNCTION_FUNCTION, IOCTL_FUNCTION_METHOD];
    let (code, _) = cx.flags_le(IOCTL_FUNCTION, c, 4, &bits)?;
    cx.info_add(|o| _ = o.s(" ").s(names::IOCTL_FUNCTION_NAMES.or(code, "Unknown")));
    Ok(code as u32)
}

pub(super) fn request<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    let c = &mut c;
    cx.bytes(RESERVED, c, 2)?;
    let code = function(cx, c)?;
    handle(cx, c, m)?;
    let input = Place::read(c, (4, 4))?;
    cx.u32_le(MAX_IOCTL_IN_SIZE, c)?;
    let output = Place::read(c, (4, 4))?;
    cx.u32_le(MAX_IOCTL_OUT_SIZE, c)?;
    cx.flags_le(IOCTL_FLAGS, c, 4, &[IOCTL_IS_FSCTL])?;
    rest(cx, c, m, code, input, output)
}

pub(super) fn response<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, m: &Message<'_>) -> Step {
    let c = &mut c;
    cx.bytes(RESERVED, c, 2)?;
    let code = function(cx, c)?;
    handle(cx, c, m)?;
    let input = Place::read(c, (4, 4))?;
    let output = Place::read(c, (4, 4))?;
    cx.u32_le(FLAGS, c)?;
    rest(cx, c, m, code, input, output)
}

/// Both runs of bytes in the order that they lie in.
fn rest<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    m: &Message<'_>,
    code: u32,
    input: Place,
    output: Place,
) -> Step {
    cx.bytes(RESERVED, c, 4)?;
    let mut both = [(input, IOCTL_IN, true), (output, IOCTL_OUT, false)];
    if output.offset < input.offset {
        both.reverse();
    }
    // What a pipe carries has nodes of its own, behind all of this one's.
    let mut carried = [None; 2];
    for ((place, field, is_input), carried) in both.into_iter().zip(&mut carried) {
        part(cx, m, place, field, |cx, c| {
            if code == PIPE_TRANSCEIVE && dcerpc::connected(&c, cx.ports) {
                *carried = Some(c);
                return Ok(());
            }
            content(cx, c, code, is_input)
        })?;
    }
    carried.into_iter().flatten().try_for_each(|c| cx.call(dcerpc::ID, c))
}

fn part<'m, S: Sink>(
    cx: &mut Cx<'_, S>,
    m: &Message<'m>,
    place: Place,
    field: Field,
    f: impl FnOnce(&mut Cx<'_, S>, Cursor<'m>) -> Step,
) -> Step {
    place.show(cx);
    let Some(found) = place.bytes(&m.all)? else {
        nothing(cx, &m.all, field);
        return Ok(());
    };
    let item = cx.add(field, found.span(usize::MAX), Value::None);
    cx.under(item, |cx| f(cx, found))
}

/// The bytes of a code: what goes in with the request, and what comes out with the response.
fn content<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, code: u32, input: bool) -> Step {
    let c = &mut c;
    match (code, input) {
        (PIPE_TRANSCEIVE, _) => data(cx, *c, UNKNOWN),
        (PIPE_WAIT, true) => {
            let specified = c.peek_u8(12)? != 0;
            if specified {
                cx.peek_le(FSCTL_WAIT_TIMEOUT, c, 0, 8)?;
            }
            let len = requin_wire::le(c.peek_bytes(8, 4)?) as usize;
            c.skip(14)?;
            let name = common::utf16(cx, FSCTL_WAIT_NAME, c, len)?;
            cx.info_add(|o| _ = o.s(" Pipe: ").text(name.as_bytes()));
            Ok(())
        }
        (GET_REFERRALS, true) => dfs::request(cx, c),
        (GET_REFERRALS, false) => dfs::response(cx, c),
        (CREATE_OR_GET_OBJECT_ID, false) => object_id(cx, *c),
        (RESUME_KEY, false) => cx.bytes(FSCTL_CCHUNK_RESUME_KEY, c, 24).map(|_| ()),
        (COPYCHUNK | COPYCHUNK_WRITE, _) => chunks(cx, c, input),
        (INTERFACES, false) => interfaces(cx, *c),
        (VALIDATE, _) => {
            capabilities(cx, c)?;
            cx.field_le(if input { CLIENT_GUID } else { SERVER_GUID }, c, 16)?;
            security_mode(cx, c)?;
            c.skip(1)?;
            let n = if input { cx.u16_le(DIALECT_COUNT, c)? } else { 1 };
            for _ in 0..n {
                cx.u16_le(DIALECT, c)?;
            }
            Ok(())
        }
        _ => {
            let n = c.left();
            cx.bytes(UNKNOWN, c, n).map(|_| ())
        }
    }
}

/// Copying on the server, in chunks (sections 2.2.31.1 and 2.2.32.1).
fn chunks<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, input: bool) -> Step {
    if !input {
        cx.u32_le(FSCTL_CCHUNK_CHUNKS_WRITTEN, c)?;
        cx.u32_le(FSCTL_CCHUNK_BYTES_WRITTEN, c)?;
        return cx.u32_le(FSCTL_CCHUNK_TOTAL_WRITTEN, c).map(|_| ());
    }
    cx.bytes(FSCTL_CCHUNK_RESUME_KEY, c, 24)?;
    let n = cx.u32_le(FSCTL_CCHUNK_COUNT, c)?;
    cx.bytes(RESERVED, c, 4)?;
    for _ in 0..n {
        let line = cx.line(c.span(24), |o| _ = o.s("Chunk"));
        cx.under(line, |cx| -> Step {
            cx.u64_le(FSCTL_CCHUNK_SRC_OFFSET, c)?;
            cx.u64_le(FSCTL_CCHUNK_DST_OFFSET, c)?;
            cx.u32_le(FSCTL_CCHUNK_XFER_LEN, c)?;
            cx.bytes(RESERVED, c, 4).map(|_| ())
        })?;
    }
    Ok(())
}

/// The interfaces of a server: section 2.2.32.5.
fn interfaces<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let mut rest = c;
    while !rest.is_empty() {
        let next = requin_wire::le(rest.peek_bytes(0, 4)?) as usize;
        let mut one = if next == 0 { rest } else { rest.within(next) };
        let line = cx.line(one.span(usize::MAX), |o| _ = o.s("Network Interface"));
        cx.under(line, |cx| interface(cx, &mut one, line))?;
        if next == 0 || next >= rest.left() {
            break;
        }
        rest.skip(next)?;
    }
    Ok(())
}

fn interface<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, line: requin_wire::Item) -> Step {
    const IPV4: u16 = 2;
    const IPV6: u16 = 23;
    cx.u32_le(IOCTL_NETWORK_INTERFACES_NEXT_OFFSET, c)?;
    cx.u32_le(IOCTL_NETWORK_INTERFACES_INDEX, c)?;
    let bits = [IOCTL_NETWORK_INTERFACES_CAPABILITIES_RDMA, IOCTL_NETWORK_INTERFACES_CAPABILITIES_RSS];
    let (can, item) = cx.flags_le(IOCTL_NETWORK_INTERFACES_CAPABILITIES, c, 4, &bits)?;
    for (bit, name) in [(2, ", RDMA"), (1, ", RSS")] {
        if can & bit != 0 {
            cx.append(item, |o| _ = o.s(name));
            cx.append(line, |o| _ = o.s(name));
        }
    }
    cx.u32_le(IOCTL_NETWORK_INTERFACES_RSS_QUEUE_COUNT, c)?;
    let speed = requin_wire::le(c.peek_bytes(0, 8)?);
    let item = cx.field_le(IOCTL_NETWORK_INTERFACES_LINK_SPEED, c, 8)?;
    let (unit, name) = match speed {
        1_000_000_000.. => (100_000_000, " GBits/s"),
        1_000_000.. => (100_000, " MBits/s"),
        1000.. => (100, " KBits/s"),
        _ => (0, " Bits/s"),
    };
    for item in [item, line] {
        cx.append(item, |o| {
            match speed.checked_div(unit) {
                Some(tenths) => o.s(", ").u(tenths / 10).s(".").u(tenths % 10),
                None => o.s(", ").u(speed),
            };
            o.s(name);
        });
    }
    let socket = cx.line(c.span(128), |o| _ = o.s("Socket Address"));
    cx.under(socket, |cx| -> Step {
        let family = cx.u16_le(WINDOWS_SOCKADDR_FAMILY, c)?;
        match family {
            IPV4 => {
                cx.u16(WINDOWS_SOCKADDR_PORT, c)?;
                let address = c.peek_u32(0)?;
                cx.field(WINDOWS_SOCKADDR_IN_ADDR, c, 4)?;
                for item in [socket, line] {
                    cx.append(item, |o| _ = o.s(", IPv4: ").ipv4(address));
                }
            }
            IPV6 => {
                cx.u16(WINDOWS_SOCKADDR_PORT, c)?;
                cx.u32_le(WINDOWS_SOCKADDR_IN6_FLOW_INFO, c)?;
                let address = *c.peek_array::<16>()?;
                cx.field(WINDOWS_SOCKADDR_IN6_ADDR, c, 16)?;
                cx.u32_le(WINDOWS_SOCKADDR_IN6_SCOPE_ID, c)?;
                for item in [socket, line] {
                    cx.append(item, |o| _ = o.s(", IPv6: ").ipv6(&address));
                }
            }
            _ => {}
        }
        Ok(())
    })
}
