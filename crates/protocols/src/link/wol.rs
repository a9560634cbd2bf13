//! Wake on LAN: six times 0xff, then sixteen times an address, wherever in a frame.

use requin_wire::{Cursor, Cx, Ports, Sink, Step, Stop, proto};

proto! {
    WOL "wol" "Wake On LAN" "WOL" App
    on [Ether 0x0842]
    looks_like [Udp accepts]
    fields {
        SYNC "wol.sync" "Sync stream": Bytes;
        MAC "wol.mac" "MAC": Ether;
        PASSWD "wol.passwd" "Password": Bytes;
    }
}

const TIMES: usize = 16;
const MAGIC: usize = 6 + 6 * TIMES;
/// How far the magic may stand behind the beginning.
const FURTHEST: usize = 1500;

/// Where the magic begins.
fn find(bytes: &[u8]) -> Option<usize> {
    let bytes = bytes.get(..FURTHEST).unwrap_or(bytes);
    let last = bytes.len().checked_sub(MAGIC)?;
    let begins = |at: &usize| {
        bytes.get(*at..*at + 6) == Some(&[0xff; 6])
            && bytes
                .get(*at + 6..*at + MAGIC)
                .is_some_and(|a| a.windows(12).step_by(6).all(|w| w[..6] == w[6..]))
    };
    (0..=last).find(begins)
}

/// The port that is used most, where the magic may stand anywhere.
const PORT: u16 = 9;

fn accepts(c: &Cursor<'_>, ports: Ports) -> bool {
    if ports.src == PORT || ports.dst == PORT {
        return find(c.rest()).is_some();
    }
    // What fills a packet is none.
    c.rest().starts_with(&[0xff; 6]) && find(c.rest()) == Some(0)
}

/// A password of four bytes is written like an address of IPv4, one of six like one of Ethernet.
fn password(o: &mut requin_wire::Out<'_>, secret: &[u8]) {
    match secret.as_array::<4>() {
        Some(four) => _ = o.ipv4(u32::from_be_bytes(*four)),
        None => _ = o.hex_bytes(secret, b':'),
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let Some(at) = find(c.rest()) else { return Err(Stop::NotMine) };
    cx.protocol("WOL");
    cx.info_clear();
    c.skip(at)?;
    let mac = c.peek_bytes(6, 6)?;
    let resolve = cx.registry.prefs.resolve_mac;
    let write = |o: &mut requin_wire::Out<'_>| {
        if let Some(mac) = mac.first_chunk::<6>() {
            super::oui::named(o, mac, resolve);
        }
    };
    let secret = c.rest().get(MAGIC..).filter(|s| c.left() == MAGIC + s.len() && matches!(s.len(), 4 | 6));
    cx.info(|o| {
        o.s("MagicPacket for ");
        write(o);
        if let Some(secret) = secret {
            password(o.s(", password "), secret);
        }
    });
    let top = cx.proto_item();
    cx.append(top, |o| {
        o.s(", MAC: ");
        write(o);
        if let Some(secret) = secret {
            password(o.s(", password: "), secret);
        }
    });
    cx.field(SYNC, &mut c, 6)?;
    let item = cx.line(c.span(6 * TIMES), |o| {
        o.s("MAC: ");
        write(o);
    });
    cx.under(item, |cx| -> Step {
        for _ in 0..TIMES {
            cx.field(MAC, &mut c, 6)?;
        }
        Ok(())
    })?;
    let n = c.left();
    if n == 4 || n == 6 {
        let secret = c.peek_bytes(0, n)?;
        let item = cx.field(PASSWD, &mut c, n)?;
        cx.label(item, |o| password(o.s("Password: "), secret));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_sixteen_times_the_same_address() {
        let mut bytes = vec![1, 2, 3];
        bytes.extend([0xff; 6]);
        bytes.extend([2, 0, 0, 0, 0, 7].repeat(TIMES));
        assert_eq!(find(&bytes), Some(3));
        assert!(accepts(&Cursor::new(&bytes[3..], bytes.len() - 3, 0), Ports::default()));
        let last = bytes.len() - 1;
        bytes[last] = 8;
        assert_eq!(find(&bytes), None);
        assert_eq!(find(&bytes[..20]), None);
    }
}
