"""People, as messages: what the bot holds on one, and who leaves, comes back and takes over."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.domain.channels import Channel
from bot.domain.language import Language
from bot.domain.people import Person
from bot.messages import privacy
from bot.messages.model import Block, Fields, Heading, Message, Style, Verb
from bot.messages.parts import actions, bullets, button, channel_name, fact, message, not_told, paragraph, people
from bot.messages.register.maintainers import day_buttons, days_away
from bot.messages.texts import Texts, texts_in
from bot.services.people.absences import DaysAway, HeldDays
from bot.services.people.leaving import Left, Returned
from bot.services.questions.documents import OpenQuestion
from bot.services.register.lookup import Held


def held(
    result: Held,
    texts: Texts,
    *,
    questions: Sequence[OpenQuestion],
    days: HeldDays,
    today: date,
    guest: bool,
) -> Message:
    """All that the bot holds on the person who asks, and the choice of a language, which guests do not have.

    ``questions`` are those to the ICT secretary that are kept with the person's name, ``days`` those on which they are
    away or stand in for somebody; an absence that is not over on ``today`` can be taken back.
    """
    person = result.person
    none = texts("value-none")
    facts = (
        fact(texts("me-name"), person.display_name or none),
        fact(texts("me-email"), person.email or none),
        fact(texts("me-identities"), ", ".join(person.identities) or none),
        fact(texts("me-language"), texts(f"language-{person.language}") if person.language else none),
        fact(texts("me-channels"), ", ".join(view.channel.name for view in result.channels) or none),
        fact(texts("me-absences"), "; ".join(absence_words(texts, one) for one in days.away) or none),
        fact(texts("me-covers"), "; ".join(cover_words(texts, one) for one in days.covering) or none),
        fact(texts("me-questions"), "; ".join(one.question for one in questions) or none),
    )
    return message(
        texts,
        Heading(texts("me-heading")),
        () if result.stored or questions else paragraph(texts("me-not-stored")),
        Fields(facts),
        privacy.what_can_be_done(texts),
        () if guest else _choices(texts, days, today),
    )


def _choices(texts: Texts, days: HeldDays, today: date) -> Iterator[Block]:
    yield from actions(*day_buttons(texts, [one for one in days.away if one.end >= today]))
    in_each = {language: texts_in(language) for language in Language}
    yield from actions(*(button(its, its("button-language"), Verb.LANGUAGE, one) for one, its in in_each.items()))


def left_question(result: Left, who: str, successor: str, name: str, texts: Texts) -> Message:
    """Asks whether the person whom the reference ``who`` names is to be marked as having left, with what follows. A
    ``successor`` (a reference, and the ``name``) may take the channels on after that."""
    opening = paragraph(texts("left-question", name=result.person.label, on=result.on))
    nothing = () if result.channels else paragraph(texts("left-keeps-nothing"))
    then = paragraph(texts("left-successor", name=name)) if successor and result.channels else ()
    day = result.on.isoformat()
    press = button(texts, texts("button-left"), Verb.MARK_LEFT, who, day, successor, style=Style.DANGER)
    return message(texts, opening, _what_follows(result, texts), nothing, then, actions(press))


def left(result: Left, successor: str, texts: Texts) -> Message:
    """A person who has left, and the channels that want somebody else; the form that hands them over has the
    ``successor`` in it, if one was named."""
    words = texts("left-from", on=result.on) if result.later else texts("left")
    opening = paragraph(people(result.person), f" {words}")
    if not result.channels:
        return message(texts, opening, paragraph(texts("left-no-channels")))
    hand_over = button(texts, texts("button-handover-all"), Verb.OPEN_FORM, "handover-all", result.person.id, successor)
    return message(texts, opening, _what_follows(result, texts), actions(hand_over), not_told(texts, result.not_told))


def whether_left(person: Person, texts: Texts) -> Message:
    """Whether somebody is marked as having left, or as somebody who will."""
    if person.left_on is None:
        return message(texts, paragraph(texts("returned-not-left", name=person.label)))
    return message(texts, paragraph(people(person), f" {texts('left-from', on=person.left_on)}"))


def _what_follows(result: Left, texts: Texts) -> Iterator[Block]:
    """The channels that want somebody in the person's place, and those that others see to."""
    for key, channels in (("left-wanting", result.wanting), ("left-kept", result.kept)):
        if channels:
            yield paragraph(texts(key))
            yield bullets(map(channel_name, channels))


def returned(result: Returned, texts: Texts) -> Message:
    """A person who works here again, and the channels that are theirs."""
    words = paragraph(texts("returned" if result.had_left else "returned-not-left", name=result.person.label))
    if not result.channels:
        return message(texts, words)
    return message(texts, words, paragraph(texts("returned-channels")), bullets(map(channel_name, result.channels)))


def handed_over_all(result: tuple[Sequence[Channel], Sequence[Person]], to: Person, texts: Texts) -> Message:
    """Who keeps the channels of somebody from now on."""
    channels, unreached = result
    return message(
        texts,
        paragraph(f"{texts('handed-over-all', count=len(channels))} ", people(to)),
        bullets(map(channel_name, channels)) if channels else (),
        not_told(texts, unreached),
    )


def absence_words(texts: Texts, away: DaysAway) -> str:
    """When somebody is away, and who stands in for them."""
    if away.other is None:
        return days_away(texts, away.start, away.end)
    return texts("me-absence-covered", start=away.start, end=away.end, name=away.other.label)


def cover_words(texts: Texts, covering: DaysAway) -> str:
    """On which days somebody stands in, and for whom."""
    if covering.other is None:
        return texts("me-absence", start=covering.start, end=covering.end)
    return texts("me-cover", start=covering.start, end=covering.end, name=covering.other.label)
