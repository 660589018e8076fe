"""The workspace's directory: who somebody is, in which language, and whether they belong to the municipality's staff
(https://docs.slack.dev/reference/objects/user-object)."""

from __future__ import annotations

import asyncio
import logging
from collections import OrderedDict
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from slack_sdk.errors import SlackApiError

from bot.domain.language import Language
from bot.services.register.people import Account
from bot.surfaces.slack.connection import UNANSWERED, Connection, code_of

logger = logging.getLogger(__name__)

KEPT: Final = timedelta(hours=1)
"""How long a profile is believed; ``user_change`` tells of changes sooner."""
_MOST: Final = 5000
_PATIENCE: Final = 3.0
"""Seconds that somebody waits for Slack to say who they are."""
GONE: Final = frozenset({"user_not_found", "users_not_found", "user_not_visible"})
"""Slack's words for: there is nobody of that id or address."""
_LANGUAGES = {language.value: language for language in Language}


@dataclass(frozen=True, slots=True)
class Profile:
    """What the directory says of an account.

    ``belongs`` is false for guests, bots, people of other workspaces, and those whose account was closed, which is what
    ``deactivated`` says of the municipality's own people. ``known`` is false where the directory could not be asked.
    """

    user_id: str
    name: str = ""
    email: str = ""
    locale: Language | None = None
    belongs: bool = False
    deactivated: bool = False
    known: bool = True

    @property
    def identity(self) -> str:
        """The identity in the register."""
        return f"slack:{self.user_id}"

    @property
    def account(self) -> Account:
        """What the register may learn of it."""
        return Account(self.identity, self.name, self.email)


class Directory:
    """Profiles by id, asked of Slack when they are needed and kept for a while."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._profiles: OrderedDict[str, tuple[datetime, Profile]] = OrderedDict()
        self._asking: dict[str, asyncio.Task[Profile]] = {}

    def kept(self, user_id: str, at: datetime) -> Profile | None:
        """The profile of the account where Slack need not be asked for it."""
        kept = self._profiles.get(user_id)
        return kept[1] if kept and at - kept[0] < KEPT else None

    async def profile(self, user_id: str, at: datetime) -> Profile:
        """The profile of the account; one that is not ``known`` where Slack cannot be asked just now."""
        if profile := self.kept(user_id, at):
            return profile
        # Who types three lines at once is asked for once.
        if user_id not in self._asking:
            self._asking[user_id] = asyncio.create_task(self._ask(user_id, at))
            self._asking[user_id].add_done_callback(lambda _: self._asking.pop(user_id, None))
        asking = self._asking[user_id]
        await asyncio.wait({asking}, timeout=_PATIENCE)  # what Slack tells later is kept for the next time
        profile = asking.result() if asking.done() else Profile(user_id, known=False)
        if profile.known or user_id not in self._profiles:
            return profile
        return self._profiles[user_id][1]

    async def everybody(self) -> AsyncIterator[Sequence[Mapping[str, Any]]]:
        """All accounts of the workspace, some hundred at a time, as Slack describes them.

        Raises SlackApiError and the errors of the connection.
        """
        cursor = ""
        while True:
            answer = await self._connection.client.users_list(limit=200, cursor=cursor or None, include_locale=True)
            yield answer.get("members") or []
            cursor = str((answer.get("response_metadata") or {}).get("next_cursor") or "")
            if not cursor:
                return

    async def by_email(self, email: str, at: datetime) -> Profile | None:
        """The profile of the account with this e-mail address, None where there is none.

        Raises SlackApiError and the errors of the connection.
        """
        try:
            answer = await self._connection.once.users_lookupByEmail(email=email)
        except SlackApiError as error:
            if code_of(error) in GONE:
                return None
            raise
        return self.learn(answer["user"], at)

    def learn(self, user: Mapping[str, Any], at: datetime) -> Profile:
        """Keep what Slack tells of an account, asked or not, and give it."""
        profile = self.read(user)
        self._profiles[profile.user_id] = (at, profile)
        self._profiles.move_to_end(profile.user_id)
        while len(self._profiles) > _MOST:
            self._profiles.popitem(last=False)
        return profile

    async def _ask(self, user_id: str, at: datetime) -> Profile:
        # Somebody waits for a reply: a busy Slack is not waited for, a connection that was closed is tried once more.
        for last in (False, True):
            try:
                answer = await self._connection.once.users_info(user=user_id, include_locale=True)
            except SlackApiError as error:
                if code_of(error) in GONE:
                    return self.learn({"id": user_id, "is_stranger": True}, at)
                return _unknown(user_id, error)
            except UNANSWERED as error:
                if last or isinstance(error, TimeoutError):
                    return _unknown(user_id, error)
            else:
                return self.learn(answer["user"], at)
        raise AssertionError("the second try has an end")

    def read(self, user: Mapping[str, Any]) -> Profile:
        """What Slack tells of an account, as a profile."""
        profile: Mapping[str, Any] = user.get("profile") or {}
        # Slack's order: what people chose to be called, else their full name.
        names = (profile.get("display_name"), profile.get("real_name"), user.get("real_name"), user.get("name"))
        is_staff = self._is_staff(user)
        deleted = bool(user.get("deleted"))
        return Profile(
            user_id=str(user["id"]),
            name=next((str(name) for name in names if name), ""),
            email=str(profile.get("email") or "").lower(),
            locale=_LANGUAGES.get(str(user.get("locale") or "")[:2]),
            belongs=is_staff and not deleted,
            deactivated=is_staff and deleted,
        )

    def _is_staff(self, user: Mapping[str, Any]) -> bool:
        flags = ("is_restricted", "is_ultra_restricted", "is_bot", "is_stranger", "is_workflow_bot")
        if any(user.get(flag) for flag in flags):
            return False
        workspace = self._connection.workspace
        enterprise: Mapping[str, Any] = user.get("enterprise_user") or {}
        if workspace.enterprise_id and enterprise.get("enterprise_id") == workspace.enterprise_id:
            return True
        return user.get("team_id") in (workspace.team_id, None)


def _unknown(user_id: str, error: BaseException) -> Profile:
    logger.warning("The directory could not be asked", extra={"why": code_of(error)})
    return Profile(user_id, known=False)
