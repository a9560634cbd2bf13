//! Internet Message Format, RFC 5322.

use crate::application::{media, text};
use requin_wire::{Cursor, Cx, Field, Item, Out, Sink, Span, Step, Value, proto};

proto! {
    IMF "imf" "Internet Message Format" "IMF" App
    on []
    media ["message/rfc822"]
    fields {
        DATE "imf.date" "Date": Str;
        FROM "imf.from" "From": Str;
        SENDER "imf.sender" "Sender": Str;
        REPLY_TO "imf.reply_to" "Reply-To": Str;
        TO "imf.to" "To": Str;
        CC "imf.cc" "Cc": Str;
        BCC "imf.bcc" "Bcc": Str;
        MESSAGE_ID "imf.message_id" "Message-ID": Str;
        IN_REPLY_TO "imf.in_reply_to" "In-Reply-To": Str;
        REFERENCES "imf.references" "References": Str;
        SUBJECT "imf.subject" "Subject": Str;
        COMMENTS "imf.comments" "Comments": Str;
        USER_AGENT "imf.user_agent" "User-Agent": Str;
        KEYWORDS "imf.keywords" "Keywords": Str;
        RESENT_DATE "imf.resent.date" "Resent-Date": Str;
        RESENT_FROM "imf.resent.from" "Resent-From": Str;
        RESENT_SENDER "imf.resent.sender" "Resent-Sender": Str;
        RESENT_TO "imf.resent.to" "Resent-To": Str;
        RESENT_CC "imf.resent.cc" "Resent-Cc": Str;
        RESENT_BCC "imf.resent.bcc" "Resent-Bcc": Str;
        RESENT_MESSAGE_ID "imf.resent.message_id" "Resent-Message-ID": Str;
        RETURN_PATH "imf.return_path" "Return-Path": Str;
        RECEIVED "imf.received" "Received": Str;
        CONTENT_TYPE "imf.content.type" "Content-Type": Str;
        CONTENT_TYPE_TYPE "imf.content.type.type" "Type": Str;
        CONTENT_TYPE_PARAMETERS "imf.content.type.parameters" "Parameters": Str;
        CONTENT_DESCRIPTION "imf.content.description" "Content-Description": Str;
        CONTENT_ID "imf.content.id" "Content-ID": Str;
        CONTENT_TRANSFER_ENCODING "imf.content.transfer_encoding" "Content-Transfer-Encoding": Str;
        MIME_VERSION "imf.mime_version" "MIME-Version": Str;
        AUTOFORWARDED "imf.autoforwarded" "Autoforwarded": Str;
        AUTOSUBMITTED "imf.autosubmitted" "Autosubmitted": Str;
        X400_CONTENT_IDENTIFIER "imf.x400_content_identifier" "X400-Content-Identifier": Str;
        CONTENT_LANGUAGE "imf.content_language" "Content-Language": Str;
        CONVERSION "imf.conversion" "Conversion": Str;
        CONVERSION_WITH_LOSS "imf.conversion_with_loss" "Conversion-With-Loss": Str;
        DELIVERY_DATE "imf.delivery_date" "Delivery-Date": Str;
        DISCARDED_X400_IPMS_EXTENSIONS "imf.discarded_x400_ipms_extensions" "Discarded-X400-IPMS-Extensions": Str;
        DISCARDED_X400_MTS_EXTENSIONS "imf.discarded_x400_mts_extensions" "Discarded-X400-MTS-Extensions": Str;
        DL_EXPANSION_HISTORY "imf.dl_expansion_history" "DL-Expansion-History": Str;
        DEFERRED_DELIVERY "imf.deferred_delivery" "Deferred-Delivery": Str;
        EXPIRES "imf.expires" "Expires": Str;
        IMPORTANCE "imf.importance" "Importance": Str;
        INCOMPLETE_COPY "imf.incomplete_copy" "Incomplete-Copy": Str;
        LATEST_DELIVERY_TIME "imf.latest_delivery_time" "Latest-Delivery-Time": Str;
        MESSAGE_TYPE "imf.message_type" "Message-Type": Str;
        ORIGINAL_ENCODED_INFORMATION_TYPES "imf.original_encoded_information_types" "Original-Encoded-Information-Types": Str;
        ORIGINATOR_RETURN_ADDRESS "imf.originator_return_address" "Originator-Return-Address": Str;
        PRIORITY "imf.priority" "Priority": Str;
        REPLY_BY "imf.reply_by" "Reply-By": Str;
        SENSITIVITY "imf.sensitivity" "Sensitivity": Str;
        SUPERSEDES "imf.supersedes" "Supersedes": Str;
        X400_CONTENT_TYPE "imf.x400_content_type" "X400-Content-Type": Str;
        X400_MTS_IDENTIFIER "imf.x400_mts_identifier" "X400-MTS-Identifier": Str;
        X400_ORIGINATOR "imf.x400_originator" "X400-Originator": Str;
        X400_RECEIVED "imf.x400_received" "X400-Received": Str;
        X400_RECIPIENTS "imf.x400_recipients" "X400-Recipients": Str;
        DELIVERED_TO "imf.delivered_to" "Delivered-To": Str;
        EXT_MAILER "imf.ext.mailer" "X-Mailer": Str;
        EXT_MIMEOLE "imf.ext.mimeole" "X-MimeOLE": Str;
        EXT_EXPIRY_DATE "imf.ext.expiry-date" "Expiry-Date": Str;
        EXT_TNEF_CORRELATOR "imf.ext.tnef-correlator" "X-MS-TNEF-Correlator": Str;
        EXT_UIDL "imf.ext.uidl" "X-UIDL": Str;
        EXT_AUTHENTICATION_WARNING "imf.ext.authentication_warning" "X-Authentication-Warning": Str;
        EXT_VIRUS_SCANNED "imf.ext.virus_scanned" "X-Virus-Scanned": Str;
        EXT_ORIGINAL_TO "imf.ext.original-to" "X-Original-To": Str;
        THREAD_INDEX "imf.thread-index" "Thread-Index": Str;
        LINES "imf.lines" "Lines": Str;
        PRECEDENCE "imf.precedence" "Precedence": Str;
        EXTENSION "imf.extension" "Unknown-Extension": Str;
        EXTENSION_TYPE "imf.extension.type" "Type": Str;
        EXTENSION_VALUE "imf.extension.value" "Value": Str;
        DISPLAY_NAME "imf.display_name" "Display-Name": Str;
        ADDRESS "imf.address" "Address": Str;
        ADDRESS_LIST_ITEM "imf.address_list.item" "Item": Str;
        MAILBOX_LIST_ITEM "imf.mailbox_list.item" "Item": Str;
        MESSAGE_TEXT "imf.message_text" "Message-Text": None;
    }
}

/// How a header's value is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    /// Text that the summary shows too.
    Shown,
    Address,
    /// One address, which may have a name.
    Mailbox,
    Mailboxes,
    Addresses,
    ContentType,
}

const HEADERS: &[(&[u8], Field, Kind)] = &[
    (b"bcc", BCC, Kind::Addresses),
    (b"cc", CC, Kind::Addresses),
    (b"comments", COMMENTS, Kind::Text),
    (b"content-description", CONTENT_DESCRIPTION, Kind::Text),
    (b"content-id", CONTENT_ID, Kind::Text),
    (b"content-language", CONTENT_LANGUAGE, Kind::Text),
    (b"content-transfer-encoding", CONTENT_TRANSFER_ENCODING, Kind::Text),
    (b"content-type", CONTENT_TYPE, Kind::ContentType),
    (b"date", DATE, Kind::Text),
    (b"delivered-to", DELIVERED_TO, Kind::Address),
    (b"delivery-date", DELIVERY_DATE, Kind::Text),
    (b"expires", EXPIRES, Kind::Text),
    (b"from", FROM, Kind::Mailboxes),
    (b"importance", IMPORTANCE, Kind::Text),
    (b"in-reply-to", IN_REPLY_TO, Kind::Text),
    (b"keywords", KEYWORDS, Kind::Text),
    (b"lines", LINES, Kind::Text),
    (b"message-id", MESSAGE_ID, Kind::Text),
    (b"mime-version", MIME_VERSION, Kind::Text),
    (b"precedence", PRECEDENCE, Kind::Text),
    (b"priority", PRIORITY, Kind::Text),
    (b"received", RECEIVED, Kind::Text),
    (b"references", REFERENCES, Kind::Text),
    (b"reply-by", REPLY_BY, Kind::Text),
    (b"reply-to", REPLY_TO, Kind::Addresses),
    (b"resent-bcc", RESENT_BCC, Kind::Addresses),
    (b"resent-cc", RESENT_CC, Kind::Addresses),
    (b"resent-date", RESENT_DATE, Kind::Text),
    (b"resent-from", RESENT_FROM, Kind::Mailboxes),
    (b"resent-message-id", RESENT_MESSAGE_ID, Kind::Text),
    (b"resent-sender", RESENT_SENDER, Kind::Mailbox),
    (b"resent-to", RESENT_TO, Kind::Addresses),
    (b"return-path", RETURN_PATH, Kind::Text),
    (b"sender", SENDER, Kind::Mailbox),
    (b"sensitivity", SENSITIVITY, Kind::Text),
    (b"subject", SUBJECT, Kind::Shown),
    (b"supersedes", SUPERSEDES, Kind::Text),
    (b"thread-index", THREAD_INDEX, Kind::Text),
    (b"to", TO, Kind::Addresses),
    (b"user-agent", USER_AGENT, Kind::Text),
    (b"x-mailer", EXT_MAILER, Kind::Text),
    (b"x-mimeole", EXT_MIMEOLE, Kind::Text),
    (b"x-ms-tnef-correlator", EXT_TNEF_CORRELATOR, Kind::Text),
    (b"x-original-to", EXT_ORIGINAL_TO, Kind::Text),
    (b"x-uidl", EXT_UIDL, Kind::Text),
    (b"x-virus-scanned", EXT_VIRUS_SCANNED, Kind::Text),
];

/// A line with its end and tabs shown as blanks.
fn blanks(o: &mut Out<'_>, line: &[u8]) {
    let end = line.iter().rev().take_while(|b| matches!(b, b'\r' | b'\n')).count();
    let mut from = 0;
    let text = line.get(..line.len() - end).unwrap_or_default();
    for i in memchr::memchr_iter(b'\t', text) {
        o.text(text.get(from..i).unwrap_or_default()).s(" ");
        from = i + 1;
    }
    o.text(text.get(from..).unwrap_or_default());
    (0..end).for_each(|_| _ = o.s(" "));
}

/// Where a header that begins at `at` ends: before a line end that no blank follows. And where the next begins.
fn header_end(bytes: &[u8], at: usize) -> (usize, usize) {
    let mut from = at;
    loop {
        let Some(i) = bytes.get(from..).and_then(|r| memchr::memchr(b'\r', r)) else {
            return (bytes.len(), bytes.len());
        };
        let end = from + i;
        match bytes.get(end + 1..) {
            Some([b'\n', b' ' | b'\t', ..]) => from = end + 2,
            Some([b'\n', ..]) => return (end, end + 2),
            _ => from = end + 1,
        }
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol_add("/IMF");
    cx.info_clear();
    let mut content_type: Option<(usize, usize)> = None;
    // When no fields are wanted, most headers are only passed over.
    let bare = !cx.wants_any(PROTO, Field(PROTO.0 + COUNT - 1)) && !cx.wants_labels();
    let begin = c;
    while c.captured() > 0 {
        let bytes = c.rest();
        if bytes.starts_with(b"\r\n") {
            break;
        }
        // Without a colon on its line it is no header.
        let (end, next) = header_end(bytes, 0);
        let line = bytes.get(..end).unwrap_or_default();
        let first = line.split(|b| *b == b'\r').next().unwrap_or_default();
        let Some(colon) = first.iter().position(|b| *b == b':') else { break };
        if first.get(..colon).is_some_and(|name| name.iter().any(|b| matches!(b, b' ' | b'\t'))) {
            break;
        }
        let name = line.get(..colon).unwrap_or_default();
        if !bare || [&b"from"[..], b"subject", b"content-type"].iter().any(|n| n.eq_ignore_ascii_case(name)) {
            let value = header(cx, &c, line, colon, next, bare);
            if name.eq_ignore_ascii_case(b"content-type") {
                content_type = Some((c.pos() - begin.pos() + value, line.len() - value));
            }
        }
        c.advance(next);
    }
    let all = begin.rest();
    if let Some((from, len)) = content_type {
        if c.rest().starts_with(b"\r\n") {
            c.advance(2);
        }
        let unfolded: Vec<u8> = all
            .get(from..from + len)
            .unwrap_or_default()
            .iter()
            .map(|b| if matches!(b, b'\r' | b'\n' | b'\t') { b' ' } else { *b })
            .collect();
        cx.set_media_as_written(&unfolded);
        if cx.media_protocol().is_some() {
            return media::nested(cx, c);
        }
    }
    message_text(cx, c, c.pos() > begin.pos())
}

/// A body of no type: line after line.
fn message_text<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, headed: bool) -> Step {
    let item = cx.add(MESSAGE_TEXT, c.span(c.left()), Value::None);
    if headed && c.rest().starts_with(b"\r\n") {
        c.advance(2);
    }
    cx.under(item, |cx| {
        let mut first = true;
        while c.captured() > 0 {
            let rest = c.rest();
            let next = text::line(rest, 0).map_or(rest.len(), |l| l.1);
            let line = rest.get(..next).unwrap_or_default();
            cx.line(c.span(next), |o| blanks(o, line));
            cx.info_add(|o| {
                // The empty line behind headers counts as one.
                o.s(if first && !headed { "" } else { ", " });
                blanks(o, line);
            });
            first = false;
            c.advance(next);
        }
    });
    Ok(())
}

/// Adds a header; gives the offset of its value.
fn header<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &Cursor<'_>,
    line: &[u8],
    colon: usize,
    next: usize,
    bare: bool,
) -> usize {
    let skip =
        line.get(colon + 1..).unwrap_or_default().iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
    // Blanks alone are the value.
    let blank = colon + 1 + skip >= line.len();
    let from = if blank { colon + 1 } else { colon + 1 + skip };
    let value = line.get(from..).unwrap_or_default();
    let name = line.get(..colon).unwrap_or_default();
    let span = Span::new(c.source(), c.pos() + from, value.len());
    let whole = c.span(next);
    let mut lower = [0u8; 32];
    let known = lower.get_mut(..name.len()).and_then(|lower| {
        lower.copy_from_slice(name);
        lower.make_ascii_lowercase();
        HEADERS.binary_search_by(|h| h.0.cmp(lower)).ok().and_then(|i| HEADERS.get(i))
    });
    let Some(&(_, field, kind)) = known else {
        let item = cx.add(EXTENSION, whole, Value::Str(whole_text(span, c, line)));
        cx.label(item, |o| {
            o.s("Unknown-Extension: ").text(line);
            o.s(" (Contact Wireshark developers if you want this supported.)");
        });
        cx.under(item, |cx| {
            let type_span = c.span(colon);
            cx.add(EXTENSION_TYPE, type_span, Value::Str(type_span));
            cx.add(EXTENSION_VALUE, span, Value::Str(span));
        });
        return from;
    };
    let item = cx.add(field, whole, Value::Str(span));
    match kind {
        Kind::Shown => cx.info_add(|o| _ = o.s("subject: ").text(value).s(", ")),
        Kind::Mailboxes => {
            if field == FROM {
                cx.info_add(|o| _ = o.s("from: ").text(value).s(", "));
            }
            if !bare {
                addresses(cx, item, c, from, value, next, MAILBOX_LIST_ITEM);
            }
        }
        Kind::Addresses => addresses(cx, item, c, from, value, next, ADDRESS_LIST_ITEM),
        Kind::Address => cx.under(item, |cx| _ = cx.add(ADDRESS, span, Value::Str(span))),
        Kind::Mailbox => {
            let at = |f: usize, n: usize| Span::new(c.source(), c.pos() + from + f, n);
            cx.under(item, |cx| mailbox(cx, value, &at));
        }
        Kind::ContentType => cx.under(item, |cx| {
            let end = value.iter().position(|b| *b == b';').unwrap_or(value.len());
            let kind = Span { len: end as u32, ..span };
            cx.add(CONTENT_TYPE_TYPE, kind, Value::Str(kind));
            if end + 1 < value.len() {
                let rest =
                    Span { start: span.start + end as u32 + 1, len: (value.len() - end - 1) as u32, ..span };
                cx.add(CONTENT_TYPE_PARAMETERS, rest, Value::Str(rest));
            }
        }),
        Kind::Text => (),
    }
    from
}

/// The line itself, without its end.
fn whole_text(span: Span, c: &Cursor<'_>, line: &[u8]) -> Span {
    Span { start: c.pos() as u32, len: line.len() as u32, ..span }
}

/// The items of a list of addresses. The last one has the line's end with it.
fn addresses<S: Sink>(
    cx: &mut Cx<'_, S>,
    list: Item,
    c: &Cursor<'_>,
    from: usize,
    value: &[u8],
    next: usize,
    field: Field,
) {
    let at = |from: usize, len: usize| Span::new(c.source(), c.pos() + from, len);
    let with_end = c.peek_bytes(from, next.saturating_sub(from)).unwrap_or(value);
    let mut begin = 0;
    let mut count = 0u64;
    let mut items: Vec<(usize, usize)> = Vec::new();
    // Every comma divides, even in quotes.
    for comma in memchr::memchr_iter(b',', with_end) {
        items.push((begin, comma));
        begin = comma + 1;
    }
    items.push((begin, with_end.len()));
    cx.under(list, |cx| {
        for (start, end) in &items {
            let start = *start;
            let part = with_end.get(start..*end).unwrap_or_default();
            if part.is_empty() {
                continue;
            }
            count += 1;
            let span = at(from + start, part.len());
            let item = cx.add(field, span, Value::Str(span));
            cx.under(item, |cx| mailbox(cx, part, &|f, n| at(from + start + f, n)));
        }
    });
    cx.append(list, |o| _ = o.s(", ").u(count).s(if count == 1 { " item" } else { " items" }));
}

/// A name and an address in angle brackets, or an address alone.
fn mailbox<S: Sink>(cx: &mut Cx<'_, S>, part: &[u8], at: &dyn Fn(usize, usize) -> Span) {
    let Some(open) = part.iter().position(|b| *b == b'<') else {
        cx.add(ADDRESS, at(0, part.len()), Value::Str(at(0, part.len())));
        return;
    };
    let close = part.iter().rposition(|b| *b == b'>').unwrap_or(part.len());
    let name = part.get(..open).unwrap_or_default();
    let lead = name.iter().take_while(|b| b.is_ascii_whitespace()).count();
    let name = text::trim(name.get(lead..).unwrap_or_default());
    if !name.is_empty() {
        let span = at(lead, name.len());
        cx.add(DISPLAY_NAME, span, Value::Str(span));
    }
    if close > open {
        let span = at(open + 1, close - open - 1);
        cx.add(ADDRESS, span, Value::Str(span));
    }
}
