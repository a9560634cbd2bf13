//! Logotypes in certificates, RFC 3709.

use crate::application::asn1::{
    self, INTEGER, Member, OBJECT_IDENTIFIER, OCTET_STRING, Reader, SEQUENCE, Tag, Type, may, must,
};
use crate::application::ber::Element;
use crate::application::x509::algorithm_inside;
use Tag::{Context as C, Explicit as E, Own};
use requin_wire::{Cursor, Cx, Field, Sink, Step, Stop, names, proto};

proto! {
    LOGOTYPECERTEXTN "logotypecertextn" "Logotype Certificate Extensions" "LogotypeCertExtn" App
    on []
    fields {
        LOGOTYPE_EXTN_ELEMENT "logotypecertextn.LogotypeExtn_element" "LogotypeExtn": None;
        COMMUNITY_LOGOS "logotypecertextn.communityLogos" "communityLogos": U32 Dec;
        LOGOTYPE_INFO "logotypecertextn.LogotypeInfo" "LogotypeInfo": U32 Dec = LOGOTYPE_INFO_NAMES;
        ISSUER_LOGO "logotypecertextn.issuerLogo" "issuerLogo": U32 Dec = LOGOTYPE_INFO_NAMES;
        SUBJECT_LOGO "logotypecertextn.subjectLogo" "subjectLogo": U32 Dec = LOGOTYPE_INFO_NAMES;
        OTHER_LOGOS "logotypecertextn.otherLogos" "otherLogos": U32 Dec;
        OTHER_LOGOTYPE_INFO_ELEMENT "logotypecertextn.OtherLogotypeInfo_element" "OtherLogotypeInfo": None;
        DIRECT_ELEMENT "logotypecertextn.direct_element" "direct": None;
        INDIRECT_ELEMENT "logotypecertextn.indirect_element" "indirect": None;
        IMAGE "logotypecertextn.image" "image": U32 Dec;
        LOGOTYPE_IMAGE_ELEMENT "logotypecertextn.LogotypeImage_element" "LogotypeImage": None;
        AUDIO "logotypecertextn.audio" "audio": U32 Dec;
        LOGOTYPE_AUDIO_ELEMENT "logotypecertextn.LogotypeAudio_element" "LogotypeAudio": None;
        IMAGE_DETAILS_ELEMENT "logotypecertextn.imageDetails_element" "imageDetails": None;
        IMAGE_INFO_ELEMENT "logotypecertextn.imageInfo_element" "imageInfo": None;
        AUDIO_DETAILS_ELEMENT "logotypecertextn.audioDetails_element" "audioDetails": None;
        AUDIO_INFO_ELEMENT "logotypecertextn.audioInfo_element" "audioInfo": None;
        MEDIA_TYPE "logotypecertextn.mediaType" "mediaType": Str;
        LOGOTYPE_HASH "logotypecertextn.logotypeHash" "logotypeHash": U32 Dec;
        HASH_ALG_AND_VALUE_ELEMENT "logotypecertextn.HashAlgAndValue_element" "HashAlgAndValue": None;
        LOGOTYPE_URI "logotypecertextn.logotypeURI" "logotypeURI": U32 Dec;
        LOGOTYPE_URI_ITEM "logotypecertextn.logotypeURI_item" "logotypeURI item": Str;
        TYPE "logotypecertextn.type" "type": I32 Dec = TYPE_NAMES;
        FILE_SIZE "logotypecertextn.fileSize" "fileSize": I32 Dec;
        X_SIZE "logotypecertextn.xSize" "xSize": I32 Dec;
        Y_SIZE "logotypecertextn.ySize" "ySize": I32 Dec;
        RESOLUTION "logotypecertextn.resolution" "resolution": U32 Dec = RESOLUTION_NAMES;
        LANGUAGE "logotypecertextn.language" "language": Str;
        NUM_BITS "logotypecertextn.numBits" "numBits": I32 Dec;
        TABLE_SIZE "logotypecertextn.tableSize" "tableSize": I32 Dec;
        PLAY_TIME "logotypecertextn.playTime" "playTime": I32 Dec;
        CHANNELS "logotypecertextn.channels" "channels": I32 Dec;
        SAMPLE_RATE "logotypecertextn.sampleRate" "sampleRate": I32 Dec;
        LOGOTYPE_TYPE "logotypecertextn.logotypeType" "logotypeType": Oid;
        INFO "logotypecertextn.info" "info": U32 Dec = LOGOTYPE_INFO_NAMES;
        REF_STRUCT_HASH "logotypecertextn.refStructHash" "refStructHash": U32 Dec;
        REF_STRUCT_URI "logotypecertextn.refStructURI" "refStructURI": U32 Dec;
        REF_STRUCT_URI_ITEM "logotypecertextn.refStructURI_item" "refStructURI item": Str;
        HASH_ALG_ELEMENT "logotypecertextn.hashAlg_element" "hashAlg": None;
        HASH_VALUE "logotypecertextn.hashValue" "hashValue": Bytes;
    }
}

names! {
    LOGOTYPE_INFO_NAMES {
        0 => "direct", 1 => "indirect",
    }
    TYPE_NAMES {
        0 => "grayScale", 1 => "color",
    }
    RESOLUTION_NAMES {
        1 => "numBits", 2 => "tableSize",
    }
}

/// IA5String.
const IA5: Tag = Tag::Universal(22);

static ALGORITHM: Type = Type::Other(0);
static HASH: Member = must(
    SEQUENCE,
    HASH_ALG_AND_VALUE_ELEMENT,
    &Type::Seq(&[
        must(SEQUENCE, HASH_ALG_ELEMENT, &ALGORITHM),
        must(OCTET_STRING, HASH_VALUE, &Type::Octets),
    ]),
);
static URI: Member = must(IA5, LOGOTYPE_URI_ITEM, &Type::Octets);
static REFERENCE_URI: Member = must(IA5, REF_STRUCT_URI_ITEM, &Type::Octets);
static DETAILS: Type = Type::Seq(&[
    must(IA5, MEDIA_TYPE, &Type::Octets),
    must(SEQUENCE, LOGOTYPE_HASH, &Type::List(&HASH)),
    must(SEQUENCE, LOGOTYPE_URI, &Type::List(&URI)),
]);
static IMAGE_ITEM: Member = must(
    SEQUENCE,
    LOGOTYPE_IMAGE_ELEMENT,
    &Type::Seq(&[
        must(SEQUENCE, IMAGE_DETAILS_ELEMENT, &DETAILS),
        may(
            SEQUENCE,
            IMAGE_INFO_ELEMENT,
            &Type::Seq(&[
                may(C(0), TYPE, &Type::Int),
                must(INTEGER, FILE_SIZE, &Type::Int),
                must(INTEGER, X_SIZE, &Type::Int),
                must(INTEGER, Y_SIZE, &Type::Int),
                may(
                    Own,
                    RESOLUTION,
                    &Type::Choice(&[
                        (1, must(C(1), NUM_BITS, &Type::Int)),
                        (2, must(C(2), TABLE_SIZE, &Type::Int)),
                    ]),
                ),
                may(C(4), LANGUAGE, &Type::Octets),
            ]),
        ),
    ]),
);
static AUDIO_ITEM: Member = must(
    SEQUENCE,
    LOGOTYPE_AUDIO_ELEMENT,
    &Type::Seq(&[
        must(SEQUENCE, AUDIO_DETAILS_ELEMENT, &DETAILS),
        may(
            SEQUENCE,
            AUDIO_INFO_ELEMENT,
            &Type::Seq(&[
                must(INTEGER, FILE_SIZE, &Type::Int),
                must(INTEGER, PLAY_TIME, &Type::Int),
                must(INTEGER, CHANNELS, &Type::Int),
                may(C(3), SAMPLE_RATE, &Type::Int),
                may(C(4), LANGUAGE, &Type::Octets),
            ]),
        ),
    ]),
);
static LOGO: Type = Type::Choice(&[
    (
        0,
        must(
            C(0),
            DIRECT_ELEMENT,
            &Type::Seq(&[
                may(SEQUENCE, IMAGE, &Type::List(&IMAGE_ITEM)),
                may(C(1), AUDIO, &Type::List(&AUDIO_ITEM)),
            ]),
        ),
    ),
    (
        1,
        must(
            C(1),
            INDIRECT_ELEMENT,
            &Type::Seq(&[
                must(SEQUENCE, REF_STRUCT_HASH, &Type::List(&HASH)),
                must(SEQUENCE, REF_STRUCT_URI, &Type::List(&REFERENCE_URI)),
            ]),
        ),
    ),
]);
static LOGO_ITEM: Member = must(Own, LOGOTYPE_INFO, &LOGO);
static OTHER_ITEM: Member = must(
    SEQUENCE,
    OTHER_LOGOTYPE_INFO_ELEMENT,
    &Type::Seq(&[must(OBJECT_IDENTIFIER, LOGOTYPE_TYPE, &Type::Oid), must(Own, INFO, &LOGO)]),
);

static EXTENSION: Member = must(
    SEQUENCE,
    LOGOTYPE_EXTN_ELEMENT,
    &Type::Seq(&[
        may(E(0), COMMUNITY_LOGOS, &Type::List(&LOGO_ITEM)),
        may(E(1), ISSUER_LOGO, &LOGO),
        may(E(2), SUBJECT_LOGO, &LOGO),
        may(E(3), OTHER_LOGOS, &Type::List(&OTHER_ITEM)),
    ]),
);

/// What no protocol is handed to by itself: certificates have it.
fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

/// The extension's value.
pub(super) fn read<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    asn1::read(cx, &EXTENSION, c, &mut Algorithms)
}

struct Algorithms;

impl Reader for Algorithms {
    fn other<S: Sink>(&mut self, cx: &mut Cx<'_, S>, _: u8, field: Field, e: &Element<'_>) -> Step {
        algorithm_inside(cx, field, e.body)
    }
}
