"""Rich text: the words of a message as Slack's elements, in groups that fit.

All text goes out as elements of a ``rich_text`` block or as ``plain_text``. Slack reads no markup in those:
``<!channel>``, ``<@U0123>``, ``*``, ``_`` and backticks come out as typed, and call nobody. In ``mrkdwn`` the first two
can be escaped and the others can not be at all. So nothing here is ``mrkdwn``, whoever wrote it.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar, assert_never

from pydantic_core import to_json

from bot.messages.model import Bold, Link, PersonSpan, Span, Spans, Text
from bot.surfaces import rendering
from bot.surfaces.slack.rendering.text import WIDEST, clean, fits, size, split

Json = dict[str, Any]
Elements = list[Json]
"""Elements that stand in one paragraph, field or list item."""

GROUP = 3000
"""The weight of what goes into one block: Slack's limit for a text object. It tells none for rich text."""
_PIECE = 2500
"""The longest text of one element: with what surrounds it in JSON it still fits a group."""
_SHORT = _PIECE // WIDEST
"""How many characters are one piece, whatever they are."""
_LINK_TEXT = 1000
_WEB_ADDRESS = re.compile(r"https?://[^\s<>|\"]{1,2000}", re.IGNORECASE)
_SLACK_USER = re.compile(r"slack:([UW][A-Z0-9]+)")

_T = TypeVar("_T")


def row(spans: Spans) -> Elements:
    """The elements of ``spans``."""
    elements: Elements = []
    for span in spans:
        elements += _elements(span)
    return elements


def parts(whole: Elements) -> list[Elements]:
    """``whole`` in parts of which each fits into one block; without those where there is nothing to see: Slack refuses
    empty texts."""
    return [part for part in divided(whole, GROUP) if _shows(part)]


def groups(rows: Iterable[Elements]) -> Iterator[list[Elements]]:
    """``rows`` in groups of which each fits into one block; a row that is too long itself goes on in the next group."""
    return divided([part for whole in rows for part in parts(whole)], GROUP)


def _shows(row: Elements) -> bool:
    return bool("".join([element.get("text", "user") for element in row]).strip())


def rich_text(*elements: Json) -> Json:
    """A block of sections, lists or quotes."""
    return {"type": "rich_text", "elements": list(elements)}


def section(rows: list[Elements]) -> Json:
    """``rows`` below each other."""
    return {"type": "rich_text_section", "elements": _join(rows, "\n")}


def bullets(rows: list[Elements]) -> Json:
    """``rows`` as the items of a list."""
    items = [{"type": "rich_text_section", "elements": item} for item in rows]
    return {"type": "rich_text_list", "style": "bullet", "elements": items}


def quote(rows: list[Elements]) -> Json:
    """``rows`` as the paragraphs of a quotation."""
    return {"type": "rich_text_quote", "elements": _join(rows, "\n\n")}


def weigh(node: object) -> int:
    """What ``node`` takes of a message, at worst: Slack counts some of the JSON that surrounds the words as well."""
    # pydantic's JSON takes a third of the time that Python's does, and lacks the blank after each comma and colon.
    text = to_json(node).decode()
    return size(text) + text.count('":') + text.count(',"') + text.count(",{")


def divided(items: Iterable[_T], limit: int, most: int | None = None) -> Iterator[list[_T]]:
    """``items`` in groups, in their order, of at most ``limit`` in weight and ``most`` in number."""
    return rendering.divided(items, limit, weigh, most=most)


def slack_user(identities: Iterable[str]) -> str | None:
    """The first Slack id among ``identities``."""
    found = (_SLACK_USER.fullmatch(identity) for identity in identities)
    return next((match[1] for match in found if match), None)


def _elements(span: Span) -> Elements:
    match span:
        case Text():
            return _texts(span.text)
        case Bold():
            return [element | {"style": {"bold": True}} for element in _texts(span.text)]
        case Link():
            return _link(clean(span.text), clean(span.url).strip())
        case PersonSpan():
            return _person(span)
        case _:
            assert_never(span)


def _texts(text: str) -> Elements:
    if text.isprintable() and len(text) <= _SHORT:
        return [{"type": "text", "text": text}] if text else []
    return [{"type": "text", "text": piece} for piece in split(clean(text), _PIECE) if piece]


def _link(text: str, url: str) -> Elements:
    if _WEB_ADDRESS.fullmatch(url) and fits(text, _LINK_TEXT):
        return [{"type": "link", "url": url, "text": text if text.strip() else url}]
    return _texts(f"{text} ({url})" if url and url != text else text)


def _person(span: PersonSpan) -> Elements:
    # A user element calls the person to the message, also where only the name was meant.
    user = slack_user(span.identities) if span.notify else None
    return [{"type": "user", "user_id": user}] if user else _texts(span.name)


def _join(rows: list[Elements], mark: str) -> Elements:
    joined = list(rows[0])
    for following in rows[1:]:
        joined += [{"type": "text", "text": mark}, *following]
    return joined
