//! IPMI over RMCP: the session's wrapper, and commands of the management bus (IPMI 2.0, sections 13.6 and 13.8).

/// The wrapper of IPMI 1.5 (and the type of RMCP+).
pub mod session {
    use requin_wire::{Cursor, Cx, Sink, Step, names, proto};

    proto! {
        IPMI_SESSION "ipmi_session" "Intelligent Platform Management Interface (Session Wrapper)" "IPMI Session" App
        on []
        fields {
        AUTHTYPE "ipmi_session.authtype" "Authentication Type": U8 Hex = AUTHTYPE_NAMES;
        SEQUENCE "ipmi_session.sequence" "Session Sequence Number": U32 Hex;
        ID_2 "ipmi_session.id" "Session ID": U32 Hex;
        MSG_LEN "ipmi_session.msg.len" "Message Length": U8 Dec;
        }
    }

    names! {
        AUTHTYPE_NAMES {
            0 => "NONE", 1 => "MD2", 2 => "MD5", 4 => "PASSWORD", 5 => "OEM", 6 => "RMCP+",
        }
    }

    /// No authentication: no code stands in the wrapper.
    const NONE: u8 = 0;
    /// The authentication type that says RMCP+.
    const PLUS: u8 = 6;

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        let kind = c.peek_u8(0)? & 0x0f;
        if kind == PLUS {
            return cx.instead(crate::meta::data::ID, c);
        }
        let session = requin_wire::le(c.peek_bytes(5, 4)?);
        cx.protocol("IPMB");
        cx.info(|o| _ = o.s("Session ID ").hex(session, 1));
        let me = cx.proto_item();
        cx.label(me, |o| _ = o.s("IPMI v1.5 Session Wrapper, session ID ").hex(session, 1));
        let start = c;
        cx.u8(AUTHTYPE, &mut c)?;
        cx.u32_le(SEQUENCE, &mut c)?;
        cx.u32_le(ID_2, &mut c)?;
        if kind != NONE {
            // An authentication code.
            c.skip(16)?;
        }
        let len = cx.u8(MSG_LEN, &mut c)?;
        cx.proto_len(start.left() - c.left() + usize::from(len));
        if len == 0 {
            return Ok(());
        }
        cx.call(super::bus::ID, c.take_all(usize::from(len))?)
    }
}

/// Messages of the bus.
pub mod bus {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        IPMB "ipmb" "Intelligent Platform Management Bus" "IPMB" App
        on []
        fields {
            BUS_COMMAND_DATA "ipmi.bus_command_data" "Bus command data": Bytes;
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("IPMB");
        let (all, n) = (c, c.left());
        cx.bytes(BUS_COMMAND_DATA, &mut c, n)?;
        cx.call(crate::meta::data::ID, all)
    }
}
