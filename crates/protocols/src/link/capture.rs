//! Headers that a capturing program writes before each frame, which name its link: PPI and PKTAP.

use requin_wire::{Cursor, Cx, Names, Sink, Step, Stop, Table, le, names, proto};

proto! {
    PPI "ppi" "PPI Packet Header" "PPI" Link
    on [Link 192]
    fields {
        VERSION "ppi.version" "Version": U8 Dec;
        FLAGS "ppi.flags" "Flags": U8 Hex;
        FLAGS_ALIGNMENT "ppi.flags.alignment" "Alignment": Bool(8) & 0x1 = Names::Bools("32-bit aligned", "Not aligned");
        FLAGS_RESERVED "ppi.flags.reserved" "Reserved": U8 Hex & 0xfe;
        LENGTH "ppi.length" "Header length": U16 Dec;
        DLT "ppi.dlt" "DLT": U32 Dec;
        FIELD_TYPE "ppi.field_type" "Field type": U16 Dec = FIELD_TYPES;
        FIELD_LEN "ppi.field_len" "Field length": U16 Dec;
        INTERFACE_ID "ppi.aggregation_extension.interface_id" "Interface ID": U32 Dec;
    }
}

names! {
    FIELD_TYPES {
        2 => "802.11-Common",
        3 => "802.11n MAC Extensions",
        4 => "802.11n MAC+PHY Extensions",
        5 => "Spectrum-Map",
        6 => "Process-Info",
        7 => "Capture-Info",
        8 => "Aggregation Extension",
        9 => "802.3 Extension",
        30000 => "Intel Corporation (private)",
        30001 => "Mohamed Thaga (private)",
        30002 => "GPS Tagging",
        30003 => "Vector Tagging",
        30004 => "Sensor tagging",
        30005 => "Antenna Tagging",
        49175 => "FlukeNetworks (private)",
        51918 => "CACE Technologies (private)",
    }
}

const AGGREGATION: u64 = 8;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("PPI");
    cx.info_clear();
    let h = c.peek_array::<8>()?;
    let (version, flags) = (h[0], h[1]);
    let (len, dlt) = (le(&h[2..4]) as usize, le(&h[4..8]) as u32);
    cx.info(|o| _ = o.s("PPI version ").u(version).s(", ").u(len as u64).s(" bytes"));
    let item = cx.proto_item();
    cx.label(item, |o| _ = o.s("PPI version ").u(version).s(", ").u(len as u64).s(" bytes"));
    cx.proto_len(len);
    let mut header = c.take(len);
    cx.field(VERSION, &mut header, 1)?;
    cx.flags(FLAGS, &mut header, 1, &[FLAGS_ALIGNMENT, FLAGS_RESERVED])?;
    cx.field_le(LENGTH, &mut header, 2)?;
    cx.field_le(DLT, &mut header, 4)?;
    while header.left() >= 4 {
        let kind = le(header.peek_bytes(0, 2)?);
        let size = le(header.peek_bytes(2, 2)?) as usize;
        let mut field = header.take(size + 4);
        let line = cx.line(field.span(size + 4), |o| _ = o.s(FIELD_TYPES.or(kind, "Unknown")));
        cx.under(line, |cx| -> Step {
            cx.field_le(FIELD_TYPE, &mut field, 2)?;
            cx.field_le(FIELD_LEN, &mut field, 2)?;
            if kind == AGGREGATION {
                cx.field_le(INTERFACE_ID, &mut field, 4)?;
            }
            Ok(())
        })?;
        if flags & 1 != 0 {
            header.advance(size.wrapping_neg() & 3);
        }
    }
    packet::carry(cx, dlt, c)
}

/// A frame whose link type another header tells.
pub mod packet {
    use super::{Cursor, Cx, Sink, Step, Stop, Table, proto};

    proto! {
        PCAP_PKTDATA "pcap_pktdata" "pcap/pcapng packet data" "pcap" Link
        on []
        fields {}
    }

    fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
        Err(Stop::NotMine)
    }

    /// Hands a frame to the protocol of its link type, or to data.
    ///
    /// # Errors
    /// Whatever stopped the protocol.
    pub fn carry<S: Sink>(cx: &mut Cx<'_, S>, link: u32, c: Cursor<'_>) -> Step {
        cx.layer_only(ID, &c);
        // Headers of this kind in each other would be no frame of a network.
        if matches!(link, 192 | 258) || !cx.dispatch(Table::Link, link, c)? {
            return cx.call(crate::meta::data::ID, c);
        }
        Ok(())
    }
}

/// The header of macOS's packet tap.
pub mod pktap {
    use super::packet;
    use requin_wire::{Cursor, Cx, Field, Sink, Step, Value, le, proto};

    proto! {
        PKTAP "pktap" "PKTAP packet header" "PKTAP" Link
        on [Link 258, Link 149]
        fields {
            HDRLEN "pktap.hdrlen" "Header length": U32 Dec;
            RECTYPE "pktap.rectype" "Record type": U32 Dec;
            DLT "pktap.dlt" "DLT": U32 Dec;
            IFNAME "pktap.ifname" "Interface name": StrZ;
            FLAGS "pktap.flags" "Flags": U32 Hex;
            PFAMILY "pktap.pfamily" "Protocol family": U32 Dec;
            LLHDRLEN "pktap.llhdrlen" "Link-layer header length": U32 Dec;
            LLTRLRLEN "pktap.lltrlrlen" "Link-layer trailer length": U32 Dec;
            PID "pktap.pid" "Process ID": U32 Dec;
            CMDNAME "pktap.cmdname" "Command name": StrZ;
            SVC_CLASS "pktap.svc_class" "Service class": U32 Dec;
            IFTYPE "pktap.iftype" "Interface type": U16 Dec;
            IFUNIT "pktap.ifunit" "Interface unit": U16 Dec;
            EPID "pktap.epid" "Effective process ID": U32 Dec;
            ECMDNAME "pktap.ecmdname" "Effective command name": StrZ;
        }
        experts {
            HDRLEN_TOO_SHORT "pktap.hdrlen_too_short" Error Malformed "Header length is too short";
        }
    }

    const HEADER: usize = 108;

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("PKTAP");
        cx.info_clear();
        let len = le(c.peek_bytes(0, 4)?) as usize;
        let dlt = le(c.peek_bytes(8, 4)?) as u32;
        cx.proto_len(len);
        let mut h = c;
        let span = h.span(4);
        let item = cx.field_le(HDRLEN, &mut h, 4)?;
        if len < HEADER {
            cx.expert(HDRLEN_TOO_SHORT, item, span);
            return Ok(());
        }
        cx.field_le(RECTYPE, &mut h, 4)?;
        cx.field_le(DLT, &mut h, 4)?;
        name(cx, IFNAME, &mut h, 24)?;
        for field in [FLAGS, PFAMILY, LLHDRLEN, LLTRLRLEN, PID] {
            cx.field_le(field, &mut h, 4)?;
        }
        name(cx, CMDNAME, &mut h, 20)?;
        cx.field_le(SVC_CLASS, &mut h, 4)?;
        cx.field_le(IFTYPE, &mut h, 2)?;
        cx.field_le(IFUNIT, &mut h, 2)?;
        cx.field_le(EPID, &mut h, 4)?;
        name(cx, ECMDNAME, &mut h, 20)?;
        let _ = c.take_all(len)?;
        packet::carry(cx, dlt, c)
    }

    /// A text that zeros fill up to its place's size.
    fn name<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>, size: usize) -> Step {
        let text = c.peek_bytes(0, size)?;
        let len = text.iter().position(|b| *b == 0).unwrap_or(size);
        cx.add(field, c.span(size), Value::Str(c.span(len)));
        c.skip(size)
    }
}
