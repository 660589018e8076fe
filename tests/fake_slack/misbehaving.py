"""What a Slack does on a bad day. Each fault is ordered for a method and a number of calls."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Protocol

from aiohttp import web

Usual = Callable[[], Awaitable[web.StreamResponse]]
"""Does what was asked, and answers as on a good day."""


class Fault(Protocol):
    """One way to misbehave."""

    async def answer(self, request: web.Request, usual: Usual) -> web.StreamResponse:
        """Answer ``request`` wrongly; ``usual`` is only called by faults that do what was asked all the same."""
        ...


@dataclass(frozen=True)
class Refused:
    """An answer 200 that says no: ``channel_not_found``, ``invalid_auth``, ``fatal_error`` and many others."""

    error: str

    async def answer(self, request: web.Request, usual: Usual) -> web.StreamResponse:
        return web.json_response({"ok": False, "error": self.error})


@dataclass
class RateLimited:
    """429 until ``retry_after`` seconds have passed since the first of them, and a count of those who did not wait."""

    retry_after: int = 1
    too_early: int = 0
    _until: float | None = None

    async def answer(self, request: web.Request, usual: Usual) -> web.StreamResponse:
        now = asyncio.get_running_loop().time()
        if self._until is None:
            self._until = now + self.retry_after
        elif now < self._until:
            self.too_early += 1
        else:
            return await usual()
        body = {"ok": False, "error": "ratelimited"}
        return web.json_response(body, status=429, headers={"Retry-After": str(self.retry_after)})


@dataclass(frozen=True)
class Broken:
    """A status that says that Slack itself has failed, with the page that its load balancer shows then."""

    status: int = 500

    async def answer(self, request: web.Request, usual: Usual) -> web.StreamResponse:
        page = f"<html><head><title>{self.status}</title></head><body>Something went wrong</body></html>"
        return web.Response(status=self.status, text=page, content_type="text/html")


@dataclass(frozen=True)
class Html:
    """A page where JSON was expected, and 200 all the same."""

    async def answer(self, request: web.Request, usual: Usual) -> web.StreamResponse:
        return await Broken(200).answer(request, usual)


@dataclass(frozen=True)
class Reset:
    """The connection is cut: before anything was done, or, with ``half_answered``, in the middle of telling so."""

    half_answered: bool = False

    async def answer(self, request: web.Request, usual: Usual) -> web.StreamResponse:
        response = web.StreamResponse()
        if self.half_answered:
            await usual()
            response.headers.update({"Content-Type": "application/json", "Content-Length": "1000"})
            await response.prepare(request)
            await response.write(b'{"ok": true, "chan')
        if request.transport is not None:
            request.transport.abort()
        return response


@dataclass(frozen=True)
class AllTheSame:
    """Does what was asked, and then answers as ``fault`` does."""

    fault: Fault

    async def answer(self, request: web.Request, usual: Usual) -> web.StreamResponse:
        await usual()
        return await self.fault.answer(request, usual)


@dataclass
class Held:
    """Does what was asked, and keeps the answer back until ``released`` is set, whatever the time."""

    released: asyncio.Event = field(default_factory=asyncio.Event)
    begun: asyncio.Event = field(default_factory=asyncio.Event)

    async def answer(self, request: web.Request, usual: Usual) -> web.StreamResponse:
        self.begun.set()
        await self.released.wait()
        return await usual()


@dataclass
class Orders:
    """The faults that are ordered: for a method, or for ``response_url``; the first that are left come first."""

    _ordered: dict[str, list[Fault | None]] = field(default_factory=dict)
    _lasting: dict[str, Fault] = field(default_factory=dict)

    def order(self, method: str, fault: Fault, times: int | None, after: int) -> None:
        """``fault`` for the next ``times`` calls of ``method`` once ``after`` have gone well; for all with None."""
        if times is None:
            self._lasting[method] = fault
        else:
            self._ordered.setdefault(method, []).extend([None] * after + [fault] * times)

    def clear(self) -> None:
        """Behave from now on."""
        self._ordered.clear()
        self._lasting.clear()

    def take(self, method: str) -> Fault | None:
        """The fault for this call of ``method``."""
        if left := self._ordered.get(method):
            return left.pop(0)
        return self._lasting.get(method)
