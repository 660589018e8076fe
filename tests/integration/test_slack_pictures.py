"""The report's pictures in Slack: where a message lasts they are shown, and everywhere else they are said in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.language import Language
from bot.messages.model import Heading, Message, Picture
from bot.surfaces.slack.connection import SlackError, connect
from bot.surfaces.slack.pictures import Pictures
from bot.surfaces.slack.rendering.blocks import render
from bot.surfaces.slack.rendering.rich import Json
from bot.surfaces.slack.scopes import SCOPES
from tests.contract.examples import PNG
from tests.fake_slack.misbehaving import Broken, Fault, Held, Html, RateLimited, Refused, Reset
from tests.fake_slack.server import UPLOAD, FakeSlack
from tests.fake_slack.serving import Serving
from tests.fake_slack.workspace import Shown

pytestmark = pytest.mark.asyncio(loop_scope="module")

SECRETARY = "U0ICT0001"
FIGURES, DUTIES = "Käytössä", "Avoimia velvoitteita"
METHODS = ("files.getUploadURLExternal", UPLOAD, "files.completeUploadExternal")
MESSAGE = Message((Heading("Luvut"), Picture(FIGURES, "23.11.2026: 6.", PNG)), Language.FI)


def images_in(shown: Shown) -> list[Json]:
    return [block for block in shown.blocks if block["type"] == "image"]


def is_in_words(shown: Shown) -> bool:
    """Whether the report says what its pictures would show."""
    return images_in(shown) == [] and all(f"{title}. " in shown.text for title in (FIGURES, DUTIES))


async def posted(slack: FakeSlack, *, patience: float = 10.0, tries: int = 3) -> list[list[Json]]:
    """The blocks that were posted with their picture, by a bot with so much ``patience`` and so many ``tries``."""
    (message,), seen = render(MESSAGE), []
    async with connect(slack.token, slack.api_url, SCOPES) as connection:

        async def post(blocks: list[Json]) -> None:
            if slack.files.refused(blocks):
                raise SlackError("invalid_blocks")
            seen.append(blocks)

        done = await Pictures(connection, patience=patience, waits=(0.0,) * tries).post(message, post)
    assert done is bool(seen)
    return seen


async def test_in_a_direct_message_the_report_has_its_pictures_with_what_they_show(bot: Serving) -> None:
    asker = bot.somebody(SECRETARY)
    await asker.direct("raportti")
    shown = await asker.reads("Kanavia yhteensä")
    pictures = images_in(shown)
    assert [one["title"]["text"] for one in pictures] == [FIGURES, DUTIES]
    for one in pictures:
        file = bot.slack.files.known[one["slack_file"]["id"]]
        assert (file.content or b"").startswith(b"\x89PNG")
        assert file.title == one["title"]["text"]
        assert one["alt_text"] == file.alt_text
        assert one["alt_text"] in shown.text, "what is read out where no blocks are shown"
    assert pictures[0]["alt_text"].endswith(": 6.")
    assert [method for method in METHODS if not bot.slack.called(method)] == []


async def test_what_only_one_person_sees_has_no_files_and_says_the_same(bot: Serving) -> None:
    asker, before = bot.somebody(SECRETARY), len(bot.slack.called(UPLOAD))
    assert is_in_words(await asker.ask("raportti"))
    await asker.mention("raportti")
    assert is_in_words(await asker.reads("Kanavia yhteensä"))
    assert len(bot.slack.called(UPLOAD)) == before


async def test_without_the_scope_nothing_is_tried_and_the_report_is_in_words(own_bot: Serving) -> None:
    own_bot.slack.scopes.discard("files:write")
    asker = own_bot.somebody(SECRETARY)
    await asker.direct("raportti")  # the answers to this tell the bot
    assert is_in_words(await asker.reads("Kanavia yhteensä"))
    before = len(own_bot.slack.called("files.getUploadURLExternal"))
    await asker.direct("raportti")
    assert is_in_words(await asker.reads("Kanavia yhteensä"))
    assert len(own_bot.slack.called("files.getUploadURLExternal")) == before


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    "fault", [Broken(500), Html(), Reset(), RateLimited(3600), Refused("file_uploads_disabled")], ids=str
)
async def test_what_does_not_get_to_slack_is_said_in_words_once(bot: Serving, method: str, fault: Fault) -> None:
    if method == UPLOAD and isinstance(fault, Html | Refused):
        fault = Broken(403)  # at such an address there are only statuses
    asker = bot.somebody(SECRETARY)
    bot.slack.misbehave(method, fault)
    await asker.direct("raportti")
    assert is_in_words(await asker.reads("Kanavia yhteensä"))
    bot.slack.behave()
    await asker.direct("kanavat")
    await asker.reads("Kunnan Facebook")
    assert asker.unread == []


async def test_slack_is_answered_before_the_pictures_have_got_there(bot: Serving) -> None:
    asker, held = bot.somebody(SECRETARY), Held()
    bot.slack.misbehave(UPLOAD, held)
    await asker.direct("raportti")  # which ends with the answer to the event
    assert asker.unread == []
    held.released.set()
    await asker.reads("Kanavia yhteensä")


async def test_pictures_that_take_too_long_are_not_waited_for(slack: FakeSlack) -> None:
    assert await posted(slack, patience=0.0) == []


async def test_a_message_is_posted_again_until_slack_has_looked_at_its_picture(slack: FakeSlack) -> None:
    slack.files.looks = 2
    (blocks,) = await posted(slack)
    assert [block["type"] for block in blocks] == ["header", "image"]


async def test_a_picture_that_slack_never_shows_is_left_out(slack: FakeSlack) -> None:
    slack.files.looks = 3
    assert await posted(slack) == []


async def test_what_else_goes_wrong_is_no_reason_to_post_again(slack: FakeSlack) -> None:
    (message,), tried = render(MESSAGE), []

    async def post(blocks: list[Json]) -> None:
        tried.append(blocks)
        raise SlackError("TimeoutError", uncertain=True)

    async with connect(slack.token, slack.api_url, SCOPES) as connection:
        with pytest.raises(SlackError):
            await Pictures(connection, waits=(0.0, 0.0)).post(message, post)
    assert len(tried) == 1


async def test_what_draws_is_loaded_by_the_first_report_and_not_before(own_bot: Serving) -> None:
    asker, loaded = own_bot.somebody(SECRETARY), Path(f"/proc/{own_bot.process.pid}/maps")
    await asker.direct("kanavat")
    await asker.reads("Kunnan Facebook")
    assert "/PIL/" not in loaded.read_text()
    await asker.direct("raportti")
    await asker.reads("Kanavia yhteensä")
    assert "/PIL/" in loaded.read_text()
