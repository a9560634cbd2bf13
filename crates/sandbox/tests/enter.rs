//! What is closed is closed, and what is left open is open. One test: it binds the whole process.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used)]

use requin_sandbox::{Mode, Policy, Sockets, enter};
use std::fs;
use std::path::Path;

#[test]
fn nothing_but_what_the_policy_names() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sandbox");
    let _ = fs::remove_dir_all(&folder);
    let (out, other) = (folder.join("out"), folder.join("other"));
    fs::create_dir_all(&out).unwrap();
    fs::create_dir_all(&other).unwrap();
    fs::write(folder.join("read"), "yes").unwrap();
    fs::write(folder.join("secret"), "no").unwrap();
    fs::write(out.join("old"), "old").unwrap();
    assert_eq!(enter(Mode::Off, &Policy::default()).unwrap(), requin_sandbox::Entered::default());
    assert!(fs::read(folder.join("secret")).is_ok());

    let policy = Policy {
        folders: vec![out.clone()],
        files: vec![folder.join("read"), folder.join("not-there")],
        sockets: Sockets::None,
        owner: None,
    };
    let entered = match enter(Mode::Strict, &policy) {
        Ok(entered) => entered,
        Err(e) => {
            eprintln!("skipped: {e}");
            return;
        }
    };
    assert!(entered.files && entered.calls && entered.capabilities);
    // A thread started afterwards is bound too.
    let checks = std::thread::spawn(move || {
        assert_eq!(fs::read_to_string(folder.join("read")).unwrap(), "yes");
        assert!(fs::read(folder.join("secret")).is_err());
        assert!(fs::read("/etc/passwd").is_err());
        assert!(fs::write(other.join("x"), "x").is_err());
        assert!(fs::write(folder.join("read"), "x").is_err());
        fs::write(out.join("new"), "new").unwrap();
        fs::remove_file(out.join("old")).unwrap();
        assert!(fs::remove_file(folder.join("secret")).is_err());
        assert!(std::process::Command::new("/bin/true").status().is_err());
        assert!(std::net::UdpSocket::bind("127.0.0.1:0").is_err());
        assert!(std::net::TcpListener::bind("127.0.0.1:0").is_err());
        let status = fs::read_to_string("/proc/self/status");
        assert!(status.is_err(), "the file system is closed");
    });
    checks.join().unwrap();
    assert!(caps::read(None, caps::CapSet::Permitted).unwrap().is_empty());
    assert!(caps::read(None, caps::CapSet::Effective).unwrap().is_empty());
}
