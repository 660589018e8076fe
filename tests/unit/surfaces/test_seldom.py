"""What anybody can bring about is in the log once a minute."""

from __future__ import annotations

import logging

import pytest

from bot.surfaces.seldom import INTERVAL, Seldom

logger = logging.getLogger("tests.seldom")


def test_a_reason_is_told_once_in_its_time_and_then_with_how_often_it_was(caplog: pytest.LogCaptureFixture) -> None:
    now = [0.0]
    seldom = Seldom(logger, "Refused", lambda: now[0])
    for _ in range(1000):
        seldom.say(why="signature")
    seldom.say(why="malformed")
    assert [(one.why, getattr(one, "before", 0)) for one in caplog.records] == [("signature", 0), ("malformed", 0)]  # type: ignore[attr-defined]
    now[0] = INTERVAL
    seldom.say(why="signature", status=401)
    assert caplog.records[-1].before == 999  # type: ignore[attr-defined]
    assert caplog.records[-1].status == 401  # type: ignore[attr-defined]
