"""An alarm goes on with the channel that is typed, ends in everyday words, and is seen wherever the channel is looked
up; what is no trouble raises none, and a threat is answered with what to do."""

from __future__ import annotations

import pytest

from bot.conversation.exchange import Outcome
from bot.domain.language import Language
from tests.acceptance.people import GUEST, HEAD, ICT, MAINTAINER, STAFF
from tests.support.bot_in_memory import Bot, buttons, text_of

FI, SV, EN = Language.FI, Language.SV, Language.EN


def labels(outcome: Outcome) -> list[str]:
    return [one.label for one in buttons(outcome)]


@pytest.mark.parametrize(
    ("alarm", "which"),
    [
        ("joku on kaapannut meidän tilin", "kirjaston face"),
        ("tilimme on hakkeroitu", "no se kirjaston facebook"),
        ("någon har hackat vårt konto", "bibliotekets fb"),
        ("vår facebook är kapad", "det är bibliotekets"),
        ("somebody has hijacked our account", "library facebook"),
        ("our facebook has been hacked", "it's the library's"),
    ],
)
async def test_an_alarm_goes_on_with_the_channel_that_is_typed(bot: Bot, alarm: str, which: str) -> None:
    bot.conversation = "dm"
    await bot.said(STAFF, alarm)
    asked = await bot.said(STAFF, which)
    assert "Kirjaston Facebook" in text_of(asked)
    assert {"Tili on kaapattu", "Kontot har kapats", "The account has been hijacked"} & set(labels(asked))


async def test_an_alarm_that_was_answered_is_gone_on_from_no_more(bot: Bot) -> None:
    bot.conversation = "dm"
    await bot.said(STAFF, "meidän facebook on kaapattu")
    assert "Tili on kaapattu" in labels(await bot.said(STAFF, "se kirjaston"))
    assert "Tili on kaapattu" not in labels(await bot.said(STAFF, "kirjaston instagram"))


async def test_a_question_after_an_alarm_is_a_question(bot: Bot) -> None:
    bot.conversation = "dm"
    await bot.said(STAFF, "meidän tili on kaapattu")
    assert "Vastuuhenkilö" in text_of(await bot.said(STAFF, "kuka hoitaa kirjaston facebookia"))


async def report(bot: Bot) -> None:
    asked = await bot.said(STAFF, "kirjaston facebook on kaapattu", locale=FI)
    await bot.pressed(STAFF, asked, "Tili on kaapattu")


@pytest.mark.parametrize(
    ("said", "button"),
    [
        ("mitään ei ole kaapattu, erehdyin", "Väärä hälytys"),
        ("se oli työkaveri, joka oli vaihtanut salasanan", "Väärä hälytys"),
        ("ingenting är hackat, jag tog fel", "Falskt larm"),
        ("en kollega hade bytt lösenord", "Falskt larm"),
        ("nobody hacked anything after all", "False alarm"),
        ("no need to worry, a colleague had changed the password", "False alarm"),
    ],
)
async def test_a_false_alarm_is_taken_back_in_everyday_words(bot: Bot, said: str, button: str) -> None:
    await report(bot)
    assert button in labels(await bot.said(STAFF, said))


@pytest.mark.parametrize(
    ("said", "button"),
    [
        ("saimme sivun takaisin", "Tapaus on ohi"),
        ("nyt se on kunnossa, saatiin kuntoon", "Tapaus on ohi"),
        ("vi har fått tillbaka sidan", "Avsluta ärendet"),
        ("det är ordnat nu", "Avsluta ärendet"),
        ("we have recovered our page", "The case is over"),
        ("that's sorted", "The case is over"),
    ],
)
async def test_a_case_ends_in_everyday_words(bot: Bot, said: str, button: str) -> None:
    await report(bot)
    assert button in labels(await bot.said(HEAD, said))


async def test_where_no_account_is_in_trouble_nothing_of_it_is_in_order_again(bot: Bot) -> None:
    assert "Tapaus on ohi" not in labels(await bot.said(HEAD, "saatiin kuntoon"))


async def test_an_open_case_is_seen_on_the_card_and_at_home(bot: Bot) -> None:
    assert "kaapattu" not in text_of(await bot.said(STAFF, "kuka hoitaa kirjaston facebookia"))
    await report(bot)
    assert "Tili on kaapattu" in text_of(await bot.said(STAFF, "kuka hoitaa kirjaston facebookia"))
    assert "kapats" in text_of(await bot.said(MAINTAINER, "vem sköter bibliotekets facebook"))
    assert "kaapattu" not in text_of(await bot.said(GUEST, "kuka hoitaa kirjaston facebookia", guest=True))
    home = await bot.said(ICT, "koti")
    assert "Kirjaston Facebook" in text_of(home)
    assert "Avoimet ongelmatilanteet" in text_of(await bot.pressed(ICT, home, "Näytä", "Kirjaston Facebook"))


@pytest.mark.parametrize(
    "said",
    [
        "kukaan ei tykkää meidän postauksista",
        "lähetä linkki meidän instagramiin",
        "ei olla julkaistu mitään kesän jälkeen",
        "ingen gillar våra inlägg",
        "skicka länken till vår instagram",
        "vi har inte postat något sedan sommaren",
        "nobody likes our posts",
        "send me the link to our instagram",
        "we've posted nothing since the summer",
    ],
)
async def test_what_is_no_trouble_of_an_account_raises_no_alarm(bot: Bot, said: str) -> None:
    outcome = await bot.said(STAFF, said)
    assert outcome.understood
    assert outcome.understood.intent != "trouble"


@pytest.mark.parametrize(
    "said",
    [
        "somessa luvattiin räjäyttää koulu",
        "joku kirjoitti ampuvansa meidät, hän ampuu kaikki",
        "någon skriver att skolan ska sprängas, han ska spränga den",
        "en person hotade komma med kniv till biblioteket",
        "somebody says they will blow up the school",
        "a man wrote that he is coming with a gun",
    ],
)
async def test_a_threat_of_violence_is_told_to_the_police(bot: Bot, said: str) -> None:
    assert "112" in text_of(await bot.said(STAFF, said))


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("mitä tehdään, jos tili hakkeroidaan", "Vaihtakaa salasana"),
        ("hur gör man om ett konto kapas", "Byt lösenord"),
        ("what do we do if an account gets hacked", "Change the password"),
    ],
)
async def test_what_is_done_if_an_account_is_hijacked_is_known(bot: Bot, said: str, word: str) -> None:
    assert word in text_of(await bot.said(STAFF, said))


async def test_of_a_fake_page_the_fake_is_what_is_offered_first(bot: Bot) -> None:
    asked = await bot.said(STAFF, "löysin valesivun nimeltä Kirjaston Facebook")
    assert labels(asked)[0] == "Joku esiintyy kunnan nimissä"
