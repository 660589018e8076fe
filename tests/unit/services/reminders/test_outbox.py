"""The outbox: nothing is lost, nothing goes out twice, and what does not arrive is told to the ICT secretary."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from bot.domain.delivery import Delivered, Delivery, Reason, Retry, Uncertain, Unreachable
from bot.domain.people import Person, person_from_reference
from bot.domain.reminders.notice import NotReachable
from bot.services.access import Access
from bot.services.notices import NotArrived, Notice, PersonLeft, Unheard
from bot.services.notifying import HandOver, Post
from bot.services.ports import Change
from bot.services.privacy.forgetting import Forgetting
from bot.services.reminders.entries import OUTBOX, OutboxEntry, Stage, log_reference
from bot.services.reminders.outbox import KEPT, Outbox
from bot.services.reminders.reporting import Opening
from bot.storage.memory import MemoryStore
from tests.support.bot_in_memory import NOON
from tests.support.surface import PlainSurface, on_a_line

ICT = person_from_reference("slack:U0ICT0001")
ANNA, BERTA = person_from_reference("slack:U0AAAAAAA"), person_from_reference("slack:U0BBBBBBB")
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
NOTICE = PersonLeft(BERTA, ())


class Surface(PlainSurface):
    """Answers a notice with what it was told to, else takes it; records what it was given and when.

    Before that it looks the person up, of which comes what ``looking_up`` says.
    """

    def __init__(
        self,
        *answers: Delivery | BaseException,
        strangers: Sequence[Person] = (),
        looking_up: Sequence[Callable[[], Awaitable[Retry | Unreachable | None]]] = (),
    ) -> None:
        self._answers = list(answers)
        self._strangers = strangers
        self._looking_up = list(looking_up)
        self.given: list[tuple[Person, Notice, datetime]] = []

    async def prepare(
        self, person: Person, notice: Notice, at: datetime, place: str = ""
    ) -> HandOver | Retry | Unreachable:
        found = await self._looking_up.pop(0)() if self._looking_up else None
        if found is not None:
            return found
        return await super().prepare(person, notice, at)

    async def send(self, person: Person, notice: Notice, at: datetime) -> Delivery:
        self.given.append((person, notice, at))
        answer = self._answers.pop(0) if self._answers else Delivered()
        if isinstance(answer, BaseException):
            raise answer
        return answer

    def refusal(self, person: Person) -> Unreachable | None:
        return Unreachable(Reason.NO_ACCOUNT) if person in self._strangers else None


class Kill(BaseException):
    """The process is killed."""


async def killed() -> None:
    raise Kill


def comes_of(outcome: Retry | Unreachable) -> Callable[[], Awaitable[Retry | Unreachable]]:
    async def look_up() -> Retry | Unreachable:
        return outcome

    return look_up


def outbox(surface: Surface, store: MemoryStore, opening: Opening = lambda at: at) -> Outbox:
    return Outbox(store, Access(("slack:U0ICT0001",)), on_a_line(surface), opening=opening)


async def entries(store: MemoryStore) -> list[OutboxEntry]:
    return list((await store.read()).of(OUTBOX).values())


async def post(box: Outbox, store: MemoryStore, key: str, until: datetime) -> None:
    state = await store.read()
    await store.commit(box.posting(state, [Post(key, ANNA, NOTICE, until)], NOON), state.version)


async def send(box: Outbox, store: MemoryStore, person: Person, at: datetime = NOON) -> None:
    """Post a notice to ``person``, bound to no hours."""
    state = await store.read()
    await store.commit(box.posting(state, [Post(f"{state.version}", person, NOTICE)], at), state.version)


async def test_a_notice_is_kept_before_it_goes_out() -> None:
    surface, store = Surface(), MemoryStore()
    box = outbox(surface, store)
    await send(box, store, ANNA)
    assert surface.given == []
    assert [entry.stage for entry in await entries(store)] == [Stage.WAITING]
    await outbox(surface, store).deliver_due(NOON)
    assert surface.given == [(ANNA, NOTICE, NOON)]
    assert [entry.stage for entry in await entries(store)] == [Stage.DELIVERED]


async def test_a_person_whom_no_surface_knows_is_refused_at_once() -> None:
    box = outbox(Surface(strangers=[ANNA]), MemoryStore())
    assert (box.refusal(ANNA), box.refusal(BERTA)) == (Unreachable(Reason.NO_ACCOUNT), None)


async def test_what_is_posted_under_one_key_is_kept_once_also_when_it_has_gone_out() -> None:
    surface, store = Surface(), MemoryStore()
    box = outbox(surface, store)
    for _ in range(2):
        await post(box, store, "the key", NOON + HOUR)
        await box.deliver_due(NOON)
    assert len(surface.given) == 1


async def test_notices_go_out_in_the_order_in_which_they_were_given() -> None:
    surface, store = Surface(), MemoryStore()
    box = outbox(surface, store)
    for minutes, person in enumerate((BERTA, ANNA, ICT)):
        await send(box, store, person, NOON + minutes * MINUTE)
    await box.deliver_due(NOON + HOUR)
    assert [person for person, _, _ in surface.given] == [BERTA, ANNA, ICT]


async def test_an_empty_outbox_has_nothing_to_do() -> None:
    assert await outbox(Surface(), MemoryStore()).deliver_next(NOON) is None


async def test_a_failed_try_is_repeated_later_and_later() -> None:
    surface, store = Surface(*[Retry(NOON)] * 4), MemoryStore()
    box = outbox(surface, store)
    await send(box, store, ANNA)
    at: datetime | None = NOON
    while at is not None:
        now, at = at, await box.deliver_next(at)
        at = None if at is None else max(at, now)
    times = [moment - NOON for _, _, moment in surface.given]
    waits = [later - earlier for earlier, later in pairwise(times)]
    assert waits == [timedelta(seconds=30), MINUTE, 2 * MINUTE, 4 * MINUTE]


async def test_where_the_surface_limits_how_much_is_sent_all_notices_wait() -> None:
    free = NOON + 5 * MINUTE
    surface, store = Surface(Retry(free, for_all=True)), MemoryStore()
    box = outbox(surface, store)
    await send(box, store, ANNA)
    await send(box, store, BERTA)
    await box.deliver_due(NOON)
    assert await box.deliver_next(NOON + MINUTE) == free
    assert len(surface.given) == 1
    await box.deliver_due(free)
    assert [person for person, _, _ in surface.given] == [ANNA, ANNA, BERTA]


async def test_after_a_day_of_tries_the_secretary_is_told() -> None:
    surface, store = Surface(*[Retry(NOON)] * 100), MemoryStore()
    box = outbox(surface, store)
    await send(box, store, ANNA)
    for hour in range(24):
        await box.deliver_next(NOON + hour * HOUR)
    tries = len(surface.given)
    await box.deliver_next(NOON + 24 * HOUR)
    assert len(surface.given) == tries == 24
    first, told = await entries(store)
    assert (first.stage, first.reason) == (Stage.UNREACHABLE, Reason.NO_ANSWER)
    assert (told.person, told.notice) == (ICT, NotArrived((NotReachable(ANNA, Reason.NO_ANSWER),)))


async def test_the_secretary_is_told_in_one_notice_of_all_who_cannot_be_reached() -> None:
    gone = Unreachable(Reason.DEACTIVATED)
    surface, store = Surface(gone, gone, gone), MemoryStore()
    box = outbox(surface, store)
    for person in (ANNA, ANNA, BERTA):
        await send(box, store, person)
    await box.deliver_due(NOON)
    told = [notice for person, notice, _ in surface.given if person == ICT]
    unreachable = (NotReachable(ANNA, Reason.DEACTIVATED), NotReachable(BERTA, Reason.DEACTIVATED))
    assert told == [NotArrived(unreachable)]


async def test_a_notice_under_way_when_the_process_is_killed_counts_as_sent_and_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    surface, store = Surface(Kill()), MemoryStore()
    box = outbox(surface, store)
    await post(box, store, "the key", NOON + HOUR)
    with pytest.raises(Kill):
        await box.deliver_next(NOON)
    again = outbox(surface, store)
    assert await again.recover(NOON + MINUTE) == 1
    await again.deliver_due(NOON + MINUTE)
    told = NotArrived(unheard=(Unheard(ANNA, 1),))
    assert [(person, notice) for person, notice, _ in surface.given] == [(ANNA, NOTICE), (ICT, told)]
    assert [entry.stage for entry in await entries(store)] == [Stage.UNCERTAIN, Stage.DELIVERED]
    assert [record.__dict__["notice"] for record in caplog.records] == [log_reference("the key")]


async def test_a_notice_whose_person_is_looked_up_when_the_process_is_killed_still_waits_and_goes_out() -> None:
    surface, store = Surface(looking_up=[killed]), MemoryStore()
    box = outbox(surface, store)
    await post(box, store, "the key", NOON + HOUR)
    with pytest.raises(Kill):
        await box.deliver_next(NOON)
    again = outbox(surface, store)
    assert await again.recover(NOON + MINUTE) == 0
    await again.deliver_due(NOON + MINUTE)
    assert len(surface.given) == 1
    assert [entry.stage for entry in await entries(store)] == [Stage.DELIVERED]


async def test_what_fails_while_the_person_is_looked_up_is_tried_again() -> None:
    surface, store = Surface(looking_up=[comes_of(Retry(NOON))]), MemoryStore()
    box = outbox(surface, store)
    await send(box, store, ANNA)
    assert await box.deliver_next(NOON) == NOON
    (entry,) = await entries(store)
    assert (entry.stage, entry.attempts) == (Stage.WAITING, 1)
    await box.deliver_due(NOON + MINUTE)
    assert [(person, at) for person, _, at in surface.given] == [(ANNA, NOON + MINUTE)]


async def test_who_turns_out_not_to_be_there_is_told_of_and_gets_nothing() -> None:
    surface, store = Surface(looking_up=[comes_of(Unreachable(Reason.DEACTIVATED))]), MemoryStore()
    box = outbox(surface, store)
    await send(box, store, ANNA)
    await box.deliver_due(NOON)
    assert [(person, notice) for person, notice, _ in surface.given] == [
        (ICT, NotArrived((NotReachable(ANNA, Reason.DEACTIVATED),)))
    ]


@pytest.mark.parametrize("outcome", [None, Retry(NOON), Unreachable(Reason.DEACTIVATED)])
async def test_what_was_taken_back_while_the_person_was_looked_up_is_left_at_that(
    outcome: Retry | Unreachable | None,
) -> None:
    store = MemoryStore()

    async def taken_back() -> Retry | Unreachable | None:
        await store.commit([Change.remove(OUTBOX, "the key")], (await store.read()).version)
        return outcome

    surface = Surface(looking_up=[taken_back])
    box = outbox(surface, store)
    await post(box, store, "the key", NOON + HOUR)
    await box.deliver_due(NOON)
    assert surface.given == []
    assert await entries(store) == []


async def test_what_the_surface_is_uncertain_of_is_not_sent_again() -> None:
    surface, store = Surface(Uncertain()), MemoryStore()
    box = outbox(surface, store)
    await send(box, store, ANNA)
    await box.deliver_due(NOON)
    await box.deliver_due(NOON + HOUR)
    assert [person for person, _, _ in surface.given] == [ANNA, ICT]


async def test_notices_bound_to_office_hours_wait_for_them_and_hold_nobody_else_up() -> None:
    opens = NOON + 2 * HOUR
    surface, store = Surface(), MemoryStore()
    box = outbox(surface, store, opening=lambda at: max(at, opens))
    await post(box, store, "bound", NOON + 9 * HOUR)
    await send(box, store, BERTA, NOON + MINUTE)
    await box.deliver_due(NOON + MINUTE)
    assert [person for person, _, _ in surface.given] == [BERTA]
    assert await box.deliver_next(NOON + HOUR) == opens
    await box.deliver_due(opens)
    assert [person for person, _, _ in surface.given] == [BERTA, ANNA]


async def test_a_notice_bound_to_office_hours_expires_without_a_word_to_the_secretary() -> None:
    surface, store = Surface(Retry(NOON)), MemoryStore()
    box = outbox(surface, store)
    await post(box, store, "bound", NOON + HOUR)
    await box.deliver_due(NOON)
    await box.deliver_due(NOON + HOUR)
    assert [entry.stage for entry in await entries(store)] == [Stage.EXPIRED]
    assert len(surface.given) == 1


async def test_settled_entries_are_forgotten_in_time_and_waiting_ones_never() -> None:
    surface, store = Surface(), MemoryStore()
    box = outbox(surface, store)
    await send(box, store, ANNA)
    await box.deliver_due(NOON)
    await send(box, store, BERTA)
    forgetting = Forgetting(store, MemoryStore(), log_days=90)
    await forgetting.run(NOON + KEPT)
    assert len(await entries(store)) == 2
    await forgetting.run(NOON + KEPT + MINUTE)
    assert [entry.person for entry in await entries(store)] == [BERTA]
