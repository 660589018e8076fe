"""What people answer when the bot has asked something: examples from which it learns to recognise others.

``knowledge/common/answers/`` has a file a language: what is answered to each kind of question, by what the answer says.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.knowledge.content.findings import Report
from bot.knowledge.content.tomlfile import TomlFile, read_toml, tell_repeated


@dataclass(frozen=True, slots=True)
class Answers:
    """What is answered in one language, by the kind of question and by what it says, and the file it stands in."""

    by_question: Mapping[str, Mapping[str, Sequence[str]]]
    file: TomlFile


def read_answers(path: Path, report: Report) -> Answers:
    """The file ``path``; ``report`` gets what is wrong with it, by line."""
    file = read_toml(path, report, without="nothing is learnt of what people answer")
    found = {
        question: {said: file.texts(said, texts) for said, texts in kinds.items()}
        for question, kinds in file.values.items()
        if isinstance(kinds, dict)
    }
    return Answers(found, file)


def check_answers(files: Sequence[Answers], known: Mapping[str, Collection[str]]) -> None:
    """Each language has answers of every kind that is ``known`` to each question, and of no other; and no answer says
    two things."""
    for one in files:
        for question in one.by_question.keys() - known.keys():
            one.file.warning(question, f'the bot asks nothing that is called "{question}": use {", ".join(known)}')
        for question, kinds in known.items():
            said = one.by_question.get(question, {})
            for kind in sorted({*kinds} - said.keys()):
                one.file.error(question, f'"{question}" has no answers of the kind "{kind}": add some')
            for kind in sorted(said.keys() - {*kinds}):
                one.file.warning(kind, f'no answer to "{question}" is called "{kind}": use {", ".join(kinds)}')
            tell_repeated((one.file, f"{question}.{kind}", text) for kind, texts in said.items() for text in texts)
