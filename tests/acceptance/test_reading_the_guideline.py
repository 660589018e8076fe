"""The guideline is read as a book: contents, chapters, parts, and what is known of the book itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.language import Language
from bot.messages.questions.guideline import SHOWN
from tests.acceptance.people import STAFF
from tests.support.bot_in_memory import Bot, answers_from, labels, make_bot, text_of
from tests.unit.knowledge.support import folder_of

LONG = {
    "guideline.toml": (
        'name = "Someopas"\nversion = "3.1"\nstatus = "approved"\n'
        'approved_on = 2025-05-12\napproved_by = "kunnanhallitus"\n'
        'wording = "verbatim"\nlanguages = ["fi"]\nreview_by = 2027-12-31\nsource = "https://opas.example/some.pdf"\n'
    ),
    **{
        f"fi/{number}.md": (
            f"---\nid: {number}\ntitle: Aihe numero {number}\n---\nLuvun {number} johdanto.\n\n"
            f"## Ensimmäinen asia {number} {{#{number}.1}}\nTeksti {number}.1.\n"
        )
        for number in range(1, 24)
    },
    "fi/30.md": "---\nid: 30\ntitle: Salasanat ja tunnukset\n---\nTunnukset säilytetään holvissa.\n",
}
BARE = {
    "guideline.toml": 'name = "Riktlinjer"\nlanguages = ["sv"]\nstatus = "approved"\n',
    "sv/1.md": "---\nid: 1\ntitle: Bilder och filmer\n---\nBe om lov innan du lägger ut en bild på någon.\n",
    "sv/2.md": "---\nid: 2\ntitle: Kommentarer\n---\nSvara inom två arbetsdagar.\n",
}


@pytest.fixture
async def long_book(tmp_path: Path) -> Bot:
    return await make_bot(answers=answers_from(folder_of(tmp_path, LONG)))


@pytest.mark.parametrize(
    ("word", "language", "first", "section"),
    [
        ("ohje", Language.FI, "0 Ohjeen soveltamisala", "luku 0"),
        ("innehållsförteckning", Language.SV, "3 ", "kapitel 3"),
        ("table of contents", Language.EN, "5 Staying safe", "section 5"),
    ],
)
async def test_from_the_contents_a_chapter_and_from_it_a_part_is_opened(
    bot: Bot, word: str, language: Language, first: str, section: str
) -> None:
    contents = await bot.said(STAFF, word, locale=language)
    chapter = await bot.pressed(STAFF, contents, first)
    assert chapter.replaces
    part = await bot.pressed(STAFF, chapter, f"{first.split()[0]}.1")
    assert section in text_of(part)
    assert text_of(part).count(">") >= 2


@pytest.mark.parametrize(
    "said",
    [
        "oon uusi täällä, mitä mun pitäis somesta tietää",
        "ohje tiivistettynä kiitos",
        "jag har precis börjat, var ska jag börja med anvisningarna",
        "what should a new colleague know about the guideline",
    ],
)
async def test_who_is_new_begins_with_the_contents(bot: Bot, said: str) -> None:
    assert labels(await bot.said(STAFF, said))[0].startswith("0 ")


async def test_pages_are_turned_to_the_end_of_the_book_and_back(bot: Bot) -> None:
    page = await bot.said(STAFF, "kohta 7.4")
    turned = 0
    while "Seuraava" in " ".join(labels(page)):
        page = await bot.pressed(STAFF, page, "Seuraava")
        turned += 1
    assert turned == 2
    while "Edellinen" in " ".join(labels(page)):
        page = await bot.pressed(STAFF, page, "Edellinen")
        turned += 1
    assert "Suomussalmen kuntaa ja kuntakonserniin" in text_of(page)
    assert "Sisällysluettelo" in labels(page)


async def test_every_answer_leads_to_its_place_in_the_book(bot: Bot) -> None:
    answer = await bot.said(STAFF, "kuka päättää uuden kanavan käyttöönotosta")
    place = await bot.pressed(STAFF, answer, "Lue koko kohta")
    assert not place.replaces, "the answer stays to be read"
    assert {"Luku 3", "Sisällysluettelo"} <= set(labels(place))


async def test_a_part_that_is_read_can_be_shared_with_the_conversation(bot: Bot) -> None:
    page = await bot.pressed(STAFF, await bot.said(STAFF, "kapitel 5"), "5.2")
    shared = await bot.pressed(STAFF, page, "Dela i den här konversationen")
    assert shared.visibility == "conversation"
    assert "kapitel 5" in text_of(shared)
    assert "Dela i den här konversationen" not in labels(shared)


async def test_what_is_asked_for_in_a_conversation_is_read_there_by_all(bot: Bot) -> None:
    assert (await bot.said(STAFF, "what does 6.3 say", private=False)).visibility == "conversation"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("luku 77", "ei ole kohtaa 77"),
        ("kapitel 12", "Punkt 12 finns inte"),
        ("what does section 4.44 say", "no section 4.44"),
    ],
)
async def test_a_number_that_no_part_has_is_said_with_the_contents(bot: Bot, text: str, said: str) -> None:
    reply = await bot.said(STAFF, text)
    assert said in text_of(reply)
    assert len(labels(reply)) == 8


async def test_a_long_book_has_its_contents_on_several_pages(long_book: Bot) -> None:
    contents = await long_book.said(STAFF, "sisällysluettelo")
    assert [label for label in labels(contents) if label.startswith("10 ")]
    assert len(labels(contents)) == SHOWN + 2
    last = await long_book.pressed(STAFF, contents, "21–30")
    assert [label.split()[0] for label in labels(last)] == ["21", "22", "23", "30", "1–10", "11–20"]
    assert "holvissa" in text_of(await long_book.pressed(STAFF, last, "30 Salasanat"))


@pytest.mark.parametrize("text", ["luku salasanat", "avaa kohta tunnuksista", "näytä salasanoja koskeva luku"])
async def test_a_part_is_found_by_words_of_its_title(long_book: Bot, text: str) -> None:
    assert "holvissa" in text_of(await long_book.said(STAFF, text))


async def test_a_chapter_has_its_own_words_before_its_parts(long_book: Bot) -> None:
    chapter = await long_book.said(STAFF, "viides luku")
    assert "Luvun 5 johdanto." in text_of(chapter)
    assert "5.1 Ensimmäinen asia 5" in labels(chapter)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("onko tämä ohje hyväksytty", "Hyväksytty 12.5.2025, kunnanhallitus"),
        ("mikä versio ohjeesta on käytössä", "Versio: 3.1."),
        ("milloin ohje tarkistetaan", "31.12.2027"),
        ("mistä alkuperäinen ohje löytyy", "https://opas.example/some.pdf"),
        ("onko teksti tiivistelmä", "sanasta sanaan"),
        ("är riktlinjerna godkända", "12 maj 2025"),
        ("har riktlinjerna antagits av någon", "12 maj 2025"),
        ("när har de här riktlinjerna godkänts", "12 maj 2025"),
        ("on which languages is the guideline written, which languages", "Finnish"),
        ("which language is binding", "Finnish"),
    ],
)
async def test_what_is_known_of_the_guideline_itself_is_told(long_book: Bot, question: str, said: str) -> None:
    assert said in text_of(await long_book.said(STAFF, question))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("vem godkände anvisningarna", "Jag vet inte när och av vem"),
        ("var finns riktlinjerna i original", "Jag vet inte var"),
        ("milloin ohje päivitetään seuraavan kerran", "En tiedä, milloin"),
        ("what version of the policy is this", "does not state its version"),
    ],
)
async def test_what_is_not_known_of_the_guideline_is_said_not_to_be(tmp_path: Path, question: str, said: str) -> None:
    bot = await make_bot(answers=answers_from(folder_of(tmp_path, BARE)))
    assert said in text_of(await bot.said(STAFF, question))


async def test_a_draft_is_said_to_be_one_and_to_have_no_day_of_approval(bot: Bot) -> None:
    said = text_of(await bot.said(STAFF, "when was the policy adopted"))
    assert "draft" in said
    assert "no date of approval" in said


async def test_a_guideline_in_one_language_is_read_in_others_as_it_is_written(tmp_path: Path) -> None:
    bot = await make_bot(answers=answers_from(folder_of(tmp_path, BARE)))
    page = await bot.said(STAFF, "luku 1", locale=Language.FI)
    assert "vain ruotsiksi" in text_of(page)
    assert "Bilder och filmer" in text_of(page)
    assert "käännös" not in text_of(page)
    assert "in Swedish only" in text_of(await bot.said(STAFF, "show me chapter two"))
    assert "vain" not in text_of(await bot.said(STAFF, "kapitel 2"))
