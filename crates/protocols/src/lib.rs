//! The protocols of requin: one file each, in folders by what they are.
//!
//! A protocol is a table of fields and a pure function. Its file declares both; [`list`] names it.

pub mod list;

mod absent;
pub mod application;
mod bare;
pub mod link;
pub mod meta;
pub mod network;
pub mod transport;
mod usual;
pub mod wireless;

pub use absent::Absent;
pub use bare::{bare_columns, columns_alone};
pub use list::registry;
pub use meta::frame::dissect_frame;
pub use usual::{HeaderFields, Usual, Usuals, begins_at_transport, dissect_usual};

/// Names that many protocols share.
pub mod common {
    use requin_wire::{Cursor, Cx, Field, FieldDef, FieldType, Item, Names, Out, Pdu, ProtoId, Sink, Step};

    /// Reads the PDU that begins the bytes, as long as `len` says, and hands what is behind it on as the next.
    ///
    /// # Errors
    /// Whatever stopped one of them.
    pub fn one_by_one<S: Sink>(
        cx: &mut Cx<'_, S>,
        mut c: Cursor<'_>,
        id: ProtoId,
        len: Pdu,
        one: impl FnOnce(&mut Cx<'_, S>, Cursor<'_>) -> Step,
    ) -> Step {
        let first = match len {
            Pdu::Len(n) if n > 0 => c.take(n),
            _ => c.take(c.left()),
        };
        one(cx, first)?;
        if c.captured() == 0 { Ok(()) } else { cx.next_pdu(id, c) }
    }

    /// Reads fields that stand one behind the other, each with its number of bytes (0: the width of its
    /// type).
    ///
    /// # Errors
    /// When the packet ends before the last.
    pub fn run<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, fields: &[(Field, usize)]) -> Step {
        for (field, n) in fields {
            cx.field(*field, c, *n)?;
        }
        Ok(())
    }

    /// Flags whose line has the names of those that are set.
    ///
    /// # Errors
    /// When the packet ends before.
    pub fn named_flags<S: Sink>(
        cx: &mut Cx<'_, S>,
        field: Field,
        c: &mut Cursor<'_>,
        n: usize,
        bits: &[Field],
    ) -> Step {
        let (raw, item) = cx.flags(field, c, n, bits)?;
        say_bits(cx, item, raw, bits);
        Ok(())
    }

    /// Says behind a field of flags what the fields of its bits say: truth values by their labels when they are true,
    /// numbers by label and name when their field has names.
    pub fn say_bits<S: Sink>(cx: &mut Cx<'_, S>, item: Item, raw: u64, bits: &[Field]) {
        say_bits_behind(cx, item, ", ", raw, bits);
    }

    /// The same, with this before the first.
    pub fn say_bits_behind<S: Sink>(cx: &mut Cx<'_, S>, item: Item, first: &str, raw: u64, bits: &[Field]) {
        let registry = cx.registry;
        cx.append(item, |o| {
            let mut before = first;
            for field in bits {
                if say_bit(o, registry.field(*field), raw, before) {
                    before = ", ";
                }
            }
        });
    }

    /// Says one of them behind a text, if there is something to say.
    fn say_bit(o: &mut Out<'_>, def: &FieldDef, raw: u64, before: &str) -> bool {
        let bits = raw & def.mask;
        match def.names {
            _ if def.kind == FieldType::Bool => {
                if bits == 0 {
                    return false;
                }
                o.s(before).s(def.label);
            }
            Names::Table(_) | Names::Special(_) | Names::Ranges(_) => {
                let value = bits >> def.mask.trailing_zeros().min(63);
                o.s(before).s(def.label).s(": ").s(def.names.or(value, "Unknown"));
            }
            _ => return false,
        }
        true
    }

    /// A flag that is set or not.
    pub const SET: Names = Names::Bools("Set", "Not set");
    /// A condition.
    pub const TRUE: Names = Names::Bools("True", "False");
    /// An answer.
    pub const YES: Names = Names::Bools("Yes", "No");
}
