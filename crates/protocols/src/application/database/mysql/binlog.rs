//! Replication: a replica registers, asks for a binary log, and gets its events.

use super::*;

/// Bytes of an event's header, and of the checksum behind an event.
const EVENT_HEAD: usize = 19;
const CHECKSUM: usize = 4;

pub(super) fn dump<S: Sink>(cx: &mut Cx<'_, S>, code: u8, c: &mut Cursor<'_>) -> Step {
    if code == 30 {
        cx.u16_le(BINLOG_FLAGS, c)?;
        cx.u32_le(BINLOG_SERVER_ID, c)?;
        let n = requin_wire::le(c.peek_bytes(0, 4)?);
        c.skip(4)?;
        let n = within(c, n);
        cx.bytes(BINLOG_FILE_NAME, c, n)?;
        return Ok(());
    }
    cx.u32_le(BINLOG_POSITION, c)?;
    cx.u16_le(BINLOG_FLAGS, c)?;
    cx.u32_le(BINLOG_SERVER_ID, c)?;
    if !c.is_empty() {
        hello::data(cx, BINLOG_FILE_NAME, c)?;
    }
    Ok(())
}

pub(super) fn register<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u32_le(BINLOG_SERVER_ID, c)?;
    let parts = [
        (BINLOG_SLAVE_HOSTNAME_LENGTH, BINLOG_SLAVE_HOSTNAME),
        (BINLOG_SLAVE_USER_LENGTH, BINLOG_SLAVE_USER),
        (BINLOG_SLAVE_PASSWORD_LENGTH, BINLOG_SLAVE_PASSWORD),
    ];
    for (length, text) in parts {
        let n = usize::from(cx.u8(length, c)?);
        cx.bytes(text, c, n)?;
    }
    cx.u16_le(BINLOG_SLAVE_MYSQL_PORT, c)?;
    cx.u32_le(BINLOG_REPLICATION_RANK, c)?;
    cx.u32_le(BINLOG_MASTER_ID, c)?;
    Ok(())
}

/// An event: its header, what it says as far as that is read, its checksum.
pub(super) fn event<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let at = c.span(4);
    let time = requin_wire::le(c.peek_bytes(0, 4)?);
    cx.add(BINLOG_EVENT_HEADER_TIMESTAMP, at, Value::Time(time as i64, 0));
    c.skip(4)?;
    let kind = cx.u8(BINLOG_EVENT_HEADER_EVENT_TYPE, c)?;
    cx.u32_le(BINLOG_EVENT_HEADER_SERVER_ID, c)?;
    let size = cx.u32_le(BINLOG_EVENT_HEADER_EVENT_SIZE, c)? as usize;
    cx.u32_le(BINLOG_EVENT_HEADER_LOG_POSITION, c)?;
    cx.u16_le(BINLOG_EVENT_HEADER_FLAGS, c)?;
    cx.info_fence();
    cx.info_add(|o| _ = o.s(BINLOG_EVENT_HEADER_EVENT_TYPE_NAMES.or(u64::from(kind), "Unknown")).c(b' '));
    let n = size.saturating_sub(EVENT_HEAD + CHECKSUM).min(c.left().saturating_sub(CHECKSUM));
    let mut body = c.take(n);
    match kind {
        41 => heartbeat(cx, &mut body)?,
        // What others say depends on the server's version and is not read.
        _ => body.skip(n)?,
    }
    if c.left() >= CHECKSUM {
        cx.u32_le(BINLOG_EVENT_CHECKSUM, c)?;
    }
    Ok(())
}

/// Entries of type, length and value.
fn heartbeat<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let item = cx.add(BINLOG_EVENT_HEARTBEAT_V2, c.span(usize::MAX), Value::None);
    cx.under(item, |cx| -> Step {
        while !c.is_empty() {
            let start = *c;
            let item = cx.add(BINLOG_EVENT_HEARTBEAT_V2_OTW, c.span(0), Value::None);
            cx.under(item, |cx| -> Step {
                let kind = c.peek_u8(0)?;
                let name = match kind {
                    1 => "OTW_HB_LOG_FILENAME_FIELD",
                    2 => "OTW_HB_LOG_POSITION_FIELD",
                    _ => "OTW_HB_HEADER_END_MARK",
                };
                let line = cx.field(BINLOG_EVENT_HEARTBEAT_V2_OTW_TYPE, c, 1)?;
                cx.append(line, |o| _ = o.s(" (").s(name).c(b')'));
                cx.append(item, |o| _ = o.c(b' ').s(name));
                if kind == 0 {
                    return Ok(());
                }
                let (n, _) = lenenc(cx, c)?;
                let n = within(c, n.unwrap_or(0));
                match kind {
                    1 => hello::data(cx, BINLOG_HB_EVENT_FILENAME, &mut c.take(n)),
                    2 => lenenc_field(cx, BINLOG_HB_EVENT_LOG_POSITION, &mut c.take(n)).map(|_| ()),
                    _ => c.skip(n),
                }
            })?;
            cx.set_len(item, c.pos() - start.pos());
        }
        Ok(())
    })
}
