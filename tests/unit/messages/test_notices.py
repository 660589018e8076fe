"""What the ICT secretary reads of notices that did not arrive, and what people read of a reply that did not come."""

from __future__ import annotations

import pytest

from bot.domain.delivery import Reason
from bot.domain.language import Language
from bot.domain.people import Person
from bot.domain.reminders.notice import NotReachable
from bot.messages.model import plain_text
from bot.messages.notices import render
from bot.services.notices import Interrupted, NotArrived, NotReached, Unheard

ANNA, BERTA = Person("a", "Anna Aho"), Person("b", "Berta Berg")


@pytest.mark.parametrize("language", Language)
def test_all_of_a_day_is_in_one_message_by_name_and_number(language: Language) -> None:
    unreachable = (NotReachable(ANNA, Reason.DEACTIVATED), NotReachable(BERTA, Reason.REFUSED))
    text = plain_text(render(NotArrived(unreachable, (Unheard(ANNA, 3), Unheard(BERTA, 1))), language))
    assert text.count("Anna Aho") == text.count("Berta Berg") == 2
    assert "Anna Aho (3)" in text
    assert "4 " in text, "how many there are in all"


@pytest.mark.parametrize("language", Language)
def test_what_there_is_none_of_is_not_spoken_of(language: Language) -> None:
    unheard = plain_text(render(NotArrived(unheard=(Unheard(ANNA, 1),)), language))
    unreachable = plain_text(render(NotArrived((NotReachable(BERTA, Reason.REFUSED),)), language))
    assert ("Berta" in unheard, "Anna" in unreachable) == (False, False)
    assert plain_text(render(NotReached(BERTA, Reason.REFUSED), language)) == unreachable


@pytest.mark.parametrize("language", Language)
def test_an_interrupted_reply_is_one_short_paragraph(language: Language) -> None:
    assert len(plain_text(render(Interrupted(), language))) < 200
