//! SAIA Ether-S-I/O: data between controllers and their remote inputs and outputs.

use crate::common::run;
use requin_wire::{Cursor, Cx, Sink, Step, Stop, names, proto};

proto! {
    ESIO "esio" "SAIA Ether-S-I/O protocol" "ESIO" App
    on [Udp 6060]
    fields {
        TYPE "esio.type" "Telegram type": U16 Hex = TYPE_NAMES;
        VERS "esio.vers" "Version": U16 Dec;
        LEN "esio.len" "Length (bytes)": U16 Dec;
        TRANSACTION_ID "esio.transaction_id" "Transaction ID": U16 Dec;
        SRC_STN_ID "esio.src_stn_id" "Source station ID": U32 Dec;
        TRANSFER_TLG_ID "esio.transfer.tlg_id" "Telegram ID": U32 Dec;
        DATA_NBR "esio.data.nbr" "Nbr. of data transfers": U8 Dec;
        DATA_FLAGS "esio.data.flags" "Transfer header flags": U8 Hex;
        DATA_TRANSFER_ID "esio.data.transfer_id" "Data transfer ID": U32 Dec;
        DATA_DESTINATION_ID "esio.data.destination_id" "Data destination ID": U32 Dec;
        DATA_LENGTH "esio.data.length" "Data transfer length": U16 Dec;
        DATA "esio.data" "Data": U8 Dec;
        STS_TYPE "esio.sts.type" "Status type": U16 Hex = STS_TYPE_NAMES;
        STS_LENGTH "esio.sts.length" "Status length (bytes)": U16 Dec;
        STS_RIO_STS "esio.sts.rio_sts" "RIO status": U8 Dec;
        STS_RIO_LOST_TLG "esio.sts.rio_lost_tlg" "Lost telegrams to RIO": U8 Dec;
        STS_RIO_DIAG "esio.sts.rio_diag" "RIO diagnostics": U8 Dec;
        STS_RIO_FLAGS "esio.sts.rio_flags" "RIO flags": U8 Hex;
    }
    experts {
        TELEGRAM_LOST "esio.telegram_lost" Note Sequence "Telegram(s) lost";
    }
}

names! {
    TYPE_NAMES { 0 => "Reserved", 1 => "Data transfer telegram", 2 => "Status/Diag telegram" }
    STS_TYPE_NAMES { 0 => "None", 1 => "RIO status" }
}

const MARK: &[u8] = b"ESIO";
const DATA_TELEGRAM: u16 = 1;
const STATUS_TELEGRAM: u16 = 2;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if c.peek_bytes(0, 4).map_err(|_| Stop::NotMine)? != MARK {
        return Err(Stop::NotMine);
    }
    let kind = c.peek_u16(4).map_err(|_| Stop::NotMine)?;
    if !matches!(kind, DATA_TELEGRAM | STATUS_TELEGRAM) {
        return Err(Stop::NotMine);
    }
    cx.protocol("ESIO");
    let line = cx.line(c.span(12), |o| _ = o.s("Ether-S-I/O header"));
    c.skip(4)?;
    cx.under(line, |cx| run(cx, &mut c, &[(TYPE, 2), (VERS, 2), (LEN, 2), (TRANSACTION_ID, 2)]))?;
    if kind == STATUS_TELEGRAM { status(cx, &mut c) } else { transfers(cx, &mut c) }
}

fn transfers<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (source, n) = (c.peek_u32(4)?, c.peek_u8(8)?);
    let line = cx.line(c.span(10), |o| _ = o.s("Transfer header"));
    cx.under(line, |cx| {
        run(cx, c, &[(TRANSFER_TLG_ID, 4), (SRC_STN_ID, 4), (DATA_NBR, 1), (DATA_FLAGS, 1)])
    })?;
    cx.info(|o| _ = o.s("Data transfer: Src ID: ").u(source).s(", Dst ID(s): "));
    for i in 0..n {
        let (to, len) = (c.peek_u32(4)?, usize::from(c.peek_u16(8)?));
        if i == 0 {
            cx.info_add(|o| _ = o.u(to).s(" "));
        }
        let line = cx.line(c.span(10 + len), |o| _ = o.s("Data transfer to ID: ").u(to).s(" "));
        cx.under(line, |cx| {
            run(cx, c, &[(DATA_TRANSFER_ID, 4), (DATA_DESTINATION_ID, 4), (DATA_LENGTH, 2)])?;
            let line = cx.line(c.span(len), |o| _ = o.s("Data bytes "));
            let mut bytes = c.take_all(len)?;
            cx.under(line, |cx| -> Step {
                while !bytes.is_empty() {
                    cx.u8(DATA, &mut bytes)?;
                }
                Ok(())
            })
        })?;
    }
    if n > 1 {
        cx.info_add(|o| _ = o.s("..."));
    }
    Ok(())
}

fn status<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    run(cx, c, &[(STS_TYPE, 2), (STS_LENGTH, 2)])?;
    let source = cx.u32(SRC_STN_ID, c)?;
    cx.info(|o| _ = o.s("Status/diag telegram: Src ID: ").u(source));
    cx.u8(STS_RIO_STS, c)?;
    let lost = c.peek_u8(0)?;
    let item = cx.field(STS_RIO_LOST_TLG, c, 1)?;
    if lost > 0 {
        cx.expert(TELEGRAM_LOST, item, c.span(0));
    }
    run(cx, c, &[(STS_RIO_DIAG, 1), (STS_RIO_FLAGS, 1)])
}
