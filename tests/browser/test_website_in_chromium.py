"""Linked from the website, seen: the ICT secretary's week, from the digest to the register, at the console."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from tests.browser.driving import latest, let_a_week_go_by, picture, say
from tests.support.local_site import LocalSite, local_site

pytestmark = pytest.mark.browser
UNKNOWN, FOREIGN = "https://www.threads.net/@esimerkkimuseo", "https://www.instagram.com/naapurikunta/"


@pytest_asyncio.fixture
async def site(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[LocalSite]:
    """The municipality's website, which the console may look at."""
    async with local_site() as site:
        site.links = {
            "/": ["/some", "https://www.facebook.com/esimerkkikunta", FOREIGN],
            "/some": ["https://www.instagram.com/esimerkkikirjasto/", UNKNOWN],
        }
        monkeypatch.setenv("SOME_WEBSITE", site.url)
        monkeypatch.setenv("SOME_INTERNAL_HOSTS", site.host)
        yield site


async def test_an_account_that_the_website_links_is_registered_from_the_weeks_digest_and_another_stays_away(
    site: LocalSite, console: str, page: Page
) -> None:
    await page.goto(f"{console}console/?as=ict-secretary")
    await let_a_week_go_by(page)
    digest = page.locator(".inbox .entry", has_text="Käy tilit läpi").first
    await expect(digest).to_contain_text("linkki 2 sosiaalisen median tilille")
    await digest.get_by_role("button", name="Käy tilit läpi").scroll_into_view_if_needed()
    await picture(page, "20-website-digest")
    await digest.get_by_role("button", name="Käy tilit läpi").click()
    await expect(latest(page)).to_contain_text(UNKNOWN)
    await expect(latest(page)).to_contain_text(FOREIGN)
    await picture(page, "21-website-accounts")
    await latest(page).locator("summary").first.click()
    await latest(page).get_by_role("button", name="Ei meidän").first.click()
    await expect(latest(page)).not_to_contain_text(FOREIGN)
    await latest(page).get_by_role("button", name="Rekisteröi").click()
    form = page.locator(".form-card")
    await expect(form.get_by_label("Osoite", exact=True)).to_have_value(UNKNOWN)
    await picture(page, "22-website-form")
    await form.get_by_label("Kanavan nimi").fill("Museon Threads")
    await form.get_by_label("Yksikkö").first.fill("Museopalvelut")
    await form.get_by_label("Vastuuhenkilö").first.fill("console:manager")
    await form.get_by_role("button", name="Tallenna").click()
    await expect(page.locator(".form-card")).to_have_count(0)
    await let_a_week_go_by(page)
    await say(page, "sivujen linkit")
    await expect(latest(page)).to_contain_text("ei ole löytynyt linkkejä")
    await say(page, f"tarkista {UNKNOWN}")
    await expect(latest(page)).to_contain_text(f"sivulla {site.url}some")
    await picture(page, "23-website-seen")
    assert site.asked.count("/") >= 2
