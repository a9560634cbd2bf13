//! Names of object identifiers (RFC 5280, RFC 3279, RFC 4055, RFC 6960, X.520 and vendors' lists).

use requin_wire::{Cx, Field, Item, Out, Sink, Span, Value};

/// Object identifiers by their dotted form, sorted.
static NAMES: &[(&str, &str)] = &[
    ("0.9.2342.19200300.100.1.1", "id-at-userId"),
    ("0.9.2342.19200300.100.1.25", "dc"),
    ("1.0.9506.2.1", "mms-abstract-syntax-version1(1)"),
    ("1.0.9506.2.3", "MMS"),
    ("1.2.840.10040.4.1", "id-dsa"),
    ("1.2.840.10040.4.3", "id-dsa-with-sha1"),
    ("1.2.840.10045.2.1", "id-ecPublicKey"),
    ("1.2.840.10045.3.1.1", "secp192r1"),
    ("1.2.840.10045.3.1.7", "secp256r1"),
    ("1.2.840.10045.4.1", "ecdsa-with-SHA1"),
    ("1.2.840.10045.4.3.1", "ecdsa-with-SHA224"),
    ("1.2.840.10045.4.3.2", "ecdsa-with-SHA256"),
    ("1.2.840.10045.4.3.3", "ecdsa-with-SHA384"),
    ("1.2.840.10045.4.3.4", "ecdsa-with-SHA512"),
    ("1.2.840.113533.7.65.0", "id-ce-entrustVersionInfo"),
    ("1.2.840.113549.1.1.1", "rsaEncryption"),
    ("1.2.840.113549.1.1.10", "id-RSASSA-PSS"),
    ("1.2.840.113549.1.1.11", "sha256WithRSAEncryption"),
    ("1.2.840.113549.1.1.12", "sha384WithRSAEncryption"),
    ("1.2.840.113549.1.1.13", "sha512WithRSAEncryption"),
    ("1.2.840.113549.1.1.14", "sha224WithRSAEncryption"),
    ("1.2.840.113549.1.1.2", "md2WithRSAEncryption"),
    ("1.2.840.113549.1.1.4", "md5WithRSAEncryption"),
    ("1.2.840.113549.1.1.5", "sha1WithRSAEncryption"),
    ("1.2.840.113549.1.1.7", "id-RSAES-OAEP"),
    ("1.2.840.113549.1.1.8", "id-mgf1"),
    ("1.2.840.113549.1.7.2", "id-signedData"),
    ("1.2.840.113549.1.9.1", "pkcs-9-at-emailAddress"),
    ("1.2.840.113549.1.9.15", "pkcs-9-at-smimeCapabilities"),
    ("1.2.840.113549.1.9.2", "pkcs-9-at-unstructuredName"),
    ("1.2.840.113549.1.9.3", "id-contentType"),
    ("1.2.840.113549.1.9.4", "id-messageDigest"),
    ("1.3.101.110", "X25519"),
    ("1.3.101.112", "Ed25519"),
    ("1.3.132.0.34", "secp384r1"),
    ("1.3.132.0.35", "secp521r1"),
    ("1.3.14.3.2.26", "SHA-1"),
    ("1.3.14.3.2.29", "sha-1WithRSAEncryption"),
    ("1.3.6.1.4.1.11129.2.4.2", "SignedCertificateTimestampList"),
    ("1.3.6.1.4.1.11129.2.4.5", "SignedCertificateTimestampList"),
    ("1.3.6.1.4.1.311.20.2.2", "id-ms-kp-sc-logon"),
    ("1.3.6.1.4.1.311.20.2.3", "id-ms-user-principal-name"),
    ("1.3.6.1.4.1.311.21.1", "id-ms-ca-version"),
    ("1.3.6.1.4.1.311.21.10", "id-ms-application-certificate-policies"),
    ("1.3.6.1.4.1.311.21.7", "id-ms-certificate-template"),
    ("1.3.6.1.5.2.3.1", "id-pkauthdata"),
    ("1.3.6.1.5.5.7.1.1", "id-pe-authorityInfoAccess"),
    ("1.3.6.1.5.5.7.1.11", "id-pe-subjectInfoAccess"),
    ("1.3.6.1.5.5.7.1.12", "id-pe-logotype"),
    ("1.3.6.1.5.5.7.1.14", "id-pe-proxyCertInfo"),
    ("1.3.6.1.5.5.7.1.24", "id-pe-tlsfeature"),
    ("1.3.6.1.5.5.7.2.1", "id-qt-cps"),
    ("1.3.6.1.5.5.7.2.2", "id-qt-unotice"),
    ("1.3.6.1.5.5.7.21.1", "id-ppl-inheritAll"),
    ("1.3.6.1.5.5.7.3.1", "id-kp-serverAuth"),
    ("1.3.6.1.5.5.7.3.2", "id-kp-clientAuth"),
    ("1.3.6.1.5.5.7.3.3", "id-kp-codeSigning"),
    ("1.3.6.1.5.5.7.3.4", "id-kp-emailProtection"),
    ("1.3.6.1.5.5.7.3.5", "id-kp-ipsecEndSystem"),
    ("1.3.6.1.5.5.7.3.6", "id-kp-ipsecTunnel"),
    ("1.3.6.1.5.5.7.3.7", "id-kp-ipsecUser"),
    ("1.3.6.1.5.5.7.3.8", "id-kp-timeStamping"),
    ("1.3.6.1.5.5.7.3.9", "OCSPSigning"),
    ("1.3.6.1.5.5.7.48.1", "id-ad-ocsp"),
    ("1.3.6.1.5.5.7.48.1.1", "id-pkix-ocsp-basic"),
    ("1.3.6.1.5.5.7.48.1.2", "id-pkix-ocsp-nonce"),
    ("1.3.6.1.5.5.7.48.1.3", "id-pkix-ocsp-crl"),
    ("1.3.6.1.5.5.7.48.1.4", "id-pkix-ocsp-response"),
    ("1.3.6.1.5.5.7.48.1.5", "id-pkix-ocsp-nocheck"),
    ("1.3.6.1.5.5.7.48.1.6", "id-pkix-ocsp-archive-cutoff"),
    ("1.3.6.1.5.5.7.48.1.7", "id-pkix-ocsp-service-locator"),
    ("1.3.6.1.5.5.7.48.2", "id-ad-caIssuers"),
    ("1.3.6.1.5.5.7.9.1", "id-pda-dateOfBirth"),
    ("2.1.1", "basic-encoding"),
    ("2.16.840.1.101.3.4.2.1", "sha256"),
    ("2.16.840.1.101.3.4.2.2", "sha384"),
    ("2.16.840.1.101.3.4.2.3", "sha512"),
    ("2.16.840.1.101.3.4.2.4", "sha224"),
    ("2.16.840.1.113730.1.1", "ns_cert_exts.cert_type"),
    ("2.16.840.1.113730.1.13", "ns_cert_exts.comment"),
    ("2.16.840.1.113730.1.2", "ns_cert_exts.base_url"),
    ("2.16.840.1.113730.1.3", "ns_cert_exts.revocation-url"),
    ("2.16.840.1.113730.1.4", "ns_cert_exts.ca-revocation-url"),
    ("2.16.840.1.113730.1.7", "ns_cert_exts.cert-renewal-url"),
    ("2.16.840.1.113730.1.8", "ns_cert_exts.ca-policy-url"),
    ("2.2.1.0.1", "id-as-acse"),
    ("2.5.29.14", "id-ce-subjectKeyIdentifier"),
    ("2.5.29.15", "id-ce-keyUsage"),
    ("2.5.29.16", "id-ce-privateKeyUsagePeriod"),
    ("2.5.29.17", "id-ce-subjectAltName"),
    ("2.5.29.18", "id-ce-issuerAltName"),
    ("2.5.29.19", "id-ce-basicConstraints"),
    ("2.5.29.20", "id-ce-cRLNumber"),
    ("2.5.29.21", "id-ce-reasonCode"),
    ("2.5.29.27", "id-ce-deltaCRLIndicator"),
    ("2.5.29.28", "id-ce-issuingDistributionPoint"),
    ("2.5.29.30", "id-ce-nameConstraints"),
    ("2.5.29.31", "id-ce-cRLDistributionPoints"),
    ("2.5.29.32", "id-ce-certificatePolicies"),
    ("2.5.29.32.0", "anyPolicy"),
    ("2.5.29.33", "id-ce-policyMappings"),
    ("2.5.29.35", "id-ce-authorityKeyIdentifier"),
    ("2.5.29.36", "id-ce-policyConstraints"),
    ("2.5.29.37", "id-ce-extKeyUsage"),
    ("2.5.29.37.0", "anyExtendedKeyUsage"),
    ("2.5.29.46", "id-ce-freshestCRL"),
    ("2.5.29.54", "id-ce-inhibitAnyPolicy"),
    ("2.5.4.10", "id-at-organizationName"),
    ("2.5.4.11", "id-at-organizationalUnitName"),
    ("2.5.4.12", "id-at-title"),
    ("2.5.4.13", "id-at-description"),
    ("2.5.4.15", "id-at-businessCategory"),
    ("2.5.4.16", "id-at-postalAddress"),
    ("2.5.4.17", "id-at-postalCode"),
    ("2.5.4.18", "id-at-postOfficeBox"),
    ("2.5.4.20", "id-at-telephoneNumber"),
    ("2.5.4.3", "id-at-commonName"),
    ("2.5.4.4", "id-at-surname"),
    ("2.5.4.41", "id-at-name"),
    ("2.5.4.42", "id-at-givenName"),
    ("2.5.4.43", "id-at-initials"),
    ("2.5.4.45", "id-at-uniqueIdentifier"),
    ("2.5.4.46", "id-at-dnQualifier"),
    ("2.5.4.5", "id-at-serialNumber"),
    ("2.5.4.6", "id-at-countryName"),
    ("2.5.4.65", "id-at-pseudonym"),
    ("2.5.4.7", "id-at-localityName"),
    ("2.5.4.8", "id-at-stateOrProvinceName"),
    ("2.5.4.9", "id-at-streetAddress"),
    ("2.5.4.97", "id-at-organizationIdentifier"),
];

/// Names of whole arcs, longest first.
const ARCS: &[(&str, &str)] = &[
    ("2.16.840.1.", "US company arc."),
    ("1.2.840.", "ISO assigned OIDs, USA."),
    ("2.", "joint-iso-itu-t."),
    ("1.", "iso."),
    ("0.", "itu-t."),
];

/// The dotted form of an object identifier's content. At most 256 characters are made.
#[must_use]
pub fn dotted(content: &[u8]) -> String {
    let mut text = Vec::with_capacity(32);
    let mut v: u64 = 0;
    let mut first = true;
    for b in content {
        v = v.wrapping_shl(7) | u64::from(b & 127);
        if b & 128 != 0 {
            continue;
        }
        if first {
            let top = (v / 40).min(2);
            Out::new(&mut text).u(top).c(b'.').u(v - 40 * top);
            first = false;
        } else {
            Out::new(&mut text).c(b'.').u(v);
        }
        v = 0;
        if text.len() > 256 {
            break;
        }
    }
    String::from_utf8(text).unwrap_or_default()
}

/// The name of an object identifier in dotted form.
#[must_use]
pub fn name(dotted: &str) -> Option<&'static str> {
    NAMES.binary_search_by(|(d, _)| (*d).cmp(dotted)).ok().and_then(|i| NAMES.get(i)).map(|(_, n)| *n)
}

/// Its name, or its dotted form with the name of the arc it belongs to.
#[must_use]
pub fn resolved(dotted: &str) -> String {
    if let Some(n) = name(dotted) {
        return n.to_owned();
    }
    match ARCS.iter().find_map(|(p, n)| dotted.strip_prefix(p).map(|rest| (n, rest))) {
        Some((arc, rest)) => format!("{arc}{rest}"),
        None => dotted.to_owned(),
    }
}

/// Adds an object identifier with its name behind it.
pub fn add<S: Sink>(cx: &mut Cx<'_, S>, field: Field, span: Span, dotted: &str) -> Item {
    let item = cx.add(field, span, Value::Bytes(span));
    cx.append(item, |o: &mut Out<'_>| _ = o.s(" (").s(&resolved(dotted)).s(")"));
    item
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted() {
        assert!(NAMES.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn dots() {
        assert_eq!(dotted(&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 11]), "1.2.840.113549.1.1.11");
        assert_eq!(dotted(&[0x55, 4, 3]), "2.5.4.3");
        assert_eq!(dotted(&[]), "");
        assert_eq!(resolved("2.5.4.3"), "id-at-commonName");
        assert_eq!(resolved("2.23.140.1.2.2"), "joint-iso-itu-t.23.140.1.2.2");
        assert_eq!(resolved("2.16.840.1.114412.1.1"), "US company arc.114412.1.1");
    }
}
