"""A feed as a process of its own, for a bot in a network of its own: ``python -m tests.local_slack.feed PORT``.

``POST /`` replaces the posts by the moments in the body, one a line; with none, the feed is gone. ``GET /`` is answered
once it listens.
"""

from __future__ import annotations

import asyncio
import sys
from datetime import datetime

from aiohttp import web

from bot.surfaces.web import serve
from tests.support.local_feed import Feed


async def main(port: int) -> None:
    """Serve until the process is told to stop."""
    feed, app = Feed(), web.Application()

    async def replace(request: web.Request) -> web.Response:
        feed.posts = [datetime.fromisoformat(line) for line in (await request.text()).split()]
        return web.Response()

    async def listens(request: web.Request) -> web.Response:
        return web.Response()

    app.router.add_post("/", replace)
    app.router.add_get("/", listens)
    app.router.add_get("/{path:.*}", feed.handle)
    await serve(app, "127.0.0.1", port)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
