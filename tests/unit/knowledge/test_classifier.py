"""Short texts sorted by what was learnt from examples."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import Language
from bot.knowledge.search.learning.classifier import Classifier
from bot.knowledge.search.learning.sparse import SparseMatrix
from bot.knowledge.search.learning.synonyms import Synonyms
from bot.knowledge.search.learning.training import Example

FI = Language.FI
EXAMPLES = (
    Example("kuka päättää kanavan avaamisesta", 0),
    Example("kenen lupa tarvitaan uuteen tiliin", 0),
    Example("saako kanavan perustaa ilman päätöstä", 0),
    Example("saanko käyttää somea työajalla", 1),
    Example("töissä facebookin selaaminen", 1),
    Example("voiko työaikana katsella videoita", 1),
    Example("miten valokuvaan kysytään lupa", 2),
    Example("kuvien tekijänoikeudet", 2),
)


def classifier(synonyms: dict[str, list[str]] | None = None) -> Classifier:
    return Classifier(EXAMPLES, 3, FI, Synonyms(synonyms or {}, FI))


@pytest.mark.parametrize(
    ("text", "label"),
    [("kuka päättää", 0), ("mistä lupa tilille", 0), ("työajan somettaminen", 1), ("kuvat", 2), ("työaikna video", 1)],
)
def test_a_text_is_sorted_with_those_that_are_like_it(text: str, label: int) -> None:
    assert classifier().classify(text).probabilities.argmax() == label


def test_what_every_example_has_its_own_label_for_is_learnt() -> None:
    found = classifier()
    for example in EXAMPLES:
        assert found.classify(example.text).probabilities.argmax() == example.label


@given(st.text(max_size=200))
def test_probabilities_and_the_known_share_are_within_bounds(text: str) -> None:
    found = SHARED.classify(text)
    assert found.probabilities.sum() == pytest.approx(1, abs=1e-5)
    assert (found.probabilities >= 0).all()
    assert 0 <= found.known <= 1


SHARED = classifier()


def test_a_text_without_a_known_word_says_nothing() -> None:
    found = SHARED.classify("xyzzy")
    assert found.known == 0
    assert found.probabilities.tolist() == pytest.approx([1 / 3] * 3)


def test_unknown_words_lower_the_known_share_and_change_nothing_else() -> None:
    plain, longer = SHARED.classify("kuvien lupa"), SHARED.classify("kuvien lupa xyzzy")
    assert longer.known < plain.known == 1
    assert longer.probabilities.tolist() == pytest.approx(plain.probabilities.tolist())


def test_a_synonym_stands_for_the_guidelines_word() -> None:
    assert classifier().classify("pomo").known < 0.5
    found = classifier({"pomo": ["päättää", "lupa"]})
    assert found.classify("pomolta").probabilities.argmax() == 0
    assert set(found.reasons("pomolta", 0)) == {"pomolta", "paattaa", "lupa"}


def test_reasons_tell_which_words_speak_for_a_label() -> None:
    reasons = SHARED.reasons("kuka päättää työajalla", 0)
    assert reasons["paattaa"] > 0 > reasons["tyoajalla"]


def test_words_next_to_each_other_tell_what_they_do_not_tell_apart() -> None:
    """Both labels have the same words; only their order differs."""
    first, second = ("kuka päättää mitä tehdään", "mitä päättää kuka tehdään")
    examples = [
        Example(f"{text} {end}", label) for label, text in enumerate((first, second)) for end in ("nyt", "täällä")
    ]
    found = Classifier(examples, 2, FI, Synonyms({}, FI))
    assert found.classify("kuka päättää").probabilities.argmax() == 0
    assert found.classify("päättää kuka").probabilities.argmax() == 1
    assert "kuka paattaa" in found.reasons("kuka päättää", 0)


def test_the_nearest_examples_come_first() -> None:
    nearest = SHARED.nearest("kuvien tekijänoikeudet", EXAMPLES, 3)
    assert nearest[0][0] is EXAMPLES[7]
    assert nearest[0][1] == pytest.approx(1.0)
    assert [likeness for _, likeness in nearest] == sorted((one for _, one in nearest), reverse=True)


@pytest.mark.parametrize("rows", [5, 200])
def test_a_sparse_matrix_multiplies_as_a_dense_one_does(rows: int) -> None:
    random = np.random.default_rng(rows)
    entries = 4 * rows
    # A tenth of the entries in one row: long rows are kept in another way.
    row = np.where(random.random(entries) < 0.3, 1, random.integers(0, rows, entries))
    column = random.integers(0, 30, entries)
    values = random.random(entries).astype(np.float32)
    dense = np.zeros((rows, 30))
    np.add.at(dense, (row, column), values)
    other = random.random((30, 4)).astype(np.float32)
    assert SparseMatrix(row, column, values, (rows, 30)).dot(other) == pytest.approx(dense @ other, rel=1e-4)
