"""Notices as messages in people's own conversations with the bot. What becomes of each is said, not raised: the outbox
keeps and repeats them."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from http import HTTPStatus
from typing import Final

from bot.domain.delivery import Delivered, Delivery, Reason, Retry, Uncertain, Unreachable
from bot.domain.language import Language
from bot.domain.people import Person
from bot.errors import StoreError, without_words
from bot.services.conversation_references import ConversationReference, ConversationReferences
from bot.services.notices import Notice
from bot.services.notifying import HandOver
from bot.surfaces.surface import RenderNotice
from bot.surfaces.teams.activities import SCHEME, object_id_of
from bot.surfaces.teams.connection import Connector, ConnectorError, Json
from bot.surfaces.teams.showing import as_activities

logger = logging.getLogger(__name__)

BLOCKED: Final = "ConversationBlockedByUser"
_REASONS: Final = {
    BLOCKED: Reason.REFUSED,
    "BotNotInConversationRoster": Reason.NO_ACCOUNT,
    "ForbiddenOperationException": Reason.NO_ACCOUNT,
    "BotDisabledByAdmin": Reason.REFUSED,
    "MessageWritesBlocked": Reason.REFUSED,
    "ConversationNotFound": Reason.NO_ACCOUNT,
    "MemberNotFoundInConversation": Reason.NO_ACCOUNT,
    "ActivityNotFoundInConversation": Reason.REFUSED,
    "MessageSizeTooBig": Reason.NOT_SHOWN,
}
_REASONS_BY_STATUS: Final[dict[int, Reason]] = {
    HTTPStatus.FORBIDDEN: Reason.REFUSED,
    HTTPStatus.NOT_FOUND: Reason.NO_ACCOUNT,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: Reason.NOT_SHOWN,
    HTTPStatus.BAD_REQUEST: Reason.NOT_SHOWN,
}
_GONE: Final = (HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND)
"""What Teams says where a conversation can not be written to: until somebody is met again, they are not."""
_WAIT: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamsNotifier:
    """A ``SurfaceNotifier`` for the people of one tenant, in their own choice of language, else in ``language``.

    Whoever has not been met yet is sought by their account at ``service_url``, as the ``bot`` in ``tenant``.
    """

    connector: Connector
    references: ConversationReferences
    render_notice: RenderNotice
    service_url: str
    bot: str
    tenant: str
    language: Language

    def refusal(self, person: Person) -> Unreachable | None:
        """Who has no account in Teams is not reached: addresses can not be looked up."""
        return None if _accounts(person) else Unreachable(Reason.NO_ACCOUNT)

    async def is_up(self) -> bool:
        """Whether the service answers at all."""
        return await self.connector.is_up(self.service_url)

    async def prepare(
        self, person: Person, notice: Notice, at: datetime, place: str = ""
    ) -> HandOver | Retry | Unreachable:
        """Find or open the conversation with ``person``, and render ``notice``; what is left is to post it, or to put
        it in the place of an earlier one."""
        try:
            reference = await self._reference(person)
            if reference is None:
                return Unreachable(Reason.NO_ACCOUNT)
            message = self.render_notice(notice, person.language or self.language)
            activities = as_activities(message)
        except ConnectorError as error:  # nothing has gone out: a conversation that is open already is found again
            return Retry(at + _WAIT, for_all=True) if error.uncertain else _refused(error, at)
        except StoreError:
            return Retry(at + _WAIT)
        except Exception as error:  # the port returns the outcome, it raises nothing
            logger.error("A notice could not be shown", extra=without_words(error))  # noqa: TRY400 - without its words
            return Unreachable(Reason.NOT_SHOWN)
        return partial(self._hand_over, reference, activities, at, place.removeprefix(SCHEME))

    async def _reference(self, person: Person) -> ConversationReference | None:
        for identity in _accounts(person):
            if found := await self.references.find(identity):
                return found
        for identity in _accounts(person):
            object_id = object_id_of(identity) or ""
            opened = await self.connector.open_personal(self.service_url, self.bot, self.tenant, object_id)
            reference = ConversationReference(identity, self.service_url, opened)
            await self.references.keep(reference)
            return reference
        return None

    async def _hand_over(
        self, reference: ConversationReference, activities: Sequence[Json], at: datetime, place: str
    ) -> Delivery:
        try:
            if place:
                return await self._redraw(reference, place, activities)
            return await self._post_all(reference, activities)
        except ConnectorError as error:
            if error.uncertain:
                return Uncertain(hung=error.hung)
            if error.status in _GONE and not place:
                await self._forget(reference)
            return _refused(error, at)
        except Exception as error:  # the port returns the outcome, it raises nothing
            logger.error("A notice could not be shown", extra=without_words(error))  # noqa: TRY400 - without its words
            return Unreachable(Reason.NOT_SHOWN)

    async def _post_all(self, reference: ConversationReference, activities: Sequence[Json]) -> Delivery:
        first, *rest = activities
        posted = await self._post(reference, first)
        for activity in rest:
            try:
                await self._post(reference, activity)
            except ConnectorError as error:
                logger.warning("A notice has arrived without its end", extra={"why": error.code})
                break
        return Delivered("" if rest or not posted else f"{SCHEME}{reference.conversation}/{posted}")

    async def _redraw(self, reference: ConversationReference, place: str, activities: Sequence[Json]) -> Delivery:
        conversation, _, message = place.rpartition("/")
        if len(activities) > 1:
            return Unreachable(Reason.NOT_SHOWN)
        # The outbox keeps what is to be tried again, and when.
        await self.connector.update(reference.service_url, conversation, message, activities[0], tries=1)
        return Delivered(f"{SCHEME}{place}")

    async def _post(self, reference: ConversationReference, activity: Json) -> str:
        return await self.connector.send(reference.service_url, reference.conversation, activity, tries=1)

    async def _forget(self, reference: ConversationReference) -> None:
        try:
            await self.references.drop(reference.identity)
        except StoreError as error:
            logger.warning("A conversation could not be forgotten", extra=without_words(error))


def _accounts(person: Person) -> list[str]:
    return [identity for identity in person.identities if object_id_of(identity)]


def _refused(error: ConnectorError, at: datetime) -> Retry | Unreachable:
    if error.status == HTTPStatus.TOO_MANY_REQUESTS:
        return Retry(at + (error.retry_after or _WAIT), for_all=True)
    if error.may_be_repeated:
        return Retry(at + (error.retry_after or _WAIT), for_all=error.status == 0)
    reason = _REASONS.get(error.code) or _REASONS_BY_STATUS.get(error.status)
    if reason:
        return Unreachable(reason)
    logger.warning("Teams refused a notice for now", extra={"why": error.code, "status": error.status})
    return Retry(at + _WAIT, for_all=error.status == HTTPStatus.UNAUTHORIZED)
