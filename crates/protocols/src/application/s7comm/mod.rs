//! S7 communication with Siemens' controllers: jobs and their acknowledgements.

mod items;
mod szl;
mod userdata;

use crate::common::run;
use requin_wire::{Cursor, Cx, Names, Out, Sink, Step, Value, names, proto};

proto! {
    S7COMM "s7comm" "S7 Communication" "S7COMM" App
    on []
    fields {
        BLOCKINFO_BLOCK_COUNT "s7comm.blockinfo.block_count" "Block count": U16 Dec;
        BLOCKINFO_BLOCK_LANG "s7comm.blockinfo.block_lang" "Block language": U8 Dec = BLOCKINFO_BLOCK_LANG_NAMES;
        BLOCKINFO_BLOCK_NUM "s7comm.blockinfo.block_num" "Block number": U16 Dec;
        BLOCKINFO_BLOCKTYPE "s7comm.blockinfo.blocktype" "Block type": Str;
        BLOCKINFO_FLAGS "s7comm.blockinfo.flags" "Block flags (unknown)": U8 Hex;
        CPU_DIAG_MSG "s7comm.cpu.diag_msg" "CPU diagnostic message": None;
        CPU_DIAG_MSG_DATID "s7comm.cpu.diag_msg.datid" "DatID": U16 Hex;
        CPU_DIAG_MSG_EVENTID "s7comm.cpu.diag_msg.eventid" "Event ID": U16 Hex;
        CPU_DIAG_MSG_EVENTID_CLASS "s7comm.cpu.diag_msg.eventid.class" "Event class": U16 Hex & 0xf000 = CPU_DIAG_MSG_EVENTID_CLASS_NAMES;
        CPU_DIAG_MSG_EVENTID_IDENT_DIAGBUF "s7comm.cpu.diag_msg.eventid.ident.diagbuf" "Entry in diagnostic buffer": Bool(16) & 0x200;
        CPU_DIAG_MSG_EVENTID_IDENT_ENTLEAVE "s7comm.cpu.diag_msg.eventid.ident.entleave" "Event entering state": Bool(16) & 0x100 = Names::Bools("Event entering", "Event leaving");
        CPU_DIAG_MSG_EVENTID_IDENT_EXTERR "s7comm.cpu.diag_msg.eventid.ident.exterr" "External error": Bool(16) & 0x800;
        CPU_DIAG_MSG_EVENTID_IDENT_INTERR "s7comm.cpu.diag_msg.eventid.ident.interr" "Internal error": Bool(16) & 0x400;
        CPU_DIAG_MSG_EVENTID_NR "s7comm.cpu.diag_msg.eventid.nr" "Event number": U16 Hex & 0xff;
        CPU_DIAG_MSG_INFO1 "s7comm.cpu.diag_msg.info1" "INFO1 Additional information 1": U16 Hex;
        CPU_DIAG_MSG_INFO2 "s7comm.cpu.diag_msg.info2" "INFO2 Additional information 2": U32 Hex;
        CPU_DIAG_MSG_OBNUMBER "s7comm.cpu.diag_msg.obnumber" "OB number": U8 Dec;
        CPU_DIAG_MSG_PRIOCLASS "s7comm.cpu.diag_msg.prioclass" "Priority class": U8 Dec;
        DATA "s7comm.data" "Data": None;
        DATA_BLOCKCONTROL_BLOCK_NUMBER "s7comm.data.blockcontrol.block_number" "Block number": Str;
        DATA_BLOCKCONTROL_BLOCK_TYPE "s7comm.data.blockcontrol.block_type" "Block type": Str;
        DATA_BLOCKCONTROL_DEST_FILESYS "s7comm.data.blockcontrol.dest_filesys" "Destination filesystem": Str;
        DATA_BLOCKCONTROL_ERRORCODE "s7comm.data.blockcontrol.errorcode" "Errorcode": U16 Hex;
        DATA_BLOCKCONTROL_FILE_IDENTIFIER "s7comm.data.blockcontrol.file_identifier" "File identifier": Str;
        DATA_BLOCKCONTROL_LOADMEM_LEN "s7comm.data.blockcontrol.loadmem_len" "Length of load memory": Str;
        DATA_BLOCKCONTROL_MC7CODE_LEN "s7comm.data.blockcontrol.mc7code_len" "Length of MC7 code": Str;
        DATA_BLOCKCONTROL_PART2_LEN "s7comm.data.blockcontrol.part2_len" "Length part 2": U8 Dec;
        DATA_BLOCKCONTROL_PART2_UNKNOWN "s7comm.data.blockcontrol.part2_unknown" "Unknown char before load mem": Str;
        DATA_BLOCKCONTROL_UNKNOWN1 "s7comm.data.blockcontrol.unknown1" "Unknown byte(s) in blockcontrol": Bytes;
        DATA_BLOCKINFO_BLOCK_NUMBER "s7comm.data.blockinfo.block_number" "Block number": Str;
        DATA_BLOCKINFO_FILESYS "s7comm.data.blockinfo.filesys" "Filesystem": Str;
        DATA_ITEM "s7comm.data.item" "Item": None;
        DATA_LENGTH "s7comm.data.length" "Length": U16 Dec;
        DATA_PLCCONTROL_BLOCK_CNT "s7comm.data.plccontrol.block_cnt" "Number of blocks": U8 Dec;
        DATA_RETURNCODE "s7comm.data.returncode" "Return code": U8 Hex = DATA_RETURNCODE_NAMES;
        DATA_TRANSPORTSIZE "s7comm.data.transportsize" "Transport size": U8 Hex = DATA_TRANSPORTSIZE_NAMES;
        DATA_TS "s7comm.data.ts" "S7 Timestamp": AbsTime;
        DATA_TS_DAY "s7comm.data.ts_day" "S7 Timestamp - Day": U8 Dec;
        DATA_TS_HOUR "s7comm.data.ts_hour" "S7 Timestamp - Hour": U8 Dec;
        DATA_TS_MILLISECOND "s7comm.data.ts_millisecond" "S7 Timestamp - Milliseconds": U16 Dec;
        DATA_TS_MINUTE "s7comm.data.ts_minute" "S7 Timestamp - Minute": U8 Dec;
        DATA_TS_MONTH "s7comm.data.ts_month" "S7 Timestamp - Month": U8 Dec;
        DATA_TS_SECOND "s7comm.data.ts_second" "S7 Timestamp - Second": U8 Dec;
        DATA_TS_WEEKDAY "s7comm.data.ts_weekday" "S7 Timestamp - Weekday": U16 Dec & 0xf = DATA_TS_WEEKDAY_NAMES;
        DATA_TS_YEAR2 "s7comm.data.ts_year2" "S7 Timestamp - Year 2": U8 Dec;
        DATA_USERDATA_SZL_DATA_TREE "s7comm.data.userdata.szl_data_tree" "SZL data tree": None;
        DATA_USERDATA_SZL_ID "s7comm.data.userdata.szl_id" "SZL-ID": U16 Hex;
        DATA_USERDATA_SZL_ID_DIAG_TYPE "s7comm.data.userdata.szl_id.diag_type" "Diagnostic type": U16 Hex & 0xf000 = DATA_USERDATA_SZL_ID_DIAG_TYPE_NAMES;
        DATA_USERDATA_SZL_ID_PARTLIST_CNT "s7comm.data.userdata.szl_id.partlist_cnt" "SZL partial list count": U16 Dec;
        DATA_USERDATA_SZL_ID_PARTLIST_EX "s7comm.data.userdata.szl_id.partlist_ex" "Number of the partial list extract": U16 Hex & 0xffff = DATA_USERDATA_SZL_ID_PARTLIST_EX_NAMES;
        DATA_USERDATA_SZL_ID_PARTLIST_LEN "s7comm.data.userdata.szl_id.partlist_len" "SZL partial list length in bytes": U16 Dec;
        DATA_USERDATA_SZL_ID_PARTLIST_NUM "s7comm.data.userdata.szl_id.partlist_num" "Number of the partial list": U16 Hex & 0xff = DATA_USERDATA_SZL_ID_PARTLIST_NUM_NAMES;
        DATA_USERDATA_SZL_INDEX "s7comm.data.userdata.szl_index" "SZL-Index": U16 Hex;
        HEADER "s7comm.header" "Header": None;
        HEADER_DATLG "s7comm.header.datlg" "Data length": U16 Dec;
        HEADER_ERRCLS "s7comm.header.errcls" "Error class": U8 Hex = HEADER_ERRCLS_NAMES;
        HEADER_ERRCOD "s7comm.header.errcod" "Error code": U8 Hex;
        HEADER_PARLG "s7comm.header.parlg" "Parameter length": U16 Dec;
        HEADER_PDUREF "s7comm.header.pduref" "Protocol Data Unit Reference": U16 Dec;
        HEADER_PROTID "s7comm.header.protid" "Protocol Id": U8 Hex;
        HEADER_REDID "s7comm.header.redid" "Redundancy Identification (Reserved)": U16 Hex;
        HEADER_ROSCTR "s7comm.header.rosctr" "ROSCTR": U8 Dec = HEADER_ROSCTR_NAMES;
        PARAM "s7comm.param" "Parameter": None;
        PARAM_BLOCKCONTROL_FILENAME "s7comm.param.blockcontrol.filename" "Filename": Str;
        PARAM_BLOCKCONTROL_FILENAME_LEN "s7comm.param.blockcontrol.filename_len" "Filename Length": U8 Dec;
        PARAM_BLOCKCONTROL_FUNCTIONSTATUS "s7comm.param.blockcontrol.functionstatus" "Function Status": U8 Hex;
        PARAM_BLOCKCONTROL_FUNCTIONSTATUS_ERROR "s7comm.param.blockcontrol.functionstatus.error" "Error": Bool(8) & 0x2;
        PARAM_BLOCKCONTROL_FUNCTIONSTATUS_MORE "s7comm.param.blockcontrol.functionstatus.more" "More data following": Bool(8) & 0x1;
        PARAM_ERRCOD "s7comm.param.errcod" "Error code": U16 Hex = PARAM_ERRCOD_NAMES;
        PARAM_FUNC "s7comm.param.func" "Function": U8 Hex = PARAM_FUNC_NAMES;
        PARAM_ITEMCOUNT "s7comm.param.itemcount" "Item count": U8 Dec;
        PARAM_MAXAMQ_CALLED "s7comm.param.maxamq_called" "Max AmQ (parallel jobs with ack) called": U16 Dec;
        PARAM_MAXAMQ_CALLING "s7comm.param.maxamq_calling" "Max AmQ (parallel jobs with ack) calling": U16 Dec;
        PARAM_PDU_LENGTH "s7comm.param.pdu_length" "PDU length": U16 Dec;
        PARAM_PI_INSE_UNKNOWN "s7comm.param.pi.inse.unknown" "Unknown byte": U8 Hex;
        PARAM_PI_N_X_STRING_LEN "s7comm.param.pi.n_x.string_len" "String length": U8 Dec;
        PARAM_PISTART_PARAMETERBLOCK "s7comm.param.pistart.parameterblock" "Parameter block": None;
        PARAM_PISTART_PARAMETERBLOCK_LEN "s7comm.param.pistart.parameterblock_len" "Parameter block length": U16 Dec;
        PARAM_PISTART_SERVICENAME "s7comm.param.pistart.servicename" "PI (program invocation) Service": Str;
        PARAM_PISTART_UNKNOWN1 "s7comm.param.pistart.unknown1" "Unknown bytes": Bytes;
        PARAM_SETUP_RESERVED1 "s7comm.param.setup_reserved1" "Reserved": U8 Hex;
        PARAM_USERDATA_DATAUNITREF "s7comm.param.userdata.dataunitref" "Data unit reference number": U8 Dec;
        PARAM_USERDATA_FUNCGROUP "s7comm.param.userdata.funcgroup" "Function group": U8 Dec & 0xf = PARAM_USERDATA_FUNCGROUP_NAMES;
        PARAM_USERDATA_HEAD "s7comm.param.userdata.head" "Parameter head": U24 Hex;
        PARAM_USERDATA_LASTDATAUNIT "s7comm.param.userdata.lastdataunit" "Last data unit": U8 Hex = PARAM_USERDATA_LASTDATAUNIT_NAMES;
        PARAM_USERDATA_LENGTH "s7comm.param.userdata.length" "Parameter length": U8 Dec;
        PARAM_USERDATA_REQRES1 "s7comm.param.userdata.reqres1" "Method (Request/Response)": U8 Hex = PARAM_USERDATA_REQRES1_NAMES;
        PARAM_USERDATA_SEQ_NUM "s7comm.param.userdata.seq_num" "Sequence number": U8 Dec;
        PARAM_USERDATA_SUBFUNC "s7comm.param.userdata.subfunc" "Subfunction": U8 Dec = PARAM_USERDATA_SUBFUNC_NAMES;
        PARAM_USERDATA_TYPE "s7comm.param.userdata.type" "Type": U8 Dec & 0xf0 = PARAM_USERDATA_TYPE_NAMES;
        RESP_DATA "s7comm.resp.data" "Data": Bytes;
        SZL_0013_0000_BELEGT1 "s7comm.szl.0013.0000.belegt1" "belegt1 (Size of the volatile memory area being used)": U32 Dec;
        SZL_0013_0000_BELEGT2 "s7comm.szl.0013.0000.belegt2" "belegt2 (Size of the non-volatile memory area being used)": U32 Dec;
        SZL_0013_0000_BER1 "s7comm.szl.0013.0000.ber1" "ber1 (Size of the volatile memory area in bytes)": U32 Dec;
        SZL_0013_0000_BER2 "s7comm.szl.0013.0000.ber2" "ber2 (Size of the non-volatile memory area in bytes)": U32 Dec;
        SZL_0013_0000_BLOCK1 "s7comm.szl.0013.0000.block1" "block1 (Largest free block in the volatile memory area)": U32 Dec;
        SZL_0013_0000_BLOCK2 "s7comm.szl.0013.0000.block2" "block2 (Largest free block in the non-volatile memory area)": U32 Dec;
        SZL_0013_0000_CODE "s7comm.szl.0013.0000.code" "Code (Memory type)": U16 Hex = SZL_0013_0000_CODE_NAMES;
        SZL_0013_0000_GRANU "s7comm.szl.0013.0000.granu" "Granu": U16 Hex;
        SZL_0013_0000_INDEX "s7comm.szl.0013.0000.index" "Index": U16 Hex = SZL_0013_0000_INDEX_NAMES;
        SZL_0013_0000_MODE "s7comm.szl.0013.0000.mode" "Mode (Logical mode of the memory)": U32 Dec;
        SZL_0013_0000_MODE_CD_SEP "s7comm.szl.0013.0000.mode.cd_sep" "Code and data separate (for work memory)": Bool(8) & 0x8;
        SZL_0013_0000_MODE_CD_TOG "s7comm.szl.0013.0000.mode.cd_tog" "Code and data together (for work memory)": Bool(8) & 0x10;
        SZL_0013_0000_MODE_MIXED_MEM "s7comm.szl.0013.0000.mode.mixed_mem" "Mixed memory area": Bool(8) & 0x4;
        SZL_0013_0000_MODE_NVOL_MEM "s7comm.szl.0013.0000.mode.nvol_mem" "Non-volatile memory area": Bool(8) & 0x2;
        SZL_0013_0000_MODE_VOL_MEM "s7comm.szl.0013.0000.mode.vol_mem" "Volatile memory area": Bool(8) & 0x1;
        SZL_0013_0000_SIZE "s7comm.szl.0013.0000.size" "Size (Total size of the selected memory, total of area 1 and area 2)": U32 Dec;
        SZL_0131_0004_DEL "s7comm.szl.0131.0004.del" "del (Maximum number of uninterruptable, deletable blocks)": U8 Dec;
        SZL_0131_0004_FUNKT_0 "s7comm.szl.0131.0004.funkt_0" "funkt_0": U8 Hex;
        SZL_0131_0004_FUNKT_0_BIT0_RES "s7comm.szl.0131.0004.funkt_0.bit0_res" "Reserved": Bool(8) & 0x1;
        SZL_0131_0004_FUNKT_0_CHAIN_COPIED "s7comm.szl.0131.0004.funkt_0.chain_copied" "Chain (all copied)": Bool(8) & 0x40;
        SZL_0131_0004_FUNKT_0_CHAIN_LIST "s7comm.szl.0131.0004.funkt_0.chain_list" "Chain (list)": Bool(8) & 0x20;
        SZL_0131_0004_FUNKT_0_COPY "s7comm.szl.0131.0004.funkt_0.copy" "Copy": Bool(8) & 0x10;
        SZL_0131_0004_FUNKT_0_DELETE_LIST "s7comm.szl.0131.0004.funkt_0.delete_list" "Delete (list)": Bool(8) & 0x80;
        SZL_0131_0004_FUNKT_0_DIR_H1 "s7comm.szl.0131.0004.funkt_0.dir_h1" "Directory (hierarchy 1)": Bool(8) & 0x2;
        SZL_0131_0004_FUNKT_0_DIR_H2 "s7comm.szl.0131.0004.funkt_0.dir_h2" "Directory (hierarchy 2)": Bool(8) & 0x4;
        SZL_0131_0004_FUNKT_0_DIR_H3 "s7comm.szl.0131.0004.funkt_0.dir_h3" "Directory (hierarchy 3)": Bool(8) & 0x8;
        SZL_0131_0004_FUNKT_1 "s7comm.szl.0131.0004.funkt_1" "funkt_1": U8 Hex;
        SZL_0131_0004_FUNKT_1_ASGN_W_CHAIN "s7comm.szl.0131.0004.funkt_1.asgn_w_chain" "Assign parameters when chaining": Bool(8) & 0x2;
        SZL_0131_0004_FUNKT_1_BIT3_RES "s7comm.szl.0131.0004.funkt_1.bit3_res" "Reserved": Bool(8) & 0x8;
        SZL_0131_0004_FUNKT_1_BIT4_RES "s7comm.szl.0131.0004.funkt_1.bit4_res" "Reserved": Bool(8) & 0x10;
        SZL_0131_0004_FUNKT_1_BIT5_RES "s7comm.szl.0131.0004.funkt_1.bit5_res" "Reserved": Bool(8) & 0x20;
        SZL_0131_0004_FUNKT_1_BIT6_RES "s7comm.szl.0131.0004.funkt_1.bit6_res" "Reserved": Bool(8) & 0x40;
        SZL_0131_0004_FUNKT_1_DELETE_ALL "s7comm.szl.0131.0004.funkt_1.delete_all" "Delete *.*": Bool(8) & 0x80;
        SZL_0131_0004_FUNKT_1_LOAD_W_CHG "s7comm.szl.0131.0004.funkt_1.load_w_chg" "LOAD function when exchanging data with CFBs": Bool(8) & 0x4;
        SZL_0131_0004_FUNKT_1_UPL_ON_PG "s7comm.szl.0131.0004.funkt_1.upl_on_pg" "Upload on PG": Bool(8) & 0x1;
        SZL_0131_0004_FUNKT_2 "s7comm.szl.0131.0004.funkt_2" "funkt_2": U8 Hex;
        SZL_0131_0004_FUNKT_2_COMPRESS "s7comm.szl.0131.0004.funkt_2.compress" "Compress (external)": Bool(8) & 0x20;
        SZL_0131_0004_FUNKT_2_FW_UPDATE "s7comm.szl.0131.0004.funkt_2.fw_update" "Firmware update (using communication)": Bool(8) & 0x40;
        SZL_0131_0004_FUNKT_2_LOAD_EPROM "s7comm.szl.0131.0004.funkt_2.load_eprom" "Load user program (EPROM)": Bool(8) & 0x2;
        SZL_0131_0004_FUNKT_2_LOAD_RAM "s7comm.szl.0131.0004.funkt_2.load_ram" "Load user program (RAM)": Bool(8) & 0x1;
        SZL_0131_0004_FUNKT_2_SAVE_ALL "s7comm.szl.0131.0004.funkt_2.save_all" "Save user program (all)": Bool(8) & 0x10;
        SZL_0131_0004_FUNKT_2_SAVE_EPROM "s7comm.szl.0131.0004.funkt_2.save_eprom" "Save user program (EPROM)": Bool(8) & 0x8;
        SZL_0131_0004_FUNKT_2_SAVE_RAM "s7comm.szl.0131.0004.funkt_2.save_ram" "Save user program (RAM)": Bool(8) & 0x4;
        SZL_0131_0004_FUNKT_2_SET_RAM_MODE "s7comm.szl.0131.0004.funkt_2.set_ram_mode" "Set RAM memory mode": Bool(8) & 0x80;
        SZL_0131_0004_FUNKT_3 "s7comm.szl.0131.0004.funkt_3" "funkt_3": U8 Hex;
        SZL_0131_0004_FUNKT_3_ASGN_PAR_MC "s7comm.szl.0131.0004.funkt_3.asgn_par_mc" "Assign parameters when evaluating memory card": Bool(8) & 0x80;
        SZL_0131_0004_FUNKT_3_ASGN_PAR_MOD "s7comm.szl.0131.0004.funkt_3.asgn_par_mod" "Assign parameters to newly plugged in modules": Bool(8) & 0x40;
        SZL_0131_0004_FUNKT_3_BIT1_RES "s7comm.szl.0131.0004.funkt_3.bit1_res" "Reserved": Bool(8) & 0x2;
        SZL_0131_0004_FUNKT_3_BIT2_RES "s7comm.szl.0131.0004.funkt_3.bit2_res" "Reserved": Bool(8) & 0x4;
        SZL_0131_0004_FUNKT_3_BIT3_RES "s7comm.szl.0131.0004.funkt_3.bit3_res" "Reserved": Bool(8) & 0x8;
        SZL_0131_0004_FUNKT_3_BIT4_RES "s7comm.szl.0131.0004.funkt_3.bit4_res" "Reserved": Bool(8) & 0x10;
        SZL_0131_0004_FUNKT_3_BIT5_RES "s7comm.szl.0131.0004.funkt_3.bit5_res" "Reserved": Bool(8) & 0x20;
        SZL_0131_0004_FUNKT_3_SET_EPROM_MODE "s7comm.szl.0131.0004.funkt_3.set_eprom_mode" "Set EPROM memory mode": Bool(8) & 0x1;
        SZL_0131_0004_FUNKT_4 "s7comm.szl.0131.0004.funkt_4" "funkt_4": U8 Hex;
        SZL_0131_0004_FUNKT_4_ASGN_PAR_CRES "s7comm.szl.0131.0004.funkt_4.asgn_par_cres" "Assign parameters in complete restart": Bool(8) & 0x2;
        SZL_0131_0004_FUNKT_4_ASGN_PAR_LPROG "s7comm.szl.0131.0004.funkt_4.asgn_par_lprog" "Assign parameters when loading user program": Bool(8) & 0x1;
        SZL_0131_0004_FUNKT_4_ASGN_PAR_RES "s7comm.szl.0131.0004.funkt_4.asgn_par_res" "Assign parameters in restart": Bool(8) & 0x4;
        SZL_0131_0004_FUNKT_4_BIT6_RES "s7comm.szl.0131.0004.funkt_4.bit6_res" "Reserved": Bool(8) & 0x40;
        SZL_0131_0004_FUNKT_4_BIT7_RES "s7comm.szl.0131.0004.funkt_4.bit7_res" "Reserved": Bool(8) & 0x80;
        SZL_0131_0004_FUNKT_4_COMPRESS "s7comm.szl.0131.0004.funkt_4.compress" "Compress (SFC25 COMPRESS)": Bool(8) & 0x8;
        SZL_0131_0004_FUNKT_4_EV_MC "s7comm.szl.0131.0004.funkt_4.ev_mc" "Evaluate memory card after switch setting": Bool(8) & 0x10;
        SZL_0131_0004_FUNKT_4_FW_UPDATE_MC "s7comm.szl.0131.0004.funkt_4.fw_update_mc" "Firmware update using memory card": Bool(8) & 0x20;
        SZL_0131_0004_FUNKT_5 "s7comm.szl.0131.0004.funkt_5" "funkt_5 (Reserved)": U8 Hex;
        SZL_0131_0004_FUNKT_6 "s7comm.szl.0131.0004.funkt_6" "funkt_6 (Reserved)": U8 Hex;
        SZL_0131_0004_FUNKT_7 "s7comm.szl.0131.0004.funkt_7" "funkt_7 (Reserved)": U8 Hex;
        SZL_0131_0004_HOCH "s7comm.szl.0131.0004.hoch" "hoch (Maximum number of simultaneous upload procedures)": U8 Dec;
        SZL_0131_0004_INDEX "s7comm.szl.0131.0004.index" "Index": U16 Hex;
        SZL_0131_0004_KETT "s7comm.szl.0131.0004.kett" "kett (Maximum number of blocks chained in one job)": U8 Dec;
        SZL_0131_0004_KOP "s7comm.szl.0131.0004.kop" "kop (Maximum number of copied blocks)": U8 Dec;
        SZL_0131_0004_RES "s7comm.szl.0131.0004.res" "res (Reserved)": Bytes;
        SZL_0131_0004_VER "s7comm.szl.0131.0004.ver" "ver (Maximum size (in bytes) of shiftable blocks in RUN)": U8 Dec;
        SZL_0132_0002_ANZ "s7comm.szl.0132.0002.anz" "anz (Number of initialized test and installation jobs)": U16 Dec;
        SZL_0132_0002_INDEX "s7comm.szl.0132.0002.index" "Index": U16 Hex;
        SZL_0132_0002_RES "s7comm.szl.0132.0002.res" "res (Reserved)": Bytes;
        SZL_0132_0004_BART_SCH "s7comm.szl.0132.0004.bart_sch" "bart_sch (Position of the mode switch)": U16 Dec = SZL_0132_0004_BART_SCH_NAMES;
        SZL_0132_0004_CRST_WRST "s7comm.szl.0132.0004.crst_wrst" "crst_wrst (Setting of the CRST/WRST switch)": U16 Dec = SZL_0132_0004_CRST_WRST_NAMES;
        SZL_0132_0004_INDEX "s7comm.szl.0132.0004.index" "Index": U16 Hex;
        SZL_0132_0004_KEN_F "s7comm.szl.0132.0004.ken_f" "ken_f (Reserved)": U16 Hex;
        SZL_0132_0004_KEN_REL "s7comm.szl.0132.0004.ken_rel" "ken_rel (ID for valid version identifications/checksums)": U16 Hex;
        SZL_0132_0004_KEN_VER1_AWP "s7comm.szl.0132.0004.ken_ver1_awp" "ken_ver1_awp (Version ID/checksum 1 of the user program)": U16 Hex;
        SZL_0132_0004_KEN_VER1_HW "s7comm.szl.0132.0004.ken_ver1_hw" "ken_ver1_hw (Version ID/checksum 1 of the hardware configuration)": U16 Hex;
        SZL_0132_0004_KEN_VER2_AWP "s7comm.szl.0132.0004.ken_ver2_awp" "ken_ver2_awp (Version ID/checksum 2 of the user program)": U16 Hex;
        SZL_0132_0004_KEN_VER2_HW "s7comm.szl.0132.0004.ken_ver2_hw" "ken_ver2_hw (Version ID/checksum 2 of the hardware configuration)": U16 Hex;
        SZL_0132_0004_KEY "s7comm.szl.0132.0004.key" "key (Protection level for the key switch, possible values: 1,2 or 3)": U16 Dec;
        SZL_0132_0004_PARAM "s7comm.szl.0132.0004.param" "param (Assigned protection level, possible values: 0, 1, 2 or 3)": U16 Dec;
        SZL_0132_0004_REAL "s7comm.szl.0132.0004.real" "real (Valid protection level of the CPU, possible values: 1, 2 or 3)": U16 Dec;
        SZL_0132_0004_RES "s7comm.szl.0132.0004.res" "res (Reserved)": Bytes;
        PARAM_ITEM "s7comm.param.item" "Item": None;
        PARAM_ITEM_VARSPEC "s7comm.param.item.varspec" "Variable specification": U8 Hex;
        PARAM_ITEM_VARSPEC_LENGTH "s7comm.param.item.varspec_length" "Length of following address specification": U8 Dec;
        PARAM_ITEM_SYNTAXID "s7comm.param.item.syntaxid" "Syntax Id": U8 Hex = PARAM_ITEM_SYNTAXID_NAMES;
        PARAM_ITEM_TRANSP_SIZE "s7comm.param.item.transp_size" "Transport size": U8 Dec = PARAM_ITEM_TRANSP_SIZE_NAMES;
        PARAM_ITEM_LENGTH "s7comm.param.item.length" "Length": U16 Dec;
        PARAM_ITEM_DB "s7comm.param.item.db" "DB number": U16 Dec;
        PARAM_ITEM_AREA "s7comm.param.item.area" "Area": U8 Hex = PARAM_ITEM_AREA_NAMES;
        PARAM_ITEM_ADDRESS "s7comm.param.item.address" "Address": U24 Hex;
        PARAM_ITEM_ADDRESS_BYTE "s7comm.param.item.address.byte" "Byte Address": U24 Dec & 0x7fff8;
        PARAM_ITEM_ADDRESS_BIT "s7comm.param.item.address.bit" "Bit Address": U24 Dec & 0x7;
        DATA_FILLBYTE "s7comm.data.fillbyte" "Fill byte": U8 Hex;
        DATA_BLOCKCONTROL_UPLOADID "s7comm.data.blockcontrol.uploadid" "UploadID": U32 Hex;
        PARAM_BLOCKCONTROL_UPL_LENSTRING_LEN "s7comm.param.blockcontrol.upl_lenstring_len" "Blocklengthstring Length": U8 Dec;
        PARAM_BLOCKCONTROL_UPL_LENSTRING "s7comm.param.blockcontrol.upl_lenstring" "Blocklength": Str;
    }
}

names! {
    BLOCKINFO_BLOCK_LANG_NAMES {
        0 => "Not defined", 1 => "AWL", 2 => "KOP", 3 => "FUP", 4 => "SCL", 5 => "DB", 6 => "GRAPH",
        7 => "SDB", 8 => "CPU-DB", 17 => "SDB (after overall reset)", 18 => "SDB (Routing)",
        41 => "ENCRYPT",
    }
    CPU_DIAG_MSG_EVENTID_CLASS_NAMES {
        1 => "Standard OB events", 2 => "Synchronous errors", 3 => "Asynchronous errors",
        4 => "Mode transitions", 5 => "Run-time events", 6 => "Communication events",
        7 => "Events for fail-safe and fault-tolerant systems",
        8 => "Standardized diagnostic data on modules", 9 => "Predefined user events",
        10 => "Freely definable events", 11 => "Freely definable events", 12 => "Reserved",
        13 => "Reserved", 14 => "Reserved", 15 => "Events for modules other than CPUs",
    }
    DATA_RETURNCODE_NAMES {
        0 => "Reserved", 1 => "Hardware error", 3 => "Accessing the object not allowed",
        5 => "Invalid address", 6 => "Data type not supported", 7 => "Data type inconsistent",
        10 => "Object does not exist", 255 => "Success",
    }
    DATA_TRANSPORTSIZE_NAMES {
        0 => "NULL", 3 => "BIT", 4 => "BYTE/WORD/DWORD", 5 => "INTEGER", 6 => "DINTEGER", 7 => "REAL",
        9 => "OCTET STRING", 17 => "NCK ADDRESS1", 18 => "NCK ADDRESS2",
    }
    DATA_TS_WEEKDAY_NAMES {
        0 => "Undefined", 1 => "Sunday", 2 => "Monday", 3 => "Tuesday", 4 => "Wednesday", 5 => "Thursday",
        6 => "Friday", 7 => "Saturday",
    }
    DATA_USERDATA_SZL_ID_DIAG_TYPE_NAMES {
        0 => "CPU", 256 => "IM", 0x8000 => "FM", 0xc000 => "CP",
    }
    DATA_USERDATA_SZL_ID_PARTLIST_EX_NAMES {
        0 => "All SZL partial lists of the module", 17 => "All identification data records of a module",
        18 => "All characteristics", 19 => "Data records of all memory areas",
        20 => "All system areas of a module", 21 => "Data records of all block types of a module",
        22 => "Data records of all priority classes", 23 => "All SDBs of a module",
        24 => "All data records", 25 => "Status of all LEDs", 28 => "Identification of all components",
        33 => "Data records of all possible interrupts on a module",
        34 => "Data records of all possible interrupts on a module",
        35 => "Data records of all priority classes of a module",
        36 => "All modules that can occur on the module", 49 => "Not defined",
        51 => "All stations logged on for messages and diagnostic events",
        55 => "Details of all Ethernet interfaces",
        113 => "Information about the current status of the H system", 116 => "Status of all LEDs",
        129 => "Startup information of all OBs", 130 => "All startup events",
        144 => "Information of all DP master systems known to the CPU",
        145 => "Module status information of all plugged in modules and submodules",
        146 => "Expected status of the central racks/stations of a DP master system connected via an integrated DP interface",
        148 => "Expected status of the rack in the central configuration/the stations of a DP master system/IO controller system that is connected via an integrated DP/PN interface module",
        149 => "Extended information on a DP master system/PROFINET IO system",
        160 => "All entries possible in the current mode",
        177 => "Obtain the first 4 diagnostic bytes of a module with diagnostic capability",
        178 => "Obtain diagnostic data record 1 of a module in a central rack, rack/slot specified by index",
        179 => "Obtain diagnostic data of a module, logical base address specified by index",
        180 => "Obtain diagnostic data of a DP slave, diagnostic address of the module specified by index",
        256 => "A partial list with all partial list extracts",
        273 => "A single identification data record",
        274 => "Characteristics of a group, specified by index",
        275 => "Data record for one memory area, specified by index",
        276 => "One system area, specified by index",
        277 => "Data record of a block type, specified by index",
        278 => "Data record of the specified priority class, specified by index",
        279 => "One single SDB, specified by index", 280 => "One data record, specified by index",
        281 => "Status of one LED, specified by index", 284 => "Identification of one component",
        289 => "Data records of all possible interrupts of one class, class specified by index",
        290 => "Data records of all possible interrupts of one class, class specified by index",
        291 => "Data record of one priority class, specified by index",
        292 => "Information about the last mode transition",
        305 => "Information about a communication unit, specified by index",
        306 => "Status data for one communication section of the CPU, section specified by index",
        311 => "Details of one Ethernet interface", 372 => "Status of an LED, specified by index",
        385 => "Startup information of all synchronous error OBs",
        386 => "Startup events of all synchronous error OBs", 400 => "Information of one DP master system",
        401 => "Status information of all modules/racks with wrong type identifier",
        416 => "The most recent entries, the number of most recent entries specified by index",
        512 => "A partial list extract", 540 => "Identification of all components of a CPU in an H system",
        545 => "Data records for the specified interrupt, interrupt (OB no.) specified by index",
        546 => "Data records for the specified interrupt, interrupt (OB no.) specified by index",
        547 => "Data records of the priority classes being processed", 548 => "Processed mode transition",
        641 => "Startup information of all synchronous error OBs of one priority class",
        642 => "Startup events of all synchronous error OBs of one priority class",
        657 => "Status information of all faulty modules",
        658 => "Actual status of the central racks/stations of a DP master system connected via an integrated DP interface",
        660 => "Actual status of the rack in the central configuration/the stations of a DP master system/IO controller system that is connected via an integrated DP/PN interface module",
        768 => "Possible indexes of a partial list extract",
        796 => "Identification of one component of all redundant CPUs in an H system",
        897 => "Startup information of all OBs of one priority class",
        898 => "Startup events of all OBs of a priority class",
        913 => "Status information of all modules that are not available",
        914 => "State of the battery backup of the racks in a central configuration",
        1060 => "Current mode transition",
        1170 => "State of the total backup of the racks in a central configuration",
        1184 => "Start information of all standard OBs",
        1316 => "Specified mode transition, specified by index",
        1409 => "Startup information of all synchronous error OBs before processing",
        1410 => "Startup events of all synchronous error OBs before processing",
        1425 => "Status information of all submodules of the host module",
        1426 => "State of the 24 V power supply of the modules in a central configuration",
        1440 => "All entries from communications units",
        1665 => "Startup information of all synchronous error OBs of a priority class before processing",
        1666 => "Startup events of all synchronous error OBs of a priority class before processing",
        1682 => "OK state of the expansion racks in the central configuration / of the stations of a DP master system connected via an integrated DP interface",
        1684 => "Status of the expansion racks in the central configuration/the stations of a DP master system/IO controller system that is connected via an integrated DP/PN interface module",
        1686 => "Module status information on all interface modules in a specified module (with PROFIBUS DP and central modules, the interface module level is not present)",
        1696 => "All entries of the object management system",
        1921 => "Startup information of all OBs of one priority class before processing",
        1922 => "Startup events of all OBs of one priority class before processing",
        1952 => "All entries of the test and installation function",
        2082 => "Data records of all interrupts of one class and for which the corresponding interrupt OB is loaded, class specified by index",
        2177 => "Startup information of all OBs before processing",
        2178 => "Startup events of all OBs before processing",
        2208 => "All entries due to operating statuses",
        2337 => "Data records of all interrupts of one class and for which the corresponding interrupt OB is loaded, class specified by index",
        2338 => "Data records of all interrupts for which the corresponding interrupt OB is loaded",
        2433 => "Startup information of all synchronous error OBs being processed",
        2434 => "Startup events of all synchronous error OBs being processed",
        2449 => "Module status information of a DP master system",
        2464 => "All entries caused by asynchronous errors",
        2593 => "Data records of all interrupts for which the corresponding interrupt OB is loaded",
        2689 => "Startup information of all synchronous error OBs of a priority class being processed",
        2690 => "Startup events of all synchronous error OBs of a priority class being processed",
        2705 => "Module status information of all DP master systems",
        2720 => "All entries caused by synchronous errors",
        2945 => "Startup information of all OBs of one priority class being processed",
        2946 => "Startup events of all OBs of one priority class being processed",
        2976 => "All entries caused by STOP, abort, mode transition",
        3189 => "Communication status between the H system and a switched DP slave, slave specified by index",
        3201 => "Startup information of all OBs being processed",
        3202 => "Startup events of all OBs being processed",
        3217 => "Status information of a module in the central rack or connected to an integrated DP communications processor via the logical base address",
        3222 => "Module status information on a module/interface module centrally or at a PROFIBUS DP/PROFINET interface module via the start address",
        3232 => "All entries caused by fault-tolerant/fail-safe events",
        3473 => "Module status information of all modules in the specified rack/in the specified station (DP or PROFINET)",
        3488 => "All diagnostic entries", 3729 => "Module status information of all configured modules",
        3744 => "All user entries",
        3840 => "List of all the SZL-IDs of a module, only partial list header information",
        3857 => "Module identification, only partial list header information",
        3858 => "CPU characteristics, only partial list header information",
        3859 => "User memory areas, only partial list header information",
        3860 => "System areas, only partial list header information",
        3861 => "Block types, only partial list header information",
        3862 => "Priority classes, only partial list header information",
        3863 => "List of the permitted SDBs, only partial list header information",
        3864 => "Maximum S7-300 I/O configuration, only partial list header information",
        3865 => "Status of the module LEDs, only partial list header information",
        3868 => "Component Identification, only partial list header information",
        3873 => "Interrupt / error assignment, only partial list header information",
        3874 => "Interrupt status, only partial list header information",
        3875 => "Priority classes, only partial list header information",
        3876 => "Modes, only partial list header information",
        3889 => "Communication capability parameters, only partial list header information",
        3890 => "Communication status data, only partial list header information",
        3891 => "Diagnostics: device logon list, only partial list header information",
        3895 => "Ethernet - Details of a Module, only partial list header information",
        3953 => "H CPU group information, only partial list header information",
        3969 => "Start information list, only partial list header information",
        3970 => "Start event list, only partial list header information",
        3984 => "DP Master System Information, only partial list header information",
        3985 => "Module status information, only partial list header information",
        3986 => "Rack / station status information, only partial list header information",
        3988 => "Rack / station status information, only partial list header information",
        3989 => "Extended DP master system information, only partial list header information",
        4000 => "Diagnostic buffer of the CPU, only partial list header information",
        0x4092 => "Expected status of the stations of a DP master system connected via an external DP interface",
        0x4292 => "Actual status of the stations of a DP master system connected via an external DP interface",
        0x4692 => "OK state of the stations of a DP master system connected via an external DP interface",
        0x4c91 => "Status information of a module connected to an external DP communications processor via the logical base address",
        0x4f92 => "Only partial list header information of the '4x92' list",
    }
    DATA_USERDATA_SZL_ID_PARTLIST_NUM_NAMES {
        0 => "List of all the SZL-IDs of a module", 17 => "Module identification",
        18 => "CPU characteristics", 19 => "User memory areas", 20 => "System areas", 21 => "Block types",
        22 => "Priority classes", 23 => "List of the permitted SDBs with a number < 1000",
        24 => "Maximum S7-300 I/O configuration", 25 => "Status of the module LEDs",
        28 => "Component Identification", 33 => "Interrupt / error assignment", 34 => "Interrupt status",
        35 => "Priority classes", 36 => "Modes",
        37 => "Assignment between process image partitions and OBs",
        49 => "Communication capability parameters", 50 => "Communication status data",
        51 => "Diagnostics: device logon list", 55 => "Ethernet - Details of a Module",
        113 => "H CPU group information", 116 => "Status of the module LEDs",
        117 => "Switched DP slaves in the H-system", 129 => "Start information list",
        130 => "Start event list", 144 => "DP Master System Information",
        145 => "Module status information", 146 => "Rack / station status information",
        148 => "Rack / station status information", 149 => "Extended DP master system information",
        150 => "Module status information, PROFINET IO and PROFIBUS DP",
        160 => "Diagnostic buffer of the CPU", 177 => "Module diagnostic information (data record 0)",
        178 => "Module diagnostic information (data record 1), geographical address",
        179 => "Module diagnostic information (data record 1), logical address",
        180 => "Diagnostic data of a DP slave",
    }
    HEADER_ERRCLS_NAMES {
        0 => "No error", 129 => "Application relationship", 130 => "Object definition",
        131 => "No resources available", 132 => "Error on service processing", 133 => "Error on supplies",
        135 => "Access error",
    }
    HEADER_ROSCTR_NAMES {
        1 => "Job", 2 => "Ack", 3 => "Ack_Data", 7 => "Userdata",
    }
    PARAM_ERRCOD_NAMES {
        0 => "No error", 272 => "Invalid block number", 273 => "Invalid request length",
        274 => "Invalid parameter", 275 => "Invalid block type", 276 => "Block not found",
        277 => "Block already exists", 278 => "Block is write-protected",
        279 => "The block/operating system update is too large", 280 => "Invalid block number",
        281 => "Incorrect password entered", 282 => "PG resource error", 283 => "PLC resource error",
        284 => "Protocol error", 285 => "Too many blocks (module-related restriction)",
        286 => "There is no longer a connection to the database, or S7DOS handle is invalid",
        287 => "Result buffer too small", 288 => "End of block list",
        320 => "Insufficient memory available",
        321 => "Job cannot be processed because of a lack of resources",
        0x8001 => "The requested service cannot be performed while the block is in the current status",
        0x8003 => "S7 protocol error: Error occurred while transferring the block",
        0x8100 => "Application, general error: Service unknown to remote module",
        0x8104 => "This service is not implemented on the module or a frame error was reported",
        0x8204 => "The type specification for the object is inconsistent",
        0x8205 => "A copied block already exists and is not linked",
        0x8301 => "Insufficient memory space or work memory on the module, or specified storage medium not accessible",
        0x8302 => "Too few resources available or the processor resources are not available",
        0x8304 => "No further parallel upload possible. There is a resource bottleneck",
        0x8305 => "Function not available",
        0x8306 => "Insufficient work memory (for copying, linking, loading AWP)",
        0x8307 => "Not enough retentive work memory (for copying, linking, loading AWP)",
        0x8401 => "S7 protocol error: Invalid service sequence (for example, loading or uploading a block)",
        0x8402 => "Service cannot execute owing to status of the addressed object",
        0x8404 => "S7 protocol: The function cannot be performed",
        0x8405 => "Remote block is in DISABLE state (CFB). The function cannot be performed",
        0x8500 => "S7 protocol error: Wrong frames",
        0x8503 => "Alarm from the module: Service canceled prematurely",
        0x8701 => "Error addressing the object on the communications partner (for example, area length error)",
        0x8702 => "The requested service is not supported by the module",
        0x8703 => "Access to object refused", 0x8704 => "Access error: Object damaged",
        0xd001 => "Protocol error: Illegal job number", 0xd002 => "Parameter error: Illegal job variant",
        0xd003 => "Parameter error: Debugging function not supported by module",
        0xd004 => "Parameter error: Illegal job status",
        0xd005 => "Parameter error: Illegal job termination",
        0xd006 => "Parameter error: Illegal link disconnection ID",
        0xd007 => "Parameter error: Illegal number of buffer elements",
        0xd008 => "Parameter error: Illegal scan rate",
        0xd009 => "Parameter error: Illegal number of executions",
        0xd00a => "Parameter error: Illegal trigger event",
        0xd00b => "Parameter error: Illegal trigger condition",
        0xd011 => "Parameter error in path of the call environment: Block does not exist",
        0xd012 => "Parameter error: Wrong address in block",
        0xd014 => "Parameter error: Block being deleted/overwritten",
        0xd015 => "Parameter error: Illegal tag address",
        0xd016 => "Parameter error: Test jobs not possible, because of errors in user program",
        0xd017 => "Parameter error: Illegal trigger number", 0xd025 => "Parameter error: Invalid path",
        0xd026 => "Parameter error: Illegal access type",
        0xd027 => "Parameter error: This number of data blocks is not permitted",
        0xd031 => "Internal protocol error", 0xd032 => "Parameter error: Wrong result buffer length",
        0xd033 => "Protocol error: Wrong job length",
        0xd03f => "Coding error: Error in parameter section (for example, reserve bytes not equal to 0)",
        0xd041 => "Data error: Illegal status list ID", 0xd042 => "Data error: Illegal tag address",
        0xd043 => "Data error: Referenced job not found, check job data",
        0xd044 => "Data error: Illegal tag value, check job data",
        0xd045 => "Data error: Exiting the ODIS control is not allowed in HOLD",
        0xd046 => "Data error: Illegal measuring stage during run-time measurement",
        0xd047 => "Data error: Illegal hierarchy in 'Read job list'",
        0xd048 => "Data error: Illegal deletion ID in 'Delete job'",
        0xd049 => "Invalid substitute ID in 'Replace job'", 0xd04a => "Error executing 'program status'",
        0xd05f => "Coding error: Error in data section (for example, reserve bytes not equal to 0, ...)",
        0xd061 => "Resource error: No memory space for job", 0xd062 => "Resource error: Job list full",
        0xd063 => "Resource error: Trigger event occupied",
        0xd064 => "Resource error: Not enough memory space for one result buffer element",
        0xd065 => "Resource error: Not enough memory space for several  result buffer elements",
        0xd066 => "Resource error: The timer available for run-time measurement is occupied by another job",
        0xd067 => "Resource error: Too many 'modify tag' jobs active (in particular multi-processor operation)",
        0xd081 => "Function not permitted in current mode", 0xd082 => "Mode error: Cannot exit HOLD mode",
        0xd0a1 => "Function not permitted in current protection level",
        0xd0a2 => "Function not possible at present, because a function is running that modifies memory",
        0xd0a3 => "Too many 'modify tag' jobs active on the I/O (in particular multi-processor operation)",
        0xd0a4 => "'Forcing' has already been established", 0xd0a5 => "Referenced job not found",
        0xd0a6 => "Job cannot be disabled/enabled",
        0xd0a7 => "Job cannot be deleted, for example because it is currently being read",
        0xd0a8 => "Job cannot be replaced, for example because it is currently being read or deleted",
        0xd0a9 => "Job cannot be read, for example because it is currently being deleted",
        0xd0aa => "Time limit exceeded in processing operation",
        0xd0ab => "Invalid job parameters in process operation",
        0xd0ac => "Invalid job data in process operation", 0xd0ad => "Operating mode already set",
        0xd0ae => "The job was set up over a different connection and can only be handled over this connection",
        0xd0c1 => "At least one error has been detected while accessing the tag(s)",
        0xd0c2 => "Change to STOP/HOLD mode",
        0xd0c3 => "At least one error was detected while accessing the tag(s). Mode change to STOP/HOLD",
        0xd0c4 => "Timeout during run-time measurement",
        0xd0c5 => "Display of block stack inconsistent, because blocks were deleted/reloaded",
        0xd0c6 => "Job was automatically deleted as the jobs it referenced have been deleted",
        0xd0c7 => "The job was automatically deleted because STOP mode was exited",
        0xd0c8 => "'Block status' aborted because of inconsistencies between test job and running program",
        0xd0c9 => "Exit the status area by resetting OB90",
        0xd0ca => "Exiting the status range by resetting OB90 and access error reading tags before exiting",
        0xd0cb => "The output disable for the peripheral outputs has been activated again",
        0xd0cc => "The amount of data for the debugging functions is restricted by the time limit",
        0xd201 => "Syntax error in block name", 0xd202 => "Syntax error in function parameters",
        0xd205 => "Linked block already exists in RAM: Conditional copying is not possible",
        0xd206 => "Linked block already exists in EPROM: Conditional copying is not possible",
        0xd208 => "Maximum number of copied (not linked) blocks on module exceeded",
        0xd209 => "(At least) one of the given blocks not found on the module",
        0xd20a => "The maximum number of blocks that can be linked with one job was exceeded",
        0xd20b => "The maximum number of blocks that can be deleted with one job was exceeded",
        0xd20c => "OB cannot be copied because the associated priority class does not exist",
        0xd20d => "SDB cannot be interpreted (for example, unknown number)",
        0xd20e => "No (further) block available", 0xd20f => "Module-specific maximum block size exceeded",
        0xd210 => "Invalid block number", 0xd212 => "Incorrect header attribute (run-time relevant)",
        0xd213 => "Too many SDBs. Note the restrictions on the module being used",
        0xd216 => "Invalid user program - reset module",
        0xd217 => "Protection level specified in module properties not permitted",
        0xd218 => "Incorrect attribute (active/passive)",
        0xd219 => "Incorrect block lengths (for example, incorrect length of first section or of the whole block)",
        0xd21a => "Incorrect local data length or write-protection code faulty",
        0xd21b => "Module cannot compress or compression was interrupted early",
        0xd21d => "The volume of dynamic project data transferred is illegal",
        0xd21e => "Unable to assign parameters to a module (such as FM, CP). The system data could not be linked",
        0xd220 => "Invalid programming language. Note the restrictions on the module being used",
        0xd221 => "The system data for connections or routing are not valid",
        0xd222 => "The system data of the global data definition contain invalid parameters",
        0xd223 => "Error in instance data block for communication function block or maximum number of instance DBs exceeded",
        0xd224 => "The SCAN system data block contains invalid parameters",
        0xd225 => "The DP system data block contains invalid parameters",
        0xd226 => "A structural error occurred in a block",
        0xd230 => "A structural error occurred in a block",
        0xd231 => "At least one loaded OB cannot be copied because the associated priority class does not exist",
        0xd232 => "At least one block number of a loaded block is illegal",
        0xd234 => "Block exists twice in the specified memory medium or in the job",
        0xd235 => "The block contains an incorrect checksum",
        0xd236 => "The block does not contain a checksum",
        0xd237 => "You are about to load the block twice, i.e. a block with the same time stamp already exists on the CPU",
        0xd238 => "At least one of the blocks specified is not a DB",
        0xd239 => "At least one of the DBs specified is not available as a linked variant in the load memory",
        0xd23a => "At least one of the specified DBs is considerably different from the copied and linked variant",
        0xd240 => "Coordination rules violated",
        0xd241 => "The function is not permitted in the current protection level",
        0xd242 => "Protection violation while processing F blocks",
        0xd250 => "Update and module ID or version do not match",
        0xd251 => "Incorrect sequence of operating system components", 0xd252 => "Checksum error",
        0xd253 => "No executable loader available; update only possible using a memory card",
        0xd254 => "Storage error in operating system", 0xd280 => "Error compiling block in S7-300 CPU",
        0xd2a1 => "Another block function or a trigger on a block is active",
        0xd2a2 => "A trigger is active on a block. Complete the debugging function first",
        0xd2a3 => "The block is not active (linked), the block is occupied or the block is currently marked for deletion",
        0xd2a4 => "The block is already being processed by another block function",
        0xd2a6 => "It is not possible to save and change the user program simultaneously",
        0xd2a7 => "The block has the attribute 'unlinked' or is not processed",
        0xd2a8 => "An active debugging function is preventing parameters from being assigned to the CPU",
        0xd2a9 => "New parameters are being assigned to the CPU",
        0xd2aa => "New parameters are currently being assigned to the modules",
        0xd2ab => "The dynamic configuration limits are currently being changed",
        0xd2ac => "A running active or deactivate assignment (SFC 12) is temporarily preventing R-KiR process",
        0xd2b0 => "An error occurred while configuring in RUN (CiR)",
        0xd2c0 => "The maximum number of technological objects has been exceeded",
        0xd2c1 => "The same technology data block already exists on the module",
        0xd2c2 => "Downloading the user program or downloading the hardware configuration is not possible",
        0xd401 => "Information function unavailable", 0xd402 => "Information function unavailable",
        0xd403 => "Service has already been logged on/off (Diagnostics/PMC)",
        0xd404 => "Maximum number of nodes reached. No more logons possible for diagnostics/PMC",
        0xd405 => "Service not supported or syntax error in function parameters",
        0xd406 => "Required information currently unavailable", 0xd407 => "Diagnostics error occurred",
        0xd408 => "Update aborted", 0xd409 => "Error on DP bus",
        0xd601 => "Syntax error in function parameter", 0xd602 => "Incorrect password entered",
        0xd603 => "The connection has already been legitimized",
        0xd604 => "The connection has already been enabled",
        0xd605 => "Legitimization not possible because password does not exist",
        0xd801 => "At least one tag address is invalid", 0xd802 => "Specified job does not exist",
        0xd803 => "Illegal job status", 0xd804 => "Illegal cycle time (illegal time base or multiple)",
        0xd805 => "No more cyclic read jobs can be set up",
        0xd806 => "The referenced job is in a state in which the requested function cannot be performed",
        0xd807 => "Function aborted due to overload, meaning executing the read cycle takes longer than the set scan cycle time",
        0xdc01 => "Date and/or time invalid", 0xe201 => "CPU is already the master",
        0xe202 => "Connect and update not possible due to different user program in flash module",
        0xe203 => "Connect and update not possible due to different firmware",
        0xe204 => "Connect and update not possible due to different memory configuration",
        0xe205 => "Connect/update aborted due to synchronization error",
        0xe206 => "Connect/update denied due to coordination violation",
        0xef01 => "S7 protocol error: Error at ID2; only 00H permitted in job",
        0xef02 => "S7 protocol error: Error at ID2; set of resources does not exist",
    }
    PARAM_FUNC_NAMES {
        0 => "CPU services", 4 => "Read Var", 5 => "Write Var", 26 => "Request download",
        27 => "Download block", 28 => "Download ended", 29 => "Start upload", 30 => "Upload",
        31 => "End upload", 40 => "PI-Service", 41 => "PLC Stop", 240 => "Setup communication",
    }
    PARAM_USERDATA_FUNCGROUP_NAMES {
        0 => "Mode-transition", 1 => "Programmer commands", 2 => "Cyclic services", 3 => "Block functions",
        4 => "CPU functions", 5 => "Security", 6 => "PBC BSEND/BRECV", 7 => "Time functions",
        15 => "NC programming",
    }
    PARAM_USERDATA_LASTDATAUNIT_NAMES {
        0 => "Yes", 1 => "No",
    }
    PARAM_USERDATA_REQRES1_NAMES {
        0 => "Undef", 17 => "Req", 18 => "Res",
    }
    PARAM_USERDATA_SUBFUNC_NAMES {
        1 => "Block status", 2 => "Variable status", 3 => "Output ISTACK", 4 => "Output BSTACK",
        5 => "Output LSTACK", 6 => "Time measurement from to", 7 => "Force selection",
        8 => "Modify variable", 9 => "Force", 10 => "Breakpoint", 11 => "Exit HOLD", 12 => "Memory reset",
        13 => "Disable job", 14 => "Enable job", 15 => "Delete job", 16 => "Read job list",
        17 => "Read job", 18 => "Replace job", 19 => "Block status v2", 22 => "Flash LED",
    }
    PARAM_USERDATA_TYPE_NAMES {
        0 => "Push", 3 => "NC Push", 4 => "Request", 7 => "NC Request", 8 => "Response",
        11 => "NC Response",
    }
    SZL_0013_0000_CODE_NAMES {
        1 => "volatile memory (RAM)", 2 => "non-volatile memory (FEPROM)",
        3 => "mixed memory (RAM + FEPROM)",
    }
    SZL_0013_0000_INDEX_NAMES {
        1 => "Work memory", 2 => "Load memory integrated", 3 => "Load memory plugged in",
        4 => "Maximum plug-in load memory", 5 => "Size of the backup memory",
        6 => "Size of the memory reserved by the system for CFBs",
    }
    SZL_0132_0004_BART_SCH_NAMES {
        0 => "undefined or cannot be ascertained", 1 => "RUN", 2 => "RUN_P", 3 => "STOP", 4 => "MRES",
    }
    SZL_0132_0004_CRST_WRST_NAMES {
        0 => "undefined, does not exist or cannot be ascertained", 1 => "CRST", 2 => "WRST",
    }
    PARAM_ITEM_SYNTAXID_NAMES {
        16 => "S7ANY", 19 => "PBC-R_ID", 21 => "ALARM_LOCKFREE", 22 => "ALARM_IND", 25 => "ALARM_ACK",
        26 => "ALARM_QUERYREQ", 28 => "NOTIFY_IND", 130 => "NCK", 131 => "NCK_M", 132 => "NCK_I",
        162 => "DRIVEESANY", 176 => "DBREAD", 178 => "1200SYM",
    }
    PARAM_ITEM_TRANSP_SIZE_NAMES {
        1 => "BIT", 2 => "BYTE", 3 => "CHAR", 4 => "WORD", 5 => "INT", 6 => "DWORD", 7 => "DINT",
        8 => "REAL", 10 => "TOD", 11 => "TIME", 12 => "S5TIME", 15 => "DATE_AND_TIME", 28 => "COUNTER",
        29 => "TIMER", 30 => "IEC TIMER", 31 => "IEC COUNTER", 32 => "HS COUNTER",
    }
    PARAM_ITEM_AREA_NAMES {
        1 => "Data record", 3 => "System info of 200 family", 5 => "System flags of 200 family",
        6 => "Analog inputs of 200 family", 7 => "Analog outputs of 200 family", 28 => "S7 counters (C)",
        29 => "S7 timers (T)", 30 => "IEC counters (200 family)", 31 => "IEC timers (200 family)",
        128 => "Direct peripheral access (P)", 129 => "Inputs (I)", 130 => "Outputs (Q)",
        131 => "Flags (M)", 132 => "Data blocks (DB)", 133 => "Instance data blocks (DI)",
        134 => "Local data (L)", 135 => "Unknown yet (V)",
    }
}

/// What every message begins with.
pub const MAGIC: u8 = 0x32;
const JOB: u8 = 1;
const ACK: u8 = 2;
const ACK_DATA: u8 = 3;
const USERDATA: u8 = 7;

const READ: u8 = 4;
const WRITE: u8 = 5;
const REQUEST_DOWNLOAD: u8 = 0x1a;
const DOWNLOAD_BLOCK: u8 = 0x1b;
const DOWNLOAD_ENDED: u8 = 0x1c;
const START_UPLOAD: u8 = 0x1d;
const UPLOAD: u8 = 0x1e;
const END_UPLOAD: u8 = 0x1f;
const PI_SERVICE: u8 = 0x28;
const PLC_STOP: u8 = 0x29;
const SETUP: u8 = 0xf0;

/// Whether this is a message.
#[must_use]
pub fn accepts(bytes: &[u8]) -> bool {
    matches!(bytes, [MAGIC, kind, _, _, _, _, _, _, _, _, ..] if HEADER_ROSCTR_NAMES.find(u64::from(*kind)).is_some())
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("S7COMM");
    cx.info_clear();
    let kind = c.peek_u8(1)?;
    let name = HEADER_ROSCTR_NAMES.or(u64::from(kind), "Unknown");
    let (params, data) = (usize::from(c.peek_u16(6)?), usize::from(c.peek_u16(8)?));
    let long = matches!(kind, ACK | ACK_DATA);
    cx.info(|o| {
        o.s("ROSCTR:[").s(name);
        for _ in name.len()..8 {
            o.c(b' ');
        }
        o.s("]");
    });
    let item = cx.add(HEADER, c.span(if long { 12 } else { 10 }), Value::None);
    cx.label(item, |o| _ = o.s("Header: (").s(name).s(")"));
    cx.under(item, |cx| -> Step {
        let head = [(HEADER_PROTID, 1), (HEADER_ROSCTR, 1), (HEADER_REDID, 2), (HEADER_PDUREF, 2)];
        run(cx, &mut c, &head)?;
        run(cx, &mut c, &[(HEADER_PARLG, 2), (HEADER_DATLG, 2)])?;
        if long { run(cx, &mut c, &[(HEADER_ERRCLS, 1), (HEADER_ERRCOD, 1)]) } else { Ok(()) }
    })?;
    let p = c.take_all(params)?;
    if kind == USERDATA {
        return userdata::dissect(cx, p, c.take_all(data)?);
    }
    if params == 0 || !matches!(kind, JOB | ACK_DATA) {
        return Ok(());
    }
    let item = cx.add(PARAM, p.span(params), Value::None);
    let func = p.peek_u8(0)?;
    let name = PARAM_FUNC_NAMES.or(u64::from(func), "Unknown function");
    cx.info_add(|o| _ = o.s(" Function:[").s(name).s("]"));
    cx.append(item, |o| _ = o.s(": (").s(name).s(")"));
    let count = cx.under(item, |cx| parameters(cx, p, kind, func))?;
    let d = c.take_all(data)?;
    if data > 0 {
        let item = cx.add(DATA, d.span(data), Value::None);
        cx.under(item, |cx| match (func, kind) {
            (READ, ACK_DATA) | (WRITE, JOB) => items::values(cx, d, count),
            (WRITE, ACK_DATA) => items::codes(cx, d, count),
            _ => blocks(cx, d),
        })?;
    }
    Ok(())
}

/// The parameters of a function; gives how many items there are.
fn parameters<S: Sink>(
    cx: &mut Cx<'_, S>,
    mut p: Cursor<'_>,
    kind: u8,
    func: u8,
) -> Result<u8, requin_wire::Stop> {
    cx.u8(PARAM_FUNC, &mut p)?;
    let job = kind == JOB;
    match func {
        SETUP => {
            let rows = [
                (PARAM_SETUP_RESERVED1, 1),
                (PARAM_MAXAMQ_CALLING, 2),
                (PARAM_MAXAMQ_CALLED, 2),
                (PARAM_PDU_LENGTH, 2),
            ];
            run(cx, &mut p, &rows)?;
        }
        READ | WRITE => {
            let n = cx.u8(PARAM_ITEMCOUNT, &mut p)?;
            if job {
                items::addresses(cx, p, n)?;
            }
            return Ok(n);
        }
        REQUEST_DOWNLOAD | DOWNLOAD_BLOCK | DOWNLOAD_ENDED if job => {
            status(cx, &mut p)?;
            let second =
                if func == DOWNLOAD_ENDED { DATA_BLOCKCONTROL_ERRORCODE } else { DATA_BLOCKCONTROL_UNKNOWN1 };
            run(cx, &mut p, &[(second, 2), (DATA_BLOCKCONTROL_UNKNOWN1, 4)])?;
            filename(cx, &mut p)?;
            if func == REQUEST_DOWNLOAD && p.left() >= 14 {
                let rows = [
                    (DATA_BLOCKCONTROL_PART2_LEN, 1),
                    (DATA_BLOCKCONTROL_PART2_UNKNOWN, 1),
                    (DATA_BLOCKCONTROL_LOADMEM_LEN, 6),
                    (DATA_BLOCKCONTROL_MC7CODE_LEN, 6),
                ];
                run(cx, &mut p, &rows)?;
            }
        }
        DOWNLOAD_BLOCK | UPLOAD if !job => status(cx, &mut p)?,
        START_UPLOAD => {
            status(cx, &mut p)?;
            run(cx, &mut p, &[(DATA_BLOCKCONTROL_UNKNOWN1, 2), (DATA_BLOCKCONTROL_UPLOADID, 4)])?;
            if job {
                filename(cx, &mut p)?;
            } else if !p.is_empty() {
                let n = usize::from(cx.u8(PARAM_BLOCKCONTROL_UPL_LENSTRING_LEN, &mut p)?);
                cx.bytes(PARAM_BLOCKCONTROL_UPL_LENSTRING, &mut p, n)?;
            }
        }
        UPLOAD | END_UPLOAD if job => {
            status(cx, &mut p)?;
            let second =
                if func == UPLOAD { DATA_BLOCKCONTROL_UNKNOWN1 } else { DATA_BLOCKCONTROL_ERRORCODE };
            run(cx, &mut p, &[(second, 2), (DATA_BLOCKCONTROL_UPLOADID, 4)])?;
        }
        PI_SERVICE if job => program_invocation(cx, p)?,
        PLC_STOP if job => {
            cx.field(PARAM_PISTART_UNKNOWN1, &mut p, 5)?;
            let n = usize::from(cx.u8(PARAM_PI_N_X_STRING_LEN, &mut p)?);
            cx.bytes(PARAM_PISTART_SERVICENAME, &mut p, n)?;
        }
        _ => {}
    }
    Ok(0)
}

fn status<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let bits = [PARAM_BLOCKCONTROL_FUNCTIONSTATUS_ERROR, PARAM_BLOCKCONTROL_FUNCTIONSTATUS_MORE];
    cx.flags(PARAM_BLOCKCONTROL_FUNCTIONSTATUS, c, 1, &bits).map(|_| ())
}

/// Short names of types of blocks, by the two digits that stand for them.
fn block_type(digits: &[u8]) -> &'static str {
    match digits {
        b"08" => "OB",
        b"0A" => "DB",
        b"0B" => "SDB",
        b"0C" => "FC",
        b"0D" => "SFC",
        b"0E" => "FB",
        b"0F" => "SFB",
        _ => "Unknown Block type",
    }
}

/// A number in ASCII digits, without leading zeros.
fn write_number(o: &mut Out<'_>, digits: &[u8]) {
    let n =
        digits.iter().take(9).filter(|b| b.is_ascii_digit()).fold(0u64, |n, b| n * 10 + u64::from(b - b'0'));
    o.u(n);
}

/// The name of a block as a file: whose it is, type, number, where it goes.
fn filename<S: Sink>(cx: &mut Cx<'_, S>, p: &mut Cursor<'_>) -> Step {
    let n = usize::from(cx.u8(PARAM_BLOCKCONTROL_FILENAME_LEN, p)?);
    let name = p.peek_bytes(0, n)?;
    let mut inner = p.within(n);
    let item = cx.field(PARAM_BLOCKCONTROL_FILENAME, p, n)?;
    if n != 9 {
        return Ok(());
    }
    let (kind, number) = (name.get(1..3).unwrap_or_default(), name.get(3..8).unwrap_or_default());
    cx.info_add(|o| {
        o.s(" -> Block:[").s(block_type(kind)).c(b' ');
        write_number(o, number);
        o.s("]");
    });
    cx.under(item, |cx| {
        let rows = [
            (DATA_BLOCKCONTROL_FILE_IDENTIFIER, 1),
            (DATA_BLOCKCONTROL_BLOCK_TYPE, 2),
            (DATA_BLOCKCONTROL_BLOCK_NUMBER, 5),
            (DATA_BLOCKCONTROL_DEST_FILESYS, 1),
        ];
        run(cx, &mut inner, &rows)
    })
}

fn program_invocation<S: Sink>(cx: &mut Cx<'_, S>, mut p: Cursor<'_>) -> Step {
    cx.field(PARAM_PISTART_UNKNOWN1, &mut p, 7)?;
    let n = usize::from(cx.u16(PARAM_PISTART_PARAMETERBLOCK_LEN, &mut p)?);
    let mut block = p.take_all(n)?;
    let name_len = usize::from(p.peek_u8(0)?);
    let name = p.peek_bytes(1, name_len)?;
    let item = cx.add(PARAM_PISTART_PARAMETERBLOCK, block.span(n), Value::None);
    cx.under(item, |cx| -> Step {
        if !matches!(name, b"_INSE" | b"_INS2" | b"_DELE") {
            return Ok(());
        }
        let count = cx.u8(DATA_PLCCONTROL_BLOCK_CNT, &mut block)?;
        cx.u8(PARAM_PI_INSE_UNKNOWN, &mut block)?;
        for _ in 0..count {
            let rows = [
                (DATA_BLOCKCONTROL_BLOCK_TYPE, 2),
                (DATA_BLOCKCONTROL_BLOCK_NUMBER, 5),
                (DATA_BLOCKCONTROL_DEST_FILESYS, 1),
            ];
            run(cx, &mut block, &rows)?;
        }
        Ok(())
    })?;
    cx.u8(PARAM_PI_N_X_STRING_LEN, &mut p)?;
    cx.bytes(PARAM_PISTART_SERVICENAME, &mut p, name_len).map(|_| ())
}

/// Part of a block that is loaded up or down.
fn blocks<S: Sink>(cx: &mut Cx<'_, S>, mut d: Cursor<'_>) -> Step {
    if d.left() < 4 {
        return Ok(());
    }
    let n = usize::from(cx.u16(DATA_LENGTH, &mut d)?);
    cx.field(DATA_BLOCKCONTROL_UNKNOWN1, &mut d, 2)?;
    let n = n.min(d.left());
    if n > 0 { cx.field(RESP_DATA, &mut d, n).map(|_| ()) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_recognized() {
        assert!(accepts(&[MAGIC, 1, 0, 0, 0, 0, 0, 8, 0, 0]));
        assert!(!accepts(&[MAGIC, 9, 0, 0, 0, 0, 0, 8, 0, 0]) && !accepts(&[MAGIC, 1]));
    }

    #[test]
    fn numbers_of_blocks_lose_their_zeros() {
        let mut text = Vec::new();
        write_number(&mut Out::new(&mut text), b"00120");
        assert_eq!(text, b"120");
    }
}
