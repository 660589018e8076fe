"""Telling people of a change: their notices are in the very commit that makes it, so that neither is without the
other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import Person
from bot.domain.register import Register
from bot.services.committing import Plan, update
from bot.services.ports import Change, Event, Notifier, Post, State, Store
from bot.services.register.documents import register_of, with_next_versions

Telling = Callable[[Register, Register], Iterable[Post]]
"""Who is told what of a change, from the register before and after it. Pure, like a plan."""


@dataclass(frozen=True, slots=True)
class Told:
    """The register before and after a change, and the people who could not be told of it, by name."""

    before: Register
    after: Register
    not_told: tuple[Person, ...]


async def update_and_tell(
    store: Store, notifier: Notifier, plan: Plan, telling: Telling, at: datetime, event: Event | None = None
) -> Told:
    """Commit what ``plan`` makes of the state as it is, together with the notices of ``telling``.

    Raises what ``plan`` raises, and StoreError; then nothing was changed, and nobody is told.
    """
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
    return Told(register_of(before), register_of(after), not_told)


async def tell(store: Store, notifier: Notifier, telling: Telling, at: datetime) -> Told:
    """Commit the notices of ``telling`` alone: what they tell of is kept elsewhere, and they are claimed by their keys.

    Raises StoreError.
    """
    return await update_and_tell(store, notifier, lambda state: [], telling, at)
