"""What people do in Teams, as journeys on the Playground's page: the bot behind its own gate, clicks in Chromium.

The Playground opens no dialog from the button of a card, knows no directory to pick people from, takes no message away,
and shows what is for one person's eyes like everything else: those are tried against ``tests/fake_teams``.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from playwright.async_api import Page, expect

from tests.browser import driving
from tests.fake_teams.issuer import bearer
from tests.local_slack.workspace import LIBRARIAN, SECRETARY, STAFF
from tests.playground.driving import field, go_to, latest, mention, messages, picture, press, trigger, write
from tests.playground.workspace import CHANNEL, SET_UP, Playground
from tests.support.bot_in_memory import HELSINKI

pytestmark = pytest.mark.browser

OWNER = "kuka vastaa kirjaston instagramista"
START = date(2026, 12, 7)
"""When maintainers get their first reminder."""
at_staffs_page = pytest.mark.parametrize("playground", [STAFF], indirect=True)
at_the_librarians_page = pytest.mark.parametrize("playground", [LIBRARIAN], indirect=True)
at_the_secretarys_page = pytest.mark.parametrize("playground", [SECRETARY], indirect=True)


def move_to(playground: Playground, day: date) -> None:
    """Let the days go by until ``day``, a minute after reminders have gone out."""
    playground.move_clock(datetime.combine(day, time(9, 1), HELSINKI))


@at_staffs_page
async def test_whoever_installs_the_app_is_told_what_it_can_do(page: Page, playground: Playground) -> None:
    await expect(latest(page)).to_contain_text("Näin voin auttaa")
    await picture(page, latest(page), "1-installed")


@at_the_secretarys_page
async def test_the_secretary_asks_for_the_report_and_sees_its_pictures(page: Page, playground: Playground) -> None:
    await write(page, "raportti")
    pictures = latest(page).get_by_role("img")
    await expect(pictures).to_have_count(2)
    await expect(pictures.first).to_have_accessible_name("Käytössä. 23.11.2026: 6.")
    await expect(pictures.first).to_have_js_property("naturalWidth", 480)
    await picture(page, latest(page), "12-report")


@at_staffs_page
async def test_staff_ask_and_read_the_section(page: Page, playground: Playground) -> None:
    await write(page, "saanko päivittää facebookia työajalla")
    await expect(messages(page)).to_have_count(2)
    answer = latest(page)
    await expect(answer).to_contain_text("Milloin someen saa käyttää työaikaa")
    await expect(answer).to_contain_text("luku 6")
    await picture(page, answer, "2-answer")
    await press(answer, "Lue koko kohta")
    await expect(messages(page)).to_have_count(3)
    await expect(latest(page)).to_contain_text("Henkilöstö sosiaalisen median käyttäjänä")
    await picture(page, latest(page), "3-section")


@at_staffs_page
async def test_staff_find_the_owner_of_a_channel(page: Page, playground: Playground) -> None:
    await write(page, OWNER)
    await expect(messages(page)).to_have_count(2)
    await expect(latest(page)).to_contain_text("Kirjaston Instagram")
    await expect(latest(page)).to_contain_text("Kirjastotoimenjohtaja")
    await picture(page, latest(page), "4-owner")


@at_staffs_page
async def test_a_mention_in_a_channel_is_answered_in_its_thread(page: Page, playground: Playground) -> None:
    await go_to(page, CHANNEL)
    await mention(page, page.get_by_role("textbox").first, OWNER)
    await page.get_by_role("button", name="Post").click()
    thread = page.get_by_role("group").filter(has_text=OWNER)
    await expect(thread).to_contain_text("Kirjastotoimenjohtaja")
    await driving.picture(page, "teams-5-thread")
    await mention(page, thread.get_by_role("textbox"), "entä kuka vastaa kirjaston facebookista")
    await thread.get_by_role("button", name="Send Message").click()
    await expect(thread).to_contain_text("Kirjaston Facebook")
    await expect(messages(page)).to_have_count(2)


@at_staffs_page
async def test_an_answer_to_a_slash_command_is_shared_with_who_asked_what(page: Page, playground: Playground) -> None:
    await go_to(page, "Ryhmä")
    await mention(page, page.get_by_role("textbox").last, f"/some {OWNER}")
    await page.get_by_role("button", name="Send Message").last.click()
    await expect(messages(page)).to_have_count(1)
    await expect(latest(page)).to_contain_text("Kirjastotoimenjohtaja")
    await picture(page, latest(page), "12-private")
    await press(latest(page), "Jaa tähän")
    await expect(messages(page)).to_have_count(2)
    await expect(latest(page)).to_contain_text(f"kysyi: ”{OWNER}”")
    await picture(page, latest(page), "13-shared")


@at_the_secretarys_page
async def test_the_ict_secretary_errs_in_a_form_and_mends_it(page: Page, playground: Playground) -> None:
    await write(page, "tauko kirjaston instagram")
    await expect(messages(page)).to_have_count(2)
    form = latest(page)
    await picture(page, form, "6-form")
    await field(form, "Ensimmäinen päivä").fill("2026-12-14")
    await field(form, "Viimeinen päivä").fill("2026-12-07")
    await field(form, "Syy").fill("remontti")
    await press(form, "Tallenna")
    await expect(form).to_contain_text("Viimeinen päivä on ennen ensimmäistä")
    await expect(field(form, "Syy")).to_have_value("remontti")
    await picture(page, form, "7-error-at-the-field")

    await field(form, "Viimeinen päivä").fill("2026-12-21")
    await press(form, "Tallenna")
    await expect(form).to_contain_text("pidetään tauolla 14.12.2026–21.12.2026")
    await expect(form.get_by_role("button", name="Tallenna")).to_have_count(0)
    await expect(messages(page)).to_have_count(2)
    await picture(page, form, "8-saved")


@at_the_librarians_page
async def test_updated_changes_the_reminder(page: Page, playground: Playground) -> None:
    move_to(playground, START)
    await expect(messages(page)).to_have_count(2)
    reminder = latest(page)
    await expect(reminder).to_contain_text("Onko kanavaa päivitetty 20.11.2026 jälkeen?")
    await expect(reminder.get_by_role("button", name="Päivitetty tänään")).to_have_count(2)
    await picture(page, reminder, "9-reminder")
    await press(reminder, "Päivitetty tänään")
    await expect(reminder).to_contain_text("Kirjaston Instagram: merkitty päivitetyksi 7.12.2026")
    await expect(reminder.get_by_role("button", name="Päivitetty tänään")).to_have_count(1)
    await expect(messages(page)).to_have_count(2)
    await picture(page, reminder, "10-updated")

    await press(reminder, "Muu vastaus kanavasta")
    await picture(page, reminder, "11-other-answers")


@at_the_librarians_page
async def test_whoever_takes_the_app_away_is_not_written_to_until_they_install_it_again(
    page: Page, playground: Playground
) -> None:
    await trigger(page, "Uninstall application")
    move_to(playground, START)
    await trigger(page, "Install application")
    await expect(messages(page)).to_have_count(2)
    await expect(latest(page)).to_contain_text("Näin voin auttaa")
    move_to(playground, START + timedelta(days=3))
    await expect(messages(page)).to_have_count(3)
    await expect(latest(page)).to_contain_text("Onko kanavaa päivitetty")


@at_staffs_page
def test_the_relay_leaves_nothing_of_the_check_of_signatures_out(playground: Playground) -> None:
    activity = {"type": "message", "text": "apua", "channelId": "msteams"}
    for authorization in ("", "Bearer", bearer(SET_UP, key="somebody else's", key_id="one")):
        assert playground.knock(authorization, activity) == 401
