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


def reminders_of_those_seen(town: SeeingTown) -> int:
    return sum(count for channel, count in town.reminded.items() if town.accounts[channel].kind)


async def check(seed: int, *, days: int, channels: int) -> tuple[int, int]:
    """How many reminders the channels that can be seen caused, with their sources and without."""
    seeing, blind = await simulate(seed, days=days, channels=channels)
    lasting = [outage for outage in seeing.outages if outage[1] <= seeing.clock.at.date()]
    assert len(lasting) <= len(seeing.told_of) <= len(seeing.outages), "each outage of five days is told once"
    assert {one.service for one in seeing.told_of} <= {"youtube"}
    assert blind.told_of == []
    assert seeing.broken_days > channels // 10
    assert seeing.idle > 0
    with_sources, without = reminders_of_those_seen(seeing), reminders_of_those_seen(blind)
    assert 0 < with_sources < without / 2
    return with_sources, without


async def test_a_season_of_a_town_with_sources_keeps_to_the_rules() -> None:
    await check(3, days=150, channels=80)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(3))
async def test_two_years_of_three_hundred_channels_with_sources_keep_to_the_rules(seed: int) -> None:
    with_sources, without = await check(seed, days=730, channels=300)
    print(f"seed {seed}: {with_sources} reminders of channels with sources, {without} without them")  # noqa: T201
