"""Writes a capture of QUIC connections, and the key log of both ends: `quic_decrypt.py OUT` makes OUT.pcap and OUT.keys.

Both ends are aioquic's, in one process, with a clock of their own; nothing is sent. Every connection has a client's port:
50001 many kinds of frames, and updates of keys; 50002 early data; 50003 HTTP/3 in version 2; 50004 HTTP/3 with frames in
several packets; 50005 HTTP/3 in early data.

`quic_decrypt.py OUT headers` writes one connection instead, whose requests and answers fill QPACK's dynamic tables.
"""
import datetime, io, struct, sys
from aioquic.h3.connection import H3Connection
from aioquic.quic.configuration import QuicConfiguration
from aioquic.quic.connection import QuicConnection
from aioquic.quic.packet import QuicProtocolVersion
from aioquic.tls import CipherSuite
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

CLIENT, SERVER, PORT = "10.9.0.1", "10.9.0.2", 443


def certificate():
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "www.example.org")])
    begin = datetime.datetime(2024, 1, 1)
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1000)
    return builder.not_valid_before(begin).not_valid_after(begin + datetime.timedelta(days=9000)).sign(key, hashes.SHA256()), key


class Wire:
    """Packets as they would be seen between the two."""

    def __init__(self):
        self.out = bytearray(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 1))
        self.now = 1700000000.0

    def put(self, data, from_client, port):
        self.now += 0.001
        ends = [(b"\x02\0\0\0\0\x0a", bytes([10, 9, 0, 1]), port), (b"\x02\0\0\0\0\x0b", bytes([10, 9, 0, 2]), PORT)]
        src, dst = ends if from_client else ends[::-1]
        udp = struct.pack("!HHHH", src[2], dst[2], 8 + len(data), 0) + data
        ip = struct.pack("!BBHHHBBH4s4s", 0x45, 0, 20 + len(udp), 0, 0x4000, 64, 17, 0, src[1], dst[1])
        total = sum(struct.unpack("!10H", ip))
        total = (total & 0xFFFF) + (total >> 16)
        ip = ip[:10] + struct.pack("!H", ~total & 0xFFFF) + ip[12:]
        frame = dst[0] + src[0] + b"\x08\0" + ip + udp
        self.out += struct.pack("<IIII", int(self.now), round(self.now % 1 * 1e6), len(frame), len(frame)) + frame


class Scene:
    def __init__(self):
        self.log, self.wire, self.tickets, self.saved = io.StringIO(), Wire(), {}, []
        self.certificate = certificate()

    def connect(self, port, suite, version, alpn, steps, ticket=None, early=None):
        wire, shared = self.wire, dict(alpn_protocols=[alpn], max_datagram_frame_size=1200)
        cert, key = self.certificate
        cc = QuicConfiguration(is_client=True, server_name="www.example.org", verify_mode=0, secrets_log_file=self.log,
                               cipher_suites=[suite], session_ticket=ticket, **shared)
        sc = QuicConfiguration(is_client=False, certificate=cert, private_key=key, **shared)
        cc.original_version, cc.supported_versions, sc.supported_versions = version, [version], [version]
        c = QuicConnection(configuration=cc, session_ticket_handler=self.saved.append)
        s = QuicConnection(configuration=sc, original_destination_connection_id=c.original_destination_connection_id,
                           session_ticket_handler=lambda t: self.tickets.__setitem__(t.ticket, t),
                           session_ticket_fetcher=lambda label: self.tickets.pop(label, None))
        h3 = {}

        def events(q):
            while (e := q.next_event()) is not None:
                if q in h3: h3[q].handle_event(e)

        def pump():
            for _ in range(8):
                busy = False
                for q, peer, at, mine in ((c, s, (CLIENT, port), True), (s, c, (SERVER, PORT), False)):
                    for data, _to in q.datagrams_to_send(wire.now):
                        wire.put(data, mine, port)
                        peer.receive_datagram(data, at, wire.now)
                        busy = True
                events(c)
                events(s)
                if busy: continue
                timers = [t for q in (c, s) if (t := q.get_timer())]
                if not timers or min(timers) > wire.now + 0.1: break
                wire.now = max(wire.now, min(timers))
                for q in (c, s):
                    if (t := q.get_timer()) and t <= wire.now: q.handle_timer(wire.now)

        c.connect((SERVER, PORT), wire.now)
        if early: early(c)
        if alpn == "h3": h3[c] = H3Connection(c)
        pump()
        if alpn == "h3": h3[s] = H3Connection(s)
        for step in steps:
            step(c, s, h3.get(c), h3.get(s))
            pump()
        c.close(error_code=0x100, reason_phrase="done")
        pump()


def main(out):
    scene = Scene()
    aes128, aes256, chacha = CipherSuite.AES_128_GCM_SHA256, CipherSuite.AES_256_GCM_SHA384, CipherSuite.CHACHA20_POLY1305_SHA256
    v1, v2 = QuicProtocolVersion.VERSION_1, QuicProtocolVersion.VERSION_2
    scene.connect(50001, aes128, v1, "echo", [
        lambda c, s, hc, hs: c.send_stream_data(0, b"hello", True),
        lambda c, s, hc, hs: s.send_stream_data(0, b"hello", True),
        lambda c, s, hc, hs: (c.request_key_update(), c.send_stream_data(4, b"after an update")),
        lambda c, s, hc, hs: s.send_stream_data(4, b"so does the server"),
        lambda c, s, hc, hs: (s.request_key_update(), s.send_stream_data(3, b"one way")),
        lambda c, s, hc, hs: c.send_datagram_frame(b"a datagram"),
        lambda c, s, hc, hs: c.reset_stream(4, 7),
        lambda c, s, hc, hs: s.stop_stream(4, 8),
        lambda c, s, hc, hs: c.change_connection_id(),
        lambda c, s, hc, hs: c.send_stream_data(8, b"by another identifier", True),
        lambda c, s, hc, hs: c.send_ping(1),
    ])
    scene.connect(50002, aes128, v1, "echo", [], scene.saved[-1], lambda c: c.send_stream_data(0, b"early", True))
    request = [(b":method", b"GET"), (b":scheme", b"https"), (b":authority", b"www.example.org"), (b":path", b"/")]
    answer = lambda n, end: lambda c, s, hc, hs: (hs.send_headers(0, [(b":status", b"200")]), hs.send_data(0, b"x" * n, end))
    scene.connect(50003, aes256, v2, "h3", [
        lambda c, s, hc, hs: hc.send_headers(c.get_next_available_stream_id(), request, end_stream=True),
        answer(30, True),
        lambda c, s, hc, hs: (hc.send_headers(4, request), hc.send_data(4, b"hello", True)),
    ])
    scene.connect(50004, chacha, v1, "h3", [
        lambda c, s, hc, hs: hc.send_headers(c.get_next_available_stream_id(), request, end_stream=True),
        answer(3000, False),
        lambda c, s, hc, hs: hs.send_data(0, b"the end", True),
    ])
    scene.connect(50005, chacha, v1, "h3", [
        lambda c, s, hc, hs: hc.send_headers(c.get_next_available_stream_id(), request, end_stream=True),
    ], scene.saved[-1])
    write(scene, out)


def headers(out):
    scene = Scene()
    request = lambda path: [(b":method", b"GET"), (b":scheme", b"https"), (b":authority", b"www.example.org"), (b":path", path),
                            (b"user-agent", b"captures/1.0 (QPACK)"), (b"accept-language", b"en;q=0.9"), (b"x-session", b"0123456789abcdef")]
    answer = [(b":status", b"200"), (b"content-type", b"text/plain;charset=utf-8"), (b"server", b"reef/2.0"), (b"x-cache", b"HIT from reef")]

    def ask(path):
        return lambda c, s, hc, hs: hc.send_headers(c.get_next_available_stream_id(), request(path), end_stream=True)

    def tell(stream, extra=()):
        return lambda c, s, hc, hs: (hs.send_headers(stream, answer + list(extra)), hs.send_data(stream, b"hello\n", True))

    steps = []
    for n, path in enumerate([b"/", b"/one", b"/two", b"/one", b"/three"]):
        steps += [ask(path), tell(4 * n, [(b"set-cookie", b"n=%d" % n)])]
    scene.connect(50006, CipherSuite.AES_128_GCM_SHA256, QuicProtocolVersion.VERSION_1, "h3", steps)
    write(scene, out)


def write(scene, out):
    with open(out + ".pcap", "wb") as f: f.write(scene.wire.out)
    with open(out + ".keys", "w") as f: f.write(scene.log.getvalue())


(headers if sys.argv[2:] == ["headers"] else main)(sys.argv[1])
