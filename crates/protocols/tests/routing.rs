//! Routing and link protocols, from frames made by hand (`data/routing.txt`: a word and the bytes), whole and cut at every byte.

#![allow(clippy::unwrap_used)]

#[path = "support/shown.rs"]
mod shown;

use requin_protocols::registry;
use shown::*;

/// LINKTYPE_ETHERNET, and LINKTYPE_FRELAY.
const ETHERNET: u16 = 1;
const FRAME_RELAY: u16 = 107;

fn show_on(link: u16, frame: &[u8], captured: usize) -> Shown {
    let there = &frame[..captured];
    dissect(&registry(), &meta(link, there, frame.len()), there, &[])
}

fn show(frame: &[u8], captured: usize) -> Shown {
    show_on(ETHERNET, frame, captured)
}

/// The frames of a word.
fn frames(word: &str) -> Vec<Vec<u8>> {
    include_str!("data/routing.txt")
        .lines()
        .filter_map(|l| l.split_once(' '))
        .filter(|(w, _)| *w == word || word.is_empty())
        .map(|(_, hex)| {
            (0..hex.len()).step_by(2).map(|i| u8::from_str_radix(&hex[i..i + 2], 16).unwrap()).collect()
        })
        .collect()
}

fn all(word: &str) -> Vec<Shown> {
    frames(word).iter().map(|f| show(f, f.len())).collect()
}

#[test]
fn a_frame_cut_anywhere_says_so_and_keeps_what_was_before() {
    for frame in frames("") {
        let whole = show(&frame, frame.len());
        for n in 0..frame.len() {
            let cut = show(&frame, n);
            assert!(cut.fields.len() <= whole.fields.len() + 40, "{n} of {frame:02x?}");
            // What is shorter on the wire too ends in other ways.
            show(&frame[..n], n);
            show_on(FRAME_RELAY, &frame, n);
        }
    }
}

#[test]
fn isis_link_states() {
    let s = all("lsp");
    assert_eq!(s[0].protocol, "ISIS LSP");
    assert_eq!(
        s[0].info,
        "L2 LSP, LSP-ID: 0192.0168.0001.00-00, Sequence: 0x0000000b, Lifetime:  1199s [ISIS CHECKSUM INCORRECT]"
    );
    assert!(s[0].is("isis.lsp.checksum.status", "0") && s[0].is("isis.lsp.ip_authentication", "pass"));
    assert!(s[0].is("isis.lsp.clv_te_router_id", "16909060") && s[0].is("isis.clv.key_id", "1"));
    assert_eq!(s[0].count("isis.lsp.purge_originator_id.system_id"), 2);
    assert!(s[2].is("isis.lsp.sr_cap.label", "20000") && s[2].is("isis.lsp.flex_algorithm.priority", "100"));
    assert!(s[2].is("isis.lsp.adj_sid.flags.v", "1") && s[2].is("isis.lsp.sid.sli_label", "24000"));
    assert!(s[3].is("isis.lsp.igp_msd_value", "2"));
    // Each metric is read where it stands.
    assert!(s[4].is("isis.lsp.eis_neighbors_delay_metric.supported", "1"));
    assert!(s[4].is("isis.lsp.ip_reachability.expense_metric", "63"));
    let s = all("lsp2");
    assert!(
        s[1].is("isis.lsp.32_bit_administrative_tag", "100")
            && s[1].is("isis.lsp.bier.subsub.mplsencap.label", "16")
    );
    assert!(s[3].is("isis.lsp.srv6_end_sid.endpoint_function", "1"));
    assert!(s[7].is("isis.lsp.bw_ct.0", "8") && s[7].is("isis.lsp.application.sabm.bits.r", "1"));
}

#[test]
fn isis_hellos_and_lists() {
    let s = all("hello");
    assert_eq!(s[0].info, "L1 HELLO, System-ID: 2222.2222.2222");
    assert!(s[0].is("isis.hello.checksum.status", "0") && s[0].is("isis.hello.checksum.status", "3"));
    assert!(s[0].is("isis.hello.reverse_metric.metric", "10"));
    assert!(s[0].is("isis.hello.area_address", "03490001"));
    assert!(s[1].is("isis.hello.enabled_vlans", "1-16, 32"));
    assert!(
        s[2].info.starts_with("L1 CSNP, Source-ID: 3333.3333.3333.00, Start LSP-ID: 0000.0000.0000.00-00")
    );
    assert_eq!(s[2].count("isis.csnp.lsp_id"), 2);
    assert_eq!(s[3].info, "L1 PSNP, Source-ID: 3333.3333.3333.00");
    assert!(s[3].is("isis.csnp.ip_authentication", "pa"));
}

#[test]
fn esis_addresses() {
    let s = all("esis");
    assert!(s[0].is("esis.sa", "49000a22.222222222200") && s[0].is("osi.options.priority", "1"));
    assert!(
        s[1].info == "IS HELLO" && s[2].info == "RD REQUEST" && s[2].is("osi.options.address_mask", "ffff")
    );
}

#[test]
fn routes_of_eigrp_ripng_and_rpki() {
    let s = all("eigrp");
    assert!(s[1].info == "Hello (Ack)" && s[12].info == "Unknown OpCode (0x000c)");
    assert!(s[3].is("eigrp.seq.ipv4addr", "167772161") && s[3].is("eigrp.stub_options.redist", "1"));
    assert!(s[6].is("eigrp.extdata.proto", "6") && s[6].is("eigrp.metric.flags.cd", "1"));
    assert!(s[9].is("eigrp.metric.delay", "10000000") && s[10].is("eigrp.attr.tag", "7"));
    let s = all("rpki");
    assert!(s[0].is("ripng.rte.prefix_length", "32") && s[0].protocol == "RIPng");
    assert_eq!(s[3].info, "Reset Query, Serial Query, Serial Notify, Cache Response, Cache Reset");
    assert!(s[4].is("rpki-rtr.error_text", "foo"));
}

#[test]
fn ad_hoc_networks() {
    let s = all("aodv");
    assert_eq!(s[0].info, "Route Request, D: 10.0.0.1, O: 10.0.0.2 Id=5 Hcnt=3 DSN=7 OSN=9");
    assert_eq!(
        s[6].info,
        "Route Reply, D: 2001:db8::, O: 2001:db8::1 Hcnt=3 DSN=7 Lifetime=3000"
            .replace("Route", "draft-perkins-manet-aodv6-01 IPv6 Route")
    );
    let s = all("olsr");
    assert!(s[0].is("olsr.vtime", "6") && s[0].count("olsr.neighbor_addr") == 3);
    assert!(s[4].is("olsr.ns.content", "host") && s[5].is("olsr.nlq", "128"));
}

#[test]
fn lisp_and_nhrp() {
    let s = all("lisp");
    assert_eq!(s[0].info, "Map-Register for [100] 10.0.0.1/32");
    assert_eq!(s[2].info, "Map-Request (SMR-invoked)");
    assert_eq!(s[5].info, "Map-Reply (RLOC-probe reply) for [100] 2001:db8::/32");
    assert!(s[9].is("lisp.siteid", "0202020202020202") && s[12].count("lisp.lcaf.afi_list.ipv4") == 2);
    let s = all("nhrp");
    assert_eq!(s[3].info, "NHRP Registration Reply, ID=300, Code=Binding Exists But Is Not Unique");
    assert!(s[1].is("nhrp.auth_ext.data", "41555448") && s[1].count("nhrp.client.nbma.addr") == 3);
}

#[test]
fn tags_and_slow_protocols() {
    let s = all("macsec");
    assert!(s[0].is("macsec.PN", "1") && s[3].is("macsec.etype", "2048") && s[5].count("macsec.PN") == 0);
    let s = all("nsh");
    assert!(s[0].count("nsh.contextheader") == 4 && s[1].is("nsh.metadata", "aabbccdd"));
    let s = all("vntag");
    assert!(s[0].is("vntag.src", "51") && s[3].is("ieee8021ad.cvid", "5"));
    let s = all("teredo");
    assert!(s[1].is("teredo.orig.port", "3854") && s[1].is("teredo.orig.addr", "252579598"));
    let s = all("slow");
    assert_eq!(
        s[0].info,
        "v1 ACTOR 02:00:00:00:00:01 P: 2 K: 1 **DCSG*A PARTNER 02:00:00:00:00:02 P: 4 K: 3 EF***G*A"
    );
    assert_eq!(s[1].info, "Information SysId=02:00:00:00:00:01, P=1, TId=9");
    let s = all("gvrp");
    assert!(s[0].is("gvrp.attribute_value", "100") && s[0].count("gvrp.end_of_mark") == 2);
    let s = all("dvmrp");
    assert!(s[0].info == "V3 Probe" && s[9].is("dvmrp.ncount", "1") && s[3].is("dvmrp.lifetime", "7200"));
}

#[test]
fn paths_and_moves() {
    let s = all("mpls");
    assert!(
        s[0].is("mpls_echo.tlv.fec.rsvp_ip_lsp_id", "16")
            && s[0].is("mpls_echo.tlv.fec.rsvp_p2mp_ip_tun_id", "2")
    );
    assert!(s[1].is("mpls_echo.tlv.ds_map.mtu", "1500") && s[1].is("mpls_echo.tlv.pad_padding", "0203"));
    let s = all("mip6");
    assert!(
        s[5].is("mip6.bu.b_flag", "1")
            && s[5].is("mip6.ni.cni", "5678")
            && s[5].is("mip6.mnid.identifier", "user")
    );
    assert!(s[6].is("mip6.bra.interval", "1800") && s[7].is("mip6.be.status", "1"));
}

#[test]
fn neighbours_of_cisco() {
    let s = all("cdp");
    assert_eq!(s[0].info, "Device ID: R1  Port ID: Gi0/1  ");
    assert_eq!(s[0].count("cdp.software_version"), 2);
    assert!(s[0].is("cdp.ip_prefix", "167772160") && s[0].is("cdp.cluster.management_vlan", "5"));
    assert!(
        s[0].is("cdp.power_available", "4294967295") && s[0].is("cdp.spare_poe_tlv.req_spare_pair_poe", "1")
    );
    assert!(
        s[0].is("cdp.capabilities.igmp_capable", "1")
            && s[0].is("cdp.nrgyz.ipv6_address", "20010db8000000000000000000000000")
    );
}

#[test]
fn pgm_options() {
    let s = all("pgm");
    assert!(
        s[0].info.starts_with("SPM   sqn 0x1 gsi 010203040506") && s[1].info.ends_with(" subtype General")
    );
    assert!(
        s[3].is("pgm.opts.fragment.total_length", "3") && s[3].is("pgm.opts.redirect.dlr.ipv4", "167772161")
    );
    assert!(
        s[3].is("pgm.opts.parity_prm.prm_grp", "8") && s[6].is("pgm.opts.ccdata.acker.ipv4", "167772161")
    );
    assert!(s[4].is("pgm.nak.grp.ipv4", "3758096385"));
}

#[test]
fn frame_relay_encapsulations() {
    let s: Vec<_> = frames("fr").iter().map(|f| show_on(FRAME_RELAY, f, f.len())).collect();
    assert!(s[0].protocol == "ESIS" && s[0].is("fr.control.n_s", "17") && s[6].protocol == "ISIS HELLO");
    assert!(s[1].is("fr.nlpid", "204") && s[2].is("fr.chdlctype", "2048") && s[3].is("fr.snaptype", "2048"));
    assert!(s[4].is("fr.dlci", "6946820") || s[4].count("fr.bogus_address") == 1);
    assert_eq!(s[5].info, "DLCI 0, I P, N(R)=41, N(S)=17");
}

/// An update of OSPF with one opaque advertisement of this kind.
fn opaque(kind: u8, body: &[u8]) -> Shown {
    let len = (20 + body.len() as u16).to_be_bytes();
    let lsa = [&[0, 1, 2, 10, kind, 0, 0, 0, 2, 2, 2, 2, 0x80, 0, 0, 1, 0, 0][..], &len, body].concat();
    let all = (28 + lsa.len() as u16).to_be_bytes();
    let head = [2, 4, all[0], all[1], 2, 2, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
    let frame = ipv4(89, &[&head[..], &lsa].concat());
    for n in 0..frame.len() {
        show(&frame, n);
    }
    show(&frame, frame.len())
}

#[test]
fn ospf_tells_of_segment_routing() {
    let s = opaque(
        4,
        &[
            &[0, 8, 0, 2, 0, 1, 0, 0][..],
            &[0, 7, 0, 3, b'r', b't', b'r', 0],
            &[0, 9, 0, 12, 0, 0, 100, 0, 0, 1, 0, 3, 0, 0x27, 0x10, 0],
            &[0, 14, 0, 12, 0, 0, 9, 0, 0, 1, 0, 4, 0, 0, 0, 7],
            &[0, 15, 0, 4, 99, 0, 0, 0],
        ]
        .concat(),
    );
    assert_eq!(s.all("ospf.tlv_type.opaque"), ["8", "7", "9", "14", "15"]);
    assert_eq!((s.all("ospf.lsa_sa"), s.all("ospf.dynhostname")), (vec!["0", "1"], vec!["rtr"]));
    assert_eq!(
        (s.all("ospf.tlv.range_size"), s.all("ospf.tlv.sid_label")),
        (vec!["100", "9"], vec!["10000", "7"])
    );
    assert_eq!(s.all("ospf.tlv.preference"), ["99"]);
    let s = opaque(
        7,
        &[
            &[0, 1, 0, 20, 1, 32, 0, 0x40, 10, 0, 0, 1, 0, 2, 0, 8, 0x40, 0, 0, 1, 0, 0, 0, 5][..],
            // All addresses: without one.
            &[0, 1, 0, 4, 5, 0, 0, 0],
            &[
                0, 2, 0, 23, 24, 0, 0, 8, 0x80, 0, 0, 0, 10, 1, 0, 0, 0, 2, 0, 7, 0x0c, 0, 0, 0, 0, 0x27,
                0x10, 0,
            ],
        ]
        .concat(),
    );
    assert_eq!(s.all("ospf.tlv.extpfx.tlv_type"), ["1", "1", "2"]);
    assert_eq!(
        (s.all("ospf.prefix_length"), s.all("ospf.tlv.extpfx.rotuetype")),
        (vec!["32", "0", "24"], vec!["1", "5"])
    );
    assert_eq!(s.all("ospf.v3.address_prefix.ipv4"), ["167772161", "167837696"]);
    assert_eq!(
        (s.all("ospf.tlv.extpfx.flags.n"), s.all("ospf.tlv.pfxsid.flags.np")),
        (vec!["1", "0"], vec!["1", "0"])
    );
    assert_eq!((s.all("ospf.tlv.sid_label"), s.all("ospf.tlv.range_size")), (vec!["5", "10000"], vec!["8"]));
}
