"""From a question to the subsections that answer it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.guideline import Approval, BulletList, Edition, Guideline, Prose, Section, Subsection, Wording
from bot.domain.language import Language
from bot.knowledge.content.loader import load
from bot.knowledge.search.confidence import (
    ANSWER_FROM,
    CANDIDATES_FROM,
    Answerability,
    LinkSigns,
    confidence,
)
from bot.knowledge.search.search import Ranking, Search

FI, SV, EN = Language.FI, Language.SV, Language.EN


def section(identifier: str, title: str, *bodies: str) -> Section:
    subsections = (Subsection(f"{identifier}.{number}", title, (Prose(body),)) for number, body in enumerate(bodies, 1))
    return Section(identifier, title, tuple(subsections))


FINNISH = (
    section("1", "Käyttöönotto", "Kanavan avaamisesta päättää kunnanjohtaja.", "Luetteloa kanavista pitää sihteeri."),
    section("2", "Ylläpito", "Kanavaa päivitetään säännöllisesti.", "Lomien ajaksi sovitaan sijainen."),
    section("3", "Turvallisuus", "Salaista tietoa ei käsitellä koskaan."),
    section("4", "Kuvat", "Kuvan julkaisemiseen tarvitaan tekijän lupa."),
)
ENGLISH = (
    section("1", "Start", "The manager decides on opening a channel.", "The secretary keeps the list of channels."),
    section("3", "Safety", "Secret information is never handled."),
)


def guideline_of(sections: dict[Language, tuple[Section, ...]]) -> Guideline:
    names = dict.fromkeys(Language, "")
    edition = Edition(names, names, "", Approval.DRAFT, Wording.SUMMARY, tuple(sections))
    return Guideline(edition, sections)


SEARCH = Search(guideline_of({FI: FINNISH, EN: ENGLISH}))


@pytest.mark.parametrize(
    ("question", "language", "subsection", "decision"),
    [
        ("Kuka päättää kanavan avaamisesta?", FI, "1.1", Answerability.ANSWER),
        ("Kuinka säännöllisesti kanavaa pitää päivittää?", FI, "2.1", Answerability.ANSWER),
        ("kuka on sijainen lomalla", FI, "2.2", Answerability.ANSWER),
        ("Saako salaisia tietoja käsitellä?", FI, "3.1", Answerability.ANSWER),
        ("Who decides on opening a channel?", EN, "1.1", Answerability.ANSWER),
        ("who keeps a list", EN, "1.2", Answerability.ANSWER),
    ],
)
def test_clear_questions_are_answered_from_the_right_subsection(
    question: str, language: Language, subsection: str, decision: Answerability
) -> None:
    ranking = SEARCH.find(question, language)
    assert ranking.hits[0].subsection.id == subsection
    assert ranking.hits[0].section.id == ranking.sections[0] == subsection[0]
    assert ranking.decision is decision


@pytest.mark.parametrize("question", ["Paljonko bussilippu maksaa?", "Mitä ruokalassa tarjotaan tänään?", "???", ""])
def test_questions_about_something_else_are_not_covered(question: str) -> None:
    ranking = SEARCH.find(question, FI)
    assert ranking.decision is Answerability.NOT_COVERED
    assert len(ranking.sections) == 3


def test_without_any_match_the_guidelines_order_is_kept() -> None:
    ranking = SEARCH.find("xyzzy", FI)
    assert ranking.confidence == 0
    assert ranking.sections == ("1", "2", "3")
    assert [hit.subsection.id for hit in ranking.hits] == ["1.1", "1.2", "2.1", "2.2", "3.1"]


@pytest.mark.parametrize("limit", [1, 2, 4, 9])
def test_the_limit_counts_main_sections_not_subsections(limit: int) -> None:
    ranking = SEARCH.find("kanavan luettelo ja päivitys", FI, limit)
    assert len(ranking.sections) == min(limit, 4)
    firsts = [next(hit.score for hit in ranking.hits if hit.section.id == section) for section in ranking.sections]
    assert firsts == sorted(firsts, reverse=True)
    assert ranking.hits[0].score == max(hit.score for hit in ranking.hits)


def test_equals_keep_the_guidelines_order_however_many() -> None:
    bodies = ("Sama teksti.", "Muuta.", "Sama asia.")
    many = tuple(section(str(number), "Otsikko", bodies[number % 3]) for number in range(300))
    found = Search(guideline_of({FI: many})).find("sama teksti", FI, 300).sections
    assert found == tuple(str(number) for first in (0, 2, 1) for number in range(first, 300, 3))


def test_titles_of_subsections_and_main_sections_are_searched_too() -> None:
    first = Subsection("1.1", "Vaakuna", (Prose("Yksi."),))
    second = Subsection("1.2", "Logo", (Prose("Kaksi."),))
    other = Subsection("2.1", "Muu", (Prose("Kolme."),))
    search = Search(
        guideline_of({FI: (Section("2", "Sekalaista", (other,)), Section("1", "Tunnukset", (first, second)))})
    )
    assert search.find("logon", FI).hits[0].subsection is second
    assert search.find("tunnusten", FI).sections[0] == "1"


def test_several_subsections_of_one_section_can_be_hits_but_name_it_once() -> None:
    ranking = SEARCH.find("kanavan avaamisesta päättää, luetteloa kanavista pitää", FI)
    assert [hit.subsection.id for hit in ranking.hits[:2]] == ["1.1", "1.2"]
    assert ranking.sections.count("1") == 1


def test_a_language_without_text_is_searched_in_the_binding_language() -> None:
    assert SEARCH.find("kanavan päivitys", SV) == SEARCH.find("kanavan päivitys", FI)
    english_first = Search(guideline_of({EN: ENGLISH, FI: FINNISH}))
    assert english_first.find("secret information", SV).hits[0].section is ENGLISH[1]


def test_a_binding_language_that_has_no_text_is_passed_over() -> None:
    assert Search(guideline_of({SV: (), FI: FINNISH})).find("salaista tietoa", SV).sections[0] == "3"


@pytest.mark.parametrize(
    ("confidence", "decision"),
    [
        (1.0, Answerability.ANSWER),
        (ANSWER_FROM, Answerability.ANSWER),
        (ANSWER_FROM - 0.01, Answerability.CANDIDATES),
        (CANDIDATES_FROM, Answerability.CANDIDATES),
        (CANDIDATES_FROM - 0.01, Answerability.NOT_COVERED),
        (0.0, Answerability.NOT_COVERED),
    ],
)
def test_confidence_decides_between_answer_candidates_and_silence(confidence: float, decision: Answerability) -> None:
    assert Ranking((), confidence).decision is decision


LONG = Subsection(
    "1.1",
    "Pitkä",
    (
        Prose("Ensimmäinen virke kertoo taustasta ja historiasta. " * 6),
        Prose("Kanavan avaamisesta päättää kunnanjohtaja. Hän nimeää vastuuhenkilöt."),
        BulletList(("Luetteloa pitää sihteeri. Siinä on kaksi virkettä.", "Kuvan lupa kysytään tekijältä.")),
        Prose("Viimeinen virke kertoo taustasta ja historiasta. " * 6),
    ),
)


def test_a_passage_is_the_sentences_around_the_one_that_fits_best() -> None:
    quoted = SEARCH.best_passage("kuka päättää avaamisesta ja nimeää vastuuhenkilöt", LONG, FI)
    assert {"Kanavan avaamisesta päättää kunnanjohtaja.", "Hän nimeää vastuuhenkilöt."} < set(quoted)
    assert 2 <= len(quoted) <= 3


def test_a_list_item_is_quoted_whole() -> None:
    quoted = SEARCH.best_passage("kuvan tekijältä kysytään lupa, luetteloa pitää sihteeri", LONG, FI)
    assert "Luetteloa pitää sihteeri. Siinä on kaksi virkettä." in quoted
    assert "Kuvan lupa kysytään tekijältä." in quoted


def test_a_short_subsection_is_quoted_whole() -> None:
    assert SEARCH.best_passage("mitä vain", FINNISH[0].subsections[0], FI) == (
        "Kanavan avaamisesta päättää kunnanjohtaja.",
    )


def test_what_the_loader_reads_can_be_searched(tmp_path: Path) -> None:
    (tmp_path / "sv").mkdir()
    text = (
        "---\nid: 1\ntitle: Kanaler\n---\n## Vem beslutar {#1.1}\nDirektören beslutar.\n\n## Språk {#1.2}\nSvenska.\n"
    )
    (tmp_path / "sv/1.md").write_text(text, encoding="utf-8")
    assert Search(load(tmp_path)).find("vem fattar beslut, direktören?", SV).hits[0].subsection.id == "1.1"


def test_a_little_that_leans_away_from_social_media_makes_a_linked_answer_less_sure() -> None:
    signs = LinkSigns(covered=-0.5, lead=0.2, brevity=0.0, accord=1.0, plain=0.5, elsewhere=0.0)
    assert confidence(signs) >= ANSWER_FROM
    assert confidence(replace(signs, elsewhere=0.25)) < ANSWER_FROM


@given(question=st.text(max_size=2000), language=st.sampled_from(Language), limit=st.integers(1, 5))
def test_any_question_finds_sections_with_a_confidence_between_0_and_1(
    question: str, language: Language, limit: int
) -> None:
    ranking = SEARCH.find(question, language, limit)
    assert 0 <= ranking.confidence <= 1
    assert 1 <= len(ranking.sections) <= limit
    assert SEARCH.best_passage(question, LONG, language)


@given(st.lists(st.sampled_from(FINNISH[0].subsections[0].text.split()), max_size=90))
def test_words_of_the_guideline_in_any_number_and_order_keep_confidence_within_bounds(asked: list[str]) -> None:
    assert 0 <= SEARCH.find(" ".join(asked), FI).confidence <= 1
