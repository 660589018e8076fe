"""The register from a JSON document and back: all or nothing, and an export imports as it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationError

from bot.domain.addresses import address_key
from bot.domain.channels import Channel
from bot.domain.evidence import Evidence, EvidenceKind
from bot.domain.language import Language
from bot.domain.people import Actor, Person, is_email, parse_reference
from bot.domain.platforms import Platforms
from bot.domain.register import Register
from bot.errors import SomebotError
from bot.services.access import require_ict_secretary
from bot.services.committing import change
from bot.services.people import PeopleFinder, reference_of
from bot.services.ports import Changes, Event, RegisterStore
from bot.services.record_mapping import free_id, to_channel, to_record
from bot.services.records import ChannelRecord, Problem, parse_record


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong with one row, counted from 1; row 0 is the document itself."""

    row: int
    problem: Problem
    kind: str = "channel"

    def __str__(self) -> str:
        place = f"{self.kind} {self.row}: " if self.row else ""
        return f"{place}{self.problem.field}: {self.problem.text}"


class InvalidImportError(SomebotError):
    """The document cannot be imported, and nothing of it was; ``problems`` say why, row by row."""

    def __init__(self, problems: Sequence[RowProblem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Imported:
    """The ids of the channels that an import added, changed and left as they were."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: tuple[str, ...]


def _known_reference(value: str) -> str:
    reference = parse_reference(value)
    if reference is None or is_email(reference):
        raise ValueError("an identity is written slack:U0123ABCD, teams:… or console:…")
    return reference


class PersonRecord(BaseModel):
    """A person as an export writes it down."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    display_name: str = ""
    email: Annotated[str | None, BeforeValidator(lambda value: value or None)] = None
    language: Language | None = None
    identities: tuple[Annotated[str, AfterValidator(_known_reference)], ...] = ()
    left_on: date | None = None


class Transfer:
    """Imports and exports the register."""

    def __init__(self, store: RegisterStore, platforms: Platforms) -> None:
        self._store = store
        self._platforms = platforms

    async def export(self) -> dict[str, object]:
        """The register as a JSON-ready document: its channels in order, and the people they refer to."""
        register = await self._store.read()
        people = [
            PersonRecord.model_construct(
                id=person.id,
                display_name=person.display_name,
                email=person.email,
                language=person.language,
                identities=person.identities,
                left_on=person.left_on,
            ).model_dump(mode="json")
            for person in register.people.values()
        ]
        return {"channels": [_record_of(register, channel) for channel in register.channels.values()], "people": people}

    async def import_document(self, actor: Actor, document: object, at: datetime) -> Imported:
        """Add the document's channels, and replace those that have an id of the register's.

        A channel without evidence counts as registered on the day of the import. Raises NotAllowedError and
        InvalidImportError; in both cases nothing is imported.
        """
        require_ict_secretary(actor)
        people, records = self._read(document)

        def plan(register: Register) -> Changes:
            return _plan(register, people, records, at.date())

        before = await self._store.read()
        changes = plan(before)
        if changes.channels or changes.people:
            before, _ = await change(self._store, Event(actor.person.id, at, "import"), plan)
            changes = plan(before)
        touched = [channel.id for channel in changes.channels]
        return Imported(
            added=tuple(key for key in touched if key not in before.channels),
            changed=tuple(key for key in touched if key in before.channels),
            unchanged=tuple(record.id for record in records if record.id and record.id not in touched),
        )

    def _read(self, document: object) -> tuple[tuple[Person, ...], tuple[ChannelRecord, ...]]:
        """The people and records of a document. Raises InvalidImportError with all that is wrong."""
        if not isinstance(document, Mapping) or not isinstance(rows := document.get("channels"), list):
            missing = Problem("channels", "missing", 'the document is an object with a list "channels"')
            raise InvalidImportError([RowProblem(0, missing)])
        problems: list[RowProblem] = []
        records: list[ChannelRecord] = []
        for number, row in enumerate(rows, start=1):
            parsed = parse_record(row, self._platforms)
            if isinstance(parsed, tuple):
                problems.extend(RowProblem(number, problem) for problem in parsed)
            else:
                records.append(parsed)
        people, people_problems = _read_people(document.get("people", []))
        problems.extend(people_problems)
        problems.extend(_doubles(rows))
        if problems:
            raise InvalidImportError(sorted(problems, key=lambda problem: (problem.kind != "channel", problem.row)))
        return people, tuple(records)


def _record_of(register: Register, channel: Channel) -> dict[str, object]:
    return to_record(channel, lambda person_id: reference_of(register, person_id))


def _plan(register: Register, people: Sequence[Person], records: Sequence[ChannelRecord], today: date) -> Changes:
    known = {**register.people, **{person.id: person for person in people}}
    finder = PeopleFinder(replace(register, people=known))
    taken = dict.fromkeys(register.channels)
    channels: list[Channel] = []
    for record in records:
        channel_id = record.id or free_id(record, taken)
        taken[channel_id] = None
        channels.append(_as_kept(register, to_channel(record, channel_id, finder.id_of), today))
    changed = tuple(channel for channel in channels if register.channels.get(channel.id) != channel)
    new_people = tuple(person for person in (*people, *finder.new) if register.people.get(person.id) != person)
    return Changes(changed, new_people)


def _as_kept(register: Register, channel: Channel, today: date) -> Channel:
    """The channel with the version and, where the row brings no evidence, the evidence that the register has."""
    current = register.channels.get(channel.id)
    evidence = channel.evidence or (current.evidence if current else (Evidence(EvidenceKind.REGISTERED, today),))
    return replace(channel, evidence=evidence, version=current.version if current else 0)


def _read_people(rows: object) -> tuple[tuple[Person, ...], list[RowProblem]]:
    if not isinstance(rows, list):
        return (), [RowProblem(0, Problem("people", "malformed", '"people" is a list'))]
    people: list[Person] = []
    problems: list[RowProblem] = []
    for number, row in enumerate(rows, start=1):
        try:
            record = PersonRecord.model_validate(row)
        except ValidationError as error:
            for details in error.errors(include_url=False):
                name = str(details["loc"][0]) if details["loc"] else "person"
                problems.append(RowProblem(number, Problem(name, "malformed", details["msg"]), "person"))
        else:
            people.append(Person(**record.model_dump()))
    return tuple(people), problems


def _doubles(rows: Sequence[object]) -> list[RowProblem]:
    """Rows whose id or address an earlier row has already."""
    seen: dict[tuple[str, str], int] = {}
    problems = []
    for number, row in enumerate(rows, start=1):
        for field in ("id", "url"):
            value = row.get(field) if isinstance(row, Mapping) else None
            if not isinstance(value, str) or not value:
                continue
            key = (field, address_key(value) if field == "url" else value)
            first = seen.setdefault(key, number)
            if first != number:
                problems.append(RowProblem(number, Problem(field, "double", f"is that of channel {first} as well")))
    return problems
