"""The report of a day of the past is what the report of that day was."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import date, datetime, timedelta

import pytest

from bot.domain.accounts.platforms import NO_PLATFORMS
from bot.domain.channels import ChannelId, Pause
from bot.domain.duties import DUTIES, Asked
from bot.domain.people import Actor, Person, Role, person_from_reference
from bot.domain.register import ChannelQuery, Register
from bot.domain.report import Figures, figures
from bot.services.committing import update_register
from bot.services.ports import Event, EventKind
from bot.services.register.changes import NothingToUndoError
from bot.services.register.documents import register_of
from bot.services.register.keeping import noting_update
from bot.services.report.reports import Report, month_ends, registers_on
from tests.support.bot_in_memory import HELSINKI, Bot, make_bot

ICT = Actor(person_from_reference("slack:U0ICT0001"), frozenset({Role.ICT_SECRETARY}))
BEGIN = datetime(2025, 11, 24, 12, 0, tzinfo=HELSINKI)
DAYS = 365
ASKED = Asked(dict.fromkeys(DUTIES, "3.2"), 14, NO_PLATFORMS)
PLATFORMS = ["instagram", "facebook", "tiktok"]


class Year:
    """A year in which something is changed in the register on most days, at any hour."""

    def __init__(self, bot: Bot, chance: random.Random) -> None:
        self.bot, self.chance, self.made = bot, chance, 0
        self.seen: dict[date, Figures] = {}

    async def pass_by(self) -> None:
        for back in range(DAYS):
            day = BEGIN + timedelta(days=back)
            for hour in sorted(self.chance.sample(range(24), self.chance.choice([0, 1, 1, 3]) if back else 3)):
                await self._change(day.replace(hour=hour, minute=59))
            register = await self._register()
            self.seen[day.date()] = figures(register, list(register.channels.values()), ASKED, day.date())

    async def report(self, day: date, query: ChannelQuery = ChannelQuery()) -> Report:  # noqa: B008
        at = BEGIN + timedelta(days=DAYS)
        return await self.bot.application.services.reports.report(ICT, query, ASKED, day, at)

    async def _register(self) -> Register:
        return register_of(await self.bot.application.store.read())

    async def _change(self, at: datetime) -> None:
        register = await self._register()
        if not register.listed() or self.chance.random() < 0.3:
            await self._add(at)
            return
        channel = self.chance.choice(list(register.listed())).id
        change = self.chance.choice(
            [self._edit, self._edit, self._retire, self._pause, self._tell, self._mark, self._undo]
        )
        await change(channel, at)

    async def _add(self, at: datetime) -> None:
        self.made += 1
        platform, unit = self.chance.choice(PLATFORMS), self.chance.choice(["Kirjasto", "Nuoret", "Museo"])
        sign = "@" if platform == "tiktok" else ""
        values = {
            "name": f"Kanava {self.made}",
            "platform": platform,
            "url": f"https://www.{platform}.com/{sign}kanava{self.made}",
            "unit": unit,
            "responsible": f"slack:U0PERSON{self.made}",
            "maintainers": [],
        }
        await self.bot.application.services.keeping.add(ICT, values, at)

    async def _edit(self, channel: ChannelId, at: datetime) -> None:
        values: dict[str, object] = self.chance.choice(
            [{"announced": True}, {"announced": False}, {"decision_on": "2025-01-02"}, {"website_link": False}]
        )
        version = (await self._register()).channels[channel].version
        await self.bot.application.services.keeping.edit(ICT, channel, version, values, at)

    async def _retire(self, channel: ChannelId, at: datetime) -> None:
        await self.bot.application.services.keeping.retire(ICT, channel, "slack:U0ARCHIVE1", "", "", at)

    async def _pause(self, channel: ChannelId, at: datetime) -> None:
        start = at.date() + timedelta(days=self.chance.randrange(2))
        pause = Pause(start, start + timedelta(days=self.chance.randrange(20)))
        await self.bot.application.services.keeping.pause(ICT, channel, pause, at)

    async def _tell(self, channel: ChannelId, at: datetime) -> None:
        event = Event(ICT.person.id, at, EventKind.UPDATED)
        store = self.bot.application.store
        await update_register(store, event, lambda now: noting_update(now, ICT, channel, at.date(), at))

    async def _mark(self, channel: ChannelId, at: datetime) -> None:
        register, staffing = await self._register(), self.bot.application.services.staffing
        person = register.person(register.channels[channel].responsible)
        who = person.identities[0]
        if person.left_on:
            await staffing.mark_returned(ICT, who, at)
        else:
            await staffing.mark_left(ICT, who, at.date(), at)

    async def _undo(self, channel: ChannelId, at: datetime) -> None:
        keeping = self.bot.application.services.keeping
        newest = await keeping.newest_change(ICT)
        if newest is not None:
            with suppress(NothingToUndoError):
                await keeping.undo(ICT, newest.seq, at)


@pytest.mark.parametrize("seed", range(2))
async def test_the_figures_of_fifty_days_of_the_past_are_what_they_were_on_those_days(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    year = Year(await make_bot(register=None), chance)
    await year.pass_by()
    for day in chance.sample(sorted(year.seen), 50):
        report = await year.report(day)
        assert report.is_past
        assert report.figures == report.development[-1] == year.seen[day]
        assert list(report.development) == [year.seen[one.day] for one in report.development]
    assert len({repr(one) for one in year.seen.values()}) > 200, "the register hardly changed"
    assert max(one.open_in_all for one in year.seen.values()) > 10


def test_the_register_of_a_day_is_that_of_its_end_in_the_municipalitys_time_zone() -> None:
    assert list(registers_on([date(2026, 1, 1)], [], {"p": Person("p", "Nimi")}, HELSINKI)) == [
        Register({}, {"p": Person("p", "Nimi")})
    ]


def test_the_development_has_the_last_days_of_the_months_before() -> None:
    assert list(month_ends(date(2026, 3, 31), 3)) == [date(2025, 12, 31), date(2026, 1, 31), date(2026, 2, 28)]
    assert next(iter(month_ends(date(2026, 11, 1), 12))) == date(2025, 11, 30)
