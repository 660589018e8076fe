"""A yes on terms opens the form for it, and the terms stand in it as they were said, days and people too."""

from __future__ import annotations

import pytest

from bot.conversation.forms.decisions import AUTHORISE, DECIDE
from bot.services.notices import HandoverAnswered
from tests.acceptance.deciding import BOSS, SUPERIOR, proposal, up_to
from tests.acceptance.people import HEAD, MAINTAINER, STAFF
from tests.support.bot_in_memory import Bot, form_of

TERMS = [
    ("ok mut vain jos kommentteihin vastataan arkisin", "Vain jos kommentteihin vastataan arkisin"),
    ("hyväksyn sillä ehdolla, että tekijöitä on kaksi", "Sillä ehdolla, että tekijöitä on kaksi"),
    ("joo, kunhan se ei vie kolmea tuntia enempää", "Kunhan se ei vie kolmea tuntia enempää"),
    ("kyllä, mutta vain 31.5. asti", "Vain 31.5. asti"),
    ("hyväksytään kokeiluna puoleksi vuodeksi", "Kokeiluna puoleksi vuodeksi"),
    ("ja, men bara fram till midsommar", "Bara fram till midsommar"),
    ("jag godkänner det på villkor att någon utses", "På villkor att någon utses"),
    ("okej, så länge det inte kostar något", "Så länge det inte kostar något"),
    ("godkänns för sex månader", "För sex månader"),
    ("yes, provided the library answers the comments", "Provided the library answers the comments"),
    ("approved, but only until Christmas", "Only until Christmas"),
    ("fine by me as long as two people run it", "As long as two people run it"),
    ("ok for now, if the head agrees", "For now, if the head agrees"),
]


@pytest.mark.parametrize(("said", "terms"), TERMS)
async def test_the_terms_of_a_decision_stand_in_its_form(bot: Bot, said: str, terms: str) -> None:
    await up_to(bot, "decide")
    form = form_of(await bot.said(BOSS, said))
    assert (form.id, form.values["conditions"]) == (DECIDE, terms)
    assert (await proposal(bot)).can_be_decided


@pytest.mark.parametrize(("said", "terms"), TERMS[::3])
async def test_those_of_an_authorisation_too(bot: Bot, said: str, terms: str) -> None:
    await up_to(bot, "authorise")
    form = form_of(await bot.said(SUPERIOR, said))
    assert (form.id, form.values["words"]) == (AUTHORISE, terms)


@pytest.mark.parametrize(("said", "terms"), TERMS[::4])
async def test_they_stand_there_also_after_something_else_was_asked(bot: Bot, said: str, terms: str) -> None:
    await up_to(bot, "decide")
    bot.conversation = "dm"
    await bot.said(BOSS, "saako kuvia lapsista julkaista")
    assert form_of(await bot.said(BOSS, said)).values["conditions"] == terms


@pytest.mark.parametrize("said", ["joo, jos saan tunnukset", "ja, men bara i december", "yes, as long as I get help"])
async def test_a_channel_is_not_taken_on_by_a_yes_on_terms(bot: Bot, said: str) -> None:
    await bot.submitted(
        MAINTAINER, await bot.said(MAINTAINER, "luovuta kirjaston facebook"), to=STAFF, authorised_by=HEAD
    )
    await bot.said(STAFF, said)
    assert not [one for one in bot.notifier.sent.get("slack-u0lib0001", []) if isinstance(one, HandoverAnswered)]
