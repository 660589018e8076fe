"""A small internet on loopback: hosts by name, each a handler, and a count of what was asked of whom.

Names lead to one server without and one with TLS, whatever the port: the names' own look-up says so. The hosts are
named to the fetcher as internal, by its own rule.
"""

from __future__ import annotations

import asyncio
import shutil
import socket
import ssl
import subprocess
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from aiohttp import web
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.activity.destinations import Destinations
from bot.activity.fetcher import USUAL, Fetcher, Limits
from tests.conftest import missing

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
CONTACT = "https://www.kunta.example/some"


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, as a server saw it."""

    host: str
    path: str
    headers: Mapping[str, str]


class Names(AbstractResolver):
    """Looks names up: each on loopback, or where ``lead`` sends it, one list after the other."""

    def __init__(self) -> None:
        self.ports: dict[int, int] = {}
        self.lead: dict[str, list[list[str]]] = {}
        self.looked_up: Counter[str] = Counter()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        self.looked_up[host] += 1
        if host.endswith(".nowhere.example"):
            raise OSError("no such name")
        answers = self.lead.get(host)
        addresses = (answers.pop(0) if len(answers) > 1 else answers[0]) if answers else ["127.0.0.1"]
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=self.ports.get(port, port),
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST,
            )
            for address in addresses
        ]

    async def close(self) -> None:
        """Nothing is open."""


@dataclass
class Internet:
    """The servers. Hosts that have no handler are there and answer 404."""

    certificate: Path | None = None
    hosts: dict[str, Handler] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    names: Names = field(default_factory=Names)
    most_at_once: Counter[str] = field(default_factory=Counter)
    _now: Counter[str] = field(default_factory=Counter)
    _open: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def __aenter__(self) -> Self:
        runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        self._open.push_async_callback(runner.cleanup)
        self.names.ports[80] = await _listening(runner, None)
        if self.certificate is not None:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            context.load_cert_chain(self.certificate)
            self.names.ports[443] = await _listening(runner, context)
        return self

    async def __aexit__(self, *error: object) -> None:
        await self._open.aclose()

    @property
    def port(self) -> int:
        """Where the server without TLS listens."""
        return self.names.ports[80]

    def fetcher(
        self, *internal: str, limits: Limits = USUAL, ports: Iterable[int] = (80, 443), trusting: bool = True
    ) -> Fetcher:
        """A fetcher that reaches all hosts with a handler, and those in ``internal``."""
        named = frozenset((host, port) for host in (*self.hosts, *internal) for port in (80, 443))
        trust = ssl.create_default_context(cafile=self.certificate) if self.certificate and trusting else None
        destinations = Destinations(named, frozenset(ports))
        return Fetcher(CONTACT, destinations, limits=limits, resolver=self.names, trust=trust)

    def asked_of(self, host: str) -> list[Asked]:
        """The requests that came to ``host``."""
        return [asked for asked in self.asked if asked.host == host]

    def _app(self) -> web.Application:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._handle)
        return app

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        host = request.host.partition(":")[0]
        self.asked.append(Asked(host, request.path_qs, request.headers))
        self._now[host] += 1
        self.most_at_once[host] = max(self.most_at_once[host], self._now[host])
        try:
            await asyncio.sleep(0)
            handler = self.hosts.get(host)
            return web.Response(status=404) if handler is None else await handler(request)
        finally:
            self._now[host] -= 1


def serving(body: bytes | str, content_type: str = "application/xml", **headers: str) -> Handler:
    """A host that answers everything with ``body``."""
    content = body.encode() if isinstance(body, str) else body

    async def handle(request: web.Request) -> web.StreamResponse:
        return web.Response(body=content, headers={"Content-Type": content_type, **headers})

    return handle


def answering(status: int, **headers: str) -> Handler:
    """A host that answers everything with ``status``. An underscore in a header's name stands for a hyphen."""

    async def handle(request: web.Request) -> web.StreamResponse:
        return web.Response(status=status, headers={name.replace("_", "-"): text for name, text in headers.items()})

    return handle


def redirecting(location: str, status: int = 302) -> Handler:
    """A host that sends everybody to ``location``."""
    return answering(status, Location=location)


def pages(by_path: Mapping[str, Handler | bytes | str]) -> Handler:
    """A host with a page each path (with its query); 404 for the others."""

    async def handle(request: web.Request) -> web.StreamResponse:
        page = by_path.get(request.path_qs, by_path.get(request.path))
        if page is None:
            return web.Response(status=404)
        return await (serving(page) if isinstance(page, bytes | str) else page)(request)

    return handle


def certificate_in(folder: Path, *names: str) -> Path:
    """A certificate for ``names``, with its key, that nobody but the tests trusts."""
    openssl = shutil.which("openssl")
    if openssl is None:
        missing("openssl", "it makes the certificate of the servers in tests")
    both, key = folder / "both.pem", folder / "key.pem"
    alternatives = ",".join(f"DNS:{name}" for name in names)
    made = [str(openssl), "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    made += ["-keyout", str(key), "-out", str(both), "-days", "2", "-subj", "/CN=tests"]
    subprocess.run([*made, "-addext", f"subjectAltName={alternatives}"], check=True, capture_output=True)  # noqa: S603
    both.write_text(both.read_text() + key.read_text())
    return both


async def _listening(runner: web.AppRunner, context: ssl.SSLContext | None) -> int:
    site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=context)
    await site.start()
    return int(runner.addresses[-1][1])
