//! EBCDIC: its control characters, and those that all its code pages have in common (the syntactic character set, IBM's
//! GCSGID 640).

/// What is no character of all code pages.
const NO: char = '\u{fffd}';

const CHARACTERS: [char; 256] = [
    '\u{0}', '\u{1}', '\u{2}', '\u{3}', '\u{9c}', '\u{9}', '\u{86}', '\u{7f}', '\u{97}', '\u{8d}', '\u{8e}',
    '\u{b}', '\u{c}', '\u{d}', '\u{e}', '\u{f}', '\u{10}', '\u{11}', '\u{12}', '\u{13}', '\u{9d}', '\u{85}',
    '\u{8}', '\u{87}', '\u{18}', '\u{19}', '\u{92}', '\u{8f}', '\u{1c}', '\u{1d}', '\u{1e}', '\u{1f}',
    '\u{80}', '\u{81}', '\u{82}', '\u{83}', '\u{84}', '\u{a}', '\u{17}', '\u{1b}', '\u{88}', '\u{89}',
    '\u{8a}', '\u{8b}', '\u{8c}', '\u{5}', '\u{6}', '\u{7}', NO, NO, '\u{16}', '\u{93}', '\u{94}', '\u{95}',
    '\u{96}', '\u{4}', '\u{98}', '\u{99}', '\u{9a}', '\u{9b}', '\u{14}', '\u{15}', NO, '\u{1a}', ' ', ' ',
    NO, NO, NO, NO, NO, NO, NO, NO, NO, '.', '<', '(', '+', NO, '&', NO, NO, NO, NO, NO, NO, NO, NO, NO, NO,
    '$', '*', ')', ';', NO, '-', '/', NO, NO, NO, NO, NO, NO, NO, NO, NO, ',', '%', '_', '>', '?', NO, NO,
    NO, NO, NO, NO, NO, NO, NO, '`', ':', '#', '@', '\'', '=', '"', NO, 'a', 'b', 'c', 'd', 'e', 'f', 'g',
    'h', 'i', NO, NO, NO, NO, NO, NO, NO, 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', NO, NO, NO, NO, NO,
    NO, NO, '~', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z', NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO, NO,
    NO, NO, NO, NO, NO, NO, NO, NO, NO, '{', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', NO, NO, NO, NO, NO,
    NO, '}', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', NO, NO, NO, NO, NO, NO, '\\', NO, 'S', 'T', 'U',
    'V', 'W', 'X', 'Y', 'Z', NO, NO, NO, NO, NO, NO, '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', NO,
    NO, NO, NO, NO, NO,
];

/// The text that these bytes are.
pub(crate) fn text(bytes: &[u8]) -> String {
    bytes.iter().map(|b| *CHARACTERS.get(usize::from(*b)).unwrap_or(&NO)).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn characters_of_all_code_pages_are_known() {
        assert_eq!(super::text(&[0xd8, 0xc4, 0xc2, 0xf2, 0x61, 0x81, 0x40, 0x53]), "QDB2/a \u{fffd}");
    }
}
