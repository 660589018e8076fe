"""A town half of whose channels can be seen: what they post, where that shows, and what breaks, day by day; and a whole
bot in memory that lives in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cache, partial
from random import Random

from bot.activity.model import Failure
from bot.activity.politeness import BETWEEN_LOOKS
from bot.activity.source import SourceKind
from bot.app.application import Application
from bot.app.bootstrap import OPERATOR, assemble
from bot.domain.accounts.platforms import Platforms
from bot.domain.calendar.public_holidays import public_holidays
from bot.domain.channels import Channel, Maintainer, UnitName
from bot.domain.delivery import Delivered, Delivery
from bot.domain.evidence import Evidence, EvidenceKind, State
from bot.domain.people import Actor, Person
from bot.domain.reminders.kept import Switch
from bot.domain.reminders.notice import ReminderNotice
from bot.knowledge.content import common
from bot.services.activity.notices import ServiceOut
from bot.services.committing import update
from bot.services.notices import Notice
from bot.services.ports import Change, Event, EventKind
from bot.services.ports import State as StoreState
from bot.services.register.documents import puts, register_of
from bot.services.reminders.documents import SWITCHES, THE_SWITCH
from bot.settings import Settings
from bot.storage.memory import MemoryStores
from tests.support.bot_in_memory import HELSINKI, StoppedClock, answers_of_ours
from tests.support.staged import StagedOutside
from tests.support.surface import PlainSurface, SilentSurface

START, DAY, INTERVAL = date(2026, 1, 12), timedelta(days=1), 14
OFF = {date(year, 12, 31) for year in (2026, 2027)}
EVERY_KIND = set(SourceKind)
SECRETARY = "slack:U0ICTSECR"
LOOKS, REMINDERS = (time(8, 20), time(15, 5)), time(9)
_KINDS = ("youtube", "website", "bluesky", "mastodon")


@dataclass
class Account:
    """A channel as it really is: when it posts, where, and since when nothing of that can be read."""

    id: str
    kind: str | None
    posts: list[datetime]
    renamed: int = 0
    broken: Failure | None = None
    until: date = START

    @property
    def platform(self) -> str:
        return self.kind or "tiktok"

    @property
    def name(self) -> str:
        """What the account is called now, as the staged outside knows it."""
        handle = self.id + "x" * self.renamed
        return {
            "youtube": f"youtube/@{handle}",
            "website": f"feed/https://{handle}.kunta.example/feed",
            "bluesky": f"bluesky/{handle}.kunta.example",
            "mastodon": f"mastodon/{handle}@some.kunta.example",
        }.get(self.platform, "")

    @property
    def url(self) -> str:
        where = self.name.partition("/")[2]
        return {
            "youtube": f"https://www.youtube.com/{where}",
            "website": where,
            "bluesky": f"https://bsky.app/profile/{where}",
            "mastodon": f"https://some.kunta.example/@{where.partition('@')[0]}",
        }.get(self.platform, f"https://www.tiktok.com/@{self.id}")

    def newest(self, at: datetime) -> datetime:
        """The newest post there is ``at``."""
        return max(post for post in self.posts if post <= at)


@dataclass
class SeeingTown(PlainSurface):
    """A bot and its town. With ``blind``, the same town in which nothing can be seen."""

    seed: int
    channels: int
    days: int
    blind: bool = False
    reminded: Counter[str] = field(default_factory=Counter)
    """Lines of reminders, by channel."""
    needless: Counter[str] = field(default_factory=Counter)
    """Those of them that asked about a channel which had been updated in time, seen or not."""
    idle: int = 0
    told_of: list[ServiceOut] = field(default_factory=list)
    broken_days: int = 0
    outages: list[tuple[date, date]] = field(default_factory=list)
    messages: Counter[tuple[str, date]] = field(default_factory=Counter)
    unreadable: set[str] = field(default_factory=set)
    """The channels whose source could not be read at the last look."""
    answers: list[tuple[Person, str]] = field(default_factory=list)
    edits: Counter[str] = field(default_factory=Counter)
    """What people did to the register."""

    def __post_init__(self) -> None:
        self.random = Random(self.seed)  # noqa: S311 - a simulation, no secret
        self.outside = StagedOutside(_platforms(), unread=EVERY_KIND if self.blind else set())
        self.clock = StoppedClock(datetime.combine(START, REMINDERS, HELSINKI))
        self.accounts = {f"k{number}": self._account(number) for number in range(self.channels)}

    async def live(self) -> None:
        """Live all the days."""
        settings = Settings(ict_secretaries=(SECRETARY,), days_off="12-31")  # type: ignore[arg-type] # as typed
        bot = assemble(settings, MemoryStores(), clock=self.clock, answers=answers_of_ours(), outside=self.outside)
        bot.surfaces.add(SilentSurface(self))
        await self._found(bot)
        for number in range(self.days):
            await self._day(bot, START + number * DAY)
        assert (await bot.store.read()).seq == 1 + sum(self.edits.values()), "what is seen is no history"

    async def send(self, person: Person, notice: Notice, at: datetime) -> Delivery:
        """Take a notice, and look whether it may be."""
        if isinstance(notice, ServiceOut):
            self.told_of.append(notice)
        if isinstance(notice, ReminderNotice):
            self.messages[person.id, at.date()] += 1
            assert self.messages[person.id, at.date()] == 1, "twice on one day"
            assert at.weekday() < 5, "at a weekend"
            assert at.date() not in public_holidays(at.year) | OFF, "on a day off"
            for line in notice.lines:
                self._line(line.channel, line.state, at)
                self.answers.append((person, line.channel))
        return Delivered()

    def _line(self, channel: str, state: State, at: datetime) -> None:
        account = self.accounts[channel]
        self.reminded[channel] += 1
        self.idle += state is State.IDLE
        last = account.newest(at - BETWEEN_LOOKS * 1.2)  # what came since the last look could not be known
        self.needless[channel] += at.date() - last.astimezone(HELSINKI).date() <= INTERVAL * DAY
        if self.blind or account.kind is None:
            assert state is State.UNCONFIRMED, "idle without a source"
            return
        assert channel not in self.unreadable, "while its source fails"
        shown = self.outside.shown.get(account.name)
        seen_on = shown.astimezone(HELSINKI).date() if shown else date.min
        assert at.date() - seen_on > INTERVAL * DAY, "though its source showed a post in time"

    async def _day(self, bot: Application, today: date) -> None:
        self.answers.clear()
        self._things_break(today)
        await self._correct(bot, today)
        for hour in (*LOOKS[:1], REMINDERS, *LOOKS[1:]):
            self.clock.at = datetime.combine(today, hour, HELSINKI)
            self._show()
            if hour == REMINDERS:
                await bot.go_round_and_deliver(self.clock.at)
            else:
                await bot.look(self.clock.at)
                await bot.deliver(self.clock.at)
            await self._check(bot)
        for person, channel in self.answers:
            await self._answer(bot, person, channel)

    def _show(self) -> None:
        """What the outside shows now."""
        at = self.clock.at
        self.outside.posts = {one.name: one.newest(at) for one in self.accounts.values() if one.kind}
        self.outside.failing = {one.name: one.broken for one in self.accounts.values() if one.broken}
        self.unreadable = {
            one.id for one in self.accounts.values() if one.broken or self._service(one) in self.outside.out
        }

    async def _check(self, bot: Application) -> None:
        """No channel is idle while its source fails, and none without a source."""
        register = register_of(await bot.store.read())
        for view in bot.services.lookup.audit(register, OPERATOR, self.clock.at).by_state[State.IDLE]:
            assert not register.sources[view.channel.id].fails, "idle while its source failed at the last look"

    def _things_break(self, today: date) -> None:
        for account in self.accounts.values():
            if account.kind is None:
                continue
            if account.broken and account.until <= today and account.broken is not Failure.NOT_FOUND:
                account.broken = None
            dice = Random(f"{self.seed}/{account.id}/{today}").random()  # noqa: S311
            if account.broken is None and dice < 0.004:
                account.broken = Failure.NOT_FOUND if dice < 0.001 else Failure.SERVER
                account.until = today + (1 + int(dice * 10_000) % 12) * DAY
            self.broken_days += account.broken is not None
        if not self.outside.out and Random(f"{self.seed}/{today}").random() < 0.01:  # noqa: S311
            self.outages.append((today, today + 5 * DAY))
            self.outside.out = {"youtube": Failure.NOT_FOUND}
        elif self.outages and self.outages[-1][1] <= today:
            self.outside.out = {}

    async def _correct(self, bot: Application, today: date) -> None:
        """An account that was renamed, or a feed that has moved, is corrected in the register after some days."""
        for account in self.accounts.values():
            if account.broken is Failure.NOT_FOUND and account.until <= today:
                account.broken, account.renamed = None, account.renamed + 1
                channel = register_of(await bot.store.read()).channels[account.id]
                event = Event("ict", datetime.combine(today, REMINDERS, HELSINKI), EventKind.EDIT)
                await update(bot.store, partial(_putting, replace(channel, url=account.url)), event)
                self.edits["corrected"] += 1

    async def _answer(self, bot: Application, person: Person, channel: str) -> None:
        """Most people answer for a channel that was updated, which they know."""
        last = self.accounts[channel].newest(self.clock.at).astimezone(HELSINKI).date()
        if Random(f"{self.seed}/{channel}/{last}").random() < 0.9 and self.clock.at.date() - last <= INTERVAL * DAY:  # noqa: S311
            keeper = Person(f"{channel}-1")
            await bot.services.reminder_answers.told(Actor(keeper), [channel], last, self.clock.at)
            self.edits["told"] += 1

    async def _found(self, bot: Application) -> None:
        people = [
            Person(f"{key}-{n}", f"P {key} {n}", identities=(f"slack:U0{key.upper()}{n}X",))
            for key in self.accounts
            for n in (1, 2)
        ]
        event = Event("ict", datetime.combine(START - 60 * DAY, REMINDERS, HELSINKI), EventKind.IMPORT)
        await update(bot.store, lambda _: puts(map(_channel, self.accounts.values()), people), event)
        await update(bot.store, lambda _: [Change.put(SWITCHES, THE_SWITCH, Switch(START))])

    @staticmethod
    def _service(account: Account) -> str:
        return "youtube" if account.kind == "youtube" else ""

    def _account(self, number: int) -> Account:
        """A channel that posts every few days, and now and then forgets to for weeks."""
        random = Random(f"{self.seed}/{number}")  # noqa: S311
        moment = datetime.combine(START - 20 * DAY, time(random.randrange(6, 22), random.randrange(60)), HELSINKI)
        posts = [moment]
        while moment.date() < START + self.days * DAY:
            silent = random.random() < 0.06
            moment += timedelta(
                days=random.randint(20, 60) if silent else random.randint(1, 12), hours=random.randint(0, 20)
            )
            posts.append(moment)
        return Account(f"k{number}", _KINDS[number // 2 % len(_KINDS)] if number % 2 else None, posts)


def _putting(channel: Channel, state: StoreState) -> list[Change]:
    return puts([channel])


def _channel(account: Account) -> Channel:
    return Channel(
        account.id,
        account.platform,
        account.id,
        UnitName("Yksikkö"),
        f"{account.id}-2",
        url=account.url,
        maintainers=(Maintainer(f"{account.id}-1"),),
        evidence=(Evidence(EvidenceKind.REGISTERED, START - DAY),),
    )


@cache
def _platforms() -> Platforms:
    return common.platforms(Settings().knowledge_dir)
