"""The table of what is kept: nothing is missing in it, and what it says is what is done."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.app.bootstrap import FORGETTING, KEPT
from bot.doctor.personal_data import terms
from bot.domain.calendar.working_time import Days
from bot.domain.channels import Channel, Status, UnitName
from bot.domain.decisions import Move, Proposal, Step
from bot.domain.people import Person
from bot.domain.reminders.kept import Handover
from bot.domain.reminders.presence import Absence
from bot.services.access import Access
from bot.services.decisions.cases import PROPOSALS
from bot.services.interruptions import UNANSWERED, Unanswered
from bot.services.ports import Change, Event
from bot.services.privacy.erasing import Erasing
from bot.services.privacy.forgetting import Forgetting
from bot.services.privacy.mentions import person_fields
from bot.services.privacy.outdated import LEFT_KEPT, PROPOSALS_KEPT, SETTLED_KEPT, UNSETTLED_KEPT
from bot.services.privacy.terms import BY_COLLECTION, TERMS, By
from bot.services.register.documents import PEOPLE, puts, register_of
from bot.services.reminders.documents import ABSENCES, HANDOVERS
from bot.storage.memory import MemoryStore, MemoryStores
from tests.conftest import ROOT
from tests.support.bot_in_memory import NOON

DAY = timedelta(days=1)
TODAY = NOON.date()
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_each_collection_of_both_stores_has_a_row_and_so_has_what_is_beside_them() -> None:
    assert BY_COLLECTION.keys() == {collection.name for collection in (*KEPT, *FORGETTING)}
    assert {"history", "logs", "backups", "replaced-…", "version-1"} <= {term.name for term in TERMS}


def test_what_the_round_ends_says_what_is_outdated_unless_nobody_is_in_it() -> None:
    by_round = {term.name for term in TERMS if term.by is By.ROUND}
    assert by_round - {term.name for term in TERMS if term.outdated} == {"switches", "rounds_gone"}


def test_each_row_is_printed_and_stands_in_readme() -> None:
    printed = [str(finding) for finding in terms()]
    for term, line in zip(TERMS, printed, strict=True):
        assert all(word in line for word in (term.name, term.how_long, term.why))
        assert f"| {term.how_long} | {term.by} | {term.why} |" in README


@pytest.mark.parametrize(
    ("of", "fields"),
    [(Channel, {"responsible"}), (Absence, {"person"}), (Handover, {"by"}), (Event, {"by", "about"}), (Person, {"id"})],
)
def test_the_fields_that_hold_people_are_known_by_how_they_are_declared(of: type[Any], fields: set[str]) -> None:
    assert person_fields(of) == fields


async def test_absences_that_are_over_and_proposals_that_nobody_answered_are_forgotten() -> None:
    store = MemoryStore()
    days = Days(TODAY - DAY, TODAY)
    handover = Handover("channel", "anna", "slack:U0NEW0001", "slack:U0BOSS001", TODAY)
    await store.commit([Change.put(ABSENCES, "a", Absence("anna", days)), Change.put(HANDOVERS, "h", handover)], 0)
    forgetting = Forgetting(store, MemoryStore(), 90)
    await forgetting.run(NOON)
    assert (await store.read()).by_collection.keys() == {"absences", "handovers"}
    await forgetting.run(NOON + PROPOSALS_KEPT)
    assert (await store.read()).by_collection.keys() == {"handovers"}
    await forgetting.run(NOON + PROPOSALS_KEPT + DAY)
    assert not (await store.read()).by_collection


@pytest.mark.parametrize(("last", "kept"), [(Move.PROPOSED, UNSETTLED_KEPT), (Move.DECLINED, SETTLED_KEPT)])
async def test_proposals_of_channels_are_forgotten_after_their_terms(last: Move, kept: timedelta) -> None:
    store = MemoryStore()
    wanted = Channel("", "instagram", "C", UnitName("U"), "anna", status=Status.PROPOSED)
    steps = (Step(Move.PROPOSED, "anna", TODAY - 9 * DAY), Step(last, "boss", TODAY))
    await store.commit([Change.put(PROPOSALS, "p", Proposal(wanted, "all", "", "anna", "boss", steps))], 0)
    forgetting = Forgetting(store, MemoryStore(), 90)
    await forgetting.run(NOON + kept)
    assert (await store.read()).of(PROPOSALS)
    await forgetting.run(NOON + kept + DAY)
    assert not (await store.read()).of(PROPOSALS)


async def test_who_left_long_ago_is_erased_unless_a_channel_is_still_theirs() -> None:
    kept, questions = MemoryStore(), MemoryStore()
    gone = Person("gone", "Gunnar Gone", identities=("slack:U0GONE001",), left_on=TODAY)
    keeper = replace(gone, id="keeper", display_name="Kaisa Keeper", identities=())
    channel = Channel("c", "instagram", "C", UnitName("U"), "keeper")
    event = Event("gone", NOON, "edit")
    await kept.commit(puts([channel], [gone, keeper]), 0, event)
    erasing = Erasing(Access(), MemoryStores(kept, questions).rewrite)
    forgetting = Forgetting(kept, questions, 90, erasing)
    await forgetting.run(NOON + LEFT_KEPT)
    assert (await kept.read()).of(PEOPLE)["gone"] == gone
    await forgetting.run(NOON + LEFT_KEPT + DAY)
    people = register_of(await kept.read()).people
    assert people.keys() - {"keeper"} == {one.id for one in people.values() if one.is_erased}
    assert people["keeper"] == keeper
    assert [entry.event.by in people for entry in await kept.history()] == [True]
    version = (await kept.read()).version
    await forgetting.run(NOON + 2 * LEFT_KEPT)
    assert (await kept.read()).version == version, "who is erased is not erased again"


async def test_what_is_outdated_goes_from_whichever_store_it_is_in() -> None:
    kept, questions = MemoryStore(), MemoryStore()
    waiting = Change.put(UNANSWERED, "w", Unanswered("slack:U0ANNA001", NOON))
    await questions.commit([waiting], 0)
    forgetting = Forgetting(kept, questions, 90)
    await forgetting.run(NOON + DAY)
    assert (await questions.read()).of(UNANSWERED)
    await forgetting.run(NOON + 2 * DAY)
    assert not (await questions.read()).of(UNANSWERED)
