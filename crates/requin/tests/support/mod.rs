//! Conversations made by hand, and what is shown of them.

#![allow(dead_code, clippy::expect_used, clippy::panic)] // each test file uses its part; a test may give up

use requin::Capture;

/// Segments or datagrams between a client and a server.
pub struct Talk {
    port: u16,
    transport: Transport,
    /// Whose, and what.
    messages: Vec<(bool, Vec<u8>)>,
}

#[derive(Clone, Copy, PartialEq)]
enum Transport {
    Tcp,
    Udp,
    /// Each side has a verification tag of its own.
    Sctp,
}

/// What a frame is shown as.
pub struct Shown {
    pub protocol: String,
    pub info: String,
    pub fields: Vec<(&'static str, String)>,
}

impl Shown {
    /// The values of a field.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.fields.iter().filter(|f| f.0 == name).map(|f| f.1.as_str()).collect()
    }

    /// The value of a field that is there once.
    pub fn one(&self, name: &str) -> &str {
        match self.all(name).as_slice() {
            [one] => one,
            other => panic!("{name}: {other:?} in {}", self.info),
        }
    }

    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|f| f.0 == name)
    }

    pub fn is_malformed(&self) -> bool {
        self.has("_ws.malformed")
    }
}

impl Talk {
    pub fn tcp(port: u16) -> Talk {
        Talk { port, transport: Transport::Tcp, messages: Vec::new() }
    }

    pub fn udp(port: u16) -> Talk {
        Talk { port, transport: Transport::Udp, messages: Vec::new() }
    }

    /// The messages are chunks.
    pub fn sctp(port: u16) -> Talk {
        Talk { port, transport: Transport::Sctp, messages: Vec::new() }
    }

    pub fn client(mut self, bytes: impl AsRef<[u8]>) -> Talk {
        self.messages.push((true, bytes.as_ref().to_vec()));
        self
    }

    pub fn server(mut self, bytes: impl AsRef<[u8]>) -> Talk {
        self.messages.push((false, bytes.as_ref().to_vec()));
        self
    }

    /// As a capture, frames cut to `snaplen` bytes.
    fn pcap(&self, snaplen: usize) -> Vec<u8> {
        let mut file = Vec::new();
        file.extend(0xa1b2_c3d4u32.to_le_bytes());
        file.extend([2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 1, 0, 0, 0]);
        let mut sent = [1000u32, 5000];
        for (i, (client, payload)) in self.messages.iter().enumerate() {
            let (me, you) = if *client { (0, 1) } else { (1, 0) };
            let ports = if *client { [40_000, self.port] } else { [self.port, 40_000] };
            let mut segment: Vec<u8> = ports.iter().flat_map(|p: &u16| p.to_be_bytes()).collect();
            match self.transport {
                Transport::Udp => {
                    segment.extend((8 + payload.len() as u16).to_be_bytes());
                    segment.extend([0, 0]);
                }
                Transport::Tcp => {
                    segment.extend(sent[me].to_be_bytes());
                    segment.extend(sent[you].to_be_bytes());
                    segment.extend([0x50, 0x18, 0xff, 0xff, 0, 0, 0, 0]);
                    sent[me] += payload.len() as u32;
                }
                Transport::Sctp => segment.extend([0, 0, 7, 1 + me as u8, 0, 0, 0, 0]),
            }
            segment.extend(payload);
            let mut frame = vec![2; 12];
            frame.extend([8, 0, 0x45, 0]);
            frame.extend((20 + segment.len() as u16).to_be_bytes());
            let protocol = match self.transport {
                Transport::Tcp => 6,
                Transport::Udp => 17,
                Transport::Sctp => 132,
            };
            frame.extend([0, i as u8, 0, 0, 64, protocol, 0, 0]);
            frame.extend(if *client { [10, 0, 0, 1, 10, 0, 0, 2] } else { [10, 0, 0, 2, 10, 0, 0, 1] });
            frame.extend(segment);
            let time = [1_700_000_000 + i as u32, 1000 * i as u32];
            let len = [frame.len().min(snaplen) as u32, frame.len() as u32];
            file.extend(time.iter().chain(&len).flat_map(|n| n.to_le_bytes()));
            file.extend(frame.iter().take(snaplen));
        }
        file
    }

    fn read(&self, snaplen: usize) -> Vec<Shown> {
        let file = std::io::Cursor::new(self.pcap(snaplen));
        let mut shown = Vec::new();
        let capture = Capture::from_read("made by hand", file).expect("it is a capture");
        capture
            .each(|f| {
                let fields = f.all().map(|(name, v)| (name, v.text().to_owned())).collect();
                shown.push(Shown { protocol: f.protocol(), info: f.info(), fields });
            })
            .expect("it is read");
        shown
    }

    /// What its frames are shown as.
    pub fn shown(&self) -> Vec<Shown> {
        self.read(usize::MAX)
    }

    /// Cuts the messages short at every byte, by the capture and by the sender: whatever is shown then, there is an
    /// end, and frames are as many.
    pub fn survives_cuts(&self) {
        let longest = self.messages.iter().map(|m| m.1.len()).max().unwrap_or_default();
        let frames = self.messages.len();
        for n in 0..longest {
            assert_eq!(self.read(54 + n).len(), frames);
            let messages = self.messages.iter().map(|(client, m)| {
                let n = if m.len() > 4 && self.transport == Transport::Tcp { n.max(4) } else { n };
                (*client, m.iter().take(n).copied().collect())
            });
            let cut = Talk { messages: messages.collect(), ..*self };
            assert_eq!(cut.read(usize::MAX).len(), frames);
        }
    }
}
