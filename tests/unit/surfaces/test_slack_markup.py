"""What people type in Slack, as everything behind the surface reads it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.people import IDENTITY_IN_TEXT
from bot.messages.model import Action, Verb
from bot.surfaces.slack.markup import in_words, with_identities, words_of


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ("kuka hoitaa instagramia?", "kuka hoitaa instagramia?"),
        ("sijainen <@U0MAIN005|keeper>", "sijainen slack:U0MAIN005"),
        ("cover <@W012ABCDE>.", "cover slack:W012ABCDE."),
        ("vastuu=<@U0BOSS001> ylläpitäjät=<@U0LIB0001>", "vastuu=slack:U0BOSS001 ylläpitäjät=slack:U0LIB0001"),
        ("annan instan <@U0MAIN005>:lle", "annan instan slack:U0MAIN005:lle"),
        ("siirrän instan <@U0MAIN005>lle", "siirrän instan slack:U0MAIN005 lle"),
        ("tuuraa:<@U0MAIN005>", "tuuraa: slack:U0MAIN005"),
        ("<@U0MAIN005><@U0MAIN009>", "slack:U0MAIN005 slack:U0MAIN009"),
        ("<mailto:a@kunta.fi|a@kunta.fi>", "a@kunta.fi"),
        ("onko <https://instagram.com/a|instagram.com/a> meidän", "onko https://instagram.com/a meidän"),
        ("onko <https://x.com/a?b=1&amp;c=2> meidän", "onko https://x.com/a?b=1&c=2 meidän"),
        ("kysy <#C12|kirjasto> <#C13> <!here> <!subteam^S0123ABCD|@ict>", "kysy #kirjasto   @ict"),
        ("&lt;b&gt; &amp;amp; &copy=1", "<b> &amp; &copy=1"),
        ("&lt;@U0MAIN005&gt;", "slack:U0MAIN005"),
        ("<@", "<@"),
    ],
)
def test_markup_becomes_words(sent: str, words: str) -> None:
    assert words_of(sent) == words


@given(st.lists(st.sampled_from(["<@U0MAIN005>", "<@W012|x y>", "a", ":", ">", "-", "=", " ", "?"]), max_size=8))
def test_every_mention_is_an_identity_that_can_be_found_again(pieces: list[str]) -> None:
    words = with_identities("".join(pieces))
    expected = [f"slack:{piece[2:].rstrip('>').partition('|')[0]}" for piece in pieces if piece.startswith("<@")]
    assert [found[0] for found in IDENTITY_IN_TEXT.finditer(words)] == expected


@given(st.text())
def test_any_text_has_words(text: str) -> None:
    words_of(text)


def test_a_button_of_an_older_message_carries_words() -> None:
    old = Action(Verb.SAY, ("lähtenyt <@U0LIB0001|x> &amp; muut",))
    assert in_words(old).args == ("lähtenyt slack:U0LIB0001 &amp; muut",)
