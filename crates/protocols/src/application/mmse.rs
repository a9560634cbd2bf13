//! Multimedia messages, OMA-TS-MMS-ENC 1.3: their headers, as bodies of HTTP.

use requin_wire::{Cursor, Cx, Field, Sink, Step, Stop, Value, names, proto};

proto! {
    MMSE "mmse" "MMS Message Encapsulation" "MMSE" App
    on []
    media ["application/vnd.wap.mms-message"]
    fields {
        MESSAGE_TYPE "mmse.message_type" "X-Mms-Message-Type": U8 Hex = MESSAGE_TYPE_NAMES;
        TRANSACTION_ID "mmse.transaction_id" "X-Mms-Transaction-ID": Str;
        MMS_VERSION "mmse.mms_version" "X-Mms-MMS-Version": Str;
        BCC "mmse.bcc" "Bcc": Str;
        CC "mmse.cc" "Cc": Str;
        CONTENT_LOCATION "mmse.content_location" "X-Mms-Content-Location": Str;
        DATE "mmse.date" "Date": AbsTime;
        DELIVERY_REPORT "mmse.delivery_report" "X-Mms-Delivery-Report": U8 Hex = DELIVERY_REPORT_NAMES;
        DELIVERY_TIME_ABS "mmse.delivery_time.abs" "X-Mms-Delivery-Time": AbsTime;
        DELIVERY_TIME_REL "mmse.delivery_time.rel" "X-Mms-Delivery-Time": RelTime;
        EXPIRY_ABS "mmse.expiry.abs" "X-Mms-Expiry": AbsTime;
        EXPIRY_REL "mmse.expiry.rel" "X-Mms-Expiry": RelTime;
        FROM "mmse.from" "From": Str;
        MESSAGE_CLASS_ID "mmse.message_class.id" "X-Mms-Message-Class": U8 Hex = MESSAGE_CLASS_ID_NAMES;
        MESSAGE_CLASS_STR "mmse.message_class.str" "X-Mms-Message-Class": Str;
        MESSAGE_ID "mmse.message_id" "Message-Id": Str;
        MESSAGE_SIZE "mmse.message_size" "X-Mms-Message-Size": U32 Dec;
        PRIORITY "mmse.priority" "X-Mms-Priority": U8 Hex = PRIORITY_NAMES;
        READ_REPLY "mmse.read_reply" "X-Mms-Read-Reply": U8 Hex = DELIVERY_REPORT_NAMES;
        READ_REPORT "mmse.read_report" "X-Mms-Read-Report": U8 Hex = DELIVERY_REPORT_NAMES;
        REPORT_ALLOWED "mmse.report_allowed" "X-Mms-Report-Allowed": U8 Hex = DELIVERY_REPORT_NAMES;
        RESPONSE_STATUS "mmse.response_status" "Response-Status": U8 Hex = RESPONSE_STATUS_NAMES;
        RESPONSE_TEXT "mmse.response_text" "Response-Text": Str;
        SENDER_VISIBILITY "mmse.sender_visibility" "Sender-Visibility": U8 Hex = SENDER_VISIBILITY_NAMES;
        STATUS "mmse.status" "Status": U8 Hex = STATUS_NAMES;
        SUBJECT "mmse.subject" "Subject": Str;
        TO "mmse.to" "To": Str;
        FFHEADER "mmse.ffheader" "Free format (not encoded) header": Str;
        RETRIEVE_STATUS "mmse.retrieve_status" "X-Mms-Retrieve-Status": U8 Hex = RETRIEVE_STATUS_NAMES;
        RETRIEVE_TEXT "mmse.retrieve_text" "X-Mms-Retrieve-Text": Str;
        READ_STATUS "mmse.read_status" "X-Mms-Read-Status": U8 Hex = READ_STATUS_NAMES;
        HEADER_CONTENT_TYPE "wsp.header.content_type" "Content-Type": Str;
        HEADER_NAME_VALUE "wsp.header.name_value" "Header name": U8 Dec & 0x7f;
        POST_DATA "wsp.post.data" "Data (Post)": None;
    }
}

names! {
    MESSAGE_TYPE_NAMES {
        128 => "m-send-req", 129 => "m-send-conf", 130 => "m-notification-ind", 131 => "m-notifyresp-ind",
        132 => "m-retrieve-conf", 133 => "m-acknowledge-ind", 134 => "m-delivery-ind", 135 => "m-read-rec-ind",
        136 => "m-read-orig-ind", 137 => "m-forward-req", 138 => "m-forward-conf", 139 => "m-mbox-store-req",
        140 => "m-mbox-store-conf", 141 => "m-mbox-view-req", 142 => "m-mbox-view-conf", 143 => "m-mbox-upload-req",
        144 => "m-mbox-upload-conf", 145 => "m-mbox-delete-req", 146 => "m-mbox-delete-conf", 147 => "m-mbox-descr",
    }
    DELIVERY_REPORT_NAMES { 128 => "Yes", 129 => "No" }
    MESSAGE_CLASS_ID_NAMES { 128 => "Personal", 129 => "Advertisement", 130 => "Informational", 131 => "Auto" }
    PRIORITY_NAMES { 128 => "Low", 129 => "Normal", 130 => "High" }
    RESPONSE_STATUS_NAMES {
        128 => "Ok", 129 => "Unspecified", 130 => "Service denied", 131 => "Message format corrupt",
        132 => "Sending address unresolved", 133 => "Message not found", 134 => "Network problem",
        135 => "Content not accepted", 136 => "Unsupported message", 192 => "Transient failure",
        193 => "Transient: Sending address unresolved", 194 => "Transient: Message not found",
        195 => "Transient: Network problem", 196 => "Transient: Partial success", 224 => "Permanent failure",
        225 => "Permanent: Service denied", 226 => "Permanent: Message format corrupt",
        227 => "Permanent: Sending address unresolved", 228 => "Permanent: Message not found",
        229 => "Permanent: Content not accepted", 230 => "Permanent: Reply charging limitations not met",
        231 => "Permanent: Reply charging request not accepted", 232 => "Permanent: Reply charging forwarding denied",
        233 => "Permanent: Reply charging not supported", 234 => "Permanent: Address hiding not supported",
    }
    SENDER_VISIBILITY_NAMES { 128 => "Hide", 129 => "Show" }
    STATUS_NAMES {
        128 => "Expired", 129 => "Retrieved", 130 => "Rejected", 131 => "Deferred", 132 => "Unrecognized",
        133 => "Indeterminate", 134 => "Forwarded", 135 => "Unreachable",
    }
    RETRIEVE_STATUS_NAMES {
        128 => "Ok", 192 => "Transient failure", 193 => "Transient: Message not found",
        194 => "Transient: Network problem", 224 => "Permanent failure", 225 => "Permanent: Service denied",
        226 => "Permanent: Message not found", 227 => "Permanent: Content unsupported",
    }
    READ_STATUS_NAMES { 128 => "Read", 129 => "Deleted without being read" }
}

names! {
    /// Content types that have a number (WSP's assigned numbers).
    CONTENT_TYPES {
        0x00 => "*/*", 0x01 => "text/*", 0x02 => "text/html", 0x03 => "text/plain", 0x08 => "text/vnd.wap.wml",
        0x14 => "application/vnd.wap.wmlc", 0x1c => "image/*", 0x1d => "image/gif", 0x1e => "image/jpeg",
        0x1f => "image/tiff", 0x20 => "image/png", 0x21 => "image/vnd.wap.wbmp",
        0x22 => "application/vnd.wap.multipart.*", 0x23 => "application/vnd.wap.multipart.mixed",
        0x24 => "application/vnd.wap.multipart.form-data", 0x25 => "application/vnd.wap.multipart.byteranges",
        0x26 => "application/vnd.wap.multipart.alternative", 0x27 => "application/xml", 0x28 => "text/xml",
        0x33 => "application/vnd.wap.multipart.related", 0x3e => "application/vnd.wap.mms-message",
    }
}

const CONTENT_TYPE: u8 = 0x04;
/// A value of more bytes has its length before it.
const LENGTH_QUOTE: u8 = 31;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let [first, kind] = *c.peek_array::<2>().map_err(|_| Stop::NotMine)?;
    if first != 0x8c {
        return Err(Stop::NotMine);
    }
    cx.protocol("MMSE");
    let name = MESSAGE_TYPE_NAMES.or(u64::from(kind), "Unknown type");
    cx.info(|o| _ = o.s("MMS ").s(name));
    cx.proto_append(|o| _ = o.s(", Type: ").s(name));
    while c.captured() > 0 {
        let start = c;
        let code = c.peek_u8(0)?;
        if code & 0x80 == 0 {
            // A header in words: its name, its value.
            let name = c.bytes(zero(&c)?)?;
            c.skip(1)?;
            let value = c.bytes(zero(&c)?)?;
            c.skip(1)?;
            let item = cx.add_str(FFHEADER, c.span_since(&start), |o| _ = o.bytes(value));
            cx.label(item, |o| _ = o.text(name).s(": ").text(value));
            continue;
        }
        c.skip(1)?;
        if code & 0x7f == CONTENT_TYPE {
            return content(cx, &mut c);
        }
        header(cx, code & 0x7f, start, &mut c)?;
    }
    Ok(())
}

/// How far the zero is that ends a text.
fn zero(c: &Cursor<'_>) -> Result<usize, Stop> {
    let rest = c.rest();
    rest.iter().position(|b| *b == 0).ok_or(Stop::Short)
}

/// A number of so many bytes as stand before it.
fn long(c: &mut Cursor<'_>) -> Result<u64, Stop> {
    let n = usize::from(c.peek_u8(0)?);
    let value = c.peek_uint(1, n.min(8))?;
    c.skip(1 + n)?;
    Ok(value)
}

/// The length of a value: of a byte, or of seven bits each behind the quote.
fn value_length(c: &mut Cursor<'_>) -> Result<usize, Stop> {
    let first = c.peek_u8(0)?;
    c.skip(1)?;
    if first < LENGTH_QUOTE {
        return Ok(usize::from(first));
    }
    let mut n = 0usize;
    for _ in 0..5 {
        let b = c.peek_u8(0)?;
        c.skip(1)?;
        n = n << 7 | usize::from(b & 0x7f);
        if b & 0x80 == 0 {
            return Ok(n);
        }
    }
    Err(Stop::Malformed)
}

/// A text, perhaps quoted, perhaps with its character set before it.
fn text<'b>(c: &mut Cursor<'b>) -> Result<&'b [u8], Stop> {
    let first = c.peek_u8(0)?;
    if first > LENGTH_QUOTE {
        let value = c.bytes(zero(c)?)?;
        c.skip(1)?;
        return Ok(value.strip_prefix(&[0x7f]).unwrap_or(value));
    }
    let n = value_length(c)?;
    let mut one = c.take_all(n)?;
    // The set: a number of a byte, or of several.
    if one.peek_u8(0)? & 0x80 != 0 {
        one.skip(1)?
    } else {
        _ = long(&mut one)?
    }
    one.bytes(zero(&one)?)
}

fn header<S: Sink>(cx: &mut Cx<'_, S>, code: u8, start: Cursor<'_>, c: &mut Cursor<'_>) -> Step {
    let field = match code {
        0x05 => {
            let date = long(c)?;
            let value = Value::Time(i64::try_from(date).unwrap_or_default(), 0);
            cx.add(DATE, c.span_since(&start), value);
            return Ok(());
        }
        0x07 => return when(cx, [DELIVERY_TIME_ABS, DELIVERY_TIME_REL], start, c),
        0x08 => return when(cx, [EXPIRY_ABS, EXPIRY_REL], start, c),
        0x09 => return from(cx, start, c),
        0x0a if c.peek_u8(0)? & 0x80 != 0 => MESSAGE_CLASS_ID,
        0x0d => return version(cx, start, c),
        0x0e => {
            let size = long(c)?;
            cx.add(MESSAGE_SIZE, c.span_since(&start), Value::U(size & 0xffff_ffff));
            return Ok(());
        }
        0x06 => DELIVERY_REPORT,
        0x0c => MESSAGE_TYPE,
        0x0f => PRIORITY,
        0x10 => READ_REPORT,
        0x11 => REPORT_ALLOWED,
        0x12 => RESPONSE_STATUS,
        0x14 => SENDER_VISIBILITY,
        0x15 => STATUS,
        0x19 => RETRIEVE_STATUS,
        0x1b => READ_STATUS,
        0x01 => return named(cx, BCC, start, c),
        0x02 => return named(cx, CC, start, c),
        0x03 => return named(cx, CONTENT_LOCATION, start, c),
        0x0a => return named(cx, MESSAGE_CLASS_STR, start, c),
        0x0b => return named(cx, MESSAGE_ID, start, c),
        0x13 => return named(cx, RESPONSE_TEXT, start, c),
        0x16 => return named(cx, SUBJECT, start, c),
        0x17 => return named(cx, TO, start, c),
        0x18 => return named(cx, TRANSACTION_ID, start, c),
        0x1a => return named(cx, RETRIEVE_TEXT, start, c),
        _ => return other(cx, start, c),
    };
    let value = c.peek_u8(0)?;
    c.skip(1)?;
    cx.add(field, c.span_since(&start), Value::U(u64::from(value)));
    Ok(())
}

fn named<S: Sink>(cx: &mut Cx<'_, S>, field: Field, start: Cursor<'_>, c: &mut Cursor<'_>) -> Step {
    let value = text(c)?;
    cx.add_str(field, c.span_since(&start), |o| _ = o.bytes(value));
    Ok(())
}

/// A time, or so long from now.
fn when<S: Sink>(cx: &mut Cx<'_, S>, fields: [Field; 2], start: Cursor<'_>, c: &mut Cursor<'_>) -> Step {
    let n = value_length(c)?;
    let mut one = c.take_all(n)?;
    let relative = one.peek_u8(0)? == 0x81;
    one.skip(1)?;
    let first = one.peek_u8(0)?;
    let seconds = if first & 0x80 != 0 { u64::from(first & 0x7f) } else { long(&mut one)? };
    let value = Value::Time(i64::try_from(seconds).unwrap_or_default(), 0);
    cx.add(fields[usize::from(relative)], c.span_since(&start), value);
    Ok(())
}

/// Who sent it, unless the network is to say so.
fn from<S: Sink>(cx: &mut Cx<'_, S>, start: Cursor<'_>, c: &mut Cursor<'_>) -> Step {
    let n = value_length(c)?;
    let mut one = c.take_all(n)?;
    let here = c.span_since(&start);
    if one.peek_u8(0)? != 0x80 {
        cx.add_str(FROM, here, |o| _ = o.s("<insert address>"));
        return Ok(());
    }
    one.skip(1)?;
    let value = text(&mut one)?;
    cx.add_str(FROM, here, |o| _ = o.bytes(value));
    Ok(())
}

/// Three bits before the point, four behind it; or a text.
fn version<S: Sink>(cx: &mut Cx<'_, S>, start: Cursor<'_>, c: &mut Cursor<'_>) -> Step {
    let value = c.peek_u8(0)?;
    if value & 0x80 == 0 {
        return named(cx, MMS_VERSION, start, c);
    }
    c.skip(1)?;
    cx.add_str(MMS_VERSION, c.span_since(&start), |o| {
        o.u(value >> 4 & 7);
        if value & 15 != 15 {
            o.s(".").u(value & 15);
        }
    });
    Ok(())
}

/// A header that is not read: its value still tells where the next begins.
fn other<S: Sink>(cx: &mut Cx<'_, S>, start: Cursor<'_>, c: &mut Cursor<'_>) -> Step {
    match c.peek_u8(0)? {
        b if b & 0x80 != 0 => c.skip(1)?,
        b if b <= LENGTH_QUOTE => {
            let n = value_length(c)?;
            c.skip(n)?;
        }
        _ => _ = text(c)?,
    }
    cx.line(c.span_since(&start), |o| _ = o.s("Header (Not decoded)"));
    Ok(())
}

/// The type of what follows the headers, and that.
fn content<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let line = cx.line(c.span(1), |o| _ = o.s("Content-Type"));
    cx.under(line, |cx| cx.peek(HEADER_NAME_VALUE, c, 1))?;
    let start = *c;
    let first = c.peek_u8(0)?;
    let mut one = if first <= LENGTH_QUOTE {
        let n = value_length(c)?;
        c.take_all(n)?
    } else {
        let n = if first & 0x80 != 0 { 1 } else { zero(c)? + 1 };
        c.take_all(n)?
    };
    let here = c.span_since(&start);
    let number = one.peek_u8(0)?;
    if number & 0x80 != 0 {
        let name = CONTENT_TYPES.or(u64::from(number & 0x7f), "(Unknown content type identifier)");
        cx.add_str(HEADER_CONTENT_TYPE, here, |o| _ = o.s(name));
    } else {
        let name = one.bytes(zero(&one)?)?;
        cx.add_str(HEADER_CONTENT_TYPE, here, |o| _ = o.bytes(name));
    }
    if !c.is_empty() {
        cx.add(POST_DATA, c.span(c.left()), Value::None);
    }
    Ok(())
}
