"""Replies to those who want the channels in figures."""

import asyncio
from collections.abc import Mapping

from bot.conversation.exchange import Outcome
from bot.conversation.turn import Reply, Services, Spoken, private
from bot.messages.parts import say
from bot.messages.report.words import report_words
from bot.services.report.reports import NoSuchDayError
from bot.understanding.commands import Intent


async def _report(services: Services, turn: Spoken) -> Outcome:
    """The channels in figures, as of the day that was named, at the end of several days their last."""
    reading, asked = turn.reading, services.lookup.asked(services.answers.guideline.duties)
    day = min(reading.dates.end, turn.today) if reading.dates else None
    try:
        report = await services.reports.report(turn.actor, reading.query, asked, day, turn.at)
    except NoSuchDayError as error:
        return private(say(turn.language, "report-no-such-day", first=error.first))
    return private(await asyncio.to_thread(report_words, report, services.platforms, turn.language))


REPLIES: Mapping[Intent, Reply] = {Intent.REPORT: _report}
