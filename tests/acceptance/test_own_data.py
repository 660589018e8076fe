"""What people are told of their own data, and what they can do about them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.channels import HolidayCover, Status
from bot.domain.language import Language
from bot.messages.model import Verb
from bot.services.ports import Event
from bot.services.questions.documents import OPEN
from bot.services.register.documents import register_of
from tests.acceptance.keeping import channel_of, leave, version_of
from tests.acceptance.people import GUEST, HEAD, ICT, MAINTAINER, OTHER, STAFF
from tests.support.bot_in_memory import NOON, Bot, labels, text_of
from tests.support.registers import put_in
from tests.support.traces import is_named

EN, FI, SV = Language.EN, Language.FI, Language.SV
QUESTION = "saako kesäjuhlista kertoa ennakkoon"


async def give_up(bot: Bot, who: str) -> None:
    """Let ``who`` maintain nothing any more."""
    person = await bot.person(who)
    register = register_of(await bot.application.store.read())
    changed = [
        replace(one, maintainers=tuple(each for each in one.maintainers if each.person != person.id))
        for one in register.channels.values()
        if person.id in one.maintainer_ids
    ]
    await put_in(bot.application.store, Event("operator", NOON, "handover"), changed)


async def ask(bot: Bot, who: str, *, guest: bool = False) -> None:
    await bot.pressed_old(who, Verb.ASK_SECRETARY, QUESTION, guest=guest)


@pytest.mark.parametrize(
    ("language", "words"),
    [(FI, "Kuinka kauan"), (SV, "Hur länge"), (EN, "How long")],
)
@pytest.mark.parametrize("who", [STAFF, MAINTAINER, ICT])
async def test_me_says_why_and_how_long_and_offers_both(bot: Bot, who: str, language: Language, words: str) -> None:
    said = {FI: "mitä tietoja minusta on", SV: "vad vet du om mig", EN: "me"}[language]
    outcome = await bot.said(who, said, locale=language)
    assert words in text_of(outcome)
    assert all(number in text_of(outcome) for number in ("730", "90", "30", "180"))
    assert len(labels(outcome)) == 2 + len(Language)


async def test_the_download_has_what_is_kept_and_nobody_else(bot: Bot) -> None:
    await ask(bot, MAINTAINER)
    outcome = await bot.pressed(MAINTAINER, await bot.said(MAINTAINER, "me", locale=EN), "Download my data")
    text = text_of(outcome)
    assert all(word in text for word in ("slack:U0LIB0001", "Kirjaston Instagram", QUESTION, "import"))
    for other in (OTHER, HEAD, ICT):
        assert not is_named(await bot.person(other), text)


async def test_a_long_download_is_continued_until_all_was_said(bot: Bot) -> None:
    for number in range(60):
        await bot.said(ICT, f"muokkaa kirjaston instagram nimi=Kirjasto {number}")
    outcome = await bot.pressed(ICT, await bot.said(ICT, "me", locale=EN), "Download my data")
    parts = [text_of(outcome)]
    while "Continue" in labels(outcome):
        outcome = await bot.pressed(ICT, outcome, "Continue")
        parts.append(text_of(outcome))
    assert len(parts) > 1
    assert max(map(len, parts)) < 9_000
    assert all(f"seq: {number}," in "\n".join(parts) for number in range(2, 62))
    assert f"Part {len(parts)} of {len(parts)}" in parts[-1]


async def test_who_keeps_channels_is_told_to_hand_them_over_first_and_nothing_changes(bot: Bot) -> None:
    before = await version_of(bot)
    outcome = await bot.pressed(MAINTAINER, await bot.said(MAINTAINER, "me", locale=EN), "Remove my data")
    assert "Kirjaston Instagram, Kirjaston Facebook" in text_of(outcome)
    assert "Hand them over first" in text_of(outcome)
    forced = await bot.pressed_old(MAINTAINER, Verb.REMOVE_MY_DATA_NOW)
    assert "Mitään ei poistettu" in text_of(forced)
    assert await version_of(bot) == before


async def test_who_covers_for_somebody_or_has_a_role_is_told_so(bot: Bot) -> None:
    other = await bot.person(STAFF)
    cover = HolidayCover(NOON.date(), NOON.date(), other.id, (await bot.person(MAINTAINER)).id)
    channel = replace(await channel_of(bot), holiday_covers=(cover,))
    await put_in(bot.application.store, Event("operator", NOON, "away"), [channel], [other])
    assert "Agree on another cover" in text_of(
        await bot.pressed(STAFF, await bot.said(STAFF, "me", locale=EN), "Remove my data")
    )
    assert "settings name you in a role" in text_of(
        await bot.pressed(ICT, await bot.said(ICT, "me", locale=EN), "Remove my data")
    )


async def test_after_a_yes_nothing_of_the_person_is_left_and_the_rest_goes_on(bot: Bot) -> None:
    person, store = await bot.person(MAINTAINER), bot.application.store
    await bot.said(MAINTAINER, "päivitin kirjaston facebookin eilen")
    await ask(bot, MAINTAINER)
    await give_up(bot, MAINTAINER)
    asked = await bot.pressed(MAINTAINER, await bot.said(MAINTAINER, "me", locale=EN), "Remove my data")
    assert "cannot be undone" in text_of(asked)
    assert is_named(person, await store.read())
    done = await bot.pressed(MAINTAINER, asked, "Yes, remove my data")
    assert done.replaces
    assert "have been removed" in text_of(done)
    questions = await bot.application.questions.read()
    for kept in (await store.read(), questions, await store.history()):
        assert not is_named(person, kept)
    assert not questions.of(OPEN)
    outcome = await bot.said(MAINTAINER, "me", locale=EN)
    assert "Nothing about you is stored" in text_of(outcome)
    assert "Nothing about you is kept" in text_of(await bot.pressed(MAINTAINER, outcome, "Remove my data"))
    assert "Nothing about you is kept" in text_of(await bot.pressed(MAINTAINER, outcome, "Download my data"))
    assert "person-erased-" in text_of(await bot.said(ICT, "historia"))
    await bot.application.go_round_and_deliver(NOON)


async def test_a_guest_gets_and_removes_what_is_kept_of_them(bot: Bot) -> None:
    await ask(bot, GUEST, guest=True)
    me = await bot.said(GUEST, "me", locale=EN, guest=True)
    assert QUESTION in text_of(await bot.pressed(GUEST, me, "Download my data", guest=True))
    asked = await bot.pressed(GUEST, me, "Remove my data", guest=True)
    await bot.pressed(GUEST, asked, "Yes, remove my data", guest=True)
    assert not (await bot.application.questions.read()).of(OPEN)
    assert not is_named(await bot.person(GUEST), await bot.application.store.read())


async def test_somebody_who_has_left_gets_and_removes_theirs(bot: Bot) -> None:
    await give_up(bot, MAINTAINER)
    await leave(bot, MAINTAINER)
    asked = await bot.pressed(MAINTAINER, await bot.said(MAINTAINER, "me", locale=EN), "Remove my data")
    assert "have been removed" in text_of(await bot.pressed(MAINTAINER, asked, "Yes, remove my data"))


async def test_a_change_that_would_bring_them_back_is_not_undone_and_it_is_said_why(bot: Bot) -> None:
    await give_up(bot, MAINTAINER)
    await bot.said(ICT, "muokkaa nuorison tiktok nimi=Toinen")
    question = await bot.said(ICT, "peru")
    await bot.pressed_old(MAINTAINER, Verb.REMOVE_MY_DATA_NOW)
    await bot.pressed(ICT, question, "Peru muutos")
    assert (await channel_of(bot, "nuoriso-tiktok")).name != "Toinen", "a change of somebody else's channel is undone"
    before = await version_of(bot)
    refused = await bot.pressed(ICT, await bot.said(ICT, "peru"), "Peru muutos")
    assert "tiedot on poistettu" in text_of(refused)
    assert await version_of(bot) == before


async def test_a_change_of_a_channel_that_named_them_and_is_retired_is_still_undone(bot: Bot) -> None:
    await give_up(bot, MAINTAINER)
    channel = await channel_of(bot)
    await put_in(bot.application.store, Event("operator", NOON, "retire"), [replace(channel, status=Status.RETIRED)])
    await bot.pressed_old(MAINTAINER, Verb.REMOVE_MY_DATA_NOW)
    await bot.pressed(ICT, await bot.said(ICT, "peru"), "Peru muutos")
    assert (await channel_of(bot)).status is Status.IN_USE
