"""People who leave: how that is marked and told, and that they keep nothing and are named for nothing from then on."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.exchange import Outcome
from bot.domain.language import Language
from bot.messages.notices import render
from bot.services.notices import PersonLeft
from bot.services.register.documents import register_of
from bot.understanding.commands import Intent
from tests.acceptance.keeping import NOT_KEEPER, SUPERIOR, errors, leave, say_left, version_of
from tests.acceptance.people import HEAD, ICT, MAINTAINER, OTHER, STAFF
from tests.support.bot_in_memory import Bot, button, buttons, text_of
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
    without, _, kept = question.partition("Nämä kanavat jäisivät muille")
    assert "ei jäisi ketään" in without
    assert "Kirjaston Facebook" in without
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
    assert NOT_KEEPER in text_of(await bot.said(MAINTAINER, said, locale=FI))
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
