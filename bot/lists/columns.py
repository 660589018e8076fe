"""The columns of a list of channels: which field a header means, in three languages."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from bot.services.register.fields import CHANNEL_FIELDS, PERSON_FIELDS, RecordField


def fold(header: str) -> str:
    """A header as it is compared: small letters, words with one space between, no marks."""
    return " ".join(re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", header).casefold()).split())


def _accepted(columns: Sequence[RecordField]) -> Mapping[str, tuple[str, ...]]:
    """The fields that each header may mean, by the folded header, in the order of the columns."""
    fields: dict[str, list[str]] = {}
    for column in columns:
        for name in dict.fromkeys(map(fold, (column.key, column.fi, column.sv, column.en, *column.others))):
            fields.setdefault(name, []).append(column.key)
    return {name: tuple(meant) for name, meant in fields.items()}


_CHANNEL_HEADERS = _accepted(CHANNEL_FIELDS)
_PEOPLE_HEADERS = {name: meant for name, meant in _accepted(PERSON_FIELDS).items() if name != "id"} | {
    "person id": ("id",)
}


class SameColumnTwiceError(ValueError):
    """Two headers mean one field; they are the arguments."""


def channel_fields(headers: Sequence[str]) -> Mapping[int, str]:
    """The field that each column means, by its place.

    A header that may mean several, such as *Kanava*, means the first that no other column is for. Raises
    SameColumnTwiceError.
    """
    meant = _meant(headers, _CHANNEL_HEADERS)
    found: dict[int, str] = {}
    while meant:
        free = {place: [field for field in fields if field not in found.values()] for place, fields in meant.items()}
        place = min(meant, key=lambda one: (len(free[one]), one))
        if free[place]:
            found[place] = free[place][0]
        elif len(meant[place]) == 1:
            first = next(other for other, field in found.items() if field == meant[place][0])
            raise SameColumnTwiceError(headers[first], headers[place])
        del meant[place]
    return found


def people_fields(headers: Sequence[str]) -> Mapping[int, str]:
    """The field that each column of a list of people means; empty unless these are the headers of such a list."""
    found = {place: fields[0] for place, fields in _meant(headers, _PEOPLE_HEADERS).items()}
    return found if "id" in found.values() and len(found) == sum(bool(text.strip()) for text in headers) else {}


def _meant(headers: Sequence[str], accepted: Mapping[str, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    return {place: accepted[fold(text)] for place, text in enumerate(headers) if fold(text) in accepted}
