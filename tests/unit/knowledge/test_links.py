"""What a person confirms of where a guideline speaks of a subject, and how the rest is shown to be looked through."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.guideline import Guideline
from bot.domain.language import Language
from bot.knowledge.content.findings import Severity
from bot.knowledge.search.confidence import Answerability
from bot.knowledge.search.links import LinkState, SubjectLinks, links_of
from bot.knowledge.search.search import Search
from tests.unit.knowledge.support import TOML, found, guideline_of

FILES = {
    "fi/1.md": "---\nid: 1\ntitle: Yleistä\n---\n"
    "## Huomioita {#1.1}\nTalonmies hoitaa.\n\n## Muuta {#1.2}\nKysy vahtimestarilta.\n",
    "fi/2.md": (
        "---\nid: 2\ntitle: Tunnukset\n---\n## Tunnukset {#2.1}\nSalasana vaihdetaan kahdesti vuodessa.\n\n"
        "- Salasanassa on 14 merkkiä. {#2.1.1}\n- Kaksivaiheinen tunnistautuminen on pakollinen. {#2.1.2}\n"
    ),
}


def linked(folder: Path, links: str) -> Guideline:
    return guideline_of(folder, {**FILES, "links.toml": links})


def state(guideline: Guideline, subject: str) -> SubjectLinks:
    return next(one for one in links_of(guideline) if one.subject.id == subject)


def test_what_is_confirmed_is_found_whatever_its_words_are(tmp_path: Path) -> None:
    asked = "kuka tuuraa ylläpitäjää kun hän on lomalla"
    assert Search(linked(tmp_path / "a", "")).find(asked, Language.FI).decision is not Answerability.ANSWER
    guideline = linked(tmp_path / "b", 'holiday-cover = { "1.1" = "Talonmies" }\n')
    for question, language in ((asked, Language.FI), ("who covers for the maintainer during holidays", Language.EN)):
        ranking = Search(guideline).find(question, language)
        assert (ranking.decision, ranking.hits[0].subsection.id) == (Answerability.ANSWER, "1.1")


def test_a_subject_that_the_guideline_is_confirmed_to_be_silent_on_is_not_answered(tmp_path: Path) -> None:
    asked = "kuinka pitkä salasanan pitää olla"
    assert Search(linked(tmp_path / "a", "")).find(asked, Language.FI).decision is Answerability.ANSWER
    ranking = Search(linked(tmp_path / "b", "passwords = {}\n")).find(asked, Language.FI)
    assert ranking.decision is not Answerability.ANSWER


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('passwords = { "2.9" = "Salasana" }', '"2.9", which no subsection or list item has any more'),
        ('passwords = { "2.1.1" = "12 merkkiä" }', '"2.1.1", where other words stand now'),
    ],
)
def test_what_came_loose_since_it_was_confirmed_is_told_and_holds_no_longer(
    tmp_path: Path, line: str, message: str
) -> None:
    files = {**FILES, "guideline.toml": TOML, "links.toml": f"# a\n{line}\n"}
    ((name, number, told),) = found(tmp_path, files, Severity.WARNING)
    assert (name, number) == ("links.toml", 2)
    assert message in told
    assert state(guideline_of(tmp_path, files), "passwords").state is not LinkState.CONFIRMED


@pytest.mark.parametrize("line", ["nosuch = {}", 'passwords = "2.1"', 'passwords = { "2.1" = 5 }', "passwords"])
def test_what_cannot_be_a_link_is_an_error_with_its_line(tmp_path: Path, line: str) -> None:
    ((name, number, _),) = found(tmp_path, {**FILES, "guideline.toml": TOML, "links.toml": f"# a\n{line}\n"})
    assert (name, number) == ("links.toml", 2)


def test_links_are_shown_with_their_passages_the_doubtful_first(tmp_path: Path) -> None:
    guideline = linked(tmp_path, 'holiday-cover = { "1.1" = "" }\npaid-ads = {}\n')
    states = [one.state for one in links_of(guideline)]
    assert states == sorted(states, key=list(LinkState).index)
    passwords, cover, ads = (state(guideline, one) for one in ("passwords", "holiday-cover", "paid-ads"))
    assert passwords.state is LinkState.FOUND
    assert {one.id for one in passwords.passages} <= {"2.1", "2.1.1"}
    assert (cover.state, [one.id for one in cover.passages]) == (LinkState.CONFIRMED, ["1.1"])
    assert (ads.state, ads.passages) == (LinkState.CONFIRMED, ())
    assert state(guideline, "election-time").state is LinkState.NOT_COVERED


def test_how_staff_ask_about_a_confirmed_subject_is_how_they_ask_for_its_passage(tmp_path: Path) -> None:
    asked = {"fi/asked.toml": '"1.1" = ["mitä pitää huomioida"]\n"2.1" = ["tunnukset"]\n'}
    guideline = guideline_of(tmp_path, {**FILES, **asked, "links.toml": 'holiday-cover = { "1.2" = "Kysy" }\n'})
    found = Search(guideline).find("kuka tuuraa ylläpitäjää kun hän on lomalla", Language.FI)
    assert found.hits[0].subsection.id == "1.2"
