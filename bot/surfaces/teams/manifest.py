"""The app's package for Teams: a zip that an administrator uploads once
(https://learn.microsoft.com/microsoft-365/extensibility/schema)."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import Final

from bot.domain.language import Language
from bot.errors import SettingsError
from bot.messages.texts import texts_in
from bot.surfaces.teams.connection import Json
from bot.surfaces.teams.icons import colour_icon, outline_icon

PLACEHOLDER: Final = "https://bot.example"
"""Stands for the municipality's page until that is known: Teams takes no package without one."""
VERSION: Final = "1.29"
ASK_GUIDELINE: Final = "guideline"
"""The action on a message: what does the guideline say?"""
_ADDRESS: Final = re.compile(r"https://[^\s/?#@]+(/[^\s]*)?")
_SCOPES: Final = ("personal", "team", "groupChat")
_MADE_AT: Final = (2026, 1, 1, 0, 0, 0)
"""The date of the files in the package, so that the same settings make the same package."""


def manifest(*, client_id: str, website: str, command: str, language: Language) -> Json:
    """The manifest of the app with ``client_id``, in ``language``. ``website`` is the municipality's page on it, with
    what is done with personal data."""
    texts = texts_in(language)
    name = command.removeprefix("/")
    offered = {"title": name, "description": texts("app-command"), "triggers": ["mention", "slash"]}
    return {
        "$schema": f"https://developer.microsoft.com/json-schemas/teams/v{VERSION}/MicrosoftTeams.schema.json",
        "manifestVersion": VERSION,
        "version": "1.0.0",
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


def package(*, client_id: str, website: str, command: str, language: Language) -> bytes:
    """The zip with the manifest and the icons. Raises SettingsError for a website that Teams would refuse."""
    if not _ADDRESS.fullmatch(website):
        raise SettingsError(f"--website {website}: write the address of a page, as https://www.example.fi/somebot")
    content = manifest(client_id=client_id, website=website, command=command, language=language)
    files = {
        "manifest.json": json.dumps(content, ensure_ascii=False, indent=2).encode(),
        "color.png": colour_icon(),
        "outline.png": outline_icon(),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in files.items():
            zipped.writestr(zipfile.ZipInfo(name, _MADE_AT), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()
