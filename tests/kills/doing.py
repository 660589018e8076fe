"""What people do in Slack while the bot is killed: things that change something and that others are told of."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from itertools import count
from typing import Any, Final, TypeVar

from tests.fake_slack.sending import Answer
from tests.fake_slack.serving import Serving
from tests.fake_slack.somebody import Somebody, block_labelled
from tests.fake_slack.views import View
from tests.fake_slack.workspace import Shown, User, Workspace

T = TypeVar("T")

SECRETARIES: Final = ("U0ICT0001", "U0ICT0002", "U0ICT0003")
CHANNELS: Final = 60
"""How many channels are registered, each with a keeper, a cover and an heir of its own."""
TOO_LATE: Final = "Lomake ei ehtinyt aueta"
"""The reply where Slack took longer than it has for a form."""
ACCEPT, ANSWER, ASK = "Ryhdyn ylläpitäjäksi", "Vastaa", "Kysy ICT-sihteeriltä"
_QUESTION: Final = re.compile("voiko valtuuston kokouksen [0-9]+ striimata youtubeen")
_MOST_OPEN: Final = 5
"""How many things are begun at most before others have gone on with them."""
_BOSS: Final = "U0BOSS001"
ASKERS: Final = ("U0STAFF01", "U0STAFF02")


def add_people(workspace: Workspace) -> None:
    """Let all who do something be in the workspace, with Finnish as their language."""
    workspace.add(*(User(one, f"ICT {one}") for one in SECRETARIES), *(User(one, f"Kysyjä {one}") for one in ASKERS))
    workspace.add(*(User(role(n), f"Henkilö {role(n)}") for n in range(CHANNELS) for role in (_keeper, _cover, _heir)))


@dataclass
class Ledger:
    """What was ``acknowledged``, in a word each as in ``told.done``, and who of those whose request was taken has still
    no reply. What was tried once is not tried again: nobody knows what came of it."""

    acknowledged: set[str] = field(default_factory=set)
    waiting: set[str] = field(default_factory=set)
    registered: list[int] = field(default_factory=list)
    pressed: set[str] = field(default_factory=set)
    numbers: Iterator[int] = field(default_factory=lambda: iter(range(CHANNELS)))
    questions: Iterator[int] = field(default_factory=count)
    kept: int = 0
    asked: int = 0
    answered: int = 0

    @property
    def used_up(self) -> bool:
        """Whether there is nobody left who has not done what they do."""
        return self.kept == CHANNELS


@dataclass
class Doing:
    """Somebody at their keyboard, on a ``bot`` that lives for now."""

    bot: Serving
    ledger: Ledger

    def all(self) -> list[Coroutine[Any, Any, None]]:
        """What all of them do at once."""
        works = (self.registers_by_line, self.registers_by_form, self.keeps, self.accepts, self.answers)
        return [*(work() for work in works), *(self.asks(asker) for asker in ASKERS)]

    async def registers_by_line(self) -> None:
        """An ICT secretary names a channel's people in one line."""
        secretary = self._somebody(SECRETARIES[0])
        async for number in self._numbers():
            line = f"rekisteröi {_address(number)} nimi={_name(number)} yksikkö=Museopalvelut"
            taken = await secretary.command(f"{line} vastuu=<@{_BOSS}> ylläpitäjät=<@{_keeper(number)}>")
            await self._until(secretary, taken, secretary.reads(_name(number)))
            self._registered(number)

    async def registers_by_form(self) -> None:
        """Another one does so by form."""
        secretary = self._somebody(SECRETARIES[1])
        async for number in self._numbers():
            values = {
                "Kanavan nimi": _name(number),
                "Osoite": _address(number),
                "Yksikkö": "Museopalvelut",
                "Vastuuhenkilö": _BOSS,
                "Ylläpitäjät": [_keeper(number)],
            }
            await self._by_form(secretary, "rekisteröi", values, _name(number))
            self._registered(number)

    async def keeps(self) -> None:
        """Maintainers say, one after the other, that they are away, and then hand their channel over."""
        while True:
            await self.bot.slack.until(lambda: self.ledger.registered)
            number = self.ledger.registered.pop(0)
            keeper, self.ledger.kept = self._somebody(_keeper(number)), self.ledger.kept + 1
            away = date.today() + timedelta(days=30 + number)  # noqa: DTZ011 - far enough from any midnight
            taken = await keeper.command(f"olen lomalla {away:%d.%m.%Y}, sijainen <@{_cover(number)}>")
            await self._until(keeper, taken, keeper.reads("Poissa"))
            self._acknowledged("covered", number)
            values = {"Valtuutuksen": _BOSS}
            await self._by_form(keeper, f"luovuta kanava <@{_heir(number)}>", values, "Kysymys on lähetetty")
            self._acknowledged("asked", number)

    async def accepts(self) -> None:
        """Those who were asked to take a channel on do, when they have read it."""
        async for user, notice in self._notices([_heir(n) for n in range(CHANNELS)], ACCEPT):
            heir, number = self._somebody(user), int(user[-3:])
            await self._until(heir, await heir.press(notice, ACCEPT), self._edited(notice))
            self._acknowledged("accepted", number)

    async def asks(self, asker: str) -> None:
        """Somebody asks what the guideline does not say, and has it sent to the ICT secretaries."""
        somebody = self._somebody(asker)
        while True:
            await self.bot.slack.until(lambda: self.ledger.asked - self.ledger.answered < _MOST_OPEN)
            question = f"voiko valtuuston kokouksen {next(self.ledger.questions)} striimata youtubeen"
            shown = await self._until(somebody, await somebody.command(question), somebody.reads(ASK))
            taken = await somebody.press(shown, ASK)
            await self._until(somebody, taken, somebody.reads("on lähetetty"))
            self.ledger.asked += 1
            self.ledger.acknowledged.add(f"question {question}")

    async def answers(self) -> None:
        """An ICT secretary answers what has arrived."""
        secretary = self._somebody(SECRETARIES[2])
        async for _, notice in self._notices([secretary.id], ANSWER):
            question = _QUESTION.findall(notice.words)[0]
            self.ledger.answered += 1
            view = await self._modal(secretary, partial(secretary.press, notice, ANSWER))
            answer = {block_labelled(view, "Vastaus"): "Kyllä voi."}
            await self._until(secretary, await secretary.submit(view, answer), self._edited(notice))
            self.bot.slack.views.close(secretary.id, all_of_them=True)
            self.ledger.acknowledged.add(f"answered {question}")

    async def _numbers(self) -> AsyncIterator[int]:
        """Those of channels to register, as long as there are any, and not many of them are left to be kept."""
        for number in self.ledger.numbers:
            await self.bot.slack.until(lambda: len(self.ledger.registered) < _MOST_OPEN)
            yield number

    async def _notices(self, users: Iterable[str], label: str) -> AsyncIterator[tuple[str, Shown]]:
        """What has arrived at ``users`` with a button ``label`` that nobody has pressed, as it arrives."""
        slack, by_place = self.bot.slack, {self.bot.slack.workspace.direct(user).id: user for user in users}

        def found() -> Shown | None:
            to_them = (one for one in slack.workspace.shown if one.place in by_place and label in one.labels)
            return next((one for one in to_them if one.ts not in self.ledger.pressed), None)

        while True:
            shown = await slack.until(found)
            self.ledger.pressed.add(shown.ts)
            yield by_place[shown.place], shown

    async def _edited(self, notice: Shown) -> None:
        await self.bot.slack.until(lambda: notice.edits)

    async def _by_form(self, somebody: Somebody, command: str, values: Mapping[str, object], reply: str) -> None:
        view = await self._modal(somebody, partial(somebody.command, command))
        filled = {block_labelled(view, label): value for label, value in values.items()}
        await self._until(somebody, await somebody.submit(view, filled), somebody.sees(reply))
        self.bot.slack.views.close(somebody.id, all_of_them=True)  # where it shows what came of it

    async def _modal(self, somebody: Somebody, ask: Callable[[], Awaitable[Answer]]) -> View:
        """The form that they ask for; again where Slack, on a slow machine, has not opened it within its time."""
        while True:
            shown = await self._until(somebody, await ask(), self._form_or_word(somebody))
            if isinstance(shown, View):
                return shown
            await somebody.reads(TOO_LATE)

    async def _form_or_word(self, somebody: Somebody) -> View | Shown:
        def found() -> View | Shown | None:
            late = (shown for shown in somebody.unread if TOO_LATE in shown.words)
            return self.bot.slack.views.top(somebody.id) or next(late, None)

        return await self.bot.slack.until(found)

    async def _until(self, somebody: Somebody, taken: Answer, reply: Coroutine[Any, Any, T]) -> T:
        """Wait for the ``reply`` to what was ``taken``. Who waits is noted."""
        assert taken.status == 200
        self.ledger.waiting.add(somebody.id)
        found = await reply
        self.ledger.waiting.discard(somebody.id)
        return found

    def _somebody(self, user: str) -> Somebody:
        """The person, who has put away what was left open before the bot was killed."""
        self.bot.slack.views.close(user, all_of_them=True)
        return self.bot.somebody(user)

    def _registered(self, number: int) -> None:
        self.ledger.registered.append(number)
        self._acknowledged("registered", number)

    def _acknowledged(self, what: str, number: int) -> None:
        self.ledger.acknowledged.add(f"{what} {_name(number)}")


def _name(number: int) -> str:
    return f"Näyttely {number:03}"


def _address(number: int) -> str:
    return f"https://www.threads.net/@nayttely{number:03}"


def _keeper(number: int) -> str:
    return f"U0KEEP{number:03}"


def _cover(number: int) -> str:
    return f"U0COVE{number:03}"


def _heir(number: int) -> str:
    return f"U0HEIR{number:03}"
