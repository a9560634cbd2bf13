//! What must hold of every expression, every program and every packet.
#![allow(clippy::expect_used)]

use proptest::prelude::*;
use requin_bpf::{Insn, Kind, Link, Names, Options, Program, code};

const LINKS: &[Link] = &[
    Link::ETHERNET,
    Link::RAW,
    Link::RAW_12,
    Link::RAW_14,
    Link::NULL,
    Link::LOOP,
    Link::LINUX_SLL,
    Link::LINUX_SLL2,
    Link::IEEE802_11,
    Link::RADIOTAP,
    Link::PRISM,
    Link::AVS,
    Link::PPP,
    Link::PPP_SERIAL,
    Link::PPP_ETHER,
    Link::C_HDLC,
    Link::IPV4,
    Link::IPV6,
    Link(4711),
];

fn options(link: Link, everywhere: bool, optimize: bool) -> Options {
    Options { names: Names::BuiltIn, everywhere, optimize, ..Options::new(link) }
}

fn link() -> impl Strategy<Value = Link> {
    proptest::sample::select(LINKS)
}

fn primitive() -> impl Strategy<Value = String> {
    let fixed = proptest::sample::select(
        &[
            "ip",
            "ip6",
            "arp",
            "tcp",
            "udp",
            "icmp",
            "icmp6",
            "sctp",
            "stp",
            "ipx",
            "atalk",
            "isis",
            "l1",
            "decnet",
            "vlan",
            "vlan 5",
            "mpls",
            "mpls 16",
            "pppoes",
            "pppoes 1",
            "pppoed",
            "geneve",
            "geneve 5",
            "broadcast",
            "multicast",
            "ip multicast",
            "ip6 multicast",
            "ip broadcast",
            "host 10.0.0.1",
            "src net 10",
            "net 192.168.0.0/16",
            "host fe80::1",
            "dst net fe80::/10",
            "ether host 0:1:2:3:4:5",
            "ether src 1:2:3:4:5:6",
            "port 80",
            "tcp src port 80",
            "udp port domain",
            "portrange 10-20",
            "ip proto 47",
            "proto 6",
            "ip6 protochain 6",
            "ip protochain 17",
            "less 100",
            "greater 80",
            "llc",
            "llc ui",
            "type data",
            "type mgt subtype beacon",
            "dir tods",
            "wlan addr2 1:2:3:4:5:6",
            "wlan ta 1:2:3:4:5:6",
            "inbound",
            "ether proto 0x88cc",
            "ether proto 66",
            "arp host 10.0.0.1",
            "byte 3 & 4",
            "radio[2] = 8",
        ][..],
    )
    .prop_map(str::to_owned);
    let loads = proptest::sample::select(
        &[
            "ip[0]",
            "ip[2:2]",
            "ip[12:4]",
            "tcp[13]",
            "udp[4:2]",
            "ip6[6]",
            "icmp[0]",
            "ether[12:2]",
            "len",
            "7",
            "0x45",
        ][..],
    );
    let operators = proptest::sample::select(&["+", "-", "*", "&", "|", "^", "/", "%", "<<", ">>"][..]);
    let relations = proptest::sample::select(&["=", "!=", "<", "<=", ">", ">="][..]);
    let arithmetic = (loads.clone(), operators, loads.clone(), relations, loads)
        .prop_map(|(a, op, b, rel, c)| format!("({a} {op} {b}) {rel} {c}"));
    prop_oneof![3 => fixed, 1 => arithmetic]
}

fn expression() -> impl Strategy<Value = String> {
    primitive().prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a} and {b}")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a} or {b}")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}) && ({b})")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}) || not ({b})")),
            inner.prop_map(|a| format!("not ({a})")),
        ]
    })
}

/// How packets start that get past the first tests.
const STARTS: &[&[u8]] = &[
    &[],
    &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 8, 0, 0x45, 0, 0, 60, 0, 0, 0, 0, 64, 6],
    &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 8, 0, 0x46, 0, 0, 60, 0, 0, 0, 0, 64, 17],
    &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0x86, 0xdd, 0x60, 0, 0, 0, 0, 60, 44, 64],
    &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0x81, 0, 0, 5, 8, 0, 0x45, 0, 0, 60, 0, 0, 0, 0, 64, 6],
    &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0x88, 0x64, 0x11, 0, 0, 1, 0, 60, 0, 0x21, 0x45],
    &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 0, 40, 0x42, 0x42, 3],
    &[0x45, 0, 0, 60, 0, 0, 0, 0, 64, 6, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2, 0, 80],
    &[0x60, 0, 0, 0, 0, 60, 0, 64],
    &[0x88, 1, 0, 0],
    &[0, 0, 18, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x20, 0, 0x88, 1],
    &[2, 0, 0, 0, 0x45],
    &[0xff, 3, 0, 0x21, 0x45],
];

/// Packets that look like something often enough to get past the first test.
fn packet() -> impl Strategy<Value = Vec<u8>> {
    let start = proptest::sample::select(STARTS);
    (start, proptest::collection::vec(any::<u8>(), 0..120)).prop_map(|(start, rest)| [start, &rest].concat())
}

/// Any instruction, most of them ones that exist.
fn instruction() -> impl Strategy<Value = Insn> {
    let code = prop_oneof![
        9 => proptest::sample::select(
            &[
                code::LD_W_ABS, code::LD_H_ABS, code::LD_B_ABS, code::LD_W_IND, code::LD_H_IND, code::LD_B_IND,
                code::LD_IMM, code::LD_LEN, code::LD_MEM, code::LDX_IMM, code::LDX_LEN, code::LDX_MEM, code::LDX_MSH,
                code::ST, code::STX, code::JA, code::JEQ_K, code::JGT_K, code::JGE_K, code::JSET_K, 0x1d, 0x2d, 0x3d,
                0x4d, code::RET_K, code::RET_A, code::TAX, code::TXA, code::NEG, 0x04, 0x0c, 0x14, 0x1c, 0x24, 0x2c,
                0x34, 0x3c, 0x44, 0x4c, 0x54, 0x5c, 0x64, 0x6c, 0x74, 0x7c, 0x94, 0x9c, 0xa4, 0xac,
            ][..],
        ),
        1 => any::<u16>(),
    ];
    let k = prop_oneof![4 => 0u32..16, 1 => any::<u32>(), 1 => Just(u32::MAX)];
    (code, 0u8..4, 0u8..4, k).prop_map(|(code, jt, jf, k)| Insn { code, jt, jf, k })
}

/// Runs instructions one by one, as the paper that describes BPF says (McCanne and Jacobson, 1993). `None` if
/// one reads what is not there, or divides by zero.
fn reference(insns: &[Insn], packet: &[u8], wire: u32) -> Option<u32> {
    let (mut a, mut x, mut memory, mut at) = (0u32, 0u32, [0u32; 16], 0usize);
    let load = |size: u16, place: u32| -> Option<u32> {
        let place = usize::try_from(place).ok()?;
        let length = match size {
            0x00 => 4,
            0x08 => 2,
            _ => 1,
        };
        let bytes = packet.get(place..place.checked_add(length)?)?;
        Some(bytes.iter().fold(0, |value, byte| (value << 8) | u32::from(*byte)))
    };
    loop {
        let Insn { code, jt, jf, k } = *insns.get(at)?;
        at += 1;
        let operand = if code & 0x08 == 0 { k } else { x };
        match code & 0x07 {
            0x00 => {
                a = match code & 0xe0 {
                    0x00 => k,
                    0x20 => load(code & 0x18, k)?,
                    0x40 => load(code & 0x18, x.wrapping_add(k))?,
                    0x60 => memory[k as usize],
                    _ => wire,
                }
            }
            0x01 => {
                x = match code & 0xe0 {
                    0x00 => k,
                    0x60 => memory[k as usize],
                    0x80 => wire,
                    _ => (load(0x10, k)? & 0x0f) * 4,
                }
            }
            0x02 => memory[k as usize] = a,
            0x03 => memory[k as usize] = x,
            0x04 => {
                a = match code & 0xf0 {
                    0x00 => a.wrapping_add(operand),
                    0x10 => a.wrapping_sub(operand),
                    0x20 => a.wrapping_mul(operand),
                    0x30 => a.checked_div(operand)?,
                    0x40 => a | operand,
                    0x50 => a & operand,
                    0x60 => a.checked_shl(operand).unwrap_or(0),
                    0x70 => a.checked_shr(operand).unwrap_or(0),
                    0x80 => a.wrapping_neg(),
                    0x90 => a.checked_rem(operand)?,
                    _ => a ^ operand,
                }
            }
            0x05 => {
                let holds = match code & 0xf0 {
                    0x00 => {
                        at += k as usize;
                        continue;
                    }
                    0x10 => a == operand,
                    0x20 => a > operand,
                    0x30 => a >= operand,
                    _ => a & operand != 0,
                };
                at += usize::from(if holds { jt } else { jf });
            }
            0x06 => return Some(if code & 0x18 == 0x10 { a } else { k }),
            _ => {
                if code & 0x80 == 0 {
                    x = a;
                } else {
                    a = x;
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is typed, the answer is a program or an error whose span is in the text.
    #[test]
    fn any_text_is_answered(text in ".{0,80}", link in link(), everywhere: bool) {
        if let Err(error) = requin_bpf::compile(&text, &options(link, everywhere, true)) {
            prop_assert!(text.get(error.span()).is_some(), "{error} at {:?}", error.span());
        }
    }

    /// The same of text made of the words of the language.
    #[test]
    fn any_words_are_answered(
        words in proptest::collection::vec(proptest::sample::select(&[
            "ip", "tcp", "host", "net", "port", "portrange", "src", "dst", "and", "or", "not", "(", ")", "[", "]", ":",
            "proto", "80", "10.0.0.1", "fe80::1", "0:1:2:3:4:5", "/", "8", "mask", "len", "<", "=", "&", "-", "vlan",
            "mpls", "geneve", "type", "mgt", "subtype", "beacon", "llc", "ether", "gateway", "\\tcp", "1-2", "radio",
            "byte", "broadcast", "protochain", "ifindex", "on", "lane", "$5", "!", "tcp-syn", "wlan", "addr1",
        ][..]), 0..14),
        link in link(),
    ) {
        let text = words.join(" ");
        if let Err(error) = requin_bpf::compile(&text, &options(link, false, true)) {
            prop_assert!(text.get(error.span()).is_some(), "{error} at {:?}", error.span());
        }
    }

    /// Programs do not panic, and are the same instructions when they are checked again.
    #[test]
    fn programs_are_valid(text in expression(), link in link(), everywhere: bool, packet in packet(), wire: u32) {
        if let Ok(program) = requin_bpf::compile(&text, &options(link, everywhere, true)) {
            let again = Program::new(program.insns().to_vec()).expect("valid");
            prop_assert_eq!(again.matches(&packet, wire), program.matches(&packet, wire));
            let expected = reference(program.insns(), &packet, wire).unwrap_or(0);
            prop_assert_eq!(program.matches(&packet, wire), expected, "{}", program.dump_d());
            prop_assert!(!everywhere || program.fits_kernel());
        }
    }

    /// Simplified or not, a program takes the same packets. (Except where the simple program ends because it
    /// reads what is not there, since that load may be one that is left out.)
    #[test]
    fn optimizing_changes_nothing(text in expression(), link in link(), everywhere: bool, start in packet()) {
        let mut packet = start;
        packet.resize(packet.len() + 400, 0);
        let wire = u32::try_from(packet.len()).expect("fits");
        let simple = requin_bpf::compile(&text, &options(link, everywhere, false));
        let short = requin_bpf::compile(&text, &options(link, everywhere, true));
        match (simple, short) {
            (Ok(simple), Ok(short)) => {
                let Some(a) = reference(simple.insns(), &packet, wire) else { return Ok(()) };
                prop_assert_eq!(Some(a), reference(short.insns(), &packet, wire), "{}\n{}\n{}", text, simple.dump_d(), short.dump_d());
                // A register that keeps a value saves more than sharing code loses.
                prop_assert!(short.len() <= simple.len(), "{} > {}: {}", short.len(), simple.len(), text);
            }
            // What never matches is seen only when simplified.
            (Ok(simple), Err(error)) => {
                prop_assert_eq!(error.kind(), Kind::Never);
                prop_assert_eq!(simple.matches(&packet, wire), 0, "{}", text);
            }
            (Err(_), Ok(_)) | (Err(_), Err(_)) => {}
        }
    }

    /// Instructions of any sort are refused or run without panic.
    #[test]
    fn any_instructions_are_safe(
        insns in proptest::collection::vec(instruction(), 0..20),
        value: u32,
        packet in packet(),
        wire: u32,
    ) {
        let mut insns = insns;
        insns.extend(std::iter::repeat_n(Insn { code: code::RET_K, jt: 0, jf: 0, k: value }, 4));
        if let Ok(program) = Program::new(insns) {
            let expected = reference(program.insns(), &packet, wire).unwrap_or(0);
            prop_assert_eq!(program.matches(&packet, wire), expected, "{}", program.dump_d());
            prop_assert_eq!(program.dump_d().lines().count(), program.len());
            prop_assert_eq!(program.dump_dd().lines().count(), program.len());
        }
    }
}
