"""What tests of the keeping of channels look at, and how a test marks somebody as gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.conversation.exchange import Outcome
from bot.domain.channels import Channel
from bot.domain.language import Language
from bot.messages.texts import texts_in
from bot.services.ports import Event
from bot.services.register.documents import register_of
from tests.acceptance.people import ICT
from tests.support.bot_in_memory import NOON, Bot, form_of
from tests.support.registers import put_in

TODAY = NOON.date()
NOT_KEEPER = "Tämän voivat tehdä vain kanavan vastuuhenkilö"
NOT_STAFF = "Tämä on vain kunnan omalle henkilöstölle"
"""What is said to whom the register does not name as a channel's responsible person or maintainer."""
SUPERIOR = "U0LIBHEAD"
"""Who authorises, as it is filled in in a form: the head of the library."""


async def channel_of(bot: Bot, channel_id: str = "kirjasto-instagram") -> Channel:
    return register_of(await bot.application.store.read()).channels[channel_id]


async def version_of(bot: Bot) -> int:
    return register_of(await bot.application.store.read()).version


async def leave(bot: Bot, who: str, on: date = TODAY) -> None:
    """Mark ``who`` as somebody who has left, without telling anybody."""
    person = replace(await bot.person(who), left_on=on)
    await put_in(bot.application.store, Event("operator", NOON, "left"), people=[person])


async def say_left(bot: Bot, text: str, language: Language) -> Outcome:
    """Say ``text``, with which somebody is to be marked as having left, and confirm it."""
    question = await bot.said(ICT, text, locale=language)
    return await bot.pressed(ICT, question, texts_in(language)("button-left"))


def errors(outcome: Outcome) -> dict[str, str]:
    """What is wrong at the fields of the reply's form."""
    return dict(form_of(outcome).errors)
