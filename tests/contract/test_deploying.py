"""What the bot is deployed with, as far as can be told without an engine for containers or a running systemd."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import setting_names
from tests.bench.starting import free_port, wait_until_ready
from tests.conftest import ROOT

CONTAINERFILE = (ROOT / "Containerfile").read_text(encoding="utf-8")
UNIT = ROOT / "deploy" / "somebot.service"
OF_PYTHON = {"PATH", "PYTHONDONTWRITEBYTECODE", "PYTHONUTF8"}
OF_COMPOSE = {"POSTGRES_PASSWORD"}
"""What compose itself reads from ``.env``."""
MOST_EXPOSED = 2.0
"""Of systemd's own figure for a unit, from 0 for safe to 10 for exposed."""
SERVICE_KEYS = {
    *("build", "image", "init", "user", "restart", "stop_grace_period", "shm_size", "read_only", "tmpfs", "cap_drop"),
    *("security_opt", "mem_limit", "pids_limit", "env_file", "environment", "ports", "volumes", "networks"),
    *("depends_on", "healthcheck", "logging"),
}
"""Those of the compose specification that are used here: a misspelt one would be refused, or passed over."""


def instructions() -> list[tuple[str, str]]:
    """The lines of the Containerfile: the word, and what follows, with continued lines joined."""
    lines = [line for line in CONTAINERFILE.splitlines() if line and not line.startswith("#")]
    joined = re.sub(r"\\\n\s*", "", "\n".join(lines)).splitlines()
    return [(word, rest) for word, _, rest in (line.partition(" ") for line in joined)]


def of(word: str) -> list[str]:
    """What follows each ``word`` in the Containerfile."""
    return [rest for each, rest in instructions() if each == word]


def compose() -> dict[str, Any]:
    """What compose reads."""
    read = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
    assert isinstance(read, dict)
    return read


def unit() -> list[tuple[str, str]]:
    """The assignments of the unit."""
    lines = UNIT.read_text(encoding="utf-8").splitlines()
    return [
        (name, value) for name, equals, value in (line.partition("=") for line in lines) if equals and name.isalpha()
    ]


def health_check() -> list[str]:
    """The command with which the image asks whether the bot is alive."""
    _, _, command = of("HEALTHCHECK")[0].partition("CMD ")
    read = json.loads(command)
    assert isinstance(read, list)
    return read


def test_what_is_copied_into_the_image_is_there_and_is_not_kept_out() -> None:
    copied = [name for rest in of("COPY") if "--from" not in rest for name in rest.split()[:-1]]
    assert {"bot", "knowledge", "requirements.txt"} <= set(copied)
    assert [name for name in copied if not (ROOT / name).exists()] == []
    rules = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    let_in = [rule[1:] for rule in rules if rule.startswith("!")]
    assert "*" in rules
    assert [name for name in copied if not any(Path(name).match(rule) for rule in let_in)] == []


def test_both_files_that_the_image_installs_from_are_copied_with_those_that_they_include() -> None:
    copied = set(" ".join(of("COPY")).split())
    wanted = set(re.findall(r"--requirement \S*/(requirements\S*\.txt)", " ".join(of("RUN"))))
    included = {
        name for one in wanted for name in re.findall(r"^-r (\S+)", (ROOT / one).read_text(encoding="utf-8"), re.M)
    }
    assert wanted
    assert wanted | included <= copied


def test_the_image_comes_from_nowhere_but_the_plain_name_and_runs_as_an_ordinary_user_with_a_fixed_number() -> None:
    assert {rest.split()[0] for rest in of("FROM")} == {"python:3.11-slim"}
    (user,) = of("USER")
    assert re.fullmatch(r"([1-9]\d{3,}):\1", user)
    assert f"--uid {user.split(':')[0]} " in " ".join(of("RUN"))
    words = [word for word, _ in instructions()]
    assert words.index("USER") > max(number for number, word in enumerate(words) if word in {"RUN", "COPY"})
    assert of("VOLUME") == ["/data"]


def set_here() -> Iterator[tuple[str, str]]:
    """Each name that is set for the bot in the environment, and where."""
    for rest in of("ENV"):
        yield from (("Containerfile", name) for name in re.findall(r"(\w+)=", rest))
    yield from (("compose.yaml", name) for name in compose()["services"]["bot"]["environment"])
    yield from (("somebot.service", value.partition("=")[0]) for name, value in unit() if name == "Environment")


def test_what_is_set_for_the_bot_are_settings_that_it_has() -> None:
    found = list(set_here())
    assert {where for where, _ in found} == {"Containerfile", "compose.yaml", "somebot.service"}
    assert [one for one in found if one[1] not in setting_names() | OF_PYTHON] == []
    asked_for = set(re.findall(r"\$\{(\w+)", (ROOT / "compose.yaml").read_text(encoding="utf-8")))
    assert asked_for <= setting_names() | OF_COMPOSE


def test_the_services_are_in_the_shape_that_compose_wants_and_what_they_name_is_declared() -> None:
    read = compose()
    assert set(read) <= {"name", "services", "volumes", "networks"}
    for name, service in read["services"].items():
        assert set(service) <= SERVICE_KEYS, name
        mounted = {one.split(":")[0] for one in service["volumes"]}
        assert mounted <= set(read["volumes"]), name
        assert set(service["networks"]) <= set(read["networks"]), name
        assert set(service.get("depends_on", {})) <= set(read["services"]), name


def test_each_service_may_do_as_little_as_it_can_do_with() -> None:
    for name, service in compose()["services"].items():
        assert service["read_only"] is True, name
        assert service["cap_drop"] == ["ALL"], name
        assert service["security_opt"] == ["no-new-privileges:true"], name
        assert "/tmp" in service["tmpfs"], name  # noqa: S108 - in the container
        assert service["mem_limit"], name


def test_only_the_machine_itself_reaches_the_bot_and_only_the_bot_the_database() -> None:
    services = compose()["services"]
    assert all(port.startswith("127.0.0.1:") for port in services["bot"]["ports"])
    assert "ports" not in services["database"]
    assert [compose()["networks"][name]["internal"] for name in services["database"]["networks"]] == [True]


def test_no_secret_is_written_into_what_is_deployed() -> None:
    for path in (ROOT / "Containerfile", ROOT / "compose.yaml", UNIT):
        text = path.read_text(encoding="utf-8")
        assert re.findall(r"(?:TOKEN|SECRET|PASSWORD|KEY)\s*[:=](?!\?)\s*(?!\$\{)\S+", text) == [], path.name


def test_the_health_check_tells_a_bot_that_runs_from_one_that_does_not(tmp_path: Path) -> None:
    python, *arguments = health_check()
    assert python == "python"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PORT": str(free_port()), "SOME_DATA_DIR": str(tmp_path)}

    def asked() -> int:
        command = [sys.executable, *arguments]
        return subprocess.run(command, env=environment, capture_output=True, timeout=30, check=False).returncode  # noqa: S603

    assert asked() != 0
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "serve", "--console"], cwd=tmp_path, env=environment, stdout=log, stderr=log
        )
    try:
        wait_until_ready(int(environment["PORT"]))
        assert asked() == 0
    finally:
        process.kill()
        process.wait()


def analyze(*arguments: str) -> subprocess.CompletedProcess[str]:
    """What systemd says of a unit. Machines without it are common, and no reason to fail."""
    command = shutil.which("systemd-analyze")
    if command is None:
        pytest.skip("this machine has no systemd-analyze")
    return subprocess.run([command, *arguments], capture_output=True, encoding="utf-8", timeout=60, check=False)  # noqa: S603


def test_systemd_knows_all_that_is_in_the_unit(tmp_path: Path) -> None:
    there = tmp_path / UNIT.name
    # The program is not installed here: one that is takes its place.
    text = UNIT.read_text(encoding="utf-8").replace("/opt/somebot/.venv/bin/python", sys.executable)
    there.write_text(text, encoding="utf-8")
    said = analyze("verify", "--man=no", str(there))
    assert [line for line in said.stderr.splitlines() if UNIT.name in line] == []


def test_systemd_finds_the_unit_well_closed() -> None:
    said = analyze("security", "--offline=true", "--no-pager", str(UNIT))
    if "unrecognized option" in said.stderr:
        pytest.skip("this machine's systemd is too old to look at a unit that is not installed")
    found = re.search(r"Overall exposure level for \S+: ([\d.]+)", said.stdout)
    assert found, said.stderr
    assert float(found[1]) <= MOST_EXPOSED


def test_the_unit_keeps_its_files_where_it_says_and_is_started_again_when_it_fails() -> None:
    has = dict(unit())
    assert ("Environment", f"SOME_DATA_DIR=/var/lib/{has['StateDirectory']}") in unit()
    assert (has["User"], has["Restart"], has["ProtectSystem"], has["NoNewPrivileges"]) == (
        "somebot",
        "on-failure",
        "strict",
        "yes",
    )
    assert has["ExecStart"].endswith("python -m bot serve")
