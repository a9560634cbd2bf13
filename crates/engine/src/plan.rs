//! What has to be done for a job, decided once before the first frame.

use crate::{Needs, Select};
use requin_wire::{Registry, Stage, Want};

/// The plan of a job.
pub struct Plan {
    /// What the selection wants dissected; `None` when the printer's dissection serves it, or there is none.
    pub select: Option<Want>,
    /// What the printer needs.
    pub print: Needs,
    /// Whether the ordered pass over conversations is needed.
    pub facts: bool,
    /// Whether frames have to be told when the one displayed before them came.
    pub displayed: bool,
}

impl Plan {
    /// Makes the plan.
    #[must_use]
    pub fn new(registry: &Registry, select: Option<&dyn Select>, mut print: Needs) -> Plan {
        let mut facts = !print.record_only && (print.tree || print.want.columns);
        let mut top = Stage::Link;
        for f in print.want.fields() {
            facts |= requin_protocols::list::needs_facts(registry, f);
            top = top.max(stage_of(registry, f));
        }
        print.want.transport_is_enough = !print.tree && !print.want.columns && top <= Stage::Transport;
        let displayed = print.displayed && select.is_some();
        let select = select.map(|s| {
            let mut want = s.want(registry);
            let mut top = Stage::Link;
            for f in want.fields() {
                facts |= requin_protocols::list::needs_facts(registry, f);
                top = top.max(stage_of(registry, f));
            }
            facts |= want.columns;
            want.transport_is_enough = !want.columns && top <= Stage::Transport;
            want
        });
        Plan { select, print, facts, displayed }
    }
}

/// How far up a dissection has to climb for a field.
fn stage_of(registry: &Registry, field: requin_wire::Field) -> Stage {
    if requin_protocols::list::needs_all_layers(field) {
        return Stage::App;
    }
    registry.proto(registry.owner(field)).map_or(Stage::App, |p| p.stage)
}
