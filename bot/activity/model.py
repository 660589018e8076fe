"""What looking at a source can give, and what is kept from one look to the next.

For whoever turns reports into evidence:

- ``Seen.newest`` is a moment in UTC; ``Seen.on`` gives the date in the municipality's zone, for ``Evidence(SEEN,
  on)``. It counts whatever the result, also where it is old.
- Only ``Result.SEEN`` may lead to *idle*, and only while ``Visit.works``: nobody is reminded of a channel whose source
  failed at the last look, on the first day as on the tenth. Idle holds as of ``Visit.read_at``: what a source said
  before it began to fail says nothing of today. ``QUIET`` and ``NONE`` are alike: the reminder asks.
  ``FAILING`` says nothing at all; from ``Visit.failing_since`` on the days run that make a channel *unknown*.
- In a platform's outage ``failing_since`` of its sources stays as it was: see ``PlatformOut`` in ``outages``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Final

from bot.activity.source import SourceRef
from bot.errors import SomebotError


class Result(StrEnum):
    """How a look at a source ended. ``QUIET``: the source works, but its silence says nothing (no entry has a date, or
    what the account passes on from others is not in it). ``NONE``: no source is known for the channel, or it has
    turned out that there is nothing to see."""

    SEEN = "seen"
    QUIET = "quiet"
    FAILING = "failing"
    NONE = "none"


class Failure(StrEnum):
    """Why something could not be read, each with the ``words`` for the operator. The values are stored and printed."""

    words: str

    def __new__(cls, value: str, words: str = "") -> Failure:
        """One with a value and its words."""
        failure = str.__new__(cls, value)
        failure._value_, failure.words = value, words
        return failure

    BAD_ADDRESS = "bad_address", "it is no web address, or at a port that is not open to the bot"
    NOT_PUBLIC = "not_public", "it is on a private network: name its host in SOME_INTERNAL_HOSTS"
    INSECURE = "insecure", "it leads away from https"
    CERTIFICATE = "certificate", "its certificate is not valid"
    UNREACHABLE = "unreachable", "it cannot be reached"
    SLOW = "slow", "it takes too long"
    TOO_LARGE = "too_large", "it is too large"
    REDIRECTS = "redirects", "it redirects too often, or nowhere"
    NOT_FOUND = "not_found", "there is nothing at the address"
    GONE = "gone", "it is gone for good"
    FORBIDDEN = "forbidden", "the server does not let the bot in"
    BUSY = "busy", "the server asks to come later"
    SERVER = "server", "the server has an error"
    """An error of the server's own, or an answer that is none of HTTP's usual ones."""
    UNREADABLE = "unreadable", "what comes is no feed"
    """What came is not what it ought to be: broken, cut off, or a page in place of a feed."""
    NO_FEED = "no_feed", "the page has no feed"
    """The page links no feed, and there is none at the usual places."""
    NO_ACCOUNT = "no_account", "there is no such account, or it is not shown to programs"
    """It is private, not professional, or for adults."""
    KEY_REFUSED = "key_refused", "the key is refused"
    """The municipality's key has ended, or was withdrawn."""
    KEY_RIGHTS = "key_rights", "the key may not read it"
    KEY_LIMIT = "key_limit", "the key has been used too often"


NO_SOURCE: Final = frozenset({Failure.NO_FEED, Failure.NO_ACCOUNT, Failure.KEY_RIGHTS})
"""A page without a feed, an account that is not shown to programs, a page that the municipality's key does not reach:
nothing is broken, there is just nothing to see, and people are asked as ever."""
OUT_OF_REACH: Final = frozenset({Failure.UNREACHABLE, Failure.SLOW, Failure.FORBIDDEN})
"""What was never reached from where the bot runs, as behind a firewall, or has never let it in, is as good as none:
people are asked as ever."""


class SourceError(SomebotError):
    """A source could not be read. ``retry_after`` is how long the other side wants to be left alone."""

    def __init__(self, failure: Failure, retry_after: timedelta | None = None) -> None:
        super().__init__(f"The source could not be read: {failure.value}")
        self.failure = failure
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Seen:
    """What a source says: when its newest entry was published (UTC; None where no entry has a date), its own title, and
    the address of that entry. ``whole`` is false where the account may have been active without the source showing it:
    then its silence says nothing. ``announced`` is true where an entry is dated ahead: when its day has come it counts,
    though the source will say that nothing has changed."""

    newest: datetime | None
    title: str = ""
    link: str = ""
    whole: bool = True
    announced: bool = False

    @property
    def result(self) -> Result:
        """Whether it says anything of today."""
        return Result.SEEN if self.newest is not None and self.whole else Result.QUIET

    def on(self, zone: tzinfo) -> date | None:
        """The date of the newest entry where ``zone`` is: 23:30 in UTC is the next day in Helsinki."""
        return None if self.newest is None else self.newest.astimezone(zone).date()


@dataclass(frozen=True, slots=True)
class Visit:
    """What is kept of the looks at one source; a first look has ``NEVER``.

    ``address`` is where the source was found in the end (the feed that a page links, the account's lasting id);
    ``etag`` and ``modified`` are that address's. ``read_at`` is when it last worked and ``seen`` what it then said.
    ``failures`` counts the failures since, ``why`` is the last one's reason, ``failing_since`` is set by the second
    one, since one proves nothing. Before ``not_before`` nobody looks again.
    """

    address: str = ""
    etag: str = ""
    modified: str = ""
    seen: Seen | None = None
    read_at: datetime | None = None
    failures: int = 0
    why: Failure | None = None
    failing_since: datetime | None = None
    not_before: datetime | None = None

    @property
    def works(self) -> bool:
        """Whether the last look could read the source."""
        return self.read_at is not None and self.failures == 0

    def is_due(self, at: datetime) -> bool:
        """Whether the source may be looked at again."""
        return self.not_before is None or self.not_before <= at


NEVER: Final = Visit()
"""Of a source that nobody has looked at yet."""


@dataclass(frozen=True, slots=True)
class Watched:
    """A source to look at. ``key`` is the caller's, such as a channel's id; ``ref`` is None where no source is
    known."""

    key: str
    ref: SourceRef | None
    visit: Visit = NEVER


@dataclass(frozen=True, slots=True)
class SourceReport:
    """How a look ended. ``seen`` is what the source says, where it could be read; ``why`` is why it could not,
    or why there is nothing to read. ``visit`` is to be kept for the next look."""

    key: str
    ref: SourceRef | None
    result: Result
    visit: Visit
    seen: Seen | None = None
    why: Failure | None = None
