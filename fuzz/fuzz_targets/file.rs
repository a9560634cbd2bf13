//! Any bytes as a capture file: no panic, no hang, bounded memory.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = requin_file::drain(bytes);
});
