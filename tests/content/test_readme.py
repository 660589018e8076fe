"""What README promises is there, and what there is stands in it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator

import pytest

from bot.cli import main
from bot.settings import setting_names
from bot.understanding.commands import Intent
from tests.conftest import ROOT
from tests.support.bot_in_memory import NOON, make_bot

README = (ROOT / "README.md").read_text(encoding="utf-8")
SAMPLE_REGISTER = ROOT / "bot" / "surfaces" / "console" / "sample_register.json"
DESIGNED = {
    *(
        "serve",
        "ask",
        "say",
        "evaluate",
        "register",
        "people",
        "remind",
        "report",
        "watch",
        "knowledge",
        "manifest",
        "doctor",
        "backup",
        "restore",
        "store",
    ),
}
"""Names that people outside rely on; those that do not exist yet must not be in the help."""

Capture = pytest.CaptureFixture[str]


def section(title: str) -> str:
    """The text under a heading of README."""
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", README, re.DOTALL | re.MULTILINE)
    assert found, f"README has no section {title!r}"
    return found[1]


def rows(title: str) -> list[list[str]]:
    """The cells of a section's table, without its head."""
    lines = [line for line in section(title).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def help_of(capsys: Capture, *command: str) -> str:
    with pytest.raises(SystemExit) as leaving:
        main([*command, "--help"])
    assert leaving.value.code == 0
    return capsys.readouterr().out


def commands_in_help(capsys: Capture, *group: str) -> Iterator[tuple[str, ...]]:
    """Each command that can be run, with its group."""
    names = re.findall(r"^    (\w+)(?:\s|$)", help_of(capsys, *group), re.MULTILINE)
    if not names:
        yield group
    for name in names:
        yield from commands_in_help(capsys, *group, name)


def commands_in_readme() -> dict[tuple[str, ...], str]:
    """Each command of the table, and how it is written there; an option beside several commands holds for all."""
    found: dict[tuple[str, ...], str] = {}
    for cell, *_ in rows("On the command line"):
        spans = re.findall(r"`([^`]+)`", cell)
        shared = " ".join(span for span in spans if span.startswith("["))
        for span in spans:
            if not span.startswith("["):
                words = re.match(r"[a-z]+(?: [a-z]+)*", span)
                assert words, f"no command: {span}"
                found[tuple(words[0].split())] = f"{span} {shared}"
    return found


def test_readme_has_the_commands_that_exist_and_no_others(capsys: Capture) -> None:
    assert set(commands_in_readme()) == set(commands_in_help(capsys))


def test_readme_has_each_commands_options_and_arguments(capsys: Capture) -> None:
    for command, written in commands_in_readme().items():
        usage = help_of(capsys, *command)
        options = set(re.findall(r"--[a-z-]+", usage)) - {"--help"}
        assert set(re.findall(r"--[a-z-]+", written)) == options, command
        arguments = set(re.findall(r"\b[A-Z]{2,}\b", usage.split("\n\n")[0]))
        assert set(re.findall(r"\b[A-Z]{2,}\b", written)) == arguments, command


def test_readme_has_each_setting_and_no_others() -> None:
    written = [name for cell, *_ in rows("Settings") for name in re.findall(r"`([A-Z_]+)`", cell)]
    assert len(written) == len(set(written))
    assert set(written) == setting_names()


def test_the_help_lists_each_command_in_a_line_of_words_and_nothing_that_is_not_there(capsys: Capture) -> None:
    listed = {command[0] for command in commands_in_help(capsys)}
    assert listed <= DESIGNED
    assert {"serve", "ask", "say", "evaluate", "register", "knowledge"} <= listed
    for name in {*(DESIGNED - listed), "nonsense", ""}:
        with pytest.raises(SystemExit) as leaving:
            main([name])
        assert leaving.value.code == 2
        printed = capsys.readouterr()
        assert printed.out == ""
        assert f"'{name}'" in printed.err.splitlines()[-1]


def test_without_a_command_the_use_is_said(capsys: Capture) -> None:
    for arguments in ([], ["register"], ["knowledge"], ["evaluate"]):
        with pytest.raises(SystemExit) as leaving:
            main(arguments)
        assert leaving.value.code == 2
        assert "required" in capsys.readouterr().err


def test_make_runs_and_tests() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"run", "test", "setup", "lint", "bench"} <= targets
    assert set(re.findall(r"(?:`|^    )make ([a-z]+)", README, re.MULTILINE)) <= targets
    assert re.search(r"^    make run$", section("Try it"), re.MULTILINE)


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
def test_who_tries_the_bot_out_installs_no_tool_of_those_who_work_on_it_and_is_told_how_long_it_takes() -> None:
    make = [str(shutil.which("make")), "--dry-run", "--always-make", "run"]
    recipe = subprocess.run(make, cwd=ROOT, capture_output=True, text=True, check=True).stdout  # noqa: S603  # our own
    assert "requirements.txt" in recipe
    assert "requirements-dev.txt" not in recipe
    assert "minute" in recipe


def test_what_readme_links_to_is_there() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)", README) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


async def test_what_readme_says_to_type_is_understood() -> None:
    bot = await make_bot(register=SAMPLE_REGISTER)
    typed = [re.sub("^`|`$", "", row[1]) for row in rows("Try it")]
    assert len(typed) >= 6
    read = {text: (await bot.application.conversation.understand(text, NOON.date())).intent for text in typed}
    assert list(read.values()) == [
        Intent.OWNER,
        Intent.ASK,
        Intent.READ,
        Intent.ASK,
        Intent.UPDATED,
        Intent.AWAY,
        Intent.REGISTER,
    ], read


async def test_the_three_channels_that_readme_promises_are_shown() -> None:
    bot = await make_bot(register=SAMPLE_REGISTER)
    outcome = await bot.said("slack:U0STAFF01", "kuka hoitaa instagramia")
    assert outcome.understood is not None
    assert len(outcome.understood.channels) == 3
