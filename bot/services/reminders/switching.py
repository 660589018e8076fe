"""Whether reminders go out at all: the ICT secretary lets them begin, pauses them and lets them go on."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.domain.calendar.working_time import Days
from bot.domain.people import Actor
from bot.domain.reminders.day import Setting
from bot.domain.reminders.kept import Kept, Reminder, Switch, mode_on
from bot.domain.reminders.notice import ReminderNotice
from bot.domain.reminders.shadow import begun, moved
from bot.domain.reminders.spells import Ladder
from bot.services.access import require_ict_secretary
from bot.services.committing import update
from bot.services.notifying import Notifier
from bot.services.ports import Change, State, Store
from bot.services.reminders.answering import notice_now
from bot.services.reminders.documents import SWITCHES, THE_SWITCH, kept_of, switch_of
from bot.services.reminders.redrawing import rewriting
from bot.services.reminders.rounds import ReminderRounds


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether people get no reminders yet, and nobody has let them begin (``can_start``); the ``pause`` of all of them
    that goes on, if one does, and those that are ``planned``."""

    can_start: bool
    pause: Days | None
    planned: tuple[Days, ...] = ()


class ReminderSwitch:
    """The switch, which is the ICT secretary's. What is changed on a message shows there: ``key`` names it, empty where
    there is none."""

    def __init__(self, store: Store, rounds: ReminderRounds, notifier: Notifier) -> None:
        self._store = store
        self._rounds = rounds
        self._notifier = notifier

    async def standing(self, at: datetime) -> Standing:
        """How it is set."""
        setting, switch = await self._rounds.setting(at), switch_of(await self._store.read())
        can_start = switch.started is None and mode_on(at.date(), switch, setting.installed).shadow
        planned = tuple(sorted((one for one in switch.pauses if one.start > at.date()), key=lambda one: one.start))
        return Standing(can_start, next((one for one in switch.pauses if at.date() in one), None), planned)

    async def start(self, actor: Actor, key: str, at: datetime) -> tuple[date | None, ReminderNotice | None]:
        """Let reminders begin, the next time that they can go out, which every preview says from now on; gives that
        day, None where they go out already."""
        require_ict_secretary(actor)
        setting, state = await self._rounds.setting(at), await self._store.read()
        mode = mode_on(at.date(), switch_of(state), setting.installed)
        if not mode.shadow:
            return None, notice_now(state, actor.person.id, key)
        first = min(setting.working.next_round(at).date(), setting.working.next_working_day(mode.start))
        return await self._change(actor, key, lambda switch: replace(switch, started=first), begun, at)

    async def pause(
        self, actor: Actor, key: str, days: Days, at: datetime, instead: Days | None = None
    ) -> ReminderNotice | None:
        """Let there be no reminders for anybody on ``days``, ``instead`` of those of another pause, if any."""

        def change(switch: Switch) -> Switch:
            return replace(switch, pauses=(*(one for one in switch.pauses if one != instead), days))

        return await self._move(actor, key, change, at)

    async def resume(self, actor: Actor, key: str, at: datetime) -> ReminderNotice | None:
        """End the pauses that go on now; where none does, let none of those begin that lie ahead."""
        today = at.date()

        def end(switch: Switch) -> Switch:
            goes_on = any(today in one for one in switch.pauses)
            ended = (_ended(one, today) if today in one or not goes_on else one for one in switch.pauses)
            return replace(switch, pauses=tuple(one for one in ended if one.start <= one.end))

        return await self._move(actor, key, end, at)

    async def _move(
        self, actor: Actor, key: str, change: Callable[[Switch], Switch], at: datetime
    ) -> ReminderNotice | None:
        """Change the switch; where reminders have not begun yet, what the secretaries were told of that day follows."""
        require_ict_secretary(actor)
        return (await self._change(actor, key, change, lambda kept, day: moved(kept, at.date(), day), at))[1]

    async def _change(
        self,
        actor: Actor,
        key: str,
        change: Callable[[Switch], Switch],
        saying: Callable[[Kept, date], tuple[Reminder, ...]],
        at: datetime,
    ) -> tuple[date, ReminderNotice | None]:
        """Change the switch, and with it, by ``saying``, what the ICT secretaries were told of the first day on which
        people get reminders, which is given."""
        setting = await self._rounds.setting(at)

        def plan(state: State) -> list[Change]:
            switch = change(switch_of(state))
            told = saying(kept_of(state), _first_day(setting, switch, at))
            return [Change.put(SWITCHES, THE_SWITCH, switch), *rewriting(state, told, at, but=key)]

        _, after = await update(self._store, plan)
        self._notifier.posted()
        return _first_day(setting, switch_of(after), at), notice_now(after, actor.person.id, key)


def _first_day(setting: Setting, switch: Switch, at: datetime) -> date:
    """The first day on which people get reminders, as the ``switch`` is set."""
    start = mode_on(at.date(), switch, setting.installed).start
    return Ladder(setting.working, setting.interval_days, start, switch.pauses).day(start, 0)


def _ended(pause: Days, today: date) -> Days:
    """What there was of it before ``today``."""
    return Days(pause.start, min(pause.end, today - timedelta(days=1)))
