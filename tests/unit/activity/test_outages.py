"""One service's outage, told from its channels' own trouble."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activity.looking import failed
from bot.activity.model import NEVER, Failure, Result, Seen, SourceError, SourceReport, Visit, Watched
from bot.activity.outages import outage
from bot.activity.source import SourceKind, SourceRef
from tests.support.wild_feeds import AT

WORKED = Visit("a", seen=Seen(AT), read_at=AT - timedelta(hours=2))


def channel(number: int, visit: Visit = WORKED, kind: SourceKind = SourceKind.YOUTUBE) -> Watched:
    where = f"https://www.kunta.example/{number}" if kind is SourceKind.FEED else f"@{number}"
    return Watched(f"c{number}", SourceRef(kind, where), visit)


def fails(one: Watched, why: Failure = Failure.NOT_FOUND) -> SourceReport:
    return failed(one, SourceError(why), AT)


def works(one: Watched) -> SourceReport:
    return SourceReport(one.key, one.ref, Result.SEEN, WORKED, Seen(AT))


def test_when_most_fail_it_is_the_service() -> None:
    channels = [channel(number) for number in range(5)]
    out = outage(channels, [*map(fails, channels[:3]), *map(works, channels[3:])])
    assert out is not None
    assert (out.service, out.why, out.failing, out.of) == ("youtube", Failure.NOT_FOUND, 3, 5)
    assert [report.visit.failing_since for report in out.held] == [None] * 3
    assert all(report.visit.failures == 1 and not report.visit.works for report in out.held)


def test_when_few_fail_it_is_they() -> None:
    channels = [channel(number) for number in range(5)]
    assert outage(channels, [*map(fails, channels[:2]), *map(works, channels[2:])]) is None
    assert outage(channels[:1], [fails(channels[0])]) is None
    assert outage([], []) is None


def test_an_outage_may_look_different_from_channel_to_channel() -> None:
    channels = [channel(number) for number in range(3)]
    reasons = (Failure.NOT_FOUND, Failure.SERVER, Failure.SERVER)
    out = outage(channels, [fails(one, why) for one, why in zip(channels, reasons, strict=True)])
    assert out is not None
    assert out.why is Failure.SERVER


def test_accounts_that_are_gone_are_no_outage() -> None:
    channels = [channel(number) for number in range(3)]
    assert outage(channels, [fails(one, Failure.NO_ACCOUNT) for one in channels]) is None


def test_pages_that_moved_on_ones_own_host_are_no_outage_but_a_host_that_is_down_is() -> None:
    channels = [channel(number, kind=SourceKind.FEED) for number in range(3)]
    assert outage(channels, [fails(one) for one in channels]) is None
    out = outage(channels, [fails(one, Failure.UNREACHABLE) for one in channels])
    assert out is not None
    assert out.service == "www.kunta.example"


def test_channels_that_never_worked_or_fail_on_their_own_bear_no_witness() -> None:
    dead = [channel(1, NEVER), channel(2, replace(WORKED, failures=9, failing_since=AT, why=Failure.NOT_FOUND))]
    alive = [channel(3)]
    assert outage([*dead, *alive], [*map(fails, dead), works(alive[0])]) is None


def test_who_was_failing_alone_stays_failing_since_then() -> None:
    since = AT - timedelta(days=2)
    alone = channel(1, replace(WORKED, failures=5, failing_since=since, why=Failure.NOT_FOUND))
    channels = [alone, channel(2), channel(3)]
    out = outage(channels, [fails(one) for one in channels])
    assert out is not None
    assert [report.visit.failing_since for report in out.held] == [since, None, None]


def test_those_whose_time_has_not_come_say_what_they_said_last() -> None:
    waiting = [channel(number, replace(WORKED, failures=3, why=Failure.SERVER)) for number in range(3)]
    out = outage([*waiting, channel(9)], [fails(channel(9))])
    assert out is not None
    assert [report.key for report in out.held] == ["c9"]
    assert outage(waiting, []) is None


@pytest.mark.parametrize("days", [1, 5])
def test_an_outage_of_days_makes_nobody_failing(days: int) -> None:
    channels = [channel(number) for number in range(4)]
    at = AT
    for _ in range(days * 24):
        at += timedelta(hours=1)
        due = [one for one in channels if one.visit.is_due(at)]
        out = outage(channels, [failed(one, SourceError(Failure.NOT_FOUND), at) for one in due])
        assert (out is not None) == bool(due)
        kept = {report.key: report.visit for report in out.held} if out else {}
        channels = [replace(one, visit=kept.get(one.key, one.visit)) for one in channels]
    assert all(one.visit.failing_since is None and not one.visit.works for one in channels)


def test_one_failure_proves_nothing_and_the_second_begins_the_days() -> None:
    first = failed(channel(1), SourceError(Failure.SLOW), AT)
    assert (first.visit.failing_since, first.visit.failures, first.result) == (None, 1, Result.FAILING)
    later = AT + timedelta(hours=1)
    second = failed(channel(1, first.visit), SourceError(Failure.SLOW), later)
    third = failed(channel(1, second.visit), SourceError(Failure.SLOW), later + timedelta(hours=2))
    assert second.visit.failing_since == third.visit.failing_since == later
    assert third.visit.seen == Seen(AT)


@given(st.lists(st.sampled_from([None, *Failure]), min_size=1, max_size=12))
def test_nobody_is_held_who_works(reasons: list[Failure | None]) -> None:
    channels = [channel(number) for number in range(len(reasons))]
    reports = [works(one) if why is None else fails(one, why) for one, why in zip(channels, reasons, strict=True)]
    out = outage(channels, reports)
    assert out is None or all(report.result is Result.FAILING for report in out.held)
