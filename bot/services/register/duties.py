"""How channels stand with their duties, for those whom it concerns."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.domain.channels import Channel
from bot.domain.duties import Asked, DutyStanding, standings
from bot.domain.people import Actor, Role
from bot.domain.register import Register
from bot.services.access import NotAllowedError, is_keeper


@dataclass(frozen=True, slots=True)
class ChannelDuties:
    """A channel with how it stands with each duty; with none where it is not in use."""

    channel: Channel
    standings: tuple[DutyStanding, ...]


def duties_of(
    register: Register, channels: Iterable[Channel], actor: Actor, asked: Asked, today: date
) -> tuple[ChannelDuties, ...]:
    """How those of ``channels`` stand that the actor sees: the ICT secretary and the deciders see all, others those
    that they keep. Raises NotAllowedError where there are channels, and the actor sees none of them."""
    named = tuple(channels)
    seen = tuple(channel for channel in named if _sees(actor, channel))
    if named and not seen:
        raise NotAllowedError("duties")
    return tuple(ChannelDuties(channel, standings(channel, register, asked, today)) for channel in seen)


def _sees(actor: Actor, channel: Channel) -> bool:
    return Role.DECIDER in actor.roles or is_keeper(actor, channel)
