//! OICQ, the protocol of Tencent's QQ.

use requin_wire::{Cursor, Cx, Sink, Step, Stop, names, proto};

proto! {
    OICQ "oicq" "OICQ - IM software, popular in China" "OICQ" App
    on [Udp 8000]
    fields {
        FLAG "oicq.flag" "Flag": U8 Hex = FLAG_NAMES;
        VERSION "oicq.version" "Version": U16 Hex;
        COMMAND "oicq.command" "Command": U16 Dec = COMMAND_NAMES;
        SEQ "oicq.seq" "Sequence": U16 Dec;
        QQID "oicq.qqid" "Data(OICQ Number,if sender is client)": U32 Dec;
        DATA "oicq.data" "Data": Str;
    }
}

names! {
    FLAG_NAMES {
        2 => "Oicq packet",
    }
    COMMAND_NAMES {
        1 => "Log out", 2 => "Heart Message", 4 => "Update User information", 5 => "Search user",
        6 => "Get User informationBroadcast", 9 => "Add friend no auth", 10 => "Delete user",
        11 => "Add friend by auth", 13 => "Set status", 18 => "Confirmation of receiving message from server",
        22 => "Send message", 23 => "Receive message", 24 => "Retrieve information", 26 => "Reserved ",
        28 => "Delete Me", 29 => "Request KEY", 33 => "Cell Phone", 34 => "Log in", 38 => "Get friend list",
        39 => "Get friend online", 41 => "Cell PHONE", 48 => "Operation on group", 49 => "Log in test",
        60 => "Group name operation", 61 => "Upload group friend", 62 => "MEMO Operation",
        88 => "Download group friend", 92 => "Get level", 98 => "Request login", 101 => "Request extra information",
        103 => "Signature operation", 128 => "Receive system message", 129 => "Get status of friend",
        181 => "Get friend's status of group", 1015 => "Withdraw message",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let known = |c: &Cursor<'_>| -> Result<bool, Stop> {
        let flag = FLAG_NAMES.find(c.peek_u8(0)?.into());
        Ok(flag.is_some() && COMMAND_NAMES.find(c.peek_u16(3)?.into()).is_some())
    };
    match known(&c) {
        Ok(true) => (),
        Ok(false) => return Err(Stop::NotMine),
        Err(stop) => {
            cx.drop_node();
            return Err(stop);
        }
    }
    cx.protocol("OICQ");
    cx.info(|o| _ = o.s("OICQ Protocol "));
    cx.u8(FLAG, &mut c)?;
    cx.u16(VERSION, &mut c)?;
    cx.u16(COMMAND, &mut c)?;
    cx.u16(SEQ, &mut c)?;
    cx.u32(QQID, &mut c)?;
    let n = c.left();
    c.peek_u8(0)?;
    cx.bytes(DATA, &mut c, n).map(|_| ())
}
