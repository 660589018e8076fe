"""The commands that look after the store, as they are typed."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from bot.cli import main
from tests.support.bot_in_memory import REGISTER
from tests.support.documents import commit, errand, opened


def run(folder: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setenv("SOME_DATA_DIR", str(folder))
    return main(arguments, lock_timeout=0)


def test_backup_and_restore_say_in_figures_what_they_did(
    data: Path, file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, monkeypatch, "backup", str(file)) == 1
    assert "there is nothing to back up" in capsys.readouterr().err
    assert run(data, monkeypatch, "register", "import", str(REGISTER)) == 0
    assert run(data, monkeypatch, "backup", str(file)) == 0
    assert run(data, monkeypatch, "backup", str(file)) == 2
    assert run(data, monkeypatch, "restore", str(file)) == 0
    assert run(data, monkeypatch, "restore", str(REGISTER)) == 2

    output, errors = capsys.readouterr()
    lines = output.splitlines()[-3:]
    assert [line.split(",")[0] for line in lines] == [
        "backed up 7 channels",
        "restored 7 channels",
        "replaced 7 channels",
    ]
    assert lines[0].endswith(f"(number 1) to {file}")
    assert f"kept in {data}" in lines[2]
    assert [line.partition(": ")[0] for line in errors.splitlines()] == [str(file), str(REGISTER)]


async def test_a_backup_counts_what_is_in_the_other_stores_as_well(
    data: Path, file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async with opened(data / "kept") as store:
        await commit(store, errand("a"), errand("b"))

    assert await asyncio.to_thread(run, data, monkeypatch, "backup", str(file)) == 0
    assert capsys.readouterr().out == f"backed up 0 channels, 2 in the work to {file}\n"


def test_the_history_is_printed_for_people_and_as_json(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, monkeypatch, "register", "history") == 1
    assert run(data, monkeypatch, "register", "import", str(REGISTER)) == 0
    say = ("say", "päivitin kirjaston facebookin eilen", "--as", "slack:U0LIB0001")
    assert run(data, monkeypatch, *say) == 0
    capsys.readouterr()

    assert run(data, monkeypatch, "register", "history") == 0
    imported, updated = capsys.readouterr().out.splitlines()
    assert "import    operator" in imported
    assert imported.endswith("; and 2 more")
    assert updated.endswith("updated   slack:U0LIB0001         kirjasto-facebook: evidence")

    assert run(data, monkeypatch, "register", "history", "kirjasto-facebook", "--json") == 0
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (first["before"], first["what"], second["what"]) == ({}, "import", "updated")
    assert second["by"] == "slack:U0LIB0001"
    assert second["before"]["kirjasto-facebook"] == first["after"]["kirjasto-facebook"]

    assert run(data, monkeypatch, "register", "history", "no-such-channel") == 1
    assert "no history of no-such-channel" in capsys.readouterr().err
