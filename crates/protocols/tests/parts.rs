//! Records, chunks, options and tags, made by hand: what is read of them, and that any of them may end anywhere.

#[path = "support/shown.rs"]
mod shown;

use requin_protocols::registry;
use shown::*;

/// Shows a frame, after it was cut at every byte: by the capture, and as if it had been sent so.
fn show_on(link: u16, frame: &[u8]) -> Shown {
    let registry = registry();
    for n in 0..frame.len() {
        dissect(&registry, &meta(link, &frame[..n], frame.len()), &frame[..n], &[]);
        dissect(&registry, &meta(link, &frame[..n], n), &frame[..n], &[]);
    }
    dissect(&registry, &meta(link, frame, frame.len()), frame, &[])
}

/// A response with one question and these records.
fn dns(port: u16, flags: u16, records: &[(u16, &[u8])]) -> Shown {
    let mut m = vec![0, 1];
    m.extend(flags.to_be_bytes());
    m.extend([0, 1, 0, records.len() as u8, 0, 0, 0, 0, 1, b'a', 1, b'b', 0, 0, 1, 0, 1]);
    for (kind, data) in records {
        m.extend([0xc0, 12]);
        m.extend(kind.to_be_bytes());
        m.extend([0, 1, 0, 0, 0, 60, 0, data.len() as u8]);
        m.extend(*data);
    }
    show_on(1, &udp(port, &m))
}

#[test]
fn records_are_read_past_the_length_they_claim() {
    let s = dns(53, 0x8000, &[(104, &[7]), (10, &[9; 16])]);
    s.has("dns.ilnp.nid.preference", "1984").has("dns.resp.type", "10").has("dns.resp.len", "16");
    assert!(!s.is_malformed());
    // What is left of the data can't be less than nothing.
    assert!(dns(53, 0x8000, &[(43, &[1, 2]), (10, &[0; 9])]).is_malformed());
    dns(53, 0x8000, &[(43, &[1, 2, 3, 4])]).has("dns.ds.digest", "");
    dns(53, 0x8000, &[(48, &[1]), (10, &[0; 9])]).has("dns.key_id_buffer_too_short", "");
    // A preference is shown with its name or not at all.
    dns(53, 0x8000, &[(15, &[0, 1, 9])]).lacks("dns.mx.preference");
    assert!(dns(53, 0x8000, &[(22, &[1])]).info.ends_with("NSAP a.b"));
}

#[test]
fn stateful_operations_with_records_are_read_like_all_others() {
    let s = dns(53, 0xb000, &[(1, &[10, 0, 0, 1])]);
    s.has("dns.a", "167772161").lacks("dns.dso");
    let mut alone = vec![0, 1, 0x30, 0];
    alone.extend([0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 4, 0, 0, 0, 9]);
    show_on(1, &udp(53, &alone)).has("dns.dso.tlv.retrydelay.retrydelay", "9");
}

#[test]
fn the_payload_size_leaves_room_for_the_bit_of_multicast() {
    let mut m = vec![0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
    m.extend([0, 0, 41, 0x85, 0xa0, 0, 0, 0, 0, 0, 0]);
    show_on(1, &udp(5353, &m)).has("dns.rr.udp_payload_size", "1440").has("dns.resp.cache_flush", "1");
}

/// A packet of SCTP with one chunk.
fn chunk(kind: u8, flags: u8, body: &[u8]) -> Shown {
    let mut p = vec![0x13, 0x88, 0x13, 0x89, 0, 0, 0, 1, 0, 0, 0, 0, kind, flags];
    p.extend((4 + body.len() as u16).to_be_bytes());
    p.extend(body);
    p.resize(p.len().next_multiple_of(4), 0);
    show_on(1, &ipv4(132, &p))
}

/// Type, length, value, padding.
fn tlv(kind: u16, value: &[u8]) -> Vec<u8> {
    let mut p = [kind.to_be_bytes(), (4 + value.len() as u16).to_be_bytes()].concat();
    p.extend(value);
    p.resize(p.len().next_multiple_of(4), 0);
    p
}

#[test]
fn acknowledgements_tell_what_came_behind_gaps() {
    let s = chunk(3, 0, &[0, 0, 0, 100, 0, 0, 0, 0, 0, 2, 0, 1, 0, 2, 0, 3, 0, 5, 0, 4, 0, 0, 0, 50]);
    s.has("sctp.sack_gap_block_start_tsn", "102").has("sctp.sack_gap_block_end_tsn", "103");
    s.has("sctp.sack_number_of_tsns_gap_acked", "2").has("sctp.sack_duplicate_tsn", "50");
    s.has("sctp.sack_gap_block_malformed", "").has("sctp.sack_a_rwnd.expert", "");
    s.lacks("sctp.sack_cumulative_tsn_ack");
    s.columns("SCTP", "SACK (Ack=100+4, Arwnd=0) ");
    let s = chunk(16, 0, &[0, 0, 0, 9, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 0, 2, 0, 2, 0, 3, 0, 200]);
    s.has("sctp.nr_sack_gap_block_end_tsn", "11").has("sctp.nr_sack_nr_gap_block_end_tsn", "209");
    s.has("sctp.nr_sack_number_of_tsns_nr_gap_acked.100", "");
}

#[test]
fn chunks_say_why_and_what_changes() {
    let add = tlv(0xc001, &[&[0, 0, 0, 9][..], &tlv(5, &[10, 0, 0, 5])].concat());
    let s = chunk(193, 0, &[&[0, 0, 0, 7][..], &add].concat());
    s.has("sctp.asconf_seq_nr_number", "7").has("sctp.correlation_id", "9");
    s.has("sctp.parameter_ipv4_address", "167772165");
    let s = chunk(9, 0, &[tlv(1, &[0, 5, 0, 0]), tlv(12, b"why"), tlv(0xa1, &add)].concat());
    s.has("sctp.cause_stream_identifier", "5").has("sctp.cause_information", "776879");
    s.has("sctp.cause_padding", "00").has("sctp.correlation_id", "9");
    let s = chunk(15, 0, &[0, 1, 0, 1, 0xab, 0xcd]);
    s.has("sctp.shared_key_id", "1").has("sctp.hmac_id", "1").has("sctp.hmac", "abcd");
    chunk(192, 0, &[0, 0, 0, 5, 0, 1, 0, 2]).has("sctp.forward_tsn_ssn", "2");
    let s = chunk(130, 0, &tlv(13, &[0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 4]));
    s.has("sctp.parameter_senders_last_assigned_tsn", "3").has("sctp.parameter_reconfig_sid", "4");
    s.has("sctp.parameter_padding.expert", "");
    let s = chunk(64, 0, &[0, 0, 0, 1, 0, 5, 0, 0, 0, 0, 0, 7, 0, 0, 0, 9, 1]);
    s.has("sctp.data_mid", "7").has("sctp.data_fsn", "9");
    // A chunk too short for its kind is named, and the next follows.
    let s = chunk(1, 0, &[1, 2, 3]);
    s.columns("SCTP", "INIT ").lacks("sctp.init_credit");
    // Parameters in parameters come to an end.
    let deep = (0..40).fold(tlv(0x8001, b"x"), |inner, _| tlv(8, &inner));
    chunk(1, 0, &[&[0; 16][..], &deep].concat()).has("sctp.parameter_type", "8");
}

/// A message of DHCPv6 with these options.
fn dhcpv6(message: u8, options: &[(u16, &[u8])]) -> Shown {
    show_on(1, &dhcpv6_frame(message, options))
}

fn dhcpv6_frame(message: u8, options: &[(u16, &[u8])]) -> Vec<u8> {
    let mut m = vec![message, 0, 0, 1];
    for (code, value) in options {
        m.extend(code.to_be_bytes());
        m.extend((value.len() as u16).to_be_bytes());
        m.extend(*value);
    }
    let len = (8 + m.len() as u16).to_be_bytes();
    let mut f = vec![2; 12];
    f.extend([0x86, 0xdd, 0x60, 0, 0, 0, len[0], len[1], 17, 64]);
    f.extend([0xfe; 32]);
    f.extend([0x02, 0x22, 0x02, 0x23, len[0], len[1], 0, 0]);
    f.extend(m);
    f
}

#[test]
fn options_of_dhcpv6_have_the_lengths_of_their_kind() {
    for (code, value) in [(7u16, &[1u8, 2][..]), (12, &[0; 4]), (23, &[0; 17]), (32, &[0; 3]), (122, &[1])] {
        dhcpv6(1, &[(code, value)]).has("dhcpv6.malformed_option", "");
    }
    let s = dhcpv6(1, &[(123, &[0, 0, 0, 9]), (119, &[0, 11]), (127, &[0, 1, 0, 2]), (103, b"http://x")]);
    s.has("dhcpv6.failover.partner_lifetime", "9").has("dhcpv6.failover.dns.flags.u", "1");
    s.has("dhcpv6.failover.protocol.minor_version", "2").has("dhcpv6.captive_portal", "http://x");
    let rule = [1, 12, 24, 10, 1, 2, 0, 40, 0x20, 1, 0xd, 0xb8, 7, 0, 93, 0, 4, 4, 6, 0x12, 0x34];
    let s = dhcpv6(1, &[(94, &[&[0, 89, 0, rule.len() as u8][..], &rule].concat())]);
    s.has("dhcpv6.s46_rule.ea_len", "12").has("dhcpv6.s46_portparam.psid", "4");
    let s = dhcpv6(1, &[(11, &[3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2]), (37, &[0, 0, 0, 9, 7])]);
    s.has("dhcpv6.auth.info", "02").has("dhcpv6.remoteid_enterprise_id", "07");
}

#[test]
fn options_of_dhcpv6_in_options_have_an_end() {
    let nested = |n: usize| {
        let options: Vec<u8> =
            (0..n).flat_map(|i| [[0, 45], (4 * (n - 1 - i) as u16).to_be_bytes()].concat()).collect();
        let frame = dhcpv6_frame(15, &[(45, &options)]);
        dissect(&registry(), &meta(1, &frame, frame.len()), &frame, &[])
    };
    assert_eq!(nested(20).count("dhcpv6.option.type"), 21);
    // As many as a datagram has room for.
    let deep = nested(16_000).count("dhcpv6.option.type");
    assert!((30..40).contains(&deep), "{deep}");
}

#[test]
fn names_in_options_are_told_apart() {
    dhcpv6(1, &[(24, b"\x01a\x01b\0\x01c\x01d\0")]).has("dhcpv6.search_list_entry", "c.d.");
    dhcpv6(1, &[(29, b"\x01a\0")]).has("dhcpv6.tld", "a.").has("dhcpv6.expert.tld_lookup", "");
    dhcpv6(1, &[(64, b"\0")]).has("dhcpv6.expert.root_only_domain_name", "");
    dhcpv6(1, &[(64, b"\x05abc")]).has("dhcpv6.expert.domain_field_length_exceeded", "");
    dhcpv6(1, &[(64, b"example.org")]).has("dhcpv6.bogus_label_length", "101");
    dhcpv6(1, &[(24, b"\x01a\x01b\0\x01c")]).has("dhcpv6.partial_name_preceded_by_fqdn", "c");
    dhcpv6(1, &[(39, b"\x05\x01a\x01b\0")]).has("dhcpv6.s_bit_should_be_zero", "");
    dhcpv6(2, &[(39, b"\x02\x01a\x01b\0")]).has("dhcpv6.clientfqdn.server.o", "1");
    dhcpv6(11, &[(39, b"\x02\x01a\x01b\0")]).has("dhcpv6.bad_msgtype", "").lacks("dhcpv6.client_domain");
}

/// A beacon with these tags.
fn beacon(tags: &[u8]) -> Shown {
    let mut f = vec![0x80, 0, 0, 0];
    f.extend([0xff; 6]);
    f.extend([2; 12]);
    f.extend([0; 10]);
    f.extend([0x64, 0, 1, 0]);
    f.extend(tags);
    show_on(105, &f)
}

#[test]
fn tags_that_nobody_reads_are_shown_as_they_stand() {
    let s = beacon(&[29, 2, 1, 2, 115, 1, 3]);
    assert_eq!(s.all("wlan.tag.data"), ["0102", "03"]);
    assert_eq!(s.count("wlan.tag.data.undecoded"), 2);
    assert!(!s.is_malformed());
    // A tag that ends behind the frame is shown; its own length decides what is wrong.
    let s = beacon(&[3, 9, 1]);
    assert!(s.count("wlan.tag.length.bad") == 2 && !s.is_malformed());
    assert!(beacon(&[29, 9, 1]).is_malformed() && beacon(&[]).is_malformed());
}
