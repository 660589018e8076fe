"""Which platform and account an address names, by ``platforms.toml``; and what is wrong with such a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.accounts.addresses import account_by_handle, account_of, address_key, handle_of, platform_of
from bot.domain.accounts.platforms import account_path
from bot.knowledge.content.wording.words import VocabularyError, load_platforms
from tests.conftest import ROOT

PLATFORMS = load_platforms(ROOT / "knowledge" / "common" / "platforms.toml")


@pytest.mark.parametrize(
    ("url", "platform", "kind", "name"),
    [
        ("https://www.facebook.com/EsimerkkiKunta", "facebook", "handle", "esimerkkikunta"),
        ("https://www.facebook.com/profile.php?id=100064&locale=fi_FI", "facebook", "id", "100064"),
        ("https://www.facebook.com/pages/Esimerkin-Kirjasto/100064", "facebook", "id", "100064"),
        ("https://www.facebook.com/p/Esimerkin-kirjasto-100064/", "facebook", "id", "100064"),
        ("https://www.facebook.com/groups/Esimerkkilaiset/", "facebook", "group", "esimerkkilaiset"),
        ("https://m.me/esimerkkikunta", "facebook", "handle", "esimerkkikunta"),
        ("https://www.instagram.com/esimerkki.kunta/?hl=fi", "instagram", "handle", "esimerkki.kunta"),
        ("https://www.youtube.com/@EsimerkkiKunta", "youtube", "handle", "esimerkkikunta"),
        ("https://www.youtube.com/c/EsimerkkiKunta", "youtube", "name", "esimerkkikunta"),
        ("https://www.youtube.com/channel/UCabcDEF123", "youtube", "ID", "UCabcDEF123"),
        ("https://www.youtube.com/user/EsimerkkiKunta", "youtube", "user", "esimerkkikunta"),
        ("https://www.tiktok.com/@esimerkkinuoriso?lang=fi", "tiktok", "handle", "esimerkkinuoriso"),
        ("https://twitter.com/EsimerkkiKunta", "x", "handle", "esimerkkikunta"),
        ("https://x.com/esimerkkikunta", "x", "handle", "esimerkkikunta"),
        ("https://fi.linkedin.com/company/Esimerkki-Kunta/about/", "linkedin", "company", "esimerkki-kunta"),
        ("https://www.linkedin.com/school/esimerkki-lukio", "linkedin", "school", "esimerkki-lukio"),
        ("https://www.linkedin.com/in/kunnanjohtaja", "linkedin", "person", "kunnanjohtaja"),
        ("https://www.threads.net/@esimerkkikunta", "threads", "handle", "esimerkkikunta"),
        ("https://www.threads.com/@esimerkkikunta", "threads", "handle", "esimerkkikunta"),
        ("https://bsky.app/profile/kunta.bsky.social", "bluesky", "handle", "kunta.bsky.social"),
        ("https://mastodontti.fi/@esimerkkikunta", "mastodon", "handle", "esimerkkikunta@mastodontti.fi"),
        ("https://some.kunta.example/@tiedotus", "mastodon", "handle", "tiedotus@some.kunta.example"),
        ("https://mastodon.social/@kunta@mastodontti.fi", "mastodon", "handle", "kunta@mastodontti.fi"),
        ("https://discord.gg/AbCd12", "discord", "INVITE", "AbCd12"),
        ("https://discord.com/invite/AbCd12", "discord", "INVITE", "AbCd12"),
        ("https://www.snapchat.com/add/esimerkkinuoriso", "snapchat", "handle", "esimerkkinuoriso"),
        ("https://www.snapchat.com/@esimerkkinuoriso", "snapchat", "handle", "esimerkkinuoriso"),
        ("https://whatsapp.com/channel/0029VaAbC", "whatsapp", "CHANNEL", "0029VaAbC"),
        ("https://t.me/s/esimerkkikunta", "telegram", "handle", "esimerkkikunta"),
        ("https://www.twitch.tv/EsimerkkiNuoriso/videos", "twitch", "handle", "esimerkkinuoriso"),
        ("https://fi.pinterest.com/esimerkkimuseo/taulu/", "pinterest", "handle", "esimerkkimuseo"),
        ("https://www.flickr.com/people/esimerkkimuseo/", "flickr", "handle", "esimerkkimuseo"),
        ("https://www.flickr.com/photos/esimerkkimuseo/albums/1", "flickr", "handle", "esimerkkimuseo"),
        ("https://open.spotify.com/intl-fi/show/4rOoJ6Egrf8K?si=1", "podcast", "SHOW", "4rOoJ6Egrf8K"),
        ("https://podcasts.apple.com/fi/podcast/kuntapodi/id15", "podcast", "podcast", "id15"),
    ],
)
def test_an_address_names_its_platform_and_account(url: str, platform: str, kind: str, name: str) -> None:
    account = account_of(url, PLATFORMS)
    assert account is not None
    assert (account.platform, account.kind, account.name) == (platform, kind, name)
    assert platform_of(url, PLATFORMS) == platform
    assert handle_of(url, PLATFORMS) == name


@pytest.mark.parametrize(
    ("url", "platform"),
    [
        ("https://www.instagram.com/p/DAbc123/", "instagram"),
        ("https://www.instagram.com/explore/tags/kunta", "instagram"),
        ("https://www.facebook.com/events/123", "facebook"),
        ("https://www.facebook.com/share/p/abc", "facebook"),
        ("https://www.youtube.com/watch?v=abc", "youtube"),
        ("https://youtu.be/abc", "youtube"),
        ("https://vm.tiktok.com/ZMabc", "tiktok"),
        ("https://x.com/i/status/12", "x"),
        ("https://t.co/abc", "x"),
        ("https://www.esimerkki.fi/kirjasto", None),
    ],
)
def test_an_address_that_names_no_account_has_its_platform_still(url: str, platform: str | None) -> None:
    assert account_of(url, PLATFORMS) is None
    assert platform_of(url, PLATFORMS) == platform


def test_capitals_matter_in_ids_and_not_in_handles() -> None:
    ids = [address_key(f"youtube.com/channel/{name}", PLATFORMS) for name in ("UCabc", "UCABC")]
    handles = [address_key(f"youtube.com/@{name}", PLATFORMS) for name in ("kunta", "KUNTA")]
    assert ids[0] != ids[1]
    assert handles[0] == handles[1]


def test_accounts_of_different_kinds_are_different_accounts() -> None:
    pages = ["groups/esimerkki", "esimerkki", "profile.php?id=1", "profile.php?id=2"]
    assert len({address_key(f"https://facebook.com/{page}", PLATFORMS) for page in pages}) == len(pages)
    kinds = ["company", "school", "in", "showcase"]
    assert len({address_key(f"https://linkedin.com/{kind}/esimerkki", PLATFORMS) for kind in kinds}) == len(kinds)


def test_a_handle_on_its_own_is_what_the_platforms_first_form_says() -> None:
    company = account_by_handle("linkedin", "@Esimerkki", PLATFORMS)
    assert company == account_of("https://linkedin.com/company/esimerkki", PLATFORMS)
    assert account_by_handle("website", "esimerkki.fi", PLATFORMS) is None
    assert account_by_handle("instagram", " ", PLATFORMS) is None
    assert account_by_handle("myspace", "esimerkki", PLATFORMS) is None


ONE = '[pixelfed]\nname = "Pixelfed"\nhosts = ["pixelfed.social"]\n'


def written(folder: Path, lines: str) -> Path:
    path = folder / "platforms.toml"
    path.write_text(ONE + lines, encoding="utf-8")
    return path


def test_a_platform_can_be_added_in_the_file_alone(tmp_path: Path) -> None:
    platforms = load_platforms(written(tmp_path, 'paths = ["{handle}", "i/web/profile/{ID}"]\nnot_accounts = ["i"]\n'))
    assert address_key("https://pixelfed.social/Kunta/123", platforms) == "pixelfed:handle:kunta"
    assert address_key("https://pixelfed.social/i/web/profile/aB", platforms) == "pixelfed:ID:aB"
    assert account_of("https://pixelfed.social/i/web", platforms) is None


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ('paths = ["users/"]', '"users/" can not be read: it needs one place'),
        ('paths = ["{group}/{handle}"]', "it needs one place"),
        ('paths = ["{handle"]', "it needs one place"),
        ('paths = ["{handle}/{"]', "without spaces and single braces"),
        ('paths = ["pixelfed.scoial/{handle}"]', "pixelfed.scoial is not among the hosts"),
        ('paths = "{handle}"', "paths must be a list"),
        ("ignored = 1", "ignored must be characters"),
        ('federated = "yes"', "federated must be true or false"),
        ('path = ["{handle}"]', '"path" is not known'),
    ],
)
def test_a_malformed_entry_is_named_with_its_file(tmp_path: Path, lines: str, said: str) -> None:
    path = written(tmp_path, lines)
    with pytest.raises(VocabularyError) as refused:
        load_platforms(path)
    assert str(refused.value).startswith(f"{path}: [pixelfed] ")
    assert said in str(refused.value)


def test_a_form_may_be_bound_to_a_host_below_one_of_the_platforms() -> None:
    assert account_path("chat.whatsapp.com/{INVITE}", ("whatsapp.com",)).host == "chat.whatsapp.com"
