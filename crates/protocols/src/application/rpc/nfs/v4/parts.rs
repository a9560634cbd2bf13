//! What arguments and results of several operations have.

use super::*;

/// CRC-16 (ITU-T V.41, as HDLC has it): by it, state identifiers are told apart.
fn crc16(bytes: &[u8]) -> u16 {
    !bytes.iter().fold(!0, |crc, b| {
        (0..8).fold(crc ^ u16::from(*b), |crc, _| crc >> 1 ^ if crc & 1 != 0 { 0x8408 } else { 0 })
    })
}

/// A state identifier; gives its hash.
pub(super) fn stateid<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<u16, Stop> {
    let bytes = c.peek_array::<16>()?;
    let hash = crc16(bytes);
    let other = bytes.get(4..).unwrap_or_default();
    let item = cx.add(STATEID, c.span(16), Value::Bytes(c.span(16)));
    cx.label(item, |o| _ = o.s("StateID"));
    cx.under(item, |cx| -> Step {
        cx.generated(STATEID_HASH, c.span(16), Value::U(u64::from(hash)));
        cx.u32(STATEID_SEQID, c)?;
        let at = c.span(12);
        cx.bytes(STATEID_OTHER, c, 12)?;
        cx.generated(STATEID_OTHER_HASH, at, Value::U(u64::from(crc(other))));
        Ok(())
    })?;
    Ok(hash)
}

/// A state identifier that is told in the Info column.
pub(super) fn said_stateid<S: Sink>(cx: &mut Cx<'_, S>, known: &mut Known, c: &mut Cursor<'_>) -> Step {
    let hash = stateid(cx, c)?;
    known.say(|o| _ = o.s(" StateID: ").hex(hash, 4));
    Ok(())
}

pub(super) fn change_info<S: Sink>(cx: &mut Cx<'_, S>, name: &'static str, c: &mut Cursor<'_>) -> Step {
    xdr::part(cx, name, c, |cx, c, _| {
        xdr::boolean(cx, CHANGE_INFO_ATOMIC, c)?;
        cx.u64(CHANGEID4_BEFORE, c)?;
        cx.u64(CHANGEID4_AFTER, c).map(|_| ())
    })
}

pub(super) fn owner<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    cx.u64(CLIENTID, c)?;
    xdr::opaque(cx, "owner", field, c).map(|_| ())
}

/// Who made the client or the server.
pub(super) fn implementation<S: Sink>(cx: &mut Cx<'_, S>, name: &'static str, c: &mut Cursor<'_>) -> Step {
    let n = c.peek_u32(0)?;
    let line = cx.line(c.span(4), |o| _ = o.s(name));
    c.skip(4)?;
    cx.under(line, |cx| -> Step {
        if n == 0 {
            return Ok(());
        }
        xdr::text(cx, "Implementor DNS domain name(nii_domain)", NII_DOMAIN4, c)?;
        xdr::text(cx, "Implementation product name(nii_name)", NII_NAME4, c)?;
        xdr::part(cx, "Build timestamp(nii_date)", c, |cx, c, _| moment(cx, c))
    })
}

/// A point in time.
pub(super) fn moment<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u64(NFSTIME4_SECONDS, c)?;
    cx.u32(NFSTIME4_NSECONDS, c).map(|_| ())
}

pub(super) fn channel<S: Sink>(cx: &mut Cx<'_, S>, name: &'static str, c: &mut Cursor<'_>) -> Step {
    xdr::part(cx, name, c, |cx, c, _| {
        for field in [PADSIZE4, MAXREQSIZE4, MAXRESPSIZE4, MAXRESPSIZECACHED4, MAXOPS4, MAXREQS4] {
            cx.u32(field, c)?;
        }
        // Whether remote direct memory access is used: one word more then.
        let n = c.peek_u32(0)? as usize;
        c.skip(4)?;
        c.skip(4 * n.min(1))
    })
}

/// A lock's kind and the range of bytes.
pub(super) fn range<S: Sink>(cx: &mut Cx<'_, S>, known: &mut Known, c: &mut Cursor<'_>) -> Step {
    let offset = cx.u64(OFFSET4, c)?;
    let length = cx.u64(LENGTH4, c)?;
    known.say(|o| {
        o.s(" Offset: ").u(offset).s(" Length: ");
        match length {
            u64::MAX => o.s("<End of File>"),
            n => o.u(n),
        };
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn hashes_are_those_of_the_standard() {
        assert_eq!(super::crc16(b"123456789"), 0x906e);
    }
}
