"""The forms of questions: to ask one, to answer one that waits, and to mend an answer."""

from collections.abc import Mapping, Sequence

from bot.conversation.forms.form import FieldKind, Form, FormField, FormValues, Option
from bot.conversation.forms.making import make_field, make_form
from bot.conversation.forms.opening import FormSpec, Opening, by_anybody
from bot.conversation.turn import Services, Turn
from bot.domain.guideline import Guideline
from bot.domain.language import Language
from bot.messages.parts import section_name, shorten
from bot.messages.texts import Texts
from bot.services.questions.entries import EntryDraft, fitting

ASK, ANSWER, ANSWER_GAP, ENTRY = "ask", "answer", "answer-gap", "entry"
_OPTIONS, _LABEL = 99, 75
"""How many sections are offered, the nearest before the others, and in how many characters each: as many as every
surface shows (Slack: option object, select menu)."""


async def _ask(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form for a question, where there is no line to type it on."""
    texts = turn.texts
    question = make_field(texts, "question", FieldKind.LONG_TEXT, required=True, hint="hint-question")
    return make_form(ASK, texts, (), (question,), opening.values, submit="form-ask-submit")


async def _answer(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form that answers a question: the question and the nearest sections stand above it."""
    question = await services.open_questions.open(turn.actor, opening.subject)
    texts, guideline = turn.texts, services.answers.guideline
    languages = tuple(Option(one, texts(f"language-{one}")) for one in Language)
    fields = (
        _answer_field(texts),
        _section_field(texts, guideline, question.nearest),
        make_field(texts, "language", FieldKind.CHOICE, required=True, options=languages),
    )
    located = [guideline.locate(one, turn.language) for one in question.nearest]
    nearest = ", ".join(dict.fromkeys(section_name(found[0]) for found in located if found))
    asked = f"{texts('entry-question')} {question.question}"
    intro = f"{asked}\n{texts('answer-nearest')} {nearest}" if nearest else asked
    values = {"language": question.language}
    return make_form(ANSWER, texts, (opening.subject,), fields, values, intro=intro, submit="form-send")


async def _answer_gap(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form that answers all questions of a gap at once, and keeps the answer for those to come."""
    gap = await services.gaps.one(turn.actor, opening.subject, turn.at)
    texts = turn.texts
    values = {"question": gap.question, "wordings": "\n".join(fitting(gap.wordings[1:]))}
    fields = _entry_fields(texts, services.answers.guideline)
    intro = texts("gap-intro", language=texts(f"language-{gap.language}"), count=len(gap.waiting))
    return make_form(ANSWER_GAP, texts, (gap.key,), fields, values, intro=intro)


async def _entry(services: Services, turn: Turn, opening: Opening) -> Form:
    """The form that changes an entry as it is now."""
    found = await services.entries.one(opening.subject)
    texts, now = turn.texts, found.now
    values = {
        "question": now.question,
        "wordings": "\n".join(now.wordings),
        "answer": now.answer,
        "section": now.section,
    }
    subject = (found.id, str(found.version))
    return make_form(ENTRY, texts, subject, _entry_fields(texts, services.answers.guideline), values)


FORMS: Mapping[str, FormSpec] = {
    ASK: FormSpec(_ask, by_anybody),
    ANSWER: FormSpec(_answer),
    ANSWER_GAP: FormSpec(_answer_gap),
    ENTRY: FormSpec(_entry),
}


def draft_of(values: FormValues) -> EntryDraft:
    """What was filled in in the form of a gap or of an entry; other wordings stand one a line."""
    wordings = tuple(line for line in values.get("wordings", "").splitlines() if line.strip())
    return EntryDraft(values.get("question", ""), values.get("answer", ""), wordings, values.get("section", ""))


def _entry_fields(texts: Texts, guideline: Guideline) -> tuple[FormField, ...]:
    return (
        make_field(texts, "question", FieldKind.TEXT, required=True),
        make_field(texts, "wordings", FieldKind.LONG_TEXT, hint="hint-wordings"),
        _answer_field(texts),
        _section_field(texts, guideline, ()),
    )


def _answer_field(texts: Texts) -> FormField:
    return make_field(texts, "answer", FieldKind.LONG_TEXT, required=True, hint="hint-answer")


def _section_field(texts: Texts, guideline: Guideline, nearest: Sequence[str]) -> FormField:
    """The subsection that the answer belongs to; the nearest are offered first."""
    order = {one: place for place, one in enumerate(nearest)}
    language = texts.language if guideline.sections.get(texts.language) else guideline.edition.languages[0]
    passages = sorted(guideline.passages(language), key=lambda passage: order.get(passage[1].id, len(order)))
    options = tuple(
        Option(one.id, shorten(f"{section.id} {one.title}", _LABEL)) for section, one in passages[:_OPTIONS]
    )
    return make_field(texts, "section", FieldKind.CHOICE, hint="hint-section", options=options)
