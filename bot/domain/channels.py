"""A social media channel and what the register knows of it (guideline sections 3 and 4)."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from bot.domain.calendar.working_time import Days
from bot.domain.evidence import Evidence, Source
from bot.domain.language import Language
from bot.domain.people import ERASED, PersonId

ChannelId = str
DutyId = str


class Scope(StrEnum):
    """Whose channel it is: the whole municipality's, or one unit's."""

    MUNICIPALITY = "municipality"
    UNIT = "unit"


class Status(StrEnum):
    """Where a channel is in its life. A retired one stays in the register, out of the lists; on the way to being in use
    it is one of a proposal (`domain.decisions`)."""

    PROPOSED = "proposed"
    AUTHORISED = "authorised"
    DECIDED = "decided"
    IN_USE = "in_use"
    PAUSED = "paused"
    RETIRED = "retired"


class Right(StrEnum):
    """What a maintainer may do in the service (guideline 3.3: "with their rights to update")."""

    UPDATE = "update"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class UnitName:
    """The name of the unit that keeps a channel, in Finnish and, where given, in Swedish and English."""

    fi: str
    sv: str = ""
    en: str = ""

    def in_language(self, language: Language) -> str:
        """The name in ``language``, or the Finnish one."""
        return {Language.FI: self.fi, Language.SV: self.sv, Language.EN: self.en}[language] or self.fi

    @property
    def spellings(self) -> tuple[str, ...]:
        """The names that are given, Finnish first."""
        return tuple(name for name in (self.fi, self.sv, self.en) if name)


@dataclass(frozen=True, slots=True)
class Maintainer:
    """A person who updates a channel, and the superior who authorised it (guideline 3.5)."""

    person: PersonId
    right: Right = Right.UPDATE
    authorised_by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided to take the channel into use, when, on which conditions, and the number of the record (guideline
    3.2)."""

    by: PersonId | None = None
    on: date | None = None
    record: str = ""
    conditions: str = ""


@dataclass(frozen=True, slots=True)
class Pause(Days):
    """Days on which the channel rests, and why."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class HolidayCover(Days):
    """Who looks after a channel in place of ``absent`` on these days (guideline 4.8)."""

    person: PersonId
    absent: PersonId | None = None


@dataclass(frozen=True, slots=True)
class Exemption:
    """Until when, that day included, a duty is not asked of a channel, why, and who has granted it ``on`` which day."""

    duty: DutyId
    reason: str
    by: PersonId
    on: date
    until: date

    def holds(self, day: date) -> bool:
        """Whether the duty is not asked on ``day``."""
        return self.on <= day <= self.until


@dataclass(frozen=True, slots=True)
class AccessHolder:
    """Somebody who can get into a channel's account."""

    person: PersonId


@dataclass(frozen=True, slots=True)
class FormerAccess:
    """Somebody who has kept a channel up to the day ``since`` and may get into its account until that is ``taken`` away
    from them, on the day on which somebody says so: of them, or, ``by_confirmation``, that all access is in order."""

    channel: ChannelId
    person: PersonId
    since: date
    taken: date | None = None
    by_confirmation: bool = False


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What somebody has said ``on`` a day of a duty that nobody can read: whether it is ``kept``. Of the access to the
    account, who has it."""

    duty: DutyId
    on: date
    by: PersonId
    kept: bool = True
    holders: tuple[AccessHolder, ...] = ()

    def is_of(self, person: PersonId) -> bool:
        """Whether ``person`` is one of those who have access."""
        return any(holder.person == person for holder in self.holders)


@dataclass(frozen=True, slots=True)
class Closing:
    """What is agreed when a channel is retired: who removes the rights to it, where its content is archived, and what
    is announced to whom."""

    access_removed_by: PersonId | None = None
    archive: str = ""
    announcement: str = ""


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel of the register. Change it with ``dataclasses.replace``; ``version`` grows by one at each commit.

    ``weekly_hours`` is the working time agreed for it (guideline 4.1), ``update_interval_days`` the channel's own
    interval where it differs from the municipality's, ``website_link``, ``announced`` and ``official_marked`` whether
    those duties (4.3, 4.4) have been seen to; None means that nobody has said.
    """

    id: ChannelId
    platform: str
    name: str
    unit: UnitName
    responsible: PersonId
    scope: Scope = Scope.UNIT
    url: str = ""
    handle: str = ""
    purpose: str = ""
    status: Status = Status.IN_USE
    pause: Pause | None = None
    maintainers: tuple[Maintainer, ...] = ()
    decision: Decision = Decision()
    weekly_hours: float | None = None
    update_interval_days: int | None = None
    website_link: bool | None = None
    announced: bool | None = None
    official_marked: bool | None = None
    holiday_covers: tuple[HolidayCover, ...] = ()
    source: Source | None = None
    evidence: tuple[Evidence, ...] = ()
    closing: Closing | None = None
    exemptions: tuple[Exemption, ...] = ()
    confirmed: tuple[Confirmed, ...] = ()
    version: int = 0

    @property
    def maintainer_ids(self) -> tuple[PersonId, ...]:
        """The persons who maintain the channel, in the register's order."""
        return tuple(maintainer.person for maintainer in self.maintainers)

    @property
    def keeper_ids(self) -> tuple[PersonId, ...]:
        """The responsible person and the maintainers, each once."""
        return tuple(dict.fromkeys((self.responsible, *self.maintainer_ids)))

    def is_kept_by(self, person: PersonId) -> bool:
        """Whether ``person`` is the channel's responsible person or one of its maintainers."""
        return person == self.responsible or person in self.maintainer_ids

    @property
    def has_erased_keeper(self) -> bool:
        """Whether the channel, which is not retired, is kept by somebody whose data were erased."""
        return self.status is not Status.RETIRED and any(person.startswith(ERASED) for person in self.keeper_ids)

    def covers_on(self, day: date) -> Iterator[HolidayCover]:
        """The agreed covers that are on duty on ``day``."""
        return (cover for cover in self.holiday_covers if day in cover)

    def is_covered_by(self, person: PersonId, day: date) -> bool:
        """Whether ``person`` stands in for somebody on ``day``."""
        return any(cover.person == person for cover in self.covers_on(day))

    def covers_of(self, absent: PersonId, day: date) -> Iterator[HolidayCover]:
        """The agreed covers that stand in for ``absent`` on ``day``."""
        return (cover for cover in self.covers_on(day) if cover.absent == absent)

    def confirmation_of(self, duty: DutyId) -> Confirmed | None:
        """What was said last of ``duty``."""
        return next((one for one in self.confirmed if one.duty == duty), None)

    def exemption_on(self, duty: DutyId, day: date) -> Exemption | None:
        """The exemption of ``duty`` that holds on ``day``."""
        return next((one for one in self.exemptions if one.duty == duty and one.holds(day)), None)

    def status_on(self, day: date) -> Status:
        """The status that holds on ``day``: a pause begins and ends by itself."""
        if self.status not in (Status.IN_USE, Status.PAUSED):
            return self.status
        return Status.PAUSED if self.pause is not None and day in self.pause else Status.IN_USE


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a channel, or of its record, before and after a change."""

    field: str
    before: object
    after: object


def differences(before: Channel, after: Channel) -> tuple[FieldChange, ...]:
    """The fields in which ``after`` differs from ``before``, in the order of the channel's fields; the id and the
    version are none of them."""
    names = [field.name for field in fields(Channel) if field.name not in ("id", "version")]
    both = ((name, getattr(before, name), getattr(after, name)) for name in names)
    return tuple(FieldChange(name, old, new) for name, old, new in both if old != new)
