"""What whoever made a proposal says of it: they take it back, put it otherwise, or want to know how it stands."""

from __future__ import annotations

import pytest

from bot.conversation.forms.decisions import AMEND
from bot.domain.decisions import Waiting
from bot.services.decisions.cases import CaseWaits
from tests.acceptance.deciding import BOSS, PROPOSER, authorise, notices_to, proposal, proposals, propose, up_to
from tests.acceptance.people import ICT, MAINTAINER
from tests.support.bot_in_memory import Bot, form_of, labels, text_of

BACK = {"Peru ehdotus", "Dra tillbaka förslaget", "Withdraw the proposal"}


@pytest.mark.parametrize(
    "said",
    [
        "peru mun ehdotus",
        "haluaisin vetää ehdotukseni takaisin",
        "emme haluakaan tiktokia",
        "tultiin katumapäälle, ei perusteta sitä tiktokia",
        "mieleni muuttui tiktokista",
        "vi drar tillbaka vårt förslag",
        "jag har ångrat mig om tiktok",
        "vi vill inte ha någon tiktok ändå",
        "I'd like to take my proposal back",
        "we've changed our minds about the TikTok",
        "we don't want the TikTok after all",
    ],
)
async def test_it_is_taken_back_once_that_was_asked(bot: Bot, said: str) -> None:
    await propose(bot)
    asked = await bot.said(PROPOSER, said)
    assert len(BACK.intersection(labels(asked))) == 1
    assert (await proposal(bot)).waits_for is Waiting.AUTHORISE
    await bot.pressed(PROPOSER, asked, labels(asked)[0])
    assert (await proposal(bot)).waits_for is None


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("sen nimi olisikin Lukuvinkit", "Lukuvinkit"),
        ("ehdotukseni nimi pitäisi olla Lukupiiri eikä Kirjaston TikTok", "Lukupiiri"),
        ("namnet i förslaget borde vara Läshörnan i stället", "Läshörnan"),
        ("the name of the TikTok should rather be Book corner", "Book corner"),
        ("muokkaisin ehdotustani vielä vähän", "Kirjaston TikTok"),
        ("jag skulle vilja ändra något i mitt förslag", "Kirjaston TikTok"),
        ("there's something to correct in my proposal", "Kirjaston TikTok"),
    ],
)
async def test_it_is_put_otherwise_in_its_form(bot: Bot, said: str, name: str) -> None:
    await propose(bot)
    form = form_of(await bot.said(PROPOSER, said))
    assert (form.id, form.values["name"], form.values["audience"]) == (AMEND, name, "yläkoululaiset")


async def test_what_is_put_otherwise_is_authorised_anew(bot: Bot) -> None:
    await propose(bot)
    await authorise(bot)
    form = await bot.said(PROPOSER, "muuta ehdotustani")
    await bot.submitted(PROPOSER, form, weekly_hours="5")
    now = await proposal(bot)
    assert (now.waits_for, now.channel.weekly_hours) == (Waiting.AUTHORISE, 5)
    assert "Valtuutus:" not in text_of(await bot.said(PROPOSER, "missä mun ehdotus on menossa"))
    waits = [one for one in bot.notifier.sent["slack-u0libhead"] if isinstance(one, CaseWaits)]
    assert [one.case.proposal.channel.weekly_hours for one in waits] == [3, 5]


async def test_what_is_wrong_with_it_is_said_and_nothing_typed_is_lost(bot: Bot) -> None:
    await propose(bot)
    again = await bot.submitted(PROPOSER, await bot.said(PROPOSER, "ändra mitt förslag"), purpose="", name="Biblo")
    assert (form_of(again).id, form_of(again).values["name"]) == (AMEND, "Biblo")
    assert set(form_of(again).errors) == {"purpose"}


async def test_nobody_else_can_put_it_otherwise(bot: Bot) -> None:
    await propose(bot)
    form = await bot.said(PROPOSER, "muuta ehdotustani")
    await bot.submitted(ICT, form, name="Muu")
    assert (await proposal(bot)).channel.name == "Kirjaston TikTok"


async def test_what_is_decided_is_not_put_otherwise(bot: Bot) -> None:
    await up_to(bot, "enter")
    shown = await bot.said(PROPOSER, "haluan muuttaa ehdotustani")
    assert "Päätetty, odottaa" in text_of(shown)


@pytest.mark.parametrize(
    ("said", "how"),
    [
        ("joko ehdotukseni on käsitelty", "Odottaa esihenkilön valtuutusta"),
        ("missä vaiheessa se mun ehdotus on", "Odottaa esihenkilön valtuutusta"),
        ("onko tiktokista jo päätetty", "Odottaa esihenkilön valtuutusta"),
        ("har mitt förslag redan godkänts", "Väntar på chefens fullmakt"),
        ("hur har det gått med mitt förslag", "Väntar på chefens fullmakt"),
        ("has anybody decided on my proposal yet", "Waiting for the superior"),
        ("any word on the proposal I made", "Waiting for the superior"),
    ],
)
async def test_how_it_stands_is_shown(bot: Bot, said: str, how: str) -> None:
    await propose(bot)
    assert how in text_of(await bot.said(PROPOSER, said))


async def test_of_several_it_is_shown_which_there_are(bot: Bot) -> None:
    await propose(bot)
    await propose(bot, platform="youtube", name="Kirjaston YouTube")
    shown = text_of(await bot.said(PROPOSER, "perun ehdotukseni"))
    assert "Kirjaston TikTok" in shown
    assert "Kirjaston YouTube" in shown
    named = await bot.said(PROPOSER, "en haluakaan sitä youtubea")
    assert "Kirjaston YouTube" in text_of(named)
    assert "Kirjaston TikTok" not in text_of(named)
    assert all(one.waits_for for one in (await proposals(bot)).values())


@pytest.mark.parametrize(
    "said", ["perun ehdotukseni", "I changed my mind about my proposal", "hur går det med mitt förslag"]
)
async def test_who_has_made_none_hears_that_there_is_none(bot: Bot, said: str) -> None:
    await propose(bot)
    assert not BACK.intersection(labels(await bot.said(MAINTAINER, said)))
    assert notices_to(bot, "slack-u0boss001") == []


@pytest.mark.parametrize(
    "said", ["vaihda kirjaston facebookin nimeksi Lukusali", "the library's facebook is now called Reading room"]
)
async def test_a_channel_that_there_is_gets_its_new_name_all_the_same(bot: Bot, said: str) -> None:
    await propose(bot)
    assert form_of(await bot.said(ICT, said)).id == "edit"


async def test_who_decides_is_not_taken_for_who_proposed_it(bot: Bot) -> None:
    await propose(bot)
    await authorise(bot)
    assert not BACK.intersection(labels(await bot.said(BOSS, "en haluakaan tiktokia")))
