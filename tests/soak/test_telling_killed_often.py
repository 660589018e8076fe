"""A thousand kills while people are told of what others do: the notices are counted, not only the writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kills.telling import kill_while_telling


@pytest.mark.soak
def test_a_thousand_kills_lose_no_notice_and_double_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kills, notices = kill_while_telling(tmp_path, kills=1000, seed=3)
    with capsys.disabled():
        print(f"\n{kills} kills: {dict(notices)}, none lost, none twice")  # noqa: T201 - the counts
    assert kills == 1000
    assert min(notices[kind] for kind in ("Appointed", "HandoverAsked", "HandoverAnswered", "QuestionForSecretary")) > 0
