//! Packets of interfaces as they come.

use crate::capture::Capture;
use crate::error::Error;
use crate::frame::Frame;
use requin_capture::Options;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// An interface whose packets are to be captured. Nothing is captured before [`Live::start`] or [`Live::each`].
///
/// ```no_run
/// use requin::Live;
///
/// Live::open("lo")?.capture_filter("udp")?.each(|packet| println!("{}", packet.summary()))?;
/// # Ok::<(), requin::Error>(())
/// ```
pub struct Live {
    name: String,
    options: Options,
    filter: Option<String>,
    stop: Arc<AtomicBool>,
}

impl Live {
    /// An interface by its name, or `any` for all of them.
    ///
    /// # Errors
    /// When it is not there or not up, or we may not capture.
    pub fn open(name: &str) -> Result<Live, Error> {
        let options = Options::default();
        requin_capture::check(name, &options)?;
        Ok(Live { name: name.to_owned(), options, filter: None, stop: Arc::default() })
    }

    /// Captures only packets that a capture filter takes, in the language of pcap-filter(7); the kernel applies it.
    ///
    /// # Errors
    /// When the filter is wrong, or can't be used for the interface.
    pub fn capture_filter(mut self, text: &str) -> Result<Live, Error> {
        self.options.filter = Some(text.to_owned());
        requin_capture::check(&self.name, &self.options)?;
        Ok(self)
    }

    /// Gives only packets that a display filter takes, in Wireshark's language.
    ///
    /// # Errors
    /// When the filter is wrong: as soon as the capture starts.
    #[must_use]
    pub fn filter(mut self, text: &str) -> Live {
        self.filter = Some(text.to_owned());
        self
    }

    /// Keeps so many bytes of each packet.
    #[must_use]
    pub fn snaplen(mut self, bytes: u32) -> Live {
        self.options.snaplen = bytes;
        self
    }

    /// Whether to ask for packets that are for others; so it is unless something else is said.
    #[must_use]
    pub fn promiscuous(mut self, yes: bool) -> Live {
        self.options.promiscuous = yes;
        self
    }

    /// Bytes of memory in which packets wait.
    #[must_use]
    pub fn buffer(mut self, bytes: usize) -> Live {
        self.options.buffer = bytes;
        self
    }

    /// Ends the capture when it is set to true; packets that came before are still given.
    #[must_use]
    pub fn stop_flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.stop)
    }

    /// Begins to capture. The iterator waits for packets; it ends when the [flag](Live::stop_flag) is set, or the
    /// interface goes.
    ///
    /// # Errors
    /// When the interface can't be captured any more, or the display filter is wrong.
    pub fn start(self) -> Result<Capture, Error> {
        let live = requin_capture::Live::start(vec![(self.name, self.options)])?.stop_by(self.stop);
        let capture = Capture::new(Box::new(live));
        match &self.filter {
            Some(text) => capture.filter(text),
            None => Ok(capture),
        }
    }

    /// Captures, and calls `f` with every packet; how many there were.
    ///
    /// # Errors
    /// As [`Live::start`]; and when the interface goes.
    pub fn each(self, f: impl FnMut(&Frame)) -> Result<u64, Error> {
        self.start()?.each(f)
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use std::net::UdpSocket;
    use std::sync::atomic::Ordering;

    #[test]
    fn packets_over_loopback() {
        let to = UdpSocket::bind("127.0.0.1:0").unwrap();
        let port = to.local_addr().unwrap().port();
        let live = match Live::open("lo").and_then(|l| l.capture_filter(&format!("udp port {port}"))) {
            Ok(live) => live,
            Err(e @ Error::Live(requin_capture::Error::NotAllowed { .. })) => {
                return println!("skipped: {e}");
            }
            Err(e) => panic!("{e}"),
        };
        let stop = live.stop_flag();
        let capture = live.start().unwrap();
        let from = UdpSocket::bind("127.0.0.1:0").unwrap();
        for _ in 0..3 {
            from.send_to(b"hello", ("127.0.0.1", port)).unwrap();
        }
        stop.store(true, Ordering::Relaxed);
        let mut lines = Vec::new();
        assert_eq!(capture.each(|f| lines.push(f.summary())).unwrap(), 3);
        assert!(lines[0].contains("127.0.0.1 → 127.0.0.1") && lines[0].contains("UDP 47 "), "{lines:?}");
    }

    #[test]
    fn a_wrong_filter_is_refused() {
        assert!(Live::open("nosuch0").is_err());
    }
}
