"""Open questions: kept before they go out, answered once, and nothing that was promised is lost in a stop."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.language import Language
from bot.domain.people import Actor, Person
from bot.errors import StoreError
from bot.knowledge.content.question_file import QuestionFile
from bot.services.access import Access, NotAllowedError
from bot.services.notices import AnswerArrived, QuestionForSecretary
from bot.services.notifying import Post
from bot.services.ports import Change, Event, State
from bot.services.privacy.forgetting import Forgetting
from bot.services.privacy.outdated import UNANSWERED_KEPT
from bot.services.questions.asking import Asking
from bot.services.questions.documents import ANSWERED_KEPT, ENTRIES, OPEN, OpenQuestion
from bot.services.questions.entries import Entries
from bot.services.questions.gaps import Gaps
from bot.services.questions.known_questions import KnownQuestionKeeping
from bot.services.questions.log import QuestionLog
from bot.services.questions.open import AlreadyAnsweredError, OpenQuestions, SensitiveTextError, UnknownQuestionError
from bot.services.register.records.channel_records import InvalidInputError
from bot.storage.memory import MemoryStore
from tests.unit.services.questions.test_answers import answers_of
from tests.unit.services.support import AT, FIRST, ICT, SECOND, SECRETARY, Postman, guest, staff, store_of

FI = Language.FI


class Kill(BaseException):
    """The process is killed."""


class KilledStore(MemoryStore):
    """Kills the process at the commit after the ``good`` ones."""

    good: int | None = None

    async def commit(self, changes: Sequence[Change], expected_version: int, event: Event | None = None) -> State:
        if self.good is not None:
            self.good -= 1
            if self.good < 0:
                raise Kill
        return await super().commit(changes, expected_version, event)


class PoliteDocuments(MemoryStore):
    """Lets others go first after each reading, so that changes at once do meet."""

    async def read(self) -> State:
        documents = await super().read()
        await asyncio.sleep(0)
        return documents


@dataclass(frozen=True)
class QuestionServices:
    """All services that have to do with questions, on one store."""

    asking: Asking
    question_log: QuestionLog
    open_questions: OpenQuestions
    entries: Entries
    gaps: Gaps
    known_questions: KnownQuestionKeeping


def services_on(
    folder: Path,
    store: MemoryStore | None = None,
    postman: Postman | None = None,
    secretaries: tuple[str, ...] = ("slack:U0ICT0001", "it@kunta.example"),
    days: int = 90,
) -> QuestionServices:
    store, answers = store or MemoryStore(), answers_of(folder)
    log, entries = QuestionLog(store, days), Entries(store, answers.guideline)
    open_questions = OpenQuestions(store, store_of(), Access(secretaries), postman or Postman(), answers, entries)
    return QuestionServices(
        asking=Asking(answers, entries, log),
        question_log=log,
        open_questions=open_questions,
        entries=entries,
        gaps=Gaps(store, answers.guideline, log, entries, open_questions),
        known_questions=KnownQuestionKeeping(entries, answers.guideline, QuestionFile(folder / "questions.jsonl")),
    )


async def only(store: MemoryStore) -> tuple[str, OpenQuestion]:
    ((key, question),) = (await store.read()).of(OPEN).items()
    return key, question


async def test_a_question_reaches_the_secretaries_with_the_nearest_sections(tmp_path: Path) -> None:
    store, postman = MemoryStore(), Postman()
    services = services_on(tmp_path, store, postman)

    forwarded = await services.open_questions.ask_secretary(staff(FIRST), " Saako salasanan\njakaa? ", FI, AT)

    assert [person.label for person in forwarded.reached] == ["ICT-sihteeri", "it@kunta.example"]
    assert forwarded.not_reached == ()
    assert not forwarded.shortened
    key, question = await only(store)
    assert (question.asker, question.at, question.handed_on) == (FIRST, AT, True)
    for (person, notice, at), reached in zip(postman.sent, forwarded.reached, strict=True):
        assert isinstance(notice, QuestionForSecretary)
        assert (person, at) == (reached.id, AT)
        assert (notice.asker, notice.question, notice.key) == (FIRST, "Saako salasanan jakaa?", key)
        assert notice.nearest[0].id == "2"


async def test_a_secretary_who_was_not_reached_is_said_so(tmp_path: Path) -> None:
    services = services_on(tmp_path, postman=Postman({ICT.id}))
    forwarded = await services.open_questions.ask_secretary(staff(FIRST), "Saako?", FI, AT)
    assert forwarded.not_reached == (ICT,)
    assert [person.email for person in forwarded.reached] == ["it@kunta.example"]


async def test_where_there_is_no_secretary_nobody_is_reached_and_nothing_promised(tmp_path: Path) -> None:
    store, postman = MemoryStore(), Postman()
    services = services_on(tmp_path, store, postman, secretaries=())
    forwarded = await services.open_questions.ask_secretary(staff(FIRST), "Saako?", FI, AT)
    assert (forwarded.reached, forwarded.not_reached, postman.sent) == ((), (), [])
    assert not (await store.read()).of(OPEN)


async def test_what_is_sensitive_is_not_passed_on(tmp_path: Path) -> None:
    store, postman = MemoryStore(), Postman()
    services = services_on(tmp_path, store, postman)
    with pytest.raises(SensitiveTextError) as refused:
        await services.open_questions.ask_secretary(staff(FIRST), "Onko 131052-308T oikein?", FI, AT)
    assert "131052" not in str(refused.value)
    assert (await store.read()).version == 0
    assert postman.sent == []


async def test_only_the_secretary_answers(tmp_path: Path) -> None:
    store = MemoryStore()
    services = services_on(tmp_path, store)
    await services.open_questions.ask_secretary(staff(FIRST), "Saako?", FI, AT)
    key, _ = await only(store)
    for actor in (staff(FIRST), guest(ICT)):
        for attempt in (
            services.open_questions.open(actor, key),
            services.open_questions.answer(actor, key, "Saa.", FI, "", AT),
            services.open_questions.make_entry(actor, key, AT),
        ):
            with pytest.raises(NotAllowedError):
                await attempt


async def test_an_answer_reaches_the_asker_and_says_by_whom_unless_it_is_a_guest(tmp_path: Path) -> None:
    for actor, by in ((staff(FIRST), ICT), (guest(SECOND), None)):
        store, postman = MemoryStore(), Postman()
        services = services_on(tmp_path, store, postman)
        await services.open_questions.ask_secretary(actor, "Saako?", FI, AT)
        key, _ = await only(store)
        answered = await services.open_questions.answer(SECRETARY, key, " Saa. ", FI, "2.1", AT)
        assert answered.reached
        assert postman.sent[-1] == (
            actor.person.id,
            AnswerArrived(key, "Saako?", "Saa.", AT.date(), by, "2.1", FI),
            AT,
        )


async def test_of_two_answers_at_once_one_holds(tmp_path: Path) -> None:
    store, postman = PoliteDocuments(), Postman()
    services = services_on(tmp_path, store, postman)
    await services.open_questions.ask_secretary(staff(FIRST), "Saako?", FI, AT)
    key, _ = await only(store)
    other = Actor(SECOND, SECRETARY.roles)
    results = await asyncio.gather(
        services.open_questions.answer(SECRETARY, key, "Saa.", FI, "", AT),
        services.open_questions.answer(other, key, "Ei saa.", FI, "", AT),
        return_exceptions=True,
    )
    (late,) = [result for result in results if isinstance(result, BaseException)]
    assert isinstance(late, AlreadyAnsweredError)
    assert late.question.given is not None
    assert late.by in (ICT, SECOND)
    arrived = [notice for _, notice, _ in postman.sent if isinstance(notice, AnswerArrived)]
    assert [notice.answer for notice in arrived] == [late.question.given.text]


@pytest.mark.parametrize(
    ("text", "section", "field"),
    [("", "", "answer"), ("x" * 2001, "", "answer"), ("131052-308T", "", "answer"), ("Saa.", "9.9", "section")],
)
async def test_what_can_be_no_answer_is_refused(tmp_path: Path, text: str, section: str, field: str) -> None:
    store = MemoryStore()
    services = services_on(tmp_path, store)
    await services.open_questions.ask_secretary(staff(FIRST), "Saako?", FI, AT)
    key, _ = await only(store)
    with pytest.raises(InvalidInputError) as refused:
        await services.open_questions.answer(SECRETARY, key, text, FI, section, AT)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert (await only(store))[1].given is None


async def test_a_question_becomes_one_entry_however_often_it_is_made_one(tmp_path: Path) -> None:
    store = PoliteDocuments()
    services = services_on(tmp_path, store)
    await services.open_questions.ask_secretary(staff(FIRST), "Saako soittaa 040 1234567?", FI, AT)
    key, _ = await only(store)
    with pytest.raises(UnknownQuestionError):
        await services.open_questions.make_entry(SECRETARY, key, AT)
    await services.open_questions.answer(SECRETARY, key, "Saa soittaa 08 615 5511.", FI, "2.1", AT)
    made = await asyncio.gather(*(services.open_questions.make_entry(SECRETARY, key, AT) for _ in range(3)))
    assert len({entry.id for entry in made}) == 1
    assert len((await store.read()).of(ENTRIES)) == 1
    now = made[0].now
    assert (now.question, now.answer, now.section) == ("Saako soittaa •••?", "Saa soittaa 08 615 5511.", "2.1")


@pytest.mark.parametrize("good", range(4))
async def test_what_a_stop_leaves_undone_is_done_at_the_next_start(tmp_path: Path, good: int) -> None:
    """A kill at each commit: of the question, of its being handed on, of the answer, of its being handed on."""
    store, before, after = KilledStore(), Postman(), Postman()
    services = services_on(tmp_path, store, before, secretaries=("slack:U0ICT0001",))
    store.good = good
    acknowledged = []
    try:
        await services.open_questions.ask_secretary(staff(FIRST), "Saako?", FI, AT)
        acknowledged.append("question")
        key, _ = await only(store)
        await services.open_questions.answer(SECRETARY, key, "Saa.", FI, "", AT)
    except Kill:
        store.good = None
    assert store.good is None

    again = services_on(tmp_path, store, after, secretaries=("slack:U0ICT0001",))
    await again.open_questions.resume(AT)
    kept = (await store.read()).of(OPEN)
    if acknowledged:
        assert kept, "what was acknowledged is there"
    sent = [*before.sent, *after.sent]
    for question in kept.values():
        assert question.handed_on
        assert any(isinstance(notice, QuestionForSecretary) for _, notice, _ in sent)
        if question.given is not None:
            assert any(isinstance(notice, AnswerArrived) for _, notice, _ in sent)
    await again.open_questions.resume(AT)
    assert len(before.sent) + len(after.sent) == len(sent), "what is done is not done again"


async def test_what_reached_nobody_is_tried_again_at_the_next_start(tmp_path: Path) -> None:
    store = MemoryStore()
    nobody = Postman({ICT.id})
    await services_on(tmp_path, store, nobody, ("slack:U0ICT0001",)).open_questions.ask_secretary(
        staff(FIRST), "Saako?", FI, AT
    )
    later = Postman()
    await services_on(tmp_path, store, later, ("slack:U0ICT0001",)).open_questions.resume(AT)
    assert [to for to, _, _ in later.sent] == [ICT.id]


async def test_a_question_that_is_kept_and_cannot_be_sent_now_is_promised_and_goes_out_with_the_next_round(
    tmp_path: Path,
) -> None:
    class FullDisk(Postman):
        full = True

        def posting(self, state: State, posts: Iterable[Post], at: datetime) -> list[Change]:
            if self.full:
                raise StoreError("no space is left")
            return super().posting(state, posts, at)

    store, postman = MemoryStore(), FullDisk()
    services = services_on(tmp_path, store, postman, secretaries=("slack:U0ICT0001",))
    forwarded = await services.open_questions.ask_secretary(staff(FIRST), "Saako?", FI, AT)
    assert forwarded.reached == (ICT,)
    key, _ = await only(store)
    assert (await services.open_questions.answer(SECRETARY, key, "Saa.", FI, "", AT)).reached
    assert postman.sent == []
    postman.full = False
    for _ in range(2):
        await services.open_questions.resume(AT)
    assert [person for person, _, _ in postman.sent] == [FIRST.id]
    assert (await only(store))[1].handed_on


async def test_names_are_forgotten_a_month_after_the_answer_and_half_a_year_after_none(tmp_path: Path) -> None:
    store = MemoryStore()
    services, forgetting = services_on(tmp_path, store), Forgetting(MemoryStore(), store, 90)
    await services.open_questions.ask_secretary(staff(FIRST), "Saako?", FI, AT)
    await forgetting.run(AT + UNANSWERED_KEPT)
    key, _ = await only(store)
    await services.open_questions.answer(SECRETARY, key, "Saa.", FI, "", AT)
    await forgetting.run(AT + ANSWERED_KEPT)
    assert await services.open_questions.held_on(staff(FIRST))
    await forgetting.run(AT + ANSWERED_KEPT + timedelta(seconds=1))
    assert not await services.open_questions.held_on(staff(FIRST))
    await services.open_questions.ask_secretary(staff(FIRST), "Saako?", FI, AT)
    await forgetting.run(AT + UNANSWERED_KEPT + timedelta(seconds=1))
    assert not await services.open_questions.held_on(staff(FIRST))


@pytest.mark.parametrize("person", [FIRST, SECOND])
async def test_the_asker_alone_says_whether_the_answer_helped(tmp_path: Path, person: Person) -> None:
    store = MemoryStore()
    services = services_on(tmp_path, store)
    await services.open_questions.ask_secretary(staff(FIRST), "Saako?", FI, AT)
    key, _ = await only(store)
    await services.open_questions.answer(SECRETARY, key, "Saa.", FI, "", AT)
    if person == FIRST:
        assert (await services.open_questions.judge(staff(person), key, helped=False)).answer == "Saa."
    else:
        with pytest.raises(UnknownQuestionError):
            await services.open_questions.judge(staff(person), key, helped=False)
    given = (await only(store))[1].given
    assert given is not None
    assert given.helped is (False if person == FIRST else None)
