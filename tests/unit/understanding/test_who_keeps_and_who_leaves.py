"""Who may update a channel changes, and who leaves: what is told of a person beside a channel or a day."""

from __future__ import annotations

from datetime import date

import pytest

from bot.language.days.unread import WhyUnread
from bot.understanding.commands import Intent
from bot.understanding.interpret import interpret
from bot.understanding.reading import Reading, Staffs
from tests.unit.understanding.interpret_support import REGISTER, TODAY, VOCABULARY

PERSON = "slack:U0ABCD123"


def read(text: str) -> Reading:
    return interpret(text.replace("@X", f"<@{PERSON.removeprefix('slack:')}>"), VOCABULARY, TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "poista @X nuorison instagramista",
        "pudota @X pois nuorison instagramista",
        "@X ei enää päivitä nuorison instagramia",
        "@X ei saa enää hoitaa nuorison instagramia",
        "peru @X oikeudet nuorison instagramiin",
        "ta bort @X från ungdomens instagram",
        "@X uppdaterar inte längre ungdomens instagram",
        "@X ska inte ha tillgång eller uppdatera ungdomens instagram",
        "återkalla @X:s behörighet till ungdomens instagram",
        "please delete @X from the youth instagram",
        "take @X off the youth instagram",
        "@X no longer runs the youth instagram",
        "@X must not have access to the youth instagram",
        "revoke @X's rights to the youth instagram",
    ],
)
def test_whoever_is_to_update_a_channel_no_more_is_taken_off_its_maintainers(text: str) -> None:
    reading = read(text)
    assert (reading.intent, reading.staffs, reading.people) == (Intent.EDIT, Staffs.REMOVE, (PERSON,))
    assert [channel.id for channel in REGISTER.find(reading.query)] == ["nuoriso-instagram"]


@pytest.mark.parametrize(
    "text",
    [
        "lisää @X nuorison instagramiin",
        "anna @X oikeudet nuorison instagramiin",
        "lägg till @X på ungdomens instagram",
        "vi ger @X fullmakt att uppdatera ungdomens instagram",
        "add @X to the youth instagram",
        "give @X access to the youth instagram",
    ],
)
def test_whoever_is_to_update_a_channel_joins_its_maintainers(text: str) -> None:
    reading = read(text)
    assert (reading.intent, reading.staffs, reading.people) == (Intent.EDIT, Staffs.ADD, (PERSON,))


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("poista nuorison instagram", Intent.RETIRE),
        ("ta bort ungdomens instagram", Intent.RETIRE),
        ("remove the youth instagram", Intent.RETIRE),
        ("luovuta nuorison instagram @X", Intent.HANDOVER),
        ("överlämna ungdomens instagram till @X", Intent.HANDOVER),
        ("hand the youth instagram over to @X", Intent.HANDOVER),
        ("poista minut nuorison instagramista", Intent.HANDOVER),
        ("stryk mig från ungdomens instagram", Intent.HANDOVER),
        ("remove me from the youth instagram", Intent.HANDOVER),
    ],
)
def test_a_channel_taken_away_or_given_to_another_is_something_else(text: str, intent: Intent) -> None:
    assert read(text).intent is intent


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("@X lähti torstaina", date(2026, 11, 19)),
        ("@X lopetti elokuussa", date(2026, 8, 1)),
        ("@X lähti 3. päivä", date(2026, 11, 3)),
        ("@X slutade i torsdags", date(2026, 11, 19)),
        ("@X slutade på torsdagen", date(2026, 11, 19)),
        ("@X slutade i augusti", date(2026, 8, 1)),
        ("@X slutade den 3:e", date(2026, 11, 3)),
        ("@X left on Thursday", date(2026, 11, 19)),
        ("@X has quit on Thursday", date(2026, 11, 19)),
        ("@X left in August", date(2026, 8, 1)),
        ("@X left on the 3rd", date(2026, 11, 3)),
        ("@X left three weeks ago", date(2026, 11, 2)),
        ("@X left on Nov 12th", date(2026, 11, 12)),
        ("@X lähtee torstaina", date(2026, 11, 26)),
        ("@X slutar på torsdag", date(2026, 11, 26)),
        ("@X leaves on Thursday", date(2026, 11, 26)),
        ("@X is leaving on 15 January", date(2027, 1, 15)),
    ],
)
def test_whoever_has_left_did_so_on_a_day_that_has_passed(text: str, on: date) -> None:
    reading = read(text)
    assert reading.intent is Intent.LEFT
    assert reading.dates is not None
    assert (reading.people, reading.dates.start) == ((PERSON,), on)


@pytest.mark.parametrize("text", ["@X on lähtenyt 15.12.", "@X har slutat den 15.12.", "@X has left on 15 December"])
def test_a_day_ahead_on_which_somebody_has_left_is_asked_again(text: str) -> None:
    reading = read(text)
    assert (reading.intent, reading.dates) == (Intent.LEFT, None)
    assert [one.why for one in reading.unread] == [WhyUnread.AHEAD]


@pytest.mark.parametrize(
    "text",
    [
        "lopetan 15.1.",
        "viimeinen työpäiväni on 15.1.",
        "en ole enää töissä täällä",
        "jag slutar den 15.1.",
        "min sista arbetsdag är den 15.1.",
        "jag är inte på jobbet längre",
        "I'm leaving on 15 January",
        "my last day is 15 January",
        "I do not work here any longer",
    ],
)
def test_whoever_leaves_says_so_themselves(text: str) -> None:
    assert read(text).intent is Intent.LEFT


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("lähden lomalle torstaina", Intent.AWAY),
        ("I'm leaving for a holiday on Thursday", Intent.AWAY),
        ("lopetan nuorison instagramin", Intent.RETIRE),
    ],
)
def test_whoever_goes_on_leave_or_closes_a_channel_does_not_leave(text: str, intent: Intent) -> None:
    assert read(text).intent is intent


@pytest.mark.parametrize(
    "text",
    [
        "@X lähti eilen ja <@U0OTHER22> ottaa hänen kanavansa",
        "@X har slutat och <@U0OTHER22> tar över",
        "@X left yesterday, <@U0OTHER22> takes over",
    ],
)
def test_a_successor_is_named_in_the_same_sentence(text: str) -> None:
    reading = read(text)
    assert (reading.intent, reading.close) == (Intent.LEFT, ())
    assert reading.people == (PERSON, "slack:U0OTHER22")
