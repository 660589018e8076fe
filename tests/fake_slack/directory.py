"""Who the bot is and who the people are: ``auth.test``, ``users.*``, ``conversations.*``."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.fake_slack.calling import Call, RefusedError
from tests.fake_slack.workspace import BOT, BOT_USER, TEAM, Json, Workspace


@dataclass
class Directory:
    """Answers from the workspace, as far as ``scopes`` go."""

    workspace: Workspace
    scopes: set[str] = field(default_factory=set)

    def auth_test(self, call: Call) -> Json:
        return {
            "url": "https://esimerkki.slack.com/",
            "team": "Esimerkki",
            "team_id": TEAM,
            "user": "somebot",
            "user_id": BOT_USER,
            "bot_id": BOT,
            "is_enterprise_install": False,
            **({"enterprise_id": self.workspace.enterprise} if self.workspace.enterprise else {}),
        }

    def info(self, call: Call) -> Json:
        user = self.workspace.users.get(call.required("user"))
        if user is None:
            raise RefusedError("user_not_found")
        return {"user": user.as_json(locale=call.flag("include_locale"), email=self._email)}

    def by_email(self, call: Call) -> Json:
        email = str(call.required("email")).lower()
        for user in self.workspace.users.values():
            if (user.email or "").lower() == email and user.team == TEAM and not user.deleted:
                return {"user": user.as_json(locale=False, email=self._email)}
        raise RefusedError("users_not_found")

    def list(self, call: Call) -> Json:
        users = list(self.workspace.users.values())
        begin, limit = int(call.get("cursor") or 0), int(call.get("limit") or 1000)
        page = users[begin : begin + limit]
        following = str(begin + limit) if begin + limit < len(users) else ""
        return {
            "members": [user.as_json(locale=call.flag("include_locale"), email=self._email) for user in page],
            "cache_ts": 1_764_000_000,
            "response_metadata": {"next_cursor": following},
        }

    def bot_info(self, call: Call) -> Json:
        if call.get("bot") != BOT:
            raise RefusedError("bot_not_found")
        return {"bot": {"id": BOT, "deleted": False, "name": "somebot", "user_id": BOT_USER}}

    def open(self, call: Call) -> Json:
        ids = str(call.get("channel") or call.required("users")).split(",")
        if len(ids) > 1:
            raise RefusedError("method_not_supported_for_channel_type")
        (id_,) = ids
        if id_ in self.workspace.places:
            return {"channel": {"id": id_}}
        user = self.workspace.users.get(id_)
        if user is None:
            raise RefusedError("user_not_found")
        if user.deleted:
            raise RefusedError("user_disabled")
        if user.is_bot:
            raise RefusedError("cannot_dm_bot")
        return {"channel": {"id": self.workspace.direct(id_).id}}

    def history(self, call: Call) -> Json:
        """What was said in a direct message; whoever asks elsewhere needs a scope that the bot should not have."""
        place = self.workspace.places.get(str(call.required("channel")))
        if place is None:
            raise RefusedError("channel_not_found")
        if not place.is_direct:
            raise RefusedError("missing_scope", needed="channels:history", provided=",".join(sorted(self.scopes)))
        messages = [shown for shown in self.workspace.shown if shown.place == place.id and shown.only_to is None]
        return {"messages": [{"type": "message", "ts": shown.ts, "text": shown.text} for shown in messages[::-1]]}

    @property
    def _email(self) -> bool:
        return "users:read.email" in self.scopes
