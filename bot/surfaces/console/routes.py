"""The console's web application: each handler reads a request, makes one call, and leads back to the page."""

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlencode

from aiohttp import web
from multidict import MultiDict

from bot.conversation.exchange import Submitted
from bot.domain.language import Language
from bot.errors import log_failure
from bot.surfaces.console.clock import MovableClock
from bot.surfaces.console.console import LATEST, Console
from bot.surfaces.console.html import FIELD_PREFIX
from bot.surfaces.console.page import render_page, render_refusal
from bot.surfaces.console.personas import PERSONAS
from bot.surfaces.console.phrases import phrases_in
from bot.surfaces.console.security import HEADERS, RequestRefusedError, check_host, check_origin, read_fields
from bot.surfaces.console.sessions import Session

logger = logging.getLogger(__name__)

CONSOLE = web.AppKey("console", Console)
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_HOME = "/console/"


def add_routes(app: web.Application, console: Console) -> None:
    """Serve ``console`` under ``/console/``; ``/`` leads there. Nothing else of ``app`` is touched."""
    app[CONSOLE] = console
    app.router.add_get("/", _lead_to_console)
    app.router.add_get("/console", _lead_to_console)
    app.add_subapp(_HOME, _application(console))


def _application(console: Console) -> web.Application:
    app = web.Application(middlewares=[_answer_refusals, _guard])
    app[CONSOLE] = console
    app.on_response_prepare.append(_add_headers)
    app.router.add_get("/", _page, allow_head=False)  # to show a page makes messages seen
    for name, handler in (
        ("say", _say),
        ("press", _press),
        ("form", _form),
        ("clock", _clock),
        ("language", _language),
    ):
        app.router.add_post(f"/{name}", handler)
    app.router.add_get(r"/picture/{entry}/{number:\d{1,3}}", _picture)
    app.router.add_static("/static/", Path(__file__).parent / "static")
    return app


async def _lead_to_console(request: web.Request) -> NoReturn:
    check_host(request, request.app[CONSOLE].sessions.language)
    raise web.HTTPFound(_HOME, headers=HEADERS)


async def _page(request: web.Request) -> web.Response:
    html = render_page(request.app[CONSOLE], _session(request), clock_error="clock_error" in request.query)
    return web.Response(text=html, content_type="text/html")


async def _picture(request: web.Request) -> web.Response:
    picture = request.app[CONSOLE].picture(
        _session(request), request.match_info["entry"], int(request.match_info["number"])
    )
    if picture is None:
        raise web.HTTPNotFound
    return web.Response(body=picture.png, content_type="image/png")


async def _say(request: web.Request) -> NoReturn:
    console, session, fields = await _posted(request)
    async with session.lock:
        target = await console.say(session, fields.get("text", ""))
    _lead_back(session, target)


async def _press(request: web.Request) -> NoReturn:
    console, session, fields = await _posted(request)
    async with session.lock:
        target = await console.press(session, fields.get("entry", ""), fields.get("action", ""))
    _lead_back(session, target)


async def _form(request: web.Request) -> NoReturn:
    console, session, fields = await _posted(request)
    entry = fields.get("entry", "")
    async with session.lock:
        if "cancel" in fields:
            session.transcript.remove(entry)
            _lead_back(session, LATEST)
        target = await console.submit(session, entry, _submitted(fields))
    _lead_back(session, target)


async def _clock(request: web.Request) -> NoReturn:
    console, session, fields = await _posted(request)
    try:
        await console.move_clock(lambda clock: _move(clock, fields))
    except ValueError:
        _lead_back(session, "clock", clock_error="yes")
    _lead_back(session, "clock")


async def _language(request: web.Request) -> NoReturn:
    console, session, fields = await _posted(request)
    if fields.get("language") in set(Language):
        await console.speak(session, Language(fields["language"]))
    _lead_back(session, LATEST)


async def _posted(request: web.Request) -> tuple[Console, Session, MultiDict[str]]:
    console = request.app[CONSOLE]
    fields = await read_fields(request, console.token)
    return console, _session(request), fields


def _session(request: web.Request) -> Session:
    session = request.app[CONSOLE].sessions.named(request.query.get("as", PERSONAS[0].name))
    if session is None:
        raise RequestRefusedError(404, "console-refused-persona")
    return session


def _submitted(fields: MultiDict[str]) -> Submitted:
    values = {key.removeprefix(FIELD_PREFIX): value for key, value in fields.items() if key.startswith(FIELD_PREFIX)}
    return Submitted(fields.get("form", ""), tuple(fields.getall("subject", [])), values)


def _move(clock: MovableClock, fields: MultiDict[str]) -> None:
    match fields.get("move"):
        case "day":
            clock.move(timedelta(days=1))
        case "week":
            clock.move(timedelta(weeks=1))
        case "reset":
            clock.reset()
        case _:
            at = datetime.fromisoformat(fields.get("at", ""))
            clock.set(at if at.tzinfo else at.replace(tzinfo=clock.now().tzinfo))


def _lead_back(session: Session, target: str, **query: str) -> NoReturn:
    raise web.HTTPSeeOther(f"{_HOME}?{urlencode({'as': session.persona.name, **query})}#{target}")


@web.middleware
async def _answer_refusals(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Whatever goes wrong, the person gets a page that says so in plain words."""
    session = request.app[CONSOLE].sessions.named(request.query.get("as", ""))
    language = session.language if session else request.app[CONSOLE].sessions.language
    try:
        return await handler(request)
    except web.HTTPException:
        raise
    except RequestRefusedError as refused:
        status, text = refused.status, phrases_in(language)(refused.key)
    except Exception as error:  # nobody is shown a traceback
        reference = log_failure(logger, "The console could not answer a request", error)
        status, text = 500, phrases_in(language)("console-failure", reference=reference)
    return web.Response(text=render_refusal(language, text), status=status, content_type="text/html")


@web.middleware
async def _guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    check_host(request, request.app[CONSOLE].sessions.language)
    if request.method != "GET":
        check_origin(request)
    return await handler(request)


async def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(HEADERS)
