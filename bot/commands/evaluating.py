"""``evaluate``: how many of a set's items are understood and answered rightly."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from bot import evaluation
from bot.bootstrap import build
from bot.commands.asking import answer_json, answered
from bot.commands.command import DONE, Commands, add_json, declare, declare_group, print_json
from bot.settings import Settings


def add(commands: Commands) -> None:
    """Declare ``evaluate questions`` and ``evaluate utterances``."""
    evaluating = declare_group(commands, "evaluate", "KIND", "score a JSONL set")
    for name, run, text in (
        ("questions", _evaluate_questions, "sections found and questions refused"),
        ("utterances", _evaluate_utterances, "intents and channels"),
    ):
        scoring = declare(evaluating, name, run, text)
        scoring.add_argument("file", metavar="FILE", type=Path)
        add_json(scoring)


async def _evaluate_questions(settings: Settings, options: argparse.Namespace) -> int:
    items = evaluation.read_set(options.file, "q", evaluation.QUESTION_ANSWERS)
    async with build(settings, read_only=True) as application:
        results = [evaluation.Scored(item, answer_json(answered(application, item["q"], None))) for item in items]
    _print_scores(results, evaluation.question_scores(results), as_json=options.json)
    return DONE


async def _evaluate_utterances(settings: Settings, options: argparse.Namespace) -> int:
    items = evaluation.read_set(options.file, "text", evaluation.UTTERANCE_ANSWERS)
    async with build(settings, read_only=True) as application:
        today = application.clock.now().date()
        results = []
        for item in items:
            understood = await application.conversation.understand(item["text"], today)
            reply = {"intent": understood.intent, "channels": list(understood.channels), "args": dict(understood.args)}
            results.append(evaluation.Scored(item, reply))
    _print_scores(results, evaluation.utterance_scores(results), as_json=options.json)
    return DONE


def _print_scores(results: Sequence[evaluation.Scored], scores: dict[str, float], *, as_json: bool) -> None:
    if not as_json:
        for name, value in scores.items():
            print(f"{name:32}{value:g}" if name == "items" else f"{name:32}{value:.3f}")
        return
    for result in results:
        print_json({"id": result.item["id"], **result.reply})
    print_json({"scores": scores})
