"""The one web server: what all surfaces share, starting, and stopping without cutting anybody off."""

import asyncio
import logging
import os
import signal
import socket
from collections.abc import Callable, Sequence

from aiohttp import hdrs, web

from bot.errors import SettingsError, StoreError
from bot.services.ports import Store
from bot.surfaces.connections import Listener, noting_requests
from bot.surfaces.surface import Surface

logger = logging.getLogger(__name__)

STORES = web.AppKey("stores", Sequence[Store])
SURFACES = web.AppKey("surfaces", Sequence[Surface])
Limits = Callable[[], Sequence[str]]
"""What does not work just now although the rest does, in English."""
LIMITS = web.AppKey("limits", Sequence[Limits])
_PATIENCE = 10.0
"""Seconds that requests under way have to end in when the server stops."""


def web_application(
    stores: Sequence[Store], surfaces: Sequence[Surface] = (), limits: Sequence[Limits] = ()
) -> web.Application:
    """An application with ``/healthz`` (the process is alive), ``/readyz`` (its stores can be read, and people
    heard) and what the ``surfaces`` serve. ``limits`` are those of other parts than the surfaces."""
    app = web.Application(middlewares=[noting_requests])
    app.on_response_prepare.append(_without_versions)
    app[STORES] = stores
    app.router.add_get("/healthz", _alive)
    app[SURFACES], app[LIMITS] = surfaces, limits
    app.router.add_get("/readyz", _ready)
    for surface in surfaces:
        surface.add_to(app)
    return app


def require_free(host: str, port: int) -> None:
    """Raises SettingsError where the address cannot be listened on now."""
    try:
        socket.create_server((host, port)).close()
    except OSError as error:
        raise _not_free(host, port, error) from error


def _not_free(host: str, port: int, error: OSError) -> SettingsError:
    what = "set HOST to an address of this machine and PORT to a free one"
    return SettingsError(f"cannot listen on {host}:{port} ({os.strerror(error.errno or 0)}): {what}")


def _quietly(url: str) -> None:
    """Nobody waits for the address."""


async def serve(
    app: web.Application, host: str, port: int, *, url_path: str = "/", tell: Callable[[str], None] = _quietly
) -> None:
    """Serve ``app`` until the process is told to stop (SIGINT, SIGTERM), then end what is under way; ``tell`` is given
    the address as soon as it answers.

    Raises SettingsError where the address cannot be listened on.
    """
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=_PATIENCE)
    await runner.setup()
    assert runner.server is not None  # noqa: S101 - set up
    listener = Listener(runner.server)
    try:
        try:
            address, bound = await listener.start(host, port)
        except OSError as error:
            raise _not_free(host, port, error) from error
        url = f"http://{address}:{bound}{url_path}"
        logger.info("Ready", extra={"url": url})
        tell(url)
        await _until_told_to_stop()
        logger.info("Stopping")
    finally:
        await listener.stop()
        await runner.cleanup()


async def _without_versions(request: web.Request, response: web.StreamResponse) -> None:
    """aiohttp's header would tell which versions of it and of Python there are."""
    response.headers.popall(hdrs.SERVER, None)


async def _until_told_to_stop() -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    signals = (signal.SIGINT, signal.SIGTERM)
    for number in signals:
        loop.add_signal_handler(number, stop.set)
    try:
        await stop.wait()
    finally:
        for number in signals:
            loop.remove_signal_handler(number)


async def _alive(request: web.Request) -> web.Response:
    return web.json_response({"status": "alive"})


async def _ready(request: web.Request) -> web.Response:
    try:
        for store in request.app[STORES]:
            await store.read()
    except StoreError:
        logger.exception("A store cannot be read")
        return web.json_response({"status": "store unreachable"}, status=503)
    for surface in request.app[SURFACES]:
        if why := surface.trouble():
            return web.json_response({"status": f"{surface.scheme} {why}"}, status=503)
    limits = [f"{surface.scheme} {limit}" for surface in request.app[SURFACES] for limit in surface.limits()]
    limits += [limit for of_another in request.app[LIMITS] for limit in of_another()]
    # Ready all the same: whoever routes by this would take away what does work.
    return web.json_response({"status": "ready", **({"limits": limits} if limits else {})})
