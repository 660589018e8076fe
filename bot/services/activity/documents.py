"""What is kept of the channels' sources, beside the register and out of its history: they are looked at every hour."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.activity.model import NEVER, NO_SOURCE, Failure, Result, Visit
from bot.activity.source import SourceRef
from bot.domain.accounts.address_book import WebsiteLink
from bot.domain.evidence import SourceState
from bot.domain.people import PersonId
from bot.services.ports import Collection


@dataclass(frozen=True, slots=True)
class FollowedSource:
    """The source of a channel: where it is, what is kept from look to look, and what it has told. ``asked_by`` is who
    waits to hear what the first look finds."""

    ref: SourceRef
    state: SourceState
    visit: Visit = NEVER
    asked_by: PersonId | None = None

    @property
    def was_looked_at(self) -> bool:
        """Whether it has been looked at, with whatever success."""
        return self.visit.read_at is not None or self.visit.failures > 0

    @property
    def result(self) -> Result:
        """How the last look ended."""
        if self.visit.works and self.visit.seen:
            return self.visit.seen.result
        is_none = self.visit.read_at is None and (self.visit.why is None or self.visit.why in NO_SOURCE)
        return Result.NONE if is_none else Result.FAILING


@dataclass(frozen=True, slots=True)
class Outage:
    """A whole service is out ``since`` then (aware): most of its sources fail alike, at last for ``why``. ``told`` says
    that the ICT secretaries know."""

    service: str
    since: datetime
    why: Failure
    told: bool = False


@dataclass(frozen=True, slots=True)
class WebsiteVisit:
    """The website was looked at (``at``, aware): of how many ``pages`` the links are known, or ``why`` none could be
    read."""

    at: datetime
    pages: int = 0
    why: Failure | None = None


SOURCES: Final = Collection("sources", FollowedSource)
"""By the channel's id."""
OUTAGES: Final = Collection("outages", Outage)
"""By the service's name."""
WEBSITE_LINKS: Final = Collection("website_links", WebsiteLink)
"""By the address's key (``addresses.address_key``)."""
WEBSITE_VISITS: Final = Collection("website_visits", WebsiteVisit)
"""By the address in the settings."""
SEEN: Final = (SOURCES, OUTAGES, WEBSITE_LINKS, WEBSITE_VISITS)
"""All that was seen outside."""
