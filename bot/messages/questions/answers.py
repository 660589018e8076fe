"""What the guideline says, as messages."""

from collections.abc import Iterator
from typing import Final

from bot.domain.guideline import BulletList, Section, Subsection
from bot.domain.language import Language
from bot.domain.people import Person
from bot.knowledge.search.search import Answerability, Hit
from bot.language.analysis import says_something
from bot.messages.model import Block, Bold, Button, Heading, Message, Note, Quote, Row, Style, Verb
from bot.messages.parts import (
    actions,
    as_button_argument,
    button,
    edition_note,
    elsewhere,
    message,
    note,
    paragraph,
    people,
    section_name,
    source_note,
    warning,
)
from bot.messages.texts import Texts, texts_in
from bot.services.questions.answers import GuidelineAnswer
from bot.services.questions.documents import Entry, Given

_NEAR_FROM: Final = 0.05
"""Below this confidence nothing in the guideline comes near a question. Of our own questions that it covers and that
are not answered, the least sure one has 0.075."""


def answer(
    result: GuidelineAnswer, *, shareable: bool, form: tuple[str, str] | None = None, given: Given | None = None
) -> Message:
    """The reply to a question: the passage that answers, the ICT secretary's answer, candidates, or the word that the
    guideline does not say.

    ``shareable`` adds the button that shows the answer to everybody in the conversation, ``form`` the one that proposes
    a channel of a unit on a service. ``given`` is what the ICT secretary has answered this person alone.
    """
    texts = texts_in(result.language)
    blocks: list[Block] = [*_warned(texts, result)]
    if result.is_secret:
        blocks += _on_secrecy(texts, result)
    elif result.decision is Answerability.ANSWER:
        blocks += _by_entry(texts, result, result.entry) if result.entry else _by_guideline(texts, result)
        if result.secrecy:
            blocks += (paragraph(texts("secrecy-besides")), *_quoted(texts, result))
        blocks += _what_next(texts, result, shareable=shareable)
        if form is not None:
            blocks += actions(button(texts, texts("form-propose"), Verb.PROPOSE, *form))
    else:
        blocks += _not_answered(texts, result) if given is None else given_before(texts, given)
    return message(texts, blocks)


def with_asker(reply: Message, asker: Person, question: str) -> Message:
    """``reply``, which answers ``asker``'s question, for those who have not heard that."""
    texts = texts_in(reply.language)
    return message(texts, paragraph(people(asker), f" {texts('share-asked', question=question)}"), reply.blocks)


def _warned(texts: Texts, result: GuidelineAnswer) -> Iterator[Block]:
    if result.secrets:
        yield warning(texts, result.secrets)
    elif result.is_secret:
        yield paragraph(texts("personal-client"))


def _on_secrecy(texts: Texts, result: GuidelineAnswer) -> Iterator[Block]:
    """What the guideline says on secrecy, what else it may say, and a form for who asks again without the details."""
    yield from _quoted(texts, result)
    if result.secrecy:
        yield edition_note(texts, result.edition, result.written)
    else:
        yield paragraph(texts("secrecy-anyway"))
    yield paragraph(texts("secrecy-published"))
    yield from (_section_row(texts, hit) for hit in result.hits)
    yield from actions(button(texts, texts("button-ask-again"), Verb.OPEN_FORM, "ask", "", ""))


def _quoted(texts: Texts, result: GuidelineAnswer) -> Iterator[Block]:
    for one in result.secrecy:
        yield from elsewhere(texts, result.written)
        yield Quote(one.quote, cite(texts, one.section, one.subsection))


def _by_guideline(texts: Texts, result: GuidelineAnswer) -> list[Block]:
    best = result.hits[0]
    return [
        *([paragraph(texts("answer-no-more"))] if result.no_more else []),
        Heading(best.subsection.title),
        *elsewhere(texts, result.written),
        Quote(_marked(result.quote, best.subsection), ""),
        *editors_note(texts, best.subsection),
        source_note(texts, best.section, result.edition, result.written),
    ]


def _by_entry(texts: Texts, result: GuidelineAnswer, entry: Entry) -> list[Block]:
    return [
        Heading(texts("answer-entry-heading")),
        *entry_elsewhere(texts, entry.language),
        paragraph(f"{texts('entry-question')} ", Bold(entry.now.question)),
        entry_quote(texts, entry),
    ]


def entry_elsewhere(texts: Texts, written: Language | None) -> tuple[Note, ...]:
    """The word that the ICT secretary's answer is in another language than the reply, where it is."""
    if written in (None, texts.language):
        return ()
    return (note(texts("entry-elsewhere", language=texts(f"in-language-{written}"))),)


def given_before(texts: Texts, given: Given) -> tuple[Block, ...]:
    """What the ICT secretary has answered to whoever reads it, and to nobody else."""
    quote = Quote(tuple(given.text.splitlines()), texts("entry-cite", on=given.at.date()))
    read = actions(button(texts, texts("button-entry-section"), Verb.SECTION, given.section)) if given.section else ()
    return (paragraph(texts("answer-given")), quote, *read)


def entry_quote(texts: Texts, entry: Entry) -> Quote:
    """The ICT secretary's answer, with its source and date."""
    return Quote(tuple(entry.now.answer.splitlines()), texts("entry-cite", on=entry.now.at.date()))


def _what_next(texts: Texts, result: GuidelineAnswer, *, shareable: bool) -> list[Block]:
    """The buttons below an answer, with those that say whether it helped."""
    buttons = []
    if result.entry is None:
        buttons.append(button(texts, texts("button-whole"), Verb.SECTION, result.hits[0].subsection.id))
    elif result.entry.now.section:
        buttons.append(button(texts, texts("button-entry-section"), Verb.SECTION, result.entry.now.section))
    if shareable and not result.sensitive:
        buttons.append(button(texts, texts("button-share"), Verb.SHARE, as_button_argument(result.question)))
    buttons += ask_secretary(texts, result, style=Style.PLAIN)
    if result.key:
        buttons += vote_buttons(texts, Verb.FEEDBACK, result.key, as_button_argument(result.question))
    return [*_near(texts, result.near), *actions(*buttons)]


def thanks(texts: Texts, question: str, *, helped: bool) -> Message:
    """Thanks for the word whether an answer helped; and where it did not, the way to somebody who knows."""
    said = paragraph(texts("feedback-thanks" if helped else "feedback-thanks-not"))
    ask = button(texts, texts("button-ask-secretary"), Verb.ASK_SECRETARY, question, style=Style.PRIMARY)
    return message(texts, said, () if helped or not question else actions(ask))


def vote_buttons(texts: Texts, verb: Verb, *args: str) -> tuple[Button, Button]:
    """The buttons that say whether an answer helped: ``verb`` with ``yes`` or ``no`` before its arguments."""
    return (
        button(texts, texts("button-helped"), verb, "yes", *args),
        button(texts, texts("button-not-helped"), verb, "no", *args),
    )


def _not_answered(texts: Texts, result: GuidelineAnswer) -> list[Block]:
    """What it is about, that the guideline is silent on that, and who knows; or, where that is not proven, a question
    back: which of the sections below was meant, if any comes near."""
    near, asked = _near(texts, result.near), ask_secretary(texts, result)
    if result.topic is not None:
        said = [paragraph(texts("answer-topic", topic=result.topic.title))]
        said += [paragraph(texts("answer-topic-ask", ask=result.topic.ask))] if result.topic.ask else []
        return [*said, *near, *actions(*asked)]
    if result.confidence < _NEAR_FROM or result.is_unclear:
        buttons = [button(texts, texts("button-contents"), Verb.CONTENTS, "0")]
        buttons += ask_secretary(texts, result, Style.PLAIN) if says_something(result.question) else []
        return [paragraph(texts("answer-unclear")), *near, *actions(*buttons)]
    return [
        paragraph(texts("answer-candidates")),
        *near,
        *(_section_row(texts, hit) for hit in _one_a_section(result.hits)),
        *actions(*asked),
        edition_note(texts, result.edition, result.written),
    ]


def _near(texts: Texts, entry: Entry | None) -> Iterator[Row]:
    """What the ICT secretary has answered to something like it, if anything."""
    if entry is not None:
        read = button(texts, texts("button-read"), Verb.ENTRY, entry.id)
        yield Row(texts("button-near", question=entry.now.question), read)


def editors_note(texts: Texts, subsection: Subsection) -> tuple[Note, ...]:
    """What has changed since the guideline was written, where an editor has noted it."""
    if subsection.editors_note is None:
        return ()
    return (note(texts("answer-editors-note", note=subsection.editors_note)),)


def _marked(quote: tuple[str, ...], subsection: Subsection) -> tuple[str, ...]:
    """What is quoted of ``subsection``, its list items marked as such."""
    items = {item for part in subsection.body if isinstance(part, BulletList) for item in part.items}
    return tuple(f"• {text}" if text in items else text for text in quote)


def cite(texts: Texts, section: Section, subsection: Subsection) -> str:
    """Where in the guideline something is quoted from."""
    if subsection.title == section.title:  # a part of the section that has no title of its own
        return texts("answer-cite-section", section=section_name(section))
    return texts("answer-cite", section=section_name(section), title=subsection.title)


def _one_a_section(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The best hit of each main section."""
    best: dict[str, Hit] = {}
    for hit in hits:
        best.setdefault(hit.section.id, hit)
    return tuple(best.values())


def _section_row(texts: Texts, hit: Hit) -> Row:
    read = button(texts, texts("button-read"), Verb.SECTION, hit.subsection.id)
    return Row(f"{hit.section.id} {hit.subsection.title}", read)


def ask_secretary(texts: Texts, result: GuidelineAnswer, style: Style = Style.PRIMARY) -> list[Button]:
    """The button that passes the question on; a sensitive one is not passed on."""
    if result.sensitive:
        return []
    question = as_button_argument(result.question)
    return [button(texts, texts("button-ask-secretary"), Verb.ASK_SECRETARY, question, style=style)]
