"""A day of reminders: all that its messages are reckoned from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.domain.calendar.working_time import WorkingTime
from bot.domain.duties import NOTHING_ASKED, Asked
from bot.domain.people import Person, PersonId
from bot.domain.register import Register
from bot.domain.reminders.kept import Kept, Mode, mode_on
from bot.domain.reminders.notice import NO_FINDINGS, WebsiteFindings
from bot.domain.reminders.plan import Affairs
from bot.domain.reminders.presence import Presence
from bot.domain.reminders.spells import Ladder


@dataclass(frozen=True, slots=True)
class Setting:
    """What a round is reckoned from, besides what is kept: the register, since when it has been kept (``installed``),
    the ICT secretaries, working time, after how many days a channel is asked about, and how many ``questions`` wait for
    an answer, what the ``website`` shows, which duties are ``asked`` of channels, and the ``deciders`` on channels."""

    register: Register
    installed: date
    secretaries: tuple[Person, ...]
    working: WorkingTime
    interval_days: int
    questions: int = 0
    website: WebsiteFindings = NO_FINDINGS
    asked: Asked = NOTHING_ASKED
    deciders: tuple[Person, ...] = ()

    def person(self, person: PersonId) -> Person:
        """The person with this id, who may have a role and be none of whom the register knows."""
        known = {one.id: one for one in (*self.secretaries, *self.deciders)}
        return known.get(person) or self.register.person(person)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Affairs):
    """The affairs of a day, with what they follow from, and the ``mode`` that reminders are in."""

    setting: Setting
    kept: Kept
    mode: Mode

    @classmethod
    def of(cls, setting: Setting, kept: Kept, today: date) -> Day:
        """The day ``today``."""
        register, mode = setting.register, mode_on(today, kept.switch, setting.installed)
        return cls(
            tuple(register.channels.values()),
            Presence.on(today, register, kept.absences, (person.id for person in setting.secretaries)),
            Ladder(setting.working, setting.interval_days, mode.since, kept.switch.pauses, register.sources),
            kept.told_in(mode),
            kept.messaged_on(today),
            setting=setting,
            kept=kept,
            mode=mode,
        )
