"""What a responsible person is asked to confirm twice a year, as a part of the message of a day."""

from collections.abc import Iterator

from bot.domain.duties import ACCESS
from bot.domain.reminders.confirming import ConfirmLine
from bot.messages.duties.standings import duty_name, lacking
from bot.messages.model import Block, Choice, Heading, Row, Verb
from bot.messages.parts import actions, button, names, note, paragraph, pick
from bot.messages.texts import Texts


def confirming(texts: Texts, key: str, lines: tuple[ConfirmLine, ...]) -> Iterator[Block]:
    """The channels, each with the press that confirms all that is said of it, and the way to say that it is not so."""
    yield Heading(texts("confirm-heading"))
    if waiting := [line for line in lines if not line.done and line.duties]:
        yield paragraph(texts("confirm-ask"))
    for line in lines:
        yield from _line(texts, key, line)
    if waiting:
        others = (pick(texts, line.name, Verb.REMINDER_FORM, "confirm", key, line.channel) for line in waiting)
        yield from actions(Choice(texts("button-confirm-some"), tuple(others)))
    if any(ACCESS in line.duties for line in waiting):
        yield note(texts("confirm-access"))


def _line(texts: Texts, key: str, line: ConfirmLine) -> Iterator[Block]:
    is_open = ", ".join(lacking(texts, duty) for duty in line.open)
    still_open = texts("confirm-open", duties=is_open) if is_open else ""
    if line.done or not line.duties:
        done = f"✓ {texts('confirm-done')}" if line.done else ""
        yield paragraph(f"{line.name}: {' '.join(filter(None, (done, still_open)))}")
        return
    asked = ", ".join(duty_name(texts, duty) for duty in line.duties)
    access = texts("confirm-holders", names=names(line.holders)) if ACCESS in line.duties else ""
    words = "\n".join(filter(None, (line.name, asked, access, still_open)))
    yield Row(words, button(texts, texts("button-confirm-all"), Verb.CONFIRM_ALL, key, line.channel))
