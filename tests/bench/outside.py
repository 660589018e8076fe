"""A process that is the outside: answers every request with a feed of some 22 kB, or that it has not changed.

Writes its port to standard output, and serves until it is ended.
"""

from __future__ import annotations

import asyncio
import sys

from aiohttp import web

from tests.support.wild_feeds import atom

TAG = '"7"'
_ENTRY = (
    "<title>Valtuuston kokous {0}</title><link rel='alternate' href='https://www.kunta.example/{0}'/>"
    "<published>2026-11-{0:02}T10:00:00+00:00</published><updated>2026-11-24T01:00:00+00:00</updated>"
    "<summary>{1}</summary>"
)
FEED = atom(*(_ENTRY.format(number + 1, "Sanoja kokouksesta. " * 60) for number in range(15))).encode()


async def main() -> None:
    """Serve on a free port of loopback."""
    runner = web.ServerRunner(web.Server(_answer), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    sys.stdout.write(f"{runner.addresses[0][1]}\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


async def _answer(request: web.BaseRequest) -> web.StreamResponse:
    known = request.headers.get("If-None-Match") == TAG
    return web.Response(status=304 if known else 200, body=None if known else FEED, headers={"ETag": TAG})


if __name__ == "__main__":
    asyncio.run(main())
