//! Radiotap (radiotap.org): what a driver says of an IEEE 802.11 frame that it sent or heard.

mod he;
pub mod header;
mod names;

use crate::common::say_bits;
use header::{Item, Items, bit};
use requin_wire::{Cursor, Cx, Field, Names, Sink, Step, Value, le, proto};

proto! {
    RADIOTAP "radiotap" "IEEE 802.11 Radiotap Capture header" "802.11 Radiotap" Link
    on [Link 127]
    fields {
        VERSION "radiotap.version" "Header revision": U8 Dec;
        PAD "radiotap.pad" "Header pad": U8 Dec;
        LENGTH "radiotap.length" "Header length": U16 Dec;
        PRESENT "radiotap.present" "Present flags": None;
        PRESENT_WORD "radiotap.present.word" "Present flags word": U32 Hex;
        PRESENT_TSFT "radiotap.present.tsft" "TSFT": Bool(32) & 0x1 = Names::Bools("Present", "Absent");
        PRESENT_FLAGS "radiotap.present.flags" "Flags": Bool(32) & 0x2 = Names::Bools("Present", "Absent");
        PRESENT_RATE "radiotap.present.rate" "Rate": Bool(32) & 0x4 = Names::Bools("Present", "Absent");
        PRESENT_CHANNEL "radiotap.present.channel" "Channel": Bool(32) & 0x8 = Names::Bools("Present", "Absent");
        PRESENT_FHSS "radiotap.present.fhss" "FHSS": Bool(32) & 0x10 = Names::Bools("Present", "Absent");
        PRESENT_DBM_ANTSIGNAL "radiotap.present.dbm_antsignal" "dBm Antenna Signal": Bool(32) & 0x20 = Names::Bools("Present", "Absent");
        PRESENT_DBM_ANTNOISE "radiotap.present.dbm_antnoise" "dBm Antenna Noise": Bool(32) & 0x40 = Names::Bools("Present", "Absent");
        PRESENT_LOCK_QUALITY "radiotap.present.lock_quality" "Lock Quality": Bool(32) & 0x80 = Names::Bools("Present", "Absent");
        PRESENT_TX_ATTENUATION "radiotap.present.tx_attenuation" "TX Attenuation": Bool(32) & 0x100 = Names::Bools("Present", "Absent");
        PRESENT_DB_TX_ATTENUATION "radiotap.present.db_tx_attenuation" "dB TX Attenuation": Bool(32) & 0x200 = Names::Bools("Present", "Absent");
        PRESENT_DBM_TX_POWER "radiotap.present.dbm_tx_power" "dBm TX Power": Bool(32) & 0x400 = Names::Bools("Present", "Absent");
        PRESENT_ANTENNA "radiotap.present.antenna" "Antenna": Bool(32) & 0x800 = Names::Bools("Present", "Absent");
        PRESENT_DB_ANTSIGNAL "radiotap.present.db_antsignal" "dB Antenna Signal": Bool(32) & 0x1000 = Names::Bools("Present", "Absent");
        PRESENT_DB_ANTNOISE "radiotap.present.db_antnoise" "dB Antenna Noise": Bool(32) & 0x2000 = Names::Bools("Present", "Absent");
        PRESENT_RXFLAGS "radiotap.present.rxflags" "RX flags": Bool(32) & 0x4000 = Names::Bools("Present", "Absent");
        PRESENT_TXFLAGS "radiotap.present.txflags" "TX flags": Bool(32) & 0x8000 = Names::Bools("Present", "Absent");
        PRESENT_DATA_RETRIES "radiotap.present.data_retries" "data retries": Bool(32) & 0x20000 = Names::Bools("Present", "Absent");
        PRESENT_XCHANNEL "radiotap.present.xchannel" "Channel+": Bool(32) & 0x40000 = Names::Bools("Present", "Absent");
        PRESENT_MCS "radiotap.present.mcs" "MCS information": Bool(32) & 0x80000 = Names::Bools("Present", "Absent");
        PRESENT_AMPDU "radiotap.present.ampdu" "A-MPDU Status": Bool(32) & 0x100000 = Names::Bools("Present", "Absent");
        PRESENT_VHT "radiotap.present.vht" "VHT information": Bool(32) & 0x200000 = Names::Bools("Present", "Absent");
        PRESENT_TIMESTAMP "radiotap.present.timestamp" "frame timestamp": Bool(32) & 0x400000 = Names::Bools("Present", "Absent");
        PRESENT_HE "radiotap.present.he" "HE information": Bool(32) & 0x800000 = Names::Bools("Present", "Absent");
        PRESENT_HE_MU "radiotap.present.he_mu" "HE-MU information": Bool(32) & 0x1000000 = Names::Bools("Present", "Absent");
        PRESENT_0_LENGTH_PSDU "radiotap.present.0_length.psdu" "0 Length PSDU": Bool(32) & 0x4000000 = Names::Bools("Present", "Absent");
        PRESENT_L_SIG "radiotap.present.l_sig" "L-SIG": Bool(32) & 0x8000000 = Names::Bools("Present", "Absent");
        PRESENT_TLV "radiotap.present.tlv" "TLVs": Bool(32) & 0x10000000 = Names::Bools("Present", "Absent");
        PRESENT_RTAP_NS "radiotap.present.rtap_ns" "Radiotap NS next": Bool(32) & 0x20000000;
        PRESENT_VENDOR_NS "radiotap.present.vendor_ns" "Vendor NS next": Bool(32) & 0x40000000;
        PRESENT_EXT "radiotap.present.ext" "Ext": Bool(32) & 0x80000000 = Names::Bools("Present", "Absent");
        FLAGS "radiotap.flags" "Flags": U8 Hex;
        FLAGS_CFP "radiotap.flags.cfp" "CFP": Bool(8) & 0x1;
        FLAGS_PREAMBLE "radiotap.flags.preamble" "Preamble": Bool(8) & 0x2 = Names::Bools("Short", "Long");
        FLAGS_WEP "radiotap.flags.wep" "WEP": Bool(8) & 0x4;
        FLAGS_FRAG "radiotap.flags.frag" "Fragmentation": Bool(8) & 0x8;
        FLAGS_FCS "radiotap.flags.fcs" "FCS at end": Bool(8) & 0x10;
        FLAGS_DATAPAD "radiotap.flags.datapad" "Data Pad": Bool(8) & 0x20;
        FLAGS_BADFCS "radiotap.flags.badfcs" "Bad FCS": Bool(8) & 0x40;
        FLAGS_SHORTGI "radiotap.flags.shortgi" "Short GI": Bool(8) & 0x80;
        MACTIME "radiotap.mactime" "MAC timestamp": U64 Dec;
        QUALITY "radiotap.quality" "Signal Quality": U16 Dec;
        FCS "radiotap.fcs" "802.11 FCS": U32 Hex;
        CHANNEL_FREQ "radiotap.channel.freq" "Channel frequency": U32 Dec;
        CHANNEL_FLAGS "radiotap.channel.flags" "Channel flags": U16 Hex;
        CHANNEL_FLAGS_TURBO "radiotap.channel.flags.turbo" "Turbo": Bool(16) & 0x10;
        CHANNEL_FLAGS_700MHZ "radiotap.channel.flags.700mhz" "700 MHz spectrum": Bool(16) & 0x1;
        CHANNEL_FLAGS_800MHZ "radiotap.channel.flags.800mhz" "800 MHz spectrum": Bool(16) & 0x2;
        CHANNEL_FLAGS_900MHZ "radiotap.channel.flags.900mhz" "900 MHz spectrum": Bool(16) & 0x4;
        CHANNEL_FLAGS_CCK "radiotap.channel.flags.cck" "Complementary Code Keying (CCK)": Bool(16) & 0x20;
        CHANNEL_FLAGS_OFDM "radiotap.channel.flags.ofdm" "Orthogonal Frequency-Division Multiplexing (OFDM)": Bool(16) & 0x40;
        CHANNEL_FLAGS_2GHZ "radiotap.channel.flags.2ghz" "2 GHz spectrum": Bool(16) & 0x80;
        CHANNEL_FLAGS_5GHZ "radiotap.channel.flags.5ghz" "5 GHz spectrum": Bool(16) & 0x100;
        CHANNEL_FLAGS_PASSIVE "radiotap.channel.flags.passive" "Passive": Bool(16) & 0x200;
        CHANNEL_FLAGS_DYNAMIC "radiotap.channel.flags.dynamic" "Dynamic CCK-OFDM": Bool(16) & 0x400;
        CHANNEL_FLAGS_GFSK "radiotap.channel.flags.gfsk" "Gaussian Frequency Shift Keying (GFSK)": Bool(16) & 0x800;
        CHANNEL_FLAGS_GSM "radiotap.channel.flags.gsm" "GSM (900MHz)": Bool(16) & 0x1000;
        CHANNEL_FLAGS_STURBO "radiotap.channel.flags.sturbo" "Static Turbo": Bool(16) & 0x2000;
        CHANNEL_FLAGS_HALF "radiotap.channel.flags.half" "Half Rate Channel (10MHz Channel Width)": Bool(16) & 0x4000;
        CHANNEL_FLAGS_QUARTER "radiotap.channel.flags.quarter" "Quarter Rate Channel (5MHz Channel Width)": Bool(16) & 0x8000;
        RXFLAGS "radiotap.rxflags" "RX flags": U16 Hex;
        RXFLAGS_BADPLCP "radiotap.rxflags.badplcp" "Bad PLCP": Bool(24) & 0x2;
        TXFLAGS "radiotap.txflags" "TX flags": U16 Hex;
        RXFLAGS_FAIL "radiotap.rxflags.fail" "Fail": Bool(24) & 0x1;
        RXFLAGS_CTS "radiotap.rxflags.cts" "CTS": Bool(24) & 0x2;
        RXFLAGS_RTS "radiotap.rxflags.rts" "RTS/CTS": Bool(24) & 0x4;
        RXFLAGS_NOACK "radiotap.rxflags.noack" "No ACK": Bool(24) & 0x8;
        RXFLAGS_NOSEQNO "radiotap.rxflags.noseqno" "Has Seqnum": Bool(24) & 0x10;
        RXFLAGS_ORDER "radiotap.rxflags.order" "Order": Bool(24) & 0x20;
        XCHANNEL_CHANNEL "radiotap.xchannel.channel" "Channel number": U32 Dec;
        XCHANNEL_FREQ "radiotap.xchannel.freq" "Channel frequency": U32 Dec;
        XCHANNEL_FLAGS "radiotap.xchannel.flags" "Channel flags": U32 Hex;
        XCHANNEL_FLAGS_TURBO "radiotap.xchannel.flags.turbo" "Turbo": Bool(24) & 0x10;
        XCHANNEL_FLAGS_CCK "radiotap.xchannel.flags.cck" "Complementary Code Keying (CCK)": Bool(24) & 0x20;
        XCHANNEL_FLAGS_OFDM "radiotap.xchannel.flags.ofdm" "Orthogonal Frequency-Division Multiplexing (OFDM)": Bool(24) & 0x40;
        XCHANNEL_FLAGS_2GHZ "radiotap.xchannel.flags.2ghz" "2 GHz spectrum": Bool(24) & 0x80;
        XCHANNEL_FLAGS_5GHZ "radiotap.xchannel.flags.5ghz" "5 GHz spectrum": Bool(24) & 0x100;
        CHANNEL_XTYPE_PASSIVE "radiotap.channel.xtype.passive" "Passive": Bool(24) & 0x200;
        XCHANNEL_FLAGS_DYNAMIC "radiotap.xchannel.flags.dynamic" "Dynamic CCK-OFDM": Bool(24) & 0x400;
        XCHANNEL_FLAGS_GFSK "radiotap.xchannel.flags.gfsk" "Gaussian Frequency Shift Keying (GFSK)": Bool(24) & 0x800;
        XCHANNEL_FLAGS_GSM "radiotap.xchannel.flags.gsm" "GSM (900MHz)": Bool(24) & 0x1000;
        XCHANNEL_FLAGS_STURBO "radiotap.xchannel.flags.sturbo" "Static Turbo": Bool(24) & 0x2000;
        XCHANNEL_FLAGS_HALF "radiotap.xchannel.flags.half" "Half Rate Channel (10MHz Channel Width)": Bool(24) & 0x4000;
        XCHANNEL_FLAGS_QUARTER "radiotap.xchannel.flags.quarter" "Quarter Rate Channel (5MHz Channel Width)": Bool(24) & 0x8000;
        XCHANNEL_FLAGS_HT20 "radiotap.xchannel.flags.ht20" "HT Channel (20MHz Channel Width)": Bool(24) & 0x10000;
        XCHANNEL_FLAGS_HT40U "radiotap.xchannel.flags.ht40u" "HT Channel (40MHz Channel Width with Extension channel above)": Bool(24) & 0x20000;
        XCHANNEL_FLAGS_HT40D "radiotap.xchannel.flags.ht40d" "HT Channel (40MHz Channel Width with Extension channel below)": Bool(24) & 0x40000;
        FHSS_HOPSET "radiotap.fhss.hopset" "FHSS Hop Set": U8 Dec;
        FHSS_PATTERN "radiotap.fhss.pattern" "FHSS Pattern": U8 Dec;
        DATARATE "radiotap.datarate" "Data rate (Mb/s)": F32;
        ANTENNA "radiotap.antenna" "Antenna": U32 Dec;
        DBM_ANTSIGNAL "radiotap.dbm_antsignal" "Antenna signal": I8 Dec = Names::Unit(" dBm", " dBm");
        DB_ANTSIGNAL "radiotap.db_antsignal" "dB antenna signal": U8 Dec = Names::Unit(" dB", " dB");
        DBM_ANTNOISE "radiotap.dbm_antnoise" "Antenna noise": I8 Dec = Names::Unit(" dBm", " dBm");
        DB_ANTNOISE "radiotap.db_antnoise" "dB antenna noise": U8 Dec = Names::Unit(" dB", " dB");
        TXATTENUATION "radiotap.txattenuation" "TX attenuation": U16 Dec;
        DB_TXATTENUATION "radiotap.db_txattenuation" "dB TX attenuation": U16 Dec = Names::Unit(" dB", " dB");
        TXPOWER "radiotap.txpower" "Transmit power": I8 Dec = Names::Unit(" dBm", " dBm");
        DATA_RETRIES "radiotap.data_retries" "data retries": U8 Dec;
        MCS "radiotap.mcs" "MCS information": None;
        MCS_KNOWN "radiotap.mcs.known" "Known MCS information": U8 Hex;
        MCS_HAVE_BW "radiotap.mcs.have_bw" "Bandwidth": Bool(8) & 0x1 = Names::Bools("Present", "Absent");
        MCS_HAVE_INDEX "radiotap.mcs.have_index" "MCS index": Bool(8) & 0x2 = Names::Bools("Present", "Absent");
        MCS_HAVE_GI "radiotap.mcs.have_gi" "Guard interval": Bool(8) & 0x4 = Names::Bools("Present", "Absent");
        MCS_HAVE_FORMAT "radiotap.mcs.have_format" "Format": Bool(8) & 0x8 = Names::Bools("Present", "Absent");
        MCS_HAVE_FEC "radiotap.mcs.have_fec" "FEC type": Bool(8) & 0x10 = Names::Bools("Present", "Absent");
        MCS_HAVE_STBC "radiotap.mcs.have_stbc" "STBC streams": Bool(8) & 0x20 = Names::Bools("Present", "Absent");
        MCS_HAVE_NESS "radiotap.mcs.have_ness" "Number of extension spatial streams": Bool(8) & 0x40 = Names::Bools("Present", "Absent");
        MCS_NESS_BIT1 "radiotap.mcs.ness_bit1" "Number of extension spatial streams bit 1": U8 Dec & 0x80;
        MCS_BW "radiotap.mcs.bw" "Bandwidth": U8 Dec & 0x3 = names::MCS_BW;
        MCS_GI "radiotap.mcs.gi" "Guard interval": U8 Dec & 0x4 = names::MCS_GI;
        MCS_FORMAT "radiotap.mcs.format" "Format": U8 Dec & 0x8 = names::MCS_FORMAT;
        MCS_FEC "radiotap.mcs.fec" "FEC type": U8 Dec & 0x10 = names::MCS_FEC;
        MCS_STBC "radiotap.mcs.stbc" "STBC streams": U8 Dec & 0x60;
        MCS_NESS_BIT0 "radiotap.mcs.ness_bit0" "Number of extension spatial streams bit 0": U8 Dec & 0x80;
        MCS_INDEX "radiotap.mcs.index" "MCS index": U8 Dec;
        AMPDU "radiotap.ampdu" "A-MPDU status": None;
        AMPDU_REFERENCE "radiotap.ampdu.reference" "A-MPDU reference number": U32 Dec;
        AMPDU_FLAGS "radiotap.ampdu.flags" "A-MPDU flags": U16 Hex;
        AMPDU_FLAGS_REPORT_ZEROLEN "radiotap.ampdu.flags.report_zerolen" "Driver reports 0-length subframes in this A-MPDU": Bool(16) & 0x1;
        AMPDU_FLAGS_IS_ZEROLEN "radiotap.ampdu.flags.is_zerolen" "This is a 0-length subframe": Bool(16) & 0x2;
        AMPDU_FLAGS_LASTKNOWN "radiotap.ampdu.flags.lastknown" "Last subframe of this A-MPDU is known": Bool(16) & 0x4;
        AMPDU_FLAGS_LAST "radiotap.ampdu.flags.last" "This is the last subframe of this A-MPDU": Bool(16) & 0x8;
        AMPDU_FLAGS_DELIM_CRC_ERROR "radiotap.ampdu.flags.delim_crc_error" "Delimiter CRC error on this subframe": Bool(16) & 0x10;
        AMPDU_FLAGS_EOF "radiotap.ampdu.flags.eof" "EOF on this subframe": Bool(16) & 0x40;
        AMPDU_FLAGS_EOF_KNOWN "radiotap.ampdu.flags.eof_known" "EOF of this A-MPDU is known": Bool(16) & 0x80;
        VHT "radiotap.vht" "VHT information": None;
        VHT_KNOWN "radiotap.vht.known" "Known VHT information": U8 Hex;
        VHT_USER "radiotap.vht.user" "User": None;
        VHT_HAVE_STBC "radiotap.vht.have_stbc" "STBC": Bool(16) & 0x1 = Names::Bools("Present", "Absent");
        VHT_HAVE_TXOP_PS "radiotap.vht.have_txop_ps" "TXOP_PS_NOT_ALLOWED": Bool(16) & 0x2 = Names::Bools("Present", "Absent");
        VHT_HAVE_GI "radiotap.vht.have_gi" "Guard interval": Bool(16) & 0x4 = Names::Bools("Present", "Absent");
        VHT_HAVE_SGI_NSYM_DA "radiotap.vht.have_sgi_nsym_da" "SGI Nsym disambiguation": Bool(16) & 0x8 = Names::Bools("Present", "Absent");
        VHT_LDPC_EXTRA "radiotap.vht.ldpc_extra" "LDPC extra OFDM symbol": Bool(16) & 0x10 = Names::Bools("Present", "Absent");
        VHT_HAVE_BEAMFORMED "radiotap.vht.have_beamformed" "Beamformed": Bool(16) & 0x20 = Names::Bools("Present", "Absent");
        MCS_HAVE_GID "radiotap.mcs.have_gid" "Group ID": Bool(16) & 0x80 = Names::Bools("Present", "Absent");
        MCS_HAVE_PAID "radiotap.mcs.have_paid" "Partial AID": Bool(16) & 0x100 = Names::Bools("Present", "Absent");
        VHT_STBC "radiotap.vht.stbc" "STBC": Bool(8) & 0x1 = Names::Bools("On", "Off");
        VHT_TXOP_PS "radiotap.vht.txop_ps" "TXOP_PS_NOT_ALLOWED": Bool(8) & 0x2;
        VHT_GI "radiotap.vht.gi" "Guard interval": U8 Dec & 0x4 = names::MCS_GI;
        VHT_SGI_NSYM_DA "radiotap.vht.sgi_nsym_da" "SGI Nsym disambiguation": Bool(8) & 0x8;
        VHT_BEAMFORMED "radiotap.vht.beamformed" "Beamformed": Bool(8) & 0x20;
        VHT_BW "radiotap.vht.bw" "Bandwidth": U8 Dec = names::VHT_BW;
        VHT_NSTS_0 "radiotap.vht.nsts.0" "Space-time streams 0": U8 Dec;
        VHT_NSTS_1 "radiotap.vht.nsts.1" "Space-time streams 1": U8 Dec;
        VHT_NSTS_2 "radiotap.vht.nsts.2" "Space-time streams 2": U8 Dec;
        VHT_NSTS_3 "radiotap.vht.nsts.3" "Space-time streams 3": U8 Dec;
        VHT_MCS_0 "radiotap.vht.mcs.0" "MCS index 0": U8 Dec & 0xf0;
        VHT_MCS_1 "radiotap.vht.mcs.1" "MCS index 1": U8 Dec & 0xf0;
        VHT_MCS_2 "radiotap.vht.mcs.2" "MCS index 2": U8 Dec & 0xf0;
        VHT_MCS_3 "radiotap.vht.mcs.3" "MCS index 3": U8 Dec & 0xf0;
        VHT_NSS_0 "radiotap.vht.nss.0" "Spatial streams 0": U8 Dec & 0xf;
        VHT_NSS_1 "radiotap.vht.nss.1" "Spatial streams 1": U8 Dec & 0xf;
        VHT_NSS_2 "radiotap.vht.nss.2" "Spatial streams 2": U8 Dec & 0xf;
        VHT_NSS_3 "radiotap.vht.nss.3" "Spatial streams 3": U8 Dec & 0xf;
        VHT_CODING_0 "radiotap.vht.coding.0" "Coding 0": U8 Dec & 0x1 = names::MCS_FEC;
        VHT_CODING_1 "radiotap.vht.coding.1" "Coding 1": U8 Dec & 0x2 = names::MCS_FEC;
        VHT_CODING_2 "radiotap.vht.coding.2" "Coding 2": U8 Dec & 0x4 = names::MCS_FEC;
        VHT_CODING_3 "radiotap.vht.coding.3" "Coding 3": U8 Dec & 0x8 = names::MCS_FEC;
        VHT_DATARATE_0 "radiotap.vht.datarate.0" "Data rate (Mb/s) 0": F32;
        VHT_DATARATE_1 "radiotap.vht.datarate.1" "Data rate (Mb/s) 1": F32;
        VHT_DATARATE_2 "radiotap.vht.datarate.2" "Data rate (Mb/s) 2": F32;
        VHT_DATARATE_3 "radiotap.vht.datarate.3" "Data rate (Mb/s) 3": F32;
        VHT_GID "radiotap.vht.gid" "Group Id": U8 Dec;
        VHT_PAID "radiotap.vht.paid" "Partial AID": U16 Dec;
        TIMESTAMP "radiotap.timestamp" "timestamp information": None;
        TIMESTAMP_TS "radiotap.timestamp.ts" "timestamp": U64 Dec;
        TIMESTAMP_ACCURACY "radiotap.timestamp.accuracy" "accuracy": U16 Dec;
        TIMESTAMP_UNIT "radiotap.timestamp.unit" "time unit": U8 Dec & 0xf = names::TIMESTAMP_UNIT;
        TIMESTAMP_SAMPLINGPOS "radiotap.timestamp.samplingpos" "sampling position": U8 Dec & 0xf0 = names::TIMESTAMP_SAMPLINGPOS;
        TIMESTAMP_FLAGS_32BIT "radiotap.timestamp.flags.32bit" "32-bit counter": Bool(8) & 0x1 = Names::Bools("Yes", "No");
        TIMESTAMP_FLAGS_ACCURACY "radiotap.timestamp.flags.accuracy" "accuracy field": Bool(8) & 0x2 = Names::Bools("Present", "Absent");
        VENDOR_NAMESPACE "radiotap.vendor_namespace" "Vendor namespace": Bytes;
        VENDOR_OUI "radiotap.vendor_oui" "Vendor OUI": U24 Oui;
        VENDOR_SUBNS "radiotap.vendor_subns" "Vendor sub namespace": U8 Dec;
        VENDOR_DATA_LEN "radiotap.vendor_data_len" "Vendor data length": U16 Dec;
        VENDOR_DATA "radiotap.vendor_data" "Vendor data": None;
        HE_DATA_1 "radiotap.he.data_1" "HE Data 1": U16 Hex;
        HE_DATA_1_PPDU_FORMAT "radiotap.he.data_1.ppdu_format" "PPDU Format": U16 Hex & 0x3 = names::HE_DATA_1_PPDU_FORMAT;
        HE_DATA_1_BSS_COLOR_KNOWN "radiotap.he.data_1.bss_color_known" "BSS Color known": Bool(16) & 0x4 = Names::Bools("Known", "Unknown");
        HE_DATA_1_BEAM_CHANGE_KNOWN "radiotap.he.data_1.beam_change_known" "Beam Change known": Bool(16) & 0x8 = Names::Bools("Known", "Unknown");
        HE_DATA_1_UL_DL_KNOWN "radiotap.he.data_1.ul_dl_known" "UL/DL known": Bool(16) & 0x10 = Names::Bools("Known", "Unknown");
        HE_DATA_1_DATA_MCS_KNOWN "radiotap.he.data_1.data_mcs_known" "data MCS known": Bool(16) & 0x20 = Names::Bools("Known", "Unknown");
        HE_DATA_1_DATA_DCM_KNOWN "radiotap.he.data_1.data_dcm_known" "data DCM known": Bool(16) & 0x40 = Names::Bools("Known", "Unknown");
        HE_DATA_1_CODING_KNOWN "radiotap.he.data_1.coding_known" "Coding known": Bool(16) & 0x80 = Names::Bools("Known", "Unknown");
        HE_DATA_1_LDPC_EXTRA_SYMBOL_SEGMENT_KNOWN "radiotap.he.data_1.ldpc_extra_symbol_segment_known" "LDPC extra symbol segment known": Bool(16) & 0x100 = Names::Bools("Known", "Unknown");
        HE_DATA_1_STBC_KNOWN "radiotap.he.data_1.stbc_known" "STBC known": Bool(16) & 0x200 = Names::Bools("Known", "Unknown");
        HE_DATA_1_SPATIAL_REUSE_1_KNOWN "radiotap.he.data_1.spatial_reuse_1_known" "Spatial Reuse 1 known": Bool(16) & 0x400 = Names::Bools("Known", "Unknown");
        HE_DATA_1_SPATIAL_REUSE_2_KNOWN "radiotap.he.data_1.spatial_reuse_2_known" "Spatial Reuse 2 known": Bool(16) & 0x800 = Names::Bools("Known", "Unknown");
        HE_DATA_1_SPATIAL_REUSE_3_KNOWN "radiotap.he.data_1.spatial_reuse_3_known" "Spatial Reuse 3 known": Bool(16) & 0x1000 = Names::Bools("Known", "Unknown");
        HE_DATA_1_SPATIAL_REUSE_4_KNOWN "radiotap.he.data_1.spatial_reuse_4_known" "Spatial Reuse 4 known": Bool(16) & 0x2000 = Names::Bools("Known", "Unknown");
        HE_DATA_1_DATA_BW_RU_ALLOCATION_KNOWN "radiotap.he.data_1.data_bw_ru_allocation_known" "data BW/RU allocation known": Bool(16) & 0x4000 = Names::Bools("Known", "Unknown");
        HE_DATA_1_DOPPLER_KNOWN "radiotap.he.data_1.doppler_known" "Doppler known": Bool(16) & 0x8000 = Names::Bools("Known", "Unknown");
        HE_DATA_2 "radiotap.he.data_2" "HE Data 2": U16 Hex;
        HE_DATA_2_PRI_SEC_80_MHZ_KNOWN "radiotap.he.data_2.pri_sec_80_mhz_known" "pri/sec 80 MHz known": Bool(16) & 0x1;
        HE_DATA_2_GI_KNOWN "radiotap.he.data_2.gi_known" "GI known": Bool(16) & 0x2 = Names::Bools("Known", "Unknown");
        HE_DATA_2_NUM_LTF_SYMBOLS_KNOWN "radiotap.he.data_2.num_ltf_symbols_known" "LTF symbols known": Bool(16) & 0x4 = Names::Bools("Known", "Unknown");
        HE_DATA_2_PRE_FEC_PADDING_FACTOR_KNOWN "radiotap.he.data_2.pre_fec_padding_factor_known" "Pre-FEC Padding Factor known": Bool(16) & 0x8 = Names::Bools("Known", "Unknown");
        HE_DATA_2_TXBF_KNOWN "radiotap.he.data_2.txbf_known" "TxBF known": Bool(16) & 0x10 = Names::Bools("Known", "Unknown");
        HE_DATA_2_PE_DISAMBIGUITY_KNOWN "radiotap.he.data_2.pe_disambiguity_known" "PE Disambiguity known": Bool(16) & 0x20 = Names::Bools("Known", "Unknown");
        HE_DATA_2_TXOP_KNOWN "radiotap.he.data_2.txop_known" "TXOP known": Bool(16) & 0x40 = Names::Bools("Known", "Unknown");
        HE_DATA_2_MIDAMBLE_PERIODICITY_KNOWN "radiotap.he.data_2.midamble_periodicity_known" "midamble periodicity known": Bool(16) & 0x80 = Names::Bools("Known", "Unknown");
        HE_DATA_2_RU_ALLOCATION_OFFSET "radiotap.he.data_2.ru_allocation_offset" "RU allocation offset": U16 Hex & 0x3f00;
        HE_DATA_2_RU_ALLOCATION_OFFSETI_KNOWN "radiotap.he.data_2.ru_allocation_offseti_known" "RU allocation offset known": Bool(16) & 0x4000 = Names::Bools("Known", "Unknown");
        HE_DATA_2_PRI_SEC_80_MHZ "radiotap.he.data_2.pri_sec_80_mhz" "pri/sec 80 MHz": Bool(16) & 0x8000 = Names::Bools("secondary", "primary");
        HE_DATA_3_BSS_COLOR "radiotap.he.data_3.bss_color" "BSS Color": U16 Hex & 0x3f;
        HE_DATA_3_BSS_COLOR_UNKNOWN "radiotap.he.data_3.bss_color_unknown" "BSS Color unknown": U16 Hex & 0x3f;
        HE_DATA_3_BEAM_CHANGE "radiotap.he.data_3.beam_change" "Beam Change": U16 Hex & 0x40;
        HE_DATA_3_BEAM_CHANGE_UNKNOWN "radiotap.he.data_3.beam_change_unknown" "Beam Change unknown": U16 Hex & 0x40;
        HE_DATA_3_UL_DL "radiotap.he.data_3.ul_dl" "UL/DL": U16 Hex & 0x80;
        HE_DATA_3_UL_DL_UNKNOWN "radiotap.he.data_3.ul_dl_unknown" "UL/DL unknown": U16 Hex & 0x80;
        HE_DATA_3_DATA_MCS "radiotap.he.data_3.data_mcs" "data MCS": U16 Hex & 0xf00;
        HE_DATA_3_DATA_MCS_UNKNOWN "radiotap.he.data_3.data_mcs_unknown" "data MCS unknown": U16 Hex & 0xf00;
        HE_DATA_3_DATA_DCM "radiotap.he.data_3.data_dcm" "data DCM": U16 Hex & 0x1000;
        HE_DATA_3_DATA_DCM_UNKNOWN "radiotap.he.data_3.data_dcm_unknown" "data DCM unknown": U16 Hex & 0x1000;
        HE_DATA_3_CODING "radiotap.he.data_3.coding" "Coding": U16 Hex & 0x2000 = names::MCS_FEC;
        HE_DATA_3_CODING_UNKNOWN "radiotap.he.data_3.coding_unknown" "Coding unknown": U16 Hex & 0x2000;
        HE_DATA_3_LDPC_EXTRA_SYMBOL_SEGMENT "radiotap.he.data_3.ldpc_extra_symbol_segment" "LDPC extra symbol segment": U16 Hex & 0x4000;
        HE_DATA_3_LDPC_EXTRA_SYMBOL_SEGMENT_UNKNOWN "radiotap.he.data_3.ldpc_extra_symbol_segment_unknown" "LDPC extra symbol segment unknown": U16 Hex & 0x4000;
        HE_DATA_3_STBC "radiotap.he.data_3.stbc" "STBC": U16 Hex & 0x8000;
        HE_DATA_3_STBC_UNKNOWN "radiotap.he.data_3.stbc_unknown" "STBC unknown": U16 Hex & 0x8000;
        HE_DATA_3 "radiotap.he.data_3" "HE Data 3": U16 Hex;
        HE_DATA_4_SPATIAL_REUSE "radiotap.he.data_4.spatial_reuse" "Spatial Reuse": U16 Hex & 0xf;
        HE_DATA_4_SPATIAL_REUSE_UNKNOWN "radiotap.he.data_4.spatial_reuse_unknown" "Spatial Reuse unknown": U16 Hex & 0xf;
        HE_DATA_4_RESERVED_D4_FFF0 "radiotap.he.data_4.reserved_d4_fff0" "Reserved": U16 Hex & 0xfff0;
        HE_DATA_4_SPATIAL_REUSE_1 "radiotap.he.data_4.spatial_reuse_1" "Spatial Reuse 1": U16 Hex & 0xf;
        HE_DATA_4_SPATIAL_REUSE_1_UNKNOWN "radiotap.he.data_4.spatial_reuse_1_unknown" "Spatial Reuse 1 unknown": U16 Hex & 0xf;
        HE_DATA_4_SPATIAL_REUSE_2 "radiotap.he.data_4.spatial_reuse_2" "Spatial Reuse 2": U16 Hex & 0xf0;
        HE_DATA_4_SPATIAL_REUSE_2_UNKNOWN "radiotap.he.data_4.spatial_reuse_2_unknown" "Spatial Reuse 2 unknown": U16 Hex & 0xf0;
        HE_DATA_4_SPATIAL_REUSE_3 "radiotap.he.data_4.spatial_reuse_3" "Spatial Reuse 3": U16 Hex & 0xf00;
        HE_DATA_4_SPATIAL_REUSE_3_UNKNOWN "radiotap.he.data_4.spatial_reuse_3_unknown" "Spatial Reuse 3 unknown": U16 Hex & 0xf00;
        HE_DATA_4_SPATIAL_REUSE_4 "radiotap.he.data_4.spatial_reuse_4" "Spatial Reuse 4": U16 Hex & 0xf000;
        HE_DATA_4_SPATIAL_REUSE_4_UNKNOWN "radiotap.he.data_4.spatial_reuse_4_unknown" "Spatial Reuse 4 unknown": U16 Hex & 0xf000;
        HE_DATA_4_STA_ID_USER "radiotap.he.data_4.sta_id_user" "STA-ID of user data captured for": U16 Hex & 0x7ff0;
        HE_DATA_4_RESERVED_D4_B15 "radiotap.he.data_4.reserved_d4_b15" "Reserved": U16 Hex & 0x8000;
        HE_DATA_4 "radiotap.he.data_4" "HE Data 4": U16 Hex;
        HE_DATA_5_DATA_BW_RU_ALLOCATION "radiotap.he.data_5.data_bw_ru_allocation" "data Bandwidth/RU allocation": U16 Hex & 0xf = names::HE_DATA_5_DATA_BW_RU_ALLOCATION;
        HE_DATA_5_DATA_BW_RU_ALLOCATION_UNKNOWN "radiotap.he.data_5.data_bw_ru_allocation_unknown" "data Bandwidth/RU allocation unknown": U16 Hex & 0xf;
        HE_DATA_5_GI "radiotap.he.data_5.gi" "GI": U16 Hex & 0x30 = names::HE_DATA_5_GI;
        HE_DATA_5_GI_UNKNOWN "radiotap.he.data_5.gi_unknown" "GI unknown": U16 Hex & 0x30;
        HE_DATA_5_LTF_SYMBOL_SIZE "radiotap.he.data_5.ltf_symbol_size" "LTF symbol size": U16 Hex & 0xc0 = names::HE_DATA_5_LTF_SYMBOL_SIZE;
        HE_DATA_5_LTF_SYMBOL_SIZE_UNKNOWN "radiotap.he.data_5.ltf_symbol_size_unknown" "LTF symbol size unknown": U16 Hex & 0xc0;
        HE_NUM_LTF_SYMBOLS "radiotap.he.num_ltf_symbols" "LTF symbols": U16 Hex & 0x700 = names::HE_NUM_LTF_SYMBOLS;
        HE_NUM_LTF_SYMBOLS_UNKNOWN "radiotap.he.num_ltf_symbols_unknown" "LTF symbols unknown": U16 Hex & 0x700;
        HE_DATA_5_RESERVED_D5_B11 "radiotap.he.data_5.reserved_d5_b11" "reserved": U16 Hex & 0x800;
        HE_PRE_FEC_PADDING_FACTOR "radiotap.he.pre_fec_padding_factor" "Pre-FEC Padding Factor": U16 Hex & 0x3000;
        HE_PRE_FEC_PADDING_FACTOR_UNKNOWN "radiotap.he.pre_fec_padding_factor_unknown" "Pre-FEC Padding Factor unknown": U16 Hex & 0x3000;
        HE_TXBF "radiotap.he.txbf" "TxBF": U16 Hex & 0x4000;
        HE_TXBF_UNKNOWN "radiotap.he.txbf_unknown" "TxBF unknown": U16 Hex & 0x4000;
        HE_PE_DISAMBIGUITY "radiotap.he.pe_disambiguity" "PE Disambiguity": U16 Hex & 0x8000;
        HE_PE_DISAMBIGUITY_UNKNOWN "radiotap.he.pe_disambiguity_unknown" "PE Disambiguity unknown": U16 Hex & 0x8000;
        HE_DATA_5 "radiotap.he.data_5" "HE Data 5": U16 Hex;
        HE_DATA_6_NSTS "radiotap.he.data_6.nsts" "NSTS": U16 Hex & 0xf = names::HE_DATA_6_NSTS;
        HE_DATA_6_DOPPLER_VALUE "radiotap.he.data_6.doppler_value" "Doppler value": U16 Hex & 0x10;
        HE_DATA_6_DOPPLER_VALUE_UNKNOWN "radiotap.he.data_6.doppler_value_unknown" "Doppler value unknown": U16 Hex & 0x10;
        HE_DATA_6_RESERVED_D6_00E0 "radiotap.he.data_6.reserved_d6_00e0" "Reserved": U16 Hex & 0xe0;
        HE_DATA_6_TXOP_VALUE "radiotap.he.data_6.txop_value" "TXOP value": U16 Hex & 0x7f00;
        HE_DATA_6_TXOP_VALUE_UNKNOWN "radiotap.he.data_6.txop_value_unknown" "TXOP value unknown": U16 Hex & 0x7f00;
        HE_DATA_6_MIDAMBLE_PERIODICITY "radiotap.he.data_6.midamble_periodicity" "midamble periodicity": U16 Hex & 0x8000 = names::HE_DATA_6_MIDAMBLE_PERIODICITY;
        HE_DATA_6_MIDAMBLE_PERIODICITY_UNKNOWN "radiotap.he.data_6.midamble_periodicity_unknown" "midamble periodicity unknown": U16 Hex & 0x8000;
        HE_DATA_6 "radiotap.he.data_6" "HE Data 6": U16 Hex;
        N0_LEN_PSDU_TYPE "radiotap.0_len_psdu.type" "Type": U8 Hex = names::N0_LEN_PSDU_TYPE;
        L_SIG_DATA1 "radiotap.l_sig.data1" "Data1": U16 Hex;
        L_SIG_RATE_KNOWN "radiotap.l_sig.rate_known" "rate known": Bool(16) & 0x1;
        L_SIG_LENGTH_KNOWN "radiotap.l_sig.length_known" "length known": Bool(16) & 0x2;
        L_SIG_RESERVED "radiotap.l_sig.reserved" "reserved": U16 Hex & 0xfffc;
        L_SIG_DATA2 "radiotap.l_sig.data2" "Data2": U16 Hex;
        L_SIG_RATE "radiotap.l_sig.rate" "rate": U16 Dec & 0xf;
        L_SIG_LENGTH "radiotap.l_sig.length" "length": U16 Dec & 0xfff0;
        MCS_HAVE_BW_2 "radiotap.mcs.have_bw" "Bandwidth": Bool(16) & 0x40 = Names::Bools("Present", "Absent");
    }
    experts {
        LENGTH_INVALID "radiotap.length.invalid" Error Malformed "The radiotap header length is less than 8 bytes";
        DATA_PAST_HEADER "radiotap.data_past_header" Error Malformed "Radiotap data goes past the end of the radiotap header";
        VHT_DATARATE_INVALID "radiotap.vht.datarate.invalid" Warn Protocol "Data rate invalid";
    }
}

/// Presence bits as they are shown.
const PRESENT_BITS: [Field; 30] = [
    PRESENT_TSFT,
    PRESENT_FLAGS,
    PRESENT_RATE,
    PRESENT_CHANNEL,
    PRESENT_FHSS,
    PRESENT_DBM_ANTSIGNAL,
    PRESENT_DBM_ANTNOISE,
    PRESENT_LOCK_QUALITY,
    PRESENT_TX_ATTENUATION,
    PRESENT_DB_TX_ATTENUATION,
    PRESENT_DBM_TX_POWER,
    PRESENT_ANTENNA,
    PRESENT_DB_ANTSIGNAL,
    PRESENT_DB_ANTNOISE,
    PRESENT_RXFLAGS,
    PRESENT_TXFLAGS,
    PRESENT_DATA_RETRIES,
    PRESENT_XCHANNEL,
    PRESENT_MCS,
    PRESENT_AMPDU,
    PRESENT_VHT,
    PRESENT_TIMESTAMP,
    PRESENT_HE,
    PRESENT_HE_MU,
    PRESENT_0_LENGTH_PSDU,
    PRESENT_L_SIG,
    PRESENT_TLV,
    PRESENT_RTAP_NS,
    PRESENT_VENDOR_NS,
    PRESENT_EXT,
];

/// The bits of a word that a vendor gives a meaning to.
const VENDOR_BITS: [Field; 3] = [PRESENT_RTAP_NS, PRESENT_VENDOR_NS, PRESENT_EXT];

const FLAG_BITS: [Field; 8] =
    [FLAGS_CFP, FLAGS_PREAMBLE, FLAGS_WEP, FLAGS_FRAG, FLAGS_FCS, FLAGS_DATAPAD, FLAGS_BADFCS, FLAGS_SHORTGI];

const CHANNEL_BITS: [Field; 15] = [
    CHANNEL_FLAGS_700MHZ,
    CHANNEL_FLAGS_800MHZ,
    CHANNEL_FLAGS_900MHZ,
    CHANNEL_FLAGS_TURBO,
    CHANNEL_FLAGS_CCK,
    CHANNEL_FLAGS_OFDM,
    CHANNEL_FLAGS_2GHZ,
    CHANNEL_FLAGS_5GHZ,
    CHANNEL_FLAGS_PASSIVE,
    CHANNEL_FLAGS_DYNAMIC,
    CHANNEL_FLAGS_GFSK,
    CHANNEL_FLAGS_GSM,
    CHANNEL_FLAGS_STURBO,
    CHANNEL_FLAGS_HALF,
    CHANNEL_FLAGS_QUARTER,
];

const XCHANNEL_BITS: [Field; 15] = [
    XCHANNEL_FLAGS_TURBO,
    XCHANNEL_FLAGS_CCK,
    XCHANNEL_FLAGS_OFDM,
    XCHANNEL_FLAGS_2GHZ,
    XCHANNEL_FLAGS_5GHZ,
    CHANNEL_XTYPE_PASSIVE,
    XCHANNEL_FLAGS_DYNAMIC,
    XCHANNEL_FLAGS_GFSK,
    XCHANNEL_FLAGS_GSM,
    XCHANNEL_FLAGS_STURBO,
    XCHANNEL_FLAGS_HALF,
    XCHANNEL_FLAGS_QUARTER,
    XCHANNEL_FLAGS_HT20,
    XCHANNEL_FLAGS_HT40U,
    XCHANNEL_FLAGS_HT40D,
];

const TX_BITS: [Field; 6] =
    [RXFLAGS_FAIL, RXFLAGS_CTS, RXFLAGS_RTS, RXFLAGS_NOACK, RXFLAGS_NOSEQNO, RXFLAGS_ORDER];

const MCS_BITS: [Field; 7] =
    [MCS_HAVE_BW, MCS_HAVE_INDEX, MCS_HAVE_GI, MCS_HAVE_FORMAT, MCS_HAVE_FEC, MCS_HAVE_STBC, MCS_HAVE_NESS];

const AMPDU_BITS: [Field; 7] = [
    AMPDU_FLAGS_REPORT_ZEROLEN,
    AMPDU_FLAGS_IS_ZEROLEN,
    AMPDU_FLAGS_LASTKNOWN,
    AMPDU_FLAGS_LAST,
    AMPDU_FLAGS_DELIM_CRC_ERROR,
    AMPDU_FLAGS_EOF,
    AMPDU_FLAGS_EOF_KNOWN,
];

const VHT_BITS: [Field; 9] = [
    VHT_HAVE_STBC,
    VHT_HAVE_TXOP_PS,
    VHT_HAVE_GI,
    VHT_HAVE_SGI_NSYM_DA,
    VHT_LDPC_EXTRA,
    VHT_HAVE_BEAMFORMED,
    MCS_HAVE_BW_2,
    MCS_HAVE_GID,
    MCS_HAVE_PAID,
];

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("WLAN");
    let all = c;
    let h = c.peek_array::<4>()?;
    let (version, len) = (h[0], usize::from(u16::from_le_bytes([h[2], h[3]])));
    cx.info(|o| _ = o.s("Radiotap Capture v").u(version).s(", Length ").u(len as u64));
    cx.proto_append(|o| _ = o.s(" v").u(version).s(", Length ").u(len as u64));
    let item = cx.proto_item();
    cx.label(item, |o| _ = o.s("Radiotap Header v").u(version).s(", Length ").u(len as u64));
    cx.proto_len(len);
    cx.field(VERSION, &mut c, 1)?;
    cx.field(PAD, &mut c, 1)?;
    let length = cx.field_le(LENGTH, &mut c, 2)?;
    if len < 8 {
        cx.expert(LENGTH_INVALID, length, all.span(0));
        return Ok(());
    }
    if version != 0 {
        cx.append(item, |o| _ = o.s(" (invalid)"));
    } else {
        // Also where none of it is wanted: a header that is cut ends the frame here.
        let header = all.within(len);
        c.peek_bytes(0, 4)?;
        items(cx, header)?;
    }
    let mut body = all;
    body.advance(len);
    let header = all.within(len);
    if header::Header::new(header.rest()).byte(bit::ZERO_LENGTH_PSDU).is_some() {
        return Ok(());
    }
    cx.call(super::wlan_radio::ID, body)
}

/// Everything behind the first four bytes.
fn items<S: Sink>(cx: &mut Cx<'_, S>, all: Cursor<'_>) -> Step {
    let bytes = all.rest();
    let n = header::words(bytes);
    let at = |offset: usize| {
        let mut c = all;
        c.advance(offset);
        c
    };
    let span = at(4).span(4 * n);
    let present = cx.add(PRESENT, span, Value::None);
    cx.under(present, |cx| -> Step {
        let mut vendor = false;
        for i in 0..n {
            let mut c = at(4 + 4 * i);
            let bits: &[Field] = if vendor { &VENDOR_BITS } else { &PRESENT_BITS };
            let (word, _) = cx.flags_le(PRESENT_WORD, &mut c, 4, bits)?;
            vendor = word & 1 << 30 != 0 || vendor && word & 1 << 29 == 0;
        }
        Ok(())
    })?;
    for item in Items::new(bytes) {
        match item {
            Item::Field(bit, offset) => field(cx, bit, at(offset))?,
            Item::Vendor(offset, len) => vendor(cx, at(offset), len)?,
            Item::Tlv(..) => {}
            Item::Past => {
                let item = cx.proto_item();
                cx.append(item, |o| _ = o.s(" (malformed)"));
                cx.expert(DATA_PAST_HEADER, present, span);
            }
        }
    }
    Ok(())
}

fn field<S: Sink>(cx: &mut Cx<'_, S>, which: usize, mut c: Cursor<'_>) -> Step {
    match which {
        bit::TSFT => _ = cx.field_le(MACTIME, &mut c, 8)?,
        bit::FLAGS => _ = cx.flags(FLAGS, &mut c, 1, &FLAG_BITS)?,
        bit::RATE => {
            let rate = f64::from(c.peek_u8(0)?) / 2.0;
            data_rate(cx, DATARATE, &c, rate);
        }
        bit::CHANNEL => {
            let item = cx.peek_le(CHANNEL_FREQ, &c, 0, 2)?;
            let frequency = le(c.bytes(2)?) as u32;
            cx.append(item, |o| {
                if let Some((band, number)) = channel_of(frequency) {
                    o.s(" [").s(band).u(number).s("]");
                }
            });
            let (raw, item) = cx.flags_le(CHANNEL_FLAGS, &mut c, 2, &CHANNEL_BITS)?;
            say_bits(cx, item, raw, &CHANNEL_BITS);
        }
        bit::FHSS => {
            cx.field(FHSS_HOPSET, &mut c, 1)?;
            cx.field(FHSS_PATTERN, &mut c, 1)?;
        }
        bit::DBM_SIGNAL => _ = cx.peek(DBM_ANTSIGNAL, &c, 1)?,
        bit::DBM_NOISE => _ = cx.peek(DBM_ANTNOISE, &c, 1)?,
        bit::LOCK_QUALITY => _ = cx.field_le(QUALITY, &mut c, 2)?,
        bit::TX_ATTENUATION => _ = cx.field_le(TXATTENUATION, &mut c, 2)?,
        bit::DB_TX_ATTENUATION => _ = cx.field_le(DB_TXATTENUATION, &mut c, 2)?,
        bit::TX_POWER => _ = cx.peek(TXPOWER, &c, 1)?,
        bit::ANTENNA => _ = cx.peek(ANTENNA, &c, 1)?,
        bit::DB_SIGNAL => _ = cx.peek(DB_ANTSIGNAL, &c, 1)?,
        bit::DB_NOISE => _ = cx.peek(DB_ANTNOISE, &c, 1)?,
        bit::RX_FLAGS => {
            let (raw, item) = cx.flags_le(RXFLAGS, &mut c, 2, &[RXFLAGS_BADPLCP])?;
            say_bits(cx, item, raw, &[RXFLAGS_BADPLCP]);
        }
        bit::TX_FLAGS => {
            let (raw, item) = cx.flags_le(TXFLAGS, &mut c, 2, &TX_BITS)?;
            say_bits(cx, item, raw, &TX_BITS);
        }
        bit::DATA_RETRIES => _ = cx.peek(DATA_RETRIES, &c, 1)?,
        bit::XCHANNEL => {
            let mut flags = c.take(4);
            c.peek_bytes(0, 4)?;
            cx.peek_at(XCHANNEL_CHANNEL, &c, 2, 1)?;
            cx.peek_le(XCHANNEL_FREQ, &c, 0, 2)?;
            let (raw, item) = cx.flags_le(XCHANNEL_FLAGS, &mut flags, 4, &XCHANNEL_BITS)?;
            say_bits(cx, item, raw, &XCHANNEL_BITS);
        }
        bit::MCS => mcs(cx, c)?,
        bit::AMPDU => {
            let item = cx.add(AMPDU, c.span(8), Value::None);
            cx.under(item, |cx| -> Step {
                cx.field_le(AMPDU_REFERENCE, &mut c, 4)?;
                cx.flags_le(AMPDU_FLAGS, &mut c, 2, &AMPDU_BITS)?;
                Ok(())
            })?;
        }
        bit::VHT => vht(cx, c)?,
        bit::TIMESTAMP => {
            let item = cx.add(TIMESTAMP, c.span(12), Value::None);
            cx.under(item, |cx| -> Step {
                cx.field_le(TIMESTAMP_TS, &mut c, 8)?;
                if c.peek_u8(3)? & 2 != 0 {
                    cx.peek_le(TIMESTAMP_ACCURACY, &c, 0, 2)?;
                }
                cx.peek_at(TIMESTAMP_UNIT, &c, 2, 1)?;
                cx.peek_at(TIMESTAMP_SAMPLINGPOS, &c, 2, 1)?;
                cx.peek_at(TIMESTAMP_FLAGS_32BIT, &c, 3, 1)?;
                cx.peek_at(TIMESTAMP_FLAGS_ACCURACY, &c, 3, 1)?;
                Ok(())
            })?;
        }
        bit::HE => he::show(cx, c)?,
        bit::ZERO_LENGTH_PSDU => {
            let item = cx.line(c.span(1), |o| _ = o.s("0-length PSDU"));
            cx.under(item, |cx| cx.peek(N0_LEN_PSDU_TYPE, &c, 1))?;
        }
        bit::L_SIG => {
            let item = cx.line(c.span(4), |o| _ = o.s("L-SIG"));
            cx.under(item, |cx| -> Step {
                const KNOWN: [Field; 3] = [L_SIG_RATE_KNOWN, L_SIG_LENGTH_KNOWN, L_SIG_RESERVED];
                let (raw, item) = cx.flags_le(L_SIG_DATA1, &mut c, 2, &KNOWN)?;
                say_bits(cx, item, raw, &[L_SIG_RATE_KNOWN, L_SIG_LENGTH_KNOWN]);
                cx.flags_le(L_SIG_DATA2, &mut c, 2, &[L_SIG_RATE, L_SIG_LENGTH])?;
                Ok(())
            })?;
        }
        _ => {}
    }
    Ok(())
}

/// A rate in Mb/s, with one decimal in the tree.
fn data_rate<S: Sink>(cx: &mut Cx<'_, S>, field: Field, c: &Cursor<'_>, rate: f64) {
    let item = cx.add(field, c.span(1), Value::F(rate));
    cx.label(item, |o| {
        o.s("Data Rate: ");
        tenths(o, rate);
        o.s(" Mb/s");
    });
}

/// Writes a rate with one decimal.
pub fn tenths(o: &mut requin_wire::Out<'_>, rate: f64) {
    let n = (rate * 10.0).round() as u64;
    o.u(n / 10).c(b'.').u(n % 10);
}

/// The band's letters and the channel of a frequency in MHz.
#[must_use]
pub fn channel_of(frequency: u32) -> Option<(&'static str, u32)> {
    match frequency {
        2412..=2472 if (frequency - 2407).is_multiple_of(5) => Some(("BG ", (frequency - 2407) / 5)),
        2484 => Some(("BG ", 14)),
        4910..=4980 if frequency.is_multiple_of(5) => Some(("A ", (frequency - 4000) / 5)),
        5000..=5950 if frequency.is_multiple_of(5) => Some(("A ", (frequency - 5000) / 5)),
        5955..=7115 if frequency.is_multiple_of(5) => Some(("A ", (frequency - 5950) / 5)),
        _ => None,
    }
}

fn mcs<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    let [known, flags, index] = *c.peek_array::<3>()?;
    let item = cx.add(MCS, c.span(3), Value::None);
    cx.under(item, |cx| -> Step {
        let mut at = c;
        let (raw, item) = cx.flags(MCS_KNOWN, &mut at, 1, &MCS_BITS)?;
        say_bits(cx, item, raw, &MCS_BITS);
        if known & 0x40 != 0 {
            cx.under(item, |cx| cx.peek(MCS_NESS_BIT1, &c, 1))?;
        }
        for (bit, field) in [
            (0x01, MCS_BW),
            (0x04, MCS_GI),
            (0x08, MCS_FORMAT),
            (0x10, MCS_FEC),
            (0x20, MCS_STBC),
            (0x40, MCS_NESS_BIT0),
        ] {
            if known & bit != 0 {
                cx.peek(field, &at, 1)?;
            }
        }
        if known & 2 != 0 {
            cx.peek_at(MCS_INDEX, &c, 2, 1)?;
        }
        Ok(())
    })?;
    if known & 7 == 7
        && let Some(rate) = super::wlan_radio::rates::ht(index, flags & 3 == 1, flags & 4 != 0)
        && rate > 0.0
    {
        let item = cx.generated(DATARATE, c.span(3), Value::F(rate));
        cx.label(item, |o| {
            o.s("Data Rate: ");
            tenths(o, rate);
            o.s(" Mb/s");
        });
    }
    Ok(())
}

fn vht<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>) -> Step {
    use super::wlan_radio::rates;
    const MCS: [Field; 4] = [VHT_MCS_0, VHT_MCS_1, VHT_MCS_2, VHT_MCS_3];
    const NSS: [Field; 4] = [VHT_NSS_0, VHT_NSS_1, VHT_NSS_2, VHT_NSS_3];
    const NSTS: [Field; 4] = [VHT_NSTS_0, VHT_NSTS_1, VHT_NSTS_2, VHT_NSTS_3];
    const CODING: [Field; 4] = [VHT_CODING_0, VHT_CODING_1, VHT_CODING_2, VHT_CODING_3];
    const RATE: [Field; 4] = [VHT_DATARATE_0, VHT_DATARATE_1, VHT_DATARATE_2, VHT_DATARATE_3];
    let b = c.peek_array::<12>()?;
    let (known, flags) = (u16::from_le_bytes([b[0], b[1]]), b[2]);
    let item = cx.add(VHT, c.span(12), Value::None);
    cx.under(item, |cx| -> Step {
        let mut at = c;
        // Of the two bytes, the field has the second.
        let item = cx.add(VHT_KNOWN, at.span(2), Value::U(u64::from(b[1])));
        cx.under(item, |cx| -> Step {
            for field in VHT_BITS {
                cx.peek_le(field, &at, 0, 2)?;
            }
            Ok(())
        })?;
        at.skip(2)?;
        for (bit, field) in [
            (0x01, VHT_STBC),
            (0x02, VHT_TXOP_PS),
            (0x04, VHT_GI),
            (0x08, VHT_SGI_NSYM_DA),
            (0x10, VHT_LDPC_EXTRA),
            (0x20, VHT_BEAMFORMED),
        ] {
            if known & bit != 0 {
                cx.peek(field, &at, 1)?;
            }
        }
        if known & 0x40 != 0 {
            cx.peek_at(VHT_BW, &c, 3, 1)?;
        }
        for i in 0..4 {
            let Some(mcs_nss) = b.get(4 + i).copied() else { break };
            let (mcs, nss) = (mcs_nss >> 4, mcs_nss & 15);
            if nss == 0 {
                continue;
            }
            let mut user = c;
            user.advance(4 + i);
            let item = cx.add(VHT_USER, user.span(1), Value::None);
            cx.append(item, |o| _ = o.c(b' ').u(i as u64).s(": MCS ").u(mcs));
            cx.under(item, |cx| -> Step {
                let it = cx.peek(MCS[i], &user, 1)?;
                cx.append(it, |o| {
                    _ = o
                        .s(" (")
                        .s(rates::VHT_NAMES.get(usize::from(mcs)).copied().unwrap_or("invalid"))
                        .s(")")
                });
                cx.peek(NSS[i], &user, 1)?;
                if known & 1 != 0 {
                    let streams = if flags & 1 != 0 { 2 * nss } else { nss };
                    cx.add(NSTS[i], user.span(1), Value::U(u64::from(streams)));
                }
                cx.peek_at(CODING[i], &c, 8, 1)?;
                if known & 0x44 == 0x44 {
                    match rates::vht(mcs, nss, b[3], flags & 4 != 0) {
                        Some(rate) if rate > 0.0 => {
                            let item = cx.generated(RATE[i], c.span(12), Value::F(rate));
                            cx.label(item, |o| {
                                o.s("Data Rate: ");
                                tenths(o, rate);
                                o.s(" Mb/s");
                            });
                        }
                        _ if mcs > 9 => cx.expert(VHT_DATARATE_INVALID, item, user.span(0)),
                        _ => {}
                    }
                }
                Ok(())
            })?;
        }
        if known & 0x80 != 0 {
            cx.peek_at(VHT_GID, &c, 9, 1)?;
        }
        if known & 0x100 != 0 {
            cx.peek_le(VHT_PAID, &c, 10, 2)?;
        }
        Ok(())
    })
}

fn vendor<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, len: usize) -> Step {
    let b = c.peek_array::<6>()?;
    let span = c.span(4);
    let item = cx.add(VENDOR_NAMESPACE, span, Value::Bytes(span));
    cx.label(item, |o| {
        o.s("Vendor namespace: ");
        match crate::link::oui::maker(&b[..3]) {
            Some(maker) => o.s(maker.short),
            None => o.hex_bytes(&b[..3], b':'),
        };
        o.c(b'-').u(b[3]);
    });
    cx.under(item, |cx| -> Step {
        cx.field(VENDOR_OUI, &mut c, 3)?;
        cx.field(VENDOR_SUBNS, &mut c, 1)?;
        cx.field_le(VENDOR_DATA_LEN, &mut c, 2)?;
        if len > 0 {
            cx.add(VENDOR_DATA, c.span(len), Value::None);
        }
        Ok(())
    })
}

/// The radiotap header that a frame came with, when the innermost layer below is one.
#[must_use]
pub fn below<'a, S: Sink>(cx: &Cx<'_, S>, c: &Cursor<'a>) -> Option<header::Header<'a>> {
    let layer = cx.out.layers.iter().rev().find(|l| l.proto == ID)?;
    if layer.span.source != c.source() {
        return None;
    }
    let bytes = c.whole().get(layer.span.start as usize..)?;
    let len = le(bytes.get(2..4)?) as usize;
    (bytes.first() == Some(&0)).then(|| header::Header::new(bytes.get(..len).unwrap_or(bytes)))
}

/// Bits of the flags item.
pub mod flag {
    #![allow(missing_docs)]
    pub const SHORT_PREAMBLE: u8 = 0x02;
    pub const FCS: u8 = 0x10;
    pub const DATA_PAD: u8 = 0x20;
}
