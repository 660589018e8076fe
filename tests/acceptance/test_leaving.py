"""People who leave: how that is marked and told, and that they keep nothing and are named for nothing from then on."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.exchange import Outcome
from bot.domain.language import Language
from bot.messages.model import Verb
from bot.messages.notices import render
from bot.services.notices import PersonLeft
from bot.services.register.documents import register_of
from bot.understanding.commands import Intent
from tests.acceptance.keeping import NOT_KEEPER, NOT_STAFF, SUPERIOR, errors, leave, say_left, version_of
from tests.acceptance.people import HEAD, ICT, MAINTAINER, OTHER, STAFF
from tests.support.bot_in_memory import Bot, button, buttons, form_of, text_of
from tests.support.registers import register_in

FI, EN = Language.FI, Language.EN
GONE = "Henkilö on merkitty lähteneeksi."


async def test_whoever_leaves_is_marked_in_a_whole_sentence(bot: Bot) -> None:
    now = text_of(await say_left(bot, "lähtenyt slack:U0LIB0001", FI))
    assert "Kirjaston ylläpitäjä 1 on merkitty lähteneeksi." in now
    form = await bot.said(ICT, "lähtenyt", locale=FI)
    question = await bot.submitted(ICT, form, person="U0LIB0002", on="2026-12-31")
    later = text_of(await bot.pressed(ICT, question, "Merkitse lähteneeksi"))
    assert "Kirjaston ylläpitäjä 2 on merkitty lähteneeksi 31.12.2026 alkaen." in later


async def test_before_somebody_is_marked_it_is_asked_with_what_follows(bot: Bot) -> None:
    await leave(bot, HEAD)
    before = await version_of(bot)
    question = text_of(await bot.said(ICT, "lähtenyt slack:U0LIB0001 30.11.", locale=FI))
    assert "Merkitäänkö Kirjaston ylläpitäjä 1 lähteneeksi 30.11.2026 alkaen?" in question
    wanting, _, kept = question.partition("Näillä kanavilla on muita ylläpitäjiä")
    assert "tarvitsevat uuden ylläpitäjän" in wanting
    assert "Kirjaston Facebook" in wanting
    assert "Kirjaston Instagram" in kept
    assert await version_of(bot) == before
    assert bot.notifier.sent == {}


async def test_a_mark_is_in_history_by_name_and_can_be_taken_back(bot: Bot) -> None:
    await say_left(bot, "lähtenyt slack:U0LIB0001", FI)
    assert "Kirjaston ylläpitäjä 1: henkilö merkitty lähteneeksi" in text_of(await bot.said(ICT, "historia", locale=FI))
    question = await bot.said(ICT, "peru", locale=FI)
    assert "Kirjaston ylläpitäjä 1: henkilö merkitty lähteneeksi" in text_of(question)
    assert "Kirjaston ylläpitäjä 1" in text_of(await bot.pressed(ICT, question, "Peru"))
    assert "Kirjaston Facebook" in text_of(await bot.said(MAINTAINER, "omat", locale=FI))
    assert "import" in text_of(await bot.said(ICT, "undo", locale=EN))
    assert "ei voi enää perua" in text_of(await bot.pressed(ICT, question, "Peru"))


@pytest.mark.parametrize("text", ["palannut {}", "{} on palannut töihin", "återvänt {}", "{} is back", "returned {}"])
async def test_somebody_who_comes_back_keeps_the_channels_again(bot: Bot, text: str) -> None:
    await say_left(bot, "lähtenyt slack:U0LIB0001", FI)
    back = await bot.said(ICT, text.format("slack:U0LIB0001"), locale=FI)
    assert back.understood is not None
    assert back.understood.intent is Intent.RETURNED
    assert "Kirjaston Facebook" in text_of(back)
    assert "Kirjaston Facebook" in text_of(await bot.said(MAINTAINER, "omat", locale=FI))
    again = text_of(await bot.said(ICT, "palannut slack:U0LIB0001", locale=FI))
    assert "ei ole merkitty lähteneeksi" in again
    undo = await bot.said(ICT, "peru", locale=FI)
    assert "henkilö palasi töihin" in text_of(undo)
    assert "uudelleen lähteneeksi" in text_of(undo)
    assert not buttons(undo)


async def test_somebodys_own_language_is_no_change_to_the_register(bot: Bot) -> None:
    await say_left(bot, "lähtenyt slack:U0LIB0001", FI)
    await bot.pressed(STAFF, await bot.said(STAFF, "minä", locale=FI), "English")
    for text in ("historia", "peru"):
        assert "Kirjaston ylläpitäjä 1: henkilö merkitty" in text_of(await bot.said(ICT, text, locale=FI)).split("•")[1]


async def test_a_leaver_who_is_marked_again_is_not_told_of_again(bot: Bot) -> None:
    await say_left(bot, "lähtenyt slack:U0LIB0001", FI)
    before = await version_of(bot)
    again = await bot.said(ICT, "lähtenyt slack:U0LIB0001", locale=FI)
    assert "on merkitty lähteneeksi." in text_of(again)
    assert "Luovuta kaikki kanavat" in button(again, "Luovuta kaikki kanavat").label
    assert await version_of(bot) == before
    assert len(bot.notifier.sent["slack-u0libhead"]) == 1


async def test_a_look_up_says_of_a_keeper_that_they_have_left(bot: Bot) -> None:
    await say_left(bot, "lähtenyt slack:U0LIB0001", FI)
    found = text_of(await bot.said(STAFF, "kuka hoitaa kirjaston instagramia", locale=FI))
    assert "Kirjaston ylläpitäjä 1 (ei enää töissä kunnassa), Kirjaston ylläpitäjä 2" in found


async def test_somebody_who_leaves_is_flagged_and_their_channels_handed_over_at_once(bot: Bot) -> None:
    marked = await say_left(bot, "left slack:U0LIB0001", EN)
    assert "PersonLeft" in str(bot.notifier.sent["slack-u0libhead"])
    audit = text_of(await bot.said(ICT, "audit", locale=EN))
    assert (
        "The responsible person or a maintainer has left (2)\n\n"
        "• Kirjaston Instagram [Show]\n\n• Kirjaston Facebook [Show]" in audit
    )
    form = await bot.pressed(ICT, marked, "Hand over all")
    done = await bot.submitted(ICT, form, to="U0NEW0001", authorised_by="U0LIBHEAD")
    assert "2 channels" in text_of(done)
    register = await register_in(bot.application.store)
    assert not register.kept_by("slack-u0lib0001")
    assert {channel.id for channel in register.kept_by("slack-u0new0001")} == {
        "kirjasto-instagram",
        "kirjasto-facebook",
    }
    assert len(bot.notifier.sent["slack-u0new0001"]) == 2


async def test_the_notice_that_somebody_has_left_lets_the_ict_secretary_hand_their_channels_over(bot: Bot) -> None:
    await bot.application.services.staffing.account_closed(MAINTAINER, bot.clock.now())
    form = await bot.pressed(ICT, await bot.newest_notice(ICT), "Luovuta kaikki kanavat")
    done = await bot.submitted(ICT, form, to="U0LIB0002", authorised_by=SUPERIOR)
    assert "luovutettu" in text_of(done)
    assert not register_of(await bot.application.store.read()).kept_by("slack-u0lib0001")
    (left,) = [one for one in bot.notifier.sent["slack-u0libhead"] if isinstance(one, PersonLeft)]
    to_head = Outcome(render(left, FI))
    assert "Kirjaston Facebook" in text_of(to_head)
    assert not buttons(to_head), "they may not hand them over"


@pytest.mark.parametrize(
    "said",
    [
        "päivitin kirjaston facebookin eilen",
        "luovutan kirjaston instagramin slack:U0LIB0009",
        "olen lomalla 1.7.–31.7., sijainen slack:U0LIB0002",
        "päivitin eilen",
    ],
)
async def test_whoever_has_left_keeps_no_channel(bot: Bot, said: str) -> None:
    await leave(bot, MAINTAINER)
    before = await version_of(bot)
    assert NOT_STAFF in text_of(await bot.said(MAINTAINER, said, locale=FI))
    assert "Et ole minkään" in text_of(await bot.said(MAINTAINER, "omat", locale=FI))
    assert await version_of(bot) == before


async def test_whoever_has_left_presses_and_fills_in_in_vain(bot: Bot) -> None:
    mine = await bot.said(MAINTAINER, "omat", locale=FI)
    form = await bot.said(MAINTAINER, "luovutan kirjaston instagramin slack:U0LIB0009", locale=FI)
    await leave(bot, MAINTAINER)
    before = await version_of(bot)
    assert NOT_KEEPER in text_of(await bot.pressed(MAINTAINER, mine, "Kirjaston Facebook"))
    assert NOT_KEEPER in text_of(await bot.submitted(MAINTAINER, form, authorised_by=SUPERIOR))
    assert await version_of(bot) == before


async def test_an_ict_secretary_who_has_left_has_no_role_and_has_it_until_that_day(bot: Bot) -> None:
    await leave(bot, ICT, date(2026, 11, 24))
    assert "Rekisteröi kanava" in text_of(await bot.said(ICT, "rekisteröi", locale=FI))
    await leave(bot, ICT)
    assert "vain ICT-sihteeri" in text_of(await bot.said(ICT, "rekisteröi", locale=FI))


async def test_nobody_who_has_left_is_named_a_maintainer_a_cover_a_successor_or_a_superior(bot: Bot) -> None:
    await leave(bot, OTHER)
    form = await bot.pressed(ICT, await bot.said(ICT, "kuka hoitaa kirjaston facebookia", locale=FI), "Ylläpitäjät")
    before = await version_of(bot)
    add = await bot.submitted(ICT, form, add="U0LIB0002", authorised_by=SUPERIOR)
    assert errors(add) == {"add": GONE}
    superior = await bot.submitted(ICT, form, add="U0NEW0001", authorised_by="U0LIB0002")
    assert errors(superior) == {"authorised_by": GONE}
    edited = await bot.said(ICT, "muokkaa kirjaston facebook", locale=FI)
    assert errors(await bot.submitted(ICT, edited, responsible="U0LIB0002")) == {"responsible": GONE}
    cover = await bot.said(MAINTAINER, "olen lomalla 1.7.–31.7., sijainen slack:U0LIB0002", locale=FI)
    assert errors(cover) == {"cover": GONE}
    handover = await bot.said(MAINTAINER, "luovutan kirjaston instagramin slack:U0LIB0002", locale=FI)
    again = await bot.submitted(MAINTAINER, handover, authorised_by=SUPERIOR)
    assert errors(again) == {"to": GONE}
    assert await version_of(bot) == before


@pytest.mark.parametrize(
    ("said", "wanting", "kept"),
    [
        ("slack:U0LIB0001", "Kirjaston Facebook", "Kirjaston Instagram"),
        ("slack:U0LIBHEAD", "Kirjaston Instagram", ""),
        ("slack:U0LIB0002", "", "Kirjaston Instagram"),
    ],
)
async def test_what_wants_somebody_is_the_same_before_and_after_the_mark(
    bot: Bot, said: str, wanting: str, kept: str
) -> None:
    question = await bot.said(ICT, f"{said} has left", locale=EN)
    marked = await bot.pressed(ICT, question, "Mark as having left")
    for shown in map(text_of, (question, marked)):
        before, _, after = shown.partition("have other maintainers")
        assert ("need a new maintainer or responsible person" in before) is bool(wanting)
        assert wanting in before
        assert kept in after


async def test_the_successor_who_was_named_is_told_back_and_is_in_the_form(bot: Bot) -> None:
    question = await bot.said(ICT, "<@U0LIB0001> har slutat och <@U0LIB0002> tar över", locale=Language.SV)
    assert "efterträdaren: Kirjaston ylläpitäjä 2" in text_of(question)
    marked = await bot.pressed(ICT, question, "Anteckna att personen har slutat")
    form = await bot.pressed(ICT, marked, "Överlämna alla kanaler")
    assert "U0LIB0002" in form_of(form).values["to"]


async def test_a_mark_from_an_older_message_has_no_successor(bot: Bot) -> None:
    await bot.pressed_old(ICT, Verb.MARK_LEFT, "slack:U0LIB0001", "2026-11-20")
    assert "U0LIB0001" not in (await bot.person("slack:U0LIB0002")).identities
    assert (await bot.person("slack:U0LIB0001")).left_on == date(2026, 11, 20)


async def test_who_is_taken_off_a_channel_stands_in_the_form_of_its_maintainers(bot: Bot) -> None:
    form = form_of(await bot.said(ICT, "poista <@U0LIB0002> kirjaston instagramista", locale=FI))
    assert (form.title, form.values["remove"]) == ("Ylläpitäjät", "slack:U0LIB0002")
    refused = await bot.said(HEAD, "I authorise <@U0LIB0002> to run the library's facebook", locale=EN)
    await bot.pressed(HEAD, refused, "Ask the ICT secretary to do this")
    arrived = await bot.newest_notice(ICT, EN)
    opened = next(one for one in buttons(arrived) if one.action.verb is Verb.OPEN_FORM)
    assert form_of(await bot.pressed(ICT, arrived, opened.label)).title == "Maintainers"
