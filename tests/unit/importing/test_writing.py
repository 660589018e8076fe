"""What is written is read back by the loader just as it was meant, whatever the text holds."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.guideline import Approval, BulletList, Prose, Section, Subsection, Wording
from bot.domain.language import Language
from bot.importing.document import Sections, clean
from bot.importing.placing import fill, place, workshop_beside
from bot.importing.writing import file_name, files_of
from bot.knowledge.content.loader import load

MARKUP = st.sampled_from(
    [
        *(
            "*",
            "**",
            "_",
            "`",
            "```",
            "#",
            "##",
            "-",
            "+",
            "--",
            "---",
            "===",
            ">",
            "> [!NOTE]",
            "1.",
            "12)",
            "|",
            "~~~",
        ),
        *(
            "[a](b)",
            "![a](b)",
            "[a]: b",
            "[a]",
            "<b>",
            "<!--",
            "<https://a.fi>",
            "&amp;",
            "&#65;",
            "\\",
            "\\*",
            "{#3.2}",
        ),
        *(
            "kunta",
            "ICT_sihteeri",
            "a*b",
            "(some)",
            "#some",
            "title: x",
            "'",
            '"',
            "§",
            "å",
            "|---|",
            "- -",
            "* * *",
            ":",
        ),
    ]
)
LINE = st.lists(MARKUP | st.text(max_size=8), min_size=1, max_size=6).map(" ".join).map(clean).filter(bool)


def section(title: str, text: str, items: list[str]) -> Section:
    body = (Prose(text), BulletList(tuple(items)), Prose(text))
    return Section("3", title, (Subsection("3", title, body), Subsection("3.1", title, body)))


@settings(max_examples=300, deadline=None)
@given(title=LINE, text=LINE, items=st.lists(LINE, min_size=1, max_size=3))
@example(title="- x", text="1. x", items=["2) y", "# z", "+"])
@example(title="../../etc/passwd", text="```", items=["---"])
@example(title="null", text="=", items=["|a|b|", "<script>alert(1)</script>"])
@example(title="[a [b](c)", text="1[ > [b] [c](d)", items=["[a] b [c]: d"])
def test_any_text_comes_back_from_the_loader_as_it_was(title: str, text: str, items: list[str]) -> None:
    made = Sections(title, (section(title, text, items),))
    with TemporaryDirectory() as folder:
        # Reads the files back and compares every title and text.
        fill(Path(folder), files_of(made, Language.FI, f"{title}.pdf"), made.sections, Language.FI)
        edition = load(Path(folder)).edition
    assert edition.name[Language.FI] == title
    assert edition.source == f"{title}.pdf"


def test_the_edition_says_what_is_known_and_invents_nothing(tmp_path: Path) -> None:
    made = Sections("", (section("Alku", "Kunta.", ["a"]),))
    with workshop_beside(tmp_path / "to") as workshop:
        fill(workshop, files_of(made, Language.SV, "anvisning.pdf"), made.sections, Language.SV)
        assert place(workshop, tmp_path / "to", Language.SV) == ("guideline.toml",)
    edition = load(tmp_path / "to").edition
    assert edition.status is Approval.DRAFT
    assert edition.wording is Wording.VERBATIM
    assert edition.languages == (Language.SV,)
    assert edition.source == "anvisning.pdf"
    assert (edition.version, edition.approved_on, edition.approved_by) == ("", None, None)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Palvelujen käyttöönotto", "3-palvelujen-kayttoonotto.md"),
        ("../../etc/passwd", "3-etc-passwd.md"),
        ("Åbo – ö & ß", "3-abo-o-ss.md"),
        ("日本", "3.md"),
        ("x" * 300, f"3-{'x' * 40}.md"),
        ("CON", "3-con.md"),
        ("..", "3.md"),
    ],
)
def test_a_files_name_has_letters_digits_and_hyphens_only(title: str, name: str) -> None:
    assert file_name(section(title, "Kunta.", ["a"])) == name
