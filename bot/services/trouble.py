"""Accounts in trouble: opened, logged and closed with what was learnt."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.domain.channels import Channel, ChannelId, Scope, Status
from bot.domain.people import Actor, Person, PersonId
from bot.domain.register import Register
from bot.domain.reminders.confirming import holders_of
from bot.domain.trouble import FalseAlarm, Logged, Trouble, TroubleKind, TroubleNotice, TroubleOver
from bot.errors import SomebotError
from bot.services.access import Access, is_keeper, require_keeper, require_somebody_here
from bot.services.committing import channel_of, unknown
from bot.services.free_text import require_nothing_of_health
from bot.services.notifying import Notifier, Post, posts_to
from bot.services.ports import Change, Collection, State, Store
from bot.services.register.documents import puts, register_of
from bot.services.register.records.cells import plain_line
from bot.services.telling import Telling, update_and_tell

TROUBLES: Final = Collection("troubles", Trouble)


class NoTroubleError(SomebotError):
    """The channel's account is in no trouble, or not any more."""


@dataclass(frozen=True, slots=True)
class TroubleView:
    """A channel with its troubles that are ``open``; who can get into the account now; whom the bot would tell of
    another one; on which other channels it can be told; and the one that was closed last, for what was learnt.
    ``may_handle``: whether the ``reader`` may log and close."""

    channel: Channel
    open: tuple[Trouble, ...]
    holders: tuple[Person, ...]
    to_tell: tuple[Person, ...]
    others: tuple[Channel, ...]
    last: Trouble | None
    people: Register
    reader: PersonId
    may_handle: bool

    def may_take_back(self, case: Trouble) -> bool:
        """Whether the reader may say that ``case`` was a false alarm: who handles it, and who said that there was
        one."""
        return self.may_handle or case.by == self.reader


class Troubles:
    """The troubles, each change checked against who makes it."""

    def __init__(self, store: Store, access: Access, notifier: Notifier) -> None:
        self._store = store
        self._access = access
        self._notifier = notifier

    async def view(self, actor: Actor, channel_id: ChannelId, at: datetime) -> TroubleView:
        """How it is with the channel's account. Raises NotAllowedError for guests and those who have left, and
        UnknownChannelError."""
        require_somebody_here(actor)
        return self._view(await self._store.read(), actor, channel_id, at)

    async def open_cases(self, actor: Actor, at: datetime) -> tuple[TroubleView, ...]:
        """The channels whose accounts are in trouble now. Raises NotAllowedError as ``view`` does."""
        require_somebody_here(actor)
        state = await self._store.read()
        channels = dict.fromkeys(one.channel for one in state.of(TROUBLES).values() if one.closed is None)
        return tuple(self._view(state, actor, channel, at) for channel in channels)

    def _view(self, state: State, actor: Actor, channel_id: ChannelId, at: datetime) -> TroubleView:
        register = register_of(state)
        channel = channel_of(register, channel_id)
        learnt = [one for one in state.of(TROUBLES).values() if one.channel == channel_id and one.closed and one.learnt]
        return TroubleView(
            channel,
            tuple(one for _, one in _open(state, channel_id)),
            tuple(register.person(person) for person in holders_of(channel, register, at.date())),
            self._to_tell(register, channel, actor, at),
            _others(register, channel, at),
            learnt[-1] if learnt else None,
            register,
            actor.person.id,
            is_keeper(actor, channel),
        )

    async def open(self, actor: Actor, channel_id: ChannelId, kind: TroubleKind, at: datetime) -> None:
        """Keep that the account is in trouble, and tell the ICT secretaries and the channel's people; where it is in
        that one already, nothing changes, and nobody is told. Raises NotAllowedError for guests and those who have
        left, and UnknownChannelError."""
        require_somebody_here(actor)
        key = f"{channel_id}/{at.isoformat()}/{kind}"
        to: tuple[Person, ...] = ()

        def plan(state: State) -> list[Change]:
            nonlocal to
            register, to = register_of(state), ()
            channel = channel_of(register, channel_id)
            if any(_open(state, channel_id, kind)):
                return []
            to = self._to_tell(register, channel, actor, at)
            told = tuple(person.id for person in to if not self._notifier.refusal(person))
            trouble = Trouble(channel_id, kind, at.date(), actor.person.id, told=told)
            new = {person.id: person for one in (*to, actor.person) for person in unknown(register, one)}
            return [Change.put(TROUBLES, key, trouble), *puts(people=new.values())]

        def telling(before: Register, after: Register) -> list[Post]:
            return posts_to(to, f"trouble/{key}", TroubleNotice(after.channels[channel_id], kind, actor.person))

        await update_and_tell(self._store, self._notifier, plan, telling, at)

    def _to_tell(self, register: Register, channel: Channel, actor: Actor, at: datetime) -> tuple[Person, ...]:
        """The ICT secretaries, and who keeps the channel or stands in for one of them; not the actor, who knows."""
        today = at.date()
        keepers = (*channel.keeper_ids, *(cover.person for cover in channel.covers_on(today)))
        found = (*map(register.person, keepers), *self._access.secretaries(register))
        here = {person.id: person for person in found if not person.has_left(today)}
        return tuple(person for person in here.values() if person.id != actor.person.id)

    async def take_back(self, actor: Actor, channel_id: ChannelId, kind: str, at: datetime) -> tuple[Person, ...]:
        """Close the trouble of that kind as a false alarm, and tell those who were told of it, and who said that there
        was one; gives them. Raises NotAllowedError for whom it is not, and NoTroubleError."""
        require_somebody_here(actor)
        key = ""
        to: tuple[Person, ...] = ()

        def plan(state: State) -> list[Change]:
            nonlocal key, to
            register = register_of(state)
            channel = channel_of(register, channel_id)
            key, case = next(_open(state, channel_id, kind), ("", None))
            if case is None:
                raise NoTroubleError("the account is in no trouble")
            if case.by != actor.person.id:
                require_keeper(actor.on(at.date()), channel)
            to = _who_knew(case, actor, register, at)
            return [Change.put(TROUBLES, key, replace(case, closed=at.date()))]

        def telling(before: Register, after: Register) -> list[Post]:
            notice = FalseAlarm(after.channels[channel_id], TroubleKind(kind), actor.person)
            return posts_to(to, f"false-alarm/{key}", notice)

        not_told = {one.id for one in (await update_and_tell(self._store, self._notifier, plan, telling, at)).not_told}
        return tuple(one for one in to if one.id not in not_told)

    async def log(self, actor: Actor, channel_id: ChannelId, kind: str, text: str, at: datetime) -> None:
        """Note what was done, such as who was told, of the trouble of that kind; of any, where none is named. Raises
        NotAllowedError, InvalidInputError and NoTroubleError."""
        require_nothing_of_health(text=text)
        line = Logged(at.date(), actor.person.id, plain_line(text))
        await self._change(actor, channel_id, kind, lambda key, one: one.with_line(line), at)

    async def close(self, actor: Actor, channel_id: ChannelId, kind: str, learnt: str, at: datetime) -> None:
        """Note that it is over, and what was learnt; whoever was told of it hears that it is. Raises as ``log``
        does."""
        require_nothing_of_health(learnt=learnt)
        words = plain_line(learnt)

        def telling(before: Register, after: Register) -> Iterator[Post]:
            for key, case in closing.items():
                notice = TroubleOver(after.channels[channel_id], case.kind, actor.person)
                yield from posts_to(_who_knew(case, actor, after, at), f"{notice.kind}/{key}", notice)

        closing: dict[str, Trouble] = {}

        def close(key: str, case: Trouble) -> Trouble:
            closing[key] = case
            return replace(case, closed=at.date(), learnt=words)

        await self._change(actor, channel_id, kind, close, at, telling)

    async def _change(
        self,
        actor: Actor,
        channel_id: ChannelId,
        kind: str,
        change: Callable[[str, Trouble], Trouble],
        at: datetime,
        telling: Telling = lambda before, after: (),
    ) -> None:
        def plan(state: State) -> list[Change]:
            require_keeper(actor.on(at.date()), channel_of(register_of(state), channel_id))
            changed = [Change.put(TROUBLES, key, change(key, one)) for key, one in _open(state, channel_id, kind)]
            if not changed:
                raise NoTroubleError("the account is in no trouble")
            return changed

        await update_and_tell(self._store, self._notifier, plan, telling, at)


def _who_knew(case: Trouble, actor: Actor, register: Register, at: datetime) -> tuple[Person, ...]:
    """Who was told of the case, and who told of it; not the actor, who knows what becomes of it."""
    known = [register.person(one) for one in dict.fromkeys((*case.told, case.by)) if one != actor.person.id]
    return tuple(one for one in known if not one.is_erased and not one.has_left(at.date()))


def _open(state: State, channel_id: ChannelId, kind: str = "") -> Iterator[tuple[str, Trouble]]:
    """The troubles of the channel that are open: of that kind, where one is named."""
    return (
        (key, one)
        for key, one in state.of(TROUBLES).items()
        if one.channel == channel_id and one.closed is None and kind in ("", one.kind)
    )


def _others(register: Register, channel: Channel, at: datetime) -> tuple[Channel, ...]:
    """The channels in use on which it can be told: those of the same unit first, then the whole municipality's."""
    others = [one for one in register.listed() if one.id != channel.id and one.status_on(at.date()) is Status.IN_USE]
    of_unit = [one for one in others if one.unit.fi == channel.unit.fi]
    shared = [one for one in others if one.scope is Scope.MUNICIPALITY and one not in of_unit]
    return (*of_unit, *shared)
