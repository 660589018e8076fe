"""The register's files on the command line."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli import main
from tests.integration.running import Run
from tests.support.bot_in_memory import REGISTER
from tests.unit.lists.support import HEADERS, LIBRARY, MUNICIPAL_LIST, YOUTH, changed, csv_file, xlsx_file


@dataclass
class Shell:
    """A command line with a register of its own."""

    capture: pytest.CaptureFixture[str]

    def run(self, *arguments: object) -> tuple[int, list[str], list[str]]:
        """The exit code, and the lines on standard output and standard error."""
        code = main(["register", *map(str, arguments)])
        printed = self.capture.readouterr()
        return code, printed.out.splitlines(), printed.err.splitlines()

    def history(self) -> int:
        """How many changes there were."""
        return len(self.run("history", "--json")[1])


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    for name in [*os.environ]:
        if name.startswith("SOME_") and not name.startswith("SOME_TEST_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("SOME_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setattr("bot.cli.set_up_logging", lambda level: None)  # pytest's own handlers stay
    return Shell(capsys)


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "json"])
def test_an_export_goes_into_an_empty_register_and_then_changes_nothing(
    suffix: str, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.run("import", REGISTER)
    before = shell.run("list", "--json")
    file = tmp_path / f"vienti.{suffix}"
    assert shell.run("export", file) == (0, [], [])
    assert shell.run("import", file) == (0, ["added 0, changed 0, unchanged 7"], [])
    assert shell.history() == 1

    monkeypatch.setenv("SOME_DATA_DIR", str(tmp_path / "other"))
    assert shell.run("import", file)[1][-1] == "added 7, changed 0, unchanged 0"
    assert shell.run("list", "--json") == before


@pytest.mark.parametrize("make", [csv_file, xlsx_file])
def test_a_dry_run_prints_what_the_import_then_does(make: type, shell: Shell, tmp_path: Path) -> None:
    shell.run("import", csv_file(tmp_path, MUNICIPAL_LIST))
    rows = changed([[*HEADERS, "Huomautus"], [*LIBRARY, "kysy"], YOUTH], 2, "Päätös pvm", "1.12.2026")
    rows.append(["TikTok", "Nuorten TikTok", "https://www.tiktok.com/@nuoret", "uusi@kunta.example", *YOUTH[4:]])
    file = make(tmp_path, rows)

    code, preview, _ = shell.run("import", file, "--dry-run")

    place = " (H1)" if make is xlsx_file else ""
    assert code == 0
    assert preview == [
        "add nuoriso-tiktok",
        "change kirjasto-instagram",
        "  decision_on: 2026-11-03 -> 2026-12-01",
        "add person uusi@kunta.example",
        f'not read: column "Huomautus"{place}',
        "added 1, changed 1, unchanged 1",
    ]
    assert shell.history() == 1
    assert shell.run("import", file) == (0, preview, [])
    assert shell.history() == 2


def test_a_dry_run_on_a_new_machine_leaves_nothing_behind(shell: Shell, tmp_path: Path) -> None:
    assert shell.run("import", csv_file(tmp_path, MUNICIPAL_LIST), "--dry-run")[1][-1].startswith("added 2,")
    assert shell.run("list")[0] == 1


@pytest.mark.parametrize("dry", [[], ["--dry-run"]])
def test_each_bad_row_is_a_line_on_standard_error_and_nothing_is_imported(
    dry: list[str], shell: Shell, tmp_path: Path
) -> None:
    rows = changed(changed(MUNICIPAL_LIST, 4, "Osoite", "insta"), 6, "Päätös pvm", "marraskuu 2026")
    code, out, problems = shell.run("import", xlsx_file(tmp_path, rows, merged="A1:G1"), *dry)
    assert (code, out) == (2, [])
    assert [line.split(": ")[0] for line in problems] == [
        'line 4, column "Osoite" (C4)',
        'line 6, column "Päätös pvm" (G6)',
    ]
    assert shell.run("list")[0] == 1


def test_a_wrong_file_is_one_line_and_exit_code_2(shell: Shell, tmp_path: Path) -> None:
    for name, content in (("a.xlsx", b"hei"), ("a.csv", b"\0\1\2"), ("b.csv", b""), ("a.txt", b"x"), ("a.json", b"{")):
        (tmp_path / name).write_bytes(content)
        code, out, problems = shell.run("import", tmp_path / name)
        assert (code, out, len(problems)) == (2, [], 1)
        assert name in problems[0]


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
@pytest.mark.shared
def test_the_shared_register_goes_there_and_back(suffix: str, shell: Shell, shared: Path, tmp_path: Path) -> None:
    fixture = shared / "eval" / "register-fixture.json"
    shell.run("import", fixture)
    file = tmp_path / f"vienti.{suffix}"
    shell.run("export", file)
    count = len(json.loads(fixture.read_text(encoding="utf-8"))["channels"])
    assert shell.run("import", file)[1] == [f"added 0, changed 0, unchanged {count}"]


def test_the_folder_of_the_register_is_for_the_bots_user_alone(filled: Run, data: Path) -> None:
    assert data.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o077 for path in data.rglob("*")} == {0}
