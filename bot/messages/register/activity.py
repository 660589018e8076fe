"""What is seen of channels in their sources, in words."""

from __future__ import annotations

from datetime import tzinfo
from typing import Final

from bot.activity.model import Failure, Result, SourceReport
from bot.domain.language import Language
from bot.messages.model import Actions, Block, Bold, Bullets, Heading, Message, Spans, Text, Verb
from bot.messages.parts import button, note, paragraph
from bot.messages.texts import Texts, texts_in
from bot.services.activity.notices import FirstLook, ServiceOut, SourceNotice, SourcesFound

SERVER: Final = "server"
KEY: Final = "key"
KINDS: Final = {
    Failure.BAD_ADDRESS: "address",
    Failure.NOT_PUBLIC: "address",
    Failure.INSECURE: "address",
    Failure.NOT_FOUND: "gone",
    Failure.GONE: "gone",
    Failure.NO_FEED: "no-feed",
    Failure.NO_ACCOUNT: "no-account",
    Failure.FORBIDDEN: "forbidden",
    Failure.CERTIFICATE: "certificate",
    Failure.UNREADABLE: "unreadable",
    Failure.TOO_LARGE: "unreadable",
    Failure.REDIRECTS: "unreadable",
    Failure.KEY_REFUSED: KEY,
    Failure.KEY_RIGHTS: KEY,
    Failure.KEY_LIMIT: KEY,
}
"""What a failure is to whoever keeps the register; the others mean that the server does not answer as it should."""


_SERVICES: Final = {
    "youtube": "YouTube",
    "bluesky": "Bluesky",
    "flickr": "Flickr",
    "instagram": "Instagram",
    "facebook": "Facebook",
    "soundcloud": "SoundCloud",
    "apple_podcast": "Apple Podcasts",
}
"""What services are called that many share; others are named by their host."""
_SHOWN: Final = 10
"""How many channels of each kind are named."""


def failure_words(texts: Texts, why: str) -> str:
    """Why a source can not be read."""
    kind = KINDS.get(Failure(why), SERVER) if why in set(Failure) else SERVER
    return texts(f"source-{kind}")


def of_sources(notice: SourceNotice, language: Language) -> Message:
    """What was found, or could not be, where channels' updates are seen."""
    return _service_out(notice, language) if isinstance(notice, ServiceOut) else _sources_found(notice, language)


def of_address(report: SourceReport, zone: tzinfo, language: Language) -> str:
    """What was found at the address of a channel that is to be registered, for whoever has given it."""
    texts, seen = texts_in(language), report.seen
    newest = seen.on(zone) if seen else None
    look = FirstLook(report.key, "", report.result, seen.title if seen else "", newest, report.why or "")
    return texts("address-tried", found=_found(texts, look))


def _service_out(notice: ServiceOut, language: Language) -> Message:
    """A whole service can not be read: what that means for the channels on it."""
    texts = texts_in(language)
    name, why = _SERVICES.get(notice.service, notice.service), failure_words(texts, notice.why)
    text = "service-out-key" if KINDS.get(notice.why) == KEY else "service-out"
    words = texts(text, since=notice.since, count=notice.channels, why=why)
    return Message((Heading(texts("service-out-heading", service=name)), paragraph(words)), language)


def _sources_found(notice: SourcesFound, language: Language) -> Message:
    """What can be seen of channels that are new: each that is followed, up to a number, and each that can not be."""
    texts = texts_in(language)
    seen = [look for look in notice.looks if look.newest and look.result is not Result.FAILING]
    failing = [look for look in notice.looks if look.result is Result.FAILING]
    nothing = [look for look in notice.looks if not look.newest and look.result is not Result.FAILING]
    blocks: list[Block] = [Heading(texts("sources-found-heading"))]
    for key, looks in (("sources-seen", seen), ("sources-failing", failing), ("sources-none", nothing)):
        if looks:
            blocks.append(paragraph(texts(key, count=len(looks))))
            blocks.append(Bullets(tuple(_look_line(texts, look) for look in looks[:_SHOWN])))
        if len(looks) > _SHOWN:
            blocks.append(note(texts("and-more", count=len(looks) - _SHOWN)))
    if len(notice.looks) == 1:
        blocks.append(Actions((button(texts, texts("button-show"), Verb.OWNER, notice.looks[0].channel),)))
    return Message(tuple(blocks), language)


def _look_line(texts: Texts, look: FirstLook) -> Spans:
    return (Bold(look.name), Text(f": {_found(texts, look)}"))


def _found(texts: Texts, look: FirstLook) -> str:
    if look.newest and look.result is not Result.FAILING:
        title = f"{texts('quoted', text=look.title)}, " if look.title else ""
        return f"{title}{texts('source-newest', on=look.newest)}"
    return texts("source-undated") if look.result in (Result.SEEN, Result.QUIET) else failure_words(texts, look.why)
