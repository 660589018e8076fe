"""Nudges from end to end: what is due arrives, and each answer does what it says and changes the message it is on."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from bot.conversation.exchange import Outcome
from bot.conversation.forms import Form
from bot.domain.channels import HolidayCover
from bot.domain.evidence import EvidenceKind, newest
from bot.domain.language import Language
from bot.messages.notices import render
from bot.services.notices import ClosingProposed, CoverDeclined, HandoverAnswered
from bot.services.nudge_notices import Nudge
from tests.bot_in_memory import HELSINKI, Bot, buttons, make_bot, text_of

MAINTAINER, SECOND, COVER = "slack:U0LIB0001", "slack:U0LIB0002", "slack:U0LIB0009"
HEAD, ICT = "slack:U0LIBHEAD", "slack:U0ICT0001"
FI = Language.FI
DAY = timedelta(days=1)
START = date(2026, 12, 7)
"""Two weeks after the register was made: people get nudges from then on."""
AT_START = datetime(2026, 12, 7, 9, 0, tzinfo=HELSINKI)
KEY = "slack-u0lib0001"


@pytest.fixture
async def bot() -> Bot:
    return await make_bot()


async def run(bot: Bot, at: datetime) -> dict[str, Outcome]:
    """Let it be ``at``, and give the nudges that arrive, by person, as they are shown."""
    bot.clock.at = at
    before = {person: len(notices) for person, notices in bot.notifier.sent.items()}
    await bot.application.services.nudging.run(at)
    await bot.application.outbox.deliver_due(at)
    new = {person: notices[before.get(person, 0) :] for person, notices in bot.notifier.sent.items()}
    nudges = {person: [one for one in notices if isinstance(one, Nudge)] for person, notices in new.items()}
    assert all(len(found) <= 1 for found in nudges.values())
    return {person: Outcome(render(found[0], FI)) for person, found in nudges.items() if found}


async def days(bot: Bot, start: datetime, number: int) -> dict[date, dict[str, Outcome]]:
    """The nudges of so many days."""
    found = {start.date() + n * DAY: await run(bot, start + n * DAY) for n in range(number)}
    return {day: arrived for day, arrived in found.items() if arrived}


async def covers(bot: Bot) -> tuple[HolidayCover, ...]:
    return (await bot.application.store.read()).channels["kirjasto-facebook"].holiday_covers


def latest(bot: Bot, person: str) -> Outcome:
    return Outcome(render(bot.notifier.sent[person][-1], FI))


async def test_after_two_weeks_the_maintainers_are_asked_once_in_one_message_each(bot: Bot) -> None:
    arrived = await run(bot, AT_START)
    asked = text_of(arrived[KEY])
    assert "Kirjaston Facebook (https://www.facebook.com/esimerkkikirjasto) – Onko kanavaa päivitetty" in asked
    assert "Kirjaston Instagram" in asked
    assert await run(bot, AT_START) == {}
    assert await run(bot, AT_START + timedelta(hours=3)) == {}


async def test_updated_notes_the_update_and_the_message_says_so(bot: Bot) -> None:
    nudge = (await run(bot, AT_START))[KEY]
    answered = await bot.pressed(MAINTAINER, nudge, "Päivitetty tänään")
    assert answered.replaces
    assert "✓ " in text_of(answered)
    assert "merkitty päivitetyksi 7.12.2026" in text_of(answered)
    channels = (await bot.application.store.read()).channels
    today = [key for key, channel in channels.items() if (last := newest(channel.evidence)) and last.on == START]
    assert len(today) == 1
    told = newest(channels[today[0]].evidence)
    assert told is not None
    assert told.kind is EvidenceKind.TOLD
    assert 0 < len(buttons(answered)) < len(buttons(nudge)), (
        "the others' buttons are still there, the answered one's not"
    )


async def test_updated_on_another_day_asks_which(bot: Bot) -> None:
    nudge = (await run(bot, AT_START))["slack-u0lib0002"]
    form = await bot.pressed(SECOND, nudge, "muuna päivänä")
    assert isinstance(form.reply, Form)
    late = await bot.submitted(SECOND, form, on="2026-12-24")
    assert "vasta edessä" in text_of(late)
    assert "Päivitetty tänään" in [button.label for button in buttons(late)]
    answered = await bot.submitted(SECOND, form, on="2026-12-04")
    assert answered.replaces
    assert "merkitty päivitetyksi 4.12.2026" in text_of(answered)


async def test_later_comes_back_on_its_day(bot: Bot) -> None:
    nudge = (await run(bot, AT_START))["slack-u0lib0002"]
    answered = await bot.pressed(SECOND, nudge, "viikon päästä")
    assert "muistutan uudestaan 14.12.2026" in text_of(answered)
    found = await days(bot, AT_START + DAY, 10)
    assert [day for day, arrived in found.items() if "slack-u0lib0002" in arrived] == [date(2026, 12, 14)]


async def test_away_with_a_cover_lets_the_cover_have_the_next_one(bot: Bot) -> None:
    nudge = (await run(bot, AT_START))[KEY]
    form = await bot.pressed(MAINTAINER, nudge, "Olen poissa")
    answered = await bot.submitted(MAINTAINER, form, start="2026-12-08", end="2026-12-23", cover="U0LIB0009")
    assert answered.replaces
    assert "sijaisesi hoitaa kanavaa 23.12.2026 asti" in text_of(answered)
    assert not buttons(answered), "nothing is left to answer, of the holidays neither"
    found = await days(bot, AT_START + DAY, 5)
    to_cover = next(arrived["slack-u0lib0009"] for arrived in found.values() if "slack-u0lib0009" in arrived)
    assert "on poissa" in text_of(to_cover)
    assert not any(KEY in arrived for arrived in found.values())
    assert "merkitty päivitetyksi" in text_of(await bot.pressed(COVER, to_cover, "Päivitetty tänään"))


async def test_a_cover_who_declines_is_none_and_the_absent_is_told(bot: Bot) -> None:
    nudge = (await run(bot, AT_START))[KEY]
    form = await bot.pressed(MAINTAINER, nudge, "Olen poissa")
    await bot.submitted(MAINTAINER, form, start="2026-12-08", end="2026-12-23", cover="U0LIB0009")
    asked = latest(bot, "slack-u0lib0009")
    declined = await bot.pressed(COVER, asked, "En voi olla sijaisena")
    assert "et ole sijaisena" in text_of(declined)
    assert "päättynyt tai peruttu" in text_of(await bot.pressed(COVER, asked, "En voi olla sijaisena"))
    assert await covers(bot) == ()
    assert isinstance(bot.notifier.sent[KEY][-1], CoverDeclined)
    found = await days(bot, AT_START + DAY, 10)
    assert not any(KEY in arrived or "slack-u0lib0009" in arrived for arrived in found.values())
    # On the day of the maintainers' third nudge nothing is due to the responsible person themself.
    stands_in = text_of(found[date(2026, 12, 17)]["slack-u0libhead"])
    assert "Kirjaston Facebook" in stands_in
    assert "Kysyn sinulta, koska Kirjaston ylläpitäjä 1 on poissa" in stands_in
    form = await bot.pressed(MAINTAINER, latest(bot, KEY), "Nimeä toinen")
    again = await bot.submitted(MAINTAINER, form, start="2026-12-18", end="2026-12-23", cover="U0LIB0002")
    assert not isinstance(again.reply, Form), text_of(again)
    assert len(await covers(bot)) == 1


async def cover_agreed(bot: Bot) -> Outcome:
    """The maintainer is away until Christmas, and this is the nudge that the cover gets."""
    nudge = (await run(bot, AT_START))[KEY]
    form = await bot.pressed(MAINTAINER, nudge, "Olen poissa")
    await bot.submitted(MAINTAINER, form, start="2026-12-07", end="2026-12-23", cover="U0LIB0009")
    return (await run(bot, AT_START + 3 * DAY))["slack-u0lib0009"]


async def test_a_cover_who_keeps_no_channel_and_is_away_passes_the_cover_on_and_has_it_back(bot: Bot) -> None:
    nudge = await cover_agreed(bot)
    form = await bot.pressed(COVER, nudge, "Olen poissa")
    answered = await bot.submitted(COVER, form, start="2026-12-10", end="2026-12-17", cover="U0STAFF01")
    assert "Kirjaston Facebook" in text_of(answered)
    assert "sijaisesi hoitaa kanavaa 17.12.2026 asti" in text_of(answered)
    assert not buttons(answered)
    told = latest(bot, "slack-u0staff01")
    assert "10.12.2026–17.12.2026" in text_of(told)
    assert "Kirjaston ylläpitäjä 1" in text_of(told)
    arrived = await run(bot, AT_START + 10 * DAY)
    assert "Kysyn sinulta, koska Kirjaston ylläpitäjä 1 on poissa" in text_of(arrived["slack-u0staff01"])
    assert not {KEY, "slack-u0lib0009"} & arrived.keys()
    days = [(cover.start.day, cover.end.day, cover.person) for cover in await covers(bot)]
    assert sorted(days) == [(7, 9, "slack-u0lib0009"), (10, 17, "slack-u0staff01"), (18, 23, "slack-u0lib0009")]


async def test_whoever_got_a_cover_passed_on_can_decline_it(bot: Bot) -> None:
    form = await bot.pressed(COVER, await cover_agreed(bot), "Olen poissa")
    await bot.submitted(COVER, form, start="2026-12-10", end="2026-12-23", cover="U0STAFF01")
    declined = await bot.pressed("slack:U0STAFF01", latest(bot, "slack-u0staff01"), "En voi olla sijaisena")
    assert "et ole sijaisena" in text_of(declined)
    assert isinstance(bot.notifier.sent[KEY][-1], CoverDeclined)


async def test_a_cover_says_in_words_as_well_that_they_are_away(bot: Bot) -> None:
    await cover_agreed(bot)
    said = await bot.said(COVER, "olen lomalla 14.12.–23.12., sijainen <@U0STAFF01>", locale=FI)
    assert "Poissa 14.12.2026–23.12.2026" in text_of(said)
    late = await bot.said(COVER, "olen lomalla 1.7.2027–31.7.2027, sijainen <@U0STAFF01>", locale=FI)
    assert "Et ole näinä päivinä kenenkään sijainen" in text_of(late)


async def test_of_what_a_keeper_covers_besides_nobody_is_told_that_it_is_covered(bot: Bot) -> None:
    """The second maintainer covers for the first. Whom they name stands in for them alone: with a cover away, the
    responsible person is asked."""
    form = await bot.pressed(MAINTAINER, (await run(bot, AT_START))[KEY], "Olen poissa")
    await bot.submitted(MAINTAINER, form, start="2026-12-07", end="2026-12-23", cover="U0LIB0002")
    nudge = (await run(bot, AT_START + 3 * DAY))["slack-u0lib0002"]
    form = await bot.pressed(SECOND, nudge, "Olen poissa")
    answered = text_of(await bot.submitted(SECOND, form, start="2026-12-10", end="2026-12-23", cover="U0STAFF01"))
    assert "Kirjaston Instagram (https://www.instagram.com/esimerkkikirjasto/): sijaisesi hoitaa" in answered
    assert "Kirjaston Facebook (https://www.facebook.com/esimerkkikirjasto) – Onko" in answered
    arrived = await run(bot, AT_START + 10 * DAY)
    assert "Kirjaston Facebook" in text_of(arrived["slack-u0libhead"])


async def test_whoever_stands_in_is_offered_only_what_they_can_do(bot: Bot) -> None:
    await bot.said(MAINTAINER, "olen lomalla 7.12.–23.12., sijainen <@U0LIB0002>", locale=FI)
    await bot.said(SECOND, "olen lomalla 7.12.–23.12., sijainen <@U0STAFF01>", locale=FI)
    await bot.said(HEAD, "olen lomalla 7.12.–23.12., sijainen <@U0STAFF01>", locale=FI)
    nudge = (await run(bot, AT_START))["slack-u0ict0001"]
    assert "Kysyn sinulta, koska Kirjaston ylläpitäjä 1 on poissa" in text_of(nudge)
    assert "Olen poissa" not in [button.label for button in buttons(nudge)]
    more = await bot.pressed(ICT, nudge, "Muu vastaus")
    assert {"Ehdota lopettamista"} <= {button.label for button in buttons(more)}
    assert "Ei ole enää minun" not in [button.label for button in buttons(more)]


async def test_not_mine_any_more_asks_the_new_maintainer_who_accepts(bot: Bot) -> None:
    nudge = (await run(bot, AT_START))["slack-u0lib0002"]
    form = await bot.pressed(SECOND, nudge, "Ei ole enää minun")
    asked = await bot.submitted(SECOND, form, to="U0LIB0009", authorised_by="U0LIBHEAD")
    assert "ehdotus luovutuksesta on lähetetty" in text_of(asked)
    question = latest(bot, "slack-u0lib0009")
    assert "Valtuutuksen on antanut" in text_of(question)
    accepted = await bot.pressed(COVER, question, "Otan hoitaakseni")
    assert "Olet nyt tämän kanavan ylläpitäjä" in text_of(accepted)
    channel = (await bot.application.store.read()).channels["kirjasto-instagram"]
    assert channel.maintainer_ids == ("slack-u0lib0001", "slack-u0lib0009")
    told = bot.notifier.sent["slack-u0lib0002"][-1]
    assert isinstance(told, HandoverAnswered)
    assert told.accepted
    assert "ei ole enää voimassa" in text_of(await bot.pressed(COVER, question, "Otan hoitaakseni"))


async def test_whoever_declines_a_channel_leaves_it_where_it_is(bot: Bot) -> None:
    form = await bot.said(SECOND, "luovutan kirjaston instagramin <@U0LIB0009>", locale=FI)
    await bot.submitted(SECOND, form, authorised_by="U0LIBHEAD")
    question = latest(bot, "slack-u0lib0009")
    assert "ei ole enää voimassa" in text_of(await bot.pressed(HEAD, question, "Otan hoitaakseni"))
    assert "Kerron siitä" in text_of(await bot.pressed(COVER, question, "En ota"))
    assert "ei ota hoitaakseen" in text_of(latest(bot, "slack-u0lib0002"))
    channel = (await bot.application.store.read()).channels["kirjasto-instagram"]
    assert "slack-u0lib0002" in channel.maintainer_ids


async def test_to_close_a_channel_is_proposed_to_the_ict_secretary(bot: Bot) -> None:
    nudge = (await run(bot, AT_START))["slack-u0lib0002"]
    answered = await bot.pressed(SECOND, nudge, "Ehdota lopettamista")
    assert "lähetetty ICT-sihteerille" in text_of(answered)
    assert isinstance(bot.notifier.sent["slack-u0ict0001"][-1], ClosingProposed)
    form = await bot.pressed(ICT, latest(bot, "slack-u0ict0001"), "Poista käytöstä")
    assert isinstance(form.reply, Form)


async def test_where_several_channels_are_asked_about_the_rarer_answers_open_at_a_press(bot: Bot) -> None:
    nudge = (await run(bot, AT_START))[KEY]
    labels = [button.label for button in buttons(nudge)]
    assert labels.count("Muu vastaus") > 1
    more = await bot.pressed(MAINTAINER, nudge, "Muu vastaus")
    assert [button.label for button in buttons(more)].count("Muu vastaus") == labels.count("Muu vastaus") - 1
    assert "Muistuta 3 päivän päästä" in [button.label for button in buttons(more)]


async def test_in_the_first_two_weeks_only_the_ict_secretary_sees_what_people_would_get(bot: Bot) -> None:
    arrived = await run(bot, datetime(2026, 11, 24, 9, 0, tzinfo=HELSINKI))
    assert set(arrived) == {"slack-u0ict0001"}
    preview = arrived["slack-u0ict0001"]
    assert "Muistutuksia ei vielä lähetetä" in text_of(preview)
    assert "Kunnan Facebook" in text_of(preview)
    assert "7.12.2026" in text_of(preview)
    started = await bot.pressed(ICT, preview, "Aloita muistutukset")
    assert "lähtevät 25.11.2026" in text_of(started)
    assert "Aloita muistutukset" not in [button.label for button in buttons(started)]
    assert await run(bot, datetime(2026, 11, 24, 12, 0, tzinfo=HELSINKI)) == {}
    assert "slack-u0comm001" in await run(bot, datetime(2026, 11, 25, 9, 0, tzinfo=HELSINKI))


async def test_nobody_but_the_ict_secretary_lets_reminders_begin(bot: Bot) -> None:
    preview = (await run(bot, datetime(2026, 11, 24, 9, 0, tzinfo=HELSINKI)))["slack-u0ict0001"]
    assert "vain ICT-sihteeri" in text_of(await bot.pressed(MAINTAINER, preview, "Aloita muistutukset"))


async def test_all_reminders_can_be_paused_and_go_on(bot: Bot) -> None:
    digest = (await run(bot, AT_START))["slack-u0ict0001"]
    form = await bot.pressed(ICT, digest, "Tauota muistutukset")
    wrong = await bot.submitted(ICT, form, start="2026-12-08", end="2026-12-01")
    assert isinstance(wrong.reply, Form)
    paused = await bot.submitted(ICT, form, start="2026-12-08", end="2026-12-31")
    assert "8.12.2026–31.12.2026" in text_of(paused)
    assert "Viikon katsaus" in text_of(paused)
    assert await days(bot, AT_START + DAY, 10) == {}
    ended = await bot.pressed(ICT, paused, "Lopeta tauko")
    assert "lähetetään taas" in text_of(ended)
    assert await days(bot, AT_START + 11 * DAY, 5)


async def test_a_pause_of_no_channel_offers_the_pause_of_all_reminders(bot: Bot) -> None:
    form = await bot.pressed(ICT, await bot.said(ICT, "tauko", locale=FI), "Tauota muistutukset")
    paused = await bot.submitted(ICT, form, start="2026-12-01", end="2026-12-31")
    assert "1.12.2026–31.12.2026" in text_of(paused)
    assert await run(bot, AT_START) == {}


async def test_on_monday_the_ict_secretary_sees_the_week_once(bot: Bot) -> None:
    found = await days(bot, AT_START, 14)
    mondays = [
        day for day, arrived in found.items() if "Viikon katsaus" in text_of(arrived.get("slack-u0ict0001", _NONE))
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
    assert "Ylläpitäjät" in text_of(await bot.pressed(ICT, listed, "Näytä kanava"))
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


async def test_an_agreed_cover_shows_in_look_ups_before_it_begins(bot: Bot) -> None:
    await bot.said(MAINTAINER, "olen lomalla 21.12.–31.12., sijainen <@U0LIB0009>", locale=FI)
    shown = text_of(await bot.said(SECOND, "kuka hoitaa kirjaston facebookia", locale=FI))
    assert "21.12.2026–31.12.2026" in shown


async def test_what_is_held_on_somebody_has_their_absences_and_covers(bot: Bot) -> None:
    await bot.said(MAINTAINER, "olen lomalla 7.12.–23.12., sijainen <@U0LIB0002>", locale=FI)
    await bot.said(MAINTAINER, "olen lomalla 1.2.2027–7.2.2027, sijainen <@U0LIB0009>", locale=FI)
    await bot.pressed(COVER, latest(bot, "slack-u0lib0009"), "En voi olla sijaisena")
    held = text_of(await bot.said(MAINTAINER, "minä", locale=FI))
    assert "Poissaolot: 1.2.2027–7.2.2027; 7.12.2026–23.12.2026, sijaisena Kirjaston ylläpitäjä 2" in held
    assert "Sijaisuudet: ei merkitty" in held
    held = text_of(await bot.said(SECOND, "minä", locale=FI))
    assert "Poissaolot: ei merkitty" in held
    assert "Sijaisuudet: 7.12.2026–23.12.2026, poissa Kirjaston ylläpitäjä 1" in held


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("muistuta viikon päästä", "Muistutan 14.12.2026: Kirjaston"),
        ("påminn mig om två veckor", "21"),
        ("remind me about the library's instagram in 3 days", "10 Dec 2026: Kirjaston Instagram"),
    ],
)
async def test_reminders_are_put_off_in_words(bot: Bot, text: str, expected: str) -> None:
    await run(bot, AT_START)
    assert expected in text_of(await bot.said(SECOND, text))
    assert "slack-u0lib0002" not in (await run(bot, AT_START + DAY))


async def test_where_nothing_is_to_be_put_off_it_is_said(bot: Bot) -> None:
    assert "ei ole nyt muistutuksia" in text_of(await bot.said(SECOND, "muistuta viikon päästä"))
    await run(bot, AT_START)
    assert "vasta huomenna" in text_of(await bot.said(SECOND, "muistuta 1.1.2020"))


async def test_a_press_on_a_message_of_long_ago_still_does_what_it_says(bot: Bot) -> None:
    nudge = (await run(bot, AT_START))["slack-u0lib0002"]
    await days(bot, AT_START + 100 * DAY, 1)
    answered = await bot.pressed(SECOND, nudge, "Päivitetty tänään")
    assert "päivityspäiväksi on merkitty" in text_of(answered)


async def test_somebody_elses_message_is_not_shown_to_whoever_presses_its_button(bot: Bot) -> None:
    nudge = (await run(bot, AT_START))[KEY]
    refused = text_of(await bot.pressed("slack:U0STAFF01", nudge, "Päivitetty tänään"))
    assert "voivat tehdä vain" in refused
    later = text_of(await bot.pressed("slack:U0STAFF01", nudge, "viikon päästä"))
    assert "ei ole enää tulossa muistutuksia" in later


_NONE = Outcome(render(Nudge("nobody"), FI))
