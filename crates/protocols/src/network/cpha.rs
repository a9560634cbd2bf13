//! Cluster Control Protocol of Check Point: members of a cluster tell each other their state.

use crate::common::run;
use requin_wire::{Cursor, Cx, Out, Sink, Step, Stop, Value, names, proto};

proto! {
    CPHA "cpha" "Check Point High Availability Protocol" "CPHA" App
    on [Udp 8116]
    fields {
        MAGIC_NUMBER "cpha.magic_number" "Magic Number": U16 Hex;
        VERSION "cpha.version" "Protocol Version": U16 Dec = VERSION_NAMES;
        CLUSTER_NUMBER "cpha.cluster_number" "Cluster Number": U16 Dec;
        OPCODE "cpha.opcode" "HA OpCode": U16 Dec = OPCODE_NAMES;
        PAYLOAD "cpha.payload" "Payload": None;
        SRC_IF "cpha.src_if" "Source Interface": U16 Dec;
        RANDOM_ID "cpha.random_id" "Random ID": U16 Dec;
        SRC_ID "cpha.src_id" "Source Machine ID": U16 Dec;
        DST_ID "cpha.dst_id" "Destination Machine ID": U16 Dec;
        POLICY_ID "cpha.policy_id" "Policy ID": U16 Dec;
        FILLER "cpha.filler" "Filler": U16 Dec;
        UNKNOWN_DATA "cpha.unknown_data" "Data": Bytes;
        ID_NUM "cpha.id_num" "Number of IDs reported": U16 Dec;
        REPORT_CODE "cpha.report_code" "Report code": U16 Dec = REPORT_CODE_NAMES;
        HA_MODE "cpha.ha_mode" "HA mode": U16 Dec = HA_MODE_NAMES;
        HA_TIME_UNIT "cpha.ha_time_unit" "HA Time unit": U16 Dec;
        MACHINE_STATES "cpha.machine_states" "Machines States": None;
        STATE_NODE "cpha.state_node" "State node": U8 Dec = STATE_NODE_NAMES;
        INTERFACE_STATES "cpha.interface_states" "Interface States": None;
        REPORTED_IFS "cpha.reported_ifs" "Reported Interfaces": U32 Dec;
        ETHERNET_ADDR "cpha.ethernet_addr" "Ethernet Address": Ether;
        IF_TRUSTED "cpha.if_trusted" "Interface Trusted": Bool(8);
        IP "cpha.ip" "IP Address": Ipv4;
        SLOT_NUM "cpha.slot_num" "Slot Number": I16 Dec;
        MACHINE_NUM "cpha.machine_num" "Machine Number": I16 Dec;
        SEED "cpha.seed" "Seed": U32 Dec;
        HASH_LEN "cpha.hash_len" "Hash list length": I32 Dec;
        IN_UP "cpha.in_up" "Interfaces up in the Inbound": I8 Dec;
        IN_ASSUME_UP "cpha.in_assume_up" "Interfaces assumed up in the Inbound": I8 Dec;
        OUT_UP "cpha.out_up" "Interfaces up in the Outbound": I8 Dec;
        OUT_ASSUME_UP "cpha.out_assume_up" "Interfaces assumed up in the Outbound": I8 Dec;
        CLUSTER_LAST_PACKET "cpha.cluster_last_packet" "Last packet seen": I8 Dec;
        STATUS "cpha.status" "Status": U32 Dec = STATUS_NAMES;
        IFN "cpha.ifn" "Interface Number": U32 Dec;
    }
}

names! {
    VERSION_NAMES {
        1 => "4.1",
        2 => "NG (FP0)",
        3 => "NG FP1",
        6 => "NG FP2",
        530 => "NG FP3",
        534 => "VSX NG AIR2",
        537 => "VSX NGX EA",
        538 => "VSX NGX GA",
        540 => "NG AIR54 EA",
        541 => "NG AIR54 GA",
        550 => "NG AIR55 (up to HFA_16)",
        551 => "NG AIR55 HFA_17",
        552 => "NG AIR55W",
        553 => "NG AIR55 HFA_18",
        591 => "NG AIR55 LSV",
        593 => "NGXR60 EA",
        601 => "NGXR60 GA / NGXR60 HFA_01",
        602 => "NGXR60 HFA_02",
        646 => "NGXR60 Multicast acceleration",
        650 => "NGXR60 with Anti-Virus",
        665 => "NGXR61 EA2",
        667 => "NGXR61 GA",
        690 => "NGXR62 EA",
        691 => "NGXR62 GA",
        700 => "Connectra NGXR61 EA",
        705 => "Connectra NGXR61 GA",
        710 => "Connectra NGXR66 GA",
        800 => "NGXR65 EA",
        801 => "NGXR65 GA",
        802 => "NGXR65 HFA_01",
        803 => "NGXR65 HFA_02",
        804 => "NGXR65 HFA_02 / Connectra NGXR66.1",
        805 => "NGXR65 HFA_03",
        810 => "NGXR65 HFA_03 GA",
        811 => "NGXR65 HFA_40",
        813 => "NGXR65 HFA_50",
        814 => "NGXR65 HFA_50",
        815 => "NGXR65 HFA_60",
        816 => "NGXR65 HFA_70",
        850 => "VSX NGX Scalability Pack",
        900 => "VSX NGXR65 GA",
        901 => "VSX NGXR65 HFA_10",
        902 => "VSX NGXR65 HFA_20",
        1000 => "NGXR65 with CoreXL LE",
        1001 => "VSX NGXR67 GA",
        1010 => "VSX NGXR67 EA",
        1100 => "VSX NGXR68 GA",
        1500 => "R70 EA",
        1501 => "R70 GA",
        1502 => "R70.1 EA /R70.1 IPv6Pack HCC",
        1505 => "R70.1 GA",
        1506 => "2R70.1 IPv6Pack",
        1508 => "R70.12",
        1516 => "R70.20",
        1518 => "R70.30",
        1520 => "R70.40 / GX 5.0 HCC",
        1523 => "R70.50",
        1555 => "R71.10 /R71 VE",
        1557 => "R71.20",
        1559 => "R71.30",
        1561 => "R71.40",
        1562 => "R71.45",
        1563 => "R71.50",
        2000 => "R75 GA / R75.050 for 61000 /R75.051 for 61000 /R75.052 for 61000",
        2005 => "R75.10",
        2010 => "R75.20",
        2020 => "R75.30",
        2210 => "R75.40 32-bit",
        2211 => "R75.40 64-bit",
        2220 => "R75.45 32-bit",
        2221 => "R75.45 64-bit",
        2225 => "R75.46 32-bit",
        2226 => "R75.46 64-bit",
        2230 => "R75.47 32-bit",
        2231 => "R75.47 64-bit",
        2500 => "R75.40VS 32-bit",
        2501 => "R75.40VS 64-bit",
        2502 => "R75.40VS in VSX mode",
        2700 => "R76 32-bit",
        2701 => "DR76 64-bit",
        2702 => "R76 in VSX mode",
        2720 => "R76.10 32-bit",
        2721 => "R76.10 64-bit",
        2722 => "R76.10 in VSX mode",
        2900 => "R77 32-bit",
        2901 => "R77 64-bit",
        2902 => "R77 in VSX mode",
        2905 => "R77.10 32-bit",
        2906 => "R77.10 64-bit",
        2907 => "R77.10 in VSX mode",
        2910 => "R77.20 32-bit",
        2911 => "R77.20 64-bit",
        2912 => "R77.20 in VSX mode",
        2920 => "R77.30 32-bit",
        2921 => "R77.30 64-bit",
        2922 => "R77.30 in VSX mode",
        62700 => "R76SP for 61000 32-bit",
        62701 => "R76SP for 61000 64-bit",
        62702 => "R76SP for 61000 in VSX mode",
        62710 => "R76SP.10 for 61000 32-bit",
        62711 => "R76SP.10 for 61000 64-bit",
        62712 => "R76SP.10 for 61000 in VSX mode",
    }
    OPCODE_NAMES {
        0 => "Unknown OpCode",
        1 => "FWHA_MY_STATE - Report source machine's state",
        2 => "FWHA_QUERY_STATE - Query other machine's state",
        3 => "FWHA_IF_PROBE_REQ - Interface active check request",
        4 => "FWHA_IF_PROBE_REPLY - Interface active check reply",
        5 => "FWHA_IFCONF_REQ - Interface configuration request",
        6 => "FWHA_IFCONF_REPLY - Interface configuration reply",
        7 => "FWHA_LB_CONF - LB configuration report request",
        8 => "FWHA_LB_CONFIRM - LB configuration report reply",
        9 => "FWHA_POLICY_CHANGE - Policy ID change request/notification",
        10 => "FWHAP_SYNC - New Sync packet",
    }
    REPORT_CODE_NAMES {
        1 => "Machine information included",
        2 => "Interface information included",
        3 => "Machine & Interface information included",
    }
    HA_MODE_NAMES {
        0 => "FWHA_UNDEF_MODE",
        1 => "FWHA_NOT_ACTIVE_MODE - CPHA is not active",
        2 => "FWHA_BALANCE_MODE - More than one machine active",
        3 => "FWHA_PRIMARY_UP_MODE",
        4 => "FWHA_ONE_UP_MODE",
    }
    STATE_NODE_NAMES {
        0 => "Down/Dead",
        1 => "Initializing",
        2 => "Standby",
        3 => "Ready",
        4 => "Active/Active-Attention",
    }
    STATUS_NAMES {
        1 => "New policy arrived - no need to modify HA configuration",
        2 => "New policy arrived - need to modify HA configuration",
        3 => "Ready to change configuration",
    }
}

/// The first version whose headers have a policy.
const WITH_POLICY: u16 = 6;
const MAGIC: u16 = 0x1a90;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if c.peek_u16(0)? != MAGIC || c.left() < 16 {
        return Err(Stop::NotMine);
    }
    let (version, opcode) = (c.peek_u16(2)?, c.peek_u16(6)?);
    cx.protocol("CPHA");
    cx.info_clear();
    let name = move |o: &mut Out<'_>| {
        match OPCODE_NAMES.find(u64::from(opcode)) {
            Some(name) => _ = o.s(name),
            None => _ = o.s("Unknown ").u(opcode),
        };
    };
    cx.info(|o| {
        o.s("CPHAv").u(version).s(": ");
        name(o);
    });
    run(cx, &mut c, &[(MAGIC_NUMBER, 2), (VERSION, 2), (CLUSTER_NUMBER, 2), (OPCODE, 2), (SRC_IF, 2)])?;
    run(cx, &mut c, &[(RANDOM_ID, 2), (SRC_ID, 2), (DST_ID, 2)])?;
    if version >= WITH_POLICY {
        run(cx, &mut c, &[(POLICY_ID, 2), (FILLER, 2)])?;
    }
    let item = cx.add(PAYLOAD, c.span(c.left()), Value::None);
    cx.label(item, |o| {
        o.s("Payload - ");
        name(o);
    });
    cx.under(item, |cx| match opcode {
        1 => state(cx, c),
        2 | 5 => Ok(()),
        3 | 4 => run(cx, &mut c, &[(IFN, 4)]),
        6 => run(cx, &mut c, &[(REPORTED_IFS, 4), (ETHERNET_ADDR, 6), (IF_TRUSTED, 2), (IP, 4)]),
        7 => run(cx, &mut c, &[(SLOT_NUM, 2), (MACHINE_NUM, 2), (SEED, 4), (HASH_LEN, 4)]),
        9 => run(cx, &mut c, &[(STATUS, 4)]),
        _ => {
            let n = c.left();
            cx.field(UNKNOWN_DATA, &mut c, n).map(|_| ())
        }
    })
}

/// What a member says of itself and of the others.
fn state<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let (count, code) = (c.peek_u16(0)?, c.peek_u16(2)?);
    run(cx, &mut c, &[(ID_NUM, 2), (REPORT_CODE, 2), (HA_MODE, 2), (HA_TIME_UNIT, 2)])?;
    if code & 1 != 0 {
        let item = cx.add(MACHINE_STATES, c.span(usize::from(count)), Value::None);
        cx.under(item, |cx| -> Step {
            for i in 0..count {
                let node = cx.field(STATE_NODE, &mut c, 1)?;
                cx.append(node, |o| _ = o.s(" (Nodes ").u(i).s(")"));
            }
            Ok(())
        })?;
    }
    if code & 2 == 0 {
        return Ok(());
    }
    let item = cx.add(INTERFACE_STATES, c.span(4), Value::None);
    let registry = cx.registry;
    cx.label(item, |o| {
        o.s(registry.field(INTERFACE_STATES).label);
        for i in 0..count {
            o.s(" (Cluster ").u(i).s(")");
        }
    });
    cx.under(item, |cx| run(cx, &mut c, &[(IN_UP, 1), (IN_ASSUME_UP, 1), (OUT_UP, 1), (OUT_ASSUME_UP, 1)]))?;
    for _ in 0..count {
        cx.field(CLUSTER_LAST_PACKET, &mut c, 1)?;
    }
    Ok(())
}
