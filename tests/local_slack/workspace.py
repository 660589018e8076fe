"""A workspace of local-slack, and the bot that works in it, in a network of their own."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from subprocess import Popen
from typing import Final

from tests.conftest import ROOT, missing
from tests.fake_slack.sending import JSON, sign
from tests.fake_slack.serving import operator_environment
from tests.fake_slack.sockets import APP_TOKEN
from tests.fake_slack.workspace import APP, BOT_USER, TEAM, Json
from tests.local_slack.namespace import Namespace, NoNamespaceError, namespace
from tests.support.bot_in_memory import REGISTER

INSTALLED: Final = ROOT / "build" / "npm" / "node_modules" / "local-slack-linux-x64" / "bin" / "local-slack"
"""Where CI installs it."""
SLACK_PORT, BOT_PORT = 3900, 3000
"""Of a network in which nobody else is."""
TOKEN, SIGNING_SECRET = "xoxb-paikallinen", "a11e4c1f9d7f6a5b4c3d2e1f5a1a15e4"
STAFF, SECRETARY, LIBRARIAN, HEAD = "U0STAFF01", "U0ICT0001", "U0LIB0001", "U0LIBHEAD"
SECOND, COMMUNICATIONS = "U0LIB0002", "U0COMM001"
_REGISTERED: Final = json.loads(REGISTER.read_text(encoding="utf-8"))["people"]
PEOPLE: Final = {
    STAFF: "Työntekijä",
    **{person["identities"][0].removeprefix("slack:"): person["display_name"] for person in _REGISTERED},
}


@dataclass(frozen=True)
class LocalSlack:
    """A workspace and a bot that run."""

    inside: Namespace
    folder: Path

    @property
    def url(self) -> str:
        """The page of the workspace, for a browser inside."""
        return f"http://127.0.0.1:{SLACK_PORT}/"

    @property
    def log(self) -> str:
        """What the bot has logged."""
        return (self.folder / "bot.log").read_text(encoding="utf-8")

    def event(self, envelope: Json) -> None:
        """Send the bot an event that local-slack does not know."""
        status = self.send(envelope)
        assert status == 200, f"the event was answered with {status}"

    def send(self, envelope: Json, *, secret: str = SIGNING_SECRET, late: int = 0) -> int:
        """Send the bot an event, signed with ``secret`` that many seconds ago; the status of the answer."""
        body, timestamp = json.dumps(envelope), str(int(time.time()) - late)
        headers = {
            "Content-Type": JSON,
            "X-Slack-Request-Timestamp": timestamp,
            "X-Slack-Signature": sign(secret, timestamp, body.encode()),
        }
        return self.inside.post(f"http://127.0.0.1:{BOT_PORT}/slack/events", headers, body)

    def move_clock(self, to: datetime) -> None:
        """Let it be ``to`` for a bot that is on a clock, once all that falls due until then is done."""
        status = self.inside.post(f"http://127.0.0.1:{BOT_PORT}/clock", {}, to.isoformat())
        assert status == 200, self.log


def find_binary() -> Path:
    """local-slack's program; without it the test is skipped, or fails where it must not be skipped."""
    found = Path(os.environ.get("SOME_TEST_LOCAL_SLACK", INSTALLED))
    if not found.is_file():
        missing(
            "local-slack", "npm install --prefix build/npm local-slack-linux-x64@0.1.8, or set SOME_TEST_LOCAL_SLACK"
        )
    return found


@contextmanager
def local_slack(
    binary: Path,
    folder: Path,
    command: Sequence[str],
    *,
    ready: str = "/readyz",
    over_socket: bool = False,
    **settings: str,
) -> Iterator[LocalSlack]:
    """A workspace, and the bot that ``command`` starts in ``folder``, where everything that they write is; ``ready`` is
    what the bot answers to once it is; with ``over_socket`` it goes to the workspace, which does not come to it."""
    (folder / "workspace.json").write_text(json.dumps(_configuration(over_socket=over_socket)), encoding="utf-8")
    secret = {"SLACK_APP_TOKEN": APP_TOKEN} if over_socket else {"SLACK_SIGNING_SECRET": SIGNING_SECRET}
    ours = {
        "SLACK_BOT_TOKEN": TOKEN,
        **secret,
        "SLACK_API_URL": f"http://127.0.0.1:{SLACK_PORT}/api/",
        "PORT": str(BOT_PORT),
        "SOME_ICT_SECRETARIES": SECRETARY,
        "SOME_DECIDERS": "U0BOSS001",
    }
    options = ["--port", str(SLACK_PORT), "--base-host", "127.0.0.1", "--files-dir", str(folder / "files")]
    try:
        with (
            namespace() as inside,
            running(
                inside.start(
                    [str(binary), "--config", "workspace.json", *options], log=folder / "slack.log", folder=folder
                )
            ),
        ):
            inside.get(f"http://127.0.0.1:{SLACK_PORT}/_control/state")
            environment = operator_environment(folder, **ours, **settings)
            bot = inside.start(command, log=folder / "bot.log", folder=folder, environment=environment)
            with running(bot):
                assert inside.get(f"http://127.0.0.1:{BOT_PORT}{ready}") == 200
                yield LocalSlack(inside, folder)
    except NoNamespaceError as error:
        missing("local-slack", f"it listens on every interface, and may have no network of its own here: {error}")


@contextmanager
def running(process: Popen[bytes]) -> Iterator[None]:
    """For as long as the context runs, ``process``, which ends with it."""
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=30)


def _configuration(*, over_socket: bool) -> Json:
    app = {
        "appId": APP,
        "botUserId": BOT_USER,
        "botName": "somebot",
        "botToken": TOKEN,
        "appToken": APP_TOKEN,
        "signingSecret": SIGNING_SECRET,
        "mode": "socket" if over_socket else "events",
        "requestUrl": f"http://127.0.0.1:{BOT_PORT}/slack/events",
    }
    users = [
        {"id": id_, "name": name, "real_name": name, "email": f"{id_.lower()}@esimerkki.fi"}
        for id_, name in PEOPLE.items()
    ]
    channel = {"id": "C0GENERAL", "name": "yleinen", "members": [BOT_USER, *PEOPLE]}
    workspace = {"name": "Esimerkki", "domain": "esimerkki", "teamId": TEAM}
    return {"workspace": workspace, "app": app, "users": users, "channels": [channel]}
