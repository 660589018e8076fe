"""The process is killed while people are told of what others do; a thousand more kills are in ``make soak``."""

from __future__ import annotations

from pathlib import Path

from tests.kills.telling import kill_while_telling


def test_a_kill_between_any_two_writes_leaves_no_change_without_its_notice_and_none_with_two(tmp_path: Path) -> None:
    kills, notices = kill_while_telling(tmp_path, kills=40, seed=1)
    assert kills == 40
    assert min(notices[kind] for kind in ("Appointed", "HandoverAsked", "HandoverAnswered", "QuestionForSecretary")) > 0
