//! Nodes: adding fields to the tree, and what they say.

use super::{Cx, MAX_NODES};
use crate::{Cursor, Field, Item, Node, Out, Sink, Span, Value};

/// Bytes of a node's text that are shown.
const LONGEST: usize = 239;

impl<S: Sink> Cx<'_, S> {
    /// Whether the sink takes this field: for work that is only worth it then.
    #[inline(always)]
    #[must_use]
    pub fn wants(&self, field: Field) -> bool {
        S::ALL || (S::FIELDS && self.want.has(field))
    }

    /// Whether the sink takes any field from `first` to `last` of a protocol's list.
    #[inline(always)]
    #[must_use]
    pub fn wants_any(&self, first: Field, last: Field) -> bool {
        S::ALL || (S::FIELDS && self.want.any(first, last))
    }

    /// Whether the sink takes expert items, whichever they are.
    #[inline]
    #[must_use]
    pub fn wants_experts(&self) -> bool {
        S::ALL
            || S::FIELDS
                && (self.registry.malformed().is_some_and(|f| self.want.has(f))
                    || self
                        .registry
                        .expert_fields()
                        .is_some_and(|names| names.iter().any(|f| self.want.has(*f))))
    }

    /// Whether labels are written.
    #[inline(always)]
    #[must_use]
    pub fn wants_labels(&self) -> bool {
        S::FIELDS && self.want.labels
    }

    /// Whether what a protocol carries is of no use, unless it has fields that are wanted: see
    /// [`Want::above_is_enough`](crate::Want::above_is_enough).
    #[inline(always)]
    #[must_use]
    pub fn above_is_enough(&self) -> bool {
        !S::ALL && self.want.above_is_enough
    }

    /// Whether nodes that are not shown are taken, as far as their fields are.
    #[inline(always)]
    #[must_use]
    pub fn wants_hidden(&self) -> bool {
        S::FIELDS && !(S::ALL && self.want.without_hidden)
    }

    /// Whether the whole tree is being made.
    #[inline(always)]
    #[must_use]
    pub fn wants_tree(&self) -> bool {
        S::ALL
    }

    /// Adds a node with a value at hand.
    #[inline(always)]
    pub fn add(&mut self, field: Field, span: Span, value: Value) -> Item {
        if !self.wants(field) {
            return Item::NONE;
        }
        self.push(field, 0, span, value)
    }

    pub(super) fn push(&mut self, field: Field, flags: u8, span: Span, value: Value) -> Item {
        if self.out.nodes.len() >= MAX_NODES {
            return Item::NONE;
        }
        self.out.push(field, self.depth, flags, self.layer, span, value)
    }

    /// Adds a node that is concluded, not read: shown in square brackets.
    #[inline(always)]
    pub fn generated(&mut self, field: Field, span: Span, value: Value) -> Item {
        if !self.wants(field) {
            return Item::NONE;
        }
        self.push(field, Node::GENERATED, span, value)
    }

    /// Adds a node that is not shown and that filters find.
    #[inline(always)]
    pub fn hidden(&mut self, field: Field, span: Span, value: Value) -> Item {
        if !self.wants(field) || !self.wants_hidden() {
            return Item::NONE;
        }
        self.push(field, Node::HIDDEN, span, value)
    }

    /// Adds a line of text to the tree.
    #[inline(always)]
    pub fn line(&mut self, span: Span, text: impl FnOnce(&mut Out<'_>)) -> Item {
        if !S::ALL {
            return Item::NONE;
        }
        let item = self.push(Field::TEXT, 0, span, Value::None);
        self.label(item, text);
        item
    }

    /// Nests what `f` adds under `item`, whenever that was added.
    #[inline(always)]
    pub fn under<R>(&mut self, item: Item, f: impl FnOnce(&mut Self) -> R) -> R {
        if !S::ALL || !item.is_some() {
            return f(self);
        }
        let depth = self.depth;
        let from = self.out.nodes.len();
        let late = !self.out.is_open(item);
        self.depth = self.out.node_mut(item).map_or(depth, |n| n.depth.saturating_add(1));
        let r = f(self);
        self.depth = depth;
        if late {
            self.out.mark_late(from, item);
        }
        r
    }

    /// Puts what `f` adds at the top of the tree, where protocols stand.
    pub fn at_top<R>(&mut self, f: impl FnOnce(&mut Self) -> R) -> R {
        let depth = std::mem::take(&mut self.depth);
        let r = f(self);
        self.depth = depth;
        r
    }

    /// Gives a node another text than its label and value.
    #[inline(always)]
    pub fn label(&mut self, item: Item, text: impl FnOnce(&mut Out<'_>)) {
        if self.wants_labels() && item.is_some() {
            self.set_label(item, false, text);
        }
    }

    /// As [`label`](Cx::label), for texts that are put together piece by piece: tshark cuts them without a mark.
    pub fn label_in_pieces(&mut self, item: Item, text: impl FnOnce(&mut Out<'_>)) {
        self.label(item, text);
        self.out.cut_label(item, LONGEST);
    }

    /// Adds text behind what a node says already.
    #[inline(always)]
    pub fn append(&mut self, item: Item, text: impl FnOnce(&mut Out<'_>)) {
        if self.wants_labels() && item.is_some() {
            self.set_label(item, true, text);
        }
    }

    fn set_label(&mut self, item: Item, append: bool, text: impl FnOnce(&mut Out<'_>)) {
        let start = self.out.text.len();
        let Some(node) = self.out.nodes.get_mut(item.0 as usize) else { return };
        let (old, len) = (node.label.0 as usize, node.label.1 as usize);
        let mut begin = start;
        if append {
            if len == 0 && node.flags & Node::APPEND == 0 && node.field != Field::TEXT {
                node.flags |= Node::APPEND;
            } else if old + len == start {
                begin = old;
            } else {
                self.out.text.extend_from_within(old..old + len);
            }
        } else {
            node.flags &= !Node::APPEND;
        }
        text(&mut Out::new(&mut self.out.text));
        node.label = (begin as u32, (self.out.text.len() - begin) as u32);
    }

    /// Hides a node from the tree.
    #[inline(always)]
    pub fn hide(&mut self, item: Item) {
        self.set_flags(item, Node::HIDDEN);
    }

    /// Says that a node was concluded, not read.
    #[inline(always)]
    pub fn set_generated(&mut self, item: Item) {
        self.set_flags(item, Node::GENERATED);
    }

    #[inline(always)]
    fn set_flags(&mut self, item: Item, flags: u8) {
        if S::FIELDS
            && let Some(n) = self.out.node_mut(item)
        {
            n.flags |= flags;
        }
    }

    /// Sets how many bytes a node covers.
    #[inline(always)]
    pub fn set_len(&mut self, item: Item, len: usize) {
        if S::FIELDS
            && let Some(n) = self.out.node_mut(item)
        {
            n.span.len = len as u32;
        }
    }

    /// Lets a node end where the cursor stands.
    #[inline(always)]
    pub fn end_at(&mut self, item: Item, c: &Cursor<'_>) {
        if S::FIELDS
            && let Some(n) = self.out.node_mut(item)
        {
            n.span.len = (c.pos() as u32).saturating_sub(n.span.start);
        }
    }

    /// Sets a node's value anew.
    #[inline(always)]
    pub fn set_value(&mut self, item: Item, value: Value) {
        if S::FIELDS
            && let Some(n) = self.out.node_mut(item)
        {
            n.value = value;
        }
    }

    /// Sets how many bytes the protocol's node covers (the payload of the layer stays its filter value).
    #[inline(always)]
    pub fn proto_len(&mut self, len: usize) {
        let item = self.proto_item;
        self.set_len(item, len);
    }

    /// Adds text behind the protocol's name in the tree.
    #[inline(always)]
    pub fn proto_append(&mut self, text: impl FnOnce(&mut Out<'_>)) {
        let item = self.proto_item;
        self.append(item, text);
    }
}
