"""What maintainers and the ICT secretary do with a channel: updates, pauses, retirement."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.domain.channels import Closing, Maintainer, Pause, Status
from bot.domain.evidence import Evidence, EvidenceKind
from bot.domain.people import Actor, Person
from bot.services.access import NotAllowedError
from bot.services.ports import Event
from bot.services.register.documents import register_of
from bot.services.register.keeping import UpdateRefusedError
from bot.services.register.lists.transfer import Transfer
from tests.support.registers import note_update
from tests.unit.services.support import (
    AT,
    FIRST,
    ICT,
    PLATFORMS,
    SECOND,
    SECRETARY,
    THIRD,
    TODAY,
    TOLD,
    channel,
    desk,
    guest,
    staff,
)

ID = "kirjasto-instagram"
JULY = Pause(date(2026, 7, 1), date(2026, 7, 31), "kesätauko")
YESTERDAY = TODAY - timedelta(days=1)


@pytest.mark.parametrize("actor", [staff(FIRST), guest(ICT)])
async def test_only_the_ict_secretary_retires_and_pauses(actor: Actor) -> None:
    known = desk(channel())
    with pytest.raises(NotAllowedError):
        await known.retire(actor=actor)
    with pytest.raises(NotAllowedError):
        await known.keeping.pause(actor, ID, JULY, AT)
    assert await known.channel() == channel()


async def test_a_retired_channel_stays_with_its_history() -> None:
    known = desk(channel())
    retired = await known.retire()
    closing = Closing(SECOND.id, "arkisto", "verkkosivuilla")
    assert retired == await known.channel() == channel(status=Status.RETIRED, closing=closing, version=2)
    assert [one.event for one in await known.store.history(ID)] == [Event(ICT.id, AT, "retire")]


async def test_a_pause_is_kept_with_its_days_and_its_reason() -> None:
    known = desk(channel())
    assert await known.keeping.pause(SECRETARY, ID, JULY, AT) == channel(pause=JULY, version=2)
    assert [one.event.what for one in await known.store.history(ID)] == ["pause"]


async def test_a_pause_is_ended_before_its_time() -> None:
    known = desk(channel(pause=JULY))
    assert await known.keeping.pause(SECRETARY, ID, None, AT) == channel(version=2)


async def test_what_is_typed_at_a_closing_or_a_pause_is_as_plain_as_in_a_record() -> None:
    """So an import of the own export changes nothing."""
    known = desk(channel(handle="kirjasto"))
    typed = "Siirretään \u202e arkistoon\n\nja\u200b lopetetaan "
    await known.keeping.pause(SECRETARY, ID, Pause(JULY.start, JULY.end, typed), AT)
    retired = await known.keeping.retire(SECRETARY, ID, "slack:U0FIRST", typed, typed, AT)
    transfer = Transfer(known.store, PLATFORMS)

    await transfer.import_document(SECRETARY, await transfer.export(), AT)

    assert await known.channel() == retired
    assert retired.pause is not None
    assert "\u202e" not in retired.pause.reason


@pytest.mark.parametrize("keeper", [FIRST, SECOND])
async def test_a_keepers_word_is_evidence(keeper: Person) -> None:
    known = desk(channel(maintainers=(Maintainer(SECOND.id),)))
    after = await note_update(known.store, staff(keeper), ID, YESTERDAY, AT)
    assert after.evidence == (Evidence(EvidenceKind.TOLD, YESTERDAY, keeper.id),)


async def test_what_the_ict_secretary_says_is_a_check_beside_what_was_told() -> None:
    known = desk(channel())
    after = await note_update(known.store, SECRETARY, ID, TODAY, AT)
    assert set(after.evidence) == {TOLD, Evidence(EvidenceKind.CHECKED, TODAY, ICT.id)}


async def test_nobody_tells_of_the_future() -> None:
    known = desk(channel())
    with pytest.raises(UpdateRefusedError) as refused:
        await note_update(known.store, staff(FIRST), ID, TODAY + timedelta(days=1), AT)
    assert refused.value.reason == "future"
    assert await known.channel() == channel()


async def test_an_older_update_does_not_hide_a_newer_one() -> None:
    known = desk(channel())
    after = await note_update(known.store, staff(FIRST), ID, TOLD.on - timedelta(days=9), AT)
    assert after.evidence == (TOLD,)


@pytest.mark.parametrize("actor", [staff(THIRD), guest(FIRST)])
async def test_somebody_elses_word_is_no_evidence(actor: Actor) -> None:
    known = desk(channel())
    with pytest.raises(NotAllowedError):
        await note_update(known.store, actor, ID, TODAY, AT)
    assert await known.store.history() == []


async def test_whoever_gives_evidence_is_somebody_whom_the_register_knows() -> None:
    known = desk(channel(), people=(FIRST,))
    await note_update(known.store, SECRETARY, ID, TODAY, AT)
    assert register_of(await known.store.read()).people[ICT.id] == ICT


async def test_neither_an_update_nor_an_edit_of_no_people_is_told() -> None:
    known = desk(channel())
    await note_update(known.store, staff(FIRST), ID, TODAY, AT)
    await known.keeping.edit(SECRETARY, ID, 2, {"name": "Uusi"}, AT)
    assert known.notifier.notices == {}
