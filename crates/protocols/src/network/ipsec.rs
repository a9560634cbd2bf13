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
    use requin_wire::{Cursor, Cx, Key, Past, Sink, Step, Value, proto};

    proto! {
        ESP "esp" "Encapsulating Security Payload" "ESP" Network
        on [IpProto 50]
        remember [remember] for [EXPECTED_SN, PREVIOUS_FRAME, WRONG_SEQUENCE]
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

    /// Notes the packet before when this one doesn't follow it. An association is one of a receiver (RFC 4301 section 4.1).
    fn remember(past: &mut Past<'_>, p: &[u8]) {
        let Some([spi, sequence]) = p.as_chunks::<4>().0.first_chunk::<2>() else { return };
        let key = Key::here(0).and(spi).at(&past.now.dst, 0);
        let number = u32::from_be_bytes(*sequence);
        if let Some(before) = past.get(&key)
            && u64::from(number) != before.number() + 1
        {
            past.note(u32::from_be_bytes(*spi).into(), &before);
        }
        past.set_number(&key, number.into());
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
        cx.protocol("ESP");
        cx.aside(&c);
        cx.info_clear();
        let spi = c.peek_u32(0)?;
        cx.info(|o| _ = o.s("ESP (SPI=").hex(spi, 8).s(")"));
        cx.field(SPI, &mut c, 4)?;
        let at = c.span(4);
        let sequence = u64::from(c.peek_u32(0)?);
        cx.field(SEQUENCE, &mut c, 4)?;
        if let Some(before) = cx.recalled(spi.into()) {
            let expected = before.number() + 1;
            let item = cx.generated(EXPECTED_SN, at, Value::U(expected));
            cx.expert_with(WRONG_SEQUENCE, item, at, |o| {
                o.s("Wrong Sequence Number for SPI ").x(spi, 8).s(" - ");
                if expected > sequence {
                    o.u(expected - sequence).s(" less than expected");
                } else {
                    o.u(sequence - expected).s(" missing");
                }
            });
            cx.generated(PREVIOUS_FRAME, at, Value::U(before.frame));
        }
        Ok(())
    }
}
