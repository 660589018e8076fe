"""Reminders in Slack: what is due arrives as a direct message, and a press decides on what comes later."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from tests.fake_slack.on_a_clock import BotOnAClock, on_a_clock
from tests.fake_slack.server import FakeSlack
from tests.fake_slack.somebody import block_labelled, seen_in
from tests.fake_slack.workspace import Shown
from tests.support.bot_in_memory import HELSINKI

pytestmark = pytest.mark.asyncio(loop_scope="module")

MAINTAINER, SECOND, HEAD, SECRETARY = "U0LIB0001", "U0LIB0002", "U0LIBHEAD", "U0ICT0001"
COVER, COMMUNICATIONS = "U0STAFF01", "U0COMM001"
INSTALLED = datetime(2026, 11, 23, 12, 0, tzinfo=HELSINKI)
"""A Monday. For two weeks only the ICT secretary gets to know what people would get."""
DAY = timedelta(days=1)
START = date(2026, 12, 7)


@pytest_asyncio.fixture(loop_scope="module")
async def bot(slack: FakeSlack, tmp_path: Path) -> AsyncIterator[BotOnAClock]:
    async with on_a_clock(tmp_path, slack, INSTALLED) as bot:
        yield bot


def nine(day: date) -> datetime:
    return datetime.combine(day, time(9), HELSINKI)


async def days(bot: BotOnAClock, first: date, last: date) -> dict[date, dict[str, Shown]]:
    """Who gets what at nine on each day from ``first`` to ``last``."""
    found = [first + n * DAY for n in range((last - first).days + 1)]
    return {day: await bot.round(nine(day)) for day in found}


async def press(bot: BotOnAClock, user: str, shown: Shown, label: str) -> None:
    assert (await bot.somebody(user).press(shown, label)).status == 200
    await bot.settle()


async def away(bot: BotOnAClock, user: str, reminder: Shown, end: date, cover: str) -> None:
    """Press *I am away* on a reminder, and send the modal in."""
    person = bot.somebody(user)
    await press(bot, user, reminder, "Olen poissa")
    view = await person.modal()
    values = {"Ensimmäinen päivä": f"{bot.clock.at.date()}", "Viimeinen päivä": f"{end}", "Sijainen": cover}
    answer = await person.submit(view, {block_labelled(view, label): value for label, value in values.items()})
    assert answer.status == 200
    await bot.settle()


async def test_a_reminder_is_a_direct_message_that_updated_changes(bot: BotOnAClock) -> None:
    reminder = (await bot.round(nine(START)))[SECOND]
    assert reminder.place == bot.slack.workspace.direct(SECOND).id
    assert reminder.text
    assert "Onko kanavaa päivitetty" in reminder.words
    assert {"Päivitetty tänään", "3 päivän päästä", "Ei ole enää minun"} <= {*reminder.labels}
    there = len(bot.slack.workspace.shown)

    await press(bot, SECOND, reminder, "Päivitetty tänään")
    assert reminder.edits == 1
    assert "merkitty päivitetyksi 7.12.2026" in reminder.words
    assert "Päivitetty tänään" not in reminder.labels
    assert len(bot.slack.workspace.shown) == there, "the message itself says it, no other"
    shown = await bot.somebody(COVER).ask("kuka vastaa kirjaston instagramista")
    assert "7.12.2026" in shown.words
    later = await days(bot, START + DAY, START + 10 * DAY)
    assert not [day for day, arrived in later.items() if SECOND in arrived]


@pytest.mark.parametrize("said", ["kyllä, eilen", ":+1:"])
async def test_an_answer_in_words_changes_the_reminder_where_it_stands(bot: BotOnAClock, said: str) -> None:
    reminder = (await bot.round(nine(START)))[SECOND]
    await bot.somebody(SECOND).direct(said)
    await bot.settle()
    await bot.application.deliver(bot.clock.at)
    assert reminder.edits == 1
    assert "merkitty päivitetyksi" in reminder.words
    assert "Päivitetty tänään" not in reminder.labels


async def two_reminders(bot: BotOnAClock) -> tuple[Shown, Shown]:
    """A reminder of two channels, and one a day later of the one that was put off until then."""
    first = (await bot.round(nine(START)))[MAINTAINER]
    assert {"Kirjaston Facebook", "Kirjaston Instagram"} <= {*first.words.splitlines()}
    await bot.somebody(MAINTAINER).direct("muistuta kirjaston facebookista huomenna")
    await bot.settle()
    second = (await bot.round(nine(START + DAY)))[MAINTAINER]
    assert "Kirjaston Instagram" not in second.words
    return first, second


@pytest.mark.parametrize(
    "said", ["päivitetty", "uppdaterad", "done", "eilen", "\N{THUMBS UP SIGN}", ":white_check_mark:"]
)
async def test_a_reply_in_a_reminders_thread_answers_that_one_and_no_newer_one(bot: BotOnAClock, said: str) -> None:
    first, second = await two_reminders(bot)
    await bot.somebody(MAINTAINER).direct(said, thread=first.ts)
    await bot.settle()
    await bot.application.deliver(bot.clock.at)
    on = "7.12.2026" if said == "eilen" else "8.12.2026"
    assert f"merkitty päivitetyksi {on}" in first.words
    assert "Päivitetty tänään" not in first.labels
    assert second.edits == 0
    assert "Päivitetty tänään" in second.labels


async def test_a_reply_outside_of_threads_answers_the_newest_reminder(bot: BotOnAClock) -> None:
    first, second = await two_reminders(bot)
    edits = first.edits
    await bot.somebody(MAINTAINER).direct("päivitetty")
    await bot.settle()
    await bot.application.deliver(bot.clock.at)
    assert "merkitty päivitetyksi 8.12.2026" in second.words
    assert first.edits == edits


async def test_putting_off_in_a_reminders_thread_puts_off_what_that_one_asks(bot: BotOnAClock) -> None:
    first, second = await two_reminders(bot)
    librarian = bot.somebody(MAINTAINER)
    await librarian.direct("muistuta viikon päästä", thread=first.ts)
    await bot.settle()
    await bot.application.deliver(bot.clock.at)
    assert "muistutan uudestaan 15.12.2026" in first.words
    assert second.edits == 0


async def test_a_press_on_what_is_asked_back_in_a_thread_is_about_its_reminder(bot: BotOnAClock) -> None:
    first, second = await two_reminders(bot)
    librarian = bot.somebody(MAINTAINER)
    await librarian.direct("ei vielä", thread=first.ts)
    await bot.settle()
    asked_back = await librarian.reads("Milloin muistutan?")
    assert asked_back.thread == first.ts
    await press(bot, MAINTAINER, asked_back, "Viikon päästä")
    assert "Kirjaston Instagram" in asked_back.words
    assert "Kirjaston Facebook" not in asked_back.words, "that one comes again as it would have"
    await bot.application.deliver(bot.clock.at)
    assert "muistutan uudestaan 15.12.2026" in first.words
    assert second.edits == 0


async def test_a_reply_in_the_thread_of_somebody_elses_words_is_to_the_newest_reminder(bot: BotOnAClock) -> None:
    _, second = await two_reminders(bot)
    librarian = bot.somebody(MAINTAINER)
    asked = await librarian.direct("kuka vastaa kunnan facebookista")
    await bot.settle()
    await librarian.direct("päivitetty", thread=asked)
    await bot.settle()
    await bot.application.deliver(bot.clock.at)
    assert "merkitty päivitetyksi 8.12.2026" in second.words


async def test_a_reminder_that_was_deleted_is_left_alone_and_nobody_is_told(bot: BotOnAClock) -> None:
    reminder = (await bot.round(nine(START)))[SECOND]
    bot.slack.workspace.shown.remove(reminder)
    there = len(bot.slack.workspace.shown)
    await bot.somebody(SECOND).direct("joo")
    await bot.settle()
    await bot.application.deliver(bot.clock.at)
    assert len(bot.slack.workspace.shown) == there + 2, "what was said, and the thanks for it"


async def test_later_comes_back_on_its_day_and_not_before(bot: BotOnAClock) -> None:
    reminder = (await bot.round(nine(START)))[SECOND]
    await press(bot, SECOND, reminder, "3 päivän päästä")
    assert reminder.edits == 1
    assert "muistutan uudestaan 10.12.2026" in reminder.words
    later = await days(bot, START + DAY, START + 3 * DAY)
    assert [day for day, arrived in later.items() if SECOND in arrived] == [date(2026, 12, 10)]
    assert "Kirjaston Instagram" in later[date(2026, 12, 10)][SECOND].words


async def test_whoever_is_away_is_left_alone_and_the_cover_is_told_and_reminded(bot: BotOnAClock) -> None:
    reminder, cover = (await bot.round(nine(START)))[MAINTAINER], bot.somebody(COVER)
    await away(bot, MAINTAINER, reminder, date(2026, 12, 23), cover=COVER)
    assert reminder.edits == 1
    assert "sijaisesi hoitaa kanavaa 23.12.2026 asti" in reminder.words
    told = await cover.reads("Kirjaston Facebook")
    assert told.place == bot.slack.workspace.direct(COVER).id
    assert "23.12.2026" in told.words
    assert "En voi olla sijaisena" in told.labels

    later = await days(bot, START + DAY, START + 6 * DAY)
    assert not [day for day, arrived in later.items() if MAINTAINER in arrived]
    to_cover = next(arrived[COVER] for arrived in later.values() if COVER in arrived)
    assert "Kirjaston Facebook" in to_cover.words
    assert "Kysyn sinulta, koska" in to_cover.words
    await press(bot, COVER, to_cover, "Päivitetty tänään")
    assert "merkitty päivitetyksi" in to_cover.words


async def test_what_was_answered_by_modal_changes_the_reminder_also_where_saving_takes_its_time(
    slack: FakeSlack, tmp_path: Path
) -> None:
    async with on_a_clock(tmp_path, slack, INSTALLED, grace=0) as bot:
        reminder = (await bot.round(nine(START)))[MAINTAINER]
        await away(bot, MAINTAINER, reminder, date(2026, 12, 23), cover=COVER)
        assert "sijaisesi hoitaa kanavaa 23.12.2026 asti" in seen_in(await bot.somebody(MAINTAINER).modal())
    assert reminder.edits == 1
    assert "sijaisesi hoitaa kanavaa 23.12.2026 asti" in reminder.words
    assert not reminder.buttons


async def test_where_the_cover_is_away_too_the_responsible_person_is_asked(bot: BotOnAClock) -> None:
    """On the day of the maintainers' third reminder, on which nothing is due to the responsible person themself."""
    arrived, third = await bot.round(nine(START)), START + 10 * DAY
    await away(bot, MAINTAINER, arrived[MAINTAINER], date(2026, 12, 23), cover=SECOND)
    await away(bot, SECOND, arrived[SECOND], date(2026, 12, 23), cover=COMMUNICATIONS)
    later = await days(bot, START + DAY, third)
    assert not [day for day, found in later.items() if MAINTAINER in found or SECOND in found]
    to_head = later[third][HEAD]
    assert "Kirjaston Facebook" in to_head.words
    assert "Kysyn sinulta, koska Kirjaston ylläpitäjä 1 on poissa" in to_head.words


async def test_in_shadow_only_the_secretary_sees_the_reminders_until_they_are_started(bot: BotOnAClock) -> None:
    first = INSTALLED.date() + DAY
    arrived = await bot.round(nine(first))
    assert set(arrived) == {SECRETARY}
    preview = arrived[SECRETARY]
    assert "Muistutuksia ei vielä lähetetä" in preview.words
    assert "Kunnan Facebook" in preview.words

    await press(bot, SECRETARY, preview, "Aloita muistutukset")
    assert preview.edits == 1
    assert "lähetetään 25.11.2026 alkaen" in preview.words
    assert "Aloita muistutukset" not in preview.labels
    assert await bot.round(nine(first) + timedelta(hours=3)) == {}
    people = await bot.round(nine(first + DAY))
    assert "Kunnan Facebook" in people[COMMUNICATIONS].words
    assert people[COMMUNICATIONS].place == bot.slack.workspace.direct(COMMUNICATIONS).id


async def test_in_shadow_one_preview_is_edited_where_it_stands_until_reminders_go_out(bot: BotOnAClock) -> None:
    arrived = await days(bot, INSTALLED.date() + DAY, START - DAY)
    previews = [found[SECRETARY] for found in arrived.values() if found and "esikatselu" in found[SECRETARY].words]
    (preview,) = previews
    assert preview.edits >= 2
    assert "24.11.2026" in preview.words
    assert "Aloita muistutukset" in preview.labels
    words = [day for day, found in arrived.items() if found and "Muistutukset alkavat" in found[SECRETARY].words]
    assert words == [START - 3 * DAY], "on the last working day before a holiday and a weekend"

    await bot.round(nine(START))
    assert "Muistutuksia lähetetään 7.12.2026 alkaen" in preview.words
    assert "Aloita muistutukset" not in preview.labels


async def test_without_a_start_people_are_left_alone_for_two_weeks(bot: BotOnAClock) -> None:
    arrived = await days(bot, INSTALLED.date() + DAY, START - DAY)
    assert {user for found in arrived.values() for user in found} == {SECRETARY}
    assert MAINTAINER in await bot.round(nine(START))


async def test_nothing_arrives_outside_office_hours(bot: BotOnAClock) -> None:
    """Hour by hour over two weeks with a public holiday: messages come on working days from nine to four alone."""
    moments = [datetime.combine(date(2026, 12, 4), time(), HELSINKI) + timedelta(hours=n) for n in range(24 * 14)]
    arrived = [at for at in moments if await bot.round(at)]
    assert arrived
    assert all(at.weekday() < 5 and time(9) <= at.time() < time(16) for at in arrived)


async def test_what_was_late_for_office_hours_is_not_brought_at_night(bot: BotOnAClock) -> None:
    """Claimed in the last minute of the day, and nobody there to bring it: it comes on the next day, once."""
    last_minute = datetime.combine(START, time(15, 59), HELSINKI)
    bot.clock.at = last_minute
    await bot.application.go_round(last_minute)
    assert await bot.round(last_minute + timedelta(hours=3)) == {}
    assert MAINTAINER in await bot.round(nine(START + DAY))


async def test_what_was_just_said_counts_in_its_place_alone(bot: BotOnAClock) -> None:
    somebody = bot.somebody(COVER)
    assert "Kirjaston Instagram" in (await somebody.ask("vem sköter bibliotekets instagram")).words
    assert "Kirjaston Facebook" in (await somebody.ask("och facebook?")).words
    assert "Ansvarig" in (await somebody.ask("tiktok")).words
    there = len(bot.slack.workspace.shown)
    await somebody.direct("facebook")
    await bot.settle()
    assert "Ansvarig" not in "".join(one.words for one in bot.slack.workspace.shown[there:])
