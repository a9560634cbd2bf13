//! Work that has to be done in order by threads that go at their own pace.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// State that batches pass through one by one, in the order of their numbers.
///
/// Every number has to come by exactly once. The thread with the lowest number never waits, so there is
/// always one that goes on. A thread that panics opens the gate for good: the others find it
/// [broken](Turnstile::pass) instead of waiting for a turn that never comes.
pub struct Turnstile<T> {
    inside: Mutex<Inside<T>>,
    moved: Condvar,
}

struct Inside<T> {
    turn: u64,
    broken: bool,
    state: T,
}

impl<T> Turnstile<T> {
    /// Whose first number is 0.
    pub fn new(state: T) -> Turnstile<T> {
        Turnstile { inside: Mutex::new(Inside { turn: 0, broken: false, state }), moved: Condvar::new() }
    }

    fn lock(&self) -> MutexGuard<'_, Inside<T>> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for the turn of `number`, works on the state, and lets the next one through. `None` when a
    /// thread has failed.
    pub fn pass<R>(&self, number: u64, work: impl FnOnce(&mut T) -> R) -> Option<R> {
        let mut inside = self.lock();
        while inside.turn != number && !inside.broken {
            inside = self.moved.wait(inside).unwrap_or_else(PoisonError::into_inner);
        }
        if inside.broken {
            return None;
        }
        let r = work(&mut inside.state);
        inside.turn += 1;
        drop(inside);
        self.moved.notify_all();
        Some(r)
    }

    /// Lets everybody through without work from now on.
    pub fn break_open(&self) {
        self.lock().broken = true;
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
