//! Wi-Fi Protected Setup: attributes of type, length, value, in beacons and in EAP.

mod names;

use requin_wire::{Cursor, Cx, Field, FieldType, Item, Sink, Step, Stop, proto};

proto! {
    WPS "wps" "Wifi Protected Setup" "WPS" App
    on []
    fields {
        TYPE "wps.type" "Data Element Type": U16 Hex = names::TYPE;
        LENGTH "wps.length" "Data Element Length": U16 Dec;
        AP_CHANNEL "wps.ap_channel" "AP Channel": U16 Dec;
        ASSOCIATION_STATE "wps.association_state" "Association State": U16 Hex = names::ASSOCIATION_STATE;
        AUTHENTICATION_TYPE "wps.authentication_type" "Authentication Type": U16 Hex = names::AUTHENTICATION_TYPE;
        AUTHENTICATION_TYPE_FLAGS "wps.authentication_type_flags" "Authentication Type Flags": U16 Hex;
        AUTHENTICATION_TYPE_OPEN "wps.authentication_type.open" "Open": U16 Hex & 0x1;
        AUTHENTICATION_TYPE_WPAPSK "wps.authentication_type.wpapsk" "WPA PSK": U16 Hex & 0x2;
        AUTHENTICATION_TYPE_SHARED "wps.authentication_type.shared" "Shared": U16 Hex & 0x4;
        AUTHENTICATION_TYPE_WPA "wps.authentication_type.wpa" "WPA": U16 Hex & 0x8;
        AUTHENTICATION_TYPE_WPA2 "wps.authentication_type.wpa2" "WPA2": U16 Hex & 0x10;
        AUTHENTICATION_TYPE_WPA2PSK "wps.authentication_type.wpa2psk" "WPA2PSK": U16 Hex & 0x20;
        AUTHENTICATOR "wps.authenticator" "Authenticator": Bytes;
        CONFIG_METHODS "wps.config_methods" "Configuration Methods": U16 Hex;
        CONFIG_METHODS_USBA "wps.config_methods.usba" "USB": U16 Hex & 0x1;
        CONFIG_METHODS_ETHERNET "wps.config_methods.ethernet" "Ethernet": U16 Hex & 0x2;
        CONFIG_METHODS_LABEL "wps.config_methods.label" "Label": U16 Hex & 0x4;
        CONFIG_METHODS_DISPLAY "wps.config_methods.display" "Display": U16 Hex & 0x8;
        CONFIG_METHODS_VIRT_DISPLAY "wps.config_methods.virt_display" "Virtual Display": U16 Hex & 0x2000;
        CONFIG_METHODS_PHY_DISPLAY "wps.config_methods.phy_display" "Physical Display": U16 Hex & 0x4000;
        CONFIG_METHODS_NFCEXT "wps.config_methods.nfcext" "External NFC": U16 Hex & 0x10;
        CONFIG_METHODS_NFCINT "wps.config_methods.nfcint" "Internal NFC": U16 Hex & 0x20;
        CONFIG_METHODS_NFCINF "wps.config_methods.nfcinf" "NFC Interface": U16 Hex & 0x40;
        CONFIG_METHODS_PUSHBUTTON "wps.config_methods.pushbutton" "Push Button": U16 Hex & 0x80;
        CONFIG_METHODS_VIRT_PUSHBUTTON "wps.config_methods.virt_pushbutton" "Virtual Push Button": U16 Hex & 0x200;
        CONFIG_METHODS_PHY_PUSHBUTTON "wps.config_methods.phy_pushbutton" "Physical Push Button": U16 Hex & 0x400;
        CONFIG_METHODS_KEYPAD "wps.config_methods.keypad" "Keypad": U16 Hex & 0x100;
        CONFIGURATION_ERROR "wps.configuration_error" "Configuration Error": U16 Hex = names::CONFIGURATION_ERROR;
        CONFIRMATION_URL4 "wps.confirmation_url4" "Confirmation URL4": Str;
        CONFIRMATION_URL6 "wps.confirmation_url6" "Confirmation URL6": Str;
        CONNECTION_TYPE "wps.connection_type" "Connection Type": U8 Hex;
        CONNECTION_TYPE_FLAGS "wps.connection_type_flags" "Connection Types": U8 Hex = names::CONNECTION_TYPE_FLAGS;
        CONNECTION_TYPE_FLAGS_ESS "wps.connection_type_flags.ess" "ESS": U8 Hex & 0x1;
        CONNECTION_TYPE_FLAGS_IBSS "wps.connection_type_flags.ibss" "IBSS": U8 Hex & 0x2;
        CREDENTIAL "wps.credential" "Credential": Bytes;
        DEVICE_NAME "wps.device_name" "Device Name": Str;
        DEVICE_PASSWORD_ID "wps.device_password_id" "Device Password ID": U16 Hex = names::DEVICE_PASSWORD_ID;
        E_HASH1 "wps.e_hash1" "Enrollee Hash 1": Bytes;
        E_HASH2 "wps.e_hash2" "Enrollee Hash 2": Bytes;
        E_SNONCE1 "wps.e_snonce1" "Enrollee SNounce 1": Bytes;
        E_SNONCE2 "wps.e_snonce2" "Enrollee SNounce 2": Bytes;
        ENCRYPTED_SETTINGS "wps.encrypted_settings" "Encrypted Settings": Bytes;
        ENCRYPTION_TYPE "wps.encryption_type" "Encryption Type": U16 Hex = names::ENCRYPTION_TYPE;
        ENCRYPTION_TYPE_FLAGS "wps.encryption_type_flags" "Encryption Type Flags": U16 Hex;
        ENCRYPTION_TYPE_FLAGS_NONE "wps.encryption_type_flags.none" "None": U16 Hex & 0x1;
        ENCRYPTION_TYPE_FLAGS_WEP "wps.encryption_type_flags.wep" "WEP": U16 Hex & 0x2;
        ENCRYPTION_TYPE_FLAGS_TKIP "wps.encryption_type_flags.tkip" "TKIP": U16 Hex & 0x4;
        ENCRYPTION_TYPE_FLAGS_AES "wps.encryption_type_flags.aes" "AES": U16 Hex & 0x8;
        ENROLLEE_NONCE "wps.enrollee_nonce" "Enrollee Nonce": Bytes;
        FEATURE_ID "wps.feature_id" "Feature ID": U32 Hex;
        IDENTITY "wps.identity" "Identity": Str;
        IDENTITY_PROOF "wps.identity_proof" "Identity Proof": Bytes;
        KEY_WRAP_AUTHENTICATOR "wps.key_wrap_authenticator" "Key Wrap Authenticator": Bytes;
        KEY_IDENTIFIER "wps.key_identifier" "Key Identifier": Bytes;
        MAC_ADDRESS "wps.mac_address" "MAC": Ether;
        MANUFACTURER "wps.manufacturer" "Manufacturer": Str;
        MESSAGE_TYPE "wps.message_type" "Message Type": U8 Hex = names::MESSAGE_TYPE;
        MODEL_NAME "wps.model_name" "Model Name": Str;
        MODEL_NUMBER "wps.model_number" "Model Number": Str;
        NETWORK_INDEX "wps.network_index" "Network Index": U8 Hex;
        NETWORK_KEY "wps.network_key" "Network Key": Bytes;
        NETWORK_KEY_INDEX "wps.network_key_index" "Network Key Index": U8 Hex;
        NEW_DEVICE_NAME "wps.new_device_name" "New Device Name": Bytes;
        NEW_PASSWORD "wps.new_password" "New Password": Bytes;
        OOB_DEVICE_PASSWORD "wps.oob_device_password" "OOB Device Password": Bytes;
        OS_VERSION "wps.os_version" "OS Version": U32 Hex;
        POWER_LEVEL "wps.power_level" "Power Level": U8 Hex;
        PSK_CURRENT "wps.psk_current" "PSK Current": U8 Hex;
        PSK_MAX "wps.psk_max" "PSK Max": U8 Hex;
        PUBLIC_KEY "wps.public_key" "Public Key": Bytes;
        RADIO_ENABLED "wps.radio_enabled" "Radio Enabled": U8 Hex;
        REBOOT "wps.reboot" "Reboot": U8 Hex;
        REGISTRAR_CURRENT "wps.registrar_current" "Registrar current": U8 Hex;
        REGISTRAR_ESTABLISHED "wps.registrar_established" "Registrar established": U8 Hex;
        REGISTRAR_LIST "wps.registrar_list" "Registrar list": Bytes;
        REGISTRAR_MAX "wps.registrar_max" "Registrar max": U8 Hex;
        REGISTRAR_NONCE "wps.registrar_nonce" "Registrar Nonce": Bytes;
        REQUEST_TYPE "wps.request_type" "Request Type": U8 Hex = names::REQUEST_TYPE;
        RESPONSE_TYPE "wps.response_type" "Response Type": U8 Hex = names::RESPONSE_TYPE;
        RF_BANDS "wps.rf_bands" "RF Bands": U8 Hex = names::RF_BANDS;
        R_HASH1 "wps.r_hash1" "Registrar Hash 1": Bytes;
        R_HASH2 "wps.r_hash2" "Registrar Hash 2": Bytes;
        R_SNONCE1 "wps.r_snonce1" "Registrar Snonce1": Bytes;
        R_SNONCE2 "wps.r_snonce2" "Registrar Snonce 2": Bytes;
        SELECTED_REGISTRAR "wps.selected_registrar" "Selected Registrar": U8 Hex;
        SERIAL_NUMBER "wps.serial_number" "Serial Number": Str;
        WIFI_PROTECTED_SETUP_STATE "wps.wifi_protected_setup_state" "Wifi Protected Setup State": U8 Hex = names::WIFI_PROTECTED_SETUP_STATE;
        SSID "wps.ssid" "SSID": Str;
        TOTAL_NETWORKS "wps.total_networks" "Total Networks": U8 Hex;
        UUID_E "wps.uuid_e" "UUID Enrollee": Bytes;
        UUID_R "wps.uuid_r" "UUID Registrar": Bytes;
        VENDOR_EXTENSION "wps.vendor_extension" "Vendor Extension": Bytes;
        VERSION "wps.version" "Version": U8 Hex;
        X509_CERTIFICATE_REQUEST "wps.x509_certificate_request" "X509 Certificate Request": Bytes;
        X509_CERTIFICATE "wps.x509_certificate" "X509 Certificate": Bytes;
        EAP_IDENTITY "wps.eap_identity" "EAP Identity": Bytes;
        MESSAGE_COUNTER "wps.message_counter" "Message Counter": U64 Hex;
        PUBLIC_KEY_HASH "wps.public_key_hash" "Public Key Hash": Bytes;
        REKEY_KEY "wps.rekey_key" "Rekey Key": Bytes;
        KEY_LIFETIME "wps.key_lifetime" "Key Lifetime": U32 Hex;
        PERMITTED_CONFIG_METHODS "wps.permitted_config_methods" "Permitted COnfig Methods": U16 Hex;
        PERMITTED_CONFIG_METHODS_USBA "wps.permitted_config_methods.usba" "USB": U16 Hex & 0x1;
        PERMITTED_CONFIG_METHODS_ETHERNET "wps.permitted_config_methods.ethernet" "Ethernet": U16 Hex & 0x2;
        PERMITTED_CONFIG_METHODS_LABEL "wps.permitted_config_methods.label" "Label": U16 Hex & 0x4;
        PERMITTED_CONFIG_METHODS_DISPLAY "wps.permitted_config_methods.display" "Display": U16 Hex & 0x8;
        PERMITTED_CONFIG_METHODS_VIRT_DISPLAY "wps.permitted_config_methods.virt_display" "Virtual Display": U16 Hex & 0x2000;
        PERMITTED_CONFIG_METHODS_PHY_DISPLAY "wps.permitted_config_methods.phy_display" "Physical Display": U16 Hex & 0x4000;
        PERMITTED_CONFIG_METHODS_NFCEXT "wps.permitted_config_methods.nfcext" "External NFC": U16 Hex & 0x10;
        PERMITTED_CONFIG_METHODS_NFCINT "wps.permitted_config_methods.nfcint" "Internal NFC": U16 Hex & 0x20;
        PERMITTED_CONFIG_METHODS_NFCINF "wps.permitted_config_methods.nfcinf" "NFC Interface": U16 Hex & 0x40;
        PERMITTED_CONFIG_METHODS_PUSHBUTTON "wps.permitted_config_methods.pushbutton" "Push Button": U16 Hex & 0x80;
        PERMITTED_CONFIG_METHODS_VIRT_PUSHBUTTON "wps.permitted_config_methods.virt_pushbutton" "Virtual Push Button": U16 Hex & 0x200;
        PERMITTED_CONFIG_METHODS_PHY_PUSHBUTTON "wps.permitted_config_methods.phy_pushbutton" "Physical Push Button": U16 Hex & 0x400;
        PERMITTED_CONFIG_METHODS_KEYPAD "wps.permitted_config_methods.keypad" "Keypad": U16 Hex & 0x100;
        SELECTED_REGISTRAR_CONFIG_METHODS "wps.selected_registrar_config_methods" "Selected Registrar Config Methods": U16 Hex;
        SELECTED_REGISTRAR_CONFIG_METHODS_USBA "wps.selected_registrar_config_methods.usba" "USB": U16 Hex & 0x1;
        SELECTED_REGISTRAR_CONFIG_METHODS_ETHERNET "wps.selected_registrar_config_methods.ethernet" "Ethernet": U16 Hex & 0x2;
        SELECTED_REGISTRAR_CONFIG_METHODS_LABEL "wps.selected_registrar_config_methods.label" "Label": U16 Hex & 0x4;
        SELECTED_REGISTRAR_CONFIG_METHODS_DISPLAY "wps.selected_registrar_config_methods.display" "Display": U16 Hex & 0x8;
        SELECTED_REGISTRAR_CONFIG_METHODS_VIRT_DISPLAY "wps.selected_registrar_config_methods.virt_display" "Virtual Display": U16 Hex & 0x2000;
        SELECTED_REGISTRAR_CONFIG_METHODS_PHY_DISPLAY "wps.selected_registrar_config_methods.phy_display" "Physical Display": U16 Hex & 0x4000;
        SELECTED_REGISTRAR_CONFIG_METHODS_NFCEXT "wps.selected_registrar_config_methods.nfcext" "External NFC": U16 Hex & 0x10;
        SELECTED_REGISTRAR_CONFIG_METHODS_NFCINT "wps.selected_registrar_config_methods.nfcint" "Internal NFC": U16 Hex & 0x20;
        SELECTED_REGISTRAR_CONFIG_METHODS_NFCINF "wps.selected_registrar_config_methods.nfcinf" "NFC Interface": U16 Hex & 0x40;
        SELECTED_REGISTRAR_CONFIG_METHODS_PUSHBUTTON "wps.selected_registrar_config_methods.pushbutton" "Push Button": U16 Hex & 0x80;
        SELECTED_REGISTRAR_CONFIG_METHODS_VIRT_PUSHBUTTON "wps.selected_registrar_config_methods.virt_pushbutton" "Virtual Push Button": U16 Hex & 0x200;
        SELECTED_REGISTRAR_CONFIG_METHODS_PHY_PUSHBUTTON "wps.selected_registrar_config_methods.phy_pushbutton" "Physical Push Button": U16 Hex & 0x400;
        SELECTED_REGISTRAR_CONFIG_METHODS_KEYPAD "wps.selected_registrar_config_methods.keypad" "Keypad": U16 Hex & 0x100;
        PRIMARY_DEVICE_TYPE "wps.primary_device_type" "Primary Device Type": Bytes;
        PRIMARY_DEVICE_TYPE_CATEGORY "wps.primary_device_type.category" "Category": U16 Hex = names::PRIMARY_DEVICE_TYPE_CATEGORY;
        PRIMARY_DEVICE_TYPE_SUBCATEGORY_COMPUTER "wps.primary_device_type.subcategory_computer" "Subcategory": U16 Hex = names::PRIMARY_DEVICE_TYPE_SUBCATEGORY_COMPUTER;
        PRIMARY_DEVICE_TYPE_SUBCATEGORY_INPUT_DEVICE "wps.primary_device_type.subcategory_input_device" "Subcategory": U16 Hex = names::PRIMARY_DEVICE_TYPE_SUBCATEGORY_INPUT_DEVICE;
        PRIMARY_DEVICE_TYPE_SUBCATEGORY_PRINTERS_SCANNERS_FAXES_COPIERS "wps.primary_device_type.subcategory_printers_scanners_faxes_copiers" "Subcategory": U16 Hex = names::PRIMARY_DEVICE_TYPE_SUBCATEGORY_PRINTERS_SCANNERS_FAXES_COPIERS;
        PRIMARY_DEVICE_TYPE_SUBCATEGORY_CAMERA "wps.primary_device_type.subcategory_camera" "Subcategory": U16 Hex = names::PRIMARY_DEVICE_TYPE_SUBCATEGORY_CAMERA;
        PRIMARY_DEVICE_TYPE_SUBCATEGORY_STORAGE "wps.primary_device_type.subcategory_storage" "Subcategory": U16 Hex = names::PRIMARY_DEVICE_TYPE_SUBCATEGORY_STORAGE;
        PRIMARY_DEVICE_TYPE_SUBCATEGORY_NETWORK_INFRASTRUCTURE "wps.primary_device_type.subcategory_network_infrastructure" "Subcategory": U16 Hex = names::PRIMARY_DEVICE_TYPE_SUBCATEGORY_NETWORK_INFRASTRUCTURE;
        PRIMARY_DEVICE_TYPE_SUBCATEGORY_DISPLAYS "wps.primary_device_type.subcategory_displays" "Subcategory": U16 Hex = names::PRIMARY_DEVICE_TYPE_SUBCATEGORY_DISPLAYS;
        PRIMARY_DEVICE_TYPE_SUBCATEGORY_MULTIMEDIA_DEVICES "wps.primary_device_type.subcategory_multimedia_devices" "Subcategory": U16 Hex = names::PRIMARY_DEVICE_TYPE_SUBCATEGORY_MULTIMEDIA_DEVICES;
        PRIMARY_DEVICE_TYPE_SUBCATEGORY_GAMING_DEVICES "wps.primary_device_type.subcategory_gaming_devices" "Subcategory": U16 Hex = names::PRIMARY_DEVICE_TYPE_SUBCATEGORY_GAMING_DEVICES;
        PRIMARY_DEVICE_TYPE_SUBCATEGORY_TELEPHONE "wps.primary_device_type.subcategory_telephone" "Subcategory": U16 Hex = names::PRIMARY_DEVICE_TYPE_SUBCATEGORY_TELEPHONE;
        PRIMARY_DEVICE_TYPE_SUBCATEGORY_AUDIO_DEVICES "wps.primary_device_type.subcategory_audio_devices" "Subcategory": U16 Hex = names::PRIMARY_DEVICE_TYPE_SUBCATEGORY_AUDIO_DEVICES;
        SECONDARY_DEVICE_TYPE_LIST "wps.secondary_device_type_list" "Secondary Device Type List": Bytes;
        PORTABLE_DEVICE "wps.portable_device" "Portable Device": U8 Hex;
        AP_SETUP_LOCKED "wps.ap_setup_locked" "AP Setup Locked": U8 Hex;
        APPLICATION_EXTENSION "wps.application_extension" "Application Extension": Bytes;
        EAP_TYPE "wps.eap_type" "EAP Type": Bytes;
        INITIALIZATION_VECTOR "wps.initialization_vector" "Initialization Vector": Bytes;
        KEY_PROVIDED_AUTOMATICALLY "wps.key_provided_automatically" "Key Provided Automatically": U8 Hex;
        N8021X_ENABLED "wps.8021x_enabled" "8021x Enabled": U8 Hex;
        APPSESSIONKEY "wps.appsessionkey" "AppSessionKey": Bytes;
        WEPTRANSMITKEY "wps.weptransmitkey" "WEP Transmit Key": U8 Hex;
        REQUESTED_DEV_TYPE "wps.requested_dev_type" "Requested Device Type": Bytes;
        VENDOR_ID "wps.vendor_id" "Vendor ID": U24 Dec;
        EXT_ID "wps.ext.id" "WFA Extension Subelement ID": U8 Dec = names::EXT_ID;
        EXT_LEN "wps.ext.len" "WFA Extension Subelement Length": U8 Dec;
        EXT_VERSION2 "wps.ext.version2" "Version2": U8 Hex;
        EXT_AUTHORIZEDMACS "wps.ext.authorizedmacs" "AuthorizedMACs": Bytes;
        EXT_NETWORK_KEY_SHAREABLE "wps.ext.network_key_shareable" "Network Key Shareable": U8 Hex;
        EXT_REQUEST_TO_ENROLL "wps.ext.request_to_enroll" "Request to Enroll": U8 Hex;
        EXT_SETTINGS_DELAY_TIME "wps.ext.settings_delay_time" "Settings Delay Time": U8 Hex;
    }
}

fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

/// Attributes and the fields of their values, ascending.
const ATTRIBUTES: &[(u16, Field)] = &[
    (0x1001, AP_CHANNEL),
    (0x1002, ASSOCIATION_STATE),
    (0x1003, AUTHENTICATION_TYPE),
    (0x1004, AUTHENTICATION_TYPE_FLAGS),
    (0x1005, AUTHENTICATOR),
    (0x1008, CONFIG_METHODS),
    (0x1009, CONFIGURATION_ERROR),
    (0x100a, CONFIRMATION_URL4),
    (0x100b, CONFIRMATION_URL6),
    (0x100c, CONNECTION_TYPE),
    (0x100d, CONNECTION_TYPE_FLAGS),
    (0x100e, CREDENTIAL),
    (0x100f, ENCRYPTION_TYPE),
    (0x1010, ENCRYPTION_TYPE_FLAGS),
    (0x1011, DEVICE_NAME),
    (0x1012, DEVICE_PASSWORD_ID),
    (0x1014, E_HASH1),
    (0x1015, E_HASH2),
    (0x1016, E_SNONCE1),
    (0x1017, E_SNONCE2),
    (0x1018, ENCRYPTED_SETTINGS),
    (0x101a, ENROLLEE_NONCE),
    (0x101b, FEATURE_ID),
    (0x101c, IDENTITY),
    (0x101d, IDENTITY_PROOF),
    (0x101e, KEY_WRAP_AUTHENTICATOR),
    (0x101f, KEY_IDENTIFIER),
    (0x1020, MAC_ADDRESS),
    (0x1021, MANUFACTURER),
    (0x1022, MESSAGE_TYPE),
    (0x1023, MODEL_NAME),
    (0x1024, MODEL_NUMBER),
    (0x1026, NETWORK_INDEX),
    (0x1027, NETWORK_KEY),
    (0x1028, NETWORK_KEY_INDEX),
    (0x1029, NEW_DEVICE_NAME),
    (0x102a, NEW_PASSWORD),
    (0x102c, OOB_DEVICE_PASSWORD),
    (0x102d, OS_VERSION),
    (0x102f, POWER_LEVEL),
    (0x1030, PSK_CURRENT),
    (0x1031, PSK_MAX),
    (0x1032, PUBLIC_KEY),
    (0x1033, RADIO_ENABLED),
    (0x1034, REBOOT),
    (0x1035, REGISTRAR_CURRENT),
    (0x1036, REGISTRAR_ESTABLISHED),
    (0x1037, REGISTRAR_LIST),
    (0x1038, REGISTRAR_MAX),
    (0x1039, REGISTRAR_NONCE),
    (0x103a, REQUEST_TYPE),
    (0x103b, RESPONSE_TYPE),
    (0x103c, RF_BANDS),
    (0x103d, R_HASH1),
    (0x103e, R_HASH2),
    (0x103f, R_SNONCE1),
    (0x1040, R_SNONCE2),
    (0x1041, SELECTED_REGISTRAR),
    (0x1042, SERIAL_NUMBER),
    (0x1044, WIFI_PROTECTED_SETUP_STATE),
    (0x1045, SSID),
    (0x1046, TOTAL_NETWORKS),
    (0x1047, UUID_E),
    (0x1048, UUID_R),
    (0x1049, VENDOR_EXTENSION),
    (0x104a, VERSION),
    (0x104b, X509_CERTIFICATE_REQUEST),
    (0x104c, X509_CERTIFICATE),
    (0x104d, EAP_IDENTITY),
    (0x104e, MESSAGE_COUNTER),
    (0x104f, PUBLIC_KEY_HASH),
    (0x1050, REKEY_KEY),
    (0x1051, KEY_LIFETIME),
    (0x1052, PERMITTED_CONFIG_METHODS),
    (0x1053, SELECTED_REGISTRAR_CONFIG_METHODS),
    (0x1054, PRIMARY_DEVICE_TYPE),
    (0x1055, SECONDARY_DEVICE_TYPE_LIST),
    (0x1056, PORTABLE_DEVICE),
    (0x1057, AP_SETUP_LOCKED),
    (0x1058, APPLICATION_EXTENSION),
    (0x1059, EAP_TYPE),
    (0x1060, INITIALIZATION_VECTOR),
    (0x1061, KEY_PROVIDED_AUTOMATICALLY),
    (0x1062, N8021X_ENABLED),
    (0x1063, APPSESSIONKEY),
    (0x1064, WEPTRANSMITKEY),
    (0x106a, REQUESTED_DEV_TYPE),
];

/// Values that are bits.
const BITS: &[(u16, &[Field])] = &[
    (
        0x1003,
        &[
            AUTHENTICATION_TYPE_OPEN,
            AUTHENTICATION_TYPE_WPAPSK,
            AUTHENTICATION_TYPE_SHARED,
            AUTHENTICATION_TYPE_WPA,
            AUTHENTICATION_TYPE_WPA2,
            AUTHENTICATION_TYPE_WPA2PSK,
        ],
    ),
    (
        0x1008,
        &[
            CONFIG_METHODS_USBA,
            CONFIG_METHODS_ETHERNET,
            CONFIG_METHODS_LABEL,
            CONFIG_METHODS_DISPLAY,
            CONFIG_METHODS_VIRT_DISPLAY,
            CONFIG_METHODS_PHY_DISPLAY,
            CONFIG_METHODS_NFCEXT,
            CONFIG_METHODS_NFCINT,
            CONFIG_METHODS_NFCINF,
            CONFIG_METHODS_PUSHBUTTON,
            CONFIG_METHODS_VIRT_PUSHBUTTON,
            CONFIG_METHODS_PHY_PUSHBUTTON,
            CONFIG_METHODS_KEYPAD,
        ],
    ),
    (0x100d, &[CONNECTION_TYPE_FLAGS_ESS, CONNECTION_TYPE_FLAGS_IBSS]),
    (
        0x1010,
        &[
            ENCRYPTION_TYPE_FLAGS_NONE,
            ENCRYPTION_TYPE_FLAGS_WEP,
            ENCRYPTION_TYPE_FLAGS_TKIP,
            ENCRYPTION_TYPE_FLAGS_AES,
        ],
    ),
    (
        0x1052,
        &[
            PERMITTED_CONFIG_METHODS_USBA,
            PERMITTED_CONFIG_METHODS_ETHERNET,
            PERMITTED_CONFIG_METHODS_LABEL,
            PERMITTED_CONFIG_METHODS_DISPLAY,
            PERMITTED_CONFIG_METHODS_VIRT_DISPLAY,
            PERMITTED_CONFIG_METHODS_PHY_DISPLAY,
            PERMITTED_CONFIG_METHODS_NFCEXT,
            PERMITTED_CONFIG_METHODS_NFCINT,
            PERMITTED_CONFIG_METHODS_NFCINF,
            PERMITTED_CONFIG_METHODS_PUSHBUTTON,
            PERMITTED_CONFIG_METHODS_VIRT_PUSHBUTTON,
            PERMITTED_CONFIG_METHODS_PHY_PUSHBUTTON,
            PERMITTED_CONFIG_METHODS_KEYPAD,
        ],
    ),
    (
        0x1053,
        &[
            SELECTED_REGISTRAR_CONFIG_METHODS_USBA,
            SELECTED_REGISTRAR_CONFIG_METHODS_ETHERNET,
            SELECTED_REGISTRAR_CONFIG_METHODS_LABEL,
            SELECTED_REGISTRAR_CONFIG_METHODS_DISPLAY,
            SELECTED_REGISTRAR_CONFIG_METHODS_VIRT_DISPLAY,
            SELECTED_REGISTRAR_CONFIG_METHODS_PHY_DISPLAY,
            SELECTED_REGISTRAR_CONFIG_METHODS_NFCEXT,
            SELECTED_REGISTRAR_CONFIG_METHODS_NFCINT,
            SELECTED_REGISTRAR_CONFIG_METHODS_NFCINF,
            SELECTED_REGISTRAR_CONFIG_METHODS_PUSHBUTTON,
            SELECTED_REGISTRAR_CONFIG_METHODS_VIRT_PUSHBUTTON,
            SELECTED_REGISTRAR_CONFIG_METHODS_PHY_PUSHBUTTON,
            SELECTED_REGISTRAR_CONFIG_METHODS_KEYPAD,
        ],
    ),
];

/// Fields of the subcategory by the category of a device, from 1.
const SUBCATEGORIES: [Field; 11] = [
    PRIMARY_DEVICE_TYPE_SUBCATEGORY_COMPUTER,
    PRIMARY_DEVICE_TYPE_SUBCATEGORY_INPUT_DEVICE,
    PRIMARY_DEVICE_TYPE_SUBCATEGORY_PRINTERS_SCANNERS_FAXES_COPIERS,
    PRIMARY_DEVICE_TYPE_SUBCATEGORY_CAMERA,
    PRIMARY_DEVICE_TYPE_SUBCATEGORY_STORAGE,
    PRIMARY_DEVICE_TYPE_SUBCATEGORY_NETWORK_INFRASTRUCTURE,
    PRIMARY_DEVICE_TYPE_SUBCATEGORY_DISPLAYS,
    PRIMARY_DEVICE_TYPE_SUBCATEGORY_MULTIMEDIA_DEVICES,
    PRIMARY_DEVICE_TYPE_SUBCATEGORY_GAMING_DEVICES,
    PRIMARY_DEVICE_TYPE_SUBCATEGORY_TELEPHONE,
    PRIMARY_DEVICE_TYPE_SUBCATEGORY_AUDIO_DEVICES,
];

/// The vendor of attributes that were added later, the Wi-Fi Alliance.
const WFA: u32 = 0x00_372a;

/// Shows attributes up to the end; they are no layer of their own.
///
/// # Errors
/// When one ends before its length says.
pub fn attributes<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    while !c.is_empty() {
        attribute(cx, &mut c)?;
    }
    Ok(())
}

fn attribute<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let h = c.peek_array::<4>()?;
    let (kind, len) = (u16::from_be_bytes([h[0], h[1]]), usize::from(u16::from_be_bytes([h[2], h[3]])));
    c.peek_bytes(0, 4 + len)?;
    let item = cx.line(c.span(4 + len), |o| _ = o.s(names::TYPE.or(u64::from(kind), "Unknown")));
    cx.under(item, |cx| -> Step {
        cx.field(TYPE, c, 2)?;
        cx.field(LENGTH, c, 2)?;
        let body = c.take(len);
        value(cx, item, kind, body)
    })
}

/// Says what an attribute is on its first line: numbers and texts.
fn summary<S: Sink>(cx: &mut Cx<'_, S>, item: Item, field: Field, c: &Cursor<'_>, width: usize) {
    let def = cx.registry.field(field);
    match (def.kind, c.peek_uint(0, width)) {
        (FieldType::Str, _) => cx.append(item, |o| _ = o.s(": ").text(c.rest())),
        (FieldType::U8 | FieldType::U16 | FieldType::U32, Ok(v)) => cx.append(item, |o| {
            o.s(": ");
            match def.names.find(v) {
                Some(name) => o.s(name).s(" (").hex(v, 2 * width).c(b')'),
                None => o.hex(v, 2 * width),
            };
        }),
        _ => {}
    }
}

fn value<S: Sink>(cx: &mut Cx<'_, S>, item: Item, kind: u16, mut c: Cursor<'_>) -> Step {
    let Ok(i) = ATTRIBUTES.binary_search_by_key(&kind, |(k, _)| *k) else { return Ok(()) };
    let Some((_, field)) = ATTRIBUTES.get(i).copied() else { return Ok(()) };
    // Numbers have the width of their type, whatever the length says.
    let width = usize::from(cx.registry.field(field).kind.width());
    let width = if width == 0 { c.left() } else { width };
    cx.peek(field, &c, width)?;
    summary(cx, item, field, &c, width);
    if let Ok(i) = BITS.binary_search_by_key(&kind, |(k, _)| *k) {
        for bit in BITS.get(i).map_or(&[][..], |b| b.1) {
            cx.peek(*bit, &c, width)?;
        }
    }
    if field == PRIMARY_DEVICE_TYPE {
        let h = c.peek_array::<8>()?;
        cx.peek(PRIMARY_DEVICE_TYPE_CATEGORY, &c, 2)?;
        let category = usize::from(u16::from_be_bytes([h[0], h[1]]));
        if let Some(field) = category.checked_sub(1).and_then(|i| SUBCATEGORIES.get(i)) {
            cx.peek_at(*field, &c, 6, 2)?;
        }
    }
    if field == VENDOR_EXTENSION {
        let vendor = c.peek_uint(0, 3)? as u32;
        cx.field(VENDOR_ID, &mut c, 3)?;
        while vendor == WFA && c.left() >= 2 {
            extension(cx, &mut c)?;
        }
    }
    Ok(())
}

/// An element of the Wi-Fi Alliance's extension.
fn extension<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let [id, len] = *c.peek_array::<2>()?;
    let len = usize::from(len);
    let item = cx.line(c.span(2 + len), |o| _ = o.s(names::EXT_ID.or(u64::from(id), "Unknown")));
    cx.under(item, |cx| -> Step {
        cx.field(EXT_ID, c, 1)?;
        cx.field(EXT_LEN, c, 1)?;
        let (field, width) = match id {
            0 => (EXT_VERSION2, 1),
            1 => (EXT_AUTHORIZEDMACS, len),
            2 => (EXT_NETWORK_KEY_SHAREABLE, 1),
            3 => (EXT_REQUEST_TO_ENROLL, 1),
            4 => (EXT_SETTINGS_DELAY_TIME, 1),
            _ => return c.skip(len),
        };
        if len > 0 {
            cx.peek(field, c, width)?;
        }
        c.skip(len)
    })
}
