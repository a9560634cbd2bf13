//! Batches on their way, and what a thread does next.
//!
//! Three things are done in order, each by one thread at a time: reading, taking note of what frames say of their
//! conversations, and remembering what their messages say. What is done before, between and behind them is done side by
//! side, and each of the three beside the others. A thread that would have to
//! wait for its batch's turn does something else instead: several batches are under way for each thread, and any
//! thread goes on with any of them.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Batches under way for each thread, when there are several.
const EACH: usize = 3;

/// How often a thread looks whether there is something to do before it goes to sleep: most work takes less time than
/// waking up.
const LOOKS: u32 = 8000;

/// What a thread does next.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Work<B> {
    /// Read a batch, and say so with [`Queue::read`] or [`Queue::end`]. Here is one to be used again.
    Read(Option<B>),
    /// Take note of this one, and hand it to [`Queue::noted`].
    Note(B),
    /// Let protocols remember what they want of this one, and hand it to [`Queue::remembered`].
    Remember(B),
    /// Do what is left for this one, and hand it to [`Queue::finish`]. They come in order.
    Finish(u64, B),
    /// Everything is done, or somebody has failed.
    Nothing,
}

/// Batches under way.
pub(crate) struct Queue<B> {
    inside: Mutex<Inside<B>>,
    moved: Condvar,
    /// How often something changed: can be looked at from outside.
    changes: AtomicU64,
    most: usize,
    /// So many batches lie there to be finished before that comes before reading: reading is done by one at a time, and
    /// the others would have nothing to do meanwhile.
    ahead: usize,
    looks: u32,
}

struct Inside<B> {
    /// Batches that were read.
    read: u64,
    /// Somebody reads.
    reading: bool,
    ended: bool,
    /// The batch whose turn it is to be taken note of.
    turn: u64,
    /// Somebody takes note.
    noting: bool,
    /// Batches from `turn` on that wait for it.
    ready: VecDeque<Option<B>>,
    /// Batches that were taken note of, in order, for somebody who remembers.
    noted: VecDeque<B>,
    /// The number of the first of them.
    remember: u64,
    /// Somebody remembers.
    remembering: bool,
    /// Batches that are left to be finished.
    remembered: VecDeque<(u64, B)>,
    under_way: usize,
    spare: Vec<B>,
    waiting: usize,
    broken: bool,
}

impl<B> Inside<B> {
    fn begin_to_read(&mut self) -> Work<B> {
        self.reading = true;
        self.under_way += 1;
        Work::Read(self.spare.pop())
    }
}

impl<B> Queue<B> {
    /// For so many threads. `live`: there is nothing to do most of the time, so that looking for it is in vain.
    pub(crate) fn new(threads: usize, live: bool) -> Queue<B> {
        let inside = Inside {
            read: 0,
            reading: false,
            ended: false,
            turn: 0,
            noting: false,
            ready: VecDeque::new(),
            noted: VecDeque::new(),
            remember: 0,
            remembering: false,
            remembered: VecDeque::new(),
            under_way: 0,
            spare: Vec::new(),
            waiting: 0,
            broken: false,
        };
        let most = if threads > 1 { threads * EACH } else { 1 };
        let looks = if live { 0 } else { LOOKS };
        // Frames being captured, whoever reads waits for them: what is there is finished first.
        let ahead = if live || threads <= 1 { 0 } else { most / 2 };
        let (moved, changes) = (Condvar::new(), AtomicU64::new(0));
        Queue { inside: Mutex::new(inside), moved, changes, most, ahead, looks }
    }

    fn lock(&self) -> MutexGuard<'_, Inside<B>> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Wakes somebody, when there is something new to do.
    fn tell(&self, inside: MutexGuard<'_, Inside<B>>, all: bool) {
        let waiting = inside.waiting > 0;
        self.changes.fetch_add(1, Ordering::Release);
        drop(inside);
        match (waiting, all) {
            (true, true) => self.moved.notify_all(),
            (true, false) => self.moved.notify_one(),
            (false, _) => {}
        }
    }

    /// What to do next: what others wait for comes first.
    pub(crate) fn next(&self) -> Work<B> {
        let mut inside = self.lock();
        let mut looks = 0;
        loop {
            if inside.broken {
                return Work::Nothing;
            }
            if !inside.remembering
                && let Some(batch) = inside.noted.pop_front()
            {
                inside.remembering = true;
                return Work::Remember(batch);
            }
            if !inside.noting
                && let Some(batch) = inside.ready.front_mut().and_then(Option::take)
            {
                inside.noting = true;
                return Work::Note(batch);
            }
            let may_read = !inside.ended && !inside.reading && inside.under_way < self.most;
            if may_read && inside.remembered.len() < self.ahead {
                return inside.begin_to_read();
            }
            if let Some((number, batch)) = inside.remembered.pop_front() {
                return Work::Finish(number, batch);
            }
            if may_read {
                return inside.begin_to_read();
            }
            if inside.ended && inside.under_way == 0 {
                return Work::Nothing;
            }
            if looks < self.looks {
                let seen = self.changes.load(Ordering::Acquire);
                drop(inside);
                while looks < self.looks && self.changes.load(Ordering::Acquire) == seen {
                    std::hint::spin_loop();
                    looks += 1;
                }
                inside = self.lock();
                continue;
            }
            inside.waiting += 1;
            inside = self.moved.wait(inside).unwrap_or_else(PoisonError::into_inner);
            inside.waiting -= 1;
        }
    }

    /// A batch was read; its number.
    pub(crate) fn read(&self) -> u64 {
        let mut inside = self.lock();
        let number = inside.read;
        inside.read += 1;
        inside.reading = false;
        self.tell(inside, false);
        number
    }

    /// There was nothing more to read.
    pub(crate) fn end(&self, batch: B) {
        let mut inside = self.lock();
        inside.reading = false;
        inside.ended = true;
        inside.under_way -= 1;
        inside.spare.push(batch);
        self.tell(inside, true);
    }

    /// A batch may be taken note of when its turn comes.
    pub(crate) fn ready(&self, number: u64, batch: B) {
        let mut inside = self.lock();
        let at = number.saturating_sub(inside.turn) as usize;
        while inside.ready.len() <= at {
            inside.ready.push_back(None);
        }
        if let Some(place) = inside.ready.get_mut(at) {
            *place = Some(batch);
        }
        if at == 0 && !inside.noting {
            self.tell(inside, false);
        }
    }

    /// The batch whose turn it was was taken note of.
    pub(crate) fn noted(&self, batch: B) {
        let mut inside = self.lock();
        inside.turn += 1;
        inside.noting = false;
        inside.ready.pop_front();
        inside.noted.push_back(batch);
        self.tell(inside, false);
    }

    /// What the batch says whose turn it was is remembered.
    pub(crate) fn remembered(&self, batch: B) {
        let mut inside = self.lock();
        let number = inside.remember;
        inside.remember += 1;
        inside.remembering = false;
        inside.remembered.push_back((number, batch));
        self.tell(inside, false);
    }

    /// Nothing is left to do for a batch.
    pub(crate) fn finish(&self, batch: B) {
        let mut inside = self.lock();
        inside.under_way -= 1;
        inside.spare.push(batch);
        let over = inside.ended && inside.under_way == 0;
        self.tell(inside, over);
    }

    /// Somebody failed: nobody does anything more.
    pub(crate) fn break_open(&self) {
        let mut inside = self.lock();
        inside.broken = true;
        self.tell(inside, true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU64, Ordering};

    /// Carries batches of one number each, and notes the order in which things happened.
    fn carry(threads: usize, batches: u64) -> [Vec<u64>; 3] {
        let queue: Queue<Box<u64>> = Queue::new(threads, false);
        let left = AtomicU64::new(batches);
        let [noted, remembered, finished] = [(); 3].map(|()| Mutex::new(Vec::new()));
        std::thread::scope(|s| {
            for _ in 0..threads {
                s.spawn(|| {
                    loop {
                        match queue.next() {
                            Work::Read(batch) => {
                                let mut batch = batch.unwrap_or_default();
                                if left.load(Ordering::Relaxed) == 0 {
                                    queue.end(batch);
                                    continue;
                                }
                                left.fetch_sub(1, Ordering::Relaxed);
                                let number = queue.read();
                                *batch = number;
                                queue.ready(number, batch);
                            }
                            Work::Note(batch) => {
                                noted.lock().unwrap().push(*batch);
                                queue.noted(batch);
                            }
                            Work::Remember(batch) => {
                                remembered.lock().unwrap().push(*batch);
                                queue.remembered(batch);
                            }
                            Work::Finish(number, batch) => {
                                assert_eq!(number, *batch);
                                finished.lock().unwrap().push(number);
                                queue.finish(batch);
                            }
                            Work::Nothing => break,
                        }
                    }
                });
            }
        });
        [noted, remembered, finished].map(|m| m.into_inner().unwrap())
    }

    #[test]
    fn every_batch_is_noted_in_order_and_finished_once() {
        for threads in [1, 2, 5] {
            let [noted, remembered, mut finished] = carry(threads, 2000);
            assert!(noted.iter().copied().eq(0..2000), "{threads} threads");
            assert!(remembered.iter().copied().eq(0..2000), "{threads} threads");
            finished.sort_unstable();
            assert!(finished.iter().copied().eq(0..2000), "{threads} threads");
        }
        assert!(carry(3, 0).iter().all(Vec::is_empty));
    }

    #[test]
    fn what_others_wait_for_comes_first_and_no_more_is_under_way_than_allowed() {
        let queue: Queue<u64> = Queue::new(2, false);
        for n in 0..(2 * EACH) as u64 {
            assert_eq!(queue.next(), Work::Read(None), "{n}");
            assert_eq!(queue.read(), n);
        }
        // The second is there first; it has to wait for its turn.
        queue.ready(1, 11);
        queue.ready(0, 10);
        assert_eq!(queue.next(), Work::Note(10));
        // Nobody else can take note at the same time.
        queue.noted(10);
        assert_eq!(queue.next(), Work::Remember(10));
        // While one is remembered, the next is taken note of.
        assert_eq!(queue.next(), Work::Note(11));
        queue.noted(11);
        queue.remembered(10);
        assert_eq!(queue.next(), Work::Remember(11));
        // No more may be under way.
        assert_eq!(queue.next(), Work::Finish(0, 10));
        queue.finish(10);
        assert_eq!(queue.next(), Work::Read(Some(10)));
        queue.break_open();
        assert_eq!(queue.next(), Work::Nothing);
    }

    #[test]
    fn some_are_read_ahead_unless_reading_waits_for_packets() {
        for (threads, live, reads_first) in [(2, false, true), (2, true, false), (1, false, false)] {
            let queue: Queue<u64> = Queue::new(threads, live);
            assert_eq!(queue.next(), Work::Read(None));
            assert_eq!(queue.read(), 0);
            queue.ready(0, 10);
            assert_eq!(queue.next(), Work::Note(10));
            queue.noted(10);
            assert_eq!(queue.next(), Work::Remember(10));
            queue.remembered(10);
            let next = queue.next();
            assert_eq!(next == Work::Read(None), reads_first, "{threads} threads, live: {live}");
            // While somebody reads, another goes on with what is there.
            let next = if reads_first { queue.next() } else { next };
            assert_eq!(next, Work::Finish(0, 10));
        }
    }
}
