//! Which ciphers and key managements a network has: RSN, and WPA before it.

use super::*;
use requin_wire::Field;

/// The fields of one suite selector: all four bytes, organisation, type.
pub struct Suite(pub Field, pub Field, pub Field);

/// Writes a suite.
type Text = fn(Value, &mut Out<'_>);

/// The fields of a list of suites: count, list, and what is in it.
struct List {
    count: Field,
    list: Field,
    suite: Suite,
    invalid: Field,
    name: &'static str,
    /// Writes one of its suites.
    text: Text,
}

const RSN_PAIRWISE: List = List {
    count: RSN_PCS_COUNT,
    list: RSN_PCS_LIST,
    suite: Suite(RSN_PCS, RSN_PCS_OUI, RSN_PCS_TYPE),
    invalid: RSN_PCS_COUNT_INVALID,
    name: "Pairwise Cipher Suite",
    text: cipher_text,
};

const RSN_KEYS: List = List {
    count: RSN_AKMS_COUNT,
    list: RSN_AKMS_LIST,
    suite: Suite(RSN_AKMS, RSN_AKMS_OUI, RSN_AKMS_TYPE),
    invalid: RSN_AKMS_COUNT_INVALID,
    name: "Auth Key Management (AKM) Suite",
    text: key_text,
};

const CAPABILITIES: [Field; 9] = [
    RSN_CAPABILITIES_PREAUTH,
    RSN_CAPABILITIES_NO_PAIRWISE,
    RSN_CAPABILITIES_PTKSA_REPLAY_COUNTER,
    RSN_CAPABILITIES_GTKSA_REPLAY_COUNTER,
    RSN_CAPABILITIES_MFPR,
    RSN_CAPABILITIES_MFPC,
    RSN_CAPABILITIES_JMR,
    RSN_CAPABILITIES_PEERKEY,
    RSN_CAPABILITIES_EXTENDED_KEY_ID_IAF,
];

/// Writes a suite of ciphers: the organisation, and the cipher's name if it is one of its own.
pub fn cipher_text(v: Value, o: &mut Out<'_>) {
    selector(v, o, names::RSN_GCS_TYPE);
}

/// Writes a suite of key management.
pub fn key_text(v: Value, o: &mut Out<'_>) {
    selector(v, o, names::RSN_AKMS_TYPE);
}

/// Writes a cipher as WPA has it.
pub fn wpa_cipher_text(v: Value, o: &mut Out<'_>) {
    selector(v, o, names::RSN_GCS_TYPE);
}

/// Writes a key management as WPA has it.
pub fn wpa_key_text(v: Value, o: &mut Out<'_>) {
    selector(v, o, names::RSN_AKMS_TYPE);
}

fn selector(v: Value, o: &mut Out<'_>, table: Names) {
    let v = v.as_u64().unwrap_or(0) as u32;
    let bytes = v.to_be_bytes();
    o.hex_bytes(&bytes[..3], b':');
    if let Some(maker) = crate::link::oui::maker(&bytes[..3]) {
        o.s(" (").s(maker.long).s(")");
    }
    o.c(b' ');
    match table.find(u64::from(bytes[3])).filter(|_| matches!(v >> 8, 0x00_0fac | 0x00_50f2)) {
        Some(name) => _ = o.s(name),
        None => _ = o.s("Unknown ").u(bytes[3]),
    }
}

/// A suite selector.
///
/// # Errors
/// When the packet ends before.
pub fn suite<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, fields: &Suite) -> Step {
    let item = cx.peek(fields.0, c, 4)?;
    cx.under(item, |cx| -> Step {
        cx.field(fields.1, c, 3)?;
        cx.field(fields.2, c, 1)?;
        Ok(())
    })
}

fn list<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    rows: &List,
    tag: &Tag,
) -> Result<bool, requin_wire::Stop> {
    let count = usize::from(u16::from_le_bytes(*c.peek_array::<2>()?));
    let item = cx.field_le(rows.count, c, 2)?;
    let fits = count * 4 <= c.left();
    if !fits {
        let left = c.left() as u64;
        cx.expert_with(rows.invalid, item, tag.span, |o| {
            o.s(rows.name).s(" Count too large, 4*").u(count as u64).s(" > ").u(left);
        });
    }
    let item = cx.add(rows.list, c.span(count * 4), Value::None);
    cx.under(item, |cx| -> Step {
        for _ in 0..count.min(c.left() / 4) {
            let v = Value::U(u64::from(c.peek_u32(0)?));
            cx.append(item, |o| (rows.text)(v, o.c(b' ')));
            suite(cx, c, &rows.suite)?;
        }
        Ok(())
    })?;
    Ok(fits)
}

/// The tag of RSN.
pub fn show<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, tag: &Tag) -> Step {
    if tag.len < 2 {
        tag.bad(cx, |o| _ = o.s("Tag Length ").u(tag.len as u64).s(" wrong, must be >= 2"));
        return Ok(());
    }
    cx.field_le(RSN_VERSION, &mut c, 2)?;
    if c.is_empty() {
        return Ok(());
    }
    suite(cx, &mut c, &Suite(RSN_GCS, RSN_GCS_OUI, RSN_GCS_TYPE))?;
    if c.is_empty() {
        return Ok(());
    }
    list(cx, &mut c, &RSN_PAIRWISE, tag)?;
    if c.is_empty() {
        return Ok(());
    }
    list(cx, &mut c, &RSN_KEYS, tag)?;
    cx.flags_le(RSN_CAPABILITIES, &mut c, 2, &CAPABILITIES)?;
    if c.is_empty() {
        return Ok(());
    }
    let count = usize::from(u16::from_le_bytes(*c.peek_array::<2>()?));
    let item = cx.field_le(RSN_PMKID_COUNT, &mut c, 2)?;
    if count * 16 > c.left() {
        let left = c.left() as u64;
        cx.expert_with(RSN_PMKID_COUNT_INVALID, item, tag.span, |o| {
            o.s("PMKID Count too large, 16*").u(count as u64).s(" > ").u(left);
        });
        return Ok(());
    }
    let item = cx.add(RSN_PMKID_LIST, c.span(16 * count), Value::None);
    cx.under(item, |cx| -> Step {
        for _ in 0..count {
            cx.field(PMKID_AKMS, &mut c, 16)?;
        }
        Ok(())
    })?;
    if c.is_empty() {
        return Ok(());
    }
    suite(cx, &mut c, &Suite(RSN_GMCS, RSN_GMCS_OUI, RSN_GMCS_TYPE))
}

/// WPA's part of a vendor's tag, behind the type.
///
/// # Errors
/// When the packet ends before.
pub fn wpa<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.field_le(WFA_IE_WPA_VERSION, c, 2)?;
    suite(cx, c, &Suite(WFA_IE_WPA_MCS, WFA_IE_WPA_MCS_OUI, WFA_IE_WPA_MCS_TYPE))?;
    let rows: [(Field, Field, Suite, Text); 2] = [
        (
            WFA_IE_WPA_UCS_COUNT,
            WFA_IE_WPA_UCS_LIST,
            Suite(WFA_IE_WPA_UCS, WFA_IE_WPA_UCS_OUI, WFA_IE_WPA_UCS_TYPE),
            wpa_cipher_text,
        ),
        (
            WFA_IE_WPA_AKMS_COUNT,
            WFA_IE_WPA_AKMS_LIST,
            Suite(WFA_IE_WPA_AKMS, WFA_IE_WPA_AKMS_OUI, WFA_IE_WPA_TYPE),
            wpa_key_text,
        ),
    ];
    for (count, list, fields, text) in rows {
        let n = usize::from(u16::from_le_bytes(*c.peek_array::<2>()?));
        cx.field_le(count, c, 2)?;
        let item = cx.add(list, c.span(4 * n), Value::None);
        cx.under(item, |cx| -> Step {
            for _ in 0..n {
                let v = Value::U(u64::from(c.peek_u32(0)?));
                cx.append(item, |o| text(v, o.c(b' ')));
                suite(cx, c, &fields)?;
            }
            Ok(())
        })?;
    }
    Ok(())
}
