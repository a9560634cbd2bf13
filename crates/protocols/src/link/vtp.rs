//! VLAN Trunking Protocol, by which switches of Cisco tell of VLANs.

use requin_wire::{Cursor, Cx, Field, Sink, Step, Value, names, proto};

proto! {
    VTP "vtp" "VLAN Trunking Protocol" "VTP" Link
    on [Snap 0x00000c2003]
    fields {
        VERSION "vtp.version" "Version": U8 Hex;
        CODE "vtp.code" "Code": U8 Hex = CODE_NAMES;
        RESERVED "vtp.reserved" "Reserved": Bytes;
        FOLLOWERS "vtp.followers" "Followers": U8 Dec;
        SEQ_NUM "vtp.seq_num" "Sequence Number": U8 Dec;
        MD_LEN "vtp.md_len" "Management Domain Length": U8 Dec;
        MD "vtp.md" "Management Domain": Str;
        CONF_REV_NUM "vtp.conf_rev_num" "Configuration Revision Number": U32 Dec;
        UPD_ID "vtp.upd_id" "Updater Identity": Ipv4;
        UPD_TS "vtp.upd_ts" "Update Timestamp": Str;
        MD5_DIGEST "vtp.md5_digest" "MD5 Digest": Bytes;
        START_VALUE "vtp.start_value" "Start Value": U16 Hex;
        VLAN_INFO_LEN "vtp.vlan_info.len" "VLAN Information Length": U8 Dec;
        VLAN_INFO_STATUS "vtp.vlan_info.status" "Status": U8 Hex;
        VLAN_INFO_SUSPENDED "vtp.vlan_info.status.vlan_susp" "VLAN suspended": Bool(8) & 0x1 = crate::common::TRUE;
        VLAN_INFO_TYPE "vtp.vlan_info.vlan_type" "VLAN Type": U8 Hex = VLAN_INFO_TYPE_NAMES;
        VLAN_INFO_NAME_LEN "vtp.vlan_info.vlan_name_len" "VLAN Name Length": U8 Dec;
        VLAN_INFO_ISL_VLAN_ID "vtp.vlan_info.isl_vlan_id" "ISL VLAN ID": U16 Hex;
        VLAN_INFO_MTU_SIZE "vtp.vlan_info.mtu_size" "MTU Size": U16 Dec;
        VLAN_INFO_INDEX "vtp.vlan_info.802_10_index" "802.10 Index": U32 Hex;
        VLAN_INFO_NAME "vtp.vlan_info.vlan_name" "VLAN Name": Str;
        TLV_TYPE "vtp.vlan_info.tlv_type" "Type": U8 Hex = TLV_TYPE_NAMES;
        TLV_LEN "vtp.vlan_info.tlv_len" "Length": U8 Dec;
        RING_NUMBER "vtp.vlan_info.src_route_ring_num" "Source-Routing Ring Number": U16 Hex;
        BRIDGE_NUMBER "vtp.vlan_info.src_route_bridge_num" "Source-Routing Bridge Number": U16 Hex;
        STP_TYPE "vtp.vlan_info.stp_type" "Spanning-Tree Protocol Type": U16 Hex = STP_TYPE_NAMES;
        PARENT_VLAN "vtp.vlan_info.parent_vlan" "Parent VLAN": U16 Hex;
        TRANSLATIONALLY_BRIDGED "vtp.vlan_info.translationally_bridged_vlans" "Translationally Bridged VLANs": U16 Hex;
        PRUNING "vtp.vlan_info.pruning" "Pruning": U16 Hex = PRUNING_NAMES;
        BRIDGE_TYPE "vtp.vlan_info.bridge_type" "Bridge Type": U16 Hex = BRIDGE_TYPE_NAMES;
        MAX_ARE_HOPS "vtp.vlan_info.max_are_hop_count" "Max ARE Hop Count": U16 Dec;
        MAX_STE_HOPS "vtp.vlan_info.max_ste_hop_count" "Max STE Hop Count": U16 Dec;
        BACKUP_CRF "vtp.vlan_info.backup_crf_mode" "Backup CRF Mode": U16 Hex = BACKUP_CRF_NAMES;
        TLV_DATA "vtp.vlan_info.data" "Data": Bytes;
        PRUNING_ACTIVE "vtp.pruning.active" "VLAN": U16 Dec;
        PRUNING_FIRST "vtp.pruning.first" "First VLAN ID": U16 Dec;
        PRUNING_LAST "vtp.pruning.last" "Last VLAN ID": U16 Dec;
    }
    experts {
        BAD_TLV_LEN "vtp.vlan_info.tlv_len.bad" Warn Protocol "Bad length for TLV length";
    }
}

names! {
    CODE_NAMES {
        1 => "Summary Advertisement",
        2 => "Subset Advertisement",
        3 => "Advertisement Request",
        4 => "Join/Prune Message",
    }
    VLAN_INFO_TYPE_NAMES {
        1 => "Ethernet",
        2 => "FDDI",
        3 => "TrCRF",
        4 => "FDDI-net",
        5 => "TrBRF",
    }
    TLV_TYPE_NAMES {
        1 => "Source-Routing Ring Number",
        2 => "Source-Routing Bridge Number",
        3 => "Spanning-Tree Protocol Type",
        4 => "Parent VLAN",
        5 => "Translationally Bridged VLANs",
        6 => "Pruning",
        7 => "Bridge Type",
        8 => "Max ARE Hop Count",
        9 => "Max STE Hop Count",
        10 => "Backup CRF Mode",
    }
    STP_TYPE_NAMES { 1 => "SRT", 2 => "SRB", 3 => "Auto" }
    PRUNING_NAMES { 1 => "Enabled", 2 => "Disabled" }
    BRIDGE_TYPE_NAMES { 1 => "SRT", 2 => "SRB" }
    BACKUP_CRF_NAMES { 1 => "TrCRF is configured as a backup", 2 => "TrCRF is not configured as a backup" }
}

const SUMMARY: u8 = 1;
const SUBSET: u8 = 2;
const REQUEST: u8 = 3;
const JOIN: u8 = 4;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("VTP");
    cx.info_clear();
    let code = c.peek_u8(1)?;
    cx.info(|o| {
        _ = o.s(if code == JOIN {
            "Join"
        } else {
            CODE_NAMES.or(u64::from(code), "Unrecognized VTP message")
        });
    });
    cx.u8(VERSION, &mut c)?;
    cx.u8(CODE, &mut c)?;
    let number = c.peek_u8(0)?;
    match code {
        SUMMARY => _ = cx.u8(FOLLOWERS, &mut c)?,
        SUBSET => _ = cx.u8(SEQ_NUM, &mut c)?,
        REQUEST | JOIN => _ = cx.field(RESERVED, &mut c, 1)?,
        _ => return Ok(()),
    }
    let n = usize::from(cx.u8(MD_LEN, &mut c)?);
    let mut name = c.take_all(32)?;
    cx.field(MD, &mut name, n.min(32))?;
    match code {
        SUMMARY => {
            let revision = cx.u32(CONF_REV_NUM, &mut c)?;
            cx.info_add(|o| {
                o.s(", Revision: ").u(revision);
                if number > 0 {
                    o.s(", Followers: ").u(number);
                }
            });
            cx.field(UPD_ID, &mut c, 4)?;
            // yymmddhhmmss
            let t = c.peek_bytes(0, 12)?;
            let at = c.span(12);
            cx.add_str(UPD_TS, at, |o| {
                let separators = ["-", "-", " ", ":", ":", ""];
                for (pair, after) in t.chunks_exact(2).zip(separators) {
                    o.text(pair).s(after);
                }
            });
            c.skip(12)?;
            cx.bytes(MD5_DIGEST, &mut c, 16)?;
        }
        SUBSET => {
            let revision = cx.u32(CONF_REV_NUM, &mut c)?;
            cx.info_add(|o| _ = o.s(", Revision: ").u(revision).s(", Seq: ").u(number));
            while !c.is_empty() {
                let len = usize::from(c.peek_u8(0)?);
                if len < 12 {
                    break;
                }
                vlan(cx, c.take_all(len)?)?;
            }
        }
        REQUEST => {
            cx.u16(START_VALUE, &mut c)?;
        }
        JOIN => {
            let first = cx.u16(PRUNING_FIRST, &mut c)?;
            let last = cx.u16(PRUNING_LAST, &mut c)?;
            active(cx, first, last, c)?;
        }
        _ => {}
    }
    Ok(())
}

/// VLANs that a switch has members of: a bit for each from the first to the last.
fn active<S: Sink>(cx: &mut Cx<'_, S>, first: u16, last: u16, c: Cursor<'_>) -> Step {
    let item = cx.line(c.span(c.left()), |o| _ = o.s("Advertised active (i.e. not pruned) VLANs"));
    cx.under(item, |cx| -> Step {
        for vlan in first..=last {
            let at = usize::from(vlan - first);
            if c.peek_u8(at / 8)? >> (7 - at % 8) & 1 != 0 {
                let mut byte = c;
                byte.advance(at / 8);
                cx.add(PRUNING_ACTIVE, byte.span(1), Value::U(u64::from(vlan)));
            }
        }
        Ok(())
    })
}

fn vlan<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let item = cx.line(c.span(c.left()), |o| _ = o.s("VLAN Information"));
    cx.under(item, |cx| -> Step {
        cx.u8(VLAN_INFO_LEN, &mut c)?;
        cx.flags(VLAN_INFO_STATUS, &mut c, 1, &[VLAN_INFO_SUSPENDED])?;
        cx.u8(VLAN_INFO_TYPE, &mut c)?;
        let n = usize::from(cx.u8(VLAN_INFO_NAME_LEN, &mut c)?);
        cx.u16(VLAN_INFO_ISL_VLAN_ID, &mut c)?;
        cx.u16(VLAN_INFO_MTU_SIZE, &mut c)?;
        cx.u32(VLAN_INFO_INDEX, &mut c)?;
        cx.bytes(VLAN_INFO_NAME, &mut c, n)?;
        // Names are filled up to words of four bytes.
        c.advance(n.next_multiple_of(4) - n);
        while c.left() >= 2 {
            let len = 2 * usize::from(c.peek_u8(1)?);
            vlan_tlv(cx, c.take_all(2 + len)?)?;
        }
        Ok(())
    })
}

/// What is told of a VLAN beyond its name: words of two bytes.
fn vlan_tlv<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    const FIELDS: [(Field, usize); 10] = [
        (RING_NUMBER, 2),
        (BRIDGE_NUMBER, 2),
        (STP_TYPE, 2),
        (PARENT_VLAN, 2),
        (TRANSLATIONALLY_BRIDGED, 4),
        (PRUNING, 2),
        (BRIDGE_TYPE, 2),
        (MAX_ARE_HOPS, 2),
        (MAX_STE_HOPS, 2),
        (BACKUP_CRF, 2),
    ];
    let kind = c.peek_u8(0)?;
    let name = TLV_TYPE_NAMES.find(u64::from(kind));
    let span = c.span(c.left());
    let item = cx.line(span, |o| match name {
        Some(name) => _ = o.s(name),
        None => _ = o.s("Unknown TLV type: ").hex(kind, 2),
    });
    cx.under(item, |cx| -> Step {
        cx.u8(TLV_TYPE, &mut c)?;
        cx.u8(TLV_LEN, &mut c)?;
        let n = c.left();
        match usize::from(kind).checked_sub(1).and_then(|at| FIELDS.get(at)) {
            Some((field, most)) if n >= 2 && n <= *most => {
                while !c.is_empty() {
                    cx.field(*field, &mut c, 2)?;
                }
            }
            Some(_) => cx.expert_here(BAD_TLV_LEN, span, |o| {
                _ = o.s(name.unwrap_or_default()).s(": Bad length ").u(n as u64);
            }),
            None if n > 0 => _ = cx.field(TLV_DATA, &mut c, n)?,
            None => {}
        }
        Ok(())
    })
}
