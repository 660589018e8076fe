"""What the guideline says, as messages."""

from __future__ import annotations

from bot.domain.guideline import BulletList, Prose, Section, Subsection
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
    Style,
    Text,
    Verb,
)
from bot.messages.parts import as_button_argument, button, edition_note, note, paragraph, section_name
from bot.messages.texts import Texts, texts_in
from bot.services.questions.answers import GuidelineAnswer, Passage
from bot.services.questions.documents import Entry


def answer(result: GuidelineAnswer, *, shareable: bool, helped: bool | None = None) -> Message:
    """The reply to a question: the passage that answers, the ICT secretary's answer, candidates, or the word that the
    guideline does not say.

    ``shareable`` adds the button that shows the answer to everybody in the conversation; ``helped`` is what the person
    has said of it, None as long as nothing.
    """
    texts = texts_in(result.language)
    blocks: list[Block] = [paragraph(texts("sensitive-answered"))] if result.sensitive else []
    if result.decision is Answerability.ANSWER:
        blocks += _by_entry(texts, result, result.entry) if result.entry else _by_guideline(texts, result)
        blocks += _what_next(texts, result, shareable=shareable, helped=helped)
    else:
        blocks += _not_answered(texts, result)
    return Message(tuple(blocks), result.language)


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
        Heading(texts("answer-heading", section=section_name(best.section))),
        Quote(_marked(result.quote, best.subsection), _cite(texts, best.section, best.subsection)),
        *_editors_note(texts, best.subsection),
        edition_note(texts, result.edition),
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


def _what_next(texts: Texts, result: GuidelineAnswer, *, shareable: bool, helped: bool | None) -> list[Block]:
    """The buttons below an answer, and the question whether it helped."""
    buttons = []
    if result.entry is None:
        buttons.append(button(texts, texts("button-whole"), Verb.SECTION, result.hits[0].subsection.id))
    elif result.entry.now.section:
        buttons.append(button(texts, texts("button-entry-section"), Verb.SECTION, result.entry.now.section))
    if shareable and not result.sensitive:
        buttons.append(button(texts, texts("button-share"), Verb.SHARE, as_button_argument(result.question)))
    if result.near is not None:
        buttons.append(_near_button(texts, result.near))
    buttons += _ask_secretary(texts, result, style=Style.PRIMARY if helped is False else Style.PLAIN)
    blocks: list[Block] = [Actions(tuple(buttons))] if buttons else []
    if helped is not None:
        return [note(texts("feedback-thanks" if helped else "feedback-thanks-not")), *blocks]
    if result.key:
        question = as_button_argument(result.question)
        blocks += [Actions(vote_buttons(texts, Verb.FEEDBACK, result.key, question))]
    return blocks


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
    buttons = [_section_button(texts, hit) for hit in _one_a_section(result.hits)]
    if result.near is not None:
        buttons.insert(0, _near_button(texts, result.near))
    nearest = [paragraph(texts("answer-nearest"))] if buttons and not is_candidate else []
    buttons += _ask_secretary(texts, result)
    edition = [edition_note(texts, result.edition)] if result.hits else []
    return [*said, *nearest, *([Actions(tuple(buttons))] if buttons else []), *edition]


def _near_button(texts: Texts, entry: Entry) -> Button:
    return button(texts, texts("button-near", question=entry.now.question), Verb.ENTRY, entry.id)


def _editors_note(texts: Texts, subsection: Subsection) -> tuple[Note, ...]:
    if subsection.editors_note is None:
        return ()
    return (Note((Text(texts("answer-editors-note", note=subsection.editors_note)),)),)


def _marked(quote: tuple[str, ...], subsection: Subsection) -> tuple[str, ...]:
    """What is quoted of ``subsection``, its list items marked as such."""
    items = {item for part in subsection.body if isinstance(part, BulletList) for item in part.items}
    return tuple(f"• {text}" if text in items else text for text in quote)


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


def _section_button(texts: Texts, hit: Hit) -> Button:
    return button(texts, f"{hit.section.id} {hit.subsection.title}", Verb.SECTION, hit.subsection.id)


def _ask_secretary(texts: Texts, result: GuidelineAnswer, style: Style = Style.PRIMARY) -> list[Button]:
    """The button that passes the question on; a sensitive one is not passed on."""
    if result.sensitive:
        return []
    question = as_button_argument(result.question)
    return [button(texts, texts("button-ask-secretary"), Verb.ASK_SECRETARY, question, style=style)]
