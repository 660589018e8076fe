"""The manifest sets the app up: its shortcuts work, and its scopes are enough for what the bot does and no more."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.fake_slack.serving import Serving, operator_environment
from tests.fake_slack.somebody import block_labelled, seen_in
from tests.fake_slack.workspace import Json

pytestmark = pytest.mark.asyncio(loop_scope="module")

STAFF, SECRETARY, BOSS, LIBRARIAN = "U0STAFF01", "U0ICT0001", "U0BOSS001", "U0LIB0001"
OWNER = "kuka vastaa kirjaston instagramista"


@pytest.fixture(scope="module")
def manifest(tmp_path_factory: pytest.TempPathFactory) -> Json:
    folder: Path = tmp_path_factory.mktemp("manifest")
    done = subprocess.run(
        [sys.executable, "-m", "bot", "manifest", "slack"],
        cwd=folder,
        env=operator_environment(folder),
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    # Slack takes JSON and YAML; the first is part of the second.
    content: Json = yaml.safe_load(done.stdout)
    return content


def shortcuts(manifest: Json, kind: str) -> list[str]:
    return [one["callback_id"] for one in manifest["features"]["shortcuts"] if one["type"] == kind]


async def test_one_global_shortcut_asks_and_one_registers(bot: Serving, manifest: Json) -> None:
    seen = []
    for id_ in shortcuts(manifest, "global"):
        secretary = bot.somebody(SECRETARY)
        assert (await secretary.shortcut(id_)).status == 200
        seen.append(seen_in(await secretary.modal()))
        bot.slack.views.close(SECRETARY, all_of_them=True)
    assert len(seen) == 2
    assert len([words for words in seen if "Kysymys" in words]) == 1
    assert len([words for words in seen if "Kanavan nimi" in words]) == 1


async def test_a_question_in_a_modal_is_answered_to_the_asker(bot: Serving, manifest: Json) -> None:
    asker = bot.somebody(STAFF)
    for id_ in shortcuts(manifest, "global"):
        await asker.shortcut(id_)
        await bot.slack.until(lambda: bot.slack.views.top(STAFF) or asker.unread)
        view = bot.slack.views.top(STAFF)
        if view is not None and "Kysymys" in seen_in(view):
            assert (await asker.submit(view, {block_labelled(view, "Kysymys"): OWNER})).status == 200
            await asker.sees("Kirjastotoimenjohtaja")
        bot.slack.views.close(STAFF, all_of_them=True)
        for shown in asker.unread:
            await asker.reads(shown.text)


async def test_whoever_may_not_register_is_told_so_at_the_shortcut(bot: Serving, manifest: Json) -> None:
    guest = bot.somebody("U0GUEST01")
    for id_ in shortcuts(manifest, "global"):
        assert (await guest.shortcut(id_)).status == 200
        await bot.slack.until(lambda: bot.slack.views.top(guest.id) or guest.unread)
        view = bot.slack.views.top(guest.id)
        assert view is None or "Kanavan nimi" not in seen_in(view)
        bot.slack.views.close(guest.id, all_of_them=True)


async def test_the_message_shortcut_says_what_the_guideline_says_to_the_asker_alone(
    bot: Serving, manifest: Json
) -> None:
    (id_,) = shortcuts(manifest, "message")
    asker, author = bot.somebody(STAFF), bot.somebody(LIBRARIAN)
    text = "Saako <tämän> & muun kuvan julkaista kunnan Facebookissa ilman lupaa?"
    assert (await asker.message_action(id_, text, author=LIBRARIAN)).status == 200
    await asker.sees("luku")
    bot.slack.views.close(STAFF, all_of_them=True)
    assert author.unread == []


async def test_the_message_shortcut_answers_where_the_bot_is_no_member(bot: Serving, manifest: Json) -> None:
    (id_,) = shortcuts(manifest, "message")
    asker = bot.somebody(STAFF)
    bot.slack.workspace.places["C0NOTHERE"].members.add(STAFF)
    assert (await asker.message_action(id_, "kuka saa avata kanavan", author=BOSS, place="C0NOTHERE")).status == 200
    await asker.sees("luku")
    bot.slack.views.close(STAFF, all_of_them=True)


async def test_the_scopes_are_enough_for_all_that_the_bot_does_and_no_more(bot: Serving, manifest: Json) -> None:
    scopes, usual = set(manifest["oauth_config"]["scopes"]["bot"]), set(bot.slack.scopes)
    assert scopes <= usual, "a scope that the bot can do without"
    bot.slack.scopes.intersection_update(scopes)
    try:
        asker, boss = bot.somebody(STAFF), bot.somebody(BOSS)
        await asker.mention(OWNER)
        await asker.reads("Kirjastotoimenjohtaja")
        await asker.direct(OWNER)
        await asker.reads("Kirjastotoimenjohtaja")
        line = "rekisteröi https://www.tiktok.com/@esimerkkimuseo nimi=Museon TikTok yksikkö=Museo"
        await bot.somebody(SECRETARY).ask(f"{line} vastuu=<@{BOSS}>")
        await boss.reads("Museon TikTok")
    finally:
        bot.slack.scopes.update(usual)


async def test_the_app_subscribes_to_what_it_reads(manifest: Json) -> None:
    settings = manifest["settings"]
    events = set(settings["event_subscriptions"]["bot_events"])
    assert {"app_mention", "message.im", "user_change", "team_join"} <= events
    assert events <= {
        "app_mention",
        "message.im",
        "user_change",
        "team_join",
        "app_home_opened",
        "app_uninstalled",
        "tokens_revoked",
    }
    assert settings["interactivity"]["is_enabled"] is True
    (command,) = manifest["features"]["slash_commands"]
    assert command["command"] == "/some"
    assert command["should_escape"] is True
    assert command["url"].endswith("/slack/events")


async def test_the_app_home_and_its_messages_are_looked_at_without_harm(bot: Serving) -> None:
    looker = bot.somebody(STAFF)
    answers = await asyncio.gather(looker.opens_home(), looker.opens_home("messages"), looker.opens_home())
    assert [answer.status for answer in answers] == [200, 200, 200]
    await looker.direct("kanavat")
    await looker.reads("Kunnan Facebook")
