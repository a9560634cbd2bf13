//! pcapng blocks that hold no frame: names, statistics, secrets, custom blocks.

use crate::error::Fault;
use crate::format::{u16_at, u32_at};
use crate::meta::{KeptBlock, Meta, NameRecord, Resolution, Secret, Statistics};
use crate::options::{Opt, code, pad};
use crate::pcapng::checked;
use requin_wire::Time;
use std::net::IpAddr;

/// Name Resolution Block: records of an address and names that each end in a zero byte.
pub(crate) fn names<const BIG: bool>(body: &[u8], meta: &mut Meta) -> Result<(), Fault> {
    // A short record becomes several allocations.
    let keep = meta.keep(body.len().saturating_mul(4));
    let mut rest = body;
    while rest.len() >= 4 {
        let (kind, length) = (u16_at::<BIG>(rest, 0), usize::from(u16_at::<BIG>(rest, 2)));
        let after = rest.get(4..).unwrap_or_default();
        if kind == 0 {
            break;
        }
        let padded = length + pad(length);
        let Some(value) = after.get(..length).filter(|_| after.len() >= padded) else {
            let what = format!(
                "pcapng: {} bytes left in the block < NRB record length + padding {padded}",
                after.len()
            );
            return Err(Fault::Damaged(what));
        };
        let (address, name) = match kind {
            1 => (value.first_chunk::<4>().map(|&bytes| IpAddr::from(bytes)), "IPv4"),
            2 => (value.first_chunk::<16>().map(|&bytes| IpAddr::from(bytes)), "IPv6"),
            _ => (None, ""),
        };
        if let Some(address) = address {
            let text = value.get(if address.is_ipv4() { 4 } else { 16 }..).unwrap_or_default();
            let parts = text.split(|&byte| byte == 0).filter(|part| !part.is_empty());
            let names: Vec<String> = parts.map(|part| String::from_utf8_lossy(part).into_owned()).collect();
            if keep && !names.is_empty() {
                meta.names.push(NameRecord { address, names });
            }
        } else if matches!(kind, 1 | 2) {
            let least = if kind == 1 { 4 } else { 16 };
            let what =
                format!("pcapng: NRB record length for {name} record {length} < minimum length {least}");
            return Err(Fault::Damaged(what));
        }
        rest = after.get(padded..).unwrap_or_default();
    }
    Ok(())
}

/// Interface Statistics Block. `port` gives an interface's number over all sections and its unit of time.
pub(crate) fn statistics<const BIG: bool>(
    body: &[u8],
    port: impl Fn(u32) -> Option<(u32, Resolution, i64)>,
    meta: &mut Meta,
) -> Result<(), Fault> {
    let options = checked::<BIG>(body.get(12..).unwrap_or_default())?;
    let keep = meta.keep(body.len() + size_of::<Statistics>());
    // Counts of an interface that does not exist are of no use, and do no harm.
    let Some((interface, resolution, offset)) = port(u32_at::<BIG>(body, 0)).filter(|_| keep) else {
        return Ok(());
    };
    let time = |high: u32, low: u32| -> Time {
        let mut time = resolution.time(u64::from(high) << 32 | u64::from(low));
        time.secs = time.secs.wrapping_add(offset);
        time
    };
    // A time in an option is two 32-bit numbers, the upper half first.
    let at = |option: &Opt<'_>| {
        (option.value.len() == 8)
            .then(|| time(u32_at::<BIG>(option.value, 0), u32_at::<BIG>(option.value, 4)))
    };
    let mut counts = Statistics {
        interface,
        time: time(u32_at::<BIG>(body, 4), u32_at::<BIG>(body, 8)),
        ..Statistics::default()
    };
    for option in options {
        match option.code {
            code::COMMENT => counts.comments.push(option.text().into_owned()),
            code::ISB_STARTTIME => counts.start = at(&option),
            code::ISB_ENDTIME => counts.end = at(&option),
            code::ISB_IFRECV => counts.received = option.u64(),
            code::ISB_IFDROP => counts.dropped = option.u64(),
            code::ISB_FILTERACCEPT => counts.accepted = option.u64(),
            code::ISB_OSDROP => counts.dropped_by_os = option.u64(),
            code::ISB_USRDELIV => counts.delivered = option.u64(),
            _ => {}
        }
    }
    meta.statistics.push(counts);
    Ok(())
}

/// Decryption Secrets Block.
pub(crate) fn secrets<const BIG: bool>(body: &[u8], meta: &mut Meta) -> Result<(), Fault> {
    let (kind, length) = (u32_at::<BIG>(body, 0), u32_at::<BIG>(body, 4));
    let Some(data) = body.get(8..).and_then(|rest| rest.get(..length as usize)) else {
        let what = format!("pcapng: secrets data length {length} runs over the end of its DSB");
        return Err(Fault::Damaged(what));
    };
    if meta.keep(data.len() + size_of::<Secret>()) {
        meta.secrets.push(Secret { kind, data: data.to_vec() });
    }
    Ok(())
}

/// A custom block or one that is not known: kept as it is.
pub(crate) fn other<const BIG: bool>(kind: u32, body: &[u8], meta: &mut Meta) {
    if meta.keep(body.len() + size_of::<KeptBlock>()) {
        meta.blocks.push(KeptBlock { kind, body: body.to_vec(), big_endian: BIG });
    }
}
