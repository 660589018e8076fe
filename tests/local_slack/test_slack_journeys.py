"""What people do in Slack, as journeys on local-slack's page: the bot as an operator runs it, clicks in Chromium."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import Page, expect

from tests.browser.driving import picture
from tests.fake_slack import sending
from tests.fake_slack.workspace import BOT_USER, GENERAL, User
from tests.local_slack.driving import act_as, field, go_to, latest, messages, modal, write
from tests.local_slack.workspace import HEAD, LIBRARIAN, PEOPLE, SECOND, SECRETARY, STAFF, LocalSlack

pytestmark = pytest.mark.browser

OWNER = "kuka vastaa kirjaston instagramista"


async def test_staff_ask_about_working_time_and_share_the_answer(page: Page) -> None:
    await act_as(page, STAFF)
    await write(page, "/some saanko päivittää facebookia työajalla")
    reply = latest(page)
    await expect(reply).to_contain_text("luku 6")
    await expect(reply).to_contain_text("only visible to you")
    await picture(page, "slack-1-answer")
    await reply.get_by_role("button", name="Jaa tähän").click()
    await expect(latest(page)).to_contain_text("kysyi")
    shared = latest(page)
    await expect(shared).to_contain_text("luku 6")
    await expect(shared).not_to_contain_text("only visible to you")
    await picture(page, "slack-2-shared")
    await act_as(page, LIBRARIAN)
    await expect(messages(page)).to_have_count(1)
    await expect(latest(page)).to_contain_text("luku 6")


async def test_staff_find_the_owner_of_a_channel(page: Page) -> None:
    await act_as(page, STAFF)
    await write(page, f"/some {OWNER}")
    reply = latest(page)
    await expect(reply).to_contain_text("Kirjaston Instagram")
    await expect(reply).to_contain_text("Kirjastotoimenjohtaja")
    await expect(reply.locator(".mention")).to_have_count(0)
    await picture(page, "slack-3-owner")


async def test_a_mention_is_answered_in_its_thread(page: Page) -> None:
    await act_as(page, STAFF)
    await write(page, f"<@{BOT_USER}> {OWNER}")
    await expect(latest(page)).to_contain_text("1 reply")
    await latest(page).get_by_role("button", name="1 reply").click()
    thread = page.locator(".thread-pane")
    await expect(thread.locator(".msg").last).to_contain_text("Kirjastotoimenjohtaja")
    await picture(page, "slack-4-thread")

    answer = thread.locator(".composer-input")
    await answer.fill(f"<@{BOT_USER}> entä kuka vastaa kirjaston facebookista")
    await answer.press("Enter")
    await expect(thread.locator(".msg")).to_have_count(4)
    await expect(thread.locator(".msg").last).to_contain_text("Kirjaston Facebook")
    await expect(messages(page)).to_have_count(1)


async def test_a_direct_message_is_answered_in_the_conversation(page: Page) -> None:
    await act_as(page, STAFF)
    await go_to(page, "somebot")
    await go_to(page, PEOPLE[STAFF])
    await write(page, "moi, kuka vastaa kirjaston instagramista?")
    await expect(latest(page)).to_contain_text("Kirjastotoimenjohtaja")
    await write(page, "millainen sää huomenna on")
    await expect(latest(page)).to_contain_text("Ohjeessa ei sanota tästä mitään")
    await picture(page, "slack-5-direct-message")
    await latest(page).get_by_role("button", name="Kysy ICT-sihteeriltä").click()
    await act_as(page, SECRETARY)
    await go_to(page, PEOPLE[SECRETARY])
    await expect(latest(page)).to_contain_text("millainen sää huomenna on")


async def test_the_secretary_asks_for_the_report_and_its_pictures_are_read_out(page: Page) -> None:
    await act_as(page, SECRETARY)
    await go_to(page, "somebot")
    await go_to(page, PEOPLE[SECRETARY])
    await write(page, "raportti")
    pictures = latest(page).get_by_role("img")  # local-slack takes files, and does not show those that a block names
    await expect(pictures).to_have_count(2)
    await expect(pictures.first).to_have_accessible_name(re.compile(r"^Käytössä\. .+: 6\.$"))


async def test_the_ict_secretary_errs_in_the_modal_mends_it_and_the_channel_is_found(page: Page) -> None:
    await act_as(page, SECRETARY)
    await write(page, "/some rekisteröi")
    await field(page, "Kanavan nimi").fill("Museon Threads")
    await field(page, "Osoite").fill("threads museo")
    await field(page, "Yksikkö").fill("Museopalvelut")
    await field(page, "Vastuuhenkilö").select_option(label="Kunnanjohtaja")
    await modal(page).get_by_label(PEOPLE[LIBRARIAN]).check()
    await modal(page).get_by_role("button", name="Tallenna").click()
    await expect(modal(page)).to_contain_text("Kirjoita koko osoite")
    await expect(field(page, "Kanavan nimi")).to_have_value("Museon Threads")
    await modal(page).get_by_text("Kirjoita koko osoite").scroll_into_view_if_needed()
    await picture(page, "slack-6-error-at-the-field")

    await field(page, "Osoite").fill("https://www.threads.net/@esimerkkimuseo")
    await modal(page).get_by_role("button", name="Tallenna").click()
    await expect(page.get_by_text("lisätty rekisteriin")).to_be_visible()
    await picture(page, "slack-7-registered")
    if await modal(page).is_visible():
        await modal(page).locator(".modal-x").click()

    await act_as(page, STAFF)
    await write(page, "/some kuka vastaa museon threadsista")
    await expect(latest(page)).to_contain_text("Kunnanjohtaja")
    await act_as(page, LIBRARIAN)
    await go_to(page, PEOPLE[LIBRARIAN])
    await expect(latest(page)).to_contain_text("Museon Threads")
    await picture(page, "slack-8-appointed")


async def test_whoever_does_not_keep_the_register_is_refused(page: Page) -> None:
    await act_as(page, STAFF)
    await write(page, "/some rekisteröi")
    await expect(latest(page)).to_contain_text("Tämän voi tehdä vain ICT-sihteeri")
    await expect(modal(page)).to_have_count(0)
    await picture(page, "slack-9-refused")


async def test_a_stranger_gets_public_facts_only(page: Page) -> None:
    """Nobody on the page is a stranger: the workspace has no account of this id, and sends the command all the same."""
    command = {"channel": GENERAL, "user": "U0ALIEN01", "command": "/some", "text": OWNER}
    await page.evaluate(
        "command => fetch('/_control/command', {method: 'POST', body: JSON.stringify(command)})", command
    )
    await expect(page.locator(".main .messages .msg")).to_have_count(1)
    await expect(messages(page)).to_have_count(0)  # whoever looks at the page does not see it
    said = await page.evaluate("async channel => (await fetch('/_control/messages/' + channel)).json()", GENERAL)
    (reply,) = said["messages"]
    assert reply["ephemeral_to"] == "U0ALIEN01"
    assert "Kirjaston Instagram" in reply["text"]
    assert "Kirjastotoimenjohtaja" not in str(reply)


async def test_when_somebody_leaves_their_channels_are_flagged_and_handed_over(
    page: Page, workspace: LocalSlack
) -> None:
    left = User(LIBRARIAN, PEOPLE[LIBRARIAN], "u0lib0001@esimerkki.fi", deleted=True)
    event = {"type": "user_change", "user": left.as_json(locale=True, email=True), "event_ts": "1764000000.1"}
    workspace.event(sending.envelope(event))
    await act_as(page, SECRETARY)
    await go_to(page, PEOPLE[SECRETARY])
    notice = messages(page).first
    await expect(notice).to_contain_text("Kirjaston Instagram")
    await expect(notice).to_contain_text("Kirjaston Facebook")
    await picture(page, "slack-10-left")
    await write(page, "tarkastus")
    await expect(latest(page)).to_contain_text("Kirjaston Facebook")
    await picture(page, "slack-11-audit")

    await notice.get_by_role("button", name="Luovuta kaikki kanavat").click()
    await field(page, "Uusi ylläpitäjä").select_option(label=PEOPLE[SECOND])
    await field(page, "Valtuutuksen antanut esihenkilö").select_option(label=PEOPLE[HEAD])
    await modal(page).get_by_role("button", name="Tallenna").click()
    # In the form where saving took a while, else in the conversation.
    await expect(page.locator("body")).to_contain_text(f"2 kanavaa on luovutettu. Uusi ylläpitäjä: {PEOPLE[SECOND]}")
    await picture(page, "slack-12-handed-over")
