//! The Internet Printing Protocol, RFC 8010: operations and responses with groups of attributes, as bodies of HTTP.

use crate::meta;
use requin_wire::{Cursor, Cx, Names, Out, Sink, Step, Stop, Value, names, proto};

proto! {
    IPP "ipp" "Internet Printing Protocol" "IPP" App
    on []
    media ["application/ipp"]
    fields {
        VERSION "ipp.version" "version": U16 Custom = VERSION_NAMES;
        OPERATION_ID "ipp.operation_id" "operation-id": U16 Hex = OPERATION_ID_NAMES;
        STATUS_CODE "ipp.status_code" "status-code": U16 Hex = STATUS_CODE_NAMES;
        REQUEST_ID "ipp.request_id" "request-id": U32 Dec;
        NAME "ipp.name" "name": Str;
        MEMBERATTRNAME "ipp.memberattrname" "memberAttrName": Str;
        BOOLEAN_VALUE "ipp.boolean_value" "boolean value": Bool;
        INTEGER_VALUE "ipp.integer_value" "integer value": I32 Dec;
        ENUM_VALUE "ipp.enum_value" "enum value": I32 Dec;
        OUTOFBAND_VALUE "ipp.outofband_value" "out-of-band value": U8 Hex = OUTOFBAND_VALUE_NAMES;
        CHARSTRING_VALUE "ipp.charstring_value" "string value": Str;
        OCTETSTRING_VALUE "ipp.octetstring_value" "octetString value": Str;
        DATETIME_VALUE "ipp.datetime_value" "dateTime value": Bytes;
        RESOLUTION_VALUE "ipp.resolution_value" "resolution value": Bytes;
        RANGEOFINTEGER_VALUE "ipp.rangeofinteger_value" "rangeOfInteger value": Bytes;
        TEXTWITHLANGUAGE_VALUE "ipp.textwithlanguage_value" "textWithLanguage value": Bytes;
        NAMEWITHLANGUAGE_VALUE "ipp.namewithlanguage_value" "nameWithLanguage value": Bytes;
        UNKNOWN_VALUE "ipp.unknown_value" "unknown value": Bytes;
    }
}

names! {
    OPERATION_ID_NAMES {
        2 => "Print-Job", 3 => "Print-URI", 4 => "Validate-Job", 5 => "Create-Job", 6 => "Send-Document",
        7 => "Send-URI", 8 => "Cancel-Job", 9 => "Get-Job-Attributes", 10 => "Get-Jobs",
        11 => "Get-Printer-Attributes", 12 => "Hold-Job", 13 => "Release-Job", 14 => "Restart-Job",
        16 => "Pause-Printer", 17 => "Resume-Printer", 18 => "Purge-Jobs", 19 => "Set-Printer-Attributes",
        20 => "Set-Job-Attributes", 21 => "Get-Printer-Supported-Values", 22 => "Create-Printer-Subscriptions",
        23 => "Create-Job-Subscriptions", 24 => "Get-Subscription-Attributes", 25 => "Get-Subscriptions",
        26 => "Renew-Subscription", 27 => "Cancel-Subscription", 28 => "Get-Notifications",
        29 => "Reserved (ipp-indp-method)", 30 => "Reserved (ipp-get-resources)",
        31 => "Reserved (ipp-get-resources)", 32 => "Reserved (ipp-get-resources)", 33 => "Reserved (ipp-install)",
        34 => "Enable-Printer", 35 => "Disable-Printer", 36 => "Pause-Printer-After-Current-Job",
        37 => "Hold-New-Jobs", 38 => "Release-Held-New-Jobs", 39 => "Deactivate-Printer", 40 => "Activate-Printer",
        41 => "Restart-Printer", 42 => "Shutdown-Printer", 43 => "Startup-Printer", 44 => "Reprocess-Job",
        45 => "Cancel-Current-Job", 46 => "Suspend-Current-Job", 47 => "Resume-Job", 48 => "Promote-Job",
        49 => "Schedule-Job-After", 51 => "Cancel-Document", 52 => "Get-Document-Attributes", 53 => "Get-Documents",
        54 => "Delete-Document", 55 => "Set-Document-Attributes", 56 => "Cancel-Jobs", 57 => "Cancel-My-Jobs",
        58 => "Resubmit-Job", 59 => "Close-Job", 60 => "Identify-Printer", 61 => "Validate-Document",
        62 => "Add-Document-Images", 63 => "Acknowledge-Document", 64 => "Acknowledge-Identify-Printer",
        65 => "Acknowledge-Job", 66 => "Fetch-Document", 67 => "Fetch-Job", 68 => "Get-Output-Device-Attributes",
        69 => "Update-Active-Jobs", 70 => "Deregister-Output-Device", 71 => "Update-Document-Status",
        72 => "Update-Job-Status", 73 => "Update-Output-Device-Attributes", 74 => "Get-Next-Document-Data",
        16385 => "CUPS-Get-Default", 16386 => "CUPS-Get-Printers", 16387 => "CUPS-Add-Modify-Printer",
        16388 => "CUPS-Delete-Printer", 16389 => "CUPS-Get-Classes", 16390 => "CUPS-Add-Modify-Class",
        16391 => "CUPS-Delete-Class", 16392 => "CUPS-Accept-Jobs", 16393 => "CUPS-Reject-Jobs",
        16394 => "CUPS-Set-Default", 16395 => "CUPS-Get-Devices", 16396 => "CUPS-Get-PPDs", 16397 => "CUPS-Move-Job",
        16398 => "CUPS-Authenticate-Job", 16399 => "CUPS-Get-PPD", 16423 => "CUPS-Get-Document",
        16424 => "CUPS-Create-Local-Printer",
    }
    STATUS_CODE_NAMES {
        0 => "successful-ok", 1 => "successful-ok-ignored-or-substituted-attributes",
        2 => "successful-ok-conflicting-attributes", 3 => "successful-ok-ignored-subscriptions",
        5 => "successful-ok-too-many-events", 7 => "successful-ok-events-complete",
        1024 => "client-error-bad-request", 1025 => "client-error-forbidden",
        1026 => "client-error-not-authenticated", 1027 => "client-error-not-authorized",
        1028 => "client-error-not-possible", 1029 => "client-error-timeout", 1030 => "client-error-not-found",
        1031 => "client-error-gone", 1032 => "client-error-request-entity-too-large",
        1033 => "client-error-request-value-too-long", 1034 => "client-error-document-format-not-supported",
        1035 => "client-error-attributes-or-values-not-supported", 1036 => "client-error-uri-scheme-not-supported",
        1037 => "client-error-charset-not-supported", 1038 => "client-error-conflicting-attributes",
        1039 => "client-error-compression-not-supported", 1040 => "client-error-compression-error",
        1041 => "client-error-document-format-error", 1042 => "client-error-document-access-error",
        1043 => "client-error-attributes-not-settable", 1044 => "client-error-ignored-all-subscriptions",
        1045 => "client-error-too-many-subscriptions", 1048 => "client-error-document-password-error",
        1049 => "client-error-document-permission-error", 1050 => "client-error-document-security-error",
        1051 => "client-error-document-unprintable-error", 1052 => "client-error-account-info-needed",
        1053 => "client-error-account-closed", 1054 => "client-error-account-limit-reached",
        1055 => "client-error-account-authorization-failed", 1056 => "client-error-not-fetchable",
        1280 => "server-error-internal-error", 1281 => "server-error-operation-not-supported",
        1282 => "server-error-service-unavailable", 1283 => "server-error-version-not-supported",
        1284 => "server-error-device-error", 1285 => "server-error-temporary-error",
        1286 => "server-error-not-accepting-jobs", 1287 => "server-error-busy", 1288 => "server-error-job-canceled",
        1289 => "server-error-multiple-document-jobs-not-supported", 1290 => "server-error-printer-is-deactivated",
        1291 => "server-error-too-many-jobs", 1292 => "server-error-too-many-documents",
    }
    OUTOFBAND_VALUE_NAMES {
        1 => "operation-attributes-tag", 2 => "job-attributes-tag", 3 => "end-of-attributes-tag",
        4 => "printer-attributes-tag", 5 => "unsupported-attributes-tag", 6 => "subscription-attributes-tag",
        7 => "event-notification-attributes-tag", 8 => "resource-attributes-tag", 9 => "document-attributes-tag",
        16 => "unsupported", 18 => "unknown", 19 => "no-value", 21 => "not-settable", 22 => "delete-attribute",
        23 => "admin-define", 33 => "integer", 34 => "boolean", 35 => "enum", 48 => "octetString", 49 => "dateTime",
        50 => "resolution", 51 => "rangeOfInteger", 52 => "collection", 53 => "textWithLanguage",
        54 => "nameWithLanguage", 55 => "endCollection", 65 => "textWithoutLanguage", 66 => "nameWithoutLanguage",
        68 => "keyword", 69 => "uri", 70 => "uriScheme", 71 => "charset", 72 => "naturalLanguage",
        73 => "mimeMediaType", 74 => "memberAttrName",
    }
}

const VERSION_NAMES: Names = Names::Custom(|value, o| {
    let n = value.as_u64().unwrap_or_default();
    o.u(n >> 8).s(".").u(n & 0xff);
});

const PORT: u16 = 631;
const END: u8 = 3;
/// Tags below are of groups.
const FIRST_VALUE: u8 = 0x10;
const COLLECTION: u8 = 0x34;
const END_COLLECTION: u8 = 0x37;
const MEMBER: u8 = 0x4a;
const DEEPEST: u8 = 8;

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("IPP");
    let [_, _, a, b, ..] = *c.peek_array::<8>()?;
    let code = u64::from(u16::from_be_bytes([a, b]));
    let ports = cx.ports;
    let asks = ports.dst == PORT || ports.src != PORT && ports.dst < ports.src;
    cx.info(|o| {
        let (what, names) =
            if asks { ("IPP Request (", OPERATION_ID_NAMES) } else { ("IPP Response (", STATUS_CODE_NAMES) };
        o.s(what);
        match names.find(code) {
            Some(name) => o.s(name),
            None => o.hex(code, 4),
        };
        o.s(")");
    });
    cx.u16(VERSION, &mut c)?;
    cx.u16(if asks { OPERATION_ID } else { STATUS_CODE }, &mut c)?;
    cx.u32(REQUEST_ID, &mut c)?;
    // Each turn takes at least a tag away.
    while c.captured() > 0 {
        let tag = c.peek_u8(0)?;
        let start = c;
        let line = cx.line(c.span(1), |o| tag_name(o, tag));
        c.skip(1)?;
        if tag == END {
            break;
        }
        cx.under(line, |cx| -> Step {
            while c.captured() > 0 && c.peek_u8(0)? >= FIRST_VALUE {
                attribute(cx, &mut c)?;
            }
            Ok(())
        })?;
        cx.set_len(line, c.pos().saturating_sub(start.pos()));
    }
    if c.is_empty() { Ok(()) } else { cx.call_nested(meta::data::ID, c) }
}

fn tag_name(o: &mut Out<'_>, tag: u8) {
    match OUTOFBAND_VALUE_NAMES.find(u64::from(tag)) {
        Some(name) => o.s(name),
        None => o.s("unknown-").x(tag, 2),
    };
}

/// An attribute, and more values of it, which have no name.
fn attribute<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (start, tag) = (*c, c.peek_u8(0)?);
    let name = c.peek_bytes(3, usize::from(c.peek_u16(1)?))?;
    let line = cx.line(c.span(0), |o| {
        o.text(name).s(" (");
        tag_name(o, tag);
        o.s(")");
    });
    cx.under(line, |cx| {
        value(cx, c, 0)?;
        while c.captured() > 2 && c.peek_u8(0)? >= FIRST_VALUE && c.peek_u16(1)? == 0 {
            value(cx, c, 0)?;
        }
        Ok::<_, Stop>(())
    })?;
    cx.set_len(line, c.pos().saturating_sub(start.pos()));
    Ok(())
}

/// A tag, a name, a value.
fn value<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, depth: u8) -> Step {
    let (tag, tag_span) = (c.peek_u8(0)?, c.span(1));
    c.skip(1)?;
    let n = c.peek_u16(0)?;
    c.skip(2)?;
    if n > 0 && !(FIRST_VALUE..0x20).contains(&tag) {
        cx.bytes(NAME, c, usize::from(n))?;
    } else {
        c.skip(usize::from(n))?;
    }
    let n = usize::from(c.peek_u16(0)?);
    c.skip(2)?;
    let field = match (tag, n) {
        (0x10..=0x1f, _) => {
            cx.add(OUTOFBAND_VALUE, tag_span, Value::U(u64::from(tag)));
            return c.skip(n);
        }
        (COLLECTION, _) => {
            c.skip(n)?;
            return collection(cx, c, depth + 1);
        }
        (END_COLLECTION, _) => return c.skip(n),
        (MEMBER, _) => MEMBERATTRNAME,
        (0x21, 4) => INTEGER_VALUE,
        (0x22, 1) => BOOLEAN_VALUE,
        (0x23, 4) => ENUM_VALUE,
        (0x30, _) => OCTETSTRING_VALUE,
        (0x31, _) => DATETIME_VALUE,
        (0x32, _) => RESOLUTION_VALUE,
        (0x33, _) => RANGEOFINTEGER_VALUE,
        (0x35, _) => TEXTWITHLANGUAGE_VALUE,
        (0x36, _) => NAMEWITHLANGUAGE_VALUE,
        (0x40..=0x49, _) => CHARSTRING_VALUE,
        _ => UNKNOWN_VALUE,
    };
    cx.field(field, c, n).map(|_| ())
}

/// Members of a collection: names and values in turn, until it ends.
fn collection<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, depth: u8) -> Step {
    if depth > DEEPEST {
        return Err(Stop::TooDeep);
    }
    let start = *c;
    let line = cx.line(c.span(0), |o| _ = o.s("collection"));
    cx.under(line, |cx| -> Step {
        while c.captured() > 0 {
            let tag = c.peek_u8(0)?;
            if tag < FIRST_VALUE {
                break;
            }
            value(cx, c, depth)?;
            if tag == END_COLLECTION {
                break;
            }
        }
        Ok(())
    })?;
    cx.set_len(line, c.pos().saturating_sub(start.pos()));
    Ok(())
}
