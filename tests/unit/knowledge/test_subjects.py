"""The catalogue of subjects as files: what is read, and what is told by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.guideline import Topic
from bot.domain.language import Language
from bot.knowledge.content import common
from bot.knowledge.content.findings import Report
from bot.knowledge.content.subjects import Subject, SubjectFile, check_subjects, read_subjects
from bot.knowledge.search.subject_model import SubjectModel

WHOLE = """
[passwords]
title = "Passwords"
asked = ["how long must a password be"]
said = ["A password has at least 14 characters."]
"""


def read(folder: Path, text: str, report: Report, name: str = "en.toml") -> SubjectFile:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_subjects(path, report)


def told(report: Report) -> str:
    return "\n".join(str(one) for one in report.findings)


def test_a_subject_has_a_title_what_is_asked_and_what_is_said(tmp_path: Path) -> None:
    report = Report()
    found = read(tmp_path, WHOLE, report)
    assert found.subjects == (
        Subject(
            "passwords", "Passwords", ("how long must a password be",), ("A password has at least 14 characters.",)
        ),
    )
    assert not report.findings


def test_what_is_off_topic_needs_no_words_of_guidelines(tmp_path: Path) -> None:
    report = Report()
    text = '[lunch]\ntitle = "Lunch"\noff_topic = true\nask = "the kitchen"\nasked = ["what is for lunch"]\n'
    (lunch,) = read(tmp_path, text, report).subjects
    assert lunch.topic == Topic("lunch", "Lunch", ("what is for lunch",), "the kitchen", off_topic=True)
    assert not report.findings


def test_what_is_missing_or_unknown_is_told_by_line(tmp_path: Path) -> None:
    report = Report()
    read(tmp_path, 'stray = "x"\n[one]\nasked = ["a b"]\nsaid = ["c d"]\n[two]\ntitle = "Two"\nhint = "?"\n', report)
    assert '"stray" must be a subject' in told(report)
    assert 'the subject "one" has no title' in told(report)
    assert '"hint" of the subject "two" is not known' in told(report)
    assert "en.toml:7" in told(report)


def test_a_subject_without_lines_is_told(tmp_path: Path) -> None:
    report = Report()
    assert read(tmp_path, '[one]\ntitle = "One"\nasked = []\nsaid = ["x y"]\n', report).subjects == ()
    assert '"one" lists nothing' in told(report)


def test_a_line_that_two_subjects_claim_is_told(tmp_path: Path) -> None:
    report = Report()
    again = WHOLE + '\n[safety]\ntitle = "Safety"\nasked = ["How long must a password be?"]\nsaid = ["Be safe."]\n'
    check_subjects([read(tmp_path, again, report)])
    assert 'stands at "passwords" already' in told(report)


def test_a_subject_that_one_language_lacks_is_told(tmp_path: Path) -> None:
    report = Report()
    more = WHOLE + '\n[safety]\ntitle = "Safety"\nasked = ["is it safe"]\nsaid = ["Be safe."]\n'
    check_subjects([read(tmp_path, more, report), read(tmp_path, WHOLE, report, "sv.toml")])
    assert 'the subject "safety" is in another language, and missing here' in told(report)


def test_each_subject_of_ours_is_in_every_language_with_enough_lines_to_be_learnt_from() -> None:
    first, *others = ([one.id for one in common.subjects(language)] for language in Language)
    assert all(sorted(one) == sorted(first) for one in others)
    for language in Language:
        for subject in common.subjects(language):
            assert len(subject.asked) >= 12, (language, subject.id)
            assert len(subject.said) >= (0 if subject.off_topic else 5), (language, subject.id)


def test_the_ids_are_known_without_reading_the_lines() -> None:
    for language in Language:
        assert {*common.subject_ids()} == {subject.id for subject in common.subjects(language)}


def test_a_subject_that_one_language_lacks_is_never_found_there_and_the_others_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    some = [one for one in common.subjects(Language.EN) if one.id in ("passwords", "music")]
    monkeypatch.setattr(common, "subject_ids", lambda: ("passwords", "reply-time", "music"))
    monkeypatch.setattr(common, "subjects", lambda _: tuple(some))
    model = SubjectModel(Language.EN)
    assert [subject.id for subject in model.subjects] == ["passwords", "reply-time", "music"]
    assert model.most_probable("how often must I change the password")[0].label == "passwords"
    assert model.most_probable("may we use a pop song in the video")[0].label == "music"
