"""Who is concerned by a change to channels: who comes, who goes, whose channel rests or is in use again."""

from collections.abc import Iterator
from datetime import date

from bot.domain.channels import Channel, ChannelId, Status
from bot.domain.people import Actor, Person, PersonId
from bot.domain.register import Register
from bot.services.notices import ChannelRetired
from bot.services.notifying import Post
from bot.services.register.change_notices import (
    AuthorisationTakenBack,
    ChangeNotice,
    ChannelKept,
    ChannelRests,
    NoLongerKeeper,
    Part,
    PersonStays,
)
from bot.services.telling import Telling, appointing

_Told = tuple[PersonId, ChangeNotice | ChannelRetired]


def concerning(actor: Actor, today: date, channel_id: ChannelId | None = None, *, undone: bool = False) -> Telling:
    """Tells whom a change to the channel concerns, or to any where none is named, that the actor has made it: those who
    are new on it, and those whom ``_told_of`` names. With ``undone``, the change took back another, of which more were
    told."""
    named = appointing(actor, channel_id)

    def telling(before: Register, after: Register) -> Iterator[Post]:
        yield from named(before, after)
        for channel in after.channels.values() if channel_id is None else (after.channels[channel_id],):
            known = before.channels.get(channel.id)
            if known is None or known is channel:
                continue
            told = [*_told_of(known, channel, actor, today), *(_told_of_undone(known, channel, actor, after, undone))]
            for who, notice in dict(told).items():  # one notice a person: the weightiest, which comes last
                person = after.person(who)
                if who != actor.person.id and not person.has_left(today):
                    yield Post(f"{notice.kind}/{channel.id}/{channel.version}/{who}", person, notice)

    return telling


def _told_of(known: Channel, channel: Channel, actor: Actor, today: date) -> Iterator[_Told]:
    """Who keeps the channel hears that it rests, or does not any more; who was of it, that they are not."""
    rested = known.pause is not None and known.pause.end >= today
    if channel.pause is None and rested:
        yield from ((who, ChannelRests(channel, actor.person)) for who in channel.keeper_ids)
    elif channel.pause and (known.pause is None or channel.pause != known.pause):
        rests = ChannelRests(channel, actor.person, channel.pause.start, channel.pause.end)
        yield from ((who, rests) for who in channel.keeper_ids)
    for who in known.maintainer_ids:
        if who not in channel.maintainer_ids:
            yield who, NoLongerKeeper(channel, actor.person, Part.MAINTAINER)
    if known.responsible != channel.responsible:
        yield known.responsible, NoLongerKeeper(channel, actor.person, Part.RESPONSIBLE)


def _told_of_undone(known: Channel, channel: Channel, actor: Actor, after: Register, undone: bool) -> Iterator[_Told]:
    """Who was told of what is taken back: that an authorisation was given, that the channel is retired; and that it is,
    where it was registered."""
    if not undone:
        return
    for one in known.maintainers:
        if one.authorised_by and one.person not in channel.maintainer_ids:
            yield one.authorised_by, AuthorisationTakenBack(channel, actor.person, after.person(one.person))
    was_retired, is_retired = known.status is Status.RETIRED, channel.status is Status.RETIRED
    if was_retired and not is_retired:
        remover = known.closing.access_removed_by if known.closing else ""
        for who in filter(None, (*channel.keeper_ids, remover)):
            yield who, ChannelKept(channel, actor.person)
    elif is_retired and not was_retired:
        for who in channel.keeper_ids:
            yield who, ChannelRetired(channel, actor.person)


def staying_posts(actor: Actor, person: Person, register: Register) -> Iterator[Post]:
    """That ``person``, whom the register marked as leaving, stays: for those who are responsible for their channels,
    but the actor."""
    channels = register.kept_by(person.id)
    for who in dict.fromkeys(channel.responsible for channel in channels):
        if who not in (person.id, actor.person.id):
            notice = PersonStays(person, channels)
            yield Post(f"{notice.kind}/{person.id}/{register.version}/{who}", register.person(who), notice)
