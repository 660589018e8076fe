"""Kills bots that share a database while fifty people write and reminders go out, stops the server now and then, and
sees that nothing acknowledged is lost, nothing is half there, and nobody is reminded twice."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from aiohttp import ClientSession, ClientTimeout

from bot.app.bootstrap import FORGETTING, KEPT
from bot.domain.channels import Maintainer
from bot.domain.evidence import Evidence, EvidenceKind
from bot.domain.people import Person
from bot.domain.reminders.notice import ReminderNotice
from bot.services.ports import Event, State
from bot.services.reminders.entries import OUTBOX, Stage
from bot.storage.postgresql.connecting import FAILURES, Connection, connect
from bot.storage.postgresql.stores import LEADER, PostgresStores
from tests.bench.writing import a_channel
from tests.fake_slack.server import FakeSlack, fake_slack
from tests.fake_slack.workspace import User
from tests.kills.editing import WRITERS, Editing, channel_name, require_whole, writer
from tests.kills.fleet import Fleet
from tests.support.bot_in_memory import HELSINKI
from tests.support.postgres import Cluster, new_cluster
from tests.support.registers import put_in

BOTS: Final = 3
KEEPERS: Final = 60
"""How many are reminded, one a second at most."""
_MOST_KILLS: Final = 30
"""After so many a new database begins, with reminders that have not gone out yet."""
_TUESDAY: Final = datetime(2026, 12, 1, 9, 1, tzinfo=HELSINKI)
_QUIET_SINCE: Final = date(2026, 11, 17)
_SLACKS_PATIENCE: Final = ClientTimeout(3)


@dataclass
class Tally:
    """What was done to the bots, and what came of it."""

    kills: int = 0
    restarts: int = 0
    acknowledged: int = 0
    unanswered: int = 0
    """Writes of which nobody has said whether they were done."""
    done_again: int = 0
    """Writes that were done twice: a bot was killed between doing one and telling Slack so, which sent it again."""
    reminded: int = 0
    uncertain: int = 0
    without_leader: list[float] = field(default_factory=list)
    """Seconds, each time."""

    def __str__(self) -> str:
        return (
            f"{self.kills} kills, {self.restarts} restarts of the server: {self.acknowledged} writes acknowledged, none"
            f" lost, {self.unanswered} without a word, {self.done_again} done again; {self.reminded} reminded, none "
            f"twice, of {self.uncertain} nobody knows; {len(self.without_leader)} times without a leader, for "
            f"{max(self.without_leader, default=0.0):.1f} s at most"
        )


async def kill_sharing(folder: Path, *, kills: int, restarts: int, seed: int) -> Tally:
    """Kill a bot so often, and stop the server so often, on a new database now and then; and check each."""
    dice, tally = random.Random(seed), Tally()  # noqa: S311 - a test, no secret
    place, cluster = new_cluster()
    try:
        while (left := kills - tally.kills) > 0:
            some = min(left, _MOST_KILLS)
            async with fake_slack() as slack:
                morning = _Morning(folder / f"{tally.kills}", slack, cluster, dice, tally)
                await morning.go_through(some, round((restarts - tally.restarts) * some / left))
                assert slack.problems == [], slack.problems
    finally:
        cluster.stop()
        place.cleanup()
    return tally


class _Morning:
    """A database in which reminders are due, and bots on it."""

    def __init__(self, folder: Path, slack: FakeSlack, cluster: Cluster, dice: random.Random, tally: Tally) -> None:
        self._slack, self._cluster, self._dice, self._tally = slack, cluster, dice, tally
        self._url = cluster.new_database()
        later = (_TUESDAY - datetime.now(UTC)).total_seconds()
        secretaries = ",".join(map(writer, range(WRITERS)))
        self._fleet = Fleet(folder, slack, self._url, later, BOTS, SOME_ICT_SECRETARIES=secretaries)

    async def go_through(self, kills: int, restarts: int) -> None:
        """Kill and stop so often, let all come to its end, and check what is there."""
        users = [*map(writer, range(WRITERS)), *map(_keeper, range(KEEPERS))]
        self._slack.workspace.add(*(User(user, f"Henkilö {user}") for user in users))
        await self._fill()
        async with ClientSession(timeout=_SLACKS_PATIENCE) as session:
            editing = Editing(self._slack, self._fleet, session, self._dice)
            try:
                await self._fleet.start()
                await self._disturb(editing, kills, restarts)
                await self._fleet.stop()
                await self._fleet.run("remind")  # what has not gone out yet, without a pause between two
            finally:
                self._fleet.kill_all()
        await self._check(editing)

    async def _disturb(self, editing: Editing, kills: int, restarts: int) -> None:
        watching, writing = asyncio.create_task(self._watch_leader()), asyncio.create_task(editing.run())
        stops = set(self._dice.sample(range(kills), restarts))
        for number in range(kills):
            await asyncio.sleep(self._dice.uniform(0.5, 3))
            if number in stops:
                await self._restart_server()
            await self._fleet.kill_one(self._dice)
            self._tally.kills += 1
            if writing.done():
                break
        editing.stopping = True
        await writing
        watching.cancel()
        await asyncio.wait({watching})

    async def _restart_server(self) -> None:
        self._fleet.stops += 1
        self._fleet.is_out = True
        await asyncio.to_thread(self._cluster.stop)
        await asyncio.sleep(self._dice.uniform(0, 2))
        await asyncio.to_thread(self._cluster.start)
        self._fleet.is_out = False
        self._tally.restarts += 1

    async def _watch_leader(self) -> None:
        """Note for how long there was no leader each time, while the server ran."""
        while True:
            with suppress(*FAILURES):
                connection = await connect(self._url)
                try:
                    await self._watch_leader_on(connection)
                finally:
                    connection.terminate()
            await asyncio.sleep(0.1)

    async def _watch_leader_on(self, connection: Connection) -> None:
        since: float | None = None
        while True:
            leads = await connection.fetchval(_LEADS, LEADER)
            if leads and since is not None:
                self._tally.without_leader.append(time.monotonic() - since)
            since = None if leads else since or time.monotonic()
            await asyncio.sleep(0.1)

    async def _check(self, editing: Editing) -> None:
        stores = await PostgresStores.open(self._url, kept=KEPT, questions=FORGETTING)
        state, history = await stores.kept.read(), list(await stores.kept.history())
        await stores.close()
        self._tally.done_again += require_whole(editing.writes, state, history)
        self._tally.acknowledged += sum(write.acknowledged for write in editing.writes)
        self._tally.unanswered += sum(not write.acknowledged for write in editing.writes)
        self._check_reminders(state)

    def _check_reminders(self, state: State) -> None:
        """Everybody was reminded once; but for those of whom the outbox says that nobody knows, at most once."""
        entries = [entry for entry in state.of(OUTBOX).values() if isinstance(entry.notice, ReminderNotice)]
        keepers = {f"keeper-{n}" for n in range(KEEPERS)}
        stages = {entry.person.id: entry.stage for entry in entries if entry.person.id in keepers}
        assert stages.keys() == keepers, "somebody was left out"
        assert set(stages.values()) <= {Stage.DELIVERED, Stage.UNCERTAIN}, "a reminder was left"
        places = {self._slack.workspace.direct(_keeper(n)).id: f"keeper-{n}" for n in range(KEEPERS)}
        posted = Counter(places[shown.place] for shown in self._slack.workspace.shown if shown.place in places)
        assert max(posted.values()) == 1, f"twice: {posted.most_common(3)}"
        delivered = {person for person, stage in stages.items() if stage is Stage.DELIVERED}
        assert delivered <= posted.keys(), "delivered, and not there"
        self._tally.reminded += len(posted)
        self._tally.uncertain += len(stages) - len(delivered)

    async def _fill(self) -> None:
        quiet = (Evidence(EvidenceKind.TOLD, _QUIET_SINCE),)
        alive = (Evidence(EvidenceKind.TOLD, _TUESDAY.date()),)
        kept = [replace(a_channel(n), maintainers=(Maintainer(f"keeper-{n}"),), evidence=quiet) for n in range(KEEPERS)]
        edited = [
            replace(a_channel(n + KEEPERS), name=channel_name(n), responsible=f"writer-{n}", evidence=alive)
            for n in range(WRITERS)
        ]
        people = [
            *(Person(f"keeper-{n}", f"Ylläpitäjä {n}", identities=(f"slack:{_keeper(n)}",)) for n in range(KEEPERS)),
            *(Person(f"writer-{n}", f"Kirjoittaja {n}", identities=(f"slack:{writer(n)}",)) for n in range(WRITERS)),
            *(Person(f"person-{n}", f"Vastuuhenkilö {n}") for n in range(KEEPERS + WRITERS)),
        ]
        stores = await PostgresStores.open(self._url, kept=KEPT, questions=FORGETTING)
        await put_in(stores.kept, Event("x", datetime(2026, 1, 1, tzinfo=UTC), "import"), [*kept, *edited], people)
        await stores.close()


_LEADS: Final = """
select count(*) > 0 from pg_locks join pg_database on pg_locks.database = pg_database.oid
where granted and locktype = 'advisory' and objid::bigint = $1 and datname = current_database()
"""


def _keeper(number: int) -> str:
    return f"U0KEEP{number:03}"
