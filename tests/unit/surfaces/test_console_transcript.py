"""What the console keeps of a conversation."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.domain.language import Language
from bot.domain.people import Person
from bot.messages.model import Message
from bot.surfaces.console.sessions import Inbox, Sessions
from bot.surfaces.console.transcript import Transcript, Typed

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
EMPTY = Message((), Language.FI)


def texts(transcript: Transcript) -> list[str]:
    return [entry.content.text for entry in transcript if isinstance(entry.content, Typed)]


def test_the_oldest_entries_go_when_there_are_too_many() -> None:
    transcript = Transcript(limit=2)
    for text in "abc":
        transcript.add(Typed(text), AT)
    assert texts(transcript) == ["b", "c"]
    assert transcript.shortened


def test_an_entry_is_replaced_in_its_place_with_a_new_revision() -> None:
    transcript = Transcript()
    first, _ = transcript.add(Typed("a"), AT), transcript.add(Typed("b"), AT)
    assert transcript.replace(first.id, Typed("c"))
    assert texts(transcript) == ["c", "b"]
    replaced = transcript.find(first.id)
    assert replaced is not None
    assert (first.revision, replaced.revision) == (1, 2)


def test_what_is_gone_can_not_be_replaced_and_may_be_removed_again() -> None:
    transcript = Transcript()
    entry = transcript.add(Typed("a"), AT)
    transcript.remove(entry.id)
    transcript.remove(entry.id)
    assert not transcript.replace(entry.id, Typed("b"))
    assert len(transcript) == 0


def test_messages_in_the_inbox_are_unseen_until_they_are_looked_at() -> None:
    inbox = Inbox()
    first, second = inbox.put(EMPTY, AT), inbox.put(EMPTY, AT)
    assert inbox.unseen == inbox.see() == {first.id, second.id}
    assert inbox.see() == frozenset()


def test_an_unseen_message_that_was_dropped_is_not_counted() -> None:
    inbox = Inbox(limit=1)
    inbox.put(EMPTY, AT)
    last = inbox.put(EMPTY, AT)
    assert inbox.unseen == {last.id}


def test_ids_are_unique_over_all_pages() -> None:
    places = [place for session in Sessions() for place in (session.transcript, session.inbox)]
    ids = [place.add(Typed("a"), AT).id for place in places for _ in range(2)]
    assert len(set(ids)) == len(ids)


def test_a_person_is_found_by_any_of_the_identities() -> None:
    session = Sessions().of(Person("x", identities=("slack:U0123ABCD", "console:manager")))
    assert session is not None
    assert session.persona.name == "manager"
