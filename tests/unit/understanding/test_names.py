"""Channels are found by their own names, whatever their units are called and in whatever case they are named."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.channels import Channel, Scope, Status, UnitName
from bot.domain.register import Narrowing, Register
from bot.language.lexicon import words_of
from bot.understanding.channels.vocabulary import Vocabulary
from bot.understanding.commands import Intent
from bot.understanding.interpret import interpret
from tests.unit.understanding.inflector import CASES, inflected
from tests.unit.understanding.interpret_support import PLATFORMS, TODAY, WORDS

EDUCATION = UnitName("Sivistyspalvelut", "Bildningstjänster", "Education and culture")
WELLBEING = UnitName("Hyvinvointipalvelut", "Välfärdstjänster", "Wellbeing services")
VITALITY = UnitName("Elinvoima")
UNITS = (EDUCATION, WELLBEING, VITALITY, UnitName("Tekniset palvelut"), UnitName("Vapaa-aikapalvelut"))
NAMES = (
    *("Kirjasto", "Nuoriso", "Museo", "Uimahalli", "Lukio", "Vuorohoito", "Kotihoito", "Torikauppa", "Vesileppis"),
    *("Lähde", "Hanhikallio", "Perhekeskus", "Jäähalli", "Koirapuisto", "Kuntorata", "Etelänummen koulu", "Kotiruoka"),
    *("Siilinranta", "Palokunta", "Vanhustyö", "Kesäteatteri", "Taidehalli", "Puistopiknik", "Talvitapahtuma"),
    *("Jokilaakso", "Kyläkauppa", "Ruusupuisto", "Sauvakävely", "Satumetsä", "Lintutorni", "Pyöräpysäkki"),
    *("Yritysinfo", "Torikahvio", "Metsäpolku", "Seikkailupuisto", "Kaupunkipyörä", "Lukupiiri", "Kulttuuritalo"),
    *("Rantasauna", "Matkailu"),
)
PHRASINGS = {
    "genitive": ("kuka hoitaa {} facebookia", "{} facebook", "kenen vastuulla on {} facebook"),
    "partitive": ("kuka hoitaa {}", "kuka päivittää {}"),
    "inessive": ("kuka vastaa viestinnästä {}",),
    "elative": ("kuka vastaa {}", "kuka on vastuussa {}"),
    "illative": ("keneen otan yhteyttä {} liittyen",),
    "adessive": ("onko {} facebookia", "kuka hoitaa facebookia {}"),
    "ablative": ("kuka vastaa {} facebookissa",),
    "allative": ("kuka tekee {} facebookia",),
}


def channel(name: str, unit: UnitName = EDUCATION, platform: str = "facebook", **more: object) -> Channel:
    slug = "-".join([*words_of(name), platform])
    return Channel(slug, platform, name, unit, "p1", **more)  # type: ignore[arg-type]


def register_of(*channels: Channel) -> tuple[Register, Vocabulary]:
    register = Register({one.id: one for one in channels})
    return register, Vocabulary.of(register, PLATFORMS, WORDS)


TOWN = register_of(*(channel(name, UNITS[number % len(UNITS)]) for number, name in enumerate(NAMES)))


def found(text: str, town: tuple[Register, Vocabulary] = TOWN) -> list[str]:
    register, vocabulary = town
    query = interpret(text, vocabulary, TODAY).query
    return [] if query.is_empty else [one.name for one in register.find(query)]


def sought(text: str, town: tuple[Register, Vocabulary] = TOWN) -> str:
    return interpret(text, town[1], TODAY).query.sought


@pytest.mark.parametrize("name", NAMES)
def test_a_channel_is_found_by_its_own_name_in_every_case(name: str) -> None:
    first, *rest = reversed(name.split())
    missed = {}
    for case in CASES:
        said = " ".join([*reversed(rest), inflected(first, case)])
        for phrasing in PHRASINGS[case]:
            text = phrasing.format(said.lower())
            if found(text)[:1] != [name] or sought(text):
                missed[text] = found(text)[:3]
    assert missed == {}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(NAMES), min_size=2, max_size=8, unique=True), st.sampled_from(CASES), st.data())
def test_in_any_register_a_name_finds_its_channel_or_true_candidates(
    names: list[str], case: str, data: st.DataObject
) -> None:
    units = data.draw(st.lists(st.sampled_from(UNITS), min_size=len(names), max_size=len(names)))
    pages = [channel(name, unit) for name, unit in zip(names, units, strict=True)]
    photos = [
        channel(f"{inflected(name.split()[-1], 'genitive')} Instagram", VITALITY, "instagram") for name in names[1:]
    ]
    town = register_of(*pages, *photos)
    *head, last = names[0].split()
    text = data.draw(st.sampled_from(PHRASINGS[case])).format(" ".join([*head, inflected(last, case)]))
    assert found(text, town)[:1] == [names[0]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("vem sköter bibliotekets facebook", "Kirjasto"),
        ("who runs the library's facebook", "Kirjasto"),
        ("who is behind the museum's page on facebook", "Museo"),
        ("vem uppdaterar simhallens facebook", "Uimahalli"),
        ("is there a facebook of the swimming hall", "Uimahalli"),
        ("ungdomarnas facebook", "Nuoriso"),
        ("who owns the Torikauppa page", "Torikauppa"),
    ],
)
def test_a_name_is_found_in_other_languages_words_for_the_same(text: str, name: str) -> None:
    assert found(text) == [name]


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("Rantatori 3.0", "kuka hoitaa rantatori 3.0:aa, who runs Rantatori 3.0"),
        ("Taide & tori", "kuka vastaa Taide & torista, kuka vastaa taide tori"),
        ("K40", "kuka vastaa K40:stä, K40"),
        ("Lumi TV", "kuka vastaa Lumi TV:stä, who runs Lumi TV, vem sköter Lumi TV"),
        ("ABC-DEF_Oulu", "kuka hoitaa ABC-DEF_Oulu, kuka hoitaa abc-def_oulua"),
        ("Mummon mökki", "kuka hoitaa mummon mökkiä, kuka vastaa Mummon mökistä"),
        ("Nuorten työpaja", "kuka vastaa nuorten työpajasta"),
    ],
)
def test_digits_and_marks_belong_to_a_name(name: str, texts: str) -> None:
    others = (channel("Rantatori"), channel("Taide"), channel("Kunta Bluesky", platform="bluesky", handle="lumi.fi"))
    town = register_of(channel(name), *others, channel("Nuoret", WELLBEING), channel("Mökki", VITALITY))
    assert {text: found(text, town) for text in texts.split(", ")} == {text: [name] for text in texts.split(", ")}


@pytest.mark.parametrize("handle", ["lumi.fi", "lumi"])
def test_a_handle_that_is_a_word_of_names_takes_no_look_up_for_itself(handle: str) -> None:
    town = register_of(
        channel("Kunnan Bluesky", platform="bluesky", handle=handle, scope=Scope.MUNICIPALITY),
        channel("Lumi TV", platform="youtube", handle="lumitv"),
    )
    assert found("kuka vastaa Lumi TV:stä", town) == ["Lumi TV"]
    assert found("who runs lumitv", town) == ["Lumi TV"]
    assert sought("kuka vastaa Lumi-lehdestä", town) == "Lumi lehdestä"


SISTERS = register_of(
    channel("Uimahalli", WELLBEING), channel("Nuoriso", EDUCATION), channel("Nuorison Insta", EDUCATION)
)


@pytest.mark.parametrize(
    ("text", "asked", "near"),
    [
        ("kuka hoitaa terveyskeskuksen facebookia", "terveyskeskuksen facebookia", ["Uimahalli"]),
        ("vem sköter rådgivningens facebook", "rådgivningens facebook", ["Uimahalli"]),
        ("kuka hoitaa lukion facebookia", "lukion facebookia", ["Nuoriso", "Nuorison Insta"]),
        ("kuka hoitaa suihkulähteen facebookia", "suihkulähteen", ["Uimahalli", "Nuoriso", "Nuorison Insta"]),
        ("who runs the fountain's facebook", "fountain", ["Uimahalli", "Nuoriso", "Nuorison Insta"]),
    ],
)
def test_what_is_only_near_is_told_as_such(text: str, asked: str, near: list[str]) -> None:
    assert sought(text, SISTERS) == asked
    assert found(text, SISTERS) == near


def test_a_trade_that_is_no_units_finds_nothing() -> None:
    assert found("kuka hoitaa kirjaston facebookia", SISTERS) == []


def test_the_words_of_a_unit_list_all_of_its_channels_with_the_one_of_that_name_first() -> None:
    library = UnitName("Kirjasto")
    town = register_of(channel("Lukupiiri", library), channel("Kirjasto", library, "instagram"))
    assert found("kirjaston kanavat", town) == ["Kirjasto", "Lukupiiri"]
    assert found("kirjaston instagram", town) == ["Kirjasto"]
    assert found("kirjaston facebook", town) == ["Lukupiiri"]


def test_a_retired_channel_is_found_by_its_whole_name_where_none_other_is_called_so() -> None:
    retired = channel("Taidetalo", status=Status.RETIRED)
    register, vocabulary = register_of(retired, channel("Kirjasto"))
    query = interpret("kuka hoitaa taidetaloa", vocabulary, TODAY).query
    assert register.find_retired(query) == (retired,)
    town = register_of(retired, channel("Taidetalo", VITALITY, "tiktok"))
    assert found("kuka hoitaa taidetaloa", town) == ["Taidetalo"]


@pytest.mark.parametrize(
    ("text", "intent"), [("päivitin {} facebookin eilen", Intent.UPDATED), ("{} kanavat", Intent.CHANNELS)]
)
def test_updates_and_lists_name_channels_as_look_ups_do(text: str, intent: Intent) -> None:
    said = {text.format(inflected(name, "genitive")).lower(): name for name in ("Museo", "Lähde", "Vuorohoito")}
    assert {one: found(one) for one in said} == {one: [name] for one, name in said.items()}
    assert {interpret(one, TOWN[1], TODAY).intent for one in said} == {intent}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("who runs the swimming hall youtube", "swimming hall youtube"),
        ("who runs the swimming hall's youtube", "swimming hall youtube"),
        ("kuka hoitaa vapaa sivistystyö youtubea", "vapaa sivistystyö youtubea"),
    ],
)
def test_a_word_that_two_names_share_is_said_once(text: str, asked: str) -> None:
    sports = UnitName("Liikuntapalvelut", "Idrottstjänster", "Sports services")
    town = register_of(
        channel("Sports hall", sports), channel("Sivistystyö", EDUCATION), channel("Kansalaisopisto", EDUCATION)
    )
    assert sought(text, town) == asked


def test_many_channels_that_share_a_word_are_told_apart_by_the_other() -> None:
    places = [
        f"{first}{last}n koulu" for first, last in product(("Ranta", "Kivi", "Pelto", "Suo"), ("nieme", "lahde", "maa"))
    ]
    town = register_of(*(channel(f"{name} {number}") for number in range(6) for name in places))
    assert found("kuka hoitaa kiviniemen koulua 3", town) == ["Kiviniemen koulu 3"]


@pytest.mark.parametrize(
    "text",
    [
        *("kuka on kunnanjohtaja", "kuka on museonjohtaja", "kuka on uimahallin esimies", "vem är bibliotekets chef"),
        *("who is the mayor", "who is the library's director", "kuka on nuorisosihteeri"),
        *("who is the municipal manager", "who is our chief executive", "vem är stadsdirektör"),
    ],
)
def test_who_holds_an_office_is_no_question_for_a_channel(text: str) -> None:
    assert interpret(text, TOWN[1], TODAY).intent is Intent.ASK


@pytest.mark.parametrize("text", ["kuka pyörittää museon sivuja", "kuka hoitaa museon sivuja", "vem äger museets sida"])
def test_pages_are_pages_of_whatever_service(text: str) -> None:
    assert found(text) == ["Museo"]


@pytest.mark.parametrize(
    ("texts", "narrowed"),
    [
        ("kanavat tauolla, mitkä kanavat ovat tauolla, kanaler på paus, channels on hold", Narrowing.PAUSED),
        ("kanavat ilman päivityksiä, kanaler utan uppdateringar, channels without updates", Narrowing.QUIET),
        ("mitkä kanavat ovat ilman ylläpitäjää, channels without a maintainer", Narrowing.UNKEPT),
        ("kanavat yksiköittäin, kanaler per enhet, channels by unit", Narrowing.BY_UNIT),
        ("kanavat, lista, kanaler, channels, näytä kanavat", None),
    ],
)
def test_lists_are_narrowed_as_was_said(texts: str, narrowed: Narrowing | None) -> None:
    readings = [interpret(text, TOWN[1], TODAY) for text in texts.split(", ")]
    assert {reading.narrowed for reading in readings} == {narrowed}
    assert {reading.intent for reading in readings} <= {Intent.CHANNELS, Intent.AUDIT}


@pytest.mark.parametrize(
    "text",
    [
        *("vie rekisteri exceliin", "vie kanavat taulukkoon", "export", "export the register to excel"),
        *("exportera registret", "exportera kanalerna till excel", "export channels as csv"),
    ],
)
def test_the_register_in_a_table_is_the_export(text: str) -> None:
    assert interpret(text, TOWN[1], TODAY).intent is Intent.EXPORT
