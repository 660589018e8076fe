"""What happens when a button is pressed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from bot.conversation.actions import StaleActionError
from bot.conversation.exchange import Outcome
from bot.conversation.forms import register as catalogue
from bot.conversation.replies import gaps as closing_gaps
from bot.conversation.replies import maintainers as maintaining
from bot.conversation.replies import questions as answering
from bot.conversation.replies import reminders
from bot.conversation.turn import Press, Services, Turn, private, replacing
from bot.domain.language import Language
from bot.domain.register import ChannelQuery
from bot.messages import answers as answer_messages
from bot.messages import channels as channel_messages
from bot.messages import people as people_messages
from bot.messages import register as keeping_messages
from bot.messages.model import Action, Verb
from bot.messages.parts import say
from bot.services.access import require_ict_secretary, require_keeper
from bot.services.committing import UnknownChannelError, channel_of
from bot.services.register.people import reference_of

_STALE = "this button is of an older message: ask again to get a new one"


async def press(services: Services, turn: Turn, action: Action) -> Outcome:
    """Do what the button is for.

    Raises StaleActionError where the button carries what this version can not read.
    """
    arguments, reply = _PRESSES.get(action.verb, (-1, None))
    if reply is None or arguments != len(action.args):
        raise StaleActionError(_STALE)
    return await reply(services, turn, *action.args)


async def _section(services: Services, turn: Turn, subsection_id: str) -> Outcome:
    passage = services.answers.passage(subsection_id, turn.language)
    return private(answer_messages.passage(passage) if passage else say(turn.language, "section-unknown"))


async def _owner(services: Services, turn: Turn, channel_id: str) -> Outcome:
    found = await services.lookup.find(turn.actor, ChannelQuery(names=(channel_id,)), turn.at)
    if not found.channels:
        raise UnknownChannelError(f"there is no channel {channel_id!r} in the register")
    duty = services.answers.duty("regular_updates", turn.language)
    keeper = turn.actor.is_ict_secretary
    return private(channel_messages.owners(found, "", duty, turn.language, shareable=False, keeper=keeper))


async def _channels(services: Services, turn: Turn) -> Outcome:
    found = await services.lookup.find(turn.actor, ChannelQuery(), turn.at)
    return private(channel_messages.channel_list(found, turn.language))


async def _open_form(services: Services, turn: Turn, form_id: str, subject: str, extra: str) -> Outcome:
    if form_id == catalogue.ASK:
        return private(catalogue.ask(turn.language))
    if form_id == catalogue.REGISTER:
        require_ict_secretary(turn.actor)
        return private(catalogue.register(services.platforms, turn.language, {}))
    register = await services.lookup.register()
    if form_id in (catalogue.HANDOVER_ALL, catalogue.LEFT):
        require_ict_secretary(turn.actor)
        person = register.person(subject)
        if form_id == catalogue.HANDOVER_ALL:
            return replacing(catalogue.handover_all(person, turn.language))
        values = {"person": reference_of(register, person.id), "on": turn.today.isoformat()}
        return replacing(catalogue.left(turn.language, values))
    channel = channel_of(register, subject)
    if form_id == catalogue.HANDOVER:
        require_keeper(turn.actor, channel)
        return replacing(catalogue.handover(channel, turn.language, {"to": extra}))
    require_ict_secretary(turn.actor)
    form = catalogue.of_channel(form_id, channel, register, services.platforms, turn.language)
    if form is None:
        raise StaleActionError(_STALE)
    return replacing(form)


async def _updated(services: Services, turn: Turn, channel_id: str, on: str) -> Outcome:
    try:
        day = date.fromisoformat(on) if on else turn.today
    except ValueError as error:
        raise StaleActionError(_STALE) from error
    return replacing(await maintaining.note_update(services, turn, channel_id, day))


async def _undo(services: Services, turn: Turn, seq: str) -> Outcome:
    if not re.fullmatch(r"\d{1,9}", seq):
        raise StaleActionError(_STALE)
    return replacing(keeping_messages.undone(await services.keeping.undo(turn.actor, int(seq), turn.at), turn.language))


async def _language(services: Services, turn: Turn, choice: str) -> Outcome:
    if choice not in set(Language):
        raise StaleActionError(_STALE)
    if turn.actor.is_guest:
        return private(people_messages.language_of_guest(Language(choice)))
    await services.people.choose_language(turn.actor, Language(choice), turn.at)
    return private(people_messages.language_chosen(Language(choice)))


_PRESSES: Mapping[Verb, tuple[int, Press]] = {
    # The number of arguments that the button carries, and what happens.
    Verb.SECTION: (1, _section),
    Verb.OWNER: (1, _owner),
    Verb.CHANNELS: (0, _channels),
    Verb.OPEN_FORM: (3, _open_form),
    Verb.UPDATED: (2, _updated),
    Verb.UNDO: (1, _undo),
    Verb.LANGUAGE: (1, _language),
    **answering.PRESSES,
    **closing_gaps.PRESSES,
    Verb.REMINDER_UPDATED: (2, reminders.updated),
    Verb.REMINDER_LATER: (3, reminders.later),
    Verb.REMINDER_MORE: (2, reminders.more),
    Verb.REMINDER_FORM: (3, reminders.open_form),
    Verb.REMINDER_CLOSE: (2, reminders.propose_closing),
    Verb.REMINDER_HERE: (1, reminders.stay),
    Verb.REMINDERS_START: (1, reminders.start),
    Verb.REMINDERS_RESUME: (0, reminders.resume),
    Verb.COVER_DECLINE: (2, reminders.decline_cover),
    Verb.HANDOVER_ACCEPT: (1, reminders.accept_handover),
    Verb.HANDOVER_DECLINE: (1, reminders.decline_handover),
}
