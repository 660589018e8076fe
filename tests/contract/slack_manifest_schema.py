"""What Slack takes for an app's manifest, with its limits.

From https://docs.slack.dev/reference/app-manifest and the types of `@slack/web-api`; only what a bot without functions
and workflows can use. Two limits are Slack's without being in its documentation: it refuses a short description of 140
characters, and names of shortcuts over 24; a long description has 174 characters at least.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Url = Annotated[str, StringConstraints(pattern=r"^https://[^\s/]+/\S*$")]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class _Metadata(_Part):
    major_version: Literal[1, 2] = 1
    minor_version: int = 1


class _Display(_Part):
    name: Annotated[str, Field(min_length=1, max_length=35)]
    description: Annotated[str, Field(min_length=1, max_length=139)] | None = None
    long_description: Annotated[str, Field(min_length=174, max_length=4000)] | None = None
    background_color: Annotated[str, StringConstraints(pattern=r"^#([0-9a-fA-F]{3}){1,2}$")] | None = None


class _AppHome(_Part):
    home_tab_enabled: bool = False
    messages_tab_enabled: bool = False
    messages_tab_read_only_enabled: bool = False


class _BotUser(_Part):
    display_name: Annotated[str, StringConstraints(pattern=r"^[a-z0-9._-]{1,80}$")]
    always_online: bool = False


class _Shortcut(_Part):
    name: Annotated[str, Field(min_length=1, max_length=24)]
    type: Literal["global", "message"]
    callback_id: Annotated[str, Field(min_length=1, max_length=255)]
    description: Annotated[str, Field(min_length=1, max_length=150)]


class _SlashCommand(_Part):
    command: Annotated[str, StringConstraints(pattern=r"^/\S{1,31}$")]
    description: Annotated[str, Field(min_length=1, max_length=2000)]
    url: Url | None = None
    usage_hint: Annotated[str, Field(min_length=1, max_length=1000)] | None = None
    should_escape: bool = False


class _Features(_Part):
    app_home: _AppHome | None = None
    bot_user: _BotUser | None = None
    shortcuts: Annotated[list[_Shortcut], Field(max_length=10)] = []
    slash_commands: Annotated[list[_SlashCommand], Field(max_length=50)] = []
    unfurl_domains: Annotated[list[str], Field(max_length=5)] = []


class _Scopes(_Part):
    bot: Annotated[list[str], Field(max_length=255)] = []
    user: Annotated[list[str], Field(max_length=255)] = []


class _OAuth(_Part):
    scopes: _Scopes
    redirect_urls: Annotated[list[Url], Field(max_length=1000)] = []


class _Subscriptions(_Part):
    request_url: Url | None = None
    bot_events: Annotated[list[str], Field(max_length=100)] = []
    user_events: Annotated[list[str], Field(max_length=100)] = []


class _Interactivity(_Part):
    is_enabled: bool
    request_url: Url | None = None
    message_menu_options_url: Url | None = None


class _Settings(_Part):
    allowed_ip_address_ranges: Annotated[list[str], Field(max_length=50)] = []
    event_subscriptions: _Subscriptions | None = None
    interactivity: _Interactivity | None = None
    org_deploy_enabled: bool = False
    socket_mode_enabled: bool = False
    token_rotation_enabled: bool = False


class Manifest(_Part):
    """A manifest; only the name of the app has to be there."""

    metadata: Annotated[_Metadata, Field(alias="_metadata")] = _Metadata()
    display_information: _Display
    features: _Features = _Features()
    oauth_config: _OAuth | None = None
    settings: _Settings = _Settings()


_EVENTS = """
    app_home_opened app_mention app_rate_limited app_requested app_uninstalled assistant_thread_context_changed
    assistant_thread_started call_rejected channel_archive channel_created channel_deleted channel_history_changed
    channel_id_changed channel_left channel_rename channel_shared channel_unarchive channel_unshared dnd_updated
    dnd_updated_user email_domain_changed emoji_changed file_change file_created file_deleted file_public file_shared
    file_unshared grid_migration_finished grid_migration_started group_archive group_close group_deleted
    group_history_changed group_left group_open group_rename group_unarchive im_close im_created im_history_changed
    im_open invite_requested link_shared member_joined_channel member_left_channel message message_metadata_deleted
    message_metadata_posted message_metadata_updated pin_added pin_removed reaction_added reaction_removed
    shared_channel_invite_accepted shared_channel_invite_approved shared_channel_invite_declined
    shared_channel_invite_received star_added star_removed subteam_created subteam_members_changed subteam_self_added
    subteam_self_removed subteam_updated team_access_granted team_access_revoked team_domain_change team_join
    team_rename tokens_revoked user_change user_huddle_changed user_profile_changed user_status_changed
"""
EVENTS = frozenset(_EVENTS.split())
"""The types of events, as they arrive: of messages, the one type ``message`` whatever they are in."""

SCOPE_OF_METHOD = {
    "apps.connections.open": None,  # by an app-level token, with a scope of its own
    "auth.test": None,
    "api.test": None,
    "chat.postMessage": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.update": "chat:write",
    "chat.delete": "chat:write",
    "conversations.open": "im:write",
    "conversations.info": "im:read",
    "conversations.history": "im:history",
    "conversations.replies": "im:history",
    "files.getUploadURLExternal": "files:write",
    "files.completeUploadExternal": "files:write",
    "users.info": "users:read",
    "users.list": "users:read",
    "users.lookupByEmail": "users:read.email",
    "bots.info": "users:read",
    "views.open": None,
    "views.push": None,
    "views.update": None,
    "views.publish": None,
}
"""What a bot's token needs for each method of the Web API; None where any token will do."""

SCOPE_OF_EVENT = {
    "app_home_opened": None,
    "app_uninstalled": None,
    "tokens_revoked": None,
    "app_mention": "app_mentions:read",
    "message.im": "im:history",
    "team_join": "users:read",
    "user_change": "users:read",
}
"""What a subscription to each event needs."""
