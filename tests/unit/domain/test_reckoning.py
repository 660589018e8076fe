"""A round reckoned from values alone: what is kept, the register and the time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar.working_time import Days, WorkingTime
from bot.domain.channels import Channel, Maintainer, UnitName
from bot.domain.delivery import Reason
from bot.domain.evidence import Evidence, EvidenceKind
from bot.domain.people import Person
from bot.domain.register import Register
from bot.domain.reminders.day import Setting
from bot.domain.reminders.kept import SHADOW, Kept, Part, Reminder, Switch
from bot.domain.reminders.notice import Answer, Answered, NotReachable
from bot.domain.reminders.reckoning import Round, notice_of, reckon
from bot.domain.reminders.silence import Quiet

ZONE = ZoneInfo("Europe/Helsinki")
MONDAY = date(2026, 11, 2)
DAY = timedelta(days=1)
ANN, ICT = Person("ann"), Person("ict", identities=("slack:U0ICT0001",))
CHANNEL = Channel(
    "c",
    "facebook",
    "C",
    UnitName("Yksikkö"),
    "resp",
    maintainers=(Maintainer("ann"), Maintainer("bob")),
    evidence=(Evidence(EvidenceKind.TOLD, MONDAY - 15 * DAY),),
)
SETTING = Setting(Register({"c": CHANNEL}, {"ann": ANN}), date(2026, 1, 1), (ICT,), WorkingTime(ZONE), 14)


def at(day: date, hour: int = 9) -> datetime:
    return datetime.combine(day, time(hour), ZONE)


def after(done: Round, kept: Kept) -> Kept:
    """What is kept once the round is claimed."""
    messages = {one.key: one for one in done.reminders}
    return replace(kept, spells={**kept.spells, **done.records}, messages={**kept.messages, **messages})


def test_a_round_that_is_claimed_leaves_nothing_to_do() -> None:
    done = reckon(SETTING, Kept(), at(MONDAY))
    assert [(one.person, one.parts) for one in done.reminders] == [("ann", (Part.REMINDER,)), ("bob", (Part.REMINDER,))]
    again = reckon(SETTING, after(done, Kept()), at(MONDAY, 10))
    assert again.reminders == ()
    assert {silence.why for silence in again.silences} == {Quiet.NOT_YET}


def test_in_the_shadow_the_ict_secretary_sees_what_others_would_get() -> None:
    (preview,) = (done := reckon(replace(SETTING, installed=MONDAY - DAY), Kept(), at(MONDAY))).reminders
    assert (preview.person, preview.parts, preview.items) == ("ict", (Part.PREVIEW,), ())
    assert [item.person for item in done.items_of(preview)] == ["ann", "bob"]
    assert preview.preview is not None
    assert preview.preview.start == MONDAY + SHADOW, "the two weeks end on a Sunday, when nothing goes out"
    assert all(record.shadow for record in done.records.values())
    assert reckon(SETTING, after(done, Kept()), at(MONDAY + DAY)).reminders, "what was only shown does not count"


@pytest.mark.parametrize("hour", [7, 8, 16])
def test_a_moment_at_which_nothing_goes_out_has_one_reason(hour: int) -> None:
    done = reckon(SETTING, Kept(), at(MONDAY, hour))
    assert (done.reminders, len(done.silences)) == ((), 1)


def test_a_pause_of_all_reminders_silences_the_round() -> None:
    done = reckon(SETTING, Kept(switch=Switch(pauses=(Days(MONDAY, MONDAY),))), at(MONDAY))
    assert [silence.why for silence in done.silences] == [Quiet.ALL_PAUSED]


def test_the_digest_names_whom_the_last_week_did_not_reach_with_the_newest_reason() -> None:
    unreachable = (
        (at(MONDAY - 8 * DAY), NotReachable(Person("long ago"), Reason.REFUSED)),
        (at(MONDAY - 2 * DAY), NotReachable(Person("ann"), Reason.NO_ANSWER)),
        (at(MONDAY - DAY), NotReachable(Person("ann"), Reason.DEACTIVATED)),
    )
    done = reckon(SETTING, Kept(unreachable=unreachable), at(MONDAY))
    digest = next(one.digest for one in done.reminders if one.person == "ict")
    assert digest is not None
    assert digest.unreachable == (NotReachable(ANN, Reason.DEACTIVATED),)


def test_a_message_says_what_was_answered_and_what_was_updated_since() -> None:
    (ann, _) = reckon(SETTING, Kept(), at(MONDAY)).reminders
    assert [line.answer for line in notice_of(SETTING.register, ann).lines] == [None]
    later = Answer(Answered.LATER, MONDAY + DAY)
    assert [line.answer for line in notice_of(SETTING.register, ann.answered("c", later)).lines] == [later]
    updated = replace(CHANNEL, evidence=(Evidence(EvidenceKind.TOLD, MONDAY),))
    (line,) = notice_of(Register({"c": updated}), ann).lines
    assert line.answer == Answer(Answered.UPDATED, MONDAY)


def test_of_the_holidays_each_maintainer_is_asked_once() -> None:
    fresh = replace(CHANNEL, evidence=(Evidence(EvidenceKind.TOLD, date(2026, 5, 14)),))
    setting = replace(SETTING, register=Register({"c": fresh}))
    friday = at(date(2026, 5, 15))
    done = reckon(setting, Kept(), friday)
    assert [(one.person, one.parts) for one in done.reminders] == [("ann", (Part.HOLIDAYS,)), ("bob", (Part.HOLIDAYS,))]
    holidays = notice_of(setting.register, done.reminders[0]).holidays
    assert holidays is not None
    assert [one.id for one in holidays.channels] == ["c"]
    assert reckon(setting, after(done, Kept()), friday + 3 * DAY).reminders == ()


def test_an_ict_secretary_need_not_be_in_the_register() -> None:
    assert SETTING.person("ict") is ICT
    assert SETTING.person("ann") is ANN
    assert SETTING.person(Reminder("nobody", MONDAY).person) == Person("nobody")
