"""What a list changes in the register: pure, so that it can be shown first and worked out anew after a conflict."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from bot.domain.accounts.addresses import address_key, handle_of, keys_of
from bot.domain.accounts.platforms import Platforms
from bot.domain.channels import Channel, ChannelId, FieldChange
from bot.domain.evidence import Evidence, EvidenceKind
from bot.domain.people import Person, PersonId
from bot.domain.register import Register
from bot.services.register.lists.listings import InvalidImportError, ListedRow, Listing, RowProblem
from bot.services.register.people import PeopleFinder
from bot.services.register.records.channel_records import ChannelRecord, Problem, parse_record
from bot.services.register.records.person_records import ListedPeople, read_people, reference_in
from bot.services.register.records.platform_cells import corrected
from bot.services.register.records.record_mapping import (
    ResolvePerson,
    free_id,
    people_of,
    texts_of,
    to_channel,
    to_record,
)
from bot.services.register.records.record_parts import BY_ID

_Target = tuple[ListedRow, ChannelId | None]
"""A row, and the channel of the register that it is, or None."""
_KEPT_WHEN_BLANK = ("id", "scope", "status", "evidence")
"""Fields that a blank cell of a list says nothing of; any other is emptied by one."""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All that an import puts in place, the ids of all channels that it lists, and the cells that are ``corrected``:
    read otherwise than they were written."""

    register: Register
    listed: tuple[ChannelId, ...]
    channels: tuple[Channel, ...]
    people: tuple[Person, ...]
    corrected: tuple[RowProblem, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the register has all of it already."""
        return not (self.channels or self.people)

    def differences(self) -> Mapping[ChannelId, tuple[FieldChange, ...]]:
        """What changes in the record, as JSON has it, of each channel that the register has already."""
        people = {**self.register.people, **{person.id: person for person in self.people}}
        named = replace(self.register, people=people)
        reference = cache(lambda person_id: reference_in(named, person_id))
        return {
            channel.id: tuple(_differences(self.register.channels[channel.id], channel, reference))
            for channel in self.channels
            if channel.id in self.register.channels
        }


def plan_import(register: Register, listing: Listing, platforms: Platforms, today: date) -> ImportPlan:
    """What ``listing`` changes in ``register``. Raises InvalidImportError with all that is wrong.

    A row is the channel with its id; a row without an id is the channel of the register that has its address, so that
    a list without ids can be imported again; else it is a new channel.
    """
    people, people_problems = read_people(listing, register)
    rows = _with_targets(register, listing, platforms)
    records, problems = _read(register, rows, people, platforms)
    problems += _doubles(rows, platforms)
    _refuse(problems, people_problems)

    known = {**register.people, **{person.id: person for person in people.put}}
    finder = PeopleFinder(replace(register, people=known))
    person = cache(_resolver(finder, people.by_id))
    channels = [
        _as_kept(register, to_channel(record, key, person, platforms), today) for key, record in records.items()
    ]
    _refuse([*_taken(register, rows, channels, platforms)])
    return ImportPlan(
        register=register,
        listed=tuple(records),
        channels=tuple(channel for channel in channels if register.channels.get(channel.id) != channel),
        people=tuple(one for one in (*people.put, *finder.new) if register.people.get(one.id) != one),
        corrected=tuple(_corrected(rows, records.values(), platforms)),
    )


def _refuse(*problems: Sequence[RowProblem]) -> None:
    found = [problem for some in problems for problem in some]
    if found:
        raise InvalidImportError(sorted(found, key=lambda problem: (problem.kind != "channel", problem.row)))


def _with_targets(register: Register, listing: Listing, platforms: Platforms) -> list[_Target]:
    """The rows, each with the channel of the register that it is, or None.

    Where the listing is not whole, the rows are filled up with what the register has.
    """
    kept = register.channels.values()
    at_address = {address_key(channel.url, platforms): channel.id for channel in kept if channel.url}
    at_address.pop("", None)  # what names no account is nobody's
    reference = cache(lambda person_id: reference_in(register, person_id))
    rows: list[_Target] = []
    for row in listing.channels:
        key = row.text("id") or (at_address.get(address_key(row.text("url"), platforms)) if row.text("url") else None)
        current = register.channels.get(key) if key else None
        if not listing.whole:
            row = row.over(_as_base(current, reference, platforms) if current else {}, _KEPT_WHEN_BLANK)
        rows.append((row, key))
    return rows


def _as_base(channel: Channel, reference: Callable[[PersonId], str], platforms: Platforms) -> dict[str, object]:
    """The channel's record, without the handle where it is only that of the address, which may change."""
    record = to_record(channel, reference)
    return record if channel.handle != handle_of(channel.url, platforms) else {**record, "handle": ""}


def _read(
    register: Register, rows: Sequence[_Target], people: ListedPeople, platforms: Platforms
) -> tuple[dict[ChannelId, ChannelRecord], list[RowProblem]]:
    """The records of the rows by the ids of their channels, new ones included, and what is wrong with them."""
    ids = {*people.by_id, *register.people, *people_of(register.channels.values())}
    taken = dict.fromkeys([*register.channels, *(key for _, key in rows if key)])
    records: dict[ChannelId, ChannelRecord] = {}
    problems: list[RowProblem] = []
    for row, key in rows:
        current = register.channels.get(key) if key else None
        record = parse_record(row.values, platforms, ids, texts_of(current) if current else ())
        wrong = (*row.faults, *(record if isinstance(record, tuple) else ()))
        problems.extend(row.problem(problem) for problem in wrong)
        if isinstance(record, ChannelRecord):
            channel_id = key or free_id(record, taken)
            taken[channel_id] = None
            records[channel_id] = record
    return records, problems


def _corrected(rows: Sequence[_Target], records: Iterable[ChannelRecord], platforms: Platforms) -> Iterator[RowProblem]:
    """The cells that name another service than the one that the row's address is on."""
    for (row, _), record in zip(rows, records, strict=True):
        if isinstance(row.values, Mapping) and (name := corrected(row.values, record.platform, platforms)):
            yield row.problem(Problem("platform", "corrected", f"by its address, the service is {name}"))


def _resolver(finder: PeopleFinder, by_id: Mapping[PersonId, PersonId]) -> ResolvePerson:
    def person(reference: str) -> PersonId:
        if reference.startswith(BY_ID):
            named = reference.removeprefix(BY_ID)
            return by_id.get(named, named)
        return finder.id_of(reference)

    return person


def _as_kept(register: Register, channel: Channel, today: date) -> Channel:
    """The channel with the version and, where the row brings no evidence, the evidence that the register has."""
    current = register.channels.get(channel.id)
    evidence = channel.evidence or (current.evidence if current else (Evidence(EvidenceKind.REGISTERED, today),))
    return replace(channel, evidence=evidence, version=current.version if current else 0)


def _doubles(rows: Sequence[_Target], platforms: Platforms) -> list[RowProblem]:
    """Rows that are the same channel, or at the same address, as an earlier one."""
    seen: dict[tuple[str, str], ListedRow] = {}
    problems = []
    for row, key in rows:
        address = address_key(row.text("url"), platforms) if row.text("url") else ""
        for field, name in (("url", address), ("id", key or "")):
            first = seen.setdefault((field, name), row) if name else row
            if first is not row:
                problems.append(row.problem(Problem(field, "double", f"is that of {first.name} as well")))
                break
    return problems


def _taken(
    register: Register,
    rows: Sequence[_Target],
    channels: Sequence[Channel],
    platforms: Platforms,
) -> Iterator[RowProblem]:
    """Rows that bring an address or a handle which another channel has, once all of the list is in place."""
    keys = cache(lambda channel: keys_of(channel.platform, channel.url, channel.handle, platforms))
    holders: dict[str, list[Channel]] = {}
    for channel in {**register.channels, **{channel.id: channel for channel in channels}}.values():
        for key in keys(channel):
            holders.setdefault(key, []).append(channel)
    for (row, _), channel in zip(rows, channels, strict=True):
        current = register.channels.get(channel.id)
        if current is not None and keys(current) == keys(channel):
            continue
        other = next((one for key in sorted(keys(channel)) for one in holders[key] if one.id != channel.id), None)
        if other is not None:
            text = f"is that of the channel {other.id}: give the row this id, or another address"
            yield row.problem(Problem("url" if channel.url else "handle", "url-taken", text, {"channel": other.name}))


def _differences(before: Channel, after: Channel, reference: Callable[[PersonId], str]) -> Iterator[FieldChange]:
    old, new = to_record(before, reference), to_record(after, reference)
    return (FieldChange(field, old[field], new[field]) for field in new if old[field] != new[field])
