//! Distributed Relational Database Architecture (DB2): its messages and their parameters.

use super::{drda_names, ebcdic};
use requin_wire::{Cursor, Cx, Field, Names, Pdu, Ports, Sink, Step, names, proto};

proto! {
    DRDA "drda" "DRDA" "DRDA" App
    on []
    looks_like [Tcp accepts]
    frames sized [frames]
    fields {
        LENGTH "drda.ddm.length" "Length": U16 Dec;
        DDMID "drda.ddm.ddmid" "Magic": U8 Hex;
        FORMAT "drda.ddm.format" "Format": U8 Hex;
        FMT_BIT0 "drda.ddm.fmt.bit0" "Reserved": Bool(8) & 0x80 = Names::Bools("Set", "Not set");
        FMT_BIT1 "drda.ddm.fmt.bit1" "Chained": Bool(8) & 0x40 = Names::Bools("Set", "Not set");
        FMT_BIT2 "drda.ddm.fmt.bit2" "Continue": Bool(8) & 0x20 = Names::Bools("Set", "Not set");
        FMT_BIT3 "drda.ddm.fmt.bit3" "Same correlation": Bool(8) & 0x10 = Names::Bools("Set", "Not set");
        FMT_DSSTYP "drda.ddm.fmt.dsstyp" "DSS type": U8 Dec & 0xf = FMT_DSSTYP_NAMES;
        RQSCRR "drda.ddm.rqscrr" "CorrelId": U16 Dec;
        LENGTH2 "drda.ddm.length2" "Length2": U16 Dec;
        CODEPOINT "drda.ddm.codepoint" "Code point": U16 Hex = CODEPOINT_NAMES;
        PARAM_LENGTH "drda.param.length" "Length": U16 Dec;
        PARAM_CODEPOINT "drda.param.codepoint" "Code point": U16 Hex = CODEPOINT_NAMES;
        PARAM_DATA "drda.param.data" "Data (ASCII)": Str;
        PARAM_DATA_EBCDIC "drda.param.data.ebcdic" "Data (EBCDIC)": Str;
        STATEMENT "drda.sqlstatement" "SQL statement (ASCII)": Str;
        STATEMENT_EBCDIC "drda.sqlstatement.ebcdic" "SQL statement (EBCDIC)": Str;
    }
}

names! {
    FMT_DSSTYP_NAMES {
        1 => "RQSDSS",
        2 => "RPYDSS",
        3 => "OBJDSS",
        4 => "CMNDSS",
        5 => "NORPYDSS",
    }
    CODEPOINT_NAMES {
        0 => "DATA",
        12 => "CODPNT",
        16 => "FDODSC",
        47 => "TYPDEFNAM",
        53 => "TYPDEFOVR",
        100 => "CODPNTDR",
        4161 => "EXCSAT",
        4181 => "SYNCCTL",
        4201 => "SYNCRSY",
        4205 => "ACCSEC",
        4206 => "SECCHK",
        4207 => "SYNCLOG",
        4383 => "RSCTYP",
        4391 => "RSNCOD",
        4397 => "RSCNAM",
        4398 => "PRDID",
        4415 => "PRCCNVCD",
        4420 => "VRSNAM",
        4423 => "SRVCLSNM",
        4425 => "SVRCOD",
        4426 => "SYNERRCD",
        4435 => "SRVDGN",
        4442 => "SRVRLSLV",
        4445 => "SPVNAM",
        4446 => "EXTNAM",
        4461 => "SRVNAM",
        4502 => "SECMGRNM",
        4507 => "DEPERRCD",
        4508 => "CCSIDSBC",
        4509 => "CCSIDDBC",
        4510 => "CCSIDMBC",
        4512 => "USRID",
        4513 => "PASSWORD",
        4514 => "SECMEC",
        4516 => "SECCHKCD",
        4532 => "SVCERRNO",
        4572 => "SECTKN",
        4574 => "NEWPASSWORD",
        4624 => "MGRLVLRM",
        4632 => "MGRDEPRM",
        4633 => "SECCHKRM",
        4636 => "CMDATHRM",
        4658 => "AGNPRMRM",
        4659 => "RSCLMTRM",
        4677 => "PRCCNVRM",
        4683 => "CMDCMPRM",
        4684 => "SYNTAXRM",
        4688 => "CMDNSPRM",
        4689 => "PRMNSPRM",
        4690 => "VALNSPRM",
        4691 => "OBJNSPRM",
        4692 => "CMDCHKRM",
        4703 => "TRGNSPRM",
        5123 => "AGENT",
        5124 => "MGRLVLLS",
        5180 => "SUPERVISOR",
        5184 => "SECMGR",
        5187 => "EXCSATRD",
        5188 => "CMNAPPC",
        5208 => "DICTIONARY",
        5235 => "MGRLVLN",
        5236 => "CMNTCPIP",
        5242 => "FDODTA",
        5244 => "CMNSYNCPT",
        5292 => "ACCSECRD",
        5312 => "SYNCPTMGR",
        5313 => "RSYNCMGR",
        5324 => "CCSIDMGR",
        6400 => "MONITOR",
        7168 => "MONITORRD",
        7169 => "XAMGR",
        8193 => "ACCRDB",
        8194 => "BGNBND",
        8196 => "BNDSQLSTT",
        8197 => "CLSQRY",
        8198 => "CNTQRY",
        8199 => "DRPPKG",
        8200 => "DSCSQLSTT",
        8201 => "ENDBND",
        8202 => "EXCSQLIMM",
        8203 => "EXCSQLSTT",
        8204 => "OPNQRY",
        8205 => "PRPSQLSTT",
        8206 => "RDBCMM",
        8207 => "RDBRLLBCK",
        8208 => "REBIND",
        8210 => "DSCRDBTBL",
        8212 => "EXCSQLSET",
        8449 => "DSCERRCD",
        8450 => "QRYPRCTYP",
        8451 => "RDBINTTKN",
        8452 => "PRDDTA",
        8453 => "RDBCMTOK",
        8456 => "RDBCOLID",
        8457 => "PKGID",
        8461 => "PKGCNSTKN",
        8462 => "RTNSETSTT",
        8463 => "RDBACCCL",
        8464 => "RDBNAM",
        8465 => "OUTEXP",
        8466 => "PKGNAMCT",
        8467 => "PKGNAMCSN",
        8468 => "QRYBLKSZ",
        8469 => "UOWDSP",
        8470 => "RTNSQLDA",
        8474 => "RDBALWUPD",
        8479 => "SQLCSRHLD",
        8480 => "STTSTRDEL",
        8481 => "STTDECDEL",
        8485 => "PKGDFTCST",
        8498 => "QRYBLKCTL",
        8501 => "CRRTKN",
        8504 => "PRCNAM",
        8505 => "PKGSNLST",
        8506 => "NBRROW",
        8507 => "TRGDFTRT",
        8508 => "QRYRELSCR",
        8509 => "QRYROWNBR",
        8510 => "QRYRFRTBL",
        8512 => "MAXRSLCNT",
        8513 => "MAXBLKEXT",
        8514 => "RSLSETFLG",
        8518 => "TYPSQLDA",
        8519 => "OUTOVROPT",
        8520 => "RTNEXTDTA",
        8521 => "QRYATTSCR",
        8528 => "QRYATTUPD",
        8530 => "QRYSCRORN",
        8531 => "QRYROWSNS",
        8532 => "QRYBLKRST",
        8533 => "QRYRTNDTA",
        8534 => "QRYROWSET",
        8535 => "QRYATTSNS",
        8539 => "QRYINSID",
        8541 => "QRYCLSIMP",
        8542 => "QRYCLSRLS",
        8543 => "QRYOPTVAL",
        8544 => "DIAGLVL",
        8705 => "ACCRDBRM",
        8706 => "QRYNOPRM",
        8708 => "RDBNACRM",
        8709 => "OPNQRYRM",
        8710 => "PKGBNARM",
        8711 => "RDBACCRM",
        8712 => "BGNBNDRM",
        8713 => "PKGBPARM",
        8714 => "DSCINVRM",
        8715 => "ENDQRYRM",
        8716 => "ENDUOWRM",
        8717 => "ABNUOWRM",
        8718 => "DTAMCHRM",
        8719 => "QRYPOPRM",
        8721 => "RDBNFNRM",
        8722 => "OPNQFLRM",
        8723 => "SQLERRRM",
        8728 => "RDBUPDRM",
        8729 => "RSLSETRM",
        8730 => "RDBAFLRM",
        8733 => "CMDVLTRM",
        8741 => "CMMRQSRM",
        8907 => "RDBATHRM",
        9223 => "SQLAM",
        9224 => "SQLCARD",
        9227 => "SQLCINRD",
        9230 => "SQLRSLRD",
        9231 => "RDB",
        9232 => "FRCFIXROW",
        9233 => "SQLDARD",
        9234 => "SQLDTA",
        9235 => "SQLDTARD",
        9236 => "SQLSTT",
        9237 => "OUTOVR",
        9239 => "LMTBLKPRC",
        9240 => "FIXROWPRC",
        9241 => "SQLSTTVRB",
        9242 => "QRYDSC",
        9243 => "QRYDTA",
        9296 => "SQLATTR",
    }
}

const HEAD: usize = 10;
const MAGIC: u8 = 0xd0;
/// A statement of SQL.
const SQLSTT: u64 = 0x2414;
/// Where a text would follow.
const NOTHING: u8 = 0xff;

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    c.peek_array::<HEAD>().is_ok_and(|h| {
        let len = u16::from_be_bytes([h[0], h[1]]);
        let inner = u16::from_be_bytes([h[6], h[7]]);
        h[2] == MAGIC && len >= HEAD as u16 && inner.wrapping_add(6) == len
    })
}

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [a, b, MAGIC, ..] => Pdu::Len(usize::from(u16::from_be_bytes([*a, *b])).max(HEAD)),
        _ if bytes.len() < 3 => Pdu::More(HEAD),
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let h = *c.peek_array::<HEAD>()?;
    if h[2] != MAGIC {
        return Err(requin_wire::Stop::NotMine);
    }
    cx.protocol("DRDA");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let kind = u64::from(u16::from_be_bytes([h[8], h[9]]));
    let name = CODEPOINT_NAMES.or(kind, "Unknown");
    cx.info_sep(" | ", |o| _ = o.s(name));
    let mut one = c.take(usize::from(u16::from_be_bytes([h[0], h[1]])).max(HEAD));
    cx.proto_len(one.left());
    cx.proto_append(|o| _ = o.s(" (").s(drda_names::TITLES.or(kind, "Unknown")).s(")"));
    let item = cx.line(one.span(HEAD), |o| _ = o.s("DDM (").s(name).s(")"));
    cx.under(item, |cx| -> Step {
        cx.u16(LENGTH, &mut one)?;
        cx.u8(DDMID, &mut one)?;
        let bits = [FMT_BIT0, FMT_BIT1, FMT_BIT2, FMT_BIT3, FMT_DSSTYP];
        crate::common::named_flags(cx, FORMAT, &mut one, 1, &bits)?;
        cx.u16(RQSCRR, &mut one)?;
        cx.u16(LENGTH2, &mut one)?;
        cx.u16(CODEPOINT, &mut one)?;
        Ok(())
    })?;
    let whole = one;
    while one.left() >= 4 {
        // Data begin with a length of zero: they are all that is left.
        let len = match usize::from(one.peek_u16(0)?) {
            0 => one.left(),
            n => n.max(4),
        };
        parameter(cx, one.take(len))?;
    }
    if kind == SQLSTT {
        statement(cx, whole)?
    }
    if c.left() >= HEAD { cx.next_pdu(ID, c) } else { Ok(()) }
}

/// A parameter: a length, what it is, and bytes that may be text of either kind.
fn parameter<S: Sink>(cx: &mut Cx<'_, S>, mut p: Cursor<'_>) -> Step {
    let title = drda_names::TITLES.or(u64::from(p.peek_u16(2)?), "Unknown");
    let item = cx.line(p.span(usize::MAX), |o| _ = o.s("Parameter (").s(title).s(")"));
    cx.under(item, |cx| -> Step {
        cx.u16(PARAM_LENGTH, &mut p)?;
        cx.u16(PARAM_CODEPOINT, &mut p)?;
        if p.left() > 0 {
            both(cx, PARAM_DATA, PARAM_DATA_EBCDIC, p);
        }
        Ok(())
    })
}

/// The statement of SQL, behind the zeros that stand for a parameter's head.
fn statement<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    c.skip(4)?;
    if c.is_empty() {
        return Ok(());
    }
    let at = c.span(usize::MAX);
    // A mark that no other text follows is none of it.
    let text = c.rest();
    let text = text.strip_suffix(&[NOTHING]).unwrap_or(text);
    cx.add_bytes(STATEMENT, at, ended(text));
    cx.add_str(STATEMENT_EBCDIC, at, |o| _ = o.s(&ebcdic::text(ended(c.rest()))));
    Ok(())
}

/// Bytes as text of both kinds.
fn both<S: Sink>(cx: &mut Cx<'_, S>, ascii: Field, field: Field, c: Cursor<'_>) {
    let (at, text) = (c.span(usize::MAX), ended(c.rest()));
    let item = cx.add_bytes(ascii, at, text);
    super::text::stray(cx, item, at, c.rest());
    cx.add_str(field, at, |o| _ = o.s(&ebcdic::text(text)));
}

/// A text up to a zero.
fn ended(bytes: &[u8]) -> &[u8] {
    bytes.split(|b| *b == 0).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_agree() {
        let h = [0, 14, MAGIC, 1, 0, 1, 0, 8, 0x10, 0x41, 0, 4, 0, 0];
        let accepts = |h: &[u8]| accepts(&Cursor::new(h, h.len(), 0), Ports::default());
        assert!(accepts(&h));
        assert!(!accepts(&h[1..]) && !accepts(&h[..9]));
        assert!(matches!(frames(&h, true, &[0; 2]), Pdu::Len(14)));
    }
}
