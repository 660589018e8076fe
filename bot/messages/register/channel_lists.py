"""Lists of channels, as messages: a row each, all of them or those that were asked for."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from bot.domain.channels import Status
from bot.domain.register import Narrowing
from bot.messages.model import Block, Bold, Heading, Message, Row, Verb
from bot.messages.parts import button, message, paragraph
from bot.messages.register.channels import near, none_found
from bot.messages.register.states import brief_state
from bot.messages.texts import Texts
from bot.services.register.lookup import ChannelView, Found


def channel_list(
    found: Found, texts: Texts, narrowing: Narrowing | None = None, said: str = "", *, beyond: bool = False
) -> Message:
    """The channels of the register, or of what was asked for; ``narrowing`` is by what they were chosen, ``beyond``
    whether they could not be chosen by all that was said. What was ``said`` is passed on, at a press, where there is
    none."""
    count = len(found.channels)
    is_whole = narrowing in (None, Narrowing.BY_UNIT)
    if not count and is_whole:
        return message(texts, none_found(texts, found, said))
    if not count:
        return message(texts, paragraph(texts(f"channels-{narrowing}-none")))
    if narrowing is Narrowing.PAUSED:
        return message(texts, near(texts, found), _resting(texts, found.channels))
    heading = texts("channels-heading", count=count) if is_whole else texts(f"channels-{narrowing}", count=count)
    rows = _by_unit(texts, found) if narrowing is Narrowing.BY_UNIT else _rows(texts, found.channels)
    wider = paragraph(texts("channels-beyond")) if beyond else ()
    return message(texts, wider, near(texts, found), Heading(heading), rows)


def _resting(texts: Texts, views: Sequence[ChannelView]) -> Iterator[Block]:
    """The channels that rest now, and those whose pause lies ahead."""
    now = [view for view in views if view.status is Status.PAUSED]
    ahead = [view for view in views if view.status is not Status.PAUSED]
    yield Heading(texts("channels-paused", count=len(now))) if now else paragraph(texts("channels-paused-none"))
    yield from _rows(texts, now)
    if ahead:
        yield Heading(texts("channels-pause-ahead"))
        yield from _rows(texts, ahead)


def _by_unit(texts: Texts, found: Found) -> Iterator[Block]:
    for unit, views in groupby(found.channels, key=lambda view: view.channel.unit):
        yield paragraph(Bold(unit.in_language(texts.language)))
        yield from _rows(texts, views, is_of_one_unit=True)


def _rows(texts: Texts, views: Iterable[ChannelView], *, is_of_one_unit: bool = False) -> Iterator[Row]:
    """A row a channel, with the button that opens its card: who is responsible, its state, its address."""
    for view in views:
        unit = "" if is_of_one_unit else f" – {view.channel.unit.in_language(texts.language)}"
        show = button(texts, texts("button-show-short"), Verb.OWNER, view.channel.id)
        yield Row(f"{view.channel.name}{unit}{brief_state(texts, view)}", show)
