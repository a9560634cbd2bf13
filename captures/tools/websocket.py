"""The two ends of a WebSocket (RFC 6455) with permessage-deflate (RFC 7692): `websocket.py serve|talk HOST PORT`."""
import base64, hashlib, os, socket, struct, sys, zlib


def frame(opcode, payload, fin=True, compressed=False, mask=None):
    head = bytes([fin << 7 | compressed << 6 | opcode])
    bit, n = (0x80 if mask else 0), len(payload)
    head += bytes([bit | n]) if n < 126 else bytes([bit | 126]) + struct.pack("!H", n)
    if mask:
        payload = bytes(b ^ mask[i % 4] for i, b in enumerate(payload))
    return head + (mask or b"") + payload


def deflate(z, text):
    return (z.compress(text) + z.flush(zlib.Z_SYNC_FLUSH))[:-4]


def head_of(s):
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        head += s.recv(1)
    return head.decode()


def say(s, *frames):
    for f in frames:
        s.sendall(f)
        s.recv(1 << 16)


def serve(host, port):
    with socket.create_server((host, port)) as server:
        s, _ = server.accept()
        head = head_of(s)
        key = next(l.split(": ")[1] for l in head.split("\r\n") if l.lower().startswith("sec-websocket-key"))
        accept = base64.b64encode(hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest())
        s.sendall(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                  + accept + b"\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n")
        z = zlib.compressobj(9, zlib.DEFLATED, -15)
        answers = [frame(1, deflate(z, b"Hello, client. " * 3), compressed=True), frame(10, b"are you there"),
                   frame(1, deflate(z, b"Hello, client. Once more."), compressed=True),
                   frame(1, b"in three ", fin=False), frame(0, b"pieces, ", fin=False), frame(0, b"plain") + frame(9, b"still?"),
                   frame(8, struct.pack("!H", 1000) + b"bye")]
        for answer in answers:
            s.recv(1 << 16)
            s.sendall(answer)
        s.recv(1 << 16)


def talk(host, port):
    with socket.create_connection((host, port)) as s:
        s.sendall(f"GET /chat HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: "
                  "dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Extensions: permessage-deflate\r\n\r\n".encode())
        head_of(s)
        z = zlib.compressobj(9, zlib.DEFLATED, -15)
        m = bytes([1, 2, 3, 4])
        say(s, frame(1, deflate(z, b"Hello, server. " * 3), compressed=True, mask=m), frame(9, b"are you there", mask=m),
            frame(1, deflate(z, b"Hello, server. Once more."), compressed=True, mask=m), frame(2, bytes(range(200)), mask=m),
            frame(10, b"", mask=m), frame(1, b'{"json": true}', mask=m), frame(2, b"", mask=m))
        s.sendall(frame(8, struct.pack("!H", 1000), mask=m))


{"serve": serve, "talk": talk}[sys.argv[1]](sys.argv[2], int(sys.argv[3]))
