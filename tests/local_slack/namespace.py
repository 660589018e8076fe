"""A network of its own for programs that listen on every interface: nobody else can reach what runs there."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE, Popen

INSIDE = Path(__file__).with_name("inside.py")


class NoNamespaceError(Exception):
    """This machine or user may not make network namespaces."""


@dataclass(frozen=True)
class Namespace:
    """A network namespace with a loopback interface; ``prefix`` is put before commands that are to run in it."""

    prefix: tuple[str, ...]

    def start(
        self, command: Sequence[str], *, log: Path, folder: Path, environment: Mapping[str, str] | None = None
    ) -> Popen[bytes]:
        """Begin ``command`` inside; whoever starts it ends it."""
        with log.open("ab") as output:
            return Popen(  # noqa: S603 - our own command
                [*self.prefix, *command],
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
            )

    def get(self, url: str) -> int:
        """The status of ``url``, which is asked for until something listens there."""
        return int(self._run("get", url))

    def post(self, url: str, headers: Mapping[str, str], body: str) -> int:
        """The status of the answer to ``body``."""
        return int(self._run("post", url, given=json.dumps({"headers": dict(headers), "body": body})))

    def wrapper(self, program: str, folder: Path) -> str:
        """The path of a script that runs ``program`` inside, for those who want a path and no command."""
        script = folder / f"{Path(program).name}-inside"
        script.write_text(f'#!/bin/sh\nexec {shlex.join([*self.prefix, program])} "$@"\n', encoding="utf-8")
        script.chmod(0o755)
        return str(script)

    def _run(self, *arguments: str, given: str = "") -> str:
        done = subprocess.run(  # noqa: S603 - our own command
            [*self.prefix, sys.executable, str(INSIDE), *arguments],
            input=given,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@contextmanager
def namespace() -> Iterator[Namespace]:
    """A new namespace; it ends with the context, or with this process, when all that runs there has ended too.

    Root makes it as it is, anybody else inside a user namespace. Raises NoNamespaceError where neither is allowed.
    """
    is_root = os.geteuid() == 0
    unshare = ["unshare", "--net"] if is_root else ["unshare", "--map-root-user", "--net"]
    command = [*unshare, sys.executable, str(INSIDE), "hold"]
    keeper = Popen(command, stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True)  # noqa: S603 - our own command
    assert keeper.stdin is not None
    assert keeper.stdout is not None
    assert keeper.stderr is not None
    try:
        if keeper.stdout.readline() != "ready\n":
            raise NoNamespaceError(keeper.stderr.read().strip())
        enter = ["nsenter", f"--target={keeper.pid}", "--net"]
        yield Namespace(tuple(enter if is_root else [*enter, "--user", "--preserve-credentials"]))
    finally:
        keeper.stdin.close()
        keeper.wait()
        keeper.stdout.close()
        keeper.stderr.close()
