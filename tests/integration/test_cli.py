"""The command line as operators and their scripts use it: what is printed where, and the exit codes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.integration.running import RULE, WEATHER, Run, written
from tests.support.bot_in_memory import REGISTER

GOOD = {"platform": "threads", "name": "A", "unit": "B", "responsible": "U0AAAA", "url": "https://www.threads.net/@a"}


@pytest.mark.parametrize("text", [RULE, WEATHER, "vem får öppna en sida", "???", ""])
def test_an_answer_as_json_has_the_keys_and_types_that_scripts_rely_on(run: Run, text: str) -> None:
    ran = run("ask", text, "--json")
    (answer,) = ran.objects
    assert list(answer) == ["answered", "decision", "lang", "sections", "passages", "confidence", "subjects"]
    assert answer["decision"] in ("answer", "candidates", "not_covered")
    assert answer["answered"] is (answer["decision"] == "answer")
    assert ran.code == (0 if answer["answered"] else 1)
    assert answer["lang"] in ("fi", "sv", "en")
    assert answer["sections"], "always filled, whatever answered says"
    assert all(re.fullmatch(r"\d+", section) for section in answer["sections"])
    assert all(set(passage) == {"id", "title", "text"} and all(passage.values()) for passage in answer["passages"])
    assert 0 <= answer["confidence"] <= 1


def test_an_answer_in_words_cites_its_section(run: Run, data: Path) -> None:
    assert "luku 3" in run("ask", RULE).out
    assert not data.exists(), "to ask makes no folder"
    assert "section 3" in run("ask", "who decides on taking a channel into use").out


def test_the_language_of_an_answer_is_the_questions_or_the_one_asked_for(run: Run) -> None:
    assert run("ask", "vem beslutar om att ta i bruk en ny kanal", "--json").objects[0]["lang"] == "sv"
    finnish, swedish = (run("ask", "Facebook", "--json", "--lang", lang).objects[0] for lang in ("fi", "sv"))
    assert (finnish["lang"], swedish["lang"]) == ("fi", "sv")
    assert finnish["passages"][0]["text"] != swedish["passages"][0]["text"]
    assert run("ask", RULE, "--lang", "de").code == 2


def test_an_outcome_as_json_has_the_keys_that_scripts_rely_on(filled: Run) -> None:
    ran = filled("say", "who owns instagram", "--as", "U0STAFF01", "--json")
    away = filled("say", "olen lomalla 1.7.–31.7., sijainen <@U0LIB0002|x>", "--as", "slack:U0LIB0001", "--json")
    (outcome,) = ran.objects
    assert list(outcome) == list(away.objects[0]) == ["intent", "channels", "args", "outcome"]
    assert (away.objects[0]["intent"], bool(away.objects[0]["args"])) == ("away", True)
    assert outcome["intent"] == "owner"
    assert outcome["channels"] == ["kunta-instagram", "kirjasto-instagram", "nuoriso-instagram"]
    assert isinstance(outcome["args"], dict)
    assert "Hallintojohtaja" in outcome["outcome"]["text"]
    assert ran.code == 0


def test_what_is_said_is_kept_for_the_next_command(run: Run, tmp_path: Path) -> None:
    old = {**GOOD, "maintainers": ["U0LIB0001"], "evidence": [{"kind": "told", "on": "2020-01-01"}]}
    run("register", "import", written(tmp_path, "bom.json", "\ufeff" + json.dumps({"channels": [old]})))
    assert "Kiitos" in run("say", "päivitin threadsin eilen", "--as", "U0LIB0001").out
    (row,) = run("register", "list", "--json").objects
    assert [evidence["on"] > "2020-01-01" for evidence in row["evidence"]] == [True]


def test_the_settings_say_who_keeps_the_register(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOME_ICT_SECRETARIES", "U0ICT0001, boss@example.org")
    kinds = [
        filled("say", "register", "--as", who, "--json").objects[0]["outcome"]["kind"]
        for who in ("U0ICT0001", "boss@example.org", "U0STAFF01")
    ]
    assert kinds == ["form", "form", "message"]


def test_a_person_who_can_not_be_named_so_is_refused(run: Run) -> None:
    assert run("say", "moi", "--as", "Library Keeper").refuses("--as", "Library Keeper")


def test_the_register_is_imported_and_listed_without_what_is_retired(run: Run) -> None:
    assert run("register", "list").code == 1
    assert run("register", "import", REGISTER).out.endswith("\nadded 7, changed 0, unchanged 0\n")
    plain, as_json = run("register", "list"), run("register", "list", "--json")
    assert len(plain.out.splitlines()) == len(as_json.objects) == 6
    assert plain.out.splitlines()[0].startswith(as_json.objects[0]["id"])
    assert all({"id", "platform", "name", "unit", "url", "status"} <= set(row) for row in as_json.objects)
    assert "liikunta-youtube" not in plain.out + as_json.out


def test_an_export_imports_as_it_was(filled: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: Path) -> None:
    exported = tmp_path / "export.json"
    assert filled("register", "export", exported).code == 0
    assert filled("register", "import", exported).out == "added 0, changed 0, unchanged 7\n"
    monkeypatch.setenv("SOME_DATA_DIR", str(data / "another"))
    assert filled("register", "import", exported).out.endswith("\nadded 7, changed 0, unchanged 0\n")
    again = tmp_path / "again.json"
    filled("register", "export", again)
    assert json.loads(again.read_text()) == json.loads(exported.read_text())


BAD_DOCUMENTS: list[tuple[object, list[str]]] = [
    ([GOOD], ["channels"]),
    ({"channels": {}}, ["channels"]),
    ({"channels": [GOOD], "people": None}, ["people"]),
    ({"channels": [None, GOOD, 5]}, ["channel 1: ", "channel 3: "]),
    ({"channels": [GOOD, {}]}, ["channel 2: platform", "channel 2: name", "channel 2: unit", "channel 2: responsible"]),
    ({"channels": [{**GOOD, "platform": "myspace", "url": ""}]}, ["channel 1: platform"]),
    ({"channels": [{**GOOD, "responsible": "Keeper"}]}, ["channel 1: responsible"]),
    ({"channels": [{**GOOD, "url": "threads a"}]}, ["channel 1: url"]),
    ({"channels": [{**GOOD, "decision_on": "eilen"}]}, ["channel 1: decision_on"]),
    ({"channels": [{**GOOD, "update_interval_days": 0}]}, ["channel 1: update_interval_days"]),
    ({"channels": [{**GOOD, "status": "paused"}]}, ["channel 1: pause_to"]),
    ({"channels": [{**GOOD, "colour": "red"}]}, ["channel 1: colour"]),
    ({"channels": [GOOD, {**GOOD, "url": "threads.net/@A/"}]}, ["channel 2: url"]),
    ({"channels": [{**GOOD, "id": "a"}, {**GOOD, "id": "a", "url": ""}]}, ["channel 2: id"]),
    ({"channels": [GOOD], "people": [5, {"id": "x", "email": 5}]}, ["person 1: ", "person 2: email"]),
]


@pytest.mark.parametrize(("document", "named"), BAD_DOCUMENTS)
def test_a_malformed_register_is_refused_row_by_row_and_nothing_of_it_imported(
    run: Run, tmp_path: Path, document: object, named: list[str]
) -> None:
    ran = run("register", "import", written(tmp_path, "bad.json", document))
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == len(named)
    for line, words in zip(ran.err.splitlines(), named, strict=True):
        assert line.startswith(words)
    assert run("register", "list").code == 1


def test_an_address_that_the_register_has_already_is_refused(filled: Run, tmp_path: Path) -> None:
    taken = {**GOOD, "id": "toinen", "platform": "instagram", "url": "http://instagram.com/EsimerkkiKunta"}
    ran = filled("register", "import", written(tmp_path, "taken.json", {"channels": [taken]}))
    assert ran.refuses("channel 1", "url"), ran
    assert len(filled("register", "list").out.splitlines()) == 6


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("register.txt", "{}"),
        ("register", "{}"),
        ("register.json", ""),
        ("register.json", b'{"channels": ["\xff"]}'),
        ("register.json", "[" * 100_000),
        ("register.json", '{"channels": 1' + "0" * 10_000 + "}"),
    ],
    ids=["suffix", "no suffix", "empty", "encoding", "deep", "long number"],
)
def test_a_file_that_is_no_json_document_is_named(run: Run, tmp_path: Path, name: str, content: str | bytes) -> None:
    assert run("register", "import", written(tmp_path, name, content)).refuses(name)


def test_a_file_that_can_not_be_read_or_written_is_named(filled: Run, tmp_path: Path) -> None:
    assert filled("register", "import", tmp_path / "missing.json").refuses("missing.json")
    assert filled("register", "export", tmp_path / "no folder" / "export.json").refuses("export.json")
    assert filled("register", "export", tmp_path / "export.doc").refuses("export.doc", ".json")
    (tmp_path / "folder.json").mkdir()
    assert filled("register", "import", tmp_path / "folder.json").refuses("folder.json")
    assert filled("register", "export", tmp_path / "folder.json").refuses("folder.json")


def test_no_command_at_all_lists_the_commands(run: Run) -> None:
    ran = run()
    assert (ran.code, ran.out) == (2, "")
    assert all(f"    {name}" in ran.err for name in ("serve", "register", "remind", "doctor"))


def test_an_empty_register_is_said_to_be_empty(run: Run, data: Path) -> None:
    for command, code in (("register list", 1), ("remind --dry-run --at 2026-12-01T09:00", 0)):
        ran = run(*command.split())
        assert (ran.code, ran.out) == (code, "")
        assert f"no channels in use in {data}" in ran.err


def test_whoever_plays_somebody_of_the_console_is_told_where_the_console_keeps_its_own(run: Run, data: Path) -> None:
    (data / "console").mkdir(parents=True)
    assert f"SOME_DATA_DIR={data / 'console'}" in run("say", "omat", "--as", "console:maintainer").err
    assert run("say", "omat", "--as", "slack:U0STAFF01").err == ""
