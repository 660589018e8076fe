"""From a wish to a channel of the register in Teams, in Swedish: everybody at a Playground of their own, with one bot.

The Playground opens no dialog from the button of a card: forms stand in messages (see ``lens``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect

from tests.local_slack.workspace import HEAD, LIBRARIAN, PEOPLE, SECOND, SECRETARY, STAFF
from tests.playground.driving import choose, field, latest, picture, press, tick, write
from tests.playground.workspace import BOSS, SET_UP, Playground, a_playground

pytestmark = pytest.mark.browser

Pages = Mapping[str, Page]
NAME, PURPOSE, WIDER = "Bibliotekets TikTok", "Lästips för unga", "Lästips och evenemang för unga"
DECISION = {"Beslutsdatum": "2026-11-20", "Beslutets nummer": "Kj 12/2026"}
DAY_SHOWN = "20. marraskuuta 2026"
"""The same day as a browser in Finnish shows it."""
DUTY, ANOTHER = "Meddelanden besvaras", "Kanalen följs"
"""Two of the duties of which people alone can say whether they are kept."""


@pytest.fixture
def playground(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Playground]:
    with a_playground(tmp_path, *request.param, locale="sv-FI") as playground:
        yield playground


async def newest(page: Page, playground: Playground, minute: Iterator[int], said: str) -> Locator:
    """The newest of what the bot has written to the person at ``page``, which has ``said`` in it."""
    playground.move_clock(SET_UP + timedelta(minutes=next(minute)))
    await expect(latest(page)).to_contain_text(said)
    return latest(page)


async def opened(page: Page, label: str, title: str) -> Locator:
    """What comes when the newest card's button is pressed, seen before anything is filled in: for the picture of a long
    form the page is made larger, and it forgets then what was filled in."""
    await press(latest(page), label)
    await expect(latest(page)).to_contain_text(title)
    return latest(page)


async def send(form: Locator, name: str, said: str, values: Mapping[str, str]) -> None:
    """Fill in ``values``, each at its label, and send the form in: ``said`` is said in its place."""
    for label, value in values.items():
        await field(form, label).fill(value)
    await press(form, name)
    await expect(form).to_contain_text(said)


async def propose(page: Page) -> None:
    """Staff wish for a channel for the library, and fill in the form of the proposal."""
    await write(page, "föreslå en ny kanal för biblioteket")
    await expect(latest(page).get_by_role("button", name="Föreslå en kanal")).to_be_visible()
    form = await opened(page, "Föreslå en kanal", "Chefen ombeds ge")
    await picture(page, form, "proposal-1-form")
    await choose(form, "Tjänst", "TikTok")
    for maintainer in (LIBRARIAN, SECOND):
        await tick(form, PEOPLE[maintainer])
    await choose(form, "Chef som ger fullmakt", PEOPLE[HEAD])
    values = {
        "Kanalens namn": NAME,
        "Syfte": PURPOSE,
        "Vem kanalen är till för": "högstadieelever",
        "Varför en nuvarande kanal inte räcker": "De följer inte Facebook.",
        "Arbetstid per vecka (timmar)": "3",
    }
    await send(form, "Skicka", "Förslaget är sparat", values)


async def refused_and_proposed_anew(pages: Pages, playground: Playground, minute: Iterator[int]) -> None:
    """The superior declines with a reason, which the proposer hears, and proposes the same with another purpose."""
    await newest(pages[HEAD], playground, minute, PURPOSE)
    form = await opened(pages[HEAD], "Ge inte fullmakt", "Varför du inte ger fullmakt")
    await send(form, "Skicka", "Fullmakt gavs inte", {"Varför du inte ger fullmakt": "Syftet är för snävt."})
    told = await newest(pages[STAFF], playground, minute, "Syftet är för snävt.")
    await picture(pages[STAFF], told, "proposal-2-refused")
    await opened(pages[STAFF], "Visa förslaget", "Fullmakt gavs inte")
    form = await opened(pages[STAFF], "Föreslå på nytt", "Chefen ombeds ge")
    await expect(field(form, "Kanalens namn")).to_have_value(NAME)
    await send(form, "Skicka", "Förslaget är sparat", {"Syfte": WIDER})


@pytest.mark.parametrize("playground", [(STAFF, HEAD, BOSS, SECRETARY)], indirect=True)
async def test_from_a_wish_that_is_refused_first_to_the_register_and_to_a_duty_that_is_kept(
    pages: Pages, playground: Playground
) -> None:
    minute = count(1)
    await propose(pages[STAFF])
    await refused_and_proposed_anew(pages, playground, minute)
    asked = await newest(pages[HEAD], playground, minute, WIDER)
    await picture(pages[HEAD], asked, "proposal-3-authorise")
    form = await opened(pages[HEAD], "Fullmakt med villkor", "Villkor för fullmakten")
    await send(form, "Skicka", "Fullmakten är given", {"Villkor för fullmakten": "Till slutet av juni"})

    asked = await newest(pages[BOSS], playground, minute, "Till slutet av juni")
    await picture(pages[BOSS], asked, "proposal-4-decide")
    form = await opened(pages[BOSS], "Godkänn kanalen", "Beslutets nummer")
    await picture(pages[BOSS], form, "proposal-5-decision")
    await choose(form, "Ansvarig person", PEOPLE[HEAD])
    values = DECISION | {"Villkor, om det finns sådana": "Försök i ett år"}
    await send(form, "Spara", "Beslutet är antecknat", values)

    asked = await newest(pages[SECRETARY], playground, minute, "för in kanalen i registret")
    await picture(pages[SECRETARY], asked, "proposal-6-decided")
    form = await opened(pages[SECRETARY], "För in i registret", "Uppgifterna är ifyllda")
    for label, value in {"Kanalens namn": NAME, "Syfte": WIDER, **DECISION, "Beslutsdatum": DAY_SHOWN}.items():
        await expect(field(form, label)).to_have_value(value)
    await expect(form.get_by_role("combobox", name="Ansvarig person")).to_have_value(PEOPLE[HEAD])
    await picture(pages[SECRETARY], form, "proposal-7-enter")
    await send(form, "Spara", "Kanalen har lagts till", {"Adress": "https://www.tiktok.com/@esimerkkikirjasto"})
    await picture(pages[SECRETARY], form, "proposal-8-entered")

    await newest(pages[STAFF], playground, minute, "Kanalen som du föreslog finns i registret")
    await write(pages[STAFF], "kanaler")
    await expect(latest(pages[STAFF])).to_contain_text(NAME)
    await picture(pages[STAFF], latest(pages[STAFF]), "proposal-9-list")
    await confirm_duties(pages[HEAD])


async def confirm_duties(page: Page) -> None:
    """The responsible person says of one duty that it is kept, and of another that it is not."""
    await write(page, f"skyldigheter {NAME.lower()}")
    await expect(latest(page)).to_contain_text(f"{DUTY}: okänt")
    await picture(page, latest(page), "proposal-10-duties")
    form = await opened(page, "Bekräfta skyldigheterna", "Avmarkera det som inte är i ordning")
    await picture(page, form, "proposal-11-confirm")
    await tick(form, ANOTHER)
    await send(form, "Spara", "Öppet är fortfarande: Kanalen följs inte", {})
    await write(page, f"skyldigheter {NAME.lower()}")
    await expect(latest(page)).to_contain_text(f"{DUTY}: i ordning")
    await expect(latest(page)).to_contain_text(f"{ANOTHER}: öppen")
    await picture(page, latest(page), "proposal-12-kept")
