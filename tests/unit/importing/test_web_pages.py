"""What web pages do with headings, lists of terms and links."""

from __future__ import annotations

import pytest

from bot.domain.language import Language
from bot.importing.document import Sections
from bot.importing.formats.from_html import read_html
from bot.importing.sectioning import sections_of
from tests.unit.importing.support import from_markdown, items_of, subtitles, text_of, titles


def from_html(page: str) -> Sections:
    return sections_of(read_html(page.encode()), Language.FI)


@pytest.mark.parametrize(
    "fold",
    [
        "<h2><button aria-expanded=false aria-controls={id}>{title}</button></h2><div id={id} hidden><p>{text}</div>",
        "<button aria-expanded=false aria-controls={id}>{title}</button><div id={id} style='display:none'>{text}</div>",
        "<button class=accordion>{title}</button><div class=panel><p>{text}</div>",
        "<details><summary>{title}</summary><p>{text}</p></details>",
        "<details><summary><h2>{title}</h2></summary>{text}</details>",
    ],
)
def test_what_a_press_opens_is_read_and_what_is_pressed_is_its_heading(fold: str) -> None:
    folds = "".join(
        fold.format(id=f"p{place}", title=title, text=text)
        for place, (title, text) in enumerate((("Kuvat", "Kysy lupa."), ("Linkit", "Tarkista osoite.")))
    )
    found = from_html(
        "<header><button aria-expanded=false aria-controls=menu>Valikko</button><nav id=menu><a href=/>Alku</a></nav>"
        f"</header><h1>Someohje</h1><p>Koskee kaikkia.</p>{folds}<button>Jaa</button>"
    )
    assert titles(found) == {"0": "Someohje", "1": "Kuvat", "2": "Linkit"}
    assert [text_of(found, one) for one in "012"] == ["Koskee kaikkia.", "Kysy lupa.", "Tarkista osoite."]


def test_folds_below_headings_are_below_them_and_folds_in_folds_deeper() -> None:
    inner = "<details><summary>Instagram</summary><p>Kuvia.</p></details>"
    found = from_html(
        f"<h2>Kanavat</h2><details><summary>Palvelut</summary><p>Monta.</p>{inner}</details>"
        "<h2>Vastuut</h2><details><summary>Hoitaja</summary><p>Vastaa.</p></details>"
    )
    assert subtitles(found, "1") == {"1.1": "Palvelut", "1.2": "Instagram"}
    assert subtitles(found, "2") == {"2.1": "Hoitaja"}


def test_signs_that_link_a_heading_to_itself_are_no_part_of_it() -> None:
    found = from_html(
        "<h2>Kuvat<a class=headerlink href=#kuvat title=Linkki>¶</a></h2><p>Kysy.</p><h2><a href=#l><span>§</span></a>"
        "Linkit</h2><p>Tarkista.</p><h2><a href=#tilit>Tilit</a> <a href='#t'>#</a></h2>a"
    )
    assert titles(found) == {"1": "Kuvat", "2": "Linkit", "3": "Tilit"}
    found = from_markdown("## Kuvat {#kuvat}\n\nKysy.\n\n## Linkit [#](#linkit)\n\nTarkista.\n\n## Tilit ¶\n\nVaihda.")
    assert titles(found) == {"1": "Kuvat", "2": "Linkit", "3": "Tilit"}


@pytest.mark.parametrize(
    "page",
    [
        "<h2>Sanat</h2><dl><dt>Tili</dt><dd>Kunnan paikka.</dd><div><dt><b>Julkaisu</b><dd>Mitä siellä on.</div></dl>",
        "<h2>Sanat</h2><dl><dt>Tili<dd><p>Kunnan paikka.</p><dt>Julkaisu<dd>Mitä siellä on.</dl>",
    ],
)
def test_a_term_and_what_it_means_are_one_line(page: str) -> None:
    found = from_html(f"<h2>Alku</h2><p>Kunta.</p>{page}<h2>Loppu</h2><p>Kysy.</p>")
    assert items_of(found, "2") == ["Tili – Kunnan paikka.", "Julkaisu – Mitä siellä on."]
    assert len(subtitles(found, "2")) == 1


def test_a_term_with_a_list_below_it_keeps_the_list() -> None:
    found = from_html("<h2>A</h2><p>a</p><h2>Sanat</h2><dl><dt>Kanavat<dd><ul><li>Facebook<li>TikTok</ul></dl>")
    assert items_of(found, "2") == ["Kanavat", "Facebook", "TikTok"]


def test_definitions_in_markdown_are_lines_too() -> None:
    found = from_markdown("# A\n\na\n\n# Sanat\n\nTili\n: Kunnan paikka.\n\nJulkaisu\n: Mitä siellä on.\n")
    assert items_of(found, "2") == ["Tili – Kunnan paikka.", "Julkaisu – Mitä siellä on."]


def test_addresses_of_links_are_told_where_the_text_does_not_say_them() -> None:
    found = from_markdown(
        "# Apua\n\nKatso [opas](https://opas.example/some_1?a=b). Kysy [meiltä](mailto:some%40kunta.example?subject=x)"
        " tai <https://kunta.example/>, soita [vaihteeseen](tel:+358-8-123). [kunta.example](https://www.kunta.example/)"
        " ja [alla](#loppu) [kuva](data:image/png;base64,AAAA)\n\n# Loppu\n\nKysy."
    )
    assert text_of(found, "1") == (
        "Katso opas (https://opas.example/some_1?a=b). Kysy meiltä (some@kunta.example) tai https://kunta.example/,"
        " soita vaihteeseen (+358-8-123). kunta.example ja alla kuva"
    )
    assert found.left_out == ()


def test_addresses_that_cannot_stand_in_the_text_are_told() -> None:
    found = from_markdown("# [Apua](https://a.example/b)\n\nKatso [sivu](/some/ohje).\n\n# Loppu\n\nKysy.")
    assert titles(found) == {"1": "Apua", "2": "Loppu"}
    assert found.left_out == (
        'the address of the link "Apua": https://a.example/b',
        'the address of the link "sivu": /some/ohje',
    )


def test_a_page_that_says_its_own_address_has_whole_links() -> None:
    found = from_html(
        "<head><link rel=canonical href='https://kunta.example/some/ohje'></head><h2>A</h2><p>Katso <a href=../kuvat>"
        "kuvat</a> ja <a href='javascript:alert(1)'>muut</a>.</p><h2>B</h2><p>b</p>"
    )
    assert text_of(found, "1") == "Katso kuvat (https://kunta.example/kuvat) ja muut."
