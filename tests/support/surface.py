"""Surfaces as the outbox sees them: made in a moment, and asked by hand."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from aiohttp import web

from bot.domain.delivery import Delivered, Delivery, Retry, Unreachable
from bot.domain.people import Person, WorkspaceAccount
from bot.services.notices import Notice
from bot.services.notifying import HandOver, Reaching, SurfaceNotifier
from bot.surfaces.surface import Surfaces


class PlainSurface(ABC):
    """A surface that has nothing to prepare, and on which everybody is."""

    @abstractmethod
    async def send(self, person: Person, notice: Notice, at: datetime) -> Delivery:
        """Take the notice, or not."""

    async def redraw(self, place: str, notice: Notice) -> Delivery:
        """Put the notice in the place of what is there."""
        return Delivered(place)

    async def prepare(
        self, person: Person, notice: Notice, at: datetime, place: str = ""
    ) -> HandOver | Retry | Unreachable:
        return partial(self.redraw, place, notice) if place else partial(self.send, person, notice, at)

    def refusal(self, person: Person) -> Unreachable | None:
        return None

    async def is_up(self) -> bool:
        return True

    def opens(self, person: Person, at: datetime) -> datetime:
        return at


@dataclass
class SilentSurface:
    """A whole ``Surface`` that does nothing but bring notices."""

    notifier: SurfaceNotifier
    scheme: str = "slack:"
    accounts: Mapping[str, WorkspaceAccount] = field(default_factory=dict)

    async def account(self, reference: str, at: datetime) -> WorkspaceAccount | None:
        return self.accounts.get(reference)

    def trouble(self) -> str | None:
        return None

    def limits(self) -> tuple[str, ...]:
        return ()

    def add_to(self, app: web.Application) -> None:
        """Nobody asks it anything."""

    async def keep_up(self) -> None:
        """It has no directory."""

    async def drain(self) -> None:
        """Nothing is under way."""


def on_a_line(notifier: SurfaceNotifier) -> Surfaces:
    """The only surface there is."""
    surfaces = Surfaces()
    surfaces.add(SilentSurface(notifier))
    return surfaces


async def bring(surface: SurfaceNotifier | Reaching, person: Person, notice: Notice, at: datetime) -> Delivery:
    """Both steps, one after the other."""
    prepared = await surface.prepare(person, notice, at)
    return prepared if isinstance(prepared, Retry | Unreachable) else await prepared()
