"""The app's manifest: pasted into Slack once, it sets the app up (https://docs.slack.dev/reference/app-manifest)."""

import ipaddress
import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import urlsplit

import yaml

from bot.domain.language import Language
from bot.errors import SettingsError
from bot.messages.texts import Texts, texts_in
from bot.surfaces.slack.listening.gate import PATH
from bot.surfaces.slack.listening.interactions import MESSAGE_SHORTCUT, SHORTCUTS
from bot.surfaces.slack.listening.listeners import EVENTS
from bot.surfaces.slack.scopes import BotScope, scopes_for

Json = dict[str, Any]

PLACEHOLDER: Final = "https://bot.example"
"""Stands for the bot's address until that is known."""
_SUBSCRIBED: Final = {"message": "message.im"}
"""Events that are subscribed to by another name than they come by: of messages, those to the bot itself alone."""
_ADDRESS: Final = re.compile(r"https://[^\s/?#@]+(/[^\s?#]*)?")

_HEAD: Final = """\
# The app of Somebot in Slack. At https://api.slack.com/apps choose "Create New App", "From a manifest",
# the workspace, and paste all of this."""
_REPLACE: Final = f"""
#
# {PLACEHOLDER} IS A PLACEHOLDER: put the address there by which Slack reaches the bot, three times;
# or print the manifest with `--url https://…`. It can still be changed in the app's settings."""

_SOCKET: Final = """
#
# It uses Socket Mode: Slack need not reach the bot. Once the app is made, make an app-level token with the scope
# connections:write (Basic Information, App-Level Tokens), and set SLACK_APP_TOKEN to it."""


def manifest(*, address: str | None, command: str, language: Language, by_email: bool) -> Json:
    """The manifest of the app for the bot at ``address``, or for Socket Mode, with its texts in ``language``."""
    texts = texts_in(language)
    url = {} if address is None else {"url": f"{address}{PATH}"}
    request_url = {f"request_{name}": value for name, value in url.items()}
    return {
        "_metadata": {"major_version": 1, "minor_version": 1},
        "display_information": {
            "name": "Somebot",
            "description": texts("app-short"),
            "long_description": texts("app-long", command=command),
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "somebot", "always_online": True},
            "shortcuts": [
                *(_shortcut(texts, "global", id_) for id_ in SHORTCUTS),
                _shortcut(texts, "message", MESSAGE_SHORTCUT),
            ],
            "slash_commands": [
                {
                    "command": command,
                    **url,
                    "description": texts("app-command"),
                    "usage_hint": texts("app-command-hint"),
                    # People who are mentioned come with their ids, not as typed.
                    "should_escape": True,
                }
            ],
        },
        "oauth_config": {"scopes": {"bot": [scope.name for scope in scopes_for(by_email=by_email)]}},
        "settings": {
            "event_subscriptions": {
                **request_url,
                "bot_events": [_SUBSCRIBED.get(event, event) for event in EVENTS],
            },
            "interactivity": {"is_enabled": True, **request_url},
            "org_deploy_enabled": False,
            "socket_mode_enabled": address is None,
            "token_rotation_enabled": False,
        },
    }


def manifest_yaml(
    *, address: str | None, command: str, language: Language, by_email: bool, socket: bool = False
) -> str:
    """The manifest as YAML to be pasted, with each scope's reason beside it; with a placeholder where the bot's
    ``address`` is not known yet; with ``socket``, for Socket Mode, which needs none.

    Raises SettingsError for an address that Slack would not send to.
    """
    content = manifest(
        address=None if socket else PLACEHOLDER if address is None else _base(address),
        command=command,
        language=language,
        by_email=by_email,
    )
    dumped = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=120)
    reasons = {scope.name: scope for scope in scopes_for(by_email=by_email)}
    head = _HEAD + (_SOCKET if socket else _REPLACE if address is None else "")
    return "\n".join([head, *_with_reasons(dumped, reasons)])


def _shortcut(texts: Texts, kind: str, callback_id: str) -> Json:
    return {
        "name": texts(f"app-shortcut-{callback_id}"),
        "type": kind,
        "callback_id": callback_id,
        "description": texts(f"app-shortcut-{callback_id}-what"),
    }


def _with_reasons(dumped: str, reasons: Mapping[str, BotScope]) -> Iterator[str]:
    for line in dumped.splitlines():
        indent, dash, name = line.partition("- ")
        if dash and name in reasons:
            why = f"Somebot {reasons[name].reason}. Without this, {reasons[name].without}."
            yield from textwrap.wrap(why, 100, initial_indent=f"{indent}# ", subsequent_indent=f"{indent}# ")
        yield line


def _base(address: str) -> str:
    """The address of the bot without what the manifest adds itself."""
    base = address.rstrip("/").removesuffix(PATH)
    if not _ADDRESS.fullmatch(base) or not (host := _host(base)):
        raise SettingsError(f"--url {address}: write the address by which Slack reaches the bot, as {PLACEHOLDER}")
    if not _is_public(host):
        what = "give a public address, or that of a tunnel"
        raise SettingsError(f"--url {address}: Slack sends from the internet and does not reach that: {what}")
    return base


def _host(address: str) -> str:
    try:
        parts = urlsplit(address)
        parts.port  # noqa: B018 - raises where it is none
    except ValueError:
        return ""
    return parts.hostname or ""


def _is_public(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return "." in host and not host.endswith((".localhost", ".local", ".internal"))
