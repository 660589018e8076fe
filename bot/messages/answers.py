"""What the guideline says, as messages."""

from __future__ import annotations

from bot.domain.guideline import BulletList, Prose, Section, Subsection
from bot.domain.people import Person
from bot.knowledge.search.search import Answerability, Hit
from bot.messages.model import (
    Actions,
    Block,
    Bold,
    Button,
    Heading,
    Message,
    Note,
    Paragraph,
    Quote,
    Row,
    Style,
    Text,
    Verb,
)
from bot.messages.parts import as_button_argument, button, edition_note, paragraph, people, section_name, source_note
from bot.messages.texts import Texts, texts_in
from bot.services.questions.answers import GuidelineAnswer, Passage
from bot.services.questions.documents import Entry


def answer(result: GuidelineAnswer, *, shareable: bool) -> Message:
    """The reply to a question: the passage that answers, the ICT secretary's answer, candidates, or the word that the
    guideline does not say.

    ``shareable`` adds the button that shows the answer to everybody in the conversation.
    """
    texts = texts_in(result.language)
    blocks: list[Block] = [paragraph(texts("sensitive-answered"))] if result.sensitive else []
    if result.decision is Answerability.ANSWER:
        blocks += _by_entry(texts, result, result.entry) if result.entry else _by_guideline(texts, result)
        blocks += _what_next(texts, result, shareable=shareable)
    else:
        blocks += _not_answered(texts, result)
    return Message(tuple(blocks), result.language)


def with_asker(message: Message, asker: Person, question: str) -> Message:
    """``message``, which answers ``asker``'s question, for those who have not heard that."""
    asked = Text(f" {texts_in(message.language)('share-asked', question=question)}")
    return Message((Paragraph((*people([asker]), asked)), *message.blocks), message.language)


def passage(result: Passage) -> Message:
    """A whole subsection to read."""
    texts = texts_in(result.language)
    blocks: list[Block] = [
        Heading(result.subsection.title),
        Quote(_paragraphs(result.subsection), _cite(texts, result.section, result.subsection)),
        *_editors_note(texts, result.subsection),
        edition_note(texts, result.edition),
    ]
    return Message(tuple(blocks), result.language)


def _by_guideline(texts: Texts, result: GuidelineAnswer) -> list[Block]:
    best = result.hits[0]
    return [
        Heading(best.subsection.title),
        Quote(result.quote, ""),
        *_editors_note(texts, best.subsection),
        source_note(texts, best.section, result.edition),
    ]


def _by_entry(texts: Texts, result: GuidelineAnswer, entry: Entry) -> list[Block]:
    return [
        Heading(texts("answer-entry-heading")),
        Paragraph((Text(f"{texts('entry-question')} "), Bold(entry.now.question))),
        entry_quote(texts, entry),
    ]


def entry_quote(texts: Texts, entry: Entry) -> Quote:
    """The ICT secretary's answer, with its source and date."""
    return Quote(tuple(entry.now.answer.splitlines()), texts("entry-cite", on=entry.now.at.date()))


def _what_next(texts: Texts, result: GuidelineAnswer, *, shareable: bool) -> list[Block]:
    """The buttons below an answer, with those that say whether it helped."""
    buttons = []
    if shareable and not result.sensitive:
        buttons.append(button(texts, texts("button-share"), Verb.SHARE, as_button_argument(result.question)))
    if result.entry is None:
        best = result.hits[0].subsection
        if " ".join(result.quote) != " ".join(_paragraphs(best)):
            buttons.append(button(texts, texts("button-whole"), Verb.SECTION, best.id))
    elif result.entry.now.section:
        buttons.append(button(texts, texts("button-entry-section"), Verb.SECTION, result.entry.now.section))
    buttons += _ask_secretary(texts, result, style=Style.PLAIN)
    if result.key:
        buttons += vote_buttons(texts, Verb.FEEDBACK, result.key, as_button_argument(result.question))
    near = [_near(texts, result.near)] if result.near is not None else []
    return [*near, *([Actions(tuple(buttons))] if buttons else [])]


def thanks(texts: Texts, question: str, *, helped: bool) -> Message:
    """Thanks for the word whether an answer helped; and where it did not, the way to somebody who knows."""
    said = paragraph(texts("feedback-thanks" if helped else "feedback-thanks-not"))
    ask = button(texts, texts("button-ask-secretary"), Verb.ASK_SECRETARY, question, style=Style.PRIMARY)
    return Message((said,) if helped or not question else (said, Actions((ask,))), texts.language)


def vote_buttons(texts: Texts, verb: Verb, *args: str) -> tuple[Button, Button]:
    """The buttons that say whether an answer helped: ``verb`` with ``yes`` or ``no`` before its arguments."""
    return (
        button(texts, texts("button-helped"), verb, "yes", *args),
        button(texts, texts("button-not-helped"), verb, "no", *args),
    )


def _not_answered(texts: Texts, result: GuidelineAnswer) -> list[Block]:
    """Which of the sections below was meant, or that none of them says it: what it is about then, and who knows."""
    is_candidate = bool(result.hits) and result.decision is Answerability.CANDIDATES
    said = [paragraph(texts("answer-candidates" if is_candidate else "answer-not-covered"))]
    if result.topic and not is_candidate:
        said = [paragraph(texts("answer-topic", topic=result.topic.title))]
        said += [paragraph(texts("answer-topic-ask", ask=result.topic.ask))] if result.topic.ask else []
    rows = [_near(texts, result.near)] if result.near is not None else []
    rows += [_section_row(texts, hit) for hit in _one_a_section(result.hits)]
    nearest = [paragraph(texts("answer-nearest"))] if rows and not is_candidate else []
    ask = _ask_secretary(texts, result)
    edition = [edition_note(texts, result.edition)] if result.hits else []
    return [*said, *nearest, *rows, *([Actions(tuple(ask))] if ask else []), *edition]


def _near(texts: Texts, entry: Entry) -> Row:
    """What the ICT secretary has answered to something like it."""
    read = button(texts, texts("button-read"), Verb.ENTRY, entry.id)
    return Row(texts("button-near", question=entry.now.question), read)


def _editors_note(texts: Texts, subsection: Subsection) -> tuple[Note, ...]:
    if subsection.editors_note is None:
        return ()
    return (Note((Text(texts("answer-editors-note", note=subsection.editors_note)),)),)


def _paragraphs(subsection: Subsection) -> tuple[str, ...]:
    lines: list[str] = []
    for part in subsection.body:
        match part:
            case Prose():
                lines.append(part.text)
            case BulletList():
                lines.extend(f"• {item}" for item in part.items)
    return tuple(lines)


def _cite(texts: Texts, section: Section, subsection: Subsection) -> str:
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


def _ask_secretary(texts: Texts, result: GuidelineAnswer, style: Style = Style.PRIMARY) -> list[Button]:
    """The button that passes the question on; a sensitive one is not passed on."""
    if result.sensitive:
        return []
    question = as_button_argument(result.question)
    return [button(texts, texts("button-ask-secretary"), Verb.ASK_SECRETARY, question, style=style)]
