"""What people answer when the bot has asked something: examples from which it learns to recognise others.

``knowledge/common/answers/`` has a file a language: what is answered to each kind of question, by what the answer says.
"""

from collections.abc import Mapping, Sequence
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
    return Answers(file.tables(), file)


def check_answers(files: Sequence[Answers]) -> None:
    """Each language has answers of every kind to each question that another one has, and no answer says two things."""
    known = {(question, said) for one in files for question, kinds in one.by_question.items() for said in kinds}
    for one in files:
        for question, said in sorted(known):
            if not one.by_question.get(question, {}).get(said):
                one.file.error(question, f'"{question}.{said}" has answers elsewhere, and none here: add some')
        for question, kinds in one.by_question.items():
            tell_repeated((one.file, f"{question}.{said}", text) for said, texts in kinds.items() for text in texts)
