//! Frames of wireless networks inside other protocols, made by hand.

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
