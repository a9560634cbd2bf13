//! Financial Information eXchange: messages of tags and values.

use requin_wire::{Cursor, Cx, Field, Pdu, Ports, Sink, Step, Stop, Value, proto};

proto! {
    FIX "fix" "Financial Information eXchange Protocol" "FIX" App
    on []
    looks_like [Tcp accepts => [b'8'..=b'8']]
    frames sized [frames]
    fields {
        DATA "fix.data" "Continuation Data": Bytes;
        FIELD_TAG "fix.field.tag" "Field Tag": U16 Dec;
        FIELD_VALUE "fix.field.value" "Field Value": Str;
        CHECKSUM_GOOD "fix.checksum_good" "Good Checksum": Bool;
        CHECKSUM_BAD "fix.checksum_bad" "Bad Checksum": Bool;
        BEGIN_STRING "fix.BeginString" "BeginString (8)": Str;
        BODY_LENGTH "fix.BodyLength" "BodyLength (9)": Str;
        MSG_TYPE "fix.MsgType" "MsgType (35)": Str;
        SENDER_COMP_ID "fix.SenderCompID" "SenderCompID (49)": Str;
        TARGET_COMP_ID "fix.TargetCompID" "TargetCompID (56)": Str;
        MSG_SEQ_NUM "fix.MsgSeqNum" "MsgSeqNum (34)": Str;
        SENDING_TIME "fix.SendingTime" "SendingTime (52)": Str;
        CHECK_SUM "fix.CheckSum" "CheckSum (10)": Str;
        ACCOUNT "fix.Account" "Account (1)": Str;
        AVG_PX "fix.AvgPx" "AvgPx (6)": Str;
        BEGIN_SEQ_NO "fix.BeginSeqNo" "BeginSeqNo (7)": Str;
        CL_ORD_ID "fix.ClOrdID" "ClOrdID (11)": Str;
        CUM_QTY "fix.CumQty" "CumQty (14)": Str;
        CURRENCY "fix.Currency" "Currency (15)": Str;
        END_SEQ_NO "fix.EndSeqNo" "EndSeqNo (16)": Str;
        EXEC_ID "fix.ExecID" "ExecID (17)": Str;
        EXEC_INST "fix.ExecInst" "ExecInst (18)": Str;
        EXEC_TRANS_TYPE "fix.ExecTransType" "ExecTransType (20)": Str;
        HANDL_INST "fix.HandlInst" "HandlInst (21)": Str;
        SECURITY_ID_SOURCE "fix.SecurityIDSource" "SecurityIDSource (22)": Str;
        LAST_PX "fix.LastPx" "LastPx (31)": Str;
        LAST_QTY "fix.LastQty" "LastQty (32)": Str;
        NEW_SEQ_NO "fix.NewSeqNo" "NewSeqNo (36)": Str;
        ORDER_ID "fix.OrderID" "OrderID (37)": Str;
        ORDER_QTY "fix.OrderQty" "OrderQty (38)": Str;
        ORD_STATUS "fix.OrdStatus" "OrdStatus (39)": Str;
        ORD_TYPE "fix.OrdType" "OrdType (40)": Str;
        ORIG_CL_ORD_ID "fix.OrigClOrdID" "OrigClOrdID (41)": Str;
        POSS_DUP_FLAG "fix.PossDupFlag" "PossDupFlag (43)": Str;
        PRICE "fix.Price" "Price (44)": Str;
        REF_SEQ_NUM "fix.RefSeqNum" "RefSeqNum (45)": Str;
        SECURITY_ID "fix.SecurityID" "SecurityID (48)": Str;
        SENDER_SUB_ID "fix.SenderSubID" "SenderSubID (50)": Str;
        SIDE "fix.Side" "Side (54)": Str;
        SYMBOL "fix.Symbol" "Symbol (55)": Str;
        TARGET_SUB_ID "fix.TargetSubID" "TargetSubID (57)": Str;
        TEXT "fix.Text" "Text (58)": Str;
        TIME_IN_FORCE "fix.TimeInForce" "TimeInForce (59)": Str;
        TRANSACT_TIME "fix.TransactTime" "TransactTime (60)": Str;
        POSS_RESEND "fix.PossResend" "PossResend (97)": Str;
        ENCRYPT_METHOD "fix.EncryptMethod" "EncryptMethod (98)": Str;
        STOP_PX "fix.StopPx" "StopPx (99)": Str;
        ORD_REJ_REASON "fix.OrdRejReason" "OrdRejReason (103)": Str;
        HEART_BT_INT "fix.HeartBtInt" "HeartBtInt (108)": Str;
        MIN_QTY "fix.MinQty" "MinQty (110)": Str;
        TEST_REQ_ID "fix.TestReqID" "TestReqID (112)": Str;
        ON_BEHALF_OF_COMP_ID "fix.OnBehalfOfCompID" "OnBehalfOfCompID (115)": Str;
        ORIG_SENDING_TIME "fix.OrigSendingTime" "OrigSendingTime (122)": Str;
        GAP_FILL_FLAG "fix.GapFillFlag" "GapFillFlag (123)": Str;
        DELIVER_TO_COMP_ID "fix.DeliverToCompID" "DeliverToCompID (128)": Str;
        RESET_SEQ_NUM_FLAG "fix.ResetSeqNumFlag" "ResetSeqNumFlag (141)": Str;
        EXEC_TYPE "fix.ExecType" "ExecType (150)": Str;
        LEAVES_QTY "fix.LeavesQty" "LeavesQty (151)": Str;
        SECURITY_TYPE "fix.SecurityType" "SecurityType (167)": Str;
        SECURITY_EXCHANGE "fix.SecurityExchange" "SecurityExchange (207)": Str;
        MD_REQ_ID "fix.MDReqID" "MDReqID (262)": Str;
        SUBSCRIPTION_REQUEST_TYPE "fix.SubscriptionRequestType" "SubscriptionRequestType (263)": Str;
        MARKET_DEPTH "fix.MarketDepth" "MarketDepth (264)": Str;
        NO_MD_ENTRIES "fix.NoMDEntries" "NoMDEntries (268)": Str;
        MD_ENTRY_TYPE "fix.MDEntryType" "MDEntryType (269)": Str;
        MD_ENTRY_PX "fix.MDEntryPx" "MDEntryPx (270)": Str;
        MD_ENTRY_SIZE "fix.MDEntrySize" "MDEntrySize (271)": Str;
        TRADING_SESSION_ID "fix.TradingSessionID" "TradingSessionID (336)": Str;
        REF_TAG_ID "fix.RefTagID" "RefTagID (371)": Str;
        REF_MSG_TYPE "fix.RefMsgType" "RefMsgType (372)": Str;
        SESSION_REJECT_REASON "fix.SessionRejectReason" "SessionRejectReason (373)": Str;
        BUSINESS_REJECT_REF_ID "fix.BusinessRejectRefID" "BusinessRejectRefID (379)": Str;
        BUSINESS_REJECT_REASON "fix.BusinessRejectReason" "BusinessRejectReason (380)": Str;
    }
}

/// Fields of tags that have one, by tag.
const FIELDS: &[(u32, Field, &str)] = &[
    (1, ACCOUNT, "Account"),
    (6, AVG_PX, "AvgPx"),
    (7, BEGIN_SEQ_NO, "BeginSeqNo"),
    (8, BEGIN_STRING, "BeginString"),
    (9, BODY_LENGTH, "BodyLength"),
    (10, CHECK_SUM, "CheckSum"),
    (11, CL_ORD_ID, "ClOrdID"),
    (14, CUM_QTY, "CumQty"),
    (15, CURRENCY, "Currency"),
    (16, END_SEQ_NO, "EndSeqNo"),
    (17, EXEC_ID, "ExecID"),
    (18, EXEC_INST, "ExecInst"),
    (20, EXEC_TRANS_TYPE, "ExecTransType"),
    (21, HANDL_INST, "HandlInst"),
    (22, SECURITY_ID_SOURCE, "SecurityIDSource"),
    (31, LAST_PX, "LastPx"),
    (32, LAST_QTY, "LastQty"),
    (34, MSG_SEQ_NUM, "MsgSeqNum"),
    (35, MSG_TYPE, "MsgType"),
    (36, NEW_SEQ_NO, "NewSeqNo"),
    (37, ORDER_ID, "OrderID"),
    (38, ORDER_QTY, "OrderQty"),
    (39, ORD_STATUS, "OrdStatus"),
    (40, ORD_TYPE, "OrdType"),
    (41, ORIG_CL_ORD_ID, "OrigClOrdID"),
    (43, POSS_DUP_FLAG, "PossDupFlag"),
    (44, PRICE, "Price"),
    (45, REF_SEQ_NUM, "RefSeqNum"),
    (48, SECURITY_ID, "SecurityID"),
    (49, SENDER_COMP_ID, "SenderCompID"),
    (50, SENDER_SUB_ID, "SenderSubID"),
    (52, SENDING_TIME, "SendingTime"),
    (54, SIDE, "Side"),
    (55, SYMBOL, "Symbol"),
    (56, TARGET_COMP_ID, "TargetCompID"),
    (57, TARGET_SUB_ID, "TargetSubID"),
    (58, TEXT, "Text"),
    (59, TIME_IN_FORCE, "TimeInForce"),
    (60, TRANSACT_TIME, "TransactTime"),
    (97, POSS_RESEND, "PossResend"),
    (98, ENCRYPT_METHOD, "EncryptMethod"),
    (99, STOP_PX, "StopPx"),
    (103, ORD_REJ_REASON, "OrdRejReason"),
    (108, HEART_BT_INT, "HeartBtInt"),
    (110, MIN_QTY, "MinQty"),
    (112, TEST_REQ_ID, "TestReqID"),
    (115, ON_BEHALF_OF_COMP_ID, "OnBehalfOfCompID"),
    (122, ORIG_SENDING_TIME, "OrigSendingTime"),
    (123, GAP_FILL_FLAG, "GapFillFlag"),
    (128, DELIVER_TO_COMP_ID, "DeliverToCompID"),
    (141, RESET_SEQ_NUM_FLAG, "ResetSeqNumFlag"),
    (150, EXEC_TYPE, "ExecType"),
    (151, LEAVES_QTY, "LeavesQty"),
    (167, SECURITY_TYPE, "SecurityType"),
    (207, SECURITY_EXCHANGE, "SecurityExchange"),
    (262, MD_REQ_ID, "MDReqID"),
    (263, SUBSCRIPTION_REQUEST_TYPE, "SubscriptionRequestType"),
    (264, MARKET_DEPTH, "MarketDepth"),
    (268, NO_MD_ENTRIES, "NoMDEntries"),
    (269, MD_ENTRY_TYPE, "MDEntryType"),
    (270, MD_ENTRY_PX, "MDEntryPx"),
    (271, MD_ENTRY_SIZE, "MDEntrySize"),
    (336, TRADING_SESSION_ID, "TradingSessionID"),
    (371, REF_TAG_ID, "RefTagID"),
    (372, REF_MSG_TYPE, "RefMsgType"),
    (373, SESSION_REJECT_REASON, "SessionRejectReason"),
    (379, BUSINESS_REJECT_REF_ID, "BusinessRejectRefID"),
    (380, BUSINESS_REJECT_REASON, "BusinessRejectReason"),
];

/// Names of the most frequent messages.
const MESSAGES: [(&[u8], &str); 17] = [
    (b"0", "Heartbeat"),
    (b"1", "TestRequest"),
    (b"2", "ResendRequest"),
    (b"3", "Reject"),
    (b"4", "SequenceReset"),
    (b"5", "Logout"),
    (b"8", "ExecutionReport"),
    (b"9", "OrderCancelReject"),
    (b"A", "Logon"),
    (b"D", "NewOrderSingle"),
    (b"F", "OrderCancelRequest"),
    (b"G", "OrderCancelReplaceRequest"),
    (b"H", "OrderStatusRequest"),
    (b"V", "MarketDataRequest"),
    (b"W", "MarketDataSnapshotFullRefresh"),
    (b"X", "MarketDataIncrementalRefresh"),
    (b"j", "BusinessMessageReject"),
];

const MAGIC: &[u8] = b"8=FIX";
/// What ends a value.
const END: u8 = 1;
const CHECKSUM: u32 = 10;
const KIND: u32 = 35;
/// A message of more bytes is not waited for.
const LONGEST: usize = 64 << 10;

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    c.rest().starts_with(MAGIC)
}

/// A message ends with its checksum.
fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    if !bytes.starts_with(MAGIC) {
        return if bytes.len() < MAGIC.len() { Pdu::More(MAGIC.len()) } else { Pdu::AsItComes };
    }
    let from = bytes.windows(4).position(|w| w == b"\x0110=").map(|n| n + 4);
    match from.and_then(|n| Some(n + 1 + bytes.get(n..)?.iter().position(|b| *b == END)?)) {
        Some(n) => Pdu::Len(n),
        None if bytes.len() < LONGEST => Pdu::More(bytes.len() + 1),
        None => Pdu::AsItComes,
    }
}

/// The next tag, its value, and the bytes of both.
fn next(bytes: &[u8]) -> Option<(u32, &[u8], usize)> {
    let end = bytes.iter().position(|b| *b == END)?;
    let field = bytes.get(..end)?;
    let equals = field.iter().position(|b| *b == b'=')?;
    let tag = std::str::from_utf8(field.get(..equals)?).ok()?.parse().ok()?;
    Some((tag, field.get(equals + 1..)?, end + 1))
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    if !c.rest().starts_with(MAGIC) {
        if cx.conversation().is_none_or(|f| f.app != Some(ID)) {
            return Err(Stop::NotMine);
        }
        cx.protocol("FIX");
        cx.info_clear();
        cx.info(|o| _ = o.s("[FIX continuation]"));
        let all = c.span(c.left());
        c.peek_bytes(0, c.left())?;
        cx.add(DATA, all, Value::Bytes(all));
        return Ok(());
    }
    cx.protocol("FIX");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let start = c;
    let mut sum = 0u8;
    while let Some((tag, value, n)) = next(c.rest()) {
        let at = c.span(n);
        let text = requin_wire::Span {
            start: at.start + (n - 1 - value.len()) as u32,
            len: value.len() as u32,
            ..at
        };
        let known = FIELDS.binary_search_by_key(&tag, |f| f.0).ok().and_then(|i| FIELDS.get(i));
        let item = match known {
            Some((_, field, name)) => {
                let item = cx.add(*field, at, Value::Str(text));
                cx.label(item, |o| _ = o.s(name).s(" (").u(u64::from(tag)).s("): ").text(value));
                item
            }
            None => {
                let item = cx.line(at, |o| _ = o.u(u64::from(tag)).s(": ").text(value));
                cx.under(item, |cx| {
                    cx.add(FIELD_TAG, at, Value::U(u64::from(tag)));
                    cx.add(FIELD_VALUE, text, Value::Str(text));
                });
                item
            }
        };
        if tag == KIND {
            let name = MESSAGES.iter().find(|m| m.0 == value).map_or("Unknown", |m| m.1);
            cx.info_sep("; ", |o| _ = o.s(name));
        }
        if tag == CHECKSUM {
            let good = std::str::from_utf8(value).ok().and_then(|v| v.parse::<u8>().ok()) == Some(sum);
            cx.append(item, |o| {
                if good {
                    o.s(" [correct]");
                } else {
                    o.s(" [incorrect should be ").u(u64::from(sum)).s("]");
                }
            });
            cx.under(item, |cx| {
                cx.generated(CHECKSUM_GOOD, at, Value::U(u64::from(good)));
                cx.generated(CHECKSUM_BAD, at, Value::U(u64::from(!good)));
            });
        }
        sum = c.rest().iter().take(n).fold(sum, |s, b| s.wrapping_add(*b));
        c.skip(n)?;
        if tag == CHECKSUM {
            break;
        }
    }
    cx.proto_len(c.pos() - start.pos());
    if c.rest().starts_with(MAGIC) && c.pos() > start.pos() { cx.next_pdu(ID, c) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_sorted_and_read() {
        assert!(FIELDS.windows(2).all(|w| w[0].0 < w[1].0));
        assert_eq!(next(b"35=A\x0149="), Some((35, &b"A"[..], 5)));
        assert_eq!(next(b"x=A\x01"), None);
        assert!(matches!(frames(b"8=FIX.4.2\x0110=123\x018=", true, &[0; 2]), Pdu::Len(17)));
    }
}
