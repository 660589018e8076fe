"""``evaluate``: how many of a set's items are understood and answered rightly."""

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.app.bootstrap import build
from bot.commands.asking import answer_json
from bot.commands.command import DONE, Commands, add_json, declare, declare_group, print_json
from bot.commands.evaluation import scoring as evaluation
from bot.commands.evaluation.scoring import AnswerTypes, LabelledItem, Scored, ScoresByName
from bot.domain.guideline import Guideline, Section, Subsection
from bot.language.analysis import plain
from bot.language.detection import detect
from bot.settings import Settings
from bot.surfaces.slack.markup import words_of


def add(commands: Commands) -> None:
    """Declare ``evaluate questions`` and ``evaluate utterances``."""
    evaluating = declare_group(commands, "evaluate", "KIND", "score a JSONL set")
    for name, run, text in (
        ("questions", _evaluate_questions, "sections found and questions refused"),
        ("utterances", _evaluate_utterances, "intents and channels"),
    ):
        scoring = declare(evaluating, name, run, text)
        scoring.add_argument("file", metavar="FILE", type=Path)
        scoring.add_argument("--misses", action="store_true", help="print also the items that came out wrong")
        add_json(scoring)


@dataclass(frozen=True, slots=True)
class _Kind:
    """How one kind of set is scored and its misses are shown."""

    text_key: str
    answers: AnswerTypes
    reply_keys: tuple[str, ...]
    scores: Callable[[Sequence[Scored]], ScoresByName]
    is_right: Callable[[Scored], bool]


_QUESTIONS = _Kind(
    text_key="q",
    answers={"sections": list},
    reply_keys=("decision", "sections", "confidence"),
    scores=evaluation.question_scores,
    is_right=evaluation.is_right_question,
)
_UTTERANCES = _Kind(
    text_key="text",
    answers={"intent": str, "channel": (str, list, type(None))},
    reply_keys=("intent", "channels"),
    scores=evaluation.utterance_scores,
    is_right=evaluation.is_right_utterance,
)


async def _evaluate_questions(settings: Settings, options: argparse.Namespace) -> int:
    items = evaluation.read_set(options.file, _QUESTIONS.text_key, _QUESTIONS.answers)
    async with build(settings, read_only=True) as application:
        answers = application.services.answers
        results = []
        for item in items:
            answer = answers.ask(item["q"], detect(item["q"]) or settings.language)
            results.append(Scored(by_ids(item, answers.guideline), answer_json(application, answer)))
    _print(results, _QUESTIONS, options)
    return DONE


def by_ids(item: LabelledItem, guideline: Guideline) -> LabelledItem:
    """A question whose right ``sections`` are ids, where it has titles; what the guideline does not have stays, and is
    never found. Its ``fact``, the id or the words of what answers, becomes all that names it: none where it is another
    thing."""
    passages = [passage for language in guideline.sections for passage in guideline.passages(language)]
    ids: dict[str, list[str]] = {}
    for section, _ in passages:
        ids.setdefault(plain(section.title), []).append(section.id)
    sections = [one for name in item["sections"] for one in dict.fromkeys(ids.get(plain(name), [name]))]
    return {**item, "sections": sections, "fact": _named(str(item.get("fact") or ""), passages)}


def _named(fact: str, passages: Sequence[tuple[Section, Subsection]]) -> list[str]:
    """A subsection's id, a list item's words in each language, or the words themselves where the guideline has them."""
    if any(one.id == fact for _, one in passages):
        return [fact]
    items = [one.items_by_id[fact] for _, one in passages if fact in one.items_by_id]
    said = bool(fact) and any(plain(fact) in plain(one.text) for _, one in passages)
    return items or ([fact] if said else [])


async def _evaluate_utterances(settings: Settings, options: argparse.Namespace) -> int:
    items = evaluation.read_set(options.file, _UTTERANCES.text_key, _UTTERANCES.answers)
    async with build(settings, read_only=True) as application:
        today = application.clock.now().date()
        results = []
        for item in items:
            understood = await application.conversation.understand(words_of(item["text"]), today)
            reply = {"intent": understood.intent, "channels": list(understood.channels), "args": dict(understood.args)}
            results.append(Scored(item, reply))
    _print(results, _UTTERANCES, options)
    return DONE


def _print(results: Sequence[Scored], kind: _Kind, options: argparse.Namespace) -> None:
    """As JSON every item and then the scores; to read, the scores by group. Misses come first, where asked for."""
    misses = [result for result in results if not kind.is_right(result)]
    if options.json:
        for result in misses if options.misses else results:
            print_json({"id": result.item["id"], **result.reply})
        print_json(evaluation.scores_json(results, kind.scores))
        return
    for result in misses if options.misses else ():
        print(f"{result.item['id']}: {result.item[kind.text_key]}")
        print(f"  right: {_values(result.item, kind.answers)}; was: {_values(result.reply, kind.reply_keys)}")
    print("\n".join(evaluation.scores_table(results, kind.scores)))


def _values(fields: Mapping[str, object], keys: Iterable[str]) -> str:
    return ", ".join(f"{key} {fields[key]}" for key in keys)
