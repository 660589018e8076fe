"""Accounts that the municipality's website links and the register does not know: listed for the ICT secretary, who
registers each, says that it is not ours, or puts it off."""

import asyncio
from collections.abc import Mapping

from bot.conversation.actions import number_in
from bot.conversation.exchange import Outcome
from bot.conversation.forms.opening import Opening
from bot.conversation.forms.register import ALL, REGISTER
from bot.conversation.forms.table import open_form
from bot.conversation.turn import Press, Reply, Services, Spoken, Turn, private, replacing
from bot.domain.accounts.addresses import handle_of, platform_of
from bot.domain.accounts.lookalikes import Resemblance, resembled
from bot.messages.model import Message, Verb
from bot.messages.parts import say
from bot.messages.register import website as website_messages
from bot.services.access import require_ict_secretary
from bot.understanding.commands import Intent


async def _links(services: Services, turn: Spoken) -> Outcome:
    """What the website links that nobody has registered."""
    return private(await _page(services, turn, 0))


async def _more_links(services: Services, turn: Turn, start: str) -> Outcome:
    return private(await _page(services, turn, number_in(start)))


async def _page(services: Services, turn: Turn, start: int) -> Message:
    require_ict_secretary(turn.actor)
    found = services.website.unregistered(turn.register, turn.at)
    start = start if start < len(found) else 0
    channels = turn.register.listed()

    def likes() -> list[Resemblance | None]:
        shown = found[start : start + website_messages.PAGE]
        return [resembled(link.url, channels, services.platforms) for _, link in shown]

    # To look for what resembles ten thousand names takes a while: others go on meanwhile.
    return website_messages.unregistered(found, await asyncio.to_thread(likes), start, turn.texts)


async def _register(services: Services, turn: Turn, key: str) -> Outcome:
    """Open the form *register*, with what the link tells in it."""
    require_ict_secretary(turn.actor)
    link = dict(services.website.unregistered(turn.register, turn.at)).get(key)
    if link is None:
        return private(say(turn.language, "website-link-settled"))
    values = {
        "platform": platform_of(link.url, services.platforms) or "",
        "url": link.url,
        "handle": handle_of(link.url, services.platforms),
        "website_link": "yes",
    }
    return private(await open_form(services, turn, REGISTER, Opening(ALL, values=values)))


async def _not_ours(services: Services, turn: Turn, key: str) -> Outcome:
    await services.website.say_not_ours(turn.actor, key)
    return replacing(await _page(services, await services.after_change(turn), 0))


async def _later(services: Services, turn: Turn, key: str) -> Outcome:
    await services.website.put_off(turn.actor, key, turn.at)
    return replacing(await _page(services, await services.after_change(turn), 0))


REPLIES: Mapping[Intent, Reply] = {Intent.WEBSITE: _links}
PRESSES: Mapping[Verb, Press] = {
    Verb.WEBSITE_LINKS: _more_links,
    Verb.REGISTER_LINKED: _register,
    Verb.NOT_OURS: _not_ours,
    Verb.LINKED_LATER: _later,
}
