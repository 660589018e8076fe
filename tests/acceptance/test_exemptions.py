"""Exemptions of channels from duties: who grants them, what they change, and that they end by themselves."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.app.bootstrap import OPERATOR
from bot.domain.language import Language
from bot.messages.model import Verb
from bot.messages.texts import texts_in
from tests.acceptance.keeping import errors
from tests.acceptance.people import HEAD, ICT, MAINTAINER, STAFF
from tests.support.bot_in_memory import Bot, labels, text_of

FI = Language.FI
DECIDER = "slack:U0BOSS001"
CHANNEL = "kunta-facebook"
ASK = "velvoitteet kunnan facebook"
OPEN_DUTY = "Käyttöönotosta on päätös"
LACKING = "Käyttöönotosta ei ole kirjattu päätöstä"


async def exempt(bot: Bot, who: str = DECIDER, **values: str) -> str:
    form = await bot.pressed(who, await bot.said(who, ASK, locale=FI), "Vapauta velvoitteesta")
    given = {"duty": "decision_on_use", "reason": "Kanava on vanhempi kuin ohje", "end": "2026-12-31"}
    return text_of(await bot.submitted(who, form, **(given | values)))


async def line(bot: Bot, duty: str = OPEN_DUTY, who: str = ICT) -> str:
    text = text_of(await bot.said(who, ASK, locale=FI))
    return next(one for one in text.splitlines() if f"{duty}:" in one)


@pytest.mark.parametrize("who", [DECIDER, ICT])
async def test_an_exemption_has_a_reason_an_end_and_who_granted_it(bot: Bot, who: str) -> None:
    assert ": auki" in await line(bot)
    assert "ei seurata 31.12.2026 asti" in await exempt(bot, who)
    name = (await bot.person(who)).label
    assert f"vapautettu 31.12.2026 asti: Kanava on vanhempi kuin ohje (myönsi {name})" in await line(bot)


async def test_it_ends_by_itself_after_its_last_day(bot: Bot) -> None:
    await exempt(bot, end="2026-11-25")
    for days, standing in ((2, "vapautettu"), (3, "auki")):
        bot.clock.at = bot.clock.at.replace(day=23) + timedelta(days=days)
        assert f": {standing}" in await line(bot)


async def test_an_exempted_duty_is_not_counted_as_open(bot: Bot) -> None:
    before, _ = text_of(await bot.said(ICT, "raportti")), await exempt(bot)
    assert f"{LACKING}: 6" in before
    assert f"{LACKING}: 5" in text_of(await bot.said(ICT, "raportti"))
    open_duties = text_of(await bot.said(ICT, "velvoitteet", locale=FI))
    assert "Kunnan Facebook" not in next(one for one in open_duties.splitlines() if LACKING in one)


async def test_it_can_be_ended_and_taken_back_and_is_in_history(bot: Bot) -> None:
    await exempt(bot)
    history = text_of(await bot.said(ICT, "historia kunnan facebook", locale=FI))
    assert "vapautus velvoitteesta" in history
    assert f"{OPEN_DUTY} (31.12.2026)" in history
    ended = await bot.pressed(DECIDER, await bot.said(DECIDER, ASK, locale=FI), "Päätä vapautus")
    assert f"”{OPEN_DUTY}” seurataan taas" in text_of(ended)
    assert ": auki" in await line(bot)
    await bot.pressed(ICT, await bot.said(ICT, "peru", locale=FI), "Peru muutos")
    assert ": vapautettu" in await line(bot)


async def test_it_stays_when_the_channel_is_edited_or_its_export_imported(bot: Bot) -> None:
    await exempt(bot)
    await bot.said(ICT, "muokkaa kunnan facebook tunnit=2", locale=FI)
    transfer = bot.application.transfer
    await transfer.import_document(OPERATOR, await transfer.export(), bot.clock.at)
    assert ": vapautettu" in await line(bot)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"reason": ""}, "reason"),
        ({"reason": "ylläpitäjä on sairauslomalla"}, "reason"),
        ({"end": "2026-11-22"}, "end"),
    ],
)
async def test_no_reason_somebodys_health_and_a_day_past_are_refused(
    bot: Bot, wrong: dict[str, str], field: str
) -> None:
    form = await bot.pressed(ICT, await bot.said(ICT, ASK, locale=FI), "Vapauta velvoitteesta")
    given = {"duty": "decision_on_use", "reason": "Kanava on vanha", "end": "2026-12-31"} | wrong
    assert field in errors(await bot.submitted(ICT, form, **given))


@pytest.mark.parametrize("who", [HEAD, MAINTAINER, STAFF])
async def test_nobody_else_is_offered_to_exempt(bot: Bot, who: str) -> None:
    assert "Vapauta velvoitteesta" not in labels(await bot.said(who, "velvoitteet kirjaston facebook", locale=FI))


async def test_what_is_no_duty_is_ended_by_no_press(bot: Bot) -> None:
    assert texts_in(FI)("stale-button") in text_of(await bot.pressed_old(ICT, Verb.END_EXEMPTION, CHANNEL, "nonsense"))
