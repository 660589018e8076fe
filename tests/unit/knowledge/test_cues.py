"""The pattern language of what people say, and what is wrong with a file of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.knowledge.content.findings import Report, Severity
from bot.knowledge.content.wording.cue_files import check_phrases, read_cue_files
from bot.knowledge.content.wording.cues import Cues
from bot.language.lexicon import words_of


def is_found(phrase: str, text: str) -> bool:
    return Cues([("said", phrase)]).find(words_of(text)).names == {"said"}


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("kuka", "hei, kuka tätä hoitaa"),
        ("peru*", "peruisitko sen"),
        ("peru*", "peru"),
        ("päivitä", "PAIVITA"),
        ("paivita ~ tiedot", "päivitä tiedot"),
        ("paivita ~ tiedot", "päivitä kirjaston facebookin kaikki vanhat tiedot"),
        ("how/what about a/an", "what about an instagram"),
        ("^is ~ on", "is the library on tiktok"),
        ("you are *", "you are strange"),
        ("vastaava*", "somevastaava"),
    ],
)
def test_a_phrase_is_found_where_its_words_follow_one_another(phrase: str, text: str) -> None:
    assert is_found(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("kuka", "kukaties"),
        ("paivita ~ tiedot", "päivitä yksi kaksi kolme neljä viisi tiedot"),
        ("paivita tiedot", "päivitä kaikki tiedot"),
        ("how/what about a/an", "what about instagram"),
        ("^is ~ on", "this is on"),
        ("you are *", "you are"),
    ],
)
def test_a_phrase_is_not_found_elsewhere(phrase: str, text: str) -> None:
    assert not is_found(phrase, text)


def test_a_text_begins_after_its_greeting() -> None:
    cues = Cues([("chat", "hello"), ("is_there", "^is ~ on")])
    assert cues.find(words_of("hello, is the museum on x")).names == {"chat", "is_there"}


def test_of_greetings_and_filling_words_it_is_told_what_they_cover() -> None:
    cues = Cues([("chat", "good morning/evening"), ("filler", "the"), ("who", "who")])
    found = cues.find(words_of("good morning, who runs the page"))
    assert (found.greeting, found.filler) == ({0, 1}, {4})


def found_in(folder: Path, text: str, *, severity: Severity = Severity.WARNING) -> list[tuple[int, str]]:
    for language in ("fi", "sv"):
        (folder / f"{language}.toml").write_text("", encoding="utf-8")
    (folder / "en.toml").write_text(text, encoding="utf-8")
    report = Report()
    for file in read_cue_files(folder, report):
        check_phrases(file)
    return [(one.line, one.message) for one in report.findings if one.severity is severity]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('other = ["who"]\nwho = [\n    "who",\n    "who does that",\n]\n', 4, 'is covered by "who": take it out'),
        ('own = ["own*", "owner"]\n', 1, 'own: "owner" is covered by "own*": take it out'),
        ('own = ["a ~ b", "a/c b"]\n', 1, 'says "a", which is covered by "a ~ b": take this choice out'),
        ('own = ["somebod*", "bod*"]\n', 0, ""),
        ('own = ["a ~ b", "a b"]\n', 1, '"a b" is covered by "a ~ b"'),
        ('own = ["a b", "a ~ b"]\n', 1, '"a b" is covered by "a ~ b"'),
        ('own = ["^do we", "do we"]\n', 1, '"^do we" is covered by "do we"'),
        ('own = ["run", "run"]\n', 1, "stands 2 times: keep it once"),
        ('own = ["sign-off"]\n', 1, 'never fits a text ("sign-off")'),
        ('own = ["~ who"]\n', 1, 'never fits a text ("~ who")'),
        ('own = ["a*"]\n', 1, 'never fits a text ("a*")'),
        ('chat = ["good", "good day", "good evening"]\n', 0, ""),
        ('chat = ["good *", "good day"]\n', 1, '"good day" is covered by "good *"'),
    ],
)
def test_what_is_superfluous_in_a_file_is_told_by_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    found = found_in(tmp_path, text)
    if not message:
        assert found == []
    else:
        assert [(where, message in what) for where, what in found] == [(line, True)], found


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('\nwho = "who"\n', 2, '"who" must be a list of phrases in quotes, such as ["one", "two"]'),
        ('who = ["who", " "]\n', 1, '"who" must be a list'),
        ("who = [who]\n", 1, "is not valid TOML"),
    ],
)
def test_what_cannot_be_read_is_told_by_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    ((where, what),) = found_in(tmp_path, text, severity=Severity.ERROR)
    assert (where, message in what) == (line, True), what


def test_each_language_has_its_file(tmp_path: Path) -> None:
    report = Report()
    read_cue_files(tmp_path, report)
    assert [one.path.name for one in report.findings] == ["en.toml", "fi.toml", "sv.toml"]
