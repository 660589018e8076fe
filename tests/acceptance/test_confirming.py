"""What nobody can read of a channel is confirmed by its responsible person, twice a year and with one press."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from bot.conversation.exchange import Outcome
from bot.domain.calendar.working_time import Days
from bot.domain.channels import Pause
from bot.domain.language import Language
from bot.domain.people import Actor, Role
from bot.domain.reminders.confirming import WAITS
from bot.domain.reminders.notice import ReminderNotice
from bot.messages.model import Verb
from bot.messages.notices import render
from bot.messages.texts import texts_in
from bot.services.reminders.rounds import KEPT
from tests.acceptance.keeping import leave
from tests.acceptance.people import HEAD, ICT, MAINTAINER, STAFF
from tests.acceptance.reminder_days import run
from tests.support.bot_in_memory import HELSINKI, Bot, answers_from, make_bot, text_of

FI = Language.FI
FEBRUARY = datetime(2027, 2, 1, 9, tzinfo=HELSINKI)
CHANNEL, ICT_ID = "kirjasto-facebook", "slack-u0ict0001"
ASK = "velvoitteet kirjaston facebook"
ACCESS = "Pääsyoikeudet on tarkistettu"


async def line(bot: Bot, duty: str = ACCESS) -> str:
    text = text_of(await bot.said(ICT, ASK, locale=FI))
    return next(one for one in text.splitlines() if f"{duty}:" in one)


async def asked(bot: Bot) -> Outcome:
    """The half-year's message, as it arrives to the head of the library."""
    return (await run(bot, FEBRUARY))["slack-u0libhead"]


def key_of(bot: Bot) -> str:
    notice = bot.notifier.sent["slack-u0libhead"][-1]
    assert isinstance(notice, ReminderNotice)
    return notice.key


@pytest.mark.parametrize("language", Language)
async def test_the_question_says_what_is_confirmed_and_who_has_access(bot: Bot, language: Language) -> None:
    await asked(bot)
    texts = texts_in(language)
    shown = text_of(Outcome(render(bot.notifier.sent["slack-u0libhead"][-1], language)))
    for key in ("confirm-heading", "confirm-ask", "confirm-access", "button-confirm-all", "button-confirm-some"):
        assert texts(key) in shown
    assert texts("confirm-holders", names="Kirjastotoimenjohtaja, Kirjaston ylläpitäjä 1") in shown
    assert "Kunnan" not in shown


async def test_one_press_confirms_all_that_is_said_of_a_channel_with_the_day(bot: Bot) -> None:
    assert "ei tiedossa" in await line(bot)
    after = text_of(await bot.pressed(HEAD, await asked(bot), "Kaikki kunnossa", "Kirjaston Facebook"))
    assert "Kirjaston Facebook: ✓ vastattu" in after
    assert "kunnossa (1.2.2027)" in await line(bot)
    assert "kunnossa (1.2.2027)" in await line(bot, "Viesteihin vastataan")
    channel = (await bot.application.services.lookup.register()).channels[CHANNEL]
    said = channel.confirmation_of("access_checked")
    assert said
    assert [one.person for one in said.holders] == ["slack-u0libhead", "slack-u0lib0001"]
    assert said.by == "slack-u0libhead"


async def test_what_was_confirmed_holds_for_half_a_year(bot: Bot) -> None:
    await bot.pressed(HEAD, await asked(bot), "Kaikki kunnossa", "Kirjaston Facebook")
    for days, standing in ((183, "kunnossa"), (184, "ei tiedossa")):
        bot.clock.at = FEBRUARY + timedelta(days=days)
        assert standing in await line(bot)


async def test_what_is_not_in_order_is_open_and_the_rest_confirmed(bot: Bot) -> None:
    form = await bot.pressed(HEAD, await asked(bot), "Jokin ei ole kunnossa", "")
    assert "Kirjaston Instagram" in text_of(form)
    form = await bot.pressed_old(HEAD, Verb.REMINDER_FORM, "confirm", key_of(bot), CHANNEL)
    after = text_of(await bot.submitted(HEAD, form, access_checked=""))
    assert "Kirjaston Facebook: ✓ vastattu" in after
    assert "auki (1.2.2027)" in await line(bot)
    assert "kunnossa" in await line(bot, "Kanavaa seurataan")


async def test_a_leavers_access_is_open_until_somebody_says_that_it_is_gone(bot: Bot) -> None:
    await bot.pressed(HEAD, await asked(bot), "Kaikki kunnossa", "Kirjaston Facebook")
    bot.clock.at = FEBRUARY + timedelta(days=7)
    secretary = Actor(await bot.person(ICT), frozenset({Role.ICT_SECRETARY}))
    staffing = bot.application.services.staffing
    await staffing.mark_left(secretary, MAINTAINER, bot.clock.at.date(), bot.clock.at)
    assert ": auki" in await line(bot)
    await staffing.hand_over_all(secretary, "slack-u0lib0001", "slack:U0LIB0002", "slack:U0BOSS001", bot.clock.at)
    assert ": auki" in await line(bot), "who keeps the channel now does not take the access of who kept it"
    week = text_of((await run(bot, FEBRUARY + timedelta(days=7)))["slack-u0ict0001"])
    assert "Entisellä ylläpitäjällä voi yhä olla pääsy (2): Kirjaston Instagram, Kirjaston Facebook" in week
    form = await bot.pressed(HEAD, await bot.said(HEAD, ASK, locale=FI), "Vahvista velvoitteet")
    assert "vahvistus on kirjattu" in text_of(await bot.submitted(HEAD, form))
    assert "kunnossa (8.2.2027)" in await line(bot)


async def test_that_access_is_not_in_order_forgets_no_leaver(bot: Bot) -> None:
    await bot.pressed(HEAD, await asked(bot), "Kaikki kunnossa", "Kirjaston Facebook")
    secretary = Actor(await bot.person(ICT), frozenset({Role.ICT_SECRETARY}))
    staffing = bot.application.services.staffing
    await staffing.mark_left(secretary, MAINTAINER, bot.clock.at.date(), bot.clock.at)
    await staffing.hand_over_all(secretary, "slack-u0lib0001", "slack:U0LIB0002", "slack:U0BOSS001", bot.clock.at)
    form = await bot.pressed(HEAD, await bot.said(HEAD, ASK, locale=FI), "Vahvista velvoitteet")
    assert "Auki jää" in text_of(await bot.submitted(HEAD, form, access_checked=""))
    bot.clock.at = FEBRUARY + timedelta(days=200)
    assert ": auki" in await line(bot)


async def test_what_was_not_asked_is_confirmed_by_no_press(bot: Bot) -> None:
    await asked(bot)
    pressed = await bot.pressed_old(HEAD, Verb.CONFIRM_ALL, key_of(bot), "kunta-facebook")
    assert texts_in(FI)("stale-button") in text_of(pressed)


async def test_in_a_year_each_channel_is_asked_about_twice_at_most_and_never_in_a_second_message(bot: Bot) -> None:
    times: Counter[str] = Counter()
    months: set[int] = set()
    for day in range(365):
        at = FEBRUARY + timedelta(days=day)
        for person in await run(bot, at):  # which sees to it that nobody gets two a day
            notice = bot.notifier.sent[person][-1]
            assert isinstance(notice, ReminderNotice)
            times.update(one.channel for one in notice.confirming)
            months |= {at.month} if notice.confirming else set()
    assert set(times.values()) == {2}
    assert len(times) == 6
    assert months == {2, 9}


async def test_who_gets_no_other_message_is_asked_in_the_second_half_of_the_month(bot: Bot) -> None:
    bot.clock.at = FEBRUARY
    for channel in ("kirjaston instagramin", "kirjaston facebookin"):
        await bot.said(MAINTAINER, f"päivitin {channel}", locale=FI)
    sent = {day: await run(bot, FEBRUARY + timedelta(days=day)) for day in range(20)}
    first = next(day for day, arrived in sent.items() if "slack-u0libhead" in arrived)
    assert first == 14


async def away(bot: Bot, start: date, end: date, cover: str = "") -> None:
    """The head of the library is away on these days, with a cover or with none."""
    bot.clock.at = FEBRUARY - timedelta(days=7)
    head, services = Actor(await bot.person(HEAD)), bot.application.services
    if cover:
        await services.staffing.agree_cover(head, start, end, cover, bot.clock.at)
    else:
        await services.absences.note(head, Days(start, end), bot.clock.at)


async def asked_on(bot: Bot, last: date) -> dict[str, date]:
    """Who is asked to confirm the library's Facebook from February to ``last``, and on which day first."""
    found: dict[str, date] = {}
    for day in range((last - FEBRUARY.date()).days + 1):
        at = FEBRUARY + timedelta(days=day)
        for person in await run(bot, at):
            notice = bot.notifier.sent[person][-1]
            assert isinstance(notice, ReminderNotice)
            if any(one.channel == CHANNEL for one in notice.confirming):
                assert person not in found
                found[person] = at.date()
    return found


async def test_who_is_away_in_the_whole_month_is_asked_when_they_are_back(bot: Bot) -> None:
    await away(bot, date(2027, 1, 25), date(2027, 3, 14))
    assert await asked_on(bot, date(2027, 4, 1)) == {"slack-u0libhead": date(2027, 3, 15)}


async def test_who_was_here_in_the_month_is_asked_after_it_of_nothing_new(bot: Bot) -> None:
    secretary = Actor(await bot.person(ICT), frozenset({Role.ICT_SECRETARY}))
    rest = Pause(FEBRUARY.date(), date(2027, 2, 28))
    await bot.application.services.keeping.pause(secretary, CHANNEL, rest, bot.clock.at)
    await bot.application.deliver(bot.clock.at)
    assert await asked_on(bot, date(2027, 4, 1)) == {}


async def test_nobody_is_asked_twice_because_it_was_forgotten_that_they_were_asked(bot: Bot) -> None:
    assert WAITS <= KEPT
    times: Counter[str] = Counter()
    for day in range(190):
        for person in await run(bot, FEBRUARY + timedelta(days=day)):
            notice = bot.notifier.sent[person][-1]
            assert isinstance(notice, ReminderNotice)
            times.update(one.channel for one in notice.confirming)
        await bot.application.forgetting.run(bot.clock.at)
    assert set(times.values()) == {1}


async def test_in_place_of_who_is_away_the_cover_is_asked_and_may_confirm(bot: Bot) -> None:
    await away(bot, date(2027, 1, 25), date(2027, 3, 14), STAFF)
    cover = (await bot.person(STAFF)).id
    (asked,) = (await asked_on(bot, date(2027, 4, 1))).items()
    assert asked[0] == cover
    assert asked[1] <= date(2027, 2, 15)
    bot.clock.at = FEBRUARY + timedelta(days=20)
    notices = [one for one in bot.notifier.sent[cover] if isinstance(one, ReminderNotice) and one.confirming]
    await bot.pressed(STAFF, Outcome(render(notices[-1], FI)), "Kaikki kunnossa", "Kirjaston Facebook")
    assert "kunnossa (21.2.2027)" in await line(bot)


async def test_a_cover_of_some_days_leaves_the_question_to_who_comes_back_within_the_month(bot: Bot) -> None:
    await away(bot, date(2027, 1, 25), date(2027, 2, 19), STAFF)
    assert await asked_on(bot, date(2027, 3, 15)) == {"slack-u0libhead": date(2027, 2, 22)}


async def test_in_place_of_who_has_left_the_ict_secretary_is_asked_once_there_was_time_to_name_a_successor(
    bot: Bot,
) -> None:
    await leave(bot, HEAD, FEBRUARY.date())
    assert await asked_on(bot, date(2027, 6, 30)) == {ICT_ID: date(2027, 2, 16)}
    bot.clock.at = FEBRUARY + timedelta(days=15)
    notice = next(one for one in bot.notifier.sent[ICT_ID] if isinstance(one, ReminderNotice) and one.confirming)
    shown = Outcome(render(notice, FI))
    assert "Auki: Käyttöönotosta ei ole kirjattu päätöstä, Vastuuhenkilöä ei ole nimetty" in text_of(shown)
    await bot.pressed(ICT, shown, "Kaikki kunnossa", "Kirjaston Facebook")
    assert "kunnossa (16.2.2027)" in await line(bot, "Viesteihin vastataan")


async def test_the_ict_secretary_is_not_asked_on_the_day_of_the_weeks_list_which_fills_a_message(bot: Bot) -> None:
    for channel in ("kirjaston facebook", "kirjaston instagram"):
        await bot.said(ICT, f"muokkaa {channel} vastuu={ICT.partition(':')[2]}")
    await asked_on(bot, date(2027, 2, 28))
    notices = [one for one in bot.notifier.sent[ICT_ID] if isinstance(one, ReminderNotice)]
    assert any(one.digest for one in notices)
    assert any(one.confirming for one in notices)
    assert not any(one.digest and one.confirming for one in notices)


async def test_who_is_back_for_the_weeks_list_alone_is_asked_after_the_month(bot: Bot) -> None:
    await bot.said(ICT, f"muokkaa kirjaston facebook vastuu={ICT.partition(':')[2]}")
    bot.clock.at = FEBRUARY - timedelta(days=7)
    absent = Days(date(2027, 1, 26), date(2027, 2, 25))
    await bot.application.services.absences.note(Actor(await bot.person(ICT)), absent, bot.clock.at)
    assert await asked_on(bot, date(2027, 4, 1)) == {ICT_ID: date(2027, 3, 2)}


async def test_a_successor_who_is_named_by_then_is_asked_and_the_ict_secretary_is_not(bot: Bot) -> None:
    await leave(bot, HEAD, FEBRUARY.date())
    secretary = Actor(await bot.person(ICT), frozenset({Role.ICT_SECRETARY}))
    staffing = bot.application.services.staffing
    await staffing.hand_over_all(secretary, "slack-u0libhead", "slack:U0LIB0002", "slack:U0BOSS001", FEBRUARY)
    assert list(await asked_on(bot, date(2027, 6, 30))) == ["slack-u0lib0002"]


async def test_the_cover_answers_on_no_other_day(bot: Bot) -> None:
    await away(bot, date(2027, 1, 25), date(2027, 3, 14), STAFF)
    form = await bot.pressed_old(ICT, Verb.OPEN_FORM, "confirm", CHANNEL, "")
    bot.clock.at = FEBRUARY + timedelta(days=60)
    assert texts_in(FI)("not-allowed-responsible") in text_of(await bot.submitted(STAFF, form))


async def test_where_the_guideline_lays_down_no_duties_none_is_confirmed(tmp_path: Path) -> None:
    (tmp_path / "fi").mkdir()
    (tmp_path / "guideline.toml").write_text('version = "1"\nlanguages = ["fi"]\n', encoding="utf-8")
    section = "---\nid: 1\ntitle: Kuvat\n---\nKuvan julkaisemiseen pyydetään lupa siltä, joka kuvassa on.\n"
    (tmp_path / "fi" / "1.md").write_text(section, encoding="utf-8")
    arrived = await run(await make_bot(answers=answers_from(tmp_path)), FEBRUARY)
    assert arrived
    assert all(texts_in(FI)("confirm-heading") not in text_of(one) for one in arrived.values())
