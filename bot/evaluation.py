"""Scores the bot on a set of questions or utterances: how often it is right, and how it is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.errors import SomebotError

Item = Mapping[str, Any]
Reply = Mapping[str, Any]


class EvaluationError(SomebotError):
    """The set cannot be read."""


@dataclass(frozen=True, slots=True)
class Scored:
    """An item of the set, and what the bot made of it."""

    item: Item
    reply: Reply


Answers = Mapping[str, type | tuple[type, ...]]
NO_ANSWERS: Answers = {}
QUESTION_ANSWERS: Answers = {"sections": list}
UTTERANCE_ANSWERS: Answers = {"intent": str, "channel": (str, list, type(None))}


def read_set(path: Path, text_key: str, answers: Answers = NO_ANSWERS) -> tuple[Item, ...]:
    """The items of a JSONL file; each has an ``id``, its text under ``text_key`` and the right ``answers``, by type.

    Raises EvaluationError, which names the line that is wrong.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(f"{path}: cannot be read ({error}): name a JSONL file in UTF-8") from error
    return tuple(
        _item(f"{path}:{number}", line, text_key, answers) for number, line in enumerate(lines, start=1) if line.strip()
    )


def question_scores(results: Sequence[Scored]) -> dict[str, float]:
    """Scores for sections found and for knowing when the guideline is silent; each a share from 0 to 1.

    Recall and MRR are over the questions that the guideline answers. Balanced accuracy is the mean of the share of
    those that were answered and the share of the others that were not.
    """
    answerable = [result for result in results if result.item["sections"]]
    silent = [result for result in results if not result.item["sections"]]
    answered = [result for result in results if result.reply["answered"]]
    kept = _share(answerable, lambda result: bool(result.reply["answered"])) if answerable else 1.0
    refused = _share(silent, lambda result: not result.reply["answered"]) if silent else 1.0
    return {
        "items": len(results),
        "recall@1": _share(answerable, lambda result: _rank(result) == 1),
        "recall@3": _share(answerable, lambda result: 1 <= _rank(result) <= 3),
        "mrr@3": _mean(1 / rank if 1 <= (rank := _rank(result)) <= 3 else 0.0 for result in answerable),
        "abstention_balanced_accuracy": (kept + refused) / 2,
        "false_answers": 1 - refused,
        "false_refusals": 1 - kept,
        "answers_citing_a_right_section": _share(answered, lambda result: _rank(result) == 1),
    }


def utterance_scores(results: Sequence[Scored]) -> dict[str, float]:
    """Scores for intents and channels; small talk and what was not understood count as one intent."""
    with_channel = [result for result in results if result.item.get("channel") is not None]
    return {
        "items": len(results),
        "intent": _share(results, lambda result: _intent(result.item["intent"]) == _intent(result.reply["intent"])),
        "channel": _share(with_channel, _same_channels),
    }


def _item(place: str, line: str, text_key: str, answers: Answers) -> Item:
    try:
        item = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise EvaluationError(f"{place}: not JSON ({error}): write one object a line") from error
    if not isinstance(item, dict) or "id" not in item or not isinstance(item.get(text_key), str):
        raise EvaluationError(f'{place}: an item is an object with "id" and "{text_key}"')
    for key, kinds in answers.items():
        if key not in item or not isinstance(item[key], kinds):
            raise EvaluationError(f'{place}: the item\'s "{key}" is missing or of another type')
    return item


def _rank(result: Scored) -> int:
    """Where the first right section stands among those found, from 1; 0 where it is not there."""
    right = set(result.item["sections"])
    found = result.reply["sections"]
    return next((place for place, section in enumerate(found, start=1) if section in right), 0)


def _intent(name: str) -> str:
    return "smalltalk" if name == "unknown" else name


def _same_channels(result: Scored) -> bool:
    """Whether the same channels were found with the same first; where several may be first, the gold order decides."""
    gold = result.item["channel"]
    wanted = [gold] if isinstance(gold, str) else list(gold)
    found = list(result.reply["channels"])
    return set(wanted) == set(found) and wanted[:1] == found[:1]


def _share(results: Sequence[Scored], holds: Callable[[Scored], bool]) -> float:
    return _mean(1.0 if holds(result) else 0.0 for result in results)


def _mean(values: Iterable[float] | Iterator[float]) -> float:
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0
