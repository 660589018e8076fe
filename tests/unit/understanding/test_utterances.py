"""What staff type, in three languages, against a municipality's register: how much of it is understood.

``tests/data/utterances`` holds a file a language: the text, its intent, its channels (null where they do not matter)
and some of its arguments. Every third item is held back: nobody looks at what it says when cues and words are edited,
so that its figures tell how well texts by others are understood.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.domain.channels import Channel, Scope, UnitName
from bot.domain.language import Language
from bot.domain.register import Register
from bot.language.detection import MINIMUM_WORDS, detect
from bot.surfaces.slack.markup import words_of
from bot.understanding.channels.vocabulary import Vocabulary
from bot.understanding.interpret import interpret
from bot.understanding.reading import Reading
from tests.unit.understanding.interpret_support import PLATFORMS, TODAY, WORDS

DATA = Path(__file__).parents[2] / "data" / "utterances"
HELD_BACK = 3
Item = Mapping[str, Any]


def _channel(row: Mapping[str, str]) -> Channel:
    unit = UnitName(row["unit"], row["unit_sv"], row["unit_en"])
    handle = row["url"].rstrip("/").rpartition("/")[2].lstrip("@")
    return Channel(row["id"], row["platform"], row["name"], unit, "p1", Scope(row["scope"]), row["url"], handle)


def _read(name: str) -> list[Item]:
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


REGISTER = Register(
    {row["id"]: _channel(row) for row in json.loads((DATA / "register.json").read_text(encoding="utf-8"))["channels"]}
)
VOCABULARY = Vocabulary.of(REGISTER, PLATFORMS, WORDS)
ITEMS = {language: _read(f"{language}.jsonl") for language in Language}
READINGS: dict[str, Reading] = {
    item["id"]: interpret(words_of(item["text"]), VOCABULARY, TODAY) for items in ITEMS.values() for item in items
}
SETS = {
    **{str(language): items for language, items in ITEMS.items()},
    "held back": [item for items in ITEMS.values() for item in items[HELD_BACK - 1 :: HELD_BACK]],
}


STRANGERS = _read("strangers.jsonl")
"""By people who have seen neither rules nor examples; some may mean one of several things. What was missed of
two thirds of the first 660 was looked at when it was set how much rules count for, and a few examples were written
after that. Nobody has looked at what was missed of the others, which were written in ordinary words."""
LOOKED_AT = 660


def _has_intent(item: Item) -> bool:
    names = [str(item["intent"]), str(READINGS[item["id"]].intent)]
    return len({"smalltalk" if name == "unknown" else name for name in names}) == 1


def _has_channels(item: Item) -> bool:
    reading = READINGS[item["id"]]
    if reading.intent == "verify":
        found = REGISTER.at_address(reading.address, VOCABULARY.platforms)
    else:
        found = () if reading.query.is_empty else REGISTER.find(reading.query)
    wanted: list[str] = item["channel"]
    return [channel.id for channel in found] == wanted


def _has_args(item: Item) -> bool:
    args = READINGS[item["id"]].args
    wanted: Mapping[str, object] = item["args"]
    return all(args.get(key) == value for key, value in wanted.items())


def _share(items: list[Item], holds: Callable[[Item], bool]) -> float:
    return sum(map(holds, items)) / len(items)


@pytest.mark.parametrize("name", SETS)
def test_intents_are_understood(name: str) -> None:
    assert _share(SETS[name], _has_intent) >= 0.95


@pytest.mark.parametrize(
    ("items", "floor"), [(STRANGERS[:LOOKED_AT], 0.91), (STRANGERS[LOOKED_AT:], 0.96)], ids=["twisted", "ordinary"]
)
def test_what_strangers_mean_is_understood(items: list[Item], floor: float) -> None:
    """0.93 and 0.97 when it was written; 0.66 of the first before there were examples of so many authors."""

    def is_understood(item: Item) -> bool:
        reading = interpret(words_of(item["text"]), VOCABULARY, TODAY)
        meant = "smalltalk" if reading.intent == "unknown" else str(reading.intent)
        return meant in item["intents"] or (meant == "smalltalk" and "distress" in item["intents"])

    assert _share(items, is_understood) >= floor


@pytest.mark.parametrize("name", SETS)
def test_channels_are_understood(name: str) -> None:
    assert _share([item for item in SETS[name] if item["channel"] is not None], _has_channels) >= 0.95


@pytest.mark.parametrize("name", SETS)
def test_days_people_and_addresses_are_understood(name: str) -> None:
    assert _share([item for item in SETS[name] if "args" in item], _has_args) >= 0.95


def test_the_bot_hardly_ever_asks_what_was_meant() -> None:
    asked_back = [reading for reading in READINGS.values() if reading.close]
    assert len(asked_back) <= 0.02 * len(READINGS)


@pytest.mark.parametrize("what", ["answer", "wished"])
def test_what_is_said_in_turns_is_understood(what: str) -> None:
    """``talk.jsonl`` has what people answer when they are asked, and how they wish for a language; empty is neither."""
    wrong = [item["text"] for item in _read("talk.jsonl") if what in item and _said(item["text"], what) != item[what]]
    assert len(wrong) <= 1, wrong


def _said(text: str, what: str) -> str:
    reading = interpret(text, VOCABULARY, TODAY)
    if what == "wished":
        return reading.wished or ""
    return reading.answer.what if reading.answer else ""


def test_a_language_is_seldom_missed_and_hardly_ever_mistaken() -> None:
    items = [*_read("languages.jsonl"), *(item for items in ITEMS.values() for item in items)]
    items = [item for item in items if len(item["text"].split()) >= MINIMUM_WORDS]
    told = [(item["lang"], language) for item in items if (language := detect(item["text"])) is not None]
    assert sum(right == language for right, language in told) >= 0.98 * len(told)
    assert len(told) >= 0.95 * len(items)
