"""A channel as people write it, in a form or a file, and how it becomes a channel of the register.

The same record serves the form *register*, the import and the export, so that one rule is checked in one place.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from bot.domain.addresses import normalise_url
from bot.domain.channels import Right, Scope, Status
from bot.domain.evidence import EvidenceKind
from bot.domain.people import parse_reference
from bot.domain.platforms import NO_PLATFORMS, PlatformId, Platforms
from bot.errors import SomebotError
from bot.language.health import tells_of_health
from bot.language.redaction import sensitive
from bot.services.register.cells import (
    plain_line,
    plain_lines,
    read_covers,
    read_date,
    read_evidence,
    read_exemptions,
    read_maintainers,
    read_number,
    read_source,
    read_tick,
    read_word,
)
from bot.services.register.platform_cells import with_platform, wrong_place

BY_ID = "person:"
"""Begins a reference to a person by id: for those whom no identity and no e-mail address tells from others."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field. ``code`` is a key of the texts (``problem-…``), ``text`` the same in English."""

    field: str
    code: str
    text: str
    context: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Known:
    """What a record may name: platforms, and people by id; and the texts that were kept before."""

    platforms: Platforms
    people: Collection[str] = ()
    texts: Collection[str] = ()


def _blank_is_none(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


def _reference(value: str, info: ValidationInfo) -> str:
    known: _Known | None = info.context
    if value.startswith(BY_ID) and known and value.removeprefix(BY_ID) in known.people:
        return value
    reference = parse_reference(value)
    if reference is None:
        raise PydanticCustomError("person", "name a person by an identity (U0123ABCD, slack:U…) or an e-mail address")
    return reference


def _web_address(value: str) -> str:
    if not value:
        return value
    if normalise_url(value) is None:
        raise PydanticCustomError("url", "write the whole web address, such as https://www.instagram.com/name/")
    address = value.strip("<>").partition("|")[0]
    return address if address.lower().startswith(("https://", "http://")) else f"https://{address}"


def _platform(value: str, info: ValidationInfo) -> PlatformId:
    """The id of a platform that is known."""
    known: _Known | None = info.context
    platforms = known.platforms if known else NO_PLATFORMS
    if value in platforms:
        return value
    named = ", ".join(platform.name for platform in platforms.values())
    raise PydanticCustomError("platform", "is no service that is known: write one of {known}", {"known": named})


SENSITIVE = "carries a personal identity code or a password"
HEALTH = "tells of somebody's health: write what it comes to, such as a leave or a break"


def _nothing_sensitive(value: str, info: ValidationInfo) -> str:
    if sensitive(value) and not _is_kept(value, info):
        raise PydanticCustomError("sensitive", SENSITIVE)
    return value


def _nothing_of_health(value: str, info: ValidationInfo) -> str:
    if tells_of_health(value) and not _is_kept(value, info):
        raise PydanticCustomError("health", HEALTH)
    return value


def _is_kept(value: str, info: ValidationInfo) -> bool:
    """Whether the register has this very text: nothing else is refused for it."""
    return info.context is not None and value in info.context.texts


_ID = r"^[a-z0-9][a-z0-9-]{0,79}$"
Line = Annotated[str, AfterValidator(plain_line), Field(max_length=300), AfterValidator(_nothing_sensitive)]
Lines = Annotated[str, AfterValidator(plain_lines), Field(max_length=2000), AfterValidator(_nothing_sensitive)]
RequiredLine = Annotated[Line, Field(min_length=1)]
Reference = Annotated[str, AfterValidator(_reference)]
OptionalReference = Annotated[Reference | None, BeforeValidator(_blank_is_none)]
Day = Annotated[date, BeforeValidator(read_date)]
OptionalDate = Annotated[date | None, BeforeValidator(read_date)]
Tick = Annotated[bool | None, BeforeValidator(read_tick)]
Address = Annotated[Line, AfterValidator(_web_address)]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class MaintainerRecord(_Record):
    """A maintainer with more than a reference."""

    person: Reference
    right: Right = Right.UPDATE
    authorised_by: OptionalReference = None


class CoverRecord(_Record):
    """An agreed cover for days of absence (guideline 4.8)."""

    start: Day
    end: Day
    person: Reference
    absent: OptionalReference = None

    @model_validator(mode="after")
    def _begins_before_it_ends(self) -> CoverRecord:
        if self.end < self.start:
            raise PydanticCustomError("pause_order", "the cover ends before it begins")
        return self


class EvidenceRecord(_Record):
    """When an update is known of, and how."""

    kind: Annotated[EvidenceKind, BeforeValidator(read_word)]
    on: Day
    by: OptionalReference = None


class ExemptionRecord(_Record):
    """A duty that is not asked for a while, why, and who has granted that."""

    duty: Annotated[str, Field(pattern=r"^[a-z_]{1,80}$")]
    reason: Annotated[Line, AfterValidator(_nothing_of_health)] = ""
    by: Reference
    on: Day
    until: Day


class SourceRecord(_Record):
    """Where updates can be seen. Lists from before say as well since when it failed, which is looked at now."""

    url: Address
    failing_since: OptionalDate = None


class ChannelRecord(_Record):
    """A channel as it is written down; people by reference, everything but the first five fields optional."""

    platform: Annotated[RequiredLine, AfterValidator(_platform)]
    name: RequiredLine
    unit: RequiredLine
    responsible: Reference
    maintainers: Annotated[tuple[MaintainerRecord, ...], BeforeValidator(read_maintainers)] = ()
    id: Annotated[
        Annotated[str, Field(pattern=_ID), AfterValidator(_nothing_sensitive)] | None, BeforeValidator(_blank_is_none)
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
    pause_reason: Annotated[Line, AfterValidator(_nothing_of_health)] = ""
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


def parse_record(
    values: object, platforms: Platforms, people: Collection[str] = (), kept: Collection[str] = ()
) -> ChannelRecord | tuple[Problem, ...]:
    """The record that ``values`` hold, or all that is wrong with them, field by field. ``people`` are ids by which a
    person may be named, as ``person:ID``; ``kept`` are texts that the channel has already, and may go on having."""
    if isinstance(values, Mapping):
        values = with_platform(values, platforms)
    try:
        record = ChannelRecord.model_validate(values, context=_Known(platforms, people, kept))
    except ValidationError as error:
        return tuple(_without_doubles(_problem(details) for details in error.errors(include_url=False)))
    if record.url and (wrong := wrong_place(record.url, record.platform, platforms)):
        code, text, platform = wrong
        if code != "no-account" or record.url not in kept:
            return (Problem("url", code, text, {"platform": platform}),)
    return record


def _without_doubles(problems: Iterable[Problem]) -> Iterable[Problem]:
    return {(problem.field, problem.text): problem for problem in problems}.values()


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
    if name.endswith(("_on", "_from", "_to", "evidence", "holiday_covers", "exemptions")):
        return "date"
    return {"weekly_hours": "hours", "update_interval_days": "days"}.get(name, "malformed")
