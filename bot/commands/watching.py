"""``watch``: the channels' sources are looked at now, by hand or by another scheduler."""

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from bot.activity.model import Failure, Result, SourceReport
from bot.activity.source import NEED_KEY
from bot.app.application import Application
from bot.app.bootstrap import build
from bot.app.web import known_source
from bot.commands.command import DONE, FOUND, Commands, add_json, declare, print_json
from bot.domain.channels import Channel, ChannelId
from bot.services.activity.documents import SOURCES, WEBSITE_VISITS
from bot.services.ports import State
from bot.services.register.documents import register_of
from bot.settings import Settings

_NO_KEY: Final = "no_key"
_NO_SOURCE: Final = "no_source"
_WHYS: Final[Mapping[str, str]] = {
    **{failure.value: failure.words for failure in Failure},
    _NO_KEY: "the platform shows nothing without META_TOKEN",
    _NO_SOURCE: "the platform shows nothing to programs",
}


def add(commands: Commands) -> None:
    """Declare ``watch``."""
    watching = declare(commands, "watch", run, "look at the channels' sources now, and keep what they show")
    watching.add_argument("--dry-run", action="store_true", help="only look and print, also beside a running bot")
    add_json(watching)


async def run(settings: Settings, options: argparse.Namespace) -> int:
    """Print a line for each channel in the register that is not retired; the code says whether any source fails, or
    none is known at all."""
    async with build(settings, read_only=options.dry_run, lock_timeout=options.lock_timeout) as application:
        now = application.clock.now()
        reports = await application.services.watching.look(now, due_only=False, keep=not options.dry_run)
        state = await application.store.read()
        results = set()
        for channel in register_of(state).listed():
            line = _line(channel, reports.get(channel.id), state, application)
            results.add(line.result)
            print_json(line.as_json) if options.json else print(line)
        if not options.json:
            print(*_of_website(state, application, now), sep="", end="")
    return FOUND if Result.FAILING in results or results <= {Result.NONE} else DONE


def _of_website(state: State, application: Application, at: datetime) -> Iterator[str]:
    """How the last look at each page of the website ended, and what waits for the ICT secretary."""
    for address in application.settings.website:
        visit = state.of(WEBSITE_VISITS).get(address)
        if visit is not None:
            why = f"; {visit.why.words}" if visit.why else ""
            yield f"{address}: {visit.pages} pages read on {visit.at.date()}{why}\n"
    found = application.services.website.findings(state, at)
    if found.not_linked or found.unregistered:
        yield f"website: no link to {len(found.not_linked)} channels, {found.unregistered} accounts not registered\n"


@dataclass(frozen=True, slots=True)
class _WatchLine:
    channel: ChannelId
    result: Result
    newest: date | None = None
    why: str = ""

    @property
    def as_json(self) -> dict[str, object]:
        newest = self.newest.isoformat() if self.newest else None
        return {"channel": self.channel, "result": self.result, "newest": newest, "why": self.why}

    def __str__(self) -> str:
        more = (f"newest {self.newest}" if self.newest else "", _WHYS.get(self.why, self.why))
        return f"{self.channel}: {'; '.join((self.result, *filter(None, more)))}"


def _line(channel: Channel, report: SourceReport | None, state: State, application: Application) -> _WatchLine:
    if report is not None:
        seen = report.visit.seen
        newest = seen.on(application.settings.zone) if seen else None
        return _WatchLine(channel.id, report.result, newest, report.why or "")
    kept = state.of(SOURCES).get(channel.id)
    if kept is not None and kept.was_looked_at:  # the other side wants to be left alone until later
        return _WatchLine(channel.id, kept.result, kept.state.seen_on, kept.state.why)
    ref = known_source(channel, application.services.platforms)
    return _WatchLine(channel.id, Result.NONE, why=_NO_KEY if ref and ref.kind in NEED_KEY else _NO_SOURCE)
