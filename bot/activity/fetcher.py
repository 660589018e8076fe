"""The only way out: fetches what others publish, from public addresses, politely, and no more than is good for us.

Whatever a name resolves to and wherever a redirect leads, the address is judged where the socket is made: what is
judged is what is connected to, so an address written out and a name that changes between look-up and connection get no
further than any other. Hosts of an own network are reached only where the operator has named them, through a door of
their own (``Destinations.internal``); nobody else's name can lead to them. A proxy of the environment is not used,
since it would hide the address.
"""

import asyncio
import importlib.util
import re
import socket
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Final, Self
from weakref import WeakValueDictionary

import aiohttp
from aiohttp.abc import AbstractResolver
from yarl import URL

from bot.activity.destinations import THE_INTERNET, Destinations
from bot.activity.model import Failure, SourceError
from bot.activity.politeness import retry_after

NAME: Final = "Somebot"
"""What the bot is called where it presents itself, and in a website's rules for programs."""
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_FOR_GOOD: Final = frozenset({301, 308})
_BY_STATUS: Final = {
    401: Failure.FORBIDDEN, 403: Failure.FORBIDDEN, 404: Failure.NOT_FOUND, 410: Failure.GONE, 429: Failure.BUSY,
    451: Failure.FORBIDDEN, 503: Failure.BUSY,
}  # fmt: skip
_ACCEPT: Final = "application/atom+xml, application/rss+xml, application/feed+json, text/html;q=0.8, */*;q=0.5"
_HOST: Final = re.compile(r"[a-z0-9._-]{1,253}|[0-9a-f:.]{2,45}")
_ENCODINGS: Final = "gzip, deflate, br" if importlib.util.find_spec("brotli") else "gzip, deflate"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one fetch may take: ``seconds`` in all (waiting for one's turn aside), ``size`` in bytes after
    unpacking, and how many ``redirects``."""

    seconds: float = 15.0
    size: int = 2 * 2**20
    redirects: int = 3


USUAL: Final = Limits()


@dataclass(frozen=True, slots=True)
class Response:
    """What came. ``status`` is 304 where nothing has changed, and then ``body`` is empty. ``url`` is where it came from
    in the end, ``moved`` whether it was redirected there, each time for good."""

    status: int
    url: str
    body: bytes = b""
    etag: str = ""
    modified: str = ""
    moved: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)


class _RefusedAddressError(OSError):
    """Raised where a socket would be made to an address that is not allowed. Always with the same text: aiohttp keeps
    the kind of several errors only where they read alike."""

    def __init__(self, *_: object) -> None:
        super().__init__("this address is not allowed")


class Fetcher:
    """Fetches, one request a host at a time.

    ``contact`` is where whoever runs a server can reach the municipality. ``trust`` replaces the system's certificates.
    To be made while an event loop runs, and closed: ``async with Fetcher(…) as fetcher``.
    """

    def __init__(
        self,
        contact: str,
        destinations: Destinations = THE_INTERNET,
        *,
        limits: Limits = USUAL,
        resolver: AbstractResolver | None = None,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        self._destinations, self._limits = destinations, limits
        self._headers = {"User-Agent": user_agent(contact), "Accept": _ACCEPT, "Accept-Encoding": _ENCODINGS}
        self._outside = _door(destinations.public, limits, resolver, trust)
        self._inside = _door(destinations.has_inside, limits, resolver, trust)
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Close all connections."""
        await self._outside.close()
        await self._inside.close()

    async def get(
        self,
        address: str,
        at: datetime,
        *,
        etag: str = "",
        modified: str = "",
        secret: Mapping[str, str] | None = None,
        any_status: bool = False,
    ) -> Response:
        """What is at ``address``. ``etag`` and ``modified`` are of the last answer: where nothing has changed since,
        the answer says so. Headers in ``secret`` go to where ``address`` leads and no further. Plain http is spoken
        only where ``address`` begins so.

        Raises SourceError; with ``any_status`` not for an error that the server tells, which is then the answer.
        """
        url = self._checked(address)
        origin, moved, left = url.origin(), True, self._limits.seconds
        asked = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = self._headers | {name: value for name, value in asked.items() if value}
        for hop in range(self._limits.redirects + 1):
            own = dict(secret or {}) if url.origin() == origin else {}
            async with self._turns.setdefault(f"{url.host}:{url.port}", asyncio.Lock()):
                begin = asyncio.get_running_loop().time()
                came = await self._once(url, headers | own, left, at, any_status=any_status)
                left -= asyncio.get_running_loop().time() - begin
            if isinstance(came, Response):
                return replace(came, moved=moved and hop > 0)
            following, for_good = came
            url, moved = self._checked(following, url), moved and for_good
        raise SourceError(Failure.REDIRECTS)

    def _checked(self, address: str | URL, before: URL | None = None) -> URL:
        try:
            url = URL(address)
            host, port = url.raw_host or "", url.port
        except ValueError:
            raise SourceError(Failure.BAD_ADDRESS) from None
        if url.scheme not in ("https", "http") or not _HOST.fullmatch(host) or not port or url.user or url.password:
            raise SourceError(Failure.BAD_ADDRESS)
        if before is not None and before.scheme == "https" and url.scheme != "https":
            raise SourceError(Failure.INSECURE)
        if not self._destinations.has_port(host, port):
            raise SourceError(Failure.BAD_ADDRESS)
        return url

    async def _once(
        self, url: URL, headers: Mapping[str, str], seconds: float, at: datetime, *, any_status: bool
    ) -> Response | tuple[URL, bool]:
        """What came, or where it is redirected to, and whether for good."""
        inside = self._destinations.is_internal(url.raw_host or "", url.port or 0)
        session = self._inside if inside else self._outside
        try:
            async with asyncio.timeout(seconds), session.get(url, headers=headers, allow_redirects=False) as response:
                if response.status in _REDIRECTS:
                    return _following(url, response), response.status in _FOR_GOOD
                if response.status not in (200, 304) and not any_status:
                    wish = retry_after(response.headers.get("Retry-After", ""), at)
                    raise SourceError(_BY_STATUS.get(response.status, Failure.SERVER), wish)
                body = b"" if response.status == 304 else await self._body(response)
                etag, modified = (response.headers.get(name, "") for name in ("ETag", "Last-Modified"))
                return Response(response.status, str(url), body, etag, modified, headers=response.headers)
        except (TimeoutError, aiohttp.ClientError, OSError, ValueError) as error:
            raise SourceError(_failure_of(error)) from None

    async def _body(self, response: aiohttp.ClientResponse) -> bytes:
        if (response.content_length or 0) > self._limits.size:
            raise SourceError(Failure.TOO_LARGE)
        body = bytearray()
        async for piece in response.content.iter_chunked(64 * 1024):
            body += piece
            if len(body) > self._limits.size:
                raise SourceError(Failure.TOO_LARGE)
        return bytes(body)


def user_agent(contact: str) -> str:
    """How the bot presents itself, with the contact in brackets."""
    shown = " ".join("".join(c if c.isascii() and c.isprintable() else " " for c in contact).split())
    return f"{NAME} (keeps a municipality's list of channels; {shown})" if shown else NAME


def _door(
    allowed: Callable[[str], bool], limits: Limits, resolver: AbstractResolver | None, trust: ssl.SSLContext | None
) -> aiohttp.ClientSession:
    def make(info: tuple[Any, ...]) -> socket.socket:
        family, kind, protocol, _, where = info
        if not allowed(str(where[0])):
            raise _RefusedAddressError
        return socket.socket(family, kind, protocol)

    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(
            socket_factory=make, resolver=resolver, use_dns_cache=False, limit=16, ssl=trust or True
        ),
        timeout=aiohttp.ClientTimeout(total=None, sock_connect=limits.seconds / 3),
        cookie_jar=aiohttp.DummyCookieJar(),
        trust_env=False,
    )


def _following(url: URL, response: aiohttp.ClientResponse) -> URL:
    location = response.headers.get("Location", "")
    try:
        following = url.join(URL(location))
    except ValueError:
        raise SourceError(Failure.REDIRECTS) from None
    if not location or following == url:
        raise SourceError(Failure.REDIRECTS)
    return following


def _failure_of(error: Exception) -> Failure:
    if isinstance(error, TimeoutError):
        return Failure.SLOW
    if isinstance(error, aiohttp.ClientConnectorCertificateError | aiohttp.ClientSSLError):
        return Failure.CERTIFICATE
    if isinstance(error, aiohttp.InvalidURL | aiohttp.InvalidUrlClientError):
        return Failure.BAD_ADDRESS
    if isinstance(error, aiohttp.ClientConnectorError) and isinstance(error.os_error, _RefusedAddressError):
        return Failure.NOT_PUBLIC
    if isinstance(error, aiohttp.ClientPayloadError | aiohttp.ClientResponseError | ValueError):
        return Failure.UNREADABLE
    return Failure.UNREACHABLE
