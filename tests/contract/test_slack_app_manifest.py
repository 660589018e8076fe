"""The manifest is one that Slack takes, and says what the code does: nothing is announced that nobody answers."""

from __future__ import annotations

import ast
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import urlencode

import aiohttp
import pytest
import yaml
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.domain.language import Language
from bot.errors import SettingsError
from bot.surfaces.slack.arrivals import Arrivals
from bot.surfaces.slack.connection import Connection, Workspace
from bot.surfaces.slack.listening.events import Events
from bot.surfaces.slack.listening.interactions import Interactions
from bot.surfaces.slack.listening.listeners import make_app
from bot.surfaces.slack.manifest import PLACEHOLDER, manifest_yaml
from bot.surfaces.slack.scopes import EMAIL, SCOPES
from bot.surfaces.slack.token_health import TokenHealth
from tests.conftest import ROOT
from tests.contract.slack_manifest_schema import EVENTS, SCOPE_OF_EVENT, SCOPE_OF_METHOD, Manifest

ADDRESS = "https://some.esimerkki.fi"
Json = dict[str, Any]


def printed(
    address: str | None = ADDRESS, *, command: str = "/some", language: Language = Language.FI, by_email: bool = True
) -> str:
    return manifest_yaml(address=address, command=command, language=language, by_email=by_email)


def manifest(address: str | None = ADDRESS, *, by_email: bool = True) -> Json:
    content: Json = yaml.safe_load(printed(address, by_email=by_email))
    return content


def urls(content: Json) -> list[str]:
    settings = content["settings"]
    (command,) = content["features"]["slash_commands"]
    return [command["url"], settings["event_subscriptions"]["request_url"], settings["interactivity"]["request_url"]]


def test_for_socket_mode_it_names_no_address() -> None:
    text = manifest_yaml(address=None, command="/some", language=Language.FI, by_email=True, socket=True)
    content = yaml.safe_load(text)
    Manifest.model_validate(content)
    assert content["settings"]["socket_mode_enabled"]
    assert "url" not in json.dumps(content)
    assert "connections:write" in text


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("command", ["/some", "/" + "a" * 31])
def test_slack_takes_it_in_each_language(language: Language, command: str) -> None:
    content = yaml.safe_load(printed(command=command, language=language))
    Manifest.model_validate(content)
    assert content["features"]["slash_commands"][0]["command"] == command
    assert command in content["display_information"]["long_description"]


def test_only_what_is_set_up_is_on() -> None:
    content = manifest()
    assert content["features"]["app_home"] == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": False,
    }
    assert [name for name, value in content["settings"].items() if value is True] == []
    assert content["settings"]["interactivity"]["is_enabled"] is True


def test_each_scope_stands_below_its_reason() -> None:
    lines = [line.strip() for line in printed().splitlines()]
    for scope in (*SCOPES, EMAIL):
        comment: list[str] = []
        at = lines.index(f"- {scope.name}")
        while lines[at - 1].startswith("# "):
            at -= 1
            comment.insert(0, lines[at].removeprefix("# "))
        assert " ".join(comment) == f"Somebot {scope.reason}. Without this, {scope.without}."


def test_e_mail_addresses_are_only_asked_for_where_they_join_people() -> None:
    assert EMAIL.name in manifest()["oauth_config"]["scopes"]["bot"]
    assert EMAIL.name not in printed(by_email=False)


@pytest.mark.parametrize(
    "address",
    [ADDRESS, f"{ADDRESS}/", f"{ADDRESS}/slack/events", f"{ADDRESS}/slack/events/"],
)
def test_the_address_may_be_given_as_people_have_it(address: str) -> None:
    assert urls(manifest(address)) == [f"{ADDRESS}/slack/events"] * 3
    assert PLACEHOLDER not in printed(address)


def test_the_address_may_have_a_port_and_a_path() -> None:
    assert set(urls(manifest("https://esimerkki.fi:8443/botti"))) == {"https://esimerkki.fi:8443/botti/slack/events"}


def test_without_an_address_the_placeholder_is_said_to_be_one() -> None:
    head = [line for line in printed(None).splitlines() if line.startswith("#")]
    assert any(f"{PLACEHOLDER} IS A PLACEHOLDER" in line for line in head)
    assert urls(manifest(None)) == [f"{PLACEHOLDER}/slack/events"] * 3
    assert printed(None).count(f"{PLACEHOLDER}/") == 3


@pytest.mark.parametrize(
    "address",
    [
        "",
        "some.esimerkki.fi",
        "http://some.esimerkki.fi",
        "https://",
        "https://some.esimerkki.fi:port",
        "https://[some]",
        "https://some.esimerkki.fi/?a=b",
        "https://some.esimerkki.fi/#a",
        "https://user:secret@some.esimerkki.fi",
        "https://some.esimerkki.fi/a b",
        "https://some.esi merkki.fi",
    ],
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(SettingsError, match="write the address by which Slack reaches the bot"):
        printed(address)


@pytest.mark.parametrize("host", ["localhost:3000", "127.0.0.1", "10.1.2.3", "[::1]:3000", "somebot", "kone.local"])
def test_an_address_that_slack_does_not_reach_is_refused(host: str) -> None:
    with pytest.raises(SettingsError, match="does not reach that"):
        printed(f"https://{host}")


@dataclass
class Answering:
    """Answers everything that the listeners pass on, and keeps what it was."""

    answered: list[str] = field(default_factory=list)

    async def command(self, ack: AsyncAck, body: Json) -> None:
        self.answered.append(body["command"])
        await ack()

    async def other_command(self, ack: AsyncAck, body: Json) -> None:
        self.answered.append("another command")
        await ack()

    async def note(self, body: Json, next_: Callable[[], Awaitable[None]]) -> None:
        await next_()

    async def shortcut(self, ack: AsyncAck, body: Json) -> None:
        self.answered.append(body["callback_id"])
        await ack()

    message_shortcut = press = submission = shortcut

    async def unknown(self, ack: AsyncAck, body: Json) -> None:
        self.answered.append("unknown")
        await ack()

    async def mention(self, body: Json, event: Json) -> None:
        self.answered.append(event["type"])

    message = mention
    user_changed = mention
    home_opened = mention
    removed = mention


@pytest.fixture
async def app() -> AsyncIterator[tuple[AsyncApp, Answering]]:
    """Bolt's application with its listeners; nothing is called that is not of this machine."""
    answering = Answering()
    async with aiohttp.ClientSession() as session:
        client = AsyncWebClient("xoxb-1", base_url="http://127.0.0.1:9/", session=session)
        workspace = Workspace("T0TEAM001", "", "B0SOMEBOT", "U0SOMEBOT", frozenset())
        connection = Connection(workspace, client, client, session, TokenHealth())
        yield (
            make_app(
                connection, "/some", cast(Interactions, answering), cast(Events, answering), cast(Arrivals, answering)
            ),
            answering,
        )


async def status(app: AsyncApp, body: str, kind: str = "application/x-www-form-urlencoded") -> int:
    response = await app.async_dispatch(AsyncBoltRequest(body=body, headers={"content-type": [kind]}))
    return int(response.status)


async def test_the_command_is_answered_and_any_other_gets_a_word(app: tuple[AsyncApp, Answering]) -> None:
    bolt, answering = app
    (declared,) = manifest()["features"]["slash_commands"]
    for command in (declared["command"], "/other"):
        fields = {"command": command, "text": "", "user_id": "U0STAFF01", "team_id": "T0TEAM001"}
        assert await status(bolt, urlencode(fields)) == 200
    assert answering.answered == [declared["command"], "another command"]


async def test_the_shortcuts_are_answered_and_others_get_a_word(app: tuple[AsyncApp, Answering]) -> None:
    bolt, answering = app
    declared = {(one["type"], one["callback_id"]) for one in manifest()["features"]["shortcuts"]}
    ids = [id_ for _, id_ in sorted(declared)]
    assert len(declared) == len(set(ids)) == 3
    answered = set()
    for kind, name in (("global", "shortcut"), ("message", "message_action")):
        for id_ in (*ids, "other"):
            payload = {"type": name, "callback_id": id_, "user": {"id": "U0STAFF01"}, "team": {"id": "T0TEAM001"}}
            if await status(bolt, urlencode({"payload": json.dumps(payload)})) == 200:
                answered.add((kind, id_))
    assert declared <= answered
    assert set(answering.answered) == {*ids, "unknown"}


async def test_of_all_that_slack_can_tell_just_the_subscribed_is_listened_to(app: tuple[AsyncApp, Answering]) -> None:
    bolt, answering = app
    for event in sorted(EVENTS):
        told = {"type": event, "user": "U0STAFF01", "channel": "D0STAFF01", "ts": "1.0"}
        envelope = {"type": "event_callback", "team_id": "T0TEAM001", "event": told}
        await status(bolt, json.dumps(envelope), "application/json")
    subscribed = manifest()["settings"]["event_subscriptions"]["bot_events"]
    assert len(subscribed) == len(set(subscribed))
    assert {event.partition(".")[0] for event in subscribed} == set(answering.answered)


def test_the_scopes_are_just_what_calls_events_and_commands_need() -> None:
    content = manifest()
    events = {SCOPE_OF_EVENT[event] for event in content["settings"]["event_subscriptions"]["bot_events"]}
    calls = {SCOPE_OF_METHOD[method] for method in _methods_called()}
    assert set(content["oauth_config"]["scopes"]["bot"]) == {"commands"} | (events | calls) - {None}


def _methods_called() -> set[str]:
    """The methods of the Web API that the Slack surface calls, as Slack writes them."""
    called = set()
    for path in (ROOT / "bot" / "surfaces" / "slack").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and "_" in node.attr and hasattr(AsyncWebClient, node.attr):
                family = node.attr.startswith("apps_")  # the one that goes two deep
                called.add(node.attr.replace("_", ".", 2 if family else 1))
    named = {method for method in called if not method.startswith(".")}
    assert {"auth.test", "chat.postMessage", "views.open", "users.info", "users.lookupByEmail"} <= named
    return named
