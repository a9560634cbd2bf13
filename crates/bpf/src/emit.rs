//! Instructions from a graph: values into registers, with what is there already not loaded again; cells of
//! memory given out; jumps laid out.

use crate::cond::{Cmp, Test};
use crate::expr::{Expr, Id, Op, Pool, Size, Slot};
use crate::graph::{Graph, Node, NodeId};
use crate::program::{Insn, MEMORY, code};
use std::collections::HashMap;

/// An instruction whose jumps still name nodes.
#[derive(Clone, Copy, Debug)]
struct Raw {
    code: u16,
    k: u32,
}

/// What registers hold.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
struct State {
    a: Option<Id>,
    x: Option<Id>,
}

impl State {
    fn meet(self, other: Self) -> Self {
        Self { a: self.a.filter(|_| self.a == other.a), x: self.x.filter(|_| self.x == other.x) }
    }

    /// Whether code written for `needed` runs the same from here.
    fn covers(self, needed: Self) -> bool {
        (needed.a.is_none() || needed.a == self.a) && (needed.x.is_none() || needed.x == self.x)
    }
}

/// The instructions of one node.
#[derive(Clone, Debug)]
struct Block {
    id: NodeId,
    insns: Vec<Raw>,
    /// What registers hold before each instruction, and after the last.
    states: Vec<State>,
    yes: Option<NodeId>,
    no: Option<NodeId>,
}

/// Too many values at a time for sixteen cells.
#[derive(Debug)]
pub(crate) struct TooComplex;

struct Emitter<'a> {
    pool: &'a Pool,
    /// Whether registers are remembered at all.
    reuse: bool,
    state: State,
    out: Vec<Raw>,
    states: Vec<State>,
    cells: HashMap<Slot, u32>,
    /// Cells in use by the value being computed, from the top.
    temporaries: u32,
    most_temporaries: u32,
    /// Slots that were read from memory.
    read: Vec<Slot>,
}

impl Emitter<'_> {
    fn put(&mut self, code: u16, k: u32) {
        self.states.push(self.state);
        self.out.push(Raw { code, k });
    }

    fn cell(&mut self, slot: Slot) -> u32 {
        self.read.push(slot);
        self.cells.get(&slot).copied().unwrap_or(0)
    }

    /// Whether the value can be put into X without A.
    fn straight_to_x(&self, id: Id) -> bool {
        (self.reuse && self.state.x == Some(id))
            || matches!(self.pool.get(id), Expr::Const(_) | Expr::Len | Expr::Msh(_) | Expr::Mem(_))
    }

    /// Whether the value can be put into A while X holds `x` and goes on holding it.
    fn spares_x(&self, id: Id, x: Id) -> bool {
        if self.reuse && id == x {
            return true;
        }
        match self.pool.get(id) {
            Expr::Const(_) | Expr::Len | Expr::Mem(_) | Expr::Load { base: None, .. } => true,
            Expr::Load { base: Some(base), .. } => self.reuse && base == x,
            Expr::Msh(_) => false,
            Expr::Neg(a) => self.spares_x(a, x),
            Expr::Bin(_, a, b) => self.pool.constant_of(b).is_some() && self.spares_x(a, x),
        }
    }

    fn load_a(&mut self, id: Id) {
        if self.reuse && self.state.a == Some(id) {
            return;
        }
        if self.reuse && self.state.x == Some(id) {
            self.put(code::TXA, 0);
            self.state.a = Some(id);
            return;
        }
        match self.pool.get(id) {
            Expr::Const(k) => self.put(code::LD_IMM, k),
            Expr::Len => self.put(code::LD_LEN, 0),
            Expr::Mem(slot) => {
                let cell = self.cell(slot);
                self.put(code::LD_MEM, cell);
            }
            Expr::Load { size, base: None, off } => {
                let op = match size {
                    Size::W => code::LD_W_ABS,
                    Size::H => code::LD_H_ABS,
                    Size::B => code::LD_B_ABS,
                };
                self.put(op, off);
            }
            Expr::Load { size, base: Some(base), off } => {
                self.load_x(base);
                let op = match size {
                    Size::W => code::LD_W_IND,
                    Size::H => code::LD_H_IND,
                    Size::B => code::LD_B_IND,
                };
                self.put(op, off);
            }
            Expr::Msh(off) => {
                self.put(code::LDX_MSH, off);
                self.state.x = Some(id);
                self.put(code::TXA, 0);
            }
            Expr::Neg(a) => {
                self.load_a(a);
                self.put(code::NEG, 0);
            }
            Expr::Bin(op, a, b) => {
                let alu = alu(op);
                if let Some(k) = self.pool.constant_of(b) {
                    self.load_a(a);
                    // Adding what is negative as a signed number is written as subtracting.
                    if op == Op::Add && k > u32::MAX / 2 {
                        self.put(code::ALU_K | self::alu(Op::Sub), k.wrapping_neg());
                    } else {
                        self.put(code::ALU_K | alu, k);
                    }
                } else {
                    self.operands(a, b, op.commutes());
                    self.put(code::ALU_X | alu, 0);
                }
            }
        }
        self.state.a = Some(id);
    }

    fn load_x(&mut self, id: Id) {
        if self.reuse && self.state.x == Some(id) {
            return;
        }
        match self.pool.get(id) {
            _ if self.reuse && self.state.a == Some(id) => self.put(code::TAX, 0),
            Expr::Const(k) => self.put(code::LDX_IMM, k),
            Expr::Len => self.put(code::LDX_LEN, 0),
            Expr::Msh(off) => self.put(code::LDX_MSH, off),
            Expr::Mem(slot) => {
                let cell = self.cell(slot);
                self.put(code::LDX_MEM, cell);
            }
            _ => {
                self.load_a(id);
                self.put(code::TAX, 0);
            }
        }
        self.state.x = Some(id);
    }

    /// Puts `a` into A and `b` into X, or the other way round if that is all the same and shorter.
    fn operands(&mut self, a: Id, b: Id, either: bool) {
        if self.straight_to_x(b) {
            self.load_a(a);
            self.load_x(b);
        } else if either && self.straight_to_x(a) {
            self.load_a(b);
            self.load_x(a);
        } else if either && self.state.a == Some(a) && self.spares_x(b, a) {
            self.load_x(a);
            self.load_a(b);
        } else if self.spares_x(a, b) {
            self.load_x(b);
            self.load_a(a);
        } else if either && self.spares_x(b, a) {
            self.load_x(a);
            self.load_a(b);
        } else {
            self.load_a(b);
            let cell = u32::try_from(MEMORY).unwrap_or(16).saturating_sub(1).saturating_sub(self.temporaries);
            self.put(code::ST, cell);
            self.temporaries = self.temporaries.saturating_add(1);
            self.most_temporaries = self.most_temporaries.max(self.temporaries);
            self.load_a(a);
            self.temporaries = self.temporaries.saturating_sub(1);
            self.put(code::LDX_MEM, cell);
            self.state.x = Some(b);
        }
    }

    fn forget(&mut self, slot: Slot) {
        self.state.a = self.state.a.filter(|id| !self.pool.mentions(*id, slot));
        self.state.x = self.state.x.filter(|id| !self.pool.mentions(*id, slot));
    }
}

fn alu(op: Op) -> u16 {
    match op {
        Op::Add => 0x00,
        Op::Sub => 0x10,
        Op::Mul => 0x20,
        Op::Div => 0x30,
        Op::Or => 0x40,
        Op::And => 0x50,
        Op::Lsh => 0x60,
        Op::Rsh => 0x70,
        Op::Mod => 0x90,
        Op::Xor => 0xa0,
    }
}

/// The order in which nodes are laid out: each before those it leads to, the way taken when a test holds
/// right after the test.
fn layout(graph: &Graph) -> Vec<NodeId> {
    let mut seen = vec![false; graph.len()];
    let mut out: Vec<NodeId> = Vec::new();
    // Depth first without recursion: a node is written out when both of its ways have been.
    let mut todo: Vec<(NodeId, u8)> = vec![(graph.root, 0)];
    while let Some((id, stage)) = todo.pop() {
        if stage == 0 {
            match seen.get_mut(id.0 as usize) {
                Some(flag) if !*flag => *flag = true,
                _ => continue,
            }
        }
        let (yes, no) = graph.get(id).next();
        match stage {
            0 => {
                todo.push((id, 1));
                if let Some(no) = no {
                    todo.push((no, 0));
                }
            }
            1 => {
                todo.push((id, 2));
                if let Some(yes) = yes {
                    todo.push((yes, 0));
                }
            }
            _ => out.push(id),
        }
    }
    out.reverse();
    out
}

/// Gives memory cells to slots: two slots share one if none is needed while the other is.
fn give_cells(pool: &Pool, graph: &Graph, order: &[NodeId]) -> Result<(HashMap<Slot, u32>, u32), TooComplex> {
    let mut life: Vec<(Slot, usize, usize)> = Vec::new();
    for (at, &id) in order.iter().enumerate() {
        let mut note = |slot: Slot| match life.iter_mut().find(|(known, _, _)| *known == slot) {
            Some(entry) => entry.2 = at,
            None => life.push((slot, at, at)),
        };
        match graph.get(id) {
            Node::Test { test, .. } => {
                pool.slots(test.a, &mut note);
                pool.slots(test.b, &mut note);
            }
            Node::Store { slot, value, .. } => {
                pool.slots(value, &mut note);
                note(slot);
            }
            _ => {}
        }
    }
    let mut cells = HashMap::new();
    let mut free_from: Vec<usize> = Vec::new();
    for &(slot, first, last) in &life {
        let cell = match free_from.iter().position(|&free| free < first) {
            Some(cell) => cell,
            None => {
                free_from.push(0);
                free_from.len().wrapping_sub(1)
            }
        };
        if let Some(place) = free_from.get_mut(cell) {
            *place = last;
        }
        cells.insert(slot, u32::try_from(cell).unwrap_or(u32::MAX));
    }
    if free_from.len() > MEMORY {
        return Err(TooComplex);
    }
    Ok((cells, u32::try_from(free_from.len()).unwrap_or(u32::MAX)))
}

/// Slots that may be read on a way on which they were not written.
pub(crate) fn unwritten(pool: &Pool, graph: &Graph) -> Vec<Slot> {
    let mut written: HashMap<NodeId, Vec<Slot>> = HashMap::new();
    written.insert(graph.root, Vec::new());
    let mut out = Vec::new();
    for id in graph.reachable() {
        let Some(mut here) = written.get(&id).cloned() else { continue };
        let mut check = |slot: Slot| {
            if !here.contains(&slot) && !out.contains(&slot) {
                out.push(slot);
            }
        };
        let node = graph.get(id);
        match node {
            Node::Test { test, .. } => {
                pool.slots(test.a, &mut check);
                pool.slots(test.b, &mut check);
            }
            Node::Store { slot, value, .. } => {
                pool.slots(value, &mut check);
                here.push(slot);
            }
            _ => {}
        }
        let (a, b) = node.next();
        for next in [a, b].into_iter().flatten() {
            match written.get_mut(&next) {
                Some(there) => there.retain(|slot| here.contains(slot)),
                None => {
                    written.insert(next, here.clone());
                }
            }
        }
    }
    out
}

/// The instructions of a graph. `accept` is what an accepted packet returns.
pub(crate) fn emit(pool: &Pool, graph: &Graph, accept: u32, reuse: bool) -> Result<Vec<Insn>, TooComplex> {
    let order = layout(graph);
    let (cells, used) = give_cells(pool, graph, &order)?;
    // Stores whose cells turn out never to be read from memory, because a register still has the value,
    // are left out in a second go.
    let (blocks, read) = blocks(pool, graph, &order, &cells, used, reuse, None, accept)?;
    let blocks = if reuse {
        self::blocks(pool, graph, &order, &cells, used, reuse, Some(&read), accept)?.0
    } else {
        blocks
    };
    lay_out(&blocks)
}

fn blocks(
    pool: &Pool,
    graph: &Graph,
    order: &[NodeId],
    cells: &HashMap<Slot, u32>,
    used: u32,
    reuse: bool,
    read: Option<&[Slot]>,
    accept: u32,
) -> Result<(Vec<Block>, Vec<Slot>), TooComplex> {
    let mut entry: HashMap<NodeId, State> = HashMap::new();
    let mut out: Vec<Block> = Vec::with_capacity(order.len());
    let mut emitter = Emitter {
        pool,
        reuse,
        state: State::default(),
        out: Vec::new(),
        states: Vec::new(),
        cells: cells.clone(),
        temporaries: 0,
        most_temporaries: 0,
        read: Vec::new(),
    };
    for &id in order {
        emitter.state = entry.get(&id).copied().filter(|_| reuse).unwrap_or_default();
        emitter.out.clear();
        emitter.states.clear();
        let node = graph.get(id);
        match node {
            Node::Ret(way) => emitter.put(code::RET_K, if way { accept } else { 0 }),
            Node::Store { slot, value, .. } => {
                let cell = cells.get(&slot).copied().unwrap_or(0);
                emitter.load_a(value);
                emitter.forget(slot);
                if read.is_none_or(|read| read.contains(&slot)) {
                    emitter.put(code::ST, cell);
                }
                // From here on A is the cell's value.
                emitter.state.a = pool.find_mem(slot);
            }
            Node::Test { test, .. } => {
                let Test { cmp, a, b } = test;
                let op = match cmp {
                    Cmp::Eq => code::JEQ_K,
                    Cmp::Gt => code::JGT_K,
                    Cmp::Ge => code::JGE_K,
                    Cmp::Set => code::JSET_K,
                };
                match pool.constant_of(b) {
                    Some(k) => {
                        emitter.load_a(a);
                        emitter.put(op, k);
                    }
                    None => {
                        emitter.operands(a, b, matches!(cmp, Cmp::Eq | Cmp::Set));
                        emitter.put(op | code::X, 0);
                    }
                }
            }
            Node::Once { .. } => {}
        }
        if emitter.most_temporaries.saturating_add(used) > u32::try_from(MEMORY).unwrap_or(16) {
            return Err(TooComplex);
        }
        let (yes, no) = node.next();
        for next in [yes, no].into_iter().flatten() {
            let state = emitter.state;
            entry.entry(next).and_modify(|there| *there = there.meet(state)).or_insert(state);
        }
        emitter.states.push(emitter.state);
        out.push(Block {
            id,
            insns: std::mem::take(&mut emitter.out),
            states: std::mem::take(&mut emitter.states),
            yes,
            no: no.or(yes),
        });
    }
    Ok((out, emitter.read))
}

/// A place in the list that a jump goes to, before the list is complete: a block and how many of its
/// instructions are skipped, because the registers have what those would load.
type Target = (NodeId, usize);

#[derive(Clone, Copy, Debug)]
enum Item {
    Plain(Raw),
    Branch { raw: Raw, yes: Target, no: Target },
    Jump(Target),
}

/// Puts blocks one after another and turns names into distances.
fn lay_out(blocks: &[Block]) -> Result<Vec<Insn>, TooComplex> {
    let by_id: HashMap<NodeId, &Block> = blocks.iter().map(|block| (block.id, block)).collect();
    // Where to enter a block with registers as they are at the end of another.
    let enter = |from: &Block, to: NodeId| -> Target {
        let state = from.states.last().copied().unwrap_or_default();
        let Some(block) = by_id.get(&to) else { return (to, 0) };
        let is_test = block.no != block.yes;
        let last = block.insns.len().saturating_sub(1);
        // A block that stores has an effect besides its registers and is always run whole.
        let stores = block.insns.iter().any(|raw| matches!(raw.code, code::ST | code::STX));
        if !is_test || stores {
            return (to, 0);
        }
        let skip =
            (1..=last).rev().find(|&at| block.states.get(at).is_some_and(|&needed| state.covers(needed)));
        // What the code after the block relies on follows from what holds here.
        (to, skip.unwrap_or(0))
    };
    let mut items: Vec<(Option<Target>, Item)> = Vec::new();
    for (at, block) in blocks.iter().enumerate() {
        let next = blocks.get(at.saturating_add(1)).map(|block| block.id);
        let last = block.insns.len().wrapping_sub(1);
        for (i, &raw) in block.insns.iter().enumerate() {
            let item = match (block.yes, block.no) {
                (Some(yes), Some(no)) if i == last && raw.code & 0x07 == 0x05 => {
                    Item::Branch { raw, yes: enter(block, yes), no: enter(block, no) }
                }
                _ => Item::Plain(raw),
            };
            items.push((Some((block.id, i)), item));
        }
        // A block that ends without a test goes on to the next in the list, or jumps.
        let ends_open = block.insns.last().is_none_or(|raw| !matches!(raw.code & 0x07, 0x05 | 0x06));
        if let (true, Some(to)) = (ends_open, block.yes) {
            if block.insns.is_empty() {
                // Nothing of it is left but its name.
                items.push((Some((block.id, 0)), Item::Jump((to, 0))));
            } else if next != Some(to) {
                items.push((None, Item::Jump((to, 0))));
            }
        }
    }
    share_tails(&mut items);
    drop_jumps_to_next(&mut items);
    stretch(&mut items);
    let places = places(&items);
    let distance = |from: usize, to: &Target| {
        // Every name has a place; were one lost, the distance would be refused as too far.
        let to = places.get(to).copied().unwrap_or(usize::MAX);
        u32::try_from(to.saturating_sub(from.saturating_add(1))).unwrap_or(u32::MAX)
    };
    items
        .iter()
        .enumerate()
        .map(|(at, (_, item))| {
            let short = |to: &Target| u8::try_from(distance(at, to)).map_err(|_| TooComplex);
            Ok(match item {
                Item::Plain(raw) => Insn { code: raw.code, jt: 0, jf: 0, k: raw.k },
                Item::Jump(to) => Insn { code: code::JA, jt: 0, jf: 0, k: distance(at, to) },
                Item::Branch { raw, yes, no } => {
                    Insn { code: raw.code, jt: short(yes)?, jf: short(no)?, k: raw.k }
                }
            })
        })
        .collect()
}

/// Blocks that end like a later one, with the same instructions and the same ways out, are taken out, and
/// jumps to them go into that one instead. What registers hold is the same either way.
fn share_tails(items: &mut Vec<(Option<Target>, Item)>) {
    /// Longest tail that is looked for.
    const LONGEST: usize = 12;
    type Key = (Vec<(u16, u32)>, Option<(Target, Target)>);
    let mut known: HashMap<Key, Target> = HashMap::new();
    let mut aliases: HashMap<Target, Target> = HashMap::new();
    let mut keep: Vec<bool> = vec![true; items.len()];
    let mut end = items.len();
    // From the last block to the first: jumps go forward only, so the later of two stays.
    while end > 0 {
        let mut start = end.saturating_sub(1);
        while start > 0 && !matches!(items.get(start), Some((Some((_, 0)), _))) {
            start = start.saturating_sub(1);
        }
        let block = items.get_mut(start..end).unwrap_or_default();
        let mut ways = None;
        let mut body: Vec<(u16, u32)> = Vec::with_capacity(block.len());
        let mut plain = true;
        let mut ends = false;
        for (_, item) in block.iter_mut() {
            match item {
                Item::Plain(raw) => {
                    body.push((raw.code, raw.k));
                    ends = raw.code & 0x07 == 0x06;
                }
                Item::Branch { raw, yes, no } => {
                    *yes = aliases.get(yes).copied().unwrap_or(*yes);
                    *no = aliases.get(no).copied().unwrap_or(*no);
                    body.push((raw.code, raw.k));
                    ways = Some((*yes, *no));
                    ends = true;
                }
                Item::Jump(to) => {
                    *to = aliases.get(to).copied().unwrap_or(*to);
                    plain = false;
                }
            }
        }
        // The block before must not fall into this one.
        let before = start.checked_sub(1).and_then(|i| items.get(i)).map(|(_, item)| *item);
        let entered_by_jumps = match before {
            None => false,
            Some(Item::Plain(raw)) => raw.code & 0x07 == 0x06,
            Some(_) => true,
        };
        let name = items.get(start).and_then(|(name, _)| *name);
        if let (true, true, Some((id, _))) = (plain, ends, name) {
            let whole = (body.clone(), ways);
            match known.get(&whole) {
                Some(&(other, at)) if entered_by_jumps => {
                    for i in 0..body.len() {
                        aliases.insert((id, i), (other, at.saturating_add(i)));
                    }
                    for flag in keep.iter_mut().take(end).skip(start) {
                        *flag = false;
                    }
                }
                _ => {
                    for i in body.len().saturating_sub(LONGEST)..body.len() {
                        let tail = body.get(i..).unwrap_or_default().to_vec();
                        known.entry((tail, ways)).or_insert((id, i));
                    }
                }
            }
        }
        end = start;
    }
    let mut flags = keep.into_iter();
    items.retain(|_| flags.next().unwrap_or(true));
}

fn places(items: &[(Option<Target>, Item)]) -> HashMap<Target, usize> {
    items.iter().enumerate().filter_map(|(at, (name, _))| name.map(|name| (name, at))).collect()
}

/// Takes out jumps to what comes next anyway, and leads jumps to a jump to where that goes.
fn drop_jumps_to_next(items: &mut Vec<(Option<Target>, Item)>) {
    let aliases: HashMap<Target, Target> = items
        .iter()
        .filter_map(|(name, item)| match (name, item) {
            (Some(name), Item::Jump(to)) => Some((*name, *to)),
            _ => None,
        })
        .collect();
    // Names lead forward only, so following them ends; the bound is a belt for the braces.
    let resolve = |mut target: Target| {
        for _ in 0..=aliases.len() {
            match aliases.get(&target) {
                Some(next) => target = *next,
                None => break,
            }
        }
        target
    };
    for (_, item) in items.iter_mut() {
        match item {
            Item::Branch { yes, no, .. } => {
                *yes = resolve(*yes);
                *no = resolve(*no);
            }
            Item::Jump(to) => *to = resolve(*to),
            Item::Plain(_) => {}
        }
    }
    let mut at = items.len();
    while at > 0 {
        at = at.saturating_sub(1);
        let next = items.get(at.saturating_add(1)).and_then(|(name, _)| *name);
        let before = at.checked_sub(1).and_then(|i| items.get(i)).map(|(_, item)| *item);
        let falls_in = match before {
            None => true,
            Some(Item::Plain(raw)) => raw.code & 0x07 != 0x06,
            Some(_) => false,
        };
        let drop = match items.get(at) {
            Some((name, Item::Jump(to))) => next == Some(*to) || (name.is_some() && !falls_in),
            _ => false,
        };
        if drop {
            items.remove(at);
        }
    }
}

/// Farthest that a conditional jump reaches.
const REACH: usize = 255;

/// Adds jumps on the way for those conditional jumps that do not reach: just behind a place where nothing
/// falls through, as far ahead as it can be reached, so that later jumps to the same place share it.
fn stretch(items: &mut Vec<(Option<Target>, Item)>) {
    if items.len() <= REACH {
        return;
    }
    // A stop on the way is named by a node number of its own.
    let mut fresh = u32::MAX;
    let mut places = places(items);
    // Every stop brings jumps nearer to their targets for good; the bound keeps a mistake from looping. Stops
    // that are put in can push earlier jumps out of reach, so it is looked again until nothing is.
    for _ in 0..items.len() {
        let mut changed = false;
        let mut at = 0usize;
        while at < items.len() {
            let far = match items.get(at) {
                Some((_, Item::Branch { yes, no, .. })) => {
                    [(*yes, true), (*no, false)].into_iter().find(|(target, _)| {
                        let to = places.get(target).copied().unwrap_or(0);
                        to.saturating_sub(at.saturating_add(1)) > REACH
                    })
                }
                _ => None,
            };
            let Some((target, is_yes)) = far else {
                at = at.saturating_add(1);
                continue;
            };
            changed = true;
            let name = stop(items, &mut places, &mut fresh, at, target);
            if let Some((_, Item::Branch { yes, no, .. })) = items.get_mut(at) {
                if is_yes {
                    *yes = name;
                } else {
                    *no = name;
                }
            }
        }
        if !changed {
            return;
        }
    }
}

/// A jump to the target that the instruction can reach: one that is there, or a new one.
fn stop(
    items: &mut Vec<(Option<Target>, Item)>,
    places: &mut HashMap<Target, usize>,
    fresh: &mut u32,
    at: usize,
    target: Target,
) -> Target {
    // Room is kept for other stops that are put in between later.
    let reach = at.saturating_add(REACH.saturating_sub(32));
    let existing = (at.saturating_add(1)..=reach).rev().find_map(|i| match items.get(i) {
        Some((Some(name), Item::Jump(to))) if *to == target => Some(*name),
        _ => None,
    });
    if let Some(name) = existing {
        return name;
    }
    let spot = (at.saturating_add(1)..=reach)
        .rev()
        .find(|&i| match i.checked_sub(1).and_then(|before| items.get(before)) {
            Some((_, Item::Plain(raw))) => raw.code & 0x07 == 0x06,
            Some((_, Item::Branch { .. } | Item::Jump(_))) => true,
            None => false,
        })
        .unwrap_or(at.saturating_add(1));
    let name = (NodeId(*fresh), 0);
    *fresh = fresh.saturating_sub(1);
    for place in places.values_mut().filter(|place| **place >= spot) {
        *place = place.saturating_add(1);
    }
    places.insert(name, spot);
    items.insert(spot, (Some(name), Item::Jump(target)));
    name
}
