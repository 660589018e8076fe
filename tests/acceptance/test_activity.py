"""Channels say themselves that they are updated: what a source shows ends reminders, and what fails reminds nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.activity.model import Failure
from bot.activity.source import SourceKind
from bot.conversation.exchange import Outcome
from bot.domain.delivery import Unreachable
from bot.domain.evidence import State
from bot.domain.reminders.notice import ReminderNotice
from bot.knowledge.content import common
from bot.messages.notices import render
from bot.services.activity import watching
from bot.services.activity.documents import SOURCES
from bot.services.activity.notices import ServiceOut, SourcesFound
from bot.services.register.documents import register_of
from bot.settings import Settings
from tests.acceptance.people import ICT, MAINTAINER
from tests.acceptance.reminder_days import AT_START, DAY, FI, KEY
from tests.support.bot_in_memory import NOON, Bot, form_of, make_bot, text_of
from tests.support.staged import StagedOutside

HOUR = timedelta(hours=1)
SECRETARY = "slack-u0ict0001"
INSTAGRAM, FACEBOOK = "instagram/esimerkkikirjasto", "facebook/esimerkkikirjasto"
MUNICIPAL, YOUTH = "instagram/esimerkkikunta", "instagram/esimerkkinuoriso"


@pytest.fixture
def outside() -> StagedOutside:
    """Nothing is posted anywhere, and everything can be read."""
    return StagedOutside(common.platforms(Settings().knowledge_dir))


@pytest.fixture
async def bot(outside: StagedOutside) -> Bot:
    return await make_bot(outside=outside)


async def live(bot: Bot, at: datetime) -> None:
    """Let it be ``at``."""
    bot.clock.at = at
    await bot.application.go_round_and_deliver(at)


def reminders_of(bot: Bot, person: str) -> list[ReminderNotice]:
    return [one for one in bot.notifier.sent.get(person, []) if isinstance(one, ReminderNotice)]


def shown(bot: Bot) -> list[str]:
    """What the reminders in people's inboxes say now."""
    return [text_of(Outcome(render(one, FI))) for one in bot.notifier.shown.values() if isinstance(one, ReminderNotice)]


async def test_what_is_seen_in_the_morning_asks_nobody_at_nine(bot: Bot, outside: StagedOutside) -> None:
    outside.posts |= {INSTAGRAM: AT_START - DAY, MUNICIPAL: AT_START - DAY, YOUTH: AT_START}
    await live(bot, AT_START)
    asked = [line.channel for person in bot.notifier.sent for one in reminders_of(bot, person) for line in one.lines]
    assert set(asked) == {"nuoriso-tiktok", "kirjasto-facebook", "kunta-facebook"}


async def test_a_working_source_that_shows_nothing_says_so_and_one_that_shows_half_only_asks(
    bot: Bot, outside: StagedOutside
) -> None:
    outside.posts[FACEBOOK] = AT_START - 20 * DAY
    outside.posts[INSTAGRAM] = AT_START - 20 * DAY
    outside.partial.add(INSTAGRAM)
    await live(bot, AT_START)
    (notice,) = reminders_of(bot, KEY)
    states = {line.channel: line.state for line in notice.lines}
    assert states == {"kirjasto-facebook": State.IDLE, "kirjasto-instagram": State.UNCONFIRMED}
    assert "Kanavalla ei näy päivityksiä 20.11.2026 jälkeen" in text_of(Outcome(render(notice, FI)))


async def test_a_post_settles_the_reminder_that_was_sent_in_its_place(bot: Bot, outside: StagedOutside) -> None:
    await live(bot, AT_START)
    before = len(bot.notifier.sent[KEY])
    assert all("✓" not in text for text in shown(bot))
    outside.posts[INSTAGRAM] = AT_START + HOUR
    await live(bot, AT_START + 2 * HOUR)
    answered = [text for text in shown(bot) if "✓ Kirjaston Instagram" in text and "nähty lähteessä 7.12.2026" in text]
    assert len(answered) == 2, "both maintainers' messages"
    assert len(bot.notifier.sent[KEY]) == before, "nothing new was sent"


async def test_while_its_source_fails_nobody_is_reminded_and_the_digest_says_why(
    bot: Bot, outside: StagedOutside
) -> None:
    outside.failing[FACEBOOK] = Failure.GONE
    for day in range(15):
        await live(bot, AT_START + day * DAY)
        await live(bot, AT_START + day * DAY + 3 * HOUR)
    asked = {line.channel for person in bot.notifier.sent for one in reminders_of(bot, person) for line in one.lines}
    assert "kirjasto-facebook" not in asked
    digest = reminders_of(bot, SECRETARY)[-1].digest
    assert digest is not None
    assert [(one.id, one.why) for one in digest.unknown] == [("kirjasto-facebook", "gone")]
    notice = next(one for one in reversed(reminders_of(bot, SECRETARY)) if one.digest)
    assert "osoitteessa ei ole enää mitään" in text_of(Outcome(render(notice, FI)))
    card = text_of(await bot.said(ICT, "kuka omistaa kirjaston facebookin"))
    assert "päivitysten lähdettä ei saada luettua (osoitteessa ei ole enää mitään)" in card


async def test_a_platforms_outage_reminds_nobody_and_is_told_once(bot: Bot, outside: StagedOutside) -> None:
    outside.posts |= dict.fromkeys((INSTAGRAM, MUNICIPAL, YOUTH), NOON)
    for hour in (9, 10, 12):
        await live(bot, NOON.replace(hour=hour))
    outside.out["instagram"] = Failure.SERVER
    for day in range(14, 19):
        for hour in (0, 3, 6):
            await live(bot, AT_START + (day - 14) * DAY + hour * HOUR)
    asked = {line.channel for person in bot.notifier.sent for one in reminders_of(bot, person) for line in one.lines}
    assert not any(channel.endswith("instagram") for channel in asked)
    told = [one for notices in bot.notifier.sent.values() for one in notices if isinstance(one, ServiceOut)]
    assert [(one.service, one.channels) for one in told] == [("instagram", 3)]
    assert "Instagram ei näytä päivityksiä" in text_of(Outcome(render(told[0], FI)))
    outside.out.clear()
    outside.posts |= dict.fromkeys((INSTAGRAM, MUNICIPAL, YOUTH), AT_START + 2 * DAY)
    await live(bot, AT_START + 7 * DAY)
    register = register_of(await bot.application.store.read())
    assert not any(state.fails for state in register.sources.values())


async def test_a_key_that_has_ended_is_told_as_something_to_do(bot: Bot, outside: StagedOutside) -> None:
    outside.posts |= dict.fromkeys((INSTAGRAM, MUNICIPAL, YOUTH), NOON)
    await live(bot, NOON)
    outside.out["instagram"] = Failure.KEY_REFUSED
    for hours in (2, 4, 30, 45):
        await live(bot, NOON + hours * HOUR)
    (told,) = [one for notices in bot.notifier.sent.values() for one in notices if isinstance(one, ServiceOut)]
    assert "uusimaan avain" in text_of(Outcome(render(told, FI)))


async def test_what_is_seen_is_no_history_and_is_forgotten_with_the_channel(bot: Bot, outside: StagedOutside) -> None:
    before = await bot.application.store.read()
    for hour in range(30):
        outside.posts[INSTAGRAM] = NOON + hour * HOUR
        await bot.application.look(NOON + hour * HOUR)
    state = await bot.application.store.read()
    assert (state.seq, state.version > before.version) == (before.seq, True)
    assert register_of(state).sources["kirjasto-instagram"].seen_on == (NOON + 29 * HOUR).date()
    assert "kirjasto-instagram" in state.of(SOURCES)


async def test_each_source_is_looked_at_hourly_at_most(bot: Bot, outside: StagedOutside) -> None:
    for minutes in range(0, 600, 10):
        await bot.application.look(NOON + timedelta(minutes=minutes))
    assert 8 <= outside.looked[FACEBOOK] <= 10


async def test_a_post_that_is_taken_down_again_stays_seen(bot: Bot, outside: StagedOutside) -> None:
    outside.posts[FACEBOOK] = NOON
    await bot.application.look(NOON)
    outside.posts[FACEBOOK] = NOON - 90 * DAY
    await bot.application.look(NOON + 2 * HOUR)
    register = register_of(await bot.application.store.read())
    assert register.sources["kirjasto-facebook"].seen_on == NOON.date()


async def test_a_key_that_is_taken_away_leaves_what_was_seen_and_asks_again(bot: Bot, outside: StagedOutside) -> None:
    outside.posts[INSTAGRAM] = NOON
    await bot.application.look(NOON)
    outside.unread = {SourceKind.INSTAGRAM, SourceKind.FACEBOOK}
    await live(bot, AT_START + DAY)
    lines = {line.channel: line for one in reminders_of(bot, KEY) for line in one.lines}
    assert lines["kirjasto-instagram"].state is State.UNCONFIRMED
    assert lines["kirjasto-instagram"].evidence is not None
    assert lines["kirjasto-instagram"].evidence.on == NOON.date()


async def test_whoever_registers_a_channel_sees_what_is_found_at_its_address_before_it_is_saved(
    bot: Bot, outside: StagedOutside
) -> None:
    outside.posts["youtube/@uusikanava"] = NOON - 3 * DAY
    before = await bot.application.store.read()
    form = await bot.said(ICT, "lisää https://www.youtube.com/@uusikanava nimi=Uusi kanava vastuu=U0LIBHEAD")
    tried = await bot.submitted(ICT, form, unit="Kirjasto")
    assert "Kokeilin osoitetta: ”Title of @uusikanava”, uusin päivitys 20.11.2026." in text_of(tried)
    assert form_of(tried).values["name"] == "Uusi kanava"
    assert await bot.application.store.read() == before, "nothing is saved yet"

    outside.failing["youtube/@vaara"] = Failure.NO_ACCOUNT
    wrong = await bot.submitted(ICT, tried, url="https://www.youtube.com/@vaara")
    assert "Kokeilin osoitetta: tiliä ei löydy" in text_of(wrong)
    again = await bot.submitted(ICT, wrong, url="https://www.youtube.com/@uusikanava")
    saved = await bot.submitted(ICT, again)
    assert "Kanava on lisätty rekisteriin" in text_of(saved)
    assert "kerron, mitä löytyi" not in text_of(saved), "it was told"
    await live(bot, NOON + HOUR / 6)
    assert (outside.looked["youtube/@uusikanava"], outside.looked["youtube/@vaara"]) == (1, 1), "hourly at most"
    assert not any(isinstance(one, SourcesFound) for one in bot.notifier.sent[SECRETARY])
    register = register_of(await bot.application.store.read())
    assert [one.seen_on for one in register.sources.values() if one.link.endswith("@uusikanava")] == [
        (NOON - 3 * DAY).date()
    ]


async def test_what_does_not_answer_in_a_moment_is_saved_and_told_later(
    bot: Bot, outside: StagedOutside, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "_A_MOMENT", 0)
    outside.posts["youtube/@uusikanava"] = NOON - 3 * DAY
    form = await bot.said(ICT, "lisää https://www.youtube.com/@uusikanava nimi=Uusi kanava vastuu=U0LIBHEAD")
    assert "kerron, mitä löytyi" in text_of(await bot.submitted(ICT, form, unit="Kirjasto"))
    await bot.application.look(NOON)
    told = await bot.newest_notice(ICT)
    assert isinstance(bot.notifier.sent[SECRETARY][-1], SourcesFound)
    assert "Uusi kanava: ”Title of @uusikanava”, uusin päivitys 20.11.2026" in text_of(told)
    await live(bot, NOON + 2 * HOUR)
    assert sum(isinstance(one, SourcesFound) for one in bot.notifier.sent[SECRETARY]) == 1, "told once"


async def test_an_import_is_summed_up_for_the_ict_secretary_where_who_imported_is_no_person(
    bot: Bot, outside: StagedOutside
) -> None:
    outside.posts |= dict.fromkeys((INSTAGRAM, MUNICIPAL, YOUTH), NOON)
    outside.failing[FACEBOOK] = Failure.CERTIFICATE
    register = register_of(await bot.application.store.read())
    operator = replace(await bot.person(MAINTAINER), id="operator", identities=())
    assert bot.notifier.refusal(operator) is None
    bot.notifier.unreachable.add("operator")
    assert isinstance(bot.application.outbox.refusal(operator), Unreachable)
    assert await bot.application.services.watching.expect(operator, register.channels, NOON) == 5
    await bot.application.look(NOON)
    text = text_of(await bot.newest_notice(ICT))
    assert "Näitä 3 kanavaa seuraan nyt itse" in text
    assert "Kunnan Facebook: osoitteesta ei näy päivättyjä päivityksiä" in text
    assert "sivuston varmenne ei kelpaa" in text


async def test_look_ups_say_what_was_seen_where_and_when_the_next_update_is_due(
    bot: Bot, outside: StagedOutside
) -> None:
    outside.posts[INSTAGRAM] = NOON - 2 * DAY
    outside.posts[FACEBOOK] = NOON - 60 * DAY
    await bot.application.look(NOON)
    card = text_of(await bot.said(ICT, "kuka omistaa kirjaston instagramin"))
    assert "Päivitys nähty 21.11.2026 (posts.example" in card
    assert "päivitä viimeistään 5.12.2026" in card
    own = text_of(await bot.said(MAINTAINER, "omat"))
    assert "Kirjaston Instagram" in own
    assert "päivitä viimeistään 5.12.2026. Päivitys nähty 21.11.2026" in own
    public = text_of(await bot.said(ICT, "kuka omistaa kirjaston instagramin", guest=True))
    assert "Päivitys nähty 21.11.2026" in public
    assert "viimeistään" not in public


async def test_the_report_counts_idle_apart_from_unconfirmed(bot: Bot, outside: StagedOutside) -> None:
    outside.posts[FACEBOOK] = NOON - 60 * DAY
    await live(bot, AT_START)
    report = text_of(await bot.said(ICT, "raportti"))
    assert "Päivittämättä: 1" in report
    assert "Ei tuoretta tietoa päivityksistä: 5" in report


@pytest.mark.parametrize(
    ("why", "asked"), [(Failure.UNREACHABLE, True), (Failure.FORBIDDEN, True), (Failure.SERVER, False)]
)
async def test_of_what_was_never_reached_from_here_people_are_asked_as_ever(
    bot: Bot, outside: StagedOutside, why: Failure, asked: bool
) -> None:
    outside.failing[FACEBOOK] = why
    for day in range(8):
        await live(bot, AT_START + day * DAY)
    lines = {line.channel for one in reminders_of(bot, KEY) for line in one.lines}
    assert ("kirjasto-facebook" in lines) is asked


async def test_what_one_maintainer_tells_the_others_reminders_say_as_well(bot: Bot) -> None:
    await live(bot, AT_START)
    await bot.said(MAINTAINER, "päivitin kirjaston instagramin")
    await live(bot, AT_START + HOUR)
    assert sum("✓ Kirjaston Instagram" in text and "merkitty päivitetyksi" in text for text in shown(bot)) == 2


async def test_a_feed_can_be_named_where_the_channels_own_address_shows_nothing(
    bot: Bot, outside: StagedOutside
) -> None:
    feed = "https://kunta.example/nuoriso/feed"
    outside.posts[f"feed/{feed}"] = NOON - DAY
    edited = await bot.said(ICT, f"muokkaa nuorison tiktok lähde={feed}")
    assert "kerron, mitä löytyi" in text_of(edited)
    await bot.application.look(NOON)
    register = register_of(await bot.application.store.read())
    assert register.sources["nuoriso-tiktok"].seen_on == (NOON - DAY).date()
    form = await bot.said(ICT, "muokkaa nuorison tiktok")
    assert f"={feed}" in text_of(form)
    wrong = await bot.submitted(ICT, form, source="ei osoite")
    assert "osoite" in text_of(wrong)
    await bot.submitted(ICT, form, source="")
    assert register_of(await bot.application.store.read()).channels["nuoriso-tiktok"].source is None
