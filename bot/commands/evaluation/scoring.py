"""Scores the bot on a set of questions or utterances: how often it is right, and how it is wrong."""

import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.errors import SomebotError
from bot.language.analysis import plain

LabelledItem = Mapping[str, Any]
ItemReply = Mapping[str, Any]


class EvaluationError(SomebotError):
    """The set cannot be read."""


@dataclass(frozen=True, slots=True)
class Scored:
    """An item of the set, and what the bot made of it."""

    item: LabelledItem
    reply: ItemReply


AnswerTypes = Mapping[str, type | tuple[type, ...]]
_Z = 1.959964
"""The standard normal's quantile of a two-sided 95 % interval."""
_NO_ANSWERS: AnswerTypes = {}


def read_set(path: Path, text_key: str, answers: AnswerTypes = _NO_ANSWERS) -> tuple[LabelledItem, ...]:
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


@dataclass(frozen=True, slots=True)
class Score:
    """A mean of ``items`` values from 0 to 1, with its 95 % interval from ``low`` to ``high`` (Wilson's)."""

    value: float
    items: int
    low: float
    high: float


ScoresByName = Mapping[str, Score]


def question_scores(results: Sequence[Scored]) -> ScoresByName:
    """Scores for sections found and for knowing when the guideline is silent.

    Recall and MRR are over the questions that the guideline answers. Balanced accuracy is the mean of the share of
    those that were answered and the share of the others that were not. Where the set names the subsection or list item
    that answers (``fact``), it is scored how often the answers quote it.
    """
    answerable = [result for result in results if result.item["sections"]]
    silent = [result for result in results if not result.item["sections"]]
    answered = [result for result in results if result.reply["answered"]]
    refusals = _share(answerable, lambda result: not result.reply["answered"])
    false_answers = _share(silent, lambda result: bool(result.reply["answered"]))
    with_fact = [result for result in answered if result.item.get("fact")]
    quoted = {"right_item_quoted": _share(with_fact, _quotes_fact)} if with_fact else {}
    return {
        "recall@1": _share(answerable, lambda result: _rank(result) == 1),
        "recall@3": _share(answerable, lambda result: 1 <= _rank(result) <= 3),
        "mrr@3": _mean(1 / rank if 1 <= (rank := _rank(result)) <= 3 else 0.0 for result in answerable),
        "abstention_balanced_accuracy": _balanced(refusals, false_answers),
        "false_answers": false_answers,
        "false_refusals": refusals,
        "answers_citing_a_right_section": _share(answered, lambda result: _rank(result) == 1),
        **quoted,
    }


def utterance_scores(results: Sequence[Scored]) -> ScoresByName:
    """Scores for intents and channels; small talk and what was not understood count as one intent."""
    with_channel = [result for result in results if result.item.get("channel") is not None]
    return {"intent": _share(results, _same_intent), "channel": _share(with_channel, _same_channels)}


def groups(results: Sequence[Scored]) -> dict[str, list[Scored]]:
    """The results by language and by the kind that the items name, in the order of the alphabet.

    An item that names no language is in the one that was found.
    """
    found: dict[str, list[Scored]] = {}
    for key in ("lang", "kind"):
        named = [(str(name), result) for result in results if (name := result.item.get(key) or result.reply.get(key))]
        found |= {name: [result for one, result in named if one == name] for name in sorted({one for one, _ in named})}
    return found


def is_right_question(result: Scored) -> bool:
    """Whether a question was answered from a right section, or rightly not answered."""
    if not result.item["sections"]:
        return not result.reply["answered"]
    return bool(result.reply["answered"]) and _rank(result) == 1


def is_right_utterance(result: Scored) -> bool:
    """Whether an utterance's intent is right, and its channels, where the item names any."""
    return _same_intent(result) and (result.item.get("channel") is None or _same_channels(result))


def scores_json(results: Sequence[Scored], score: Callable[[Sequence[Scored]], ScoresByName]) -> dict[str, object]:
    """The scores of all results, their intervals, and the same by group, for ``--json``."""
    return {
        **_as_json(results, score),
        "groups": {name: _as_json(members, score) for name, members in groups(results).items()},
    }


def _as_json(results: Sequence[Scored], score: Callable[[Sequence[Scored]], ScoresByName]) -> dict[str, object]:
    scores = score(results)
    return {
        "scores": {"items": len(results), **{name: one.value for name, one in scores.items()}},
        "intervals": {name: [round(one.low, 4), round(one.high, 4)] for name, one in scores.items()},
    }


def scores_table(results: Sequence[Scored], score: Callable[[Sequence[Scored]], ScoresByName]) -> Iterator[str]:
    """The scores of all results and of each group as lines to read: a score's value, its interval, and of how many."""
    for title, members in {"all": list(results), **groups(results)}.items():
        yield f"{title}: {len(members)} items"
        for name, one in score(members).items():
            if one.items:
                yield f"  {name:32}{one.value:.3f}  [{one.low:.3f}, {one.high:.3f}]  of {one.items}"


def _item(place: str, line: str, text_key: str, answers: AnswerTypes) -> LabelledItem:
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


def _quotes_fact(result: Scored) -> bool:
    """Whether the first passage is, or has in its words, what answers."""
    first = result.reply["passages"][0]
    return any(fact == first["id"] or plain(fact) in plain(first["text"]) for fact in result.item["fact"])


def _same_intent(result: Scored) -> bool:
    return _intent(result.item["intent"]) == _intent(result.reply["intent"])


def _intent(name: str) -> str:
    return "smalltalk" if name == "unknown" else name


def _same_channels(result: Scored) -> bool:
    """Whether the same channels were found with the same first; where several may be first, the gold order decides."""
    gold = result.item["channel"]
    wanted = [gold] if isinstance(gold, str) else list(gold)
    found = list(result.reply["channels"])
    return set(wanted) == set(found) and wanted[:1] == found[:1]


def _share(results: Sequence[Scored], holds: Callable[[Scored], bool]) -> Score:
    return _mean(1.0 if holds(result) else 0.0 for result in results)


def _mean(values: Iterable[float]) -> Score:
    """The mean; of no values 0, and nothing is known of it. The interval is Wilson's, which is wide enough for values
    between 0 and 1 too."""
    listed = list(values)
    count = len(listed)
    if not count:
        return Score(0.0, 0, 0.0, 1.0)
    mean = sum(listed) / count
    spread = 1 + _Z**2 / count
    centre = (mean + _Z**2 / (2 * count)) / spread
    half = _Z * math.sqrt(max(0.0, mean * (1 - mean)) / count + _Z**2 / (4 * count**2)) / spread
    return Score(mean, count, max(0.0, min(mean, centre - half)), min(1.0, max(mean, centre + half)))


def _balanced(refusals: Score, false_answers: Score) -> Score:
    """One less the mean of the two errors; their intervals are joined as a sum's are (MOVER, Zou and Donner 2008)."""
    value = 1 - (refusals.value + false_answers.value) / 2
    below = math.hypot(refusals.high - refusals.value, false_answers.high - false_answers.value) / 2
    above = math.hypot(refusals.value - refusals.low, false_answers.value - false_answers.low) / 2
    return Score(value, refusals.items + false_answers.items, max(0.0, value - below), min(1.0, value + above))
