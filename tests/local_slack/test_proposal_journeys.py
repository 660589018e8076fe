"""From a wish to a channel of the register in Slack, as journeys on local-slack's page: each does their part where the
bot writes to them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.driving import picture
from tests.local_slack.driving import act_as, field, go_to, latest, messages, modal, press, write
from tests.local_slack.workspace import HEAD, LIBRARIAN, PEOPLE, SECOND, SECRETARY, STAFF

pytestmark = pytest.mark.browser

BOSS = "U0BOSS001"
NAME, PURPOSE = "Kirjaston TikTok", "Lukuvinkkejä nuorille"
DECISION = {"Päätöksen päivä": "2025-11-20", "Päätöksen numero": "Kj 12/2026"}
DUTY, ANOTHER = "Viesteihin vastataan", "Kanavaa seurataan"
"""Two of the duties of which people alone can say whether they are kept."""


async def inbox(page: Page, user: str, said: str) -> Locator:
    """Be that person, and look at the message that the bot has written to them with ``said`` in it."""
    await act_as(page, user)
    await go_to(page, PEOPLE[user])
    return await told(page, said)


async def told(page: Page, said: str) -> Locator:
    """The newest message of the conversation with ``said`` in it; one on something else may come after it."""
    message = messages(page).filter(has_text=said).last
    await expect(message).to_be_visible()
    return message


async def opened(page: Page, message: Locator, label: str) -> None:
    """Press what opens a form."""
    await press(message, label)
    await expect(modal(page)).to_be_visible()


async def send(page: Page, name: str, said: str, values: Mapping[str, str] = MappingProxyType({})) -> None:
    """Fill in ``values``, each at its label, and send the modal in: ``said`` is said in the conversation, or in the
    modal where saving took longer than Slack waits for."""
    for label, value in values.items():
        await field(page, label).fill(value)
    await modal(page).get_by_role("button", name=name).click()
    in_conversation, in_modal = messages(page).filter(has_text=said).last, modal(page).filter(has_text=said)
    await expect(in_conversation.or_(in_modal).first).to_be_visible()
    await expect(modal(page).get_by_role("button", name=name)).to_have_count(0)  # closed, or another view in its place
    if await modal(page).is_visible():
        await modal(page).locator(".modal-x").click()
    await expect(modal(page)).to_have_count(0)


async def propose(page: Page) -> None:
    """Staff wish for a channel for the library, and fill in the form of the proposal."""
    await act_as(page, STAFF)
    await write(page, "/some ehdota uutta kanavaa kirjastolle")
    await opened(page, latest(page), "Ehdota kanavaa")
    await field(page, "Palvelu").select_option(label="TikTok")
    await expect(field(page, "Yksikkö")).to_have_value("Sivistyspalvelut")
    for maintainer in (LIBRARIAN, SECOND):
        await modal(page).get_by_label(PEOPLE[maintainer]).check()
    await field(page, "Ylläpitäjien esihenkilö").select_option(label=PEOPLE[HEAD])
    await field(page, "Kenelle kanava on tarkoitettu").fill("yläkoululaiset")
    await field(page, "Miksi nykyinen kanava ei riitä").fill("He eivät seuraa Facebookia.")
    await field(page, "Työaika viikossa (tuntia)").fill("3")
    await picture(page, "slack-proposal-1-form")
    await send(page, "Lähetä", "Ehdotus on tallessa", {"Kanavan nimi": NAME, "Tarkoitus": PURPOSE})


async def test_from_a_wish_to_the_register_and_to_a_duty_that_is_kept(page: Page) -> None:
    await propose(page)
    asked = await inbox(page, HEAD, PURPOSE)
    await picture(page, "slack-proposal-2-authorise")
    await opened(page, asked, "Valtuutan ehdoin")
    await send(page, "Lähetä", "Valtuutus on annettu", {"Valtuutuksen ehdot": "Kesäkuun loppuun"})

    asked = await inbox(page, BOSS, "Kesäkuun loppuun")
    await picture(page, "slack-proposal-3-decide")
    await opened(page, asked, "Hyväksy käyttöönotto")
    await field(page, "Vastuuhenkilö").select_option(label=PEOPLE[HEAD])
    await picture(page, "slack-proposal-4-decision")
    await send(page, "Tallenna", "Päätös on kirjattu", DECISION | {"Ehdot, jos niitä on": "Vuoden kokeilu"})

    asked = await inbox(page, SECRETARY, "vie se rekisteriin")
    await opened(page, asked, "Vie rekisteriin")
    for label, value in {"Kanavan nimi": NAME, "Tarkoitus": PURPOSE, **DECISION}.items():
        await expect(field(page, label)).to_have_value(value)
    await picture(page, "slack-proposal-5-enter")
    await send(
        page, "Tallenna", "Kanava on lisätty rekisteriin", {"Osoite": "https://www.tiktok.com/@esimerkkikirjasto"}
    )
    await picture(page, "slack-proposal-6-entered")
    await inbox(page, STAFF, "Ehdottamasi kanava on rekisterissä")
    await write(page, "kanavat")
    await expect(await told(page, "7 kanavaa")).to_contain_text(NAME)
    await picture(page, "slack-proposal-7-list")
    await confirm_one_duty(page)


async def confirm_one_duty(page: Page) -> None:
    """The responsible person says of one duty that it is not kept, and of the others that they are. The page shows no
    box as ticked that is ticked beforehand: it is ticked once more, and then no longer."""
    await act_as(page, HEAD)
    await go_to(page, PEOPLE[HEAD])
    await write(page, f"velvoitteet {NAME.lower()}")
    shown = await told(page, f"{DUTY}: ei tiedossa")
    await picture(page, "slack-proposal-8-duties")
    await opened(page, shown, "Vahvista velvoitteet")
    await modal(page).get_by_label(ANOTHER).check()
    await modal(page).get_by_label(ANOTHER).uncheck()
    await picture(page, "slack-proposal-9-confirm")
    await send(page, "Tallenna", "Auki jää: Kanavaa ei seurata")
    await write(page, f"velvoitteet {NAME.lower()}")
    await expect(await told(page, f"{DUTY}: kunnossa")).to_contain_text(f"{ANOTHER}: auki")
    await picture(page, "slack-proposal-10-kept")


async def test_a_superior_declines_with_a_reason_and_the_proposer_hears_it(page: Page) -> None:
    await propose(page)
    asked = await inbox(page, HEAD, PURPOSE)
    await opened(page, asked, "En valtuuta")
    await send(page, "Lähetä", "valtuutusta ei annettu", {"Miksi et valtuuta": "Ei ehditä tänä vuonna."})
    await inbox(page, STAFF, "Ei ehditä tänä vuonna.")
    await picture(page, "slack-proposal-11-refused")
