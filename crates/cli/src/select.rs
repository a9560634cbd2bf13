//! Display filters at the command line: one that chooses frames, many that colour them.

use requin_engine::{Needs, Select};
use requin_filter::Filter;
use requin_print::{COLOR_RULES, Paint, Rgb};
use requin_wire::{Registry, Stage, View, Want};

/// A display filter that chooses frames.
pub struct Chosen(pub Filter);

impl Select for Chosen {
    fn want(&self, _: &Registry) -> Want {
        let mut want = Want::nothing();
        self.0.wanted().for_each(|f| want.add(f));
        want.columns = self.0.needs_columns();
        want
    }

    fn looks_at_nodes_alone(&self) -> bool {
        !self.0.needs_columns() && !self.0.needs_place()
    }

    fn takes(&self, view: &View<'_>) -> bool {
        self.0.matches(view)
    }
}

/// Wireshark's colouring rules: the first whose filter takes a frame colours it.
pub struct Rules(Vec<(Filter, Rgb, Rgb)>);

impl Rules {
    /// Compiles the rules; those that speak of protocols that are not there are left out.
    pub fn new(registry: &Registry) -> Rules {
        let compiled = COLOR_RULES.iter().filter_map(|r| {
            let filter = Filter::compile(registry, r.filter).ok()?;
            Some((filter, r.foreground, r.background))
        });
        Rules(compiled.collect())
    }
}

impl Paint for Rules {
    fn needs(&self, _: &Registry, needs: &mut Needs) {
        for (filter, _, _) in &self.0 {
            filter.wanted().for_each(|f| needs.want.add(f));
            needs.want.columns |= filter.needs_columns();
            needs.want.transport_is_enough &= filter.stage() <= Stage::Transport;
        }
    }

    fn colours(&self, view: &View<'_>) -> Option<(Rgb, Rgb)> {
        self.0.iter().find(|(filter, _, _)| filter.matches(view)).map(|(_, f, b)| (*f, *b))
    }
}
