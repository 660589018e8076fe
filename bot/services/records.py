"""A channel as people write it, in a form or a file, and how it becomes a channel of the register.

The same record serves the form *register*, the import and the export, so that one rule is checked in one place.
"""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from bot.domain.addresses import normalise_url, platform_of
from bot.domain.channels import Right, Scope, Status
from bot.domain.evidence import EvidenceKind
from bot.domain.people import parse_reference
from bot.domain.platforms import Platforms


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field. ``code`` is a key of the texts (``problem-…``), ``text`` the same in English."""

    field: str
    code: str
    text: str
    context: Mapping[str, str] = dataclasses.field(default_factory=dict)


def _blank_is_none(value: object) -> object:
    return None if isinstance(value, str) and not value.strip() else value


def _reference(value: str) -> str:
    reference = parse_reference(value)
    if reference is None:
        raise PydanticCustomError("person", "name a person by an identity (U0123ABCD, slack:U…) or an e-mail address")
    return reference


def _split(value: object) -> object:
    return re.split(r"[\s,;]+", value.strip()) if isinstance(value, str) and value.strip() else (value or [])


def _web_address(value: str) -> str:
    if value and normalise_url(value) is None:
        raise PydanticCustomError("url", "write the whole web address, such as https://www.instagram.com/name/")
    return value


def _decimal_comma(value: object) -> object:
    return value.strip().replace(",", ".") if isinstance(value, str) else value


def _checked(value: object) -> object:
    return {"yes": True, "no": False}.get(value.strip().lower(), value) if isinstance(value, str) else value


def _plain_line(value: str) -> str:
    """One line without control, bidirectional and zero-width characters, which could make a name look like another."""
    visible = (c for c in value if unicodedata.category(c) not in ("Cf", "Cc", "Cs") or c in "\t\n ")
    return " ".join("".join(visible).split())


_ID = r"^[a-z0-9][a-z0-9-]{0,79}$"
Line = Annotated[str, AfterValidator(_plain_line), Field(max_length=300)]
RequiredLine = Annotated[Line, Field(min_length=1)]
Reference = Annotated[str, AfterValidator(_reference)]
OptionalReference = Annotated[Reference | None, BeforeValidator(_blank_is_none)]
OptionalDate = Annotated[date | None, BeforeValidator(_blank_is_none)]
Tick = Annotated[bool | None, BeforeValidator(_checked), BeforeValidator(_blank_is_none)]
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

    start: date
    end: date
    person: Reference
    absent: OptionalReference = None


class EvidenceRecord(_Record):
    """When an update is known of, and how."""

    kind: EvidenceKind
    on: date
    by: OptionalReference = None


class SourceRecord(_Record):
    """Where updates can be seen."""

    url: Address
    failing_since: OptionalDate = None


def _maintainers(value: object) -> object:
    listed = _split(value)
    return (
        [{"person": item} if isinstance(item, str) else item for item in listed] if isinstance(listed, list) else listed
    )


class ChannelRecord(_Record):
    """A channel as it is written down; people by reference, everything but the first five fields optional."""

    platform: RequiredLine
    name: RequiredLine
    unit: RequiredLine
    responsible: Reference
    maintainers: Annotated[tuple[MaintainerRecord, ...], BeforeValidator(_maintainers)] = ()
    id: Annotated[Annotated[str, Field(pattern=_ID)] | None, BeforeValidator(_blank_is_none)] = None
    unit_sv: Line = ""
    unit_en: Line = ""
    scope: Scope = Scope.UNIT
    url: Address = ""
    handle: Line = ""
    purpose: Annotated[str, Field(max_length=2000)] = ""
    status: Literal[Status.PROPOSED, Status.IN_USE, Status.PAUSED, Status.RETIRED] = Status.IN_USE
    pause_from: OptionalDate = None
    pause_to: OptionalDate = None
    pause_reason: Line = ""
    decision_by: OptionalReference = None
    decision_on: OptionalDate = None
    decision_record: Line = ""
    weekly_hours: Annotated[
        Annotated[float, Field(ge=0, le=168)] | None, BeforeValidator(_decimal_comma), BeforeValidator(_blank_is_none)
    ] = None
    update_interval_days: Annotated[Annotated[int, Field(ge=1, le=366)] | None, BeforeValidator(_blank_is_none)] = None
    website_link: Tick = None
    announced: Tick = None
    official_marked: Tick = None
    holiday_covers: tuple[CoverRecord, ...] = ()
    source: Annotated[SourceRecord | None, BeforeValidator(_blank_is_none)] = None
    evidence: tuple[EvidenceRecord, ...] = ()
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


def parse_record(values: object, platforms: Platforms) -> ChannelRecord | tuple[Problem, ...]:
    """The record that ``values`` hold, or all that is wrong with them, field by field."""
    try:
        record = ChannelRecord.model_validate(values)
    except ValidationError as error:
        return tuple(_problem(details) for details in error.errors(include_url=False))
    if record.platform not in platforms:
        known = ", ".join(platforms)
        return (Problem("platform", "platform", f"unknown platform; one of: {known}", {"known": known}),)
    on_platform = platform_of(record.url, platforms) if record.url else None
    if on_platform not in (None, record.platform) and platforms[record.platform].hosts:
        named = platforms[on_platform or ""].name
        return (Problem("url", "other-platform", f"the address is on {named}", {"platform": named}),)
    return record


# pydantic's error types that a person meets in a form, and the text for each; anything else is "malformed".
_CODES = {
    "missing": "missing",
    "string_too_short": "missing",
    "string_too_long": "too-long",
    "string_pattern_mismatch": "id",
    "person": "person",
    "url": "url",
    "pause": "pause",
    "pause_order": "pause-order",
    "extra_forbidden": "unknown-field",
}


def _problem(details: Mapping[str, Any]) -> Problem:
    kind = str(details["type"])
    location = [str(part) for part in details["loc"]]
    field_name = location[0] if location else ("pause_to" if kind.startswith("pause") else "record")
    if field_name in ("responsible",) and details.get("input") in ("", None):
        return Problem(field_name, "missing", "must be given")
    code = _CODES.get(kind, _code_by_field(field_name))
    text = "must be given" if code == "missing" else str(details["msg"])
    return Problem(field_name, code, text, {key: str(value) for key, value in details.get("ctx", {}).items()})


def _code_by_field(name: str) -> str:
    if name.endswith(("_on", "_from", "_to", "evidence", "holiday_covers")):
        return "date"
    return {"weekly_hours": "hours", "update_interval_days": "days"}.get(name, "malformed")
