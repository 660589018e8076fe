"""Nothing personal gets into the register, whichever field somebody writes it in."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from bot.app.bootstrap import OPERATOR
from bot.conversation.forms.form import FieldKind
from bot.domain.channels import Pause
from bot.domain.language import Language
from bot.services.ports import Event
from bot.services.register.documents import puts
from bot.services.register.lists.transfer import InvalidImportError
from tests.acceptance.keeping import channel_of, errors, version_of
from tests.acceptance.people import ICT
from tests.support.bot_in_memory import NOON, REGISTER, Bot, form_of

CODE = "131052-308T"
"""The population register's own example."""
SECRETS = [CODE, "hoitaja 13.10.1952 308T", "salasana on Tunturi2026", "tunnus kunta / Kissa123!"]
FORMS = {
    "register": {"url": "https://www.threads.net/@museo", "name": "Museo", "unit": "Museo", "responsible": "U0MUSEUM1"},
    "edit the library's instagram": {},
    "pause the library's instagram": {"start": "2026-12-01", "end": "2026-12-31"},
    "retire the library's instagram": {
        "closing_access_by": "U0LIB0001",
        "closing_archive": "arkisto",
        "closing_announcement": "loppu",
    },
}
WRITTEN = (FieldKind.TEXT, FieldKind.LONG_TEXT)


@pytest.mark.parametrize("secret", SECRETS)
@pytest.mark.parametrize("line", FORMS)
async def test_each_field_of_text_comes_back_with_a_word_at_it(bot: Bot, line: str, secret: str) -> None:
    before, form = await bot.application.store.read(), await bot.said(ICT, line, locale=Language.EN)
    fields = [field.key for field in form_of(form).fields if field.kind in WRITTEN]
    assert fields
    for key in fields:
        again = await bot.submitted(ICT, form, **{**FORMS[line], key: secret})
        assert errors(again) == {
            key: "There seems to be a personal identity code or a password in the text. Please remove it."
        }
    assert await bot.application.store.read() == before


@pytest.mark.parametrize("reason", ["hoitaja sairaslomalla", "är sjukskriven", "on sick leave"])
@pytest.mark.parametrize(
    ("line", "language", "told"),
    [
        ("tauko kirjaston instagram alkaa=1.12.2026 päättyy=31.12.2026 syy=", Language.FI, "loma"),
        ("paus bibliotekets instagram första dag=1.12.2026 sista dag=31.12.2026 orsak=", Language.SV, "semester"),
        ("pause the library's instagram start=1.12.2026 end=31.12.2026 reason=", Language.EN, "holiday"),
    ],
)
async def test_health_is_no_reason_for_a_pause_and_another_word_is_offered(
    bot: Bot, line: str, language: Language, told: str, reason: str
) -> None:
    before = await version_of(bot)
    again = await bot.said(ICT, f"{line}{reason}", locale=language)
    assert told in errors(again)["reason"]
    assert await version_of(bot) == before
    await bot.submitted(ICT, again, reason="loma")
    assert (pause := (await channel_of(bot)).pause)
    assert pause.reason == "loma"


async def test_what_the_register_had_before_does_not_keep_other_facts_from_being_changed(bot: Bot) -> None:
    before, state = await channel_of(bot), await bot.application.store.read()
    old = replace(before, pause=Pause(NOON.date(), NOON.date(), "sairasloma"), purpose=f"Kysy {CODE}")
    await bot.application.store.commit(puts([old]), state.version, Event("operator", NOON, "edit"))
    await bot.said(ICT, "muokkaa kirjaston instagram nimi=Kirjasto Instassa")
    assert (await channel_of(bot)).name == "Kirjasto Instassa"
    document = await bot.application.transfer.export()
    await bot.application.transfer.import_document(OPERATOR, document, NOON)


async def test_no_list_brings_health(bot: Bot) -> None:
    document = json.loads(REGISTER.read_text(encoding="utf-8"))
    row = next(row for row in document["channels"] if row["id"] == "kirjasto-instagram")
    row |= {"pause_from": "2026-12-01", "pause_to": "2026-12-31", "pause_reason": "sairasloma"}
    with pytest.raises(InvalidImportError, match="health"):
        await bot.application.transfer.import_document(OPERATOR, document, NOON)


@pytest.mark.parametrize(
    "field", ["name", "unit", "purpose", "decision_record", "closing_archive", "pause_reason", "id"]
)
async def test_no_list_brings_an_identity_code(bot: Bot, field: str) -> None:
    row = {"platform": "threads", "name": "Museo", "unit": "Museo", "responsible": "U0MUSEUM1", "handle": "museo"}
    row[field] = CODE.lower() if field == "id" else f"x {CODE}"
    before = await version_of(bot)
    with pytest.raises(InvalidImportError) as refused:
        await bot.application.transfer.import_document(OPERATOR, {"channels": [row]}, NOON)
    assert str(refused.value) == f"channel 1: {field}: carries a personal identity code or a password"
    assert await version_of(bot) == before


async def test_no_list_brings_one_as_a_persons_name(bot: Bot) -> None:
    people = [{"id": "p1", "display_name": f"Etunimi {CODE}"}]
    with pytest.raises(InvalidImportError, match="identity code"):
        await bot.application.transfer.import_document(OPERATOR, {"channels": [], "people": people}, NOON)
