"""Reading the knowledge base's folder: what is said of what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.knowledge.content.findings import Diagnostic, KnowledgeError, Severity
from bot.knowledge.content.loader import check, load
from tests.unit.knowledge.support import SECTION, TOML, Files, folder_of, found


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        ("Vain tekstiä.\n", 1, "front matter"),
        ("---\nid: 3\ntitle: Auki\n\nText.\n", 1, "front matter"),
        ("---\nid: 3\ntitle: Ohje: osa\n---\nText.\n", 3, "broken front matter"),
        ("---\ntitle: T\n---\nText.\n", 1, "no id"),
        ("---\nid: 3\n---\nText.\n", 1, "no title"),
        ("---\nid: 3\ntitle:\n---\nText.\n", 3, "no title"),
        ("---\nid: a/b\ntitle: T\n---\nText.\n", 2, 'id "a/b" is malformed'),
        ("---\nid: 3\ntitle: T\nauthor: me\n---\nText.\n", 4, '"author" is not known'),
        ('---\nid: 3\ntitle: T\n"a\\nb": 1\n---\nText.\n', 4, '"a b" is not known'),
        ("---\nid: 3\nid: 4\ntitle: T\n---\nText.\n", 3, "given twice"),
        ("---\nid: [3]\ntitle: T\n---\nText.\n", 2, "no id"),
        (SECTION, 2, "no text"),
        (SECTION + "## T\nText.\n", 5, 'heading "T" has no id'),
        (SECTION + "## T {#3 1}\nText.\n", 5, 'id "3 1" is malformed'),
        (SECTION + "## T {#}\nText.\n", 5, "malformed"),
        (SECTION + "## T {#4.1}\nText.\n", 5, "not of section 3"),
        (SECTION + "## T {#3.}\nText.\n", 5, "not of section 3"),
        (SECTION + "## T {#3}\nText.\n", 5, "not of section 3"),
        (SECTION + "## {#3.1}\nText.\n", 5, "no title"),
        (SECTION + "# T {#3.1}\nText.\n", 5, "level 1"),
        (SECTION + "### T {#3.1}\nText.\n", 5, "level 3"),
        (SECTION + "Text.\n##T {#3.1}\n", 6, "is no heading"),
        (SECTION + "Text.\n\n#some on jees\n", 7, "is no heading"),
        (SECTION + "## T {#3.1}\n\n## U {#3.2}\nText.\n", 5, '"T" has no text'),
        (SECTION + "## T {#3.1}\n> [!NOTE]\n> Vain huomautus.\n", 5, '"T" has no text'),
        (SECTION + "| a | b |\n|---|---|\n| 1 | 2 |\n", 5, "a table is not supported"),
        (SECTION + "Text.\n\n```\ncode\n```\n", 7, "a code block is not supported"),
        (SECTION + "Text.\n\n    code\n", 7, "a code block"),
        (SECTION + "Text.\n\n- a\n  - b\n", 8, "a list in a list"),
        (SECTION + "Text.\n\n- a\n\n  b\n", 9, "a second paragraph in a list item"),
        (SECTION + "Text.\n\n- a\n-\n", 8, "a list item is empty"),
        (SECTION + "Text.\n\n1. a\n2. b\n", 7, "a numbered list"),
        (SECTION + "Text ![kuva](k.png).\n", 5, "an image"),
        (SECTION + "![kuva](k.png)\n", 5, "an image"),
        (SECTION + "## T ![k](k.png) {#3.1}\nText.\n", 5, "an image"),
        (SECTION + "Text<br>more.\n", 5, "HTML"),
        (SECTION + "<div>x</div>\n", 5, "HTML"),
        (SECTION + "Text.\n\n> Lainaus.\n", 7, "a quotation"),
        (SECTION + "Text.\n\n> [!WARNING]\n> Varo.\n", 7, "a quotation"),
        (SECTION + "Text.\n\n> [!NOTE]\n", 7, "note is empty"),
        (SECTION + "Text.\n\n> [!NOTE]\n> Huom.\n> - a\n", 9, "a list in a list or note"),
        (SECTION + "Text.\n\n***\n", 7, "a horizontal line"),
        (SECTION + "Text.\n\n[Huom]: kunta\n", 7, "a link's address"),
    ],
)
def test_each_mistake_in_a_section_is_one_error_with_its_line(
    tmp_path: Path, content: str, line: int, words: str
) -> None:
    findings = found(
        tmp_path, {"guideline.toml": TOML, "fi/0.md": "---\nid: 0\ntitle: T\n---\nT.\n", "fi/3.md": content}
    )
    assert [(path, at) for path, at, _ in findings] == [("fi/3.md", line)]
    assert words in findings[0][2]


def test_a_file_that_is_not_utf_8_is_named_with_the_line(tmp_path: Path) -> None:
    files: Files = {
        "guideline.toml": TOML,
        "fi/0.md": SECTION + "Text.\n",
        "fi/1.md": SECTION.encode() + b"\nk\xe4ytt\xf6\n",
    }
    findings = found(tmp_path, files)
    assert [(path, line) for path, line, _ in findings] == [("fi/1.md", 6)]
    assert "UTF-8" in findings[0][2]


def test_an_id_that_stands_twice_names_both_places(tmp_path: Path) -> None:
    files: Files = {
        "guideline.toml": TOML,
        "fi/a.md": SECTION + "## T {#3.1}\nText.\n\n## U {#3.1}\nText.\n",
        "fi/b.md": SECTION + "Text.\n",
    }
    findings = found(tmp_path, files)
    assert [(path, line) for path, line, _ in findings] == [("fi/a.md", 8), ("fi/b.md", 2)]
    assert f"{tmp_path / 'fi/a.md'}:5" in findings[0][2]
    assert f"{tmp_path / 'fi/a.md'}:2" in findings[1][2]


@pytest.mark.parametrize(
    ("toml", "line", "words"),
    [
        ('version = "1"\nstatus = draft\n', 2, "not valid TOML"),
        ('version = "1"\nname = [\n', 2, "not valid TOML"),
        ('version = "1"\nstauts = "draft"\n', 2, '"stauts" is not known'),
        ('status = "final"\n', 1, "draft, approved"),
        ('wording = "own"\n', 1, "summary, verbatim"),
        ("wording = [1]\n", 1, "summary, verbatim"),
        ("version = 1.10\n", 1, '"version" must be a text'),
        ('approved_on = "2030-01-31"\n', 1, "a day without quotes"),
        ("approved_on = 2030-01-31T10:00:00\n", 1, "a day without quotes"),
        ('languages = ["fi", "de"]\n', 1, '"de" is not spoken'),
        ('languages = ["fi", "fi"]\n', 1, "listed twice"),
        ('languages = "fi"\n', 1, "must be a list"),
        ('name = ["a"]\n', 1, '"name" must be a text'),
        ('[name]\nfi = "a"\nde = "b"\n', 1, '"de" in "name"'),
        ('[municipality]\nfi = ""\n', 1, '"fi" in "municipality"'),
        ('[duties]\nregular_updates = "9.9"\n', 2, 'points at "9.9"'),
        ('[duties]\nregular_update = "3.1"\n', 2, 'correct it to "regular_updates"'),
        ('[duties]\nsomething_else = "3.1"\n', 2, '"something_else" is not known'),
        ("[duties]\nupdates = 3.1\n", 2, "id in quotes"),
        ('duties = "3.1"\n', 1, "must be a table"),
    ],
)
def test_each_mistake_in_the_edition_is_an_error_with_its_line(
    tmp_path: Path, toml: str, line: int, words: str
) -> None:
    findings = found(tmp_path, {"guideline.toml": toml, "fi/3.md": SECTION + "Text.\n"})
    assert {(path, at) for path, at, _ in findings} == {("guideline.toml", line)}
    assert words in findings[0][2]


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    guideline, findings = check(tmp_path / "none")
    assert guideline is None
    assert [(one.path.name, one.severity) for one in findings] == [("none", Severity.ERROR)]


def test_a_folder_without_sections_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "fi").mkdir()
    assert any("no sections" in message for _, _, message in found(tmp_path, {"guideline.toml": TOML}))


def test_the_binding_language_must_have_sections_and_another_should(tmp_path: Path) -> None:
    files: Files = {"guideline.toml": 'languages = ["sv", "fi"]\n', "fi/3.md": SECTION + "Text.\n"}
    assert [(path, line) for path, line, _ in found(tmp_path, files)] == [("guideline.toml", 1)]
    files = {**files, "guideline.toml": '# ours\nlanguages = ["fi", "sv"]\n'}
    assert found(tmp_path, files) == []
    assert [(path, line) for path, line, _ in found(tmp_path, files, Severity.WARNING)] == [("guideline.toml", 2)]


def test_folders_of_other_languages_are_named(tmp_path: Path) -> None:
    files: Files = {"guideline.toml": TOML, "fi/3.md": SECTION + "Text.\n", "de/3.md": "x", "sv/3.md": "x"}
    assert [path for path, _, _ in found(tmp_path, files)] == ["de"]
    (warning,) = found(tmp_path, files, Severity.WARNING)
    assert warning[:2] == ("guideline.toml", 2)
    assert "folder sv is not read" in warning[2]


def test_what_is_missing_in_another_language_is_a_warning(tmp_path: Path) -> None:
    files: Files = {
        "guideline.toml": 'languages = ["fi", "sv"]\n[name]\nfi = "Ohje"\n',
        "fi/3.md": SECTION + "## T {#3.1}\nText.\n\n## U {#3.2}\nText.\n",
        "fi/4.md": "---\nid: 4\ntitle: T\n---\nText.\n",
        "sv/3.md": SECTION + "Intro.\n\n## T {#3.1}\nText.\n",
    }
    assert found(tmp_path, files) == []
    warnings = found(tmp_path, files, Severity.WARNING)
    assert [(path, line) for path, line, _ in warnings] == [
        ("fi/3.md", 8),
        ("fi/4.md", 2),
        ("guideline.toml", 2),
        ("sv/3.md", 5),
    ]
    assert "missing in sv" in warnings[0][2]
    assert "missing in fi" in warnings[3][2]


def test_ids_out_of_order_are_a_warning(tmp_path: Path) -> None:
    text = SECTION + "## T {#3.9}\nText.\n\n## U {#3.10}\nText.\n\n## V {#3.2}\nText.\n"
    warnings = found(tmp_path, {"guideline.toml": TOML, "fi/3.md": text}, Severity.WARNING)
    assert [line for _, line, _ in warnings] == [11]


def test_files_that_are_not_read_are_named_but_hidden_ones_are_not(tmp_path: Path) -> None:
    files: Files = {"fi/3.md": SECTION + "Text.\n", "fi/4.txt": "x", "fi/.DS_Store": b"\xff"}
    warnings = found(tmp_path, {"guideline.toml": TOML, **files}, Severity.WARNING)
    assert [path for path, _, _ in warnings] == ["fi/4.txt"]


def test_load_raises_with_a_line_for_every_error_and_none_for_warnings(tmp_path: Path) -> None:
    text = "---\nid: 3\ntitle: a: b\n---\n##T\n\n1. x\n"
    folder_of(tmp_path, {"fi/3.md": text, "fi/4.txt": "a warning"})
    with pytest.raises(KnowledgeError) as raised:
        load(tmp_path)
    lines = str(raised.value).splitlines()
    assert [line.split(": ")[0] for line in lines[1:]] == [f"{tmp_path / 'fi/3.md'}:{line}" for line in (3, 5, 7)]
    assert lines[0].startswith(f"{tmp_path}: has no sections")
    assert any(one.severity is Severity.WARNING for one in raised.value.findings)
    assert "4.txt" not in str(raised.value)


def test_a_finding_reads_as_path_line_message() -> None:
    assert str(Diagnostic(Path("fi/3.md"), 7, Severity.ERROR, "is wrong")) == "fi/3.md:7: is wrong"
    assert str(Diagnostic(Path("fi"), 0, Severity.ERROR, "is wrong")) == "fi: is wrong"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    front=st.text(alphabet=st.sampled_from("id: title3[]{}&*!\n\"'#-|>%@`"), max_size=60), body=st.text(max_size=200)
)
def test_any_text_gives_a_guideline_or_errors_with_lines(tmp_path: Path, front: str, body: str) -> None:
    content = f"---\n{front}\n---\n{body}".encode("utf-8", "surrogatepass")
    guideline, findings = check(folder_of(tmp_path, {"guideline.toml": TOML, "fi/3.md": content}))
    assert (guideline is None) == any(one.severity is Severity.ERROR for one in findings)
    assert all("\n" not in str(one) for one in findings)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    toml=st.text(max_size=80)
    | st.builds('{} = "{}"\n'.format, st.sampled_from(["name", "version", "languages"]), st.text(max_size=9))
)
def test_any_edition_gives_a_guideline_or_errors(tmp_path: Path, toml: str) -> None:
    content = toml.encode("utf-8", "surrogatepass")
    guideline, findings = check(folder_of(tmp_path, {"guideline.toml": content, "fi/3.md": SECTION + "Text.\n"}))
    assert (guideline is None) == any(one.severity is Severity.ERROR for one in findings)
