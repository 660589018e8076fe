"""All doors by which words get into the bot: what somebody types, presses, fills in and imports; no tests."""

from __future__ import annotations

import re
import zipfile
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from itertools import cycle
from pathlib import Path
from random import Random

import pytest

from bot.app.bootstrap import OPERATOR, build
from bot.conversation.exchange import Outcome
from bot.conversation.forms.form import FieldKind, Form
from bot.conversation.forms.table import FORMS
from bot.language.redaction import sensitive
from bot.lists.tables import read_register_file
from bot.messages.model import Verb
from bot.services.register.lists.transfer import InvalidImportError
from bot.services.register.records.channel_records import InvalidInputError
from bot.settings import Settings
from bot.storage.backups.backup import back_up
from tests.acceptance.people import ICT, MAINTAINER, STAFF
from tests.support.bot_in_memory import NOON, REGISTER, Bot, RecordingNotifier, StoppedClock, answers_of_ours
from tests.support.surface import SilentSurface
from tests.unit.language.test_redaction import CENTURIES, WITHOUT_MARK, code_of, is_like_a_phone_number, spellings

TEXTS = ("saako tämän julkaista: {}", "kuka hoitaa instagramia {}", "{}", "päivitin kirjaston facebookin {}")
LINES = (
    "muokkaa kirjaston instagram nimi={}",
    "muokkaa kirjaston instagram tarkoitus=kysy {}",
    "tauko kirjaston instagram alkaa=1.12.2026 päättyy=31.12.2026 syy={}",
    "rekisteröi https://www.instagram.com/museo/ nimi={} yksikkö=Museo vastuu=U0LIBHEAD",
)
COLUMNS = ("name", "unit", "purpose", "decision_record", "handle", "id", "closing_archive")


def written_codes(count: int, *, seed: int) -> Iterator[str]:
    """That many codes, in all spellings in turn; without those that may be other numbers."""
    dice, found = Random(seed), 0  # noqa: S311 - reproducible
    while True:
        for century in CENTURIES:
            code = code_of(dice.randint(1, 31), dice.randint(1, 12), dice.randint(0, 99), century, dice.randint(2, 999))
            for what, written in spellings(code).items():
                is_other = what in WITHOUT_MARK and is_like_a_phone_number(code)
                if is_other or (what == "dots and a space" and code[10].isdigit()):
                    continue
                if found == count:
                    return
                found += 1
                yield written


async def try_all_doors(folder: Path, codes: Iterable[str], caplog: pytest.LogCaptureFixture) -> int:
    """Bring each of ``codes`` to each kind of door, and see that none is on the disk, in a log or in a backup."""
    caplog.set_level("DEBUG")
    tried: list[str] = []
    async with _bot(folder / "data") as bot:
        fields = cycle(await _fields(bot))
        for number, code in enumerate(codes):
            assert sensitive(code), code
            tried.append(code)
            await bot.said(STAFF, TEXTS[number % len(TEXTS)].format(code))
            await bot.said(ICT, LINES[number % len(LINES)].format(code))
            await bot.pressed_old(STAFF, Verb.ASK_SECRETARY, f"Saako kysyä: {code}?")
            form, key = next(fields)
            await bot.submitted(ICT, form, **{key: f"x {code}"})
            await _import(bot, folder, COLUMNS[number % len(COLUMNS)], code)
        await bot.application.settle()
        logged = caplog.text + "".join(str(vars(record)) for record in caplog.records)
        _are_nowhere(tried, [logged])
        _are_nowhere(tried, _contents(folder / "data"))
        assert any("Kirjaston Instagram" in text for text in _contents(folder / "data")), "it is the right place"
    await back_up(folder / "data", folder / "backup.zip", NOON)
    _are_nowhere(tried, _contents(folder))
    return len(tried)


@asynccontextmanager
async def _bot(data: Path) -> AsyncIterator[Bot]:
    clock, notifier = StoppedClock(), RecordingNotifier()
    settings = Settings(data_dir=data, ict_secretaries=(ICT,))
    async with build(settings, clock=clock, answers=answers_of_ours()) as application:
        application.surfaces.add(SilentSurface(notifier))
        await application.transfer.import_document(OPERATOR, read_register_file(REGISTER), NOON)
        yield Bot(application, notifier, clock)


async def _fields(bot: Bot) -> list[tuple[Outcome, str]]:
    """Each field of text, of each form that the ICT secretary can open."""
    await bot.pressed_old(MAINTAINER, Verb.ASK_SECRETARY, "saako kesäjuhlista kertoa")
    opened = [await bot.pressed_old(ICT, Verb.OPEN_FORM, form, "kirjasto-instagram", "") for form in FORMS]
    opened.append(await bot.pressed(ICT, await bot.newest_notice(ICT), "Vastaa"))
    forms = [(outcome, outcome.reply) for outcome in opened if isinstance(outcome.reply, Form)]
    written = (FieldKind.TEXT, FieldKind.LONG_TEXT)
    found = [(outcome, field.key) for outcome, form in forms for field in form.fields if field.kind in written]
    assert len(found) > 12
    return found


async def _import(bot: Bot, folder: Path, column: str, code: str) -> None:
    """The code in a cell of a list, and as somebody's name."""
    row = {"platform": "threads", "name": "Museo", "unit": "Museo", "responsible": "U0LIBHEAD", "handle": "museo"}
    for document in (
        {"channels": [{**row, column: code}]},
        {"channels": [], "people": [{"id": "p1", "display_name": f"Etunimi {code}"}]},
    ):
        with pytest.raises((InvalidImportError, InvalidInputError)) as refused:
            await bot.application.transfer.import_document(OPERATOR, document, NOON)
        assert code not in str(refused.value)


def _are_nowhere(codes: Iterable[str], texts: Iterable[str]) -> None:
    plain = [re.sub(r"[\W_]|\\n", "", text).lower() for text in texts]
    for code in codes:
        bare = re.sub(r"[\W_]", "", code).lower()
        assert not any(bare in text for text in plain), code


def _contents(folder: Path) -> Iterator[str]:
    for path in (one for one in sorted(folder.rglob("*")) if one.is_file()):
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                yield from (archive.read(name).decode() for name in archive.namelist())
        else:
            yield path.read_text("utf-8")
