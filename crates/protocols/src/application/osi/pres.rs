//! Presentation protocol, ISO 8823 (ITU-T X.226).

use super::{abstract_syntax, hand_on, ses};
use crate::application::asn1::{
    self, INTEGER, Member, OBJECT_IDENTIFIER, Reader, SEQUENCE, Tag, Type, may, must,
};
use crate::application::ber::{Class, Element};
use crate::application::x509::oid;
use Tag::{Application as A, Context as C, Own};
use requin_wire::{Cursor, Cx, Field, Sink, Step, Value, names, proto};

proto! {
    PRES "pres" "ISO 8823 OSI Presentation Protocol" "PRES" App
    on []
    fields {
        CPTYPE "pres.cptype" "CP-type": None;
        CPAPDU "pres.cpapdu" "CPA-PPDU": None;
        ABORTTYPE "pres.aborttype" "Abort type": U32 Dec = ABORTTYPE_NAMES;
        CPRTYPE "pres.cprtype" "CPR-PPDU": U32 Dec = CPRTYPE_NAMES;
        MODE_SELECTOR_ELEMENT "pres.mode_selector_element" "mode-selector": None;
        X410_MODE_PARAMETERS_ELEMENT "pres.x410_mode_parameters_element" "x410-mode-parameters": None;
        NORMAL_MODE_PARAMETERS_ELEMENT "pres.normal_mode_parameters_element" "normal-mode-parameters": None;
        PROTOCOL_VERSION "pres.protocol_version" "protocol-version": Bytes;
        CALLING_PRESENTATION_SELECTOR "pres.calling_presentation_selector" "calling-presentation-selector": Bytes;
        CALLED_PRESENTATION_SELECTOR "pres.called_presentation_selector" "called-presentation-selector": Bytes;
        PRESENTATION_CONTEXT_DEFINITION_LIST "pres.presentation_context_definition_list" "presentation-context-definition-list": U32 Dec;
        DEFAULT_CONTEXT_NAME_ELEMENT "pres.default_context_name_element" "default-context-name": None;
        PRESENTATION_REQUIREMENTS "pres.presentation_requirements" "presentation-requirements": Bytes;
        USER_SESSION_REQUIREMENTS "pres.user_session_requirements" "user-session-requirements": Bytes;
        PROTOCOL_OPTIONS "pres.protocol_options" "protocol-options": Bytes;
        INITIATORS_NOMINATED_CONTEXT "pres.initiators_nominated_context" "initiators-nominated-context": I32 Dec;
        EXTENSIONS_ELEMENT "pres.extensions_element" "extensions": None;
        USER_DATA "pres.user_data" "user-data": U32 Dec = USER_DATA_NAMES;
        RESPONDING_PRESENTATION_SELECTOR "pres.responding_presentation_selector" "responding-presentation-selector": Bytes;
        PRESENTATION_CONTEXT_DEFINITION_RESULT_LIST "pres.presentation_context_definition_result_list" "presentation-context-definition-result-list": U32 Dec;
        RESPONDERS_NOMINATED_CONTEXT "pres.responders_nominated_context" "responders-nominated-context": I32 Dec;
        X400_MODE_PARAMETERS_ELEMENT "pres.x400_mode_parameters_element" "x400-mode-parameters": None;
        DEFAULT_CONTEXT_RESULT "pres.default_context_result" "default-context-result": I32 Dec = DEFAULT_CONTEXT_RESULT_NAMES;
        PROVIDER_REASON "pres.provider_reason" "provider-reason": I32 Dec = PROVIDER_REASON_NAMES;
        ARU_PPDU "pres.aru_ppdu" "aru-ppdu": U32 Dec = CPRTYPE_NAMES;
        ARP_PPDU_ELEMENT "pres.arp_ppdu_element" "arp-ppdu": None;
        PRESENTATION_CONTEXT_IDENTIFIER_LIST "pres.presentation_context_identifier_list" "presentation-context-identifier-list": U32 Dec;
        EVENT_IDENTIFIER "pres.event_identifier" "event-identifier": I32 Dec = EVENT_IDENTIFIER_NAMES;
        CONTEXT_LIST_ITEM_ELEMENT "pres.Context_list_item_element" "Context-list item": None;
        PRESENTATION_CONTEXT_IDENTIFIER "pres.presentation_context_identifier" "presentation-context-identifier": I32 Dec;
        ABSTRACT_SYNTAX_NAME "pres.abstract_syntax_name" "abstract-syntax-name": Oid;
        TRANSFER_SYNTAX_NAME_LIST "pres.transfer_syntax_name_list" "transfer-syntax-name-list": U32 Dec;
        TRANSFER_SYNTAX_NAME "pres.Transfer_syntax_name" "Transfer-syntax-name": Oid;
        RESULT_SYNTAX "pres.transfer_syntax_name" "transfer-syntax-name": Oid;
        MODE_VALUE "pres.mode_value" "mode-value": I32 Dec = MODE_VALUE_NAMES;
        PRESENTATION_CONTEXT_IDENTIFIER_LIST_ITEM_ELEMENT "pres.Presentation_context_identifier_list_item_element" "Presentation-context-identifier-list item": None;
        RESULT_LIST_ITEM_ELEMENT "pres.Result_list_item_element" "Result-list item": None;
        RESULT "pres.result" "result": I32 Dec = DEFAULT_CONTEXT_RESULT_NAMES;
        SIMPLY_ENCODED_DATA "pres.simply_encoded_data" "simply-encoded-data": Bytes;
        FULLY_ENCODED_DATA "pres.fully_encoded_data" "fully-encoded-data": U32 Dec;
        PDV_LIST_ELEMENT "pres.PDV_list_element" "PDV-list": None;
        PRESENTATION_DATA_VALUES "pres.presentation_data_values" "presentation-data-values": U32 Dec = PRESENTATION_DATA_VALUES_NAMES;
        OCTET_ALIGNED "pres.octet_aligned" "octet-aligned": Bytes;
        ARBITRARY "pres.arbitrary" "arbitrary": Bytes;
        PRESENTATION_REQUIREMENTS_CONTEXT_MANAGEMENT "pres.Presentation.requirements.context.management" "context-management": Bool(8) & 0x80;
        PRESENTATION_REQUIREMENTS_RESTORATION "pres.Presentation.requirements.restoration" "restoration": Bool(8) & 0x40;
        PROTOCOL_OPTIONS_NOMINATED_CONTEXT "pres.Protocol.options.nominated.context" "nominated-context": Bool(8) & 0x80;
        PROTOCOL_OPTIONS_SHORT_ENCODING "pres.Protocol.options.short.encoding" "short-encoding": Bool(8) & 0x40;
        PROTOCOL_OPTIONS_PACKED_ENCODING_RULES "pres.Protocol.options.packed.encoding.rules" "packed-encoding-rules": Bool(8) & 0x20;
        PROTOCOL_VERSION_VERSION_1 "pres.Protocol.version.version.1" "version-1": Bool(8) & 0x80;
        USER_SESSION_REQUIREMENTS_HALF_DUPLEX "pres.User.session.requirements.half.duplex" "half-duplex": Bool(8) & 0x80;
        USER_SESSION_REQUIREMENTS_DUPLEX "pres.User.session.requirements.duplex" "duplex": Bool(8) & 0x40;
        USER_SESSION_REQUIREMENTS_EXPEDITED_DATA "pres.User.session.requirements.expedited.data" "expedited-data": Bool(8) & 0x20;
        USER_SESSION_REQUIREMENTS_MINOR_SYNCHRONIZE "pres.User.session.requirements.minor.synchronize" "minor-synchronize": Bool(8) & 0x10;
        USER_SESSION_REQUIREMENTS_MAJOR_SYNCHRONIZE "pres.User.session.requirements.major.synchronize" "major-synchronize": Bool(8) & 0x8;
        USER_SESSION_REQUIREMENTS_RESYNCHRONIZE "pres.User.session.requirements.resynchronize" "resynchronize": Bool(8) & 0x4;
        USER_SESSION_REQUIREMENTS_ACTIVITY_MANAGEMENT "pres.User.session.requirements.activity.management" "activity-management": Bool(8) & 0x2;
        USER_SESSION_REQUIREMENTS_NEGOTIATED_RELEASE "pres.User.session.requirements.negotiated.release" "negotiated-release": Bool(8) & 0x1;
        USER_SESSION_REQUIREMENTS_CAPABILITY_DATA "pres.User.session.requirements.capability.data" "capability-data": Bool(8) & 0x80;
        USER_SESSION_REQUIREMENTS_EXCEPTIONS "pres.User.session.requirements.exceptions" "exceptions": Bool(8) & 0x40;
        USER_SESSION_REQUIREMENTS_TYPED_DATA "pres.User.session.requirements.typed.data" "typed-data": Bool(8) & 0x20;
        USER_SESSION_REQUIREMENTS_SYMMETRIC_SYNCHRONIZE "pres.User.session.requirements.symmetric.synchronize" "symmetric-synchronize": Bool(8) & 0x10;
        USER_SESSION_REQUIREMENTS_DATA_SEPARATION "pres.User.session.requirements.data.separation" "data-separation": Bool(8) & 0x8;
    }
    experts {
        DISSECTOR_NOT_AVAILABLE "pres.dissector_not_available" Warn Undecoded "Dissector is not available";
    }
}

names! {
    ABORTTYPE_NAMES {
        0 => "aru-ppdu", 1 => "arp-ppdu",
    }
    CPRTYPE_NAMES {
        0 => "x400-mode-parameters", 1 => "normal-mode-parameters",
    }
    USER_DATA_NAMES {
        0 => "simply-encoded-data", 1 => "fully-encoded-data",
    }
    DEFAULT_CONTEXT_RESULT_NAMES {
        0 => "acceptance", 1 => "user-rejection", 2 => "provider-rejection",
    }
    PROVIDER_REASON_NAMES {
        0 => "reason-not-specified", 1 => "temporary-congestion", 2 => "local-limit-exceeded",
        3 => "called-presentation-address-unknown", 4 => "protocol-version-not-supported",
        5 => "default-context-not-supported", 6 => "user-data-not-readable", 7 => "no-PSAP-available",
    }
    EVENT_IDENTIFIER_NAMES {
        0 => "cp-PPDU", 1 => "cpa-PPDU", 2 => "cpr-PPDU", 3 => "aru-PPDU", 4 => "arp-PPDU", 5 => "ac-PPDU",
        6 => "aca-PPDU", 7 => "td-PPDU", 8 => "ttd-PPDU", 9 => "te-PPDU", 10 => "tc-PPDU", 11 => "tcc-PPDU",
        12 => "rs-PPDU", 13 => "rsa-PPDU", 14 => "s-release-indication", 15 => "s-release-confirm",
        16 => "s-token-give-indication", 17 => "s-token-please-indication", 18 => "s-control-give-indication",
        19 => "s-sync-minor-indication", 20 => "s-sync-minor-confirm", 21 => "s-sync-major-indication",
        22 => "s-sync-major-confirm", 23 => "s-p-exception-report-indication",
        24 => "s-u-exception-report-indication", 25 => "s-activity-start-indication",
        26 => "s-activity-resume-indication", 27 => "s-activity-interrupt-indication",
        28 => "s-activity-interrupt-confirm", 29 => "s-activity-discard-indication",
        30 => "s-activity-discard-confirm", 31 => "s-activity-end-indication", 32 => "s-activity-end-confirm",
    }
    MODE_VALUE_NAMES {
        0 => "x410-1984-mode", 1 => "normal-mode",
    }
    PRESENTATION_DATA_VALUES_NAMES {
        0 => "single-ASN1-type", 1 => "octet-aligned", 2 => "arbitrary",
    }
}

/// PDV-list, whose inside is handed on.
static PDV_LIST: Type = Type::Other(0);

static MODE: Type = Type::Set(&[must(C(0), MODE_VALUE, &Type::Int)]);
static VERSION: Type = Type::Bits(&[PROTOCOL_VERSION_VERSION_1]);
static REQUIREMENTS: Type =
    Type::Bits(&[PRESENTATION_REQUIREMENTS_CONTEXT_MANAGEMENT, PRESENTATION_REQUIREMENTS_RESTORATION]);
static SESSION_REQUIREMENTS: Type = Type::Bits(&[
    USER_SESSION_REQUIREMENTS_HALF_DUPLEX,
    USER_SESSION_REQUIREMENTS_DUPLEX,
    USER_SESSION_REQUIREMENTS_EXPEDITED_DATA,
    USER_SESSION_REQUIREMENTS_MINOR_SYNCHRONIZE,
    USER_SESSION_REQUIREMENTS_MAJOR_SYNCHRONIZE,
    USER_SESSION_REQUIREMENTS_RESYNCHRONIZE,
    USER_SESSION_REQUIREMENTS_ACTIVITY_MANAGEMENT,
    USER_SESSION_REQUIREMENTS_NEGOTIATED_RELEASE,
    USER_SESSION_REQUIREMENTS_CAPABILITY_DATA,
    USER_SESSION_REQUIREMENTS_EXCEPTIONS,
    USER_SESSION_REQUIREMENTS_TYPED_DATA,
    USER_SESSION_REQUIREMENTS_SYMMETRIC_SYNCHRONIZE,
    USER_SESSION_REQUIREMENTS_DATA_SEPARATION,
]);
static OPTIONS: Type = Type::Bits(&[
    PROTOCOL_OPTIONS_NOMINATED_CONTEXT,
    PROTOCOL_OPTIONS_SHORT_ENCODING,
    PROTOCOL_OPTIONS_PACKED_ENCODING_RULES,
]);

static CONTEXT: Member = must(
    SEQUENCE,
    CONTEXT_LIST_ITEM_ELEMENT,
    &Type::Seq(&[
        must(INTEGER, PRESENTATION_CONTEXT_IDENTIFIER, &Type::Int),
        must(OBJECT_IDENTIFIER, ABSTRACT_SYNTAX_NAME, &Type::Oid),
        must(SEQUENCE, TRANSFER_SYNTAX_NAME_LIST, &Type::List(&SYNTAX)),
    ]),
);
static SYNTAX: Member = must(OBJECT_IDENTIFIER, TRANSFER_SYNTAX_NAME, &Type::Oid);
static RESULT_ITEM: Member = must(
    SEQUENCE,
    RESULT_LIST_ITEM_ELEMENT,
    &Type::Seq(&[
        must(C(0), RESULT, &Type::Int),
        may(C(1), RESULT_SYNTAX, &Type::Oid),
        may(C(2), PROVIDER_REASON, &Type::Int),
    ]),
);
static DEFAULT_CONTEXT: Type =
    Type::Seq(&[must(C(0), ABSTRACT_SYNTAX_NAME, &Type::Oid), must(C(1), RESULT_SYNTAX, &Type::Oid)]);
static IDENTIFIED: Member = must(
    SEQUENCE,
    PRESENTATION_CONTEXT_IDENTIFIER_LIST_ITEM_ELEMENT,
    &Type::Seq(&[
        must(INTEGER, PRESENTATION_CONTEXT_IDENTIFIER, &Type::Int),
        must(OBJECT_IDENTIFIER, RESULT_SYNTAX, &Type::Oid),
    ]),
);

static USER_DATA_TYPE: Type = Type::Choice(&[
    (0, must(A(0), SIMPLY_ENCODED_DATA, &Type::Octets)),
    (1, must(A(1), FULLY_ENCODED_DATA, &Type::List(&PDV))),
]);
static PDV: Member = must(Own, PDV_LIST_ELEMENT, &PDV_LIST);
static USER: Member = may(Own, USER_DATA, &USER_DATA_TYPE);

static CP: Member = must(
    Own,
    CPTYPE,
    &Type::Set(&[
        must(C(0), MODE_SELECTOR_ELEMENT, &MODE),
        may(C(1), X410_MODE_PARAMETERS_ELEMENT, &Type::Hidden),
        may(
            C(2),
            NORMAL_MODE_PARAMETERS_ELEMENT,
            &Type::Seq(&[
                may(C(0), PROTOCOL_VERSION, &VERSION),
                may(C(1), CALLING_PRESENTATION_SELECTOR, &Type::Octets),
                may(C(2), CALLED_PRESENTATION_SELECTOR, &Type::Octets),
                may(C(4), PRESENTATION_CONTEXT_DEFINITION_LIST, &Type::List(&CONTEXT)),
                may(C(6), DEFAULT_CONTEXT_NAME_ELEMENT, &DEFAULT_CONTEXT),
                may(C(8), PRESENTATION_REQUIREMENTS, &REQUIREMENTS),
                may(C(9), USER_SESSION_REQUIREMENTS, &SESSION_REQUIREMENTS),
                may(C(11), PROTOCOL_OPTIONS, &OPTIONS),
                may(C(12), INITIATORS_NOMINATED_CONTEXT, &Type::Int),
                may(C(14), EXTENSIONS_ELEMENT, &Type::Hidden),
                may(Own, USER_DATA, &USER_DATA_TYPE),
            ]),
        ),
    ]),
);

static CPA: Member = must(
    Own,
    CPAPDU,
    &Type::Set(&[
        must(C(0), MODE_SELECTOR_ELEMENT, &MODE),
        may(C(1), X410_MODE_PARAMETERS_ELEMENT, &Type::Hidden),
        may(
            C(2),
            NORMAL_MODE_PARAMETERS_ELEMENT,
            &Type::Seq(&[
                may(C(0), PROTOCOL_VERSION, &VERSION),
                may(C(3), RESPONDING_PRESENTATION_SELECTOR, &Type::Octets),
                may(C(5), PRESENTATION_CONTEXT_DEFINITION_RESULT_LIST, &Type::List(&RESULT_ITEM)),
                may(C(8), PRESENTATION_REQUIREMENTS, &REQUIREMENTS),
                may(C(9), USER_SESSION_REQUIREMENTS, &SESSION_REQUIREMENTS),
                may(C(11), PROTOCOL_OPTIONS, &OPTIONS),
                may(C(13), RESPONDERS_NOMINATED_CONTEXT, &Type::Int),
                may(Own, USER_DATA, &USER_DATA_TYPE),
            ]),
        ),
    ]),
);

static CPR: Member = must(
    Own,
    CPRTYPE,
    &Type::Choice(&[
        (0, must(asn1::SET, X400_MODE_PARAMETERS_ELEMENT, &Type::Hidden)),
        (
            1,
            must(
                SEQUENCE,
                NORMAL_MODE_PARAMETERS_ELEMENT,
                &Type::Seq(&[
                    may(C(0), PROTOCOL_VERSION, &VERSION),
                    may(C(3), RESPONDING_PRESENTATION_SELECTOR, &Type::Octets),
                    may(C(5), PRESENTATION_CONTEXT_DEFINITION_RESULT_LIST, &Type::List(&RESULT_ITEM)),
                    may(C(7), DEFAULT_CONTEXT_RESULT, &Type::Int),
                    may(C(10), PROVIDER_REASON, &Type::Int),
                    may(Own, USER_DATA, &USER_DATA_TYPE),
                ]),
            ),
        ),
    ]),
);

static ABORT: Member = must(
    Own,
    ABORTTYPE,
    &Type::Choice(&[
        (
            0,
            must(
                Own,
                ARU_PPDU,
                &Type::Choice(&[
                    (0, must(asn1::SET, X400_MODE_PARAMETERS_ELEMENT, &Type::Hidden)),
                    (
                        1,
                        must(
                            C(0),
                            NORMAL_MODE_PARAMETERS_ELEMENT,
                            &Type::Seq(&[
                                may(C(0), PRESENTATION_CONTEXT_IDENTIFIER_LIST, &Type::List(&IDENTIFIED)),
                                may(Own, USER_DATA, &USER_DATA_TYPE),
                            ]),
                        ),
                    ),
                ]),
            ),
        ),
        (
            1,
            must(
                SEQUENCE,
                ARP_PPDU_ELEMENT,
                &Type::Seq(&[
                    may(C(0), PROVIDER_REASON, &Type::Int),
                    may(C(1), EVENT_IDENTIFIER, &Type::Int),
                ]),
            ),
        ),
    ]),
);

/// Which PDU an SPDU of this type carries.
fn whole(spdu: u8) -> &'static Member {
    match spdu {
        ses::CONNECT => &CP,
        ses::ACCEPT => &CPA,
        ses::REFUSE => &CPR,
        ses::ABORT => &ABORT,
        _ => &USER,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("PRES");
    let spdu = std::mem::take(&mut cx.handed[0]);
    asn1::read(cx, whole(spdu as u8), &mut c, &mut Values)
}

struct Values;

impl Reader for Values {
    fn other<S: Sink>(&mut self, cx: &mut Cx<'_, S>, _: u8, field: Field, e: &Element<'_>) -> Step {
        let item = cx.add(field, e.content(), Value::None);
        cx.under(item, |cx| values(cx, e.body))
    }
}

/// Of which context they are, and the values.
fn values<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let mut syntax = None;
    while !c.is_empty() {
        let e = Element::read(&mut c)?;
        match (e.class, e.tag) {
            (Class::Universal, 6) => {
                oid::add(cx, TRANSFER_SYNTAX_NAME, e.content(), &oid::dotted(e.body.rest()));
            }
            (Class::Universal, 2) => {
                let item = cx.add(PRESENTATION_CONTEXT_IDENTIFIER, e.content(), Value::I(e.int()));
                syntax = abstract_syntax(cx, e.int());
                if let Some(syntax) = &syntax {
                    cx.append(item, |o| _ = o.s(" (").s(&oid::resolved(syntax)).s(")"));
                }
            }
            (Class::Context, n @ 0..=2) => {
                let item = cx.add(PRESENTATION_DATA_VALUES, e.content(), Value::U(n.into()));
                cx.under(item, |cx| -> Step {
                    let len = e.body.left();
                    match n {
                        0 => {}
                        1 => _ = cx.peek(OCTET_ALIGNED, &e.body, len)?,
                        _ => _ = cx.peek(ARBITRARY, &e.body, len)?,
                    }
                    let taken = match &syntax {
                        Some(syntax) if n != 2 => hand_on(cx, syntax, e.body)?,
                        _ => n != 0,
                    };
                    if !taken {
                        let item = cx.line(e.content(), |o| _ = o.s("Dissector is not available"));
                        cx.expert(DISSECTOR_NOT_AVAILABLE, item, e.content());
                    }
                    Ok(())
                })?;
            }
            _ => {}
        }
    }
    Ok(())
}
