from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.days import durations
from bot.language.days.date_patterns import KINDS, speaks_of_time
from bot.language.days.dates import Dates, find_dates
from bot.language.days.spans import Prefer, Span

MONDAY = date(2026, 11, 23)


def read_dates(text: str, today: date, prefer: Prefer = Prefer.FUTURE) -> Dates:
    return find_dates(text).counted(today, prefer)


def span_of(text: str, today: date = MONDAY, prefer: Prefer = Prefer.FUTURE) -> str:
    span = read_dates(text, today, prefer).span
    return f"{span.start} {span.end}" if span else ""


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("olen lomalla 1.7.–31.7.", "2027-07-01 2027-07-31"),
        ("1.7. - 31.7.", "2027-07-01 2027-07-31"),
        ("1.-15.8.", "2027-08-01 2027-08-15"),
        ("12-14.12.", "2026-12-12 2026-12-14"),
        ("1.7.2027", "2027-07-01 2027-07-01"),
        ("1.7.27", "2027-07-01 2027-07-01"),
        ("1.7.–31.7.2028", "2028-07-01 2028-07-31"),
        ("20.12.–6.1.", "2026-12-20 2027-01-06"),
        ("2027-07-01", "2027-07-01 2027-07-01"),
        ("2027-07-01 – 2027-07-15", "2027-07-01 2027-07-15"),
        ("1/7–31/7", "2027-07-01 2027-07-31"),
        ("July 1–15", "2027-07-01 2027-07-15"),
        ("July 1st to July 31st, 2028", "2028-07-01 2028-07-31"),
        ("from 1 July until 31 July", "2027-07-01 2027-07-31"),
        ("the 3rd of May", "2027-05-03 2027-05-03"),
        ("1–15 juli", "2027-07-01 2027-07-15"),
        ("den 1 juli till 15 augusti", "2027-07-01 2027-08-15"),
        ("1. heinäkuuta", "2027-07-01 2027-07-01"),
        ("24.–26. joulukuuta", "2026-12-24 2026-12-26"),
        ("joulukuun 24. päivä", "2026-12-24 2026-12-24"),
        ("heinäkuussa", "2027-07-01 2027-07-31"),
        ("jag är ledig hela juli", "2027-07-01 2027-07-31"),
        ("marraskuussa", "2026-11-01 2026-11-30"),
        ("tänään", "2026-11-23 2026-11-23"),
        ("huomenna", "2026-11-24 2026-11-24"),
        ("i övermorgon", "2026-11-25 2026-11-25"),
        ("on Friday", "2026-11-27 2026-11-27"),
        ("keskiviikkona", "2026-11-25 2026-11-25"),
        ("maanantaina", "2026-11-30 2026-11-30"),
        ("maanantaista perjantaihin", "2026-11-30 2026-12-04"),
        ("from Thursday to Monday", "2026-11-26 2026-11-30"),
        ("ensi viikolla", "2026-11-30 2026-12-06"),
        ("this week", "2026-11-23 2026-11-29"),
        ("viikolla 29", "2027-07-19 2027-07-25"),
        ("vecka 27–30", "2027-07-05 2027-08-01"),
        ("vk 53", "2026-12-28 2027-01-03"),
        ("15.8. asti", "2026-11-23 2027-08-15"),
        ("until 1 December", "2026-11-23 2026-12-01"),
        ("helmikuun loppuun", "2026-11-23 2027-02-28"),
        ("kolme päivää maanantaista alkaen", "2026-11-30 2026-12-02"),
        ("in two weeks", "2026-12-07 2026-12-07"),
        ("3 pv huomisesta", "2026-11-24 2026-11-26"),
        ("juhannuksena", "2027-06-25 2027-06-27"),
        ("over Christmas", "2026-12-24 2026-12-26"),
        ("nyårsafton", "2026-12-31 2027-01-01"),
        ("koko kesän", "2027-06-01 2027-08-31"),
        ("loppuviikon", "2026-11-23 2026-11-29"),
        ("i helgen", "2026-11-28 2026-11-29"),
        ("next weekend", "2026-12-05 2026-12-06"),
        ("ensi kuussa", "2026-12-01 2026-12-31"),
        ("juni till augusti", "2027-06-01 2027-08-31"),
        ("from November until the end of January", "2026-11-01 2027-01-31"),
        ("kesä-elokuun", "2027-06-01 2027-08-31"),
        ("viikosta 27 viikkoon 30", "2027-07-05 2027-08-01"),
        ("ma-pe", "2026-11-30 2026-12-04"),
        ("fre-mån", "2026-11-27 2026-11-30"),
        ("the 5th", "2026-12-05 2026-12-05"),
        ("15. päivään asti", "2026-11-23 2026-12-15"),
        ("the 31st", "2026-12-31 2026-12-31"),
        ("puolen vuoden päästä", "2027-05-24 2027-05-24"),
    ],
)
def test_absences_lie_ahead(text: str, span: str) -> None:
    assert span_of(text) == span


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("eilen", "2026-11-22 2026-11-22"),
        ("toissapäivänä", "2026-11-21 2026-11-21"),
        ("i förrgår", "2026-11-21 2026-11-21"),
        ("this morning", "2026-11-23 2026-11-23"),
        ("perjantaina", "2026-11-20 2026-11-20"),
        ("on Monday", "2026-11-16 2026-11-16"),
        ("viime viikolla", "2026-11-16 2026-11-22"),
        ("15.11.", "2026-11-15 2026-11-15"),
        ("1.12.", "2025-12-01 2025-12-01"),
        ("viikko sitten", "2026-11-16 2026-11-16"),
        ("för tre dagar sedan", "2026-11-20 2026-11-20"),
        ("viikolla 29", "2026-07-13 2026-07-19"),
        ("viikonloppuna", "2026-11-21 2026-11-22"),
        ("toissa viikolla", "2026-11-09 2026-11-15"),
        ("viime kuussa", "2026-10-01 2026-10-31"),
        ("jouluna", "2025-12-24 2025-12-26"),
        ("den 5:e", "2026-11-05 2026-11-05"),
        ("i går kväll", "2026-11-22 2026-11-22"),
    ],
)
def test_reports_lie_in_the_past(text: str, span: str) -> None:
    assert span_of(text, prefer=Prefer.PAST) == span


@pytest.mark.parametrize("prefer", Prefer)
@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("viime viikon keskiviikkona", "2026-11-18 2026-11-18"),
        ("sunnuntaina viime viikolla", "2026-11-22 2026-11-22"),
        ("toissa viikon torstaina", "2026-11-12 2026-11-12"),
        ("tämän viikon lauantaina", "2026-11-28 2026-11-28"),
        ("ens viikon ke", "2026-12-02 2026-12-02"),
        ("ensi viikon maanantaista keskiviikkoon", "2026-11-30 2026-12-02"),
        ("seuraavan viikon ti-to", "2026-12-01 2026-12-03"),
        ("förra veckans tisdag", "2026-11-17 2026-11-17"),
        ("lördagen i förra veckan", "2026-11-21 2026-11-21"),
        ("nästa vecka på tisdag", "2026-12-01 2026-12-01"),
        ("torsdag nästa vecka", "2026-12-03 2026-12-03"),
        ("Thursday of last week", "2026-11-19 2026-11-19"),
        ("last week's Monday", "2026-11-16 2026-11-16"),
        ("next week on Friday", "2026-12-04 2026-12-04"),
    ],
)
def test_a_weekday_of_a_week_that_is_named_is_of_that_week(text: str, span: str, prefer: Prefer) -> None:
    assert span_of(text, prefer=prefer) == span


def test_from_a_day_of_next_week_a_weekday_is_the_one_after_it() -> None:
    assert span_of("ensi viikon sunnuntaista tiistaihin") == "2026-12-06 2026-12-08"
    assert span_of("från nästa veckas torsdag till fredag") == "2026-12-03 2026-12-04"
    assert span_of("ensi viikon torstaista kaksi viikkoa") == "2026-12-03 2026-12-16"


def test_some_words_choose_the_direction_themselves() -> None:
    assert span_of("i måndags") == span_of("last Monday") == "2026-11-16 2026-11-16"
    assert span_of("ensi perjantaina", prefer=Prefer.PAST) == "2026-11-27 2026-11-27"


def test_a_holiday_that_has_begun_is_this_years() -> None:
    assert span_of("1.7.–31.7.", today=date(2027, 7, 15)) == "2027-07-01 2027-07-31"
    assert span_of("20.12.–6.1.", today=date(2027, 1, 3)) == "2026-12-20 2027-01-06"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("viikon päästä", 7),
        ("kahden viikon kuluttua", 14),
        ("in two weeks", 14),
        ("om tre dagar", 3),
        ("om en månad", 30),
        ("kolmeksi päiväksi", 3),
        ("pari päivää", 2),
        ("a couple of days", 2),
        ("ett par veckor", 14),
        ("viikoksi", 7),
        ("for 10 working days", 10),
        ("3 kk", 90),
        ("åtta dagar", 8),
        ("lomalla", None),
    ],
)
def test_durations_are_counted_in_days(text: str, days: int | None) -> None:
    assert read_dates(text, MONDAY).days == days


@pytest.mark.parametrize(
    "text",
    [
        "",
        "32.13.",
        "0.0.",
        "31.12.99999",
        "31/12/99999",
        "1.–15.8.99999",
        "klo 10.30",
        "viikolla 60",
        "I may post",
        "1.5 h",
        "may I",
        "maanantaisin",
    ],
)
def test_what_is_no_date_is_passed_over(text: str) -> None:
    assert read_dates(text, MONDAY) == Dates()


def test_the_first_date_of_several_is_meant() -> None:
    assert span_of("lomalla 1.7.–31.7., palaan 2.8.") == "2027-07-01 2027-07-31"


_PIECES = "1. 7. 31 – - . 12 2027 99 00 heinäkuuta juli May v week viikon päästä 999 years ago maanantai"
_PILE = st.lists(st.sampled_from(_PIECES.split()))


@given(st.text() | _PILE.map(" ".join) | _PILE.map("".join), st.dates(), st.sampled_from(Prefer))
def test_any_text_on_any_day_has_dates_in_order(text: str, today: date, prefer: Prefer) -> None:
    span = read_dates(text, today, prefer).span
    assert span is None or span.start <= span.end


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 40))
def test_a_span_with_its_years_is_read_as_written(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    text = f"{start.day}.{start.month}.{start.year}–{end.day}.{end.month}.{end.year}"
    assert read_dates(text, MONDAY).span == Span(start, end)


@pytest.mark.parametrize(
    "pattern", [*(pattern for pattern, _ in KINDS), durations._AGO, durations._AHEAD, durations._LASTING]
)
@given(data=st.data())
def test_whatever_a_pattern_fits_speaks_of_time(pattern: re.Pattern[str], data: st.DataObject) -> None:
    assert speaks_of_time(data.draw(st.from_regex(pattern)))
