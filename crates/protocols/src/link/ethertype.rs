//! Ethertype: the number that says what an Ethernet frame, or anything like it, carries.

use requin_wire::{Cursor, Cx, Names, Sink, Step, Stop, Table, names, proto};

proto! {
    ETHERTYPE "ethertype" "Ethertype" "Ethertype" Link
    on []
    fields {}
}

names! {
    TABLE {
        0x0800 => "IPv4", 0x0806 => "ARP", 0x8035 => "RARP", 0x8100 => "802.1Q Virtual LAN", 0x86dd => "IPv6",
        0x8847 => "MPLS label switched packet", 0x8863 => "PPPoE Discovery", 0x8864 => "PPPoE Session",
        0x88cc => "802.1 Link Layer Discovery Protocol (LLDP)",
    }
}

/// Names of ethertypes.
pub const NAMES: Names = TABLE;

fn dissect<S: Sink>(_: &mut Cx<'_, S>, _: Cursor<'_>) -> Step {
    Err(Stop::NotMine)
}

/// Hands a payload to the protocol of an ethertype, or to data. The ethertype stands as a layer of its
/// own in `frame.protocols`, without a node in the tree.
///
/// # Errors
/// Whatever stopped the protocol.
pub fn carry<S: Sink>(cx: &mut Cx<'_, S>, ethertype: u16, c: Cursor<'_>) -> Step {
    cx.layer_only(ID, &c);
    if cx.dispatch(Table::Ether, u32::from(ethertype), c)? {
        return Ok(());
    }
    cx.protocol_with(|o| _ = o.hex(ethertype, 4));
    match NAMES.find(u64::from(ethertype)) {
        Some(name) => cx.info(|o| _ = o.s(name)),
        None => cx.info(|o| _ = o.s("Ethernet II")),
    }
    cx.call(crate::meta::data::ID, c)
}
