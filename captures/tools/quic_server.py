"""An HTTP/3-less QUIC server that echoes: `quic_server.py ADDRESS CERT KEY`."""
import asyncio, sys
from aioquic.asyncio import serve
from aioquic.quic.configuration import QuicConfiguration

async def main():
    c = QuicConfiguration(is_client=False, alpn_protocols=["h3", "echo"])
    c.load_cert_chain(sys.argv[2], sys.argv[3])
    def handle(reader, writer):
        async def go():
            writer.write(await reader.read()); writer.write_eof()
        asyncio.ensure_future(go())
    await serve(sys.argv[1], 443, configuration=c, stream_handler=handle)
    await asyncio.Future()

asyncio.run(main())
