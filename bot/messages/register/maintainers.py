"""What maintainers tell of their channels, as messages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.calendar.working_time import Days
from bot.domain.channels import Channel
from bot.domain.language import Language
from bot.domain.people import Person
from bot.messages.model import Actions, Block, Bullets, Button, Heading, Message, Paragraph, Span, Style, Text, Verb
from bot.messages.parts import (
    as_button_argument,
    button,
    channel_name,
    names,
    note,
    paragraph,
    people,
    say,
    section_name,
)
from bot.messages.texts import Texts, texts_in
from bot.services.people.absences import Away, DaysAway
from bot.services.questions.book import Passage
from bot.services.register.agreements import Proposed
from bot.services.register.staffing import Covered, Registered

_NAMED = 20
"""How many channels are named one by one."""
_MOST = 5
"""How many absences have a button."""


def updated(channels: Sequence[Channel], on: date, language: Language) -> Message:
    """The note that ``channels`` were updated."""
    names_of = ", ".join(channel.name for channel in channels)
    return say(language, "updated", channel=names_of, on=on)


def all_updated(channels: Sequence[Channel], on: date, language: Language) -> Message:
    """Whether all of ``channels`` are to be noted as updated, by name; done at one press."""
    texts, shown = texts_in(language), channels[:_NAMED]
    blocks: list[Block] = [paragraph(texts("all-updated-ask", count=len(channels), on=on))]
    blocks.append(Bullets(tuple(channel_name(channel) for channel in shown)))
    if len(channels) > len(shown):
        blocks.append(note(texts("and-more", count=len(channels) - len(shown))))
    label = texts("button-updated-all", count=len(channels))
    blocks.append(Actions((button(texts, label, Verb.ALL_UPDATED, on.isoformat(), style=Style.PRIMARY),)))
    return Message(tuple(blocks), language)


def away(result: Covered, start: date, end: date, duty: Passage | None, language: Language) -> Message:
    """Who stands in for the person, on which channels and days (guideline 4.8)."""
    texts = texts_in(language)
    listed = ", ".join(channel.name for channel in result.channels)
    opening = Paragraph((Text(f"{texts('away', start=start, end=end)} "), *people([result.cover])))
    blocks: list[Block] = [opening, paragraph(texts("away-channels", channels=listed))]
    if result.not_told:
        blocks.append(note(texts("not-told", names=names(result.not_told))))
    else:
        blocks.append(paragraph(texts("away-asked")))
    if duty is not None:
        blocks.append(note(texts("duty-holidays", section=section_name(duty.section))))
    return Message(tuple(blocks), language)


def called_off(days: Days, not_told: Sequence[Person], language: Language) -> Message:
    """An absence that was taken back."""
    texts = texts_in(language)
    blocks: list[Block] = [paragraph(texts("back", start=days.start, end=days.end))]
    if not_told:
        blocks.append(note(texts("not-told", names=names(not_told))))
    return Message(tuple(blocks), language)


def which_absence(held: Sequence[DaysAway], language: Language) -> Message:
    """Asks which of one's absences is to be taken back."""
    texts = texts_in(language)
    return Message((paragraph(texts("back-which")), Actions(call_off_buttons(texts, held))), language)


def call_off_buttons(texts: Texts, held: Sequence[DaysAway]) -> tuple[Button, ...]:
    """A button for each absence, which takes it back."""
    spans = dict.fromkeys((one.start, one.end) for one in held)
    return tuple(
        button(texts, texts("button-back", start=start, end=end), Verb.CALL_OFF, str(start), str(end))
        for start, end in list(spans)[:_MOST]
    )


def absences(result: Sequence[Away], reader: Person, language: Language) -> Message:
    """Who is away today and later, and who stands in; what is the reader's own first."""
    texts = texts_in(language)
    own = [one for one in result if one.person.id == reader.id]
    others = [one for one in result if one.person.id != reader.id]
    blocks: list[Block] = []
    for key, some in (("absences-own", own), ("absences-others", others)):
        if some:
            blocks += [Heading(texts(key)), Bullets(tuple(dict.fromkeys(_line(texts, one) for one in some)))]
    return Message(tuple(blocks) or (paragraph(texts("absences-none")),), language)


def _line(texts: Texts, away: Away) -> tuple[Span, ...]:
    days = f": {texts('me-absence', start=away.start, end=away.end)}"
    if away.cover is None:
        return (*people([away.person]), Text(f"{days}, {texts('absences-no-cover')}"))
    return (*people([away.person]), Text(f"{days}, {texts('absences-cover')} "), *people([away.cover]))


def handed_over(result: Registered, to: Person, language: Language) -> Message:
    """Who maintains the channel from now on."""
    texts = texts_in(language)
    blocks: list[Block] = [Paragraph((Text(f"{texts('handed-over', channel=result.channel.name)} "), *people([to])))]
    if result.not_told:
        blocks.append(note(texts("not-told", names=names(result.not_told))))
    return Message(tuple(blocks), language)


def handover_asked(result: Proposed, language: Language) -> Message:
    """Who was asked to take the channel on."""
    texts = texts_in(language)
    asked = Text(f"{texts('handover-asked-whom')} ")
    until_then = Text(f". {texts('handover-asked', channel=result.channel.name)}")
    blocks: list[Block] = [Paragraph((asked, *people([result.to]), until_then))]
    if result.not_told:
        blocks.append(note(texts("not-told", names=names(result.not_told))))
    return Message(tuple(blocks), language)


def propose(
    said: str,
    passages: Sequence[Passage],
    secretaries: Sequence[Person],
    language: Language,
    form: tuple[str, str] | None,
) -> Message:
    """How a channel is started: what the guideline asks for, the press that opens the form for the unit and the service
    that ``form`` names, and whom to talk to."""
    texts = texts_in(language)
    blocks: list[Block] = [paragraph(texts("propose"))]
    blocks.extend(
        paragraph(f"{passage.subsection.text} ({section_name(passage.section)})".replace("\n", " "))
        for passage in passages
    )
    if secretaries:
        blocks.append(Paragraph((Text(f"{texts('propose-ask')} "), *people(secretaries))))
    ask = button(texts, texts("button-ask-secretary"), Verb.ASK_SECRETARY, as_button_argument(said))
    if form is None:
        return Message((*blocks, Actions((ask,))), language)
    fill_in = button(texts, texts("form-propose"), Verb.PROPOSE, *form, style=Style.PRIMARY)
    return Message((*blocks, Actions((fill_in, ask))), language)
