"""A file that cannot or must not be read is refused in one line, in bounded time, and nothing is written."""

from __future__ import annotations

from pathlib import Path

import pytest

import bot.isolation
from bot.domain.language import Language
from bot.importing import making_apart as isolation
from bot.importing.document import DocumentError
from bot.importing.importer import import_document
from tests.guideline_files import GUIDELINE
from tests.guideline_files.hostile import hostile
from tests.guideline_files.markup import plain

HOSTILE = hostile()


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_or_broken_file_is_refused_in_one_line_and_leaves_nothing(tmp_path: Path, what: str) -> None:
    name, content, told = HOSTILE[what]
    source = tmp_path / name
    source.write_bytes(content)
    with pytest.raises(DocumentError) as refused:
        import_document(source, Language.FI, tmp_path / "to")
    line = str(refused.value)
    assert line.startswith(f"{source}: ")
    assert told in line
    assert len(line.splitlines()) == 1
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_brackets_without_end_are_read_like_any_other_text(tmp_path: Path) -> None:
    source = tmp_path / "a.md"
    source.write_text(f"# 1. Alku\n\nKunta {'[' * 200_000}\n\n# 2. Loppu\n\nKunta.\n", encoding="utf-8")
    done = import_document(source, Language.FI, tmp_path / "to")
    assert [one.title for one in done.sections.sections] == ["Alku", "Loppu"]


def test_a_page_that_nests_without_end_is_read(tmp_path: Path) -> None:
    source = tmp_path / "a.html"
    source.write_text(f"{'<div>' * 10_000}Kunta kertoo.", encoding="utf-8")
    done = import_document(source, Language.FI, tmp_path / "to")
    assert [one.subsections[0].text for one in done.sections.sections] == ["Kunta kertoo."]


def test_a_file_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_bytes(plain(GUIDELINE))
    with pytest.raises(DocumentError, match="takes too long"):
        isolation.make(source, Language.FI, tmp_path / "to", seconds=0.0001)


def test_a_fault_of_our_own_is_told_without_the_text_that_caused_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    words = "Salainen teksti"

    def fail(path: Path) -> None:
        raise KeyError(words)

    monkeypatch.setattr(isolation, "read", fail)
    monkeypatch.setattr(bot.isolation, "limit", lambda: None)
    assert isolation.main(str(tmp_path / "a.txt"), "fi", str(tmp_path)) == 1
    told = capfdbinary.readouterr().out
    assert b"KeyError" in told
    assert b"Salainen" not in told
