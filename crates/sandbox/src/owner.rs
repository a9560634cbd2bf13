//! Whose files they are.

use std::fs::File;
use std::io;
use std::path::Path;

/// A user and a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Owner {
    /// The user's number.
    pub user: u32,
    /// The group's number.
    pub group: u32,
}

impl Owner {
    /// Who called `sudo`, when this process is root through it.
    #[must_use]
    pub fn of_sudo() -> Option<Owner> {
        let number = |name| std::env::var(name).ok()?.parse().ok();
        let owner = Owner { user: number("SUDO_UID")?, group: number("SUDO_GID")? };
        (is_root() && owner.user != 0).then_some(owner)
    }

    /// Gives the owner a file that this process has made.
    ///
    /// # Errors
    /// When the system refuses: file systems without owners, for example.
    #[cfg(unix)]
    pub fn give(&self, file: &File) -> io::Result<()> {
        std::os::unix::fs::fchown(file, Some(self.user), Some(self.group))
    }

    /// There is no `sudo` on this system, and so nobody to give a file to.
    ///
    /// # Errors
    /// Never.
    #[cfg(not(unix))]
    pub fn give(&self, _: &File) -> io::Result<()> {
        Ok(())
    }

    /// Whether the owner may make and remove files in a folder, by its mode bits.
    #[cfg(unix)]
    #[must_use]
    pub fn may_use(&self, folder: &Path) -> bool {
        use std::os::unix::fs::MetadataExt;
        std::fs::metadata(folder).is_ok_and(|m| {
            let bits = if m.uid() == self.user {
                m.mode() >> 6
            } else if m.gid() == self.group {
                m.mode() >> 3
            } else {
                m.mode()
            };
            bits & 0o3 == 0o3
        })
    }

    /// Whether the owner may use a folder: not known on this system.
    #[cfg(not(unix))]
    #[must_use]
    pub fn may_use(&self, _: &Path) -> bool {
        true
    }
}

#[cfg(target_os = "linux")]
fn is_root() -> bool {
    nix::unistd::geteuid().is_root()
}

#[cfg(not(target_os = "linux"))]
fn is_root() -> bool {
    false
}
