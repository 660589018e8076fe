"""Nudges in Slack: each arrives as one direct message, and each answer changes the message that it was given on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from functools import partial

import pytest_asyncio

from tests.bot_in_memory import HELSINKI
from tests.fake_slack.in_process import Workplace, working
from tests.fake_slack.server import FakeSlack, fake_slack
from tests.fake_slack.workspace import Shown, User

MAINTAINER, SECOND, COVER, HEAD, ICT = "U0LIB0001", "U0LIB0002", "U0STAFF01", "U0LIBHEAD", "U0ICT0001"
PLANNER = "U0COMM001"
MONDAY = datetime(2026, 12, 7, 9, 0, tzinfo=HELSINKI)
"""Two weeks after the register was made: reminders go to people from then on."""
DAY = timedelta(days=1)


@pytest_asyncio.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with fake_slack() as slack:
        yield slack
        assert slack.problems == []


@pytest_asyncio.fixture
async def place(slack: FakeSlack) -> AsyncIterator[Workplace]:
    slack.workspace.add(User(PLANNER, "Viestintäsuunnittelija", "viestinta@esimerkki.fi"))
    async with working(slack) as place:
        yield place


def messages(place: Workplace, user: str) -> list[Shown]:
    """The direct messages from the bot to somebody."""
    direct = place.slack.workspace.direct(user).id
    return [shown for shown in place.slack.workspace.shown if shown.place == direct and shown.way == "chat.postMessage"]


def _was_edited(shown: Shown) -> int:
    return shown.edits


async def days_with_a_message(place: Workplace, user: str, start: datetime, number: int) -> list[date]:
    """On which of so many days a message comes to somebody."""
    found = []
    for n in range(number):
        before = len(messages(place, user))
        await place.round(start + n * DAY)
        if len(messages(place, user)) > before:
            found.append((start + n * DAY).date())
    return found


async def test_a_nudge_is_one_direct_message_and_updated_changes_it(place: Workplace) -> None:
    await place.round(MONDAY)
    (nudge,) = messages(place, MAINTAINER)
    assert "Onko kanavaa päivitetty" in nudge.words
    somebody = place.somebody(MAINTAINER)
    assert (await somebody.press(nudge, "Päivitetty tänään")).status == 200
    await place.slack.until(lambda: nudge.edits)
    assert "merkitty päivitetyksi 7.12.2026" in nudge.words
    assert len(messages(place, MAINTAINER)) == 1


async def test_nothing_comes_at_the_weekend_nor_before_the_hour(place: Workplace) -> None:
    for at in (MONDAY - timedelta(hours=2), MONDAY - DAY, MONDAY - 2 * DAY):
        await place.round(at)
        assert messages(place, MAINTAINER) == []


async def test_later_comes_back_on_its_day_and_not_before(place: Workplace) -> None:
    await place.round(MONDAY)
    (nudge,) = messages(place, SECOND)
    await place.somebody(SECOND).press(nudge, "viikon päästä")
    await place.slack.until(lambda: nudge.edits)
    assert "muistutan uudestaan 14.12.2026" in nudge.words
    assert await days_with_a_message(place, SECOND, MONDAY + DAY, 10) == [date(2026, 12, 14)]


async def test_whoever_is_away_is_spared_and_the_cover_gets_the_next_one(place: Workplace) -> None:
    await place.round(MONDAY)
    (nudge,) = messages(place, MAINTAINER)
    somebody = place.somebody(MAINTAINER)
    await somebody.press(nudge, "Olen poissa")
    view = await somebody.modal()
    days = {"start": "2026-12-08", "end": "2026-12-23"}
    values = {**days, "cover": COVER}
    assert (await somebody.submit(view, values)).status == 200
    await place.slack.until(lambda: nudge.edits)
    assert "sijaisesi hoitaa kanavaa 23.12.2026 asti" in nudge.words
    await place.application.deliver(place.clock.now())
    assert "sijaiseksi" in messages(place, COVER)[0].words
    before = len(messages(place, COVER))
    assert await days_with_a_message(place, MAINTAINER, MONDAY + DAY, 5) == []
    assert any("on poissa" in shown.words for shown in messages(place, COVER)[before:])


async def test_where_the_cover_is_away_too_the_responsible_person_is_asked(place: Workplace) -> None:
    await place.round(MONDAY)
    (nudge,) = messages(place, MAINTAINER)
    (second,) = messages(place, SECOND)
    for who, shown, cover in ((MAINTAINER, nudge, SECOND), (SECOND, second, MAINTAINER)):
        somebody = place.somebody(who)
        await somebody.press(shown, "Olen poissa")
        view = await somebody.modal()
        await somebody.submit(view, {"start": "2026-12-08", "end": "2026-12-23", "cover": cover})
        await place.slack.until(partial(_was_edited, shown))
    before = len(messages(place, HEAD))
    await days_with_a_message(place, HEAD, MONDAY + DAY, 4)
    assert any("Onko kanavaa päivitetty" in shown.words for shown in messages(place, HEAD)[before:])


async def test_at_first_only_the_ict_secretary_sees_what_would_be_sent_until_start_is_pressed(place: Workplace) -> None:
    tuesday = MONDAY - 13 * DAY
    await place.round(tuesday)
    (preview,) = messages(place, ICT)
    assert messages(place, MAINTAINER) == []
    await place.somebody(ICT).press(preview, "Aloita muistutukset")
    await place.slack.until(lambda: preview.edits)
    assert "Ensimmäiset muistutukset lähtevät 25.11.2026" in preview.words
    assert await days_with_a_message(place, PLANNER, tuesday + DAY, 1) == [date(2026, 11, 25)]
