//! Association Control Service Element, ISO 8650-1 (ITU-T X.227).

use super::{abstract_syntax, hand_on};
use crate::application::asn1::{
    self, INTEGER, Member, NO_FIELD, OBJECT_IDENTIFIER, OCTET_STRING, Reader, SEQUENCE, SET, Tag, Type, may,
    must,
};
use crate::application::ber::{Class, Element};
use crate::application::x509::{oid, rdn_sequence};
use Tag::{Application as A, Context as C, Explicit as E};
use requin_wire::{Cursor, Cx, Field, Item, Sink, Step, Value, names, proto};

proto! {
    ACSE "acse" "ISO 8650-1 OSI Association Control Service" "ACSE" App
    on []
    fields {
        DIRECT_REFERENCE "acse.direct_reference" "direct-reference": Oid;
        INDIRECT_REFERENCE "acse.indirect_reference" "indirect-reference": I32 Dec;
        DATA_VALUE_DESCRIPTOR "acse.data_value_descriptor" "data-value-descriptor": Str;
        ENCODING "acse.encoding" "encoding": U32 Dec = ENCODING_NAMES;
        OCTET_ALIGNED "acse.octet_aligned" "octet-aligned": Bytes;
        ARBITRARY "acse.arbitrary" "arbitrary": Bytes;
        AARQ_ELEMENT "acse.aarq_element" "aarq": None;
        AARE_ELEMENT "acse.aare_element" "aare": None;
        RLRQ_ELEMENT "acse.rlrq_element" "rlrq": None;
        RLRE_ELEMENT "acse.rlre_element" "rlre": None;
        ABRT_ELEMENT "acse.abrt_element" "abrt": None;
        PROTOCOL_VERSION "acse.protocol_version" "protocol-version": Bytes;
        A_SO_CONTEXT_NAME "acse.aSO_context_name" "aSO-context-name": Oid;
        CALLED_AP_TITLE "acse.called_AP_title" "called-AP-title": U32 Dec = CALLED_AP_TITLE_NAMES;
        CALLED_AE_QUALIFIER "acse.called_AE_qualifier" "called-AE-qualifier": U32 Dec = CALLED_AE_QUALIFIER_NAMES;
        CALLED_AP_INVOCATION_IDENTIFIER "acse.called_AP_invocation_identifier" "called-AP-invocation-identifier": I32 Dec;
        CALLED_AE_INVOCATION_IDENTIFIER "acse.called_AE_invocation_identifier" "called-AE-invocation-identifier": I32 Dec;
        CALLING_AP_TITLE "acse.calling_AP_title" "calling-AP-title": U32 Dec = CALLED_AP_TITLE_NAMES;
        CALLING_AE_QUALIFIER "acse.calling_AE_qualifier" "calling-AE-qualifier": U32 Dec = CALLED_AE_QUALIFIER_NAMES;
        CALLING_AP_INVOCATION_IDENTIFIER "acse.calling_AP_invocation_identifier" "calling-AP-invocation-identifier": I32 Dec;
        CALLING_AE_INVOCATION_IDENTIFIER "acse.calling_AE_invocation_identifier" "calling-AE-invocation-identifier": I32 Dec;
        SENDER_ACSE_REQUIREMENTS "acse.sender_acse_requirements" "sender-acse-requirements": Bytes;
        MECHANISM_NAME "acse.mechanism_name" "mechanism-name": Oid;
        CALLING_AUTHENTICATION_VALUE "acse.calling_authentication_value" "calling-authentication-value": U32 Dec = CALLING_AUTHENTICATION_VALUE_NAMES;
        A_SO_CONTEXT_NAME_LIST "acse.aSO_context_name_list" "aSO-context-name-list": U32 Dec;
        IMPLEMENTATION_INFORMATION "acse.implementation_information" "implementation-information": Str;
        USER_INFORMATION "acse.user_information" "user-information": U32 Dec;
        RESULT "acse.result" "result": U32 Dec = RESULT_NAMES;
        RESULT_SOURCE_DIAGNOSTIC "acse.result_source_diagnostic" "result-source-diagnostic": U32 Dec = RESULT_SOURCE_DIAGNOSTIC_NAMES;
        RESPONDING_AP_TITLE "acse.responding_AP_title" "responding-AP-title": U32 Dec = CALLED_AP_TITLE_NAMES;
        RESPONDING_AE_QUALIFIER "acse.responding_AE_qualifier" "responding-AE-qualifier": U32 Dec = CALLED_AE_QUALIFIER_NAMES;
        RESPONDING_AP_INVOCATION_IDENTIFIER "acse.responding_AP_invocation_identifier" "responding-AP-invocation-identifier": I32 Dec;
        RESPONDING_AE_INVOCATION_IDENTIFIER "acse.responding_AE_invocation_identifier" "responding-AE-invocation-identifier": I32 Dec;
        RESPONDER_ACSE_REQUIREMENTS "acse.responder_acse_requirements" "responder-acse-requirements": Bytes;
        RESPONDING_AUTHENTICATION_VALUE "acse.responding_authentication_value" "responding-authentication-value": U32 Dec = CALLING_AUTHENTICATION_VALUE_NAMES;
        REASON "acse.reason" "reason": I32 Dec = REASON_NAMES;
        ABORT_SOURCE "acse.abort_source" "abort-source": U32 Dec = ABORT_SOURCE_NAMES;
        ABORT_DIAGNOSTIC "acse.abort_diagnostic" "abort-diagnostic": U32 Dec = ABORT_DIAGNOSTIC_NAMES;
        AP_TITLE_FORM1 "acse.ap_title_form1" "ap-title-form1": U32 Dec = AP_TITLE_FORM1_NAMES;
        AP_TITLE_FORM2 "acse.ap_title_form2" "ap-title-form2": Oid;
        AP_TITLE_FORM3 "acse.ap_title_form3" "ap-title-form3": Str;
        ASO_QUALIFIER_FORM1 "acse.aso_qualifier_form1" "aso-qualifier-form1": U32 Dec;
        ASO_QUALIFIER_FORM2 "acse.aso_qualifier_form2" "aso-qualifier-form2": I32 Dec;
        ASO_QUALIFIER_FORM3 "acse.aso_qualifier_form3" "aso-qualifier-form3": Str;
        ASO_QUALIFIER_FORM_ANY_OCTETS "acse.aso_qualifier_form_any_octets" "aso-qualifier-form-any-octets": Bytes;
        ASO_CONTEXT_NAME "acse.ASO_context_name" "ASO-context-name": Oid;
        SERVICE_USER "acse.service_user" "service-user": U32 Dec = SERVICE_USER_NAMES;
        SERVICE_PROVIDER "acse.service_provider" "service-provider": U32 Dec = SERVICE_PROVIDER_NAMES;
        EXTERNALT_ELEMENT "acse.EXTERNALt_element" "Association-data": None;
        CHARSTRING "acse.charstring" "charstring": Str;
        BITSTRING "acse.bitstring" "bitstring": Bytes;
        EXTERNAL_ELEMENT "acse.external_element" "external": None;
        OTHER_ELEMENT "acse.other_element" "other": None;
        T_AARQ_PROTOCOL_VERSION_VERSION1 "acse.T.AARQ.protocol.version.version1" "version1": Bool(8) & 0x80;
        T_AARE_PROTOCOL_VERSION_VERSION1 "acse.T.AARE.protocol.version.version1" "version1": Bool(8) & 0x80;
        ACSE_REQUIREMENTS_AUTHENTICATION "acse.ACSE.requirements.authentication" "authentication": Bool(8) & 0x80;
        ACSE_REQUIREMENTS_A_SO_CONTEXT_NEGOTIATION "acse.ACSE.requirements.aSO.context.negotiation" "aSO-context-negotiation": Bool(8) & 0x40;
        ACSE_REQUIREMENTS_HIGHER_LEVEL_ASSOCIATION "acse.ACSE.requirements.higher.level.association" "higher-level-association": Bool(8) & 0x20;
        ACSE_REQUIREMENTS_NESTED_ASSOCIATION "acse.ACSE.requirements.nested.association" "nested-association": Bool(8) & 0x10;
    }
}

names! {
    ENCODING_NAMES {
        0 => "single-ASN1-type", 1 => "octet-aligned", 2 => "arbitrary",
    }
    CALLED_AP_TITLE_NAMES {
        0 => "ap-title-form1", 1 => "ap-title-form2", 2 => "ap-title-form3",
    }
    CALLED_AE_QUALIFIER_NAMES {
        0 => "aso-qualifier-form1", 1 => "aso-qualifier-form2", 2 => "aso-qualifier-form3",
        3 => "aso-qualifier-form-any-octets",
    }
    CALLING_AUTHENTICATION_VALUE_NAMES {
        0 => "charstring", 1 => "bitstring", 2 => "external", 3 => "other",
    }
    RESULT_NAMES {
        0 => "accepted", 1 => "rejected-permanent", 2 => "rejected-transient",
    }
    RESULT_SOURCE_DIAGNOSTIC_NAMES {
        1 => "service-user", 2 => "service-provider",
    }
    REASON_NAMES {
        0 => "normal", 1 => "urgent", 30 => "user-defined",
    }
    ABORT_SOURCE_NAMES {
        0 => "service-user", 1 => "service-provider",
    }
    ABORT_DIAGNOSTIC_NAMES {
        1 => "no-reason-given", 2 => "protocol-error", 3 => "authentication-mechanism-name-not-recognized",
        4 => "authentication-mechanism-name-required", 5 => "authentication-failure",
        6 => "authentication-required",
    }
    AP_TITLE_FORM1_NAMES {
        0 => "rdnSequence",
    }
    SERVICE_USER_NAMES {
        0 => "null", 1 => "no-reason-given", 2 => "application-context-name-not-supported",
        3 => "calling-AP-title-not-recognized", 4 => "calling-AP-invocation-identifier-not-recognized",
        5 => "calling-AE-qualifier-not-recognized", 6 => "calling-AE-invocation-identifier-not-recognized",
        7 => "called-AP-title-not-recognized", 8 => "called-AP-invocation-identifier-not-recognized",
        9 => "called-AE-qualifier-not-recognized", 10 => "called-AE-invocation-identifier-not-recognized",
        11 => "authentication-mechanism-name-not-recognized", 12 => "authentication-mechanism-name-required",
        13 => "authentication-failure", 14 => "authentication-required",
    }
    SERVICE_PROVIDER_NAMES {
        0 => "null", 1 => "no-reason-given", 2 => "no-common-acse-version",
    }
}

/// EXTERNAL, whose inside is handed on.
static EXTERNAL: Type = Type::Other(0);
/// A distinguished name.
static NAME: Type = Type::Other(1);

static TITLE: Type = Type::Choice(&[
    (0, must(SEQUENCE, AP_TITLE_FORM1, &NAME)),
    (1, must(OBJECT_IDENTIFIER, AP_TITLE_FORM2, &Type::Oid)),
    (2, must(Tag::Universal(19), AP_TITLE_FORM3, &Type::Octets)),
]);
static AE_QUALIFIER: Type = Type::Choice(&[
    (0, must(SET, ASO_QUALIFIER_FORM1, &Type::Hidden)),
    (1, must(INTEGER, ASO_QUALIFIER_FORM2, &Type::Int)),
    (2, must(Tag::Universal(19), ASO_QUALIFIER_FORM3, &Type::Octets)),
    (3, must(OCTET_STRING, ASO_QUALIFIER_FORM_ANY_OCTETS, &Type::Octets)),
]);
static AUTHENTICATION: Type = Type::Choice(&[
    (0, must(C(0), CHARSTRING, &Type::Octets)),
    (1, must(C(1), BITSTRING, &Type::Bits(&[]))),
    (2, must(C(2), EXTERNAL_ELEMENT, &Type::Hidden)),
    (3, must(C(3), OTHER_ELEMENT, &Type::Hidden)),
]);
static REQUIREMENTS: Type = Type::Bits(&[
    ACSE_REQUIREMENTS_AUTHENTICATION,
    ACSE_REQUIREMENTS_A_SO_CONTEXT_NEGOTIATION,
    ACSE_REQUIREMENTS_HIGHER_LEVEL_ASSOCIATION,
    ACSE_REQUIREMENTS_NESTED_ASSOCIATION,
]);
static USER_INFORMATION_TYPE: Type = Type::List(&ASSOCIATION_DATA);
static ASSOCIATION_DATA: Member = must(Tag::Own, EXTERNALT_ELEMENT, &EXTERNAL);
static CONTEXT_NAMES: Type = Type::List(&CONTEXT_NAME);
static CONTEXT_NAME: Member = must(OBJECT_IDENTIFIER, ASO_CONTEXT_NAME, &Type::Oid);

static AARQ: Type = Type::Seq(&[
    may(C(0), PROTOCOL_VERSION, &Type::Bits(&[T_AARQ_PROTOCOL_VERSION_VERSION1])),
    must(E(1), A_SO_CONTEXT_NAME, &Type::Oid),
    may(E(2), CALLED_AP_TITLE, &TITLE),
    may(E(3), CALLED_AE_QUALIFIER, &AE_QUALIFIER),
    may(E(4), CALLED_AP_INVOCATION_IDENTIFIER, &Type::Int),
    may(E(5), CALLED_AE_INVOCATION_IDENTIFIER, &Type::Int),
    may(E(6), CALLING_AP_TITLE, &TITLE),
    may(E(7), CALLING_AE_QUALIFIER, &AE_QUALIFIER),
    may(E(8), CALLING_AP_INVOCATION_IDENTIFIER, &Type::Int),
    may(E(9), CALLING_AE_INVOCATION_IDENTIFIER, &Type::Int),
    may(C(10), SENDER_ACSE_REQUIREMENTS, &REQUIREMENTS),
    may(C(11), MECHANISM_NAME, &Type::Oid),
    may(E(12), CALLING_AUTHENTICATION_VALUE, &AUTHENTICATION),
    may(C(13), A_SO_CONTEXT_NAME_LIST, &CONTEXT_NAMES),
    may(C(29), IMPLEMENTATION_INFORMATION, &Type::Octets),
    may(C(30), USER_INFORMATION, &USER_INFORMATION_TYPE),
]);

static AARE: Type = Type::Seq(&[
    may(C(0), PROTOCOL_VERSION, &Type::Bits(&[T_AARE_PROTOCOL_VERSION_VERSION1])),
    must(E(1), A_SO_CONTEXT_NAME, &Type::Oid),
    must(E(2), RESULT, &Type::Int),
    must(
        E(3),
        RESULT_SOURCE_DIAGNOSTIC,
        &Type::Choice(&[
            (1, must(E(1), SERVICE_USER, &Type::Int)),
            (2, must(E(2), SERVICE_PROVIDER, &Type::Int)),
        ]),
    ),
    may(E(4), RESPONDING_AP_TITLE, &TITLE),
    may(E(5), RESPONDING_AE_QUALIFIER, &AE_QUALIFIER),
    may(E(6), RESPONDING_AP_INVOCATION_IDENTIFIER, &Type::Int),
    may(E(7), RESPONDING_AE_INVOCATION_IDENTIFIER, &Type::Int),
    may(C(8), RESPONDER_ACSE_REQUIREMENTS, &REQUIREMENTS),
    may(C(9), MECHANISM_NAME, &Type::Oid),
    may(E(10), RESPONDING_AUTHENTICATION_VALUE, &AUTHENTICATION),
    may(C(11), A_SO_CONTEXT_NAME_LIST, &CONTEXT_NAMES),
    may(C(29), IMPLEMENTATION_INFORMATION, &Type::Octets),
    may(C(30), USER_INFORMATION, &USER_INFORMATION_TYPE),
]);

static RELEASE: Type =
    Type::Seq(&[may(C(0), REASON, &Type::Int), may(C(30), USER_INFORMATION, &USER_INFORMATION_TYPE)]);

static ABRT: Type = Type::Seq(&[
    must(C(0), ABORT_SOURCE, &Type::Int),
    may(C(1), ABORT_DIAGNOSTIC, &Type::Int),
    may(C(30), USER_INFORMATION, &USER_INFORMATION_TYPE),
]);

static APDU: Member = must(
    Tag::Own,
    NO_FIELD,
    &Type::Choice(&[
        (0, must(A(0), AARQ_ELEMENT, &AARQ)),
        (1, must(A(1), AARE_ELEMENT, &AARE)),
        (2, must(A(2), RLRQ_ELEMENT, &RELEASE)),
        (3, must(A(3), RLRE_ELEMENT, &RELEASE)),
        (4, must(A(4), ABRT_ELEMENT, &ABRT)),
    ]),
);

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("ACSE");
    cx.info_clear();
    asn1::read(cx, &APDU, &mut c, &mut Told)
}

struct Told;

impl Reader for Told {
    fn other<S: Sink>(&mut self, cx: &mut Cx<'_, S>, which: u8, field: Field, e: &Element<'_>) -> Step {
        if which == 0 {
            return external(cx, field, e);
        }
        let item = cx.add(field, e.content(), Value::U(0));
        cx.under(item, |cx| rdn_sequence(cx, crate::application::x509::x509if::RDN_SEQUENCE, e.body))
    }

    fn told<S: Sink>(&mut self, cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>, _: Item) {
        let (name, names) = match field {
            AARQ_ELEMENT => ("A-Associate-Request", None),
            AARE_ELEMENT => ("A-Associate-Response", None),
            RLRQ_ELEMENT => ("Release-Request", None),
            RLRE_ELEMENT => ("Release-Response", None),
            ABRT_ELEMENT => ("Abort", None),
            REASON => ("", Some(REASON_NAMES)),
            RESULT => ("", Some(RESULT_NAMES)),
            ABORT_SOURCE => ("", Some(ABORT_SOURCE_NAMES)),
            _ => return,
        };
        match names {
            None => cx.info_add(|o| _ = o.s(name)),
            Some(names) => cx.info_add(|o| _ = o.s(" (").s(names.or(e.uint(), "")).s(")")),
        }
    }
}

/// References, and what they say how to read.
fn external<S: Sink>(cx: &mut Cx<'_, S>, field: Field, e: &Element<'_>) -> Step {
    let item = cx.add(field, e.content(), Value::None);
    cx.under(item, |cx| -> Step {
        let mut c = e.body;
        let mut syntax = None;
        while !c.is_empty() {
            let e = Element::read(&mut c)?;
            match (e.class, e.tag) {
                (Class::Universal, 6) => {
                    let dotted = oid::dotted(e.body.rest());
                    oid::add(cx, DIRECT_REFERENCE, e.content(), &dotted);
                    syntax = syntax.or(Some(dotted));
                }
                (Class::Universal, 2) => {
                    let item = cx.add(INDIRECT_REFERENCE, e.content(), Value::I(e.int()));
                    if let Some(found) = abstract_syntax(cx, e.int()) {
                        cx.append(item, |o| _ = o.s(" (").s(&oid::resolved(&found)).s(")"));
                        syntax = Some(found);
                    }
                }
                (Class::Universal, 7) => {
                    let n = e.body.left();
                    cx.peek(DATA_VALUE_DESCRIPTOR, &e.body, n)?;
                }
                (Class::Context, n) => {
                    let item = cx.add(ENCODING, e.content(), Value::U(n.into()));
                    cx.under(item, |cx| -> Step {
                        if n != 0 {
                            let len = e.body.left();
                            let field = if n == 1 { OCTET_ALIGNED } else { ARBITRARY };
                            cx.peek(field, &e.body, len)?;
                        }
                        match &syntax {
                            Some(syntax) if n != 2 => hand_on(cx, syntax, e.body).map(|_| ()),
                            _ => Ok(()),
                        }
                    })?;
                }
                _ => {}
            }
        }
        Ok(())
    })
}
