"""What people do with reminders in Slack, as journeys on local-slack's page, while the days of the bot go by."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.driving import picture
from tests.fake_slack import sending
from tests.fake_slack.workspace import User
from tests.local_slack.driving import act_as, field, go_to, latest, messages, modal, press, write
from tests.local_slack.workspace import (
    COMMUNICATIONS,
    HEAD,
    LIBRARIAN,
    PEOPLE,
    SECOND,
    SECRETARY,
    STAFF,
    LocalSlack,
    find_binary,
    local_slack,
)
from tests.support.bot_in_memory import HELSINKI

pytestmark = pytest.mark.browser

INSTALLED = datetime(2026, 11, 23, 12, 0, tzinfo=HELSINKI)
"""A Monday. For two weeks only the ICT secretary gets to know what people would get."""
START, THIRD = date(2026, 12, 7), date(2026, 12, 17)
"""When maintainers get their first reminder, and when their third."""
DAY = timedelta(days=1)
BOT_ON_A_CLOCK = (sys.executable, "-m", "tests.local_slack.clocked_bot", INSTALLED.isoformat())


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[LocalSlack]:
    with local_slack(find_binary(), tmp_path, BOT_ON_A_CLOCK, ready="/clock", SOME_DAYS_OFF="") as workspace:
        yield workspace


def move_to(workspace: LocalSlack, day: date) -> None:
    """Let the days go by until ``day``, a minute after reminders have gone out."""
    workspace.move_clock(datetime.combine(day, time(9, 1), HELSINKI))


async def inbox(page: Page, user: str, *, count: int) -> Locator:
    """Be that person, and look at the newest of the ``count`` messages that the bot has written to them."""
    await act_as(page, user)
    await go_to(page, PEOPLE[user])
    await expect(messages(page)).to_have_count(count)
    return latest(page)


async def away(page: Page, reminder: Locator, cover: str) -> None:
    """Press *I am away* on the reminder, and send the modal in."""
    await press(reminder, "Olen poissa")
    await field(page, "Viimeinen päivä").fill("2026-12-23")
    await field(page, "Sijainen").select_option(label=PEOPLE[cover])
    await modal(page).get_by_role("button", name="Tallenna").click()
    await expect(reminder).to_contain_text("sijaisesi hoitaa kanavaa 23.12.2026 asti")
    await expect(reminder.get_by_role("button")).to_have_count(0)
    await expect(modal(page)).to_have_count(0)


async def test_updated_changes_the_reminder_is_noted_and_ends_the_reminders(page: Page, workspace: LocalSlack) -> None:
    move_to(workspace, START)
    reminder = await inbox(page, LIBRARIAN, count=1)
    await expect(reminder).to_contain_text("Onko kanavaa päivitetty 20.11.2026 jälkeen?")
    await expect(reminder.get_by_role("button", name="Päivitetty tänään")).to_have_count(2)
    await press(reminder, "Päivitetty tänään")
    await expect(reminder).to_contain_text("Kirjaston Instagram: merkitty päivitetyksi 7.12.2026")
    await expect(reminder.get_by_role("button", name="Päivitetty tänään")).to_have_count(1)
    await page.mouse.move(0, 0)
    await picture(page, "slack-reminder-1-updated")

    await act_as(page, STAFF)
    await go_to(page, "yleinen")
    await write(page, "/some kuka vastaa kirjaston instagramista")
    await expect(latest(page)).to_contain_text("7.12.2026")
    move_to(workspace, THIRD)
    await inbox(page, SECOND, count=1)
    later = await inbox(page, LIBRARIAN, count=3)
    await expect(later).to_contain_text("Kirjaston Facebook")
    await expect(later).not_to_contain_text("Kirjaston Instagram")


async def test_later_comes_back_on_its_day(page: Page, workspace: LocalSlack) -> None:
    move_to(workspace, START)
    reminder = await inbox(page, SECOND, count=1)
    await reminder.get_by_role("combobox").first.select_option(label="3 päivän päästä")
    await expect(reminder).to_contain_text("muistutan uudestaan 10.12.2026")
    move_to(workspace, START + 2 * DAY)
    await inbox(page, SECOND, count=1)
    move_to(workspace, START + 3 * DAY)
    await expect(await inbox(page, SECOND, count=2)).to_contain_text("Kirjaston Instagram")
    await picture(page, "slack-reminder-2-later")


async def test_whoever_is_away_names_a_cover_who_is_asked_and_gets_the_next_round(
    page: Page, workspace: LocalSlack
) -> None:
    move_to(workspace, START)
    await away(page, await inbox(page, LIBRARIAN, count=1), cover=STAFF)
    await picture(page, "slack-reminder-3-away")
    move_to(workspace, START)
    asked = await inbox(page, STAFF, count=1)
    await expect(asked).to_contain_text("Kirjaston Facebook")
    await expect(asked.get_by_role("button", name="En voi olla sijaisena")).to_be_visible()
    await picture(page, "slack-reminder-4-cover-asked")

    move_to(workspace, START + 3 * DAY)
    reminder = await inbox(page, STAFF, count=2)
    await expect(reminder).to_contain_text("Kirjaston Facebook")
    await expect(reminder).to_contain_text("Kysyn sinulta, koska Kirjaston ylläpitäjä 1 on poissa")
    await picture(page, "slack-reminder-5-cover")
    await inbox(page, LIBRARIAN, count=1)
    await inbox(page, STAFF, count=2)
    await press(reminder, "Päivitetty tänään")
    await expect(reminder).to_contain_text("merkitty päivitetyksi 10.12.2026")


async def both_maintainers_away(page: Page, workspace: LocalSlack) -> None:
    """The library's maintainers are away: the second covers for the first, and has a cover of their own."""
    move_to(workspace, START)
    await away(page, await inbox(page, LIBRARIAN, count=1), cover=SECOND)
    await away(page, await inbox(page, SECOND, count=1), cover=COMMUNICATIONS)


async def test_where_the_cover_is_away_too_the_responsible_person_is_asked(page: Page, workspace: LocalSlack) -> None:
    """On the day of the maintainers' third reminder, on which nothing is due to the responsible person themself."""
    await both_maintainers_away(page, workspace)
    move_to(workspace, THIRD)
    reminder = await inbox(page, HEAD, count=2)
    await expect(reminder).to_contain_text("Kirjaston Facebook")
    await expect(reminder).to_contain_text("Kysyn sinulta, koska Kirjaston ylläpitäjä 1 on poissa")
    await picture(page, "slack-reminder-6-responsible")


async def test_where_the_responsible_person_is_away_as_well_the_ict_secretary_is_asked(
    page: Page, workspace: LocalSlack
) -> None:
    await both_maintainers_away(page, workspace)
    await act_as(page, HEAD)
    await go_to(page, "yleinen")
    await write(page, f"/some olen lomalla 7.12.–23.12., sijainen <@{STAFF}>")
    await expect(latest(page)).to_contain_text("Poissa 7.12.2026–23.12.2026")
    move_to(workspace, START + 3 * DAY)
    await act_as(page, SECRETARY)
    await go_to(page, PEOPLE[SECRETARY])
    reminder = latest(page)
    await expect(reminder).to_contain_text("Kirjaston Facebook")
    await expect(reminder).to_contain_text("Kysyn sinulta, koska Kirjaston ylläpitäjä 1 on poissa")
    await picture(page, "slack-reminder-7-secretary")


async def test_in_shadow_the_secretary_sees_who_would_get_what_until_they_start_it(
    page: Page, workspace: LocalSlack
) -> None:
    move_to(workspace, INSTALLED.date() + DAY)
    preview = await inbox(page, SECRETARY, count=1)
    await expect(preview).to_contain_text("Muistutuksia ei vielä lähetetä")
    await expect(preview).to_contain_text("Viestintäsuunnittelija: Kunnan Facebook")
    await picture(page, "slack-reminder-8-preview")
    await press(preview, "Aloita muistutukset")
    await expect(preview).to_contain_text("lähetetään 25.11.2026 alkaen")
    await expect(preview.get_by_role("button", name="Aloita muistutukset")).to_have_count(0)
    await expect(page.locator(".sidebar-item").filter(has_text=PEOPLE[COMMUNICATIONS])).to_have_count(0)

    move_to(workspace, INSTALLED.date() + 2 * DAY)
    await expect(await inbox(page, COMMUNICATIONS, count=1)).to_contain_text("Kunnan Facebook")


def test_the_relay_to_the_bots_time_leaves_nothing_of_the_check_of_signatures_out(workspace: LocalSlack) -> None:
    event = sending.envelope(
        {"type": "user_change", "user": User(STAFF, PEOPLE[STAFF]).as_json(locale=True, email=True)}
    )
    assert workspace.send(event) == 200
    assert workspace.send(event, secret="somebody else's") == 401
    assert workspace.send(event, late=3600) == 401
