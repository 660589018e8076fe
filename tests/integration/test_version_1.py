"""Files of version 1: they become stores of today, at one stroke, with all that is in them."""

from __future__ import annotations

import errno
import json
import shutil
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from bot.app.bootstrap import KEPT
from bot.doctor.disk import left_behind
from bot.domain.reminders.spells import SpellRecord
from bot.errors import StoreError
from bot.services.ports import Change
from bot.services.questions.documents import COLLECTIONS as QUESTIONS
from bot.services.reminders.documents import SPELLS
from bot.storage.backups.backup import back_up
from bot.storage.backups.restore import restore
from bot.storage.embedded.stores import EmbeddedStores
from tests.kills.migrating import kill_in_migration
from tests.support.failing_disk import Disk
from tests.support.version_1 import BACKUP, VERSION_1, copied, held_in, what_it_holds
from tests.unit.storage.support import EVENT, append, kept_files

ASIDE = "version-1"


async def test_the_first_start_that_writes_makes_stores_of_them_and_keeps_the_files(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    data = copied(tmp_path / "data")
    old = kept_files(data)

    held, history = await held_in(data)

    assert held == what_it_holds()
    assert [entry.seq for entry in history] == [1, 2, 3, 4]
    assert [entry.event.what for entry in history] == ["import", "updated", "language", "away"]
    assert history[1].before["kirjasto-facebook"] == history[0].after["kirjasto-facebook"]
    assert history[3].after["kirjasto-facebook"].version == held["channels"]["kirjasto-facebook"]["version"]
    assert kept_files(data / ASIDE) == old
    assert {path.name for path in data.iterdir()} == {"lock", "kept", "questions", "history.jsonl", ASIDE}
    assert [record.__dict__["folder"] for record in caplog.records] == [str(data / ASIDE)]

    after = kept_files(data)
    assert (await held_in(data))[0] == held
    assert kept_files(data) == after, "the second start finds nothing to do"


async def test_what_stands_in_the_place_of_its_history_is_what_version_1_refuses(tmp_path: Path) -> None:
    data = copied(tmp_path / "data")
    await held_in(data)
    # Version 1 reads of a line its schema and the number of its entry, and refuses a schema above 1.
    (line,) = (data / "history.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["schema"] == 2
    assert json.loads(line)["entry"] == {"seq": 1}
    before = (data / "history.jsonl").read_bytes()

    result = await restore(data, BACKUP, EVENT.at)

    assert result.kept_in is not None
    assert "history.jsonl" not in {path.name for path in result.kept_in.iterdir()}
    assert (await held_in(data))[0] == what_it_holds()
    assert (data / "history.jsonl").read_bytes() == before
    assert [finding.mark.value for finding in left_behind(data)] == ["warning"]
    assert list(left_behind(tmp_path)) == []


async def test_the_history_has_no_personal_data_beyond_ids(tmp_path: Path) -> None:
    await held_in(copied(tmp_path / "data"))

    text = (tmp_path / "data" / "kept" / "history.jsonl").read_text("utf-8")
    assert "slack-u0lib0001" in text
    names = [person["display_name"] for person in what_it_holds()["people"].values() if person["display_name"]]
    assert names
    assert not any(name in text for name in names)


async def test_a_reader_reads_them_as_they_are_and_changes_nothing(tmp_path: Path) -> None:
    data = copied(tmp_path / "data")
    old = kept_files(data)

    held, history = await held_in(data, read_only=True)

    assert held == what_it_holds()
    assert len(history) == 4
    assert kept_files(data) == old
    assert {path.name for path in data.iterdir()} == set(old)


async def test_they_are_backed_up_and_a_backup_of_version_1_is_restored(tmp_path: Path) -> None:
    data = copied(tmp_path / "data")
    old = kept_files(data)
    made = await back_up(data, tmp_path / "new.zip", EVENT.at)
    assert kept_files(data) == old

    for number, file in enumerate((tmp_path / "new.zip", BACKUP)):
        result = await restore(tmp_path / f"restored-{number}", file, EVENT.at)
        assert result.now == made
        assert (await held_in(tmp_path / f"restored-{number}"))[0] == what_it_holds()


async def test_a_backup_is_restored_over_files_of_version_1_which_are_kept(tmp_path: Path) -> None:
    data = copied(tmp_path / "data")
    old = kept_files(data)
    append(data / "history.jsonl", b"{}\n{}\n")  # so that no bot would start with them
    damaged = {**old, "history.jsonl": (data / "history.jsonl").read_bytes()}

    result = await restore(data, BACKUP, EVENT.at)

    assert result.before is None
    assert result.kept_in is not None
    assert kept_files(result.kept_in) == damaged
    assert (await held_in(data))[0] == what_it_holds()


async def test_a_backup_of_version_1_from_before_there_were_documents_restores_the_register_and_leaves_the_rest(
    tmp_path: Path,
) -> None:
    file, data = tmp_path / "register.zip", copied(tmp_path / "data")
    with zipfile.ZipFile(BACKUP) as whole, zipfile.ZipFile(file, "w") as part:
        manifest = json.loads(whole.read("manifest.json"))
        kept = {name: manifest["sha256"][name] for name in ("history.jsonl", "register.json")}
        part.writestr("manifest.json", json.dumps({**manifest, "sha256": kept}))
        for name in kept:
            part.writestr(name, whole.read(name))

    await restore(data, file, EVENT.at)
    assert (await held_in(data))[0] == what_it_holds()
    stores = await EmbeddedStores.open(data, kept=KEPT, questions=QUESTIONS, lock_timeout=0)
    newer = SpellRecord("came-later", EVENT.at.date())
    await stores.kept.commit([Change.put(SPELLS, newer.channel, newer)], (await stores.kept.read()).version)
    await stores.close()
    await restore(data, file, EVENT.at)
    assert (await held_in(data))[0] == what_it_holds(), "what speaks of channels that came later is left out"
    append(data / "questions" / "journal.jsonl", b"{}\n{}\n")
    append(data / "kept" / "journal.jsonl", b"{}\n{}\n")
    await restore(data, file, EVENT.at)
    assert (await held_in(data))[0].keys() == {"seq", "channels", "people"}


@pytest.mark.parametrize("name", [path.name for path in (VERSION_1 / "data").iterdir() if path.suffix == ".jsonl"])
async def test_damaged_files_stop_the_start_and_stay_as_they_are(tmp_path: Path, name: str) -> None:
    data = copied(tmp_path / "data")
    append(data / name, b"{}\n{}\n")
    before = kept_files(data)

    for read_only in (False, True):
        with pytest.raises(StoreError, match=rf"{name}, line .*python -m bot restore FILE"):
            await held_in(data, read_only=read_only)
    assert kept_files(data) == before


async def test_documents_that_are_not_what_they_have_to_be_stop_the_start(tmp_path: Path) -> None:
    data = copied(tmp_path / "data")
    work = (data / "work.jsonl").read_bytes()
    (data / "work.jsonl").write_bytes(work.replace(b'"asked":"', b'"asked":"98765432 '))
    before = kept_files(data)

    with pytest.raises(StoreError, match=r"handovers: asked: Input should be") as refused:
        await held_in(data)
    assert "98765432" not in str(refused.value)
    assert kept_files(data) == before


@pytest.mark.parametrize("torn", [b'{"schema":1,"ent', b"\x00\x00"])
async def test_a_torn_last_line_was_never_acknowledged(tmp_path: Path, torn: bytes) -> None:
    data = copied(tmp_path / "data")
    for name in ("history.jsonl", "work.jsonl", "questions.jsonl"):
        append(data / name, torn)

    assert (await held_in(data))[0] == what_it_holds()


async def test_whatever_the_disk_refuses_nothing_is_lost(tmp_path: Path, disk: Disk) -> None:
    await held_in(copied(tmp_path / "whole"))
    calls = list(dict.fromkeys(call for call in disk.calls if call[1] != "lock"))
    assert len(calls) > 10
    for number, call in enumerate(calls):
        data = copied(tmp_path / f"{number}")
        disk.failing[call] = errno.ENOSPC
        with suppress(StoreError):
            await held_in(data)
        disk.failing.clear()
        assert (await held_in(data))[0] == what_it_holds(), call


async def test_what_a_crash_leaves_at_any_moment_holds_all(tmp_path: Path, disk: Disk) -> None:
    data, left = copied(tmp_path / "data"), list[Path]()

    def keep_what_a_crash_would_leave() -> None:
        left.append(tmp_path / f"left-{len(left)}")
        shutil.copytree(data, left[-1])

    disk.before_each = keep_what_a_crash_would_leave
    await held_in(data)
    disk.before_each = lambda: None

    for folder in left:
        assert (await held_in(folder, read_only=True))[0] == what_it_holds()
        assert (await held_in(folder))[0] == what_it_holds()
        assert (folder / ASIDE / "history.jsonl").exists()
    assert len(left) > 30


def test_a_migration_that_is_killed_loses_nothing(tmp_path: Path) -> None:
    assert kill_in_migration(tmp_path, kills=10, seed=1) == 10


async def test_stores_of_today_are_not_mistaken_for_those_of_version_1(tmp_path: Path) -> None:
    data = copied(tmp_path / "data")
    await held_in(data)
    copied(tmp_path / "again")
    shutil.copy(tmp_path / "again" / "history.jsonl", data / "history.jsonl")  # an older program was started once more

    assert (await held_in(data))[0] == what_it_holds()
    assert (data / "history.jsonl").exists()
    await (await EmbeddedStores.open(tmp_path / "new", lock_timeout=0)).close()
    assert not (tmp_path / "new" / ASIDE).exists()
