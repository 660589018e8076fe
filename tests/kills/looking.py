"""Kills a process that looks at sources and at the website, between any two writes: nothing is kept by halves, told
twice, or asked again within the hour once it is kept."""

from __future__ import annotations

import asyncio
import random
import shutil
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Final

from bot.activity.model import NEVER, Failure, Visit
from bot.activity.reading import Looked
from bot.activity.source import SourceRef, source_of
from bot.app.bootstrap import KEPT
from bot.domain.accounts.platforms import Platforms
from bot.domain.calendar.working_time import WorkingTime
from bot.domain.channels import Channel, Maintainer, UnitName
from bot.domain.delivery import Delivered, Delivery
from bot.domain.evidence import Evidence, EvidenceKind, SourceState, State
from bot.domain.people import Person
from bot.domain.reminders.kept import Reminder
from bot.domain.reminders.ladder import Step
from bot.domain.reminders.plan import Item, Why
from bot.domain.reminders.reckoning import notice_of
from bot.knowledge.content import common
from bot.services.access import Access
from bot.services.activity.documents import OUTAGES, SOURCES, WEBSITE_LINKS, WEBSITE_VISITS, FollowedSource
from bot.services.activity.notices import SourcesFound
from bot.services.activity.watching import Watching
from bot.services.activity.website import WebsiteLooks
from bot.services.notices import Notice
from bot.services.ports import Change, Event
from bot.services.ports import State as StoreState
from bot.services.register.documents import puts, register_of
from bot.services.reminders.documents import REMINDERS
from bot.services.reminders.entries import OUTBOX, OutboxEntry, Stage, outbox_key
from bot.services.reminders.outbox import Outbox
from bot.settings import Settings
from bot.storage.embedded.stores import EmbeddedStores
from tests.kills.at_disk_calls import Say, killed
from tests.support.bot_in_memory import HELSINKI
from tests.support.staged import StagedOutside, StagedWebsite
from tests.support.surface import PlainSurface, on_a_line

_AT: Final = datetime(2026, 11, 23, 8, 20, tzinfo=HELSINKI)
_SITES, _OUT, _EACH = 120, 10, 4
"""How many channels can be seen, how many are on a platform that is out, and how many a reminder asks about."""
_CALLS: Final = 22
"""How many calls to the disk there are until all is kept; later ones only tidy up."""
_SECRETARY: Final = Person("secretary", "An ICT secretary", identities=("slack:U0ICT0001",))


@dataclass
class Tally:
    """How many processes were killed, how many looks were kept and how many had to be made again, since the kill fell
    before they were kept."""

    kills: int = 0
    kept: int = 0
    again: int = 0


def kill_in_looks(folder: Path, *, kills: int, seed: int) -> Tally:
    """Kill the process so often, with a new store where all was looked at and told; check after each kill."""
    moments, tally = random.Random(seed), Tally()  # noqa: S311 - no secret
    data, looked_before = folder / "data", set[str]()
    before = asyncio.run(_fill(data))
    while tally.kills < kills:
        was_killed, looked = killed(_look, data, moments, most_calls=_CALLS)
        tally.kills += was_killed
        assert looked.isdisjoint(before), "asked again within the hour, though it was kept"
        tally.again += len(looked & looked_before)
        looked_before |= looked
        shutil.rmtree(folder / "copy", ignore_errors=True)
        state = asyncio.run(_read(Path(shutil.copytree(data, folder / "copy"))))
        before = _check(state)
        if state.of(WEBSITE_VISITS):  # what is looked at last
            assert len(before) == _SITES + _OUT
            tally.kept += len(before)
            shutil.rmtree(data)
            before, looked_before = asyncio.run(_fill(data)), set()
    return tally


class _Outside(StagedOutside):
    """Says which channel's source it is asked about."""

    def __init__(self, say: Say) -> None:
        posts = {f"feed/{_url(number)}": _AT - timedelta(hours=2) for number in range(_SITES)}
        super().__init__(_platforms(), posts, out={"youtube": Failure.NOT_FOUND})
        self._say = say

    async def look(self, ref: SourceRef, visit: Visit, at: datetime) -> Looked:
        self._say(ref.where)
        return await super().look(ref, visit, at)


class _Somewhere(PlainSurface):
    """Where notices would arrive, if anybody delivered them."""

    async def send(self, person: Person, notice: Notice, at: datetime) -> Delivery:
        return Delivered()


async def _look(data: Path, say: Say) -> None:
    """One round, some seconds after the last one that has kept anything."""
    stores = await EmbeddedStores.open(data, kept=KEPT, lock_timeout=0)
    store, access = stores.kept, Access(_SECRETARY.identities)
    outbox = Outbox(store, access, on_a_line(_Somewhere()))
    website = StagedWebsite({"/": [_linked(number) for number in range(_SITES)]})
    looks = WebsiteLooks(store, website, _platforms())
    watching = Watching(store, _Outside(say), access, outbox, WorkingTime(HELSINKI), looks)
    await watching.look(_AT + timedelta(seconds=(await store.read()).version))
    await stores.close()


def _check(state: StoreState) -> set[str]:
    """That all is whole; where the sources are of which it is kept that they were looked at."""
    sources, register = state.of(SOURCES), register_of(state)
    asked = {key for key, one in sources.items() if _was_asked(one)}
    for key, reminder in state.of(REMINDERS).items():
        redrawn = state.of(OUTBOX).get(f"redrawn/{key}")
        assert (redrawn is not None) == any(item.channel in asked for item in reminder.items), "seen, and not told"
        assert redrawn is None or redrawn.notice == notice_of(register, reminder), "told by halves"
    told = Counter(
        look.channel
        for entry in state.of(OUTBOX).values()
        if isinstance(entry.notice, SourcesFound)
        for look in entry.notice.looks
    )
    assert told == Counter(key for key, one in sources.items() if _is_site(key) and one.asked_by is None), "told twice"
    assert told.keys() <= asked, "told before it was seen"
    out = {key for key in asked if not _is_site(key)}
    assert len(out) in (0, _OUT), "half an outage"
    assert bool(out) == ("youtube" in state.of(OUTAGES))
    assert all(sources[key].visit.failing_since is None for key in out), "an outage is no channel's own trouble"
    assert len(state.of(WEBSITE_LINKS)) == _SITES * len(state.of(WEBSITE_VISITS)), "half a website"
    return {sources[key].ref.where for key in asked}


def _was_asked(source: FollowedSource) -> bool:
    return source.visit.not_before is not None


def _is_site(key: str) -> bool:
    return key.startswith("site")


def _url(number: int) -> str:
    return f"https://site{number}.kunta.example/feed"


def _linked(number: int) -> str:
    return f"https://www.instagram.com/kunta{number}/"


@cache
def _platforms() -> Platforms:
    return common.platforms(Settings().knowledge_dir)


async def _fill(data: Path) -> set[str]:
    """Channels whose maintainers have been asked about them, and some on a platform that has worked until now. Nothing
    of what there is was looked at within the hour."""
    sites = [_channel(f"site{number}", "website", _url(number), _keeper(number)) for number in range(_SITES)]
    others = [_channel(f"out{n}", "youtube", f"https://www.youtube.com/@kunta{n}", "keeper") for n in range(_OUT)]
    worked = Visit("feed", read_at=_AT - timedelta(hours=2))
    followed = {one.id: FollowedSource(_ref(one), SourceState(one.url), NEVER, _SECRETARY.id) for one in sites}
    followed |= {one.id: FollowedSource(_ref(one), SourceState(one.url), worked) for one in others}
    known = [Change.put(SOURCES, key, one) for key, one in followed.items()]
    stores = await EmbeddedStores.open(data, kept=KEPT, lock_timeout=0)
    event = Event("x", datetime(2026, 1, 1, tzinfo=UTC), "import")
    people = [_SECRETARY, *(Person(_keeper(number)) for number in range(0, _SITES, _EACH))]
    reminders = [change for first in range(0, _SITES, _EACH) for change in _reminder(first, sites)]
    await stores.kept.commit([*puts([*sites, *others], people), *known, *reminders], 0, event)
    await stores.close()
    return set()


def _reminder(first: int, sites: list[Channel]) -> list[Change]:
    """A reminder about some channels, which has arrived."""
    spell = _AT.date() - timedelta(days=1)
    items = tuple(
        Item(one.id, spell, State.UNCONFIRMED, Step.MAINTAINER, 1, _keeper(first), Why.DUE, ())
        for one in sites[first : first + _EACH]
    )
    keeper = Person(_keeper(first))
    reminder = Reminder(keeper.id, _AT.date() - timedelta(days=1), items)
    notice = SourcesFound(())  # what it said does not matter: it is to say something new
    sent = OutboxEntry(keeper, notice, _AT, _AT, _AT, stage=Stage.DELIVERED, place=f"D{first}")
    return [Change.put(REMINDERS, reminder.key, reminder), Change.put(OUTBOX, outbox_key(reminder.key), sent)]


def _channel(key: str, platform: str, url: str, keeper: str) -> Channel:
    told = (Evidence(EvidenceKind.TOLD, _AT.date() - timedelta(days=15)),)
    maintainers = (Maintainer(keeper),)
    return Channel(
        key, platform, key, UnitName("Yksikkö"), _SECRETARY.id, url=url, maintainers=maintainers, evidence=told
    )


def _ref(channel: Channel) -> SourceRef:
    ref = source_of(channel.url, channel.platform, _platforms())
    assert ref is not None
    return ref


def _keeper(number: int) -> str:
    return f"keeper-{number - number % _EACH}"


async def _read(data: Path) -> StoreState:
    stores = await EmbeddedStores.open(data, kept=KEPT, lock_timeout=0)
    state = await stores.kept.read()
    await stores.close()
    return state
