"""The municipality's own questions, which an edit of the content may not break."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.knowledge.content.findings import Report, Severity
from bot.knowledge.content.loader import load
from bot.knowledge.content.question_file import FILE_NAME
from bot.knowledge.search.own_questions import CheckedQuestions, check_questions, record
from tests.unit.knowledge.support import TOML, folder_of

FILES = {
    "guideline.toml": TOML,
    "fi/1.md": "---\nid: 1\ntitle: Kuvat\n---\nKuvan julkaisemiseen pyydetään lupa siltä, joka kuvassa on.\n",
    "fi/2.md": "---\nid: 2\ntitle: Salasanat\n---\nSalasana vaihdetaan kahdesti vuodessa.\n",
}
PICTURES = '{"q": "tarvitaanko kuvan julkaisemiseen lupa", "sections": ["1"]}'
PASSWORDS = '{"q": "kuinka usein salasana vaihdetaan", "sections": ["2"], "passes": true}'
SILENT = '{"q": "mitä ruokana tänään", "sections": []}'


def checked(root: Path, *lines: str) -> tuple[CheckedQuestions, list[tuple[int, Severity, str]]]:
    folder = folder_of(root, {**FILES, FILE_NAME: "\n".join(lines)})
    report = Report()
    outcome = check_questions(folder, load(folder), report)
    return outcome, [(one.line, one.severity, one.message) for one in report.findings]


def test_questions_that_come_out_right_are_counted_and_nothing_is_reported(tmp_path: Path) -> None:
    assert checked(tmp_path, PICTURES, "", PASSWORDS, SILENT) == (CheckedQuestions(3, 3, (1, 4)), [])


def test_without_the_file_nothing_is_asked(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, FILES)
    report = Report()
    assert check_questions(folder, load(folder), report) == CheckedQuestions()
    assert report.findings == ()


def test_an_edit_that_breaks_a_question_that_came_out_right_is_an_error_on_its_line(tmp_path: Path) -> None:
    assert checked(tmp_path, PICTURES, PASSWORDS)[1] == []
    broken = {**FILES, "fi/2.md": FILES["fi/2.md"].replace("Salasana vaihdetaan kahdesti vuodessa", "Muuta")}
    folder = folder_of(tmp_path, {**broken, "fi/2.md": broken["fi/2.md"].replace("Salasanat", "Muut")})
    report = Report()
    assert check_questions(folder, load(folder), report) == CheckedQuestions(2, 1, (1,))
    (finding,) = report.findings
    assert (finding.line, finding.severity) == (2, Severity.ERROR)
    assert "it came out right before" in finding.message


def test_a_question_that_never_came_out_right_is_a_warning(tmp_path: Path) -> None:
    outcome, findings = checked(tmp_path, PICTURES.replace("1", "2"), SILENT.replace("ruokana", "salasana vaihdetaan"))
    assert outcome == CheckedQuestions(2, 0)
    assert [(line, severity) for line, severity, _ in findings] == [(1, Severity.WARNING), (2, Severity.WARNING)]
    assert "is answered from section 1, and section 2 answers it" in findings[0][2]
    assert "the guideline is silent on it" in findings[1][2]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("5", "has no question"),
        ('{"sections": ["1"]}', "has no question"),
        ('{"q": " ", "sections": ["1"]}', "has no question"),
        ('{"q": "kuka"}', '"sections" must be a list'),
        ('{"q": "kuka", "sections": [1]}', '"sections" must be a list'),
        ('{"q": "kuka", "sections": ["9"]}', 'the guideline has no section "9"'),
        ('{"q": "kuka", "sections": [], "passes": "yes"}', '"passes" must be true or false'),
    ],
)
def test_a_malformed_line_is_an_error_that_says_what_to_do(tmp_path: Path, line: str, message: str) -> None:
    _, findings = checked(tmp_path, PICTURES, line)
    assert (findings[0][0], findings[0][1]) == (2, Severity.ERROR)
    assert message in findings[0][2]


def test_the_same_question_twice_is_told(tmp_path: Path) -> None:
    _, findings = checked(tmp_path, PICTURES, SILENT, PICTURES)
    assert [(line, severity) for line, severity, _ in findings] == [(3, Severity.WARNING)]
    assert "is on line 1" in findings[0][2]


def test_recording_notes_only_what_comes_out_right(tmp_path: Path) -> None:
    outcome, _ = checked(tmp_path, PICTURES, "", SILENT.replace("ruokana", "salasana vaihdetaan"), PASSWORDS, "")
    record(tmp_path, outcome.to_record)
    lines = (tmp_path / FILE_NAME).read_text(encoding="utf-8").split("\n")
    assert json.loads(lines[0]) == json.loads(PICTURES) | {"passes": True}
    assert lines[1:] == ["", SILENT.replace("ruokana", "salasana vaihdetaan"), PASSWORDS, ""]
