"""What was said, as it goes into the form of what was meant: nothing of it is to be typed again, and nothing is dropped
without a word."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.conversation.actions import StaleActionError
from bot.conversation.forms.days import days_of_pause, days_said
from bot.conversation.forms.form import Form, FormValues
from bot.conversation.turn import Spoken
from bot.domain.accounts.addresses import handle_of, normalise_url, platform_of
from bot.domain.accounts.platforms import Platform, Platforms
from bot.domain.channels import Channel
from bot.domain.people import IDENTITY_IN_TEXT
from bot.domain.register import Register
from bot.language.inflection import is_form_of
from bot.language.lexicon import words_of
from bot.messages.texts import texts_in
from bot.services.register.people import reference_of
from bot.understanding.aliases import parse_command
from bot.understanding.commands import Intent
from bot.understanding.reading import Leaving, Staffs
from bot.understanding.said.proper_names import called_so, places_of
from bot.understanding.said.roles import Roles, roles_in

_ASKING_FOR_SOMEBODY = {
    Intent.HANDOVER: "to",
    Intent.LEFT: "person",
    Intent.RETURNED: "person",
    Intent.REGISTER: "responsible",
}
"""The field that the person who is named goes into."""
_OF_A_NAME = 4
"""How many words name a channel at most."""
_CARRIED = 600
"""Characters of values that a button has room for, beside the words that somebody typed."""


def people_said(turn: Spoken) -> tuple[str, ...]:
    """References of the people who were named: mentioned, or called by name."""
    reading = turn.reading
    if reading.people:
        return reading.people
    on = None if reading.intent is Intent.RETURNED else turn.today
    called = called_so(turn.register, reading.rest, reading.strangers, on)
    return tuple(reference_of(turn.register, person.id) for person in called)


def roles_said(turn: Spoken) -> Roles:
    """Who gives a channel up and who takes it on, of the people who were named, as far as it is said. Where it is not,
    somebody takes over: after whoever leaves, where that is said first."""
    references, roles = people_said(turn), _told_of(turn)
    is_left = turn.reading.intent is Intent.LEFT
    named = [*roles.gives, *roles.takes, *roles.authorises]
    rest = [one for one in references if one not in named]
    if is_left and not roles.gives:
        roles, rest = replace(roles, gives=tuple(rest[:1])), rest[1:]
    return roles if roles.takes else replace(roles, takes=tuple(rest))


def _told_of(turn: Spoken) -> Roles:
    """What the words say of the people who were named, and nothing more."""
    called = IDENTITY_IN_TEXT.match(turn.text.lstrip())
    first = (f"{called[1].lower()}:{called[2]}",) if called else ()  # be it somebody who is spoken to
    return roles_in(turn.text, {one: _name_of(turn, one) for one in (*people_said(turn), *first)})


def values_of_swap(turn: Spoken) -> FormValues:
    """What the form of the maintainers has in it where another's channel is handed over; nothing where none is."""
    own = turn.actor.person.references
    roles = roles_said(turn) if turn.reading.intent is Intent.HANDOVER else Roles()
    gives = [one for one in roles.gives if one not in own]
    if not gives:
        return {}
    values = {"remove": " ".join(gives), "add": " ".join(roles.takes), "authorised_by": "".join(roles.authorises[:1])}
    return {key: value for key, value in values.items() if value}


def _name_of(turn: Spoken, reference: str) -> str:
    """What somebody is called in the text: by the whole name, or by the part of it that was typed."""
    known = turn.register.person_by_reference(reference)
    name = known.display_name if known else ""
    if places_of(words_of(name), words_of(turn.text)):
        return name
    typed = [word for stranger in turn.reading.strangers for word in words_of(stranger)]
    return next((part for part in words_of(name) if any(is_form_of(word, part) for word in typed)), "")


def name_not_known(turn: Spoken) -> str:
    """The name of somebody whom nobody is known by; empty where none was said, or nobody is asked for. Names are
    written with a capital; one that is not stands by itself, or at the end."""
    reading = turn.reading
    if not (reading.intent in _ASKING_FOR_SOMEBODY or reading.staffs) or people_said(turn):
        return ""
    capital = [word for word in reading.strangers if word[:1].isupper()]
    apart = [word for word in reading.strangers if _stands_apart(re.escape(word), reading.rest)]
    return " ".join(capital or apart[:1])


def _stands_apart(word: str, text: str) -> bool:
    return re.search(rf"[,:;] {word}\b|\b{word}\W*$", text) is not None


def values_said(turn: Spoken, platforms: Platforms) -> FormValues:
    """What the form of what was meant has in it."""
    reading, people = turn.reading, people_said(turn)
    values = dict(reading.details)
    match reading.intent:
        case Intent.PAUSE:
            values |= days_of_pause(reading)
        case Intent.AWAY:
            values |= days_said(reading)
        case Intent.LEFT:
            values["on"] = (reading.dates.start if reading.dates else turn.today).isoformat()
        case Intent.EDIT:
            values |= (
                _of_people(turn, reading.staffs, people) if reading.staffs else _of_decision(reading.details, people)
            )
            values |= _of_posts(reading.posts)
            if url := values.get("url"):
                values["handle"] = handle_of(url, platforms)
        case Intent.REGISTER:
            values |= _of_new_channel(turn, platforms)
    if swap := values_of_swap(turn):
        return swap
    if key := _ASKING_FOR_SOMEBODY.get(reading.intent):
        values[key] = next(iter(_people_asked_for(turn)), "")
    if reading.intent is Intent.REGISTER and reading.posts:
        told = _of_posts(reading.posts)
        values |= {"responsible": told.get("responsible", ""), "maintainers": told.get("add", "")}
    return {key: value for key, value in values.items() if value}


def _people_asked_for(turn: Spoken) -> tuple[str, ...]:
    """Of the people who were named, those whom what was meant asks for first."""
    match turn.reading.intent:
        case Intent.HANDOVER:
            return roles_said(turn).takes
        case Intent.LEFT:
            return roles_said(turn).gives
        case _:
            return people_said(turn)


def values_requested(turn: Spoken, platforms: Platforms) -> FormValues:
    """The same, where the ICT secretary is asked to fill the form in: who names nobody speaks of themselves."""
    values, reading = dict(values_said(turn, platforms)), turn.reading
    own = next(iter(turn.actor.person.references), "")
    alone = not people_said(turn) and not name_not_known(turn)
    if reading.intent is Intent.LEFT and (alone or (reading.leaving is Leaving.SPEAKER and not people_said(turn))):
        values["person"] = own
    if reading.staffs is Staffs.AUTHORISE:
        values["authorised_by"] = own
    elif reading.staffs and alone:
        values |= _of_people(turn, reading.staffs, (own,))
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


def _of_people(turn: Spoken, staffs: Staffs, people: Sequence[str]) -> FormValues:
    """The people in the field that they go into: one of several may come where another goes."""
    told = _told_of(turn)
    if staffs.is_of_maintainers and told.gives and told.takes:
        return {"add": " ".join(told.takes), "remove": " ".join(told.gives)}
    if staffs is Staffs.RESPONSIBLE:
        return {staffs.value: next(iter(people), "")} if people else {}
    return {"remove" if staffs is Staffs.REMOVE else "add": " ".join(people)}


def _of_posts(posts: Mapping[Staffs, tuple[str, ...]]) -> FormValues:
    """The people in the fields that they go into, where it was told of each what that is."""
    fields = {"add": Staffs.ADD, "remove": Staffs.REMOVE, "authorised_by": Staffs.AUTHORISE}
    values = {key: " ".join(posts.get(staffs, ())) for key, staffs in fields.items()}
    responsible = posts.get(Staffs.RESPONSIBLE, ())
    return {**values, "responsible": responsible[-1] if responsible else ""} if posts else {}


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
