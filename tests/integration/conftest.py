"""Where the tests of stores and backups keep their files; commands as they are typed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.cli import main
from tests.bot_in_memory import REGISTER
from tests.integration.running import Ran, Run


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
def run(untouched_settings: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command."""

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
