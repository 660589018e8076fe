"""The people whom a text is about: who is named, and, where a change is of people, what each is to be."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.domain.register import Register
from bot.understanding.commands import Intent
from bot.understanding.hearing import Heard
from bot.understanding.parts_of_text import Parts, take_apart
from bot.understanding.reading import Staffs
from bot.understanding.said.details import strangers
from bot.understanding.said.proper_names import called_so, mentioned
from bot.understanding.said.roles import Role, Roles, roles_in

_OF_PEOPLE: Final = frozenset({Intent.EDIT, Intent.HANDOVER, Intent.AWAY, Intent.LEFT, Intent.RETURNED})
_OF_CHANGES: Final = frozenset({Intent.EDIT, Intent.REGISTER, Intent.HANDOVER})
_BY_NAME: Final = _OF_CHANGES | {Intent.LEFT, Intent.RETURNED, Intent.CHANNELS, Intent.AUDIT}
"""What concerns people who may be called by name."""


@dataclass(frozen=True, slots=True)
class PeopleSaid:
    """References of the people who are named, what each is to be, and what changes by that."""

    named: tuple[str, ...]
    roles: Roles
    staffs: Staffs | None


def people_in(intent: Intent, text: str, heard: Heard, register: Register, today: date) -> PeopleSaid:
    """The people whom ``text`` is about. A mention at the very start calls the bot, unless it can only be who is
    meant."""
    parts = heard.parts
    if intent in _BY_NAME:
        on = None if intent is Intent.RETURNED else today
        parts = take_apart(mentioned(text, called_so(register, heard.plain, [*strangers(heard)], on)))
    is_meant = parts.leading and not parts.people and intent in _OF_PEOPLE
    is_told = parts.leading and intent in (Intent.LEFT, Intent.EDIT)
    named = (parts.leading,) if is_meant else tuple(dict.fromkeys(parts.people))
    named = tuple(dict.fromkeys((parts.leading, *named))) if is_told else named
    return PeopleSaid(named, *_change_of_people(intent, heard.facts, parts))


def _change_of_people(intent: Intent, facts: frozenset[str], parts: Parts) -> tuple[Roles, Staffs | None]:
    """What each of the people is to be. Of whom nothing is said leaves where somebody does, takes over a channel that
    is handed over, and else is what the ``facts`` say."""
    if intent is Intent.LEFT:
        return roles_in(parts, Role.GOES), None
    if intent not in _OF_CHANGES:
        return Roles(), None
    staffs = _staffs_meant(facts)
    first = Role.COMES if intent is Intent.HANDOVER else None
    if staffs is Staffs.RESPONSIBLE and intent is not Intent.REGISTER:
        first = Role.RESPONSIBLE
    elif staffs and intent is Intent.EDIT:
        first = Role.GOES if staffs is Staffs.REMOVE else Role.COMES
    roles = roles_in(parts, first)
    if staffs is Staffs.AUTHORISE:
        return roles, staffs
    said = {Staffs.RESPONSIBLE: roles.responsible, Staffs.ADD: roles.comes, Staffs.REMOVE: roles.goes}
    return roles, next((change for change, people in said.items() if people), staffs)


def _staffs_meant(facts: frozenset[str]) -> Staffs | None:
    """Whether somebody is to become a maintainer or the responsible person, or to be a maintainer no more."""
    told = {
        "off_keepers": Staffs.REMOVE,
        "authorises": Staffs.AUTHORISE,
        "as_keeper": Staffs.ADD,
        "joins": Staffs.ADD,
        "appoints": Staffs.RESPONSIBLE,
        "new_keeper": Staffs.ADD,
        "swaps": Staffs.ADD,
    }
    staffs = next((staffs for fact, staffs in told.items() if fact in facts), None)
    of_nobody = facts.isdisjoint(("person", "keeper"))  # "remove the link from the page"
    return None if of_nobody and staffs in (Staffs.REMOVE, Staffs.ADD) else staffs
