"""How a figure has developed, as columns to be drawn, and in the words that say the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.messages.report.tables import Table
from bot.messages.texts import Texts

_SHOWN = (2, 3)
"""Which columns of the table of the development are drawn: the channels in use, and the duties that are open."""


@dataclass(frozen=True, slots=True)
class Development:
    """What a figure was on each day, oldest first; ``words`` say the same to whoever does not see it drawn."""

    title: str
    points: tuple[tuple[date, int], ...]
    words: str

    @property
    def highest(self) -> int:
        """What the highest column stands for; never zero, so that any figure can be measured by it."""
        return max((count for _, count in self.points), default=0) or 1


def developments_of(texts: Texts, table: Table) -> Iterator[Development]:
    """What is drawn of the ``table`` of the development."""
    for place in _SHOWN:
        counted = ((row[0], row[place]) for row in table.rows)
        points = tuple((day, count) for day, count in counted if isinstance(day, date) and isinstance(count, int))
        if not any(count for _, count in points):
            continue  # an empty picture shows nothing that the words do not say
        words = ", ".join(f"{texts('value-date', day=day)}: {count}" for day, count in points)
        yield Development(table.headers[place], points, f"{words}.")
