//! What the tags of a message stand for, and how their values are read (QUIC Crypto, revision of 2016, and what came
//! with later versions).

use super::hello::{self, MOST_NESTED};
use super::*;
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Value};

/// A tag that is known.
pub(super) struct Tag {
    tag: [u8; 4],
    pub name: &'static str,
    read: Read,
}

/// How a value is read.
#[derive(Clone, Copy)]
enum Read {
    /// Text, which also stands in the tag's line.
    Text(Field),
    /// Whatever it is.
    Bytes(Field),
    /// So many bytes.
    Block(Field, usize),
    /// A number of so many bytes.
    Number(Field, usize),
    /// The same, which also stands in the tag's line.
    Said(Field),
    /// As many numbers of eight bytes as there is room for.
    Numbers(Field),
    /// Words of four letters, with what they mean.
    Words(Field, Words),
    Reasons,
    Keys,
    Config,
    Address,
    Date,
}

impl Read {
    /// Bytes that a value needs at least.
    fn least(self) -> usize {
        match self {
            Read::Block(_, n) | Read::Number(_, n) => n,
            Read::Said(_) => 4,
            Read::Date => 8,
            Read::Address => 4,
            Read::Text(_) | Read::Bytes(_) | Read::Numbers(_) | Read::Words(..) => 0,
            Read::Reasons | Read::Keys | Read::Config => 0,
        }
    }
}

/// What stands behind a word of four letters, and where.
#[derive(Clone, Copy)]
enum Words {
    /// Nothing, nowhere.
    Bare,
    /// The words themselves are in the tag's line.
    Said,
    /// The first word alone is read.
    First,
    /// Names, of which the tag's line speaks.
    Named(&'static [(&'static [u8; 4], &'static str)]),
}

const AEADS: &[(&[u8; 4], &str)] = &[
    (b"AESG", "AES-GCM with a 12-byte tag and IV"),
    (b"S20P", "Salsa20 with Poly1305"),
    (b"CC12", "Salsa20 with Poly1305"),
];
const EXCHANGES: &[(&[u8; 4], &str)] = &[(b"C255", "Curve25519"), (b"P256", "P-256")];

const fn tag(tag: &[u8; 4], name: &'static str, read: Read) -> Tag {
    Tag { tag: *tag, name, read }
}

static TAGS: [Tag; 46] = [
    tag(b"PAD\0", "Padding", Read::Bytes(TAG_PAD)),
    tag(b"SNI\0", "Server Name Indication", Read::Text(TAG_SNI)),
    tag(b"VER\0", "Version", Read::Words(TAG_VER, Words::Said)),
    tag(b"CCS\0", "Common Certificate Sets", Read::Numbers(TAG_CCS)),
    tag(b"UAID", "Client's User Agent ID", Read::Text(TAG_UAID)),
    tag(b"PDMD", "Proof Demand", Read::Text(TAG_PDMD)),
    tag(b"STK\0", "Source Address Token", Read::Bytes(TAG_STK)),
    tag(b"SNO\0", "Server nonce", Read::Bytes(TAG_SNO)),
    tag(b"PROF", "Proof (Signature)", Read::Bytes(TAG_PROF)),
    tag(b"SCFG", "Server Config", Read::Config),
    tag(b"RREJ", "Reasons for server sending", Read::Reasons),
    tag(b"CRT\xff", "Certificate chain", Read::Bytes(TAG_CRT)),
    tag(b"AEAD", "Authenticated encryption algorithms", Read::Words(TAG_AEAD, Words::Named(AEADS))),
    tag(b"SCID", "Server config ID", Read::Bytes(TAG_SCID)),
    tag(b"PUBS", "Public value", Read::Keys),
    tag(b"KEXS", "Key exchange algorithms", Read::Words(TAG_KEXS, Words::Named(EXCHANGES))),
    tag(b"OBIT", "Server Orbit", Read::Bytes(TAG_OBIT)),
    tag(b"EXPY", "Expiry", Read::Number(TAG_EXPY, 8)),
    tag(b"NONC", "Client Nonce", Read::Block(TAG_NONC, 32)),
    tag(b"MSPC", "Max streams per connection", Read::Said(TAG_MSPC)),
    tag(b"TCID", "Connection ID truncation", Read::Number(TAG_TCID, 4)),
    tag(b"SRBF", "Socket receive buffer", Read::Number(TAG_SRBF, 4)),
    tag(b"ICSL", "Idle connection state", Read::Number(TAG_ICSL, 4)),
    tag(b"SCLS", "Silently close on timeout", Read::Number(TAG_SCLS, 4)),
    tag(b"COPT", "Connection options", Read::Words(TAG_COPT, Words::Bare)),
    tag(b"CCRT", "Cached certificates", Read::Bytes(TAG_CCRT)),
    tag(b"IRTT", "Estimated initial RTT", Read::Said(TAG_IRTT)),
    tag(b"CFCW", "Initial session/connection", Read::Said(TAG_CFCW)),
    tag(b"SFCW", "Initial stream flow control", Read::Said(TAG_SFCW)),
    tag(b"CETV", "Client encrypted tag-value", Read::Bytes(TAG_CETV)),
    tag(b"XLCT", "Expected leaf certificate", Read::Block(TAG_XLCT, 8)),
    tag(b"NONP", "Client Proof Nonce", Read::Block(TAG_NONP, 32)),
    tag(b"CSCT", "Signed cert timestamp (RFC6962) of leaf cert", Read::Bytes(TAG_CSCT)),
    tag(b"CTIM", "Client Timestamp", Read::Date),
    tag(b"RNON", "Public Reset Nonce Proof", Read::Number(TAG_RNON, 8)),
    tag(b"RSEQ", "Rejected Packet Number", Read::Number(TAG_RSEQ, 8)),
    tag(b"CADR", "Client Address", Read::Address),
    tag(b"MIDS", "Max incoming dynamic streams", Read::Said(TAG_MIDS)),
    tag(b"FHOL", "Force Head Of Line blocking", Read::Said(TAG_FHOL)),
    tag(b"STTL", "Server Config TTL", Read::Number(TAG_STTL, 8)),
    tag(b"SMHL", "Support Max Header List (size)", Read::Said(TAG_SMHL)),
    tag(b"TBKP", "Token Binding Key Params", Read::Words(TAG_TBKP, Words::First)),
    tag(b"QLVE", "Legacy Version Encapsulation", Read::Bytes(TAG_QLVE)),
    tag(b"CGST", "Congestion Control Feedback Type", Read::Bytes(TAG_CGST)),
    tag(b"EPID", "Endpoint Identifier", Read::Text(TAG_EPID)),
    tag(b"SRST", "Stateless Reset Token", Read::Bytes(TAG_SRST)),
];

/// What is known of `tag`.
pub(super) fn find(tag: &[u8; 4]) -> Option<&'static Tag> {
    TAGS.iter().find(|t| t.tag == *tag)
}

impl Tag {
    /// Whether the value is text, which stands in the tag's line.
    pub(super) fn is_text(&self) -> bool {
        matches!(self.read, Read::Text(_))
    }
}

/// Reads the `value` of a tag, `item` is its line.
pub(super) fn value<S: Sink>(
    cx: &mut Cx<'_, S>,
    tag: &Tag,
    item: Item,
    mut c: Cursor<'_>,
    depth: u8,
) -> Step {
    // A number or nonce that has no room is nothing that is known.
    if c.left() < tag.read.least() {
        cx.expert(TAG_UNKNOWN_DATA, Item::NONE, c.span(c.left()));
        return Ok(());
    }
    match tag.read {
        Read::Text(field) => {
            let at = c.span(c.left());
            cx.add(field, at, Value::Str(at));
            return Ok(());
        }
        Read::Bytes(field) => {
            let n = c.left();
            cx.bytes(field, &mut c, n)?;
        }
        Read::Block(field, n) => {
            cx.bytes(field, &mut c, n)?;
        }
        Read::Number(field, n) => {
            cx.uint_le(field, &mut c, n)?;
        }
        Read::Said(field) => {
            let n = cx.u32_le(field, &mut c)?;
            cx.append(item, |o| _ = o.s(": ").u(u64::from(n)));
        }
        Read::Numbers(field) => {
            while c.left() >= 8 {
                cx.u64(field, &mut c)?;
            }
        }
        Read::Words(field, words) => self::words(cx, field, words, item, &mut c)?,
        Read::Reasons => {
            while c.left() >= 4 {
                let code = cx.u32_le(TAG_RREJ, &mut c)?;
                let name = TAG_RREJ_NAMES.find(u64::from(code)).unwrap_or("Unknown");
                cx.append(item, |o| _ = o.s(", Code ").s(name));
            }
        }
        // A number of two bytes, then the key, three bytes at a time.
        Read::Keys => {
            if c.left() >= 2 {
                cx.uint_le(TAG_PUBS, &mut c, 2)?;
            }
            while c.left() >= 3 {
                cx.uint_le(TAG_PUBS, &mut c, 3)?;
            }
        }
        Read::Config => {
            if c.is_empty() {
                return Ok(());
            }
            cx.field(TAG_SCFG, &mut c, 4)?;
            let count = cx.u32_le(TAG_SCFG_NUMBER, &mut c)?;
            if depth < MOST_NESTED {
                return hello::list(cx, c, count, depth + 1);
            }
        }
        Read::Address => address(cx, &mut c)?,
        Read::Date => {
            let [s0, s1, s2, s3, n0, n1, n2, n3] = *c.peek_array::<8>()?;
            let time = Value::Time(
                u32::from_le_bytes([s0, s1, s2, s3]).into(),
                u32::from_le_bytes([n0, n1, n2, n3]),
            );
            cx.add(TAG_CTIM, c.span(8), time);
            c.skip(8)?;
        }
    }
    if !c.is_empty() {
        cx.expert(TAG_UNKNOWN_DATA, Item::NONE, c.span(c.left()));
    }
    Ok(())
}

fn words<S: Sink>(cx: &mut Cx<'_, S>, field: Field, words: Words, item: Item, c: &mut Cursor<'_>) -> Step {
    let mut before = ": ";
    while c.left() >= 4 {
        let word = *c.peek_array::<4>()?;
        let at = cx.add(field, c.span(4), Value::Str(c.span(4)));
        c.skip(4)?;
        match words {
            Words::Bare => {}
            Words::Said | Words::First => cx.append(item, |o| _ = o.s(before).text(&word)),
            Words::Named(names) => {
                let name = names.iter().find(|n| *n.0 == word).map_or("Unknown", |n| n.1);
                cx.append(at, |o| _ = o.s(" (").s(name).s(")"));
                cx.append(item, |o| _ = o.s(", ").s(name));
            }
        }
        if matches!(words, Words::First) {
            break;
        }
        before = ", ";
    }
    Ok(())
}

/// The client's address as the server sees it.
fn address<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    match cx.uint_le(TAG_CADR_TYPE, c, 2)? {
        2 => _ = cx.field(TAG_CADR_IPV4, c, 4)?,
        10 => _ = cx.field(TAG_CADR_IPV6, c, 16)?,
        _ => {
            let n = c.left().saturating_sub(2);
            cx.bytes(TAG_CADR_ADDR, c, n)?;
        }
    }
    cx.uint_le(TAG_CADR_PORT, c, 2)?;
    Ok(())
}

/// A tag that is not known: its value as it stands.
pub(super) fn unknown<S: Sink>(cx: &mut Cx<'_, S>, tag: [u8; 4], mut c: Cursor<'_>) -> Step {
    let at = c.span(0);
    let n = c.left();
    cx.bytes(TAG_UNKNOWN, &mut c, n)?;
    cx.expert_with(TAG_UNDECODED, Item::NONE, at, |o| {
        o.s("Dissector for (Google) QUIC Tag ");
        hello::spelled(o, tag);
        o.s(" (Unknown) code not implemented, Contact Wireshark developers if you want this supported");
    });
    Ok(())
}
