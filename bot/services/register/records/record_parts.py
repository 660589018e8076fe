"""What a channel's record is made of: people by reference, days, texts without what is somebody's own."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from bot.domain.accounts.addresses import normalise_url
from bot.domain.accounts.platforms import NO_PLATFORMS, PlatformId, Platforms
from bot.domain.channels import Right
from bot.domain.evidence import EvidenceKind
from bot.domain.people import parse_reference
from bot.language.health import tells_of_health
from bot.language.redaction import sensitive
from bot.services.register.records.cells import plain_line, plain_lines, read_date, read_tick, read_word

BY_ID = "person:"
"""Begins a reference to a person by id: for those whom no identity and no e-mail address tells from others."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a record may name: platforms, and people by id; and the texts that were kept before."""

    platforms: Platforms
    people: Collection[str] = ()
    texts: Collection[str] = ()


def blank_is_none(value: object) -> object:
    """None from nothing that was written."""
    return None if isinstance(value, str) and not value.strip() else value


def _reference(value: str, info: ValidationInfo) -> str:
    known: Known | None = info.context
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


def known_platform(value: str, info: ValidationInfo) -> PlatformId:
    """The id of a platform that is known."""
    known: Known | None = info.context
    platforms = known.platforms if known else NO_PLATFORMS
    if value in platforms:
        return value
    named = ", ".join(platform.name for platform in platforms.values())
    raise PydanticCustomError("platform", "is no service that is known: write one of {known}", {"known": named})


SENSITIVE = "carries a personal identity code or a password"
HEALTH = "tells of somebody's health: write what it comes to, such as a leave or a break"


def nothing_sensitive(value: str, info: ValidationInfo) -> str:
    """``value`` without an identity code and a password, unless the register has it already."""
    if sensitive(value) and not _is_kept(value, info):
        raise PydanticCustomError("sensitive", SENSITIVE)
    return value


def nothing_of_health(value: str, info: ValidationInfo) -> str:
    """``value`` where it tells of nobody's health, unless the register has it already."""
    if tells_of_health(value) and not _is_kept(value, info):
        raise PydanticCustomError("health", HEALTH)
    return value


def _is_kept(value: str, info: ValidationInfo) -> bool:
    """Whether the register has this very text: nothing else is refused for it."""
    return info.context is not None and value in info.context.texts


ID = r"^[a-z0-9][a-z0-9-]{0,79}$"
Line = Annotated[str, AfterValidator(plain_line), Field(max_length=300), AfterValidator(nothing_sensitive)]
Lines = Annotated[str, AfterValidator(plain_lines), Field(max_length=2000), AfterValidator(nothing_sensitive)]
RequiredLine = Annotated[Line, Field(min_length=1)]
Reference = Annotated[str, AfterValidator(_reference)]
OptionalReference = Annotated[Reference | None, BeforeValidator(blank_is_none)]
Day = Annotated[date, BeforeValidator(read_date)]
OptionalDate = Annotated[date | None, BeforeValidator(read_date)]
Tick = Annotated[bool | None, BeforeValidator(read_tick)]
Address = Annotated[Line, AfterValidator(_web_address)]


class Record(BaseModel):
    """What is written down, with no field that is not known."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class MaintainerRecord(Record):
    """A maintainer with more than a reference."""

    person: Reference
    right: Right = Right.UPDATE
    authorised_by: OptionalReference = None


class CoverRecord(Record):
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


class EvidenceRecord(Record):
    """When an update is known of, and how."""

    kind: Annotated[EvidenceKind, BeforeValidator(read_word)]
    on: Day
    by: OptionalReference = None


class ExemptionRecord(Record):
    """A duty that is not asked for a while, why, and who has granted that."""

    duty: Annotated[str, Field(pattern=r"^[a-z_]{1,80}$")]
    reason: Annotated[Line, AfterValidator(nothing_of_health)] = ""
    by: Reference
    on: Day
    until: Day


class HolderRecord(Record):
    """Somebody who can get into the channel's account."""

    person: Reference


class ConfirmedRecord(Record):
    """What somebody has said of a duty on a day."""

    duty: Annotated[str, Field(pattern=r"^[a-z_]{1,80}$")]
    on: Day
    by: Reference
    kept: bool = True
    holders: tuple[HolderRecord, ...] = ()


class SourceRecord(Record):
    """Where updates can be seen. Lists from before say as well since when it failed, which is looked at now."""

    url: Address
    failing_since: OptionalDate = None
