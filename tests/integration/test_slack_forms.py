"""Forms in Slack are modals: opened by words, shortcuts and buttons, mended where a field is wrong, and never lost."""

from __future__ import annotations

import json

import pytest

from tests.fake_slack import sending
from tests.fake_slack.misbehaving import Held
from tests.fake_slack.serving import Serving
from tests.fake_slack.somebody import block_labelled, seen_in
from tests.fake_slack.views import View
from tests.fake_slack.workspace import Json

pytestmark = pytest.mark.asyncio(loop_scope="module")

STAFF, SECRETARY, BOSS, LIBRARIAN = "U0STAFF01", "U0ICT0001", "U0BOSS001", "U0LIB0001"


def filled(view: View, **more: object) -> Json:
    """A museum's channel, as the ICT secretary fills it in; ``more`` says what is otherwise, by field."""
    values = {
        "Kanavan nimi": "Museon Threads",
        "Osoite": "https://www.threads.net/@esimerkkimuseo",
        "Yksikkö": "Museopalvelut",
        "Vastuuhenkilö": BOSS,
        "Ylläpitäjät": [LIBRARIAN],
        **more,
    }
    return {block_labelled(view, label): value for label, value in values.items()}


async def register(bot: Serving, **more: object) -> None:
    """Register a channel by form, and wait until the ICT secretary sees that it is done."""
    secretary = bot.somebody(SECRETARY)
    await secretary.command("rekisteröi")
    view = await secretary.modal()
    assert (await secretary.submit(view, filled(view, **more))).status == 200
    await secretary.sees("rekisteri")
    bot.slack.views.close(SECRETARY, all_of_them=True)


async def test_a_wrong_field_is_told_at_the_field_and_what_was_typed_stays(bot: Serving) -> None:
    secretary = bot.somebody(SECRETARY)
    await secretary.command("rekisteröi")
    view = await secretary.modal()
    wrong = filled(view, Osoite="threads museo")
    assert (await secretary.submit(view, wrong)).status == 200
    view = await secretary.modal("Kirjoita koko osoite")
    assert view.errors or "Museon Threads" in json.dumps(view.content, ensure_ascii=False)

    assert (await secretary.submit(view, filled(view))).status == 200
    await secretary.sees("Museon Threads")
    bot.slack.views.close(SECRETARY, all_of_them=True)
    found = await bot.somebody(STAFF).ask("kuka vastaa museon threadsista")
    assert "Kunnanjohtaja" in found.words
    assert "Kirjaston ylläpitäjä 1" in found.words


async def test_whoever_is_named_in_a_form_is_told_in_a_direct_message(bot: Serving) -> None:
    boss, librarian = bot.somebody(BOSS), bot.somebody(LIBRARIAN)
    await register(bot, **{"Kanavan nimi": "Museon näyttelyt", "Osoite": "https://www.threads.net/@museonayttelyt"})
    for somebody in (boss, librarian):
        notice = await somebody.reads("Museon näyttelyt")
        assert notice.place == bot.slack.workspace.direct(somebody.id).id
        assert notice.text


async def test_a_form_is_acknowledged_while_slack_is_slow_to_take_the_notices(bot: Serving) -> None:
    librarian, held = bot.somebody(LIBRARIAN), Held()
    bot.slack.misbehave("chat.postMessage", held)
    bot.slack.misbehave("conversations.open", held)
    await register(bot, **{"Kanavan nimi": "Museon kahvila", "Osoite": "https://www.threads.net/@museonkahvila"})
    await held.begun.wait()
    assert librarian.unread == []
    held.released.set()
    await librarian.reads("Museon kahvila")


async def test_the_later_of_two_editors_sees_what_changed(bot: Serving) -> None:
    first, second = bot.somebody(SECRETARY), bot.somebody(SECRETARY)
    await first.command("muokkaa kirjaston facebook")
    view = await first.modal()
    await second.ask("muokkaa kirjaston facebook nimi=Kirjasto Facessa")
    purpose = {block_labelled(view, "Tarkoitus"): "Tapahtumat ja uutuudet"}
    assert (await first.submit(view, purpose)).status == 200
    view = await first.modal("Kirjasto Facessa")
    assert "Tapahtumat ja uutuudet" in json.dumps(view.content, ensure_ascii=False), "what was typed is lost"
    bot.slack.views.close(SECRETARY, all_of_them=True)


async def test_a_modal_is_changed_only_as_it_was_seen(bot: Serving) -> None:
    """What the bot does to a view later carries the hash of the one it means."""
    await register(bot, **{"Kanavan nimi": "Museon kuvat", "Osoite": "https://www.threads.net/@museonkuvat"})
    assert bot.slack.views.unguarded == []


async def test_what_is_sent_in_twice_is_told_at_its_field_to_be_there_already(bot: Serving) -> None:
    secretary = bot.somebody(SECRETARY)
    await secretary.command("rekisteröi")
    view = await secretary.modal()
    values = filled(view, **{"Kanavan nimi": "Museon kauppa", "Osoite": "https://www.threads.net/@museonkauppa"})
    first = await secretary.submit(view, values)
    await secretary.sees("rekisteri")
    bot.slack.views.close(SECRETARY, all_of_them=True)
    await secretary.command("rekisteröi")
    second = await secretary.submit(await secretary.modal(), values)
    assert (first.status, second.status) == (200, 200)
    assert "Museon kauppa" in json.loads(second.text)["errors"]["url"]
    bot.slack.views.close(SECRETARY, all_of_them=True)


async def test_a_modal_of_another_version_is_said_to_be_old(bot: Serving) -> None:
    secretary = bot.somebody(SECRETARY)
    await secretary.command("rekisteröi")
    view = await secretary.modal()
    for metadata in ("", "{}", '["register"]', "no JSON"):
        view.content["private_metadata"] = metadata
        assert (await secretary.submit(view, filled(view))).status == 200
        view = await secretary.modal("vanhasta")
        await secretary.close(view)
        await secretary.command("rekisteröi")
        view = await secretary.modal("Osoite")
    bot.slack.views.close(SECRETARY, all_of_them=True)


async def test_closing_a_form_saves_nothing(bot: Serving) -> None:
    secretary = bot.somebody(SECRETARY)
    await secretary.command("rekisteröi")
    view = await secretary.modal()
    await secretary.close(view)
    assert "Museon TikTok" not in (await secretary.ask("kanavat")).words


async def test_a_button_opens_a_form(bot: Serving) -> None:
    secretary = bot.somebody(SECRETARY)
    await secretary.press(await secretary.ask("kuka vastaa kunnan facebookista"), "Muuta tietoja")
    assert "Kunnan Facebook" in seen_in(await secretary.modal()) + json.dumps((await secretary.modal()).content)
    bot.slack.views.close(SECRETARY)


async def test_a_form_of_somebody_who_lost_the_right_meanwhile_saves_nothing(own_bot: Serving) -> None:
    slack, secretary = own_bot.slack, own_bot.somebody(SECRETARY)
    await secretary.command("rekisteröi")
    view = await secretary.modal()
    user = slack.workspace.users[SECRETARY]
    user.is_restricted = True
    event = {"type": "user_change", "user": user.as_json(locale=True, email=True), "event_ts": "1764000000.1"}
    assert (await own_bot.sender.event(sending.envelope(event))).status == 200
    assert (await secretary.submit(view, filled(view))).status == 200
    await secretary.sees("vain ICT-sihteeri")
    assert "Museon Threads" not in (await own_bot.somebody(STAFF).ask("kanavat")).words
