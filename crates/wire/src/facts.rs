//! What only earlier packets can tell. Written once per frame, in packet order, and never changed.

use crate::{Assembled, ProtoId, Recalled, Time};
use std::sync::Arc;

/// What is known of a frame before it is dissected: its record in the capture, and its place in it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Meta {
    /// Number of the frame in the capture, from 1.
    pub number: u64,
    /// When it was captured.
    pub time: Time,
    /// Whether the capture tells when.
    pub has_time: bool,
    /// Bytes captured.
    pub captured: u32,
    /// Bytes on the wire.
    pub original: u32,
    /// Link type (LINKTYPE_ number).
    pub link: u16,
    /// Interface number in the capture.
    pub interface: u32,
    /// Whether the capture format numbers interfaces.
    pub has_interface: bool,
    /// Time of the first frame.
    pub first: Time,
    /// Time of the frame before, its own for the first.
    pub previous: Time,
    /// Time of the last frame that was displayed before, its own when there was none.
    pub previous_displayed: Time,
    /// Length of the frame check sequence that ends the frame, when the capture says so.
    pub fcs_len: Option<u8>,
    /// Flags word of the packet block (pcapng epb_flags), when it has one.
    pub packet_flags: Option<u32>,
    /// Wireshark's number for the link type (`frame.encap_type`).
    pub encap: u16,
    /// Section of a pcapng file, from 1; 0 when the format has none.
    pub section: u32,
    /// Packets lost before this one, when the capture counts them.
    pub dropped: Option<u64>,
}

/// Texts that the capture has for a frame.
#[derive(Clone, Copy, Debug, Default)]
pub struct Notes<'a> {
    /// Name of the interface, empty when it has none.
    pub interface: &'a str,
    /// What the interface is in words, empty when the capture does not say.
    pub interface_description: &'a str,
    /// Comments on the frame.
    pub comments: &'a [String],
}

/// The conversation of one transport header of a frame, as it stood when the frame came.
#[derive(Clone, Copy, Debug, Default)]
pub struct TransportFacts {
    /// Stream index, from 0, counted for each transport by itself.
    pub stream: u32,
    /// Whether the frame comes from the client: goes the way of the conversation's first frame, or, where that was an answer by
    /// its flags or ports, the other way.
    pub forward: bool,
    /// Protocol above, when the conversation has settled on one.
    pub app: Option<ProtoId>,
    /// Time of the conversation's first frame.
    pub first: Time,
    /// Time of the conversation's frame before this one, its own for the first.
    pub previous: Time,
    /// What the protocol above keeps for itself between packets, as it stood before this frame.
    ///
    /// A protocol that needs memory has a [`Track`](crate::Track) function, named in its `proto!` as
    /// `track [remember]`. The flow pass runs it in packet order on the payload of each frame of the
    /// conversation, after it has written down here what the words held *before*. What the words mean
    /// is the protocol's own affair; all zeros is the beginning (and what there is without a flow pass).
    /// The protocol of a conversation is `app`, or what the lower port, then the higher, leads to.
    ///
    /// ```text
    /// // Bit 0, bit 1: change cipher spec seen forward, backward.
    /// fn remember(state: &mut [u64; 2], forward: bool, payload: &[u8]) -> Option<ProtoId> { … }
    /// // In dissect:
    /// let state = cx.state();
    /// ```
    pub state: [u64; 2],
    /// Only for TCP.
    pub tcp: TcpFacts,
    /// Only for TCP: what the payload is of the stream's PDUs.
    pub stream_part: StreamPart,
}

/// How the payload of a TCP segment falls into PDUs of the protocol above: the end of one that began in
/// earlier segments, whole ones, and the beginning of one that goes on in later segments.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StreamPart {
    /// The PDU that ends here, as an index + 1 into [`Facts::reassembled`]; 0 when none does.
    pub ends: u32,
    /// Bytes of the payload that belong to it; when none ends, to one of which a part is missing.
    pub tail: u32,
    /// Bytes at the end of the payload that belong to a PDU that is not whole yet.
    pub pending: u32,
    /// The pending PDU began in an earlier segment.
    pub inside: bool,
    /// All of the payload was seen before.
    pub again: bool,
    /// The first bytes of the pending PDU when its protocol was asked once more how far it reaches and could
    /// not tell, as an index + 1 into [`Facts::reassembled`]; 0 otherwise. Of a protocol that has
    /// [previews](crate::Proto::previewed), all that there is of it, as far as there is not too much, and
    /// [`HERE`](StreamPart::HERE) for the segment in which it begins.
    pub opening: u32,
}

impl StreamPart {
    /// What there is of the pending PDU stands in the payload itself.
    pub const HERE: u32 = u32::MAX;
}

/// A PDU that was put together from several segments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reassembled {
    /// Its bytes.
    pub bytes: Arc<Vec<u8>>,
    /// Frame and length of each part, in the order of the bytes.
    pub parts: Vec<(u64, u32)>,
}

/// What the TCP conversation tells of a segment.
#[derive(Clone, Copy, Debug, Default)]
pub struct TcpFacts {
    /// Sequence number that is shown as 0 in this direction.
    pub base_seq: u32,
    /// Sequence number that is shown as 0 in the other direction.
    pub base_ack: u32,
    /// Shift count of this direction's window; -1 unknown, -2 no scaling.
    pub scale: i8,
    /// Bits of tcp.completeness, as it stood before this frame.
    pub completeness: u8,
    /// Sum of the `TcpFacts::` flags.
    pub flags: u32,
    /// Frame acknowledged by this one, 0 for none.
    pub acks_frame: u64,
    /// Time since the acknowledged frame.
    pub ack_rtt: Time,
    /// Time between SYN and the handshake's ACK, zero when unknown.
    pub initial_rtt: Time,
    /// Bytes sent and not yet acknowledged, 0 when not known.
    pub bytes_in_flight: u32,
    /// Bytes since the last push flag, 0 when not known.
    pub push_bytes: u32,
    /// Number of this duplicate acknowledgment, 0 for none.
    pub dup_ack_num: u32,
    /// Frame whose acknowledgment this one repeats.
    pub dup_ack_frame: u64,
    /// Time since the segment that is sent again, and its frame; 0 for none.
    pub rto: Time,
    /// Frame of the segment that is sent again.
    pub rto_frame: u64,
}

impl TcpFacts {
    /// Any of the three kinds of what was sent again.
    pub const REPEATED: u32 =
        TcpFacts::RETRANSMISSION | TcpFacts::FAST_RETRANSMISSION | TcpFacts::SPURIOUS_RETRANSMISSION;
    /// Seen before, sent again.
    pub const RETRANSMISSION: u32 = 1;
    /// Sent again after duplicate acknowledgments.
    pub const FAST_RETRANSMISSION: u32 = 1 << 1;
    /// Sent again though it was acknowledged.
    pub const SPURIOUS_RETRANSMISSION: u32 = 1 << 2;
    /// Came after a later one.
    pub const OUT_OF_ORDER: u32 = 1 << 3;
    /// A segment before this one was not captured.
    pub const LOST_SEGMENT: u32 = 1 << 4;
    /// Acknowledges a segment that was not captured.
    pub const ACK_LOST_SEGMENT: u32 = 1 << 5;
    /// Repeats an acknowledgment.
    pub const DUPLICATE_ACK: u32 = 1 << 6;
    /// Receiver has no room.
    pub const ZERO_WINDOW: u32 = 1 << 7;
    /// Asks whether there is room again.
    pub const ZERO_WINDOW_PROBE: u32 = 1 << 8;
    /// Answers such a question.
    pub const ZERO_WINDOW_PROBE_ACK: u32 = 1 << 9;
    /// Says that there is room again.
    pub const WINDOW_UPDATE: u32 = 1 << 10;
    /// Fills the receiver's window.
    pub const WINDOW_FULL: u32 = 1 << 11;
    /// Keeps the connection alive.
    pub const KEEP_ALIVE: u32 = 1 << 12;
    /// Answers that.
    pub const KEEP_ALIVE_ACK: u32 = 1 << 13;
    /// A new connection between ports used before.
    pub const REUSED_PORTS: u32 = 1 << 14;
    /// `bytes_in_flight` is known.
    pub const BYTES_IN_FLIGHT: u32 = 1 << 15;
    /// `push_bytes` is known.
    pub const PUSH_BYTES: u32 = 1 << 16;
    /// The FIN of the side that closes first.
    pub const FIN_ACTIVE: u32 = 1 << 17;
    /// The FIN of the side that closes second.
    pub const FIN_PASSIVE: u32 = 1 << 18;
    /// The ECN flags are the counter of Accurate ECN.
    pub const ACCURATE_ECN: u32 = 1 << 19;
    /// Accepts the data that came with the SYN.
    pub const TFO_ACCEPTED: u32 = 1 << 20;
    /// Ignores the data that came with the SYN.
    pub const TFO_IGNORED: u32 = 1 << 21;
    /// Looked for bytes in flight, whether there were any or not.
    pub const ANALYSED: u32 = 1 << 22;

    /// Whether all of `flags` are set.
    #[must_use]
    pub fn has(&self, flags: u32) -> bool {
        self.flags & flags == flags
    }
}

/// All facts of one frame: an entry for each of its transport headers, in the order of the outline.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts<'a> {
    /// Conversations.
    pub transports: &'a [TransportFacts],
    /// Texts of the capture.
    pub notes: Notes<'a>,
    /// PDUs that were put together: [`StreamPart::ends`] leads to them.
    pub reassembled: &'a [Reassembled],
    /// Packets whose last fragment came in this frame or its neighbours, in the order of their frames:
    /// [`Cx::fragment`](crate::Cx::fragment) finds them.
    pub assembled: &'a [Assembled],
    /// Notes of protocols on this frame: [`Cx::recalled`](crate::Cx::recalled) finds them.
    pub recalled: &'a [Recalled],
}
