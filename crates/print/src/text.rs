//! `-T text` and `-T tabs`: summary lines, trees, hex.

use crate::colour::{Paint, Palette};
use crate::columns::{Column, Columns};
use crate::hex::{self, HexOptions};
use crate::options::Options;
use crate::summary::{self, Separator};
use crate::tree;
use requin_engine::{Full, Needs, Printer};
use requin_wire::{ProtoId, Registry, View};
use std::sync::OnceLock;

/// What [`Text`] writes of each frame.
#[derive(Default)]
pub struct TextParts {
    /// A summary line. When nothing is asked for, there is one all the same.
    pub summary: bool,
    /// The tree (`-V`).
    pub tree: bool,
    /// The tree, with the fields of these protocols alone (`-O`); names as in filters.
    pub only: Option<Vec<String>>,
    /// The bytes (`-x`).
    pub hex: Option<HexOptions>,
    /// Tabs between the columns (`-T tabs`).
    pub tabs: bool,
    /// The columns; tshark's when there are none.
    pub columns: Vec<Column>,
    /// Stands behind each tree (`-S`).
    pub separator: String,
    /// Colours of summary lines.
    pub paint: Option<(Palette, Box<dyn Paint>)>,
}

/// Writes frames as text.
pub struct Text {
    parts: TextParts,
    columns: Columns,
    only: OnceLock<Vec<ProtoId>>,
}

impl Text {
    /// A printer of summary lines.
    #[must_use]
    pub fn new(options: Options) -> Text {
        Text::with(options, TextParts::default())
    }

    /// A printer of these parts.
    #[must_use]
    pub fn with(options: Options, mut parts: TextParts) -> Text {
        parts.tree |= parts.only.is_some();
        parts.summary |= !parts.tree && parts.hex.is_none();
        let columns = std::mem::take(&mut parts.columns);
        let columns = if columns.is_empty() { Column::usual() } else { columns };
        Text { parts, columns: Columns::new(options, columns), only: OnceLock::new() }
    }

    fn only(&self, registry: &Registry) -> Option<&[ProtoId]> {
        let names = self.parts.only.as_ref()?;
        Some(
            self.only
                .get_or_init(|| names.iter().filter_map(|n| registry.proto_named(n)).map(|p| p.id).collect()),
        )
    }
}

impl Printer for Text {
    fn needs(&self, registry: &Registry) -> Needs {
        let mut needs = if self.parts.summary {
            self.columns.needs(registry)
        } else {
            Needs { record_only: true, ..Needs::default() }
        };
        if let Some((_, paint)) = self.parts.paint.as_ref().filter(|_| self.parts.summary) {
            needs.record_only = false;
            paint.needs(registry, &mut needs);
        }
        if self.parts.tree {
            needs.tree = true;
            needs.record_only = false;
            needs.displayed = true;
            needs.want.labels = true;
            // Columns and colours may look at hidden nodes; the tree has no line for them.
            needs.want.without_hidden = !self.parts.summary;
        }
        // Only dissection tells of further sources.
        if self.parts.hex.is_some_and(|h| h.all_sources) {
            needs.record_only = false;
            needs.tree = true;
        }
        needs
    }

    fn frame(&self, view: &View<'_>, out: &mut Vec<u8>) {
        self.frame_in_pieces(view, out, &mut |_| {});
    }

    fn frame_in_pieces(&self, view: &View<'_>, out: &mut Vec<u8>, full: &mut Full<'_>) {
        let parts = &self.parts;
        if parts.summary {
            let separator = if parts.tabs { Separator::Tab } else { Separator::Space };
            let colours = parts.paint.as_ref().and_then(|(p, paint)| Some((p, paint.colours(view)?)));
            if let Some((palette, (foreground, background))) = colours {
                palette.set(foreground, background, out);
                summary::line(&self.columns, &separator, view, out);
                palette.reset(out);
            } else {
                summary::line(&self.columns, &separator, view, out);
            }
            out.push(b'\n');
        }
        if parts.tree {
            let formats = self.columns.ready.get(view.registry, &self.columns.options);
            let what = tree::Shown { only: self.only(view.registry), unclaimed: parts.hex.is_none() };
            tree::tree(formats, what, view, out, full);
            out.extend_from_slice(parts.separator.as_bytes());
            out.push(b'\n');
        }
        if let Some(hex) = parts.hex {
            if parts.summary && !parts.tree {
                out.push(b'\n');
            }
            hex::sources(hex, view, out, full);
            out.push(b'\n');
        }
    }
}
