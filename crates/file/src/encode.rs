//! The bytes of pcapng blocks and of options, always in little-endian order.

use crate::batch::Record;
use crate::meta::{Interface, KeptBlock, KeptOption, NameRecord, Resolution, Secret, Section, Statistics};
use crate::options::{Opt, Options, code, pad};
use crate::pcapng::{BYTE_ORDER, kind};
use requin_wire::Time;
use std::net::IpAddr;

/// Options in the making.
#[derive(Clone, Debug, Default)]
pub struct OptionsBuf {
    bytes: Vec<u8>,
}

impl OptionsBuf {
    /// No options.
    #[must_use]
    pub fn new() -> OptionsBuf {
        OptionsBuf::default()
    }

    /// Adds an option; numbers in the value are to be in little-endian order. What exceeds 65,535 bytes is left out.
    pub fn push(&mut self, code: u16, value: &[u8]) -> &mut OptionsBuf {
        put_option(&mut self.bytes, code, value);
        self
    }

    /// Adds a comment.
    pub fn comment(&mut self, text: &str) -> &mut OptionsBuf {
        self.push(code::COMMENT, text.as_bytes())
    }

    /// The options for [`Frame::options`](crate::Frame::options).
    #[must_use]
    pub fn options(&self) -> Options<'_> {
        Options::new(&self.bytes, false)
    }
}

fn put16(out: &mut Vec<u8>, number: u16) {
    out.extend_from_slice(&number.to_le_bytes());
}

fn put32(out: &mut Vec<u8>, number: u32) {
    out.extend_from_slice(&number.to_le_bytes());
}

fn put_padding(out: &mut Vec<u8>, length: usize) {
    out.extend_from_slice([0u8; 3].get(..pad(length)).unwrap_or_default());
}

fn put_option(out: &mut Vec<u8>, code: u16, value: &[u8]) {
    let value = value.get(..value.len().min(usize::from(u16::MAX))).unwrap_or_default();
    put16(out, code);
    put16(out, value.len() as u16);
    out.extend_from_slice(value);
    put_padding(out, value.len());
}

/// A value with its numbers turned to little-endian order. `widths` says which codes hold one number.
fn put_turned(out: &mut Vec<u8>, option: Opt<'_>, is_number: fn(u16) -> bool) {
    let mut turned = [0u8; 8];
    match turned.get_mut(..option.value.len()) {
        Some(to) if option.big_endian && is_number(option.code) => {
            to.copy_from_slice(option.value);
            to.reverse();
            put_option(out, option.code, to);
        }
        _ => put_option(out, option.code, option.value),
    }
}

fn packet_number(code: u16) -> bool {
    matches!(code, code::EPB_FLAGS | code::EPB_DROPCOUNT | code::EPB_PACKETID | code::EPB_QUEUE)
}

fn interface_number(code: u16) -> bool {
    matches!(code, code::IF_SPEED | code::IF_TZONE | code::IF_TSOFFSET)
}

/// Begins a block; [`end`] is to be called with what this returns.
fn begin(out: &mut Vec<u8>, kind: u32) -> usize {
    let start = out.len();
    put32(out, kind);
    put32(out, 0);
    start
}

/// Ends a block: options get their end mark when there are any since `options_at`.
fn end(out: &mut Vec<u8>, start: usize, options_at: usize) {
    if out.len() > options_at {
        put32(out, 0);
    }
    let length = (out.len() - start + 4) as u32;
    put32(out, length);
    if let Some(place) = out.get_mut(start + 4..start + 8) {
        place.copy_from_slice(&length.to_le_bytes());
    }
}

fn put_text(out: &mut Vec<u8>, code: u16, text: Option<&String>) {
    if let Some(text) = text {
        put_option(out, code, text.as_bytes());
    }
}

fn put_kept(out: &mut Vec<u8>, kept: &[KeptOption], big_endian: bool, is_number: fn(u16) -> bool) {
    for option in kept {
        put_turned(out, Opt { code: option.code, value: &option.value, big_endian }, is_number);
    }
}

pub(crate) fn section(out: &mut Vec<u8>, section: &Section) {
    let start = begin(out, kind::SECTION);
    put32(out, BYTE_ORDER);
    put16(out, 1);
    put16(out, 0);
    out.extend_from_slice(&u64::MAX.to_le_bytes());
    let options = out.len();
    for comment in &section.comments {
        put_option(out, code::COMMENT, comment.as_bytes());
    }
    put_text(out, code::SHB_HARDWARE, section.hardware.as_ref());
    put_text(out, code::SHB_OS, section.os.as_ref());
    put_text(out, code::SHB_APPLICATION, section.application.as_ref());
    put_kept(out, &section.other, section.big_endian, |_| false);
    end(out, start, options);
}

pub(crate) fn interface(out: &mut Vec<u8>, interface: &Interface) {
    let start = begin(out, kind::INTERFACE);
    put16(out, interface.link.0);
    put16(out, 0);
    put32(out, interface.snaplen);
    let options = out.len();
    for comment in &interface.comments {
        put_option(out, code::COMMENT, comment.as_bytes());
    }
    put_text(out, code::IF_NAME, interface.name.as_ref());
    put_text(out, code::IF_DESCRIPTION, interface.description.as_ref());
    if let Some(speed) = interface.speed {
        put_option(out, code::IF_SPEED, &speed.to_le_bytes());
    }
    if interface.resolution_given || interface.resolution != Resolution::MICRO {
        put_option(out, code::IF_TSRESOL, &[interface.resolution.to_byte()]);
    }
    if let Some(filter) = &interface.filter {
        let mut value = vec![0];
        value.extend_from_slice(filter.as_bytes());
        put_option(out, code::IF_FILTER, &value);
    }
    put_text(out, code::IF_OS, interface.os.as_ref());
    if let Some(length) = interface.fcs_length {
        put_option(out, code::IF_FCSLEN, &[length]);
    }
    if interface.offset != 0 {
        put_option(out, code::IF_TSOFFSET, &interface.offset.to_le_bytes());
    }
    put_text(out, code::IF_HARDWARE, interface.hardware.as_ref());
    put_kept(out, &interface.other, interface.big_endian, interface_number);
    end(out, start, options);
}

/// Ticks of an interface's clock for a time; `None` when it is before the clock's zero or too far behind it.
pub(crate) fn ticks(interface: &Interface, time: Time) -> Option<u64> {
    let secs = time.secs.checked_sub(interface.offset)?;
    interface.resolution.count(Time { secs, nanos: time.nanos })
}

pub(crate) fn packet(out: &mut Vec<u8>, record: &Record, ticks: u64, data: &[u8], options: Options<'_>) {
    let start = out.len();
    // In one piece: this is done for every packet that is written.
    let words = [
        kind::ENHANCED_PACKET,
        0,
        record.interface,
        (ticks >> 32) as u32,
        ticks as u32,
        data.len() as u32,
        record.original,
    ];
    let mut head = [0; 28];
    for (place, word) in head.chunks_exact_mut(4).zip(words) {
        place.copy_from_slice(&word.to_le_bytes());
    }
    out.extend_from_slice(&head);
    out.extend_from_slice(data);
    put_padding(out, data.len());
    let at = out.len();
    for option in options {
        put_turned(out, option, packet_number);
    }
    if let Some(dropped) = record.dropped {
        put_option(out, code::EPB_DROPCOUNT, &u64::from(dropped).to_le_bytes());
    }
    end(out, start, at);
}

pub(crate) fn simple_packet(out: &mut Vec<u8>, original: u32, data: &[u8]) {
    let start = begin(out, kind::SIMPLE_PACKET);
    put32(out, original);
    out.extend_from_slice(data);
    put_padding(out, data.len());
    end(out, start, usize::MAX);
}

pub(crate) fn names(out: &mut Vec<u8>, records: &[NameRecord]) {
    let start = begin(out, kind::NAMES);
    for record in records {
        let mut value = match record.address {
            IpAddr::V4(address) => address.octets().to_vec(),
            IpAddr::V6(address) => address.octets().to_vec(),
        };
        for name in &record.names {
            value.extend_from_slice(name.as_bytes());
            value.push(0);
        }
        put_option(out, if record.address.is_ipv4() { 1 } else { 2 }, &value);
    }
    put32(out, 0);
    end(out, start, usize::MAX);
}

pub(crate) fn secret(out: &mut Vec<u8>, secret: &Secret) {
    let start = begin(out, kind::SECRETS);
    put32(out, secret.kind);
    put32(out, secret.data.len() as u32);
    out.extend_from_slice(&secret.data);
    put_padding(out, secret.data.len());
    end(out, start, usize::MAX);
}

pub(crate) fn statistics(out: &mut Vec<u8>, counts: &Statistics, interface: &Interface) {
    let Some(time) = ticks(interface, counts.time) else { return };
    let start = begin(out, kind::STATISTICS);
    put32(out, counts.interface);
    put32(out, (time >> 32) as u32);
    put32(out, time as u32);
    let options = out.len();
    for comment in &counts.comments {
        put_option(out, code::COMMENT, comment.as_bytes());
    }
    for (code, time) in [(code::ISB_STARTTIME, counts.start), (code::ISB_ENDTIME, counts.end)] {
        if let Some(ticks) = time.and_then(|time| ticks(interface, time)) {
            let mut value = ((ticks >> 32) as u32).to_le_bytes().to_vec();
            value.extend_from_slice(&(ticks as u32).to_le_bytes());
            put_option(out, code, &value);
        }
    }
    let numbers = [
        (code::ISB_IFRECV, counts.received),
        (code::ISB_IFDROP, counts.dropped),
        (code::ISB_FILTERACCEPT, counts.accepted),
        (code::ISB_OSDROP, counts.dropped_by_os),
        (code::ISB_USRDELIV, counts.delivered),
    ];
    for (code, number) in numbers {
        if let Some(number) = number {
            put_option(out, code, &number.to_le_bytes());
        }
    }
    end(out, start, options);
}

/// A custom block: its enterprise number is turned, the rest has no order that could be known.
pub(crate) fn custom(out: &mut Vec<u8>, block: &KeptBlock) {
    let Some((&number, rest)) = block.body.split_first_chunk::<4>() else { return };
    let number = if block.big_endian { u32::from_be_bytes(number) } else { u32::from_le_bytes(number) };
    let start = begin(out, block.kind);
    put32(out, number);
    out.extend_from_slice(rest);
    put_padding(out, rest.len());
    end(out, start, usize::MAX);
}
