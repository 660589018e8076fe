"""What people say of a channel's duties: that one is not asked for a while."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from bot.domain.channels import Channel, ChannelId, DutyId, Exemption
from bot.domain.duties import DUTIES
from bot.domain.people import Actor
from bot.domain.register import Register
from bot.services.access import require_granter
from bot.services.committing import channel_of, event_of, unknown, update_register
from bot.services.free_text import require_nothing_of_health
from bot.services.ports import Change, EventKind, Store
from bot.services.register.cells import plain_line
from bot.services.register.documents import puts
from bot.services.register.records import InvalidInputError, Problem


class DutyKeeping:
    """The changes, each checked against who makes it; all of them are history, and can be taken back."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def exempt(
        self, actor: Actor, channel_id: ChannelId, duty: DutyId, reason: str, until: date, at: datetime
    ) -> Channel:
        """Ask the duty of the channel no more until that day, which is included; then it is asked again by itself. An
        exemption that holds already is replaced.

        Raises NotAllowedError, InvalidInputError and UnknownChannelError.
        """
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

    async def _change(
        self, actor: Actor, channel_id: ChannelId, duty: DutyId, new: tuple[Exemption, ...], at: datetime
    ) -> Channel:
        """Put ``new`` in place of the exemptions of the duty that hold, and forget those that are over: they stay in
        history."""

        def plan(register: Register) -> list[Change]:
            channel = channel_of(register, channel_id)
            others = (one for one in channel.exemptions if one.duty != duty and one.until >= at.date())
            changed = replace(channel, exemptions=(*others, *new))
            return puts((changed,), unknown(register, actor.person)) if changed != channel else []

        _, after = await update_register(self._store, event_of(actor, at, EventKind.EXEMPT), plan)
        return after.channels[channel_id]
