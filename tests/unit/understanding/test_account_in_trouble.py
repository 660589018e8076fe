"""What staff say whose account somebody else has got into, or imitates; and what is near that and is something else.

Of ``tests/data/utterances/trouble.jsonl`` those that are held back were written before the cues and are not looked at
when cues are edited, so that their figure tells how well words of others are understood.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.domain.language import Language
from bot.surfaces.slack.markup import words_of
from bot.understanding.commands import Intent
from bot.understanding.interpret import interpret
from bot.understanding.reading import Happened
from tests.unit.understanding.interpret_support import TODAY
from tests.unit.understanding.test_utterances import DATA, VOCABULARY

ROWS = [json.loads(line) for line in (DATA / "trouble.jsonl").read_text(encoding="utf-8").splitlines()]
TOLD = [row for row in ROWS if row["intent"] == "trouble"]
NEAR = [row for row in ROWS if row["intent"] != "trouble"]


def _intent(row: dict[str, Any]) -> str:
    return str(interpret(words_of(row["text"]), VOCABULARY, TODAY).intent)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("held_back", "at_least"), [(False, 19), (True, 17)])
def test_most_of_twenty_who_tell_of_an_account_in_trouble_are_understood(
    language: Language, held_back: bool, at_least: int
) -> None:
    rows = [row for row in TOLD if row["lang"] == language and row["held_back"] is held_back]
    understood = [row for row in rows if _intent(row) == "trouble"]
    assert len(rows) == 20
    assert len(understood) >= at_least


@pytest.mark.parametrize("row", NEAR, ids=lambda row: row["text"])
def test_what_is_asked_about_such_accounts_is_no_trouble(row: dict[str, Any]) -> None:
    assert _intent(row) == row["intent"]


@pytest.mark.parametrize(
    "text",
    [
        "I posted by mistake while logged in with my own account",
        "by accident I published it from my own profile",
        "jag publicerade av misstag inloggad på mitt eget konto",
        "julkaisin vahingossa omalla tilillä kirjautuneena",
    ],
)
def test_what_one_has_posted_oneself_by_mistake_is_no_trouble_with_strangers(text: str) -> None:
    assert interpret(text, VOCABULARY, TODAY).intent is Intent.ASK


@pytest.mark.parametrize(
    "text",
    [
        "Museon Facebook kaapattu!! mitä nyt teen",
        "apua apua, meidän sivu on murrettu, mitä mä teen?",
        "uimahallin insta hakkeroitiin, kenelle ilmoitan",
        "Hjälp!!! museets facebook har kapats, vad ska jag göra nu?",
        "bibliotekets instagram hackat, vad gör vi",
        "HELP our page was hijacked, what should I do???",
        "museum Facebook hacked! who do I call",
        "museon instaan ilmestyi alastonkuvia",
        "det ligger porr på museets instagram",
        "the museum facebook is full of casino posts",
    ],
)
def test_who_cries_for_help_is_helped_however_it_is_asked(text: str) -> None:
    reading = interpret(text, VOCABULARY, TODAY)
    assert (reading.intent, reading.happened) == (Intent.TROUBLE, None)


@pytest.mark.parametrize(
    "text",
    [
        "mitä tehdään, kun kirjaston facebook on kaapattu",
        "mistä huomaa, onko tili hakkeroitu",
        "vad ska man göra när kontot har hackats",
        "what is one to do when the account has been hijacked",
        "voisko joku tulla kouluttamaan kirjaston väkeä",
        "saisko ylläpitäjille yhteisen viestin",
        "kunde någon utbilda vår personal",
        "could somebody please train our people",
        "get a message to every maintainer",
    ],
)
def test_what_may_happen_and_what_is_wished_for_is_no_trouble(text: str) -> None:
    assert interpret(text, VOCABULARY, TODAY).intent is not Intent.TROUBLE


@pytest.mark.parametrize(
    ("happened", "texts"),
    {
        Happened.CLICKED: [
            "avasin työkoneella kalasteluviestin linkin, mitä nyt",
            "annoin tunnukseni huijarille",
            "jag öppnade en misstänkt bilaga",
            "jag gav mitt lösenord till en bedragare",
            "I opened a suspicious attachment",
            "one of us fell for a scam and typed the password on a fake page",
        ],
        Happened.OVER: [
            "perukaa hälytys, museon sivu ei ole kaapattu",
            "turha hälytys",
            "tapaus on ohi",
            "saimme museon sivun takaisin",
            "det var falskt larm",
            "faran är över",
            "vi fick sidan tillbaka",
            "that was a false alarm",
            "the incident is over",
            "the page is ours again",
        ],
        Happened.CASES: ["hakkeroidut kanavat", "mitkä sivut on kaapattu", "vilka konton är hackade", "hacked pages"],
        Happened.SHUT_OUT: [
            "en muista museon facebookin salasanaa",
            "museon instan tunnukset on hukassa, mitä teen",
            "kirjautuminen uimahallin facebookiin ei toimi",
            "jag har glömt lösenordet till museets instagram",
            "inloggningen på museets facebook fungerar inte",
            "I lost the password to the museum instagram",
            "we cannot sign in to the museum facebook",
        ],
        Happened.FAKE: [
            "joku esiintyy kaupunginjohtajana facebookissa",
            "facebookissa on feikkiprofiili joka esiintyy rehtorina",
            "någon utger sig för att vara borgmästaren på facebook",
            "somebody is pretending to be the mayor on instagram",
        ],
    }.items(),
    ids=lambda one: str(one) if isinstance(one, Happened) else "",
)
def test_it_is_told_what_has_happened_beside_that_an_account_was_taken(happened: Happened, texts: list[str]) -> None:
    read = {text: interpret(text, VOCABULARY, TODAY) for text in texts}
    assert {text: (one.intent, one.happened) for text, one in read.items()} == dict.fromkeys(
        texts, (Intent.TROUBLE, happened)
    )
