"""What is seen of channels in their sources, in words."""

from datetime import tzinfo
from typing import Final

from bot.activity.model import Failure, Result, SourceReport
from bot.messages.model import Block, Bold, Heading, Message, Spans, Verb
from bot.messages.parts import actions, bullets, button, message, more, paragraph, spans
from bot.messages.texts import Texts
from bot.services.activity.notices import FirstLook, ServiceOut, SourcesFound

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


def of_address(report: SourceReport, zone: tzinfo, texts: Texts) -> str:
    """What was found at the address of a channel that is to be registered, for whoever has given it."""
    seen = report.seen
    newest = seen.on(zone) if seen else None
    look = FirstLook(report.key, "", report.result, seen.title if seen else "", newest, report.why or "")
    return texts("address-tried", found=_found(texts, look))


def service_out(notice: ServiceOut, texts: Texts) -> Message:
    """A whole service can not be read: what that means for the channels on it."""
    name, why = _SERVICES.get(notice.service, notice.service), failure_words(texts, notice.why)
    text = "service-out-key" if KINDS.get(notice.why) == KEY else "service-out"
    words = texts(text, since=notice.since, count=notice.channels, why=why)
    return message(texts, Heading(texts("service-out-heading", service=name)), paragraph(words))


def sources_found(notice: SourcesFound, texts: Texts) -> Message:
    """What can be seen of channels that are new: each that is followed, up to a number, and each that can not be."""
    seen = [look for look in notice.looks if look.newest and look.result is not Result.FAILING]
    failing = [look for look in notice.looks if look.result is Result.FAILING]
    nothing = [look for look in notice.looks if not look.newest and look.result is not Result.FAILING]
    blocks: list[Block] = [Heading(texts("sources-found-heading"))]
    for key, looks in (("sources-seen", seen), ("sources-failing", failing), ("sources-none", nothing)):
        if looks:
            blocks += [paragraph(texts(key, count=len(looks))), bullets(_line(texts, one) for one in looks[:_SHOWN])]
        blocks += more(texts, len(looks), _SHOWN)
    if len(notice.looks) == 1:
        blocks += actions(button(texts, texts("button-show"), Verb.OWNER, notice.looks[0].channel))
    return message(texts, blocks)


def _line(texts: Texts, look: FirstLook) -> Spans:
    return spans(Bold(look.name), f": {_found(texts, look)}")


def _found(texts: Texts, look: FirstLook) -> str:
    if look.newest and look.result is not Result.FAILING:
        title = f"{texts('quoted', text=look.title)}, " if look.title else ""
        return f"{title}{texts('source-newest', on=look.newest)}"
    return texts("source-undated") if look.result in (Result.SEEN, Result.QUIET) else failure_words(texts, look.why)
