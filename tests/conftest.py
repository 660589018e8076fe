"""What many tests need: the outside that may be missing, and a disk that fails."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from bot.knowledge.search.learning.kept import keep_in
from tests.support.failing_disk import Disk

# No test is timed: how long an example takes depends on what else the machine does.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "build" / "cache" / "somebot"
"""Where tests, and the programs that they start, keep what is learnt from the content: hundreds of them need it."""
SHARED = ROOT.parent / "shared"
"""The evaluation sets, which stand beside the project where it is developed."""

os.environ["XDG_CACHE_HOME"] = str(KEPT.parent)
keep_in(KEPT)

LONG = ("_killed.py", "test_simulation.py", "/playground/", "/local_slack/", "/browser/")
"""What is in the path of tests that take long: they come first, so that no worker is left alone with one at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what takes long before the rest."""
    items.sort(key=lambda item: not any(part in item.path.as_posix() for part in LONG))


def missing(what: str, why: str) -> None:
    """Skip the test for lack of ``what``, or fail where SOME_TEST_REQUIRE says that it must not be skipped."""
    if what in os.environ.get("SOME_TEST_REQUIRE", "").split(","):
        pytest.fail(f"{what} is required here: {why}")
    pytest.skip(f"needs {what}: {why}")


@pytest.fixture
def shared() -> Path:
    """The folder of evaluation sets, which stands beside the project where it is developed."""
    if not (SHARED / "eval").is_dir():
        missing("shared", "the evaluation sets are not part of the project")
    return SHARED


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium to drive."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        missing("chromium", "install the package chromium to run the browser tests")
    return str(path)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    """The machine's disk, which records what is asked of it and fails where a test says so."""
    with monkeypatch.context() as patch:
        yield Disk(patch)
