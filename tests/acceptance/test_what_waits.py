"""What waits for somebody is told to whoever asks in words, and a decided proposal to whoever registers its channel."""

from __future__ import annotations

import pytest

from bot.domain.decisions import Waiting
from bot.domain.language import Language
from bot.services.notices import DeedRequested
from tests.acceptance.deciding import BOSS, ICT, proposal, propose, up_to
from tests.acceptance.people import HEAD
from tests.support.bot_in_memory import Bot, form_of, labels, text_of

FI, SV, EN = Language.FI, Language.SV, Language.EN
ASKED = ("mitä mua odottaa", "mitkä asiat odottavat minua", "vad väntar på mig", "what is waiting for me")


@pytest.mark.parametrize("said", ASKED)
async def test_a_superior_is_told_of_what_is_to_be_authorised(bot: Bot, said: str) -> None:
    await propose(bot)
    assert "Kirjaston TikTok" in text_of(await bot.said(HEAD, said))


@pytest.mark.parametrize("said", ASKED)
async def test_who_decides_is_told_of_what_is_to_be_decided(bot: Bot, said: str) -> None:
    await up_to(bot, "decide")
    assert "Kirjaston TikTok" in text_of(await bot.said(BOSS, said))


async def test_the_ict_secretary_is_told_of_their_work(bot: Bot) -> None:
    told = text_of(await bot.said(ICT, "mitä mun pitäisi tehdä tänään", locale=FI))
    assert "ICT-sihteerin työt" in told
    assert "Et ole minkään" not in told


async def test_a_decided_proposal_is_offered_to_whoever_registers_its_channel(bot: Bot) -> None:
    await up_to(bot, "enter")
    for said in ("rekisteröi kirjaston tiktok", "registrera bibliotekets tiktok", "register"):
        assert "Kirjaston TikTok" in text_of(await bot.said(ICT, said))
    offered = await bot.said(ICT, "rekisteröi kirjaston tiktok", locale=FI)
    form = form_of(await bot.pressed(ICT, offered, labels(offered)[0]))
    assert (form.id, form.values["name"]) == ("proposal-enter", "Kirjaston TikTok")
    other = form_of(await bot.pressed(ICT, offered, "Rekisteröi muu kanava"))
    assert other.id == "register"
    assert (await proposal(bot)).waits_for is Waiting.ENTER


async def test_another_channel_is_registered_as_ever(bot: Bot) -> None:
    await up_to(bot, "enter")
    assert form_of(await bot.said(ICT, "rekisteröi nuorison youtube", locale=FI)).id == "register"


@pytest.mark.parametrize(
    "said",
    [
        "valtuutan slack:U0LIB0002 kirjaston facebookin ylläpitäjäksi",
        "annan slack:U0LIB0002 luvan päivittää kirjaston facebookia",
        "jag befullmäktigar slack:U0LIB0002 att sköta bibliotekets facebook",
        "I authorise slack:U0LIB0002 to update the library's facebook",
    ],
)
async def test_a_superior_authorises_in_words_by_way_of_the_ict_secretary(bot: Bot, said: str) -> None:
    refused = await bot.said(HEAD, said)
    await bot.pressed(HEAD, refused, labels(refused)[0])
    notice = bot.notifier.sent["slack-u0ict0001"][-1]
    assert isinstance(notice, DeedRequested)
    form = form_of(await bot.pressed(ICT, await bot.newest_notice(ICT, FI), "Ylläpitäjät"))
    assert (form.values["add"], form.values["authorised_by"]) == ("slack:U0LIB0002", HEAD)


@pytest.mark.parametrize(
    "said",
    [
        "nimeän slack:U0LIB0002 kirjaston facebookin vastuuhenkilöksi",
        "jag utser slack:U0LIB0002 till ansvarig för bibliotekets facebook",
        "I appoint slack:U0LIB0002 as responsible for the library's facebook",
    ],
)
async def test_who_decides_names_the_responsible_person_by_way_of_the_ict_secretary(bot: Bot, said: str) -> None:
    refused = await bot.said(BOSS, said)
    await bot.pressed(BOSS, refused, labels(refused)[0])
    form = form_of(await bot.pressed(ICT, await bot.newest_notice(ICT, FI), "Muuta kanavan tietoja"))
    assert (form.id, form.values["responsible"]) == ("edit", "slack:U0LIB0002")


@pytest.mark.parametrize("said", ["kirjaston facebook kuuluu nyt slack:U0LIB0002:lle", "haluan eroon facesta"])
async def test_who_keeps_a_channel_hands_it_over_in_plain_words(bot: Bot, said: str) -> None:
    assert form_of(await bot.said("slack:U0LIB0001", said)).id == "handover"


async def test_a_manager_is_told_of_no_command_on_a_server(bot: Bot) -> None:
    for language, said in ((FI, "raportti"), (SV, "rapport"), (EN, "report")):
        told = text_of(await bot.said(BOSS, said, locale=language))
        assert not any(word in told for word in ("komennolla", "kommandot", "command"))
