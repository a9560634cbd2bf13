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
}

impl Records {
    /// For the records of this source.
    #[must_use]
    pub fn of(source: &dyn Source) -> Records {
        Records {
            interfaces: Arc::clone(source.interfaces()),
            known: Vec::new(),
            numbered: source.numbered(),
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
        let r: &Record = frame.record;
        let mut meta = Meta {
            time: r.time,
            has_time: r.time_present,
            captured: r.captured,
            original: r.original,
            link: r.link.0,
            encap: r.link.encap().map_or(0, |e| e.number),
            interface: r.interface,
            has_interface: self.numbered,
            dropped: r.dropped.map(u64::from),
            ..Meta::default()
        };
        let mut section = 0;
        if let Some(i) = self.interface(r.interface) {
            meta.fcs_len = i.fcs_length;
            section = i.section + 1;
        }
        if self.numbered {
            meta.section = section.max(1);
        }
        if r.has_options() {
            for o in frame.options.iter() {
                match o.code {
                    requin_file::code::EPB_FLAGS => meta.packet_flags = o.u32(),
                    requin_file::code::EPB_DROPCOUNT => meta.dropped = o.u64(),
                    _ => {}
                }
            }
        }
        meta
    }

    /// Texts that belong to a frame. `comments` is a buffer for those on the frame itself.
    pub fn notes<'n>(&'n self, frame: &requin_file::Frame<'_>, comments: &'n mut Vec<String>) -> Notes<'n> {
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
