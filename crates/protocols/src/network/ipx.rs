//! Internetwork Packet Exchange (Novell's IPX Router Specification), and what it carries.

use crate::application::smb;
use requin_wire::{Cursor, Cx, Field, Item, Names, Out, ProtoId, Sink, Step, Table, names, proto};

proto! {
    IPX "ipx" "Internetwork Packet eXchange" "IPX" Network
    on [Llc 0xe0, Ether 0x8137, Ether 0x8138, Ppp 0x2b]
    fields {
        CHECKSUM "ipx.checksum" "Checksum": U16 Hex;
        SRC "ipx.src" "Source Address": Str;
        DST "ipx.dst" "Destination Address": Str;
        ADDR "ipx.addr" "Src/Dst Address": Str;
        LEN "ipx.len" "Length": U16 Dec = Names::Unit(" byte", " bytes");
        HOPS "ipx.hops" "Transport Control": U8 Dec = Names::Unit(" hop", " hops");
        PACKET_TYPE "ipx.packet_type" "Packet Type": U8 Hex = TYPES;
        DST_NET "ipx.dst.net" "Destination Network": Ipx;
        DST_NODE "ipx.dst.node" "Destination Node": Ether;
        DST_SOCKET "ipx.dst.socket" "Destination Socket": U16 Hex = SOCKETS;
        SRC_NET "ipx.src.net" "Source Network": Ipx;
        SRC_NODE "ipx.src.node" "Source Node": Ether;
        SRC_SOCKET "ipx.src.socket" "Source Socket": U16 Hex = SOCKETS;
        NET "ipx.net" "Source or Destination Network": Ipx;
        NODE "ipx.node" "Source or Destination Node": Ether;
        SOCKET "ipx.socket" "Source or Destination Socket": U16 Hex = SOCKETS;
    }
}

names! {
    TYPES {
        0 => "IPX", 1 => "RIP", 2 => "Echo", 3 => "Error", 4 => "PEP", 5 => "SPX", 16 => "Experimental Protocol",
        17 => "NCP", 18 => "Experimental Protocol", 19 => "Experimental Protocol", 20 => "NetBIOS Broadcast",
        21 => "Experimental Protocol", 22 => "Experimental Protocol", 23 => "Experimental Protocol",
        24 => "Experimental Protocol", 25 => "Experimental Protocol", 26 => "Experimental Protocol",
        27 => "Experimental Protocol", 28 => "Experimental Protocol", 29 => "Experimental Protocol",
        30 => "Experimental Protocol", 31 => "Experimental Protocol",
    }
    pub(super) SOCKETS {
        2 => "CISCO PING", 1105 => "NCP", 1106 => "SAP", 1107 => "RIP", 1109 => "NetBIOS", 1110 => "Diagnostic",
        1111 => "Serialization", 1360 => "NWLink SMB Server", 1361 => "NWLink SMB Name Query",
        1362 => "NWLink SMB Redirector", 1363 => "NWLink SMB Mailslot Datagram", 1364 => "NWLink SMB Messenger",
        1365 => "NWLink SMB Browse", 1373 => "Attachmate Gateway", 16385 => "IPX Message", 16387 => "IPX Message",
        16390 => "NetWare Directory Server", 16396 => "HP LaserJet/QuickSilver", 33028 => "NetWare 386",
        34082 => "ADSM", 34238 => "Cisco EIGRP for IPX", 36739 => "Powerchute UPS Monitoring",
        36865 => "NetWare Link Services Protocol", 36868 => "IPX WAN", 36879 => "SNMP Agent", 36880 => "SNMP Sink",
        36987 => "SMS Testing and Development", 36998 => "Novell PING", 37009 => "TCP Tunnel", 37010 => "UDP Tunnel",
        37042 => "NDPS Printer Agent/PSM", 37043 => "NDPS Broker", 37044 => "NDPS Service Registry Service",
        37045 => "NDPS Event Notification Service", 37046 => "NDPS Remote Management Service",
        37047 => "NDPS Notify Listener", 59525 => "NT Server-RPC/GW",
    }
}

/// Bytes of the header.
const HEAD: usize = 30;

/// Network and node, in the notation of addresses.
fn address(o: &mut Out<'_>, bytes: &[u8]) {
    let (net, node) = bytes.split_at_checked(4).unwrap_or_default();
    o.hex_bytes(net, 0).s(".").hex_bytes(node, 0);
}

/// The label of a network: its first byte, and all of it.
fn label_net<S: Sink>(cx: &mut Cx<'_, S>, item: Item, label: &str, net: u64, upper: bool) {
    cx.label(item, |o| {
        o.s(label).s(": ").x(net >> 24 & 0xff, 2).s(" (0x");
        for shift in (0..8).rev() {
            let digit = (net >> (4 * shift) & 15) as u8;
            o.c(if digit < 10 { b'0' + digit } else { (if upper { b'A' } else { b'a' }) + digit - 10 });
        }
        o.s(")");
    });
}

/// Which protocol a socket is for.
fn of_socket(socket: u16) -> Option<ProtoId> {
    Some(match socket {
        0x9001 => super::nlsp::ID,
        0x452 => sap::ID,
        0x453 => rip::ID,
        0x455 => nbipx::ID,
        0x551 | 0x553 | 0x555 => nmpi::ID,
        0x550 | 0x552 | 0x554 => smb::ID,
        _ => return None,
    })
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("IPX");
    let h = c.peek_array::<HEAD>()?;
    let (dst, src) = (h.get(6..16).unwrap_or_default(), h.get(18..28).unwrap_or_default());
    let word = |at: usize| requin_wire::be(h.get(at..at + 2).unwrap_or_default()) as u16;
    let (len, to, from) = (usize::from(word(2)), word(16), word(28));
    cx.addresses_text(|o| address(o, src), |o| address(o, dst));
    cx.info(|o| _ = o.s(SOCKETS.or(to.into(), "Unknown")).s(" (0x").x(to, 4).s(")"));
    cx.proto_len(HEAD);
    if cx.wants_hidden() {
        let none = c.span(0);
        for (field, bytes) in [(SRC, src), (ADDR, src), (DST, dst), (ADDR, dst)] {
            let item = cx.add_str(field, none, |o| address(o, bytes));
            cx.hide(item);
        }
    }
    cx.field(CHECKSUM, &mut c, 2)?;
    cx.field(LEN, &mut c, 2)?;
    cx.field(HOPS, &mut c, 1)?;
    cx.field(PACKET_TYPE, &mut c, 1)?;
    for (net, node, socket) in [(DST_NET, DST_NODE, DST_SOCKET), (SRC_NET, SRC_NODE, SRC_SOCKET)] {
        let number = c.peek_uint(0, 4)?;
        let label = if net == DST_NET { "Destination Network" } else { "Source Network" };
        for (own, both, n) in [(net, NET, 4), (node, NODE, 6), (socket, SOCKET, 2)] {
            let item = cx.peek(own, &c, n)?;
            if own == net {
                label_net(cx, item, label, number, false);
            }
            let item = cx.peek(both, &c, n)?;
            cx.hide(item);
            c.skip(n)?;
        }
    }
    let mut body = c.take(len.saturating_sub(HEAD));
    if body.is_empty() {
        return Ok(());
    }
    // Of two sockets the lower one is more likely to be well known.
    for socket in [to.min(from), to.max(from)] {
        match of_socket(socket) {
            Some(id) if id != smb::ID => return cx.call(id, body),
            Some(_) if cx.guess(Table::Netbios, body)? => return Ok(()),
            _ => (),
        }
    }
    let n = body.left();
    cx.call(crate::meta::data::ID, body.take(n))
}

/// Names of NetBIOS services.
fn name_text(o: &mut Out<'_>, bytes: &[u8]) {
    crate::application::netbios::netbeui::write(o, bytes);
}

/// The networks that a broadcast came through.
fn networks<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, field: Field) -> Step {
    for _ in 0..8 {
        let net = c.peek_uint(0, 4)?;
        if net != 0 {
            let item = cx.peek(field, c, 4)?;
            label_net(cx, item, "IPX Network", net, false);
        }
        c.skip(4)?;
    }
    Ok(())
}

/// Routing information.
pub mod rip {
    use super::label_net;
    use requin_wire::{Cursor, Cx, Sink, Step, Value, names, proto};

    proto! {
        IPXRIP "ipxrip" "IPX Routing Information Protocol" "IPX RIP" Network
        on []
        fields {
            REQUEST "ipxrip.request" "Request": Bool = crate::common::TRUE;
            RESPONSE "ipxrip.response" "Response": Bool = crate::common::TRUE;
            PACKET_TYPE "ipxrip.packet_type" "RIP packet type": U16 Dec = TYPES;
            ROUTE_VECTOR "ipxrip.route_vector" "Route Vector": Ipx;
            HOPS "ipxrip.hops" "Hops": U16 Dec;
            TICKS "ipxrip.ticks" "Ticks": U16 Dec;
        }
    }

    names! { TYPES { 1 => "Request", 2 => "Response" } }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("IPX RIP");
        let kind = c.peek_u16(0)?;
        cx.info(|o| _ = o.s(TYPES.or(kind.into(), "Unknown Packet Type")));
        let span = c.span(2);
        cx.u16(PACKET_TYPE, &mut c)?;
        match kind {
            1 => _ = cx.hidden(REQUEST, span, Value::U(1)),
            2 => _ = cx.hidden(RESPONSE, span, Value::U(1)),
            _ => (),
        }
        while c.left() >= 8 {
            let net = c.peek_uint(0, 4)?;
            let item = cx.field(ROUTE_VECTOR, &mut c, 4)?;
            label_net(cx, item, "Route Vector", net, true);
            cx.u16(HOPS, &mut c)?;
            let ticks = c.peek_u16(0)?;
            let item = cx.field(TICKS, &mut c, 2)?;
            // A tick is an eighteenth of a second.
            cx.label(item, |o| _ = o.s("Ticks: ").u(u64::from(ticks) * 1000 / 18).s(" ms"));
        }
        Ok(())
    }
}

/// Services that are advertised.
pub mod sap {
    use super::{SOCKETS, label_net};
    use requin_wire::{Cursor, Cx, Sink, Step, Value, names, proto};

    proto! {
        IPXSAP "ipxsap" "Service Advertisement Protocol" "IPX SAP" Network
        on []
        fields {
            REQUEST "ipxsap.request" "Request": Bool = crate::common::TRUE;
            RESPONSE "ipxsap.response" "Response": Bool = crate::common::TRUE;
            PACKET_TYPE "ipxsap.packet_type" "SAP packet type": U16 Dec = PACKETS;
            SERVER "ipxsap.server" "Server": None;
            SERVER_TYPE "ipxsap.server.type" "Server Type": U16 Hex = SERVER_TYPE_NAMES;
            SERVER_NAME "ipxsap.server.name" "Server Name": StrZTrunc;
            SERVER_NETWORK "ipxsap.server.network" "Network": Ipx;
            SERVER_NODE "ipxsap.server.node" "Node": Ether;
            SERVER_SOCKET "ipxsap.server.socket" "Socket": U16 Hex = SOCKETS;
            SERVER_INTERMEDIATE_NETWORKS "ipxsap.server.intermediate_networks" "Intermediate Networks": U16 Dec;
        }
    }

    names! { PACKETS {
        1 => "General Query", 2 => "General Response", 3 => "Nearest Query", 4 => "Nearest Response",
    } }

    names! {
        SERVER_TYPE_NAMES {
            0 => "Unknown", 1 => "User", 2 => "User Group", 3 => "Print Queue or Print Group",
            4 => "File Server (SLIST source)", 5 => "Job Server", 6 => "Gateway",
            7 => "Print Server or Silent Print Server", 8 => "Archive Queue", 9 => "Archive Server", 10 => "Job Queue",
            11 => "Administration", 15 => "Novell TI-RPC", 23 => "Diagnostics", 32 => "NetBIOS", 33 => "NAS SNA Gateway",
            35 => "NACS Async Gateway or Asynchronous Gateway", 36 => "Remote Bridge or Routing Service",
            38 => "Bridge Server or Asynchronous Bridge Server", 39 => "TCP/IP Gateway Server",
            40 => "Point to Point (Eicon) X.25 Bridge Server", 41 => "Eicon 3270 Gateway", 42 => "CHI Corp",
            44 => "PC Chalkboard", 45 => "Time Synchronization Server or Asynchronous Timer",
            46 => "ARCserve 5.0 / Palindrome Backup Director 4.x (PDB4)", 69 => "DI3270 Gateway",
            71 => "Advertising Print Server", 74 => "NetBlazer Modems", 75 => "Btrieve VAP/NLM 5.0",
            76 => "NetWare SQL VAP/NLM Server", 77 => "Xtree Network Version/NetWare XTree", 80 => "Btrieve VAP 4.11",
            82 => "QuickLink (Cubix)", 83 => "Print Queue User", 88 => "Multipoint X.25 Eicon Router", 96 => "STLB/NLM",
            100 => "ARCserve", 102 => "ARCserve 3.0", 114 => "WAN Copy Utility", 122 => "TES-NetWare for VMS",
            146 => "WATCOM Debugger or Emerald Tape Backup Server", 149 => "DDA OBGYN",
            152 => "NetWare Access Server (Asynchronous gateway)", 154 => "NetWare for VMS II or Named Pipe Server",
            155 => "NetWare Access Server", 158 => "Portable NetWare Server or SunLink NVT",
            161 => "Powerchute APC UPS NLM", 170 => "LAWserve", 172 => "Compaq IDA Status Monitor", 256 => "PIPE STAIL",
            258 => "LAN Protect Bindery", 259 => "Oracle DataBase Server", 263 => "NetWare 386 or RSPX Remote Console",
            271 => "Novell SNA Gateway", 273 => "Test Server", 274 => "Print Server (HP)",
            276 => "CSA MUX (f/Communications Executive)", 277 => "CSA LCA (f/Communications Executive)",
            278 => "CSA CM (f/Communications Executive)", 279 => "CSA SMA (f/Communications Executive)",
            280 => "CSA DBA (f/Communications Executive)", 281 => "CSA NMA (f/Communications Executive)",
            282 => "CSA SSA (f/Communications Executive)", 283 => "CSA STATUS (f/Communications Executive)",
            286 => "CSA APPC (f/Communications Executive)", 294 => "SNA TEST SSA Profile",
            298 => "CSA TRACE (f/Communications Executive)", 299 => "NetWare for SAA", 302 => "IKARUS virus scan utility",
            304 => "Communications Executive", 307 => "NNS Domain Server or NetWare Naming Services Domain",
            309 => "NetWare Naming Services Profile", 311 => "NetWare 386 Print Queue or NNS Print Queue",
            321 => "LAN Spool Server (Vap, Intel)", 338 => "IRMALAN Gateway", 340 => "Named Pipe Server",
            358 => "NetWare Management", 360 => "Intel PICKIT Comm Server or Intel CAS Talk Server", 371 => "Compaq",
            372 => "Compaq SNMP Agent", 373 => "Compaq", 384 => "XTree Server or XTree Tools",
            394 => "NASI services broadcast server (Novell)", 432 => "GARP Gateway (net research)",
            433 => "Binfview (Lan Support Group)", 447 => "Intel LanDesk Manager", 458 => "AXTEC",
            459 => "Shiva NetModem/E", 460 => "Shiva LanRover/E", 461 => "Shiva LanRover/T", 462 => "Shiva Universal",
            472 => "Castelle FAXPress Server", 474 => "Castelle LANPress Print Server",
            476 => "Castelle FAX/Xerox 7033 Fax Server/Excel Lan Fax", 496 => "LEGATO", 501 => "LEGATO",
            563 => "NMS Agent or NetWare Management Agent", 567 => "NMS IPX Discovery or LANtern Read/Write Channel",
            568 => "NMS IP Discovery or LANtern Trap/Alarm Channel", 570 => "LANtern", 572 => "MAVERICK",
            575 => "SMS Testing and Development", 590 => "NetWare Connect", 591 => "NASI server broadcast (Cisco)",
            618 => "Network Management (NMS) Service Console", 619 => "Time Synchronization Server (NetWare 4.x)",
            632 => "Directory Server (NetWare 4.x)", 635 => "NetWare Management Agent",
            640 => "Novell File and Printer Sharing Service for PC", 772 => "Novell SAA Gateway",
            776 => "COM or VERMED 1", 778 => "Galacticomm's Worldgroup Server",
            780 => "Intel Netport 2 or HP JetDirect or HP Quicksilver", 800 => "Attachmate Gateway",
            807 => "Microsoft Diagnostics", 808 => "WATCOM SQL server", 821 => "MultiTech Systems Multisynch Comm Server",
            835 => "Xylogics Remote Access Server or LAN Modem", 853 => "Arcada Backup Exec", 856 => "MSLCD1",
            865 => "NETINELO", 894 => "Powerchute UPS Monitoring", 895 => "ViruSafe Notify", 902 => "HP Bridge",
            903 => "HP Hub", 916 => "NetWare SAA Gateway", 923 => "Lotus Notes", 951 => "Certus Anti Virus NLM",
            964 => "ARCserve 4.0 (Cheyenne)", 967 => "LANspool 3.5 (Intel)",
            983 => "Lexmark printer server (type 4033-011)", 984 => "Lexmark XLE printer server (type 4033-301)",
            989 => "Banyan ENS for NetWare Client NLM", 990 => "Gupta Sequel Base Server or NetWare SQL",
            993 => "Univel Unixware", 996 => "Univel Unixware", 1020 => "Intel Netport",
            1021 => "Intel Print Server Queue", 1034 => "ipnServer", 1037 => "LVERRMAN", 1038 => "LVLIC",
            1044 => "NET Silicon (DPI)/Kyocera", 1065 => "Site Lock Virus (Brightworks)", 1074 => "UFHELP R",
            1075 => "Synoptics 281x Advanced SNMP Agent", 1092 => "Microsoft NT SNA Server", 1096 => "Oracle",
            1100 => "ARCserve 5.01", 1111 => "Canon GP55 Running on a Canon GP55 network printer", 1114 => "QMS Printers",
            1115 => "Dell SCSI Array (DSA) Monitor", 1169 => "NetBlazer Modems", 1196 => "On-Time Scheduler NLM",
            1200 => "CD-Net (Meridian)", 1299 => "Emulex NQA", 1312 => "Site Lock Checks",
            1321 => "Site Lock Checks (Brightworks)", 1325 => "Citrix OS/2 App Server", 1333 => "Tektronix",
            1334 => "Milan", 1373 => "Attachmate SNA gateway", 1387 => "IBM 8235 modem server",
            1388 => "Shiva LanRover/E PLUS", 1389 => "Shiva LanRover/T PLUS", 1408 => "McAfee's NetShield anti-virus",
            1464 => "NLM to workstation communication (Revelation Software)", 1466 => "Compatible Systems Routers",
            1470 => "Cheyenne Hierarchical Storage Manager", 1542 => "JCWatermark Imaging",
            1548 => "AXIS Network Printer", 1552 => "Adaptec SCSI Management", 1569 => "IBM AntiVirus NLM",
            1600 => "Microsoft Gateway Services for NetWare", 1614 => "Microsoft Internet Information Server",
            1659 => "Microsoft Win95/98 File and Print Sharing for NetWare",
            1660 => "Microsoft Win95/98 File and Print Sharing for NetWare", 1900 => "Xerox",
            1947 => "Shiva LanRover/E 115", 1948 => "Shiva LanRover/T 115", 1972 => "Cubix WorldDesk",
            1985 => "Quarterdeck IWare Connect V3.x NLM", 1986 => "Quarterdeck IWare Connect V2.x NLM",
            2064 => "ELAN License Server Demo", 2084 => "Shiva LanRover Access Switch/E", 2154 => "ISSC collector NLMs",
            2175 => "ISSC DAS agent for AIX", 2176 => "Intel Netport PRO", 2177 => "Intel Netport PRO",
            2857 => "Site Lock", 3113 => "Site Lock Applications", 3116 => "Licensing Server",
            8449 => "Performance Technology Instant Internet", 9088 => "LAI Site Lock", 9100 => "Meeting Maker",
            18440 => "Site Lock Server or Site Lock Metering VAP/NLM", 21845 => "Site Lock User", 25362 => "Tapeware",
            28416 => "Rabbit Gateway (3270)", 30467 => "MODEM", 32770 => "NetPort Printers (Intel) or LANport",
            32771 => "SEH InterCon Printserver", 32776 => "WordPerfect Network Version",
            34238 => "Cisco Enhanced Interior Routing Protocol (EIGRP)",
            34952 => "WordPerfect Network Version or Quick Network Management", 36864 => "McAfee's NetShield anti-virus",
            38404 => "CSA-NT_MON", 46760 => "Ocean Isle Reachout Remote Control", 61727 => "Site Lock Metering VAP/NLM",
            61951 => "Site Lock", 62723 => "Microsoft SQL Server", 63749 => "IBM Time and Place/2 application",
            64507 => "TopCall III fax server", 65535 => "Any Service or Wildcard",
        }
    }

    /// Bytes of a server's entry.
    const SERVER_LEN: usize = 64;

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("IPX SAP");
        let kind = c.peek_u16(0)?;
        cx.info(|o| _ = o.s(PACKETS.or(kind.into(), "Unknown Packet Type")));
        let span = c.span(2);
        cx.u16(PACKET_TYPE, &mut c)?;
        // The two are named the wrong way round, which filters in use rely on.
        match kind {
            1 | 3 => _ = cx.hidden(RESPONSE, span, Value::U(1)),
            2 | 4 => _ = cx.hidden(REQUEST, span, Value::U(1)),
            _ => (),
        }
        if !matches!(kind, 2 | 4) {
            return cx.field(SERVER_TYPE, &mut c, 2).map(|_| ());
        }
        while c.left() >= SERVER_LEN {
            let name = c.peek_bytes(2, 48)?;
            let name = name.split(|b| *b == 0).next().unwrap_or_default();
            let item = cx.add(SERVER, c.span(SERVER_LEN), Value::None);
            cx.label(item, |o| _ = o.s("Server: ").text(name));
            cx.under(item, |cx| -> Step {
                cx.u16(SERVER_TYPE, &mut c)?;
                cx.bytes(SERVER_NAME, &mut c, 48)?;
                let net = c.peek_uint(0, 4)?;
                let item = cx.field(SERVER_NETWORK, &mut c, 4)?;
                label_net(cx, item, "Network", net, false);
                cx.field(SERVER_NODE, &mut c, 6)?;
                cx.u16(SERVER_SOCKET, &mut c)?;
                cx.u16(SERVER_INTERMEDIATE_NETWORKS, &mut c).map(|_| ())
            })?;
        }
        Ok(())
    }
}

/// Names and mailslots of Microsoft's NWLink.
pub mod nmpi {
    use super::name_text;
    use crate::application::netbios::netbeui::add_name;
    use requin_wire::{Cursor, Cx, Sink, Step, Table, names, proto};

    proto! {
        NMPI "nmpi" "Name Management Protocol over IPX" "NMPI" App
        on []
        fields {
            OPCODE "nmpi.opcode" "Opcode": U8 Hex = OPCODES;
            NAME_TYPE "nmpi.name_type" "Name Type": U8 Hex = NAME_TYPES;
            MESSAGEID "nmpi.messageid" "Message ID": U16 Hex;
        }
    }

    names! {
        OPCODES {
            241 => "Claim name", 242 => "Delete name", 243 => "Query name", 244 => "Name found",
            245 => "Messenger hangup", 252 => "Mailslot write", 253 => "Find mailslot name",
            254 => "Mailslot name found",
        }
        NAME_TYPES { 1 => "Machine", 2 => "Workgroup", 3 => "Browser" }
    }

    const MAILSLOT_WRITE: u8 = 252;

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("NMPI");
        let opcode = c.peek_u8(32)?;
        let name = c.peek_bytes(36, 16)?;
        cx.info(|o| {
            let before = match opcode {
                0xf1 => "Claim name ",
                0xf2 => "Delete name ",
                0xf3 => "Query name ",
                0xf4 => "Name ",
                0xf5 => "Messenger hangup on ",
                0xfc => "Mailslot write to ",
                0xfd => "Find mailslot name ",
                0xfe => "Mailslot ",
                _ => {
                    o.s("Unknown NMPI op 0x").x(opcode, 2).s(": name ");
                    ""
                }
            };
            name_text(o.s(before), name);
            o.s(if matches!(opcode, 0xf4 | 0xfe) { " found" } else { "" });
        });
        cx.proto_len(68);
        super::networks(cx, &mut c, super::nbipx::IPX_NETWORK)?;
        cx.u8(OPCODE, &mut c)?;
        cx.u8(NAME_TYPE, &mut c)?;
        cx.u16_le(MESSAGEID, &mut c)?;
        add_name(cx, &mut c, "Requested name")?;
        add_name(cx, &mut c, "Source name")?;
        if opcode == MAILSLOT_WRITE && !c.is_empty() {
            if cx.guess(Table::Netbios, c)? {
                return Ok(());
            }
            return cx.call(crate::meta::data::ID, c);
        }
        Ok(())
    }
}

/// NetBIOS over IPX.
pub mod nbipx {
    use super::name_text;
    use crate::application::netbios::netbeui::add_name;
    use requin_wire::{Cursor, Cx, Names, Sink, Step, Table, names, proto};

    proto! {
        NBIPX "nbipx" "NetBIOS over IPX" "NBIPX" App
        on []
        fields {
            PACKETTYPE "nmpi.packettype" "Packet Type": U8 Hex = PACKETS;
            NAME_FLAGS "nmpi.name_flags" "Name type flag": U8 Hex;
            NAME_FLAGS_GROUP "nmpi.name_flags.group" "Name": Bool(8) & 0x80 = Names::Bools("Group name", "Unique name");
            NAME_FLAGS_IN_USE "nmpi.name_flags.in_use" "In use": Bool(8) & 0x40 = Names::Bools("Used", "Not used");
            NAME_FLAGS_REGISTERED "nmpi.name_flags.registered" "Registered": Bool(8) & 0x4 = crate::common::YES;
            NAME_FLAGS_DUPLICATED "nmpi.name_flags.duplicated" "Duplicated": Bool(8) & 0x2 = crate::common::YES;
            NAME_FLAGS_DEREGISTERED "nmpi.name_flags.deregistered" "Deregistered": Bool(8) & 0x1 = crate::common::YES;
            CONN_CONTROL "nmpi.conn_control" "Connection control": U8 Hex;
            CONN_CONTROL_SYS_PACKET "nmpi.conn_control.sys_packet" "Packet": Bool(8) & 0x80 = Names::Bools("System packet", "Non-system packet");
            CONN_CONTROL_ACK "nmpi.conn_control.ack" "Acknowledgement": Bool(8) & 0x40 = Names::Bools("Required", "Not required");
            CONN_CONTROL_ATTENTION "nmpi.conn_control.attention" "Attention": Bool(8) & 0x20 = crate::common::YES;
            CONN_CONTROL_END_MSG "nmpi.conn_control.end_msg" "End of message": Bool(8) & 0x10 = crate::common::YES;
            CONN_CONTROL_RESEND "nmpi.conn_control.resend" "Resend": Bool(8) & 0x8 = crate::common::YES;
            SRC_CONN_ID "nmpi.session.src_conn_id" "Source connection ID": U16 Hex;
            DEST_CONN_ID "nmpi.session.dest_conn_id" "Destination connection ID": U16 Hex;
            SEND_SEQ_NUMBER "nmpi.session.send_seq_number" "Send sequence number": U16 Dec;
            TOTAL_DATA_LENGTH "nmpi.session.total_data_length" "Total data length": U16 Dec;
            OFFSET "nmpi.session.offset" "Offset": U16 Dec;
            DATA_LENGTH "nmpi.session.data_length" "Data length": U16 Dec;
            RECV_SEQ_NUMBER "nmpi.session.recv_seq_number" "Receive sequence number": U16 Dec;
            BYTES_RECEIVED "nmpi.session.bytes_received" "Bytes received": U16 Dec;
            IPX_NETWORK "nmpi.ipx_network" "IPX Network": Ipx;
        }
    }

    names! { PACKETS {
        1 => "Find name", 2 => "Name recognized", 3 => "Check name", 4 => "Name in use", 5 => "Deregister name",
        6 => "Session data", 7 => "Session end", 8 => "Session end ACK", 9 => "Status query", 10 => "Status response",
        11 => "Directed datagram",
    } }

    /// Networks, flags, type and name.
    const NAME_PACKET: usize = 50;

    fn control<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
        let bits = [
            CONN_CONTROL_SYS_PACKET,
            CONN_CONTROL_ACK,
            CONN_CONTROL_ATTENTION,
            CONN_CONTROL_END_MSG,
            CONN_CONTROL_RESEND,
        ];
        cx.flags(CONN_CONTROL, c, 1, &bits).map(|_| ())
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("NBIPX");
        // Messages about names begin with networks and have one length.
        let names = c.left() == NAME_PACKET;
        let kind = c.peek_u8(if names { 33 } else { 1 })?;
        cx.info(|o| _ = o.s(PACKETS.or(kind.into(), "Unknown")));
        if names {
            let name = c.peek_bytes(34, 16)?;
            cx.info_add(|o| name_text(o.s(" "), name));
            super::networks(cx, &mut c, IPX_NETWORK)?;
            let bits = [
                NAME_FLAGS_GROUP,
                NAME_FLAGS_IN_USE,
                NAME_FLAGS_REGISTERED,
                NAME_FLAGS_DUPLICATED,
                NAME_FLAGS_DEREGISTERED,
            ];
            cx.flags(NAME_FLAGS, &mut c, 1, &bits)?;
            cx.u8(PACKETTYPE, &mut c)?;
            return add_name(cx, &mut c, "Name");
        }
        match kind {
            6..=8 => {
                cx.proto_len(18);
                control(cx, &mut c)?;
                cx.u8(PACKETTYPE, &mut c)?;
                for field in [
                    SRC_CONN_ID,
                    DEST_CONN_ID,
                    SEND_SEQ_NUMBER,
                    TOTAL_DATA_LENGTH,
                    OFFSET,
                    DATA_LENGTH,
                    RECV_SEQ_NUMBER,
                    BYTES_RECEIVED,
                ] {
                    cx.u16_le(field, &mut c)?;
                }
            }
            11 => {
                cx.proto_len(34);
                control(cx, &mut c)?;
                cx.u8(PACKETTYPE, &mut c)?;
                add_name(cx, &mut c, "Receiver's Name")?;
                add_name(cx, &mut c, "Sender's Name")?;
            }
            _ => {
                cx.proto_len(2);
                c.skip(1)?;
                cx.u8(PACKETTYPE, &mut c)?;
            }
        }
        if c.is_empty() || !matches!(kind, 6 | 11) || cx.guess(Table::Netbios, c)? {
            return Ok(());
        }
        cx.call(crate::meta::data::ID, c)
    }
}
