"""What people say to the bot, by what they want: examples from which it learns to recognise what no rule does.

``knowledge/common/utterances/`` has a file a language. ``{person}``, ``{url}`` and ``{handle}`` stand for what is found
without learning: they are left out.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.knowledge.content.findings import Report
from bot.knowledge.content.tomlfile import TomlFile, read_toml, tell_repeated

DISTRESS: Final = "distress"
"""The mood of small talk that is learnt by itself, as if it were an intent: who is not well gets another reply than who
says hello."""
_PLACE = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Utterances:
    """What is said in one language, by the name of the intent, and the file that it stands in."""

    by_intent: Mapping[str, Sequence[str]]
    file: TomlFile


def read_utterances(path: Path, report: Report) -> Utterances:
    """The file ``path``; ``report`` gets what is wrong with it, by line."""
    file = read_toml(path, report, without="nothing is learnt of what people say")
    texts = {intent: file.texts(intent, value) for intent, value in file.values.items()}
    return Utterances({intent: tuple(map(_without_places, some)) for intent, some in texts.items() if some}, file)


def _without_places(text: str) -> str:
    return " ".join(_PLACE.sub(" ", text).split())


def check_utterances(files: Sequence[Utterances], known: Collection[str]) -> None:
    """Every intent is one of ``known``, or distress, and has texts in every language, and no text belongs to two."""
    known = {*known, DISTRESS}
    intents = {intent for one in files for intent in one.by_intent}
    for one in files:
        for intent in sorted(one.by_intent.keys() - known):
            one.file.warning(intent, f'the bot has no intent "{intent}": use {", ".join(sorted(known))}')
        for intent in sorted(intents - one.by_intent.keys()):
            one.file.error(intent, f'"{intent}" is in another language, and missing here: add it')
        tell_repeated((one.file, intent, text) for intent in one.by_intent for text in one.file.values[intent])
