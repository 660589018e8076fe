"""The ICT secretary hears that no reminders went out, in words that say what to do."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.language import Language
from bot.services.notices import RoundsMissed
from tests.acceptance.reminder_days import AT_START, DAY
from tests.support.bot_in_memory import Bot, make_bot, text_of

SECRETARY = "slack:U0ICT0001"
WORDS = {
    Language.FI: ("Muistutuksia ei lähtenyt", "2 työpäivänä", "pyydä botin ylläpitoa"),
    Language.SV: ("Inga påminnelser skickades", "2 arbetsdagar", "driften av boten"),
    Language.EN: ("No reminders went out", "2 working days", "whoever runs the bot"),
}


@pytest.mark.parametrize("language", Language)
async def test_days_without_a_round_are_told_when_the_bot_is_back(language: Language) -> None:
    bot = await make_bot()
    await bot.application.go_round(AT_START)
    bot.clock.at = AT_START + 3 * DAY
    for hour in range(3):
        await bot.application.go_round(bot.clock.at + timedelta(hours=hour))
        await bot.application.deliver(bot.clock.at + timedelta(hours=hour))
    assert len(_missed(bot)) == 1
    (notice,) = _missed(bot)
    bot.notifier.sent["slack-u0ict0001"].append(notice)
    text = text_of(await bot.newest_notice(SECRETARY, language))
    assert all(words in text for words in WORDS[language])


async def test_whoever_goes_the_rounds_by_the_console_is_told_nothing() -> None:
    bot = await make_bot()
    for days in (0, 3):
        await bot.application.go_round_and_deliver(AT_START + days * DAY)
    assert _missed(bot) == []


def _missed(bot: Bot) -> list[RoundsMissed]:
    return [one for one in bot.notifier.sent.get("slack-u0ict0001", ()) if isinstance(one, RoundsMissed)]
