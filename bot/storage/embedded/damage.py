"""Reading back what this program has written; what is something else is damaged, and told without what it holds."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.errors import StoreError

HOW_TO_RESTORE = "It was left as it is: restore a backup with `python -m bot restore FILE`"

T = TypeVar("T")


class DamagedFileError(StoreError):
    """A file of the store holds something that this program does not write."""


def from_text(adapter: TypeAdapter[T], text: bytes, where: str, advice: str = HOW_TO_RESTORE) -> T:
    """What ``text`` holds, by its ``adapter``. Raises DamagedFileError, which begins with ``where`` and ends
    with ``advice``."""
    try:
        return adapter.validate_json(text)
    except ValidationError as error:
        raise DamagedFileError(_reason(error, where, advice)) from None


def from_plain(adapter: TypeAdapter[T], plain: Any, where: str, advice: str = HOW_TO_RESTORE) -> T:
    """As ``from_text``, for JSON that was parsed already."""
    try:
        return adapter.validate_python(plain)
    except ValidationError as error:
        raise DamagedFileError(_reason(error, where, advice)) from None


def _reason(error: ValidationError, where: str, advice: str) -> str:
    """One line that says what is wrong and shows none of the values, which may be personal data."""
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{where}: {f'{place}: ' if place else ''}{first['msg']}. {advice}"
