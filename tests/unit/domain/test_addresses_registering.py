"""An account is registered once, in whatever spelling; one that could be taken for it is registered with a note."""

from __future__ import annotations

import pytest

from bot.domain.channels import Channel, Status
from bot.domain.register import Register
from bot.services.register.keeping import RegisterKeeping
from bot.services.register.records.channel_records import InvalidInputError
from bot.services.register.staffing import Registered
from tests.unit.domain.test_addresses_platforms import PLATFORMS
from tests.unit.services.support import AT, SECRETARY, Postman, channel, store_of, values

LIBRARY = channel(url="https://www.instagram.com/esimerkkikirjasto/", handle="esimerkkikirjasto")


async def add(has: Channel, **typed: object) -> Registered:
    keeping = RegisterKeeping(store_of(has), PLATFORMS, Postman())
    return await keeping.add(SECRETARY, values(**typed), AT)


async def refused(has: Channel, **typed: object) -> tuple[str, str]:
    with pytest.raises(InvalidInputError) as error:
        await add(has, **typed)
    (problem,) = error.value.problems
    assert problem.context == {"channel": has.name}
    return problem.field, problem.code


@pytest.mark.parametrize(
    "url",
    [
        "http://m.instagram.com/EsimerkkiKirjasto?igsh=MW",
        "instagram.com/esimerkkikirjasto/reel/DA12",
        "<https://www.instagram.com/esimerkkikirjasto/|Kirjasto>",
        "https://www.instagram.com/%65simerkkikirjasto#a",
    ],
)
async def test_an_account_that_is_registered_is_noticed_in_any_spelling(url: str) -> None:
    assert await refused(LIBRARY, url=url) == ("url", "url-taken")


async def test_an_account_registered_by_address_is_noticed_by_handle_and_the_other_way_round() -> None:
    assert await refused(LIBRARY, handle="@EsimerkkiKirjasto") == ("handle", "handle-taken")
    by_handle = channel(url="", handle="@EsimerkkiKirjasto")
    assert await refused(by_handle, url="https://instagram.com/esimerkkikirjasto") == ("url", "url-taken")
    assert await refused(by_handle, handle="esimerkkikirjasto") == ("handle", "handle-taken")


async def test_an_account_that_was_retired_is_noticed_too() -> None:
    retired = channel(url="https://instagram.com/esimerkkikirjasto", status=Status.RETIRED)
    assert await refused(retired, url="instagram.com/ESIMERKKIKIRJASTO") == ("url", "url-taken")


@pytest.mark.parametrize(
    ("has", "typed"),
    [
        (LIBRARY, {"platform": "facebook", "handle": "esimerkkikirjasto"}),
        (LIBRARY, {"platform": "tiktok", "url": "https://www.tiktok.com/@esimerkkikirjasto"}),
        (
            channel(platform="linkedin", url="https://linkedin.com/in/esimerkki"),
            {"platform": "linkedin", "url": "https://linkedin.com/company/esimerkki"},
        ),
        (
            channel(platform="facebook", url="https://facebook.com/profile.php?id=100064"),
            {"platform": "facebook", "url": "https://facebook.com/profile.php?id=100065"},
        ),
    ],
)
async def test_the_same_name_elsewhere_is_another_account_and_usual(has: Channel, typed: dict[str, str]) -> None:
    assert (await add(has, **typed)).resembles == ()


@pytest.mark.parametrize(
    "typed",
    [
        {"url": "https://www.instagram.com/esimerkki_kirjasto"},
        {"url": "https://www.instagram.com/esimerkkikirjast0"},
        {"handle": "esimerkkikirjasto.official"},
    ],
)
async def test_a_look_alike_is_registered_and_what_it_resembles_is_told(typed: dict[str, str]) -> None:
    result = await add(LIBRARY, **typed)
    assert result.channel.id != LIBRARY.id
    assert result.resembles == (LIBRARY,)


async def test_an_edit_tells_of_a_look_alike_where_the_address_changes_and_only_then() -> None:
    other = channel("museo-instagram", name="Museon Instagram", url="https://instagram.com/esimerkkimuseo")
    keeping = RegisterKeeping(store_of(LIBRARY, other), PLATFORMS, Postman())
    moved = await keeping.edit(SECRETARY, other.id, 1, {"url": "https://instagram.com/esimerkkikirjasto.fi"}, AT)
    assert moved.resembles == (LIBRARY,)
    assert moved.channel.handle == "esimerkkikirjasto.fi"
    renamed = await keeping.edit(SECRETARY, other.id, 2, {"name": "Museo"}, AT)
    assert renamed.resembles == ()


def at(address: str, *channels: Channel) -> list[str]:
    return [one.id for one in Register({one.id: one for one in channels}).at_address(address, PLATFORMS)]


def test_a_handle_alone_finds_the_channels_of_all_platforms() -> None:
    facebook = channel(
        "kirjasto-facebook", platform="facebook", url="https://facebook.com/Esimerkki.Kirjasto", handle=""
    )
    mastodon = channel(
        "kirjasto-mastodon", platform="mastodon", url="https://mastodontti.fi/@esimerkkikirjasto", handle=""
    )
    bluesky = channel("kunta-bluesky", platform="bluesky", url="", handle="@esimerkki.bsky.social")
    known = (LIBRARY, facebook, mastodon, bluesky)
    assert at("@EsimerkkiKirjasto", *known) == ["kirjasto-instagram", "kirjasto-facebook", "kirjasto-mastodon"]
    assert at("@esimerkkikirjasto@mastodontti.fi", *known) == ["kirjasto-mastodon"]
    assert at("@esimerkkikirjasto@mastodon.evil.example", *known) == []
    assert at("esimerkki.bsky.social", *known) == ["kunta-bluesky"]
    assert at("https://bsky.app/profile/esimerkki.bsky.social", *known) == ["kunta-bluesky"]
