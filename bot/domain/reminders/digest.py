"""The ICT secretary's week: what in the register, and of the people who cannot be reached, wants attention."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.channels import Channel, Status
from bot.domain.duties import ENOUGH_MAINTAINERS, to_be_taken
from bot.domain.evidence import State, newest
from bot.domain.people import PersonId
from bot.domain.register import Register
from bot.domain.reminders.day import Day
from bot.domain.reminders.kept import Kept
from bot.domain.reminders.ladder import LADDER
from bot.domain.reminders.notice import BrokenSource, ChannelName, NotReachable, SecretaryDigest
from bot.domain.reminders.silence import Quiet, Silence
from bot.domain.reminders.spells import Ladder, Spell

_WEEK: Final = timedelta(days=7)
_LONG: Final = max(rung.day for rung in LADDER)
"""The working days without a word after which all who keep a channel were asked: it has been unconfirmed for long."""


def digest_of(day: Day, at: datetime) -> SecretaryDigest:
    """What the ICT secretary should look at this week."""
    register, today, left = day.setting.register, day.presence.day, day.presence.left
    in_use = [channel for channel in day.channels if channel.status_on(today) is Status.IN_USE]
    silent = [(channel, day.ladder.spell_of(channel, today)) for channel in in_use]
    return SecretaryDigest(
        idle=_names(channel for channel, of in silent if isinstance(of, Spell) and of.state is State.IDLE),
        unconfirmed=_names(channel for channel, of in silent if _is_unconfirmed(day.ladder, of, today)),
        unknown=tuple(_broken(register, in_use, today)),
        orphaned=_names(channel for channel in in_use if left.issuperset(channel.keeper_ids)),
        single_maintainer=_names(channel for channel in in_use if len(channel.maintainers) < ENOUGH_MAINTAINERS),
        unreachable=tuple(_unreachable(register, day.kept, at)),
        questions=day.setting.questions,
        website=day.setting.website,
        access=_names(channel for channel in in_use if to_be_taken(channel, register, today)),
    )


def as_it_is_now(digest: SecretaryDigest, register: Register, day: date) -> SecretaryDigest:
    """``digest``, that of ``day``, with what has been seen to since."""

    channels = register.channels
    silent = dict.fromkeys(one.id for one in (*digest.idle, *digest.unconfirmed, *digest.unknown))
    unstaffed = dict.fromkeys(one.id for one in (*digest.orphaned, *digest.single_maintainer))
    settled = [key for key in silent if _gives_a_sign(register, channels[key], day)]
    settled += [one.person.id for one in digest.unreachable if _has_left(register, one.person.id)]
    return replace(
        digest,
        settled=tuple(settled),
        staffed=tuple(key for key in unstaffed if _is_staffed(channels[key], register)),
        access=tuple(one for one in digest.access if to_be_taken(channels[one.id], register, day)),
    )


def _gives_a_sign(register: Register, channel: Channel, day: date) -> bool:
    last = newest(register.evidence_of(channel))
    return channel.status_on(day) is not Status.IN_USE or (last is not None and last.on >= day)


def _is_staffed(channel: Channel, register: Register) -> bool:
    here = [one for one in channel.maintainer_ids if not _has_left(register, one)]
    return channel.status is Status.RETIRED or (bool(here) and len(channel.maintainers) >= ENOUGH_MAINTAINERS)


def _has_left(register: Register, person: PersonId) -> bool:
    known = register.people.get(person)
    return known is None or known.left_on is not None


def _is_unconfirmed(ladder: Ladder, of: Spell | Silence, today: date) -> bool:
    """Whether nothing was ever known of the channel's updates, or nothing has been for long."""
    if isinstance(of, Silence):
        return of.why is Quiet.NO_EVIDENCE
    return of.state is State.UNCONFIRMED and ladder.day(of.begin, _LONG) <= today


def _names(channels: Iterable[Channel]) -> tuple[ChannelName, ...]:
    return tuple(ChannelName(channel.id, channel.name) for channel in channels)


def _broken(register: Register, channels: Iterable[Channel], today: date) -> Iterator[BrokenSource]:
    """The channels whose sources have failed for days, also where people have told of updates meanwhile."""
    for channel in channels:
        source = register.sources.get(channel.id)
        if source is not None and source.is_broken_on(today):
            yield BrokenSource(channel.id, channel.name, source.why, source.failing_since)


def _unreachable(register: Register, kept: Kept, at: datetime) -> Iterable[NotReachable]:
    """The people whom a notice of the last week did not reach, each once, with the newest reason."""
    newest: dict[PersonId, NotReachable] = {}
    for since, one in kept.unreachable:
        if at - since <= _WEEK:
            newest[one.person.id] = NotReachable(register.people.get(one.person.id, one.person), one.reason)
    return newest.values()
