"""What went wrong, said kindly, with what to do."""

from collections.abc import Iterator, Sequence

from bot.domain.people import Person
from bot.messages.model import Block, Bold, Button, Message, Quote, Verb
from bot.messages.parts import actions, as_button_argument, button, channel_name, message, paragraph, people
from bot.messages.texts import Texts
from bot.services.access import NotAllowedError
from bot.services.people.requests import Wanted
from bot.services.register.records.channel_records import Problem


def not_allowed(error: NotAllowedError, secretaries: Sequence[Person], texts: Texts, wanted: Wanted | None) -> Message:
    """Who may do what was asked for; and where it is known what is ``wanted``, how that was understood, with the press
    that asks the ICT secretary for it. What no form is for is sent as a question, in the person's own words."""
    can_ask = wanted if secretaries and wanted and (wanted.form or wanted.words) else None
    return message(
        texts,
        paragraph(texts(f"not-allowed-{error.allowed}")),
        paragraph(f"{texts('ask-whom')} ", people(*secretaries)) if secretaries else (),
        what_is_wanted(can_ask, texts) if can_ask else (),
        actions(*_requesting(can_ask, texts)) if can_ask else (),
    )


def what_is_wanted(wanted: Wanted, texts: Texts) -> Iterator[Block]:
    """What the ICT secretary is asked to do, so that whoever asks sees how they were understood; their words."""
    if wanted.form:
        channel = (" – ", channel_name(wanted.channel)) if wanted.channel else ()
        yield paragraph(f"{texts('request-what')} ", Bold(texts(f"form-{wanted.form}")), *channel)
    if wanted.words:
        yield Quote((wanted.words,), "")


def _requesting(wanted: Wanted, texts: Texts) -> Iterator[Button]:
    """The press that asks the ICT secretary, and the one for whoever wanted to know something instead."""
    words = as_button_argument(wanted.words)
    if not wanted.form:
        yield button(texts, texts("button-ask-secretary"), Verb.ASK_SECRETARY, words)
        return
    channel = wanted.channel.id if wanted.channel else ""
    yield button(texts, texts("button-request"), Verb.REQUEST, wanted.form, channel, words, wanted.values)
    if words:
        yield button(texts, texts("button-guideline-instead"), Verb.MEANT, "ask", words)


def problem(texts: Texts, found: Problem) -> str:
    """What is wrong with a field."""
    return texts(f"problem-{found.code}", **found.context)
