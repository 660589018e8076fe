"""Who is who in Slack: guests, strangers, bots and those who have left are told apart from the staff."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.storage.embedded.loading import JOURNAL
from tests.fake_slack import sending
from tests.fake_slack.server import FakeSlack
from tests.fake_slack.serving import Serving, run, serving
from tests.fake_slack.somebody import Somebody
from tests.fake_slack.workspace import BOT_USER, GENERAL, User

pytestmark = pytest.mark.asyncio(loop_scope="module")

STAFF, SECRETARY, LIBRARIAN = "U0STAFF01", "U0ICT0001", "U0LIB0001"
OWNER = "kuka vastaa kirjaston instagramista"
STRANGERS = {
    "a guest": "U0GUEST01",
    "a guest of one channel": "U0GUEST02",
    "somebody of another workspace": "U0ALIEN01",
    "somebody who left": "U0GONE001",
    "a bot": "U0ROBOT01",
}


async def change(bot: Serving, user: User, kind: str = "user_change") -> None:
    """Tell the bot how ``user`` is now."""
    event = {"type": kind, "user": user.as_json(locale=True, email=True), "cache_ts": 1, "event_ts": "1764000000.1"}
    assert (await bot.sender.event(sending.envelope(event))).status == 200


@pytest.mark.parametrize("user", STRANGERS.values(), ids=STRANGERS)
async def test_a_stranger_gets_public_facts_only(bot: Serving, user: str) -> None:
    reply = await bot.somebody(user).ask(OWNER)
    assert "Kirjaston Instagram" in reply.words
    for name in ("Kirjastotoimenjohtaja", "Kirjaston ylläpitäjä", "ICT-sihteeri 1"):
        assert name not in reply.words


async def test_people_of_the_same_enterprise_are_staff_whatever_their_workspace(
    slack: FakeSlack, imported: Path, tmp_path: Path
) -> None:
    slack.workspace.enterprise = "E0CONCERN"
    ours, others = "W0SISTER1", "W0FOREIGN"
    slack.workspace.add(
        User(ours, "Kuntayhtymästä", team="T0SISTER1", enterprise="E0CONCERN"),
        User(others, "Toisesta konsernista", team="T0FOREIGN", enterprise="E0FOREIGN"),
    )
    async with serving(tmp_path, slack, data=imported) as bot:
        for user, is_staff in ((ours, True), (others, False)):
            asker = bot.somebody(user)
            event = sending.mention(user, f"<@{BOT_USER}> {OWNER}", place=GENERAL, ts=slack.workspace.ts())
            envelope = {**sending.envelope(event), "team_id": None, "context_team_id": None}
            assert (await asker.sender.event(envelope)).status == 200
            assert ("Kirjastotoimenjohtaja" in (await asker.reads()).words) is is_staff


@pytest.mark.parametrize("user", ["U0GUEST01", "U0ALIEN01"])
async def test_a_strangers_mention_is_answered_with_public_facts_only(bot: Serving, user: str) -> None:
    asker = bot.somebody(user)
    await asker.mention(OWNER)
    reply = await asker.reads("Kirjaston Instagram")
    assert "Kirjastotoimenjohtaja" not in reply.words


@pytest.mark.parametrize("user", [*STRANGERS.values(), STAFF])
async def test_only_the_ict_secretary_registers_channels(bot: Serving, user: str) -> None:
    """The one of another workspace even has the ICT secretary's e-mail address, and it counts for nothing."""
    reply = await bot.somebody(user).ask("rekisteröi")
    assert bot.slack.views.top(user) is None
    assert reply.only_to == user


async def test_what_a_guest_presses_gives_no_more_than_what_a_guest_asks(bot: Serving) -> None:
    asker, guest = bot.somebody(STAFF), bot.somebody("U0GUEST01")
    await asker.press(await asker.ask("kuka hoitaa facebookia"), "Jaa tähän")
    shared = await guest.reads("Kirjaston Facebook")
    for button in shared.buttons:
        await guest.press(shared, button["text"]["text"])
    await guest.ask("")
    assert not [one for one in guest.unread if "Kirjastotoimenjohtaja" in one.words and one.only_to == guest.id]


@pytest.mark.parametrize(
    ("secretary_id", "address"),
    [(SECRETARY, "ICT@esimerkki.fi"), (STAFF, "tyontekija@esimerkki.fi")],
    ids=["whom the register knows by Slack's id", "whom the register does not know"],
)
async def test_the_ict_secretary_is_joined_by_an_address_of_the_municipality(
    slack: FakeSlack, imported: Path, tmp_path: Path, secretary_id: str, address: str
) -> None:
    settings: dict[str, Any] = {
        "SOME_ICT_SECRETARIES": f"{address},ict@muualla.fi",
        "SOME_EMAIL_DOMAINS": "esimerkki.fi",
    }
    slack.workspace.add(User("U0OUTSIDE", "Ulkopuolinen", "ict@muualla.fi"))
    slack.workspace.add(User("U0LOOKALK", "Matkija", "ict@esimerkki.fi.muualla.fi"))
    async with serving(tmp_path, slack, data=imported, **settings) as bot:
        for user in ("U0OUTSIDE", "U0LOOKALK", "U0ALIEN01"):
            await bot.somebody(user).ask("rekisteröi")
            assert slack.views.top(user) is None
        secretary = bot.somebody(secretary_id)
        await secretary.command("rekisteröi")
        assert "Kanavan nimi" in await secretary.sees("Osoite")


async def test_without_the_scope_for_addresses_nobody_is_joined_by_one(
    slack: FakeSlack, imported: Path, tmp_path: Path
) -> None:
    slack.scopes.discard("users:read.email")
    async with serving(tmp_path, slack, data=imported, SOME_ICT_SECRETARIES="ict@esimerkki.fi") as bot:
        await bot.somebody(SECRETARY).ask("rekisteröi")
        assert slack.views.top(SECRETARY) is None
        assert "Kirjastotoimenjohtaja" in (await bot.somebody(STAFF).ask(OWNER)).words


async def test_when_somebody_leaves_their_channels_are_brought_to_the_ict_secretary(own_bot: Serving) -> None:
    slack, secretary = own_bot.slack, own_bot.somebody(SECRETARY)
    librarian = slack.workspace.users[LIBRARIAN]
    librarian.deleted = True
    await change(own_bot, librarian)
    notice = await secretary.reads("Kirjaston Instagram")
    assert "Kirjaston Facebook" in notice.words
    assert notice.place == slack.workspace.direct(SECRETARY).id
    await change(own_bot, librarian)
    assert await own_bot.stop() == 0
    assert [one for one in secretary.unread if "Kirjaston Instagram" in one.words] == [], "said twice"


async def test_somebody_who_left_and_keeps_nothing_is_no_news(own_bot: Serving) -> None:
    gone = own_bot.slack.workspace.users[STAFF]
    gone.deleted = True
    await change(own_bot, gone)
    assert await own_bot.stop() == 0
    assert own_bot.slack.workspace.shown == []


async def test_somebody_who_left_loses_their_rights_at_once(own_bot: Serving) -> None:
    slack, secretary = own_bot.slack, own_bot.somebody(SECRETARY)
    await secretary.ask("")
    slack.workspace.users[SECRETARY].deleted = True
    await change(own_bot, slack.workspace.users[SECRETARY])
    await secretary.ask("rekisteröi")
    assert slack.views.top(SECRETARY) is None


async def test_somebody_who_becomes_a_guest_gets_public_facts_from_then_on(own_bot: Serving) -> None:
    asker = own_bot.somebody(STAFF)
    assert "Kirjastotoimenjohtaja" in (await asker.ask(OWNER)).words
    user = own_bot.slack.workspace.users[STAFF]
    user.is_restricted = True
    await change(own_bot, user)
    assert "Kirjastotoimenjohtaja" not in (await asker.ask(OWNER)).words


async def test_a_new_language_in_slack_is_the_language_of_the_next_reply(own_bot: Serving) -> None:
    asker = own_bot.somebody(STAFF)
    finnish = await asker.ask("")
    user = own_bot.slack.workspace.users[STAFF]
    user.locale = "sv-SE"
    await change(own_bot, user)
    elsewhere = own_bot.slack.workspace.direct(STAFF).id  # where nothing has been said in Finnish yet
    swedish = await asker.ask("", place=elsewhere)
    assert swedish.text != finnish.text
    assert swedish.text == (await own_bot.somebody("U0STAFF02").ask("")).text


async def test_somebody_new_is_known_when_they_ask(own_bot: Serving) -> None:
    user = User("U0NEWONE1", "Uusi työntekijä", "uusi@esimerkki.fi", locale="en-GB")
    own_bot.slack.workspace.add(user)
    await change(own_bot, user, "team_join")
    assert "Kirjastotoimenjohtaja" in (await own_bot.somebody("U0NEWONE1").ask(OWNER)).words


async def test_who_somebody_is_is_asked_once_for_many_messages(own_bot: Serving) -> None:
    asker = own_bot.somebody(STAFF)
    for _ in range(10):
        await asker.ask(OWNER)
    asked = [call for call in own_bot.slack.called("users.info") if call["user"] == STAFF]
    assert len(asked) == 1


async def has_told_a_name(bot: Serving, asker: Somebody) -> bool:
    """Whether what the directory told is kept, after a while."""
    for _ in range(20):
        if any("Uusi Nimi" in path.read_text("utf-8") for path in bot.folder.rglob(JOURNAL)):
            return True
        await asker.ask("")
    return False


async def test_the_history_shows_what_people_have_changed_and_not_the_names_that_the_directory_tells(
    own_bot: Serving,
) -> None:
    secretary = own_bot.somebody(SECRETARY)
    user = own_bot.slack.workspace.users[LIBRARIAN]
    await change(own_bot, User(user.id, "Uusi Nimi", user.email))
    assert await has_told_a_name(own_bot, secretary)
    _, printed, _ = await run(own_bot.folder, own_bot.slack, "register", "history")
    assert "directory" not in printed
    await secretary.ask("muokkaa kirjaston instagram nimi=Kirjasto Instassa")
    for words in ("historia", "historik", "history"):
        reply = await secretary.ask(words)
        assert "Kirjasto Instassa" in reply.words
        assert "Pahoittelut" not in reply.words
