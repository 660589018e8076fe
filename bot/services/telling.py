"""Telling people of a change: their notices are in the very commit that makes it, so that neither is without the
other."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.channels import Channel, ChannelId
from bot.domain.people import Actor, Person
from bot.domain.register import Register
from bot.services.committing import Plan, update
from bot.services.notices import Appointed, AuthorisationNamed, ChannelRetired
from bot.services.notifying import Notifier, Post
from bot.services.ports import Change, Event, State, Store
from bot.services.register.documents import register_of, with_next_versions

Telling = Callable[[Register, Register], Iterable[Post]]
"""Who is told what of a change, from the register before and after it. Pure, like a plan."""


@dataclass(frozen=True, slots=True)
class ToldChange:
    """The register before and after a change, and the people who could not be told of it, by name."""

    before: Register
    after: Register
    not_told: tuple[Person, ...]


async def update_and_tell(
    store: Store, notifier: Notifier, plan: Plan, telling: Telling, at: datetime, event: Event | None = None
) -> ToldChange:
    """Commit what ``plan`` makes of the state as it is, together with the notices of ``telling``. Raises what ``plan``
    raises, and StoreError; then nothing was changed, and nobody is told."""
    posts: Sequence[Post] = ()

    def with_posts(state: State) -> list[Change]:
        nonlocal posts
        changes = with_next_versions(state, plan(state))
        posts = tuple(telling(register_of(state), register_of(state.after(changes))))
        return [*changes, *notifier.posting(state, [post for post in posts if not notifier.refusal(post.person)], at)]

    before, after = await update(store, with_posts, event)
    if before is not after:
        notifier.posted()
    refused = {post.person.id: post.person for post in posts if notifier.refusal(post.person)}
    not_told = tuple(sorted(refused.values(), key=lambda person: person.label))
    return ToldChange(register_of(before), register_of(after), not_told)


async def tell(store: Store, notifier: Notifier, telling: Telling, at: datetime) -> ToldChange:
    """Commit the notices of ``telling`` alone: what they tell of is kept elsewhere, and they are claimed by their keys.
    Raises StoreError."""
    return await update_and_tell(store, notifier, lambda state: [], telling, at)


def appointing(actor: Actor, channel_id: ChannelId | None = None) -> Telling:
    """Tells those who are new on the channel, or on any where none is named, that the actor has named them, who knows
    it already."""

    def telling(before: Register, after: Register) -> Iterator[Post]:
        for channel in after.channels.values() if channel_id is None else (after.channels[channel_id],):
            known = before.channels.get(channel.id)
            if channel is known:
                continue
            maintaining = set(channel.maintainer_ids) - set(known.maintainer_ids if known else ()) - {actor.person.id}
            answering = {channel.responsible} - {known.responsible if known else "", actor.person.id}
            notice = Appointed(channel, actor.person)
            for person in sorted(map(after.person, maintaining | answering), key=lambda person: person.label):
                yield Post(f"appointed/{channel.id}/{channel.version}/{person.id}", person, notice)
            for maintainer in channel.maintainers:
                if maintainer.authorised_by and maintainer.person in maintaining:
                    superior, person = after.person(maintainer.authorised_by), after.person(maintainer.person)
                    yield from naming_superior(actor, channel, superior, person, f"{channel.version}")

    return telling


def retiring(actor: Actor, channel_id: ChannelId, today: date) -> Telling:
    """Tells who keeps the channel that the actor has taken it out of use, and who is to remove the access to it that
    this is theirs to do; not the actor, who knows."""

    def telling(before: Register, after: Register) -> Iterator[Post]:
        channel = after.channels[channel_id]
        remover = channel.closing.access_removed_by if channel.closing else ""
        for one in map(after.person, dict.fromkeys(filter(None, (remover, *channel.keeper_ids)))):
            if one.id != actor.person.id and not one.has_left(today):
                notice = ChannelRetired(channel, actor.person, removes_access=one.id == remover)
                yield Post(f"retired/{channel.id}/{channel.version}/{one.id}", one, notice)

    return telling


def naming_superior(actor: Actor, channel: Channel, superior: Person, person: Person, about: str) -> Iterator[Post]:
    """Tells the ``superior`` that the actor has named them as the one who authorised ``person``."""
    if superior.id not in (actor.person.id, person.id):
        key = f"authorised/{channel.id}/{about}/{person.id}/{superior.id}"
        yield Post(key, superior, AuthorisationNamed(channel, actor.person, person))
