//! Fields of HTTP.

use super::pairs::remember;
use super::{dissect, frames, looks_like};
use requin_wire::{Field, Names, names, proto};

proto! {
    HTTP "http" "Hypertext Transfer Protocol" "HTTP" App
    on [Tcp 80, Tcp 631, Tcp 3128, Tcp 3132, Tcp 3689, Tcp 5985, Tcp 8080, Tcp 8088, Tcp 11371, Tcp 1900, Tcp 2869, Tcp 2710]
    looks_like [Tcp looks_like]
    frames [frames]
    remember [remember]
    fields {
        NOTIFICATION "http.notification" "Notification": Bool;
        RESPONSE "http.response" "Response": Bool;
        REQUEST "http.request" "Request": Bool;
        RESPONSE_NUMBER "http.response_number" "Response number": U32 Dec;
        REQUEST_NUMBER "http.request_number" "Request number": U32 Dec;
        AUTHBASIC "http.authbasic" "Credentials": Str;
        AUTHCITRIX "http.authcitrix" "Citrix AG Auth": Bool;
        AUTHCITRIX_USER "http.authcitrix.user" "Citrix AG Username": Str;
        AUTHCITRIX_DOMAIN "http.authcitrix.domain" "Citrix AG Domain": Str;
        AUTHCITRIX_PASSWORD "http.authcitrix.password" "Citrix AG Password": Str;
        AUTHCITRIX_SESSION "http.authcitrix.session" "Citrix AG Session ID": Str;
        RESPONSE_LINE "http.response.line" "Response line": Str;
        REQUEST_LINE "http.request.line" "Request line": Str;
        REQUEST_METHOD "http.request.method" "Request Method": Str;
        REQUEST_URI "http.request.uri" "Request URI": Str;
        REQUEST_URI_PATH "http.request.uri.path" "Request URI Path": Str;
        REQUEST_URI_QUERY "http.request.uri.query" "Request URI Query": Str;
        REQUEST_URI_QUERY_PARAMETER "http.request.uri.query.parameter" "Request URI Query Parameter": Str;
        REQUEST_VERSION "http.request.version" "Request Version": Str;
        RESPONSE_VERSION "http.response.version" "Response Version": Str;
        REQUEST_FULL_URI "http.request.full_uri" "Full request URI": Str;
        RESPONSE_CODE "http.response.code" "Status Code": U16 Dec;
        RESPONSE_CODE_DESC "http.response.code.desc" "Status Code Description": Str;
        RESPONSE_FOR_URI "http.response_for.uri" "Request URI": Str;
        RESPONSE_PHRASE "http.response.phrase" "Response Phrase": Str;
        AUTHORIZATION "http.authorization" "Authorization": Str;
        PROXY_AUTHENTICATE "http.proxy_authenticate" "Proxy-Authenticate": Str;
        PROXY_AUTHORIZATION "http.proxy_authorization" "Proxy-Authorization": Str;
        PROXY_CONNECT_HOST "http.proxy_connect_host" "Proxy-Connect-Hostname": Str;
        PROXY_CONNECT_PORT "http.proxy_connect_port" "Proxy-Connect-Port": U16 Dec;
        WWW_AUTHENTICATE "http.www_authenticate" "WWW-Authenticate": Str;
        CONTENT_TYPE "http.content_type" "Content-Type": Str;
        CONTENT_LENGTH_HEADER "http.content_length_header" "Content-Length": Str;
        CONTENT_LENGTH "http.content_length" "Content length": U64 Dec;
        CONTENT_ENCODING "http.content_encoding" "Content-Encoding": Str;
        TRANSFER_ENCODING "http.transfer_encoding" "Transfer-Encoding": Str;
        UPGRADE "http.upgrade" "Upgrade": Str;
        USER_AGENT "http.user_agent" "User-Agent": Str;
        HOST "http.host" "Host": Str;
        CONNECTION "http.connection" "Connection": Str;
        COOKIE "http.cookie" "Cookie": Str;
        COOKIE_PAIR "http.cookie_pair" "Cookie pair": Str;
        ACCEPT "http.accept" "Accept": Str;
        REFERER "http.referer" "Referer": Str;
        ACCEPT_LANGUAGE "http.accept_language" "Accept-Language": Str;
        ACCEPT_ENCODING "http.accept_encoding" "Accept Encoding": Str;
        DATE "http.date" "Date": Str;
        CACHE_CONTROL "http.cache_control" "Cache-Control": Str;
        SERVER "http.server" "Server": Str;
        LOCATION "http.location" "Location": Str;
        SEC_WEBSOCKET_ACCEPT "http.sec_websocket_accept" "Sec-WebSocket-Accept": Str;
        SEC_WEBSOCKET_EXTENSIONS "http.sec_websocket_extensions" "Sec-WebSocket-Extensions": Str;
        SEC_WEBSOCKET_KEY "http.sec_websocket_key" "Sec-WebSocket-Key": Str;
        SEC_WEBSOCKET_PROTOCOL "http.sec_websocket_protocol" "Sec-WebSocket-Protocol": Str;
        SEC_WEBSOCKET_VERSION "http.sec_websocket_version" "Sec-WebSocket-Version": Str;
        SET_COOKIE "http.set_cookie" "Set-Cookie": Str;
        LAST_MODIFIED "http.last_modified" "Last-Modified": Str;
        X_FORWARDED_FOR "http.x_forwarded_for" "X-Forwarded-For": Str;
        HTTP2_SETTINGS "http.http2_settings" "HTTP2-Settings": Str;
        REQUEST_IN "http.request_in" "Request in frame": Framenum;
        RESPONSE_IN "http.response_in" "Response in frame": Framenum;
        NEXT_REQUEST_IN "http.next_request_in" "Next request in frame": Framenum;
        NEXT_RESPONSE_IN "http.next_response_in" "Next response in frame": Framenum;
        PREV_REQUEST_IN "http.prev_request_in" "Prev request in frame": Framenum;
        PREV_RESPONSE_IN "http.prev_response_in" "Prev response in frame": Framenum;
        TIME "http.time" "Time since request": RelTime;
        CHUNKED_TRAILER_PART "http.chunked_trailer_part" "trailer-part": Str;
        CHUNK_BOUNDARY "http.chunk_boundary" "Chunk boundary": Bytes;
        CHUNK_SIZE "http.chunk_size" "Chunk size": U32 Dec = Names::Unit(" octet", " octets");
        CHUNK_DATA "http.chunk_data" "Chunk data": Bytes;
        FILE_DATA "http.file_data" "File Data": Str;
        UNKNOWN_HEADER "http.unknown_header" "Unknown header": Str;
        HTTP2_SETTINGS_URI "http.http2_settings_uri" "HTTP2 Settings URI": Bytes;
        PATH_SEGMENT "http.path_segment" "Path segment": Str;
        PATH_SUB_SEGMENT "http.path_sub_segment" "Path sub segment": Str;
    }
    experts {
        CHAT "http.chat" Chat Sequence "Formatted text";
        TE_AND_LENGTH "http.te_and_length" Warn Malformed "The Content-Length and Transfer-Encoding header must not be set together";
        TE_UNKNOWN "http.te_unknown" Warn Undecoded "Unknown transfer coding name in Transfer-Encoding header";
        SUBDISSECTOR_FAILED "http.subdissector_failed" Note Malformed "HTTP body subdissector failed, trying heuristic subdissector";
        TLS_PORT "http.tls_port" Warn Security "Unencrypted HTTP protocol detected over encrypted port, could indicate a dangerous misconfiguration.";
        LEADING_CRLF "http.leading_crlf" Error Malformed "Leading CRLF previous message in the stream may have extra CRLF";
        BAD_HEADER_NAME "http.bad_header_name" Warn Protocol "Illegal characters found in header name";
        DECOMPRESSION_FAILED "http.decompression_failed" Warn Undecoded "Decompression failed";
        DECOMPRESSION_DISABLED "http.decompression_disabled" Chat Undecoded "Decompression disabled";
    }
}

/// The last of the fields.
pub(super) const LAST: Field = Field(PROTO.0 + COUNT - 1);

names! {
    /// What status codes mean.
    pub STATUS {
        100 => "Continue", 101 => "Switching Protocols", 102 => "Processing", 103 => "Early Hints",
        199 => "Informational - Others", 200 => "OK", 201 => "Created", 202 => "Accepted",
        203 => "Non-authoritative Information", 204 => "No Content", 205 => "Reset Content",
        206 => "Partial Content", 207 => "Multi-Status", 208 => "Already Reported", 226 => "IM Used",
        299 => "Success - Others", 300 => "Multiple Choices", 301 => "Moved Permanently", 302 => "Found",
        303 => "See Other", 304 => "Not Modified", 305 => "Use Proxy", 307 => "Temporary Redirect",
        308 => "Permanent Redirect", 399 => "Redirection - Others", 400 => "Bad Request",
        401 => "Unauthorized", 402 => "Payment Required", 403 => "Forbidden", 404 => "Not Found",
        405 => "Method Not Allowed", 406 => "Not Acceptable", 407 => "Proxy Authentication Required",
        408 => "Request Time-out", 409 => "Conflict", 410 => "Gone", 411 => "Length Required",
        412 => "Precondition Failed", 413 => "Request Entity Too Large", 414 => "Request-URI Too Long",
        415 => "Unsupported Media Type", 416 => "Requested Range Not Satisfiable",
        417 => "Expectation Failed", 418 => "I'm a teapot", 421 => "Misdirected Request",
        422 => "Unprocessable Entity", 423 => "Locked", 424 => "Failed Dependency", 425 => "Too Early",
        426 => "Upgrade Required", 428 => "Precondition Required", 429 => "Too Many Requests",
        431 => "Request Header Fields Too Large", 451 => "Unavailable For Legal Reasons",
        499 => "Client Error - Others", 500 => "Internal Server Error", 501 => "Not Implemented",
        502 => "Bad Gateway", 503 => "Service Unavailable", 504 => "Gateway Time-out",
        505 => "HTTP Version not supported", 506 => "Variant Also Negotiates",
        507 => "Insufficient Storage", 508 => "Loop Detected", 510 => "Not Extended",
        511 => "Network Authentication Required", 599 => "Server Error - Others",
    }
}

/// Whether a field is of a message's head, rather than of its body.
pub(crate) fn is_in_head(field: Field) -> bool {
    (NOTIFICATION..=PATH_SUB_SEGMENT).contains(&field) && !(CHUNKED_TRAILER_PART..=FILE_DATA).contains(&field)
}
