"""When most sources of one service fail alike, it is the service that fails, and not the channels."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.activity.model import Failure, Result, SourceReport, Watched

_OWN: Final = frozenset({Failure.NO_ACCOUNT, Failure.BAD_ADDRESS})
"""What is wrong with one channel only, whoever is asked."""
_HOSTS: Final = frozenset(
    {Failure.SERVER, Failure.BUSY, Failure.SLOW, Failure.UNREACHABLE, Failure.CERTIFICATE, Failure.FORBIDDEN}
)
"""What is wrong with a host of somebody's own. A page that is not found there has moved; a platform has also answered
so for all of its channels, days on end."""
_AT_LEAST: Final = 2


@dataclass(frozen=True, slots=True)
class PlatformOut:
    """A service is out: ``failing`` of its ``of`` sources fail, mostly for ``why``.

    ``held`` are the reports of these sources, to keep their visits: none of them is *failing* by that, and
    ``failing_since`` is as it was. Tell it once: it goes on, also through rounds that look at none of them, until a
    source of the service can be read again.
    """

    service: str
    why: Failure
    failing: int
    of: int
    held: tuple[SourceReport, ...]


def outage(service: Sequence[Watched], reports: Sequence[SourceReport]) -> PlatformOut | None:
    """Whether all this speaks for an outage: ``service`` are all sources of one service as they were before this round,
    ``reports`` those of the ones that were looked at.

    Only sources bear witness that have worked before and were not failing on their own already; those that it was not
    yet time to look at say what they said last.
    """
    looked = {report.key: report for report in reports}
    witnesses = [one for one in service if one.visit.read_at is not None and one.visit.failing_since is None]
    alike = [why for one in witnesses if (why := _why(one, looked.get(one.key))) is not None]
    held = tuple(
        replace(report, visit=replace(report.visit, failing_since=one.visit.failing_since))
        for one in service
        if (report := looked.get(one.key)) and _why(one, report)
    )
    if len(alike) < _AT_LEAST or 2 * len(alike) <= len(witnesses) or not held or service[0].ref is None:
        return None
    return PlatformOut(service[0].ref.service, Counter(alike).most_common(1)[0][0], len(alike), len(witnesses), held)


def _why(watched: Watched, report: SourceReport | None) -> Failure | None:
    """Why the source fails, where that may be the service's fault."""
    why = watched.visit.why if report is None else report.why
    if why is None or watched.ref is None or (report is not None and report.result is not Result.FAILING):
        return None
    return why if (why not in _OWN if watched.ref.is_platform else why in _HOSTS) else None
