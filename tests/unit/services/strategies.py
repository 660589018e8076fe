"""Any register that the services can have kept, for property tests; no tests."""

from __future__ import annotations

from hypothesis import strategies as st

from bot.domain.accounts.addresses import handle_of
from bot.domain.channels import (
    AccessHolder,
    Channel,
    Closing,
    Confirmed,
    Decision,
    Exemption,
    HolidayCover,
    Maintainer,
    Pause,
    Right,
    Scope,
    Status,
    UnitName,
)
from bot.domain.duties import DUTIES
from bot.domain.evidence import Evidence, EvidenceKind, Source
from bot.domain.language import Language
from bot.domain.people import Person
from bot.domain.register import Register

lines = st.text(st.characters(exclude_categories=["C"]), max_size=12).map(lambda text: " ".join(text.split()))
filled_lines = lines.filter(bool)
people_ids = st.sampled_from(["p0", "p1", "p2"])
slack_ids = st.from_regex(r"slack:U[A-Z0-9]{3,8}", fullmatch=True)
emails = st.from_regex(r"[A-Za-z]{1,4}[.\-][a-z]{1,4}@[a-z]{1,4}\.fi", fullmatch=True)


@st.composite
def people(draw: st.DrawFn) -> tuple[Person, ...]:
    """Three people, each with an identity or an e-mail address of their own."""
    identities = draw(st.lists(slack_ids, min_size=3, max_size=3, unique=True))
    addresses = draw(st.lists(emails, min_size=3, max_size=3, unique_by=str.lower))
    return tuple(
        Person(
            id=f"p{number}",
            display_name=draw(lines),
            email=address if (named := draw(st.integers(0, 2))) else None,
            language=draw(st.none() | st.sampled_from(Language)),
            identities=(identity,) if named < 2 else (),
            left_on=draw(st.none() | st.dates()),
        )
        for number, (identity, address) in enumerate(zip(identities, addresses, strict=True))
    )


maintainers = st.lists(
    st.builds(Maintainer, people_ids, st.sampled_from(Right), st.none() | people_ids),
    max_size=3,
    unique_by=lambda maintainer: maintainer.person,
).map(tuple)
days = st.tuples(st.dates(), st.dates()).map(sorted)
pauses = st.builds(lambda both, reason: Pause(both[0], both[1], reason), days, lines)
covers = st.builds(
    lambda both, cover, absent: HolidayCover(both[0], both[1], cover, absent), days, people_ids, st.none() | people_ids
)
evidence = st.lists(
    st.builds(Evidence, st.sampled_from(EvidenceKind), st.dates(), st.none() | people_ids),
    min_size=1,
    max_size=3,
    unique_by=lambda item: item.kind,
).map(tuple)
exemptions = st.lists(
    st.builds(Exemption, st.sampled_from(DUTIES), lines, people_ids, st.dates(), st.dates()), max_size=2
).map(tuple)
confirmed = st.lists(
    st.builds(
        Confirmed,
        st.sampled_from(DUTIES),
        st.dates(),
        people_ids,
        st.booleans(),
        st.lists(st.builds(AccessHolder, people_ids), max_size=2).map(tuple),
    ),
    max_size=2,
).map(tuple)


@st.composite
def channels(draw: st.DrawFn, channel_id: str = "kirjasto-instagram") -> Channel:
    """A channel of those three people; its address is made of its id."""
    url = draw(st.sampled_from(["", f"https://instagram.com/{channel_id}"]))
    handle = draw(filled_lines) if draw(st.booleans()) else handle_of(url)
    return Channel(
        id=channel_id,
        platform="instagram",
        name=draw(filled_lines),
        unit=UnitName(draw(filled_lines), draw(lines), draw(lines)),
        responsible=draw(people_ids),
        scope=draw(st.sampled_from(Scope)),
        url=url,
        handle=handle,
        purpose="\n".join(draw(st.lists(filled_lines, max_size=3))),
        status=draw(st.sampled_from([Status.PROPOSED, Status.IN_USE, Status.RETIRED])),
        pause=draw(st.none() | pauses),
        maintainers=draw(maintainers),
        decision=Decision(draw(st.none() | people_ids), draw(st.none() | st.dates()), draw(lines)),
        weekly_hours=draw(st.none() | st.floats(0, 168)),
        update_interval_days=draw(st.none() | st.integers(1, 366)),
        website_link=draw(st.none() | st.booleans()),
        announced=draw(st.none() | st.booleans()),
        official_marked=draw(st.none() | st.booleans()),
        holiday_covers=tuple(draw(st.lists(covers, max_size=2))),
        source=draw(st.none() | st.builds(Source, st.just("https://example.fi/feed"))),
        evidence=draw(evidence),
        closing=draw(st.none() | st.builds(Closing, people_ids, lines, lines)),
        exemptions=draw(exemptions),
        confirmed=draw(confirmed),
    )


@st.composite
def registers(draw: st.DrawFn) -> Register:
    """Up to three channels and their people."""
    kept = [draw(channels(f"kanava-{number}")) for number in range(draw(st.integers(0, 3)))]
    return Register({one.id: one for one in kept}, {one.id: one for one in draw(people())}, version=len(kept))
