"""Messages: the methods ``chat.*`` and the addresses that answer a press or a command, with what Slack refuses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

from tests.contract.block_kit_limits import message_problems, walk
from tests.fake_slack.calling import Call, RefusedError, blocks_of
from tests.fake_slack.files import Files
from tests.fake_slack.workspace import BOT, BOT_USER, Json, Place, Shown, Workspace

RESPONSE_USES: Final = 5
RESPONSE_SECONDS: Final = 30 * 60


@dataclass
class Chat:
    """Posts into the workspace. ``problems`` collects what Slack would refuse, or show where it should not be shown."""

    workspace: Workspace
    problems: list[str]
    files: Files

    def post(self, call: Call) -> Json:
        place = self._place(call)
        shown = self._shown(call.arguments, blocks_of(call), place, call.method)
        self._check_unfurling(call.arguments, shown)
        self.workspace.shown.append(shown)
        return {"channel": place.id, "ts": shown.ts, "message": self._message(shown)}

    def post_ephemeral(self, call: Call) -> Json:
        place = self._place(call)
        user = call.required("user")
        if user not in place.members:
            raise RefusedError("user_not_in_channel")
        shown = self._shown(call.arguments, blocks_of(call), place, call.method)
        self._whisper(shown, user)
        return {"message_ts": shown.ts}

    def update(self, call: Call) -> Json:
        place = self._place(call)
        shown = self.workspace.find(place.id, str(call.required("ts")))
        if shown is None:
            raise RefusedError("message_not_found")
        if shown.way == "a person":
            raise RefusedError("cant_update_message")
        new = self._shown(call.arguments, blocks_of(call), place, call.method)
        shown.text, shown.blocks, shown.edits = new.text, new.blocks, shown.edits + 1
        return {"channel": place.id, "ts": shown.ts, "text": shown.text, "message": self._message(shown)}

    def delete(self, call: Call) -> Json:
        shown = self.workspace.find(self._place(call).id, str(call.required("ts")))
        if shown is None:
            raise RefusedError("message_not_found")
        shown.deleted = True
        return {"channel": shown.place, "ts": shown.ts}

    def permalink(self, call: Call) -> Json:
        place = self._place(call)
        ts = str(call.required("message_ts"))
        if self.workspace.find(place.id, ts) is None:
            raise RefusedError("message_not_found")
        return {
            "channel": place.id,
            "permalink": f"https://esimerkki.slack.com/archives/{place.id}/p{ts.replace('.', '')}",
        }

    def answer(self, content: Mapping[str, Any], use: ResponseUrl, way: str) -> None:
        """Show what came to a ``response_url``, or as the answer to a slash command.

        Raises RefusedError where Slack would.
        """
        original = use.original
        if content.get("delete_original") and original is not None:
            original.deleted = True
            if not (content.get("text") or content.get("blocks")):
                return
        shown = self._shown(content, content.get("blocks"), self.workspace.places[use.place], way)
        if content.get("replace_original") and original is not None:
            original.text, original.blocks, original.edits = shown.text, shown.blocks, original.edits + 1
            return
        if content.get("response_type", "ephemeral") == "ephemeral":
            self._whisper(shown, use.user)
        else:
            self._check_unfurling(content, shown)
            self.workspace.shown.append(shown)

    def _whisper(self, shown: Shown, user: str) -> None:
        """Show something to one person. "Ephemeral messages in threads are only shown if there is already an active
        thread" (https://docs.slack.dev/reference/methods/chat.postEphemeral): else Slack takes it, and nobody sees it.
        """
        shown.only_to = user
        if any("slack_file" in node for node in walk(shown.blocks)):
            # "there is no way to share files within an ephemeral message" (node-slack-sdk issue 1790)
            self.problems.append(f"{shown.way}: a file for one person's eyes, who may not open it")
        if shown.thread and not self.workspace.has_thread(shown.place, shown.thread):
            self.problems.append(f"{shown.way}: a whisper into a thread that there is not, which nobody sees")
        else:
            self.workspace.shown.append(shown)

    def _place(self, call: Call) -> Place:
        id_ = str(call.required("channel"))
        user = self.workspace.users.get(id_)
        if user is not None and user.is_bot:
            raise RefusedError("cannot_dm_bot")
        if user is not None and not user.deleted:
            return self.workspace.direct(id_)
        place = self.workspace.places.get(id_)
        if place is None:
            raise RefusedError("channel_not_found")
        if BOT_USER not in place.members:
            raise RefusedError("not_in_channel")
        return place

    def _shown(self, content: Mapping[str, Any], blocks: Any, place: Place, way: str) -> Shown:
        text = content.get("text") or ""
        if not text and not blocks:
            raise RefusedError("no_text")
        if not isinstance(blocks, list | None):
            raise RefusedError("invalid_blocks_format")
        self.problems += [f"{way}: {problem}" for problem in message_problems(blocks or [], text)]
        if found := list(message_problems(blocks or [], "a text that is there and calls nobody")):
            raise RefusedError("invalid_blocks", response_metadata={"messages": found})
        if found := self.files.refused(blocks or []):
            raise RefusedError("invalid_blocks", errors=found, response_metadata={"messages": found})
        self._check_people(blocks or [])
        thread, ts = content.get("thread_ts"), self.workspace.ts()
        named = [{"block_id": f"given{number}", **block} for number, block in enumerate(blocks or [])]
        return Shown(place.id, ts, text, named, way, thread=str(thread) if thread else None)

    def _check_people(self, blocks: list[Json]) -> None:
        for node in walk(blocks):
            if node.get("type") == "user" and node["user_id"] not in self.workspace.users:
                self.problems.append(f"a mention of {node['user_id']}, whom nobody knows")

    def _check_unfurling(self, content: Mapping[str, Any], shown: Shown) -> None:
        off = [str(content.get(name, True)).lower() == "false" for name in ("unfurl_links", "unfurl_media")]
        linked = "http" in shown.text or any(node.get("type") == "link" for node in walk(shown.blocks))
        if linked and not all(off):
            self.problems.append(f"{shown.way}: a message with a link that unfurls")

    def _message(self, shown: Shown) -> Json:
        message: Json = {"type": "message", "user": BOT_USER, "bot_id": BOT, "ts": shown.ts, "text": shown.text}
        if shown.thread:
            message["thread_ts"] = shown.thread
        return {**message, "blocks": shown.blocks}


@dataclass
class ResponseUrl:
    """Where an answer to one command or press goes: who did it, where, at which message, and how often it was used."""

    user: str
    place: str
    original: Shown | None
    ends: float
    uses: int = 0


@dataclass
class ResponseUrls:
    """The addresses that were given out; ``now`` is the fake's clock, in seconds."""

    base_url: str
    _given: dict[str, ResponseUrl] = field(default_factory=dict)
    _numbers: Any = field(default_factory=lambda: count(1))

    def give(self, user: str, place: str, original: Shown | None, now: float) -> str:
        """A new address, for five uses in half an hour."""
        id_ = f"geheim{next(self._numbers)}"
        self._given[id_] = ResponseUrl(user, place, original, now + RESPONSE_SECONDS)
        return f"{self.base_url}response/{id_}"

    def use(self, id_: str, now: float) -> ResponseUrl:
        """What the address is for; raises RefusedError where it is used up, expired or unknown."""
        url = self._given.get(id_)
        if url is None:
            raise RefusedError("invalid_url")
        if now > url.ends:
            raise RefusedError("expired_url")
        if url.uses >= RESPONSE_USES:
            raise RefusedError("used_url")
        url.uses += 1
        return url
