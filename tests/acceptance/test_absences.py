"""Absences: noted without a cover, taken back and changed, seen by those whom they concern, answered by the cover."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from bot.conversation.forms.form import Form
from bot.domain.language import Language
from bot.services.notices import CoverAccepted, CoverAgreed, CoverCalledOff
from bot.understanding.commands import Intent
from tests.acceptance.keeping import channel_of
from tests.acceptance.people import GUEST, HEAD, ICT, MAINTAINER, OTHER, STAFF
from tests.support.bot_in_memory import HELSINKI, Bot, form_of, labels, text_of

FI, EN = Language.FI, Language.EN
COVERED = "olen lomalla 7.12.–11.12., sijainen slack:U0LIB0002"


async def absent_alone(bot: Bot, text: str = "olen pois 2.12.–3.12.") -> str:
    form = await bot.said(MAINTAINER, text, locale=FI)
    return text_of(await bot.submitted(MAINTAINER, form))


async def test_whoever_has_no_cover_is_away_all_the_same(bot: Bot) -> None:
    form = await bot.said(MAINTAINER, "olen sairaana tänään", locale=FI)
    assert not next(field for field in form_of(form).fields if field.key == "cover").required
    assert "kysytään vastuuhenkilöltä" in text_of(await bot.submitted(MAINTAINER, form))
    assert "Poissaolot: 23.11.2026–23.11.2026" in text_of(await bot.said(MAINTAINER, "minä", locale=FI))
    assert (await channel_of(bot)).holiday_covers == ()


async def test_a_cover_that_is_named_later_takes_the_place_of_the_absence_without_one(bot: Bot) -> None:
    await absent_alone(bot, "olen pois 7.12.–11.12.")
    await bot.said(MAINTAINER, COVERED, locale=FI)
    held = text_of(await bot.said(MAINTAINER, "minä", locale=FI))
    assert "Poissaolot: 7.12.2026–11.12.2026, sijaisena Kirjaston ylläpitäjä 2\n" in held


@pytest.mark.parametrize(
    "text",
    [
        "perun loman",
        "loma peruuntui",
        "poista poissaolo",
        "en olekaan lomalla",
        "min semester blir inte av",
        "avboka frånvaron",
        "my leave was cancelled",
        "I am not away after all",
        "olen takaisin töissä",
        "perun loman 8.12.",
    ],
)
async def test_an_absence_is_taken_back_in_words_and_the_cover_hears(bot: Bot, text: str) -> None:
    await bot.said(MAINTAINER, COVERED, locale=FI)
    outcome = await bot.said(MAINTAINER, text, locale=FI)
    assert outcome.understood is not None
    assert outcome.understood.intent is Intent.BACK
    assert (await channel_of(bot)).holiday_covers == ()
    assert isinstance(bot.notifier.sent["slack-u0lib0002"][-1], CoverCalledOff)
    assert "poissaolo peruttu" in text_of(await bot.said(ICT, "historia", locale=FI))


@pytest.mark.parametrize(
    "text",
    [
        "enhän minä ole lomalla",
        "en ole vapaalla 7.12.–9.12.",
        "en oo silloin poissa, vaikka niin sanoin",
        "jag är faktiskt inte ledig nästa vecka",
        "vi ska inte ha semester i december",
        "I'm not on vacation next week",
        "we won't be absent on 7 December",
        "en ole lomalla 7.12.–9.12., sijainen slack:U0LIB0002 tuli merkittyä",
    ],
)
async def test_who_says_that_they_are_not_away_is_not_made_absent(bot: Bot, text: str) -> None:
    outcome = await bot.said(MAINTAINER, text, locale=FI)
    assert not isinstance(outcome.reply, Form)
    assert "Poissaolot: ei merkitty" in text_of(await bot.said(MAINTAINER, "minä", locale=FI))
    assert bot.notifier.sent == {}


@pytest.mark.parametrize("text", ["en ole poissa", "jag är inte borta alls", "I am not absent"])
async def test_who_says_that_they_are_not_away_though_they_are_noted_so_takes_it_back(bot: Bot, text: str) -> None:
    await bot.said(MAINTAINER, COVERED, locale=FI)
    outcome = await bot.said(MAINTAINER, text, locale=FI)
    if "Valitse" in labels(outcome):
        await bot.pressed(MAINTAINER, outcome, "Peru poissaolosi")
    assert (await channel_of(bot)).holiday_covers == ()


async def test_of_several_absences_it_is_asked_which_and_me_takes_back_by_a_press(bot: Bot) -> None:
    await bot.said(MAINTAINER, COVERED, locale=FI)
    await absent_alone(bot)
    which = await bot.said(MAINTAINER, "perun loman", locale=FI)
    assert labels(which) == ["Peru 7.12.2026–11.12.2026", "Peru 2.12.2026–3.12.2026"]
    me = await bot.said(MAINTAINER, "minä", locale=FI)
    assert "on peruttu" in text_of(await bot.pressed(MAINTAINER, me, "Peru 2.12."))
    held = text_of(await bot.said(MAINTAINER, "minä", locale=FI))
    assert "Poissaolot: 7.12.2026–11.12.2026, sijaisena" in held
    assert "2.12.2026–3.12.2026" not in held


async def test_a_cover_in_whose_place_another_is_named_hears_of_it(bot: Bot) -> None:
    await bot.said(MAINTAINER, COVERED, locale=FI)
    await bot.said(MAINTAINER, "olen lomalla 8.12.–9.12., sijainen slack:U0LIBHEAD", locale=FI)
    called_off = bot.notifier.sent["slack-u0lib0002"][-1]
    assert isinstance(called_off, CoverCalledOff)
    assert (called_off.start.day, called_off.end.day) == (7, 11)
    assert "ei tarvitse sinua sijaiseksi 7.12.2026–11.12.2026" in text_of(await bot.newest_notice(OTHER))


async def test_what_has_passed_of_an_absence_stays(bot: Bot) -> None:
    await bot.said(MAINTAINER, "olen lomalla 23.11.–27.11., sijainen slack:U0LIB0002", locale=FI)
    bot.clock.at = datetime(2026, 11, 25, 12, tzinfo=HELSINKI)
    await bot.said(MAINTAINER, "olen takaisin töissä", locale=FI)
    (cover,) = (await channel_of(bot)).holiday_covers
    assert (cover.start.day, cover.end.day) == (23, 24)


async def test_a_cover_says_that_it_suits_and_the_absent_hears_once(bot: Bot) -> None:
    await bot.said(MAINTAINER, COVERED, locale=FI)
    notice = await bot.newest_notice(OTHER)
    for _ in range(2):
        assert "Kiitos" in text_of(await bot.pressed(OTHER, notice, "Sopii"))
    (heard,) = bot.notifier.sent["slack-u0lib0001"]
    assert isinstance(heard, CoverAccepted)
    await bot.said(MAINTAINER, "perun loman", locale=FI)
    assert "peruttu" in text_of(await bot.pressed(OTHER, notice, "Sopii"))


async def test_who_names_another_cover_finds_the_days_that_were_declined(bot: Bot) -> None:
    await bot.said(MAINTAINER, COVERED, locale=FI)
    await bot.pressed(OTHER, await bot.newest_notice(OTHER), "En voi")
    form = form_of(await bot.pressed(MAINTAINER, await bot.newest_notice(MAINTAINER), "Nimeä toinen"))
    assert (form.values["start"], form.values["end"]) == ("2026-12-07", "2026-12-11")


@pytest.mark.parametrize(
    "at", [datetime(2026, 11, 28, 20, 9, tzinfo=HELSINKI), datetime(2026, 11, 23, 23, tzinfo=HELSINKI)]
)
async def test_a_cover_hears_of_it_in_working_hours(bot: Bot, at: datetime) -> None:
    bot.clock.at = at
    await bot.said(MAINTAINER, COVERED, locale=FI)
    assert bot.notifier.sent == {}
    opening = bot.application.settings.working.next_opening(at)
    await bot.application.deliver(opening)
    (notice,) = bot.notifier.sent["slack-u0lib0002"]
    assert isinstance(notice, CoverAgreed)


async def test_who_is_away_is_seen_by_those_whom_it_concerns(bot: Bot) -> None:
    await bot.said(MAINTAINER, COVERED, locale=FI)
    line = "Kirjaston ylläpitäjä 1: 7.12.2026–11.12.2026, sijaisena Kirjaston ylläpitäjä 2"
    for who, text in ((ICT, "ketkä ovat poissa"), (HEAD, "kuka on lomalla"), (MAINTAINER, "kuka sijaistaa minua")):
        assert line in text_of(await bot.said(who, text, locale=FI))
    assert "ei ole poissaoloja" in text_of(await bot.said(STAFF, "ketkä ovat poissa", locale=FI))
    assert "Kirjaston" not in text_of(await bot.said(GUEST, "ketkä ovat poissa", locale=FI, guest=True))


@pytest.mark.parametrize("text", ["vilka är lediga", "vem är min ersättare", "who is absent", "who steps in for me"])
async def test_who_is_away_is_asked_in_each_language(bot: Bot, text: str) -> None:
    await bot.said(MAINTAINER, COVERED, locale=FI)
    assert "Kirjaston ylläpitäjä 2" in text_of(await bot.said(MAINTAINER, text))


async def test_a_status_that_holds_for_days_is_offered_as_an_absence_once(bot: Bot) -> None:
    absences = bot.application.services.absences
    today = bot.clock.at.date()
    for days in (0, 1, 2, 400):
        await absences.offer(MAINTAINER, today + timedelta(days=days), bot.clock.at)
    await absences.offer(STAFF, today + timedelta(days=11), bot.clock.at)
    await bot.application.deliver(bot.clock.at)
    assert bot.notifier.sent == {}
    for _ in range(2):
        await absences.offer(MAINTAINER, today + timedelta(days=11), bot.clock.at)
    notice = await bot.newest_notice(MAINTAINER)
    assert len(bot.notifier.sent["slack-u0lib0001"]) == 1
    assert "on voimassa 4.12.2026 asti" in text_of(notice)
    form = form_of(await bot.pressed(MAINTAINER, notice, "Olen poissa"))
    assert (form.values["start"], form.values["end"]) == ("2026-11-23", "2026-12-04")


async def test_of_a_status_on_days_that_are_noted_already_nothing_is_asked(bot: Bot) -> None:
    await bot.said(MAINTAINER, COVERED, locale=FI)
    await bot.application.services.absences.offer(MAINTAINER, date(2026, 12, 11), bot.clock.at)
    await bot.application.deliver(bot.clock.at)
    assert "slack-u0lib0001" not in bot.notifier.sent
