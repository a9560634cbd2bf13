//! Z39.50, information retrieval (ISO 23950): searches, and the records that are presented.

mod marc;

use super::ber::{Class, Element};
use super::x509::ber::{BITSTRING_PADDING, DIRECT_REFERENCE, ENCODING};
use crate::common::one_by_one;
use requin_wire::{Cursor, Cx, Field, Pdu, Sink, Step, Stop, Value, names, proto};

proto! {
    Z3950 "z3950" "Z39.50 Protocol" "Z39.50" App
    on [Tcp 210]
    frames [pdu_len]
    fields {
        INITREQUEST_ELEMENT "z3950.initRequest_element" "initRequest": None;
        INITRESPONSE_ELEMENT "z3950.initResponse_element" "initResponse": None;
        SEARCHREQUEST_ELEMENT "z3950.searchRequest_element" "searchRequest": None;
        SEARCHRESPONSE_ELEMENT "z3950.searchResponse_element" "searchResponse": None;
        PRESENTREQUEST_ELEMENT "z3950.presentRequest_element" "presentRequest": None;
        PRESENTRESPONSE_ELEMENT "z3950.presentResponse_element" "presentResponse": None;
        PROTOCOLVERSION "z3950.protocolVersion" "protocolVersion": Bytes;
        OPTIONS "z3950.options" "options": Bytes;
        PREFERREDMESSAGESIZE "z3950.preferredMessageSize" "preferredMessageSize": I32 Dec;
        EXCEPTIONALRECORDSIZE "z3950.exceptionalRecordSize" "exceptionalRecordSize": I32 Dec;
        IMPLEMENTATIONID "z3950.implementationId" "implementationId": Str;
        IMPLEMENTATIONNAME "z3950.implementationName" "implementationName": Str;
        IMPLEMENTATIONVERSION "z3950.implementationVersion" "implementationVersion": Str;
        RESULT "z3950.result" "result": Bool;
        SMALLSETUPPERBOUND "z3950.smallSetUpperBound" "smallSetUpperBound": I32 Dec;
        LARGESETLOWERBOUND "z3950.largeSetLowerBound" "largeSetLowerBound": I32 Dec;
        MEDIUMSETPRESENTNUMBER "z3950.mediumSetPresentNumber" "mediumSetPresentNumber": I32 Dec;
        REPLACEINDICATOR "z3950.replaceIndicator" "replaceIndicator": Bool;
        RESULTSETNAME "z3950.resultSetName" "resultSetName": Str;
        DATABASENAMES "z3950.databaseNames" "databaseNames": U32 Dec;
        DATABASENAME "z3950.DatabaseName" "DatabaseName": Str;
        PREFERREDRECORDSYNTAX "z3950.preferredRecordSyntax" "preferredRecordSyntax": Oid;
        QUERY "z3950.query" "query": U32 Dec = QUERY_NAMES;
        TYPE_1_ELEMENT "z3950.type_1_element" "type-1": None;
        ATTRIBUTESET "z3950.attributeSet" "attributeSet": Oid;
        RPN "z3950.rpn" "rpn": U32 Dec = RPN_NAMES;
        OP "z3950.op" "op": U32 Dec = OP_NAMES;
        RPNRPNOP_ELEMENT "z3950.rpnRpnOp_element" "rpnRpnOp": None;
        RPN1 "z3950.rpn1" "rpn1": U32 Dec = RPN_NAMES;
        RPN2 "z3950.rpn2" "rpn2": U32 Dec = RPN_NAMES;
        ATTRTERM_ELEMENT "z3950.attrTerm_element" "attrTerm": None;
        ATTRIBUTES "z3950.attributes" "attributes": U32 Dec;
        TERM "z3950.term" "term": U32 Dec = TERM_NAMES;
        ATTRIBUTEELEMENT_ELEMENT "z3950.AttributeElement_element" "AttributeElement": None;
        NUMERIC "z3950.numeric" "numeric": I32 Dec;
        OR_ELEMENT "z3950.or_element" "or": None;
        ATTRIBUTETYPE "z3950.attributeType" "attributeType": I32 Dec;
        ATTRIBUTEVALUE "z3950.attributeValue" "attributeValue": U32 Dec = ATTRIBUTEVALUE_NAMES;
        RESULTCOUNT "z3950.resultCount" "resultCount": I32 Dec;
        NUMBEROFRECORDSRETURNED "z3950.numberOfRecordsReturned" "numberOfRecordsReturned": I32 Dec;
        NEXTRESULTSETPOSITION "z3950.nextResultSetPosition" "nextResultSetPosition": I32 Dec;
        SEARCHSTATUS "z3950.searchStatus" "searchStatus": Bool;
        PRESENTSTATUS "z3950.presentStatus" "presentStatus": I32 Dec = PRESENTSTATUS_NAMES;
        RECORDS "z3950.records" "records": U32 Dec = RECORDS_NAMES;
        RESULTSETID "z3950.resultSetId" "resultSetId": Str;
        RESULTSETSTARTPOINT "z3950.resultSetStartPoint" "resultSetStartPoint": I32 Dec;
        NUMBEROFRECORDSREQUESTED "z3950.numberOfRecordsRequested" "numberOfRecordsRequested": I32 Dec;
        RECORDCOMPOSITION "z3950.recordComposition" "recordComposition": U32 Dec = RECORDCOMPOSITION_NAMES;
        SIMPLE "z3950.simple" "simple": U32 Dec = SIMPLE_NAMES;
        NAMEPLUSRECORD_ELEMENT "z3950.NamePlusRecord_element" "NamePlusRecord": None;
        RESPONSERECORDS "z3950.responseRecords" "responseRecords": U32 Dec;
        NAME "z3950.name" "name": Str;
        RECORD "z3950.record" "record": U32 Dec = RECORD_NAMES;
        RETRIEVALRECORD_ELEMENT "z3950.retrievalRecord_element" "retrievalRecord": None;
        GENERICELEMENTSETNAME "z3950.genericElementSetName" "genericElementSetName": Str;
        PROTOCOLVERSION_U_VERSION_1 "z3950.ProtocolVersion.U.version.1" "version-1": Bool(8) & 0x80;
        PROTOCOLVERSION_U_VERSION_2 "z3950.ProtocolVersion.U.version.2" "version-2": Bool(8) & 0x40;
        PROTOCOLVERSION_U_VERSION_3 "z3950.ProtocolVersion.U.version.3" "version-3": Bool(8) & 0x20;
        OPTIONS_U_SEARCH "z3950.Options.U.search" "search": Bool(8) & 0x80;
        OPTIONS_U_PRESENT "z3950.Options.U.present" "present": Bool(8) & 0x40;
        OPTIONS_U_DELSET "z3950.Options.U.delSet" "delSet": Bool(8) & 0x20;
        OPTIONS_U_RESOURCEREPORT "z3950.Options.U.resourceReport" "resourceReport": Bool(8) & 0x10;
        OPTIONS_U_TRIGGERRESOURCECTRL "z3950.Options.U.triggerResourceCtrl" "triggerResourceCtrl": Bool(8) & 0x8;
        OPTIONS_U_RESOURCECTRL "z3950.Options.U.resourceCtrl" "resourceCtrl": Bool(8) & 0x4;
        OPTIONS_U_ACCESSCTRL "z3950.Options.U.accessCtrl" "accessCtrl": Bool(8) & 0x2;
        OPTIONS_U_SCAN "z3950.Options.U.scan" "scan": Bool(8) & 0x1;
        OPTIONS_U_SORT "z3950.Options.U.sort" "sort": Bool(8) & 0x80;
        OPTIONS_U_SPARE_BIT9 "z3950.Options.U.spare.bit9" "spare_bit9": Bool(8) & 0x40;
        OPTIONS_U_EXTENDEDSERVICES "z3950.Options.U.extendedServices" "extendedServices": Bool(8) & 0x20;
        OPTIONS_U_LEVEL_1SEGMENTATION "z3950.Options.U.level.1Segmentation" "level-1Segmentation": Bool(8) & 0x10;
        OPTIONS_U_LEVEL_2SEGMENTATION "z3950.Options.U.level.2Segmentation" "level-2Segmentation": Bool(8) & 0x8;
        OPTIONS_U_CONCURRENTOPERATIONS "z3950.Options.U.concurrentOperations" "concurrentOperations": Bool(8) & 0x4;
        OPTIONS_U_NAMEDRESULTSETS "z3950.Options.U.namedResultSets" "namedResultSets": Bool(8) & 0x2;
        GENERAL_PRINTABLE "z3950.general.printable" "general": Str;
        MARC "marc" "MARC record": None;
        MARC_TERMINATOR "marc.terminator" "MARC record terminator": Char Hex;
        MARC_LEADER "marc.leader" "MARC leader": None;
        MARC_LEADER_LENGTH "marc.leader.length" "MARC leader length": Str;
        MARC_LEADER_STATUS "marc.leader.status" "MARC leader status": Char Hex;
        MARC_LEADER_TYPE "marc.leader.type" "MARC leader type": Char Hex;
        MARC_LEADER_BIBLEVEL "marc.leader.biblevel" "MARC leader biblevel": Char Hex;
        MARC_LEADER_CONTROL "marc.leader.control" "MARC leader control": Char Hex;
        MARC_LEADER_ENCODING "marc.leader.encoding" "MARC leader encoding": Char Hex;
        MARC_LEADER_INDICATOR_COUNT "marc.leader.indicator_count" "MARC leader indicator count": Char Hex;
        MARC_LEADER_SUBFIELD_COUNT "marc.leader.subfield_count" "MARC leader subfield count": Char Hex;
        MARC_LEADER_DATA_OFFSET "marc.leader.data_offset" "MARC leader data offset": Str;
        MARC_LEADER_ENCODING_LEVEL "marc.leader.encoding_level" "MARC leader encoding level": Char Hex;
        MARC_LEADER_DESCRIPTIVE_CATALOGING "marc.leader.descriptive_cataloging" "MARC leader descriptive cataloging": Char Hex;
        MARC_LEADER_MULTIPART_LEVEL "marc.leader.multipart_level" "MARC leader multipart level": Char Hex;
        MARC_LEADER_LENGTH_OF_FIELD_LENGTH "marc.leader.length_of_field_length" "MARC leader length-of-field length": Char Hex;
        MARC_LEADER_STARTING_CHARACTER_POSITION_LENGTH "marc.leader.starting_character_position_length" "MARC leader starting-character-position length": Char Hex;
        MARC_LEADER_IMPLEMENTATION_DEFINED_LENGTH "marc.leader.implementation_defined_length" "MARC leader implementation-defined length": Char Hex;
        MARC_DIRECTORY "marc.directory" "MARC directory": None;
        MARC_DIRECTORY_ENTRY "marc.directory.entry" "MARC directory entry": None;
        MARC_DIRECTORY_ENTRY_TAG "marc.directory.entry.tag" "tag": Str;
        MARC_DIRECTORY_ENTRY_LENGTH "marc.directory.entry.length" "length": Str;
        MARC_DIRECTORY_ENTRY_STARTING_POSITION "marc.directory.entry.starting_position" "starting position": Str;
        MARC_DIRECTORY_TERMINATOR "marc.directory.terminator" "MARC directory terminator": Char Hex;
        MARC_FIELDS "marc.fields" "MARC data fields": None;
        MARC_FIELD "marc.field" "MARC field": None;
        MARC_FIELD_CONTROL "marc.field.control" "Control field": Str;
        MARC_FIELD_TERMINATOR "marc.field.terminator" "MARC field terminator": Char Hex;
        MARC_FIELD_INDICATOR1 "marc.field.indicator1" "MARC field indicator1": Char Hex;
        MARC_FIELD_INDICATOR2 "marc.field.indicator2" "MARC field indicator2": Char Hex;
        MARC_FIELD_SUBFIELD_INDICATOR "marc.field.subfield.indicator" "MARC field subfield indicator": Char Hex;
        MARC_FIELD_SUBFIELD_TAG "marc.field.subfield.tag" "MARC field subfield tag": Char Hex;
        MARC_FIELD_SUBFIELD "marc.field.subfield" "MARC Subfield": Str;
    }
}

names! {
    QUERY_NAMES {
        0 => "type-0",
        1 => "type-1",
        2 => "type-2",
        100 => "type-100",
        101 => "type-101",
        102 => "type-102",
    }
    RPN_NAMES {
        0 => "op",
        1 => "rpnRpnOp",
    }
    OP_NAMES {
        0 => "and",
        1 => "or",
        2 => "and-not",
        3 => "prox",
        31 => "resultSet",
        102 => "attrTerm",
        214 => "resultAttr",
    }
    TERM_NAMES {
        45 => "general",
        215 => "numeric",
        216 => "characterString",
        217 => "oid",
        218 => "dateTime",
        219 => "external",
        220 => "integerAndUnit",
        221 => "null",
    }
    ATTRIBUTEVALUE_NAMES {
        1 => "string",
        2 => "numeric",
        121 => "numeric",
        224 => "complex",
    }
    PRESENTSTATUS_NAMES {
        0 => "success",
        1 => "partial-1",
        2 => "partial-2",
        3 => "partial-3",
        4 => "partial-4",
        5 => "failure",
    }
    RECORDS_NAMES {
        28 => "responseRecords",
        130 => "nonSurrogateDiagnostic",
        205 => "multipleNonSurDiagnostics",
    }
    RECORDCOMPOSITION_NAMES {
        19 => "simple",
        209 => "complex",
    }
    SIMPLE_NAMES {
        0 => "genericElementSetName",
        1 => "databaseSpecific",
    }
    RECORD_NAMES {
        1 => "retrievalRecord",
        2 => "surrogateDiagnostic",
        3 => "startingFragment",
        4 => "intermediateFragment",
        5 => "finalFragment",
    }
}

/// What reaches to an end inside is walked through anew with each segment, which is done for so many bytes.
const LONGEST_WALK: usize = 64 << 10;

fn pdu_len(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [] | [0xa0..=0xbe] => Pdu::More(2),
        [0xa0..=0xbe, n @ 0..=0x7f, ..] => Pdu::Len(2 + usize::from(*n)),
        [0xa0..=0xbe, n @ 0x81..=0x84, rest @ ..] => {
            let n = usize::from(n & 0x7f);
            match rest.get(..n) {
                Some(b) => Pdu::Len(2 + n + b.iter().fold(0, |v, b| v << 8 | usize::from(*b))),
                None => Pdu::More(2 + n),
            }
        }
        // Without a length, it reaches to an end inside.
        [0xa0..=0xbe, 0x80, ..] => {
            match Element::read(&mut Cursor::new(bytes, bytes.len(), requin_wire::FRAME)) {
                Ok(e) => Pdu::Len(e.span.len as usize),
                Err(Stop::Short) if bytes.len() < LONGEST_WALK => Pdu::More(bytes.len() + 1),
                Err(_) => Pdu::AsItComes,
            }
        }
        _ => Pdu::AsItComes,
    }
}

/// How an element is read.
#[derive(Clone, Copy)]
enum Kind {
    Number,
    Flag,
    Text,
    Identifier,
    Version,
    Options,
    Databases,
    Query,
    Composition,
    Records,
}

/// Elements of the requests and responses that are read, by their tags, which mean the same in all of them.
const ELEMENTS: &[(u32, Field, Kind)] = &[
    (3, PROTOCOLVERSION, Kind::Version),
    (4, OPTIONS, Kind::Options),
    (5, PREFERREDMESSAGESIZE, Kind::Number),
    (6, EXCEPTIONALRECORDSIZE, Kind::Number),
    (12, RESULT, Kind::Flag),
    (13, SMALLSETUPPERBOUND, Kind::Number),
    (14, LARGESETLOWERBOUND, Kind::Number),
    (15, MEDIUMSETPRESENTNUMBER, Kind::Number),
    (16, REPLACEINDICATOR, Kind::Flag),
    (17, RESULTSETNAME, Kind::Text),
    (18, DATABASENAMES, Kind::Databases),
    (19, RECORDCOMPOSITION, Kind::Composition),
    (21, QUERY, Kind::Query),
    (22, SEARCHSTATUS, Kind::Flag),
    (23, RESULTCOUNT, Kind::Number),
    (24, NUMBEROFRECORDSRETURNED, Kind::Number),
    (25, NEXTRESULTSETPOSITION, Kind::Number),
    (27, PRESENTSTATUS, Kind::Number),
    (28, RECORDS, Kind::Records),
    (29, NUMBEROFRECORDSREQUESTED, Kind::Number),
    (30, RESULTSETSTARTPOINT, Kind::Number),
    (31, RESULTSETID, Kind::Text),
    (104, PREFERREDRECORDSYNTAX, Kind::Identifier),
    (110, IMPLEMENTATIONID, Kind::Text),
    (111, IMPLEMENTATIONNAME, Kind::Text),
    (112, IMPLEMENTATIONVERSION, Kind::Text),
];

/// Requests and responses by their tags.
const MESSAGES: [(u32, Field, &str); 6] = [
    (20, INITREQUEST_ELEMENT, "initRequest"),
    (21, INITRESPONSE_ELEMENT, "initResponse"),
    (22, SEARCHREQUEST_ELEMENT, "searchRequest"),
    (23, SEARCHRESPONSE_ELEMENT, "searchResponse"),
    (24, PRESENTREQUEST_ELEMENT, "presentRequest"),
    (25, PRESENTRESPONSE_ELEMENT, "presentResponse"),
];

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let len = pdu_len(c.rest(), true, &[0; 2]);
    one_by_one(cx, c, ID, len, packet)
}

fn packet<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.proto_len(c.left());
    if !matches!(c.peek_u8(0)?, 0xa0..=0xbf) {
        return Err(Stop::NotMine);
    }
    cx.protocol("Z39.50");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let message = Element::read(&mut c)?;
    let Some((_, field, name)) = MESSAGES.iter().find(|m| m.0 == message.tag) else { return Ok(()) };
    cx.info_sep(", ", |o| _ = o.s(name));
    let item = cx.add(*field, message.content(), Value::None);
    cx.under(item, |cx| -> Step {
        let mut body = message.body;
        while !body.is_empty() {
            let e = Element::read(&mut body)?;
            if e.class == Class::Context
                && let Some((_, field, kind)) = ELEMENTS.iter().find(|k| k.0 == e.tag)
            {
                element(cx, &e, *field, *kind)?;
            }
        }
        Ok(())
    })
}

fn choice<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>) -> requin_wire::Item {
    cx.add(field, e.span, Value::U(u64::from(e.tag)))
}

fn text<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>) -> Step {
    let n = e.body.left();
    cx.peek(field, &e.body, n).map(|_| ())
}

/// A number of items, which the field tells.
fn count(e: &Element<'_>) -> u64 {
    let mut body = e.body;
    let mut n = 0;
    while !body.is_empty() && Element::read(&mut body).is_ok() {
        n += 1;
    }
    n
}

fn list<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>) -> requin_wire::Item {
    let n = count(e);
    let item = cx.add(field, e.content(), Value::U(n));
    cx.append(item, |o| _ = o.s(if n == 1 { " item" } else { " items" }));
    item
}

fn element<S: Sink>(cx: &mut Cx<'_, S>, e: &Element<'_>, field: Field, kind: Kind) -> Step {
    match kind {
        Kind::Number => _ = cx.add(field, e.content(), Value::I(e.int())),
        Kind::Flag => _ = cx.add(field, e.content(), Value::U(u64::from(e.uint() != 0))),
        Kind::Text => text(cx, field, e)?,
        Kind::Identifier => _ = cx.add(field, e.content(), Value::Bytes(e.content())),
        Kind::Version => bits(
            cx,
            e,
            field,
            &[&[PROTOCOLVERSION_U_VERSION_1, PROTOCOLVERSION_U_VERSION_2, PROTOCOLVERSION_U_VERSION_3]],
        )?,
        Kind::Options => bits(cx, e, field, &OPTION_BITS)?,
        Kind::Databases => {
            let item = list(cx, field, e);
            let mut body = e.body;
            cx.under(item, |cx| -> Step {
                while !body.is_empty() {
                    text(cx, DATABASENAME, &Element::read(&mut body)?)?;
                }
                Ok(())
            })?;
        }
        Kind::Query => {
            let inner = Element::read(&mut { e.body })?;
            let item = choice(cx, QUERY, &inner);
            if inner.tag == 1 {
                cx.under(item, |cx| query(cx, &inner))?;
            }
        }
        Kind::Composition => {
            let item = choice(cx, field, e);
            let inner = Element::read(&mut { e.body })?;
            cx.under(item, |cx| -> Step {
                let item = choice(cx, SIMPLE, &inner);
                if inner.tag == 0 {
                    cx.under(item, |cx| text(cx, GENERICELEMENTSETNAME, &inner))?;
                }
                Ok(())
            })?;
        }
        Kind::Records => {
            let item = choice(cx, field, e);
            cx.under(item, |cx| records(cx, e))?;
        }
    }
    Ok(())
}

const OPTION_BITS: [&[Field]; 2] = [
    &[
        OPTIONS_U_SEARCH,
        OPTIONS_U_PRESENT,
        OPTIONS_U_DELSET,
        OPTIONS_U_RESOURCEREPORT,
        OPTIONS_U_TRIGGERRESOURCECTRL,
        OPTIONS_U_RESOURCECTRL,
        OPTIONS_U_ACCESSCTRL,
        OPTIONS_U_SCAN,
    ],
    &[
        OPTIONS_U_SORT,
        OPTIONS_U_SPARE_BIT9,
        OPTIONS_U_EXTENDEDSERVICES,
        OPTIONS_U_LEVEL_1SEGMENTATION,
        OPTIONS_U_LEVEL_2SEGMENTATION,
        OPTIONS_U_CONCURRENTOPERATIONS,
        OPTIONS_U_NAMEDRESULTSETS,
    ],
];

/// A string of bits, whose first byte says how many of the last are unused.
fn bits<S: Sink>(cx: &mut Cx<'_, S>, e: &Element<'_>, field: Field, rows: &[&[Field]]) -> Step {
    let mut c = e.body;
    cx.field(BITSTRING_PADDING, &mut c, 1)?;
    let n = c.left();
    let item = cx.peek(field, &c, n)?;
    cx.under(item, |cx| -> Step {
        for row in rows {
            if c.is_empty() {
                break;
            }
            for field in *row {
                cx.peek(*field, &c, 1)?;
            }
            c.skip(1)?;
        }
        Ok(())
    })
}

fn query<S: Sink>(cx: &mut Cx<'_, S>, e: &Element<'_>) -> Step {
    let item = cx.add(TYPE_1_ELEMENT, e.content(), Value::None);
    cx.under(item, |cx| -> Step {
        let mut body = e.body;
        let set = Element::read(&mut body)?;
        cx.add(ATTRIBUTESET, set.content(), Value::Bytes(set.content()));
        structure(cx, RPN, &Element::read(&mut body)?, 0)
    })
}

/// How deep queries may be nested.
const DEPTH: u8 = 16;

/// An operand, or two structures and what joins them.
fn structure<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>, depth: u8) -> Step {
    if depth > DEPTH {
        return Err(Stop::TooDeep);
    }
    let item = choice(cx, field, e);
    cx.under(item, |cx| -> Step {
        let mut body = e.body;
        if e.tag == 0 {
            return operand(cx, &Element::read(&mut body)?);
        }
        let item = cx.add(RPNRPNOP_ELEMENT, e.content(), Value::None);
        cx.under(item, |cx| -> Step {
            structure(cx, RPN1, &Element::read(&mut body)?, depth + 1)?;
            structure(cx, RPN2, &Element::read(&mut body)?, depth + 1)?;
            let op = Element::read(&mut body)?;
            let which = Element::read(&mut { op.body })?;
            let item = choice(cx, OP, &which);
            cx.label(item, |o| {
                let name =
                    ["and", "or", "and-not", "prox"].get(which.tag as usize).copied().unwrap_or("Unknown");
                o.s("op: ").s(name).s(" (").u(which.tag).s(")");
            });
            if which.tag == 1 {
                cx.under(item, |cx| cx.add(OR_ELEMENT, which.content(), Value::None));
            }
            Ok(())
        })
    })
}

fn operand<S: Sink>(cx: &mut Cx<'_, S>, e: &Element<'_>) -> Step {
    const ATTRIBUTED: u32 = 102;
    let item = choice(cx, OP, e);
    if e.tag != ATTRIBUTED {
        return Ok(());
    }
    cx.under(item, |cx| -> Step {
        let item = cx.add(ATTRTERM_ELEMENT, e.content(), Value::None);
        cx.under(item, |cx| -> Step {
            let mut body = e.body;
            let attributes = Element::read(&mut body)?;
            let item = list(cx, ATTRIBUTES, &attributes);
            let mut inner = attributes.body;
            cx.under(item, |cx| -> Step {
                while !inner.is_empty() {
                    attribute(cx, &Element::read(&mut inner)?)?;
                }
                Ok(())
            })?;
            let term = Element::read(&mut body)?;
            let item = choice(cx, TERM, &term);
            if term.tag == 45 {
                cx.under(item, |cx| text(cx, GENERAL_PRINTABLE, &term))?;
            }
            Ok(())
        })
    })
}

fn attribute<S: Sink>(cx: &mut Cx<'_, S>, e: &Element<'_>) -> Step {
    let item = cx.add(ATTRIBUTEELEMENT_ELEMENT, e.content(), Value::None);
    cx.under(item, |cx| -> Step {
        let mut body = e.body;
        while !body.is_empty() {
            let part = Element::read(&mut body)?;
            match part.tag {
                120 => _ = cx.add(ATTRIBUTETYPE, part.content(), Value::I(part.int())),
                121 => {
                    let item = choice(cx, ATTRIBUTEVALUE, &part);
                    cx.under(item, |cx| cx.add(NUMERIC, part.content(), Value::I(part.int())));
                }
                _ => {}
            }
        }
        Ok(())
    })
}

fn records<S: Sink>(cx: &mut Cx<'_, S>, e: &Element<'_>) -> Step {
    let item = list(cx, RESPONSERECORDS, e);
    let mut body = e.body;
    cx.under(item, |cx| -> Step {
        while !body.is_empty() {
            record(cx, &Element::read(&mut body)?)?;
        }
        Ok(())
    })
}

fn record<S: Sink>(cx: &mut Cx<'_, S>, e: &Element<'_>) -> Step {
    let item = cx.add(NAMEPLUSRECORD_ELEMENT, e.content(), Value::None);
    cx.under(item, |cx| -> Step {
        let mut body = e.body;
        while !body.is_empty() {
            let part = Element::read(&mut body)?;
            match part.tag {
                0 => text(cx, NAME, &part)?,
                1 => {
                    let inner = Element::read(&mut { part.body })?;
                    let item = choice(cx, RECORD, &inner);
                    if inner.tag == 1 {
                        cx.under(item, |cx| external(cx, &inner))?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    })
}

/// A record of whatever kind, by its identifier.
fn external<S: Sink>(cx: &mut Cx<'_, S>, e: &Element<'_>) -> Step {
    /// 1.2.840.10003.5.10
    const MARC21: [u8; 7] = [0x2a, 0x86, 0x48, 0xce, 0x13, 5, 10];
    let item = cx.add(RETRIEVALRECORD_ELEMENT, e.content(), Value::None);
    cx.under(item, |cx| -> Step {
        let mut body = e.body;
        if e.constructed && body.peek_u8(0)? == 0x28 {
            body = Element::read(&mut body)?.body;
        }
        let kind = Element::read(&mut body)?;
        cx.add(DIRECT_REFERENCE, kind.content(), Value::Bytes(kind.content()));
        let data = Element::read(&mut body)?;
        let item = cx.add(ENCODING, data.content(), Value::U(u64::from(data.tag)));
        if kind.body.rest() != MARC21 || data.tag != 1 {
            return Ok(());
        }
        cx.under(item, |cx| marc::record(cx, data.body))
    })
}
