"""An answer is shared once, with who asked what, also where it was asked in a modal."""

from __future__ import annotations

from functools import partial

import pytest

from tests.fake_slack.misbehaving import Broken, Refused
from tests.fake_slack.server import RESPONSE_URL
from tests.fake_slack.serving import Serving
from tests.fake_slack.somebody import seen_in
from tests.fake_slack.workspace import BOT_USER, Place, Shown

pytestmark = pytest.mark.asyncio(loop_scope="module")

ASKER, OTHER = "U0STAFF01", "U0LIB0002"
QUESTION = "kuka hoitaa kunnan facebookia"
KEEPER = "Viestintäsuunnittelija"
WHO_READS = "muiden organisaatioiden"


async def read_by_our_own_alone(bot: Serving) -> None:
    """Slack says so with each event."""
    somebody = bot.somebody(OTHER)
    await somebody.mention("apua")
    await somebody.reads()


async def test_what_is_shared_says_who_asked_what_and_goes_from_the_askers_eyes(bot: Serving) -> None:
    await read_by_our_own_alone(bot)
    asker, other = bot.somebody(ASKER), bot.somebody(OTHER)
    own = await asker.ask(QUESTION)
    await asker.press(own, "Jaa")
    shared = await other.reads("Kunnan Facebook")
    assert f"Työntekijä kysyi: ”{QUESTION}”" in shared.words.replace("\n", "")
    assert shared.called == []
    await bot.slack.until(lambda: own.deleted)


async def test_an_answer_is_shared_once_however_often_it_is_pressed(bot: Serving) -> None:
    await read_by_our_own_alone(bot)
    asker, other = bot.somebody(ASKER), bot.somebody(OTHER)
    own, again = await asker.ask(QUESTION), await asker.ask(QUESTION)
    for shown in (own, own, own, again):
        assert (await asker.press(shown, "Jaa")).status == 200
    await other.reads("Kunnan Facebook")
    await other.reads("Kunnan Facebook")
    await bot.slack.until(lambda: own.deleted and again.deleted)
    assert other.unread == []


async def test_what_was_asked_in_a_modal_is_shared_where_the_person_says(bot: Serving) -> None:
    asker, other = bot.somebody(ASKER), bot.somebody(OTHER)
    place = "C0HIDDEN1"
    bot.slack.workspace.places[place] = Place(place, {ASKER, OTHER})
    await asker.shortcut("ask")
    await asker.submit(await asker.modal(), {"question": QUESTION})
    view = await asker.modal("Kunnan Facebook")
    await press_in(bot, ASKER, "Jaa")
    where = await asker.modal("Jaa keskusteluun")
    assert (await asker.submit(where, {"to": place})).status == 200
    asked = await asker.reads(WHO_READS)
    assert (asked.place, asked.only_to) == (place, ASKER)
    await asker.press(asked, "Jaa kaikki")
    shared = await other.reads("Kunnan Facebook")
    assert (shared.place, shared.only_to) == (place, None)
    assert "kysyi" in shared.words
    assert view is not where


async def test_before_names_are_shared_where_others_may_read_along_the_person_is_asked(bot: Serving) -> None:
    """Commands and presses do not say whether a conversation is shared with another organisation."""
    asker, other = bot.somebody(ASKER), bot.somebody(OTHER)
    place = bot.slack.workspace.places["C0UNKNOWN"] = Place("C0UNKNOWN", {ASKER, OTHER})
    for label, named in (("Jaa vain julkiset tiedot", False), ("Jaa kaikki", True)):
        own = await asker.ask(QUESTION, place=place.id)
        assert KEEPER in own.words
        await asker.press(own, "Jaa tähän")
        asked = await asker.sees_instead(own, WHO_READS)
        assert asked.labels == ["Jaa kaikki", "Jaa vain julkiset tiedot"], "what was told is shared once"
        assert asked.only_to == ASKER
        assert other.unread == []
        await asker.press(asked, label)
        shared = await other.reads("Kunnan Facebook")
        assert (KEEPER in shared.words) is named
        assert await asker.reads("kysyi") is shared
        await bot.slack.until(partial(gone, asked))
    # Who shares has said it: for a day nobody is asked there again.
    again = await asker.ask(QUESTION, place=place.id)
    await asker.press(again, "Jaa tähän")
    assert KEEPER in (await other.reads("Kunnan Facebook")).words


async def test_where_others_are_known_to_read_along_only_public_facts_are_shared(bot: Serving) -> None:
    asker, other = bot.somebody(ASKER), bot.somebody(OTHER)
    bot.slack.workspace.places["C0SHARED1"] = place = Place("C0SHARED1", {ASKER, OTHER, BOT_USER}, shared=True)
    await other.mention("apua", place=place.id)
    assert await other.reads() is await asker.reads()
    own = await asker.ask(QUESTION, place=place.id)
    assert KEEPER in own.words
    await asker.press(own, "Jaa")
    shared = await other.reads("Kunnan Facebook")
    assert "Hallintopalvelut" in shared.words
    assert KEEPER not in shared.words


async def test_what_is_public_is_shared_without_a_question(bot: Serving) -> None:
    asker, other = bot.somebody(ASKER), bot.somebody(OTHER)
    place = bot.slack.workspace.places["C0UNKNOWN2"] = Place("C0UNKNOWN2", {ASKER, OTHER})
    own = await asker.ask("saanko päivittää facebookia työajalla", place=place.id)
    await asker.press(own, "Jaa")
    assert (await other.reads("työaika")).place == place.id


async def test_what_is_read_on_in_a_modal_has_a_way_back(bot: Serving) -> None:
    asker = bot.somebody(ASKER)
    await asker.shortcut("ask")
    await asker.submit(await asker.modal(), {"question": "kuka hoitaa facebookia"})
    answer = await asker.modal("kanavaa")
    await press_in(bot, ASKER, "Näytä")
    above = await asker.modal("Tila")
    assert above.previous == answer.id
    await asker.close(above)
    assert bot.slack.views.top(ASKER) is answer
    await asker.close(answer)


@pytest.mark.parametrize("error", ["restricted_action", "is_archived", "not_in_channel", "msg_blocks_too_long"])
async def test_where_nothing_may_be_posted_the_answer_comes_as_a_direct_message_that_says_why(
    bot: Serving, error: str
) -> None:
    asker = bot.somebody(ASKER)
    bot.slack.misbehave("chat.postMessage", Refused(error), times=2 if "blocks" in error else 1)
    await asker.mention(QUESTION)
    answer = await asker.reads("Kunnan Facebook")
    assert answer.place == bot.slack.workspace.direct(ASKER).id
    assert "ei voi nyt kirjoittaa" in answer.words


@pytest.mark.parametrize("error", ["user_not_in_channel", "restricted_action", "invalid_blocks"])
async def test_a_whisper_that_slack_refuses_comes_as_a_direct_message(bot: Serving, error: str) -> None:
    asker = bot.somebody(ASKER)
    bot.slack.misbehave("chat.postEphemeral", Refused(error), times=1)
    await asker.mention("minä")
    answer = await asker.reads("ei voi nyt kirjoittaa")
    assert answer.place == bot.slack.workspace.direct(ASKER).id


async def test_a_reply_whose_address_is_refused_says_why_it_comes_elsewhere(bot: Serving) -> None:
    asker = bot.somebody(ASKER)
    own = await asker.ask("kuka hoitaa facebookia")
    bot.slack.misbehave(RESPONSE_URL, Broken(404), times=1)
    await asker.press(own, "Näytä")
    assert "ei voi nyt kirjoittaa" in (await asker.reads()).words


def gone(shown: Shown) -> bool:
    return shown.deleted


async def press_in(bot: Serving, user: str, label: str) -> None:
    """Press a button in the modal that the person sees."""
    view = bot.slack.views.top(user)
    assert view is not None
    found = [
        (block, button)
        for block in view.content["blocks"]
        for button in (*block.get("elements", ()), block.get("accessory", {}))
        if button.get("type") == "button" and label in button["text"]["text"]
    ]
    assert found, seen_in(view)
    block, button = found[0]
    await bot.somebody(user).act_in_view(view, button, block["block_id"])
