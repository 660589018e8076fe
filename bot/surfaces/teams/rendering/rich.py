"""The words of a message as elements of a card, in pieces that fit.

All words go out as ``TextRun``, in which Teams reads no Markdown and nobody can be called, whoever wrote them.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeVar, assert_never

from bot.messages.model import Bold, Link, PersonSpan, Span, Spans, Text
from bot.surfaces import rendering
from bot.surfaces.teams.rendering.text import clean

Json = dict[str, Any]

GROUP: Final = 12_000
"""The most that one element of a card weighs, in bytes, so that a long message can be divided between any two."""
_PIECE: Final = 500
"""The longest text of one run, in characters; they weigh up to twelve bytes each."""
_WEB_ADDRESS: Final = re.compile(r"https?://[^\s<>|\"\\]{1,2000}", re.IGNORECASE)
_TEAMS_USER: Final = re.compile(r"teams:([A-Za-z0-9-]+)")

_T = TypeVar("_T")

BOLD: Final[Json] = {"weight": "Bolder"}
SMALL: Final[Json] = {"size": "Small", "isSubtle": True}
WRONG: Final[Json] = {"weight": "Bolder", "color": "Attention"}


def paragraphs(spans: Spans, look: Json | None = None) -> list[Json]:
    """``spans`` as a block of text, or several where they are long; none where there is nothing to see."""
    runs = [{**run, **(look or {})} for span in spans for run in _runs(span)]
    groups = divided(runs, GROUP)
    return [{"type": "RichTextBlock", "inlines": group} for group in groups if _shows(group)]


def words(text: str, look: Json | None = None) -> list[Json]:
    """``text`` as ``paragraphs``."""
    return paragraphs((Text(text),), look)


def bullet(item: Spans) -> list[Json]:
    """``item`` as ``paragraphs``, as one of a list."""
    return close(paragraphs((Text("• "), *item))) if paragraphs(item) else []


def close(elements: list[Json]) -> list[Json]:
    """``elements`` near to what stands before them."""
    return [{**element, "spacing": "Small"} for element in elements]


def weigh(node: object) -> int:
    """What ``node`` takes of a message, in bytes, at worst: Teams does not say which coding of its JSON it counts."""
    text = json.dumps(node, ensure_ascii=False)
    return 2 * len(text) if text.isascii() else max(len(json.dumps(node)), len(text.encode("utf-16-le")))


def divided(items: Iterable[_T], limit: int) -> Iterator[list[_T]]:
    """``items`` in groups, in their order, of at most ``limit`` in weight."""
    return rendering.divided(items, limit, weigh, between=4)


def teams_user(identities: Iterable[str]) -> str | None:
    """The first id of an account in Teams among ``identities``."""
    found = (_TEAMS_USER.fullmatch(identity) for identity in identities)
    return next((match[1] for match in found if match), None)


def _runs(span: Span) -> list[Json]:
    match span:
        case Text():
            return _pieces(span.text)
        case Bold():
            return _pieces(span.text, BOLD)
        case Link():
            return _link(span.text, clean(span.url).strip())
        case PersonSpan():
            return _pieces(span.name)
        case _:
            assert_never(span)


def _link(text: str, url: str) -> list[Json]:
    if not _WEB_ADDRESS.fullmatch(url):
        return _pieces(f"{text} ({url})" if url and url != text else text)
    look = {"color": "Accent", "underline": True, "selectAction": {"type": "Action.OpenUrl", "url": url}}
    return _pieces(text if clean(text).strip() else url, look)


def _pieces(text: str, look: Json | None = None) -> list[Json]:
    return [{"type": "TextRun", "text": piece, **(look or {})} for piece in _split(clean(text))]


def _split(text: str) -> Iterator[str]:
    while len(text) > _PIECE:
        end = text.rfind(" ", _PIECE // 2, _PIECE) + 1 or _PIECE
        yield text[:end]
        text = text[end:]
    if text:
        yield text


def _shows(runs: list[Json]) -> bool:
    return bool("".join(run["text"] for run in runs).strip())
