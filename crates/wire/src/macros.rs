//! The words a protocol is declared with.

/// Declares a protocol: its names, where it is found, its fields. The module it stands in must have a
/// function `dissect`, and the protocol must be in the list of its crate.
///
/// ```text
/// proto! {
///     UDP "udp" "User Datagram Protocol" "UDP" Transport
///     on [IpProto 17]
///     looks_like [Udp looks_like_it => [0x80..=0xbf]]
///     surely [Udp begins_as_nothing_else]
///     recognise [Udp goes_on_from_elsewhere]
///     track [remember]
///     frames sized [pdu_len]
///     remember beyond [remember] for columns [RESPONSE_TO, TIME]
///     fields {
///         SRCPORT "udp.srcport" "Source Port": U16 PtUdp;
///         FLAGS_SYN "tcp.flags.syn" "Syn": Bool(12) & 0x002 = SET_NOTSET;
///         OPCODE "dns.flags.opcode" "Opcode": U16 Dec & 0x7800 = OPCODES;
///     }
///     experts {
///         BAD_LENGTH "udp.length.bad" Error Malformed "Bad length value";
///     }
/// }
/// ```
///
/// `among [whose]`, in place of `for [FIELD, …]`, names a function that tells of protocols whether what they show, and the
/// columns, depend on it. `=>` says which bytes may stand first in what looks like it, so that it need not be asked about all others. `sized` says that TCP tells how long its PDUs are; `previewed`, that
/// the dissector is shown PDUs before they are whole; `beyond`, that other conversations than the protocol's own learn from what it
/// remembers.
#[allow(clippy::crate_in_macro_def)] // the list of protocols is that of the crate that declares them
#[macro_export]
macro_rules! proto {
    (
        $id:ident $abbr:literal $name:literal $short:literal $stage:ident
        on [$($table:ident $key:expr),* $(,)?]
        $(range [$($rtable:ident $from:literal .. $to:literal),* $(,)?])?
        $(media [$($media:literal),* $(,)?])?
        $(looks_like [$($htable:ident $accepts:path $(=> [$($first:literal ..= $last:literal),*])?),* $(,)?])?
        $(surely [$($stable:ident $sure:path),* $(,)?])?
        $(recognise [$($mtable:ident $recognise:path),* $(,)?])?
        $(track [$track:path])?
        $(frames $($sized:ident)? [$frames:path])?
        $(remember $($beyond:ident)? [$remember:path] $(for $($columns:ident)? [$($for:ident),* $(,)?])? $(among [$among:path])?)?
        fields {
            $($field:ident $fabbr:literal $label:literal : $kind:ident $($base:ident)? $(($bits:literal))? $(& $mask:literal)? $(= $names:expr)? ;)*
        }
        $(experts {
            $($expert:ident $eabbr:literal $severity:ident $group:ident $message:literal ;)*
        })?
    ) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, dead_code)]
        #[repr(u16)]
        enum Ix { PROTO, $($field,)* $($($expert,)*)? COUNT }

        /// Number of this protocol.
        pub const ID: $crate::ProtoId = $crate::ProtoId(crate::list::Id::$id as u16);
        /// How many fields it has, itself included.
        pub const COUNT: u16 = Ix::COUNT as u16;
        const BASE: u16 = crate::list::base(crate::list::Id::$id as usize);
        /// The protocol itself as a field.
        #[allow(dead_code)]
        pub const PROTO: $crate::Field = $crate::Field(BASE);
        $(
            #[doc = concat!("`", $fabbr, "`: ", $label)]
            #[allow(dead_code)]
            pub const $field: $crate::Field = $crate::Field(BASE + Ix::$field as u16);
        )*
        $($(
            #[doc = concat!("`", $eabbr, "`: ", $message)]
            #[allow(dead_code)]
            pub const $expert: $crate::Field = $crate::Field(BASE + Ix::$expert as u16);
        )*)?

        /// The protocol.
        pub static DEF: $crate::Proto = $crate::Proto {
            id: ID,
            base: BASE,
            abbr: $abbr,
            name: $name,
            short: $short,
            stage: $crate::Stage::$stage,
            on: &[
                $($crate::On::At($crate::Table::$table, $key),)*
                $($($crate::On::Range($crate::Table::$rtable, $from, $to),)*)?
                $($($crate::On::Media($media),)*)?
                $($($crate::On::Heuristic(
                    $crate::Table::$htable, $accepts, &[$($(($first, $last),)*)?],
                ),)*)?
                $($($crate::On::Surely($crate::Table::$stable, $sure),)*)?
                $($($crate::On::Recognised($crate::Table::$mtable, $recognise),)*)?
            ],
            fields: &[
                $crate::FieldDef {
                    abbr: $abbr, label: $name, kind: $crate::FieldType::Protocol, base: $crate::Base::None,
                    mask: 0, bits: 0, names: $crate::Names::None, expert: None,
                },
                $($crate::FieldDef {
                    abbr: $fabbr,
                    label: $label,
                    kind: $crate::FieldType::$kind,
                    base: $crate::proto!(@base $($base)?),
                    mask: 0 $(+ $mask)?,
                    bits: 0 $(+ $bits)?,
                    names: $crate::proto!(@names $($names)?),
                    expert: None,
                },)*
                $($($crate::FieldDef {
                    abbr: $eabbr, label: $message, kind: $crate::FieldType::Expert, base: $crate::Base::None,
                    mask: 0, bits: 0, names: $crate::Names::None,
                    expert: Some(($crate::Severity::$severity, $crate::Group::$group)),
                },)*)?
            ],
            entry: $crate::Entry::new(dissect, dissect, dissect),
            track: $crate::proto!(@track $($track)?),
            frames: $crate::proto!(@track $($frames)?),
            sized: $crate::proto!(@sized $($($sized)?)?),
            previewed: $crate::proto!(@previewed $($($sized)?)?),
            remember: $crate::proto!(@track $($remember)?),
            remember_for: $crate::proto!(@for $($(($($columns)?) $($for)*)? $(among $among)?)?),
            beyond: $crate::proto!(@beyond $($($beyond)?)?),
        };
    };
    (@track) => { None };
    (@track $track:path) => { Some($track) };
    (@for) => { $crate::For::All };
    (@for among $among:path) => { $crate::For::Among($among) };
    (@for () $($for:ident)*) => { $crate::For::Fields { columns: false, fields: &[$($for),*] } };
    (@for (columns) $($for:ident)*) => { $crate::For::Fields { columns: true, fields: &[$($for),*] } };
    (@sized) => { false };
    (@sized sized) => { true };
    (@sized previewed) => { false };
    (@previewed) => { false };
    (@previewed sized) => { false };
    (@previewed previewed) => { true };
    (@beyond) => { false };
    (@beyond beyond) => { true };
    (@base) => { $crate::Base::None };
    (@base $base:ident) => { $crate::Base::$base };
    (@names) => { $crate::Names::None };
    (@names $names:expr) => { $names };
}

/// Declares blocks: runs of bytes whose fields have fixed places.
///
/// ```text
/// block! { HEAD[8]: SRCPORT @0, DSTPORT @2, ~PORT @0, ~PORT @2, FLAGS @4 2, > SYN @4 2, LENGTH @6 le }
/// ```
///
/// `@` is followed by the offset and, where the type does not tell it, the width in bytes. `~` hides
/// the node from the tree, `>` puts it one level deeper, `>>` two; `le` reads little-endian.
#[macro_export]
macro_rules! block {
    ($(#[$meta:meta])* $vis:vis $name:ident [$len:literal]: $($rows:tt)*) => {
        $(#[$meta])*
        $vis static $name: $crate::Block<$len> = $crate::Block::new($crate::block!(@rows [] $($rows)*));
    };
    (@rows [$($done:expr,)*]) => { &[$($done),*] };
    (@rows [$($done:expr,)*] , $($rest:tt)*) => { $crate::block!(@rows [$($done,)*] $($rest)*) };
    (@rows [$($done:expr,)*] ~ >> $($rest:tt)*) => { $crate::block!(@row [$($done,)*] 1, 2; $($rest)*) };
    (@rows [$($done:expr,)*] ~ > $($rest:tt)*) => { $crate::block!(@row [$($done,)*] 1, 1; $($rest)*) };
    (@rows [$($done:expr,)*] ~ $($rest:tt)*) => { $crate::block!(@row [$($done,)*] 1, 0; $($rest)*) };
    (@rows [$($done:expr,)*] >> $($rest:tt)*) => { $crate::block!(@row [$($done,)*] 0, 2; $($rest)*) };
    (@rows [$($done:expr,)*] > $($rest:tt)*) => { $crate::block!(@row [$($done,)*] 0, 1; $($rest)*) };
    (@rows [$($done:expr,)*] $($rest:tt)*) => { $crate::block!(@row [$($done,)*] 0, 0; $($rest)*) };
    (@row [$($done:expr,)*] $flags:expr, $deep:expr; $field:path, $($rest:tt)*) => { compile_error!("a row needs @offset") };
    (@row [$($done:expr,)*] $flags:expr, $deep:expr; $field:ident @ $at:literal le $($rest:tt)*) => {
        $crate::block!(@rows [$($done,)* $crate::Row { field: $field, at: $at, width: 0, deep: $deep, flags: $flags | 8 },] $($rest)*)
    };
    (@row [$($done:expr,)*] $flags:expr, $deep:expr; $field:ident @ $at:literal $width:literal le $($rest:tt)*) => {
        $crate::block!(@rows [$($done,)* $crate::Row { field: $field, at: $at, width: $width, deep: $deep, flags: $flags | 8 },] $($rest)*)
    };
    (@row [$($done:expr,)*] $flags:expr, $deep:expr; $field:ident @ $at:literal $width:literal $($rest:tt)*) => {
        $crate::block!(@rows [$($done,)* $crate::Row { field: $field, at: $at, width: $width, deep: $deep, flags: $flags },] $($rest)*)
    };
    (@row [$($done:expr,)*] $flags:expr, $deep:expr; $field:ident @ $at:literal $($rest:tt)*) => {
        $crate::block!(@rows [$($done,)* $crate::Row { field: $field, at: $at, width: 0, deep: $deep, flags: $flags },] $($rest)*)
    };
}

/// Declares tables of names: `names! { pub OPCODES { 0 = "Query", 1 = "Inverse query" } }`, ascending.
#[macro_export]
macro_rules! names {
    ($($(#[$meta:meta])* $vis:vis $name:ident { $($value:expr => $text:literal),* $(,)? })*) => {
        $($(#[$meta])* $vis const $name: $crate::Names = $crate::Names::Table(&[$(($value, $text)),*]);)*
    };
}
