"""What was learnt is read again, unless what it was learnt from is another."""

from __future__ import annotations

import logging
import os
import pickle
from collections.abc import Iterator
from pathlib import Path

import grimp
import numpy as np
import pytest

from bot.domain.language import Language
from bot.knowledge.search.learning import kept as module
from bot.knowledge.search.learning.classifier import Classifier
from bot.knowledge.search.learning.kept import keep_in, kept
from bot.knowledge.search.learning.synonyms import Synonyms
from bot.knowledge.search.learning.training import Example
from bot.knowledge.search.matching import Matcher
from bot.knowledge.search.subject_model import SubjectModel
from bot.understanding.learnt.intent_model import IntentModel
from tests.conftest import KEPT

EXAMPLES = [Example(f"kysymys {number} kanavasta {number % 7}", number % 3) for number in range(2_000)]
learnings: list[str] = []


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where these tests keep what they learn."""
    monkeypatch.setattr(module, "_WORTH_KEEPING", 1)
    learnings.clear()
    keep_in(tmp_path / "made" / "learnt")
    yield tmp_path / "made" / "learnt"
    keep_in(KEPT)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A file that is learnt from."""
    path = tmp_path / "content.toml"
    path.write_text("some lines", encoding="utf-8")
    return path


def learn(which: str) -> Classifier:
    """What is expensive, in small."""
    learnings.append(which)
    return Classifier(EXAMPLES, 3, Language.FI, Synonyms({}, Language.FI))


def probabilities(of: Classifier) -> list[float]:
    """By which two that learnt the same are known."""
    found: list[float] = of.classify("kysymys 4 kanavasta 4").probabilities.tolist()
    return found


def test_what_was_learnt_is_not_learnt_again_and_tells_the_same(content: Path) -> None:
    first, second = (kept("a", [content], learn, "one") for _ in range(2))
    assert learnings == ["one"]
    assert probabilities(first) == probabilities(second)


def test_another_content_or_another_thing_given_is_learnt_anew(content: Path) -> None:
    kept("a", [content], learn, "one")
    kept("a", [content], learn, "two")
    content.write_text("some other lines", encoding="utf-8")
    kept("a", [content], learn, "one")
    content.unlink()
    kept("a", [content], learn, "one")
    assert learnings == ["one", "two", "one", "one"]


def test_other_code_learns_anew(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept("a", [content], learn, "one")
    monkeypatch.setattr(module, "_code", lambda: b"that of another version")
    kept("a", [content], learn, "one")
    assert learnings == ["one", "one"]


def test_all_code_that_learns_counts() -> None:
    graph = grimp.build_graph("bot")
    learning = (SubjectModel, IntentModel, Matcher)
    needed = {name for one in learning for name in {one.__module__} | graph.find_upstream_modules(one.__module__)}
    counted = tuple(f"bot.{name.removesuffix('.py').replace('/', '.')}" for name in module._CODE)
    assert {name for name in needed if not name.startswith(counted)} == {
        *("bot", "bot.apart", "bot.errors", "bot.isolation", "bot.memory", "bot.whole_files"),
        "bot.understanding.commands",  # the names of what people want, each of which stands in the content too
        # What questions and platforms are read with, when it is learnt.
        *(f"bot.domain.{name}" for name in ("accounts.addresses", "accounts.platforms", "calendar.public_holidays")),
        *(f"bot.domain.{name}" for name in ("calendar.working_time", "channels", "evidence", "people", "trouble")),
    }


@pytest.mark.parametrize("content_of_file", [b"", b"short", os.urandom(40_000)], ids=["empty", "short", "noise"])
def test_a_damaged_file_is_learnt_anew_and_replaced(
    content: Path, folder: Path, content_of_file: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    kept("a", [content], learn, "one")
    (there,) = folder.iterdir()
    whole = there.read_bytes()
    there.write_bytes(content_of_file)
    with caplog.at_level(logging.WARNING):
        kept("a", [content], learn, "one")
    assert learnings == ["one", "one"]
    assert there.read_bytes() == whole
    assert "is learnt anew" in caplog.text


class _Hostile:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("echo > was-run",)


@pytest.mark.parametrize(
    "body",
    [
        pickle.dumps(_Hostile()),
        b"cbot.knowledge.search.learning.kept\nimport_module\n(S'os'\ntR.",
        b"cbot.knowledge.content.loader\nPath\n(S'/etc/passwd'\ntR.",
        b"cbot.__main__\nmain\n(tR.",
        b"cbot.knowledge.search.learning.kept\nwrite_whole\n(tR.",
    ],
    ids=["system", "import", "path", "main", "function"],
)
def test_a_file_that_somebody_made_runs_nothing(
    content: Path, folder: Path, body: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    kept("a", [content], learn, "one")
    (there,) = folder.iterdir()
    there.write_bytes(module._sum(body) + body)
    assert probabilities(kept("a", [content], learn, "one"))
    assert learnings == ["one", "one"]
    assert not (tmp_path / "was-run").exists()


def test_where_nothing_can_be_kept_it_is_learnt_and_told(
    content: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    keep_in(content / "below a file")
    with caplog.at_level(logging.WARNING):
        assert probabilities(kept("a", [content], learn, "one"))
    assert "What was learnt cannot be kept" in caplog.text
    assert str(tmp_path) not in caplog.text


def test_where_nothing_is_to_be_kept_nothing_is(content: Path, folder: Path) -> None:
    keep_in(None)
    kept("a", [content], learn, "one")
    kept("a", [content], learn, "one")
    assert learnings == ["one", "one"]
    assert not folder.exists()


def test_what_is_small_is_not_worth_a_file(content: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_WORTH_KEEPING", 10_000_000)
    kept("a", [content], learn, "one")
    assert not folder.exists()


def test_of_one_name_a_few_files_stay_and_of_others_all(content: Path, folder: Path) -> None:
    kept("another", [content], learn, "one")
    for number in range(5):
        content.write_text(f"edit {number}", encoding="utf-8")
        kept("a", [content], learn, "one")
        newest = max(folder.glob("a-*"), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, (number, number))
    assert len(list(folder.glob("a-*"))) == module._MOST_OF_A_NAME
    assert len(list(folder.glob("another-*"))) == 1
    kept("a", [content], learn, "one")
    assert len(learnings) == 6, "the last is among those that stay"


def test_what_the_work_raises_is_raised_and_nothing_kept(content: Path, folder: Path) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        kept("a", [content], int, "no number")
    assert not folder.exists()


def test_a_model_of_numbers_alone_is_made_of_what_may_be_read(content: Path) -> None:
    for _ in range(2):
        found = kept("numbers", [content], np.arange, 1_000)
        assert found.tolist() == list(range(1_000))
