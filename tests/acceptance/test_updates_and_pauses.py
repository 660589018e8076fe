"""Updates and pauses: what is noted and said of them, and what is refused with its reason."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.messages.model import Verb
from tests.acceptance.keeping import errors, version_of
from tests.acceptance.people import ICT
from tests.support.bot_in_memory import Bot, text_of

FI = Language.FI


@pytest.mark.parametrize(
    ("channel", "on", "said"),
    [
        ("kirjasto-facebook", "2026-11-24", "on vasta edessä"),
        ("kirjasto-facebook", "2025-11-21", "yli vuosi"),
        ("liikunta-youtube", "2026-11-22", "on poistettu käytöstä"),
    ],
)
async def test_an_update_that_can_not_be_noted_is_refused_with_the_reason(
    bot: Bot, channel: str, on: str, said: str
) -> None:
    before = await version_of(bot)
    assert said in text_of(await bot.pressed_old(ICT, Verb.UPDATED, channel, on))
    assert await version_of(bot) == before


async def test_an_update_of_a_year_ago_is_noted(bot: Bot) -> None:
    noted = await bot.pressed_old(ICT, Verb.UPDATED, "kirjasto-facebook", "2025-11-22")
    assert "22.11.2025" in text_of(noted)


async def test_a_pause_that_is_over_is_refused_at_its_last_day(bot: Bot) -> None:
    form = await bot.said(ICT, "tauko kirjaston instagram", locale=FI)
    before = await version_of(bot)
    again = await bot.submitted(ICT, form, start="2026-11-01", end="2026-11-22")
    assert errors(again) == {"end": "Tauon viimeinen päivä on jo mennyt."}
    assert await version_of(bot) == before


@pytest.mark.parametrize(("start", "words"), [("2026-11-23", "on tauolla"), ("2026-11-24", "pidetään tauolla")])
async def test_a_pause_is_said_to_hold_only_when_it_does(bot: Bot, start: str, words: str) -> None:
    form = await bot.said(ICT, "tauko kirjaston instagram", locale=FI)
    assert words in text_of(await bot.submitted(ICT, form, start=start, end="2026-12-24"))


async def test_what_is_as_it_was_already_is_no_change(bot: Bot) -> None:
    async def saved(said: str, **values: str) -> str:
        return text_of(await bot.submitted(ICT, await bot.said(ICT, said, locale=FI), **values))

    for words in ("tallennettu", "Mitään ei muutettu"):
        assert "on tauolla" in await saved("tauko kirjaston instagram", start="2026-11-23", end="2026-12-24")
        assert words in await saved("muokkaa kirjaston facebook", purpose="Uutuuskirjat")
    history = text_of(await bot.said(ICT, "historia", locale=FI))
    assert history.count("23.11.2026–24.12.2026") == 1
    assert history.count("Uutuuskirjat") == 1


async def test_a_change_to_many_channels_names_some_in_history(bot: Bot) -> None:
    (imported,) = (
        line for line in text_of(await bot.said(ICT, "historia", locale=FI)).splitlines() if "tuonti" in line
    )
    assert "Kirjaston Instagram, Kunnan Instagram, Kunnan Facebook ja 4 muuta" in imported
