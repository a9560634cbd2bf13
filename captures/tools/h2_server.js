// HTTP/2 over TLS: h2_server.js ADDRESS PORT CERTIFICATE KEY.
const [address, port, cert, key] = process.argv.slice(2);
const fs = require('fs');
const server = require('http2').createSecureServer({ cert: fs.readFileSync(cert), key: fs.readFileSync(key) });
server.on('stream', (stream, headers) => {
  stream.respond({ ':status': 200, 'content-type': 'text/plain', server: 'requin' });
  stream.end(headers[':path'] === '/long' ? 'a line of text\n'.repeat(1500) : 'short\n');
});
server.listen(Number(port), address);
