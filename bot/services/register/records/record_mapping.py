"""From a written record to a channel of the register, and back.

What has the same name in both is carried over as it is; what a record writes down flat is told by ``_PARTS`` for both
ways. In a record people are named by references, in a channel by ids.
"""

import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, cast

from pydantic_core import to_jsonable_python

from bot.domain.accounts.addresses import handle_of
from bot.domain.accounts.platforms import NO_PLATFORMS, Platforms
from bot.domain.channels import (
    AccessHolder,
    Channel,
    Closing,
    Confirmed,
    Decision,
    Exemption,
    HolidayCover,
    Maintainer,
    Pause,
    Scope,
    Status,
    UnitName,
)
from bot.domain.evidence import Evidence, Source
from bot.domain.people import PersonId, parse_reference
from bot.domain.register import Register
from bot.services.register.people import first_free, reference_of
from bot.services.register.records.cells import plain_line
from bot.services.register.records.channel_records import ChannelRecord
from bot.services.register.records.record_parts import ConfirmedRecord

ResolvePerson = Callable[[str], PersonId]

_PARTS: Final[Mapping[str, Mapping[str, str]]] = {
    "unit": {"fi": "unit", "sv": "unit_sv", "en": "unit_en"},
    "decision": {
        "by": "decision_by",
        "on": "decision_on",
        "record": "decision_record",
        "conditions": "decision_conditions",
    },
    "pause": {"start": "pause_from", "end": "pause_to", "reason": "pause_reason"},
    "closing": {
        "access_removed_by": "closing_access_by",
        "archive": "closing_archive",
        "announcement": "closing_announcement",
    },
}
"""The parts of a channel that a record writes down field by field: the key in the record, by the name in the part."""

_LISTS: Final[Mapping[str, Callable[..., object]]] = {
    "maintainers": Maintainer,
    "holiday_covers": HolidayCover,
    "evidence": Evidence,
    "exemptions": Exemption,
}
"""The lists of a channel whose items a record writes down under the names that they have in the channel."""

_SAME: Final = tuple(
    field.name for field in fields(Channel) if field.name in ChannelRecord.model_fields and field.name not in _PARTS
)
_PEOPLE: Final = frozenset({"responsible", "person", "absent", "authorised_by", "by", "access_removed_by"})
"""The fields, of a channel and of what it is made of, that name a person."""


def to_channel(
    record: ChannelRecord, channel_id: str, person: ResolvePerson, platforms: Platforms = NO_PLATFORMS
) -> Channel:
    """The channel that ``record`` writes down; ``person`` gives the id of the person whom a reference names."""
    closing = Closing(**_part(record, "closing"))
    values: dict[str, Any] = {
        **{name: getattr(record, name) for name in _SAME},
        **{name: tuple(made(**dict(one)) for one in getattr(record, name)) for name, made in _LISTS.items()},
        "id": channel_id,
        "unit": UnitName(**_part(record, "unit")),
        "handle": record.handle or plain_line(handle_of(record.url, platforms)),
        "purpose": record.purpose.strip(),
        "status": Status.IN_USE if record.status is Status.PAUSED else record.status,
        "pause": Pause(**_part(record, "pause")) if record.pause_from else None,
        "decision": Decision(**_part(record, "decision")),
        "source": Source(record.source.url) if record.source else None,
        "confirmed": tuple(_confirmed(one) for one in record.confirmed),
        "closing": closing if closing != Closing() else None,
    }
    channel: Channel = _with_people(Channel(**values), person)
    return replace(channel, maintainers=_each_once(channel.maintainers))


def with_unit_known(register: Register, record: ChannelRecord) -> ChannelRecord:
    """``record`` with the names of its unit in all languages, as far as the register knows them."""
    unit = register.with_all_names(UnitName(**_part(record, "unit")))
    return record.model_copy(update={key: getattr(unit, name) for name, key in _PARTS["unit"].items()})


def to_record(channel: Channel, reference: Callable[[PersonId], str]) -> dict[str, object]:
    """``channel`` as JSON-ready values; ``reference`` gives what a person is named by in files and forms."""
    named = _with_people(channel, reference)
    values = {key: field.default for key, field in ChannelRecord.model_fields.items()}
    values |= {name: getattr(named, name) for name in _SAME}
    for part, keys in _PARTS.items():
        if (value := getattr(named, part)) is not None:
            values |= {key: getattr(value, name) for name, key in keys.items()}
    record: dict[str, object] = to_jsonable_python(values)
    return record


def texts_of(channel: Channel) -> frozenset[str]:
    """The texts that the channel has already."""
    return frozenset(value for value in to_record(channel, str).values() if isinstance(value, str))


def people_of(channels: Iterable[Channel]) -> set[PersonId]:
    """Everybody whom the records of ``channels`` name."""
    named: dict[PersonId, PersonId] = {}
    for channel in channels:
        _with_people(channel, lambda person: named.setdefault(person, person))
    return set(named)


def slug(text: str) -> str:
    """``text`` as an id: lower case, letters without marks, words joined by ``-``."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60] or "kanava"


def free_id(record: ChannelRecord, taken: Container[str]) -> str:
    """An id for a new channel, of its unit and platform, that is not among ``taken``."""
    unit = slug(re.sub(r"(palvelut|toimi)\b", "", record.unit.lower()))
    return first_free(f"{'kunta' if record.scope is Scope.MUNICIPALITY else unit}-{record.platform}", taken)


def _confirmed(record: ConfirmedRecord) -> Confirmed:
    holders = tuple(AccessHolder(one.person) for one in record.holders)
    return Confirmed(record.duty, record.on, record.by, record.kept, holders)


def _part(record: ChannelRecord, part: str) -> dict[str, Any]:
    return {name: getattr(record, key) for name, key in _PARTS[part].items()}


def _with_people(value: Any, name: Callable[[str], str]) -> Any:
    """``value``, a channel or what it is made of, with each person in it called what ``name`` gives."""
    if isinstance(value, tuple):
        return tuple(_with_people(item, name) for item in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {}
    for field in fields(value):
        old = getattr(value, field.name)
        changed[field.name] = name(old) if old and field.name in _PEOPLE else _with_people(old, name)
    return replace(value, **changed)


def _each_once(maintainers: Iterable[Maintainer]) -> tuple[Maintainer, ...]:
    """Each person once, as first written."""
    by_person: dict[PersonId, Maintainer] = {}
    for one in maintainers:
        by_person.setdefault(one.person, one)
    return tuple(by_person.values())


def merged(
    register: Register, channel: Channel, values: Mapping[str, object], platforms: Platforms
) -> dict[str, object]:
    """The channel's record with ``values`` in it; maintainers who stay keep their right and their superior."""
    record = to_record(channel, lambda person_id: reference_of(register, person_id))
    edited = record | dict(values)
    if isinstance(listed := edited.get("maintainers"), str):
        kept = dict(zip(channel.maintainer_ids, cast(list[object], record["maintainers"]), strict=True))
        edited["maintainers"] = [_as_kept(register, kept, word) for word in re.split(r"[\s,;]+", listed) if word]
    if edited["url"] != record["url"] and edited["handle"] == handle_of(channel.url, platforms):
        edited["handle"] = ""  # it was the old address's; the new one brings its own
    unit = register.with_all_names(UnitName(str(edited["unit"])))
    others = {key: getattr(unit, name) for name, key in _PARTS["unit"].items()}
    if unit.fi != record["unit"] and unit.spellings[1:] and all(edited[key] == record[key] for key in list(others)[1:]):
        edited |= others  # what other languages call the old unit by is none of the new one
    return edited


def _as_kept(register: Register, kept: Mapping[PersonId, object], reference: str) -> object:
    """The record of the maintainer whom ``reference`` names in whatever spelling, or the reference of a new one."""
    person = register.person_by_reference(parse_reference(reference) or "")
    return kept.get(person.id, reference) if person else reference
