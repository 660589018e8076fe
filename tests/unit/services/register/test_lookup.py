"""Look-up on behalf of somebody: what each may see, whether an account is ours, what wants attention."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from bot.domain.channels import Channel, HolidayCover, Maintainer, Pause, Status
from bot.domain.evidence import Evidence, EvidenceKind, SourceState, State
from bot.domain.people import Person
from bot.domain.register import ChannelQuery, Register
from bot.services.access import Access, NotAllowedError
from bot.services.register.lookup import ChannelView, Covering, LookUp, Verdict
from bot.storage.memory import MemoryStore
from tests.support.registers import state_of
from tests.unit.services.support import (
    AT,
    FIRST,
    ICT,
    INSTAGRAM,
    SECOND,
    SECRETARY,
    THIRD,
    TODAY,
    TOLD,
    channel,
    guest,
    register_with,
    staff,
)

COVER = HolidayCover(TODAY, TODAY, THIRD.id, SECOND.id)
KEPT = channel(maintainers=(Maintainer(SECOND.id),), holiday_covers=(COVER,), url=INSTAGRAM, handle="esimerkkikirjasto")
OLD = Evidence(EvidenceKind.TOLD, TODAY - timedelta(days=15))
PAUSE = Pause(TODAY, TODAY)
FEED = SourceState("https://example.fi/feed", read_on=TODAY, is_whole=True)


class LookUpIn:
    """Look-up in one register."""

    def __init__(self, service: LookUp, register: Register) -> None:
        self.find = partial(service.find, register)
        self.find_any = partial(service.find_any, register)
        self.verify = partial(service.verify, register)
        self.mine = partial(service.mine, register)
        self.held_on = partial(service.held_on, register)
        self.audit = partial(service.audit, register)


def look_up(
    *channels: Channel,
    people: tuple[Person, ...] = (FIRST, SECOND, THIRD, ICT),
    interval: int = 14,
    sources: dict[str, SourceState] | None = None,
) -> LookUpIn:
    register = replace(register_with(*channels, people=people), sources=sources or {})
    return LookUpIn(LookUp(MemoryStore(state_of(register)), Access(("slack:U0ICT0001",)), interval), register)


def named(channel_id: str) -> ChannelQuery:
    return ChannelQuery(names=(channel_id,))


def view_of(one: Channel, interval: int = 14) -> ChannelView:
    (view,) = look_up(one, interval=interval).find_any(staff(SECOND), named(one.id), AT).channels
    return view


def ids(views: tuple[ChannelView, ...]) -> list[str]:
    return [view.channel.id for view in views]


def test_staff_see_a_channels_people_and_who_covers_today() -> None:
    other_day = HolidayCover(TODAY - timedelta(days=9), TODAY - timedelta(days=1), FIRST.id)
    assert view_of(replace(KEPT, holiday_covers=(other_day, COVER))) == ChannelView(
        channel=replace(KEPT, holiday_covers=(other_day, COVER)),
        status=Status.IN_USE,
        state=State.ACTIVE,
        last_evidence=TOLD,
        responsible=FIRST,
        maintainers=(SECOND,),
        covering=(Covering(COVER, THIRD),),
        next_due=TOLD.on + timedelta(days=14),
    )


def test_guests_see_no_people() -> None:
    service = look_up(KEPT)
    actor = guest(FIRST)
    views = [
        *service.find_any(actor, named(KEPT.id), AT).channels,
        *(service.find(actor, ChannelQuery(), AT)).channels,
        *(service.verify(actor, INSTAGRAM, AT)).channels,
        *(service.held_on(actor, AT)).channels,
    ]
    assert len(views) == 4
    assert service.mine(actor, AT) == ()
    for view in views:
        assert (view.responsible, view.maintainers, view.covering) == (None, (), ())
        assert (view.status, view.state) == (Status.IN_USE, State.ACTIVE)


def test_a_person_of_whom_only_the_id_is_left_is_shown_by_it() -> None:
    (view,) = look_up(KEPT, people=()).find_any(staff(FIRST), named(KEPT.id), AT).channels
    assert view.responsible == Person(FIRST.id)


@pytest.mark.parametrize(
    ("one", "status", "state"),
    [
        (channel(), Status.IN_USE, State.ACTIVE),
        (channel(evidence=(OLD,)), Status.IN_USE, State.UNCONFIRMED),
        (channel(pause=PAUSE), Status.PAUSED, None),
        (channel(status=Status.RETIRED), Status.RETIRED, None),
        (channel(status=Status.PROPOSED), Status.PROPOSED, None),
    ],
)
def test_how_a_channel_does_is_said_only_while_it_is_in_use(one: Channel, status: Status, state: State) -> None:
    view = view_of(one)
    assert (view.status, view.state) == (status, state)


def test_how_a_channel_does_follows_from_what_its_source_has_told() -> None:
    broken = SourceState("https://e.fi/f", fails=True, failing_since=date(2026, 11, 1))
    seen = replace(FEED, seen_on=TODAY - timedelta(days=2))
    for source, state in ((FEED, State.IDLE), (broken, State.UNKNOWN), (seen, State.ACTIVE)):
        service = look_up(channel(evidence=(OLD,)), sources={channel().id: source})
        (view,) = service.find_any(staff(SECOND), named(channel().id), AT).channels
        assert (view.state, view.source) == (state, source)
    assert view.last_evidence == Evidence(EvidenceKind.SEEN, TODAY - timedelta(days=2))
    assert view.next_due == TODAY + timedelta(days=12)


def test_a_channels_own_interval_goes_before_the_municipalitys() -> None:
    assert view_of(channel(evidence=(OLD,)), interval=15).state is State.ACTIVE
    assert view_of(channel(evidence=(OLD,), update_interval_days=14), interval=15).state is State.UNCONFIRMED


def test_the_newest_evidence_is_shown() -> None:
    assert view_of(channel(evidence=(TOLD, OLD))).last_evidence == TOLD
    assert view_of(channel(evidence=())).last_evidence is None


def test_what_is_found_comes_with_the_question() -> None:
    query = ChannelQuery(platforms=("facebook",))
    found = look_up(KEPT, channel("fb", platform="facebook")).find(staff(SECOND), query, AT)
    assert ids(found.channels) == ["fb"]
    assert (found.query, found.secretaries) == (query, ())


def test_where_none_is_found_it_is_said_whom_to_ask() -> None:
    found = look_up(KEPT).find(staff(SECOND), ChannelQuery(platforms=("facebook",)), AT)
    assert (found.channels, found.secretaries) == ((), (ICT,))


def test_one_channel_is_found_though_it_is_retired_and_none_where_there_is_none() -> None:
    service = look_up(channel(status=Status.RETIRED))
    (view,) = service.find_any(staff(FIRST), named("kirjasto-instagram"), AT).channels
    assert view.status is Status.RETIRED
    assert service.find_any(staff(FIRST), named("ei-ole"), AT).channels == ()


@pytest.mark.parametrize(
    ("typed", "address", "verdict"),
    [
        ("m.instagram.com/EsimerkkiKirjasto/?x=1", "https://instagram.com/EsimerkkiKirjasto", Verdict.OURS),
        ("@EsimerkkiKirjasto", "@EsimerkkiKirjasto", Verdict.OURS),
        ("https://instagram.com/vanha", "https://instagram.com/vanha", Verdict.RETIRED),
        ("https://instagram.com/esimerkkikirjast0", "https://instagram.com/esimerkkikirjast0", Verdict.NOT_LISTED),
        ("https://instagram.com.evil.example/esimerkkikirjasto", None, Verdict.NOT_LISTED),
        ("@vale", "@vale", Verdict.NOT_LISTED),
    ],
)
def test_an_account_is_ours_retired_or_not_in_the_list(typed: str, address: str | None, verdict: Verdict) -> None:
    retired = channel("vanha", status=Status.RETIRED, url="https://www.instagram.com/vanha/")
    verified = look_up(KEPT, retired).verify(staff(THIRD), typed, AT)
    assert verified.verdict is verdict
    assert verified.address == (address or typed)
    assert len(verified.channels) == (verdict is not Verdict.NOT_LISTED)
    assert verified.secretaries == (ICT,)


def test_an_account_that_one_of_two_channels_still_has_is_ours() -> None:
    retired = channel("vanha", status=Status.RETIRED, handle="esimerkkikirjasto")
    verified = look_up(retired, KEPT).verify(staff(THIRD), "esimerkkikirjasto", AT)
    assert verified.verdict is Verdict.OURS
    assert ids(verified.channels) == ["vanha", KEPT.id]


def test_an_account_on_a_paused_channel_is_ours() -> None:
    assert (look_up(replace(KEPT, pause=PAUSE)).verify(staff(FIRST), INSTAGRAM, AT)).verdict is Verdict.OURS


def test_another_numbered_profile_of_facebook_is_not_ours() -> None:
    ours = channel(platform="facebook", url="https://www.facebook.com/profile.php?id=100042")
    verified = look_up(ours).verify(staff(FIRST), "https://www.facebook.com/profile.php?id=100666", AT)
    assert verified.verdict is Verdict.NOT_LISTED


@pytest.mark.parametrize("nothing", ["", " ", "@"])
def test_no_address_at_all_is_not_ours(nothing: str) -> None:
    assert (look_up(channel(url="", handle="")).verify(staff(FIRST), nothing, AT)).verdict is Verdict.NOT_LISTED


def test_mine_are_the_channels_that_name_me() -> None:
    service = look_up(KEPT, channel("muu"), channel("vanha", status=Status.RETIRED))
    assert ids(service.mine(staff(FIRST), AT)) == [KEPT.id, "muu"]
    assert ids(service.mine(staff(SECOND), AT)) == [KEPT.id]
    assert service.mine(staff(THIRD), AT) == ()


def test_what_is_held_on_somebody_is_that_and_whether_the_register_knows_them() -> None:
    service = look_up(KEPT, people=(SECOND,))
    held = service.held_on(staff(SECOND), AT)
    assert (held.person, held.stored, ids(held.channels)) == (SECOND, True, [KEPT.id])
    unknown = service.held_on(staff(THIRD), AT)
    assert (unknown.person, unknown.stored, unknown.channels) == (THIRD, False, ())


def test_the_audit_is_the_ict_secretarys() -> None:
    for actor in (staff(FIRST), guest(ICT)):
        with pytest.raises(NotAllowedError):
            look_up(KEPT).audit(actor, AT)


def test_the_audit_groups_what_wants_attention() -> None:
    left = replace(THIRD, left_on=TODAY)
    leaving = replace(SECOND, left_on=TODAY + timedelta(days=1))
    two = (Maintainer(FIRST.id), Maintainer(leaving.id))
    channels = (
        channel("hyva", maintainers=two, website_link=True),
        channel("yksin", maintainers=(Maintainer(FIRST.id),), evidence=(OLD,)),
        channel("orpo", responsible=left.id, maintainers=(Maintainer(left.id),), website_link=False),
        channel("puoliorpo", responsible=left.id, maintainers=(Maintainer(left.id), Maintainer(leaving.id))),
        channel("hiljaa", maintainers=two, evidence=(OLD,)),
        channel("tauolla", responsible=left.id, pause=PAUSE, website_link=False),
        channel("vanha", responsible=left.id, status=Status.RETIRED),
    )
    service = look_up(*channels, people=(FIRST, leaving, left, ICT), sources={"hiljaa": FEED})
    audit = service.audit(SECRETARY, AT)

    assert audit.total == 6
    assert {state: ids(views) for state, views in audit.by_state.items()} == {
        State.ACTIVE: ["hyva", "orpo", "puoliorpo"],
        State.IDLE: ["hiljaa"],
        State.UNCONFIRMED: ["yksin"],
        State.UNKNOWN: [],
    }
    assert ids(audit.single_maintainer) == ["yksin", "orpo"]
    assert ids(audit.orphaned) == ["orpo"]
    assert ids(audit.not_linked) == ["orpo"]


def test_an_empty_register_has_nothing_to_audit() -> None:
    audit = look_up().audit(SECRETARY, AT)
    assert (audit.total, audit.single_maintainer, audit.orphaned, audit.not_linked) == (0, (), (), ())
    assert set(audit.by_state) == set(State)
