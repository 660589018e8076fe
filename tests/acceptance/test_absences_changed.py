"""Absences that are changed in words: to begin or end on another day, or not to take place; and those of others."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.language import Language
from bot.messages.model import Verb
from tests.acceptance.keeping import channel_of, version_of
from tests.acceptance.people import HEAD, ICT, MAINTAINER, OTHER
from tests.support.bot_in_memory import Bot, buttons, form_of, text_of

FI, SV, EN = Language
COVERED = f"olen lomalla 7.–11.12., sijainen {OTHER}"


@pytest.mark.parametrize(
    ("language", "said", "start", "end"),
    [
        (FI, "lomani alkaakin vasta 9.12.", "2026-12-09", "2026-12-11"),
        (FI, "pidennetään lomaa 18.12. asti", "2026-12-07", "2026-12-18"),
        (FI, "lyhennän lomaa, palaan jo 10.12. töihin", "2026-12-07", "2026-12-09"),
        (FI, "loma onkin 14.–16.12.", "2026-12-14", "2026-12-16"),
        (SV, "min ledighet börjar redan 4.12", "2026-12-04", "2026-12-11"),
        (SV, "jag vill förlänga semestern till 18 december", "2026-12-07", "2026-12-18"),
        (SV, "jag är tillbaka redan den 10 december", "2026-12-07", "2026-12-09"),
        (EN, "my leave starts already on 4 December", "2026-12-04", "2026-12-11"),
        (EN, "please extend my holiday to 18 December", "2026-12-07", "2026-12-18"),
        (EN, "my vacation ends already on 9 December", "2026-12-07", "2026-12-09"),
    ],
)
async def test_the_absence_that_is_known_is_changed(
    bot: Bot, language: Language, said: str, start: str, end: str
) -> None:
    await bot.said(MAINTAINER, COVERED, locale=FI)
    form = await bot.said(MAINTAINER, said, locale=language)
    assert (form_of(form).values["start"], form_of(form).values["end"]) == (start, end)
    assert "2026" in form_of(form).intro
    await bot.submitted(MAINTAINER, form)
    (cover,) = (await channel_of(bot)).holiday_covers
    assert (cover.start.isoformat(), cover.end.isoformat()) == (start, end)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (FI, "pidennän lomaa 18.12. asti"),
        (SV, "förläng semestern till 18.12"),
        (EN, "extend my holiday to 18 December"),
    ],
)
async def test_where_none_is_known_its_first_day_is_asked(bot: Bot, language: Language, said: str) -> None:
    values = form_of(await bot.said(MAINTAINER, said, locale=language)).values
    assert (values.get("start"), values["end"]) == (None, "2026-12-18")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (FI, "olen palannut sairaslomalta"),
        (FI, "palasin töihin"),
        (SV, "jag är tillbaka på jobbet"),
        (EN, "I'm back from sick leave"),
    ],
)
async def test_who_is_back_is_asked_about_an_absence_to_come(bot: Bot, language: Language, said: str) -> None:
    await bot.said(MAINTAINER, COVERED, locale=FI)
    asked = await bot.said(MAINTAINER, said, locale=language)
    assert [one.action.verb for one in buttons(asked)] == [Verb.CALL_OFF]
    assert (await channel_of(bot)).holiday_covers
    bot.clock.at += timedelta(days=16)
    await bot.said(MAINTAINER, said, locale=language)
    (cover,) = (await channel_of(bot)).holiday_covers
    assert cover.end.isoformat() == "2026-12-08"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (FI, "en menekään lomalle"),
        (FI, "en pidäkään lomaa"),
        (SV, "jag går inte på semester trots allt"),
        (SV, "jag tar inte ut semester ändå"),
        (EN, "I'm not going on leave after all"),
    ],
)
async def test_a_leave_that_is_not_taken_is_cancelled(bot: Bot, language: Language, said: str) -> None:
    await bot.said(MAINTAINER, COVERED, locale=FI)
    await bot.said(MAINTAINER, said, locale=language)
    assert (await channel_of(bot)).holiday_covers == ()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (FI, f"{OTHER} on sairaana perjantaihin asti"),
        (FI, "Kirjaston ylläpitäjä 2 on lomalla ensi viikon"),
        (SV, f"{OTHER} är föräldraledig till mars"),
        (SV, f"{OTHER} har semester nästa vecka"),
        (EN, f"{OTHER} is on leave next week"),
        (EN, f"{OTHER} is off sick until Friday"),
    ],
)
async def test_the_absence_of_somebody_else_is_answered_by_their_name(bot: Bot, language: Language, said: str) -> None:
    before = await version_of(bot)
    for person in (HEAD, MAINTAINER):
        assert "Kirjaston ylläpitäjä 2" in text_of(await bot.said(person, said, locale=language))
    assert await version_of(bot) == before


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (FI, "slack:U0STAFF01 aloittaa kirjaston facebookissa 7.12."),
        (SV, "slack:U0STAFF01 börjar på bibliotekets facebook den 7 december"),
        (EN, "slack:U0STAFF01 starts on the library's facebook on 7 December"),
    ],
)
async def test_who_begins_on_a_channel_is_not_away(bot: Bot, language: Language, said: str) -> None:
    form = form_of(await bot.said(ICT, said, locale=language))
    assert (form.id, form.values["add"]) == ("maintainers", "slack:U0STAFF01")


@pytest.mark.parametrize(
    "said", ["jään äitiyslomalle 1.2.", "jag är pappaledig 1.2", "I'm on parental leave on 1 February"]
)
async def test_parental_leave_has_an_open_end(bot: Bot, said: str) -> None:
    values = form_of(await bot.said(MAINTAINER, said)).values
    assert (values["start"], values.get("end")) == ("2027-02-01", None)


@pytest.mark.parametrize(("language", "said"), [(FI, "vaihda sijainen"), (SV, "byt vikarie"), (EN, "change my cover")])
async def test_another_cover_is_asked_for_the_absence_that_is_known(bot: Bot, language: Language, said: str) -> None:
    await bot.said(MAINTAINER, COVERED, locale=FI)
    form = form_of(await bot.said(MAINTAINER, said, locale=language))
    assert (form.values["start"], form.values["end"], form.intro) == ("2026-12-07", "2026-12-11", "")


@pytest.mark.parametrize(
    ("language", "one_day"), [(FI, "Poissa 27.11.2026."), (SV, "Frånvarande 27 nov."), (EN, "Away on 27 Nov 2026.")]
)
async def test_one_day_is_said_once(bot: Bot, language: Language, one_day: str) -> None:
    form = await bot.said(
        MAINTAINER, {FI: "poissa 27.11.", SV: "borta 27.11", EN: "away 27.11."}[language], locale=language
    )
    said = text_of(await bot.submitted(MAINTAINER, form))
    assert one_day in said
    assert said.count("2026") == 1


async def test_an_absence_is_on_the_persons_own_page(bot: Bot) -> None:
    await bot.said(MAINTAINER, COVERED, locale=FI)
    assert "7.12.2026–11.12.2026, sijaisena Kirjaston ylläpitäjä 2" in text_of(
        await bot.said(MAINTAINER, "koti", locale=FI)
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (FI, "en ookaan lomalla"),
        (FI, "terveenä taas"),
        (SV, "nu är jag frisk igen"),
        (EN, "feeling better, back at work"),
    ],
)
async def test_who_is_not_away_after_all_or_well_again_takes_it_back(bot: Bot, language: Language, said: str) -> None:
    await bot.submitted(MAINTAINER, await bot.said(MAINTAINER, "olen sairaana perjantaihin asti", locale=FI))
    assert "27" in text_of(await bot.said(MAINTAINER, said, locale=language))
    assert "ei ole merkitty" in text_of(await bot.said(MAINTAINER, "milloin olen poissa", locale=FI))


@pytest.mark.parametrize(
    ("language", "said", "start", "end"),
    [
        (SV, "kommer tillbaka först den 14", "2026-11-23", "2026-12-13"),
        (SV, "min ledighet slutar redan den 4", None, "2026-12-04"),
        (FI, "saikulla koko viikon", "2026-11-23", "2026-11-29"),
        (EN, "still sick, probably till Friday", "2026-11-23", "2026-11-27"),
    ],
)
async def test_hurried_words_open_the_form_in_their_language(
    bot: Bot, language: Language, said: str, start: str | None, end: str
) -> None:
    form = form_of(await bot.said(MAINTAINER, said))
    assert (form.language, form.values.get("start"), form.values.get("end")) == (language, start, end)


@pytest.mark.parametrize(
    ("language", "said"), [(SV, "när börjar min semester"), (EN, "when's my leave"), (EN, "when does my holiday end")]
)
async def test_ones_own_leave_is_told(bot: Bot, language: Language, said: str) -> None:
    await bot.said(MAINTAINER, COVERED, locale=FI)
    assert "11" in text_of(await bot.said(MAINTAINER, said, locale=language))
    assert "2026" in text_of(await bot.said(MAINTAINER, said, locale=language))
