//! Capturing what comes over a cable between two network namespaces. Needs the right to make these, and says so when
//! it is missing.
#![cfg(target_os = "linux")]
#![allow(clippy::expect_used, clippy::panic)] // a test may give up

mod support;
#[path = "support/veth.rs"]
mod veth;

use nix::mount::{MsFlags, mount, umount};
use nix::sched::{CloneFlags, unshare};
use nix::sys::signal::Signal;
use requin_file::{Batch, Format, Header, LinkType, Reader, Record, Writer};
use requin_wire::Time;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use support::{requin, skipped, tempdir};
use veth::{OURS, Veth, blast, number_before};

/// One at a time: they look at how fast things go.
fn alone() -> MutexGuard<'static, ()> {
    static ONE: Mutex<()> = Mutex::new(());
    ONE.lock().unwrap_or_else(PoisonError::into_inner)
}

fn fresh(name: &str) -> PathBuf {
    let path = PathBuf::from(tempdir(&format!("live-{name}")));
    std::fs::remove_dir_all(&path).expect("removed");
    std::fs::create_dir(&path).expect("made");
    path
}

/// The program, capturing ours.
fn capturing(args: &[&str]) -> Command {
    requin(&[&["-i", "v1", "-f", OURS], args].concat())
}

/// Numbers of the frames in a file, packets dropped by its statistics, and whether it ends as it should.
fn read(path: &Path) -> (Vec<u32>, u64, bool) {
    let mut reader = Reader::open(path).expect("a capture file");
    let (mut batch, mut numbers) = (Batch::new(), Vec::new());
    let whole = loop {
        match reader.next_batch(&mut batch, 256) {
            Ok(true) => numbers.extend(
                batch.frames().map(|f| u32::from_be_bytes(f.data[42..46].try_into().expect("four bytes"))),
            ),
            Ok(false) => break true,
            Err(_) => break false,
        }
    };
    let dropped = reader.statistics().iter().filter_map(|s| s.dropped).sum();
    (numbers, dropped, whole)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all: Vec<_> =
        std::fs::read_dir(folder).expect("a folder").map(|e| e.expect("an entry").path()).collect();
    all.sort();
    all
}

#[test]
fn nothing_is_lost_with_a_buffer_of_64_mib() {
    let (_one, Some(veth)) = (alone(), Veth::make("nothing_is_lost_with_a_buffer_of_64_mib")) else { return };
    let file = fresh("buffer").join("all.pcapng");
    let capture = veth.start(&mut capturing(&["--buffer", "64M", "-w", &file.display().to_string()]));
    blast(&veth.sender(), 0, 300_000, None);
    let (status, said) = capture.interrupt();
    assert!(status.success(), "{said}");
    let (numbers, dropped, whole) = read(&file);
    assert!(whole && dropped == 0, "{said}");
    assert!(numbers.iter().copied().eq(0..300_000), "{} came: {said}", numbers.len());
    assert!(said.contains("300000 packets captured"), "{said}");
}

#[test]
fn two_hundred_rotations_under_load_lose_nothing_that_was_captured() {
    let (_one, Some(veth)) = (alone(), Veth::make("two_hundred_rotations")) else { return };
    let folder = fresh("rotations");
    let to = folder.join("r.pcapng").display().to_string();
    // A buffer so small that packets are dropped: they have to be counted.
    let capture = veth.start(&mut capturing(&["--buffer", "1M", "-b", "packets:1000", "-w", &to]));
    let sender = veth.sender();
    let mut sent = 0;
    while files(&folder).len() <= 200 {
        assert!(sent < 20_000_000, "only {} files", files(&folder).len());
        blast(&sender, sent, 50_000, None);
        sent += 50_000;
    }
    let (status, said) = capture.interrupt();
    assert!(status.success(), "{said}");
    let all = files(&folder);
    let (mut captured, mut last, mut dropped) = (0, None, 0);
    for (i, file) in all.iter().enumerate() {
        let (numbers, lost, whole) = read(file);
        assert!(whole, "{}", file.display());
        assert!(numbers.len() == 1000 || i + 1 == all.len(), "{} packets in file {i}", numbers.len());
        for n in numbers {
            assert!(last < Some(n), "{n} after {last:?}");
            last = Some(n);
            captured += 1;
        }
        dropped = lost;
    }
    assert_eq!(number_before(&said, " packets captured"), Some(captured), "{said}");
    assert_eq!(captured + dropped, u64::from(sent), "{said}");
}

#[test]
fn signals_close_the_file_whole() {
    let (_one, Some(veth)) = (alone(), Veth::make("signals_close_the_file_whole")) else { return };
    let folder = fresh("signals");
    for signal in [Signal::SIGINT, Signal::SIGTERM, Signal::SIGHUP] {
        for extension in ["pcapng", "pcapng.gz"] {
            let file = folder.join(format!("{signal}.{extension}"));
            let capture = veth.start(&mut capturing(&["-w", &file.display().to_string()]));
            blast(&veth.sender(), 0, 5000, None);
            std::thread::sleep(Duration::from_millis(200));
            capture.signal(signal);
            let (status, said) = capture.wait();
            assert!(status.success(), "{signal}: {status} {said}");
            let (numbers, dropped, whole) = read(&file);
            assert!(whole && numbers.len() as u64 + dropped == 5000, "{signal} {}: {said}", numbers.len());
            let mut reader = Reader::open(&file).expect("a capture file");
            while reader.next_batch(&mut Batch::new(), 256).expect("whole") {}
            assert_eq!(reader.statistics().len(), 1, "the counts stand at the end");
        }
    }
}

#[test]
fn a_closed_pipe_ends_it_and_closes_the_file_whole() {
    let (_one, Some(veth)) = (alone(), Veth::make("a_closed_pipe")) else { return };
    let file = fresh("pipe").join("p.pcapng");
    let mut command = capturing(&["-P", "-w", &file.display().to_string()]);
    let mut capture = veth.start(command.stdout(Stdio::piped()));
    let sender = veth.sender();
    blast(&sender, 0, 10, None);
    std::thread::sleep(Duration::from_millis(300));
    drop(capture.child.stdout.take());
    // Not even a further packet is needed for it to notice; more do no harm.
    let (status, said) = capture.wait();
    assert!(status.success(), "{status} {said}");
    let (numbers, _, whole) = read(&file);
    assert!(whole && numbers.len() == 10, "{}: {said}", numbers.len());
}

#[test]
fn a_killed_capture_keeps_all_but_the_last_second() {
    let (_one, Some(veth)) = (alone(), Veth::make("a_killed_capture")) else { return };
    let file = fresh("killed").join("k.pcapng");
    let capture = veth.start(&mut capturing(&["-w", &file.display().to_string()]));
    let sender = veth.sender();
    let mut safe = 0;
    let began = Instant::now();
    for second in 0..20 {
        blast(&sender, second * 500, 500, Some(4000));
        if began.elapsed() > Duration::from_secs(3) {
            break;
        }
        safe = (second + 1) * 500;
    }
    std::thread::sleep((began + Duration::from_secs(4)).saturating_duration_since(Instant::now()));
    blast(&sender, safe + 500, 1000, Some(100_000));
    capture.signal(Signal::SIGKILL);
    capture.wait();
    let (numbers, _, _) = read(&file);
    assert!(numbers.len() as u32 >= safe, "{} of {safe}", numbers.len());
    assert!(numbers.iter().copied().take(safe as usize).eq(0..safe));
}

#[test]
fn a_full_disk_is_told_and_leaves_a_whole_file() {
    let (_one, Some(veth)) = (alone(), Veth::make("a_full_disk")) else { return };
    let folder = fresh("full");
    veth.right(|| {
        unshare(CloneFlags::CLONE_NEWNS).expect("a mount namespace");
        let none = None::<&str>;
        mount(none, "/", none, MsFlags::MS_REC | MsFlags::MS_PRIVATE, none).expect("private");
        mount(Some("tmpfs"), &folder, Some("tmpfs"), MsFlags::empty(), Some("size=1m"))
            .expect("a small disk");
        for args in [&[][..], &["-b", "packets:3000"]] {
            let file = folder.join("f.pcapng");
            let to = file.display().to_string();
            let mut child =
                capturing(&[args, &["-w", &to]].concat()).stderr(Stdio::piped()).spawn().expect("it starts");
            std::thread::sleep(Duration::from_millis(500));
            blast(&veth.sender(), 0, 50_000, None);
            let until = Instant::now() + Duration::from_secs(30);
            while child.try_wait().expect("waited for").is_none() {
                assert!(Instant::now() < until, "it does not end");
                std::thread::sleep(Duration::from_millis(10));
            }
            let done = child.wait_with_output().expect("its end");
            let said = String::from_utf8_lossy(&done.stderr).into_owned();
            assert_eq!(done.status.code(), Some(1), "{said}");
            assert!(said.contains("No space left on device"), "{said}");
            let mut written = 0;
            for file in files(&folder) {
                let (numbers, _, whole) = read(&file);
                assert!(whole, "{}: {said}", file.display());
                written += numbers.len() as u64;
                std::fs::remove_file(file).expect("removed");
            }
            assert_eq!(number_before(&said, " written"), Some(written), "{said}");
            assert!(written > 5000, "{said}");
        }
        umount(&folder).expect("unmounted");
    });
}

#[test]
fn a_full_disk_leaves_whole_files_when_they_are_compressed() {
    if !nix::unistd::geteuid().is_root() {
        skipped(
            "a_full_disk_leaves_whole_files_when_they_are_compressed",
            "a disk can't be mounted: run as root",
        );
        return;
    }
    let folder = fresh("full-compressed");
    let (disk, all) = (folder.join("disk"), folder.join("all.pcap"));
    std::fs::create_dir(&disk).expect("made");
    // 20,000 frames of a kilobyte that are hard to compress, so that whole members get onto the disk.
    let count: u32 = 20_000;
    let mut writer =
        Writer::create(&all, Format::NsecPcap, Header::new(LinkType::ETHERNET, 0)).expect("made");
    let mut noise = 1u64;
    for n in 0..count {
        let mut frame = veth::frame(n, 1000);
        for byte in &mut frame[46..] {
            noise ^= noise << 13;
            noise ^= noise >> 7;
            noise ^= noise << 17;
            *byte = noise as u8 & 0x3f;
        }
        let record = Record::new(Time::new(i64::from(n), 0), LinkType::ETHERNET, 0, 1000, 1000);
        writer.write(&record, &frame).expect("written");
    }
    writer.finish().expect("written");
    std::thread::spawn(move || {
        unshare(CloneFlags::CLONE_NEWNS).expect("a mount namespace");
        let none = None::<&str>;
        mount(none, "/", none, MsFlags::MS_REC | MsFlags::MS_PRIVATE, none).expect("private");
        mount(Some("tmpfs"), &disk, Some("tmpfs"), MsFlags::empty(), Some("size=6m")).expect("a small disk");
        for extension in
            ["pcapng", "pcap", "pcapng.gz", "pcapng.zst", "pcapng.lz4", "pcapng.xz", "pcapng.bz2"]
        {
            let (to, from) = (disk.join(format!("f.{extension}")), all.display().to_string());
            let done = support::run(&["-r", &from, "-w", &to.display().to_string()]);
            let said = String::from_utf8_lossy(&done.stderr).into_owned();
            assert_eq!(done.status.code(), Some(1), "{extension}: {said}");
            assert!(said.contains("No space left on device"), "{extension}: {said}");
            let (numbers, _, whole) = read(&to);
            assert!(whole, "{extension} is not whole: {said}");
            // All but what stood in the last member.
            assert!(numbers.len() > 2000, "{extension}: {} packets", numbers.len());
            assert!(numbers.iter().copied().eq(0..numbers.len() as u32), "{extension}");
            std::fs::remove_file(&to).expect("removed");
        }
        umount(&disk).expect("unmounted");
    })
    .join()
    .expect("all of it holds");
}

#[test]
fn without_rights_one_line_says_how_to_get_them() {
    if !nix::unistd::geteuid().is_root() {
        skipped("without_rights_one_line_says_how_to_get_them", "another user can't be become: run as root");
        return;
    }
    // Where everybody may start it; what is built may lie in a folder of root's own.
    let folder = std::env::temp_dir().join(format!("requin-rights-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o755)).expect("for everybody");
    let program = folder.join("requin");
    std::fs::copy(env!("CARGO_BIN_EXE_requin"), &program).expect("copied");
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755)).expect("for everybody");
    for args in
        [&["-i", "lo"][..], &["-i", "any", "-w", "/dev/null"], &["-i", "lo", "-f", "udp", "-a", "duration:1"]]
    {
        // nobody, without any capability.
        let done = Command::new(&program).args(args).uid(65534).gid(65534).stdin(Stdio::null()).output();
        let done = done.expect("it starts");
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert_eq!(done.status.code(), Some(1), "{args:?}: {said}");
        assert_eq!(said.lines().count(), 1, "{args:?}: {said}");
        let command = format!("sudo setcap cap_net_raw,cap_net_admin+eip {}", program.display());
        assert!(said.contains("CAP_NET_RAW") && said.contains(&command), "{args:?}: {said}");
        assert!(done.stdout.is_empty());
    }
    std::fs::remove_dir_all(&folder).expect("removed");
}

#[test]
fn stops_and_rotation_need_no_packets() {
    let (_one, Some(veth)) = (alone(), Veth::make("stops_and_rotation_need_no_packets")) else { return };
    let folder = fresh("idle");
    let to = folder.join("i.pcapng").display().to_string();
    let began = Instant::now();
    let capture = veth.start(&mut capturing(&["-a", "duration:1", "-w", &to]));
    let (status, said) = capture.wait();
    assert!(status.success() && began.elapsed() >= Duration::from_secs(1), "{said}");
    assert_eq!(read(Path::new(&to)), (Vec::new(), 0, true));
    std::fs::remove_file(&to).expect("removed");
    let capture = veth.start(&mut capturing(&["-b", "duration:0.3", "-a", "files:3", "-w", &to]));
    let (status, said) = capture.wait();
    assert!(status.success(), "{said}");
    assert_eq!(files(&folder).len(), 3);
    for file in files(&folder) {
        assert_eq!(read(&file), (Vec::new(), 0, true));
    }
}

#[test]
fn a_trigger_writes_what_was_before_it() {
    let (_one, Some(veth)) = (alone(), Veth::make("a_trigger_writes_what_was_before_it")) else { return };
    let folder = fresh("trigger");
    let to = folder.join("t.pcapng").display().to_string();
    let args = ["--trigger", "udp.payload[0:4] == 00:00:07:d0", "--before", "1500p", "--after", "200p"];
    let capture = veth.start(&mut capturing(&[&args[..], &["--max-files", "1", "-w", &to]].concat()));
    // Number 2000 is the one; the capture ends by itself when its file is complete.
    blast(&veth.sender(), 0, 5000, Some(20_000));
    let (status, said) = capture.interrupt();
    assert!(status.success(), "{said}");
    let all = files(&folder);
    assert_eq!(all.len(), 1, "{said}");
    let (numbers, _, whole) = read(&all[0]);
    assert!(whole && numbers.iter().copied().eq(500..2201), "{:?}: {said}", numbers.first());
}

#[test]
fn rights_are_given_up_before_packets_come() {
    let (_one, Some(veth)) = (alone(), Veth::make("rights_are_given_up")) else { return };
    let file = fresh("rights").join("r.pcapng").display().to_string();
    let capture = veth.start(&mut capturing(&["--sandbox", "strict", "-w", &file]));
    let sender = veth.sender();
    blast(&sender, 0, 100, None);
    std::thread::sleep(Duration::from_millis(300));
    let text = std::fs::read_to_string(format!("/proc/{}/status", capture.id())).expect("it runs");
    let value = |key: &str| {
        text.lines().find_map(|l| l.strip_prefix(key)).map(|v| v.trim_start_matches(':').trim().to_owned())
    };
    let (status, said) = capture.interrupt();
    if said.contains("the sandbox is not complete") {
        skipped("rights_are_given_up", &said);
        return;
    }
    assert!(status.success(), "{said}");
    assert_eq!(value("CapPrm").as_deref(), Some("0000000000000000"));
    assert_eq!(value("CapEff").as_deref(), Some("0000000000000000"));
    assert_eq!(value("NoNewPrivs").as_deref(), Some("1"));
    assert_eq!(value("Seccomp").as_deref(), Some("2"));
    assert_eq!(read(Path::new(&file)).0.len(), 100);
}

#[test]
fn memory_stays_flat() {
    let (_one, Some(veth)) = (alone(), Veth::make("memory_stays_flat")) else { return };
    let file = fresh("memory").join("m.pcapng").display().to_string();
    for args in [
        &["-w", file.as_str(), "-b", "filesize:10000", "-b", "files:2"][..],
        &["-q", "-Y", "udp.length == 30"],
    ] {
        let mut command = capturing(args);
        let capture = veth.start(command.stdout(Stdio::null()));
        let anonymous = || -> u64 {
            let text = std::fs::read_to_string(format!("/proc/{}/status", capture.id())).expect("it runs");
            let line = text.lines().find_map(|l| l.strip_prefix("RssAnon:")).expect("a line");
            line.split_whitespace().next().expect("a number").parse().expect("a number")
        };
        let sender = veth.sender();
        blast(&sender, 0, 200_000, None);
        let early = anonymous();
        blast(&sender, 0, 800_000, None);
        let late = anonymous();
        assert!(late < early + 4096 && late < 64 << 10, "{early} KiB, then {late} KiB");
        capture.interrupt();
    }
}
