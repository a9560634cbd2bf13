"""HTTP over TLS with every version and suite that OpenSSL has: tls_server.py ADDRESS PORT CERTIFICATE KEY."""
import gzip, http.server, ssl, sys


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "requin", ""

    def log_message(self, *_):
        pass

    def answer(self, body, *headers):
        self.send_response(200)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if self.path == "/long":
            # Several records, and several segments each.
            self.answer(b"".join(b"line %d of a long answer\n" % n for n in range(1500)), ("Content-Type", "text/plain"))
        elif self.path == "/gzip":
            self.answer(gzip.compress(b"the same again " * 99, mtime=0), ("Content-Type", "text/plain"), ("Content-Encoding", "gzip"))
        elif self.path == "/chunks":
            self.send_response(200)
            self.send_header("Content-Type", "text/plain")
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for part in (b"one ", b"two ", b"three\n"):
                self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
            self.wfile.write(b"0\r\n\r\n")
        else:
            self.answer(b'{"path":"%s"}' % self.path.encode(), ("Content-Type", "application/json"))

    def do_HEAD(self):
        self.send_response(200)
        self.send_header("Content-Length", "5")
        self.end_headers()

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.answer(b"ok", ("Content-Type", "text/plain"))


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.minimum_version = ssl.TLSVersion.TLSv1
context.set_ciphers("ALL:@SECLEVEL=0")
context.load_cert_chain(sys.argv[3], sys.argv[4])
server = http.server.ThreadingHTTPServer((sys.argv[1], int(sys.argv[2])), Handler)
server.socket = context.wrap_socket(server.socket, server_side=True)
server.serve_forever()
