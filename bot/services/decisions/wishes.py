"""What somebody fills in who would like a channel: read, and looked through."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from bot.domain.accounts.platforms import Platforms
from bot.domain.channels import Status
from bot.domain.decisions import Move, Proposal, Step
from bot.domain.people import Actor, parse_reference
from bot.domain.register import Register
from bot.services.free_text import require_nothing_personal
from bot.services.register.people import PeopleFinder, gone
from bot.services.register.records.cells import plain_lines
from bot.services.register.records.channel_records import ChannelRecord, InvalidInputError, Problem, parse_record
from bot.services.register.records.record_mapping import to_channel

Wish = Mapping[str, str]
"""The channel's fields of the same names as in the register, and ``audience``, ``why``, ``superior``."""

OF_CHANNEL: Final = ("platform", "name", "unit", "purpose", "maintainers", "weekly_hours")
_REQUIRED: Final = ("purpose", "audience", "maintainers", "weekly_hours", "superior")


def said(key: str, text: str, longest: int = 2000) -> str:
    """A text that has to be given, of at most ``longest`` characters, without what nobody sees. Raises
    InvalidInputError for the field ``key``."""
    plain = plain_lines(text).strip()
    if not plain or len(plain) > longest:
        raise InvalidInputError([Problem(key, "too-long" if plain else "missing", "give a text that is not too long")])
    require_nothing_personal(**{key: plain})
    return plain


def record_of(wish: Wish, platforms: Platforms) -> ChannelRecord:
    """The channel that is wished for, as a record; the first of its maintainers is responsible for now. Raises
    InvalidInputError."""
    maintainers = wish.get("maintainers", "").replace(",", " ").split()
    values = {key: wish.get(key, "") for key in OF_CHANNEL}
    record = parse_record({**values, "responsible": next(iter(maintainers), "")}, platforms)
    wrong = [problem for problem in record if problem.field != "responsible"] if isinstance(record, tuple) else []
    missing = (Problem(key, "missing", "must be given") for key in _REQUIRED if not wish.get(key, "").strip())
    wrong += [problem for problem in missing if all(problem.field != one.field for one in wrong)]
    if "superior" not in {one.field for one in wrong} and parse_reference(wish["superior"]) is None:
        wrong.append(Problem("superior", "person", "name a person"))
    if wrong or isinstance(record, tuple):
        raise InvalidInputError(wrong)
    return record


def proposal_of(
    wish: Wish, record: ChannelRecord, people: PeopleFinder, actor: Actor, today: date, platforms: Platforms
) -> Proposal:
    """The proposal that the actor makes of it. Raises InvalidInputError where its texts are none to be kept."""
    channel = replace(to_channel(record, "", people.id_of, platforms), status=Status.PROPOSED)
    why = wish.get("why", "").strip()
    return Proposal(
        channel=channel,
        audience=said("audience", wish["audience"]),
        why=said("why", why) if why else "",
        by=actor.person.id,
        superior=people.id_of(parse_reference(wish["superior"]) or ""),
        steps=(Step(Move.PROPOSED, actor.person.id, today),),
    )


def wrong_with(proposal: Proposal, register: Register, present: tuple[str, ...], today: date) -> Iterator[Problem]:
    """What is wrong where the superior is one of those to be authorised, somebody has left, or it is not said why the
    channels that the unit has do not do."""
    if proposal.channel.is_kept_by(proposal.superior):
        yield Problem("superior", "authorised-self", "nobody authorises themselves")
    yield from gone(register, "superior", [proposal.superior], today)
    yield from gone(register, "maintainers", proposal.channel.maintainer_ids, today)
    if present and not proposal.why:
        yield Problem("why", "why-new", "the unit has channels", {"channels": ", ".join(present)})
