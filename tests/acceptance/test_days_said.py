"""Days as maintainers say them: what was not read is said, and nothing is noted on a day that nobody meant."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from tests.acceptance.keeping import version_of
from tests.acceptance.people import ICT, MAINTAINER
from tests.support.bot_in_memory import Bot, form_of, text_of

FI, EN = Language.FI, Language.EN


@pytest.mark.parametrize(
    ("text", "start", "end", "said"),
    [
        ("olen pois 7.12. klo 12 alkaen", "2026-12-07", None, ""),
        ("pois 7.12.–", "2026-12-07", None, ""),
        ("Olen pois 7.12. … 9.12.", "2026-12-07", "2026-12-09", ""),
        ("olen pois joulusta loppiaiseen", "2026-12-24", "2027-01-06", ""),
        ("olen lomalla 31.11.–4.12.", None, "2026-12-04", "Päivää 31.11. ei ole."),
        ("olen lomalla 2.12. – 30.2.", "2026-12-02", None, "Päivää 30.2. ei ole."),
        ("olen pois joulusta uudenvuoteen", "2026-12-24", None, "”uudenvuoteen”"),
        ("olen pois ensi viikon ja seuraavan", "2026-11-30", None, "”seuraavan”"),
        ("jag är borta midsommar till augusti", "2027-06-25", None, "”augusti”"),
        ("I am away from pentecost to midsummer", None, "2027-06-27", "‘pentecost’"),
        ("jag är borta från och med 7.12", "2026-12-07", None, ""),
        ("jag är ledig vecka 51–1", "2026-12-14", "2027-01-10", ""),
        ("I am away 12/22/2026 - 1/3/2027", None, None, "month comes first"),
        ("olen pois 7.12.–30.2., sijainen slack:U0LIB0002", "2026-12-07", None, "Päivää 30.2. ei ole."),
        ("olen pois 7.12. alkaen, sijainen slack:U0LIB0002", "2026-12-07", None, ""),
    ],
)
async def test_the_form_has_what_was_read_and_says_what_was_not(
    bot: Bot, text: str, start: str | None, end: str | None, said: str
) -> None:
    before = await version_of(bot)
    form = form_of(await bot.said(MAINTAINER, text, locale=FI))
    assert (form.values.get("start"), form.values.get("end")) == (start, end)
    assert said in form.intro
    assert await version_of(bot) == before


async def test_an_update_that_lies_ahead_is_asked_about_and_not_noted_a_year_back(bot: Bot) -> None:
    before = await version_of(bot)
    form = await bot.said(MAINTAINER, "päivitin kirjaston facebookin 27.11.", locale=FI)
    assert "Päivä 27.11.2026 on vasta edessä" in form_of(form).intro
    which = await bot.said(MAINTAINER, "päivitin 27.11.", locale=FI)
    assert "Päivä 27.11.2026 on vasta edessä" in text_of(which)
    assert await version_of(bot) == before
    again = await bot.pressed(MAINTAINER, which, "Kirjaston Facebook")
    assert "20.11.2026" in text_of(await bot.submitted(MAINTAINER, again, on="2026-11-20"))


async def test_what_was_not_read_is_said_of_pauses_leavers_and_reminders_too(bot: Bot) -> None:
    pause = await bot.said(ICT, "tauko kirjaston facebook 1.12.–31.2.", locale=FI)
    assert "Päivää 31.2. ei ole" in form_of(pause).intro
    left = await bot.said(ICT, "lähtenyt slack:U0LIB0001 31.11.", locale=FI)
    assert "Päivää 31.11. ei ole" in form_of(left).intro
    assert "The date 31.11. does not exist" in text_of(await bot.said(MAINTAINER, "remind me on 31.11.", locale=EN))
