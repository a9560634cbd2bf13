//! Copies a capture file: `convert IN OUT [pcap|nsecpcap|pcapng]`. The compression goes by OUT's name.

use requin_file::{Batch, Error, Format, Header, Reader, Writer};
use std::path::Path;
use std::process::ExitCode;

fn convert(from: &str, to: &str, format: Format) -> Result<u64, Error> {
    let mut reader = Reader::open(Path::new(from))?;
    let mut batch = Batch::new();
    let mut more = reader.next_batch(&mut batch, 1024)?;
    let mut writer = Writer::create(Path::new(to), format, Header::of(&reader))?;
    while more {
        writer.carry(&reader)?;
        for frame in batch.frames() {
            writer.write_frame(frame)?;
        }
        more = reader.next_batch(&mut batch, 1024)?;
    }
    writer.carry(&reader)?;
    writer.finish()
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (Some(from), Some(to)) = (arguments.first(), arguments.get(1)) else {
        eprintln!("convert IN OUT [pcap|nsecpcap|pcapng]");
        return ExitCode::from(2);
    };
    let format = arguments.get(2).and_then(|name| Format::from_name(name)).unwrap_or(Format::Pcapng);
    match convert(from, to, format) {
        Ok(frames) => {
            println!("{frames}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(error.exit_code())
        }
    }
}
