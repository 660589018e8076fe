"""The register's people are kept up with the workspace's directory: their names, their accounts, and who has left."""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from bot.errors import SomebotError, without_words
from bot.services.people.absences import Absences
from bot.services.ports import Clock
from bot.services.register.people import People
from bot.services.register.staffing import Staffing
from bot.surfaces.slack.connection import code_of
from bot.surfaces.slack.directory import Directory, Profile
from bot.surfaces.slack.token_health import UNANSWERED

logger = logging.getLogger(__name__)

_BETWEEN: Final = 24 * 60 * 60
"""Seconds between two looks at all accounts: what an event did not tell, because the bot was not running."""

_INTRODUCED: Final = 50
"""How many people are asked about one by one at most, which takes a tenth of a second each."""


@dataclass(slots=True)
class Roster:
    """Brings what the directory says of people into the register."""

    directory: Directory
    people: People
    staffing: Staffing
    absences: Absences
    clock: Clock
    _known_version: int = -1
    _introducing: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def learn(self, user: Mapping[str, Any], at: datetime) -> None:
        """Take in what Slack says of one account; of its status no more than until when it holds. Raises StoreError."""
        profile = self.directory.learn(user, at)
        await self._take_in([profile], at)
        if profile.belongs and profile.status_ends:
            ends = datetime.fromtimestamp(profile.status_ends - 1, at.tzinfo)  # midnight is the end of the day before
            await self.absences.offer(profile.identity, ends.date(), at)

    async def is_up_to_date(self) -> bool:
        """Whether nobody new has come into the register since the last introductions. Raises StoreError."""
        return await self.people.version() == self._known_version

    async def introduce(self, at: datetime) -> None:
        """Ask who the people are whom the register knows by their account alone, as those just picked in a form. Of
        many, who have come with a list, the newest are asked about here; the look at all accounts tells the rest.

        Raises StoreError.
        """
        async with self._introducing:
            version, nameless = await self.people.nameless("slack:")
            if version == self._known_version:
                return
            newest = nameless[-_INTRODUCED:]
            profiles = [await self.directory.profile(one.removeprefix("slack:"), at) for one in newest]
            await self._take_in(profiles, at)
            self._known_version = version

    async def keep_up(self) -> None:
        """Look at all accounts now and once a day, until cancelled."""
        while True:
            try:
                await self._look_at_all()
            except UNANSWERED as error:
                logger.warning("The directory could not be read", extra={"why": code_of(error)})
            except SomebotError as error:
                logger.warning("The directory could not be taken in", extra=without_words(error))
            await asyncio.sleep(_BETWEEN)

    async def _look_at_all(self) -> None:
        at = self.clock.now()
        async for users in self.directory.everybody():
            await self._take_in([self.directory.read(user) for user in users], at)

    async def _take_in(self, profiles: Sequence[Profile], at: datetime) -> None:
        await self.people.take_in(profile.account for profile in profiles if profile.belongs)
        for profile in profiles:
            if profile.deactivated:
                await self.staffing.account_closed(profile.identity, at)
