"""Times from one day to another, however they are written: both halves are read, or it is told which one was not."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.days.dates import Dates, Half, find_dates
from bot.language.days.spans import Prefer, Span
from bot.language.days.unread import Unread, WhyUnread

TODAY = date(2026, 10, 5)
START, END = Half.START, Half.END


def read(text: str, today: date = TODAY, prefer: Prefer = Prefer.FUTURE) -> Dates:
    return find_dates(text).counted(today, prefer)


def days(text: str) -> Span:
    first, _, last = text.partition("/")
    return Span(date.fromisoformat(first), date.fromisoformat(last))


FI = ("{0.day}.{0.month}.{year}", "{0.day}.{0.month}.", "{0:%Y-%m-%d}")
JOINTS = ("–", " – ", "-", " … ", "…", "..", " ... ", " till ", " to ", " – klo 8 ", " klo 16 – ", " klo 7.30 - ")


@given(
    first=st.dates(TODAY, TODAY + timedelta(days=250)),
    length=st.integers(0, 100),
    how=st.sampled_from([one for one in product(FI, JOINTS) if (one[0], one[1]) != (FI[2], "-")]),
)
def test_both_ends_are_read_however_they_are_written(first: date, length: int, how: tuple[str, str]) -> None:
    last, (written, joint) = first + timedelta(days=length), how
    if written == FI[1] and (first.month, first.day) == (2, 29):
        return
    text = "olen pois " + joint.join(written.format(day, year=day.year) for day in (first, last))
    found = read(text)
    assert (found.span, found.missing, found.unread) == (Span(first, last), None, ()), text


@given(
    last=st.dates(TODAY + timedelta(days=70), TODAY + timedelta(days=250)),
    wrong=st.sampled_from(["31.2.", "30.2.2027", "31.11.", "2027-02-30", "29.2.2027", "31.4.", "99x9", "45.67"]),
    joint=st.sampled_from(["–", " - ", " … "]),
    first=st.booleans(),
)
def test_a_half_that_is_not_read_is_told(last: date, wrong: str, joint: str, first: bool) -> None:
    good = f"{last:%Y-%m-%d}"
    found = read("lomalla " + joint.join((wrong, good) if first else (good, wrong)))
    assert found.span == Span(last, last)
    assert found.missing is (START if first else END)
    assert [one.text for one in found.unread] == [wrong]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("olen pois 12.10. klo 9.30 – 16.10. klo 15", "2026-10-12/2026-10-16"),
        ("borta 12.10 kl 9 – 16.10 kl 15.30", "2026-10-12/2026-10-16"),
        ("away 12 Oct at 9 am to 16 Oct at 3 pm", "2026-10-12/2026-10-16"),
        ("olen pois tiistaina 20.10.", "2026-10-20/2026-10-20"),
        ("pois ma 12.10. – pe 16.10.", "2026-10-12/2026-10-16"),
        ("maanantaista 12.10. perjantaihin 16.10.", "2026-10-12/2026-10-16"),
        ("borta måndagen den 12 oktober till fredagen den 16 oktober", "2026-10-12/2026-10-16"),
        ("ledig tis. 20/10", "2026-10-20/2026-10-20"),
        ("away on Tuesday, 20th of October", "2026-10-20/2026-10-20"),
        ("away Mon 12 Oct to Fri 16 Oct", "2026-10-12/2026-10-16"),
        ("maanantaista perjantaihin", "2026-10-12/2026-10-16"),
        ("vko 51–2", "2026-12-14/2027-01-17"),
        ("semester veckorna 51-2", "2026-12-14/2027-01-17"),
        ("weeks 51 to 2", "2026-12-14/2027-01-17"),
        ("from week 51 to 2", "2026-12-14/2027-01-17"),
        ("from week 42 to 1 November", "2026-10-12/2026-11-01"),
        ("from 12 to 16 October", "2026-10-12/2026-10-16"),
        ("semester vecka 51 till 2", "2026-12-14/2027-01-17"),
        ("vko:t 51–2", "2026-12-14/2027-01-17"),
        ("12.10. aamusta 16.10. iltaan", "2026-10-12/2026-10-16"),
        ("från 12.10 på morgonen till 16.10 på kvällen", "2026-10-12/2026-10-16"),
        ("12 Oct in the morning to 16 Oct in the evening", "2026-10-12/2026-10-16"),
        ("12 October … 16 October", "2026-10-12/2026-10-16"),
        ("Oct 12 ... Oct 16", "2026-10-12/2026-10-16"),
        ("viikoilla 44 ja 45", "2026-10-26/2026-11-08"),
        ("weeks 44 and 45", "2026-10-26/2026-11-08"),
        ("viikolla 53 ja 1", "2026-12-28/2027-01-10"),
        ("viikot 44, 45 ja 46", "2026-10-26/2026-11-15"),
        ("veckorna 44, 45", "2026-10-26/2026-11-08"),
        ("weeks 52, 53, and 1", "2026-12-21/2027-01-10"),
        ("viikolla 44, 2 kanavaa", "2026-10-26/2026-11-01"),
        ("uudestavuodesta loppiaiseen", "2026-12-31/2027-01-06"),
        ("joululta uuteenvuoteen", "2026-12-24/2027-01-01"),
        ("från nyår till trettondagen", "2026-12-31/2027-01-06"),
        ("from Easter to May Day", "2027-03-26/2027-05-01"),
        ("helatorstaista juhannukseen", "2027-05-06/2027-06-27"),
        ("från och med 12.10 till och med 16.10", "2026-10-12/2026-10-16"),
        ("12.10. alkaen 16.10. asti", "2026-10-12/2026-10-16"),
        ("12.10. alkaen kaksi viikkoa", "2026-10-12/2026-10-25"),
    ],
)
def test_a_time_from_one_day_to_another(text: str, span: str) -> None:
    found = read(text)
    assert (found.span, found.missing, found.unread) == (days(span), None, ())


@pytest.mark.parametrize(
    "text",
    [
        "12.10. alkaen",
        "12.10. lähtien",
        "12.10. klo 12 alkaen",
        "12.10.-",
        "12.10. –",
        "från och med 12.10",
        "fr.o.m. 12.10",
        "from 12 October",
        "from 12 October onwards",
        "starting 12 October",
    ],
)
def test_an_end_that_is_open_is_missing(text: str) -> None:
    found = read(text)
    assert (found.span, found.missing, found.unread) == (days("2026-10-12/2026-10-12"), END, ())


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("pois tiistaista messujen päättymiseen", ()),
        ("pois tiistaista remonttiin saakka", ("remonttiin",)),
        ("tiistaista pois", ()),
        ("borta från tisdag till mässans slut", ("mässans slut",)),
        ("away from Tuesday until the fair is over", ("the fair is over",)),
    ],
)
def test_an_end_that_is_no_day_is_missing_and_told_where_it_follows(text: str, other: tuple[str, ...]) -> None:
    found = read(text)
    assert (found.span, found.missing) == (days("2026-10-06/2026-10-06"), END)
    assert tuple(one.text for one in found.unread) == other


@pytest.mark.parametrize("text", ["12/20/2026 - 1/7/2027", "12/24 to 1/2", "1/2/2027 - 1/25/2027"])
def test_where_the_month_stands_first_no_day_with_a_slash_is_read(text: str) -> None:
    found = read(text)
    assert found.span is None
    assert {one.why for one in found.unread} == {WhyUnread.ORDER}
    assert len(found.unread) == 2


def test_a_day_that_the_year_meant_does_not_have_is_none() -> None:
    assert read("29.2.").unread == (Unread("29.2.", WhyUnread.NO_DAY),)
    assert read("29.2.", date(2027, 10, 5)).span == days("2028-02-29/2028-02-29")
    assert read("29.2.", prefer=Prefer.PAST).span is None


@pytest.mark.parametrize(
    "text", ["viikoilla 44 ja 47", "veckorna 44, 45 och 47", "weeks 44, 46", "viikot 44, 46 ja 45"]
)
def test_weeks_with_others_between_them_are_not_read_as_one_time(text: str) -> None:
    found = read(text)
    assert found.span is None
    assert [one.text for one in found.unread] == [text]


@pytest.mark.parametrize("text", ["12.10., 13.10. ja 16.10.", "12.10.–13.10. och 16.10.–18.10."])
def test_a_day_more_than_a_time_has_is_told(text: str) -> None:
    found = read(text)
    assert (found.span, found.missing) == (days("2026-10-12/2026-10-13"), None)
    assert [one.text for one in found.unread] == ["16.10."]


def test_days_the_wrong_way_round_are_told() -> None:
    found = read("16.10.2026–12.10.2026")
    assert found.missing is END
    assert [one.text for one in found.unread] == ["12.10.2026"]


@given(st.text(alphabet="0123456789./-–…, klotaen", max_size=40))
def test_anything_can_be_read(text: str) -> None:
    read(text)


@pytest.mark.parametrize(
    ("text", "missing", "other"),
    [
        ("pois juhannus-elokuu", END, "elokuu"),
        ("pois juhannuksena elokuuhun asti", END, "elokuuhun"),
        ("borta midsommar till augusti", END, "augusti"),
        ("away midsummer to august", END, "august"),
        ("away christmas through newyear", END, "newyear"),
        ("pois joulusta uudenvuoteen", END, "uudenvuoteen"),
        ("borta jul till trettondan", END, "trettondan"),
        ("pois maanantaista lomien loppuun", END, "lomien loppuun"),
        ("pois maanantaista alkaen keskivikkoon", END, "keskivikkoon"),
        ("borta måndag till onsda", END, "onsda"),
        ("away monday-wensday", END, "wensday"),
        ("pois ylihuomisesta tortsaihin", END, "tortsaihin"),
        ("pois ensi viikon ja sitä seuraavan", END, "sitä seuraavan"),
        ("borta nästa vecka och veckan efter", END, "veckan efter"),
        ("away next week and the week after", END, "the week after"),
        ("pois kesän ja syksyn", END, "syksyn"),
        ("away midsummer until the fair ends", END, "the fair ends"),
        ("borta i morgon tills mässan är slut", END, "mässan är slut"),
        ("pois 7.12. kevääseen", END, "kevääseen"),
        ("borta i december till mitten av januari", END, "mitten av januari"),
        ("pois joulukuun puolivälistä loppiaiseen", START, "joulukuun puolivälistä"),
        ("pois helluntaista juhannukseen", START, "helluntaista"),
        ("borta från pingst till midsommar", START, "pingst"),
        ("away from pentecost to midsummer", START, "pentecost"),
        ("pois syyslomasta jouluun", START, "syyslomasta"),
        ("borta från höstlovet till jul", START, "höstlovet"),
        ("away from autumn break to christmas", START, "autumn break"),
    ],
)
def test_a_half_that_is_hardly_a_day_is_told_as_it_was_written(text: str, missing: Half, other: str) -> None:
    found = read(text)
    assert found.span is not None
    assert (found.missing, [one.text for one in found.unread]) == (missing, [other])


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("pois perjantaihin", "2026-10-05/2026-10-09"),
        ("pois loppiaiseen", "2026-10-05/2027-01-06"),
        ("pois ylihuomisesta torstaihin", "2026-10-07/2026-10-08"),
        ("pois joulukuun alusta jouluun", "2026-12-01/2026-12-26"),
        ("pois 7.12. hamaan jouluun", "2026-12-07/2026-12-26"),
        ("pois 1.–31.12.", "2026-12-01/2026-12-31"),
        ("pois joulukuun ja tammikuun", "2026-12-01/2027-01-31"),
    ],
)
def test_what_lasts_until_a_day_begins_today_or_where_it_is_said(text: str, span: str) -> None:
    found = read(text)
    assert (found.span, found.missing, found.unread) == (days(span), None, ())


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("pois 12.10. toistaiseksi", "2026-10-12/2026-10-12"),
        ("borta från 12.10 tills vidare", "2026-10-12/2026-10-12"),
        ("away from 12 October until further notice", "2026-10-12/2026-10-12"),
    ],
)
def test_an_end_that_is_not_known_yet_is_open(text: str, day: str) -> None:
    found = read(text)
    assert (found.span, found.missing, found.unread) == (days(day), END, ())


@pytest.mark.parametrize(
    "text",
    [
        "pois perjantai-iltana",
        "borta på fredag till Stockholm",
        "away on Friday to see a doctor",
        "away on Friday and may be late",
        "poissa töistä perjantaina, kevään tapahtumat hoitaa sijainen",
        "poissa perjantaina ja kevään tapahtumat hoitaa sijainen",
        "poissa perjantaina ja kesälomakuvat odottavat",
        "poissa perjantaina ja Tapani tietää siitä",
        "away on Friday and April will stand in",
    ],
)
def test_what_speaks_of_no_other_half_takes_none_away(text: str) -> None:
    found = read(text)
    assert (found.span, found.missing, found.unread) == (days("2026-10-09/2026-10-09"), None, ())


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("olen pois ensi viikon tiistaista torstaihin", "2026-10-13/2026-10-15"),
        ("lomalla ens viikon torstaista kaks viikkoa", "2026-10-15/2026-10-28"),
        ("poissa tiistaina ensi viikolla", "2026-10-13/2026-10-13"),
        ("ledig torsdag nästa vecka", "2026-10-15/2026-10-15"),
        ("nästa veckas fredag är jag borta", "2026-10-16/2026-10-16"),
        ("off next week on Tuesday", "2026-10-13/2026-10-13"),
        ("joulukuun 22. päivästä uuteenvuoteen", "2026-12-22/2027-01-01"),
        ("marraskuun 2. päivästä marraskuun 13. päivään", "2026-11-02/2026-11-13"),
    ],
)
def test_a_weekday_of_a_week_and_a_day_of_a_month_in_words(text: str, span: str) -> None:
    assert read(text).span == days(span)


@pytest.mark.parametrize("text", ["viime viikon torstaina", "förra veckans torsdag", "Thursday last week"])
def test_a_weekday_of_last_week_has_passed(text: str) -> None:
    assert read(text, prefer=Prefer.PAST).span == days("2026-10-01/2026-10-01")


def test_days_far_the_wrong_way_round_are_no_year() -> None:
    found = read("lomalla 20.11.–2.11.")
    assert (found.span, found.missing) == (days("2026-11-20/2026-11-20"), END)
    assert [one.text for one in found.unread] == ["2.11."]


def test_a_day_that_no_month_has_is_told() -> None:
    assert [one.text for one in read("pois 33.11.-36.11.").unread] == ["33.11.", "36.11."]
    assert not read("hinta oli 33.11 euroa").unread


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("loma siirtyi kahdella viikolla", 14),
        ("lomani siirtyy viikolla", 7),
        ("hoitovapaalla vuoden", 365),
        ("saikulla viikon", 7),
        ("lomalla viikon 50", None),
        ("viikolla 50", None),
    ],
)
def test_by_how_much_something_moves_and_how_long_it_lasts(text: str, number: int | None) -> None:
    assert read(text).days == number


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *((text, "2026-12-21/2027-01-03") for text in ("viikot 52 ja 53", "v 52-53", "weeks 52 and 53")),
        *((text, "2026-10-08/2026-10-09") for text in ("to ja pe", "tors och fre", "Thu and Fri")),
        *((text, "2026-10-05/2026-10-11") for text in ("koko viikon", "hela veckan", "all week", "veckan ut")),
        *((text, "2026-12-27/2026-12-30") for text in ("välipäivinä", "i mellandagarna")),
        *((text, "2026-10-05/2026-10-09") for text in ("till och med fredag", "up to and including Friday")),
        ("till den 12", "2026-10-05/2026-10-12"),
        ("slutar redan den 9.", "2026-10-09/2026-10-09"),
    ],
)
def test_times_are_read_in_brief(text: str, meant: str) -> None:
    assert read(text).span == days(meant)


@pytest.mark.parametrize("text", ["den 5 bilden", "man och hund", "to be or not"])
def test_what_only_looks_brief_is_no_time(text: str) -> None:
    assert read(text).span is None
