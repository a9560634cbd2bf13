//! How the binary is linked.

/// Ask for a binary at a fixed address on Linux.
///
/// The tables of fields and value names hold some 150,000 addresses. In a binary that may be loaded anywhere each of them is set right
/// before `main` begins, which takes longer than everything else that `requin --version` does; at a fixed address the
/// linker has done it, and pages of tables that nobody looks at are never read. The heap, the stack and the libraries still stand at random places.
fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let is = |key: &str, value: &str| std::env::var(key).is_ok_and(|v| v == value);
    // A static binary is linked in another way, in which this has no place.
    let dynamic =
        !std::env::var("CARGO_CFG_TARGET_FEATURE").is_ok_and(|f| f.split(',').any(|f| f == "crt-static"));
    if is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") && dynamic {
        println!("cargo:rustc-link-arg-bins=-no-pie");
    }
}
