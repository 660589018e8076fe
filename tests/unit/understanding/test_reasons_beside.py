"""Who asks who is behind a channel often tells why, in the same breath: the reason may speak of anything."""

import pytest

from bot.understanding.commands import Intent
from bot.understanding.interpret import interpret
from bot.understanding.several import who_asked_in
from tests.unit.understanding.interpret_support import TODAY, VOCABULARY


@pytest.mark.parametrize(
    "text",
    [
        "kuka hoitaa kirjaston facea? sinne on joku kirjoittanut ihan hirveitä",
        "Hissi on rikki ja siitä pitäisi kertoa, kuka päivittää kirjaston facebookia",
        "vem sköter bibliotekets facebook, vattnet är avstängt hela dagen",
        "Hissen är trasig. Vem uppdaterar bibliotekets facebook?",
        "who's the admin of the library's facebook, somebody just posted a picture of a child",
        "Who updates the library's Facebook? The lift is out of order and customers ask.",
    ],
)
def test_whoever_tells_why_is_told_who_is_behind_the_channel(text: str) -> None:
    reading = interpret(text, VOCABULARY, TODAY)
    assert reading.intent is Intent.OWNER
    assert not reading.query.is_empty


@pytest.mark.parametrize(
    "text",
    [
        "kuka päättää, saako kirjaston faceen laittaa lasten kuvia",
        "who decides, may the library's facebook have pictures of children",
        "kuka hoitaa kirjaston facea",
        "kuka hoitaa facea ja kuka hoitaa instaa",
        "who maintains it? may I post there as well?",
    ],
)
def test_what_else_is_asked_is_no_reason(text: str) -> None:
    assert who_asked_in(text) == ""
