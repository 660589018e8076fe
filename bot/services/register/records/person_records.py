"""A person as an export writes them down, and how the people of a list become people of the register."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError, to_jsonable_python

from bot.domain.language import Language
from bot.domain.people import Person, PersonId, is_email, parse_reference
from bot.domain.register import Register
from bot.services.register.lists.listings import ListedRow, Listing, RowProblem
from bot.services.register.records.cells import read_date, read_identities
from bot.services.register.records.channel_records import Problem
from bot.services.register.records.record_parts import BY_ID, Line


def _known_reference(value: str) -> str:
    reference = parse_reference(value)
    if reference is None or is_email(reference):
        raise PydanticCustomError("identity", "an identity is written slack:U0123ABCD, teams:… or console:…")
    return reference


def _address(value: str) -> str:
    if not is_email(value):
        raise PydanticCustomError("email", "is not an e-mail address")
    return value


class PersonRecord(BaseModel):
    """A person as an export writes them down."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[Line, Field(pattern=r"^[^\s<>]{1,200}$")]
    display_name: Line = ""
    email: Annotated[Annotated[str, AfterValidator(_address)] | None, BeforeValidator(lambda value: value or None)] = (
        None
    )
    language: Annotated[Language | None, BeforeValidator(lambda value: value or None)] = None
    identities: Annotated[
        tuple[Annotated[str, AfterValidator(_known_reference)], ...], BeforeValidator(read_identities)
    ] = ()
    left_on: Annotated[date | None, BeforeValidator(read_date)] = None


def to_person_record(person: Person) -> dict[str, object]:
    """``person`` as JSON-ready values."""
    record: dict[str, object] = to_jsonable_python({key: getattr(person, key) for key in PersonRecord.model_fields})
    return record


@dataclass(frozen=True, slots=True)
class ListedPeople:
    """The people of a list. ``by_id`` gives the id in the register for each id of the list; ``put`` are those whom the
    list knows more of than the id, and whom the register does not have under another id."""

    put: tuple[Person, ...] = ()
    by_id: Mapping[PersonId, PersonId] = field(default_factory=dict)


def read_people(listing: Listing, register: Register) -> tuple[ListedPeople, list[RowProblem]]:
    """The people of ``listing``, and what is wrong with its rows.

    A person whom the register knows by an identity or the e-mail address, under another id, is that person: the
    register's own record of them stays as it is.
    """
    problems: list[RowProblem] = []
    listed: list[tuple[ListedRow, Person]] = []
    for row in listing.people:
        read = _read(row, register, whole=listing.whole)
        if isinstance(read, Person):
            listed.append((row, read))
        else:
            problems.extend(row.problem(problem) for problem in read)
    problems.extend(_doubles(listed))
    same = {person.id: _id_in(register, person) for _, person in listed}
    put = tuple(person for _, person in listed if same[person.id] == person.id and person != Person(person.id))
    return ListedPeople(put, same), problems


def _read(row: ListedRow, register: Register, *, whole: bool) -> Person | list[Problem]:
    current = register.people.get(row.text("id"))
    if current is not None and not whole:
        row = row.over(to_person_record(current), ())
    try:
        record = PersonRecord.model_validate(row.values)
    except ValidationError as error:
        names = [(str(found["loc"][0]) if found["loc"] else "person", found["msg"]) for found in error.errors()]
        return [*row.faults, *(Problem(name, "malformed", text) for name, text in dict(names).items())]
    return list(row.faults) or Person(**record.model_dump())


def _doubles(listed: Sequence[tuple[ListedRow, Person]]) -> list[RowProblem]:
    seen: dict[str, ListedRow] = {}
    problems = []
    for row, person in listed:
        names = [("id", BY_ID + person.id), *(("identities", identity) for identity in person.identities)]
        for field_name, name in names:
            first = seen.setdefault(name, row)
            if first is not row:
                problems.append(row.problem(Problem(field_name, "double", f"is that of {first.name} as well")))
    return problems


def _id_in(register: Register, person: Person) -> PersonId:
    if person.id in register.people:
        return person.id
    known = filter(None, map(register.person_by_reference, person.references))
    return next((found.id for found in known), person.id)


def reference_in(register: Register, person_id: PersonId) -> str:
    """What files name a person by: the first identity or else the e-mail address, where it is that person's alone."""
    person = register.person(person_id)
    for reference in filter(None, (*person.identities[:1], person.email)):
        parsed = parse_reference(reference)
        found = register.person_by_reference(parsed) if parsed else None
        if found is not None and found.id == person_id:
            return reference
    return BY_ID + person_id
