"""A unit is called in the reader's language wherever the register knows how, and may be written in any."""

from __future__ import annotations

import pytest

from bot.domain.channels import UnitName
from bot.domain.language import Language
from bot.messages.model import Verb
from tests.acceptance.deciding import WISH, proposal
from tests.acceptance.keeping import channel_of
from tests.acceptance.people import ICT, MAINTAINER, STAFF
from tests.support.bot_in_memory import Bot, form_of, text_of

FI, SV, EN = Language.FI, Language.SV, Language.EN
CULTURE = UnitName("Sivistyspalvelut", "Bildningstjänster", "Education and culture")
WELLBEING = UnitName("Hyvinvointipalvelut", "Välfärdstjänster", "Wellbeing services")


@pytest.mark.parametrize(
    ("said", "language", "unit"),
    [
        ("hyvinvointipalveluille uusi youtube-kanava", FI, WELLBEING.fi),
        ("vi behöver en ny youtube-kanal för välfärdstjänsterna", SV, WELLBEING.sv),
        ("we would like a new podcast for wellbeing services", EN, WELLBEING.en),
    ],
)
async def test_a_proposal_has_the_unit_in_the_proposers_language(
    bot: Bot, said: str, language: Language, unit: str
) -> None:
    how = await bot.said(STAFF, said, locale=language)
    form = await bot.pressed(STAFF, how, {FI: "Ehdota", SV: "Föreslå", EN: "Propose"}[language])
    assert form_of(form).values["unit"] == unit
    assert "Nuorisopalvelujen TikTok" in form_of(form).intro


@pytest.mark.parametrize("unit", CULTURE.spellings)
async def test_a_proposals_unit_is_known_in_whichever_language_it_is_written(bot: Bot, unit: str) -> None:
    form = await bot.pressed_old(MAINTAINER, Verb.PROPOSE, unit, "")
    await bot.submitted(MAINTAINER, form, **{**WISH, "unit": unit.upper()})
    assert (await proposal(bot)).channel.unit == CULTURE


@pytest.mark.parametrize(
    ("said", "language", "unit"),
    [
        ("registrera https://www.threads.net/@biblo för bildningstjänster", SV, CULTURE.sv),
        ("register https://www.threads.net/@biblo for education and culture", EN, CULTURE.en),
    ],
)
async def test_a_channel_is_registered_under_the_unit_that_there_is(
    bot: Bot, said: str, language: Language, unit: str
) -> None:
    form = await bot.said(ICT, said, locale=language)
    assert form_of(form).values["unit"] == unit
    await bot.submitted(ICT, form, name="Biblo Threads", responsible="U0LIBHEAD")
    assert (await channel_of(bot, "sivistys-threads")).unit == CULTURE


@pytest.mark.parametrize("unit", WELLBEING.spellings)
async def test_a_channel_that_moves_to_another_unit_has_all_the_names_of_that(bot: Bot, unit: str) -> None:
    await bot.said(ICT, f"edit the library's instagram unit={unit}")
    assert (await channel_of(bot)).unit == WELLBEING


async def test_a_unit_that_is_called_anew_keeps_its_names_in_other_languages(bot: Bot) -> None:
    await bot.said(ICT, "edit the library's instagram unit=Sivistystoimi")
    assert (await channel_of(bot)).unit == UnitName("Sivistystoimi", CULTURE.sv, CULTURE.en)


@pytest.mark.parametrize(
    ("said", "language", "unit"),
    [
        ("vilka kanaler har förvaltningstjänster", SV, "Förvaltningstjänster"),
        ("channels of administrative services", EN, "Administrative services"),
        ("kanavat administrative services", FI, "Hallintopalvelut"),
    ],
)
async def test_channels_are_found_by_the_unit_in_any_language(
    bot: Bot, said: str, language: Language, unit: str
) -> None:
    shown = text_of(await bot.said(STAFF, said, locale=language))
    assert f"Kunnan Facebook – {unit}" in shown
    assert "Kirjaston" not in shown
