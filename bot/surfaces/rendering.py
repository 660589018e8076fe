"""What rendering for any workspace needs: pieces that fit, the words in what is rendered, what a picker can show."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TypeVar

_T = TypeVar("_T")


def divided(
    items: Iterable[_T], limit: int, weigh: Callable[[object], int], *, between: int = 0, most: int | None = None
) -> Iterator[list[_T]]:
    """``items`` in groups, in their order, of at most ``limit`` in weight and ``most`` in number; an item that is too
    heavy has a group of its own. Each weighs as ``weigh`` says, and what comes ``between`` it and the next."""
    group: list[_T] = []
    total = 0
    every = list(items)
    if len(every) < 2 or (weigh(every) <= limit and (most is None or len(every) <= most)):  # as nearly always
        group, every = every, []
    for item in every:
        weight = weigh(item) + between
        if group and (total + weight > limit or len(group) == most):
            yield group
            group, total = [], 0
        group.append(item)
        total += weight
    if group:
        yield group


def texts_of(node: object) -> Iterator[str]:
    """The texts in rendered elements, and those that stand for pictures, in their order."""
    match node:
        case list():
            for child in node:
                yield from texts_of(child)
        case {"text": str(text)} | {"altText": str(text)}:
            yield text
        case dict():
            yield from texts_of(list(node.values()))


def is_date(value: str) -> bool:
    """Whether an input for dates can show ``value``: it would drop anything else, which the person has to see."""
    try:
        return not value or date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
