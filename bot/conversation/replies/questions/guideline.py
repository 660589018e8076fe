"""Replies to who asks what the guideline says, reads it, or asks about the guideline itself."""

from collections.abc import Mapping

from bot.conversation.actions import number_in
from bot.conversation.exchange import Outcome
from bot.conversation.turn import Press, Reply, Services, Spoken, Turn, private, replacing
from bot.knowledge.search.search import Answerability
from bot.language.analysis import says_something
from bot.messages.model import Message, Verb
from bot.messages.parts import say
from bot.messages.questions import answers as answer_messages
from bot.messages.questions import guideline as guideline_messages
from bot.messages.register import around_card
from bot.messages.register import channels as channel_messages
from bot.services.questions.answers import GuidelineAnswer
from bot.services.questions.book import Chapter, Passage
from bot.services.questions.names import without_names
from bot.understanding.commands import Intent
from bot.understanding.reading import Further


async def _ask(services: Services, turn: Spoken) -> Outcome:
    """What the guideline says, or the ICT secretary has answered before, and who is behind the channels named."""
    if turn.reading.aspects:
        return private(await _about(services, turn))
    kept = turn.reading.is_question and not turn.looked_at
    people = turn.register.people.values()
    if kept and says_something(without_names(turn.text, people)):
        result = await services.asking.ask(turn.actor, turn.text, turn.language, turn.at, people)
    elif added := turn.reading.added:
        guest = turn.actor.is_guest
        result = await services.asking.add(turn.text, added, turn.asked_before, turn.language, guest=guest)
    else:  # a name alone, a command that failed, a wish about the language: it is answered, and kept nowhere
        result = await services.asking.find(turn.text, turn.language, guest=turn.actor.is_guest)
    is_open = result.decision is not Answerability.ANSWER and not result.sensitive and turn.incoming.private
    given = await services.open_questions.answered(turn.actor, turn.text, people) if is_open else None
    form = _form(services, turn, result)
    message = answer_messages.answer(result, shareable=turn.shareable, form=form, given=given)
    message = _with_advice(message, turn, is_answered=result.decision is Answerability.ANSWER)
    part = result.hits[0].subsection.id if result.hits and result.decision is Answerability.ANSWER else ""
    if not turn.reading.query.is_empty:
        named = services.look_up(turn, turn.reading.query)
        message = channel_messages.beside(message, named)
    return Outcome(message, part=part)


def _with_advice(message: Message, turn: Spoken, *, is_answered: bool) -> Message:
    """``message`` below what to do at once, where somebody threatens; or below the steps against a hijacking, where the
    guideline is silent."""
    keys = [one for one in turn.reading.advice if one != "hijacking" or not is_answered]
    return around_card.with_word(message, *(turn.texts(f"advice-{key}") for key in keys))


_OF_STARTING = ("decision_on_use", "planned_and_strategic")
"""The duties of who starts a channel: whoever asks for these may want to propose one."""


def _form(services: Services, turn: Spoken, result: GuidelineAnswer) -> tuple[str, str] | None:
    """The unit and the service of the channel that may be proposed after this answer; None where none may."""
    duties = services.answers.guideline.duties
    starts = result.hits and result.hits[0].subsection.id in {duties.get(one) for one in _OF_STARTING}
    if not starts or result.decision is not Answerability.ANSWER or not turn.actor.may_keep_channels:
        return None
    query = turn.reading.query
    return next(iter(query.units), ""), next(iter(query.platforms), "")


async def _about(services: Services, turn: Spoken) -> Message:
    """What is known of the guideline itself, and where its text may tell more; no gap in the guideline."""
    found = await services.asking.find(turn.text, turn.language, guest=turn.actor.is_guest)
    return guideline_messages.about(found, services.answers.book.languages, turn.reading.aspects)


async def _read(services: Services, turn: Spoken) -> Outcome:
    """The part that was named by its number or title, or else the contents. What is no part's title is a question."""
    book, part, further = services.answers.book, turn.reading.part, turn.reading.further
    found = book.find(part, turn.language) if part else None
    if found and further in (Further.NEXT, Further.PREVIOUS):
        beside = found.after if further is Further.NEXT else found.before
        found = book.find(beside.id, turn.language) if beside else found
    if found:
        page = _part(found, turn)
        page = guideline_messages.reasons(page) if further is Further.WHY else page
        return Outcome(page, part=found.subsection.id if isinstance(found, Passage) else "")
    if part and not part[0].isdigit():
        return await _ask(services, turn)
    return private(guideline_messages.contents(book.contents(turn.language), 0, missing=part))


def _part(found: Chapter | Passage, turn: Turn, start: int = 0) -> Message:
    shareable = turn.incoming.private and not turn.incoming.alone
    if isinstance(found, Chapter):
        return guideline_messages.chapter(found, start, shareable=shareable)
    return guideline_messages.passage(found, shareable=shareable)


async def _press_section(services: Services, turn: Turn, subsection_id: str) -> Outcome:
    """One subsection, whole."""
    return private(_page(services, turn, subsection_id))


async def _turn_to_page(services: Services, turn: Turn, subsection_id: str) -> Outcome:
    return _turned(turn, _page(services, turn, subsection_id))


def _page(services: Services, turn: Turn, subsection_id: str) -> Message:
    found = services.answers.book.passage(subsection_id, turn.language)
    return _part(found, turn) if found else say(turn.language, "section-unknown")


async def _turn_to_chapter(services: Services, turn: Turn, section_id: str, start: str) -> Outcome:
    found = services.answers.book.chapter(section_id, turn.language)
    return _turned(turn, _part(found, turn, number_in(start)) if found else say(turn.language, "section-unknown"))


async def _turn_to_contents(services: Services, turn: Turn, start: str) -> Outcome:
    return _turned(turn, guideline_messages.contents(services.answers.book.contents(turn.language), number_in(start)))


def _turned(turn: Turn, page: Message) -> Outcome:
    """The page in place of the one that was open; what others see as well stays open for them."""
    return replacing(page) if turn.incoming.private else private(page)


REPLIES: Mapping[Intent, Reply] = {Intent.ASK: _ask, Intent.READ: _read}
PRESSES: Mapping[Verb, Press] = {
    Verb.SECTION: _press_section,
    Verb.PAGE: _turn_to_page,
    Verb.CHAPTER: _turn_to_chapter,
    Verb.CONTENTS: _turn_to_contents,
}
