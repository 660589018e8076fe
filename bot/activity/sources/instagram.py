"""Instagram: any professional account, asked for by one of ours. Personal accounts and those for adults are not shown.

https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/ig-user/business_discovery
"""

import re
from datetime import datetime
from typing import Final

from bot.activity.model import Failure, Seen, SourceError
from bot.activity.sources import feeds
from bot.activity.sources.graph import Graph
from bot.activity.text import items_of, text_at, within

_NAME: Final = re.compile(r"[a-z0-9._]{1,30}")
_FIELDS: Final = "business_discovery.username({}){{name,username,media.limit(10){{timestamp,permalink}}}}"


async def seen(graph: Graph, where: str, at: datetime) -> Seen:
    """What the account ``where`` has posted, as it is shown to the token's first page that has an Instagram account.
    Raises SourceError."""
    if not _NAME.fullmatch(where.lower()):  # the name stands in an expression
        raise SourceError(Failure.NO_ACCOUNT)
    asker = next((page.instagram for page in await graph.pages(at) if page.instagram), "")
    if not asker:
        raise SourceError(Failure.KEY_RIGHTS)
    answer = await graph.get(asker, at, fields=_FIELDS.format(where.lower()))
    account = within(answer, "business_discovery")
    if not isinstance(account, dict):
        raise SourceError(Failure.UNREADABLE)
    entries = feeds.entries_in(items_of(account, "media", "data"), published="timestamp", link="permalink")
    return feeds.seen_in(entries, at, title=text_at(account, "name") or text_at(account, "username"))
