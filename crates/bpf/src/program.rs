//! The finished program: checked instructions, and their form that runs fast.

use crate::interp::{self, Decoded};
use std::fmt;

/// An instruction of classic BPF, as `struct bpf_insn` and `struct sock_filter` lay it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Insn {
    /// What to do: class, size, mode, operation, source.
    pub code: u16,
    /// Instructions to skip if a test holds.
    pub jt: u8,
    /// Instructions to skip if it does not.
    pub jf: u8,
    /// The operand.
    pub k: u32,
}

/// The operation codes of classic BPF.
pub mod code {
    /// Load the word at a fixed place.
    pub const LD_W_ABS: u16 = 0x20;
    /// Load the half-word at a fixed place.
    pub const LD_H_ABS: u16 = 0x28;
    /// Load the byte at a fixed place.
    pub const LD_B_ABS: u16 = 0x30;
    /// Load the word at X + k.
    pub const LD_W_IND: u16 = 0x40;
    /// Load the half-word at X + k.
    pub const LD_H_IND: u16 = 0x48;
    /// Load the byte at X + k.
    pub const LD_B_IND: u16 = 0x50;
    /// Load a constant.
    pub const LD_IMM: u16 = 0x00;
    /// Load the length of the packet.
    pub const LD_LEN: u16 = 0x80;
    /// Load a memory cell.
    pub const LD_MEM: u16 = 0x60;
    /// Load a constant into X.
    pub const LDX_IMM: u16 = 0x01;
    /// Load the length of the packet into X.
    pub const LDX_LEN: u16 = 0x81;
    /// Load a memory cell into X.
    pub const LDX_MEM: u16 = 0x61;
    /// Load four times the low half of a byte into X.
    pub const LDX_MSH: u16 = 0xb1;
    /// Store A.
    pub const ST: u16 = 0x02;
    /// Store X.
    pub const STX: u16 = 0x03;
    /// Arithmetic on A with a constant; the operation is in bits 4 to 7.
    pub const ALU_K: u16 = 0x04;
    /// Arithmetic on A with X.
    pub const ALU_X: u16 = 0x0c;
    /// Negate A.
    pub const NEG: u16 = 0x84;
    /// Jump.
    pub const JA: u16 = 0x05;
    /// Jump if A equals k.
    pub const JEQ_K: u16 = 0x15;
    /// Jump if A is greater than k.
    pub const JGT_K: u16 = 0x25;
    /// Jump if A is k or greater.
    pub const JGE_K: u16 = 0x35;
    /// Jump if A has any bit of k.
    pub const JSET_K: u16 = 0x45;
    /// Added to a jump's code: compare with X.
    pub const X: u16 = 0x08;
    /// Return a constant.
    pub const RET_K: u16 = 0x06;
    /// Return A.
    pub const RET_A: u16 = 0x16;
    /// Copy A to X.
    pub const TAX: u16 = 0x07;
    /// Copy X to A.
    pub const TXA: u16 = 0x87;
}

/// Places that are not in the packet: what Linux knows of it, read by loads from these offsets.
pub mod ancillary {
    /// The Ethernet type, in host order.
    pub const PROTOCOL: u32 = 0xffff_f000;
    /// Whom the packet is for: 0 this host, 4 sent by it.
    pub const PACKET_TYPE: u32 = 0xffff_f004;
    /// The number of the interface.
    pub const INTERFACE: u32 = 0xffff_f008;
    /// The VLAN tag that was taken out of the frame.
    pub const VLAN_TAG: u32 = 0xffff_f02c;
    /// Whether a VLAN tag was taken out.
    pub const VLAN_PRESENT: u32 = 0xffff_f030;

    /// What tcpdump calls the place.
    pub(crate) fn name(offset: u32) -> Option<&'static str> {
        Some(match offset {
            PROTOCOL => "proto",
            PACKET_TYPE => "type",
            INTERFACE => "ifidx",
            0xffff_f00c => "nla",
            0xffff_f010 => "nlan",
            0xffff_f014 => "mark",
            0xffff_f018 => "queue",
            0xffff_f01c => "hatype",
            0xffff_f020 => "rxhash",
            0xffff_f024 => "cpu",
            VLAN_TAG => "vlan_tci",
            VLAN_PRESENT => "vlanp",
            _ => return None,
        })
    }
}

/// Cells of scratch memory that a program has.
pub const MEMORY: usize = 16;

/// Instructions that a kernel takes at most.
pub const KERNEL_MAX: usize = 4096;

/// Instructions that a program can have here at most.
pub(crate) const MAX: usize = 65_535;

/// What is wrong with instructions that are no valid program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invalid {
    /// The number of the instruction.
    pub at: usize,
    /// What is wrong with it.
    pub reason: &'static str,
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "instruction {}: {}", self.at, self.reason)
    }
}

impl std::error::Error for Invalid {}

/// A program that has been checked: it ends on every packet, since every jump goes forward and the last
/// instruction returns; it reads no memory cell that it did not write; it divides by no constant zero.
#[derive(Clone, Debug)]
pub struct Program {
    insns: Vec<Insn>,
    decoded: Decoded,
}

impl PartialEq for Program {
    fn eq(&self, other: &Self) -> bool {
        self.insns == other.insns
    }
}

impl Eq for Program {}

impl Program {
    /// Checks instructions and makes them a program.
    ///
    /// # Errors
    /// The first instruction that is unknown, jumps out of the program, divides by a constant zero, or may
    /// read a memory cell before it is written; or an end that is no return.
    pub fn new(insns: Vec<Insn>) -> Result<Self, Invalid> {
        check(&insns)?;
        let decoded = interp::decode(&insns);
        Ok(Self { insns, decoded })
    }

    /// The instructions.
    #[must_use]
    pub fn insns(&self) -> &[Insn] {
        &self.insns
    }

    /// How many instructions there are. Never none.
    #[must_use]
    pub fn len(&self) -> usize {
        self.insns.len()
    }

    /// Always false: a program has at least one instruction.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.insns.is_empty()
    }

    /// Whether a kernel would take the program, which has at most 4096 instructions then.
    #[must_use]
    pub fn fits_kernel(&self) -> bool {
        self.insns.len() <= KERNEL_MAX
    }

    /// Runs the program on a packet: how many of its bytes to take, 0 for none of it. `wire_len` is how long
    /// the packet was on the wire, which may be more than what was captured of it. Reading beyond what was
    /// captured ends the program with 0, as everywhere where BPF runs.
    #[inline]
    #[must_use]
    pub fn matches(&self, packet: &[u8], wire_len: u32) -> u32 {
        interp::run(&self.decoded, packet, wire_len)
    }
}

/// The operations of [`code::ALU_K`] and [`code::ALU_X`], in bits 4 to 7.
pub(crate) const ALU: [u16; 11] = [0x00, 0x10, 0x20, 0x30, 0x40, 0x50, 0x60, 0x70, 0x90, 0xa0, 0x80];

fn check(insns: &[Insn]) -> Result<(), Invalid> {
    use code::{
        ALU_K, ALU_X, JA, JEQ_K, JGE_K, JGT_K, JSET_K, LD_B_ABS, LD_B_IND, LD_H_ABS, LD_H_IND, LD_IMM,
        LD_LEN, LD_MEM, LD_W_ABS, LD_W_IND, LDX_IMM, LDX_LEN, LDX_MEM, LDX_MSH, NEG, RET_A, RET_K, ST, STX,
        TAX, TXA, X,
    };
    let invalid = |at: usize, reason: &'static str| Err(Invalid { at, reason });
    if insns.is_empty() {
        return invalid(0, "there are no instructions");
    }
    if insns.len() > MAX {
        return invalid(MAX, "there are too many instructions");
    }
    // For each instruction: may it be reached, and which cells are written on every way to it.
    let mut written: Vec<Option<u16>> = vec![None; insns.len()];
    if let Some(first) = written.first_mut() {
        *first = Some(0);
    }
    for (at, insn) in insns.iter().enumerate() {
        let mut cells = written.get(at).copied().flatten();
        let mut falls = true;
        let mut jumps: [Option<u32>; 2] = [None, None];
        let cell = || 1u16.checked_shl(insn.k).filter(|_| (insn.k as usize) < MEMORY);
        match insn.code {
            LD_W_ABS | LD_H_ABS | LD_B_ABS | LD_W_IND | LD_H_IND | LD_B_IND | LD_IMM | LD_LEN | LDX_IMM
            | LDX_LEN | LDX_MSH | TAX | TXA | NEG => {}
            LD_MEM | LDX_MEM => {
                let Some(bit) = cell() else { return invalid(at, "there is no such memory cell") };
                if cells.is_some_and(|cells| cells & bit == 0) {
                    return invalid(at, "a memory cell is read before it is written");
                }
            }
            ST | STX => {
                let Some(bit) = cell() else { return invalid(at, "there is no such memory cell") };
                cells = cells.map(|cells| cells | bit);
            }
            RET_K | RET_A => falls = false,
            JA => {
                falls = false;
                jumps = [Some(insn.k), None];
            }
            other if matches!(other & !X, JEQ_K | JGT_K | JGE_K | JSET_K) => {
                falls = false;
                jumps = [Some(u32::from(insn.jt)), Some(u32::from(insn.jf))];
            }
            other if matches!(other & 0x0f, ALU_K | ALU_X) && ALU.contains(&(other & !0x0f)) => {
                if other & 0x0f == ALU_K && matches!(other & !0x0f, 0x30 | 0x90) && insn.k == 0 {
                    return invalid(at, "it divides by zero");
                }
                if other & !0x0f == 0x80 && other != NEG {
                    return invalid(at, "there is no such operation");
                }
            }
            _ => return invalid(at, "there is no such operation"),
        }
        if falls {
            jumps = [Some(0), None];
        }
        for jump in jumps.into_iter().flatten() {
            let target = usize::try_from(jump).ok().and_then(|jump| at.checked_add(jump)?.checked_add(1));
            let Some(place) = target.and_then(|target| written.get_mut(target)) else {
                return invalid(at, "it goes on beyond the end");
            };
            if let Some(here) = cells {
                *place = Some(place.map_or(here, |there| there & here));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn insn(code: u16, jt: u8, jf: u8, k: u32) -> Insn {
        Insn { code, jt, jf, k }
    }

    #[test]
    fn what_is_refused() {
        let reason = |insns: Vec<Insn>| Program::new(insns).expect_err("invalid").reason;
        assert_eq!(reason(vec![]), "there are no instructions");
        assert_eq!(reason(vec![insn(code::LD_IMM, 0, 0, 1)]), "it goes on beyond the end");
        assert_eq!(reason(vec![insn(code::JA, 0, 0, u32::MAX)]), "it goes on beyond the end");
        assert_eq!(
            reason(vec![insn(code::JEQ_K, 0, 1, 0), insn(code::RET_K, 0, 0, 0)]),
            "it goes on beyond the end"
        );
        assert_eq!(
            reason(vec![insn(code::LD_MEM, 0, 0, 3), insn(code::RET_A, 0, 0, 0)]),
            "a memory cell is read before it is written"
        );
        assert_eq!(
            reason(vec![insn(code::ST, 0, 0, 16), insn(code::RET_A, 0, 0, 0)]),
            "there is no such memory cell"
        );
        assert_eq!(reason(vec![insn(0x34, 0, 0, 0), insn(code::RET_A, 0, 0, 0)]), "it divides by zero");
        assert_eq!(reason(vec![insn(0xffff, 0, 0, 0)]), "there is no such operation");
        assert_eq!(
            reason(vec![insn(0x8c, 0, 0, 0), insn(code::RET_A, 0, 0, 0)]),
            "there is no such operation"
        );
    }

    #[test]
    fn a_cell_written_on_one_way_only_is_refused() {
        let program = vec![
            insn(code::JEQ_K, 0, 1, 0),
            insn(code::ST, 0, 0, 2),
            insn(code::LDX_MEM, 0, 0, 2),
            insn(code::RET_K, 0, 0, 1),
        ];
        assert_eq!(Program::new(program).expect_err("invalid").at, 2);
    }
}
