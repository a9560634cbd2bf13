//! The types of MMS that are read (ISO 9506-2).

use super::*;
use crate::application::asn1::{INTEGER, Member, NO_FIELD, SEQUENCE, Tag, Type, may, must};
use Tag::{Context as C, Explicit as E, Own};

/// VisibleString.
const VISIBLE: Tag = Tag::Universal(26);
/// GraphicString.
const GRAPHIC: Tag = Tag::Universal(25);

/// An IEC 61850 time: seconds, a fraction of them, and a quality.
pub(super) const UTC: u8 = 0;
/// Milliseconds of a day, and days since 1984.
pub(super) const TIME_OF_DAY: u8 = 1;

static OBJECT_NAME: Type = Type::Choice(&[
    (0, must(C(0), VMD_SPECIFIC, &Type::Octets)),
    (
        1,
        must(
            C(1),
            DOMAIN_SPECIFIC_ELEMENT,
            &Type::Seq(&[must(VISIBLE, DOMAIN_ID, &Type::Octets), must(VISIBLE, ITEM_ID, &Type::Octets)]),
        ),
    ),
    (2, must(C(2), AA_SPECIFIC, &Type::Octets)),
]);
static NAME_ITEM: Member = must(Own, OBJECT_NAME_FIELD, &OBJECT_NAME);

static IDENTIFIERS: Type = Type::List(&IDENTIFIER_ITEM);
static IDENTIFIER_ITEM: Member = must(VISIBLE, IDENTIFIER, &Type::Octets);

static FILE_NAME_TYPE: Type = Type::List(&FILE_NAME_PART);
static FILE_NAME_PART: Member = must(GRAPHIC, FILE_NAME_ITEM, &Type::Octets);

static DATA_TYPE: Type = Type::Choice(&[
    (1, must(C(1), ARRAY, &DATA_LIST)),
    (2, must(C(2), STRUCTURE, &DATA_LIST)),
    (3, must(C(3), BOOLEAN, &Type::Bool)),
    (4, must(C(4), DATA_BIT_STRING, &Type::Bits(&[]))),
    (5, must(C(5), INTEGER_FIELD, &Type::Int)),
    (6, must(C(6), UNSIGNED, &Type::Int)),
    (7, must(C(7), FLOATING_POINT, &Type::Octets)),
    (9, must(C(9), DATA_OCTET_STRING, &Type::Octets)),
    (10, must(C(10), DATA_VISIBLE_STRING, &Type::Octets)),
    (12, must(C(12), DATA_BINARY_TIME, &Type::Other(TIME_OF_DAY))),
    (13, must(C(13), BCD, &Type::Int)),
    (14, must(C(14), BOOLEAN_ARRAY, &Type::Bits(&[]))),
    (15, must(C(15), OBJ_ID, &Type::Oid)),
    (16, must(C(16), M_MSSTRING, &Type::Octets)),
    (17, must(C(17), UTC_TIME, &Type::Other(UTC))),
]);
static DATA_LIST: Type = Type::List(&DATA_ITEM);
static DATA_ITEM: Member = must(Own, DATA, &DATA_TYPE);

static TYPE_SPECIFICATION_TYPE: Type = Type::Choice(&[
    (0, must(E(0), TYPE_NAME, &OBJECT_NAME)),
    (
        1,
        must(
            C(1),
            ARRAY_ELEMENT,
            &Type::Seq(&[
                may(C(0), PACKED, &Type::Bool),
                must(C(1), NUMBER_OF_ELEMENTS, &Type::Int),
                must(E(2), ELEMENT_TYPE, &TYPE_SPECIFICATION_TYPE),
            ]),
        ),
    ),
    (
        2,
        must(
            C(2),
            STRUCTURE_ELEMENT,
            &Type::Seq(&[
                may(C(0), PACKED, &Type::Bool),
                must(C(1), COMPONENTS, &Type::List(&COMPONENT_ITEM)),
            ]),
        ),
    ),
    (3, must(C(3), BOOLEAN_ELEMENT, &Type::Null)),
    (4, must(C(4), TYPE_SPECIFICATION_BIT_STRING, &Type::Int)),
    (5, must(C(5), INTEGER_FIELD, &Type::Int)),
    (6, must(C(6), UNSIGNED, &Type::Int)),
    (7, must(C(7), NO_FIELD, &Type::Hidden)),
    (9, must(C(9), TYPE_SPECIFICATION_OCTET_STRING, &Type::Int)),
    (10, must(C(10), TYPE_SPECIFICATION_VISIBLE_STRING, &Type::Int)),
    (11, must(C(11), GENERALIZED_TIME_ELEMENT, &Type::Null)),
    (12, must(C(12), TYPE_SPECIFICATION_BINARY_TIME, &Type::Bool)),
    (13, must(C(13), BCD, &Type::Int)),
    (15, must(C(15), OBJ_ID_ELEMENT, &Type::Null)),
]);
static COMPONENT_ITEM: Member = must(
    SEQUENCE,
    COMPONENTS_ITEM_ELEMENT,
    &Type::Seq(&[
        may(C(0), COMPONENT_NAME, &Type::Octets),
        must(E(1), COMPONENT_TYPE, &TYPE_SPECIFICATION_TYPE),
    ]),
);

static ADDRESS_TYPE: Type = Type::Choice(&[
    (0, must(C(0), NUMERIC_ADDRESS, &Type::Int)),
    (1, must(C(1), SYMBOLIC_ADDRESS, &Type::Octets)),
    (2, must(C(2), UNCONSTRAINED_ADDRESS, &Type::Octets)),
]);

static SPECIFICATION: Type = Type::Choice(&[
    (0, must(E(0), NAME, &OBJECT_NAME)),
    (1, must(E(1), ADDRESS, &ADDRESS_TYPE)),
    (
        2,
        must(
            C(2),
            VARIABLE_DESCRIPTION_ELEMENT,
            &Type::Seq(&[
                must(Own, ADDRESS, &ADDRESS_TYPE),
                must(Own, TYPE_SPECIFICATION, &TYPE_SPECIFICATION_TYPE),
            ]),
        ),
    ),
    (3, must(C(3), SCATTERED_ACCESS_DESCRIPTION, &Type::Hidden)),
    (4, must(C(4), INVALIDATED_ELEMENT, &Type::Null)),
]);
static VARIABLE: Member = must(
    SEQUENCE,
    LIST_OF_VARIABLE_ITEM_ELEMENT,
    &Type::Seq(&[
        must(Own, VARIABLE_SPECIFICATION, &SPECIFICATION),
        may(C(5), ALTERNATE_ACCESS, &Type::Hidden),
    ]),
);
static ACCESS_SPECIFICATION: Type = Type::Choice(&[
    (0, must(C(0), LIST_OF_VARIABLE, &Type::List(&VARIABLE))),
    (1, must(E(1), VARIABLE_LIST_NAME, &OBJECT_NAME)),
]);
static RESULT: Member = must(
    Own,
    ACCESS_RESULT,
    &Type::Choice(&[
        (0, must(C(0), FAILURE, &Type::Int)),
        // The number of a success is that of its kind of data.
        (1, must(Own, SUCCESS, &DATA_TYPE)),
    ]),
);

static CALLED_OPTIONS: Type = Type::Bits(&[
    PARAMETER_SUPPORT_OPTIONS_STR1,
    PARAMETER_SUPPORT_OPTIONS_STR2,
    PARAMETER_SUPPORT_OPTIONS_VNAM,
    PARAMETER_SUPPORT_OPTIONS_VALT,
    PARAMETER_SUPPORT_OPTIONS_VADR,
    PARAMETER_SUPPORT_OPTIONS_VSCA,
    PARAMETER_SUPPORT_OPTIONS_TPY,
    PARAMETER_SUPPORT_OPTIONS_VLIS,
    PARAMETER_SUPPORT_OPTIONS_REAL,
    PARAMETER_SUPPORT_OPTIONS_SPARE_BIT9,
    PARAMETER_SUPPORT_OPTIONS_CEI,
]);
static SERVICES: Type = Type::Bits(&[
    SERVICE_SUPPORT_OPTIONS_STATUS,
    SERVICE_SUPPORT_OPTIONS_GET_NAME_LIST,
    SERVICE_SUPPORT_OPTIONS_IDENTIFY,
    SERVICE_SUPPORT_OPTIONS_RENAME,
    SERVICE_SUPPORT_OPTIONS_READ,
    SERVICE_SUPPORT_OPTIONS_WRITE,
    SERVICE_SUPPORT_OPTIONS_GET_VARIABLE_ACCESS_ATTRIBUTES,
    SERVICE_SUPPORT_OPTIONS_DEFINE_NAMED_VARIABLE,
    SERVICE_SUPPORT_OPTIONS_DEFINE_SCATTERED_ACCESS,
    SERVICE_SUPPORT_OPTIONS_GET_SCATTERED_ACCESS_ATTRIBUTES,
    SERVICE_SUPPORT_OPTIONS_DELETE_VARIABLE_ACCESS,
    SERVICE_SUPPORT_OPTIONS_DEFINE_NAMED_VARIABLE_LIST,
    SERVICE_SUPPORT_OPTIONS_GET_NAMED_VARIABLE_LIST_ATTRIBUTES,
    SERVICE_SUPPORT_OPTIONS_DELETE_NAMED_VARIABLE_LIST,
    SERVICE_SUPPORT_OPTIONS_DEFINE_NAMED_TYPE,
    SERVICE_SUPPORT_OPTIONS_GET_NAMED_TYPE_ATTRIBUTES,
    SERVICE_SUPPORT_OPTIONS_DELETE_NAMED_TYPE,
    SERVICE_SUPPORT_OPTIONS_INPUT,
    SERVICE_SUPPORT_OPTIONS_OUTPUT,
    SERVICE_SUPPORT_OPTIONS_TAKE_CONTROL,
    SERVICE_SUPPORT_OPTIONS_RELINQUISH_CONTROL,
    SERVICE_SUPPORT_OPTIONS_DEFINE_SEMAPHORE,
    SERVICE_SUPPORT_OPTIONS_DELETE_SEMAPHORE,
    SERVICE_SUPPORT_OPTIONS_REPORT_SEMAPHORE_STATUS,
    SERVICE_SUPPORT_OPTIONS_REPORT_POOL_SEMAPHORE_STATUS,
    SERVICE_SUPPORT_OPTIONS_REPORT_SEMAPHORE_ENTRY_STATUS,
    SERVICE_SUPPORT_OPTIONS_INITIATE_DOWNLOAD_SEQUENCE,
    SERVICE_SUPPORT_OPTIONS_DOWNLOAD_SEGMENT,
    SERVICE_SUPPORT_OPTIONS_TERMINATE_DOWNLOAD_SEQUENCE,
    SERVICE_SUPPORT_OPTIONS_INITIATE_UPLOAD_SEQUENCE,
    SERVICE_SUPPORT_OPTIONS_UPLOAD_SEGMENT,
    SERVICE_SUPPORT_OPTIONS_TERMINATE_UPLOAD_SEQUENCE,
    SERVICE_SUPPORT_OPTIONS_REQUEST_DOMAIN_DOWNLOAD,
    SERVICE_SUPPORT_OPTIONS_REQUEST_DOMAIN_UPLOAD,
    SERVICE_SUPPORT_OPTIONS_LOAD_DOMAIN_CONTENT,
    SERVICE_SUPPORT_OPTIONS_STORE_DOMAIN_CONTENT,
    SERVICE_SUPPORT_OPTIONS_DELETE_DOMAIN,
    SERVICE_SUPPORT_OPTIONS_GET_DOMAIN_ATTRIBUTES,
    SERVICE_SUPPORT_OPTIONS_CREATE_PROGRAM_INVOCATION,
    SERVICE_SUPPORT_OPTIONS_DELETE_PROGRAM_INVOCATION,
    SERVICE_SUPPORT_OPTIONS_START,
    SERVICE_SUPPORT_OPTIONS_STOP,
    SERVICE_SUPPORT_OPTIONS_RESUME,
    SERVICE_SUPPORT_OPTIONS_RESET,
    SERVICE_SUPPORT_OPTIONS_KILL,
    SERVICE_SUPPORT_OPTIONS_GET_PROGRAM_INVOCATION_ATTRIBUTES,
    SERVICE_SUPPORT_OPTIONS_OBTAIN_FILE,
    SERVICE_SUPPORT_OPTIONS_DEFINE_EVENT_CONDITION,
    SERVICE_SUPPORT_OPTIONS_DELETE_EVENT_CONDITION,
    SERVICE_SUPPORT_OPTIONS_GET_EVENT_CONDITION_ATTRIBUTES,
    SERVICE_SUPPORT_OPTIONS_REPORT_EVENT_CONDITION_STATUS,
    SERVICE_SUPPORT_OPTIONS_ALTER_EVENT_CONDITION_MONITORING,
    SERVICE_SUPPORT_OPTIONS_TRIGGER_EVENT,
    SERVICE_SUPPORT_OPTIONS_DEFINE_EVENT_ACTION,
    SERVICE_SUPPORT_OPTIONS_DELETE_EVENT_ACTION,
    SERVICE_SUPPORT_OPTIONS_GET_EVENT_ACTION_ATTRIBUTES,
    SERVICE_SUPPORT_OPTIONS_REPORT_ACTION_STATUS,
    SERVICE_SUPPORT_OPTIONS_DEFINE_EVENT_ENROLLMENT,
    SERVICE_SUPPORT_OPTIONS_DELETE_EVENT_ENROLLMENT,
    SERVICE_SUPPORT_OPTIONS_ALTER_EVENT_ENROLLMENT,
    SERVICE_SUPPORT_OPTIONS_REPORT_EVENT_ENROLLMENT_STATUS,
    SERVICE_SUPPORT_OPTIONS_GET_EVENT_ENROLLMENT_ATTRIBUTES,
    SERVICE_SUPPORT_OPTIONS_ACKNOWLEDGE_EVENT_NOTIFICATION,
    SERVICE_SUPPORT_OPTIONS_GET_ALARM_SUMMARY,
    SERVICE_SUPPORT_OPTIONS_GET_ALARM_ENROLLMENT_SUMMARY,
    SERVICE_SUPPORT_OPTIONS_READ_JOURNAL,
    SERVICE_SUPPORT_OPTIONS_WRITE_JOURNAL,
    SERVICE_SUPPORT_OPTIONS_INITIALIZE_JOURNAL,
    SERVICE_SUPPORT_OPTIONS_REPORT_JOURNAL_STATUS,
    SERVICE_SUPPORT_OPTIONS_CREATE_JOURNAL,
    SERVICE_SUPPORT_OPTIONS_DELETE_JOURNAL,
    SERVICE_SUPPORT_OPTIONS_GET_CAPABILITY_LIST,
    SERVICE_SUPPORT_OPTIONS_FILE_OPEN,
    SERVICE_SUPPORT_OPTIONS_FILE_READ,
    SERVICE_SUPPORT_OPTIONS_FILE_CLOSE,
    SERVICE_SUPPORT_OPTIONS_FILE_RENAME,
    SERVICE_SUPPORT_OPTIONS_FILE_DELETE,
    SERVICE_SUPPORT_OPTIONS_FILE_DIRECTORY,
    SERVICE_SUPPORT_OPTIONS_UNSOLICITED_STATUS,
    SERVICE_SUPPORT_OPTIONS_INFORMATION_REPORT,
    SERVICE_SUPPORT_OPTIONS_EVENT_NOTIFICATION,
    SERVICE_SUPPORT_OPTIONS_ATTACH_TO_EVENT_CONDITION,
    SERVICE_SUPPORT_OPTIONS_ATTACH_TO_SEMAPHORE,
    SERVICE_SUPPORT_OPTIONS_CONCLUDE,
    SERVICE_SUPPORT_OPTIONS_CANCEL,
]);

static INITIATE_REQUEST: Type = Type::Seq(&[
    may(C(0), LOCAL_DETAIL_CALLING, &Type::Int),
    must(C(1), PROPOSED_MAX_SERV_OUTSTANDING_CALLING, &Type::Int),
    must(C(2), PROPOSED_MAX_SERV_OUTSTANDING_CALLED, &Type::Int),
    may(C(3), PROPOSED_DATA_STRUCTURE_NESTING_LEVEL, &Type::Int),
    must(
        C(4),
        MMS_INIT_REQUEST_DETAIL_ELEMENT,
        &Type::Seq(&[
            must(C(0), PROPOSED_VERSION_NUMBER, &Type::Int),
            must(C(1), PROPOSED_PARAMETER_CBB, &CALLED_OPTIONS),
            must(C(2), SERVICES_SUPPORTED_CALLING, &SERVICES),
        ]),
    ),
]);
static INITIATE_RESPONSE: Type = Type::Seq(&[
    may(C(0), LOCAL_DETAIL_CALLED, &Type::Int),
    must(C(1), NEGOCIATED_MAX_SERV_OUTSTANDING_CALLING, &Type::Int),
    must(C(2), NEGOCIATED_MAX_SERV_OUTSTANDING_CALLED, &Type::Int),
    may(C(3), NEGOCIATED_DATA_STRUCTURE_NESTING_LEVEL, &Type::Int),
    must(
        C(4),
        MMS_INIT_RESPONSE_DETAIL_ELEMENT,
        &Type::Seq(&[
            must(C(0), NEGOCIATED_VERSION_NUMBER, &Type::Int),
            must(C(1), NEGOCIATED_PARAMETER_CBB, &CALLED_OPTIONS),
            must(C(2), SERVICES_SUPPORTED_CALLED, &SERVICES),
        ]),
    ),
]);

static ERROR: Type = Type::Seq(&[
    must(
        E(0),
        ERROR_CLASS,
        &Type::Choice(&[
            (0, must(C(0), VMD_STATE, &Type::Int)),
            (1, must(C(1), APPLICATION_REFERENCE, &Type::Int)),
            (2, must(C(2), DEFINITION, &Type::Int)),
            (3, must(C(3), RESOURCE, &Type::Int)),
            (4, must(C(4), SERVICE, &Type::Int)),
            (5, must(C(5), SERVICE_PREEMPT, &Type::Int)),
            (6, must(C(6), TIME_RESOLUTION, &Type::Int)),
            (7, must(C(7), ACCESS, &Type::Int)),
            (8, must(C(8), INITIATE, &Type::Int)),
            (9, must(C(9), CONCLUDE, &Type::Int)),
            (10, must(C(10), CANCEL, &Type::Int)),
            (11, must(C(11), FILE, &Type::Int)),
            (12, must(C(12), OTHERS, &Type::Int)),
        ]),
    ),
    may(C(1), ADDITIONAL_CODE, &Type::Int),
    may(C(2), ADDITIONAL_DESCRIPTION, &Type::Octets),
]);

static REJECT: Type = Type::Seq(&[
    may(C(0), ORIGINAL_INVOKE_ID, &Type::Int),
    must(
        Own,
        REJECT_REASON,
        &Type::Choice(&[
            (1, must(C(1), CONFIRMED_REQUEST_PDU, &Type::Int)),
            (2, must(C(2), CONFIRMED_RESPONSE_PDU, &Type::Int)),
            (3, must(C(3), CONFIRMED_ERROR_PDU, &Type::Int)),
            (4, must(C(4), UNCONFIRMED_PDU, &Type::Int)),
            (5, must(C(5), PDU_ERROR, &Type::Int)),
            (6, must(C(6), CANCEL_REQUEST_REASON, &Type::Int)),
            (7, must(C(7), CANCEL_RESPONSE_REASON, &Type::Int)),
            (8, must(C(8), CANCEL_ERROR_PDU, &Type::Int)),
            (9, must(C(9), CONCLUDE_REQUEST_PDU, &Type::Int)),
            (10, must(C(10), CONCLUDE_RESPONSE_PDU, &Type::Int)),
            (11, must(C(11), CONCLUDE_ERROR_PDU, &Type::Int)),
        ]),
    ),
]);

static REQUESTS: Type = Type::Choice(&[
    (0, must(C(0), STATUS, &Type::Bool)),
    (
        1,
        must(
            C(1),
            GET_NAME_LIST_ELEMENT,
            &Type::Seq(&[
                must(
                    E(0),
                    EXTENDED_OBJECT_CLASS,
                    &Type::Choice(&[(0, must(C(0), OBJECT_CLASS, &Type::Int))]),
                ),
                must(
                    E(1),
                    OBJECT_SCOPE,
                    &Type::Choice(&[
                        (0, must(C(0), VMD_SPECIFIC_ELEMENT, &Type::Null)),
                        (1, must(C(1), DOMAIN_SPECIFIC, &Type::Octets)),
                        (2, must(C(2), AA_SPECIFIC_ELEMENT, &Type::Null)),
                    ]),
                ),
                may(C(2), GET_NAME_LIST_REQUEST_CONTINUE_AFTER, &Type::Octets),
            ]),
        ),
    ),
    (2, must(C(2), IDENTIFY_ELEMENT, &Type::Null)),
    (
        4,
        must(
            C(4),
            READ_ELEMENT,
            &Type::Seq(&[
                may(C(0), SPECIFICATION_WITH_RESULT, &Type::Bool),
                must(E(1), VARIABLE_ACCESS_SPECIFICATN, &ACCESS_SPECIFICATION),
            ]),
        ),
    ),
    (
        5,
        must(
            C(5),
            WRITE_ELEMENT,
            &Type::Seq(&[
                must(Own, VARIABLE_ACCESS_SPECIFICATN, &ACCESS_SPECIFICATION),
                must(C(0), LIST_OF_DATA, &DATA_LIST),
            ]),
        ),
    ),
    (
        6,
        must(
            E(6),
            GET_VARIABLE_ACCESS_ATTRIBUTES,
            &Type::Choice(&[(0, must(E(0), NAME, &OBJECT_NAME)), (1, must(E(1), ADDRESS, &ADDRESS_TYPE))]),
        ),
    ),
    (
        11,
        must(
            C(11),
            DEFINE_NAMED_VARIABLE_LIST_ELEMENT,
            &Type::Seq(&[
                must(Own, VARIABLE_LIST_NAME, &OBJECT_NAME),
                must(C(0), LIST_OF_VARIABLE, &Type::List(&VARIABLE)),
            ]),
        ),
    ),
    (12, must(E(12), GET_NAMED_VARIABLE_LIST_ATTRIBUTES, &OBJECT_NAME)),
    (
        13,
        must(
            C(13),
            DELETE_NAMED_VARIABLE_LIST_ELEMENT,
            &Type::Seq(&[
                may(C(0), SCOPE_OF_DELETE, &Type::Int),
                may(C(1), LIST_OF_VARIABLE_LIST_NAME, &Type::List(&NAME_ITEM)),
                may(C(2), DOMAIN_NAME, &Type::Octets),
            ]),
        ),
    ),
    (
        72,
        must(
            C(72),
            FILE_OPEN_ELEMENT,
            &Type::Seq(&[must(C(0), FILE_NAME, &FILE_NAME_TYPE), must(C(1), INITIAL_POSITION, &Type::Int)]),
        ),
    ),
    (73, must(C(73), FILE_READ, &Type::Int)),
    (74, must(C(74), FILE_CLOSE, &Type::Int)),
    (
        75,
        must(
            C(75),
            FILE_RENAME_ELEMENT,
            &Type::Seq(&[
                must(C(0), CURRENT_FILE_NAME, &FILE_NAME_TYPE),
                must(C(1), NEW_FILE_NAME, &FILE_NAME_TYPE),
            ]),
        ),
    ),
    (76, must(C(76), FILE_DELETE, &FILE_NAME_TYPE)),
    (
        77,
        must(
            C(77),
            FILE_DIRECTORY_ELEMENT,
            &Type::Seq(&[
                may(C(0), FILE_SPECIFICATION, &FILE_NAME_TYPE),
                may(C(1), FILE_DIRECTORY_REQUEST_CONTINUE_AFTER, &FILE_NAME_TYPE),
            ]),
        ),
    ),
]);

static FILE_ATTRIBUTES: Type =
    Type::Seq(&[must(C(0), SIZE_OF_FILE, &Type::Int), may(C(1), LAST_MODIFIED, &Type::Time)]);
static DIRECTORY_ENTRY: Member = must(
    SEQUENCE,
    DIRECTORY_ENTRY_ELEMENT,
    &Type::Seq(&[
        must(C(0), FILENAME, &FILE_NAME_TYPE),
        must(C(1), FILE_ATTRIBUTES_ELEMENT, &FILE_ATTRIBUTES),
    ]),
);
static WRITE_ITEM: Member = must(
    Own,
    WRITE_RESPONSE_ITEM,
    &Type::Choice(&[(0, must(C(0), FAILURE, &Type::Int)), (1, must(C(1), SUCCESS_ELEMENT, &Type::Null))]),
);

static RESPONSES: Type = Type::Choice(&[
    (
        0,
        must(
            C(0),
            STATUS_ELEMENT,
            &Type::Seq(&[
                must(C(0), VMD_LOGICAL_STATUS, &Type::Int),
                must(C(1), VMD_PHYSICAL_STATUS, &Type::Int),
                may(C(2), LOCAL_DETAIL, &Type::Bits(&[])),
            ]),
        ),
    ),
    (
        1,
        must(
            C(1),
            GET_NAME_LIST_ELEMENT,
            &Type::Seq(&[must(C(0), LIST_OF_IDENTIFIER, &IDENTIFIERS), may(C(1), MORE_FOLLOWS, &Type::Bool)]),
        ),
    ),
    (
        2,
        must(
            C(2),
            IDENTIFY_ELEMENT,
            &Type::Seq(&[
                must(C(0), VENDOR_NAME, &Type::Octets),
                must(C(1), MODEL_NAME, &Type::Octets),
                must(C(2), REVISION, &Type::Octets),
                may(C(3), LIST_OF_ABSTRACT_SYNTAXES, &Type::List(&SYNTAX_ITEM)),
            ]),
        ),
    ),
    (
        4,
        must(
            C(4),
            READ_ELEMENT,
            &Type::Seq(&[
                may(E(0), VARIABLE_ACCESS_SPECIFICATN, &ACCESS_SPECIFICATION),
                must(C(1), LIST_OF_ACCESS_RESULT, &Type::List(&RESULT)),
            ]),
        ),
    ),
    (5, must(C(5), WRITE, &Type::List(&WRITE_ITEM))),
    (
        6,
        must(
            C(6),
            GET_VARIABLE_ACCESS_ATTRIBUTES_ELEMENT,
            &Type::Seq(&[
                must(C(0), MMS_DELETABLE, &Type::Bool),
                may(E(1), ADDRESS, &ADDRESS_TYPE),
                must(E(2), TYPE_SPECIFICATION, &TYPE_SPECIFICATION_TYPE),
            ]),
        ),
    ),
    (11, must(C(11), DEFINE_NAMED_VARIABLE_LIST_ELEMENT, &Type::Null)),
    (
        12,
        must(
            C(12),
            GET_NAMED_VARIABLE_LIST_ATTRIBUTES_ELEMENT,
            &Type::Seq(&[
                must(C(0), MMS_DELETABLE, &Type::Bool),
                must(C(1), LIST_OF_VARIABLE, &Type::List(&VARIABLE)),
            ]),
        ),
    ),
    (
        13,
        must(
            C(13),
            DELETE_NAMED_VARIABLE_LIST_ELEMENT,
            &Type::Seq(&[must(C(0), NUMBER_MATCHED, &Type::Int), must(C(1), NUMBER_DELETED, &Type::Int)]),
        ),
    ),
    (
        72,
        must(
            C(72),
            FILE_OPEN_ELEMENT,
            &Type::Seq(&[
                must(C(0), FRSM_ID, &Type::Int),
                must(C(1), FILE_ATTRIBUTES_ELEMENT, &FILE_ATTRIBUTES),
            ]),
        ),
    ),
    (
        73,
        must(
            C(73),
            FILE_READ_ELEMENT,
            &Type::Seq(&[must(C(0), FILE_DATA, &Type::Octets), may(C(1), MORE_FOLLOWS, &Type::Bool)]),
        ),
    ),
    (74, must(C(74), FILE_CLOSE_ELEMENT, &Type::Null)),
    (75, must(C(75), FILE_RENAME_ELEMENT, &Type::Null)),
    (76, must(C(76), FILE_DELETE_ELEMENT, &Type::Null)),
    (
        77,
        must(
            C(77),
            FILE_DIRECTORY_ELEMENT,
            &Type::Seq(&[
                must(E(0), LIST_OF_DIRECTORY_ENTRY, &Type::List(&DIRECTORY_ENTRY)),
                may(C(1), MORE_FOLLOWS, &Type::Bool),
            ]),
        ),
    ),
]);
static SYNTAX_ITEM: Member = must(Tag::Universal(6), LIST_OF_ABSTRACT_SYNTAXES_ITEM, &Type::Oid);

static UNCONFIRMED: Type = Type::Choice(&[
    (
        0,
        must(
            C(0),
            INFORMATION_REPORT_ELEMENT,
            &Type::Seq(&[
                must(Own, VARIABLE_ACCESS_SPECIFICATION, &ACCESS_SPECIFICATION),
                must(C(0), LIST_OF_ACCESS_RESULT, &Type::List(&RESULT)),
            ]),
        ),
    ),
    (
        1,
        must(
            C(1),
            UNSOLICITED_STATUS_ELEMENT,
            &Type::Seq(&[
                must(C(0), VMD_LOGICAL_STATUS, &Type::Int),
                must(C(1), VMD_PHYSICAL_STATUS, &Type::Int),
                may(C(2), LOCAL_DETAIL, &Type::Bits(&[])),
            ]),
        ),
    ),
    (2, must(C(2), EVENT_NOTIFICATION_ELEMENT, &Type::Hidden)),
]);

/// MMSpdu.
pub(super) static PDU: Member = must(
    Own,
    NO_FIELD,
    &Type::Choice(&[
        (
            0,
            must(
                C(0),
                CONFIRMED_REQUEST_PDU_ELEMENT,
                &Type::Seq(&[
                    must(INTEGER, INVOKE_ID, &Type::Int),
                    may(SEQUENCE, LIST_OF_MODIFIER, &Type::Hidden),
                    must(Own, CONFIRMED_SERVICE_REQUEST, &REQUESTS),
                ]),
            ),
        ),
        (
            1,
            must(
                C(1),
                CONFIRMED_RESPONSE_PDU_ELEMENT,
                &Type::Seq(&[
                    must(INTEGER, INVOKE_ID, &Type::Int),
                    must(Own, CONFIRMED_SERVICE_RESPONSE, &RESPONSES),
                ]),
            ),
        ),
        (
            2,
            must(
                C(2),
                CONFIRMED_ERROR_PDU_ELEMENT,
                &Type::Seq(&[
                    must(C(0), INVOKE_ID, &Type::Int),
                    may(C(1), MODIFIER_POSITION, &Type::Int),
                    must(C(2), SERVICE_ERROR_ELEMENT, &ERROR),
                ]),
            ),
        ),
        (3, must(C(3), UNCONFIRMED_PDU_ELEMENT, &Type::Seq(&[must(Own, UNCONFIRMED_SERVICE, &UNCONFIRMED)]))),
        (4, must(C(4), REJECT_PDU_ELEMENT, &REJECT)),
        (5, must(C(5), CANCEL_REQUEST_PDU, &Type::Int)),
        (6, must(C(6), CANCEL_RESPONSE_PDU, &Type::Int)),
        (
            7,
            must(
                C(7),
                CANCEL_ERROR_PDU_ELEMENT,
                &Type::Seq(&[
                    must(C(0), ORIGINAL_INVOKE_ID, &Type::Int),
                    must(C(1), SERVICE_ERROR_ELEMENT, &ERROR),
                ]),
            ),
        ),
        (8, must(C(8), INITIATE_REQUEST_PDU_ELEMENT, &INITIATE_REQUEST)),
        (9, must(C(9), INITIATE_RESPONSE_PDU_ELEMENT, &INITIATE_RESPONSE)),
        (10, must(C(10), INITIATE_ERROR_PDU_ELEMENT, &ERROR)),
        (11, must(C(11), CONCLUDE_REQUEST_PDU_ELEMENT, &Type::Null)),
        (12, must(C(12), CONCLUDE_RESPONSE_PDU_ELEMENT, &Type::Null)),
        (13, must(C(13), CONCLUDE_ERROR_PDU_ELEMENT, &ERROR)),
    ]),
);
