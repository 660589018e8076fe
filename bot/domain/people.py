"""People: who they are to the register, and what they may do."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Final

from bot.domain.language import Language

PersonId = Annotated[str, "PersonId"]
"""The id of a person: by it, exports and erasures know which fields hold one."""

ERASED: Final = "person-erased-"
"""What the id begins with that stands in the place of a person whose data were erased."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody that the register or a conversation knows.

    ``identities`` say who this is on each surface (``slack:U0123ABCD``, ``console:maintainer``). ``language`` is the
    person's own choice, None where none was made. ``left_on`` is the day from which the person no longer works here.
    """

    id: PersonId
    display_name: str = ""
    email: str | None = None
    language: Language | None = None
    identities: tuple[str, ...] = ()
    left_on: date | None = None

    @property
    def label(self) -> str:
        """What a reader sees: the display name, else the e-mail address, else the bare identity."""
        return self.display_name or self.email or (self.identities[0].partition(":")[2] if self.identities else self.id)

    @property
    def references(self) -> tuple[str, ...]:
        """What the person can be named by: the identities, and the e-mail address in lower case."""
        return (*self.identities, self.email.lower()) if self.email else self.identities

    @property
    def is_erased(self) -> bool:
        """Whether only this much is left of somebody: that there was one."""
        return self.id.startswith(ERASED)

    def has_left(self, today: date) -> bool:
        """Whether the person no longer works here on ``today``."""
        return self.left_on is not None and self.left_on <= today


class Standing(StrEnum):
    """Whose account it is: only one of the ``STAFF`` can be picked as a successor, a cover or a keeper of channels."""

    STAFF = "staff"
    GUEST = "guest"
    BOT = "bot"
    STRANGER = "stranger"
    CLOSED = "closed"
    NOBODY = "nobody"
    UNKNOWN = "unknown"
    """The directory could not be asked."""


@dataclass(frozen=True, slots=True)
class WorkspaceAccount:
    """What a workspace's directory says of an account: the identity in the register, the name, the e-mail address."""

    identity: str
    display_name: str = ""
    email: str = ""
    standing: Standing = Standing.STAFF


class Role(StrEnum):
    """What somebody may do, besides what any member of staff may. Responsible persons and maintainers are not roles:
    they are named by each channel."""

    GUEST = "guest"
    ICT_SECRETARY = "ict_secretary"
    DECIDER = "decider"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Actor:
    """The person on whose behalf a service is called, with the roles that the settings and the surface give."""

    person: Person
    roles: frozenset[Role] = frozenset()

    @property
    def is_ict_secretary(self) -> bool:
        """Whether this is the ICT secretary, who keeps the list of channels (guideline 3.3)."""
        return Role.ICT_SECRETARY in self.roles

    @property
    def is_guest(self) -> bool:
        """Whether this is a guest or a person of another workspace, who gets public facts only."""
        return Role.GUEST in self.roles

    @property
    def may_keep_channels(self) -> bool:
        """Whether this person can have a keeper's rights at all: guests and those who have left can not."""
        return not self.roles & {Role.GUEST, Role.LEFT}

    def on(self, day: date) -> Actor:
        """The actor as of ``day``: whoever has left by then has no other role any more."""
        if self.is_guest or not self.person.has_left(day):
            return self
        return Actor(self.person, frozenset({Role.LEFT}))


IDENTITY_IN_TEXT: Final = re.compile(r"(?<![\w./:@-])((?i:slack|teams|console)):((?=[\w-]*\d|[UW][A-Z0-9]{4})[\w-]+)")
"""An identity among other words: its surface and the account's id, which has a digit or is in capitals. "Teams:in" is
Finnish and names nobody."""

_MEMBER_ID = re.compile(r"^[UW][A-Z0-9]{3,}$")
_EMAIL = re.compile(r"^[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+$")
_IDENTITY = re.compile(r"^(?:slack|teams|console):[^\s<>,;]+$")


def parse_reference(text: str) -> str | None:
    """The identity or e-mail address that ``text`` names somebody by, in one spelling; None where it names nobody.

    Accepted: an identity (``slack:U0123ABCD``), a member id as Slack lets one copy it (``U0123ABCD``), and an e-mail
    address, which is returned in lower case.
    """
    text = text.strip()
    if _MEMBER_ID.match(text):
        return f"slack:{text}"
    if _IDENTITY.match(text):
        return text
    return text.lower() if _EMAIL.match(text) else None


def without_people(text: str) -> str:
    """``text`` without the identities in it: who is named is no subject."""
    return IDENTITY_IN_TEXT.sub(" ", text) if ":" in text else text


def is_email(reference: str) -> bool:
    """Whether a parsed reference is an e-mail address rather than an identity."""
    return _EMAIL.match(reference) is not None


@lru_cache(maxsize=1_024)
def person_from_reference(reference: str) -> Person:
    """A person of whom nothing but ``reference`` is known yet; the id follows from it, the same each time."""
    slug = re.sub(r"[^a-z0-9]+", "-", reference.lower()).strip("-")
    if not re.fullmatch(r"(?:slack:[A-Z0-9]+|(?:teams|console):[a-z0-9]+(?:-[a-z0-9]+)*)", reference):
        # The slug has lost something of the reference: two references must not become one person.
        slug = f"{slug}-{hashlib.sha256(reference.encode()).hexdigest()[:12]}".strip("-")
    if is_email(reference):
        return Person(id=slug, email=reference)
    return Person(id=slug, identities=(reference,))
