"""The guideline in ``knowledge/``: whole, in order, the same in all languages."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

from bot.domain.language import Language
from bot.knowledge.content.loader import check, load
from tests.conftest import ROOT

KNOWLEDGE = ROOT / "knowledge" / "suomussalmi"


def test_the_content_has_no_findings() -> None:
    _, findings = check(KNOWLEDGE)
    assert findings == ()


@pytest.mark.parametrize("language", list(Language))
def test_every_language_has_sections_0_to_7_with_all_subsections(language: Language) -> None:
    sizes = {"0": 2, "1": 5, "2": 2, "3": 5, "4": 9, "5": 6, "6": 7, "7": 6}
    ids = [subsection.id for _, subsection in load(KNOWLEDGE).passages(language)]
    assert ids == [f"{section}.{number}" for section, size in sizes.items() for number in range(1, size + 1)]


@pytest.mark.parametrize("language", list(Language))
def test_what_has_changed_since_is_told_in_editors_notes(language: Language) -> None:
    notes = {subsection.id: subsection.editors_note for _, subsection in load(KNOWLEDGE).passages(language)}
    said = {subsection_id: note for subsection_id, note in notes.items() if note}
    assert {"1.4", "5.6", "6.6"} < said.keys()
    assert "2023" in said["1.4"]
    assert "2023" in said["5.6"]
    assert "1050/2018" in said["6.6"]
    assert any("306/2019" in note for key, note in said.items() if key.startswith("4."))


def test_every_duty_comes_from_a_subsection_that_is_there() -> None:
    guideline = load(KNOWLEDGE)
    assert {
        "regular_updates",
        "holiday_maintenance",
        "decision_on_use",
        "register_of_channels",
    } < guideline.duties.keys()
    for subsection_id in guideline.duties.values():
        assert guideline.locate(subsection_id, Language.FI)


def test_a_draft_shows_no_date_of_approval() -> None:
    edition = tomllib.loads((KNOWLEDGE / "guideline.toml").read_text(encoding="utf-8"))
    assert edition["status"] == "draft"
    assert "approved_on" not in edition


@pytest.mark.shared
def test_the_sources_own_sentences_are_not_copied(shared: Path) -> None:
    source = _runs((shared / "guidelines" / "suomussalmi-some-ohje.txt").read_text(encoding="utf-8"))
    for path in (KNOWLEDGE / "fi").glob("*.md"):
        assert not _runs(path.read_text(encoding="utf-8")) & source


@pytest.mark.shared
@pytest.mark.parametrize(("name", "key"), [("questions-dev.jsonl", "q"), ("utterances-dev.jsonl", "text")])
def test_no_development_question_is_in_the_content(shared: Path, name: str, key: str) -> None:
    lines = (shared / "eval" / name).read_text(encoding="utf-8").splitlines()
    questions = set().union(*(_runs(json.loads(line)[key], 5) for line in lines))
    for path in [*KNOWLEDGE.rglob("*.md"), *KNOWLEDGE.rglob("*.toml"), *(ROOT / "bot").rglob("*.py")]:
        assert not _runs(path.read_text(encoding="utf-8"), 5) & questions, path


def _runs(text: str, length: int = 6) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[start : start + length]) for start in range(len(words) - length + 1)}
