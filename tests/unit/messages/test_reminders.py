"""What the weekly list leads on to."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.language import Language
from bot.domain.reminders.notice import ChannelName, ReminderNotice, SecretaryDigest
from bot.messages.model import Verb, presses
from bot.messages.reminders import reminder
from bot.messages.texts import texts_in
from bot.understanding.commands import Intent
from tests.support.bot_in_memory import make_bot


@pytest.mark.parametrize("language", list(Language))
async def test_channels_beyond_those_in_the_weekly_list_are_one_press_away(language: Language) -> None:
    channels = tuple(ChannelName(f"c{number}", f"Kanava {number}") for number in range(5))
    message = reminder(ReminderNotice("key", digest=SecretaryDigest(idle=channels)), texts_in(language))
    buttons = list(presses(message))
    assert [button.action.verb for button in buttons].count(Verb.OWNER) == 3
    (others,) = (button for button in buttons if button.action.verb is Verb.SAY)
    bot = await make_bot()
    read = await bot.application.conversation.understand(others.action.args[0], date(2026, 11, 30))
    assert read.intent is Intent.AUDIT
