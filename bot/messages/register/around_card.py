"""What is said above and below a channel's card: what was asked, and does not stand there."""

from dataclasses import replace

from bot.domain.calendar.working_time import Days
from bot.messages.model import Message
from bot.messages.parts import paragraph
from bot.messages.plain_text import spans_text
from bot.messages.register.states import decided, last_known
from bot.messages.texts import Texts
from bot.services.register.lookup import Found

_COMPARED = 5
"""How many channels are told of one by one."""


def with_word(owners: Message, *words: str) -> Message:
    """``owners`` below the ``words`` on what was asked and is not found there; an empty one says nothing."""
    return replace(owners, blocks=(*(paragraph(word) for word in words if word), *owners.blocks))


def last_updates(found: Found, texts: Texts) -> str:
    """What is known of the updates of the few channels found."""
    views = found.channels[:_COMPARED]
    return " ".join(f"{one.channel.name}: {spans_text(last_known(texts, one))}." for one in views)


def for_guests(owners: Message, found: Found, texts: Texts) -> Message:
    """``owners`` as guests get them, with the word on why there are no people."""
    return replace(owners, blocks=(*owners.blocks, paragraph(texts("owner-guest")))) if found.channels else owners


def no_cover(found: Found, days: Days | None, texts: Texts) -> str:
    """That no cover is agreed for ``days``, or while the maintainer of the one channel found is away; empty where there
    is one."""
    if len(found.channels) != 1 or not found.channels[0].maintainers:
        return ""
    covers = [one.agreed for one in (*found.channels[0].covering, *found.channels[0].covers_ahead)]
    if any(days is None or days.meet(one) for one in covers):
        return ""
    return texts("owner-no-cover-between", start=days.start, end=days.end) if days else texts("owner-no-cover")


def no_decision(found: Found, texts: Texts) -> str:
    """That no decision on the one channel found is in the register; empty where there is one."""
    if len(found.channels) != 1 or decided(texts, found.channels[0]):
        return ""
    return texts("owner-no-decision")
