"""From a wish to a channel in the register: proposed, authorised, decided on, entered; and each way that it can end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.domain.channels import Decision, Maintainer, Status
from bot.domain.decisions import Move, Waiting
from bot.domain.language import Language
from bot.messages.model import Verb
from bot.messages.texts import texts_in
from bot.services.register.documents import register_of
from tests.acceptance.deciding import (
    ADDRESS,
    BOSS,
    FI,
    PROPOSER,
    SUPERIOR,
    WISH,
    authorise,
    decide,
    enter,
    key_of,
    notices_to,
    opened,
    proposal,
    proposals,
    propose,
    say,
    up_to,
)
from tests.acceptance.keeping import errors
from tests.acceptance.people import GUEST, ICT, MAINTAINER
from tests.support.bot_in_memory import Bot, form_of, labels, text_of


@pytest.mark.parametrize(
    ("language", "wish", "proposals_said"),
    [
        (Language.FI, "ehdota uutta kanavaa kirjastolle", "ehdotukset"),
        (Language.SV, "föreslå en ny kanal för biblioteket", "förslagen"),
        (Language.EN, "propose a new channel for the library", "proposals"),
    ],
)
async def test_a_wish_becomes_a_channel_of_the_register(
    bot: Bot, language: Language, wish: str, proposals_said: str
) -> None:
    texts = texts_in(language)
    form = await bot.pressed(PROPOSER, await bot.said(PROPOSER, wish, locale=language), texts("form-propose"))
    assert "Kirjaston Instagram" in form_of(form).intro
    await bot.submitted(PROPOSER, form, **WISH)

    asked = await bot.newest_notice(SUPERIOR, language)
    assert WISH["purpose"] in text_of(asked)
    conditional = await bot.pressed(SUPERIOR, asked, texts("form-proposal-authorise"))
    await bot.submitted(SUPERIOR, conditional, words="Kesään asti")

    to_decide = await bot.newest_notice(BOSS, language)
    assert "Kesään asti" in text_of(to_decide)
    assert texts("duty-regular-updates") in text_of(to_decide)
    assert "156" in text_of(to_decide)
    verdict = await bot.pressed(BOSS, to_decide, texts("form-proposal-decide"))
    await bot.submitted(
        BOSS, verdict, decision_record="Kj 12/2026", responsible="U0LIBHEAD", conditions="Vuoden kokeilu"
    )

    entering = await bot.pressed(ICT, await bot.newest_notice(ICT, language), texts("form-proposal-enter"))
    assert form_of(entering).values["purpose"] == WISH["purpose"]
    await bot.submitted(ICT, entering, url=ADDRESS)
    register = register_of(await bot.application.store.read())
    (channel,) = (one for one in register.channels.values() if one.name == WISH["name"])
    assert channel.status is Status.IN_USE
    assert channel.decision == Decision("slack-u0boss001", date(2026, 11, 23), "Kj 12/2026", "Vuoden kokeilu")
    head = "slack-u0libhead"
    assert channel.maintainers == tuple(
        Maintainer(one, authorised_by=head) for one in ("slack-u0lib0001", "slack-u0new0001")
    )
    assert (channel.responsible, channel.weekly_hours, channel.website_link) == (head, 3, None)
    assert WISH["name"] in text_of(await bot.said(PROPOSER, proposals_said, locale=language))


async def test_each_is_told_once_and_whose_turn_it_is_is_asked(bot: Bot) -> None:
    await up_to(bot, "enter")
    await enter(bot)
    assert notices_to(bot, "slack-u0libhead") == ["case_waits", "case_moved"]
    assert notices_to(bot, "slack-u0boss001") == ["case_waits"]
    assert notices_to(bot, "slack-u0staff01") == ["case_moved"] * 3
    assert notices_to(bot, "slack-u0lib0001") == ["case_moved", "case_moved"]
    assert notices_to(bot, "slack-u0ict0001") == ["case_moved", "case_waits"]
    named = [notice.kind for notice in bot.notifier.sent["slack-u0libhead"]]
    assert "authorisation_named" not in named  # they have authorised it themselves


async def test_who_proposes_the_same_twice_has_proposed_it_once(bot: Bot) -> None:
    first = await propose(bot)
    assert text_of(await propose(bot)) == text_of(first)
    assert len(await proposals(bot)) == 1
    assert notices_to(bot, "slack-u0libhead") == ["case_waits"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"why": ""}, "why"),
        ({"superior": "U0LIB0001"}, "superior"),
        ({"superior": ""}, "superior"),
        ({"maintainers": ""}, "maintainers"),
        ({"weekly_hours": "paljon"}, "weekly_hours"),
        ({"weekly_hours": ""}, "weekly_hours"),
        ({"audience": "salasana: Kissa123!"}, "audience"),
        ({"purpose": ""}, "purpose"),
    ],
)
async def test_what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost(
    bot: Bot, values: dict[str, str], field: str
) -> None:
    again = await propose(bot, **values)
    assert set(errors(again)) == {field}
    assert dict(form_of(again).values) == {**form_of(again).values, **WISH, **values}
    assert await proposals(bot) == {}


async def test_a_unit_without_channels_need_not_say_why_they_do_not_do(bot: Bot) -> None:
    await propose(bot, unit="Museopalvelut", why="")
    assert (await proposal(bot)).why == ""


async def test_a_superior_who_does_not_authorise_says_why_and_the_proposer_can_propose_anew(bot: Bot) -> None:
    await propose(bot)
    form = await bot.pressed(SUPERIOR, await bot.newest_notice(SUPERIOR), "En valtuuta")
    assert set(errors(await bot.submitted(SUPERIOR, form, words=" "))) == {"words"}
    await bot.submitted(SUPERIOR, form, words="Ei ehditä tänä vuonna.")
    told = await bot.newest_notice(PROPOSER)
    assert "Ei ehditä tänä vuonna." in text_of(told)
    shown = await bot.pressed(PROPOSER, told, "Näytä ehdotus")
    again = await bot.pressed(PROPOSER, shown, "Ehdota uudestaan")
    assert form_of(again).values["audience"] == WISH["audience"]
    await bot.submitted(PROPOSER, again)
    assert [one.waits_for for one in (await proposals(bot)).values()] == [None, Waiting.AUTHORISE]


async def test_who_decides_may_ask_back_and_goes_on_with_the_answer(bot: Bot) -> None:
    await up_to(bot, "answer")
    form = await bot.pressed(PROPOSER, await bot.newest_notice(PROPOSER), "Vastaa kysymykseen")
    assert "Kuka vastaa kommentteihin?" in form_of(form).intro
    await bot.submitted(PROPOSER, form, words="Molemmat ylläpitäjät.")
    assert "Molemmat ylläpitäjät." in text_of(await bot.newest_notice(BOSS))
    assert (await proposal(bot)).waits_for is Waiting.DECIDE


async def test_a_proposal_that_is_declined_ends_with_the_reason(bot: Bot) -> None:
    await up_to(bot, "decide")
    await say(bot, BOSS, "decline", "Kanavia on jo tarpeeksi.")
    assert (await proposal(bot)).last.what is Move.DECLINED
    for person in (PROPOSER, SUPERIOR, MAINTAINER):
        assert "Kanavia on jo tarpeeksi." in text_of(await bot.newest_notice(person))
    assert all(one.name != WISH["name"] for one in register_of(await bot.application.store.read()).channels.values())


async def test_the_second_of_two_who_decide_at_once_hears_that_it_is_decided(bot: Bot) -> None:
    await up_to(bot, "decide")
    await bot.submitted(ICT, await opened(bot, ICT, "name"), named="U0OTHER01")
    other = "slack:U0OTHER01"
    form = await opened(bot, other, "decide")
    await decide(bot)
    second = await bot.submitted(other, form, decision_record="Kj 13/2026", responsible="U0LIBHEAD")
    assert text_of(second).startswith("Joku ehti ensin")
    assert "Kj 12/2026" in text_of(second)
    assert (await proposal(bot)).channel.decision.record == "Kj 12/2026"


async def test_a_decision_is_of_today_or_before(bot: Bot) -> None:
    await up_to(bot, "decide")
    tomorrow = (bot.clock.now().date() + timedelta(days=1)).isoformat()
    assert set(errors(await decide(bot, decision_on=tomorrow))) == {"decision_on"}
    assert set(errors(await decide(bot, decision_record=""))) == {"decision_record"}
    assert (await proposal(bot)).waits_for is Waiting.DECIDE


async def test_where_nobody_can_decide_the_ict_secretary_says_who_does(bot: Bot) -> None:
    await propose(bot, maintainers="U0BOSS001 U0LIB0001")
    await authorise(bot)
    form = await bot.pressed(ICT, await bot.newest_notice(ICT), "Nimeä käsittelijä")
    assert set(errors(await bot.submitted(ICT, form, named="U0LIB0001"))) == {"named"}
    await bot.submitted(ICT, form, named="U0OTHER01")
    assert labels(await bot.newest_notice("slack:U0OTHER01"))[0] == "Hyväksy käyttöönotto"
    await decide(bot, "slack:U0OTHER01")
    assert (await proposal(bot)).waits_for is Waiting.ENTER


async def test_the_ict_secretary_names_another_superior_for_one_who_is_away(bot: Bot) -> None:
    await propose(bot)
    await bot.submitted(ICT, await opened(bot, ICT, "name"), named="U0OTHER01")
    assert WISH["name"] not in text_of(await bot.pressed_old(SUPERIOR, Verb.PROPOSAL, await key_of(bot)))
    refused = await authorise(bot)
    assert "vain ehdotuksessa nimetty esihenkilö" in text_of(refused)
    await bot.pressed("slack:U0OTHER01", await bot.newest_notice("slack:U0OTHER01"), "Valtuutan")
    assert (await proposal(bot)).channel.maintainers[0].authorised_by == "slack-u0other01"


async def test_a_proposal_can_be_taken_back_until_it_is_decided_on(bot: Bot) -> None:
    await up_to(bot, "decide")
    shown = await bot.pressed_old(PROPOSER, Verb.PROPOSAL, await key_of(bot))
    await bot.pressed(PROPOSER, shown, "Peru ehdotus")
    assert (await proposal(bot)).last.what is Move.WITHDRAWN
    assert text_of(await opened(bot, BOSS, "decide")).startswith("Joku ehti ensin")
    assert "Ehdotus on peruttu" in text_of(await bot.newest_notice(BOSS))


async def test_what_is_proposed_is_no_channel_to_others_yet(bot: Bot) -> None:
    await up_to(bot, "enter")
    assert WISH["name"] not in text_of(await bot.said(MAINTAINER, "kanavat", locale=FI))
    assert WISH["name"] not in text_of(await bot.said("slack:U0STRANGE", "ehdotukset", locale=FI))


async def test_who_decides_sees_of_which_channels_no_decision_is_recorded_and_nobody_is_accused(bot: Bot) -> None:
    for who in (BOSS, ICT):
        said = text_of(await bot.said(who, "päätä", locale=FI))
        assert "Kirjaston Instagram" in said
        assert "Päätös on voitu tehdä" in said
    assert "Kirjaston Instagram" not in text_of(await bot.said(PROPOSER, "päätä", locale=FI))


async def test_home_shows_what_waits_to_whom_it_concerns(bot: Bot) -> None:
    await propose(bot)
    assert WISH["name"] in text_of(await bot.pressed_old(SUPERIOR, Verb.HOME))
    assert WISH["name"] not in text_of(await bot.pressed_old(BOSS, Verb.HOME))
    await authorise(bot)
    assert WISH["name"] not in text_of(await bot.pressed_old(SUPERIOR, Verb.HOME))
    assert WISH["name"] in text_of(await bot.pressed_old(BOSS, Verb.HOME))
    await decide(bot)
    assert WISH["name"] in text_of(await bot.pressed_old(ICT, Verb.HOME))


async def test_guests_are_shown_how_a_channel_is_started_and_no_form(bot: Bot) -> None:
    shown = await bot.said(GUEST, "ehdota uutta kanavaa", locale=FI, guest=True)
    assert "Ehdota kanavaa" not in labels(shown)


@pytest.mark.parametrize(
    "said",
    ["päätän, että avaamme kirjaston tiktokin", "jag beslutar att starta en podcast", "I decide that we launch a blog"],
)
async def test_who_decides_is_not_told_who_decides(bot: Bot, said: str) -> None:
    reply = await bot.said(BOSS, said)
    texts = texts_in(reply.reply.language)
    assert texts("proposals-none") in text_of(reply)
    assert form_of(await bot.pressed(BOSS, reply, texts("form-propose"))).id == "propose"


async def test_whoever_else_has_decided_is_told_how_a_channel_is_started(bot: Bot) -> None:
    told = await bot.said(PROPOSER, "olemme päättäneet aloittaa podcastin")
    assert "Palvelujen käyttöönotto" in text_of(told)
    assert texts_in(FI)("form-propose") in labels(told)
