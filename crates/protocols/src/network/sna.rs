//! Systems Network Architecture: transmission headers of formats 0, 1, 2 and 3, and request headers.

use crate::common::run;
use requin_wire::Out;
use requin_wire::{Cursor, Cx, Names, Sink, Step, Value, names, proto};

proto! {
    SNA "sna" "Systems Network Architecture" "SNA" App
    on [Llc 0x04, Llc 0x08, Llc 0x0c, Llc 0x40, Llc 0xc8, Ppp 0x004d]
    fields {
        TH "sna.th" "Transmission Header": None;
        TH_0 "sna.th.0" "Transmission Header Byte 0": U8 Hex;
        TH_FID "sna.th.fid" "Format Identifier": U8 Hex & 0xf0 = TH_FID_NAMES;
        TH_MPF "sna.th.mpf" "Mapping Field": U8 Dec & 0xc = TH_MPF_NAMES;
        TH_ODAI "sna.th.odai" "ODAI Assignment Indicator": U8 Dec & 0x2;
        TH_EFI "sna.th.efi" "Expedited Flow Indicator": U8 Dec & 0x1 = TH_EFI_NAMES;
        TH_DAF "sna.th.daf" "Destination Address Field": U16 Hex;
        TH_OAF "sna.th.oaf" "Origin Address Field": U16 Hex;
        TH_SNF "sna.th.snf" "Sequence Number Field": U16 Dec;
        TH_DCF "sna.th.dcf" "Data Count Field": U16 Dec;
        TH_LSID "sna.th.lsid" "Local Session Identification": U8 Hex;
        RH "sna.rh" "Request/Response Header": None;
        RH_0 "sna.rh.0" "Request/Response Header Byte 0": U8 Hex;
        RH_1 "sna.rh.1" "Request/Response Header Byte 1": U8 Hex;
        RH_2 "sna.rh.2" "Request/Response Header Byte 2": U8 Hex;
        RH_RRI "sna.rh.rri" "Request/Response Indicator": U8 Dec & 0x80 = RH_RRI_NAMES;
        RH_RU_CATEGORY "sna.rh.ru_category" "Request/Response Unit Category": U8 Hex & 0x60 = RH_RU_CATEGORY_NAMES;
        RH_FI "sna.rh.fi" "Format Indicator": Bool(8) & 0x8 = Names::Bools("FM Header", "No FM Header");
        RH_SDI "sna.rh.sdi" "Sense Data Included": Bool(8) & 0x4 = Names::Bools("Included", "Not included");
        RH_BCI "sna.rh.bci" "Begin Chain Indicator": Bool(8) & 0x2 = Names::Bools("First in Chain", "Not First in Chain");
        RH_ECI "sna.rh.eci" "End Chain Indicator": Bool(8) & 0x1 = Names::Bools("Last in Chain", "Not Last in Chain");
        RH_DR1 "sna.rh.dr1" "Definite Response 1 Indicator": Bool(8) & 0x80;
        RH_LCCI "sna.rh.lcci" "Length-Checked Compression Indicator": Bool(8) & 0x40 = Names::Bools("Compressed", "Not Compressed");
        RH_DR2 "sna.rh.dr2" "Definite Response 2 Indicator": Bool(8) & 0x20;
        RH_RTI "sna.rh.rti" "Response Type Indicator": Bool(8) & 0x10 = Names::Bools("Negative", "Positive");
        RH_RLWI "sna.rh.rlwi" "Request Larger Window Indicator": Bool(8) & 0x4;
        RH_QRI "sna.rh.qri" "Queued Response Indicator": Bool(8) & 0x2 = Names::Bools("Enqueue response in TC queues", "Response bypasses TC queues");
        RH_PI "sna.rh.pi" "Pacing Indicator": Bool(8) & 0x1;
        RH_BBI "sna.rh.bbi" "Begin Bracket Indicator": Bool(8) & 0x80;
        RH_EBI "sna.rh.ebi" "End Bracket Indicator": Bool(8) & 0x40;
        RH_CDI "sna.rh.cdi" "Change Direction Indicator": Bool(8) & 0x20;
        RH_CSI "sna.rh.csi" "Code Selection Indicator": U8 Dec & 0x8 = RH_CSI_NAMES;
        RH_EDI "sna.rh.edi" "Enciphered Data Indicator": Bool(8) & 0x4;
        RH_PDI "sna.rh.pdi" "Padded Data Indicator": Bool(8) & 0x2;
        RH_CEBI "sna.rh.cebi" "Conditional End Bracket Indicator": Bool(8) & 0x1;
        RESERVED "sna.reserved" "Reserved": Bytes;
    }
}

names! {
    TH_FID_NAMES {
        0 => "SNA device <--> Non-SNA Device",
        1 => "Subarea Nodes, without ER or VR",
        2 => "Subarea Node <--> PU2",
        3 => "Subarea Node or SNA host <--> Subarea Node",
        4 => "Subarea Nodes, supporting ER and VR",
        5 => "HPR RTP endpoint nodes",
        10 => "HPR NLP Frame Routing",
        11 => "HPR NLP Frame Routing",
        12 => "HPR NLP Automatic Network Routing",
        13 => "HPR NLP Automatic Network Routing",
        15 => "Adjacent Subarea Nodes, supporting ER and VR",
    }
    TH_MPF_NAMES {
        0 => "Middle segment of a BIU",
        1 => "Last segment of a BIU",
        2 => "First segment of a BIU",
        3 => "Whole BIU",
    }
    TH_EFI_NAMES {
        0 => "Normal Flow",
        1 => "Expedited Flow",
    }
    RH_RRI_NAMES {
        0 => "Request",
        1 => "Response",
    }
    RH_RU_CATEGORY_NAMES {
        0 => "Function Management Data (FMD)",
        1 => "Network Control (NC)",
        2 => "Data Flow Control (DFC)",
        3 => "Session Control (SC)",
    }
    RH_CSI_NAMES {
        0 => "EBCDIC",
        1 => "ASCII",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let first = c.peek_u8(0)?;
    let format = first >> 4;
    cx.protocol("SNA");
    cx.info(|o| _ = o.s(TH_FID_NAMES.or(u64::from(format), "Unknown Format Identifier")));
    let len = match format {
        0 | 1 => 10,
        2 => 6,
        3 => 2,
        // What follows is data of a network that this doesn't read.
        _ => return cx.call(crate::meta::data::ID, c),
    };
    let item = cx.add(TH, c.span(len), Value::None);
    cx.under(item, |cx| -> Step {
        let bits: &[_] =
            if format == 2 { &[TH_FID, TH_MPF, TH_ODAI, TH_EFI] } else { &[TH_FID, TH_MPF, TH_EFI] };
        cx.flags(TH_0, &mut c, 1, bits)?;
        if format == 3 {
            return cx.field(TH_LSID, &mut c, 1).map(|_| ());
        }
        cx.bytes(RESERVED, &mut c, 1)?;
        let n = if format == 2 { 1 } else { 2 };
        let (to, from) = (c.peek_bytes(0, n)?, c.peek_bytes(n, n)?);
        let write = |b: &[u8], o: &mut Out<'_>| _ = o.hex_bytes(b, 0);
        cx.addresses_text(|o| write(from, o), |o| write(to, o));
        run(cx, &mut c, &[(TH_DAF, n), (TH_OAF, n), (TH_SNF, 2)])?;
        if format < 2 {
            cx.field(TH_DCF, &mut c, 2)?;
        }
        Ok(())
    })?;
    // Only the first segment has a header of its own, or where nobody says which one it is.
    let first_segment = format < 2 || first & 8 != 0;
    if first_segment {
        header(cx, &mut c)?;
    }
    if c.is_empty() { Ok(()) } else { cx.call(crate::meta::data::ID, c) }
}

/// A request's or response's header.
fn header<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let response = c.peek_u8(0)? & 0x80 != 0;
    let item = cx.add(RH, c.span(3), Value::None);
    cx.under(item, |cx| -> Step {
        cx.flags(RH_0, c, 1, &[RH_RRI, RH_RU_CATEGORY, RH_FI, RH_SDI, RH_BCI, RH_ECI])?;
        if response {
            cx.flags(RH_1, c, 1, &[RH_DR1, RH_DR2, RH_RTI, RH_QRI, RH_PI])?;
            cx.field(RH_2, c, 1)?;
        } else {
            cx.flags(RH_1, c, 1, &[RH_DR1, RH_LCCI, RH_DR2, RH_RTI, RH_RLWI, RH_QRI, RH_PI])?;
            cx.flags(RH_2, c, 1, &[RH_BBI, RH_EBI, RH_CDI, RH_CSI, RH_EDI, RH_PDI, RH_CEBI])?;
        }
        Ok(())
    })
}
