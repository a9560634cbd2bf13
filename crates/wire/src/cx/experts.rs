//! Expert items.

use super::Cx;
use crate::{Field, Item, Out, Sink, Span, Value};

impl<S: Sink> Cx<'_, S> {
    /// Adds an expert item under `item` ([`Item::NONE`]: under the protocol) with its usual message.
    #[inline(always)]
    pub fn expert(&mut self, field: Field, item: Item, span: Span) {
        if S::FIELDS {
            self.expert_with(field, item, span, |_| ());
        }
    }

    /// Adds an expert item under `item` ([`Item::NONE`]: under the protocol) with a message of its own.
    #[inline(always)]
    pub fn expert_with(&mut self, field: Field, item: Item, span: Span, message: impl FnOnce(&mut Out<'_>)) {
        if S::FIELDS {
            let under = if item.is_some() { item } else { self.proto_item };
            self.under(under, |cx| cx.expert_here(field, span, message));
        }
    }

    /// Adds an expert item where the tree is now, with a message of its own.
    pub fn expert_here(&mut self, field: Field, span: Span, message: impl FnOnce(&mut Out<'_>)) {
        let Some(names) = self.registry.expert_fields() else { return };
        let [top, text, severity, group] = names;
        let def = self.registry.field(field);
        let Some((sev, grp)) = def.expert else { return };
        let malformed = self.registry.malformed().filter(|_| grp == crate::Group::Malformed);
        if !(S::ALL
            || self.wants(field)
            || names.iter().any(|f| self.wants(*f))
            || malformed.is_some_and(|f| self.wants(f)))
        {
            return;
        }
        let kept = self.keep(message);
        let kept = match kept {
            Value::Str(s) if s.len == 0 => self.keep(|o| _ = o.s(def.label)),
            kept => kept,
        };
        let span = Span { len: 0, ..span };
        let item = self.add(top, span, Value::None);
        self.set_generated(item);
        if self.wants_labels() && item.is_some() {
            let said = kept.span().unwrap_or_default();
            let said: Vec<u8> = self.out.bytes(&[], said).to_vec();
            self.label(item, |o| {
                o.s("Expert Info (")
                    .s(sev.name())
                    .c(b'/')
                    .s(grp.name())
                    .s("): ")
                    .s(&String::from_utf8_lossy(&said));
            });
        }
        self.under(item, |cx| {
            let it = cx.generated(field, span, Value::None);
            if cx.wants_labels() && it.is_some() {
                let said: Vec<u8> = cx.out.bytes(&[], kept.span().unwrap_or_default()).to_vec();
                cx.label_in_pieces(it, |o| _ = o.s(&String::from_utf8_lossy(&said)));
            }
            let it = cx.generated(text, span, kept);
            cx.hide(it);
            cx.generated(severity, span, Value::U(sev as u64));
            cx.generated(group, span, Value::U(grp as u64));
        });
        if let Some(malformed) = malformed {
            self.hidden(malformed, span, Value::None);
        }
    }
}
