"""Facebook: what pages have published that the municipality's token reaches, each read by its own token.

https://developers.facebook.com/docs/graph-api/reference/page/published_posts/
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.activity.model import Failure, Seen, SourceError
from bot.activity.sources import feeds
from bot.activity.sources.graph import Graph, Page
from bot.activity.text import items_of, within


@dataclass(frozen=True, slots=True)
class FacebookPages:
    """Looks at pages by name or number."""

    graph: Graph

    async def seen(self, where: str, known: str, at: datetime) -> Seen:
        """What the page ``where`` has published. Raises SourceError: the token may not read a page that is not among
        those which it reaches."""
        page = _named(where, await self.graph.pages(at))
        if page is None:
            raise SourceError(Failure.KEY_RIGHTS)
        posts = await self.graph.get(
            f"{page.id}/published_posts", at, token=page.token, fields="created_time,permalink_url", limit="10"
        )
        return parse(posts, at, page.name)


def parse(answer: Any, at: datetime, title: str = "") -> Seen:
    """What a list of published posts says."""
    if not isinstance(within(answer, "data"), list):
        raise SourceError(Failure.UNREADABLE)
    entries = (
        {"published": str(within(post, "created_time") or ""), "link": str(within(post, "permalink_url") or "")}
        for post in items_of(answer, "data")
    )
    return feeds.seen_in(entries, at, title=title)


def _named(where: str, pages: tuple[Page, ...]) -> Page | None:
    """The page of that number or name. Full stops in names do not count; older addresses end in the number."""
    plain = where.lower().replace(".", "")
    number = plain.rpartition("-")[2]
    for page in pages:
        if page.id == number or (page.username and page.username.lower().replace(".", "") == plain):
            return page
    return None
