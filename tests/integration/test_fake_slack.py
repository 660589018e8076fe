"""The fake that stands in for Slack refuses what Slack refuses, as Slack's own library sees it."""

from __future__ import annotations

import pytest
from aiohttp import ClientSession
from slack_sdk.errors import SlackApiError
from slack_sdk.signature import SignatureVerifier
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from tests.contract.examples import PNG
from tests.fake_slack.files import File
from tests.fake_slack.misbehaving import Broken, Held, Html, RateLimited, Refused, Reset
from tests.fake_slack.sending import sign
from tests.fake_slack.server import RESPONSE_URL, FakeSlack
from tests.fake_slack.workspace import ELSEWHERE, GENERAL, Json

pytestmark = pytest.mark.asyncio(loop_scope="module")

STAFF = "U0STAFF01"
WORDS = {"type": "plain_text", "text": "Sanoja"}
SECTION = {"type": "section", "text": WORDS}
HOME: Json = {"type": "home", "blocks": [SECTION]}
MODAL: Json = {"type": "modal", "title": WORDS, "callback_id": "x", "blocks": [SECTION]}


@pytest.fixture
def client(slack: FakeSlack) -> AsyncWebClient:
    return AsyncWebClient(slack.token, base_url=slack.api_url, retry_handlers=[])


async def refusal(client: AsyncWebClient, method: str, **arguments: object) -> str:
    with pytest.raises(SlackApiError) as raised:
        await client.api_call(method, json=arguments)
    return str(raised.value.response["error"])


async def test_it_knows_who_the_bot_is_and_what_its_token_may_do(client: AsyncWebClient) -> None:
    answer = await client.auth_test()
    assert answer["user_id"] == "U0SOMEBOT"
    assert "chat:write" in answer.headers["x-oauth-scopes"]


@pytest.mark.parametrize(("token", "error"), [("xoxb-wrong", "invalid_auth"), ("", "not_authed")])
async def test_it_looks_at_the_token(slack: FakeSlack, token: str, error: str) -> None:
    assert await refusal(AsyncWebClient(token, base_url=slack.api_url), "auth.test") == error


async def test_people_have_a_locale_where_it_is_asked_for_and_an_address_where_a_scope_allows_it(
    slack: FakeSlack, client: AsyncWebClient
) -> None:
    user = (await client.users_info(user=STAFF, include_locale=True))["user"]
    assert (user["locale"], user["profile"]["email"]) == ("fi-FI", "tyontekija@esimerkki.fi")
    assert "locale" not in (await client.users_info(user=STAFF))["user"]
    assert (await client.users_lookupByEmail(email="TYONTEKIJA@esimerkki.fi"))["user"]["id"] == STAFF
    assert await refusal(client, "users.lookupByEmail", email="nobody@esimerkki.fi") == "users_not_found"
    assert await refusal(client, "users.info", user="U0NOBODY1") == "user_not_found"
    slack.scopes.discard("users:read.email")
    assert "email" not in (await client.users_info(user=STAFF))["user"]["profile"]
    assert await refusal(client, "users.lookupByEmail", email="tyontekija@esimerkki.fi") == "missing_scope"


async def test_it_posts_where_the_bot_is_a_member(slack: FakeSlack, client: AsyncWebClient) -> None:
    posted = await client.chat_postMessage(channel=GENERAL, text="Hei", blocks=[SECTION], unfurl_links=False)
    assert [shown.words for shown in slack.workspace.seen_by(STAFF)] == ["Hei\nSanoja"]
    await client.chat_update(channel=GENERAL, ts=posted["ts"], text="Hei taas")
    assert [shown.words for shown in slack.workspace.seen_by(STAFF)] == ["Hei taas"]
    assert await refusal(client, "chat.postMessage", channel=ELSEWHERE, text="Hei") == "not_in_channel"
    assert await refusal(client, "chat.postMessage", channel="C0NOWHERE", text="Hei") == "channel_not_found"
    assert await refusal(client, "chat.postMessage", channel=GENERAL, text="") == "no_text"
    assert await refusal(client, "conversations.history", channel=GENERAL) == "missing_scope"
    assert slack.problems == []


async def test_what_slack_would_refuse_or_should_not_show_is_a_problem(
    slack: FakeSlack, client: AsyncWebClient
) -> None:
    too_long = {"type": "section", "text": {**WORDS, "text": "x" * 3001}}
    error = await refusal(client, "chat.postMessage", channel=GENERAL, text="x", blocks=[too_long])
    assert error == "invalid_blocks"
    await client.chat_postMessage(channel=GENERAL, text="https://esimerkki.fi")
    await client.chat_postMessage(channel=GENERAL, text="<!channel>", unfurl_links=False, unfurl_media=False)
    assert slack.problems[-3:] == [
        "chat.postMessage: a text of 3001 characters",
        "chat.postMessage: a message with a link that unfurls",
        "chat.postMessage: markup that is not escaped: <!channel>",
    ]
    slack.problems.clear()


async def test_a_trigger_opens_one_modal_within_three_seconds(slack: FakeSlack, client: AsyncWebClient) -> None:
    trigger, late = slack.views.trigger(STAFF), slack.views.trigger(STAFF)
    opened = await client.views_open(trigger_id=trigger, view=MODAL)
    assert slack.views.top(STAFF) is not None
    assert await refusal(client, "views.open", trigger_id=trigger, view=MODAL) == "exchanged_trigger_id"
    slack.advance(4)
    assert await refusal(client, "views.open", trigger_id=late, view=MODAL) == "expired_trigger_id"
    for _ in range(2):
        await client.views_push(trigger_id=slack.views.trigger(STAFF), view=MODAL)
    deep = await refusal(client, "views.push", trigger_id=slack.views.trigger(STAFF), view=MODAL)
    assert deep == "push_limit_reached"

    view = opened["view"]
    await client.views_update(view_id=view["id"], hash=view["hash"], view=MODAL)
    assert await refusal(client, "views.update", view_id=view["id"], hash=view["hash"], view=MODAL) == "hash_conflict"
    slack.views.close(STAFF, all_of_them=True)
    assert await refusal(client, "views.update", view_id=view["id"], view=MODAL) == "not_found"


@pytest.mark.parametrize(
    ("wrong", "error", "problem"),
    [
        ({"blocks": []}, "invalid_arguments", "0 blocks"),
        ({"blocks": [SECTION] * 101}, "invalid_arguments", "101 blocks"),
        ({"blocks": [{**SECTION, "block_id": "i" * 256}]}, "invalid_arguments", "a id of 256 characters"),
        ({"blocks": [{"type": "shortcut"}]}, "invalid_arguments", "an unknown block shortcut"),
        ({"private_metadata": "m" * 3001}, "invalid_arguments", "a metadata of 3001 characters"),
        ({"callback_id": "c" * 256}, "invalid_arguments", "a callback id of 256 characters"),
        ({"external_id": "e" * 256}, "invalid_arguments", "a external id of 256 characters"),
        ({"title": WORDS}, "invalid_arguments", "a home with title"),
        ({"submit": WORDS}, "invalid_arguments", "a home with submit"),
        ({"type": "modal", "title": WORDS}, "invalid_arguments", None),
        ({"private_metadata": "m" * 256_000}, "view_too_large", None),
    ],
)
async def test_a_home_is_refused_for_what_slack_refuses_it_for(
    slack: FakeSlack, client: AsyncWebClient, wrong: Json, error: str, problem: str | None
) -> None:
    assert await refusal(client, "views.publish", user_id=STAFF, view={**HOME, **wrong}) == error
    assert not slack.views.homes
    assert not problem or any(one.startswith(f"views.publish: {problem}") for one in slack.problems)
    slack.problems.clear()


async def test_a_home_is_somebodys_and_is_not_drawn_over_a_newer_one(slack: FakeSlack, client: AsyncWebClient) -> None:
    for nobody in ("U0NOWHERE", "U0SOMEBOT"):
        assert await refusal(client, "views.publish", user_id=nobody, view=HOME) == "invalid_arguments"
    first = (await client.views_publish(user_id=STAFF, view={**HOME, "external_id": "koti"}))["view"]
    await client.views_publish(user_id=STAFF, view={**HOME, "external_id": "koti"}, hash=first["hash"])
    stale = await refusal(client, "views.publish", user_id=STAFF, view=HOME, hash=first["hash"])
    assert stale == "hash_conflict"
    taken = {**MODAL, "external_id": "koti"}
    trigger = slack.views.trigger(STAFF)
    assert await refusal(client, "views.open", trigger_id=trigger, view=taken) == "duplicate_external_id"
    slack.views.home_enabled = False
    assert await refusal(client, "views.publish", user_id=STAFF, view=HOME) == "not_enabled"


async def test_an_answer_is_sent_to_its_address_five_times_in_half_an_hour(slack: FakeSlack) -> None:
    webhook = AsyncWebhookClient(slack.response_url(STAFF, GENERAL))
    await webhook.send(text="Vain sinulle")
    await webhook.send(text="Kaikille", response_type="in_channel", unfurl_links=False, unfurl_media=False)
    statuses = [(await webhook.send(text="Hei")).status_code for _ in range(4)]
    assert statuses == [200, 200, 200, 404]
    assert [shown.only_to for shown in slack.workspace.shown] == [STAFF, None, STAFF, STAFF, STAFF]
    late = AsyncWebhookClient(slack.response_url(STAFF, GENERAL))
    slack.advance(1801)
    assert (await late.send(text="Hei")).status_code == 404
    assert len(slack.called(RESPONSE_URL)) == 7
    assert slack.problems == ["response_url: used_url", "response_url: expired_url"]
    slack.problems.clear()


async def test_a_message_is_replaced_and_taken_away_through_its_address(slack: FakeSlack) -> None:
    await AsyncWebhookClient(slack.response_url(STAFF, GENERAL)).send(text="Ensin")
    (shown,) = slack.workspace.shown
    webhook = AsyncWebhookClient(slack.response_url(STAFF, GENERAL, shown.ts))
    await webhook.send(text="Sitten", replace_original=True)
    assert [one.text for one in slack.workspace.seen_by(STAFF)] == ["Sitten"]
    await webhook.send(delete_original=True)
    assert slack.workspace.seen_by(STAFF) == []


async def test_it_misbehaves_to_order_and_then_behaves(slack: FakeSlack, client: AsyncWebClient) -> None:
    slack.misbehave("auth.test", Refused("fatal_error"), times=1)
    assert await refusal(client, "auth.test") == "fatal_error"
    limited = RateLimited(30)
    slack.misbehave("auth.test", limited, times=2)
    assert await refusal(client, "auth.test") == "ratelimited"
    assert await refusal(client, "auth.test") == "ratelimited"
    assert limited.too_early == 1
    for fault in (Broken(503), Html(), Reset(), Reset(half_answered=True)):
        slack.misbehave("chat.postMessage", fault, times=1)
        with pytest.raises(Exception):  # noqa: B017, PT011 - whatever the library makes of it
            await client.chat_postMessage(channel=GENERAL, text="Hei")
    assert len(slack.workspace.shown) == 1  # the half answered one
    held = Held()
    held.released.set()
    slack.misbehave("auth.test", held, after=1, times=1)
    await client.auth_test()
    assert not held.begun.is_set()
    await client.auth_test()
    assert held.begun.is_set()


async def test_signatures_are_those_that_slacks_library_accepts() -> None:
    body, at = b"text=kuka+hoitaa", "1764000000"
    verifier = SignatureVerifier("salaisuus", clock=type("Then", (), {"now": lambda _: 1764000000})())
    assert verifier.is_valid(body, at, sign("salaisuus", at, body))
    assert not verifier.is_valid(body, at, sign("toinen", at, body))


async def test_a_file_is_taken_in_three_steps_and_shown_only_then(slack: FakeSlack, client: AsyncWebClient) -> None:
    async with ClientSession() as session:

        async def send(address: str, content: bytes) -> int:
            async with session.post(address, data=content) as answer:
                return answer.status

        begun = await client.files_getUploadURLExternal(filename="x.png", length=len(PNG), alt_txt="A point")
        file, address = str(begun["file_id"]), str(begun["upload_url"])
        shown = {"type": "image", "alt_text": "A point", "title": WORDS, "slack_file": {"id": file}}

        async def show() -> str:
            return await refusal(client, "chat.postMessage", channel=GENERAL, text="x", blocks=[shown])

        assert await refusal(client, "files.completeUploadExternal", files=[{"id": file}]) == "file_not_found"
        assert (await send(f"{address}7", PNG), await send(address, PNG[:-1])) == (404, 400)
        assert await send(address, PNG) == 200
        assert await show() == "invalid_blocks"
        await client.files_completeUploadExternal(files=[{"id": file, "title": "Piste"}])
        assert await refusal(client, "files.completeUploadExternal", files=[{"id": file}]) == "file_not_found"
    slack.files.looks = 1
    assert await show() == "invalid_blocks"
    await client.chat_postMessage(channel=GENERAL, text="x", blocks=[shown])
    assert "A point" in slack.workspace.shown[-1].words


async def test_a_file_is_nothing_for_one_persons_eyes(slack: FakeSlack, client: AsyncWebClient) -> None:
    slack.files.known["F0FILE0001"] = File("F0FILE0001", len(PNG), content=PNG, completed=True)
    shown: Json = {"type": "image", "alt_text": "x", "title": WORDS, "slack_file": {"id": "F0FILE0001"}}
    await client.chat_postEphemeral(channel=GENERAL, user=STAFF, text="x", blocks=[shown])
    (problem,) = slack.problems
    assert "one person's eyes" in problem
    slack.problems.clear()


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"filename": "x.png", "length": 0}, "missing_argument"),
        ({"filename": "", "length": 7}, "invalid_arguments"),
        ({"filename": "x.png", "length": 7, "alt_txt": "x" * 1001}, "alt_txt_too_large"),
    ],
)
async def test_an_address_for_a_file_is_refused(client: AsyncWebClient, arguments: Json, error: str) -> None:
    assert await refusal(client, "files.getUploadURLExternal", **arguments) == error


async def test_files_need_a_scope(slack: FakeSlack, client: AsyncWebClient) -> None:
    slack.scopes.discard("files:write")
    for method in ("files.getUploadURLExternal", "files.completeUploadExternal"):
        assert await refusal(client, method) == "missing_scope"
