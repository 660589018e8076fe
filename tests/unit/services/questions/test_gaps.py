"""Gaps and entries: what asks the same is one gap, and one entry closes it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.language import Language
from bot.errors import StoreError
from bot.knowledge.search.search import Answerability
from bot.services.ports import State
from bot.services.questions.documents import ASKED
from bot.services.questions.entries import EntryChangedError, EntryDraft, UnknownEntryError
from bot.services.questions.gaps import UnknownGapError
from bot.services.questions.known_questions import NoSectionError
from bot.services.register.records.channel_records import InvalidInputError
from bot.storage.memory import MemoryStore
from tests.unit.services.questions.test_questions import services_on
from tests.unit.services.support import AT, FIRST, ICT, SECOND, SECRETARY, Postman, guest, staff

FI, SV = Language.FI, Language.SV
BUS = "Saako bussin kyljessä mainostaa someamme?"
SAME = [
    "saako someamme mainostaa bussin kyljessä",
    "mainostetaanko someamme bussien kyljissä?",
    "SAAKO bussin kyljessä mainostaa someamme",
]
ANSWER = EntryDraft(BUS, "Saa, kun liikennöitsijä suostuu.", tuple(SAME), "1")


async def test_the_newest_comes_first_and_what_asks_the_same_is_counted_together(tmp_path: Path) -> None:
    services = services_on(tmp_path)
    for days, text in enumerate([BUS, *SAME, "minne kadonneet lapaset viedään"]):
        await services.asking.ask(staff(FIRST), text, FI, AT + timedelta(days=days))
    for person in (FIRST, SECOND):
        await services.asking.ask(staff(person), "var finns vantarna", SV, AT)
    mittens, bus, swedish = await services.gaps.report(SECRETARY, AT + timedelta(days=9))
    assert mittens.question == "minne kadonneet lapaset viedään"
    assert (bus.count, bus.question, bus.last) == (4, SAME[-1], (AT + timedelta(days=3)).date())
    assert set(bus.wordings) == {BUS, *SAME}
    assert (swedish.language, swedish.count) == (SV, 2)


async def test_a_gap_is_answered_for_all_who_wait_and_stays_closed(tmp_path: Path) -> None:
    store, postman = MemoryStore(), Postman({SECOND.id})
    services = services_on(tmp_path, store, postman)
    for person in (FIRST, SECOND):
        await services.asking.ask(staff(person), SAME[0], FI, AT)
        await services.open_questions.ask_secretary(staff(person), SAME[0], FI, AT)
    (gap,) = await services.gaps.report(SECRETARY, AT)
    assert (gap.count, len(gap.waiting)) == (2, 2)

    result = await services.gaps.answer(SECRETARY, gap.key, ANSWER, AT)
    assert (result.told, result.not_told) == (1, (SECOND,))
    assert await services.gaps.report(SECRETARY, AT) == ()
    with pytest.raises(UnknownGapError):
        await services.gaps.answer(SECRETARY, gap.key, ANSWER, AT)
    assert len(await services.entries.all()) == 1
    for wording in (BUS, *SAME):
        answer = await services.asking.find(wording, FI)
        assert answer.entry is not None
        assert (answer.decision, answer.sections[0].id) == (Answerability.ANSWER, "1")

    await services.entries.withdraw(SECRETARY, result.entry.id, AT)
    assert len(await services.gaps.report(SECRETARY, AT)) == 1, "without the answer, it is a gap again"


async def test_what_is_wrong_with_an_entry_is_said_and_the_gap_stays(tmp_path: Path) -> None:
    services = services_on(tmp_path)
    await services.asking.ask(staff(FIRST), BUS, FI, AT)
    (gap,) = await services.gaps.report(SECRETARY, AT)
    with pytest.raises(InvalidInputError) as refused:
        await services.gaps.answer(SECRETARY, gap.key, EntryDraft(" ", "", (), "9.9"), AT)
    assert [problem.field for problem in refused.value.problems] == ["question", "answer", "section"]
    assert await services.gaps.report(SECRETARY, AT) == (gap,)


async def test_an_entry_keeps_each_earlier_text_with_who_and_when(tmp_path: Path) -> None:
    services = services_on(tmp_path)
    await services.asking.ask(staff(FIRST), BUS, FI, AT)
    (gap,) = await services.gaps.report(SECRETARY, AT)
    entry = (await services.gaps.answer(SECRETARY, gap.key, ANSWER, AT)).entry
    later = AT + timedelta(days=1)
    mended = EntryDraft(f"{BUS} 131052-308T", "Ei saa.", (" a  b ", "a b", "", BUS))
    edited = await services.entries.edit(SECRETARY, entry.id, 1, mended, later)
    assert [(text.answer, text.by, text.at) for text in edited.versions] == [
        (ANSWER.answer, ICT.id, AT),
        ("Ei saa.", ICT.id, later),
    ]
    assert (edited.now.question, edited.now.wordings) == (f"{BUS} •••", ("a b", BUS))
    with pytest.raises(EntryChangedError) as refused:
        await services.entries.edit(SECRETARY, entry.id, 1, mended, later)
    assert refused.value.current == edited
    withdrawn = await services.entries.withdraw(SECRETARY, entry.id, later)
    assert withdrawn.now.withdrawn
    assert await services.entries.withdraw(SECRETARY, entry.id, later) == withdrawn, "twice is once"
    assert not (await services.entries.edit(SECRETARY, entry.id, 3, ANSWER, later)).now.withdrawn
    with pytest.raises(UnknownEntryError):
        await services.entries.one("gone")


async def test_a_guest_gets_the_guideline_and_not_what_is_said_inside_the_house(tmp_path: Path) -> None:
    services = services_on(tmp_path)
    await services.asking.ask(staff(FIRST), BUS, FI, AT)
    (gap,) = await services.gaps.report(SECRETARY, AT)
    await services.gaps.answer(SECRETARY, gap.key, ANSWER, AT)
    answer = await services.asking.ask(guest(FIRST), BUS, FI, AT)
    assert (answer.entry, answer.near) == (None, None)


async def test_the_guideline_goes_before_an_entry_that_is_only_alike(tmp_path: Path) -> None:
    services = services_on(tmp_path)
    await services.asking.ask(staff(FIRST), BUS, FI, AT)
    (gap,) = await services.gaps.report(SECRETARY, AT)
    draft = EntryDraft("kuinka usein salasana vaihdetaan museon kassakoneella", "Kuukausittain.")
    await services.gaps.answer(SECRETARY, gap.key, draft, AT)
    answer = await services.asking.find("kuinka usein salasana vaihdetaan", FI)
    assert answer.entry is None
    assert answer.near is not None
    assert answer.hits[0].subsection.id == "2.1"


class Unreadable(MemoryStore):
    """A disk that cannot be read."""

    async def read(self) -> State:
        raise StoreError("the disk is gone")


async def test_the_guideline_answers_also_where_the_entries_cannot_be_read(tmp_path: Path) -> None:
    services = services_on(tmp_path, Unreadable())
    answer = await services.asking.ask(staff(FIRST), "kuinka usein salasana vaihdetaan", FI, AT)
    assert answer.hits[0].subsection.id == "2.1"
    await services.question_log.settle()


async def test_dismissed_questions_are_forgotten(tmp_path: Path) -> None:
    store = MemoryStore()
    services = services_on(tmp_path, store)
    await services.asking.ask(staff(FIRST), BUS, FI, AT)
    (gap,) = await services.gaps.report(SECRETARY, AT)
    await services.gaps.dismiss(SECRETARY, gap.key, AT)
    assert not (await store.read()).of(ASKED)
    with pytest.raises(UnknownGapError):
        await services.gaps.dismiss(SECRETARY, gap.key, AT)


async def test_an_entry_without_a_section_is_no_check_of_the_content(tmp_path: Path) -> None:
    services = services_on(tmp_path)
    await services.asking.ask(staff(FIRST), BUS, FI, AT)
    (gap,) = await services.gaps.report(SECRETARY, AT)
    entry = (await services.gaps.answer(SECRETARY, gap.key, EntryDraft(BUS, "Saa."), AT)).entry
    with pytest.raises(NoSectionError):
        await services.known_questions.take_over(SECRETARY, entry.id)
    assert not (tmp_path / "questions.jsonl").exists()


async def test_hundreds_of_questions_are_grouped(tmp_path: Path) -> None:
    services = services_on(tmp_path)
    for number in range(300):
        await services.asking.ask(staff(FIRST), f"kuka siirtää ja mihin sijoitetaan esine{number % 100:03}", FI, AT)
    found = await services.gaps.report(SECRETARY, AT)
    assert sum(gap.count for gap in found) == 300
