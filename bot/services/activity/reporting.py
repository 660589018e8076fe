"""What is told of sources without being asked: a service's outage once it lasts, and what first looks have found."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.domain.people import Person, PersonId
from bot.services.access import Access
from bot.services.activity.documents import OUTAGES, SOURCES, FollowedSource, Outage
from bot.services.activity.notices import FirstLook, ServiceOut, SourcesFound
from bot.services.notifying import Notifier, Post
from bot.services.ports import Change, State
from bot.services.register.documents import register_of

LASTS: Final = timedelta(days=1)
"""How long a service has to be out before anybody hears of it: most are back within hours."""
_A_WEEK: Final = timedelta(weeks=1)


def reporting(state: State, access: Access, notifier: Notifier, at: datetime) -> Iterator[Change]:
    """The changes that tell what there is to tell ``at``, each thing once."""
    secretaries = access.secretaries(register_of(state))
    posts: list[Post] = []
    for service, outage in state.of(OUTAGES).items():
        if not outage.told and at - outage.since >= LASTS:
            yield Change.put(OUTAGES, service, replace(outage, told=True))
            affected = sum(one.ref.service == service for one in state.of(SOURCES).values())
            posts += [_of_outage(outage, affected, person, at) for person in secretaries]
    for asker, looks in _first_looks(state).items():
        yield from (Change.put(SOURCES, key, replace(one, asked_by=None)) for key, one in looks.items())
        person = register_of(state).person(asker)
        to = secretaries if notifier.refusal(person) else (person,)
        found = SourcesFound(tuple(_first_look(state, key, one) for key, one in looks.items()))
        posts += [Post(f"sources/{at.isoformat()}/{asker}/{one.id}", one, found) for one in to]
    yield from notifier.posting(state, posts, at)


def _of_outage(outage: Outage, channels: int, person: Person, at: datetime) -> Post:
    """In office hours: nothing can be done about it at night."""
    notice = ServiceOut(outage.service, outage.since.date(), outage.why, channels)
    return Post(f"outage/{outage.service}/{outage.since.isoformat()}/{person.id}", person, notice, at + _A_WEEK)


def _first_looks(state: State) -> dict[PersonId, dict[str, FollowedSource]]:
    """The sources that were looked at for the first time, by who waits to hear of them and by channel."""
    found: dict[PersonId, dict[str, FollowedSource]] = {}
    for key, one in state.of(SOURCES).items():
        if one.asked_by is not None and one.was_looked_at and key in register_of(state).channels:
            found.setdefault(one.asked_by, {})[key] = one
    return found


def _first_look(state: State, key: str, source: FollowedSource) -> FirstLook:
    seen, channel = source.visit.seen, register_of(state).channels[key]
    title = seen.title if seen else ""
    return FirstLook(channel.id, channel.name, source.result, title, source.state.seen_on, source.state.why)
