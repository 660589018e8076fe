"""Simulated years of a town half of whose channels can be seen: nobody is asked what can be seen, and nobody while it
can not be read."""

from __future__ import annotations

import pytest

from tests.town.seeing import SeeingTown


async def simulate(seed: int, *, days: int, channels: int) -> tuple[SeeingTown, SeeingTown]:
    """A town, and the same one in which nothing can be seen."""
    towns = SeeingTown(seed, channels, days), SeeingTown(seed, channels, days, blind=True)
    for town in towns:
        await town.live()
    return towns


def needless(town: SeeingTown) -> int:
    """How often people were asked about updated channels, of those that can be seen in the other town."""
    return sum(count for channel, count in town.needless.items() if town.accounts[channel].kind)


async def check(seed: int, *, days: int, channels: int) -> int:
    """How many needless reminders the sources have spared."""
    seeing, blind = await simulate(seed, days=days, channels=channels)
    lasting = [outage for outage in seeing.outages if outage[1] <= seeing.clock.at.date()]
    assert len(lasting) <= len(seeing.told_of) <= len(seeing.outages), "each outage of five days is told once"
    assert {one.service for one in seeing.told_of} <= {"youtube"}
    assert blind.told_of == []
    assert seeing.broken_days > channels // 10
    assert seeing.idle > 0
    assert needless(seeing) == 0
    return needless(blind)


async def test_a_season_of_a_town_with_sources_keeps_to_the_rules() -> None:
    assert await check(3, days=150, channels=80) > 100


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(3))
async def test_two_years_of_three_hundred_channels_with_sources_keep_to_the_rules(seed: int) -> None:
    spared = await check(seed, days=730, channels=300)
    print(f"seed {seed}: {spared} needless reminders were spared")  # noqa: T201
    assert spared > 1_000
