"""A change and who is to be told of it are one commit: neither is ever there without the other."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.domain.calendar.working_time import Days, WorkingTime
from bot.domain.channels import Maintainer, Pause
from bot.domain.people import Actor, PersonId, Role
from bot.domain.trouble import FalseAlarm, TroubleKind, TroubleNotice, TroubleOver
from bot.errors import StoreError
from bot.services.access import Access
from bot.services.decisions.cases import CaseMoved, Cases, CaseWaits
from bot.services.decisions.decisions import Decisions, Verdict
from bot.services.notices import (
    Appointed,
    AuthorisationDenied,
    AuthorisationNamed,
    ChannelRetired,
    ClosingProposed,
    CoverAccepted,
    CoverAgreed,
    CoverCalledOff,
    CoverDeclined,
    DeedRequested,
    HandoverAnswered,
    HandoverAsked,
    PersonLeft,
    SuccessorWanted,
)
from bot.services.people.absences import Absences
from bot.services.people.requests import DeedRequests
from bot.services.ports import Change, Event, State
from bot.services.register.agreements import Agreements
from bot.services.register.change_notices import (
    AuthorisationTakenBack,
    ChannelKept,
    ChannelRests,
    NoLongerKeeper,
    PersonStays,
)
from bot.services.register.keeping import RegisterKeeping
from bot.services.register.staffing import Staffing
from bot.services.reminders.answers import ReminderAnswers
from bot.services.reminders.documents import HANDOVERS
from bot.services.reminders.entries import OUTBOX
from bot.services.reminders.outbox import Outbox
from bot.services.reminders.rounds import ReminderRounds, Rules
from bot.services.trouble import Troubles
from tests.support.bot_in_memory import HELSINKI, RecordingNotifier
from tests.support.registers import state_of
from tests.support.surface import on_a_line
from tests.unit.services.support import (
    AT,
    FIRST,
    ICT,
    PLATFORMS,
    SECOND,
    SECRETARY,
    THIRD,
    TODAY,
    PoliteStore,
    channel,
    person,
    register_with,
    staff,
    values,
)

START, END = TODAY + timedelta(days=7), TODAY + timedelta(days=14)
ID, BOSS = "kirjasto-instagram", "slack-u0boss"


class CountingStore(PoliteStore):
    """Counts its commits, and refuses them where it is ``full``."""

    commits = 0
    full = False

    async def commit(self, changes: Sequence[Change], expected_version: int, event: Event | None = None) -> State:
        if self.full:
            raise StoreError("no space is left")
        after = await super().commit(changes, expected_version, event)
        self.commits += 1
        return after


@dataclass
class Town:
    """The services on one store, with a real outbox."""

    def __post_init__(self) -> None:
        own = channel(ID, maintainers=(Maintainer(FIRST.id), Maintainer(SECOND.id)))
        self.store = CountingStore(state_of(register_with(own)))
        access, working = Access(("slack:U0ICT0001",), ("slack:U0MANAGER",)), WorkingTime(HELSINKI)
        outbox = Outbox(self.store, access, on_a_line(RecordingNotifier()))
        self.keeping = RegisterKeeping(self.store, PLATFORMS, outbox)
        self.staffing = Staffing(self.store, access, outbox)
        self.absences = Absences(self.store, outbox)
        self.agreements = Agreements(self.store, access, outbox)
        self.decisions = Decisions(self.store, access, outbox, self.keeping, Cases(PLATFORMS))
        self.wish = ""
        self.requests = DeedRequests(self.store, access, outbox)
        self.troubles = Troubles(self.store, access, outbox)
        rounds = ReminderRounds(self.store, access, outbox, Rules(working, 14))
        self.answers = ReminderAnswers(self.store, rounds, access, outbox)

    async def posted(self) -> list[tuple[PersonId, type]]:
        entries = (await self.store.read()).of(OUTBOX).values()
        return [(entry.person.id, type(entry.notice)) for entry in entries]

    async def proposal(self) -> str:
        """The key of the proposal that there is."""
        (key,) = (await self.store.read()).of(HANDOVERS)
        return key


Do = Callable[[Town], Awaitable[object]]


async def nothing(town: Town) -> None:
    """There is nothing to be done before."""


async def covered(town: Town) -> None:
    await town.staffing.agree_cover(staff(FIRST), START, END, "slack:U0THIRD", AT)


async def alarmed(town: Town) -> None:
    await town.troubles.open(staff(THIRD), ID, TroubleKind.HIJACKED, AT)


async def proposed(town: Town) -> None:
    await town.agreements.propose_handover(staff(FIRST), ID, "slack:U0THIRD", "slack:U0BOSS", AT)


async def accept(town: Town) -> None:
    await town.agreements.accept_handover(staff(THIRD), await town.proposal(), AT)


async def decline(town: Town) -> None:
    await town.agreements.decline_handover(staff(THIRD), await town.proposal(), AT)


SUPERIOR, DECIDER = staff(person("slack:U0BOSS")), Actor(person("slack:U0MANAGER"), frozenset({Role.DECIDER}))


async def wish(town: Town) -> None:
    wanted = {
        "platform": "facebook",
        "name": "Uusi",
        "unit": "Museo",
        "purpose": "Kertoa",
        "audience": "kaikille",
        "maintainers": "slack:U0SECOND",
        "weekly_hours": "1",
        "superior": "slack:U0BOSS",
    }
    town.wish = (await town.decisions.propose(staff(FIRST), wanted, AT)).case.id


async def authorised(town: Town) -> None:
    await wish(town)
    await town.decisions.authorise(SUPERIOR, town.wish, "", AT)


async def decided(town: Town) -> None:
    await authorised(town)
    await town.decisions.decide(DECIDER, town.wish, Verdict(TODAY, "1/2026", "slack:U0SECOND"), AT)


async def added(town: Town) -> None:
    await town.staffing.change_maintainers(SECRETARY, ID, ["slack:U0THIRD"], "slack:U0BOSS", [], AT)


async def retired(town: Town) -> None:
    await town.keeping.retire(SECRETARY, ID, "slack:U0THIRD", "arkisto", "", AT)


async def registered(town: Town) -> None:
    await town.keeping.add(SECRETARY, values(platform="facebook", name="Uusi"), AT)


async def resting(town: Town) -> None:
    await town.keeping.pause(SECRETARY, ID, Pause(START, END), AT)


async def gone(town: Town) -> None:
    await town.staffing.mark_left(SECRETARY, "slack:U0SECOND", TODAY, AT)


async def undo(town: Town) -> None:
    newest = await town.keeping.newest_change(SECRETARY)
    assert newest is not None
    await town.keeping.undo(SECRETARY, newest.seq, AT)


CHANGES: dict[str, tuple[Do, Do, list[tuple[PersonId, type]]]] = {
    "a channel is registered": (
        nothing,
        lambda town: town.keeping.add(SECRETARY, values(platform="facebook", name="Uusi"), AT),
        [(FIRST.id, Appointed)],
    ),
    "a channel is edited": (
        nothing,
        lambda town: town.keeping.edit(SECRETARY, ID, 1, {"responsible": "U0THIRD"}, AT),
        [(THIRD.id, Appointed), (FIRST.id, NoLongerKeeper)],
    ),
    "a maintainer is removed": (
        nothing,
        lambda town: town.staffing.change_maintainers(SECRETARY, ID, [], "", ["slack:U0SECOND"], AT),
        [(SECOND.id, NoLongerKeeper)],
    ),
    "a maintainer who was added is not one after all": (
        added,
        undo,
        [(THIRD.id, NoLongerKeeper), (BOSS, AuthorisationTakenBack)],
    ),
    "a channel that was retired is not after all": (
        retired,
        undo,
        [(FIRST.id, ChannelKept), (SECOND.id, ChannelKept), (THIRD.id, ChannelKept)],
    ),
    "a channel that was registered is not after all": (registered, undo, [(FIRST.id, ChannelRetired)]),
    "a channel rests": (
        nothing,
        lambda town: town.keeping.pause(SECRETARY, ID, Pause(START, END), AT),
        [(FIRST.id, ChannelRests), (SECOND.id, ChannelRests)],
    ),
    "a channel does not rest after all": (
        resting,
        lambda town: town.keeping.pause(SECRETARY, ID, None, AT),
        [(FIRST.id, ChannelRests), (SECOND.id, ChannelRests)],
    ),
    "somebody who left is back": (
        gone,
        lambda town: town.staffing.mark_returned(SECRETARY, "slack:U0SECOND", AT),
        [(FIRST.id, PersonStays)],
    ),
    "somebody has not left after all": (gone, undo, [(FIRST.id, PersonStays)]),
    "a trouble is over": (
        alarmed,
        lambda town: town.troubles.close(SECRETARY, ID, TroubleKind.HIJACKED, "two keys", AT),
        [(FIRST.id, TroubleOver), (SECOND.id, TroubleOver), (THIRD.id, TroubleOver)],
    ),
    "maintainers are added": (
        nothing,
        lambda town: town.staffing.change_maintainers(SECRETARY, ID, ["slack:U0THIRD"], "slack:U0BOSS", [], AT),
        [(THIRD.id, Appointed), (BOSS, AuthorisationNamed)],
    ),
    "a channel is handed over": (
        nothing,
        lambda town: town.staffing.hand_over(staff(FIRST), ID, "slack:U0THIRD", "slack:U0BOSS", AT),
        [(THIRD.id, Appointed), (BOSS, AuthorisationNamed)],
    ),
    "all channels are handed over": (
        nothing,
        lambda town: town.staffing.hand_over_all(SECRETARY, SECOND.id, "slack:U0THIRD", "slack:U0BOSS", AT),
        [(THIRD.id, Appointed), (BOSS, AuthorisationNamed), (SECOND.id, NoLongerKeeper)],
    ),
    "somebody has left": (
        nothing,
        lambda town: town.staffing.account_closed("slack:U0SECOND", AT),
        [(FIRST.id, PersonLeft), (ICT.id, PersonLeft)],
    ),
    "a cover is agreed": (nothing, covered, [(THIRD.id, CoverAgreed)]),
    "a cover is accepted": (
        covered,
        lambda town: town.agreements.accept_cover(staff(THIRD), FIRST.id, Days(START, END), AT),
        [(FIRST.id, CoverAccepted)],
    ),
    "a cover is called off": (
        covered,
        lambda town: town.absences.call_off(staff(FIRST), Days(START, END), AT),
        [(THIRD.id, CoverCalledOff)],
    ),
    "a cover is declined": (
        covered,
        lambda town: town.agreements.decline_cover(staff(THIRD), FIRST.id, Days(START, END), AT),
        [(FIRST.id, CoverDeclined)],
    ),
    "a hand-over is proposed": (nothing, proposed, [(THIRD.id, HandoverAsked), (BOSS, AuthorisationNamed)]),
    "a hand-over is accepted": (proposed, accept, [(FIRST.id, HandoverAnswered)]),
    "a hand-over is declined": (proposed, decline, [(FIRST.id, HandoverAnswered)]),
    "an authorisation is denied": (
        proposed,
        lambda town: town.agreements.deny_authorisation(staff(person("slack:U0BOSS")), ID, THIRD.id, AT),
        [(ICT.id, AuthorisationDenied)],
    ),
    "a channel is given up": (
        nothing,
        lambda town: town.agreements.give_up(staff(FIRST), ID, AT),
        [(ICT.id, SuccessorWanted)],
    ),
    "closing is proposed": (
        nothing,
        lambda town: town.answers.propose_closing(staff(FIRST), "", ID, AT),
        [(ICT.id, ClosingProposed)],
    ),
    "a channel is proposed": (nothing, wish, [(BOSS, CaseWaits), (SECOND.id, CaseMoved), (ICT.id, CaseMoved)]),
    "a proposal is authorised": (
        wish,
        lambda town: town.decisions.authorise(SUPERIOR, town.wish, "", AT),
        [(DECIDER.person.id, CaseWaits), (FIRST.id, CaseMoved)],
    ),
    "a channel is decided on": (
        authorised,
        lambda town: town.decisions.decide(DECIDER, town.wish, Verdict(TODAY, "1/2026", "slack:U0SECOND"), AT),
        [(ICT.id, CaseWaits), (FIRST.id, CaseMoved), (SECOND.id, CaseMoved), (BOSS, CaseMoved)],
    ),
    "a proposal is declined": (
        authorised,
        lambda town: town.decisions.decline(DECIDER, town.wish, "no", AT),
        [(FIRST.id, CaseMoved), (SECOND.id, CaseMoved), (BOSS, CaseMoved)],
    ),
    "a proposal is entered in the register": (
        decided,
        lambda town: town.decisions.enter(SECRETARY, town.wish, {"handle": "uusi"}, AT),
        [(SECOND.id, Appointed), (FIRST.id, CaseMoved)],
    ),
    "an account is in trouble": (
        nothing,
        lambda town: town.troubles.open(staff(FIRST), ID, TroubleKind.HIJACKED, AT),
        [(SECOND.id, TroubleNotice), (ICT.id, TroubleNotice)],
    ),
    "an alarm was a false one": (
        alarmed,
        lambda town: town.troubles.take_back(staff(THIRD), ID, TroubleKind.HIJACKED, AT),
        [(FIRST.id, FalseAlarm), (SECOND.id, FalseAlarm), (ICT.id, FalseAlarm)],
    ),
    "a channel is retired": (
        nothing,
        lambda town: town.keeping.retire(SECRETARY, ID, "slack:U0THIRD", "arkisto", "", AT),
        [(THIRD.id, ChannelRetired), (FIRST.id, ChannelRetired), (SECOND.id, ChannelRetired)],
    ),
    "a deed is requested": (
        nothing,
        lambda town: town.requests.request(staff(THIRD), "retire", ID, "please", AT),
        [(ICT.id, DeedRequested)],
    ),
}


@pytest.mark.parametrize("what", CHANGES)
async def test_a_change_and_its_notices_are_one_commit(what: str) -> None:
    before, change, told = CHANGES[what]
    town = Town()
    await before(town)
    commits, there = town.store.commits, await town.posted()
    await change(town)
    assert town.store.commits == commits + 1
    assert (await town.posted())[len(there) :] == told


@pytest.mark.parametrize("what", CHANGES)
async def test_where_nothing_could_be_stored_nothing_was_changed_and_nobody_is_told(what: str) -> None:
    before, change, _ = CHANGES[what]
    town = Town()
    await before(town)
    there, town.store.full = await town.store.read(), True
    with pytest.raises(StoreError):
        await change(town)
    assert await town.store.read() is there


async def test_what_is_said_twice_is_told_once() -> None:
    town = Town()
    for _ in range(2):
        await town.answers.propose_closing(staff(FIRST), "", ID, AT)
        await town.staffing.mark_left(SECRETARY, "slack:U0SECOND", TODAY, AT)
    assert await town.posted() == [(ICT.id, ClosingProposed), (FIRST.id, PersonLeft)]
