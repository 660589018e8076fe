"""The scores of a set, on results whose scores are known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.evaluation.scoring import (
    EvaluationError,
    Scored,
    ScoresByName,
    groups,
    is_right_question,
    is_right_utterance,
    question_scores,
    read_set,
    scores_json,
    scores_table,
    utterance_scores,
)


def question(right: list[str], found: list[str], *, answered: bool) -> Scored:
    return Scored({"id": "q", "sections": right}, {"sections": found, "answered": answered})


def utterance(gold: object, found: list[str], intent: str = "owner", said: str = "owner") -> Scored:
    return Scored({"id": "u", "intent": intent, "channel": gold}, {"intent": said, "channels": found})


def values(scores: ScoresByName) -> dict[str, float]:
    return {name: one.value for name, one in scores.items()}


def written(folder: Path, *lines: str) -> Path:
    path = folder / "set.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_sections_are_scored_by_the_place_of_the_first_right_one() -> None:
    scores = values(
        question_scores(
            [
                question(["1"], ["1", "2", "3"], answered=True),
                question(["4", "2"], ["1", "2", "3"], answered=True),
                question(["3"], ["1", "2", "3"], answered=True),
                question(["4"], ["1", "2", "3", "4"], answered=True),
            ]
        )
    )
    assert scores["recall@1"] == 0.25
    assert scores["recall@3"] == 0.75
    assert scores["mrr@3"] == pytest.approx((1 + 1 / 2 + 1 / 3 + 0) / 4)
    assert scores["answers_citing_a_right_section"] == 0.25


def test_knowing_when_the_guideline_is_silent_is_scored_on_both_sides_alike() -> None:
    scores = values(
        question_scores(
            [
                question(["1"], ["1"], answered=True),
                question(["1"], ["1"], answered=True),
                question(["1"], ["1"], answered=True),
                question(["1"], ["1"], answered=False),
                question([], ["1"], answered=True),
                question([], ["1"], answered=False),
            ]
        )
    )
    assert scores["false_refusals"] == 0.25
    assert scores["false_answers"] == 0.5
    assert scores["abstention_balanced_accuracy"] == pytest.approx((0.75 + 0.5) / 2)
    assert scores["answers_citing_a_right_section"] == 0.75
    assert scores["recall@1"] == 1.0


def test_refused_questions_count_for_sections_and_not_for_citations() -> None:
    scores = values(question_scores([question(["1"], ["2"], answered=False), question(["1"], ["1"], answered=True)]))
    assert (scores["recall@1"], scores["answers_citing_a_right_section"]) == (0.5, 1.0)


def test_no_answer_is_false_where_no_question_is_beyond_the_guideline() -> None:
    scores = values(question_scores([question(["1"], ["1"], answered=True)]))
    assert (scores["false_answers"], scores["false_refusals"]) == (0.0, 0.0)


def test_no_refusal_is_false_where_every_question_is_beyond_the_guideline() -> None:
    scores = values(question_scores([question([], ["1"], answered=False)]))
    assert (scores["false_answers"], scores["false_refusals"]) == (0.0, 0.0)


def test_an_empty_set_scores_without_failing() -> None:
    assert scores_json([], question_scores)["groups"] == {}
    assert values(utterance_scores([])) == {"intent": 0.0, "channel": 0.0}
    assert list(scores_table([], question_scores)) == ["all: 0 items"]


def test_small_talk_and_what_was_not_understood_are_one_intent() -> None:
    scores = values(
        utterance_scores(
            [
                utterance(None, [], "smalltalk", "unknown"),
                utterance(None, [], "unknown", "smalltalk"),
                utterance(None, [], "owner", "owner"),
                utterance(None, [], "owner", "unknown"),
            ]
        )
    )
    assert scores["intent"] == 0.75


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
    assert utterance_scores([utterance(gold, found)])["channel"].value == float(right)
    assert is_right_utterance(utterance(gold, found)) is right


def test_where_no_channel_is_meant_none_is_scored() -> None:
    silent = Scored({"id": "u", "intent": "help"}, {"intent": "help", "channels": ["a"]})
    assert utterance_scores([utterance(None, ["a"]), silent, utterance("a", ["a"])])["channel"].value == 1.0
    assert is_right_utterance(silent)


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


def test_scores_are_given_for_each_language_and_kind_too() -> None:
    finnish = Scored({"id": "1", "lang": "fi", "kind": "a", "sections": ["1"]}, {"sections": ["1"], "answered": True})
    swedish = Scored({"id": "2", "lang": "sv", "kind": "a", "sections": ["1"]}, {"sections": ["2"], "answered": True})
    nameless = question(["1"], ["1"], answered=True)
    results = [swedish, finnish, nameless]
    assert groups(results) == {"fi": [finnish], "sv": [swedish], "a": [swedish, finnish]}
    document = scores_json(results, question_scores)
    by_group = document["groups"]
    assert isinstance(by_group, dict)
    assert by_group["fi"]["scores"]["recall@1"] == 1.0
    assert by_group["sv"]["scores"]["recall@1"] == 0.0
    assert by_group["a"]["scores"] == {**by_group["a"]["scores"], "items": 2, "recall@1": 0.5}
    assert "fi: 1 items" in list(scores_table(results, question_scores))


def test_an_interval_is_wilsons() -> None:
    nine_of_ten = [question(["1"], ["1" if number else "2"], answered=True) for number in range(10)]
    score = question_scores(nine_of_ten)["recall@1"]
    assert [score.low, score.high] == pytest.approx([0.5958, 0.9821], abs=1e-3)


@given(st.lists(st.tuples(st.booleans(), st.booleans(), st.booleans()), max_size=30))
def test_a_score_lies_within_its_interval(items: list[tuple[bool, bool, bool]]) -> None:
    results = [
        question(["1"] if covered else [], ["1" if found else "2", "1"], answered=answered)
        for covered, found, answered in items
    ]
    for score in question_scores(results).values():
        assert 0 <= score.low <= score.value <= score.high <= 1


@pytest.mark.parametrize(
    ("right", "answered", "is_right"),
    [(["1"], True, True), (["2"], True, False), (["1"], False, False), ([], False, True), ([], True, False)],
)
def test_a_question_is_right_where_it_is_answered_from_a_right_section_or_rightly_not(
    right: list[str], answered: bool, is_right: bool
) -> None:
    assert is_right_question(question(right, ["1", "2"], answered=answered)) is is_right
