"""The addresses, the people and the words of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.parts_of_text import take_apart


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("sijainen slack:U0MAIN005", ["slack:U0MAIN005"]),
        ("cover slack:W012ABCDE", ["slack:W012ABCDE"]),
        ("to Keeper.M@Kunta.fi:lle,", ["keeper.m@kunta.fi"]),
        ("<a@kunta.fi>", ["a@kunta.fi"]),
        ("annan instan slack:U0MAIN005:lle", ["slack:U0MAIN005"]),
        ("hoitaako slack:U0MAIN005, teams:8b7c-11?", ["slack:U0MAIN005", "teams:8b7c-11"]),
        ("cover slack:uabc1 and slack:UABCDEF", ["slack:UABC1", "slack:UABCDEF"]),
        ("kanava Teams: siellä", []),
        ("cover U0MAIN005", ["slack:U0MAIN005"]),
        ("kysy teams:8b7c-11 ja console:keeper", ["teams:8b7c-11", "console:keeper"]),
        ("ungdomarna utan vikarie", []),
    ],
)
def test_people_are_taken_out_of_a_text(text: str, people: list[str]) -> None:
    assert take_apart(text).people == people


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("onko (https://Facebook.com/kunta). meidän", ["https://Facebook.com/kunta"]),
        ("<https://instagram.com/a>", ["https://instagram.com/a"]),
        ("kirjasto.fi ja facebook.com/kirjasto?", ["kirjasto.fi", "facebook.com/kirjasto"]),
        ("facebook.com.evil.example/x", ["facebook.com.evil.example/x"]),
        ("onko somekunta.support/login aito", ["somekunta.support/login"]),
        ("@kunta_virallinen", ["@kunta_virallinen"]),
        ("@kunta@mastodon.social", ["@kunta@mastodon.social"]),
        ("@somebot moi", []),
        ("loma 1.7.–31.7. klo 12.30 esim.kuva", []),
        ("kirjoita keeper@kunta.fi", []),
    ],
)
def test_addresses_are_taken_out_of_a_text(text: str, addresses: list[str]) -> None:
    assert take_apart(text).addresses == addresses


def test_emoji_people_and_brackets_are_no_words() -> None:
    words = take_apart("kysy <kirjasto> :tada: 10:30 slack:U0MAIN005:lta? a < b").words
    assert words == ["kysy", "kirjasto", "10:30", ":lta?", "a", "<", "b"]


@pytest.mark.parametrize(
    ("text", "leading"),
    [
        ("slack:U0MAIN005 sijaistaa", "slack:U0MAIN005"),
        ("  teams:8b7c-11: moi", "teams:8b7c-11"),
        ("moi slack:U0MAIN005", ""),
        ("Teams:in kanavat", ""),
    ],
)
def test_whom_a_text_begins_with_is_kept_apart(text: str, leading: str) -> None:
    assert take_apart(text).leading == leading


@given(st.text())
def test_any_text_can_be_taken_apart(text: str) -> None:
    take_apart(text)
