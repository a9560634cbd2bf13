//! Values that a program computes from a packet, each kept once, so that two values are the same exactly
//! if their numbers are.

use std::collections::HashMap;

/// The number of a value in its [`Pool`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Id(pub u32);

/// A cell of scratch memory, before real cells are given out.
pub(crate) type Slot = u16;

/// How many bytes a load takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Size {
    B,
    H,
    W,
}

/// Arithmetic of classic BPF: 32 bits, wrapping, unsigned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Op {
    Add,
    Sub,
    Mul,
    Div,
    Mod,
    And,
    Or,
    Xor,
    Lsh,
    Rsh,
}

impl Op {
    pub fn commutes(self) -> bool {
        matches!(self, Op::Add | Op::Mul | Op::And | Op::Or | Op::Xor)
    }

    /// The result, or `None` where the program would stop (division by zero).
    pub fn apply(self, a: u32, b: u32) -> Option<u32> {
        Some(match self {
            Op::Add => a.wrapping_add(b),
            Op::Sub => a.wrapping_sub(b),
            Op::Mul => a.wrapping_mul(b),
            Op::Div => a.checked_div(b)?,
            Op::Mod => a.checked_rem(b)?,
            Op::And => a & b,
            Op::Or => a | b,
            Op::Xor => a ^ b,
            Op::Lsh => a.checked_shl(b).unwrap_or(0),
            Op::Rsh => a.checked_shr(b).unwrap_or(0),
        })
    }
}

/// A value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Expr {
    Const(u32),
    /// The length of the packet on the wire.
    Len,
    /// Bytes of the packet at `base + off`.
    Load {
        size: Size,
        base: Option<Id>,
        off: u32,
    },
    /// `4 * (packet[off] & 0xf)`: the length of an IPv4 header.
    Msh(u32),
    Bin(Op, Id, Id),
    Neg(Id),
    Mem(Slot),
}

/// All values of a program.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pool {
    exprs: Vec<Expr>,
    index: HashMap<Expr, Id>,
}

impl Pool {
    pub fn get(&self, id: Id) -> Expr {
        self.exprs.get(id.0 as usize).copied().unwrap_or(Expr::Const(0))
    }

    pub fn constant_of(&self, id: Id) -> Option<u32> {
        match self.get(id) {
            Expr::Const(k) => Some(k),
            _ => None,
        }
    }

    fn keep(&mut self, expr: Expr) -> Id {
        if let Some(&id) = self.index.get(&expr) {
            return id;
        }
        let id = Id(u32::try_from(self.exprs.len()).unwrap_or(u32::MAX));
        self.exprs.push(expr);
        self.index.insert(expr, id);
        id
    }

    pub fn constant(&mut self, k: u32) -> Id {
        self.keep(Expr::Const(k))
    }

    pub fn len(&mut self) -> Id {
        self.keep(Expr::Len)
    }

    pub fn mem(&mut self, slot: Slot) -> Id {
        self.keep(Expr::Mem(slot))
    }

    /// The value of the cell, if anything is made of it.
    pub fn find_mem(&self, slot: Slot) -> Option<Id> {
        self.index.get(&Expr::Mem(slot)).copied()
    }

    /// `packet[base + off]`. A constant part of the base becomes part of the offset.
    pub fn load(&mut self, size: Size, base: Option<Id>, off: u32) -> Id {
        let mut base = base;
        let mut off = off;
        while let Some(id) = base {
            match self.get(id) {
                Expr::Const(k) => {
                    base = None;
                    off = off.wrapping_add(k);
                }
                Expr::Bin(Op::Add, inner, k) if self.constant_of(k).is_some() => {
                    off = off.wrapping_add(self.constant_of(k).unwrap_or(0));
                    base = Some(inner);
                }
                _ => break,
            }
        }
        self.keep(Expr::Load { size, base, off })
    }

    pub fn msh(&mut self, off: u32) -> Id {
        self.keep(Expr::Msh(off))
    }

    pub fn neg(&mut self, a: Id) -> Id {
        match self.constant_of(a) {
            Some(k) => self.constant(k.wrapping_neg()),
            None => self.keep(Expr::Neg(a)),
        }
    }

    /// `a op b`, folded and brought to one form, so that equal values are found equal.
    pub fn bin(&mut self, op: Op, a: Id, b: Id) -> Id {
        let (mut op, mut a, mut b) = (op, a, b);
        if op.commutes() && self.constant_of(a).is_some() {
            std::mem::swap(&mut a, &mut b);
        }
        if let (Some(x), Some(y)) = (self.constant_of(a), self.constant_of(b))
            && let Some(result) = op.apply(x, y)
        {
            return self.constant(result);
        }
        if let (Op::Sub, Some(k)) = (op, self.constant_of(b)) {
            op = Op::Add;
            b = self.constant(k.wrapping_neg());
        }
        if let Some(k) = self.constant_of(b) {
            match (op, k) {
                (Op::Add | Op::Or | Op::Xor | Op::Lsh | Op::Rsh, 0)
                | (Op::Mul | Op::Div, 1)
                | (Op::And, u32::MAX) => {
                    return a;
                }
                _ => {}
            }
            if let (Op::Mul, true) = (op, k.is_power_of_two()) {
                op = Op::Lsh;
                b = self.constant(k.trailing_zeros());
            }
            if let (Op::Div, true) = (op, k.is_power_of_two()) {
                op = Op::Rsh;
                b = self.constant(k.trailing_zeros());
            }
            // (x op c) op d = x op (c op d) for the operators where that holds.
            if let (Op::Add | Op::And | Op::Or | Op::Xor, Expr::Bin(inner, x, c)) = (op, self.get(a))
                && inner == op
                && let (Some(c), Some(d)) = (self.constant_of(c), self.constant_of(b))
                && let Some(both) = op.apply(c, d)
            {
                let both = self.constant(both);
                return self.bin(op, x, both);
            }
            if let (Op::Lsh, Some(2), Expr::Bin(Op::And, x, mask)) = (op, self.constant_of(b), self.get(a))
                && self.constant_of(mask) == Some(0xf)
                && let Expr::Load { size: Size::B, base: None, off } = self.get(x)
            {
                return self.msh(off);
            }
        }
        self.keep(Expr::Bin(op, a, b))
    }

    /// Whether the value is made of the memory cell.
    pub fn mentions(&self, id: Id, slot: Slot) -> bool {
        let mut found = false;
        self.slots(id, &mut |s| found |= s == slot);
        found
    }

    /// Calls `f` with each memory cell that the value is made of.
    pub fn slots(&self, id: Id, f: &mut impl FnMut(Slot)) {
        // A value is made of older ones only, so the walk ends; a stack keeps deep ones off the call stack.
        let mut todo = vec![id];
        while let Some(id) = todo.pop() {
            match self.get(id) {
                Expr::Mem(slot) => f(slot),
                Expr::Load { base: Some(base), .. } => todo.push(base),
                Expr::Neg(a) => todo.push(a),
                Expr::Bin(_, a, b) => todo.extend([a, b]),
                _ => {}
            }
        }
    }

    /// Bits that are zero whatever the packet, and the largest value.
    pub fn bounds(&self, id: Id) -> (u32, u32) {
        match self.get(id) {
            Expr::Const(k) => (!k, k),
            Expr::Load { size: Size::B, .. } => (!0xff, 0xff),
            Expr::Load { size: Size::H, .. } => (!0xffff, 0xffff),
            Expr::Msh(_) => (!0x3c, 0x3c),
            Expr::Bin(Op::And, _, b) => match self.constant_of(b) {
                Some(k) => (!k, k),
                None => (0, u32::MAX),
            },
            _ => (0, u32::MAX),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_values_get_equal_numbers() {
        let mut pool = Pool::default();
        let first = pool.load(Size::B, None, 14);
        let (k15, k4) = (pool.constant(15), pool.constant(4));
        let low = pool.bin(Op::And, k15, first);
        let length = pool.bin(Op::Mul, low, k4);
        assert_eq!(length, pool.msh(14));
        let plus = pool.bin(Op::Add, length, k4);
        let minus = pool.bin(Op::Sub, plus, k4);
        assert_eq!(minus, length);
        let direct = pool.load(Size::H, Some(length), 6);
        assert_eq!(pool.load(Size::H, Some(plus), 2), direct);
        let zero = pool.constant(0);
        assert_eq!(pool.get(pool.index[&Expr::Msh(14)]), Expr::Msh(14));
        let kept = pool.bin(Op::Div, k4, zero);
        assert!(pool.constant_of(kept).is_none(), "a division by zero stays for the program to stop at");
    }
}
