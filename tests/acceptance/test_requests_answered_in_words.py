"""What the bot asks of somebody on behalf of others is answered in words as by its buttons."""

from __future__ import annotations

import pytest

from bot.conversation.forms.decisions import DECIDE, DECLINE, REFUSE
from bot.domain.decisions import Waiting
from bot.services.notices import AuthorisationDenied, CoverAccepted, HandoverAnswered
from bot.services.register.documents import register_of
from tests.acceptance.deciding import BOSS, SUPERIOR, authorise, proposal, proposals, propose
from tests.acceptance.people import HEAD, MAINTAINER, OTHER, STAFF
from tests.support.bot_in_memory import Bot, form_of

CHANNEL = "kirjasto-facebook"


async def ask_to_take_over(bot: Bot, name: str = "kirjaston facebook") -> None:
    form = await bot.said(MAINTAINER, f"luovuta {name}")
    await bot.submitted(MAINTAINER, form, to=STAFF, authorised_by=HEAD)


async def maintainers(bot: Bot) -> tuple[str, ...]:
    return register_of(await bot.application.store.read()).channels[CHANNEL].maintainer_ids


def answers(bot: Bot) -> list[bool]:
    told = bot.notifier.sent.get("slack-u0lib0001", [])
    return [one.accepted for one in told if isinstance(one, HandoverAnswered)]


@pytest.mark.parametrize("said", ["joo", "otan kanavan", "ja", "jag tar över", "yes", "I'll take it", "👍"])
async def test_a_yes_takes_the_channel_on(bot: Bot, said: str) -> None:
    await ask_to_take_over(bot)
    await bot.said(STAFF, said)
    assert (await maintainers(bot), answers(bot)) == (("slack-u0staff01",), [True])


@pytest.mark.parametrize("said", ["ei kiitos", "en", "nej tack", "nej", "no thanks", "nope"])
async def test_a_no_leaves_it_where_it_was(bot: Bot, said: str) -> None:
    await ask_to_take_over(bot)
    await bot.said(STAFF, said)
    assert (await maintainers(bot), answers(bot)) == (("slack-u0lib0001",), [False])


@pytest.mark.parametrize("said", ["ehkä", "en tiedä", "vet inte", "kanske", "maybe", "ok", "kiitos", "eilen"])
async def test_what_is_neither_answers_nothing(bot: Bot, said: str) -> None:
    await ask_to_take_over(bot)
    await bot.said(STAFF, said)
    assert (await maintainers(bot), answers(bot)) == (("slack-u0lib0001",), [])


@pytest.mark.parametrize("said", ["en", "nej det har jag inte", "no I have not"])
async def test_an_authorisation_is_disputed(bot: Bot, said: str) -> None:
    await ask_to_take_over(bot)
    await bot.said(HEAD, said)
    denied = [one for one in bot.notifier.sent["slack-u0ict0001"] if isinstance(one, AuthorisationDenied)]
    assert [one.channel.id for one in denied] == [CHANNEL]


SEVERAL = [("ja tack", "Jag tar över"), ("yes please", "take it"), ("no joo", "Ryhdyn ylläpitäjäksi")]


@pytest.mark.parametrize(("said", "label"), SEVERAL)
async def test_of_several_requests_it_is_asked_which_one_is_meant_and_each_has_its_buttons(
    bot: Bot, said: str, label: str
) -> None:
    await ask_to_take_over(bot)
    await ask_to_take_over(bot, "kirjaston instagram")
    which = await bot.said(STAFF, said)
    assert answers(bot) == []
    await bot.pressed(STAFF, which, label, "Kirjaston Facebook")
    assert answers(bot) == [True]


@pytest.mark.parametrize("said", ["joo facebook", "otan sen facebookin"])
async def test_of_several_requests_the_one_that_is_named_is_answered(bot: Bot, said: str) -> None:
    await ask_to_take_over(bot)
    await ask_to_take_over(bot, "kirjaston instagram")
    await bot.said(STAFF, said)
    assert (await maintainers(bot), answers(bot)) == (("slack-u0staff01",), [True])


@pytest.mark.parametrize(("said", "label"), [("joo", "Valtuutan"), ("jag godkänner", "Ge fullmakt"), ("ok", "")])
async def test_of_several_proposals_each_has_its_buttons(bot: Bot, said: str, label: str) -> None:
    await propose(bot)
    await propose(bot, platform="youtube", name="Kirjaston YouTube")
    which = await bot.said(SUPERIOR, said)
    await bot.pressed(SUPERIOR, which, label or "Valtuutan", "Kirjaston YouTube")
    waiting = {one.channel.platform: one.waits_for for one in (await proposals(bot)).values()}
    assert waiting == {"tiktok": Waiting.AUTHORISE, "youtube": Waiting.DECIDE}


@pytest.mark.parametrize(("said", "label"), [("joo", "Sopii"), ("ja tack", "Det passar"), ("ok", "Sopii")])
async def test_of_several_covers_each_has_its_buttons(bot: Bot, said: str, label: str) -> None:
    for days in ("1.12.-4.12.", "14.12.-18.12."):
        await bot.said(MAINTAINER, f"olen lomalla {days} sijaisena {OTHER}")
    await bot.pressed(OTHER, await bot.said(OTHER, said), label, "14")
    accepted = [one.start.day for one in bot.notifier.sent["slack-u0lib0001"] if isinstance(one, CoverAccepted)]
    assert accepted == [14]


async def test_a_yes_after_a_question_goes_on_from_that(bot: Bot) -> None:
    await ask_to_take_over(bot)
    bot.conversation = "dm"
    await bot.said(STAFF, "kuka hoitaa kunnan facebookia")
    await bot.said(STAFF, "ei")
    assert answers(bot) == []


async def test_nobody_is_overheard(bot: Bot) -> None:
    await ask_to_take_over(bot)
    await bot.said(STAFF, "joo", private=False)
    assert answers(bot) == []


@pytest.mark.parametrize("said", ["hyväksyn", "jag godkänner", "I approve", "kyllä"])
async def test_a_superior_authorises(bot: Bot, said: str) -> None:
    await propose(bot)
    await bot.said(SUPERIOR, said)
    assert (await proposal(bot)).waits_for is Waiting.DECIDE


@pytest.mark.parametrize(("said", "form"), [("hyväksyn", DECIDE), ("ja", DECIDE), ("no", DECLINE), ("ei", DECLINE)])
async def test_who_decides_gets_the_form_for_it(bot: Bot, said: str, form: str) -> None:
    await propose(bot)
    await authorise(bot)
    assert form_of(await bot.said(BOSS, said)).id == form


@pytest.mark.parametrize("said", ["ei", "nej", "no"])
async def test_a_superior_who_refuses_is_asked_why(bot: Bot, said: str) -> None:
    await propose(bot)
    assert form_of(await bot.said(SUPERIOR, said)).id == REFUSE
    assert (await proposal(bot)).waits_for is Waiting.AUTHORISE
