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
