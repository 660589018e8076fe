"""What ``remind`` prints of a round."""

from __future__ import annotations

from bot.commands.reminding import PARTS
from bot.domain.reminders.kept import Part


def test_each_part_that_a_message_may_have_is_explained() -> None:
    assert set(PARTS) == set(Part)
