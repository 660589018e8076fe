"""What waits for somebody is answered in everyday words: as the button would, or asked back, and never noted unsaid."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.exchange import Outcome
from bot.conversation.forms.decisions import ASK, AUTHORISE, DECIDE, DECLINE, REFUSE
from bot.conversation.forms.form import Form
from bot.domain.decisions import Waiting
from bot.domain.evidence import newest
from bot.domain.people import PersonId
from bot.messages.model import Verb
from bot.services.notices import AuthorisationDenied, CoverAccepted, CoverDeclined, HandoverAnswered
from bot.services.register.documents import register_of
from tests.acceptance.deciding import BOSS, SUPERIOR, authorise, proposal, propose
from tests.acceptance.people import HEAD, MAINTAINER, OTHER, STAFF
from tests.acceptance.reminder_days import AT_START, START, run
from tests.support.bot_in_memory import Bot, buttons, form_of, text_of

ABSENT = "slack-u0lib0001"
INSTAGRAM, FACEBOOK = "kirjasto-instagram", "kirjasto-facebook"


async def ask_to_cover(bot: Bot) -> None:
    form = await bot.said(MAINTAINER, "lomalla 1.12.-10.12.")
    await bot.submitted(MAINTAINER, form, cover="U0LIB0002")


async def ask_to_take_over(bot: Bot) -> None:
    form = await bot.said(MAINTAINER, "luovuta kirjaston facebook")
    await bot.submitted(MAINTAINER, form, to=STAFF, authorised_by=HEAD)


def told(bot: Bot, person: PersonId, *kinds: type) -> list[type]:
    return [type(one) for one in bot.notifier.sent.get(person, []) if isinstance(one, kinds)]


def cover_answers(bot: Bot) -> list[type]:
    return told(bot, ABSENT, CoverAccepted, CoverDeclined)


async def updated_on(bot: Bot, channel: str) -> date | None:
    evidence = newest(register_of(await bot.application.store.read()).channels[channel].evidence)
    return evidence.on if evidence else None


def verbs(outcome: Outcome) -> list[Verb]:
    return [one.action.verb for one in buttons(outcome)]


AGREES = [
    *("joo kyllä mä voin", "totta kai sopii", "voin hoitaa sen ajan", "kyllä mulle sopii hyvin", "selvä, mä tuuraan"),
    *("ilman muuta voin olla", "onnistuu hyvin", "ok mä otan sen", "no kyllä se käy", "Sopii!"),
    *(
        "jodå, det passar fint",
        "jag kan nog ta det",
        "det ordnar jag gärna",
        "går alldeles bra",
        "klart jag ställer upp",
    ),
    *("jo ja kan ta den", "visst, det gör jag", "okej, jag sköter det", "det är inga problem", "Det passar."),
    *(
        "yes I can cover that",
        "sure, happy to do it",
        "no problem, I'll cover",
        "of course I can",
        "I can do that week",
    ),
    *("works fine for me", "yes, count on me", "I'd be glad to help", "okay, I'll stand in then", "IT SUITS"),
]


@pytest.mark.parametrize("said", AGREES)
async def test_who_agrees_to_stand_in_is_heard(bot: Bot, said: str) -> None:
    await ask_to_cover(bot)
    await bot.said(OTHER, said)
    assert cover_answers(bot) == [CoverAccepted]


REFUSES = [
    *("en valitettavasti pysty", "ei sovi mulle silloin", "en mä kyllä ehdi", "oon itsekin silloin poissa"),
    *("ei käy, kysy joltain muulta", "sori mutta en voi", "ei onnistu tällä kertaa", "En voi olla sijaisena."),
    *("kan tyvärr inte den veckan", "nej, jag är själv ledig", "hinner tyvärr inte", "nä de går int för mig"),
    *("fråga någon annan i stället", "jag måste säga nej", "ja kan int då tyvärr", "det passar inte alls just då"),
    *(
        "sorry, I can't do that week",
        "no, I'm on holiday myself",
        "I'm afraid I can't make that",
        "can't, I'm away then",
    ),
    *("I have no time for that", "please ask someone else", "not possible for me", "I won't be able to cover then"),
]


@pytest.mark.parametrize("said", REFUSES)
async def test_who_cannot_stand_in_is_heard_and_not_taken_for_somebody_in_distress(bot: Bot, said: str) -> None:
    await ask_to_cover(bot)
    reply = await bot.said(OTHER, said)
    assert cover_answers(bot) == [CoverDeclined]
    assert "112" not in text_of(reply)


@pytest.mark.parametrize("said", ["ok", "okei", "okej", "fine", "mikä kanava", "vad gäller det", "what is this about"])
async def test_what_is_no_clear_answer_is_asked_back_with_the_buttons_of_what_waits(bot: Bot, said: str) -> None:
    await ask_to_cover(bot)
    asked = await bot.said(OTHER, said)
    assert cover_answers(bot) == []
    assert verbs(asked)[:2] == [Verb.COVER_ACCEPT, Verb.COVER_DECLINE]
    await bot.pressed(OTHER, asked, buttons(asked)[0].label)
    assert cover_answers(bot) == [CoverAccepted]


async def test_who_meant_something_else_gets_that(bot: Bot) -> None:
    await ask_to_cover(bot)
    asked = await bot.said(OTHER, "ok")
    other = await bot.pressed(OTHER, asked, buttons(asked)[-1].label)
    assert "Somebot" in text_of(other)
    assert cover_answers(bot) == []


OF_ITS_OWN = [
    *("moi", "kiitos!", "kuka hoitaa kunnan facebookia", "saako instaan laittaa lapsen kuvan", "omat", "apua"),
    *("hej", "tack", "vem sköter bibliotekets facebook", "får jag lägga ut bilder på barn", "mina", "hjälp"),
    *("hello", "thank you", "who runs the library facebook", "may I post pictures of children", "mine", "help"),
]


@pytest.mark.parametrize("said", OF_ITS_OWN)
async def test_what_means_something_of_its_own_answers_nothing(bot: Bot, said: str) -> None:
    await ask_to_cover(bot)
    reply = await bot.said(OTHER, said)
    assert Verb.COVER_ACCEPT not in verbs(reply)
    assert cover_answers(bot) == []


@pytest.mark.parametrize(
    "said",
    [
        *(
            "en jaksa enää elää näin",
            "mulla on tosi paha olla",
            "jag orkar inte leva längre",
            "jag mår fruktansvärt dåligt",
        ),
        *("I can't go on living like this", "I want to disappear"),
    ],
)
async def test_distress_is_distress_whatever_waits(bot: Bot, said: str) -> None:
    await ask_to_cover(bot)
    assert "112" in text_of(await bot.said(OTHER, said))
    assert cover_answers(bot) == []


async def test_a_cover_who_has_agreed_is_not_taken_at_a_later_no(bot: Bot) -> None:
    await ask_to_cover(bot)
    await bot.said(OTHER, "joo")
    await bot.said(OTHER, "ei")
    assert cover_answers(bot) == [CoverAccepted]


@pytest.mark.parametrize(
    ("said", "accepted"),
    [
        *(("kyllä mä sen voin ottaa", True), ("ryhdyn mielelläni", True), ("en halua lisää kanavia", False)),
        *(("jo, jag tar hand om den", True), ("gärna för mig", True), ("hinner int med en till kanal", False)),
        *(("I'd be happy to take it on", True), ("sure, I'll look after it", True), ("I'm too busy already", False)),
    ],
)
async def test_who_is_to_take_a_channel_over_is_heard(bot: Bot, said: str, accepted: bool) -> None:
    await ask_to_take_over(bot)
    await bot.said(STAFF, said)
    sent = bot.notifier.sent.get(ABSENT, [])
    assert [one.accepted for one in sent if isinstance(one, HandoverAnswered)] == [accepted]


@pytest.mark.parametrize(
    "said",
    [
        *("en oo kyllä valtuuttanut ketään", "tätä en ole hyväksynyt", "ei pidä paikkaansa"),
        *("det där har jag aldrig godkänt", "jag har int gett nån fullmakt", "det stämmer inte alls"),
        *("I haven't authorised this", "I never agreed to anything like that", "that's not true"),
    ],
)
async def test_an_authorisation_that_was_never_given_is_disputed(bot: Bot, said: str) -> None:
    await ask_to_take_over(bot)
    await bot.said(HEAD, said)
    assert told(bot, "slack-u0ict0001", AuthorisationDenied) == [AuthorisationDenied]


@pytest.mark.parametrize(
    "said",
    ["annan tälle luvan", "puollan ehdotusta", "det godkänner jag gärna", "har mitt stöd", "you have my approval"],
)
async def test_a_superior_authorises_in_their_own_words(bot: Bot, said: str) -> None:
    await propose(bot)
    await bot.said(SUPERIOR, said)
    assert (await proposal(bot)).waits_for is Waiting.DECIDE


@pytest.mark.parametrize(
    ("said", "form"),
    [
        *(("en valtuuta", REFUSE), ("en anna tähän lupaa", REFUSE), ("Valtuutan ehdoin", AUTHORISE)),
        *(("jag ger inte lov till det", REFUSE), ("ja, men bara under sommaren", AUTHORISE)),
        *(("I won't authorise this", REFUSE), ("yes, but only until June", AUTHORISE)),
    ],
)
async def test_a_superior_who_refuses_or_sets_conditions_comes_to_the_form(bot: Bot, said: str, form: str) -> None:
    await propose(bot)
    assert form_of(await bot.said(SUPERIOR, said)).id == form
    assert (await proposal(bot)).waits_for is Waiting.AUTHORISE


@pytest.mark.parametrize(
    ("said", "form"),
    [
        *(("otetaan vain käyttöön", DECIDE), ("hylätään tämä", DECLINE), ("paljonko aikaa tähän menee viikossa", ASK)),
        *(("vi tar kanalen i bruk", DECIDE), ("det avslår jag", DECLINE), ("jag vill fråga en sak först", ASK)),
        *(
            ("let's go ahead with it", DECIDE),
            ("we don't need this", DECLINE),
            ("I'd like to ask something first", ASK),
        ),
        *(("Hylkää ehdotus", DECLINE), ("Fråga mer", ASK), ("Approve the channel", DECIDE)),
    ],
)
async def test_who_decides_comes_to_the_form_for_it(bot: Bot, said: str, form: str) -> None:
    await propose(bot)
    await authorise(bot)
    assert form_of(await bot.said(BOSS, said)).id == form


NOT_YET = [
    *("ihan kohta valmis", "teen sen vielä tänään", "työn alla on", "lupaan hoitaa tänään", "melkein tehty jo"),
    *("ei oo vielä ehditty", "ei ole ollut mitään kerrottavaa", "on ollut kiire", "en oo kerennyt tekemään"),
    *("nästan klart nu", "jobbar på det just nu", "ska göra de idag", "det är på gång", "fixar det senare i dag"),
    *("har int hunnit göra de", "inget nytt att skriva om", "inte riktigt klart än", "mycket annat på gång"),
    *("almost there", "working on it right now", "I'll get it done today", "will do it shortly", "nearly finished"),
    *("haven't got round to it yet", "nothing new to post", "too much else going on", "not quite done"),
]


@pytest.mark.parametrize("said", NOT_YET)
async def test_what_is_not_done_yet_is_not_noted(bot: Bot, said: str) -> None:
    await run(bot, AT_START)
    before = await updated_on(bot, INSTAGRAM)
    asked = await bot.said(OTHER, said)
    assert await updated_on(bot, INSTAGRAM) == before
    assert Verb.REMINDERS_LATER in verbs(asked)


@pytest.mark.parametrize("said", ["nästan klart", "on it", "nearly done", "kohta valmis", "är det klart redan"])
async def test_nothing_is_noted_where_nothing_waits_either(bot: Bot, said: str) -> None:
    before = await updated_on(bot, INSTAGRAM)
    await bot.said(OTHER, said)
    assert await updated_on(bot, INSTAGRAM) == before


@pytest.mark.parametrize(
    "said",
    [
        *("hoidin sen jo", "laitoin just uuden kuvan", "on nyt ajan tasalla"),
        *("fixade det nyss", "har lagt ut ett inlägg", "nu är det avklarat"),
        *("I've taken care of it", "just put up a post", "that's sorted now"),
    ],
)
async def test_what_was_done_is_noted(bot: Bot, said: str) -> None:
    await run(bot, AT_START)
    await bot.said(OTHER, said)
    assert await updated_on(bot, INSTAGRAM) == START


@pytest.mark.parametrize(
    "said",
    [
        *("mitä tää viesti on", "kuka tätä kysyy", "mistä kanavasta on kyse"),
        *("varför fick jag det här", "vilken kanal gäller det", "är det redan gjort?"),
        *("why did I get this message", "which channel is this", "has it been done already?"),
    ],
)
async def test_who_asks_what_a_reminder_is_about_sees_it(bot: Bot, said: str) -> None:
    await run(bot, AT_START)
    before = await updated_on(bot, INSTAGRAM)
    assert Verb.REMINDER_UPDATED in verbs(await bot.said(OTHER, said))
    assert await updated_on(bot, INSTAGRAM) == before


@pytest.mark.parametrize(
    "said",
    [
        *("kollega tekee näitä nykyisin", "ei kuulu enää mun töihin", "någon annan har tagit över det"),
        *("det hör inte till mitt jobb längre", "my colleague looks after that now", "it's not my job any longer"),
    ],
)
async def test_whose_it_is_not_any_more_comes_to_the_hand_over(bot: Bot, said: str) -> None:
    await run(bot, AT_START)
    asked = await bot.said(OTHER, said)
    assert [one.action.args[0] for one in buttons(asked)] == ["handover"]


@pytest.mark.parametrize("said", ["Muu päivä", "En annan dag", "Another day"])
async def test_the_words_of_a_button_are_that_button(bot: Bot, said: str) -> None:
    await run(bot, AT_START)
    assert isinstance((await bot.said(OTHER, said)).reply, Form)


@pytest.mark.parametrize("said", ["Viikon päästä", "om en vecka", "in a week"])
async def test_the_words_of_a_button_put_off_what_was_asked(bot: Bot, said: str) -> None:
    await run(bot, AT_START)
    assert "14" in text_of(await bot.said(OTHER, said))


async def test_a_button_that_asks_back_asks_back_in_words_as_well(bot: Bot) -> None:
    await run(bot, AT_START)
    asked = await bot.said(OTHER, "ehdota kanavan lopettamista")
    assert Verb.REMINDER_CLOSE in verbs(asked)
    assert told(bot, "slack-u0ict0001", AuthorisationDenied) == []


@pytest.mark.parametrize(
    ("said", "updated", "again"),
    [
        *(
            ("facebook joo, instagram ensi viikolla", FACEBOOK, INSTAGRAM),
            ("kaikki muut paitsi face", INSTAGRAM, FACEBOOK),
        ),
        *(("face ✅ insta ❌", FACEBOOK, INSTAGRAM), ("joo mut ei insta", FACEBOOK, INSTAGRAM)),
        *(("vain instagram", INSTAGRAM, FACEBOOK), ("insta tänään, facebook ensi maanantaina", INSTAGRAM, FACEBOOK)),
        *(("insta ja men facebook nej", INSTAGRAM, FACEBOOK), ("alla utom facebook", INSTAGRAM, FACEBOOK)),
        *(("ja men int insta", FACEBOOK, INSTAGRAM), ("bara insta", INSTAGRAM, FACEBOOK)),
        *(("instagram gjort, facebook kommer nästa vecka", INSTAGRAM, FACEBOOK),),
        *(("yes but not insta", FACEBOOK, INSTAGRAM), ("all but facebook", INSTAGRAM, FACEBOOK)),
        *(("only instagram", INSTAGRAM, FACEBOOK), ("insta done, fb next week", INSTAGRAM, FACEBOOK)),
        *(("did insta, will do facebook next week", INSTAGRAM, FACEBOOK), ("all except fb", INSTAGRAM, FACEBOOK)),
    ],
)
async def test_two_things_said_at_once_each_get_their_due(bot: Bot, said: str, updated: str, again: str) -> None:
    await run(bot, AT_START)
    before = await updated_on(bot, again)
    reply = text_of(await bot.said(MAINTAINER, said))
    assert (await updated_on(bot, updated), await updated_on(bot, again)) == (START, before)
    assert reply.index("Instagram") >= 0
    assert reply.index("Facebook") >= 0


@pytest.mark.parametrize(
    "said",
    [
        *("tehty, muistuta taas kuukauden päästä", "päivitin eilen, ja muistuta uudestaan ensi viikolla"),
        *("gjort, påminn mig igen om en månad", "det är klart och påminn igen nästa vecka"),
        *("done, remind me again next month", "it's done, and remind me in three weeks"),
    ],
)
async def test_what_was_done_is_noted_also_by_who_wants_to_be_reminded_again(bot: Bot, said: str) -> None:
    await run(bot, AT_START)
    before = await updated_on(bot, INSTAGRAM)
    reply = await bot.said(OTHER, said)
    assert await updated_on(bot, INSTAGRAM) != before
    assert len(text_of(reply).split("\n\n")) > 1


async def test_a_yes_is_asked_back_where_a_reminder_and_a_request_wait(bot: Bot) -> None:
    await run(bot, AT_START)
    form = await bot.said(MAINTAINER, "lomalla 20.12.-30.12.")
    await bot.submitted(MAINTAINER, form, cover="U0LIB0002")
    asked = await bot.said(OTHER, "joo")
    assert {Verb.COVER_ACCEPT, Verb.REMINDER_UPDATED} <= {*verbs(asked)}
    assert cover_answers(bot) == []
    await bot.said(OTHER, "voin sijaistaa")
    assert cover_answers(bot) == [CoverAccepted]


@pytest.mark.parametrize("said", ["valtuutan sen tiktokin", "I authorise the tiktok", "jag ger fullmakt för tiktok"])
async def test_who_names_the_channel_that_waits_answers_all_the_same(bot: Bot, said: str) -> None:
    await propose(bot)
    await bot.said(SUPERIOR, said)
    assert (await proposal(bot)).waits_for is Waiting.DECIDE


@pytest.mark.parametrize("said", ["ok", "selvä", "okej, tack", "fine"])
async def test_what_may_be_said_to_a_reply_answers_no_request(bot: Bot, said: str) -> None:
    bot.conversation = "dm"
    await ask_to_cover(bot)
    await bot.said(OTHER, "kuka hoitaa kunnan facebookia")
    await bot.said(OTHER, said)
    assert cover_answers(bot) == []
