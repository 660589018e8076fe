"""Mastodon: an account's feed. What it boosts and replies is not in there, so where the newest post is old, the account
is asked when it was last active: if that was later, the feed's silence says nothing. Likewise where the server does not
tell. https://docs.joinmastodon.org/methods/accounts/#lookup
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import quote

from bot.activity.model import Seen, SourceError
from bot.activity.moments import moment_of
from bot.activity.sources import feeds
from bot.activity.sources.kind import FeedKind, Get, known
from bot.activity.text import json_of, text_at

_OLD: Final = timedelta(days=3)
"""A newer post answers all questions, and the server is asked no second one."""


def feed(where: str) -> str:
    """The address of the feed of ``name@host``."""
    name, _, host = where.partition("@")
    return f"https://{host}/@{name}.rss"


async def account(where: str, get: Get) -> Any:
    """What the server tells of an account, as JSON. Raises SourceError."""
    name, _, host = where.partition("@")
    return json_of((await get(f"https://{host}/api/v1/accounts/lookup?acct={quote(name)}")).body)


async def complete(seen: Seen, where: str, get: Get, at: datetime) -> Seen:
    """``seen``, marked where the account may have been active since."""
    if seen.newest is None or at - seen.newest <= _OLD:
        return seen
    try:
        last = moment_of(text_at(await account(where, get), "last_status_at"))
    except SourceError:
        last = None
    # The server tells a date only.
    return replace(seen, whole=last is not None and last.date() <= seen.newest.date())


MASTODON = FeedKind(known(feed), feeds.parse, complete=complete)
