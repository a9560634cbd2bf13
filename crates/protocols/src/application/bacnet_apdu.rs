//! BACnet's application layer, ASHRAE 135 clauses 20 and 21: services, and tagged data inside them.

use super::bacnet_vendors::VENDOR_IDENTIFIER_NAMES;
use requin_wire::{Cursor, Cx, Field, Names, Out, Sink, Step, Stop, names, proto};

proto! {
    BACAPP "bacapp" "Building Automation and Control Network APDU" "BACapp" App
    on []
    fields {
        LVT "bacapp.LVT" "Length Value Type": U8 Dec;
        SA "bacapp.SA" "SA": Bool(8) & 0x2 = Names::Bools("Segmented Response accepted", "Segmented Response not accepted");
        APPLICATION_TAG_NUMBER "bacapp.application_tag_number" "Application Tag Number": U8 Dec & 0xf0 = APPLICATION_TAG_NUMBER_NAMES;
        CONFIRMED_SERVICE "bacapp.confirmed_service" "Service Choice": U8 Dec = CONFIRMED_SERVICE_NAMES;
        CONTEXT_TAG_NUMBER "bacapp.context_tag_number" "Context Tag Number": U8 Dec & 0xf0;
        ERROR_CLASS "bacapp.error_class" "Error Class": U32 Dec = ERROR_CLASS_NAMES;
        ERROR_CODE "bacapp.error_code" "Error Code": U32 Dec = ERROR_CODE_NAMES;
        INSTANCE_NUMBER "bacapp.instance_number" "Instance Number": U32 Dec & 0x3fffff;
        INVOKE_ID "bacapp.invoke_id" "Invoke ID": U8 Dec;
        MAX_ADPU_SIZE "bacapp.max_adpu_size" "Size of Maximum ADPU accepted": U8 Dec & 0xf = MAX_ADPU_SIZE_NAMES;
        MORE_SEGMENTS "bacapp.more_segments" "More Segments": Bool(8) & 0x4 = Names::Bools("More Segments Follow", "No More Segments Follow");
        OBJECTTYPE "bacapp.objectType" "Object Type": U32 Dec & 0xffc00000 = OBJECTTYPE_NAMES;
        PDUFLAGS "bacapp.pduflags" "PDU Flags": U8 Hex & 0xf;
        PROPERTY_IDENTIFIER "bacapp.property_identifier" "Property Identifier": U32 Dec = PROPERTY_IDENTIFIER_NAMES;
        RESPONSE_SEGMENTS "bacapp.response_segments" "Max Response Segments accepted": U8 Dec & 0x70 = RESPONSE_SEGMENTS_NAMES;
        SEGMENTED_REQUEST "bacapp.segmented_request" "Segmented Request": Bool(8) & 0x8 = Names::Bools("Segmented Request", "Unsegmented Request");
        TAG_CLASS "bacapp.tag_class" "Tag Class": Bool(8) & 0x8 = Names::Bools("Context Specific Tag", "Application Tag");
        TYPE "bacapp.type" "APDU Type": U8 Dec & 0xf0 = TYPE_NAMES;
        UNCONFIRMED_SERVICE "bacapp.unconfirmed_service" "Unconfirmed Service Choice": U8 Dec = UNCONFIRMED_SERVICE_NAMES;
        VENDOR_IDENTIFIER "bacapp.vendor_identifier" "Vendor Identifier": U16 Dec = VENDOR_IDENTIFIER_NAMES;
        WHO_IS_HIGH_LIMIT "bacapp.who_is.high_limit" "Device Instance Range High Limit": U32 Dec;
        WHO_IS_LOW_LIMIT "bacapp.who_is.low_limit" "Device Instance Range Low Limit": U32 Dec;
        STRING_CHARACTER_SET "bacapp.string_character_set" "String Character Set": U8 Dec = STRING_CHARACTER_SET_NAMES;
        REJECT_REASON "bacapp.reject_reason" "Reject Reason": U8 Dec = REJECT_REASON_NAMES;
        ABORT_REASON "bacapp.abort_reason" "Abort Reason": U8 Dec = ABORT_REASON_NAMES;
        SEQUENCE_NUMBER "bacapp.sequence_number" "Sequence Number": U8 Dec;
        WINDOW_SIZE "bacapp.window_size" "Proposed Window Size": U8 Dec;
        NAK "bacapp.NAK" "NAK": Bool(8) & 0x2;
        SRV "bacapp.SRV" "SRV": Bool(8) & 0x1;
        OBJECT_NAME "bacapp.object_name" "Object Name": Str;
    }
}

names! {
    APPLICATION_TAG_NUMBER_NAMES {
        0 => "Null", 1 => "Boolean", 2 => "Unsigned Integer",
        3 => "Signed Integer (2's complement notation)", 4 => "Real (ANSI/IEE-754 floating point)",
        5 => "Double (ANSI/IEE-754 double precision floating point)", 6 => "Octet String",
        7 => "Character String", 8 => "Bit String", 9 => "Enumerated", 10 => "Date", 11 => "Time",
        12 => "BACnetObjectIdentifier", 13 => "reserved by ASHRAE", 14 => "reserved by ASHRAE",
        15 => "reserved by ASHRAE",
    }
    CONFIRMED_SERVICE_NAMES {
        0 => "acknowledgeAlarm", 1 => "confirmedCOVNotification", 2 => "confirmedEventNotification",
        3 => "getAlarmSummary", 4 => "getEnrollmentSummary", 5 => "subscribeCOV", 6 => "atomicReadFile",
        7 => "atomicWriteFile", 8 => "addListElement", 9 => "removeListElement", 10 => "createObject",
        11 => "deleteObject", 12 => "readProperty", 13 => "readPropertyConditional",
        14 => "readPropertyMultiple", 15 => "writeProperty", 16 => "writePropertyMultiple",
        17 => "deviceCommunicationControl", 18 => "confirmedPrivateTransfer", 19 => "confirmedTextMessage",
        20 => "reinitializeDevice", 21 => "vtOpen", 22 => "vtClose", 23 => "vtData", 24 => "authenticate",
        25 => "requestKey", 26 => "readRange", 27 => "lifeSafetyOperation", 28 => "subscribeCOVProperty",
        29 => "getEventInformation", 30 => "subscribeCovPropertyMultiple",
        31 => "confirmedCovNotificationMultiple", 32 => "confirmedAuditNotification", 33 => "auditLogQuery",
    }
    ERROR_CLASS_NAMES {
        0 => "device", 1 => "object", 2 => "property", 3 => "resources", 4 => "security", 5 => "services",
        6 => "vt", 7 => "communication",
    }
    ERROR_CODE_NAMES {
        0 => "other", 1 => "authentication-failed", 2 => "configuration-in-progress", 3 => "device-busy",
        4 => "dynamic-creation-not-supported", 5 => "file-access-denied",
        6 => "incompatible-security-levels", 7 => "inconsistent-parameters",
        8 => "inconsistent-selection-criterion", 9 => "invalid-data-type",
        10 => "invalid-file-access-method", 11 => "invalid-file-start-position",
        12 => "invalid-operator-name", 13 => "invalid-parameter-data-type", 14 => "invalid-time-stamp",
        15 => "key-generation-error", 16 => "missing-required-parameter",
        17 => "no-objects-of-specified-type", 18 => "no-space-for-object",
        19 => "no-space-to-add-list-element", 20 => "no-space-to-write-property",
        21 => "no-vt-sessions-available", 22 => "property-is-not-a-list",
        23 => "object-deletion-not-permitted", 24 => "object-identifier-already-exists",
        25 => "operational-problem", 26 => "password-failure", 27 => "read-access-denied",
        28 => "security-not-supported", 29 => "service-request-denied", 30 => "timeout",
        31 => "unknown-object", 32 => "unknown-property", 33 => "removed enumeration",
        34 => "unknown-vt-class", 35 => "unknown-vt-session", 36 => "unsupported-object-type",
        37 => "value-out-of-range", 38 => "vt-session-already-closed",
        39 => "vt-session-termination-failure", 40 => "write-access-denied",
        41 => "character-set-not-supported", 42 => "invalid-array-index", 43 => "cov-subscription-failed",
        44 => "not-cov-property", 45 => "optional-functionality-not-supported",
        46 => "invalid-configuration-data", 47 => "datatype-not-supported", 48 => "duplicate-name",
        49 => "duplicate-object-id", 50 => "property-is-not-an-array", 51 => "abort - buffer - overflow",
        52 => "abort - invalid - apdu - in - this - state",
        53 => "abort - preempted - by - higher - priority - task",
        54 => "abort - segmentation - not - supported", 55 => "abort - proprietary", 56 => "abort - other",
        57 => "invalid - tag", 58 => "network - down", 59 => "reject - buffer - overflow",
        60 => "reject - inconsistent - parameters", 61 => "reject - invalid - parameter - data - type",
        62 => "reject - invalid - tag", 63 => "reject - missing - required - parameter",
        64 => "reject - parameter - out - of - range", 65 => "reject - too - many - arguments",
        66 => "reject - undefined - enumeration", 67 => "reject - unrecognized - service",
        68 => "reject - proprietary", 69 => "reject - other", 70 => "unknown - device",
        71 => "unknown - route", 72 => "value - not - initialized", 73 => "invalid-event-state",
        74 => "no-alarm-configured", 75 => "log-buffer-full", 76 => "logged-value-purged",
        77 => "no-property-specified", 78 => "not-configured-for-triggered-logging",
        79 => "unknown-subscription", 80 => "parameter-out-of-range", 81 => "list-element-not-found",
        82 => "busy", 83 => "communication-disabled", 84 => "success", 85 => "access-denied",
        86 => "bad-destination-address", 87 => "bad-destination-device-id", 88 => "bad-signature",
        89 => "bad-source-address", 90 => "bad-timestamp", 91 => "cannot-use-key",
        92 => "cannot-verify-message-id", 93 => "correct-key-revision",
        94 => "destination-device-id-required", 95 => "duplicate-message",
        96 => "encryption-not-configured", 97 => "encryption-required", 98 => "incorrect-key",
        99 => "invalid-key-data", 100 => "key-update-in-progress", 101 => "malformed-message",
        102 => "not-key-server", 103 => "security-not-configured", 104 => "source-security-required",
        105 => "too-many-keys", 106 => "unknown-authentication-type", 107 => "unknown-key",
        108 => "unknown-key-revision", 109 => "unknown-source-message", 110 => "not-router-to-dnet",
        111 => "router-busy", 112 => "unknown-network-message", 113 => "message-too-long",
        114 => "security-error", 115 => "addressing-error", 116 => "write-bdt-failed",
        117 => "read-bdt-failed", 118 => "register-foreign-device-failed", 119 => "read-fdt-failed",
        120 => "delete-fdt-entry-failed", 121 => "distribute-broadcast-failed", 122 => "unknown-file-size",
        123 => "abort-apdu-too-long", 124 => "abort-application-exceeded-reply-time",
        125 => "abort-out-of-resources", 126 => "abort-tsm-timeout",
        127 => "abort-window-size-out-of-range", 128 => "file-full", 129 => "inconsistent-configuration",
        130 => "inconsistent-object-type", 131 => "internal-error", 132 => "not-configured",
        133 => "out-of-memory", 134 => "value-too-long", 135 => "abort-insufficient-security",
        136 => "abort-security-error", 137 => "duplicate-entry", 138 => "invalid-value-in-this-state",
        139 => "invalid-operation-in-this-state", 140 => "list-item-not-numbered",
        141 => "list-item-not-timestamped", 142 => "invalid-data-encoding", 143 => "bvlc-function-unknown",
        144 => "bvlc-proprietary-function-unknown", 145 => "header-encoding-error",
        146 => "header-not-understood", 147 => "message-incomplete", 148 => "not-a-bacnet-sc-hub",
        149 => "payload-expected", 150 => "unexpected-data", 151 => "node-duplicate-vmac",
        152 => "http-unexpected-response-code", 153 => "http-no-upgrade", 154 => "http-resource-not-local",
        155 => "http-proxy-authentication-failed", 156 => "http-response-timeout",
        157 => "http-response-syntax-error", 158 => "http-response-value-error",
        159 => "http-response-missing-header", 160 => "http-websocket-header-error",
        161 => "http-upgrade-required", 162 => "http-upgrade-error", 163 => "http-temporary-unavailable",
        164 => "http-not-a-server", 165 => "http-error", 166 => "websocket-scheme-not-supported",
        167 => "websocket-unknown-control-message", 168 => "websocket-close-error",
        169 => "websocket-closed-by-peer", 170 => "websocket-endpoint-leaves",
        171 => "websocket-protocol-error", 172 => "websocket-data-not-accepted",
        173 => "websocket-closed-abnormally", 174 => "websocket-data-inconsistent",
        175 => "websocket-data-against-policy", 176 => "websocket-frame-too-long",
        177 => "websocket-extension-missing", 178 => "websocket-request-unavailable",
        179 => "websocket-error", 180 => "tls-client-certificate-error",
        181 => "tls-server-certificate-error", 182 => "tls-client-authentication-failed",
        183 => "tls-server-authentication-failed", 184 => "tls-client-certificate-expired",
        185 => "tls-server-certificate-expired", 186 => "tls-client-certificate-revoked",
        187 => "tls-server-certificate-revoked", 188 => "tls-error", 189 => "dns-unavailable",
        190 => "dns-name-resolution-failed", 191 => "dns-resolver-failure", 192 => "dns-error",
        193 => "tcp-connect-timeout", 194 => "tcp-connection-refused", 195 => "tcp-closed-by-local",
        196 => "tcp-closed-other", 197 => "tcp-error", 198 => "ip-address-not-reachable", 199 => "ip-error",
    }
    MAX_ADPU_SIZE_NAMES {
        0 => "Up to MinimumMessageSize (50 octets)", 1 => "Up to 128 octets",
        2 => "Up to 206 octets (fits in a LonTalk frame)",
        3 => "Up to 480 octets (fits in an ARCNET frame)", 4 => "Up to 1024 octets",
        5 => "Up to 1476 octets (fits in an ISO 8802-3 frame)", 6 => "reserved by ASHRAE",
        7 => "reserved by ASHRAE", 8 => "reserved by ASHRAE", 9 => "reserved by ASHRAE",
        10 => "reserved by ASHRAE", 11 => "reserved by ASHRAE", 12 => "reserved by ASHRAE",
        13 => "reserved by ASHRAE", 14 => "reserved by ASHRAE", 15 => "reserved by ASHRAE",
    }
    OBJECTTYPE_NAMES {
        0 => "analog-input", 1 => "analog-output", 2 => "analog-value", 3 => "binary-input",
        4 => "binary-output", 5 => "binary-value", 6 => "calendar", 7 => "command", 8 => "device",
        9 => "event-enrollment", 10 => "file", 11 => "group", 12 => "loop", 13 => "multi-state-input",
        14 => "multi-state-output", 15 => "notification-class", 16 => "program", 17 => "schedule",
        18 => "averaging", 19 => "multi-state-value", 20 => "trend-log", 21 => "life-safety-point",
        22 => "life-safety-zone", 23 => "accumulator", 24 => "pulse-converter", 25 => "event-log",
        26 => "global-group", 27 => "trend-log-multiple", 28 => "load-control", 29 => "structured-view",
        30 => "access-door", 31 => "timer", 32 => "access-credential", 33 => "access-point",
        34 => "access-rights", 35 => "access-user", 36 => "access-zone", 37 => "credential-data-input",
        38 => "network-security", 39 => "bitstring-value", 40 => "characterstring-value",
        41 => "date-pattern-value", 42 => "date-value", 43 => "datetime-pattern-value",
        44 => "datetime-value", 45 => "integer-value", 46 => "large-analog-value",
        47 => "octetstring-value", 48 => "positive-integer-value", 49 => "time-pattern-value",
        50 => "time-value", 51 => "notification-forwarder", 52 => "alert-enrollment", 53 => "channel",
        54 => "lighting-output", 55 => "binary-lighting-output", 56 => "network-port",
        57 => "elevator-group", 58 => "escalator", 59 => "lift", 60 => "staging", 61 => "audit-log",
        62 => "audit-reporter", 63 => "color", 64 => "color-temperature",
    }
    PROPERTY_IDENTIFIER_NAMES {
        0 => "acked-transition", 1 => "ack-required", 2 => "action", 3 => "action-text", 4 => "active-text",
        5 => "active-vt-session", 6 => "alarm-value", 7 => "alarm-values", 8 => "all",
        9 => "all-writes-successful", 10 => "apdu-segment-timeout", 11 => "apdu-timeout",
        12 => "application-software-version", 13 => "archive", 14 => "bias", 15 => "change-of-state-count",
        16 => "change-of-state-time", 17 => "notification-class",
        18 => "the property in this place was deleted", 19 => "controlled-variable-reference",
        20 => "controlled-variable-units", 21 => "controlled-variable-value", 22 => "cov-increment",
        23 => "datelist", 24 => "daylights-savings-status", 25 => "deadband", 26 => "derivative-constant",
        27 => "derivative-constant-units", 28 => "description", 29 => "description-of-halt",
        30 => "device-address-binding", 31 => "device-type", 32 => "effective-period",
        33 => "elapsed-active-time", 34 => "error-limit", 35 => "event-enable", 36 => "event-state",
        37 => "event-type", 38 => "exception-schedule", 39 => "fault-values", 40 => "feedback-value",
        41 => "file-access-method", 42 => "file-size", 43 => "file-type", 44 => "firmware-revision",
        45 => "high-limit", 46 => "inactive-text", 47 => "in-process", 48 => "instance-of",
        49 => "integral-constant", 50 => "integral-constant-units", 51 => "issue-confirmed-notifications",
        52 => "limit-enable", 53 => "list-of-group-members", 54 => "list-of-object-property-references",
        55 => "list-of-session-keys", 56 => "local-date", 57 => "local-time", 58 => "location",
        59 => "low-limit", 60 => "manipulated-variable-reference", 61 => "maximum-output",
        62 => "max-apdu-length-accepted", 63 => "max-info-frames", 64 => "max-master",
        65 => "max-pres-value", 66 => "minimum-off-time", 67 => "minimum-on-time", 68 => "minimum-output",
        69 => "min-pres-value", 70 => "model-name", 71 => "modification-date", 72 => "notify-type",
        73 => "number-of-APDU-retries", 74 => "number-of-states", 75 => "object-identifier",
        76 => "object-list", 77 => "object-name", 78 => "object-property-reference", 79 => "object-type",
        80 => "optional", 81 => "out-of-service", 82 => "output-units", 83 => "event-parameters",
        84 => "polarity", 85 => "present-value", 86 => "priority", 87 => "priority-array",
        88 => "priority-for-writing", 89 => "process-identifier", 90 => "program-change",
        91 => "program-location", 92 => "program-state", 93 => "proportional-constant",
        94 => "proportional-constant-units", 95 => "protocol-conformance-class",
        96 => "protocol-object-types-supported", 97 => "protocol-services-supported",
        98 => "protocol-version", 99 => "read-only", 100 => "reason-for-halt", 101 => "recipient",
        102 => "recipient-list", 103 => "reliability", 104 => "relinquish-default", 105 => "required",
        106 => "resolution", 107 => "segmentation-supported", 108 => "setpoint",
        109 => "setpoint-reference", 110 => "state-text", 111 => "status-flags", 112 => "system-status",
        113 => "time-delay", 114 => "time-of-active-time-reset", 115 => "time-of-state-count-reset",
        116 => "time-synchronization-recipients", 117 => "units", 118 => "update-interval",
        119 => "utc-offset", 120 => "vendor-identifier", 121 => "vendor-name", 122 => "vt-class-supported",
        123 => "weekly-schedule", 124 => "attempted-samples", 125 => "average-value", 126 => "buffer-size",
        127 => "client-cov-increment", 128 => "cov-resubscription-interval", 129 => "current-notify-time",
        130 => "event-time-stamp", 131 => "log-buffer", 132 => "log-device-object-property",
        133 => "enable", 134 => "log-interval", 135 => "maximum-value", 136 => "minimum-value",
        137 => "notification-threshold", 138 => "previous-notify-time", 139 => "protocol-revision",
        140 => "records-since-notification", 141 => "record-count", 142 => "start-time", 143 => "stop-time",
        144 => "stop-when-full", 145 => "total-record-count", 146 => "valid-samples",
        147 => "window-interval", 148 => "window-samples", 149 => "maximum-value-time-stamp",
        150 => "minimum-value-time-stamp", 151 => "variance-value", 152 => "active-cov-subscriptions",
        153 => "backup-failure-timeout", 154 => "configuration-files", 155 => "database-revision",
        156 => "direct-reading", 157 => "last-restore-time", 158 => "maintenance-required",
        159 => "member-of", 160 => "mode", 161 => "operation-expected", 162 => "setting", 163 => "silenced",
        164 => "tracking-value", 165 => "zone-members", 166 => "life-safety-alarm-values",
        167 => "max-segments-accepted", 168 => "profile-name", 169 => "auto-slave-discovery",
        170 => "manual-slave-address-binding", 171 => "slave-address-binding", 172 => "slave-proxy-enable",
        173 => "last-notify-record", 174 => "schedule-default", 175 => "accepted-modes",
        176 => "adjust-value", 177 => "count", 178 => "count-before-change", 179 => "count-change-time",
        180 => "cov-period", 181 => "input-reference", 182 => "limit-monitoring-interval",
        183 => "logging-object", 184 => "logging-record", 185 => "prescale", 186 => "pulse-rate",
        187 => "scale", 188 => "scale-factor", 189 => "update-time", 190 => "value-before-change",
        191 => "value-set", 192 => "value-change-time", 193 => "align-intervals",
        194 => "group-member-names", 195 => "interval-offset", 196 => "last-restart-reason",
        197 => "logging-type", 198 => "member-status-flags", 199 => "notification-period",
        200 => "previous-notify-record", 201 => "requested-update-interval",
        202 => "restart-notification-recipients", 203 => "time-of-device-restart",
        204 => "time-synchronization-interval", 205 => "trigger",
        206 => "UTC-time-synchronization-recipients", 207 => "node-subtype", 208 => "node-type",
        209 => "structured-object-list", 210 => "subordinate-annotations", 211 => "subordinate-list",
        212 => "actual-shed-level", 213 => "duty-window", 214 => "expected-shed-level",
        215 => "full-duty-baseline", 216 => "node-subtype", 217 => "node-type",
        218 => "requested-shed-level", 219 => "shed-duration", 220 => "shed-level-descriptions",
        221 => "shed-levels", 222 => "state-description", 226 => "door-alarm-state",
        227 => "door-extended-pulse-time", 228 => "door-members", 229 => "door-open-too-long-time",
        230 => "door-pulse-time", 231 => "door-status", 232 => "door-unlock-delay-time",
        233 => "lock-status", 234 => "masked-alarm-values", 235 => "secured-status",
        244 => "absentee-limit", 245 => "access-alarm-events", 246 => "access-doors", 247 => "access-event",
        248 => "access-event-authentication-factor", 249 => "access-event-credential",
        250 => "access-event-time", 251 => "access-transaction-events", 252 => "accompaniment",
        253 => "accompaniment-time", 254 => "activation-time", 255 => "active-authentication-policy",
        256 => "assigned-access-rights", 257 => "authentication-factors",
        258 => "authentication-policy-list", 259 => "authentication-policy-names",
        260 => "authentication-status", 261 => "authorization-mode", 262 => "belongs-to",
        263 => "credential-disable", 264 => "credential-status", 265 => "credentials",
        266 => "credentials-in-zone", 267 => "days-remaining", 268 => "entry-points", 269 => "exit-points",
        270 => "expiration-time", 271 => "extended-time-enable", 272 => "failed-attempt-events",
        273 => "failed-attempts", 274 => "failed-attempts-time", 275 => "last-access-event",
        276 => "last-access-point", 277 => "last-credential-added", 278 => "last-credential-added-time",
        279 => "last-credential-removed", 280 => "last-credential-removed-time", 281 => "last-use-time",
        282 => "lockout", 283 => "lockout-relinquish-time", 284 => "master-exemption",
        285 => "max-failed-attempts", 286 => "members", 287 => "muster-point",
        288 => "negative-access-rules", 289 => "number-of-authentication-policies",
        290 => "occupancy-count", 291 => "occupancy-count-adjust", 292 => "occupancy-count-enable",
        293 => "occupancy-exemption", 294 => "occupancy-lower-limit",
        295 => "occupancy-lower-limit-enforced", 296 => "occupancy-state", 297 => "occupancy-upper-limit",
        298 => "occupancy-upper-limit-enforced", 299 => "passback-exemption", 300 => "passback-mode",
        301 => "passback-timeout", 302 => "positive-access-rules", 303 => "reason-for-disable",
        304 => "supported-formats", 305 => "supported-format-classes", 306 => "threat-authority",
        307 => "threat-level", 308 => "trace-flag", 309 => "transaction-notification-class",
        310 => "user-external-identifier", 311 => "user-information-reference", 317 => "user-name",
        318 => "user-type", 319 => "uses-remaining", 320 => "zone-from", 321 => "zone-to",
        322 => "access-event-tag", 323 => "global-identifier", 326 => "verification-time",
        327 => "base-device-security-policy", 328 => "distribution-key-revision", 329 => "do-not-hide",
        330 => "key-sets", 331 => "last-key-server", 332 => "network-access-security-policies",
        333 => "packet-reorder-time", 334 => "security-pdu-timeout", 335 => "security-time-window",
        336 => "supported-security-algorithms", 337 => "update-key-set-timeout",
        338 => "backup-and-restore-state", 339 => "backup-preparation-time",
        340 => "restore-completion-time", 341 => "restore-preparation-time", 342 => "bit-mask",
        343 => "bit-text", 344 => "is-utc", 345 => "group-members", 346 => "group-member-names",
        347 => "member-status-flags", 348 => "requested-update-interval", 349 => "covu-period",
        350 => "covu-recipients", 351 => "event-message-texts", 352 => "event-message-texts-config",
        353 => "event-detection-enable", 354 => "event-algorithm-inhibit",
        355 => "event-algorithm-inhibit-ref", 356 => "time-delay-normal",
        357 => "reliability-evaluation-inhibit", 358 => "fault-parameters", 359 => "fault-type",
        360 => "local-forwarding-only", 361 => "process-identifier-filter", 362 => "subscribed-recipients",
        363 => "port-filter", 364 => "authorization-exemptions", 365 => "allow-group-delay-inhibit",
        366 => "channel-number", 367 => "control-groups", 368 => "execution-delay", 369 => "last-priority",
        370 => "write-status", 371 => "property-list", 372 => "serial-number", 373 => "blink-warn-enable",
        374 => "default-fade-time", 375 => "default-ramp-rate", 376 => "default-step-increment",
        377 => "egress-time", 378 => "in-progress", 379 => "instantaneous-power", 380 => "lighting-command",
        381 => "lighting-command-default-priority", 382 => "max-actual-value", 383 => "min-actual-value",
        384 => "power", 385 => "transition", 386 => "egress-active", 387 => "interface-value",
        388 => "fault-high-limit", 389 => "fault-low-limit", 390 => "low-diff-limit", 391 => "strike-count",
        392 => "time-of-strike-count-reset", 393 => "default-timeout", 394 => "initial-timeout",
        395 => "last-state-change", 396 => "state-change-values", 397 => "timer-running",
        398 => "timer-state", 399 => "apdu-length", 400 => "bacnet-ip-address",
        401 => "bacnet-ip-default-gateway", 402 => "bacnet-ip-dhcp-enable",
        403 => "bacnet-ip-dhcp-lease-time", 404 => "bacnet-ip-dhcp-lease-time-remaining",
        405 => "bacnet-ip-dhcp-server", 406 => "bacnet-ip-dns-server", 407 => "bacnet-ip-global-address",
        408 => "bacnet-ip-mode", 409 => "bacnet-ip-multicast-address", 410 => "bacnet-ip-nat-traversal",
        411 => "bacnet-ip-subnet-mask", 412 => "bacnet-ip-udp-port", 413 => "bbmd-accept-fd-registrations",
        414 => "bbmd-broadcast-distribution-table", 415 => "bbmd-foreign-device-table",
        416 => "changes-pending", 417 => "command", 418 => "fd-bbmd-address",
        419 => "fd-subscription-lifetime", 420 => "link-speed", 421 => "link-speeds",
        422 => "link-speed-autonegotiate", 423 => "mac-address", 424 => "network-interface-name",
        425 => "network-number", 426 => "network-number-quality", 427 => "network-type",
        428 => "routing-table", 429 => "virtual-mac-address-table", 430 => "command-time-array",
        431 => "current-command-priority", 432 => "last-command-time", 433 => "value-source",
        434 => "value-source-array", 435 => "bacnet-ipv6-mode", 436 => "ipv6-address",
        437 => "ipv6-prefix-length", 438 => "bacnet-ipv6-udp-port", 439 => "ipv6-default-gateway",
        440 => "bacnet-ipv6-multicast-address", 441 => "ipv6-dns-server",
        442 => "ipv6-auto-addressing-enable", 443 => "ipv6-dhcp-lease-time",
        444 => "ipv6-dhcp-lease-time-remaining", 445 => "ipv6-dhcp-server", 446 => "ipv6-zone-index",
        447 => "assigned-landing-calls", 448 => "car-assigned-direction", 449 => "car-door-command",
        450 => "car-door-status", 451 => "car-door-text", 452 => "car-door-zone", 453 => "car-drive-status",
        454 => "car-load", 455 => "car-load-units", 456 => "car-mode", 457 => "car-moving-direction",
        458 => "car-position", 459 => "elevator-group", 460 => "energy-meter", 461 => "energy-meter-ref",
        462 => "escalator-mode", 463 => "fault-signals", 464 => "floor-text", 465 => "group-id",
        466 => "enumeration value 466 is unassigned", 467 => "group-mode", 468 => "higher-deck",
        469 => "installation-id", 470 => "landing-calls", 471 => "landing-call-control",
        472 => "landing-door-status", 473 => "lower-deck", 474 => "machine-room-id",
        475 => "making-car-call", 476 => "next-stopping-floor", 477 => "operation-direction",
        478 => "passenger-alarm", 479 => "power-mode", 480 => "registered-car-call",
        481 => "active-cov-multiple-subscriptions", 482 => "protocol-level", 483 => "reference-port",
        484 => "deployed-profile-location", 485 => "profile-location", 486 => "tags",
        487 => "subordinate-node-types", 488 => "subordinate-tags", 489 => "subordinate-relationship",
        490 => "default-subordinate-relationship", 491 => "represents", 492 => "default-present-value",
        493 => "present-stage", 494 => "stages", 495 => "stage-names", 496 => "target-references",
        497 => "audit-source-reporter", 498 => "audit-level", 499 => "audit-notification-recipient",
        500 => "audit-priority-filter", 501 => "auditable-operations", 502 => "delete-on-forward",
        503 => "maximum-send-delay", 504 => "monitored-objects", 505 => "send-now", 506 => "floor-number",
        507 => "device-uuid", 508 => "additional-reference-ports",
        509 => "certificate-signing-request-file", 510 => "command-validation-result",
        511 => "issuer-certificate-files", 0x400000 => "max-bvlc-length-accepted",
        0x400001 => "max-npdu-length-accepted", 0x400002 => "operational-certificate-file",
        0x400003 => "current-health", 0x400004 => "sc-connect-wait-timeout",
        0x400005 => "sc-direct-connect-accept-enable", 0x400006 => "sc-direct-connect-accept-uris",
        0x400007 => "ssc-direct-connect-binding", 0x400008 => "sc-direct-connect-connection-status",
        0x400009 => "sc-direct-connect-initiate-enable", 0x40000a => "sc-disconnect-wait-timeout",
        0x40000b => "sc-failed-connection-request", 0x40000c => "sc-failover-hub-connection-status",
        0x40000d => "sc-failover-hub-uri", 0x40000e => "sc-hub-connector-state",
        0x40000f => "sc-hub-function-accept-uris", 0x400010 => "sc-hub-function-binding",
        0x400011 => "sc-hub-function-connection-status", 0x400012 => "sc-hub-function-enable",
        0x400013 => "sc-heartbeat-timeout", 0x400014 => "sc-primary-hub-connection-status",
        0x400015 => "sc-primary-hub-uri", 0x400016 => "sc-maximum-reconnect-time",
        0x400017 => "sc-minimum-reconnect-time", 0x400018 => "color-override",
        0x400019 => "color-reference", 0x40001a => "default-color", 0x40001b => "default-color-temperature",
        0x40001c => "override-color-reference", 0x40001e => "color-command", 0x40001f => "high_end_trim",
        0x400020 => "low_end_trim", 0x400021 => "trim_fade_time",
    }
    RESPONSE_SEGMENTS_NAMES {
        0 => "Unspecified", 1 => "2 segments", 2 => "4 segments", 3 => "8 segments", 4 => "16 segments",
        5 => "32 segments", 6 => "64 segments", 7 => "Greater than 64 segments",
    }
    TYPE_NAMES {
        0 => "Confirmed-REQ", 1 => "Unconfirmed-REQ", 2 => "Simple-ACK", 3 => "Complex-ACK",
        4 => "Segment-ACK", 5 => "Error", 6 => "Reject", 7 => "Abort",
    }
    UNCONFIRMED_SERVICE_NAMES {
        0 => "i-Am", 1 => "i-Have", 2 => "unconfirmedCOVNotification", 3 => "unconfirmedEventNotification",
        4 => "unconfirmedPrivateTransfer", 5 => "unconfirmedTextMessage", 6 => "timeSynchronization",
        7 => "who-Has", 8 => "who-Is", 9 => "utcTimeSynchronization", 10 => "writeGroup",
        11 => "unconfirmedCovNotificationMultiple", 12 => "unconfirmedAuditNotification", 13 => "who-am-I",
        14 => "you-are",
    }
    STRING_CHARACTER_SET_NAMES {
        0 => "ANSI X3.4 / UTF-8 (since 2010)", 1 => "IBM/Microsoft DBCS", 2 => "JIS C 6226",
        3 => "ISO 10646 (UCS-4)", 4 => "ISO 10646 (UCS-2)", 5 => "ISO 8859-1",
    }
    REJECT_REASON_NAMES {
        0 => "other", 1 => "buffer-overflow", 2 => "inconsistent-parameters",
        3 => "invalid-parameter-data-type", 4 => "invalid-tag", 5 => "missing-required-parameter",
        6 => "parameter-out-of-range", 7 => "too-many-arguments", 8 => "undefined-enumeration",
        9 => "unrecognized-service",
    }
    ABORT_REASON_NAMES {
        0 => "other", 1 => "buffer-overflow", 2 => "invalid-apdu-in-this-state",
        3 => "preempted-by-higher-priority-task", 4 => "segmentation-not-supported", 5 => "security-error",
        6 => "insufficient-security", 7 => "window-size-out-of-range",
        8 => "application-exceeded-reply-time", 9 => "out-of-resources", 10 => "tsm-timeout",
        11 => "apdu-too-long",
    }
}

names! {
    SEGMENTATION {
        0 => "segmented-both", 1 => "segmented-transmit", 2 => "segmented-receive", 3 => "no-segmentation",
    }
}

const OBJECT_ID: u8 = 12;
/// What stands between tags is nested so deeply at most.
const DEEPEST: u32 = 24;

/// A tag: number, class, what its length says.
#[derive(Clone, Copy)]
struct Tag {
    number: u8,
    context: bool,
    lvt: u32,
    kind: Kind,
    /// Bytes of the tag itself.
    size: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Value,
    Opening,
    Closing,
}

impl Tag {
    fn peek(c: &Cursor<'_>) -> Result<Tag, Stop> {
        let b = c.peek_u8(0)?;
        let (mut number, context) = (b >> 4, b & 8 != 0);
        let mut size = 1;
        if number == 15 {
            number = c.peek_u8(1)?;
            size = 2;
        }
        let mut lvt = u32::from(b & 7);
        let kind = match (context, lvt) {
            (true, 6) => Kind::Opening,
            (true, 7) => Kind::Closing,
            _ => Kind::Value,
        };
        if kind == Kind::Value && lvt == 5 {
            lvt = u32::from(c.peek_u8(size)?);
            size += 1;
            match lvt {
                254 => {
                    lvt = u32::from(c.peek_u16(size)?);
                    size += 2;
                }
                255 => {
                    lvt = c.peek_u32(size)?;
                    size += 4;
                }
                _ => {}
            }
        }
        Ok(Tag { number, context, lvt, kind, size })
    }

    /// Bytes of the value: what a truth value says is its length itself.
    fn len(&self) -> usize {
        match self.kind {
            Kind::Value if !self.context && self.number == 1 => 0,
            Kind::Value => self.lvt as usize,
            _ => 0,
        }
    }
}

/// Shows a tag and passes over it.
fn show_tag<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, tag: Tag) -> Step {
    let item = cx.line(c.span(tag.size), |o| {
        if tag.context {
            o.s("Context Tag: ").u(tag.number);
        } else {
            o.s("Application Tag: ");
            o.s(APPLICATION_TAG_NUMBER_NAMES.or(u64::from(tag.number), "Reserved for Use by ASHRAE"));
        }
        o.s(", Length/Value/Type: ").u(tag.lvt);
    });
    cx.under(item, |cx| -> Step {
        cx.peek(TAG_CLASS, c, 1)?;
        cx.peek(if tag.context { CONTEXT_TAG_NUMBER } else { APPLICATION_TAG_NUMBER }, c, 1)?;
        let at = c.span(tag.size);
        cx.add(LVT, at, requin_wire::Value::U(u64::from(tag.lvt)));
        Ok(())
    })?;
    c.skip(tag.size)
}

/// A line or a field for a value, with its tag under it; `f` gets the value's bytes.
fn value<'a, S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'a>,
    field: Option<Field>,
    label: impl FnOnce(&mut Out<'_>, Tag, Cursor<'a>),
    f: impl FnOnce(&mut Cx<'_, S>, Tag, Cursor<'a>) -> Step,
) -> Result<(Tag, Cursor<'a>), Stop> {
    let tag = Tag::peek(c)?;
    let mut body = *c;
    body.skip(tag.size)?;
    let body = body.take_all(tag.len())?;
    body.peek_bytes(0, tag.len())?;
    let span = c.span(tag.size + tag.len());
    let item = match field {
        Some(field) => {
            let item = cx.add(field, span, requin_wire::Value::U(number(&body)));
            cx.label(item, |o| label(o, tag, body));
            item
        }
        None => cx.line(span, |o| label(o, tag, body)),
    };
    cx.under(item, |cx| -> Step {
        show_tag(cx, c, tag)?;
        f(cx, tag, body)
    })?;
    c.skip(tag.len())?;
    Ok((tag, body))
}

fn number(c: &Cursor<'_>) -> u64 {
    requin_wire::be(c.rest().get(..c.left().min(8)).unwrap_or_default())
}

/// Object type and instance of an object identifier.
fn object(c: &Cursor<'_>) -> (u64, u64) {
    let n = number(c);
    (n >> 22 & 0x3ff, n & 0x3f_ffff)
}

fn write_object(o: &mut Out<'_>, kind: u64, instance: u64, sep: &str) {
    match OBJECTTYPE_NAMES.find(kind) {
        Some(name) => _ = o.s(name),
        None => _ = o.s("(").u(kind).s(") Vendor Proprietary Value"),
    }
    o.s(sep).u(instance);
}

fn object_id<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let (_, body) = value(
        cx,
        c,
        None,
        |o, _, body| {
            let (kind, instance) = object(&body);
            o.s("ObjectIdentifier: ");
            write_object(o, kind, instance, ", ");
        },
        |cx, _, body| {
            if body.left() == 4 {
                cx.peek(OBJECTTYPE, &body, 4)?;
                cx.peek(INSTANCE_NUMBER, &body, 4)?;
            }
            Ok(())
        },
    )?;
    let (kind, instance) = object(&body);
    cx.info_add(|o| {
        write_object(o, kind, instance, ",");
        o.c(b' ');
    });
    Ok(())
}

/// A property's number; gives it, too.
fn property<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Result<u64, Stop> {
    let named = |o: &mut Out<'_>, n: u64| match PROPERTY_IDENTIFIER_NAMES.find(n) {
        Some(name) => _ = o.s(name),
        None => _ = o.s("(").u(n).s(") Vendor Proprietary Value"),
    };
    let (_, body) = value(
        cx,
        c,
        None,
        |o, _, body| {
            let n = number(&body);
            o.s("Property Identifier: ");
            named(o, n);
            if PROPERTY_IDENTIFIER_NAMES.find(n).is_some() {
                o.s(" (").u(n).s(")");
            }
        },
        |cx, _, body| cx.peek(PROPERTY_IDENTIFIER, &body, body.left().clamp(1, 4)).map(|_| ()),
    )?;
    let n = number(&body);
    cx.info_add(|o| {
        named(o, n);
        o.c(b' ');
    });
    Ok(n)
}

fn unsigned<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    name: &str,
    field: Option<Field>,
) -> Result<u64, Stop> {
    let label = |o: &mut Out<'_>, tag: Tag, body: Cursor<'_>| {
        o.s(name).s(if tag.context { "" } else { "(Unsigned) " }).u(number(&body));
    };
    value(cx, c, field, label, |_, _, _| Ok(())).map(|(_, body)| number(&body))
}

fn enumerated<S: Sink>(
    cx: &mut Cx<'_, S>,
    c: &mut Cursor<'_>,
    name: &str,
    names: Names,
    field: Option<Field>,
) -> Step {
    let label = |o: &mut Out<'_>, _: Tag, body: Cursor<'_>| {
        let n = number(&body);
        o.s(name).s(names.or(n, "Reserved")).s(" (").u(n).s(")");
    };
    value(cx, c, field, label, |_, _, _| Ok(())).map(|_| ())
}

/// Any data: a line for each value, opening and closing tags around what is nested.
fn any<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, name: &str) -> Step {
    let mut depth = 0u32;
    while !c.is_empty() {
        let tag = Tag::peek(c)?;
        match tag.kind {
            Kind::Value => one(cx, c, name)?,
            Kind::Opening | Kind::Closing => {
                let opening = tag.kind == Kind::Opening;
                depth = if opening { depth + 1 } else { depth.saturating_sub(1) };
                if depth > DEEPEST {
                    return Err(Stop::TooDeep);
                }
                let item = cx.line(c.span(tag.size), |o| {
                    o.s(if opening { "{[" } else { "}[" }).u(tag.number).s("]");
                });
                cx.under(item, |cx| show_tag(cx, c, tag))?;
            }
        }
    }
    Ok(())
}

fn one<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, name: &str) -> Step {
    let label = |o: &mut Out<'_>, tag: Tag, body: Cursor<'_>| {
        o.s(name);
        let bytes = body.rest();
        if tag.context {
            o.s("[").u(tag.number).s("] ").hex_bytes(bytes, 0);
            return;
        }
        match tag.number {
            0 => _ = o.s("NULL"),
            1 => _ = o.s(if tag.lvt != 0 { "(Boolean) TRUE" } else { "(Boolean) FALSE" }),
            2 => _ = o.s("(Unsigned) ").u(number(&body)),
            3 => {
                let n = number(&body);
                let bits = 64 - 8 * bytes.len().clamp(1, 8) as u32;
                o.s("(Signed) ").i((n << bits) as i64 >> bits);
            }
            4 if bytes.len() == 4 => {
                o.s(&format!("{:.6} (Real)", f32::from_bits(number(&body) as u32)));
            }
            5 if bytes.len() == 8 => _ = o.s(&format!("{:.6} (Double)", f64::from_bits(number(&body)))),
            7 => _ = o.s("'").text(bytes.get(1..).unwrap_or_default()).s("'"),
            9 => _ = o.s("(Enumerated) ").u(number(&body)),
            OBJECT_ID => {
                let (kind, instance) = object(&body);
                o.s("ObjectIdentifier: ");
                write_object(o, kind, instance, ", ");
            }
            _ => _ = o.hex_bytes(bytes, 0),
        }
    };
    value(cx, c, None, label, |cx, tag, body| {
        match (tag.context, tag.number) {
            (false, OBJECT_ID) if body.left() == 4 => {
                cx.peek(OBJECTTYPE, &body, 4)?;
                cx.peek(INSTANCE_NUMBER, &body, 4)?;
            }
            (false, 7) if !body.is_empty() => _ = cx.peek(STRING_CHARACTER_SET, &body, 1)?,
            _ => {}
        }
        Ok(())
    })
    .map(|_| ())
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("BACnet-APDU");
    cx.info_clear();
    let first = c.peek_u8(0)?;
    let (kind, segmented) = (first >> 4, first & 8 != 0);
    cx.info(|o| {
        let name = TYPE_NAMES.or(u64::from(kind), "# unknown APDU #");
        o.s(name);
        for _ in name.len()..16 {
            o.c(b' ');
        }
    });
    let item = cx.peek(TYPE, &c, 1)?;
    match kind {
        0 | 3 => {
            let flags = cx.peek(PDUFLAGS, &c, 1)?;
            let bits: &[_] = if kind == 0 {
                &[SEGMENTED_REQUEST, MORE_SEGMENTS, SA]
            } else {
                &[SEGMENTED_REQUEST, MORE_SEGMENTS]
            };
            cx.under(flags, |cx| bits.iter().try_for_each(|f| cx.peek(*f, &c, 1).map(|_| ())))?;
            c.skip(1)?;
            if kind == 0 {
                cx.peek(RESPONSE_SEGMENTS, &c, 1)?;
                cx.field(MAX_ADPU_SIZE, &mut c, 1)?;
            }
            let invoke = cx.u8(INVOKE_ID, &mut c)?;
            if segmented {
                cx.u8(SEQUENCE_NUMBER, &mut c)?;
                cx.u8(WINDOW_SIZE, &mut c)?;
            }
            let service = service(cx, &mut c, invoke)?;
            if kind == 0 { confirmed(cx, c, service) } else { answered(cx, c, service) }
        }
        1 => {
            c.skip(1)?;
            let s = cx.u8(UNCONFIRMED_SERVICE, &mut c)?;
            cx.info_add(|o| _ = o.s(UNCONFIRMED_SERVICE_NAMES.or(u64::from(s), "Unknown Service")).c(b' '));
            unconfirmed(cx, c, s)
        }
        2 | 5 => {
            c.skip(1)?;
            let s = cx.under(item, |cx| -> Result<u8, Stop> {
                let invoke = cx.u8(INVOKE_ID, &mut c)?;
                service(cx, &mut c, invoke)
            })?;
            if kind == 5 { failed(cx, c, s) } else { Ok(()) }
        }
        4 => {
            cx.under(item, |cx| -> Step {
                cx.peek(NAK, &c, 1)?;
                cx.peek(SRV, &c, 1).map(|_| ())
            })?;
            c.skip(1)?;
            let invoke = cx.u8(INVOKE_ID, &mut c)?;
            cx.u8(SEQUENCE_NUMBER, &mut c)?;
            cx.u8(WINDOW_SIZE, &mut c)?;
            cx.info_add(|o| write_invoke(o, invoke));
            Ok(())
        }
        6 | 7 => {
            c.skip(1)?;
            let invoke = cx.u8(INVOKE_ID, &mut c)?;
            cx.info_add(|o| write_invoke(o, invoke));
            cx.u8(if kind == 6 { REJECT_REASON } else { ABORT_REASON }, &mut c).map(|_| ())
        }
        _ => Ok(()),
    }
}

fn write_invoke(o: &mut Out<'_>, invoke: u8) {
    o.s("[").right(invoke, 3).s("] ");
}

fn service<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>, invoke: u8) -> Result<u8, Stop> {
    let s = cx.u8(CONFIRMED_SERVICE, c)?;
    cx.info_add(|o| {
        o.s(CONFIRMED_SERVICE_NAMES.or(u64::from(s), "Unknown Service"));
        write_invoke(o, invoke);
    });
    Ok(s)
}

const READ_PROPERTY: u8 = 12;
const WRITE_PROPERTY: u8 = 15;
const SUBSCRIBE_COV: u8 = 5;

/// An object, one of its properties, and which element of an array.
fn of_object<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    object_id(cx, c)?;
    if c.is_empty() {
        return Ok(());
    }
    property(cx, c)?;
    if !c.is_empty() && matches!(Tag::peek(c)?, Tag { number: 2, context: true, kind: Kind::Value, .. }) {
        unsigned(cx, c, "property Array Index ", None)?;
    }
    Ok(())
}

fn confirmed<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, service: u8) -> Step {
    match service {
        READ_PROPERTY | WRITE_PROPERTY => {
            of_object(cx, &mut c)?;
            any(cx, &mut c, "")
        }
        SUBSCRIBE_COV => {
            unsigned(cx, &mut c, "subscriber Process Id: ", None)?;
            object_id(cx, &mut c)?;
            any(cx, &mut c, "")
        }
        _ => any(cx, &mut c, ""),
    }
}

fn answered<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, service: u8) -> Step {
    if service == READ_PROPERTY {
        of_object(cx, &mut c)?;
    }
    any(cx, &mut c, "")
}

fn failed<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, _: u8) -> Step {
    if !c.is_empty() && Tag::peek(&c)?.kind == Kind::Opening {
        return any(cx, &mut c, "");
    }
    if !c.is_empty() {
        enumerated(cx, &mut c, "Error Class: ", ERROR_CLASS_NAMES, Some(ERROR_CLASS))?;
    }
    if !c.is_empty() {
        enumerated(cx, &mut c, "Error Code: ", ERROR_CODE_NAMES, Some(ERROR_CODE))?;
    }
    any(cx, &mut c, "")
}

fn unconfirmed<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, service: u8) -> Step {
    match service {
        // I am: object, longest message, segmentation, vendor.
        0 => {
            object_id(cx, &mut c)?;
            unsigned(cx, &mut c, "Maximum ADPU Length Accepted: ", None)?;
            enumerated(cx, &mut c, "Segmentation Supported:  ", SEGMENTATION, None)?;
            value(
                cx,
                &mut c,
                None,
                |o, _, body| {
                    let n = number(&body);
                    o.s("Vendor ID: ").s(VENDOR_IDENTIFIER_NAMES.or(n, "Unknown Vendor")).s(" (").u(n).s(")");
                },
                |cx, _, body| cx.peek(VENDOR_IDENTIFIER, &body, body.left().clamp(1, 2)).map(|_| ()),
            )?;
            Ok(())
        }
        // I have: device, object, its name.
        1 => {
            object_id(cx, &mut c)?;
            object_id(cx, &mut c)?;
            any(cx, &mut c, "Object Name: ")
        }
        8 => {
            for (name, field) in [
                ("Device Instance Range Low Limit: ", WHO_IS_LOW_LIMIT),
                ("Device Instance Range High Limit: ", WHO_IS_HIGH_LIMIT),
            ] {
                if c.is_empty() {
                    break;
                }
                let n = unsigned(cx, &mut c, name, Some(field))?;
                cx.info_add(|o| _ = o.u(n).c(b' '));
            }
            Ok(())
        }
        _ => any(cx, &mut c, ""),
    }
}
