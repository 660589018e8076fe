"""The guideline to be read, and what is known of it, as messages."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from bot.domain.guideline import Approval, BulletList, Edition, Prose, Section, Subsection, Wording
from bot.domain.language import Language
from bot.knowledge.search.search import Answerability
from bot.messages.model import Actions, Block, Button, Heading, Message, Note, Quote, Style, Verb
from bot.messages.parts import (
    actions,
    approval,
    button,
    edition_note,
    elsewhere,
    in_language,
    message,
    paragraph,
    section_name,
)
from bot.messages.questions.answers import ask_secretary, cite, editors_note
from bot.messages.texts import Texts, texts_in
from bot.services.questions.answers import GuidelineAnswer
from bot.services.questions.book import BookContents, Chapter, Passage

SHOWN: Final = 10
"""How many sections or subsections there are to choose from at once."""


def contents(book: BookContents, start: int, *, missing: str = "") -> Message:
    """The main sections from the one with the number ``start`` (from 0) on, with a button for each; ``missing`` is a
    number that was asked for, and that no part has."""
    texts = texts_in(book.language)
    choices = [button(texts, section_name(one), Verb.CHAPTER, one.id, "0") for one in book.sections]
    example = texts("button-chapter", section=book.sections[-1].id).casefold()
    return message(
        texts,
        paragraph(texts("contents-number-unknown", number=missing)) if missing else (),
        Heading(in_language(book.edition.name, book.language)),
        paragraph(texts("contents-hint", example=example)),
        _choices(texts, choices, start, Verb.CONTENTS),
        _edition(texts, book),
    )


def chapter(of: Chapter, start: int, *, shareable: bool) -> Message:
    """A main section: the text before its first subsection, and a button for each of these."""
    texts, section = texts_in(of.language), of.section
    own = [one for one in section.subsections if one.id == section.id]
    choices = [button(texts, _name(one), Verb.PAGE, one.id) for one in section.subsections if one.id != section.id]
    return message(
        texts,
        Heading(section_name(section)),
        (block for one in own for block in _text(texts, of, one)),
        _choices(texts, choices, start, Verb.CHAPTER, section.id),
        _turning(
            texts,
            of.before,
            of.after,
            lambda one: (Verb.CHAPTER, one.id, "0"),
            _contents_button(texts),
            *_share(texts, section.id, shareable=shareable),
        ),
        _edition(texts, of),
    )


def passage(of: Passage, *, shareable: bool) -> Message:
    """A whole subsection to read, with the way to what stands before and after it."""
    texts = texts_in(of.language)
    up = button(texts, texts("button-chapter", section=of.section.id), Verb.CHAPTER, of.section.id, "0")
    others = [up] if len(of.section.subsections) > 1 else []
    others += [_contents_button(texts), *_share(texts, of.subsection.id, shareable=shareable)]
    return message(
        texts,
        Heading(of.subsection.title),
        _text(texts, of, of.subsection),
        _turning(texts, of.before, of.after, lambda one: (Verb.PAGE, one.id), *others),
        _edition(texts, of),
    )


def reasons(page: Message) -> Message:
    """``page`` for somebody who has asked why that is so: the guideline gives no reasons but those that stand there."""
    texts = texts_in(page.language)
    return message(texts, paragraph(texts("answer-reasons")), page.blocks)


def about(found: GuidelineAnswer, languages: Sequence[Language], aspects: Sequence[str]) -> Message:
    """What is known of the guideline itself, and what is not: ``aspects`` say what was asked, by the cues' names, and
    ``languages`` are those of its text. Where that seems to answer as well, as it was ``found``, it can be read."""
    texts, edition = texts_in(found.language), found.edition
    lines = [_FACTS[aspect](texts, edition, languages) for aspect in aspects]
    answers = found.hits[:1] if found.decision is Answerability.ANSWER else ()
    buttons = [button(texts, _name(hit.subsection), Verb.SECTION, hit.subsection.id) for hit in answers]
    return message(
        texts,
        Heading(in_language(edition.name, found.language)),
        map(paragraph, dict.fromkeys(lines)),
        actions(*buttons, _contents_button(texts), *ask_secretary(texts, found, Style.PLAIN)),
    )


def _approval(texts: Texts, edition: Edition, _: Sequence[Language]) -> str:
    is_draft = edition.status is Approval.DRAFT
    return " ".join([approval(texts, edition), *([texts("edition-not-approved")] if is_draft else [])])


def _version(texts: Texts, edition: Edition, _: Sequence[Language]) -> str:
    known = texts("edition-version", version=edition.version) if edition.version else texts("edition-version-unknown")
    return f"{known} {_approval(texts, edition, _)}"


def _review(texts: Texts, edition: Edition, _: Sequence[Language]) -> str:
    return texts("edition-review", on=edition.review_by) if edition.review_by else texts("edition-review-unknown")


def _source(texts: Texts, edition: Edition, _: Sequence[Language]) -> str:
    return texts("edition-source", source=edition.source) if edition.source else texts("edition-source-unknown")


def _languages(texts: Texts, edition: Edition, languages: Sequence[Language]) -> str:
    listed = ", ".join(texts(f"language-{one}") for one in languages)
    return f"{texts('edition-languages', languages=listed)} {_binding(texts, edition, languages)}"


def _binding(texts: Texts, edition: Edition, _: Sequence[Language]) -> str:
    return texts("edition-binding", binding=texts(f"language-{edition.languages[0]}"))


def _wording(texts: Texts, edition: Edition, _: Sequence[Language]) -> str:
    return texts("edition-summary" if edition.wording is Wording.SUMMARY else "edition-verbatim")


_FACTS: Final[dict[str, Callable[[Texts, Edition, Sequence[Language]], str]]] = {
    "edition_approval": _approval,
    "edition_version": _version,
    "edition_review": _review,
    "edition_source": _source,
    "edition_languages": _languages,
    "edition_binding": _binding,
    "edition_wording": _wording,
}


def _text(texts: Texts, of: Passage | Chapter, subsection: Subsection) -> Iterator[Block]:
    yield from elsewhere(texts, of.written)
    yield Quote(_paragraphs(subsection), cite(texts, of.section, subsection))
    yield from editors_note(texts, subsection)


def _edition(texts: Texts, of: BookContents | Chapter | Passage) -> Note:
    return edition_note(texts, of.edition, of.written)


def _choices(texts: Texts, choices: Sequence[Button], start: int, verb: Verb, *args: str) -> Iterator[Actions]:
    """The buttons from ``start`` on, and those that lead to the others."""
    yield from actions(*choices[start : start + SHOWN])
    if len(choices) > SHOWN:
        starts = (at for at in range(0, len(choices), SHOWN) if at != start)
        yield from actions(*(button(texts, _span(choices, at), verb, *args, str(at)) for at in starts))


def _span(choices: Sequence[Button], start: int) -> str:
    """The numbers of the first and last of the choices on a page."""
    of_page = choices[start : start + SHOWN]
    return f"{of_page[0].label.split()[0]}–{of_page[-1].label.split()[0]}"


def _turning(
    texts: Texts,
    before: Section | Subsection | None,
    after: Section | Subsection | None,
    to: Callable[[Section | Subsection], tuple[Verb, *tuple[str, ...]]],
    *others: Button,
) -> tuple[Actions, ...]:
    turned = (("button-before", before), ("button-after", after))
    leaves = (button(texts, texts(key, title=_name(one)), *to(one)) for key, one in turned if one is not None)
    return actions(*leaves, *others)


def _contents_button(texts: Texts) -> Button:
    return button(texts, texts("button-contents"), Verb.CONTENTS, "0")


def _share(texts: Texts, number: str, *, shareable: bool) -> Iterator[Button]:
    """The button that shows a part to everybody in the conversation, as if its number had been typed there."""
    if shareable and re.fullmatch(r"\d{1,2}(\.\d{1,3}){0,4}", number):
        yield button(texts, texts("button-share"), Verb.SHARE, texts("button-chapter", section=number))


def _name(one: Section | Subsection) -> str:
    return f"{one.id} {one.title}"


def _paragraphs(subsection: Subsection) -> tuple[str, ...]:
    lines: list[str] = []
    for part in subsection.body:
        match part:
            case Prose():
                lines.append(part.text)
            case BulletList():
                lines.extend(f"• {item}" for item in part.items)
    return tuple(lines)
