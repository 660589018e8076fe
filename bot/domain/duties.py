"""How a channel stands with each duty that the guideline lays down for it, as far as the register knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from bot.domain.accounts.platforms import NO_PLATFORMS, Platforms
from bot.domain.channels import Channel, DutyId, Exemption, FormerAccess, Status
from bot.domain.evidence import State, newest
from bot.domain.people import PersonId
from bot.domain.register import Register

ACCESS: Final[DutyId] = "access_checked"
"""That those who maintain a channel, at least two, and nobody else can get into its account: asked where the guideline
has the maintainers named."""
CONFIRMED_FOR: Final = timedelta(days=183)
"""How long what somebody has said of a duty holds: half a year."""
ENOUGH_MAINTAINERS: Final = 2
"""How many people are to be able to update a channel, so that it does not hang on one."""


class Standing(StrEnum):
    """Whether a duty is seen to; unknown where the register does not tell, exempt where it is not asked for a while."""

    KEPT = "kept"
    OPEN = "open"
    UNKNOWN = "unknown"
    EXEMPT = "exempt"


@dataclass(frozen=True, slots=True)
class DutyStanding:
    """How a channel stands with the ``duty`` of the subsection ``section``, and the day ``on`` which that was so, if it
    is known; the ``exemption`` that holds, where one does."""

    duty: DutyId
    section: str
    standing: Standing
    on: date | None = None
    exemption: Exemption | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of channels: ``sections`` are the duties that the guideline lays down, each with its subsection."""

    sections: Mapping[DutyId, str]
    update_interval_days: int
    platforms: Platforms

    @classmethod
    def by(cls, duties: Mapping[DutyId, str], update_interval_days: int, platforms: Platforms) -> Asked:
        """What is asked where a guideline lays down ``duties``, each with its subsection."""
        access = {ACCESS: duties[_NAMED]} if _NAMED in duties else {}
        return cls({**access, **duties}, update_interval_days, platforms)


_NAMED: Final[DutyId] = "named_maintainers"
_UPDATES: Final[DutyId] = "regular_updates"
NOTHING_ASKED: Final = Asked({}, 366, NO_PLATFORMS)
"""Where no guideline lays down any duty."""


class _Look(NamedTuple):
    """A channel of the register that is judged by what is asked, as of a day."""

    channel: Channel
    register: Register
    asked: Asked
    today: date


_Judged = tuple[Standing, date | None]


def standings(channel: Channel, register: Register, asked: Asked, today: date) -> tuple[DutyStanding, ...]:
    """How ``channel`` stands with each duty that is asked of channels, in the order of ``DUTIES``; none are asked of a
    channel that is not in use."""
    if channel.status_on(today) is not Status.IN_USE:
        return ()
    look = _Look(channel, register, asked, today)
    return tuple(_standing(duty, look) for duty in _JUDGES if duty in asked.sections)


def _standing(duty: DutyId, look: _Look) -> DutyStanding:
    section, today = look.asked.sections[duty], look.today
    if exemption := look.channel.exemption_on(duty, today):
        return DutyStanding(duty, section, Standing.EXEMPT, exemption.until, exemption)
    standing, on = _JUDGES[duty](look)
    said = look.channel.confirmation_of(duty)
    if standing is Standing.UNKNOWN and said is not None and said.on <= today <= said.on + CONFIRMED_FOR:
        standing, on = _kept_if(said.kept), said.on
    return DutyStanding(duty, section, standing, on)


def is_confirmed_by_people(duty: DutyId) -> bool:
    """Whether people are asked for ``duty`` twice a year; of updates they are asked by reminders."""
    return duty != _UPDATES


def _kept_if(kept: bool | None) -> Standing:
    """None is that nobody has said."""
    return Standing.UNKNOWN if kept is None else Standing.KEPT if kept else Standing.OPEN


def _decision(look: _Look) -> _Judged:
    decision = look.channel.decision
    return _kept_if(decision.on is not None or bool(decision.record)), decision.on


def _maintainers(look: _Look) -> _Judged:
    able = [person for person in look.channel.maintainer_ids if not look.register.has_left(person, look.today)]
    return _kept_if(len(able) >= ENOUGH_MAINTAINERS), None


def _authorised(look: _Look) -> _Judged:
    named = look.channel.maintainers
    return _kept_if(bool(named) and all(one.authorised_by is not None for one in named)), None


def _linked(look: _Look) -> _Judged:
    """What was seen on the website weighs more than what somebody has said."""
    link = look.register.website_link_of(look.channel, look.asked.platforms)
    if link is not None and link.is_seen_on(look.today):
        return Standing.KEPT, link.on
    return _kept_if(look.channel.website_link), None


def _updated(look: _Look) -> _Judged:
    """A channel is late only where its source shows so: that nobody has told of an update says nothing."""
    last = newest(look.register.evidence_of(look.channel))
    state = look.register.state_of(look.channel, look.asked.update_interval_days, look.today)
    standing = {State.ACTIVE: Standing.KEPT, State.IDLE: Standing.OPEN}.get(state, Standing.UNKNOWN)
    return standing, last.on if last else None


def _covered(look: _Look) -> _Judged:
    """Whether a cover is agreed on, today or for days ahead; that none is may be because nobody goes on holiday."""
    last = max((cover.end for cover in look.channel.holiday_covers if cover.end >= look.today), default=None)
    return (Standing.UNKNOWN if last is None else Standing.KEPT), last


def _untold(look: _Look) -> _Judged:
    return Standing.UNKNOWN, None


def to_be_taken(channel: Channel, register: Register, today: date) -> tuple[FormerAccess, ...]:
    """Who may still get into the channel's account and is not to, those who have been so for longest first: whoever
    keeps it no more; whoever has left and keeps it by the register, or had access when this was confirmed last. Nobody
    of whom it was said since that they have it no more."""
    known = register.former_access_to(channel.id)
    found = {one.person: one for one in known if one.taken is None and one.since <= today}
    taken = {one.person: one.taken for one in known if one.taken is not None}
    for person, left_on in _leavers(channel, register, today):
        is_taken = person in taken and (taken[person] >= left_on or not channel.is_kept_by(person))
        if person not in found and not is_taken:
            found[person] = FormerAccess(channel.id, person, left_on)
    return tuple(sorted(found.values(), key=lambda one: one.since))


def _leavers(channel: Channel, register: Register, today: date) -> Iterator[tuple[PersonId, date]]:
    """Who has left, and when, and had access to the channel when they did."""
    said = channel.confirmation_of(ACCESS)
    held = {one.person for one in said.holders} if said else set()
    since = said.on if said else date.min
    for one in dict.fromkeys((*channel.keeper_ids, *held)):
        left_on = register.person(one).left_on
        if left_on is not None and left_on <= today and (one in held or left_on > since):
            yield one, left_on


def _access(look: _Look) -> _Judged:
    return (Standing.OPEN if to_be_taken(look.channel, look.register, look.today) else Standing.UNKNOWN), None


_JUDGES: Final[Mapping[DutyId, Callable[[_Look], _Judged]]] = {
    "decision_on_use": _decision,
    "responsible_persons_named": lambda of: (
        _kept_if(not of.register.has_left(of.channel.responsible, of.today)),
        None,
    ),
    "superiors_authorisation": _authorised,
    _NAMED: _maintainers,
    ACCESS: _access,
    "working_time_defined": lambda of: (_kept_if(None if of.channel.weekly_hours is None else True), None),
    "unit_and_official_shown": lambda of: (_kept_if(of.channel.official_marked), None),
    "website_link": _linked,
    "announced": lambda of: (_kept_if(of.channel.announced), None),
    _UPDATES: _updated,
    "answer_messages": _untold,
    "regular_following": _untold,
    "holiday_maintenance": _covered,
    "answer_as_feedback": _untold,
}

DUTIES: Final[tuple[DutyId, ...]] = tuple(_JUDGES)
"""The duties that are asked of each channel, where the guideline lays them down."""

KNOWN_DUTIES: Final = frozenset(
    {
        *DUTIES,
        "communications_guideline",
        "public_information_only",
        "planned_and_strategic",
        "aims_instructed",
        "register_of_channels",
        "guidance",
        "responsible_for_content",
        "consider_before_publishing",
        "special_judgement_at_work",
        "secret_information",
        "confidentiality_commitment",
        "considered_use",
        "working_time_for_tasks_only",
        "employers_representative",
        "own_user_name_in_free_time",
        "labour_and_data_protection_law",
        "work_matters_kept_inside",
        "non_public_information",
        "no_protected_or_off_topic_material",
        "rights_to_pictures_and_videos",
        "terms_of_service_understood",
        "website_pages_by_units",
        "facebook_by_administrative_services",
        "facebook_pages_by_units",
    }
)
"""Every duty that a guideline can lay down by name: those of each channel, and those of people and of the municipality,
which the bot names but asks of no channel."""
