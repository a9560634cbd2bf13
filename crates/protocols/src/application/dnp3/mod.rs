//! Distributed Network Protocol 3, IEEE 1815: data link, transport, application.

mod names;
mod objects;

use crate::application::pieces;
use crate::common::SET;
use names::*;
use requin_wire::{
    Cursor, Cx, Field, Item, Key, Names, Out, Past, Pdu, Ports, Sink, Span, Step, Stop, Value, proto,
};

proto! {
    DNP3 "dnp3" "Distributed Network Protocol 3.0" "DNP 3.0" App
    on [Udp 20000, Tcp 20000]
    looks_like [Tcp accepts => [5..=5], Udp accepts => [5..=5]]
    frames sized [frames]
    remember [remember]
    fields {
        START "dnp3.start" "Start Bytes": U16 Hex;
        LEN "dnp3.len" "Length": U8 Dec;
        CTL "dnp3.ctl" "Control": U8 Hex;
        CTL_PRIFUNC "dnp3.ctl.prifunc" "Control Function Code": U8 Dec & 0xf = CTL_PRIFUNC_NAMES;
        CTL_SECFUNC "dnp3.ctl.secfunc" "Control Function Code": U8 Dec & 0xf = CTL_SECFUNC_NAMES;
        CTL_OP "dnp3.ctl.op" "Operation Type": U8 Dec & 0xf = CTL_OP_NAMES;
        CTL_CLR "dnp3.ctl.clr" "Queue / Clear Field": U8 Dec & 0x30 = CTL_CLR_NAMES;
        CTL_TRIP "dnp3.ctl.trip" "Trip Control Code": U8 Dec & 0xc0 = CTL_TRIP_NAMES;
        CTL_DIR "dnp3.ctl.dir" "Direction": Bool(8) & 0x80 = SET;
        CTL_PRM "dnp3.ctl.prm" "Primary": Bool(8) & 0x40 = SET;
        CTL_FCB "dnp3.ctl.fcb" "Frame Count Bit": Bool(8) & 0x20 = SET;
        CTL_FCV "dnp3.ctl.fcv" "Frame Count Valid": Bool(8) & 0x10 = SET;
        CTL_DFC "dnp3.ctl.dfc" "Data Flow Control": Bool(8) & 0x10 = SET;
        DST "dnp3.dst" "Destination": U16 Dec;
        SRC "dnp3.src" "Source": U16 Dec;
        ADDR "dnp3.addr" "Address": U16 Dec;
        HDR_CRC "dnp3.hdr.CRC" "Data Link Header checksum": U16 Hex;
        DNP_HDR_CRC_STATUS "dnp.hdr.CRC.status" "Data Link Header Checksum Status": U8 = crate::transport::CHECKSUM_STATES;
        TR_CTL "dnp3.tr.ctl" "Transport Control": U8 Hex;
        TR_FIN "dnp3.tr.fin" "Final": Bool(8) & 0x80 = SET;
        TR_FIR "dnp3.tr.fir" "First": Bool(8) & 0x40 = SET;
        TR_SEQ "dnp3.tr.seq" "Sequence": U8 Dec & 0x3f;
        DNP_DATA_CHUNK "dnp.data_chunk" "Data Chunk": Bytes;
        DNP_DATA_CHUNK_LEN "dnp.data_chunk_len" "Data Chunk length": U16 Dec;
        DNP_DATA_CHUNK_CRC "dnp.data_chunk.CRC" "Data Chunk checksum": U16 Hex;
        DNP_DATA_CHUNK_CRC_STATUS "dnp.data_chunk.CRC.status" "Data Chunk Checksum Status": U8 = crate::transport::CHECKSUM_STATES;
        AL_CTL "dnp3.al.ctl" "Application Control": U8 Hex;
        AL_FIR "dnp3.al.fir" "First": Bool(8) & 0x80 = SET;
        AL_FIN "dnp3.al.fin" "Final": Bool(8) & 0x40 = SET;
        AL_CON "dnp3.al.con" "Confirm": Bool(8) & 0x20 = SET;
        AL_UNS "dnp3.al.uns" "Unsolicited": Bool(8) & 0x10 = SET;
        AL_SEQ "dnp3.al.seq" "Sequence": U8 Dec & 0xf;
        AL_FUNC "dnp3.al.func" "Application Layer Function Code": U8 Dec & 0xff = AL_FUNC_NAMES;
        AL_IIN "dnp3.al.iin" "Internal Indications": U16 Hex;
        AL_IIN_BMSG "dnp3.al.iin.bmsg" "Broadcast Msg Rx": Bool(16) & 0x100 = SET;
        AL_IIN_CLS1D "dnp3.al.iin.cls1d" "Class 1 Data Available": Bool(16) & 0x200 = SET;
        AL_IIN_CLS2D "dnp3.al.iin.cls2d" "Class 2 Data Available": Bool(16) & 0x400 = SET;
        AL_IIN_CLS3D "dnp3.al.iin.cls3d" "Class 3 Data Available": Bool(16) & 0x800 = SET;
        AL_IIN_TSR "dnp3.al.iin.tsr" "Time Sync Required": Bool(16) & 0x1000 = SET;
        AL_IIN_DOL "dnp3.al.iin.dol" "Digital Outputs in Local": Bool(16) & 0x2000 = SET;
        AL_IIN_DT "dnp3.al.iin.dt" "Device Trouble": Bool(16) & 0x4000 = SET;
        AL_IIN_RST "dnp3.al.iin.rst" "Device Restart": Bool(16) & 0x8000 = SET;
        AL_IIN_FCNI "dnp3.al.iin.fcni" "Function Code not implemented": Bool(16) & 0x1 = SET;
        AL_IIN_OBJU "dnp3.al.iin.obju" "Requested Objects Unknown": Bool(16) & 0x2 = SET;
        AL_IIN_PIOOR "dnp3.al.iin.pioor" "Parameters Invalid or Out of Range": Bool(16) & 0x4 = SET;
        AL_IIN_EBO "dnp3.al.iin.ebo" "Event Buffer Overflow": Bool(16) & 0x8 = SET;
        AL_IIN_OAE "dnp3.al.iin.oae" "Operation Already Executing": Bool(16) & 0x10 = SET;
        AL_IIN_CC "dnp3.al.iin.cc" "Configuration Corrupt": Bool(16) & 0x20 = SET;
        AL_OBJ "dnp3.al.obj" "Object": U16 Hex = AL_OBJ_NAMES;
        AL_OBJQ_PREFIX "dnp3.al.objq.prefix" "Prefix Code": U8 Dec & 0x70 = AL_OBJQ_PREFIX_NAMES;
        AL_OBJQ_RANGE "dnp3.al.objq.range" "Range Code": U8 Dec & 0xf = AL_OBJQ_RANGE_NAMES;
        AL_RANGE_START "dnp3.al.range.start" "Start (8 bit)": U8 Dec;
        AL_RANGE_START16 "dnp3.al.range.start" "Start (16 bit)": U16 Dec;
        AL_RANGE_START32 "dnp3.al.range.start" "Start (32 bit)": U32 Dec;
        AL_RANGE_STOP "dnp3.al.range.stop" "Stop (8 bit)": U8 Dec;
        AL_RANGE_STOP16 "dnp3.al.range.stop" "Stop (16 bit)": U16 Dec;
        AL_RANGE_STOP32 "dnp3.al.range.stop" "Stop (32 bit)": U32 Dec;
        AL_RANGE_ABS "dnp3.al.range.abs" "Address (8 bit)": U8 Dec;
        AL_RANGE_QUANTITY "dnp3.al.range.quantity" "Quantity (8 bit)": U8 Dec;
        AL_RANGE_QUANTITY16 "dnp3.al.range.quantity" "Quantity (16 bit)": U16 Dec;
        AL_RANGE_QUANTITY32 "dnp3.al.range.quantity" "Quantity (32 bit)": U32 Dec;
        AL_INDEX "dnp3.al.index" "Index (8 bit)": U8 Dec;
        AL_INDEX16 "dnp3.al.index" "Index (16 bit)": U16 Dec;
        AL_INDEX32 "dnp3.al.index" "Index (32 bit)": U32 Dec;
        AL_SIZE "dnp3.al.size" "Size (8 bit)": U8 Dec;
        AL_BOCS "dnp3.al.bocs" "Commanded State": Bool(8) & 0x80 = Names::Bools("On", "Off");
        AL_BIT "dnp3.al.bit" "Value (bit)": Bool(8) & 0x1 = Names::Bools("On", "Off");
        AL_2BIT "dnp3.al.2bit" "Value (two bit)": U8 Dec;
        AL_ANA_INT "dnp3.al.ana.int" "Value (16 bit)": I16 Dec;
        AL_ANA_INT32 "dnp3.al.ana.int" "Value (32 bit)": I32 Dec;
        AL_ANA_FLOAT "dnp3.al.ana.float" "Value (float)": F32;
        AL_ANA_DOUBLE "dnp3.al.ana.double" "Value (double)": F64;
        AL_ANAOUT_INT "dnp3.al.anaout.int" "Output Value (16 bit)": I16 Dec;
        AL_ANAOUT_INT32 "dnp3.al.anaout.int" "Output Value (32 bit)": I32 Dec;
        AL_ANAOUT_FLOAT "dnp3.al.anaout.float" "Output Value (float)": F32;
        AL_ANAOUT_DOUBLE "dnp3.al.anaout.double" "Output (double)": F64;
        AL_CNT "dnp3.al.cnt" "Counter (16 bit)": U16 Dec;
        AL_CNT32 "dnp3.al.cnt" "Counter (32 bit)": U32 Dec;
        AL_CTRLSTATUS "dnp3.al.ctrlstatus" "Control Status": U8 Dec & 0x7f = AL_CTRLSTATUS_NAMES;
        AL_FILE_MODE "dnp3.al.file.mode" "File Control Mode": U16 Dec = AL_FILE_MODE_NAMES;
        AL_FILE_AUTH "dnp3.al.file.auth" "File Authentication Key": U32 Hex;
        AL_FILE_SIZE "dnp3.al.file.size" "File Size": U32 Hex;
        AL_FILE_MAXBLOCK "dnp3.al.file.maxblock" "File Max Block Size": U16 Dec;
        AL_FILE_REQID "dnp3.al.file.reqID" "File Request Identifier": U16 Dec;
        AL_FILE_STATUS "dnp3.al.file.status" "File Control Status": U8 Dec = AL_FILE_STATUS_NAMES;
        AL_FILE_HANDLE "dnp3.al.file.handle" "File Handle": U32 Hex;
        AL_FILE_BLOCKNUM "dnp3.al.file.blocknum" "File Block Number": U32 Hex & 0x7fffffff;
        AL_FILE_LASTBLOCK "dnp3.al.file.lastblock" "File Last Block": Bool(32) & 0x80000000 = SET;
        AL_FILE_DATA "dnp3.al.file.data" "File Data": Bytes;
        AL_BIQ_B0 "dnp3.al.biq.b0" "Online": Bool(8) & 0x1 = SET;
        AL_BIQ_B1 "dnp3.al.biq.b1" "Restart": Bool(8) & 0x2 = SET;
        AL_BIQ_B2 "dnp3.al.biq.b2" "Comm Fail": Bool(8) & 0x4 = SET;
        AL_BIQ_B3 "dnp3.al.biq.b3" "Remote Force": Bool(8) & 0x8 = SET;
        AL_BIQ_B4 "dnp3.al.biq.b4" "Local Force": Bool(8) & 0x10 = SET;
        AL_BIQ_B5 "dnp3.al.biq.b5" "Chatter Filter": Bool(8) & 0x20 = SET;
        AL_BIQ_B6 "dnp3.al.biq.b6" "Reserved": Bool(8) & 0x40 = SET;
        AL_BIQ_B7 "dnp3.al.biq.b7" "Point Value": Bool(8) & 0x80 = SET;
        AL_BOQ_B0 "dnp3.al.boq.b0" "Online": Bool(8) & 0x1 = SET;
        AL_BOQ_B1 "dnp3.al.boq.b1" "Restart": Bool(8) & 0x2 = SET;
        AL_BOQ_B2 "dnp3.al.boq.b2" "Comm Fail": Bool(8) & 0x4 = SET;
        AL_BOQ_B3 "dnp3.al.boq.b3" "Remote Force": Bool(8) & 0x8 = SET;
        AL_BOQ_B4 "dnp3.al.boq.b4" "Local Force": Bool(8) & 0x10 = SET;
        AL_BOQ_B5 "dnp3.al.boq.b5" "Reserved": Bool(8) & 0x20 = SET;
        AL_BOQ_B6 "dnp3.al.boq.b6" "Reserved": Bool(8) & 0x40 = SET;
        AL_BOQ_B7 "dnp3.al.boq.b7" "Point Value": Bool(8) & 0x80 = SET;
        AL_CTRQ_B0 "dnp3.al.ctrq.b0" "Online": Bool(8) & 0x1 = SET;
        AL_CTRQ_B1 "dnp3.al.ctrq.b1" "Restart": Bool(8) & 0x2 = SET;
        AL_CTRQ_B2 "dnp3.al.ctrq.b2" "Comm Fail": Bool(8) & 0x4 = SET;
        AL_CTRQ_B3 "dnp3.al.ctrq.b3" "Remote Force": Bool(8) & 0x8 = SET;
        AL_CTRQ_B4 "dnp3.al.ctrq.b4" "Local Force": Bool(8) & 0x10 = SET;
        AL_CTRQ_B5 "dnp3.al.ctrq.b5" "Roll-Over": Bool(8) & 0x20 = SET;
        AL_CTRQ_B6 "dnp3.al.ctrq.b6" "Discontinuity": Bool(8) & 0x40 = SET;
        AL_CTRQ_B7 "dnp3.al.ctrq.b7" "Reserved": Bool(8) & 0x80 = SET;
        AL_AIQ_B0 "dnp3.al.aiq.b0" "Online": Bool(8) & 0x1 = SET;
        AL_AIQ_B1 "dnp3.al.aiq.b1" "Restart": Bool(8) & 0x2 = SET;
        AL_AIQ_B2 "dnp3.al.aiq.b2" "Comm Fail": Bool(8) & 0x4 = SET;
        AL_AIQ_B3 "dnp3.al.aiq.b3" "Remote Force": Bool(8) & 0x8 = SET;
        AL_AIQ_B4 "dnp3.al.aiq.b4" "Local Force": Bool(8) & 0x10 = SET;
        AL_AIQ_B5 "dnp3.al.aiq.b5" "Over-Range": Bool(8) & 0x20 = SET;
        AL_AIQ_B6 "dnp3.al.aiq.b6" "Reference Check": Bool(8) & 0x40 = SET;
        AL_AIQ_B7 "dnp3.al.aiq.b7" "Reserved": Bool(8) & 0x80 = SET;
        AL_AOQ_B0 "dnp3.al.aoq.b0" "Online": Bool(8) & 0x1 = SET;
        AL_AOQ_B1 "dnp3.al.aoq.b1" "Restart": Bool(8) & 0x2 = SET;
        AL_AOQ_B2 "dnp3.al.aoq.b2" "Comm Fail": Bool(8) & 0x4 = SET;
        AL_AOQ_B3 "dnp3.al.aoq.b3" "Remote Force": Bool(8) & 0x8 = SET;
        AL_AOQ_B4 "dnp3.al.aoq.b4" "Local Force": Bool(8) & 0x10 = SET;
        AL_AOQ_B5 "dnp3.al.aoq.b5" "Reserved": Bool(8) & 0x20 = SET;
        AL_AOQ_B6 "dnp3.al.aoq.b6" "Reserved": Bool(8) & 0x40 = SET;
        AL_AOQ_B7 "dnp3.al.aoq.b7" "Reserved": Bool(8) & 0x80 = SET;
        AL_TIMESTAMP "dnp3.al.timestamp" "Timestamp": AbsTime;
        AL_FILE_PERMS "dnp3.al.file.perms" "Permissions": U16 Oct;
        AL_FILE_PERMS_READ_OWNER "dnp3.al.file.perms.read_owner" "Read permission for owner": Bool(16) & 0x100 = Names::Bools("Yes", "No");
        AL_FILE_PERMS_WRITE_OWNER "dnp3.al.file.perms.write_owner" "Write permission for owner": Bool(16) & 0x80 = Names::Bools("Yes", "No");
        AL_FILE_PERMS_EXEC_OWNER "dnp3.al.file.perms.exec_owner" "Execute permission for owner": Bool(16) & 0x40 = Names::Bools("Yes", "No");
        AL_FILE_PERMS_READ_GROUP "dnp3.al.file.perms.read_group" "Read permission for group": Bool(16) & 0x20 = Names::Bools("Yes", "No");
        AL_FILE_PERMS_WRITE_GROUP "dnp3.al.file.perms.write_group" "Write permission for group": Bool(16) & 0x10 = Names::Bools("Yes", "No");
        AL_FILE_PERMS_EXEC_GROUP "dnp3.al.file.perms.exec_group" "Execute permission for group": Bool(16) & 0x8 = Names::Bools("Yes", "No");
        AL_FILE_PERMS_READ_WORLD "dnp3.al.file.perms.read_world" "Read permission for world": Bool(16) & 0x4 = Names::Bools("Yes", "No");
        AL_FILE_PERMS_WRITE_WORLD "dnp3.al.file.perms.write_world" "Write permission for world": Bool(16) & 0x2 = Names::Bools("Yes", "No");
        AL_FILE_PERMS_EXEC_WORLD "dnp3.al.file.perms.exec_world" "Execute permission for world": Bool(16) & 0x1 = Names::Bools("Yes", "No");
        AL_RELTIMESTAMP "dnp3.al.reltimestamp" "Relative Timestamp": RelTime;
        AL_DATATYPE "dnp3.al.datatype" "Data Type": U8 Hex = AL_DATATYPE_NAMES;
        AL_DA_LENGTH "dnp3.al.da.length" "Device Attribute Length": U8 Dec;
        AL_DA_UINT8 "dnp3.al.da.uint8" "Device Attribute 8-Bit Unsigned Integer Value": U8 Dec;
        AL_DA_UINT16 "dnp3.al.da.uint16" "Device Attribute 16-Bit Unsigned Integer Value": U16 Dec;
        AL_DA_UINT32 "dnp3.al.da.uint32" "Device Attribute 32-Bit Unsigned Integer Value": U32 Dec;
        AL_DA_INT8 "dnp3.al.da.int8" "Device Attribute 8-Bit Integer Value": I8 Dec;
        AL_DA_INT16 "dnp3.al.da.int16" "Device Attribute 16-Bit Integer Value": I16 Dec;
        AL_DA_INT32 "dnp3.al.da.int32" "Device Attribute 32-Bit Integer Value": I32 Dec;
        AL_DA_FLOAT "dnp3.al.da.float" "Device Attribute Float Value": F32;
        AL_DA_DOUBLE "dnp3.al.da.double" "Device Attribute Double Value": F64;
        AL_FRAG_DATA "dnp3.al.frag_data" "DNP3.0 AL Fragment Data": Bytes;
        AL_FRAGMENT "dnp3.al.fragment" "DNP 3.0 AL Fragment": Framenum;
        AL_FRAGMENTS "dnp3.al.fragments" "DNP 3.0 AL Fragments": None;
        AL_FRAGMENT_OVERLAP "dnp3.al.fragment.overlap" "Fragment overlap": Bool;
        AL_FRAGMENT_OVERLAP_CONFLICT "dnp3.al.fragment.overlap.conflict" "Conflicting data in fragment overlap": Bool;
        AL_FRAGMENT_MULTIPLETAILS "dnp3.al.fragment.multipletails" "Multiple tail fragments found": Bool;
        AL_FRAGMENT_TOOLONGFRAGMENT "dnp3.al.fragment.toolongfragment" "Fragment too long": Bool;
        AL_FRAGMENT_COUNT "dnp3.al.fragment.count" "Fragment count": U32 Dec;
        AL_FRAGMENT_REASSEMBLED_IN "dnp3.al.fragment.reassembled_in" "Reassembled PDU In Frame": Framenum;
        AL_FRAGMENT_REASSEMBLED_LENGTH "dnp3.al.fragment.reassembled.length" "Reassembled DNP length": U32 Dec;
        AL_POINT_INDEX "dnp3.al.point_index" "Point Index": U32 Dec;
        AL_DA_VALUE "dnp3.al.da.value" "Value": Str;
        AL_COUNT "dnp3.al.count" "Count": U8 Dec;
        AL_ON_TIME "dnp3.al.on_time" "On Time": U32 Dec;
        AL_OFF_TIME "dnp3.al.off_time" "Off Time": U32 Dec;
        AL_TIME_DELAY "dnp3.al.time_delay" "Time Delay": U16 Dec;
        AL_FILE_STRING_OFFSET "dnp3.al.file_string_offset" "File String Offset": U16 Dec;
        AL_FILE_STRING_LENGTH "dnp3.al.file_string_length" "File String Length": U16 Dec;
        AL_FILE_NAME "dnp3.al.file_name" "File Name": Str;
        AL_OCTET_STRING "dnp3.al.octet_string" "Octet String": Bytes;
        AL_UNKNOWN_DATA_CHUNK "dnp3.al.unknown_data_chunk" "Unknown Data Chunk": Bytes;
        NUM_ITEMS_NEG "dnp3.num_items_neg" "Negative number of items": None;
        IIN_ABNORMAL "dnp3.iin_abnormal" "IIN Abnormality": None;
    }
}

const HEADER: usize = 10;
/// User data between two checksums.
const CHUNK: usize = 16;
/// Messages of the application are no longer than this.
const MAX_MESSAGE: usize = 3072;

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    matches!(c.rest(), [0x05, 0x64, 5..=255, ..]) && c.left() >= HEADER
}

/// Bytes of a frame on the line: after the header, blocks of 16 bytes have a checksum each.
fn whole(len: u8) -> usize {
    let user = usize::from(len).saturating_sub(5);
    HEADER + user + 2 * user.div_ceil(16)
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [0x05, 0x64, len, ..] => Pdu::Len(whole(*len)),
        [] | [0x05] | [0x05, 0x64] => Pdu::More(HEADER),
        _ => Pdu::AsItComes,
    }
}

/// The checksum of the data link: CRC-16 of IEEE 1815 annex E.
fn crc(bytes: &[u8]) -> u16 {
    !bytes.iter().fold(0, |crc, b| {
        (0..8).fold(crc ^ u16::from(*b), |crc: u16, _| crc >> 1 ^ if crc & 1 != 0 { 0xa6bc } else { 0 })
    })
}

/// The user data of a frame on the line, without checksums.
fn user_data(frame: &[u8]) -> Vec<u8> {
    let body = frame.get(HEADER..).unwrap_or_default();
    body.chunks(CHUNK + 2)
        .flat_map(|c| c.get(..c.len().saturating_sub(2)).unwrap_or_default())
        .copied()
        .collect()
}

/// Whether the frame carries user data.
fn carries(control: u8) -> bool {
    control & 0x40 != 0 && matches!(control & 15, 3 | 4)
}

/// The key of what frames between two stations make together.
fn pieces(frame: &[u8]) -> Option<u64> {
    Some(u64::from(u32::from_be_bytes(*frame.get(4..8)?.first_chunk()?)))
}

/// A piece's note: as many as there were before, then their lengths and frames, then the bytes.
fn remember(past: &mut Past<'_>, frames: &[u8]) {
    let mut rest = frames;
    // Every frame takes at least its header away.
    while let Some(len) = rest.get(2).filter(|_| rest.starts_with(&[5, 0x64])) {
        let (frame, next) = rest.split_at(whole(*len).min(rest.len()));
        rest = next;
        piece(past, frame);
    }
}

fn piece(past: &mut Past<'_>, frame: &[u8]) {
    let (Some(control), Some(stations)) = (frame.get(3), pieces(frame)) else { return };
    let data = user_data(frame);
    let Some((transport, data)) = data.split_first().filter(|_| carries(*control)) else { return };
    let (last, first) = (transport & 0x80 != 0, transport & 0x40 != 0);
    if first && last {
        return;
    }
    let key = Key::here(stations);
    let mut so_far = if first {
        vec![0]
    } else {
        match past.get(&key) {
            Some(r) => r.bytes.to_vec(),
            None => return,
        }
    };
    let n = usize::from(so_far.first().copied().unwrap_or_default());
    if so_far.len() > MAX_MESSAGE || n >= 64 {
        past.remove(&key);
        return;
    }
    let mut part = (past.now.frame as u32).to_be_bytes().to_vec();
    part.extend((data.len() as u16).to_be_bytes());
    so_far.splice(1 + 6 * n..1 + 6 * n, part);
    so_far[0] += 1;
    so_far.extend(data);
    past.set(&key, &so_far);
    if last {
        if let Some(all) = past.get(&key) {
            past.note(stations << 8 | u64::from(transport & 0x3f), &all);
        }
        past.remove(&key);
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if !accepts(&c, cx.ports) {
        return Err(Stop::NotMine);
    }
    cx.protocol("DNP 3.0");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let len = c.peek_u8(2)?;
    let mut one = c.take(whole(len));
    cx.proto_len(whole(len));
    let frame = one.rest();
    let control = one.peek_u8(3)?;
    let (to, from) = (one.peek_u16(4)?.swap_bytes(), one.peek_u16(6)?.swap_bytes());
    link(cx, &mut one, len, control, to, from)?;
    let function = function(control);
    let mut step = Ok(());
    let cut = one.is_cut();
    let with_data = carries(control) && one.left() >= 3;
    if with_data {
        step = user(cx, frame, &mut one, from, to, len, function);
    }
    // What user data say is only told of those that are all there.
    if !with_data || cut && step.is_err() {
        cx.info_sep("; ", |o| {
            o.s("from ").u(from).s(" to ").u(to).s(", len=").u(len).s(", ").s(function);
        });
    }
    step?;
    cx.info_fence();
    if c.is_empty() { Ok(()) } else { cx.next_pdu(ID, c) }
}

/// What the data link does.
fn function(control: u8) -> &'static str {
    let names = if control & 0x40 != 0 { CTL_PRIFUNC_NAMES } else { CTL_SECFUNC_NAMES };
    names.or(u64::from(control & 15), "Unknown function")
}

fn checksum<S: Sink>(
    cx: &mut Cx<'_, S>,
    [field, status]: [Field; 2],
    bytes: &[u8],
    c: &mut Cursor<'_>,
) -> Step {
    let (said, is) = (c.peek_u16(0)?.swap_bytes(), crc(bytes));
    let item = cx.field_le(field, c, 2)?;
    cx.append(item, |o| {
        if said == is {
            o.s(" [correct]");
        } else {
            o.s(" incorrect, should be ").hex(is, 4);
        }
    });
    cx.generated(status, c.span(0), Value::U(u64::from(said == is)));
    Ok(())
}

fn link<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, len: u8, control: u8, to: u16, from: u16) -> Step {
    let head = c.rest().get(..HEADER - 2).unwrap_or_default();
    let primary = control & 0x40 != 0;
    let flags = |o: &mut Out<'_>| {
        o.s(if control & 0x80 != 0 { "DIR, " } else { "" }).s(if primary { "PRM, " } else { "" });
        o.s(function(control));
    };
    let line = cx.line(c.span(HEADER), |o| {
        o.s("Data Link Layer, Len: ").u(len).s(", From: ").u(from).s(", To: ").u(to).s(", ");
        flags(o);
    });
    cx.under(line, |cx| -> Step {
        cx.u16(START, c)?;
        cx.u8(LEN, c)?;
        let bits: &[Field] = if primary {
            &[CTL_DIR, CTL_PRM, CTL_FCB, CTL_FCV, CTL_PRIFUNC]
        } else {
            &[CTL_DIR, CTL_PRM, CTL_DFC, CTL_SECFUNC]
        };
        let (_, item) = cx.flags(CTL, c, 1, bits)?;
        cx.append(item, |o| {
            o.s(" (");
            flags(o);
            o.c(b')');
        });
        for field in [DST, SRC] {
            let (at, n) = (c.span(2), c.peek_u16(0)?.swap_bytes());
            cx.u16_le(field, c)?;
            cx.hidden(ADDR, at, Value::U(u64::from(n)));
        }
        checksum(cx, [HDR_CRC, DNP_HDR_CRC_STATUS], head, c)
    })
}

/// The transport's byte, the chunks with their checksums, and the message when it ends here.
fn user<S: Sink>(
    cx: &mut Cx<'_, S>,
    frame: &[u8],
    c: &mut Cursor<'_>,
    from: u16,
    to: u16,
    len: u8,
    function: &'static str,
) -> Step {
    let transport = c.peek_u8(0)?;
    let (last, first, sequence) = (transport & 0x80 != 0, transport & 0x40 != 0, transport & 0x3f);
    let (_, item) = cx.flags(TR_CTL, &mut c.clone(), 1, &[TR_FIN, TR_FIR, TR_SEQ])?;
    cx.append(item, |o| {
        o.s(match (first, last) {
            (true, true) => ", Final, First(FIR, FIN, ",
            (true, false) => ", First(FIR, ",
            (false, true) => ", Final(FIN, ",
            _ => "(",
        });
        o.s("Sequence ").u(sequence).c(b')');
    });
    let begin = *c;
    let line = cx.line(c.span(usize::MAX), |o| _ = o.s("Data Chunks"));
    cx.under(line, |cx| -> Step {
        let mut i = 0u32;
        while c.left() > 2 {
            let n = CHUNK.min(c.left() - 2);
            let line = cx.line(c.span(n + 2), |o| _ = o.s("Data Chunk: ").u(i));
            cx.under(line, |cx| -> Step {
                let at = c.span(0);
                let chunk = cx.bytes(DNP_DATA_CHUNK, c, n)?;
                cx.generated(DNP_DATA_CHUNK_LEN, at, Value::U(n as u64));
                checksum(cx, [DNP_DATA_CHUNK_CRC, DNP_DATA_CHUNK_CRC_STATUS], chunk, c)
            })?;
            i += 1;
        }
        Ok(())
    })?;
    let data = user_data(frame);
    let data = data.get(1..).unwrap_or_default();
    let place = begin.span(0);
    let known = pieces(frame).and_then(|p| cx.recalled(p << 8 | u64::from(sequence)));
    let message = match (first && last, known.filter(|_| last)) {
        (true, _) => {
            fragments(cx, &[(cx.meta.number as u32, data.len() as u16)], data.len(), place);
            data.to_vec()
        }
        (false, Some(note)) => {
            let n = usize::from(note.bytes.first().copied().unwrap_or_default());
            let (parts, bytes) =
                note.bytes.get(1..).unwrap_or_default().split_at_checked(6 * n).unwrap_or_default();
            let parts: Vec<(u32, u16)> = parts
                .as_chunks::<6>()
                .0
                .iter()
                .map(|p| (u32::from_be_bytes([p[0], p[1], p[2], p[3]]), u16::from_be_bytes([p[4], p[5]])))
                .collect();
            fragments(cx, &parts, bytes.len(), place);
            bytes.to_vec()
        }
        _ => {
            let span = cx.keep(|o| _ = o.bytes(data)).span().unwrap_or_default();
            cx.add(AL_FRAG_DATA, span, Value::Bytes(span));
            cx.info_sep("; ", |o| {
                o.s("from ").u(from).s(" to ").u(to).s(", len=").u(len).s(", ").s(function);
                o.s(" (Application Layer ");
                o.s(if last { "fragment " } else { "Unreassembled fragment " }).u(sequence).c(b')');
            });
            return Ok(());
        }
    };
    cx.with_source("DNP 3.0 message", message, |cx, c| objects::message(cx, c)).unwrap_or(Ok(()))
}

/// Which frames the message was put together from.
fn fragments<S: Sink>(cx: &mut Cx<'_, S>, parts: &[(u32, u16)], total: usize, at: Span) {
    let item = cx.generated(AL_FRAGMENTS, at, Value::None);
    cx.label(item, |o| {
        o.u(parts.len() as u64).s(" DNP 3.0 AL Fragment").s(if parts.len() == 1 { " (" } else { "s (" });
        o.u(total as u64).s(" bytes): ");
        for (i, (frame, len)) in parts.iter().enumerate() {
            o.s(if i > 0 { ", #" } else { "#" }).u(*frame).c(b'(').u(*len).c(b')');
        }
    });
    cx.under(item, |cx| {
        let mut from = 0;
        for (frame, len) in parts {
            let item = cx.generated(AL_FRAGMENT, at, Value::U(u64::from(*frame)));
            cx.label(item, |o| pieces::piece(o, u64::from(*frame), from, u32::from(*len)));
            from += u32::from(*len);
        }
        cx.generated(AL_FRAGMENT_COUNT, at, Value::U(parts.len() as u64));
        cx.generated(AL_FRAGMENT_REASSEMBLED_LENGTH, at, Value::U(total as u64));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_the_checksums() {
        // A request of link status from station 1 to station 100.
        assert_eq!(crc(&[0x05, 0x64, 0x05, 0x49, 0x64, 0x00, 0x01, 0x00]), 0x5f7e);
        assert_eq!((whole(5), whole(8), whole(5 + 17)), (10, 15, 31));
    }
}
