"""The package for Teams has what Teams asks for, within its limits, and names what the bot answers to."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from bot.domain.language import Language
from bot.errors import SettingsError
from bot.surfaces.teams.connection import Json
from bot.surfaces.teams.manifest import PLACEHOLDER, VERSION, manifest, package, read_manifest
from tests.fake_teams.issuer import APP_ID

LIMITS = {"name.short": 30, "name.full": 100, "description.short": 80, "description.full": 4000, "developer.name": 32}


@pytest.mark.parametrize("language", Language)
def test_the_manifest_keeps_to_the_limits_of_teams(language: Language) -> None:
    made = manifest(client_id=APP_ID, website=PLACEHOLDER, command="/some", language=language)
    for path, limit in LIMITS.items():
        part, name = path.split(".")
        assert 0 < len(made[part][name]) <= limit
    (bot,), (extension,) = made["bots"], made["composeExtensions"]
    assert made["id"] == bot["botId"] == extension["botId"] == APP_ID
    (commands,) = bot["commandLists"]
    assert [one["title"] for one in commands["commands"]] == ["some"]
    assert all(len(one["title"]) <= 32 and len(one["description"]) <= 128 for one in commands["commands"])
    (action,) = extension["commands"]
    assert action["fetchTask"]
    assert len(action["title"]) <= 32
    assert len(action["description"]) <= 128
    assert made["localizationInfo"]["defaultLanguageTag"] == language.value


def made_for(website: str = "https://www.example.fi/x", command: str = "/some", earlier: Json | None = None) -> Json:
    return manifest(client_id=APP_ID, website=website, command=command, language=Language.FI, earlier=earlier)


def test_the_package_has_the_manifest_and_both_icons_and_is_always_the_same() -> None:
    made = package(made_for())
    assert made == package(made_for())
    assert read_manifest(made) == made_for()
    with zipfile.ZipFile(io.BytesIO(made)) as zipped:
        assert zipped.namelist() == ["manifest.json", "color.png", "outline.png"]
        content = json.loads(zipped.read("manifest.json"))
        assert all(zipped.read(name).startswith(b"\x89PNG") for name in content["icons"].values())
    assert content["manifestVersion"] == VERSION
    assert content["developer"]["privacyUrl"] == "https://www.example.fi/x"


def test_other_content_is_the_next_version_and_the_same_content_the_same() -> None:
    first = made_for()
    other = made_for(command="/sosiaalinen", earlier=first)
    assert [first["version"], other["version"]] == ["1.0.0", "1.0.1"]
    assert made_for(command="/sosiaalinen", earlier=other) == other
    assert made_for(earlier={**first, "id": "of another app"}) == first
    assert made_for(command="/x", earlier={**first, "version": "2.9.19"})["version"] == "2.9.20"
    assert made_for(command="/x", earlier={**first, "version": "latest"})["version"] == "1.0.0"


@pytest.mark.parametrize("packed", [b"", b"no zip", b"PK"])
def test_what_is_no_package_has_no_manifest(packed: bytes) -> None:
    assert read_manifest(packed) is None


@pytest.mark.parametrize("website", ["http://example.fi", "example.fi", "https://", "https://a b.fi", ""])
def test_a_page_that_teams_would_refuse_is_refused(website: str) -> None:
    with pytest.raises(SettingsError, match="--website"):
        package(made_for(website))
