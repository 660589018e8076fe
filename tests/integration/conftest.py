"""Where stores and backups keep their files; commands as they are typed; a Slack, and a bot that works in it."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.app import bootstrap
from bot.cli import main
from bot.domain.guideline import Guideline
from bot.knowledge.search.search import Search
from tests.fake_slack.server import FakeSlack, fake_slack
from tests.fake_slack.serving import Serving, import_register, serving
from tests.integration.running import Ran, Run
from tests.support.bot_in_memory import REGISTER

_SEARCHES: list[tuple[Guideline, Search]] = []


def _search_in(guideline: Guideline) -> Search:
    for known, search in _SEARCHES:
        if known == guideline:
            return search
    _SEARCHES.append((guideline, Search(guideline)))
    return _SEARCHES[-1][1]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "backup.zip"


@pytest.fixture
def untouched_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The register's folder; the settings are the defaults otherwise, and no ``.env`` of a developer is read."""
    for name in [*os.environ]:
        if name in ("HOST", "PORT") or (name.startswith("SOME_") and not name.startswith("SOME_TEST_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("SOME_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setattr("bot.cli.set_up_logging", lambda level: None)  # pytest's own handlers stay
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


@pytest.fixture
def run(untouched_settings: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command, as if in a process of its own, but that what was learnt of a guideline is not learnt again."""
    monkeypatch.setattr(bootstrap, "Search", _search_in)

    def run(*arguments: object) -> Ran:
        code: int | str | None
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as leaving:  # argparse
            code = leaving.code
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return run


@pytest.fixture
def filled(run: Run) -> Run:
    """Commands on a register with the test channels in it."""
    assert run("register", "import", REGISTER).code == 0
    return run


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the small register in it; each bot gets a copy."""
    return import_register(tmp_path_factory.mktemp("register"))


@pytest_asyncio.fixture(loop_scope="module")
async def slack() -> AsyncIterator[FakeSlack]:
    """A workspace in which nothing went wrong but what was ordered: whatever Slack would refuse fails the test."""
    async with fake_slack() as slack:
        yield slack
        assert slack.problems == []


@pytest_asyncio.fixture(loop_scope="module")
async def own_bot(slack: FakeSlack, imported: Path, tmp_path: Path) -> AsyncIterator[Serving]:
    """A bot for one test, which may stop it, or change what all the others rely on."""
    async with serving(tmp_path, slack, data=imported) as bot:
        yield bot


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def running_bot(imported: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Serving]:
    async with fake_slack() as slack, serving(tmp_path_factory.mktemp("bot"), slack, data=imported) as bot:
        yield bot


@pytest_asyncio.fixture(loop_scope="module")
async def bot(running_bot: Serving) -> AsyncIterator[Serving]:
    """A bot for all the tests of a file, in a workspace that behaves again after each."""
    yield running_bot
    running_bot.slack.behave()
    problems = list(running_bot.slack.problems)
    running_bot.slack.problems.clear()
    assert problems == []
    assert await running_bot.is_alive()
