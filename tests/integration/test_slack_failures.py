"""Slack on a bad day: people get their answers once all the same, and the bot is there for the next one."""

from __future__ import annotations

import asyncio

import pytest

from tests.fake_slack.misbehaving import Broken, Fault, Held, Html, RateLimited, Refused, Reset
from tests.fake_slack.server import RESPONSE_URL
from tests.fake_slack.serving import Serving
from tests.fake_slack.somebody import Somebody
from tests.fake_slack.workspace import GENERAL, User

pytestmark = pytest.mark.asyncio(loop_scope="module")

STAFF, SECRETARY = "U0STAFF01", "U0ICT0001"
OWNER = "kuka vastaa kirjaston instagramista"


def newcomer(bot: Serving) -> Somebody:
    """A member of staff whom the bot has not met yet, so that it has to ask Slack who this is."""
    id_ = f"U0NEW{len(bot.slack.workspace.users):04}"
    bot.slack.workspace.add(User(id_, "Uusi työntekijä", f"{id_.lower()}@esimerkki.fi"))
    return bot.somebody(id_)


async def test_a_call_that_is_too_much_is_made_again_when_slack_says_and_arrives_once(bot: Serving) -> None:
    limited, asker = RateLimited(1), bot.somebody(STAFF)
    bot.slack.misbehave("chat.postMessage", limited)
    await asker.mention(OWNER)
    await asker.reads("Kirjaston Instagram")
    assert limited.too_early == 0, "the bot did not wait as long as Slack had said"
    await asker.direct(OWNER)
    await asker.reads("Kirjaston Instagram")
    assert asker.unread == []


@pytest.mark.parametrize("fault", [Broken(500), Broken(503), Html(), Refused("fatal_error"), Reset()], ids=str)
async def test_an_answer_that_slack_may_have_dropped_is_not_insisted_on_and_the_next_one_arrives(
    bot: Serving, fault: Fault
) -> None:
    asker = bot.somebody(STAFF)
    bot.slack.misbehave("chat.postMessage", fault, times=1)
    before = len(bot.slack.called("chat.postMessage"))
    await asker.direct(OWNER)
    await bot.slack.until(lambda: len(bot.slack.called("chat.postMessage")) > before)
    await asker.direct("kanavat")
    await asker.reads("Kunnan Facebook")
    assert asker.unread == []


async def test_an_answer_whose_receipt_broke_off_is_not_sent_again(bot: Serving) -> None:
    asker = bot.somebody(STAFF)
    bot.slack.misbehave("chat.postMessage", Reset(half_answered=True), times=1)
    await asker.direct(OWNER)
    await asker.reads("Kirjaston Instagram")
    await asker.direct("kanavat")
    await asker.reads("Kunnan Facebook")
    assert asker.unread == []


@pytest.mark.parametrize(
    "fault",
    [Broken(500), Html(), Reset(), Reset(half_answered=True), RateLimited(3600), Refused("ratelimited")],
    ids=str,
)
async def test_a_command_of_somebody_whom_slack_does_not_tell_about_is_answered_without_names(
    bot: Serving, fault: Fault
) -> None:
    """Whoever cannot be told from a guest gets what a guest gets, or is asked to try again."""
    asker = newcomer(bot)
    bot.slack.misbehave("users.info", fault)
    answer = await asker.command(OWNER)
    assert answer.status == 200
    reply = await asker.reads()
    assert "Kirjastotoimenjohtaja" not in reply.words


@pytest.mark.parametrize(
    "error", ["user_not_found", "user_not_visible", "missing_scope", "invalid_auth", "account_inactive", "fatal_error"]
)
async def test_a_person_whom_slack_does_not_know_gets_public_facts(bot: Serving, error: str) -> None:
    asker = newcomer(bot)
    bot.slack.misbehave("users.info", Refused(error))
    reply = await asker.ask(OWNER)
    assert "Kirjastotoimenjohtaja" not in reply.words
    bot.slack.behave()
    await newcomer(bot).ask(OWNER)  # Slack accepts the token again, and the bot has seen it


async def test_who_somebody_is_becomes_known_as_soon_as_slack_tells(bot: Serving) -> None:
    asker = newcomer(bot)
    bot.slack.misbehave("users.info", Broken(503))
    await asker.ask(OWNER)
    bot.slack.behave()
    assert "Kirjastotoimenjohtaja" in (await asker.ask(OWNER)).words


async def test_an_event_is_acknowledged_while_slack_is_slow_to_take_the_answer(bot: Serving) -> None:
    asker, held = bot.somebody(STAFF), Held()
    bot.slack.misbehave("chat.postMessage", held)
    await asker.mention(OWNER)  # returns when both events are acknowledged, while the fake holds its own answer back
    assert not held.released.is_set()
    assert asker.unread == []
    await held.begun.wait()
    held.released.set()
    await asker.reads("Kirjaston Instagram")


async def test_a_command_of_somebody_new_is_acknowledged_while_slack_is_slow_to_tell_who_it_is(bot: Serving) -> None:
    asker, held = newcomer(bot), Held()
    bot.slack.misbehave("users.info", held)
    assert (await asker.command(OWNER)).status == 200
    await held.begun.wait()
    held.released.set()
    await asker.reads("Kirjaston Instagram")


async def test_a_press_is_acknowledged_while_slack_is_slow_to_show_what_it_brings(bot: Serving) -> None:
    asker, held = bot.somebody(STAFF), Held()
    reply = await asker.ask(OWNER)
    for method in (RESPONSE_URL, "chat.postMessage", "chat.postEphemeral"):
        bot.slack.misbehave(method, held)
    assert (await asker.press(reply, "Jaa tähän")).status == 200
    await held.begun.wait()
    held.released.set()
    await asker.reads("Kirjaston Instagram")


async def test_a_slow_slack_holds_up_nobody_else(bot: Serving) -> None:
    asker, other, held = bot.somebody(STAFF), bot.somebody("U0LIB0001"), Held()
    await other.ask("")  # the bot knows this person
    bot.slack.misbehave("chat.postMessage", held)
    for _ in range(30):
        await asker.direct(OWNER)
    assert "Kirjaston Instagram" in (await other.ask(OWNER)).words
    held.released.set()
    for _ in range(30):
        await asker.reads("Kirjaston Instagram")


@pytest.mark.parametrize("error", ["channel_not_found", "not_in_channel", "is_archived", "missing_scope"])
async def test_where_the_bot_may_not_speak_it_does_not_insist(bot: Serving, error: str) -> None:
    asker = bot.somebody(STAFF)
    bot.slack.misbehave("chat.postMessage", Refused(error))

    def tries() -> int:
        """How often the bot has tried to speak there; notices to people may come between."""
        return sum(call.arguments.get("channel") == GENERAL for call in bot.slack.called("chat.postMessage"))

    before = tries()
    await asker.mention(OWNER)
    await bot.slack.until(lambda: tries() > before)
    assert "Kirjaston Instagram" in (await asker.ask(OWNER)).words
    assert tries() == before + 1


async def test_a_form_that_slack_would_not_open_any_more_is_within_reach(bot: Serving) -> None:
    secretary = bot.somebody(SECRETARY)
    bot.slack.misbehave("views.open", Refused("expired_trigger_id"), times=1)
    assert (await secretary.command("rekisteröi nimi=Museon Threads")).status == 200
    reply = await secretary.reads()
    assert reply.only_to == SECRETARY
    await secretary.press(reply, reply.buttons[0]["text"]["text"])
    view = await secretary.modal()
    values = [block["element"].get("initial_value") for block in view.content["blocks"] if "element" in block]
    assert "Museon Threads" in values, "what was typed is lost"
    await secretary.close(view)


async def test_a_form_for_somebody_new_is_within_reach_when_slack_was_slow(bot: Serving) -> None:
    absent, held = newcomer(bot), Held()
    bot.slack.misbehave("users.info", held)
    asked = asyncio.create_task(absent.command("lomalla"))
    await held.begun.wait()
    bot.slack.advance(4)
    held.released.set()
    assert (await asked).status == 200
    assert (await absent.reads()).only_to == absent.id


async def test_an_address_that_is_used_up_or_too_old_is_no_crash(bot: Serving) -> None:
    asker = bot.somebody(STAFF)
    reply = await asker.ask(OWNER)
    bot.slack.misbehave(RESPONSE_URL, Broken(404), times=1)
    assert (await asker.press(reply, "Jaa tähän")).status == 200
    await bot.slack.until(lambda: bot.slack.called(RESPONSE_URL) or asker.unread)
    assert "Kirjaston Instagram" in (await asker.ask(OWNER)).words


async def test_what_goes_wrong_is_logged_without_words_of_people(own_bot: Serving) -> None:
    slack, asker = own_bot.slack, own_bot.somebody(STAFF)
    secret = "kryptoniittiparsakaali"
    for fault in (Broken(500), Html(), Reset(), Refused("channel_not_found")):
        slack.misbehave("chat.postMessage", fault, times=4)
        event = asyncio.create_task(asker.direct(f"kuka hoitaa {secret}"))
        await asyncio.wait([event])
        event.exception()
        slack.behave()
    slack.misbehave("users.info", Broken(500), times=1)
    await own_bot.somebody("U0BOSS001").command(f"saako {secret} somettaa")
    assert await own_bot.stop() == 0
    log = own_bot.log
    assert own_bot.records, "nothing was logged"
    for private in (
        secret,
        "geheim",
        slack.token,
        slack.signing_secret,
        "Työntekijä",
        "Kunnanjohtaja",
        "@esimerkki.fi",
    ):
        assert private not in log


async def test_an_id_of_the_settings_keeps_its_role_while_slack_does_not_tell_who_it_is(bot: Serving) -> None:
    """Slack has signed the id; only what it says of the person is missing."""
    bot.slack.misbehave("users.info", Refused("fatal_error"))
    decider = bot.somebody("U0BOSS001")
    report = await decider.ask(OWNER)
    assert "Kirjastotoimenjohtaja" in report.words
    assert "Slack ei juuri nyt kerro" not in report.words


async def test_whoever_gets_less_because_slack_is_silent_is_told_so(bot: Serving) -> None:
    asker = newcomer(bot)
    bot.slack.misbehave("users.info", Broken(503))
    assert "Slack ei juuri nyt kerro" in (await asker.ask(OWNER)).words
    bot.slack.behave()
    assert "Slack ei juuri nyt kerro" not in (await asker.ask(OWNER)).words


async def test_a_modal_that_slack_is_too_busy_to_open_is_not_waited_for(bot: Serving) -> None:
    limited, secretary = RateLimited(30), bot.somebody(SECRETARY)
    await secretary.ask("")
    bot.slack.misbehave("views.open", limited, times=1)
    await secretary.command("rekisteröi")
    offer = await secretary.reads("ei ehtinyt aueta")
    await secretary.press(offer, "Avaa lomake")
    await secretary.close(await secretary.modal("Rekisteröi"))
