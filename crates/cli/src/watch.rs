//! What goes on beside a job: a progress bar for the patient, and the wish to end it.

use indicatif::{ProgressBar, ProgressStyle};
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
