"""``remind``: what is printed, and that it is sent once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from tests.integration.running import Ran, Run
from tests.support.bot_in_memory import HELSINKI


@pytest.fixture(autouse=True)
def secretary(untouched_settings: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_ICT_SECRETARIES", "U0ICT0001")


def some_working_day(days: int) -> str:
    """The first Tuesday to Thursday that is no holiday, from so many days ahead on, at nine."""
    day = datetime.now(HELSINKI) + timedelta(days=days)
    while day.weekday() not in (1, 2, 3) or (day.month, day.day) in {(12, 24), (1, 6), (12, 6), (1, 1), (5, 1)}:
        day += timedelta(days=1)
    return f"{day:%Y-%m-%d}T09:00"


Remind = Callable[..., Ran]


@pytest.fixture
def remind(filled: Run) -> Remind:
    return lambda at, *more: filled("remind", "--at", at, *more)


def test_a_line_of_json_a_message_with_the_keys_that_scripts_rely_on(remind: Remind) -> None:
    ran = remind(some_working_day(30), "--dry-run", "--json")
    assert ran.code == 0
    assert ran.objects
    for line in ran.objects:
        assert list(line) == ["to", "key", "reason", "items"]
        assert line["to"].startswith("slack:U0")
        assert line["reason"]
        for item in line["items"]:
            assert list(item) == ["channel", "step", "n"]
            assert item["step"] in ("maintainer", "responsible", "ict_secretary")
            assert item["n"] in (1, 2, 3)
    assert any(line["items"] for line in ran.objects)


def test_a_dry_run_in_words_explains_each_message_and_each_silence(remind: Remind) -> None:
    said = remind(some_working_day(30), "--dry-run").out
    assert "channels to ask about" in said
    assert "silence: " in said
    assert "silence: liikunta-youtube: the channel is retired" in said
    assert "they are told as a maintainer" in said


def test_what_is_sent_once_is_not_sent_again(remind: Remind) -> None:
    at = some_working_day(30)
    first = remind(at, "--json")
    assert first.objects
    assert "no surface is set up" in first.err
    again = remind(at, "--json")
    assert (again.code, again.out) == (0, "")
    assert "they have had today's message" in remind(at, "--dry-run").out or "told" in remind(at, "--dry-run").out


def test_in_the_first_two_weeks_there_is_one_preview_for_the_ict_secretary(remind: Remind) -> None:
    lines = remind(some_working_day(1), "--dry-run", "--json").objects
    assert {line["to"] for line in lines} == {"slack:U0ICT0001"}
    assert all("preview" in line["reason"] or "digest" in line["reason"] for line in lines)


@pytest.mark.parametrize("at", ["2099-12-24T09:00", "2099-11-08T09:00", "2099-11-11T17:00", "2099-11-11T08:30"])
def test_outside_working_time_nothing_is_due_and_the_reason_is_said(remind: Remind, at: str) -> None:
    assert remind(at, "--dry-run", "--json").out == ""
    (line,) = remind(at, "--dry-run").out.splitlines()
    assert line.startswith("silence: ")


def test_a_time_with_an_offset_is_that_moment(remind: Remind) -> None:
    assert "outside working hours" in remind("2099-11-11T15:00+00:00", "--dry-run").out


@pytest.mark.parametrize("at", ["tomorrow", "2026-13-01", "9:00"])
def test_a_time_that_is_none_is_refused(remind: Remind, at: str) -> None:
    assert remind(at).refuses("--at", "2026-11-30T09:00")
