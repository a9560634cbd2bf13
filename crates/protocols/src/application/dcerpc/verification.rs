//! What the client says once more behind its arguments, so that nobody can change it unseen ([MS-RPCE] 2.2.2.13).

use super::*;

/// What such a trailer begins with, at a multiple of four bytes.
const SIGNATURE: [u8; 8] = [0x8a, 0xe3, 0x13, 0x71, 0x02, 0xf4, 0x36, 0x71];

const BITMASK: u16 = 1;
const CONTEXT: u16 = 2;
const END: u16 = 0x4000;
/// The kind of a command, in its other bits.
const KIND: u16 = 0x3fff;

/// Bytes of a context: two syntaxes.
const SYNTAXES: usize = 40;

/// The arguments, and what is behind them, if anything is.
pub(super) fn split<'a>(data: &Cursor<'a>) -> (Cursor<'a>, Cursor<'a>) {
    let (words, _) = data.rest().as_chunks::<4>();
    let at = words.windows(2).position(|w| w.concat() == SIGNATURE).map_or(data.left(), |n| 4 * n);
    let mut rest = *data;
    (rest.take(at), rest)
}

pub(super) fn trailer<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let c = &mut c;
    let line = cx.line(c.span(usize::MAX), |o| _ = o.s("Verification Trailer"));
    cx.under(line, |cx| {
        cx.bytes(SEC_VT_SIGNATURE, c, SIGNATURE.len())?;
        while c.left() >= 4 {
            let head = requin_wire::le(c.peek_bytes(0, 2)?) as u16;
            let len = 4 + requin_wire::le(c.peek_bytes(2, 2)?) as usize;
            let mut one = c.take_all(len)?;
            let name = SEC_VT_COMMANDS.or((head & KIND).into(), "Unknown");
            let line = cx.line(one.span(len), |o| {
                o.s("Command: ").s(name).s(if head & END != 0 { ", END" } else { "" });
            });
            cx.under(line, |cx| command(cx, &mut one, head & KIND))?;
            if head & END != 0 {
                break;
            }
        }
        Ok(())
    })
}

fn command<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, kind: u16) -> Step {
    let bits = [SEC_VT_COMMAND_CMD, SEC_VT_COMMAND_END, SEC_VT_COMMAND_MUST_PROCESS];
    cx.flags_le(SEC_VT_COMMAND, c, 2, &bits)?;
    let len = cx.u16_le(SEC_VT_COMMAND_LENGTH, c)?;
    match (kind, usize::from(len)) {
        (BITMASK, 4..) => cx.flags_le(SEC_VT_BITMASK, c, 4, &[SEC_VT_BITMASK_SIGN]).map(|_| ()),
        (CONTEXT, SYNTAXES..) => {
            let line = cx.line(c.span(SYNTAXES), |o| _ = o.s("pcontext"));
            cx.under(line, |cx| {
                for what in ["Abstract Syntax: ", "Transfer Syntax: "] {
                    let (u, item) = uuid(cx, SEC_VT_PCONTEXT_INTERFACE_UUID, c, true)?;
                    cx.label(item, |o| write_name(o.s(what), &u));
                    cx.u32_le(SEC_VT_PCONTEXT_INTERFACE_VER, c)?;
                }
                Ok(())
            })
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trailers_are_found_at_words() {
        let at = |bytes: &[u8]| split(&Cursor::new(bytes, bytes.len(), 0)).0.left();
        let found = [&[1, 2, 3, 4][..], &SIGNATURE].concat();
        assert_eq!(at(&found), 4);
        assert_eq!(at(&[&[1, 2][..], &SIGNATURE, &[0, 0]].concat()), 12);
        assert_eq!(at(&found[..11]), 11);
        assert_eq!(at(&[]), 0);
    }
}
