"""What was said, as it goes into the form of what was meant: nothing of it is to be typed again, and nothing is dropped
without a word."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace

from bot.conversation.actions import StaleActionError
from bot.conversation.forms.form import Form, FormValues
from bot.conversation.turn import Spoken
from bot.domain.accounts.addresses import handle_of, normalise_url, platform_of
from bot.domain.accounts.platforms import Platform, Platforms
from bot.domain.channels import Channel
from bot.domain.register import Register
from bot.language.days.dates import Half
from bot.messages.texts import Texts, texts_in
from bot.services.register.people import reference_of
from bot.understanding.aliases import parse_command
from bot.understanding.commands import Intent
from bot.understanding.reading import Leaving, PauseChange, Reading, Staffs
from bot.understanding.said.roles import Roles


def days_said(reading: Reading) -> FormValues:
    """The first and the last day, each as far as it was said."""
    if reading.dates is None:
        return {}
    days = {Half.START: reading.dates.start, Half.END: reading.dates.end}
    return {half.value: day.isoformat() for half, day in days.items() if half is not reading.missing}


def days_of_pause(reading: Reading) -> FormValues:
    """The days of a pause that were said; of one that is agreed and changes, only the day that is another."""
    said = days_said(reading)
    match None if reading.of_reminders else reading.changes_pause:
        case None:
            return said
        case PauseChange.BOTH:
            return said if len(set(said.values())) > 1 else {}
        case change:  # "until the end of January", "from 5 December"
            return {change.value: said.get(change.value, "")}


def not_read(reading: Reading, texts: Texts) -> str:
    """What speaks of a day and was not read, and why; empty where all was read."""
    return " ".join(texts(f"day-unread-{one.why}", day=one.text) for one in reading.unread)


def with_unread(form: Form, reading: Reading) -> Form:
    """``form`` with what was not read of the days."""
    return replace(form, intro=" ".join(filter(None, (form.intro, not_read(reading, texts_in(form.language))))))


_ASKING_FOR_SOMEBODY = frozenset({Intent.HANDOVER, Intent.LEFT, Intent.RETURNED, Intent.REGISTER})
"""What asks for a person who is named."""
_OF_A_NAME = 4
"""How many words name a channel at most."""
_CARRIED = 600
"""Characters of values that a button has room for, beside the words that somebody typed."""


def values_of_swap(turn: Spoken) -> FormValues:
    """What the form of the maintainers has in it where another's channel is handed over; nothing where none is."""
    roles = turn.reading.roles
    if turn.reading.intent is not Intent.HANDOVER or not set(roles.goes) - set(turn.actor.person.references):
        return {}
    return {key: value for key, value in _of_roles(roles).items() if value}


def name_not_known(turn: Spoken) -> str:
    """The name of somebody whom nobody is known by; empty where none was said, or nobody is asked for. Names are
    written with a capital; one that is not stands by itself, or at the end."""
    reading = turn.reading
    if not (reading.intent in _ASKING_FOR_SOMEBODY or reading.staffs) or reading.people:
        return ""
    capital = [word for word in reading.strangers if word[:1].isupper()]
    apart = [word for word in reading.strangers if _stands_apart(re.escape(word), reading.rest)]
    return " ".join(capital or apart[:1])


def _stands_apart(word: str, text: str) -> bool:
    return re.search(rf"[,:;] {word}\b|\b{word}\W*$", text) is not None


def values_said(turn: Spoken, platforms: Platforms) -> FormValues:
    """What the form of what was meant has in it."""
    reading, roles = turn.reading, turn.reading.roles
    values = dict(reading.details)
    match reading.intent:
        case Intent.PAUSE:
            values |= days_of_pause(reading)
        case Intent.HANDOVER:
            values["to"] = "".join(roles.successors[:1])
        case Intent.RETURNED:
            values["person"] = "".join(reading.people[:1])
        case Intent.LEFT:
            values["person"] = "".join(roles.goes[:1])
            values["on"] = (reading.dates.start if reading.dates else turn.today).isoformat()
        case Intent.EDIT:
            values |= _of_roles(roles)
            if not reading.staffs:
                values |= _of_decision(reading.details, reading.people)
            if url := values.get("url"):
                values["handle"] = handle_of(url, platforms)
        case Intent.REGISTER:
            values |= _of_new_channel(turn, platforms)
            responsible = roles.responsible[-1:] if roles != Roles() else reading.people[:1]
            values |= {"responsible": "".join(responsible), "maintainers": " ".join(roles.comes)}
    return values_of_swap(turn) or {key: value for key, value in values.items() if value}


def values_requested(turn: Spoken, platforms: Platforms) -> FormValues:
    """The same, where the ICT secretary is asked to fill the form in: who names nobody speaks of themselves."""
    values, reading = dict(values_said(turn, platforms)), turn.reading
    own = next(iter(turn.actor.person.references), "")
    alone = not reading.people and not name_not_known(turn)
    if reading.intent is Intent.LEFT and (alone or (reading.leaving is Leaving.SPEAKER and not reading.people)):
        values["person"] = own
    if reading.staffs is Staffs.AUTHORISE:
        values["authorised_by"] = own
    elif reading.staffs and alone:
        values[reading.staffs.value] = own
    return values


def as_carried(values: FormValues) -> str:
    """``values`` as a button carries them; nothing where they are too long for one."""
    carried = json.dumps(dict(values), ensure_ascii=False) if values else ""
    return carried if len(carried) <= _CARRIED else ""


def values_carried(carried: str) -> FormValues:
    """The values that a button carries. Raises StaleActionError where they are none."""
    try:
        values = json.loads(carried or "{}")
    except ValueError as error:
        raise StaleActionError from error
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        raise StaleActionError
    return values


def with_name_not_known(form: Form, turn: Spoken) -> Form:
    """``form`` with the name that was said, and goes into none of its fields."""
    name = name_not_known(turn)
    if not name:
        return form
    said = texts_in(form.language)("form-name-not-known", name=name)
    return replace(form, intro="\n".join(filter(None, (form.intro, said))))


def with_nothing_read(form: Form, turn: Spoken) -> Form:
    """``form`` with the word that nothing new is in it, where it was opened by a change that was told in words of
    which no value was read."""
    is_command = parse_command(turn.text) is not None and len(turn.reading.rest.split()) <= _OF_A_NAME
    if form.id != Intent.EDIT or is_command or values_said(turn, {}) or name_not_known(turn):
        return form
    return replace(form, intro="\n".join(filter(None, (form.intro, texts_in(form.language)("form-nothing-read")))))


def as_changed(channel: Channel, values: FormValues, register: Register) -> FormValues:
    """``values`` for the form with all details of ``channel``: who joins or leaves its maintainers is among them there,
    and its address goes with a new user name."""
    changed = dict(values)
    if values.keys() & {"add", "remove"}:
        now = [reference_of(register, one.person) for one in channel.maintainers]
        gone, new = values.get("remove", "").split(), values.get("add", "").split()
        changed["maintainers"] = " ".join(dict.fromkeys([one for one in now if one not in gone] + new))
    handle = values.get("handle")
    if handle and "url" not in values and channel.handle and channel.handle in channel.url:
        changed["url"] = channel.url.replace(channel.handle, handle)
    return changed


def _of_roles(roles: Roles) -> FormValues:
    """The people in the fields that they go into."""
    return {
        "add": " ".join(roles.comes),
        "remove": " ".join(roles.goes),
        "responsible": "".join(roles.responsible[-1:]),
        "authorised_by": "".join(roles.authorises[:1]),
    }


def _of_decision(details: FormValues, people: Sequence[str]) -> FormValues:
    """Who decided, where a decision is told of."""
    is_told = bool(details.keys() & {"decision_on", "decision_record"})
    return {"decision_by": people[0]} if is_told and people else {}


def _of_new_channel(turn: Spoken, platforms: Platforms) -> FormValues:
    """What a channel that is to be registered is told by: its address, or its unit and service."""
    reading = turn.reading
    url = reading.address.strip("<>").partition("|")[0] if normalise_url(reading.address) else ""
    platform = platform_of(url, platforms) or next(iter(reading.query.platforms), "")
    values = {
        "platform": platform,
        "name": _full_name(reading.details.get("name", ""), platforms.get(platform)),
        "url": url,
        "handle": handle_of(url, platforms) if url else reading.address,
        "unit": next(iter(reading.query.units), ""),
    }
    if turn.typed and " " not in turn.typed:  # an address that is none: the form says so, and what else is wrong
        values["url"], values["handle"] = turn.typed, ""
    return values


def _full_name(said: str, platform: Platform | None) -> str:
    """A channel's name as it is written, where it was ``said`` with the service at its end: "kirjaston insta"."""
    whose, _, service = said.rpartition(" ")
    name = f"{whose} {platform.name if platform else service}" if whose else ""
    return name[:1].upper() + name[1:]
