//! The fields of MMS, and their names.

use super::dissect;
use requin_wire::{names, proto};

proto! {
    MMS "mms" "MMS" "MMS" App
    on []
    fields {
        CONFIRMED_REQUEST_PDU_ELEMENT "mms.confirmed_RequestPDU_element" "confirmed-RequestPDU": None;
        CONFIRMED_RESPONSE_PDU_ELEMENT "mms.confirmed_ResponsePDU_element" "confirmed-ResponsePDU": None;
        CONFIRMED_ERROR_PDU_ELEMENT "mms.confirmed_ErrorPDU_element" "confirmed-ErrorPDU": None;
        UNCONFIRMED_PDU_ELEMENT "mms.unconfirmed_PDU_element" "unconfirmed-PDU": None;
        REJECT_PDU_ELEMENT "mms.rejectPDU_element" "rejectPDU": None;
        CANCEL_REQUEST_PDU "mms.cancel_RequestPDU" "cancel-RequestPDU": I32 Dec;
        CANCEL_RESPONSE_PDU "mms.cancel_ResponsePDU" "cancel-ResponsePDU": I32 Dec;
        CANCEL_ERROR_PDU_ELEMENT "mms.cancel_ErrorPDU_element" "cancel-ErrorPDU": None;
        INITIATE_REQUEST_PDU_ELEMENT "mms.initiate_RequestPDU_element" "initiate-RequestPDU": None;
        INITIATE_RESPONSE_PDU_ELEMENT "mms.initiate_ResponsePDU_element" "initiate-ResponsePDU": None;
        INITIATE_ERROR_PDU_ELEMENT "mms.initiate_ErrorPDU_element" "initiate-ErrorPDU": None;
        CONCLUDE_REQUEST_PDU_ELEMENT "mms.conclude_RequestPDU_element" "conclude-RequestPDU": None;
        CONCLUDE_RESPONSE_PDU_ELEMENT "mms.conclude_ResponsePDU_element" "conclude-ResponsePDU": None;
        CONCLUDE_ERROR_PDU_ELEMENT "mms.conclude_ErrorPDU_element" "conclude-ErrorPDU": None;
        INVOKE_ID "mms.invokeID" "invokeID": I32 Dec;
        LIST_OF_MODIFIER "mms.listOfModifier" "listOfModifier": U32 Dec;
        CONFIRMED_SERVICE_REQUEST "mms.confirmedServiceRequest" "confirmedServiceRequest": U32 Dec = CONFIRMED_SERVICE_REQUEST_NAMES;
        UNCONFIRMED_SERVICE "mms.unconfirmedService" "unconfirmedService": U32 Dec = UNCONFIRMED_SERVICE_NAMES;
        CONFIRMED_SERVICE_RESPONSE "mms.confirmedServiceResponse" "confirmedServiceResponse": U32 Dec = CONFIRMED_SERVICE_RESPONSE_NAMES;
        MODIFIER_POSITION "mms.modifierPosition" "modifierPosition": I32 Dec;
        SERVICE_ERROR_ELEMENT "mms.serviceError_element" "serviceError": None;
        INFORMATION_REPORT_ELEMENT "mms.informationReport_element" "informationReport": None;
        UNSOLICITED_STATUS_ELEMENT "mms.unsolicitedStatus_element" "unsolicitedStatus": None;
        EVENT_NOTIFICATION_ELEMENT "mms.eventNotification_element" "eventNotification": None;
        STATUS "mms.status" "status": Bool;
        GET_NAME_LIST_ELEMENT "mms.getNameList_element" "getNameList": None;
        IDENTIFY_ELEMENT "mms.identify_element" "identify": None;
        READ_ELEMENT "mms.read_element" "read": None;
        WRITE_ELEMENT "mms.write_element" "write": None;
        GET_VARIABLE_ACCESS_ATTRIBUTES "mms.getVariableAccessAttributes" "getVariableAccessAttributes": U32 Dec = GET_VARIABLE_ACCESS_ATTRIBUTES_NAMES;
        DEFINE_NAMED_VARIABLE_LIST_ELEMENT "mms.defineNamedVariableList_element" "defineNamedVariableList": None;
        GET_NAMED_VARIABLE_LIST_ATTRIBUTES "mms.getNamedVariableListAttributes" "getNamedVariableListAttributes": U32 Dec = GET_SCATTERED_ACCESS_ATTRIBUTES_NAMES;
        DELETE_NAMED_VARIABLE_LIST_ELEMENT "mms.deleteNamedVariableList_element" "deleteNamedVariableList": None;
        FILE_OPEN_ELEMENT "mms.fileOpen_element" "fileOpen": None;
        FILE_READ "mms.fileRead" "fileRead": I32 Dec;
        FILE_CLOSE "mms.fileClose" "fileClose": I32 Dec;
        FILE_RENAME_ELEMENT "mms.fileRename_element" "fileRename": None;
        FILE_DELETE "mms.fileDelete" "fileDelete": U32 Dec;
        FILE_DIRECTORY_ELEMENT "mms.fileDirectory_element" "fileDirectory": None;
        STATUS_ELEMENT "mms.status_element" "status": None;
        WRITE "mms.write" "write": U32 Dec;
        GET_VARIABLE_ACCESS_ATTRIBUTES_ELEMENT "mms.getVariableAccessAttributes_element" "getVariableAccessAttributes": None;
        GET_NAMED_VARIABLE_LIST_ATTRIBUTES_ELEMENT "mms.getNamedVariableListAttributes_element" "getNamedVariableListAttributes": None;
        FILE_READ_ELEMENT "mms.fileRead_element" "fileRead": None;
        FILE_CLOSE_ELEMENT "mms.fileClose_element" "fileClose": None;
        FILE_DELETE_ELEMENT "mms.fileDelete_element" "fileDelete": None;
        FILE_NAME_ITEM "mms.FileName_item" "FileName item": Str;
        VMD_SPECIFIC "mms.vmd_specific" "vmd-specific": Str;
        DOMAIN_SPECIFIC_ELEMENT "mms.domain_specific_element" "domain-specific": None;
        DOMAIN_ID "mms.domainId" "domainId": Str;
        ITEM_ID "mms.itemId" "itemId": Str;
        AA_SPECIFIC "mms.aa_specific" "aa-specific": Str;
        LOCAL_DETAIL_CALLING "mms.localDetailCalling" "localDetailCalling": I32 Dec;
        PROPOSED_MAX_SERV_OUTSTANDING_CALLING "mms.proposedMaxServOutstandingCalling" "proposedMaxServOutstandingCalling": I32 Dec;
        PROPOSED_MAX_SERV_OUTSTANDING_CALLED "mms.proposedMaxServOutstandingCalled" "proposedMaxServOutstandingCalled": I32 Dec;
        PROPOSED_DATA_STRUCTURE_NESTING_LEVEL "mms.proposedDataStructureNestingLevel" "proposedDataStructureNestingLevel": I32 Dec;
        MMS_INIT_REQUEST_DETAIL_ELEMENT "mms.mmsInitRequestDetail_element" "mmsInitRequestDetail": None;
        PROPOSED_VERSION_NUMBER "mms.proposedVersionNumber" "proposedVersionNumber": I32 Dec;
        PROPOSED_PARAMETER_CBB "mms.proposedParameterCBB" "proposedParameterCBB": Bytes;
        SERVICES_SUPPORTED_CALLING "mms.servicesSupportedCalling" "servicesSupportedCalling": Bytes;
        LOCAL_DETAIL_CALLED "mms.localDetailCalled" "localDetailCalled": I32 Dec;
        NEGOCIATED_MAX_SERV_OUTSTANDING_CALLING "mms.negociatedMaxServOutstandingCalling" "negociatedMaxServOutstandingCalling": I32 Dec;
        NEGOCIATED_MAX_SERV_OUTSTANDING_CALLED "mms.negociatedMaxServOutstandingCalled" "negociatedMaxServOutstandingCalled": I32 Dec;
        NEGOCIATED_DATA_STRUCTURE_NESTING_LEVEL "mms.negociatedDataStructureNestingLevel" "negociatedDataStructureNestingLevel": I32 Dec;
        MMS_INIT_RESPONSE_DETAIL_ELEMENT "mms.mmsInitResponseDetail_element" "mmsInitResponseDetail": None;
        NEGOCIATED_VERSION_NUMBER "mms.negociatedVersionNumber" "negociatedVersionNumber": I32 Dec;
        NEGOCIATED_PARAMETER_CBB "mms.negociatedParameterCBB" "negociatedParameterCBB": Bytes;
        SERVICES_SUPPORTED_CALLED "mms.servicesSupportedCalled" "servicesSupportedCalled": Bytes;
        ORIGINAL_INVOKE_ID "mms.originalInvokeID" "originalInvokeID": I32 Dec;
        ERROR_CLASS "mms.errorClass" "errorClass": U32 Dec = ERROR_CLASS_NAMES;
        VMD_STATE "mms.vmd_state" "vmd-state": I32 Dec = VMD_STATE_NAMES;
        APPLICATION_REFERENCE "mms.application_reference" "application-reference": I32 Dec = APPLICATION_REFERENCE_NAMES;
        DEFINITION "mms.definition" "definition": I32 Dec = DEFINITION_NAMES;
        RESOURCE "mms.resource" "resource": I32 Dec = RESOURCE_NAMES;
        SERVICE "mms.service" "service": I32 Dec = SERVICE_NAMES;
        SERVICE_PREEMPT "mms.service_preempt" "service-preempt": I32 Dec = SERVICE_PREEMPT_NAMES;
        TIME_RESOLUTION "mms.time_resolution" "time-resolution": I32 Dec = TIME_RESOLUTION_NAMES;
        ACCESS "mms.access" "access": I32 Dec = ACCESS_NAMES;
        INITIATE "mms.initiate" "initiate": I32 Dec = INITIATE_NAMES;
        CONCLUDE "mms.conclude" "conclude": I32 Dec = CONCLUDE_NAMES;
        CANCEL "mms.cancel" "cancel": I32 Dec = CANCEL_NAMES;
        FILE "mms.file" "file": I32 Dec = FILE_NAMES;
        OTHERS "mms.others" "others": I32 Dec;
        ADDITIONAL_CODE "mms.additionalCode" "additionalCode": I32 Dec;
        ADDITIONAL_DESCRIPTION "mms.additionalDescription" "additionalDescription": Str;
        REJECT_REASON "mms.rejectReason" "rejectReason": U32 Dec = REJECT_REASON_NAMES;
        CONFIRMED_REQUEST_PDU "mms.confirmed_requestPDU" "confirmed-requestPDU": I32 Dec = CONFIRMED_REQUEST_PDU_NAMES;
        CONFIRMED_RESPONSE_PDU "mms.confirmed_responsePDU" "confirmed-responsePDU": I32 Dec = CONFIRMED_RESPONSE_PDU_NAMES;
        CONFIRMED_ERROR_PDU "mms.confirmed_errorPDU" "confirmed-errorPDU": I32 Dec = CONFIRMED_ERROR_PDU_NAMES;
        UNCONFIRMED_PDU "mms.unconfirmedPDU" "unconfirmedPDU": I32 Dec = UNCONFIRMED_PDU_NAMES;
        PDU_ERROR "mms.pdu_error" "pdu-error": I32 Dec = PDU_ERROR_NAMES;
        CANCEL_REQUEST_REASON "mms.cancel_requestPDU" "cancel-requestPDU": I32 Dec = CANCEL_REQUEST_PDU__NAMES;
        CANCEL_RESPONSE_REASON "mms.cancel_responsePDU" "cancel-responsePDU": I32 Dec = CANCEL_REQUEST_PDU__NAMES;
        CANCEL_ERROR_PDU "mms.cancel_errorPDU" "cancel-errorPDU": I32 Dec = CANCEL_ERROR_PDU_NAMES;
        CONCLUDE_REQUEST_PDU "mms.conclude_requestPDU" "conclude-requestPDU": I32 Dec = CONCLUDE_REQUEST_PDU_NAMES;
        CONCLUDE_RESPONSE_PDU "mms.conclude_responsePDU" "conclude-responsePDU": I32 Dec = CONCLUDE_RESPONSE_PDU_NAMES;
        CONCLUDE_ERROR_PDU "mms.conclude_errorPDU" "conclude-errorPDU": I32 Dec = CONCLUDE_ERROR_PDU_NAMES;
        VMD_LOGICAL_STATUS "mms.vmdLogicalStatus" "vmdLogicalStatus": I32 Dec = VMD_LOGICAL_STATUS_NAMES;
        VMD_PHYSICAL_STATUS "mms.vmdPhysicalStatus" "vmdPhysicalStatus": I32 Dec = VMD_PHYSICAL_STATUS_NAMES;
        LOCAL_DETAIL "mms.localDetail" "localDetail": Bytes;
        EXTENDED_OBJECT_CLASS "mms.extendedObjectClass" "extendedObjectClass": U32 Dec = EXTENDED_OBJECT_CLASS_NAMES;
        OBJECT_CLASS "mms.objectClass" "objectClass": I32 Dec = OBJECT_CLASS_NAMES;
        OBJECT_SCOPE "mms.objectScope" "objectScope": U32 Dec = OBJECT_SCOPE_NAMES;
        VMD_SPECIFIC_ELEMENT "mms.vmdSpecific_element" "vmdSpecific": None;
        DOMAIN_SPECIFIC "mms.domainSpecific" "domainSpecific": Str;
        AA_SPECIFIC_ELEMENT "mms.aaSpecific_element" "aaSpecific": None;
        GET_NAME_LIST_REQUEST_CONTINUE_AFTER "mms.getNameList-Request_continueAfter" "continueAfter": Str;
        LIST_OF_IDENTIFIER "mms.listOfIdentifier" "listOfIdentifier": U32 Dec;
        IDENTIFIER "mms.Identifier" "Identifier": Str;
        MORE_FOLLOWS "mms.moreFollows" "moreFollows": Bool;
        VENDOR_NAME "mms.vendorName" "vendorName": Str;
        MODEL_NAME "mms.modelName" "modelName": Str;
        REVISION "mms.revision" "revision": Str;
        LIST_OF_ABSTRACT_SYNTAXES "mms.listOfAbstractSyntaxes" "listOfAbstractSyntaxes": U32 Dec;
        LIST_OF_ABSTRACT_SYNTAXES_ITEM "mms.listOfAbstractSyntaxes_item" "listOfAbstractSyntaxes item": Oid;
        DOMAIN_NAME "mms.domainName" "domainName": Str;
        FILE_NAME "mms.fileName" "fileName": U32 Dec;
        MMS_DELETABLE "mms.mmsDeletable" "mmsDeletable": Bool;
        TYPE_NAME "mms.typeName" "typeName": U32 Dec = GET_SCATTERED_ACCESS_ATTRIBUTES_NAMES;
        ARRAY_ELEMENT "mms.array_element" "array": None;
        PACKED "mms.packed" "packed": Bool;
        NUMBER_OF_ELEMENTS "mms.numberOfElements" "numberOfElements": I32 Dec;
        ELEMENT_TYPE "mms.elementType" "elementType": U32 Dec = ELEMENT_TYPE_NAMES;
        STRUCTURE_ELEMENT "mms.structure_element" "structure": None;
        COMPONENTS "mms.components" "components": U32 Dec;
        COMPONENTS_ITEM_ELEMENT "mms.components_item_element" "components item": None;
        COMPONENT_NAME "mms.componentName" "componentName": Str;
        COMPONENT_TYPE "mms.componentType" "componentType": U32 Dec = ELEMENT_TYPE_NAMES;
        BOOLEAN_ELEMENT "mms.boolean_element" "boolean": None;
        TYPE_SPECIFICATION_BIT_STRING "mms.typeSpecification_bit-string" "bit-string": I32 Dec;
        INTEGER_FIELD "mms.integer" "integer": I32 Dec;
        UNSIGNED "mms.unsigned" "unsigned": I32 Dec;
        TYPE_SPECIFICATION_OCTET_STRING "mms.typeSpecification.octet-string" "octet-string": I32 Dec;
        TYPE_SPECIFICATION_VISIBLE_STRING "mms.typeSpecification.visible-string" "visible-string": I32 Dec;
        GENERALIZED_TIME_ELEMENT "mms.generalized_time_element" "generalized-time": None;
        TYPE_SPECIFICATION_BINARY_TIME "mms.typeSpecification.binary-time" "binary-time": Bool;
        BCD "mms.bcd" "bcd": I32 Dec;
        OBJ_ID_ELEMENT "mms.objId_element" "objId": None;
        ALTERNATE_ACCESS "mms.alternateAccess" "alternateAccess": U32 Dec;
        SPECIFICATION_WITH_RESULT "mms.specificationWithResult" "specificationWithResult": Bool;
        VARIABLE_ACCESS_SPECIFICATN "mms.variableAccessSpecificatn" "variableAccessSpecificatn": U32 Dec = VARIABLE_ACCESS_SPECIFICATN_NAMES;
        LIST_OF_ACCESS_RESULT "mms.listOfAccessResult" "listOfAccessResult": U32 Dec;
        ACCESS_RESULT "mms.AccessResult" "AccessResult": U32 Dec = ACCESS_RESULT_NAMES;
        LIST_OF_DATA "mms.listOfData" "listOfData": U32 Dec;
        DATA "mms.Data" "Data": U32 Dec = DATA_NAMES;
        WRITE_RESPONSE_ITEM "mms.Write_Response_item" "Write-Response item": U32 Dec = ACCESS_RESULT_NAMES;
        FAILURE "mms.failure" "failure": I32 Dec = FAILURE_NAMES;
        SUCCESS_ELEMENT "mms.success_element" "success": None;
        VARIABLE_ACCESS_SPECIFICATION "mms.variableAccessSpecification" "variableAccessSpecification": U32 Dec = VARIABLE_ACCESS_SPECIFICATN_NAMES;
        NAME "mms.name" "name": U32 Dec = GET_SCATTERED_ACCESS_ATTRIBUTES_NAMES;
        ADDRESS "mms.address" "address": U32 Dec = ADDRESS_NAMES;
        TYPE_SPECIFICATION "mms.typeSpecification" "typeSpecification": U32 Dec = ELEMENT_TYPE_NAMES;
        SCATTERED_ACCESS_DESCRIPTION "mms.scatteredAccessDescription" "scatteredAccessDescription": U32 Dec;
        SCOPE_OF_DELETE "mms.scopeOfDelete" "scopeOfDelete": I32 Dec = CONFIRMED_SERVICE_REQUEST_DELETE_EVENT_CONDITION_NAMES;
        OBJECT_NAME_FIELD "mms.ObjectName" "ObjectName": U32 Dec = GET_SCATTERED_ACCESS_ATTRIBUTES_NAMES;
        NUMBER_MATCHED "mms.numberMatched" "numberMatched": I32 Dec;
        NUMBER_DELETED "mms.numberDeleted" "numberDeleted": I32 Dec;
        VARIABLE_LIST_NAME "mms.variableListName" "variableListName": U32 Dec = GET_SCATTERED_ACCESS_ATTRIBUTES_NAMES;
        LIST_OF_VARIABLE "mms.listOfVariable" "listOfVariable": U32 Dec;
        LIST_OF_VARIABLE_ITEM_ELEMENT "mms.listOfVariable_item_element" "listOfVariable item": None;
        VARIABLE_SPECIFICATION "mms.variableSpecification" "variableSpecification": U32 Dec = VARIABLE_SPECIFICATION_NAMES;
        LIST_OF_VARIABLE_LIST_NAME "mms.listOfVariableListName" "listOfVariableListName": U32 Dec;
        SUCCESS "mms.success" "success": U32 Dec = SUCCESS_NAMES;
        ARRAY "mms.array" "array": U32 Dec;
        STRUCTURE "mms.structure" "structure": U32 Dec;
        BOOLEAN "mms.boolean" "boolean": Bool;
        DATA_BIT_STRING "mms.data_bit-string" "bit-string": Bytes;
        FLOATING_POINT "mms.floating_point" "floating-point": Bytes;
        DATA_OCTET_STRING "mms.data.octet-string" "octet-string": Bytes;
        DATA_VISIBLE_STRING "mms.data.visible-string" "visible-string": Str;
        DATA_BINARY_TIME "mms.data.binary-time" "binary-time": Str;
        BOOLEAN_ARRAY "mms.booleanArray" "booleanArray": Bytes;
        OBJ_ID "mms.objId" "objId": Oid;
        M_MSSTRING "mms.mMSString" "mMSString": Str;
        UTC_TIME "mms.utc_time" "utc-time": Str;
        VARIABLE_DESCRIPTION_ELEMENT "mms.variableDescription_element" "variableDescription": None;
        INVALIDATED_ELEMENT "mms.invalidated_element" "invalidated": None;
        NUMERIC_ADDRESS "mms.numericAddress" "numericAddress": I32 Dec;
        SYMBOLIC_ADDRESS "mms.symbolicAddress" "symbolicAddress": Str;
        UNCONSTRAINED_ADDRESS "mms.unconstrainedAddress" "unconstrainedAddress": Bytes;
        INITIAL_POSITION "mms.initialPosition" "initialPosition": I32 Dec;
        FRSM_ID "mms.frsmID" "frsmID": I32 Dec;
        FILE_ATTRIBUTES_ELEMENT "mms.fileAttributes_element" "fileAttributes": None;
        FILE_DATA "mms.fileData" "fileData": Bytes;
        CURRENT_FILE_NAME "mms.currentFileName" "currentFileName": U32 Dec;
        NEW_FILE_NAME "mms.newFileName" "newFileName": U32 Dec;
        FILE_SPECIFICATION "mms.fileSpecification" "fileSpecification": U32 Dec;
        FILE_DIRECTORY_REQUEST_CONTINUE_AFTER "mms.fileDirectory-Request_continueAfter" "continueAfter": U32 Dec;
        LIST_OF_DIRECTORY_ENTRY "mms.listOfDirectoryEntry" "listOfDirectoryEntry": U32 Dec;
        DIRECTORY_ENTRY_ELEMENT "mms.DirectoryEntry_element" "DirectoryEntry": None;
        FILENAME "mms.filename" "filename": U32 Dec;
        SIZE_OF_FILE "mms.sizeOfFile" "sizeOfFile": I32 Dec;
        LAST_MODIFIED "mms.lastModified" "lastModified": AbsTime;
        PARAMETER_SUPPORT_OPTIONS_STR1 "mms.ParameterSupportOptions.str1" "str1": Bool(8) & 0x80;
        PARAMETER_SUPPORT_OPTIONS_STR2 "mms.ParameterSupportOptions.str2" "str2": Bool(8) & 0x40;
        PARAMETER_SUPPORT_OPTIONS_VNAM "mms.ParameterSupportOptions.vnam" "vnam": Bool(8) & 0x20;
        PARAMETER_SUPPORT_OPTIONS_VALT "mms.ParameterSupportOptions.valt" "valt": Bool(8) & 0x10;
        PARAMETER_SUPPORT_OPTIONS_VADR "mms.ParameterSupportOptions.vadr" "vadr": Bool(8) & 0x8;
        PARAMETER_SUPPORT_OPTIONS_VSCA "mms.ParameterSupportOptions.vsca" "vsca": Bool(8) & 0x4;
        PARAMETER_SUPPORT_OPTIONS_TPY "mms.ParameterSupportOptions.tpy" "tpy": Bool(8) & 0x2;
        PARAMETER_SUPPORT_OPTIONS_VLIS "mms.ParameterSupportOptions.vlis" "vlis": Bool(8) & 0x1;
        PARAMETER_SUPPORT_OPTIONS_REAL "mms.ParameterSupportOptions.real" "real": Bool(8) & 0x80;
        PARAMETER_SUPPORT_OPTIONS_SPARE_BIT9 "mms.ParameterSupportOptions.spare.bit9" "spare_bit9": Bool(8) & 0x40;
        PARAMETER_SUPPORT_OPTIONS_CEI "mms.ParameterSupportOptions.cei" "cei": Bool(8) & 0x20;
        SERVICE_SUPPORT_OPTIONS_STATUS "mms.ServiceSupportOptions.status" "status": Bool(8) & 0x80;
        SERVICE_SUPPORT_OPTIONS_GET_NAME_LIST "mms.ServiceSupportOptions.getNameList" "getNameList": Bool(8) & 0x40;
        SERVICE_SUPPORT_OPTIONS_IDENTIFY "mms.ServiceSupportOptions.identify" "identify": Bool(8) & 0x20;
        SERVICE_SUPPORT_OPTIONS_RENAME "mms.ServiceSupportOptions.rename" "rename": Bool(8) & 0x10;
        SERVICE_SUPPORT_OPTIONS_READ "mms.ServiceSupportOptions.read" "read": Bool(8) & 0x8;
        SERVICE_SUPPORT_OPTIONS_WRITE "mms.ServiceSupportOptions.write" "write": Bool(8) & 0x4;
        SERVICE_SUPPORT_OPTIONS_GET_VARIABLE_ACCESS_ATTRIBUTES "mms.ServiceSupportOptions.getVariableAccessAttributes" "getVariableAccessAttributes": Bool(8) & 0x2;
        SERVICE_SUPPORT_OPTIONS_DEFINE_NAMED_VARIABLE "mms.ServiceSupportOptions.defineNamedVariable" "defineNamedVariable": Bool(8) & 0x1;
        SERVICE_SUPPORT_OPTIONS_DEFINE_SCATTERED_ACCESS "mms.ServiceSupportOptions.defineScatteredAccess" "defineScatteredAccess": Bool(8) & 0x80;
        SERVICE_SUPPORT_OPTIONS_GET_SCATTERED_ACCESS_ATTRIBUTES "mms.ServiceSupportOptions.getScatteredAccessAttributes" "getScatteredAccessAttributes": Bool(8) & 0x40;
        SERVICE_SUPPORT_OPTIONS_DELETE_VARIABLE_ACCESS "mms.ServiceSupportOptions.deleteVariableAccess" "deleteVariableAccess": Bool(8) & 0x20;
        SERVICE_SUPPORT_OPTIONS_DEFINE_NAMED_VARIABLE_LIST "mms.ServiceSupportOptions.defineNamedVariableList" "defineNamedVariableList": Bool(8) & 0x10;
        SERVICE_SUPPORT_OPTIONS_GET_NAMED_VARIABLE_LIST_ATTRIBUTES "mms.ServiceSupportOptions.getNamedVariableListAttributes" "getNamedVariableListAttributes": Bool(8) & 0x8;
        SERVICE_SUPPORT_OPTIONS_DELETE_NAMED_VARIABLE_LIST "mms.ServiceSupportOptions.deleteNamedVariableList" "deleteNamedVariableList": Bool(8) & 0x4;
        SERVICE_SUPPORT_OPTIONS_DEFINE_NAMED_TYPE "mms.ServiceSupportOptions.defineNamedType" "defineNamedType": Bool(8) & 0x2;
        SERVICE_SUPPORT_OPTIONS_GET_NAMED_TYPE_ATTRIBUTES "mms.ServiceSupportOptions.getNamedTypeAttributes" "getNamedTypeAttributes": Bool(8) & 0x1;
        SERVICE_SUPPORT_OPTIONS_DELETE_NAMED_TYPE "mms.ServiceSupportOptions.deleteNamedType" "deleteNamedType": Bool(8) & 0x80;
        SERVICE_SUPPORT_OPTIONS_INPUT "mms.ServiceSupportOptions.input" "input": Bool(8) & 0x40;
        SERVICE_SUPPORT_OPTIONS_OUTPUT "mms.ServiceSupportOptions.output" "output": Bool(8) & 0x20;
        SERVICE_SUPPORT_OPTIONS_TAKE_CONTROL "mms.ServiceSupportOptions.takeControl" "takeControl": Bool(8) & 0x10;
        SERVICE_SUPPORT_OPTIONS_RELINQUISH_CONTROL "mms.ServiceSupportOptions.relinquishControl" "relinquishControl": Bool(8) & 0x8;
        SERVICE_SUPPORT_OPTIONS_DEFINE_SEMAPHORE "mms.ServiceSupportOptions.defineSemaphore" "defineSemaphore": Bool(8) & 0x4;
        SERVICE_SUPPORT_OPTIONS_DELETE_SEMAPHORE "mms.ServiceSupportOptions.deleteSemaphore" "deleteSemaphore": Bool(8) & 0x2;
        SERVICE_SUPPORT_OPTIONS_REPORT_SEMAPHORE_STATUS "mms.ServiceSupportOptions.reportSemaphoreStatus" "reportSemaphoreStatus": Bool(8) & 0x1;
        SERVICE_SUPPORT_OPTIONS_REPORT_POOL_SEMAPHORE_STATUS "mms.ServiceSupportOptions.reportPoolSemaphoreStatus" "reportPoolSemaphoreStatus": Bool(8) & 0x80;
        SERVICE_SUPPORT_OPTIONS_REPORT_SEMAPHORE_ENTRY_STATUS "mms.ServiceSupportOptions.reportSemaphoreEntryStatus" "reportSemaphoreEntryStatus": Bool(8) & 0x40;
        SERVICE_SUPPORT_OPTIONS_INITIATE_DOWNLOAD_SEQUENCE "mms.ServiceSupportOptions.initiateDownloadSequence" "initiateDownloadSequence": Bool(8) & 0x20;
        SERVICE_SUPPORT_OPTIONS_DOWNLOAD_SEGMENT "mms.ServiceSupportOptions.downloadSegment" "downloadSegment": Bool(8) & 0x10;
        SERVICE_SUPPORT_OPTIONS_TERMINATE_DOWNLOAD_SEQUENCE "mms.ServiceSupportOptions.terminateDownloadSequence" "terminateDownloadSequence": Bool(8) & 0x8;
        SERVICE_SUPPORT_OPTIONS_INITIATE_UPLOAD_SEQUENCE "mms.ServiceSupportOptions.initiateUploadSequence" "initiateUploadSequence": Bool(8) & 0x4;
        SERVICE_SUPPORT_OPTIONS_UPLOAD_SEGMENT "mms.ServiceSupportOptions.uploadSegment" "uploadSegment": Bool(8) & 0x2;
        SERVICE_SUPPORT_OPTIONS_TERMINATE_UPLOAD_SEQUENCE "mms.ServiceSupportOptions.terminateUploadSequence" "terminateUploadSequence": Bool(8) & 0x1;
        SERVICE_SUPPORT_OPTIONS_REQUEST_DOMAIN_DOWNLOAD "mms.ServiceSupportOptions.requestDomainDownload" "requestDomainDownload": Bool(8) & 0x80;
        SERVICE_SUPPORT_OPTIONS_REQUEST_DOMAIN_UPLOAD "mms.ServiceSupportOptions.requestDomainUpload" "requestDomainUpload": Bool(8) & 0x40;
        SERVICE_SUPPORT_OPTIONS_LOAD_DOMAIN_CONTENT "mms.ServiceSupportOptions.loadDomainContent" "loadDomainContent": Bool(8) & 0x20;
        SERVICE_SUPPORT_OPTIONS_STORE_DOMAIN_CONTENT "mms.ServiceSupportOptions.storeDomainContent" "storeDomainContent": Bool(8) & 0x10;
        SERVICE_SUPPORT_OPTIONS_DELETE_DOMAIN "mms.ServiceSupportOptions.deleteDomain" "deleteDomain": Bool(8) & 0x8;
        SERVICE_SUPPORT_OPTIONS_GET_DOMAIN_ATTRIBUTES "mms.ServiceSupportOptions.getDomainAttributes" "getDomainAttributes": Bool(8) & 0x4;
        SERVICE_SUPPORT_OPTIONS_CREATE_PROGRAM_INVOCATION "mms.ServiceSupportOptions.createProgramInvocation" "createProgramInvocation": Bool(8) & 0x2;
        SERVICE_SUPPORT_OPTIONS_DELETE_PROGRAM_INVOCATION "mms.ServiceSupportOptions.deleteProgramInvocation" "deleteProgramInvocation": Bool(8) & 0x1;
        SERVICE_SUPPORT_OPTIONS_START "mms.ServiceSupportOptions.start" "start": Bool(8) & 0x80;
        SERVICE_SUPPORT_OPTIONS_STOP "mms.ServiceSupportOptions.stop" "stop": Bool(8) & 0x40;
        SERVICE_SUPPORT_OPTIONS_RESUME "mms.ServiceSupportOptions.resume" "resume": Bool(8) & 0x20;
        SERVICE_SUPPORT_OPTIONS_RESET "mms.ServiceSupportOptions.reset" "reset": Bool(8) & 0x10;
        SERVICE_SUPPORT_OPTIONS_KILL "mms.ServiceSupportOptions.kill" "kill": Bool(8) & 0x8;
        SERVICE_SUPPORT_OPTIONS_GET_PROGRAM_INVOCATION_ATTRIBUTES "mms.ServiceSupportOptions.getProgramInvocationAttributes" "getProgramInvocationAttributes": Bool(8) & 0x4;
        SERVICE_SUPPORT_OPTIONS_OBTAIN_FILE "mms.ServiceSupportOptions.obtainFile" "obtainFile": Bool(8) & 0x2;
        SERVICE_SUPPORT_OPTIONS_DEFINE_EVENT_CONDITION "mms.ServiceSupportOptions.defineEventCondition" "defineEventCondition": Bool(8) & 0x1;
        SERVICE_SUPPORT_OPTIONS_DELETE_EVENT_CONDITION "mms.ServiceSupportOptions.deleteEventCondition" "deleteEventCondition": Bool(8) & 0x80;
        SERVICE_SUPPORT_OPTIONS_GET_EVENT_CONDITION_ATTRIBUTES "mms.ServiceSupportOptions.getEventConditionAttributes" "getEventConditionAttributes": Bool(8) & 0x40;
        SERVICE_SUPPORT_OPTIONS_REPORT_EVENT_CONDITION_STATUS "mms.ServiceSupportOptions.reportEventConditionStatus" "reportEventConditionStatus": Bool(8) & 0x20;
        SERVICE_SUPPORT_OPTIONS_ALTER_EVENT_CONDITION_MONITORING "mms.ServiceSupportOptions.alterEventConditionMonitoring" "alterEventConditionMonitoring": Bool(8) & 0x10;
        SERVICE_SUPPORT_OPTIONS_TRIGGER_EVENT "mms.ServiceSupportOptions.triggerEvent" "triggerEvent": Bool(8) & 0x8;
        SERVICE_SUPPORT_OPTIONS_DEFINE_EVENT_ACTION "mms.ServiceSupportOptions.defineEventAction" "defineEventAction": Bool(8) & 0x4;
        SERVICE_SUPPORT_OPTIONS_DELETE_EVENT_ACTION "mms.ServiceSupportOptions.deleteEventAction" "deleteEventAction": Bool(8) & 0x2;
        SERVICE_SUPPORT_OPTIONS_GET_EVENT_ACTION_ATTRIBUTES "mms.ServiceSupportOptions.getEventActionAttributes" "getEventActionAttributes": Bool(8) & 0x1;
        SERVICE_SUPPORT_OPTIONS_REPORT_ACTION_STATUS "mms.ServiceSupportOptions.reportActionStatus" "reportActionStatus": Bool(8) & 0x80;
        SERVICE_SUPPORT_OPTIONS_DEFINE_EVENT_ENROLLMENT "mms.ServiceSupportOptions.defineEventEnrollment" "defineEventEnrollment": Bool(8) & 0x40;
        SERVICE_SUPPORT_OPTIONS_DELETE_EVENT_ENROLLMENT "mms.ServiceSupportOptions.deleteEventEnrollment" "deleteEventEnrollment": Bool(8) & 0x20;
        SERVICE_SUPPORT_OPTIONS_ALTER_EVENT_ENROLLMENT "mms.ServiceSupportOptions.alterEventEnrollment" "alterEventEnrollment": Bool(8) & 0x10;
        SERVICE_SUPPORT_OPTIONS_REPORT_EVENT_ENROLLMENT_STATUS "mms.ServiceSupportOptions.reportEventEnrollmentStatus" "reportEventEnrollmentStatus": Bool(8) & 0x8;
        SERVICE_SUPPORT_OPTIONS_GET_EVENT_ENROLLMENT_ATTRIBUTES "mms.ServiceSupportOptions.getEventEnrollmentAttributes" "getEventEnrollmentAttributes": Bool(8) & 0x4;
        SERVICE_SUPPORT_OPTIONS_ACKNOWLEDGE_EVENT_NOTIFICATION "mms.ServiceSupportOptions.acknowledgeEventNotification" "acknowledgeEventNotification": Bool(8) & 0x2;
        SERVICE_SUPPORT_OPTIONS_GET_ALARM_SUMMARY "mms.ServiceSupportOptions.getAlarmSummary" "getAlarmSummary": Bool(8) & 0x1;
        SERVICE_SUPPORT_OPTIONS_GET_ALARM_ENROLLMENT_SUMMARY "mms.ServiceSupportOptions.getAlarmEnrollmentSummary" "getAlarmEnrollmentSummary": Bool(8) & 0x80;
        SERVICE_SUPPORT_OPTIONS_READ_JOURNAL "mms.ServiceSupportOptions.readJournal" "readJournal": Bool(8) & 0x40;
        SERVICE_SUPPORT_OPTIONS_WRITE_JOURNAL "mms.ServiceSupportOptions.writeJournal" "writeJournal": Bool(8) & 0x20;
        SERVICE_SUPPORT_OPTIONS_INITIALIZE_JOURNAL "mms.ServiceSupportOptions.initializeJournal" "initializeJournal": Bool(8) & 0x10;
        SERVICE_SUPPORT_OPTIONS_REPORT_JOURNAL_STATUS "mms.ServiceSupportOptions.reportJournalStatus" "reportJournalStatus": Bool(8) & 0x8;
        SERVICE_SUPPORT_OPTIONS_CREATE_JOURNAL "mms.ServiceSupportOptions.createJournal" "createJournal": Bool(8) & 0x4;
        SERVICE_SUPPORT_OPTIONS_DELETE_JOURNAL "mms.ServiceSupportOptions.deleteJournal" "deleteJournal": Bool(8) & 0x2;
        SERVICE_SUPPORT_OPTIONS_GET_CAPABILITY_LIST "mms.ServiceSupportOptions.getCapabilityList" "getCapabilityList": Bool(8) & 0x1;
        SERVICE_SUPPORT_OPTIONS_FILE_OPEN "mms.ServiceSupportOptions.fileOpen" "fileOpen": Bool(8) & 0x80;
        SERVICE_SUPPORT_OPTIONS_FILE_READ "mms.ServiceSupportOptions.fileRead" "fileRead": Bool(8) & 0x40;
        SERVICE_SUPPORT_OPTIONS_FILE_CLOSE "mms.ServiceSupportOptions.fileClose" "fileClose": Bool(8) & 0x20;
        SERVICE_SUPPORT_OPTIONS_FILE_RENAME "mms.ServiceSupportOptions.fileRename" "fileRename": Bool(8) & 0x10;
        SERVICE_SUPPORT_OPTIONS_FILE_DELETE "mms.ServiceSupportOptions.fileDelete" "fileDelete": Bool(8) & 0x8;
        SERVICE_SUPPORT_OPTIONS_FILE_DIRECTORY "mms.ServiceSupportOptions.fileDirectory" "fileDirectory": Bool(8) & 0x4;
        SERVICE_SUPPORT_OPTIONS_UNSOLICITED_STATUS "mms.ServiceSupportOptions.unsolicitedStatus" "unsolicitedStatus": Bool(8) & 0x2;
        SERVICE_SUPPORT_OPTIONS_INFORMATION_REPORT "mms.ServiceSupportOptions.informationReport" "informationReport": Bool(8) & 0x1;
        SERVICE_SUPPORT_OPTIONS_EVENT_NOTIFICATION "mms.ServiceSupportOptions.eventNotification" "eventNotification": Bool(8) & 0x80;
        SERVICE_SUPPORT_OPTIONS_ATTACH_TO_EVENT_CONDITION "mms.ServiceSupportOptions.attachToEventCondition" "attachToEventCondition": Bool(8) & 0x40;
        SERVICE_SUPPORT_OPTIONS_ATTACH_TO_SEMAPHORE "mms.ServiceSupportOptions.attachToSemaphore" "attachToSemaphore": Bool(8) & 0x20;
        SERVICE_SUPPORT_OPTIONS_CONCLUDE "mms.ServiceSupportOptions.conclude" "conclude": Bool(8) & 0x10;
        SERVICE_SUPPORT_OPTIONS_CANCEL "mms.ServiceSupportOptions.cancel" "cancel": Bool(8) & 0x8;
    }
}

names! {
    CONFIRMED_SERVICE_REQUEST_NAMES {
        0 => "status", 1 => "getNameList", 2 => "identify", 3 => "rename", 4 => "read", 5 => "write",
        6 => "getVariableAccessAttributes", 7 => "defineNamedVariable", 8 => "defineScatteredAccess",
        9 => "getScatteredAccessAttributes", 10 => "deleteVariableAccess", 11 => "defineNamedVariableList",
        12 => "getNamedVariableListAttributes", 13 => "deleteNamedVariableList", 14 => "defineNamedType",
        15 => "getNamedTypeAttributes", 16 => "deleteNamedType", 17 => "input", 18 => "output", 19 => "takeControl",
        20 => "relinquishControl", 21 => "defineSemaphore", 22 => "deleteSemaphore", 23 => "reportSemaphoreStatus",
        24 => "reportPoolSemaphoreStatus", 25 => "reportSemaphoreEntryStatus", 26 => "initiateDownloadSequence",
        27 => "downloadSegment", 28 => "terminateDownloadSequence", 29 => "initiateUploadSequence",
        30 => "uploadSegment", 31 => "terminateUploadSequence", 32 => "requestDomainDownload",
        33 => "requestDomainUpload", 34 => "loadDomainContent", 35 => "storeDomainContent", 36 => "deleteDomain",
        37 => "getDomainAttributes", 38 => "createProgramInvocation", 39 => "deleteProgramInvocation",
        40 => "start", 41 => "stop", 42 => "resume", 43 => "reset", 44 => "kill",
        45 => "getProgramInvocationAttributes", 46 => "obtainFile", 47 => "defineEventCondition",
        48 => "deleteEventCondition", 49 => "getEventConditionAttributes", 50 => "reportEventConditionStatus",
        51 => "alterEventConditionMonitoring", 52 => "triggerEvent", 53 => "defineEventAction",
        54 => "deleteEventAction", 55 => "getEventActionAttributes", 56 => "reportEventActionStatus",
        57 => "defineEventEnrollment", 58 => "deleteEventEnrollment", 59 => "alterEventEnrollment",
        60 => "reportEventEnrollmentStatus", 61 => "getEventEnrollmentAttributes",
        62 => "acknowledgeEventNotification", 63 => "getAlarmSummary", 64 => "getAlarmEnrollmentSummary",
        65 => "readJournal", 66 => "writeJournal", 67 => "initializeJournal", 68 => "reportJournalStatus",
        69 => "createJournal", 70 => "deleteJournal", 71 => "getCapabilityList", 72 => "fileOpen", 73 => "fileRead",
        74 => "fileClose", 75 => "fileRename", 76 => "fileDelete", 77 => "fileDirectory",
    }
    UNCONFIRMED_SERVICE_NAMES {
        0 => "informationReport", 1 => "unsolicitedStatus", 2 => "eventNotification",
    }
    CONFIRMED_SERVICE_RESPONSE_NAMES {
        0 => "status", 1 => "getNameList", 2 => "identify", 3 => "rename", 4 => "read", 5 => "write",
        6 => "getVariableAccessAttributes", 7 => "defineNamedVariable", 8 => "defineScatteredAccess",
        9 => "getScatteredAccessAttributes", 10 => "deleteVariableAccess", 11 => "defineNamedVariableList",
        12 => "getNamedVariableListAttributes", 13 => "deleteNamedVariableList", 14 => "defineNamedType",
        15 => "getNamedTypeAttributes", 16 => "deleteNamedType", 17 => "input", 18 => "output", 19 => "takeControl",
        20 => "relinquishControl", 21 => "defineSemaphore", 22 => "deleteSemaphore", 23 => "reportSemaphoreStatus",
        24 => "reportPoolSemaphoreStatus", 25 => "reportSemaphoreEntryStatus", 26 => "initiateDownloadSequence",
        27 => "downloadSegment", 28 => "terminateDownloadSequence", 29 => "initiateUploadSequence",
        30 => "uploadSegment", 31 => "terminateUploadSequence", 32 => "requestDomainDownLoad",
        33 => "requestDomainUpload", 34 => "loadDomainContent", 35 => "storeDomainContent", 36 => "deleteDomain",
        37 => "getDomainAttributes", 38 => "createProgramInvocation", 39 => "deleteProgramInvocation",
        40 => "start", 41 => "stop", 42 => "resume", 43 => "reset", 44 => "kill",
        45 => "getProgramInvocationAttributes", 46 => "obtainFile", 47 => "defineEventCondition",
        48 => "deleteEventCondition", 49 => "getEventConditionAttributes", 50 => "reportEventConditionStatus",
        51 => "alterEventConditionMonitoring", 52 => "triggerEvent", 53 => "defineEventAction",
        54 => "deleteEventAction", 55 => "getEventActionAttributes", 56 => "reportActionStatus",
        57 => "defineEventEnrollment", 58 => "deleteEventEnrollment", 59 => "alterEventEnrollment",
        60 => "reportEventEnrollmentStatus", 61 => "getEventEnrollmentAttributes",
        62 => "acknowledgeEventNotification", 63 => "getAlarmSummary", 64 => "getAlarmEnrollmentSummary",
        65 => "readJournal", 66 => "writeJournal", 67 => "initializeJournal", 68 => "reportJournalStatus",
        69 => "createJournal", 70 => "deleteJournal", 71 => "getCapabilityList", 72 => "fileOpen", 73 => "fileRead",
        74 => "fileClose", 75 => "fileRename", 76 => "fileDelete", 77 => "fileDirectory",
    }
    GET_VARIABLE_ACCESS_ATTRIBUTES_NAMES {
        0 => "name", 1 => "address",
    }
    GET_SCATTERED_ACCESS_ATTRIBUTES_NAMES {
        0 => "vmd-specific", 1 => "domain-specific", 2 => "aa-specific",
    }
    CONFIRMED_SERVICE_REQUEST_DELETE_EVENT_CONDITION_NAMES {
        0 => "specific", 1 => "aa-specific", 2 => "domain", 3 => "vmd",
    }
    ERROR_CLASS_NAMES {
        0 => "vmd-state", 1 => "application-reference", 2 => "definition", 3 => "resource", 4 => "service",
        5 => "service-preempt", 6 => "time-resolution", 7 => "access", 8 => "initiate", 9 => "conclude",
        10 => "cancel", 11 => "file", 12 => "others",
    }
    VMD_STATE_NAMES {
        0 => "other", 1 => "vmd-state-conflict", 2 => "vmd-operational-problem", 3 => "domain-transfer-problem",
        4 => "state-machine-id-invalid",
    }
    APPLICATION_REFERENCE_NAMES {
        0 => "other", 1 => "aplication-unreachable", 2 => "connection-lost", 3 => "application-reference-invalid",
        4 => "context-unsupported",
    }
    DEFINITION_NAMES {
        0 => "other", 1 => "object-undefined", 2 => "invalid-address", 3 => "type-unsupported",
        4 => "type-inconsistent", 5 => "object-exists", 6 => "object-attribute-inconsistent",
    }
    RESOURCE_NAMES {
        0 => "other", 1 => "memory-unavailable", 2 => "processor-resource-unavailable",
        3 => "mass-storage-unavailable", 4 => "capability-unavailable", 5 => "capability-unknown",
    }
    SERVICE_NAMES {
        0 => "other", 1 => "primitives-out-of-sequence", 2 => "object-sate-conflict", 3 => "pdu-size",
        4 => "continuation-invalid", 5 => "object-constraint-conflict",
    }
    SERVICE_PREEMPT_NAMES {
        0 => "other", 1 => "timeout", 2 => "deadlock", 3 => "cancel",
    }
    TIME_RESOLUTION_NAMES {
        0 => "other", 1 => "unsupportable-time-resolution",
    }
    ACCESS_NAMES {
        0 => "other", 1 => "object-access-unsupported", 2 => "object-non-existent", 3 => "object-access-denied",
        4 => "object-invalidated",
    }
    INITIATE_NAMES {
        0 => "other", 1 => "version-incompatible", 2 => "max-segment-insufficient",
        3 => "max-services-outstanding-calling-insufficient", 4 => "max-services-outstanding-called-insufficient",
        5 => "service-CBB-insufficient", 6 => "parameter-CBB-insufficient", 7 => "nesting-level-insufficient",
    }
    CONCLUDE_NAMES {
        0 => "other", 1 => "further-communication-required",
    }
    CANCEL_NAMES {
        0 => "other", 1 => "invoke-id-unknown", 2 => "cancel-not-possible",
    }
    FILE_NAMES {
        0 => "other", 1 => "filename-ambiguous", 2 => "file-busy", 3 => "filename-syntax-error",
        4 => "content-type-invalid", 5 => "position-invalid", 6 => "file-acces-denied", 7 => "file-non-existent",
        8 => "duplicate-filename", 9 => "insufficient-space-in-filestore",
    }
    REJECT_REASON_NAMES {
        1 => "confirmed-requestPDU", 2 => "confirmed-responsePDU", 3 => "confirmed-errorPDU", 4 => "unconfirmedPDU",
        5 => "pdu-error", 6 => "cancel-requestPDU", 7 => "cancel-responsePDU", 8 => "cancel-errorPDU",
        9 => "conclude-requestPDU", 10 => "conclude-responsePDU", 11 => "conclude-errorPDU",
    }
    CONFIRMED_REQUEST_PDU_NAMES {
        0 => "other", 1 => "unrecognized-service", 2 => "unrecognized-modifier", 3 => "invalid-invokeID",
        4 => "invalid-argument", 5 => "invalid-modifier", 6 => "max-serv-outstanding-exceeded",
        8 => "max-recursion-exceeded", 9 => "value-out-of-range",
    }
    CONFIRMED_RESPONSE_PDU_NAMES {
        0 => "other", 1 => "unrecognized-service", 2 => "invalid-invokeID", 3 => "invalid-result",
        5 => "max-recursion-exceeded", 6 => "value-out-of-range",
    }
    CONFIRMED_ERROR_PDU_NAMES {
        0 => "other", 1 => "unrecognized-service", 2 => "invalid-invokeID", 3 => "invalid-serviceError",
        4 => "value-out-of-range",
    }
    UNCONFIRMED_PDU_NAMES {
        0 => "other", 1 => "unrecognized-service", 2 => "invalid-argument", 3 => "max-recursion-exceeded",
        4 => "value-out-of-range",
    }
    PDU_ERROR_NAMES {
        0 => "unknown-pdu-type", 1 => "invalid-pdu", 2 => "illegal-acse-mapping",
    }
    CANCEL_REQUEST_PDU__NAMES {
        0 => "other", 1 => "invalid-invokeID",
    }
    CANCEL_ERROR_PDU_NAMES {
        0 => "other", 1 => "invalid-invokeID", 2 => "invalid-serviceError", 3 => "value-out-of-range",
    }
    CONCLUDE_REQUEST_PDU_NAMES {
        0 => "other", 1 => "invalid-argument",
    }
    CONCLUDE_RESPONSE_PDU_NAMES {
        0 => "other", 1 => "invalid-result",
    }
    CONCLUDE_ERROR_PDU_NAMES {
        0 => "other", 1 => "invalid-serviceError", 2 => "value-out-of-range",
    }
    VMD_LOGICAL_STATUS_NAMES {
        0 => "state-changes-allowed", 1 => "no-state-changes-allowed", 2 => "limited-services-allowed",
        3 => "support-services-allowed",
    }
    VMD_PHYSICAL_STATUS_NAMES {
        0 => "operational", 1 => "partially-operational", 2 => "inoperable", 3 => "needs-commissioning",
    }
    EXTENDED_OBJECT_CLASS_NAMES {
        0 => "objectClass",
    }
    OBJECT_CLASS_NAMES {
        0 => "nammedVariable", 1 => "scatteredAccess", 2 => "namedVariableList", 3 => "namedType", 4 => "semaphore",
        5 => "eventCondition", 6 => "eventAction", 7 => "eventEnrollment", 8 => "journal", 9 => "domain",
        10 => "programInvocation", 11 => "operatorStation",
    }
    OBJECT_SCOPE_NAMES {
        0 => "vmdSpecific", 1 => "domainSpecific", 2 => "aaSpecific",
    }
    ELEMENT_TYPE_NAMES {
        0 => "typeName", 1 => "array", 2 => "structure", 3 => "boolean", 4 => "bit-string", 5 => "integer",
        6 => "unsigned", 9 => "octet-string", 10 => "visible-string", 11 => "generalized-time", 12 => "binary-time",
        13 => "bcd", 15 => "objId",
    }
    VARIABLE_ACCESS_SPECIFICATN_NAMES {
        0 => "listOfVariable", 1 => "variableListName",
    }
    ACCESS_RESULT_NAMES {
        0 => "failure", 1 => "success",
    }
    DATA_NAMES {
        1 => "array", 2 => "structure", 3 => "boolean", 4 => "bit-string", 5 => "integer", 6 => "unsigned",
        7 => "floating-point", 9 => "octet-string", 10 => "visible-string", 12 => "binary-time", 13 => "bcd",
        14 => "booleanArray", 15 => "objId", 16 => "mMSString", 17 => "utc-time",
    }
    FAILURE_NAMES {
        0 => "object-invalidated", 1 => "hardware-fault", 2 => "temporarily-unavailable",
        3 => "object-access-denied", 4 => "object-undefined", 5 => "invalid-address", 6 => "type-unsupported",
        7 => "type-inconsistent", 8 => "object-attribute-inconsistent", 9 => "object-access-unsupported",
        10 => "object-non-existent", 11 => "object-value-invalid",
    }
    ADDRESS_NAMES {
        0 => "numericAddress", 1 => "symbolicAddress", 2 => "unconstrainedAddress",
    }
    VARIABLE_SPECIFICATION_NAMES {
        0 => "name", 1 => "address", 2 => "variableDescription", 3 => "scatteredAccessDescription",
        4 => "invalidated",
    }
    SUCCESS_NAMES {
        0 => "status", 1 => "array", 2 => "structure", 3 => "boolean", 4 => "bit-string", 5 => "integer",
        6 => "unsigned", 7 => "floating-point", 8 => "defineScatteredAccess", 9 => "octet-string",
        10 => "visible-string", 11 => "defineNamedVariableList", 12 => "binary-time", 13 => "bcd",
        14 => "booleanArray", 15 => "objId", 16 => "mMSString", 17 => "utc-time", 18 => "output",
        19 => "takeControl", 20 => "relinquishControl", 21 => "defineSemaphore", 22 => "deleteSemaphore",
        23 => "reportSemaphoreStatus", 24 => "reportPoolSemaphoreStatus", 25 => "reportSemaphoreEntryStatus",
        26 => "initiateDownloadSequence", 27 => "downloadSegment", 28 => "terminateDownloadSequence",
        29 => "initiateUploadSequence", 30 => "uploadSegment", 31 => "terminateUploadSequence",
        32 => "requestDomainDownLoad", 33 => "requestDomainUpload", 34 => "loadDomainContent",
        35 => "storeDomainContent", 36 => "deleteDomain", 37 => "getDomainAttributes",
        38 => "createProgramInvocation", 39 => "deleteProgramInvocation", 40 => "start", 41 => "stop",
        42 => "resume", 43 => "reset", 44 => "kill", 45 => "getProgramInvocationAttributes", 46 => "obtainFile",
        47 => "defineEventCondition", 48 => "deleteEventCondition", 49 => "getEventConditionAttributes",
        50 => "reportEventConditionStatus", 51 => "alterEventConditionMonitoring", 52 => "triggerEvent",
        53 => "defineEventAction", 54 => "deleteEventAction", 55 => "getEventActionAttributes",
        56 => "reportActionStatus", 57 => "defineEventEnrollment", 58 => "deleteEventEnrollment",
        59 => "alterEventEnrollment", 60 => "reportEventEnrollmentStatus", 61 => "getEventEnrollmentAttributes",
        62 => "acknowledgeEventNotification", 63 => "getAlarmSummary", 64 => "getAlarmEnrollmentSummary",
        65 => "readJournal", 66 => "writeJournal", 67 => "initializeJournal", 68 => "reportJournalStatus",
        69 => "createJournal", 70 => "deleteJournal", 71 => "getCapabilityList", 72 => "fileOpen", 73 => "fileRead",
        74 => "fileClose", 75 => "fileRename", 76 => "fileDelete", 77 => "fileDirectory",
    }
}
