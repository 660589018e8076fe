"""People whom only the workspace knows are shown by their names, and only the municipality's own can be picked."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from bot.domain.calendar.working_time import Days
from bot.services.reminders.documents import ABSENCES
from tests.fake_slack import sending
from tests.fake_slack.on_a_clock import on_a_clock
from tests.fake_slack.server import FakeSlack
from tests.fake_slack.serving import Serving, serving
from tests.fake_slack.somebody import block_labelled, seen_in
from tests.fake_slack.views import View
from tests.fake_slack.workspace import BOT_USER, SLACKBOT, Json
from tests.support.bot_in_memory import HELSINKI

pytestmark = pytest.mark.asyncio(loop_scope="module")

SECRETARY, BOSS, LIBRARIAN, COVER, NEWCOMER = "U0ICT0001", "U0BOSS001", "U0LIB0001", "U0STAFF02", "U0STAFF03"
_ID = re.compile(r"\b(?:slack[-:])?[UW](?=[A-Z]*\d)[A-Z\d]{7,}|\bslack-u\w+|console[:-]\w+|\boperator\b|\bdirectory\b")
NOBODYS = {
    "a guest": ("U0GUEST01", "vierastili"),
    "a guest of one channel": ("U0GUEST02", "vierastili"),
    "somebody of another workspace": ("U0ALIEN01", "toisesta työtilasta"),
    "somebody whose account is closed": ("U0GONE001", "suljettu"),
    "a bot": ("U0ROBOT01", "botti"),
    "the bot itself": (BOT_USER, "botti"),
    "Slackbot": (SLACKBOT, "botti"),
    "nobody": ("U0NOBODY1", "ei löydy ketään"),
}


def filled(view: View, **values: object) -> Json:
    return {block_labelled(view, label): value for label, value in values.items()}


async def register(bot: Serving, responsible: str = BOSS) -> None:
    """Register the museum's channel by form; where the form comes back, it stays open."""
    secretary = bot.somebody(SECRETARY)
    await secretary.command("rekisteröi")
    view = await secretary.modal()
    values: Json = {
        "Osoite": "https://www.threads.net/@esimerkkimuseo",
        "Yksikkö": "Museopalvelut",
        "Vastuuhenkilö": responsible,
        "Ylläpitäjät": [LIBRARIAN],
    }
    await secretary.submit(view, filled(view, **values, **{"Kanavan nimi": "Museon Threads"}))
    if responsible == BOSS:
        await secretary.sees("rekisteri")
        bot.slack.views.close(SECRETARY, all_of_them=True)


async def test_nobody_is_shown_by_an_id_who_has_a_name_in_the_workspace(slack: FakeSlack, tmp_path: Path) -> None:
    async with serving(tmp_path, slack) as bot:
        secretary, librarian = bot.somebody(SECRETARY), bot.somebody(LIBRARIAN)
        asked = await bot.somebody(NEWCOMER).ask("haluamme avata uuden kanavan")
        assert "ICT-sihteeri" in asked.words
        await register(bot)
        await bot.somebody(NEWCOMER).ask("kuka vastaa museon threadsista")

        await librarian.command(f"olen lomalla 1.7.–31.7., sijainen <@{COVER}>")
        await librarian.reads("Medarbetare")

        await librarian.command("luovuta museon threads")
        view = await librarian.modal("Uusi ylläpitäjä")
        await librarian.submit(view, filled(view, Uusi=NEWCOMER, Valtuutuksen=BOSS))
        await librarian.sees("Employee")
        newcomer = bot.somebody(NEWCOMER)
        await newcomer.press(await newcomer.reads("Authorised by"), "I’ll take it")
        await librarian.reads("Museon Threads")

        for text in ("historia", "peru", "tarkastus"):
            await secretary.ask(text)
        assert await bot.stop() == 0
    shown = "\n".join(one.words for one in slack.workspace.shown if one.way != "a person")
    assert _ID.findall(shown) == []


@pytest.mark.parametrize(("user", "word"), NOBODYS.values(), ids=NOBODYS)
async def test_only_the_staff_can_be_picked_for_a_channel(bot: Serving, user: str, word: str) -> None:
    await register(bot, responsible=user)
    assert word in seen_in(await bot.somebody(SECRETARY).modal(word))
    bot.slack.views.close(SECRETARY, all_of_them=True)


@pytest.mark.parametrize(("user", "word"), NOBODYS.values(), ids=NOBODYS)
async def test_only_the_staff_can_be_named_as_a_cover_on_a_line(bot: Serving, user: str, word: str) -> None:
    librarian = bot.somebody(LIBRARIAN)
    await librarian.command(f"olen lomalla 1.7.–31.7., sijainen <@{user}>")
    assert word in seen_in(await librarian.modal("Sijainen"))
    bot.slack.views.close(LIBRARIAN, all_of_them=True)


@pytest.mark.parametrize(("user", "word"), [*NOBODYS.values(), (LIBRARIAN, "samalle henkilölle")])
async def test_a_channel_is_handed_over_to_another_of_the_staff_alone(bot: Serving, user: str, word: str) -> None:
    librarian = bot.somebody(LIBRARIAN)
    await librarian.command("luovuta kirjaston facebook")
    view = await librarian.modal("Uusi ylläpitäjä")
    await librarian.submit(view, filled(view, Uusi=user, Valtuutuksen=BOSS))
    assert word in seen_in(await librarian.modal(word))
    bot.slack.views.close(LIBRARIAN, all_of_them=True)


async def test_who_left_long_ago_can_still_be_taken_off_a_channel(bot: Serving) -> None:
    secretary = bot.somebody(SECRETARY)
    await secretary.command("muokkaa kirjaston facebook poista=U0GONE001")
    await secretary.sees("Kirjaston Facebook")
    assert bot.slack.views.top(SECRETARY) is None


async def test_a_status_until_a_day_is_offered_as_an_absence_and_what_it_says_is_not_kept(
    slack: FakeSlack, tmp_path: Path
) -> None:
    async with on_a_clock(tmp_path, slack, datetime(2026, 11, 23, 10, tzinfo=HELSINKI)) as bot:
        librarian = bot.somebody(LIBRARIAN)
        user = slack.workspace.users[LIBRARIAN].as_json(locale=True, email=True)
        midnight = datetime(2026, 12, 5, tzinfo=HELSINKI)
        user["profile"] |= {"status_text": "Salaisuus", "status_expiration": int(midnight.timestamp())}
        event = {"type": "user_change", "user": user, "cache_ts": 1, "event_ts": "1764000000.1"}
        assert (await librarian.sender.event(sending.envelope(event))).status == 200
        await bot.settle()
        notice = await librarian.reads("4.12.2026 asti")
        await librarian.press(notice, "Olen poissa")
        view = await librarian.modal("Sijainen")
        await librarian.submit(view, {})
        await bot.settle()
        (absence,) = (await bot.application.store.read()).of(ABSENCES).values()
        assert absence.days == Days(date(2026, 11, 23), date(2026, 12, 4))
    kept = "".join(path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.json*"))
    assert "Salaisuus" not in kept
