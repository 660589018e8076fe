"""One call of a method of the Web API: what was sent, read as Slack reads it, and how it is refused."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.fake_slack.workspace import Json

MAX_BODY = 1024 * 1024
PATIENCE = 120
"""Seconds after which something that does not happen is a failure: no test waits that long when all is well."""


class RefusedError(Exception):
    """The method says no, with Slack's word for why, and what Slack tells besides."""

    def __init__(self, error: str, **more: Any) -> None:
        super().__init__(error)
        self.answer: Json = {"ok": False, "error": error, **more}


@dataclass(frozen=True)
class Call:
    """One call: the method, its arguments, the token that it came with, and the order of arrival."""

    method: str
    arguments: Mapping[str, Any] = field(repr=False)
    token: str | None = field(repr=False)

    def __getitem__(self, name: str) -> Any:
        return self.arguments[name]

    def get(self, name: str) -> Any:
        return self.arguments.get(name)

    def required(self, name: str) -> Any:
        """The argument; without it Slack answers ``invalid_arguments``."""
        if self.arguments.get(name) in (None, ""):
            raise RefusedError(
                "invalid_arguments", response_metadata={"messages": [f"[ERROR] missing required field: {name}"]}
            )
        return self.arguments[name]

    def flag(self, name: str, *, default: bool = False) -> bool:
        """A truth value, which a form carries as a word."""
        return str(self.arguments.get(name, default)).lower() in ("1", "true")


async def read_call(request: web.Request) -> Call:
    """``request`` as a call: arguments in the address, in a form or in JSON; the token in a header or an argument.

    Raises RefusedError where Slack could not read it.
    """
    arguments: dict[str, Any] = dict(request.query)
    body = await request.read()
    match request.content_type if body else "":
        case "application/json":
            if request.charset and request.charset.lower() != "utf-8":
                raise RefusedError("invalid_charset")
            try:
                sent = json.loads(body)
            except ValueError:
                raise RefusedError("invalid_json") from None
            if not isinstance(sent, dict):
                raise RefusedError("json_not_object")
            arguments |= sent
        case "application/x-www-form-urlencoded" | "multipart/form-data":
            arguments |= {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
        case "":
            pass
        case _:
            raise RefusedError("invalid_post_type")
    scheme, _, in_header = request.headers.get("Authorization", "").partition(" ")
    token = in_header if scheme == "Bearer" else arguments.pop("token", None)
    return Call(request.match_info["method"], arguments, token)


def blocks_of(call: Call, name: str = "blocks") -> Any:
    """Blocks or a view, which a form carries as JSON in a text."""
    value = call.get(name)
    if isinstance(value, str):
        try:
            return json.loads(value)
        except ValueError:
            raise RefusedError("invalid_blocks_format" if name == "blocks" else "invalid_arguments") from None
    return value
