"""A request that names no channel is about the speaker's own, if there is one such; else the ICT secretary is asked
which. What is asked about all reminders is told."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from tests.acceptance.people import ICT, MAINTAINER, OTHER, STAFF
from tests.support.bot_in_memory import Bot, form_of, text_of

EN = Language.EN


@pytest.mark.parametrize(
    ("who", "said", "channel"),
    [
        (MAINTAINER, "instalaisten päivitysväli pidemmäksi, meidän instan väli on liian lyhyt", "Kirjaston Instagram"),
        (MAINTAINER, "vår facebook behöver ett längre intervall", "Kirjaston Facebook"),
        (MAINTAINER, "our facebook needs a longer interval", "Kirjaston Facebook"),
        (OTHER, "haluaisin lakkauttaa tämän kanavan", "Kirjaston Instagram"),
        (OTHER, "jag vill avsluta den här kanalen", "Kirjaston Instagram"),
        (OTHER, "please close this channel of mine", "Kirjaston Instagram"),
    ],
)
async def test_a_request_is_about_the_one_channel_of_the_speaker(bot: Bot, who: str, said: str, channel: str) -> None:
    assert channel in text_of(await bot.said(who, said))


async def test_a_request_of_no_channel_asks_the_ict_secretary_which(bot: Bot) -> None:
    asked = await bot.said(MAINTAINER, "talvitauko")
    await bot.pressed(MAINTAINER, asked, "Pyydä ICT-sihteeriltä")
    request = await bot.newest_notice(ICT)
    assert "Tauko." not in text_of(request)
    which = await bot.pressed(ICT, request, "Tauko")
    assert "Mikä kanava laitetaan tauolle?" in text_of(which)
    assert form_of(await bot.pressed(ICT, which, "Valitse", "Kirjaston Facebook")).id == "pause"


@pytest.mark.parametrize("said", ["muuta", "ändra", "change", "retire"])
async def test_a_command_alone_asks_which_channel(bot: Bot, said: str) -> None:
    assert "Kirjaston Facebook" in text_of(await bot.said(ICT, said))


@pytest.mark.parametrize(
    "said",
    ["onko muistutukset nyt päällä?", "lähteekö muistutuksia vielä", "går påminnelserna ut nu?", "are reminders on?"],
)
async def test_whether_reminders_go_out_is_told(bot: Bot, said: str) -> None:
    told = text_of(await bot.said(ICT, said))
    assert any(word in told for word in ("Keskeytä", "Pausa", "Pause"))
    assert "Vain" not in text_of(await bot.said(STAFF, said))


@pytest.mark.parametrize(
    "said",
    [
        "ei muistutuksia 1.7.–31.7.",
        "pysäytä muistutukset 1.7.–31.7.",
        "inga påminnelser 1.7–31.7",
        "no reminders 1–31 July",
    ],
)
async def test_days_without_reminders_are_ordered_in_words(bot: Bot, said: str) -> None:
    values = form_of(await bot.said(ICT, said)).values
    assert (values["start"], values["end"]) == ("2027-07-01", "2027-07-31")


async def test_a_reminder_of_one_s_own_is_said_not_to_be_had(bot: Bot) -> None:
    assert "can be ordered" in text_of(await bot.said(MAINTAINER, "remind me on Thursday", locale=EN))
