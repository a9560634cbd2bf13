//! What the capture says of a frame: its record, its interface, its comments.

use requin_file::{Batch, Format, Interface, Interfaces, Reader, code};
use requin_wire::{Meta, Notes};
use std::sync::Arc;

/// What is the same for all frames of a capture.
pub(crate) struct Capture {
    interfaces: Arc<Interfaces>,
    /// The format numbers interfaces and sections.
    numbered: bool,
}

impl Capture {
    /// Of the capture that is being read.
    pub(crate) fn of(reader: &Reader) -> Capture {
        Capture { interfaces: Arc::clone(reader.interfaces()), numbered: reader.format() == Format::Pcapng }
    }

    /// The record of frame `i` of the batch. `known` are the interfaces that were met before.
    pub(crate) fn meta(&self, batch: &Batch, i: usize, known: &mut Vec<Arc<Interface>>) -> Meta {
        let r = batch.record(i);
        if r.interface as usize >= known.len() {
            *known = self.interfaces.snapshot();
        }
        let interface = known.get(r.interface as usize);
        let mut meta = Meta {
            time: r.time,
            has_time: r.time_present,
            captured: r.captured,
            original: r.original,
            link: r.link.0,
            interface: r.interface,
            has_interface: self.numbered,
            fcs_len: interface.and_then(|i| i.fcs_length),
            encap: r.link.encap().map_or(0, |e| e.number),
            section: if self.numbered { interface.map_or(1, |i| i.section + 1) } else { 0 },
            dropped: r.dropped.map(u64::from),
            ..Meta::default()
        };
        if r.has_options() {
            let options = batch.options(i);
            meta.packet_flags = options.get(code::EPB_FLAGS).and_then(|o| o.u32());
            meta.dropped = options.get(code::EPB_DROPCOUNT).and_then(|o| o.u64()).or(meta.dropped);
        }
        meta
    }

    /// The texts of frame `i` of the batch.
    pub(crate) fn notes<'n>(
        &self,
        batch: &Batch,
        i: usize,
        known: &'n [Arc<Interface>],
        comments: &'n mut Vec<String>,
    ) -> Notes<'n> {
        comments.clear();
        let r = batch.record(i);
        if r.has_options() {
            comments.extend(batch.options(i).comments().map(|c| c.into_owned()));
        }
        let interface = known.get(r.interface as usize);
        Notes {
            interface: interface.and_then(|i| i.name.as_deref()).unwrap_or_default(),
            interface_description: interface.and_then(|i| i.description.as_deref()).unwrap_or_default(),
            comments,
        }
    }
}
