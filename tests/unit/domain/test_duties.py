"""How a channel stands with its duties, from what the register knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.domain.accounts.platforms import NO_PLATFORMS
from bot.domain.channels import Channel, Decision, HolidayCover, Maintainer, Status, UnitName
from bot.domain.duties import DUTIES, Asked, Standing, standings
from bot.domain.evidence import Evidence, EvidenceKind, SourceState
from bot.domain.people import Person
from bot.domain.register import Register

TODAY = date(2026, 11, 23)
EARLIER = date(2026, 11, 20)
LONG_AGO = date(2026, 1, 20)
BARE = Channel("c", "instagram", "Kirjaston Instagram", UnitName("Kirjasto"), "slack:U1")
ASKED = Asked(dict.fromkeys(DUTIES, "3.2"), 14, NO_PLATFORMS)
KEPT, OPEN, UNKNOWN = Standing.KEPT, Standing.OPEN, Standing.UNKNOWN
ONE, TWO = Maintainer("slack:U1", authorised_by="slack:U9"), Maintainer("slack:U2", authorised_by="slack:U9")
GONE = {"slack:U1": Person("slack:U1", left_on=LONG_AGO)}


@pytest.mark.parametrize(
    ("duty", "known", "standing", "on"),
    [
        ("decision_on_use", {}, OPEN, None),
        ("decision_on_use", {"decision": Decision(on=EARLIER)}, KEPT, EARLIER),
        ("decision_on_use", {"decision": Decision(record="§ 12")}, KEPT, None),
        ("decision_on_use", {"decision": Decision(by="slack:U9")}, OPEN, None),
        ("responsible_persons_named", {}, KEPT, None),
        ("named_maintainers", {"maintainers": (ONE,)}, OPEN, None),
        ("named_maintainers", {"maintainers": (ONE, TWO)}, KEPT, None),
        ("superiors_authorisation", {}, OPEN, None),
        ("superiors_authorisation", {"maintainers": (ONE, Maintainer("slack:U2"))}, OPEN, None),
        ("superiors_authorisation", {"maintainers": (ONE, TWO)}, KEPT, None),
        ("working_time_defined", {}, UNKNOWN, None),
        ("working_time_defined", {"weekly_hours": 2.0}, KEPT, None),
        ("unit_and_official_shown", {}, UNKNOWN, None),
        ("unit_and_official_shown", {"official_marked": False}, OPEN, None),
        ("website_link", {"website_link": True}, KEPT, None),
        ("announced", {"announced": False}, OPEN, None),
        ("regular_updates", {}, UNKNOWN, None),
        ("regular_updates", {"evidence": (Evidence(EvidenceKind.TOLD, EARLIER),)}, KEPT, EARLIER),
        ("regular_updates", {"evidence": (Evidence(EvidenceKind.TOLD, LONG_AGO),)}, UNKNOWN, LONG_AGO),
        ("holiday_maintenance", {}, UNKNOWN, None),
        ("holiday_maintenance", {"holiday_covers": (HolidayCover(EARLIER, TODAY, "slack:U2"),)}, KEPT, TODAY),
        ("holiday_maintenance", {"holiday_covers": (HolidayCover(LONG_AGO, EARLIER, "slack:U2"),)}, UNKNOWN, None),
        ("answer_messages", {}, UNKNOWN, None),
    ],
)
def test_a_duty_stands_as_the_register_tells(
    duty: str, known: dict[str, Any], standing: Standing, on: date | None
) -> None:
    found = {one.duty: one for one in standings(replace(BARE, **known), Register(), ASKED, TODAY)}
    assert (found[duty].standing, found[duty].on) == (standing, on)


def test_people_who_have_left_keep_no_duty() -> None:
    channel = replace(BARE, maintainers=(ONE, TWO))
    found = {one.duty: one.standing for one in standings(channel, Register(people=GONE), ASKED, TODAY)}
    assert found["responsible_persons_named"] is found["named_maintainers"] is OPEN


def test_a_source_that_shows_all_and_nothing_new_tells_that_a_channel_is_late() -> None:
    source = SourceState("https://kunta.example/feed", LONG_AGO, read_on=TODAY, is_whole=True)
    found = {one.duty: one for one in standings(BARE, Register(sources={"c": source}), ASKED, TODAY)}
    assert (found["regular_updates"].standing, found["regular_updates"].on) == (OPEN, LONG_AGO)


def test_only_duties_that_the_guideline_lays_down_are_asked() -> None:
    (only,) = standings(
        BARE, Register(), Asked({"announced": "4.4", "terms_of_service_understood": "6.7"}, 14, NO_PLATFORMS), TODAY
    )
    assert (only.duty, only.section) == ("announced", "4.4")


@pytest.mark.parametrize("status", [Status.PROPOSED, Status.RETIRED])
def test_a_channel_that_is_not_in_use_is_asked_nothing(status: Status) -> None:
    assert standings(replace(BARE, status=status), Register(), ASKED, TODAY) == ()
