"""A name that another channel has: people could not tell the two apart by it any more, so it is asked about once."""

from dataclasses import replace

from bot.conversation.exchange import Submitted
from bot.conversation.forms.form import Form
from bot.conversation.forms.making import with_problems
from bot.conversation.forms.table import as_opened_now
from bot.conversation.turn import Services, Turn
from bot.domain.channels import ChannelId
from bot.language.analysis import fold
from bot.services.register.records.channel_records import Problem

_NAME = "name:"
"""What a form's subject says before a name that was warned of."""


def names_warned_of(submitted: Submitted) -> tuple[str, ...]:
    """What the subject says of names, to be carried on."""
    return tuple(one for one in submitted.subject if one.startswith(_NAME))


async def warned_of_name(services: Services, turn: Turn, submitted: Submitted, own: ChannelId = "") -> Form | None:
    """The form once more, where another channel than ``own`` is called as was filled in; None where none is, or that
    was said: whoever sends it in again as it is means it. The subject carries what was said."""
    name = fold(submitted.values.get("name", "").strip())
    before = turn.register.channels.get(own)
    if not name or (before and fold(before.name) == name) or f"{_NAME}{name}" in submitted.subject:
        return None
    other = next((one for one in turn.register.listed() if one.id != own and fold(one.name) == name), None)
    if other is None:
        return None
    service = services.platforms[other.platform].name if other.platform in services.platforms else other.platform
    there = f"{other.name} ({service}, {other.unit.in_language(turn.language)})"
    problem = Problem("name", "name-taken", f"{other.name} is in the register already", {"channel": there})
    form = replace(await as_opened_now(services, turn, submitted), subject=(*submitted.subject, f"{_NAME}{name}"))
    return with_problems(form, submitted.values, (problem,))
