"""What holds when somebody is taken out of a town that has lived; no tests."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest

from bot.domain.people import Person
from bot.services.ports import State
from bot.services.privacy.erasing import StillNeededError
from bot.services.privacy.mentions import DataSubject
from bot.services.register.documents import PEOPLE, register_of
from bot.storage.backups.backup import back_up
from bot.storage.backups.restore import restore
from bot.storage.embedded.whole import check
from tests.support.traces import is_named, traces
from tests.town.living import bot_of, hand_all_over, live


async def erase_in_a_town(folder: Path, days: int, *, seed: int) -> None:
    """Live so many days in ``folder``, erase the one who is named most, and look at all that is left."""
    data, random = folder / "data", Random(seed)  # noqa: S311 - no secret
    at = await live(data, days, seed=seed)
    async with bot_of(data, random, at) as (application, _):
        store, questions, privacy = application.store, application.questions, application.services.privacy
        person = await _most_named((await store.read(), await questions.read()))
        with pytest.raises(StillNeededError):
            await privacy.erase(person, at)
        await hand_all_over(application, person.id, at)
        before, asked, history = await store.read(), await questions.read(), list(await store.history())
        export = await privacy.export(person)
        assert export.kept.keys() >= {"people", "outbox", "open_questions"}
        assert export.history
        _only_theirs(str(export.as_json()), person, before)
        assert traces(data, person)

        await privacy.erase(person, at)

        assert traces(data, person) == [], "while the bot runs on"
        after, asked_after, history_after = await store.read(), await questions.read(), list(await store.history())
        assert (after.version, after.seq) == (before.version + 1, before.seq)
        for old, new in ((before, after), (asked, asked_after)):
            _others_are_untouched(old, new, person)
        assert [entry.seq for entry in history_after] == [entry.seq for entry in history]
        for one, other in zip(history, history_after, strict=True):
            assert is_named(person, one) != (one == other)
        assert (await privacy.export(person)).is_empty
        await application.go_round_and_deliver(at)
        await hand_all_over(application, register_of(after).listed()[0].responsible, at)
    assert check(data / "kept").state.seq == before.seq + 1
    await back_up(data, folder / "backup.zip", at)
    assert traces(folder, person) == []
    shutil.rmtree(data)
    await restore(data, folder / "backup.zip", at)
    assert traces(data, person) == []


async def _most_named(states: tuple[State, State]) -> Person:
    register = register_of(states[0])
    able = [one for one in register.people.values() if one.id.startswith("person-")]

    def named(person: Person) -> int:
        subject = DataSubject.of(person, register)
        tables = [documents for state in states for documents in state.by_collection.values()]
        return sum(len(list(subject.parts(one))) for documents in tables for one in documents.values())

    asking = {one.asker.id for one in states[1].by_collection["open_questions"].values()}
    kept = [one for one in able if register.kept_by(one.id) and one.id in asking]
    return max(kept, key=named)


def _only_theirs(text: str, person: Person, state: State) -> None:
    others = [one for one in register_of(state).people.values() if one.id != person.id]
    for other in others:
        for word in (*other.identities, other.email or ""):
            assert word not in text.replace(person.email or "", ""), "of others it is only said that they are there"


def _others_are_untouched(old: State, new: State, person: Person) -> None:
    for name, documents in old.by_collection.items():
        now: Mapping[str, Any] = new.by_collection.get(name, {})
        for key, document in documents.items():
            assert is_named(person, (key, document)) or now[key] == document
        assert list(now) == [key for key in documents if key in now] or name == PEOPLE.name, "all in their places"
