"""The ICT secretary's answers, which close gaps: listed, shown, mended, withdrawn, made known questions."""

from collections.abc import Mapping
from dataclasses import replace

from bot.conversation.actions import number_in
from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms import questions as question_forms
from bot.conversation.forms.opening import Opening
from bot.conversation.forms.table import as_opened_now, open_form, subject_of
from bot.conversation.turn import Press, Reply, Services, Spoken, Submission, Turn, private, replacing
from bot.knowledge.content.question_file import NotWritableError
from bot.messages.model import Message, Verb
from bot.messages.parts import say
from bot.messages.questions import to_secretary as question_messages
from bot.services.access import NotAllowedError
from bot.services.questions.documents import Entry
from bot.services.questions.entries import EntryChangedError, UnknownEntryError
from bot.services.questions.known_questions import NoSectionError
from bot.understanding.commands import Intent


async def _entries(services: Services, turn: Spoken) -> Outcome:
    """The questions that have an answer of the ICT secretary's."""
    return private(await _page(services, turn, 0))


async def _page_of_entries(services: Services, turn: Turn, start: str) -> Outcome:
    return replacing(await _page(services, turn, number_in(start)))


async def _page(services: Services, turn: Turn, start: int) -> Message:
    """The entries from the one at ``start`` on."""
    _require_staff(turn)
    held = await services.open_questions.held_on(turn.actor)
    own = [one for one in held if one.given is not None and not one.given.entry]
    return question_messages.entries(await services.entries.all(), start, turn.texts, own)


async def _show_entry(services: Services, turn: Turn, entry_id: str) -> Outcome:
    """One entry; a withdrawn one is shown to the ICT secretary alone."""
    _require_staff(turn)
    entry = await services.entries.one(entry_id)
    if entry.now.withdrawn and not turn.actor.is_ict_secretary:
        raise UnknownEntryError("the entry was withdrawn")
    return private(_shown(turn, entry))


async def _open_entry(services: Services, turn: Turn, entry_id: str) -> Outcome:
    return private(await open_form(services, turn, question_forms.ENTRY, Opening(entry_id)))


async def _submit_entry(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Keep the mended entry; where somebody else has changed it meanwhile, show theirs above what was typed."""
    entry_id, version = subject_of(submitted, 2)
    draft = question_forms.draft_of(submitted.values)
    try:
        entry = await services.entries.edit(turn.actor, entry_id, number_in(version), draft, turn.at)
    except EntryChangedError as error:
        form = await as_opened_now(services, turn, submitted)
        changed = turn.texts("entry-changed", answer=error.current.now.answer)
        return private(replace(form, values=dict(submitted.values), intro=changed))
    return replacing(_shown(turn, entry, "entry-edited"))


async def _withdraw_entry(services: Services, turn: Turn, entry_id: str, withdraw: str) -> Outcome:
    """Let the entry not answer any more, or, where ``withdraw`` is not ``yes``, answer again."""
    withdrawn = withdraw == "yes"
    entry = await services.entries.withdraw(turn.actor, entry_id, turn.at, withdrawn=withdrawn)
    return replacing(_shown(turn, entry, "" if withdrawn else "entry-restored"))


async def _make_known(services: Services, turn: Turn, entry_id: str) -> Outcome:
    """Take the entry's question over to those that the content is checked against."""
    try:
        is_new = await services.known_questions.take_over(turn.actor, entry_id)
    except NoSectionError:
        return private(say(turn.language, "entry-without-section"))
    except NotWritableError:
        return private(say(turn.language, "record-read-only"))
    return private(say(turn.language, "recorded" if is_new else "recorded-before"))


def _shown(turn: Turn, entry: Entry, said: str = "") -> Message:
    authors = [turn.register.person(text.by) for text in entry.versions]
    words = turn.texts(said) if said else ""
    return question_messages.entry(entry, authors, turn.texts, keeper=turn.actor.is_ict_secretary, said=words)


def _require_staff(turn: Turn) -> None:
    """Guests are shown what is public: the guideline, and not what is said inside the house."""
    if turn.actor.is_guest:
        raise NotAllowedError("staff")


REPLIES: Mapping[Intent, Reply] = {Intent.ENTRIES: _entries}
PRESSES: Mapping[Verb, Press] = {
    Verb.ENTRIES: _page_of_entries,
    Verb.ENTRY: _show_entry,
    Verb.EDIT_ENTRY: _open_entry,
    Verb.WITHDRAW_ENTRY: _withdraw_entry,
    Verb.RECORD_ENTRY: _make_known,
}
SUBMISSIONS: Mapping[str, Submission] = {question_forms.ENTRY: _submit_entry}
