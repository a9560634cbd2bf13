//! What has to be done for a job, decided once before the first frame.

use crate::{Needs, Select};
use requin_protocols::{
    Absent, HeaderFields, Usual, bare_columns, begins_at_transport, columns_alone, dissect_usual,
};
use requin_wire::{Dissection, Facts, Field, For, Meta, Proto, ProtoId, Registry, Stage, Want};

/// The plan of a job.
pub struct Plan {
    /// What the selection wants dissected; `None` when the printer's dissection serves it, or there is none.
    pub select: Option<Want>,
    /// What the trigger wants dissected.
    pub trigger: Option<Want>,
    /// Where to begin with usual frames for it.
    pub select_from: From,
    /// What the printer needs.
    pub print: Needs,
    /// Where to begin with usual frames for it.
    pub print_from: From,
    /// Whether the ordered pass over conversations is needed.
    pub facts: bool,
    /// Whether anything is wanted that may be inside a packet put together from fragments.
    pub fragments: bool,
    /// Whether TCP analysis is.
    pub analysis: bool,
    /// Whether anything above the transports is wanted.
    pub apps: bool,
    /// Which protocols have to remember something, by number; `None`: when anything above the transports is
    /// wanted.
    pub remember: Vec<Option<bool>>,
    /// Of which protocols, by number, columns are all that is shown.
    pub columns_alone: Vec<bool>,
    /// Whether it makes a difference which frames are usual.
    pub heeds_usual: bool,
    /// Whether the selection takes or leaves whole conversations, and what is wanted of those it takes does not
    /// depend on the others.
    pub whole_conversations: bool,
    /// Whether frames have to be told when the one displayed before them came.
    pub displayed: bool,
}

impl Plan {
    /// Makes the plan.
    #[must_use]
    pub fn new(
        registry: &Registry,
        select: Option<&dyn Select>,
        trigger: Option<&dyn Select>,
        mut print: Needs,
    ) -> Plan {
        // Lines of the tree tell what the conversation says, too: relative sequence numbers.
        let told = print.tree || print.want.columns || print.want.labels;
        let mut facts = !print.record_only && told;
        let everything = !print.record_only && (print.tree || print.want.columns);
        let mut analysis = everything;
        let mut top = if everything { Stage::App } else { Stage::Link };
        for f in print.want.fields() {
            facts |= requin_protocols::list::needs_facts(registry, f);
            analysis |= requin_protocols::list::needs_analysis(registry, f);
            top = top.max(stage_of(registry, f));
        }
        let mut fragments = !print.record_only && top >= Stage::Network;
        print.want.transport_is_enough = top <= Stage::Transport;
        print.want.above_is_enough =
            print.nodes_alone && requin_protocols::list::heads_are_enough(registry, &print.want);
        let mut apps = top > Stage::Transport;
        let mut columns = print.want.columns && !print.record_only;
        let mut wanted: Vec<Field> = print.want.fields().collect();
        let displayed = print.displayed && select.is_some();
        let mut demand = |s: &dyn Select| {
            let mut want = s.want(registry);
            let mut top = Stage::Link;
            for f in want.fields() {
                facts |= requin_protocols::list::needs_facts(registry, f);
                analysis |= requin_protocols::list::needs_analysis(registry, f);
                top = top.max(stage_of(registry, f));
            }
            columns |= want.columns;
            wanted.extend(want.fields());
            fragments |= want.columns || top >= Stage::Network;
            facts |= want.columns;
            analysis |= want.columns;
            want.transport_is_enough = !want.columns && top <= Stage::Transport;
            want.above_is_enough = requin_protocols::list::heads_are_enough(registry, &want);
            apps |= !want.transport_is_enough;
            want
        };
        let steady = select.is_some_and(Select::looks_at_nodes_alone) && trigger.is_none();
        let (select, trigger) = (select.map(&mut demand), trigger.map(&mut demand));
        let whole_conversations = steady
            && !print.tree
            && !print.want.fields().any(requin_protocols::list::counts_conversations)
            && select.as_ref().is_some_and(|w| w.fields().all(requin_protocols::list::same_both_ways));
        // Analysis tells which payloads are handed on: not those sent again or come too late.
        analysis |= apps;
        let tree = print.tree && !print.record_only;
        let concerns = |whose: fn(&Proto) -> bool| {
            wanted.iter().any(|f| {
                requin_protocols::list::needs_all_layers(*f)
                    || registry.proto(registry.owner(*f)).is_some_and(whose)
            })
        };
        let remember = registry.protos().iter().map(|p| match p.remember_for {
            For::All => None,
            For::Fields { columns: own, fields } => {
                Some(tree || (columns && own) || fields.iter().any(|f| wanted.contains(f)))
            }
            For::Among(whose) => Some(tree || columns || concerns(whose)),
        });
        let remember = remember.collect();
        let above = concerns(|p| p.stage == Stage::App);
        let columns_alone = registry.protos().iter().map(|p| match p.remember_for {
            For::Among(whose) => !tree && !concerns(whose),
            For::All | For::Fields { .. } => !tree && !above,
        });
        let columns_alone = columns_alone.collect();
        // What a filter says of layers and columns, it says of nodes that are there, or wants columns.
        let select_from = select.as_ref().map_or(From::Frame, |w| From::new(registry, w, true));
        let print_from = match print.tree || print.record_only {
            true => From::Frame,
            false => From::new(registry, &print.want, print.nodes_alone),
        };
        let heeds_usual = facts || ![&select_from, &print_from].iter().all(|f| matches!(f, From::Frame));
        Plan {
            select,
            trigger,
            select_from,
            print,
            print_from,
            facts,
            fragments,
            analysis: analysis && facts,
            apps,
            remember,
            columns_alone,
            heeds_usual,
            displayed,
            whole_conversations,
        }
    }

    /// Whether a protocol has to remember something.
    #[must_use]
    pub fn remembers(&self, proto: ProtoId) -> bool {
        self.remember.get(usize::from(proto.0)).copied().flatten().unwrap_or(self.apps)
    }

    /// Adds what a tap needs.
    pub fn tapped(&mut self, needs: crate::TapNeeds) {
        self.facts = true;
        self.heeds_usual = true;
        self.whole_conversations = false;
        self.columns_alone.clear();
        self.analysis |= needs.analysis;
        self.apps |= needs.apps;
    }

    /// What the conversations have to keep for this plan.
    #[must_use]
    pub fn flow_options(&self, bounds: requin_flow::Options) -> requin_flow::Options {
        requin_flow::Options {
            analysis: bounds.analysis && self.analysis,
            apps: bounds.apps && self.apps,
            ..bounds
        }
    }
}

/// Where the dissection of a usual frame begins.
pub enum From {
    /// At its first byte, as for any frame.
    Frame,
    /// At the transport: nothing below it is wanted. Some frames can't have any of it.
    Transport(Option<Absent>),
    /// At the transport for the columns, where it does not say all of them.
    Columns,
    /// Nowhere: its headers say it all.
    Headers(HeaderFields),
}

impl From {
    /// `nodes_alone`: nobody looks at anything else of the dissection, so that one without any may be left out.
    pub(crate) fn new(registry: &Registry, want: &Want, nodes_alone: bool) -> From {
        let headers = want.transport_is_enough.then(|| HeaderFields::new(registry, want)).flatten();
        match headers {
            Some(fields) => From::Headers(fields),
            None if columns_alone(want) => From::Columns,
            None if begins_at_transport(registry, want) => {
                From::Transport(Absent::new(registry, want).filter(|_| nodes_alone))
            }
            None => From::Frame,
        }
    }

    /// Takes what is wanted from a usual frame. `false` when it has to be dissected from its first byte.
    #[inline]
    pub(crate) fn take(
        &self,
        registry: &Registry,
        want: &Want,
        meta: &Meta,
        facts: &Facts<'_>,
        bytes: &[u8],
        usual: &Usual,
        out: &mut Dissection,
    ) -> bool {
        match self {
            From::Frame => return false,
            From::Headers(fields) => return fields.take(registry, meta, bytes, usual, out),
            From::Transport(Some(absent)) if absent.from(usual, facts.transports) => out.clear(),
            From::Columns if bare_columns(registry, meta, facts, bytes, usual, out) => {}
            From::Columns | From::Transport(_) => {
                dissect_usual(registry, want, meta, facts, bytes, usual, out)
            }
        }
        true
    }
}

/// How far up a dissection has to climb for a field.
fn stage_of(registry: &Registry, field: Field) -> Stage {
    if requin_protocols::list::needs_all_layers(field) {
        return Stage::App;
    }
    registry.proto(registry.owner(field)).map_or(Stage::App, |p| p.stage)
}
