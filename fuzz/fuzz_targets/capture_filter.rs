//! Any text as a capture filter; whatever compiles runs on the rest of the input.
#![no_main]

use requin_bpf::{Link, Options};

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    let Some((cut, rest)) = input.split_first() else { return };
    let (text, packet) = rest.split_at(usize::from(*cut).min(rest.len()));
    let Ok(text) = std::str::from_utf8(text) else { return };
    for link in [Link::ETHERNET, Link::RAW, Link::LINUX_SLL2, Link::RADIOTAP] {
        let options = Options { names: requin_bpf::Names::BuiltIn, ..Options::new(link) };
        if let Ok(program) = requin_bpf::compile(text, &options) {
            let _ = program.matches(packet, packet.len() as u32);
        }
    }
});
