"""Work is done in a process of its own, and gives the same there."""

from __future__ import annotations

import logging
import os
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot import apart as module
from bot.apart import StoppedError, apart
from bot.domain.language import Language
from bot.knowledge.search.subject_model import SubjectModel


@pytest.fixture(autouse=True)
def _apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_is_apart", False)
    monkeypatch.setattr(module, "_is_ending", False)
    module.work_apart()


def test_it_is_another_process_that_works() -> None:
    assert apart(os.getpid) != os.getpid()


def test_what_is_given_goes_there_and_what_it_gives_comes_back() -> None:
    assert apart(sorted, ["b", "ä", "a"], reverse=True) == ["ä", "b", "a"]


def test_what_the_work_raises_is_raised_here(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING), pytest.raises(ValueError, match="invalid literal"):
        apart(int, "a secret")
    assert "A process of its own could not do its work" in caplog.text
    assert "a secret" not in caplog.text


def test_where_no_process_can_be_started_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    assert apart(os.getpid) == os.getpid()


def test_a_process_that_is_ended_leaves_the_work_to_this_one() -> None:
    assert apart(_end_unless_in, os.getpid()) == "done"


def _end_unless_in(process: int) -> str:
    if os.getpid() != process:
        os._exit(9)
    return "done"


def test_when_the_bot_ends_nobody_waits_for_the_work() -> None:
    with ThreadPoolExecutor() as threads:
        waiting = threads.submit(apart, signal.pause)
        while module._working is None:
            assert not waiting.done()
        module.end_work()
        with pytest.raises(StoppedError):
            waiting.result(timeout=30)
        with pytest.raises(StoppedError):
            apart(os.getpid)


def test_a_process_that_is_stopped_with_the_bot_leaves_nothing_to_do() -> None:
    with pytest.raises(StoppedError):
        apart(signal.raise_signal, signal.SIGTERM)


def test_no_setting_goes_to_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "a secret")
    assert apart(os.getenv, "SLACK_BOT_TOKEN") is None


def test_what_is_learnt_apart_tells_the_same_as_what_is_learnt_here() -> None:
    text = "may I put a picture of a child on the page"
    ours, theirs = (model.classify(text).probabilities for model in (SubjectModel(Language.EN), learnt_apart()))
    assert ours.tolist() == theirs.tolist()


def learnt_apart() -> SubjectModel:
    return apart(SubjectModel, Language.EN)
