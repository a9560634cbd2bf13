//! Credentials and verifiers: RFC 5531 section 8, RPCSEC_GSS of RFC 2203.

use super::*;

/// RPCSEC_GSS.
pub(super) const GSS: u32 = 6;
const UNIX: u32 = 1;

/// What credentials say that the body depends on.
#[derive(Clone, Copy, Default)]
pub(super) struct Said {
    pub(super) flavor: u32,
    pub(super) gss_procedure: u32,
    pub(super) service: u32,
}

/// Credentials of a call.
pub(super) fn credentials<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<Said, Stop> {
    xdr::part(cx, "Credentials", c, |cx, c, _| {
        let flavor = cx.u32(AUTH_FLAVOR, c)?;
        let n = cx.u32(AUTH_LENGTH, c)? as usize;
        let mut said = Said { flavor, ..Said::default() };
        let mut body = c.take(n.next_multiple_of(4));
        match flavor {
            UNIX => unix(cx, &mut body)?,
            GSS => {
                cx.u32(AUTHGSS_VERSION, &mut body)?;
                said.gss_procedure = cx.u32(AUTHGSS_PROCEDURE, &mut body)?;
                cx.u32(AUTHGSS_SEQNUM, &mut body)?;
                said.service = cx.u32(AUTHGSS_SERVICE, &mut body)?;
                context(cx, &mut body)?;
            }
            _ => (),
        }
        Ok(said)
    })
}

fn context<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    xdr::part(cx, "GSS Context", c, |cx, c, _| {
        let n = cx.u32(AUTHGSS_CONTEXT_LENGTH, c)? as usize;
        if n > 0 {
            cx.bytes(AUTHGSS_CONTEXT, c, n)?;
        }
        c.skip((n.wrapping_neg() & 3).min(c.left()))
    })
}

/// Who calls, as his own machine says (RFC 5531 appendix A).
fn unix<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    cx.u32(AUTH_STAMP, c)?;
    xdr::text(cx, "Machine Name", AUTH_MACHINENAME, c)?;
    cx.u32(AUTH_UID, c)?;
    cx.u32(AUTH_GID, c)?;
    let start = *c;
    let n = c.peek_u32(0)?;
    let line = cx.line(c.span(0), |o| _ = o.s("Auxiliary GIDs (").u(n).s(")"));
    c.skip(4)?;
    cx.under(line, |cx| -> Step {
        for i in 0..(n as usize).min(c.left() / 4) {
            let gid = cx.u32(AUTH_GID, c)?;
            cx.append(line, |o| _ = o.s(if i > 0 { ", " } else { " [" }).u(gid));
        }
        Ok(())
    })?;
    if n > 0 {
        cx.append(line, |o| _ = o.c(b']'));
    }
    cx.set_len(line, c.pos().saturating_sub(start.pos()));
    Ok(())
}

/// The verifier of a call or reply.
pub(super) fn verifier<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    xdr::part(cx, "Verifier", c, |cx, c, _| {
        let flavor = cx.u32(AUTH_FLAVOR, c)?;
        if flavor == GSS {
            return xdr::part(cx, "GSS Token", c, |cx, c, _| token(cx, c));
        }
        let n = cx.u32(AUTH_LENGTH, c)? as usize;
        let mut body = c.take(n.next_multiple_of(4));
        if flavor == UNIX && n > 0 { unix(cx, &mut body) } else { Ok(()) }
    })
}

fn token<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = cx.u32(AUTHGSS_TOKEN_LENGTH, c)? as usize;
    if n > 0 {
        cx.bytes(AUTHGSS_TOKEN, c, n)?;
    }
    c.skip((n.wrapping_neg() & 3).min(c.left()))
}

/// What a context's creation and end carry.
pub(super) fn token_line<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    if c.is_empty() { Ok(()) } else { xdr::part(cx, "GSS Token", c, |cx, c, _| token(cx, c)) }
}

/// Data with integrity: the part that the program has, and the checksum behind it.
pub(super) fn integrity<'b, S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'b>) -> Result<Cursor<'b>, Stop> {
    let line = cx.line(c.span(usize::MAX), |o| _ = o.s("GSS Data"));
    cx.under(line, |cx| {
        let n = cx.u32(AUTHGSS_DATA_LENGTH, c)? as usize;
        let mut inner = c.take(n);
        cx.u32(AUTHGSS_SEQNUM, &mut inner)?;
        if !c.is_empty() {
            let n = cx.u32(AUTHGSS_TOKEN_LENGTH, c)? as usize;
            let n = n.min(c.left());
            cx.bytes(AUTHGSS_CHECKSUM, c, n)?;
        }
        Ok(inner)
    })
}

/// Encrypted data.
pub(super) fn privacy<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let line = cx.line(c.span(usize::MAX), |o| _ = o.s("GSS-Wrap"));
    cx.under(line, |cx| {
        let n = cx.u32(AUTHGSS_DATA_LENGTH, c)? as usize;
        cx.bytes(AUTHGSS_DATA, c, n).map(|_| ())
    })
}
