//! Keywords that go inwards: VLAN, MPLS, PPPoE, Geneve; and looking into all encapsulations at once.

use super::Gen;
use super::kind::types;
use super::layer::{Kind, Layer, Place, test};
use crate::cond::{Cmp, Cond};
use crate::error::Error;
use crate::expr::{Id, Op, Size, Slot};
use crate::link::Family;
use crate::program::ancillary;

/// Ethernet types of VLAN tags: IEEE 802.1Q, 802.1ad, and the one used before 802.1ad.
const VLAN_TYPES: [u32; 3] = [0x8100, 0x88a8, 0x9100];
/// Tags in a row that are looked behind with [`crate::Options::everywhere`].
const MOST_TAGS: u32 = 3;
/// MPLS labels in a row that are looked behind.
const MOST_LABELS: u32 = 3;
const VXLAN_PORT: u32 = 4789;
const GENEVE_PORT: u32 = 6081;
/// A type that no packet has, for the inner layer of a packet that has none.
const NO_TYPE: u32 = u32::MAX;

impl Gen<'_> {
    fn layer(&self) -> Result<Layer, Error> {
        match self.layers.first() {
            Some(layer) => Ok(layer.clone()),
            None => self.refuse("there is no layer left"),
        }
    }

    /// A VLAN tag. What follows in the expression speaks of what is behind it.
    pub(super) fn vlan(&mut self, id: Option<u32>) -> Result<Cond, Error> {
        if let Some(id) = id.filter(|&id| id > 0x0fff) {
            return self.wrong(format!("VLAN tag {id} is greater than 4095"));
        }
        if self.options.everywhere && self.layers.iter().any(|layer| matches!(layer.kind, Kind::Value(_))) {
            return self.vlan_anywhere(id);
        }
        let layer = self.layer()?;
        if layer.labels > 0 {
            return self.refuse("a VLAN tag behind MPLS labels cannot be asked for");
        }
        if !matches!(layer.family, Family::Ethernet | Family::Wlan) {
            return self.refuse(format!("packets of {} have no VLAN tags", layer.link));
        }
        if self.options.kernel
            && matches!((layer.kind, layer.family), (Kind::At(place), Family::Ethernet) if place == Place::at(12))
        {
            return self.vlan_of_kernel(layer, id);
        }
        let mut kinds = Vec::with_capacity(VLAN_TYPES.len());
        for kind in VLAN_TYPES {
            kinds.push(self.kind_is(&layer, kind)?);
        }
        let mut parts = vec![Cond::any(kinds)];
        // The tag is where the payload would be without it: behind LLC and SNAP headers on 802.11.
        let tag = if layer.family == Family::Wlan { layer.net } else { layer.payload };
        if let Some(id) = id {
            parts.push(tag.masked(&mut self.pool, Size::H, 0, 0x0fff, id));
        }
        for layer in &mut self.layers {
            match layer.kind {
                Kind::At(place) => layer.kind = Kind::At(place.plus(4)),
                _ => layer.kind = Kind::At(layer.payload.plus(10)),
            }
            layer.payload = layer.payload.plus(4);
            layer.net = layer.net.plus(4);
        }
        Ok(Cond::all(parts))
    }

    /// The outermost VLAN tag in the kernel, which takes tags out of frames and keeps them beside; but not all
    /// drivers have it so.
    fn vlan_of_kernel(&mut self, mut layer: Layer, id: Option<u32>) -> Result<Cond, Error> {
        let slot = self.slots.next();
        let mut kinds = Vec::with_capacity(VLAN_TYPES.len());
        for kind in VLAN_TYPES {
            kinds.push(self.kind_is(&layer, kind)?);
        }
        let taken = self.tag_taken();
        let pool = &mut self.pool;
        let (nothing, tag) = (pool.constant(0), pool.constant(4));
        let beside = match id {
            Some(id) => Place::at(ancillary::VLAN_TAG).masked(pool, Size::H, 0, 0x0fff, id),
            None => Cond::Always,
        };
        let within = match id {
            Some(id) => layer.payload.masked(pool, Size::H, 0, 0x0fff, id),
            None => Cond::Always,
        };
        // How much deeper everything is from here on.
        let base = Some(pool.mem(slot));
        let cond = Cond::choose(
            taken,
            Cond::all([Cond::Let(slot, nothing), beside]),
            Cond::all([Cond::Let(slot, tag), Cond::any(kinds), within]),
        );
        layer.kind = Kind::At(Place { base, off: 12 });
        layer.payload = Place { base, off: 14 };
        layer.net = Place { base, off: 14 };
        self.layers = vec![layer];
        Ok(cond)
    }

    /// Whether the kernel took a tag out of the frame.
    fn tag_taken(&mut self) -> Cond {
        Place::at(ancillary::VLAN_PRESENT).is(&mut self.pool, Size::B, 0, 1)
    }

    /// An MPLS label.
    pub(super) fn mpls(&mut self, label: Option<u32>) -> Result<Cond, Error> {
        if let Some(label) = label.filter(|&label| label > 0x000f_ffff) {
            return self.wrong(format!("MPLS label {label} is greater than 1048575"));
        }
        if self.options.everywhere && self.layers.iter().any(|layer| matches!(layer.kind, Kind::Value(_))) {
            return self.mpls_anywhere(label);
        }
        let layer = self.layer()?;
        let mut parts = Vec::new();
        if layer.labels > 0 {
            // The label before must not be the last of the stack.
            parts.push(layer.prepare());
            parts.push(layer.net.has(&mut self.pool, Size::B, 2u32.wrapping_sub(4), 1).not());
        } else {
            if !matches!(layer.family, Family::Ethernet | Family::Ppp | Family::Hdlc) {
                return self.refuse(format!("MPLS cannot be asked of {}", layer.link));
            }
            parts.push(self.kind_is(&layer, types::MPLS)?);
        }
        if let Some(label) = label {
            parts.push(layer.net.masked(&mut self.pool, Size::W, 0, 0xffff_f000, label << 12));
        }
        for layer in &mut self.layers {
            layer.net = layer.net.plus(4);
            layer.labels = layer.labels.saturating_add(1);
        }
        Ok(Cond::all(parts))
    }

    /// A PPPoE session packet.
    pub(super) fn pppoe_session(&mut self, session: Option<u32>) -> Result<Cond, Error> {
        if let Some(session) = session.filter(|&session| session > 0xffff) {
            return self.wrong(format!("PPPoE session {session} is greater than 65535"));
        }
        if self.options.everywhere && self.layers.iter().any(|layer| matches!(layer.kind, Kind::Value(_))) {
            return self.pppoe_anywhere(session);
        }
        let layer = self.layer()?;
        let mut parts = vec![self.kind_is(&layer, types::PPPOE_SESSION)?];
        if let Some(session) = session {
            parts.push(layer.net.masked(&mut self.pool, Size::W, 0, 0xffff, session));
        }
        for layer in &mut self.layers {
            // Six bytes of PPPoE, then two that say what PPP carries.
            layer.family = Family::Ppp;
            layer.kind = Kind::At(layer.net.plus(6));
            layer.payload = layer.net.plus(8);
            layer.net = layer.net.plus(8);
        }
        Ok(Cond::all(parts))
    }

    /// Whether a UDP packet goes to a port; `found` gets where UDP's payload is, by IP version.
    fn udp_to_port(
        &mut self,
        layer: &Layer,
        port: u32,
        mut found: impl FnMut(&mut Self, Place) -> Cond,
    ) -> Result<Cond, Error> {
        let v4 = self.kind_is(layer, types::IP)?;
        let udp = layer.net.is(&mut self.pool, Size::B, 9, 17);
        let whole = self.first_fragment(layer);
        let body = self.ip_payload(layer);
        let to = body.is(&mut self.pool, Size::H, 2, port);
        let then = found(self, body.plus(8));
        let v4 = Cond::all([v4, udp, whole, to, then]);
        let v6 = self.kind_is(layer, types::IP6)?;
        let udp = layer.net.is(&mut self.pool, Size::B, 6, 17);
        let body = layer.net.plus(40);
        let to = body.is(&mut self.pool, Size::H, 2, port);
        let then = found(self, body.plus(8));
        let v6 = Cond::all([v6, udp, to, then]);
        Ok(Cond::any([v4, v6]))
    }

    /// A Geneve tunnel (RFC 8926).
    pub(super) fn geneve(&mut self, vni: Option<u32>) -> Result<Cond, Error> {
        if let Some(vni) = vni.filter(|&vni| vni > 0x00ff_ffff) {
            return self.wrong(format!("Geneve VNI {vni} is greater than 16777215"));
        }
        let layer = self.layer()?;
        let (start, kind, net) = (self.slots.next(), self.slots.next(), self.slots.next());
        let found = self.udp_to_port(&layer, GENEVE_PORT, |it, geneve| {
            let pool = &mut it.pool;
            let mut parts = vec![geneve.has(pool, Size::B, 0, 0xc0).not()];
            if let Some(vni) = vni {
                parts.push(geneve.masked(pool, Size::W, 4, 0xffff_ff00, vni << 8));
            }
            let at = geneve.value(pool);
            parts.push(Cond::Let(start, at));
            Cond::all(parts)
        })?;
        let pool = &mut self.pool;
        let header = Place { base: Some(pool.mem(start)), off: 0 };
        // Eight bytes and options, whose length is in words.
        let options = header.load(pool, Size::B, 0);
        let (mask, words) = (pool.constant(0x3f), pool.constant(4));
        let options = pool.bin(Op::And, options, mask);
        let options = pool.bin(Op::Mul, options, words);
        let eight = pool.constant(8);
        let inner = header.value(pool);
        let inner = pool.bin(Op::Add, options, inner);
        let inner = pool.bin(Op::Add, inner, eight);
        // An Ethernet frame has its type and payload deeper than what is carried without one.
        let is_ethernet = header.is(pool, Size::H, 2, 0x6558);
        let (twelve, fourteen, two) = (pool.constant(12), pool.constant(14), pool.constant(2));
        let ethernet_kind = pool.bin(Op::Add, inner, twelve);
        let ethernet_net = pool.bin(Op::Add, inner, fourteen);
        let here = header.value(pool);
        let own_kind = pool.bin(Op::Add, here, two);
        let places = Cond::choose(
            is_ethernet.clone(),
            Cond::all([Cond::Let(net, ethernet_net), Cond::Let(kind, ethernet_kind)]),
            Cond::all([Cond::Let(net, inner), Cond::Let(kind, own_kind)]),
        );
        let kind = Place { base: Some(pool.mem(kind)), off: 0 };
        let net = Place { base: Some(pool.mem(net)), off: 0 };
        let inner = Layer {
            family: Family::Ethernet,
            header: Place { off: 14u32.wrapping_neg(), ..net },
            kind: Kind::At(kind),
            payload: net,
            net,
            labels: 0,
            before_header: Vec::new(),
            before_payload: Vec::new(),
            has_header: Some(is_ethernet),
            ..layer
        };
        self.layers = vec![inner];
        Ok(Cond::all([found, places]))
    }

    /// Replaces the outermost layer by what is behind all of its VLAN tags, PPPoE and MPLS labels, and adds the layer inside
    /// VXLAN.
    pub(super) fn look_everywhere(&mut self) {
        let Some(outer) = self.layers.first().cloned() else { return };
        let mut outer = outer;
        let field = match (outer.family, outer.kind) {
            (Family::Ethernet | Family::Sll | Family::Sll2, Kind::At(kind)) => {
                Some(kind.load(&mut self.pool, Size::H, 0))
            }
            (Family::Sll | Family::Sll2, Kind::Value(field)) => Some(field),
            _ => None,
        };
        if let Some(field) = field {
            let (tagged_kind, tagged_net) = (self.slots.next(), self.slots.next());
            let (kind_slot, net_slot) = (self.slots.next(), self.slots.next());
            let work = self.look_behind(field, outer.net, tagged_kind, tagged_net, MOST_TAGS);
            outer.before_payload.push((tagged_kind, work));
            let (field, net) = (self.pool.mem(tagged_kind), self.pool.mem(tagged_net));
            let net = Place { base: Some(net), off: 0 };
            let work = self.look_behind_labels(field, net, kind_slot, net_slot);
            outer.before_payload.push((kind_slot, work));
            outer.kind = Kind::Value(self.pool.mem(kind_slot));
            outer.net = Place { base: Some(self.pool.mem(net_slot)), off: 0 };
            outer.payload = outer.net;
        }
        if matches!(outer.family, Family::Unknown) {
            return;
        }
        let (start, tagged_kind, tagged_net) = (self.slots.next(), self.slots.next(), self.slots.next());
        let (kind_slot, net_slot) = (self.slots.next(), self.slots.next());
        let vxlan = self.udp_to_port(&outer, VXLAN_PORT, |it, vxlan| {
            // The flag that says that there is a network identifier.
            let flag = vxlan.has(&mut it.pool, Size::B, 0, 0x08);
            let frame = vxlan.plus(8).value(&mut it.pool);
            Cond::all([flag, Cond::Let(start, frame)])
        });
        // Link types without UDP have nothing to look into.
        let Ok(vxlan) = vxlan else {
            self.layers = vec![outer];
            return;
        };
        let frame = Place { base: Some(self.pool.mem(start)), off: 0 };
        let field = frame.load(&mut self.pool, Size::H, 12);
        let behind = self.look_behind(field, frame.plus(14), tagged_kind, tagged_net, MOST_TAGS);
        let none = self.pool.constant(NO_TYPE);
        let work = Cond::choose(vxlan, behind, Cond::Let(tagged_kind, none));
        let mut before = outer.before_payload.clone();
        before.push((tagged_kind, work));
        let (field, net) = (self.pool.mem(tagged_kind), self.pool.mem(tagged_net));
        let labels = self.look_behind_labels(field, Place { base: Some(net), off: 0 }, kind_slot, net_slot);
        let nothing = test(&mut self.pool, Cmp::Eq, field, NO_TYPE);
        before.push((kind_slot, Cond::choose(nothing, Cond::Let(kind_slot, none), labels)));
        let kind = self.pool.mem(kind_slot);
        let net = Place { base: Some(self.pool.mem(net_slot)), off: 0 };
        let there = test(&mut self.pool, Cmp::Eq, kind, NO_TYPE).not();
        let mut inner = Layer {
            family: Family::Ethernet,
            header: frame,
            kind: Kind::Value(kind),
            payload: net,
            net,
            before_payload: before,
            has_header: None,
            ..outer.clone()
        };
        inner.has_header = Some(Cond::all([inner.prepare(), there]));
        self.layers = vec![outer, inner];
    }

    /// Stores the type and the place of what is behind tags and PPPoE. The type is stored last.
    fn look_behind(&mut self, field: Id, net: Place, kind_slot: Slot, net_slot: Slot, tags: u32) -> Cond {
        let here = net.value(&mut self.pool);
        let plain = Cond::all([Cond::Let(net_slot, here), Cond::Let(kind_slot, field)]);
        let ppp = {
            let pool = &mut self.pool;
            let protocol = net.load(pool, Size::H, 6);
            let behind = net.plus(8).value(pool);
            let (ip, ip6) = (pool.constant(types::IP), pool.constant(types::IP6));
            let is_ip = test(pool, Cmp::Eq, protocol, 0x21);
            let is_ip6 = test(pool, Cmp::Eq, protocol, 0x57);
            let named = Cond::choose(
                is_ip,
                Cond::Let(kind_slot, ip),
                Cond::choose(is_ip6, Cond::Let(kind_slot, ip6), Cond::Let(kind_slot, field)),
            );
            Cond::all([Cond::Let(net_slot, behind), named])
        };
        let is_pppoe = test(&mut self.pool, Cmp::Eq, field, types::PPPOE_SESSION);
        let rest = Cond::choose(is_pppoe, ppp, plain);
        let Some(fewer) = tags.checked_sub(1) else { return rest };
        let next = net.load(&mut self.pool, Size::H, 2);
        let tagged = self.look_behind(next, net.plus(4), kind_slot, net_slot, fewer);
        let pool = &mut self.pool;
        let is_tag = Cond::any(VLAN_TYPES.iter().map(|&kind| test(pool, Cmp::Eq, field, kind)));
        Cond::choose(is_tag, tagged, rest)
    }

    /// Stores the type and the place of what is behind MPLS labels (RFC 3032), if there are any. Nothing says what that
    /// is: the version of IP is looked at. The type is stored last.
    fn look_behind_labels(&mut self, field: Id, net: Place, kind_slot: Slot, net_slot: Slot) -> Cond {
        let pool = &mut self.pool;
        let here = net.value(pool);
        let is_mpls = test(pool, Cmp::Eq, field, types::MPLS);
        // Deeper stacks stay what they are.
        let mut place = Cond::Let(net_slot, here);
        for label in (0..MOST_LABELS).rev() {
            let label = net.plus(label.saturating_mul(4));
            let is_last = label.has(pool, Size::B, 2, 1);
            let behind = label.plus(4).value(pool);
            place = Cond::choose(is_last, Cond::Let(net_slot, behind), place);
        }
        let behind = Place { base: Some(pool.mem(net_slot)), off: 0 };
        let (ip, ip6) = (pool.constant(types::IP), pool.constant(types::IP6));
        let is_ip = behind.masked(pool, Size::B, 0, 0xf0, 0x40);
        let is_ip6 = behind.masked(pool, Size::B, 0, 0xf0, 0x60);
        let named = Cond::choose(
            is_ip,
            Cond::Let(kind_slot, ip),
            Cond::choose(is_ip6, Cond::Let(kind_slot, ip6), Cond::Let(kind_slot, field)),
        );
        let plain = Cond::all([Cond::Let(net_slot, here), Cond::Let(kind_slot, field)]);
        Cond::choose(is_mpls, Cond::all([place, named]), plain)
    }

    /// Where the type field and payload of the frames are that are looked at everywhere: the outermost, and the
    /// one inside VXLAN.
    fn frames(&mut self) -> Vec<(Layer, Place, Place)> {
        let layers = self.layers.clone();
        let mut out = Vec::new();
        for layer in layers {
            let (kind, net) = match layer.family {
                // The kernel gives no link header of cooked packets to look into.
                Family::Sll | Family::Sll2 if self.options.kernel => continue,
                Family::Sll => (14, 16),
                Family::Sll2 => (0, 20),
                Family::Ethernet => (12, 14),
                _ => continue,
            };
            let (kind, net) = (layer.header.plus(kind), layer.header.plus(net));
            out.push((layer, kind, net));
        }
        out
    }

    /// A tag with the number, wherever it is. Does not move inwards, since everything is looked at anyway.
    fn vlan_anywhere(&mut self, id: Option<u32>) -> Result<Cond, Error> {
        let mut any = Vec::new();
        if self.options.kernel {
            let taken = self.tag_taken();
            let beside = match id {
                Some(id) => Place::at(ancillary::VLAN_TAG).masked(&mut self.pool, Size::H, 0, 0x0fff, id),
                None => Cond::Always,
            };
            any.push(Cond::all([taken, beside]));
        }
        for (layer, kind, net) in self.frames() {
            let mut chain = Cond::Never;
            for depth in (0..MOST_TAGS).rev() {
                let more = depth.saturating_mul(4);
                // The first type is before the payload; each later one ends the tag before it.
                let (kind, tag) = (
                    if depth == 0 { kind } else { net.plus(more).plus(2u32.wrapping_neg()) },
                    net.plus(more),
                );
                let pool = &mut self.pool;
                let is_tag = Cond::any(VLAN_TYPES.iter().map(|&value| kind.is(pool, Size::H, 0, value)));
                let matches = match id {
                    None => Cond::Always,
                    Some(id) => Cond::any([tag.masked(pool, Size::H, 0, 0x0fff, id), chain]),
                };
                chain = Cond::all([is_tag, matches]);
            }
            any.push(Cond::all([layer.has_header.clone().unwrap_or(Cond::Always), chain]));
        }
        Ok(Cond::any(any))
    }

    /// A label, wherever it is among the first of a stack.
    fn mpls_anywhere(&mut self, label: Option<u32>) -> Result<Cond, Error> {
        let mut any = Vec::new();
        for (layer, kind, net) in self.frames() {
            let mut chain = Cond::Never;
            for depth in (0..=MOST_TAGS).rev() {
                let more = depth.saturating_mul(4);
                let kind = if depth == 0 { kind } else { net.plus(more).plus(2u32.wrapping_neg()) };
                let stack = net.plus(more);
                let pool = &mut self.pool;
                let is_tag = Cond::any(VLAN_TYPES.iter().map(|&value| kind.is(pool, Size::H, 0, value)));
                let is_mpls = kind.is(pool, Size::H, 0, types::MPLS);
                let mut matches = Cond::Always;
                if let Some(number) = label {
                    matches = Cond::Never;
                    for at in (0..MOST_LABELS).rev() {
                        let at = stack.plus(at.saturating_mul(4));
                        let more = Cond::all([at.has(pool, Size::B, 2, 1).not(), matches]);
                        matches = Cond::any([at.masked(pool, Size::W, 0, 0xffff_f000, number << 12), more]);
                    }
                }
                chain = Cond::any([Cond::all([is_mpls, matches]), Cond::all([is_tag, chain])]);
            }
            any.push(Cond::all([layer.has_header.clone().unwrap_or(Cond::Always), chain]));
        }
        Ok(Cond::any(any))
    }

    /// A PPPoE session, wherever it is.
    fn pppoe_anywhere(&mut self, session: Option<u32>) -> Result<Cond, Error> {
        let mut any = Vec::new();
        for (layer, kind, net) in self.frames() {
            let mut chain = Cond::Never;
            for depth in (0..=MOST_TAGS).rev() {
                let more = depth.saturating_mul(4);
                let kind = if depth == 0 { kind } else { net.plus(more).plus(2u32.wrapping_neg()) };
                let pool = &mut self.pool;
                let is_tag = Cond::any(VLAN_TYPES.iter().map(|&value| kind.is(pool, Size::H, 0, value)));
                let is_pppoe = kind.is(pool, Size::H, 0, types::PPPOE_SESSION);
                let matches = match session {
                    None => Cond::Always,
                    Some(session) => net.plus(more).is(pool, Size::H, 2, session),
                };
                chain = Cond::any([Cond::all([is_pppoe, matches]), Cond::all([is_tag, chain])]);
            }
            any.push(Cond::all([layer.has_header.clone().unwrap_or(Cond::Always), chain]));
        }
        Ok(Cond::any(any))
    }
}
