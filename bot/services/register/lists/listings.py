"""A list of channels and people as it comes from outside, row by row, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.errors import SomebotError
from bot.services.register.records.channel_records import Problem

Kind = Literal["channel", "person"]


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong with one row, counted from 1; row 0 is the document itself.

    ``place`` says where in its file it stands (``line 7, column "Osoite"``), where the file has such places.
    """

    row: int
    problem: Problem
    kind: Kind = "channel"
    place: str = ""

    def __str__(self) -> str:
        if self.place:
            return f"{self.place}: {self.problem.text}"
        place = f"{self.kind} {self.row}: " if self.row else ""
        return f"{place}{self.problem.field}: {self.problem.text}"


class InvalidImportError(SomebotError):
    """The document cannot be imported, and nothing of it was; ``problems`` say why, row by row."""

    def __init__(self, problems: Sequence[RowProblem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class ListedRow:
    """One row: its number (the line of a file), and what it says, by the names of a record's fields.

    ``place`` says where a field of it stands (the whole row, for an empty name); ``faults`` are what is wrong with the
    row's form.
    """

    number: int
    values: object
    kind: Kind = "channel"
    place: Callable[[str], str] | None = None
    faults: tuple[Problem, ...] = ()

    def problem(self, problem: Problem) -> RowProblem:
        """``problem`` at its place."""
        return RowProblem(self.number, problem, self.kind, self.place(problem.field) if self.place else "")

    @property
    def name(self) -> str:
        """What other rows call this one."""
        return self.place("") if self.place else f"{self.kind} {self.number}"

    def text(self, field: str) -> str:
        """The text in one field; empty where there is none."""
        value = self.values.get(field) if isinstance(self.values, Mapping) else None
        return value.strip() if isinstance(value, str) else ""

    def over(self, base: Mapping[str, object], kept_when_blank: Sequence[str]) -> ListedRow:
        """This row, with ``base`` for what it does not say."""
        if not isinstance(self.values, Mapping):
            return self
        said = {key: value for key, value in self.values.items() if value != "" or key not in kept_when_blank}
        return replace(self, values={**base, **said})


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows of a file. Where they are not ``whole``, what a row does not say stays as it is in the register.

    ``left_alone`` names what else is in the file, and is not read.
    """

    channels: tuple[ListedRow, ...]
    people: tuple[ListedRow, ...] = ()
    left_alone: tuple[str, ...] = ()
    whole: bool = True


def listing_of(document: object) -> Listing:
    """The rows of a JSON document ``{"channels": […], "people": […]}``, or of a listing. Raises InvalidImportError."""
    if isinstance(document, Listing):
        return document
    if not isinstance(document, Mapping) or not isinstance(document.get("channels"), list):
        missing = Problem("channels", "missing", 'the document is an object with a list "channels"')
        raise InvalidImportError([RowProblem(0, missing)])
    people = document.get("people", [])
    if not isinstance(people, list):
        raise InvalidImportError([RowProblem(0, Problem("people", "malformed", '"people" is a list'))])
    return Listing(
        channels=tuple(ListedRow(number, values) for number, values in enumerate(document["channels"], start=1)),
        people=tuple(ListedRow(number, values, "person") for number, values in enumerate(people, start=1)),
    )
