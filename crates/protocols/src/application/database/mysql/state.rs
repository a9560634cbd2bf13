//! What a packet is depends on what was asked and on the packets that came since.

use crate::application::tls;
use requin_wire::{Key, Past};

/// Capabilities (the upper half are the extended ones).
pub(super) mod caps {
    /// A database is named at login.
    pub const WITH_DB: u32 = 0x8;
    /// Packets are compressed after the login.
    pub const COMPRESS: u32 = 0x20;
    /// Protocol of 4.1.
    pub const PROTOCOL_41: u32 = 0x200;
    /// TLS follows.
    pub const SSL: u32 = 0x800;
    /// Passwords have their length before them.
    pub const SECURE: u32 = 0x8000;
    /// A method of authentication is named.
    pub const PLUGIN_AUTH: u32 = 0x8_0000;
    /// Attributes of the connection are sent.
    pub const ATTRIBUTES: u32 = 0x10_0000;
    /// OK packets tell what changed in the session.
    pub const SESSION_TRACK: u32 = 0x80_0000;
    /// Results end with OK packets.
    pub const DEPRECATE_EOF: u32 = 0x100_0000;
    /// Packets are compressed with Zstandard.
    pub const ZSTD: u32 = 0x400_0000;
    /// Queries have attributes.
    pub const QUERY_ATTRIBUTES: u32 = 0x800_0000;
}

/// Bit of a server's status: another result follows.
const MORE_RESULTS: u16 = 8;
/// End-of-file packets are no longer than this.
const EOF: usize = 5;

/// The key of the types that a binary result's columns have.
pub(super) const TYPES: u64 = 1;
/// The keys of a prepared statement's parameters, and of those that were sent ahead.
const STATEMENT: u64 = 1 << 32;
const AHEAD: u64 = 2 << 32;

/// The key of a note about a statement's parameters.
pub(super) fn statement(id: u32) -> u64 {
    STATEMENT | u64::from(id)
}

/// The key of a note about parameters that were sent ahead.
pub(super) fn ahead(id: u32) -> u64 {
    AHEAD | u64::from(id)
}

/// What is expected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Phase {
    /// The beginning was not seen.
    #[default]
    Unknown,
    /// The server has greeted.
    Greeted,
    /// The client has logged in: its authentication goes on until OK or an error.
    Authentication,
    /// A command.
    Command,
    /// OK or an error.
    Ok,
    /// A text.
    Message,
    /// The number of a result's columns, or OK.
    Tabular,
    /// Definitions of columns.
    Columns,
    /// Rows.
    Rows,
    /// Definitions of columns, with default values.
    FieldList,
    /// What a prepared statement has.
    Prepared,
    /// Definitions of a prepared statement's parameters.
    Parameters,
    /// Definitions of a prepared statement's columns.
    PreparedColumns,
    /// Events of a binary log.
    Binlog,
    /// The content of a local file.
    LocalFile,
}

const PHASES: [Phase; 15] = [
    Phase::Unknown,
    Phase::Greeted,
    Phase::Authentication,
    Phase::Command,
    Phase::Ok,
    Phase::Message,
    Phase::Tabular,
    Phase::Columns,
    Phase::Rows,
    Phase::FieldList,
    Phase::Prepared,
    Phase::Parameters,
    Phase::PreparedColumns,
    Phase::Binlog,
    Phase::LocalFile,
];

/// What a packet is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Greeting,
    GreetingError,
    Login,
    AuthSwitch,
    AuthData,
    Command,
    FileContent,
    Ok,
    Eof,
    Error,
    Message,
    LocalFile,
    ColumnCount,
    Column,
    IntermediateEof,
    Row,
    BinaryRow,
    FieldList,
    Prepared,
    Parameter,
    PreparedColumn,
    Binlog,
    Unknown,
}

/// The state of a connection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct State {
    pub(super) phase: Phase,
    /// Capabilities of the client, as far as the server has them.
    pub(super) caps: u32,
    pub(super) mariadb: bool,
    pub(super) compressed: bool,
    /// Rows are in binary.
    pub(super) binary: bool,
    /// MariaDB: definitions of columns tell more of types, and may be left away.
    pub(super) extended: bool,
    pub(super) cached: bool,
    /// How many columns and parameters are still to come.
    columns: u16,
    parameters: u16,
    /// The frame that the newest note about types is on.
    noted: u32,
}

impl From<[u64; 2]> for State {
    fn from([a, b]: [u64; 2]) -> State {
        let flags = (a >> 40) as u8;
        State {
            phase: PHASES.get((a >> 32 & 0xff) as usize).copied().unwrap_or_default(),
            caps: a as u32,
            mariadb: flags & 1 != 0,
            compressed: flags & 2 != 0,
            binary: flags & 4 != 0,
            extended: flags & 8 != 0,
            cached: flags & 16 != 0,
            columns: b as u16,
            parameters: (b >> 16) as u16,
            noted: (b >> 32) as u32,
        }
    }
}

impl From<State> for [u64; 2] {
    fn from(s: State) -> [u64; 2] {
        let phase = PHASES.iter().position(|p| *p == s.phase).unwrap_or_default() as u64;
        let flags = u64::from(s.mariadb)
            | u64::from(s.compressed) << 1
            | u64::from(s.binary) << 2
            | u64::from(s.extended) << 3
            | u64::from(s.cached) << 4;
        [
            u64::from(s.caps) | phase << 32 | flags << 40,
            u64::from(s.columns) | u64::from(s.parameters) << 16 | u64::from(s.noted) << 32,
        ]
    }
}

fn le16(b: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(*b.get(at..)?.first_chunk()?))
}

fn le32(b: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*b.get(at..)?.first_chunk()?))
}

/// A length-encoded number and how many bytes it takes.
fn lenenc(b: &[u8]) -> Option<(u64, usize)> {
    let number = |n: usize| Some((requin_wire::le(b.get(1..=n)?), n + 1));
    match b.first()? {
        251 => None,
        252 => number(2),
        253 => number(3),
        254 => number(8),
        n => Some((u64::from(*n), 1)),
    }
}

/// The status of the server in an OK or end-of-file packet.
fn status(p: &[u8]) -> u16 {
    if p.first() == Some(&0xfe) && p.len() <= EOF {
        return le16(p, 3).unwrap_or(0);
    }
    let after = |at: usize| Some(at + lenenc(p.get(at..)?)?.1);
    after(1).and_then(after).and_then(|at| le16(p, at)).unwrap_or(0)
}

impl State {
    /// What a packet is.
    pub(super) fn kind(&self, client: bool, n: u8, p: &[u8]) -> Kind {
        if client { self.asked(n, p) } else { self.answered(n, p) }
    }

    fn asked(&self, n: u8, p: &[u8]) -> Kind {
        match self.phase {
            Phase::Greeted if n == 1 => Kind::Login,
            // The first one inside TLS.
            Phase::Unknown if n == 2 && p.len() > 32 => Kind::Login,
            Phase::Authentication if n > 0 => Kind::AuthData,
            Phase::LocalFile if n > 0 => Kind::FileContent,
            _ => Kind::Command,
        }
    }

    fn answered(&self, n: u8, p: &[u8]) -> Kind {
        let first = p.first().copied();
        let eof = first == Some(0xfe) && p.len() <= EOF;
        let last = eof || first == Some(0xfe) && self.caps & caps::DEPRECATE_EOF != 0 && p.len() < 0xff_ffff;
        match (self.phase, first) {
            (Phase::Unknown | Phase::Greeted, Some(0xff)) if n == 0 => Kind::GreetingError,
            (Phase::Unknown | Phase::Greeted, Some(_)) if n == 0 => Kind::Greeting,
            (_, Some(0xff)) => Kind::Error,
            (Phase::Authentication, Some(0xfe | 1..=3)) => Kind::AuthSwitch,
            (Phase::Message, _) => Kind::Message,
            (Phase::Tabular, Some(0xfb)) => Kind::LocalFile,
            (Phase::Tabular, Some(1..=0xfa | 0xfc..=0xfd)) => Kind::ColumnCount,
            (Phase::Columns, Some(_)) if !eof => Kind::Column,
            (Phase::Columns, _) => Kind::IntermediateEof,
            (Phase::Rows, _) if !last => {
                if self.binary {
                    Kind::BinaryRow
                } else {
                    Kind::Row
                }
            }
            (Phase::FieldList, Some(_)) if !last => Kind::FieldList,
            (Phase::Prepared, Some(0)) => Kind::Prepared,
            (Phase::Parameters, _) if !eof => Kind::Parameter,
            (Phase::Parameters, _) if self.columns > 0 => Kind::IntermediateEof,
            (Phase::PreparedColumns, _) if !eof => Kind::PreparedColumn,
            (Phase::Binlog, Some(0)) => Kind::Binlog,
            (_, Some(0)) => Kind::Ok,
            (_, Some(0xfe)) if eof => Kind::Eof,
            (_, Some(0xfe)) => Kind::Ok,
            _ => Kind::Unknown,
        }
    }

    /// Takes note of a packet.
    pub(super) fn step(&mut self, client: bool, n: u8, p: &[u8]) {
        let kind = self.kind(client, n, p);
        let no_eof = self.caps & caps::DEPRECATE_EOF != 0;
        match kind {
            Kind::Greeting => *self = State { phase: Phase::Greeted, ..hello(p) },
            Kind::Login => self.login(p),
            Kind::Command => self.command(p),
            // An empty packet ends the file.
            Kind::FileContent if p.is_empty() => self.phase = Phase::Ok,
            Kind::LocalFile => self.phase = Phase::LocalFile,
            Kind::ColumnCount => {
                let n = lenenc(p).map_or(0, |l| l.0);
                self.columns = u16::try_from(n).unwrap_or(u16::MAX);
                self.phase = Phase::Columns;
                if self.cached && p.last() == Some(&0) {
                    self.phase = if no_eof { Phase::Rows } else { Phase::Columns };
                }
            }
            Kind::Column => {
                self.columns = self.columns.saturating_sub(1);
                if no_eof && self.columns == 0 {
                    self.phase = Phase::Rows;
                }
            }
            Kind::IntermediateEof => {
                self.phase =
                    if self.phase == Phase::Parameters { Phase::PreparedColumns } else { Phase::Rows };
            }
            Kind::Prepared => {
                self.columns = le16(p, 5).unwrap_or(0);
                self.parameters = le16(p, 7).unwrap_or(0);
                self.phase = match (self.parameters, self.columns) {
                    (0, 0) => Phase::Command,
                    (0, _) => Phase::PreparedColumns,
                    _ => Phase::Parameters,
                };
            }
            Kind::Parameter => {
                self.parameters = self.parameters.saturating_sub(1);
                if no_eof && self.parameters == 0 {
                    self.phase = if self.columns > 0 { Phase::PreparedColumns } else { Phase::Command };
                }
            }
            Kind::PreparedColumn => {
                self.columns = self.columns.saturating_sub(1);
                if no_eof && self.columns == 0 {
                    self.phase = Phase::Command;
                }
            }
            Kind::Ok | Kind::Eof => self.done(p),
            Kind::Error | Kind::Message => self.phase = Phase::Command,
            _ => (),
        }
    }

    fn done(&mut self, p: &[u8]) {
        match self.phase {
            Phase::Authentication => {
                self.compressed = self.caps & caps::COMPRESS != 0 && self.caps & caps::ZSTD == 0;
                self.phase = Phase::Command;
            }
            Phase::Rows | Phase::Tabular if status(p) & MORE_RESULTS != 0 => self.phase = Phase::Tabular,
            Phase::Unknown => (),
            _ => self.phase = Phase::Command,
        }
    }

    fn login(&mut self, p: &[u8]) {
        let low = u32::from(le16(p, 0).unwrap_or(0));
        let high = if low & caps::PROTOCOL_41 != 0 { u32::from(le16(p, 2).unwrap_or(0)) } else { 0 };
        // Inside TLS the greeting is not known.
        let server = if self.caps == 0 { u32::MAX } else { self.caps };
        self.caps = (low | high << 16) & server;
        // The last four bytes that are reserved in MySQL's.
        let more = if self.mariadb && low & 1 == 0 { le32(p, 28).unwrap_or(0) } else { 0 };
        (self.extended, self.cached) = (more & 8 != 0, more & 16 != 0);
        self.phase = Phase::Authentication;
    }

    fn command(&mut self, p: &[u8]) {
        self.binary = matches!(p.first(), Some(23 | 28 | 250));
        self.phase = match p.first() {
            Some(2 | 5..=8 | 11..=17 | 19..=21 | 26 | 27 | 29 | 31) => Phase::Ok,
            Some(3 | 10 | 23 | 250) => Phase::Tabular,
            Some(4) => Phase::FieldList,
            Some(9) => Phase::Message,
            Some(18 | 30) => Phase::Binlog,
            Some(22) => Phase::Prepared,
            Some(28) => Phase::Rows,
            // These have no answer.
            Some(1 | 24 | 25) => Phase::Command,
            _ => Phase::Ok,
        };
        if p.first() == Some(&17) {
            self.phase = Phase::Authentication;
        }
    }
}

/// What a greeting tells of the server.
fn hello(p: &[u8]) -> State {
    let Some(end) = p.iter().position(|b| *b == 0) else { return State::default() };
    // Behind the version: thread, eight bytes of salt, a zero.
    let at = end + 1 + 4 + 9;
    let low = u32::from(le16(p, at).unwrap_or(0));
    let high = u32::from(le16(p, at + 5).unwrap_or(0));
    State { caps: low | high << 16, mariadb: low & 1 == 0, ..State::default() }
}

/// Takes note of a packet, in the order of packets.
pub(super) fn keep(past: &mut Past<'_>, client: bool, n: u8, p: &[u8]) {
    let mut state = State::from(past.state);
    match state.kind(client, n, p) {
        Kind::Login if p.len() == 32 && le16(p, 0).is_some_and(|c| u32::from(c) & caps::SSL != 0) => {
            past.hand_over(tls::ID);
        }
        Kind::ColumnCount if state.binary => past.set(&Key::here(TYPES), &[]),
        Kind::Column if state.binary => {
            let key = Key::here(TYPES);
            let mut types = past.get(&key).map(|r| r.bytes.to_vec()).unwrap_or_default();
            types.extend(column_type(p).unwrap_or_default());
            past.set(&key, &types);
        }
        Kind::BinaryRow if state.noted != past.now.frame as u32 => {
            state.noted = past.now.frame as u32;
            if let Some(types) = past.get(&Key::here(TYPES)) {
                past.note(TYPES, &types);
            }
        }
        Kind::Prepared => {
            if let (Some(id), Some(n)) = (le32(p, 1), le16(p, 7)) {
                past.set(&Key::here(statement(id)), &n.to_be_bytes());
            }
        }
        Kind::Command => statement_command(past, p),
        _ => (),
    }
    state.step(client, n, p);
    past.state = state.into();
}

/// What commands do to prepared statements.
fn statement_command(past: &mut Past<'_>, p: &[u8]) {
    let Some(id) = le32(p, 1) else { return };
    let (known, sent) = (Key::here(statement(id)), Key::here(ahead(id)));
    match p.first() {
        Some(23) => {
            if let Some(sent) = past.get(&sent) {
                past.note(ahead(id), &sent);
            }
            let Some(what) = past.get(&known) else { return };
            past.note(statement(id), &what);
            let n = what.bytes.first_chunk::<2>().map_or(0, |b| usize::from(u16::from_be_bytes(*b)));
            // The types that are said now count for later executions, too.
            let at = 10 + n.div_ceil(8);
            if p.get(at) == Some(&1)
                && let Some(types) = p.get(at + 1..at + 1 + 2 * n)
            {
                let mut bytes = (n as u16).to_be_bytes().to_vec();
                bytes.extend(types);
                past.set(&known, &bytes);
            }
        }
        Some(24) => {
            let mut list = past.get(&sent).map(|r| r.bytes.to_vec()).unwrap_or_default();
            if let Some(parameter) = p.get(5..7).filter(|q| !list.as_chunks::<2>().0.iter().any(|l| l == q)) {
                list.extend(parameter);
                past.set(&sent, &list);
            }
        }
        Some(25) => {
            past.remove(&known);
            past.remove(&sent);
        }
        Some(26) => past.remove(&sent),
        _ => (),
    }
}

/// The type of a column, and whether it has no sign, as two bytes.
pub(super) fn column_type(p: &[u8]) -> Option<[u8; 2]> {
    let mut at = 0;
    for _ in 0..6 {
        let (n, width) = lenenc(p.get(at..)?)?;
        at = at.checked_add(width)?.checked_add(usize::try_from(n).ok()?)?;
    }
    // A length, the character set, the length of values.
    let kind = *p.get(at + 7)?;
    let unsigned = le16(p, at + 8)? & 0x20 != 0;
    Some([kind, if unsigned { 0x80 } else { 0 }])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_words_and_back() {
        for phase in PHASES {
            let s = State {
                phase,
                caps: 0x8765_4321,
                mariadb: true,
                compressed: false,
                binary: true,
                extended: false,
                cached: true,
                columns: 7,
                parameters: 9,
                noted: 0xffff_fff0,
            };
            assert_eq!(State::from(<[u64; 2]>::from(s)), s);
        }
    }

    #[test]
    fn a_result_goes_from_count_to_end() {
        let mut s = State { phase: Phase::Command, ..State::default() };
        s.step(true, 0, b"\x03select 1");
        assert_eq!(s.kind(false, 1, &[1]), Kind::ColumnCount);
        s.step(false, 1, &[1]);
        assert_eq!(s.kind(false, 2, b"\x03def"), Kind::Column);
        s.step(false, 2, b"\x03def");
        s.step(false, 3, &[0xfe, 0, 0, 2, 0]);
        assert_eq!(s.kind(false, 4, b"\x011"), Kind::Row);
        // Another result follows.
        s.step(false, 5, &[0xfe, 0, 0, 8, 0]);
        assert_eq!(s.phase, Phase::Tabular);
        s.step(false, 6, &[0, 0, 0, 2, 0, 0, 0]);
        assert_eq!(s.phase, Phase::Command);
    }

    #[test]
    fn an_error_ends_whatever_was_asked() {
        for phase in PHASES.into_iter().skip(2) {
            let mut s = State { phase, ..State::default() };
            s.step(false, 1, b"\xff\x28\x04#42000no");
            assert_eq!(s.phase, Phase::Command, "{phase:?}");
        }
    }
}
