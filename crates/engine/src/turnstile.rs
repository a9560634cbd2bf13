//! Work that has to be done in order by threads that go at their own pace.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// How often a thread looks whether its turn has come before it goes to sleep: turns are short, and waking
/// up takes longer than most of them.
const LOOKS: u32 = 400;
/// Parcels that may lie in front of a gate, waiting for the one before them.
const PARCELS: usize = 6;
/// Bytes they may have together.
const PARCEL_BYTES: usize = 1 << 20;

/// State that batches pass through one by one, in the order of their numbers.
///
/// Every number has to come by exactly once. The thread with the lowest number never waits, so there is
/// always one that goes on. A thread that panics opens the gate for good: the others find it
/// [broken](Turnstile::pass) instead of waiting for a turn that never comes.
pub struct Turnstile<T, P = ()> {
    inside: Mutex<Inside<T, P>>,
    moved: Condvar,
    /// Whose turn it is: a copy that can be looked at from outside.
    turn: AtomicU64,
}

struct Inside<T, P> {
    turn: u64,
    broken: bool,
    /// Threads that sleep until it is their turn.
    waiting: usize,
    /// Parcels that came before their turn: the first is the one after `turn`.
    early: VecDeque<Option<P>>,
    early_bytes: usize,
    state: T,
}

/// What can be left in front of a gate.
pub trait Parcel {
    /// How many bytes it has.
    fn bytes(&self) -> usize;
}

impl Parcel for () {
    fn bytes(&self) -> usize {
        0
    }
}

impl<T> Turnstile<T> {
    /// Whose first number is 0.
    pub fn new(state: T) -> Turnstile<T> {
        Turnstile::with_parcels(state)
    }
}

impl<T, P: Parcel> Turnstile<T, P> {
    /// Whose first number is 0, and where parcels can be handed in.
    pub fn with_parcels(state: T) -> Turnstile<T, P> {
        let inside =
            Inside { turn: 0, broken: false, waiting: 0, early: VecDeque::new(), early_bytes: 0, state };
        Turnstile { inside: Mutex::new(inside), moved: Condvar::new(), turn: AtomicU64::new(0) }
    }

    fn lock(&self) -> MutexGuard<'_, Inside<T, P>> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until `ready`, or until a thread has failed.
    fn wait(&self, number: u64, ready: impl Fn(&Inside<T, P>) -> bool) -> MutexGuard<'_, Inside<T, P>> {
        let mut looks = 0;
        while self.turn.load(Ordering::Acquire) < number && looks < LOOKS {
            std::hint::spin_loop();
            looks += 1;
        }
        let mut inside = self.lock();
        while !ready(&inside) && !inside.broken {
            inside.waiting += 1;
            inside = self.moved.wait(inside).unwrap_or_else(PoisonError::into_inner);
            inside.waiting -= 1;
        }
        inside
    }

    /// Lets the next one through.
    fn move_on(&self, mut inside: MutexGuard<'_, Inside<T, P>>) {
        inside.turn += 1;
        self.turn.store(inside.turn, Ordering::Release);
        let waiting = inside.waiting > 0;
        drop(inside);
        if waiting {
            self.moved.notify_all();
        }
    }

    /// Waits for the turn of `number`, works on the state, and lets the next one through. `None` when a
    /// thread has failed.
    pub fn pass<R>(&self, number: u64, work: impl FnOnce(&mut T) -> R) -> Option<R> {
        let mut inside = self.wait(number, |inside| inside.turn == number);
        if inside.broken {
            return None;
        }
        let r = work(&mut inside.state);
        self.move_on(inside);
        Some(r)
    }

    /// Waits for the turn of `number` and works on the state, which stays with `number`: it has to [pass](Turnstile::pass)
    /// or [hand in](Turnstile::hand_in) something later. `None` when a thread has failed.
    pub fn hold<R>(&self, number: u64, work: impl FnOnce(&mut T) -> R) -> Option<R> {
        let mut inside = self.wait(number, |inside| inside.turn == number);
        if inside.broken { None } else { Some(work(&mut inside.state)) }
    }

    /// Hands in a parcel to be worked on in the turn of `number`, without waiting for that turn as long as
    /// few lie there: whoever comes in time works on those that follow, too. `after` looks at the state
    /// once the parcel is handed in. A gate that parcels are handed in at is not to be passed otherwise.
    /// `None` when a thread has failed.
    pub fn hand_in<R>(
        &self,
        number: u64,
        parcel: P,
        work: impl Fn(&mut T, P),
        after: impl FnOnce(&mut T) -> R,
    ) -> Option<R> {
        let size = parcel.bytes();
        let room = |inside: &Inside<T, P>| {
            let before = number.saturating_sub(inside.turn) as usize;
            before == 0 || before <= PARCELS && inside.early_bytes + size <= PARCEL_BYTES
        };
        let mut inside = {
            let inside = self.lock();
            if room(&inside) || inside.broken {
                inside
            } else {
                drop(inside);
                self.wait(number, room)
            }
        };
        if inside.broken {
            return None;
        }
        if inside.turn != number {
            let at = number.saturating_sub(inside.turn) as usize - 1;
            while inside.early.len() <= at {
                inside.early.push_back(None);
            }
            inside.early_bytes += size;
            if let Some(place) = inside.early.get_mut(at) {
                *place = Some(parcel);
            }
            return Some(after(&mut inside.state));
        }
        work(&mut inside.state, parcel);
        while let Some(Some(next)) = inside.early.front_mut().map(Option::take) {
            inside.early.pop_front();
            inside.turn += 1;
            inside.early_bytes = inside.early_bytes.saturating_sub(next.bytes());
            work(&mut inside.state, next);
        }
        inside.early.pop_front();
        let r = after(&mut inside.state);
        self.move_on(inside);
        Some(r)
    }

    /// Lets everybody through without work from now on.
    pub fn break_open(&self) {
        self.lock().broken = true;
        self.turn.store(u64::MAX, Ordering::Release);
        self.moved.notify_all();
    }

    /// The state, when all is done.
    pub fn into_inner(self) -> T {
        self.inside.into_inner().unwrap_or_else(PoisonError::into_inner).state
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU64, Ordering};

    #[test]
    fn threads_pass_in_the_order_of_their_numbers() {
        let gate = Turnstile::new(Vec::new());
        let next = AtomicU64::new(0);
        std::thread::scope(|s| {
            for _ in 0..4 {
                s.spawn(|| {
                    loop {
                        let n = next.fetch_add(1, Ordering::Relaxed);
                        if n >= 1000 {
                            break;
                        }
                        gate.pass(n, |v| v.push(n));
                    }
                });
            }
        });
        assert_eq!(gate.into_inner(), (0..1000).collect::<Vec<_>>());
    }

    impl Parcel for u64 {
        fn bytes(&self) -> usize {
            1 << 18
        }
    }

    #[test]
    fn parcels_are_worked_on_in_order_whoever_brings_them() {
        let gate: Turnstile<Vec<u64>, u64> = Turnstile::with_parcels(Vec::new());
        // Whoever comes early need not wait.
        assert_eq!(gate.hand_in(1, 1, Vec::push, |v| v.len()), Some(0));
        assert_eq!(gate.hand_in(3, 3, Vec::push, |v| v.len()), Some(0));
        assert_eq!(gate.hand_in(0, 0, Vec::push, |v| v.len()), Some(2));
        assert_eq!(gate.hand_in(2, 2, Vec::push, |v| v.len()), Some(4));
        let next = AtomicU64::new(4);
        std::thread::scope(|s| {
            for _ in 0..4 {
                s.spawn(|| {
                    loop {
                        let n = next.fetch_add(1, Ordering::Relaxed);
                        if n >= 1000 {
                            break;
                        }
                        gate.hand_in(n, n, Vec::push, |_| ());
                    }
                });
            }
            // The parcel that came early waits for the one before it, which another thread brings.
            gate.hand_in(1000, 1000, Vec::push, |_| ());
        });
        assert_eq!(gate.into_inner(), (0..=1000).collect::<Vec<_>>());
    }

    #[test]
    fn who_holds_the_gate_goes_first() {
        let gate: Turnstile<Vec<u64>, u64> = Turnstile::with_parcels(Vec::new());
        assert_eq!(gate.hand_in(1, 1, Vec::push, |v| v.len()), Some(0));
        for n in [10, 11] {
            assert_eq!(gate.hold(0, |v| v.push(n)), Some(()));
        }
        assert_eq!(gate.hand_in(0, 0, Vec::push, |v| v.len()), Some(4));
        assert_eq!(gate.into_inner(), [10, 11, 0, 1]);
    }

    #[test]
    fn a_failure_sets_the_others_free() {
        let gate = Turnstile::new(());
        std::thread::scope(|s| {
            let waiting = s.spawn(|| gate.pass(1, |()| ()));
            gate.break_open();
            assert_eq!(waiting.join().ok(), Some(None));
        });
    }
}
