//! Names of choices and enumerations in certificates.

use requin_wire::names;

names! {
    /// Versions of certificates.
    pub VERSION { 0 => "v1", 1 => "v2", 2 => "v3" }
    /// Kinds of names.
    pub ISSUER { 0 => "rdnSequence" }
    /// Kinds of subjects.
    pub SUBJECT { 0 => "rdnSequence", 1 => "subjectName" }
    /// Kinds of directory names.
    pub DIRECTORY_NAME { 0 => "rdnSequence" }
    /// How times are written.
    pub NOT_BEFORE { 0 => "utcTime", 1 => "generalizedTime" }
    /// Kinds of directory strings.
    pub DIRECTORY_STRING {
        0 => "teletexString", 1 => "printableString", 2 => "universalString", 3 => "bmpString", 4 => "uTF8String",
    }
    /// Kinds of general names (RFC 5280, 4.2.1.6).
    pub GENERAL_NAME {
        0 => "otherName", 1 => "rfc822Name", 2 => "dNSName", 3 => "x400Address", 4 => "directoryName",
        5 => "ediPartyName", 6 => "uniformResourceIdentifier", 7 => "iPAddress", 8 => "registeredID",
    }
    /// How a distribution point is named.
    pub DISTRIBUTION_POINT { 0 => "fullName", 1 => "nameRelativeToCRLIssuer" }
    /// Why a certificate was revoked (RFC 5280, 5.3.1).
    pub CRLREASON {
        0 => "unspecified", 1 => "keyCompromise", 2 => "cACompromise", 3 => "affiliationChanged",
        4 => "superseded", 5 => "cessationOfOperation", 6 => "certificateHold", 8 => "removeFromCRL",
        9 => "privilegeWithdrawn", 10 => "aaCompromise",
    }
    /// Kinds of display texts (RFC 5280, 4.2.1.4).
    pub EXPLICIT_TEXT { 0 => "ia5String", 1 => "visibleString", 2 => "bmpString", 3 => "utf8String" }
    /// How a curve is named (RFC 3279).
    pub ECPARAMETERS { 0 => "specifiedCurve", 1 => "namedCurve" }
    /// Encodings of EXTERNAL.
    pub EXTERNAL_ENCODING { 0 => "single-ASN1-type", 1 => "octet-aligned", 2 => "arbitrary" }
}
