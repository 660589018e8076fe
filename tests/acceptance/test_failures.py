"""What people are told when something fails or is not for them, and what is left of it: nothing half."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from bot.conversation.exchange import Incoming, Outcome, Pressed, Said, Submitted
from bot.conversation.forms.form import Form
from bot.domain.language import Language
from bot.domain.people import Person
from bot.errors import StoreError
from bot.messages.model import Action, Message, Verb
from bot.messages.texts import texts_in
from bot.services.ports import Change, Event, State
from bot.services.register.documents import register_of
from bot.storage.memory import MemoryStore
from bot.understanding.commands import Audience, Intent, commands
from tests.acceptance.deciding import WISH, proposals, propose
from tests.acceptance.wild import FORMS
from tests.support.bot_in_memory import Bot, button, form_of, make_bot, text_of

STAFF, MAINTAINER, SECOND, ICT = "slack:U0STAFF01", "slack:U0LIB0001", "slack:U0LIB0002", "slack:U0ICT0001"
GONE = StoreError("the disk is full of secret detail")


class FailingStore(MemoryStore):
    """A store in memory whose reading or committing fails when the test says so."""

    def __init__(self) -> None:
        super().__init__()
        self.good_reads: int | None = None
        """How many reads go well before they fail; None where all do."""
        self.error: Exception = GONE
        self.commits_fail = False
        self.slow = False

    async def read(self) -> State:
        if self.good_reads is not None:
            self.good_reads -= 1
            if self.good_reads < 0:
                raise self.error
        state = await super().read()
        if self.slow:
            await asyncio.sleep(0)  # lets somebody else in, between reading and committing
        return state

    async def commit(self, changes: Sequence[Change], expected_version: int, event: Event | None = None) -> State:
        if self.commits_fail:
            raise self.error
        return await super().commit(changes, expected_version, event)


@pytest.fixture
def store() -> FailingStore:
    return FailingStore()


@pytest.fixture
async def bot(store: FailingStore) -> Bot:
    return await make_bot(store=store)


async def handled(
    bot: Bot,
    person: Person,
    content: Said | Pressed | Submitted,
    locale: Language = Language.EN,
    *,
    guest: bool = False,
) -> Outcome:
    incoming = Incoming(person, content, bot.clock.now(), locale=locale, guest=guest)
    return await bot.application.conversation.handle(incoming)


def apology(outcome: Outcome, key: str, caplog: pytest.LogCaptureFixture) -> None:
    """The reply is that text in its language, with a reference under which the log has the error and its traceback."""
    texts = texts_in(outcome.reply.language)
    pattern = re.escape(texts(key, reference="REFERENCE")).replace("REFERENCE", "([0-9a-f]{8})")
    found = re.fullmatch(pattern, text_of(outcome))
    assert found, text_of(outcome)
    (record,) = [record for record in caplog.records if getattr(record, "reference", "") == found[1]]
    assert record.levelno == logging.ERROR
    logged = vars(record)
    assert ", line " in logged["trace"]
    assert logged["error"] != "RuntimeError" or "secret detail" not in str(logged)
    assert "secret detail" not in text_of(outcome)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("error", [GONE, RuntimeError("secret detail")], ids=["store", "unforeseen"])
@pytest.mark.parametrize(
    ("good_reads", "text"), [(0, "list"), (1, "I updated the library's facebook yesterday")], ids=["reply", "change"]
)
async def test_a_register_that_can_not_be_read_is_told_with_a_reference(
    bot: Bot,
    store: FailingStore,
    caplog: pytest.LogCaptureFixture,
    language: Language,
    error: Exception,
    good_reads: int,
    text: str,
) -> None:
    person = replace(await bot.person(MAINTAINER), language=language)
    store.good_reads, store.error = good_reads, error
    outcome = await handled(bot, person, Said(text), language)
    apology(outcome, "store-failure" if error is GONE else "failure", caplog)


CHANGES: list[tuple[str, str, str]] = [
    # Who, what is said, and the label of the button or "send" where the reply is a form.
    (MAINTAINER, "I updated the library's facebook yesterday", ""),
    (MAINTAINER, "I am on holiday 1–31 July, cover slack:U0LIB0002", ""),
    (ICT, "hand over the library's instagram to slack:U0LIB0009", "send"),
    (ICT, "retire the library's instagram", "send"),
    (ICT, "edit the library's instagram", "send"),
    (ICT, "pause the library's instagram", "send"),
    (ICT, "undo", "Undo"),
    (STAFF, "what do you know about me", "Svenska"),
]
FILLED_IN = {
    "authorised_by": "U0LIBHEAD",
    "start": "2026-12-01",
    "end": "2026-12-24",
    "purpose": "Books",
    "closing_access_by": "U0LIB0001",
    "closing_archive": "The archive",
    "closing_announcement": "A last post",
}


@pytest.mark.parametrize(("who", "text", "then"), CHANGES)
@pytest.mark.parametrize("error", [GONE, RuntimeError("secret detail")], ids=["store", "unforeseen"])
async def test_a_change_that_can_not_be_kept_is_told_and_nothing_of_it_is_left(
    bot: Bot, store: FailingStore, caplog: pytest.LogCaptureFixture, who: str, text: str, then: str, error: Exception
) -> None:
    await bot.said(MAINTAINER, "I updated the library's instagram yesterday")  # something to undo
    before, history, person = await store.read(), await store.history(), await bot.person(who)
    said = await bot.said(who, text, locale=Language.EN) if then else None
    content: Said | Pressed | Submitted = Said(text)
    if said is not None and isinstance(said.reply, Form):
        content = Submitted(said.reply.id, said.reply.subject, {**said.reply.values, **FILLED_IN})
    elif said is not None:
        content = Pressed(button(said, then).action)

    store.commits_fail, store.error = True, error
    apology(await handled(bot, person, content), "store-failure" if error is GONE else "failure", caplog)
    assert await store.read() == before
    assert await store.history() == history
    assert bot.notifier.sent == {}

    store.commits_fail = False
    await handled(bot, person, content)
    assert await store.read() != before, "when the store is well again, the same goes through"


async def test_a_proposal_that_can_not_be_kept_is_shown_again_as_it_was_typed(bot: Bot, store: FailingStore) -> None:
    store.commits_fail = True
    again = await propose(bot)
    assert dict(form_of(again).values) == WISH
    assert re.search("Mitään ei muutettu.* viite on [0-9a-f]{8}", form_of(again).intro)
    store.commits_fail = False
    assert isinstance((await bot.submitted(STAFF, again)).reply, Message)
    assert len(await proposals(bot)) == 1


@pytest.mark.parametrize(
    "content",
    [
        Said("register"),
        Pressed(Action(Verb.OPEN_FORM, ("edit", "kirjasto-instagram", ""), Language.EN)),
        Submitted("register", ("en",), {}),
        Submitted("handover", ("en", "kirjasto-instagram"), {"to": "U0AAAA", "authorised_by": "U0BBBB"}),
    ],
    ids=str,
)
@pytest.mark.parametrize("good_reads", [0, 1, 2, 3])
@pytest.mark.parametrize("error", [GONE, RuntimeError("secret detail")], ids=["store", "unforeseen"])
async def test_a_refusal_is_a_reply_even_when_the_register_fails_in_the_middle_of_it(
    bot: Bot, store: FailingStore, content: Said | Pressed | Submitted, good_reads: int, error: Exception
) -> None:
    person = await bot.person(STAFF)
    store.good_reads, store.error = good_reads, error
    outcome = await handled(bot, person, content)
    assert text_of(outcome)
    assert "secret detail" not in text_of(outcome)


async def test_two_maintainers_who_update_at_once_are_both_kept(bot: Bot, store: FailingStore) -> None:
    store.slow = True
    replies = await asyncio.gather(
        bot.said(MAINTAINER, "I updated the library's instagram today", locale=Language.EN),
        bot.said(SECOND, "I updated the library's instagram yesterday", locale=Language.EN),
    )
    assert ["23 Nov 2026" in text_of(replies[0]), "22 Nov 2026" in text_of(replies[1])] == [True, True]
    updates = [entry.event for entry in await store.history("kirjasto-instagram") if entry.event.what == "updated"]
    assert {event.by for event in updates} == {"slack-u0lib0001", "slack-u0lib0002"}
    channel = register_of(await store.read()).channels["kirjasto-instagram"]
    assert max(evidence.on for evidence in channel.evidence) == date(2026, 11, 23)


async def test_a_change_of_each_of_many_at_once_is_kept(bot: Bot, store: FailingStore) -> None:
    store.slow = True
    people = [f"slack:U0STAFF{number:02}" for number in range(10)]
    me = {who: await bot.said(who, "what do you know about me", locale=Language.EN) for who in people}
    await asyncio.gather(*(bot.pressed(who, outcome, "Svenska") for who, outcome in me.items()))
    assert [(await bot.person(who)).language for who in people] == [Language.SV] * 10


KEPT_BY_THE_SECRETARY = [command for command in commands() if command.who is Audience.ICT_SECRETARY]


def test_the_intents_that_only_the_ict_secretary_has_are_known() -> None:
    assert {command.intent for command in KEPT_BY_THE_SECRETARY} >= {
        Intent.REGISTER,
        Intent.EDIT,
        Intent.RETIRE,
        Intent.PAUSE,
        Intent.AUDIT,
        Intent.HISTORY,
        Intent.UNDO,
    }


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("who", "guest"), [(STAFF, False), (MAINTAINER, False), ("slack:U0GUEST1", True), (ICT, True)])
async def test_who_may_not_is_told_who_can(
    bot: Bot, store: FailingStore, who: str, guest: bool, language: Language
) -> None:
    before = await store.read()
    person = await bot.person(who)
    for command in KEPT_BY_THE_SECRETARY:
        about = "slack:U0LIB0001" if command.intent in (Intent.LEFT, Intent.RETURNED) else "instagram"
        alias = command.aliases[language][0]
        for text in (alias,) if command.intent is Intent.WEBSITE else (alias, f"{alias} {about}"):
            outcome = await handled(bot, person, Said(text), language, guest=guest)
            assert outcome.understood is not None
            assert outcome.understood.intent == command.intent, text
            assert outcome.reply.language is language
            assert texts_in(language)("not-allowed-ict-secretary") in text_of(outcome), text
    assert await store.read() == before


SECRETARYS_FORMS = ("register", "edit", "pause", "retire", "maintainers", "left", "returned", "handover-all")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("form", SECRETARYS_FORMS)
async def test_who_may_not_is_told_so_at_a_form_of_the_secretarys_whatever_is_in_it(
    bot: Bot, store: FailingStore, language: Language, form: str
) -> None:
    before, person = await store.read(), await bot.person(MAINTAINER)
    wrong = dict.fromkeys(FILLED_IN, "?")
    for values in (FILLED_IN, {}, wrong):
        for subject in (FORMS[form], ("no-such-channel",)):
            outcome = await handled(bot, person, Submitted(form, (language, *subject), values))
            assert texts_in(language)("not-allowed-ict-secretary") in text_of(outcome)
    assert await store.read() == before
    assert bot.notifier.sent == {}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("form", ["edit", "pause", "retire", "maintainers"])
async def test_who_may_not_is_told_so_at_a_button_of_the_secretarys(bot: Bot, language: Language, form: str) -> None:
    action = Action(Verb.OPEN_FORM, (form, "kirjasto-instagram", ""), language)
    outcome = await handled(bot, await bot.person(MAINTAINER), Pressed(action))
    assert texts_in(language)("not-allowed-ict-secretary") in text_of(outcome)
