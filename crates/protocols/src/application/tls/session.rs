//! What a conversation has agreed on so far.
//!
//! It is read from the conversation's facts when there are any, and is kept up while the records of a
//! packet go by, so that records in one packet know of each other even without facts.

use super::hello;
use requin_wire::TransportFacts;

/// Protocols above TLS, as the tree names them, with how they are found: server ports (those where TLS is
/// asked for in the protocol itself too), names in ALPN.
/// Several names in ALPN are separated by spaces; a name that ends in `*` is a prefix.
const APPS: &[(&str, &[u16], &str)] = &[
    ("", &[], ""),
    ("Hypertext Transfer Protocol", &[443], "http/1.*"),
    ("HyperText Transfer Protocol 2", &[], "h2 h2-14 h2-15 h2-16"),
    ("SPDY", &[], "spdy/*"),
    ("Simple Mail Transfer Protocol", &[465, 25, 587], ""),
    ("Lightweight Directory Access Protocol", &[636, 389], ""),
    ("Modbus/TCP", &[802], ""),
    ("Domain Name System", &[853], "dot doq"),
    ("Internet Message Access Protocol", &[993, 143], "imap"),
    ("Post Office Protocol", &[995, 110], "pop3"),
    ("Session Initiation Protocol", &[5061], "sip/2"),
    ("MQ Telemetry Transport Protocol", &[8883], "mqtt"),
    ("Advanced Message Queuing Protocol", &[5671], ""),
    ("Diameter Protocol", &[5868], ""),
    ("Constrained Application Protocol", &[5684], "coap"),
    ("RPKI-Router Protocol", &[324], ""),
    ("Q.931", &[1300], ""),
    ("EtherNet/IP (Industrial Protocol)", &[2221], ""),
    ("Skinny Client Control Protocol", &[2443], ""),
    ("DoIP (ISO13400) Protocol", &[3496], ""),
    ("Distributed Network Protocol 3.0", &[19999], ""),
    ("Couchbase Protocol", &[11207], ""),
    ("Mongo Wire Protocol", &[27017], ""),
    ("TPKT - ISO on TCP - RFC1006", &[3389], ""),
    ("File Transfer Protocol (FTP)", &[21], "ftp"),
    ("XMPP Protocol", &[5222, 5269], "xmpp-client xmpp-server"),
    ("MySQL Protocol", &[3306], ""),
    ("PostgreSQL", &[5432], "postgresql"),
    ("SMB2 (Server Message Block Protocol version 2)", &[], "smb"),
    ("Network News Transfer Protocol", &[119], "nntp"),
    ("Internet Relay Chat", &[], "irc"),
    ("Tabular Data Stream", &[], "tds/8.0"),
    ("Connectionless Lightweight Directory Access Protocol", &[], ""),
    ("Hypertext Transfer Protocol Version 3", &[], "h3 h3-29"),
];

/// What was agreed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// Protocol version, 0 when not known: 0x0304 for all drafts of TLS 1.3.
    pub version: u16,
    /// Which draft of TLS 1.3, 0 for none.
    pub draft: u8,
    /// Number in the list of protocols above, 0 for none.
    pub app: u8,
    /// Which direction the frame goes: 0 that of the conversation's first frame.
    pub way: usize,
    /// Whether ChangeCipherSpec went by, in each direction.
    pub ccs: [bool; 2],
    /// Whether the frame comes from the server.
    pub from_server: bool,
    /// Whether the client is who sent the conversation's first frame, when that is known.
    pub client_first: Option<bool>,
    /// Whether the server seems to take up an old session: its hello was not followed by its being done.
    pub resumed: bool,
    /// The cipher suite that the server chose.
    pub suite: u16,
    /// Length of connection identifiers in DTLS: from the client, from the server.
    pub cid: [Option<u8>; 2],
    /// Bytes of a record that goes on in the next segment, in each direction.
    pub left: [u16; 2],
    /// How many bytes there are behind what is being shown.
    pub behind: usize,
}

/// Version of TLS 1.3.
pub const TLS13: u16 = 0x0304;

/// Versions by the number they are remembered with.
const VERSIONS: [u16; 13] =
    [0, 2, 0x0300, 0x0301, 0x0302, 0x0303, TLS13, 0x0101, 0x0100, 0xfeff, 0xfefd, 0xfefc, 0];

impl Session {
    /// From what the conversation remembers. `source_listens` tells whether the source port is one that
    /// servers listen on, for conversations whose beginning was not seen.
    #[must_use]
    pub fn load(facts: Option<&TransportFacts>, source_listens: bool) -> Session {
        let Some(f) = facts else { return Session { from_server: source_listens, ..Session::default() } };
        Session::read(f.state, f.forward, source_listens)
    }

    /// From the words that were remembered.
    #[must_use]
    pub fn read([a, b]: [u64; 2], forward: bool, source_listens: bool) -> Session {
        let bits = |from: u32, n: u32| a >> from & ((1 << n) - 1);
        let bit = |n: u32| bits(n, 1) != 0;
        let client_first = bit(4).then(|| bit(5));
        let cid = |at: u32| bit(at).then(|| bits(at + 1, 5) as u8);
        Session {
            version: VERSIONS.get(bits(0, 4) as usize).copied().unwrap_or(0),
            client_first,
            from_server: client_first.map_or(source_listens, |first| first != forward),
            way: usize::from(!forward),
            ccs: [bit(6), bit(7)],
            resumed: bit(8),
            draft: bits(9, 8) as u8,
            app: bits(17, 6) as u8,
            suite: bits(23, 16) as u16,
            cid: [cid(39), cid(45)],
            left: [b as u16, (b >> 16) as u16],
            behind: 0,
        }
    }

    /// For the conversation to remember.
    #[must_use]
    pub fn store(&self) -> [u64; 2] {
        let bit = |v: bool, n: u32| u64::from(v) << n;
        let cid = |v: Option<u8>, n: u32| v.map_or(0, |v| 1 | u64::from(v.min(31)) << 1) << n;
        let version = VERSIONS.iter().position(|v| *v == self.version).unwrap_or(0) as u64;
        let a = version
            | bit(self.client_first.is_some(), 4)
            | bit(self.client_first == Some(true), 5)
            | bit(self.ccs[0], 6)
            | bit(self.ccs[1], 7)
            | bit(self.resumed, 8)
            | u64::from(self.draft) << 9
            | u64::from(self.app & 63) << 17
            | u64::from(self.suite) << 23
            | cid(self.cid[0], 39)
            | cid(self.cid[1], 45);
        [a, u64::from(self.left[0]) | u64::from(self.left[1]) << 16]
    }

    /// Takes a version that a message names, when it is one: 0x7fXX and 0xfbXX are drafts of TLS 1.3.
    pub fn set_version(&mut self, version: u16, dtls: bool) {
        let draft = draft_of(version);
        let version = if draft != 0 { TLS13 } else { version };
        let known = if dtls {
            matches!(version, 0x0100 | 0xfefc..=0xfeff)
        } else {
            (0x0300..=TLS13).contains(&version) || version == 0x0101
        };
        if known {
            self.version = version;
            self.draft = draft;
        }
    }

    /// Whether TLS 1.3 or DTLS 1.3 was agreed on.
    #[must_use]
    pub fn is_13(&self) -> bool {
        matches!(self.version, TLS13 | 0xfefc)
    }

    /// Who sent the frame: 0 the client, 1 the server.
    #[must_use]
    pub fn side(&self) -> usize {
        usize::from(self.from_server)
    }

    /// Whether what this side sends is encrypted.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.ccs.get(self.way).copied().unwrap_or(false)
    }

    /// Notes a ChangeCipherSpec, which means nothing in TLS 1.3.
    pub fn change_cipher_spec(&mut self) {
        let new = self.is_13();
        if let Some(ccs) = self.ccs.get_mut(self.way).filter(|_| !new) {
            *ccs = true;
        }
    }

    /// Notes a client hello: a new beginning.
    pub fn client_hello(&mut self, forward: Option<bool>) {
        self.from_server = false;
        self.client_first = forward;
        self.ccs = [false; 2];
        self.resumed = false;
    }

    /// Notes a server hello: version, cipher suite, ALPN.
    pub fn server_hello(&mut self, forward: Option<bool>, body: &[u8], dtls: bool) {
        self.from_server = true;
        self.client_first = forward.map(|f| !f);
        let found = hello::scan_server(body);
        self.set_version(found.version, dtls);
        self.suite = found.suite;
        // Taken back when the server says that its hello is done: then keys are made anew.
        self.resumed = !self.is_13();
        if let Some(app) = found.alpn.and_then(app_of_alpn) {
            self.app = app;
        }
    }

    /// The protocol above as the tree names it; ports decide where no negotiation did.
    #[must_use]
    pub fn app_name(&self, ports: requin_wire::Ports) -> Option<&'static str> {
        let n = if self.app != 0 { usize::from(self.app) } else { app_of_port(ports)? };
        APPS.get(n).map(|a| a.0).filter(|n| !n.is_empty())
    }
}

/// The draft that a version number stands for, 0 for none.
#[must_use]
pub fn draft_of(version: u16) -> u8 {
    match version >> 8 {
        0x7f | 0xfb => version as u8,
        _ => 0,
    }
}

fn app_of_port(ports: requin_wire::Ports) -> Option<usize> {
    let find = |port| APPS.iter().position(|a| a.1.contains(&port));
    find(ports.dst).or_else(|| find(ports.src))
}

/// The protocol above that a name in ALPN stands for.
#[must_use]
pub fn app_of_alpn(name: &[u8]) -> Option<u8> {
    let fits = |pattern: &str| match pattern.strip_suffix('*') {
        Some(prefix) => name.starts_with(prefix.as_bytes()),
        None => name == pattern.as_bytes(),
    };
    APPS.iter().position(|a| a.2.split(' ').any(|p| !p.is_empty() && fits(p))).map(|n| n as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_survives_being_remembered() {
        let s = Session {
            version: 0x0303,
            draft: 23,
            app: 7,
            ccs: [false, true],
            client_first: Some(true),
            from_server: true,
            way: 1,
            resumed: true,
            suite: 0xc02f,
            cid: [None, Some(8)],
            left: [18000, 3],
            behind: 0,
        };
        let facts = TransportFacts { state: s.store(), forward: false, ..TransportFacts::default() };
        assert_eq!(Session::load(Some(&facts), false), s);
        assert_eq!(Session::read([0; 2], true, false), Session::default());
    }

    #[test]
    fn protocols_above() {
        assert_eq!(app_of_alpn(b"spdy/3.1").map(|n| APPS[usize::from(n)].0), Some("SPDY"));
        assert_eq!(app_of_alpn(b"h2").map(|n| APPS[usize::from(n)].0), Some("HyperText Transfer Protocol 2"));
        assert_eq!(app_of_alpn(b""), None);
        let s = Session::default();
        assert_eq!(s.app_name(requin_wire::Ports { src: 853, dst: 40000 }), Some("Domain Name System"));
        assert_eq!(s.app_name(requin_wire::Ports { src: 40001, dst: 40000 }), None);
    }
}
