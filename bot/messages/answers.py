"""What the guideline says, as messages."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.guideline import BulletList, Section, Subsection
from bot.domain.guideline import Paragraph as Prose
from bot.knowledge.search import Decision, Hit
from bot.messages.model import Actions, Block, Button, Heading, Message, Note, Paragraph, Quote, Style, Text, Verb
from bot.messages.parts import as_button_argument, button, edition_note, names, paragraph, section_name
from bot.messages.texts import Texts, texts_in
from bot.services.answers import Answer, Forwarded, Passage


def answer(result: Answer, *, shareable: bool) -> Message:
    """The reply to a question: the passage that answers, candidates, or the word that the guideline does not say.

    ``shareable`` adds the button that shows the answer to everybody in the conversation.
    """
    texts = texts_in(result.language)
    if not result.hits:
        return Message(
            (paragraph(texts("answer-not-covered")), Actions((_ask_secretary(texts, result),))), result.language
        )
    if result.decision is Decision.ANSWER:
        return Message(_answered(texts, result, shareable=shareable), result.language)
    nearest = tuple(_section_button(texts, hit) for hit in _one_a_section(result.hits))
    blocks: tuple[Block, ...] = (
        *_unanswered(texts, result),
        Actions((*nearest, _ask_secretary(texts, result))),
        edition_note(texts, result.edition),
    )
    return Message(blocks, result.language)


def _unanswered(texts: Texts, result: Answer) -> Iterator[Paragraph]:
    """Which of the sections below was meant, or that none of them says it: what it is about then, and who knows."""
    if result.decision is Decision.CANDIDATES:
        yield paragraph(texts("answer-candidates"))
        return
    topic = result.topic
    yield paragraph(texts("answer-topic", topic=topic.title) if topic else texts("answer-not-covered"))
    if topic and topic.ask:
        yield paragraph(texts("answer-topic-ask", ask=topic.ask))
    yield paragraph(texts("answer-nearest"))


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


def forwarded(result: Forwarded, texts: Texts, *, guest: bool = False) -> Message:
    """Whether the question has reached the ICT secretary; a guest is told no names."""
    if guest and (result.reached or result.not_reached):
        key = "forwarded-guest" if result.reached else "forwarded-guest-not"
        return Message((paragraph(texts(key)),), texts.language)
    if result.reached:
        return Message((paragraph(texts("forwarded", names=names(result.reached))),), texts.language)
    if result.not_reached:
        return Message((paragraph(texts("forwarded-not", names=names(result.not_reached))),), texts.language)
    return Message((paragraph(texts("forwarded-nobody")),), texts.language)


def _answered(texts: Texts, result: Answer, *, shareable: bool) -> tuple[Block, ...]:
    best = result.hits[0]
    buttons = [button(texts, texts("button-whole"), Verb.SECTION, best.subsection.id)]
    if shareable:
        buttons.append(button(texts, texts("button-share"), Verb.SHARE, as_button_argument(result.question)))
    buttons.append(_ask_secretary(texts, result, style=Style.PLAIN))
    return (
        Heading(texts("answer-heading", section=section_name(best.section))),
        Quote(result.quote, _cite(texts, best.section, best.subsection)),
        *_editors_note(texts, best.subsection),
        edition_note(texts, result.edition),
        Actions(tuple(buttons)),
    )


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
    return texts("answer-cite", section=section_name(section), title=subsection.title)


def _one_a_section(hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The best hit of each main section."""
    best: dict[str, Hit] = {}
    for hit in hits:
        best.setdefault(hit.section.id, hit)
    return tuple(best.values())


def _section_button(texts: Texts, hit: Hit) -> Button:
    return button(texts, f"{hit.section.id} {hit.subsection.title}", Verb.SECTION, hit.subsection.id)


def _ask_secretary(texts: Texts, result: Answer, style: Style = Style.PRIMARY) -> Button:
    question = as_button_argument(result.question)
    return button(texts, texts("button-ask-secretary"), Verb.ASK_SECRETARY, question, style=style)
