"""A real PgBouncer in transaction mode in front of a test's server: connections share sessions, as with many hosts."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.conftest import missing
from tests.support.postgres import Cluster

PORT: Final = 6432
_SESSIONS: Final = 4
"""How many sessions all connections to a database share: fewer than two processes have connections."""


class Pooler:
    """A PgBouncer whose files are in ``folder``, in front of ``server``. It refuses to run as root: then it is
    run as ``nobody``."""

    def __init__(self, folder: Path, server: Cluster, program: str, mode: str) -> None:
        self.folder = folder
        self._program = program
        self._process: subprocess.Popen[bytes] | None = None
        self._user: str | None = None
        if os.geteuid() == 0:
            self._user = "nobody"
            shutil.chown(folder, self._user)
        options = {
            "pool_mode": mode,
            "default_pool_size": str(_SESSIONS),
            "auth_type": "any",
            "unix_socket_dir": str(folder),
            "listen_port": str(PORT),
            "server_login_retry": "1",
        }
        lines = [f"{name} = {value}" for name, value in options.items()]
        databases = f"* = host={server.folder} port=5432 user=some"
        (folder / "ini").write_text("\n".join(["[databases]", databases, "[pgbouncer]", *lines, ""]), encoding="utf-8")

    def url(self, address: str) -> str:
        """The way to the database with ``address`` through the pooler."""
        return f"{address.partition('?')[0]}?host={self.folder}&port={PORT}"

    def start(self) -> None:
        """Start the pooler, and wait until it takes connections."""
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(  # noqa: S603 - the machine's own program
                [self._program, "ini"], cwd=self.folder, user=self._user, stdout=log, stderr=log
            )
        socket = self.folder / f".s.PGSQL.{PORT}"
        for _ in range(300):
            if socket.exists():
                return
            assert self._process.poll() is None, (self.folder / "log").read_text(encoding="utf-8")
            subprocess.run(["/bin/sleep", "0.05"], check=True)
        raise AssertionError("the pooler did not start")

    def stop(self) -> None:
        """Stop the pooler at once: whoever is connected is cut off."""
        if self._process is not None:
            self._process.send_signal(signal.SIGTERM)
            self._process.wait(30)
            self._process = None


@contextmanager
def pooler_before(server: Cluster, mode: str = "transaction") -> Iterator[Pooler]:
    """A pooler that runs. The test is skipped where the machine has none."""
    program = shutil.which("pgbouncer", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None:
        missing("pgbouncer", "install Debian's package pgbouncer")
    assert program is not None
    with TemporaryDirectory(prefix="some-pooler-") as folder:
        pooler = Pooler(Path(folder), server, program, mode)
        pooler.start()
        try:
            yield pooler
        finally:
            pooler.stop()
