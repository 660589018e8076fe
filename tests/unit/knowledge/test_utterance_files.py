"""The examples of what people say as files: what is read, and what is told by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.language import Language
from bot.knowledge.content import common
from bot.knowledge.content.findings import Report, Severity
from bot.knowledge.content.wording.utterances import Utterances, check_utterances, read_utterances
from bot.understanding.commands import Intent

WHOLE = 'owner = ["who keeps {handle}", "whose is it"]\nundo = ["take it back"]\n'
KNOWN = ("owner", "undo")


def read(folder: Path, text: str, report: Report, name: str = "en.toml") -> Utterances:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_utterances(path, report)


def told(report: Report) -> str:
    return "\n".join(str(one) for one in report.findings)


def test_what_is_said_is_read_by_intent_without_the_places_of_people_and_accounts(tmp_path: Path) -> None:
    report = Report()
    found = read(tmp_path, WHOLE, report)
    assert found.by_intent == {"owner": ("who keeps", "whose is it"), "undo": ("take it back",)}
    check_utterances([found], KNOWN)
    assert not report.findings


def test_an_intent_that_the_bot_does_not_have_is_told_by_line(tmp_path: Path) -> None:
    report = Report()
    check_utterances([read(tmp_path, WHOLE + 'sing = ["sing a song"]\n', report)], KNOWN)
    assert "en.toml:3" in told(report)
    assert 'the bot has no intent "sing": use distress, owner, undo' in told(report)


def test_distress_is_learnt_like_an_intent(tmp_path: Path) -> None:
    report = Report()
    check_utterances([read(tmp_path, WHOLE + 'distress = ["nobody helps me"]\n', report)], KNOWN)
    assert not report.findings


def test_an_intent_that_one_language_lacks_is_told_there(tmp_path: Path) -> None:
    report = Report()
    short = read(tmp_path, 'owner = ["vems är det"]\n', report, "sv.toml")
    check_utterances([read(tmp_path, WHOLE, report), short], KNOWN)
    (finding,) = report.findings
    assert finding.path.name == "sv.toml"
    assert '"undo" is in another language, and missing here' in finding.message


@pytest.mark.parametrize("again", ["whose is it", "Whose is it?", "WHOSE IS IT!"])
def test_a_text_that_two_intents_claim_is_told(tmp_path: Path, again: str) -> None:
    report = Report()
    check_utterances([read(tmp_path, f'owner = ["whose is it"]\nundo = ["{again}"]\n', report)], KNOWN)
    (finding,) = report.findings
    assert finding.severity is Severity.WARNING
    assert f'"{again}" stands at "owner" already' in finding.message


@pytest.mark.parametrize(
    "text", ["owner = [", 'owner = "who"', "owner = [1]", '[owner]\nsaid = ["who"]', 'owner = ["who", 1]']
)
def test_a_file_that_can_not_be_read_is_told_and_leaves_out_what_is_wrong(tmp_path: Path, text: str) -> None:
    report = Report()
    found = read(tmp_path, text, report)
    assert [one.severity for one in report.findings] == [Severity.ERROR]
    assert not any(found.by_intent.values())


@pytest.mark.parametrize("text", ["owner = []", 'owner = [""]'])
def test_a_list_without_texts_is_told(tmp_path: Path, text: str) -> None:
    report = Report()
    assert not any(read(tmp_path, text, report).by_intent.values())
    assert [one.severity for one in report.findings] == [Severity.WARNING]


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    report = Report()
    read_utterances(tmp_path / "none.toml", report)
    assert [one.severity for one in report.findings] == [Severity.ERROR]


def test_ours_teach_every_language_the_same_intents_with_enough_texts_to_be_learnt_from() -> None:
    first, *others = (common.utterances(language) for language in Language)
    assert all(one.keys() == first.keys() for one in others)
    assert first.keys() <= {*map(str, Intent), "distress"}
    for language in Language:
        for intent, texts in common.utterances(language).items():
            assert len(texts) >= 25, (language, intent)
