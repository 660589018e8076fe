"""The workspace's directory: who somebody is, in which language, and whether they belong to the municipality's staff
(https://docs.slack.dev/reference/objects/user-object)."""

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from slack_sdk.errors import SlackApiError

from bot.domain.language import Language
from bot.domain.people import Standing, WorkspaceAccount, is_email
from bot.surfaces.newest import Newest
from bot.surfaces.slack.connection import Connection, code_of
from bot.surfaces.slack.token_health import UNANSWERED

logger = logging.getLogger(__name__)

KEPT: Final = timedelta(hours=1)
"""How long a profile is believed; ``user_change`` tells of changes sooner."""
_MOST: Final = 5000
_PATIENCE: Final = 2.0
"""Seconds that somebody waits for Slack to say who they are: a form can be opened for three."""
GONE: Final = frozenset({"user_not_found", "users_not_found", "user_not_visible"})
"""Slack's words for: there is nobody of that id or address."""
_SOON: Final = 2.0
"""Seconds that somebody who has sent a form in waits for the directory."""
_2100: Final = 4_102_444_800
_SLACKBOT: Final = "USLACKBOT"
"""Slack's own, which it does not call a bot."""
_NOBODY: Final = "is_nobody"
_FLAGS: Final = {
    _NOBODY: Standing.NOBODY,
    "is_bot": Standing.BOT,
    "is_workflow_bot": Standing.BOT,
    "is_stranger": Standing.STRANGER,
    "is_restricted": Standing.GUEST,
    "is_ultra_restricted": Standing.GUEST,
}
_LANGUAGES = {language.value: language for language in Language}


@dataclass(frozen=True, slots=True)
class Profile:
    """What the directory says of an account.

    ``standing`` tells the municipality's own people from guests, bots, people of other workspaces, and those whose
    account was closed; it is unknown where the directory could not be asked. ``status_ends``
    is when the status that somebody has set ends, in seconds of Unix time; 0 where it does not.
    """

    user_id: str
    name: str = ""
    email: str = ""
    locale: Language | None = None
    standing: Standing = Standing.UNKNOWN
    status_ends: int = 0

    @property
    def belongs(self) -> bool:
        """Whether this is one of the municipality's people."""
        return self.standing is Standing.STAFF

    @property
    def deactivated(self) -> bool:
        """Whether this was one of them, whose account is closed."""
        return self.standing is Standing.CLOSED

    @property
    def known(self) -> bool:
        """Whether the directory has told who this is."""
        return self.standing is not Standing.UNKNOWN

    @property
    def identity(self) -> str:
        """The identity in the register."""
        return f"slack:{self.user_id}"

    @property
    def account(self) -> WorkspaceAccount:
        """What the register may learn of it."""
        return WorkspaceAccount(self.identity, self.name, self.email, self.standing)


class Directory:
    """Profiles by id, asked of Slack when they are needed and kept for a while."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._profiles: Newest[str, tuple[datetime, Profile]] = Newest(_MOST)
        self._asking: dict[str, asyncio.Task[Profile]] = {}
        self._overdue: set[str] = set()
        """The accounts of whom Slack has not told in time. Nobody waits for them again until it has."""

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
            self._asking[user_id].add_done_callback(lambda _: self._told(user_id))
        asking = self._asking[user_id]
        if user_id not in self._overdue:
            await asyncio.wait({asking}, timeout=_PATIENCE)  # what Slack tells later is kept for the next time
        if not asking.done():
            self._overdue.add(user_id)
        profile = asking.result() if asking.done() else Profile(user_id)
        if profile.known or user_id not in self._profiles:
            return profile
        return self._profiles[user_id][1]

    def _told(self, user_id: str) -> None:
        self._asking.pop(user_id, None)
        self._overdue.discard(user_id)

    async def account(self, reference: str, at: datetime) -> WorkspaceAccount:
        """Whose account ``reference`` names; where Slack does not say it soon, the standing is unknown."""
        try:
            async with asyncio.timeout(_SOON):
                if not is_email(reference):
                    return (await self.profile(reference.removeprefix("slack:"), at)).account
                profile = await self.by_email(reference, at)
        except UNANSWERED as error:  # SlackApiError is one of them
            logger.warning("The directory could not be asked", extra={"why": code_of(error)})
            return WorkspaceAccount(reference, standing=Standing.UNKNOWN)
        # Whom the register knows by an address need not have an account yet.
        return profile.account if profile else WorkspaceAccount(reference, standing=Standing.UNKNOWN)

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
        return profile

    async def _ask(self, user_id: str, at: datetime) -> Profile:
        # Somebody waits for a reply: a busy Slack is not waited for, a connection that was closed is tried once more.
        for last in (False, True):
            try:
                answer = await self._connection.once.users_info(user=user_id, include_locale=True)
            except SlackApiError as error:
                if code_of(error) in GONE:
                    return self.learn({"id": user_id, _NOBODY: True}, at)
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
        return Profile(
            user_id=str(user["id"]),
            name=next((str(name) for name in names if name), ""),
            email=str(profile.get("email") or "").lower(),
            locale=_LANGUAGES.get(str(user.get("locale") or "")[:2]),
            standing=self._standing(user),
            status_ends=_seconds(profile.get("status_expiration")),
        )

    def _standing(self, user: Mapping[str, Any]) -> Standing:
        for flag, standing in _FLAGS.items():
            if user.get(flag):
                return standing
        workspace = self._connection.workspace
        if user["id"] in (_SLACKBOT, workspace.bot_user_id):
            return Standing.BOT
        enterprise: Mapping[str, Any] = user.get("enterprise_user") or {}
        in_enterprise = workspace.enterprise_id and enterprise.get("enterprise_id") == workspace.enterprise_id
        if not in_enterprise and user.get("team_id") not in (workspace.team_id, None):
            return Standing.STRANGER
        return Standing.CLOSED if user.get("deleted") else Standing.STAFF


def _seconds(value: object) -> int:
    """A time as Slack tells it; 0 for none, and for what is none before the year 2100."""
    return value if isinstance(value, int) and 0 < value < _2100 else 0


def _unknown(user_id: str, error: BaseException) -> Profile:
    logger.warning("The directory could not be asked", extra={"why": code_of(error)})
    return Profile(user_id)
