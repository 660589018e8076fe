"""A question on the guideline that names a channel, and what may be meant in two ways."""

from __future__ import annotations

import pytest

from bot.conversation.exchange import Incoming, Pressed
from bot.conversation.forms.form import Form
from bot.domain.language import Language
from bot.messages.model import Action, Verb
from tests.support.bot_in_memory import buttons, make_bot, text_of

STAFF, GUEST, ICT = "slack:U0STAFF01", "slack:U0GUEST01", "slack:U0ICT0001"


@pytest.mark.parametrize(
    ("said", "section", "owner"),
    [
        ("saako kirjaston facebookiin laittaa lasten kuvia", "luku 6", "Kirjaston Facebook (Sivistyspalvelut)"),
        ("måste man svara på kommentarer på bibliotekets facebook", "kapitel 4", "Ansvarig person"),
        ("may the library's facebook be updated during working hours", "section 6", "responsible person"),
    ],
)
async def test_a_question_that_names_a_channel_is_answered_with_its_owner_too(
    said: str, section: str, owner: str
) -> None:
    bot = await make_bot()
    asked = await bot.said(STAFF, said)
    assert asked.understood is not None
    assert (asked.understood.intent, asked.understood.channels) == ("ask", ("kirjasto-facebook",))
    text = text_of(asked)
    assert owner.lower() in text.lower()
    assert "Kirjastotoimenjohtaja" in text
    shown = await bot.pressed(STAFF, asked, "Kirjaston Facebook")
    assert "https://www.facebook.com/esimerkkikirjasto" in text_of(shown)


async def test_a_question_on_a_whole_platform_names_no_owner() -> None:
    bot = await make_bot()
    asked = await bot.said(STAFF, "saako työaikana käyttää instagramia")
    assert "Kirjastotoimenjohtaja" not in text_of(asked)
    assert Verb.OWNER not in {button.action.verb for button in buttons(asked)}


async def test_a_guest_who_asks_of_a_channel_is_told_of_no_people() -> None:
    bot = await make_bot()
    asked = await bot.said(GUEST, "saako kirjaston facebookiin laittaa lasten kuvia", guest=True)
    assert "Kirjaston Facebook" in text_of(asked)
    assert "Kirjastotoimenjohtaja" not in text_of(asked)
    shown = await bot.pressed(GUEST, asked, "Kirjaston Facebook", guest=True)
    assert "Kirjastotoimenjohtaja" not in text_of(shown)


async def test_a_question_that_may_be_meant_in_two_ways_is_asked_back_once() -> None:
    bot = await make_bot()
    asked = await bot.said(STAFF, "kuka vastaa kommentteihin kirjaston facebookissa")
    assert "[Kuka kanavasta vastaa] [Kysy sosiaalisen median ohjeesta]" in text_of(asked)
    people = await bot.pressed(STAFF, asked, "Kuka kanavasta vastaa")
    assert "Kirjastotoimenjohtaja" in text_of(people)
    assert people.replaces
    rule = await bot.pressed(STAFF, asked, "Kysy sosiaalisen median ohjeesta")
    assert rule.understood is not None
    assert rule.understood.intent == "ask"
    for outcome in (people, rule):
        verbs = {button.action.verb for button in buttons(outcome)}
        assert not verbs & {Verb.MEANT, Verb.SHARE}  # to share says the text again, and that asks back


async def test_a_command_that_may_be_meant_in_two_ways_is_asked_back_with_what_was_said() -> None:
    bot = await make_bot()
    asked = await bot.said(ICT, "the library's instagram is closed 1.6.-31.8.")
    assert {button.action.args[0] for button in buttons(asked)} == {"pause", "retire"}
    paused = await bot.pressed(ICT, asked, "Pause")
    assert isinstance(paused.reply, Form)
    assert (paused.reply.values["start"], paused.reply.values["end"]) == ("2027-06-01", "2027-08-31")
    assert paused.reply.language is Language.EN


@pytest.mark.parametrize("args", [("owner",), ("no-such-intent", "instagram"), ("owner", "instagram", "x"), ()])
async def test_a_press_that_means_nothing_known_is_of_an_older_message(args: tuple[str, ...]) -> None:
    bot = await make_bot()
    pressed = Pressed(Action(Verb.MEANT, args, Language.EN))
    incoming = Incoming(await bot.person(STAFF), pressed, bot.clock.now())
    assert "old message" in text_of(await bot.application.conversation.handle(incoming))
