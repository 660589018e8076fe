"""Who may do what once they have left, are guests, or authorise themselves; and which change an undo takes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.conversation.exchange import Outcome
from bot.conversation.forms import Form
from bot.domain.channels import Channel, HolidayCover
from bot.domain.language import Language
from bot.messages.model import Action, Actions, Button, Message, Verb
from bot.messages.notices import render
from bot.services.notices import CoverAgreed
from bot.services.ports import Changes, Event
from tests.bot_in_memory import NOON, Bot, button, buttons, make_bot, text_of

STAFF, MAINTAINER, OTHER, ICT = "slack:U0STAFF01", "slack:U0LIB0001", "slack:U0LIB0002", "slack:U0ICT0001"
HEAD, GUEST = "slack:U0LIBHEAD", "slack:U0LIB0001"
FI, EN = Language.FI, Language.EN
SUPERIOR = "U0LIBHEAD"
TODAY = NOON.date()
GONE = "Henkilö on merkitty lähteneeksi."
NOT_KEEPER = "Tämän voivat tehdä vain kanavan vastuuhenkilö"


async def channel_of(bot: Bot, channel_id: str = "kirjasto-instagram") -> Channel:
    return (await bot.application.store.read()).channels[channel_id]


async def version_of(bot: Bot) -> int:
    return (await bot.application.store.read()).version


async def leave(bot: Bot, who: str, on: date = TODAY) -> None:
    """Mark ``who`` as somebody who has left, without telling anybody."""
    person, register = await bot.person(who), await bot.application.store.read()
    changes = Changes(people=(replace(person, left_on=on),))
    await bot.application.store.commit(changes, register.version, Event("operator", NOON, "left"))


async def edit(bot: Bot, **values: str) -> None:
    form = await bot.said(ICT, "edit the library's instagram", locale=EN)
    await bot.submitted(ICT, form, **values)


def errors(outcome: Outcome) -> dict[str, str]:
    assert isinstance(outcome.reply, Form), f"a form was expected, not: {text_of(outcome)}"
    return dict(outcome.reply.errors)


def newest(bot: Bot, person: str) -> Outcome:
    """The newest notice to ``person``, as it is shown."""
    return Outcome(render(bot.notifier.sent[person][-1], FI))


def with_button(verb: Verb, *args: str) -> Outcome:
    """A message with one button, as an old one may still be on somebody's screen."""
    return Outcome(Message((Actions((Button("press", Action(verb, args, FI)),)),), FI))


# 1. Undo


async def test_undo_twice_takes_back_two_changes() -> None:
    bot = await make_bot()
    before = await channel_of(bot)
    await edit(bot, name="First")
    await edit(bot, name="Second")
    for name in ("First", before.name):
        await bot.pressed(ICT, await bot.said(ICT, "undo", locale=EN), "Undo")
        assert (await channel_of(bot)).name == name
    assert "import" in text_of(await bot.said(ICT, "undo", locale=EN))
    assert replace(await channel_of(bot), version=before.version) == before


async def test_a_change_after_an_undo_is_the_next_to_take_back() -> None:
    bot = await make_bot()
    await edit(bot, name="First")
    await bot.pressed(ICT, await bot.said(ICT, "undo", locale=EN), "Undo")
    await edit(bot, name="Second")
    question = await bot.said(ICT, "undo", locale=EN)
    assert "Second" in text_of(question)
    await bot.pressed(ICT, question, "Undo")
    assert (await channel_of(bot)).name == "Kirjaston Instagram"


async def test_the_same_change_is_not_taken_back_twice() -> None:
    bot = await make_bot()
    await edit(bot, name="First")
    question = await bot.said(ICT, "undo", locale=EN)
    await bot.pressed(ICT, question, "Undo")
    before = await version_of(bot)
    assert "can no longer be undone" in text_of(await bot.pressed(ICT, question, "Undo"))
    assert await version_of(bot) == before


async def test_an_import_of_channels_is_not_undone_at_one_press() -> None:
    bot = await make_bot()
    question = await bot.said(ICT, "peru", locale=FI)
    assert "varmuuskopiosta" in text_of(question)
    assert not buttons(question)
    await bot.pressed(ICT, with_button(Verb.UNDO, "1"), "press")
    assert len((await bot.application.store.read()).listed()) == 6


async def test_to_undo_a_registration_is_said_to_retire_the_channel() -> None:
    bot = await make_bot()
    line = "register https://www.threads.net/@museum name=Museum Threads unit=Museopalvelut responsible=<@U0MUSEUM1>"
    await bot.said(ICT, line, locale=EN)
    question = await bot.said(ICT, "peru", locale=FI)
    assert "kanava poistetaan käytöstä" in text_of(question)
    await bot.pressed(ICT, question, "Peru")
    assert "Museum Threads" not in text_of(await bot.said(ICT, "list", locale=EN))


# 2. People who have left


@pytest.mark.parametrize(
    "said",
    [
        "päivitin kirjaston facebookin eilen",
        "luovutan kirjaston instagramin <@U0LIB0009>",
        "olen lomalla 1.7.–31.7., sijainen <@U0LIB0002>",
        "päivitin eilen",
    ],
)
async def test_whoever_has_left_keeps_no_channel(said: str) -> None:
    bot = await make_bot()
    await leave(bot, MAINTAINER)
    before = await version_of(bot)
    assert NOT_KEEPER in text_of(await bot.said(MAINTAINER, said, locale=FI))
    assert "Et ole minkään" in text_of(await bot.said(MAINTAINER, "omat", locale=FI))
    assert await version_of(bot) == before


async def test_whoever_has_left_presses_and_fills_in_in_vain() -> None:
    bot = await make_bot()
    mine = await bot.said(MAINTAINER, "omat", locale=FI)
    form = await bot.said(MAINTAINER, "luovutan kirjaston instagramin <@U0LIB0009>", locale=FI)
    await leave(bot, MAINTAINER)
    before = await version_of(bot)
    assert NOT_KEEPER in text_of(await bot.pressed(MAINTAINER, mine, "Kirjaston Facebook"))
    assert NOT_KEEPER in text_of(await bot.submitted(MAINTAINER, form, authorised_by=SUPERIOR))
    assert await version_of(bot) == before


async def test_an_ict_secretary_who_has_left_has_no_role_and_has_it_until_that_day() -> None:
    bot = await make_bot()
    await leave(bot, ICT, date(2026, 11, 24))
    assert "Rekisteröi kanava" in text_of(await bot.said(ICT, "rekisteröi", locale=FI))
    await leave(bot, ICT)
    assert "vain ICT-sihteeri" in text_of(await bot.said(ICT, "rekisteröi", locale=FI))


async def test_nobody_who_has_left_is_named_a_maintainer_a_cover_a_successor_or_a_superior() -> None:
    bot = await make_bot()
    await leave(bot, OTHER)
    form = await bot.pressed(ICT, await bot.said(ICT, "kuka hoitaa kirjaston facebookia", locale=FI), "Ylläpitäjät")
    before = await version_of(bot)
    add = await bot.submitted(ICT, form, add="U0LIB0002", authorised_by=SUPERIOR)
    assert errors(add) == {"add": GONE}
    superior = await bot.submitted(ICT, form, add="U0NEW0001", authorised_by="U0LIB0002")
    assert errors(superior) == {"authorised_by": GONE}
    edited = await bot.said(ICT, "muokkaa kirjaston facebook", locale=FI)
    assert errors(await bot.submitted(ICT, edited, responsible="U0LIB0002")) == {"responsible": GONE}
    cover = await bot.said(MAINTAINER, "olen lomalla 1.7.–31.7., sijainen <@U0LIB0002>", locale=FI)
    assert errors(cover) == {"cover": GONE}
    handover = await bot.said(MAINTAINER, "luovutan kirjaston instagramin <@U0LIB0002>", locale=FI)
    again = await bot.submitted(MAINTAINER, handover, authorised_by=SUPERIOR)
    assert errors(again) == {"to": GONE}
    assert await version_of(bot) == before


# 3. The superior's authorisation


async def test_a_superior_authorises_and_neither_the_successor_nor_the_maintainer_does() -> None:
    bot = await make_bot()
    form = await bot.said(MAINTAINER, "luovutan kirjaston instagramin <@U0LIB0009>", locale=FI)
    for somebody in ("U0LIB0009", "U0LIB0001"):
        again = await bot.submitted(MAINTAINER, form, authorised_by=somebody)
        assert "Valtuutuksen antaa esihenkilö" in errors(again)["authorised_by"]
    assert (await channel_of(bot)).maintainer_ids == ("slack-u0lib0001", "slack-u0lib0002")
    asked = await bot.submitted(MAINTAINER, form, authorised_by=SUPERIOR)
    assert "kunnes hän on vastannut" in text_of(asked)
    assert (await channel_of(bot)).maintainer_ids == ("slack-u0lib0001", "slack-u0lib0002")
    await bot.pressed("slack:U0LIB0009", newest(bot, "slack-u0lib0009"), "Otan hoitaakseni")
    assert (await channel_of(bot)).maintainer_ids == ("slack-u0lib0002", "slack-u0lib0009")


async def test_the_responsible_person_may_authorise() -> None:
    bot = await make_bot()
    form = await bot.said(HEAD, "luovutan kirjaston instagramin <@U0LIB0009>", locale=FI)
    await bot.submitted(HEAD, form, authorised_by=SUPERIOR)
    await bot.pressed("slack:U0LIB0009", newest(bot, "slack-u0lib0009"), "Otan hoitaakseni")
    assert "slack-u0lib0009" in (await channel_of(bot)).maintainer_ids


async def test_nobody_whom_the_ict_secretary_names_authorises_themselves() -> None:
    bot = await make_bot()
    form = await bot.pressed(ICT, await bot.said(ICT, "kuka hoitaa kirjaston facebookia", locale=FI), "Ylläpitäjät")
    before = await version_of(bot)
    again = await bot.submitted(ICT, form, add="U0NEW0001 U0NEW0002", authorised_by="U0NEW0002")
    assert "authorised_by" in errors(again)
    await leave(bot, MAINTAINER)
    audit = await bot.said(ICT, "tarkastus", locale=FI)
    all_of_them = await bot.pressed(ICT, audit, "Luovuta kanavat")
    again = await bot.submitted(ICT, all_of_them, to="U0NEW0001", authorised_by="U0NEW0001")
    assert "authorised_by" in errors(again)
    assert await version_of(bot) == before + 1


# 4. and 5. Handing over what is not one's own; guests


async def test_somebody_elses_channel_is_refused_before_the_form_opens() -> None:
    bot = await make_bot()
    refused = await bot.said(STAFF, "luovutan kirjaston instagramin <@U0LIB0009>", locale=FI)
    assert NOT_KEEPER in text_of(refused)
    assert isinstance((await bot.said(ICT, "luovuta kirjaston instagram <@U0LIB0009>", locale=FI)).reply, Form)


@pytest.mark.parametrize("said", ["luovuta kirjaston instagram", "luovuta kanava", "lomalla 1.7.–31.7.", "lomalla"])
async def test_a_guest_is_refused_at_once(said: str) -> None:
    bot = await make_bot()
    assert NOT_KEEPER in text_of(await bot.said(GUEST, said, locale=FI, guest=True))


@pytest.mark.parametrize("said", ["omat", "minä"])
async def test_a_guest_gets_no_buttons(said: str) -> None:
    bot = await make_bot()
    outcome = await bot.said(GUEST, said, locale=FI, guest=True)
    assert isinstance(outcome.reply, Message)
    assert not buttons(outcome)


async def test_a_guests_question_is_sent_and_nobody_is_named() -> None:
    bot = await make_bot()
    asked = await bot.said(GUEST, "paljonko lounas maksaa tänään", locale=FI, guest=True)
    sent = await bot.pressed(GUEST, asked, "Kysy ICT-sihteeriltä", guest=True)
    assert text_of(sent) == "Kysymyksesi on lähetetty ICT-sihteerille."
    assert len(bot.notifier.sent["slack-u0ict0001"]) == 1


async def test_a_guests_language_is_spoken_and_not_stored() -> None:
    bot = await make_bot()
    before = await version_of(bot)
    chosen = await bot.pressed(GUEST, with_button(Verb.LANGUAGE, "sv"), "press", guest=True)
    assert chosen.reply.language is Language.SV
    assert await version_of(bot) == before


# 6. Covers


@pytest.mark.parametrize(
    ("start", "end", "cover", "field"),
    [
        ("2026-12-10", "2026-12-01", "U0LIB0002", "end"),
        ("2026-11-01", "2026-11-22", "U0LIB0002", "end"),
        ("2026-12-01", "2027-12-02", "U0LIB0002", "end"),
        ("2026-12-01", "2026-12-10", "U0LIB0001", "cover"),
    ],
)
async def test_a_cover_that_can_not_be_is_shown_at_its_field(start: str, end: str, cover: str, field: str) -> None:
    bot = await make_bot()
    form = await bot.said(MAINTAINER, "lomalla", locale=FI)
    before = await version_of(bot)
    again = await bot.submitted(MAINTAINER, form, start=start, end=end, cover=cover)
    assert list(errors(again)) == [field]
    assert isinstance(again.reply, Form)
    assert again.reply.values["start"] == start
    assert await version_of(bot) == before


async def test_a_cover_that_can_not_be_opens_the_form_when_it_is_said_in_words() -> None:
    bot = await make_bot()
    before = await version_of(bot)
    again = await bot.said(MAINTAINER, "olen lomalla 1.7.–31.7., sijainen <@U0LIB0001>", locale=FI)
    assert list(errors(again)) == ["cover"]
    assert "2027-07-01" in text_of(again)
    assert await version_of(bot) == before


async def test_a_later_agreement_replaces_what_it_overlaps_and_nothing_else() -> None:
    bot = await make_bot()
    for said in ("1.7.–10.7., sijainen <@U0LIB0002>", "1.8.–2.8., sijainen <@U0LIB0002>"):
        await bot.said(MAINTAINER, f"olen lomalla {said}", locale=FI)
    await bot.said(MAINTAINER, "olen lomalla 10.7.–31.7., sijainen <@U0LIBHEAD>", locale=FI)
    assert (await channel_of(bot)).holiday_covers == (
        HolidayCover(date(2027, 8, 1), date(2027, 8, 2), "slack-u0lib0002", "slack-u0lib0001"),
        HolidayCover(date(2027, 7, 10), date(2027, 7, 31), "slack-u0libhead", "slack-u0lib0001"),
    )


async def test_the_cover_is_told() -> None:
    bot = await make_bot()
    await bot.said(MAINTAINER, "olen lomalla 1.7.–31.7., sijainen <@U0LIB0002>", locale=FI)
    (notice,) = bot.notifier.sent["slack-u0lib0002"]
    assert isinstance(notice, CoverAgreed)
    words = text_of(Outcome(render(notice, FI)))
    assert "1.7.2027–31.7.2027. Poissa on Kirjaston ylläpitäjä 1." in words
    assert "Kirjaston Facebook" in words


async def test_a_cover_whom_nothing_reached_is_named() -> None:
    bot = await make_bot()
    bot.notifier.unreachable.add("slack-u0lib0002")
    reply = await bot.said(MAINTAINER, "olen lomalla 1.7.–31.7., sijainen <@U0LIB0002>", locale=FI)
    assert "Viesti ei mennyt perille: Kirjaston ylläpitäjä 2" in text_of(reply)


# 7. Updates and pauses


@pytest.mark.parametrize(
    ("channel", "on", "said"),
    [
        ("kirjasto-facebook", "2026-11-24", "on vasta edessä"),
        ("kirjasto-facebook", "2025-11-21", "yli vuosi"),
        ("liikunta-youtube", "2026-11-22", "on poistettu käytöstä"),
    ],
)
async def test_an_update_that_can_not_be_noted_is_refused_with_the_reason(channel: str, on: str, said: str) -> None:
    bot = await make_bot()
    before = await version_of(bot)
    assert said in text_of(await bot.pressed(ICT, with_button(Verb.UPDATED, channel, on), "press"))
    assert await version_of(bot) == before


async def test_an_update_of_a_year_ago_is_noted() -> None:
    bot = await make_bot()
    noted = await bot.pressed(ICT, with_button(Verb.UPDATED, "kirjasto-facebook", "2025-11-22"), "press")
    assert "22.11.2025" in text_of(noted)


async def test_a_pause_that_is_over_is_refused_at_its_last_day() -> None:
    bot = await make_bot()
    form = await bot.said(ICT, "tauko kirjaston instagram", locale=FI)
    before = await version_of(bot)
    again = await bot.submitted(ICT, form, start="2026-11-01", end="2026-11-22")
    assert errors(again) == {"end": "Tauon viimeinen päivä on jo mennyt."}
    assert await version_of(bot) == before


@pytest.mark.parametrize(("start", "words"), [("2026-11-23", "on tauolla"), ("2026-11-24", "pidetään tauolla")])
async def test_a_pause_is_said_to_hold_only_when_it_does(start: str, words: str) -> None:
    bot = await make_bot()
    form = await bot.said(ICT, "tauko kirjaston instagram", locale=FI)
    assert words in text_of(await bot.submitted(ICT, form, start=start, end="2026-12-24"))


# 8. Leaving


async def test_whoever_leaves_is_marked_in_a_whole_sentence() -> None:
    bot = await make_bot()
    now = text_of(await bot.said(ICT, "lähtenyt <@U0LIB0001>", locale=FI))
    assert "Kirjaston ylläpitäjä 1 on merkitty lähteneeksi." in now
    form = await bot.said(ICT, "lähtenyt", locale=FI)
    later = text_of(await bot.submitted(ICT, form, person="U0LIB0002", on="2026-12-31"))
    assert "Kirjaston ylläpitäjä 2 on merkitty lähteneeksi 31.12.2026 alkaen." in later


async def test_a_leaver_who_is_marked_again_is_not_told_of_again() -> None:
    bot = await make_bot()
    await bot.said(ICT, "lähtenyt <@U0LIB0001>", locale=FI)
    before = await version_of(bot)
    again = await bot.said(ICT, "lähtenyt <@U0LIB0001>", locale=FI)
    assert "on merkitty lähteneeksi." in text_of(again)
    assert "Luovuta kaikki kanavat" in button(again, "Luovuta kaikki kanavat").label
    assert await version_of(bot) == before
    assert len(bot.notifier.sent["slack-u0libhead"]) == 1


async def test_a_look_up_says_of_a_keeper_that_they_have_left() -> None:
    bot = await make_bot()
    await bot.said(ICT, "lähtenyt <@U0LIB0001>", locale=FI)
    found = text_of(await bot.said(STAFF, "kuka hoitaa kirjaston instagramia", locale=FI))
    assert "Kirjaston ylläpitäjä 1 (ei enää töissä kunnassa), Kirjaston ylläpitäjä 2" in found
