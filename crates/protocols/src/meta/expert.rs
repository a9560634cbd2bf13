//! Expert items: what dissectors remark. Never called; [`Cx::expert`](requin_wire::Cx::expert) adds the fields.

use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

proto! {
    WS_EXPERT "_ws.expert" "Expert Info" "Expert" App
    on []
    fields {
        MESSAGE "_ws.expert.message" "Message": Str;
        SEVERITY "_ws.expert.severity" "Severity level": U32 None = SEVERITIES;
        GROUP "_ws.expert.group" "Group": U32 None = GROUPS;
    }
}

names! {
    SEVERITIES {
        0x0010_0000 => "Comment", 0x0020_0000 => "Chat", 0x0040_0000 => "Note", 0x0060_0000 => "Warning",
        0x0080_0000 => "Error",
    }
    GROUPS {
        0x0100_0000 => "Checksum", 0x0200_0000 => "Sequence", 0x0300_0000 => "Response", 0x0400_0000 => "Request",
        0x0500_0000 => "Undecoded", 0x0600_0000 => "Reassemble", 0x0700_0000 => "Malformed", 0x0800_0000 => "Debug",
        0x0900_0000 => "Protocol", 0x0a00_0000 => "Security", 0x0b00_0000 => "Comment", 0x0c00_0000 => "Decryption",
        0x0d00_0000 => "Assumption", 0x0e00_0000 => "Deprecated",
    }
}

fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Ok(())
}
