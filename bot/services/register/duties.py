"""How channels stand with their duties, for those whom it concerns."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.domain.channels import Channel
from bot.domain.duties import Asked, DutyStanding, Standing, standings, to_be_taken
from bot.domain.people import Actor
from bot.domain.register import Register
from bot.domain.reminders.access import AccessLine, line_of
from bot.services.access import NotAllowedError, is_keeper, sees_all


@dataclass(frozen=True, slots=True)
class ChannelDuties:
    """A channel with how it stands with each duty, with none where it is not in use; and who is still to lose access to
    it."""

    channel: Channel
    standings: tuple[DutyStanding, ...]
    access: tuple[AccessLine, ...] = ()


def duties_of(
    register: Register, channels: Iterable[Channel], actor: Actor, asked: Asked, today: date
) -> tuple[ChannelDuties, ...]:
    """How those of ``channels`` stand that the actor sees: the ICT secretary and the deciders see all, others those
    that they keep. Raises NotAllowedError where there are channels, and the actor sees none of them."""
    named = tuple(channels)
    seen = seen_by(actor, named)
    if named and not seen:
        raise NotAllowedError("duties")
    return tuple(
        ChannelDuties(
            channel,
            standings(channel, register, asked, today),
            tuple(line_of(register, one, today) for one in to_be_taken(channel, register, today)),
        )
        for channel in seen
    )


def count_open(register: Register, actor: Actor, asked: Asked, today: date) -> int:
    """How many duties are open ``today`` at the channels whose duties the actor sees, counted channel by channel."""
    seen = seen_by(actor, register.listed())
    stand = (one for channel in seen for one in standings(channel, register, asked, today))
    return sum(one.standing is Standing.OPEN for one in stand)


def seen_by(actor: Actor, channels: Iterable[Channel]) -> tuple[Channel, ...]:
    """Those of ``channels`` whose duties and figures the actor sees."""
    return tuple(channel for channel in channels if sees_all(actor) or is_keeper(actor, channel))
