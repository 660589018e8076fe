"""Who stands in for somebody who is away, on which channels and days (guideline 4.8): the reckoning, on a register."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.calendar.working_time import Days
from bot.domain.channels import Channel, ChannelId, HolidayCover
from bot.domain.people import Actor, Person, PersonId
from bot.domain.register import Register
from bot.services.notices import CoverAgreed, CoverCalledOff
from bot.services.notifying import Post
from bot.services.register.records.channel_records import Problem

LONGEST: Final = timedelta(days=366)
"""No cover lasts longer, and no update is told of later."""
COVERS_HEARD: Final = timedelta(days=60)
"""For how long a notice about a cover waits for working hours at most, such as over the summer."""

Agreed = Mapping[ChannelId, tuple[HolidayCover, ...]]
"""The covers that come of one absence, by channel."""


def may_name_cover(register: Register, actor: Actor, today: date) -> bool:
    """Whether the actor has something to look after, ``today`` or later, for which somebody else could be named: a
    channel of their own, or one that they cover."""
    person = actor.person.id
    if not actor.may_keep_channels:
        return False
    covers = (cover for channel in register.listed() for cover in channel.holiday_covers)
    return bool(register.kept_by(person)) or any(cover.person == person and cover.end >= today for cover in covers)


def agreed_with(register: Register, wanted: HolidayCover) -> Agreed:
    """What is agreed when ``wanted.absent`` is away and names ``wanted.person``: a cover for the channels that the
    absent keeps. Whoever keeps none passes on what they cover on those days, in place of the same people.

    What a keeper covers besides is not passed on: with a cover away, the responsible person is told.
    """
    if own := register.kept_by(wanted.absent or ""):
        return {channel.id: (wanted,) for channel in own}
    found = {channel.id: tuple(_passed_on(channel, wanted)) for channel in register.listed()}
    return {channel: covers for channel, covers in found.items() if covers}


def wrong_with(wanted: HolidayCover, agreed: Agreed, today: date) -> list[Problem]:
    """What is wrong with the days and the people of ``wanted``, of which ``agreed`` would come."""
    problems = wrong_days(wanted, today)
    if not problems and not agreed:
        problems.append(Problem("start", "away-no-cover", "they look after nothing on these days"))
    if wanted.person == wanted.absent:
        problems.append(Problem("cover", "away-self", "nobody is their own cover"))
    elif any(wanted.person == cover.absent for covers in agreed.values() for cover in covers):
        problems.append(Problem("cover", "away-absent", "it is for them that somebody stands in"))
    return problems


def wrong_days(days: Days, today: date) -> list[Problem]:
    """What is wrong with the first and the last day of an absence."""
    if days.end < days.start:
        return [Problem("end", "pause-order", "the last day is before the first")]
    if days.end < today:
        return [Problem("end", "away-past", "the last day has passed")]
    if days.end - days.start >= LONGEST:
        return [Problem("end", "away-long", "an absence lasts for at most 366 days")]
    return []


def with_covers(channel: Channel, agreed: tuple[HolidayCover, ...], wanted: HolidayCover) -> Channel:
    """The channel with ``agreed``, which came of ``wanted``.

    What was agreed for the absent on its days before makes way, and so does, of a cover that is passed on, what it is
    passed on for; the other days stay as they were.
    """
    is_own = channel.is_kept_by(wanted.absent or "")

    def left(cover: HolidayCover) -> Iterable[HolidayCover]:
        makes_way = (cover.absent if is_own else cover.person) == wanted.absent
        return _rest(cover, wanted) if makes_way else [cover]

    kept = (rest for cover in channel.holiday_covers for rest in left(cover))
    return replace(channel, holiday_covers=(*kept, *agreed))


def _rest(cover: HolidayCover, *days: Days) -> Iterator[HolidayCover]:
    """What is left of ``cover`` without the ``days``."""
    return (replace(cover, start=rest.start, end=rest.end) for rest in cover.without(*days))


def left_of(channel: Channel, told: HolidayCover) -> Iterator[HolidayCover]:
    """What the channel still has of the cover that ``told`` its person of: the same days, or some of them."""
    for cover in channel.holiday_covers:
        same = (cover.person, cover.absent) == (told.person, told.absent)
        if same and told.start <= cover.start and cover.end <= told.end:
            yield cover


def cover_posts(register: Register, agreed: Agreed, actor: Actor, cover: Person, at: datetime) -> Iterator[Post]:
    """What ``cover`` is told, in working hours: for whom they stand in and when, with the channels of those days."""
    channels: dict[tuple[PersonId, date, date], list[Channel]] = {}
    for key, covers in agreed.items():
        for one in covers:
            absent = one.absent or actor.person.id
            channels.setdefault((absent, one.start, one.end), []).append(register.channels[key])
    for (absent, start, end), of in channels.items():
        key = f"cover-agreed/{of[0].id}/{of[0].version}/{absent}/{start}/{end}/{cover.id}"
        notice = CoverAgreed(tuple(of), register.person(absent), start, end)
        yield Post(key, cover, notice, until=at + COVERS_HEARD)


def called_off_posts(
    before: Register, after: Register, actor: Actor, still: Collection[PersonId], at: datetime
) -> Iterator[Post]:
    """What those are told who stood in for the actor before and do not after, on which days; those who ``still`` do are
    not."""

    def covers(register: Register) -> set[HolidayCover]:
        every = (cover for channel in register.channels.values() for cover in channel.holiday_covers)
        return {cover for cover in every if cover.absent == actor.person.id and cover.end >= at.date()}

    def over() -> Iterator[HolidayCover]:
        for cover in covers(before):
            yield from _rest(cover, *(kept for kept in covers(after) if kept.person == cover.person))

    for cover in sorted(set(over()), key=lambda one: (one.start, one.person)):
        if cover.person not in still and cover.end >= at.date():
            key = f"cover-called-off/{actor.person.id}/{after.version}/{cover.person}/{cover.start}"
            notice = CoverCalledOff(actor.person, max(cover.start, at.date()), cover.end)
            yield Post(key, after.person(cover.person), notice, until=at + COVERS_HEARD)


def _passed_on(channel: Channel, wanted: HolidayCover) -> Iterator[HolidayCover]:
    for cover in channel.holiday_covers:
        if cover.person == wanted.absent and cover.meet(wanted):
            start, end = max(cover.start, wanted.start), min(cover.end, wanted.end)
            # Where an import did not say whom they stand in for, it is for the cover themself from now on.
            yield replace(cover, start=start, end=end, person=wanted.person, absent=cover.absent or wanted.absent)
