//! Syslog, RFC 3164 and RFC 5424.

use crate::application::text;
use requin_wire::{Cursor, Cx, Field, Sink, Span, Step, Stop, Value, names, proto};

proto! {
    SYSLOG "syslog" "Syslog message" "Syslog" App
    on [Udp 514]
    fields {
        FACILITY "syslog.facility" "Facility": U8 Dec & 0x3f8 = FACILITY_NAMES;
        LEVEL "syslog.level" "Level": U8 Dec & 0x7 = LEVEL_NAMES;
        MSG "syslog.msg" "Message": Str;
        VERSION "syslog.version" "Syslog version": Str;
        TIMESTAMP "syslog.timestamp" "Syslog timestamp": AbsTime Local;
        TIMESTAMP_RFC3164 "syslog.timestamp_rfc3164" "Syslog timestamp (RFC3164)": Str;
        HOSTNAME "syslog.hostname" "Syslog hostname": Str;
        APPNAME "syslog.appname" "Syslog app name": Str;
        PROCID "syslog.procid" "Syslog process id": Str;
        MSGID "syslog.msgid" "Syslog message id": Str;
    }
}

names! {
    FACILITY_NAMES {
        0 => "KERN - kernel messages", 1 => "USER - random user-level messages", 2 => "MAIL - mail system",
        3 => "DAEMON - system daemons", 4 => "AUTH - security/authorization messages",
        5 => "SYSLOG - messages generated internally by syslogd", 6 => "LPR - line printer subsystem",
        7 => "NEWS - network news subsystem", 8 => "UUCP - UUCP subsystem",
        9 => "CRON - clock daemon (BSD, Linux)",
        10 => "AUTHPRIV - security/authorization messages (private)", 11 => "FTP - ftp daemon",
        12 => "NTP - ntp subsystem", 13 => "LOGAUDIT - log audit", 14 => "LOGALERT - log alert",
        15 => "CRON - clock daemon (Solaris)", 16 => "LOCAL0 - reserved for local use",
        17 => "LOCAL1 - reserved for local use", 18 => "LOCAL2 - reserved for local use",
        19 => "LOCAL3 - reserved for local use", 20 => "LOCAL4 - reserved for local use",
        21 => "LOCAL5 - reserved for local use", 22 => "LOCAL6 - reserved for local use",
        23 => "LOCAL7 - reserved for local use",
    }
    LEVEL_NAMES {
        0 => "EMERG - system is unusable", 1 => "ALERT - action must be taken immediately",
        2 => "CRIT - critical conditions", 3 => "ERR - error conditions",
        4 => "WARNING - warning conditions", 5 => "NOTICE - normal but significant condition",
        6 => "INFO - informational", 7 => "DEBUG - debug-level messages",
    }
}

names! {
    FACILITIES {
        0 => "KERN", 1 => "USER", 2 => "MAIL", 3 => "DAEMON", 4 => "AUTH", 5 => "SYSLOG", 6 => "LPR", 7 => "NEWS",
        8 => "UUCP", 9 => "CRON", 10 => "AUTHPRIV", 11 => "FTP", 12 => "NTP", 13 => "LOGAUDIT", 14 => "LOGALERT",
        15 => "CRON", 16 => "LOCAL0", 17 => "LOCAL1", 18 => "LOCAL2", 19 => "LOCAL3", 20 => "LOCAL4",
        21 => "LOCAL5", 22 => "LOCAL6", 23 => "LOCAL7",
    }
    LEVELS {
        0 => "EMERG", 1 => "ALERT", 2 => "CRIT", 3 => "ERR", 4 => "WARNING", 5 => "NOTICE", 6 => "INFO", 7 => "DEBUG",
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("Syslog");
    cx.info_clear();
    let rest = c.rest();
    let mut priority = None;
    let mut skip = 0;
    if rest.first() == Some(&b'<') {
        let digits = rest.get(1..).unwrap_or_default();
        let n = digits.iter().take(3).take_while(|d| d.is_ascii_digit()).count();
        priority = Some(digits.get(..n).and_then(text::number).unwrap_or_default());
        skip = 1 + n;
        if cx.first(c.peek_u8(skip))? == b'>' {
            skip += 1;
        }
        cx.first(c.peek_u8(skip))?;
    }
    let message = rest.get(skip..).unwrap_or_default();
    let names = priority.map(|p| (FACILITIES.or(p >> 3, "UNKNOWN"), LEVELS.or(p & 7, "UNKNOWN")));
    cx.info(|o| {
        if let Some((facility, level)) = names {
            o.s(facility).s(".").s(level).s(": ");
        }
        o.text(message);
    });
    cx.proto_append(|o| {
        let (facility, level) = names.unwrap_or(("(unknown)", ""));
        o.s(": ").s(facility).s(if level.is_empty() { "" } else { "." }).s(level).s(": ").text(message);
    });
    if let Some(p) = priority {
        cx.add(FACILITY, c.span(skip), Value::U(p >> 3));
        cx.add(LEVEL, c.span(skip), Value::U(p & 7));
    }
    c.skip(skip)?;
    let span = c.span(message.len());
    let item = cx.add(MSG, span, Value::Str(span));
    text::stray(cx, item, span, message);
    cx.under(item, |cx| -> Step {
        if message.starts_with(b"1 ") {
            columns(cx, &mut c);
        } else if [3, 6, 15].iter().all(|i| message.get(*i) == Some(&b' '))
            && [9, 12].iter().all(|i| message.get(*i) == Some(&b':'))
        {
            old(cx, &mut c)?;
        }
        Ok(())
    })
}

/// A word that ends before a byte that `ends` it, and that byte.
fn word<'b, S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'b>,
    field: Field,
    ends: impl Fn(&u8) -> bool,
) -> Option<&'b [u8]> {
    let rest = c.rest();
    let n = rest.iter().position(ends)?;
    let span = c.span(n);
    let word = rest.get(..n)?;
    let value = if field == TIMESTAMP { time(word) } else { Value::Str(span) };
    cx.add(field, span, value);
    c.advance(n);
    Some(word)
}

/// What follows the priority in RFC 5424.
fn columns<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) {
    for field in [VERSION, TIMESTAMP, HOSTNAME, APPNAME, PROCID] {
        if word(cx, c, field, |b| *b == b' ').is_none() {
            return;
        }
        c.advance(1);
    }
    if c.rest().contains(&b' ') {
        let span = c.span(c.captured());
        cx.add(MSGID, span, Value::Str(span));
    }
}

/// What follows the priority in RFC 3164.
///
/// # Errors
/// When the capture cut the text behind the host's name.
fn old<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let span: Span = c.span(15);
    cx.add(TIMESTAMP_RFC3164, span, Value::Str(span));
    c.advance(16);
    if word(cx, c, HOSTNAME, |b| *b == b' ').is_none() {
        return Ok(());
    }
    c.advance(1);
    let process = word(cx, c, PROCID, |b| !b.is_ascii_alphanumeric());
    if c.is_cut() {
        // The summary has said all there is to say; what is missing would have stood in the tree.
        return cx.enclosed(|_| Err(Stop::Cut));
    }
    if process.is_some() {
        let span = c.span(c.captured());
        cx.add(MSGID, span, Value::Str(span));
    }
    Ok(())
}

/// `2003-10-11T22:14:15.003Z`; the epoch when the text is no time.
fn time(word: &[u8]) -> Value {
    let part = |from: usize, to: usize| {
        word.get(from..to).and_then(text::number).and_then(|n| i64::try_from(n).ok())
    };
    let parse = || -> Option<Value> {
        let (year, month, day) = (part(0, 4)?, part(5, 7)?, part(8, 10)?);
        let (hour, minute, second) = (part(11, 13)?, part(14, 16)?, part(17, 19)?);
        let mut at = 19;
        let mut nanos = 0;
        if word.get(at) == Some(&b'.') {
            at += 1;
            let mut unit = 100_000_000;
            while let Some(d) = word.get(at).filter(|d| d.is_ascii_digit()) {
                nanos += u32::from(d - b'0') * unit;
                unit /= 10;
                at += 1;
            }
        }
        let sign = match word.get(at) {
            Some(b'+') => 1,
            Some(b'-') => -1,
            _ => 0,
        };
        let zone = if sign == 0 { 0 } else { part(at + 1, at + 3)? * 3600 + part(at + 4, at + 6)? * 60 };
        let secs = requin_wire::civil::days(year, month, day) * 86400 + hour * 3600 + minute * 60 + second
            - sign * zone;
        Some(Value::Time(secs, nanos))
    };
    parse().unwrap_or(Value::Time(0, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times() {
        let secs = |text: &[u8]| match time(text) {
            Value::Time(secs, nanos) => (secs, nanos),
            _ => (-1, 0),
        };
        assert_eq!(secs(b"2003-10-11T22:14:15.003Z"), (1_065_910_455, 3_000_000));
        assert_eq!(secs(b"2003-08-24T05:14:15.000003-07:00"), (1_061_727_255, 3000));
        assert_eq!(secs(b"-"), (0, 0));
    }
}
