"""From a written record to a channel, and back."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from bot.domain.channels import Channel, Pause, Scope, Status
from bot.domain.people import Person
from bot.domain.register import Register
from bot.language.redaction import secrets_in
from bot.services.register.people import PeopleFinder, reference_of
from bot.services.register.records.channel_records import ChannelRecord, parse_record
from bot.services.register.records.record_mapping import free_id, slug, to_channel, to_record
from tests.unit.services.strategies import channels, people
from tests.unit.services.support import FIRST, INSTAGRAM, PLATFORMS, SECOND, values


def parsed(**changes: object) -> ChannelRecord:
    record = parse_record(values(**changes), PLATFORMS)
    assert isinstance(record, ChannelRecord), record
    return record


def read_back(channel: Channel, register: Register) -> tuple[Channel, tuple[Person, ...]]:
    """The channel that the written record of ``channel`` makes, and the people it brings along."""
    text = json.dumps(to_record(channel, lambda one: reference_of(register, one)), ensure_ascii=False)
    assume(not secrets_in(text))  # which no record may carry
    written = json.loads(text)
    record = parse_record(written, PLATFORMS)
    assert isinstance(record, ChannelRecord), record
    finder = PeopleFinder(register)
    return to_channel(record, channel.id, finder.id_of), finder.new


@given(channels(), people())
@settings(deadline=None)
def test_a_written_channel_reads_back_as_the_same_channel(channel: Channel, known: tuple[Person, ...]) -> None:
    register = Register({channel.id: channel}, {one.id: one for one in known})
    assert read_back(channel, register) == (channel, ())


@given(
    url=st.text(alphabet="/%25341FE80AB?#.aä@", max_size=30).map("https://x.fi/".__add__),
    handle=st.sampled_from(["", "@Kirjasto"]),
    purpose=st.text(max_size=20),
    name=st.text(max_size=20).map("Nimi ".__add__),
)
@example(url="https://instagram.com/%E2%80%AEkirjasto", handle="", purpose="", name="Nimi")
@example(url="https://x.fi/%0Aa", handle="", purpose="", name="Nimi")
@settings(deadline=None, max_examples=300)
def test_whatever_was_typed_is_written_and_read_back_the_same(url: str, handle: str, purpose: str, name: str) -> None:
    record = parse_record(values(platform="website", url=url, handle=handle, purpose=purpose, name=name), PLATFORMS)
    if isinstance(record, ChannelRecord):
        channel = to_channel(record, "a", lambda _: FIRST.id)
        assert read_back(channel, Register({"a": channel}, {FIRST.id: FIRST})) == (channel, ())


def test_a_record_becomes_a_channel_of_the_people_it_names() -> None:
    record = parsed(
        maintainers=[{"person": "U0SECOND", "right": "admin", "authorised_by": "U0FIRST"}],
        decision_by="U0FIRST",
        holiday_covers=[{"start": "2026-07-01", "end": "2026-07-02", "person": "U0FIRST", "absent": "U0SECOND"}],
        evidence=[{"kind": "told", "on": "2026-11-20", "by": "U0SECOND"}],
        unit_sv="Bibliotek",
    )
    channel = to_channel(record, "kirjasto", {"slack:U0FIRST": "a", "slack:U0SECOND": "b"}.__getitem__)

    assert (channel.responsible, channel.maintainer_ids, channel.decision.by) == ("a", ("b",), "a")
    assert channel.maintainers[0].authorised_by == "a"
    assert (channel.holiday_covers[0].person, channel.holiday_covers[0].absent) == ("a", "b")
    assert channel.evidence[0].by == "b"
    assert (channel.unit.fi, channel.unit.sv) == ("Kirjastopalvelut", "Bibliotek")


def test_the_handle_is_that_of_the_address_unless_another_is_given() -> None:
    assert to_channel(parsed(url=INSTAGRAM), "a", str).handle == "esimerkkikirjasto"
    assert to_channel(parsed(url=INSTAGRAM, handle="Kirjasto!"), "a", str).handle == "Kirjasto!"


def test_paused_is_in_use_with_a_pause() -> None:
    record = parsed(status="paused", pause_from="2026-07-01", pause_to="2026-07-31", pause_reason="Kesä")
    channel = to_channel(record, "a", str)
    assert channel.status is Status.IN_USE
    assert channel.pause == Pause(record.pause_from, record.pause_to, "Kesä")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Nuorisopalvelut", "nuorisopalvelut"), ("Äiti & Öljy – å", "aiti-oljy-a"), ("!!!", "kanava"), ("", "kanava")],
)
def test_a_slug_is_in_plain_letters(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_a_free_id_tells_the_unit_and_the_platform() -> None:
    assert free_id(parsed(), ()) == "kirjasto-instagram"
    assert free_id(parsed(scope=Scope.MUNICIPALITY), ()) == "kunta-instagram"
    assert free_id(parsed(), ["kirjasto-instagram", "kirjasto-instagram-3"]) == "kirjasto-instagram-2"


@given(st.text(max_size=300).map("a".__add__), st.integers(0, 3))
@settings(deadline=None)
def test_a_free_id_is_one_that_a_record_may_have_and_nobody_has(unit: str, others: int) -> None:
    record = parse_record(values(unit=unit), PLATFORMS)
    if isinstance(record, ChannelRecord):
        taken: list[str] = []
        for _ in range(others + 1):
            new = free_id(record, taken)
            assert new not in taken
            assert re.fullmatch("[a-z0-9][a-z0-9-]*", new)
            assert parsed(id=new).id == new
            taken.append(new)


def test_people_are_found_by_reference_or_made_once() -> None:
    finder = PeopleFinder(Register(people={FIRST.id: FIRST}))
    assert finder.id_of("slack:U0FIRST") == FIRST.id
    assert finder.id_of("slack:U0SECOND") == finder.id_of("slack:U0SECOND")
    assert finder.new == (replace(SECOND, display_name=""),)


def test_a_new_person_never_takes_the_id_of_one_whom_the_register_knows() -> None:
    moved = replace(FIRST, identities=("slack:U0MARRIED",))
    finder = PeopleFinder(Register(people={moved.id: moved}))
    assert finder.id_of("slack:U0FIRST") != moved.id


def test_a_person_is_written_by_identity_else_email_else_id() -> None:
    both = Person("a", email="a@kunta.example", identities=("teams:a", "slack:U0A"))
    register = Register(people={"a": both, "b": Person("b", email="b@kunta.example")})
    assert [reference_of(register, one) for one in ("a", "b", "c")] == ["teams:a", "b@kunta.example", "c"]
