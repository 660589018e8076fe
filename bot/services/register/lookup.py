"""Look-up in the register: who is behind a channel, how it does, and whether an account is ours."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.activity.links import Proof, has_own_domain
from bot.activity.source import source_of
from bot.domain.accounts.address_book import WebsiteLink
from bot.domain.accounts.addresses import is_on, names_account, normalise_url, split_url
from bot.domain.accounts.lookalikes import Likeness, resembled
from bot.domain.accounts.platforms import NO_PLATFORMS, PlatformId, Platforms
from bot.domain.channels import Channel, ChannelId, DutyId, HolidayCover, Pause, Status
from bot.domain.duties import ENOUGH_MAINTAINERS, Asked
from bot.domain.evidence import Evidence, SourceState, State, newest
from bot.domain.language import Language
from bot.domain.people import Actor, Person, PersonId
from bot.domain.register import ChannelQuery, Register, in_list_order
from bot.services.access import Access, require_ict_secretary
from bot.services.ports import Store
from bot.services.register.documents import register_of


@dataclass(frozen=True, slots=True)
class Covering:
    """Somebody who looks after a channel in place of somebody else, today or on days ahead."""

    agreed: HolidayCover
    person: Person


@dataclass(frozen=True, slots=True)
class ChannelView:
    """A channel with its people and how it does on a day. For guests the people are left out: public facts only.

    ``state`` is None for a channel that is not in use; ``gone`` are those of its people who do not work here any more.
    ``source`` is what its source has told, where it has one; ``next_due`` the last day on which an active channel is
    still updated in time. ``website`` is where the municipality's website links it, and ``proofs`` are what speaks for
    the account besides, each with the day on which it was seen last. ``decider`` has decided to take it into use.
    ``pause`` is the one that goes on or lies ahead.
    """

    channel: Channel
    status: Status
    state: State | None
    last_evidence: Evidence | None
    responsible: Person | None = None
    maintainers: tuple[Person, ...] = ()
    covering: tuple[Covering, ...] = ()
    covers_ahead: tuple[Covering, ...] = ()
    gone: frozenset[PersonId] = frozenset()
    source: SourceState | None = None
    next_due: date | None = None
    website: WebsiteLink | None = None
    proofs: Mapping[Proof, date] = field(default_factory=dict)
    decider: Person | None = None
    pause: Pause | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The channels that were asked for, best first; where none was found, the ICT secretaries, who know more."""

    query: ChannelQuery
    channels: tuple[ChannelView, ...]
    secretaries: tuple[Person, ...]


class Verdict(StrEnum):
    """What the register says of an address."""

    OURS = "ours"
    RETIRED = "retired"
    NOT_LISTED = "not_listed"
    LOOKS_LIKE_OURS = "looks_like_ours"
    OWN_SITE = "own_site"


@dataclass(frozen=True, slots=True)
class Verified:
    """Whether the account at ``address`` is the municipality's, and which channels it is, or by which ``likeness`` it
    resembles them.

    ``names_account`` is false for an address that does not tell whose it is, such as that of a single post.
    ``secretaries`` are those to tell of an impostor; for guests they are left out.
    """

    address: str
    verdict: Verdict
    channels: tuple[ChannelView, ...]
    secretaries: tuple[Person, ...]
    likeness: Likeness | None = None
    names_account: bool = True


@dataclass(frozen=True, slots=True)
class Held:
    """What the bot holds on a person."""

    person: Person
    channels: tuple[ChannelView, ...]
    stored: bool


@dataclass(frozen=True, slots=True)
class Audit:
    """What in the register wants the ICT secretary's attention."""

    total: int
    by_state: Mapping[State, tuple[ChannelView, ...]]
    by_status: Mapping[Status, int]
    single_maintainer: tuple[ChannelView, ...]
    orphaned: tuple[ChannelView, ...]
    with_leavers: tuple[ChannelView, ...]
    not_linked: tuple[ChannelView, ...]
    leavers: tuple[Person, ...]

    @property
    def wanting_attention(self) -> frozenset[ChannelId]:
        """The channels that are named for any reason, each once."""
        silent = (view for state, views in self.by_state.items() if state is not State.ACTIVE for view in views)
        lacking = (*self.single_maintainer, *self.orphaned, *self.with_leavers, *self.not_linked)
        return frozenset(view.channel.id for view in (*silent, *lacking))


class LookUp:
    """Looks things up in the register, which the caller has read, on behalf of somebody."""

    def __init__(
        self,
        store: Store,
        access: Access,
        update_interval_days: int,
        platforms: Platforms = NO_PLATFORMS,
        website: tuple[str, ...] = (),
        domains: tuple[str, ...] = (),
    ) -> None:
        self._store = store
        self._access = access
        self._interval = update_interval_days
        pages = (split_url(normalise_url(page) or "")[0].removeprefix("www.") for page in website)
        self._own_hosts = frozenset(filter(None, (*pages, *domains)))
        self._platforms = platforms
        self._website = website

    async def register(self) -> Register:
        """The register as it is now."""
        return register_of(await self._store.read())

    def secretaries(self, register: Register, actor: Actor) -> tuple[Person, ...]:
        """The people who keep the register and give guidance (guideline 3.3, 3.4); guests are told of nobody."""
        return () if actor.is_guest else self._access.secretaries(register)

    def find(self, register: Register, actor: Actor, query: ChannelQuery, at: datetime) -> Found:
        """The channels that ``query`` means, as the actor may see them."""
        views = self._views(register, register.find(query), actor, at.date())
        return Found(query, views, () if views else self.secretaries(register, actor))

    def find_any(self, register: Register, actor: Actor, query: ChannelQuery, at: datetime) -> Found:
        """The same; where only retired channels are meant, those: a record never vanishes from look-up."""
        found = self.find(register, actor, query, at)
        return found if found.channels or query.is_empty else self.find_out_of_use(register, actor, query, at)

    def find_out_of_use(self, register: Register, actor: Actor, query: ChannelQuery, at: datetime) -> Found:
        """The retired channels that ``query`` means; all of them where it says nothing."""
        meant = register.retired() if query.is_empty else register.find_retired(query)
        views = self._views(register, meant, actor, at.date())
        return Found(query, views, () if views else self.secretaries(register, actor))

    def verify(
        self, register: Register, actor: Actor, address: str, at: datetime, on: Collection[PlatformId] = ()
    ) -> Verified:
        """Whether the account at ``address``, a URL or a handle in any spelling, is ours, or resembles one of ours.

        ``on`` are the platforms that a handle was said to be on, where that was said.
        """
        found, likeness = register.at_address(address, self._platforms, on), None
        if found:
            retired = all(channel.status is Status.RETIRED for channel in found)
            verdict = Verdict.RETIRED if retired else Verdict.OURS
        elif is_on(address, {*self._own_hosts, *_own_hosts(register, self._platforms)}):
            verdict = Verdict.OWN_SITE
        elif resemblance := resembled(address, in_list_order(register.channels.values()), self._platforms):
            verdict, found, likeness = Verdict.LOOKS_LIKE_OURS, resemblance.channels, resemblance.likeness
        else:
            verdict = Verdict.NOT_LISTED
        return Verified(
            address=normalise_url(address) or address,
            verdict=verdict,
            channels=self._views(register, found, actor, at.date()),
            secretaries=self.secretaries(register, actor),
            likeness=likeness,
            names_account=names_account(address, self._platforms),
        )

    def mine(self, register: Register, actor: Actor, at: datetime) -> tuple[ChannelView, ...]:
        """The channels that the actor is responsible for or maintains; guests and those who have left keep none."""
        kept = register.kept_by(actor.person.id) if actor.on(at.date()).may_keep_channels else ()
        return self._views(register, kept, actor, at.date())

    def held_on(self, register: Register, actor: Actor, at: datetime) -> Held:
        """All that the bot holds on the actor: also the channels that still name somebody who has left."""
        views = self._views(register, register.kept_by(actor.person.id), actor, at.date())
        return Held(actor.person, views, actor.person.id in register.people)

    def audit(self, register: Register, actor: Actor, at: datetime) -> Audit:
        """The channels that want attention, for the ICT secretary."""
        require_ict_secretary(actor)
        views = self._views(register, register.listed(), actor, at.date())
        in_use = [view for view in views if view.state is not None]
        today = at.date()
        return Audit(
            total=len(views),
            by_status={status: sum(view.status is status for view in views) for status in Status},
            by_state={state: tuple(view for view in in_use if view.state is state) for state in State},
            single_maintainer=tuple(view for view in in_use if len(view.channel.maintainers) < ENOUGH_MAINTAINERS),
            orphaned=tuple(view for view in in_use if len(view.gone) == len(view.channel.keeper_ids)),
            with_leavers=tuple(view for view in in_use if 0 < len(view.gone) < len(view.channel.keeper_ids)),
            not_linked=tuple(view for view in in_use if _is_not_linked(view, today)),
            leavers=tuple(dict.fromkeys(person for view in views for person in _leavers(view))),
        )

    def asked(self, duties: Mapping[DutyId, str]) -> Asked:
        """What is asked of channels where the guideline lays down ``duties``, each with its subsection."""
        return Asked.by(duties, self._interval, self._platforms)

    def _views(
        self, register: Register, channels: Iterable[Channel], actor: Actor, today: date
    ) -> tuple[ChannelView, ...]:
        return tuple(self._view(register, channel, actor, today) for channel in channels)

    def _view(self, register: Register, channel: Channel, actor: Actor, today: date) -> ChannelView:
        status, source = channel.status_on(today), register.sources.get(channel.id)
        state = register.state_of(channel, self._interval, today) if status is Status.IN_USE else None
        last = newest(register.evidence_of(channel))
        website = register.website_link_of(channel, self._platforms)
        proofs = self._proofs(channel, source, website)
        pause = channel.pause if channel.pause and channel.pause.end >= today and _may_rest(status) else None
        public = ChannelView(channel, status, state, last, source=source, website=website, proofs=proofs, pause=pause)
        if actor.is_guest:
            return public
        ahead = (cover for cover in channel.holiday_covers if today < cover.start)
        interval = timedelta(days=channel.update_interval_days or self._interval)
        return replace(
            public,
            responsible=register.person(channel.responsible),
            maintainers=tuple(map(register.person, channel.maintainer_ids)),
            covering=tuple(Covering(cover, register.person(cover.person)) for cover in channel.covers_on(today)),
            covers_ahead=tuple(Covering(cover, register.person(cover.person)) for cover in ahead),
            gone=frozenset(person for person in channel.keeper_ids if register.has_left(person, today)),
            next_due=last.on + interval if last and state is State.ACTIVE else None,
            decider=register.person(channel.decision.by) if channel.decision.by else None,
        )

    def _proofs(self, channel: Channel, source: SourceState | None, link: WebsiteLink | None) -> dict[Proof, date]:
        """What speaks for the account besides the website's link: a name under the website's own domain only where the
        account was read."""
        found = {Proof.MUTUAL: link.mutual_on} if link and link.mutual_on else {}
        if source is not None and source.read_on is not None and self._website:
            ref = source_of(channel.url, channel.platform, self._platforms, channel.handle)
            if ref is not None and any(has_own_domain(ref, website) for website in self._website):
                found[Proof.OWN_DOMAIN] = source.read_on
        return found


def _own_hosts(register: Register, platforms: Platforms) -> Iterator[str]:
    """The hosts that are ours as far as the register tells: a website of ours is all that there is on one, be it in a
    language ("/fi")."""
    for channel in register.listed():
        host, path = split_url(channel.url)
        platform = platforms.get(channel.platform)
        if host and path in ("", *Language) and platform and not platform.hosts:
            yield host.removeprefix("www.")


def _may_rest(status: Status) -> bool:
    return status in (Status.IN_USE, Status.PAUSED)


def _is_not_linked(view: ChannelView, today: date) -> bool:
    """Whether somebody has said that the website does not link the channel, and it has not been seen there since."""
    is_seen = view.website is not None and view.website.is_seen_on(today)
    return view.channel.website_link is False and not is_seen


def _leavers(view: ChannelView) -> Iterator[Person]:
    return (person for person in (*view.maintainers, view.responsible) if person and person.id in view.gone)
