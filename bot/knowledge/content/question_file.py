"""``questions.jsonl`` in the folder of the guideline: the municipality's own questions, one JSON object a line."""

import asyncio
import errno
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.domain.language import Language
from bot.errors import SomebotError, StoreError

FILE_NAME = "questions.jsonl"
_NOT_WRITABLE = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class NotWritableError(SomebotError):
    """The folder of the guideline can be read only, as it often is on a server."""


@dataclass(frozen=True, slots=True)
class KnownQuestion:
    """A question and the subsection, with its main section, that it belongs to."""

    id: str
    question: str
    language: Language
    section: str
    subsection: str


class QuestionFile:
    """The port ``KnownQuestions`` on the file at ``path``."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._turn = asyncio.Lock()

    async def add(self, question: KnownQuestion) -> bool:
        """Append a line for ``question``; False where one has the same id, or the same words in the same language."""
        async with self._turn:
            return await asyncio.to_thread(self._add, question)

    def _add(self, question: KnownQuestion) -> bool:
        try:
            text = self._path.read_text(encoding="utf-8") if self._path.exists() else ""
            if any(_is_same(line, question) for line in text.split("\n")):
                return False
            self._append(("" if not text or text.endswith("\n") else "\n") + _line(question))
        except (OSError, UnicodeDecodeError) as error:
            if isinstance(error, OSError) and error.errno in _NOT_WRITABLE:
                raise NotWritableError(f"{self._path}: the folder of the guideline can be read only") from error
            raise StoreError(f"{self._path}: could not be added to ({type(error).__name__})") from error
        return True

    def _append(self, text: str) -> None:
        with self._path.open("a", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())


def _line(question: KnownQuestion) -> str:
    item = {
        "id": question.id,
        "lang": question.language,
        "q": question.question,
        "sections": [question.section],
        "subsection": question.subsection,
        "kind": "answerable",
    }
    return json.dumps(item, ensure_ascii=False) + "\n"


def _is_same(line: str, question: KnownQuestion) -> bool:
    try:
        item: Any = json.loads(line)
    except (ValueError, RecursionError):
        return False
    if not isinstance(item, dict):
        return False
    return item.get("id") == question.id or (item.get("lang"), item.get("q")) == (question.language, question.question)
