"""Two ends of calls and streams, in step: `rtp.py a|b rtp|rtcp|rtsp|secure`, at 10.9.0.1 and 10.9.0.2.

A SIP call (RFC 3261) with RTP (RFC 3550), telephone events (RFC 4733), RFC 2198, header extensions (RFC 8285) and
every RTCP packet of RFC 3550, 3611, 4585 and 5104; a call with keys in SDP (RFC 4568); RTSP (RFC 2326) over TCP with
streams over UDP and interleaved. `secure` sends what follows a DTLS handshake (RFC 5764)."""
import socket, struct, sys, time

A, B = "10.9.0.1", "10.9.0.2"
me = sys.argv[1]
opened = {}


def udp(port):
    if port not in opened:
        s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        s.bind((A if me == "a" else B, port))
        s.settimeout(5)
        opened[port] = s
    return opened[port]


def go(who, port_a, port_b, data):
    """One datagram: `who` sends it, the other end waits for it."""
    if me == who:
        time.sleep(0.004)
        udp(port_a if who == "a" else port_b).sendto(data, (B, port_b) if who == "a" else (A, port_a))
    else:
        udp(port_b if who == "a" else port_a).recv(1 << 16)


def sip(who, *lines, body=""):
    head = list(lines) + ([f"Content-Type: application/sdp"] if body else []) + [f"Content-Length: {len(body)}", "", body]
    go(who, 5060, 5060, "\r\n".join(head).encode())


def dialog(who, method, seq, call, status=None, body="", extra=(), uri="sip:bob@10.9.0.2", to="bobtag", branch=None):
    first = f"SIP/2.0 {status}" if status else f"{method} {uri} SIP/2.0"
    sender = A if (who == "a") != bool(status) else B
    sip(who, first, f"Via: SIP/2.0/UDP {sender}:5060;branch=z9hG4bK{branch or method.lower() + str(seq)}{call[:4]}", "Max-Forwards: 70",
        "From: Alice <sip:alice@10.9.0.1>;tag=alicetag", f"To: Bob <sip:bob@10.9.0.2>{';tag=' + to if to else ''}",
        f"Call-ID: {call}@10.9.0.1", f"CSeq: {seq} {method}", *extra, body=body)


def sdp(host, *media):
    return "\r\n".join(["v=0", f"o=- 1 1 IN IP4 {host}", "s=-", f"c=IN IP4 {host}", "t=0 0", *media, ""])


AUDIO = ["a=rtpmap:0 PCMU/8000", "a=rtpmap:8 PCMA/8000", "a=rtpmap:96 opus/48000/2", "a=fmtp:96 useinbandfec=1", "a=rtpmap:97 red/8000",
         "a=fmtp:97 0/0", "a=rtpmap:101 telephone-event/8000", "a=fmtp:101 0-16", "a=ptime:20",
         "a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level", "a=sendrecv"]
VIDEO = ["a=rtpmap:100 VP8/90000", "a=rtcp-fb:100 nack pli", "a=rtcp-fb:100 goog-remb", "a=rtcp:20021 IN IP4 %s"]


def rtp(pt, seq, ts, ssrc, payload, marker=0, csrc=(), ext=None, pad=0):
    head = struct.pack("!BBHII", 0x80 | (0x20 if pad else 0) | (0x10 if ext else 0) | len(csrc), marker << 7 | pt, seq & 0xFFFF, ts & 0xFFFFFFFF, ssrc)
    head += b"".join(struct.pack("!I", c) for c in csrc)
    if ext:
        head += struct.pack("!HH", ext[0], len(ext[1]) // 4) + ext[1]
    return head + payload + (bytes(pad - 1) + bytes([pad]) if pad else b"")


def rtcp(count, pt, body, pad=0):
    body += bytes(pad - 1) + bytes([pad]) if pad else b""
    assert len(body) % 4 == 0
    return struct.pack("!BBH", 0x80 | (0x20 if pad else 0) | count, pt, len(body) // 4) + body


def u(fmt, *v):
    return struct.pack("!" + fmt, *v)


def sr(ssrc, ntp, ts, packets, octets, *blocks):
    return rtcp(len(blocks), 200, u("IIIIII", ssrc, ntp >> 32, ntp & 0xFFFFFFFF, ts, packets, octets) + b"".join(blocks))


def rr(ssrc, *blocks, more=b""):
    return rtcp(len(blocks), 201, u("I", ssrc) + b"".join(blocks) + more)


def block(ssrc, lost, cumulative, high, jitter, lsr, dlsr):
    return u("IIIIII", ssrc, lost << 24 | cumulative & 0xFFFFFF, high, jitter, lsr, dlsr)


def sdes(*chunks):
    out = b""
    for ssrc, items in chunks:
        c = u("I", ssrc) + b"".join(bytes([k, len(v)]) + v for k, v in items) + b"\0"
        out += c + bytes(-len(c) % 4)
    return rtcp(len(chunks), 202, out)


def bye(*ssrcs, reason=b""):
    text = bytes([len(reason)]) + reason if reason else b""
    return rtcp(len(ssrcs), 203, b"".join(u("I", s) for s in ssrcs) + text + bytes(-len(text) % 4))


SSRC_A, SSRC_B, VIDEO_A, VIDEO_B = 0x1A2B3C4D, 0xB0B0B0B0, 0x0A0A0001, 0x0B0B0001
NTP = (3_900_000_000 << 32) | 0x80000000
TONE = bytes((n * 37) & 0xFF for n in range(160))


def begin():
    media = lambda host, port: sdp(host, f"m=audio {port} RTP/AVP 0 8 96 97 101", *AUDIO, f"m=video {port + 20} RTP/AVPF 100",
                                   *(v % host if "%" in v else v for v in VIDEO))
    contact = ["Contact: <sip:alice@10.9.0.1:5060>"]
    dialog("a", "INVITE", 1, "first", body=media(A, 20000), extra=contact, to="")
    dialog("a", "INVITE", 1, "first", body=media(A, 20000), extra=contact, to="")  # nobody answered in time
    dialog("b", "INVITE", 1, "first", status="100 Trying", to="")
    dialog("b", "INVITE", 1, "first", status="180 Ringing", extra=["Contact: <sip:bob@10.9.0.2:5060>"])
    dialog("b", "INVITE", 1, "first", status="200 OK", body=media(B, 30000), extra=["Contact: <sip:bob@10.9.0.2:5060>"])
    dialog("b", "INVITE", 1, "first", status="200 OK", body=media(B, 30000), extra=["Contact: <sip:bob@10.9.0.2:5060>"])
    dialog("a", "ACK", 1, "first", branch="ack1")


def call():
    begin()
    a = lambda *p, **k: go("a", 20000, 30000, rtp(*p, **k))
    b = lambda *p, **k: go("b", 20000, 30000, rtp(*p, **k))
    # Numbers that begin anew at 0, both ways.
    for n in range(4):
        a(0, 65534 + n, 160 * n, SSRC_A, TONE, marker=int(n == 0))
        b(8, 1000 + n, 8000 + 160 * n, SSRC_B, TONE[::-1])
    a(13, 2, 640, SSRC_A, b"\x4b")
    for n, (end, duration) in enumerate([(0, 160), (0, 320), (1, 480), (1, 480)]):
        a(101, 3 + n, 800, SSRC_A, u("BBH", 5, end << 7 | 10, duration), marker=int(n == 0))
    b(101, 1004, 8800, SSRC_B, u("BBH", 11, 0x8A, 640), marker=1)
    a(96, 7, 1600, SSRC_A, TONE[:50], ext=(0xBEDE, bytes([0x10, 0x85, 0x22, 1, 2, 3, 0, 0])))
    a(96, 8, 2560, SSRC_A, TONE[:51], ext=(0x1000, bytes([1, 1, 0x85, 0, 2, 3, 7, 8, 9, 5, 0, 0])))
    a(96, 9, 3520, SSRC_A, TONE[:52], ext=(0xABCD, bytes(range(8))))
    b(96, 1005, 9600, SSRC_B, TONE[:40], csrc=(1, 0xCAFE), pad=8)
    a(97, 10, 4480, SSRC_A, u("I", 0x80 << 24 | 160 << 10 | 8) + bytes([0]) + TONE[:8] + TONE[:16])
    # Video.
    for n in range(2):
        go("a", 20020, 30020, rtp(100, 500 + n, 90000, VIDEO_A, bytes([0x10 if n == 0 else 0]) + TONE * 3, marker=n))
    dialog("b", "BYE", 2, "first", uri="sip:alice@10.9.0.1", branch="bye2")
    dialog("a", "BYE", 2, "first", status="200 OK", branch="bye2")


def reports():
    a = lambda *p: go("a", 20001, 30001, b"".join(p))
    b = lambda *p: go("b", 20001, 30001, b"".join(p))
    lsr = (NTP >> 16) & 0xFFFFFFFF
    a(sr(SSRC_A, NTP, 640, 5, 641), sdes((SSRC_A, [(1, b"alice@10.9.0.1"), (2, b"Alice"), (3, b"alice@example.org"), (4, b"+33 1 23"), (5, b"The reef"),
                                                  (6, b"requin"), (7, b"on a call"), (8, b"\x03fooval")])))
    time.sleep(0.03)
    b(rr(SSRC_B, block(SSRC_A, 25, 3, 0x10002, 12, lsr, 655)), sdes((SSRC_B, [(1, b"bob@10.9.0.2")]), (7, [(1, b"mixed")])))
    b(sr(SSRC_B, NTP + (1 << 32), 9600, 5, 800, block(SSRC_A, 0, -2, 0x10004, 9, lsr, 6553)))
    time.sleep(0.02)
    a(rr(SSRC_A, block(SSRC_B, 0, 0, 1005, 3, ((NTP + (1 << 32)) >> 16) & 0xFFFFFFFF, 100)), rtcp(3, 204, u("I", SSRC_A) + b"reef" + b"eight by"))
    a(rr(SSRC_A, more=u("HHII", 1, 12, SSRC_A, 5000)))
    # Extended reports.
    x = lambda kind, special, body: u("BBH", kind, special, len(body) // 4) + body
    xr = rtcp(0, 207, u("I", SSRC_B)
              + x(1, 2, u("IHHHHHH", SSRC_A, 1000, 1040, 0x400A, 0xC00F, 0x2003, 0))
              + x(2, 0, u("IHHHH", SSRC_A, 1000, 1040, 0x0007, 0))
              + x(3, 1, u("IHHII", SSRC_A, 1000, 1002, 77000, 77160))
              + x(4, 0, u("Q", NTP)) + x(5, 0, u("III", SSRC_A, lsr, 655))
              + x(6, 0xF0, u("IHHIIIIII", SSRC_A, 1000, 1040, 2, 1, 3, 30, 12, 5) + bytes([60, 64, 62, 1]))
              + x(7, 0, u("IBBBBHHHHbbBBBBBBBBHHH", SSRC_A, 3, 1, 20, 2, 200, 900, 40, 80, -20, -60, 70, 16, 90, 127, 42, 41, 0xE5, 0, 40, 60, 120)))
    b(xr)
    b(rtcp(0, 207, u("I", SSRC_B) + x(12, 0x40, u("BBHIIQII", 0, 0, 0, 9, SSRC_A, NTP, 640, 0x12345678)), pad=4))
    a(rtcp(0, 192, u("I", SSRC_A)), rtcp(0, 193, u("IHH", SSRC_A, 7, 0x8001)))
    a(rtcp(0, 209, u("IIQ", SSRC_A, SSRC_B, NTP)))
    a(rr(SSRC_A), bye(SSRC_A, reason=b"over and out"))
    b(rr(SSRC_B), bye(SSRC_B, 0x77))


def video_reports():
    b = lambda *p: go("b", 20021, 30021, b"".join(p))
    fb = lambda pt, fmt, media, fci=b"": rtcp(fmt, pt, u("II", VIDEO_B, media) + fci)
    b(rr(VIDEO_B), fb(205, 1, VIDEO_A, u("HHHH", 502, 0x8005, 700, 0)))
    b(fb(206, 1, VIDEO_A))
    b(fb(206, 4, 0, u("IBBH", VIDEO_A, 9, 0, 0)))
    b(fb(206, 15, 0, b"REMB" + u("BBHII", 2, 3 << 2 | 1, 0x2345, VIDEO_A, 0x99)))
    b(fb(206, 2, VIDEO_A, u("I", 5 << 19 | 10 << 6 | 3)))
    b(fb(206, 3, VIDEO_A, u("BB", 0, 100) + b"\x01\x02"))
    b(fb(205, 3, 0, u("II", VIDEO_A, 3 << 26 | 62500 << 9 | 40)))
    b(fb(205, 4, 0, u("II", VIDEO_A, 4 << 26 | 31250 << 9 | 28)))
    # Transport-wide congestion control: a run, two vectors, deltas of one and of two bytes.
    b(fb(205, 15, VIDEO_A, u("HH", 100, 3 + 14 + 7) + bytes([0, 1, 2, 7]) + u("HHH", 0x2003, 0x8000 | 0x1555, 0xC000 | 1 << 12 | 2 << 10)
         + bytes([4, 8, 12, 1, 2, 3, 4, 5, 6, 7, 4]) + u("h", -40) + bytes(1)))
    b(fb(206, 15, VIDEO_A, b"other wise  "))
    b(fb(205, 7, VIDEO_A, b"\1\2\3\4"))


def small_calls():
    dialog("a", "OPTIONS", 7, "ask", to="")
    dialog("b", "OPTIONS", 7, "ask", status="200 OK", extra=["Allow: INVITE, ACK, BYE, CANCEL, OPTIONS"])
    dialog("a", "INVITE", 3, "busy", to="", body=sdp(A, "m=audio 20100 RTP/AVP 0"))
    dialog("b", "INVITE", 3, "busy", status="486 Busy Here")
    dialog("a", "ACK", 3, "busy", branch="invite3")
    # Keys in SDP.
    key = "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:WVNfX19zZW1jdGwgKCkgewkyMjA7fQp9CnVubGVz|2^20|1:4"
    dialog("a", "INVITE", 4, "keys", to="", body=sdp(A, "m=audio 20200 RTP/SAVP 0", key))
    dialog("b", "INVITE", 4, "keys", status="200 OK", body=sdp(B, "m=audio 30200 RTP/SAVP 0", key))
    dialog("a", "ACK", 4, "keys", branch="ack4")
    for n in range(2):
        go("a", 20200, 30200, rtp(0, 10 + n, 160 * n, 0x5EC, TONE[:40]))
    go("a", 20201, 30201, rr(0x5EC) + TONE[:16] + u("I", 0x80000001) + TONE[:10])


def rtsp():
    """One connection; `b` serves."""
    if me == "b":
        with socket.create_server((B, 554)) as server:
            s, _ = server.accept()
    else:
        time.sleep(0.3)
        s = socket.create_connection((B, 554))

    def say(who, *lines, body="", raw=b""):
        data = raw or "\r\n".join([*lines, *([f"Content-Length: {len(body)}"] if body else []), "", body]).encode()
        if me == who:
            time.sleep(0.004)
            s.sendall(data)
        else:
            n = 0
            while n < len(data):
                n += len(s.recv(len(data) - n))

    url = "rtsp://10.9.0.2/reef"
    say("a", f"OPTIONS {url} RTSP/1.0", "CSeq: 1", "User-Agent: requin")
    say("b", "RTSP/1.0 200 OK", "CSeq: 1", "Public: DESCRIBE, SETUP, TEARDOWN, PLAY, PAUSE")
    say("a", f"DESCRIBE {url} RTSP/1.0", "CSeq: 2", "Accept: application/sdp")
    text = sdp("0.0.0.0", "m=audio 0 RTP/AVP 0", "a=control:track1", "m=video 0 RTP/AVP 100", "a=rtpmap:100 VP8/90000", "a=control:track2")
    say("b", "RTSP/1.0 200 OK", "CSeq: 2", f"Content-Base: {url}/", "Content-Type: application/sdp", body=text)
    say("a", f"SETUP {url}/track1 RTSP/1.0", "CSeq: 3", "Transport: RTP/AVP;unicast;client_port=20400-20401")
    say("b", "RTSP/1.0 200 OK", "CSeq: 3", "Session: 4711;timeout=60", "Transport: RTP/AVP;unicast;client_port=20400-20401;server_port=30400-30401;ssrc=0000AAAA")
    say("a", f"SETUP {url}/track2 RTSP/1.0", "CSeq: 4", "Session: 4711", "Transport: RTP/AVP/TCP;unicast;interleaved=0-1")
    say("b", "RTSP/1.0 200 OK", "CSeq: 4", "Session: 4711;timeout=60", "Transport: RTP/AVP/TCP;unicast;interleaved=0-1;ssrc=0000BBBB")
    say("a", f"PLAY {url} RTSP/1.0", "CSeq: 5", "Session: 4711", "Range: npt=0.000-")
    say("b", "RTSP/1.0 200 OK", "CSeq: 5", "Session: 4711", f"RTP-Info: url={url}/track1;seq=1;rtptime=0")
    for n in range(2):
        go("b", 20400, 30400, rtp(0, 1 + n, 160 * n, 0xAAAA, TONE))
    go("b", 20401, 30401, sr(0xAAAA, NTP, 320, 2, 320) + sdes((0xAAAA, [(1, b"server")])))
    frame = lambda channel, p: u("BBH", 0x24, channel, len(p)) + p
    say("b", raw=frame(0, rtp(100, 1, 0, 0xBBBB, TONE)) + frame(0, rtp(100, 2, 0, 0xBBBB, TONE, marker=1)) + frame(1, sr(0xBBBB, NTP, 0, 2, 320)))
    say("a", raw=frame(1, rr(0xCCCC, block(0xBBBB, 0, 0, 2, 1, (NTP >> 16) & 0xFFFFFFFF, 100))))
    say("a", f"GET_PARAMETER {url} RTSP/1.0", "CSeq: 6", "Session: 4711")
    say("b", "RTSP/1.0 404 Stream Not Found", "CSeq: 6")
    say("a", f"TEARDOWN {url} RTSP/1.0", "CSeq: 7", "Session: 4711")
    say("b", "RTSP/1.0 200 OK", "CSeq: 7")
    s.close()


def secure():
    """What comes once DTLS is done, between the same two ports."""
    a = lambda data: udp(20300).sendto(data, (B, 30300))
    for n in range(2):
        a(rtp(111, 7 + n, 960 * n, 0xD715, TONE[:32] + TONE[:10], ext=(0xBEDE, bytes([0x10, 0x85, 0, 0]))))
    a(rr(0xD715) + TONE[:16] + u("I", 0x80000001) + TONE[:10])


match sys.argv[2]:
    case "rtp":
        call()
        small_calls()
    case "rtcp":
        begin()
        reports()
        video_reports()
    case "rtsp":
        rtsp()
    case "secure":
        secure()
