from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.channels import Channel, Scope, Status, UnitName
from bot.domain.register import Register
from bot.errors import SomebotError
from bot.knowledge.content.wording.words import load_platforms, load_words
from bot.language.lexicon import Kind, Lexicon, Meaning, words_of
from bot.understanding.channels.vocabulary import Mentions, Vocabulary
from tests.support.steps import steps_of

KNOWLEDGE = Path(__file__).parents[3] / "knowledge" / "common"
PLATFORMS = load_platforms(KNOWLEDGE / "platforms.toml")
WORDS = load_words(KNOWLEDGE / "words.toml")


def channel(channel_id: str, platform: str, unit: UnitName, name: str, **more: object) -> Channel:
    return Channel(channel_id, platform, name, unit, "p1", **more)  # type: ignore[arg-type]


HALL = UnitName("Hallintopalvelut", "Förvaltningstjänster", "Administrative services")
LIBRARY = UnitName("Kirjastopalvelut", "Bibliotekstjänster", "Library services")
YOUTH = UnitName("Kulttuuri- ja nuorisopalvelut", "Kultur- och ungdomstjänster", "Culture and youth services")
TECHNICAL = UnitName("Tekniset palvelut", "Tekniska tjänster", "Technical services")
NORTH, SOUTH = UnitName("Pohjoisniemen koulu"), UnitName("Rantakylän koulu")
REGISTER = Register(
    {
        known.id: known
        for known in (
            channel("town-ig", "instagram", HALL, "Lumijärven kunnan Instagram", scope=Scope.MUNICIPALITY),
            channel("library-fb", "facebook", LIBRARY, "Kirjaston Facebook", handle="lumikirjasto"),
            channel(
                "library-ig", "instagram", LIBRARY, "Kirjaston Instagram", url="https://instagram.com/Lumikirjasto/"
            ),
            channel("youth-tt", "tiktok", YOUTH, "Nuorison TikTok"),
            channel("ukko-ig", "instagram", YOUTH, "Nuorisotalo Ukkolan Instagram"),
            channel("tech-fb", "facebook", TECHNICAL, "Teknisten Facebook"),
            channel("north-blog", "blog", NORTH, "Pohjoisniemen koulun blogi"),
            channel("south-blog", "blog", SOUTH, "Rantakylän koulun blogi"),
            channel("old", "flickr", UnitName("Matkailu"), "Vanha", status=Status.RETIRED, handle="vanhatili"),
        )
    }
)
VOCABULARY = Vocabulary.of(REGISTER, PLATFORMS, WORDS)


def mentions(text: str) -> Mentions:
    return VOCABULARY.mentions(words_of(text))


@pytest.mark.parametrize(
    ("platform", "words"),
    [
        ("instagram", "instagramista Instaan instat ig ig:ssä IGn instagran insta-tili"),
        ("facebook", "facen facesta fb:n fbssä facebookkiin facebok fejan facebooksida"),
        ("youtube", "youtubea youtubeen tubessa yt youtbe youtubevideot you-tube"),
        ("tiktok", "tiktokkiin tiktokin tik-tokissa TikTokit"),
        ("x", "x X:ssä twitterin x-tili"),
        ("website", "nettisivuilla kotisivujen hemsidans webbplatsen www-sivut websites"),
        ("blog", "blogeja bloggens blogs"),
        ("telegram", "telegramiin telegrammissa"),
        ("linkedin", "linkkarissa LinkedIniä"),
    ],
)
def test_platforms_are_known_by_nickname_ending_and_slip(platform: str, words: str) -> None:
    assert {word: mentions(word).query.platforms for word in words.split()} == dict.fromkeys(words.split(), (platform,))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "instance",
            "figuuri",
            "3 x viikossa",
            "extra",
            "installation",
            "surface",
            "facing",
            "threats",
            "sitä",
            "sitten",
        ),
        *("linked in the bio", "tubes", "again", "igen", "other", "muu", "fbi", "snaps", "siten", "switch"),
    ],
)
def test_platforms_are_not_found_inside_ordinary_words(text: str) -> None:
    assert mentions(text).query.platforms == ()


@pytest.mark.parametrize(
    ("unit", "texts"),
    [
        (
            LIBRARY,
            "kirjaston, kirjastossa, Kirjastojen, kirjastopalveluiden, lähikirjastosta, kirjatson, kirjasto-osasto",
        ),
        (LIBRARY, "bibliotekets, stadsbiblioteket, bibliotekstjänsternas, bokbussen, library's, libraries, libary"),
        (YOUTH, "nuorten, nuorille, nuorisotyön, ungdomarnas, youth's, kultur, teatterin"),
        (TECHNICAL, "tekninen, teknisen toimen, teknistä, tekniska, technical services'"),
        (NORTH, "pohjoisniemen, Pohjoisniemessä, Pohjoisniemen koulun"),
    ],
)
def test_units_are_known_by_their_names_and_by_everyday_words(unit: UnitName, texts: str) -> None:
    found = {text: mentions(text).query.units for text in texts.split(", ")}
    assert found == dict.fromkeys(texts.split(", "), (unit.fi,))


def test_a_word_that_fits_several_units_means_all_of_them() -> None:
    assert mentions("koulun blogi").query.units == (NORTH.fi, SOUTH.fi)
    assert mentions("lukion blogi").query.units == (NORTH.fi, SOUTH.fi)


def test_several_units_and_platforms_can_be_named() -> None:
    query = mentions("kirjaston ja nuorten instagram ja facebook").query
    assert (query.units, query.platforms) == ((LIBRARY.fi, YOUTH.fi), ("instagram", "facebook"))


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("kirjaston facebook ja nuorten tiktok", "library-fb youth-tt"),
        ("kirjaston facebook, nuorten tiktok", "library-fb youth-tt"),
        ("facebook for the library and instagram for the town", "town-ig library-fb"),
        ("kunnan instagram ja kirjaston facebook", "town-ig library-fb"),
        ("bibliotekets facebook och instagram samt ungdomarnas tiktok", "library-fb library-ig youth-tt"),
        ("ukkolan insta ja kirjaston facebook", "library-fb ukko-ig"),
        ("kirjaston tiktok ja nuorten facebook", ""),
        ("kirjaston ja nuorten kanavat ja teknisten facebook", "library-fb library-ig youth-tt ukko-ig tech-fb"),
    ],
)
def test_what_is_named_apart_is_paired_as_it_was_named(text: str, ids: str) -> None:
    assert [channel.id for channel in REGISTER.find(mentions(text).query)] == ids.split()


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("muut kuin kirjaston instagramit", "town-ig ukko-ig"),
        ("all instagrams except the library's", "town-ig ukko-ig"),
        ("alla utom bibliotekets instagram och facebook", "town-ig ukko-ig tech-fb"),
        ("kirjaston kanavat paitsi facebook", "library-ig"),
    ],
)
def test_what_is_excepted_is_left_out(text: str, ids: str) -> None:
    assert [channel.id for channel in REGISTER.find(mentions(text).query)] == ids.split()


def test_a_trade_that_no_unit_does_finds_nothing() -> None:
    query = mentions("museon facebook").query
    assert query.units == ("Museo",)
    assert REGISTER.find(query) == ()


def test_social_media_is_no_social_service() -> None:
    assert mentions("sosiaalisessa mediassa").query.is_empty
    assert mentions("sociala medier").query.is_empty


@pytest.mark.parametrize(
    "text",
    [
        *(
            "kunnan instagram",
            "kommunens facebook",
            "the town's youtube",
            "our main instagram",
            "pääkanava",
            "kunnan sivut",
        ),
        *("instagram of the municipality", "Lumijärven instagram", "huvudkontot", "kunnan uusi virallinen insta"),
    ],
)
def test_the_municipality_is_meant_where_it_qualifies_a_channel(text: str) -> None:
    assert mentions(text).query.scope is Scope.MUNICIPALITY


@pytest.mark.parametrize(
    "text",
    ["mitä kanavia kunnalla on", "kunta", "kunnan kirjaston instagram", "kommunens bibliotek på facebook", "kunto"],
)
def test_the_municipality_is_not_meant_otherwise(text: str) -> None:
    assert mentions(text).query.scope is None


def test_a_channel_is_found_by_a_word_of_its_own_name() -> None:
    assert mentions("ukkolan insta").query.names == ("ukko-ig",)
    assert mentions("lumikirjasto").query.names == ("library-fb",)


def test_a_named_channel_on_another_platform_is_not_found() -> None:
    assert REGISTER.find(mentions("ukkolan facebook").query) == ()


def test_a_phrase_goes_before_the_handle_that_its_first_word_happens_to_be() -> None:
    museum = channel("museum-ig", "instagram", UnitName("Museo"), "Museon Instagram", handle="social")
    vocabulary = Vocabulary.of(Register({museum.id: museum}), PLATFORMS, WORDS)
    assert vocabulary.mentions(words_of("our social media")).query.names == ()
    assert vocabulary.mentions(words_of("our social")).query.names == ("museum-ig",)


def test_addresses_and_handles_lead_to_listed_channels() -> None:
    assert VOCABULARY.channels_at("www.instagram.com/lumikirjasto") == ("library-ig",)
    assert "library-fb" in VOCABULARY.channels_at("@Lumikirjasto")
    assert VOCABULARY.channels_at("@vanhatili") == ()
    assert mentions("vanhatili").query.is_empty


def test_pages_are_the_website_only_where_nothing_else_is_named() -> None:
    assert mentions("sivut").query.platforms == ("website",)
    assert mentions("facebookin sivut").query.platforms == ("facebook",)
    assert mentions("kirjaston sivut").query.platforms == ()


def test_other_words_are_not_covered() -> None:
    assert mentions("kuka hoitaa kirjaston facebookia").covered == {2, 3}
    assert mentions("") == Mentions()


@given(st.lists(st.text(min_size=1).flatmap(lambda text: st.just(words_of(text))), max_size=5))
def test_any_words_can_be_looked_up(groups: list[list[str]]) -> None:
    words = [word for group in groups for word in group]
    assert VOCABULARY.mentions(words).covered <= set(range(len(words)))


def test_a_text_twice_as_long_takes_twice_the_steps() -> None:
    texts = ("instagramzz " * n + "x" * 10 * n + " kirjasto" * n for n in (200, 400))
    short, long = (steps_of(partial(VOCABULARY.mentions, words_of(text))) for text in texts)
    assert long < 2.5 * short


def test_a_lexicon_knows_what_its_base_knows_without_changing_it() -> None:
    base = Lexicon()
    base.add("kirjasto", Meaning(Kind.TRADE, "library"))
    above = Lexicon(base)
    above.add("kirjasto", Meaning(Kind.UNIT, "Kirjasto"))
    assert {meaning.kind for meaning in above.find("kirjaston")} == {Kind.TRADE, Kind.UNIT}
    assert {meaning.kind for meaning in base.find("kirjaston")} == {Kind.TRADE}


# The files. -----------------------------------------------------------------------------------------------------------


def test_every_platform_but_the_other_is_called_by_its_name() -> None:
    assert [p.id for p in PLATFORMS.values() if p.name.lower() not in p.nicknames] == ["other"]


def test_the_platforms_are_those_that_a_municipality_may_use() -> None:
    assert {"website", "facebook", "instagram", "youtube", "tiktok", "x", "linkedin", "threads", "bluesky"} < set(
        PLATFORMS
    )
    assert {"mastodon", "discord", "snapchat", "whatsapp", "telegram", "twitch", "pinterest"} < set(PLATFORMS)
    assert {"flickr", "podcast", "blog", "other"} < set(PLATFORMS)
    assert PLATFORMS["website"].hosts == PLATFORMS["blog"].hosts == ()


@pytest.mark.parametrize(
    ("load", "content", "said"),
    [
        (load_platforms, "[a", "not valid TOML"),
        (load_platforms, "a = 1", "[a] must be a table"),
        (load_platforms, "[a]\nnicknames = []", "[a] needs a name"),
        (load_platforms, '[a]\nname = "A"\nnicknames = "a"', "[a] nicknames must be a list"),
        (load_platforms, '[a]\nname = "A"\nnickname = []', '[a] "nickname" is not known'),
        (
            load_platforms,
            '[a]\nname = "A"\nnicknames = ["x"]\n[b]\nname = "B"\nnicknames = ["x"]',
            '[b] "x" is taken by [a]',
        ),
        (load_words, "tails = [1]", "tails must be a list"),
        (load_words, "tail = []", '"tail" is not known'),
        (load_words, "trades = 1", "[trades] must be a table"),
        (load_words, "[trades.a]\nwords = []", "[trades.a] needs a name"),
    ],
)
def test_a_wrong_file_is_named_with_its_entry(
    tmp_path: Path, load: Callable[[Path], object], content: str, said: str
) -> None:
    path = tmp_path / "words.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SomebotError) as caught:
        load(path)
    assert str(caught.value).startswith(str(path))
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SomebotError, match=r"none\.toml"):
        load_words(tmp_path / "none.toml")


@pytest.mark.parametrize("renamed", ["Museets Instagram", "Museum Instagram", "Museon Instagram"])
@pytest.mark.parametrize("whose", ["museon", "museets", "the museum's"])
@pytest.mark.parametrize("platform", ["facebook", "instagram"])
def test_a_name_in_another_language_hides_no_channel_elsewhere(renamed: str, whose: str, platform: str) -> None:
    culture = UnitName("Sivistyspalvelut", "Bildningstjänster", "Education and culture")
    known = (
        channel("museum-facebook", "facebook", culture, "Museon Facebook"),
        channel("museum-instagram", "instagram", culture, renamed),
    )
    vocabulary = Vocabulary.of(Register({one.id: one for one in known}), PLATFORMS, WORDS)
    query = vocabulary.mentions(words_of(f"{whose} {platform}")).query
    assert (query.names, query.sought) == ((f"museum-{platform}",), "")
