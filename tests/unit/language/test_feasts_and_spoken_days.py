"""Days named by a feast, and days as they are spoken."""

from __future__ import annotations

from datetime import date

import pytest

from bot.language.days.dates import Dates, Half, find_dates
from bot.language.days.spans import Prefer, Span

MONDAY = date(2026, 11, 23)


def read(text: str, prefer: Prefer = Prefer.FUTURE) -> Dates:
    return find_dates(text).counted(MONDAY, prefer)


def days(text: str, prefer: Prefer = Prefer.FUTURE) -> Span | None:
    return read(text, prefer).span


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("joululoma joulun yli 19.12.–4.1.", date(2026, 12, 19), date(2027, 1, 4)),
        ("pääsiäisvapaa pääsiäisenä 24.3.–30.3.", date(2027, 3, 24), date(2027, 3, 30)),
        ("kesällä lomalla 5.–23.7.", date(2027, 7, 5), date(2027, 7, 23)),
        ("ledig i jul 18/12–7/1", date(2026, 12, 18), date(2027, 1, 7)),
        ("i påsk är jag borta från 20 mars till 28 mars", date(2027, 3, 20), date(2027, 3, 28)),
        ("midsommar: borta 21.6–24.6", date(2027, 6, 21), date(2027, 6, 24)),
        ("Christmas holidays 18 December to 3 January", date(2026, 12, 18), date(2027, 1, 3)),
        ("summer leave 3.8-14.8", date(2027, 8, 3), date(2027, 8, 14)),
        ("Easter trip, March 20 to March 29", date(2027, 3, 20), date(2027, 3, 29)),
    ],
)
def test_days_in_figures_win_over_the_name_of_a_feast(text: str, first: date, last: date) -> None:
    assert days(text) == Span(first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("joulusta 10.1. asti", date(2026, 12, 24), date(2027, 1, 10)),
        ("från jul till 10.1", date(2026, 12, 24), date(2027, 1, 10)),
        ("from Christmas to 10 January", date(2026, 12, 24), date(2027, 1, 10)),
        ("from 20 December until Christmas", date(2026, 12, 20), date(2026, 12, 26)),
    ],
)
def test_a_feast_that_is_one_end_of_a_time_stays(text: str, first: date, last: date) -> None:
    assert days(text) == Span(first, last)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("päivää ennen juhannusta", date(2027, 6, 24)),
        ("joulun jälkeisenä päivänä", date(2026, 12, 27)),
        ("dagen före trettondagen", date(2027, 1, 5)),
        ("dagen efter nyår", date(2027, 1, 2)),
        ("the day before Christmas", date(2026, 12, 23)),
        ("the day after Epiphany", date(2027, 1, 7)),
        ("tapaninpäivänä", date(2026, 12, 26)),
        ("på annandag jul", date(2026, 12, 26)),
        ("on boxing day", date(2026, 12, 26)),
    ],
)
def test_the_day_before_a_feast_and_the_one_after_it(text: str, day: date) -> None:
    assert days(text) == Span(day, day)


@pytest.mark.parametrize("text", ["loppiaisen jälkeen", "efter trettondagen", "after Epiphany"])
def test_after_a_feast_begins_the_day_after_it(text: str) -> None:
    assert read(text) == Dates(Span(date(2027, 1, 7), date(2027, 1, 7)), missing=Half.END)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("kolmastoista marraskuuta", date(2026, 11, 13)),
        ("toisena marraskuuta", date(2026, 11, 2)),
        ("kahdeskymmenesensimmäinen päivä marraskuuta", date(2026, 11, 21)),
        ("den sjunde november", date(2026, 11, 7)),
        ("det var den tjugoförsta", date(2026, 11, 21)),
        ("the ninth of November", date(2026, 11, 9)),
        ("on the nineteenth", date(2026, 11, 19)),
        ("på fredan", date(2026, 11, 20)),
        ("pe illalla", date(2026, 11, 20)),
        ("för nio dar sen", date(2026, 11, 14)),
        ("kaksi viikkoa sit", date(2026, 11, 9)),
        ("three days back", date(2026, 11, 20)),
        ("isänpäivänä", date(2026, 11, 8)),
        ("på fars dag", date(2026, 11, 8)),
        ("on all saints' day", date(2026, 10, 31)),
    ],
)
def test_a_day_that_is_spoken_is_read(text: str, day: date) -> None:
    assert days(text, Prefer.PAST) == Span(day, day)


@pytest.mark.parametrize("text", ["den fjärde bilden i raden", "toinen kuva", "the fifth picture of the album"])
def test_what_is_counted_is_no_day(text: str) -> None:
    assert read(text) == Dates()


@pytest.mark.parametrize("text", ["the week before last", "förrförra veckan", "toissaviikolla"])
def test_the_week_before_the_last_one_is_read(text: str) -> None:
    assert days(text, Prefer.PAST) == Span(date(2026, 11, 9), date(2026, 11, 15))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("poissa 7.12. ja takaisin 10.12.", date(2026, 12, 7), date(2026, 12, 9)),
        ("lomalla 1.2. alkaen, palaan töihin 8.2.", date(2027, 2, 1), date(2027, 2, 7)),
        ("ledig den 7.12, tillbaka den 10.12", date(2026, 12, 7), date(2026, 12, 9)),
        ("away from 7 December, back at work on 10 December", date(2026, 12, 7), date(2026, 12, 9)),
    ],
)
def test_the_day_of_return_is_none_of_the_absence(text: str, first: date, last: date) -> None:
    assert days(text) == Span(first, last)


@pytest.mark.parametrize(
    "text", ["tammikuun ensimmäisen viikon", "sista veckan i januari", "the first week of January"]
)
def test_a_week_of_a_month_is_not_the_whole_month(text: str) -> None:
    found = read(text)
    assert found.span is None
    assert found.unread
