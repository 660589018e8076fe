"""Linked from the website, seen: what it links is shown on the card, and what nobody has registered is asked about."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.activity.links import PageLink
from bot.activity.model import Failure
from bot.app.bootstrap import OPERATOR
from bot.conversation.exchange import Outcome
from bot.domain.reminders.notice import ReminderNotice, WebsiteFindings
from bot.knowledge.content import common
from bot.messages.notices import render
from bot.services.activity.documents import WEBSITE_LINKS
from bot.settings import Settings
from tests.acceptance.people import ICT, STAFF
from tests.acceptance.reminder_days import AT_START, DAY, FI
from tests.support.bot_in_memory import Bot, buttons, form_of, labels, make_bot, text_of
from tests.support.staged import StagedOutside, StagedWebsite

WEEK = timedelta(days=7)
SECRETARY = "slack-u0ict0001"
KNOWN = "https://m.facebook.com/Esimerkkikirjasto/?ref=page"
UNKNOWN = "https://www.youtube.com/@EsimerkkiTV"


@pytest.fixture
def website() -> StagedWebsite:
    return StagedWebsite({"/": [KNOWN, "https://www.facebook.com/sharer.php?u=x"], "/some": [UNKNOWN, KNOWN]})


@pytest.fixture
async def bot(website: StagedWebsite) -> Bot:
    return await make_bot(website=website)


async def live(bot: Bot, at: datetime) -> None:
    """Let it be ``at``."""
    bot.clock.at = at
    await bot.application.go_round_and_deliver(at)


async def findings(bot: Bot) -> WebsiteFindings:
    return bot.application.services.website.findings(await bot.application.store.read(), bot.clock.at)


async def asked(bot: Bot) -> set[str]:
    """The channels that the website is not seen to link."""
    return {channel.id for channel in (await findings(bot)).not_linked}


async def test_a_link_that_was_seen_is_on_the_card_with_its_page_and_day_also_for_guests(bot: Bot) -> None:
    await live(bot, AT_START)
    card = text_of(await bot.said(STAFF, "kuka hoitaa kirjaston facebookia", guest=True))
    assert f"nähty {AT_START.day}.{AT_START.month}.{AT_START.year} sivulla" in card
    assert "https://www.kunta.example/" in card
    assert "nähty" not in text_of(await bot.said(STAFF, "kuka hoitaa nuorison tiktokia"))


async def test_the_website_is_read_once_a_week_and_history_holds_nothing_of_it(
    bot: Bot, website: StagedWebsite
) -> None:
    before = (await bot.application.store.read()).seq
    for hours in range(0, 8 * 24, 6):
        await bot.application.services.watching.look(AT_START + timedelta(hours=hours))
    assert website.read == 2
    assert (await bot.application.store.read()).seq == before


async def test_one_look_is_one_commit_and_one_that_finds_the_same_changes_nothing_but_days(bot: Bot) -> None:
    store = bot.application.store
    before = (await store.read()).version
    await bot.application.services.website.look(AT_START)
    assert (await store.read()).version == before + 1


async def test_an_account_that_nobody_has_registered_is_in_the_weeks_digest_and_register_opens_the_filled_form(
    bot: Bot, website: StagedWebsite
) -> None:
    await live(bot, AT_START)
    (notice,) = [one for one in bot.notifier.sent[SECRETARY] if isinstance(one, ReminderNotice)]
    digest = Outcome(render(notice, FI))
    assert "linkki yhdelle sosiaalisen median tilille" in text_of(digest)
    listed = await bot.pressed(ICT, digest, "Käy tilit läpi")
    assert UNKNOWN in text_of(listed)
    form = await bot.pressed(ICT, listed, "Rekisteröi")
    values = form_of(form).values
    assert (values["platform"], values["url"], values["website_link"]) == ("youtube", UNKNOWN, "yes")
    saved = await bot.submitted(
        ICT, form, name="Kunnan YouTube", unit="Viestintä", responsible="slack:U0LIB0001", maintainers="slack:U0LIB0001"
    )
    assert "Kunnan YouTube" in text_of(saved)
    assert (await findings(bot)).unregistered == 0
    assert "nähty" in text_of(await bot.said(ICT, f"tarkista {UNKNOWN}")), "no second look is needed"
    assert "jo käsitelty" in text_of(await bot.pressed(ICT, listed, "Rekisteröi"))


async def test_what_is_not_ours_is_not_listed_again_and_what_is_put_off_in_four_weeks(
    bot: Bot, website: StagedWebsite
) -> None:
    website.links["/some"].append("https://www.instagram.com/naapurikunta/")
    await live(bot, AT_START)
    listed = await bot.said(ICT, "sivujen linkit")
    assert labels(listed).count("Ei meidän") == 2
    left = await bot.pressed(ICT, listed, "Ei meidän")
    assert left.replaces
    assert labels(left).count("Ei meidän") == 1
    none = await bot.pressed(ICT, left, "Myöhemmin")
    assert "ei ole löytynyt linkkejä" in text_of(none)
    for week in range(1, 6):
        bot.clock.at = AT_START + week * WEEK
        await bot.application.services.watching.look(bot.clock.at)
    (again,) = bot.application.services.website.unregistered(
        await bot.application.services.lookup.register(), bot.clock.at
    )
    assert again[1].url == "https://www.instagram.com/naapurikunta/"
    kept = (await bot.application.store.read()).of(WEBSITE_LINKS).values()
    assert [link.url for link in kept if link.not_ours] == [UNKNOWN]


async def test_a_channel_that_the_website_does_not_link_is_asked_about_until_somebody_says_that_it_does(
    bot: Bot, website: StagedWebsite
) -> None:
    await live(bot, AT_START)
    assert "nuoriso-tiktok" in await asked(bot)
    assert "kirjasto-facebook" not in await asked(bot)
    form = await bot.said(ICT, "muokkaa nuorison tiktok")
    await bot.submitted(ICT, form, website_link="yes")
    assert "nuoriso-tiktok" not in await asked(bot)


async def test_a_website_that_can_not_be_read_accuses_nobody_and_is_tried_again_the_next_day(
    bot: Bot, website: StagedWebsite
) -> None:
    website.failing = Failure.SLOW
    await live(bot, AT_START)
    assert await findings(bot) == WebsiteFindings()
    website.failing = None
    await bot.application.services.watching.look(AT_START + DAY)
    bot.clock.at = AT_START + DAY
    assert "nuoriso-tiktok" in await asked(bot)


async def test_a_link_that_one_look_misses_counts_as_seen_for_three_weeks(bot: Bot, website: StagedWebsite) -> None:
    await live(bot, AT_START)
    website.links = {"/": []}
    for week, expected in ((1, False), (3, False), (4, True)):
        bot.clock.at = AT_START + week * WEEK
        await bot.application.services.watching.look(bot.clock.at)
        assert ("kirjasto-facebook" in await asked(bot)) is expected
    assert (await findings(bot)).unregistered == 0, "what is linked no more is not listed"


async def test_the_list_is_the_ict_secretarys(bot: Bot) -> None:
    await live(bot, AT_START)
    listed = await bot.said(ICT, "website links")
    assert "ICT" in text_of(await bot.said(STAFF, "website links"))
    for press in buttons(listed):
        assert UNKNOWN not in text_of(await bot.pressed_old(STAFF, press.action.verb, *press.action.args))
    assert (await findings(bot)).unregistered == 1


async def test_the_pages_of_many_accounts_are_gone_through(bot: Bot, website: StagedWebsite) -> None:
    website.links["/some"] = [f"https://www.instagram.com/tili{number}/" for number in range(12)]
    await live(bot, AT_START)
    first = await bot.said(ICT, "länkar")
    assert sum(label.startswith("Registrera") for label in labels(first)) == 5
    second = await bot.pressed(ICT, first, "7")
    assert "tili5" in text_of(second)
    third = await bot.pressed(ICT, second, "2")
    assert sum(label.startswith("Registrera") for label in labels(third)) == 2


async def test_both_sides_saying_that_they_are_one_is_a_proof_on_the_card_and_in_verify() -> None:
    website = StagedWebsite({"/": ["me:https://some.kunta.example/@kunta"]})
    bot = await make_bot(website=website)
    record = {
        "id": "mastodon", "platform": "mastodon", "name": "Kunnan Mastodon", "unit": "Viestintä",
        "url": "https://some.kunta.example/@kunta", "responsible": "slack:U0LIB0001",
        "maintainers": ["slack:U0LIB0001"],
    }  # fmt: skip
    await bot.application.transfer.import_document(OPERATOR, {"channels": [record]}, bot.clock.now())
    website.profiles = {"mastodon": [PageLink("https://kunta.example", me=False)]}
    await live(bot, AT_START)
    assert "linkittävät toisensa" not in text_of(await bot.said(STAFF, "tarkista https://some.kunta.example/@kunta"))
    website.profiles = {"mastodon": [PageLink("https://kunta.example", me=True)]}
    await live(bot, AT_START + WEEK)
    told = text_of(await bot.said(STAFF, "tarkista https://some.kunta.example/@kunta"))
    day = AT_START + WEEK
    assert f"verkkosivuilla on linkki tilille ja tilillä verkkosivuille ({day.day}.{day.month}.{day.year})" in told
    website.profiles = {}
    await live(bot, AT_START + 2 * WEEK)
    assert f"({day.day}.{day.month}.{day.year})" in text_of(
        await bot.said(STAFF, "tarkista https://some.kunta.example/@kunta")
    )


async def test_a_name_under_the_websites_own_domain_is_a_proof_once_the_account_was_read() -> None:
    outside = StagedOutside(common.platforms(Settings().knowledge_dir))
    bot = await make_bot(website=StagedWebsite(), outside=outside)
    record = {
        "id": "bluesky", "platform": "bluesky", "name": "Kunnan Bluesky", "unit": "Viestintä",
        "url": "https://bsky.app/profile/kunta.example", "responsible": "slack:U0LIB0001",
        "maintainers": ["slack:U0LIB0001"],
    }  # fmt: skip
    await bot.application.transfer.import_document(OPERATOR, {"channels": [record]}, bot.clock.now())
    asking = "tarkista https://bsky.app/profile/kunta.example"
    outside.failing["bluesky/kunta.example"] = Failure.NO_ACCOUNT
    await live(bot, AT_START)
    assert "omassa verkkotunnuksessa" not in text_of(await bot.said(STAFF, asking)), "nobody has that name"
    del outside.failing["bluesky/kunta.example"]
    day = AT_START + DAY
    await bot.application.services.watching.look(day, due_only=False)
    assert f"omassa verkkotunnuksessa ({day.day}.{day.month}.{day.year})" in text_of(await bot.said(STAFF, asking))
