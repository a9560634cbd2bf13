//! The headers of IPsec: authentication (RFC 4302) and encapsulation (RFC 4303), whose payload is enciphered.

/// The authentication header.
pub mod ah {
    use requin_wire::{AddrKind, Cursor, Cx, Sink, Step, Stop, proto};

    proto! {
        AH "ah" "Authentication Header" "AH" Network
        on [IpProto 51]
        fields {
            NEXT_HEADER "ah.next_header" "Next header": U8 Dec = super::super::PROTOCOLS;
            LENGTH "ah.length" "Length": U8 Dec;
            RESERVED "ah.reserved" "Reserved": Bytes;
            SPI "ah.spi" "AH SPI": U32 Hex;
            SEQUENCE "ah.sequence" "AH Sequence": U32 Dec;
            ICV "ah.icv" "AH ICV": Bytes;
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("AH");
        cx.info_clear();
        let h = c.peek_array::<12>()?;
        let (next, bytes) = (h[0], (usize::from(h[1]) + 2) * 4);
        let spi = u32::from_be_bytes([h[4], h[5], h[6], h[7]]);
        cx.info(|o| _ = o.s("AH (SPI=").hex(spi, 8).s(")"));
        cx.proto_len(bytes);
        cx.field(NEXT_HEADER, &mut c, 1)?;
        let item = cx.field(LENGTH, &mut c, 1)?;
        cx.append(item, |o| _ = o.s(" (").u(bytes as u64).s(" bytes)"));
        cx.field(RESERVED, &mut c, 2)?;
        cx.field(SPI, &mut c, 4)?;
        cx.field(SEQUENCE, &mut c, 4)?;
        let icv = bytes.checked_sub(12).ok_or(Stop::Malformed)?;
        if icv > 0 {
            cx.field(ICV, &mut c, icv)?;
        }
        if cx.out.columns.src.kind == AddrKind::Ipv6 {
            return super::super::ipv6::chain(cx, next, c, false);
        }
        if cx.dispatch(requin_wire::Table::IpProto, u32::from(next), c)? {
            return Ok(());
        }
        if c.is_empty() { Ok(()) } else { cx.call(crate::meta::data::ID, c) }
    }
}

/// The encapsulating security payload.
pub mod esp {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        ESP "esp" "Encapsulating Security Payload" "ESP" Network
        on [IpProto 50]
        fields {
            SPI "esp.spi" "ESP SPI": U32 HexDec;
            SEQUENCE "esp.sequence" "ESP Sequence": U32 Dec;
            EXPECTED_SN "esp.sequence-analysis.expected-sn" "Expected SN": U32 Dec;
            PREVIOUS_FRAME "esp.sequence-analysis.previous-frame" "Previous Frame": Framenum;
        }
        experts {
            WRONG_SEQUENCE "esp.sequence-analysis.wrong-sequence-number" Warn Sequence "Wrong Sequence Number";
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("ESP");
        cx.info_clear();
        let spi = c.peek_u32(0)?;
        cx.info(|o| _ = o.s("ESP (SPI=").hex(spi, 8).s(")"));
        cx.field(SPI, &mut c, 4)?;
        cx.field(SEQUENCE, &mut c, 4)?;
        Ok(())
    }
}
