//! What commands that learn from a capture have in common: which packets, and how they are read.

use crate::limits::Sandbox;
use crate::select::Chosen;
use crate::take::CaptureFilter;
use crate::watch::{Bar, end_on_signal};
use crate::{caret, prefs, sandbox};
use requin_engine::{Job, Outcome, Output, Progress, Scout, Select, Tap};
use requin_file::Reader;
use requin_filter::Filter;
use requin_wire::Registry;
use std::cell::OnceCell;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

/// Which packets, and how they are read.
#[derive(clap::Args, Clone, Debug)]
pub struct Input {
    /// Capture file; - is standard input.
    #[arg(short = 'r', long = "read", value_name = "FILE", help_heading = "Input")]
    pub read: PathBuf,

    /// Display filter: only packets that it takes count.
    #[arg(
        short = 'Y',
        long = "display-filter",
        allow_hyphen_values = true,
        value_name = "FILTER",
        help_heading = "Input"
    )]
    pub display_filter: Option<String>,

    /// Capture filter: packets it does not take are not there at all.
    #[arg(short = 'f', allow_hyphen_values = true, value_name = "FILTER", help_heading = "Input")]
    pub capture_filter: Option<String>,

    /// Stop after this many packets.
    #[arg(short = 'c', value_name = "N", help_heading = "Input")]
    pub count: Option<u64>,

    /// Decode a port, protocol number or type as another protocol: tcp.port==8888,http.
    #[arg(short = 'd', value_name = "LAYER==KEY,PROTOCOL", help_heading = "Input")]
    pub decode_as: Vec<String>,

    /// Set a preference.
    #[arg(short = 'o', value_name = "NAME:VALUE", help_heading = "Input")]
    pub options: Vec<String>,

    /// Key log that decrypts TLS (what SSLKEYLOGFILE writes); those inside a pcapng file are used by themselves.
    #[arg(long, value_name = "FILE", help_heading = "Input")]
    pub keylog: Vec<PathBuf>,

    /// Threads (0: as many as there are cores). The output is the same with any number.
    #[arg(long, value_name = "N", default_value_t = 0, help_heading = "Input")]
    pub threads: usize,

    /// Bounds of memory.
    #[command(flatten)]
    pub bounds: crate::bounds::BoundArgs,

    /// Before packets are looked at, give up what is not needed any more: capabilities, the file system, the network.
    /// strict: or fail; off: give up nothing.
    #[arg(long, value_name = "MODE", default_value = "auto", help_heading = "Input")]
    pub sandbox: Sandbox,

    /// Folders that are written into.
    #[arg(skip)]
    pub folders: Vec<PathBuf>,

    /// The sandbox was entered: it is once for all.
    #[arg(skip)]
    entered: OnceCell<usize>,
}

/// How it went: an outcome, or the exit status of what was wrong before it began.
pub type Learned = Result<Outcome, ExitCode>;

impl Input {
    /// The registry with all protocols, changed as the options say.
    pub fn registry(&self) -> anyhow::Result<Registry> {
        let mut r = requin_protocols::registry();
        prefs::change(&mut r, &self.options, &self.decode_as)?;
        self.keylog.iter().try_for_each(|file| prefs::key_log(&mut r, file))?;
        Ok(r)
    }

    /// Shows a tap all the packets that the filters take.
    pub fn learn(
        &self,
        registry: &Registry,
        tap: &mut dyn Tap,
        scout: Option<&dyn Scout>,
    ) -> anyhow::Result<Learned> {
        let text = self.display_filter.as_deref().unwrap_or_default();
        let select = match self.display_filter.as_deref().map(|t| Filter::compile(registry, t)) {
            Some(Err(e)) => {
                eprintln!("requin: {e}\n{}", e.caret(text));
                return Ok(Err(ExitCode::from(crate::read::BAD_FILTER)));
            }
            Some(Ok(f)) => Some(Chosen(f)),
            None => None,
        };
        self.learn_of(registry, select.as_ref().map(|s| s as &dyn Select), tap, scout)
    }

    /// Shows a tap the packets that the capture filter and `select` take.
    pub fn learn_of(
        &self,
        registry: &Registry,
        select: Option<&dyn Select>,
        tap: &mut dyn Tap,
        scout: Option<&dyn Scout>,
    ) -> anyhow::Result<Learned> {
        let take = match self.capture_filter.as_deref().map(|f| CaptureFilter::new(f, false)) {
            Some(Err((expression, e))) => {
                eprintln!("requin: {}", caret::draw("capture filter", e.reason(), &expression, e.span()));
                return Ok(Err(ExitCode::FAILURE));
            }
            Some(Ok(f)) => Some(f),
            None => None,
        };
        let taken = take.as_ref().map(|f| move |r: &requin_file::Record, data: &[u8]| f.takes(r, data));
        let progress = Arc::new(Progress::default());
        let mut reader = Reader::open(&self.read)?;
        let threads = self.enter()?;
        end_on_signal(&progress, reader.stop_flag());
        let job = Job {
            registry,
            take: taken.as_ref().map(|t| t as &requin_engine::Take<'_>),
            select,
            printer: None,
            threads,
            flow: self.bounds.flow(),
            limit: self.count,
            until: None,
            trigger: None,
            flush: false,
        };
        let bar = Bar::show(&progress, reader.size());
        let output = Output { text: &mut std::io::sink(), keep: None, tap: Some(tap), scout };
        let outcome = requin_engine::run(&mut reader, &job, output, &progress);
        drop(bar);
        if let Some(e) = take.as_ref().and_then(CaptureFilter::failure) {
            eprintln!("requin: {e}");
            return Ok(Err(ExitCode::FAILURE));
        }
        Ok(Ok(outcome))
    }

    /// Gives up what is not needed from here on; how many threads there are to be.
    fn enter(&self) -> anyhow::Result<usize> {
        if let Some(threads) = self.entered.get() {
            return Ok(*threads);
        }
        let threads = sandbox::threads(self.threads);
        let filtered = self.capture_filter.is_some();
        sandbox::enter_for(self.sandbox, &self.read, filtered, self.folders.clone())?;
        Ok(*self.entered.get_or_init(|| threads))
    }
}
