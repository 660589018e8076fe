"""Staff's own words beside the guideline: asked.toml, topics.toml and synonyms.toml."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.guideline import Phrasing, Topic
from bot.domain.language import Language
from bot.knowledge.content.findings import Severity
from bot.knowledge.search.confirmed import phrasing_of
from tests.unit.knowledge.support import SECTION, TOML, found, guideline_of

BASE = {"guideline.toml": TOML, "fi/3.md": SECTION + "Teksti.\n\n## Kuka päättää {#3.2}\nJohtaja.\n"}


def errors(root: Path, name: str, text: str) -> list[tuple[str, int, str]]:
    return found(root, {**BASE, f"fi/{name}": text})


def warnings(root: Path, name: str, text: str) -> list[tuple[str, int, str]]:
    return found(root, {**BASE, f"fi/{name}": text}, Severity.WARNING)


def test_staffs_words_are_read_by_language(tmp_path: Path) -> None:
    files = {
        "fi/3.md": BASE["fi/3.md"],
        "fi/asked.toml": '"3" = ["mistä alan"]\n"3.2" = ["kuka  päättää ", "kenen lupa"]\n',
        "fi/topics.toml": '[passwords]\ntitle = "Salasanat"\nask = "IT-tuki"\nasked = ["mikä on salasana"]\n',
        "fi/synonyms.toml": 'pomo = ["esihenkilö"]\n',
    }
    assert guideline_of(tmp_path, files).phrasings[Language.FI] == Phrasing(
        asked={"3": ("mistä alan",), "3.2": ("kuka päättää", "kenen lupa")},
        topics=(Topic("passwords", "Salasanat", ("mikä on salasana",), "IT-tuki"),),
        synonyms={"pomo": ("esihenkilö",)},
    )


def test_staffs_words_may_all_be_missing(tmp_path: Path) -> None:
    assert guideline_of(tmp_path, {"fi/3.md": BASE["fi/3.md"]}).phrasings[Language.FI] == Phrasing()


def test_an_id_without_quotes_is_the_same_id(tmp_path: Path) -> None:
    files = {"fi/3.md": BASE["fi/3.md"], "fi/asked.toml": '3.2 = ["kuka päättää"]\n'}
    assert guideline_of(tmp_path, files).phrasings[Language.FI].asked == {"3.2": ("kuka päättää",)}


def test_a_question_may_be_of_a_subsection_that_is_not_translated_yet(tmp_path: Path) -> None:
    files = {
        **BASE,
        "guideline.toml": TOML.replace('["fi"]', '["fi", "sv"]'),
        "sv/3.md": SECTION + "Text.\n",
        "sv/asked.toml": '"3.2" = ["vem beslutar"]\n',
    }
    assert found(tmp_path, files) == []


@pytest.mark.parametrize(
    ("name", "text", "line", "message"),
    [
        ("asked.toml", '# a\n"3.9" = ["yksi"]\n', 2, 'no subsection or list item has the id "3.9"'),
        ("asked.toml", '"3.2" = ["yksi",\n"kaksi\n"]\n', 2, "is not valid TOML"),
        ("asked.toml", '"3.2" = ["a"]\n"3.2" = ["b"]\n', 2, "is not valid TOML"),
        ("asked.toml", '"3.2" = "yksi"\n', 1, '"3.2" must be a list of texts'),
        ("asked.toml", '"3" = ["a"]\n"3.2" = ["yksi", 5]\n', 2, '"3.2" must be a list of texts'),
        ("topics.toml", 'passwords = ["a"]\n', 1, '"passwords" must be a topic'),
        ("topics.toml", '[pay]\ntitle = "Palkka"\nasked = ["a"]\n[cameras]\nasked = ["b"]\n', 4, "has no title"),
        ("topics.toml", '[pay]\ntitle = "Palkka"\nasked = ["a"]\noff_topic = "yes"\n', 1, "must be true or false"),
        ("topics.toml", '[pay]\ntitle = "Palkka"\nasked = ["a"]\nwho = "HR"\n', 4, '"who" of the topic "pay" is not'),
        ("topics.toml", '[pay]\ntitle = 5\nasked = ["a"]\n', 1, '"title" of the topic "pay" must be a text'),
        ("topics.toml", '[pay]\ntitle = "Palkka"\nasked = "a"\n', 1, '"pay" must be a list of texts'),
        ("synonyms.toml", 'pomo = "esihenkilö"\n', 1, '"pomo" must be a list of texts'),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, name: str, text: str, line: int, message: str) -> None:
    reported = errors(tmp_path, name, text)
    assert [(path, number) for path, number, _ in reported][:1] == [(f"fi/{name}", line)]
    assert message in reported[0][2]


@pytest.mark.parametrize(
    ("name", "text", "line", "message"),
    [
        ("asked.toml", '"3" = ["a"]\n"3.2" = []\n', 2, '"3.2" lists nothing'),
        ("asked.toml", '"3.2" = ["yksi", " "]\n', 1, '"3.2" has an empty text'),
        ("asked.toml", '"3.2" = [\n"Kuka päättää?",\n"kuka päättää",\n]\n', 3, 'is asked at "3.2" already'),
        ("asked.toml", '"3" = ["kuka päättää"]\n"3.2" = ["KUKA päättää"]\n', 2, 'is asked at "3" already'),
        ("topics.toml", '[pay]\ntitle = "Palkka"\nasked = []\n', 1, '"pay" lists nothing'),
        ("synonyms.toml", 'pomo = ["a"]\nPOMO = ["b"]\n', 2, '"POMO" is the same word as "pomo"'),
    ],
)
def test_what_an_editor_should_look_at_is_told_with_its_line(
    tmp_path: Path, name: str, text: str, line: int, message: str
) -> None:
    reported = warnings(tmp_path, name, text)
    assert [(path, number) for path, number, _ in reported] == [(f"fi/{name}", line)]
    assert message in reported[0][2]


def test_a_question_of_a_topic_and_of_a_subsection_is_told(tmp_path: Path) -> None:
    files = {
        **BASE,
        "fi/asked.toml": '"3.2" = ["kuka päättää"]\n',
        "fi/topics.toml": '[pay]\ntitle = "Palkka"\nasked = ["kuka päättää"]\n',
    }
    reported = found(tmp_path, files, Severity.WARNING)
    assert [(path, line) for path, line, _ in reported] == [("fi/topics.toml", 3)]


def test_off_topic_for_any_guideline_is_off_topic_beside_staffs_own_words_where_it_has_no_other_entry(
    tmp_path: Path,
) -> None:
    lunch = '[lunch]\ntitle = "Ruokala"\nask = "keittiö"\nasked = ["mitä ruokaa"]\n'
    asked = {"fi/asked.toml": '"3.2" = ["kenen lupa tarvitaan"]\n', "fi/topics.toml": lunch}
    topics = phrasing_of(guideline_of(tmp_path, {**BASE, **asked}), Language.FI).topics
    assert [one.title for one in topics if one.id == "lunch"] == ["Ruokala"]
    assert [one.off_topic for one in topics if one.id == "weather"] == [True]


def test_where_only_the_text_is_known_nothing_is_off_topic_by_words_alone(tmp_path: Path) -> None:
    assert phrasing_of(guideline_of(tmp_path, BASE), Language.FI).topics == ()
