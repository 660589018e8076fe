"""A Playground for each of some people, and the bot that works in them, in a network of their own."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from subprocess import Popen
from typing import Final

from tests.conftest import ROOT, missing
from tests.fake_slack.serving import operator_environment
from tests.fake_teams.issuer import TENANT
from tests.fake_teams.tenant import BOT, account_of
from tests.local_slack.namespace import Namespace, NoNamespaceError, namespace
from tests.local_slack.workspace import PEOPLE, SECRETARY, running
from tests.playground.clocked_bot import LOCALE
from tests.support.bot_in_memory import HELSINKI

INSTALLED: Final = ROOT / "build" / "npm" / "node_modules" / "@microsoft" / "m365agentsplayground" / "cli.js"
"""Where CI installs it."""
INSTALL: Final = "npm install --prefix build/npm @microsoft/m365agentsplayground@0.2.28, or set SOME_TEST_PLAYGROUND"
PAGE_PORT, BOT_PORT = 5615, 3978
"""Of a network in which nobody else is, and where no connection begins: `free_port` says why."""
SET_UP: Final = datetime(2026, 11, 23, 12, 0, tzinfo=HELSINKI)
"""A Monday. For two weeks only the ICT secretary gets to know what people would get."""
CHANNEL: Final = "Viestintä"
BOSS: Final = "U0BOSS001"
"""The municipal manager, who decides on channels."""
_OTHERS: Final = 5
"""How many people the Playground wants besides the one at its page: not fewer, not more."""


@dataclass(frozen=True)
class Playground:
    """A bot that runs, and a Playground for each of the people in it."""

    inside: Namespace
    folder: Path
    people: Sequence[str]

    def url(self, user: str) -> str:
        """The page at which ``user`` is, for a browser inside."""
        return f"http://127.0.0.1:{PAGE_PORT + self.people.index(user)}/"

    @property
    def log(self) -> str:
        """What the bot has logged."""
        return (self.folder / "bot.log").read_text(encoding="utf-8")

    def move_clock(self, to: datetime) -> None:
        """Let it be ``to`` for the bot, once all that falls due until then is done."""
        status = self.inside.post(f"http://127.0.0.1:{BOT_PORT}/clock", {}, to.isoformat())
        assert status == 200, self.log

    def knock(self, authorization: str, activity: object) -> int:
        """The status of the bot's answer to what goes past the relay."""
        headers = {"Content-Type": "application/json", "Authorization": authorization}
        return self.inside.post(f"http://127.0.0.1:{BOT_PORT}/unsigned", headers, json.dumps(activity))


def find_playground() -> tuple[str, str]:
    """How the Playground is run; without it the test is skipped, or fails where it must not be skipped."""
    program, node = Path(os.environ.get("SOME_TEST_PLAYGROUND", INSTALLED)), shutil.which("node")
    if not program.is_file():
        missing("playground", INSTALL)
    if node is None:
        missing("playground", "it runs in node: install the package nodejs")
    return str(node), str(program)


@contextmanager
def a_playground(folder: Path, *people: str, locale: str = "fi-FI") -> Iterator[Playground]:
    """A bot, and a Playground for each of ``people``, who is at its page and has Teams in the language of ``locale``:
    all that they write is in ``folder``."""
    command = find_playground()
    ours = {
        "PORT": str(BOT_PORT),
        LOCALE: locale,
        "SOME_LANGUAGE": locale[:2],
        "SOME_ICT_SECRETARIES": f"teams:{account_of(SECRETARY)}",
        "SOME_DECIDERS": f"teams:{account_of(BOSS)}",
        "SOME_DAYS_OFF": "",
    }
    bot = [sys.executable, "-m", "tests.playground.clocked_bot", SET_UP.isoformat()]
    try:
        with namespace() as inside, ExitStack() as processes:
            environment = operator_environment(folder, **ours)
            log = folder / "bot.log"
            processes.enter_context(running(inside.start(bot, log=log, folder=folder, environment=environment)))
            assert inside.get(f"http://127.0.0.1:{BOT_PORT}/clock") == 200
            playground = Playground(inside, folder, people)
            for user in people:
                processes.enter_context(running(_page(playground, command, user)))
            for user in people:
                assert inside.get(playground.url(user)) == 200
            yield playground
    except NoNamespaceError as error:
        missing("playground", f"it listens on every interface, and may have no network of its own here: {error}")


def _page(playground: Playground, command: tuple[str, str], user: str) -> Popen[bytes]:
    """Start the Playground at whose page ``user`` is."""
    home, port = playground.folder / user, PAGE_PORT + playground.people.index(user)
    home.mkdir()
    (home / ".m365agentsplayground.yml").write_text(json.dumps(_configuration(user)), encoding="utf-8")
    endpoint, connector = f"http://127.0.0.1:{BOT_PORT}/api/messages", f"http://127.0.0.1:{port}/_connector"
    options = ["-e", endpoint, "-c", "msteams", "-p", str(port), "--service-url", connector, "--disable-telemetry"]
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "XDG_CACHE_HOME")}
    quiet = {"TEAMSAPPTESTER_BROWSER": "none", "SEND_INSTALLATION_ACTIVITY": "true", "HOME": str(home)}
    log = home / "page.log"
    return playground.inside.start([*command, "start", *options], log=log, folder=home, environment={**kept, **quiet})


def _configuration(user: str) -> dict[str, object]:
    others = [_person(one) for one in PEOPLE if one != user][:_OTHERS]
    channels = [{"id": "19:viestinta@thread.tacv2", "name": CHANNEL}]
    return {
        "version": "0.1.1",
        "tenantId": TENANT,
        "bot": {"id": BOT, "name": "Somebot"},
        "currentUser": _person(user),
        "users": others,
        "personalChat": {"id": f"a:{user}"},
        "groupChat": {"id": "19:ryhma@thread.v2", "name": "Ryhmä"},
        "team": {
            "id": "19:tiimi@thread.tacv2",
            "name": "Kunta",
            "aadGroupId": account_of("team"),
            "channels": channels,
        },
    }


def _person(user: str) -> dict[str, str]:
    address = f"{user.lower()}@esimerkki.fi"
    return {
        "id": f"29:{user}",
        "name": PEOPLE[user],
        "userPrincipleName": address,
        "aadObjectId": account_of(user),
        "givenName": PEOPLE[user],
        "surname": "",
        "email": address,
    }
