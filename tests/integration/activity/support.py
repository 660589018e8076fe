"""What tests of looks at the small internet share."""

from __future__ import annotations

from collections.abc import Awaitable
from datetime import datetime

import pytest

from bot.activity.looking import look
from bot.activity.model import NEVER, Failure, SourceError, SourceReport, Visit, Watched
from bot.activity.reading import readers
from bot.activity.source import SourceKind, SourceRef
from tests.support.internet import Internet
from tests.support.wild_feeds import AT, dated, rss

HOST = "www.kunta.example"
SITE = f"http://{HOST}/"
URL = f"{SITE}feed"
FRIDAY = rss(dated("Fri, 20 Nov 2026 10:00:00 GMT"))


async def refusal(fetching: Awaitable[object]) -> Failure:
    """Why a fetch is refused."""
    with pytest.raises(SourceError) as refused:
        await fetching
    return refused.value.failure


async def looked(
    internet: Internet, kind: SourceKind, where: str, visit: Visit = NEVER, at: datetime = AT
) -> SourceReport:
    """The report of a look without keys."""
    async with internet.fetcher() as fetcher:
        return await look(Watched("c1", SourceRef(kind, where), visit), readers(fetcher), at)
