"""A pause of a channel: how it is ended in words, and what is said of one that lies ahead."""

from __future__ import annotations

import pytest

from bot.conversation.exchange import Outcome
from bot.domain.language import Language
from bot.messages.model import Verb
from tests.acceptance.keeping import channel_of, errors
from tests.acceptance.people import ICT, MAINTAINER, STAFF
from tests.support.bot_in_memory import Bot, buttons, form_of, text_of

FI, SV, EN = Language
TIKTOK = "nuoriso-tiktok"
RUNNING, AHEAD = {"start": "2026-11-20", "end": "2026-12-20"}, {"start": "2026-12-01", "end": "2026-12-31"}


async def paused(bot: Bot, named: str = "nuorten tiktok", **days: str) -> Outcome:
    return await bot.submitted(ICT, await bot.said(ICT, f"tauko {named}", locale=FI), **(days or RUNNING))


ENDING = [
    (FI, "lopeta nuorten tiktokin tauko"),
    (FI, "perutaan nuorten tiktokin tauko"),
    (FI, "nuorten tiktokin tauko on nyt ohi"),
    (FI, "nuorten tiktok pois tauolta"),
    (FI, "jatketaan nuorten tiktokia"),
    (FI, "nuorten tiktok taas käyttöön"),
    (SV, "avbryt pausen för ungdomarnas tiktok"),
    (SV, "pausen för ungdomarnas tiktok är över, pausen är slut"),
    (SV, "återuppta ungdomarnas tiktok"),
    (EN, "lift the pause of the youth tiktok"),
    (EN, "unpause the youth tiktok"),
    (EN, "resume the youth tiktok"),
]


@pytest.mark.parametrize(("language", "said"), ENDING)
async def test_a_pause_is_ended_in_words_and_no_channel_is_retired_by_them(
    bot: Bot, language: Language, said: str
) -> None:
    await paused(bot)
    form = await bot.said(ICT, said, locale=language)
    assert (form_of(form).id, form_of(form).subject) == ("resume", (language, TIKTOK))
    await bot.submitted(ICT, form)
    assert (await channel_of(bot, TIKTOK)).pause is None


@pytest.mark.parametrize(
    ("language", "said"), [(FI, "tauko on ohi"), (FI, "tauko päättyy"), (SV, "pausen slutar"), (EN, "end the pause")]
)
async def test_where_no_channel_is_named_the_only_one_that_rests_is_meant_or_is_asked_for(
    bot: Bot, language: Language, said: str
) -> None:
    assert not buttons(await bot.said(ICT, said, locale=language))  # none rests
    await paused(bot)
    assert form_of(await bot.said(ICT, said, locale=language)).subject == (language, TIKTOK)
    await paused(bot, "kunnan facebook", **AHEAD)
    asked = await bot.said(ICT, said, locale=language)
    assert {one.action.args[:2] for one in buttons(asked)} == {("resume", TIKTOK), ("resume", "kunta-facebook")}


async def test_the_last_day_of_a_pause_may_be_said_with_it(bot: Bot) -> None:
    await paused(bot)
    form = await bot.said(ICT, "nuorten tiktokin tauko päättyy 10.12.", locale=FI)
    assert form_of(form).values["end"] == "2026-12-10"
    again = await bot.submitted(ICT, form, end="2026-11-01")
    assert errors(again) == {"end": "Viimeinen päivä on ennen ensimmäistä."}
    assert "20.11.2026–10.12.2026" in text_of(await bot.submitted(ICT, form))


async def test_of_a_channel_that_does_not_rest_that_is_said(bot: Bot) -> None:
    assert "Kunnan Instagram ei ole tauolla" in text_of(await bot.said(ICT, "lopeta kunnan instan tauko", locale=FI))


async def test_to_retire_and_to_pause_are_read_as_before(bot: Bot) -> None:
    assert form_of(await bot.said(ICT, "lopeta nuorten tiktok", locale=FI)).id == "retire"
    assert form_of(await bot.said(ICT, "pausa ungdomarnas tiktok", locale=SV)).id == "pause"


async def test_who_may_not_end_a_pause_asks_the_secretary_for_just_that(bot: Bot) -> None:
    await paused(bot, "kirjaston instagram")
    refused = await bot.said(MAINTAINER, "lopeta kirjaston instagramin tauko", locale=FI)
    (request,) = (one for one in buttons(refused) if one.action.verb == Verb.REQUEST)
    assert request.action.args[:2] == ("resume", "kirjasto-instagram")


async def test_a_pause_that_lies_ahead_is_told_wherever_the_channel_is_shown(bot: Bot) -> None:
    await paused(bot, "kirjaston instagram", **AHEAD)
    own = text_of(await bot.said(MAINTAINER, "omat", locale=FI))
    assert "tauolla 1.12.2026–31.12.2026" in own
    assert own.count("päivitä viimeistään 4.12.2026") == 1  # of its Facebook: the Instagram rests then
    assert "tauolla 1.12.2026–31.12.2026" in text_of(await bot.said(STAFF, "kuka hoitaa kirjaston instaa", locale=FI))


async def test_the_list_of_those_that_rest_tells_which_do_only_later(bot: Bot) -> None:
    await paused(bot, "kirjaston instagram", **AHEAD)
    listed = text_of(await bot.said(STAFF, "mitkä kanavat ovat tauolla", locale=FI))
    assert listed.index("Yhtään kanavaa ei ole tauolla.") < listed.index("Tauko alkaa myöhemmin")
    await paused(bot)
    listed = text_of(await bot.said(STAFF, "mitkä kanavat ovat tauolla", locale=FI))
    assert listed.startswith("Yksi kanava tauolla")
    assert listed.index("Nuorisopalvelujen TikTok") < listed.index("Tauko alkaa") < listed.index("Kirjaston Instagram")
