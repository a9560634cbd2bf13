//! Programs as text, the way tcpdump's `-d`, `-dd` and `-ddd` print them.

use crate::program::{Insn, Program, ancillary, code};
use std::fmt::Write as _;

impl Program {
    /// The program for people, one line per instruction, as `tcpdump -d` prints it.
    #[must_use]
    pub fn dump_d(&self) -> String {
        let mut out = String::new();
        for (at, insn) in self.insns().iter().enumerate() {
            let (name, operand) = text(at, insn);
            if is_branch(insn) {
                let next = at.saturating_add(1);
                let (yes, no) =
                    (next.saturating_add(usize::from(insn.jt)), next.saturating_add(usize::from(insn.jf)));
                let _ = writeln!(out, "({at:03}) {name:<8} {operand:<16} jt {yes}\tjf {no}");
            } else {
                let _ = writeln!(out, "({at:03}) {name:<8} {operand}");
            }
        }
        out
    }

    /// The program as initialisers of a C array, as `tcpdump -dd` prints it.
    #[must_use]
    pub fn dump_dd(&self) -> String {
        let mut out = String::new();
        for insn in self.insns() {
            let _ = writeln!(out, "{{ 0x{:x}, {}, {}, 0x{:08x} }},", insn.code, insn.jt, insn.jf, insn.k);
        }
        out
    }

    /// The program as numbers after their count, as `tcpdump -ddd` prints it.
    #[must_use]
    pub fn dump_ddd(&self) -> String {
        let mut out = format!("{}\n", self.len());
        for insn in self.insns() {
            let _ = writeln!(out, "{} {} {} {}", insn.code, insn.jt, insn.jf, insn.k);
        }
        out
    }
}

fn is_branch(insn: &Insn) -> bool {
    insn.code & 0x07 == 0x05 && insn.code != code::JA
}

fn text(at: usize, insn: &Insn) -> (&'static str, String) {
    let k = insn.k;
    // Offsets are printed signed: the kernel's special places are negative ones.
    #[allow(clippy::cast_possible_wrap)]
    let signed = k as i32;
    let place = || match ancillary::name(k) {
        Some(name) => format!("[{name}]"),
        None => format!("[{signed}]"),
    };
    let arithmetic = |op: u16| match op {
        0x00 => "add",
        0x10 => "sub",
        0x20 => "mul",
        0x30 => "div",
        0x40 => "or",
        0x50 => "and",
        0x60 => "lsh",
        0x70 => "rsh",
        0x90 => "mod",
        _ => "xor",
    };
    let jump = |op: u16| match op & !code::X {
        code::JEQ_K => "jeq",
        code::JGT_K => "jgt",
        code::JGE_K => "jge",
        _ => "jset",
    };
    match insn.code {
        code::RET_K => ("ret", format!("#{signed}")),
        code::RET_A => ("ret", String::new()),
        code::LD_W_ABS => ("ld", place()),
        code::LD_H_ABS => ("ldh", place()),
        code::LD_B_ABS => ("ldb", place()),
        code::LD_LEN => ("ld", "#pktlen".to_owned()),
        code::LD_W_IND => ("ld", format!("[x + {signed}]")),
        code::LD_H_IND => ("ldh", format!("[x + {signed}]")),
        code::LD_B_IND => ("ldb", format!("[x + {signed}]")),
        code::LD_IMM => ("ld", format!("#0x{k:x}")),
        code::LDX_IMM => ("ldx", format!("#0x{k:x}")),
        code::LDX_MSH => ("ldxb", format!("4*([{signed}]&0xf)")),
        code::LDX_LEN => ("ldx", "#pktlen".to_owned()),
        code::LD_MEM => ("ld", format!("M[{signed}]")),
        code::LDX_MEM => ("ldx", format!("M[{signed}]")),
        code::ST => ("st", format!("M[{signed}]")),
        code::STX => ("stx", format!("M[{signed}]")),
        code::JA => ("ja", format!("{}", at.saturating_add(1).saturating_add(k as usize))),
        code::TAX => ("tax", String::new()),
        code::TXA => ("txa", String::new()),
        code::NEG => ("neg", String::new()),
        op if op & 0x07 == 0x05 && op & code::X != 0 => (jump(op), "x".to_owned()),
        op if op & 0x07 == 0x05 => (jump(op), format!("#0x{k:x}")),
        op if op & code::X != 0 => (arithmetic(op & 0xf0), "x".to_owned()),
        op => {
            let name = arithmetic(op & 0xf0);
            // Bit operations take a mask, the others a number.
            let operand =
                if matches!(name, "and" | "or" | "xor") { format!("#0x{k:x}") } else { format!("#{signed}") };
            (name, operand)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Link, Options, compile};

    #[test]
    fn the_three_forms() {
        let program = compile("vlan 5 or less 60", &Options { kernel: true, ..Options::new(Link::ETHERNET) });
        let text = program.expect("compiles").dump_d();
        assert!(
            text.starts_with("(000) ldb      [vlanp]\n(001) jeq      #0x1             jt 2\tjf "),
            "{text}"
        );
        let program = compile("ip", &Options::new(Link::ETHERNET)).expect("compiles");
        assert_eq!(
            program.dump_d(),
            "(000) ldh      [12]\n(001) jeq      #0x800           jt 2\tjf 3\n(002) ret      #262144\n(003) ret      #0\n"
        );
        assert_eq!(
            program.dump_dd(),
            "{ 0x28, 0, 0, 0x0000000c },\n{ 0x15, 0, 1, 0x00000800 },\n{ 0x6, 0, 0, 0x00040000 },\n{ 0x6, 0, 0, 0x00000000 },\n"
        );
        assert_eq!(program.dump_ddd(), "4\n40 0 0 12\n21 0 1 2048\n6 0 0 262144\n6 0 0 0\n");
    }
}
