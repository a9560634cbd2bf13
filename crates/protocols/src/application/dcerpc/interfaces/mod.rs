//! The interfaces whose calls are known by name, and how a call of theirs is shown.

pub mod atsvc;
pub mod dnsserver;
pub mod drsuapi;
pub mod dssetup;
pub mod efs;
pub mod epm;
pub mod eventlog;
pub mod frsrpc;
pub mod frstrans;
pub mod fsrvp;
pub mod initshutdown;
pub mod iremotewinspool;
pub mod isystemactivator;
pub mod lsarpc;
pub mod mapi;
pub mod mdssvc;
pub mod mgmt;
pub mod netdfs;
pub mod netlogon;
pub mod nspi;
pub mod oxid;
pub mod pnp;
pub mod remact;
pub mod remunk;
pub mod remunk2;
pub mod rras;
pub mod samr;
pub mod spoolss;
pub mod srvsvc;
pub mod svcctl;
pub mod taskscheduler;
pub mod trksvr;
pub mod winreg;
pub mod witness;
pub mod wkssvc;

use super::*;
use requin_wire::{Names, ProtoId};

/// Calls are shown where they are carried ([`call`]), whatever the interface.
pub(super) fn declines<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

/// An interface: a protocol whose messages are the calls of its operations.
#[derive(Clone, Copy)]
pub(super) struct Interface {
    uuid: u128,
    pub(super) id: ProtoId,
    node: Field,
    opnum: Field,
    operations: Names,
    /// Its protocol, for the names of both columns.
    def: &'static requin_wire::Proto,
}

macro_rules! interface {
    ($uuid:literal, $name:ident) => {
        Interface {
            uuid: $uuid,
            id: $name::ID,
            node: $name::PROTO,
            opnum: $name::OPNUM,
            operations: $name::OPERATIONS,
            def: &$name::DEF,
        }
    };
}

impl Interface {
    /// Whether tshark reads an operation; some it only knows by name.
    pub(super) fn reads(&self, opnum: u64, response: bool) -> bool {
        self.operation(opnum).is_some() && !only_named(self.id, opnum, response)
    }

    /// The name of an operation.
    pub(super) fn operation(&self, opnum: u64) -> Option<&'static str> {
        self.operations.find(opnum)
    }
}

/// Whether tshark knows no more than the name of an operation.
pub(super) fn only_named(interface: ProtoId, opnum: u64, response: bool) -> bool {
    match interface {
        taskscheduler::ID | pnp::ID | rras::ID => true,
        remunk::ID => matches!(opnum, 0..=2 | 4),
        remunk2::ID => matches!(opnum, 0..=2 | 4 | 6),
        isystemactivator::ID => opnum <= 2,
        mgmt::ID => opnum <= 3,
        oxid::ID => opnum == 0 || (!response && matches!(opnum, 3 | 5)),
        trksvr::ID => opnum == 0,
        epm::ID => matches!(opnum, 5 | 6),
        netlogon::ID => matches!(opnum, 42..=44 | 46),
        svcctl::ID => {
            matches!(opnum, 1 | 2 | 4..=7 | 9..=11 | 13 | 18..=25 | 28 | 29 | 31..=43)
                || (response && matches!(opnum, 14 | 17 | 26))
        }
        spoolss::ID => {
            !response
                && matches!(opnum, 1 | 5 | 9 | 11 | 13..=16 | 21 | 22 | 24 | 25 | 28 | 35..=52 | 54 | 55 | 57
                    | 61..=64 | 70 | 81 | 84 | 89)
        }
        _ => false,
    }
}

/// By their UUIDs, sorted.
static ALL: &[Interface] = &[
    interface!(0x00000131_0000_0000_c000_000000000046, remunk),
    interface!(0x00000143_0000_0000_c000_000000000046, remunk2),
    interface!(0x000001a0_0000_0000_c000_000000000046, isystemactivator),
    interface!(0x12345678_1234_abcd_ef00_0123456789ab, spoolss),
    interface!(0x12345678_1234_abcd_ef00_01234567cffb, netlogon),
    interface!(0x12345778_1234_abcd_ef00_0123456789ab, lsarpc),
    interface!(0x12345778_1234_abcd_ef00_0123456789ac, samr),
    interface!(0x1ff70682_0a51_30e8_076d_740be8cee98b, atsvc),
    interface!(0x338cd001_2244_31f1_aaaa_900038001003, winreg),
    interface!(0x367abb81_9844_35f1_ad32_98f038001003, svcctl),
    interface!(0x3919286a_b10c_11d0_9ba8_00c04fd92ef5, dssetup),
    interface!(0x4b324fc8_1670_01d3_1278_5a47bf6ee188, srvsvc),
    interface!(0x4d9f4ab8_7d1c_11cf_861e_0020af6e7c57, remact),
    interface!(0x4da1c422_943d_11d1_acae_00c04fc2aa3f, trksvr),
    interface!(0x4fc742e0_4a10_11cf_8273_00aa004ae673, netdfs),
    interface!(0x50abc2a4_574d_40b3_9d66_ee4fd5fba076, dnsserver),
    interface!(0x6bffd098_a112_3610_9833_46c3f87e345a, wkssvc),
    interface!(0x76f03f96_cdfd_44fc_a22c_64950a001209, iremotewinspool),
    interface!(0x82273fdc_e32a_18c3_3f78_827929dc23ea, eventlog),
    interface!(0x86d35949_83c9_4044_b424_db363231fd0c, taskscheduler),
    interface!(0x885d85fb_c754_4062_a0e7_6872ce0064f4, mdssvc),
    interface!(0x894de0c0_0d55_11d3_a322_00c04fa321a1, initshutdown),
    interface!(0x897e2e5f_93f3_4376_9c9c_fd2277495c27, frstrans),
    interface!(0x8d9f4e40_a03d_11ce_8f69_08003e30051b, pnp),
    interface!(0x8f09f000_b7ed_11ce_bbd2_00001a181cad, rras),
    interface!(0x99fcfec4_5260_101b_bbcb_00aa0021347a, oxid),
    interface!(0xa4f1db00_ca47_1067_b31f_00dd010662da, mapi),
    interface!(0xa8e0653c_2744_4389_a61d_7373df8b2292, fsrvp),
    interface!(0xafa8bd80_7d8a_11c9_bef4_08002b102989, mgmt),
    interface!(0xc681d488_d850_11d0_8c52_00c04fd90f7e, efs),
    interface!(0xccd8c074_d0e5_4a40_92b4_d074faa6ba28, witness),
    interface!(0xe1af8308_5d1f_11c9_91a4_08002b14a0fa, epm),
    interface!(0xe3514235_4b06_11d1_ab04_00c04fc2dcd2, drsuapi),
    interface!(0xf5cc59b4_4264_101a_8c59_08002b2f8426, frsrpc),
    interface!(0xf5cc5a18_4264_101a_8c59_08002b2f8426, nspi),
];

/// The interface of a UUID in network order.
pub(super) fn find(uuid: &[u8]) -> Option<&'static Interface> {
    let n = u128::from_be_bytes(*uuid.first_chunk::<16>()?);
    ALL.binary_search_by_key(&n, |i| i.uuid).ok().and_then(|i| ALL.get(i))
}

/// Whether a protocol is an interface.
pub(super) fn is_one(id: ProtoId) -> bool {
    ALL.iter().any(|i| i.id == id)
}

/// What is known of a call when its data are read.
#[derive(Clone, Copy)]
pub(super) struct Call<'a> {
    pub operation: u16,
    pub response: bool,
    /// The frame of the request that a response answers.
    pub request: Option<u64>,
    /// Where the handle that it begins with was opened.
    pub opened: Option<u64>,
    pub closed: Option<u64>,
    /// What that handle is of.
    pub named: Option<&'a [u8]>,
    /// The version of its interface.
    pub version: u64,
    /// The data are encrypted.
    pub sealed: bool,
    /// Numbers are little-endian.
    pub little: bool,
    /// The data are in NDR64 ([MS-RPCE] 2.2.5).
    pub wide: bool,
}

/// Shows a call as a message of its interface: `c` has its data, `padding` what fills them up for authentication.
pub(super) fn call<S: Sink>(
    cx: &mut Cx<'_, S>,
    interface: &Interface,
    call: &Call<'_>,
    mut c: Cursor<'_>,
    mut padding: Cursor<'_>,
) -> Step {
    let name = interface.operations.find(call.operation.into());
    cx.protocol(interface.def.short);
    cx.info(|o| {
        match name {
            Some(name) => o.s(name),
            None => o.s("Unknown operation ").u(call.operation),
        };
        o.s(if call.response { " response" } else { " request" });
    });
    // It is no layer of the packet, but found as if it were.
    let at = c.span(usize::MAX);
    cx.at_top(|cx| {
        let item = cx.add(interface.node, at, Value::Bytes(at));
        cx.label(item, |o| {
            o.s(interface.def.name).s(", ");
            match name {
                Some(name) => o.s(name),
                None => o.s("unknown operation ").u(call.operation),
            };
        });
        cx.under(item, |cx| {
            let operation = cx.add(interface.opnum, c.span(0), Value::U(call.operation.into()));
            if name.is_none() {
                cx.label(operation, |o| _ = o.s("Operation: Unknown operation (").u(call.operation).s(")"));
            }
            if let Some(frame) = call.request {
                cx.generated(REQUEST_IN, c.span(0), Value::U(frame));
            }
            let n = c.left();
            // See what tshark makes of it in `Stub::inside`.
            if n == 0 {
                cx.info_add(|o| _ = o.s(" ").s(interface.def.short).s(" V").u(call.version));
            }
            if call.sealed {
                cx.bytes(ENCRYPTED_STUB_DATA, &mut c, n)?;
            } else {
                if name.is_none() {
                    stub::unread(cx, &mut c)?;
                } else {
                    arguments::of(cx, interface.id, call, c)?;
                }
            }
            let n = padding.left();
            if n > 0 {
                cx.bytes(AUTH_PADDING, &mut padding, n)?;
            }
            Ok(())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interfaces_are_sorted() {
        assert!(ALL.is_sorted_by_key(|i| i.uuid));
        let uuid = 0x367abb81_9844_35f1_ad32_98f038001003u128.to_be_bytes();
        assert_eq!(find(&uuid).map(|i| i.def.abbr), Some("svcctl"));
        assert!(find(&[0; 16]).is_none());
        assert!(find(&[]).is_none());
    }
}
