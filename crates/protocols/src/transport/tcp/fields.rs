//! The fields of TCP, and of all its options.

use super::dissect;
use super::names::{EXPERIMENTS, GRANULARITY, KINDS, MODES, RATES, RST_REASONS, SUBTYPES};
use crate::common::{SET, TRUE};
use crate::transport::CHECKSUM_STATES;
use requin_wire::proto;

proto! {
    TCP "tcp" "Transmission Control Protocol" "TCP" Transport
    on [IpProto 6]
    fields {
        SRCPORT "tcp.srcport" "Source Port": U16 PtTcp;
        DSTPORT "tcp.dstport" "Destination Port": U16 PtTcp;
        PORT "tcp.port" "Source or Destination Port": U16 PtTcp;
        STREAM "tcp.stream" "Stream index": U32 Dec;
        COMPLETENESS "tcp.completeness" "Conversation completeness": U8 Dec;
        SEQ "tcp.seq" "Sequence Number": U32 Dec;
        SEQ_RAW "tcp.seq_raw" "Sequence Number (raw)": U32 Dec;
        NXTSEQ "tcp.nxtseq" "Next Sequence Number": U32 Dec;
        ACK "tcp.ack" "Acknowledgment Number": U32 Dec;
        ACK_RAW "tcp.ack_raw" "Acknowledgment number (raw)": U32 Dec;
        HDR_LEN "tcp.hdr_len" "Header Length": U8 Dec;
        FLAGS "tcp.flags" "Flags": U16 Hex & 0xfff;
        FLAGS_RES "tcp.flags.res" "Reserved": Bool(12) & 0xe00 = SET;
        FLAGS_AE "tcp.flags.ae" "Accurate ECN": Bool(12) & 0x100 = SET;
        FLAGS_CWR "tcp.flags.cwr" "Congestion Window Reduced": Bool(12) & 0x80 = SET;
        FLAGS_ECE "tcp.flags.ece" "ECN-Echo": Bool(12) & 0x40 = SET;
        FLAGS_ACE "tcp.flags.ace" "ACE": U8 Dec;
        FLAGS_URG "tcp.flags.urg" "Urgent": Bool(12) & 0x20 = SET;
        FLAGS_ACK "tcp.flags.ack" "Acknowledgment": Bool(12) & 0x10 = SET;
        FLAGS_PUSH "tcp.flags.push" "Push": Bool(12) & 0x8 = SET;
        FLAGS_RESET "tcp.flags.reset" "Reset": Bool(12) & 0x4 = SET;
        FLAGS_SYN "tcp.flags.syn" "Syn": Bool(12) & 0x2 = SET;
        FLAGS_FIN "tcp.flags.fin" "Fin": Bool(12) & 0x1 = SET;
        FLAGS_STR "tcp.flags.str" "TCP Flags": Str;
        WINDOW_SIZE_VALUE "tcp.window_size_value" "Window": U16 Dec;
        WINDOW_SIZE "tcp.window_size" "Calculated window size": U32 Dec;
        WINDOW_SIZE_SCALEFACTOR "tcp.window_size_scalefactor" "Window size scaling factor": I32 Dec;
        CHECKSUM "tcp.checksum" "Checksum": U16 Hex;
        CHECKSUM_STATUS "tcp.checksum.status" "Checksum Status": U8 = CHECKSUM_STATES;
        CHECKSUM_CALCULATED "tcp.checksum_calculated" "Calculated Checksum": U16 Hex;
        ANALYSIS "tcp.analysis" "SEQ/ACK analysis": None;
        ANALYSIS_FLAGS "tcp.analysis.flags" "TCP Analysis Flags": None;
        ANALYSIS_DUPLICATE_ACK_NUM "tcp.analysis.duplicate_ack_num" "Duplicate ACK #": U32 Dec;
        ANALYSIS_DUPLICATE_ACK_FRAME "tcp.analysis.duplicate_ack_frame" "Duplicate to the ACK in frame": Framenum;
        CONTINUATION_TO "tcp.continuation_to" "This is a continuation to the PDU in frame": Framenum;
        LEN "tcp.len" "TCP Segment Len": U32 Dec;
        ANALYSIS_ACKS_FRAME "tcp.analysis.acks_frame" "This is an ACK to the segment in frame": Framenum;
        ANALYSIS_BYTES_IN_FLIGHT "tcp.analysis.bytes_in_flight" "Bytes in flight": U32 Dec;
        ANALYSIS_PUSH_BYTES_SENT "tcp.analysis.push_bytes_sent" "Bytes sent since last PSH flag": U32 Dec;
        ANALYSIS_ACK_RTT "tcp.analysis.ack_rtt" "The RTT to ACK the segment was": RelTime;
        ANALYSIS_INITIAL_RTT "tcp.analysis.initial_rtt" "iRTT": RelTime;
        ANALYSIS_RTO "tcp.analysis.rto" "The RTO for this segment was": RelTime;
        ANALYSIS_RTO_FRAME "tcp.analysis.rto_frame" "RTO based on delta from frame": Framenum;
        URGENT_POINTER "tcp.urgent_pointer" "Urgent Pointer": U16 Dec;
        SEGMENT_OVERLAP "tcp.segment.overlap" "Segment overlap": Bool = TRUE;
        SEGMENT_OVERLAP_CONFLICT "tcp.segment.overlap.conflict" "Conflicting data in segment overlap": Bool = TRUE;
        SEGMENT_MULTIPLETAILS "tcp.segment.multipletails" "Multiple tail segments found": Bool = TRUE;
        SEGMENT_TOOLONGFRAGMENT "tcp.segment.toolongfragment" "Segment too long": Bool = TRUE;
        SEGMENT_ERROR "tcp.segment.error" "Reassembling error": Framenum;
        SEGMENT_COUNT "tcp.segment.count" "Segment count": U32 Dec;
        SEGMENT "tcp.segment" "TCP Segment": Framenum;
        SEGMENTS "tcp.segments" "Reassembled TCP Segments": None;
        REASSEMBLED_IN "tcp.reassembled_in" "Reassembled PDU in frame": Framenum;
        REASSEMBLED_LENGTH "tcp.reassembled.length" "Reassembled TCP length": U32 Dec;
        REASSEMBLED_DATA "tcp.reassembled.data" "Reassembled TCP Data": Bytes;
        OPTION_KIND "tcp.option_kind" "Kind": U8 Dec = KINDS;
        OPTION_LEN "tcp.option_len" "Length": U8 Dec;
        OPTIONS "tcp.options" "TCP Options": Bytes;
        OPT_MSS_VAL "tcp.options.mss_val" "MSS Value": U16 Dec;
        OPT_WSCALE_SHIFT "tcp.options.wscale.shift" "Shift count": U8 Dec;
        OPT_WSCALE_MULTIPLIER "tcp.options.wscale.multiplier" "Multiplier": U16 Dec;
        OPT_EXPERIMENTAL_DATA "tcp.options.experimental.data" "Data": Bytes;
        OPT_EXPERIMENTAL_EXID "tcp.options.experimental.exid" "Experiment Identifier": U16 Hex = EXPERIMENTS;
        OPT_UNKNOWN_PAYLOAD "tcp.options.unknown.payload" "Payload": Bytes;
        OPT_SACK_LE "tcp.options.sack_le" "TCP SACK Left Edge": U32 Dec;
        OPT_SACK_RE "tcp.options.sack_re" "TCP SACK Right Edge": U32 Dec;
        OPT_SACK_COUNT "tcp.options.sack.count" "TCP SACK Count": U8 Dec;
        OPT_SACK_DSACK_LE "tcp.options.sack.dsack_le" "TCP D-SACK Left Edge": U32 Dec;
        OPT_SACK_DSACK_RE "tcp.options.sack.dsack_re" "TCP D-SACK Right Edge": U32 Dec;
        OPT_ECHO_VALUE "tcp.options.echo_value" "TCP Echo Option": U32 Dec;
        OPT_TIMESTAMP_TSVAL "tcp.options.timestamp.tsval" "Timestamp value": U32 Dec;
        OPT_TIMESTAMP_TSECR "tcp.options.timestamp.tsecr" "Timestamp echo reply": U32 Dec;
        OPT_MPTCP_SUBTYPE "tcp.options.mptcp.subtype" "Multipath TCP subtype": U8 Dec & 0xf0 = SUBTYPES;
        OPT_MPTCP_VERSION "tcp.options.mptcp.version" "Multipath TCP version": U8 Dec & 0xf;
        OPT_MPTCP_RESERVED "tcp.options.mptcp.reserved" "Reserved": U16 Hex & 0xfff;
        OPT_MPTCP_FLAGS "tcp.options.mptcp.flags" "Multipath TCP flags": U8 Hex;
        OPT_MPTCP_BACKUP_FLAG "tcp.options.mptcp.backup.flag" "Backup flag": U8 Dec & 0x1;
        OPT_MPTCP_CHECKSUMREQ_FLAGS "tcp.options.mptcp.checksumreq.flags" "Checksum required": U8 Dec & 0x80;
        OPT_MPTCP_EXTENSIBILITY_FLAG "tcp.options.mptcp.extensibility.flag" "Extensibility": U8 Dec & 0x40;
        OPT_MPTCP_NOMORESUBFLOWS_FLAG "tcp.options.mptcp.nomoresubflows.flag" "Do not attempt to establish new subflows to this address and port": U8 Dec & 0x20;
        OPT_MPTCP_SHA1_FLAG "tcp.options.mptcp.sha1.flag" "Use HMAC-SHA1": U8 Dec & 0x1;
        OPT_MPTCP_SHA256_FLAG "tcp.options.mptcp.sha256.flag" "Use HMAC-SHA256": U8 Dec & 0x1;
        OPT_MPTCP_DATAFIN_FLAG "tcp.options.mptcp.datafin.flag" "DATA_FIN": U8 Dec & 0x10;
        OPT_MPTCP_DSEQN8_FLAG "tcp.options.mptcp.dseqn8.flag" "Data Sequence Number is 8 octets": U8 Dec & 0x8;
        OPT_MPTCP_DSEQNPRESENT_FLAG "tcp.options.mptcp.dseqnpresent.flag" "Data Sequence Number, Subflow Sequence Number, Data-level Length, Checksum present": U8 Dec & 0x4;
        OPT_MPTCP_DATAACK8_FLAG "tcp.options.mptcp.dataack8.flag" "Data ACK is 8 octets": U8 Dec & 0x2;
        OPT_MPTCP_DATAACKPRESENT_FLAG "tcp.options.mptcp.dataackpresent.flag" "Data ACK is present": U8 Dec & 0x1;
        OPT_MPTCP_RESERVED_FLAG "tcp.options.mptcp.reserved.flag" "Reserved": U8 Hex & 0x3e;
        OPT_MPTCP_FLAG_U_FLAG "tcp.options.mptcp.flag_U.flag" "Flag U": Bool(4) & 0x8 = SET;
        OPT_MPTCP_FLAG_V_FLAG "tcp.options.mptcp.flag_V.flag" "Flag V": Bool(4) & 0x4 = SET;
        OPT_MPTCP_FLAG_W_FLAG "tcp.options.mptcp.flag_W.flag" "Flag W": Bool(4) & 0x2 = SET;
        OPT_MPTCP_FLAG_T_FLAG "tcp.options.mptcp.flag_T.flag" "Transient": Bool(4) & 0x1 = SET;
        OPT_MPTCP_RST_REASON "tcp.options.mptcp.rst_reason" "TCPRST Reason": U8 Hex = RST_REASONS;
        OPT_MPTCP_ADDRID "tcp.options.mptcp.addrid" "Address ID": U8 Dec;
        OPT_MPTCP_SENDKEY "tcp.options.mptcp.sendkey" "Sender's Key": U64 Dec;
        OPT_MPTCP_RECVKEY "tcp.options.mptcp.recvkey" "Receiver's Key": U64 Dec;
        OPT_MPTCP_RECVTOK "tcp.options.mptcp.recvtok" "Receiver's Token": U32 Dec;
        OPT_MPTCP_SENDRAND "tcp.options.mptcp.sendrand" "Sender's Random Number": U32 Dec;
        OPT_MPTCP_SENDTRUNCHMAC "tcp.options.mptcp.sendtrunchmac" "Sender's Truncated HMAC": U64 Dec;
        OPT_MPTCP_SENDHMAC "tcp.options.mptcp.sendhmac" "Sender's HMAC": Bytes;
        OPT_MPTCP_ADDADDRTRUNCHMAC "tcp.options.mptcp.addaddrtrunchmac" "Truncated HMAC": U64 Dec;
        OPT_MPTCP_RAWDATAACK "tcp.options.mptcp.rawdataack" "Original MPTCP Data ACK": U64 Dec;
        OPT_MPTCP_RAWDATASEQNO "tcp.options.mptcp.rawdataseqno" "Data Sequence Number": U64 Dec;
        OPT_MPTCP_SUBFLOWSEQNO "tcp.options.mptcp.subflowseqno" "Subflow Sequence Number": U32 Dec;
        OPT_MPTCP_DATALVLLEN "tcp.options.mptcp.datalvllen" "Data-level Length": U16 Dec;
        OPT_MPTCP_CHECKSUM "tcp.options.mptcp.checksum" "Checksum": U16 Hex;
        OPT_MPTCP_IPVER "tcp.options.mptcp.ipver" "IP version": U8 Dec & 0xf;
        OPT_MPTCP_ECHO "tcp.options.mptcp.echo" "Echo": U8 Dec & 0x1;
        OPT_MPTCP_IPV4 "tcp.options.mptcp.ipv4" "Advertised IPv4 Address": Ipv4;
        OPT_MPTCP_IPV6 "tcp.options.mptcp.ipv6" "Advertised IPv6 Address": Ipv6;
        OPT_MPTCP_PORT "tcp.options.mptcp.port" "Advertised port": U16 Dec;
        OPT_CC_VALUE "tcp.options.cc_value" "TCP CC Option": U32 Dec;
        OPT_MD5_DIGEST "tcp.options.md5.digest" "MD5 digest": Bytes;
        OPT_AO_KEYID "tcp.options.ao.keyid" "AO KeyID": U8 Dec;
        OPT_AO_RNEXTKEYID "tcp.options.ao.rnextkeyid" "AO RNextKeyID": U8 Dec;
        OPT_AO_MAC "tcp.options.ao.mac" "AO MAC": Bytes;
        OPT_QS_RATE "tcp.options.qs.rate" "QS Rate": U8 Dec & 0xf = RATES;
        OPT_QS_TTL_DIFF "tcp.options.qs.ttl_diff" "QS Rate": U8 Dec;
        OPT_TARR_RATE "tcp.options.tarr.rate" "TARR Rate": U8 Dec & 0xfe;
        OPT_TAR_RESERVED "tcp.options.tar.reserved" "TARR Reserved": U8 Dec & 0x1;
        OPT_ACC_ECN_EE0B "tcp.options.acc_ecn.ee0b" "Accurate ECN Echo ECT(0) Byte Counter": U24 Dec;
        OPT_ACC_ECN_ECEB "tcp.options.acc_ecn.eceb" "Accurate ECN Echo CE Byte Counter": U24 Dec;
        OPT_ACC_ECN_EE1B "tcp.options.acc_ecn.ee1b" "Accurate ECN Echo ECT(1) Byte Counter": U24 Dec;
        OPT_SCPS_VECTOR "tcp.options.scps.vector" "TCP SCPS Capabilities Vector": U8 Hex;
        OPT_SCPS_BINDING_ID "tcp.options.scps.binding.id" "Binding Space (Community) ID": U8 Dec;
        OPT_SCPS_BINDING_LEN "tcp.options.scps.binding.len" "Extended Capability Length": U8 Dec;
        OPT_SNACK_OFFSET "tcp.options.snack.offset" "TCP SNACK Offset": U16 Dec;
        OPT_SNACK_SIZE "tcp.options.snack.size" "TCP SNACK Size": U16 Dec;
        OPT_SNACK_LE "tcp.options.snack.le" "TCP SNACK Left Edge": U16 Dec;
        OPT_SNACK_RE "tcp.options.snack.re" "TCP SNACK Right Edge": U16 Dec;
        OPT_SCPSFLAGS_BETS "tcp.options.scpsflags.bets" "Partial Reliability Capable (BETS)": Bool(8) & 0x80 = SET;
        OPT_SCPSFLAGS_SNACK1 "tcp.options.scpsflags.snack1" "Short Form SNACK Capable (SNACK1)": Bool(8) & 0x40 = SET;
        OPT_SCPSFLAGS_SNACK2 "tcp.options.scpsflags.snack2" "Long Form SNACK Capable (SNACK2)": Bool(8) & 0x20 = SET;
        OPT_SCPSFLAGS_COMPRESS "tcp.options.scpsflags.compress" "Lossless Header Compression (COMP)": Bool(8) & 0x10 = SET;
        OPT_SCPSFLAGS_NLTS "tcp.options.scpsflags.nlts" "Network Layer Timestamp (NLTS)": Bool(8) & 0x8 = SET;
        OPT_SCPSFLAGS_RESERVED "tcp.options.scpsflags.reserved" "Reserved": U8 Dec & 0x7;
        OPT_SCPS_BINDING "tcp.options.scps.binding" "Connection ID": U8 Dec;
        OPT_USER_TO_GRANULARITY "tcp.options.user_to_granularity" "Granularity": Bool(16) & 0x8000 = GRANULARITY;
        OPT_USER_TO_VAL "tcp.options.user_to_val" "User Timeout": U16 Dec & 0x7fff;
        OPT_RVBD_PROBE_TYPE1 "tcp.options.rvbd.probe.type1" "Type": U8 Dec & 0xf0;
        OPT_RVBD_PROBE_TYPE2 "tcp.options.rvbd.probe.type2" "Type": U8 Dec & 0xfe;
        OPT_RVBD_PROBE_VERSION "tcp.options.rvbd.probe.version" "Version": U8 Dec & 0xf;
        OPT_RVBD_PROBE_VERSION_RAW "tcp.options.rvbd.probe.version_raw" "Version": U8 Dec & 0x1;
        OPT_RVBD_PROBE_PROBER "tcp.options.rvbd.probe.prober" "CSH IP": Ipv4;
        OPT_RVBD_PROBE_PROXY_IP "tcp.options.rvbd.probe.proxy.ip" "SSH IP": Ipv4;
        OPT_RVBD_PROBE_PROXY_PORT "tcp.options.rvbd.probe.proxy.port" "SSH Port": U16 Dec;
        OPT_RVBD_PROBE_APPLI_VER "tcp.options.rvbd.probe.appli_ver" "Application Version": U16 Dec;
        OPT_RVBD_PROBE_CLIENT_IP "tcp.options.rvbd.probe.client.ip" "Client IP": Ipv4;
        OPT_RVBD_PROBE_STOREID "tcp.options.rvbd.probe.storeid" "CFE Store ID": U32 Dec;
        OPT_RVBD_PROBE_FLAGS "tcp.options.rvbd.probe.flags" "Probe Flags": U8 Hex;
        OPT_RVBD_PROBE_FLAGS_NOTCFE "tcp.options.rvbd.probe.flags.notcfe" "Not CFE": Bool(8) & 0x4 = SET;
        OPT_RVBD_PROBE_FLAGS_LAST "tcp.options.rvbd.probe.flags.last" "Last Notify": Bool(8) & 0x1 = SET;
        OPT_RVBD_PROBE_FLAGS_PROBE "tcp.options.rvbd.probe.flags.probe" "Disable Probe Cache on CSH": Bool(8) & 0x10 = SET;
        OPT_RVBD_PROBE_FLAGS_SSL "tcp.options.rvbd.probe.flags.ssl" "SSL Enabled": Bool(8) & 0x2 = SET;
        OPT_RVBD_PROBE_FLAGS_SERVER "tcp.options.rvbd.probe.flags.server" "SSH outer to server established": Bool(8) & 0x1 = SET;
        OPT_RVBD_TRPY_FLAGS "tcp.options.rvbd.trpy.flags" "Transparency Options": U16 Hex;
        OPT_RVBD_TRPY_FLAGS_FW_RST_PROBE "tcp.options.rvbd.trpy.flags.fw_rst_probe" "Enable FW traversal feature": Bool(16) & 0x400 = SET;
        OPT_RVBD_TRPY_FLAGS_FW_RST_INNER "tcp.options.rvbd.trpy.flags.fw_rst_inner" "Enable Inner FW feature on All FWs": Bool(16) & 0x200 = SET;
        OPT_RVBD_TRPY_FLAGS_FW_RST "tcp.options.rvbd.trpy.flags.fw_rst" "Enable Transparency FW feature on All FWs": Bool(16) & 0x100 = SET;
        OPT_RVBD_TRPY_FLAGS_CHKSUM "tcp.options.rvbd.trpy.flags.chksum" "Reserved": Bool(16) & 0x4 = SET;
        OPT_RVBD_TRPY_FLAGS_OOB "tcp.options.rvbd.trpy.flags.oob" "Out of band connection": Bool(16) & 0x2 = SET;
        OPT_RVBD_TRPY_FLAGS_MODE "tcp.options.rvbd.trpy.flags.mode" "Transparency Mode": Bool(16) & 0x1 = MODES;
        OPT_RVBD_TRPY_SRC_IP "tcp.options.rvbd.trpy.src.ip" "Src SH IP Addr": Ipv4;
        OPT_RVBD_TRPY_DST_IP "tcp.options.rvbd.trpy.dst.ip" "Dst SH IP Addr": Ipv4;
        OPT_RVBD_TRPY_SRC_PORT "tcp.options.rvbd.trpy.src.port" "Src SH Inner Port": U16 Dec;
        OPT_RVBD_TRPY_DST_PORT "tcp.options.rvbd.trpy.dst.port" "Dst SH Inner Port": U16 Dec;
        OPT_RVBD_TRPY_CLIENT_PORT "tcp.options.rvbd.trpy.client.port" "Out of band connection Client Port": U16 Dec;
        OPT_TFO_REQUEST "tcp.options.tfo.request" "Fast Open Cookie Request": None;
        OPT_TFO_COOKIE "tcp.options.tfo.cookie" "Fast Open Cookie": Bytes;
        PDU_TIME "tcp.pdu.time" "Time until the last segment of this PDU": RelTime;
        PDU_SIZE "tcp.pdu.size" "PDU Size": U32 Dec;
        PDU_LAST_FRAME "tcp.pdu.last_frame" "Last frame of this PDU": Framenum;
        TIME_RELATIVE "tcp.time_relative" "Time since first frame in this TCP stream": RelTime;
        TIME_DELTA "tcp.time_delta" "Time since previous frame in this TCP stream": RelTime;
        SEGMENT_DATA "tcp.segment_data" "TCP segment data": Bytes;
        PAYLOAD "tcp.payload" "TCP payload": Bytes;
        OPT_SCPS_BINDING_DATA "tcp.options.scps.binding.data" "Binding Space Data": Bytes;
        OPT_RVBD_PROBE_RESERVED "tcp.options.rvbd.probe.reserved" "Reserved": U8 Hex;
        FIN_RETRANSMISSION "tcp.fin_retransmission" "Retransmission of FIN from frame": Framenum;
        RESET_CAUSE "tcp.reset_cause" "Reset cause": Str;
        SYNCOOKIE_TIME "tcp.syncookie.time" "SYN Cookie Time": U8 Dec;
        SYNCOOKIE_MSS "tcp.syncookie.mss" "SYN Cookie Maximum Segment Size": U8 Dec;
        SYNCOOKIE_HASH "tcp.syncookie.hash" "SYN Cookie hash": U24 Hex;
        OPT_TIMESTAMP_TSVAL_SYNCOOKIE_TIMESTAMP "tcp.options.timestamp.tsval.syncookie.timestamp" "SYN Cookie Timestamp": U32 Dec;
        OPT_TIMESTAMP_TSVAL_SYNCOOKIE_ECN "tcp.options.timestamp.tsval.syncookie.ecn" "SYN Cookie ECN": Bool = TRUE;
        OPT_TIMESTAMP_TSVAL_SYNCOOKIE_SACK "tcp.options.timestamp.tsval.syncookie.sack" "SYN Cookie SACK": Bool = TRUE;
        OPT_TIMESTAMP_TSVAL_SYNCOOKIE_WSCALE "tcp.options.timestamp.tsval.syncookie.wscale" "SYN Cookie WScale": U8 Dec;
        KIND_ACC_ECN "tcp.options.acc_ecn" "TCP Option - Accurate ECN": Bytes;
        KIND_CC "tcp.options.cc" "TCP Option - CC": Bytes;
        KIND_CCECHO "tcp.options.ccecho" "TCP Option - CC.ECHO": Bytes;
        KIND_CCNEW "tcp.options.ccnew" "TCP Option - CC.NEW": Bytes;
        KIND_ECHO "tcp.options.echo" "TCP Option - Echo": Bytes;
        KIND_ECHOREPLY "tcp.options.echoreply" "TCP Option - Echo reply": Bytes;
        KIND_EOL "tcp.options.eol" "TCP Option - End of Option List (EOL)": Bytes;
        KIND_EXPERIMENTAL "tcp.options.experimental" "TCP Option - Experimental": Bytes;
        KIND_MSS "tcp.options.mss" "TCP Option - Maximum segment size": Bytes;
        KIND_NOP "tcp.options.nop" "TCP Option - No-Operation (NOP)": Bytes;
        KIND_QS "tcp.options.qs" "TCP Option - Quick-Start": Bytes;
        KIND_RVBD_PROBE "tcp.options.rvbd.probe" "TCP Option - Riverbed Probe": Bytes;
        KIND_RVBD_TRPY "tcp.options.rvbd.trpy" "TCP Option - Riverbed Transparency": Bytes;
        KIND_SACK "tcp.options.sack" "TCP Option - SACK": Bytes;
        KIND_SACK_PERM "tcp.options.sack_perm" "TCP Option - SACK permitted": Bytes;
        KIND_SCPS "tcp.options.scps" "TCP Option - SCPS capabilities": Bytes;
        KIND_SCPSCOR "tcp.options.scpscor" "TCP Option - SCPS corruption experienced": Bytes;
        KIND_SCPSREC "tcp.options.scpsrec" "TCP Option - SCPS record boundary": Bytes;
        KIND_SNACK "tcp.options.snack" "TCP Option - Selective Negative Acknowledgment": Bytes;
        KIND_AO "tcp.options.ao" "TCP Option - TCP AO": Bytes;
        KIND_TFO "tcp.options.tfo" "TCP Option - TCP Fast Open": Bytes;
        KIND_MD5 "tcp.options.md5" "TCP Option - TCP MD5 signature": Bytes;
        KIND_TIMESTAMP "tcp.options.timestamp" "TCP Option - Timestamps": Bytes;
        KIND_UNKNOWN "tcp.options.unknown" "TCP Option - Unknown": Bytes;
        KIND_USER_TO "tcp.options.user_to" "TCP Option - User Timeout": Bytes;
        KIND_WSCALE "tcp.options.wscale" "TCP Option - Window scale": Bytes;
    }
    experts {
        ANALYSIS_DUPLICATE_ACK "tcp.analysis.duplicate_ack" Note Sequence "Duplicate ACK";
        OPTION_LEN_INVALID "tcp.option.len.invalid" Note Sequence "Invalid length for option";
        ANALYSIS_RETRANSMISSION "tcp.analysis.retransmission" Note Sequence "This frame is a (suspected) retransmission";
        ANALYSIS_FAST_RETRANSMISSION "tcp.analysis.fast_retransmission" Note Sequence "This frame is a (suspected) fast retransmission";
        ANALYSIS_SPURIOUS_RETRANSMISSION "tcp.analysis.spurious_retransmission" Note Sequence "This frame is a (suspected) spurious retransmission";
        ANALYSIS_OUT_OF_ORDER "tcp.analysis.out_of_order" Warn Sequence "This frame is a (suspected) out-of-order segment";
        ANALYSIS_REUSED_PORTS "tcp.analysis.reused_ports" Note Sequence "A new tcp session is started with the same ports as an earlier session in this trace";
        ANALYSIS_LOST_SEGMENT "tcp.analysis.lost_segment" Warn Sequence "Previous segment(s) not captured (common at capture start)";
        ANALYSIS_ACK_LOST_SEGMENT "tcp.analysis.ack_lost_segment" Warn Sequence "ACKed segment that wasn't captured (common at capture start)";
        ANALYSIS_WINDOW_UPDATE "tcp.analysis.window_update" Chat Sequence "TCP window update";
        ANALYSIS_WINDOW_FULL "tcp.analysis.window_full" Warn Sequence "TCP window specified by the receiver is now completely full";
        ANALYSIS_KEEP_ALIVE "tcp.analysis.keep_alive" Note Sequence "TCP keep-alive segment";
        ANALYSIS_KEEP_ALIVE_ACK "tcp.analysis.keep_alive_ack" Note Sequence "ACK to a TCP keep-alive segment";
        ANALYSIS_ZERO_WINDOW_PROBE "tcp.analysis.zero_window_probe" Note Sequence "TCP Zero Window Probe";
        ANALYSIS_ZERO_WINDOW "tcp.analysis.zero_window" Warn Sequence "TCP Zero Window segment";
        ANALYSIS_ZERO_WINDOW_PROBE_ACK "tcp.analysis.zero_window_probe_ack" Note Sequence "ACK to a TCP Zero Window Probe";
        ANALYSIS_TFO_SYN "tcp.analysis.tfo_syn" Note Sequence "TCP SYN with TFO Cookie";
        ANALYSIS_TFO_ACK "tcp.analysis.tfo_ack" Note Sequence "TCP SYN-ACK accepting TFO data";
        ANALYSIS_TFO_IGNORED "tcp.analysis.tfo_ignored" Note Sequence "TCP SYN-ACK ignoring TFO data";
        CONNECTION_FIN_ACTIVE "tcp.connection.fin_active" Note Sequence "This frame initiates the connection closing";
        CONNECTION_FIN_PASSIVE "tcp.connection.fin_passive" Note Sequence "This frame undergoes the connection closing";
        OPT_SACK_DSACK "tcp.options.sack.dsack" Warn Sequence "D-SACK Sequence";
        OPT_SNACK_SEQUENCE "tcp.options.snack.sequence" Note Sequence "SNACK Sequence";
        OPT_WSCALE_SHIFT_INVALID "tcp.options.wscale.shift.invalid" Warn Protocol "Window scale shift exceeds 14";
        OPT_MSS_ABSENT "tcp.options.mss.absent" Note Protocol "The SYN packet does not contain a MSS option";
        OPT_MSS_PRESENT "tcp.options.mss.present" Warn Protocol "The non-SYN packet does contain a MSS option";
        SHORT_SEGMENT "tcp.short_segment" Warn Malformed "Short segment";
        ACK_NONZERO "tcp.ack.nonzero" Note Protocol "The acknowledgment number field is nonzero while the ACK flag is not set";
        CONNECTION_SYNACK "tcp.connection.synack" Chat Sequence "Connection establish acknowledge (SYN+ACK)";
        CONNECTION_SYN "tcp.connection.syn" Chat Sequence "Connection establish request (SYN)";
        CONNECTION_FIN "tcp.connection.fin" Chat Sequence "Connection finish (FIN)";
        CONNECTION_RST "tcp.connection.rst" Warn Sequence "Connection reset (RST)";
        CHECKSUM_FFFF "tcp.checksum.ffff" Warn Checksum "TCP Checksum 0xffff instead of 0x0000 (see RFC 1624)";
        CHECKSUM_BAD_EXPERT "tcp.checksum_bad.expert" Error Checksum "Bad checksum";
        URGENT_POINTER_NON_ZERO "tcp.urgent_pointer.non_zero" Note Protocol "The urgent pointer field is nonzero while the URG flag is not set";
        SUBOPTION_MALFORMED "tcp.suboption_malformed" Error Malformed "suboption would go past end of option";
        NOP "tcp.nop" Warn Protocol "4 NOP in a row - a router may have removed some options";
        NON_ZERO_BYTES_AFTER_EOL "tcp.non_zero_bytes_after_eol" Error Protocol "Non zero bytes in option space after EOL option";
        BOGUS_HEADER_LENGTH "tcp.bogus_header_length" Error Protocol "Bogus TCP Header length";
        MPTCP_CONNECTION_ECHOED_KEY_MISMATCH "mptcp.connection.echoed_key_mismatch" Warn Protocol "The echoed key in the ACK of the MPTCP handshake does not match the key of the SYN/ACK";
        MPTCP_CONNECTION_MISSING_ALGORITHM "mptcp.connection.missing_algorithm" Warn Protocol "No crypto algorithm specified";
        MPTCP_CONNECTION_UNSUPPORTED_ALGORITHM "mptcp.connection.unsupported_algorithm" Warn Protocol "Unsupported algorithm";
        MPTCP_DSS_INFINITE_MAPPING "mptcp.dss.infinite_mapping" Warn Protocol "Fallback to infinite mapping";
        MPTCP_DSS_MISSING_MAPPING "mptcp.dss.missing_mapping" Warn Protocol "No mapping available";
    }
}

/// Fields that are read from the segment alone, whatever came before it.
pub const PURE: &[requin_wire::Field] = &[
    PROTO,
    SRCPORT,
    DSTPORT,
    PORT,
    LEN,
    SEQ_RAW,
    ACK_RAW,
    HDR_LEN,
    FLAGS,
    FLAGS_RES,
    FLAGS_URG,
    FLAGS_ACK,
    FLAGS_PUSH,
    FLAGS_RESET,
    FLAGS_SYN,
    FLAGS_FIN,
    FLAGS_STR,
    WINDOW_SIZE_VALUE,
    CHECKSUM,
    CHECKSUM_STATUS,
    URGENT_POINTER,
    PAYLOAD,
];

/// The last field of all.
pub(super) const LAST: requin_wire::Field = requin_wire::Field(PROTO.0 + COUNT - 1);
/// The first field of options.
pub(super) const FIRST_OPTION: requin_wire::Field = OPTION_KIND;
/// The last one.
pub(super) const LAST_OPTION: requin_wire::Field = NON_ZERO_BYTES_AFTER_EOL;
