//! Names of errors that are not those of NT, [MS-CIFS] section 2.2.2.4: by class and code.

/// The name of an error.
pub(super) fn name(class: u8, code: u16) -> Option<&'static str> {
    Some(match (class, code) {
        (0, 0) => "No Error",
        (1, 1) => "Invalid function (or system call)",
        (1, 2) => "File not found (pathname error)",
        (1, 3) => "Directory not found",
        (1, 4) => "Too many open files",
        (1, 5) => "Access denied",
        (1, 6) => "Invalid fid",
        (1, 8) => "Out of memory",
        (1, 15) => "Invalid drive specified",
        (1, 18) => "No more files found in file search",
        (1, 32) => "Share mode can't be granted",
        (1, 80) => "File name already exists",
        (2, 1) => "Non-specific error code",
        (2, 2) => "Bad password",
        (2, 4) => "Client doesn't have access rights",
        (2, 5) => "TID invalid",
        (2, 6) => "Invalid network name",
        (2, 7) => "Invalid device",
        (2, 91) => "UID is invalid",
        _ => return None,
    })
}
