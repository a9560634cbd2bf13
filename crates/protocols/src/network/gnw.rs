//! GeoNetworking between vehicles and the roadside, ETSI EN 302 636-4-1 (ITS-G5).

use crate::common::run;
use crate::meta;
use requin_wire::{Cursor, Cx, Field, Item, Names, Out, Sink, Step, Stop, Value, names, proto};

proto! {
    GNW "gnw" "GeoNetworking" "GNW" Network
    on [Ether 0x8947]
    fields {
        BH "geonw.bh" "Basic Header": None;
        BH_VERSION "geonw.bh.version" "Version": U8 Dec & 0xf0;
        BH_RESERVED "geonw.bh.reserved" "Reserved": U8 Hex;
        BH_NH "geonw.bh.nh" "Next Header": U8 Dec & 0xf = BH_NH_NAMES;
        BH_LT "geonw.bh.lt" "Life Time": U8 Dec;
        BH_LT_MULT "geonw.bh.lt.mult" "Life Time multiplier": U8 Dec & 0xfc;
        BH_LT_BASE "geonw.bh.lt.base" "Life Time base": U8 Dec & 0x3 = BH_LT_BASE_NAMES;
        BH_RHL "geonw.bh.rhl" "Remaining Hop Limit": U8 Dec;
        CH "geonw.ch" "Common Header": None;
        CH_NH "geonw.ch.nh" "Next Header": U8 Dec & 0xf0 = CH_NH_NAMES;
        CH_RESERVED1 "geonw.ch.reserved1" "Reserved": U8 Hex & 0xf;
        CH_HTYPE "geonw.ch.htype" "Header type": U8 Hex = CH_HTYPE_NAMES;
        CH_TCLASS "geonw.ch.tclass" "Traffic class": U8 Dec;
        CH_TC_BUFFER "geonw.ch.tc.buffer" "Store Carry Forward": U8 Dec & 0x80;
        CH_TC_OFFLOAD "geonw.ch.tc.offload" "Channel offload": U8 Dec & 0x40;
        CH_TC_ID "geonw.ch.tc.id" "Traffic class ID": U8 Dec & 0x3f = CH_TC_ID_NAMES;
        CH_FLAGS "geonw.ch.flags" "Flags": None;
        CH_FLAGS_MOB "geonw.ch.flags.mob" "Mobility flag": U8 Dec & 0x80;
        CH_FLAGS_RESERVED "geonw.ch.flags.reserved" "Reserved": U8 Dec & 0x7f;
        CH_PLENGTH "geonw.ch.plength" "Payload length": U16 Dec;
        CH_MHL "geonw.ch.mhl" "Maximum Hop Limit": U8 Dec;
        CH_RESERVED2 "geonw.ch.reserved2" "Reserved": U8 Hex;
        SEQ_NUM "geonw.seq_num" "Sequence number": U16 Hex;
        RESERVED "geonw.reserved" "Reserved": U16 Dec;
        SRC_POS "geonw.src_pos" "Source position": Bytes;
        SRC_POS_ADDR "geonw.src_pos.addr" "GN_ADDR": Bytes;
        SRC_POS_ADDR_MANUAL "geonw.src_pos.addr.manual" "Manual": U8 Dec & 0x80;
        SRC_POS_ADDR_TYPE "geonw.src_pos.addr.type" "ITS-S type": U8 Dec & 0x7c = SRC_POS_ADDR_TYPE_NAMES;
        SRC_POS_ADDR_COUNTRY "geonw.src_pos.addr.country" "ITS-S Country Code": U16 Dec & 0x3ff = SRC_POS_ADDR_COUNTRY_NAMES;
        SRC_POS_ADDR_MID "geonw.src_pos.addr.mid" "MID": Ether;
        SRC_POS_TST "geonw.src_pos.tst" "Timestamp": U32 Dec;
        SRC_POS_LAT "geonw.src_pos.lat" "Latitude": I32 Custom = DEGREES;
        SRC_POS_LONG "geonw.src_pos.long" "Longitude": I32 Custom = DEGREES_EAST;
        SRC_POS_PAI "geonw.src_pos.pai" "Position accuracy indicator": U8 Dec & 0x80;
        SRC_POS_SPEED "geonw.src_pos.speed" "Speed": I16 Custom & 0x7fff = SPEED;
        SRC_POS_HDG "geonw.src_pos.hdg" "Heading": U16 Custom = HEADING;
        DST_POS "geonw.dst_pos" "Destination position": Bytes;
        DST_POS_ADDR "geonw.dst_pos.addr" "GN_ADDR": Bytes;
        DST_POS_ADDR_MANUAL "geonw.dst_pos.addr.manual" "Manual": U8 Dec & 0x80;
        DST_POS_ADDR_TYPE "geonw.dst_pos.addr.type" "ITS-S type": U8 Dec & 0x7c = SRC_POS_ADDR_TYPE_NAMES;
        DST_POS_ADDR_COUNTRY "geonw.dst_pos.addr.country" "ITS-S Country Code": U16 Dec & 0x3ff = SRC_POS_ADDR_COUNTRY_NAMES;
        DST_POS_ADDR_MID "geonw.dst_pos.addr.mid" "MID": Ether;
        DST_POS_TST "geonw.dst_pos.tst" "Timestamp": U32 Dec;
        DST_POS_LAT "geonw.dst_pos.lat" "Latitude": I32 Custom = DEGREES;
        DST_POS_LONG "geonw.dst_pos.long" "Longitude": I32 Custom = DEGREES_EAST;
        GXC_LATITUDE "geonw.gxc.latitude" "Latitude": I32 Custom = DEGREES;
        GXC_LONGITUDE "geonw.gxc.longitude" "Longitude": I32 Custom = DEGREES_EAST;
        GXC_RADIUS "geonw.gxc.radius" "Radius r": U16 Dec;
        GXC_DISTANCEA "geonw.gxc.distancea" "Distance a": U16 Dec;
        GXC_DISTANCEB "geonw.gxc.distanceb" "Distance b": U16 Dec;
        GXC_ANGLE "geonw.gxc.angle" "Angle": U16 Dec;
        GXC_RESERVED "geonw.gxc.reserved" "Reserved": U16 Dec;
        SHB_RESERVED "geonw.shb.reserved" "Reserved": U32 Dec;
        LS_REQ_ADDR "geonw.ls_req.addr" "GN_ADDR": Bytes;
        LS_REQ_ADDR_MANUAL "geonw.ls_req.addr.manual" "Manual": U8 Dec & 0x80;
        LS_REQ_ADDR_TYPE "geonw.ls_req.addr.type" "ITS-S type": U8 Dec & 0x7c = SRC_POS_ADDR_TYPE_NAMES;
        LS_REQ_ADDR_COUNTRY "geonw.ls_req.addr.country" "ITS-S Country Code": U16 Dec & 0x3ff = SRC_POS_ADDR_COUNTRY_NAMES;
        LS_REQ_ADDR_MID "geonw.ls_req.addr.mid" "MID": Ether;
        BEACON "geonw.beacon" "Beacon Packet": None;
        GUC "geonw.guc" "GeoUniCast Packet": None;
        GAC "geonw.gac" "GeoAnyCast Packet": None;
        GBC "geonw.gbc" "GeoBroadCast Packet": None;
        TSB "geonw.tsb" "Topologically-Scoped Broadcast Packet": None;
        LS "geonw.ls" "Location Service Packet": None;
        RESPTIME "geonw.resptime" "Response time": F64;
    }
    experts {
        RESERVED_NOT_ZERO "geonw.reserved_not_zero" Warn Protocol "Incorrect, should be 0";
        BOGUS_VERSION "geonw.bogus_version" Warn Malformed "Bogus GeoNetworking Version";
        RHL_LNCB "geonw.rhl.lncb" Note Sequence "Remaining Hop Limit";
        RHL_TOO_SMALL "geonw.rhl.too_small" Note Sequence "Remaining Hop Limit";
        RHL_HT_MHL "geonw.rhl.ht_mhl" Warn Sequence "Remaining Hop Limit To Live";
        POSITION_OOR "geonw.position_oor" Warn Malformed "Position out of range";
        BOGUS_LENGTH "geonw.bogus_geonw_length" Error Malformed "Bogus GeoNetworking length";
    }
}

names! {
    BH_NH_NAMES { 0 => "ANY", 1 => "Common Header", 2 => "Secured Packet" }
    BH_LT_BASE_NAMES { 0 => "50 ms", 1 => "1 s", 2 => "10 s", 3 => "100 s" }
    CH_NH_NAMES {
        0 => "ANY", 1 => "BTP-A Transport protocol", 2 => "BTP-B Transport protocol", 3 => "IPv6 header",
    }
    CH_HTYPE_NAMES {
        16 => "Beacon", 32 => "Geo Unicast", 48 => "Geo-scoped Anycast Circular area",
        49 => "Geo-scoped Anycast Rectangular area", 50 => "Geo-scoped Anycast Ellipsoidal area",
        64 => "Geo-scoped Broadcast Circular area", 65 => "Geo-scoped Broadcast Rectangular area",
        66 => "Geo-scoped Broadcast Ellipsoidal area",
        80 => "Topologically-scoped broadcast Single-hop broadcast (SHB)",
        81 => "Topologically-scoped broadcast Multi-hop broadcast (TSB)", 96 => "Location Service Request",
        97 => "Location Service Reply",
    }
    CH_TC_ID_NAMES {
        0 => "ITS-G5 Access Category Voice", 1 => "ITS-G5 Access Category Video",
        2 => "ITS-G5 Access Category Best effort", 3 => "ITS-G5 Access Category Background",
    }
    SRC_POS_ADDR_TYPE_NAMES {
        0 => "Unknown", 1 => "Pedestrian", 2 => "Cyclist", 3 => "Moped", 4 => "Motorcycle", 5 => "Passenger Car",
        6 => "Bus", 7 => "Light Truck", 8 => "Heavy Truck", 9 => "Trailer", 10 => "Special Vehicle", 11 => "Tram",
        15 => "Road Side Unit",
    }
    SRC_POS_ADDR_COUNTRY_NAMES {
        0 => "Reserved", 1 => "Americas", 7 => "Russian Federation, Kazakstan (Republic of)",
        20 => "Egypt (Arab Republic of)", 27 => "South Africa (Republic of)", 30 => "Greece",
        31 => "Netherlands (Kingdom of the)", 32 => "Belgium", 33 => "France", 34 => "Spain",
        36 => "Hungary (Republic of)", 39 => "Italy", 40 => "Romania", 41 => "Switzerland (Confederation of)",
        43 => "Austria", 44 => "United Kingdom of Great Britain and Northern Ireland", 45 => "Denmark",
        46 => "Sweden", 47 => "Norway", 48 => "Poland (Republic of)", 49 => "Germany (Federal Republic of)",
        51 => "Peru", 52 => "Mexico", 53 => "Cuba", 54 => "Argentine Republic",
        55 => "Brazil (Federative Republic of)", 56 => "Chile", 57 => "Colombia (Republic of)",
        58 => "Venezuela(Bolivarian Republic of)", 60 => "Malaysia", 61 => "Australia",
        62 => "Indonesia (Republic of)", 63 => "Philippines (Republic of the)", 64 => "New Zealand",
        65 => "Singapore (Republic of)", 66 => "Thailand", 81 => "Japan", 82 => "Korea (Republic of)",
        84 => "Viet Nam (Socialist Republic of)", 86 => "China (People's Republic of)", 90 => "Turkey",
        91 => "India (Republic of)", 92 => "Pakistan (Islamic Republic of)", 93 => "Afghanistan",
        94 => "Sri Lanka (Democratic Socialist Republic of)", 95 => "Myanmar (the Republic of the Union of)",
        98 => "Iran (Islamic Republic of)", 210 => "Spare code", 211 => "South Sudan (Republic of)",
        212 => "Morocco (Kingdom of)", 213 => "Algeria (People's Democratic Republic of)", 214 => "Spare code",
        215 => "Spare code", 216 => "Tunisia", 217 => "Spare code",
        218 => "Libya (Socialist People's Libyan Arab Jamahiriya)", 219 => "Spare code",
        220 => "Gambia (Republic of)", 221 => "Senegal (Republic of)", 222 => "Mauritania (Islamic Republic of)",
        223 => "Mali (Republic of)", 224 => "Guinea (Republic of)", 225 => "Cote d'Ivoire (Republic of)",
        226 => "Burkina Faso", 227 => "Niger (Republic of the)", 228 => "Togolese Republic",
        229 => "Benin (Republic of)", 230 => "Mauritius (Republic of)", 231 => "Liberia (Republic of)",
        232 => "Sierra Leone", 233 => "Ghana", 234 => "Nigeria (Federal Republic of)", 235 => "Chad (Republic of)",
        236 => "Central African Republic", 237 => "Cameroon (Republic of)", 238 => "Cape Verde (Republic of)",
        239 => "Sao Tome and Principe (Democratic Republic of)", 240 => "Equatorial Guinea (Republic of)",
        241 => "Gabonese Republic", 242 => "Congo (Republic of the)", 243 => "Democratic Republic of Congo",
        244 => "Angola (Republic of)", 245 => "Guinea-Bissau (Republic of)", 246 => "Diego Garcia",
        247 => "Saint Helena, Ascension and Tristan da Cunha", 248 => "Seychelles (Republic of)",
        249 => "Sudan (Republic of the)", 250 => "Rwanda (Republic of)",
        251 => "Ethiopia (Federal Democratic Republic of)", 252 => "Somali Democratic Republic",
        253 => "Djibouti (Republic of)", 254 => "Kenya (Republic of)", 255 => "Tanzania (United Republic of)",
        256 => "Uganda (Republic of)", 257 => "Burundi (Republic of)", 258 => "Mozambique (Republic of)",
        259 => "Spare code", 260 => "Zambia (Republic of)", 261 => "Madagascar (Republic of)",
        262 => "French Departments and Territories in the Indian Ocean", 263 => "Zimbabwe (Republic of)",
        264 => "Namibia (Republic of)", 265 => "Malawi", 266 => "Lesotho (Kingdom of)",
        267 => "Botswana (Republic of)", 268 => "Swaziland (Kingdom of)", 269 => "Comoros (Union of the)",
        280 => "Spare code", 281 => "Spare code", 282 => "Spare code", 283 => "Spare code", 284 => "Spare code",
        285 => "Spare code", 286 => "Spare code", 287 => "Spare code", 288 => "Spare code", 289 => "Spare code",
        290 => "Saint Helena, Ascension and Tristan da Cunha", 291 => "Eritrea", 292 => "Spare code",
        293 => "Spare code", 294 => "Spare code", 295 => "Spare code", 296 => "Spare code", 297 => "Aruba",
        298 => "Faroe Islands", 299 => "Greenland (Denmark)", 350 => "Gibraltar", 351 => "Portugal",
        352 => "Luxembourg", 353 => "Ireland", 354 => "Iceland", 355 => "Albania (Republic of)", 356 => "Malta",
        357 => "Cyprus (Republic of)", 358 => "Finland", 359 => "Bulgaria (Republic of)",
        370 => "Lithuania (Republic of)", 371 => "Latvia (Republic of)", 372 => "Estonia (Republic of)",
        373 => "Moldova (Republic of)", 374 => "Armenia (Republic of)", 375 => "Belarus (Republic of)",
        376 => "Andorra (Principality of)", 377 => "Monaco (Principality of)", 378 => "San Marino (Republic of)",
        379 => "Vatican City State", 380 => "Ukraine", 381 => "Serbia (Republic of)",
        382 => "Montenegro (Republic of)", 383 => "Spare code", 384 => "Spare code", 385 => "Croatia (Republic of)",
        386 => "Slovenia (Republic of)", 387 => "Bosnia and Herzegovina", 388 => "Group of countries, shared code",
        389 => "The Former Yugoslav Republic of Macedonia", 420 => "Czech Republic", 421 => "Slovak Republic",
        422 => "Spare code", 423 => "Liechtenstein (Principality of)", 424 => "Spare code", 425 => "Spare code",
        426 => "Spare code", 427 => "Spare code", 428 => "Spare code", 429 => "Spare code",
        500 => "Falkland Islands (Malvinas)", 501 => "Belize", 502 => "Guatemala (Republic of)",
        503 => "El Salvador (Republic of)", 504 => "Honduras (Republic of)", 505 => "Nicaragua", 506 => "Costa Rica",
        507 => "Panama (Republic of)",
        508 => "Saint Pierre and Miquelon (Collectivite territoriale de la Republique francaise)",
        509 => "Haiti (Republic of)", 590 => "Guadeloupe (French Department of)",
        591 => "Bolivia (Plurinational State of)", 592 => "Guyana", 593 => "Ecuador",
        594 => "French Guiana (French Department of)", 595 => "Paraguay (Republic of)",
        596 => "Martinique (French Department of)", 597 => "Suriname (Republic of)",
        598 => "Uruguay (Eastern Republic of)", 599 => "Bonaire, Saint Eustatius and Saba, Curacao",
        670 => "Democratic Republic of Timor-Leste", 671 => "Spare code", 672 => "Australian External Territories",
        673 => "Brunei Darussalam", 674 => "Nauru (Republic of)", 675 => "Papua New Guinea",
        676 => "Tonga (Kingdom of)", 677 => "Solomon Islands", 678 => "Vanuatu (Republic of)",
        679 => "Fiji (Republic of)", 680 => "Palau (Republic of)",
        681 => "Wallis and Futuna (Territoire francais d'outre-mer)", 682 => "Cook Islands", 683 => "Niue",
        684 => "Spare code", 685 => "Samoa (Independent State of)", 686 => "Kiribati (Republic of)",
        687 => "New Caledonia (Territoire francais d'outre-mer)", 688 => "Tuvalu",
        689 => "French Polynesia (Territoire francais d'outre-mer)", 690 => "Tokelau",
        691 => "Micronesia (Federated States of)", 692 => "Marshall Islands (Republic of the)", 693 => "Spare code",
        694 => "Spare code", 695 => "Spare code", 696 => "Spare code", 697 => "Spare code", 698 => "Spare code",
        699 => "Spare code", 800 => "International Freephone Service", 801 => "Spare code", 802 => "Spare code",
        803 => "Spare code", 804 => "Spare code", 805 => "Spare code", 806 => "Spare code", 807 => "Spare code",
        808 => "International Shared Cost Service (ISCS)", 809 => "Spare code", 830 => "Spare code",
        831 => "Spare code", 832 => "Spare code", 833 => "Spare code", 834 => "Spare code", 835 => "Spare code",
        836 => "Spare code", 837 => "Spare code", 838 => "Spare code", 839 => "Spare code",
        850 => "Democratic People's Republic of Korea", 851 => "Spare code", 852 => "Hong Kong, China",
        853 => "Macau, China", 854 => "Spare code", 855 => "Cambodia (Kingdom of)",
        856 => "Lao People's Democratic Republic", 857 => "Spare code", 858 => "Spare code", 859 => "Spare code",
        870 => "Inmarsat SNAC", 871 => "Spare code", 872 => "Spare code", 873 => "Spare code", 874 => "Spare code",
        875 => "Reserved - Maritime Mobile Service Applications",
        876 => "Reserved - Maritime Mobile Service Applications",
        877 => "Reserved - Maritime Mobile Service Applications",
        878 => "Universal Personal Telecommunication Service (UPT)",
        879 => "Reserved for national non-commercial purposes", 880 => "Bangladesh",
        881 => "Global Mobile Satellite System (GMSS), shared code", 882 => "International Networks, shared code",
        883 => "International Networks, shared code", 884 => "Spare code", 885 => "Spare code",
        886 => "Taiwan, China", 887 => "Spare code", 888 => "Telecommunications for Disaster Relief (TDR)",
        889 => "Spare code", 890 => "Spare code", 891 => "Spare code", 892 => "Spare code", 893 => "Spare code",
        894 => "Spare code", 895 => "Spare code", 896 => "Spare code", 897 => "Spare code", 898 => "Spare code",
        899 => "Spare code", 960 => "Maldives (Republic of)", 961 => "Lebanon",
        962 => "Jordan (Hashemite Kingdom of)", 963 => "Syrian Arab Republic", 964 => "Iraq (Republic of)",
        965 => "Kuwait (State of)", 966 => "Saudi Arabia (Kingdom of)", 967 => "Yemen (Republic of)",
        968 => "Oman (Sultanate of)", 969 => "Reserved - reservation currently under investigation",
        970 => "Reserved", 971 => "United Arab Emirates", 972 => "Israel (State of)", 973 => "Bahrain (Kingdom of)",
        974 => "Qatar (State of)", 975 => "Bhutan (Kingdom of)", 976 => "Mongolia",
        977 => "Nepal (Federal Democratic Republic of)", 978 => "Spare code",
        979 => "International Premium Rate Service (IPRS)", 990 => "Spare code",
        991 => "Trial of a proposed new international telecommunication public correspondence service, shared code",
        992 => "Tajikstan (Republic of)", 993 => "Turkmenistan", 994 => "Azerbaijan", 995 => "Georgia",
        996 => "Kyrgyz Republic", 997 => "Spare code", 998 => "Uzbekistan (Republic of)",
        999 => "Reserved for future global service",
    }
}

const DEGREES: Names = Names::Custom(|value, o| {
    let Value::I(n) = value else { return };
    degrees(o, n, b'N', b'S');
});
const DEGREES_EAST: Names = Names::Custom(|value, o| {
    let Value::I(n) = value else { return };
    degrees(o, n, b'E', b'W');
});
const SPEED: Names = Names::Custom(|value, o| {
    let Value::I(n) = value else { return };
    let n = n.unsigned_abs();
    o.u(n / 100).s(".").u0(n % 100, 2).s(" m/s");
});
const HEADING: Names = Names::Custom(|value, o| {
    let n = value.as_u64().unwrap_or_default();
    o.u(n / 10).s(".").u(n % 10).s(" degrees");
});

/// Tenths of millionths of a degree.
fn degrees(o: &mut Out<'_>, n: i64, positive: u8, negative: u8) {
    let a = n.unsigned_abs();
    let minutes = a % 10_000_000 * 60;
    let seconds = minutes % 10_000_000 * 60 / 100_000;
    o.u(a / 10_000_000).s("d").u(minutes / 10_000_000).s("'").u(seconds / 100).s(".").u0(seconds % 100, 2);
    o.s("\"").c(if n < 0 { negative } else { positive }).s(" (").i(n).s(")");
}

/// Next headers of the basic and of the common header.
const COMMON: u8 = 1;
const IPV6: u8 = 3;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("GEONW");
    cx.info_clear();
    let [first, reserved, _, hops] = *c.peek_array::<4>()?;
    let item = cx.add(BH, c.span(4), Value::None);
    let rhl = cx.under(item, |cx| -> Result<Item, Stop> {
        let item = cx.peek(BH_VERSION, &c, 1)?;
        if first >> 4 > 1 {
            cx.expert(BOGUS_VERSION, item, c.span(0));
        }
        cx.u8(BH_NH, &mut c)?;
        let item = cx.field(BH_RESERVED, &mut c, 1)?;
        if reserved != 0 {
            cx.expert(RESERVED_NOT_ZERO, item, c.span(0));
        }
        cx.flags(BH_LT, &mut c, 1, &[BH_LT_MULT, BH_LT_BASE])?;
        let item = cx.field(BH_RHL, &mut c, 1)?;
        if hops == 0 {
            cx.expert_with(RHL_TOO_SMALL, item, c.span(0), |o| {
                _ = o.s("\"Remain Hop Limit\" shall not be 0")
            });
        }
        Ok(item)
    })?;
    // What is secured stays closed.
    if first & 0x0f == COMMON { common(cx, c, rhl, hops) } else { Ok(()) }
}

fn common<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, rhl: Item, hops: u8) -> Step {
    let [next, kind, _, _, high, low, most, _] = *c.peek_array::<8>()?;
    let len = usize::from(u16::from_be_bytes([high, low]));
    match CH_HTYPE_SHORT.find(u64::from(kind)) {
        Some(name) => cx.info(|o| _ = o.s(name)),
        None => cx.info(|o| _ = o.s("Unknown (").u(kind).s(")")),
    }
    if matches!(kind, 0x10 | 0x50) {
        if hops != 1 {
            cx.expert_with(RHL_LNCB, rhl, c.span(0), |o| {
                o.s("\"Remain Hop Limit\" != 1 for BEACON or SHB (").u(hops).s(")");
            });
        }
    } else if hops > most {
        cx.expert(RHL_HT_MHL, rhl, c.span(0));
    }
    let item = cx.add(CH, c.span(8), Value::None);
    cx.under(item, |cx| -> Step {
        cx.peek(CH_NH, &c, 1)?;
        zero(cx, CH_RESERVED1, &mut c, 1, next & 0x0f != 0)?;
        cx.u8(CH_HTYPE, &mut c)?;
        cx.flags(CH_TCLASS, &mut c, 1, &[CH_TC_BUFFER, CH_TC_OFFLOAD, CH_TC_ID])?;
        let flags = c.peek_u8(0)?;
        let item = cx.add(CH_FLAGS, c.span(1), Value::None);
        cx.under(item, |cx| {
            cx.peek(CH_FLAGS_MOB, &c, 1)?;
            zero(cx, CH_FLAGS_RESERVED, &mut c, 1, flags & 0x7f != 0)
        })?;
        cx.u16(CH_PLENGTH, &mut c)?;
        cx.u8(CH_MHL, &mut c)?;
        let last = c.peek_u8(0)?;
        zero(cx, CH_RESERVED2, &mut c, 1, last != 0)
    })?;
    let (field, size) = match kind {
        0x10 => (BEACON, 24),
        0x20 => (GUC, 48),
        0x30..=0x32 => (GAC, 44),
        0x40..=0x42 => (GBC, 44),
        0x50 | 0x51 => (TSB, 28),
        0x60 => (LS, 36),
        0x61 => (LS, 48),
        _ => return Ok(()),
    };
    let item = cx.add(field, c.span(size), Value::None);
    cx.under(item, |cx| extended(cx, kind, &mut c))?;
    if len == 0 {
        return Ok(());
    }
    let payload = c.take(len);
    if next >> 4 == IPV6 {
        return cx.call(crate::network::ipv6::ID, payload);
    }
    cx.call(meta::data::ID, payload)
}

names! {
    CH_HTYPE_SHORT {
        0x10 => "Beacon", 0x20 => "Geo Unicast", 0x30 => "Geo-scoped Anycast Circular area",
        0x31 => "Geo-scoped Anycast Rectangular area", 0x32 => "Geo-scoped Anycast Ellipsoidal area",
        0x40 => "Geo-scoped Broadcast Circular area", 0x41 => "Geo-scoped Broadcast Rectangular area",
        0x42 => "Geo-scoped Broadcast Ellipsoidal area",
        0x50 => "Topologically-scoped broadcast Single-hop broadcast (SHB)",
        0x51 => "Topologically-scoped broadcast Multi-hop broadcast (TSB)", 0x60 => "Location Service Request",
        0x61 => "Location Service Reply",
    }
}

/// A reserved field, which has to be zero.
fn zero<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>, n: usize, is_set: bool) -> Step {
    let span = c.span(0);
    let item = cx.field(field, c, n)?;
    if is_set {
        cx.expert(RESERVED_NOT_ZERO, item, span);
    }
    Ok(())
}

fn reserved<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>, n: usize) -> Step {
    let set = c.peek_uint(0, n)? != 0;
    zero(cx, field, c, n, set)
}

/// What each kind has behind the common header, section 9.8.
fn extended<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, c: &mut Cursor<'_>) -> Step {
    if !matches!(kind, 0x10 | 0x50) {
        cx.u16(SEQ_NUM, c)?;
        reserved(cx, RESERVED, c, 2)?;
    }
    source(cx, c)?;
    match kind {
        0x20 | 0x61 => destination(cx, c),
        0x30..=0x32 | 0x40..=0x42 => area(cx, kind, c),
        0x50 => reserved(cx, SHB_RESERVED, c, 4),
        0x60 => address(cx, c, &REQUESTED),
        _ => Ok(()),
    }
}

/// An address of the network layer, and its parts.
type Address = [Field; 5];
const SOURCE: Address =
    [SRC_POS_ADDR, SRC_POS_ADDR_MANUAL, SRC_POS_ADDR_TYPE, SRC_POS_ADDR_COUNTRY, SRC_POS_ADDR_MID];
const DESTINATION: Address =
    [DST_POS_ADDR, DST_POS_ADDR_MANUAL, DST_POS_ADDR_TYPE, DST_POS_ADDR_COUNTRY, DST_POS_ADDR_MID];
const REQUESTED: Address =
    [LS_REQ_ADDR, LS_REQ_ADDR_MANUAL, LS_REQ_ADDR_TYPE, LS_REQ_ADDR_COUNTRY, LS_REQ_ADDR_MID];

fn address<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, fields: &Address) -> Step {
    let [whole, manual, kind, country, mid] = *fields;
    let item = cx.peek(whole, c, 8)?;
    cx.under(item, |cx| -> Step {
        cx.peek(manual, c, 1)?;
        cx.peek(kind, c, 1)?;
        cx.field(country, c, 2)?;
        cx.field(mid, c, 6).map(|_| ())
    })
}

/// Latitude and longitude, of which there are but so many degrees.
fn place<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, fields: [Field; 2]) -> Step {
    for (field, most) in fields.into_iter().zip([900_000_000, 1_800_000_000u32]) {
        let n = c.peek_u32(0)? as i32;
        let item = cx.field(field, c, 4)?;
        if n.unsigned_abs() > most {
            cx.expert(POSITION_OOR, item, c.span(0));
        }
    }
    Ok(())
}

/// A long position vector, section 9.5.2.
fn source<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let item = cx.peek(SRC_POS, c, 24)?;
    cx.under(item, |cx| {
        address(cx, c, &SOURCE)?;
        let item = cx.field(SRC_POS_TST, c, 4)?;
        cx.append(item, |o| _ = o.s("ms"));
        place(cx, c, [SRC_POS_LAT, SRC_POS_LONG])?;
        cx.peek(SRC_POS_PAI, c, 1)?;
        cx.field(SRC_POS_SPEED, c, 2)?;
        let heading = c.peek_u16(0)?;
        let item = cx.field(SRC_POS_HDG, c, 2)?;
        if heading > 3600 {
            cx.expert(POSITION_OOR, item, c.span(0));
        }
        Ok(())
    })
}

/// A short one, section 9.5.3.
fn destination<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let item = cx.peek(DST_POS, c, 20)?;
    cx.under(item, |cx| {
        address(cx, c, &DESTINATION)?;
        let item = cx.field(DST_POS_TST, c, 4)?;
        cx.append(item, |o| _ = o.s("ms"));
        place(cx, c, [DST_POS_LAT, DST_POS_LONG])
    })
}

fn area<S: Sink>(cx: &mut Cx<'_, S>, kind: u8, c: &mut Cursor<'_>) -> Step {
    place(cx, c, [GXC_LATITUDE, GXC_LONGITUDE])?;
    let circle = kind & 0x0f == 0;
    let distances = if circle { [GXC_RADIUS, GXC_DISTANCEB] } else { [GXC_DISTANCEA, GXC_DISTANCEB] };
    run(cx, c, &[(distances[0], 2), (distances[1], 2), (GXC_ANGLE, 2)])?;
    reserved(cx, GXC_RESERVED, c, 2)
}
