"""Lists that are asked for something specific show that, or say that they could not be narrowed by it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.language import Language
from tests.acceptance.people import ICT, MAINTAINER, STAFF
from tests.support.bot_in_memory import Bot, buttons, form_of, text_of

FI, SV, EN = Language.FI, Language.SV, Language.EN
BEYOND = {FI: "En osannut", SV: "Jag kunde inte", EN: "I could not"}


@pytest.mark.parametrize("said", ["listaa lakkautetut kanavat", "visa nedlagda kanaler", "show me the closed channels"])
async def test_channels_out_of_use_are_listed_and_each_is_shown(bot: Bot, said: str) -> None:
    listed = await bot.said(STAFF, said)
    assert "Liikunnan vanha YouTube" in text_of(listed)
    assert len(buttons(listed)) == 1
    assert "Liikunnan vanha YouTube" in text_of(await bot.pressed(STAFF, listed, buttons(listed)[0].label))


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("mitkä kanavat on avattu viime vuonna", FI),
        ("vilka kanaler öppnades förra veckan", SV),
        ("which channels were opened last month", EN),
    ],
)
async def test_a_list_says_that_it_is_wider_than_what_was_asked(bot: Bot, said: str, language: Language) -> None:
    assert text_of(await bot.said(ICT, said, locale=language)).startswith(BEYOND[language])


@pytest.mark.parametrize("said", ["kanavat", "mitkä kanavat meillä on", "vilka kanaler har vi", "list all channels"])
async def test_a_list_that_is_what_was_asked_says_nothing_of_it(bot: Bot, said: str) -> None:
    assert not text_of(await bot.said(STAFF, said)).startswith(tuple(BEYOND.values()))


async def test_a_list_is_narrowed_to_somebodys_channels_for_staff_alone(bot: Bot) -> None:
    listed = text_of(await bot.said(STAFF, "mitä kanavia slack:U0LIB0002 hoitaa", locale=FI))
    assert "Kirjaston Instagram" in listed
    assert "Kirjaston Facebook" not in listed
    assert "Kunnan" in text_of(await bot.said(STAFF, "mitä kanavia slack:U0LIB0002 hoitaa", locale=FI, guest=True))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("mitkä kanavat ovat ilman vastuuhenkilöä", "Kaikilla kanavilla on vastuuhenkilö"),
        ("vilka konton är utan ansvarig", "Alla kanaler har en ansvarig"),
        ("are there channels without a responsible person", "Every channel has a responsible"),
        ("kuka on lähtenyt", "Yhdelläkään kanavalla ei ole lähteneitä"),
        ("vilka har slutat", "Ingen kanal har någon som har slutat"),
        ("who has left us", "No channel has anybody who has left"),
        ("mitkä kanavat ei oo päivitetty", "Kunnan Facebook"),
    ],
)
async def test_what_is_asked_is_what_is_answered(bot: Bot, said: str, expected: str) -> None:
    assert expected in text_of(await bot.said(ICT, said))


async def test_whose_responsible_person_has_left_is_listed(bot: Bot) -> None:
    asked = await bot.said(ICT, "lähtenyt slack:U0LIBHEAD", locale=FI)
    await bot.pressed(ICT, asked, buttons(asked)[0].label)
    for said in ("millä kanavilla ei ole vastuuhenkilöä", "kuka on lähtenyt"):
        listed = text_of(await bot.said(ICT, said, locale=FI))
        assert "Kirjaston Facebook" in listed
        assert "Kunnan" not in listed


@pytest.mark.parametrize("said", ["mitkä kanavat ovat ilman päätöstä", "vilka kanaler saknar beslut", "no decision"])
async def test_channels_without_a_decision_are_named(bot: Bot, said: str) -> None:
    assert "Kunnan Instagram, " in text_of(await bot.said(ICT, said))


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("kuka ei ole vastannut muistutuksiin", FI),
        ("vilka har inte reagerat på påminnelserna", SV),
        ("who haven't responded to reminders", EN),
    ],
)
async def test_who_did_not_answer_is_not_told_and_that_is_said(bot: Bot, said: str, language: Language) -> None:
    assert text_of(await bot.said(ICT, said, locale=language)).startswith(BEYOND[language])


async def test_history_and_undo_are_of_the_days_that_were_said(bot: Bot) -> None:
    form = await bot.said(ICT, "vaihda kirjaston facebookin nimeksi Lukusali", locale=FI)
    await bot.submitted(ICT, form)
    bot.clock.at += timedelta(days=1)
    await bot.submitted(ICT, await bot.said(ICT, "vaihda kunnan facebookin nimeksi Kuntalaiset", locale=FI))
    for said in ("peru eilinen muutos", "ångra gårdagens ändring", "undo yesterday's change"):
        asked = text_of(await bot.said(ICT, said))
        assert "Lukusali" in asked
        assert "Kuntalaiset" not in asked
    assert "Kuntalaiset" not in text_of(await bot.said(ICT, "historia eilen", locale=FI))
    assert "Tuolta ajalta ei ole muutoksia" in text_of(await bot.said(ICT, "historia viime viikolta", locale=FI))
    nothing = await bot.said(ICT, "peru viime viikon muutos", locale=FI)
    assert "Tuolta ajalta ei ole peruttavaa" in text_of(nothing)
    assert not buttons(nothing)


async def test_one_channel_is_shown_at_once(bot: Bot) -> None:
    assert "Osoite:" in text_of(await bot.said(STAFF, "näytä kunnan facebook", locale=FI))


async def test_open_duties_lead_to_the_channel_where_they_are_mended(bot: Bot) -> None:
    listed = await bot.said(ICT, "velvoitteet", locale=FI)
    assert "Ei tiedossa" not in text_of(listed)
    shown = await bot.pressed(ICT, listed, "Näytä: Kunnan Instagram")
    assert {"Vahvista velvoitteet"} <= {one.label for one in buttons(shown)}


@pytest.mark.parametrize("said", ["lähetä muistutus kaikille", "skicka en påminnelse till dem", "send them a reminder"])
async def test_reminders_are_not_sent_on_request_and_that_is_said(bot: Bot, said: str) -> None:
    assert {"Kunnan", "Somebot"} & set(text_of(await bot.said(MAINTAINER, "kunnan facebook")).split())
    sent = text_of(await bot.said(ICT, said))
    assert any(word in sent for word in ("pyynnöstä", "på begäran", "on request"))


async def test_a_name_that_another_channel_has_is_warned_of_once(bot: Bot) -> None:
    form = await bot.said(ICT, "muuta kirjaston facebookin nimeksi kunnan instagram", locale=FI)
    again = await bot.submitted(ICT, form)
    assert "name" in form_of(again).errors
    assert "Kunnan Instagram (Instagram" in form_of(again).errors["name"]
    assert "tallennettu" in text_of(await bot.submitted(ICT, again))


async def test_a_new_channel_with_a_name_that_is_there_is_warned_of(bot: Bot) -> None:
    form = await bot.said(ICT, "register", locale=EN)
    values = {"name": "Kirjaston Facebook", "unit": "Museo", "responsible": "U0MUSEUM1"}
    again = await bot.submitted(ICT, form, **values, url="https://www.threads.net/@museum")
    assert "name" in form_of(again).errors
    assert "Museum" in text_of(await bot.submitted(ICT, again, name="Museum Threads"))


async def test_an_address_that_is_registered_is_shown_at_once(bot: Bot) -> None:
    shown = text_of(await bot.said(ICT, "rekisteröi https://www.facebook.com/esimerkkikirjasto", locale=FI))
    assert shown.startswith("Osoite on jo rekisterissä")
    assert "Kirjaston Facebook" in shown
