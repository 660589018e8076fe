"""Feeds as they are met in the wild, all made up: what came, and what is to be read from it at ``AT``."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from bot.activity.model import Failure

AT: Final = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
Expected = datetime | None | Failure
"""The newest entry's date; None where the feed works and says nothing; why it cannot be read."""


def day(number: int, hour: int = 12, minute: int = 0, *, month: int = 11) -> datetime:
    """A moment in 2026."""
    return datetime(2026, month, number, hour, minute, tzinfo=UTC)


def rss(*items: str, head: str = "<title>Kirjasto</title>", attributes: str = "") -> str:
    """An RSS feed with these items."""
    entries = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?><rss version="2.0"{attributes}><channel>{head}{entries}</channel></rss>'


def atom(*entries: str, head: str = "<title>Museo</title>", attributes: str = "") -> str:
    """An Atom feed with these entries."""
    inner = "".join(f"<entry>{entry}</entry>" for entry in entries)
    return f'<feed xmlns="http://www.w3.org/2005/Atom"{attributes}>{head}{inner}</feed>'


def dated(text: str) -> str:
    """An RSS item's date."""
    return f"<title>Uutinen</title><pubDate>{text}</pubDate>"


_DC = ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
_MEDIA = ' xmlns:media="http://search.yahoo.com/mrss/" xmlns:yt="http://www.youtube.com/xml/schemas/2015"'
_BOMB = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)
_FIRST = dated("Fri, 20 Nov 2026 10:00:00 +0200")

WILD: Final[dict[str, tuple[bytes, Expected]]] = {
    "plain rss": (rss(_FIRST).encode(), day(20, 8)),
    "pinned post first": (rss(dated("Mon, 01 Jun 2026 10:00:00 GMT"), _FIRST).encode(), day(20, 8)),
    "the feed was built later": (
        rss(_FIRST, head="<lastBuildDate>Tue, 24 Nov 2026 08:00:00 GMT</lastBuildDate>").encode(),
        day(20, 8),
    ),
    "neither weekday nor seconds": (rss(dated("14 Nov 2026 16:33 +0000")).encode(), day(14, 16, 33)),
    "year of two digits": (rss(dated("08 Nov 26 19:00 +0000")).encode(), day(8, 19)),
    "lower case zone": (rss(dated("Fri, 20 Nov 2026 10:00:00 gmt")).encode(), day(20, 10)),
    "no zone": (rss(dated("Fri, 20 Nov 2026 10:00:00")).encode(), day(20, 10)),
    "iso in rss": (rss(dated("2026-11-20T10:00:00+02:00")).encode(), day(20, 8)),
    "date of a day": (rss("<dc:date>2026-11-20</dc:date>", attributes=_DC).encode(), day(20, 0)),
    "by hand, in Finnish": (rss(dated("20.11.2026 klo 9.30")).encode(), day(20, 9, 30)),
    "month in words": (rss(dated("20. marraskuuta 2026")).encode(), None),
    "announced for Christmas": (rss(dated("Thu, 24 Dec 2026 10:00:00 GMT"), _FIRST).encode(), day(20, 8)),
    "a clock ahead": (rss(dated("Tue, 24 Nov 2026 22:00:00 GMT")).encode(), AT),
    "only announced": (rss(dated("Thu, 24 Dec 2026 10:00:00 GMT")).encode(), None),
    "a date that a site forgot": (rss(dated("Wed, 30 Nov -0001 00:00:00 +0000"), _FIRST).encode(), day(20, 8)),
    "years that cannot be": (rss(dated("Fri, 20 Nov 0026 10:00:00 GMT"), dated("1970-01-01T00:00:00Z")).encode(), None),
    "no entries": (rss().encode(), None),
    "entries without dates": (rss("<title>Yksi</title>", "<title>Kaksi</title>").encode(), None),
    "a bare ampersand": (rss("<title>Kahvi & pulla &nbsp; nyt</title>" + _FIRST).encode(), day(20, 8)),
    "control characters": (rss("<description>a\x0bb\x00c</description>" + _FIRST).encode(), day(20, 8)),
    "blank lines in front": (b"\n\n  " + rss(_FIRST).encode(), day(20, 8)),
    "a byte order mark": (b"\xef\xbb\xbf" + rss(_FIRST).encode(), day(20, 8)),
    "utf-16": (rss(_FIRST, head="<title>Nähtävyydet & muut</title>").encode("utf-16"), day(20, 8)),
    "latin-1": (
        rss(_FIRST, head="<title>Päiväkoti</title>").replace("?>", " encoding='ISO-8859-1'?>", 1).encode("latin-1"),
        day(20, 8),
    ),
    "windows-1252": (
        rss(_FIRST, head="<title>“Päivä”</title>").replace("?>", " encoding='windows-1252'?>", 1).encode("cp1252"),
        day(20, 8),
    ),
    "rdf": (
        (
            f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"{_DC}>'
            "<channel><title>Vanha</title></channel><item><dc:date>2026-11-20T08:00Z</dc:date></item></rdf:RDF>"
        ).encode(),
        day(20, 8),
    ),
    "atom": (atom("<published>2026-11-20T08:00:00Z</published>").encode(), day(20, 8)),
    "atom, edited since": (
        atom("<updated>2026-11-23T08:00:00Z</updated><published>2026-11-20T08:00:00Z</published>").encode(),
        day(20, 8),
    ),
    "atom without published": (atom("<updated>2026-11-20T08:00:00.000Z</updated>").encode(), day(20, 8)),
    "atom, a source inside": (
        atom(
            "<source><updated>2026-11-23T08:00:00Z</updated></source><published>2026-11-20T08:00:00Z</published>"
        ).encode(),
        day(20, 8),
    ),
    "youtube": (
        atom(
            "<published>2026-11-18T10:00:00+00:00</published><updated>2026-11-24T01:00:00+00:00</updated>"
            "<media:group><media:title>Valtuusto</media:title></media:group>",
            head="<title>Kunta</title><published>2011-03-01T10:00:00+00:00</published>",
            attributes=_MEDIA,
        ).encode(),
        day(18, 10),
    ),
    "flickr, taken long ago": (
        atom(
            "<published>2026-11-20T08:00:00Z</published><dc:date.Taken>1931-06-01T00:00:00-08:00</dc:date.Taken>",
            attributes=_DC,
        ).encode(),
        day(20, 8),
    ),
    "json feed": (
        b'{"version": "https://jsonfeed.org/version/1.1", "title": "Blogi", "items": ['
        b'{"date_published": "2026-11-20T08:00:00Z", "date_modified": "2026-11-23T08:00:00Z"}, {"id": 7}, null]}',
        day(20, 8),
    ),
    "json feed without items": (b'{"version": "https://jsonfeed.org/version/1"}', None),
    "some other json": (b'{"items": []}', Failure.UNREADABLE),
    "broken json": (b'{"version": "https://jsonfeed.org/version/1", "items": [', Failure.UNREADABLE),
    "json, very deep": (b'{"a":' * 100_000, Failure.UNREADABLE),
    "cut off": (rss(_FIRST).encode()[:-20], Failure.UNREADABLE),
    "empty": (b"", Failure.UNREADABLE),
    "a page": (b"<!DOCTYPE html><html><head><title>404</title></head></html>", Failure.UNREADABLE),
    "another document": (b"<?xml version='1.0'?><urlset><url/></urlset>", Failure.UNREADABLE),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(200), Failure.UNREADABLE),
    "unknown encoding": (b"<?xml version='1.0' encoding='klingon'?><rss/>", Failure.UNREADABLE),
    "entity bomb": ((_BOMB + rss("<title>&d;</title>" + _FIRST)[21:]).encode(), Failure.UNREADABLE),
    "external entity": (
        f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>{rss("<title>&x;</title>")[21:]}'.encode(),
        Failure.UNREADABLE,
    ),
    "external dtd": (
        f'<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://dtd.kunta.example/rss.dtd">{rss(_FIRST)[21:]}'.encode(),
        Failure.UNREADABLE,
    ),
    "very deep": (b"<rss><channel>" + b"<a>" * 200_000, Failure.UNREADABLE),
}
