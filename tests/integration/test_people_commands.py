"""``people export`` and ``people erase``, as they are typed."""

from __future__ import annotations

import asyncio
import json
import stat
from pathlib import Path

import pytest

from bot.app.bootstrap import KEPT
from bot.cli import main
from bot.domain.people import Person
from bot.services.questions.documents import COLLECTIONS as QUESTIONS
from bot.storage.embedded.stores import EmbeddedStores
from tests.integration.running import Run
from tests.support.traces import traces
from tests.support.version_1 import copied
from tests.unit.storage.support import kept_files

LIBRARIAN = Person("slack-u0lib0001", "Kirjaston ylläpitäjä 1", identities=("slack:U0LIB0001",))
ICT, HEAD = "slack:U0ICT0001", "slack:U0LIBHEAD"
FORMER_CHANNELS = ("kirjaston instagram", "kirjaston facebook")


@pytest.fixture
def lived(filled: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Commands on a register in which the librarian noted an update, chose a language, and asked something."""
    monkeypatch.setenv("SOME_ICT_SECRETARIES", ICT)
    assert filled("say", "päivitin kirjaston facebookin eilen", "--as", "U0LIB0001").code == 0
    return filled


def give_up(run: Run) -> None:
    """Let the librarian maintain nothing any more."""
    for channel in FORMER_CHANNELS:
        assert run("say", f"muokkaa {channel} poista=U0LIB0001", "--as", ICT).code == 0


def test_the_export_is_one_json_with_reasons_and_terms_and_a_page_beside_it(lived: Run, tmp_path: Path) -> None:
    printed = lived("people", "export", "U0LIB0001")
    document = json.loads(printed.out)
    assert document["person"]["identities"] == ["slack:U0LIB0001"]
    assert {"people", "channels"} <= document["kept"].keys()
    assert all(one["why"] and one["kept"] and one["documents"] for one in document["kept"].values())
    assert [entry["what"] for entry in document["history"]] == ["import", "updated"]
    assert "LIBHEAD" not in printed.out.upper()
    for name, beginning in (("page.html", "<!doctype html>"), ("page.txt", "Kaikki, mitä sinusta")):
        file = tmp_path / name
        assert lived("people", "export", "slack:U0LIB0001", "--to", tmp_path / "data.json", "--page", file).out == ""
        assert file.read_text("utf-8").startswith(beginning)
        assert "Kirjaston Facebook" in file.read_text("utf-8")
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert json.loads((tmp_path / "data.json").read_text("utf-8")) == document
    assert stat.S_IMODE((tmp_path / "data.json").stat().st_mode) == 0o600


def test_what_names_nobody_or_nobody_known_is_said(lived: Run) -> None:
    assert lived("people", "export", "somebody").refuses("somebody", "slack:U0123ABCD")
    for command in ("export", "erase"):
        nobody = lived("people", command, "slack:U0NOBODY1")
        assert (nobody.code, nobody.out) == (1, "")
        assert nobody.err == "nothing is kept of slack:U0NOBODY1\n"
    assert lived("people", "export", "U0LIB0001", "--to", "/nowhere/file").refuses("/nowhere/file")


def test_who_still_keeps_channels_or_has_a_role_is_not_erased_and_no_byte_changes(
    lived: Run, untouched_settings: Path
) -> None:
    before = kept_files(untouched_settings)
    assert lived("people", "erase", "U0LIB0001").refuses("nothing was erased", "kirjasto-facebook", "hand over first")
    assert lived("people", "erase", ICT).refuses("nothing was erased", "SOME_ICT_SECRETARIES")
    assert {name: before[name] for name in before if "history" in name} == {
        name: content for name, content in kept_files(untouched_settings).items() if "history" in name
    }
    assert set(kept_files(untouched_settings)) == set(before)


def test_after_erasing_nothing_is_found_but_in_backups_which_are_named(
    lived: Run, untouched_settings: Path, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    assert lived("backup", tmp_path / "elsewhere" / "old.zip").code == 0
    give_up(lived)
    erased = lived("people", "erase", "slack:U0LIB0001", "--backups", tmp_path / "elsewhere")
    assert erased.code == 1, "a backup still holds the person"
    assert "person-erased-" in erased.out
    assert f"{tmp_path / 'elsewhere' / 'old.zip'}: still holds the person" in erased.out
    assert traces(untouched_settings, LIBRARIAN) == []
    assert lived("backup", tmp_path / "new.zip").code == 0
    assert set(traces(tmp_path, LIBRARIAN)) == {"old.zip: kept/history.jsonl", "old.zip: kept/state.json"}
    assert "person-erased-" in lived("register", "history").out
    again = lived("people", "erase", "slack:U0LIB0001")
    assert (again.code, again.err) == (1, "nothing is kept of slack:U0LIB0001\n")


def test_a_replaced_store_that_holds_the_person_is_named_and_removed_when_it_is_said(
    lived: Run, untouched_settings: Path, tmp_path: Path
) -> None:
    give_up(lived)
    assert lived("backup", tmp_path / "b.zip").code == 0
    assert lived("restore", tmp_path / "b.zip").code == 0
    (tmp_path / "b.zip").unlink()
    erased = lived("people", "erase", "U0LIB0001")
    (replaced,) = untouched_settings.glob("replaced-*")
    assert f"{replaced}: still holds the person" in erased.out
    assert erased.code == 1
    again = lived("people", "erase", "U0LIB0001", "--with-old-files")
    assert (again.code, again.out) == (0, f"{replaced}: removed\n")
    assert traces(untouched_settings, LIBRARIAN) == []


async def test_what_a_migration_has_put_aside_is_removed_with_the_rest(
    run: Run, untouched_settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied(untouched_settings)
    monkeypatch.setenv("SOME_ICT_SECRETARIES", ICT)
    for channel in FORMER_CHANNELS:
        said = ("say", f"muokkaa {channel} poista=U0LIB0001", "--as", ICT)
        assert (await asyncio.to_thread(run, *said)).code == 0
    assert traces(untouched_settings / "version-1", LIBRARIAN)
    erased = await asyncio.to_thread(run, "people", "erase", "U0LIB0001", "--with-old-files")
    assert (erased.code, erased.err) == (0, "")
    assert not (untouched_settings / "version-1").exists()
    assert traces(untouched_settings, LIBRARIAN) == []
    stores = await EmbeddedStores.open(untouched_settings, kept=KEPT, questions=QUESTIONS, lock_timeout=0)
    assert len(await stores.kept.history()) == (await stores.kept.read()).seq
    await stores.close()


def test_a_running_bot_is_waited_for_and_named(lived: Run, untouched_settings: Path) -> None:
    async def beside() -> None:
        stores = await EmbeddedStores.open(untouched_settings, kept=KEPT, questions=QUESTIONS)
        try:
            assert await asyncio.to_thread(main, ["people", "erase", "U0LIB0001"], lock_timeout=0) == 2
        finally:
            await stores.close()

    asyncio.run(beside())
