"""Pushes on the console."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.domain.delivery import Delivered, Reason, Unreachable
from bot.domain.language import Language
from bot.domain.people import Person
from bot.messages.model import Action, Actions, Button, Heading, Message, Verb
from bot.messages.plain_text import plain_text
from bot.services.notices import Notice, QuestionForSecretary
from bot.surfaces.console.sessions import Session, Sessions
from bot.surfaces.console.surface import ConsoleNotifier
from bot.surfaces.console.transcript import Reply
from tests.support.surface import bring

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MANAGER = Person("manager", identities=("slack:U0123ABCD", "console:manager"))
TOO_LONG = Action(Verb.SECTION, ("x" * 3000,))


def render(notice: Notice, language: Language) -> Message:
    assert isinstance(notice, QuestionForSecretary)
    if notice.question == "unshowable":
        return Message((Actions((Button("Show", TOO_LONG),)),), language)
    if notice.question == "unrenderable":
        raise KeyError("a text that is not there")
    return Message((Heading(notice.question),), language)


def question(text: str) -> QuestionForSecretary:
    return QuestionForSecretary(MANAGER, text, ())


def session_in(sessions: Sessions) -> Session:
    session = sessions.of(MANAGER)
    assert session is not None
    return session


def messages(session: Session) -> list[Message]:
    return [entry.content.message for entry in session.inbox if isinstance(entry.content, Reply)]


async def test_a_notice_comes_into_the_inbox_of_the_person_alone() -> None:
    sessions = Sessions()
    notifier = ConsoleNotifier(sessions=sessions, render_notice=render)
    assert isinstance(await bring(notifier, MANAGER, question("q"), AT), Delivered)
    assert [session.persona.name for session in sessions if len(session.inbox)] == ["manager"]


async def test_a_notice_takes_the_place_of_an_earlier_one_in_these_inboxes_alone() -> None:
    sessions = Sessions()
    notifier = ConsoleNotifier(sessions=sessions, render_notice=render)
    first = await bring(notifier, MANAGER, question("first"), AT)
    assert isinstance(first, Delivered)
    await bring(notifier, MANAGER, question("second"), AT)
    after_a_start = ConsoleNotifier(sessions=sessions, render_notice=render)
    for one, text, outcome in ((notifier, "third", first), (after_a_start, "fourth", Unreachable(Reason.NOT_SHOWN))):
        prepared = await one.prepare(MANAGER, question(text), AT, first.place)
        assert not isinstance(prepared, Unreachable)
        assert await prepared() == outcome
    shown = [plain_text(message) for message in messages(session_in(sessions))]
    assert ["third" in shown[0], "second" in shown[1], len(shown)] == [True, True, 2]


async def test_it_is_in_the_persons_own_language_else_in_that_of_the_page() -> None:
    sessions = Sessions(Language.SV)
    notifier = ConsoleNotifier(sessions=sessions, render_notice=render)
    await bring(notifier, MANAGER, question("q"), AT)
    await bring(notifier, Person("m", language=Language.EN, identities=MANAGER.identities), question("q"), AT)
    session_in(sessions).language = Language.FI
    await bring(notifier, MANAGER, question("q"), AT)
    assert [message.language for message in messages(session_in(sessions))] == [Language.SV, Language.EN, Language.FI]


async def test_who_is_no_persona_can_not_be_reached() -> None:
    notifier = ConsoleNotifier(sessions=Sessions(), render_notice=render)
    stranger = Person("somebody", identities=("slack:U0123ABCD", "console:somebody"))
    assert await bring(notifier, stranger, question("q"), AT) == Unreachable(Reason.NO_ACCOUNT)


@pytest.mark.parametrize("text", ["unshowable", "unrenderable"])
async def test_what_can_not_be_shown_is_said_and_does_not_spoil_the_inbox(text: str) -> None:
    sessions = Sessions()
    notifier = ConsoleNotifier(sessions=sessions, render_notice=render)
    assert await bring(notifier, MANAGER, question(text), AT) == Unreachable(Reason.NOT_SHOWN)
    assert messages(session_in(sessions)) == []
