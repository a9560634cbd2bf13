//! Multipoint Communication Service, ITU-T T.125: how domains are connected (in BER), and what goes through them (in PER).

use super::per::Per;
use super::t124;
use requin_wire::{Cursor, Cx, Field, Sink, Step, Stop, Value, names, proto};

proto! {
    T125 "t125" "MULTIPOINT-COMMUNICATION-SERVICE T.125" "T.125" App
    on []
    fields {
        CONNECT_MCSPDU "t125.ConnectMCSPDU" "ConnectMCSPDU": U32 Dec = CONNECTS;
        CONNECT_INITIAL "t125.connect_initial_element" "connect-initial": None;
        CONNECT_RESPONSE "t125.connect_response_element" "connect-response": None;
        CALLING_DOMAIN_SELECTOR "t125.callingDomainSelector" "callingDomainSelector": Bytes;
        CALLED_DOMAIN_SELECTOR "t125.calledDomainSelector" "calledDomainSelector": Bytes;
        UPWARD_FLAG "t125.upwardFlag" "upwardFlag": Bool = crate::common::TRUE;
        TARGET_PARAMETERS "t125.targetParameters_element" "targetParameters": None;
        MINIMUM_PARAMETERS "t125.minimumParameters_element" "minimumParameters": None;
        MAXIMUM_PARAMETERS "t125.maximumParameters_element" "maximumParameters": None;
        DOMAIN_PARAMETERS "t125.domainParameters_element" "domainParameters": None;
        MAX_CHANNEL_IDS "t125.maxChannelIds" "maxChannelIds": U64 Dec;
        MAX_USER_IDS "t125.maxUserIds" "maxUserIds": U64 Dec;
        MAX_TOKEN_IDS "t125.maxTokenIds" "maxTokenIds": U64 Dec;
        NUM_PRIORITIES "t125.numPriorities" "numPriorities": U64 Dec;
        MIN_THROUGHPUT "t125.minThroughput" "minThroughput": U64 Dec;
        MAX_HEIGHT "t125.maxHeight" "maxHeight": U64 Dec;
        MAX_MCSPDUSIZE "t125.maxMCSPDUsize" "maxMCSPDUsize": U64 Dec;
        PROTOCOL_VERSION "t125.protocolVersion" "protocolVersion": U64 Dec;
        RESULT "t125.result" "result": U32 Dec = RESULTS;
        CALLED_CONNECT_ID "t125.calledConnectId" "calledConnectId": U64 Dec;
        USER_DATA "t125.userData" "userData": Bytes;
    }
}

names! {
    CONNECTS {
        101 => "connect-initial", 102 => "connect-response", 103 => "connect-additional", 104 => "connect-result",
    }
    pub(super) RESULTS {
        0 => "rt-successful", 1 => "rt-domain-merging", 2 => "rt-domain-not-hierarchical", 3 => "rt-no-such-channel",
        4 => "rt-no-such-domain", 5 => "rt-no-such-user", 6 => "rt-not-admitted", 7 => "rt-other-user-id",
        8 => "rt-parameters-unacceptable", 9 => "rt-token-not-available", 10 => "rt-token-not-possessed",
        11 => "rt-too-many-channels", 12 => "rt-too-many-tokens", 13 => "rt-too-many-users",
        14 => "rt-unspecified-failure", 15 => "rt-user-rejected",
    }
}

/// Whether bytes are a connect PDU: an application tag of 101 to 104 in two bytes.
#[must_use]
pub fn is_connect(bytes: &[u8]) -> bool {
    matches!(bytes, [0x7f, 0x65..=0x68, ..])
}

/// Whether bytes can be a PDU of a domain: one of the choices whose bits behind fit.
#[must_use]
pub fn is_domain(bytes: &[u8]) -> bool {
    match bytes {
        [0x04, ..] => bytes.len() >= 5,
        [0x21, 0x00..=0x80] | [0x28] => true,
        [0x2c..=0x2f, ..] => bytes.len() == 4 || bytes.len() == 2,
        [0x38, ..] => bytes.len() == 5,
        [0x3c..=0x3f, ..] => bytes.len() == 8 || bytes.len() == 6,
        // Priority and segmentation, then the length of what follows.
        [0x64 | 0x68, _, _, _, _, flags, a, rest @ ..] if flags & 0x0f == 0 => match rest.split_first() {
            Some((b, after)) if a & 0xc0 == 0x80 => {
                usize::from(a & 0x3f) << 8 | usize::from(*b) == after.len()
            }
            _ => usize::from(*a) == rest.len(),
        },
        _ => false,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    cx.protocol("T.125");
    cx.info_clear();
    if is_connect(c.rest()) { connect(cx, c) } else { t124::domain(cx, Per::new(c)) }
}

/// The next BER value: its tag's number (of one or two bytes), and a cursor over its contents; passed over.
fn next<'a>(c: &mut Cursor<'a>) -> Result<(u8, Cursor<'a>), Stop> {
    let mut tag = c.peek_u8(0)?;
    c.skip(1)?;
    if tag & 0x1f == 0x1f {
        tag = c.peek_u8(0)?;
        c.skip(1)?;
    }
    let first = c.peek_u8(0)?;
    c.skip(1)?;
    let len = match first {
        0..=0x7f => usize::from(first),
        0x81..=0x84 => {
            let n = usize::from(first & 0x7f);
            let len = c.peek_uint(0, n)? as usize;
            c.skip(n)?;
            len
        }
        _ => return Err(Stop::Malformed),
    };
    Ok((tag, c.take_all(len)?))
}

fn number(cx: &mut Cx<'_, impl Sink>, field: Field, c: &mut Cursor<'_>) -> Result<u64, Stop> {
    let (_, mut v) = next(c)?;
    let span = v.span(v.left());
    // A leading zero byte only keeps the sign away.
    let n = v.left();
    let value = v.bytes(n)?.iter().fold(0u64, |a, b| a << 8 | u64::from(*b));
    cx.add(field, span, Value::U(value));
    Ok(value)
}

fn parameters<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &mut Cursor<'_>) -> Step {
    let from = *c;
    let (_, mut inner) = next(c)?;
    let item = cx.add(field, c.span_since(&from), Value::None);
    cx.under(item, |cx| -> Step {
        for field in [
            MAX_CHANNEL_IDS,
            MAX_USER_IDS,
            MAX_TOKEN_IDS,
            NUM_PRIORITIES,
            MIN_THROUGHPUT,
            MAX_HEIGHT,
            MAX_MCSPDUSIZE,
            PROTOCOL_VERSION,
        ] {
            number(cx, field, &mut inner)?;
        }
        Ok(())
    })
}

fn connect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let all = c.span(c.left());
    let (tag, mut body) = next(&mut c)?;
    let item = cx.add(CONNECT_MCSPDU, all, Value::U(tag.into()));
    let mut data = None;
    cx.under(item, |cx| -> Step {
        let field = match tag {
            101 => CONNECT_INITIAL,
            102 => CONNECT_RESPONSE,
            _ => return Ok(()),
        };
        let item = cx.add(field, body.span(body.left()), Value::None);
        cx.under(item, |cx| -> Step {
            if tag == 101 {
                for field in [CALLING_DOMAIN_SELECTOR, CALLED_DOMAIN_SELECTOR] {
                    let (_, mut v) = next(&mut body)?;
                    let n = v.left();
                    cx.bytes(field, &mut v, n)?;
                }
                let (_, v) = next(&mut body)?;
                let set = v.peek_u8(0)? != 0;
                cx.add(UPWARD_FLAG, v.span(1), Value::U(set.into()));
                for field in [TARGET_PARAMETERS, MINIMUM_PARAMETERS, MAXIMUM_PARAMETERS] {
                    parameters(cx, field, &mut body)?;
                }
            } else {
                number(cx, RESULT, &mut body)?;
                number(cx, CALLED_CONNECT_ID, &mut body)?;
                parameters(cx, DOMAIN_PARAMETERS, &mut body)?;
            }
            let (_, v) = next(&mut body)?;
            let mut whole = v;
            let n = v.left();
            cx.bytes(USER_DATA, &mut whole, n)?;
            data = Some(v);
            Ok(())
        })
    })?;
    match data {
        Some(data) => cx.call(t124::ID, data),
        None => Ok(()),
    }
}
