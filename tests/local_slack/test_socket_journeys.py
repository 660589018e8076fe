"""The same journeys where the bot goes to Slack: Socket Mode, and nothing that Slack could send to."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fake_slack.serving import BOT_COMMAND
from tests.local_slack.test_slack_journeys import (
    test_a_direct_message_is_answered_in_the_conversation,
    test_a_mention_is_answered_in_its_thread,
    test_staff_ask_about_working_time_and_share_the_answer,
    test_staff_find_the_owner_of_a_channel,
    test_the_ict_secretary_errs_in_the_modal_mends_it_and_the_channel_is_found,
)
from tests.local_slack.workspace import LocalSlack, find_binary, local_slack

__all__ = [
    "test_a_direct_message_is_answered_in_the_conversation",
    "test_a_mention_is_answered_in_its_thread",
    "test_staff_ask_about_working_time_and_share_the_answer",
    "test_staff_find_the_owner_of_a_channel",
    "test_the_ict_secretary_errs_in_the_modal_mends_it_and_the_channel_is_found",
]
pytestmark = pytest.mark.browser


@pytest.fixture
def workspace(imported: Path, tmp_path: Path) -> Iterator[LocalSlack]:
    shutil.copytree(imported, tmp_path / "data")
    with local_slack(find_binary(), tmp_path, [*BOT_COMMAND, "serve"], over_socket=True) as workspace:
        yield workspace
