"""Words, stems, 4-grams and sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import Language
from bot.knowledge.search.quoting import Quotable, passage
from bot.language.analysis import QUESTION_WORDS, WORD_CHARACTERS, fold, grams, question_words, stems, words
from bot.language.sentences import sentences

FI, SV, EN = Language.FI, Language.SV, Language.EN


def test_folding_drops_case_and_accents() -> None:
    assert fold("ÄÖÅ Idé ﬁ") == "aoa ide fi"


def test_controls_and_invisible_characters_are_dropped() -> None:
    assert fold("sala\u00adsana\u200b\u202e\x00\ufeff\ud800") == "salasana"


def test_a_word_typed_without_dots_is_the_same_word() -> None:
    assert words("päivitys työajalla", FI) == words("paivitys tyoajalla", FI)


def test_words_of_grammar_and_of_asking_are_left_out_by_language() -> None:
    assert words("Saako kunnan logoa käyttää?", FI) == ["kunnan", "logoa", "kayttaa"]
    assert words("Får man använda logotypen?", SV) == ["anvanda", "logotypen"]
    assert words("Can I use the logo?", EN) == ["use", "logo"]
    assert "the" in words("the logo", FI)


def test_single_letters_are_left_out_and_digits_kept() -> None:
    assert words("EU:n 3 x", FI) == ["eu", "3"]


def test_forms_of_a_word_have_one_stem() -> None:
    assert len(set(stems(words("kanava kanavan kanavassa kanavia", FI), FI))) == 1
    assert len(set(stems(words("channel channels", EN), EN))) == 1
    assert len(set(stems(words("kanal kanalen kanaler", SV), SV))) == 1


def test_four_grams_mark_where_a_word_begins_and_ends() -> None:
    assert grams(["kuva", "x"]) == ["_kuv", "kuva", "uva_", "_x_"]


def test_a_compound_shares_four_grams_with_its_parts() -> None:
    assert set(grams(["salassapitositoumus"])) & set(grams(["sitoumus"])) >= {"sito", "umus", "mus_"}


def test_long_words_and_long_questions_are_cut() -> None:
    assert words("a" * 90 + "b", FI) == ["a" * WORD_CHARACTERS]
    many = " ".join(f"sana{number}" for number in range(500))
    assert len(question_words(many, FI)) == QUESTION_WORDS
    assert question_words("a" * 990 + " " * 10 + "kuva", FI) == ["a" * WORD_CHARACTERS]


@given(text=st.text(max_size=3000), language=st.sampled_from(Language))
def test_any_question_gives_few_and_short_words(text: str, language: Language) -> None:
    found = question_words(text, language)
    assert len(found) <= QUESTION_WORDS
    assert all(0 < len(word) <= WORD_CHARACTERS for word in found)
    assert len(stems(found, language)) == len(found)
    assert all(0 < len(gram) <= 4 for gram in grams(found))


@pytest.mark.parametrize(
    "expected",
    [
        ["Ensin näin.", "Sitten noin!", "Entä nyt?", "Loppu"],
        ["Palveluja ovat esim. Facebook ja mm. YouTube.", "Muitakin on."],
        ["Kuvat, videot ym. ovat teoksia.", "Ne ovat suojattuja."],
        ["Laita kuvat, videot ym.", "Sitten julkaise."],
        ["Laki muuttui 1.1.2023 ja uudelleen 1.1. 2024.", "Se on voimassa."],
        ["Katso kohta 3.2.", "Siinä se on."],
        ["3. Turvallisuus", "Toinen rivi."],
        ["Kysy: J. Keeper vastaa (ks. Ohje).", "Hän tietää."],
        ["Hän sanoi: ”Ei käy.”", "Sitten hän lähti."],
        ["Vi har t.ex. Facebook och bl.a. Instagram.", "De är officiella."],
        ["Use tools, e.g. Facebook, vs. Others.", "That is all."],
        ["Mitä…", "No niin."],
        ["Sivu on kunta.fi/some eikä muu.", "Käy siellä."],
    ],
)
def test_sentences_end_where_a_reader_would_end_them(expected: list[str]) -> None:
    separator = "\n" if expected[0].startswith("3.") else " "
    assert sentences(separator.join(expected)) == expected


def test_a_line_break_always_ends_a_sentence() -> None:
    assert sentences("yksi\n\n kaksi \nesim.\nkolme") == ["yksi", "kaksi", "esim.", "kolme"]


@given(st.text(alphabet=st.characters() | st.sampled_from(". !?\n1aAä("), max_size=300))
def test_sentences_keep_every_character_but_white_space(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def sentences_of(texts: list[str]) -> list[Quotable]:
    return [Quotable(text) for text in texts]


def test_a_short_text_is_quoted_whole() -> None:
    texts = ["Yksi kaksi."] * 5
    assert passage(sentences_of(texts), [0.0] * 5) == tuple(texts)
    assert passage([], []) == ()


def test_a_passage_is_the_best_sentence_with_its_better_neighbours() -> None:
    texts = [f"s{number} " + "sana " * 14 for number in range(6)]
    assert passage(sentences_of(texts), [0, 0, 0, 9, 2, 1]) == tuple(texts[3:6])
    assert passage(sentences_of(texts), [0, 1, 0, 9, 0, 0]) == tuple(texts[1:4])
    assert passage(sentences_of(texts), [9, 0, 0, 0, 0, 0]) == tuple(texts[0:3])
    assert passage(sentences_of(texts), [0, 0, 9, 0, 0, 0]) == tuple(texts[1:4])


def test_a_passage_is_shorter_than_three_sentences_rather_than_longer_than_sixty_words() -> None:
    texts = [f"s{number} " + "sana " * 24 for number in range(4)]
    assert passage(sentences_of(texts), [0, 5, 9, 1]) == tuple(texts[1:3])


def test_a_sentence_that_is_too_long_is_never_cut() -> None:
    texts = ["sana " * 10, "pitkä " * 70, "sana " * 10]
    assert passage(sentences_of(texts), [0, 1, 0]) == (texts[1],)


@given(
    st.lists(st.tuples(st.integers(1, 40), st.floats(0, 100)), max_size=12),
)
def test_any_passage_is_a_run_of_the_text_within_the_limits(parts: list[tuple[int, float]]) -> None:
    texts = [f"{position} " + "sana " * length for position, (length, _) in enumerate(parts)]
    quoted = passage(sentences_of(texts), [score for _, score in parts])
    first = texts.index(quoted[0]) if quoted else 0
    assert list(quoted) == texts[first : first + len(quoted)]
    assert sum(len(text.split()) for text in quoted) <= 60
    assert bool(quoted) == bool(texts)


def test_an_item_is_quoted_below_its_lead_in_with_the_items_that_answer_too() -> None:
    lead_in = "Muista nämä:"
    items = [f"i{number} " + "sana " * 9 for number in range(7)]
    said = [Quotable(lead_in), *(Quotable(item, lead_in) for item in items)]
    assert passage(said, [0, 0, 0, 0, 0, 9, 0, 0]) == (lead_in, items[4])
    assert passage(said, [5, 8, 0, 0, 0, 9, 0, 0]) == (lead_in, items[0], items[4])
    assert passage(said, [0, *range(40, 47)]) == (lead_in, *items[4:7])


def test_items_of_a_list_that_nothing_introduces_are_quoted_alone() -> None:
    items = [f"i{number} " + "sana " * 19 for number in range(4)]
    said = [Quotable("Toinen virke."), *(Quotable(item, "") for item in items)]
    assert passage(said, [0, 0, 9, 0, 8]) == (items[1], items[3])
