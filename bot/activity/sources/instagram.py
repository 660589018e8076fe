"""Instagram: any professional account, asked for by one of ours. Personal accounts and those for adults are not shown.

https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/business_discovery
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bot.activity.model import Failure, Seen, SourceError
from bot.activity.sources import feeds
from bot.activity.sources.graph import Graph
from bot.activity.text import items_of, within

_NAME: Final = re.compile(r"[a-z0-9._]{1,30}")
_FIELDS: Final = "business_discovery.username({}){{name,username,media.limit(10){{timestamp,permalink}}}}"


@dataclass(frozen=True, slots=True)
class InstagramAccounts:
    """Looks at accounts by the token's first page that has an Instagram account."""

    graph: Graph

    async def seen(self, where: str, known: str, at: datetime) -> Seen:
        """What the account ``where`` has posted. Raises SourceError."""
        if not _NAME.fullmatch(where.lower()):  # the name stands in an expression
            raise SourceError(Failure.NO_ACCOUNT)
        asker = next((page.instagram for page in await self.graph.pages(at) if page.instagram), "")
        if not asker:
            raise SourceError(Failure.KEY_RIGHTS)
        return parse(await self.graph.get(asker, at, fields=_FIELDS.format(where.lower())), at)


def parse(answer: Any, at: datetime) -> Seen:
    """What an answer of business discovery says."""
    account = within(answer, "business_discovery")
    if not isinstance(account, dict):
        raise SourceError(Failure.UNREADABLE)
    entries = (
        {"published": str(within(post, "timestamp") or ""), "link": str(within(post, "permalink") or "")}
        for post in items_of(account, "media", "data")
    )
    return feeds.seen_in(entries, at, title=str(account.get("name") or account.get("username") or ""))
