"""Access that is still to be taken away from people who keep a channel no more."""

from collections.abc import Iterable, Iterator

from bot.domain.people import Person
from bot.domain.reminders.access import AccessLine
from bot.messages.model import Block, Heading, Message, Row, Verb
from bot.messages.parts import button, message, more, note, paragraph
from bot.messages.texts import Texts


def to_take_away(texts: Texts, key: str, lines: tuple[AccessLine, ...], shown: int) -> Iterator[Block]:
    """A part of the message of a day: the first ``shown`` who are to lose access, each with the press that says that it
    is done; what is done makes room for others."""
    yield Heading(texts("access-heading"))
    waiting = [line for line in lines if not line.done]
    yield from access_rows(texts, key, waiting[:shown] or lines[:1])
    yield from more(texts, len(waiting), shown)
    if waiting:
        yield note(texts("access-ask"))


def access_rows(texts: Texts, key: str, lines: Iterable[AccessLine]) -> Iterator[Block]:
    """Each person with the press that says that they cannot get in any more; ``key`` is of the message that it is on,
    if it is a reminder."""
    for line in lines:
        name = _name(texts, line.person)
        if line.done:
            yield paragraph(f"✓ {texts('access-done', channel=line.name, name=name)}")
            continue
        why = "access-left" if _has_left(line) else "access-since"
        words = f"{line.name}\n{texts(why, name=name, since=line.since)}"
        press = button(texts, texts("button-access-taken"), Verb.ACCESS_TAKEN, key, line.channel, line.person.id)
        yield Row(words, press)


def taken(channel: str, person: Person, texts: Texts) -> Message:
    """The word that it is noted, to whoever has said so."""
    return message(texts, paragraph(texts("access-done", channel=channel, name=_name(texts, person))))


def _has_left(line: AccessLine) -> bool:
    """Whether it is because the person has left that they are to lose access."""
    return not line.person.is_erased and line.person.left_on == line.since


def _name(texts: Texts, person: Person) -> str:
    return texts("access-erased") if person.is_erased else person.label
