//! Kerberos 4: which message it is.

use requin_wire::{Cursor, Cx, Sink, Step, proto};

proto! {
    KRB4 "krb4" "Kerberos v4" "KRB4" App
    on []
    fields {
        VERSION "krb4.version" "Version": U8 Dec;
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("KRB4");
    let kind = c.peek_u8(1)? & 0xfe;
    cx.u8(VERSION, &mut c)?;
    cx.info(|o| {
        o.s(match kind {
            2 => "KDC Request",
            4 => "KDC Reply",
            6 => "Appl Request",
            8 => "Appl Request Mutual",
            10 => "Error Reply",
            _ => "Unknown",
        });
    });
    Ok(())
}
