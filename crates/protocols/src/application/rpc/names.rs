//! What numbers of RPC's messages are called.

use requin_wire::names;

names! {
    pub(super) MSGTYP_NAMES {
        0 => "Call",
        1 => "Reply",
    }
    pub(super) REPLYSTAT_NAMES {
        0 => "accepted",
        1 => "denied",
    }
    pub(super) STATE_ACCEPT_NAMES {
        0 => "RPC executed successfully",
        1 => "remote hasn't exported program",
        2 => "remote can't support version #",
        3 => "program can't support procedure",
        4 => "procedure can't decode params",
        5 => "system errors like memory allocation failure",
    }
    pub(super) STATE_REJECT_NAMES {
        0 => "RPC_MISMATCH",
        1 => "AUTH_ERROR",
    }
    pub(super) STATE_AUTH_NAMES {
        1 => "bad credential (seal broken)",
        2 => "client must begin new session",
        3 => "bad verifier (seal broken)",
        4 => "verifier expired or replayed",
        5 => "rejected for security reasons",
        13 => "GSS credential problem",
        14 => "GSS context problem",
    }
    pub(crate) AUTH_FLAVOR_NAMES {
        0 => "AUTH_NULL",
        1 => "AUTH_UNIX",
        2 => "AUTH_SHORT",
        3 => "AUTH_DES",
        5 => "AUTH_RSA/Gluster",
        6 => "RPCSEC_GSS",
        300001 => "AUTH_GSSAPI",
        390003 => "RPCSEC_GSS_KRB5",
        390004 => "RPCSEC_GSS_KRB5I",
        390005 => "RPCSEC_GSS_KRB5P",
        390006 => "RPCSEC_GSS_LIPKEY",
        390007 => "RPCSEC_GSS_LIPKEY_I",
        390008 => "RPCSEC_GSS_LIPKEY_P",
        390009 => "RPCSEC_GSS_SPKM3",
        390010 => "RPCSEC_GSS_SPKM3I",
        390011 => "RPCSEC_GSS_SPKM3P",
        390039 => "AUTH_GLUSTERFS",
    }
    pub(super) AUTHGSS_PROCEDURE_NAMES {
        0 => "RPCSEC_GSS_DATA",
        1 => "RPCSEC_GSS_INIT",
        2 => "RPCSEC_GSS_CONTINUE_INIT",
        3 => "RPCSEC_GSS_DESTROY",
    }
    pub(crate) AUTHGSS_SERVICE_NAMES {
        1 => "rpcsec_gss_svc_none",
        2 => "rpcsec_gss_svc_integrity",
        3 => "rpcsec_gss_svc_privacy",
    }
    pub(super) AUTHDES_NAMEKIND_NAMES {
        0 => "ADN_FULLNAME",
        1 => "ADN_NICKNAME",
    }
    /// Programs with the numbers that RFC 5531 section 8.3 and others gave them.
    pub(super) PROGRAM_NAMES {
        100000 => "Portmap",
        100001 => "RSTAT",
        100002 => "RUSERS",
        100003 => "NFS",
        100004 => "YPSERV",
        100005 => "MOUNT",
        100007 => "YPBIND",
        100008 => "RWALL",
        100009 => "YPPASSWD",
        100011 => "RQUOTA",
        100012 => "SPRAY",
        100020 => "KLM",
        100021 => "NLM",
        100024 => "STAT",
        100026 => "BOOTPARAMS",
        100028 => "YPXFR",
        100068 => "CMSD",
        100083 => "TOOLTALK",
        100227 => "NFSACL",
        100300 => "NIS+",
        100301 => "NIS+ CB",
    }
}
