"""A do-not, a maybe, a question and a fault retire no channel; an odd sentence is no request to the ICT secretary."""

from __future__ import annotations

import pytest

from bot.conversation.forms.form import Form
from tests.acceptance.people import ICT, MAINTAINER, STAFF
from tests.support.bot_in_memory import Bot, form_of, text_of


@pytest.mark.parametrize(
    "said",
    [
        "älä vielä sulje kirjaston instagramia",
        "kirjaston instagramia ei saa missään nimessä poistaa",
        "ehkä kirjaston instagram pitäisi joskus lakkauttaa",
        "mietimme, lopetetaanko kirjaston instagram",
        "instagram sulki kirjaston tilin",
        "onko kirjaston instagram jo suljettu",
        "lägg inte ner bibliotekets instagram",
        "bibliotekets instagram ska inte avslutas",
        "vi funderar på att avsluta bibliotekets instagram",
        "instagram har blockerat bibliotekets konto",
        "är bibliotekets instagram nedlagd",
        "never close the library's instagram",
        "the library's instagram must not be closed",
        "perhaps we retire the library's instagram some day",
        "instagram has deleted the library's account",
        "has the library's instagram been closed",
    ],
)
async def test_what_is_no_order_retires_no_channel(bot: Bot, said: str) -> None:
    outcome = await bot.said(ICT, said)
    assert not isinstance(outcome.reply, Form), text_of(outcome)


@pytest.mark.parametrize(
    "said",
    [
        "sulje kirjaston instagram",
        "kirjaston instagramia ei käytetä, poistetaan se",
        "voisitko lakkauttaa kirjaston instagramin?",
        "avsluta bibliotekets instagram",
        "ingen använder bibliotekets instagram, lägg ner den",
        "kan du avsluta bibliotekets instagram?",
        "close the library's instagram",
        "nobody uses the library's instagram, close it",
        "could you retire the library's instagram?",
    ],
)
async def test_an_order_still_retires_it(bot: Bot, said: str) -> None:
    assert form_of(await bot.said(ICT, said)).id == "retire"


@pytest.mark.parametrize(
    "said",
    [
        "vaihdettiin toimistoon uudet verhot",
        "hän ilmoittautui kurssille eilen",
        "kuinka kanava suljetaan",
        "oho",
        "lopeta",
        "vi bytte gardiner på kontoret",
        "hon anmälde sig till kursen",
        "hur stänger man en kanal",
        "we changed the curtains at the office",
        "she signed up for the course",
        "how does one retire a channel",
    ],
)
@pytest.mark.parametrize("who", [STAFF, MAINTAINER])
async def test_an_odd_sentence_is_no_request(bot: Bot, said: str, who: str) -> None:
    answer = text_of(await bot.said(who, said))
    assert not any(word in answer for word in ("Pyyntö:", "Begäran:", "Request:")), answer
