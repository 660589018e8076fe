"""What is personal in a text is found, and what only looks like it is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.redaction import MARK, redacted, sensitive

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
        "vem har lösenordet till Facebook?",
        "the password is wrong",
        "the password is expired",
        "who has the password of our YouTube channel?",
        "may a password be shared",
        "salasana: https://www.example.fi/vaihda?a=1",
        "voiko julkaisun pinnata",
        "pin 2024-julkaisu",
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
    ],
)
def test_a_street_address_is_left_out(address: str) -> None:
    found = redacted(f"Saako osoitteen {address} julkaista?")
    assert found.endswith(f"{MARK} julkaista?")
    assert not any(char.isdigit() for char in found)


@pytest.mark.parametrize(
    "text", ["valtatie 5", "luku 3 B", "katu 2", "Opastie 5.12.", "someväylä 2024", "på vägen 3 gånger", "tie 100 %"]
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
