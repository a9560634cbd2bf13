//! What only ioctls tell or do: a device's driver, and the clock in its hardware.

use super::sys;
use std::io;
use std::os::fd::AsRawFd;

/// `ETHTOOL_GDRVINFO`.
const DRIVER: u32 = 3;
/// Bytes of `struct ethtool_drvinfo`.
const DRIVER_INFO: usize = 196;
/// `ETHTOOL_GET_TS_INFO`.
const STAMPS: u32 = 0x41;
/// Bytes of `struct ethtool_ts_info`.
const STAMPS_INFO: usize = 44;
/// `HWTSTAMP_FILTER_ALL`.
const ALL: u32 = 1;

/// Name of an interface's driver.
pub(crate) fn driver(fd: &impl AsRawFd, name: &str) -> Option<String> {
    let mut info = [0u8; DRIVER_INFO];
    info[0..4].copy_from_slice(&DRIVER.to_ne_bytes());
    sys::ask(fd, name, libc::SIOCETHTOOL as _, &mut info).ok()?;
    Some(super::netlink::text(&info[4..36])).filter(|d| !d.is_empty())
}

/// Whether the device can tell when each packet came.
pub(crate) fn stamps_packets(fd: &impl AsRawFd, name: &str) -> bool {
    let mut info = [0u8; STAMPS_INFO];
    info[0..4].copy_from_slice(&STAMPS.to_ne_bytes());
    if sys::ask(fd, name, libc::SIOCETHTOOL as _, &mut info).is_err() {
        return false;
    }
    let number =
        |at: usize| info.get(at..).and_then(|b| b.first_chunk()).map_or(0, |b| u32::from_ne_bytes(*b));
    let wanted = libc::SOF_TIMESTAMPING_RX_HARDWARE | libc::SOF_TIMESTAMPING_RAW_HARDWARE;
    // Capabilities, the clock's number, ways to stamp sent packets, three numbers for later, ways to stamp
    // received ones.
    number(4) & wanted == wanted && number(28) & (1 << ALL) != 0
}

/// Lets the device tell when each packet came.
pub(crate) fn stamp_packets(fd: &impl AsRawFd, name: &str) -> io::Result<()> {
    // `struct hwtstamp_config`: flags, whether to stamp what is sent, which of what is received.
    let mut config = [0u8; 12];
    config[8..12].copy_from_slice(&ALL.to_ne_bytes());
    sys::ask(fd, name, libc::SIOCSHWTSTAMP as _, &mut config)
}
