"""A channel: its status day by day, its people, and what differs between two states of it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.channels import FieldChange, HolidayCover, Maintainer, Pause, Status, UnitName, differences
from bot.domain.language import Language
from tests.unit.services.support import FIRST, SECOND, THIRD, channel

JULY = Pause(date(2026, 7, 1), date(2026, 7, 31), "kesätauko")


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2026, 6, 30), Status.IN_USE),
        (date(2026, 7, 1), Status.PAUSED),
        (date(2026, 7, 31), Status.PAUSED),
        (date(2026, 8, 1), Status.IN_USE),
    ],
)
def test_a_pause_begins_and_ends_by_itself(day: date, status: Status) -> None:
    assert channel(pause=JULY).status_on(day) is status
    assert channel(pause=JULY, status=Status.PAUSED).status_on(day) is status


@pytest.mark.parametrize("status", [Status.PROPOSED, Status.RETIRED])
def test_a_channel_that_is_not_in_use_does_not_pause(status: Status) -> None:
    assert channel(pause=JULY, status=status).status_on(date(2026, 7, 15)) is status


def test_a_channel_without_a_pause_is_in_use() -> None:
    assert channel().status_on(date(2026, 7, 15)) is Status.IN_USE


def test_covers_are_on_duty_from_their_first_day_to_their_last() -> None:
    early = HolidayCover(date(2026, 7, 1), date(2026, 7, 10), SECOND.id, FIRST.id)
    late = HolidayCover(date(2026, 7, 10), date(2026, 7, 20), THIRD.id, FIRST.id)
    covered = channel(holiday_covers=(early, late))

    assert list(covered.covers_on(date(2026, 6, 30))) == []
    assert list(covered.covers_on(date(2026, 7, 1))) == [early]
    assert list(covered.covers_on(date(2026, 7, 10))) == [early, late]
    assert list(covered.covers_on(date(2026, 7, 20))) == [late]
    assert list(covered.covers_on(date(2026, 7, 21))) == []


def test_a_channel_is_kept_by_its_responsible_person_and_its_maintainers_only() -> None:
    kept = channel(
        responsible=FIRST.id,
        maintainers=(Maintainer(SECOND.id, authorised_by="esimies"),),
        holiday_covers=(HolidayCover(date(2026, 7, 1), date(2026, 7, 2), THIRD.id, SECOND.id),),
    )
    assert kept.is_kept_by(FIRST.id)
    assert kept.is_kept_by(SECOND.id)
    assert not kept.is_kept_by(THIRD.id)
    assert not kept.is_kept_by("esimies")


def test_maintainers_are_in_the_registers_order() -> None:
    assert channel(maintainers=(Maintainer("c"), Maintainer("a"))).maintainer_ids == ("c", "a")


def test_a_units_name_is_finnish_where_there_is_no_other() -> None:
    unit = UnitName("Kirjasto", sv="Bibliotek")
    assert [unit.in_language(language) for language in (Language.FI, Language.SV, Language.EN)] == [
        "Kirjasto",
        "Bibliotek",
        "Kirjasto",
    ]
    assert unit.spellings == ("Kirjasto", "Bibliotek")


def test_the_fields_that_differ_are_told_in_the_channels_order_with_both_values() -> None:
    before = channel(name="Vanha", announced=None)
    after = channel(announced=False, name="Uusi")
    assert differences(before, after) == (
        FieldChange("name", "Vanha", "Uusi"),
        FieldChange("announced", before=None, after=False),
    )


def test_the_version_is_no_difference() -> None:
    assert differences(channel(version=1), channel(version=2)) == ()


CHANGES: dict[str, Any] = {
    "platform": "facebook",
    "responsible": SECOND.id,
    "pause": JULY,
    "maintainers": (Maintainer(THIRD.id),),
    "weekly_hours": 0.0,
    "website_link": False,
    "evidence": (),
}


@given(st.sets(st.sampled_from(sorted(CHANGES))))
@settings(deadline=None)
def test_each_changed_field_is_told_and_no_other(changed: set[str]) -> None:
    after = channel(**{name: CHANGES[name] for name in changed})
    assert {change.field for change in differences(channel(), after)} == changed
