//! The graph of single tests that a condition becomes, and what is simplified in it.

use crate::cond::{Cmp, Cond, Test};
use crate::expr::{Expr, Id, Op, Pool, Slot};
use crate::facts::Facts;
use std::collections::HashMap;

/// The number of a node. Every node leads only to nodes of smaller numbers, so every walk ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct NodeId(pub u32);

/// A node of the graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Node {
    Ret(bool),
    Test {
        test: Test,
        yes: NodeId,
        no: NodeId,
    },
    Store {
        slot: Slot,
        value: Id,
        next: NodeId,
    },
    /// Goes to `done` if the cell holds its value already, else to `work`.
    Once {
        slot: Slot,
        done: NodeId,
        work: NodeId,
    },
}

impl Node {
    /// The same node leading to where `look` says.
    fn led(self, look: &dyn Fn(NodeId) -> NodeId) -> Node {
        match self {
            Node::Ret(way) => Node::Ret(way),
            Node::Test { test, yes, no } => Node::Test { test, yes: look(yes), no: look(no) },
            Node::Store { slot, value, next } => Node::Store { slot, value, next: look(next) },
            Node::Once { slot, done, work } => Node::Once { slot, done: look(done), work: look(work) },
        }
    }

    /// Where the node leads to.
    pub fn next(self) -> (Option<NodeId>, Option<NodeId>) {
        match self {
            Node::Ret(_) => (None, None),
            Node::Test { yes, no, .. } => (Some(yes), Some(no)),
            Node::Store { next, .. } => (Some(next), None),
            Node::Once { done, work, .. } => (Some(done), Some(work)),
        }
    }
}

/// A graph. Equal nodes are one node, so that equal tails are shared.
#[derive(Clone, Debug)]
pub(crate) struct Graph {
    nodes: Vec<Node>,
    index: HashMap<Node, NodeId>,
    pub root: NodeId,
}

pub(crate) const REJECT: NodeId = NodeId(0);
pub(crate) const ACCEPT: NodeId = NodeId(1);

impl Graph {
    fn empty() -> Self {
        let mut graph = Self { nodes: Vec::new(), index: HashMap::new(), root: REJECT };
        graph.keep(Node::Ret(false));
        graph.keep(Node::Ret(true));
        graph
    }

    /// The graph of a condition.
    pub fn new(pool: &mut Pool, cond: &Cond) -> Self {
        let mut graph = Self::empty();
        graph.root = graph.build(pool, cond, ACCEPT, REJECT);
        graph
    }

    pub fn get(&self, id: NodeId) -> Node {
        self.nodes.get(id.0 as usize).copied().unwrap_or(Node::Ret(false))
    }

    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    fn keep(&mut self, node: Node) -> NodeId {
        if let Some(&id) = self.index.get(&node) {
            return id;
        }
        let id = NodeId(u32::try_from(self.nodes.len()).unwrap_or(u32::MAX));
        self.nodes.push(node);
        self.index.insert(node, id);
        id
    }

    /// A node, or what it amounts to when nothing depends on it.
    fn add(&mut self, node: Node) -> NodeId {
        match node {
            Node::Test { yes, no, .. } if yes == no => yes,
            // A test of the same with the same way out decides nothing new.
            other => self.keep(other),
        }
    }

    fn build(&mut self, pool: &mut Pool, cond: &Cond, yes: NodeId, no: NodeId) -> NodeId {
        match cond {
            Cond::Always => yes,
            Cond::Never => no,
            Cond::Test(test) => self.test(pool, *test, yes, no),
            Cond::Not(inner) => self.build(pool, inner, no, yes),
            Cond::Chain(first, rest) => {
                let (mut yes, mut no) = (yes, no);
                for (and, part) in rest.iter().rev() {
                    let here = self.build(pool, part, yes, no);
                    if *and {
                        yes = here;
                    } else {
                        no = here;
                    }
                }
                self.build(pool, first, yes, no)
            }
            Cond::If(ask, then, otherwise) => {
                let then = self.build(pool, then, yes, no);
                let otherwise = self.build(pool, otherwise, yes, no);
                self.build(pool, ask, then, otherwise)
            }
            Cond::Let(slot, value) => self.add(Node::Store { slot: *slot, value: *value, next: yes }),
            Cond::Once(slot, inner) => {
                let work = self.build(pool, inner, yes, yes);
                self.add(Node::Once { slot: *slot, done: yes, work })
            }
        }
    }

    /// A test, brought to one form: constants on the right, masks of one bit as [`Cmp::Set`].
    fn test(&mut self, pool: &mut Pool, test: Test, yes: NodeId, no: NodeId) -> NodeId {
        let Test { cmp, a, b } = test;
        match (pool.constant_of(a), pool.constant_of(b)) {
            (Some(x), Some(y)) => {
                return if crate::facts::holds(cmp, x, y) { yes } else { no };
            }
            (Some(_), None) => {
                return match cmp {
                    Cmp::Eq | Cmp::Set => self.test(pool, Test { cmp, a: b, b: a }, yes, no),
                    Cmp::Gt => self.test(pool, Test { cmp: Cmp::Ge, a: b, b: a }, no, yes),
                    Cmp::Ge => self.test(pool, Test { cmp: Cmp::Gt, a: b, b: a }, no, yes),
                };
            }
            _ => {}
        }
        if let Some(k) = pool.constant_of(b) {
            // Adding a constant before a test for equality is adding it to the other side instead.
            if let (Cmp::Eq, Expr::Bin(Op::Add, x, c)) = (cmp, pool.get(a))
                && let Some(c) = pool.constant_of(c)
            {
                let b = pool.constant(k.wrapping_sub(c));
                return self.test(pool, Test { cmp, a: x, b }, yes, no);
            }
            // So is the difference of two values tested for zero.
            if let (Cmp::Eq, 0, Expr::Bin(Op::Sub | Op::Xor, x, y)) = (cmp, k, pool.get(a)) {
                return self.test(pool, Test { cmp, a: x, b: y }, yes, no);
            }
            if let Expr::Bin(Op::And, x, mask) = pool.get(a)
                && let Some(m) = pool.constant_of(mask)
            {
                match (cmp, k) {
                    (Cmp::Eq, 0) => return self.test(pool, Test { cmp: Cmp::Set, a: x, b: mask }, no, yes),
                    (Cmp::Gt, 0) | (Cmp::Ge, 1) => {
                        return self.test(pool, Test { cmp: Cmp::Set, a: x, b: mask }, yes, no);
                    }
                    (Cmp::Eq, k) if k == m && m.is_power_of_two() => {
                        return self.test(pool, Test { cmp: Cmp::Set, a: x, b: mask }, yes, no);
                    }
                    (Cmp::Set, k) => {
                        let both = pool.constant(k & m);
                        return self.test(pool, Test { cmp: Cmp::Set, a: x, b: both }, yes, no);
                    }
                    _ => {}
                }
            }
            if let (Cmp::Set, 0) = (cmp, k) {
                return no;
            }
            if let (Cmp::Ge, 0) = (cmp, k) {
                return yes;
            }
        }
        self.add(Node::Test { test: Test { cmp, a, b }, yes, no })
    }

    /// Numbers of the nodes that the root leads to, each before those it leads to.
    pub fn reachable(&self) -> Vec<NodeId> {
        let mut seen = vec![false; self.nodes.len()];
        if let Some(flag) = seen.get_mut(self.root.0 as usize) {
            *flag = true;
        }
        let mut out = Vec::new();
        for at in (0..self.nodes.len()).rev() {
            if seen.get(at) != Some(&true) {
                continue;
            }
            let id = NodeId(u32::try_from(at).unwrap_or(u32::MAX));
            out.push(id);
            let (a, b) = self.get(id).next();
            for next in [a, b].into_iter().flatten() {
                if let Some(flag) = seen.get_mut(next.0 as usize) {
                    *flag = true;
                }
            }
        }
        out
    }

    /// Adds a node, brought to its one form.
    fn put(&mut self, pool: &mut Pool, node: Node) -> NodeId {
        match node {
            Node::Test { test, yes, no } => self.test(pool, test, yes, no),
            other => self.add(other),
        }
    }

    /// Copies the graph, from the ends to the root, with each node changed by `change`, which gets the new
    /// numbers of where the node leads to.
    fn rebuild(
        &self,
        pool: &mut Pool,
        mut change: impl FnMut(NodeId, &dyn Fn(NodeId) -> NodeId) -> Node,
    ) -> Graph {
        let mut graph = Graph::empty();
        let mut new: Vec<NodeId> = vec![REJECT; self.nodes.len()];
        for id in self.reachable().into_iter().rev() {
            let made = {
                let look = |old: NodeId| new.get(old.0 as usize).copied().unwrap_or(REJECT);
                change(id, &look)
            };
            let made = graph.put(pool, made);
            if let Some(place) = new.get_mut(id.0 as usize) {
                *place = made;
            }
        }
        graph.root = new.get(self.root.0 as usize).copied().unwrap_or(REJECT);
        graph
    }

    /// Leads every way past the tests whose outcome is known on it. True if anything changed.
    fn thread(&mut self, pool: &mut Pool) -> bool {
        let start = self.follow(pool, self.root, &Facts::default());
        let mut changed = start != self.root;
        self.root = start;
        let order = self.reachable();
        let mut at: Vec<Option<Facts>> = vec![None; self.nodes.len()];
        let mut edges: HashMap<NodeId, (NodeId, NodeId)> = HashMap::new();
        if let Some(place) = at.get_mut(start.0 as usize) {
            *place = Some(Facts::default());
        }
        for id in order {
            let Some(facts) = at.get_mut(id.0 as usize).and_then(Option::take) else { continue };
            let node = self.get(id);
            let (a, b) = node.next();
            let mut new = (REJECT, REJECT);
            for (is_first, next) in [(true, a), (false, b)] {
                let Some(next) = next else { continue };
                let mut facts = facts.clone();
                match node {
                    Node::Test { test, .. } => facts.learn(pool, test, is_first),
                    Node::Store { slot, .. } => facts.store(pool, slot),
                    // That way is only taken where the cell holds its value.
                    Node::Once { slot, .. } if is_first => facts.hold(slot),
                    _ => {}
                }
                let target = self.follow(pool, next, &facts);
                changed |= target != next;
                if is_first {
                    new.0 = target;
                } else {
                    new.1 = target;
                }
                if let Some(place) = at.get_mut(target.0 as usize) {
                    match place {
                        Some(there) => there.meet(&facts),
                        None => *place = Some(facts),
                    }
                }
            }
            edges.insert(id, new);
        }
        if changed {
            let next = self.rebuild(pool, |id, look| {
                let (a, b) = edges.get(&id).copied().unwrap_or((REJECT, REJECT));
                match self.get(id) {
                    Node::Ret(way) => Node::Ret(way),
                    Node::Test { test, .. } => Node::Test { test, yes: look(a), no: look(b) },
                    Node::Store { slot, value, .. } => Node::Store { slot, value, next: look(a) },
                    Node::Once { slot, .. } => Node::Once { slot, done: look(a), work: look(b) },
                }
            });
            *self = next;
        }
        changed
    }

    /// Where a way really leads to: past all that is decided by what is known on it.
    fn follow(&self, pool: &Pool, from: NodeId, facts: &Facts) -> NodeId {
        let mut id = from;
        loop {
            id = match self.get(id) {
                Node::Test { test, yes, no } => match facts.decide(pool, test) {
                    Some(true) => yes,
                    Some(false) => no,
                    None => return id,
                },
                Node::Once { slot, done, .. } if facts.is_stored(slot) => done,
                _ => return id,
            };
        }
    }

    /// The undecided [`Node::Once`] do their work; stores that nobody reads go.
    fn settle(&mut self, pool: &mut Pool) {
        *self = self.rebuild_skipping(pool, |node| match node {
            Node::Once { work, .. } => Some(work),
            _ => None,
        });
        let mut read: Vec<Slot> = Vec::new();
        for id in self.reachable() {
            let values = match self.get(id) {
                Node::Test { test, .. } => [Some(test.a), Some(test.b)],
                Node::Store { value, .. } => [Some(value), None],
                _ => [None, None],
            };
            for value in values.into_iter().flatten() {
                pool.slots(value, &mut |slot| read.push(slot));
            }
        }
        *self = self.rebuild_skipping(pool, |node| match node {
            Node::Store { slot, next, .. } if !read.contains(&slot) => Some(next),
            _ => None,
        });
    }

    /// Copies the graph with every way led past the nodes for which `skip` says where to instead.
    fn rebuild_skipping(&self, pool: &mut Pool, skip: impl Fn(Node) -> Option<NodeId>) -> Graph {
        let mut to: Vec<NodeId> = Vec::with_capacity(self.nodes.len());
        for (at, node) in self.nodes.iter().enumerate() {
            let own = NodeId(u32::try_from(at).unwrap_or(u32::MAX));
            let target = skip(*node).map_or(own, |next| to.get(next.0 as usize).copied().unwrap_or(REJECT));
            to.push(target);
        }
        let real = |id: NodeId| to.get(id.0 as usize).copied().unwrap_or(REJECT);
        let mut moved = self.clone();
        moved.root = real(self.root);
        for node in &mut moved.nodes {
            *node = node.led(&real);
        }
        moved.rebuild(pool, |id, look| moved.get(id).led(look))
    }

    /// Brings together tests of the same value in a row of tests that share one way out, so that the value
    /// is loaded once: `a=1 or b=1 or a=2 or b=2` asks a, a, b, b. True if anything changed.
    fn regroup(&mut self, pool: &mut Pool) -> bool {
        let order = self.reachable();
        let mut parents: HashMap<NodeId, u32> = HashMap::new();
        for id in &order {
            let (a, b) = self.get(*id).next();
            for next in [a, b].into_iter().flatten() {
                let count = parents.entry(next).or_insert(0);
                *count = count.saturating_add(1);
            }
        }
        let mut swaps: HashMap<NodeId, Member> = HashMap::new();
        let mut done: Vec<bool> = vec![false; self.nodes.len()];
        for id in order {
            if done.get(id.0 as usize) == Some(&true) {
                continue;
            }
            let Node::Test { yes, no, .. } = self.get(id) else { continue };
            let (by_yes, by_no) = (self.row(id, yes, &parents), self.row(id, no, &parents));
            let row = if by_yes.len() >= by_no.len() { by_yes } else { by_no };
            if row.len() < 3 {
                continue;
            }
            for (member, _) in &row {
                if let Some(flag) = done.get_mut(member.0 as usize) {
                    *flag = true;
                }
            }
            let mut group_of: HashMap<Id, usize> = HashMap::new();
            let mut groups: Vec<Vec<(Test, bool)>> = Vec::new();
            for (_, Member { test, on, .. }) in &row {
                let group = *group_of.entry(test.a).or_insert(groups.len());
                match groups.get_mut(group) {
                    Some(group) => group.push((*test, *on)),
                    None => groups.push(vec![(*test, *on)]),
                }
            }
            for ((id, member), (test, on)) in row.iter().zip(groups.into_iter().flatten()) {
                if (member.test, member.on) != (test, on) {
                    swaps.insert(*id, Member { test, on, ..*member });
                }
            }
        }
        if swaps.is_empty() {
            return false;
        }
        *self = self.rebuild(pool, |id, look| match (self.get(id), swaps.get(&id)) {
            (_, Some(&Member { test, on, exit, onward })) => {
                let (exit, onward) = (look(exit), look(onward));
                if on {
                    Node::Test { test, yes: exit, no: onward }
                } else {
                    Node::Test { test, yes: onward, no: exit }
                }
            }
            (node, None) => node.led(look),
        });
        true
    }

    /// The row of tests from a node on that share one way out, each the only way to the next.
    fn row(&self, from: NodeId, exit: NodeId, parents: &HashMap<NodeId, u32>) -> Vec<(NodeId, Member)> {
        let mut out = Vec::new();
        let mut id = from;
        // Ids get smaller along the row, so it ends.
        while let Node::Test { test, yes, no } = self.get(id) {
            if !out.is_empty() && parents.get(&id) != Some(&1) {
                break;
            }
            let (on, onward) = match (yes == exit, no == exit) {
                (true, false) => (true, no),
                (false, true) => (false, yes),
                _ => break,
            };
            out.push((id, Member { test, on, exit, onward }));
            id = onward;
        }
        out
    }

    /// Moves a test up to where the value that it asks for is at hand, if on every way between the two the
    /// other outcomes are the same. True if anything changed.
    fn hoist(&mut self, pool: &mut Pool) -> bool {
        let order = self.reachable();
        if order.len() > HOIST_BELOW {
            return false;
        }
        let mut parents: HashMap<NodeId, Vec<NodeId>> = HashMap::new();
        for id in &order {
            let (a, b) = self.get(*id).next();
            for next in [a, b].into_iter().flatten() {
                parents.entry(next).or_default().push(*id);
            }
        }
        let tested = |id: &NodeId| match self.get(*id) {
            Node::Test { test, .. } => Some(test.a),
            _ => None,
        };
        for &head in &order {
            let Node::Test { test: first, .. } = self.get(head) else { continue };
            let Some(above) = parents.get(&head) else { continue };
            let Some(value) = above.first().and_then(tested) else { continue };
            if first.a == value || !above.iter().all(|id| tested(id) == Some(value)) {
                continue;
            }
            for &other in order.iter().filter(|&&id| id < head) {
                let Node::Test { test, yes, no } = self.get(other) else { continue };
                if test.a != value {
                    continue;
                }
                for (exit, onward) in [(yes, no), (no, yes)] {
                    if self.encloses(head, other, exit, &parents) {
                        self.raise(pool, head, other, exit, onward, &order);
                        return true;
                    }
                }
            }
        }
        false
    }

    /// Whether all ways from `head` lead to `other` or to `exit`, and no way leads in between from elsewhere.
    fn encloses(
        &self,
        head: NodeId,
        other: NodeId,
        exit: NodeId,
        parents: &HashMap<NodeId, Vec<NodeId>>,
    ) -> bool {
        let mut inside = vec![head];
        let mut at = 0;
        while let Some(&id) = inside.get(at) {
            at = at.saturating_add(1);
            if id == other {
                continue;
            }
            let Node::Test { yes, no, .. } = self.get(id) else { return false };
            for next in [yes, no] {
                if next != exit && !inside.contains(&next) {
                    inside.push(next);
                }
            }
            if inside.len() > HOIST_OVER {
                return false;
            }
        }
        inside.contains(&other)
            && inside.iter().filter(|&&id| id != head).all(|id| {
                parents.get(id).is_some_and(|above| {
                    above.iter().all(|parent| *parent != other && inside.contains(parent))
                })
            })
    }

    /// Puts the test of `other` before `head` and leads the ways to `other` on to `onward`.
    fn raise(
        &mut self,
        pool: &mut Pool,
        head: NodeId,
        other: NodeId,
        exit: NodeId,
        onward: NodeId,
        order: &[NodeId],
    ) {
        let mut graph = Graph::empty();
        let mut new: Vec<NodeId> = vec![REJECT; self.nodes.len()];
        for &id in order.iter().rev() {
            let look = |old: NodeId| new.get(old.0 as usize).copied().unwrap_or(REJECT);
            let mut made = if id == other { look(onward) } else { graph.put(pool, self.get(id).led(&look)) };
            if let (true, Node::Test { test, yes, .. }) = (id == head, self.get(other)) {
                let (yes, no) = if yes == exit { (look(exit), made) } else { (made, look(exit)) };
                made = graph.put(pool, Node::Test { test, yes, no });
            }
            if let Some(place) = new.get_mut(id.0 as usize) {
                *place = made;
            }
        }
        graph.root = new.get(self.root.0 as usize).copied().unwrap_or(REJECT);
        *self = graph;
    }

    /// Simplifies until nothing changes, or long enough.
    pub fn optimize(&mut self, pool: &mut Pool) {
        // Long programs get fewer rounds: what is left to gain after a few is little, and time is not.
        let rounds = MOST_VISITS.checked_div(self.nodes.len()).unwrap_or(0).clamp(3, MOST_ROUNDS);
        for _ in 0..rounds {
            let threaded = self.thread(pool);
            let grouped = self.regroup(pool);
            if !threaded && !grouped && !self.hoist(pool) {
                break;
            }
        }
        self.settle(pool);
        for _ in 0..rounds {
            if !self.thread(pool) {
                break;
            }
        }
    }

    /// Gives a value to the cells that may be read before anything else has.
    pub fn initialize(&mut self, pool: &mut Pool) {
        for slot in crate::emit::unwritten(pool, self) {
            let value = pool.constant(0);
            self.root = self.add(Node::Store { slot, value, next: self.root });
        }
    }

    /// Makes the graph one that can be emitted without simplifying it.
    pub fn plain(&mut self, pool: &mut Pool) {
        self.settle(pool);
    }
}

/// Larger graphs are not searched for tests to move up, since that takes time that grows with the square.
const HOIST_BELOW: usize = 400;
/// Tests that one is moved up over at most.
const HOIST_OVER: usize = 24;

/// Rounds of simplification after which it stops, however much more there would be to gain.
const MOST_ROUNDS: usize = 64;
/// Nodes that all rounds together visit, about.
const MOST_VISITS: usize = 200_000;

/// A test in a row: on which outcome the row is left, for where, and where it goes on otherwise.
#[derive(Clone, Copy, Debug)]
struct Member {
    test: Test,
    on: bool,
    exit: NodeId,
    onward: NodeId,
}
