"""Reminders from end to end: what is due arrives, and each answer does what it says and changes its message."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from bot.conversation.exchange import Outcome
from bot.conversation.forms.form import Form
from bot.domain.evidence import EvidenceKind, newest
from bot.domain.reminders.notice import ReminderNotice
from bot.messages.model import Button, Verb
from bot.messages.notices import render
from bot.services.notices import ClosingProposed, HandoverAnswered
from bot.services.register.documents import register_of
from tests.acceptance.people import HEAD, ICT, MAINTAINER, OTHER
from tests.acceptance.reminder_days import (
    AT_START,
    COVER,
    DAY,
    FI,
    KEY,
    START,
    days,
    latest,
    run,
)
from tests.support.bot_in_memory import HELSINKI, Bot, button, buttons, form_of, make_bot, text_of


async def test_after_two_weeks_the_maintainers_are_asked_once_in_one_message_each(bot: Bot) -> None:
    arrived = await run(bot, AT_START)
    asked = text_of(arrived[KEY])
    assert "Kirjaston Facebook\nOnko kanavaa päivitetty" in asked
    assert "Kirjaston Instagram" in asked
    assert "Onko näitä kanavia päivitetty?" in asked
    assert "Onko kanavaa päivitetty" in text_of(arrived["slack-u0lib0002"])
    assert await run(bot, AT_START) == {}
    assert await run(bot, AT_START + timedelta(hours=3)) == {}


async def test_updated_notes_the_update_and_the_message_says_so(bot: Bot) -> None:
    reminder = (await run(bot, AT_START))[KEY]
    answered = await bot.pressed(MAINTAINER, reminder, "Päivitetty tänään")
    assert answered.replaces
    assert "✓ " in text_of(answered)
    assert "merkitty päivitetyksi 7.12.2026" in text_of(answered)
    channels = register_of(await bot.application.store.read()).channels
    today = [key for key, channel in channels.items() if (last := newest(channel.evidence)) and last.on == START]
    assert len(today) == 1
    told = newest(channels[today[0]].evidence)
    assert told is not None
    assert told.kind is EvidenceKind.TOLD
    assert 0 < len(buttons(answered)) < len(buttons(reminder)), (
        "the others' buttons are still there, the answered one's not"
    )


async def test_updated_on_another_day_asks_which(bot: Bot) -> None:
    reminder = (await run(bot, AT_START))["slack-u0lib0002"]
    form = await bot.pressed(OTHER, reminder, "Muu päivä")
    assert isinstance(form.reply, Form)
    late = await bot.submitted(OTHER, form, on="2026-12-24")
    assert form_of(late).errors == {"on": "Tämä päivä on vasta edessä."}
    long_ago = await bot.submitted(OTHER, form, on="2025-12-01")
    assert form_of(long_ago).errors == {"on": "Tästä päivästä on yli vuosi."}
    answered = await bot.submitted(OTHER, form, on="2026-12-04")
    assert answered.replaces
    assert "merkitty päivitetyksi 4.12.2026" in text_of(answered)


async def test_later_comes_back_on_its_day(bot: Bot) -> None:
    reminder = (await run(bot, AT_START))["slack-u0lib0002"]
    answered = await bot.pressed(OTHER, reminder, "Viikon päästä")
    assert "muistutan uudestaan 14.12.2026" in text_of(answered)
    found = await days(bot, AT_START + DAY, 10)
    assert [day for day, arrived in found.items() if "slack-u0lib0002" in arrived] == [date(2026, 12, 14)]


async def test_not_mine_any_more_asks_the_new_maintainer_who_accepts(bot: Bot) -> None:
    reminder = (await run(bot, AT_START))["slack-u0lib0002"]
    form = await bot.pressed(OTHER, reminder, "Ei ole enää minun")
    asked = await bot.submitted(OTHER, form, to="U0LIB0009", authorised_by="U0LIBHEAD")
    assert "ehdotus luovutuksesta on lähetetty" in text_of(asked)
    question = latest(bot, "slack-u0lib0009")
    assert "Valtuutuksen on antanut" in text_of(question)
    accepted = await bot.pressed(COVER, question, "Ryhdyn ylläpitäjäksi")
    assert "Olet nyt tämän kanavan ylläpitäjä" in text_of(accepted)
    channel = register_of(await bot.application.store.read()).channels["kirjasto-instagram"]
    assert channel.maintainer_ids == ("slack-u0lib0001", "slack-u0lib0009")
    told = bot.notifier.sent["slack-u0lib0002"][-1]
    assert isinstance(told, HandoverAnswered)
    assert told.accepted
    assert "ei ole enää voimassa" in text_of(await bot.pressed(COVER, question, "Ryhdyn ylläpitäjäksi"))


async def test_whoever_declines_a_channel_leaves_it_where_it_is(bot: Bot) -> None:
    form = await bot.said(OTHER, "luovutan kirjaston instagramin slack:U0LIB0009", locale=FI)
    await bot.submitted(OTHER, form, authorised_by="U0LIBHEAD")
    question = latest(bot, "slack-u0lib0009")
    assert "ei ole enää voimassa" in text_of(await bot.pressed(HEAD, question, "Ryhdyn ylläpitäjäksi"))
    assert "Kerron siitä" in text_of(await bot.pressed(COVER, question, "Ei kiitos"))
    assert "ei ryhdy ylläpitämään" in text_of(latest(bot, "slack-u0lib0002"))
    channel = register_of(await bot.application.store.read()).channels["kirjasto-instagram"]
    assert "slack-u0lib0002" in channel.maintainer_ids


async def test_to_close_a_channel_is_proposed_to_the_ict_secretary(bot: Bot) -> None:
    reminder = (await run(bot, AT_START))["slack-u0lib0002"]
    proposing = button(reminder, "Ehdota kanavan lopettamista")
    assert isinstance(proposing, Button)
    assert "Kirjaston Instagram" in proposing.confirm, "nobody proposes it by a slip of the finger"
    answered = await bot.pressed(OTHER, reminder, "Ehdota kanavan lopettamista")
    assert "lähetetty ICT-sihteerille" in text_of(answered)
    assert isinstance(bot.notifier.sent["slack-u0ict0001"][-1], ClosingProposed)
    form = await bot.pressed(ICT, latest(bot, "slack-u0ict0001"), "Poista käytöstä")
    assert isinstance(form.reply, Form)


async def test_where_several_channels_are_asked_about_the_rarer_answers_open_at_a_press(bot: Bot) -> None:
    reminder = (await run(bot, AT_START))[KEY]
    assert verbs_of(reminder).count(Verb.REMINDER_MORE) > 1
    more = await bot.pressed(MAINTAINER, reminder, "Muu vastaus")
    assert verbs_of(more).count(Verb.REMINDER_MORE) == verbs_of(reminder).count(Verb.REMINDER_MORE) - 1
    assert verbs_of(more).count(Verb.REMINDER_LATER) == 3


async def test_in_the_first_two_weeks_only_the_ict_secretary_sees_what_people_would_get(bot: Bot) -> None:
    arrived = await run(bot, datetime(2026, 11, 24, 9, 0, tzinfo=HELSINKI))
    assert set(arrived) == {"slack-u0ict0001"}
    preview = arrived["slack-u0ict0001"]
    assert "Muistutuksia ei vielä lähetetä" in text_of(preview)
    assert "Kunnan Facebook" in text_of(preview)
    assert "7.12.2026" in text_of(preview)
    started = await bot.pressed(ICT, preview, "Aloita muistutukset")
    assert "lähetetään 25.11.2026 alkaen" in text_of(started)
    assert "Aloita muistutukset" not in [button.label for button in buttons(started)]
    assert await run(bot, datetime(2026, 11, 24, 12, 0, tzinfo=HELSINKI)) == {}
    assert "slack-u0comm001" in await run(bot, datetime(2026, 11, 25, 9, 0, tzinfo=HELSINKI))


async def test_the_day_on_which_reminders_begin_is_a_working_day_that_lies_ahead(bot: Bot) -> None:
    bot.clock.at = datetime(2026, 11, 28, 9, 0, tzinfo=HELSINKI)
    late = await make_bot(clock=bot.clock)
    preview = (await run(late, datetime(2026, 11, 30, 9, 0, tzinfo=HELSINKI)))["slack-u0ict0001"]
    assert "14.12.2026" in text_of(preview), "two weeks after a Saturday"
    late.clock.at = datetime(2026, 12, 4, 12, 0, tzinfo=HELSINKI)
    begun = await late.pressed(ICT, preview, "Aloita muistutukset")
    assert "7.12.2026" in text_of(begun), "after a Friday's round"
    late.clock.at = datetime(2026, 12, 21, 12, 0, tzinfo=HELSINKI)
    again = await late.pressed(ICT, preview, "Aloita muistutukset")
    assert "Muistutuksia lähetetään jo" in text_of(again)


async def test_nobody_but_the_ict_secretary_lets_reminders_begin(bot: Bot) -> None:
    preview = (await run(bot, datetime(2026, 11, 24, 9, 0, tzinfo=HELSINKI)))["slack-u0ict0001"]
    assert "vain ICT-sihteeri" in text_of(await bot.pressed(MAINTAINER, preview, "Aloita muistutukset"))


async def test_on_monday_the_ict_secretary_sees_the_week_once(bot: Bot) -> None:
    found = await days(bot, AT_START, 14)
    mondays = [
        day for day, arrived in found.items() if "Viikkokatsaus" in text_of(arrived.get("slack-u0ict0001", _NONE))
    ]
    assert mondays == [date(2026, 12, 7), date(2026, 12, 14)]
    digest = found[START]["slack-u0ict0001"]
    form = await bot.pressed(ICT, digest, "Nimeä ylläpitäjiä")
    assert isinstance(form.reply, Form)


async def test_the_ict_secretarys_list_shows_each_channel_and_lets_it_be_marked(bot: Bot) -> None:
    found = await days(bot, AT_START, 11)
    listed = found[date(2026, 12, 17)]["slack-u0ict0001"]
    assert "Näistä kanavista ei ole tullut vastausta" in text_of(listed)
    assert "Ilmoituksen mukaan päivitetty 20.11.2026" in text_of(listed)
    assert "Olen poissa" not in [button.label for button in buttons(listed)]
    assert "Ylläpitäjät" in text_of(await bot.pressed(ICT, listed, "Näytä"))
    form = await bot.pressed(ICT, listed, "Merkitse päivitetyksi")
    assert "merkitty päivitetyksi 16.12.2026" in text_of(await bot.submitted(ICT, form, on="2026-12-16"))


async def test_unreachable_people_are_in_the_digest_with_the_reason_and_the_way_out(bot: Bot) -> None:
    bot.notifier.unreachable.add(KEY)
    found = await days(bot, AT_START, 8)
    digest = found[date(2026, 12, 14)]["slack-u0ict0001"]
    assert "mikään yhdistetty työtila ei tavoita" in text_of(digest)
    form = await bot.pressed(ICT, digest, "Merkitse lähteneeksi")
    assert isinstance(form.reply, Form)
    assert form.reply.values["person"] == MAINTAINER


async def test_questions_that_wait_for_an_answer_are_in_the_digest_with_the_way_to_them(bot: Bot) -> None:
    asked = await bot.said("slack:U0STAFF01", "saako kunnan autolla hakea kebabia", locale=FI)
    await bot.pressed("slack:U0STAFF01", asked, "Kysy ICT-sihteeriltä")
    digest = (await run(bot, AT_START))["slack-u0ict0001"]
    assert "Yksi kysymys odottaa vastausta" in text_of(digest)
    assert "kebabia" in text_of(await bot.pressed(ICT, digest, "Näytä kysymykset"))


async def test_before_christmas_maintainers_without_a_cover_are_asked_once(bot: Bot) -> None:
    found = await days(bot, AT_START, 10)
    asked = [(day, one) for day, arrived in found.items() if (one := arrived.get(KEY)) and "joulun" in text_of(one)]
    assert [day for day, _ in asked] == [START]
    here = await bot.pressed(MAINTAINER, asked[0][1], "En ole poissa")
    assert "hoidat kanaviasi itse" in text_of(here)
    assert "Onko kanavaa päivitetty" in text_of(here), "what else was asked stays"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("en ehdi tällä viikolla", "Muistutan 14.12.2026: Kirjaston Instagram"),
        ("muistuta viikon päästä", "Muistutan 14.12.2026: Kirjaston"),
        ("påminn mig om två veckor", "21"),
        ("remind me about the library's instagram in 3 days", "10 Dec 2026: Kirjaston Instagram"),
    ],
)
async def test_reminders_are_put_off_in_words(bot: Bot, text: str, expected: str) -> None:
    await run(bot, AT_START)
    assert expected in text_of(await bot.said(OTHER, text))
    assert "slack-u0lib0002" not in (await run(bot, AT_START + DAY))


async def test_where_nothing_is_to_be_put_off_it_is_said(bot: Bot) -> None:
    assert "ei ole nyt muistutuksia" in text_of(await bot.said(OTHER, "muistuta viikon päästä"))
    await run(bot, AT_START)
    assert "aikaisintaan huomenna" in text_of(await bot.said(OTHER, "muistuta 1.1.2020"))


async def test_a_press_on_a_message_of_long_ago_still_does_what_it_says(bot: Bot) -> None:
    reminder = (await run(bot, AT_START))["slack-u0lib0002"]
    await days(bot, AT_START + 100 * DAY, 1)
    await bot.application.forgetting.run(AT_START + 100 * DAY)
    answered = await bot.pressed(OTHER, reminder, "Päivitetty tänään")
    assert "päivityspäiväksi on merkitty" in text_of(answered)


async def test_somebody_elses_message_is_not_shown_to_whoever_presses_its_button(bot: Bot) -> None:
    reminder = (await run(bot, AT_START))[KEY]
    refused = text_of(await bot.pressed("slack:U0STAFF01", reminder, "Päivitetty tänään"))
    assert "voivat tehdä vain" in refused
    opened = await bot.pressed(MAINTAINER, reminder, "Muu vastaus")
    later = text_of(await bot.pressed("slack:U0STAFF01", opened, "Viikon päästä"))
    assert "ei ole enää tulossa muistutuksia" in later


def verbs_of(outcome: Outcome) -> list[Verb]:
    return [one.action.verb for one in buttons(outcome)]


_NONE = Outcome(render(ReminderNotice("nobody"), FI))


async def test_a_press_in_the_weeks_look_ticks_its_line_off_and_leaves_the_others(bot: Bot) -> None:
    """Of seven channels in the test register, four have no second maintainer; the first is given one."""
    week = (await run(bot, AT_START))["slack-u0ict0001"]
    before = text_of(week)
    rows = [one for one in buttons(week) if one.label == "Nimeä ylläpitäjiä"]
    assert len(rows) > 1
    form = await bot.pressed(ICT, week, "Nimeä ylläpitäjiä")
    channel = form_of(form).subject[1]
    done = await bot.submitted(ICT, form, add="U0LIB0009", authorised_by="U0LIBHEAD")
    assert done.replaces
    name = register_of(await bot.application.store.read()).channels[channel].name
    assert f"✓ {name}: hoidettu" in text_of(done)
    assert [one for one in buttons(done) if one.label == "Nimeä ylläpitäjiä"] == rows[1:]
    assert "Keskeytä muistutukset" in text_of(done)
    lost = [line for line in before.splitlines() if line not in text_of(done) and name not in line]
    assert not lost, "all else stays"


async def test_a_form_from_any_other_list_leaves_the_list(bot: Bot) -> None:
    audit = await bot.said(ICT, "tarkastus")
    form = await bot.pressed(ICT, audit, "Nimeä ylläpitäjiä")
    done = await bot.submitted(ICT, form, add="U0LIB0009", authorised_by="U0LIBHEAD")
    assert not done.replaces
