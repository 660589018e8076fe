"""Feeds: RSS 2.0 and 1.0, Atom, JSON Feed. Of their entries only date and link are read.

Lenient where editors paste by hand (a bare ``&``, control characters), strict in the rest: what is cut off or no feed
is an error and not "nothing new". The feed's own dates are never used: they move with edits, comments and statistics,
or say when a channel was made.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from bot.activity.model import Failure, Seen, SourceError
from bot.activity.moments import moment_of, newest_of
from bot.activity.text import items_of, json_of, shown, text_at, web_address

_ROOTS: Final = frozenset({"rss", "feed", "RDF"})
_ENTRIES: Final = frozenset({"item", "entry"})
_DATES: Final = (
    *("published", "pubDate", "issued", "date", "created"),
    *("updated", "modified"),  # only where nothing says when it was published: an edit is no activity
)
_READ: Final = frozenset({*_DATES, "link", "guid", "origLink"})
_LOOSE: Final = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_DECLARED: Final = re.compile(r"""^<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_FIELD: Final = 2048  # no date, title or link is longer (characters)

Entry = dict[str, str]
"""What one entry says, by the names of RSS and Atom without their namespaces."""


def entries_in(items: Iterable[object], **names: str) -> Iterator[Entry]:
    """Entries of ``items`` from JSON, by what the fields are called there."""
    return ({name: text_at(item, theirs)[:_FIELD] for name, theirs in names.items()} for item in items)


def parse(body: bytes, at: datetime) -> Seen:
    """What a feed says at ``at``. Raises SourceError where ``body`` is none."""
    title, entries = read(body)
    return seen_in(entries, at, title=title)


def read(body: bytes) -> tuple[str, list[Entry]]:
    """The title and the entries of a feed. Raises SourceError where ``body`` is none."""
    if body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return _from_json(body)
    collector = _Collector()
    parser = DefusedXMLParser(target=collector, forbid_dtd=True)
    try:
        # Without what makes a hand-made feed ill-formed; nothing that is missing is guessed at.
        parser.feed(_LOOSE.sub("&amp;", _CONTROL.sub("", _decoded(body).lstrip("\ufeff \t\r\n"))))
        parser.close()
    except (ParseError, DefusedXmlException, ValueError, LookupError):
        raise SourceError(Failure.UNREADABLE) from None
    return collector.title, collector.entries


def seen_in(entries: Iterable[Entry], at: datetime, *, title: str = "") -> Seen:
    """The newest of ``entries``: over all of them, since pinned ones come first."""
    dated = [(moment, entry) for entry in entries if (moment := _moment(entry))]
    come = [(moment, entry) for moment, entry in dated if newest_of([moment], at)]
    announced = len(come) < len(dated)
    if not come:
        return Seen(None, shown(title), announced=announced)
    moment, entry = max(come, key=lambda one: one[0])
    link = next((found for name in ("origLink", "link", "guid") if (found := web_address(entry.get(name, "")))), "")
    return Seen(newest_of([moment], at), shown(title), link, announced=announced)


def _moment(entry: Entry) -> datetime | None:
    return next((moment for name in _DATES if (moment := moment_of(entry.get(name, "")))), None)


def _from_json(body: bytes) -> tuple[str, list[Entry]]:
    feed = json_of(body)
    if not text_at(feed, "version").startswith("https://jsonfeed.org/"):
        raise SourceError(Failure.UNREADABLE)
    entries = entries_in(items_of(feed, "items"), published="date_published", updated="date_modified", link="url")
    return text_at(feed, "title"), list(entries)


def _decoded(body: bytes) -> str:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8")):
        if body.startswith(mark):
            return body.decode(encoding)
    declared = _DECLARED.match(body[:300].lstrip().decode("latin-1"))
    text = body.decode(declared[1] if declared else "utf-8")
    return text if not declared else text.replace(declared[0], "<?xml version='1.0'", 1)


class _Collector:
    """Takes what the parser reads and keeps the few fields of entries: a large feed makes no large tree."""

    def __init__(self) -> None:
        self.title = ""
        self.entries: list[Entry] = []
        self._path: list[str] = []
        self._entry: Entry | None = None
        self._depth = 0
        """How deep the entry is, or was."""
        self._text: list[str] | None = None
        self._field_depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        if not self._path and name not in _ROOTS:
            raise ValueError(f"<{name}> is no feed")
        self._path.append(name)
        if self._entry is None and name in _ENTRIES:
            self._entry, self._depth = {}, len(self._path)
            self.entries.append(self._entry)
        elif self._is_field(name):
            self._text, self._field_depth = [], len(self._path)
            if name == "link" and self._entry is not None and attributes.get("rel", "alternate") == "alternate":
                self._entry.setdefault("link", attributes.get("href", "")[:_FIELD])

    def data(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def end(self, tag: str) -> None:
        name = self._path.pop()
        if self._entry is not None and len(self._path) < self._depth:
            self._entry = None
        if self._text is None or len(self._path) >= self._field_depth:
            return
        text, self._text = "".join(self._text).strip()[:_FIELD], None
        if self._entry is None:
            self.title = self.title or text
        elif text and not self._entry.get(name):
            self._entry[name] = text

    def close(self) -> None:
        """Nothing is left to do."""

    def _is_field(self, name: str) -> bool:
        """Whether the element that has just begun is a field: a child of an entry, or the feed's title."""
        if self._entry is not None:
            return len(self._path) == self._depth + 1 and name in _READ
        return name == "title" and len(self._path) <= 3 and "image" not in self._path
