"""Who may talk to the console: a browser on this computer, from the console's own page."""

import hmac
from ipaddress import ip_address
from urllib.parse import parse_qsl

from aiohttp import web
from multidict import MultiDict

from bot.domain.language import Language
from bot.errors import SomebotError
from bot.surfaces.console.phrases import phrases_in

BODY_LIMIT = 64 * 1024
"""The longest request that is read, in bytes."""
_MOST_FIELDS = 300
_NAMES = ("127.0.0.1", "localhost", "[::1]")

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""On every answer of the console."""


class RequestRefusedError(SomebotError):
    """A request that is not taken; ``key`` is the text that tells the person why."""

    def __init__(self, status: int, key: str) -> None:
        super().__init__(key)
        self.status = status
        self.key = key


def check_host(request: web.Request, language: Language) -> None:
    """Only who comes over loopback, to a name of loopback: a web site whose name was made to lead here is refused.

    Raises HTTPMisdirectedRequest with one line of text: a page of that site would be no use to anybody.
    """
    address, port = request.transport.get_extra_info("sockname")[:2] if request.transport else ("", 0)
    host = request.headers.get("Host", "").lower()
    names = {f"{name}:{port}" for name in _NAMES} | (set(_NAMES) if port == 80 else set())
    if host not in names or not ip_address(address).is_loopback:  # a server may listen on other addresses as well
        text = phrases_in(language)("console-refused-host", port=str(port))
        raise web.HTTPMisdirectedRequest(text=text + "\n", headers=HEADERS)


def check_origin(request: web.Request) -> None:
    """Only from a page of this very origin, as far as the browser says where the request is from."""
    origin = request.headers.get("Origin")
    site = request.headers.get("Sec-Fetch-Site")
    # Our own policy "no-referrer" makes browsers send the origin "null" with a form; the other header then vouches.
    ours = origin in {None, f"http://{request.host}"} or (origin == "null" and site == "same-origin")
    if not ours or site not in {None, "same-origin", "none"}:
        raise RequestRefusedError(403, "console-refused-origin")


async def read_fields(request: web.Request, token: str) -> MultiDict[str]:
    """The fields of a form that one of our pages sent, with line breaks as ``\\n``.

    Raises RefusedError where it is too long, not UTF-8, or comes without the ``token``.
    """
    if request.content_type != "application/x-www-form-urlencoded":
        raise RequestRefusedError(415, "console-refused-encoding")
    fields = _parse(await _read(request))
    if not hmac.compare_digest(fields.get("token", "").encode(), token.encode()):
        raise RequestRefusedError(403, "console-refused-token")
    return fields


async def _read(request: web.Request) -> bytes:
    body = bytearray()
    async for chunk in request.content.iter_any():
        body += chunk
        if len(body) > BODY_LIMIT:
            raise RequestRefusedError(413, "console-refused-size")
    return bytes(body)


def _parse(body: bytes) -> MultiDict[str]:
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except ValueError as error:  # UnicodeDecodeError is one
        raise RequestRefusedError(400, "console-refused-encoding") from error
    return MultiDict((name, value.replace("\r\n", "\n")) for name, value in pairs)
