//! Texts that many applications share.

use requin_wire::Out;

/// A duration in words: `1 day, 8 hours, 34 minutes, 27 seconds`.
pub fn seconds(o: &mut Out<'_>, n: u32) {
    if n == 0 {
        o.s("0 seconds");
        return;
    }
    let parts =
        [(n / 86400, " day"), (n / 3600 % 24, " hour"), (n / 60 % 60, " minute"), (n % 60, " second")];
    let mut first = true;
    for (count, unit) in parts.into_iter().filter(|(count, _)| *count > 0) {
        o.s(if first { "" } else { ", " }).u(count).s(unit).s(if count == 1 { "" } else { "s" });
        first = false;
    }
}
