"""The app's package for Teams: a zip that an administrator uploads once
(https://learn.microsoft.com/microsoft-365/extensibility/schema)."""

import io
import json
import re
import zipfile
from pathlib import Path
from typing import Final

from bot.domain.language import Language
from bot.errors import SettingsError
from bot.messages.texts import texts_in
from bot.surfaces.teams.connection import Json

PLACEHOLDER: Final = "https://bot.example"
"""Stands for the municipality's page until that is known: Teams takes no package without one."""
VERSION: Final = "1.29"
ASK_GUIDELINE: Final = "guideline"
"""The action on a message: what does the guideline say?"""
PACKAGE: Final = "somebot-teams.zip"
"""What the package is called where it is given no other name."""
FIRST: Final = "1.0.0"
ICONS: Final = Path(__file__).parent / "icons"
"""A bubble with three dots, as on the console: white on a full square, and as white lines alone."""
_ADDRESS: Final = re.compile(r"https://[^\s/?#@]+(/[^\s]*)?")
_SCOPES: Final = ("personal", "team", "groupChat")
_MADE_AT: Final = (2026, 1, 1, 0, 0, 0)
"""The date of the files in the package, so that the same settings make the same package."""


def manifest(*, client_id: str, website: str, command: str, language: Language, earlier: Json | None = None) -> Json:
    """The manifest of the app with ``client_id``, in ``language``. ``website`` is the municipality's page on it, with
    what is done with personal data.

    Its version is that of ``earlier``, the manifest of before, where nothing else has changed, and the next one where
    something has: Teams takes no other content under a version that it has already.
    """
    texts = texts_in(language)
    name = command.removeprefix("/")
    offered = {"title": name, "description": texts("app-command"), "triggers": ["mention", "slash"]}
    content = {
        "$schema": f"https://developer.microsoft.com/json-schemas/teams/v{VERSION}/MicrosoftTeams.schema.json",
        "manifestVersion": VERSION,
        "version": FIRST,
        "id": client_id,
        "localizationInfo": {"defaultLanguageTag": language.value},
        "developer": {"name": "Somebot", "websiteUrl": website, "privacyUrl": website, "termsOfUseUrl": website},
        "name": {"short": "Somebot", "full": "Somebot"},
        "description": {"short": texts("app-command"), "full": texts("app-long", command=command)},
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": "#0B5A75",
        "bots": [
            {
                "botId": client_id,
                "scopes": list(_SCOPES),
                "supportsFiles": False,
                "isNotificationOnly": False,
                "supportsTargetedMessages": True,
                "commandLists": [{"scopes": list(_SCOPES), "commands": [offered]}],
            }
        ],
        "composeExtensions": [
            {
                "botId": client_id,
                "commands": [
                    {
                        "id": ASK_GUIDELINE,
                        "type": "action",
                        "context": ["message"],
                        "title": texts(f"app-shortcut-{ASK_GUIDELINE}"),
                        "description": texts(f"app-shortcut-{ASK_GUIDELINE}-what"),
                        "fetchTask": True,
                    }
                ],
            }
        ],
        "permissions": ["identity", "messageTeamMembers"],
        "validDomains": [],
    }
    if earlier is None or earlier.get("id") != client_id:
        return content
    before = str(earlier.get("version", FIRST))
    same = {**content, "version": before}
    return same if same == earlier else {**content, "version": _next(before)}


def website_of(made: Json) -> str:
    """The page that a manifest names."""
    return str(made.get("developer", {}).get("websiteUrl", PLACEHOLDER))


def read_manifest(packed: bytes) -> Json | None:
    """The manifest in a package; None where it is no package."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as zipped:
            made = json.loads(zipped.read("manifest.json"))
    except (zipfile.BadZipFile, KeyError, ValueError):
        return None
    return made if isinstance(made, dict) else None


def package(content: Json) -> bytes:
    """The zip with the manifest ``content`` and the icons. Raises SettingsError for a website that Teams would
    refuse."""
    website = website_of(content)
    if not _ADDRESS.fullmatch(website):
        raise SettingsError(f"--website {website}: write the address of a page, as https://www.example.fi/somebot")
    files = {
        "manifest.json": json.dumps(content, ensure_ascii=False, indent=2).encode(),
        **{name: (ICONS / name).read_bytes() for name in content["icons"].values()},
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in files.items():
            zipped.writestr(zipfile.ZipInfo(name, _MADE_AT), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _next(version: str) -> str:
    """The version after ``version``; the first where that is none of ours."""
    found = re.fullmatch(r"(\d+)\.(\d+)\.(\d+)", version)
    return f"{found[1]}.{found[2]}.{int(found[3]) + 1}" if found else FIRST
