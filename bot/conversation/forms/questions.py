"""The forms in which the ICT secretary answers questions and mends the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.forms.model import FieldKind, Form, FormField, FormValues, Option
from bot.conversation.forms.parts import make_field, make_form
from bot.domain.guideline import Guideline
from bot.domain.language import Language
from bot.messages.parts import section_name, shorten
from bot.messages.texts import Texts, texts_in
from bot.services.questions.documents import Entry, OpenQuestion
from bot.services.questions.entries import fitting
from bot.services.questions.gaps import Gap

ANSWER, ANSWER_GAP, ENTRY = "answer", "answer-gap", "entry"
_OPTIONS, _LABEL = 99, 75
"""So many sections are offered, the nearest before the others, each in so many characters: as many as every surface
shows (Slack: option object, select menu)."""


def answer(key: str, question: OpenQuestion, guideline: Guideline, language: Language) -> Form:
    """The form that answers a question: the question and the nearest sections stand above it."""
    texts = texts_in(language)
    languages = tuple(Option(one, texts(f"language-{one}")) for one in Language)
    fields = (
        _answer(texts),
        _section(texts, guideline, question.nearest),
        make_field(texts, "language", FieldKind.CHOICE, required=True, options=languages),
    )
    form = make_form(ANSWER, texts, (key,), fields, {"language": question.language})
    located = [guideline.locate(one, language) for one in question.nearest]
    nearest = dict.fromkeys(section_name(found[0]) for found in located if found)
    lines = [
        f"{texts('entry-question')} {question.question}",
        *([f"{texts('answer-nearest')} {', '.join(nearest)}"] if nearest else []),
    ]
    return replace(form, submit=texts("form-send"), intro="\n".join(lines))


def answer_gap(gap: Gap, guideline: Guideline, language: Language) -> Form:
    """The form that answers all questions of a gap at once, and keeps the answer for those to come."""
    texts = texts_in(language)
    values = {"question": gap.question, "wordings": "\n".join(fitting(gap.wordings[1:]))}
    form = make_form(ANSWER_GAP, texts, (gap.key,), _entry_fields(texts, guideline), values)
    intro = texts("gap-intro", language=texts(f"language-{gap.language}"), count=len(gap.waiting))
    return replace(form, intro=intro)


def entry(found: Entry, guideline: Guideline, language: Language) -> Form:
    """The form that changes an entry as it is now."""
    texts = texts_in(language)
    now = found.now
    values = {
        "question": now.question,
        "wordings": "\n".join(now.wordings),
        "answer": now.answer,
        "section": now.section,
    }
    return make_form(ENTRY, texts, (found.id, str(found.version)), _entry_fields(texts, guideline), values)


def lines_of(values: FormValues, key: str) -> tuple[str, ...]:
    """What stands in a field, one thing a line."""
    return tuple(line for line in values.get(key, "").splitlines() if line.strip())


def _entry_fields(texts: Texts, guideline: Guideline) -> tuple[FormField, ...]:
    return (
        make_field(texts, "question", FieldKind.TEXT, required=True),
        make_field(texts, "wordings", FieldKind.LONG_TEXT, hint="hint-wordings"),
        _answer(texts),
        _section(texts, guideline, ()),
    )


def _answer(texts: Texts) -> FormField:
    return make_field(texts, "answer", FieldKind.LONG_TEXT, required=True, hint="hint-answer")


def _section(texts: Texts, guideline: Guideline, nearest: Sequence[str]) -> FormField:
    """The subsection that the answer belongs to; the nearest are offered first."""
    order = {one: place for place, one in enumerate(nearest)}
    language = texts.language if guideline.sections.get(texts.language) else guideline.edition.languages[0]
    passages = sorted(guideline.passages(language), key=lambda passage: order.get(passage[1].id, len(order)))
    options = tuple(
        Option(one.id, shorten(f"{section.id} {one.title}", _LABEL)) for section, one in passages[:_OPTIONS]
    )
    return make_field(texts, "section", FieldKind.CHOICE, hint="hint-section", options=options)
