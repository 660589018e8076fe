"""Meta's Graph API as its documentation tells it: what a system user's token reaches, errors, limits, parts of lists.

https://developers.facebook.com/docs/graph-api/guides/error-handling
https://developers.facebook.com/docs/graph-api/results
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

TOKEN = "made-up-token"
ASKER = "17840000000000001"
_DISCOVERY = re.compile(r"business_discovery\.username\(([a-z0-9._]+)\)\{(.+)\}")


@dataclass
class FakeGraph:
    """Pages by number, each with what it has published; Instagram accounts by name, each with what it has posted (None
    for a personal one, or one for adults). ``error`` is answered to everything, with ``regain`` minutes."""

    pages: dict[str, list[str]] = field(default_factory=dict)
    usernames: dict[str, str] = field(default_factory=dict)
    instagram: dict[str, list[str] | None] = field(default_factory=dict)
    at_a_time: int = 2
    error: tuple[int, int] | None = None
    regain: int = 0
    told: dict[str, Any] = field(default_factory=dict)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """A request to ``graph.facebook.com``."""
        if request.query.get("access_token"):
            return _error(400, 100, "the tests want the token in a header")
        if self.error is not None:
            usage = {ASKER: [{"type": "instagram", "call_count": 100, "estimated_time_to_regain_access": self.regain}]}
            return _error(*self.error, "an error", {"X-Business-Use-Case-Usage": json.dumps(usage)})
        version, _, path = request.path.removeprefix("/").partition("/")
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if not re.fullmatch(r"v\d+\.0", version):
            return _error(400, 2500, "unknown path")
        if token != TOKEN and not token.startswith("page-"):
            return _error(400, 190, "invalid OAuth access token", subcode=460)
        if path == "me/accounts":
            return self._accounts(request)
        if path == "debug_token":
            return web.json_response({"data": self.told})
        if path == ASKER:
            return self._discovered(request)
        return self._published(path.removesuffix("/published_posts"), token)

    def _accounts(self, request: web.Request) -> web.Response:
        numbers = sorted(self.pages)
        begin = int(request.query.get("after", "0"))
        part = [self._account(number) for number in numbers[begin : begin + self.at_a_time]]
        end = begin + self.at_a_time
        paging: dict[str, Any] = {"cursors": {"before": str(begin), "after": str(end)}}
        if end < len(numbers):
            paging["next"] = f"https://graph.facebook.com/v25.0/1/accounts?access_token={TOKEN}&after={end}"
        return web.json_response({"data": part, "paging": paging})

    def _account(self, number: str) -> dict[str, Any]:
        shown: dict[str, Any] = {"id": number, "name": f"Sivu {number}", "access_token": f"page-{number}"}
        if number in self.usernames:
            shown["username"] = self.usernames[number]
        return shown | ({"instagram_business_account": {"id": ASKER}} if number == max(self.pages) else {})

    def _discovered(self, request: web.Request) -> web.Response:
        asked = _DISCOVERY.fullmatch(request.query.get("fields", ""))
        if asked is None:
            return _error(400, 100, "unknown fields")
        posts = self.instagram.get(asked[1])
        if posts is None:
            return _error(400, 110, "Invalid user id", subcode=2207013)
        media = [{"timestamp": moment, "permalink": "https://www.instagram.com/p/x/", "id": "1"} for moment in posts]
        found = {"name": asked[1].title(), "username": asked[1], **({"media": {"data": media}} if media else {})}
        return web.json_response({"business_discovery": found, "id": ASKER})

    def _published(self, number: str, token: str) -> web.Response:
        if number not in self.pages:
            return _error(400, 100, "Unsupported get request", subcode=33)
        if token != f"page-{number}":
            return _error(403, 210, "A page access token is required")
        posts = [
            {"created_time": moment, "permalink_url": f"https://www.facebook.com/{number}/posts/1", "id": "1"}
            for moment in self.pages[number]
        ]
        return web.json_response({"data": posts, "paging": {}})


def _error(
    status: int, code: int, message: str, headers: dict[str, str] | None = None, *, subcode: int = 0
) -> web.Response:
    told = {"message": message, "type": "OAuthException", "code": code, "fbtrace_id": "x"}
    return web.json_response(
        {"error": told | ({"error_subcode": subcode} if subcode else {})}, status=status, headers=headers
    )
