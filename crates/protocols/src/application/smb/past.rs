//! What the past tells of an authentication, for both versions.

use super::common::{le_at, text16};

const NTLM: &[u8] = b"NTLMSSP\0";
/// The message that names who authenticates ([MS-NLMP] section 2.2.1.3).
const AUTHENTICATE: u64 = 3;
const UNICODE: u64 = 1;

/// Account, domain and host of an NTLM authentication anywhere in the bytes, with zeros between.
pub(super) fn ntlm_names(bytes: &[u8]) -> Option<String> {
    let at = bytes.windows(NTLM.len()).position(|w| w == NTLM)?;
    let token = bytes.get(at..)?;
    if le_at(token, 8, 4)? != AUTHENTICATE {
        return None;
    }
    let unicode = le_at(token, 60, 4).is_some_and(|f| f & UNICODE != 0);
    let text = |place: usize| -> Option<String> {
        let (len, offset) = (le_at(token, place, 2)? as usize, le_at(token, place + 4, 4)? as usize);
        let bytes = token.get(offset..offset.checked_add(len)?)?;
        Some(if unicode { text16(bytes) } else { String::from_utf8_lossy(bytes).into_owned() })
    };
    Some([text(36)?, text(28)?, text(44)?].join("\0"))
}
