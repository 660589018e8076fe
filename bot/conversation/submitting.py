"""What happens when a form is sent in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.conversation import answering, closing_gaps, maintaining
from bot.conversation import form_catalogue as catalogue
from bot.conversation.actions import StaleActionError
from bot.conversation.exchange import Outcome, Submitted
from bot.conversation.forms import FieldKind, Form, FormValues
from bot.conversation.turn import Services, Submission, Turn, replacing
from bot.domain.changes import differences
from bot.domain.channels import Channel, Pause
from bot.domain.dates import parse_day
from bot.domain.people import parse_reference
from bot.messages import keeping as messages
from bot.messages import maintaining as maintaining_messages
from bot.messages.texts import texts_in
from bot.services.access import require_ict_secretary, require_keeper, require_somebody_here
from bot.services.committing import channel_of
from bot.services.people import named
from bot.services.records import InvalidInputError, Problem
from bot.services.register import ChangedMeanwhileError

_STALE = "this form is of an older message: open it again"


class _Reader:
    """Reads a small form's values and collects what is wrong with them."""

    def __init__(self, values: FormValues) -> None:
        self._values = values
        self.problems: list[Problem] = []

    def day(self, key: str) -> date:
        """A date that has to be given; ``date.min`` where it is wrong."""
        day = parse_day(self._given(key))
        if day is None:
            self._note(key, "date")
        return day or date.min

    def people(self, key: str) -> list[str]:
        """References of people, any number of them."""
        words = self._values.get(key, "").replace(",", " ").split()
        references = [parse_reference(word) for word in words]
        if not all(references):
            self._note(key, "person")
        return [reference for reference in references if reference]

    def text(self, key: str) -> str:
        """Words that have to be given."""
        return self._given(key)

    def person(self, key: str) -> str:
        """The reference of a person who has to be named; empty where it is wrong."""
        reference = parse_reference(self._given(key))
        if reference is None:
            self._note(key, "person")
        return reference or ""

    def in_order(self, start: date, end: date) -> None:
        """Note a last day that is before the first."""
        if not self.problems and end < start:
            self._note("end", "pause-order")

    def not_past(self, end: date, today: date) -> None:
        """Note a last day that has passed."""
        if not self.problems and end < today:
            self._note("end", "pause-past")

    def require_all_well(self) -> None:
        """Raise InvalidInputError with all that is wrong, if anything is."""
        if self.problems:
            raise InvalidInputError(self.problems)

    def _given(self, key: str) -> str:
        value = self._values.get(key, "").strip()
        if not value:
            self._note(key, "missing")
        return value

    def _note(self, key: str, code: str) -> None:
        if all(problem.field != key for problem in self.problems):
            self.problems.append(Problem(key, code, code))


async def submit(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    """Do what the form is for, or show it again with what is wrong.

    Raises StaleActionError for a form that there is no more.
    """
    submission = _SUBMISSIONS.get(submitted.form_id)
    if submission is None:
        raise StaleActionError(_STALE)
    try:
        return await submission(services, turn, submitted)
    except InvalidInputError as error:
        form = await _blank(services, turn, submitted)
        again = replace(form, subject=submitted.subject)
        return replacing(catalogue.with_problems(again, submitted.values, error.problems))


async def _register(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    require_ict_secretary(turn.actor)
    form = catalogue.register(services.platforms, turn.language, {})
    result = await services.keeping.add(turn.actor, _record(form, submitted.values), turn.at)
    return replacing(messages.registered(result, turn.language))


async def _edit(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    require_ict_secretary(turn.actor)
    channel_id, version = _subject(submitted, 2)
    if not re.fullmatch(r"\d{1,9}", version):
        raise StaleActionError(_STALE)
    form = await _blank(services, turn, submitted)
    record = {**_record(form, submitted.values), **_left_unsaid(await _channel(services, channel_id), submitted.values)}
    try:
        result = await services.keeping.edit(turn.actor, channel_id, int(version), record, turn.at)
    except ChangedMeanwhileError as error:
        intro = await _what_changed(services, turn, channel_id, int(version), error.current)
        now = await _blank(services, turn, submitted)
        return replacing(replace(now, values=dict(submitted.values), intro=intro))
    return replacing(messages.edited(result, turn.language))


async def _pause(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    require_ict_secretary(turn.actor)
    (channel_id,) = _subject(submitted, 1)
    channel = await _channel(services, channel_id)
    if channel.pause and not submitted.values.get("start") and not submitted.values.get("end"):
        return replacing(
            messages.resumed(await services.keeping.pause(turn.actor, channel_id, None, turn.at), turn.language)
        )
    values = _Reader(submitted.values)
    pause = Pause(values.day("start"), values.day("end"), submitted.values.get("reason", "").strip())
    values.in_order(pause.start, pause.end)
    values.not_past(pause.end, turn.today)
    values.require_all_well()
    paused = await services.keeping.pause(turn.actor, channel_id, pause, turn.at)
    return replacing(messages.paused(paused, pause, turn.today, turn.language))


async def _retire(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    require_ict_secretary(turn.actor)
    (channel_id,) = _subject(submitted, 1)
    values = _Reader(submitted.values)
    access_by = values.person("closing_access_by")
    archive, announcement = values.text("closing_archive"), values.text("closing_announcement")
    values.require_all_well()
    channel = await services.keeping.retire(turn.actor, channel_id, access_by, archive, announcement, turn.at)
    return replacing(messages.retired(channel, await services.lookup.register(), turn.language))


async def _maintainers(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    require_ict_secretary(turn.actor)
    (channel_id,) = _subject(submitted, 1)
    values = _Reader(submitted.values)
    add, remove = values.people("add"), values.people("remove")
    authorised_by = values.person("authorised_by") if add else ""
    if not add and not remove:
        values.text("add")
    values.require_all_well()
    result = await services.staffing.change_maintainers(turn.actor, channel_id, add, authorised_by, remove, turn.at)
    return replacing(messages.edited(result, turn.language))


async def _left(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    require_ict_secretary(turn.actor)
    values = _Reader(submitted.values)
    person, on = values.person("person"), values.day("on")
    values.require_all_well()
    return replacing(messages.left(await services.staffing.mark_left(turn.actor, person, on, turn.at), turn.language))


async def _handover_all(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    require_ict_secretary(turn.actor)
    (person_id,) = _subject(submitted, 1)
    values = _Reader(submitted.values)
    to, authorised_by = values.person("to"), values.person("authorised_by")
    values.require_all_well()
    result = await services.staffing.hand_over_all(turn.actor, person_id, to, authorised_by, turn.at)
    register = await services.lookup.register()
    return replacing(messages.handed_over_all(result, named(register, to), turn.language))


async def _away(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    require_somebody_here(turn.actor)
    values = _Reader(submitted.values)
    start, end, cover = values.day("start"), values.day("end"), values.person("cover")
    values.require_all_well()
    return replacing(await maintaining.agree_cover(services, turn, start, end, cover))


async def _handover(services: Services, turn: Turn, submitted: Submitted) -> Outcome:
    (channel_id,) = _subject(submitted, 1)
    channel = await _channel(services, channel_id)
    require_keeper(turn.actor, channel)
    values = _Reader(submitted.values)
    to, authorised_by = values.person("to"), values.person("authorised_by")
    values.require_all_well()
    result = await services.staffing.hand_over(turn.actor, channel_id, to, authorised_by, turn.at)
    register = await services.lookup.register()
    return replacing(maintaining_messages.handed_over(result, named(register, to), turn.language))


_SUBMISSIONS: Mapping[str, Submission] = {
    catalogue.REGISTER: _register,
    catalogue.EDIT: _edit,
    catalogue.PAUSE: _pause,
    catalogue.RETIRE: _retire,
    catalogue.MAINTAINERS: _maintainers,
    catalogue.LEFT: _left,
    catalogue.AWAY: _away,
    catalogue.HANDOVER: _handover,
    catalogue.HANDOVER_ALL: _handover_all,
    **answering.SUBMISSIONS,
    **closing_gaps.SUBMISSIONS,
}


async def _blank(services: Services, turn: Turn, submitted: Submitted) -> Form:
    """The form that was sent in, as it is opened now."""
    register = await services.lookup.register()
    match submitted.form_id:
        case catalogue.REGISTER:
            return catalogue.register(services.platforms, turn.language, {})
        case catalogue.AWAY:
            return catalogue.away(turn.language, {})
        case catalogue.LEFT:
            return catalogue.left(turn.language, {})
        case catalogue.HANDOVER_ALL:
            return catalogue.handover_all(register.person(submitted.subject[1]), turn.language)
    channel = channel_of(register, submitted.subject[1])
    form = catalogue.of_channel(submitted.form_id, channel, register, services.platforms, turn.language)
    if form is None:
        raise StaleActionError(_STALE)
    return form


def _record(form: Form, values: FormValues) -> dict[str, object]:
    """What a channel's form says, as a record. A box that is not ticked says no."""
    record: dict[str, object] = {field.key: values.get(field.key, "") for field in form.fields}
    for field in form.fields:
        if field.kind is FieldKind.CHECK:
            record[field.key] = values.get(field.key) == "yes"
    return record


def _left_unsaid(channel: Channel, values: FormValues) -> dict[str, object]:
    """The boxes of which nobody has said yes or no, and nobody says it now: they stay that way."""
    duties = {
        "website_link": channel.website_link,
        "announced": channel.announced,
        "official_marked": channel.official_marked,
    }
    return {key: None for key, said in duties.items() if said is None and values.get(key) != "yes"}


def _subject(submitted: Submitted, length: int) -> tuple[str, ...]:
    """What the form is about, without its language."""
    subject = submitted.subject[1:]
    if len(subject) != length:
        raise StaleActionError(_STALE)
    return subject


async def _channel(services: Services, channel_id: str) -> Channel:
    return channel_of(await services.lookup.register(), channel_id)


async def _what_changed(services: Services, turn: Turn, channel_id: str, version: int, current: Channel) -> str:
    """In words, how the channel differs from what the person saw when the form was opened."""
    texts = texts_in(turn.language)
    register = await services.lookup.register()
    states = [entry.after[channel_id] for entry in await services.keeping.history(turn.actor, channel_id)]
    seen = next((state for state in states if state.version == version), current)
    words = [
        messages.change_words(texts, change, lambda person: register.person(person).label)
        for change in differences(seen, current)
    ]
    return texts("changed-meanwhile", changes="; ".join(words) or texts("value-none"))
