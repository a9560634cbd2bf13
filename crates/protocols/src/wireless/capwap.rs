//! Control And Provisioning of Wireless Access Points, RFC 5415: control and data over UDP.

use requin_wire::{Cursor, Cx, Names, Out, Past, Sink, Step, Stop, Value, names, proto};

proto! {
    CAPWAP_CONTROL "capwap" "Control And Provisioning of Wireless Access Points - Control" "CAPWAP-CONTROL" Carrier
    on [Udp 5246]
    remember [remember]
    fields {
        PREAMBLE "capwap.preamble" "Preamble": None;
        PREAMBLE_VERSION "capwap.preamble.version" "Version": U8 Dec & 0xf0;
        PREAMBLE_TYPE "capwap.preamble.type" "Type": U8 Dec & 0xf = PREAMBLE_TYPE_NAMES;
        PREAMBLE_RESERVED "capwap.preamble.reserved" "Reserved": U24 Dec;
        HEADER "capwap.header" "Header": None;
        HEADER_LENGTH "capwap.header.length" "Header Length": U24 Dec & 0xf80000;
        HEADER_RID "capwap.header.rid" "Radio ID": U24 Dec & 0x7c000;
        HEADER_WBID "capwap.header.wbid" "Wireless Binding ID": U24 Dec & 0x3e00 = HEADER_WBID_NAMES;
        HEADER_FLAGS "capwap.header.flags" "Header Flags": U24 Hex & 0x1ff;
        HEADER_FLAGS_T "capwap.header.flags.t" "Payload Type": Bool(24) & 0x100 = Names::Bools("Native frame format (see Wireless Binding ID field)", "IEEE 802.3 frame");
        HEADER_FLAGS_F "capwap.header.flags.f" "Fragment": Bool(24) & 0x80 = Names::Bools("Fragmented", "Don't Fragment");
        HEADER_FLAGS_L "capwap.header.flags.l" "Last Fragment": Bool(24) & 0x40 = Names::Bools("This is the last fragment", "More fragments follow");
        HEADER_FLAGS_W "capwap.header.flags.w" "Wireless header": Bool(24) & 0x20 = Names::Bools("Wireless Specific Information is present", "No Wireless Specific Information");
        HEADER_FLAGS_M "capwap.header.flags.m" "Radio MAC header": Bool(24) & 0x10 = Names::Bools("Radio MAC Address is present", "No Radio MAC Address");
        HEADER_FLAGS_K "capwap.header.flags.k" "Keep-Alive": Bool(24) & 0x8 = Names::Bools("Keep-Alive Packet", "No Keep-Alive");
        HEADER_FLAGS_R "capwap.header.flags.r" "Reserved": U24 Hex & 0x7;
        HEADER_FRAGMENT_ID "capwap.header.fragment.id" "Fragment ID": U16 Dec;
        HEADER_FRAGMENT_OFFSET "capwap.header.fragment.offset" "Fragment Offset": U16 Dec & 0xfff8;
        HEADER_FRAGMENT_RESERVED "capwap.header.fragment.reserved" "Reserved": U16 Dec & 0x7;
        HEADER_MAC_LENGTH "capwap.header.mac.length" "MAC length": U8 Dec;
        HEADER_MAC_EUI48 "capwap.header.mac.eui48" "MAC address": Ether;
        HEADER_MAC_EUI64 "capwap.header.mac.eui64" "MAC address": Eui64;
        HEADER_MAC_DATA "capwap.header.mac.data" "MAC address": Bytes;
        HEADER_WIRELESS_LENGTH "capwap.header.wireless.length" "Wireless length": U8 Dec;
        HEADER_WIRELESS_DATA "capwap.header.wireless.data" "Wireless data": Bytes;
        HEADER_WIRELESS_FI "capwap.header.wireless.data.ieee80211.fi" "Wireless data ieee80211 Frame Info": Bytes;
        HEADER_WIRELESS_FI_RSSI "capwap.header.wireless.data.ieee80211.fi.rssi" "Wireless data ieee80211 RSSI (dBm)": I8 Dec;
        HEADER_WIRELESS_FI_SNR "capwap.header.wireless.data.ieee80211.fi.snr" "Wireless data ieee80211 SNR (dB)": U8 Dec;
        HEADER_WIRELESS_FI_RATE "capwap.header.wireless.data.ieee80211.fi.data_rate" "Wireless data ieee80211 Data Rate (Mbps)": U16 Dec;
        HEADER_WIRELESS_DW "capwap.header.wireless.data.ieee80211.dw" "Wireless data ieee80211 Destination WLANs": Bytes;
        HEADER_WIRELESS_DW_BITMAP "capwap.header.wireless.data.ieee80211.dw.wlan_id_bitmap" "Wireless data ieee80211 Destination Wlan Id bitmap": U16 Dec;
        HEADER_WIRELESS_DW_RESERVED "capwap.header.wireless.data.ieee80211.dw.reserved" "Wireless data ieee80211 Destination Wlan reserved": U16 Dec;
        HEADER_PADDING "capwap.header.padding" "Padding for 4 Byte Alignment": Bytes;
        CONTROL_HEADER "capwap.control.header" "Control Header": None;
        CONTROL_HEADER_MESSAGE_TYPE "capwap.control.header.message_type" "Message Type": U32 Dec;
        CONTROL_HEADER_MESSAGE_TYPE_ENTERPRISE_NUMBER "capwap.control.header.message_type.enterprise_number" "Message Type (Enterprise Number)": U24 Custom = Names::Custom(enterprise);
        CONTROL_HEADER_MESSAGE_TYPE_ENTERPRISE_SPECIFIC "capwap.control.header.message_type.enterprise_specific" "Message Type (Enterprise Specific)": U32 Dec = CONTROL_HEADER_MESSAGE_TYPE_ENTERPRISE_SPECIFIC_NAMES;
        CONTROL_HEADER_SEQUENCE_NUMBER "capwap.control.header.sequence_number" "Sequence Number": U8 Dec;
        CONTROL_HEADER_MESSAGE_ELEMENT_LENGTH "capwap.control.header.message_element_length" "Message Element Length": U16 Dec;
        CONTROL_HEADER_FLAGS "capwap.control.header.flags" "Flags": U8 Dec;
        MESSAGE_ELEMENT "capwap.message_element" "Message Element": None;
        MESSAGE_ELEMENT_TYPE "capwap.message_element.type" "Type": U16 Dec = MESSAGE_ELEMENT_TYPE_NAMES;
        MESSAGE_ELEMENT_LENGTH "capwap.message_element.length" "Length": U16 Dec;
        MESSAGE_ELEMENT_VALUE "capwap.message_element.value" "Value": Bytes;
    }
    experts {
        HEADER_LENGTH_BAD "capwap.header.length.bad" Warn Malformed "Wrong calculate length =! header length";
    }
}

names! {
    PREAMBLE_TYPE_NAMES {
        0 => "CAPWAP Header",
        1 => "CAPWAP DTLS Header",
    }
    HEADER_WBID_NAMES {
        0 => "Reserved",
        1 => "IEEE 802.11",
        2 => "IEEE 802.16",
        3 => "EPCGlobal",
    }
    CONTROL_HEADER_MESSAGE_TYPE_ENTERPRISE_SPECIFIC_NAMES {
        1 => "Discovery Request",
        2 => "Discovery Response",
        3 => "Join Request",
        4 => "Join Response",
        5 => "Configuration Status Request",
        6 => "Configuration Status Response",
        7 => "Configuration Update Request",
        8 => "Configuration Update Response",
        9 => "WTP Event Request",
        10 => "WTP Event Response",
        11 => "Change State Request",
        12 => "Change State Response",
        13 => "Echo Request",
        14 => "Echo Response",
        15 => "Image Data Request",
        16 => "Image Data Response",
        17 => "Reset Request",
        18 => "Reset Response",
        19 => "Primary Discovery Request",
        20 => "Primary Discovery Response",
        21 => "Data Transfer Request",
        22 => "Data Transfer Response",
        23 => "Clear Configuration Request",
        24 => "Clear Configuration Response",
        25 => "Station Configuration Request",
        26 => "Station Configuration Response",
        3398913 => "IEEE 802.11 WLAN Configuration Request",
        3398914 => "IEEE 802.11 WLAN Configuration Response",
    }
    MESSAGE_ELEMENT_TYPE_NAMES {
        1 => "AC Descriptor",
        2 => "AC IPv4 List",
        3 => "AC IPv6 List",
        4 => "AC Name",
        5 => "AC Name With Priority",
        6 => "AC Timestamp",
        7 => "Add MAC ACL Entry",
        8 => "Add Station",
        9 => "Reserved",
        10 => "CAPWAP Control IPv4 Address",
        11 => "CAPWAP Control IPv6 Address",
        12 => "CAPWAP Timers",
        13 => "Data Transfer Data",
        14 => "Data Transfer Mode",
        15 => "Decryption Error Report",
        16 => "Decryption Error Report Period",
        17 => "Delete MAC ACL Entry",
        18 => "Delete Station",
        19 => "Reserved",
        20 => "Discovery Type",
        21 => "Duplicate IPv4 Address",
        22 => "Duplicate IPv6 Address",
        23 => "Idle Timeout",
        24 => "Image Data",
        25 => "Image Identifier",
        26 => "Image Information",
        27 => "Initiate Download",
        28 => "Location Data",
        29 => "Maximum Message Length",
        30 => "CAPWAP Local IPv4 Address",
        31 => "Radio Administrative State ",
        32 => "Radio Operational State",
        33 => "Result Code",
        34 => "Returned Message Element",
        35 => "Session ID",
        36 => "Statistics Timer",
        37 => "Vendor Specific Payload",
        38 => "WTP Board Data",
        39 => "WTP Descriptor",
        40 => "WTP Fallback ",
        41 => "WTP Frame Tunnel Mode ",
        42 => "Reserved",
        43 => "Reserved",
        44 => "WTP MAC Type",
        45 => "WTP Name",
        46 => "Unused/Reserved",
        47 => "WTP Radio Statistics",
        48 => "WTP Reboot Statistics",
        49 => "WTP Static IP Address Information",
        50 => "CAPWAP Local IPv6 Address",
        51 => "CAPWAP Transport Protocol",
        52 => "MTU Discovery Padding",
        53 => "ECN Support",
        1024 => "IEEE 802.11 Add WLAN",
        1025 => "IEEE 802.11 Antenna",
        1026 => "IEEE 802.11 Assigned WTP BSSID",
        1027 => "IEEE 802.11 Delete WLAN",
        1028 => "IEEE 802.11 Direct Sequence Control",
        1029 => "IEEE 802.11 Information Element",
        1030 => "IEEE 802.11 MAC Operation",
        1031 => "IEEE 802.11 MIC Countermeasures",
        1032 => "IEEE 802.11 Multi-Domain Capability",
        1033 => "IEEE 802.11 OFDM Control",
        1034 => "IEEE 802.11 Rate Set",
        1035 => "IEEE 802.11 RSNA Error Report From Station",
        1036 => "IEEE 802.11 Station",
        1037 => "IEEE 802.11 Station QoS Profile",
        1038 => "IEEE 802.11 Station Session Key",
        1039 => "IEEE 802.11 Statistics",
        1040 => "IEEE 802.11 Supported Rates",
        1041 => "IEEE 802.11 Tx Power",
        1042 => "IEEE 802.11 Tx Power Level",
        1043 => "IEEE 802.11 Update Station QoS",
        1044 => "IEEE 802.11 Update WLAN",
        1045 => "IEEE 802.11 WTP Quality of Service",
        1046 => "IEEE 802.11 WTP Radio Configuration",
        1047 => "IEEE 802.11 WTP Radio Fail Alarm Indication",
        1048 => "IEEE 802.11 WTP Radio Information",
        1060 => "IEEE 802.11 Supported MAC Profiles",
        1061 => "IEEE 802.11 MAC Profile",
    }
}

/// What both kinds of packets begin with, RFC 5415 section 4.
struct Head {
    native: bool,
    /// What kind of wireless network native frames are of.
    binding: u32,
    fragment: bool,
    keep_alive: bool,
}

/// An enterprise by its number and name.
fn enterprise(v: Value, o: &mut Out<'_>) {
    let number = v.as_u64().and_then(|n| u32::try_from(n).ok()).unwrap_or(0);
    crate::application::enterprises::write(o, number);
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("CAPWAP-Control");
    cx.info(|o| _ = o.s("CAPWAP-Control"));
    if preamble(cx, &mut c)? {
        return encrypted(cx, c);
    }
    let head = header(cx, &mut c)?;
    if head.fragment {
        return cx.call(crate::meta::data::ID, c);
    }
    control(cx, c)
}

/// Lets DTLS look at what follows its preamble.
fn remember(past: &mut Past<'_>, packet: &[u8]) {
    if let Some([first, _, _, _]) = packet.first_chunk::<4>()
        && first & 15 == 1
    {
        let inside = packet.get(4..).unwrap_or_default();
        past.inner(crate::application::dtls::ID, inside, past.now.reported.saturating_sub(4));
    }
}

/// What follows the preamble of DTLS; whatever it is, the preamble stays.
fn encrypted<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    crate::meta::data::unless_declined(cx, crate::application::dtls::ID, c)
}

/// The preamble; whether DTLS follows.
fn preamble<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<bool, Stop> {
    let dtls = c.peek_u8(0)? & 15 == 1;
    let item = cx.add(PREAMBLE, c.span(if dtls { 4 } else { 1 }), Value::None);
    cx.under(item, |cx| -> Step {
        cx.peek(PREAMBLE_VERSION, c, 1)?;
        cx.field(PREAMBLE_TYPE, c, 1)?;
        if dtls {
            cx.u24(PREAMBLE_RESERVED, c)?;
        }
        Ok(())
    })?;
    if dtls {
        cx.proto_len(4);
    }
    Ok(dtls)
}

/// The header behind the preamble. What follows begins where its length says, whatever its parts add up to.
fn header<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<Head, Stop> {
    let raw = c.peek_uint(0, 3)? as u32;
    // The length counts the preamble's byte too.
    let len = (raw >> 19) as usize * 4;
    if len == 0 {
        return Err(Stop::Malformed);
    }
    let len = len - 1;
    let mut h = *c;
    let item = cx.add(HEADER, h.span(len), Value::None);
    cx.under(item, |cx| -> Step {
        let length = cx.peek(HEADER_LENGTH, &h, 3)?;
        cx.append(length, |o| _ = o.s(" (").u(len as u64 + 1).s(")"));
        cx.peek(HEADER_RID, &h, 3)?;
        cx.peek(HEADER_WBID, &h, 3)?;
        let bits = [
            HEADER_FLAGS_T,
            HEADER_FLAGS_F,
            HEADER_FLAGS_L,
            HEADER_FLAGS_W,
            HEADER_FLAGS_M,
            HEADER_FLAGS_K,
            HEADER_FLAGS_R,
        ];
        cx.flags(HEADER_FLAGS, &mut h, 3, &bits)?;
        cx.u16(HEADER_FRAGMENT_ID, &mut h)?;
        cx.peek(HEADER_FRAGMENT_OFFSET, &h, 2)?;
        h.skip(1)?;
        cx.field(HEADER_FRAGMENT_RESERVED, &mut h, 1)?;
        if raw & 0x10 != 0 {
            let n = usize::from(cx.u8(HEADER_MAC_LENGTH, &mut h)?);
            match n {
                6 => _ = cx.field(HEADER_MAC_EUI48, &mut h, 6)?,
                8 => _ = cx.field(HEADER_MAC_EUI64, &mut h, 8)?,
                n => _ = cx.bytes(HEADER_MAC_DATA, &mut h, n)?,
            }
            padding(cx, &mut h, 1 + n)?;
        }
        if raw & 0x20 != 0 {
            let n = usize::from(cx.u8(HEADER_WIRELESS_LENGTH, &mut h)?);
            let data = h;
            cx.bytes(HEADER_WIRELESS_DATA, &mut h, n)?;
            if raw >> 9 & 0x1f == IEEE_80211 {
                wireless(cx, data)?;
            }
            padding(cx, &mut h, 1 + n)?;
        }
        let added = h.pos() - c.pos();
        if added != len {
            cx.expert_with(HEADER_LENGTH_BAD, length, c.span(3), |o| {
                o.s("Wrong calculate length (").u(added as u64).s(") =! header length (").u(len as u64);
                o.s(") ! (May be try to use Cisco Wireless Controller Support Preference ?)");
            });
        }
        Ok(())
    })?;
    c.skip(len)?;
    Ok(Head {
        native: raw & 0x100 != 0,
        binding: raw >> 9 & 0x1f,
        fragment: raw & 0x80 != 0,
        keep_alive: raw & 8 != 0,
    })
}

/// The binding of IEEE 802.11, RFC 5416.
const IEEE_80211: u32 = 1;

/// What the binding of IEEE 802.11 adds to the header, RFC 5416 section 4: how well a station's frame was received,
/// or which networks a frame for stations is for. It takes four bytes, also where the length before says less.
fn wireless<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if cx.ports.dst == data::PORT {
        let item = cx.peek(HEADER_WIRELESS_FI, &c, 4)?;
        return cx.under(item, |cx| {
            cx.field(HEADER_WIRELESS_FI_RSSI, &mut c, 1)?;
            cx.u8(HEADER_WIRELESS_FI_SNR, &mut c)?;
            let tenths = c.peek_u16(0)?;
            let rate = cx.field(HEADER_WIRELESS_FI_RATE, &mut c, 2)?;
            cx.append(rate, |o| _ = o.s(" (").u(tenths / 10).c(b'.').u(tenths % 10).s(" Mb/s)"));
            Ok(())
        });
    }
    let item = cx.peek(HEADER_WIRELESS_DW, &c, 4)?;
    cx.under(item, |cx| {
        cx.u16(HEADER_WIRELESS_DW_BITMAP, &mut c)?;
        cx.u16(HEADER_WIRELESS_DW_RESERVED, &mut c)?;
        Ok(())
    })
}

fn padding<S: Sink>(cx: &mut Cx<'_, S>, h: &mut Cursor<'_>, used: usize) -> Step {
    let n = used.next_multiple_of(4) - used;
    if n > 0 {
        cx.bytes(HEADER_PADDING, h, n)?;
    }
    Ok(())
}

/// The control header, and the elements of the message.
fn control<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let kind = c.peek_u32(0)?;
    let name = CONTROL_HEADER_MESSAGE_TYPE_ENTERPRISE_SPECIFIC_NAMES.or(u64::from(kind & 0xff), "Unknown");
    cx.info_add(|o| _ = o.s(" - ").s(name));
    let item = cx.add(CONTROL_HEADER, c.span(8), Value::None);
    cx.under(item, |cx| -> Step {
        let it = cx.peek(CONTROL_HEADER_MESSAGE_TYPE, &c, 4)?;
        cx.under(it, |cx| -> Step {
            cx.peek(CONTROL_HEADER_MESSAGE_TYPE_ENTERPRISE_NUMBER, &c, 3)?;
            cx.add(
                CONTROL_HEADER_MESSAGE_TYPE_ENTERPRISE_SPECIFIC,
                c.span(4),
                Value::U((kind & 0xff).into()),
            );
            Ok(())
        })?;
        c.skip(4)?;
        cx.u8(CONTROL_HEADER_SEQUENCE_NUMBER, &mut c)?;
        cx.u16(CONTROL_HEADER_MESSAGE_ELEMENT_LENGTH, &mut c)?;
        cx.u8(CONTROL_HEADER_FLAGS, &mut c)?;
        Ok(())
    })?;
    let item = cx.add(MESSAGE_ELEMENT, c.span(usize::MAX), Value::None);
    cx.under(item, |cx| {
        while c.left() >= 4 {
            let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
            let line = cx.line(c.span(4 + len), |o| {
                o.s("Type: (t=").u(kind).s(",l=").u(len as u64).s(") ");
                o.s(MESSAGE_ELEMENT_TYPE_NAMES.or(u64::from(kind), "Unknown"));
            });
            cx.under(line, |cx| -> Step {
                cx.u16(MESSAGE_ELEMENT_TYPE, &mut c)?;
                cx.u16(MESSAGE_ELEMENT_LENGTH, &mut c)?;
                cx.bytes(MESSAGE_ELEMENT_VALUE, &mut c, len)?;
                Ok(())
            })?;
        }
        Ok(())
    })
}

/// Data of stations.
pub mod data {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    /// The port of access controllers.
    pub(super) const PORT: u16 = 5247;

    proto! {
        CAPWAP_DATA "capwap.data" "Control And Provisioning of Wireless Access Points - Data" "CAPWAP-Data" Carrier
        on [Udp 5247]
        remember [super::remember]
        fields {}
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("CAPWAP-Data");
        cx.info(|o| _ = o.s("CAPWAP-Data"));
        if super::preamble(cx, &mut c)? {
            return super::encrypted(cx, c);
        }
        let from = c;
        let head = super::header(cx, &mut c)?;
        cx.proto_len(1 + from.left() - c.left());
        if head.keep_alive {
            cx.info_add(|o| _ = o.s(" Keep-Alive"));
            return Ok(());
        }
        if head.fragment {
            return cx.call(crate::meta::data::ID, c);
        }
        match (head.native, head.binding) {
            (false, _) => cx.call(crate::link::ethernet::ID, c),
            (true, super::IEEE_80211) => cx.call(crate::wireless::wlan::ID, c),
            (true, _) => cx.call(crate::meta::data::ID, c),
        }
    }
}
