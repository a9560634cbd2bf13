//! Two network namespaces with a cable between them, a sender at one end and the program at the other.

#![allow(dead_code, clippy::expect_used, clippy::panic)] // a test may give up

use nix::sched::{CloneFlags, setns, unshare};
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use requin_capture::Sender;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::os::fd::AsRawFd;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

/// The filter that takes what a [`Blast`] sends and nothing else.
pub const OURS: &str = "udp dst port 9";
/// How long to wait for something that has to happen.
const PATIENCE: Duration = Duration::from_secs(60);

/// A cable: what goes in at `v0` comes out at `v1`, each in a namespace of its own.
pub struct Veth {
    left: File,
    right: File,
}

impl Veth {
    /// Makes it; or says why this test is skipped: the right to make namespaces is missing, or the kernel lacks veth.
    pub fn make(test: &str) -> Option<Veth> {
        match Veth::try_make() {
            Ok(veth) => Some(veth),
            Err(why) => {
                // Straight to the terminal, past what the test harness keeps to itself.
                use std::io::Write;
                _ = writeln!(std::io::stderr(), "{test}: skipped, since {why}");
                None
            }
        }
    }

    fn try_make() -> Result<Veth, String> {
        let space = || {
            let made = std::thread::spawn(|| {
                unshare(CloneFlags::CLONE_NEWNET)
                    .map_err(|e| format!("a network namespace can't be made ({e}): run as root"))?;
                // No packets but ours.
                for which in ["all", "default"] {
                    _ = std::fs::write(format!("/proc/sys/net/ipv6/conf/{which}/disable_ipv6"), "1");
                }
                File::open("/proc/thread-self/ns/net").map_err(|e| e.to_string())
            });
            made.join().expect("the thread ends")
        };
        let (left, right) = (space()?, space()?);
        let other = format!("/proc/{}/fd/{}", std::process::id(), right.as_raw_fd());
        let ip = |space: &File, line: &str| -> Result<(), String> {
            let done = within(space, || {
                Command::new("ip")
                    .args(line.split_whitespace())
                    .stdout(Stdio::null())
                    .stderr(Stdio::piped())
                    .output()
            });
            let done = done.map_err(|e| format!("there is no program \"ip\" ({e})"))?;
            let text = String::from_utf8_lossy(&done.stderr);
            if done.status.success() { Ok(()) } else { Err(format!("ip {line}: {}", text.trim())) }
        };
        ip(&left, &format!("link add v0 type veth peer name v1 netns {other}"))?;
        ip(&left, "link set v0 up")?;
        ip(&right, "link set v1 up")?;
        Ok(Veth { left, right })
    }

    /// Runs something where packets arrive.
    pub fn right<R: Send>(&self, f: impl FnOnce() -> R + Send) -> R {
        within(&self.right, f)
    }

    /// Something that sends.
    pub fn sender(&self) -> Sender {
        within(&self.left, || Sender::open("v0").expect("v0 is up"))
    }

    /// Starts a program where packets arrive and waits until it says that it captures.
    pub fn start(&self, command: &mut Command) -> Capture {
        let mut child = self.right(|| command.stderr(Stdio::piped()).spawn().expect("it starts"));
        let err = child.stderr.take().expect("a pipe");
        let (to, lines) = std::sync::mpsc::channel();
        std::thread::spawn(move || {
            for line in BufReader::new(err).lines() {
                let Ok(line) = line else { break };
                if to.send(line).is_err() {
                    break;
                }
            }
        });
        let mut said = String::new();
        let ready = |line: &str| {
            let line = line.to_ascii_lowercase();
            line.contains("capturing on") || line.contains("listening on") || line.starts_with("file:")
        };
        loop {
            let Ok(line) = lines.recv_timeout(PATIENCE) else { panic!("it did not begin: {said}") };
            said.push_str(&line);
            said.push('\n');
            if ready(&line) {
                break;
            }
        }
        Capture { child, lines, said }
    }
}

/// Runs something in a network namespace.
fn within<R: Send>(space: &File, f: impl FnOnce() -> R + Send) -> R {
    std::thread::scope(|s| {
        let run = s.spawn(|| {
            setns(space, CloneFlags::CLONE_NEWNET).expect("the namespace is there");
            f()
        });
        run.join().expect("the thread ends")
    })
}

/// A program that captures.
pub struct Capture {
    /// The process.
    pub child: Child,
    lines: Receiver<String>,
    said: String,
}

impl Capture {
    /// Its number.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Sends it a signal.
    pub fn signal(&self, signal: Signal) {
        let id = i32::try_from(self.child.id()).expect("a number");
        kill(Pid::from_raw(id), signal).expect("it is there");
    }

    /// Waits for its end: how it ended and all that it said.
    pub fn wait(mut self) -> (ExitStatus, String) {
        let until = Instant::now() + PATIENCE;
        let status = loop {
            match self.child.try_wait().expect("it can be waited for") {
                Some(status) => break status,
                None if Instant::now() > until => {
                    _ = self.child.kill();
                    panic!("it does not end: {}", self.said);
                }
                None => std::thread::sleep(Duration::from_millis(5)),
            }
        };
        let mut said = self.said;
        said.extend(self.lines.iter().flat_map(|l| [l, "\n".into()]));
        (status, said)
    }

    /// Ends it as Ctrl-C does.
    pub fn interrupt(self) -> (ExitStatus, String) {
        // Frames that were sent are still on their way to its buffer for a moment.
        std::thread::sleep(Duration::from_millis(200));
        self.signal(Signal::SIGINT);
        self.wait()
    }

    /// What it has printed until its end.
    pub fn printed(&mut self) -> String {
        let mut text = String::new();
        if let Some(out) = &mut self.child.stdout {
            _ = out.read_to_string(&mut text);
        }
        text
    }
}

/// The first number before some words: `"12 packets captured"`.
pub fn number_before(text: &str, words: &str) -> Option<u64> {
    let before = text.split(words).next().filter(|b| b.len() < text.len())?;
    before.rsplit(|c: char| !c.is_ascii_digit()).find(|n| !n.is_empty())?.parse().ok()
}

/// A UDP packet that carries its number.
pub fn frame(number: u32, length: usize) -> Vec<u8> {
    let ip = u16::try_from(length - 14).expect("short");
    let mut frame = vec![2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, 8, 0, 0x45, 0];
    frame.extend(ip.to_be_bytes());
    frame.extend([0, 0, 0, 0, 64, 17, 0, 0, 10, 9, 0, 1, 10, 9, 0, 2]);
    frame.extend([0x10, 0x92, 0, 9]);
    frame.extend((ip - 20).to_be_bytes());
    frame.extend([0, 0]);
    frame.extend(number.to_be_bytes());
    frame.resize(length, 0x55);
    frame
}

/// Sends frames with the numbers from `from` on, as fast as they go or so many a second.
pub fn blast(sender: &Sender, from: u32, count: u32, rate: Option<u32>) {
    const MANY: u32 = 64;
    let began = Instant::now();
    let mut some: Vec<Vec<u8>> = Vec::new();
    let mut sent = 0;
    while sent < count {
        let now = match rate {
            None => MANY,
            Some(rate) => {
                let due = began.elapsed().as_secs_f64() * f64::from(rate);
                let due = (due as u32).saturating_sub(sent).min(MANY);
                if due == 0 {
                    std::thread::sleep(Duration::from_micros(200));
                    continue;
                }
                due
            }
        };
        some.clear();
        some.extend((0..now.min(count - sent)).map(|i| frame(from + sent + i, 64)));
        sent += u32::try_from(sender.send_all(&some).expect("sent")).expect("few");
    }
}
