//! Frames of several sources in the order of their times.

use requin_file::{Batch, Record};
use requin_wire::Time;
use std::sync::Arc;
use std::time::Duration;

/// Bytes of frames that a batch of several sources has at most (but for the last frame).
const MERGED: usize = 1 << 20;
/// Buffers that are kept to be used again.
const SPARE: usize = 16;

/// Frames of one source in their order.
pub(crate) trait Queue {
    /// The record of its next frame.
    fn next(&self) -> Option<&Record>;
    /// Takes its next frame out; the offset in the record means nothing any more.
    fn take(&mut self) -> Option<(Record, &[u8])>;
}

/// Which frame may go next.
pub(crate) struct Ripe {
    /// The time of the machine.
    pub now: Time,
    /// When what the system has gathered will have been handed over.
    pub settled: Duration,
    /// Nothing earlier can come, whatever the time is; or times are not of the machine's clock.
    pub sure: bool,
}

impl Ripe {
    /// The queue whose next frame is the earliest, when no other queue can give an earlier one any more; or else how
    /// long until that is so.
    pub(crate) fn earliest<Q: Queue>(&self, queues: &[Q]) -> Result<usize, Duration> {
        let of = |(i, q): (usize, &Q)| q.next().map(|r| (r.time, i));
        let Some((time, first)) = queues.iter().enumerate().filter_map(of).min() else {
            return Err(Duration::ZERO);
        };
        if self.sure || queues.iter().all(|q| q.next().is_some()) {
            return Ok(first);
        }
        let age = self.now.as_nanos() - time.as_nanos();
        let settled = self.settled.as_nanos() as i128;
        // A time of a clock that was set back says nothing.
        if age < 0 || age >= settled {
            return Ok(first);
        }
        Err(Duration::from_nanos(u64::try_from(settled - age).unwrap_or(0)))
    }
}

/// Copies frames of several queues together.
#[derive(Default)]
pub(crate) struct Merger {
    /// Memory of earlier batches, used again when nobody looks at it any more.
    spare: Vec<Arc<Vec<u8>>>,
}

impl Merger {
    /// An empty buffer that nobody else has.
    pub(crate) fn buffer(&mut self) -> Arc<Vec<u8>> {
        let free = self.spare.iter_mut().position(|s| Arc::get_mut(s).is_some());
        let mut buffer = free.map(|i| self.spare.swap_remove(i)).unwrap_or_default();
        if let Some(bytes) = Arc::get_mut(&mut buffer) {
            bytes.clear();
        }
        buffer
    }

    /// Keeps a buffer for when nobody looks at it any more.
    pub(crate) fn keep(&mut self, buffer: Arc<Vec<u8>>) {
        if self.spare.len() < SPARE && buffer.capacity() <= 4 * MERGED {
            self.spare.push(buffer);
        }
    }

    /// Fills a batch with up to `max` frames, the first of which has the number `first`; false when there are none.
    pub(crate) fn merge<Q: Queue>(
        &mut self,
        queues: &mut [Q],
        ripe: &Ripe,
        batch: &mut Batch,
        first: u64,
        max: usize,
    ) -> bool {
        if ripe.earliest(queues).is_err() {
            return false;
        }
        let mut buffer = self.buffer();
        let Some(to) = Arc::get_mut(&mut buffer) else { return false };
        let mut records = Vec::with_capacity(max.min(1024));
        while records.len() < max && to.len() < MERGED {
            let Some(queue) = ripe.earliest(queues).ok().and_then(|i| queues.get_mut(i)) else { break };
            let Some((mut record, frame)) = queue.take() else { break };
            record.offset = to.len() as u64;
            records.push(record);
            to.extend_from_slice(frame);
            if queue.next().is_none() {
                // It may have more, which only has to be fetched, and which is earlier than what others have.
                break;
            }
        }
        batch.refill(first, Arc::clone(&buffer) as _);
        records.into_iter().for_each(|r| batch.push(r));
        self.keep(buffer);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use requin_file::LinkType;

    struct Numbers(Vec<Record>, [u8; 1]);

    impl Numbers {
        fn of(times: &[i64]) -> Numbers {
            let record = |t: &i64| Record::new(Time::new(*t, 0), LinkType::ETHERNET, 0, 1, 1);
            Numbers(times.iter().rev().map(record).collect(), [0])
        }
    }

    impl Queue for Numbers {
        fn next(&self) -> Option<&Record> {
            self.0.last()
        }

        fn take(&mut self) -> Option<(Record, &[u8])> {
            let record = self.0.pop()?;
            self.1[0] = record.time.secs as u8;
            Some((record, &self.1))
        }
    }

    fn ripe(now: i64, sure: bool) -> Ripe {
        Ripe { now: Time::new(now, 0), settled: Duration::from_secs(2), sure }
    }

    #[test]
    fn the_earliest_goes_first_once_nothing_earlier_can_come() {
        let mut queues = [Numbers::of(&[1, 4, 5]), Numbers::of(&[2, 3])];
        let (mut merger, mut batch) = (Merger::default(), Batch::new());
        assert!(merger.merge(&mut queues, &ripe(5, false), &mut batch, 7, 99));
        let bytes: Vec<u8> = batch.frames().flat_map(|f| f.data.to_vec()).collect();
        // The second queue might still give one from before 4, which is only a second old.
        assert_eq!((bytes.as_slice(), batch.first_number()), (&[1, 2, 3][..], 7));
        assert_eq!(ripe(5, false).earliest(&queues), Err(Duration::from_secs(1)));
        assert_eq!(ripe(6, false).earliest(&queues), Ok(0));
        assert_eq!((ripe(3, false).earliest(&queues), ripe(5, true).earliest(&queues)), (Ok(0), Ok(0)));
        assert!(merger.merge(&mut queues, &ripe(5, true), &mut batch, 10, 1));
        assert_eq!((batch.len(), batch.data(0)), (1, &[4][..]));
    }

    #[test]
    fn a_queue_that_is_used_up_is_looked_into_again_first() {
        let mut queues = [Numbers::of(&[1, 5]), Numbers::of(&[2, 7, 8])];
        let (mut merger, mut batch) = (Merger::default(), Batch::new());
        assert!(merger.merge(&mut queues, &ripe(99, true), &mut batch, 1, 99));
        let last: Vec<u8> = batch.frames().flat_map(|f| f.data.to_vec()).collect();
        assert_eq!(last, [1, 2, 5]);
        queues[0] = Numbers::of(&[6]);
        assert!(merger.merge(&mut queues, &ripe(99, true), &mut batch, 4, 99));
        assert_eq!(batch.data(0), [6]);
    }

    #[test]
    fn without_frames_there_is_nothing_to_wait_for() {
        assert_eq!(ripe(5, true).earliest(&[Numbers::of(&[])]), Err(Duration::ZERO));
    }
}
