"""Replies to the ICT secretary, who keeps the register."""

from __future__ import annotations

from bot.conversation import form_catalogue as catalogue
from bot.conversation.exchange import Outcome
from bot.conversation.turn import Services, Spoken, private
from bot.domain.addresses import handle_of, normalise_url, platform_of
from bot.messages import channels as channel_messages
from bot.messages import keeping as messages
from bot.messages.model import Verb
from bot.messages.parts import say
from bot.services.access import require_ict_secretary
from bot.services.lookup import ChannelView
from bot.services.people import reference_of


async def register(services: Services, turn: Spoken) -> Outcome:
    """Open the form *register*, with what was said already in it."""
    require_ict_secretary(turn.actor)
    reading = turn.reading
    url = reading.address.strip("<>").partition("|")[0] if normalise_url(reading.address) else ""
    platform = platform_of(url, services.platforms) or next(iter(reading.query.platforms), "")
    values = {
        "platform": platform,
        "url": url,
        "handle": handle_of(url) if url else reading.address,
        "unit": next(iter(reading.query.units), ""),
        "responsible": next(iter(reading.people), ""),
    }
    return private(catalogue.register(services.platforms, turn.language, values))


async def edit(services: Services, turn: Spoken) -> Outcome:
    """Open the form of the channel that was named."""
    require_ict_secretary(turn.actor)
    meant = await _meant(services, turn)
    if len(meant) != 1:
        return _which(turn, meant, "edit")
    known = await services.lookup.register()
    return private(
        catalogue.edit(meant[0].channel, lambda person: reference_of(known, person), services.platforms, turn.language)
    )


async def retire(services: Services, turn: Spoken) -> Outcome:
    """Ask whether the channel that was named is to be retired."""
    require_ict_secretary(turn.actor)
    meant = await _meant(services, turn)
    return (
        private(messages.retire_question(meant[0], turn.language)) if len(meant) == 1 else _which(turn, meant, "retire")
    )


async def pause(services: Services, turn: Spoken) -> Outcome:
    """Open the form that pauses the channel that was named."""
    require_ict_secretary(turn.actor)
    meant = await _meant(services, turn)
    if len(meant) != 1:
        return _which(turn, meant, "pause")
    dates = turn.reading.dates
    values = {"start": dates.start.isoformat(), "end": dates.end.isoformat()} if dates else {}
    return private(catalogue.pause(meant[0].channel, turn.language, values))


async def audit(services: Services, turn: Spoken) -> Outcome:
    """What wants attention."""
    return private(messages.audit(await services.lookup.audit(turn.actor, turn.at), turn.language))


async def report(services: Services, turn: Spoken) -> Outcome:
    """The register in figures."""
    return private(messages.report(await services.lookup.audit(turn.actor, turn.at), turn.language))


async def history(services: Services, turn: Spoken) -> Outcome:
    """The changes to the register, or to the channel that was named."""
    meant = await _meant(services, turn)
    channel = meant[0].channel.id if len(meant) == 1 else None
    entries = await services.keeping.history(turn.actor, channel)
    return private(messages.history(entries, await services.lookup.register(), turn.language))


async def undo(services: Services, turn: Spoken) -> Outcome:
    """Show the newest change and ask whether it is to be taken back."""
    entries = [entry for entry in await services.keeping.history(turn.actor) if entry.after]
    newest = entries[-1] if entries else None
    return private(messages.undo_question(newest, await services.lookup.register(), turn.language))


async def _meant(services: Services, turn: Spoken) -> tuple[ChannelView, ...]:
    if turn.reading.query.is_empty:
        return ()
    return (await services.lookup.find(turn.actor, turn.reading.query, turn.at)).channels


def _which(turn: Spoken, meant: tuple[ChannelView, ...], what: str) -> Outcome:
    """Ask back which channel is meant, with a button for each."""
    if not meant:
        return private(say(turn.language, "nothing-to-choose"))
    return private(
        channel_messages.which_channel(
            meant, f"{what}-which", Verb.OPEN_FORM, lambda channel: (what, channel, ""), turn.language
        )
    )
