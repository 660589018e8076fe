"""Replies to the ICT secretary on the register as a whole: what was changed in it, taken back, or wants attention."""

from collections.abc import Collection, Mapping
from datetime import datetime, time, timedelta

from bot.conversation.actions import number_in
from bot.conversation.exchange import Outcome
from bot.conversation.replies.register import channels
from bot.conversation.turn import Press, Reply, Services, Spoken, Turn, private, replacing
from bot.domain.channels import ChannelId
from bot.domain.register import Narrowing
from bot.messages.model import Verb
from bot.messages.parts import message, paragraph, say
from bot.messages.register import changes as register_messages
from bot.services.access import require_ict_secretary
from bot.services.register.changes import Within
from bot.understanding.commands import Intent


async def _history(services: Services, turn: Spoken) -> Outcome:
    """The changes to the register, or to the channels that were named."""
    require_ict_secretary(turn.actor)
    if (ids := _meant(services, turn)) is None:
        return private(say(turn.language, "nothing-to-choose"))
    entries = await services.keeping.newest_changes(turn.actor, ids, register_messages.SHOWN + 1, _within(turn))
    if not entries and turn.reading.dates:
        return private(say(turn.language, "history-none-then"))
    return private(register_messages.history(entries, turn.register, turn.texts))


async def _undo(services: Services, turn: Spoken) -> Outcome:
    """Show the newest change, to the channels that were named if any were, and ask whether it is to be taken back. Who
    told of an update today may take that back."""
    ids = _meant(services, turn)
    own = None
    if ids is not None and turn.actor.may_keep_channels:
        own = await services.reminder_answers.newest_told(turn.actor, ids, turn.at)
    if own is None:
        require_ict_secretary(turn.actor)
    if ids is None:
        return private(say(turn.language, "nothing-to-choose"))
    newest = own
    if turn.actor.is_ict_secretary:
        newest = await services.keeping.newest_change(turn.actor, ids, _within(turn))
    if newest is None and turn.reading.dates:
        return private(say(turn.language, "undo-none-then"))
    return private(register_messages.undo_question(newest, turn.register, turn.texts))


def _within(turn: Spoken) -> Within | None:
    """When something was changed, where that was said: from midnight to midnight."""
    said = turn.reading.dates
    if said is None:
        return None
    first, after = said.start, said.end + timedelta(days=1)
    return datetime.combine(first, time.min, turn.at.tzinfo), datetime.combine(after, time.min, turn.at.tzinfo)


def _meant(services: Services, turn: Spoken) -> Collection[ChannelId] | None:
    """The channels that were named; empty where none were, None where there are none such."""
    query = turn.reading.query
    if query.is_empty:
        return ()
    meant = services.lookup.find_any(turn.register, turn.actor, query, turn.at).channels
    return {view.channel.id for view in meant} or None


async def _press_undo(services: Services, turn: Turn, seq: str) -> Outcome:
    undo = services.keeping.undo if turn.actor.is_ict_secretary else services.reminder_answers.take_back
    undone = await undo(turn.actor, number_in(seq), turn.at)
    return replacing(register_messages.undone(undone, turn.register, turn.texts))


async def _audit(services: Services, turn: Spoken) -> Outcome:
    """What wants attention; of that, what anybody may ask for by itself is a list of channels."""
    narrowing = turn.reading.narrowed
    if narrowing and (narrowing is not Narrowing.QUIET or not turn.actor.is_ict_secretary):
        return private(channels.listed(services, turn))
    audit = services.lookup.audit(turn.register, turn.actor, turn.at)
    given_up = await services.agreements.given_up(turn.register, turn.actor)
    wanting = register_messages.audit(audit, given_up, turn.texts)
    wider = paragraph(turn.texts("audit-beyond")) if turn.reading.beyond else ()
    return private(message(turn.texts, wider, wanting.blocks))


async def _export(services: Services, turn: Spoken) -> Outcome:
    """How the register is had as a file."""
    require_ict_secretary(turn.actor)
    return private(say(turn.language, "export-how"))


REPLIES: Mapping[Intent, Reply] = {
    Intent.HISTORY: _history,
    Intent.UNDO: _undo,
    Intent.AUDIT: _audit,
    Intent.EXPORT: _export,
}
PRESSES: Mapping[Verb, Press] = {Verb.UNDO: _press_undo}
