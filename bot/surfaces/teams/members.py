"""Who somebody in Teams is: whether they belong to the municipality's staff, and by which address
(https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context)."""

import asyncio
import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any, Final

from bot.domain.people import Person, Standing, WorkspaceAccount, person_from_reference
from bot.errors import SomebotError, without_words
from bot.services.register.people import People
from bot.surfaces.newest import Newest
from bot.surfaces.teams.activities import Activity, TeamsConversation, identity_of
from bot.surfaces.teams.connection import Connector, ConnectorError

logger = logging.getLogger(__name__)

KEPT: Final = timedelta(hours=1)
"""How long it is believed who somebody is."""
_MOST: Final = 5_000
_SOON: Final = 2.0
"""Seconds that somebody waits until Teams has said who they are."""
_EXTERNAL: Final = "#ext#"
"""What the sign-in name of a guest has in it."""


class Members:
    """Tells who the members of conversations are, as Teams says."""

    def __init__(self, connector: Connector, people: People) -> None:
        self._connector = connector
        self._people = people
        self._kept: Newest[tuple[str, str], tuple[WorkspaceAccount, datetime]] = Newest(_MOST)

    async def account(self, place: TeamsConversation, member: str, at: datetime) -> WorkspaceAccount:
        """The account of ``member``, by their id in ``place`` or in the directory. Nothing is raised: where Teams does
        not answer soon, the standing is unknown."""
        key = (place.tenant, member)
        kept = self._kept.get(key)
        if kept and at - kept[1] <= KEPT:
            return kept[0]
        try:
            async with asyncio.timeout(_SOON):
                account = read(await self._connector.member(place.service_url, place.id, member), place.tenant)
        except (ConnectorError, TimeoutError) as error:
            if isinstance(error, ConnectorError) and error.status == HTTPStatus.NOT_FOUND:
                return WorkspaceAccount(identity_of(member), standing=Standing.NOBODY)
            why = error.code or str(error.status) if isinstance(error, ConnectorError) else "slow"
            logger.warning("Teams could not be asked who somebody is", extra={"why": why})
            return WorkspaceAccount(identity_of(member), standing=Standing.UNKNOWN)
        self._kept[key] = (account, at)
        return account

    async def who(self, activity: Activity, at: datetime) -> tuple[Person, bool]:
        """The person who did something, and whether they are a guest, who gets public facts only: so do people of other
        tenants, and whoever Teams cannot be asked about, unless the register knows them."""
        sender = activity.sender
        if not sender.object_id:  # they are in no directory
            return person_from_reference(sender.identity), True
        account = await self.account(activity.place, sender.id or sender.object_id, at)
        try:
            if account.standing is Standing.STAFF and account.identity == sender.identity:
                return await self._people.in_directory(account), False
            told = account.standing is not Standing.UNKNOWN
            return (
                await self._people.by_identity(sender.identity, sender.name),
                told or not await self._people.knows(sender.identity),
            )
        except SomebotError as error:  # the conversation says it, where it needs the register as well
            logger.warning("The register could not be asked who somebody is", extra=without_words(error))
            return person_from_reference(sender.identity), account.standing is not Standing.STAFF

    async def identities(self, activity: Activity, at: datetime) -> Mapping[str, str]:
        """The identities of those who are called in a text, by their ids there, as far as Teams tells."""
        called = list(dict.fromkeys(one.id for one in activity.people if one.id))[:_CALLED]
        accounts = await asyncio.gather(*(self.account(activity.place, one, at) for one in called))
        named = zip(called, accounts, strict=True)
        return {one: account.identity for one, account in named if account.standing not in _NAMELESS}


_CALLED: Final = 10
"""How many of those who are called in one text are asked about."""
_NAMELESS: Final = (Standing.UNKNOWN, Standing.NOBODY)


def read(member: Mapping[str, Any], tenant: str) -> WorkspaceAccount:
    """What Teams tells of a member of a conversation in our ``tenant``."""
    object_id = _text(member, "aadObjectId") or _text(member, "objectId")
    return WorkspaceAccount(
        identity=identity_of(object_id or _text(member, "id")),
        display_name=_text(member, "name"),
        email=(_text(member, "email") or _text(member, "userPrincipalName")).lower(),
        standing=_standing(member, object_id, tenant),
    )


def _standing(member: Mapping[str, Any], object_id: str, tenant: str) -> Standing:
    if member.get("role") == "bot" or _text(member, "id").startswith("28:"):
        return Standing.BOT
    if _text(member, "tenantId") not in ("", tenant):
        return Standing.STRANGER
    role, sign_in = _text(member, "userRole").lower(), _text(member, "userPrincipalName").lower()
    if not object_id or role not in ("", "user") or _EXTERNAL in sign_in:
        return Standing.GUEST
    return Standing.STAFF


def _text(of: Mapping[str, Any], name: str) -> str:
    found = of.get(name)
    return found if isinstance(found, str) else ""
