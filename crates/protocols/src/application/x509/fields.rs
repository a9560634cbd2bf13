//! The fields of certificates: protocols that only ever stand inside others.

use super::{certificate_file, names};

/// `x509af`: X.509 Authentication Framework.
pub mod x509af {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        X509AF "x509af" "X.509 Authentication Framework" "X.509 AF" App
        on []
        media ["application/pkix-cert", "application/x-x509-ca-cert"]
        fields {
            CERTIFICATE_ELEMENT "x509af.Certificate_element" "Certificate": None;
            DSS_PARAMS_ELEMENT "x509af.DSS_Params_element" "DSS-Params": None;
            EXTENSION_ELEMENT "x509af.Extension_element" "Extension": None;
            ALGORITHM_ID "x509af.algorithm.id" "Algorithm Id": Oid;
            ALGORITHM_IDENTIFIER_ELEMENT "x509af.algorithmIdentifier_element" "algorithmIdentifier": None;
            ALGORITHM_ELEMENT "x509af.algorithm_element" "algorithm": None;
            CRITICAL "x509af.critical" "critical": Bool;
            CRL_EXTENSIONS "x509af.crlExtensions" "crlExtensions": U32 Dec;
            ENCRYPTED "x509af.encrypted" "encrypted": Bytes;
            EXTENSION_ID "x509af.extension.id" "Extension Id": Oid;
            EXTENSIONS "x509af.extensions" "extensions": U32 Dec;
            G "x509af.g" "g": Bytes;
            GENERALIZED_TIME "x509af.generalizedTime" "generalizedTime": AbsTime;
            ISSUER "x509af.issuer" "issuer": U32 Dec = super::names::ISSUER;
            NEXT_UPDATE "x509af.nextUpdate" "nextUpdate": U32 Dec = super::names::NOT_BEFORE;
            NOT_AFTER "x509af.notAfter" "notAfter": U32 Dec = super::names::NOT_BEFORE;
            NOT_BEFORE "x509af.notBefore" "notBefore": U32 Dec = super::names::NOT_BEFORE;
            P "x509af.p" "p": Bytes;
            Q "x509af.q" "q": Bytes;
            RDN_SEQUENCE "x509af.rdnSequence" "rdnSequence": U32 Dec;
            SERIAL_NUMBER "x509af.serialNumber" "serialNumber": Bytes;
            SIGNATURE_ELEMENT "x509af.signature_element" "signature": None;
            SIGNED_CERTIFICATE_LIST_ELEMENT "x509af.signedCertificateList_element" "signedCertificateList": None;
            SIGNED_CERTIFICATE_ELEMENT "x509af.signedCertificate_element" "signedCertificate": None;
            SUBJECT "x509af.subject" "subject": U32 Dec = super::names::SUBJECT;
            SUBJECT_PUBLIC_KEY "x509af.subjectPublicKey" "subjectPublicKey": Bytes;
            SUBJECT_PUBLIC_KEY_INFO_ELEMENT "x509af.subjectPublicKeyInfo_element" "subjectPublicKeyInfo": None;
            THIS_UPDATE "x509af.thisUpdate" "thisUpdate": U32 Dec = super::names::NOT_BEFORE;
            UTC_TIME "x509af.utcTime" "utcTime": Str;
            VALIDITY_ELEMENT "x509af.validity_element" "validity": None;
            VERSION "x509af.version" "version": I32 Dec = super::names::VERSION;
            USER_CERTIFICATE "x509af.userCertificate" "userCertificate": Bytes;
            REVOCATION_DATE "x509af.revocationDate" "revocationDate": U32 Dec = super::names::NOT_BEFORE;
            REVOKED_CERTIFICATES "x509af.revokedCertificates" "revokedCertificates": U32 Dec;
            REVOKED_CERTIFICATES_ITEM_ELEMENT "x509af.revokedCertificates_item_element" "revokedCertificates item": None;
        }
    }

    fn dissect<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
        super::certificate_file(cx, c)
    }
}

/// `x509if`: X.509 Information Framework.
pub mod x509if {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        X509IF "x509if" "X.509 Information Framework" "X509IF" App
        on []
        fields {
            RDNSEQUENCE_ITEM "x509if.RDNSequence_item" "RDNSequence item": U32 Dec;
            RELATIVE_DISTINGUISHED_NAME_ITEM_ELEMENT "x509if.RelativeDistinguishedName_item_element" "RelativeDistinguishedName item": None;
            OID "x509if.oid" "Object Id": Oid;
            RDN_SEQUENCE "x509if.rdnSequence" "rdnSequence": U32 Dec;
        }
    }

    fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
        Err(requin_wire::Stop::NotMine)
    }
}

/// `x509sat`: X.509 Selected Attribute Types.
pub mod x509sat {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        X509SAT "x509sat" "X.509 Selected Attribute Types" "X509SAT" App
        on []
        fields {
            BMPSTRING "x509sat.BMPString" "BMPString": Str;
            COUNTRY_NAME "x509sat.CountryName" "CountryName": Str;
            DIRECTORY_STRING "x509sat.DirectoryString" "DirectoryString": U32 Dec = super::names::DIRECTORY_STRING;
            IA5STRING "x509sat.IA5String" "IA5String": Str;
            INTEGER "x509sat.Integer" "Integer": I32 Dec;
            OCTET_STRING "x509sat.OctetString" "OctetString": Bytes;
            PRINTABLE_STRING "x509sat.PrintableString" "PrintableString": Str;
            UTF8STRING "x509sat.UTF8String" "UTF8String": Str;
            PRINTABLE_STRING_CHOICE "x509sat.printableString" "printableString": Str;
            TELETEX_STRING "x509sat.teletexString" "teletexString": Str;
            U_TF8STRING "x509sat.uTF8String" "uTF8String": Str;
            UNIVERSAL_STRING "x509sat.universalString" "universalString": Str;
            BMP_STRING "x509sat.bmpString" "bmpString": Str;
        }
    }

    fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
        Err(requin_wire::Stop::NotMine)
    }
}

/// `x509ce`: X.509 Certificate Extensions.
pub mod x509ce {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        X509CE "x509ce" "X.509 Certificate Extensions" "X509CE" App
        on []
        fields {
            AUTHORITY_KEY_IDENTIFIER_ELEMENT "x509ce.AuthorityKeyIdentifier_element" "AuthorityKeyIdentifier": None;
            BASIC_CONSTRAINTS_SYNTAX_ELEMENT "x509ce.BasicConstraintsSyntax_element" "BasicConstraintsSyntax": None;
            CRLDIST_POINTS_SYNTAX "x509ce.CRLDistPointsSyntax" "CRLDistPointsSyntax": U32 Dec;
            CRLNUMBER "x509ce.CRLNumber" "CRLNumber": U64 Dec;
            CERTIFICATE_POLICIES_SYNTAX "x509ce.CertificatePoliciesSyntax" "CertificatePoliciesSyntax": U32 Dec;
            CERTIFICATE_TEMPLATE_ELEMENT "x509ce.CertificateTemplate_element" "CertificateTemplate": None;
            DISTRIBUTION_POINT_ELEMENT "x509ce.DistributionPoint_element" "DistributionPoint": None;
            ENTRUST_INFO_FLAGS_ENTERPRISE_CATEGORY "x509ce.EntrustInfoFlags.enterpriseCategory" "enterpriseCategory": Bool(8) & 0x10;
            ENTRUST_INFO_FLAGS_KEY_UPDATE_ALLOWED "x509ce.EntrustInfoFlags.keyUpdateAllowed" "keyUpdateAllowed": Bool(8) & 0x80;
            ENTRUST_INFO_FLAGS_NEW_EXTENSIONS "x509ce.EntrustInfoFlags.newExtensions" "newExtensions": Bool(8) & 0x40;
            ENTRUST_INFO_FLAGS_P_KIXCERTIFICATE "x509ce.EntrustInfoFlags.pKIXCertificate" "pKIXCertificate": Bool(8) & 0x20;
            ENTRUST_INFO_FLAGS_S_ETCATEGORY "x509ce.EntrustInfoFlags.sETCategory" "sETCategory": Bool(8) & 0x4;
            ENTRUST_INFO_FLAGS_WEB_CATEGORY "x509ce.EntrustInfoFlags.webCategory" "webCategory": Bool(8) & 0x8;
            ENTRUST_VERSION_INFO_ELEMENT "x509ce.EntrustVersionInfo_element" "EntrustVersionInfo": None;
            GENERAL_NAME "x509ce.GeneralName" "GeneralName": U32 Dec = super::names::GENERAL_NAME;
            GENERAL_NAMES "x509ce.GeneralNames" "GeneralNames": U32 Dec;
            IPADDRESS_IPV4 "x509ce.IPAddress.ipv4" "iPAddress": Ipv4;
            IPADDRESS_IPV6 "x509ce.IPAddress.ipv6" "iPAddress": Ipv6;
            KEY_PURPOSE_IDS "x509ce.KeyPurposeIDs" "KeyPurposeIDs": U32 Dec;
            KEY_PURPOSE_ID "x509ce.KeyPurposeId" "KeyPurposeId": Oid;
            KEY_USAGE "x509ce.KeyUsage" "KeyUsage": Bytes;
            KEY_USAGE_C_RLSIGN "x509ce.KeyUsage.cRLSign" "cRLSign": Bool(8) & 0x2;
            KEY_USAGE_CONTENT_COMMITMENT "x509ce.KeyUsage.contentCommitment" "contentCommitment": Bool(8) & 0x40;
            KEY_USAGE_DATA_ENCIPHERMENT "x509ce.KeyUsage.dataEncipherment" "dataEncipherment": Bool(8) & 0x10;
            KEY_USAGE_DECIPHER_ONLY "x509ce.KeyUsage.decipherOnly" "decipherOnly": Bool(8) & 0x80;
            KEY_USAGE_DIGITAL_SIGNATURE "x509ce.KeyUsage.digitalSignature" "digitalSignature": Bool(8) & 0x80;
            KEY_USAGE_ENCIPHER_ONLY "x509ce.KeyUsage.encipherOnly" "encipherOnly": Bool(8) & 0x1;
            KEY_USAGE_KEY_AGREEMENT "x509ce.KeyUsage.keyAgreement" "keyAgreement": Bool(8) & 0x8;
            KEY_USAGE_KEY_CERT_SIGN "x509ce.KeyUsage.keyCertSign" "keyCertSign": Bool(8) & 0x4;
            KEY_USAGE_KEY_ENCIPHERMENT "x509ce.KeyUsage.keyEncipherment" "keyEncipherment": Bool(8) & 0x20;
            POLICY_INFORMATION_ELEMENT "x509ce.PolicyInformation_element" "PolicyInformation": None;
            POLICY_QUALIFIER_INFO_ELEMENT "x509ce.PolicyQualifierInfo_element" "PolicyQualifierInfo": None;
            PRIVATE_KEY_USAGE_PERIOD_ELEMENT "x509ce.PrivateKeyUsagePeriod_element" "PrivateKeyUsagePeriod": None;
            SUBJECT_KEY_IDENTIFIER "x509ce.SubjectKeyIdentifier" "SubjectKeyIdentifier": Bytes;
            AUTHORITY_CERT_ISSUER "x509ce.authorityCertIssuer" "authorityCertIssuer": U32 Dec;
            AUTHORITY_CERT_SERIAL_NUMBER "x509ce.authorityCertSerialNumber" "authorityCertSerialNumber": Bytes;
            C_A "x509ce.cA" "cA": Bool;
            D_NSNAME "x509ce.dNSName" "dNSName": Str;
            DIRECTORY_NAME "x509ce.directoryName" "directoryName": U32 Dec = super::names::DIRECTORY_NAME;
            DISTRIBUTION_POINT "x509ce.distributionPoint" "distributionPoint": U32 Dec = super::names::DISTRIBUTION_POINT;
            ENTRUST_VERS "x509ce.entrustVers" "entrustVers": Str;
            ENTRUST_VERS_INFO_FLAGS "x509ce.entrustVersInfoFlags" "entrustVersInfoFlags": Bytes;
            FULL_NAME "x509ce.fullName" "fullName": U32 Dec;
            ID_FIELD "x509ce.id" "Id": Oid;
            KEY_IDENTIFIER "x509ce.keyIdentifier" "keyIdentifier": Bytes;
            NOT_AFTER "x509ce.notAfter" "notAfter": AbsTime;
            NOT_BEFORE "x509ce.notBefore" "notBefore": AbsTime;
            OTHER_NAME_ELEMENT "x509ce.otherName_element" "otherName": None;
            PATH_LEN_CONSTRAINT "x509ce.pathLenConstraint" "pathLenConstraint": U64 Dec;
            POLICY_IDENTIFIER "x509ce.policyIdentifier" "policyIdentifier": Oid;
            POLICY_QUALIFIERS "x509ce.policyQualifiers" "policyQualifiers": U32 Dec;
            RFC822NAME "x509ce.rfc822Name" "rfc822Name": Str;
            TEMPLATE_ID "x509ce.templateID" "templateID": Oid;
            TEMPLATE_MAJOR_VERSION "x509ce.templateMajorVersion" "templateMajorVersion": I32 Dec;
            TEMPLATE_MINOR_VERSION "x509ce.templateMinorVersion" "templateMinorVersion": I32 Dec;
            TYPE_ID "x509ce.type_id" "type-id": Oid;
            UNIFORM_RESOURCE_IDENTIFIER "x509ce.uniformResourceIdentifier" "uniformResourceIdentifier": Str;
            NAME_RELATIVE_TO_CRLISSUER "x509ce.nameRelativeToCRLIssuer" "nameRelativeToCRLIssuer": U32 Dec;
            REASONS "x509ce.reasons" "reasons": Bytes;
            C_RLISSUER "x509ce.cRLIssuer" "cRLIssuer": U32 Dec;
            X400ADDRESS_ELEMENT "x509ce.x400Address_element" "x400Address": None;
            EDI_PARTY_NAME_ELEMENT "x509ce.ediPartyName_element" "ediPartyName": None;
            REGISTERED_ID "x509ce.registeredID" "registeredID": Oid;
            I_PADDRESS "x509ce.iPAddress" "iPAddress": Bytes;
            NAME_CONSTRAINTS_SYNTAX_ELEMENT "x509ce.NameConstraintsSyntax_element" "NameConstraintsSyntax": None;
            PERMITTED_SUBTREES "x509ce.permittedSubtrees" "permittedSubtrees": U32 Dec;
            EXCLUDED_SUBTREES "x509ce.excludedSubtrees" "excludedSubtrees": U32 Dec;
            GENERAL_SUBTREE_ELEMENT "x509ce.GeneralSubtree_element" "GeneralSubtree": None;
            BASE_FIELD "x509ce.base" "base": U32 Dec = super::names::GENERAL_NAME;
            VALUE_ELEMENT "x509ce.value_element" "value": None;
            POLICY_CONSTRAINTS_SYNTAX_ELEMENT "x509ce.PolicyConstraintsSyntax_element" "PolicyConstraintsSyntax": None;
            REQUIRE_EXPLICIT_POLICY "x509ce.requireExplicitPolicy" "requireExplicitPolicy": U64 Dec;
            INHIBIT_POLICY_MAPPING "x509ce.inhibitPolicyMapping" "inhibitPolicyMapping": U64 Dec;
            CRLREASON "x509ce.CRLReason" "CRLReason": U32 Dec = super::names::CRLREASON;
            SKIP_CERTS "x509ce.SkipCerts" "SkipCerts": U64 Dec;
        }
    }

    fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
        Err(requin_wire::Stop::NotMine)
    }
}

/// `pkix1explicit`: PKIX1Explicit.
pub mod pkix1explicit {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        PKIX1EXPLICIT "pkix1explicit" "PKIX1Explicit" "PKIX1Explicit" App
        on []
        fields {
            DIRECTORY_STRING "pkix1explicit.DirectoryString" "DirectoryString": Str;
            DOMAIN_PARAMETERS_ELEMENT "pkix1explicit.DomainParameters_element" "DomainParameters": None;
            EXTENSION_ELEMENT "pkix1explicit.Extension_element" "Extension": None;
            G "pkix1explicit.g" "g": I32 Dec;
            ID_FIELD "pkix1explicit.id" "Id": Str;
        }
    }

    fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
        Err(requin_wire::Stop::NotMine)
    }
}

/// `pkix1implicit`: PKIX1Implitit.
pub mod pkix1implicit {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        PKIX1IMPLICIT "pkix1implicit" "PKIX1Implitit" "PKIX1IMPLICIT" App
        on []
        fields {
            ACCESS_DESCRIPTION_ELEMENT "pkix1implicit.AccessDescription_element" "AccessDescription": None;
            AUTHORITY_INFO_ACCESS_SYNTAX "pkix1implicit.AuthorityInfoAccessSyntax" "AuthorityInfoAccessSyntax": U32 Dec;
            USER_NOTICE_ELEMENT "pkix1implicit.UserNotice_element" "UserNotice": None;
            ACCESS_LOCATION "pkix1implicit.accessLocation" "accessLocation": U32 Dec;
            ACCESS_METHOD "pkix1implicit.accessMethod" "accessMethod": Oid;
            BMP_STRING "pkix1implicit.bmpString" "bmpString": Str;
            EXPLICIT_TEXT "pkix1implicit.explicitText" "explicitText": U32 Dec = super::names::EXPLICIT_TEXT;
            IA5STRING "pkix1implicit.ia5String" "ia5String": Str;
            NOTICE_NUMBERS "pkix1implicit.noticeNumbers" "noticeNumbers": U32 Dec;
            NOTICE_NUMBERS_ITEM "pkix1implicit.noticeNumbers_item" "noticeNumbers item": I32 Dec;
            NOTICE_REF_ELEMENT "pkix1implicit.noticeRef_element" "noticeRef": None;
            ORGANIZATION "pkix1implicit.organization" "organization": U32 Dec = super::names::EXPLICIT_TEXT;
            UTF8STRING "pkix1implicit.utf8String" "utf8String": Str;
            VISIBLE_STRING "pkix1implicit.visibleString" "visibleString": Str;
        }
    }

    fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
        Err(requin_wire::Stop::NotMine)
    }
}

/// `pkcs-1`: PKCS#1.
pub mod pkcs1 {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        PKCS1 "pkcs-1" "PKCS#1" "PKCS-1" App
        on []
        fields {
            ECPARAMETERS "pkcs1.ECParameters" "ECParameters": U32 Dec = super::names::ECPARAMETERS;
            RSASSA_PSS_PARAMS_ELEMENT "pkcs1.RSASSA_PSS_params_element" "RSASSA-PSS-params": None;
            HASH_ALGORITHM_ELEMENT "pkcs1.hashAlgorithm_element" "hashAlgorithm": None;
            MASK_GEN_ALGORITHM_ELEMENT "pkcs1.maskGenAlgorithm_element" "maskGenAlgorithm": None;
            MODULUS "pkcs1.modulus" "modulus": Bytes;
            NAMED_CURVE "pkcs1.namedCurve" "namedCurve": Oid;
            PUBLIC_EXPONENT "pkcs1.publicExponent" "publicExponent": I32 Dec;
            SALT_LENGTH "pkcs1.saltLength" "saltLength": I32 Dec;
            TRAILER_FIELD "pkcs1.trailerField" "trailerField": I32 Dec;
        }
    }

    fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
        Err(requin_wire::Stop::NotMine)
    }
}

/// `ber`: Basic Encoding Rules (ASN.1 X.690).
pub mod ber {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        BER "ber" "Basic Encoding Rules (ASN.1 X.690)" "BER" App
        on []
        fields {
            N64BIT_UINT_AS_BYTES "ber.64bit_uint_as_bytes" "64bits unsigned integer": Bytes;
            BITSTRING_PADDING "ber.bitstring.padding" "Padding": U8 Dec;
            DIRECT_REFERENCE "ber.direct_reference" "direct-reference": Oid;
            ENCODING "ber.encoding" "encoding": U32 Dec = super::names::EXTERNAL_ENCODING;
        }
        experts {
            OID_NOT_IMPLEMENTED "ber.error.oid_not_implemented" Warn Undecoded "BER: Dissector for OID not implemented. Contact Wireshark developers if you want this supported";
            WRONG_FIELD "ber.error.sequence.field_wrong" Warn Malformed "BER Error: Wrong field in SEQUENCE";
            UNKNOWN_FIELD "ber.error.unknown_field.sequence" Warn Malformed "BER Error: Unknown field in Sequence";
            WRONG_TAG "ber.error.wrong_tag_in_tagged_type" Warn Malformed "BER Error: Wrong tag in tagged type";
            SET_EXPECTED "ber.error.expected.set" Warn Malformed "BER Error: SET expected";
        }
    }

    fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
        Err(requin_wire::Stop::NotMine)
    }
}

/// `ns_cert_exts`: extensions that Netscape brought.
pub mod ns_cert_exts {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        NS_CERT_EXTS "ns_cert_exts" "NetScape Certificate Extensions" "NS_CERT_EXTS" App
        on []
        fields {
            BASE_URL "ns_cert_exts.BaseUrl" "BaseUrl": Str;
            REVOCATION_URL "ns_cert_exts.RevocationUrl" "RevocationUrl": Str;
            CA_REVOCATION_URL "ns_cert_exts.CaRevocationUrl" "CaRevocationUrl": Str;
            CA_POLICY_URL "ns_cert_exts.CaPolicyUrl" "CaPolicyUrl": Str;
            COMMENT "ns_cert_exts.Comment" "Comment": Str;
            SSL_SERVER_NAME "ns_cert_exts.SslServerName" "SslServerName": Str;
            CERT_RENEWAL_URL "ns_cert_exts.CertRenewalUrl" "CertRenewalUrl": Str;
            CERT_TYPE "ns_cert_exts.CertType" "CertType": Bytes;
            SSL_CLIENT "ns.cert.exts.CertType.ssl.client" "ssl-client": Bool(8) & 0x80;
            SSL_SERVER "ns.cert.exts.CertType.ssl.server" "ssl-server": Bool(8) & 0x40;
            SMIME "ns.cert.exts.CertType.smime" "smime": Bool(8) & 0x20;
            OBJECT_SIGNING "ns.cert.exts.CertType.object.signing" "object-signing": Bool(8) & 0x10;
            RESERVED "ns.cert.exts.CertType.reserved.for.future.use" "reserved-for-future-use": Bool(8) & 0x8;
            SSL_CA "ns.cert.exts.CertType.ssl.ca" "ssl-ca": Bool(8) & 0x4;
            SMIME_CA "ns.cert.exts.CertType.smime.ca" "smime-ca": Bool(8) & 0x2;
            OBJECT_SIGNING_CA "ns.cert.exts.CertType.object.signing.ca" "object-signing-ca": Bool(8) & 0x1;
        }
    }

    fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
        Err(requin_wire::Stop::NotMine)
    }
}

/// `pkixproxy`: proxy certificates (RFC 3820).
pub mod pkixproxy {
    use requin_wire::{Cursor, Cx, Sink, Step, proto};

    proto! {
        PKIXPROXY "pkixproxy" "PKIXProxy (RFC3820)" "PKIXPROXY" App
        on []
        fields {
            PROXY_CERT_INFO_EXTENSION_ELEMENT "pkixproxy.ProxyCertInfoExtension_element" "ProxyCertInfoExtension": None;
            P_CPATH_LEN_CONSTRAINT "pkixproxy.pCPathLenConstraint" "pCPathLenConstraint": I32 Dec;
            PROXY_POLICY_ELEMENT "pkixproxy.proxyPolicy_element" "proxyPolicy": None;
            POLICY_LANGUAGE "pkixproxy.policyLanguage" "policyLanguage": Oid;
            POLICY "pkixproxy.policy" "policy": Bytes;
        }
    }

    fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
        Err(requin_wire::Stop::NotMine)
    }
}
