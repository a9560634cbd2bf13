//! VLAN Trunking Protocol, by which switches of Cisco tell of VLANs.

use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    VTP "vtp" "VLAN Trunking Protocol" "VTP" Link
    on [Snap 0x00000c2003]
    fields {
        VERSION "vtp.version" "Version": U8 Hex;
        CODE "vtp.code" "Code": U8 Hex = CODE_NAMES;
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
        VLAN_INFO_TYPE "vtp.vlan_info.vlan_type" "VLAN Type": U8 Hex = VLAN_INFO_TYPE_NAMES;
        VLAN_INFO_NAME_LEN "vtp.vlan_info.vlan_name_len" "VLAN Name Length": U8 Dec;
        VLAN_INFO_ISL_VLAN_ID "vtp.vlan_info.isl_vlan_id" "ISL VLAN ID": U16 Hex;
        VLAN_INFO_MTU_SIZE "vtp.vlan_info.mtu_size" "MTU Size": U16 Dec;
        VLAN_INFO_INDEX "vtp.vlan_info.802_10_index" "802.10 Index": U32 Hex;
        VLAN_INFO_NAME "vtp.vlan_info.vlan_name" "VLAN Name": Str;
        PRUNING_FIRST "vtp.pruning.first" "First VLAN ID": U16 Dec;
        PRUNING_LAST "vtp.pruning.last" "Last VLAN ID": U16 Dec;
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
}

const SUMMARY: u8 = 1;
const SUBSET: u8 = 2;
const REQUEST: u8 = 3;
const JOIN: u8 = 4;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("VTP");
    cx.info_clear();
    let code = c.peek_u8(1)?;
    cx.info(|o| _ = o.s(CODE_NAMES.or(u64::from(code), "Unknown")));
    cx.u8(VERSION, &mut c)?;
    cx.u8(CODE, &mut c)?;
    match code {
        SUMMARY => _ = cx.u8(FOLLOWERS, &mut c)?,
        SUBSET => _ = cx.u8(SEQ_NUM, &mut c)?,
        _ => c.skip(1)?,
    }
    let n = usize::from(cx.u8(MD_LEN, &mut c)?);
    let mut name = c.take_all(32)?;
    cx.field(MD, &mut name, n.min(32))?;
    match code {
        SUMMARY => {
            let revision = cx.u32(CONF_REV_NUM, &mut c)?;
            cx.info_add(|o| _ = o.s(", Revision: ").u(revision));
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
            cx.info_add(|o| _ = o.s(", Revision: ").u(revision));
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
            cx.u16(PRUNING_FIRST, &mut c)?;
            cx.u16(PRUNING_LAST, &mut c)?;
        }
        _ => {}
    }
    Ok(())
}

fn vlan<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let item = cx.line(c.span(c.left()), |o| _ = o.s("VLAN Information"));
    cx.under(item, |cx| -> Step {
        cx.u8(VLAN_INFO_LEN, &mut c)?;
        cx.u8(VLAN_INFO_STATUS, &mut c)?;
        cx.u8(VLAN_INFO_TYPE, &mut c)?;
        let n = usize::from(cx.u8(VLAN_INFO_NAME_LEN, &mut c)?);
        cx.u16(VLAN_INFO_ISL_VLAN_ID, &mut c)?;
        cx.u16(VLAN_INFO_MTU_SIZE, &mut c)?;
        cx.u32(VLAN_INFO_INDEX, &mut c)?;
        cx.bytes(VLAN_INFO_NAME, &mut c, n)?;
        Ok(())
    })
}
