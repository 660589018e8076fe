"""What a reading holds besides the intent, and that any text has one."""

from __future__ import annotations

import json
from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import Language
from bot.knowledge.content import common
from bot.knowledge.content.findings import Report
from bot.knowledge.content.wording.cue_files import read_cue_files
from bot.understanding.commands import Intent, commands
from bot.understanding.interpret import LIMIT, interpret
from tests.support.steps import steps_of
from tests.unit.understanding.interpret_support import CHANNELS, TODAY, VOCABULARY, intent_of


@pytest.mark.parametrize(
    ("text", "args"),
    [
        ("kuka hoitaa kirjaston instagramia", {"platform": "instagram", "unit": "Kirjastopalvelut"}),
        ("who runs telegram", {"platform": "telegram"}),
        ("onko @koivuranta_kunta meidän", {"handle": "koivuranta_kunta"}),
        ("is https://x.com/koivuranta ours?", {"url": "https://x.com/koivuranta"}),
        ("päivitin museon facebookin eilen", {"platform": "facebook", "unit": "Museopalvelut", "when": "yesterday"}),
        ("muistuta viikon päästä", {"days": 7}),
        ("olen lomalla viikolla 29", {"from": "2027-07-19", "to": "2027-07-25"}),
        ("poissa 3 päivää", {"from": "2026-11-23", "to": "2026-11-25", "days": 3}),
        (
            "hand over the school blog to slack:U0MAIN009 on 1 May",
            {"platform": "blog", "unit": "Koulutuspalvelut", "to": "slack:U0MAIN009"},
        ),
        (
            "pause library instagram 1.6.–31.8.",
            {"platform": "instagram", "unit": "Kirjastopalvelut", "from": "2027-06-01", "to": "2027-08-31"},
        ),
        ("register @koivunuoret on tiktok", {"platform": "tiktok", "handle": "koivunuoret"}),
        ("miten kanava avataan facebookissa", {}),
        ("list", {}),
    ],
)
def test_args_hold_what_was_said_and_the_intent_takes(text: str, args: dict[str, object]) -> None:
    found = interpret(text, VOCABULARY, TODAY).args
    assert json.loads(json.dumps(dict(found))) == args


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("kuka ylläpitää kirjaston instagramia", Language.FI),
        ("vem sköter bibliotekets instagram", Language.SV),
        ("who runs the library instagram", Language.EN),
        ("kanavat", Language.FI),
        ("kanaler", Language.SV),
        ("help", Language.EN),
        ("lista", None),
        ("instagram", None),
        ("https://facebook.com/koivuranta", None),
    ],
)
def test_a_clear_text_or_an_alias_tells_the_language(text: str, language: Language | None) -> None:
    assert interpret(text, VOCABULARY, TODAY).language is language


def test_a_mention_at_the_start_calls_the_bot_unless_it_can_only_be_who_takes_over() -> None:
    said = "slack:U0SOMEBOT olen lomalla 1.7.–31.7., sijainen slack:U0MAIN005"
    assert interpret(said, VOCABULARY, TODAY).people == ("slack:U0MAIN005",)
    said = "slack:U0MAIN005 sijaistaa minua 1.7.–31.7."
    assert interpret(said, VOCABULARY, TODAY).people == ("slack:U0MAIN005",)
    assert interpret("slack:U0SOMEBOT kuka hoitaa facebookia", VOCABULARY, TODAY).people == ()


def test_the_rest_is_what_follows_the_command_without_addresses_and_people() -> None:
    reading = interpret("/some register https://x.com/a kirjaston X, slack:U0MAIN005", VOCABULARY, TODAY)
    assert reading.rest == "kirjaston X,"


_CUES = read_cue_files(common.CUES, Report())
_SAID = " ".join(phrase for cues in _CUES for phrases in cues.phrases.values() for phrase in phrases[:4])
_WORDS = sorted({word for row in CHANNELS for word in row[3].split()} | set(_SAID.replace("*", "e").split()))
_ALIASES = [alias for command in commands() for group in command.aliases.values() for alias in group]
_ODD = [
    "slack:U0MAIN005",
    "https://fb.com/x",
    "@x_y",
    "1.7.–31.7.",
    "ﬀ",
    "ß",
    "İ",
    "<",
    ":x:",
    "?",
    "\u200b",
    "12 päivää",
]
TEXTS = st.text() | st.lists(st.sampled_from(_WORDS + _ALIASES + _ODD), max_size=12).map(" ".join)


@given(TEXTS, st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_any_text_has_a_reading(text: str, today: date) -> None:
    reading = interpret(text, VOCABULARY, today)
    json.dumps(dict(reading.args))
    assert reading.dates is None or reading.dates.start <= reading.dates.end


@given(TEXTS, st.sampled_from(["", " ", "\n\t ", "\u00a0"]))
def test_case_and_surrounding_space_do_not_change_the_intent(text: str, space: str) -> None:
    assert intent_of(text.upper()) is intent_of(text.lower()) is intent_of(f"{space}{text.lower()}{space}")


@pytest.mark.parametrize(
    "text",
    [
        *(
            "a" * 100_000,
            "a " * 9_000,
            "<" * 9_000,
            "@" * 9_000,
            "1." * 9_000,
            "1-" * 9_000,
            "a.b/" * 9_000,
            "kuka " * 9_000,
        ),
        *(
            "who ~ " * 9_000,
            ":a" * 9_000,
            "_a" * 9_000,
            "ﷺ" * 9_000,
            "instagramz " * 9_000,
            "\u0301" * 9_000,
            "u1" * 9_000,
        ),
        *("kirjastokirjasto" * 900, "tammikuu 1 " * 900, "<a" * 9_000, "a@b." * 9_000, "en en " * 900, "1.1.–" * 900),
    ],
    ids=lambda text: text[:10],
)
def test_no_text_takes_many_steps(text: str) -> None:
    assert steps_of(partial(interpret, text, VOCABULARY, TODAY)) < 200_000


def test_a_long_text_is_read_to_its_limit() -> None:
    assert intent_of("x" * LIMIT + " https://facebook.com/koivuranta") is Intent.ASK
