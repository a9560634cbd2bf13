//! Virtual networks over UDP: VXLAN (RFC 7348) and Geneve (RFC 8926).

use requin_wire::{Cursor, Cx, Names, Sink, Step, names, proto};

proto! {
    VXLAN "vxlan" "Virtual eXtensible Local Area Network" "VXLAN" Carrier
    on [Udp 4789, Udp 8472, Udp 4790]
    fields {
        FLAGS "vxlan.flags" "Flags": U16 Hex;
        FLAGS_RESERVED "vxlan.flags_reserved" "Reserved(R)": U16 Hex & 0x77b7;
        FLAG_G "vxlan.flag_g" "GBP Extension": Bool(16) & 0x8000 = Names::Bools("Defined", "Not defined");
        FLAG_I "vxlan.flag_i" "VXLAN Network ID (VNI)": Bool(16) & 0x800;
        FLAG_D "vxlan.flag_d" "Don't Learn": Bool(16) & 0x40;
        FLAG_A "vxlan.flag_a" "Policy Applied": Bool(16) & 0x8;
        GPE_FLAGS "vxlan.flags" "Flags": U8 Hex;
        GPE_FLAGS_RESERVED "vxlan.flags_reserved" "Reserved(R)": U8 Hex & 0xc2;
        VER "vxlan.ver" "Version": U8 Dec & 0x30;
        I_BIT "vxlan.i_bit" "Instance": U8 Dec & 0x8;
        P_BIT "vxlan.p_bit" "Next Protocol Bit": U8 Dec & 0x4;
        O_BIT "vxlan.o_bit" "OAM bit": U8 Dec & 0x1;
        GBP "vxlan.gbp" "Group Policy ID": U16 Dec;
        VNI "vxlan.vni" "VXLAN Network Identifier (VNI)": U24 Dec;
        RESERVED8 "vxlan.reserved8" "Reserved": U8 Dec;
        RESERVED_16 "vxlan.reserved_16" "Reserved": U16 Dec;
        NEXT_PROTO "vxlan.next_proto" "Next Protocol": U8 Dec = NEXT_PROTO_NAMES;
    }
}

names! { NEXT_PROTO_NAMES {
    1 => "IPv4",
    2 => "IPv6",
    3 => "Ethernet",
    4 => "Network Service Header",
    5 => "MPLS",
} }

const GENERIC: u16 = 4790;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("VxLAN");
    cx.info_clear();
    cx.proto_len(8);
    let generic = cx.ports.dst == GENERIC || cx.ports.src == GENERIC;
    let next = if generic { c.peek_u8(3)? } else { 3 };
    if generic {
        cx.flags(GPE_FLAGS, &mut c, 1, &[GPE_FLAGS_RESERVED, VER, I_BIT, P_BIT, O_BIT])?;
        cx.field(RESERVED_16, &mut c, 2)?;
        cx.field(NEXT_PROTO, &mut c, 1)?;
    } else {
        let bits = [FLAG_G, FLAG_I, FLAG_D, FLAG_A, FLAGS_RESERVED];
        let (v, item) = cx.flags(FLAGS, &mut c, 2, &bits)?;
        let registry = cx.registry;
        cx.append(item, |o| {
            for field in bits.iter().take(4) {
                let def = registry.field(*field);
                if v & def.mask != 0 {
                    o.s(", ").s(def.label);
                }
            }
        });
        cx.field(GBP, &mut c, 2)?;
    }
    cx.field(VNI, &mut c, 3)?;
    cx.field(RESERVED8, &mut c, 1)?;
    match next {
        1 => cx.call(crate::network::ipv4::ID, c),
        2 => cx.call(crate::network::ipv6::ID, c),
        3 => cx.call(super::ethernet::ID, c),
        4 => cx.call(super::nsh::ID, c),
        5 => cx.call(super::mpls::ID, c),
        _ => cx.call(crate::meta::data::ID, c),
    }
}

/// Geneve.
pub mod geneve {
    use super::super::ethertype;
    use requin_wire::{Cursor, Cx, Names, Sink, Step, Value, proto};

    proto! {
        GENEVE "geneve" "Generic Network Virtualization Encapsulation" "Geneve" Carrier
        on [Udp 6081]
    fields {
        VERSION "geneve.version" "Version": U8 Dec;
        FLAGS "geneve.flags" "Flags": U8 Hex;
        FLAGS_OAM "geneve.flags.oam" "Operations, Administration and Management Frame": Bool(8) & 0x80;
        FLAGS_CRITICAL "geneve.flags.critical" "Critical Options Present": Bool(8) & 0x40;
        FLAGS_RESERVED "geneve.flags.reserved" "Reserved": Bool(8) & 0x3f;
        PROTO_TYPE "geneve.proto_type" "Protocol Type": U16 Hex = ethertype::NAMES;
        VNI "geneve.vni" "Virtual Network Identifier (VNI)": U24 HexDec;
        RESERVED "geneve.reserved" "Reserved": U8 Hex;
        OPTIONS "geneve.options" "Geneve Options": Bytes;
        OPTION_CLASS "geneve.option.class" "Class": U16 Hex = OPTION_CLASS_NAMES;
        OPTION_TYPE "geneve.option.type" "Type": U8 Hex;
        OPTION_TYPE_CRITICAL "geneve.option.type.critical" "Critical Option": Bool(8) & 0x80;
        OPTION_FLAGS "geneve.option.flags" "Flags": U8 Hex;
        OPTION_FLAGS_RESERVED "geneve.option.flags.reserved" "Reserved": Bool(8) & 0xe0;
        OPTION_LENGTH "geneve.option.length" "Length": U8 Dec = Names::Unit(" byte", " bytes");
        OPTION "geneve.option" "Option": Bytes;
        OPTION_GCP_VNID "geneve.option.gcp.vnid" "GCP Virtual Network ID": U32 Dec;
        OPTION_GCP_RESERVED "geneve.option.gcp.reserved" "GCP Reserved bits": Bool(32) & 0xe;
        OPTION_GCP_DIRECTION "geneve.option.gcp.direction" "GCP Traffic Direction": Bool(32) & 0x1 = Names::Bools("Egress", "Ingress");
        OPTION_GCP_ENDPOINT "geneve.option.gcp.endpoint" "GCP Endpoint ID": Bytes;
        OPTION_GCP_PROFILE "geneve.option.gcp.profile" "GCP Profile ID": U64 Dec;
        OPTION_UNKNOWN_DATA "geneve.option.unknown.data" "Unknown Option Data": Bytes;
    }
    }

    const OPTION_CLASS_NAMES: Names = Names::Ranges(&[
        (0, 255, "Standard"),
        (256, 256, "Linux"),
        (257, 257, "Open vSwitch"),
        (258, 258, "Open Virtual Networking (OVN)"),
        (259, 259, "In-band Network Telemetry (INT)"),
        (260, 260, "VMware"),
        (261, 261, "Amazon.com, Inc."),
        (262, 262, "Cisco Systems, Inc."),
        (263, 263, "Oracle Corporation"),
        (264, 272, "Amazon.com, Inc."),
        (273, 280, "IBM"),
        (281, 296, "Ericsson"),
        (297, 297, "Oxide Computer Company"),
        (304, 305, "Cisco Systems, Inc."),
        (306, 309, "Google LLC"),
        (310, 310, "InfoQuick Global Connection Tech Ltd."),
        (311, 65279, "Unassigned"),
        (65520, 65535, "Experimental"),
    ]);

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("Geneve");
        cx.info_clear();
        let first = c.peek_u8(0)?;
        let (version, options_len) = (first >> 6, usize::from(first & 0x3f) * 4);
        cx.proto_len(8 + options_len);
        let it = cx.add(VERSION, c.span(1), Value::U(u64::from(version)));
        cx.label(it, |o| _ = o.s("Version: ").u(version));
        cx.add(OPTION_LENGTH, c.span(1), Value::U(options_len as u64));
        c.skip(1)?;
        let (v, item) = cx.flags(FLAGS, &mut c, 1, &[FLAGS_OAM, FLAGS_CRITICAL, FLAGS_RESERVED])?;
        cx.append(item, |o| {
            if v & 0x80 != 0 {
                o.s(", Operations, Administration and Management Frame");
            }
            if v & 0x40 != 0 {
                o.s(", Critical Options Present");
            }
        });
        let kind = cx.u16(PROTO_TYPE, &mut c)?;
        cx.info(|o| {
            o.s("Encapsulated ");
            match ethertype::NAMES.find(u64::from(kind)) {
                Some(name) => _ = o.s(name),
                None => _ = o.hex(kind, 4).s(" (unknown)"),
            }
        });
        let vni = cx.u24(VNI, &mut c)?;
        cx.proto_append(|o| _ = o.s(", VNI: ").hex(vni, 6));
        let it = cx.peek(RESERVED, &c, 1)?;
        if c.peek_u8(0)? == 0 {
            cx.hide(it);
        }
        c.skip(1)?;
        if options_len > 0 {
            let mut list = c.take_all(options_len)?;
            list.peek_bytes(0, 4)?;
            let span = list.span(options_len);
            let top = cx.add(OPTIONS, span, Value::Bytes(span));
            cx.label(top, |o| _ = o.s("Options: (").u(options_len as u64).s(" bytes)"));
            cx.under(top, |cx| -> Step {
                while list.left() >= 4 {
                    let len = 4 + 4 * usize::from(list.peek_u8(3)? & 0x1f);
                    let mut o = list.take(len);
                    option(cx, &mut o)?;
                }
                Ok(())
            })?;
        }
        ethertype::bare(cx, kind, c)
    }

    /// One option.
    fn option<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
        let (class, kind) = (c.peek_u16(0)?, c.peek_u8(2)?);
        let len = c.left();
        let span = c.span(len);
        let name = OPTION_CLASS_NAMES.or(u64::from(class), "Unknown");
        let critical = if kind & 0x80 != 0 { " (Critical)" } else { "" };
        let gcp = class == 0x0132 && kind == 0x81;
        let top = cx.add(OPTION, span, Value::Bytes(span));
        cx.label(top, |o| {
            o.s(if gcp { "GCP Network" } else { "Unknown" }).s(", Class: ").s(name).s(" (").hex(class, 4);
            o.s(") Type: ").hex(kind, 2).s(critical);
        });
        cx.under(top, |cx| -> Step {
            cx.field(OPTION_CLASS, c, 2)?;
            let item = cx.peek(OPTION_TYPE, c, 1)?;
            cx.append(item, |o| _ = o.s(critical));
            let it = cx.add(OPTION_TYPE_CRITICAL, c.span(1), Value::U(u64::from(kind >> 7)));
            cx.hide(it);
            c.skip(1)?;
            let plain = c.peek_u8(0)? & 0xe0 == 0;
            let it = cx.add(OPTION_FLAGS, c.span(1), Value::U(u64::from(c.peek_u8(0)? >> 5)));
            let bits = cx.under(it, |cx| cx.peek(OPTION_FLAGS_RESERVED, c, 1))?;
            if plain {
                cx.hide(it);
                cx.hide(bits);
            }
            cx.add(OPTION_LENGTH, c.span(1), Value::U(len as u64));
            c.skip(1)?;
            if !c.is_empty() {
                let n = c.left();
                cx.field(OPTION_UNKNOWN_DATA, c, n)?;
            }
            Ok(())
        })
    }
}
