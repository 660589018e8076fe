"""A channel as people write it, in a form or a file, and how it becomes a channel of the register.

The same record serves the form *register*, the import and the export, so that one rule is checked in one place.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    ValidationError,
    model_validator,
)
from pydantic_core import PydanticCustomError

from bot.domain.accounts.platforms import Platforms
from bot.domain.channels import Scope, Status
from bot.errors import SomebotError
from bot.services.register.records.cells import (
    read_confirmed,
    read_covers,
    read_evidence,
    read_exemptions,
    read_maintainers,
    read_number,
    read_source,
    read_word,
)
from bot.services.register.records.platform_cells import with_platform, wrong_place
from bot.services.register.records.record_parts import (
    ID,
    Address,
    ConfirmedRecord,
    CoverRecord,
    EvidenceRecord,
    ExemptionRecord,
    Known,
    Line,
    Lines,
    MaintainerRecord,
    OptionalDate,
    OptionalReference,
    Record,
    Reference,
    RequiredLine,
    SourceRecord,
    Tick,
    blank_is_none,
    known_platform,
    nothing_of_health,
    nothing_sensitive,
)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field. ``code`` is a key of the texts (``problem-…``), ``text`` the same in English."""

    field: str
    code: str
    text: str
    context: Mapping[str, str] = dataclasses.field(default_factory=dict)


class ChannelRecord(Record):
    """A channel as it is written down; people by reference, everything but the first five fields optional."""

    platform: Annotated[RequiredLine, AfterValidator(known_platform)]
    name: RequiredLine
    unit: RequiredLine
    responsible: Reference
    maintainers: Annotated[tuple[MaintainerRecord, ...], BeforeValidator(read_maintainers)] = ()
    id: Annotated[
        Annotated[str, Field(pattern=ID), AfterValidator(nothing_sensitive)] | None, BeforeValidator(blank_is_none)
    ] = None
    unit_sv: Line = ""
    unit_en: Line = ""
    scope: Annotated[Scope, BeforeValidator(read_word)] = Scope.UNIT
    url: Address = ""
    handle: Line = ""
    purpose: Lines = ""
    status: Annotated[Status, BeforeValidator(read_word)] = Status.IN_USE
    pause_from: OptionalDate = None
    pause_to: OptionalDate = None
    pause_reason: Annotated[Line, AfterValidator(nothing_of_health)] = ""
    decision_by: OptionalReference = None
    decision_on: OptionalDate = None
    decision_record: Line = ""
    decision_conditions: Lines = ""
    weekly_hours: Annotated[
        Annotated[float, Field(ge=0, le=168, allow_inf_nan=False)] | None, BeforeValidator(read_number)
    ] = None
    update_interval_days: Annotated[Annotated[int, Field(ge=1, le=366)] | None, BeforeValidator(read_number)] = None
    website_link: Tick = None
    announced: Tick = None
    official_marked: Tick = None
    holiday_covers: Annotated[tuple[CoverRecord, ...], BeforeValidator(read_covers)] = ()
    source: Annotated[SourceRecord | None, BeforeValidator(read_source)] = None
    evidence: Annotated[tuple[EvidenceRecord, ...], BeforeValidator(read_evidence)] = ()
    exemptions: Annotated[tuple[ExemptionRecord, ...], BeforeValidator(read_exemptions)] = ()
    confirmed: Annotated[tuple[ConfirmedRecord, ...], BeforeValidator(read_confirmed)] = ()
    closing_access_by: OptionalReference = None
    closing_archive: Line = ""
    closing_announcement: Line = ""

    @model_validator(mode="after")
    def _pause_is_whole(self) -> ChannelRecord:
        if (self.pause_from is None) != (self.pause_to is None):
            raise PydanticCustomError("pause", "give both the first and the last day of the pause")
        if self.pause_from and self.pause_to and self.pause_to < self.pause_from:
            raise PydanticCustomError("pause_order", "the pause ends before it begins")
        if self.status is Status.PAUSED and self.pause_from is None:
            raise PydanticCustomError("pause", "give both the first and the last day of the pause")
        return self


class InvalidInputError(SomebotError):
    """What was filled in cannot be done; ``problems`` say why, field by field."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(f"{problem.field}: {problem.text}" for problem in problems))
        self.problems = tuple(problems)


def require_none(problems: Iterable[Problem]) -> None:
    """Raise InvalidInputError where there are any ``problems``."""
    if found := list(problems):
        raise InvalidInputError(found)


def parse_record(
    values: object, platforms: Platforms, people: Collection[str] = (), kept: Collection[str] = ()
) -> ChannelRecord | tuple[Problem, ...]:
    """The record that ``values`` hold, or all that is wrong with them, field by field. ``people`` are ids by which a
    person may be named, as ``person:ID``; ``kept`` are texts that the channel has already, and may go on having."""
    if isinstance(values, Mapping):
        values = with_platform(values, platforms)
    try:
        record = ChannelRecord.model_validate(values, context=Known(platforms, people, kept))
    except ValidationError as error:
        found = map(_problem, error.errors(include_url=False))
        return tuple({(problem.field, problem.text): problem for problem in found}.values())
    if record.url and (wrong := wrong_place(record.url, record.platform, platforms)):
        code, text, platform = wrong
        if code != "no-account" or record.url not in kept:
            return (Problem("url", code, text, {"platform": platform}),)
    return record


# pydantic's error types that a person meets in a form, and the text for each; anything else is "malformed".
_CODES = {
    "missing": "missing",
    "too_short": "missing",
    "string_too_short": "missing",
    "too_long": "too-long",
    "string_too_long": "too-long",
    "string_pattern_mismatch": "id",
    "person": "person",
    "sensitive": "sensitive",
    "health": "health",
    "platform": "platform",
    "url": "url",
    "date": "date",
    "form": "malformed",
    "pause": "pause",
    "pause_order": "pause-order",
    "extra_forbidden": "unknown-field",
}


_REQUIRED = tuple(name for name, field in ChannelRecord.model_fields.items() if field.is_required())


def _problem(details: Mapping[str, Any]) -> Problem:
    kind = str(details["type"])
    location = [str(part) for part in details["loc"]]
    field_name = location[0] if location else ("pause_to" if kind.startswith("pause") else "record")
    if field_name in _REQUIRED and not str(details.get("input") or "").strip():
        return Problem(field_name, "missing", "must be given")
    code = _CODES.get(kind, _code_by_field(field_name))
    text = "must be given" if code == "missing" else str(details["msg"])
    return Problem(field_name, code, text, {key: str(value) for key, value in details.get("ctx", {}).items()})


def _code_by_field(name: str) -> str:
    if name.endswith(("_on", "_from", "_to", "evidence", "holiday_covers", "exemptions", "confirmed")):
        return "date"
    return {"weekly_hours": "hours", "update_interval_days": "days"}.get(name, "malformed")
