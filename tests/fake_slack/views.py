"""Modals and the App Home: opened by triggers that live for three seconds, stacked, updated against races."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

from tests.contract.block_kit_limits import view_problems
from tests.fake_slack.calling import Call, RefusedError, blocks_of
from tests.fake_slack.workspace import APP, BOT, TEAM, Json, Workspace

TRIGGER_SECONDS: Final = 3
DEEPEST: Final = 3
LARGEST: Final = 250 * 1024
"""Bytes of a view: "view_too_large" of https://docs.slack.dev/reference/methods/views.publish."""
_OF_ALL: Final = frozenset({"type", "blocks", "private_metadata", "callback_id", "external_id"})
FIELDS: Final = {
    "home": _OF_ALL,
    "modal": _OF_ALL | {"title", "submit", "close", "clear_on_close", "notify_on_close", "submit_disabled"},
}
"""What a view may have: https://docs.slack.dev/reference/views/home-tab-views and, of the other, modal-views."""


@dataclass
class Trigger:
    """What lets the bot open a modal once, for a few seconds."""

    user: str
    ends: float
    used: bool = False


@dataclass
class View:
    """A modal or a home that somebody sees. ``errors`` stand at its fields."""

    id: str
    user: str
    content: Json
    hash: str
    root: str
    previous: str | None = None
    errors: dict[str, str] = field(default_factory=dict)
    hash_told: bool = True
    """Whether the bot can know the hash: Slack tells none when an answer to a submission has changed the view."""

    def as_json(self) -> Json:
        """The object that calls answer with and that submissions carry."""
        usual: Json = {"private_metadata": "", "callback_id": "", "close": None, "submit": None, "external_id": ""}
        usual |= {"clear_on_close": False, "notify_on_close": False, "state": {"values": {}}}
        ids = {"id": self.id, "team_id": TEAM, "app_id": APP, "bot_id": BOT, "app_installed_team_id": TEAM}
        stack = {"hash": self.hash, "root_view_id": self.root, "previous_view_id": self.previous}
        return {**usual, **self.content, **ids, **stack}


@dataclass
class Views:
    """All views that are open; ``now`` gives the fake's clock, in seconds."""

    workspace: Workspace
    problems: list[str]
    now: Callable[[], float]
    stacks: dict[str, list[View]] = field(default_factory=dict)
    homes: dict[str, View] = field(default_factory=dict)
    home_enabled: bool = True
    """Whether the app has a home: ``features.app_home.home_tab_enabled`` in its manifest."""
    unguarded: list[str] = field(default_factory=list)
    """Views that were updated without the hash that the bot had been told."""
    _triggers: dict[str, Trigger] = field(default_factory=dict)
    _numbers: Any = field(default_factory=lambda: count(1))

    def trigger(self, user: str) -> str:
        """A new trigger for something that ``user`` did."""
        id_ = f"{next(self._numbers)}.1764.{TEAM}"
        self._triggers[id_] = Trigger(user, self.now() + TRIGGER_SECONDS)
        return id_

    def top(self, user: str) -> View | None:
        """The modal that ``user`` sees."""
        stack = self.stacks.get(user)
        return stack[-1] if stack else None

    def open(self, call: Call) -> Json:
        content = self._content(call, "modal")
        user = self._use_trigger(call)
        if self.stacks.get(user):
            self.problems.append(f"views.open: {user} has a modal open already, which this one hides")
        self._check_external_id(content, None)
        view = self._new(user, content)
        self.stacks[user] = [view]
        return {"view": view.as_json()}

    def push(self, call: Call) -> Json:
        content = self._content(call, "modal")
        return {"view": self.pushed(self._use_trigger(call), content).as_json()}

    def pushed(self, user: str, content: Json) -> View:
        """A modal on top of the others; raises RefusedError where that would be the fourth."""
        stack = self.stacks.get(user, [])
        if not stack:
            raise RefusedError("not_found")
        if len(stack) >= DEEPEST:
            raise RefusedError("push_limit_reached")
        self._check_external_id(content, None)
        view = self._new(user, content, root=stack[0].root, previous=stack[-1].id)
        stack.append(view)
        return view

    def update(self, call: Call) -> Json:
        content = self._content(call, "modal")
        id_ = call.required("view_id")
        view = next((view for stack in self.stacks.values() for view in stack if view.id == id_), None)
        if view is None:
            raise RefusedError("not_found")
        if call.get("hash") and call["hash"] != view.hash:
            raise RefusedError("hash_conflict")
        self._check_external_id(content, view)
        if not call.get("hash") and view.hash_told:
            self.unguarded.append(view.id)
        self.replace(view, content)
        view.hash_told = True
        return {"view": view.as_json()}

    def publish(self, call: Call) -> Json:
        user = call.required("user_id")
        content = self._content(call, "home")
        known = self.workspace.users.get(user)
        if known is None or known.is_bot or known.deleted:
            raise RefusedError("invalid_arguments", response_metadata={"messages": ["invalid `user_id`"]})
        if not self.home_enabled:
            raise RefusedError("not_enabled")
        home = self.homes.get(user)
        self._check_external_id(content, home)
        if home is not None and call.get("hash") and call["hash"] != home.hash:
            raise RefusedError("hash_conflict")
        if home is None:
            self.homes[user] = home = self._new(user, content)
        else:
            self.replace(home, content)
        return {"view": home.as_json()}

    def replace(self, view: View, content: Json) -> None:
        """Show ``content`` in the place of what ``view`` has shown."""
        view.content, view.hash, view.errors = self._with_ids(content), self._hash(), {}

    def close(self, user: str, *, all_of_them: bool = False) -> None:
        """Take the top modal away, or all."""
        if all_of_them or len(self.stacks.get(user, ())) <= 1:
            self.stacks.pop(user, None)
        else:
            self.stacks[user].pop()

    def respond(self, view: View, answer: Mapping[str, Any]) -> None:
        """Do what the answer to a submission asks for, as Slack does; record what Slack would not understand."""
        match answer.get("response_action"):
            case None:
                self.close(view.user)
            case "clear":
                self.close(view.user, all_of_them=True)
            case "errors":
                inputs = {block["block_id"] for block in view.content["blocks"] if block["type"] == "input"}
                errors = answer.get("errors") or {}
                if not errors or not set(errors) <= inputs:
                    self.problems.append(f"errors at {sorted(errors)}, where the inputs are {sorted(inputs)}")
                view.errors = dict(errors)
            case "update":
                self._check(answer["view"], "an answer with update")
                self.replace(view, answer["view"])
                view.hash_told = False
            case "push":
                self._check(answer["view"], "an answer with push")
                self.pushed(view.user, answer["view"]).hash_told = False
            case other:
                self.problems.append(f"an answer with the response_action {other!r}")

    def _content(self, call: Call, kind: str) -> Json:
        content = blocks_of(call, "view")
        if not isinstance(content, dict) or content.get("type") != kind:
            raise RefusedError(
                "invalid_arguments", response_metadata={"messages": [f"a view of type {kind} is needed"]}
            )
        if len(json.dumps(content, ensure_ascii=False).encode()) > LARGEST:
            raise RefusedError("view_too_large")
        if found := self._check(content, call.method):
            raise RefusedError("invalid_arguments", response_metadata={"messages": found})
        return content

    def _check_external_id(self, content: Json, own: View | None) -> None:
        """An ``external_id`` is of one view in the workspace: ``duplicate_external_id`` of the methods ``views.*``."""
        every = [*self.homes.values(), *(view for stack in self.stacks.values() for view in stack)]
        taken = {view.content["external_id"] for view in every if view.content.get("external_id") and view is not own}
        if content.get("external_id") in taken:
            raise RefusedError("duplicate_external_id")

    def _check(self, content: Json, way: str) -> list[str]:
        # Metadata and callback id may be missing or empty; the limits only know those that say something.
        filled = {name: value for name, value in content.items() if value != ""}
        found = list(view_problems({"private_metadata": "none", "callback_id": "none", **filled}))
        found += [f"a {content['type']} with {name}" for name in sorted(content.keys() - FIELDS[content["type"]])]
        if content["type"] == "modal":
            found += ["a modal without a title"] * ("title" not in content)
            has_inputs = any(block["type"] == "input" for block in content["blocks"])
            found += ["inputs without a submit button"] * (has_inputs and "submit" not in content)
        found = [f"{way}: {problem}" for problem in found]
        self.problems += found
        return found

    def _use_trigger(self, call: Call) -> str:
        trigger = self._triggers.get(str(call.required("trigger_id")))
        if trigger is None:
            raise RefusedError("invalid_trigger_id")
        if self.now() > trigger.ends:
            raise RefusedError("expired_trigger_id")
        if trigger.used:
            raise RefusedError("exchanged_trigger_id")
        trigger.used = True
        return trigger.user

    def _new(self, user: str, content: Json, root: str | None = None, previous: str | None = None) -> View:
        id_ = f"V{next(self._numbers):08}"
        return View(id_, user, self._with_ids(content), self._hash(), root or id_, previous)

    def _with_ids(self, content: Json) -> Json:
        blocks = [{"block_id": f"given{next(self._numbers)}", **block} for block in content["blocks"]]
        return {**content, "blocks": blocks}

    def _hash(self) -> str:
        return f"1764000000.{next(self._numbers):08x}"
