"""All that runs in the bot is under a licence that is known and that a municipality can live with."""

from __future__ import annotations

import json
import re
from importlib.metadata import files, requires
from pathlib import PurePath

import pytest

from deploy.inventory import INSIDE, PINNED, bill, licence_of, main, own_version, parts, pinned
from tests.conftest import ROOT

PERMISSIVE = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "MIT", "MIT-0", "MPL-2.0", "PSF-2.0", "Zlib"),
    # Of Pillow and what is in it: kin of MIT's and of the BSD's, and three that libraries for pictures have had always.
    *("FTL", "IJG", "MIT-CMU", "MIT-Modern-Variant", "MIT-open-group", "X11", "libpng-2.0", "libtiff"),
}
"""These ask for no more than to be named, or to leave their own files open. A new one is a decision."""
FREED = "GPL-3.0-or-later WITH GCC-exception-3.1"


def named(expression: str) -> set[str]:
    """The licences in an expression."""
    return set(re.split(r" (?:AND|OR) |[()]", expression)) - {""}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_each_librarys_licence_is_known_and_permissive() -> None:
    listed = parts()
    assert len(listed) > 40
    assert [part for part in listed if not part.licence or not named(part.licence) <= PERMISSIVE] == []


def test_what_wheels_have_in_them_is_named_and_nothing_of_it_binds_the_bot() -> None:
    for name in pinned():
        shared = [PurePath(file).name for file in files(name) or () if PurePath(file).parts[0].endswith(".libs")]
        beginnings = tuple(one.name for one in INSIDE.get(name, ()))
        assert [file for file in shared if not (beginnings and file.startswith(beginnings))] == [], name
    for one in (each for inside in INSIDE.values() for each in inside):
        assert named(one.licence) <= PERMISSIVE or one.licence == FREED or one.licence.startswith("LGPL-"), one.name
        assert one.why


def test_all_that_a_library_needs_is_pinned_as_well() -> None:
    names = set(pinned())
    for name in names:
        needed = [need for need in requires(name) or () if ";" not in need]
        assert {normal(re.split(r"[^\w.-]", need)[0]) for need in needed} <= names, name


def test_each_file_of_requirements_that_the_bot_runs_with_is_looked_at() -> None:
    there = {path.name for path in ROOT.glob("requirements*.txt")} - {"requirements-dev.txt"}
    assert set(PINNED) == there


def test_each_pin_has_hashes_says_nothing_of_where_it_comes_from_and_is_the_same_in_all_files() -> None:
    versions: dict[str, set[str]] = {}
    for path in ROOT.glob("requirements*.txt"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"://|^--?(?:i|f|index|extra|find|trusted)", text, re.MULTILINE), path.name
        for pin in re.findall(r"^[a-z].*(?:\n +--hash.*)*", text, re.MULTILINE):
            assert re.search(r"--hash=sha256:[0-9a-f]{64}$", pin), f"{path.name}: {pin}"
            versions.setdefault(pin.split("==")[0], set()).add(pin.split("==")[1].split()[0])
    assert len(versions) > 70
    assert [name for name, found in versions.items() if len(found) > 1] == []


def test_the_bill_of_materials_is_cyclonedx_with_each_part_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--sbom"]) == 0
    read = json.loads(capsys.readouterr().out)
    assert read == bill(parts(), own_version())
    assert (read["bomFormat"], read["specVersion"], read["version"]) == ("CycloneDX", "1.5", 1)
    references = [component["bom-ref"] for component in read["components"]]
    assert len(references) == len(set(references)) == len(pinned())
    assert f"pkg:pypi/aiohttp@{pinned()['aiohttp']}" in references
    (own,) = read["dependencies"]
    assert own["ref"] == read["metadata"]["component"]["bom-ref"]
    assert own["dependsOn"] == references
    assert all(component["licenses"][0]["expression"] for component in read["components"])


def test_the_table_has_a_line_for_each_part(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines if not line.startswith(" ")] == sorted(pinned())


@pytest.mark.parametrize(
    ("said", "licence"),
    [
        ({"license-expression": ["MIT"], "license": ["GPL"]}, "MIT"),
        ({"license": ["APL 2"]}, "Apache-2.0"),
        ({"classifier": ["License :: OSI Approved :: MIT License"]}, "MIT"),
        ({"classifier": ["License :: OSI Approved :: GNU General Public License v3 (GPLv3)"]}, ""),
        ({"license": ["do what you like"]}, ""),
        ({}, ""),
    ],
)
def test_a_licence_is_read_as_it_is_said_or_not_known(said: dict[str, list[str]], licence: str) -> None:
    assert licence_of(said) == licence
