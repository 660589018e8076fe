"""How a text is divided: real headings and false ones, tables of contents, headings whose ends must be guessed."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.language import Language
from bot.importing.document import Block, BlockKind, DocumentError
from tests.unit.importing.support import (
    from_blocks,
    from_text,
    items_of,
    reported,
    subtitles,
    text_of,
    titles,
    words,
    words_of,
)

HEADED = """Mallilan ohje

Tämä ohje koskee kaikkia.

1. Tarkoitus
Kunta kertoo asioista.

2. Käyttöönotto
2.1 Kuka päättää
Johtaja päättää asiasta.
2.2 Tunnukset
2.2.1 Säilytys
Tunnukset ovat holvissa.

3. Vastaaminen
Vastataan päivässä.
"""


def test_headings_on_lines_of_their_own_make_sections_and_subsections() -> None:
    found = from_text(HEADED)
    assert found.title == "Mallilan ohje"
    assert titles(found) == {"0": "Mallilan ohje", "1": "Tarkoitus", "2": "Käyttöönotto", "3": "Vastaaminen"}
    assert subtitles(found, "2") == {"2.1": "Kuka päättää", "2.2.1": "Tunnukset: Säilytys"}
    assert text_of(found, "0") == "Tämä ohje koskee kaikkia."
    assert found.doubts == ()


@pytest.mark.parametrize("style", ["{} {}", "{}. {}", "{}) {}", "§ {} {}", "{} § {}", "Luku {} {}", "{} luku\n{}"])
def test_each_style_of_numbers_divides_a_text(style: str) -> None:
    names = ["Tarkoitus", "Käyttöönotto", "Vastaaminen"]
    text = "\n\n".join(f"{style.format(n, name)}\nKunta kertoo tästä." for n, name in enumerate(names, 1))
    assert titles(from_text(text)) == {str(n): name for n, name in enumerate(names, 1)}


def test_roman_numbers_divide_a_text() -> None:
    text = "\n\n".join(f"{n} {name}\nKunta kertoo." for n, name in zip(["I", "II", "III"], "ABC", strict=True))
    assert titles(from_text(text.replace("A\n", "Alku\n").replace("B\n", "Keski\n").replace("C\n", "Loppu\n"))) == {
        "1": "Alku",
        "2": "Keski",
        "3": "Loppu",
    }


def test_text_before_the_first_heading_has_a_name_in_its_language_where_it_has_no_title() -> None:
    text = "Detta gäller alla som skriver.\nDet gäller också chefer.\n\n1. Syfte\nKommunen berättar.\n\n2. Svar\nSvara."
    assert titles(from_text(text, Language.SV))["0"] == "Inledning"


@pytest.mark.parametrize(
    "line",
    [
        "1.7.2026 alkaen tilit tarkistetaan.",
        "2 000 euroa riittää mainontaan.",
        "08 123 4567 on päivystyksen numero.",
        "306/2019 on laki, jota noudatetaan.",
        "3. Julkaise vasta, kun olet saanut luvan, ja muista aina kertoa siitä viestintään.",
        "3.5.2026 Kunta kokoontuu.",
        "44 Kuntaa tekee samoin.",
        "9 Asiaa on muistettava",
        "III Some",
        "§ 9 Hallintolaki",
    ],
)
def test_what_only_looks_like_a_heading_is_text(line: str) -> None:
    found = from_text(f"1. Tarkoitus\nKunta kertoo.\n{line}\n\n2. Vastaaminen\nVastataan.\n\n3. Muuta\nKysy.\n{line}\n")
    assert titles(found) == {"1": "Tarkoitus", "2": "Vastaaminen", "3": "Muuta"}
    assert line in text_of(found, "1").replace("\n", " ")
    assert line in text_of(found, "3").replace("\n", " ")


@pytest.mark.parametrize("count", [2, 3, 4, 6])
@pytest.mark.parametrize("mark", [".", ")"])
def test_a_numbered_list_is_a_list_wherever_it_stands(count: int, mark: str) -> None:
    verbs = ["Ota", "Aloita", "Odota", "Kysy", "Jaa", "Lopeta"][:count]
    steps = [f"{n}{mark} {verb}" for n, verb in enumerate(verbs, 1)]
    listed = "\n".join(steps)
    text = f"1. Tarkoitus\nKunta kertoo:\n{listed}\n\n2. Tavat\nToimi näin:\n{listed}\n\n3. Muuta\nSiis:\n{listed}\n"
    found = from_text(text)
    assert titles(found) == {"1": "Tarkoitus", "2": "Tavat", "3": "Muuta"}
    for section in ("1", "2", "3"):
        assert items_of(found, section) == steps


def test_a_missing_number_is_reported_and_nothing_is_lost() -> None:
    found = from_text("1. Yksi\nKunta.\n\n2. Kaksi\nKunta.\n\n4. Neljä\nKunta.\n\n5. Viisi\nKunta.")
    assert list(titles(found)) == ["1", "2", "4", "5"]
    assert [(doubt.section_id, "number 3" in doubt.text) for doubt in found.doubts] == [("2", True)]


CONTENTS = [
    "Sisällys\n1. Tarkoitus ...... 2\n2. Kanavan avaaminen ...... 3\n3. Vastaaminen ...... 4\nLähteet ..... 5\n",
    "SISÄLLYSLUETTELO\n\n1 Tarkoitus 2\n\n2 Kanavan avaaminen 3\n\n3 Vastaaminen 4\n",
    "Contents\n1. Tarkoitus\n2. Kanavan avaaminen\n3. Vastaaminen\n",
    "1. Tarkoitus\t2\n2. Kanavan avaaminen\t3\n2.1 Kuka päättää\t3\n3. Vastaaminen\t4\n",
]


@pytest.mark.parametrize("contents", CONTENTS)
def test_a_table_of_contents_is_no_part_of_the_text(contents: str) -> None:
    body = (
        "Johdannoksi: tämä koskee kaikkia.\n\n1. Tarkoitus\nKunta kertoo.\n\n2. Kanavan avaaminen\n"
        "2.1 Kuka päättää\nJohtaja päättää.\n\n3. Vastaaminen\nVastataan.\n"
    )
    found = from_text(f"{contents}\n{body}")
    assert titles(found)["1"] == "Tarkoitus"
    assert titles(found)["2"] == "Kanavan avaaminen"
    assert titles(found)["3"] == "Vastaaminen"
    assert subtitles(found, "2") == {"2.1": "Kuka päättää"}
    assert words(text_of(found, "0")) == words("Johdannoksi: tämä koskee kaikkia.")
    assert "the table of contents" in found.left_out


PAGE_IN_A_LINE = (
    "MALLILAN OHJEET Tämä ohje koskee kaikkia. 1. Mitä some on Some on kanava, jossa kunta kertoo asioista. Se on osa "
    "viestintää. Kunta käyttää Facebookia ja Instagramia. Moni käyttää vain Facebookia. 2. Ohje Facebookin käyttöön "
    "Kanavan hoitaja vastaa viesteihin. Hoitaja sijaistetaan lomilla, ja some on silloin toisen vastuulla. 3. Yleistä "
    "Tämä ohje päivitetään vuosittain. Kanavan saa sulkea vain johtaja, jos kanava on hiljainen."
)


def test_where_a_heading_in_mid_line_ends_is_guessed_and_said() -> None:
    found = from_text(PAGE_IN_A_LINE)
    assert titles(found) == {
        "0": "MALLILAN OHJEET",
        "1": "Mitä some on",
        "2": "Ohje Facebookin käyttöön",
        "3": "Yleistä",
    }
    assert [doubt.section_id for doubt in found.doubts] == ["1", "2", "3"]
    assert '"Mitä some on" was taken to end before "Some on kanava' in found.doubts[0].text


def test_a_table_of_contents_makes_the_ends_of_headings_in_mid_line_certain() -> None:
    contents = "Sisällys 1. Mitä some on 2 2. Ohje Facebookin käyttöön 3 3. Yleistä 3 "
    found = from_text(PAGE_IN_A_LINE.replace("Tämä ohje koskee", f"{contents}Tämä ohje koskee", 1))
    assert titles(found)["2"] == "Ohje Facebookin käyttöön"
    assert found.doubts == ()
    assert text_of(found, "0") == "Tämä ohje koskee kaikkia."


def test_lists_in_mid_line_become_lists_and_the_names_before_them_headings() -> None:
    text = (
        "1. Tapoja Kunta kertoo asioista näin: *kertomalla *kuuntelemalla. Kunta ei mainosta. 2. Muuta Kysy aina ensin "
        "luvasta. 3. Kanavat Kunnalla on muutama kanava. Facebook *kunnan uutiset *vastuu viestinnällä Instagram "
        "*kuvia *vastuu nuorilla Lähteet: Kuntaliiton opas"
    )
    found = from_text(text)
    assert items_of(found, "1") == ["kertomalla", "kuuntelemalla."]
    assert subtitles(found, "3") == {"3": "Kanavat", "3.1": "Facebook", "3.2": "Instagram", "3.3": "Lähteet"}
    assert items_of(found, "3") == ["kunnan uutiset", "vastuu viestinnällä", "kuvia", "vastuu nuorilla"]
    assert any('"Instagram" was taken for a heading' in doubt.text for doubt in found.doubts)


def test_a_long_section_without_sub_headings_is_divided_where_an_answer_would_stop_quoting() -> None:
    sentence = "Kunta kertoo asioista aina selvästi ja ajoissa kaikille asukkailleen. "
    found = from_text(f"1. Tarkoitus\n{sentence * 12}\n\n2. Muuta\nKysy.")
    assert subtitles(found, "1") == {"1.1": "Tarkoitus", "1.2": "Tarkoitus"}
    assert words(text_of(found, "1")) == words(sentence * 12)


def test_styled_headings_without_numbers_are_counted_and_that_is_said() -> None:
    found = from_blocks(
        Block("Ohje", BlockKind.HEADING, 1),
        Block("Tarkoitus", BlockKind.HEADING, 2),
        Block("Kunta kertoo."),
        Block("Toimi näin:"),
        Block("Ota", BlockKind.ITEM, number="1."),
        Block("Aloita", BlockKind.ITEM, number="2."),
        Block("Vastaaminen", BlockKind.HEADING, 2),
        Block("Ajoissa", BlockKind.HEADING, 3),
        Block("Vastataan."),
    )
    assert found.title == "Ohje"
    assert titles(found) == {"1": "Tarkoitus", "2": "Vastaaminen"}
    assert subtitles(found, "2") == {"2.1": "Ajoissa"}
    assert ["no numbers" in doubt.text for doubt in found.doubts] == [True]


def test_headings_that_nobody_marked_but_in_bold_are_found() -> None:
    found = from_blocks(
        Block("1. Tarkoitus", emphasis=True),
        Block("Kunta kertoo."),
        Block("Muista tämä", emphasis=True),
        Block("Kysy aina."),
        Block("2. Muuta", emphasis=True),
        Block("Kysy."),
    )
    assert titles(found) == {"1": "Tarkoitus", "2": "Muuta"}
    assert subtitles(found, "1") == {"1": "Tarkoitus", "1.1": "Muista tämä"}


def test_sub_headings_without_numbers_among_numbered_ones_get_ids_in_order() -> None:
    found = from_blocks(
        Block("1. Tarkoitus", BlockKind.HEADING, 1),
        Block("Aluksi", BlockKind.HEADING, 2),
        Block("Kunta."),
        Block("1.1 Yksi", BlockKind.HEADING, 2),
        Block("Kunta."),
        Block("Lisäksi", BlockKind.HEADING, 3),
        Block("Kunta."),
        Block("1.2 Kaksi", BlockKind.HEADING, 2),
        Block("Kunta."),
        Block("2. Muuta", BlockKind.HEADING, 1),
        Block("Kunta."),
    )
    assert subtitles(found, "1") == {"1.0-1": "Aluksi", "1.1": "Yksi", "1.1-1": "Lisäksi", "1.2": "Kaksi"}


def test_a_heading_with_nothing_below_it_is_kept_and_said() -> None:
    found = from_text("1. Tarkoitus\nKunta kertoo.\n\n2. Liitteet\n\n3. Muuta\nKysy.")
    assert text_of(found, "2") == "Liitteet"
    assert [doubt.section_id for doubt in found.doubts] == ["2"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no text"),
        ("Kunta kertoo asioista. Ei otsikoita. " * 1_000, "no numbered headings"),
    ],
)
def test_a_text_that_cannot_be_divided_is_refused(text: str, told: str) -> None:
    with pytest.raises(DocumentError, match=told):
        from_text(text)


WORD = st.sampled_from(
    [
        *("kunta", "Kunta", "some", "*", "•", "-", "1.", "2.", "3.", "2", "1.1", "2.1", "§ 3", "1.7.2026", "Tarkoitus"),
        *("on", "Facebook", "päättää.", "LIITE", "OHJE", "(some)", "III", "Sisällys", "Luku", "4", "Lähteet", "näin:"),
        *("Lähteet:", "Sivu", "1)", "2)", "kunnan"),
    ]
)
LINE = st.lists(WORD, max_size=14).map(" ".join)


@settings(max_examples=400, deadline=None)
@given(lines=st.lists(LINE, max_size=12), long=st.booleans())
def test_no_word_is_lost_and_none_is_added_whatever_the_text(lines: list[str], *, long: bool) -> None:
    """Up to the numbers of headings; what is in no section is told."""
    separator = " " if long else "\n"
    text = separator.join(["1. Alku", *lines, "2. Keski", "Kunta kertoo.", "3. Loppu", "Kunta vastaa."])
    found = from_text(text)
    expected, kept = _plain_words(words(text)), _plain_words(words_of(found.sections))
    # A heading may be called like its section, which is not counted twice above.
    named = _plain_words([word for one in found.sections for sub in one.subsections for word in words(sub.title)])
    # A heading above nothing is shown as text too, so that words may come twice, but never less often.
    assert expected - kept - named - _plain_words(words(reported(found))) == Counter()
    assert set(kept) <= set(expected) | {"Johdanto", "Ohje"}


def _plain_words(found: list[str]) -> Counter[str]:
    """The words without numbers, and without the names of a heading's number."""
    return Counter(word for word in found if word.isalpha() and word not in ("III", "Luku"))


def test_numbered_paragraphs_keep_their_own_numbers() -> None:
    found = from_text(
        "1 YLEISTÄ\nTämä ohje on kaikille, jotka kirjoittavat.\n\n1.1 Ohjetta noudatetaan kaikissa yksiköissä.\n\n"
        "1.2 Ohjeesta saa poiketa vain viestinnän luvalla.\n\n2 KANAVAT\n2.1 Kanavia on kolme, ja ne ovat tässä.\n\n"
        "2.1.1 Facebookia hoitaa viestintä, joka vastaa viesteihin.\n\n2.3 Tämä ei seuraa edellistä, vaan on viittaus."
    )
    assert subtitles(found, "1") == {"1": "YLEISTÄ", "1.1": "YLEISTÄ", "1.2": "YLEISTÄ"}
    assert list(subtitles(found, "2")) == ["2.1", "2.1.1"]
    assert text_of(found, "1").splitlines()[1] == "1.1 Ohjetta noudatetaan kaikissa yksiköissä."
    assert found.doubts == ()


def test_paragraphs_that_word_numbers_keep_those_numbers() -> None:
    found = from_blocks(
        Block("Yleistä", BlockKind.HEADING, 1, "1"),
        Block("Ohje koskee kaikkia.", BlockKind.ITEM, number="1.1"),
        Block("Se päivitetään.", BlockKind.ITEM, number="1.2"),
        Block("Kanavat", BlockKind.HEADING, 1, "2"),
        Block("Kysy."),
    )
    assert list(subtitles(found, "1")) == ["1.1", "1.2"]
    assert text_of(found, "1") == "1.1 Ohje koskee kaikkia.\n1.2 Se päivitetään."
