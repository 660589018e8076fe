"""What looks have found becomes what is kept: pure plans."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, tzinfo

from bot.activity.model import OUT_OF_REACH, Result, SourceReport
from bot.activity.outages import PlatformOut
from bot.domain.channels import ChannelId
from bot.domain.evidence import SourceState
from bot.services.activity.documents import OUTAGES, SOURCES, FollowedSource, Outage
from bot.services.activity.outside import Outside
from bot.services.ports import Change, State
from bot.services.register.documents import register_of
from bot.services.reminders.redrawing import redrawing


def noting(state: State, reports: Iterable[SourceReport], outside: Outside, zone: tzinfo, at: datetime) -> list[Change]:
    """The changes that keep ``reports``, and bring the reminders that they answer up to date. Those of channels that
    have gone or have another source by now are let go of."""
    register = register_of(state)
    changes: list[Change] = []
    seen: set[ChannelId] = set()
    for report in reports:
        channel, before = register.channels.get(report.key), state.of(SOURCES).get(report.key)
        if channel is None or report.ref is None or outside.source_of(channel) != report.ref:
            continue
        told = before.state if before and before.ref == report.ref else SourceState(report.ref.where)
        now = _after(told, report, zone)
        if now.seen_on != told.seen_on:
            seen.add(channel.id)
        asked_by = before.asked_by if before else None
        changes.append(Change.put(SOURCES, channel.id, FollowedSource(report.ref, now, report.visit, asked_by)))
    return [*changes, *redrawing(state, state.after(changes), seen, at)] if seen else changes


def noting_outages(
    state: State, found: Iterable[PlatformOut], reports: Iterable[SourceReport], at: datetime
) -> Iterator[Change]:
    """The changes that keep which services are out: an outage goes on until one of its sources can be read."""
    over = {one.ref.service for one in reports if one.ref is not None and one.visit.works}
    for service in over & state.of(OUTAGES).keys():
        yield Change.remove(OUTAGES, service)
    for out in found:
        if out.service not in over and out.service not in state.of(OUTAGES):
            yield Change.put(OUTAGES, out.service, Outage(out.service, at, out.why))


def _after(told: SourceState, report: SourceReport, zone: tzinfo) -> SourceState:
    """What the source has told with this look. The newest update stays seen, also where it is taken down again."""
    visit = report.visit
    on = visit.seen.on(zone) if visit.seen else None
    fails = report.result is Result.FAILING and not (visit.read_at is None and report.why in OUT_OF_REACH)
    if visit.seen and on and (told.seen_on is None or on >= told.seen_on):
        told = replace(told, seen_on=on, link=visit.seen.link)
    return replace(
        told,
        where=visit.address or told.where,
        read_on=visit.read_at.astimezone(zone).date() if visit.read_at else None,
        is_whole=report.result is Result.SEEN,
        fails=fails,
        failing_since=visit.failing_since.astimezone(zone).date() if fails and visit.failing_since else None,
        why=report.why or "",
    )
