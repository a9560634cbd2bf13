//! Runs programs. Instructions are decoded once: jumps become places, and a load followed by a test is one
//! step, which is most of what filters do.

use crate::program::{Insn, MEMORY, code};

/// A decoded instruction. Targets are places in the same list.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Op {
    Ret(u32),
    RetA,
    LdW(u32),
    LdH(u32),
    LdB(u32),
    LdWX(u32),
    LdHX(u32),
    LdBX(u32),
    LdImm(u32),
    LdLen,
    LdMem(u8),
    LdxImm(u32),
    LdxLen,
    LdxMem(u8),
    LdxMsh(u32),
    St(u8),
    Stx(u8),
    Tax,
    Txa,
    Neg,
    Alu {
        op: u8,
        k: u32,
    },
    AluX {
        op: u8,
    },
    Ja(u16),
    Eq {
        k: u32,
        yes: u16,
        no: u16,
    },
    Gt {
        k: u32,
        yes: u16,
        no: u16,
    },
    Ge {
        k: u32,
        yes: u16,
        no: u16,
    },
    Set {
        k: u32,
        yes: u16,
        no: u16,
    },
    EqX {
        yes: u16,
        no: u16,
    },
    GtX {
        yes: u16,
        no: u16,
    },
    GeX {
        yes: u16,
        no: u16,
    },
    SetX {
        yes: u16,
        no: u16,
    },
    LdWEq {
        off: u32,
        k: u32,
        yes: u16,
        no: u16,
    },
    LdHEq {
        off: u32,
        k: u32,
        yes: u16,
        no: u16,
    },
    LdBEq {
        off: u32,
        k: u32,
        yes: u16,
        no: u16,
    },
    LdHSet {
        off: u32,
        k: u32,
        yes: u16,
        no: u16,
    },
    LdBSet {
        off: u32,
        k: u32,
        yes: u16,
        no: u16,
    },
    LdHXEq {
        off: u32,
        k: u32,
        yes: u16,
        no: u16,
    },
    /// Two tests for equality, the second after the first has failed.
    Eq2 {
        k: [u32; 2],
        yes: [u16; 2],
        no: u16,
    },
    LdHEq2 {
        off: u8,
        k: [u32; 2],
        yes: [u16; 2],
        no: u16,
    },
    LdBEq2 {
        off: u8,
        k: [u32; 2],
        yes: [u16; 2],
        no: u16,
    },
    /// X gets the length of an IPv4 header; then a half-word behind it is tested.
    MshLdHXEq {
        header: u8,
        off: u8,
        k: u32,
        yes: u16,
        no: u16,
    },
}

/// A program decoded.
#[derive(Clone, Debug)]
pub(crate) struct Decoded {
    ops: Vec<Op>,
    /// Whether there are any cells of memory to clear before each run.
    uses_memory: bool,
}

/// Decodes checked instructions.
pub(crate) fn decode(insns: &[Insn]) -> Decoded {
    let single: Vec<Op> = insns.iter().enumerate().map(|(at, insn)| decode_one(at, insn)).collect();
    // A load and the test after it become one step, as do two tests. What follows stays in its place for those
    // who jump to it.
    let tests: Vec<Op> = single.iter().map(|op| pair_of_tests(*op, &single)).collect();
    let mut ops: Vec<Op> = Vec::with_capacity(tests.len());
    for (at, op) in tests.iter().enumerate() {
        let next = tests.get(at.saturating_add(1)).copied();
        let plain = single.get(at.saturating_add(1)).copied();
        ops.push(
            next.and_then(|next| fuse(*op, next))
                .or_else(|| plain.and_then(|next| fuse(*op, next)))
                .unwrap_or(*op),
        );
    }
    for at in (0..ops.len().saturating_sub(1)).rev() {
        if let (Some(&Op::LdxMsh(header)), Some(&Op::LdHXEq { off, k, yes, no })) =
            (ops.get(at), ops.get(at.saturating_add(1)))
            && let (Ok(header), Ok(off)) = (u8::try_from(header), u8::try_from(off))
            && let Some(op) = ops.get_mut(at)
        {
            *op = Op::MshLdHXEq { header, off, k, yes, no };
        }
    }
    let uses_memory =
        ops.iter().any(|op| matches!(op, Op::St(_) | Op::Stx(_) | Op::LdMem(_) | Op::LdxMem(_)));
    Decoded { ops, uses_memory }
}

/// A test for equality with the one that is made when it fails.
fn pair_of_tests(op: Op, ops: &[Op]) -> Op {
    if let Op::Eq { k: first, yes, no } = op
        && let Some(&Op::Eq { k: second, yes: then, no: otherwise }) = ops.get(usize::from(no))
    {
        return Op::Eq2 { k: [first, second], yes: [yes, then], no: otherwise };
    }
    op
}

/// A load and what follows it as one step.
fn fuse(op: Op, next: Op) -> Option<Op> {
    Some(match (op, next) {
        (Op::LdW(off), Op::Eq { k, yes, no }) => Op::LdWEq { off, k, yes, no },
        (Op::LdH(off), Op::Eq { k, yes, no }) => Op::LdHEq { off, k, yes, no },
        (Op::LdB(off), Op::Eq { k, yes, no }) => Op::LdBEq { off, k, yes, no },
        (Op::LdH(off), Op::Set { k, yes, no }) => Op::LdHSet { off, k, yes, no },
        (Op::LdB(off), Op::Set { k, yes, no }) => Op::LdBSet { off, k, yes, no },
        (Op::LdHX(off), Op::Eq { k, yes, no }) => Op::LdHXEq { off, k, yes, no },
        (Op::LdH(off), Op::Eq2 { k, yes, no }) => Op::LdHEq2 { off: u8::try_from(off).ok()?, k, yes, no },
        (Op::LdB(off), Op::Eq2 { k, yes, no }) => Op::LdBEq2 { off: u8::try_from(off).ok()?, k, yes, no },
        _ => return None,
    })
}

fn decode_one(at: usize, insn: &Insn) -> Op {
    let k = insn.k;
    let cell = (k & 0x0f) as u8;
    // The check has made sure that targets exist and that a program has fewer than 65,536 instructions.
    let place = |jump: u32| {
        let jump = usize::try_from(jump).unwrap_or(usize::MAX);
        u16::try_from(at.saturating_add(1).saturating_add(jump)).unwrap_or(u16::MAX)
    };
    let (yes, no) = (place(u32::from(insn.jt)), place(u32::from(insn.jf)));
    match insn.code {
        code::RET_K => Op::Ret(k),
        code::RET_A => Op::RetA,
        code::LD_W_ABS => Op::LdW(k),
        code::LD_H_ABS => Op::LdH(k),
        code::LD_B_ABS => Op::LdB(k),
        code::LD_W_IND => Op::LdWX(k),
        code::LD_H_IND => Op::LdHX(k),
        code::LD_B_IND => Op::LdBX(k),
        code::LD_IMM => Op::LdImm(k),
        code::LD_LEN => Op::LdLen,
        code::LD_MEM => Op::LdMem(cell),
        code::LDX_IMM => Op::LdxImm(k),
        code::LDX_LEN => Op::LdxLen,
        code::LDX_MEM => Op::LdxMem(cell),
        code::LDX_MSH => Op::LdxMsh(k),
        code::ST => Op::St(cell),
        code::STX => Op::Stx(cell),
        code::TAX => Op::Tax,
        code::TXA => Op::Txa,
        code::NEG => Op::Neg,
        code::JA => Op::Ja(place(k)),
        code::JEQ_K => Op::Eq { k, yes, no },
        code::JGT_K => Op::Gt { k, yes, no },
        code::JGE_K => Op::Ge { k, yes, no },
        code::JSET_K => Op::Set { k, yes, no },
        other if other == code::JEQ_K | code::X => Op::EqX { yes, no },
        other if other == code::JGT_K | code::X => Op::GtX { yes, no },
        other if other == code::JGE_K | code::X => Op::GeX { yes, no },
        other if other == code::JSET_K | code::X => Op::SetX { yes, no },
        other if other & 0x0f == code::ALU_X => Op::AluX { op: (other & 0xf0) as u8 },
        other => Op::Alu { op: (other & 0xf0) as u8, k },
    }
}

#[inline(always)]
fn bytes<const N: usize>(packet: &[u8], at: u32) -> Option<[u8; N]> {
    packet.get(at as usize..)?.first_chunk::<N>().copied()
}

#[inline(always)]
fn word(packet: &[u8], at: u32) -> Option<u32> {
    bytes(packet, at).map(u32::from_be_bytes)
}

#[inline(always)]
fn half(packet: &[u8], at: u32) -> Option<u32> {
    bytes(packet, at).map(u16::from_be_bytes).map(u32::from)
}

#[inline(always)]
fn byte(packet: &[u8], at: u32) -> Option<u32> {
    packet.get(at as usize).copied().map(u32::from)
}

/// Where two tests for equality lead.
#[inline(always)]
fn pick2(a: u32, k: &[u32; 2], yes: &[u16; 2], no: &u16) -> usize {
    let [first, second] = k;
    let [then, otherwise] = yes;
    usize::from(if a == *first {
        *then
    } else if a == *second {
        *otherwise
    } else {
        *no
    })
}

/// The result of arithmetic; `None` ends the program.
#[inline(always)]
fn alu(op: u8, a: u32, b: u32) -> Option<u32> {
    Some(match op {
        0x00 => a.wrapping_add(b),
        0x10 => a.wrapping_sub(b),
        0x20 => a.wrapping_mul(b),
        0x30 => a.checked_div(b)?,
        0x40 => a | b,
        0x50 => a & b,
        0x60 => a.checked_shl(b).unwrap_or(0),
        0x70 => a.checked_shr(b).unwrap_or(0),
        0x90 => a.checked_rem(b)?,
        0xa0 => a ^ b,
        _ => a,
    })
}

/// Runs a decoded program.
#[inline]
pub(crate) fn run(program: &Decoded, packet: &[u8], wire_len: u32) -> u32 {
    let result = if program.uses_memory {
        go(&program.ops, packet, wire_len, &mut [0u32; MEMORY])
    } else {
        go(&program.ops, packet, wire_len, &mut [])
    };
    result.unwrap_or(0)
}

#[inline]
fn go(ops: &[Op], packet: &[u8], wire_len: u32, memory: &mut [u32]) -> Option<u32> {
    let mut a = 0u32;
    let mut x = 0u32;
    let mut at = 0usize;
    // Every step goes forward in the list, so the loop ends.
    loop {
        let op = ops.get(at)?;
        let pick = |holds: bool, yes: &u16, no: &u16| usize::from(if holds { *yes } else { *no });
        at = at.wrapping_add(1);
        match op {
            Op::Ret(k) => return Some(*k),
            Op::RetA => return Some(a),
            Op::LdWEq { off, k, yes, no } => {
                a = word(packet, *off)?;
                at = pick(a == *k, yes, no);
            }
            Op::LdHEq { off, k, yes, no } => {
                a = half(packet, *off)?;
                at = pick(a == *k, yes, no);
            }
            Op::LdBEq { off, k, yes, no } => {
                a = byte(packet, *off)?;
                at = pick(a == *k, yes, no);
            }
            Op::LdHSet { off, k, yes, no } => {
                a = half(packet, *off)?;
                at = pick(a & *k != 0, yes, no);
            }
            Op::LdBSet { off, k, yes, no } => {
                a = byte(packet, *off)?;
                at = pick(a & *k != 0, yes, no);
            }
            Op::LdHXEq { off, k, yes, no } => {
                a = half(packet, x.wrapping_add(*off))?;
                at = pick(a == *k, yes, no);
            }
            Op::LdHEq2 { off, k, yes, no } => {
                a = half(packet, u32::from(*off))?;
                at = pick2(a, k, yes, no);
            }
            Op::LdBEq2 { off, k, yes, no } => {
                a = byte(packet, u32::from(*off))?;
                at = pick2(a, k, yes, no);
            }
            Op::MshLdHXEq { header, off, k, yes, no } => {
                x = (byte(packet, u32::from(*header))? & 0x0f) << 2;
                a = half(packet, x.wrapping_add(u32::from(*off)))?;
                at = pick(a == *k, yes, no);
            }
            Op::Eq2 { k, yes, no } => at = pick2(a, k, yes, no),
            Op::Eq { k, yes, no } => at = pick(a == *k, yes, no),
            Op::Gt { k, yes, no } => at = pick(a > *k, yes, no),
            Op::Ge { k, yes, no } => at = pick(a >= *k, yes, no),
            Op::Set { k, yes, no } => at = pick(a & *k != 0, yes, no),
            Op::EqX { yes, no } => at = pick(a == x, yes, no),
            Op::GtX { yes, no } => at = pick(a > x, yes, no),
            Op::GeX { yes, no } => at = pick(a >= x, yes, no),
            Op::SetX { yes, no } => at = pick(a & x != 0, yes, no),
            Op::Ja(target) => at = usize::from(*target),
            Op::LdW(off) => a = word(packet, *off)?,
            Op::LdH(off) => a = half(packet, *off)?,
            Op::LdB(off) => a = byte(packet, *off)?,
            Op::LdWX(off) => a = word(packet, x.wrapping_add(*off))?,
            Op::LdHX(off) => a = half(packet, x.wrapping_add(*off))?,
            Op::LdBX(off) => a = byte(packet, x.wrapping_add(*off))?,
            Op::LdImm(k) => a = *k,
            Op::LdLen => a = wire_len,
            Op::LdMem(cell) => a = memory.get(usize::from(*cell)).copied()?,
            Op::LdxImm(k) => x = *k,
            Op::LdxLen => x = wire_len,
            Op::LdxMem(cell) => x = memory.get(usize::from(*cell)).copied()?,
            Op::LdxMsh(off) => x = (byte(packet, *off)? & 0x0f) << 2,
            Op::St(cell) => *memory.get_mut(usize::from(*cell))? = a,
            Op::Stx(cell) => *memory.get_mut(usize::from(*cell))? = x,
            Op::Tax => x = a,
            Op::Txa => a = x,
            Op::Neg => a = a.wrapping_neg(),
            Op::Alu { op, k } => a = alu(*op, a, *k)?,
            Op::AluX { op } => a = alu(*op, a, x)?,
        }
    }
}
