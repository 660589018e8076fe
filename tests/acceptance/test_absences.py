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
    assert "Poissaolot: 23.11.2026\n" in text_of(await bot.said(MAINTAINER, "minä", locale=FI))
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
    assert (called_off.start.day, called_off.end.day) == (8, 9)
    assert "ei tarvitse sinua sijaiseksi 8.12.2026–9.12.2026" in text_of(await bot.newest_notice(OTHER))


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
    days = "7.12.2026–11.12.2026, sijaisena Kirjaston ylläpitäjä 2"
    for who, text in ((ICT, "ketkä ovat poissa"), (HEAD, "kuka on lomalla")):
        assert f"• Kirjaston ylläpitäjä 1: {days}" in text_of(await bot.said(who, text, locale=FI))
    assert f"• {days}" in text_of(await bot.said(MAINTAINER, "kuka sijaistaa minua", locale=FI))
    assert "Muut voivat silti olla poissa" in text_of(await bot.said(STAFF, "ketkä ovat poissa", locale=FI))
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


async def own_days(bot: Bot) -> list[str]:
    """The lines of the maintainer's own absences."""
    words = text_of(await bot.said(MAINTAINER, "milloin olen poissa", locale=FI))
    return [line.removeprefix("• ") for line in words.splitlines() if line.startswith("• ")]


async def test_an_absence_that_overlaps_an_earlier_one_leaves_its_other_days(bot: Bot) -> None:
    await bot.said(MAINTAINER, COVERED, locale=FI)
    reply = await bot.said(MAINTAINER, "olen lomalla 10.12.–18.12., sijainen slack:U0LIBHEAD", locale=FI)
    assert "7.12.2026–9.12.2026, sijaisena Kirjaston ylläpitäjä 2" in text_of(reply)
    assert await own_days(bot) == [
        "7.12.2026–9.12.2026, sijaisena Kirjaston ylläpitäjä 2",
        "10.12.2026–18.12.2026, sijaisena Kirjastotoimenjohtaja",
    ]
    await bot.pressed(MAINTAINER, reply, "Peru 7.12.")
    assert await own_days(bot) == ["10.12.2026–18.12.2026, sijaisena Kirjastotoimenjohtaja"]


async def test_days_with_the_same_cover_that_follow_on_are_one_absence(bot: Bot) -> None:
    await bot.said(MAINTAINER, COVERED, locale=FI)
    await bot.said(MAINTAINER, "olen lomalla 12.12.–16.12., sijainen slack:U0LIB0002", locale=FI)
    assert await own_days(bot) == ["7.12.2026–16.12.2026, sijaisena Kirjaston ylläpitäjä 2"]
    assert "7.12.2026–16.12.2026" in text_of(await bot.said(MAINTAINER, "perun loman", locale=FI))
    assert (await channel_of(bot)).holiday_covers == ()


async def test_a_cover_that_is_agreed_stays_where_more_days_are_noted_without_one(bot: Bot) -> None:
    await bot.said(MAINTAINER, COVERED, locale=FI)
    assert "Jo sovittu sijainen" in await absent_alone(bot, "olen pois 10.12.–14.12.")
    assert await own_days(bot) == [
        "7.12.2026–11.12.2026, sijaisena Kirjaston ylläpitäjä 2",
        "12.12.2026–14.12.2026, ei sijaista",
    ]


async def test_absences_without_a_cover_that_overlap_are_one(bot: Bot) -> None:
    await absent_alone(bot, "olen pois 2.12.–8.12.")
    assert "Kaikkiaan olet poissa" in await absent_alone(bot, "olen pois 7.12.–9.12.")
    assert await own_days(bot) == ["2.12.2026–9.12.2026, ei sijaista"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("lomani siirtyy kolmella päivällä", "2026-12-10", "2026-12-14"),
        ("loma aikaistui viikolla", "2026-11-30", "2026-12-04"),
        ("lomani siirrettiin alkamaan 14.12.", "2026-12-14", "2026-12-18"),
        ("loma siirrettiin, uudet päivät ovat 15.12.–20.12.", "2026-12-15", "2026-12-20"),
        ("min semester sköts upp två veckor", "2026-12-21", "2026-12-25"),
        ("semestern har flyttats till 28.12.", "2026-12-28", "2027-01-01"),
        ("my leave got postponed by a week", "2026-12-14", "2026-12-18"),
        ("the vacation was brought forward two days", "2026-12-05", "2026-12-09"),
        ("loma siirtyi", "2026-12-07", "2026-12-11"),
    ],
)
async def test_an_absence_that_moves_is_asked_about_on_its_new_days(bot: Bot, text: str, start: str, end: str) -> None:
    await bot.said(MAINTAINER, COVERED, locale=FI)
    form = await bot.said(MAINTAINER, text, locale=FI)
    assert form_of(form).values == {"start": start, "end": end, "cover": "slack:U0LIB0002"}
    await bot.submitted(MAINTAINER, form)
    (cover,) = (await channel_of(bot)).holiday_covers
    assert (str(cover.start), str(cover.end)) == (start, end)


async def test_of_several_absences_it_is_asked_which_one_moves(bot: Bot) -> None:
    await bot.said(MAINTAINER, COVERED, locale=FI)
    await absent_alone(bot)
    which = await bot.said(MAINTAINER, "loma siirtyi viikolla", locale=FI)
    form = await bot.pressed(MAINTAINER, which, "2.12.2026–3.12.2026")
    await bot.submitted(MAINTAINER, form, start="2026-12-21", end="2026-12-22")
    assert await own_days(bot) == [
        "7.12.2026–11.12.2026, sijaisena Kirjaston ylläpitäjä 2",
        "21.12.2026–22.12.2026, ei sijaista",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "olen lomalla 7.12.–11.12., tuuraajana Kirjaston ylläpitäjä 2",
        "loma 7.12.–11.12. ja mua sijaistaa ylläpitäjä 2",
        "semester 7.12.–11.12., vikarie är Kirjaston ylläpitäjä 2",
        "on leave 7.12.–11.12., covered by Kirjaston ylläpitäjä 2",
    ],
)
async def test_a_cover_who_is_named_is_filled_in(bot: Bot, text: str) -> None:
    form = form_of(await bot.said(MAINTAINER, text, locale=FI))
    assert form.values == {"start": "2026-12-07", "end": "2026-12-11", "cover": "slack:U0LIB0002"}


async def test_a_cover_whose_name_is_not_known_is_asked_for(bot: Bot) -> None:
    form = form_of(await bot.said(MAINTAINER, "loma 7.12.–11.12., tuuraajana Tuntematon", locale=FI))
    assert "cover" not in form.values
    assert "Valitse hänet" in form.intro
    assert "Valitse" not in form_of(await bot.said(MAINTAINER, "loma 7.12.–11.12. ilman sijaista", locale=FI)).intro


@pytest.mark.parametrize(
    "text", ["jään pois toistaiseksi", "jag är borta tills vidare", "I'm away until further notice"]
)
async def test_an_absence_may_last_until_further_notice(bot: Bot, text: str) -> None:
    form = await bot.said(MAINTAINER, text, locale=FI)
    assert form_of(form).values == {"start": "2026-11-23", "until_told": "yes"}
    await bot.submitted(MAINTAINER, form)
    assert await own_days(bot) == ["23.11.2026 alkaen toistaiseksi, ei sijaista"]
    bot.clock.at += timedelta(days=40)
    await bot.said(MAINTAINER, "olen takaisin töissä", locale=FI)
    assert await own_days(bot) == []


async def test_the_last_day_is_asked_for_where_it_is_not_said_to_be_open(bot: Bot) -> None:
    form = await bot.said(MAINTAINER, "olen pois 2.12. alkaen", locale=FI)
    assert form_of(await bot.submitted(MAINTAINER, form)).errors.keys() == {"end"}


@pytest.mark.parametrize(
    "text", ["olin eilen kipeänä", "olin viikon flunssassa", "jag var borta förra fredagen", "I was off sick yesterday"]
)
async def test_an_absence_that_is_over_is_not_asked_about(bot: Bot, text: str) -> None:
    reply = await bot.said(MAINTAINER, text)
    assert not isinstance(reply.reply, Form)
    assert {"fi": "jo ohi", "sv": "redan över", "en": "already over"}[reply.reply.language] in text_of(reply)
    assert await own_days(bot) == []


async def test_days_that_have_just_passed_are_over_or_those_of_next_year(bot: Bot) -> None:
    reply = await bot.said(MAINTAINER, "sairaslomalla 12.11.–17.11.", locale=FI)
    assert "12.11.2026–17.11.2026 on jo ohi" in text_of(reply)
    form = form_of(await bot.pressed(MAINTAINER, reply, "12.11.2027"))
    assert (form.values["start"], form.values["end"]) == ("2027-11-12", "2027-11-17")


async def test_an_update_beside_an_absence_that_is_over_has_its_own_day(bot: Bot) -> None:
    text = "sori, olin viime viikon reissussa mutta päivitin kirjaston facebookin eilen, jään lomalle 21.12."
    reply = await bot.said(MAINTAINER, text, locale=FI)
    assert "22.11.2026" in text_of(reply)
    form = form_of(await bot.pressed(MAINTAINER, reply, "jään lomalle 21.12."))
    assert form.values["start"] == "2026-12-21"


@pytest.mark.parametrize("text", ["teen perjantaina etätöitä", "jobbar på distans i morgon", "I'm wfh on Friday"])
async def test_remote_work_is_no_absence(bot: Bot, text: str) -> None:
    reply = await bot.said(MAINTAINER, text)
    words = {"fi": "Etätyö ei ole", "sv": "Distansarbete är ingen", "en": "Remote work is no"}
    assert words[reply.reply.language] in text_of(reply)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("tulen takaisin töihin 4.12.", "2026-12-03"),
        ("oon lomalla, palaan ensi viikon keskiviikkona", "2026-12-01"),
        ("borta, tillbaka på jobbet den 3 december", "2026-12-02"),
        ("out of office, back at work on 2 December", "2026-12-01"),
    ],
)
async def test_who_says_when_they_return_is_away_until_the_day_before(bot: Bot, text: str, end: str) -> None:
    form = form_of(await bot.said(MAINTAINER, text, locale=FI))
    assert (form.values["start"], form.values["end"]) == ("2026-11-23", end)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("en pysty sijaistamaan", "et ole sijaisena"),
        ("en voi olla tuuraajana", "et ole sijaisena"),
        ("jag kan tyvärr inte vara vikarie", "du vikarierar inte"),
        ("sorry, I can't stand in", "you are not covering"),
        ("voin kyllä tuurata", "että olet sijaisena"),
        ("jag kan gärna hoppa in", "att du vikarierar"),
        ("happy to cover", "that you are covering"),
    ],
)
async def test_a_cover_answers_in_words(bot: Bot, text: str, said: str) -> None:
    assert "ei ole merkitty" in text_of(await bot.said(OTHER, "voin kyllä tuurata", locale=FI))
    await bot.said(MAINTAINER, COVERED, locale=FI)
    assert said in text_of(await bot.said(OTHER, text))


async def test_a_cover_for_several_absences_is_asked_which(bot: Bot) -> None:
    await bot.said(MAINTAINER, COVERED, locale=FI)
    await bot.said(MAINTAINER, "olen lomalla 21.12.–23.12., sijainen slack:U0LIB0002", locale=FI)
    which = await bot.said(OTHER, "en voi sijaistaa", locale=FI)
    await bot.pressed(OTHER, which, "21.12.2026–23.12.2026")
    assert await own_days(bot) == [
        "7.12.2026–11.12.2026, sijaisena Kirjaston ylläpitäjä 2",
        "21.12.2026–23.12.2026, ei sijaista",
    ]


async def test_a_cover_that_is_told_of_later_is_for_the_days_that_are_noted(bot: Bot) -> None:
    await absent_alone(bot, "olen pois 7.12.–11.12.")
    form = form_of(await bot.said(MAINTAINER, "mulla on sijaisena ylläpitäjä 2", locale=FI))
    assert form.values == {"start": "2026-12-07", "end": "2026-12-11", "cover": "slack:U0LIB0002"}


@pytest.mark.parametrize("text", ["omat poissaolot", "min frånvaro", "my absences"])
async def test_own_absences_are_shown_by_a_word(bot: Bot, text: str) -> None:
    await bot.said(MAINTAINER, COVERED, locale=FI)
    assert "Kirjaston ylläpitäjä 2" in text_of(await bot.said(MAINTAINER, text))


async def test_who_is_away_on_certain_days_is_answered_for_those(bot: Bot) -> None:
    await bot.said(MAINTAINER, COVERED, locale=FI)
    assert "7.12.2026–11.12.2026" in text_of(await bot.said(ICT, "ketkä ovat poissa viikolla 50", locale=FI))
    assert "ei ole poissaoloja 30.11." in text_of(await bot.said(ICT, "ketkä ovat poissa ensi viikolla", locale=FI))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kuka hoitaa kirjaston facebookia jouluna", "ei ole sovittu ajalle 24.12."),
        ("vem sköter bibliotekets facebook när administratören har semester", "Ingen vikarie"),
        ("who runs the library's facebook while the maintainer is on leave", "No cover"),
    ],
)
async def test_who_looks_after_a_channel_meanwhile_is_said(bot: Bot, text: str, said: str) -> None:
    assert said in text_of(await bot.said(STAFF, text))
    assert said not in text_of(await bot.said(STAFF, "kuka hoitaa kirjaston facebookia"))


async def test_who_keeps_no_channel_hears_who_notes_the_absence_of_another(bot: Bot) -> None:
    assert "voit merkitä sen" in text_of(await bot.said(ICT, "viestintäsuunnittelija on saikulla viikon", locale=FI))
    assert "merkitsee poissaolonsa" in text_of(await bot.said(STAFF, "olen lomalla ensi viikon", locale=FI))
