"""BM25 over features, and texts searched by stems and 4-grams together."""

from __future__ import annotations

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import Language
from bot.knowledge.search.similarity import BM25, IDF_EXPONENT, K1, B, TextIndex

DOCUMENTS = [{"a": 2, "b": 1}, {"b": 1, "c": 1, "d": 4}, {"e": 1}]


def bm25(feature: str, document: dict[str, int]) -> float:
    """The textbook's sum, written out, with the exponent on the rarity."""
    having = sum(feature in one for one in DOCUMENTS)
    idf: float = math.log(1 + (len(DOCUMENTS) - having + 0.5) / (having + 0.5)) ** IDF_EXPONENT
    average = sum(sum(one.values()) for one in DOCUMENTS) / len(DOCUMENTS)
    count = document.get(feature, 0)
    weight: float = idf * count * (K1 + 1) / (count + K1 * (1 - B + B * sum(document.values()) / average))
    return weight


def test_scores_are_bm25_with_a_steeper_rarity() -> None:
    scores = BM25(DOCUMENTS).score(["a", "b", "d"])
    expected = [sum(bm25(feature, document) for feature in "abd") for document in DOCUMENTS]
    assert scores.documents.tolist() == pytest.approx(expected)


def test_the_best_sum_takes_each_feature_where_it_weighs_most() -> None:
    scores = BM25(DOCUMENTS).score(["a", "b"])
    assert scores.best == pytest.approx(sum(max(bm25(feature, one) for one in DOCUMENTS) for feature in "ab"))


def test_a_feature_that_no_document_has_raises_only_the_best_sum() -> None:
    index = BM25(DOCUMENTS)
    with_unknown, without = index.score(["a", "zzz"]), index.score(["a"])
    assert with_unknown.documents.tolist() == without.documents.tolist()
    assert with_unknown.best - without.best == pytest.approx(math.log(1 + 3.5 / 0.5) ** IDF_EXPONENT)


def test_asking_for_a_feature_twice_is_asking_once() -> None:
    once, twice = BM25(DOCUMENTS).score(["a", "b"]), BM25(DOCUMENTS).score(["a", "b", "a"])
    assert (once.documents.tolist(), once.best) == (twice.documents.tolist(), twice.best)


def test_no_features_and_no_documents_are_fine() -> None:
    assert BM25(DOCUMENTS).score([]).documents.tolist() == [0, 0, 0]
    assert BM25([{}, {}]).score(["a"]).documents.tolist() == [0, 0]
    assert BM25([]).score(["a"]).documents.tolist() == []


def test_a_rare_shared_feature_is_worth_more_than_a_common_one() -> None:
    index = BM25(DOCUMENTS)
    assert index.overlap(["a"], ["a"]) > index.overlap(["b"], ["b"]) > index.overlap(["a"], ["b"]) == 0
    assert index.overlap(["zzz"], ["zzz"]) > index.overlap(["a"], ["a"])


@given(
    st.lists(st.text(alphabet="abc", max_size=20).map(Counter), max_size=6),
    st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=8),
)
def test_no_document_scores_more_than_the_best_sum(documents: list[Counter[str]], asked: list[str]) -> None:
    scores = BM25([{feature: float(count) for feature, count in one.items()} for one in documents]).score(asked)
    assert all(0 <= score <= scores.best * (1 + 1e-9) for score in scores.documents)


TEXTS = [
    ("Kanavaa päivitetään säännöllisesti.", "Periaatteet"),
    ("Salassapitositoumus sitoo allekirjoittajaa.", "Turvallisuus"),
    ("Kunnalla on virallinen sivu.", "Välineet"),
]


@pytest.mark.parametrize(
    ("question", "best"),
    [("kanavan säännöllinen päivitys", 0), ("sitoumuksen", 1), ("salasapito", 1), ("virallisella sivulla", 2)],
)
def test_inflections_parts_of_compounds_and_typing_errors_are_found(question: str, best: int) -> None:
    scores = TextIndex(TEXTS, Language.FI).score(question)
    assert scores.argmax() == best
    assert scores[best] > 0


def test_the_surroundings_of_a_text_count_but_less_than_its_own_words() -> None:
    scores = TextIndex([("muu asia", "turva"), ("turva asia", "muu"), ("jokin asia", "muu")], Language.FI).score(
        "turva"
    )
    assert scores[1] > scores[0] > scores[2] == 0


def test_a_question_that_is_the_text_scores_the_best_possible() -> None:
    assert TextIndex(TEXTS, Language.FI).score("salassapitositoumus allekirjoittajaa sitoo")[1] == pytest.approx(1.0)


def test_words_that_no_text_has_lower_the_score() -> None:
    index = TextIndex(TEXTS, Language.FI)
    assert index.score("virallinen sivu bussilippu")[2] < index.score("virallinen sivu")[2]


def test_a_text_that_shares_a_rare_word_overlaps_more() -> None:
    index = TextIndex(TEXTS, Language.FI)
    overlaps = index.overlaps("milloin kanavaa päivitetään", ["Kanavaa.", "Kanava päivitetään usein.", "Muuta."])
    assert overlaps[1] > overlaps[0] > overlaps[2] == 0
