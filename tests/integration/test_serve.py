"""The bot as a process: started, asked over loopback, told to stop; and what stops it from starting."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import pytest

from bot.app.bootstrap import KEPT
from bot.cli import main
from bot.domain.evidence import EvidenceKind
from bot.errors import StoreError
from bot.storage.embedded.stores import EmbeddedStores
from tests.bench.starting import free_port, wait_until_ready
from tests.conftest import ROOT

SECRET = "kryptoniittiparsakaali"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """Only what the test sets: nothing of a developer's shell, and no ``.env``, as the process starts in ``folder``."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SOME_")}
    return {**kept, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "SOME_DATA_DIR": str(folder / "data"), **settings}


def run(folder: Path, *arguments: str, **settings: str) -> tuple[int, str, list[str]]:
    """The exit code of ``python -m bot``, its standard output, and the lines of its standard error."""
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env=environment(folder, **settings),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr.splitlines()


@dataclass
class Serving:
    """``serve --console`` while it runs, and what it has logged."""

    process: subprocess.Popen[bytes]
    port: int
    folder: Path

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text(encoding="utf-8")

    def request(
        self, method: str, path: str, fields: dict[str, str] | None = None, host: str | None = None
    ) -> tuple[int, str, str]:
        """Status, ``Location`` and body of the answer."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {**FORM, "Host": host or f"127.0.0.1:{self.port}"}
        connection.request(method, path, urlencode(fields or {}) if method == "POST" else None, headers)
        response = connection.getresponse()
        body = response.read().decode()
        connection.close()
        return response.status, response.getheader("Location") or "", body

    def post(self, path: str, **fields: str) -> tuple[int, str, str]:
        """What a browser would send: with the token of the page."""
        token = re.search(r'name="token" value="([^"]+)"', self.request("GET", "/console/")[2])
        assert token is not None
        return self.request("POST", path, {"token": token[1], **fields})

    def stop(self) -> int:
        self.process.terminate()
        return self.process.wait(timeout=20)


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    port = free_port()
    with (tmp_path / "log").open("wb") as log, (tmp_path / "out").open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "bot", "serve", "--console"],
            cwd=tmp_path,
            env=environment(tmp_path, PORT=str(port)),
            stdout=out,
            stderr=log,
        )
    try:
        wait_until_ready(port)
        yield Serving(process, port, tmp_path)
    finally:
        process.kill()
        process.wait()


def test_it_is_alive_and_ready_and_the_root_leads_to_the_console(serving: Serving) -> None:
    assert serving.request("GET", "/healthz")[0] == 200
    assert serving.request("GET", "/readyz")[0] == 200
    assert serving.request("GET", "/")[:2] == (302, "/console/")
    assert "<form" in serving.request("GET", "/console/")[2]


def test_another_host_and_a_post_without_its_token_are_refused(serving: Serving) -> None:
    for path in ("/", "/console/"):
        status, _, body = serving.request("GET", path, host=f"evil.example:{serving.port}")
        assert status == 421
        assert "<form" not in body
    status, _, _ = serving.request("POST", "/console/say?as=staff", {"text": SECRET})
    assert status == 403
    assert SECRET not in serving.request("GET", "/console/?as=staff")[2]


def test_what_is_typed_is_on_the_page_and_never_in_the_log(serving: Serving) -> None:
    for persona, text in (
        ("staff", f"kuka hoitaa {SECRET}"),
        ("staff", f"saako {SECRET} käyttää työajalla somea"),
        ("staff", f"onko https://www.instagram.com/{SECRET} meidän"),
        ("maintainer", f"päivitin {SECRET} eilen"),
        ("ict-secretary", f"rekisteröi https://www.instagram.com/{SECRET}"),
    ):
        assert serving.post(f"/console/say?as={persona}", text=text)[0] == 303
        assert SECRET in serving.request("GET", f"/console/?as={persona}")[2]
    for path, fields in {
        "/console/press?as=staff": {"entry": SECRET, "action": SECRET},
        "/console/form?as=staff": {"entry": SECRET, "form": "register", "f-name": SECRET},
        f"/console/say?as={SECRET}": {"text": SECRET},
        "/console/clock?as=staff": {"at": SECRET},
    }.items():
        serving.post(path, **fields)
    serving.request("POST", "/console/say?as=staff", {"text": SECRET, "token": "wrong"})
    assert serving.stop() == 0
    records = [json.loads(line) for line in serving.log.splitlines()]
    said = [record["message"] for record in records]
    assert (said[0], said[-1]) == ("Ready", "Stopping")
    assert {record["levelname"] for record in records} == {"INFO"}  # nothing went wrong in between
    assert all({"levelname", "message", "at"} <= set(record) for record in records)
    assert SECRET not in serving.log


async def test_told_to_stop_it_ends_well_and_keeps_what_it_had_said(serving: Serving) -> None:
    serving.post("/console/say?as=maintainer", text="päivitin kirjaston facebookin eilen")
    assert "Kiitos!" in serving.request("GET", "/console/?as=maintainer")[2]
    assert serving.stop() == 0
    folder = serving.folder / "data" / "console"
    assert (folder / "kept" / "history.jsonl").read_bytes().endswith(b"\n")
    assert not [path.name for path in folder.rglob("*") if "tmp" in path.name or path.name.startswith(".")]
    stores = await EmbeddedStores.open(folder, kept=KEPT, lock_timeout=0.0)
    history = await stores.kept.history()
    await stores.close()
    assert history[-1].event.what == "updated"
    (channel,) = history[-1].after.values()
    assert EvidenceKind.TOLD in {evidence.kind for evidence in channel.evidence}


def test_a_second_console_on_the_folder_says_who_holds_it(serving: Serving) -> None:
    code, out, lines = run(serving.folder, "serve", "--console", PORT=str(free_port()))
    assert (code, out) == (2, "")
    assert json.loads(lines[0])["message"] == "Waiting for another process"
    assert f"process {serving.process.pid} is writing there" in lines[1]


def test_whoever_starts_it_reads_where_it_is_and_how_it_stops(tmp_path: Path, serving: Serving) -> None:
    assert serving.stop() == 0
    said = (tmp_path / "out").read_text(encoding="utf-8")
    assert f"http://127.0.0.1:{serving.port}/console/" in said
    assert "Ctrl+C" in said
    assert "{" not in said


async def test_nobody_else_writes_in_the_folder_of_a_bot_that_runs(serving: Serving) -> None:
    with pytest.raises(StoreError, match=f"process {serving.process.pid} is writing there"):
        await EmbeddedStores.open(serving.folder / "data" / "console", lock_timeout=0.1)
    assert serving.request("GET", "/readyz")[0] == 200


def test_a_taken_port_is_said_in_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        code, out, lines = run(tmp_path, "serve", "--console", PORT=port)
    assert (code, out, len(lines)) == (2, "", 1)
    assert f"127.0.0.1:{port}" in lines[0]
    assert "PORT" in lines[0]


def test_without_a_surface_it_says_what_to_set(tmp_path: Path) -> None:
    code, out, lines = run(tmp_path, "serve")
    assert (code, out, len(lines)) == (2, "", 1)
    assert "serve --console" in lines[0]
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("host", ["0.0.0.0", "example.org"])  # noqa: S104 - it must be refused
def test_the_console_is_for_this_machine_only(tmp_path: Path, host: str) -> None:
    code, out, lines = run(tmp_path, "serve", "--console", HOST=host)
    assert (code, out, len(lines)) == (2, "", 1)
    assert lines[0].startswith("HOST: ")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HOST", ""),
        ("PORT", "http"),
        ("PORT", "-1"),
        ("PORT", "65536"),
        ("SOME_TIMEZONE", "Europe/Suomussalmi"),
        ("SOME_TIMEZONE", "../../etc/passwd"),
        ("SOME_TIMEZONE", ""),
        ("SOME_LANGUAGE", "de"),
        ("SOME_COMMAND", "some"),
        ("SOME_UPDATE_INTERVAL_DAYS", "0"),
        ("SOME_UPDATE_INTERVAL_DAYS", "kaksi viikkoa"),
        ("SOME_ICT_SECRETARIES", "Keeper"),
        ("SOME_DECIDERS", "slack:U0BOSS001;slack:U0BOSS002"),
    ],
)
def test_a_malformed_setting_is_named_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, value: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(name, value)
    monkeypatch.setattr("bot.cli.set_up_logging", lambda level: None)  # pytest's own handlers stay
    assert main(["register", "list"]) == 2
    printed = capsys.readouterr()
    assert (printed.out, len(printed.err.splitlines())) == ("", 1)
    assert printed.err.startswith(f"{name}: ")


def test_a_settings_file_that_can_not_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"SOME_ICT_SECRETARIES=\xff\xfe\n")
    code, out, lines = run(tmp_path, "register", "list")
    assert (code, out, len(lines)) == (2, "", 1)
    assert ".env" in lines[0]


def test_a_data_folder_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    for command in (("register", "list"), ("say", "moi", "--as", "U0STAFF01"), ("serve", "--console")):
        code, out, lines = run(tmp_path, *command)
        assert (code, out, len(lines)) == (2, "", 1)
        assert str(tmp_path / "data") in lines[0]


def test_all_that_is_wrong_with_the_content_is_said_and_stops_the_start(tmp_path: Path) -> None:
    code, printed, errors = run(tmp_path, "knowledge", "check")
    assert (code, printed.splitlines()[-1], errors) == (0, "0 errors, 0 warnings", [])
    broken = tmp_path / "knowledge"
    shutil.copytree(ROOT / "knowledge" / "suomussalmi", broken)
    (broken / "fi" / "8.md").write_text("---\nid: '8'\n---\n\nTeksti ilman otsikkoa.\n")
    (broken / "fi" / "9.md").write_text("Ei mitään alussa.\n")
    (broken / "sv" / "muistio.txt").write_text("Tätä ei lueta.\n")

    code, out, lines = run(tmp_path, "knowledge", "check", SOME_KNOWLEDGE_DIR=str(broken))
    *findings, last = out.splitlines()
    assert (code, lines, last) == (1, [], "2 errors, 1 warning")
    expected = [f"error: {broken}/fi/8.md:1: ", f"error: {broken}/fi/9.md:1: ", f"warning: {broken}/sv/muistio.txt: "]
    assert [finding.startswith(words) for finding, words in zip(findings, expected, strict=True)] == [True] * 3

    for command in (("ask", "kuka päättää"), ("serve", "--console")):
        code, out, lines = run(tmp_path, *command, SOME_KNOWLEDGE_DIR=str(broken))
        assert (code, out) == (2, "")
        assert [line.startswith(str(broken / "fi")) for line in lines] == [True, True]


def test_a_folder_that_repeats_what_comes_with_the_bot_is_served_and_told_of_once(tmp_path: Path) -> None:
    old = shutil.copytree(ROOT / "knowledge" / "suomussalmi", tmp_path / "knowledge")
    for name in ("platforms.toml", "words.toml"):
        shutil.copy(ROOT / "knowledge" / "common" / name, old)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        code, _, lines = run(tmp_path, "serve", "--console", PORT=port, SOME_KNOWLEDGE_DIR=str(old))
    assert code == 2
    (told,) = [json.loads(line) for line in lines if "knowledge check" in line]
    assert told["files"] == "platforms.toml, words.toml"


def test_answers_as_json_are_alone_on_standard_output(tmp_path: Path) -> None:
    code, out, lines = run(tmp_path, "ask", "kuka päättää uuden kanavan käyttöönotosta 🙂", "--json")
    assert (code, lines) == (0, [])
    assert json.loads(out)["sections"][0] == "3"


def test_a_reader_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "bot", "knowledge", "check"],
        cwd=tmp_path,
        env=environment(tmp_path),
        stdout=writing,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(writing)
    assert done.stderr == b""
