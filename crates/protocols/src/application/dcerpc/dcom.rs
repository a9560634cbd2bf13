//! What the calls of objects have in common, [MS-DCOM]: who calls, what became of it, and references to objects.

use super::interfaces::declines as dissect;
use super::ndr::Ndr;
use super::*;
use requin_wire::{Out, names, proto};

proto! {
    DCOM "dcom" "DCOM" "DCOM" App
    on []
    fields {
        THIS_FLAGS "dcom.this.flags" "Flags": U32 Hex = THIS_FLAGS_NAMES;
        THIS_RES "dcom.this.res" "Reserved": U32 Hex;
        THIS_UUID "dcom.this.uuid" "Causality ID": Guid;
        THAT_FLAGS "dcom.that.flags" "Flags": U32 Hex = THIS_FLAGS_NAMES;
        EXTENT "dcom.extent" "Extension": None;
        EXTENT_ARRAY_COUNT "dcom.extent.array_count" "Extension Count": U32 Dec;
        EXTENT_ARRAY_RES "dcom.extent.array_res" "Reserved": U32 Dec;
        EXTENT_SIZE "dcom.extent.size" "Extension Size": U32 Dec;
        EXTENT_ID "dcom.extent.id" "Extension Id": Guid;
        VERSION_MAJOR "dcom.version_major" "VersionMajor": U16 Dec;
        VERSION_MINOR "dcom.version_minor" "VersionMinor": U16 Dec;
        HRESULT "dcom.hresult" "HResult": U32 Hex = HRESULT_NAMES;
        IID "dcom.iid" "IID": Guid;
        STDOBJREF "dcom.stdobjref" "STDOBJREF": None;
        STDOBJREF_FLAGS "dcom.stdobjref.flags" "Flags": U32 Hex = STDOBJREF_FLAGS_NAMES;
        STDOBJREF_PUBLIC_REFS "dcom.stdobjref.public_refs" "PublicRefs": U32 Hex;
        OXID "dcom.oxid" "OXID": U64 Hex;
        OID "dcom.oid" "OID": U64 Hex;
        IPID "dcom.ipid" "IPID": Guid;
        NUM_ENTRIES "dcom.dualstringarray.num_entries" "NumEntries": U16 Dec;
        SECURITY_OFFSET "dcom.dualstringarray.security_offset" "SecurityOffset": U16 Dec;
        STRING "dcom.dualstringarray.string" "StringBinding": None;
        TOWER_ID "dcom.dualstringarray.tower_id" "TowerId": U16 Hex = TOWER_ID_NAMES;
        NETWORK_ADDR "dcom.dualstringarray.network_addr" "NetworkAddr": Str;
        SECURITY "dcom.dualstringarray.security" "SecurityBinding": None;
        SECURITY_AUTHN_SVC "dcom.dualstringarray.security_authn_svc" "AuthnSvc": U16 Hex = SECURITY_AUTHN_SVC_NAMES;
        SECURITY_AUTHZ_SVC "dcom.dualstringarray.security_authz_svc" "AuthzSvc": U16 Hex = SECURITY_AUTHZ_SVC_NAMES;
        SECURITY_PRINC_NAME "dcom.dualstringarray.security_princ_name" "PrincName": Str;
    }
    experts {
        HRESULT_EXPERT "dcom.hresult.expert" Note Response "Hresult";
    }
}

names! {
    THIS_FLAGS_NAMES {
        0 => "INFO_NULL",
        1 => "INFO_LOCAL",
    }
    HRESULT_NAMES {
        0 => "S_OK",
        1 => "S_FALSE",
        313856 => "CBA_S_PERSISTPENDING",
        313857 => "CBA_S_ESTABLISHING",
        313858 => "CBA_S_NOCONNECTION",
        313859 => "CBA_S_VALUEBUFFERED",
        313860 => "CBA_S_VALUEUNCERTAIN",
        313861 => "CBA_S_NOCONNECTIONDATA",
        313862 => "CBA_S_FRAMEEMPTY",
        2147500033 => "E_NOTIMPL",
        2147500034 => "E_NOINTERFACE",
        2147500035 => "E_POINTER",
        2147500036 => "E_ABORT",
        2147500037 => "E_FAIL",
        2147549183 => "E_UNEXPECTED",
        2147549448 => "RPC_E_DISCONNECTED",
        2147549459 => "RPC_E_INVALID_IPID",
        2147549471 => "RPC_E_TIMEOUT",
        2147614723 => "DISP_E_MEMBERNOTFOUND",
        2147614724 => "DISP_E_PARAMNOTFOUND",
        2147614725 => "DISP_E_TYPEMISMATCH",
        2147614726 => "DISP_E_UNKNOWNNAME",
        2147614728 => "DISP_E_BADVARTYPE",
        2147614729 => "DISP_E_EXCEPTION",
        2147614730 => "DISP_E_OVERFLOW",
        2147647517 => "TYPE_E_LIBNOTREGISTERED",
        2147746132 => "REGDB_E_CLASSNOTREG",
        2147746305 => "CO_E_FAILEDTOGETSECCTX",
        2147797760 => "CBA_E_MALFORMED",
        2147797761 => "CBA_E_UNKNOWNOBJECT",
        2147797762 => "CBA_E_UNKNOWNMEMBER",
        2147797763 => "CBA_E_TYPEMISMATCH",
        2147797764 => "CBA_E_INVALIDENUMVALUE",
        2147797765 => "CBA_E_INVALIDID",
        2147797766 => "CBA_E_INVALIDEPSILON",
        2147797767 => "CBA_E_INVALIDSUBSTITUTE",
        2147797768 => "CBA_E_INVALIDCONNECTION",
        2147797769 => "CBA_E_INVALIDCOOKIE",
        2147797770 => "CBA_E_TIMEVALUEUNSUPPORTED",
        2147797771 => "CBA_E_QOSTYPEUNSUPPORTED",
        2147797772 => "CBA_E_QOSVALUEUNSUPPORTED",
        2147797773 => "CBA_E_PERSISTRUNNING",
        2147797774 => "CBA_E_INUSE",
        2147797775 => "CBA_E_NOTAPPLICABLE",
        2147797776 => "CBA_E_NONACCESSIBLE",
        2147797777 => "CBA_E_DEFECT",
        2147797778 => "CBA_E_LIMITVIOLATION",
        2147797779 => "CBA_E_QOSTYPENOTAPPLICABLE",
        2147797780 => "CBA_E_QCNOTAPPLICABLE",
        2147797781 => "CBA_E_ACCESSBLOCKED",
        2147797782 => "CBA_E_COUNTEXCEEDED",
        2147797783 => "CBA_E_SIZEEXCEEDED",
        2147797784 => "CBA_E_OUTOFPARTNERACCOS",
        2147797785 => "CBA_E_OUTOFACCOPAIRS",
        2147797786 => "CBA_E_ITEMTOOLARGE",
        2147797787 => "CBA_E_CRDATALENGTH",
        2147797788 => "CBA_E_FLAGUNSUPPORTED",
        2147797789 => "CBA_E_CAPACITYEXCEEDED",
        2147797790 => "CBA_E_SUBELEMENTMISMATCH",
        2147797791 => "CBA_E_STATIONFAILURE",
        2147797792 => "CBA_E_NOTROUTABLE",
        2147797793 => "CBA_E_DISCONNECTRUNNING",
        2147797794 => "CBA_E_LOCATIONCHANGED",
        2147797795 => "CBA_E_FRAMECOUNTUNSUPPORTED",
        2147797796 => "CBA_E_LINKFAILURE",
        2147797797 => "CBA_E_MODECHANGE",
        2147942405 => "E_ACCESSDENIED",
        2147942406 => "E_HANDLE",
        2147942414 => "E_OUTOFMEMORY",
        2147942487 => "E_INVALIDARG",
        2148007940 => "CO_E_BAD_PATH",
    }
    STDOBJREF_FLAGS_NAMES {
        0 => "SORF_NULL",
        1 => "SORF_OXRES1",
        32 => "SORF_OXRES2",
        64 => "SORF_OXRES3",
        128 => "SORF_OXRES4",
        256 => "SORF_OXRES5",
        512 => "SORF_OXRES6",
        1024 => "SORF_OXRES7",
        2048 => "SORF_OXRES8",
        4096 => "SORF_NOPING",
    }
    /// Ways through the network.
    pub TOWER_ID_NAMES {
        4 => "NCACN_DNET_NSP",
        7 => "NCACN_IP_TCP",
        8 => "NCADG_IP_UDP",
        9 => "NCACN_IP",
        12 => "NCACN_SPX",
        13 => "NCACN_NB_IPX",
        14 => "NCADG_IPX",
        18 => "NCACN_NB_NB",
        31 => "NCACN_HTTP",
    }
    SECURITY_AUTHN_SVC_NAMES {
        0 => "RPC_C_AUTHN_NONE",
        1 => "RPC_C_AUTHN_DCE_PRIVATE",
        2 => "RPC_C_AUTHN_DCE_PUBLIC",
        4 => "RPC_C_AUTHN_DEC_PUBLIC",
        9 => "RPC_C_AUTHN_GSS_NEGOTIATE",
        10 => "RPC_C_AUTH_WINNT",
        14 => "RPC_C_AUTHN_GSS_SCHANNEL",
        16 => "RPC_C_AUTHN_GSS_KERBEROS",
        17 => "RPC_C_AUTHN_MSN",
        18 => "RPC_C_AUTHN_DPA",
        100 => "RPC_C_AUTHN_MQ",
        65535 => "RPC_C_AUTHN_DEFAULT",
    }
    SECURITY_AUTHZ_SVC_NAMES {
        0 => "RPC_C_AUTHZ_NONE",
        1 => "RPC_C_AUTHZ_NAME",
        2 => "RPC_C_AUTHZ_DCE",
        65535 => "Default",
    }
}

/// Strings of an array of bindings: no packet holds more.
const MOST: usize = 4096;

/// Bytes of what goes with a call and with its answer, without extensions.
const ORPC_THIS: usize = 32;
const ORPC_THAT: usize = 8;

/// Who calls (section 2.2.13.3).
pub(super) fn this<S: Sink>(n: &mut Ndr<'_>, cx: &mut Cx<'_, S>) -> Step {
    let start = n.c;
    let at = start.span(ORPC_THIS);
    let line = cx.add(PROTO, at, Value::Bytes(at));
    cx.under(line, |cx| {
        let major = n.number(cx, VERSION_MAJOR, 2)?;
        let minor = n.number(cx, VERSION_MINOR, 2)?;
        n.number(cx, THIS_FLAGS, 4)?;
        n.number(cx, THIS_RES, 4)?;
        let cause = guid(n, cx, THIS_UUID)?;
        cx.label(line, |o| {
            write_uuid(o.s("DCOM, ORPCThis, V").u(major).s(".").u(minor).s(", Causality ID: "), &cause);
        });
        extensions(n, cx)
    })
}

/// What goes with an answer (2.2.13.4).
pub(super) fn that<S: Sink>(n: &mut Ndr<'_>, cx: &mut Cx<'_, S>) -> Step {
    let start = n.c;
    let at = start.span(ORPC_THAT);
    let line = cx.add(PROTO, at, Value::Bytes(at));
    cx.label(line, |o| _ = o.s("DCOM, ORPCThat"));
    cx.under(line, |cx| {
        n.number(cx, THAT_FLAGS, 4)?;
        extensions(n, cx)
    })
}

/// Extensions (2.2.13.2): an array of pointers, then what they point to.
fn extensions<S: Sink>(n: &mut Ndr<'_>, cx: &mut Cx<'_, S>) -> Step {
    if n.word()? == 0 {
        return Ok(());
    }
    let count = n.number(cx, EXTENT_ARRAY_COUNT, 4)?;
    n.number(cx, EXTENT_ARRAY_RES, 4)?;
    if n.word()? == 0 {
        return Ok(());
    }
    let room = n.word()?;
    let mut there = 0;
    for _ in 0..room.min(MOST as u64) {
        there += u64::from(n.word()? != 0);
    }
    for _ in 0..there.min(count) {
        let start = n.c;
        n.align(4)?;
        let item = cx.add(EXTENT, n.c.span(0), Value::None);
        cx.under(item, |cx| -> Step {
            n.word()?;
            let size = n.number(cx, EXTENT_SIZE, 4)?;
            guid(n, cx, EXTENT_ID)?;
            n.c.skip(size.next_multiple_of(8).min(1 << 24) as usize)
        })?;
        cx.set_len(item, n.c.pos() - start.pos());
    }
    Ok(())
}

/// A UUID; gives it in network order.
pub(super) fn guid<S: Sink>(n: &mut Ndr<'_>, cx: &mut Cx<'_, S>, field: Field) -> Result<[u8; 16], Stop> {
    n.align(4)?;
    uuid(cx, field, &mut n.c, n.call.little).map(|u| u.0)
}

/// What became of a call, told in the column.
pub(super) fn result<S: Sink>(n: &mut Ndr<'_>, cx: &mut Cx<'_, S>) -> Step {
    let code = hresult(n, cx)?;
    cx.info_add(|o| _ = o.s(" -> ").s(HRESULT_NAMES.or(code, "Unknown")));
    Ok(())
}

/// A result; what failed is worth a note.
pub(super) fn hresult<S: Sink>(n: &mut Ndr<'_>, cx: &mut Cx<'_, S>) -> Result<u64, Stop> {
    n.align(4)?;
    let at = n.c;
    let code = n.number(cx, HRESULT, 4)?;
    if code & 0x8000_0000 != 0 {
        let name = HRESULT_NAMES.or(code, "Unknown");
        cx.expert_with(HRESULT_EXPERT, requin_wire::Item::NONE, at.span(4), |o| {
            _ = o.s("Hresult: ").s(name);
        });
    }
    Ok(code)
}

/// The name of a result.
pub(super) fn result_name(code: u64) -> &'static str {
    HRESULT_NAMES.or(code, "Unknown")
}

/// Where an object is and how many references to it are given (2.2.18.2).
pub(super) fn standard<S: Sink>(n: &mut Ndr<'_>, cx: &mut Cx<'_, S>) -> Step {
    n.align(8)?;
    let start = n.c;
    let item = cx.add(STDOBJREF, start.span(0), Value::None);
    let (refs, ipid) = cx.under(item, |cx| -> Result<_, Stop> {
        n.number(cx, STDOBJREF_FLAGS, 4)?;
        let refs = n.number(cx, STDOBJREF_PUBLIC_REFS, 4)?;
        n.number(cx, OXID, 8)?;
        n.number(cx, OID, 8)?;
        Ok((refs, guid(n, cx, IPID)?))
    })?;
    cx.set_len(item, n.c.pos() - start.pos());
    cx.label(item, |o| write_uuid(o.s("STDOBJREF: PublicRefs=").u(refs).s(" IPID="), &ipid));
    Ok(())
}

/// Bindings to an object's exporter (2.2.19.1): those of the network, and those of security.
pub(super) fn bindings<S: Sink>(n: &mut Ndr<'_>, cx: &mut Cx<'_, S>, field: Field) -> Step {
    n.word()?;
    bindings_here(n, cx, field)
}

/// The same, behind its count.
pub(super) fn bindings_here<S: Sink>(n: &mut Ndr<'_>, cx: &mut Cx<'_, S>, field: Field) -> Step {
    let start = n.c;
    let item = cx.add(field, start.span(0), Value::None);
    let name = cx.registry.field(field).label;
    cx.under(item, |cx| {
        let entries = n.number(cx, NUM_ENTRIES, 2)? as usize;
        let secure = n.number(cx, SECURITY_OFFSET, 2)? as usize;
        let from = n.c.pos();
        let (mut networks, mut securities) = (0, 0);
        // An empty string ends each of both lists.
        while n.c.pos() < from + 2 * secure && n.half()? != 0 {
            networks += 1;
            network(n, cx, networks)?;
        }
        n.c.skip((from + 2 * secure).saturating_sub(n.c.pos()).min(n.c.left()))?;
        while n.c.pos() < from + 2 * entries && n.half()? != 0 {
            securities += 1;
            security(n, cx, securities)?;
        }
        n.c.skip((from + 2 * entries).saturating_sub(n.c.pos()))?;
        cx.label(item, |o| {
            o.s(name).s(": STRINGBINDINGs=").u(networks).s(", SECURITYBINDINGs=").u(securities);
        });
        Ok(())
    })?;
    cx.set_len(item, n.c.pos() - start.pos());
    Ok(())
}

/// Where to (2.2.19.3).
fn network<S: Sink>(n: &mut Ndr<'_>, cx: &mut Cx<'_, S>, nth: u64) -> Step {
    let start = n.c;
    let item = cx.add(STRING, start.span(0), Value::None);
    cx.under(item, |cx| {
        let tower = n.number(cx, TOWER_ID, 2)?;
        let address = text(n, cx, NETWORK_ADDR)?;
        cx.label(item, |o| {
            o.s("StringBinding[").u(nth).s("]: TowerId=");
            match TOWER_ID_NAMES.find(tower) {
                Some(name) => _ = o.s(name),
                None => _ = o.s("0x").x(tower, 4),
            }
            o.s(", NetworkAddr=\"").text(address.as_bytes()).s("\"");
        });
        Ok(())
    })?;
    cx.set_len(item, n.c.pos() - start.pos());
    Ok(())
}

/// As whom (2.2.19.4).
fn security<S: Sink>(n: &mut Ndr<'_>, cx: &mut Cx<'_, S>, nth: u64) -> Step {
    let start = n.c;
    let item = cx.add(SECURITY, start.span(0), Value::None);
    cx.under(item, |cx| {
        let authn = n.number(cx, SECURITY_AUTHN_SVC, 2)?;
        let authz = n.number(cx, SECURITY_AUTHZ_SVC, 2)?;
        let name = text(n, cx, SECURITY_PRINC_NAME)?;
        cx.label(item, |o| {
            o.s("SecurityBinding[").u(nth).s("]: AuthnSvc=0x").x(authn, 4).s(", AuthzSvc=0x").x(authz, 4);
            o.s(", PrincName=\"").text(name.as_bytes()).s("\"");
        });
        Ok(())
    })?;
    cx.set_len(item, n.c.pos() - start.pos());
    Ok(())
}

/// Text of 16-bit characters up to a zero.
fn text<S: Sink>(n: &mut Ndr<'_>, cx: &mut Cx<'_, S>, field: Field) -> Result<String, Stop> {
    let units = n.c.rest().chunks_exact(2).position(|u| u == [0, 0]).ok_or(Stop::Short)?;
    let at = n.c.span(2 * units + 2);
    let text = crate::application::smb::text16(n.c.bytes(2 * units)?);
    n.c.skip(2)?;
    cx.add_bytes(field, at, text.as_bytes());
    Ok(text)
}

/// An interface that is asked for, by its name when it has one.
pub(super) fn interface<S: Sink>(n: &mut Ndr<'_>, cx: &mut Cx<'_, S>, nth: u64) -> Step {
    n.align(4)?;
    let (iid, item) = uuid(cx, IID, &mut n.c, n.call.little)?;
    let write = |o: &mut Out<'_>| {
        match uuid_name(&iid) {
            Some(name) => _ = o.s(name),
            None => write_uuid(o, &iid),
        };
    };
    cx.label(item, |o| {
        write(o.s("IID[").u(nth).s("]: "));
        if uuid_name(&iid).is_some() {
            write_uuid(o.s(" ("), &iid);
            o.s(")");
        }
    });
    cx.info_add(|o| write(o.s(" IID[").u(nth).s("]=")));
    Ok(())
}
