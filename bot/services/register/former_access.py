"""Who keeps a channel no more and may still get into its account: known from the change itself, whoever makes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from bot.domain.channels import Channel, ChannelId, FormerAccess
from bot.domain.duties import ACCESS, to_be_taken
from bot.domain.people import PersonId
from bot.domain.register import Register
from bot.services.ports import Change, State
from bot.services.register.documents import CHANNELS, FORMER_ACCESS, register_of


def key_of(channel: ChannelId, person: PersonId) -> str:
    """The key under which it is kept that the person may still get into the channel's account."""
    return f"{channel}/{person}"


def following(state: State, changes: Sequence[Change], today: date) -> list[Change]:
    """What follows from ``changes`` to channels: whoever keeps one no more may get into its account until somebody says
    that this is taken away, and no more where they keep it again, or where the access is confirmed."""
    found: list[Change] = []
    for change in changes:
        before = state.of(CHANNELS).get(change.key) if isinstance(change.document, Channel) else None
        if before is not None and isinstance(change.document, Channel):
            found += _following(register_of(state), before, change.document, today)
    return found


def taking(register: Register, channel: Channel, person: PersonId, today: date) -> list[Change]:
    """That the access is taken away from the person, if it was to be."""
    return [_put(replace(one, taken=today)) for one in to_be_taken(channel, register, today) if one.person == person]


def _following(register: Register, before: Channel, after: Channel, today: date) -> Iterator[Change]:
    if before.keeper_ids != after.keeper_ids:
        yield from _of_keepers(register, before, after, today)
    said = after.confirmation_of(ACCESS)
    if said is not None and said.kept and said != before.confirmation_of(ACCESS):
        for one in register.former_access_to(after.id):
            if one.taken is None and one.since <= said.on:
                yield _put(replace(one, taken=said.on))


def _of_keepers(register: Register, before: Channel, after: Channel, today: date) -> Iterator[Change]:
    """Those who keep the channel no more, and those who do again. Of one who has left, it may be known already that the
    access was taken away."""
    has_access = {one.person: one.since for one in to_be_taken(before, register, today)}
    known = {one.person: one for one in register.former_access_to(after.id)}
    for person in before.keeper_ids:
        one = register.person(person)
        if person not in after.keeper_ids and not one.is_erased and (person in has_access or not one.has_left(today)):
            yield _put(FormerAccess(after.id, person, has_access.get(person, today)))
    for person in after.keeper_ids:
        if person not in before.keeper_ids and person in known and known[person].taken is None:
            yield Change.remove(FORMER_ACCESS, key_of(after.id, person))


def _put(one: FormerAccess) -> Change:
    return Change.put(FORMER_ACCESS, key_of(one.channel, one.person), one)
