"""``questions.jsonl`` grows by a line, and never loses one."""

from __future__ import annotations

import asyncio
import errno
import json
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.language import Language
from bot.errors import StoreError
from bot.knowledge.content.question_file import KnownQuestion, NotWritableError, QuestionFile

QUESTION = KnownQuestion("fi-1a2b", 'Saako "työajalla"\u2028some ttaa?', Language.FI, "6", "6.3")


def lines(path: Path) -> list[object]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


async def test_a_question_becomes_a_line_of_json(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    assert await QuestionFile(path).add(QUESTION)
    assert lines(path) == [
        {
            "id": "fi-1a2b",
            "lang": "fi",
            "q": QUESTION.question,
            "sections": ["6"],
            "subsection": "6.3",
            "kind": "answerable",
        }
    ]
    assert path.read_text(encoding="utf-8").endswith("\n")


async def test_the_same_question_is_there_once(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    file = QuestionFile(path)
    added = await asyncio.gather(*(file.add(QUESTION) for _ in range(5)))
    assert sorted(added) == [False] * 4 + [True]
    assert not await file.add(replace(QUESTION, id="fi-9"))
    assert await file.add(replace(QUESTION, id="sv-1a2b", language=Language.SV))
    assert len(lines(path)) == 2


@pytest.mark.parametrize(
    "before", ["", '{"id": "a", "q": "b"}', '{"id": "a"}\n\n', "no json\n", "[1]\n", "[" * 9999 + "\n"]
)
async def test_what_people_wrote_before_stays_as_it_was(tmp_path: Path, before: str) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text(before, encoding="utf-8")
    await QuestionFile(path).add(QUESTION)
    text = path.read_text(encoding="utf-8")
    assert text.startswith(before)
    assert json.loads(text.removeprefix(before))["id"] == QUESTION.id


@pytest.mark.parametrize("code", [errno.EACCES, errno.EROFS, errno.EPERM])
async def test_a_folder_that_can_only_be_read_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(self: Path, *arguments: object, **more: object) -> None:
        raise OSError(code, "no")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(NotWritableError):
        await QuestionFile(tmp_path / "questions.jsonl").add(QUESTION)


async def test_a_file_that_cannot_be_read_is_an_error_of_the_store(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(StoreError):
        await QuestionFile(path).add(QUESTION)
    assert path.read_bytes() == b"\xff\xfe"
