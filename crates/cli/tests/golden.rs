//! The project's captures, as they are printed. `REQUIN_BLESS=1 cargo test` accepts changes: read the diff.

mod support;
use support::{all, captures, expect, stdout};

#[test]
fn every_capture_is_printed_as_before() {
    for path in all() {
        let file = path.display().to_string();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let golden = captures().join("golden");
        expect(&golden.join(format!("{name}.txt")), &stdout(&["-n", "-r", &file]));
        expect(&golden.join(format!("{name}.tree.txt")), &stdout(&["-n", "-r", &file, "-c", "40", "-V"]));
    }
}

#[test]
fn any_number_of_threads_prints_the_same() {
    for path in all() {
        let file = path.display().to_string();
        for form in [
            &["-V"][..],
            &["-T", "json"],
            &["-T", "pdml"],
            &["-Y", "tcp or udp"],
            &["-T", "fields", "-e", "tcp.stream", "-e", "tcp.seq"],
            // Needs frames in order only where there are fragments.
            &["-T", "fields", "-e", "icmp.seq", "-e", "ip.fragment.count"],
        ] {
            let with = |threads: &str| {
                let mut args = vec!["-n", "-r", &file, "--threads", threads];
                args.extend_from_slice(form);
                let text = stdout(&args);
                // PDML tells when it was made.
                text.lines().filter(|l| !l.starts_with("<pdml ")).collect::<Vec<_>>().join("\n")
            };
            assert_eq!(with("1"), with("3"), "{file} {form:?}");
        }
    }
}

#[test]
fn what_is_inside_fragments_is_found_whatever_is_asked_for() {
    let file = captures().join("arp_icmp.pcap").display().to_string();
    let frames = |more: &[&str]| {
        let mut args = vec!["-n", "-r", &file, "-T", "fields", "-e", "frame.number"];
        args.extend_from_slice(more);
        stdout(&args)
    };
    // With the last fragment and not before, whether the filter or the printer meets it first, and with
    // facts about conversations or without.
    let inside = frames(&["-Y", "icmp && ip.fragment.count == 3"]);
    assert_eq!(inside, "16\n19\n");
    assert_eq!(frames(&["-Y", "icmp.seq == 1 && ip.frag_offset == 370"]), inside);
    assert_eq!(frames(&["-Y", "icmp.ident && ip.frag_offset == 370 && frame.protocols"]), inside);
    let counts = frames(&["-e", "ip.fragment.count", "-c", "19"]);
    assert_eq!(counts.lines().filter(|l| l.ends_with("\t3")).count(), 2);
}
