//! Mailslots ([MS-MAIL] section 2.2.1): messages to all who listen to a name.

use super::browser;
use requin_wire::{Cursor, Cx, Item, Sink, Step, Stop, Value, names, proto};

proto! {
    MAILSLOT "mailslot" "SMB MailSlot Protocol" "SMB Mailslot" App
    on []
    fields {
        OPCODE "mailslot.opcode" "Opcode": U16 Dec = OPCODES;
        PRIORITY "mailslot.priority" "Priority": U16 Dec;
        CLASS "mailslot.class" "Class": U16 Dec = CLASSES;
        SIZE "mailslot.size" "Size": U16 Dec;
        NAME "mailslot.name" "Mailslot Name": Str;
    }
}

names! {
    OPCODES { 1 => "Write Mail Slot" }
    CLASSES { 1 => "Reliable", 2 => "Unreliable & Broadcast" }
}

/// Messages are shown where they are carried: see [`message`].
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

const BROWSE: &str = "\\MAILSLOT\\BROWSE";
const LANMAN: &str = "\\MAILSLOT\\LANMAN";

/// A message: three words of setup, its size, its name, and the data.
pub(super) fn message<S: Sink>(
    cx: &mut Cx<'_, S>,
    mut setup: Cursor<'_>,
    mut size: Cursor<'_>,
    name: (&str, Cursor<'_>),
    data: Option<Cursor<'_>>,
) -> Step {
    let (name, name_at) = name;
    let c = &mut setup;
    let at = c.span(usize::MAX);
    cx.protocol("SMB Mailslot");
    cx.info(|_| ());
    let item: Item = cx.at_top(|cx| cx.add(PROTO, at, Value::Bytes(at)));
    cx.at_top(|cx| {
        cx.under(item, |cx| -> Step {
            cx.u16_le(OPCODE, c)?;
            cx.u16_le(PRIORITY, c)?;
            cx.u16_le(CLASS, c)?;
            cx.u16_le(SIZE, &mut size)?;
            cx.add_bytes(NAME, name_at.span(name.len() + 1), name.as_bytes());
            Ok(())
        })
    })?;
    match data {
        Some(data) if name == BROWSE || name == LANMAN => cx.call(browser::ID, data),
        _ => Ok(()),
    }
}
