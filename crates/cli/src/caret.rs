//! Errors in expressions, with the place underlined.

use std::ops::Range;

/// The reason, the expression, and a caret under the bytes that are meant.
pub fn draw(what: &str, reason: &str, expression: &str, span: Range<usize>) -> String {
    let before = expression.get(..span.start.min(expression.len())).unwrap_or(expression).chars().count();
    let meant = expression.get(span.clone()).map_or(1, |s| s.chars().count()).max(1);
    format!(
        "{what}: {reason}\n    {}\n    {}^{}",
        expression.replace(|c: char| c.is_control(), " "),
        " ".repeat(before),
        "~".repeat(meant - 1)
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn underlines_what_is_meant() {
        assert_eq!(
            super::draw("filter", "no such field", "ä tcp.prot == 1", 3..11),
            "filter: no such field\n    ä tcp.prot == 1\n      ^~~~~~~~"
        );
        assert_eq!(super::draw("filter", "ends", "tcp", 3..3), "filter: ends\n    tcp\n       ^");
    }
}
