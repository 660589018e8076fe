"""Notices as direct messages. What becomes of each is said, not raised: the outbox keeps and repeats them."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from slack_sdk.errors import SlackApiError

from bot.domain.delivery import Delivered, Delivery, Reason, Retry, Uncertain, Unreachable
from bot.domain.language import Language
from bot.domain.people import Person
from bot.errors import without_words
from bot.services.notices import Notice
from bot.services.notifying import HandOver
from bot.surfaces.slack.connection import Connection, code_of, is_busy, is_not_sent, may_be_done, retry_after
from bot.surfaces.slack.directory import Directory
from bot.surfaces.slack.origin import conversation_and_moment, place_of
from bot.surfaces.slack.rendering.blocks import SlackMessage, render
from bot.surfaces.slack.rendering.rich import slack_user
from bot.surfaces.slack.token_health import UNANSWERED
from bot.surfaces.surface import RenderNotice

logger = logging.getLogger(__name__)

_REASONS: Final = {
    "user_not_found": Reason.NO_ACCOUNT,
    "users_not_found": Reason.NO_ACCOUNT,
    "channel_not_found": Reason.NO_ACCOUNT,
    "user_disabled": Reason.DEACTIVATED,
    "is_inactive": Reason.DEACTIVATED,
    "messages_tab_disabled": Reason.REFUSED,
    "cannot_dm_bot": Reason.REFUSED,
    "restricted_action": Reason.REFUSED,
    "not_in_channel": Reason.REFUSED,
    "msg_too_long": Reason.NOT_SHOWN,
    "msg_blocks_too_long": Reason.NOT_SHOWN,
    "invalid_blocks": Reason.NOT_SHOWN,
    "message_not_found": Reason.REFUSED,
    "cant_update_message": Reason.REFUSED,
    "edit_window_closed": Reason.REFUSED,
}
_WAIT: Final = timedelta(minutes=1)


class SlackNotifier:
    """A ``SurfaceNotifier`` for the people of one workspace; in the person's own choice of language, else their
    account's, else ``language``."""

    def __init__(
        self, connection: Connection, directory: Directory, render_notice: RenderNotice, language: Language
    ) -> None:
        self._client = connection.once
        self._directory = directory
        self._render_notice = render_notice
        self._language = language

    def refusal(self, person: Person) -> Unreachable | None:
        """Who has neither an account in Slack nor an e-mail address that one could be found by is not reached."""
        return None if slack_user(person.identities) or person.email else Unreachable(Reason.NO_ACCOUNT)

    async def is_up(self) -> bool:
        """Whether Slack answers ``auth.test``: it may refuse it, as long as it says something."""
        try:
            await self._client.auth_test()
        except SlackApiError as error:
            return not may_be_done(error)
        except UNANSWERED:
            return False
        return True

    async def prepare(
        self, person: Person, notice: Notice, at: datetime, place: str = ""
    ) -> HandOver | Retry | Unreachable:
        """Find the account of ``person`` and render ``notice`` in their language; what is left is to post it, or to put
        it in the place of an earlier one."""
        try:
            user_id = slack_user(person.identities) or await self._found(person, at)
            if user_id is None:
                return Unreachable(Reason.NO_ACCOUNT)
            profile = await self._directory.profile(user_id, at)
            if profile.deactivated:
                return Unreachable(Reason.DEACTIVATED)
            parts = render(self._render_notice(notice, person.language or profile.locale or self._language))
        except SlackApiError as error:
            return _refused(error, at)
        except UNANSWERED:
            return Retry(at + _WAIT, for_all=True)
        except Exception as error:  # the port returns the outcome, it raises nothing
            _log(error)
            return Unreachable(Reason.NOT_SHOWN)
        return partial(self._hand_over, user_id, parts, at, place)

    async def _hand_over(self, user_id: str, parts: Sequence[SlackMessage], at: datetime, place: str) -> Delivery:
        try:
            return await (self._redraw(place, parts) if place else self._post_all(user_id, parts))
        except UNANSWERED as error:  # SlackApiError is one of them
            if is_not_sent(error):
                return Retry(at + _WAIT, for_all=True)
            if may_be_done(error):
                return Uncertain(hung=isinstance(error, TimeoutError))
            return _refused(error, at)
        except Exception as error:  # the port returns the outcome, it raises nothing
            _log(error)
            return Unreachable(Reason.NOT_SHOWN)

    async def _post_all(self, user_id: str, parts: Sequence[SlackMessage]) -> Delivery:
        first, *rest = parts
        place = await self._post(user_id, first)
        for part in rest:
            await asyncio.sleep(1)  # a conversation takes a message a second
            try:
                await self._post(user_id, part)
            except UNANSWERED as error:
                logger.warning("A notice has arrived without its end", extra={"why": code_of(error)})
                break
        return Delivered("" if rest else place)

    async def _redraw(self, place: str, parts: Sequence[SlackMessage]) -> Delivery:
        conversation, moment = conversation_and_moment(place)
        if len(parts) > 1:
            return Unreachable(Reason.NOT_SHOWN)
        await self._client.chat_update(channel=conversation, ts=moment, text=parts[0].text, blocks=parts[0].blocks)
        return Delivered(place_of(conversation, moment))

    async def _found(self, person: Person, at: datetime) -> str | None:
        profile = await self._directory.by_email(person.email or "", at)
        return profile.user_id if profile and profile.belongs else None

    async def _post(self, user_id: str, message: SlackMessage) -> str:
        """Post the message; the place that it is at."""
        # The id of a person stands for the bot's conversation with them: nothing has to be opened first.
        answer = await self._client.chat_postMessage(
            channel=user_id, text=message.text, blocks=message.blocks, unfurl_links=False, unfurl_media=False
        )
        return place_of(answer.get("channel"), answer.get("ts"))


def _refused(error: Exception, at: datetime) -> Retry | Unreachable:
    response, code = getattr(error, "response", None), code_of(error)
    if is_busy(getattr(response, "status_code", 0), code):
        return Retry(at + retry_after(getattr(response, "headers", None) or {}), for_all=True)
    if reason := _REASONS.get(code):
        return Unreachable(reason)
    logger.warning("Slack refused a notice for now", extra={"why": code})
    return Retry(at + _WAIT)


def _log(error: Exception) -> None:
    logger.error("A notice could not be shown", extra=without_words(error))
