"""Meta's Graph API, by one token of a system user: which pages and which Instagram account it reaches, and what its
errors mean.

Errors: https://developers.facebook.com/docs/graph-api/guides/error-handling
Limits: https://developers.facebook.com/docs/graph-api/overview/rate-limiting
"""

import asyncio
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from bot.activity.fetcher import Fetcher, Response
from bot.activity.model import Failure, SourceError
from bot.activity.sources.keyed import Keyed
from bot.activity.text import items_of, json_of, text_at, within

_BASE: Final = "https://graph.facebook.com/v25.0"
_REFUSED: Final = frozenset({102, 190})
_RIGHTS: Final = frozenset({3, 10, *range(200, 300)})
_LIMITS: Final = frozenset({4, 17, 32, 341, 368, 613, 80001, 80002, 80006, 80008})
_NO_ACCOUNT: Final = frozenset({21, 100, 110, 803})
_PASSING: Final = frozenset({1, 2})
_USAGE: Final = "X-Business-Use-Case-Usage"
_AN_HOUR: Final = timedelta(hours=1)
_PAGES_AT_MOST: Final = 20  # of a hundred accounts each
_ACCOUNTS: Final = "id,name,username,access_token,instagram_business_account"


@dataclass(frozen=True, slots=True)
class Page:
    """A Facebook page that the token reaches, with the page's own token, and its Instagram account where it has one."""

    id: str
    name: str
    username: str
    token: str
    instagram: str = ""

    def __repr__(self) -> str:
        return f"Page({self.id})"  # the token is nobody's business


class Graph:
    """Asks Graph with ``token``. When Meta says that it has ended or was used too often, nothing more is asked for a
    while."""

    def __init__(self, fetcher: Fetcher, token: str) -> None:
        self._api, self._token = Keyed(fetcher, _BASE, _value_of, _AN_HOUR), token
        self._pages: tuple[Page, ...] = ()
        self._pages_until: datetime | None = None
        self._one_at_a_time = asyncio.Lock()

    async def get(self, path: str, at: datetime, *, token: str = "", **params: str) -> Any:
        """The value at ``path``. Raises SourceError."""
        return await self._api.get(path, at, {"Authorization": f"Bearer {token or self._token}"}, params)

    async def pages(self, at: datetime) -> tuple[Page, ...]:
        """The pages that the token reaches, asked at most hourly.
        https://developers.facebook.com/docs/graph-api/reference/user/accounts/"""
        async with self._one_at_a_time:
            if self._pages_until is None or at >= self._pages_until:
                self._pages, self._pages_until = await self._all_pages(at), at + _AN_HOUR
        return self._pages

    async def _all_pages(self, at: datetime) -> tuple[Page, ...]:
        found: list[Page] = []
        after: dict[str, str] = {}
        for _ in range(_PAGES_AT_MOST):
            answer = await self.get("me/accounts", at, fields=_ACCOUNTS, limit="100", **after)
            found += _pages_in(answer)
            cursor = within(answer, "paging", "cursors", "after")
            # The address of the next part holds the token: only its cursor is used.
            if not within(answer, "paging", "next") or not isinstance(cursor, str):
                break
            after = {"after": cursor}
        return tuple(found)


def _value_of(answer: Response) -> Any:
    """The value that an answer of Graph holds. Raises SourceError for an error of Graph's, whatever the HTTP status."""
    try:
        value = json_of(answer.body)
    except SourceError:
        raise SourceError(Failure.SERVER if answer.status >= 400 else Failure.UNREADABLE) from None
    code = within(value, "error", "code")
    if within(value, "error") is not None or answer.status >= 400:
        raise SourceError(_failure_of(code), _wish(answer.headers))
    return value


def _failure_of(code: object) -> Failure:
    kinds = {
        Failure.KEY_REFUSED: _REFUSED,
        Failure.KEY_RIGHTS: _RIGHTS,
        Failure.KEY_LIMIT: _LIMITS,
        Failure.NO_ACCOUNT: _NO_ACCOUNT,
        Failure.SERVER: _PASSING,
    }
    return next((failure for failure, codes in kinds.items() if code in codes), Failure.SERVER)


def _wish(headers: Mapping[str, str]) -> timedelta | None:
    """How long Graph wants to be left alone: the most minutes that any of its limits tells."""
    try:
        usage = json.loads(headers.get(_USAGE, ""))
    except ValueError:
        return None
    entries = [entry for limits in usage.values() for entry in limits] if isinstance(usage, dict) else []
    minutes = [within(entry, "estimated_time_to_regain_access") for entry in entries]
    longest = max((one for one in minutes if isinstance(one, int)), default=0)
    return timedelta(minutes=min(longest, 7 * 24 * 60)) if longest > 0 else None


def _pages_in(answer: Any) -> Iterator[Page]:
    for page in items_of(answer, "data"):
        if within(page, "id") and within(page, "access_token"):
            account, name, username, token = (
                text_at(page, field) for field in ("id", "name", "username", "access_token")
            )
            yield Page(account, name, username, token, text_at(page, "instagram_business_account", "id"))
