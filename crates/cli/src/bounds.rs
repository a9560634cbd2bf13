//! Options that bound the memory of conversations.

use requin_flow::Options;

/// What conversations may keep.
#[derive(clap::Args, Clone, Debug)]
pub struct BoundArgs {
    /// Memory for what earlier packets tell, as WHAT:SIZE; several times for several. conversations (24M): all that are
    /// open; analysis (12M): segments in flight, for tcp.analysis; reassembly (8M): messages and fragments that are not
    /// whole yet, each; protocols (8M): requests and what else protocols remember. When a bound is met the oldest goes,
    /// and that is said at the end.
    #[arg(long, value_name = "WHAT:SIZE", value_parser = bound, help_heading = "Dissection")]
    pub memory: Vec<(What, usize)>,
}

/// What a bound is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Records of conversations.
    Conversations,
    /// TCP analysis.
    Analysis,
    /// Messages and fragments that are not whole.
    Reassembly,
    /// What protocols remember.
    Protocols,
}

const NAMES: [(&str, What); 4] = [
    ("conversations", What::Conversations),
    ("analysis", What::Analysis),
    ("reassembly", What::Reassembly),
    ("protocols", What::Protocols),
];

fn bound(text: &str) -> Result<(What, usize), String> {
    let (name, size) = text.split_once(':').unwrap_or((text, ""));
    let what = NAMES.iter().find(|(n, _)| *n == name).map(|(_, w)| *w);
    let what = what.ok_or_else(|| format!("there is {}", NAMES.map(|(n, _)| n).join(", ")))?;
    let size = crate::args::size(size)?;
    // Stream positions and lengths are counted in 32 bits.
    if size > 4 << 30 { Err("at most 4G".to_owned()) } else { Ok((what, size)) }
}

impl BoundArgs {
    /// The bounds, with the usual ones where none is given.
    pub fn flow(&self) -> Options {
        let mut o = Options::default();
        for (what, size) in &self.memory {
            match what {
                What::Conversations => o.memory = *size,
                What::Analysis => o.analysis_memory = *size,
                What::Reassembly => o.reassembly_memory = *size,
                What::Protocols => o.remember_memory = *size,
            }
        }
        o
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_have_names_and_sizes() {
        assert_eq!(bound("analysis:1M"), Ok((What::Analysis, 1 << 20)));
        assert_eq!(bound("reassembly:512K"), Ok((What::Reassembly, 512 << 10)));
        assert!(bound("analysis").is_err() && bound("x:1M").is_err() && bound("protocols:5G").is_err());
        let o = BoundArgs { memory: vec![(What::Conversations, 7)] }.flow();
        assert_eq!((o.memory, o.analysis_memory), (7, Options::default().analysis_memory));
    }
}
