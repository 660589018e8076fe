"""Facebook: what pages have published that the municipality's token reaches, each read by its own token.

https://developers.facebook.com/docs/graph-api/reference/page/published_posts/
"""

from datetime import datetime

from bot.activity.model import Failure, Seen, SourceError
from bot.activity.sources import feeds
from bot.activity.sources.graph import Graph, Page
from bot.activity.text import within


async def seen(graph: Graph, where: str, at: datetime) -> Seen:
    """What the page ``where``, a name or number, has published. Raises SourceError: the token may not read a page that
    is not among those which it reaches."""
    page = _named(where, await graph.pages(at))
    if page is None:
        raise SourceError(Failure.KEY_RIGHTS)
    answer = await graph.get(
        f"{page.id}/published_posts", at, token=page.token, fields="created_time,permalink_url", limit="10"
    )
    posts = within(answer, "data")
    if not isinstance(posts, list):
        raise SourceError(Failure.UNREADABLE)
    return feeds.seen_in(feeds.entries_in(posts, published="created_time", link="permalink_url"), at, title=page.name)


def _named(where: str, pages: tuple[Page, ...]) -> Page | None:
    """The page of that number or name. Full stops in names do not count; older addresses end in the number."""
    plain = where.lower().replace(".", "")
    number = plain.rpartition("-")[2]
    for page in pages:
        if page.id == number or (page.username and page.username.lower().replace(".", "") == plain):
            return page
    return None
