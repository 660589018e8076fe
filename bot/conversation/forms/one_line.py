"""One-line forms, for those who like to type: ``edit the library's instagram interval=30``.

A field is named by its key or by its label in any language, and ``=``; its value runs to the next field's name. What is
typed before the first field is read as any text is.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from bot.conversation.forms.form import FieldKind, FormField, FormValues
from bot.domain.calendar.days import parse_day
from bot.domain.language import Language
from bot.messages.texts import texts_in
from bot.services.register.fields import FORM_FIELDS

_QUOTES = "\"'“”„‟‘’‚‛«»‹›"
_YES = frozenset({"yes", "kyllä", "ja", "x"})

_KEYS = (
    *(field.key for field in FORM_FIELDS),
    *("start", "end", "reason", "cover", "to", "authorised_by", "no_successor", "until_told", "add", "remove"),
    *("closing_access_by", "closing_archive", "closing_announcement"),
)
"""All fields that can be named."""

_SHORT: Mapping[str, str] = {
    **{short: field.key for field in FORM_FIELDS for short in field.short},
    "lisää": "add",
    "tillsätt": "add",
    "poista": "remove",
    "avlägsna": "remove",
    **dict.fromkeys(("alkaa", "alku", "från", "börjar", "from", "starts"), "start"),
    **dict.fromkeys(("päättyy", "loppuu", "loppu", "till", "slutar", "until", "ends"), "end"),
    "valtuuttanut": "authorised_by",
    "fullmakt": "authorised_by",
    "authorised": "authorised_by",
}
"""Short names beside the keys and labels; each leads to a field's key."""


def split(text: str) -> tuple[str, str]:
    """What is typed before the first field, and the fields."""
    if "=" not in text:
        return text, ""
    for match in _given().finditer(text):
        if _key_of(match[1]):
            return text[: match.start()].strip(), text[match.start() :].strip(" ,;")
    return text, ""


def values_of(given: str, fields: Iterable[FormField]) -> FormValues:
    """The values that ``given`` has for ``fields``, as the form carries them; other fields are left out."""
    by_key = {field.key: field for field in fields}
    return {key: _as_carried(by_key[key], value) for name, value in _named(given) if (key := _key_of(name)) in by_key}


def names_beside(given: str, fields: Iterable[FormField]) -> tuple[str, ...]:
    """The names in ``given`` that are none of ``fields``: what was typed under them would be lost unsaid."""
    keys = {field.key for field in fields}
    return tuple(name for name, _ in _named(given) if _key_of(name) not in keys)


def _named(given: str) -> Iterator[tuple[str, str]]:
    """Each name with what is typed after it."""
    matches = list(_given().finditer(given))
    ends = [*(match.start() for match in matches), len(given)][1:]
    for match, end in zip(matches, ends, strict=True):
        yield match[1], _unquoted(given[match.end() : end].strip(" ,;\n\t"))


def _unquoted(value: str) -> str:
    """``value`` without the quotation marks around it, which differ by language and keyboard; those in it stay."""
    while len(value) > 1 and value[0] in _QUOTES and value[-1] in _QUOTES:
        value = value[1:-1].strip()
    if sum(value.count(mark) for mark in _QUOTES) == 1:  # one that was never closed, or never opened
        value = value.strip(_QUOTES)
    return value


def _as_carried(field: FormField, value: str) -> str:
    match field.kind:
        case FieldKind.CHECK:
            return "yes" if value.lower() in _YES else ""
        case FieldKind.DATE:
            day = parse_day(value)
            return day.isoformat() if day else value
        case FieldKind.CHOICE:
            options = {_plain(word): option.value for option in field.options for word in (option.value, option.label)}
            return options.get(_plain(value), value)
        case _:
            return value


def _key_of(name: str) -> str:
    """The key of the field that ``name`` names; empty where it names none."""
    return _names().get(_plain(name), "")


@cache
def _given() -> re.Pattern[str]:
    """A name and ``=``: a label of several words, or one word."""
    labels = sorted((name for name in _labels() if " " in name), key=len, reverse=True)
    several = "|".join(re.escape(label) for label in labels)
    return re.compile(rf"(?:^|[\s,;])({several}|[^\W\d_][\w-]{{0,40}})\s?=(?!=)", re.IGNORECASE)


@cache
def _labels() -> Mapping[str, str]:
    """The key of a field by its label in each language, without what stands there in brackets."""
    return {
        texts_in(language)(f"field-{key.replace('_', '-')}").partition(" (")[0]: key
        for language in reversed(list(Language))
        for key in reversed(_KEYS)
    }


@cache
def _names() -> Mapping[str, str]:
    """The key of a field by each of its names."""
    return {
        **{_plain(label): key for label, key in _labels().items()},
        **{_plain(short): key for short, key in _SHORT.items()},
        **{_plain(key): key for key in _KEYS},
    }


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", "", unicodedata.normalize("NFC", name).lower())
