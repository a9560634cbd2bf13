//! From a block of the ring to records of frames: the kernel's header of each packet is read, and what it has
//! beside the bytes is put back into them.

use super::link::{self, Beside};
use libc::{TP_STATUS_VLAN_TPID_VALID, TP_STATUS_VLAN_VALID};
use requin_bpf::Program;
use requin_file::{LinkType, Record};
use requin_wire::Time;

/// Bytes of `struct tpacket3_hdr`, behind which `struct sockaddr_ll` stands.
const HEADER: usize = 48;
/// Bytes of both.
const HEADERS: usize = HEADER + 20;
/// The Ethernet type of a VLAN tag when the kernel does not say it.
const VLAN: u16 = 0x8100;

/// Room that the kernel is to leave in front of a frame: a VLAN tag, or a pseudo header with one.
pub(crate) const RESERVE: usize = 32;

/// How frames of a socket are made whole.
pub(crate) struct Shape {
    /// What frames begin with.
    pub link: LinkType,
    /// Number of the interface among those captured.
    pub interface: u32,
    /// Bytes of each frame that are kept.
    pub snaplen: u32,
    /// A filter that the kernel could not have.
    pub filter: Option<Program>,
    /// Index of the loopback interface, on which every frame is seen twice: those sent there are left out.
    pub loopback: Option<u32>,
}

/// Number at an offset in the machine's byte order; 0 beyond the end.
fn u16_at(b: &[u8], at: usize) -> u16 {
    b.get(at..).and_then(|b| b.first_chunk()).map_or(0, |b| u16::from_ne_bytes(*b))
}

fn u32_at(b: &[u8], at: usize) -> u32 {
    b.get(at..).and_then(|b| b.first_chunk()).map_or(0, |b| u32::from_ne_bytes(*b))
}

/// Makes the frames of a block whole and adds their records; the offsets in these are those in `bytes`.
/// `first` is where the first packet is, `packets` how many there are.
pub(crate) fn read(bytes: &mut [u8], first: usize, packets: u32, shape: &Shape, out: &mut Vec<Record>) {
    let mut at = first;
    for _ in 0..packets {
        let Some(rest) = bytes.get_mut(at..).filter(|b| b.len() >= HEADERS) else { return };
        let next = u32_at(rest, 0) as usize;
        // The next packet's header bounds this packet.
        let end = if next >= HEADERS && next <= rest.len() { next } else { rest.len() };
        if let Some(packet) = rest.get_mut(..end)
            && let Some((start, mut record)) = one(packet, shape)
        {
            record.offset = (at + start) as u64;
            out.push(record);
        }
        if next == 0 {
            return;
        }
        at += next;
    }
}

/// One packet with its header: where its frame begins, and its record.
fn one(packet: &mut [u8], shape: &Shape) -> Option<(usize, Record)> {
    let (secs, nanos) = (u32_at(packet, 4), u32_at(packet, 8));
    let (mut captured, mut original) = (u32_at(packet, 12), u32_at(packet, 16));
    let status = u32_at(packet, 20);
    let mut start = usize::from(u16_at(packet, 24));
    let beside = beside(packet);
    if beside.packet_type == libc::PACKET_OUTGOING && shape.loopback == Some(beside.interface) {
        return None;
    }
    let tagged = status & TP_STATUS_VLAN_VALID != 0;
    let tci = u32_at(packet, 32) as u16;
    let tpid = if status & TP_STATUS_VLAN_TPID_VALID != 0 { u16_at(packet, 36) } else { VLAN };
    captured = captured.min(u32::try_from(packet.len().checked_sub(start)?).ok()?);
    let mut front = |back: usize, front: &[u8]| -> Option<()> {
        start = start.checked_sub(back).filter(|s| *s >= HEADERS)?;
        packet.get_mut(start..start + front.len())?.copy_from_slice(front);
        (captured, original) = (captured + back as u32, original + back as u32);
        Some(())
    };
    match shape.link {
        LinkType::LINUX_SLL2 | LinkType::LINUX_SLL => {
            let mut said = beside;
            if tagged {
                // As an Ethernet frame of version 1 or 2 has it: the tag's type in the header, the rest behind.
                let mut rest = [0; 4];
                rest[0..2].copy_from_slice(&tci.to_be_bytes());
                rest[2..4].copy_from_slice(&beside.protocol.to_be_bytes());
                front(4, &rest)?;
                said.protocol = tpid;
            }
            if shape.link == LinkType::LINUX_SLL2 {
                front(link::SLL2, &link::sll2(&said))?;
            } else {
                front(link::SLL, &link::sll(&said))?;
            }
        }
        LinkType::ETHERNET if tagged && captured >= 12 => {
            let mut head = [0; 16];
            head[0..12].copy_from_slice(packet.get(start..start + 12)?);
            head[12..14].copy_from_slice(&tpid.to_be_bytes());
            head[14..16].copy_from_slice(&tci.to_be_bytes());
            start = start.checked_sub(4).filter(|s| *s >= HEADERS)?;
            packet.get_mut(start..start + 16)?.copy_from_slice(&head);
            (captured, original) = (captured + 4, original + 4);
        }
        LinkType::CAN_SOCKETCAN => {
            // The kernel has the identifier in the machine's order, the link type in the network's.
            if let Some(id) = packet.get_mut(start..).and_then(|b| b.first_chunk_mut::<4>()) {
                *id = u32::from_ne_bytes(*id).to_be_bytes();
            }
        }
        _ => {}
    }
    captured = captured.min(shape.snaplen);
    let frame = packet.get(start..start.checked_add(captured as usize)?)?;
    if let Some(filter) = &shape.filter {
        match filter.matches(frame, original) {
            0 => return None,
            take => captured = captured.min(take),
        }
    }
    let time = Time::new(i64::from(secs), nanos.min(999_999_999));
    Some((start, Record::new(time, shape.link, shape.interface, captured, original)))
}

/// What the kernel's `sockaddr_ll` says.
fn beside(packet: &[u8]) -> Beside {
    let b = packet.get(HEADER..HEADERS).unwrap_or_default();
    let byte = |at: usize| b.get(at).copied().unwrap_or(0);
    Beside {
        protocol: u16::from_be(u16_at(b, 2)),
        interface: u32_at(b, 4),
        hardware: u16_at(b, 8),
        packet_type: byte(10),
        address_len: byte(11),
        address: b.get(12..20).and_then(|b| b.first_chunk()).copied().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A packet as the kernel puts it into a block.
    fn packet(next: u32, status: u32, tci: u32, tpid: u16, kind: u8, frame: &[u8]) -> Vec<u8> {
        let start = HEADERS + RESERVE;
        let mut p = Vec::new();
        for word in [next, 1000, 7, frame.len() as u32, frame.len() as u32, status] {
            p.extend(word.to_ne_bytes());
        }
        p.extend((start as u16).to_ne_bytes());
        p.extend((start as u16 + 14).to_ne_bytes());
        p.extend(0u32.to_ne_bytes());
        p.extend(tci.to_ne_bytes());
        p.extend(tpid.to_ne_bytes());
        p.resize(HEADER, 0);
        p.extend(17u16.to_ne_bytes());
        p.extend(0x0800u16.to_be_bytes());
        p.extend(1u32.to_ne_bytes());
        p.extend(772u16.to_ne_bytes());
        p.extend([kind, 6, 2, 0, 0, 0, 0, 5, 0, 0]);
        p.resize(start, 0);
        p.extend(frame);
        p.resize(p.len().max(next as usize), 0xee);
        p
    }

    fn shape(link: LinkType) -> Shape {
        Shape { link, interface: 2, snaplen: 1000, filter: None, loopback: None }
    }

    fn frames(mut block: Vec<u8>, packets: u32, shape: &Shape) -> Vec<(Record, Vec<u8>)> {
        let mut records = Vec::new();
        read(&mut block, 0, packets, shape, &mut records);
        let bytes = |r: &Record| block[r.offset as usize..][..r.captured as usize].to_vec();
        records.iter().map(|r| (*r, bytes(r))).collect()
    }

    const FRAME: [u8; 18] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 8, 0, 0x45, 0, 0, 4];

    #[test]
    fn packets_follow_each_other() {
        let mut block = packet(160, 0, 0, 0, 0, &FRAME);
        block.extend(packet(0, 0, 0, 0, 0, &FRAME[..15]));
        let all = frames(block, 2, &shape(LinkType::ETHERNET));
        assert_eq!(all.len(), 2);
        assert_eq!((all[0].0.time, all[0].0.interface, all[0].0.original), (Time::new(1000, 7), 2, 18));
        assert_eq!((all[0].1.as_slice(), all[1].1.as_slice()), (&FRAME[..], &FRAME[..15]));
    }

    #[test]
    fn the_tag_is_put_back() {
        let status = TP_STATUS_VLAN_VALID | TP_STATUS_VLAN_TPID_VALID;
        let all = frames(packet(0, status, 0x2005, 0x88a8, 0, &FRAME), 1, &shape(LinkType::ETHERNET));
        let mut wanted = FRAME[..12].to_vec();
        wanted.extend([0x88, 0xa8, 0x20, 5]);
        wanted.extend(&FRAME[12..]);
        assert_eq!((all[0].1.as_slice(), all[0].0.original), (wanted.as_slice(), 22));
        let all = frames(packet(0, TP_STATUS_VLAN_VALID, 7, 0, 0, &FRAME), 1, &shape(LinkType::ETHERNET));
        assert_eq!(all[0].1[12..16], [0x81, 0, 0, 7]);
    }

    #[test]
    fn cooked_frames_get_their_header() {
        let all = frames(packet(0, 0, 0, 0, 4, &FRAME[14..]), 1, &shape(LinkType::LINUX_SLL2));
        assert_eq!(all[0].1[..20], [8, 0, 0, 0, 0, 0, 0, 1, 3, 4, 4, 6, 2, 0, 0, 0, 0, 5, 0, 0]);
        assert_eq!((&all[0].1[20..], all[0].0.original), (&FRAME[14..], 24));
        let all =
            frames(packet(0, TP_STATUS_VLAN_VALID, 9, 0, 0, &FRAME[14..]), 1, &shape(LinkType::LINUX_SLL));
        assert_eq!(all[0].1[14..20], [0x81, 0, 0, 9, 8, 0]);
        assert_eq!(all[0].1[20..], FRAME[14..]);
    }

    #[test]
    fn frames_sent_to_loopback_are_left_out() {
        let shape = Shape { loopback: Some(1), ..shape(LinkType::ETHERNET) };
        assert_eq!(frames(packet(0, 0, 0, 0, libc::PACKET_OUTGOING, &FRAME), 1, &shape).len(), 0);
        assert_eq!(frames(packet(0, 0, 0, 0, libc::PACKET_HOST, &FRAME), 1, &shape).len(), 1);
    }

    #[test]
    fn snaplen_and_filter() {
        let filter =
            requin_bpf::compile("greater 18", &requin_bpf::Options::new(requin_bpf::Link::ETHERNET)).ok();
        assert!(filter.is_some());
        let shape = Shape { snaplen: 15, filter, ..shape(LinkType::ETHERNET) };
        let all = frames(packet(0, 0, 0, 0, 0, &FRAME), 1, &shape);
        assert_eq!((all[0].0.captured, all[0].0.original), (15, 18));
        assert_eq!(frames(packet(0, 0, 0, 0, 0, &FRAME[..17]), 1, &shape).len(), 0);
    }

    #[test]
    fn nonsense_ends() {
        for next in [1, 40, u32::MAX, 5000] {
            let mut block = packet(160, 0, 0, 0, 0, &FRAME);
            block[..4].copy_from_slice(&next.to_ne_bytes());
            let mut records = Vec::new();
            read(&mut block, 0, u32::MAX, &shape(LinkType::ETHERNET), &mut records);
            assert!(records.len() <= 160);
        }
        let mut block = packet(0, 0, 0, 0, 0, &FRAME);
        block[24..26].copy_from_slice(&u16::MAX.to_ne_bytes());
        read(&mut block, 0, 1, &shape(LinkType::ETHERNET), &mut Vec::new());
        block[24..26].copy_from_slice(&60u16.to_ne_bytes());
        let mut records = Vec::new();
        read(&mut block, 0, 1, &shape(LinkType::LINUX_SLL2), &mut records);
        assert_eq!(records.len(), 0);
    }
}
