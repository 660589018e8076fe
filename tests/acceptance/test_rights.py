"""Who may hand a channel over and who authorises it, and what a guest may not do."""

from __future__ import annotations

import pytest

from bot.conversation.forms.form import Form
from bot.domain.language import Language
from bot.messages.model import Message, Verb
from tests.acceptance.keeping import NOT_KEEPER, NOT_STAFF, SUPERIOR, channel_of, errors, leave, version_of
from tests.acceptance.people import HEAD, ICT, MAINTAINER, STAFF
from tests.support.bot_in_memory import Bot, labels, text_of

FI = Language.FI
GUEST = MAINTAINER
"""A guest has no rights, also where the register names them."""


async def test_a_superior_authorises_and_neither_the_successor_nor_the_maintainer_does(bot: Bot) -> None:
    form = await bot.said(MAINTAINER, "luovutan kirjaston instagramin slack:U0LIB0009", locale=FI)
    for somebody in ("U0LIB0009", "U0LIB0001"):
        again = await bot.submitted(MAINTAINER, form, authorised_by=somebody)
        assert "Valtuutuksen antaa esihenkilö" in errors(again)["authorised_by"]
    assert (await channel_of(bot)).maintainer_ids == ("slack-u0lib0001", "slack-u0lib0002")
    asked = await bot.submitted(MAINTAINER, form, authorised_by=SUPERIOR)
    assert "kunnes hän on vastannut" in text_of(asked)
    assert (await channel_of(bot)).maintainer_ids == ("slack-u0lib0001", "slack-u0lib0002")
    await bot.pressed("slack:U0LIB0009", await bot.newest_notice("slack:U0LIB0009"), "Ryhdyn ylläpitäjäksi")
    assert (await channel_of(bot)).maintainer_ids == ("slack-u0lib0002", "slack-u0lib0009")


async def test_the_responsible_person_may_authorise(bot: Bot) -> None:
    form = await bot.said(HEAD, "luovutan kirjaston instagramin slack:U0LIB0009", locale=FI)
    await bot.submitted(HEAD, form, authorised_by=SUPERIOR)
    await bot.pressed("slack:U0LIB0009", await bot.newest_notice("slack:U0LIB0009"), "Ryhdyn ylläpitäjäksi")
    assert "slack-u0lib0009" in (await channel_of(bot)).maintainer_ids


async def test_nobody_whom_the_ict_secretary_names_authorises_themselves(bot: Bot) -> None:
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


async def test_somebody_elses_channel_is_refused_before_the_form_opens(bot: Bot) -> None:
    refused = await bot.said(STAFF, "luovutan kirjaston instagramin slack:U0LIB0009", locale=FI)
    assert NOT_KEEPER in text_of(refused)
    assert isinstance((await bot.said(ICT, "luovuta kirjaston instagram slack:U0LIB0009", locale=FI)).reply, Form)


@pytest.mark.parametrize("said", ["luovuta kirjaston instagram", "luovuta kanava", "lomalla 1.7.–31.7.", "lomalla"])
async def test_a_guest_is_refused_at_once(bot: Bot, said: str) -> None:
    assert NOT_STAFF in text_of(await bot.said(GUEST, said, locale=FI, guest=True))


@pytest.mark.parametrize(("said", "shown"), [("omat", []), ("minä", ["Lataa omat tiedot", "Poista omat tiedot"])])
async def test_a_guest_gets_no_buttons_but_those_for_their_own_data(bot: Bot, said: str, shown: list[str]) -> None:
    outcome = await bot.said(GUEST, said, locale=FI, guest=True)
    assert isinstance(outcome.reply, Message)
    assert labels(outcome) == shown


async def test_a_guests_question_is_sent_and_nobody_is_named(bot: Bot) -> None:
    asked = await bot.said(GUEST, "paljonko lounas maksaa tänään", locale=FI, guest=True)
    sent = await bot.pressed(GUEST, asked, "Kysy ICT-sihteeriltä", guest=True)
    assert text_of(sent) == "Kysymyksesi on lähetetty ICT-sihteerille."
    assert len(bot.notifier.sent["slack-u0ict0001"]) == 1


async def test_a_guests_language_is_spoken_and_not_stored(bot: Bot) -> None:
    before = await version_of(bot)
    chosen = await bot.pressed_old(GUEST, Verb.LANGUAGE, "sv", guest=True)
    assert chosen.reply.language is Language.SV
    assert await version_of(bot) == before
