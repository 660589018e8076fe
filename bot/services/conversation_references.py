"""Where people can be written to, for workspaces in which a bot has to have met somebody before it may."""

from dataclasses import dataclass
from typing import Final

from bot.services.committing import update
from bot.services.ports import Change, Collection, State, Store


@dataclass(frozen=True, slots=True)
class ConversationReference:
    """Somebody's own ``conversation`` with the bot, by their ``identity``, and the ``service_url`` by which it is
    written to."""

    identity: str
    service_url: str
    conversation: str


CONVERSATION_REFERENCES: Final = Collection("conversation_references", ConversationReference)


class ConversationReferences:
    """Keeps one for each person in ``store``."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def find(self, identity: str) -> ConversationReference | None:
        """That of the person with ``identity``. Raises StoreError."""
        return (await self._store.read()).of(CONVERSATION_REFERENCES).get(identity)

    async def keep(self, reference: ConversationReference) -> None:
        """Keep ``reference`` in place of what was known of the person. Raises StoreError."""
        if await self.find(reference.identity) != reference:
            await update(
                self._store, lambda state: [Change.put(CONVERSATION_REFERENCES, reference.identity, reference)]
            )

    async def drop(self, identity: str) -> None:
        """Forget that of the person with ``identity``, who does not want to be written to. Raises StoreError."""

        def plan(state: State) -> list[Change]:
            known = identity in state.of(CONVERSATION_REFERENCES)
            return [Change.remove(CONVERSATION_REFERENCES, identity)] if known else []

        await update(self._store, plan)
