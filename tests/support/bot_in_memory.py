"""A whole bot on a register in memory, for tests that talk with it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.app.application import Application
from bot.app.bootstrap import OPERATOR, assemble
from bot.conversation.actions import decode, encode
from bot.conversation.exchange import Asked, Content, Incoming, Outcome, Pressed, Said, Submitted
from bot.conversation.forms.form import Form
from bot.domain.delivery import Delivered, Delivery, Reason, Unreachable
from bot.domain.language import Language
from bot.domain.people import Person
from bot.knowledge.content.loader import load
from bot.knowledge.search.search import Search
from bot.messages.model import Action, Actions, Button, Choice, Message, Pick, Row, Verb, presses
from bot.messages.notices import render
from bot.messages.plain_text import plain_text
from bot.services.activity.outside import Outside, Website
from bot.services.notices import Notice
from bot.services.ports import Store
from bot.services.questions.answers import Answers
from bot.settings import Settings
from bot.storage.memory import MemoryStore, MemoryStores
from tests.support.looks import confusing
from tests.support.surface import PlainSurface, SilentSurface

HELSINKI = ZoneInfo("Europe/Helsinki")
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=HELSINKI)
"""A Monday."""

REGISTER = Path(__file__).parents[1] / "data" / "register.json"
"""A small register: a municipality with a library and a youth service."""


class StoppedClock:
    """A clock that shows ``at`` until it is told otherwise."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


@dataclass
class RecordingNotifier(PlainSurface):
    """Reaches everybody but the ``unreachable``, and records what was sent to whom."""

    sent: dict[str, list[Notice]] = field(default_factory=dict)
    shown: dict[str, Notice] = field(default_factory=dict)
    """What is at each place now."""
    redrawn: list[str] = field(default_factory=list)
    """Whose notices were replaced where they stood, one by one."""
    owners: dict[str, str] = field(default_factory=dict)
    """Whose each place is."""
    unreachable: set[str] = field(default_factory=set)

    async def send(self, person: Person, notice: Notice, at: datetime) -> Delivery:
        if person.id in self.unreachable:
            return Unreachable(Reason.NO_SURFACE)
        self.sent.setdefault(person.id, []).append(notice)
        place = f"slack:{len(self.shown)}"
        self.shown[place] = notice
        self.owners[place] = person.id
        return Delivered(place)

    async def redraw(self, place: str, notice: Notice) -> Delivery:
        assert place in self.shown
        self.shown[place] = notice
        self.redrawn.append(self.owners[place])
        return Delivered(place)

    def refusal(self, person: Person) -> Unreachable | None:
        return Unreachable(Reason.NO_SURFACE) if person.id in self.unreachable else None


@dataclass
class Bot:
    """The bot, and what it did to the outside."""

    application: Application
    notifier: RecordingNotifier
    clock: StoppedClock
    conversation: str = ""
    """Where everything is said; what was said before counts where there is one."""

    async def person(self, reference: str) -> Person:
        return await self.application.services.people.by_identity(reference)

    async def said(
        self, who: str, text: str, *, locale: Language | None = None, guest: bool = False, private: bool = True
    ) -> Outcome:
        return await self._handle(who, Said(text), locale=locale, guest=guest, private=private)

    async def asked(self, who: str, message: str) -> Outcome:
        """Ask what the guideline says on somebody's ``message``."""
        return await self._handle(who, Asked(message))

    async def pressed(self, who: str, outcome: Outcome, label: str, row: str = "", *, guest: bool = False) -> Outcome:
        return await self._handle(who, Pressed(button(outcome, label, row).action), guest=guest)

    async def pressed_old(self, who: str, verb: Verb, *args: str, guest: bool = False, private: bool = True) -> Outcome:
        """Press a button that is in no reply at hand; an old one may still be on somebody's screen."""
        action = decode(encode(Action(verb, args, Language.FI)))
        return await self._handle(who, Pressed(action), guest=guest, private=private)

    async def submitted(self, who: str, outcome: Outcome, **values: str) -> Outcome:
        """Send the form in ``outcome`` in, with ``values`` typed over what is in it."""
        form = form_of(outcome)
        return await self._handle(who, Submitted(form.id, form.subject, {**form.values, **values}))

    async def newest_notice(self, who: str, language: Language = Language.FI) -> Outcome:
        """The newest notice that ``who`` got, as it is shown to them."""
        await self.application.deliver(self.clock.now())
        message = render(self.notifier.sent[(await self.person(who)).id][-1], language)
        assert list(confusing(message)) == []
        return Outcome(message)

    async def _handle(
        self,
        who: str,
        content: Content,
        *,
        locale: Language | None = None,
        guest: bool = False,
        private: bool = True,
    ) -> Outcome:
        incoming = Incoming(
            await self.person(who),
            content,
            self.clock.now(),
            locale=locale,
            guest=guest,
            private=private,
            conversation=self.conversation,
        )
        outcome = await self.application.conversation.handle(incoming)
        if isinstance(outcome.reply, Message):
            assert list(confusing(outcome.reply)) == []
        await self.application.deliver(incoming.at)
        return outcome


@cache
def answers_of_ours() -> Answers:
    """The answers from the project's own content: they learn for a while, and never change."""
    return answers_from(Settings().knowledge_dir)


def answers_from(folder: Path) -> Answers:
    """The answers from another guideline."""
    guideline = load(folder)
    return Answers(guideline, Search(guideline))


async def make_bot(
    *,
    store: Store | None = None,
    register: Path | None = REGISTER,
    answers: Answers | None = None,
    outside: Outside | None = None,
    website: Website | None = None,
    clock: StoppedClock | None = None,
) -> Bot:
    """A bot with ``register`` in it; ``slack:U0ICT0001`` is the ICT secretary, ``slack:U0BOSS001`` the manager. Without
    an ``outside``, nothing can be seen there; without a ``website``, none is read."""
    pages = website.addresses if website else ()
    settings = Settings(ict_secretaries=("slack:U0ICT0001",), deciders=("slack:U0BOSS001",), website=pages)
    clock, notifier = clock or StoppedClock(), RecordingNotifier()
    application = assemble(
        settings,
        MemoryStores(store or MemoryStore()),
        clock=clock,
        answers=answers or answers_of_ours(),
        outside=outside,
        website=website,
    )
    application.surfaces.add(SilentSurface(notifier))
    if register is not None:
        document = json.loads(register.read_text(encoding="utf-8"))
        await application.transfer.import_document(OPERATOR, document, clock.now())
    return Bot(application, notifier, clock)


def text_of(outcome: Outcome) -> str:
    """All words of the reply, a form's too."""
    reply = outcome.reply
    if isinstance(reply, Message):
        return plain_text(reply)
    fields = [f"{field.label}={reply.values.get(field.key, '')}" for field in reply.fields]
    return "\n".join([reply.title, reply.intro, *fields, *reply.errors.values()])


def form_of(outcome: Outcome) -> Form:
    """The reply, which is a form."""
    assert isinstance(outcome.reply, Form), f"a form was expected, not: {text_of(outcome)}"
    return outcome.reply


def buttons(outcome: Outcome) -> Sequence[Button | Pick]:
    """The reply's buttons, with what its lists offer."""
    return list(presses(outcome.reply)) if isinstance(outcome.reply, Message) else ()


def labels(outcome: Outcome) -> Sequence[str]:
    """The labels of the reply's buttons."""
    return [button.label for button in buttons(outcome)]


def button(outcome: Outcome, label: str, row: str = "") -> Button | Pick:
    """The button whose label, or whose row, has ``label`` in its words, of the row that has ``row`` in its own; or the
    first thing that the list with that label offers."""
    rows: Sequence[Row] = []
    if isinstance(outcome.reply, Message):
        rows = [one for one in outcome.reply.blocks if isinstance(one, Row)]
    offered = [one.button for one in rows if row in one.text] if row else buttons(outcome)
    found = [one for one in offered if label in one.label] or [one.button for one in rows if label in one.text]
    if not found and isinstance(outcome.reply, Message):
        controls = [one for block in outcome.reply.blocks if isinstance(block, Actions) for one in block.controls]
        found = [one.picks[0] for one in controls if isinstance(one, Choice) and label in one.label]
    assert found, f"no button {label!r} among {[one.label for one in offered]}"
    return found[0]
