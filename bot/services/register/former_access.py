"""Who keeps a channel no more and may still get into its account: known from the change itself, whoever makes it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import count

from bot.domain.channels import Channel, ChannelId, Confirmed, FormerAccess
from bot.domain.duties import ACCESS, to_be_taken
from bot.domain.people import PersonId
from bot.domain.register import Register
from bot.services.ports import Change, State
from bot.services.register.documents import CHANNELS, FORMER_ACCESS, register_of


def following(state: State, changes: Sequence[Change], today: date) -> list[Change]:
    """What follows from ``changes`` to channels: whoever keeps one no more may get into its account until somebody says
    that this is taken away, and no more where they keep it again, or where the access is confirmed; but again where
    that is taken back."""
    found: list[Change] = []
    for change in changes:
        before = state.of(CHANNELS).get(change.key) if isinstance(change.document, Channel) else None
        if before is not None and isinstance(change.document, Channel):
            found += _following(register_of(state), before, change.document, today)
    return found


def taking(register: Register, channel: Channel, person: PersonId, today: date) -> list[Change]:
    """That the access is taken away from the person, if it was to be."""
    open_now = [one for one in to_be_taken(channel, register, today) if one.person == person]
    return _puts(register, channel.id, [replace(one, taken=today) for one in open_now])


def _following(register: Register, before: Channel, after: Channel, today: date) -> Iterator[Change]:
    if before.keeper_ids != after.keeper_ids:
        yield from _puts(register, after.id, _gone(register, before, after, today))
        yield from _back(register, before, after)
    was, said = before.confirmation_of(ACCESS), after.confirmation_of(ACCESS)
    if was != said:
        yield from _said_anew(register, after, was, said)


def _said_anew(register: Register, channel: Channel, was: Confirmed | None, said: Confirmed | None) -> Iterator[Change]:
    """What follows where it is ``said`` of the access what it ``was`` not before."""
    known = register.former_access_to(channel.id)
    again = [one for one in known if _is_open_again(one, was, said) and not channel.is_kept_by(one.person)]
    yield from _puts(register, channel.id, [replace(one, taken=None, by_confirmation=False) for one in again])
    if said is None or not said.kept or (was is not None and said.on < was.on):
        return  # what was said earlier and stands again settles nothing anew
    waiting = (one for one in known if one.taken is None and one.since <= said.on and not said.is_of(one.person))
    yield from _puts(register, channel.id, [replace(one, taken=said.on, by_confirmation=True) for one in waiting])


def _is_open_again(one: FormerAccess, was: Confirmed | None, said: Confirmed | None) -> bool:
    """Whether what settled it, ``was``, does not stand any more: it was taken back, or corrected on its day."""
    if was is None or not was.kept or not one.by_confirmation or one.taken != was.on:
        return False
    if said is None or said.on < was.on:
        return True
    return said.on == was.on and (not said.kept or said.is_of(one.person))


def _gone(register: Register, before: Channel, after: Channel, today: date) -> list[FormerAccess]:
    """Those who keep the channel no more. Of one who has left, it may be known already that the access was taken
    away."""
    since = {one.person: one.since for one in to_be_taken(before, register, today)}
    people = [register.person(person) for person in before.keeper_ids if person not in after.keeper_ids]
    return [
        FormerAccess(after.id, one.id, since.get(one.id, today))
        for one in people
        if not one.is_erased and (one.id in since or not one.has_left(today))
    ]


def _back(register: Register, before: Channel, after: Channel) -> Iterator[Change]:
    """Those who keep the channel again, and so are to get into its account."""
    again = set(after.keeper_ids) - set(before.keeper_ids)
    for key, one in register.former_access.items():
        if one.channel == after.id and one.person in again and one.taken is None:
            yield Change.remove(FORMER_ACCESS, key)


def _puts(register: Register, channel: ChannelId, found: Sequence[FormerAccess]) -> list[Change]:
    """``found`` of one channel put in place, each instead of what is known of the same person. The keys name nobody, so
    that a document stays where it is when its person is erased."""
    known = {one.person: key for key, one in register.former_access.items() if one.channel == channel}
    free = (key for n in count(1) if (key := f"{channel}/{n}") not in register.former_access)
    return [Change.put(FORMER_ACCESS, known.get(one.person) or next(free), one) for one in found]
