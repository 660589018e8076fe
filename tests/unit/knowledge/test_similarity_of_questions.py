"""How alike questions are."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.language import Language
from bot.knowledge.search.similarity import Similarity

FI = Language.FI
QUESTIONS = ["saako koiran kuvan julkaista", "mihin kadonneet lapaset viedään", ""]


def test_the_same_words_in_any_order_are_wholly_alike_and_other_words_not_at_all() -> None:
    likeness = Similarity(QUESTIONS, FI)
    np.testing.assert_allclose(likeness.to("julkaista kuvan koiran, saako?"), [1, 0, 0], atol=1e-9)


def test_endings_compounds_and_slips_leave_something() -> None:
    likeness = Similarity(QUESTIONS, FI)
    for text in ("saako koirankuvia julkaista", "koirien kuvien julkaisu", "saako koiram kuvam julkasta"):
        first, second, _ = likeness.to(text)
        assert 0.2 < first < 1
        assert second < 0.1


def test_what_is_rare_tells_more() -> None:
    background = ["saako kuvan julkaista", "kuvan saako julkaista kuka", "julkaista kuvan"]
    likeness = Similarity(["saako koiran kuvan julkaista"], FI, background)
    assert likeness.to("koiran")[0] > likeness.to("kuvan")[0]


def test_no_texts_are_like_nothing() -> None:
    assert Similarity([], FI).to("saako").tolist() == []


@given(st.lists(st.text(max_size=30), max_size=5), st.text(max_size=60), st.sampled_from(Language))
def test_a_likeness_is_from_0_to_1(texts: list[str], text: str, language: Language) -> None:
    found = Similarity(texts, language).to(text)
    assert len(found) == len(texts)
    assert ((found >= 0) & (found <= 1)).all()
