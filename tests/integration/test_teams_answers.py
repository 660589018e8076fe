"""What people do in Teams, and what they see of it: messages, mentions, presses, dialogs, installing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.conversation.actions import encode
from bot.conversation.exchange import Asked, Incoming, Outcome, Pressed, Said, Submitted, Visibility
from bot.conversation.forms.form import FieldKind, Form, FormField
from bot.domain.language import Language
from bot.messages.model import Action, Message, Paragraph, Text, Verb
from bot.services.conversation_references import CONVERSATION_REFERENCES
from bot.surfaces.teams.rendering import form
from tests.fake_teams.cards import filled, words_of
from tests.fake_teams.issuer import TENANT
from tests.fake_teams.service import busy, member
from tests.fake_teams.tenant import BOT, GUEST, ICT, STAFF, Tenant, a_tenant, object_id

EN = Language.EN
FORM = Form("away", "A form", "Send", "Cancel", (FormField("day", FieldKind.DATE, "Day"),), EN, ("x",))
SENT_IN = filled(form(FORM), "Send", day="2026-12-01")
PRESS = {"action": encode(Action(Verb.SAY, ("help",), EN))}


def words(text: str, **different: Any) -> Outcome:
    return Outcome(Message((Paragraph((Text(text),)),), EN), **different)


class Mind:
    """Answers what it is told to, in the place of the conversation, and remembers what it was asked."""

    def __init__(self) -> None:
        self.heard: list[Incoming] = []
        self.outcome = words("an answer")
        self.goes_on = asyncio.Event()
        self.goes_on.set()

    async def __call__(self, incoming: Incoming) -> Outcome:
        self.heard.append(incoming)
        await self.goes_on.wait()
        return self.outcome


@pytest.fixture
def mind() -> Mind:
    return Mind()


@pytest.fixture
async def tenant(mind: Mind) -> AsyncIterator[Tenant]:
    async with a_tenant(handle=mind) as made:
        yield made


async def test_a_message_is_answered_where_it_was_written(tenant: Tenant, mind: Mind) -> None:
    posted = await tenant.say(STAFF, "who owns instagram")
    assert (posted.conversation, posted.text, posted.only_to) == (f"a:29:{STAFF}", "an answer", "")
    (heard,) = mind.heard
    assert (heard.content, heard.locale, heard.private, heard.alone) == (Said("who owns instagram"), EN, True, True)
    assert (heard.person.identities, heard.guest) == ((f"teams:{STAFF}",), False)


async def test_a_mention_in_a_channel_is_answered_in_its_thread_for_all(tenant: Tenant, mind: Mind) -> None:
    mind.outcome = words("for all", visibility=Visibility.CONVERSATION)
    assert await tenant.send(tenant.mention(STAFF, "who owns instagram")) == (200, {})
    (posted,) = await tenant.service.until_posted(1)
    assert (posted.conversation, posted.only_to) == ("19:abc@thread.tacv2;messageid=17", "")
    assert (mind.heard[0].content, mind.heard[0].private) == (Said("who owns instagram"), False)


async def test_a_message_that_begins_a_thread_is_answered_in_it(tenant: Tenant, mind: Mind) -> None:
    mind.outcome = words("for all", visibility=Visibility.CONVERSATION)
    channel = {"id": "19:abc@thread.tacv2", "conversationType": "channel", "tenantId": TENANT}
    await tenant.send(tenant.mention(STAFF, "help", id="23", conversation=channel))
    assert (await tenant.service.until_posted(1))[0].conversation == "19:abc@thread.tacv2;messageid=23"


async def test_a_mention_in_a_group_is_answered_in_the_group(tenant: Tenant, mind: Mind) -> None:
    mind.outcome = words("for all", visibility=Visibility.CONVERSATION)
    group = {"id": "19:group@thread.v2", "conversationType": "groupChat", "tenantId": TENANT}
    await tenant.send(tenant.mention(STAFF, "help", conversation=group))
    assert (await tenant.service.until_posted(1))[0].conversation == "19:group@thread.v2"


async def test_what_is_for_one_person_is_shown_to_them_alone(tenant: Tenant) -> None:
    await tenant.send(tenant.mention(STAFF, "my channels"))
    (posted,) = await tenant.service.until_posted(1)
    assert posted.only_to == f"29:{STAFF}"


async def test_what_can_not_be_shown_to_one_person_there_goes_to_them_by_itself(tenant: Tenant) -> None:
    tenant.service.blocked["19:abc@thread.tacv2;messageid=17"] = "BotNotInConversationRoster"
    await tenant.send(tenant.mention(STAFF, "my channels"))
    (posted,) = await tenant.service.until_posted(1)
    assert posted.conversation == f"a:29:{STAFF}"


async def test_a_slash_command_that_only_its_sender_sees_is_private(tenant: Tenant, mind: Mind) -> None:
    await tenant.send(tenant.mention(STAFF, "help", recipient={"id": BOT, "isTargeted": True}))
    await tenant.service.until_posted(1)
    assert (mind.heard[0].private, mind.heard[0].alone) == (True, False)


@pytest.mark.parametrize(
    ("said", "is_targeted", "heard"),
    [
        ("some who owns instagram", True, "who owns instagram"),
        ("Some", True, ""),
        ("/some help", False, "help"),
        ("some help would be nice", False, "some help would be nice"),
        ("somewhat", True, "somewhat"),
    ],
)
async def test_the_name_of_the_slash_command_is_no_part_of_what_is_said(
    tenant: Tenant, mind: Mind, said: str, is_targeted: bool, heard: str
) -> None:
    to = {"id": BOT, **({"isTargeted": True} if is_targeted else {})}
    await tenant.send(tenant.mention(STAFF, said, recipient=to))
    await tenant.service.until_posted(1)
    assert mind.heard[0].content == Said(heard)


async def test_people_who_are_called_become_identities_and_the_bot_nothing(tenant: Tenant, mind: Mind) -> None:
    cover, lost = object_id(77), object_id(78)
    tenant.service.members[cover] = member(f"29:{cover}", cover, "Cover Somebody")
    called = [
        {"type": "mention", "text": "<at>Somebot</at>", "mentioned": {"id": BOT}},
        {"type": "mention", "text": "<at>Cover</at>", "mentioned": {"id": f"29:{cover}", "name": "Cover"}},
        {"type": "mention", "text": "<at>Lost</at>", "mentioned": {"id": f"29:{lost}", "name": "Lost One"}},
        {"type": "clientInfo", "country": "FI"},
    ]
    text = "<at>Somebot</at>&nbsp;away 1.7. <at>Cover</at>n or <at>Lost</at> &amp; &lt;b&gt;"
    await tenant.send(tenant.mention(STAFF, "", text=text, entities=called))
    await tenant.service.until_posted(1)
    assert mind.heard[0].content == Said(f"away 1.7. teams:{cover} n or Lost One & <b>")


@pytest.mark.parametrize(
    ("different", "guest"),
    [
        ({}, False),
        ({"userRole": "guest"}, True),
        ({"userPrincipalName": "x_other.fi#EXT#@example.onmicrosoft.com"}, True),
        ({"tenantId": "another"}, True),
        ({"tenantId": TENANT}, False),
        ({"aadObjectId": object_id(5)}, True),
    ],
)
async def test_only_the_tenants_own_people_are_staff(
    tenant: Tenant, mind: Mind, different: dict[str, str], guest: bool
) -> None:
    tenant.service.members[STAFF] = member(f"29:{STAFF}", STAFF, "Person Somebody", **different)
    await tenant.say(STAFF, "help")
    assert mind.heard[0].guest is guest


async def test_who_is_in_no_directory_is_a_guest_and_is_not_asked_about(tenant: Tenant, mind: Mind) -> None:
    anonymous = {"id": "29:anonymous user", "name": "Anonymous"}
    await tenant.send({**tenant.activity("x", text="help"), "from": anonymous})
    await tenant.service.until_posted(1)
    assert mind.heard[0].guest
    assert mind.heard[0].person.identities == ("teams:29:anonymoususer",)
    assert not [call for call in tenant.service.told if "members" in call]


async def test_whom_teams_cannot_be_asked_about_is_staff_only_where_the_register_knows_them(mind: Mind) -> None:
    async with a_tenant(handle=mind) as tenant:
        await tenant.say(ICT, "help")  # whoever has a role is known from then on
        tenant.clock.at = tenant.clock.at.replace(hour=18)
        for who, guest in ((ICT, False), (STAFF, True)):
            tenant.service.misbehaves = [busy(500)]
            await tenant.say(who, "help")
            assert mind.heard[-1].guest is guest


async def test_an_address_of_the_municipalitys_own_joins_a_person_to_their_account() -> None:
    settings = {"ict_secretaries": ("person1@example.fi",), "email_domains": ("example.fi",)}
    for domains, has_role in ((("example.fi",), True), ((), False)):
        async with a_tenant(settings={**settings, "email_domains": domains}) as tenant:
            posted = await tenant.say(ICT, "register")
            assert ("Only the ICT secretary" not in posted.text) is has_role


async def test_a_press_is_answered_with_a_word_and_its_outcome_follows(tenant: Tenant, mind: Mind) -> None:
    answer = await tenant.press(STAFF, PRESS)
    assert answer == {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": "✓"}
    (posted,) = await tenant.service.until_posted(1)
    assert posted.text == "an answer"
    assert mind.heard[0].content == Pressed(Action(Verb.SAY, ("help",), EN))


async def test_a_press_that_changes_its_card_is_answered_with_the_new_one(tenant: Tenant, mind: Mind) -> None:
    mind.outcome = words("settled", replaces=True)
    answer = await tenant.press(STAFF, PRESS)
    assert answer["type"] == "application/vnd.microsoft.card.adaptive"
    assert words_of(answer["value"]) == "settled"
    assert not tenant.service.posted


async def test_a_submit_of_an_older_app_comes_as_a_message(tenant: Tenant, mind: Mind) -> None:
    mind.outcome = words("settled", replaces=True)
    assert await tenant.send(tenant.activity(STAFF, value=PRESS, replyToId="m7")) == (200, {})
    (posted,) = await tenant.service.until_posted(1)
    assert (posted.replaces, posted.text) == ("m7", "settled")


async def test_a_form_is_sent_in_where_it_stands_and_comes_back_with_what_is_wrong(tenant: Tenant, mind: Mind) -> None:
    mind.outcome = Outcome(FORM)
    answer = await tenant.press(STAFF, SENT_IN)
    assert words_of(answer["value"]).startswith("A form")
    assert mind.heard[0].content == Submitted("away", ("x",), {"day": "2026-12-01"})
    mind.outcome = words("kept")
    assert words_of((await tenant.press(STAFF, SENT_IN))["value"]) == "kept"


async def test_a_dialog_opens_comes_back_and_closes(tenant: Tenant, mind: Mind) -> None:
    mind.outcome = Outcome(FORM)
    opened = await tenant.dialog(STAFF, "task/fetch", PRESS)
    assert (opened["task"]["type"], opened["task"]["value"]["title"]) == ("continue", "A form")
    again = await tenant.dialog(STAFF, "task/submit", SENT_IN)
    assert again["task"]["value"]["card"]["content"]["type"] == "AdaptiveCard"
    mind.outcome = words("kept")
    assert await tenant.dialog(STAFF, "task/submit", SENT_IN) == {}
    assert (await tenant.service.until_posted(1))[0].text == "kept"


async def test_in_a_channel_the_outcome_of_a_dialog_is_shown_in_it_alone(tenant: Tenant, mind: Mind) -> None:
    channel = {"id": "19:abc@thread.tacv2;messageid=17", "conversationType": "channel", "tenantId": TENANT}
    answer = await tenant.dialog(STAFF, "task/submit", SENT_IN, conversation=channel)
    assert words_of(answer["task"]["value"]["card"]["content"]) == "an answer"
    assert not tenant.service.posted


async def test_what_is_closed_or_of_an_older_version_changes_nothing(tenant: Tenant, mind: Mind) -> None:
    assert await tenant.dialog(STAFF, "task/submit", {"cancel": "away"}) == {}
    old = await tenant.press(STAFF, {"action": "of another time"})
    assert old["type"] == "application/vnd.microsoft.card.adaptive"
    assert not mind.heard


async def test_a_form_in_a_conversation_is_sent_in_there_or_taken_away(tenant: Tenant, mind: Mind) -> None:
    mind.outcome = Outcome(FORM)
    posted = await tenant.say(STAFF, "away")
    mind.outcome = words("kept")
    sent = tenant.activity(STAFF, value=filled(posted.card, "Send", day="2026-12-24"), replyToId="m1")
    assert await tenant.send(sent) == (200, {})
    (_, kept) = await tenant.service.until_posted(2)
    assert (kept.replaces, kept.text) == ("m1", "kept")
    assert mind.heard[-1].content == Submitted("away", ("x",), {"day": "2026-12-24"})
    await tenant.send(tenant.activity(STAFF, value=filled(posted.card, "Cancel"), replyToId="m1"))
    await tenant.settle()
    assert (len(mind.heard), tenant.service.deleted) == (2, ["m1"])


async def test_what_came_of_a_dialog_takes_the_place_of_the_message_that_it_was_opened_from(
    tenant: Tenant, mind: Mind
) -> None:
    mind.outcome = words("away from now on", replaces=True)
    assert await tenant.dialog(STAFF, "task/submit", SENT_IN, replyToId="m7") == {}
    (posted,) = await tenant.service.until_posted(1)
    assert (posted.replaces, posted.text) == ("m7", "away from now on")


async def test_the_message_action_asks_what_the_guideline_says(tenant: Tenant, mind: Mind) -> None:
    content = "<div><p>May I post&nbsp;a picture of a <b>child</b>?</p></div>"
    value = {"commandId": "guideline", "messagePayload": {"body": {"contentType": "html", "content": content}}}
    asked = tenant.activity(STAFF, "invoke", name="composeExtension/fetchTask", value=value)
    status, answer = await tenant.send(asked)
    assert (status, answer["task"]["type"]) == (200, "continue")
    assert mind.heard[0].content == Asked("May I post a picture of a child ?")


async def test_what_takes_longer_than_teams_waits_follows_as_a_message(mind: Mind) -> None:
    async with a_tenant(handle=mind, waiting=0) as tenant:
        mind.goes_on.clear()
        answer = await tenant.dialog(STAFF, "task/submit", SENT_IN)
        assert answer["task"]["type"] == "message"
        assert not tenant.service.posted
        mind.goes_on.set()
        assert (await tenant.service.until_posted(1))[0].text == "an answer"


async def test_a_message_is_acknowledged_before_it_is_answered(tenant: Tenant, mind: Mind) -> None:
    mind.goes_on.clear()
    assert await tenant.send(tenant.activity(STAFF, text="help")) == (200, {})
    mind.goes_on.set()
    await tenant.service.until_posted(1)


async def test_installing_greets_once_and_keeps_where_the_person_is_written_to(tenant: Tenant, mind: Mind) -> None:
    await tenant.send(tenant.activity(STAFF, "conversationUpdate", membersAdded=[{"id": BOT}]))
    await tenant.send(tenant.activity(STAFF, "installationUpdate", action="add"))
    await tenant.service.until_posted(1)
    await tenant.settle()
    assert [one.content for one in mind.heard] == [Said("")]
    assert f"teams:{STAFF}" in (await tenant.application.store.read()).of(CONVERSATION_REFERENCES)
    await tenant.send(tenant.activity(STAFF, "installationUpdate", action="remove"))
    await tenant.settle()
    assert not (await tenant.application.store.read()).of(CONVERSATION_REFERENCES)
    assert len(tenant.service.posted) == 1


@pytest.mark.parametrize(
    "different",
    [
        {"type_": "typing"},
        {"type_": "messageReaction", "reactionsAdded": [{"type": "like"}]},
        {"type_": "contactRelationUpdate"},
        {"type_": "messageUpdate", "text": "edited"},
        {"type_": "event", "name": "application/vnd.microsoft.meetingStart"},
        {"type_": "endOfConversation"},
        {"type_": "invoke", "name": "fileConsent/invoke"},
        {"type_": "invoke", "name": "signin/verifyState"},
        {"type_": "invoke", "name": ""},
        {"type_": "something new", "value": [1]},
        {"text": '<span class="inline-compose-card" id="x"></span>'},
        {"text": "the bot itself", "from": {"id": BOT}},
    ],
)
async def test_what_is_not_for_the_bot_is_taken_and_nothing_comes_of_it(
    tenant: Tenant, mind: Mind, different: dict[str, Any]
) -> None:
    type_ = different.get("type_", "message")
    rest = {key: value for key, value in different.items() if key != "type_"}
    assert await tenant.send(tenant.activity(STAFF, type_, **rest)) == (200, {})
    await tenant.settle()
    assert not mind.heard
    assert not tenant.service.posted


@pytest.mark.parametrize("kind", ["message", "mention"])
async def test_what_is_sent_again_is_answered_once(tenant: Tenant, mind: Mind, kind: str) -> None:
    sent = tenant.activity(STAFF, text="help") if kind == "message" else tenant.mention(STAFF, "help")
    answers = await asyncio.gather(*(tenant.send(sent) for _ in range(5)))
    assert answers == [(200, {})] * 5
    await tenant.settle()
    assert len(mind.heard) == len(tenant.service.posted) == 1


async def test_a_press_that_is_sent_again_is_done_once_and_answered_the_same(tenant: Tenant, mind: Mind) -> None:
    mind.outcome = words("settled", replaces=True)
    value = {"action": {"data": PRESS}}
    sent = tenant.activity(STAFF, "invoke", name="adaptiveCard/action", value=value)
    answers = await asyncio.gather(*(tenant.send(sent) for _ in range(3)))
    assert answers == [answers[0]] * 3
    assert len(mind.heard) == 1


async def test_what_did_not_get_through_is_answered_when_it_is_sent_again(tenant: Tenant, mind: Mind) -> None:
    await tenant.say(STAFF, "help")
    sent = tenant.activity(STAFF, text="help")
    tenant.service.blocked[f"a:29:{STAFF}"] = "BotNotInConversationRoster"
    await tenant.send(sent)
    await tenant.settle()
    tenant.service.blocked.clear()
    await tenant.send(sent)
    assert len(await tenant.service.until_posted(2)) == 2


async def test_a_busy_service_gets_the_reply_when_it_is_free(tenant: Tenant) -> None:
    await tenant.say(STAFF, "help")
    tenant.service.misbehaves = [busy(429, "3"), busy(412), busy(503)]
    assert (await tenant.say(STAFF, "help")).text == "an answer"


async def test_a_guest_gets_public_facts_only() -> None:
    async with a_tenant() as tenant:
        ours = await tenant.say(STAFF, "who owns the library's instagram")
        theirs = await tenant.say(GUEST, "who owns the library's instagram")
        assert "Kirjastotoimenjohtaja" in ours.text
        assert "Kirjastotoimenjohtaja" not in theirs.text
