"""Days on which reminders go out, to a bot in memory."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.conversation.exchange import Outcome
from bot.domain.language import Language
from bot.domain.reminders.notice import ReminderNotice
from bot.messages.notices import render
from tests.support.bot_in_memory import HELSINKI, Bot
from tests.support.looks import confusing

COVER = "slack:U0LIB0009"
"""Somebody who keeps no channel, and stands in for who does."""
FI = Language.FI
DAY = timedelta(days=1)
START = date(2026, 12, 7)
"""Two weeks after the register was made: people get reminders from then on."""
AT_START = datetime(2026, 12, 7, 9, 0, tzinfo=HELSINKI)
KEY = "slack-u0lib0001"


async def run(bot: Bot, at: datetime) -> dict[str, Outcome]:
    """Let it be ``at``, and give the reminders that arrive, by person, as they are shown."""
    bot.clock.at = at
    before = {person: len(notices) for person, notices in bot.notifier.sent.items()}
    await bot.application.services.rounds.run(at)
    await bot.application.outbox.deliver_due(at)
    new = {person: notices[before.get(person, 0) :] for person, notices in bot.notifier.sent.items()}
    reminders = {person: [one for one in notices if isinstance(one, ReminderNotice)] for person, notices in new.items()}
    assert all(len(found) <= 1 for found in reminders.values())
    shown = {person: render(found[0], FI) for person, found in reminders.items() if found}
    assert [problem for message in shown.values() for problem in confusing(message)] == []
    return {person: Outcome(message) for person, message in shown.items()}


async def days(bot: Bot, start: datetime, number: int) -> dict[date, dict[str, Outcome]]:
    """The reminders of that many days."""
    found = {start.date() + n * DAY: await run(bot, start + n * DAY) for n in range(number)}
    return {day: arrived for day, arrived in found.items() if arrived}


def latest(bot: Bot, person: str) -> Outcome:
    return Outcome(render(bot.notifier.sent[person][-1], FI))
