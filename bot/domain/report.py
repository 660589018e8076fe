"""The channels in figures, as of a day: how many there are of each kind, and how many have a duty open."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from bot.domain.accounts.platforms import PlatformId
from bot.domain.channels import Channel, DutyId, Status, UnitName
from bot.domain.duties import Asked, Standing, standings
from bot.domain.evidence import State
from bot.domain.register import Register

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Figures:
    """How many channels there were on the ``day``, retired ones aside: by status, those in use by state, all by
    platform and by unit, most first; and how many of those in use had each duty open. Nobody is in it."""

    day: date
    total: int = 0
    by_status: Mapping[Status, int] = field(default_factory=dict)
    by_state: Mapping[State, int] = field(default_factory=dict)
    by_platform: Mapping[PlatformId, int] = field(default_factory=dict)
    by_unit: Mapping[UnitName, int] = field(default_factory=dict)
    open_duties: Mapping[DutyId, int] = field(default_factory=dict)

    @property
    def in_use(self) -> int:
        """How many channels were in use."""
        return self.by_status.get(Status.IN_USE, 0)

    @property
    def open_in_all(self) -> int:
        """How many duties were open at all channels together."""
        return sum(self.open_duties.values())


def figures(register: Register, channels: Collection[Channel], asked: Asked, day: date) -> Figures:
    """``channels`` of the ``register``, as it was on the ``day``, in figures."""
    kept = [channel for channel in channels if channel.status is not Status.RETIRED]
    in_use = [channel for channel in kept if channel.status_on(day) is Status.IN_USE]
    units = {channel.unit.fi: channel.unit for channel in kept}
    stand = (one for channel in in_use for one in standings(channel, register, asked, day))
    return Figures(
        day,
        len(kept),
        Counter(channel.status_on(day) for channel in kept),
        Counter(register.state_of(channel, asked.update_interval_days, day) for channel in in_use),
        _most_first(Counter(channel.platform for channel in kept)),
        _most_first(Counter(units[channel.unit.fi] for channel in kept)),
        _most_first(Counter(one.duty for one in stand if one.standing is Standing.OPEN)),
    )


def _most_first(counts: Counter[T]) -> dict[T, int]:
    return dict(counts.most_common())
