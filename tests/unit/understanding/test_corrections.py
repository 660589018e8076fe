from __future__ import annotations

import pytest

from bot.understanding.corrections import said_instead


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("eiku ensi torstaina", "ensi torstaina"),
        ("oho siis, anteeksi, 4.1. asti", ""),
        ("anteeksi, siis 4.1. asti", "4.1. asti"),
        ("ei museon vaan kirjaston", "kirjaston"),
        ("museon insta, ei kirjaston", "museon insta"),
        ("nej, inte fredag utan lördag", "lördag"),
        ("på måndag menade jag", "på måndag"),
        ("fel kanal, youtube ska det vara", "youtube ska det vara"),
        ("sorry, not Friday but Saturday", "Saturday"),
        ("Saturday, I mean", "Saturday"),
        ("not facebook, instagram", "instagram"),
        ("olen lomalla 4.1. asti", ""),
        ("instagram", ""),
        ("eiku", ""),
        ("", ""),
    ],
)
def test_what_is_said_instead_is_told_from_what_says_that_it_corrects(text: str, instead: str) -> None:
    assert said_instead(text) == instead
