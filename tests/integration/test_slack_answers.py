"""The main job in Slack: somebody asks, by command, by mention or in a direct message, and gets the answer there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.conversation.actions import encode
from bot.domain.language import Language
from bot.messages.model import Action, Verb
from tests.fake_slack import sending
from tests.fake_slack.on_a_clock import on_a_clock
from tests.fake_slack.server import FakeSlack
from tests.fake_slack.serving import Serving
from tests.fake_slack.somebody import block_labelled
from tests.fake_slack.workspace import BOT_USER, GENERAL, Json, Place, User, words
from tests.support.bot_in_memory import NOON

pytestmark = pytest.mark.asyncio(loop_scope="module")

OWNER = "kuka vastaa kirjaston instagramista"
STAFF, SWEDISH, ENGLISH, SECRETARY = "U0STAFF01", "U0STAFF02", "U0STAFF03", "U0ICT0001"


async def test_a_command_is_answered_to_the_asker_alone(bot: Serving) -> None:
    reply = await bot.somebody(STAFF).ask(OWNER)
    assert "Kirjaston Instagram" in reply.words
    assert "Kirjastotoimenjohtaja" in reply.words
    assert (reply.only_to, reply.place) == (STAFF, GENERAL)


async def test_a_question_on_the_guideline_is_answered_with_its_section(bot: Serving) -> None:
    reply = await bot.somebody(STAFF).ask("saako henkilökohtaista facebookia päivittää työajalla")
    assert "luonnos · tiivistelmä" in reply.words
    assert reply.only_to == STAFF


async def test_people_are_named_in_a_look_up_and_not_called(bot: Serving) -> None:
    asker = bot.somebody(STAFF)
    replies = [await asker.ask(text) for text in (OWNER, "kanavat", "kuka hoitaa facebookia")]
    await asker.mention(OWNER)
    replies.append(await asker.reads())
    for reply in replies:
        assert reply.called == []
        assert "<@" not in reply.words


async def test_every_message_has_a_text_for_those_who_see_no_blocks(bot: Serving) -> None:
    asker = bot.somebody(STAFF)
    for text in ("", "kanavat", OWNER, "moi", "saako työajalla somettaa", "onko https://instagram.com/x meidän", "?!"):
        await asker.command(text)
        assert (await asker.reads()).text.strip()


async def test_an_answer_is_shared_with_everybody_in_the_conversation(bot: Serving) -> None:
    asker, other = bot.somebody(STAFF), bot.somebody("U0LIB0001")
    reply = await asker.ask(OWNER)
    assert other.unread == []
    answer = await asker.press(reply, "Jaa tähän")
    assert answer.status == 200
    shared = await other.reads("Kirjaston Instagram")
    assert (shared.place, shared.only_to) == (GENERAL, None)
    assert shared.called == []


async def test_what_is_asked_in_a_direct_message_is_not_offered_for_sharing(bot: Serving) -> None:
    asker = bot.somebody(STAFF)
    await asker.direct(OWNER)
    reply = await asker.reads("Kirjaston Instagram")
    assert not [button for button in reply.buttons if "Jaa" in button["text"]["text"]]


async def test_a_mention_is_answered_in_its_thread_for_all_to_see(bot: Serving) -> None:
    asker, other = bot.somebody(STAFF), bot.somebody("U0LIB0001")
    ts = await asker.mention(OWNER)
    reply = await other.reads("Kirjaston Instagram")
    assert (reply.place, reply.thread, reply.only_to) == (GENERAL, ts, None)


async def test_a_mention_in_a_thread_is_answered_in_that_thread(bot: Serving) -> None:
    asker = bot.somebody(STAFF)
    root = bot.slack.workspace.ts()
    await asker.mention(OWNER, thread=root)
    assert (await asker.reads()).thread == root


@pytest.mark.parametrize(
    ("said", "more"),
    [
        ("kuka hoitaa lukion facebookia, {bot}", {}),
        ("{named} kuka hoitaa lukion facebookia?", {}),
        ("Huomenta {named}! Tietääkö joku, kuka hoitaa lukion facebookia", {}),
        ("{bot} kuka hoitaa lukion facebookia", {"subtype": "file_share", "files": [{"id": "F0PLAN001"}]}),
        ("{bot} kuka hoitaa lukion facebookia", {"attachments": [{"from_url": "https://esimerkki.fi", "text": "x"}]}),
        ("{bot} kuka hoitaa lukion facebookia", {"subtype": "thread_broadcast", "thread_ts": "1764000000.000001"}),
    ],
    ids=["at the end", "with its name", "in the middle", "with a file", "with a preview", "to the channel too"],
)
async def test_a_mention_is_answered_wherever_it_stands_and_whatever_comes_with_it(
    bot: Serving, said: str, more: Json
) -> None:
    asker, ts = bot.somebody(STAFF), bot.slack.workspace.ts()
    text = said.format(bot=f"<@{BOT_USER}>", named=f"<@{BOT_USER}|somebot>")
    event = sending.mention(STAFF, text, place=GENERAL, ts=ts, **more)
    assert (await asker.sender.event(sending.envelope(event))).status == 200
    reply = await asker.reads("lukion")
    assert (reply.place, reply.thread) == (GENERAL, more.get("thread_ts", ts))
    assert "SOMEBOT" not in reply.words


async def test_a_direct_message_is_answered_in_the_conversation(bot: Serving) -> None:
    asker = bot.somebody(STAFF)
    await asker.direct(OWNER)
    reply = await asker.reads("Kirjaston Instagram")
    assert (reply.place, reply.thread) == (bot.slack.workspace.direct(STAFF).id, None)


async def test_a_direct_message_in_a_thread_is_answered_in_that_thread(bot: Serving) -> None:
    asker = bot.somebody(STAFF)
    root = bot.slack.workspace.ts()
    await asker.direct(OWNER, thread=root)
    assert (await asker.reads()).thread == root


async def test_a_command_is_answered_in_a_direct_message_of_two_people_too(bot: Serving) -> None:
    """The bot is no member there: it can only answer by the address that the command came with."""
    bot.slack.workspace.places["D0OTHERS1"] = Place("D0OTHERS1", {STAFF, SWEDISH})
    reply = await bot.somebody(STAFF).ask(OWNER, place="D0OTHERS1")
    assert "Kirjaston Instagram" in reply.words


@pytest.mark.parametrize("place", ["C0PRIVATE", f"D{SECRETARY[1:]}"], ids=["a private channel", "the bot's own"])
async def test_where_the_bot_is_no_member_as_elsewhere_a_command_is_answered_shared_and_opens_its_form(
    slack: FakeSlack, tmp_path: Path, place: str
) -> None:
    async with on_a_clock(tmp_path, slack, NOON) as bot:
        slack.workspace.places["C0PRIVATE"] = Place("C0PRIVATE", {SECRETARY, STAFF})
        slack.workspace.direct(SECRETARY)
        secretary = bot.somebody(SECRETARY)
        reply = await secretary.ask("kuka hoitaa kirjaston facebookia", place=place)
        assert (reply.place, reply.only_to) == (place, SECRETARY)
        await secretary.press(reply, "Jaa")
        await secretary.press(await secretary.sees_instead(reply, "muiden organisaatioiden"), "Jaa kaikki")
        shared = await secretary.reads("Kirjaston Facebook")
        assert (shared.place, shared.only_to) == (place, None)
        await secretary.command("muokkaa kirjaston facebook", place=place)
        form = await secretary.modal("Kirjaston Facebook")
        await secretary.submit(form, {block_labelled(form, "Tarkoitus"): f"Uutisia: {place}"})
        assert (await secretary.reads("Kirjaston Facebook")).place == place


async def test_the_language_is_that_of_the_question_else_of_the_persons_slack(bot: Serving) -> None:
    finnish, swedish, english = (bot.somebody(user) for user in (STAFF, SWEDISH, ENGLISH))
    assert "Näin voin auttaa" in (await finnish.ask("")).words
    assert "Näin voin auttaa" not in (await swedish.ask("")).words
    helps = {(await somebody.ask("")).text for somebody in (finnish, swedish, english)}
    assert len(helps) == 3
    assert "Bildningstj" in (await finnish.ask("vem sköter bibliotekets instagram")).words
    assert "Education and culture" in (await finnish.ask("who looks after the library instagram")).words


async def test_a_person_of_an_enterprise_grid_is_a_person(bot: Serving) -> None:
    bot.slack.workspace.add(User("W0STAFF09", "Konsernin työntekijä", "w@esimerkki.fi"))
    reply = await bot.somebody("W0STAFF09").ask(OWNER)
    assert "Kirjastotoimenjohtaja" in reply.words


async def test_what_slack_has_escaped_is_read_and_shown_as_it_was_typed(bot: Serving) -> None:
    secretary = bot.somebody(SECRETARY)
    line = "rekisteröi https://www.threads.net/@lapset nimi=Lasten &amp; nuorten &lt;kirjasto&gt; yksikkö=Kirjasto"
    reply = await secretary.ask(f"{line} vastuu=<@U0BOSS001|kunnanjohtaja> ylläpitäjät=<@U0LIB0001>")
    assert "Lasten & nuorten <kirjasto>" in "\n".join(words(reply.blocks))
    found = await bot.somebody(STAFF).ask("kuka vastaa lasten threadsista")
    assert "Kunnanjohtaja" in found.words
    assert "&amp;" not in "\n".join(words(found.blocks))


async def test_people_are_named_as_slack_names_them(bot: Serving) -> None:
    bot.slack.workspace.add(User("U0NEWHIRE", "Uusi viestijä", "uusi@esimerkki.fi"))
    newcomer = bot.somebody("U0NEWHIRE")
    await newcomer.ask("")
    line = "rekisteröi https://www.threads.net/@uusi nimi=Uusi kanava yksikkö=Kirjastopalvelut vastuu=<@U0NEWHIRE>"
    await bot.somebody(SECRETARY).ask(line)
    found = await bot.somebody(STAFF).ask("kuka vastaa uusi kanava threadsista")
    assert "Uusi viestijä" in found.words
    assert "U0NEWHIRE" not in found.words


async def test_what_is_about_the_asker_alone_stays_private_where_it_is_asked_in_public(bot: Serving) -> None:
    asker, other = bot.somebody("U0LIB0001"), bot.somebody(STAFF)
    await asker.mention("omat")
    reply = await asker.reads("Kirjaston Instagram")
    assert reply.only_to == "U0LIB0001"
    assert other.unread == []


@pytest.mark.parametrize("value", ['[99,"share","fi","moi"]', '[1,"unheard_of","fi"]', "no JSON", "[]", "null", "[[[["])
async def test_a_button_of_a_message_long_ago_is_answered_in_words(bot: Serving, value: str) -> None:
    asker = bot.somebody(STAFF)
    old = {"action_id": "share:0", "text": {"type": "plain_text", "text": "Vanha"}, "value": value}
    assert (await asker.act(old, "b", place=GENERAL)).status == 200
    assert (await asker.reads("vanhasta viestistä")).only_to == STAFF


async def test_a_button_of_an_older_message_that_carries_a_mention_still_does_what_it_says(bot: Serving) -> None:
    maintainer = bot.somebody("U0LIB0001")
    value = encode(Action(Verb.SAY, ("luovutan kirjaston instagramin <@U0LIB0002|ylläpitäjä>",), Language.FI))
    button = {"type": "button", "action_id": "say:1", "value": value, "text": {"type": "plain_text", "text": "Avaa"}}
    assert (await maintainer.act(button, "b1", place=GENERAL)).status == 200
    form = await maintainer.modal()
    assert '"initial_user": "U0LIB0002"' in json.dumps(form.content)
