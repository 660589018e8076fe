"""The scores of a set, on results whose scores are known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.evaluation import EvaluationError, Scored, question_scores, read_set, utterance_scores


def question(right: list[str], found: list[str], *, answered: bool) -> Scored:
    return Scored({"id": "q", "sections": right}, {"sections": found, "answered": answered})


def utterance(gold: object, found: list[str], intent: str = "owner", said: str = "owner") -> Scored:
    return Scored({"id": "u", "intent": intent, "channel": gold}, {"intent": said, "channels": found})


def written(folder: Path, *lines: str) -> Path:
    path = folder / "set.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_sections_are_scored_by_the_place_of_the_first_right_one() -> None:
    scores = question_scores(
        [
            question(["1"], ["1", "2", "3"], answered=True),
            question(["4", "2"], ["1", "2", "3"], answered=True),
            question(["3"], ["1", "2", "3"], answered=True),
            question(["4"], ["1", "2", "3", "4"], answered=True),
        ]
    )
    assert scores["items"] == 4
    assert scores["recall@1"] == 0.25
    assert scores["recall@3"] == 0.75
    assert scores["mrr@3"] == pytest.approx((1 + 1 / 2 + 1 / 3 + 0) / 4)
    assert scores["answers_citing_a_right_section"] == 0.25


def test_knowing_when_the_guideline_is_silent_is_scored_on_both_sides_alike() -> None:
    scores = question_scores(
        [
            question(["1"], ["1"], answered=True),
            question(["1"], ["1"], answered=True),
            question(["1"], ["1"], answered=True),
            question(["1"], ["1"], answered=False),
            question([], ["1"], answered=True),
            question([], ["1"], answered=False),
        ]
    )
    assert scores["false_refusals"] == 0.25
    assert scores["false_answers"] == 0.5
    assert scores["abstention_balanced_accuracy"] == pytest.approx((0.75 + 0.5) / 2)
    assert scores["answers_citing_a_right_section"] == 0.75
    assert scores["recall@1"] == 1.0


def test_refused_questions_count_for_sections_and_not_for_citations() -> None:
    scores = question_scores([question(["1"], ["2"], answered=False), question(["1"], ["1"], answered=True)])
    assert (scores["recall@1"], scores["answers_citing_a_right_section"]) == (0.5, 1.0)


def test_no_answer_is_false_where_no_question_is_beyond_the_guideline() -> None:
    scores = question_scores([question(["1"], ["1"], answered=True)])
    assert (scores["false_answers"], scores["false_refusals"]) == (0.0, 0.0)


def test_no_refusal_is_false_where_every_question_is_beyond_the_guideline() -> None:
    scores = question_scores([question([], ["1"], answered=False)])
    assert (scores["false_answers"], scores["false_refusals"]) == (0.0, 0.0)


def test_an_empty_set_scores_without_failing() -> None:
    assert question_scores([])["items"] == 0
    assert utterance_scores([]) == {"items": 0, "intent": 0.0, "channel": 0.0}


def test_small_talk_and_what_was_not_understood_are_one_intent() -> None:
    scores = utterance_scores(
        [
            utterance(None, [], "smalltalk", "unknown"),
            utterance(None, [], "unknown", "smalltalk"),
            utterance(None, [], "owner", "owner"),
            utterance(None, [], "owner", "unknown"),
        ]
    )
    assert (scores["items"], scores["intent"]) == (4, 0.75)


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        ("a", ["a"], True),
        ("a", ["b"], False),
        ("a", ["a", "b"], False),
        ("a", [], False),
        (["a", "b", "c"], ["a", "c", "b"], True),
        (["a", "b"], ["b", "a"], False),
        (["a", "b"], ["a"], False),
        ([], [], True),
        ([], ["a"], False),
    ],
)
def test_channels_are_right_where_they_are_the_same_with_the_same_first(
    gold: object, found: list[str], right: bool
) -> None:
    assert utterance_scores([utterance(gold, found)])["channel"] == float(right)


def test_where_no_channel_is_meant_none_is_scored() -> None:
    silent = Scored({"id": "u", "intent": "help"}, {"intent": "help", "channels": ["a"]})
    assert utterance_scores([utterance(None, ["a"]), silent, utterance("a", ["a"])])["channel"] == 1.0


def test_a_set_is_read_in_its_order_with_empty_lines_left_out(tmp_path: Path) -> None:
    path = written(
        tmp_path, '{"id": "1", "question": "Saako?", "sections": ["3"]}', "", '{"id": 2, "question": "Får?"}', ""
    )
    assert read_set(path, "question") == (
        {"id": "1", "question": "Saako?", "sections": ["3"]},
        {"id": 2, "question": "Får?"},
    )


def test_a_separator_of_lines_inside_a_text_does_not_end_the_item(tmp_path: Path) -> None:
    item = {"id": "1", "question": "Saako\u2028kuvan\x85julkaista?"}
    path = written(tmp_path, json.dumps(item, ensure_ascii=False), '{"id": "2", "question": "Saako?"}')
    assert [one["id"] for one in read_set(path, "question")] == ["1", "2"]


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "5",
        "null",
        "[]",
        "{}",
        '{"id": "1"}',
        '{"question": "Saako?"}',
        '{"id": "1", "question": 5}',
        '{"id": "1", "utterance": "a"}',
    ],
)
def test_the_line_that_is_wrong_is_named(tmp_path: Path, line: str) -> None:
    path = written(tmp_path, '{"id": "0", "question": "Saako?"}', "", line)
    with pytest.raises(EvaluationError) as refused:
        read_set(path, "question")
    assert str(refused.value).startswith(f"{path}:3: ")
    assert "\n" not in str(refused.value)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    binary = tmp_path / "binary.jsonl"
    binary.write_bytes(b"\xff\xfe")
    for path in (tmp_path / "missing.jsonl", tmp_path, binary):
        with pytest.raises(EvaluationError, match=str(path)):
            read_set(path, "question")
