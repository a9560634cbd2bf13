//! What a capture says of a frame, put into the words of dissectors.

use crate::Source;
use requin_file::{Interface, Interfaces, Record};
use requin_wire::{Meta, Notes};
use std::sync::Arc;

/// Knows the interfaces of a capture, so that records need not be looked up one by one.
#[derive(Clone)]
pub struct Records {
    interfaces: Arc<Interfaces>,
    known: Vec<Arc<Interface>>,
    numbered: bool,
    /// What all frames of a link type and interface have in common.
    common: Meta,
    /// The interface was found, so that this holds for the next frame of it too.
    certain: bool,
}

impl Records {
    /// For the records of this source.
    #[must_use]
    pub fn of(source: &dyn Source) -> Records {
        Records {
            interfaces: Arc::clone(source.interfaces()),
            known: Vec::new(),
            numbered: source.numbered(),
            common: Meta::default(),
            certain: false,
        }
    }

    fn interface(&mut self, number: u32) -> Option<&Interface> {
        let i = number as usize;
        if i >= self.known.len() {
            self.known = self.interfaces.snapshot();
        }
        self.known.get(i).map(Arc::as_ref)
    }

    /// What is known of a frame by its record alone; numbers and the times of other frames come later.
    pub fn meta(&mut self, frame: &requin_file::Frame<'_>) -> Meta {
        let r = frame.record;
        let mut meta = *self.common(r);
        Records::own(r, &mut meta);
        for o in frame.options.iter() {
            match o.code {
                requin_file::code::EPB_FLAGS => meta.packet_flags = o.u32(),
                requin_file::code::EPB_DROPCOUNT => meta.dropped = o.u64(),
                _ => {}
            }
        }
        meta
    }

    /// As [`meta`](Records::meta), for a record without options; it is put behind the others.
    #[inline]
    pub fn plain(&mut self, r: &Record, metas: &mut Vec<Meta>) {
        metas.push(*self.common(r));
        if let Some(meta) = metas.last_mut() {
            Records::own(r, meta);
        }
    }

    /// What the frame has for itself.
    #[inline]
    fn own(r: &Record, meta: &mut Meta) {
        meta.time = r.time;
        meta.has_time = r.time_present;
        meta.captured = r.captured;
        meta.original = r.original;
        meta.dropped = r.dropped.map(u64::from);
    }

    #[inline]
    fn common(&mut self, r: &Record) -> &Meta {
        if (self.common.link, self.common.interface) != (r.link.0, r.interface) || !self.certain {
            self.look_up(r);
        }
        &self.common
    }

    #[cold]
    fn look_up(&mut self, r: &Record) {
        let mut meta = Meta {
            link: r.link.0,
            encap: r.link.encap().map_or(0, |e| e.number),
            interface: r.interface,
            has_interface: self.numbered,
            section: u32::from(self.numbered),
            ..Meta::default()
        };
        let numbered = self.numbered;
        self.certain = false;
        if let Some(i) = self.interface(r.interface) {
            meta.fcs_len = i.fcs_length;
            if numbered {
                meta.section = i.section.saturating_add(1).max(1);
            }
            self.certain = true;
        }
        self.common = meta;
    }

    /// Texts that belong to a frame. `comments` is a buffer for those on the frame itself.
    pub fn notes<'n>(
        &'n mut self,
        frame: &requin_file::Frame<'_>,
        comments: &'n mut Vec<String>,
    ) -> Notes<'n> {
        if self.numbered {
            // Another thread may have taken the batch in: this one need not have met the interface yet.
            self.interface(frame.record.interface);
        }
        comments.clear();
        if frame.record.has_options() {
            comments.extend(frame.options.comments().map(|c| c.into_owned()));
        }
        let known = if self.numbered { self.known.get(frame.record.interface as usize) } else { None };
        let text = |t: Option<&'n Option<String>>| t.and_then(Option::as_deref).unwrap_or_default();
        Notes {
            interface: text(known.map(|i| &i.name)),
            interface_description: text(known.map(|i| &i.description)),
            comments,
        }
    }
}
