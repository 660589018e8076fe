"""``knowledge import`` as a communications officer uses it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import main
from bot.domain.guideline import Approval, Wording
from bot.domain.language import Language
from bot.knowledge.content.loader import load
from tests.conftest import ROOT
from tests.guideline_files import GUIDELINE
from tests.guideline_files.markup import markdown
from tests.guideline_files.office import docx
from tests.unit.importing.support import words, words_of

Capture = pytest.CaptureFixture[str]
MADE_UP = ROOT / "tests" / "data" / "guidelines" / "mallila.txt"
SOURCE_TITLES = ["Mitä on sosiaalinen media (some)", "Miten kunta voi hyödyntää sosiaalista mediaa"]
SOURCE_TITLES += ["Palvelujen käyttöönotto", "Osallistumisen periaatteet", "Turvallisesti sosiaalisessa mediassa"]
SOURCE_TITLES += ["Henkilöstö sosiaalisen median käyttäjänä", "Suomussalmen kunnan sosiaalisen median välineet"]


@pytest.fixture(autouse=True)
def defaults(monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings are the defaults, and no ``.env`` of a developer is read."""
    for name in [*os.environ]:
        if name in ("HOST", "PORT") or (name.startswith("SOME_") and not name.startswith("SOME_TEST_")):
            monkeypatch.delenv(name)
    monkeypatch.setattr("bot.settings.ENV_FILE", None, raising=False)


@pytest.fixture
def guideline(tmp_path: Path) -> Path:
    path = tmp_path / "someohje.docx"
    path.write_bytes(docx(GUIDELINE))
    return path


def test_a_document_becomes_a_knowledge_folder_that_checks_and_answers(
    tmp_path: Path, guideline: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    to = tmp_path / "new" / "knowledge"
    assert main(["knowledge", "import", str(guideline), "--lang", "fi", "--to", str(to)]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    assert f"{guideline}: 4 sections, 7 subsections, 77 words, 0 doubtful" in printed.out.splitlines()
    assert printed.out.splitlines()[-1] == f"next: SOME_KNOWLEDGE_DIR={to} python -m bot knowledge check"
    assert sorted(path.relative_to(to).as_posix() for path in to.rglob("*.*")) == [
        "fi/0-mallilan-kunnan-someohje.md",
        "fi/1-miksi-olemme-somessa.md",
        "fi/2-kanavan-perustaminen.md",
        "fi/3-vastaaminen.md",
        "guideline.toml",
    ]
    monkeypatch.setenv("SOME_KNOWLEDGE_DIR", str(to))
    monkeypatch.setenv("SOME_DATA_DIR", str(tmp_path / "data"))
    assert main(["knowledge", "check"]) == 0
    capsys.readouterr()
    main(["ask", "kuka päättää uudesta kanavasta", "--lang", "fi"])
    assert "Uudesta kanavasta päättää viestintäpäällikkö." in capsys.readouterr().out
    main(["ask", "miksi kerromme palveluista somessa", "--lang", "fi"])
    # A part of a section without a title of its own is cited by its section, once.
    assert "luku 1 Miksi olemme somessa" in capsys.readouterr().out


def test_what_is_doubtful_is_a_finding_and_written_all_the_same(tmp_path: Path, capsys: Capture) -> None:
    source = tmp_path / "ohje.md"
    source.write_bytes(markdown(GUIDELINE).replace(b"2. ", b"").replace(b"1. ", b"").replace(b"3. ", b""))
    assert main(["knowledge", "import", str(source), "--to", str(tmp_path / "to")]) == 1
    assert "doubtful: section 1: the main headings have no numbers" in capsys.readouterr().out
    assert load(tmp_path / "to").sections[Language.FI]


def test_a_new_edition_says_only_what_is_known(tmp_path: Path, guideline: Path, capsys: Capture) -> None:
    main(["knowledge", "import", str(guideline), "--lang", "sv", "--to", str(tmp_path / "to")])
    edition = load(tmp_path / "to").edition
    assert edition.status is Approval.DRAFT
    assert edition.wording is Wording.VERBATIM
    assert edition.languages == (Language.SV,)
    assert edition.source == "someohje.docx"
    assert edition.name[Language.SV] == "Mallilan kunnan someohje"
    assert (edition.approved_on, edition.approved_by, edition.review_by) == (None, None, None)
    assert edition.municipality[Language.SV] == "Mallilan kunta"
    printed = capsys.readouterr().out
    assert 'read: municipality = "Mallilan kunta", from "Mallilan kunnan someohje"' in printed
    assert f"next: fill in {tmp_path / 'to' / 'guideline.toml'}: the version, who approved it and when" in printed


def test_a_second_language_goes_beside_the_first_and_touches_nothing(
    tmp_path: Path, guideline: Path, capsys: Capture
) -> None:
    to = tmp_path / "to"
    main(["knowledge", "import", str(guideline), "--to", str(to)])
    before = {path: path.read_bytes() for path in to.rglob("*.*")}
    assert main(["knowledge", "import", str(guideline), "--lang", "en", "--to", str(to)]) == 1
    printed = capsys.readouterr().out
    assert f'see that languages in {to / "guideline.toml"} has "en"' in printed
    assert "doubtful: the text seems to be in Finnish: import it with --lang fi" in printed.splitlines()
    assert {path: path.read_bytes() for path in before} == before
    assert len([*(to / "en").iterdir()]) == len([*(to / "fi").iterdir()])


@pytest.mark.parametrize("there", ["fi/9.md", "fi/notes.txt", "fi"])
def test_nothing_is_ever_overwritten(tmp_path: Path, guideline: Path, capsys: Capture, there: str) -> None:
    to = tmp_path / "to"
    (to / there).parent.mkdir(parents=True)
    (to / there).write_text("mine", encoding="utf-8")
    assert main(["knowledge", "import", str(guideline), "--to", str(to)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == f"{to / 'fi'}: is there already, and nothing is overwritten: give another folder with --to\n"
    assert [path for path in to.rglob("*") if path.is_file()] == [to / there]


def test_an_empty_folder_for_the_language_is_filled_and_files_beside_it_stay(tmp_path: Path, guideline: Path) -> None:
    (tmp_path / "fi").mkdir()
    (tmp_path / "guideline.toml").write_text('version = "7"\nlanguages = ["fi"]\n', encoding="utf-8")
    (tmp_path / "words.toml").write_text("", encoding="utf-8")
    assert main(["knowledge", "import", str(guideline), "--to", str(tmp_path)]) == 0
    assert load(tmp_path).edition.version == "7"
    assert (tmp_path / "words.toml").read_text(encoding="utf-8") == ""
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_file_is_no_folder(tmp_path: Path, guideline: Path, capsys: Capture) -> None:
    assert main(["knowledge", "import", str(guideline), "--to", str(guideline)]) == 2
    assert capsys.readouterr().err == f"{guideline}: is a file: give a folder with --to\n"
    assert main(["knowledge", "import", str(guideline), "--to", str(guideline / "to")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_a_missing_file_is_said(tmp_path: Path, capsys: Capture) -> None:
    assert main(["knowledge", "import", str(tmp_path / "no.pdf"), "--to", str(tmp_path / "to")]) == 2
    assert "cannot be read (No such file or directory)" in capsys.readouterr().err
    assert not (tmp_path / "to").exists()


def test_a_failing_disk_leaves_nothing_behind(
    tmp_path: Path, guideline: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "to").mkdir()
    monkeypatch.setattr(Path, "rename", fail)
    assert main(["knowledge", "import", str(guideline), "--to", str(tmp_path / "to")]) == 2
    assert "cannot be written (No space left on device)" in capsys.readouterr().err
    assert [*(tmp_path / "to").iterdir()] == []


def test_titles_that_look_like_paths_stay_in_the_folder(tmp_path: Path, capsys: Capture) -> None:
    source = tmp_path / "ohje.html"
    source.write_text("<h2>../../etc/passwd</h2><p>a</p><h2>/abs</h2><p>b</p>", encoding="utf-8")
    assert main(["knowledge", "import", str(source), "--to", str(tmp_path / "to")]) == 1
    assert sorted(path.name for path in (tmp_path / "to" / "fi").iterdir()) == ["1-etc-passwd.md", "2-abs.md"]
    assert load(tmp_path / "to").sections[Language.FI][0].title == "../../etc/passwd"


def test_a_text_with_a_page_a_line_and_headings_in_mid_line_is_divided(tmp_path: Path, capsys: Capture) -> None:
    assert main(["knowledge", "import", str(MADE_UP), "--to", str(tmp_path / "to")]) == 0
    sections = load(tmp_path / "to").sections[Language.FI]
    assert {section.id: section.title for section in sections} == {
        "0": "MALLILAN KAUPUNGIN VERKKOVIESTINNÄN OHJE",
        "1": "Ohjeen tarkoitus",
        "2": "Mallilan kanavat",
        "3": "Tilin avaaminen ja sulkeminen",
        "4": "Kun jokin menee pieleen",
    }
    text = MADE_UP.read_text(encoding="utf-8")
    contents = text[text.index("Sisällysluettelo") : text.index("Tämä ohje on tehty")]
    text = text.replace(contents, "").replace("Liite 2 Luonnos", "")
    assert in_order(text, sections[0].title) == in_order(" ".join(words_of(sections)), sections[0].title)
    assert {
        "left out: page number (4 times)",
        "left out: the table of contents",
        "left out as contents: Sisällysluettelo",
        'read: status = "draft", from "Liite 2 Luonnos"',
    } <= {*capsys.readouterr().out.splitlines()}


def test_the_real_guideline_gives_its_seven_sections_and_the_preamble_and_loses_no_word(
    tmp_path: Path, shared: Path, capsys: Capture
) -> None:
    source = shared / "guidelines" / "suomussalmi-some-ohje.txt"
    assert main(["knowledge", "import", str(source), "--to", str(tmp_path / "to")]) == 1
    guideline, edited = load(tmp_path / "to"), load(ROOT / "knowledge" / "suomussalmi")
    sections = guideline.sections[Language.FI]
    assert [section.id for section in sections] == [section.id for section in edited.sections[Language.FI]]
    assert [section.title for section in sections[1:]] == SOURCE_TITLES
    shared_titles = [one.title for one in edited.sections[Language.FI] if one.title in SOURCE_TITLES]
    assert len(shared_titles) == 5
    assert guideline.edition.municipality[Language.FI] == edited.edition.municipality[Language.FI]
    assert guideline.edition.status is edited.edition.status
    printed = capsys.readouterr().out
    cover = "Khall liite 1 Kh Luonnos"
    assert f'read: status = "draft", from "{cover}"' in printed
    text = source.read_text(encoding="utf-8").replace(cover, "")
    assert in_order(text, sections[0].title) == in_order(" ".join(words_of(sections)), sections[0].title)
    doubtful = [line for line in printed.splitlines() if line.startswith("doubtful: section ")]
    assert [line.split()[2] for line in doubtful if "was taken to end" in line] == [f"{n}:" for n in range(1, 8)]


def test_the_libraries_that_read_documents_are_not_loaded_by_the_bot() -> None:
    code = "import sys, bot.cli; print([name for name in sys.modules if name in ('pypdf', 'selectolax')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout == "[]\n"


def in_order(text: str, title: str) -> list[str]:
    """The words of a text in order, without its title, which stands first in the files, and without bare numbers of
    pages and headings; those inside sentences are part of a longer run, and stay."""
    found = words(text.replace(title, "", 1))
    return [word for word in found if not (word.isdecimal() and len(word) == 1)]
