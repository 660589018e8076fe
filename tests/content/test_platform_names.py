"""The name of a platform carries no answer: what is asked about on it does, or does not."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.importing.importer import import_document
from bot.knowledge.content.loader import load
from bot.knowledge.search.platform_names import without_platforms
from bot.knowledge.search.search import Answerability, Search
from tests.conftest import ROOT

SILENT = {
    Language.FI: (
        "saako käyttäjän estää instagramissa",
        "voiko häirikön blokata facebookissa",
        "saako instagramissa järjestää arvonnan",
        "miten otan kaksivaiheisen tunnistuksen käyttöön facebookissa",
        "montako hashtagia instagram-julkaisuun laitetaan",
        "saako facebookissa käyttää hymiöitä",
        "paljonko maksettu mainos maksaa facebookissa",
        "kuka tekee videoiden tekstityksen instagramiin",
    ),
    Language.SV: (
        "får man blockera en användare på instagram",
        "får vi ordna en utlottning på facebook",
        "hur många hashtaggar ska ett inlägg på instagram ha",
        "vad kostar en betald annons på facebook",
    ),
    Language.EN: (
        "can we block a user on instagram",
        "may we run a giveaway on facebook",
        "how many hashtags does an instagram post need",
        "what does a paid ad on facebook cost",
    ),
}
ANSWERED = {
    Language.FI: (
        "mitä instagramissa julkaistaan",
        "mihin kunta käyttää facebookia",
        "kuka päättää uuden instagram-tilin avaamisesta",
        "pitääkö facebookin viesteihin vastata",
    ),
    Language.SV: ("vem beslutar om ett nytt instagramkonto",),
    Language.EN: ("who decides on opening a new instagram account",),
}


OF_A_STRANGER = {
    Language.FI: (
        "miten instagramiin saa musiikkia",
        "saako instagramissa järjestää arvonnan",
        "tarvitaanko lasten kuviin lupa instagramissa",
        "voiko instagramin tarinat arkistoida",
        "pitääkö youtuben videot tekstittää",
    ),
    Language.SV: ("hur får man musik till instagram", "får man blockera någon på facebook"),
    Language.EN: ("how do I add music on instagram", "may we run a giveaway on facebook"),
}
"""What the invented guideline in ``havupitaja.md`` is silent on, though it has a section on the platform."""
BY_A_STRANGER = {
    Language.FI: (
        "mitä instagramissa julkaistaan",
        "mihin kunta käyttää facebookia",
        "kuka päättää uudesta instagram-tilistä",
        "missä instagramin salasanaa säilytetään",
    ),
    Language.SV: ("vem beslutar om ett nytt facebookkonto", "vad används instagram till"),
    Language.EN: ("what do we use facebook for", "where do I keep the instagram password"),
}
SHARED_BY_ALL = ("kanavan tili ja julkaisu", "tilin julkaisut kanavalla", "kunnan tilillä kunnan sivu")


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Search:
    folder = tmp_path_factory.mktemp("imported") / "havupitaja"
    import_document(ROOT / "tests/data/guidelines/havupitaja.md", Language.FI, folder)
    return Search(load(folder))


@pytest.mark.parametrize(
    ("language", "question"), [(one, text) for one, texts in OF_A_STRANGER.items() for text in texts]
)
def test_an_imported_guideline_answers_nothing_for_a_platforms_name(
    stranger: Search, language: Language, question: str
) -> None:
    ranking = stranger.find(question, language)
    assert ranking.decision is Answerability.NOT_COVERED
    assert ranking.topic is not None


@pytest.mark.parametrize(
    ("language", "question"), [(one, text) for one, texts in BY_A_STRANGER.items() for text in texts]
)
def test_an_imported_guideline_answers_what_it_says_of_a_platform(
    stranger: Search, language: Language, question: str
) -> None:
    assert stranger.find(question, language).decision is Answerability.ANSWER


@pytest.mark.parametrize("question", SHARED_BY_ALL)
def test_words_that_all_sections_share_carry_no_answer(stranger: Search, question: str) -> None:
    assert stranger.find(question, Language.FI).decision is not Answerability.ANSWER


@pytest.fixture(scope="module")
def search() -> Search:
    return Search(load(ROOT / "knowledge" / "suomussalmi"))


@pytest.mark.parametrize(("language", "question"), [(one, text) for one, texts in SILENT.items() for text in texts])
def test_what_the_guideline_is_silent_on_is_not_answered_for_a_platforms_name(
    search: Search, language: Language, question: str
) -> None:
    assert search.find(question, language).decision is not Answerability.ANSWER


@pytest.mark.parametrize(("language", "question"), [(one, text) for one, texts in ANSWERED.items() for text in texts])
def test_what_the_guideline_answers_is_answered_with_a_platforms_name_in_it(
    search: Search, language: Language, question: str
) -> None:
    assert search.find(question, language).decision is Answerability.ANSWER


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("saako instagramissa arpoa", "saako  arpoa"),
        ("fb:ssä saako arpoa", " saako arpoa"),
        ("får man blockera på Facebook?", "får man blockera på ?"),
        ("Instagram", "Instagram"),
        ("kuka päättää verkkosivuista", "kuka päättää verkkosivuista"),
    ],
)
def test_platforms_are_left_out_however_they_are_called_but_where_nothing_else_is_said(
    question: str, rest: str
) -> None:
    assert without_platforms(question) == rest
