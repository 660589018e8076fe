"""A look at one source, and what is kept of it. For a round over many see ``watching``; on its own it serves where an
address is tried before it is saved."""

import logging
from dataclasses import replace
from datetime import datetime

from bot.activity.model import NO_SOURCE, Failure, Result, SourceError, SourceReport, Visit, Watched
from bot.activity.politeness import next_look
from bot.activity.reading import Looked, Readers
from bot.errors import without_words

logger = logging.getLogger(__name__)


async def look(watched: Watched, readers: Readers, at: datetime) -> SourceReport:
    """Look at a source now, due or not."""
    ref = watched.ref
    reader = readers.get(ref.kind) if ref is not None else None
    if ref is None or reader is None:
        return SourceReport(watched.key, ref, Result.NONE, watched.visit)
    try:
        looked = await reader.look(ref, watched.visit, at)
    except SourceError as error:
        report = failed(watched, error, at)
        if error.failure not in NO_SOURCE or watched.visit.read_at is not None:
            return report  # what was once read has failed, whatever it says now
        return replace(report, result=Result.NONE, visit=replace(report.visit, failing_since=None))
    except Exception as error:  # what others send must not end a round
        logger.error("A source could not be read", extra=without_words(error))  # noqa: TRY400 - it may quote what came
        return failed(watched, SourceError(Failure.UNREADABLE), at)
    return _worked(watched, looked, at)


def failed(watched: Watched, error: SourceError, at: datetime) -> SourceReport:
    """The report of a look that failed: the second failure in a row begins the days of failing."""
    before = watched.visit
    failures = before.failures + 1
    visit = replace(
        before,
        failures=failures,
        why=error.failure,
        failing_since=before.failing_since or (at if failures > 1 else None),
        not_before=next_look(watched.key, at, failures, error.retry_after),
    )
    return SourceReport(watched.key, watched.ref, Result.FAILING, visit, why=error.failure)


def _worked(watched: Watched, looked: Looked, at: datetime) -> SourceReport:
    visit = Visit(
        looked.address, looked.etag, looked.modified, looked.seen, read_at=at, not_before=next_look(watched.key, at)
    )
    return SourceReport(watched.key, watched.ref, looked.seen.result, visit, looked.seen)
