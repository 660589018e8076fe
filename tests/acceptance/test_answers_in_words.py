"""Reminders that are answered in words: a bare yes, no, day or emoji, in three languages."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.conversation.exchange import Outcome
from bot.conversation.forms.form import Form
from bot.domain.evidence import newest
from bot.domain.reminders.notice import ReminderNotice
from bot.messages.model import Verb
from bot.messages.notices import render
from bot.messages.texts import texts_in
from bot.services.notices import ClosingProposed
from bot.services.register.documents import register_of
from bot.understanding.commands import Intent
from tests.acceptance.people import ICT, MAINTAINER, OTHER, STAFF
from tests.acceptance.reminder_days import AT_START, DAY, FI, KEY, START, days, run
from tests.support.bot_in_memory import REGISTER, Bot, buttons, labels, make_bot, text_of

ONE = "slack-u0lib0002"
"""Is asked about one channel; whoever has ``KEY``, about several."""


async def updated_on(bot: Bot, channel: str) -> date | None:
    evidence = newest(register_of(await bot.application.store.read()).channels[channel].evidence)
    return evidence.on if evidence else None


def shown(bot: Bot, person: str) -> Outcome:
    """The newest reminder of the person's as it stands in their messages now."""
    notices = [one for place, one in bot.notifier.shown.items() if bot.notifier.owners[place] == person]
    return Outcome(render([one for one in notices if isinstance(one, ReminderNotice)][-1], FI))


@pytest.mark.parametrize(
    ("said", "ago"),
    [
        ("joo", 0),
        ("Kyllä, toissapäivänä", 2),
        ("on kyllä!", 0),
        ("👍🏾", 0),
        (":thumbsup::skin-tone-2:", 0),
        ("eilen", 1),
        ("ja, i förrgår", 2),
        ("japp", 0),
        ("det har den, i går", 1),
        ("yep, three days ago", 3),
        ("it has been updated yesterday", 1),
        ("done, thanks", 0),
        ("2.12.", 5),
    ],
)
async def test_a_bare_yes_or_day_notes_the_one_channel_and_the_reminder_says_so(bot: Bot, said: str, ago: int) -> None:
    await run(bot, AT_START)
    await bot.said(OTHER, said)
    assert await updated_on(bot, "kirjasto-instagram") == START - timedelta(days=ago)
    assert ONE in bot.notifier.redrawn
    now = text_of(shown(bot, ONE))
    assert "✓ " in now
    assert "merkitty päivitetyksi" in now
    assert "Päivitetty tänään" not in labels(shown(bot, ONE))


NOT_DONE = [
    *("ei ole", "emme ehtineet", "👎", ":-1:", "unohtui", "unohdin kokonaan", "ei ole tullut tehtyä", "en osaa sanoa"),
    *("nej, inte än", "jag glömde", "jag glömde helt", "har inte haft tid", "det blev inte gjort", "minns inte"),
    *("nope", "I forgot", "totally forgot about it", "we haven't had the time", "sorry, slipped my mind"),
    "not sure, sorry",
]


@pytest.mark.parametrize("said", NOT_DONE)
async def test_a_bare_no_and_who_does_not_know_is_asked_when_to_ask_again(bot: Bot, said: str) -> None:
    await run(bot, AT_START)
    asked = await bot.said(OTHER, said)
    assert [one.action.args[-1] for one in buttons(asked)[:3]] == ["3", "7", "14"]
    assert len(buttons(asked)) == 7
    done = await bot.pressed(OTHER, asked, buttons(asked)[1].label)
    assert done.replaces
    assert "14" in text_of(done)
    assert "muistutan uudestaan 14.12.2026" in text_of(shown(bot, ONE))
    found = await days(bot, AT_START + DAY, 10)
    assert [day for day, arrived in found.items() if ONE in arrived] == [date(2026, 12, 14)]


async def test_of_several_channels_all_are_noted_at_one_press_or_each_by_itself(bot: Bot) -> None:
    await run(bot, AT_START)
    asked = await bot.said(MAINTAINER, "joo, eilen")
    assert "Mitkä kanavat merkitään päivitetyiksi 6.12.2026?" in text_of(asked)
    assert await updated_on(bot, "kirjasto-facebook") != START - DAY
    one = await bot.pressed(MAINTAINER, asked, "Kirjaston Facebook")
    assert "Kirjaston Facebook" in text_of(one)
    assert await updated_on(bot, "kirjasto-facebook") == START - DAY
    assert await updated_on(bot, "kirjasto-instagram") != START - DAY
    assert KEY in bot.notifier.redrawn
    rest = await bot.pressed(MAINTAINER, asked, "Kaikki")
    assert "Kirjaston Facebook" not in text_of(rest)
    assert await updated_on(bot, "kirjasto-instagram") == START - DAY
    gone = await bot.pressed(MAINTAINER, asked, "Kaikki")
    assert "vanha" in text_of(gone) or "enää" in text_of(gone)


async def test_all_said_in_words_are_noted_at_once_in_one_commit(bot: Bot) -> None:
    await run(bot, AT_START)
    before = (await bot.application.store.read()).seq
    await bot.said(MAINTAINER, "yes, both of them")
    assert (await bot.application.store.read()).seq == before + 1
    assert await updated_on(bot, "kirjasto-facebook") == await updated_on(bot, "kirjasto-instagram") == START


@pytest.mark.parametrize(
    "said",
    [
        *("en hoida enää", "jag är inte längre ansvarig", "that's not mine any more", "olen vaihtanut työtehtäviä"),
        *("jag ansvarar inte längre för den", "I'm no longer responsible for it"),
    ],
)
async def test_whoever_does_not_keep_it_any_more_comes_to_the_hand_over(bot: Bot, said: str) -> None:
    await run(bot, AT_START)
    form = await bot.pressed(OTHER, await bot.said(OTHER, said), "Kirjaston Instagram")
    assert isinstance(form.reply, Form)
    await bot.submitted(OTHER, form, to="U0LIB0009", authorised_by="U0LIBHEAD")
    assert "ehdotus luovutuksesta on lähetetty" in text_of(shown(bot, ONE))


GONE = [
    *("kanavaa ei enää ole", "tili on poistettu", "se on lopetettu jo viime vuonna", "ei, se lakkautettiin"),
    *("sidan är borttagen", "kontot finns inte längre", "den lades ner i fjol", "nej, vi tog bort den"),
    *("that channel no longer exists", "it's gone", "we closed it down last spring", "the page has been deleted"),
]


@pytest.mark.parametrize("said", GONE)
async def test_where_the_channel_is_gone_its_closing_is_proposed_at_one_press(bot: Bot, said: str) -> None:
    await run(bot, AT_START)
    asked = await bot.said(OTHER, said)
    assert [one.action.verb for one in buttons(asked)] == [Verb.REMINDER_CLOSE]
    proposed = await bot.pressed(OTHER, asked, "Kirjaston Instagram")
    assert texts_in(proposed.reply.language)("reminder-answer-closing") in text_of(proposed)
    assert isinstance(bot.notifier.sent["slack-u0ict0001"][-1], ClosingProposed)
    several = await bot.said(MAINTAINER, said)
    assert labels(several) == ["Kirjaston Instagram", "Kirjaston Facebook"]


@pytest.mark.parametrize(
    "said",
    [
        *("ei, ei ole suljettu", "kanavaa ei ole poistettu", "ei ole enää aikaa"),
        *("nej, den är inte nedlagd", "no, it's not closed", "it isn't gone"),
    ],
)
async def test_who_says_that_a_channel_is_not_gone_is_not_led_to_its_closing(bot: Bot, said: str) -> None:
    await run(bot, AT_START)
    offered = [one.action.verb for one in buttons(await bot.said(OTHER, said))]
    assert offered != [Verb.REMINDER_CLOSE]
    assert Verb.REMINDERS_LATER in offered, "a no is asked when it may come again"


@pytest.mark.parametrize("said", ["kanavaa ei enää ole", "sidan är borttagen", "that channel no longer exists"])
async def test_whoever_may_retire_a_channel_that_is_gone_comes_to_the_form(tmp_path: Path, said: str) -> None:
    document = json.loads(REGISTER.read_text(encoding="utf-8"))
    (kept,) = (one for one in document["channels"] if one["id"] == "kirjasto-facebook")
    kept["maintainers"] = ["U0ICT0001"]
    register = tmp_path / "register.json"
    register.write_text(json.dumps(document), encoding="utf-8")
    bot = await make_bot(register=register)
    await run(bot, AT_START)
    form = await bot.pressed(ICT, await bot.said(ICT, said), "Kirjaston Facebook")
    assert isinstance(form.reply, Form)
    assert form.reply.id == "retire"


@pytest.mark.parametrize("said", ["älkää muistuttako enää", "sluta påminna mig", "stop sending me reminders"])
async def test_whoever_wants_no_more_reminders_sees_how_they_end(bot: Bot, said: str) -> None:
    await run(bot, AT_START)
    assert len(buttons(await bot.said(OTHER, said))) == 8


async def test_ok_may_mean_that_it_was_read_so_it_is_asked(bot: Bot) -> None:
    await run(bot, AT_START)
    asked = await bot.said(OTHER, "ok")
    assert await updated_on(bot, "kirjasto-instagram") != START
    await bot.pressed(OTHER, asked, "Kirjaston Instagram")
    assert await updated_on(bot, "kirjasto-instagram") == START


async def test_a_day_ahead_is_when_to_ask_again(bot: Bot) -> None:
    await run(bot, AT_START)
    assert "14.12.2026" in text_of(await bot.said(OTHER, "ensi maanantaina"))
    assert "muistutan uudestaan 14.12.2026" in text_of(shown(bot, ONE))


async def test_the_last_reminder_offers_no_later_in_buttons_or_words(bot: Bot) -> None:
    found = await days(bot, AT_START, 12)
    last = [arrived[ONE] for arrived in found.values() if ONE in arrived][-1]
    assert "viimeinen muistutus" in text_of(last)
    assert "muistuta viikon päästä" not in text_of(last)
    answer = await bot.said(OTHER, "ei ehditty")
    assert not [label for label in labels(answer) if "Muistuta" in label]
    assert "Ehdota kanavan lopettamista" in labels(answer)


@pytest.mark.parametrize("said", ["joo", "ei ole", "eilen", "👍", "yes, yesterday", "nej"])
async def test_who_was_not_asked_is_answered_as_before(bot: Bot, said: str) -> None:
    before = text_of(await bot.said(STAFF, said))
    await run(bot, AT_START)
    assert text_of(await bot.said(STAFF, said)) == before
    assert text_of(await bot.said(OTHER, said, private=False)) == before
    assert bot.notifier.redrawn == []


@pytest.mark.parametrize("said", ["tämä ei ole mun kanava", "den är inte min kanal längre", "I've changed jobs"])
async def test_whoever_gives_a_channel_up_without_having_been_asked_is_offered_the_hand_over(
    bot: Bot, said: str
) -> None:
    meant = [one.action.args[0] for one in buttons(await bot.said(OTHER, said)) if one.action.verb is Verb.MEANT]
    assert meant[0] == Intent.HANDOVER


@pytest.mark.parametrize("said", ["en tiedä", "vet inte", "maybe"])
async def test_who_does_not_know_is_not_comforted(bot: Bot, said: str) -> None:
    assert "112" not in text_of(await bot.said(OTHER, said))


async def test_the_number_of_a_part_opens_it_whatever_was_asked(bot: Bot) -> None:
    await run(bot, AT_START)
    assert "luku 4" in text_of(await bot.said(OTHER, "4.8"))
    assert "luku 4" in text_of(await bot.said(STAFF, "4.8.")), "of whom nobody has asked for a day"


async def test_what_was_answered_is_not_asked_again_and_an_old_reminder_waits_no_more(bot: Bot) -> None:
    await run(bot, AT_START)
    await bot.said(OTHER, "joo")
    assert "Somebot" in text_of(await bot.said(OTHER, "joo"))
    bot.clock.at = AT_START + timedelta(days=30)
    assert "Merkitäänkö" not in text_of(await bot.said(MAINTAINER, "ok"))


async def test_updates_and_later_in_other_words_redraw_the_reminder_too(bot: Bot) -> None:
    await run(bot, AT_START)
    await bot.said(MAINTAINER, "päivitin kirjaston facebookin perjantaina")
    assert "merkitty päivitetyksi 4.12.2026" in text_of(shown(bot, KEY))
    await bot.said(MAINTAINER, "muistuta viikon päästä")
    assert "muistutan uudestaan 14.12.2026" in text_of(shown(bot, KEY))
