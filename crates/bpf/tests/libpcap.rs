//! Every expression of `filters.txt` is run over packets by tcpdump and by this library, and the packets
//! taken are compared one by one, as are the lengths of the programs.
//!
//! The packets are those of the captures in `$REQUIN_CAPTURES` (or `shared/captures` beside a folder above
//! this one), and frames built from them for link types and encapsulations that captures seldom have.
#![allow(clippy::expect_used)]

use requin_bpf::{Kind, Link, Options};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

mod packets;
use packets::Packet;

/// A program may be longer than libpcap's in one case of ten.
const SHARE_AT_MOST_AS_LONG: f64 = 0.9;

fn have_tcpdump() -> bool {
    let asked = Command::new("tcpdump").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

fn captures() -> Option<PathBuf> {
    if let Some(folder) = std::env::var_os("REQUIN_CAPTURES") {
        return Some(PathBuf::from(folder)).filter(|folder| folder.is_dir());
    }
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().map(|above| above.join("shared/captures")).find(|folder| folder.is_dir())
}

/// The expressions with their link types, in the order of the file.
fn filters() -> Vec<(u16, String)> {
    let text = include_str!("filters.txt");
    let mut links: Vec<u16> = Vec::new();
    let mut out = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(list) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
            links = list.split_whitespace().map(|link| link.parse().expect("a link type")).collect();
            continue;
        }
        for link in &links {
            out.push((*link, line.to_owned()));
        }
    }
    out
}

/// What tcpdump says: the numbers of the packets it takes and the length of its program, or why it refuses.
fn theirs(file: &Path, expression: &str) -> Result<(Vec<u32>, usize), String> {
    let run = |dump: bool| {
        let mut command = Command::new("tcpdump");
        command.arg("-r").arg(file);
        if dump {
            command.arg("-d");
        } else {
            command.args(["-w", "-"]);
        }
        command.arg("--").arg(expression).output().expect("tcpdump runs")
    };
    let dump = run(true);
    if !dump.status.success() {
        let said = String::from_utf8_lossy(&dump.stderr);
        return Err(said.lines().last().unwrap_or_default().to_owned());
    }
    let length = String::from_utf8_lossy(&dump.stdout).lines().filter(|line| line.starts_with('(')).count();
    let taken = run(false);
    assert!(taken.status.success(), "tcpdump failed on {expression}");
    Ok((packets::seconds(&taken.stdout), length))
}

#[test]
fn the_same_packets_as_libpcap() {
    let Some(folder) = captures() else {
        println!("skipped: no folder of captures (set REQUIN_CAPTURES)");
        return;
    };
    if !have_tcpdump() {
        println!("skipped: tcpdump is not installed");
        return;
    }
    let filters = filters();
    let mut by_link: BTreeMap<u16, Vec<Packet>> = packets::read_folder(&folder);
    packets::add_built(&mut by_link);
    let scratch = std::env::temp_dir().join(format!("requin-bpf-{}", std::process::id()));
    fs::create_dir_all(&scratch).expect("a scratch folder");
    let mut files: BTreeMap<u16, PathBuf> = BTreeMap::new();
    for (link, list) in &by_link {
        let file = scratch.join(format!("{link}.pcap"));
        fs::write(&file, packets::pcap(*link, list)).expect("written");
        files.insert(*link, file);
    }
    let mut wrong = Vec::new();
    let (mut both, mut at_most, mut compared, mut refused, mut never) = (0u32, 0u32, 0u64, 0u32, 0u32);
    let mut longer = Vec::new();
    for (link, expression) in &filters {
        let (Some(list), Some(file)) = (by_link.get(link), files.get(link)) else {
            wrong.push(format!("{link}\t{expression}\tno packets"));
            continue;
        };
        let ours = requin_bpf::compile(expression, &Options::new(Link(*link)));
        match (theirs(file, expression), ours) {
            (Err(_), Err(_)) => refused += 1,
            (Err(said), Ok(_)) => wrong.push(format!("{link}\t{expression}\tonly libpcap refuses: {said}")),
            // What we see can never match, libpcap may compile to a program that takes nothing.
            (Ok((taken, _)), Err(error)) if error.kind() == Kind::Never && taken.is_empty() => never += 1,
            (Ok(_), Err(error)) => {
                wrong.push(format!("{link}\t{expression}\tonly libpcap accepts; we say: {error}"))
            }
            (Ok((taken, length)), Ok(program)) => {
                both += 1;
                compared += list.len() as u64;
                if program.len() <= length {
                    at_most += 1;
                } else {
                    longer.push(format!("{link}\t{expression}\t{} > {length}", program.len()));
                }
                let mut theirs = taken.into_iter().peekable();
                for (number, packet) in list.iter().enumerate() {
                    let number = u32::try_from(number).expect("fits");
                    let they_take = theirs.next_if_eq(&number).is_some();
                    let we_take = program.matches(&packet.bytes, packet.wire_len) != 0;
                    if they_take != we_take {
                        wrong.push(format!(
                            "{link}\t{expression}\tpacket {number} ({} of {} bytes, from {}): libpcap {they_take}, we {we_take}",
                            packet.bytes.len(),
                            packet.wire_len,
                            packet.from
                        ));
                        break;
                    }
                }
            }
        }
    }
    let _ = fs::remove_dir_all(&scratch);
    println!(
        "{} filters: {both} compiled by both, {refused} refused by both, {never} never match",
        filters.len()
    );
    println!("{compared} decisions compared; {at_most} of {both} programs at most as long as libpcap's");
    for line in &longer {
        println!("longer: {line}");
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
    assert!(f64::from(at_most) >= SHARE_AT_MOST_AS_LONG * f64::from(both), "{at_most} of {both}");
}
