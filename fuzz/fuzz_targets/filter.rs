//! Any text as a display filter; whatever compiles runs on the rest of the input, over the wanted fields
//! and over the whole tree.
#![no_main]

use requin_filter::Filter;
use requin_wire::{Dissection, Facts, Meta, Pick, Registry, Tree, View, Want};
use std::sync::OnceLock;

static REGISTRY: OnceLock<Registry> = OnceLock::new();

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    let Some((cut, rest)) = input.split_first() else { return };
    let (text, bytes) = rest.split_at(usize::from(*cut).min(rest.len()));
    let Ok(text) = std::str::from_utf8(text) else { return };
    let registry = REGISTRY.get_or_init(requin_protocols::registry);
    let filter = match Filter::compile(registry, text) {
        Ok(filter) => filter,
        Err(e) => {
            assert!(text.get(e.span.clone()).is_some(), "{e:?}");
            let _ = e.caret(text);
            return;
        }
    };
    let _ = filter.explain(registry);
    let len = bytes.len() as u32;
    let meta = Meta { number: 1, captured: len, original: len, link: 1, ..Meta::default() };
    let mut want = Want::nothing();
    filter.wanted().for_each(|f| want.add(f));
    want.columns = filter.needs_columns();
    let mut out = Dissection::default();
    let facts = Facts::default();
    requin_protocols::dissect_frame::<Pick>(registry, &want, &meta, &facts, bytes, &mut out);
    let _ = filter.matches(&View { meta: &meta, bytes, dissection: &out, registry });
    requin_protocols::dissect_frame::<Tree>(registry, &Want::everything(), &meta, &facts, bytes, &mut out);
    let _ = filter.matches(&View { meta: &meta, bytes, dissection: &out, registry });
});
