"""The measure of all: a Bolt app that answers each slash command with the same words, and does nothing else."""

from __future__ import annotations

import asyncio
import os

from aiohttp import web
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient


async def serve(token: str, api_url: str, signing_secret: str, port: int) -> None:
    """Serve until the process is ended."""
    app = AsyncApp(
        client=AsyncWebClient(token, base_url=api_url),
        signing_secret=signing_secret,
        process_before_response=True,
    )

    @app.command("/some")
    async def _answer(ack: AsyncAck) -> None:
        await ack("Kirjaston Instagramia hoitaa kirjasto.")

    site = app.web_app(path="/slack/events")
    site.router.add_get("/readyz", _ready)
    runner = web.AppRunner(site, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    await asyncio.Event().wait()


async def _ready(request: web.Request) -> web.Response:
    return web.Response()


if __name__ == "__main__":
    asyncio.run(
        serve(
            os.environ["SLACK_BOT_TOKEN"],
            os.environ["SLACK_API_URL"],
            os.environ["SLACK_SIGNING_SECRET"],
            int(os.environ["PORT"]),
        )
    )
