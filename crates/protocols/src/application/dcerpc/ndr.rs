//! How arguments are laid out: NDR (C706, chapter 14) and NDR64 ([MS-RPCE] 2.2.5). What a pointer inside of a structure
//! points to follows that structure.

use super::interfaces::Call;
use super::*;
use crate::application::smb::{common, descriptor, nt, text16};
use requin_wire::{Item, Span};

/// Where the arguments of a call are read.
pub(super) struct Ndr<'a> {
    pub c: Cursor<'a>,
    start: usize,
    pub call: Call<'a>,
    /// What was pointed to, and is still to be read, with the line of the pointer.
    waiting: Vec<(Item, &'static [Arg])>,
    lines: Lines,
    /// The pointer's line behind which the next text is written.
    said: Item,
    /// The type of the union that is read next.
    union: Option<&'static str>,
}

/// What lines arguments stand under. tshark's dissectors that are made of descriptions of interfaces have one for
/// each pointer; the others have none.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    None,
    Pointers,
    /// The same with what texts say behind pointers to them.
    Texts,
}

/// An argument, or a part of one.
#[derive(Clone, Copy)]
pub(super) enum Arg {
    U8(Field),
    U16(Field),
    /// One of several values: 16 bits, but 32 in NDR64.
    Enum(Field),
    U32(Field),
    /// Flags of 32 bits.
    Flags(Field, &'static [Field]),
    /// Rights to an object: those to any object, then its own, under a line that begins with its kind.
    Rights(Field, &'static str, &'static [Field]),
    /// 64 bits, at multiples of 8 bytes.
    Hyper(Field),
    /// 64 bits that are two numbers of 32: at multiples of 4 bytes.
    Long(Field),
    /// A time, of such 64 bits.
    Time(Field),
    Guid(Field),
    /// Flags of so many bytes.
    Bits(Field, usize, &'static [Field]),
    /// Which parts of a security descriptor are meant ([MS-DTYP] 2.4.7).
    SecInfo,
    /// A security descriptor whose length is this field.
    Descriptor(Field),
    /// So many bytes.
    Bytes(Field, usize),
    /// So many bytes, each of the field.
    Row(Field, usize),
    /// The handle that the call begins with, or that it gives.
    Handle(Field),
    /// A handle that is not followed.
    Context(Field),
    /// The handle that is closed, told in the column.
    Closed(Field),
    /// Something that may be missing.
    Unique(&'static [Arg]),
    /// The same under a line of this text, where the kind of what is pointed to doesn't tell it.
    Ptr(&'static str, &'static [Arg]),
    /// What is never missing, under such a line.
    Ref(&'static str, &'static [Arg]),
    /// Text of 16-bit characters with its counts.
    Text(Field),
    /// The same, told in the column.
    Told(Field),
    /// The same of 8-bit characters.
    Told8(Field),
    /// 32 bits of which only the node is shown.
    Opaque(Field),
    /// A conformant array of numbers of so many bytes.
    Numbers(Field, usize),
    /// The same, varying too.
    Varying(Field, usize),
    /// A structure without a node of its own whose place is known and whose parts are not.
    Unread,
    /// All that is left, unread.
    Stub,
    /// A number that says which information is asked for, and the words before it in the column.
    Level(Field, &'static str),
    /// Such a number, where what it says is not read.
    Undecoded(Field, Field),
    /// A time in seconds since 1970.
    Seconds(Field),
    /// How many bytes follow, and these.
    Sized(Field, Field),
    /// All but the result at the end, which nobody reads; an expert says so.
    Unimplemented(Field),
    /// Lengths of a text in bytes, and a pointer to it ([MS-RPCE] 2.3.10).
    Counted(Field, Field, &'static [Arg]),
    /// Parts of which the field has the node.
    Struct(Field, &'static [Arg]),
    /// An array that says how many there are: each has a node of this field.
    Array(Field, &'static [Arg]),
    /// Structures one after another, without nodes of their own, and what says how many there are.
    Each(&'static [Arg]),
    /// The same, varying too.
    VaryingEach(&'static [Arg]),
    /// A varying array that tshark takes for empty, without reading its counts.
    Uncounted,
    /// A structure that ends in an array: how many there are stands before all of it (C706, 14.3.7.2). Its other parts,
    /// and the field and the parts of each.
    Conformant(&'static [Arg], Field, &'static [Arg]),
    /// Parts without a node.
    Inline(&'static [Arg]),
    /// What it is depends on the number before it.
    Union(Field, &'static [(u16, &'static [Arg])]),
    /// The same, of a number of 16 bits.
    Choice(Field, &'static [(u16, &'static [Arg])]),
    /// A SID with its count ([MS-DTYP] 2.4.2.3).
    Sid,
    /// What became of the call ([MS-ERREF] 2.3).
    Status(Field),
    /// The same, told without a word before it.
    Code(Field),
    /// The same as an error of Windows ([MS-ERREF] 2.2).
    Error(Field),
}

/// Arrays are not read beyond this: no answer fits more.
const MOST: u64 = 4096;
/// How many of the rights to any object are not the standard ones.
const GENERIC_RIGHTS: usize = 6;
/// How deep parts may be in parts.
const DEEPEST: usize = 12;

impl<'a> Ndr<'a> {
    pub(super) fn new(c: Cursor<'a>, call: &Call<'a>) -> Ndr<'a> {
        Ndr {
            c,
            start: c.pos(),
            call: *call,
            waiting: Vec::new(),
            lines: Lines::None,
            said: Item::NONE,
            union: None,
        }
    }

    pub(super) fn with_lines(mut self, lines: Lines) -> Ndr<'a> {
        self.lines = lines;
        self
    }

    /// The line of a pointer, if there is to be one.
    fn title<S: Sink>(&self, cx: &Cx<'_, S>, own: Option<&'static str>, args: &[Arg]) -> Option<Title> {
        if self.lines == Lines::None {
            return None;
        }
        let known = || {
            let (field, kind) = args.first().and_then(pointed)?;
            Some(Title::Of(cx.registry.field(field).label, kind))
        };
        own.map(Title::Own).or_else(known)
    }

    /// A pointer of which something may be told, and what it points to when that stands right there (`here`) or
    /// later.
    fn pointed_to<S: Sink>(
        &mut self,
        cx: &mut Cx<'_, S>,
        own: Option<&'static str>,
        args: &'static [Arg],
    ) -> Step {
        let title = self.title(cx, own, args);
        let n = if self.call.wide { 8 } else { 4 };
        self.align(n)?;
        if self.peek(n)? == 0 {
            let item = cx.field(NULL_POINTER, &mut self.c, n)?;
            if let Some(title) = title {
                cx.label(item, |o| title.write(o.s("NULL Pointer: ")));
            }
            return Ok(());
        }
        let line = match title {
            Some(title) => cx.line(self.c.span(n), |o| title.write(o)),
            None => Item::NONE,
        };
        cx.under(line, |cx| self.pointer(cx))?;
        self.waiting.push((line, args));
        Ok(())
    }

    /// What a pointer points to, under its line.
    fn behind<S: Sink>(
        &mut self,
        cx: &mut Cx<'_, S>,
        line: Item,
        args: &'static [Arg],
        depth: usize,
    ) -> Step {
        let text = matches!(args.first(), Some(Arg::Text(_) | Arg::Told(_)));
        self.said = if text && self.lines == Lines::Texts { line } else { Item::NONE };
        cx.under(line, |cx| self.all(cx, args, depth))
    }

    /// An argument itself: those that are handed over by a pointer that is never missing have a line for it.
    fn argument<S: Sink>(&mut self, cx: &mut Cx<'_, S>, arg: &'static Arg) -> Step {
        let args = std::slice::from_ref(arg);
        let by_pointer = match arg {
            Arg::Text(_)
            | Arg::Told(_)
            | Arg::Numbers(..)
            | Arg::Varying(..)
            | Arg::Handle(_)
            | Arg::Closed(_) => true,
            Arg::U8(_) | Arg::U16(_) | Arg::U32(_) | Arg::Level(..) | Arg::Context(_) => self.call.response,
            _ => false,
        };
        match self.title(cx, None, args).filter(|_| by_pointer) {
            Some(title) => {
                let line = cx.line(self.c.span(0), |o| title.write(o));
                self.behind(cx, line, args, 0)
            }
            None => self.all(cx, args, 0),
        }
    }

    /// Skips what fills up to a multiple of `n`.
    pub(super) fn align(&mut self, n: usize) -> Step {
        let at = self.c.pos() - self.start;
        self.c.skip(at.next_multiple_of(n.max(1)) - at)
    }

    /// At multiples of what a structure of these parts begins.
    fn alignment(&self, args: &[Arg]) -> usize {
        args.iter().map(|a| alignment(a, self.call.wide)).max().unwrap_or(1)
    }

    /// A number of so many bytes, at its place.
    pub(super) fn number<S: Sink>(
        &mut self,
        cx: &mut Cx<'_, S>,
        field: Field,
        n: usize,
    ) -> Result<u64, Stop> {
        self.align(n)?;
        number(cx, field, &mut self.c, self.call.little, n)
    }

    fn peek(&self, n: usize) -> Result<u64, Stop> {
        let b = self.c.peek_bytes(0, n)?;
        Ok(if self.call.little { requin_wire::le(b) } else { requin_wire::be(b) })
    }

    /// A count or an offset, whose size is that of pointers.
    pub(super) fn count<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field) -> Result<u64, Stop> {
        self.number(cx, field, if self.call.wide { 8 } else { 4 })
    }

    /// The count that a text or a SID begins with: what fills up before it is shown in NDR64.
    fn first_count<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field) -> Result<u64, Stop> {
        let used = self.c.pos() - self.start;
        let n = used.next_multiple_of(8) - used;
        if self.call.wide && n > 0 {
            cx.bytes(NDR_PADDING, &mut self.c, n)?;
        }
        self.count(cx, field)
    }

    /// A pointer; whether it points to something.
    pub(super) fn pointer<S: Sink>(&mut self, cx: &mut Cx<'_, S>) -> Result<bool, Stop> {
        let n = if self.call.wide { 8 } else { 4 };
        self.align(n)?;
        if self.peek(n)? == 0 {
            cx.bytes(NULL_POINTER, &mut self.c, n)?;
            return Ok(false);
        }
        self.number(cx, if self.call.wide { REFERENT_ID64 } else { REFERENT_ID }, n)?;
        Ok(true)
    }

    /// All arguments of a call.
    pub(super) fn read<S: Sink>(mut self, cx: &mut Cx<'_, S>, args: &'static [Arg]) -> Step {
        for arg in args {
            match self.argument(cx, arg) {
                // What follows a part of an unknown kind has no known place.
                Err(Stop::NotMine) => return Ok(()),
                step => step?,
            }
        }
        self.end(cx);
        Ok(())
    }

    /// What nobody reads at the end of the data is pointed out.
    pub(super) fn end<S: Sink>(&self, cx: &mut Cx<'_, S>) {
        let n = self.c.left();
        if n > 0 {
            let at = self.c.span(n);
            let line = cx.line(at, |o| _ = o.s("Long frame"));
            cx.expert(LONG_FRAME, line, at);
            cx.info_add(|o| {
                _ = o.s("[Long frame (").u(n as u64).s(if n == 1 { " byte)]" } else { " bytes)]" })
            });
        }
    }

    /// A number of 32 bits that is not shown.
    pub(super) fn word(&mut self) -> Result<u64, Stop> {
        self.align(4)?;
        let n = self.peek(4)?;
        self.c.skip(4)?;
        Ok(n)
    }

    /// One of 16 bits, which stays.
    pub(super) fn half(&self) -> Result<u64, Stop> {
        self.peek(2)
    }

    /// 64 bits wherever they are.
    pub(super) fn raw<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field) -> Step {
        number(cx, field, &mut self.c, self.call.little, 8).map(|_| ())
    }

    /// Parts, and then what they point to.
    fn all<S: Sink>(&mut self, cx: &mut Cx<'_, S>, args: &'static [Arg], depth: usize) -> Step {
        if depth > DEEPEST {
            return Err(Stop::TooDeep);
        }
        let outer = std::mem::take(&mut self.waiting);
        for arg in args {
            self.one(cx, arg, depth)?;
        }
        for (line, args) in std::mem::replace(&mut self.waiting, outer) {
            self.behind(cx, line, args, depth + 1)?;
        }
        Ok(())
    }

    fn parts<S: Sink>(&mut self, cx: &mut Cx<'_, S>, args: &'static [Arg], depth: usize) -> Step {
        if depth > DEEPEST {
            return Err(Stop::TooDeep);
        }
        args.iter().try_for_each(|arg| self.one(cx, arg, depth + 1))
    }

    fn one<S: Sink>(&mut self, cx: &mut Cx<'_, S>, arg: &'static Arg, depth: usize) -> Step {
        match *arg {
            Arg::U8(field) => self.number(cx, field, 1).map(|_| ()),
            Arg::U16(field) => self.number(cx, field, 2).map(|_| ()),
            Arg::Enum(field) => self.number(cx, field, if self.call.wide { 4 } else { 2 }).map(|_| ()),
            Arg::U32(field) => self.number(cx, field, 4).map(|_| ()),
            Arg::Flags(field, bits) => self.flags(cx, field, bits),
            Arg::Rights(field, kind, own) => self.rights(cx, field, kind, own),
            Arg::Hyper(field) => self.number(cx, field, 8).map(|_| ()),
            Arg::Long(field) => {
                self.align(if self.call.wide { 8 } else { 4 })?;
                number(cx, field, &mut self.c, self.call.little, 8).map(|_| ())
            }
            Arg::Time(field) => {
                self.align(if self.call.wide { 8 } else { 4 })?;
                // Times of servers of the other order of bytes are not known.
                if self.call.little { common::file_time(cx, field, &mut self.c) } else { self.c.skip(8) }
            }
            Arg::Guid(field) => {
                self.align(4)?;
                uuid(cx, field, &mut self.c, self.call.little).map(|_| ())
            }
            Arg::Bits(field, n, bits) => self.bits(cx, field, n, bits),
            Arg::SecInfo => self.flags(cx, nt::SEC_INFO, nt::SEC_INFO_BITS),
            Arg::Descriptor(field) => {
                let n = self.count(cx, field)?;
                let at = self.c.take(n.min(1 << 24) as usize);
                descriptor::security(cx, at)
            }
            Arg::Bytes(field, n) => cx.bytes(field, &mut self.c, n).map(|_| ()),
            Arg::Row(field, n) => (0..n).try_for_each(|_| self.number(cx, field, 1).map(|_| ())),
            Arg::Each(args) => {
                let count = self.count(cx, ARRAY_MAX_COUNT)?;
                self.each(cx, count, args, depth)
            }
            Arg::VaryingEach(args) => {
                self.count(cx, ARRAY_MAX_COUNT)?;
                self.count(cx, ARRAY_OFFSET)?;
                let count = self.count(cx, ARRAY_ACTUAL_COUNT)?;
                self.each(cx, count, args, depth)
            }
            Arg::Uncounted => {
                for field in [ARRAY_MAX_COUNT, ARRAY_OFFSET, ARRAY_ACTUAL_COUNT] {
                    cx.add(field, self.c.span(0), Value::U(0));
                }
                Ok(())
            }
            Arg::Conformant(before, field, args) => {
                let count = self.count(cx, ARRAY_MAX_COUNT)?;
                self.parts(cx, before, depth)?;
                self.array(cx, count, field, args, depth)
            }
            Arg::Inline(args) => self.parts(cx, args, depth),
            Arg::Handle(field) => self.handle(cx, field),
            Arg::Context(field) => {
                self.align(4)?;
                let line = cx.line(self.c.span(calls::HANDLE), |o| _ = o.s("Policy Handle"));
                cx.under(line, |cx| cx.bytes(field, &mut self.c, calls::HANDLE).map(|_| ()))
            }
            Arg::Closed(field) => {
                let name = self.call.named.unwrap_or(b"(null)");
                cx.info_add(|o| _ = o.s(", ").text(name));
                self.handle(cx, field)
            }
            Arg::Opaque(field) => {
                self.align(4)?;
                cx.add(field, self.c.span(4), Value::None);
                self.c.skip(4)
            }
            Arg::Numbers(field, size) => {
                let count = self.count(cx, ARRAY_MAX_COUNT)?;
                self.numbers(cx, field, size, count)
            }
            Arg::Varying(field, size) => {
                self.count(cx, ARRAY_MAX_COUNT)?;
                self.count(cx, ARRAY_OFFSET)?;
                let count = self.count(cx, ARRAY_ACTUAL_COUNT)?;
                self.numbers(cx, field, size, count)
            }
            Arg::Unread => Err(Stop::NotMine),
            Arg::Stub => stub::unread(cx, &mut self.c),
            Arg::Unique(to) => self.pointed_to(cx, None, to),
            Arg::Ptr(own, to) => self.pointed_to(cx, Some(own), to),
            Arg::Ref(own, to) => {
                if self.lines == Lines::None {
                    return self.all(cx, to, depth + 1);
                }
                let line = cx.line(self.c.span(0), |o| _ = o.s(own));
                if matches!(to, [Arg::Union(..)]) {
                    self.union = own.split_once('(').and_then(|(_, kind)| kind.strip_suffix(')'));
                }
                self.behind(cx, line, to, depth + 1)
            }
            Arg::Text(field) => self.text(cx, field).map(|_| ()),
            Arg::Counted(len, size, to) => {
                self.align(if self.call.wide { 8 } else { 4 })?;
                self.number(cx, len, 2)?;
                self.number(cx, size, 2)?;
                if self.pointer(cx)? {
                    self.waiting.push((Item::NONE, to));
                }
                Ok(())
            }
            Arg::Struct(field, args) => {
                let align = self.alignment(args);
                self.align(align)?;
                self.node(cx, field, |n, cx| n.parts(cx, args, depth))?;
                // Structures of NDR64 are filled up to their own alignment, but for what ends the data.
                if self.call.wide {
                    _ = self.align(align);
                }
                Ok(())
            }
            Arg::Array(field, args) => {
                let count = self.count(cx, ARRAY_MAX_COUNT)?;
                self.array(cx, count, field, args, depth)
            }
            Arg::Union(field, arms) => self.union(cx, field, 4, arms, depth),
            Arg::Choice(field, arms) => {
                self.union(cx, field, if self.call.wide { 4 } else { 2 }, arms, depth)
            }
            Arg::Sid => self.sid(cx),
            Arg::Status(field) => {
                self.status(cx, field, &[(", ", "Unknown error 0x"), (", Error: ", "Unknown NT status 0x")])
            }
            Arg::Code(field) => self.status(cx, field, &[(", ", "Unknown error 0x")]),
            Arg::Error(field) => self.status(cx, field, &[(", Error: ", "Unknown DOS error 0x")]),
            Arg::Told(field) => {
                let text = self.text(cx, field)?;
                cx.info_add(|o| _ = o.s(", ").text(text.as_bytes()));
                Ok(())
            }
            Arg::Told8(field) => {
                self.first_count(cx, ARRAY_MAX_COUNT)?;
                self.count(cx, ARRAY_OFFSET)?;
                let n = self.count(cx, ARRAY_ACTUAL_COUNT)?.min(1 << 24) as usize;
                let at = self.c.span(n);
                let text = self.c.bytes(n)?;
                let text = text.split(|b| *b == 0).next().unwrap_or_default();
                cx.add_bytes(field, at, text);
                cx.info_add(|o| _ = o.s(", ").text(text));
                Ok(())
            }
            Arg::Level(field, before) => {
                let level = self.number(cx, field, 4)?;
                cx.info_add(|o| _ = o.s(before).u(level));
                Ok(())
            }
            Arg::Undecoded(field, expert) => {
                let at = self.c;
                let level = self.number(cx, field, 4)?;
                cx.expert_here(expert, at.span(0), |o| _ = o.s("Info level ").u(level).s(" not decoded"));
                Ok(())
            }
            Arg::Seconds(field) => {
                self.align(4)?;
                let (at, seconds) = (self.c.span(4), self.peek(4)?);
                cx.add(field, at, Value::Time(seconds as i64, 0));
                self.c.skip(4)
            }
            Arg::Sized(size, field) => {
                let n = self.number(cx, size, 4)?.min(1 << 24) as usize;
                cx.bytes(field, &mut self.c, n).map(|_| ())
            }
            Arg::Unimplemented(expert) => {
                let n = self.c.left().saturating_sub(4);
                let said = cx.registry.field(expert).label;
                let line = cx.line(self.c.span(n), |o| _ = o.s(said));
                cx.expert(expert, line, self.c.span(n));
                self.c.skip(n)
            }
        }
    }

    /// A node that is as long as what is in it.
    fn node<S: Sink>(
        &mut self,
        cx: &mut Cx<'_, S>,
        field: Field,
        f: impl FnOnce(&mut Self, &mut Cx<'_, S>) -> Step,
    ) -> Step {
        let from = self.c;
        let item: Item = cx.add(field, from.span(0), Value::None);
        cx.under(item, |cx| f(self, cx))?;
        cx.set_len(item, self.c.pos() - from.pos());
        Ok(())
    }

    fn union<S: Sink>(
        &mut self,
        cx: &mut Cx<'_, S>,
        field: Field,
        size: usize,
        arms: &'static [(u16, &'static [Arg])],
        depth: usize,
    ) -> Step {
        // What tells the arm is not put at the alignment of the arms, in NDR64 either.
        self.align(size)?;
        let of = self.peek(size)?;
        let kind = self.union.take();
        let line = kind.map_or(Item::NONE, |kind| cx.line(self.c.span(size), |o| _ = o.s(kind)));
        let item = cx.under(line, |cx| cx.add(field, self.c.span(size), Value::None));
        // Where the kind has a line, what the arm has stands beside what tells it.
        let item = if kind.is_some() { line } else { item };
        self.c.skip(size)?;
        let Some((_, args)) = arms.iter().find(|a| u64::from(a.0) == of) else { return Err(Stop::NotMine) };
        let align = arms.iter().map(|a| self.alignment(a.1)).max().unwrap_or(1);
        self.align(align)?;
        cx.under(item, |cx| self.parts(cx, args, depth))
    }

    /// Structures of which each has a node.
    fn array<S: Sink>(
        &mut self,
        cx: &mut Cx<'_, S>,
        count: u64,
        field: Field,
        args: &'static [Arg],
        depth: usize,
    ) -> Step {
        let align = self.alignment(args);
        for _ in 0..count.min(MOST) {
            self.align(align)?;
            self.node(cx, field, |n, cx| n.parts(cx, args, depth))?;
        }
        Ok(())
    }

    /// Structures without nodes.
    fn each<S: Sink>(&mut self, cx: &mut Cx<'_, S>, count: u64, args: &'static [Arg], depth: usize) -> Step {
        let align = self.alignment(args);
        for _ in 0..count.min(MOST) {
            self.align(align)?;
            self.parts(cx, args, depth)?;
        }
        Ok(())
    }

    fn flags<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field, bits: &[Field]) -> Step {
        self.bits(cx, field, 4, bits)
    }

    fn bits<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field, n: usize, bits: &[Field]) -> Step {
        self.align(n)?;
        let c = &mut self.c;
        if self.call.little { cx.flags_le(field, c, n, bits) } else { cx.flags(field, c, n, bits) }
            .map(|_| ())
    }

    /// Rights, in groups.
    fn rights<S: Sink>(
        &mut self,
        cx: &mut Cx<'_, S>,
        field: Field,
        kind: &'static str,
        own: &'static [Field],
    ) -> Step {
        self.align(4)?;
        let (raw, c, little) = (self.peek(4)?, self.c, self.call.little);
        let show = |cx: &mut Cx<'_, S>, field| {
            if little { cx.peek_le(field, &c, 0, 4) } else { cx.peek(field, &c, 4) }
        };
        let (generic, standard) = nt::STANDARD_RIGHTS.split_at(GENERIC_RIGHTS);
        let groups =
            [("Generic", 0xf000_0000, generic), ("Standard", 0xff_0000, standard), (kind, 0xffff, own)];
        let item = show(cx, field)?;
        cx.under(item, |cx| -> Step {
            for (name, mask, bits) in groups {
                let line = cx.line(c.span(4), |o| {
                    o.s(name).s(if mask == 0xffff { " specific rights: " } else { " rights: " });
                    o.hex(raw & mask, 8);
                });
                cx.under(line, |cx| bits.iter().try_for_each(|bit| show(cx, *bit).map(|_| ())))?;
            }
            Ok(())
        })?;
        self.c.skip(4)
    }

    /// A handle, and where it was opened and closed.
    fn handle<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field) -> Step {
        self.align(4)?;
        let at = self.c.span(calls::HANDLE);
        let line = cx.line(at, |o| {
            o.s("Policy Handle");
            if let Some(name) = self.call.named {
                o.s(": ").text(name);
            }
        });
        cx.under(line, |cx| self.handle_in(cx, field, at))
    }

    fn handle_in<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field, at: Span) -> Step {
        let bytes = cx.bytes(field, &mut self.c, calls::HANDLE)?;
        if bytes == [0; calls::HANDLE] {
            return Ok(());
        }
        for (field, frame) in [(NT_OPEN_FRAME, self.call.opened), (NT_CLOSE_FRAME, self.call.closed)] {
            if let Some(frame) = frame {
                cx.generated(field, at, Value::U(frame));
            }
        }
        Ok(())
    }

    /// Numbers one after another. Those beyond what fits an answer are passed over.
    fn numbers<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field, size: usize, count: u64) -> Step {
        for _ in 0..count.min(MOST) {
            self.number(cx, field, size)?;
        }
        self.c.skip(size * count.saturating_sub(MOST).min(1 << 24) as usize)
    }

    /// Text with the counts of a conformant and varying array.
    pub(super) fn text<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field) -> Result<String, Stop> {
        self.first_count(cx, ARRAY_MAX_COUNT)?;
        self.count(cx, ARRAY_OFFSET)?;
        let n = self.count(cx, ARRAY_ACTUAL_COUNT)?;
        let len = (n.min(1 << 24) as usize) * 2;
        let at = self.c.span(len);
        let text = text16(self.c.bytes(len)?);
        cx.add_bytes(field, at, text.as_bytes());
        let line = std::mem::replace(&mut self.said, Item::NONE);
        cx.append(line, |o| _ = o.s(": ").text(text.as_bytes()));
        Ok(text)
    }

    fn sid<S: Sink>(&mut self, cx: &mut Cx<'_, S>) -> Step {
        self.first_count(cx, NT_COUNT)?;
        let (len, bytes) = (nt::sid_len(&self.c)?, self.c.rest());
        let item = nt::sid(cx, NT_DOMAIN_SID, &mut self.c)?;
        cx.label(item, |o| nt::write_sid(o.s("Sid: "), bytes.get(..len).unwrap_or(bytes)));
        Ok(())
    }

    /// What became of the call; failures are told.
    fn status<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field, words: &[(&str, &str)]) -> Step {
        let code = self.number(cx, field, 4)?;
        if code != 0 {
            let names = cx.registry.field(field).names;
            cx.info_add(|o| {
                for (before, unknown) in words {
                    match names.find(code) {
                        Some(name) => o.s(before).s(name),
                        None => o.s(before).s(unknown).x(code, 8),
                    };
                }
            });
        }
        Ok(())
    }
}

/// What the line of a pointer says.
#[derive(Clone, Copy)]
enum Title {
    Own(&'static str),
    /// The name and the type of what it points to.
    Of(&'static str, &'static str),
}

impl Title {
    fn write(self, o: &mut requin_wire::Out<'_>) {
        _ = match self {
            Title::Own(text) => o.s(text),
            Title::Of(name, kind) => o.s("Pointer to ").s(name).s(" (").s(kind).s(")"),
        };
    }
}

/// The field and the type of what is pointed to, where the description of the interface has a simple one.
fn pointed(arg: &Arg) -> Option<(Field, &'static str)> {
    Some(match *arg {
        Arg::Text(field) | Arg::Told(field) | Arg::U16(field) => (field, "uint16"),
        Arg::U32(field) | Arg::Level(field, _) => (field, "uint32"),
        Arg::U8(field) | Arg::Numbers(field, 1) | Arg::Varying(field, 1) => (field, "uint8"),
        Arg::Handle(field) | Arg::Closed(field) | Arg::Context(field) => (field, "policy_handle"),
        _ => return None,
    })
}

/// At multiples of what a part begins, in NDR64 or not.
fn alignment(arg: &Arg, wide: bool) -> usize {
    match arg {
        Arg::U8(_) | Arg::Bytes(..) | Arg::Row(..) | Arg::Unread | Arg::Stub | Arg::Unimplemented(_) => 1,
        Arg::U16(_) => 2,
        Arg::Bits(_, n, _) => *n,
        Arg::Hyper(_) => 8,
        Arg::Long(_) | Arg::Time(_) if wide => 8,
        Arg::Inline(args) | Arg::Ref(_, args) => args.iter().map(|a| alignment(a, wide)).max().unwrap_or(1),
        Arg::Conformant(before, _, args) => {
            let own = if wide { 8 } else { 4 };
            before.iter().chain(*args).map(|a| alignment(a, wide)).max().unwrap_or(1).max(own)
        }
        Arg::Enum(_) if !wide => 2,
        Arg::Struct(_, args) => args.iter().map(|a| alignment(a, wide)).max().unwrap_or(1),
        Arg::Choice(_, arms) | Arg::Union(_, arms) if wide => {
            arms.iter().flat_map(|a| a.1).map(|a| alignment(a, wide)).max().unwrap_or(1).max(4)
        }
        Arg::Choice(..) => 2,
        Arg::Unique(_)
        | Arg::Ptr(..)
        | Arg::Counted(..)
        | Arg::Text(_)
        | Arg::Told(_)
        | Arg::Told8(_)
        | Arg::Numbers(..)
        | Arg::Varying(..)
        | Arg::Array(..)
        | Arg::Each(_)
        | Arg::VaryingEach(_)
        | Arg::Descriptor(_)
        | Arg::Sid
            if wide =>
        {
            8
        }
        _ => 4,
    }
}
