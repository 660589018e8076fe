"""What old apps, edited messages, pictures and other workspaces bring."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from aiohttp import ClientSession

from tests.fake_slack import sending
from tests.fake_slack.misbehaving import Refused
from tests.fake_slack.serving import Serving
from tests.fake_slack.workspace import BOT_USER, GENERAL

pytestmark = pytest.mark.asyncio(loop_scope="module")

STAFF = "U0STAFF01"
OWNER = "kuka vastaa kirjaston instagramista"


@pytest.mark.parametrize(
    "element",
    [
        {"type": "overflow", "action_id": "vanha", "selected_option": {"value": "a"}},
        {"type": "datepicker", "action_id": "päivä 1", "selected_date": "2026-01-01"},
        {"type": "button", "action_id": "Poll.Vote", "text": {"type": "plain_text", "text": "x"}, "value": "1"},
    ],
)
async def test_a_press_that_nothing_knows_is_answered_in_words(bot: Serving, element: dict[str, Any]) -> None:
    asker = bot.somebody(STAFF)
    assert (await asker.act(element, "b", place=GENERAL)).status == 200
    assert "vanhasta viestistä" in (await asker.reads()).words


async def test_a_button_of_an_attachment_and_an_unknown_shortcut_are_answered_in_words(bot: Serving) -> None:
    asker = bot.somebody(STAFF)
    user = bot.slack.workspace.users[STAFF].as_json(locale=False, email=False)
    trigger = bot.slack.views.trigger(STAFF)
    legacy = sending.interaction("interactive_message", user, trigger=trigger) | {
        "callback_id": "poll",
        "actions": [{"name": "vote", "type": "button", "value": "1", "action_id": ""}],
        "channel": {"id": GENERAL, "name": "yleinen"},
        "response_url": bot.slack.response_url(STAFF, GENERAL),
    }
    assert (await asker.sender.payload(legacy)).status == 200
    assert "vanhasta viestistä" in (await asker.reads()).words
    assert (await asker.shortcut("old_app_shortcut")).status == 200
    await asker.close(await asker.modal("vanhasta viestistä"))
    assert (await asker.message_action("old_action", "moi", author=STAFF)).status == 200
    assert "vanhasta viestistä" in (await asker.reads()).words


async def test_a_mention_that_is_added_by_editing_is_answered_once(bot: Serving) -> None:
    asker = bot.somebody(STAFF)
    ts = bot.slack.workspace.ts()
    event = sending.mention(STAFF, f"<@{BOT_USER}> {OWNER}", place=GENERAL, ts=ts)
    event["edited"] = {"user": STAFF, "ts": bot.slack.workspace.ts()}
    for _ in range(2):
        assert (await asker.sender.event(sending.envelope(event))).status == 200
    assert (await asker.reads("Kirjaston Instagram")).thread == ts
    await asker.direct("moi")
    await asker.reads()
    assert asker.unread == []


RICH = {
    "type": "rich_text",
    "elements": [
        {
            "type": "rich_text_section",
            "elements": [
                {"type": "text", "text": "Saako työajalla päivittää "},
                {"type": "text", "text": "omaa somea?", "style": {"bold": True}},
            ],
        }
    ],
}


@pytest.mark.parametrize(
    "content",
    [
        {"blocks": [RICH]},
        {"attachments": [{"fallback": "x", "text": "Saako työajalla päivittää omaa somea?"}]},
        {"attachments": [{"is_share": True, "message_blocks": [{"message": {"blocks": [RICH]}}]}]},
    ],
    ids=["blocks", "attachment", "passed on"],
)
async def test_the_shortcut_on_a_message_reads_what_is_written_wherever_it_stands(
    bot: Serving, content: dict[str, Any]
) -> None:
    asker = bot.somebody(STAFF)
    await asker.message_action("guideline", "", author=STAFF, **content)
    assert "työaikaa" in (await asker.reads()).words


async def test_the_shortcut_on_a_picture_says_that_there_is_no_text(bot: Serving) -> None:
    asker = bot.somebody(STAFF)
    await asker.message_action("guideline", "", author=STAFF, files=[{"id": "F1", "mimetype": "image/png"}])
    assert "Viestissä ei ole tekstiä" in (await asker.reads()).words


async def test_where_people_of_other_workspaces_read_along_there_are_public_facts(bot: Serving) -> None:
    asker = bot.somebody(STAFF)
    for shared in (True, False):
        ts = bot.slack.workspace.ts()
        event = sending.mention(STAFF, f"<@{BOT_USER}> {OWNER}", place=GENERAL, ts=ts)
        await asker.sender.event(sending.envelope(event, shared=shared))
        reply = await asker.reads("Kirjaston Instagram")
        assert ("Kirjastotoimenjohtaja" in reply.words) is not shared


async def test_what_one_person_alone_sees_is_theirs_though_others_read_along(bot: Serving) -> None:
    keeper = bot.somebody("U0LIB0001")
    for text, shown in (("mina kanaler", "Kirjaston Facebook"), ("luovuta kirjaston facebook", "lomake")):
        ts = bot.slack.workspace.ts()
        event = sending.mention(keeper.id, f"<@{BOT_USER}> {text}", place=GENERAL, ts=ts)
        await keeper.sender.event(sending.envelope(event, shared=True))
        reply = await keeper.reads(shown)
        assert reply.only_to == keeper.id


async def test_a_token_that_is_revoked_is_told_of_once_until_it_is_accepted_again(own_bot: Serving) -> None:
    asker = own_bot.somebody(STAFF)
    await asker.ask("")
    own_bot.slack.misbehave("chat.postMessage", Refused("token_revoked"))
    for _ in range(3):
        await asker.direct(OWNER)
    await own_bot.slack.until(lambda: len(own_bot.slack.called("chat.postMessage")) >= 3 or None)
    told = await ready(own_bot, 503)
    assert "install it again" in told
    assert own_bot.log.count("Nothing can be said in Slack any more") == 1
    own_bot.slack.behave()
    await asker.direct(OWNER)
    await asker.reads("Kirjaston Instagram")
    await ready(own_bot, 200)
    await asker.sender.event(sending.envelope({"type": "app_uninstalled", "event_ts": "1.1"}))
    assert "app_uninstalled" in await ready(own_bot, 503)


async def test_of_tokens_that_are_revoked_only_the_bots_own_matters(own_bot: Serving) -> None:
    asker = own_bot.somebody(STAFF)
    for gone, status in (({"oauth": ["U0STAFF02"]}, 200), ({"bot": [BOT_USER]}, 503)):
        event = {"type": "tokens_revoked", "tokens": gone, "event_ts": "1.2"}
        assert (await asker.sender.event(sending.envelope(event))).status == 200
        assert ("tokens_revoked" in await ready(own_bot, status)) is (status == 503)


async def ready(bot: Serving, status: int) -> str:
    """What ``/readyz`` says, once it answers with ``status``."""
    async with asyncio.timeout(20), ClientSession() as session:
        while True:
            async with session.get(f"http://127.0.0.1:{bot.port}/readyz") as response:
                if response.status == status:
                    return await response.text()
            await asyncio.sleep(0)
