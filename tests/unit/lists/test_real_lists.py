"""Lists as municipalities have them: they are imported, or it is said exactly why not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bot.domain.channels import Right, Scope, Status
from bot.domain.register import Register
from bot.language.lexicon import words_of
from bot.lists.tables import read_register_file
from bot.services.register.documents import register_of
from bot.services.register.lists.transfer import Transfer
from bot.storage.memory import MemoryStore
from tests.support.registers import register_in
from tests.unit.lists.support import (
    DECIDED,
    HEADERS,
    LIBRARY,
    MUNICIPAL_LIST,
    REAL_PLATFORMS,
    YOUTH,
    changed,
    csv_file,
    exported,
    imported,
    refusals,
    xlsx_file,
)
from tests.unit.services.support import AT, SECRETARY

MakeFile = Callable[[Path, list[list[Any]]], Path]
FILES: dict[str, MakeFile] = {
    "cp1252": csv_file,
    "utf-8": lambda folder, rows: csv_file(folder, rows, encoding="utf-8"),
    "utf-8 with a mark": lambda folder, rows: csv_file(folder, rows, encoding="utf-8-sig"),
    "tabs": lambda folder, rows: csv_file(folder, rows, delimiter="\t"),
    "xlsx": lambda folder, rows: xlsx_file(folder, rows, merged="A1:G1"),
}


async def register_from(path: Path) -> Register:
    store = MemoryStore()
    await imported(store, path)
    return await register_in(store)


def label(register: Register, person_id: str | None) -> str:
    return register.person(person_id).label if person_id else ""


@pytest.mark.parametrize("make", FILES.values(), ids=FILES)
async def test_a_municipal_list_is_imported(make: MakeFile, tmp_path: Path) -> None:
    register = await register_from(make(tmp_path, MUNICIPAL_LIST))

    library, youth = register.channels.values()
    assert (library.platform, library.name, library.unit.fi) == ("instagram", "Kirjaston Instagram", "Kirjastopalvelut")
    assert (library.id, library.handle, library.decision.on) == ("kirjasto-instagram", "esimerkkikirjasto", DECIDED)
    assert [register.person(key).email for key in library.maintainer_ids] == [
        "first@kunta.example",
        "second@kunta.example",
    ]
    assert register.person(library.responsible).email == "pirjo.johtaja@kunta.example"
    assert (youth.platform, youth.unit.fi, youth.decision.on) == ("facebook", "Nuorisopalvelut", None)
    assert youth.url == "https://www.facebook.com/esimerkkinuoret"


async def test_a_list_with_commas_has_its_cells_in_quotation_marks(tmp_path: Path) -> None:
    quoted = [[f'"{cell}"' if "," in cell else cell for cell in row] for row in (HEADERS, LIBRARY)]
    (library,) = (await register_from(csv_file(tmp_path, quoted, delimiter=","))).channels.values()
    assert len(library.maintainers) == 2


@pytest.mark.parametrize(
    "day", [date(2026, 11, 3), datetime.fromisoformat("2026-11-03 14:30"), "2026-11-03", "3.11.2026 ", "03.11.2026"]
)
async def test_a_day_is_a_date_of_the_workbook_or_a_text(day: Any, tmp_path: Path) -> None:
    (library,) = (await register_from(xlsx_file(tmp_path, [HEADERS, [*LIBRARY[:-1], day]]))).channels.values()
    assert library.decision.on == DECIDED


@pytest.mark.parametrize(
    "headers",
    [
        ["Tjänst", "Kanal", "Adress", "Ansvarig", "Administratörer", "Enhet", "Beslutsdatum"],
        ["Platform", "Channel", "Address", "Responsible person", "Maintainers", "Unit", "Decision date"],
        ["platform", "name", "url", "responsible", "maintainers", "unit", "decision_on"],
        ["  SOME-PALVELU*", "Kanavan nimi:", "Linkki", "vastuuhenkilö", "Ylläpitäjä(t)", "Toimiala", "Päätöspvm."],
        ["Kanava", "Nimi", "URL", "Vastuuhenkilö", "Ylläpito", "Palvelu", "Päätös\u00a0pvm"],
    ],
)
async def test_the_headers_may_be_in_three_languages(headers: list[str], tmp_path: Path) -> None:
    (library,) = (await register_from(xlsx_file(tmp_path, [headers, LIBRARY]))).channels.values()
    assert (library.platform, library.name, library.unit.fi) == ("instagram", "Kirjaston Instagram", "Kirjastopalvelut")
    assert library.decision.on == DECIDED
    assert len(library.maintainers) == 2


@pytest.mark.parametrize(
    ("yes", "no"), [("kyllä", "ei"), ("ja", "nej"), ("Yes", "NO"), ("x", ""), ("X", "-"), (True, False)]
)
async def test_yes_and_no_are_in_three_languages(yes: object, no: object, tmp_path: Path) -> None:
    rows: list[list[Any]] = [[*HEADERS, "Linkki verkkosivuilla", "Ilmoitettu"], [*LIBRARY, yes, no]]
    (library,) = (await register_from(xlsx_file(tmp_path, rows))).channels.values()
    assert library.website_link is True
    assert library.announced is (None if no in ("", "-") else False)


async def test_words_and_numbers_are_as_people_write_them(tmp_path: Path) -> None:
    headers = [*HEADERS, "Tila", "Laajuus", "Tunteja viikossa", "Päivitysväli"]
    rows = [headers, [*LIBRARY, "Käytössä", "Kunta", "2,5", "14"], [*YOUTH, "nedlagd", "enhet", "3", "30,0"]]
    assert any('line 3, column "Tila"' in line for line in await refusals(csv_file(tmp_path, rows)))
    rows[2] = [*YOUTH, "avvecklad", "", "3", "30"]
    library, youth = (await register_from(csv_file(tmp_path, rows))).channels.values()
    assert (library.status, library.scope, library.weekly_hours) == (Status.IN_USE, Scope.MUNICIPALITY, 2.5)
    assert (youth.status, youth.scope, youth.update_interval_days) == (Status.RETIRED, Scope.UNIT, 30)


async def test_maintainers_may_have_a_right_and_a_superior(tmp_path: Path) -> None:
    cell = "U0FIRST (pääkäyttäjä)\nsecond@kunta.example (admin; pomo@kunta.example), U0THIRD"
    path = xlsx_file(tmp_path, [HEADERS, [*LIBRARY[:4], cell, *LIBRARY[5:]]])
    register = await register_from(path)
    (library,) = register.channels.values()
    named = [
        (label(register, one.person), one.right, label(register, one.authorised_by)) for one in library.maintainers
    ]
    assert named == [
        ("U0FIRST", Right.ADMIN, ""),
        ("second@kunta.example", Right.ADMIN, "pomo@kunta.example"),
        ("U0THIRD", Right.UPDATE, ""),
    ]


WRONG = [
    ("Päätös pvm", "marraskuu 2026", "is not a date"),
    ("Päätös pvm", "31.2.2026", "is not a date"),
    ("Vastuuhenkilö", "Second Keeper", "name a person by"),
    ("Vastuuhenkilö", " ", "must be given"),
    ("Ylläpitäjät", "First, Second", "name a person by"),
    ("Ylläpitäjät", "(admin)", "write each as PERSON"),
    ("Osoite", "kirjaston insta", "write the whole web address"),
    ("Osoite", "https://www.facebook.com/kirjasto", "the address is on Facebook"),
    ("Kanava", "\u00a0", "must be given"),
]


@pytest.mark.parametrize(("header", "value", "reason"), WRONG)
async def test_a_wrong_cell_of_csv_is_named_by_line_and_header(
    header: str, value: str, reason: str, tmp_path: Path
) -> None:
    (line,) = await refusals(csv_file(tmp_path, changed(MUNICIPAL_LIST, 4, header, value)))
    assert line.startswith(f'line 4, column "{header}": ')
    assert reason in line


@pytest.mark.parametrize(("header", "value", "reason"), WRONG)
async def test_a_wrong_cell_of_a_workbook_is_named_as_there(
    header: str, value: str, reason: str, tmp_path: Path
) -> None:
    (line,) = await refusals(xlsx_file(tmp_path, changed(MUNICIPAL_LIST, 4, header, value), merged="A1:G1"))
    assert line.startswith(f'line 4, column "{header}" ({"ABCDEFG"[HEADERS.index(header)]}4): ')
    assert reason in line


async def test_every_wrong_row_is_told_and_the_good_ones_are_not_imported(tmp_path: Path) -> None:
    rows = changed(changed(MUNICIPAL_LIST, 4, "Päätös pvm", "syksyllä"), 6, "Vastuuhenkilö", "Esa")
    lines = await refusals(xlsx_file(tmp_path, rows))
    assert [line.split(":")[0] for line in lines] == [
        'line 4, column "Päätös pvm" (G4)',
        'line 6, column "Vastuuhenkilö" (D6)',
    ]


async def test_the_line_of_csv_is_that_of_the_file_also_below_a_cell_of_several_lines(tmp_path: Path) -> None:
    tall = [*LIBRARY[:4], '"first@kunta.example\nsecond@kunta.example"', *LIBRARY[5:]]
    (line,) = await refusals(csv_file(tmp_path, [HEADERS, tall, [*YOUTH[:6], "ehkä"]]))
    assert line.startswith('line 4, column "Päätös pvm": ')


async def test_two_rows_with_one_address_are_named_both(tmp_path: Path) -> None:
    again = [*LIBRARY[:2], "http://instagram.com/EsimerkkiKirjasto?hl=fi", *LIBRARY[3:]]
    (line,) = await refusals(xlsx_file(tmp_path, [HEADERS, LIBRARY, YOUTH, again]))
    assert line == 'line 4, column "Osoite" (C4): is that of line 2 as well'


async def test_two_rows_with_one_id_are_named_both(tmp_path: Path) -> None:
    rows = [["ID", *HEADERS], ["sama", *LIBRARY], ["sama", *YOUTH]]
    (line,) = await refusals(csv_file(tmp_path, rows))
    assert line == 'line 3, column "ID": is that of line 2 as well'


async def test_a_comma_without_quotation_marks_is_not_taken_for_the_next_column(tmp_path: Path) -> None:
    (line, *_) = await refusals(csv_file(tmp_path, [HEADERS, LIBRARY], delimiter=","))
    assert line.startswith("line 2: has more cells than there are headers")


async def test_a_list_without_ids_is_imported_twice_and_doubles_nothing(tmp_path: Path) -> None:
    store = MemoryStore()
    path = csv_file(tmp_path, MUNICIPAL_LIST)
    assert len((await imported(store, path)).added) == 2
    again = await imported(store, path)
    assert (again.added, again.changed, len(again.unchanged)) == ((), (), 2)
    assert len(await store.history()) == 1


async def test_what_a_list_has_no_column_for_stays_and_a_blank_cell_empties(tmp_path: Path) -> None:
    store = MemoryStore()
    more = [[*HEADERS, "Tarkoitus", "Tila"], [*LIBRARY, "Uutisia", "ehdotettu"]]
    await imported(store, xlsx_file(tmp_path, more))

    result = await imported(store, csv_file(tmp_path, [HEADERS, [*LIBRARY[:6], ""]]))

    library = register_of(await store.read()).channels["kirjasto-instagram"]
    assert (library.purpose, library.status, library.decision.on) == ("Uutisia", Status.PROPOSED, None)
    assert [(one.field, one.before, one.after) for one in result.differences[library.id]] == [
        ("decision_on", "2026-11-03", None)
    ]


async def test_a_new_address_brings_its_own_handle(tmp_path: Path) -> None:
    store = MemoryStore()
    headers = ["ID", *HEADERS]
    await imported(store, csv_file(tmp_path, [headers, ["kirjasto", *LIBRARY]]))
    moved = ["kirjasto", *LIBRARY[:2], "https://www.instagram.com/uusi/", *LIBRARY[3:]]
    await imported(store, csv_file(tmp_path, [headers, moved]))
    assert register_of(await store.read()).channels["kirjasto"].handle == "uusi"


async def test_a_row_at_the_address_of_another_channel_is_refused(tmp_path: Path) -> None:
    store = MemoryStore()
    await imported(store, csv_file(tmp_path, MUNICIPAL_LIST))
    (line,) = await refusals(csv_file(tmp_path, [["ID", *HEADERS], ["toinen", *LIBRARY]]), store)
    assert line.startswith('line 2, column "Osoite": is that of the channel kirjasto-instagram')


async def test_a_preview_tells_all_and_does_nothing(tmp_path: Path) -> None:
    store = MemoryStore()
    await imported(store, csv_file(tmp_path, MUNICIPAL_LIST))
    before = await store.read()
    rows = [[*HEADERS, "Huomautus"], [*LIBRARY[:3], "uusi@kunta.example", *LIBRARY[4:], "kysy"], YOUTH]
    rows.append(["TikTok", "Nuorten TikTok", "https://www.tiktok.com/@nuoret", *YOUTH[3:]])

    seen = await Transfer(store, REAL_PLATFORMS).preview(SECRETARY, read_register_file(xlsx_file(tmp_path, rows)), AT)

    assert (seen.added, seen.changed, len(seen.unchanged)) == (("nuoriso-tiktok",), ("kirjasto-instagram",), 1)
    (difference,) = seen.differences["kirjasto-instagram"]
    assert (difference.field, difference.before, difference.after) == (
        "responsible",
        "pirjo.johtaja@kunta.example",
        "uusi@kunta.example",
    )
    assert seen.people_added == ("uusi@kunta.example",)
    assert seen.left_alone == ('column "Huomautus" (H1)',)
    assert await store.read() == before
    assert len(await store.history()) == 1


async def test_sheets_without_channels_are_left_alone_and_named(tmp_path: Path) -> None:
    path = xlsx_file(tmp_path, MUNICIPAL_LIST)
    workbook = openpyxl.load_workbook(path)
    workbook.create_sheet("Ohjeet").append(["Täytä lista."])
    workbook.create_sheet("Tyhjä")
    workbook.save(path)
    assert (await imported(MemoryStore(), path)).left_alone == ('sheet "Ohjeet"',)


async def test_an_export_that_was_saved_by_excel_in_cp1252_is_imported(tmp_path: Path) -> None:
    store = MemoryStore()
    await imported(store, csv_file(tmp_path, MUNICIPAL_LIST))
    path = await exported(store, tmp_path / "vienti.csv")
    saved = path.read_text(encoding="utf-8-sig").replace("2026-11-03", "3.11.2026")
    path.write_bytes(saved.encode("cp1252"))
    assert len((await imported(store, path)).unchanged) == 2


SERVICES = [
    *("X (entinen Twitter)", "X (Twitter)", "Twitter/X", "Facebook-sivu", "Facebook-ryhmä", "Facebook (sivu)"),
    *("Instagram-tili", "YouTube-kanava", "WhatsApp-kanava", "Bluesky-tili", "LinkedIn-yrityssivu", "tik tok -tili"),
    *("Kunnan Facebook-sivut", "instatili", "Threads (Meta)", "Telegram-kanal", "Facebook page"),
]


@pytest.mark.parametrize("cell", SERVICES)
async def test_a_service_is_read_as_people_write_it(cell: str, tmp_path: Path) -> None:
    rows = changed(changed(MUNICIPAL_LIST[:4], 4, "Palvelu", cell), 4, "Osoite", "")
    rows[3].append("lumitori")
    rows[2].append("Tunnus")
    (channel,) = (await register_from(csv_file(tmp_path, rows))).channels.values()
    called = {"instatili": "instagram", "tik": "tiktok", "twitter": "x", "kunnan": "facebook"}
    first = words_of(cell)[0]
    assert channel.platform == called.get(first, first)


@pytest.mark.parametrize(
    ("cell", "address", "platform"),
    [
        ("Muu", "https://issuu.com/lumi", "other"),
        ("Annan tjänst", "https://vimeo.com/lumi", "other"),
        ("Vimeo", "https://vimeo.com/lumi", "other"),
        ("Muu palvelu", "https://www.tiktok.com/@lumi", "tiktok"),
        ("Verkkosivu", "https://www.instagram.com/lumi", "instagram"),
        ("Intsagram", "https://www.instagram.com/lumi", "instagram"),
        ("Facebook ja Instagram", "https://www.instagram.com/lumi", "instagram"),
        ("Kotisivut", "https://www.lumi.example", "website"),
        ("", "https://www.lumi.example", ""),
    ],
)
async def test_where_the_service_leaves_a_doubt_the_address_decides(
    cell: str, address: str, platform: str, tmp_path: Path
) -> None:
    rows = changed(changed(MUNICIPAL_LIST[:4], 4, "Palvelu", cell), 4, "Osoite", address)
    if not platform:
        (line,) = await refusals(csv_file(tmp_path, rows))
        assert "must be given" in line
        return
    result = await imported(store := MemoryStore(), csv_file(tmp_path, rows))
    (channel,) = (await register_in(store)).channels.values()
    assert channel.platform == platform
    other = platform in ("tiktok", "other", "instagram") and cell not in (
        "Muu",
        "Annan tjänst",
        "Facebook ja Instagram",
    )
    assert [line.startswith('line 4, column "Palvelu": by its address') for line in result.corrected] == [True] * other


async def test_a_service_that_nothing_tells_is_named_with_those_that_are_known(tmp_path: Path) -> None:
    rows = changed(changed(MUNICIPAL_LIST, 4, "Palvelu", "Irc-Galleria"), 4, "Osoite", "")
    (line,) = await refusals(csv_file(tmp_path, rows))
    assert line.startswith('line 4, column "Palvelu": is no service that is known: write one of Website, Facebook')


async def test_links_behind_the_cells_of_a_workbook_are_read(tmp_path: Path) -> None:
    rows = changed(changed(MUNICIPAL_LIST, 4, "Osoite", "Instagram-tili"), 4, "Vastuuhenkilö", "Johtaja")
    path = xlsx_file(tmp_path, changed(rows, 6, "Osoite", ""))
    workbook = openpyxl.load_workbook(path)
    sheet = workbook.worksheets[0]
    sheet.cell(4, HEADERS.index("Osoite") + 1).hyperlink = "https://www.instagram.com/lumikirjasto"
    sheet.cell(4, HEADERS.index("Vastuuhenkilö") + 1).hyperlink = "mailto:johtaja@kunta.example?subject=Some"
    sheet.cell(6, HEADERS.index("Kanava") + 1).hyperlink = "https://www.facebook.com/luminuoret"
    workbook.save(path)
    register = await register_from(path)
    library, youth = register.channels.values()
    assert (library.url, youth.url) == ("https://www.instagram.com/lumikirjasto", "https://www.facebook.com/luminuoret")
    assert register.person(library.responsible).email == "johtaja@kunta.example"
