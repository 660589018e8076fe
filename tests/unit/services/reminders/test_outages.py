"""An outage is noticed: few notices become uncertain, the rest wait, and the ICT secretary hears of it once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from bot.domain.delivery import Delivered, Delivery, Reason, Retry, Uncertain, Unreachable
from bot.domain.people import Person, person_from_reference
from bot.domain.reminders.notice import NotReachable
from bot.services.access import Access
from bot.services.notices import NotArrived, Notice, PersonLeft, Unheard
from bot.services.notifying import Post
from bot.services.reminders.entries import OUTBOX, Stage
from bot.services.reminders.outbox import Outbox
from bot.storage.memory import MemoryStore
from bot.surfaces.lines import FIRST_WAIT, IN_A_ROW, LONGEST_WAIT
from bot.surfaces.surface import Surfaces
from tests.support.bot_in_memory import NOON
from tests.support.surface import PlainSurface, SilentSurface

ICT = person_from_reference("slack:U0ICT0001")
PEOPLE = [person_from_reference(f"slack:U0PERSON{number:02}") for number in range(12)]
ELSEWHERE = [person_from_reference(f"teams:{number:08}") for number in range(4)]
NOTICE = PersonLeft(ICT, ())
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@dataclass
class Workspace(PlainSurface):
    """Does with a notice what ``trouble`` says, for as long as there is any; ``down`` is whether even reads fail."""

    scheme: str = "slack:"
    trouble: Delivery | None = None
    down: bool = False
    asked: int = 0
    given: list[tuple[Person, Notice]] = field(default_factory=list)

    async def send(self, person: Person, notice: Notice, at: datetime) -> Delivery:
        self.given.append((person, notice))
        return self.trouble or Delivered()

    async def is_up(self) -> bool:
        self.asked += 1
        return not self.down

    def refusal(self, person: Person) -> Unreachable | None:
        here = any(identity.startswith(self.scheme) for identity in person.identities)
        return None if here else Unreachable(Reason.NO_ACCOUNT)

    def reports(self) -> list[Notice]:
        return [notice for person, notice in self.given if person == ICT]


@dataclass
class Round:
    """An outbox with notices for many people, and the workspaces that they are in."""

    workspaces: Sequence[Workspace]
    store: MemoryStore = field(default_factory=MemoryStore)
    posted: int = 0

    def __post_init__(self) -> None:
        surfaces = Surfaces()
        for workspace in self.workspaces:
            surfaces.add(SilentSurface(workspace, workspace.scheme))
        self.outbox = Outbox(self.store, Access(("slack:U0ICT0001",)), surfaces)

    async def post(self, people: Sequence[Person], at: datetime = NOON) -> None:
        state = await self.store.read()
        posts = [Post(f"{self.posted}/{person.id}", person, NOTICE) for person in people]
        self.posted += 1
        await self.store.commit(self.outbox.posting(state, posts, at), state.version)

    async def stages(self) -> list[Stage]:
        return [entry.stage for entry in (await self.store.read()).of(OUTBOX).values() if entry.notice == NOTICE]


def until_the_end(start: datetime) -> Iterator[datetime]:
    """Each minute of three hours."""
    return (start + number * MINUTE for number in range(180))


async def test_after_some_notices_in_a_row_that_may_have_arrived_the_others_wait_and_go_out_once() -> None:
    slack = Workspace(trouble=Uncertain(), down=True)
    going = Round([slack])
    await going.post(PEOPLE)
    for at in (NOON, NOON + FIRST_WAIT, NOON + 10 * MINUTE):
        await going.outbox.deliver_due(at)
    assert await going.stages() == [Stage.UNCERTAIN] * IN_A_ROW + [Stage.WAITING] * (len(PEOPLE) - IN_A_ROW)
    assert list((await going.outbox.unheard_of()).values()) == PEOPLE[:IN_A_ROW]
    slack.trouble, slack.down = None, False
    for at in until_the_end(NOON + 20 * MINUTE):
        await going.outbox.deliver_due(at)
    assert [person for person, _ in slack.given] == [*PEOPLE, ICT]
    assert slack.reports() == [NotArrived(unheard=tuple(Unheard(one, 1) for one in PEOPLE[:IN_A_ROW]))]


async def test_a_surface_that_is_silent_keeps_nobody_waiting_but_the_first() -> None:
    slack = Workspace(trouble=Uncertain(hung=True), down=True)
    going = Round([slack])
    await going.post(PEOPLE)
    for at in until_the_end(NOON):
        await going.outbox.deliver_due(at)
    assert [person for person, _ in slack.given] == PEOPLE[:1]
    assert slack.asked < 20, "it is asked less and less often"


async def test_where_reads_are_answered_and_notices_are_not_few_become_uncertain() -> None:
    slack = Workspace(trouble=Uncertain())
    going = Round([slack])
    await going.post(PEOPLE)
    for at in (NOON + number * MINUTE for number in range(10)):
        await going.outbox.deliver_due(at)
    assert len(slack.given) <= IN_A_ROW + 4


async def test_an_answer_between_two_that_are_uncertain_is_no_outage() -> None:
    slack = Workspace()
    going = Round([slack])
    for number, person in enumerate(PEOPLE[:6]):
        slack.trouble = Uncertain() if number % 2 else None
        await going.post([person])
        await going.outbox.deliver_next(NOON)
    assert slack.asked == 0


@pytest.mark.parametrize("trouble", [Uncertain(), Uncertain(hung=True), Retry(NOON + DAY, for_all=True)])
async def test_a_surface_in_trouble_holds_up_itself_alone(trouble: Delivery) -> None:
    slack, teams = Workspace(trouble=trouble, down=True), Workspace("teams:")
    going = Round([slack, teams])
    await going.post([*PEOPLE, *ELSEWHERE])
    await going.outbox.deliver_due(NOON)
    assert [person for person, _ in teams.given] == ELSEWHERE
    assert len(slack.given) <= IN_A_ROW


async def test_the_wait_has_an_end_however_long_the_outage() -> None:
    slack = Workspace(trouble=Uncertain(), down=True)
    going = Round([slack])
    await going.post(PEOPLE)
    for at in until_the_end(NOON):
        await going.outbox.deliver_due(at)
    following = await going.outbox.deliver_next(NOON + 180 * MINUTE)
    assert following is not None
    assert following <= NOON + 180 * MINUTE + LONGEST_WAIT


async def test_sixty_who_cannot_be_reached_are_one_notice_and_those_of_the_afternoon_come_the_next_day() -> None:
    many = [person_from_reference(f"slack:U0MANY{number:04}") for number in range(60)]
    gone = Unreachable(Reason.DEACTIVATED)

    class Closed(Workspace):
        async def send(self, person: Person, notice: Notice, at: datetime) -> Delivery:
            await super().send(person, notice, at)
            return Delivered() if person == ICT else gone

    slack = Closed()
    going = Round([slack])
    await going.post(many)
    await going.outbox.deliver_due(NOON)
    assert slack.reports() == [NotArrived(tuple(NotReachable(one, gone.reason) for one in many))]
    await going.post([*many[:5], *PEOPLE[:2]], NOON + MINUTE)
    for at in until_the_end(NOON + MINUTE):
        await going.outbox.deliver_due(at)
    assert len(slack.reports()) == 1
    await going.outbox.deliver_due(NOON + DAY)
    assert slack.reports()[1:] == [NotArrived(tuple(NotReachable(one, gone.reason) for one in PEOPLE[:2]))]


async def test_of_several_notices_to_one_person_it_is_told_how_many() -> None:
    slack = Workspace(trouble=Uncertain())
    going = Round([slack])
    for _ in range(2):
        await going.post(PEOPLE[:1])
    await going.outbox.deliver_next(NOON)
    await going.outbox.deliver_next(NOON)
    slack.trouble = None
    await going.outbox.deliver_due(NOON)
    assert slack.reports() == [NotArrived(unheard=(Unheard(PEOPLE[0], 2),))]


async def test_a_secretary_who_cannot_be_reached_is_no_reason_for_more_notices() -> None:
    slack = Workspace(trouble=Unreachable(Reason.REFUSED))
    going = Round([slack])
    await going.post([ICT, PEOPLE[0]])
    await going.outbox.deliver_due(NOON)
    assert [person for person, _ in slack.given] == [ICT, PEOPLE[0], ICT]
    assert await going.outbox.deliver_next(NOON) is None
