//! Remote Framebuffer, RFC 6143: versions, security, and the messages of client and server.

mod keys;
mod message;
mod names;
mod update;
mod walk;

use keys::KEY_NAMES;
use names::*;
use requin_wire::{Cursor, Cx, Names, Past, Pdu, Ports, Sink, Step, Value, proto};
use walk::Pixels;

proto! {
    VNC "vnc" "Virtual Network Computing" "VNC" App
    on [Tcp 5500, Tcp 5501, Tcp 5900, Tcp 5901]
    looks_like [Tcp accepts => [b'R'..=b'R']]
    frames previewed [frames]
    remember [remember]
    fields {
        PADDING "vnc.padding" "Padding": None;
        SERVER_PROTO_VER "vnc.server_proto_ver" "Server protocol version": Str;
        CLIENT_PROTO_VER "vnc.client_proto_ver" "Client protocol version": Str;
        NUM_SECURITY_TYPES "vnc.num_security_types" "Number of security types": U8 Dec;
        SECURITY_TYPE "vnc.security_type" "Security type": U8 Dec = SECURITY_TYPE_NAMES;
        SERVER_SECURITY_TYPE "vnc.server_security_type" "Security type": U32 Dec = SECURITY_TYPE_NAMES;
        CLIENT_SECURITY_TYPE "vnc.client_security_type" "Security type selected": U8 Dec = SECURITY_TYPE_NAMES;
        TIGHT_AUTH_CODE "vnc.tight_auth_code" "Authentication code": U32 Dec = SECURITY_TYPE_NAMES;
        TIGHT_SERVER_MESSAGE_TYPE "vnc.tight_server_message_type" "Server message type (TightVNC)": I32 Dec;
        TIGHT_CLIENT_MESSAGE_TYPE "vnc.tight_client_message_type" "Client message type (TightVNC)": I32 Dec;
        ENCODING_TYPE "vnc.encoding_type" "Encoding type": I32 Dec = ENCODING_TYPE_NAMES;
        TIGHT_RESET_STREAM0 "vnc.tight_reset_stream0" "Reset compression stream 0": Bool;
        TIGHT_RESET_STREAM1 "vnc.tight_reset_stream1" "Reset compression stream 1": Bool;
        TIGHT_RESET_STREAM2 "vnc.tight_reset_stream2" "Reset compression stream 2": Bool;
        TIGHT_RESET_STREAM3 "vnc.tight_reset_stream3" "Reset compression stream 3": Bool;
        TIGHT_RECT_TYPE "vnc.tight_rect_type" "Rectangle type": U8 Hex;
        TIGHT_IMAGE_LEN "vnc.tight_image_len" "Image data length": U32 Dec;
        TIGHT_IMAGE_DATA "vnc.tight_image_data" "Image data": Bytes;
        TIGHT_FILL_COLOR "vnc.tight_fill_color" "Fill color (RGB)": Bytes;
        TIGHT_FILTER_FLAG "vnc.tight_filter_flag" "Explicit filter flag": Bool;
        TIGHT_FILTER_ID "vnc.tight_filter_id" "Filter ID": U8 Dec = TIGHT_FILTER_ID_NAMES;
        TIGHT_PALETTE_NUM_COLORS "vnc.tight_palette_num_colors" "Number of colors in palette": U8 Dec;
        TIGHT_PALETTE_DATA "vnc.tight_palette_data" "Palette data": Bytes;
        AUTH_CHALLENGE "vnc.auth_challenge" "Authentication challenge": Bytes;
        AUTH_RESPONSE "vnc.auth_response" "Authentication response": Bytes;
        AUTH_RESULT "vnc.auth_result" "Authentication result": Bool(32) & 0x1 = Names::Bools("Failed", "OK");
        AUTH_ERROR_LEN "vnc.auth_error_len" "Length of authentication error": U32 Dec;
        AUTH_ERROR "vnc.auth_error" "Authentication error": Str;
        SHARE_DESKTOP_FLAG "vnc.share_desktop_flag" "Share desktop flag": Bool;
        WIDTH "vnc.width" "Framebuffer width": U16 Dec;
        HEIGHT "vnc.height" "Framebuffer height": U16 Dec;
        SERVER_BITS_PER_PIXEL "vnc.server_bits_per_pixel" "Bits per pixel": U8 Dec;
        SERVER_DEPTH "vnc.server_depth" "Depth": U8 Dec;
        SERVER_BIG_ENDIAN_FLAG "vnc.server_big_endian_flag" "Big endian flag": Bool;
        SERVER_TRUE_COLOR_FLAG "vnc.server_true_color_flag" "True color flag": Bool;
        SERVER_RED_MAX "vnc.server_red_max" "Red maximum": U16 Dec;
        SERVER_GREEN_MAX "vnc.server_green_max" "Green maximum": U16 Dec;
        SERVER_BLUE_MAX "vnc.server_blue_max" "Blue maximum": U16 Dec;
        SERVER_RED_SHIFT "vnc.server_red_shift" "Red shift": U8 Dec;
        SERVER_GREEN_SHIFT "vnc.server_green_shift" "Green shift": U8 Dec;
        SERVER_BLUE_SHIFT "vnc.server_blue_shift" "Blue shift": U8 Dec;
        DESKTOP_NAME_LEN "vnc.desktop_name_len" "Desktop name length": U32 Dec;
        SCREEN_NUM "vnc.screen_num" "Number of screens": U8 Dec;
        SCREEN_ID "vnc.screen_id" "Screen ID": U32 Dec;
        SCREEN_X "vnc.screen_x" "Screen X position": U16 Dec;
        SCREEN_Y "vnc.screen_y" "Screen Y position": U16 Dec;
        SCREEN_WIDTH "vnc.screen_width" "Screen width": U16 Dec;
        SCREEN_HEIGHT "vnc.screen_height" "Screen height": U16 Dec;
        SCREEN_FLAGS "vnc.screen_flags" "Screen flags": U32 Dec;
        DESKTOP_NAME "vnc.desktop_name" "Desktop name": Str;
        CLIENT_MESSAGE_TYPE "vnc.client_message_type" "Client Message Type": U8 Dec = CLIENT_MESSAGE_TYPE_NAMES;
        CLIENT_BITS_PER_PIXEL "vnc.client_bits_per_pixel" "Bits per pixel": U8 Dec;
        CLIENT_DEPTH "vnc.client_depth" "Depth": U8 Dec;
        CLIENT_BIG_ENDIAN_FLAG "vnc.client_big_endian_flag" "Big endian flag": Bool;
        CLIENT_TRUE_COLOR_FLAG "vnc.client_true_color_flag" "True color flag": Bool;
        CLIENT_RED_MAX "vnc.client_red_max" "Red maximum": U16 Dec;
        CLIENT_GREEN_MAX "vnc.client_green_max" "Green maximum": U16 Dec;
        CLIENT_BLUE_MAX "vnc.client_blue_max" "Blue maximum": U16 Dec;
        CLIENT_RED_SHIFT "vnc.client_red_shift" "Red shift": U8 Dec;
        CLIENT_GREEN_SHIFT "vnc.client_green_shift" "Green shift": U8 Dec;
        CLIENT_BLUE_SHIFT "vnc.client_blue_shift" "Blue shift": U8 Dec;
        KEY_DOWN "vnc.key_down" "Key down": Bool = Names::Bools("Yes", "No");
        KEY "vnc.key" "Key": U32 Hex = KEY_NAMES;
        BUTTON_1_POS "vnc.button_1_pos" "Mouse button #1 position": Bool(8) & 0x1 = Names::Bools("Pressed", "Not pressed");
        BUTTON_2_POS "vnc.button_2_pos" "Mouse button #2 position": Bool(8) & 0x2 = Names::Bools("Pressed", "Not pressed");
        BUTTON_3_POS "vnc.button_3_pos" "Mouse button #3 position": Bool(8) & 0x4 = Names::Bools("Pressed", "Not pressed");
        BUTTON_4_POS "vnc.button_4_pos" "Mouse button #4 position": Bool(8) & 0x8 = Names::Bools("Pressed", "Not pressed");
        BUTTON_5_POS "vnc.button_5_pos" "Mouse button #5 position": Bool(8) & 0x10 = Names::Bools("Pressed", "Not pressed");
        BUTTON_6_POS "vnc.button_6_pos" "Mouse button #6 position": Bool(8) & 0x20 = Names::Bools("Pressed", "Not pressed");
        BUTTON_7_POS "vnc.button_7_pos" "Mouse button #7 position": Bool(8) & 0x40 = Names::Bools("Pressed", "Not pressed");
        BUTTON_8_POS "vnc.button_8_pos" "Mouse button #8 position": Bool(8) & 0x80 = Names::Bools("Pressed", "Not pressed");
        POINTER_X_POS "vnc.pointer_x_pos" "X position": U16 Dec;
        POINTER_Y_POS "vnc.pointer_y_pos" "Y position": U16 Dec;
        CLIENT_SET_ENCODINGS_NUM "vnc.client_set_encodings_num" "Number of encodings": U16 Dec;
        CLIENT_SET_ENCODINGS_ENCODING_TYPE "vnc.client_set_encodings_encoding_type" "Encoding type": I32 Dec = ENCODING_TYPE_NAMES;
        UPDATE_REQ_INCREMENTAL "vnc.update_req_incremental" "Incremental update": Bool;
        UPDATE_REQ_X_POS "vnc.update_req_x_pos" "X position": U16 Dec;
        UPDATE_REQ_Y_POS "vnc.update_req_y_pos" "Y position": U16 Dec;
        UPDATE_REQ_WIDTH "vnc.update_req_width" "Width": U16 Dec;
        UPDATE_REQ_HEIGHT "vnc.update_req_height" "Height": U16 Dec;
        CLIENT_CUT_TEXT_LEN "vnc.client_cut_text_len" "Length": U32 Dec;
        CLIENT_CUT_TEXT "vnc.client_cut_text" "Text": Str;
        SERVER_MESSAGE_TYPE "vnc.server_message_type" "Server Message Type": U8 Dec = SERVER_MESSAGE_TYPE_NAMES;
        FB_UPDATE_NUM_RECTS "vnc.fb_update_num_rects" "Number of rectangles": U16 Dec;
        FB_UPDATE_X_POS "vnc.fb_update_x_pos" "X position": U16 Dec;
        FB_UPDATE_Y_POS "vnc.fb_update_y_pos" "Y position": U16 Dec;
        FB_UPDATE_WIDTH "vnc.fb_update_width" "Width": U16 Dec;
        FB_UPDATE_HEIGHT "vnc.fb_update_height" "Height": U16 Dec;
        FB_UPDATE_ENCODING_TYPE "vnc.fb_update_encoding_type" "Encoding type": I32 Dec = ENCODING_TYPE_NAMES;
        CURSOR_X_FORE_BACK "vnc.cursor_x_fore_back" "X Cursor foreground RGB / background RGB": Bytes;
        CURSOR_ENCODING_PIXELS "vnc.cursor_encoding_pixels" "Cursor encoding pixels": Bytes;
        CURSOR_ENCODING_BITMASK "vnc.cursor_encoding_bitmask" "Cursor encoding bitmask": Bytes;
        RAW_PIXEL_DATA "vnc.raw_pixel_data" "Pixel data": Bytes;
        COPYRECT_SRC_X_POS "vnc.copyrect_src_x_pos" "Source x position": U16 Dec;
        COPYRECT_SRC_Y_POS "vnc.copyrect_src_y_pos" "Source y position": U16 Dec;
        RRE_NUM_SUBRECTS "vnc.rre_num_subrects" "Number of subrectangles": U32 Dec;
        RRE_BG_PIXEL "vnc.rre_bg_pixel" "Background pixel value": Bytes;
        RRE_SUBRECT_PIXEL "vnc.rre_subrect_pixel" "Pixel value": Bytes;
        RRE_SUBRECT_X_POS "vnc.rre_subrect_x_pos" "X position": U16 Dec;
        RRE_SUBRECT_Y_POS "vnc.rre_subrect_y_pos" "Y position": U16 Dec;
        RRE_SUBRECT_WIDTH "vnc.rre_subrect_width" "Width": U16 Dec;
        RRE_SUBRECT_HEIGHT "vnc.rre_subrect_height" "Height": U16 Dec;
        HEXTILE_SUBENCODING "vnc.hextile_subencoding" "Subencoding type": U8 Dec;
        HEXTILE_RAW "vnc.hextile_raw" "Raw": Bool(8) & 0x1 = Names::Bools("Yes", "No");
        HEXTILE_RAW_VALUE "vnc.hextile_raw_value" "Raw pixel values": Bytes;
        HEXTILE_BG "vnc.hextile_bg" "Background Specified": Bool(8) & 0x2 = Names::Bools("Yes", "No");
        HEXTILE_BG_VALUE "vnc.hextile_bg_value" "Background pixel value": Bytes;
        HEXTILE_FG "vnc.hextile_fg" "Foreground Specified": Bool(8) & 0x4 = Names::Bools("Yes", "No");
        HEXTILE_FG_VALUE "vnc.hextile_fg_value" "Foreground pixel value": Bytes;
        HEXTILE_ANYSUBRECTS "vnc.hextile_anysubrects" "Any Subrects": Bool(8) & 0x8 = Names::Bools("Yes", "No");
        HEXTILE_NUM_SUBRECTS "vnc.hextile_num_subrects" "Number of subrectangles": U8 Dec;
        HEXTILE_SUBRECTSCOLORED "vnc.hextile_subrectscolored" "Subrects Colored": Bool(8) & 0x10 = Names::Bools("Yes", "No");
        HEXTILE_SUBRECT_PIXEL_VALUE "vnc.hextile_subrect_pixel_value" "Pixel value": Bytes;
        HEXTILE_SUBRECT_X_POS "vnc.hextile_subrect_x_pos" "X position": U8 Dec & 0xf0;
        HEXTILE_SUBRECT_Y_POS "vnc.hextile_subrect_y_pos" "Y position": U8 Dec & 0xf;
        HEXTILE_SUBRECT_WIDTH "vnc.hextile_subrect_width" "Width": U8 Dec & 0xf0;
        HEXTILE_SUBRECT_HEIGHT "vnc.hextile_subrect_height" "Height": U8 Dec & 0xf;
        ZRLE_LEN "vnc.zrle_len" "ZRLE compressed length": U32 Dec;
        ZRLE_DATA "vnc.zrle_data" "ZRLE compressed data": Bytes;
        COLORMAP_FIRST_COLOR "vnc.colormap_first_color" "First color": U16 Dec;
        COLOR_GROUPS "vnc.color_groups" "Color groups": None;
        COLORMAP_GROUPS "vnc.colormap_groups" "Number of color groups": U16 Dec;
        COLORMAP_RED "vnc.colormap_red" "Red": U16 Dec;
        COLORMAP_GREEN "vnc.colormap_green" "Green": U16 Dec;
        COLORMAP_BLUE "vnc.colormap_blue" "Blue": U16 Dec;
        SERVER_CUT_TEXT_LEN "vnc.server_cut_text_len" "Length": U32 Dec;
        SERVER_CUT_TEXT "vnc.server_cut_text" "Text": Str;
        AUTH_CODE_MISMATCH "vnc.auth_code_mismatch" "Authentication code does not match vendor or signature": None;
        ARD_AUTH_GENERATOR "vnc.ard_auth_generator" "Generator": U16 Dec;
        ARD_AUTH_KEY_LEN "vnc.ard_auth_key_len" "Key length": U16 Dec;
        ARD_AUTH_MODULUS "vnc.ard_auth_modulus" "Prime modulus": Bytes;
        ARD_AUTH_SERVER_KEY "vnc.ard_auth_server_key" "Server public key": Bytes;
        ARD_AUTH_CREDENTIALS "vnc.ard_auth_credentials" "Encrypted credentials": Bytes;
        ARD_AUTH_CLIENT_KEY "vnc.ard_auth_client_key" "Client public key": Bytes;
    }
    experts {
        UNKNOWN_MESSAGE "vnc.unknown_message" Warn Undecoded "Unknown message type";
        REASSEMBLE "vnc.reassemble" Chat Reassemble "See further on for dissection of the complete (reassembled) PDU";
    }
}

const LATER: &str = "See further on for dissection of the complete (reassembled) PDU";
/// The method of security that RFC 6143 section 7.2.2 has.
const VNC_AUTHENTICATION: u8 = 2;
/// Apple Remote Desktop: a key agreement, then name and password encrypted.
const APPLE: u8 = 30;
/// Bytes of its encrypted credentials.
const CREDENTIALS: usize = 128;

/// What comes next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Phase {
    #[default]
    ServerVersion,
    ClientVersion,
    /// The server's methods of security.
    Security,
    /// The client's choice among them.
    Choice,
    Challenge,
    Response,
    Result,
    /// Why the client was refused.
    Reason,
    /// Whether others may go on.
    Share,
    Parameters,
    Messages,
    /// The server's part of Apple's method of security, and the client's.
    AppleChallenge,
    AppleResponse,
    /// A method of security that is not read.
    Unknown,
}

const PHASES: [Phase; 14] = [
    Phase::ServerVersion,
    Phase::ClientVersion,
    Phase::Security,
    Phase::Choice,
    Phase::Challenge,
    Phase::Response,
    Phase::Result,
    Phase::Reason,
    Phase::Share,
    Phase::Parameters,
    Phase::Messages,
    Phase::AppleChallenge,
    Phase::AppleResponse,
    Phase::Unknown,
];

/// The state of a connection.
#[derive(Clone, Copy, Default)]
struct State {
    phase: Phase,
    /// The server sends the way of the conversation's first frame.
    server_forward: bool,
    /// The smaller of both versions: 3, 7 or 8 (3.3, 3.7, 3.8).
    minor: u8,
    bits: u8,
    depth: u8,
    /// Length of keys in Apple's method of security.
    key: u16,
}

impl From<[u64; 2]> for State {
    fn from([a, _]: [u64; 2]) -> State {
        let [phase, forward, minor, bits, depth, high, low, _] = a.to_be_bytes();
        let phase = PHASES.get(usize::from(phase)).copied().unwrap_or_default();
        let key = u16::from_be_bytes([high, low]);
        State { phase, server_forward: forward != 0, minor, bits, depth, key }
    }
}

impl From<State> for [u64; 2] {
    fn from(s: State) -> [u64; 2] {
        let phase = PHASES.iter().position(|p| *p == s.phase).unwrap_or_default() as u8;
        let [high, low] = s.key.to_be_bytes();
        let forward = u8::from(s.server_forward);
        [u64::from_be_bytes([phase, forward, s.minor, s.bits, s.depth, high, low, 0]), 0]
    }
}

fn accepts(c: &Cursor<'_>, _: Ports) -> bool {
    is_version(c.rest())
}

fn is_version(b: &[u8]) -> bool {
    matches!(b, [b'R', b'F', b'B', b' ', b'0', b'0', b'3', b'.', _, _, _, b'\n', ..])
}

impl State {
    fn is_server(&self, forward: bool) -> bool {
        forward == self.server_forward
    }

    fn pixels(&self) -> Pixels {
        let bytes = usize::from(self.bits / 8).clamp(1, 4);
        Pixels { bytes, tight: if bytes == 4 && self.depth == 24 { 3 } else { bytes } }
    }

    /// How far what comes next reaches.
    fn reach(&self, b: &[u8], server: bool) -> walk::Reach {
        let long = |at: usize| match b.get(at..).and_then(|b| b.first_chunk::<4>()) {
            Some(n) => Ok(at + 4 + u32::from_be_bytes(*n) as usize),
            None => Err(at + 4),
        };
        match self.phase {
            Phase::ServerVersion | Phase::ClientVersion => Ok(12),
            // A list that is empty is followed by why.
            Phase::Security if self.minor >= 7 => match b.first() {
                None => Err(1),
                Some(0) => long(1),
                Some(n) => Ok(1 + usize::from(*n)),
            },
            Phase::Security | Phase::Result => Ok(4),
            Phase::Choice | Phase::Share => Ok(1),
            Phase::Challenge | Phase::Response => Ok(16),
            Phase::Reason => long(0),
            Phase::Parameters => long(20),
            Phase::Messages if server => walk::server(b, self.pixels()),
            Phase::Messages => walk::client(b),
            Phase::AppleChallenge => match b.get(2..4) {
                Some(n) => Ok(4 + 2 * walk::be(n)),
                None => Err(4),
            },
            Phase::AppleResponse => Ok(CREDENTIALS + usize::from(self.key)),
            Phase::Unknown => Err(usize::MAX),
        }
    }

    /// Takes note of what came.
    fn step(&mut self, b: &[u8], forward: bool) {
        if is_version(b) && matches!(self.phase, Phase::ServerVersion | Phase::ClientVersion) {
            let minor = b.get(8..11).map_or(0, |d| d.iter().fold(0u32, |n, d| n * 10 + u32::from(d & 15)));
            // Versions that are none of the standard's count as 3.3, beside Apple's.
            let minor = if minor >= 8 { 8 } else { minor as u8 };
            if self.phase == Phase::ServerVersion {
                (self.server_forward, self.minor, self.phase) = (forward, minor, Phase::ClientVersion);
            } else {
                self.minor = self.minor.min(minor);
                self.phase = Phase::Security;
            }
            return;
        }
        let server = self.is_server(forward);
        let word = b.first_chunk::<4>().map_or(0, |w| u32::from_be_bytes(*w));
        self.phase = match (self.phase, server) {
            (Phase::Security, true) if self.minor >= 7 => Phase::Choice,
            (Phase::Security, true) => self.chosen(u8::try_from(word).unwrap_or(u8::MAX)),
            (Phase::Choice, false) => self.chosen(b.first().copied().unwrap_or_default()),
            (Phase::Challenge, true) => Phase::Response,
            (Phase::AppleChallenge, true) => {
                self.key = b.get(2..4).map_or(0, |n| walk::be(n) as u16);
                Phase::AppleResponse
            }
            (Phase::Response | Phase::AppleResponse, false) => Phase::Result,
            (Phase::Result, true) if word == 0 => Phase::Share,
            (Phase::Result, true) => Phase::Reason,
            (Phase::Share, false) => Phase::Parameters,
            (Phase::Parameters, true) => {
                (self.bits, self.depth) = (b.get(4).copied().unwrap_or(32), b.get(5).copied().unwrap_or(24));
                Phase::Messages
            }
            (phase, _) => phase,
        };
        if let (Phase::Messages, false, [0, _, _, _, bits, depth, ..]) = (self.phase, server, b) {
            (self.bits, self.depth) = (*bits, *depth);
        }
    }

    fn chosen(&self, method: u8) -> Phase {
        match method {
            // Without security the result is said from 3.8 on.
            1 if self.minor >= 8 => Phase::Result,
            1 => Phase::Share,
            VNC_AUTHENTICATION => Phase::Challenge,
            APPLE => Phase::AppleChallenge,
            _ => Phase::Unknown,
        }
    }
}

fn frames(bytes: &[u8], forward: bool, words: &[u64; 2]) -> Pdu {
    let state = State::from(*words);
    match state.reach(bytes, state.is_server(forward)) {
        Ok(n) if n > 0 => Pdu::Len(n),
        Err(n) if n < usize::MAX => Pdu::More(n),
        _ => Pdu::AsItComes,
    }
}

fn remember(past: &mut Past<'_>, pdu: &[u8]) {
    let mut state = State::from(past.state);
    state.step(pdu, past.now.forward);
    past.state = state.into();
}

fn dissect<S: Sink>(cx: &mut Cx<'_, S>, mut c: Cursor<'_>) -> Step {
    cx.protocol("VNC");
    if cx.nth() == 1 {
        cx.info_clear();
    }
    let facts = cx.conversation();
    let forward = facts.is_none_or(|f| f.forward);
    let part = facts.map(|f| f.stream_part).unwrap_or_default();
    let mut state = State::from(cx.state());
    let whole = part.ends.checked_sub(1).and_then(|i| cx.facts.reassembled.get(i as usize));
    if let Some(whole) = whole.filter(|_| c.source() == requin_wire::FRAME) {
        state.step(&whole.bytes, forward);
    }
    let all = c.span(usize::MAX);
    let mut item = cx.proto_item();
    // Every turn takes at least a byte away.
    while c.captured() > 0 {
        let server = state.phase == Phase::ServerVersion || state.is_server(forward);
        let reach = state.reach(c.rest(), server);
        let n = match reach {
            Ok(n) if n > 0 => n,
            _ => c.left(),
        };
        let mut one = c.take(n);
        let (bytes, begun) = (one.rest(), one.span(usize::MAX));
        cx.set_len(item, n);
        let shown = cx.under(item, |cx| show(cx, &state, server, &mut one));
        if matches!(reach, Err(n) if n < usize::MAX) && !c.is_cut() && part.pending > 0 {
            // A preview: it ends where the bytes do.
            let line = cx.under(item, |cx| cx.line(begun, |o| _ = o.s(LATER)));
            cx.expert(REASSEMBLE, line, c.span(0));
            break;
        }
        shown?;
        state.step(bytes, forward);
        if c.captured() > 0 {
            item = cx.at_top(|cx| cx.add(PROTO, all, Value::Bytes(c.span(usize::MAX))));
        }
    }
    cx.info_fence();
    Ok(())
}

fn show<S: Sink>(cx: &mut Cx<'_, S>, state: &State, server: bool, c: &mut Cursor<'_>) -> Step {
    match (state.phase, server) {
        (Phase::ServerVersion | Phase::ClientVersion, _) if is_version(c.rest()) => {
            let n = c.rest().get(4..11).unwrap_or_default();
            cx.info_sep("; ", |o| {
                o.s(if server { "Server" } else { "Client" }).s(" protocol version: ").text(n);
            });
            c.skip(4)?;
            cx.bytes(if server { SERVER_PROTO_VER } else { CLIENT_PROTO_VER }, c, 7).map(|_| ())
        }
        (Phase::Security, true) => {
            cx.info_sep("; ", |o| _ = o.s("Security types supported"));
            if state.minor < 7 {
                return cx.u32(SERVER_SECURITY_TYPE, c).map(|_| ());
            }
            let n = cx.u8(NUM_SECURITY_TYPES, c)?;
            for _ in 0..n {
                cx.u8(SECURITY_TYPE, c)?;
            }
            if n == 0 { reason(cx, c) } else { Ok(()) }
        }
        (Phase::Choice, false) => {
            let method = cx.u8(CLIENT_SECURITY_TYPE, c)?;
            cx.info_sep("; ", |o| {
                let name = SECURITY_TYPE_NAMES.or(u64::from(method), "Unknown");
                o.s("Security type ").s(name).s(" (").u(method).s(") selected by client");
            });
            Ok(())
        }
        (Phase::Challenge, true) => {
            cx.info_sep("; ", |o| _ = o.s("Authentication challenge from server"));
            cx.bytes(AUTH_CHALLENGE, c, 16).map(|_| ())
        }
        (Phase::Response, false) => {
            cx.info_sep("; ", |o| _ = o.s("Authentication response from client"));
            cx.bytes(AUTH_RESPONSE, c, 16).map(|_| ())
        }
        (Phase::AppleChallenge, true) => {
            cx.info_sep("; ", |o| _ = o.s("ARD authentication challenge"));
            cx.u16(ARD_AUTH_GENERATOR, c)?;
            let n = usize::from(cx.u16(ARD_AUTH_KEY_LEN, c)?);
            cx.bytes(ARD_AUTH_MODULUS, c, n)?;
            cx.bytes(ARD_AUTH_SERVER_KEY, c, n).map(|_| ())
        }
        (Phase::AppleResponse, false) => {
            cx.info_sep("; ", |o| _ = o.s("ARD authentication response"));
            cx.bytes(ARD_AUTH_CREDENTIALS, c, CREDENTIALS)?;
            cx.bytes(ARD_AUTH_CLIENT_KEY, c, usize::from(state.key)).map(|_| ())
        }
        (Phase::Result, true) => {
            cx.info_sep("; ", |o| _ = o.s("Authentication result"));
            cx.u32(AUTH_RESULT, c).map(|_| ())
        }
        (Phase::Reason, true) => {
            cx.info_sep("; ", |o| _ = o.s("Authentication result"));
            reason(cx, c)
        }
        (Phase::Share, false) => {
            cx.info_sep("; ", |o| _ = o.s("Share desktop flag"));
            message::flag(cx, SHARE_DESKTOP_FLAG, c)
        }
        (Phase::Parameters, true) => {
            cx.info_sep("; ", |o| _ = o.s("Server framebuffer parameters"));
            message::parameters(cx, c)
        }
        (Phase::Messages, true) => message::server(cx, state.pixels(), c),
        (Phase::Messages, false) => message::client(cx, c),
        _ => {
            cx.info_sep("; ", |o| _ = o.s("Unknown"));
            Ok(())
        }
    }
}

fn reason<S: Sink>(cx: &mut Cx<'_, S>, c: &mut Cursor<'_>) -> Step {
    let n = cx.u32(AUTH_ERROR_LEN, c)? as usize;
    cx.bytes(AUTH_ERROR, c, n).map(|_| ())
}
