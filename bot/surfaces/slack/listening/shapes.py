"""What Slack sends has a shape, which Bolt and our listeners rely on: what has another is refused before they see it.

Only what is relied on is named here. Fields may be absent, and there may be others; see
https://docs.slack.dev/interactivity and https://docs.slack.dev/apis/events-api.
"""

from typing import Annotated, Any, Final, Required

from pydantic import Field, TypeAdapter
from pydantic_core import to_json
from typing_extensions import TypedDict


class _Named(TypedDict, total=False):
    id: str | None
    team_id: str | None
    enterprise_id: str | None


class _View(TypedDict, total=False):
    id: str | None
    type: str
    callback_id: str
    hash: str | None
    private_metadata: str | None
    app_installed_team_id: str | None
    state: dict[str, Any] | None


class _Element(TypedDict, total=False):
    type: str
    action_id: Required[str]
    block_id: str | None
    value: str | None
    selected_option: dict[str, Any] | None


class _Message(TypedDict, total=False):
    user: str | None
    text: str | None
    ts: str | None
    thread_ts: str | None
    subtype: str | None


class _Event(TypedDict, total=False):
    type: str
    # An event on a person brings them whole; one on a conversation brings that.
    user: str | dict[str, Any] | None
    channel: str | dict[str, Any] | None
    channel_type: str | None
    text: str | None
    ts: str | None
    thread_ts: str | None
    subtype: str | None
    bot_id: str | None
    item: dict[str, Any] | None
    message: dict[str, Any] | None
    previous_message: dict[str, Any] | None
    assistant_thread: dict[str, Any] | None


class _Authorization(TypedDict, total=False):
    enterprise_id: str | None
    team_id: str | None
    user_id: str | None


class _Url(TypedDict, total=False):
    response_url: str


class _Body(TypedDict, total=False):
    type: str
    command: str
    text: str
    callback_id: str
    trigger_id: str | None
    response_url: str
    response_urls: list[_Url]
    event_id: str
    team_id: str | None
    user_id: str | None
    channel_id: str | None
    team: str | _Named | None
    enterprise: str | _Named | None
    user: str | _Named | None
    channel: str | _Named | None
    container: dict[str, Any] | None
    message: _Message | None
    view: _View | None
    actions: Annotated[list[_Element], Field(min_length=1)]
    authorizations: list[_Authorization] | None
    event: _Event


_BODY: Final[TypeAdapter[_Body]] = TypeAdapter(_Body)


def is_slacks(body: object) -> bool:
    """Whether ``body``, the content of a signed request, has the shape of what Slack sends; and whether all its texts
    can be written as UTF-8, which JSON's escapes do not grant."""
    try:
        _BODY.validate_python(body, strict=True)
        to_json(body)
    except ValueError:  # of which pydantic's errors are
        return False
    return True
