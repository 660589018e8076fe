"""Many people at once on one bot, and two processes that want to write at once."""

from __future__ import annotations

import asyncio
import itertools
import json
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from bot.app.bootstrap import KEPT
from bot.conversation.exchange import Outcome
from bot.domain.channels import Channel, Maintainer, UnitName
from bot.domain.evidence import Evidence, EvidenceKind
from bot.domain.people import Person
from bot.domain.register import Register
from bot.messages.model import Message
from bot.services.ports import Event
from bot.storage.embedded.stores import EmbeddedStores
from tests.conftest import ROOT
from tests.support.bot_in_memory import NOON, REGISTER, Bot, make_bot, text_of
from tests.support.registers import put_in, register_in

PEOPLE = tuple(
    Person(f"person-{number}", f"Maintainer {number}", identities=(f"slack:U{number:08}",)) for number in range(50)
)
ICT = "slack:U0ICT0001"


def channel_of(person: Person) -> Channel:
    return Channel(
        id=f"channel-of-{person.id}",
        platform="facebook",
        name=f"Facebook {person.id}",
        unit=UnitName("Kirjasto"),
        responsible=person.id,
        maintainers=(Maintainer(person.id),),
    )


@asynccontextmanager
async def bot_on(folder: Path, *channels: Channel) -> AsyncIterator[Bot]:
    stores = await EmbeddedStores.open(folder, kept=KEPT, lock_timeout=0)
    try:
        await put_in(stores.kept, Event("operator", NOON, "import"), channels, PEOPLE)
        yield await make_bot(store=stores.kept, register=None)
    finally:
        await stores.close()


async def read(folder: Path) -> Register:
    reader = await EmbeddedStores.open(folder, kept=KEPT, read_only=True)
    try:
        return await register_in(reader.kept)
    finally:
        await reader.close()


async def test_fifty_people_who_note_updates_at_once_are_all_heard(tmp_path: Path) -> None:
    async with bot_on(tmp_path, *map(channel_of, PEOPLE)) as bot:
        replies = await asyncio.gather(*(bot.said(person.identities[0], "päivitin eilen") for person in PEOPLE))
        history = await bot.application.store.history()

    register = await read(tmp_path)
    yesterday = NOON.date().replace(day=NOON.day - 1)
    assert all(isinstance(reply.reply, Message) for reply in replies)
    for person in PEOPLE:
        told = register.channels[channel_of(person).id]
        assert told.evidence == (Evidence(EvidenceKind.TOLD, yesterday, person.id),)
        assert told.version == 2
    assert sorted(entry.event.by for entry in history[1:]) == sorted(person.id for person in PEOPLE)
    assert [entry.event.what for entry in history[1:]] == ["updated"] * 50


async def test_fifty_people_who_note_updates_of_one_channel_lose_none(tmp_path: Path) -> None:
    shared = Channel(
        "shared",
        "facebook",
        "Facebook",
        UnitName("Kirjasto"),
        "person-0",
        maintainers=tuple(Maintainer(p.id) for p in PEOPLE),
    )
    async with bot_on(tmp_path, shared) as bot:
        await asyncio.gather(*(bot.said(person.identities[0], "päivitin eilen") for person in PEOPLE))
        history = await bot.application.store.history("shared")

    assert (await read(tmp_path)).channels["shared"].version == 51
    assert sorted(entry.event.by for entry in history[1:]) == sorted(person.id for person in PEOPLE)
    for earlier, later in itertools.pairwise(history):
        assert later.before == earlier.after


async def test_of_fifty_edits_of_one_form_one_is_kept_and_the_others_are_shown_it(tmp_path: Path) -> None:
    async with bot_on(tmp_path, channel_of(PEOPLE[0])) as bot:
        form = await bot.said(ICT, "edit Facebook person-0")
        replies: list[Outcome] = await asyncio.gather(
            *(bot.submitted(ICT, form, purpose=f"edit {number}") for number in range(50))
        )

    (kept,) = (await read(tmp_path)).channels.values()
    accepted = [number for number, reply in enumerate(replies) if isinstance(reply.reply, Message)]
    assert [kept.purpose] == [f"edit {number}" for number in accepted]
    refused = [reply for number, reply in enumerate(replies) if number not in accepted]
    assert all(kept.purpose in text_of(reply) for reply in refused)


async def test_a_command_waits_for_the_process_that_writes_and_then_succeeds(tmp_path: Path) -> None:
    stores = await EmbeddedStores.open(tmp_path, kept=KEPT, lock_timeout=0)
    command = await started(tmp_path, "-m", "bot", "register", "import", str(REGISTER))
    await until(lambda: has_open(command.pid, tmp_path / "lock"))
    await put_in(stores.kept, Event("operator", NOON, "import"), people=PEOPLE[:1])
    assert command.returncode is None
    await stores.close()

    output, errors = await command.communicate()

    assert await command.wait() == 0
    assert all(b"Waiting for another process" in line for line in errors.splitlines()), "where it took a while"
    assert b"added 7" in output
    register = await read(tmp_path)
    assert register.version == 2
    assert PEOPLE[0].id in register.people


IMPATIENT = "import sys; from bot.cli import main; sys.exit(main(sys.argv[1:], lock_timeout=0))"


async def test_a_command_that_has_waited_long_enough_says_who_writes(tmp_path: Path) -> None:
    async with bot_on(tmp_path, channel_of(PEOPLE[0])) as bot:
        for arguments in (
            ("say", "päivitin eilen", "--as", PEOPLE[0].identities[0]),
            ("register", "import", str(REGISTER)),
        ):
            command = await started(tmp_path, "-c", IMPATIENT, *arguments)
            output, errors = await command.communicate()

            assert (command.returncode, output) == (2, b"")
            assert f"process {os.getpid()} is writing there" in errors.decode()
            assert errors.count(b"\n") == 1
        assert (await bot.application.store.read()).version == 1


async def test_a_command_that_only_reads_does_not_wait(tmp_path: Path) -> None:
    async with bot_on(tmp_path, channel_of(PEOPLE[0])) as bot:
        await bot.said(PEOPLE[0].identities[0], "päivitin eilen")
        command = await started(tmp_path, "-c", IMPATIENT, "register", "history", "--json")
        output, _ = await command.communicate()

    assert command.returncode == 0
    assert [json.loads(line)["what"] for line in output.splitlines()] == ["import", "updated"]


async def started(folder: Path, *arguments: str) -> asyncio.subprocess.Process:
    environment = {**os.environ, "SOME_DATA_DIR": str(folder), "SOME_ICT_SECRETARIES": ICT}
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        sys.executable, *arguments, cwd=ROOT, env=environment, stdout=pipe, stderr=pipe
    )


def has_open(pid: int, path: Path) -> bool:
    """Whether the process has the file open: for a command, that it stands at the lock."""
    for fd in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(FileNotFoundError):  # closed between the two looks at it
            if fd.readlink() == path:
                return True
    return False


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(60):
        while not condition():  # noqa: ASYNC110 - nothing tells when another process gets there
            await asyncio.sleep(0.01)
