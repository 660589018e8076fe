"""Questions to the ICT secretary, their answers and the gaps, as messages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.domain.language import Language
from bot.domain.people import Person
from bot.messages.model import (
    Actions,
    Block,
    Bold,
    Bullets,
    Button,
    Choice,
    Heading,
    Message,
    Paragraph,
    Quote,
    Row,
    Spans,
    Style,
    Text,
    Verb,
)
from bot.messages.parts import button, names, note, paragraph, people, pick, shorten
from bot.messages.questions.answers import entry_elsewhere, entry_quote, vote_buttons
from bot.messages.texts import Texts, texts_in
from bot.services.notices import AnswerArrived
from bot.services.questions.documents import Entry
from bot.services.questions.gaps import Gap, GapAnswered
from bot.services.questions.open import AlreadyAnsweredError, AnsweredQuestion, Forwarded

PAGE = 8
"""How many gaps or entries stand on a page."""


def forwarded(result: Forwarded, texts: Texts, *, guest: bool = False) -> Message:
    """Whether the question has reached the ICT secretary; a guest is told no names."""
    if result.waiting:
        return Message((paragraph(texts("forwarded-waiting")),), texts.language)
    if guest and (result.reached or result.not_reached):
        blocks: list[Block] = [paragraph(texts("forwarded-guest" if result.reached else "forwarded-guest-not"))]
    elif result.reached:
        blocks = [paragraph(texts("forwarded", names=names(result.reached)))]
    elif result.not_reached:
        blocks = [paragraph(texts("forwarded-not", names=names(result.not_reached)))]
    else:
        blocks = [paragraph(texts("forwarded-nobody"))]
    if result.shortened:
        blocks.append(note(texts("forwarded-redacted")))
    return Message(tuple(blocks), texts.language)


def answered(result: AnsweredQuestion, language: Language) -> Message:
    """The word to the ICT secretary that the answer is on its way, and the button that makes an entry of it."""
    texts = texts_in(language)
    given = result.question.given
    blocks: list[Block] = [paragraph(texts("answered" if result.reached else "answered-not-told"))]
    if not result.reached:
        blocks.append(Paragraph(people([result.question.asker])))
    blocks.append(Quote(tuple(given.text.splitlines()) if given else (), shorten(result.question.question, 200)))
    blocks.append(note(texts("make-entry-hint")))
    blocks.append(
        Actions((button(texts, texts("button-make-entry"), Verb.MAKE_ENTRY, result.key, style=Style.PRIMARY),))
    )
    return Message(tuple(blocks), language)


def already_answered(error: AlreadyAnsweredError, language: Language) -> Message:
    """Who was quicker, and what the answer was."""
    texts = texts_in(language)
    given = error.question.given
    blocks: list[Block] = [Paragraph((Text(f"{texts('already-answered')} "), *people([error.by])))]
    if given is not None:
        blocks.append(Quote(tuple(given.text.splitlines()), texts("value-date", day=given.at.date())))
    return Message(tuple(blocks), language)


def arrived(notice: AnswerArrived, language: Language, *, helped: bool | None = None) -> Message:
    """The answer to the person who asked; ``helped`` is what they have said of it."""
    texts = texts_in(language)
    blocks: list[Block] = [
        Heading(texts("notice-answer-heading")),
        Paragraph((Text(f"{texts('entry-question')} "), Bold(notice.question))),
        *entry_elsewhere(texts, notice.written),
        Quote(tuple(notice.answer.splitlines()), texts("entry-cite", on=notice.on)),
    ]
    if notice.by is not None:
        blocks.append(Paragraph((Text(f"{texts('notice-answer-by')} "), *people([notice.by]))))
    if notice.section:
        blocks.append(Actions((button(texts, texts("button-entry-section"), Verb.SECTION, notice.section),)))
    if helped is None:
        blocks.append(Actions(vote_buttons(texts, Verb.ARRIVED_FEEDBACK, notice.key)))
    else:
        blocks.append(note(texts("feedback-thanks" if helped else "feedback-thanks-asker")))
    return Message(tuple(blocks), language)


def gaps(found: Sequence[Gap], start: int, language: Language) -> Message:
    """What was asked and not answered, newest first, from the gap with the number ``start`` (from 0) on."""
    texts = texts_in(language)
    shown = found[start : start + PAGE]
    if not shown:
        return Message((paragraph(texts("gaps-none")),), language)
    blocks: list[Block] = [Heading(texts("gaps-heading", count=len(found)))]
    for gap in shown:
        answer = button(texts, texts("button-answer"), Verb.ANSWER_GAP, gap.key)
        blocks.append(Row(f"{gap.question} – {'; '.join(_gap_facts(texts, gap))}", answer))
    dismissible = [pick(texts, gap.question, Verb.DISMISS_GAP, gap.key) for gap in shown if not gap.waiting]
    if dismissible:
        blocks.append(Actions((Choice(texts("button-dismiss"), tuple(dismissible)),)))
    blocks += _paging(texts, Verb.GAPS, start, len(found))
    return Message(tuple(blocks), language)


def gap_answered(result: GapAnswered, language: Language) -> Message:
    """The word that a gap has become an entry, and who was told."""
    texts = texts_in(language)
    blocks: list[Block] = [paragraph(texts("gap-answered", count=result.told)), *_not_told(texts, result.not_told)]
    blocks += [Paragraph((Bold(result.entry.now.question),)), entry_quote(texts, result.entry)]
    blocks.append(Actions(tuple(keeper_buttons(texts, result.entry))))
    return Message(tuple(blocks), language)


def keeper_buttons(texts: Texts, entry: Entry) -> Iterator[Button]:
    """What the ICT secretary can do with an entry."""
    yield button(texts, texts("button-edit-entry"), Verb.EDIT_ENTRY, entry.id)
    if entry.now.withdrawn:
        yield button(texts, texts("button-restore-entry"), Verb.WITHDRAW_ENTRY, entry.id, "no")
        return
    yield button(texts, texts("button-withdraw-entry"), Verb.WITHDRAW_ENTRY, entry.id, "yes", style=Style.DANGER)
    if entry.now.section:
        yield button(texts, texts("button-record-entry"), Verb.RECORD_ENTRY, entry.id)


def _paging(texts: Texts, verb: Verb, start: int, count: int) -> list[Block]:
    buttons = []
    if start > 0:
        buttons.append(button(texts, texts("button-newer"), verb, str(max(0, start - PAGE))))
    if start + PAGE < count:
        buttons.append(button(texts, texts("button-older", count=count - start - PAGE), verb, str(start + PAGE)))
    return [Actions(tuple(buttons))] if buttons else []


def _not_told(texts: Texts, persons: Sequence[Person]) -> Iterable[Block]:
    return [note(texts("not-told", names=names(persons)))] if persons else []


def _gap_facts(texts: Texts, gap: Gap) -> Iterator[str]:
    yield texts("gap-count", count=gap.count)
    yield texts("gap-last", on=gap.last)
    if gap.language is not texts.language:
        yield texts(f"language-{gap.language}")
    if gap.waiting:
        yield texts("gap-waiting", count=len(gap.waiting))
    if gap.not_helped:
        yield texts("gap-not-helped", count=gap.not_helped)


def entries(found: Sequence[Entry], start: int, language: Language) -> Message:
    """The questions that have an answer of the ICT secretary's, newest first, from the one with that number on."""
    texts = texts_in(language)
    shown = found[start : start + PAGE]
    if not shown:
        return Message((paragraph(texts("entries-none")),), language)
    rows = (
        Row(
            f"{one.now.question} – {texts('value-date', day=one.now.at.date())}",
            button(texts, texts("button-show-short"), Verb.ENTRY, one.id),
        )
        for one in shown
    )
    heading = Heading(texts("entries-heading", count=len(found)))
    return Message((heading, *rows, *_paging(texts, Verb.ENTRIES, start, len(found))), language)


def entry(found: Entry, authors: Sequence[Person], language: Language, *, keeper: bool, said: str = "") -> Message:
    """An entry; for its keeper with its earlier texts, whose ``authors`` are given one a version, and what can be done.

    ``said`` is a text that tells what has just happened to it.
    """
    texts = texts_in(language)
    now = found.now
    blocks: list[Block] = [paragraph(said)] if said else []
    if now.withdrawn:
        blocks.append(note(texts("entry-withdrawn")))
    blocks += [Paragraph((Bold(now.question),)), entry_quote(texts, found)]
    if keeper and now.wordings:
        blocks += [paragraph(texts("entry-wordings")), Bullets(tuple((Text(one),) for one in now.wordings))]
    if keeper and found.version > 1:
        blocks += [paragraph(texts("entry-earlier")), Bullets(tuple(_earlier(texts, found, authors)))]
    buttons = [button(texts, texts("button-entry-section"), Verb.SECTION, now.section)] if now.section else []
    buttons += keeper_buttons(texts, found) if keeper else ()
    if buttons:
        blocks.append(Actions(tuple(buttons)))
    return Message(tuple(blocks), language)


def _earlier(texts: Texts, found: Entry, authors: Sequence[Person]) -> Iterator[Spans]:
    """Each earlier text, newest first: when, by whom, and how it read."""
    for text, author in reversed(list(zip(found.versions[:-1], authors, strict=False))):
        read = texts("entry-withdrawn") if text.withdrawn else f"{text.question} – {text.answer}"
        yield (Text(f"{texts('value-date', day=text.at.date())}, "), *people([author]), Text(f": {shorten(read, 300)}"))
