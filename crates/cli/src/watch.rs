//! What goes on beside a job: a progress bar for the patient, and the wish to end it.

use indicatif::{ProgressBar, ProgressStyle};
use requin_capture::Tally;
use requin_engine::Progress;
use std::io::IsTerminal;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

/// Lets Ctrl-C, SIGTERM and SIGHUP end a job after the frames in hand, so that files are closed whole.
/// The second one ends the program at once.
pub fn end_on_signal(progress: &Arc<Progress>, reading: Arc<AtomicBool>) {
    let progress = Arc::clone(progress);
    // Without a handler the signal ends the program at once, which is no worse than before.
    _ = ctrlc::set_handler(move || {
        reading.store(true, Ordering::Relaxed);
        if progress.stop.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
    });
}

/// Lets the first Ctrl-C, SIGTERM or SIGHUP end a capture once the packets that have come are dealt with, the
/// second one after those in hand, and the third one at once.
pub fn end_capture_on_signal(progress: &Arc<Progress>, capturing: Arc<AtomicBool>) {
    let progress = Arc::clone(progress);
    // As above.
    _ = ctrlc::set_handler(move || {
        if capturing.swap(true, Ordering::Relaxed) && progress.stop.swap(true, Ordering::Relaxed) {
            std::process::exit(130);
        }
    });
}

/// Ends a capture after some time, whether packets come or not.
///
/// # Errors
/// When there can't be a thread that waits.
pub fn end_capture_after(time: Duration, capturing: Arc<AtomicBool>) -> std::io::Result<()> {
    let wait = move || {
        std::thread::sleep(time);
        capturing.store(true, Ordering::Relaxed);
    };
    std::thread::Builder::new().name("duration".into()).spawn(wait).map(|_| ())
}

/// A line on the terminal with what has been captured by now.
pub struct Status(Option<(Arc<AtomicBool>, JoinHandle<()>)>);

impl Status {
    /// Shows it when standard error is a terminal and packets are not printed there.
    pub fn show(progress: &Arc<Progress>, tally: Arc<Tally>, printing: bool) -> Status {
        let terminal = std::io::stderr().is_terminal();
        if !terminal || printing && std::io::stdout().is_terminal() {
            return Status(None);
        }
        let (progress, done) = (Arc::clone(progress), Arc::new(AtomicBool::new(false)));
        let until = Arc::clone(&done);
        let draw = move || {
            let line = ProgressBar::new_spinner();
            if let Ok(style) = ProgressStyle::with_template("{msg}") {
                line.set_style(style);
            }
            while !until.load(Ordering::Relaxed) {
                let lost: u64 = tally.counts().iter().map(requin_capture::Counts::lost).sum();
                let (frames, bytes) =
                    (progress.frames.load(Ordering::Relaxed), progress.bytes.load(Ordering::Relaxed));
                let size = indicatif::BinaryBytes(bytes);
                line.set_message(match lost {
                    0 => format!("{frames} packets, {size}"),
                    lost => format!("{frames} packets, {size}, {lost} dropped"),
                });
                std::thread::park_timeout(Duration::from_millis(250));
            }
            line.finish_and_clear();
        };
        let thread = std::thread::Builder::new().name("status".into()).spawn(draw).ok();
        Status(thread.map(|t| (done, t)))
    }
}

impl Drop for Status {
    fn drop(&mut self) {
        if let Some((done, thread)) = self.0.take() {
            done.store(true, Ordering::Relaxed);
            thread.thread().unpark();
            // It draws and nothing else: that it failed is no matter.
            _ = thread.join();
        }
    }
}

/// A bar on the terminal while a job runs.
pub struct Bar {
    progress: Arc<Progress>,
    thread: Option<JoinHandle<()>>,
}

impl Bar {
    /// Shows a bar when standard error is a terminal that the output does not go to, once the work has
    /// taken a second. `size` is that of the file in bytes.
    pub fn show(progress: &Arc<Progress>, size: Option<u64>) -> Bar {
        let wanted = std::io::stderr().is_terminal() && !std::io::stdout().is_terminal();
        let (true, Some(size)) = (wanted, size) else {
            return Bar { progress: Arc::clone(progress), thread: None };
        };
        let p = Arc::clone(progress);
        let thread = std::thread::Builder::new().name("progress".into()).spawn(move || draw(&p, size)).ok();
        Bar { progress: Arc::clone(progress), thread }
    }
}

/// Draws until the job is done.
fn draw(progress: &Progress, size: u64) {
    const STEP: Duration = Duration::from_millis(100);
    for _ in 0..10 {
        std::thread::park_timeout(STEP);
        if progress.done.load(Ordering::Relaxed) {
            return;
        }
    }
    let bar = ProgressBar::new(size);
    if let Ok(style) = ProgressStyle::with_template(
        "{bar:30} {binary_bytes}/{binary_total_bytes} {binary_bytes_per_sec} {msg} {eta}",
    ) {
        bar.set_style(style);
    }
    while !progress.done.load(Ordering::Relaxed) {
        bar.set_position(progress.bytes.load(Ordering::Relaxed));
        bar.set_message(format!("{} packets", progress.frames.load(Ordering::Relaxed)));
        std::thread::park_timeout(STEP);
    }
    bar.finish_and_clear();
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.progress.done.store(true, Ordering::Relaxed);
        if let Some(t) = self.thread.take() {
            t.thread().unpark();
            // It draws and nothing else: that it failed is no matter.
            _ = t.join();
        }
    }
}
