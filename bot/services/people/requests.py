"""What the ICT secretary alone may do is asked of them by those who may not."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from bot.domain.channels import Channel, ChannelId
from bot.domain.people import Actor, Person
from bot.domain.register import Register
from bot.services.access import Access, require_somebody_here
from bot.services.notices import DeedRequested
from bot.services.notifying import Notifier, Post, posts_to
from bot.services.ports import Store
from bot.services.telling import tell


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a request would ask for, as far as it is known: the id of the form for it, the channel, the words that were
    typed, and the ``values`` that the form has in it then."""

    form: str = ""
    channel: Channel | None = None
    words: str = ""
    values: str = ""


class DeedRequests:
    """The requests, each told to every ICT secretary."""

    def __init__(self, store: Store, access: Access, notifier: Notifier) -> None:
        self._store = store
        self._access = access
        self._notifier = notifier

    async def request(
        self, actor: Actor, form: str, channel_id: ChannelId, words: str, at: datetime, values: str = ""
    ) -> tuple[Person, ...]:
        """Ask the ICT secretaries to do what the actor may not, once a day, with the ``values`` that the form has in it
        when they open it; gives those who could not be asked. Raises NotAllowedError for somebody who is not of the
        staff."""
        require_somebody_here(actor)

        def telling(before: Register, after: Register) -> list[Post]:
            requested = DeedRequested(actor.person, form, words, after.channels.get(channel_id), values)
            what = hashlib.sha256("/".join((form, channel_id, words)).encode()).hexdigest()[:16]
            about = f"requested/{actor.person.id}/{at.date()}/{what}"
            return posts_to(self._access.secretaries(after), about, requested)

        return (await tell(self._store, self._notifier, telling, at)).not_told
