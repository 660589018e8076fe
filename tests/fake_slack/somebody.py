"""What a person does in the fake workspace, and what they see there then."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.contract.block_kit_limits import walk
from tests.fake_slack import sending
from tests.fake_slack.calling import RefusedError
from tests.fake_slack.posting import ResponseUrl
from tests.fake_slack.sending import Answer, Sender, escaped
from tests.fake_slack.server import FakeSlack
from tests.fake_slack.views import View
from tests.fake_slack.workspace import BOT_USER, GENERAL, TEAM, Json, Shown, pressable, words


@dataclass
class Somebody:
    """A person with a keyboard, who has read what there was. What they do reaches the bot as Slack would send it."""

    slack: FakeSlack
    sender: Sender
    id: str
    _read: list[Shown] = field(init=False)

    def __post_init__(self) -> None:
        self._read = self.slack.workspace.seen_by(self.id)

    async def command(self, text: str, *, place: str = GENERAL, name: str = "/some", **options: Any) -> Answer:
        """Type ``/some text``. An answer in the response itself is shown as Slack shows it."""
        url, trigger = self.slack.response_url(self.id, place), self.slack.views.trigger(self.id)
        fields = sending.command(self.id, text, place=place, response_url=url, trigger=trigger, name=name)
        answer = await self.sender.form(fields, **options)
        if answer.status == 200 and answer.text.strip():
            content = answer.json if answer.content_type == sending.JSON else {"text": answer.text}
            await self._show(content, place)
        return answer

    async def ask(self, text: str, **options: Any) -> Shown:
        """Type ``/some text`` and read what comes."""
        answer = await self.command(text, **options)
        assert answer.status == 200, f"the command was answered with {answer.status}"
        return await self.reads()

    async def mention(
        self, text: str, *, place: str = GENERAL, thread: str | None = None, twin: bool = True, **more: Any
    ) -> str:
        """Write ``@somebot text`` in a channel; Slack sends it twice where the bot reads along. The message's ts."""
        whole, ts = f"<@{BOT_USER}> {escaped(text)}", self._write(text, place, thread)
        shared = bool(self._team) or self.slack.workspace.places[place].shared
        for event in (sending.mention, sending.message) if twin else (sending.mention,):
            sent = event(self.id, whole, place=place, ts=ts, thread=thread, **self._team, **more)
            await self._deliver(sending.envelope(sent, shared=shared))
        return ts

    async def direct(self, text: str, *, thread: str | None = None, **more: Any) -> str:
        """Write ``text`` to the bot in a direct message; the message's ts."""
        place = self.slack.workspace.direct(self.id).id
        ts = self._write(text, place, thread)
        event = sending.message(self.id, escaped(text), place=place, ts=ts, thread=thread, **more)
        await self._deliver(sending.envelope(event))
        return ts

    async def press(self, shown: Shown, label: str, row: str = "", **options: Any) -> Answer:
        """Press the button whose label has ``label`` in it, or pick that from a list; in the row with those words."""
        button = shown.button(label, row)
        block = next(block["block_id"] for block in shown.blocks if button in pressable(block))
        hidden = {"is_ephemeral": True} if shown.only_to else {"is_ephemeral": False}
        container = {"type": "message", "message_ts": shown.ts, "channel_id": shown.place, **hidden}
        if shown.thread:
            container["thread_ts"] = shown.thread
        return await self.act(
            button,
            block,
            place=shown.place,
            at=shown.ts,
            container=container,
            **({} if shown.only_to else {"message": {"ts": shown.ts, "text": shown.text, "blocks": shown.blocks}}),
            **options,
        )

    async def act(
        self, button: Json, block: str, *, place: str, at: str | None = None, headers: Any = None, **more: Any
    ) -> Answer:
        """Send the press of ``button``, whatever it is."""
        action = {"type": button.get("type", "button"), "block_id": block, "action_ts": self.slack.workspace.ts()}
        sent = ("action_id", "selected_option") if "selected_option" in button else ("action_id", "text", "value")
        action |= {name: button[name] for name in sent if name in button}
        payload = self._interaction(
            "block_actions",
            actions=[action],
            channel={"id": place, "name": sending.place_name(place)},
            response_url=self.slack.response_url(self.id, place, at),
            state={"values": {}},
            **more,
        )
        return await self.sender.payload(payload, headers=headers)

    async def act_in_view(self, view: View, button: Json, block: str) -> Answer:
        """Press a button in a modal or in the home: there is no conversation that it stands in."""
        action = {"block_id": block, "action_ts": self.slack.workspace.ts()}
        action |= {name: button[name] for name in ("type", "action_id", "text", "value") if name in button}
        container = {"type": "view", "view_id": view.id}
        shown = {**view.as_json(), "state": {"values": {}}}
        return await self.sender.payload(
            self._interaction("block_actions", actions=[action], container=container, view=shown)
        )

    async def shortcut(self, callback_id: str) -> Answer:
        """Choose a global shortcut."""
        payload = self._interaction("shortcut", callback_id=callback_id, action_ts=self.slack.workspace.ts())
        return await self.sender.payload(payload)

    async def message_action(
        self, callback_id: str, text: str, *, author: str, place: str = GENERAL, **more: Any
    ) -> Answer:
        """Choose a shortcut at a message of ``author``, which has ``more`` in it than its text."""
        ts = self.slack.workspace.ts()
        payload = self._interaction(
            "message_action",
            callback_id=callback_id,
            action_ts=self.slack.workspace.ts(),
            message_ts=ts,
            channel={"id": place, "name": sending.place_name(place)},
            message={"type": "message", "user": author, "ts": ts, "text": escaped(text), "team": TEAM, **more},
            response_url=self.slack.response_url(self.id, place),
        )
        return await self.sender.payload(payload)

    async def opens_home(self, tab: str = "home") -> Answer:
        """Look at the app's home, or at its messages: Slack sends the event for both."""
        event = {"type": "app_home_opened", "user": self.id, "tab": tab, "event_ts": self.slack.workspace.ts()}
        event["channel"] = self.slack.workspace.direct(self.id).id
        return await self.sender.event(sending.envelope(event))

    async def modal(self, what: str = "") -> View:
        """The modal that this person sees, as soon as there is one with ``what`` in its words."""

        def found() -> View | None:
            view = self.slack.views.top(self.id)
            return view if view is not None and what in seen_in(view) else None

        return await self.slack.until(found)

    async def submit(self, view: View, values: Json | None = None, **options: Any) -> Answer:
        """Send the modal in, with ``values`` by block filled in over what is there; Slack shows what follows."""
        state = {"values": dict(_filled(block, values or {}) for block in view.content["blocks"] if "element" in block)}
        sent = {**view.as_json(), "state": state}
        urls = [self._chosen(block, state["values"]) for block in view.content["blocks"] if _gives_an_address(block)]
        answer = await self.sender.payload(
            self._interaction("view_submission", view=sent, response_urls=urls), **options
        )
        if answer.status == 200:
            self.slack.views.respond(view, answer.json)
            await self.slack.tell()
        return answer

    def _chosen(self, block: Json, values: Json) -> Json:
        """The address of the conversation that was chosen in ``block``, as Slack gives it with a submission."""
        (chosen,) = values[block["block_id"]].values()
        place = chosen["selected_conversation"]
        url = self.slack.response_url(self.id, place)
        return {"block_id": block["block_id"], "action_id": "to", "channel_id": place, "response_url": url}

    async def close(self, view: View, *, all_of_them: bool = False) -> None:
        """Close the modal; Slack tells the bot where it asked for that."""
        self.slack.views.close(self.id, all_of_them=all_of_them)
        if view.content.get("notify_on_close"):
            payload = self._interaction("view_closed", view=view.as_json(), is_cleared=all_of_them)
            assert (await self.sender.payload(payload)).status == 200

    async def reads(self, what: str = "") -> Shown:
        """The first message from the bot that has ``what`` in its words and was not read before."""
        shown = await self.slack.until(lambda: next((one for one in self.unread if what in one.words), None))
        self._read.append(shown)
        return shown

    async def sees_instead(self, shown: Shown, what: str) -> Shown:
        """What has taken the place of ``shown``, once it says ``what``."""
        await self.slack.until(lambda: what in shown.words)
        return shown

    async def sees(self, what: str) -> str:
        """Wait until ``what`` is in the modal or in a message not read yet, and return all the words there."""

        def found() -> str | None:
            view = self.slack.views.top(self.id)
            texts = [*([seen_in(view)] if view else []), *(shown.words for shown in self.unread)]
            return next((text for text in texts if what in text), None)

        return await self.slack.until(found)

    @property
    def unread(self) -> list[Shown]:
        """Messages from the bot that this person sees and has not read."""
        return [
            shown
            for shown in self.slack.workspace.seen_by(self.id)
            if shown.way != "a person" and not any(shown is one for one in self._read)
        ]

    async def _deliver(self, envelope: Json) -> None:
        """Send an event, and up to three times again where it is not taken, as Slack does."""
        statuses = []
        for retry in range(4):
            statuses.append((await self.sender.event(envelope, retry=retry, reason="http_error")).status)
            if statuses[-1] == 200:
                return
        raise AssertionError(f"the event was answered with {statuses}")

    @property
    def _team(self) -> Json:
        team = self.slack.workspace.users[self.id].team
        return {} if team == TEAM else {"user_team": team, "source_team": team, "team": team}

    def _interaction(self, kind: str, **more: Any) -> Json:
        user = self.slack.workspace.users[self.id].as_json(locale=False, email=False)
        return sending.interaction(kind, user, trigger=self.slack.views.trigger(self.id), **more)

    def _write(self, text: str, place: str, thread: str | None) -> str:
        workspace = self.slack.workspace
        shown = Shown(place, workspace.ts(), text, [], "a person", thread=thread)
        workspace.shown.append(shown)
        return shown.ts

    async def _show(self, content: Json, place: str) -> None:
        try:
            self.slack.chat.answer(content, ResponseUrl(self.id, place, None, 0.0), "the answer")
        except RefusedError as refused:
            self.slack.problems.append(f"the answer: {refused}")
        await self.slack.tell()


def _gives_an_address(block: Json) -> bool:
    return bool(block.get("element", {}).get("response_url_enabled"))


def seen_in(view: View) -> str:
    """All that is to read in a modal, with what went wrong at its fields."""
    titles = [view.content[name]["text"] for name in ("title", "submit", "close") if view.content.get(name)]
    return "\n".join([*titles, *words(view.content["blocks"]), *view.errors.values()])


def block_labelled(view: View, label: str) -> str:
    """The id of the input whose label has ``label`` in it."""
    found = [block["block_id"] for block in view.content["blocks"] if label in block.get("label", {}).get("text", "")]
    assert found, f"no field {label!r} in {seen_in(view)!r}"
    return str(found[0])


def _filled(block: Json, values: Json) -> tuple[str, Json]:
    """A block's part of the state: the value that was filled in, else what stood there."""
    element, id_ = block["element"], block["block_id"]
    given = {id_: values[id_]} if id_ in values else {}
    return id_, {element["action_id"]: {"type": element["type"], **_value(element, new=given.get(id_))}}


def _value(element: Json, new: Any) -> Json:
    match element["type"]:
        case "plain_text_input" | "url_text_input" | "email_text_input" | "number_input":
            value = element.get("initial_value") if new is None else new
            most = element.get("max_length", 3000)
            assert value is None or len(value) <= most, f"Slack lets nobody type more than {most} characters"
            return {"value": value or None}
        case "datepicker":
            return {"selected_date": element.get("initial_date") if new is None else new or None}
        case "static_select" | "radio_buttons":
            return {"selected_option": element.get("initial_option") if new is None else _option(element, new)}
        case "checkboxes" | "multi_static_select":
            options = element.get("initial_options", []) if new is None else [_option(element, one) for one in new]
            return {"selected_options": options}
        case "conversations_select":
            return {"selected_conversation": new or GENERAL}
        case "users_select":
            return {"selected_user": element.get("initial_user") if new is None else new or None}
        case "multi_users_select":
            return {"selected_users": element.get("initial_users", []) if new is None else new}
        case other:
            raise AssertionError(f"nobody can fill in a {other}")


def _option(element: Json, value: str) -> Json:
    options = [one for node in walk(element) for one in node.get("options", ())]
    found: list[Json] = [option for option in options if option["value"] == value]
    assert found, f"{value!r} is not offered: {[option['value'] for option in options]}"
    return found[0]
