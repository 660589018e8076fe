"""``people``: all that is kept of a person, for that person; and taking a person out of all of it."""

import argparse
import asyncio
import json
import sys
from pathlib import Path

from bot.app.application import Application
from bot.app.bootstrap import build
from bot.commands.command import DONE, FOUND, Commands, declare, declare_group, write
from bot.domain.people import Person, parse_reference
from bot.errors import SettingsError
from bot.messages.model import Message
from bot.messages.plain_text import plain_text
from bot.messages.privacy import whole
from bot.messages.texts import texts_in
from bot.services.register.documents import register_of
from bot.settings import Settings
from bot.storage.backups import old_files


def add(commands: Commands) -> None:
    """Declare ``people export`` and ``erase``."""
    people = declare_group(commands, "people", "WHAT", "what is kept of a person")
    exporting = declare(people, "export", _export, "all that is kept of a person, as JSON and as a page to read")
    exporting.add_argument("person", metavar="PERSON", help="an identity or an e-mail address")
    exporting.add_argument("--to", metavar="FILE", type=Path, help="write the JSON there instead of printing it")
    exporting.add_argument("--page", metavar="FILE", type=Path, help="write a page too: HTML for .html, else text")
    erasing = declare(people, "erase", _erase, "take a person out of all that is kept, for good")
    erasing.add_argument("person", metavar="PERSON", help="an identity or an e-mail address")
    erasing.add_argument("--with-old-files", action="store_true", help="remove folders put aside that hold the person")
    looking = "look into the backups there as well"
    erasing.add_argument("--backups", metavar="FOLDER", type=Path, action="append", default=[], help=looking)


async def _export(settings: Settings, options: argparse.Namespace) -> int:
    async with build(settings, read_only=True) as application:
        person = await _person(application, options.person)
        export = await application.services.privacy.export(person)
    if export.is_empty:
        print(f"nothing is kept of {options.person}", file=sys.stderr)
        return FOUND
    text = json.dumps(export.as_json(), ensure_ascii=False, indent=1) + "\n"
    if options.page:
        message = whole(export, texts_in(export.person.language or settings.language))
        page = _page(message) if options.page.suffix.lower() in (".html", ".htm") else plain_text(message)
        await write(options.page, page.encode())
    if options.to:
        await write(options.to, text.encode())
    else:
        print(text, end="")
    return DONE


async def _erase(settings: Settings, options: argparse.Namespace) -> int:
    async with build(settings, lock_timeout=options.lock_timeout) as application:
        person = await _person(application, options.person)
        privacy, at = application.services.privacy, application.clock.now()
        words = await privacy.words(person)
        is_kept = not (await privacy.export(person)).is_empty
        if is_kept:
            instead = await privacy.erase(person, at)
            print(f"erased; where others rely on it, {instead.id} stands instead")
    aside = await asyncio.to_thread(old_files.put_aside, settings.data_dir, words)
    if options.with_old_files:
        await asyncio.to_thread(old_files.remove, aside)
    for folder in aside:
        what = "removed" if options.with_old_files else "still holds the person: --with-old-files removes it"
        print(f"{folder}: {what}")
    backups = await asyncio.to_thread(old_files.backups, [settings.data_dir, Path(), *options.backups], words)
    for file in backups:
        print(f"{file}: still holds the person: delete it, and make a new backup")
    if not is_kept and not aside and not backups:
        print(f"nothing is kept of {options.person}", file=sys.stderr)
        return FOUND
    return FOUND if backups or (aside and not options.with_old_files) else DONE


async def _person(application: Application, named: str) -> Person:
    """The person whom ``named`` names, a reference or the id in the register. Raises SettingsError."""
    known = register_of(await application.store.read()).people.get(named)
    if known is not None:
        return known
    reference = parse_reference(named)
    if reference is None:
        raise SettingsError(f"{named}: name a person by an identity (slack:U0123ABCD) or an e-mail address")
    return await application.services.people.by_identity(reference)


def _page(message: Message) -> str:
    # The templates take a tenth of a second to import: only this command waits for them.
    from bot.surfaces.console.html import render_message

    head = f'<!doctype html>\n<html lang="{message.language}">\n<meta charset="utf-8">\n<title>Somebot</title>\n'
    return f"{head}{render_message(message)}\n</html>\n"
