//! Common Industrial Protocol (ODVA, CIP volume 1): requests and responses.
//!
//! A response says neither to which object it belongs nor, in a Multiple Service Packet, which services of which
//! objects it answers: its request does, which EtherNet/IP remembers and hands on (see [`Request`]).

mod attributes;
pub mod generic;
pub mod io;
pub mod manager;
mod names;
mod path;
mod services;
mod vendors;

pub(crate) use names::DEVICE_TYPE_NAMES;
use names::*;
use path::Path;
use requin_wire::{Cursor, Cx, Names, Out, Sink, Span, Step, Value, proto};
pub(crate) use vendors::VENDORS;

proto! {
    CIP "cip" "Common Industrial Protocol" "CIP" App
    on []
    fields {
        SERVICE "cip.service" "Service": U8 Hex;
        RR "cip.rr" "Request/Response": U8 Hex & 0x80 = RR_NAMES;
        SC "cip.sc" "Service": U8 Hex & 0x7f = SC_NAMES;
        EPATH "cip.epath" "EPath": Bytes;
        GENSTAT "cip.genstat" "General Status": U8 Hex = GENSTAT_NAMES;
        ADDSTAT_SIZE "cip.addstat_size" "Additional Status Size": U8 Dec = Names::Unit(" word", " words");
        ADDSTAT "cip.addstat" "Additional Status": U16 Hex;
        REQUEST_PATH_SIZE "cip.request_path_size" "Request Path Size": U8 Dec = Names::Unit(" word", " words");
        PATH_SEGMENT "cip.path_segment" "Path Segment": U8 Hex;
        PATH_SEGMENT_TYPE "cip.path_segment.type" "Path Segment Type": U8 Dec & 0xe0 = PATH_SEGMENT_TYPE_NAMES;
        PORT "cip.port" "Port": U8 Dec & 0xf = PORT_NAMES;
        EX_LINKADDRESS "cip.ex_linkaddress" "Extended Link Address": Bool(8) & 0x10;
        LINKADDRESS_BYTE "cip.linkaddress.byte" "Link Address": U8 Dec;
        LINKADDRESS_SIZE "cip.linkaddress_size" "Link Address Size": U8 Dec;
        LINKADDRESS_STRING "cip.linkaddress.string" "Link Address": Str;
        LOGICAL_SEGMENT_TYPE "cip.logical_segment.type" "Logical Segment Type": U8 Dec & 0x1c = LOGICAL_SEGMENT_TYPE_NAMES;
        LOGICAL_SEGMENT_FORMAT "cip.logical_segment.format" "Logical Segment Format": U8 Dec & 0x3 = LOGICAL_SEGMENT_FORMAT_NAMES;
        CLASS "cip.class" "Class": U8 Hex = CLASS_NAMES;
        CLASS16 "cip.class" "Class": U16 Hex = CLASS_NAMES;
        CLASS32 "cip.class" "Class": U32 Hex = CLASS_NAMES;
        INSTANCE "cip.instance" "Instance": U8 Hex;
        INSTANCE16 "cip.instance" "Instance": U16 Hex;
        INSTANCE32 "cip.instance" "Instance": U32 Hex;
        MEMBER "cip.member" "Member": U8 Hex;
        MEMBER16 "cip.member" "Member": U16 Hex;
        MEMBER32 "cip.member" "Member": U32 Hex;
        ATTRIBUTE "cip.attribute" "Attribute": U8 Dec;
        ATTRIBUTE16 "cip.attribute" "Attribute": U16 Dec;
        ATTRIBUTE32 "cip.attribute" "Attribute": U32 Dec;
        CONNPOINT "cip.connpoint" "Connection Point": U8 Hex;
        CONNPOINT16 "cip.connpoint" "Connection Point": U16 Hex;
        CONNPOINT32 "cip.connpoint" "Connection Point": U32 Hex;
        SERVICEID "cip.serviceid" "Service ID": U8 Hex;
        EXTLOGICAL_TYPE "cip.extlogical.type" "Extended Logical Type": U8 Hex = EXTLOGICAL_TYPE_NAMES;
        EXTLOGICAL "cip.extlogical" "Extended Logical": U8 Hex;
        EKEY_FORMAT "cip.ekey.format" "Key Format": U8 Hex;
        EKEY_VENDOR "cip.ekey.vendor" "Vendor ID": U16 Hex = VENDORS;
        EKEY_DEVTYPE "cip.ekey.devtype" "Device Type": U16 Hex = DEVICE_TYPE_NAMES;
        EKEY_PRODUCT_CODE "cip.ekey.product_code" "Product Code": U16 Hex;
        EKEY_COMPATIBILITY "cip.ekey.compatibility" "Compatibility": U8 Hex;
        EKEY_COMP_BIT "cip.ekey.comp_bit" "Compatibility": U8 Hex & 0x80 = EKEY_COMP_BIT_NAMES;
        EKEY_MAJOR_REV "cip.ekey.major_rev" "Major Revision": U8 Dec & 0x7f;
        EKEY_MINOR_REV "cip.ekey.minor_rev" "Minor Revision": U8 Dec;
        EKEY_SERIAL_NUMBER "cip.ekey.serial_number" "Serial Number": U32 Hex;
        DATA_SEGMENT_TYPE "cip.data_segment.type" "Data Segment Type": U8 Dec & 0x1f = DATA_SEGMENT_TYPE_NAMES;
        DATA_SEGMENT_SIZE "cip.data_segment.size" "Data Size": U8 Dec = Names::Unit(" byte", " bytes");
        DATA_SEGMENT_SIZE_WORDS "cip.data_segment.size" "Data Size": U8 Dec = Names::Unit(" word", " words");
        DATA_SEGMENT_DATA "cip.data_segment.data" "Data": Bytes;
        SYMBOL "cip.symbol" "ANSI Symbol": Str;
        SYMBOL_SIZE "cip.symbol.size" "Symbolic Symbol Size": U8 Dec & 0x1f;
        ASCII_SYMBOL "cip.ascii_symbol" "ASCII Symbol": Str;
        NETWORK_SEGMENT_TYPE "cip.network_segment.type" "Network Segment Type": U8 Dec & 0x1f = NETWORK_SEGMENT_TYPE_NAMES;
        NETWORK_SEGMENT_SCHEDULE "cip.network_segment.schedule" "Multiplier/Phase": U8 Hex;
        NETWORK_SEGMENT_FIXED_TAG "cip.network_segment.fixed_tag" "Fixed Tag": U8 Hex;
        NETWORK_SEGMENT_PROD_INHIBIT "cip.network_segment.prod_inhibit" "Production Inhibit Time (ms)": U8 Dec;
        NETWORK_SEGMENT_LENGTH "cip.network_segment.length" "Network Segment Length": U8 Dec = Names::Unit(" word", " words");
        NETWORK_SEGMENT_SUBTYPE "cip.network_segment.subtype" "Extended Segment Subtype": U16 Hex;
        GETLIST_ATTR_COUNT "cip.getlist.attr_count" "Attribute Count": U16 Dec;
        GETLIST_ATTR_STATUS "cip.getlist.attr_status" "Attribute Status": U8 Hex = GENSTAT_NAMES;
        SETLIST_ATTR_COUNT "cip.setlist.attr_count" "Attribute Count": U16 Dec;
        SETLIST_ATTR_STATUS "cip.setlist.attr_status" "Attribute Status": U8 Hex = GENSTAT_NAMES;
        RESET_TYPE "cip.reset.type" "Reset type": U8 Dec = RESET_TYPE_NAMES;
        CREATE_INSTANCE "cip.create.instance" "Instance": U16 Dec;
        FIND_NEXT_OBJECT_MAX_INSTANCE "cip.find_next_object.max_instance" "Maximum ID": U8 Dec;
        FIND_NEXT_OBJECT_NUM_INSTANCES "cip.find_next_object.num_instances" "Number of Instances": U8 Dec;
        FIND_NEXT_OBJECT_INSTANCE "cip.find_next_object.instance" "Instance": U8 Dec;
        MSP_NUM_SERVICES "cip.msp.num_services" "Number of Services": U16 Dec;
        MSP_OFFSET "cip.msp.offset" "Offset": U16 Dec;
        DATA "cip.data" "Data": Bytes;
        SEQ "cip.seq" "CIP Sequence Count": U16 Dec;
        CONNID "cip.connid" "Connection ID": U32 Hex;
        PAD "cip.pad" "Pad Byte": U8 Hex;
        RESERVED "cip.reserved" "Reserved": U8 Hex;
        RESERVED24 "cip.reserved" "Reserved": U24 Hex;
        ID_VENDOR_ID "cip.id.vendor_id" "Vendor ID": U16 Hex = VENDORS;
        ID_DEVICE_TYPE "cip.id.device_type" "Device Type": U16 Hex = DEVICE_TYPE_NAMES;
        ID_PRODUCT_CODE "cip.id.product_code" "Product Code": U16 Dec;
        ID_MAJOR_REV "cip.id.major_rev" "Major Revision": U8 Dec;
        ID_MINOR_REV "cip.id.minor_rev" "Minor Revision": U8 Dec;
        ID_STATUS "cip.id.status" "Status": U16 Hex;
        ID_OWNED "cip.id.owned" "Owned": U16 Dec & 0x1;
        ID_CONF "cip.id.conf" "Configured": U16 Dec & 0x4;
        ID_EXT "cip.id.ext" "Extended Device Status": U16 Hex & 0xf0;
        ID_MINOR_FAULT1 "cip.id.minor_fault1" "Minor Recoverable Fault": U16 Dec & 0x100;
        ID_MINOR_FAULT2 "cip.id.minor_fault2" "Minor Unrecoverable Fault": U16 Dec & 0x200;
        ID_MAJOR_FAULT1 "cip.id.major_fault1" "Major Recoverable Fault": U16 Dec & 0x400;
        ID_MAJOR_FAULT2 "cip.id.major_fault2" "Major Unrecoverable Fault": U16 Dec & 0x800;
        ID_EXT2 "cip.id.ext2" "Extended Device Status 2": U16 Hex & 0xf000;
        ID_SERIAL_NUMBER "cip.id.serial_number" "Serial Number": U32 Hex;
        ID_PRODUCT_NAME "cip.id.product_name" "Product Name": Str;
        ID_STATE "cip.id.state" "State": U8 Hex = ID_STATE_NAMES;
        ID_CONFIG_VALUE "cip.id.config_value" "Configuration Consistency Value": U16 Hex;
        ID_HEARTBEAT "cip.id.heartbeat" "Heartbeat Interval": U8 Hex;
        CM_OPEN_REQUESTS "cip.cm.open_requests" "Open Requests": U16 Dec;
        CM_OPEN_FORMAT_REJECTS "cip.cm.open_format_rejects" "Open Format Rejects": U16 Dec;
        CM_OPEN_RESOURCE_REJECTS "cip.cm.open_resource_rejects" "Open Resource Rejects": U16 Dec;
        CM_OTHER_OPEN_REJECTS "cip.cm.other_open_rejects" "Other Open Rejects": U16 Dec;
        CM_CLOSE_REQUESTS "cip.cm.close_requests" "Close Requests": U16 Dec;
        CM_CLOSE_FORMAT_REQUESTS "cip.cm.close_format_requests" "Close Format Requests": U16 Dec;
        CM_CLOSE_OTHER_REQUESTS "cip.cm.close_other_requests" "Close Other Requests": U16 Dec;
        CM_CONN_TIMOUTS "cip.cm.conn_timouts" "Connection Timeouts": U16 Dec;
        CM_SC "cip.cm.sc" "Service": U8 Hex & 0x7f = CM_SC_NAMES;
        CM_GENSTAT "cip.cm.genstat" "General Status": U8 Hex = GENSTAT_NAMES;
        CM_ADDSTAT_SIZE "cip.cm.addstat_size" "Additional Status Size": U8 Dec = Names::Unit(" word", " words");
        CM_EXT_STATUS "cip.cm.ext_status" "Extended Status": U16 Hex = CM_EXT_STATUS_NAMES;
        CM_ADDSTAT "cip.cm.addstat" "Additional Status": U16 Hex;
        CM_PRIORITY "cip.cm.priority" "Priority": U8 Dec & 0x10;
        CM_TICK_TIME "cip.cm.tick_time" "Tick time": U8 Dec & 0xf;
        CM_TIMEOUT_TICK "cip.cm.timeout_tick" "Time-out ticks": U8 Dec;
        CM_TIMEOUT "cip.cm.timeout" "Actual Time Out": U16 Dec = Names::Unit("ms", "ms");
        CM_OT_CONNID "cip.cm.ot_connid" "O->T Network Connection ID": U32 Hex;
        CM_TO_CONNID "cip.cm.to_connid" "T->O Network Connection ID": U32 Hex;
        CM_CONN_SERIAL_NUM "cip.cm.conn_serial_num" "Connection Serial Number": U16 Hex;
        CM_VENDOR "cip.cm.vendor" "Originator Vendor ID": U16 Hex = VENDORS;
        CM_ORIG_SERIAL_NUM "cip.cm.orig_serial_num" "Originator Serial Number": U32 Hex;
        CM_TIMEOUT_MULTIPLIER "cip.cm.timeout_multiplier" "Connection Timeout Multiplier": U8 Dec = CM_TIMEOUT_MULTIPLIER_NAMES;
        CM_OTRPI "cip.cm.otrpi" "O->T RPI": U32 Custom = Names::Custom(milliseconds);
        CM_OT_NET_PARAMS "cip.cm.ot_net_params" "O->T Network Connection Parameters": U32 Hex;
        CM_OT_NET_PARAMS16 "cip.cm.ot_net_params" "O->T Network Connection Parameters": U16 Hex;
        CM_TORPI "cip.cm.torpi" "T->O RPI": U32 Custom = Names::Custom(milliseconds);
        CM_TO_NET_PARAMS "cip.cm.to_net_params" "T->O Network Connection Parameters": U32 Hex;
        CM_TO_NET_PARAMS16 "cip.cm.to_net_params" "T->O Network Connection Parameters": U16 Hex;
        CM_FWO_OWNER "cip.cm.fwo.owner" "Redundant Owner": U16 Dec & 0x8000 = CM_FWO_OWNER_NAMES;
        CM_FWO_OWNER32 "cip.cm.fwo.owner" "Redundant Owner": U32 Dec & 0x80000000 = CM_FWO_OWNER_NAMES;
        CM_FWO_TYPE "cip.cm.fwo.type" "Connection Type": U16 Dec & 0x6000 = CM_FWO_TYPE_NAMES;
        CM_FWO_TYPE32 "cip.cm.fwo.type" "Connection Type": U32 Dec & 0x60000000 = CM_FWO_TYPE_NAMES;
        CM_FWO_PRIO "cip.cm.fwo.prio" "Priority": U16 Dec & 0xc00 = CM_FWO_PRIO_NAMES;
        CM_FWO_PRIO32 "cip.cm.fwo.prio" "Priority": U32 Dec & 0xc000000 = CM_FWO_PRIO_NAMES;
        CM_FWO_F_V "cip.cm.fwo.f_v" "Connection Size Type": U16 Dec & 0x200 = CM_FWO_F_V_NAMES;
        CM_FWO_F_V32 "cip.cm.fwo.f_v" "Connection Size Type": U32 Dec & 0x2000000 = CM_FWO_F_V_NAMES;
        CM_FWO_CONSIZE "cip.cm.fwo.consize" "Connection Size": U16 Dec & 0x1ff = Names::Unit(" byte", " bytes");
        CM_FWO_CONSIZE32 "cip.cm.fwo.consize" "Connection Size": U32 Dec & 0xffff = Names::Unit(" byte", " bytes");
        CM_TRANSPORT_TYPE_TRIGGER "cip.cm.transport_type_trigger" "Transport Type/Trigger": U8 Hex;
        CM_FWO_DIR "cip.cm.fwo.dir" "Direction": U8 Dec & 0x80 = CM_FWO_DIR_NAMES;
        CM_FWO_TRIGGER "cip.cm.fwo.trigger" "Trigger": U8 Dec & 0x70 = CM_FWO_TRIGGER_NAMES;
        CM_FWO_TRANSPORT "cip.cm.fwo.transport" "Class": U8 Dec & 0xf = CM_FWO_TRANSPORT_NAMES;
        CM_CONNPATH_SIZE "cip.cm.connpath_size" "Connection Path Size": U8 Dec = Names::Unit(" word", " words");
        CM_OTAPI "cip.cm.otapi" "O->T API": U32 Custom = Names::Custom(milliseconds);
        CM_TOAPI "cip.cm.toapi" "T->O API": U32 Custom = Names::Custom(milliseconds);
        CM_APP_REPLY_SIZE "cip.cm.app_reply_size" "Application Reply Size": U8 Dec = Names::Unit(" word", " words");
        CM_APP_REPLY_DATA "cip.cm.app_reply_data" "Application Reply": Bytes;
        CM_REMAIN_PATH_SIZE "cip.cm.remain_path_size" "Remaining Path Size": U8 Dec = Names::Unit(" word", " words");
        CM_MSG_REQ_SIZE "cip.cm.msg_req_size" "Embedded Message Request Size": U16 Dec = Names::Unit(" byte", " bytes");
        CM_ROUTE_PATH_SIZE "cip.cm.route_path_size" "Route Path Size": U8 Dec = Names::Unit(" word", " words");
    }
    experts {
        UNSUPPORTED_SEGMENT "cip.unsupported.seg_type" Warn Protocol "Unsupported Segment Type";
    }
}

/// Services of the connection manager that carry another request.
const UNCONNECTED_SEND: u8 = 0x52;
/// Class of the connection manager.
const CONNECTION_MANAGER: u32 = 6;
/// Services below this are common to all classes.
const COMMON_SERVICES: u8 = 0x1c;
const MULTIPLE_SERVICES: u8 = 0x0a;
const RESPONSE: u8 = 0x80;

/// Microseconds as milliseconds.
fn milliseconds(v: Value, o: &mut Out<'_>) {
    let n = v.as_u64().unwrap_or_default();
    o.u(n / 1000).c(b'.').u0(n % 1000, 3).s("ms");
}

/// A request, as far as it is remembered for the response.
#[derive(Clone, Copy)]
pub(crate) struct Request<'p> {
    service: u8,
    path: &'p [u8],
    data: &'p [u8],
}

impl<'p> Request<'p> {
    fn of(bytes: &'p [u8]) -> Option<Request<'p>> {
        let (&[service, words], rest) = bytes.split_first_chunk::<2>()?;
        let (path, data) = rest.split_at_checked(2 * usize::from(words))?;
        Some(Request { service, path, data })
    }

    /// The n-th request in a Multiple Service Packet.
    fn nth(&self, n: usize) -> Option<&'p [u8]> {
        let at = |n: usize| -> Option<usize> {
            let two = self.data.get(2 + 2 * n..)?.first_chunk::<2>()?;
            Some(usize::from(u16::from_le_bytes(*two)))
        };
        let count = usize::from(u16::from_le_bytes(*self.data.first_chunk::<2>()?));
        let end = if n + 1 < count { at(n + 1)? } else { self.data.len() };
        self.data.get(at(n)?..end.min(self.data.len()))
    }

    /// The request that the connection manager is to pass on.
    fn carried(&self) -> Option<&'p [u8]> {
        let len = u16::from_le_bytes(*self.data.get(2..)?.first_chunk::<2>()?);
        self.data.get(4..)?.get(..usize::from(len))
    }

    fn goes_to_the_manager(&self) -> bool {
        Path(self.path).class() == Some(CONNECTION_MANAGER)
    }
}

/// How much of a request is worth remembering: all of those that carry others or paths, only the head of those that
/// carry data.
#[must_use]
pub(crate) fn worth(request: &[u8]) -> &[u8] {
    match Request::of(request) {
        Some(r) if r.service != MULTIPLE_SERVICES && !r.goes_to_the_manager() => {
            request.get(..request.len() - r.data.len()).unwrap_or(request)
        }
        _ => request,
    }
}

/// Connection identifiers of O→T and T→O that a Forward Open's response assigns.
#[must_use]
pub(crate) fn opened(response: &[u8], request: &[u8]) -> Option<[u32; 2]> {
    let r = Request::of(request).filter(|r| matches!(r.service, 0x54 | 0x5b) && r.goes_to_the_manager())?;
    match response {
        [s, _, 0, 0, a, b, c, d, e, f, g, h, ..] if *s == r.service | RESPONSE => {
            Some([u32::from_le_bytes([*a, *b, *c, *d]), u32::from_le_bytes([*e, *f, *g, *h])])
        }
        _ => None,
    }
}

/// Where a message stands, which decides what it adds to the Info column.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Within {
    Nothing,
    ManyServices,
    UnconnectedSend,
}

/// What follows a message in the tree, as a protocol of its own.
const FOLLOWS_GENERIC: u32 = 1;
const FOLLOWS_MANAGER: u32 = 2;

/// A request that is remembered, and where it lies: in the note of EtherNet/IP under a key of 64 bits, at an offset, so
/// many bytes (the lower 16 bits).
#[derive(Clone, Copy)]
struct Asked<'p> {
    at: [u32; 4],
    bytes: &'p [u8],
}

impl<'p> Asked<'p> {
    /// That which was handed on.
    fn handed<'a: 'p, S: Sink>(cx: &Cx<'a, S>) -> Option<Asked<'p>> {
        let [high, low, at, len] = cx.handed;
        let len = len & 0xffff;
        let key = u64::from(high) << 32 | u64::from(low);
        let bytes = cx.recalled_by(super::enip::ID, key).filter(|_| len > 0)?.bytes.get(at as usize..)?;
        Some(Asked { at: [high, low, at, len], bytes: bytes.get(..len as usize)? })
    }

    /// A part of it.
    fn part(&self, part: &'p [u8]) -> Asked<'p> {
        let from = (part.as_ptr() as usize).saturating_sub(self.bytes.as_ptr() as usize);
        Asked {
            at: [self.at[0], self.at[1], self.at[2] + from as u32, part.len().min(0xffff) as u32],
            bytes: part,
        }
    }

    fn request(&self) -> Option<Request<'p>> {
        Request::of(self.bytes)
    }
}

/// Shows a message whose request is noted under this key of EtherNet/IP.
pub(crate) fn message<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, key: u64) -> Step {
    let len = cx.recalled_by(super::enip::ID, key).map_or(0, |r| r.bytes.len().min(0xffff));
    cx.handed = [(key >> 32) as u32, key as u32, 0, len as u32];
    shown(cx, c, false, Within::Nothing)
}

/// Shows a message inside another; the request that it answers is a part of the outer's.
fn inner<S: Sink>(cx: &mut Cx<'_, S>, c: Cursor<'_>, asked: Option<Asked<'_>>, within: Within) -> Step {
    cx.handed = asked.map_or([0; 4], |a| a.at);
    shown(cx, c, true, within)
}

fn shown<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, nested: bool, within: Within) -> Step {
    cx.handed[3] |= (within as u32) << 16;
    let call = |cx: &mut Cx<'_, S>, id, c| if nested { cx.call_nested(id, c) } else { cx.call(id, c) };
    call(cx, ID, c)?;
    let follows = cx.handed[3] >> 30;
    let Some(end) = cx.inner_end().filter(|_| S::FIELDS && follows != 0) else { return Ok(()) };
    c.advance(end.saturating_sub(c.pos()));
    call(cx, if follows == FOLLOWS_MANAGER { manager::ID } else { generic::ID }, c)
}

/// Says what follows the message, where.
fn followed<S: Sink>(cx: &mut Cx<'_, S>, c: &Cursor<'_>, asked: Option<Asked<'_>>, back: usize, by: u32) {
    let at = asked.map_or([0; 4], |a| a.at);
    cx.handed = [at[0], at[1], at[2], at[3] & 0xffff | (back as u32 & 0x3ff) << 20 | by << 30];
    cx.ends_at(c.pos());
}

/// Writes a service and its object as the Info column has them.
fn said(o: &mut Out<'_>, path: Option<&[u8]>, service: u8) {
    if let Some(path) = path {
        Path(path).target(o);
    }
    service_name(o, service);
}

fn service_name(o: &mut Out<'_>, service: u8) {
    let code = service & 0x7f;
    match SC_NAMES.find(u64::from(code)) {
        Some(name) => o.s(name),
        None => o.s("Service (").hex(code, 2).c(b')'),
    };
}

fn status_name(o: &mut Out<'_>, status: u8) {
    match GENSTAT_NAMES.find(u64::from(status)) {
        Some(name) => o.s(name),
        None => o.s("Unknown Response (").x(status, 1).c(b')'),
    };
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    let within = match cx.handed[3] >> 16 & 3 {
        1 => Within::ManyServices,
        2 => Within::UnconnectedSend,
        _ => Within::Nothing,
    };
    let asked = Asked::handed(cx);
    cx.handed = [0; 4];
    if within == Within::Nothing {
        cx.protocol("CIP");
        cx.info_clear();
    }
    let service = c.peek_u8(0)?;
    let response = service & RESPONSE != 0;
    let item = cx.peek(SERVICE, &c, 1)?;
    cx.label(item, |o| {
        o.s("Service: ");
        match SC_NAMES.find(u64::from(service & 0x7f)) {
            Some(name) => o.s(name),
            None => o.s("Unknown Service (").hex(service & 0x7f, 2).c(b')'),
        };
        o.s(if response { " (Response)" } else { " (Request)" });
    });
    cx.under(item, |cx| -> Step {
        cx.peek(RR, &c, 1)?;
        cx.peek(SC, &c, 1)?;
        Ok(())
    })?;
    c.skip(1)?;
    if response { answer(cx, c, service, asked, within) } else { ask(cx, c, service, within) }
}

fn ask<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>, service: u8, within: Within) -> Step {
    let words = cx.u8(REQUEST_PATH_SIZE, &mut c)?;
    let len = 2 * usize::from(words);
    let path = c.peek_bytes(0, len)?;
    cx.info_add(|o| match within {
        Within::Nothing => said(o, Some(path), service),
        Within::ManyServices => service_name(o, service),
        Within::UnconnectedSend => said(o.s(": "), Some(path), service),
    });
    Path(path).show(cx, "Request Path", Some(&c));
    c.advance(len);
    let request = Request { service, path, data: c.rest() };
    if request.goes_to_the_manager() && service > COMMON_SERVICES {
        followed(cx, &c, None, 0, FOLLOWS_MANAGER);
        return Ok(());
    }
    if service > COMMON_SERVICES || service == 0 {
        followed(cx, &c, None, 0, FOLLOWS_GENERIC);
        return Ok(());
    }
    services::show(cx, c, request, None, None)
}

/// A response, behind its service.
fn answer<S: Sink>(
    cx: &mut Cx<'_, S>,
    mut c: Cursor<'_>,
    service: u8,
    asked: Option<Asked<'_>>,
    within: Within,
) -> Step {
    c.skip(1)?; // Reserved.
    let start = c.pos();
    let status = c.peek_u8(0)?;
    let request = asked.and_then(|a| a.request());
    let to_manager = request.is_some_and(|r| r.goes_to_the_manager() && r.service > COMMON_SERVICES);
    // What the manager was to pass on is answered under the name of what it passed on.
    let passed = passed(asked, service);
    let code = service & 0x7f;
    cx.info_add(|o| {
        if within == Within::ManyServices {
            return service_name(o, service);
        }
        status_name(o, status);
        let path = if passed.is_some() { passed } else { request }.map(|r| r.path);
        said(o.s(": "), path.filter(|_| code != MULTIPLE_SERVICES), service);
    });
    let line = cx.line(c.span(2), |o| {
        o.s("Status: ");
        status_name(o, status);
        o.s(": ");
    });
    cx.under(line, |cx| -> Step {
        cx.u8(GENSTAT, &mut c)?;
        let n = cx.u8(ADDSTAT_SIZE, &mut c)?;
        if n > 0 {
            let line = cx.line(c.span(2 * usize::from(n)), |o| _ = o.s("Additional Status"));
            cx.under(line, |cx| -> Step {
                for _ in 0..n {
                    cx.u16_le(ADDSTAT, &mut c)?;
                }
                Ok(())
            })?;
        }
        Ok(())
    })?;
    if let Some(r) = request {
        cx.generated(REQUEST_PATH_SIZE, Span::default(), Value::U(r.path.len() as u64 / 2));
        Path(r.path).show(cx, "Request Path", None);
    }
    if to_manager {
        followed(cx, &c, asked, c.pos() - start, FOLLOWS_MANAGER);
        return Ok(());
    }
    if code > COMMON_SERVICES || code == 0 {
        followed(cx, &c, None, 0, FOLLOWS_GENERIC);
        return Ok(());
    }
    let known = request.unwrap_or(Request { service: code, path: &[], data: &[] });
    services::show(cx, c, Request { service: code, ..known }, Some(status), asked)
}

/// The request that an Unconnected Send carried, when this service answers that.
fn passed<'p>(asked: Option<Asked<'p>>, service: u8) -> Option<Request<'p>> {
    let r = asked?.request()?;
    let sent = r.goes_to_the_manager() && r.service == UNCONNECTED_SEND && service & 0x7f != UNCONNECTED_SEND;
    Request::of(r.carried().filter(|_| sent)?)
}
