"""What somebody was asked on behalf of others, and has not answered: to stand in, to take a channel on; and what they
are said to have authorised, which they may deny. The reckoning, on a state."""

from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.channels import HolidayCover
from bot.domain.people import PersonId
from bot.domain.register import Register
from bot.services.notices import AuthorisationDenied, AuthorisationNamed, CoverAccepted, CoverAgreed, HandoverAsked
from bot.services.ports import State
from bot.services.register.covers import left_of
from bot.services.reminders.documents import HANDOVERS
from bot.services.reminders.entries import OUTBOX

Asked = CoverAgreed | HandoverAsked | AuthorisationNamed

PROPOSAL_LIFE: Final = timedelta(days=60)
"""How long a hand-over that was proposed can be accepted."""
_HEARD: Final = timedelta(days=14)
"""For how long an answer in words is one to what somebody was told."""


def asked_of(state: State, register: Register, person: PersonId, at: datetime) -> tuple[Asked, ...]:
    """What waits for the person's answer, the newest of each kind first."""
    open_ones = ((key, one) for key, one in state.of(HANDOVERS).items() if at.date() - one.asked <= PROPOSAL_LIFE)
    to_take_on = (
        HandoverAsked(key, register.channels[one.channel], register.person(one.by), register.named(one.authorised_by))
        for key, one in open_ones
        if one.to and register.named(one.to).id == person and one.channel in register.channels
    )
    told = sorted(
        (one for one in state.of(OUTBOX).values() if one.person.id == person and at - one.posted_at <= _HEARD),
        key=lambda one: one.posted_at,
    )
    notices = [one.notice for one in told]
    covers = {(one.absent.id, one.start, one.end): one for one in notices if isinstance(one, CoverAgreed)}
    named = {(one.channel.id, one.person.id): one for one in notices if isinstance(one, AuthorisationNamed)}
    return (
        *(one for one in reversed(covers.values()) if _is_open(state, register, person, one, at.date())),
        *to_take_on,
        *(one for one in reversed(named.values()) if _is_still_said(state, register, person, one)),
    )


def _is_open(state: State, register: Register, person: PersonId, notice: CoverAgreed, today: date) -> bool:
    """Whether the cover is still agreed on, and the person has not said that they stand in."""
    told = HolidayCover(notice.start, notice.end, person, notice.absent.id)
    left = (cover for channel in register.channels.values() for cover in left_of(channel, told))
    accepted = (one.notice for one in state.of(OUTBOX).values() if one.person.id == notice.absent.id)
    is_accepted = any(
        isinstance(one, CoverAccepted) and one.cover.id == person and one.start >= told.start and one.end <= told.end
        for one in accepted
    )
    return not is_accepted and any(cover.end >= today for cover in left)


def _is_still_said(state: State, register: Register, person: PersonId, notice: AuthorisationNamed) -> bool:
    """Whether the person is still said to have authorised it, and has not denied it."""
    kept = register.channels.get(notice.channel.id)
    said = {(one.person, one.authorised_by) for one in kept.maintainers} if kept else set()
    proposals = (one for one in state.of(HANDOVERS).values() if one.channel == notice.channel.id and one.to)
    said |= {(register.named(one.to).id, register.named(one.authorised_by).id) for one in proposals}
    denied = (one.notice for one in state.of(OUTBOX).values())
    is_denied = any(
        isinstance(one, AuthorisationDenied)
        and (one.channel.id, one.superior.id, one.person.id) == (notice.channel.id, person, notice.person.id)
        for one in denied
    )
    return (notice.person.id, person) in said and not is_denied
