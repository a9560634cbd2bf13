//! Secrets of encrypted conversations, as their ends log them: the format of `SSLKEYLOGFILE` (RFC 9850).

use crate::digits::hex_pairs;
use std::collections::HashMap;

/// Bytes that secrets may take together.
const MOST: usize = 64 << 20;
/// What a secret takes beside its bytes.
const ENTRY: usize = 96;
/// A master secret has 48 bytes, a traffic secret as many as its hash.
const LONGEST: usize = 64;

/// What a secret is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Label {
    /// The master secret, up to TLS 1.2.
    ClientRandom,
    ClientEarlyTraffic,
    ClientHandshakeTraffic,
    ServerHandshakeTraffic,
    ClientTraffic0,
    ServerTraffic0,
}

impl Label {
    const NAMES: [(&'static [u8], Label); 6] = [
        (b"CLIENT_RANDOM", Label::ClientRandom),
        (b"CLIENT_EARLY_TRAFFIC_SECRET", Label::ClientEarlyTraffic),
        (b"CLIENT_HANDSHAKE_TRAFFIC_SECRET", Label::ClientHandshakeTraffic),
        (b"SERVER_HANDSHAKE_TRAFFIC_SECRET", Label::ServerHandshakeTraffic),
        (b"CLIENT_TRAFFIC_SECRET_0", Label::ClientTraffic0),
        (b"SERVER_TRAFFIC_SECRET_0", Label::ServerTraffic0),
    ];
}

/// Secrets by what they are for and the random number of the client hello.
#[derive(Clone, Debug, Default)]
pub struct Secrets {
    by: HashMap<(Label, [u8; 32]), Box<[u8]>>,
    taken: usize,
}

impl Secrets {
    /// Takes the lines of a key log; how many secrets they have. What is no secret is passed over.
    pub fn read(&mut self, text: &[u8]) -> usize {
        let mut count = 0;
        for line in text.split(|b| matches!(b, b'\n' | b'\r')) {
            let mut words = line.split(|b| *b == b' ').filter(|w| !w.is_empty());
            let (Some(label), Some(random), Some(secret)) = (words.next(), words.next(), words.next()) else {
                continue;
            };
            let Some((_, label)) = Label::NAMES.iter().find(|(n, _)| *n == label) else { continue };
            if random.len().max(secret.len()) > 2 * LONGEST {
                continue;
            }
            let (Some(random), Some(secret)) = (hex_pairs(random), hex_pairs(secret)) else { continue };
            let Some(random) = random.first_chunk::<32>().filter(|r| r.len() == random.len()) else {
                continue;
            };
            let cost = ENTRY + secret.len();
            if secret.is_empty() || self.taken + cost > MOST {
                continue;
            }
            self.taken += cost;
            if let Some(old) = self.by.insert((*label, *random), secret.into()) {
                self.taken -= ENTRY + old.len();
            }
            count += 1;
        }
        count
    }

    /// The secret for this, of the conversation whose client hello had this random number.
    #[must_use]
    pub fn get(&self, label: Label, client_random: &[u8; 32]) -> Option<&[u8]> {
        self.by.get(&(label, *client_random)).map(|s| &**s)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_key_log_are_taken_and_others_passed_over() {
        let random = "ab".repeat(32);
        let log = format!(
            "# made by hand\nCLIENT_RANDOM {random} {}\r\nCLIENT_TRAFFIC_SECRET_0 {random} 0102\nEXPORTER_SECRET {random} 03\n\
             CLIENT_RANDOM {random}\nCLIENT_RANDOM 12 34\nSERVER_TRAFFIC_SECRET_0 {random} zz\nSERVER_TRAFFIC_SECRET_0 {random} {}\n",
            "cd".repeat(48),
            "ef".repeat(65),
        );
        let mut s = Secrets::default();
        assert_eq!(s.read(log.as_bytes()), 2);
        assert_eq!(s.get(Label::ClientRandom, &[0xab; 32]), Some(&[0xcd; 48][..]));
        assert_eq!(s.get(Label::ClientTraffic0, &[0xab; 32]), Some(&[1, 2][..]));
        assert_eq!(s.get(Label::ServerTraffic0, &[0xab; 32]), None);
        assert_eq!(s.get(Label::ClientRandom, &[0xac; 32]), None);
    }

    #[test]
    fn a_long_key_log_meets_a_bound() {
        let mut s = Secrets::default();
        let mut taken = 0;
        for n in 0..1_000_000u32 {
            let line = format!("CLIENT_RANDOM {n:064x} {:096x}\n", 1);
            taken += s.read(line.as_bytes());
            if taken <= n as usize {
                break;
            }
        }
        assert!(taken > 100_000 && taken < 1_000_000 && s.taken <= MOST, "{taken}");
    }
}
