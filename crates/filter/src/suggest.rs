//! Names that may have been meant, and names that may be going to be written.

use crate::columns::Column;
use requin_wire::Registry;

/// How many candidates an error offers.
const OFFERED: usize = 3;

/// All names a filter can use, each once, in the order of the registry.
fn names(registry: &Registry) -> impl Iterator<Item = &'static str> + '_ {
    registry.fields().iter().map(|d| d.abbr).filter(|a| !a.is_empty())
}

/// Names like `name`, the likeliest first.
pub(crate) fn like(registry: &Registry, name: &str) -> Vec<String> {
    let name = name.to_ascii_lowercase();
    if name.len() < 2 || name.len() > 100 {
        return Vec::new();
    }
    let allowed = (name.len() / 3).clamp(1, 4);
    let mut found: Vec<(usize, usize, &str)> = names(registry)
        .filter_map(|n| {
            let cost = cost(&name, n, allowed)?;
            Some((cost, n.len(), n))
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found.into_iter().take(OFFERED).map(|(_, _, n)| n.to_string()).collect()
}

/// How far `name` (in small letters) is from `known`, in half steps; `None` for too far.
fn cost(name: &str, known: &str, allowed: usize) -> Option<usize> {
    let lower = known.to_ascii_lowercase();
    // The beginning of a name is likely to be right, and to be all that was written.
    if lower.starts_with(name) {
        return Some(1 + (lower.len() - name.len()).min(2 * allowed));
    }
    if lower.len().abs_diff(name.len()) > allowed {
        return None;
    }
    let d = distance(name.as_bytes(), lower.as_bytes());
    // Letters in another order are likelier than other letters.
    let swapped = usize::from(d > 0 && letters(name) == letters(&lower));
    (d <= allowed).then_some(2 * d - swapped)
}

/// The letters of a name in alphabetical order.
fn letters(name: &str) -> Vec<u8> {
    let mut all = name.as_bytes().to_vec();
    all.sort_unstable();
    all
}

/// Edits from one to the other: insert, delete, replace, or swap neighbours.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let at = |v: &[usize], k: usize| v.get(k).copied().unwrap_or(usize::MAX / 2);
            let mut best = (at(&row, j) + usize::from(x != y)).min(at(&row, j + 1) + 1).min(at(&next, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                best = best.min(at(&before, j - 1) + 1);
            }
            next.push(best);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or_default()
}

/// What completes the word that ends at byte `at` of a filter: fields, protocols, columns, functions and
/// operators that begin with it, sorted, each once, at most `max`.
///
/// The second value is where that word begins, so that an editor knows what to replace.
#[must_use]
pub fn complete(registry: &Registry, text: &str, at: usize, max: usize) -> (Vec<String>, usize) {
    let at = (0..=at.min(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
    let before = text.get(..at).unwrap_or_default();
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-');
    let start = before.char_indices().rev().take_while(|(_, c)| is_name(*c)).last().map_or(at, |(i, _)| i);
    let prefix = before.get(start..).unwrap_or_default();
    // Inside a quoted text nothing is a name.
    if before.get(..start).is_some_and(|b| b.matches('"').count() % 2 == 1) {
        return (Vec::new(), start);
    }
    const WORDS: &[&str] = &[
        "abs(",
        "all ",
        "and ",
        "any ",
        "contains ",
        "count(",
        "in {",
        "len(",
        "lower(",
        "matches ",
        "max(",
        "min(",
        "not ",
        "or ",
        "string(",
        "upper(",
        "xor ",
    ];
    let mut found: Vec<String> = names(registry)
        .filter(|n| n.starts_with(prefix))
        .map(String::from)
        .chain(Column::names().filter(|n| n.starts_with(prefix)))
        .chain(WORDS.iter().filter(|w| w.starts_with(prefix) && !prefix.is_empty()).map(|w| (*w).to_string()))
        .collect();
    found.sort_unstable();
    found.dedup();
    found.truncate(max);
    (found, start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        for (a, b, d) in [
            ("", "abc", 3),
            ("tcp.prot", "tcp.port", 1),
            ("ip.scr", "ip.src", 1),
            ("a", "b", 1),
            ("ab", "ab", 0),
        ] {
            assert_eq!(distance(a.as_bytes(), b.as_bytes()), d, "{a} {b}");
        }
    }
}
