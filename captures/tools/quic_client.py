"""Says hello over QUIC: `quic_client.py ADDRESS`."""
import asyncio, ssl, sys
from aioquic.asyncio import connect
from aioquic.quic.configuration import QuicConfiguration

async def main():
    c = QuicConfiguration(is_client=True, alpn_protocols=["echo"], server_name="www.example.org", verify_mode=ssl.CERT_NONE)
    async with connect(sys.argv[1], 443, configuration=c) as q:
        reader, writer = await q.create_stream()
        writer.write(b"hello"); writer.write_eof()
        print(await reader.read())

asyncio.run(main())
