"""What every municipality shares, and what one of them adds to it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.domain.language import Language
from bot.knowledge.content import common
from bot.knowledge.content.findings import Severity
from bot.knowledge.content.loader import check
from bot.knowledge.content.wording.words import VocabularyError
from bot.understanding.commands import Intent
from tests.unit.knowledge.support import SECTION, TOML, folder_of, found


def test_a_folder_without_words_of_its_own_has_the_common_ones(tmp_path: Path) -> None:
    assert "facebook" in common.platforms(tmp_path)
    assert "kunta" in common.words(tmp_path).municipality


def test_a_platform_of_ones_own_takes_the_place_of_the_common_one_and_a_new_one_is_added(tmp_path: Path) -> None:
    text = '[facebook]\nname = "Fb"\nnicknames = ["fb"]\n\n[intra]\nname = "Intra"\n'
    (tmp_path / "platforms.toml").write_text(text, encoding="utf-8")
    platforms = common.platforms(tmp_path)
    assert (platforms["facebook"].name, platforms["facebook"].hosts) == ("Fb", ())
    assert [*platforms][-1] == "intra"
    assert platforms["instagram"].name == "Instagram"


def test_a_nickname_that_a_common_platform_has_is_told_in_ones_own_file(tmp_path: Path) -> None:
    (tmp_path / "platforms.toml").write_text('[intra]\nname = "Intra"\nnicknames = ["insta"]\n', encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"platforms.toml: \[intra\] .insta. is taken by \[instagram\]"):
        common.platforms(tmp_path)


def test_words_of_ones_own_are_added_and_a_trade_takes_the_place_of_the_common_one(tmp_path: Path) -> None:
    text = 'municipality = ["pitäjä"]\n[trades.library]\nname = "Lukusali"\nwords = ["lukusali"]\n'
    (tmp_path / "words.toml").write_text(text, encoding="utf-8")
    words = common.words(tmp_path)
    assert {"kunta", "pitäjä"} <= {*words.municipality}
    assert [trade.words for trade in words.trades if trade.id == "library"] == [("lukusali",)]
    assert any(trade.id == "youth" for trade in words.trades)


def test_synonyms_are_common_to_all_guidelines() -> None:
    assert common.synonyms(Language.FI)["fb"] == ("facebook",)


FILES = {"guideline.toml": TOML, "fi/3.md": SECTION + "Teksti.\n"}


def test_what_only_one_municipality_says_is_no_finding(tmp_path: Path) -> None:
    own = {"platforms.toml": '[intra]\nname = "Intra"\n', "words.toml": 'municipality = ["pitäjä"]\n'}
    assert found(tmp_path, {**FILES, **own, "fi/synonyms.toml": 'pomo2 = ["esihenkilö"]\n'}, Severity.WARNING) == []


def test_a_folder_that_repeats_what_comes_with_the_bot_is_read_and_told_what_to_remove(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, FILES)
    shutil.copy(common.FOLDER / "platforms.toml", folder)
    shutil.copy(common.FOLDER / "words.toml", folder)
    shutil.copy(common.FOLDER / "synonyms" / "fi.toml", folder / "fi" / "synonyms.toml")
    guideline, findings = check(folder)
    assert guideline is not None
    assert [one.path.name for one in findings] == ["synonyms.toml", "platforms.toml", "words.toml"]
    assert all("entries that come with the bot" in one.message for one in findings)
    assert common.platforms(folder) == common.platforms(tmp_path / "none")
    assert common.words(folder) == common.words(tmp_path / "none")


def test_a_folder_of_guidelines_says_which_one_to_set(tmp_path: Path) -> None:
    folder_of(tmp_path, {f"ours/{name}": content for name, content in FILES.items()})
    _, findings = check(tmp_path)
    errors = [one.message for one in findings if one.severity is Severity.ERROR]
    assert errors == [f"is not a guideline's folder itself: set SOME_KNOWLEDGE_DIR to {tmp_path / 'ours'}"]


def test_a_broken_file_of_what_is_common_is_told_by_line(tmp_path: Path) -> None:
    shutil.copytree(common.FOLDER, tmp_path / "common")
    (tmp_path / "common" / "synonyms" / "sv.toml").write_text('fb = "facebook"\n', encoding="utf-8")
    found_there = [one for one in common.check([*Intent], tmp_path / "common") if one.severity is Severity.ERROR]
    assert [(one.path.name, one.line) for one in found_there] == [("sv.toml", 1)]
