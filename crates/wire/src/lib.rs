//! What a protocol is written with: a cursor over bytes, fields and blocks of fields as data, the three
//! sinks a dissection can be for, and the context that ties them together.
//!
//! A protocol declares itself with [`proto!`], its fixed headers with [`block!`], its value names with
//! [`names!`], and has one function, `dissect`, which is built three times: for [`Outline`] (layers
//! only), [`Pick`] (wanted fields) and [`Tree`] (everything). A dissector is a pure function of bytes,
//! [`Facts`] and [`Prefs`]; all that outlives a packet is kept elsewhere.

mod block;
pub mod civil;
mod cursor;
mod cx;
pub mod digits;
mod facts;
mod field;
mod fragment;
mod macros;
mod node;
mod out;
mod past;
mod proto;
mod secrets;
mod sink;
mod small_bytes;
mod stop;
mod time;
mod value;
mod view;

pub use block::{Block, Row, decode, masked};
pub use cursor::{Cursor, be, le};
pub use cx::{Cx, Place};
pub use facts::{Facts, Meta, Notes, Reassembled, StreamPart, TcpFacts, TransportFacts};
pub use field::{Base, Field, FieldDef, FieldType, Group, Names, Severity};
pub use fragment::{Assembled, Fragment, Part};
pub use node::{
    Addr, AddrKind, Aside, Column, Columns, Dissection, Item, Layer, Node, ProtoId, Source, Transport,
    TransportKind,
};
pub use out::Out;
pub use past::{Expected, Key, Memory, Moment, Past, Recalled, Remember, Remembered, fnv1a};
pub use proto::{
    Accepts, Entry, For, Frames, KeyTable, On, Pdu, Ports, Prefs, Proto, Recognise, Registry, Stage, TABLES,
    Table, Track,
};
pub use secrets::{Label, Secrets};
pub use sink::{Outline, Pick, Sink, Tree, Want};
pub use small_bytes::SmallBytes;
pub use stop::{Step, Stop};
pub use time::Time;
pub use value::{FIRST_SOURCE, FRAME, SCRATCH, Span, Value};
pub use view::View;
