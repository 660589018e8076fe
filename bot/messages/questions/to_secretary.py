"""Questions to the ICT secretary, their answers and the gaps, as messages."""

from collections.abc import Iterator, Sequence

from bot.domain.people import Person
from bot.messages.model import Block, Bold, Button, Choice, Heading, Message, Quote, Row, Spans, Style, Verb
from bot.messages.parts import (
    actions,
    as_button_argument,
    bullets,
    button,
    message,
    names,
    not_told,
    note,
    paragraph,
    people,
    pick,
    shorten,
    spans,
)
from bot.messages.questions.answers import entry_elsewhere, entry_quote, vote_buttons
from bot.messages.texts import Texts
from bot.services.notices import AnswerArrived
from bot.services.questions.documents import Entry, OpenQuestion
from bot.services.questions.gaps import Gap, GapAnswered
from bot.services.questions.open import AlreadyAnsweredError, AnsweredQuestion, Forwarded

PAGE = 8
"""How many gaps or entries stand on a page."""
_OWN = 3
"""How many answers to the reader alone are shown, the last ones."""


def secretary(secretaries: Sequence[Person], words: str, texts: Texts) -> Message:
    """Who the ICT secretary is, where that may be told; and the press that sends them the person's ``words``, or how
    to write to them where there are none."""
    named = (f"{texts('secretary-who')} ", people(*secretaries)) if secretaries else (texts("secretary"),)
    who = paragraph(*named)
    if not words:
        return message(texts, who, paragraph(texts("secretary-how")))
    ask = button(
        texts, texts("button-ask-secretary"), Verb.ASK_SECRETARY, as_button_argument(words), style=Style.PRIMARY
    )
    return message(texts, who, paragraph(texts("secretary-send")), Quote((words,), ""), actions(ask))


def forwarded(result: Forwarded, texts: Texts, *, guest: bool) -> Message:
    """Whether the question has reached the ICT secretary; a guest is told no names."""
    if result.waiting:
        return message(texts, paragraph(texts("forwarded-waiting")))
    if guest and (result.reached or result.not_reached):
        said = texts("forwarded-guest" if result.reached else "forwarded-guest-not")
    elif result.reached:
        said = texts("forwarded", names=names(result.reached))
    elif result.not_reached:
        said = texts("forwarded-not", names=names(result.not_reached))
    else:
        said = texts("forwarded-nobody")
    return message(texts, paragraph(said), note(texts("forwarded-redacted")) if result.shortened else ())


def answered(result: AnsweredQuestion, texts: Texts) -> Message:
    """The word to the ICT secretary that the answer is on its way, and the button that makes an entry of it."""
    given = result.question.given
    return message(
        texts,
        paragraph(texts("answered" if result.reached else "answered-not-told")),
        () if result.reached else paragraph(people(result.question.asker)),
        Quote(tuple(given.text.splitlines()) if given else (), shorten(result.question.question, 200)),
        note(texts("make-entry-hint")),
        actions(button(texts, texts("button-make-entry"), Verb.MAKE_ENTRY, result.key, style=Style.PRIMARY)),
    )


def already_answered(error: AlreadyAnsweredError, texts: Texts) -> Message:
    """Who was quicker, and what the answer was."""
    given = error.question.given
    return message(
        texts,
        paragraph(f"{texts('already-answered')} ", people(error.by)),
        Quote(tuple(given.text.splitlines()), texts("value-date", day=given.at.date())) if given is not None else (),
    )


def arrived(notice: AnswerArrived, texts: Texts, *, helped: bool | None = None) -> Message:
    """The answer to the person who asked; ``helped`` is what they have said of it."""
    section, by = notice.section, notice.by
    return message(
        texts,
        Heading(texts("notice-answer-heading")),
        paragraph(f"{texts('entry-question')} ", Bold(notice.question)),
        entry_elsewhere(texts, notice.written),
        Quote(tuple(notice.answer.splitlines()), texts("entry-cite", on=notice.on)),
        paragraph(f"{texts('notice-answer-by')} ", people(by)) if by is not None else (),
        actions(button(texts, texts("button-entry-section"), Verb.SECTION, section)) if section else (),
        actions(*vote_buttons(texts, Verb.ARRIVED_FEEDBACK, notice.key))
        if helped is None
        else note(texts("feedback-thanks" if helped else "feedback-thanks-asker")),
    )


def gaps(found: Sequence[Gap], start: int, texts: Texts) -> Message:
    """What was asked and not answered, newest first, from the gap with the number ``start`` (from 0) on."""
    shown = found[start : start + PAGE]
    if not shown:
        return message(texts, paragraph(texts("gaps-none")))
    dismissible = tuple(pick(texts, gap.question, Verb.DISMISS_GAP, gap.key) for gap in shown if not gap.waiting)
    return message(
        texts,
        Heading(texts("gaps-heading", count=len(found))),
        (_gap(texts, gap) for gap in shown),
        actions(Choice(texts("button-dismiss"), dismissible)) if dismissible else (),
        actions(*_paging(texts, Verb.GAPS, start, len(found))),
    )


def gap_answered(result: GapAnswered, texts: Texts) -> Message:
    """The word that a gap has become an entry, and who was told."""
    return message(
        texts,
        paragraph(texts("gap-answered", count=result.told)),
        not_told(texts, result.not_told),
        paragraph(Bold(result.entry.now.question)),
        entry_quote(texts, result.entry),
        actions(*keeper_buttons(texts, result.entry)),
    )


def keeper_buttons(texts: Texts, entry: Entry) -> Iterator[Button]:
    """What the ICT secretary can do with an entry."""
    yield button(texts, texts("button-edit-entry"), Verb.EDIT_ENTRY, entry.id)
    if entry.now.withdrawn:
        yield button(texts, texts("button-restore-entry"), Verb.WITHDRAW_ENTRY, entry.id, "no")
        return
    yield button(texts, texts("button-withdraw-entry"), Verb.WITHDRAW_ENTRY, entry.id, "yes", style=Style.DANGER)
    if entry.now.section:
        yield button(texts, texts("button-record-entry"), Verb.RECORD_ENTRY, entry.id)


def _paging(texts: Texts, verb: Verb, start: int, count: int) -> Iterator[Button]:
    if start > 0:
        yield button(texts, texts("button-newer"), verb, str(max(0, start - PAGE)))
    if start + PAGE < count:
        yield button(texts, texts("button-older", count=count - start - PAGE), verb, str(start + PAGE))


def _gap(texts: Texts, gap: Gap) -> Row:
    answer = button(texts, texts("button-answer"), Verb.ANSWER_GAP, gap.key)
    return Row(f"{gap.question} – {'; '.join(_gap_facts(texts, gap))}", answer)


def _gap_facts(texts: Texts, gap: Gap) -> Iterator[str]:
    yield texts("gap-count", count=gap.count)
    yield texts("gap-last", on=gap.last)
    if gap.language is not texts.language:
        yield texts(f"language-{gap.language}")
    if gap.waiting:
        yield texts("gap-waiting", count=len(gap.waiting))
    if gap.not_helped:
        yield texts("gap-not-helped", count=gap.not_helped)


def entries(found: Sequence[Entry], start: int, texts: Texts, own: Sequence[OpenQuestion] = ()) -> Message:
    """The questions that have an answer of the ICT secretary's, newest first, from the one with that number on; after
    them the reader's ``own`` questions that were answered to them alone."""
    shown = found[start : start + PAGE]
    if not shown:
        return message(texts, paragraph(texts("entries-none")) if not own else (), _own(texts, own))
    rows = (
        Row(
            f"{one.now.question} – {texts('value-date', day=one.now.at.date())}",
            button(texts, texts("button-show-short"), Verb.ENTRY, one.id),
        )
        for one in shown
    )
    heading = Heading(texts("entries-heading", count=len(found)))
    return message(texts, heading, rows, actions(*_paging(texts, Verb.ENTRIES, start, len(found))), _own(texts, own))


def _own(texts: Texts, questions: Sequence[OpenQuestion]) -> Iterator[Block]:
    if questions:
        yield Heading(texts("entries-own"))
    for one in questions[-_OWN:]:
        if one.given is not None:
            yield paragraph(Bold(one.question))
            yield Quote(tuple(one.given.text.splitlines()), texts("entry-cite", on=one.given.at.date()))


def entry(found: Entry, authors: Sequence[Person], texts: Texts, *, keeper: bool, said: str = "") -> Message:
    """An entry; for its keeper with its earlier texts, whose ``authors`` are given one a version, and what can be done.

    ``said`` is a text that tells what has just happened to it.
    """
    now = found.now
    blocks: list[Block] = [paragraph(said)] if said else []
    if now.withdrawn:
        blocks.append(note(texts("entry-withdrawn")))
    blocks += [paragraph(Bold(now.question)), entry_quote(texts, found)]
    if keeper and now.wordings:
        blocks += [paragraph(texts("entry-wordings")), bullets(now.wordings)]
    if keeper and found.version > 1:
        blocks += [paragraph(texts("entry-earlier")), bullets(_earlier(texts, found, authors))]
    buttons = [button(texts, texts("button-entry-section"), Verb.SECTION, now.section)] if now.section else []
    return message(texts, blocks, actions(*buttons, *(keeper_buttons(texts, found) if keeper else ())))


def _earlier(texts: Texts, found: Entry, authors: Sequence[Person]) -> Iterator[Spans]:
    """Each earlier text, newest first: when, by whom, and how it read."""
    for text, author in reversed(list(zip(found.versions[:-1], authors, strict=False))):
        read = texts("entry-withdrawn") if text.withdrawn else f"{text.question} – {text.answer}"
        yield spans(f"{texts('value-date', day=text.at.date())}, ", people(author), f": {shorten(read, 300)}")
