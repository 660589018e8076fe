"""What opens files that others have made runs in a process that knows nothing worth taking."""

import subprocess

import pytest

from bot.isolation import own_program

SECRETS = ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "TEAMS_CLIENT_SECRET", "DATABASE_URL", "META_TOKEN")
TELLING = "import os, sys; sys.stdout.write('\\n'.join(os.environ))"


def test_the_process_that_opens_foreign_files_knows_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SECRETS:
        monkeypatch.setenv(name, "made up")
    (python, *_), environment = own_program("bot.lists.reading_apart")
    told = subprocess.run([python, "-c", TELLING], env=environment, capture_output=True, check=True, text=True)  # noqa: S603
    names = told.stdout.splitlines()
    assert {"PATH", "PYTHONPATH"} <= {*names}
    assert not {*SECRETS} & {*names}
