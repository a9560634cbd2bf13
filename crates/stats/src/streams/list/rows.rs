//! Rows made side by side by several threads, and written in order.

use std::io::{self, Write};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::scope;

/// Rows that a thread makes at once: their text stays in the cache.
const CHUNK: usize = 1024;
/// Texts that a thread may be ahead of the one that is written.
const AHEAD: usize = 2;

/// Makes the text of some rows, given which is the first of them.
type Make<'m, T> = dyn Fn(usize, &[T], &mut Vec<u8>) + Sync + 'm;

/// Writes the text that `make` makes of all rows. Only the text of a few chunks is in memory at a time.
pub(super) fn write<T: Sync>(
    rows: &[T],
    threads: usize,
    out: &mut dyn Write,
    make: &Make<'_, T>,
) -> io::Result<()> {
    let threads = threads.min(rows.len().div_ceil(CHUNK));
    scope(|s| {
        // Every thread has the chunks of its turn; the channels put them in order.
        let start = |turn: usize| {
            let (done, texts) = sync_channel(AHEAD);
            let (give_back, spare) = sync_channel::<Vec<u8>>(AHEAD + 2);
            let work = move || {
                for (n, chunk) in rows.chunks(CHUNK).enumerate().skip(turn).step_by(threads) {
                    let mut text = spare.try_recv().unwrap_or_default();
                    make(n * CHUNK, chunk, &mut text);
                    // Nobody reads any more when nothing can be written.
                    if done.send(text).is_err() {
                        break;
                    }
                }
            };
            let made = std::thread::Builder::new().name(format!("requin-{turn}")).spawn_scoped(s, work);
            made.ok().map(|_| (texts, give_back))
        };
        // One that can't be had is done without: its chunks are made here.
        let workers: Vec<_> = if threads > 1 { (0..threads).map(start).collect() } else { Vec::new() };
        let mut own = Vec::new();
        for (n, chunk) in rows.chunks(CHUNK).enumerate() {
            let worker = workers.get(n % threads.max(1)).and_then(Option::as_ref);
            let made = worker.and_then(|(texts, back)| Some((Receiver::recv(texts).ok()?, back)));
            match made {
                Some((mut text, back)) => {
                    out.write_all(&text)?;
                    text.clear();
                    _ = back.try_send(text);
                }
                None => {
                    own.clear();
                    make(n * CHUNK, chunk, &mut own);
                    out.write_all(&own)?;
                }
            }
        }
        Ok(())
    })
}

/// What `look` finds in each of as many parts as there are threads.
pub(super) fn all<T: Sync, R: Send>(rows: &[T], threads: usize, look: &(dyn Fn(&[T]) -> R + Sync)) -> Vec<R> {
    let part = rows.len().div_ceil(threads.max(1)).max(CHUNK);
    let mut parts = rows.chunks(part);
    let own = parts.next().unwrap_or_default();
    scope(|s| {
        let start = |part| (part, std::thread::Builder::new().spawn_scoped(s, move || look(part)).ok());
        let others: Vec<_> = parts.map(start).collect();
        let mut found = vec![look(own)];
        found.extend(others.into_iter().map(|(part, thread)| {
            // One that can't be had is done without.
            thread.and_then(|t| t.join().ok()).unwrap_or_else(|| look(part))
        }));
        found
    })
}
