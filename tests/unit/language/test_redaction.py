"""What is personal in a text is found, and what only looks like it is left alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.redaction import MARK, redacted, sensitive
from tests.conftest import ROOT

CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY"
CENTURIES = "+-YXWVUABCDEF"


def code_of(day: int, month: int, year: int, century: str, number: int) -> str:
    digits = f"{day:02}{month:02}{year:02}{number:03}"
    return f"{digits[:6]}{century}{digits[6:]}{CHECK[int(digits) % 31]}"


codes = st.builds(
    code_of,
    st.integers(1, 31),
    st.integers(1, 12),
    st.integers(0, 99),
    st.sampled_from(CENTURIES),
    st.integers(2, 999),
)
surroundings = st.text(st.characters(exclude_categories=["Nd", "Nl", "No", "L", "Cs", "Cf", "Mn"]), max_size=30)

# The example of the Digital and Population Data Services Agency: nobody has the number.
CODE = "131052-308T"


@given(codes, surroundings, surroundings)
def test_every_personal_identity_code_is_found_in_every_spelling(code: str, before: str, after: str) -> None:
    spaced = f"{code[:6]} {code[6]} {code[7:]}"
    for written in (code, code.lower(), spaced, " ".join(code), code.replace("-", "–"), f"{code[:3]}\u200b{code[3:]}"):
        text = f"{before} {written} {after}"
        assert sensitive(text)
        assert code[7:] not in redacted(text).replace(" ", "").upper()


def spellings(code: str) -> dict[str, str]:
    """How people write a code, by what is special about it."""
    day, month, year, mark, number, check = code[:2], code[2:4], code[4:6], code[6], code[7:10], code[10]
    full = f"19{year}"
    return {
        "usual": code,
        "small letters": code.lower(),
        "spaces around the mark": f"{code[:6]} {mark} {number}{check}",
        "line break": f"{code[:7]}\n{code[7:]}",
        "two spaces": f"{code[:7]}  {code[7:]}",
        "underscore": f"{code[:6]}_{code[7:]}",
        "dots": f"{day}.{month}.{year}{mark}{number}{check}",
        "dots and the whole year": f"{day}.{month}.{full}{mark}{number}{check}",
        "the whole year": f"{day}{month}{full}{mark}{number}{check}",
        "ending": f"{code}n",
        "longer ending": f"{code}lle",
        "space for the mark": f"{code[:6]} {code[7:]}",
        "no mark": f"{code[:6]}{code[7:]}",
        "dots and a space": f"{day}.{month}.{full} {number}{check}",
    }


WITHOUT_MARK = ("space for the mark", "no mark")


def is_like_a_phone_number(code: str) -> bool:
    return code[:3] in ("010", "020", "030", "040", "050") and code[10].isdigit()


@given(codes, surroundings)
def test_every_personal_identity_code_is_found_however_people_write_it(code: str, before: str) -> None:
    for what, written in spellings(code).items():
        if what in WITHOUT_MARK and is_like_a_phone_number(code):
            continue
        if what == "dots and a space" and code[10].isdigit():
            continue  # a day, and any number after it
        text = f"{before} {written}."
        assert sensitive(text), what
        assert code[7:10] not in redacted(text), what


@given(codes, st.sampled_from(CHECK))
def test_without_its_mark_a_code_whose_check_character_is_wrong_is_any_number(code: str, last: str) -> None:
    for what in (*WITHOUT_MARK, "dots and a space"):
        written = spellings(code[:-1] + last)[what]
        if last != code[-1]:
            assert not sensitive(f"Numero {written} tuli.")


@given(codes, st.sampled_from(CHECK))
def test_a_wrong_check_character_makes_it_none_but_it_is_left_out_all_the_same(code: str, last: str) -> None:
    written = code[:-1] + last
    assert sensitive(f"Hän on {written}.") == (last == code[-1])
    assert redacted(f"Hän on {written}.") == f"Hän on {MARK}."


@pytest.mark.parametrize(
    "text",
    [
        CODE,
        f"hetu{CODE}",
        f"Voiko hänelle ({CODE}) vastata?",
        "131052‐308T",
        "131052−308t",
        "١٣١٠٥٢-308T",
        "131052-308T",
        f"{CODE}:n kuva",
    ],
)
def test_a_personal_identity_code_is_sensitive(text: str) -> None:
    assert sensitive(text)
    assert "308" not in redacted(text)


@pytest.mark.parametrize(
    "text",
    [
        "131052-308",
        "1131052-308T",
        "991399-308T",
        "Pöytäkirja 131052-30812",
        "12.10.1952",
        "YTJ 0193524-5",
        "laki 523/1999",
    ],
)
def test_what_has_another_shape_is_no_code(text: str) -> None:
    assert not sensitive(text)
    assert redacted(text) == text


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Instan salasana on kissa", "kissa"),
        ("salasana on Kesä2024!", "Kesä2024"),
        ("salasanamme: tunturi", "tunturi"),
        ("SALASANA = aurinko", "aurinko"),
        ("tunnus kunta, salasana Kesa2024, saako jakaa", "Kesa2024"),
        ("lösenordet är Sommar2024", "Sommar2024"),
        ("lösenord: midsommar", "midsommar"),
        ("password: hunter2", "hunter2"),
        ("the password is swordfish.", "swordfish"),
        ("password is “open sesame”", "open"),
        ("pin-koodi on 4711", "4711"),
        ("PIN: 0042", "0042"),
        ("pin 1234", "1234"),
        ("PIN-kod 1234.", "1234"),
        ("salasana: kissa koira", "koira"),
        ("salasana: kissa koira", "kissa"),
        ("lösenord: katt hund", "hund"),
        ("password: cat dog", "dog"),
        ("password: purple horse battery staple", "horse"),
        ("käyttäjätunnus matti / Kissa123!", "Kissa123"),
        ("tunnus: kunta/Kesa2024", "Kesa2024"),
        ("användarnamn kommun / Sommar24", "Sommar24"),
        ("username town / summer24!", "summer24"),
    ],
)
def test_a_password_is_sensitive(text: str, secret: str) -> None:
    assert sensitive(text)
    assert secret not in redacted(text)


@pytest.mark.parametrize(
    "text",
    [
        "salasana on hukassa",
        "Salasana on vanhentunut, mitä teen?",
        "salasana on unohtunut",
        "salasana on vaihdettava",
        "salasana on väärä",
        "onko salasana pakko vaihtaa joka vuosi",
        "kuka tietää Instagramin salasanan?",
        "miten vaihdan salasanan Instagram-tilille",
        "kelle annan salasanan kun jään eläkkeelle 2027",
        "salasanan MS365-tilille",
        "lösenordet är borta",
        "lösenordet är glömt",
        "lösenordet är bytt",
        "lösenordet var känt",
        "lösenordet är för kort",
        "vem har lösenordet till Facebook?",
        "the password is wrong",
        "the password is expired",
        "who has the password of our YouTube channel?",
        "may a password be shared",
        "salasana: https://www.example.fi/vaihda?a=1",
        "voiko julkaisun pinnata",
        "pin 2024-julkaisu",
        "pin 2024",
        "salasana: ks. ohje",
        "Salasana: katso turvaohje",
        "salasana: kysy esihenkilöltä",
        "salasana: vaihdetaan vuosittain",
        "salasana: vahva ja pitkä",
        "lösenord: se anvisningen",
        "lösenord: fråga chefen",
        "password: see the guide",
        "password: ask your superior",
        "password: is in the safe",
        "käyttäjätunnus kunta / Instagram",
        "tunnus: @kunta / @kirjasto",
        "login / logout",
    ],
)
def test_to_speak_of_passwords_is_not_sensitive(text: str) -> None:
    assert not sensitive(text)
    assert redacted(text) == text


@pytest.mark.parametrize(
    "number",
    [
        "0401234567",
        "040 123 4567",
        "040-1234567",
        "040-123 45 67",
        "040.123.4567",
        "+358 40 123 4567",
        "+358401234567",
        "+358 (0)40 123 4567",
        "00358 40 1234567",
        "358401234567",
        "(08) 615 5511",
        "08 615 551",
        "020 7123 456",
        "+46 70-123 45 67",
        "070-123 45 67",
        "+1 (212) 555-0100",
        "+44 20 7946 0958",
        "040/1234567",
        "08/615551",
        "0 4 0 1 2 3 4 5 6 7",
    ],
)
def test_a_phone_number_is_left_out(number: str) -> None:
    assert redacted(f"Saako numeron {number} julkaista?") == f"Saako numeron {MARK} julkaista?"
    assert redacted(f"{number}, klo 12.") == f"{MARK}, klo 12."


@pytest.mark.parametrize("text", ["puh. 6155 5511", "puhelin: 61555511", "tel 615551", "ring 12345678"])
def test_a_number_that_is_called_a_phone_number_is_left_out(text: str) -> None:
    assert redacted(text).endswith(MARK)
    assert not any(char.isdigit() for char in redacted(text))


@pytest.mark.parametrize(
    "text",
    [
        "1.7.2026",
        "01.07.2026",
        "01.07.–31.07.2026",
        "01-07-2026",
        "2026-11-30",
        "08.00–16.00",
        "klo 08:00-16:00",
        "klo 0800-1600",
        "12 000 €",
        "05 000 000 €",
        "1 234 567,89 euroa",
        "laki 306/2019 ja 01234567/2024",
        "kohta 3.2",
        "89600 Suomussalmi",
        "00100 Helsinki",
        "Y-tunnus 0193524-5",
        "5 000 seuraajaa vuosina 2020 2021 2022",
        "soita 112",
        "EU 2016/679",
        "ISBN 978-952-01-2345-6",
        "kello 9 ja 10 välillä 3 päivää",
    ],
)
def test_other_numbers_are_no_phone_numbers(text: str) -> None:
    assert redacted(text) == text


@pytest.mark.parametrize(
    "address",
    [
        "etunimi.sukunimi@kunta.fi",
        "A_B+c%d@sub.example.co.uk",
        "x" * 80 + "@kunta.fi",
        "åke(at)kommun.fi",
        "a [at] b.fi",
    ],
)
def test_an_email_address_is_left_out(address: str) -> None:
    assert redacted(f"Saako osoitteeseen {address} vastata?") == f"Saako osoitteeseen {MARK} vastata?"


@pytest.mark.parametrize(
    "text", ["@kunta", "@kunta@mastodon.social", "https://www.instagram.com/kunta/", "a@b", "a @ b"]
)
def test_handles_and_web_addresses_stay(text: str) -> None:
    assert redacted(text) == text


@pytest.mark.parametrize("identity", ["slack:U0123ABCD", "slack:UABCDEFGH", "teams:8b7c0000-4000-8000-000000000001"])
def test_people_named_by_an_identity_are_left_out(identity: str) -> None:
    assert redacted(f"saako {identity}:lta kysyä") == f"saako {MARK}:lta kysyä"


@pytest.mark.parametrize("text", ["saako Teams:in kautta kysyä", "kerro console:maintainer"])
def test_a_surface_and_the_roles_on_the_console_stay(text: str) -> None:
    assert redacted(text) == text


@pytest.mark.parametrize(
    "address",
    [
        "Kauppakatu 3 B 12",
        "kauppakatu 3 b 12",
        "Kauppakadulla 3",
        "Rantatie 12-14",
        "Kiannonkatu 3, 89600 Suomussalmi",
        "Museontie 7 as 3",
        "Vanha tie 5 A",
        "Pyssyntie 1234",
        "Kalle-Kustaan kuja 2",
        "Esplanadi 4",
        "Storgatan 5",
        "Norra vägen 3 A, 65100 Vasa",
        "Skolstigen 12 lgh 3",
        "strandvägen 7",
        "Kiannonranta 5",
        "Myllymäki 12 B",
        "Rantakaarre 3 as 4",
        "Sjöstranden 4",
        "12 Main Street",
    ],
)
def test_a_street_address_is_left_out(address: str) -> None:
    found = redacted(f"Saako osoitteen {address} julkaista?")
    assert found.endswith(f"{MARK} julkaista?")
    assert not any(char.isdigit() for char in found)


@pytest.mark.parametrize(
    "text",
    [
        "valtatie 5",
        "luku 3 B",
        "katu 2",
        "Opastie 5.12.",
        "someväylä 2024",
        "på vägen 3 gånger",
        "tie 100 %",
        "mäki 3",
        "ranta 12",
        "koko ranta 3 km",
        "10 ways to write",
        "Ylämäki 2024",
        "Kohta 3 B",
    ],
)
def test_what_is_no_home_stays(text: str) -> None:
    assert redacted(text) == text


@given(st.text())
def test_any_text_can_be_looked_through_and_once_is_enough(text: str) -> None:
    sensitive(text)
    assert redacted(redacted(text)) == redacted(text)
    assert not sensitive(redacted(text))


FRAGMENTS = [
    "131052",
    "-",
    "308T",
    CODE,
    "salasana",
    "on",
    ":",
    "0",
    "40",
    "12",
    "+",
    "(",
    "@",
    "a",
    ".fi",
    "katu",
    " ",
]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=30).map("".join))
def test_pieces_in_any_order_leave_nothing_sensitive(text: str) -> None:
    assert not sensitive(redacted(text))


@pytest.mark.parametrize("account", ["FI21 1234 5600 0007 85", "FI2112345600000785", "SE45 5000 0000 0583 9825 7466"])
def test_a_bank_account_is_left_out(account: str) -> None:
    assert redacted(f"Tili {account}, kiitos") == f"Tili {MARK}, kiitos"


@pytest.mark.parametrize("text", ["FI22 1234 5600 0007 85", "AB12 CDEF GHIJ KLMN", "ISO 27001 2022"])
def test_what_has_other_check_digits_is_no_bank_account(text: str) -> None:
    assert redacted(text) == text


HARMLESS = [
    "Päätös 3.11.2026 § 45, dnro 123/2026",
    "Diaarinumero SUO/1234/00.01.02/2026",
    "Tapahtuma 24.12.2026 klo 12.00–14.30, hinta 12,50 €",
    "24.12.2026 1200 ihmistä, 24.12.2026 120 k ja 1.7.2026 - 150 h",
    "1.1.2026–31.12.2026 ja 01.07.–31.07.",
    "010126 alkaen, viikot 27-31",
    "Vaihde 08 615 551, asiakaspalvelu 010 123 4567, neuvonta 020 123 4567",
    "0401234567, 0405551234, 0501234567",
    "Y-tunnus 0193524-5, tilaus 20260131-001",
    "Kokous 12.10.2026 100m juoksun jälkeen",
    "Möte 3.11.2026 kl. 12, beslut 12/2026, 500 euro",
    "Decision 3 November 2026, item 45, 1,234.50 EUR, 9.30 am",
    "ISBN 978-952-01-2345-6, versio 2.10.3, EU 2016/679",
    "Seuraajia 010190, tykkäyksiä 1234",
    "#kunta2026 @kunta1234 https://www.instagram.com/p/C0101901234/",
    "Palvelu 24/7, 30 min, 2 x 45 min, 100 % työaika",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_a_municipality_writes_day_by_day_is_not_refused(text: str) -> None:
    assert not sensitive(text)


@given(st.dates(), st.sampled_from(["{:%d.%m.%Y}", "{:%d.%m.%y}", "{:%d%m%Y}", "{:%Y-%m-%d}"]), st.integers(0, 9999))
def test_a_day_and_a_number_are_not_refused(day: date, written: str, number: int) -> None:
    for text in (
        f"{written.format(day)} klo {number}",
        f"{written.format(day)}, {number}",
        f"{written.format(day)} {number}",
    ):
        if not (written == "{:%d%m%Y}" and number > 999):
            assert not sensitive(text)


def harmless_files() -> list[Path]:
    found = [path for folder in ("knowledge", "tests/data") for path in sorted((ROOT / folder).rglob("*"))]
    return [path for path in found if path.suffix in (".md", ".toml", ".jsonl", ".json", ".csv", ".txt")]


@pytest.mark.parametrize("path", harmless_files(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_that_the_bot_comes_with_is_refused(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        assert not sensitive(line), line
