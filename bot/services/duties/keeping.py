"""What people say of a channel's duties: that one is not asked for a while, and that one is kept of which nobody else
can know."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from bot.domain.channels import AccessHolder, Channel, ChannelId, Confirmed, DutyId, Exemption
from bot.domain.duties import ACCESS, DUTIES
from bot.domain.people import Actor, PersonId
from bot.domain.register import Register
from bot.domain.reminders.confirming import holders_of
from bot.services.access import require_granter, require_keeper, require_responsible
from bot.services.committing import channel_of, update, update_channel
from bot.services.free_text import require_nothing_of_health
from bot.services.ports import Change, EventKind, State, Store
from bot.services.register.documents import register_of
from bot.services.register.former_access import taking
from bot.services.register.records.cells import plain_line
from bot.services.register.records.channel_records import InvalidInputError, Problem


class DutyKeeping:
    """The changes, each checked against who makes it; all of them are history, and can be taken back."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def exempt(
        self, actor: Actor, channel_id: ChannelId, duty: DutyId, reason: str, until: date, at: datetime
    ) -> Channel:
        """Ask the duty of the channel no more until that day, which is included; then it is asked again by itself. An
        exemption that holds already is replaced. Raises NotAllowedError, InvalidInputError and UnknownChannelError."""
        require_granter(actor)
        require_nothing_of_health(reason=reason)
        if duty not in DUTIES:
            raise InvalidInputError([Problem("duty", "missing", "there is no such duty")])
        granted = Exemption(duty, plain_line(reason), actor.person.id, at.date(), until)
        return await self._change(actor, channel_id, duty, (granted,), at)

    async def end_exemption(self, actor: Actor, channel_id: ChannelId, duty: DutyId, at: datetime) -> Channel:
        """Ask the duty of the channel again from now on. Raises NotAllowedError and UnknownChannelError."""
        require_granter(actor)
        return await self._change(actor, channel_id, duty, (), at)

    async def confirm(self, actor: Actor, channel_id: ChannelId, said: Mapping[DutyId, bool], at: datetime) -> Channel:
        """Keep what the actor says of duties that nobody can read, in place of what was said before: whether each is
        kept. Of the access, that those who keep the channel by the register have it. Raises NotAllowedError and
        UnknownChannelError."""
        today, by = at.date(), actor.person.id

        def change(register: Register, channel: Channel) -> Channel:
            require_responsible(actor.on(today), channel, today)
            new = (
                Confirmed(duty, today, by, kept, _holders(channel, register, today, duty, kept=kept))
                for duty, kept in said.items()
                if duty in DUTIES
            )
            others = (one for one in channel.confirmed if one.duty not in said)
            return replace(channel, confirmed=(*others, *new))

        return await update_channel(self._store, actor, channel_id, change, at, EventKind.CONFIRM)

    async def access_taken(self, actor: Actor, channel_id: ChannelId, person: PersonId, at: datetime) -> None:
        """Keep that the person, who keeps the channel no more or has left, cannot get into its account any more. To say
        it again changes nothing. Raises NotAllowedError and UnknownChannelError."""
        today = at.date()

        def plan(state: State) -> list[Change]:
            register = register_of(state)
            channel = channel_of(register, channel_id)
            require_keeper(actor.on(today), channel, today)
            return taking(register, channel, person, today)

        await update(self._store, plan)

    async def _change(
        self, actor: Actor, channel_id: ChannelId, duty: DutyId, new: tuple[Exemption, ...], at: datetime
    ) -> Channel:
        """Put ``new`` in place of the exemptions of the duty that hold, and forget those that are over: they stay in
        history."""

        def change(register: Register, channel: Channel) -> Channel:
            others = (one for one in channel.exemptions if one.duty != duty and one.until >= at.date())
            return replace(channel, exemptions=(*others, *new))

        return await update_channel(self._store, actor, channel_id, change, at, EventKind.EXEMPT)


def _holders(
    channel: Channel, register: Register, today: date, duty: DutyId, *, kept: bool
) -> tuple[AccessHolder, ...]:
    """Who has access, where ``duty`` is that: whoever keeps the channel and works here; where it is not ``kept`` yet,
    whoever had access before as well."""
    if duty != ACCESS:
        return ()
    before = channel.confirmation_of(ACCESS)
    here = holders_of(channel, register, today)
    had = () if kept else (*channel.keeper_ids, *(one.person for one in (before.holders if before else ())))
    return tuple(map(AccessHolder, dict.fromkeys((*here, *had))))
