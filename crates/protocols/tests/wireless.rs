//! Frames of wireless networks, alone and inside other protocols, made by hand.

#[path = "support/shown.rs"]
mod shown;

use requin_protocols::registry;
use shown::*;

/// Where an access controller listens for data.
const DATA: u16 = 5247;
/// An ARP request in SNAP.
const ARP: [u8; 36] = [
    0xaa, 0xaa, 3, 0, 0, 0, 8, 6, 0, 1, 8, 0, 6, 4, 0, 1, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10,
    0, 0, 1,
];

/// Shows a frame, after it was cut at every byte.
fn show(frame: &[u8]) -> Shown {
    let registry = registry();
    for n in 0..frame.len() {
        dissect(&registry, &meta(1, &frame[..n], frame.len()), &frame[..n], &[]);
        dissect(&registry, &meta(1, &frame[..n], n), &frame[..n], &[]);
    }
    dissect(&registry, &meta(1, frame, frame.len()), frame, &[])
}

/// A data frame to the distribution system, with this frame control field and fragment number.
fn station(control: [u8; 2], fragment: u8, body: &[u8]) -> Vec<u8> {
    let mut f = control.to_vec();
    f.extend([0x2c, 0]);
    f.extend([4; 6]);
    f.extend([2; 6]);
    f.extend([0xff; 6]);
    f.extend([fragment, 0]);
    f.extend(body);
    f
}

/// A packet of CAPWAP: preamble, length in words, binding and flags, what is behind the first eight bytes.
fn capwap(words: u8, binding: u16, flags: u16, rest: &[&[u8]]) -> Vec<u8> {
    let head = u32::from(words) << 19 | 1 << 14 | u32::from(binding) << 9 | u32::from(flags);
    let mut p = vec![0];
    p.extend(&head.to_be_bytes()[1..]);
    p.extend([0; 4]);
    p.extend(rest.concat());
    p
}

const NATIVE: u16 = 0x100;
const WIRELESS: u16 = 0x20;

#[test]
fn frame_control_inside_capwap_has_the_other_order() {
    let own = show(&udp(DATA, &capwap(2, 1, NATIVE, &[&station([0x01, 0x08], 0, &ARP)])));
    own.has("wlan.fc", "264")
        .has("wlan.fc.type_subtype", "32")
        .has("wlan.flags", "1")
        .has("wlan.fc.tods", "1");
    own.has("wlan.fc.subtype", "0").has("wlan.sa", "020202020202").has("arp.opcode", "1");
    // The standard's order is known where the other one would be of a version that there isn't.
    let standard = show(&udp(DATA, &capwap(2, 1, NATIVE, &[&station([0x08, 0x01], 0, &ARP)])));
    standard.has("wlan.fc", "2049").has("wlan.fc.type_subtype", "32").has("arp.opcode", "1");
    // A whole frame that has the number of a fragment, and a fragment.
    let numbered = show(&udp(DATA, &capwap(2, 1, NATIVE, &[&station([0x01, 0x08], 1, &ARP)])));
    numbered.has("wlan.frag", "1").has("arp.opcode", "1");
    let last = show(&udp(DATA, &capwap(2, 1, NATIVE, &[&station([0x01, 0x08], 1, &ARP[1..])])));
    last.lacks("arp.opcode");
    assert_eq!(last.layers.last(), Some(&"data"));
}

#[test]
fn capwap_says_what_kind_of_frame_it_carries() {
    let frame = station([0x01, 0x08], 0, &ARP);
    for (binding, flags, layer) in [(0, NATIVE, "data"), (2, NATIVE, "data"), (1, 0, "eth")] {
        let shown = show(&udp(DATA, &capwap(2, binding, flags, &[&frame])));
        let at = shown.layers.iter().position(|l| *l == "capwap.data").unwrap();
        assert_eq!(shown.layers.get(at + 1), Some(&layer));
    }
}

#[test]
fn capwap_tells_how_well_a_frame_was_received() {
    let info: [&[u8]; 2] = [&[4, 0xd8, 30, 0, 108, 0, 0, 0], &station([0x01, 0x08], 0, &ARP)];
    let packet = capwap(4, 1, NATIVE | WIRELESS, &info);
    let up = show(&udp(DATA, &packet));
    up.has("capwap.header.wireless.data.ieee80211.fi.rssi", "-40");
    up.has("capwap.header.wireless.data.ieee80211.fi.snr", "30");
    up.has("capwap.header.wireless.data.ieee80211.fi.data_rate", "108").has("arp.opcode", "1");
    up.lacks("capwap.header.length.bad");
    let down = show(&udp_between(DATA, 0xc000, &packet));
    down.has("capwap.header.wireless.data.ieee80211.dw.wlan_id_bitmap", "55326").has("arp.opcode", "1");
    // The length of the header counts, whatever its parts add up to.
    let short: [&[u8]; 2] = [&[1, 4, 0, 0, 0, 0, 0, 0], &station([0x01, 0x08], 0, &ARP)];
    let wrong = show(&udp(DATA, &capwap(4, 1, NATIVE | WIRELESS, &short)));
    wrong.has("arp.opcode", "1").has("capwap.header.padding", "0000");
    let message = "Wrong calculate length (11) =! header length (15) ! (May be try to use Cisco Wireless \
                   Controller Support Preference ?)";
    wrong.has("_ws.expert.message", message);
}

/// A management frame of this subtype.
fn management(subtype: u8, body: &[u8]) -> Shown {
    let mut f = vec![subtype << 4, 0, 0, 0];
    f.extend([2; 18]);
    f.extend([0, 0]);
    f.extend(body);
    let registry = registry();
    for n in 0..f.len() {
        dissect(&registry, &meta(105, &f[..n], f.len()), &f[..n], &[]);
        dissect(&registry, &meta(105, &f[..n], n), &f[..n], &[]);
    }
    dissect(&registry, &meta(105, &f, f.len()), &f, &[])
}

/// A beacon with these tags.
fn beacon(tags: &[u8]) -> Shown {
    management(8, &[&[0; 12], tags].concat())
}

/// A tag.
fn tag(number: u8, parts: &[&[u8]]) -> Vec<u8> {
    let body = parts.concat();
    [&[number, body.len() as u8], &body[..]].concat()
}

const ACTION: u8 = 13;

#[test]
fn suites_are_named_in_their_lists() {
    let rsn = [1, 0, 0, 0xf, 0xac, 4, 1, 0, 0, 0xf, 0xac, 4, 1, 0, 0, 0xf, 0xac, 2, 0, 0];
    beacon(&tag(48, &[&rsn])).says(" 00:0f:ac (Ieee 802.11) AES (CCM)").says(" 00:0f:ac (Ieee 802.11) PSK");
    let wpa = [0, 0x50, 0xf2, 1, 1, 0, 0, 0x50, 0xf2, 2, 1, 0, 0, 0x50, 0xf2, 2, 1, 0, 0, 0x50, 0xf2, 2];
    beacon(&tag(221, &[&wpa]))
        .says(" 00:50:f2 (Microsoft Corp.) TKIP")
        .says(" 00:50:f2 (Microsoft Corp.) PSK");
}

#[test]
fn what_is_sent_and_received_is_said_in_words() {
    let capabilities = |streams: &[u8], sent: u8| {
        let mut body = [0; 26];
        body[2] = 3;
        body[3..3 + streams.len()].copy_from_slice(streams);
        body[15] = sent;
        beacon(&tag(45, &[&body]))
    };
    let s = capabilities(&[0xff, 0xff], 0);
    s.says(" (65535[Bytes])").says(": MCS Set").says(": 2 spatial streams").says(", TX MCS Set Not Defined");
    capabilities(&[0xff], 1).says(": 1 spatial stream").says(", 1 spatial stream");
    capabilities(&[0xff], 0xb).says(", 3 spatial streams");
    capabilities(&[], 0).says(": Reserved:8");
}

#[test]
fn tags_of_fixed_fields_say_when_their_length_is_wrong() {
    let quiet = beacon(&tag(40, &[&[1, 2, 3, 0, 4, 0]]));
    quiet.has("wlan.quiet.count", "1").has("wlan.quiet.duration", "3").has("wlan.quiet.offset", "4");
    let short = beacon(&tag(40, &[&[1, 2]]));
    assert!(short.names("wlan.tag.length.bad"));
    short.lacks("wlan.quiet.count");
    // One that takes nothing counts as one that nobody reads.
    assert!(beacon(&[40, 0]).names("wlan.tag.data.undecoded"));
    beacon(&[0, 0]).lacks("wlan.tag.data.undecoded");
}

#[test]
fn tags_with_a_second_number_are_told_apart() {
    let he =
        beacon(&tag(255, &[&[36, 0xf0, 0x40, 0x02, 0x05, 0xfc, 0xff], &[1, 42, 50], &[37, 2, 39, 47, 6]]));
    he.has("wlan.ext_tag.bss_color_information.bss_color", "5");
    he.has("wlan.ext_tag.he_operation.vht_op_info.chan_center_freq_seg_0", "42");
    he.has("wlan.ext_tag.he_operation.6ghz.primary_channel", "37");
    assert!(!he.is_malformed());
    let can = beacon(&tag(255, &[&[35, 1, 0, 0, 0, 0, 0], &[4; 1], &[0; 10], &[0xfa, 0xff, 0xfa, 0xff]]));
    can.has("wlan.ext_tag.he_mcs_map.rx_he_mcs_map_lte_80", "65530");
    // What needs fragments is reserved without them.
    can.has("wlan.ext_tag.he_mac_cap.reserved_bits_5_7", "0").lacks("wlan.ext_tag.he_mac_cap.max_frag_msdus");
    let owe = beacon(&tag(255, &[&[32, 19, 0], &[7; 32]]));
    owe.has("wlan.ext_tag.owe_dh_parameter.group", "19");
    assert!(beacon(&[255, 2, 200, 1]).names("wlan.tag.data.undecoded"));
    assert!(beacon(&[255, 0]).is_malformed());
}

#[test]
fn neighbors_are_reported_with_what_stands_behind_them() {
    let report = tag(52, &[&[2, 0, 0, 0, 0, 1], &[0x8f, 0, 0, 0, 115, 36, 9], &[3, 1, 200]]);
    let answer = management(ACTION, &[&[5, 5, 7][..], &report].concat());
    answer.has("wlan.rm.dialog_token", "7").has("wlan.nreport.channumber", "36");
    answer.has("wlan.nreport.subelem.bss_trn_can_pref", "200");
    let move_on = management(ACTION, &[&[10, 7, 9, 1, 10, 0, 255][..], &report].concat());
    move_on.columns("802.11", "BSS Transition Management Request, Dialog Token=9");
    move_on.has("wlan.fixed.disassoc_timer", "10").has("wlan.nreport.opeclass", "115");
    let few = beacon(&tag(201, &[&[0, 7, 115, 36, 5, 2, 0, 0, 0, 0, 1]]));
    few.has("wlan.rnr.tbtt_info.tbtt_offset", "5").has("wlan.rnr.tbtt_info.bssid", "020000000001");
    assert!(beacon(&tag(201, &[&[0, 4, 115, 36, 5]])).names("wlan.rnr.tbtt_info.unexpected"));
}

#[test]
fn measurements_are_asked_for_and_reported() {
    let asked = [&[1, 0, 5, 81, 6, 0, 0, 100, 0, 0][..], &[0xff; 6], &[0, 2, b'a', b'b', 9, 1, 7]];
    let request = management(ACTION, &[&[5, 0, 1, 0, 0][..], &tag(38, &asked)].concat());
    request.has("wlan.measure.req.reqtype", "5").has("wlan.measure.req.duration", "100");
    request.has("wlan.measure.req.beacon.sub.ssid", "ab").has("wlan.measure.req.beacon.unknown", "07");
    let body = [&[0; 8][..], &[100, 0, 1, 0, 0, 1, b'x']].concat();
    let seen = [&[1, 0, 5, 81, 6][..], &[0; 24], &[1, body.len() as u8], &body, &[2, 2, 1, 0]];
    let report = management(ACTION, &[&[5, 1, 1][..], &tag(39, &seen)].concat());
    report.has("wlan.ssid", "78").has("wlan.fixed.beacon", "100");
    // A later fragment of the body has no beginning.
    let seen = [&[1, 0, 5, 81, 6][..], &[0; 24], &[1, 3, 0, 1, b'x'], &[2, 2, 1, 2]];
    let later = management(ACTION, &[&[5, 1, 1][..], &tag(39, &seen)].concat());
    later.has("wlan.ssid", "78").lacks("wlan.fixed.beacon");
}

#[test]
fn fast_transitions_carry_keys() {
    let fast = tag(55, &[&[0, 3], &[1; 16], &[2; 32], &[3; 32], &[3, 2, b'r', b'0', 1, 6, 1, 2, 3, 4, 5, 6]]);
    let request = management(ACTION, &[&[6, 1][..], &[2; 6], &[4; 6], &fast].concat());
    request.has("wlan.fixed.target_ap_address", "040404040404");
    request.has("wlan.ft.mic_control.element_count", "3").has("wlan.ft.subelem.r0kh_id", "7230");
    request.has("wlan.ft.subelem.r1kh_id", "010203040506");
}

#[test]
fn actions_have_their_parameters_before_the_tags() {
    let ask = management(ACTION, &[8, 0, 1, 2]);
    ask.has("wlan.fixed.action_code", "0").has("wlan.fixed.transaction_id", "513");
    let block = management(ACTION, &[3, 0, 5, 2, 16, 0, 0, 0x10, 0]);
    block.columns("802.11", "Action, SN=0, FN=0, Flags=........, Dialog Token=5");
    // The same with the bit that tells of an error.
    management(ACTION, &[0x83, 0, 5, 2, 16, 0, 0, 0x10, 0]).has("wlan.fixed.dialog_token", "5");
    let mesh = management(ACTION, &[15, 2, 0, 0, 1, 0, 117, 6, 0, 0, 1, 1, 2, 2]);
    mesh.has("wlan.peering.peer_id", "514").has("wlan.fixed.aid", "1");
    assert!(beacon(&[117, 6, 0, 0, 1, 1, 2, 2]).names("wlan.peering.unexpected"));
    let anqp = [4, 10, 1, 108, 2, 127, 0, 8, 0, 0, 1, 4, 0, 2, 1, 6, 1];
    let query = management(ACTION, &anqp);
    query.columns("802.11", "Action, SN=0, FN=0, Flags=........, Dialog Token=1, ANQP Req ANQP Query list");
    assert_eq!(query.all("wlan.fixed.anqp.query_id"), ["258", "262"]);
    let direct = management(ACTION, &[4, 9, 0x50, 0x6f, 0x9a, 9, 0, 3]);
    assert!(direct.info.ends_with(", P2P - GO Negotiation Request"), "{}", direct.info);
}

#[test]
fn paths_and_proxies_of_a_mesh_are_listed() {
    let request = tag(
        130,
        &[&[0x40, 1, 31], &[0; 4], &[2; 6], &[0; 4], &[4; 6], &[0; 8], &[1, 7], &[6; 6], &[9, 0, 0, 0]],
    );
    let path = beacon(&request);
    path.has("wlan.hwmp.orig_ext", "040404040404").has("wlan.hwmp.targ_sn", "9");
    let update = tag(137, &[&[1], &[2; 6], &[1, 2], &[4; 6], &[5, 0, 0, 0]]);
    beacon(&update).has("wlan.pxu.pxu_info.seq_num", "5").lacks("wlan.pxu.pxu_info.proxy_mac");
}
