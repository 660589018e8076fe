"""What is remembered for a while has a limit, and forgets the oldest first."""

from __future__ import annotations

from bot.surfaces.newest import Newest


def test_the_oldest_goes_and_what_is_set_again_is_new() -> None:
    kept: Newest[str, int] = Newest(2)
    kept["first"], kept["second"] = 1, 2
    kept["first"] = 3
    kept["third"] = 4
    assert kept == {"first": 3, "third": 4}
