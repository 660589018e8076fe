"""What was seen outside is kept alike by every store: sources, outages, and what the website links."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.activity.links import PageLink
from bot.activity.model import Failure, Result
from bot.app.bootstrap import KEPT, OPERATOR
from bot.domain.accounts.address_book import WebsiteLink
from bot.knowledge.content import common
from bot.services.activity.documents import OUTAGES, SOURCES, WEBSITE_LINKS, WEBSITE_VISITS
from bot.services.ports import State, Store
from bot.services.register.documents import register_of
from bot.settings import Settings
from bot.storage.embedded.stores import EmbeddedStores
from bot.storage.memory import MemoryStore
from bot.storage.postgresql.stores import PostgresStores
from tests.acceptance.reminder_days import AT_START, DAY
from tests.support.bot_in_memory import Bot, make_bot
from tests.support.postgres import in_postgresql
from tests.support.staged import StagedOutside, StagedWebsite

MASTODON, PAGE = "https://some.kunta.example/@kunta", "https://www.kunta.example/"
NOT_OURS, LATER = "https://www.youtube.com/@naapuri", "https://www.instagram.com/unohdettu/"
CHANNELS = {
    "mastodon": ("mastodon", MASTODON),
    "blogi": ("blog", "https://blogi.kunta.example/"),
    "video1": ("youtube", "https://www.youtube.com/@kunta1"),
    "video2": ("youtube", "https://www.youtube.com/@kunta2"),
}

Reread = Callable[[], Awaitable[State]]
"""The state as another process reads it."""


@asynccontextmanager
async def opened(kind: str, folder: Path) -> AsyncIterator[tuple[Store, Reread]]:
    match kind:
        case "memory":
            memory = MemoryStore()
            yield memory, memory.read
        case "embedded":
            embedded = await EmbeddedStores.open(folder, kept=KEPT)

            async def read_files() -> State:
                return await (await EmbeddedStores.open(folder, kept=KEPT, read_only=True)).kept.read()

            yield embedded.kept, read_files
            await embedded.close()
        case _:
            async with in_postgresql(*KEPT) as stores:
                other = await PostgresStores.open(stores.url, kept=KEPT)

                async def read_database() -> State:
                    await other.kept.refresh()
                    return await other.kept.read()

                try:
                    yield stores.kept, read_database
                finally:
                    await other.close()


async def a_bot(store: Store, outside: StagedOutside, website: StagedWebsite) -> Bot:
    bot = await make_bot(store=store, register=None, outside=outside, website=website)
    people = {"responsible": "slack:U0LIB0001", "maintainers": ["slack:U0LIB0001"]}
    records = [
        {"id": key, "platform": platform, "name": key, "unit": "Viestintä", "url": url, **people}
        for key, (platform, url) in CHANNELS.items()
    ]
    await bot.application.transfer.import_document(OPERATOR, {"channels": records}, AT_START)
    return bot


@pytest.mark.parametrize("kind", ["memory", "embedded", "postgresql"])
async def test_what_was_seen_outside_and_what_was_said_of_it_is_there_for_another_process(
    kind: str, tmp_path: Path
) -> None:
    website = StagedWebsite({"/": [f"me:{MASTODON}"], "/some": [NOT_OURS, LATER]})
    website.profiles = {"mastodon": [PageLink(PAGE, me=True)]}
    post = AT_START - timedelta(hours=3)
    outside = StagedOutside(
        common.platforms(Settings().knowledge_dir),
        dict.fromkeys(("youtube/@kunta1", "youtube/@kunta2", "feed/https://blogi.kunta.example/"), post),
        {"mastodon/kunta@some.kunta.example": Failure.NO_ACCOUNT},
    )
    async with opened(kind, tmp_path) as (store, reread):
        bot = await a_bot(store, outside, website)
        looks, watching = bot.application.services.website, bot.application.services.watching
        await watching.look(AT_START)
        outside.out = {"youtube": Failure.NOT_FOUND}
        await watching.look(AT_START + DAY)
        unregistered = looks.unregistered(register_of(await store.read()), AT_START)
        listed = {link.url: key for key, link in unregistered}
        await looks.say_not_ours(OPERATOR, listed[NOT_OURS])
        await looks.put_off(OPERATOR, listed[LATER], AT_START)

        read = await reread()
        assert read.by_collection == (await store.read()).by_collection
        check(read, post)


def check(read: State, post: datetime) -> None:
    links = {link.url: link for link in read.of(WEBSITE_LINKS).values()}
    today = AT_START.date()
    assert links == {
        MASTODON: WebsiteLink(MASTODON, PAGE, today, "Some", me=True, mutual_on=today),
        NOT_OURS: WebsiteLink(NOT_OURS, f"{PAGE}some", today, "Some", not_ours=True),
        LATER: WebsiteLink(LATER, f"{PAGE}some", today, "Some", not_before=today + 28 * DAY),
    }
    assert [(one.at, one.pages, one.why) for one in read.of(WEBSITE_VISITS).values()] == [(AT_START, 2, None)]
    assert [(one.service, one.since, one.why) for one in read.of(OUTAGES).values()] == [
        ("youtube", AT_START + DAY, Failure.NOT_FOUND)
    ]
    sources = read.of(SOURCES)
    assert {key: one.result for key, one in sources.items()} == {
        "mastodon": Result.NONE,
        "blogi": Result.SEEN,
        "video1": Result.FAILING,
        "video2": Result.FAILING,
    }
    assert sources["blogi"].visit.seen is not None
    assert sources["blogi"].visit.seen.newest == post
    assert {one.state.seen_on for key, one in sources.items() if key != "mastodon"} == {post.date()}
