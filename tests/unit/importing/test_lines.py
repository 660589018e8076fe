"""Lines become paragraphs and list items; divided words are mended."""

from __future__ import annotations

import pytest

from bot.importing.document import Block, BlockKind, clean
from bot.importing.formats.lines import blocks_of
from bot.importing.formats.pages import PageLine

LONG = "Kunta kertoo palveluistaan siellä, missä asukkaat jo ovat, ja"


def joined(*lines: str) -> list[Block]:
    return list(blocks_of([[PageLine(text) for text in lines]]))


def texts(*lines: str) -> list[str]:
    return [block.text for block in joined(*lines)]


def test_a_full_line_goes_on_in_the_next_and_a_gap_ends_a_paragraph() -> None:
    assert texts(LONG, "vastaa heille.", "", "Toinen kappale.") == [f"{LONG} vastaa heille.", "Toinen kappale."]


def test_a_line_with_room_left_ends_a_paragraph_before_a_capital() -> None:
    assert texts(LONG, "vastaa heille.", "Toinen kappale alkaa tästä.") == [
        f"{LONG} vastaa heille.",
        "Toinen kappale alkaa tästä.",
    ]


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("Kanavista kertoo kunnan vies-", "tintä joka päivä.", "kunnan viestintä joka"),
        ("Kanavista kertoo kunnan vies\u00ad", "tintä joka päivä.", "kunnan viestintä joka"),
        ("Sovitaan sosiaali-", "ja terveyspalvelujen kanssa.", "sosiaali- ja terveyspalvelujen"),
        ("Anvisningen gäller kommun-", "och välfärdschefen.", "kommun- och välfärdschefen"),
        ("Ajetaan yhdessä linja-", "autolla kuntaan.", "linja-autolla kuntaan"),
        ("Tili hyväksytään EU-", "hankkeissa erikseen.", "EU-hankkeissa erikseen"),
        ("Käytä vain Facebook-", "Sivua kunnassa.", "Facebook-Sivua kunnassa"),
        ("Ohje koskee vuosia 2025-", "2027 kokonaan.", "2025-2027 kokonaan"),
        ("Tiedonsaanti-, vuorovaikutus-", "ja vaikuttamiskeinot.", "vuorovaikutus- ja vaikuttamiskeinot"),
        ("Kunta päättää asiasta –", "ja kertoo siitä.", "asiasta – ja kertoo"),
    ],
)
def test_words_that_a_line_end_divided_are_mended_with_care(before: str, after: str, whole: str) -> None:
    assert whole in " ".join(texts(before, after))


def test_a_word_that_stands_whole_elsewhere_tells_whether_its_hyphen_is_its_own() -> None:
    assert (
        "kunnan some-kanava on" in texts("Jokainen some-kanava kirjataan. Mallilan kunnan some-", "kanava on avoin.")[0]
    )
    assert (
        "kunnan somekanava on" in texts("Jokainen somekanava kirjataan. Mallilan kunnan some-", "kanava on avoin.")[0]
    )


@pytest.mark.parametrize("bullet", ["•", "*", "-", "–", "o", "▪", "\uf0b7"])
def test_bullets_make_items_that_go_on_over_lines(bullet: str) -> None:
    blocks = joined("Kirjataan:", f"{bullet} kuka kanavaa hoitaa ja kuka sijaistaa", "lomien aikana", f"{bullet} aihe")
    assert blocks == [
        Block("Kirjataan:"),
        Block("kuka kanavaa hoitaa ja kuka sijaistaa lomien aikana", BlockKind.ITEM),
        Block("aihe", BlockKind.ITEM),
    ]


def test_a_bullet_or_number_alone_on_its_line_belongs_to_the_next() -> None:
    assert joined("•", "aihe") == [Block("aihe", BlockKind.ITEM)]
    assert texts("3.", "Käyttöönotto") == ["3. Käyttöönotto"]


def test_a_line_that_begins_with_a_number_inside_a_sentence_is_no_new_paragraph() -> None:
    assert texts("Kunnalla on tällä hetkellä käytössään kaikkiaan noin", "3 kanavaa ja tiliä.") == [
        "Kunnalla on tällä hetkellä käytössään kaikkiaan noin 3 kanavaa ja tiliä."
    ]


def test_text_is_composed_and_freed_of_what_is_not_seen() -> None:
    assert clean("Ka\u0308ytto\u0308  oh\ufb01e\u200b\u00a0\ufeffx\x00\t!") == "Käyttö ohfie x !"
