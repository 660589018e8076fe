"""Is this account ours? What is asked, in all its spellings, and what the bot says and advises."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.messages.model import Bullets, Message, PersonSpan, Verb
from bot.services.notices import QuestionForSecretary
from tests.support.bot_in_memory import Bot, buttons, labels, make_bot, text_of

STAFF, ICT = "slack:U0STAFF01", "slack:U0ICT0001"
FI, SV, EN = Language.FI, Language.SV, Language.EN


@pytest.mark.parametrize(
    ("said", "replied"),
    [
        ("onko https://www.instagram.com/EsimerkkiKunta/?igsh=MW meidän", "Kunnan Instagram"),
        ("onko https://m.facebook.com/esimerkkikunta/posts/1 meidän", "Kunnan Facebook"),
        ("onko tiktok.com/@esimerkkinuoriso/video/12 meidän", "Nuorisopalvelujen TikTok"),
        ("onko tämä meidän: instagram.com/esimerkkikirjasto.", "Kirjaston Instagram"),
    ],
)
async def test_an_account_of_ours_is_known_in_any_spelling(said: str, replied: str) -> None:
    text = text_of(await (await make_bot()).said(STAFF, said, locale=FI))
    assert "on kunnan kanava" in text
    assert replied in text
    assert "Vastuuhenkilö" in text


async def test_a_handle_alone_lists_the_channels_of_all_platforms() -> None:
    text = text_of(await (await make_bot()).said(STAFF, "onko @EsimerkkiKirjasto meidän", locale=FI))
    assert "kunta käyttää nimeä @EsimerkkiKirjasto näissä kanavissa" in text
    assert "https://www.instagram.com/esimerkkikirjasto/" in text
    assert "https://www.facebook.com/esimerkkikirjasto" in text
    assert "Vertaa osoitetta" in text


@pytest.mark.parametrize(
    ("locale", "said", "replied"),
    [
        (FI, "onko https://instagram.com/esimerkki_kunta meidän", "Nimi näyttää samalta kuin kunnan kanavalla"),
        (SV, "är https://instagram.com/esimerkkikunta.palkinnot vårt konto", "Namnet innehåller mer"),
        (EN, "is https://www.instagram.com/esimerkkikuntta our account", "differs only a little"),
        (FI, "onko https://facebook.com.evil.example/esimerkkikunta meidän", "vie muualle"),
        (EN, "is https://x.com/esimerkkikunta our account", "a channel of the same name elsewhere"),
    ],
)
async def test_a_look_alike_is_told_with_the_channel_that_it_resembles(
    locale: Language, said: str, replied: str
) -> None:
    outcome = await (await make_bot()).said(STAFF, said, locale=locale)
    assert outcome.reply.language is locale
    assert replied in text_of(outcome)
    assert "Kunnan " in text_of(outcome)


@pytest.mark.parametrize("said", ["onko https://instagram.com/toinenkunta meidän", "onko @mallilankirjasto meidän"])
async def test_an_account_of_somebody_elses_is_just_not_in_the_register(said: str) -> None:
    text = text_of(await (await make_bot()).said(STAFF, said, locale=FI))
    assert "ei ole kunnan rekisterissä" in text
    assert "Ole tarkkana" not in text
    assert "Kunnan rekisterissä on:" not in text


async def test_an_address_of_a_post_is_asked_back_for_the_profile() -> None:
    text = text_of(await (await make_bot()).said(STAFF, "onko https://www.instagram.com/p/DAbc12 meidän", locale=FI))
    assert "Osoitteesta ei näy, kenen tili on" in text


@pytest.mark.parametrize(
    ("locale", "said", "steps"),
    [
        (FI, "onko https://instagram.com/esimerkkikunta.palkinnot meidän", ["Älä vastaa", "kuvakaappaus", "Ilmoita"]),
        (SV, "är https://instagram.com/esimerkkikunta.palkinnot vårt konto", ["Svara inte", "skärmbild", "Anmäl"]),
        (EN, "is https://instagram.com/esimerkkikunta.palkinnot our account", ["Do not reply", "screenshot", "Report"]),
    ],
)
async def test_what_to_do_about_an_impostor_is_told_in_steps(locale: Language, said: str, steps: list[str]) -> None:
    outcome = await (await make_bot()).said(STAFF, said, locale=locale)
    assert isinstance(outcome.reply, Message)
    for step in steps:
        assert step in text_of(outcome)
    last = [block for block in outcome.reply.blocks if isinstance(block, Bullets)][-1]
    assert any(isinstance(span, PersonSpan) and span.name == "ICT-sihteeri" for span in last.items[-1])


async def questions_of(bot: Bot) -> list[str]:
    notices = bot.notifier.sent.get("slack-u0ict0001", [])
    return [notice.question for notice in notices if isinstance(notice, QuestionForSecretary)]


async def test_one_press_tells_the_secretary_of_the_account() -> None:
    bot = await make_bot()
    outcome = await bot.said(STAFF, "onko https://instagram.com/esimerkkikunta.palkinnot meidän", locale=FI)
    thanked = await bot.pressed(STAFF, outcome, "Kerro ICT-sihteerille")
    assert "ICT-sihteeri" in text_of(thanked)
    (question,) = await questions_of(bot)
    assert "https://instagram.com/esimerkkikunta.palkinnot" in question


async def test_what_a_button_carries_fits_however_long_the_address_is() -> None:
    bot = await make_bot()
    outcome = await bot.said(STAFF, f"onko https://instagram.com/{'esimerkkikunta' * 60} meidän", locale=FI)
    assert len(text_of(outcome)) < 1500
    await bot.pressed(STAFF, outcome, "Kerro ICT-sihteerille")
    assert len(await questions_of(bot)) == 1


@pytest.mark.parametrize("said", ["onko @esimerkkikirjasto meidän", "onko instagram.com/esimerkki_kirjasto meidän"])
async def test_guests_see_channels_and_steps_and_no_people(said: str) -> None:
    outcome = await (await make_bot()).said(STAFF, said, locale=FI, guest=True)
    assert isinstance(outcome.reply, Message)
    text = text_of(outcome)
    assert "Kirjaston Instagram" in text
    for person in ("Kirjastotoimenjohtaja", "Kirjaston ylläpitäjä", "U0ICT0001"):
        assert person not in text
    assert not [button for button in buttons(outcome) if button.action.verb is Verb.ASK_SECRETARY]


async def test_registering_an_account_again_is_refused_with_the_channels_name() -> None:
    bot = await make_bot()
    there = "https://m.instagram.com/EsimerkkiKirjasto/reel/12"
    assert "Osoite on jo rekisterissä" in text_of(await bot.said(ICT, f"rekisteröi {there}", locale=FI))
    form = await bot.said(ICT, "rekisteröi", locale=FI)
    given = {"name": "Kirjasto", "unit": "Kirjastopalvelut", "responsible": "U0LIBHEAD"}
    assert "Osoite on jo rekisterissä: Kirjaston Instagram" in text_of(
        await bot.submitted(ICT, form, **given, url=there)
    )
    everything = await bot.submitted(ICT, form, **given, url="")
    again = await bot.submitted(ICT, everything, platform="instagram", handle="EsimerkkiKirjasto")
    assert "Tili on jo rekisterissä: Kirjaston Instagram" in text_of(again)


async def test_registering_a_look_alike_goes_through_with_a_note() -> None:
    bot = await make_bot()
    form = await bot.said(ICT, "rekisteröi https://instagram.com/esimerkki_kirjasto", locale=FI)
    given = {"name": "Toinen", "unit": "Kirjastopalvelut", "responsible": "U0LIBHEAD"}
    text = text_of(await bot.submitted(ICT, form, **given))
    assert "Kanava on lisätty rekisteriin" in text
    assert "muistuttaa toista kanavaa: Kirjaston Instagram" in text
    assert "on kunnan kanava" in text_of(
        await bot.said(STAFF, "onko instagram.com/esimerkki_kirjasto meidän", locale=FI)
    )


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("tarkista", "Minkä tilin tarkistan?"),
        ("onko tämä meidän", "Minkä tilin tarkistan?"),
        ("verifiera", "Vilket konto ska jag kontrollera?"),
        ("är detta vårt", "Vilket konto ska jag kontrollera?"),
        ("verify", "Which account shall I check?"),
        ("varmistatko yhden tilin", "Minkä tilin tarkistan?"),
        ("varmista profiili", "Minkä tilin tarkistan?"),
        ("kontrollera en profil åt mig", "Vilket konto ska jag kontrollera?"),
        ("verify a profile please", "Which account shall I check?"),
    ],
)
async def test_which_account_is_meant_is_asked_where_none_was_given(said: str, asked: str) -> None:
    bot = await make_bot()
    outcome = await bot.said(STAFF, said)
    assert asked in text_of(outcome)
    form = await bot.pressed(STAFF, outcome, labels(outcome)[0])
    ours = await bot.submitted(STAFF, form, account="https://www.instagram.com/esimerkkikunta/")
    assert "Kunnan Instagram" in text_of(ours)
    assert "mallilansivu" in text_of(await bot.submitted(STAFF, form, account="mallilansivu"))


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("is this ours: mallila", "mallila"),
        ("onko Mallila meidän", "Mallila"),
        ("tarkista Mallilanlahti", "Mallilanlahti"),
        ("är detta vårt: mallila", "mallila"),
    ],
)
async def test_what_was_typed_of_an_account_is_never_lost(said: str, typed: str) -> None:
    bot = await make_bot()
    outcome = await bot.said(STAFF, said)
    assert f"{typed} " in text_of(outcome)
    tell = next(button for button in buttons(outcome) if button.action.verb is Verb.ASK_SECRETARY)
    assert typed in tell.action.args[0]


@pytest.mark.parametrize("said", ["onko nuorisopalvelujen tiktok meidän", "onko Nuorisopalvelujen TikTok meidän"])
async def test_a_bare_name_is_looked_up_by_name_and_proves_nothing(said: str) -> None:
    text = text_of(await (await make_bot()).said(STAFF, said))
    assert "https://www.tiktok.com/@esimerkkinuoriso" in text


@pytest.mark.parametrize(
    ("said", "asked"), [("kuka omistaa", "Minkä kanavan"), ("who owns", "Which channel are you asking")]
)
async def test_whose_channel_is_meant_is_asked_where_none_was_named(said: str, asked: str) -> None:
    bot = await make_bot()
    outcome = await bot.said(STAFF, said)
    assert asked in text_of(outcome)
    assert "Kunnan Facebook" in text_of(await bot.pressed(STAFF, outcome, labels(outcome)[0]))


async def test_a_lasting_id_is_shown_whole() -> None:
    text = text_of(await (await make_bot()).said(STAFF, "onko https://bsky.app/profile/did:plc:abc234 meidän"))
    assert "https://bsky.app/profile/did:plc:abc234 ei ole" in text


async def with_website(url: str) -> Bot:
    """A bot without a website in its settings, and with one in its register."""
    bot = await make_bot()
    line = f"register {url} name=Kunnan sivut unit=Hallintopalvelut responsible=U0ADMIN01 platform=website"
    await bot.said(ICT, line, locale=FI)
    return bot


@pytest.mark.parametrize("website", ["https://www.mallila.example/", "https://mallila.example/fi"])
@pytest.mark.parametrize(
    ("said", "replied"),
    [
        ("onko tämä sivu meidän: https://www.mallila.example/fi/asuminen", "on kunnan kanava"),
        ("onko https://kirjasto.mallila.example/aukiolot meidän", "on kunnan omilla verkkosivuilla"),
        ("är den här sidan vår: https://bibban.mallila.example", "finns på kommunens egen webbplats"),
        ("is this page ours: https://events.mallila.example/2026", "is on the municipality’s own website"),
    ],
)
async def test_the_website_of_the_register_is_ours_with_all_that_is_on_it(
    website: str, said: str, replied: str
) -> None:
    assert replied in text_of(await (await with_website(website)).said(STAFF, said))


@pytest.mark.parametrize(
    ("website", "said"),
    [
        ("https://www.mallila.example/", "onko https://mallila.example.palkinnot.example/ meidän"),
        ("https://www.mallila.example/", "onko https://mallila-palkinnot.example meidän"),
        ("https://alusta.example/mallila", "onko https://alusta.example/muu meidän"),
        ("https://alusta.example/mallila", "onko https://muu.alusta.example meidän"),
    ],
)
async def test_what_is_beside_it_is_not(website: str, said: str) -> None:
    assert "ei ole kunnan rekisterissä" in text_of(await (await with_website(website)).said(STAFF, said, locale=FI))
