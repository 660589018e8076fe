"""State that cannot be imported: nothing of them is, and each bad row is named."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.services.ports import State
from bot.services.register.documents import register_of
from bot.services.register.lists.transfer import ImportResult, InvalidImportError, Transfer
from bot.services.register.records.channel_records import ChannelRecord
from bot.storage.memory import MemoryStore
from tests.unit.services.support import AT, INSTAGRAM, PLATFORMS, SECRETARY, values

FIRST = {"id": "first", "identities": ["slack:U0FIRST"]}
FOUR = ("platform", "name", "unit", "responsible")


async def refused(document: object) -> InvalidImportError:
    store = MemoryStore()
    with pytest.raises(InvalidImportError) as error:
        await Transfer(store, PLATFORMS).import_document(SECRETARY, document, AT)
    assert await store.read() == State()
    assert await store.history() == []
    return error.value


async def places(document: object) -> list[tuple[str, int, str]]:
    return [(one.kind, one.row, one.problem.field) for one in (await refused(document)).problems]


@pytest.mark.parametrize(
    "document", [None, [], "x", 5, {}, {"chanels": []}, {"channels": None}, {"channels": {}}, {"channels": "x"}]
)
async def test_a_document_without_a_list_of_channels_is_refused(document: object) -> None:
    error = await refused(document)
    assert [(one.row, one.problem.field) for one in error.problems] == [(0, "channels")]
    assert "channels" in str(error)


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ([5], [(1, "record")]),
        ([None, values(), []], [(1, "record"), (3, "record")]),
        ([{}], [(1, field) for field in FOUR]),
        ([values(), values(url="ei osoite")], [(2, "url")]),
        ([values(weekly_hours="x"), values(), values(responsible="First")], [(1, "weekly_hours"), (3, "responsible")]),
        ([values(maintainers=[{"person": "U0FIRST", "nimi": "First"}])], [(1, "maintainers")]),
        ([values(evidence=[{"kind": "heard", "on": "2026-01-01"}])], [(1, "evidence")]),
        ([values(platform="myspace")], [(1, "platform")]),
        ([values(colour="red")], [(1, "colour")]),
        ([values(status="paused")], [(1, "pause_to")]),
    ],
)
async def test_each_bad_row_is_named_by_number_and_field(rows: list[object], wrong: list[tuple[int, str]]) -> None:
    assert await places({"channels": rows}) == [("channel", row, field) for row, field in wrong]


@pytest.mark.parametrize(
    ("people", "wrong"),
    [
        ("x", [(0, "people")]),
        ({}, [(0, "people")]),
        ([5], [(1, "person")]),
        ([FIRST, {}], [(2, "id")]),
        ([{"id": ""}], [(1, "id")]),
        ([{"id": 5}], [(1, "id")]),
        ([FIRST, {"id": "b", "identities": ["Second"]}], [(2, "identities")]),
        ([{"id": "b", "identities": ["b@kunta.example"]}], [(1, "identities")]),
        ([{"id": "b", "email": "Second"}], [(1, "email")]),
        ([{"id": "b", "language": "de"}], [(1, "language")]),
        ([{"id": "b", "left_on": "eilen"}], [(1, "left_on")]),
        ([{"id": "b", "phone": "1"}], [(1, "phone")]),
    ],
)
async def test_each_bad_person_is_named_by_number_and_field(people: object, wrong: list[tuple[int, str]]) -> None:
    found = await places({"channels": [values()], "people": people})
    assert [(row, field) for _, row, field in found] == wrong


async def test_all_that_is_wrong_is_told_at_once_channels_first() -> None:
    document = {"channels": [values(), values(url="x")], "people": [{"id": "b", "language": "de"}]}
    error = await refused(document)
    assert [(one.kind, one.row) for one in error.problems] == [("channel", 2), ("person", 1)]
    first, second = str(error).splitlines()
    assert first.startswith("channel 2: url: ")
    assert second.startswith("person 1: language: ")


@pytest.mark.parametrize(
    ("field", "first", "second"),
    [
        ("id", "sama", "sama"),
        ("url", INSTAGRAM, INSTAGRAM),
        ("url", INSTAGRAM, "http://instagram.com/EsimerkkiKirjasto?hl=fi"),
    ],
)
async def test_two_rows_with_one_id_or_address_are_refused(field: str, first: str, second: str) -> None:
    rows = [values(**{field: first}), values(), values(**{field: second})]
    (problem,) = (await refused({"channels": rows})).problems
    assert (problem.row, problem.problem.field) == (3, field)
    assert "channel 1" in str(problem)


async def test_rows_without_an_id_or_an_address_are_no_doubles() -> None:
    store = MemoryStore()
    document = {"channels": [values(id="", url=""), values(id=None), values()]}
    assert len((await Transfer(store, PLATFORMS).import_document(SECRETARY, document, AT)).added) == 3


async def test_two_people_with_one_id_are_refused() -> None:
    document = {"channels": [], "people": [FIRST, {"id": "first", "identities": ["slack:U0TOINEN"]}]}
    assert await places(document) == [("person", 2, "id")]


async def test_two_people_with_one_identity_are_refused() -> None:
    document = {"channels": [], "people": [FIRST, {"id": "toinen", "identities": ["slack:U0FIRST"]}]}
    assert await places(document) == [("person", 2, "identities")]


async def test_an_empty_document_imports_nothing() -> None:
    store = MemoryStore()
    assert await Transfer(store, PLATFORMS).import_document(SECRETARY, {"channels": []}, AT) == ImportResult((), (), ())
    assert await store.history() == []


json_values: st.SearchStrategy[object] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["U0FIRST", "a.fi", "2026-01-01"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
rows = json_values | st.dictionaries(st.sampled_from(sorted(ChannelRecord.model_fields)), json_values, max_size=4).map(
    lambda changes: values(**changes)
)
people_rows = json_values | st.dictionaries(
    st.sampled_from(["id", "display_name", "email", "language", "identities", "left_on"]), json_values
)
documents = json_values | st.fixed_dictionaries(
    {"channels": st.lists(rows, max_size=3) | json_values}, optional={"people": st.lists(people_rows) | json_values}
)


@given(documents)
@settings(deadline=None, max_examples=300)
async def test_a_wild_document_is_imported_whole_or_refused_whole(document: object) -> None:
    store = MemoryStore()
    try:
        result = await Transfer(store, PLATFORMS).import_document(SECRETARY, document, AT)
    except InvalidImportError:
        assert await store.read() == State()
    else:
        assert isinstance(document, dict)
        assert len(result.added) == len(document["channels"]) == len(register_of(await store.read()).channels)
