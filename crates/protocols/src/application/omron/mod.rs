//! OMRON FINS: commands and responses, over UDP, or over TCP with a header that tells their length (FINS/TCP).

mod commands;
mod names;
mod network;
mod parts;

use crate::common::YES;
use names::*;
use requin_wire::{Cursor, Cx, Field, Names, Pdu, Sink, Step, proto};

proto! {
    OMRON "omron" "OMRON FINS Protocol" "OMRON FINS" App
    on [Udp 9600, Tcp 9600]
    frames sized [frames]
    fields {
        TCP_MAGIC "omron.tcp.magic" "Magic Bytes": U32 Hex;
        TCP_LENGTH "omron.tcp.length" "Length": U32 DecHex;
        TCP_COMMAND "omron.tcp.command" "Command": U32 Hex = TCP_COMMAND_NAMES;
        TCP_ERROR_CODE "omron.tcp.error_code" "Error Code": U32 Hex = TCP_ERROR_CODE_NAMES;
        TCP_CLIENT_NODE_ADDRESS "omron.tcp.client_node_address" "Client Node Address": U32 DecHex;
        TCP_SERVER_NODE_ADDRESS "omron.tcp.server_node_address" "Server Node Address": U32 DecHex;
        ICF "omron.icf" "OMRON ICF Field": U8 Hex;
        ICF_GWB "omron.icf.gwb" "Gateway bit": U8 Hex & 0x80 = ICF_GWB_NAMES;
        ICF_DTB "omron.icf.dtb" "Data Type bit": U8 Hex & 0x40 = ICF_DTB_NAMES;
        ICF_RB0 "omron.icf.rb0" "Reserved bit 0": U8 Hex & 0x20;
        ICF_RB1 "omron.icf.rb1" "Reserved bit 1": U8 Hex & 0x10;
        ICF_RB2 "omron.icf.rb2" "Reserved bit 2": U8 Hex & 0x8;
        ICF_RB3 "omron.icf.rb3" "Reserved bit 3": U8 Hex & 0x4;
        ICF_RB4 "omron.icf.rb4" "Reserved bit 4": U8 Hex & 0x2;
        ICF_RSB "omron.icf.rsb" "Response setting bit": U8 Hex & 0x1 = ICF_RSB_NAMES;
        RSV "omron.rsv" "Reserved": U8 Hex;
        GCT "omron.gct" "Gateway Count": U8 Hex;
        DNA "omron.dna" "Destination network address": U8 Hex = DNA_NAMES;
        DA1 "omron.da1" "Destination node number": U8 Hex = DA1_NAMES;
        DA2 "omron.da2" "Destination unit address": U8 Hex = DA2_NAMES;
        SNA "omron.sna" "Source network address": U8 Hex = DNA_NAMES;
        SA1 "omron.sa1" "Source node number": U8 Hex = DA1_NAMES;
        SA2 "omron.sa2" "Source unit address": U8 Hex = DA2_NAMES;
        SID "omron.sid" "Service ID": U8 Hex;
        COMMAND "omron.command" "Command CODE": U16 Hex = COMMAND_NAMES;
        MEMORY_AREA_READ "omron.memory.area.read" "Memory Area Code": U8 Hex = MEMORY_AREA_READ_NAMES;
        RESPONSE_CODE "omron.response.code" "Response code": U16 Hex = RESPONSE_CODE_NAMES;
        COMMAND_DATA "omron.command.data" "Command Data": Bytes;
        MEMORY_ADDRESS "omron.memory.address" "Beginning address": U16 Hex;
        MEMORY_ADDRESS_BITS "omron.memory.address.bits" "Beginning address bits": U8 Hex;
        MEMORY_NUMITEMS "omron.memory.numitems" "Number of items": U16 Dec;
        RESPONSE_DATA "omron.response.data" "Response data": Bytes;
        PARAMETER_AREA_CODE "omron.parameter_area_code" "Parameter area code": U16 Hex = PARAMETER_AREA_CODE_NAMES;
        WORD "omron.word" "Beginning word": U16 Hex;
        NUMWORDS "omron.numwords" "No. words or Bytes": U16 Hex;
        PROGRAM_NUMBER "omron.program_number" "Program number": U16 Hex;
        PROTECT_CODE "omron.protect_code" "Protect code": U8 Hex;
        WORD_BEGIN "omron.word.begin" "Beginning word": U32 Hex;
        WORD_LAST "omron.word.last" "Last word": U32 Hex;
        PASSWORD "omron.password" "Password": Str;
        CLEARCODE "omron.clearcode" "Clear Code": U8 Hex;
        MODE_CODE "omron.mode_code" "Mode Code": U8 Hex = MODE_CODE_NAMES;
        CONTROLLER_MODEL "omron.controller.model" "Controller model": Str;
        CONTROLLER_VERSION "omron.controller.version" "Controller version": Str;
        SYSTEM_USE "omron.system.use" "For system use": Str;
        AREA_DATA_PROGRAM_AREA_SIZE "omron.area_data.program_area_size" "Program area size": U16 Dec;
        AREA_DATA_IOM_SIZE "omron.area_data.iom_size" "IOM size": U8 Dec;
        AREA_DATA_DM_WORDS "omron.area_data.dm_words" "No. of DM words": U16 Dec;
        AREA_DATA_TIMER_SIZE "omron.area_data.timer_size" "Timer/counter size": U8 Dec;
        AREA_DATA_DM_SIZE "omron.area_data.dm_size" "Expansion DM size": U8 Dec;
        AREA_DATA_NUM_STEPS "omron.area_data.num_steps" "No. of steps/transitions": U16 Dec;
        AREA_DATA_MEMORY_CARD "omron.area_data.memory_card" "Kind of Memory card": U8 Dec = AREA_DATA_MEMORY_CARD_NAMES;
        AREA_DATA_MEMORY_CARD_SIZE "omron.area_data.memory_card.size" "Memory card size": U16 Dec;
        CPUBUS_UNIT_NO0 "omron.cpubus_unit.no0" "CPU Bus Unit No. 0": U16 Dec;
        CPUBUS_UNIT_NO1 "omron.cpubus_unit.no1" "CPU Bus Unit No. 1": U16 Dec;
        CPUBUS_UNIT_NO2 "omron.cpubus_unit.no2" "CPU Bus Unit No. 2": U16 Dec;
        CPUBUS_UNIT_NO3 "omron.cpubus_unit.no3" "CPU Bus Unit No. 3": U16 Dec;
        CPUBUS_UNIT_NO4 "omron.cpubus_unit.no4" "CPU Bus Unit No. 4": U16 Dec;
        CPUBUS_UNIT_NO5 "omron.cpubus_unit.no5" "CPU Bus Unit No. 5": U16 Dec;
        CPUBUS_UNIT_NO6 "omron.cpubus_unit.no6" "CPU Bus Unit No. 6": U16 Dec;
        CPUBUS_UNIT_NO7 "omron.cpubus_unit.no7" "CPU Bus Unit No. 7": U16 Dec;
        CPUBUS_UNIT_NO8 "omron.cpubus_unit.no8" "CPU Bus Unit No. 8": U16 Dec;
        CPUBUS_UNIT_NO9 "omron.cpubus_unit.no9" "CPU Bus Unit No. 9": U16 Dec;
        CPUBUS_UNIT_NO10 "omron.cpubus_unit.no10" "CPU Bus Unit No. 10": U16 Dec;
        CPUBUS_UNIT_NO11 "omron.cpubus_unit.no11" "CPU Bus Unit No. 11": U16 Dec;
        CPUBUS_UNIT_NO12 "omron.cpubus_unit.no12" "CPU Bus Unit No. 12": U16 Dec;
        CPUBUS_UNIT_NO13 "omron.cpubus_unit.no13" "CPU Bus Unit No. 13": U16 Dec;
        CPUBUS_UNIT_NO14 "omron.cpubus_unit.no14" "CPU Bus Unit No. 14": U16 Dec;
        CPUBUS_UNIT_NO15 "omron.cpubus_unit.no15" "CPU Bus Unit No. 15": U16 Dec;
        CPUBUS_UNIT_RESERVED "omron.cpubus_unit.reserved" "CPU Bus Unit Reserved": Str;
        REMOTE_IO_DATE_SYSMAC_1 "omron.remote_io_date.sysmac_1" "No. of SYSMAC BUS/2 Masters mounted": U8 Dec;
        REMOTE_IO_DATE_SYSMAC_2 "omron.remote_io_date.sysmac_2" "No. of SYSMAC BUS Masters mounted": U8 Dec;
        PC_STATUS "omron.pc_status" "PC status": U8 Hex;
        PC_STATUS_PDC "omron.pc_status.pdc" "Peripheral Device connected": Bool(8) & 0x80 = YES;
        PC_STATUS_HI "omron.pc_status.hi" "With built-in host interface": U8 Dec & 0x40;
        PC_STATUS_R1 "omron.pc_status.r1" "Reserved 1": U8 Dec & 0x20;
        PC_STATUS_R2 "omron.pc_status.r2" "Reserved 2": U8 Dec & 0x10;
        PCP_STATUS_RACK_NUM "omron.pcp_status.rack_num" "Rack Number": U8 Dec & 0xf;
        UNIT_ADDRESS "omron.unit_address" "Unit address": U8 Hex;
        UNIT_NUMS "omron.unit_nums" "No. of Units": U8 Dec;
        MODEL_NUMBER "omron.model_number" "Model Number": Str;
        STATUS "omron.status" "Status": U8 Hex = STATUS_NAMES;
        FATAL_ERROR_DATA "omron.fatal_error_data" "Fatal error data": U16 Hex;
        FATAL_FALS_ERROR "omron.fatal.fals_error" "FALS error": U16 Dec & 0x8000;
        FATAL_SFC_ERROR "omron.fatal.sfc_error" "Fatal SFC error": U16 Dec & 0x4000;
        FATAL_CYCLE_TIME_OVER "omron.fatal.cycle_time_over" "Cycle time over": U16 Dec & 0x2000;
        FATAL_PROGRAM_ERROR "omron.fatal.program_error" "Program error": U16 Dec & 0x1000;
        FATAL_IO_SETTING_ERROR "omron.fatal.io_setting_error" "I/O setting error": U16 Dec & 0x800;
        FATAL_IO_POINT_OVERFLOW "omron.fatal.io_point_overflow" "I/O point overflow": U16 Dec & 0x400;
        FATAL_CPU_BUS_ERROR "omron.fatal.cpu_bus_error" "CPU bus error": U16 Dec & 0x200;
        FATAL_DUPLICATION_ERROR "omron.fatal.duplication_error" "Duplication error": U16 Dec & 0x100;
        FATAL_IO_BUS_ERROR "omron.fatal.io_bus_error" "I/O bus error": U16 Dec & 0x80;
        FATAL_MEMORY_ERROR "omron.fatal.memory_error" "Memory error": U16 Dec & 0x40;
        FATAL_RV_1 "omron.fatal.rv_1" "Reserved": U16 Dec & 0x20;
        FATAL_RV_2 "omron.fatal.rv_2" "Reserved": U16 Dec & 0x10;
        FATAL_RV_3 "omron.fatal.rv_3" "Reserved": U16 Dec & 0x8;
        FATAL_RV_4 "omron.fatal.rv_4" "Reserved": U16 Dec & 0x4;
        FATAL_RV_5 "omron.fatal.rv_5" "Reserved": U16 Dec & 0x2;
        FATAL_WATCH_DOG_TIMER_ERROR "omron.fatal.watch_dog_timer_error" "Watch dog timer error": U16 Dec & 0x1;
        NON_FATAL_RV1 "omron.non_fatal.rv1" "Reserved": U16 Dec & 0x8000;
        NON_FATAL_RV2 "omron.non_fatal.rv2" "Reserved": U16 Dec & 0x4000;
        NON_FATAL_POWER_INTERRUPTION "omron.non_fatal.power_interruption" "Momentary power interruption": U16 Dec & 0x2000;
        NON_FATAL_CPU_BUS_UNIT_SETTING_ERROR "omron.non_fatal.cpu_bus_unit_setting_error" "CPU Bus Unit setting error": U16 Dec & 0x1000;
        NON_FATAL_BATTER_ERROR "omron.non_fatal.batter_error" "Battery error": U16 Dec & 0x800;
        NON_FATAL_SYSMAC_BUS_ERROR "omron.non_fatal.sysmac_bus_error" "SYSMAC BUS error": U16 Dec & 0x400;
        NON_FATAL_SYSMAC_BUS2_ERROR "omron.non_fatal.sysmac_bus2_error" "SYSMAC BUS/2 error": U16 Dec & 0x200;
        NON_FATAL_CPU_BUS_UNIT_ERROR "omron.non_fatal.cpu_bus_unit_error" "CPU Bus Unit error": U16 Dec & 0x100;
        NON_FATAL_RV3 "omron.non_fatal.rv3" "Reserved": U16 Dec & 0x80;
        NON_FATAL_IO_VERIFICATION_ERROR "omron.non_fatal.io_verification_error" "I/O verification error": U16 Dec & 0x40;
        NON_FATAL_RV4 "omron.non_fatal.rv4" "Reserved": U16 Dec & 0x20;
        NON_FATAL_SFC_ERROR "omron.non_fatal.sfc_error" "Non-fatal SFC error v": U16 Dec & 0x10;
        NON_FATAL_INDIRECT_DM_ERROR "omron.non_fatal.indirect_dm_error" "Indirect DM error": U16 Dec & 0x8;
        NON_FATAL_JMP_ERROR "omron.non_fatal.jmp_error" "JMP error": U16 Dec & 0x4;
        NON_FATAL_RV5 "omron.non_fatal.rv5" "Reserved": U16 Dec & 0x2;
        NON_FATAL_FAL_ERROR "omron.non_fatal.fal_error" "FAL error": U16 Dec & 0x1;
        MESSAGE "omron.message" "Message": U16 Hex;
        MESSAGE_NO_0 "omron.message.no_0" "Message no. 0": Bool(16) & 0x8000 = YES;
        MESSAGE_NO_1 "omron.message.no_1" "Message no. 1": Bool(16) & 0x4000 = YES;
        MESSAGE_NO_2 "omron.message.no_2" "Message no. 2": Bool(16) & 0x2000 = YES;
        MESSAGE_NO_3 "omron.message.no_3" "Message no. 3": Bool(16) & 0x1000 = YES;
        MESSAGE_NO_4 "omron.message.no_4" "Message no. 4": Bool(16) & 0x800 = YES;
        MESSAGE_NO_5 "omron.message.no_5" "Message no. 5": Bool(16) & 0x400 = YES;
        MESSAGE_NO_6 "omron.message.no_6" "Message no. 6": Bool(16) & 0x200 = YES;
        MESSAGE_NO_7 "omron.message.no_7" "Message no. 7": Bool(16) & 0x100 = YES;
        MESSAGE_RV_0 "omron.message.rv_0" "Reserved": Bool(16) & 0x80 = YES;
        MESSAGE_RV_1 "omron.message.rv_1" "Reserved": Bool(16) & 0x40 = YES;
        MESSAGE_RV_2 "omron.message.rv_2" "Reserved": Bool(16) & 0x20 = YES;
        MESSAGE_RV_3 "omron.message.rv_3" "Reserved": Bool(16) & 0x10 = YES;
        MESSAGE_RV_4 "omron.message.rv_4" "Reserved": Bool(16) & 0x8 = YES;
        MESSAGE_RV_5 "omron.message.rv_5" "Reserved": Bool(16) & 0x4 = YES;
        MESSAGE_RV_6 "omron.message.rv_6" "Reserved": Bool(16) & 0x2 = YES;
        MESSAGE_RV_7 "omron.message.rv_7" "Reserved": Bool(16) & 0x1 = YES;
        FALS "omron.fals" "FALS / FALS no.": U16 Hex & 0x3fff;
        ERROR_MESSAGE "omron.error_message" "Error message": Str;
        PARAMETER "omron.parameter" "Parameter": U8 Hex = PARAMETER_NAMES;
        AVG_CYCLE_TIME "omron.avg_cycle_time" "Average cycle time": U32 Hex;
        MAX_CYCLE_TIME "omron.max_cycle_time" "Max. cycle time": U32 Hex;
        MIN_CYCLE_TIME "omron.min_cycle_time" "Min cycle time": U32 Hex;
        YEAR "omron.year" "Year": U8 Dec;
        MONTH "omron.month" "Month": U8 Dec;
        DATE "omron.date" "Date": U8 Dec;
        HOUR "omron.hour" "Hour": U8 Dec;
        MINUTE "omron.minute" "Minute": U8 Dec;
        SECOND "omron.second" "Second": U8 Dec;
        DAY "omron.day" "Day": U8 Dec = DAY_NAMES;
        READ_MESSAGE "omron.read_message" "Message": Str;
        NODE_NUMBER "omron.node_number" "Node number": U8 Dec;
        NETWORK_ADDRESS "omron.network_address" "Network address": U8 Dec;
        ERROR_RESET_FALS_NO "omron.error_reset_fals_no" "Error reset FAL no.": U16 Hex = ERROR_RESET_FALS_NO_NAMES;
        BEGINNING_RECORD_NO "omron.beginning_record_no" "Beginning record no.": U16 Dec;
        NO_OF_RECORDS "omron.no_of_records" "No. of records": U16 Dec;
        MAX_NO_OF_STORED_RECORDS "omron.max_no_of_stored_records" "Max. no. of stored records": U16 Dec;
        NO_STORED_RECORDS "omron.no_stored_records" "No. of stored records": U16 Dec;
        DISK_NO "omron.disk_no" "Disk no.": U16 Dec;
        BEGINNING_FILE_POSITION "omron.beginning_file_position" "Beginning file position": U16 Hex;
        NO_OF_FILES "omron.no_of_files" "No. of files": U16 Dec;
        DISK_DATA_VOLUME_LABEL "omron.disk_data.volume_label" "Volume label": Str;
        DISK_DATA_YEAR "omron.disk_data.year" "Year": U8 Dec;
        DISK_DATA_MONTH "omron.disk_data.month" "Month": U32 Dec & 0x1e00000;
        DISK_DATA_DAY "omron.disk_data.day" "Day": U32 Dec & 0x1f0000;
        DISK_DATA_HOUR "omron.disk_data.hour" "Hour": U32 Dec & 0xf800;
        DISK_DATA_MINUTE "omron.disk_data.minute" "Minute": U32 Dec & 0x7e0;
        DISK_DATA_SECOND "omron.disk_data.second" "Second": U8 Dec;
        DISK_DATA_TOTAL_CAPACITY "omron.disk_data.total_capacity" "Total capacity": U32 Dec;
        DISK_DATA_UNUSED_CAPACITY "omron.disk_data.unused_capacity" "Unused capacity": U32 Dec;
        DISK_DATA_TOTAL_NO_FILES "omron.disk_data.total_no_files" "Total no. of files": U16 Dec;
        DISK_DATA_NO_FILES "omron.disk_data.no_files" "No. of files": U16 Dec;
        FILE_DATA_FILENAME "omron.file_data.filename" "Filename": Str;
        FILE_DATA_FILE_CAPACITY "omron.file_data.file_capacity" "File capacity": U32 Dec;
        FILE_POSITION "omron.file_position" "File position": U32 Dec;
        DATA_LENGTH "omron.data_length" "Data length": U16 Dec;
        FILE_DATA "omron.file_data" "File data": None;
        FILE_PARAMETER_CODE "omron.file_parameter_code" "Parameter code": U16 Hex = FILE_PARAMETER_CODE_NAMES;
        VOLUME_PARAMETER_CODE "omron.volume_parameter_code" "Volume parameter code": U16 Hex = VOLUME_PARAMETER_CODE_NAMES;
        TRANSFER_PARAMETER_CODE "omron.transfer_parameter_code" "Parameter code": U16 Hex = TRANSFER_PARAMETER_CODE_NAMES;
        TRANSFER_BEGINNING_ADDRESS "omron.transfer_beginning_address" "Beginning address": U24 Hex;
        NUMBER_OF_BYTES "omron.number_of_bytes" "Number of bytes": U32 Dec;
        NUMBER_OF_BITS_FLAGS "omron.number_of_bits_flags" "No. of bits/flags": U16 Dec;
        SET_RESET_SPECIFICATION "omron.set_reset_specification" "Set/Reset Specification": U16 Hex = SET_RESET_SPECIFICATION_NAMES;
        BIT_FLAG "omron.bit_flag" "Bit/flag": U24 Dec;
        DATA "omron.data" "Data": None;
        BEGINNING_BLOCK_NUM "omron.beginning_block_num" "Beginning block number": U16 Dec;
        NUM_BLOCKS "omron.num_blocks" "Number of blocks": U8 Dec;
        NUM_BLOCKS_REMAINING "omron.num_blocks_remaining" "Number of blocks remaining": U16 Dec;
        TOTAL_NUM_BLOCKS "omron.total_num_blocks" "Total number of blocks": U16 Dec;
        TYPE "omron.type" "Type": U8 Hex = TYPE_NAMES;
        DATA_TYPE "omron.data_type" "Data type": U8 Hex;
        DATA_TYPE_TYPE "omron.data_type_type" "Data type": U8 Hex & 0x7 = DATA_TYPE_TYPE_NAMES;
        DATA_TYPE_RV "omron.data_type_rv" "Reserved": U8 Hex & 0x38;
        DATA_TYPE_PROTECTED "omron.data_type_protected" "Protected": Bool(8) & 0x40 = Names::Bools("Protected", "Not Protected");
        DATA_TYPE_END "omron.data_type_end" "Block": Bool(8) & 0x80 = Names::Bools("Last Block", "Not Last Block");
        CONTROL_DATA "omron.control_data" "Control data": U8 Hex;
        BLOCK_NUM "omron.block_num" "Block number": U16 Dec;
        NUM_UNIT_UINT16 "omron.num_unit_uint16" "Number of units": U16 Dec;
        FIXED "omron.fixed" "Fixed": U16 Hex;
        INTELLIGENT_ID_NO "omron.intelligent_id_no" "Intelligent ID no.": U16 Hex;
        FIRST_WORD "omron.first_word" "First word": U16 Hex;
        READ_LENGTH "omron.read_length" "Read length": U16 Dec;
        NO_OF_LINK_NODES "omron.no_of_link_nodes" "No. of link nodes": U8 Dec & 0x7f;
        BLOCK_RECORD_NODE_NUM_STATUS "omron.block_record.node_num_status" "Data link status": Bool(8) & 0x80 = Names::Bools("Normal", "Warning");
        BLOCK_RECORD_NODE_NUM_NUM_NODES "omron.block_record.node_num_num_nodes" "No. of link nodes": U8 Dec & 0x7f;
        BLOCK_RECORD_CIO_AREA "omron.block_record.cio_area" "CIO Area first word": U16 Hex;
        BLOCK_RECORD_KIND_OF_DM "omron.block_record.kind_of_dm" "Kind of DM": U8 Hex;
        BLOCK_RECORD_DM_AREA_FIRST_WORD "omron.block_record.dm_area_first_word" "DM Area first word": U16 Hex;
        BLOCK_RECORD_NO_OF_TOTAL_WORDS "omron.block_record.no_of_total_words" "No. of total words": U16 Dec;
        STATUS_FLAGS "omron.status_flags" "Status flags": U8 Hex;
        STATUS_FLAGS_SLAVE_MASTER "omron.status_flags.slave_master" "Status Type": Bool(8) & 0x80 = Names::Bools("Master", "Slave");
        STATUS_FLAGS_DATA_LINK "omron.status_flags.data_link" "Status Data link": Bool(8) & 0x1 = Names::Bools("Active", "Not Active");
        MASTER_NODE_NUMBER "omron.master_node_number" "Master node number": U8 Dec;
        NAME_DATA "omron.name_data" "Name data": Str;
        NUM_RECEPTIONS "omron.num_receptions" "Number of receptions": U16 Dec;
        NODE_NUMBER_LOW_NETWORK "omron.node_number.low.network" "Network": Bool(8) & 0x1 = Names::Bools("In network", "Not in network");
        NODE_NUMBER_LOW_EXIT_STATUS "omron.node_number.low.exit_status" "Exit status": Bool(8) & 0x2 = Names::Bools("Error", "Normal");
        NODE_NUMBER_LOW_RV "omron.node_number.low.rv" "Reserved": Bool(8) & 0x4;
        NODE_NUMBER_LOW_POLLING_STATUS "omron.node_number.low.polling_Status" "Polling": Bool(8) & 0x8 = Names::Bools("Unit does not respond to polling", "Unit responds to polling");
        NODE_NUMBER_HIGH_NETWORK "omron.node_number.high.network" "Network": Bool(8) & 0x10 = Names::Bools("In network", "Not in network");
        NODE_NUMBER_HIGH_EXIT_STATUS "omron.node_number.high.exit_status" "Exit status": Bool(8) & 0x20 = Names::Bools("Error", "Normal");
        NODE_NUMBER_HIGH_RV "omron.node_number.high.rv" "Reserved": Bool(8) & 0x40;
        NODE_NUMBER_HIGH_POLLING_STATUS "omron.node_number.high.polling_Status" "Polling": Bool(8) & 0x80 = Names::Bools("Unit does not respond to polling", "Unit responds to polling");
        COM_CYCLE_TIME "omron.com_cycle_time" "Communications cycle time (usec)": U16 Dec;
        POLLING_UNIT_NODE_NUM "omron.polling_unit_node_num" "Current polling unit node number": U8 Dec;
        CYCLIC_OPERATION "omron.cyclic_operation" "Cyclic operation": U8 Hex = CYCLIC_OPERATION_NAMES;
        CYCLIC_TRANS_STATUS "omron.cyclic_trans_status" "Cyclic transmission status": U8 Hex = CYCLIC_TRANS_STATUS_NAMES;
        CYCLIC_ERROR_STATUS "omron.cyclic_error_status" "Nodes  1- 7": U8 Hex;
        CYCLIC_ERROR_NODE_7 "omron.cyclic_error.node.7" "Node  7 error status": Bool(8) & 0x80 = YES;
        CYCLIC_ERROR_NODE_6 "omron.cyclic_error.node.6" "Node  6 error status": Bool(8) & 0x40 = YES;
        CYCLIC_ERROR_NODE_5 "omron.cyclic_error.node.5" "Node  5 error status": Bool(8) & 0x20 = YES;
        CYCLIC_ERROR_NODE_4 "omron.cyclic_error.node.4" "Node  4 error status": Bool(8) & 0x10 = YES;
        CYCLIC_ERROR_NODE_3 "omron.cyclic_error.node.3" "Node  3 error status": Bool(8) & 0x8 = YES;
        CYCLIC_ERROR_NODE_2 "omron.cyclic_error.node.2" "Node  2 error status": Bool(8) & 0x4 = YES;
        CYCLIC_ERROR_NODE_1 "omron.cyclic_error.node.1" "Node  1 error status": Bool(8) & 0x2 = YES;
        CYCLIC_ERROR_NODE_15 "omron.cyclic_error.node.15" "Node 15 error status": Bool(8) & 0x80 = YES;
        CYCLIC_ERROR_NODE_14 "omron.cyclic_error.node.14" "Node 14 error status": Bool(8) & 0x40 = YES;
        CYCLIC_ERROR_NODE_13 "omron.cyclic_error.node.13" "Node 13 error status": Bool(8) & 0x20 = YES;
        CYCLIC_ERROR_NODE_12 "omron.cyclic_error.node.12" "Node 12 error status": Bool(8) & 0x10 = YES;
        CYCLIC_ERROR_NODE_11 "omron.cyclic_error.node.11" "Node 11 error status": Bool(8) & 0x8 = YES;
        CYCLIC_ERROR_NODE_10 "omron.cyclic_error.node.10" "Node 10 error status": Bool(8) & 0x4 = YES;
        CYCLIC_ERROR_NODE_9 "omron.cyclic_error.node.9" "Node  9 error status": Bool(8) & 0x2 = YES;
        CYCLIC_ERROR_NODE_8 "omron.cyclic_error.node.8" "Node  8 error status": Bool(8) & 0x1 = YES;
        CYCLIC_ERROR_NODE_23 "omron.cyclic_error.node.23" "Node 23 error status": Bool(8) & 0x80 = YES;
        CYCLIC_ERROR_NODE_22 "omron.cyclic_error.node.22" "Node 22 error status": Bool(8) & 0x40 = YES;
        CYCLIC_ERROR_NODE_21 "omron.cyclic_error.node.21" "Node 21 error status": Bool(8) & 0x20 = YES;
        CYCLIC_ERROR_NODE_20 "omron.cyclic_error.node.20" "Node 20 error status": Bool(8) & 0x10 = YES;
        CYCLIC_ERROR_NODE_19 "omron.cyclic_error.node.19" "Node 19 error status": Bool(8) & 0x8 = YES;
        CYCLIC_ERROR_NODE_18 "omron.cyclic_error.node.18" "Node 18 error status": Bool(8) & 0x4 = YES;
        CYCLIC_ERROR_NODE_17 "omron.cyclic_error.node.17" "Node 17 error status": Bool(8) & 0x2 = YES;
        CYCLIC_ERROR_NODE_16 "omron.cyclic_error.node.16" "Node 16 error status": Bool(8) & 0x1 = YES;
        CYCLIC_ERROR_NODE_31 "omron.cyclic_error.node.31" "Node 31 error status": Bool(8) & 0x80 = YES;
        CYCLIC_ERROR_NODE_30 "omron.cyclic_error.node.30" "Node 30 error status": Bool(8) & 0x40 = YES;
        CYCLIC_ERROR_NODE_29 "omron.cyclic_error.node.29" "Node 29 error status": Bool(8) & 0x20 = YES;
        CYCLIC_ERROR_NODE_28 "omron.cyclic_error.node.28" "Node 28 error status": Bool(8) & 0x10 = YES;
        CYCLIC_ERROR_NODE_27 "omron.cyclic_error.node.27" "Node 27 error status": Bool(8) & 0x8 = YES;
        CYCLIC_ERROR_NODE_26 "omron.cyclic_error.node.26" "Node 26 error status": Bool(8) & 0x4 = YES;
        CYCLIC_ERROR_NODE_25 "omron.cyclic_error.node.25" "Node 25 error status": Bool(8) & 0x2 = YES;
        CYCLIC_ERROR_NODE_24 "omron.cyclic_error.node.24" "Node 24 error status": Bool(8) & 0x1 = YES;
        CYCLIC_ERROR_NODE_39 "omron.cyclic_error.node.39" "Node 39 error status": Bool(8) & 0x80 = YES;
        CYCLIC_ERROR_NODE_38 "omron.cyclic_error.node.38" "Node 38 error status": Bool(8) & 0x40 = YES;
        CYCLIC_ERROR_NODE_37 "omron.cyclic_error.node.37" "Node 37 error status": Bool(8) & 0x20 = YES;
        CYCLIC_ERROR_NODE_36 "omron.cyclic_error.node.36" "Node 36 error status": Bool(8) & 0x10 = YES;
        CYCLIC_ERROR_NODE_35 "omron.cyclic_error.node.35" "Node 35 error status": Bool(8) & 0x8 = YES;
        CYCLIC_ERROR_NODE_34 "omron.cyclic_error.node.34" "Node 34 error status": Bool(8) & 0x4 = YES;
        CYCLIC_ERROR_NODE_33 "omron.cyclic_error.node.33" "Node 33 error status": Bool(8) & 0x2 = YES;
        CYCLIC_ERROR_NODE_32 "omron.cyclic_error.node.32" "Node 32 error status": Bool(8) & 0x1 = YES;
        CYCLIC_ERROR_NODE_47 "omron.cyclic_error.node.47" "Node 47 error status": Bool(8) & 0x80 = YES;
        CYCLIC_ERROR_NODE_46 "omron.cyclic_error.node.46" "Node 46 error status": Bool(8) & 0x40 = YES;
        CYCLIC_ERROR_NODE_45 "omron.cyclic_error.node.45" "Node 45 error status": Bool(8) & 0x20 = YES;
        CYCLIC_ERROR_NODE_44 "omron.cyclic_error.node.44" "Node 44 error status": Bool(8) & 0x10 = YES;
        CYCLIC_ERROR_NODE_43 "omron.cyclic_error.node.43" "Node 43 error status": Bool(8) & 0x8 = YES;
        CYCLIC_ERROR_NODE_42 "omron.cyclic_error.node.42" "Node 42 error status": Bool(8) & 0x4 = YES;
        CYCLIC_ERROR_NODE_41 "omron.cyclic_error.node.41" "Node 41 error status": Bool(8) & 0x2 = YES;
        CYCLIC_ERROR_NODE_40 "omron.cyclic_error.node.40" "Node 40 error status": Bool(8) & 0x1 = YES;
        CYCLIC_ERROR_NODE_55 "omron.cyclic_error.node.55" "Node 55 error status": Bool(8) & 0x80 = YES;
        CYCLIC_ERROR_NODE_54 "omron.cyclic_error.node.54" "Node 54 error status": Bool(8) & 0x40 = YES;
        CYCLIC_ERROR_NODE_53 "omron.cyclic_error.node.53" "Node 53 error status": Bool(8) & 0x20 = YES;
        CYCLIC_ERROR_NODE_52 "omron.cyclic_error.node.52" "Node 52 error status": Bool(8) & 0x10 = YES;
        CYCLIC_ERROR_NODE_51 "omron.cyclic_error.node.51" "Node 51 error status": Bool(8) & 0x8 = YES;
        CYCLIC_ERROR_NODE_50 "omron.cyclic_error.node.50" "Node 50 error status": Bool(8) & 0x4 = YES;
        CYCLIC_ERROR_NODE_49 "omron.cyclic_error.node.49" "Node 49 error status": Bool(8) & 0x2 = YES;
        CYCLIC_ERROR_NODE_48 "omron.cyclic_error.node.48" "Node 48 error status": Bool(8) & 0x1 = YES;
        CYCLIC_ERROR_NODE_62 "omron.cyclic_error.node.62" "Node 62 error status": Bool(8) & 0x40 = YES;
        CYCLIC_ERROR_NODE_61 "omron.cyclic_error.node.61" "Node 61 error status": Bool(8) & 0x20 = YES;
        CYCLIC_ERROR_NODE_60 "omron.cyclic_error.node.60" "Node 60 error status": Bool(8) & 0x10 = YES;
        CYCLIC_ERROR_NODE_59 "omron.cyclic_error.node.59" "Node 59 error status": Bool(8) & 0x8 = YES;
        CYCLIC_ERROR_NODE_58 "omron.cyclic_error.node.58" "Node 58 error status": Bool(8) & 0x4 = YES;
        CYCLIC_ERROR_NODE_57 "omron.cyclic_error.node.57" "Node 57 error status": Bool(8) & 0x2 = YES;
        CYCLIC_ERROR_NODE_56 "omron.cyclic_error.node.56" "Node 56 error status": Bool(8) & 0x1 = YES;
        NODE_ERROR_COUNT "omron.node_error_count" "Node error count": U8 Dec;
    }
    experts {
        UNKNOWN_AREA "omron.memory.area.read.unknown" Warn Protocol "Unknown Memory-Area-Code";
    }
}

/// What FINS/TCP begins with.
const MAGIC: &[u8] = b"FINS";
/// Bytes of its header that its length does not count.
const UNCOUNTED: usize = 8;
const FRAME_SEND: u32 = 2;
const ICF_BITS: &[Field] = &[ICF_GWB, ICF_DTB, ICF_RB0, ICF_RB1, ICF_RB2, ICF_RB3, ICF_RB4, ICF_RSB];

fn frames(bytes: &[u8], _: bool, _: &[u64; 2]) -> Pdu {
    match bytes {
        [b'F', b'I', b'N', b'S', a, b, c, d, ..] => {
            Pdu::Len(UNCOUNTED + (u32::from_be_bytes([*a, *b, *c, *d]) as usize).min(1 << 16))
        }
        _ if MAGIC.starts_with(bytes) || bytes.starts_with(MAGIC) => Pdu::More(UNCOUNTED),
        _ => Pdu::AsItComes,
    }
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("OMRON");
    cx.info_clear();
    if !c.rest().starts_with(MAGIC) {
        return message(cx, c);
    }
    let length = c.peek_u32(4)? as usize;
    let mut one = c.take(UNCOUNTED.saturating_add(length));
    let command = one.peek_u32(8)?;
    let name = TCP_COMMAND_NAMES.or(u64::from(command), "Unknown");
    cx.info(|o| _ = o.s("FINS/TCP : ").s(name));
    let line = cx.line(one.span(16), |o| _ = o.s("FINS/TCP Header"));
    cx.under(line, |cx| -> Step {
        let c = &mut one;
        cx.u32(TCP_MAGIC, c)?;
        cx.u32(TCP_LENGTH, c)?;
        cx.u32(TCP_COMMAND, c)?;
        cx.u32(TCP_ERROR_CODE, c)?;
        if command < FRAME_SEND {
            cx.u32(TCP_CLIENT_NODE_ADDRESS, c)?;
        }
        if command == 1 {
            cx.u32(TCP_SERVER_NODE_ADDRESS, c)?;
        }
        Ok(())
    })?;
    if command == FRAME_SEND {
        message(cx, one)?;
    }
    cx.info_fence();
    if c.is_empty() { Ok(()) } else { cx.next_pdu(ID, c) }
}

/// A command or a response.
fn message<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let (icf, command) = (c.peek_u8(0)?, c.peek_u16(10)?);
    let response = icf & 0x40 != 0;
    cx.info(|o| {
        o.s(if response { "Response : " } else { "Command  : " });
        o.s(COMMAND_NAMES.or(u64::from(command), "Unknown"));
    });
    // Words of the data memory, and of its banks, are told by their names.
    if !response
        && command == 0x0101
        && let (Ok(area), Ok(word)) = (c.peek_u8(12), c.peek_u16(13))
    {
        cx.info_add(|o| match area {
            0x82 => _ = o.s(" (D").u(word).c(b')'),
            0x90..=0x97 => _ = o.s(" (E").u(area - 0x90).c(b'_').u(word).c(b')'),
            _ => {}
        });
    }
    let line = cx.line(c.span(12), |o| _ = o.s("FINS Header"));
    cx.under(line, |cx| -> Step {
        let c = &mut c;
        let (bits, item) = cx.flags(ICF, c, 1, ICF_BITS)?;
        cx.append(item, |o| {
            o.s(", Gateway bit: ").s(ICF_GWB_NAMES.or(bits >> 7, ""));
            o.s(", Data Type bit: ").s(ICF_DTB_NAMES.or(bits >> 6 & 1, ""));
            o.s(", Response setting bit: ").s(ICF_RSB_NAMES.or(bits & 1, ""));
        });
        for field in [RSV, GCT, DNA, DA1, DA2, SNA, SA1, SA2, SID] {
            cx.u8(field, c)?;
        }
        cx.u16(COMMAND, c).map(|_| ())
    })?;
    if c.is_empty() {
        return Ok(());
    }
    let line = cx.line(c.span(usize::MAX), |o| _ = o.s("Command Data"));
    cx.under(line, |cx| commands::show(cx, &mut c, command, response))
}
