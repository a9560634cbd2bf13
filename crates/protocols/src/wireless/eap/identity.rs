//! Who asks to be let in: a name, or in mobile networks a number with a realm (3GPP TS 23.003).

use super::*;
use requin_wire::Value;

/// What the first digit says.
const KINDS: [&str; 9] = [
    "EAP-AKA Permanent",
    "EAP-SIM Permanent",
    "EAP-AKA Pseudonym",
    "EAP-SIM Pseudonym",
    "EAP-AKA Reauth ID",
    "EAP-SIM Reauth ID",
    "EAP-AKA Prime Permanent",
    "EAP-AKA Prime Pseudonym",
    "EAP-AKA Prime Reauth ID",
];

/// Country and network of the realm of a mobile network's name.
fn network(name: &str) -> Option<(u32, u32)> {
    let (_, realm) = name.split_once('@')?;
    let mut parts = realm.split('.');
    if parts.next()? != "wlan" {
        return None;
    }
    let mnc = parts.next()?.strip_prefix("mnc")?;
    let mcc = parts.next()?.strip_prefix("mcc")?;
    let number = |t: &str| if t.len() <= 3 { t.parse::<u32>().ok() } else { None };
    Some((number(mcc)?, number(mnc)?))
}

/// Shows an identity up to the end.
///
/// # Errors
/// When the packet ends before.
pub fn show<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let bytes = c.peek_bytes(0, c.left())?;
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let kind = bytes.first().and_then(|b| KINDS.get(usize::from(b.wrapping_sub(b'0'))));
    if let (Some(kind), Some((mcc, mnc))) = (kind, network(text)) {
        cx.peek(IDENTITY_PREFIX, &c, 1)?;
        cx.add_str(IDENTITY_TYPE, c.span(1), |o| _ = o.s(kind));
        c.skip(1)?;
        let len = c.left();
        cx.peek(IDENTITY_FULL, &c, len)?;
        let user = text.split('@').next().map_or(0, str::len).saturating_sub(1);
        // A permanent name is a subscriber's number, which has fields of its own.
        if !kind.ends_with("Permanent") {
            cx.peek(IDENTITY, &c, user)?;
        }
        cx.add(IDENTITY_MNC, c.span(len), Value::U(u64::from(mcc * 1000 + mnc)));
        cx.add(IDENTITY_MCC, c.span(len), Value::U(u64::from(mcc)));
        return Ok(());
    }
    // Behind a NUL stands what the network says of itself.
    let len = bytes.len();
    let item = cx.field(IDENTITY, &mut c, len)?;
    if !bytes.is_ascii() {
        cx.expert(IDENTITY_NONASCII, item, c.span(0));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_realm_names_the_network() {
        assert_eq!(network("0123@wlan.mnc023.mcc262.3gppnetwork.org"), Some((262, 23)));
        assert_eq!(network("bob@example.org"), None);
        assert_eq!(network("bob"), None);
        assert_eq!(network("0@wlan.mnc1234567890.mcc1.x"), None);
    }
}
