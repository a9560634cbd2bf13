//! What tests over captures share, here and in other crates.

use std::path::{Path, PathBuf};

/// The project's own captures, and those in `../shared/captures`, when they are there.
pub fn captures() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut found = Vec::new();
    for folder in ["captures", "../shared/captures"] {
        let Ok(entries) = std::fs::read_dir(root.join(folder)) else { continue };
        found.extend(entries.flatten().map(|e| e.path()).filter(|p| p.is_file()));
    }
    found.sort();
    found
}
