//! The grammar of pcap-filter(7).

mod arith;

use crate::ast::{Ast, Dir, Prim, Proto, Quals, Type, Value};
use crate::error::Error;
use crate::lex::{self, Tok, Token};
use std::ops::Range;

/// How deep brackets and negations may be nested.
const DEEPEST: usize = 100;

/// Words with a meaning of their own besides the names of protocols.
const KEYWORDS: &[&str] = &[
    "and",
    "or",
    "not",
    "src",
    "dst",
    "host",
    "net",
    "mask",
    "port",
    "portrange",
    "proto",
    "protochain",
    "gateway",
    "broadcast",
    "multicast",
    "less",
    "greater",
    "byte",
    "inbound",
    "outbound",
    "ifindex",
    "vlan",
    "mpls",
    "pppoed",
    "pppoes",
    "geneve",
    "llc",
    "type",
    "subtype",
    "direction",
    "dir",
    "addr1",
    "addr2",
    "addr3",
    "addr4",
    "address1",
    "address2",
    "address3",
    "address4",
    "ra",
    "ta",
    "len",
    "length",
    "on",
    "ifname",
    "rnr",
    "rulenum",
    "srnr",
    "subrulenum",
    "rset",
    "ruleset",
    "reason",
    "action",
    "vpi",
    "vci",
    "lane",
    "oamf4s",
    "oamf4e",
    "oamf4",
    "oam",
    "metac",
    "bcc",
    "sc",
    "ilmic",
    "connectmsg",
    "metaconnect",
    "fisu",
    "lssu",
    "lsu",
    "msu",
    "hfisu",
    "hlssu",
    "hmsu",
    "sio",
    "opc",
    "dpc",
    "sls",
    "hsio",
    "hopc",
    "hdpc",
    "hsls",
];

/// Parses an expression. `None` is the empty one, which takes every packet.
pub(crate) fn parse(text: &str) -> Result<Option<Ast>, Error> {
    let tokens = lex::lex(text)?;
    if tokens.is_empty() {
        return Ok(None);
    }
    let mut parser = Parser { tokens, at: 0, end: text.len(), depth: 0, last: None };
    let ast = parser.expression()?;
    match parser.tokens.get(parser.at) {
        None => Ok(Some(ast)),
        Some(token) => {
            let reason = match &token.tok {
                Tok::Op(")") => "this bracket closes nothing".to_owned(),
                _ => format!("expected 'and' or 'or' before {}", describe(&token.tok)),
            };
            Err(Error::syntax(token.span.clone(), reason))
        }
    }
}

fn describe(tok: &Tok) -> String {
    match tok {
        Tok::Num(n) => format!("the number {n}"),
        Tok::Dotted(text) => format!("'{text}'"),
        Tok::V6(address) => format!("'{address}'"),
        Tok::Mac(_) => "a MAC address".to_owned(),
        Tok::Arc => "an ARCNET address".to_owned(),
        Tok::Id { text, .. } => format!("'{}'", text.escape_default()),
        Tok::Op(op) => format!("'{op}'"),
    }
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    end: usize,
    depth: usize,
    /// The qualifiers of the last primitive, which an identifier alone takes over. `None` if that had none.
    last: Option<Quals>,
}

impl Parser {
    fn peek(&self) -> Option<&Tok> {
        self.tokens.get(self.at).map(|token| &token.tok)
    }

    fn peek_at(&self, ahead: usize) -> Option<&Tok> {
        self.tokens.get(self.at.saturating_add(ahead)).map(|token| &token.tok)
    }

    /// The bytes of the next token, or the end of the text.
    fn span(&self) -> Range<usize> {
        self.tokens.get(self.at).map_or(self.end..self.end, |token| token.span.clone())
    }

    fn since(&self, start: usize) -> Range<usize> {
        let from = self.tokens.get(start).map_or(self.end, |token| token.span.start);
        let to = self.at.checked_sub(1).and_then(|i| self.tokens.get(i)).map_or(from, |token| token.span.end);
        from..to.max(from)
    }

    fn skip(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    /// The next token if it is a word that is no name: a keyword or a protocol.
    fn word(&self, ahead: usize) -> Option<&str> {
        match self.peek_at(ahead) {
            Some(Tok::Id { text, escaped: false }) if KEYWORDS.contains(&text.as_str()) => Some(text),
            Some(Tok::Id { text, escaped: false }) if Proto::of(text).is_some() => Some(text),
            _ => None,
        }
    }

    fn take_word(&mut self, word: &str) -> bool {
        let found = self.word(0) == Some(word);
        if found {
            self.skip();
        }
        found
    }

    fn take_op(&mut self, op: &str) -> bool {
        let found = matches!(self.peek(), Some(Tok::Op(next)) if *next == op);
        if found {
            self.skip();
        }
        found
    }

    fn expected(&self, what: &str) -> Error {
        match self.peek() {
            Some(tok) => Error::syntax(self.span(), format!("expected {what} instead of {}", describe(tok))),
            None => Error::syntax(self.span(), format!("expected {what} at the end")),
        }
    }

    fn deeper(&mut self) -> Result<(), Error> {
        self.depth = self.depth.saturating_add(1);
        if self.depth > DEEPEST {
            return Err(Error::syntax(self.span(), format!("brackets are nested more than {DEEPEST} deep")));
        }
        Ok(())
    }

    fn connective(&mut self) -> Option<bool> {
        let and = match (self.peek(), self.word(0)) {
            (Some(Tok::Op("&&")), _) | (_, Some("and")) => true,
            (Some(Tok::Op("||")), _) | (_, Some("or")) => false,
            _ => return None,
        };
        self.skip();
        Some(and)
    }

    fn expression(&mut self) -> Result<Ast, Error> {
        let first = self.term()?;
        let mut rest = Vec::new();
        while let Some(and) = self.connective() {
            rest.push((and, self.term()?));
        }
        Ok(if rest.is_empty() { first } else { Ast::Chain(Box::new(first), rest) })
    }

    fn takes_not(&mut self) -> bool {
        self.take_op("!") || self.take_word("not")
    }

    fn term(&mut self) -> Result<Ast, Error> {
        if self.takes_not() {
            self.deeper()?;
            let inner = self.term()?;
            self.depth = self.depth.saturating_sub(1);
            return Ok(Ast::Not(Box::new(inner)));
        }
        let start = self.at;
        // A bracket can open arithmetic or a group; only trying tells.
        let mut arithmetic_error = None;
        if self.starts_arithmetic() {
            match self.comparison() {
                Ok(prim) => {
                    self.last = None;
                    return Ok(Ast::Prim(prim, self.since(start)));
                }
                // Only a bracket can still be something else.
                Err(error) if self.tokens.get(start).is_none_or(|token| token.tok != Tok::Op("(")) => {
                    return Err(error);
                }
                Err(error) => {
                    arithmetic_error = Some((self.at, error));
                    self.at = start;
                }
            }
        }
        let result = if self.take_op("(") { self.group() } else { self.primitive() };
        match (result, arithmetic_error) {
            // Of two ways that failed, the one that got further is what was meant.
            (Err(error), Some((reached, other))) => {
                Err(if reached > self.at || other.span().start > error.span().start { other } else { error })
            }
            (result, _) => result,
        }
    }

    fn group(&mut self) -> Result<Ast, Error> {
        self.deeper()?;
        let inner = self.expression()?;
        if !self.take_op(")") {
            return Err(self.expected("')'"));
        }
        self.depth = self.depth.saturating_sub(1);
        Ok(inner)
    }

    /// An identifier: something that qualifiers can stand before.
    fn identifier(&mut self) -> Result<Option<Value>, Error> {
        let value = match self.peek() {
            Some(&Tok::Num(n)) => Value::Num(n),
            Some(Tok::Dotted(text)) => Value::Dotted(text.clone()),
            Some(&Tok::V6(address)) => Value::V6(address),
            Some(&Tok::Mac(mac)) => Value::Mac(mac),
            Some(Tok::Arc) => {
                return Err(Error::link(self.span(), "ARCNET addresses are for ARCNET links only"));
            }
            Some(Tok::Id { text, .. }) if self.word(0).is_none() => Value::Name(text.clone()),
            _ => return Ok(None),
        };
        self.skip();
        let value = match value {
            Value::Dotted(_) | Value::Num(_) | Value::V6(_) if self.take_op("/") => {
                let Some(&Tok::Num(length)) = self.peek() else {
                    return Err(self.expected("the length of the mask in bits"));
                };
                let most = if matches!(value, Value::V6(_)) { 128 } else { 32 };
                if length > most {
                    return Err(Error::syntax(self.span(), format!("mask length must be <= {most}")));
                }
                self.skip();
                match value {
                    Value::V6(address) => Value::V6Cidr(address, length),
                    Value::Num(n) => Value::Cidr(n.to_string(), length),
                    Value::Dotted(text) => Value::Cidr(text, length),
                    other => other,
                }
            }
            Value::Dotted(_) | Value::Num(_) if self.take_word("mask") => {
                let mask = match self.peek() {
                    Some(Tok::Dotted(text)) => text.clone(),
                    Some(Tok::Num(n)) => n.to_string(),
                    _ => return Err(self.expected("a mask such as 255.255.0.0")),
                };
                self.skip();
                match value {
                    Value::Num(n) => Value::Masked(n.to_string(), mask),
                    Value::Dotted(text) => Value::Masked(text, mask),
                    other => other,
                }
            }
            other => other,
        };
        Ok(Some(value))
    }

    /// Identifiers after qualifiers: one, negated, or several in brackets.
    fn identifiers(&mut self, quals: Quals, start: usize) -> Result<Ast, Error> {
        if self.takes_not() {
            self.deeper()?;
            let inner = self.identifiers(quals, self.at)?;
            self.depth = self.depth.saturating_sub(1);
            return Ok(Ast::Not(Box::new(inner)));
        }
        if self.take_op("(") {
            self.deeper()?;
            let first = self.identifiers(quals, self.at)?;
            let mut rest = Vec::new();
            while let Some(and) = self.connective() {
                // A primitive of its own may follow the identifiers.
                let next =
                    if self.starts_identifier() { self.identifiers(quals, self.at)? } else { self.term()? };
                rest.push((and, next));
            }
            if !self.take_op(")") {
                return Err(self.expected("')'"));
            }
            self.depth = self.depth.saturating_sub(1);
            return Ok(if rest.is_empty() { first } else { Ast::Chain(Box::new(first), rest) });
        }
        match self.identifier()? {
            Some(value) => {
                self.last = Some(quals);
                Ok(Ast::Prim(Prim::Id { quals, value }, self.since(start)))
            }
            None => {
                let what = match quals.kind {
                    None | Some(Type::Host | Type::Gateway) => "an address or a name",
                    Some(Type::Net) => "a network",
                    Some(Type::Port) => "a port",
                    Some(Type::PortRange) => "a range of ports such as 1000-2000",
                    Some(Type::Proto | Type::ProtoChain) => "a protocol",
                };
                Err(self.expected(what))
            }
        }
    }

    fn starts_identifier(&self) -> bool {
        let ahead = usize::from(matches!(self.peek(), Some(Tok::Op("!"))) || self.word(0) == Some("not"));
        match self.peek_at(ahead) {
            Some(Tok::Op("(")) => true,
            Some(Tok::Op(_)) | None => false,
            Some(Tok::Id { .. }) => self.word(ahead).is_none(),
            Some(_) => true,
        }
    }

    fn direction(&mut self) -> Option<Dir> {
        let dir = match (self.word(0)?, self.word(1), self.word(2)) {
            ("src", Some("or"), Some("dst")) | ("dst", Some("or"), Some("src")) => {
                self.skip();
                self.skip();
                Dir::Either
            }
            ("src", Some("and"), Some("dst")) | ("dst", Some("and"), Some("src")) => {
                self.skip();
                self.skip();
                Dir::Both
            }
            ("src", ..) => Dir::Src,
            ("dst", ..) => Dir::Dst,
            ("addr1" | "address1", ..) => Dir::Addr1,
            ("addr2" | "address2", ..) => Dir::Addr2,
            ("addr3" | "address3", ..) => Dir::Addr3,
            ("addr4" | "address4", ..) => Dir::Addr4,
            ("ra", ..) => Dir::Ra,
            ("ta", ..) => Dir::Ta,
            _ => return None,
        };
        self.skip();
        Some(dir)
    }

    fn number(&mut self) -> Result<u32, Error> {
        if self.take_op("(") {
            self.deeper()?;
            let inner = self.number()?;
            if !self.take_op(")") {
                return Err(self.expected("')'"));
            }
            self.depth = self.depth.saturating_sub(1);
            return Ok(inner);
        }
        match self.peek() {
            Some(&Tok::Num(n)) => {
                self.skip();
                Ok(n)
            }
            _ => Err(self.expected("a number")),
        }
    }

    fn optional_number(&mut self) -> Result<Option<u32>, Error> {
        let brackets = self.tokens.iter().skip(self.at).take_while(|t| t.tok == Tok::Op("(")).count();
        if matches!(self.peek_at(brackets), Some(Tok::Num(_)))
            && matches!(
                self.peek_at(brackets.saturating_add(1)),
                None | Some(Tok::Op(")" | "&&" | "||") | Tok::Id { .. })
            )
        {
            return self.number().map(Some);
        }
        Ok(None)
    }

    /// A number or a name.
    fn number_or_name(&mut self, what: &str) -> Result<Value, Error> {
        let value = match self.peek() {
            Some(&Tok::Num(n)) => Value::Num(n),
            Some(Tok::Id { text, .. }) => Value::Name(text.clone()),
            _ => return Err(self.expected(what)),
        };
        self.skip();
        Ok(value)
    }

    fn primitive(&mut self) -> Result<Ast, Error> {
        let start = self.at;
        let Some(word) = self.word(0).map(str::to_owned) else {
            // An identifier alone takes the qualifiers of the one before.
            if self.starts_identifier() {
                return match self.last {
                    Some(quals) => self.identifiers(quals, start),
                    None => {
                        let mut reason = format!(
                            "{} needs a word before it that says what it is",
                            self.peek().map(describe).unwrap_or_default()
                        );
                        if matches!(self.peek(), Some(Tok::Dotted(_) | Tok::V6(_) | Tok::Id { .. })) {
                            reason.push_str(", such as 'host'");
                        } else if matches!(self.peek(), Some(Tok::Num(_))) {
                            reason.push_str(", such as 'port'");
                        }
                        Err(Error::syntax(self.span(), reason))
                    }
                };
            }
            return Err(self.expected("a primitive such as 'host 10.0.0.1', 'port 80' or 'tcp'"));
        };
        if let Some(prim) = self.special(&word)? {
            self.last = None;
            return Ok(Ast::Prim(prim, self.since(start)));
        }
        let proto = Proto::of(&word);
        if proto.is_some() {
            self.skip();
            match self.word(0) {
                Some("broadcast") => {
                    self.skip();
                    self.last = None;
                    return Ok(Ast::Prim(Prim::Broadcast(proto), self.since(start)));
                }
                Some("multicast") => {
                    self.skip();
                    self.last = None;
                    return Ok(Ast::Prim(Prim::Multicast(proto), self.since(start)));
                }
                Some("type" | "subtype" | "dir" | "direction") => {
                    let inner = self.word(0).unwrap_or_default().to_owned();
                    if let Some(prim) = self.special(&inner)? {
                        self.last = None;
                        return Ok(Ast::Prim(prim, self.since(start)));
                    }
                }
                _ => {}
            }
        }
        let dir = self.direction();
        let kind = match self.word(0) {
            Some("host") => Some(Type::Host),
            Some("net") => Some(Type::Net),
            Some("port") => Some(Type::Port),
            Some("portrange") => Some(Type::PortRange),
            Some("gateway") => Some(Type::Gateway),
            Some("proto") => Some(Type::Proto),
            Some("protochain") => Some(Type::ProtoChain),
            _ => None,
        };
        if kind.is_some() {
            self.skip();
        }
        if let (Some(proto), None, None) = (proto, dir, kind) {
            self.last = None;
            if self.starts_identifier() && !matches!(self.peek(), Some(Tok::Op(_))) {
                return Err(
                    self.expected(&format!("'host', 'net', 'port', 'proto' or an operator after '{word}'"))
                );
            }
            return Ok(Ast::Prim(Prim::Proto(proto), self.since(start)));
        }
        if proto.is_none() && dir.is_none() && kind.is_none() {
            return Err(Error::syntax(self.span(), format!("'{word}' cannot stand here")));
        }
        let quals = Quals { proto, dir, kind };
        // After `proto`, a word that is a protocol's name can only be that name, escaped or not.
        if matches!(kind, Some(Type::Proto | Type::ProtoChain))
            && let Some(name) = self.word(0).filter(|word| Proto::of(word).is_some()).map(str::to_owned)
        {
            self.skip();
            self.last = Some(quals);
            return Ok(Ast::Prim(Prim::Id { quals, value: Value::Name(name) }, self.since(start)));
        }
        self.identifiers(quals, start)
    }

    /// Primitives that follow no pattern.
    fn special(&mut self, word: &str) -> Result<Option<Prim>, Error> {
        let at = self.at;
        self.skip();
        let prim = match word {
            "broadcast" => Prim::Broadcast(None),
            "multicast" => Prim::Multicast(None),
            "less" => Prim::Less(self.number()?),
            "greater" => Prim::Greater(self.number()?),
            "byte" => {
                let index = self.number()?;
                let op = match self.peek() {
                    Some(Tok::Op(op @ ("=" | "<" | ">" | "&" | "|"))) => *op,
                    _ => return Err(self.expected("one of = < > & |")),
                };
                self.skip();
                Prim::Byte { index, op, value: self.number()? }
            }
            "inbound" => Prim::Inbound,
            "outbound" => Prim::Outbound,
            "ifindex" => Prim::IfIndex(self.number()?),
            "vlan" => Prim::Vlan(self.optional_number()?),
            "mpls" => Prim::Mpls(self.optional_number()?),
            "pppoed" => Prim::PppoeDiscovery,
            "pppoes" => Prim::PppoeSession(self.optional_number()?),
            "geneve" => Prim::Geneve(self.optional_number()?),
            "llc" => {
                let kind = match self.peek() {
                    Some(Tok::Id { text, escaped: false }) if text == "rnr" || self.word(0).is_none() => {
                        Some(text.clone())
                    }
                    _ => None,
                };
                if kind.is_some() {
                    self.skip();
                }
                Prim::Llc(kind)
            }
            "type" => {
                let kind = Some(self.number_or_name("mgt, ctl or data")?);
                let subtype = if self.take_word("subtype") {
                    Some(self.number_or_name("an 802.11 subtype")?)
                } else {
                    None
                };
                Prim::WlanType { kind, subtype }
            }
            "subtype" => {
                Prim::WlanType { kind: None, subtype: Some(self.number_or_name("an 802.11 subtype")?) }
            }
            "dir" | "direction" => Prim::WlanDir(self.number_or_name("nods, tods, fromds or dstods")?),
            "on" | "ifname" | "rnr" | "rulenum" | "srnr" | "subrulenum" | "rset" | "ruleset" | "reason"
            | "action" => {
                self.number_or_name("a name or a number")?;
                Prim::Foreign { word: word.to_owned(), needs: "packets logged by pf" }
            }
            "vpi" | "vci" => {
                self.number()?;
                Prim::Foreign { word: word.to_owned(), needs: "raw ATM" }
            }
            "lane" | "oamf4s" | "oamf4e" | "oamf4" | "oam" | "metac" | "bcc" | "sc" | "ilmic"
            | "connectmsg" | "metaconnect" => Prim::Foreign { word: word.to_owned(), needs: "raw ATM" },
            "fisu" | "lssu" | "lsu" | "msu" | "hfisu" | "hlssu" | "hmsu" => {
                Prim::Foreign { word: word.to_owned(), needs: "MTP2" }
            }
            "sio" | "opc" | "dpc" | "sls" | "hsio" | "hopc" | "hdpc" | "hsls" => {
                self.number()?;
                Prim::Foreign { word: word.to_owned(), needs: "MTP2" }
            }
            _ => {
                self.at = at;
                return Ok(None);
            }
        };
        Ok(Some(prim))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaint(text: &str) -> (Range<usize>, String) {
        let error = parse(text).expect_err("no expression");
        (error.span(), error.reason().to_owned())
    }

    #[test]
    fn errors_point_at_their_place() {
        assert_eq!(complaint("ip[0:3] = 1"), (5..6, "data size must be 1, 2, or 4".to_owned()));
        assert_eq!(complaint("ip[0] / 0 = 1"), (0..9, "division by zero".to_owned()));
        assert_eq!(complaint("(ip").0, 3..3);
        assert_eq!(complaint("ip)"), (2..3, "this bracket closes nothing".to_owned()));
        assert_eq!(complaint("tcp port 80 90").0, 12..14);
        assert_eq!(
            complaint("10.0.0.1").1,
            "'10.0.0.1' needs a word before it that says what it is, such as 'host'"
        );
        assert_eq!(complaint("port"), (4..4, "expected a port at the end".to_owned()));
        assert_eq!(complaint("net 10.0.0.0/33"), (13..15, "mask length must be <= 32".to_owned()));
    }

    #[test]
    fn and_and_or_are_equally_strong() {
        let Ok(Some(Ast::Chain(_, rest))) = parse("ip or tcp and udp") else { panic!("a chain") };
        assert_eq!(rest.iter().map(|(and, _)| *and).collect::<Vec<_>>(), [false, true]);
    }

    #[test]
    fn qualifiers_are_taken_over() {
        let same = |a: &str, b: &str| {
            let strip =
                |text: &str| format!("{:?}", parse(text).expect("parses")).replace(char::is_numeric, "");
            assert_eq!(strip(a), strip(b), "{a}");
        };
        same("tcp dst port 21 or 22", "tcp dst port 21 or tcp dst port 22");
        same("not host 1.1.1.1 and 2.2.2.2", "not host 1.1.1.1 and host 2.2.2.2");
        assert!(parse("tcp and 80").is_err());
        assert!(parse("len > 5 and 80").is_err());
    }
}
