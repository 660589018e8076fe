"""An account in trouble: what to do, who has access, whom to tell; a log, closed with what was learnt."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.conversation.exchange import Outcome
from bot.domain.language import Language
from bot.domain.people import Actor, Role
from bot.domain.trouble import TroubleKind
from bot.knowledge.content import common
from bot.messages.model import Verb
from bot.messages.texts import texts_in
from bot.messages.trouble import trouble
from bot.services.trouble import TROUBLES
from tests.acceptance.keeping import errors
from tests.acceptance.people import HEAD, ICT, MAINTAINER, OTHER, STAFF
from tests.support.bot_in_memory import Bot, labels, text_of

FI = Language.FI
CHANNEL = "kirjasto-facebook"
SAID = {
    Language.FI: "tili on kaapattu kirjaston facebook",
    Language.SV: "kontot har kapats bibliotekets facebook",
    Language.EN: "account hijacked library facebook",
}


async def opened(bot: Bot, who: str = MAINTAINER, kind: str = "Tili on kaapattu") -> str:
    return text_of(await bot.pressed(who, await bot.said(who, SAID[FI], locale=FI), kind))


@pytest.mark.parametrize("language", Language)
async def test_a_hijacked_account_is_dealt_with_from_the_first_word_to_what_was_learnt(
    bot: Bot, language: Language
) -> None:
    texts = texts_in(language)
    asked = await bot.said(MAINTAINER, SAID[language], locale=language)
    assert texts("trouble-what") in text_of(asked)
    case = await bot.pressed(MAINTAINER, asked, texts("button-trouble-hijacked"))
    shown = text_of(case)
    assert "https://www.facebook.com/hacked" in shown
    found = common.report_pages()["facebook", TroubleKind.HIJACKED].found
    assert found
    assert texts("trouble-address-found", on=found) in shown
    assert f"{texts('trouble-holders')}: Kirjastotoimenjohtaja, Kirjaston ylläpitäjä 1" in shown
    told_on = "Kirjaston Instagram, Kunnan Instagram, Kunnan Facebook"
    assert texts("trouble-step-tell", channels=told_on) in shown
    form = await bot.pressed(MAINTAINER, case, texts("button-trouble-log"))
    case = await bot.submitted(MAINTAINER, form, text="Viestintä ja ICT-sihteeri tietävät")
    assert "Kirjaston ylläpitäjä 1: Viestintä ja ICT-sihteeri tietävät" in text_of(case)
    form = await bot.pressed(MAINTAINER, case, texts("button-trouble-close"))
    closed = await bot.submitted(MAINTAINER, form, learnt="Kaksivaiheinen kirjautuminen kaikille")
    assert texts("trouble-closed", channel="Kirjaston Facebook") in text_of(closed)
    again = text_of(await bot.said(MAINTAINER, SAID[language], locale=language))
    assert "Kaksivaiheinen kirjautuminen kaikille" in again
    assert texts("trouble-what") in again


@pytest.mark.parametrize("language", Language)
async def test_the_secretary_and_the_channels_people_are_told_once_and_it_is_shown_who(
    bot: Bot, language: Language
) -> None:
    asked = await bot.said(STAFF, SAID[FI], locale=FI)
    for _ in range(2):
        case = await bot.pressed(STAFF, asked, "Tili on kaapattu")
        bot.clock.at += timedelta(minutes=5)
    texts = texts_in(language)
    for who in (ICT, HEAD, MAINTAINER):
        told = await bot.newest_notice(who, language)
        assert len(bot.notifier.sent[(await bot.person(who)).id]) == 1
        assert texts("notice-trouble") in text_of(told)
        assert texts("button-trouble-hijacked") in text_of(told)
        shown = await bot.pressed(who, told, texts("button-trouble-show"))
        assert texts("button-trouble-log") in labels(shown)
    assert (await bot.person(STAFF)).id not in bot.notifier.sent
    names = "Kirjastotoimenjohtaja, Kirjaston ylläpitäjä 1, ICT-sihteeri"
    assert f"{texts_in(FI)('trouble-told')}: {names}" in text_of(case)


async def test_who_can_not_be_reached_is_not_said_to_have_been_told(bot: Bot) -> None:
    bot.notifier.unreachable.add((await bot.person(HEAD)).id)
    assert f"{texts_in(FI)('trouble-told')}: ICT-sihteeri" in await opened(bot)


async def test_who_has_left_is_not_told_and_a_cover_is(bot: Bot) -> None:
    register = await bot.application.services.lookup.register()
    head = Actor(register.person("slack-u0libhead"))
    today = bot.clock.at.date()
    staffing = bot.application.services.staffing
    await staffing.agree_cover(head, today, today, STAFF, bot.clock.at)
    secretary = Actor(await bot.person(ICT), frozenset({Role.ICT_SECRETARY}))
    await staffing.mark_left(secretary, MAINTAINER, today, bot.clock.at)
    await opened(bot, ICT)
    (case,) = (await bot.application.store.read()).of(TROUBLES).values()
    assert case.told == ("slack-u0libhead", (await bot.person(STAFF)).id)


async def test_a_fake_account_is_reported_and_told_of_in_its_own_words(bot: Bot) -> None:
    shown = await opened(bot, kind="Joku esiintyy kunnan nimissä")
    assert texts_in(FI)("trouble-words-fake", channel="Kirjaston Facebook") in shown
    assert common.report_pages()["facebook", TroubleKind.FAKE].url in shown


async def test_where_no_page_is_known_the_services_own_way_is_named(bot: Bot) -> None:
    await opened(bot)
    view = await bot.application.services.troubles.view(Actor(await bot.person(ICT)), CHANNEL, bot.clock.now())
    assert texts_in(FI)("verify-step-report") in text_of(Outcome(trouble(view, {}, texts_in(FI))))


async def test_anybody_of_the_staff_opens_a_case_once_and_its_keepers_handle_it(bot: Bot) -> None:
    seen = await bot.pressed(STAFF, await bot.said(STAFF, SAID[FI], locale=FI), "Tili on kaapattu")
    assert "Kirjaa, mitä on tehty" not in labels(seen)
    for who in (HEAD, ICT):
        again = await bot.said(who, SAID[FI], locale=FI)
        assert "Mitä on tapahtunut?" not in text_of(again)
        assert "Tapaus on ohi" in labels(again)


async def test_what_is_closed_is_logged_no_more_and_a_kind_that_is_none_opens_nothing(bot: Bot) -> None:
    form = await bot.pressed_old(ICT, Verb.OPEN_FORM, "trouble-log", CHANNEL, "")
    assert texts_in(FI)("trouble-over") in text_of(await bot.submitted(ICT, form, text="jotain"))
    pressed = await bot.pressed_old(ICT, Verb.TROUBLE_OPEN, CHANNEL, "nonsense")
    assert texts_in(FI)("stale-button") in text_of(pressed)


async def test_passwords_and_nothing_at_all_are_refused_in_the_log(bot: Bot) -> None:
    await opened(bot)
    form = await bot.pressed_old(ICT, Verb.OPEN_FORM, "trouble-log", CHANNEL, "")
    for text in ("", "uusi salasana: Kesa2026!"):
        assert "text" in errors(await bot.submitted(ICT, form, text=text))


async def test_where_no_channel_is_named_ones_own_are_offered(bot: Bot) -> None:
    offered = await bot.said(HEAD, "tili on kaapattu", locale=FI)
    assert "Minkä kanavan tilistä on kyse?" in text_of(offered)
    chosen = await bot.pressed(HEAD, offered, "Valitse", "Kirjaston Facebook")
    assert "Ongelmatilanne: Kirjaston Facebook" in text_of(chosen)
    assert texts_in(FI)("trouble-name-it") in text_of(await bot.said(STAFF, "tili on kaapattu", locale=FI))
    assert texts_in(FI)("trouble-fake-name-it") in text_of(await bot.said(STAFF, "valetili", locale=FI))


async def test_what_was_learnt_is_forgotten_after_two_years(bot: Bot) -> None:
    await opened(bot)
    form = await bot.pressed_old(ICT, Verb.OPEN_FORM, "trouble-close", CHANNEL, "")
    await bot.submitted(ICT, form, learnt="Kaksivaiheinen kirjautuminen")
    for days, known in ((730, True), (731, False)):
        bot.clock.at = bot.clock.at.replace(year=2026, month=11, day=23) + timedelta(days=days)
        await bot.application.forgetting.run(bot.clock.at)
        assert ("Kaksivaiheinen" in text_of(await bot.said(ICT, SAID[FI], locale=FI))) is known


@pytest.mark.parametrize("language", Language)
async def test_another_thing_that_happens_to_the_channel_is_reported_beside_the_first(
    bot: Bot, language: Language
) -> None:
    texts = texts_in(language)
    first = await bot.pressed(STAFF, await bot.said(STAFF, SAID[language]), texts("button-trouble-hijacked"))
    assert texts("trouble-will-tell") not in text_of(first)
    again = await bot.said(OTHER, SAID[language], locale=language)
    assert texts("trouble-what-else") in text_of(again)
    assert text_of(again).count(texts("button-trouble-hijacked")) == 2  # known since then, and what it is
    assert texts("button-trouble-hijacked") not in labels(again)
    both = await bot.pressed(OTHER, again, texts("button-trouble-fake"))
    for kind in TroubleKind:
        assert texts(f"trouble-words-{kind}", channel="Kirjaston Facebook") in text_of(both)
    assert len(bot.notifier.sent[(await bot.person(ICT)).id]) == 2
    page = await bot.said(ICT, SAID[language], locale=language)
    for kind in TroubleKind:
        assert f"{texts('button-trouble-close')}: {texts(f'button-trouble-{kind}')}" in labels(page)


async def test_each_of_two_cases_is_logged_and_closed_by_itself(bot: Bot) -> None:
    for kind in TroubleKind:
        await bot.pressed_old(STAFF, Verb.TROUBLE_OPEN, CHANNEL, kind)
    for form, values in (("trouble-log", {"text": "Palvelulle on ilmoitettu"}), ("trouble-close", {"learnt": "Tili"})):
        opened = await bot.pressed_old(ICT, Verb.OPEN_FORM, form, f"{CHANNEL}/fake", "")
        await bot.submitted(ICT, opened, **values)
    hijacked, imitated = (await bot.application.store.read()).of(TROUBLES).values()
    assert (hijacked.log, hijacked.closed) == ((), None)
    assert imitated.log
    assert imitated.closed


@pytest.mark.parametrize(
    ("language", "said"),
    {
        Language.FI: "perukaa, turha hälytys",
        Language.SV: "ursäkta, falskt larm",
        Language.EN: "oops, a false alarm",
    }.items(),
)
async def test_who_raised_an_alarm_can_take_it_back_and_who_was_told_hears_of_it(
    bot: Bot, language: Language, said: str
) -> None:
    texts = texts_in(language)
    assert texts("trouble-none") in text_of(await bot.said(STAFF, said, locale=language))
    await bot.pressed_old(STAFF, Verb.TROUBLE_OPEN, CHANNEL, "hijacked")
    others = await bot.said(OTHER, said, locale=language)
    assert texts("button-trouble-back") not in labels(others)
    ending = await bot.said(STAFF, said, locale=language)
    assert labels(ending) == [texts("button-trouble-back")]
    taken = await bot.pressed(STAFF, ending, texts("button-trouble-back"))
    assert "ICT-sihteeri" in text_of(taken)
    for who in (ICT, HEAD, MAINTAINER):
        told = text_of(await bot.newest_notice(who, language))
        assert texts("trouble-false-heading", channel="Kirjaston Facebook") in told
    gone = await bot.pressed(STAFF, ending, texts("button-trouble-back"))
    assert texts("trouble-over") in text_of(gone)


async def test_who_keeps_the_channel_may_end_the_case_or_call_it_a_false_alarm(bot: Bot) -> None:
    await bot.pressed_old(STAFF, Verb.TROUBLE_OPEN, CHANNEL, "hijacked")
    await bot.pressed_old(STAFF, Verb.TROUBLE_OPEN, "kirjasto-instagram", "fake")
    assert labels(await bot.said(ICT, "tapaus on ohi", locale=FI)) == ["Näytä", "Näytä"]
    named = await bot.said(ICT, "kirjaston facebook saatiin takaisin", locale=FI)
    assert labels(named) == ["Tapaus on ohi", "Väärä hälytys"]
    taken = await bot.pressed(ICT, named, "Väärä hälytys")
    assert (await bot.person(STAFF)).label in text_of(taken)


@pytest.mark.parametrize(
    ("language", "said"),
    {Language.FI: "kaapatut kanavat", Language.SV: "kapade kanaler", Language.EN: "hijacked channels"}.items(),
)
async def test_the_accounts_in_trouble_are_listed(bot: Bot, language: Language, said: str) -> None:
    texts = texts_in(language)
    assert texts("trouble-none") in text_of(await bot.said(ICT, said, locale=language))
    await bot.pressed_old(STAFF, Verb.TROUBLE_OPEN, CHANNEL, "fake")
    listed = await bot.said(ICT, said, locale=language)
    assert texts("button-trouble-fake") in text_of(listed)
    page = await bot.pressed(ICT, listed, texts("button-show-short"))
    assert texts("button-trouble-log") in labels(page)


@pytest.mark.parametrize(
    ("language", "said"),
    {
        Language.FI: "en muista kirjaston facebookin salasanaa",
        Language.SV: "jag har glömt lösenordet till bibliotekets facebook",
        Language.EN: "I lost the password to the library facebook",
    }.items(),
)
async def test_who_can_not_log_in_is_told_whom_to_ask_and_nobody_is_alarmed(
    bot: Bot, language: Language, said: str
) -> None:
    texts = texts_in(language)
    helped = await bot.said(MAINTAINER, said, locale=language)
    assert f"{texts('shut-out-step-others')} Kirjastotoimenjohtaja\n" in text_of(helped)
    assert bot.notifier.sent == {}
    asked = await bot.pressed(MAINTAINER, helped, texts("button-shut-out-ask"))
    assert texts("request-sent") in text_of(asked)
    assert said in text_of(await bot.newest_notice(ICT, language))
    suspected = await bot.pressed(MAINTAINER, helped, texts("button-trouble-suspect"))
    assert texts("button-trouble-hijacked") in labels(suspected)
    same = await bot.pressed(MAINTAINER, suspected, texts("button-trouble-shut-out"))
    assert texts("shut-out-suspect") in text_of(same)
    await bot.pressed_old(STAFF, Verb.TROUBLE_OPEN, CHANNEL, "hijacked")
    known = await bot.said(MAINTAINER, said, locale=language)
    assert texts("button-trouble-hijacked") in text_of(known)


async def test_a_forgotten_password_of_no_channel_is_answered_as_well(bot: Bot) -> None:
    texts = texts_in(FI)
    assert texts("shut-out-other") in text_of(await bot.said(STAFF, "salasana on hukassa", locale=FI))
    own = await bot.said(HEAD, "salasana on hukassa", locale=FI)
    chosen = await bot.pressed(HEAD, own, "Valitse", "Kirjaston Facebook")
    assert texts("shut-out-suspect") in text_of(chosen)


@pytest.mark.parametrize(
    ("language", "said"),
    {
        Language.FI: "joku esiintyy kaupunginjohtajana instagramissa",
        Language.SV: "någon utger sig för att vara borgmästaren på instagram",
        Language.EN: "somebody is pretending to be the mayor on instagram",
    }.items(),
)
async def test_a_fake_account_that_is_no_channel_of_ours_is_told_to_the_secretary(
    bot: Bot, language: Language, said: str
) -> None:
    texts = texts_in(language)
    steps = await bot.said(STAFF, said, locale=language)
    assert texts("verify-step-screenshot") in text_of(steps)
    assert texts("trouble-fake-name-it") in text_of(steps)
    await bot.pressed(STAFF, steps, texts("verify-tell-secretary"))
    assert said in text_of(await bot.newest_notice(ICT, language))
    assert not (await bot.application.store.read()).of(TROUBLES)


@pytest.mark.parametrize(
    ("language", "said"),
    {
        Language.FI: "avasin työkoneella kalasteluviestin linkin",
        Language.SV: "jag klickade på en länk i ett bluffmejl, klickade på blufflänken",
        Language.EN: "I opened a phishing link at work",
    }.items(),
)
async def test_who_opened_a_scams_link_is_sent_to_the_it_support_guests_too(
    bot: Bot, language: Language, said: str
) -> None:
    texts = texts_in(language)
    for guest, presses in ((False, [texts("verify-tell-secretary")]), (True, [])):
        shown = await bot.said(STAFF, said, locale=language, guest=guest)
        assert texts("clicked") in text_of(shown)
        assert labels(shown) == presses


@pytest.mark.parametrize("language", Language)
async def test_a_guest_who_notices_is_thanked_and_told_whom_to_tell(bot: Bot, language: Language) -> None:
    texts = texts_in(language)
    shown = await bot.said(STAFF, SAID[language], locale=language, guest=True)
    assert texts("verify-step-tell-unnamed") in text_of(shown)
    assert labels(shown) == []


async def test_it_is_said_beforehand_who_is_told_and_who_may_not_note_is_not_asked_to(bot: Bot) -> None:
    texts = texts_in(FI)
    asked = await bot.said(STAFF, SAID[FI], locale=FI)
    names = "Kirjastotoimenjohtaja, Kirjaston ylläpitäjä 1, ICT-sihteeri"
    assert f"{texts('trouble-will-tell')} {names}" in text_of(asked)
    reported = await bot.pressed(STAFF, asked, texts("button-trouble-hijacked"))
    assert texts("trouble-step-log") not in text_of(reported)
    assert texts("trouble-step-log") in text_of(await bot.said(ICT, SAID[FI], locale=FI))


@pytest.mark.parametrize("language", Language)
async def test_the_people_of_a_channel_that_is_retired_hear_of_it_and_so_does_who_removes_the_access(
    bot: Bot, language: Language
) -> None:
    form = await bot.pressed_old(ICT, Verb.OPEN_FORM, "retire", CHANNEL, "")
    values = {"closing_access_by": STAFF, "closing_archive": "arkisto", "closing_announcement": "verkkosivuilla"}
    await bot.submitted(ICT, form, **values)
    texts = texts_in(language)
    for who, key in ((STAFF, "notice-retired-access"), (HEAD, "notice-retired"), (MAINTAINER, "notice-retired")):
        told = text_of(await bot.newest_notice(who, language))
        assert texts(key, by="ICT-sihteeri") in told
        assert "Kirjaston Facebook" in told
    assert (await bot.person(ICT)).id not in bot.notifier.sent
