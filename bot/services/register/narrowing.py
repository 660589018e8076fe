"""Which of the channels that were found a list shows."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.domain.channels import Status
from bot.domain.duties import ENOUGH_MAINTAINERS
from bot.domain.evidence import State
from bot.domain.register import Narrowing
from bot.services.register.lookup import ChannelView, Found

_SHOWN: Mapping[Narrowing, Callable[[ChannelView], bool]] = {
    Narrowing.PAUSED: lambda view: view.pause is not None,
    Narrowing.QUIET: lambda view: view.state not in (None, State.ACTIVE),
    Narrowing.UNKEPT: lambda view: view.state is not None and view.gone.issuperset(view.channel.maintainer_ids),
    Narrowing.UNANSWERED: lambda view: view.state is not None and view.channel.responsible in view.gone,
    Narrowing.LEAVERS: lambda view: bool(view.gone),
    Narrowing.RETIRED: lambda view: view.status is Status.RETIRED,
    Narrowing.SINGLE: lambda view: view.state is not None and len(view.channel.maintainers) < ENOUGH_MAINTAINERS,
    Narrowing.UNLINKED: lambda view: view.state is not None and view.channel.website_link is False,
    Narrowing.BY_UNIT: lambda view: True,
    Narrowing.PEOPLE: lambda view: True,
}


def narrowed(found: Found, narrowing: Narrowing) -> Found:
    """Those of the channels that were ``found`` that are to be listed; in the order of their units, if unit by unit."""
    views = [view for view in found.channels if _SHOWN[narrowing](view)]
    if narrowing is Narrowing.BY_UNIT:
        views.sort(key=lambda view: view.channel.unit.fi)
    return replace(found, channels=tuple(views))
