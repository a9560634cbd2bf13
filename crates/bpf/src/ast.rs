//! What an expression says, before any link type is looked at.

use std::net::Ipv6Addr;
use std::ops::Range;

/// A protocol that can qualify a primitive or stand alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Proto {
    Link,
    Ip,
    Ip6,
    Arp,
    Rarp,
    Sctp,
    Tcp,
    Udp,
    Icmp,
    Icmp6,
    Igmp,
    Igrp,
    Pim,
    Vrrp,
    Carp,
    Ah,
    Esp,
    Atalk,
    Aarp,
    Decnet,
    Lat,
    Sca,
    Moprc,
    Mopdl,
    Stp,
    Ipx,
    Netbeui,
    Iso,
    Esis,
    Isis,
    Clnp,
    IsisL1,
    IsisL2,
    IsisIih,
    IsisLsp,
    IsisSnp,
    IsisCsnp,
    IsisPsnp,
    Radio,
}

impl Proto {
    /// The protocol that a word names.
    pub fn of(word: &str) -> Option<Proto> {
        WORDS.iter().find(|(known, _)| *known == word).map(|&(_, proto)| proto)
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        WORDS.iter().find(|&&(_, proto)| proto == self).map_or("", |&(word, _)| word)
    }
}

const WORDS: &[(&str, Proto)] = &[
    ("ether", Proto::Link),
    ("link", Proto::Link),
    ("fddi", Proto::Link),
    ("tr", Proto::Link),
    ("wlan", Proto::Link),
    ("ppp", Proto::Link),
    ("slip", Proto::Link),
    ("ip", Proto::Ip),
    ("ip6", Proto::Ip6),
    ("arp", Proto::Arp),
    ("rarp", Proto::Rarp),
    ("sctp", Proto::Sctp),
    ("tcp", Proto::Tcp),
    ("udp", Proto::Udp),
    ("icmp", Proto::Icmp),
    ("icmp6", Proto::Icmp6),
    ("igmp", Proto::Igmp),
    ("igrp", Proto::Igrp),
    ("pim", Proto::Pim),
    ("vrrp", Proto::Vrrp),
    ("carp", Proto::Carp),
    ("ah", Proto::Ah),
    ("esp", Proto::Esp),
    ("atalk", Proto::Atalk),
    ("aarp", Proto::Aarp),
    ("decnet", Proto::Decnet),
    ("lat", Proto::Lat),
    ("sca", Proto::Sca),
    ("moprc", Proto::Moprc),
    ("mopdl", Proto::Mopdl),
    ("stp", Proto::Stp),
    ("ipx", Proto::Ipx),
    ("netbeui", Proto::Netbeui),
    ("iso", Proto::Iso),
    ("esis", Proto::Esis),
    ("es-is", Proto::Esis),
    ("isis", Proto::Isis),
    ("is-is", Proto::Isis),
    ("clnp", Proto::Clnp),
    ("l1", Proto::IsisL1),
    ("l2", Proto::IsisL2),
    ("iih", Proto::IsisIih),
    ("lsp", Proto::IsisLsp),
    ("snp", Proto::IsisSnp),
    ("csnp", Proto::IsisCsnp),
    ("psnp", Proto::IsisPsnp),
    ("radio", Proto::Radio),
];

/// Which of a packet's addresses or ports is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Dir {
    Src,
    Dst,
    Either,
    Both,
    Addr1,
    Addr2,
    Addr3,
    Addr4,
    Ra,
    Ta,
}

/// What an identifier is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Type {
    Host,
    Net,
    Port,
    PortRange,
    Gateway,
    Proto,
    ProtoChain,
}

impl Type {
    pub fn word(self) -> &'static str {
        match self {
            Type::Host => "host",
            Type::Net => "net",
            Type::Port => "port",
            Type::PortRange => "portrange",
            Type::Gateway => "gateway",
            Type::Proto => "proto",
            Type::ProtoChain => "protochain",
        }
    }
}

/// The qualifiers before an identifier. `None` where nothing was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Quals {
    pub proto: Option<Proto>,
    pub dir: Option<Dir>,
    pub kind: Option<Type>,
}

/// An identifier.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Num(u32),
    /// Two to four numbers with dots.
    Dotted(String),
    /// A network with the length of its mask.
    Cidr(String, u32),
    /// A network with its mask.
    Masked(String, String),
    V6(Ipv6Addr),
    V6Cidr(Ipv6Addr, u32),
    Mac([u8; 6]),
    Name(String),
}

/// Arithmetic.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Arith {
    Num(u32),
    Len,
    /// `proto[index:size]`
    Load {
        proto: Proto,
        index: Box<Arith>,
        size: u32,
        span: Range<usize>,
    },
    Neg(Box<Arith>),
    Bin {
        op: crate::expr::Op,
        a: Box<Arith>,
        b: Box<Arith>,
        span: Range<usize>,
    },
}

/// How two numbers are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rel {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

/// A single question about a packet.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Prim {
    Id {
        quals: Quals,
        value: Value,
    },
    Proto(Proto),
    Compare {
        a: Arith,
        rel: Rel,
        b: Arith,
    },
    Broadcast(Option<Proto>),
    Multicast(Option<Proto>),
    Less(u32),
    Greater(u32),
    /// `byte index op value`
    Byte {
        index: u32,
        op: &'static str,
        value: u32,
    },
    Inbound,
    Outbound,
    IfIndex(u32),
    Vlan(Option<u32>),
    Mpls(Option<u32>),
    PppoeDiscovery,
    PppoeSession(Option<u32>),
    Geneve(Option<u32>),
    Llc(Option<String>),
    WlanType {
        kind: Option<Value>,
        subtype: Option<Value>,
    },
    WlanDir(Value),
    /// Something that packets of the supported link types never say: of pf, ATM or MTP2.
    Foreign {
        word: String,
        needs: &'static str,
    },
}

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Ast {
    Prim(Prim, Range<usize>),
    Not(Box<Ast>),
    /// The first, then each of the others joined by `and` (true) or `or` (false), from the left.
    Chain(Box<Ast>, Vec<(bool, Ast)>),
}
