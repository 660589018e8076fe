"""Where a reply is seen: what one person alone sees, and what lasts in the bot's own conversation with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fake_slack.on_a_clock import on_a_clock
from tests.fake_slack.server import FakeSlack
from tests.fake_slack.serving import Serving
from tests.fake_slack.somebody import block_labelled
from tests.fake_slack.workspace import GENERAL, Place, Shown
from tests.support.bot_in_memory import NOON

pytestmark = pytest.mark.asyncio(loop_scope="module")

KEEPER, STAFF, SECRETARY = "U0LIB0001", "U0STAFF01", "U0ICT0001"
QUESTION = "saako henkilökohtaista facebookia päivittää työajalla"


@pytest.mark.parametrize("text", ["minä", "omat", "tarkastus", "rekisteröi"])
async def test_a_whisper_to_a_mention_at_the_root_of_a_channel_stays_at_the_root(bot: Serving, text: str) -> None:
    asker = bot.somebody(SECRETARY)
    await asker.mention(text)
    whisper = await asker.reads()
    assert (whisper.place, whisper.thread, whisper.only_to) == (GENERAL, None, SECRETARY)


async def test_a_whisper_to_a_mention_in_a_thread_is_in_the_thread(bot: Serving) -> None:
    asker = bot.somebody(KEEPER)
    root = await asker.mention("kuka hoitaa facebookia")
    assert (await asker.reads()).thread == root
    await asker.mention("omat", thread=root)
    whisper = await asker.reads()
    assert (whisper.thread, whisper.only_to) == (root, KEEPER)


async def test_a_button_of_a_whisper_in_a_thread_answers_in_the_thread(bot: Serving) -> None:
    asker = bot.somebody(SECRETARY)
    root = await asker.mention("kanavat")
    await asker.reads()
    await asker.mention("minä", thread=root)
    await asker.press(await asker.reads(), "Lataa omat tiedot")
    told = await asker.reads()
    assert (told.thread, told.only_to) == (root, SECRETARY)


async def test_a_form_of_a_whisper_in_a_thread_says_what_came_of_it_in_the_thread(
    slack: FakeSlack, tmp_path: Path
) -> None:
    async with on_a_clock(tmp_path, slack, NOON) as bot:
        keeper = bot.somebody(KEEPER)
        root = await keeper.mention("kanavat")
        await keeper.reads()
        await keeper.mention("luovuta kirjaston facebook", thread=root)
        await keeper.press(await keeper.reads("lomake"), "Avaa lomake")
        view = await keeper.modal()
        named = {"Uusi ylläpitäjä": "U0STAFF02", "Valtuutuksen": "U0BOSS001"}
        await keeper.submit(view, {block_labelled(view, label): user for label, user in named.items()})
        told = await keeper.reads("Kysymys on lähetetty")
        assert (told.place, told.thread, told.only_to) == (GENERAL, root, KEEPER)


async def test_what_is_asked_at_a_message_in_a_thread_is_answered_in_the_thread(bot: Serving) -> None:
    asker = bot.somebody(STAFF)
    root = await asker.mention("kanavat")
    await asker.reads()
    await asker.message_action("guideline", QUESTION, author=KEEPER, thread_ts=root)
    answer = await asker.reads()
    assert (answer.thread, answer.only_to) == (root, STAFF)
    await asker.press(answer, "Lue koko kohta")
    passage = await asker.reads()
    assert (passage.thread, passage.only_to) == (root, STAFF)


async def test_the_message_that_a_thread_begins_with_is_answered_outside_of_it(bot: Serving) -> None:
    asker = bot.somebody(STAFF)
    await asker.mention("apua")  # by which Slack says that nobody else reads along
    await asker.reads()
    await asker.press(await asker.ask("kuka hoitaa facebookia"), "Jaa")
    shared = await asker.reads("Kunnan Facebook")
    assert shared.thread is None
    shared.thread = shared.ts  # as Slack says it once somebody has replied to the message
    await asker.press(shared, "Facebook")
    assert (await asker.reads()).thread is None


async def test_what_a_press_brings_in_a_direct_message_lasts(bot: Serving) -> None:
    asker = bot.somebody(STAFF)
    await asker.direct(QUESTION)
    answer = await asker.reads()
    await asker.press(answer, "Lue koko kohta")
    passage = await asker.reads()
    assert (passage.place, passage.only_to) == (bot.slack.workspace.direct(STAFF).id, None)


async def test_what_a_press_brings_in_a_thread_of_a_direct_message_is_in_the_thread(bot: Serving) -> None:
    asker = bot.somebody(STAFF)
    root = await asker.direct("moi")
    await asker.reads()
    await asker.direct(QUESTION, thread=root)
    await asker.press(await asker.reads(), "Lue koko kohta")
    passage = await asker.reads()
    assert (passage.thread, passage.only_to) == (root, None)


async def test_what_a_press_brings_in_a_direct_message_of_two_others_is_for_one_of_them(bot: Serving) -> None:
    """The bot is no member there, and the other one is somebody to hide it from."""
    asker = bot.somebody(STAFF)
    place = "D0OTHERS2"
    bot.slack.workspace.places[place] = Place(place, {STAFF, KEEPER})
    own = await asker.ask("kuka hoitaa facebookia", place=place)
    await asker.press(own, "Jaa")
    await asker.press(await asker.sees_instead(own, "muiden organisaatioiden"), "Jaa kaikki")
    shared = await asker.reads("Kunnan Facebook")
    assert shared.only_to is None
    await asker.press(shared, "Facebook")
    details: Shown = await asker.reads()
    assert (details.place, details.only_to) == (place, STAFF)
