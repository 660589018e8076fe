"""A person's own page: what is theirs, what waits for them, and the way to ask."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from bot.messages.decisions import row
from bot.messages.model import Block, Bold, Heading, Message, Row, Style, Verb
from bot.messages.parts import actions, briefly, button, message, more, paragraph
from bot.messages.people import absence_words, cover_words
from bot.messages.register.channels import mine
from bot.messages.reminders import standing_rows
from bot.messages.texts import Texts
from bot.services.decisions.cases import Case
from bot.services.people.absences import HeldDays
from bot.services.register.lookup import ChannelView
from bot.services.reminders.switching import Standing

_PROPOSALS: Final = 10
"""How many proposals are listed; the others come with the command."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """What the ICT secretary has before them: how many channels want attention, how many questions wait, how reminders
    stand, and of which channels the accounts are in trouble, by name."""

    attention: int
    gaps: int
    reminders: Standing
    troubled: tuple[str, ...] = ()


def home(
    own: Sequence[ChannelView],
    days: HeldDays,
    keeping: Keeping | None,
    texts: Texts,
    waiting: Sequence[Case],
    open_duties: int,
) -> Message:
    """The page of somebody with these channels and ``days`` (away, standing in), for whom these proposals wait, and who
    sees that so many duties are open; ``keeping`` is the ICT secretary's part."""
    presses = [
        button(texts, texts("home-ask"), Verb.OPEN_FORM, "ask", "", "", style=Style.PRIMARY),
        button(texts, texts("button-channels"), Verb.CHANNELS),
    ]
    if keeping:
        presses.append(button(texts, texts("home-register"), Verb.OPEN_FORM, "register", "", ""))
    blocks: list[Block] = [Heading(texts("home-heading")), paragraph(texts("home-intro")), *actions(*presses)]
    blocks += _proposals(texts, waiting)
    if open_duties:
        show = button(texts, texts("button-show-short"), Verb.SAY, texts("duties-command"))
        blocks.append(Row(texts("home-duties", count=open_duties), show))
    blocks += _to_do(texts, keeping) if keeping else ()
    blocks += mine(own, texts).blocks if own else ()
    if days.away:
        blocks += (paragraph(Bold(texts("me-absences"))), *(paragraph(absence_words(texts, one)) for one in days.away))
    if days.covering:
        covers = (paragraph(cover_words(texts, one)) for one in days.covering)
        blocks += (paragraph(Bold(texts("home-covers"))), *covers)
    return message(texts, blocks)


def waiting_and_own(
    waiting: Sequence[Case], keeping: Keeping | None, own: Sequence[ChannelView], texts: Texts
) -> Message:
    """What waits for somebody: proposals, what the ICT secretary has before them, their channels; or that they keep
    none."""
    blocks: list[Block] = []
    blocks += _proposals(texts, waiting)
    blocks += _to_do(texts, keeping) if keeping else ()
    if not own and not blocks:
        blocks.append(paragraph(texts("nothing-waits")))
        blocks += mine(own, texts).blocks
    elif own:
        blocks += mine(own, texts).blocks
    return message(texts, blocks)


def _proposals(texts: Texts, waiting: Sequence[Case]) -> Iterator[Block]:
    if waiting:
        yield Heading(texts("proposals-waiting"))
        yield from (row(texts, case) for case in waiting[:_PROPOSALS])
        yield from more(texts, len(waiting), _PROPOSALS)


def _to_do(texts: Texts, keeping: Keeping) -> Iterator[Block]:
    yield Heading(texts("home-keeping"))
    if named := keeping.troubled:
        show = button(texts, texts("button-show-short"), Verb.SAY, texts("trouble-command"), style=Style.DANGER)
        yield Row(texts("home-troubles", count=len(named), channels=briefly(texts, named, _PROPOSALS)), show)
    look = button(texts, texts("button-show-short"), Verb.SAY, texts("audit-command"))
    yield Row(texts("home-attention", count=keeping.attention), look)
    yield Row(texts("home-gaps", count=keeping.gaps), button(texts, texts("button-show-short"), Verb.GAPS, "0"))
    yield from standing_rows(texts, keeping.reminders)
