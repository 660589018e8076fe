"""What maintainers tell of their channels, as messages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.calendar.working_time import Days
from bot.domain.channels import Channel, ChannelId
from bot.domain.people import Person
from bot.messages.model import Block, Button, Heading, Message, Spans, Style, Verb
from bot.messages.parts import (
    Words,
    actions,
    as_button_argument,
    bullets,
    button,
    channel_name,
    message,
    more,
    not_told,
    note,
    paragraph,
    people,
    section_name,
    spans,
)
from bot.messages.texts import Texts
from bot.services.notices import AbsenceOffered
from bot.services.people.absences import Away, DaysAway
from bot.services.questions.book import Passage
from bot.services.register.agreements import Proposed
from bot.services.register.covers import LONGEST
from bot.services.register.lookup import ChannelView
from bot.services.register.staffing import Covered, Registered

_NAMED = 20
"""How many channels are named one by one."""
_MOST = 5
"""How many absences have a button."""


def updated(
    channels: Iterable[Channel], on: date, texts: Texts, newer: Mapping[ChannelId, date] | None = None
) -> Message:
    """The note that ``channels`` were updated; of those of which a ``newer`` update is known, that this one stays."""
    newer, channels = newer or {}, tuple(channels)
    noted = ", ".join(one.name for one in channels if one.id not in newer)
    thanks = paragraph(texts("updated", channel=noted, on=on)) if noted else ()
    older = (
        paragraph(texts("updated-older", channel=one.name, on=on, newest=newer[one.id]))
        for one in channels
        if one.id in newer
    )
    return message(texts, thanks, older)


def all_updated(channels: Sequence[Channel], on: date, texts: Texts) -> Message:
    """Whether all of ``channels`` are to be noted as updated, by name; done at one press."""
    count = len(channels)
    every = button(
        texts, texts("button-updated-all", count=count), Verb.ALL_UPDATED, on.isoformat(), style=Style.PRIMARY
    )
    return message(
        texts,
        paragraph(texts("all-updated-ask", count=count, on=on)),
        bullets(map(channel_name, channels[:_NAMED])),
        more(texts, count, _NAMED),
        actions(every),
    )


def not_sent(named: Sequence[ChannelView], texts: Texts) -> Message:
    """That nobody is reminded on request, and the way to the people of the channels that were ``named``, or to all."""
    show = [
        button(texts, texts("button-show-channel", channel=view.channel.name), Verb.OWNER, view.channel.id)
        for view in named[:_MOST]
    ]
    every = button(texts, texts("button-channels"), Verb.CHANNELS)
    return message(texts, paragraph(texts("snooze-not-sent")), actions(*(show or [every])))


def to_confirm(days: Days, cover: Person, reference: str, texts: Texts) -> Message:
    """The absence that was understood from a sentence, to be confirmed before the ``cover`` is told; ``reference`` is
    how the cover is named in a form."""
    first, last = days.start.isoformat(), days.end.isoformat()
    return message(
        texts,
        paragraph(f"{texts('away', start=days.start, end=days.end)} ", people(cover), f". {texts('away-confirm')}"),
        actions(
            button(texts, texts("button-away-note"), Verb.AWAY_NOTE, first, last, reference, style=Style.PRIMARY),
            button(texts, texts("button-away-change"), Verb.AWAY_FORM, first, last, reference),
        ),
    )


def away(result: Covered, start: date, end: date, duty: Passage | None, texts: Texts) -> Message:
    """Who stands in for the person, on which channels and days (guideline 4.8)."""
    listed = ", ".join(channel.name for channel in result.channels)
    return message(
        texts,
        paragraph(f"{texts('away', start=start, end=end)} ", people(result.cover)),
        paragraph(texts("away-channels", channels=listed)),
        not_told(texts, result.not_told) if result.not_told else paragraph(texts("away-asked")),
        note(texts("duty-holidays", section=section_name(duty.section))) if duty is not None else (),
    )


def with_the_rest(noted: Message, whole: Sequence[DaysAway], days: Days, texts: Texts, *, until_told: bool) -> Message:
    """``noted`` about an absence on ``days``, with what was noted earlier of these days, and right before and after:
    ``whole`` is all of it, and what is not of ``days`` can be taken back."""
    how_long = paragraph(texts("away-until-told", end=days.end)) if until_told else ()
    if len(whole) == 1 and (whole[0].start, whole[0].end) == (days.start, days.end):
        return replace(noted, blocks=(*noted.blocks, *message(texts, how_long).blocks))
    earlier = [rest for one in whole for rest in one.without(days)]
    others = message(
        texts,
        how_long,
        paragraph(texts("away-whole")),
        bullets(_days_and_cover(texts, one, one.other) for one in whole),
        actions(*day_buttons(texts, earlier)),
    )
    return replace(noted, blocks=(*noted.blocks, *others.blocks))


def over(days: Days, texts: Texts, *, surely: bool) -> Message:
    """An absence that was told and is over; unless it ``surely`` is, the same days may be meant a year later."""
    is_over = paragraph(texts("away-over", start=days.start, end=days.end))
    if surely:
        return message(texts, is_over)
    later = [_a_year_later(day) for day in (days.start, days.end)]
    label = texts("button-away-days", start=later[0], end=later[1])
    press = button(texts, label, Verb.AWAY_FORM, *(day.isoformat() for day in later))
    return message(texts, is_over, paragraph(texts("away-over-or-later")), actions(press))


def _a_year_later(day: date) -> date:
    return date(day.year + 1, day.month, 28 if (day.month, day.day) == (2, 29) else day.day)


def which_moves(held: Sequence[DaysAway], texts: Texts) -> Message:
    """Asks which of one's absences goes to other days."""
    moves = day_buttons(texts, held, "button-away-days", Verb.AWAY_MOVE)
    return message(texts, paragraph(texts("away-which-moves")), actions(*moves))


def which_cover(covers: Sequence[tuple[DaysAway, Person]], texts: Texts, *, agrees: bool) -> Message:
    """Asks for whom and when the reader can, or can not, stand in."""
    verb = Verb.COVER_ACCEPT if agrees else Verb.COVER_DECLINE
    presses = (
        button(
            texts,
            texts("me-cover", start=days.start, end=days.end, name=absent.label),
            verb,
            absent.id,
            f"{days.start}/{days.end}",
        )
        for days, absent in covers[:_MOST]
    )
    return message(texts, paragraph(texts("cover-which")), actions(*presses))


def not_noted(why: str, texts: Texts, *, keeps_register: bool) -> Message:
    """That no absence was noted, and ``why``; and who notes that somebody else is away."""
    others = "away-others-secretary" if keeps_register else "away-others"
    return message(texts, paragraph(why), paragraph(texts(others)))


def noted_of(who: Person, days: Days, unreached: Sequence[Person], texts: Texts) -> Message:
    """That the absence of ``who`` was noted for them."""
    noted = paragraph(texts("away-noted-of", name=who.label, start=days.start, end=days.end))
    return message(texts, noted, not_told(texts, unreached) if unreached else paragraph(texts("away-told-of")))


def called_off(days: Days, unreached: Sequence[Person], texts: Texts) -> Message:
    """An absence that was taken back."""
    return message(texts, paragraph(texts("back", start=days.start, end=days.end)), not_told(texts, unreached))


def which_absence(held: Sequence[DaysAway], texts: Texts, *, still_ahead: bool = False) -> Message:
    """Asks which of one's absences is to be taken back; or whether any is, where they are all ``still_ahead`` of who is
    back from elsewhere."""
    return message(
        texts, paragraph(texts("back-ahead" if still_ahead else "back-which")), actions(*day_buttons(texts, held))
    )


def day_buttons(
    texts: Texts, held: Sequence[Days | AbsenceOffered], key: str = "button-back", verb: Verb = Verb.CALL_OFF
) -> Iterator[Button]:
    """A button for each absence, which takes it back where no other ``verb`` is given; ``key`` is that of its text."""
    for start, end in list(dict.fromkeys((one.start, one.end) for one in held))[:_MOST]:
        yield button(texts, texts(key, start=start, end=end), verb, str(start), str(end))


def absences(result: Sequence[Away], reader: Person, texts: Texts, *, days: Days | None, sees_all: bool) -> Message:
    """Who is away today and later, or on ``days``, and who stands in; what is the reader's own first. Whoever does not
    ``sees_all`` is told so: that nobody is shown does not mean that nobody is away."""
    own = [one for one in result if one.person.id == reader.id]
    others = [one for one in result if one.person.id != reader.id]
    between = None if days is None else texts("absences-between", start=days.start, end=days.end)
    blocks: list[Block] = []
    for heading, some in ((texts("absences-own"), own), (between or texts("absences-others"), others)):
        if some:
            lines = (_days_and_cover(texts, one, one.cover, () if some is own else (one.person,)) for one in some)
            blocks += [Heading(heading), bullets(dict.fromkeys(lines))]
    return message(
        texts,
        blocks or paragraph(_nobody(texts, days, sees_all=sees_all)),
        () if sees_all or own else paragraph(texts("absences-shown-near")),
    )


def _nobody(texts: Texts, days: Days | None, *, sees_all: bool) -> str:
    if not sees_all:
        return texts("absences-none-near")
    return texts("absences-none") if days is None else texts("absences-none-between", start=days.start, end=days.end)


def days_away(texts: Texts, start: date, end: date) -> str:
    """From which day to which; one that lasts until further notice ends on no day."""
    is_open = end - start >= LONGEST - timedelta(days=1)
    return texts("me-absence-open", start=start) if is_open else texts("me-absence", start=start, end=end)


def _days_and_cover(texts: Texts, days: Days, cover: Person | None, who: Sequence[Person] = ()) -> Spans:
    """When somebody is away and who stands in; after the name of ``who`` it is, where that is to be said."""
    words = f"{days_away(texts, days.start, days.end)}, {texts('absences-cover' if cover else 'absences-no-cover')}"
    before: Sequence[Words] = (people(*who), ": ") if who else ()
    return spans(*before, words, *((" ", people(cover)) if cover else ()))


def handed_over(result: Registered, to: Person, texts: Texts) -> Message:
    """Who maintains the channel from now on."""
    words = f"{texts('handed-over', channel=result.channel.name)} "
    return message(texts, paragraph(words, people(to)), not_told(texts, result.not_told))


def handover_asked(result: Proposed, texts: Texts) -> Message:
    """Who was asked to take the channel on."""
    asked = f"{texts('handover-asked-whom')} "
    until_then = f". {texts('handover-asked', channel=result.channel.name)}"
    return message(texts, paragraph(asked, people(result.to), until_then), not_told(texts, result.not_told))


def propose(
    said: str,
    passages: Sequence[Passage],
    secretaries: Sequence[Person],
    texts: Texts,
    form: tuple[str, str] | None,
) -> Message:
    """How a channel is started: what the guideline asks for, the press that opens the form for the unit and the service
    that ``form`` names, and whom to talk to."""
    quoted = (f"{passage.subsection.text} ({section_name(passage.section)})" for passage in passages)
    presses = [button(texts, texts("button-ask-secretary"), Verb.ASK_SECRETARY, as_button_argument(said))]
    if form is not None:
        presses.insert(0, button(texts, texts("form-propose"), Verb.PROPOSE, *form, style=Style.PRIMARY))
    return message(
        texts,
        paragraph(texts("propose")),
        (paragraph(one.replace("\n", " ")) for one in quoted),
        paragraph(f"{texts('propose-ask')} ", people(*secretaries)) if secretaries else (),
        actions(*presses),
    )
