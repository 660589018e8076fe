"""The console: what a persona does on the page goes to the conversation, and the outcome into the transcript."""

import logging
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.conversation.actions import StaleActionError, decode, encode
from bot.conversation.exchange import Incoming, Outcome, Pressed, Said, Submitted
from bot.conversation.forms.form import Form
from bot.domain.language import Language
from bot.domain.people import Person
from bot.errors import log_failure
from bot.messages.model import Message, Picture, presses
from bot.surfaces.console.clock import MovableClock
from bot.surfaces.console.html import picture_in, render_reply
from bot.surfaces.console.sessions import Session, Sessions
from bot.surfaces.console.transcript import Content, Filling, Press, Reply, Transcript, Trouble, Typed
from bot.surfaces.surface import Handle

logger = logging.getLogger(__name__)

PersonOf = Callable[[str], Awaitable[Person]]
Deliver = Callable[[datetime], Awaitable[None]]
PassTime = Callable[[datetime, datetime], Awaitable[None]]
Introduce = Callable[[Language], Awaitable[None]]

LATEST = "latest"
"""The id on the page of where the newest entry ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Console:
    """All that the console needs: the conversation, the person behind an identity, what brings notices to the inboxes,
    what happens as time passes, the clock, the personas' sessions.

    ``introduce`` gives everybody their name in a language, as a workspace's directory has it. ``command`` is the slash
    command that stands before the input line. Each method gives the id of what to look at next.
    """

    handle: Handle
    person_of: PersonOf
    clock: MovableClock
    sessions: Sessions
    deliver: Deliver
    pass_time: PassTime
    introduce: Introduce
    command: str
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    async def say(self, session: Session, text: str) -> str:
        """The persona typed ``text``, with or without the command before it."""
        at, text = self.clock.now(), self._without_command(text)
        session.transcript.add(Typed(text), at)
        outcome = await self._outcome(session, Said(text), at)
        session.transcript.add(_content(outcome), at)
        return LATEST

    async def press(self, session: Session, entry_id: str, value: str) -> str:
        """The persona pressed the button with ``value`` in the entry with that id."""
        at, place = self.clock.now(), _place_of(session, entry_id)
        outcome = await self._press_outcome(session, value, at)
        if _takes_its_place(outcome) and place.replace(entry_id, _content(outcome)):
            return entry_id
        if label := _label(place, entry_id, value):
            session.transcript.add(Press(label), at)
        origin = entry_id if place is session.inbox else ""
        session.transcript.add(_content(outcome, origin), at)
        return LATEST

    async def submit(self, session: Session, entry_id: str, submitted: Submitted) -> str:
        """The persona sent in the form in the entry with that id. A reply that replaces takes the place of the message
        in the inbox that the form was opened from, or else of the form, as one does that tells that it is done; so does
        the form itself, where something is to be mended."""
        at, entry = self.clock.now(), session.transcript.find(entry_id)
        if entry is None or not isinstance(entry.content, Filling) or entry.content.form.id != submitted.form_id:
            session.transcript.add(Trouble("console-form-gone"), at)
            return LATEST
        submitted = _complete(submitted, entry.content.form)
        outcome = await self._outcome(session, submitted, at)
        origin = entry.content.origin
        if _takes_its_place(outcome) and session.inbox.replace(origin, _content(outcome)):
            session.transcript.remove(entry_id)
            return origin
        if isinstance(outcome, Outcome) and (outcome.replaces or outcome.done or isinstance(outcome.reply, Form)):
            session.transcript.replace(entry_id, _content(outcome, origin))
            return entry_id
        # Refused, or failed: what was filled in stays, so that it can be sent again.
        form = replace(entry.content.form, values=submitted.values, errors={})
        session.transcript.replace(entry_id, Filling(form, origin))
        session.transcript.add(_content(outcome), at)
        return LATEST

    async def speak(self, session: Session, language: Language) -> None:
        """The persona's page is in ``language`` from now on, and so is what everybody is called. Raises StoreError."""
        session.language = language
        await self.introduce(language)

    async def move_clock(self, move: Callable[[MovableClock], None]) -> None:
        """Let ``move`` set the clock; what is due in the time that passes so happens on the way. Raises what ``move``
        raises."""
        before = self.clock.now()
        move(self.clock)
        await self.pass_time(before, self.clock.now())

    def picture(self, session: Session, entry_id: str, number: int) -> Picture | None:
        """The picture with that number in the entry with that id, None where it is gone."""
        entry = _place_of(session, entry_id).find(entry_id)
        if entry is None or not isinstance(entry.content, Reply):
            return None
        return picture_in(entry.content.message, number)

    def _without_command(self, text: str) -> str:
        first, _, rest = text.strip().partition(" ")
        return rest.strip() if first == self.command else text.strip()

    async def _press_outcome(self, session: Session, value: str, at: datetime) -> Outcome | Trouble:
        try:
            action = decode(value)
        except StaleActionError:
            return Trouble("console-stale")
        return await self._outcome(session, Pressed(action), at)

    async def _outcome(self, session: Session, content: Said | Pressed | Submitted, at: datetime) -> Outcome | Trouble:
        try:
            await self.introduce(session.language)  # another persona's page may have had another
            person = await self.person_of(session.persona.identity)
            outcome = await self.handle(Incoming(person, content, at, locale=session.language, conversation="console"))
            await self.deliver(at)
            render_reply(outcome.reply)  # what can not be shown must not get into the page
        except Exception as error:  # what went wrong is said in the conversation
            return Trouble("console-failure", log_failure(logger, "The console could not answer", error))
        return outcome


def _content(outcome: Outcome | Trouble, origin: str = "") -> Content:
    if isinstance(outcome, Trouble):
        return outcome
    if isinstance(outcome.reply, Form):
        return Filling(outcome.reply, origin)
    return Reply(outcome.reply, outcome.visibility)


def _takes_its_place(outcome: Outcome | Trouble) -> bool:
    """Whether the message with the button goes. It never does for a form: to cancel that would lose the message."""
    return isinstance(outcome, Outcome) and outcome.replaces and isinstance(outcome.reply, Message)


def _complete(submitted: Submitted, form: Form) -> Submitted:
    """With a value for each field of the form, as browsers send nothing for an empty check box, and no others."""
    return replace(submitted, values={field.key: submitted.values.get(field.key, "") for field in form.fields})


def _place_of(session: Session, entry_id: str) -> Transcript:
    return session.inbox if session.inbox.find(entry_id) else session.transcript


def _label(place: Transcript, entry_id: str, value: str) -> str:
    """What the button with ``value`` says; nothing where its message is gone."""
    entry = place.find(entry_id)
    if entry is None or not isinstance(entry.content, Reply):
        return ""
    return next((one.label for one in presses(entry.content.message) if encode(one.action) == value), "")
