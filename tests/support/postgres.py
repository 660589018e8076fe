"""A PostgreSQL for tests: the machine's own server program, in a folder of its own, without a network."""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from bot.services.ports import Collection
from bot.storage.postgresql.connecting import connect
from bot.storage.postgresql.stores import PostgresStores
from tests.conftest import missing
from tests.fake_slack.serving import operator_environment

_DATABASES: Final = count(1)


def server_programs() -> Path | None:
    """The folder with the server's programs, of the newest version that is installed."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    on_path = [Path(found).parent for found in [shutil.which("initdb")] if found]
    needed = ("initdb", "postgres", "createdb", "pg_isready")
    return next((folder for folder in [*debian, *on_path] if all((folder / name).exists() for name in needed)), None)


class Cluster:
    """A server whose files are in ``folder``. It refuses to run as root: then it is run as ``nobody``. What a power cut
    would leave is PostgreSQL's own affair: it waits for the disk only where it is ``durable``."""

    def __init__(self, folder: Path, programs: Path, *, durable: bool = False) -> None:
        self.folder = folder
        self._durable = durable
        self.programs = programs
        self._process: subprocess.Popen[bytes] | None = None
        self._user: str | None = None
        if os.geteuid() == 0:
            self._user = "nobody"
            shutil.chown(folder, self._user)
        self._run("initdb", "-D", "data", "-U", "some", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def url(self, database: str) -> str:
        """The address of ``database``."""
        return f"postgresql://some@/{database}?host={self.folder}"

    def new_database(self) -> str:
        """The address of a database with nothing in it."""
        name = f"test_{next(_DATABASES)}"
        self._run("createdb", "-h", str(self.folder), "-U", "some", name)
        return self.url(name)

    def start(self) -> None:
        """Start the server, and wait until it takes connections."""
        options = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.folder),
            "fsync": "on" if self._durable else "off",
            "shared_buffers": "16MB",
            "max_connections": "60",
        }
        flags = [flag for name, value in options.items() for flag in ("-c", f"{name}={value}")]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - the machine's own program
                [self.programs / "postgres", "-D", "data", *flags],
                cwd=self.folder,
                user=self._user,
                stdout=log,
                stderr=log,
            )
        self._run("pg_isready", "-h", str(self.folder), "-U", "some", "-t", "30", until_it_works=True)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop the server: sessions are ended, or it is killed."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(30)
            self._process = None

    def _run(self, program: str, *arguments: str, until_it_works: bool = False) -> None:
        for attempt in range(300 if until_it_works else 1):
            done = subprocess.run(  # noqa: S603 - the machine's own program
                [self.programs / program, *arguments],
                cwd=self.folder,
                user=self._user,
                capture_output=True,
                check=False,
            )
            if done.returncode == 0:
                return
            if until_it_works and attempt < 299:
                subprocess.run(["/bin/sleep", "0.1"], check=True)
        raise AssertionError(f"{program}: {done.stderr.decode()}")


@cache
def cluster() -> Cluster:
    """The server that the tests of this process share."""
    folder, made = new_cluster()
    atexit.register(folder.cleanup)
    atexit.register(made.stop)
    return made


def new_cluster(*, durable: bool = False) -> tuple[TemporaryDirectory[str], Cluster]:
    """A server of one's own, to be stopped, and the folder of its files, to be cleaned up then. The test is skipped
    where the machine has no server."""
    programs = server_programs()
    if programs is None:
        missing("postgresql", "install Debian's package postgresql, or put initdb on the path")
    assert programs is not None
    folder = TemporaryDirectory(prefix="some-pg-")
    made = Cluster(Path(folder.name), programs, durable=durable)
    made.start()
    return folder, made


def run(folder: Path, url: str, *command: str) -> subprocess.CompletedProcess[str]:
    """A command of the bot's in ``folder``, on the database at ``url``; on files where that is empty."""
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "bot", *command],
        cwd=folder,
        env=operator_environment(folder, DATABASE_URL=url),
        capture_output=True,
        text=True,
        check=False,
    )


@cache
def _shared_database() -> str:
    return cluster().new_database()


@asynccontextmanager
async def in_postgresql(*collections: Collection[Any], anew: bool = True) -> AsyncIterator[PostgresStores]:
    """The stores in a database that tests which come after one another share, with nothing else in it where it is to be
    made ``anew``."""
    url = _shared_database()
    if anew:
        connection = await connect(url)
        await connection.execute("drop schema public cascade; create schema public")
        await connection.close()
    stores = await PostgresStores.open(url, kept=collections, questions=())
    try:
        yield stores
    finally:
        await stores.close()
