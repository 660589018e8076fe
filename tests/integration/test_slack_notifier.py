"""Notices on their way to Slack: first everything that can take long or fail, then the post, and what is said of it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.domain.delivery import Delivered, Reason, Retry, Uncertain, Unreachable
from bot.domain.language import Language
from bot.domain.people import Person, person_from_reference
from bot.messages.model import Message
from bot.messages.notices import render
from bot.services.notices import Notice, PersonLeft
from bot.surfaces.slack.connection import connect
from bot.surfaces.slack.directory import Directory
from bot.surfaces.slack.notifier import SlackNotifier
from tests.fake_slack.misbehaving import Broken, Fault, Html, RateLimited, Refused, Reset
from tests.fake_slack.server import FakeSlack
from tests.support.bot_in_memory import NOON
from tests.support.surface import bring

pytestmark = pytest.mark.asyncio(loop_scope="module")

BY_ID, BY_EMAIL = person_from_reference("slack:U0STAFF01"), person_from_reference("tyontekija@esimerkki.fi")
NOTICE = PersonLeft(Person("x", "Joku"), ())
POST = "chat.postMessage"


@pytest_asyncio.fixture(loop_scope="module")
async def notifier(slack: FakeSlack) -> AsyncIterator[SlackNotifier]:
    async with connect(slack.token, slack.api_url) as connection:
        yield SlackNotifier(connection, Directory(connection), render, Language.FI)


@pytest.mark.parametrize("person", [BY_ID, BY_EMAIL], ids=["by id", "by e-mail"])
async def test_the_person_is_looked_up_before_and_the_rest_is_but_a_post(
    slack: FakeSlack, notifier: SlackNotifier, person: Person
) -> None:
    prepared = await notifier.prepare(person, NOTICE, NOON)
    assert not isinstance(prepared, Retry | Unreachable)
    assert slack.called(POST) == []
    there = len(slack.calls)
    assert isinstance(await prepared(), Delivered)
    assert [call.method for call in slack.calls[there:]] == [POST]
    assert slack.problems == []


async def test_a_notice_takes_the_place_of_the_one_that_is_there(slack: FakeSlack, notifier: SlackNotifier) -> None:
    first = await bring(notifier, BY_ID, NOTICE, NOON)
    assert isinstance(first, Delivered)
    assert first.place.startswith("slack:D")
    again = PersonLeft(Person("y", "Toinen"), ())
    there = len(slack.calls)
    for place, expected in ((first.place, first), (f"{first.place}1", Unreachable(Reason.REFUSED))):
        prepared = await notifier.prepare(BY_ID, again, NOON, place)
        assert not isinstance(prepared, Retry | Unreachable)
        assert await prepared() == expected
    assert [call.method for call in slack.calls[there:]] == ["chat.update", "chat.update"]
    shown = slack.workspace.find(*first.place.removeprefix("slack:").split("/"))
    assert shown is not None
    assert "Toinen" in shown.text


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (Reset(), Retry),
        (Html(), Retry),
        (Broken(503), Retry),
        (RateLimited(60), Retry),
        (Refused("users_not_found"), Unreachable),
    ],
    ids=str,
)
async def test_what_fails_while_the_person_is_looked_up_leaves_nothing_open(
    slack: FakeSlack, notifier: SlackNotifier, fault: Fault, outcome: type[Retry | Unreachable]
) -> None:
    slack.misbehave("users.lookupByEmail", fault)
    assert isinstance(await bring(notifier, BY_EMAIL, NOTICE, NOON), outcome)
    assert slack.called(POST) == []


async def test_a_post_that_nobody_answered_is_left_open(slack: FakeSlack, notifier: SlackNotifier) -> None:
    slack.misbehave(POST, Reset(half_answered=True))
    assert await bring(notifier, BY_ID, NOTICE, NOON) == Uncertain()


async def test_what_cannot_be_rendered_is_not_posted(slack: FakeSlack) -> None:
    def broken(notice: Notice, language: Language) -> Message:
        raise KeyError("a text that is not there")

    async with connect(slack.token, slack.api_url) as connection:
        notifier = SlackNotifier(connection, Directory(connection), broken, Language.FI)
        assert await notifier.prepare(BY_ID, NOTICE, NOON) == Unreachable(Reason.NOT_SHOWN)
    assert slack.called(POST) == []
