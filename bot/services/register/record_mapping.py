"""From a written record to a channel of the register, and back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from bot.domain.addresses import handle_of
from bot.domain.channels import Channel, Closing, Decision, HolidayCover, Maintainer, Pause, Scope, Status, UnitName
from bot.domain.evidence import Evidence, Source
from bot.domain.people import PersonId
from bot.domain.platforms import NO_PLATFORMS, Platforms
from bot.services.register.cells import plain_line
from bot.services.register.records import ChannelRecord, CoverRecord, EvidenceRecord, MaintainerRecord, SourceRecord

ResolvePerson = Callable[[str], PersonId]


def to_channel(
    record: ChannelRecord, channel_id: str, person: ResolvePerson, platforms: Platforms = NO_PLATFORMS
) -> Channel:
    """The channel that ``record`` writes down; ``person`` gives the id of the person whom a reference names."""
    return Channel(
        id=channel_id,
        platform=record.platform,
        name=record.name,
        unit=UnitName(record.unit, record.unit_sv, record.unit_en),
        responsible=person(record.responsible),
        scope=record.scope,
        url=record.url,
        handle=record.handle or plain_line(handle_of(record.url, platforms)),
        purpose=record.purpose.strip(),
        status=Status.IN_USE if record.status is Status.PAUSED else record.status,
        pause=_pause(record),
        maintainers=_maintainers(record, person),
        decision=Decision(_optional(record.decision_by, person), record.decision_on, record.decision_record),
        weekly_hours=record.weekly_hours,
        update_interval_days=record.update_interval_days,
        website_link=record.website_link,
        announced=record.announced,
        official_marked=record.official_marked,
        holiday_covers=tuple(
            HolidayCover(c.start, c.end, person(c.person), _optional(c.absent, person)) for c in record.holiday_covers
        ),
        source=Source(record.source.url, record.source.failing_since) if record.source else None,
        evidence=tuple(Evidence(e.kind, e.on, _optional(e.by, person)) for e in record.evidence),
        closing=_closing(record, person),
    )


def to_record(channel: Channel, reference: Callable[[PersonId], str]) -> dict[str, object]:
    """``channel`` as JSON-ready values; ``reference`` gives what a person is named by in files and forms."""

    def optional(person: PersonId | None) -> str | None:
        return reference(person) if person else None

    record = ChannelRecord.model_construct(
        id=channel.id,
        platform=channel.platform,
        name=channel.name,
        unit=channel.unit.fi,
        unit_sv=channel.unit.sv,
        unit_en=channel.unit.en,
        responsible=reference(channel.responsible),
        maintainers=tuple(
            MaintainerRecord.model_construct(
                person=reference(m.person), right=m.right, authorised_by=optional(m.authorised_by)
            )
            for m in channel.maintainers
        ),
        scope=channel.scope,
        url=channel.url,
        handle=channel.handle,
        purpose=channel.purpose,
        status=channel.status,
        pause_from=channel.pause.start if channel.pause else None,
        pause_to=channel.pause.end if channel.pause else None,
        pause_reason=channel.pause.reason if channel.pause else "",
        decision_by=optional(channel.decision.by),
        decision_on=channel.decision.on,
        decision_record=channel.decision.record,
        weekly_hours=channel.weekly_hours,
        update_interval_days=channel.update_interval_days,
        website_link=channel.website_link,
        announced=channel.announced,
        official_marked=channel.official_marked,
        holiday_covers=tuple(
            CoverRecord.model_construct(start=c.start, end=c.end, person=reference(c.person), absent=optional(c.absent))
            for c in channel.holiday_covers
        ),
        source=(
            SourceRecord.model_construct(url=channel.source.url, failing_since=channel.source.failing_since)
            if channel.source
            else None
        ),
        evidence=tuple(
            EvidenceRecord.model_construct(kind=e.kind, on=e.on, by=optional(e.by)) for e in channel.evidence
        ),
        closing_access_by=optional(channel.closing.access_removed_by) if channel.closing else None,
        closing_archive=channel.closing.archive if channel.closing else "",
        closing_announcement=channel.closing.announcement if channel.closing else "",
    )
    return record.model_dump(mode="json")


def texts_of(channel: Channel) -> frozenset[str]:
    """The texts that the channel has already."""
    return frozenset(value for value in to_record(channel, str).values() if isinstance(value, str))


def people_of(channel: Channel) -> frozenset[PersonId]:
    """Everybody whom the channel's record names."""
    named = (
        channel.responsible,
        channel.decision.by,
        channel.closing.access_removed_by if channel.closing else None,
        *(person for maintainer in channel.maintainers for person in (maintainer.person, maintainer.authorised_by)),
        *(person for cover in channel.holiday_covers for person in (cover.person, cover.absent)),
        *(item.by for item in channel.evidence),
    )
    return frozenset(person for person in named if person)


def slug(text: str) -> str:
    """``text`` as an id: lower case, letters without marks, words joined by ``-``."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "kanava"


def free_id(record: ChannelRecord, taken: Iterable[str]) -> str:
    """An id for a new channel, of its unit and platform, that is not among ``taken``."""
    unit = (
        "kunta" if record.scope is Scope.MUNICIPALITY else slug(re.sub(r"(palvelut|toimi)\b", "", record.unit.lower()))
    )
    base = f"{unit}-{record.platform}"
    known = set(taken)
    return next(
        candidate for n in range(1, len(known) + 2) if (candidate := base if n == 1 else f"{base}-{n}") not in known
    )


def _maintainers(record: ChannelRecord, person: ResolvePerson) -> tuple[Maintainer, ...]:
    """Each person once, as first written."""
    by_person: dict[PersonId, Maintainer] = {}
    for written in record.maintainers:
        one = Maintainer(person(written.person), written.right, _optional(written.authorised_by, person))
        by_person.setdefault(one.person, one)
    return tuple(by_person.values())


def _pause(record: ChannelRecord) -> Pause | None:
    if record.pause_from is None or record.pause_to is None:
        return None
    return Pause(record.pause_from, record.pause_to, record.pause_reason)


def _closing(record: ChannelRecord, person: ResolvePerson) -> Closing | None:
    closing = Closing(_optional(record.closing_access_by, person), record.closing_archive, record.closing_announcement)
    return closing if closing != Closing() else None


def _optional(reference: str | None, person: ResolvePerson) -> PersonId | None:
    return person(reference) if reference else None
