//! collectd's binary network protocol: parts of a type, a length and a value.

use requin_wire::{Cursor, Cx, Sink, Step, Stop, names, proto};

proto! {
    COLLECTD "collectd" "collectd network data" "collectd" App
    on [Udp 25826]
    fields {
        TYPE "collectd.type" "Type": U16 Hex = TYPE_NAMES;
        LEN "collectd.len" "Length": U16 Dec;
        DATA_HOST "collectd.data.host" "Host name": Str;
        DATA_PLUGIN "collectd.data.plugin" "Plugin": Str;
        DATA_PLUGIN_INST "collectd.data.plugin.inst" "Plugin instance": Str;
        DATA_TYPE "collectd.data.type" "Type": Str;
        DATA_TYPE_INST "collectd.data.type.inst" "Type instance": Str;
    }
}

names! {
    TYPE_NAMES {
        0 => "HOST",
        1 => "TIME",
        2 => "PLUGIN",
        3 => "PLUGIN_INSTANCE",
        4 => "TYPE",
        5 => "TYPE_INSTANCE",
        6 => "VALUES",
        7 => "INTERVAL",
        8 => "TIME_HR",
        9 => "INTERVAL_HR",
        256 => "MESSAGE",
        257 => "SEVERITY",
        512 => "SIGNATURE",
        528 => "ENCRYPTED_DATA",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("collectd");
    cx.info_clear();
    let (mut values, mut messages) = (0u32, 0u32);
    while c.left() >= 4 {
        let (kind, len) = (c.peek_u16(0)?, usize::from(c.peek_u16(2)?));
        if len < 4 {
            return Err(Stop::Malformed);
        }
        let mut part = c.take_all(len)?;
        let line = cx.line(part.span(len), |o| {
            o.s("collectd ").s(TYPE_NAMES.or(u64::from(kind), "UNKNOWN")).s(" segment");
        });
        values += u32::from(kind == 6);
        messages += u32::from(kind == 0x100);
        cx.under(line, |cx| -> Step {
            cx.u16(TYPE, &mut part)?;
            cx.u16(LEN, &mut part)?;
            let text = match kind {
                0 => Some(DATA_HOST),
                2 => Some(DATA_PLUGIN),
                3 => Some(DATA_PLUGIN_INST),
                4 => Some(DATA_TYPE),
                5 => Some(DATA_TYPE_INST),
                _ => None,
            };
            if let Some(field) = text {
                let n = part.left().saturating_sub(1);
                let bytes = cx.bytes(field, &mut part, n)?;
                if kind == 0 {
                    cx.info(|o| _ = o.s("Host=").text(bytes));
                }
            }
            Ok(())
        })?;
    }
    let plural = |n: u32| if n == 1 { "" } else { "s" };
    cx.info_add(|o| {
        o.s(", ").u(values).s(" value").s(plural(values)).s(" for ");
        o.u(messages).s(" message").s(plural(messages));
    });
    Ok(())
}
