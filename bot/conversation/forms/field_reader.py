"""Reads what was filled in, and collects what is wrong with it."""

from datetime import date
from typing import Self

from bot.conversation.forms.form import FormValues
from bot.domain.calendar.days import parse_day
from bot.domain.people import parse_reference
from bot.services.register.records.channel_records import InvalidInputError, Problem


class FieldReader:
    """Reads a small form's values and collects what is wrong with them: of all that was read within its ``with``, that
    raises InvalidInputError at the end."""

    def __init__(self, values: FormValues) -> None:
        self._values = values
        self.problems: list[Problem] = []

    def day(self, key: str) -> date:
        """A date that has to be given; ``date.min`` where it is wrong."""
        day = parse_day(self.text(key))
        if day is None:
            self._note(key, "date")
        return day or date.min

    def people(self, key: str) -> list[str]:
        """References of people, any number of them."""
        words = self._values.get(key, "").replace(",", " ").split()
        references = [parse_reference(word) for word in words]
        if not all(references):
            self._note(key, "person")
        return [reference for reference in references if reference]

    def text(self, key: str) -> str:
        """Words that have to be given."""
        value = self._values.get(key, "").strip()
        if not value:
            self._note(key, "missing")
        return value

    def person(self, key: str) -> str:
        """The reference of a person who has to be named; empty where it is wrong."""
        reference = parse_reference(self.text(key))
        if reference is None:
            self._note(key, "person")
        return reference or ""

    def not_past(self, start: date, end: date, today: date) -> None:
        """Note a last day that is before the first, or has passed."""
        if not self.problems and end < max(start, today):
            self._note("end", "pause-order" if end < start else "pause-past")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, failed: type[BaseException] | None, *_: object) -> None:
        if self.problems and failed is None:
            raise InvalidInputError(self.problems)

    def _note(self, key: str, code: str) -> None:
        if all(problem.field != key for problem in self.problems):
            self.problems.append(Problem(key, code, code))
