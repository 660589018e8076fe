"""Whoever is away names a cover, who is reminded in their place, and may be away in turn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.conversation.exchange import Outcome
from bot.conversation.forms.form import Form
from bot.domain.channels import HolidayCover
from bot.domain.people import Person
from bot.messages.notices import render
from bot.services.notices import CoverDeclined
from bot.services.ports import Event
from bot.services.register.documents import register_of
from tests.acceptance.people import HEAD, ICT, MAINTAINER, OTHER
from tests.acceptance.reminder_days import (
    AT_START,
    COVER,
    DAY,
    FI,
    KEY,
    days,
    latest,
    run,
)
from tests.support.bot_in_memory import NOON, Bot, buttons, text_of
from tests.support.registers import put_in, register_in


async def covers(bot: Bot) -> tuple[HolidayCover, ...]:
    return register_of(await bot.application.store.read()).channels["kirjasto-facebook"].holiday_covers


async def test_away_with_a_cover_lets_the_cover_have_the_next_one(bot: Bot) -> None:
    reminder = (await run(bot, AT_START))[KEY]
    form = await bot.pressed(MAINTAINER, reminder, "Olen poissa")
    answered = await bot.submitted(MAINTAINER, form, start="2026-12-08", end="2026-12-23", cover="U0LIB0009")
    assert answered.replaces
    assert "sijaisesi hoitaa kanavaa 23.12.2026 asti" in text_of(answered)
    assert not buttons(answered), "nothing is left to answer, of the holidays neither"
    found = await days(bot, AT_START + DAY, 5)
    to_cover = next(arrived["slack-u0lib0009"] for arrived in found.values() if "slack-u0lib0009" in arrived)
    assert "on poissa" in text_of(to_cover)
    assert not any(KEY in arrived for arrived in found.values())
    assert "merkitty päivitetyksi" in text_of(await bot.pressed(COVER, to_cover, "Päivitetty tänään"))


async def test_a_cover_who_declines_is_none_and_the_absent_is_told(bot: Bot) -> None:
    reminder = (await run(bot, AT_START))[KEY]
    form = await bot.pressed(MAINTAINER, reminder, "Olen poissa")
    await bot.submitted(MAINTAINER, form, start="2026-12-08", end="2026-12-23", cover="U0LIB0009")
    asked = latest(bot, "slack-u0lib0009")
    declined = await bot.pressed(COVER, asked, "En voi olla sijaisena")
    assert "et ole sijaisena" in text_of(declined)
    assert "päättynyt tai peruttu" in text_of(await bot.pressed(COVER, asked, "En voi olla sijaisena"))
    assert await covers(bot) == ()
    assert isinstance(bot.notifier.sent[KEY][-1], CoverDeclined)
    found = await days(bot, AT_START + DAY, 10)
    assert not any(KEY in arrived or "slack-u0lib0009" in arrived for arrived in found.values())
    # On the day of the maintainers' third reminder nothing is due to the responsible person themself.
    stands_in = text_of(found[date(2026, 12, 17)]["slack-u0libhead"])
    assert "Kirjaston Facebook" in stands_in
    assert "Kysyn sinulta, koska Kirjaston ylläpitäjä 1 on poissa" in stands_in
    form = await bot.pressed(MAINTAINER, latest(bot, KEY), "Nimeä toinen")
    again = await bot.submitted(MAINTAINER, form, start="2026-12-18", end="2026-12-23", cover="U0LIB0002")
    assert not isinstance(again.reply, Form), text_of(again)
    assert len(await covers(bot)) == 1


async def cover_agreed(bot: Bot) -> Outcome:
    """The maintainer is away until Christmas, and this is the reminder that the cover gets."""
    reminder = (await run(bot, AT_START))[KEY]
    form = await bot.pressed(MAINTAINER, reminder, "Olen poissa")
    await bot.submitted(MAINTAINER, form, start="2026-12-07", end="2026-12-23", cover="U0LIB0009")
    return (await run(bot, AT_START + 3 * DAY))["slack-u0lib0009"]


async def test_a_cover_who_keeps_no_channel_and_is_away_passes_the_cover_on_and_has_it_back(bot: Bot) -> None:
    reminder = await cover_agreed(bot)
    form = await bot.pressed(COVER, reminder, "Olen poissa")
    answered = await bot.submitted(COVER, form, start="2026-12-10", end="2026-12-17", cover="U0STAFF01")
    assert "Kirjaston Facebook" in text_of(answered)
    assert "sijaisesi hoitaa kanavaa 17.12.2026 asti" in text_of(answered)
    assert not buttons(answered)
    told = latest(bot, "slack-u0staff01")
    assert "10.12.2026–17.12.2026" in text_of(told)
    assert "Kirjaston ylläpitäjä 1" in text_of(told)
    arrived = await run(bot, AT_START + 10 * DAY)
    assert "Kysyn sinulta, koska Kirjaston ylläpitäjä 1 on poissa" in text_of(arrived["slack-u0staff01"])
    assert not {KEY, "slack-u0lib0009"} & arrived.keys()
    days = [(cover.start.day, cover.end.day, cover.person) for cover in await covers(bot)]
    assert sorted(days) == [(7, 9, "slack-u0lib0009"), (10, 17, "slack-u0staff01"), (18, 23, "slack-u0lib0009")]


async def test_a_cover_who_has_passed_some_days_on_can_decline_the_others(bot: Bot) -> None:
    form = await bot.pressed(COVER, await cover_agreed(bot), "Olen poissa")
    asked = Outcome(render(bot.notifier.sent["slack-u0lib0009"][0], FI))
    await bot.submitted(COVER, form, start="2026-12-11", end="2026-12-17", cover="U0STAFF01")
    assert "et ole sijaisena" in text_of(await bot.pressed(COVER, asked, "En voi olla sijaisena"))
    told = [one for one in bot.notifier.sent[KEY] if isinstance(one, CoverDeclined)]
    assert [(one.start.day, one.end.day) for one in told] == [(7, 10), (18, 23)]
    assert [(cover.start.day, cover.person) for cover in await covers(bot)] == [(11, "slack-u0staff01")]
    assert "päättynyt tai peruttu" in text_of(await bot.pressed(COVER, asked, "En voi olla sijaisena"))


async def test_whoever_got_a_cover_passed_on_can_decline_it(bot: Bot) -> None:
    form = await bot.pressed(COVER, await cover_agreed(bot), "Olen poissa")
    await bot.submitted(COVER, form, start="2026-12-10", end="2026-12-23", cover="U0STAFF01")
    declined = await bot.pressed("slack:U0STAFF01", latest(bot, "slack-u0staff01"), "En voi olla sijaisena")
    assert "et ole sijaisena" in text_of(declined)
    assert isinstance(bot.notifier.sent[KEY][-1], CoverDeclined)


async def test_who_declines_one_cover_keeps_the_next_that_was_agreed_apart(bot: Bot) -> None:
    for start, end in (("7.12.", "13.12."), ("14.12.", "23.12.")):
        await bot.said(MAINTAINER, f"olen lomalla {start}–{end}, sijainen slack:U0LIB0009", locale=FI)
    first = Outcome(render(bot.notifier.sent["slack-u0lib0009"][0], FI))
    assert "et ole sijaisena" in text_of(await bot.pressed(COVER, first, "En voi olla sijaisena"))
    assert [(cover.start.day, cover.end.day) for cover in await covers(bot)] == [(14, 23)]


async def test_a_cover_can_decline_after_whoever_they_passed_days_on_to_has_declined(bot: Bot) -> None:
    form = await bot.pressed(COVER, await cover_agreed(bot), "Olen poissa")
    asked = Outcome(render(bot.notifier.sent["slack-u0lib0009"][0], FI))
    await bot.submitted(COVER, form, start="2026-12-09", end="2026-12-10", cover="U0STAFF01")
    await bot.pressed("slack:U0STAFF01", latest(bot, "slack-u0staff01"), "En voi olla sijaisena")
    assert "et ole sijaisena" in text_of(await bot.pressed(COVER, asked, "En voi olla sijaisena"))
    assert [(cover.start.day, cover.end.day) for cover in await covers(bot)] == [(7, 8)], "what is over stays"


async def test_whoever_gets_a_cover_of_nobody_in_particular_stands_in_for_who_passed_it_on(bot: Bot) -> None:
    register = await register_in(bot.application.store)
    channel = register.channels["kirjasto-facebook"]
    cover = HolidayCover(date(2026, 12, 1), date(2026, 12, 23), "slack-u0lib0009")
    covered, person = replace(channel, holiday_covers=(cover,)), Person("slack-u0lib0009", identities=(COVER,))
    await put_in(bot.application.store, Event("operator", NOON, "import"), [covered], [person])
    await bot.said(COVER, "olen lomalla 1.12.–23.12., sijainen slack:U0STAFF01", locale=FI)
    assert [(one.person, one.absent) for one in await covers(bot)] == [("slack-u0staff01", "slack-u0lib0009")]
    told = latest(bot, "slack-u0staff01")
    assert "et ole sijaisena" in text_of(await bot.pressed("slack:U0STAFF01", told, "En voi olla sijaisena"))
    assert await covers(bot) == ()


async def test_a_cover_says_in_words_as_well_that_they_are_away(bot: Bot) -> None:
    await cover_agreed(bot)
    said = await bot.said(COVER, "olen lomalla 14.12.–23.12., sijainen slack:U0STAFF01", locale=FI)
    assert "Poissa 14.12.2026–23.12.2026" in text_of(said)
    late = await bot.said(COVER, "olen lomalla 1.7.2027–31.7.2027, sijainen slack:U0STAFF01", locale=FI)
    assert "Et ole näinä päivinä kenenkään sijainen" in text_of(late)


async def test_of_what_a_keeper_covers_besides_nobody_is_told_that_it_is_covered(bot: Bot) -> None:
    """The second maintainer covers for the first. Whom they name stands in for them alone: with a cover away, the
    responsible person is asked."""
    form = await bot.pressed(MAINTAINER, (await run(bot, AT_START))[KEY], "Olen poissa")
    await bot.submitted(MAINTAINER, form, start="2026-12-07", end="2026-12-23", cover="U0LIB0002")
    reminder = (await run(bot, AT_START + 3 * DAY))["slack-u0lib0002"]
    form = await bot.pressed(OTHER, reminder, "Olen poissa")
    answered = text_of(await bot.submitted(OTHER, form, start="2026-12-10", end="2026-12-23", cover="U0STAFF01"))
    assert "Kirjaston Instagram (https://www.instagram.com/esimerkkikirjasto/): sijaisesi hoitaa" in answered
    assert "Kirjaston Facebook\nOnko kanavaa päivitetty" in answered
    arrived = await run(bot, AT_START + 10 * DAY)
    assert "Kirjaston Facebook" in text_of(arrived["slack-u0libhead"])


async def test_whoever_stands_in_is_offered_only_what_they_can_do(bot: Bot) -> None:
    await bot.said(MAINTAINER, "olen lomalla 7.12.–23.12., sijainen slack:U0LIB0002", locale=FI)
    await bot.said(OTHER, "olen lomalla 7.12.–23.12., sijainen slack:U0STAFF01", locale=FI)
    await bot.said(HEAD, "olen lomalla 7.12.–23.12., sijainen slack:U0STAFF01", locale=FI)
    reminder = (await run(bot, AT_START))["slack-u0ict0001"]
    assert "Kysyn sinulta, koska Kirjaston ylläpitäjä 1 on poissa" in text_of(reminder)
    assert "Olen poissa" not in [button.label for button in buttons(reminder)]
    more = await bot.pressed(ICT, reminder, "Muu vastaus")
    assert {"Ehdota kanavan lopettamista"} <= {button.label for button in buttons(more)}
    assert "Ei ole enää minun" not in [button.label for button in buttons(more)]


async def test_an_agreed_cover_shows_in_look_ups_before_it_begins(bot: Bot) -> None:
    await bot.said(MAINTAINER, "olen lomalla 21.12.–31.12., sijainen slack:U0LIB0009", locale=FI)
    shown = text_of(await bot.said(OTHER, "kuka hoitaa kirjaston facebookia", locale=FI))
    assert "21.12.2026–31.12.2026" in shown


async def test_what_is_held_on_somebody_has_their_absences_and_covers(bot: Bot) -> None:
    await bot.said(MAINTAINER, "olen lomalla 7.12.–23.12., sijainen slack:U0LIB0002", locale=FI)
    await bot.said(MAINTAINER, "olen lomalla 1.2.2027–7.2.2027, sijainen slack:U0LIB0009", locale=FI)
    await bot.pressed(COVER, latest(bot, "slack-u0lib0009"), "En voi olla sijaisena")
    held = text_of(await bot.said(MAINTAINER, "minä", locale=FI))
    assert "Poissaolot: 1.2.2027–7.2.2027; 7.12.2026–23.12.2026, sijaisena Kirjaston ylläpitäjä 2" in held
    assert "Sijaisuudet: ei merkitty" in held
    held = text_of(await bot.said(OTHER, "minä", locale=FI))
    assert "Poissaolot: ei merkitty" in held
    assert "Sijaisuudet: 7.12.2026–23.12.2026, poissa Kirjaston ylläpitäjä 1" in held
