"""What was asked and not answered, and the entries that close such gaps: listed, written, mended, withdrawn."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.conversation.actions import StaleActionError
from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms import questions as forms
from bot.conversation.forms import register as catalogue
from bot.conversation.forms.model import FormValues
from bot.conversation.turn import Press, Services, Spoken, Submission, Turn, private, replacing
from bot.knowledge.content.question_file import NotWritableError
from bot.messages import questions as messages
from bot.messages.model import Message, Verb
from bot.messages.parts import say
from bot.messages.texts import texts_in
from bot.services.access import NotAllowedError, require_ict_secretary
from bot.services.questions.documents import Entry
from bot.services.questions.entries import EntryChangedError, EntryDraft, UnknownEntryError
from bot.services.questions.gaps import UnknownGapError
from bot.services.questions.known_questions import NoSectionError
from bot.services.register.records import InvalidInputError

_STALE = "this is of an older message: open it again"


async def gaps(services: Services, turn: Spoken) -> Outcome:
    """What was asked and not answered."""
    return private(await _gaps(services, turn, 0))


async def entries(services: Services, turn: Spoken) -> Outcome:
    """The questions that have an answer of the ICT secretary's."""
    return private(await _entries(services, turn, 0))


# Gaps ----------------------------------------------------------------------------------------------------------------


async def _gaps(services: Services, turn: Turn, start: int) -> Message:
    return messages.gaps(await services.questions.gaps.report(turn.actor, turn.at), start, turn.language)


async def _page_of_gaps(services: Services, turn: Turn, start: str) -> Outcome:
    return replacing(await _gaps(services, turn, _number(start)))


async def _open_gap(services: Services, turn: Turn, key: str) -> Outcome:
    try:
        gap = await services.questions.gaps.one(turn.actor, key, turn.at)
    except UnknownGapError:
        return private(say(turn.language, "gap-gone"))
    return replacing(forms.answer_gap(gap, services.answers.guideline, turn.language))


async def _answer_gap(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    (key,) = _subject(submitted, 1)
    try:
        result = await services.questions.gaps.answer(turn.actor, key, _draft(submitted.values), turn.at)
    except InvalidInputError as error:
        return catalogue.again(await _open_gap(services, turn, key), submitted.values, error.problems)
    except UnknownGapError:
        return private(say(turn.language, "gap-gone"))
    return replacing(messages.gap_answered(result, turn.language))


async def _dismiss_gap(services: Services, turn: Turn, key: str) -> Outcome:
    try:
        await services.questions.gaps.dismiss(turn.actor, key, turn.at)
    except UnknownGapError:
        return private(say(turn.language, "gap-gone"))
    return replacing(await _gaps(services, turn, 0))


# Entries -------------------------------------------------------------------------------------------------------------


async def _entries(services: Services, turn: Turn, start: int) -> Message:
    _require_staff(turn)
    return messages.entries(await services.questions.entries.all(), start, turn.language)


async def _page_of_entries(services: Services, turn: Turn, start: str) -> Outcome:
    return replacing(await _entries(services, turn, _number(start)))


async def _show_entry(services: Services, turn: Turn, entry_id: str) -> Outcome:
    _require_staff(turn)
    try:
        entry = await services.questions.entries.one(entry_id)
    except UnknownEntryError:
        return private(say(turn.language, "entry-gone"))
    if entry.now.withdrawn and not turn.actor.is_ict_secretary:
        return private(say(turn.language, "entry-gone"))
    return private(await _shown(services, turn, entry))


async def _open_entry(services: Services, turn: Turn, entry_id: str) -> Outcome:
    require_ict_secretary(turn.actor)
    try:
        entry = await services.questions.entries.one(entry_id)
    except UnknownEntryError:
        return private(say(turn.language, "entry-gone"))
    return replacing(forms.entry(entry, services.answers.guideline, turn.language))


async def _edit_entry(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    entry_id, version = _subject(submitted, 2)
    draft = _draft(submitted.values)
    try:
        entry = await services.questions.entries.edit(turn.actor, entry_id, _number(version), draft, turn.at)
    except InvalidInputError as error:
        return catalogue.again(await _open_entry(services, turn, entry_id), submitted.values, error.problems)
    except EntryChangedError as error:
        form = forms.entry(error.current, services.answers.guideline, turn.language)
        changed = texts_in(turn.language)("entry-changed", answer=error.current.now.answer)
        return catalogue.again(replacing(form), submitted.values, (), intro=changed)
    except UnknownEntryError:
        return private(say(turn.language, "entry-gone"))
    return replacing(await _shown(services, turn, entry, "entry-edited"))


async def _withdraw_entry(services: Services, turn: Turn, entry_id: str, withdraw: str) -> Outcome:
    withdrawn = withdraw == "yes"
    try:
        entry = await services.questions.entries.withdraw(turn.actor, entry_id, turn.at, withdrawn=withdrawn)
    except UnknownEntryError:
        return private(say(turn.language, "entry-gone"))
    return replacing(await _shown(services, turn, entry, "" if withdrawn else "entry-restored"))


async def _record_entry(services: Services, turn: Turn, entry_id: str) -> Outcome:
    try:
        is_new = await services.questions.recording.record(turn.actor, entry_id)
    except UnknownEntryError:
        return private(say(turn.language, "entry-gone"))
    except NoSectionError:
        return private(say(turn.language, "entry-without-section"))
    except NotWritableError:
        return private(say(turn.language, "record-read-only"))
    return private(say(turn.language, "recorded" if is_new else "recorded-before"))


async def _shown(services: Services, turn: Turn, entry: Entry, said: str = "") -> Message:
    register = await services.lookup.register()
    authors = [register.person(text.by) for text in entry.versions]
    words = texts_in(turn.language)(said) if said else ""
    return messages.entry(entry, authors, turn.language, keeper=turn.actor.is_ict_secretary, said=words)


def _require_staff(turn: Turn) -> None:
    """Guests are shown what is public: the guideline, and not what is said inside the house."""
    if turn.actor.is_guest:
        raise NotAllowedError("staff")


def _draft(values: FormValues) -> EntryDraft:
    return EntryDraft(
        values.get("question", ""),
        values.get("answer", ""),
        forms.lines_of(values, "wordings"),
        values.get("section", ""),
    )


def _number(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,6}", text):
        raise StaleActionError(_STALE)
    return int(text)


def _subject(submitted: Submitted, length: int) -> tuple[str, ...]:
    """What the form is about, without its language."""
    subject = submitted.subject[1:]
    if len(subject) != length:
        raise StaleActionError(_STALE)
    return subject


PRESSES: Mapping[Verb, tuple[int, Press]] = {
    Verb.GAPS: (1, _page_of_gaps),
    Verb.ANSWER_GAP: (1, _open_gap),
    Verb.DISMISS_GAP: (1, _dismiss_gap),
    Verb.ENTRIES: (1, _page_of_entries),
    Verb.ENTRY: (1, _show_entry),
    Verb.EDIT_ENTRY: (1, _open_entry),
    Verb.WITHDRAW_ENTRY: (2, _withdraw_entry),
    Verb.RECORD_ENTRY: (1, _record_entry),
}
SUBMISSIONS: Mapping[str, Submission] = {forms.ANSWER_GAP: _answer_gap, forms.ENTRY: _edit_entry}
