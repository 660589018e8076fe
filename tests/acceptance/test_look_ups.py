"""Who keeps which channel: what a look-up shows, to whom, and in which order."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.messages.model import Fields, Message, Row, Verb
from tests.acceptance.people import GUEST, ICT, STAFF
from tests.support.bot_in_memory import Bot, buttons, labels, text_of

EN = Language.EN


async def test_several_owners_are_listed_with_the_municipality_first(bot: Bot) -> None:
    outcome = await bot.said(STAFF, "who owns instagram")
    text = text_of(outcome)
    assert (
        text.index("Kunnan Instagram") < text.index("Kirjaston Instagram") < text.index("Nuorisopalvelujen Instagram")
    )
    details = await bot.pressed(STAFF, outcome, "Nuorisopalvelujen Instagram")
    assert "Covering today: Nuorisotyön sijainen" in text_of(details)


@pytest.mark.parametrize(
    "said",
    ["kanavat", "lista kanaler", "list", "kanavat kirjasto", "kanavat yksiköittäin", "kanavat ilman päivityksiä"],
)
async def test_from_each_line_of_a_list_one_press_leads_to_the_channel(bot: Bot, said: str) -> None:
    listed = await bot.said(ICT, said)
    assert isinstance(listed.reply, Message)
    rows = [block for block in listed.reply.blocks if isinstance(block, Row)]
    assert rows
    for row in rows:
        card = await bot.pressed(ICT, listed, row.text)
        assert isinstance(card.reply, Message)
        assert any(isinstance(block, Fields) for block in card.reply.blocks)
        assert text_of(card).partition("\n")[0] in row.text
        assert Verb.OPEN_FORM in {one.action.verb for one in buttons(card)}  # to edit it, for who keeps the register


async def test_a_channel_that_is_not_updated_is_shown_with_the_duty(bot: Bot) -> None:
    text = text_of(await bot.said(STAFF, "kuka vastaa kunnan facebookista"))
    assert "luku 4 Osallistumisen periaatteet" in text
    assert "1.10.2026" in text


async def test_of_a_channel_that_was_just_registered_no_update_is_claimed(bot: Bot) -> None:
    line = (
        "rekisteröi https://www.threads.net/@leirikoulu nimi=Leirikoulun Threads yksikkö=Koulut vastuu=slack:U0LIBHEAD"
    )
    await bot.said(ICT, line)
    for text, new in (
        ("kuka hoitaa leirikoulun threadsia", "uusi rekisterissä"),
        ("who owns leirikoulu", "new in the"),
    ):
        card = text_of(await bot.said(STAFF, text))
        assert new in card
        assert "ajan tasalla" not in card
        assert "up to date" not in card
    await bot.said("slack:U0LIBHEAD", "päivitin leirikoulun threadsin tänään", locale=Language.FI)
    assert "ajan tasalla" in text_of(await bot.said(STAFF, "kuka hoitaa leirikoulun threadsia"))


async def test_a_platform_that_we_are_not_on_is_said_with_whom_to_ask(bot: Bot) -> None:
    text = text_of(await bot.said(STAFF, "kuka hoitaa telegramia"))
    assert "Rekisterissä ei ole tällaista kanavaa" in text
    assert "ICT-sihteeri" in text


@pytest.mark.parametrize("said", ["kuka hoitaa kirjaston xää", "har vi telegram", "museum channels", "omat"])
async def test_where_there_is_no_channel_there_are_ways_on(bot: Bot, said: str) -> None:
    none = await bot.said(STAFF, said)
    ways = {one.action.verb: one.label for one in buttons(none)}
    assert "Kirjaston Instagram" in text_of(await bot.pressed(STAFF, none, ways[Verb.CHANNELS]))
    if Verb.ASK_SECRETARY in ways:
        await bot.pressed(STAFF, none, ways[Verb.ASK_SECRETARY])
        assert said in text_of(await bot.newest_notice(ICT))
    assert (Verb.ASK_SECRETARY in ways) is (said != "omat")


@pytest.mark.parametrize(
    "said",
    [
        "kuka päätti kirjaston facebookista",
        "när beslutades om bibliotekets facebook",
        "who runs the library's facebook",
    ],
)
async def test_a_card_tells_of_the_decision_and_guests_not_by_whom(bot: Bot, said: str) -> None:
    assert "2/2023" not in text_of(await bot.said(STAFF, said))
    change = "muokkaa kirjaston facebook päätöksen tekijä=U0BOSS001 päätöksen päivä=2.1.2023 päätöksen numero=2/2023"
    await bot.said(ICT, change)
    boss = (await bot.person("slack:U0BOSS001")).label
    decision = next(line for line in text_of(await bot.said(STAFF, said)).splitlines() if "2/2023" in line)
    assert boss in decision
    assert "2023, 2/2023" in decision
    as_guest = text_of(await bot.said(GUEST, said, guest=True))
    assert "2/2023" in as_guest
    assert boss not in as_guest


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("onko kunnan facebookista päätetty?", "Rekisterissä ei ole tämän kanavan päätöstä"),
        ("finns det ett beslut om kommunens facebook", "Inget beslut om kanalen"),
        ("who decided on the municipality's facebook", "No decision on this channel"),
    ],
)
async def test_who_asks_for_a_decision_that_is_not_recorded_is_told_so(bot: Bot, said: str, told: str) -> None:
    text = text_of(await bot.said(STAFF, said))
    assert text.startswith(told)
    assert "Kunnan Facebook" in text


@pytest.mark.parametrize(
    "said",
    ["onko kunnan facebook tauolla", "är kommunens facebook på paus", "is the municipality's facebook on a break?"],
)
async def test_whether_one_channel_rests_is_told_by_its_card(bot: Bot, said: str) -> None:
    card = await bot.said(STAFF, said)
    assert text_of(card).startswith("Kunnan Facebook")
    assert isinstance(card.reply, Message)
    assert any(isinstance(block, Fields) for block in card.reply.blocks)


@pytest.mark.parametrize(
    ("said", "told"),
    [("kuka hoitaa kunnan facebookia", "vain kunnan henkilöstölle"), ("who owns youth instagram", "staff only")],
)
async def test_guests_are_told_why_they_see_no_people(bot: Bot, said: str, told: str) -> None:
    assert told in text_of(await bot.said(GUEST, said, guest=True))


async def test_guests_get_units_and_no_people(bot: Bot) -> None:
    refused = await bot.said(GUEST, "register", locale=EN, guest=True)
    assert "Only the ICT secretary" in text_of(refused)
    assert "ICT-sihteeri" not in text_of(refused)
    text = text_of(await bot.said(GUEST, "who owns the library's instagram", guest=True))
    assert "Education and culture" in text
    assert "Kirjastotoimenjohtaja" not in text
    assert "Kirjaston ylläpitäjä" not in text


async def test_what_waits_for_a_maintainer_comes_first(bot: Bot) -> None:
    outcome = await bot.said("slack:U0COMM001", "mine", locale=EN)
    assert "no recent information on updates to one of these channels" in text_of(outcome)
    assert labels(outcome) == ["Updated", "Updated"]
    assert text_of(outcome).index("Kunnan Facebook") < text_of(outcome).index("Kunnan Instagram")


async def test_an_update_told_on_the_list_of_ones_channels_shows_there_and_leaves_the_others(bot: Bot) -> None:
    listed = await bot.said("slack:U0LIB0001", "omat")
    now = await bot.pressed("slack:U0LIB0001", listed, "Päivitetty", "Kirjaston Facebook")
    assert now.replaces
    assert "Kirjaston Facebook: päivityspäiväksi on merkitty 23.11.2026" in text_of(now)
    assert len(labels(now)) == len(labels(listed)) == 2


async def test_a_retired_channel_does_not_vanish_from_look_up(bot: Bot) -> None:
    text = text_of(await bot.said(STAFF, "kuka vastaa liikunnan youtubesta"))
    assert "Liikunnan vanha YouTube" in text
    assert "poistettu käytöstä" in text


async def test_what_is_only_near_is_told_before_it_and_is_no_sure_answer(bot: Bot) -> None:
    text = text_of(await bot.said(STAFF, "kuka hoitaa lukion instagramia"))
    assert text.startswith("En löytänyt kanavaa haulla ”lukion instagramia”. Yksikön Sivistyspalvelut kanavat:")
    assert "Yksi kanava" in text
    assert "Viimeisin tieto" not in text
    assert "I found no channel for ‘high school’" in text_of(await bot.said(STAFF, "list the high school's channels"))


async def test_an_update_of_what_no_channel_is_called_asks_which_of_the_persons_own_is_meant(bot: Bot) -> None:
    outcome = await bot.said("slack:U0COMM001", "päivitin suihkulähteen facebookin eilen", locale=Language.FI)
    assert "En löytänyt kanavaa haulla ”suihkulähteen”" in text_of(outcome)
    assert labels(outcome) == ["Valitse"]
    assert "• Kunnan Facebook – " in text_of(outcome)
    outcome = await bot.said("slack:U0COMM001", "päivitin lukion tiktokin eilen", locale=Language.FI)
    assert text_of(outcome).index("• Kunnan Instagram") < text_of(outcome).index("• Kunnan Facebook")


async def test_nothing_of_what_is_only_near_is_changed_at_once(bot: Bot) -> None:
    outcome = await bot.said("slack:U0ICT0001", "muokkaa lukion instagram väli=30", locale=Language.FI)
    assert "Minkä kanavan tietoja muutetaan?" in text_of(outcome)


async def test_lists_that_are_narrowed_are_for_all_and_show_channels_only(bot: Bot) -> None:
    quiet = text_of(await bot.said(STAFF, "kanavat ilman päivityksiä"))
    assert "Kunnan Facebook" in quiet
    assert "Kirjaston Facebook" not in quiet
    assert "ylläpitäjä" not in quiet
    assert "Yhtään kanavaa ei ole tauolla" in text_of(await bot.said(STAFF, "kanavat tauolla"))
    assert "Every channel has a maintainer" in text_of(await bot.said(STAFF, "channels without a maintainer"))
    by_unit = text_of(await bot.said(GUEST, "kanavat yksiköittäin", guest=True))
    assert by_unit.index("Hallintopalvelut") < by_unit.index("Hyvinvointipalvelut") < by_unit.index("Sivistyspalvelut")


@pytest.mark.parametrize(
    ("said", "heading"),
    [
        ("mitkä kanavat ovat nyt tauolla", "kanava tauolla"),
        ("vilka av kanalerna är pausade", "kanal är pausad"),
        ("which of the channels are on a break", "channel is paused"),
        ("mitä kanavia ei ole päivitetty aikoihin", "ilman tuoretta tietoa"),
        ("vilka kanaler har inte uppdaterats på länge", "utan färsk uppgift"),
        ("which channels have not been updated lately", "without recent information"),
    ],
)
async def test_lists_are_narrowed_in_each_language(bot: Bot, said: str, heading: str) -> None:
    await bot.said(ICT, "tauko kirjaston facebook alkaa=23.11.2026 päättyy=30.11.2026 syy=remontti")
    assert heading in text_of(await bot.said(STAFF, said))


async def test_a_list_of_one_services_channels_is_narrowed_too(bot: Bot) -> None:
    await bot.said("slack:U0ICT0001", "tauko kirjaston facebook alkaa=23.11.2026 päättyy=30.11.2026 syy=remontti")
    assert "Kirjaston Facebook" in text_of(await bot.said(STAFF, "facebook-kanavat tauolla"))
    assert "Yhtään kanavaa ei ole tauolla" in text_of(await bot.said(STAFF, "mitkä instagram-kanavat ovat tauolla"))


@pytest.mark.parametrize(
    "said",
    [
        "saisinko kanavarekisterin excelinä",
        "en lista över kanalerna som excel, tack",
        "the register as a spreadsheet please",
    ],
)
async def test_how_the_register_is_exported_is_told_to_the_ict_secretary(bot: Bot, said: str) -> None:
    assert "register export" in text_of(await bot.said(ICT, said))
    assert "register export" not in text_of(await bot.said(STAFF, said))
