"""Replies about people: what the bot holds on them, the language they chose, and that they have left."""

from collections.abc import Mapping
from datetime import date

from bot.conversation.actions import StaleActionError, day_in, number_in
from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms import register as register_forms
from bot.conversation.forms.field_reader import FieldReader
from bot.conversation.forms.making import with_problems
from bot.conversation.forms.opening import Opening
from bot.conversation.forms.said import with_name_not_known, with_unread
from bot.conversation.forms.table import open_form, subject_of
from bot.conversation.turn import Press, Reply, Services, Spoken, Submission, Turn, done, private, replacing
from bot.domain.language import Language
from bot.messages import people as people_messages
from bot.messages import privacy as privacy_messages
from bot.messages.model import Message, Verb
from bot.messages.parts import say
from bot.services.access import require_ict_secretary
from bot.services.privacy.erasing import StillNeededError
from bot.services.register.records.channel_records import Problem
from bot.understanding.commands import Intent
from bot.understanding.reading import Leaving


async def _me(services: Services, turn: Spoken) -> Outcome:
    """What the bot holds on the person."""
    held = services.lookup.held_on(turn.register, turn.actor, turn.at)
    questions = await services.open_questions.held_on(turn.actor)
    days = await services.absences.held_on(turn.register, turn.actor)
    guest, today = turn.actor.is_guest, turn.today
    message = people_messages.held(held, turn.texts, questions=questions, days=days, today=today, guest=guest)
    return private(message)


async def _press_language(services: Services, turn: Turn, choice: str) -> Outcome:
    if choice not in set(Language):
        raise StaleActionError
    return await keep_language(services, turn, Language(choice))


async def keep_language(services: Services, turn: Turn, choice: Language) -> Outcome:
    """Keep the language that the person chose; a guest's is not kept."""
    if turn.actor.is_guest:
        return private(say(choice, "language-guest"))
    await services.people.choose_language(turn.actor, choice, turn.at)
    return private(say(choice, "language-chosen"))


async def _press_my_data(services: Services, turn: Turn, part: str) -> Outcome:
    """Give the person all that is kept of them; long as it may be, in parts."""
    export = await services.privacy.export(turn.actor.person)
    return private(privacy_messages.part_of(export, number_in(part), turn.texts))


async def _press_remove(services: Services, turn: Turn) -> Outcome:
    """Ask whether the person's data are to be removed, where nothing stands against it."""
    duties = await services.privacy.duties(turn.actor, turn.at)
    if not duties.are_none:
        return private(privacy_messages.still_needed(duties, turn.texts))
    export = await services.privacy.export(turn.actor.person)
    return private(privacy_messages.removing(export, turn.texts))


async def _press_remove_now(services: Services, turn: Turn) -> Outcome:
    try:
        await services.privacy.erase(turn.actor.person, turn.at)
    except StillNeededError as error:
        return private(privacy_messages.still_needed(error.duties, turn.texts))
    return replacing(say(turn.language, "remove-done"))


async def _left(services: Services, turn: Spoken) -> Outcome:
    """Ask whether the person who was named is to be marked as having left, from today or the day that was said; or say
    whether they are, where that was asked."""
    if turn.reading.leaving is Leaving.UNSURE and not turn.actor.is_guest:
        return private(say(turn.language, "left-unsure"))
    require_ict_secretary(turn.actor)
    on = turn.reading.dates.start if turn.reading.dates else turn.today
    roles, typed = turn.reading.roles, turn.typed
    person, successor = "".join(roles.goes[:1]), "".join(roles.successors[:1])
    if turn.reading.leaving is Leaving.ASKED and person:
        return private(people_messages.whether_left(turn.register.named(person), turn.texts))
    if not person or turn.reading.unread:
        opening = Opening(values={"person": person, "on": on.isoformat()})
        form = with_unread(await open_form(services, turn, register_forms.LEFT, opening), turn.reading)
        wrong = (Problem("person", "person", "is nobody known"),)
        typed_in = {**form.values, "person": typed}
        return private(with_problems(form, typed_in, wrong) if typed else with_name_not_known(form, turn))
    return done(await _ask_left(services, turn, person, on, successor))


async def _submit_left(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    with FieldReader(submitted.values) as values:
        person, on = values.person("person"), values.day("on")
    return done(await _ask_left(services, turn, person, on))


async def _ask_left(services: Services, turn: Turn, who: str, on: date, successor: str = "") -> Message:
    """What follows where the person leaves, and a button; where that is known already, what is to be done."""
    await services.people.pick(filter(None, (who, successor)), turn.at)  # so that there is a name to ask with
    result = await services.staffing.would_leave(turn.actor, who, on, turn.at)
    if result.is_marked:
        return people_messages.left(result, successor, turn.texts)
    name = (await services.after_change(turn)).register.named(successor).label if successor else ""
    return people_messages.left_question(result, who, successor, name, turn.texts)


async def _press_left(services: Services, turn: Turn, who: str, on: str, successor: str = "") -> Outcome:
    """Mark the person as having left ``on`` that day (ISO 8601). Older buttons have no successor."""
    result = await services.staffing.mark_left(turn.actor, who, day_in(on), turn.at)
    return replacing(people_messages.left(result, successor, turn.texts))


async def _returned(services: Services, turn: Spoken) -> Outcome:
    require_ict_secretary(turn.actor)
    people = turn.reading.people
    if not people:
        form = await open_form(services, turn, register_forms.RETURNED, Opening())
        return private(with_name_not_known(form, turn))
    result = await services.staffing.mark_returned(turn.actor, people[0], turn.at)
    return private(people_messages.returned(result, turn.texts))


async def _submit_returned(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    with FieldReader(submitted.values) as values:
        person = values.person("person")
    result = await services.staffing.mark_returned(turn.actor, person, turn.at)
    return done(people_messages.returned(result, turn.texts))


async def _submit_handover_all(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Put another person in the place of one who has left, on all channels."""
    (person_id,) = subject_of(submitted, 1)
    with FieldReader(submitted.values) as values:
        to, authorised_by = values.person("to"), values.person("authorised_by")
    result = await services.staffing.hand_over_all(turn.actor, person_id, to, authorised_by, turn.at)
    now = await services.after_change(turn)
    return done(people_messages.handed_over_all(result, now.register.named(to), turn.texts))


REPLIES: Mapping[Intent, Reply] = {Intent.ME: _me, Intent.LEFT: _left, Intent.RETURNED: _returned}
PRESSES: Mapping[Verb, Press] = {
    Verb.LANGUAGE: _press_language,
    Verb.MARK_LEFT: _press_left,
    Verb.MY_DATA: _press_my_data,
    Verb.REMOVE_MY_DATA: _press_remove,
    Verb.REMOVE_MY_DATA_NOW: _press_remove_now,
}
SUBMISSIONS: Mapping[str, Submission] = {
    register_forms.LEFT: _submit_left,
    register_forms.RETURNED: _submit_returned,
    register_forms.HANDOVER_ALL: _submit_handover_all,
}
