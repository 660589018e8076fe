"""Reading back what this program has written; what is something else is damaged, and told without what it holds."""

from collections.abc import Callable
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.errors import StoreError

HOW_TO_RESTORE = "It was left as it is: restore a backup with `python -m bot restore FILE`"

T = TypeVar("T")


class DamagedFileError(StoreError):
    """A file of the store holds something that this program does not write."""


def from_text(adapter: TypeAdapter[T], text: bytes, where: str, advice: str = HOW_TO_RESTORE) -> T:
    """What ``text`` holds, by its ``adapter``. Raises DamagedFileError, which begins with ``where``, ends with
    ``advice``, and shows none of the values, which may be personal data."""
    return _valid(adapter.validate_json, text, where, advice)


def from_plain(adapter: TypeAdapter[T], plain: Any, where: str, advice: str = HOW_TO_RESTORE) -> T:
    """As ``from_text``, for JSON that was parsed already."""
    return _valid(adapter.validate_python, plain, where, advice)


def _valid(validate: Callable[[Any], T], value: Any, where: str, advice: str) -> T:
    try:
        return validate(value)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise DamagedFileError(f"{where}: {f'{place}: ' if place else ''}{first['msg']}. {advice}") from None
